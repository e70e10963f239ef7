"""The gazetteers beside the code, read once: one entry a line, columns at tabs, `#` for comments."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def entries(name: str, package: str = "congressx.vietnamese") -> tuple[str, ...]:
    """Lines of the gazetteer `name` that stands in `package`, in file order.

    >>> "Bình Dương" in entries("places.txt")
    True
    """
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def rows(name: str, package: str = "congressx.vietnamese") -> tuple[tuple[str, ...], ...]:
    """Lines of the gazetteer `name`, cut at tabs."""
    return tuple(tuple(line.split("\t")) for line in entries(name, package))
