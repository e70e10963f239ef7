"""Days in figures, one by one, and the words before the first: `vào lúc 7 giờ 30, sáng thứ hai, ngày (|5|/6`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.dates.said import Deictic, PartOfDay

BLANKS = "[ ]{0,2}"  # pages put blanks around slashes and dashes: `27 / 10`, `22- 5`
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
PART = r"(?:rạng\s+)?sáng(?:\s+sớm)?|trưa|chiều(?:\s+(?:tối|muộn))?|tối(?:\s+muộn)?|đêm"


def _numeric(sep: str, unless: str) -> str:
    """`d/m`, `d/m/yyyy`, `d/m/yy`, `d/m năm yyyy` with one separator; `unless` what may not follow a `d/m`."""
    short = rf"{BLANKS}/{BLANKS}" if sep == "/" else sep
    years = rf"{BLANKS}{sep}{BLANKS}(?P<y>{YEAR})|{short}(?P<yy>\d\d(?!\d))|,?\s+năm\s+(?P<y>{YEAR})|(?!{unless})"
    return rf"(?P<d>{DAY}){BLANKS}(?P<sep>{sep}){BLANKS}(?P<m>{MONTH})(?:{years})"


_NUMERIC = (
    rf"(?:{_numeric('/', f'{BLANKS}/{BLANKS}[0-9]')}"
    rf"|{_numeric('-', f'{BLANKS}[-/]{BLANKS}[0-9]')}"  # `10-11/6` are two days, `5 - 6 - 7/8` three
    rf"|{_numeric(r'[.]', f'[.][0-9]|{BLANKS}/{BLANKS}[0-9]')})"
    # the beginning of a document number, a per cent, a decimal
    rf"(?!{BLANKS}/{BLANKS}\p{{L}})(?!\.\d|-\p{{L}}|,\d|{BLANKS}%)"
)
_WORDED = (
    rf"(?P<d>{DAY})\s+tháng\s+(?P<m>{MONTH})"
    rf"(?:,?\s+năm\s+(?P<y>{YEAR})|{BLANKS}[/.-]{BLANKS}(?P<y>{YEAR})|(?!{BLANKS}[/-]{BLANKS}\d))"
)
_JOIN = (
    rf"{BLANKS}(?P<join>,(?:{BLANKS}và)?|;|&|-|và|đến|tới){BLANKS}(?:hết )?"
    rf"(?:(?P<jpart>{PART}){BLANKS})?(?:(?P<jword>(?:ngày|hôm)(?: m[ùồ]ng)?|m[ùồ]ng){BLANKS})?"
)
_ITEM = rf"(?:(?P<d>{DAY}){_JOIN}){{0,5}}?(?:{_NUMERIC}|{_WORDED})"
_NTH = r"(?<!(?:lần|họp|phiên|kỳ|khóa|hạng)\s+)"  # before `thứ hai` that is an ordinal, no Monday
_MONDAY = (
    rf"(?:(?<={_NTH}\bthứ )(?P<weekday>[2-7]){BLANKS}[,(|-]?{BLANKS}(?:ngày )?)?"  # `thứ 2 - 3/5` is a Monday, no range
)
FIGURES = Pattern(rf"(?<![\d\p{{L}}])(?<!\d[/.,-])(?<!\d [/-] )(?=\d){_MONDAY}{_ITEM}(?:{_JOIN}{_ITEM}){{0,5}}")
CLOCK = r"(?P<hour>\d{1,2})\s*(?:(?:h|g|giờ)\s*(?:\d{2}(?!\d))?\s*(?:phút|')?|:\s?\d\d)"
TOLD = r"(?:ngày\s+)?hôm\s+(?:nay|qua)|nay|qua|(?:ngày\s+)?mai|cùng\s+ngày"
_WEEKDAY = rf"{_NTH}thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|ch[ủú]a?\s+nhật"
_SEVERAL = r"\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|các|những"
_LEAD = Pattern(
    r"(?r)"
    rf"(?:(?P<until>đến|tới|-)?\s*(?<![\d\p{{L}}]){CLOCK}[\s,]*)?"
    rf"(?:(?:\b(?P<part>{PART})[\s,]*(?:và|-|,)\s*)?\b(?P<part>{PART})\b[\s,]*)?"
    rf"(?:\b(?P<weekday>{_WEEKDAY})\s+(?:vừa\s+qua|tuần\s+(?:qua|này|tới))"
    r"|\b(?P<past>(?:cuối\s+)?tuần\s+(?:qua|trước|này|tới|sau)|cuối\s+tuần|mới\s+đây|vừa\s+(?:qua|rồi))"
    rf"|\b(?P<told>{TOLD})\b(?:[\s,]+(?P<weekday>{_WEEKDAY}))?|\b(?P<weekday>{_WEEKDAY}))?"
    r"(?P<gap>[ ,:(-]*)"
    rf"(?:(?:\b(?:(?<!\bthứ\s+)(?P<several>{_SEVERAL})|(?P<each>một|mỗi|hàng|hằng|từng|nửa))\s+)?"
    r"\b(?P<word>ngày(?:\s+(?:qua|liên tiếp|làm việc|tới|nghỉ))?|hôm|(?:tính|kể)\s+(?:đến|tới|từ)"
    r"|từ|vào|đến|tới|trước|sau|hết)\b\s*:?[ ,]*)?"
    r"(?:\b(?P<early>m[ùồ]ng))?"  # `ngày mùng 4 tháng 7`: one of the first ten
    r"(?P<open>\(?)\s*"
)


class Right(StrEnum):
    """What the words before figures without a year let them be."""

    NONE = "none"  # 5/6
    BRACKET = "bracket"  # (12-13/6), (25/4): no ratio, and it fills the brackets
    SINCE = "since"  # từ 25/1 đến 2/2, đến 31/7: figures that can be no ratio
    DAY = "day"  # ngày 5.6
    COMMA = "comma"  # sáng nay, 5/6: a ratio too may follow the comma


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before the first day: `vào lúc 7 giờ 30, sáng thứ hai, ngày (`."""

    start: int
    right: Right
    part: PartOfDay | None
    deictic: Deictic | None
    several: bool
    """Said to be several days, so that `5/6, 9/6` may follow."""


