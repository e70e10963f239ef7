"""What people decided about rows: kept in the output folder, replayed at every run, given on as gold.

`stored` is all that a run with nothing to do needs, and imports nothing heavy; the rest is imported when it is asked for.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from congressx.review.stored import DECISIONS, Stored

if TYPE_CHECKING:
    from congressx.review.decisions import Decision, Evidence, decide, parse_decisions, read_decisions
    from congressx.review.gold import Exported, export_gold
    from congressx.review.replaying import Replayed, replay
    from congressx.review.storing import Stocktaking, store

_ROOMS = {
    "decisions": ("Decision", "Evidence", "decide", "parse_decisions", "read_decisions"),
    "gold": ("Exported", "export_gold"),
    "replaying": ("Replayed", "replay"),
    "storing": ("Stocktaking", "store"),
}

__all__ = [
    "DECISIONS",
    "Decision",
    "Evidence",
    "Exported",
    "Replayed",
    "Stocktaking",
    "Stored",
    "decide",
    "export_gold",
    "parse_decisions",
    "read_decisions",
    "replay",
    "store",
]


def __getattr__(name: str) -> Any:
    room = next((room for room, names in _ROOMS.items() if name in names), None)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{room}"), name)
