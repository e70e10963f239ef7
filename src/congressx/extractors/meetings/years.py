"""The year of a meeting whose words give only day and month, and where it comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from congressx.document import Document, Sentence
from congressx.extractors.meetings.kinds import OPENS_A_TERM
from congressx.extractors.meetings.meeting import Meeting, folded_name
from congressx.extractors.meetings.other_dates import LOOKING_AHEAD, OtherDates, anniversary_year, day_in
from congressx.extractors.meetings.record import MeetingStatus, MeetingType, YearBasis
from congressx.patterns import Pattern
from congressx.vietnamese.dates import PartialDate
from congressx.vietnamese.spelling import fold, phrase


@dataclass(frozen=True, slots=True)
class Setting:
    """What the year of a meeting may be told from."""

    kind: MeetingType
    status: MeetingStatus
    term: tuple[int, int] | None
    document: Document
    dates: OtherDates
    main: tuple[dt.date, YearBasis] | None
    """A day of the main meeting, for another one of the article."""


def year_of(date: PartialDate, meeting: Meeting, setting: Setting) -> tuple[int, YearBasis] | None:
    """The year of a day and month, and where it comes from; None when nothing decides."""
    told = _year_outside_name(date, setting) or _year_in_name(date, meeting, setting)
    if told is not None or setting.document.published is not None:
        return told
    return _year_of_half(date, meeting, setting) or _year_of_period(date, meeting, setting)


def _year_outside_name(date: PartialDate, setting: Setting) -> tuple[int, YearBasis] | None:
    """In the guideline's order."""
    if date.year is not None:
        return date.year, YearBasis.STATED
    document = setting.document
    if document.published is not None:
        return _published_year(date, setting.status, document.published)
    return _told_year(date, document) or _year_of_term(date, setting) or _year_of_main(date, setting.main)


def _told_year(date: PartialDate, document: Document) -> tuple[int, YearBasis] | None:
    if (year := _title_year(date, document.title)) is not None:
        return year, YearBasis.TITLE
    year = anniversary_year(date, document)
    return None if year is None else (year, YearBasis.OTHER_DATE)


_LAST_MONTH_OF_TERM_START = 10
"""A congress of November or December may open a term that is counted from the next year."""


def _year_of_term(date: PartialDate, setting: Setting) -> tuple[int, YearBasis] | None:
    """The year that the full dates of the body tell, or with which the term begins, where these do not contradict each other."""
    opened = setting.term[0] if setting.term is not None and setting.kind in OPENS_A_TERM else None
    year = setting.dates.year_of(date)
    if year is not None and opened in (None, year):
        return year, YearBasis.OTHER_DATE
    if opened is not None and date.month is not None and date.month <= _LAST_MONTH_OF_TERM_START:
        return opened, YearBasis.TERM_START
    return None


_PERIOD = Pattern(
    phrase(
        r"(?<!so với )(?<!cùng kỳ )(?:(?:[69]|sáu|chín) tháng đầu năm|quý (?:[1-4]|i{1,3}|iv)(?:[,/-]| ?- ?)?(?: năm)?)"
        r" ?(?P<year>20\d\d)(?!\d| ?-)"
    )
)
_HALF_YEAR_REVIEWED = range(5, 9)
"""Months in which the work of the first six is reviewed."""


def _year_of_half(date: PartialDate, meeting: Meeting, setting: Setting) -> tuple[int, YearBasis] | None:
    """`sơ kết công tác 6 tháng`, and in the body what was done `trong 6 tháng đầu năm 2017`."""
    reviews = MeetingType.INTERIM_REVIEW in (setting.kind, *(meeting.first("also") or ()))
    if not reviews or date.month not in _HALF_YEAR_REVIEWED:
        return None
    return _only_year(setting.document.sentences)


_WITHIN_THE_YEAR = range(4, 12)
"""Months in which the work of a half or a quarter is that of the same year."""


