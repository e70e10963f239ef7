"""A compiled pattern."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import regex
from ahocorasick_rs import AhoCorasick

from congressx.patterns.gate import GATE
from congressx.patterns.kept import KEPT
from congressx.patterns.requirements import SpelledClause, cues_clause, spelled_clauses

_Match = regex.Match[str]


_ENOUGH = 200
_WORTHWHILE = 10
"""The gate is asked for a pattern as long as it spares at least one search in this many."""


_MANY = 16
"""Cues that are looked for together rather than one after the other."""


class Pattern:
    """A pattern of the `regex` package over text; its methods are those of `regex.Pattern`.

    It is compiled when it is first tried. Where the gate knows that it cannot match it is not tried at all.
    """

    __slots__ = (
        "_compiled", "_passed", "_spared", "findall", "finditer", "flags", "fullmatch", "match", "needs", "pattern",
        "search", "split", "sub",
    )  # fmt: skip

    search: Callable[..., _Match | None]
    match: Callable[..., _Match | None]
    fullmatch: Callable[..., _Match | None]
    finditer: Callable[..., Iterator[_Match]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[str | Any]]
    sub: Callable[..., str]
    needs: int
    """Bits of the clauses that hold wherever it matches; 0 as long as they are not known."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags
        self._compiled: regex.Pattern[str] | None = None
        self.needs = self._passed = self._spared = 0
        for method in ("findall", "finditer", "fullmatch", "match", "search", "split", "sub"):
            setattr(self, method, self._first_use_of(method))
        GATE.announce(self)

    def __reduce__(self) -> tuple[type[Pattern], tuple[str, int]]:
        return Pattern, (self.pattern, self.flags)

    def is_read(self) -> bool:
        """Whether its requirements are at hand."""
        return KEPT.knows_requirements(self.pattern, self.flags)

    def required(self) -> Iterable[SpelledClause]:
        """Clauses that hold wherever it matches."""
        return KEPT.requirements(self.pattern, self.flags)

    def guard(self, needs: int) -> None:
        """From now on the pattern is not searched where a bit of `needs` is missing."""
        self.needs = needs
        if needs:
            self.search, self.finditer = self._search, self._finditer

    @property
    def compiled(self) -> regex.Pattern[str]:
        """The pattern itself; `regex.error` when it is none."""
        compiled = self._compiled
        if compiled is None:
            compiled = self._compiled = KEPT.compiled(self.pattern, self.flags)
            self.match, self.fullmatch, self.findall = compiled.match, compiled.fullmatch, compiled.findall
            self.split, self.sub = compiled.split, compiled.sub
            if not self.needs:
                self.search, self.finditer = compiled.search, compiled.finditer
        return compiled

    def _first_use_of(self, method: str) -> Callable[..., Any]:
        def use(*args: Any, **kwargs: Any) -> Any:
            return getattr(self.compiled, method)(*args, **kwargs)

        return use

    def _search(self, text: str, pos: int | None = None, endpos: int | None = None, **others: Any) -> _Match | None:
        if self.needs & GATE.missing(text, pos, endpos):
            self._spared += 1
            return None
        return self._let_through().search(text, pos, endpos, **others)

    def _finditer(
        self, text: str, pos: int | None = None, endpos: int | None = None, **others: Any
    ) -> Iterator[_Match]:
        if self.needs & GATE.missing(text, pos, endpos):
            self._spared += 1
            return iter(())
        return self._let_through().finditer(text, pos, endpos, **others)

    def _let_through(self) -> regex.Pattern[str]:
        """The pattern itself; where asking spares next to nothing, nobody asks from now on."""
        compiled = self._compiled or self.compiled
        self._passed += 1
        if self._passed > _ENOUGH and self._spared * _WORTHWHILE < self._passed:
            self.search, self.finditer = compiled.search, compiled.finditer
        return compiled


class Cues:
    """Folded words of which one must stand in a sentence before it is worth a look."""

    __slots__ = ("_many", "needs", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)
        self.needs = 0
        self._many = AhoCorasick(self.words) if len(self.words) > _MANY else None
        GATE.announce(self)

    def __reduce__(self) -> tuple[type[Cues], tuple[tuple[str, ...]]]:
        return Cues, (self.words,)

    def is_read(self) -> bool:
        """They are the words."""
        return True

    def required(self) -> Iterable[SpelledClause]:
        """One clause: a word stands there."""
        return spelled_clauses(cues_clause(self.words))

    def guard(self, needs: int) -> None:
        """From now on the words need not be looked for where a bit of `needs` is missing."""
        self.needs = needs

    def stand_in(self, folded: str) -> bool:
        """Whether one of the words stands in the text, as part of a word too."""
        if self.needs & GATE.missing(folded):
            return False
        if self._many is not None:
            return bool(self._many.find_matches_as_indexes(folded))
        return any(word in folded for word in self.words)
