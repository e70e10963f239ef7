"""Dates in running text: every way the news writes one, what is missing in them left missing.

`find_dates` answers dates only; `scan_dates` also what looks like one and is none (`TRAPS`), so that nobody reads its
figures as counts. A `d/m` without a year is a date only beside a date word (`ngày`, `sáng`, `thứ hai`, `hôm nay`), or
where it can be no ratio (`đến 31/7`, `(25/4)`). Ratios, decimals, ranges and document numbers (`55/58 đảng viên`,
`10-12%`, `42-KH/ĐUK`) are not answered at all. Nothing here knows today's date.

>>> from congressx.vietnamese.spelling import fold
>>> [m.start.iso() for m in find_dates(fold("Sáng 5/6, 12/15 chi bộ họp; ngày 27 tháng 12 năm 2017 tổng kết"))]
['--06-05', '2017-12-27']
>>> [(m.form.value, m.start.iso(), m.end.iso()) for m in find_dates("trong hai ngày 19 và 20/5") if m.end]
[('list', '--05-19', '--05-20')]
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows

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


# --- figures: days with their month -----------------------------------------------------------------------------------

_B = "[ ]{0,2}"  # pages put blanks around slashes and dashes: `27 / 10`, `22- 5`
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_PART = r"(?:rạng\s+)?sáng(?:\s+sớm)?|trưa|chiều(?:\s+(?:tối|muộn))?|tối(?:\s+muộn)?|đêm"


def _numeric(sep: str, unless: str) -> str:
    """`d/m`, `d/m/yyyy`, `d/m/yy`, `d/m năm yyyy` with one separator; `unless` what may not follow a `d/m`."""
    short = rf"{_B}/{_B}" if sep == "/" else sep
    years = rf"{_B}{sep}{_B}(?P<y>{_YEAR})|{short}(?P<yy>\d\d(?!\d))|,?\s+năm\s+(?P<y>{_YEAR})|(?!{unless})"
    return rf"(?P<d>{_DAY}){_B}(?P<sep>{sep}){_B}(?P<m>{_MONTH})(?:{years})"


_NUMERIC = (
    rf"(?:{_numeric('/', f'{_B}/{_B}[0-9]')}"
    rf"|{_numeric('-', f'{_B}[-/]{_B}[0-9]')}"  # `10-11/6` are two days, `5 - 6 - 7/8` three
    rf"|{_numeric(r'[.]', f'[.][0-9]|{_B}/{_B}[0-9]')})"
    # the beginning of a document number, a per cent, a decimal
    rf"(?!{_B}/{_B}\p{{L}})(?!\.\d|-\p{{L}}|,\d|{_B}%)"
)
_WORDED = (
    rf"(?P<d>{_DAY})\s+tháng\s+(?P<m>{_MONTH})"
    rf"(?:,?\s+năm\s+(?P<y>{_YEAR})|{_B}[/.-]{_B}(?P<y>{_YEAR})|(?!{_B}[/-]{_B}\d))"
)
_JOIN = (
    rf"{_B}(?P<join>,(?:{_B}và)?|;|&|-|và|đến|tới){_B}(?:hết )?"
    rf"(?:(?P<jpart>{_PART}){_B})?(?:(?P<jword>(?:ngày|hôm)(?: m[ùồ]ng)?|m[ùồ]ng){_B})?"
)
_ITEM = rf"(?:(?P<d>{_DAY}){_JOIN}){{0,5}}?(?:{_NUMERIC}|{_WORDED})"
_NTH = r"(?<!(?:lần|họp|phiên|kỳ|khóa|hạng)\s+)"  # before `thứ hai` that is an ordinal, no Monday
_MONDAY = rf"(?:(?<={_NTH}\bthứ )(?P<weekday>[2-7]){_B}[,(|-]?{_B}(?:ngày )?)?"  # `thứ 2 - 3/5` is a Monday, no range
_FIGURES = Pattern(rf"(?<![\d\p{{L}}])(?<!\d[/.,-])(?<!\d [/-] )(?=\d){_MONDAY}{_ITEM}(?:{_JOIN}{_ITEM}){{0,5}}")

_CLOCK = r"(?P<hour>\d{1,2})\s*(?:(?:h|g|giờ)\s*(?:\d{2}(?!\d))?\s*(?:phút|')?|:\s?\d\d)"
_TOLD = r"(?:ngày\s+)?hôm\s+(?:nay|qua)|nay|qua|(?:ngày\s+)?mai|cùng\s+ngày"
_WEEKDAY = rf"{_NTH}thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|ch[ủú]a?\s+nhật"
_SEVERAL = r"\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|các|những"
_LEAD = Pattern(
    r"(?r)"
    rf"(?:(?P<until>đến|tới|-)?\s*(?<![\d\p{{L}}]){_CLOCK}[\s,]*)?"
    rf"(?:(?:\b(?P<part>{_PART})[\s,]*(?:và|-|,)\s*)?\b(?P<part>{_PART})\b[\s,]*)?"
    rf"(?:\b(?P<weekday>{_WEEKDAY})\s+(?:vừa\s+qua|tuần\s+(?:qua|này|tới))"
    r"|\b(?P<past>(?:cuối\s+)?tuần\s+(?:qua|trước|này|tới|sau)|cuối\s+tuần|mới\s+đây|vừa\s+(?:qua|rồi))"
    rf"|\b(?P<told>{_TOLD})\b(?:[\s,]+(?P<weekday>{_WEEKDAY}))?|\b(?P<weekday>{_WEEKDAY}))?"
    r"(?P<gap>[ ,:(-]*)"
    rf"(?:(?:\b(?:(?<!\bthứ\s+)(?P<several>{_SEVERAL})|(?P<each>một|mỗi|hàng|hằng|từng|nửa))\s+)?"
    r"\b(?P<word>ngày(?:\s+(?:qua|liên tiếp|làm việc|tới|nghỉ))?|hôm|(?:tính|kể)\s+(?:đến|tới|từ)"
    r"|từ|vào|đến|tới|trước|sau|hết)\b\s*:?[ ,]*)?"
    r"(?:\b(?P<early>m[ùồ]ng))?"  # `ngày mùng 4 tháng 7`: one of the first ten
    r"(?P<open>\(?)\s*"
)


class _Right(StrEnum):
    """What the words before figures without a year let them be."""

    NONE = "none"  # 5/6
    BRACKET = "bracket"  # (12-13/6), (25/4): no ratio, and it fills the brackets
    SINCE = "since"  # từ 25/1 đến 2/2, đến 31/7: figures that can be no ratio
    DAY = "day"  # ngày 5.6
    COMMA = "comma"  # sáng nay, 5/6: a ratio too may follow the comma


@dataclass(frozen=True, slots=True)
class _Lead:
    """The words before the first day: `vào lúc 7 giờ 30, sáng thứ hai, ngày (`."""

    start: int
    right: _Right
    part: PartOfDay | None
    deictic: Deictic | None
    bracket: bool
    several: bool
    """Said to be several days, so that `5/6, 9/6` may follow."""


@dataclass(frozen=True, slots=True)
class _Point:
    """One day of a row of days, with the words that join it to the one before."""

    span: Span
    day: int
    month: int | None
    year: int | None
    guessed: bool
    """Whether the year had two figures."""
    sep: str
    join: str
    part: str | None
    word: bool


def _figures(folded: str, match: regex.Match[str]) -> Iterator[DateMention]:
    """The rows of days that `match` holds, each begun at the first day that has a right to be one."""
    points = _points(match)
    first = 0
    while first < len(points):
        lead = _lead(folded, points[first].span.start, weekday=first == 0 and match["weekday"] is not None)
        taken, mention = _row_of_days(folded, points[first:], lead)
        first += taken
        if mention is not None:
            yield mention


def _points(match: regex.Match[str]) -> list[_Point]:
    """The days of a match in text order; a group belongs to the day before it, a join to the day after it."""
    groups = ("d", "sep", "m", "y", "yy", "join", "jpart", "jword")
    said: list[dict[str, str]] = []
    spans: list[Span] = []
    joined: dict[str, str] = {}
    for start, stop, name in sorted((*span, group) for group in groups for span in match.spans(group)):
        value = match.string[start:stop]
        if name == "d":
            said.append({**joined, name: value})
            spans.append(Span(start, stop))
            joined = {}
        elif name.startswith("j"):
            joined[name] = value
        else:
            said[-1][name] = value
            spans[-1] = Span(spans[-1].start, stop)
    return [_point(span, words) for span, words in zip(spans, said, strict=True)]


def _point(span: Span, said: dict[str, str]) -> _Point:
    year = said.get("y") or said.get("yy")
    return _Point(
        span=span,
        day=int(said["d"]),
        month=int(said["m"]) if "m" in said else None,
        year=None if year is None else _century(int(year)),
        guessed="yy" in said,
        sep=said.get("sep", ""),
        join=said.get("join", ""),
        part=said.get("jpart"),
        word="jword" in said or "jpart" in said,
    )


def _century(year: int) -> int:
    """`28/5/04` is of 2004, `3/2/76` of 1976."""
    return year if year > 99 else 2000 + year if year <= 40 else 1900 + year


def _lead(folded: str, start: int, *, weekday: bool) -> _Lead:
    said = _LEAD.match(folded, max(0, start - 80), start)
    assert said is not None  # everything in it may be missing
    parts = said.captures("part")
    told = None if said["told"] in {"nay", "qua", "mai"} and not parts else said["told"]  # `đến nay, 5/7 xã`
    right = _right(said, near=weekday or bool(parts) or told is not None or said["weekday"] is not None)
    names = ["part", "word", "early"] + ["told"] * (told is not None) + ["weekday", "hour"] * (right != _Right.NONE)
    clock = said["hour"] if said["until"] is None and right in _AT_A_CLOCK else None
    return _Lead(
        start=min([begin for name in names for begin, _ in said.spans(name)] + [start]),
        right=right,
        part=_part_of_day(parts, clock),
        deictic=_deictic(told),
        bracket=said["open"] == "(" or said["gap"].endswith("("),
        several=said["several"] is not None,
    )


_AT_A_CLOCK = frozenset({_Right.DAY, _Right.COMMA, _Right.NONE})
"""`14 giờ ngày 6/1`, `sáng nay, 5/6`, `14 giờ 6/01/2023`; in `từ 14 giờ, đến 6/1` the clock is another one's."""
_SINCE = frozenset({"từ", "vào", "đến", "tới", "trước", "sau", "hết"})


