"""Numbers that measure something, with what bounds them and their unit.

`find_quantities` scans one sentence. What looks like a number of things and is none (dates, clock times, document numbers,
ordinals, names such as `quận 5`) is left out by the rows of `_EXCLUSIONS`; slash tokens by the table of `slashes`.
Counted nouns are not read here: `12 chi bộ` is 12 with unit `count`, its noun begins behind the span.

>>> from congressx.vietnamese.spelling import fold
>>> text = fold("Sáng 28/5, hơn 1.510 đại biểu dự; đạt 15/16 chỉ tiêu, thu 310 tỷ đồng, tăng 4 - 5%/năm, gấp 2,5 lần")
>>> for found in find_quantities(text):
...     print(found.span.of(text), found.comparator, found.value, found.value_high or found.total, found.unit)
hơn 1.510 gt 1510 None count
15/16 eq 15 16 count
310 tỷ đồng eq 310000000000 None vnd
4 - 5%/năm range 4 5 percent
2,5 lần eq 2.5 None times
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

import regex

from congressx.span import Span
from congressx.vietnamese.dates import scan_dates
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.numerals import DIGITS, MAGNITUDE, SPELLED, Number, read_digits, read_number, read_spelled
from congressx.vietnamese.phrases import Phrases
from congressx.vietnamese.slashes import SLASH as SLASH
from congressx.vietnamese.slashes import SlashKind as SlashKind
from congressx.vietnamese.slashes import classify_share
from congressx.vietnamese.slashes import classify_slash as classify_slash


class Comparator(StrEnum):
    """How the words around a number bound it."""

    EQ = "eq"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"
    NEARLY = "nearly"
    APPROX = "approx"
    RANGE = "range"


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
class Quantity:
    """One number that measures; offsets in the text it was found in."""

    span: Span
    """Comparator, number with its magnitude words, and unit; a counted noun begins behind it."""
    number: Span
    """From the first figure (or number word) to the last: `4 - 5` of `4 - 5%`, `15/16`, `310` of `310 tỷ đồng`."""
    value: Number
    """Magnitude words multiplied out; the low end of a range."""
    value_high: Number | None
    comparator: Comparator
    unit: Unit
    unit_text: str | None
    """The unit in folded spelling without its magnitude word, blanks squeezed; None for counts, ratios and per cent."""
    total: Number | None = None
    """M of `N/M`, of `N trong tổng số M` and of the ratio `N:M`."""
    unit_span: Span | None = None
    """Where `unit_text` stands, if it is written out."""
    spelled: bool = False
    """Whether the number is written in words."""
    slash: SlashKind | None = None
    """What the share is one of, for `N/M`."""


def find_quantities(folded: str) -> tuple[Quantity, ...]:
    """Every measuring number of a sentence or paragraph in folded spelling, in text order.

    >>> [q.value for q in find_quantities("khóa 11, số 05-ct/tw, lần thứ 12, lúc 7 giờ 30, năm 2017, giai đoạn 2016-2020")]
    []
    >>> [(q.value, q.unit_text) for q in find_quantities("thu nhập 45 triệu đồng/người/năm; công suất 80 tấn/mẻ")]
    [(45000000, 'đồng/người/năm'), (80, 'tấn/mẻ')]
    """
    text = folded.replace("\n", " ")
    scene = _Scene(text)
    found: list[Quantity] = []
    at = 0
    while (match := _CANDIDATE.search(text, at)) is not None:
        at, quantity = _read(scene, match)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


@dataclass(slots=True)
class _Scene:
    """A text under the scan, with what is worked out once: its dates, and where the last excluded number ended."""

    text: str
    name_until: int = -1
    """End of the last number that was a name or a date: `quận 4, 7 và 8`."""
    _dates: tuple[Span, ...] | None = field(default=None)

    def dated(self, span: Span) -> bool:
        """Whether a date of the text overlaps `span`."""
        if self._dates is None:
            self._dates = tuple(mention.span for mention in scan_dates(self.text))
        return any(date.overlaps(span) for date in self._dates)


# --- numbers ----------------------------------------------------------------------------------------------------------

_NUM = r"\d+(?:[.,]\d+)*"
_AMOUNT = rf"{_NUM}(?:(?:\s*{MAGNITUDE})+(?:\s*{_NUM}(?:\s*{MAGNITUDE})+)*)?"
_CANDIDATE = regex.compile(rf"(?P<digits>{DIGITS})|(?P<spelled>{SPELLED})")
_CURRENCY = r"đồng(?!\s*(?:chí|bào|đội|thời|loạt|ý|thuận|bộ|nghiệp|hành|tình|phục|hương|đều|minh|nai|tháp|xoài|hới|xuân|văn))"
_FIGURE = regex.compile(
    rf"""
    (?P<low>{_AMOUNT})
    (?:
      (?P<shared>\s*(?:%|{_CURRENCY}|usd))?
      (?:(?P<dash>\s*-\s*)|\s+(?:đến|tới|-)\s+) (?P<high>{_AMOUNT})
    | \s?/\s? (?P<total>{_NUM})
    | \s?:\s? (?P<versus>{_NUM})
    | \s+(?:trong|trên)\s+(?:tổng\s+)?số\s+ (?P<of>{_NUM})
    )?
    """,
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number, range, share or ratio before its unit is read."""

    number: Span
    stop: int
    """Behind its magnitude words."""
    low: Number
    high: Number | None = None
    total: Number | None = None
    ratio: bool = False
    dash: bool = False
    spelled: bool = False
    scaled: bool = False
    """Whether it has magnitude words."""
    billions: bool = False
    shared: str = ""
    """A unit that stands behind the low end of a range already: `8% - 8,5%`."""
    slash: SlashKind | None = None

    @property
    def small(self) -> bool:
        """A plain whole number in figures or words, as names, dates and clock times have."""
        return isinstance(self.low, int) and not self.scaled and self.total is None


