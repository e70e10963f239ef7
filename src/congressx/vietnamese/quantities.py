"""Numbers that measure something, with what bounds them and their unit.

`find_quantities` scans one sentence. What looks like a number of things and is none (dates, clock times, document
numbers, ordinals, names such as `quận 5`) is left out by the table of `exclusions`, slash tokens by that of `slashes`.
Counted nouns are not read: `12 chi bộ` is 12 with unit `count`, and its noun begins behind the span.

>>> from congressx.vietnamese.spelling import fold
>>> text = fold("Sáng 28/5, hơn 1.510 đại biểu dự; đạt 15/16 chỉ tiêu, thu 260 tỷ đồng, tăng 4 - 5%/năm, gấp 2,5 lần")
>>> for found in find_quantities(text):
...     print(found.span.of(text), found.comparator, found.value, found.value_high or found.total, found.unit)
hơn 1.510 gt 1510 None count
15/16 eq 15 16 count
260 tỷ đồng eq 260000000000 None vnd
4 - 5%/năm range 4 5 percent
2,5 lần eq 2.5 None times
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.exclusions import excluded
from congressx.vietnamese.figures import CANDIDATE, Scene, read_figure
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.numerals import Number
from congressx.vietnamese.slashes import SLASH, SlashKind, classify_slash
from congressx.vietnamese.units import Figure, Unit, UnitRead, noun_end, read_unit

__all__ = ["SLASH", "Comparator", "Quantity", "SlashKind", "Unit", "classify_slash", "comparators", "find_quantities"]


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


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number that measures; offsets in the text it was found in."""

    span: Span
    """Comparator, number with its magnitude words, and unit; a counted noun begins behind it."""
    number: Span
    """From the first figure or number word to the last: `4 - 5` of `4 - 5%`, `15/16`, `260` of `260 tỷ đồng`."""
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


_NO_NUMBER = Pattern(
    r"(?:19|20)\d\d\s?-\s?(?:19|20)\d\d(?!\d)"
    r"|\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:(?:19|20)\d\d|\d\d)(?![\d.,])"
    r"|(?<=\bngày\s)\d{1,2}[-/]\d{1,2}(?![\d%]|[-/.,]\d)|(?<=\btháng\s)\d{1,2}[-/](?:19|20)\d\d(?!\d)"
)
"""The most common of what is no quantity, for speed: `2015 - 2020`, `28/5/2017`, `ngày 28/5`, `tháng 3/2016`."""


@lru_cache(maxsize=512)  # several kinds ask for the same sentences
def find_quantities(folded: str) -> tuple[Quantity, ...]:
    """Every measuring number of a sentence or paragraph in folded spelling, in text order.

    >>> find_quantities("khóa 11, số 05-ct/tw, lần thứ 12, lúc 7 giờ 30, năm 2017, giai đoạn 2016-2020, quận 4 và 7")
    ()
    >>> [(q.value, q.unit_text) for q in find_quantities("thu nhập 45 triệu đồng/người/năm; công suất 65 tấn/mẻ")]
    [(45000000, 'đồng/người/năm'), (65, 'tấn/mẻ')]
    """
    scene = Scene(folded.replace("\n", " "))
    found: list[Quantity] = []
    at, listed_until, dated_until = 0, -1, -1
    while (candidate := CANDIDATE.search(scene.text, at)) is not None:
        at = candidate.end()
        none = _NO_NUMBER.match(scene.text, candidate.start())
        if none is not None:
            at = listed_until = dated_until = none.end()
            continue
        figure = read_figure(scene, candidate)
        if figure is None:
            at = _behind_figures(scene.text, at)
            continue
        unit = read_unit(scene.text, figure)
        listed = -1 if listed_until == dated_until and figure.low > _LATEST_DAY and figure.small else listed_until
        reason = excluded(scene, figure, unit, listed)
        if reason is None:
            found += _quantity(scene.text, figure, unit)
            at = max(figure.stop, unit.stop)
        else:
            at = figure.number.stop
            listed_until = at if reason.goes_on else listed_until
    return tuple(found)


_LATEST_DAY = 31
"""`ngày 3/10, 248 nữ đại biểu`: a greater number goes on no list of days."""
_REST = Pattern(r"[\d.,]*\d")


def _behind_figures(text: str, at: int) -> int:
    """Behind the figures that nobody can read: `438.30.1`."""
    rest = _REST.match(text, at)
    return at if rest is None else rest.end()


