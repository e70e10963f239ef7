"""A compiled pattern."""

from __future__ import annotations

import regex


class Pattern:
    """A pattern of the `regex` package over text; its methods are those of `regex.Pattern`."""

    __slots__ = ("findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        compiled: regex.Pattern[str] = regex.compile(pattern, flags)
        self.pattern = pattern
        self.search = compiled.search
        self.match = compiled.match
        self.fullmatch = compiled.fullmatch
        self.finditer = compiled.finditer
        self.findall = compiled.findall
        self.split = compiled.split
        self.sub = compiled.sub