def _read(scene: _Scene, match: regex.Match[str]) -> tuple[int, Quantity | None]:
    """The quantity at a candidate, if it is one, and where to go on."""
    text, start = scene.text, match.start()
    if match["spelled"] is not None:
        figure = _spelled(text, match)
    else:
        written = _FIGURE.match(text, start)
        assert written is not None  # it begins as the candidate does
        figure = _range(text, written) or _share(scene, written) or _ratio(text, written) or _single(written)
    if figure is None:
        return match.end(), None
    unit = _unit(text, figure)
    if _excluded(scene, figure, unit):
        return max(figure.number.stop, match.end()), None
    return max(figure.stop, unit.stop), _quantity(text, figure, unit)


def _single(written: regex.Match[str]) -> _Figure | None:
    value = read_number(written["low"])
    if value is None:
        return None
    return _Figure(_figures(written, "low"), written.end("low"), value, **_scales(written["low"]))


def _figures(written: regex.Match[str], first: str, last: str | None = None) -> Span:
    """From the first figure of one group to the last figure of another."""
    start, (begin, stop) = written.start(first), written.span(last or first)
    return Span(start, begin + len(_TAIL.sub("", written.string[begin:stop])))


_TAIL = regex.compile(r"[^\d]+$")


def _scales(amount: str) -> dict[str, bool]:
    return {"scaled": not amount[-1].isdigit(), "billions": amount.endswith(("tỷ", "tỉ"))}


def _range(text: str, written: regex.Match[str]) -> _Figure | None:
    """`4 - 5`, `từ 200 đến 250`, `8% - 8,5%`, `5 - 7 triệu`; figures that may be a day and a month need a unit or a noun."""
    if written["high"] is None:
        return None
    low, high = read_number(written["low"]), read_number(written["high"])
    if low is None or high is None or _is_year(high):
        return None
    scale = _SCALE.sub("", written["high"])
    if scale and written["low"][-1].isdigit():
        shared = read_number(f"{written['low']} {scale}")
        low = shared if shared is not None and shared < high else low
    if not low < high or regex.match(r"[.,/-]?\d|\s?/\s?\d", text[written.end() : written.end() + 3]):
        return None
    figure = _Figure(
        _figures(written, "low", "high"), written.end(), low, high, dash=written["dash"] is not None,
        shared=(written["shared"] or "").strip(), **_scales(written["high"]),
    )  # fmt: skip
    return figure if _may_be_range(text, figure) else None


