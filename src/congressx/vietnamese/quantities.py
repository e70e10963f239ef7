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
_CANDIDATE = regex.compile(
    r"(?<![\p{L}\d])(?:(?P<digit>\d)|(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)(?!\p{L}))"
)
_SPELLED = regex.compile(SPELLED)
_CURRENCY = (
    r"đồng(?!\s*(?:chí|bào|đội|thời|loạt|ý|thuận|bộ|nghiệp|hành|tình|phục|hương|đều|minh|nai|tháp|xoài|hới|xuân|văn))"
)
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
    if match["digit"] is None:
        words = _SPELLED.match(text, start)
        if words is None:
            return match.end(), None
        match, figure = words, _spelled(text, words)
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
    if figure.low <= 31 and figure.high is not None and figure.high <= 12:
        return False
    since = _FROM.search(text, max(0, figure.number.start - 6), figure.number.start)
    return since is not None or regex.match(r"\s+\p{L}", text[figure.stop : figure.stop + 3]) is not None


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
        return (
            _UnitRead(Unit.VND, match.end(), Span(*match.span("per"))) if money else _UnitRead(Unit.COUNT, figure.stop)
        )
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
    return regex.compile(
        rf"(?r)(?:(?P<from>\btừ\s+)?\b(?P<word>{words})(?:\s+từ|(?<=nhất|thiểu|đa|quá)\s+(?:là|đạt|có|được))?|(?P<from>\btừ))\s*"
    )


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


# --- what is no quantity ----------------------------------------------------------------------------------------------


class _Excluded(StrEnum):
    """Why a number measures nothing."""

    BROKEN = "broken"  # 8 6/8 6 phiếu: figures torn apart; 4g, covid-19; 3x5
    DATE = "date"  # ngày 12, 15 tháng 3, quý 3, sáng 22.6
    CLOCK = "clock"  # 13h30, 7 giờ 30
    DOCUMENT = "document"  # số 05-ct/tw
    NAME = "name"  # quận 5, lần thứ 12, khóa 11, chỉ thị 05
    YEAR = "year"  # 2015 - 2020
    PHONE = "phone"  # 0912345678
    ITEM = "item"  # 1. · (2)
    VAGUE = "vague"  # 1 trong những, 3 chục
    UNSURE = "unsure"  # 1,200 đại biểu: 1.2 or 1200


@dataclass(frozen=True, slots=True)
class _Sight:
    """A figure with its unit, its noun and the text around it."""

    scene: _Scene
    figure: _Figure
    unit: _UnitRead
    noun: int | None

    @property
    def bare(self) -> bool:
        """Neither a unit nor a counted noun follows."""
        return self.unit.unit is Unit.COUNT and self.noun is None and not self.figure.scaled

    @property
    def written(self) -> str:
        return self.figure.number.of(self.scene.text)

    def before(self, pattern: regex.Pattern[str]) -> bool:
        """Whether `pattern`, compiled backwards, ends right before the figures."""
        start = self.figure.number.start
        return pattern.match(self.scene.text, max(0, start - 40), start) is not None

    def after(self, pattern: regex.Pattern[str]) -> bool:
        """Whether `pattern` stands right behind the figures."""
        return pattern.match(self.scene.text, self.figure.stop) is not None

    def at_most(self, greatest: int) -> bool:
        return self.figure.small and self.figure.low <= greatest


def _excluded(scene: _Scene, figure: _Figure, unit: _UnitRead) -> bool:
    """Whether a row of the table holds; a name or a date is remembered for the numbers that are listed after it."""
    sight = _Sight(scene, figure, unit, _noun_end(scene.text, figure.stop) if unit.unit is Unit.COUNT else None)
    reason = next((reason for reason, holds in _EXCLUSIONS if holds(sight)), None)
    if reason in _LISTED:
        scene.name_until = figure.number.stop
    return reason is not None


_TORN_BEFORE = regex.compile(r"(?r)(?:\d[-:.,]|\d\s?/\s?|\p{L}-|[\p{L}%)]\s?/\s?|\d\s?x\s?|[#@_]|\d\s+)")
_TORN_AFTER = regex.compile(r"[-:.,]\d|\s?/\s?\d|\s?x\s?\d|\s+\d|@|_")
_LOOSE_DASH = regex.compile(r"(?r)\d\s-\s?")
_LOOSE_DASH_AFTER = regex.compile(r"\s?-\s?\d")
_TIGHT_DASH = regex.compile(r"(?r)[\p{L}]\s-")
_GLUED = regex.compile(r"\p{L}")


def _is_broken(sight: _Sight) -> bool:
    if sight.figure.spelled:
        return False
    if sight.before(_TORN_BEFORE) and not _follows_year(sight):
        return True
    if sight.unit.stop == sight.figure.stop and sight.after(_TORN_AFTER):
        return True
    if sight.figure.high is not None and (sight.before(_LOOSE_DASH) or sight.after(_LOOSE_DASH_AFTER)):
        return True
    return sight.bare and (sight.after(_GLUED) or sight.before(_LOOSE_DASH) or sight.before(_TIGHT_DASH))