def _right(said: regex.Match[str], *, near: bool) -> _Right:
    bracket = said["open"] == "(" or said["gap"].endswith("(")
    if said["each"] is not None:
        return _Right.NONE  # `mỗi ngày 2-3 lần`
    if said["word"] in _SINCE and said["early"] is None:
        return _Right.SINCE
    if said["word"] is not None or said["early"] is not None:
        return _Right.DAY
    if near or (said["past"] is not None and bracket):
        return _Right.COMMA if "," in said["gap"] else _Right.DAY
    return _Right.BRACKET if bracket else _Right.NONE


_PARTS = {"sáng": PartOfDay.MORNING, "chiều": PartOfDay.AFTERNOON, "tối": PartOfDay.EVENING, "đêm": PartOfDay.EVENING}
_HOURS = ((5, 11, PartOfDay.MORNING), (13, 17, PartOfDay.AFTERNOON), (18, 23, PartOfDay.EVENING))


def _part_of_day(parts: list[str], hour: str | None = None) -> PartOfDay | None:
    """What all `parts` agree on; the clock only when no word says it.

    >>> _part_of_day(["chiều tối"]), _part_of_day([], "7"), _part_of_day(["sáng", "chiều"])
    (<PartOfDay.AFTERNOON: 'afternoon'>, <PartOfDay.MORNING: 'morning'>, None)
    """
    if parts:
        told = {_PARTS.get(part.removeprefix("rạng").split()[0]) for part in parts}
        return told.pop() if len(told) == 1 else None
    clock = -1 if hour is None else int(hour)
    return next((part for first, last, part in _HOURS if first <= clock <= last), None)


