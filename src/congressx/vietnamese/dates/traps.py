"""Dates that are names or feasts: `đợt 19/5`, `Hội trường 2/9`, `10/3 âm lịch`."""

from __future__ import annotations

from functools import cache

from congressx.patterns import Pattern
from congressx.vietnamese.dates.points import CLEAR, Lead, Point
from congressx.vietnamese.dates.said import DateForm, PartialDate
from congressx.vietnamese.gazetteers import rows

LUNAR = Pattern(r"\s*,?\s*\(?(?:theo\s+)?(?:âm\s+lịch|âl\b|al\b)")
_FEASTS = frozenset(
    {(9, 1), (3, 2), (27, 2), (8, 3), (26, 3), (30, 4), (1, 5), (7, 5), (19, 5), (1, 6), (21, 6), (27, 7), (19, 8)}
    | {(2, 9), (10, 10), (20, 10), (7, 11), (20, 11), (22, 12)}
)
"""Days that feasts and rounds of badges are called after, so that `đợt 19-5` is one and `đợt 2-3 ngày` is none."""


@cache
def _name_words(*, before_word: bool) -> Pattern:
    """Words that make a date a name, matched backwards; `before_word` those that do so before `ngày` too."""
    kinds: dict[str, list[str]] = {}
    for words, form, reach in rows("named_dates.tsv"):
        if reach == "ngày" or not before_word:
            kinds.setdefault(form, []).append(words)
    branches = "|".join(rf"(?P<{form}>{'|'.join(words)})" for form, words in kinds.items())
    return Pattern(rf"(?r)\b(?:{branches}) +[\"']?")


def trap_of(folded: str, row: list[Point], dates: list[PartialDate], lead: Lead) -> DateForm | None:
    """What a row of days is if no date of an event, or None."""
    if LUNAR.match(folded, row[-1].span.stop) is not None:
        return DateForm.LUNAR
    first, last = dates[0], dates[-1]
    if (first.month, first.day) == (last.month, last.day) and first.year != last.year:
        return DateForm.ANNIVERSARY
    return _name_trap(folded, row, lead)


def _name_trap(folded: str, row: list[Point], lead: Lead) -> DateForm | None:
    bare = lead.start == row[0].span.start
    if not bare and not folded.startswith("ngày", lead.start):
        return None
    found = _name_words(before_word=not bare).match(folded, max(0, lead.start - 24), lead.start)
    if found is None or found.lastgroup is None:
        return None
    form = DateForm(found.lastgroup)
    if (row[0].sep not in CLEAR or not bare) and (row[0].day, row[0].month) not in _FEASTS:
        return None
    return None if form == DateForm.NAMED_AFTER and row[-1].year is not None else form