def _year_of_period(date: PartialDate, meeting: Meeting, setting: Setting) -> tuple[int, YearBasis] | None:
    """`Ngày 3/7, Tỉnh ủy tổ chức Hội nghị lần thứ 9, bàn kết quả 6 tháng đầu năm 2018`: the period beside the day."""
    if setting.kind in OPENS_A_TERM or date.month not in _WITHIN_THE_YEAR:
        return None
    beside = {mention.sentence for mention in meeting.mentions if mention.value["date"] is not None}
    return _only_year([setting.document.sentences[index] for index in beside])


def _only_year(sentences: Sequence[Sentence]) -> tuple[int, YearBasis] | None:
    """That of the periods whose work they tell, if it is one."""
    years = {int(found["year"]) for sentence in sentences for found in _PERIOD.finditer(sentence.folded)}
    return (years.pop(), YearBasis.OTHER_DATE) if len(years) == 1 else None


_NAMED_YEAR = Pattern(
    r"(?:(?<![\d/.-])(?<!\d{4}\s*-\s*)|(?<=tháng \d{1,2}\s?[-/]\s?))(?:20\d\d|19[89]\d)(?![\d/.,-]|\s*-)"
)
_OF_A_YEARS_WORK = Pattern(
    phrase(
        r"tổng kết|sơ kết|đánh giá|kiểm điểm|triển khai|phương hướng|nhiệm vụ|kế hoạch|dự toán|ngân sách|năm học|bầu cử"
        r"|\d+ năm(?! (?:19|20)\d\d)"
    )
)


def _year_in_name(date: PartialDate, meeting: Meeting, setting: Setting) -> tuple[int, YearBasis] | None:
    """`Hội nghị xúc tiến đầu tư năm 2019` is held in that year; what reviews or plans a year may be held in another."""
    if date.month is None or (setting.kind is MeetingType.STAFF_CONFERENCE and date.month >= LOOKING_AHEAD):
        return None  # `Hội nghị cán bộ, công chức năm 2022` of a December
    if (reviewed := _year_of_review(date.month, meeting, setting)) is not None:
        return reviewed, YearBasis.STATED
    names = [folded_name(mention) for mention in meeting.mentions]
    of_work: set[int] = set()
    plain: set[int] = set()
    for name in names:
        for year in _NAMED_YEAR.finditer(name):
            (of_work if _is_of_work(name, year.start()) else plain).add(int(year.group()))
    return (plain.pop(), YearBasis.STATED) if len(plain) == 1 and not of_work else None


def _is_of_work(name: str, year: int) -> bool:
    """`tổng kết công tác năm 2018`, where `về Tháng Thanh niên 2018 và nhiệm vụ sắp tới` names the year before the work."""
    work = _OF_A_YEARS_WORK.search(name)
    return work is not None and work.start() < year


_REVIEWED_YEAR = {
    MeetingType.ANNUAL_REVIEW: Pattern(
        phrase(r"tổng kết (?!\d+ năm)[^.;]{0,90}?(?<!\w)năm (?P<year>20\d\d)(?! ?-|\d)")
    ),
    MeetingType.INTERIM_REVIEW: Pattern(
        phrase(
            r"sơ kết [^.;]{0,90}?(?:tháng(?: đầu| cuối)?(?: năm)?|quý \w+[,/]?(?: năm)?) ?/?(?P<year>20\d\d)(?! ?-|\d)"
        )
    ),
}
_NAMED_WITHIN = 160


def _year_of_review(month: int, meeting: Meeting, setting: Setting) -> int | None:
    """`tổng kết năm 2018` in December or the months after, `sơ kết 6 tháng đầu năm 2018` in the same year."""
    pattern = _REVIEWED_YEAR.get(setting.kind)
    if pattern is None:
        return None
    found = (pattern.match(text) or pattern.search(text) for text in _names_in_full(meeting, setting.document))
    year = next((int(match["year"]) for match in found if match), None)
    if year is None:
        return None
    if setting.kind is MeetingType.ANNUAL_REVIEW:
        return _year_after_work(year, month)
    return year if month >= _FIRST_INTERIM else None