@dataclass(frozen=True, slots=True)
class Point:
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


def points_of(match: regex.Match[str]) -> list[Point]:
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


def _point(span: Span, said: dict[str, str]) -> Point:
    year = said.get("y") or said.get("yy")
    return Point(
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


def lead_before(folded: str, start: int, *, weekday: bool) -> Lead:
    """The words before the day at `start`; `weekday`: one stands inside the figures (`thứ 2 - 3/5`)."""
    said = _LEAD.match(folded, max(0, start - 80), start)
    assert said is not None  # everything in it may be missing
    parts = said.captures("part")
    told = None if said["told"] in {"nay", "qua", "mai"} and not parts else said["told"]  # `đến nay, 5/7 xã`
    right = _right(said, near=weekday or bool(parts) or told is not None or said["weekday"] is not None)
    names = ["part", "word", "early"] + ["told"] * (told is not None) + ["weekday", "hour"] * (right != Right.NONE)
    clock = said["hour"] if said["until"] is None and right in _AT_A_CLOCK else None
    return Lead(
        start=min([begin for name in names for begin, _ in said.spans(name)] + [start]),
        right=right,
        part=part_of_day(parts, clock),
        deictic=deictic_of(told),
        several=said["several"] is not None,
    )


_AT_A_CLOCK = frozenset({Right.DAY, Right.COMMA, Right.NONE})
"""`14 giờ ngày 6/1`, `sáng nay, 5/6`, `14 giờ 6/01/2023`; in `từ 14 giờ, đến 6/1` the clock is another one's."""
_SINCE = frozenset({"từ", "vào", "đến", "tới", "trước", "sau", "hết"})


def _right(said: regex.Match[str], *, near: bool) -> Right:
    bracket = said["open"] == "(" or said["gap"].endswith("(")
    if said["each"] is not None:
        return Right.NONE  # `mỗi ngày 2-3 lần`
    if said["word"] in _SINCE and said["early"] is None:
        return Right.SINCE
    if said["word"] is not None or said["early"] is not None:
        return Right.DAY
    if near or (said["past"] is not None and bracket):
        return Right.COMMA if "," in said["gap"] else Right.DAY
    return Right.BRACKET if bracket else Right.NONE


_PARTS = {"sáng": PartOfDay.MORNING, "chiều": PartOfDay.AFTERNOON, "tối": PartOfDay.EVENING, "đêm": PartOfDay.EVENING}
_HOURS = ((5, 11, PartOfDay.MORNING), (13, 17, PartOfDay.AFTERNOON), (18, 23, PartOfDay.EVENING))


def part_of_day(parts: list[str], hour: str | None = None) -> PartOfDay | None:
    """What all `parts` agree on; the clock only when no word says it.

    >>> part_of_day(["chiều tối"]), part_of_day([], "7"), part_of_day(["sáng", "chiều"])
    (<PartOfDay.AFTERNOON: 'afternoon'>, <PartOfDay.MORNING: 'morning'>, None)
    """
    if parts:
        told = {_PARTS.get(part.removeprefix("rạng").split()[0]) for part in parts}
        return told.pop() if len(told) == 1 else None
    clock = -1 if hour is None else int(hour)
    return next((part for first, last, part in _HOURS if first <= clock <= last), None)


def deictic_of(told: str | None) -> Deictic | None:
    """Which day `hôm nay`, `ngày mai`, `cùng ngày` is."""
    if told is None:
        return None
    if told.endswith("nay"):
        return Deictic.TODAY
    if told.endswith("qua"):
        return Deictic.YESTERDAY
    return Deictic.TOMORROW if told.endswith("mai") else Deictic.SAME_DAY


CLEAR = frozenset({"/", ""})
"""Separators that no ratio or decimal shares."""
COUNTED = Pattern(
    r"\s*(?:lần|giờ|tiếng|người|lượt|ca|chuyến|buổi|bữa|triệu|tỷ|tỉ|nghìn|ngàn|tấn|tạ|kg|lít|ha|m2|km|điểm|tuổi|vụ|"
    r"đại biểu|đảng viên|đoàn viên|hội viên|chi bộ|đảng bộ|chỉ tiêu|tiêu chí|đồng chí|ủy viên|phiếu|hộ|xã|phường|huyện|"
    r"đơn vị|cơ quan|trường)(?!\p{L})"
)
"""What follows a ratio, a range or a decimal: `2-3 lần`, `15/16 chỉ tiêu`."""
