"""The whole way, from files to tables. Only this station knows all others.

What reads articles is imported when it is asked for: a run that finds nothing to do is over before that.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from congressx.pipeline.cores import cores
from congressx.pipeline.run import extract, extract_to
from congressx.pipeline.summary import StoppedError, Summary

if TYPE_CHECKING:
    from congressx.pipeline.facts import chosen_extractors, fact_records, read_facts, table_records
    from congressx.pipeline.rows import extract_batch

__all__ = [
    "StoppedError",
    "Summary",
    "chosen_extractors",
    "cores",
    "extract",
    "extract_batch",
    "extract_to",
    "fact_records",
    "read_facts",
    "table_records",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room = "rows" if name == "extract_batch" else "facts"
    return getattr(importlib.import_module(f"{__name__}.{room}"), name)