_FIRST_INTERIM = 4
_FIRST_ANNUAL, _LAST_ANNUAL = 10, 4
"""Months."""


def _year_after_work(year: int, month: int) -> int | None:
    """In which year the work of `year` is reviewed: in its last months or the first of the next one."""
    if month >= _FIRST_ANNUAL:
        return year
    return year + 1 if month <= _LAST_ANNUAL else None


def _names_in_full(meeting: Meeting, document: Document) -> Iterator[str]:
    """What follows where it is named; a name may be cut at a comma (`tổng kết công tác phòng, chống tham nhũng năm 2018`)."""
    for mention in meeting.mentions:
        sentence = document.sentences[mention.sentence]
        start = mention.focus.start - sentence.span.start
        yield sentence.folded[start : start + _NAMED_WITHIN]


_LATE_PUBLICATION = dt.timedelta(days=1)
_JUST_OVER, _FAR_AHEAD = dt.timedelta(days=14), dt.timedelta(days=300)
"""`Thứ Tư tuần này (12/4), Đảng ủy triệu tập hội nghị`, published on 14/4: nobody announces so early."""


def _published_year(date: PartialDate, status: MeetingStatus, published: dt.date) -> tuple[int, YearBasis] | None:
    """Held meetings lie before the publish line, planned ones behind it."""
    years = (published.year - 1, published.year, published.year + 1)
    days = [day for year in years if (day := day_in(year, date)) is not None]
    before = [day for day in days if day <= published + _LATE_PUBLICATION]
    if status is MeetingStatus.PLANNED:
        after = [day for day in days if day >= published - _LATE_PUBLICATION]
        just_over = before and after and published - before[-1] <= _JUST_OVER and after[0] - published > _FAR_AHEAD
        if not just_over:
            return (after[0].year, YearBasis.PUBLISHED) if after else None
    return (before[-1].year, YearBasis.PUBLISHED) if before else None


_TITLE_YEAR = Pattern(
    phrase(
        r"(?<![\d/.-])(?<!(?:đến|từ|trước|vào|sau|từ đầu|trong|tầm nhìn|ngay) )(?:năm|quý [ivx\d]+[/-]|cuối năm"
        r"|đầu năm)"
        r"\s*(?P<year>20\d\d|19[89]\d)(?!\s*-)"
    )
)
_LONGEST_HEADLINE = 150
"""Code points; what is longer is the first paragraph of a page without a headline."""
_OF_A_MEETING = Pattern(phrase(r"tổng kết|sơ kết|hội nghị|đại hội|kỳ họp|triển khai|phương hướng|(?<!\w)lễ(?!\w)"))


def _title_year(date: PartialDate, title: str) -> int | None:
    """`tổng kết năm 2018, triển khai năm 2019` in December is 2018, in January 2019; around New Year one year alone is no help."""
    if len(title) > _LONGEST_HEADLINE:
        return None
    folded = fold(title)
    years = sorted({int(m["year"]) for m in _TITLE_YEAR.finditer(folded)})
    if not years or date.month is None or not _OF_A_MEETING.search(folded) or regex.search(r"(?<!\w)sẽ(?!\w)", folded):
        return None
    if "tổng kết" in folded or (len(years) == 2 and years[1] == years[0] + 1):
        return _year_after_work(years[0], date.month)
    return years[0] if len(years) == 1 and 2 <= date.month <= 10 else None


_SAME_OCCASION = dt.timedelta(days=15)


def _year_of_main(date: PartialDate, main: tuple[dt.date, YearBasis] | None) -> tuple[int, YearBasis] | None:
    """A session, or a meeting told beside the main one, within days of it."""
    if main is None:
        return None
    first, basis = main
    day = day_in(first.year, date)
    if day is None or abs(day - first) > _SAME_OCCASION:
        return None
    return day.year, YearBasis.OTHER_DATE if basis is YearBasis.STATED else basis
