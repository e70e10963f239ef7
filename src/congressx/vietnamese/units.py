"""Units behind numbers: per cent, money, measures, spans of time, `lần`; and the nouns that news counts.

>>> from congressx.span import Span
>>> text = "45 triệu đồng/người/năm, 3 ngày rưỡi, họp 2 lần, 12 đồng chí"
>>> def behind(start: int, stop: int, scaled: bool = False) -> UnitRead:
...     return read_unit(text, Figure(Span(start, stop), stop, 2, scaled=scaled))
>>> behind(0, 8, scaled=True).span.of(text), behind(25, 26).unit.value, behind(25, 26).half
('đồng/người/năm', 'duration', True)
>>> [behind(start, start + 1).unit.value for start in (42, 49)]
['count', 'count']
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.numerals import Number
from congressx.vietnamese.phrases import Phrases
from congressx.vietnamese.slashes import SlashKind


class Unit(StrEnum):
    """Kind of unit of a number."""

    PERCENT = "percent"
    PER_MILLE = "per_mille"
    VND = "vnd"
    USD = "usd"
    TIMES = "times"
    RATIO = "ratio"
    COUNT = "count"
    DURATION = "duration"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, range, share or ratio before its unit is read."""

    number: Span
    """From the first figure or number word to the last."""
    stop: int
    """Behind its magnitude words."""
    low: Number
    high: Number | None = None
    total: Number | None = None
    ratio: bool = False
    spelled: bool = False
    scaled: bool = False
    """Whether it has magnitude words."""
    billions: bool = False
    """Whether the last of them is `tỷ`."""
    shared: str = ""
    """A unit behind the low end of a range: `8% - 8,5%`."""
    slash: SlashKind | None = None

    @property
    def small(self) -> bool:
        """A plain whole number, as names, dates and clock times have."""
        return isinstance(self.low, int) and not self.scaled and self.total is None


@dataclass(frozen=True, slots=True)
class UnitRead:
    """The unit behind a number."""

    unit: Unit
    stop: int
    """Behind the unit, or behind the number of a count."""
    span: Span | None = None
    """Where the unit is written out; None for counts, ratios and per cent."""
    head: str | None = None
    """Its word in `units.tsv`."""
    half: bool = False
    """`3 ngày rưỡi`."""

    @property
    def strong(self) -> bool:
        """A unit that no name, date or clock time has behind its number."""
        return self.unit not in (Unit.COUNT, Unit.DURATION)

    def text(self, text: str) -> str | None:
        """The unit as it is written, blanks squeezed; money without its word is `đồng`."""
        written = None if self.span is None else " ".join(self.span.of(text).split())
        return f"đồng{written or ''}" if self.unit is Unit.VND and self.head is None else written


# --- counted nouns ----------------------------------------------------------------------------------------------------


@cache
def _nouns() -> Phrases:
    return Phrases(entries("countable_nouns.txt"))


_BLANKS = Pattern(r"\s*")


def noun_end(text: str, start: int) -> int | None:
    """Where the counted noun behind a number ends, if it is one of `countable_nouns.txt`.

    >>> noun_end("12 tổ chức đảng", 2), noun_end("12 tổ chức", 2), noun_end("12 và", 2)
    (15, 5, None)
    """
    blanks = _BLANKS.match(text, start)
    return None if blanks is None else _nouns().longest(text, blanks.end())


# --- units ------------------------------------------------------------------------------------------------------------


@cache
def _kinds() -> dict[str, Unit]:
    return {word: Unit(kind) for word, kind in rows("units.tsv")}


CURRENCY = r"đồng(?!\s*(?:chí|bào|đội|thời|loạt|ý|thuận|bộ|nghiệp|hành|tình|phục|hương|đều|minh|nai|tháp|xoài|hồ|hới|xuân|văn))"
"""`đồng` the money."""
_BESIDE = {
    "đồng": CURRENCY.removeprefix("đồng"),
    "đ": r"(?![\p{L}/.])",
    "đô": r"(?!\s*(?:thị|đốc|vật|thành))",
    "tấn": r"(?!\s*công)",
    "tạ": r"(?!\s*(?:tội|ơn))",
    "yến": r"(?!\s*(?:sào|tiệc))",
    "mẫu": r"(?=\s*(?:ruộng|đất|lúa|[,.;)]|$))",
    "sào": r"(?!\s*huyệt)",
    "m": r"(?!['.])",
    "ngày": r"(?!\s*công(?!\s*tác))",
    "đêm": r"(?!\s*(?:diễn|nhạc|văn|giao|hội))",
    "quý": r"(?!\s*(?:i|v|vị|đại|báo|khách)\b)",
    "tuổi": r"(?!\s*trẻ)",
    "năm": r"(?!\s*ngoái)",
    "tháng": r"(?!\s*\d)",
}
"""What may not (or must) stand behind a word of `units.tsv`."""
_PER = (
    r"(?:\s?/\s?(?:lao\s+động|đầu\s+người|hộ\s+dân|nhân\s+khẩu|sản\s+phẩm|héc[-\s]ta|ngày\s+đêm|\p{L}+[²³23]?)"
    r"(?![\p{L}\d]))*"
)


