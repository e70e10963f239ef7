"""How many processes are worth having."""

from __future__ import annotations

import os
from pathlib import Path


def cores() -> int:
    """How many processors this process may use."""
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(there, _share(there)))


def _share(there: int) -> int:
    """What a container may use of them, where that is limited."""
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
        return there if quota == "max" else -(-int(quota) // int(period))
    except (OSError, ValueError):
        return there