def _follows_year(sight: _Sight) -> bool:
    """`năm 2019 12 chi bộ`: the figures before belong to a year."""
    between = sight.scene.text[max(0, sight.scene.name_until) : sight.figure.number.start]
    return not sight.bare and sight.scene.name_until >= 0 and between.isspace()


_EACH = r"(?:mỗi|hằng|hàng|từng|một|bình\s+quân|\d)"
_CALENDAR = (
    (regex.compile(rf"(?r)(?<!{_EACH}\s)\b(?:ngày|hôm|mùng|mồng|rằm)\s*:?\s*"), 31),
    (regex.compile(rf"(?r)(?<!{_EACH}\s)\btháng\s+"), 12),
    (regex.compile(rf"(?r)(?<!{_EACH}\s)\bquý\s+"), 4),
)
_PART_OF_DAY = regex.compile(r"(?r)\b(?:sáng|chiều|tối|trưa|đêm|hôm nay|hôm qua)\s*\(?\s*")
_MONTH_AFTER = regex.compile(r"\s*tháng\s+(?:\d|giêng|tư|chạp)")


def _is_date(sight: _Sight) -> bool:
    if sight.unit.strong or sight.figure.total is not None:
        return False
    if any(sight.at_most(greatest) and sight.before(word) for word, greatest in _CALENDAR):
        return True
    if sight.at_most(31) and (sight.after(_MONTH_AFTER) or (sight.bare and sight.before(_PART_OF_DAY))):
        return True
    return not sight.figure.spelled and sight.figure.low <= 2100 and sight.scene.dated(sight.figure.number)


_CLOCK = regex.compile(
    r"\s?[hg](?![\p{L}])(?!\s*/)|\s*giờ\s*(?:\d|(?:sáng|chiều|tối|trưa|đêm|kém|rưỡi|cùng|ngày|hôm|thứ|gmt|mùng|nay|qua)\b|[,.;:)]|$)"
)
_HOURS = regex.compile(r"\s*giờ\b")
_AT_TIME = regex.compile(r"(?r)\b(?:lúc|vào|hồi|từ|đến|tới|trước)\s+")
_LASTED = regex.compile(r"(?r)\b(?:trong|suốt|hơn|gần|mất|kéo dài|tổng số|mỗi|được|trên|đủ)\s+(?:ngày\s+|tuần\s+)?")
_MINUTES = regex.compile(r"(?r)\d\s*(?:giờ|h|g)\s*")


def _is_clock(sight: _Sight) -> bool:
    if sight.before(_MINUTES):
        return True
    if not sight.at_most(24) or not (sight.bare or sight.unit.head == "giờ"):
        return False
    if sight.after(_CLOCK):
        return not (sight.unit.head == "giờ" and sight.before(_LASTED))
    return sight.before(_AT_TIME) and sight.after(_HOURS)


_NUMBERED = regex.compile(
    r"(?r)(?<!\b(?:tổng|trong|trên|đủ|những|bằng|với|một|con|được)\s)(?<!\b(?:phiếu|con)\s)\bsố\s*:?\s*"
)
_PAPER_AFTER = regex.compile(
    r"\s?[-/]\s?(?:ct|nq|kl|qđ|qđns|kh|hd|tb|cv|nđ|tt|ttr|đa|bc|bb|pl|tl|ttlt|ctr|cthđ|hđ|qc|gm|nqlt|tw)[\p{L}]{0,4}\s?[-/]"
    r"|\s?[-/]\s?\p{L}{1,8}\d{0,2}\s?-\s?(?:tw|cp|ttg|tu|hu|đu|ubnd|hđnd|đuk|ubtvqh|bnv|bch)\b"
)


def _is_document(sight: _Sight) -> bool:
    if not sight.figure.small or sight.unit.strong:
        return False
    return sight.before(_NUMBERED) or sight.after(_PAPER_AFTER)


@cache
def _labels() -> dict[str, tuple[bool, int]]:
    """Word before a number that makes it a name → whether it always does, and the greatest such number."""
    return {word: (kind == "hard", int(greatest)) for word, kind, greatest in rows("label_words.tsv")}


_LIST = regex.compile(r"\s*(?:,\s*(?:và\s)?|và|;|&|-|hay|hoặc|đến|tới)\s*")
_YEAR_AFTER = regex.compile(r"\s*năm\s+(?:19|20)\d\d")


def _is_name(sight: _Sight) -> bool:
    figure, text = sight.figure, sight.scene.text
    if not figure.small or sight.unit.strong:
        return False
    if sight.bare and sight.scene.name_until >= 0:
        if _LIST.fullmatch(text, sight.scene.name_until, figure.number.start):
            return True  # quận 4, 7 và 8
    words = text[max(0, figure.number.start - 28) : figure.number.start].split()[-3:]
    for first in range(len(words)):
        hard, greatest = _labels().get(" ".join(words[first:]).strip(".(\"':"), (False, -1))
        if figure.low <= greatest:
            lasting = sight.unit.unit is Unit.DURATION and not sight.after(_YEAR_AFTER)
            return hard or not (sight.noun is not None or lasting)
    return False