def _deictic(told: str | None) -> Deictic | None:
    if told is None:
        return None
    if told.endswith("nay"):
        return Deictic.TODAY
    if told.endswith("qua"):
        return Deictic.YESTERDAY
    return Deictic.TOMORROW if told.endswith("mai") else Deictic.SAME_DAY


def _row_of_days(folded: str, points: list[_Point], lead: _Lead) -> tuple[int, DateMention | None]:
    """The longest row from the first point on that calendar and context allow, and how many points it took."""
    for stop in range(len(points), 0, -1):
        row = points[:stop]
        dates = None if row[-1].month is None or _two_rows(row) or _two_days(row) else _filled(row)
        if dates is None:
            continue
        trap = _trap(folded, row, dates, lead)
        if trap is not None or _may_stand(folded, row, lead):
            return stop, _row_mention(folded, row, dates, lead, trap)
    return 1, None


_TO = frozenset({"-", "đến", "tới"})


def _two_rows(row: list[_Point]) -> bool:
    """Whether the row holds a range and more: `từ ngày 12 đến 13/3 và ngày 20 đến 22/3`."""
    whole = sum(point.month is not None for point in row)
    return len(row) > 2 and whole > 1 and any(point.join in _TO for point in row)


def _two_days(row: list[_Point]) -> bool:
    """Whether a date of its own begins inside the row: `Kế hoạch ngày 04/10/2021, sáng 23/10/2021 …`.

    The half-days of one meeting say the month or the year once (`chiều 16, sáng 17/7`), or follow close upon one another.
    """
    return any(
        second.join[:1] in (",", ";") and second.part is not None and _apart(first, second)
        for first, second in pairwise(row)
    )