def _quantity(text: str, figure: Figure, unit: UnitRead) -> tuple[Quantity, ...]:
    """The quantity of a figure; none where it is money and nobody knows whether of đồng or dollars."""
    if unit.unit is Unit.VND and unit.span is None and _DOLLARS.search(text):
        return ()
    bounds = _bounds(text, figure, unit)
    half = unit.half and isinstance(figure.low, int) and figure.high is None
    quantity = Quantity(
        span=Span(bounds.start, bounds.stop),
        number=figure.number,
        value=figure.low + 0.5 if half else figure.low,
        value_high=figure.high,
        comparator=bounds.comparator,
        unit=unit.unit,
        unit_text=unit.text(text),
        total=figure.total,
        unit_span=unit.span,
        spelled=figure.spelled,
        slash=figure.slash,
    )
    return (quantity,)


_DOLLARS = Pattern(r"\busd\b|\bđô[\s-]?la\b|[$€]|\beuro\b")


# --- what bounds a number ---------------------------------------------------------------------------------------------


@cache
def comparators() -> dict[str, Comparator]:
    """The words before a number that bound it, folded, and how: `khoảng`, `không quá`."""
    return {word: Comparator(kind) for word, kind in rows("comparators.tsv")}


@cache
def _left_pattern() -> Pattern:
    words = "|".join(word.replace(" ", r"\s+") for word in sorted(comparators(), key=lambda word: (-len(word), word)))
    return Pattern(
        rf"(?r)(?:(?P<from>\btừ\s+)?\b(?P<word>{words})(?:\s+từ|(?<=nhất|thiểu|đa|quá)\s+(?:là|đạt|có|được))?"
        r"|(?P<from>\btừ))\s*"
    )


_UPWARD = Pattern(r"(?:\s+mới)?\s*(?P<word>trở\s+lên|đổ\s+lên|trở\s+xuống)\b")


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The comparator of a number, and how far its words reach."""

    comparator: Comparator
    start: int
    stop: int


def _bounds(text: str, figure: Figure, unit: UnitRead) -> _Bounds:
    """What stands left of the number (`trên`, `ít nhất`) and right of it (`trở lên`); a range is one in any case."""
    begin = figure.number.start
    left = _left_pattern().match(text, max(0, begin - 28), begin)
    circumfix = left is not None and left["from"] is not None
    upward = _upward(text, unit, circumfix=circumfix)
    start, stop, comparator = begin, unit.stop, Comparator.EQ
    if left is not None and left["word"] is not None:
        said = comparators()[" ".join(left["word"].split())]
        if said is not Comparator.EQ and not (left["word"] == "trên" and _means_on(text, figure, unit)):
            start, comparator = left.start(), said
    if upward is not None:
        comparator = Comparator.LE if upward["word"].endswith("xuống") else Comparator.GE
        stop = upward.end() if upward.start() == unit.stop else stop
    if figure.high is not None:
        comparator = Comparator.RANGE
    if left is not None and circumfix and comparator in (Comparator.RANGE, Comparator.GE, Comparator.LE):
        start = left.start("from")
    return _Bounds(comparator, start, stop)


_ON = Pattern(
    r"\s+(?:lĩnh vực|mặt|phương diện|khía cạnh|kênh|tuyến|nền tảng|trục|trụ cột|địa bàn|cương vị|tiêu chí|nhóm"
    r"|nội dung)\b"
)


def _means_on(text: str, figure: Figure, unit: UnitRead) -> bool:
    """Whether `trên` before the number is on, not more than: `trên 5 lĩnh vực`, `năng suất trên 1 ha`."""
    alone = figure.low == 1 and not figure.scaled and unit.unit in (Unit.COUNT, Unit.MEASURE)
    return alone or (unit.unit is Unit.COUNT and _ON.match(text, unit.stop) is not None)


def _upward(text: str, unit: UnitRead, *, circumfix: bool) -> regex.Match[str] | None:
    """`trở lên` behind the unit or the counted noun; behind a rating (`hoàn thành tốt nhiệm vụ trở lên`) it bounds none."""
    here = _UPWARD.match(text, unit.stop)
    if here is not None or (unit.strong and unit.unit is not Unit.PERCENT and not circumfix):
        return here
    noun = noun_end(text, unit.stop)
    return None if noun is None else _UPWARD.match(text, noun)