_LIFETIME = regex.compile(r"\s?-\s?(?:1[0-9]|20)\d\d(?!\d)")
_LIFETIME_BEFORE = regex.compile(r"(?r)(?<!\d)(?:1[0-9]|20)\d\d\s?-\s?")
_SINCE = regex.compile(r"(?r)\b(?:năm|từ|đến|tới|trước|sau|và|tháng|kỳ|đoạn|khóa|đầu|cuối|hết)\s*|(?r)[-/,]\s*")


def _is_year_alone(sight: _Sight) -> bool:
    if sight.bare and 1000 <= sight.figure.low <= 2100 and (sight.after(_LIFETIME) or sight.before(_LIFETIME_BEFORE)):
        return True
    if not _is_year(sight.figure.low) or not regex.fullmatch(r"\d{4}", sight.written) or sight.figure.scaled:
        return False
    if sight.unit.strong:
        return False
    return sight.before(_SINCE) or sight.noun is None


_BARE_YEAR_WORD = regex.compile(rf"(?r)(?<!{_EACH}\s)\bnăm\s+(?:thứ\s+)?")


def _is_school_year(sight: _Sight) -> bool:
    return sight.bare and sight.at_most(99) and sight.before(_BARE_YEAR_WORD)


_CALL = regex.compile(r"(?r)(?:điện thoại|đt|hotline|fax|đường dây nóng|sđt|tel)[\s:.]*\(?")
_PHONE = regex.compile(r"0\d{2,}|\d{9,}")


def _is_phone(sight: _Sight) -> bool:
    return not sight.figure.spelled and (_PHONE.fullmatch(sight.written) is not None or sight.before(_CALL))


_LINE_START = regex.compile(r"(?r)(?:^|[;:]\s|\b\d\.)\s*")
_ITEM_END = regex.compile(r"[.)]\s|\s?-\s|\s?\)|[.]\d{0,2}\.?\s*\p{L}")
_BRACKET = regex.compile(r"(?r)[(\[]\s?")
_BRACKET_END = regex.compile(r"\s?[)\]]")


def _is_item(sight: _Sight) -> bool:
    if not sight.bare or not sight.at_most(99):
        return False
    return (sight.before(_LINE_START) and sight.after(_ITEM_END)) or (
        sight.before(_BRACKET) and sight.after(_BRACKET_END)
    )


_ONE_OF = regex.compile(r"\s+trong\s+(?:những|các|số|\d|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)")
_SOME_AFTER = regex.compile(r"\s*(?:trăm|chục|mươi|tá)\b")
_SOME_BEFORE = regex.compile(r"(?r)\b(?:vài|mấy|dăm)\s+")


def _is_vague(sight: _Sight) -> bool:
    if sight.at_most(1) and sight.after(_ONE_OF):
        return True
    return not sight.figure.spelled and (sight.after(_SOME_AFTER) or sight.before(_SOME_BEFORE))


_DAY_MONTH = regex.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])")
_ELIDED = regex.compile(
    rf"\s+(?:lên|xuống|còn)(?:\s+(?:còn|đến|tới|mức|hơn|trên|dưới|gần|khoảng)){{0,2}}\s+{_NUM}\s*(?:{MAGNITUDE}|%|đồng|usd|ha|km|tấn)"
)
"""`từ 21 lên 28 triệu đồng`: the unit of the first number stands behind the second."""
_COMMA_THREE = regex.compile(r"[1-9]\d{0,2},\d{3}")


def _is_unsure(sight: _Sight) -> bool:
    if sight.unit.unit is Unit.COUNT and _DAY_MONTH.fullmatch(sight.written) and not sight.figure.scaled:
        return True
    if sight.bare and sight.after(_ELIDED):
        return True
    wholes = sight.unit.unit in (Unit.COUNT, Unit.VND, Unit.USD)
    return wholes and (_COMMA_THREE.fullmatch(sight.written) is not None or sight.written == "4.0")


_EXCLUSIONS: tuple[tuple[_Excluded, Callable[[_Sight], bool]], ...] = (
    (_Excluded.BROKEN, _is_broken),
    (_Excluded.PHONE, _is_phone),
    (_Excluded.YEAR, _is_year_alone),
    (_Excluded.DATE, _is_date),
    (_Excluded.CLOCK, _is_clock),
    (_Excluded.DOCUMENT, _is_document),
    (_Excluded.NAME, _is_name),
    (_Excluded.YEAR, _is_school_year),
    (_Excluded.ITEM, _is_item),
    (_Excluded.VAGUE, _is_vague),
    (_Excluded.UNSURE, _is_unsure),
)
"""Reason and what makes a number one; any row excludes."""
_LISTED = frozenset({_Excluded.DATE, _Excluded.DOCUMENT, _Excluded.NAME, _Excluded.YEAR})