def _apart(first: _Point, second: _Point) -> bool:
    if first.month is None or second.month is None:
        return False
    days = 30 * (second.month - first.month) + second.day - first.day
    return first.year is not None or not 0 < days <= _ONE_MEETING


_ONE_MEETING = 5
"""Days from the first half-day of a meeting to its last, where both say their month."""


def _filled(row: list[_Point]) -> list[PartialDate] | None:
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


_COUNTED = Pattern(
    r"\s*(?:lần|giờ|tiếng|người|lượt|ca|chuyến|buổi|bữa|triệu|tỷ|tỉ|nghìn|ngàn|tấn|tạ|kg|lít|ha|m2|km|điểm|tuổi|vụ|"
    r"đại biểu|đảng viên|đoàn viên|hội viên|chi bộ|đảng bộ|chỉ tiêu|tiêu chí|đồng chí|ủy viên|phiếu|hộ|xã|phường|huyện|"
    r"đơn vị|cơ quan|trường)(?!\p{L})"
)
"""What follows a ratio, a range or a decimal: `2-3 lần`, `15/16 chỉ tiêu`."""


def _may_stand(folded: str, row: list[_Point], lead: _Lead) -> bool:
    """Whether the figures of `row` are days, not a ratio, a decimal or a range."""
    if not lead.several and any(_loose(*pair) for pair in pairwise(row)):
        return False
    if any(point.year is not None for point in row):
        return _may_stand_with_year(row, lead)
    counted = _COUNTED.match(folded, row[-1].span.stop) is not None
    if lead.right == _Right.DAY:
        return not counted or (len(row) == 1 and row[0].sep in _CLEAR)  # sáng 5/6 đại biểu thảo luận
    if lead.right == _Right.COMMA:
        return not counted
    return not counted and _no_ratio(row) and _frames(folded, row, lead)


_CLEAR = frozenset({"/", ""})


def _may_stand_with_year(row: list[_Point], lead: _Lead) -> bool:
    if lead.right == _Right.NONE and any(point.guessed for point in row):
        return False
    whole = row[0].month is not None
    tight = len(row) > 1 and row[1].join == "-" and row[1].span.start == row[0].span.stop + 1
    return whole or tight or lead.right != _Right.NONE  # lần thứ 12, 15/5/2020: 12 is no day


def _no_ratio(row: list[_Point]) -> bool:
    """Whether the figures alone can hardly be a ratio or a range: `31/7`, `25/1 đến 2/2`, `4-12 đến 6-12`."""
    late = any(point.day > 12 for point in row)
    if len(row) == 1:
        return late and row[0].sep in {"/", "-", ""} and (row[0].day, row[0].month) != (24, 7)  # trực 24/7
    return row[-1].join in _TO and (
        row[-1].sep in _CLEAR or (row[-1].sep == "-" and (late or row[0].month == row[-1].month))
    )


def _frames(folded: str, row: list[_Point], lead: _Lead) -> bool:
    """Whether `từ … đến …` or a pair of brackets holds the whole row."""
    if lead.right == _Right.SINCE:
        return True
    if lead.right != _Right.BRACKET or not folded.startswith(")", row[-1].span.stop):
        return False
    return row[0].month is None or (row[0].sep == "/" and any(point.day > 12 for point in row))


def _loose(first: _Point, second: _Point) -> bool:
    """Whether a whole `d/m` follows another over a comma, with no date word: `ngày 30/4, 9/10 chi bộ`."""
    if first.month is None or second.month is None or second.year is not None or second.word:
        return False
    return second.join[0] in ",;"


