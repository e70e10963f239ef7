"""Rows of days: `15, 16-5-2020`, `chiều 16 và sáng 17.7`, `từ ngày 20 đến 28/1/2016`; and what is a ratio instead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.dates.points import (
    CLEAR,
    CLOCK,
    COUNTED,
    Lead,
    Point,
    Right,
    lead_before,
    part_of_day,
    points_of,
)
from congressx.vietnamese.dates.said import UNSAID, DateForm, DateMention, PartialDate
from congressx.vietnamese.dates.traps import trap_of


def rows_of_days(folded: str, match: regex.Match[str]) -> Iterator[DateMention]:
    """The rows of days that `match` holds, each begun at the first day that has a right to be one."""
    points = points_of(match)
    first = 0
    while first < len(points):
        lead = lead_before(folded, points[first].span.start, weekday=first == 0 and match["weekday"] is not None)
        taken, mention = _row_of_days(folded, points[first:], lead)
        first += taken
        if mention is not None:
            yield mention


def _row_of_days(folded: str, points: list[Point], lead: Lead) -> tuple[int, DateMention | None]:
    """The longest row from the first point on that calendar and context allow, and how many points it took."""
    for stop in range(len(points), 0, -1):
        row = points[:stop]
        dates = None if row[-1].month is None or _two_rows(row) or _two_days(row) else _filled(row)
        if dates is None:
            continue
        trap = trap_of(folded, row, dates, lead)
        if trap is not None or _may_stand(folded, row, lead):
            return stop, _row_mention(folded, row, dates, lead, trap)
    return 1, None


_TO = frozenset({"-", "đến", "tới"})


def _two_rows(row: list[Point]) -> bool:
    """Whether the row holds a range and more: `từ ngày 12 đến 13/3 và ngày 20 đến 22/3`."""
    whole = sum(point.month is not None for point in row)
    return len(row) > 2 and whole > 1 and any(point.join in _TO for point in row)


def _two_days(row: list[Point]) -> bool:
    """Whether a date of its own begins inside the row: `Kế hoạch ngày 04/10/2021, sáng 23/10/2021 …`.

    The half-days of one meeting say the month or the year once (`chiều 16, sáng 17/7`), or follow close upon one another.
    """
    return any(
        second.join[:1] in (",", ";") and second.part is not None and _apart(first, second)
        for first, second in pairwise(row)
    )


def _apart(first: Point, second: Point) -> bool:
    if first.month is None or second.month is None:
        return False
    days = 30 * (second.month - first.month) + second.day - first.day
    return first.year is not None or not 0 < days <= _ONE_MEETING


_ONE_MEETING = 5
"""Days from the first half-day of a meeting to its last, where both say their month."""


def _filled(row: list[Point]) -> list[PartialDate] | None:
    """The days with month and year taken from their neighbours; None when they are in no order or in no calendar."""
    dates: list[PartialDate] = []
    try:
        for point in reversed(row):  # 15, 16-5-2020: what is missing stands further right
            later = dates[-1] if dates else UNSAID
            month = point.month or later.month
            year = point.year or (later.year and later.year - _turn_of_year(month, later.month))
            dates.append(PartialDate(year, month, point.day))
        dates.reverse()
        for place in range(1, len(dates)):  # 13/3/2020 đến 21/3: the year stands further left
            earlier, date = dates[place - 1], dates[place]
            if date.year is None and earlier.year is not None:
                dates[place] = date.with_year(earlier.year + _turn_of_year(earlier.month, date.month))
    except ValueError:
        return None
    return dates if all(_follows(*pair) for pair in pairwise(dates)) else None


def _turn_of_year(first: int | None, second: int | None) -> bool:
    """Whether a row of days that runs from one month to the other crosses New Year: `30/12 - 2/1`."""
    return first is not None and second is not None and first >= 11 and second <= 2


def _follows(first: PartialDate, second: PartialDate) -> bool:
    if first.year is None and second.year is None and _turn_of_year(first.month, second.month):
        return True
    return first.before(second) is True


def _may_stand(folded: str, row: list[Point], lead: Lead) -> bool:
    """Whether the figures of `row` are days, not a ratio, a decimal or a range."""
    if not lead.several and any(_loose(*pair) for pair in pairwise(row)):
        return False
    if any(point.year is not None for point in row):
        return _may_stand_with_year(row, lead)
    counted = COUNTED.match(folded, row[-1].span.stop) is not None
    if lead.right == Right.DAY:
        return not counted or (len(row) == 1 and row[0].sep in CLEAR)  # sáng 5/6 đại biểu thảo luận
    if lead.right == Right.COMMA:
        return not counted
    return not counted and _no_ratio(row) and _frames(folded, row, lead)


def _may_stand_with_year(row: list[Point], lead: Lead) -> bool:
    if lead.right == Right.NONE and any(point.guessed for point in row):
        return False
    whole = row[0].month is not None
    tight = len(row) > 1 and row[1].join == "-" and row[1].span.start == row[0].span.stop + 1
    return whole or tight or lead.right != Right.NONE  # lần thứ 12, 15/5/2020: 12 is no day


def _no_ratio(row: list[Point]) -> bool:
    """Whether the figures alone can hardly be a ratio or a range: `31/7`, `25/1 đến 2/2`, `4-12 đến 6-12`."""
    late = any(point.day > 12 for point in row)
    if len(row) == 1:
        return late and row[0].sep in {"/", "-", ""} and (row[0].day, row[0].month) != (24, 7)  # trực 24/7
    return row[-1].join in _TO and (
        row[-1].sep in CLEAR or (row[-1].sep == "-" and (late or row[0].month == row[-1].month))
    )


def _frames(folded: str, row: list[Point], lead: Lead) -> bool:
    """Whether `từ … đến …` or a pair of brackets holds the whole row."""
    if lead.right == Right.SINCE:
        return True
    if lead.right != Right.BRACKET or not folded.startswith(")", row[-1].span.stop):
        return False
    return row[0].month is None or (row[0].sep == "/" and any(point.day > 12 for point in row))


def _loose(first: Point, second: Point) -> bool:
    """Whether a whole `d/m` follows another over a comma, with no date word: `ngày 30/4, 9/10 chi bộ`."""
    if first.month is None or second.month is None or second.year is not None or second.word:
        return False
    return second.join[0] in ",;"


def _row_mention(
    folded: str, row: list[Point], dates: list[PartialDate], lead: Lead, trap: DateForm | None
) -> DateMention:
    stop = row[-1].span.stop
    bracketed = "(" in folded[lead.start : row[0].span.start]
    parts = {part_of_day([point.part]) for point in row if point.part is not None} | (
        {lead.part} if lead.part else set()
    )
    clock = None if parts else _CLOCK_AFTER.match(folded, stop)
    if clock is not None:
        parts = {part_of_day([], clock["hour"])}
    ranged = row[-1].join in _TO
    shape = DateForm.DAY if len(row) == 1 else DateForm.RANGE if ranged else DateForm.LIST
    return DateMention(
        span=Span(lead.start, stop + (bracketed and folded.startswith(")", stop))),
        start=dates[0],
        end=dates[-1] if len(row) > 1 else None,
        part_of_day=parts.pop() if len(parts) == 1 and not _begins_whole(row, lead) else None,
        deictic=lead.deictic,
        form=trap or shape,
    )


def _begins_whole(row: list[Point], lead: Lead) -> bool:
    """`ngày 3 và sáng ngày 4/6`: a whole day and the half of another."""
    return lead.part is None and any(point.part is not None for point in row[1:])


_CLOCK_AFTER = Pattern(rf"\s*\)?\s*,?\s*(?:vào\s+)?lúc\s+{CLOCK}")
