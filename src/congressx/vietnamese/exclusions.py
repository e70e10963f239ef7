"""What looks like a number of things and is none: a decision table over a number, its unit and the words around it.

>>> from congressx.vietnamese.figures import CANDIDATE, read_figure
>>> from congressx.vietnamese.units import read_unit
>>> scene = Scene("họp ngày 12, kỳ họp thứ 16, lúc 13h30, số 05-ct/tw, quận 4, năm 2017, 1 trong những, 12 chi bộ")
>>> figures = [figure for at in CANDIDATE.finditer(scene.text) if (figure := read_figure(scene, at))]
>>> [reason and reason.value for f in figures for reason in [excluded(scene, f, read_unit(scene.text, f), -1)]]
['date', 'name', 'clock', 'document', 'name', 'year', 'vague', None]
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from congressx.patterns import Pattern
from congressx.vietnamese.figures import NUM, Scene, is_year
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.numerals import MAGNITUDE
from congressx.vietnamese.units import Figure, Unit, UnitRead, noun_end


class Excluded(StrEnum):
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

    @property
    def goes_on(self) -> bool:
        """Whether bare numbers listed after such a one are like it: `quận 4, 7 và 8`."""
        return self in _LISTED


@dataclass(frozen=True, slots=True)
class _Sight:
    """A figure with its unit, its noun and the text around it."""

    scene: Scene
    figure: Figure
    unit: UnitRead
    noun: int | None
    """Where the counted noun ends."""
    listed_until: int
    """End of the last number that was a name or a date, or -1."""

    @property
    def bare(self) -> bool:
        """Neither a unit nor a counted noun follows."""
        return self.unit.unit is Unit.COUNT and self.noun is None and not self.figure.scaled

    @property
    def written(self) -> str:
        return self.figure.number.of(self.scene.text)

    def before(self, pattern: Pattern) -> bool:
        """Whether `pattern`, compiled backwards, ends right before the figures."""
        start = self.figure.number.start
        return pattern.match(self.scene.text, max(0, start - 40), start) is not None

    def after(self, pattern: Pattern) -> bool:
        """Whether `pattern` stands right behind the figures."""
        return pattern.match(self.scene.text, self.figure.stop) is not None

    @property
    def listed(self) -> bool:
        """Whether only a comma or `và` parts it from a name or a date."""
        start = self.figure.number.start
        return self.listed_until >= 0 and _LIST.fullmatch(self.scene.text, self.listed_until, start) is not None

    def at_most(self, greatest: int) -> bool:
        return self.figure.small and self.figure.low <= greatest


def excluded(scene: Scene, figure: Figure, unit: UnitRead, listed_until: int) -> Excluded | None:
    """Why the figure measures nothing, if so; `listed_until` is where the last one ended whose reason `goes_on`."""
    noun = noun_end(scene.text, figure.stop) if unit.unit is Unit.COUNT else None
    sight = _Sight(scene, figure, unit, noun, listed_until)
    return next((reason for reason, holds in _TABLE if holds(sight)), None)


_TORN_BEFORE = Pattern(r"(?r)(?:\d[-:.,]|\d\s?/\s?|\p{L}-|[\p{L}%)]\s?/\s?|\d\s?x\s?|[#@_]|\d\s+)")
_TORN_AFTER = Pattern(r"[-:.,]\d|\s?/\s?\d|\s?x\s?\d|\s+\d|@|_")
_LOOSE_DASH = Pattern(r"(?r)\d\s-\s?")
_LOOSE_DASH_AFTER = Pattern(r"\s?-\s?\d")
_TIGHT_DASH = Pattern(r"(?r)[\p{L}]\s-")
_GLUED = Pattern(r"\p{L}")


def _is_broken(sight: _Sight) -> bool:
    if sight.figure.spelled:
        return False
    if sight.before(_TORN_BEFORE) and not _follows_year(sight):
        return True
    if sight.unit.stop == sight.figure.stop and sight.after(_TORN_AFTER):
        return True
    if sight.figure.high is not None and (sight.before(_LOOSE_DASH) or sight.after(_LOOSE_DASH_AFTER)):
        return True
    beside = (_GLUED, _LOOSE_DASH_AFTER)
    before = (_LOOSE_DASH, _TIGHT_DASH)
    return sight.bare and (any(map(sight.after, beside)) or any(map(sight.before, before)))


def _follows_year(sight: _Sight) -> bool:
    """`năm 2019 12 chi bộ`: the figures before belong to a year."""
    between = sight.scene.text[max(0, sight.listed_until) : sight.figure.number.start]
    return not sight.bare and sight.listed_until >= 0 and between.isspace()


_EACH = r"(?:mỗi|hằng|hàng|từng|một|bình\s+quân)"
_CALENDAR = Pattern(
    rf"(?r)(?<!{_EACH}\s)\b(?:(?P<day>(?:ngày|hôm|mùng|mồng|rằm)\s*:?\s*)|(?P<month>tháng\s+)|(?P<quarter>quý\s+))"
)
_GREATEST = {"day": 31, "month": 12, "quarter": 4}
_PART_OF_DAY = Pattern(r"(?r)\b(?:sáng|chiều|tối|trưa|đêm|hôm nay|hôm qua)\s*\(?\s*")
_MONTH_AFTER = Pattern(r"\s*tháng\s+(?:\d|giêng|tư|chạp)")


def _is_date(sight: _Sight) -> bool:
    if sight.unit.strong or sight.figure.total is not None:
        return False
    if sight.at_most(31) and _is_calendar(sight):
        return True
    if sight.at_most(31) and (sight.after(_MONTH_AFTER) or (sight.bare and sight.before(_PART_OF_DAY))):
        return True
    return sight.bare and not sight.figure.spelled and sight.figure.low <= 31 and sight.scene.dated(sight.figure.number)


def _is_calendar(sight: _Sight) -> bool:
    """`ngày 12`, `tháng 3`, `quý 2`."""
    start = sight.figure.number.start
    word = _CALENDAR.match(sight.scene.text, max(0, start - 40), start)
    return word is not None and sight.at_most(_GREATEST[word.lastgroup or "day"])


_CLOCK = Pattern(
    r"\s?[hg](?![\p{L}])(?!\s*/)|\s*giờ\s*(?:\d|(?:sáng|chiều|tối|trưa|đêm|kém|rưỡi|cùng|ngày|hôm|thứ|gmt|mùng|nay|qua)\b|[,.;:)]|$)"
)
_HOURS = Pattern(r"\s*giờ\b")
_AT_TIME = Pattern(r"(?r)\b(?:lúc|vào|hồi|từ|đến|tới|trước)\s+")
_LASTED = Pattern(r"(?r)\b(?:trong|suốt|hơn|gần|mất|kéo dài|tổng số|mỗi|được|trên|đủ)\s+(?:ngày\s+|tuần\s+)?")
_MINUTES = Pattern(r"(?r)\d\s*(?:giờ|h|g)\s*")


def _is_clock(sight: _Sight) -> bool:
    if sight.at_most(59) and sight.before(_MINUTES):
        return True
    if not sight.at_most(24) or not (sight.bare or sight.unit.head == "giờ"):
        return False
    if sight.after(_CLOCK):
        return not (sight.unit.head == "giờ" and sight.before(_LASTED))
    return sight.before(_AT_TIME) and sight.after(_HOURS)


_NUMBERED = Pattern(
    r"(?r)(?<!\b(?:tổng|trong|trên|đủ|những|bằng|với|một|con|được)\s)(?<!\b(?:phiếu|con|dân)\s)\bsố\s*:?\s*"
)
_PAPER_AFTER = Pattern(
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


_LIST = Pattern(r"\s*(?:\([^()]*\)\s*)?(?:,\s*(?:và\s)?|và|;|&|-|hay|hoặc|đến|tới)\s*")
_DATE_AFTER = Pattern(r"\s*(?:năm\s+(?:19|20)\d\d|ngày\s+\d)")


def _is_name(sight: _Sight) -> bool:
    figure, text = sight.figure, sight.scene.text
    if figure.scaled or figure.total is not None or sight.unit.strong:
        return False
    if sight.bare and sight.listed:
        return True  # quận 4, 7 và 8
    words = text[max(0, figure.number.start - 28) : figure.number.start].split()[-3:]
    for first in range(len(words)):
        hard, greatest = _labels().get(" ".join(words[first:]).strip(".(\"':"), (False, -1))
        if figure.low <= greatest:
            lasting = sight.unit.unit is Unit.DURATION and not sight.after(_DATE_AFTER)
            return hard or not (sight.noun is not None or lasting)
    return False


_LIFETIME = Pattern(r"\s?-\s?(?:1[0-9]|20)\d\d(?!\d)")
_LIFETIME_BEFORE = Pattern(r"(?r)(?<!\d)(?:1[0-9]|20)\d\d\s?-\s?")
_SINCE = Pattern(r"(?r)(?:\b(?:năm|từ|đến|tới|trước|sau|và|tháng|kỳ|đoạn|khóa|đầu|cuối|hết)|[-/])\s*")


def _is_year_alone(sight: _Sight) -> bool:
    if sight.bare and 1000 <= sight.figure.low <= 2100 and (sight.after(_LIFETIME) or sight.before(_LIFETIME_BEFORE)):
        return True
    if not is_year(sight.figure.low) or not regex.fullmatch(r"\d{4}", sight.written) or sight.figure.scaled:
        return False
    if sight.unit.strong:
        return False
    return sight.noun is None or sight.before(_SINCE) or sight.listed


_BARE_YEAR_WORD = Pattern(rf"(?r)(?<!{_EACH}\s)\bnăm\s+(?:thứ\s+)?")


def _is_school_year(sight: _Sight) -> bool:
    return sight.bare and sight.at_most(99) and sight.before(_BARE_YEAR_WORD)


_CALL = Pattern(r"(?r)(?:điện thoại|đt|hotline|fax|đường dây nóng|sđt|tel)[\s:.]*\(?")
_PHONE = Pattern(r"0\d{2,}|\d{9,}")


def _is_phone(sight: _Sight) -> bool:
    if sight.figure.spelled or len(sight.figure.number) < 3:
        return False
    return _PHONE.fullmatch(sight.written) is not None or sight.before(_CALL)


_LINE_START = Pattern(r"(?r)(?:^|[;:.]\s|\b\d\.)\s*")
_ITEM_END = Pattern(r"[.)]\s|\s?-\s|\s?\)|[.]\d{0,2}\.?\s*\p{L}")
_BRACKET = Pattern(r"(?r)[(\[]\s?")
_BRACKET_END = Pattern(r"\s?[)\]]")


def _is_item(sight: _Sight) -> bool:
    if not sight.bare or not sight.at_most(99):
        return False
    return (sight.before(_LINE_START) and sight.after(_ITEM_END)) or (
        sight.before(_BRACKET) and sight.after(_BRACKET_END)
    )


_ONE_OF = Pattern(r"\s+trong\s+(?:những|các|số|\d|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)|\s+cách\s+\p{L}")
_SOME_AFTER = Pattern(r"\s*(?:trăm|chục|mươi|tá)\b")
_SOME_BEFORE = Pattern(r"(?r)\b(?:vài|mấy|dăm)\s+")


def _is_vague(sight: _Sight) -> bool:
    if sight.at_most(1) and sight.after(_ONE_OF):
        return True
    return sight.bare and not sight.figure.spelled and (sight.after(_SOME_AFTER) or sight.before(_SOME_BEFORE))


_DAY_MONTH = Pattern(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])")
_ELIDED = Pattern(
    rf"\s+(?:lên|xuống|còn)(?:\s+(?:còn|đến|tới|mức|hơn|trên|dưới|gần|khoảng)){{0,2}}\s+{NUM}\s*(?:{MAGNITUDE}|%|đồng|usd|ha|km|tấn)"
)
"""`từ 21 lên 28 triệu đồng`: the unit of the first number stands behind the second."""
_COMMA_THREE = Pattern(r"[1-9]\d{0,2},\d{3}")


def _is_unsure(sight: _Sight) -> bool:
    if sight.unit.unit is Unit.COUNT and _DAY_MONTH.fullmatch(sight.written) and not sight.figure.scaled:
        return True
    if sight.bare and sight.after(_ELIDED):
        return True
    wholes = sight.unit.unit in (Unit.COUNT, Unit.VND, Unit.USD)
    return wholes and (_COMMA_THREE.fullmatch(sight.written) is not None or sight.written == "4.0")


_TABLE: tuple[tuple[Excluded, Callable[[_Sight], bool]], ...] = (
    (Excluded.YEAR, _is_year_alone),
    (Excluded.CLOCK, _is_clock),
    (Excluded.BROKEN, _is_broken),
    (Excluded.PHONE, _is_phone),
    (Excluded.DATE, _is_date),
    (Excluded.DOCUMENT, _is_document),
    (Excluded.NAME, _is_name),
    (Excluded.YEAR, _is_school_year),
    (Excluded.ITEM, _is_item),
    (Excluded.VAGUE, _is_vague),
    (Excluded.UNSURE, _is_unsure),
)
"""Reason and what makes a number one; any row excludes."""
_LISTED = frozenset({Excluded.DATE, Excluded.DOCUMENT, Excluded.NAME, Excluded.YEAR})