def _row_mention(
    folded: str, row: list[_Point], dates: list[PartialDate], lead: _Lead, trap: DateForm | None
) -> DateMention:
    stop = row[-1].span.stop
    bracketed = "(" in folded[lead.start : row[0].span.start]
    parts = {_part_of_day([point.part]) for point in row if point.part is not None} | (
        {lead.part} if lead.part else set()
    )
    clock = None if parts else _CLOCK_AFTER.match(folded, stop)
    if clock is not None:
        parts = {_part_of_day([], clock["hour"])}
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


def _begins_whole(row: list[_Point], lead: _Lead) -> bool:
    """`ngày 3 và sáng ngày 4/6`: a whole day and the half of another."""
    return lead.part is None and any(point.part is not None for point in row[1:])


_CLOCK_AFTER = Pattern(rf"\s*\)?\s*,?\s*(?:vào\s+)?lúc\s+{_CLOCK}")


# --- traps: dates that are names or feasts ----------------------------------------------------------------------------

_LUNAR = Pattern(r"\s*,?\s*\(?(?:theo\s+)?(?:âm\s+lịch|âl\b|al\b)")
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


def _trap(folded: str, row: list[_Point], dates: list[PartialDate], lead: _Lead) -> DateForm | None:
    if _LUNAR.match(folded, row[-1].span.stop) is not None:
        return DateForm.LUNAR
    first, last = dates[0], dates[-1]
    if (first.month, first.day) == (last.month, last.day) and first.year != last.year:
        return DateForm.ANNIVERSARY
    return _name_trap(folded, row, lead)


def _name_trap(folded: str, row: list[_Point], lead: _Lead) -> DateForm | None:
    bare = lead.start == row[0].span.start
    if not bare and not folded.startswith("ngày", lead.start):
        return None
    found = _name_words(before_word=not bare).match(folded, max(0, lead.start - 24), lead.start)
    if found is None or found.lastgroup is None:
        return None
    form = DateForm(found.lastgroup)
    if (row[0].sep not in _CLEAR or not bare) and (row[0].day, row[0].month) not in _FEASTS:
        return None
    return None if form == DateForm.NAMED_AFTER and row[-1].year is not None else form


# --- months, words, years ---------------------------------------------------------------------------------------------

_MONTHS = Pattern(
    rf"\btháng\s+(?P<m>{_MONTH})(?:{_B}[/.-]{_B}(?P<y>{_YEAR})|,?\s+năm\s+(?P<y>{_YEAR}))?"
    rf"(?:{_B}(?P<join>-|,|và|đến|tới)\s*(?P<again>tháng\s+)?(?P<m2>{_MONTH})"
    rf"(?:{_B}[/.-]{_B}(?P<y2>{_YEAR})|,?\s+năm\s+(?P<y2>{_YEAR}))?(?!{_B}[/.-]{_B}\d|,\d|{_B}%))?"
)
_NO_MONTH = Pattern(rf"{_B}[/-]{_B}\d|[.,]\d|{_B}%")
_BEFORE_MONTH = Pattern(
    r"(?r)(?:(?P<none>\d|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mỗi|hàng|hằng|từng|vài|mấy|nửa|cách\s+mạng))"
    r"|\b(?P<asks>trong|vào|từ|đến|tới|cuối|đầu|giữa|trước|sau|hết|của|hồi|khoảng|dự\s+kiến|ngay)|(?P<opens>^|[\n.(;:\"]))\s*"
)
_AFTER_MONTH = Pattern(
    r"\s*(?:$|[,.;:)\n\"]|(?:năm\s+(?:nay|ngoái|trước|sau|tới|đó)|cùng\s+năm|tới|này|vừa|qua|sau|hàng\s+năm|hằng\s+năm)\b)"
)


def _months(folded: str, match: regex.Match[str]) -> Iterator[DateMention]:
    """`tháng 12/2014`, `tháng 3 - 4/2018`; without a year only where the words around ask for it."""
    first, year, stop = int(match["m"]), match["y"], match.end("y" if match["y"] else "m")
    start = PartialDate(None if year is None else int(year), first, None)
    end = _second_month(match, start)
    if end is not None:
        year, stop = match["y2"] or year, match.end()
        start = start if start.year or end.year is None else start.with_year(end.year - (first > (end.month or 0)))
    no_month = _LUNAR.match(folded, stop) or (year is None and _NO_MONTH.match(folded, stop))
    if no_month or not _month_may_stand(folded, match.start(), stop, year):
        return
    form = DateForm.MONTH if end is None else DateForm.MONTHS
    yield DateMention(Span(match.start(), stop), start, end, None, None, form)


