"""The year of a meeting whose words give only day and month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import regex

from congressx.document import Document
from congressx.extractors.meetings.record import MeetingStatus, MeetingType, YearBasis
from congressx.vietnamese.dates import Deictic, PartialDate, find_dates
from congressx.vietnamese.spelling import fold, phrase

OPENS_A_TERM = frozenset(
    {
        MeetingType.PARTY_CONGRESS,
        MeetingType.CELL_CONGRESS,
        MeetingType.NATIONAL_CONGRESS,
        MeetingType.UNION_CONGRESS,
        MeetingType.YOUTH_CONGRESS,
        MeetingType.FRONT_CONGRESS,
        MeetingType.ASSOCIATION_CONGRESS,
    }
)
_LAST_MONTH_OF_TERM_START = 10
"""A congress of November or December may open a term that is counted from the next year."""
_TITLE_YEAR = regex.compile(
    r"(?<![\d/.-])(?<!đến năm )(?:năm|tháng \d{1,2}[/-]|quý [ivx\d]+[/-]|cuối năm|đầu năm)\s*(?P<year>20\d\d|19[89]\d)(?!\s*-)"
)
_LOOKING_AHEAD = 11
"""From this month on articles speak of the next year's tasks."""
_SPOKEN_YEAR = regex.compile(r"(?<![\d.,])(?<!đến năm )(?<!tầm nhìn )(?<!\d{4}\s?-\s?)(?P<year>20\d\d)(?![\d.,]*\d)")
"""Years of the past and the present: of a range only its start, of plans none."""
_BIOGRAPHY = regex.compile(phrase(r"sinh (?:ngày|năm)|quê quán|quê ở|kết nạp đảng|vào đảng|\bsn\b"))
_SHORTLY_BEFORE = dt.timedelta(days=200)
_LATE_PUBLICATION = dt.timedelta(days=1)


def year_of(
    date: PartialDate, kind: MeetingType, status: MeetingStatus, term: tuple[int, int] | None, document: Document
) -> tuple[int, YearBasis] | None:
    """The year of a day and month, and where it comes from, in the guideline's order; None when nothing decides."""
    if date.year is not None:
        return date.year, YearBasis.STATED
    if document.published is not None:
        return _published_year(date, status, document.published)
    if (year := _title_year(date, document.title)) is not None:
        return year, YearBasis.TITLE
    opening = kind in OPENS_A_TERM and term is not None
    if (year := _other_year(date, document)) is not None and (not opening or term is None or year == term[0]):
        return year, YearBasis.OTHER_DATE
    if opening and term is not None and date.month is not None and date.month <= _LAST_MONTH_OF_TERM_START:
        return term[0], YearBasis.TERM_START
    return None


def _published_year(date: PartialDate, status: MeetingStatus, published: dt.date) -> tuple[int, YearBasis] | None:
    """Held meetings lie before the publish line, planned ones behind it."""
    candidates = [day for year in (published.year - 1, published.year, published.year + 1) if (day := _day(date, year))]
    if status is MeetingStatus.PLANNED:
        after = [day for day in candidates if day >= published - _LATE_PUBLICATION]
        return (after[0].year, YearBasis.PUBLISHED) if after else None
    before = [day for day in candidates if day <= published + _LATE_PUBLICATION]
    return (before[-1].year, YearBasis.PUBLISHED) if before else None


def _day(date: PartialDate, year: int) -> dt.date | None:
    try:
        return date.with_year(year).full()
    except ValueError:  # 29 February of a common year
        return None


def _title_year(date: PartialDate, title: str) -> int | None:
    """`tổng kết năm 2018, triển khai năm 2019` in December is 2018, in January 2019."""
    years = sorted({int(m["year"]) for m in _TITLE_YEAR.finditer(fold(title))})
    if not years or date.month is None:
        return None
    if regex.search(r"tổng kết", fold(title)):
        return years[0] if date.month >= 10 else years[0] + 1 if date.month <= 4 else None
    if len(years) == 2 and years[1] == years[0] + 1:
        return years[0] if date.month >= 10 else years[1]
    return years[0] if len(years) == 1 else None


def _other_year(date: PartialDate, document: Document) -> int | None:
    """The year of the full dates in the body, when all of them say the same, no later year is spoken of, and they lie shortly before."""
    dated: set[dt.date] = set()
    spoken: set[int] = set()
    for sentence in document.sentences:
        spoken |= {int(m["year"]) for m in _SPOKEN_YEAR.finditer(sentence.folded)}
        if not _BIOGRAPHY.search(sentence.folded):
            dated |= {day for d in find_dates(sentence.folded) if (day := d.start.full())}
    years = {day.year for day in dated}
    if len(years) != 1:
        return None
    year = years.pop()
    latest = year + 1 if date.month is not None and date.month >= _LOOKING_AHEAD else year
    day = _day(date, year)
    if day is None or max(spoken, default=year) > latest or not dt.timedelta(0) <= day - max(dated) <= _SHORTLY_BEFORE:
        return None
    return year


def deictic_day(deictic: Deictic | None, published: dt.date | None) -> dt.date | None:
    """The day that `hôm nay`, `hôm qua`, `ngày mai` mean on a page whose publish line is known."""
    shift = {Deictic.TODAY: 0, Deictic.TOMORROW: 1, Deictic.YESTERDAY: -1}
    if published is None or deictic not in shift:
        return None
    return published + dt.timedelta(days=shift[deictic])


def term_of_document(terms: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """The term that a congress opens when its name does not say: the only one, or the last of a row that follow one another."""
    spans = sorted(set(terms))
    follows = all(second[0] == first[1] for first, second in zip(spans, spans[1:], strict=False))
    return spans[-1] if spans and follows else None
