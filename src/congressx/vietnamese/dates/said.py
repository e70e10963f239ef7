"""What a text says of a date: a day, a month or a year, whatever of it is said, with the half of the day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum

from congressx.span import Span

_LEAP_YEAR = 2000
"""A year that has a 29 February, for dates without a year."""


class PartOfDay(StrEnum):
    """Half of the day; noon (`trưa`, 12 giờ) is neither and stays open."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Deictic(StrEnum):
    """A day told from the day of writing: `hôm nay`, `ngày mai`, `hôm qua`; `cùng ngày` from the day last told."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    YESTERDAY = "yesterday"
    SAME_DAY = "same_day"


class DateForm(StrEnum):
    """How a date is said; the last five are no dates of an event."""

    DAY = "day"  # 28/5 · 27 tháng 12 năm 2017
    RANGE = "range"  # từ ngày 20 đến 28/1/2016 · 25/1-2/2/2021
    LIST = "list"  # các ngày 15, 16-5-2020 · chiều 16 và sáng 17.7
    MONTH = "month"  # tháng 12/2014
    MONTHS = "months"  # tháng 3 - 4/2018
    YEAR = "year"  # năm 2019, only on request
    DEICTIC = "deictic"  # sáng nay, without any figure
    ANNIVERSARY = "anniversary"  # 19/5/1890 - 19/5/2022
    BADGE_ROUND = "badge_round"  # đợt 19/5
    HOLIDAY = "holiday"  # lễ 30/4
    NAMED_AFTER = "named_after"  # Hội trường 2/9
    LUNAR = "lunar"  # 10/3 âm lịch


TRAPS = frozenset({DateForm.ANNIVERSARY, DateForm.BADGE_ROUND, DateForm.HOLIDAY, DateForm.NAMED_AFTER, DateForm.LUNAR})


@dataclass(frozen=True, slots=True)
class PartialDate:
    """What a text says of a date. Days that no calendar has cannot be made.

    >>> PartialDate(None, 5, 28).iso(), PartialDate(2018, 3, None).iso(), PartialDate(2019, None, None).iso()
    ('--05-28', '2018-03', '2019')
    >>> PartialDate(2021, 2, 29)
    Traceback (most recent call last):
    ValueError: no calendar has 29/2/2021
    """

    year: int | None
    month: int | None
    day: int | None

    def __post_init__(self) -> None:
        try:
            datetime.date(self.year or _LEAP_YEAR, self.month or 1, self.day or 1)
        except ValueError:
            raise ValueError(f"no calendar has {self.day}/{self.month}/{self.year}") from None

    def iso(self) -> str | None:
        """`2017-12-27`, `--05-28`, `2018-03`, `--05`, `2019`; None for a day without its month and for nothing."""
        if self.month is None:
            return None if self.year is None or self.day is not None else f"{self.year:04d}"
        head = "-" if self.year is None else f"{self.year:04d}"
        tail = "" if self.day is None else f"-{self.day:02d}"
        return f"{head}-{self.month:02d}{tail}"

    def full(self) -> datetime.date | None:
        """The day itself, when year, month and day are all said."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)

    def with_year(self, year: int) -> PartialDate:
        """The same day and month in `year`; a ValueError for 29 February of a common year."""
        return replace(self, year=year)

    def before(self, other: PartialDate) -> bool | None:
        """Whether this comes first; None when what is said does not decide it.

        >>> may = PartialDate(2020, 5, 3)
        >>> may.before(PartialDate(2020, 6, None)), may.before(PartialDate(None, 6, 4))
        (True, None)
        """
        if (self.year is None) != (other.year is None):
            return None
        for mine, theirs in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if mine != theirs:
                return None if mine is None or theirs is None else mine < theirs
        return False


UNSAID = PartialDate(None, None, None)
"""The date of a deictic alone: `sáng nay` says no day of the calendar."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date of a text, from its date word (`chiều`, `ngày`, `hôm nay`) to its last figure; `end` only of a row."""

    span: Span
    start: PartialDate
    end: PartialDate | None
    part_of_day: PartOfDay | None
    deictic: Deictic | None
    form: DateForm