_SCALE = regex.compile(r"^[\d.,]+\s*")


def _may_be_range(text: str, figure: _Figure) -> bool:
    unit = _unit(text, figure)
    if figure.shared:
        return figure.shared == "%" and unit.unit is Unit.PERCENT or figure.shared == unit.head
    if unit.unit is not Unit.COUNT or figure.scaled or _noun_end(text, figure.stop) is not None:
        return True
    if _FROM.search(text, max(0, figure.number.start - 6), figure.number.start):
        return True
    dayish = figure.low <= 31 and figure.high is not None and figure.high <= 12
    return not dayish and regex.match(r"\s+\p{L}", text[figure.stop : figure.stop + 3]) is not None


_FROM = regex.compile(r"\btừ\s+$")


def _share(scene: _Scene, written: regex.Match[str]) -> _Figure | None:
    """`15/16` where the table of slash tokens says that it is so many of so many, and `17 trong tổng số 19`."""
    last = "of" if written["of"] is not None else "total"
    if written[last] is None:
        return None
    value, total = read_digits(written["low"]), read_digits(written[last])
    if not isinstance(value, int) or not isinstance(total, int) or value > total:
        return None
    kind = None
    if last == "total":
        share = _SHARE.match(scene.text, written.start(), written.end())
        assert share is not None
        kind = classify_share(scene.text, share, dated=scene.dated(Span(*written.span())))
        if not kind.is_share:
            return None
    return _Figure(_figures(written, "low", last), written.end(), value, total=total, slash=kind)


_SHARE = regex.compile(rf"(?P<value>{_NUM})\s?/\s?(?P<total>{_NUM})")


def _ratio(text: str, written: regex.Match[str]) -> _Figure | None:
    """`1:7`; two figures behind the colon are minutes unless a word says it is a ratio."""
    if written["versus"] is None:
        return None
    value, total = read_digits(written["low"]), read_digits(written["versus"])
    said = _RATIO_WORD.search(text, max(0, written.start() - 60), written.start()) is not None
    if value is None or not total or (len(written["versus"]) > 1 and not said):
        return None
    return _Figure(_figures(written, "low", "versus"), written.end(), value, total=total, ratio=True)


_RATIO_WORD = regex.compile(r"\bt[ỷỉ] (?:lệ|số)\b[^.;]*$")


def _is_year(value: Number | None) -> bool:
    return isinstance(value, int) and 1900 <= value <= 2100


# --- numbers in words -------------------------------------------------------------------------------------------------

_NUMBER_WORD = r"(?:một|hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|chục|linh|lẻ|rưỡi|mấy)(?!\p{L})"
_VAGUE_BEFORE = regex.compile(
    rf"\b(?:vài|mấy|dăm|những|các|nhiều|cả|hàng|hằng|nửa|{_NUMBER_WORD}|năm|một\s+(?:hay|hoặc|hai))\s*,?\s+$"
)
_VAGUE_AFTER = regex.compile(rf"\s*,?\s*(?:{_NUMBER_WORD}|tư(?!\p{{L}}))|\s+hay\s+(?:{_NUMBER_WORD})")
_ONE_COUNTED = regex.compile(
    r"\b(?:ít nhất|tối thiểu|không quá|tối đa|trong đó(?: có)?|gồm(?: có)?|bầu(?: bổ sung| thêm)?|bổ sung|chỉ có|thêm|đúng)\s+$"
)
_ONE_LASTED = regex.compile(r"\b(?:sau|trong|suốt|hơn|gần|dành|kéo dài|mất)\s+$")
_POINTED_AT = regex.compile(r"\s+(?:này|trên|đó|ấy|kia|nói trên|còn lại|nữa)\b")


