"""The one scan that reads every date of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache

import regex

from congressx.patterns import Pattern
from congressx.vietnamese.dates.in_words import ALONE, MONTHS, SPELLED, YEARS, alone, months, spelled, years_alone
from congressx.vietnamese.dates.points import FIGURES
from congressx.vietnamese.dates.rows_of_days import rows_of_days
from congressx.vietnamese.dates.said import TRAPS, DateMention


def find_dates(folded: str, *, years: bool = False) -> tuple[DateMention, ...]:
    """Every date in `folded`, in text order; a year alone (`năm 2019`) only when `years` is asked for.

    >>> [(m.span.of(t), m.part_of_day, m.start.iso()) for t in ["vào chiều tối nay (28/5)"] for m in find_dates(t)]
    [('chiều tối nay (28/5)', <PartOfDay.AFTERNOON: 'afternoon'>, '--05-28')]
    """
    return tuple(mention for mention in scan_dates(folded, years=years) if mention.form not in TRAPS)


@lru_cache(maxsize=512)  # several kinds ask for the same sentences
def scan_dates(folded: str, *, years: bool = False) -> tuple[DateMention, ...]:
    """As `find_dates`, with the traps: names and feasts that contain a date.

    >>> [m.form.value for m in scan_dates("tại hội trường 2/9, trao huy hiệu đợt 19/5, nghỉ lễ 30/4")]
    ['named_after', 'badge_round', 'holiday']
    """
    found: list[DateMention] = []
    for pattern, read in _READERS if years else _READERS[:-1]:
        for match in pattern.finditer(folded):
            for mention in read(folded, match):
                _place(found, mention)
    return tuple(found)


def _place(found: list[DateMention], mention: DateMention) -> None:
    """Put `mention` into `found`, which stays in text order, unless an earlier reader took the place."""
    place = bisect_left(found, mention.span, key=lambda other: other.span)
    if not any(other.span.overlaps(mention.span) for other in found[max(0, place - 1) : place + 1]):
        found.insert(place, mention)


_READERS: tuple[tuple[Pattern, Callable[[str, regex.Match[str]], Iterator[DateMention]]], ...] = (
    (FIGURES, rows_of_days),
    (SPELLED, spelled),
    (MONTHS, months),
    (ALONE, alone),
    (YEARS, years_alone),
)
"""The order is the only priority: what an earlier reader took, a later one leaves. The last reads on request only."""
