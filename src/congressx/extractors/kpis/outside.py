"""What a figure is when it measures no achievement: votes, attendance, a committee's make-up, capital, crime, prices, biography."""

from __future__ import annotations

from functools import cache

import regex

from congressx.extractors.kpis.clauses import clause_start, clause_stop
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows

_PACKAGE = "congressx.extractors.kpis"


@cache
def _words(reach: str) -> regex.Pattern[str]:
    by_reason: dict[str, list[str]] = {}
    for words, reason, far in rows("outside.tsv", _PACKAGE):
        if far == reach:
            by_reason.setdefault(reason, []).append(words.replace(" ", r"\s+"))
    branches = "|".join(f"(?P<{reason}>{'|'.join(sorted(words, key=len, reverse=True))})" for reason, words in by_reason.items())
    return regex.compile(rf"(?<!\p{{L}})(?:{branches})(?!\p{{L}})")


def reasons_around(folded: str, span: Span) -> frozenset[str]:
    """What the words of the figure's clause and of the whole sentence make of it.

    >>> sorted(reasons_around("ông được bầu với 98% số phiếu", Span(17, 20)))
    ['votes']
    """
    start, stop = clause_start(folded, span.start), clause_stop(folded, span.stop)
    near = {match.lastgroup for match in _words("clause").finditer(folded, start, stop)}
    far = {match.lastgroup for match in _words("sentence").finditer(folded)}
    return frozenset(reason for reason in near | far if reason is not None)


@cache
def _among(name: str) -> regex.Pattern[str]:
    words = sorted(entries(name, _PACKAGE), key=lambda word: (-len(word), word))
    return regex.compile(rf"(?<!\p{{L}})(?:{'|'.join(word.replace(' ', chr(92) + 's+') for word in words)})(?!\p{{L}})")


def names_one_of(name: str, folded: str, start: int, stop: int) -> bool:
    """Whether a word of the gazetteer `name` stands between `start` and `stop`."""
    return _among(name).search(folded, start, stop) is not None