def _spelled(text: str, match: regex.Match[str]) -> _Figure | None:
    """A number in words, if what follows is counted: `hai phó bí thư`, `ba ngày`, `hơn hai trăm đại biểu`."""
    value = read_spelled(match.group())
    start, stop = match.span()
    before = text[max(0, start - 24) : start]
    if value is None or _VAGUE_BEFORE.search(before) or _VAGUE_AFTER.match(text, stop):
        return None
    words = match.group()
    scaled = regex.search(rf"{MAGNITUDE}", words) is not None
    figure = _Figure(Span(start, stop), stop, value, spelled=True, scaled=scaled, billions=words.endswith(("tỷ", "tỉ")))
    unit, noun = _unit(text, figure), _noun_end(text, stop)
    if unit.unit is Unit.COUNT and (noun is None or _POINTED_AT.match(text, noun)):
        return None
    if words == "năm":  # year or five
        return figure if unit.unit is Unit.COUNT and _ONE_COUNTED.search(before) else None
    if words == "một":  # a or one
        counted = _ONE_LASTED if unit.unit is Unit.DURATION else _ONE_COUNTED
        return figure if counted.search(before) else None
    return figure


# --- units ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _UnitRead:
    """The unit behind a number; `head` is its first word from `units.tsv`."""

    unit: Unit
    stop: int
    span: Span | None = None
    head: str | None = None
    half: bool = False
    """`3 ngày rưỡi`."""

    @property
    def strong(self) -> bool:
        """A unit that no name, date or clock time has behind its number."""
        return self.unit not in (Unit.COUNT, Unit.DURATION)


@cache
def _unit_kinds() -> dict[str, Unit]:
    return {word: Unit(kind) for word, kind in rows("units.tsv")}


_NOT_THE_UNIT = {
    "đồng": _CURRENCY.removeprefix("đồng"),
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
    "tháng": r"(?!\s*\d)",
}
"""What may not (or must) follow a word of `units.tsv`."""


@cache
def _unit_pattern() -> regex.Pattern[str]:
    words = sorted(_unit_kinds(), key=lambda word: (-len(word), word))
    heads = "|".join(regex.escape(word).replace(r"\ ", r"\s+") + _NOT_THE_UNIT.get(word, "") for word in words)
    per = (
        r"(?:\s?/\s?(?:lao\s+động|đầu\s+người|hộ\s+dân|nhân\s+khẩu|sản\s+phẩm|héc[-\s]ta|ngày\s+đêm|\p{L}+[²³23]?)"
        r"(?![\p{L}\d]))*"
    )
    return regex.compile(
        rf"\s*(?:"
        rf"(?P<mille>%\s?0(?!\d)|‰|%o\b|phần\s+(?:nghìn|ngàn)\b)|(?P<points>điểm\s*(?:%|phần\s+trăm))"
        rf"|(?P<percent>%|phần\s+trăm\b)(?:\s?/\s?(?:năm|tháng|quý)\b)?"
        rf"|(?P<unit>(?P<head>{heads})(?![\p{{L}}\d]){per})(?P<half>\s+rưỡi\b)?"
        rf"|(?P<per>/\s?(?:người|lao\s+động|hộ|tháng|năm|ha|m2|khẩu)\b{per}))"
    )


