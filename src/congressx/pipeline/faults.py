"""Faults of ours: each costs an article, never a run."""

from __future__ import annotations

import logging

from congressx.errors import InputError

log = logging.getLogger(__name__)


def fault_in(source: str, fault: Exception) -> InputError:
    """What to tell of a fault of ours: it costs one article and not the run."""
    log.error("%s: fault while reading (%r)", source, fault)
    log.debug("%s: where the fault happened", source, exc_info=fault)
    told = f"{source}: not read because of a fault in congressx ({fault!r}); please report it with the file"
    return InputError(told, reason="fault")
