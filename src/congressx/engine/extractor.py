"""A kind of fact: its rules in order, its records, and what it takes from its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from congressx.document import Document
from congressx.engine.mention import Mention, Rejection
from congressx.engine.record import FactRecord
from congressx.engine.rule import Finder, Rule
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase


@dataclass(frozen=True, slots=True)
class LinkContext:
    """What a kind's `link` sees: the document, its own mentions in text order, and those of the kinds it needs.

    `sets_aside` sees the same, before there are mentions of its own.
    """

    document: Document
    mentions: Sequence[Mention]
    neighbours: Mapping[str, Sequence[Mention]]


@dataclass(frozen=True, slots=True)
class Extractor:
    """`records` names the tables the kind fills (usually one, its own name); `needs` are kinds that run before it.

    `lookalike` is a loose pattern over the folded sentence of whatever might be the kind: what `make mine` searches for
    things that no rule took.

    `sets_aside` is asked before any rule: why the kind reads nothing in a document, which is then told once, or None.
    """

    kind: str
    rules: tuple[Rule | Finder, ...]
    records: Mapping[str, type[FactRecord]]
    link: Callable[[LinkContext], Iterable[Mention | Rejection]] | None = None
    needs: tuple[str, ...] = ()
    lookalike: str = ""
    sets_aside: Callable[[LinkContext], str | None] | None = None

    @property
    def loose(self) -> Pattern:
        """`lookalike`, ready to be used on folded sentences."""
        return _pattern(self.lookalike)


def off_subject(context: LinkContext, besides: str = "") -> str | None:
    """Why a kind that only Party bodies, councils, unions and associations have is not read in a document, or None.

    `besides` says what else the kind would be read for.
    """
    if context.document.is_on_subject:
        return None
    return f"the article speaks of no Party body, council, union or association{besides}"


@cache
def _pattern(lookalike: str) -> Pattern:
    return Pattern(phrase(lookalike))