def _unit(text: str, figure: _Figure) -> _UnitRead:
    """The unit behind `figure`; a count where there is none."""
    if figure.ratio:
        return _UnitRead(Unit.RATIO, figure.stop)
    match = _unit_pattern().match(text, figure.stop)
    if match is None:
        return _bare_money(text, figure)
    if match["mille"] is not None:
        return _UnitRead(Unit.PER_MILLE, match.end())
    if match["percent"] is not None:
        return _UnitRead(Unit.PERCENT, match.end(), head="%")
    if match["points"] is not None:
        return _UnitRead(Unit.PERCENT, match.end(), Span(*match.span("points")))
    if match["per"] is not None:  # 45 triệu/người/năm is money
        money = figure.scaled and not figure.spelled
        return _UnitRead(Unit.VND, match.end(), Span(*match.span("per"))) if money else _UnitRead(Unit.COUNT, figure.stop)
    return _worded_unit(text, figure, match)


def _worded_unit(text: str, figure: _Figure, match: regex.Match[str]) -> _UnitRead:
    head = " ".join(match["head"].split())
    unit = _unit_kinds()[head]
    if unit is Unit.TIMES and not _is_times(text, figure):
        return _UnitRead(Unit.COUNT, figure.stop)
    if head == "buổi" and _are_events(text, figure, match.end()):
        return _UnitRead(Unit.COUNT, figure.stop)
    if head == "đồng" and not figure.scaled and figure.low < 100 and "/" not in match["unit"]:
        return _UnitRead(Unit.COUNT, figure.stop)  # hai đồng …: no price is that low
    half = match["half"] is not None
    return _UnitRead(unit, match.end() if half else match.end("unit"), Span(*match.span("unit")), head, half)


def _is_times(text: str, figure: _Figure) -> bool:
    """Whether `lần` multiplies (`gấp 2 lần`, `tăng 1,5 lần`) or counts (`họp 2 lần`)."""
    if isinstance(figure.low, float) or isinstance(figure.high, float):
        return True
    before = text[max(0, figure.number.start - 32) : figure.number.start]
    return _MULTIPLIES.search(before) is not None


_MULTIPLIES = regex.compile(
    r"\b(?:gấp|tăng|giảm|bằng|cao hơn|thấp hơn|lớn hơn|nhiều hơn|nhân lên)"
    r"(?:\s+(?:lên|khoảng|hơn|gần|trên|tới|đến|từ|xấp xỉ|ít nhất|tối thiểu|gấp|bình quân)){0,3}\s+$"
)


def _are_events(text: str, figure: _Figure, stop: int) -> bool:
    """Whether `buổi` counts events (`tổ chức 12 buổi tọa đàm`) or lasts (`trong 2 buổi`)."""
    if _HELD.search(text, max(0, figure.number.start - 24), figure.number.start):
        return True
    return _LASTING.match(text, stop) is None


_HELD = regex.compile(r"\b(?:tổ chức|mở|thực hiện|triển khai|phối hợp|được|gần|hơn|trên)\s+$")
_LASTING = regex.compile(r"\s*(?:$|[^\s\p{L}]|(?:làm việc|diễn ra|họp|thảo luận|liên tiếp|trong|và|của|với|qua|này)\b)")


def _bare_money(text: str, figure: _Figure) -> _UnitRead:
    """`1.400 tỷ` of nothing is money; where dollars are near, nobody knows which."""
    if not figure.billions or _noun_end(text, figure.stop) is not None or _OF_PEOPLE.match(text, figure.stop):
        return _UnitRead(Unit.COUNT, figure.stop)
    return _UnitRead(Unit.VND, figure.stop)


_OF_PEOPLE = regex.compile(r"\s+(?:dân|cổ|con|bản|cây|lượt|viên|tấm|hạt|cái)\b")
_DOLLARS = regex.compile(r"\busd\b|\bđô[\s-]?la\b|[$€]|\beuro\b")


# --- nouns and comparators --------------------------------------------------------------------------------------------


@cache
def _nouns() -> Phrases:
    return Phrases(entries("countable_nouns.txt"))


_BLANKS = regex.compile(r"\s*")


def _noun_end(text: str, start: int) -> int | None:
    """Where the counted noun behind a number ends."""
    blanks = _BLANKS.match(text, start)
    return None if blanks is None else _nouns().longest(text, blanks.end())


