"""Numbers in a text before their units are read: plain ones, ranges, shares, ratios, and numbers in words.

>>> scene = Scene("từ 150 - 180 hội viên, đạt 17 trong tổng số 19 mục tiêu, tỷ lệ 1:7, bầu ba phó bí thư")
>>> figures = (read_figure(scene, at) for at in CANDIDATE.finditer(scene.text))
>>> [(figure.low, figure.high or figure.total) for figure in figures if figure]
[(150, 180), (180, None), (17, 19), (19, None), (1, 7), (7, None), (3, None)]
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.dates import scan_dates
from congressx.vietnamese.numerals import MAGNITUDE, SPELLED, Number, read_digits, read_number, read_spelled
from congressx.vietnamese.slashes import classify_share
from congressx.vietnamese.units import CURRENCY, Figure, Unit, noun_end, read_unit


@dataclass(frozen=True)
class Scene:
    """A text under the scan, with its dates once somebody asks for them."""

    text: str

    @cached_property
    def dates(self) -> tuple[Span, ...]:
        """Spans of all that looks like a date."""
        return tuple(mention.span for mention in scan_dates(self.text))

    def dated(self, span: Span) -> bool:
        """Whether a date overlaps `span`."""
        return any(date.overlaps(span) for date in self.dates)


CANDIDATE = Pattern(r"(?<![\p{L}\d])(?:(?P<digit>\d)|(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)(?!\p{L}))")
"""Where a number may begin."""
NUM = r"\d+(?:[.,]\d+)*"
_AMOUNT = rf"{NUM}(?:(?:\s*{MAGNITUDE})+(?:\s*{NUM}(?:\s*{MAGNITUDE})+)*)?"
_FIGURE = Pattern(
    rf"""
    (?P<low>{_AMOUNT})
    (?:
      (?P<shared>\s*(?:%|{CURRENCY}|usd))? (?:\s*-\s*|\s+(?:đến|tới)\s+) (?P<high>{_AMOUNT})
    | \s?/\s? (?P<total>{NUM})
    | \s?:\s? (?P<versus>{NUM})
    | \s+(?:trong|trên)\s+(?:tổng\s+)?số\s+ (?P<of>{NUM})
    )?
    """,
    regex.VERBOSE,
)


def read_figure(scene: Scene, candidate: regex.Match[str]) -> Figure | None:
    """The number that begins at a match of `CANDIDATE`."""
    text, start = scene.text, candidate.start()
    if candidate["digit"] is None:
        return _spelled(text, start)
    written = _FIGURE.match(text, start)
    if written is None:
        return None
    return _range(text, written) or _share(scene, written) or _ratio(text, written) or _single(written)


def _single(written: regex.Match[str]) -> Figure | None:
    value, amount = read_number(written["low"]), written["low"]
    if value is None:
        return None
    number = _from_to(written, "low", "low")
    return Figure(number, written.end("low"), value, scaled=_scaled(amount), billions=_billions(amount))


_WORDS_AFTER = Pattern(r"\D+$")


def _from_to(written: regex.Match[str], first: str, last: str) -> Span:
    """From the first figure of one group to the last figure of another."""
    amount, stop = written[last], written.end(last)
    if _scaled(amount):
        stop = written.start(last) + len(_WORDS_AFTER.sub("", amount))
    return Span(written.start(first), stop)


def _scaled(amount: str) -> bool:
    return not amount[-1].isdigit()


def _billions(amount: str) -> bool:
    return amount.endswith(("tỷ", "tỉ"))


# --- ranges, shares, ratios -------------------------------------------------------------------------------------------

_MAGNITUDES_OF = Pattern(r"^[\d.,]+\s*")
_GOES_ON = Pattern(r"[.,/-]?\d|\s?/\s?\d")


def _range(text: str, written: regex.Match[str]) -> Figure | None:
    """`4 - 5`, `từ 200 đến 250`, `8% - 8,5%`, `5 - 7 triệu`."""
    if written["high"] is None:
        return None
    low, high = read_number(written["low"]), read_number(written["high"])
    if low is None or high is None or (is_year(high) and written["high"].isdecimal()):
        return None  # a year has no dot: 1.500 - 2.000 is none
    magnitudes = _MAGNITUDES_OF.sub("", written["high"])
    if magnitudes and not _scaled(written["low"]):
        shared = read_number(f"{written['low']} {magnitudes}")
        low = shared if shared is not None and shared < high else low
    if written["low"].isdecimal() and ".000" in written["high"] and 1000 * low < high <= 2000 * low:
        low *= 1000  # 6-8.000 tấn: both ends are thousands, as 500 - 1.000 are not
    if not low < high or _GOES_ON.match(text, written.end()):
        return None
    figure = Figure(
        number=_from_to(written, "low", "high"),
        stop=written.end(),
        low=low,
        high=high,
        scaled=_scaled(written["high"]),
        billions=_billions(written["high"]),
        shared=(written["shared"] or "").strip(),
    )
    return figure if _may_be_range(text, figure) else None


_FROM = Pattern(r"(?r)\btừ\s+")
_WORD = Pattern(r"\s+\p{L}")


def _may_be_range(text: str, figure: Figure) -> bool:
    """Whether unit, noun or context keep the figures from being a day and a month, a score, a name."""
    unit = read_unit(text, figure)
    if figure.shared:
        return unit.unit is Unit.PERCENT if figure.shared == "%" else figure.shared == unit.head
    if unit.unit is not Unit.COUNT or figure.scaled or noun_end(text, figure.stop) is not None:
        return True
    if figure.low <= 31 and figure.high is not None and figure.high <= 12:
        return False
    since = _FROM.match(text, max(0, figure.number.start - 6), figure.number.start)
    return since is not None or _WORD.match(text, figure.stop) is not None


_SHARE = Pattern(rf"(?P<value>{NUM})\s?/\s?(?P<total>{NUM})")


def _share(scene: Scene, written: regex.Match[str]) -> Figure | None:
    """`17 trong tổng số 19`, and `15/16` where the table of slash tokens says that it is so many of so many."""
    last = "of" if written["of"] is not None else "total"
    if written[last] is None:
        return None
    value, total, kind = read_digits(written["low"]), read_digits(written[last]), None
    if not isinstance(value, int) or not isinstance(total, int) or value > total:
        return None
    share = _SHARE.match(scene.text, written.start(), written.end())
    if share is not None:
        kind = classify_share(scene.text, share, dated=scene.dated(Span(*written.span())))
        if not kind.is_share:
            return None
    return Figure(_from_to(written, "low", last), written.end(), value, total=total, slash=kind)


_RATIO_WORD = Pattern(r"\bt[ỷỉ]\s+(?:lệ|số)\b[^.;]*$")


def _ratio(text: str, written: regex.Match[str]) -> Figure | None:
    """`1:7`; two figures behind the colon are minutes unless a word says that it is a ratio."""
    if written["versus"] is None:
        return None
    value, total = read_digits(written["low"]), read_digits(written["versus"])
    said = _RATIO_WORD.search(text, max(0, written.start() - 60), written.start()) is not None
    if value is None or not total or (len(written["versus"]) > 1 and not said):
        return None
    return Figure(_from_to(written, "low", "versus"), written.end(), value, total=total, ratio=True)


def is_year(value: Number | None) -> bool:
    """Whether it may be a year of our time."""
    return isinstance(value, int) and 1900 <= value <= 2100


# --- numbers in words -------------------------------------------------------------------------------------------------

_SPELLED = Pattern(SPELLED)
_MAGNITUDE = Pattern(MAGNITUDE)
_NUMBER_WORD = r"(?:một|hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|chục|linh|lẻ|mấy)(?!\p{L})"
_VAGUE_BEFORE = Pattern(
    rf"(?r)\b(?:(?:vài|mấy|dăm|những|các|nhiều|cả|hàng|hằng|nửa|{_NUMBER_WORD}|một\s+(?:hay|hoặc|hai))\s*,?|năm)\s+"
)
_VAGUE_AFTER = Pattern(rf"\s*,?\s*(?:{_NUMBER_WORD}|(?:tư|rưỡi)(?!\p{{L}}))|\s+hay\s+{_NUMBER_WORD}")
_POINTED_AT = Pattern(r"\s+(?:này|trên|đó|ấy|kia|nói trên|còn lại|nữa)\b")
_COUNTED_OUT = Pattern(
    r"(?r)\b(?:ít nhất|tối thiểu|không quá|tối đa|trong đó(?: có)?|gồm(?: có)?|bầu(?: bổ sung| thêm)?|bổ sung|chỉ có"
    r"|thêm|đúng)\s+"
)
_JOINED = Pattern(
    r"(?r)(?<![\d/.,-])\d{1,3}(?:\.\d{3})*\s+(?!(?:năm|tháng|ngày|giờ|tuần|tuổi)(?!\p{L}))(?:\p{L}+\s+){1,4}và\s+"
)
"""`15 đảng viên và một tổ chức đảng`: counted beside another count."""
_LASTED = Pattern(r"(?r)\b(?:sau|trong|suốt|hơn|gần|dành|kéo dài|mất)\s+")


def _spelled(text: str, start: int) -> Figure | None:
    """A number in words, if what follows is counted: `hai phó bí thư`, `ba ngày`, `hơn hai trăm đại biểu`."""
    match = _SPELLED.match(text, start)
    value = None if match is None else read_spelled(match.group())
    if match is None or value is None or _is_vague(text, match):
        return None
    words, stop = match.group(), match.end()
    units = _units_counted(words, text, start)
    if not units:
        return None
    scaled = _MAGNITUDE.search(words) is not None
    figure = Figure(Span(start, stop), stop, value, spelled=True, scaled=scaled, billions=_billions(words))
    unit, noun = read_unit(text, figure), noun_end(text, stop)
    if unit.unit not in units or (unit.unit is Unit.COUNT and (noun is None or _POINTED_AT.match(text, noun))):
        return None
    return figure


def _is_vague(text: str, match: regex.Match[str]) -> bool:
    """`vài ba`, `một, hai`, `cả hai`, `một trăm hai`: nobody counted, or two numbers may be meant."""
    start, stop = match.span()
    return bool(_VAGUE_BEFORE.match(text, max(0, start - 24), start) or _VAGUE_AFTER.match(text, stop))


_ALL = frozenset(Unit)
_TIME = frozenset({Unit.DURATION})
_NOT_TIME = _ALL - _TIME


def _units_counted(words: str, text: str, start: int) -> frozenset[Unit]:
    """What the words may count here: `một` is mostly a and not one, `năm` mostly a year and not five."""
    if words not in {"một", "năm"}:
        return _ALL
    low = max(0, start - 24)
    counted = _COUNTED_OUT.match(text, low, start) is not None or (
        words == "một" and _JOINED.match(text, max(0, start - 40), start) is not None
    )
    if words == "năm":
        return _NOT_TIME if counted else frozenset()
    lasted = _LASTED.match(text, low, start) is not None
    return _ALL if counted else _TIME if lasted else frozenset()
