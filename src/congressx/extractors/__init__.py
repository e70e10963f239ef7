"""`Document` → `Mention`: one folder a kind, each with an `EXTRACTOR`; the folder listing is the register."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from congressx.engine import Extractor, in_order


@cache
def all_extractors() -> tuple[Extractor, ...]:
    """The extractor of every folder here, those that others need first."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return in_order(importlib.import_module(f"{__name__}.{name}").EXTRACTOR for name in names)