def _second_month(match: regex.Match[str], start: PartialDate) -> PartialDate | None:
    """The last month of a row that follows the first and says so itself: by its year or by `tháng`."""
    if match["m2"] is None or (match["y2"] is None and (match["again"] is None or start.year is not None)):
        return None
    end = PartialDate(None if match["y2"] is None else int(match["y2"]), int(match["m2"]), None)
    if start.year is None or end.year is None:
        return end if start.month != end.month else None
    return end if start.before(end) else None


def _month_may_stand(folded: str, begin: int, stop: int, year: str | None) -> bool:
    before = _BEFORE_MONTH.match(folded, max(0, begin - 12), begin)
    if before is not None and before["none"] is not None:
        return year is not None and not before["none"].isdigit()
    if year is not None:
        return True
    if before is not None and before["asks"] is not None and _COUNTED.match(folded, stop) is None:
        return True
    return before is not None and _AFTER_MONTH.match(folded, stop) is not None


_ALONE = Pattern(
    rf"\b(?:(?P<part>{_PART})\s+)(?P<told>{_TOLD})(?!\p{{L}})|\b(?P<told>(?:ngày\s+)?hôm\s+(?:nay|qua)|ngày\s+mai|cùng\s+ngày)(?!\p{{L}})"
)
_THROUGH = Pattern(r"\s+(?:đường|cầu|điện\s+thoại|mạng|email|internet|loa|các|một|nhiều)\b")
"""After `qua` in its other meaning, through: `tối qua đường`."""
_SOME_DAYS = Pattern(r"(?r)\b(?:mấy|những|vài|nhiều)\s+")
"""Before `hôm nay` that means these days."""


def _alone(folded: str, match: regex.Match[str]) -> Iterator[DateMention]:
    through = match["told"] == "qua" and _THROUGH.match(folded, match.end()) is not None
    if through or _SOME_DAYS.match(folded, max(0, match.start() - 8), match.start()):
        return
    part = None if match["part"] is None else _part_of_day([match["part"]])
    yield DateMention(Span(*match.span()), UNSAID, None, part, _deictic(match["told"]), DateForm.DEICTIC)


_SPELLED = Pattern(
    rf"\bngày\s+(?P<d>{_DAY})\s+tháng\s+(?P<word>\p{{L}}+(?:\s+(?!năm)\p{{L}}+)?)(?:\s*,)?(?:\s+năm)?\s+(?P<y>{_YEAR})"
)


def _spelled(folded: str, match: regex.Match[str]) -> Iterator[DateMention]:
    """`ngày 12 tháng tám năm 2019`: a whole date whose month is a word is left to dateparser."""
    date = _parsed(int(match["d"]), match["word"], int(match["y"]))
    if date is not None:
        lead = _lead(folded, match.start("d"), weekday=False)
        yield DateMention(Span(lead.start, match.end()), date, None, lead.part, lead.deictic, DateForm.DAY)


@cache
def _parsed(day: int, month: str, year: int) -> PartialDate | None:
    """What dateparser makes of a whole date, if it leaves day and year as they are written.

    Only its reader of absolute dates is used: its other ones fill what they do not understand from today's date.
    """
    import dateparser

    settings = {"DATE_ORDER": "DMY", "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    read = dateparser.parse(f"{day} tháng {month} năm {year}", languages=["vi"], settings=settings)
    if read is None or (read.day, read.year) != (day, year):
        return None
    return PartialDate(read.year, read.month, read.day)


_YEARS = Pattern(rf"\bnăm\s+(?P<y>{_YEAR})(?!{_B}[-/]{_B}\d)")


def _years(folded: str, match: regex.Match[str]) -> Iterator[DateMention]:
    yield DateMention(Span(*match.span()), PartialDate(int(match["y"]), None, None), None, None, None, DateForm.YEAR)


_READERS: tuple[tuple[Pattern, Callable[[str, regex.Match[str]], Iterator[DateMention]]], ...] = (
    (_FIGURES, _figures),
    (_SPELLED, _spelled),
    (_MONTHS, _months),
    (_ALONE, _alone),
    (_YEARS, _years),
)
"""The order is the only priority: what an earlier reader took, a later one leaves. The last reads on request only."""