@cache
def _pattern() -> Pattern:
    words = sorted(_kinds(), key=lambda word: (-len(word), word))
    heads = "|".join(regex.escape(word).replace(r"\ ", r"\s+") + _BESIDE.get(word, "") for word in words)
    return Pattern(
        rf"\s*(?:"
        rf"(?P<mille>%\s?0(?!\d)|‰|%o\b|phần\s+(?:nghìn|ngàn)\b)"
        rf"|(?P<points>điểm\s*(?:%|phần\s+trăm))"
        rf"|(?P<percent>%|phần\s+trăm\b)(?:\s?/\s?(?:năm|tháng|quý)\b)?"
        rf"|(?P<unit>(?P<head>{heads})(?![\p{{L}}\d]){_PER})(?P<half>\s+rưỡi\b)?"
        rf"|(?P<per>/\s?(?:người|lao\s+động|hộ|tháng|năm|ha|m2|khẩu)\b{_PER}))"
    )


def read_unit(text: str, figure: Figure) -> UnitRead:
    """The unit behind `figure`; a count where there is none."""
    if figure.ratio:
        return UnitRead(Unit.RATIO, figure.stop)
    match = _pattern().match(text, figure.stop)
    if match is None:
        return _money_or_count(text, figure)
    if match["unit"] is not None:
        return _worded(text, figure, match)
    if match["per"] is not None:  # 45 triệu/người/năm
        money = figure.scaled and not figure.spelled
        return UnitRead(Unit.VND, match.end(), Span(*match.span("per"))) if money else _count(figure)
    if match["mille"] is not None:
        return UnitRead(Unit.PER_MILLE, match.end())
    points = None if match["points"] is None else Span(*match.span("points"))
    return UnitRead(Unit.PERCENT, match.end(), points)


def _count(figure: Figure) -> UnitRead:
    return UnitRead(Unit.COUNT, figure.stop)


def _money_or_count(text: str, figure: Figure) -> UnitRead:
    """`1.400 tỷ` of nothing is money."""
    if figure.billions and noun_end(text, figure.stop) is None and not _COUNTED.match(text, figure.stop):
        return UnitRead(Unit.VND, figure.stop)
    return _count(figure)


_COUNTED = Pattern(r"\s+(?:dân|cổ|con|bản|cây|lượt|viên|tấm|hạt|cái)\b")


def _worded(text: str, figure: Figure, match: regex.Match[str]) -> UnitRead:
    """A unit of `units.tsv`, unless its word counts here: `họp 2 lần`, `tổ chức 12 buổi tọa đàm`, `hai đồng`."""
    head = " ".join(match["head"].split())
    unit = _kinds()[head]
    counts = (
        (unit is Unit.TIMES and not _multiplies(text, figure))
        or (head == "buổi" and not _lasts(text, figure, match.end()))
        or (head == "đồng" and not figure.scaled and figure.low < 100 and "/" not in match["unit"])
    )
    if counts:
        return _count(figure)
    half = match["half"] is not None
    return UnitRead(unit, match.end() if half else match.end("unit"), Span(*match.span("unit")), head, half)


_MULTIPLYING = Pattern(
    r"(?r)\b(?:gấp|tăng|giảm|bằng|cao hơn|thấp hơn|lớn hơn|nhiều hơn|nhân lên)"
    r"(?:\s+(?:lên|khoảng|hơn|gần|trên|tới|đến|từ|xấp xỉ|ít nhất|tối thiểu|gấp|bình quân)){0,3}\s+"
)


def _multiplies(text: str, figure: Figure) -> bool:
    """Whether `lần` multiplies: `gấp 2 lần`, `1,5 lần`."""
    if isinstance(figure.low, float) or isinstance(figure.high, float):
        return True
    return _MULTIPLYING.match(text, max(0, figure.number.start - 40), figure.number.start) is not None


_MOST_SESSIONS = 10
_HELD = Pattern(r"(?r)\b(?:tổ chức|mở|thực hiện|triển khai|phối hợp|được|gần|hơn|trên)\s+")
_LASTING = Pattern(r"\s*(?:$|[^\s\p{L}]|(?:làm việc|diễn ra|họp|thảo luận|liên tiếp|trong|và|của|với|qua|này)\b)")


def _lasts(text: str, figure: Figure, stop: int) -> bool:
    """Whether `buổi` is a span of time: `trong 2 buổi`; nothing lasts 250 of them."""
    if figure.low > _MOST_SESSIONS:
        return False
    held = _HELD.match(text, max(0, figure.number.start - 24), figure.number.start)
    return held is None and _LASTING.match(text, stop) is not None