@cache
def _comparators() -> dict[str, Comparator]:
    return {word: Comparator(kind) for word, kind in rows("comparators.tsv")}


@cache
def _left_pattern() -> regex.Pattern[str]:
    words = "|".join(word.replace(" ", r"\s+") for word in sorted(_comparators(), key=lambda word: (-len(word), word)))
    return regex.compile(rf"(?r)(?:(?P<from>\btừ\s+)?\b(?P<word>{words})(?:\s+(?:là|đạt|từ|có|được))?|(?P<from>\btừ))\s*")


_UPWARD = regex.compile(r"\s*(?P<word>trở\s+lên|đổ\s+lên|trở\s+xuống)\b")
_ON = regex.compile(
    r"\s+(?:lĩnh vực|mặt|phương diện|khía cạnh|kênh|tuyến|nền tảng|trục|trụ cột|địa bàn|cương vị|tiêu chí|nhóm|nội dung)\b"
)
"""After `trên` that means on: `trên 5 lĩnh vực`."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    comparator: Comparator
    start: int
    stop: int


def _bounds(text: str, figure: _Figure, unit: _UnitRead) -> _Bounds:
    """What bounds the number on its left (`trên`, `ít nhất`) or right (`trở lên`), and how far it reaches."""
    begin, stop = figure.number.start, unit.stop
    left = _left_pattern().match(text, max(0, begin - 28), begin)
    start, comparator = begin, Comparator.EQ
    if left is not None and left["word"] is not None:
        comparator = _comparators()[" ".join(left["word"].split())]
        if comparator is not Comparator.EQ and not _means_on(text, figure, unit, left["word"]):
            start = left.start()
        else:
            comparator = Comparator.EQ
    upward = _upward(text, unit, circumfix=left is not None and left["from"] is not None)
    if upward is not None:
        comparator = Comparator.LE if upward["word"].endswith("xuống") else Comparator.GE
        stop = upward.end() if upward.start() == unit.stop else stop
    if figure.high is not None:
        comparator = Comparator.RANGE
    if left is not None and left["from"] is not None and (upward is not None or figure.high is not None):
        start = left.start("from")
    return _Bounds(comparator, start, stop)


def _means_on(text: str, figure: _Figure, unit: _UnitRead, word: str) -> bool:
    if word != "trên":
        return False
    alone = figure.low == 1 and not figure.scaled and unit.unit in (Unit.COUNT, Unit.MEASURE)  # năng suất trên 1 ha
    return alone or (unit.unit is Unit.COUNT and _ON.match(text, unit.stop) is not None)


def _upward(text: str, unit: _UnitRead, *, circumfix: bool) -> regex.Match[str] | None:
    """`trở lên` behind the unit or behind the counted noun; behind a rating (`hoàn thành tốt nhiệm vụ trở lên`) it is no bound."""
    here = _UPWARD.match(text, unit.stop)
    if here is not None or (unit.strong and not circumfix):
        return here
    noun = _noun_end(text, unit.stop)
    return None if noun is None else _UPWARD.match(text, noun)


def _quantity(text: str, figure: _Figure, unit: _UnitRead) -> Quantity | None:
    if unit.unit is Unit.VND and unit.span is None and _DOLLARS.search(text):
        return None
    bounds = _bounds(text, figure, unit)
    half = 0.5 if unit.half and isinstance(figure.low, int) and figure.high is None else 0
    return Quantity(
        span=Span(bounds.start, bounds.stop),
        number=figure.number,
        value=figure.low + half,
        value_high=figure.high,
        comparator=bounds.comparator,
        unit=unit.unit,
        unit_text=_unit_text(text, unit),
        total=figure.total,
        unit_span=unit.span,
        spelled=figure.spelled,
        slash=figure.slash,
    )


def _unit_text(text: str, unit: _UnitRead) -> str | None:
    written = None if unit.span is None else " ".join(unit.span.of(text).split())
    if unit.unit is Unit.VND and unit.head is None:
        return f"đồng{written or ''}"
    return written
