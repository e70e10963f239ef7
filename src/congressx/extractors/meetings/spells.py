"""Spells of time in which an article was written, as its words tell: `6 tháng cuối năm 2017`, `từ nay đến tháng 3/2020`.

They give a year to a day and month of the meeting: only one year puts the day into every spell that is told.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import regex

from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase


@dataclass(frozen=True, slots=True)
class Spell:
    """A first and a last day between which the article was written."""

    first: dt.date
    last: dt.date


def year_within(spells: Iterable[Spell], month: int, day: int) -> int | None:
    """The only year in which the day lies within all spells.

    >>> year_within(told_spells("nhiệm vụ 6 tháng cuối năm 2017"), 7, 3)
    2017
    >>> year_within(told_spells("từ nay đến tháng 3/2020"), 7, 3)
    2019
    >>> year_within(told_spells("tổng kết công tác năm 2018, triển khai nhiệm vụ năm 2019"), 12, 27)
    2018
    >>> year_within(told_spells("so với 6 tháng đầu năm 2018"), 7, 3) is None
    True
    """
    known = list(spells)
    years = {year for spell in known for year in range(spell.first.year, spell.last.year + 1)}
    fitting = [year for year in years if all(_lies_in(spell, year, month, day) for spell in known)]
    return fitting[0] if len(fitting) == 1 else None


def _lies_in(spell: Spell, year: int, month: int, day: int) -> bool:
    try:
        return spell.first <= dt.date(year, month, day) <= spell.last
    except ValueError:  # 29 February of a common year
        return False


def told_spells(folded: str) -> Iterator[Spell]:
    """The spells that a folded sentence tells."""
    for pattern, spell in _SPELLS:
        for match in pattern.finditer(folded):
            planned = match.groupdict().get("next")
            if planned is not None and int(planned) != int(match["year"]) + 1:
                continue  # two years that no winter parts
            if not _COMPARED.search(folded, max(0, match.start() - 30), match.start()):
                yield spell(match)


_COMPARED = Pattern(
    phrase(r"(?:so với|cùng kỳ|bằng|hơn|trước|của|đã)(?: (?:cùng kỳ|mức|thời điểm|kết quả))?(?: của)? $")
)
"""Before a spell that only measures another: `so với 6 tháng đầu năm 2018`."""
_YEAR = r"(?P<year>20\d\d)(?![\d-])"
_WORDS = {"ba": 3, "sáu": 6, "chín": 9}


def _first_months(match: regex.Match[str]) -> Spell:
    """Results of the first months are told at their end or within two months."""
    year, months = int(match["year"]), _WORDS.get(match["n"]) or int(match["n"])
    end = min(12, months + 2)
    return Spell(dt.date(year, months, 1), dt.date(year, end, monthrange(year, end)[1]))


def _last_months(match: regex.Match[str]) -> Spell:
    """What is to be done in the last six months is told around the middle of the year."""
    return Spell(dt.date(int(match["year"]), 5, 25), dt.date(int(match["year"]), 10, 31))


def _since_new_year(match: regex.Match[str]) -> Spell:
    return Spell(dt.date(int(match["year"]), 1, 15), dt.date(int(match["year"]), 12, 31))


def _from_now_on(match: regex.Match[str]) -> Spell:
    """`từ nay đến tháng 3/2020` is said within the year before, `từ nay đến hết năm 2017` in 2017."""
    year = int(match["year"])
    if match["month"] is None:
        return Spell(dt.date(year, 1, 1), dt.date(year, 12, 31))
    last = dt.date(year, int(match["month"]), 1)
    return Spell(last.replace(year=year - 1), last)


def _review_and_plan(match: regex.Match[str]) -> Spell:
    """A year is reviewed and the next planned in the winter between them, or by the middle of the next."""
    year = int(match["year"])
    return Spell(dt.date(year, 11, 10), dt.date(year + 1, 6, 30))


_SPELLS: tuple[tuple[Pattern, Callable[[regex.Match[str]], Spell]], ...] = tuple(
    (Pattern(phrase(pattern)), spell)
    for pattern, spell in (
        (rf"(?<!\d)(?P<n>[369]|ba|sáu|chín) tháng đầu năm {_YEAR}", _first_months),
        (rf"(?:[36]|ba|sáu) tháng cuối năm {_YEAR}", _last_months),
        (rf"(?:từ |tính từ |kể từ )?đầu năm {_YEAR},? (?:đến|tới) nay", _since_new_year),
        (
            r"từ nay (?:cho )?(?:đến|tới) (?:hết |cuối |trước )?(?:ngày \d{1,2}\s*[/-]\s*|tháng |ngày \d{1,2} tháng )"
            r"(?P<month>1[0-2]|0?[1-9])(?:\s*[/-]\s*| năm )" + _YEAR,
            _from_now_on,
        ),
        (rf"từ nay (?:cho )?(?:đến|tới) (?:hết|cuối) (?P<month>(?!))?năm {_YEAR}", _from_now_on),
        (
            r"(?:tổng kết|kiểm điểm|đánh giá|kết quả)(?! \d+ năm)[^.;]{3,120}?(?<!-)(?<!\d)năm (?P<year>20\d\d)(?![\d-])"
            r"[^.;]{0,100}?(?:triển khai|phương hướng|nhiệm vụ|kế hoạch|trọng tâm)[^.;]{0,80}? năm (?P<next>20\d\d)(?![\d-])",
            _review_and_plan,
        ),
    )
)
"""How spells are told, and which days they are."""
