"""The days of a meeting as dates, and where their year comes from when the words give only day and month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from congressx.document import Document, Sentence
from congressx.extractors.meetings.grouping import Meeting
from congressx.extractors.meetings.kinds import OPENS_A_TERM
from congressx.extractors.meetings.naming import Head, find_meeting_names
from congressx.extractors.meetings.record import MeetingStatus, MeetingType, YearBasis
from congressx.extractors.meetings.timing import event_dates
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateForm, DateMention, Deictic, PartialDate, find_dates, scan_dates
from congressx.vietnamese.spelling import fold, phrase


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, as far as they are known; a basis wherever one of them is."""

    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    year_basis: YearBasis | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the year of a meeting may be told from."""

    kind: MeetingType
    status: MeetingStatus
    term: tuple[int, int] | None
    document: Document
    main: Days | None
    """Days of the main meeting, for another one of the article."""


def days_of(meeting: Meeting, setting: Setting) -> Days:
    """The days a meeting lasts; nothing where the year stays unknown."""
    date = meeting.date
    if date is None:
        return Days()
    if date.start.day is None:
        day = _deictic_day(date.deictic, setting.document.published)
        return Days() if day is None else Days(day, None, YearBasis.PUBLISHED)
    found = _year_of(date.start, setting) or _year_in_name(date.start, meeting, setting)
    starts = None if found is None else _on(date.start, found[0])
    if found is None or starts is None:
        return Days()
    closing = _closing_day(meeting, date.start, setting.document)
    if _is_closing_day(meeting, date.start):
        return Days(None, starts, found[1])
    last = date.end or (meeting.first("last").start if meeting.first("last") else None) or closing
    return Days(starts, _last_day(starts, last), found[1])


def _is_closing_day(meeting: Meeting, day: PartialDate) -> bool:
    """`Sau hai ngày làm việc, chiều 13/9, Đại hội đã bế mạc`, where no other day is told first."""
    dates = (mention.value["date"] for mention in meeting.mentions if mention.value["closes"])
    closing = (date.start for date in dates if date.deictic is not Deictic.SAME_DAY)  # `bế mạc vào chiều cùng ngày`
    return any((last.month, last.day) == (day.month, day.day) for last in closing)


def only_ends_then(meeting: Meeting) -> bool:
    """Whether its hours are only those of its end: `bế mạc vào chiều cùng ngày`; of the last day, where a mere `đại hội` is told."""
    dated = next((mention.value for mention in meeting.mentions if mention.value["date"] is not None), None)
    if dated is None or meeting.date is None:
        return False
    if dated["closes"]:
        return dated["date"].deictic is Deictic.SAME_DAY
    return dated["bare"] and meeting.head is Head.CONGRESS and _is_closing_day(meeting, meeting.date.start)


_CLOSES = Pattern(
    phrase(
        r"(?<!(?:phiên|buổi|lễ) )(?:bế mạc|kết thúc|khép lại|kéo dài (?:đến|tới)(?: hết)?|làm việc (?:đến|tới) hết)"
        r"(?: (?:vào|trong|lúc))?,? $"
    )
)
_OF_A_MEETING_AT_WORK = Pattern(
    phrase(
        r"(?<!\w)(?:đại hội|hội nghị|k[ỳì] họp|diễn đàn|(?:các |những )?phiên (?:thảo luận|họp|làm việc)|ngày (?:làm việc|họp)"
        r"|(?:mọi |toàn bộ )?công việc|chương trình(?: (?:nghị sự|làm việc))?)(?!\w)[^.;]*$"
    )
)
"""Whose end it is: `Kỳ họp dự kiến … và kết thúc vào ngày 11/7`, `Công việc khép lại vào ngày 20-10`."""


def _closing_day(meeting: Meeting, first: PartialDate, document: Document) -> PartialDate | None:
    """`sáng 18/9, Đại hội bế mạc`, below the day on which it was opened."""
    for sentence in document.prose:
        if _names_another(sentence, meeting):
            continue
        for date in find_dates(sentence.folded):
            if date.end is None and _soon_after(first, date.start) and _is_told_as_last(date, sentence):
                return date.start
    return None


def _names_another(sentence: Sentence, meeting: Meeting) -> bool:
    own = {mention.focus.start - sentence.span.start for mention in meeting.mentions}
    names = find_meeting_names(sentence.folded, sentence.cased)
    return any(not name.bare and name.span.start not in own for name in names)


def _is_told_as_last(date: DateMention, sentence: Sentence) -> bool:
    """`… bế mạc vào chiều 7-8`, `sáng 18/9, Đại hội bế mạc`."""
    closing = _CLOSES.search(sentence.folded, 0, date.span.start)
    if closing is not None:
        return _OF_A_MEETING_AT_WORK.search(sentence.folded, 0, closing.start()) is not None
    return _CLOSED_BEHIND.match(sentence.folded, date.span.stop) is not None


_CLOSED_BEHIND = Pattern(
    phrase(
        r",? (?:đại hội|hội nghị|k[ỳì] họp)[^,.;]{0,80} (?:(?:đã|sẽ|chính thức|dự kiến) )*(?:bế mạc|kết thúc|khép lại)(?!\w)"
    )
)


_LONGEST_CONGRESS = 10
"""Days; `sáng nay (4/11)` and a closing on 27/11 are a sitting and the end of a long session."""


def _soon_after(first: PartialDate, last: PartialDate) -> bool:
    if None in (first.month, first.day, last.month, last.day):
        return False
    days = 30 * ((last.month or 0) - (first.month or 0)) + (last.day or 0) - (first.day or 0)
    return 0 < days <= _LONGEST_CONGRESS


def _last_day(starts: dt.date, last: PartialDate | None) -> dt.date | None:
    """The last day, in the year of the first or, over New Year, in the next."""
    if last is None or last.day is None or last.month is None:
        return None
    ends = [day for year in (starts.year, starts.year + 1) if (day := _on(last, year)) is not None and day > starts]
    return ends[0] if ends and ends[0] - starts <= _LONGEST_MEETING else None


_LONGEST_MEETING = dt.timedelta(days=60)


def _on(date: PartialDate, year: int) -> dt.date | None:
    try:
        return (date if date.year is not None else date.with_year(year)).full()
    except ValueError:  # 29 February of a common year
        return None


def _deictic_day(deictic: Deictic | None, published: dt.date | None) -> dt.date | None:
    """The day that `hôm nay`, `hôm qua`, `ngày mai` mean on a page whose publish line is known."""
    shift = {Deictic.TODAY: 0, Deictic.TOMORROW: 1, Deictic.YESTERDAY: -1}
    if published is None or deictic not in shift:
        return None
    return published + dt.timedelta(days=shift[deictic])


# --- the year ---------------------------------------------------------------------------------------------------------

_LAST_MONTH_OF_TERM_START = 10
"""A congress of November or December may open a term that is counted from the next year."""


def _year_of(date: PartialDate, setting: Setting) -> tuple[int, YearBasis] | None:
    """The year of a day and month, and where it comes from, in the guideline's order; None when nothing decides."""
    if date.year is not None:
        return date.year, YearBasis.STATED
    document = setting.document
    if document.published is not None:
        return _published_year(date, setting.status, document.published)
    return _told_year(date, document) or _year_of_term(date, setting) or _year_of_main(date, setting.main)


def _told_year(date: PartialDate, document: Document) -> tuple[int, YearBasis] | None:
    if (year := _title_year(date, document.title)) is not None:
        return year, YearBasis.TITLE
    year = _anniversary_year(date, document)
    return None if year is None else (year, YearBasis.OTHER_DATE)


def _year_of_term(date: PartialDate, setting: Setting) -> tuple[int, YearBasis] | None:
    """The year that the full dates of the body tell, or with which the term begins, where they do not contradict each other."""
    opened = setting.term[0] if setting.term is not None and setting.kind in OPENS_A_TERM else None
    document = setting.document
    year = _year_of_the_day(date, document) or _other_year(date, document) or _year_of_frame(date, document)
    if year is not None and opened in (None, year):
        return year, YearBasis.OTHER_DATE
    if opened is not None and date.month is not None and date.month <= _LAST_MONTH_OF_TERM_START:
        return opened, YearBasis.TERM_START
    return None


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
    if date.month is None or (setting.kind is MeetingType.STAFF_CONFERENCE and date.month >= _LOOKING_AHEAD):
        return None  # `Hội nghị cán bộ, công chức năm 2022` of a December
    if (reviewed := _year_of_review(date.month, meeting, setting)) is not None:
        return reviewed, YearBasis.STATED
    names = [fold(str(mention.value["name"])) for mention in meeting.mentions]
    years = {int(m.group()) for name in names if not _OF_A_YEARS_WORK.search(name) for m in _NAMED_YEAR.finditer(name)}
    return (years.pop(), YearBasis.STATED) if len(years) == 1 else None


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
    if year is None or setting.kind is MeetingType.INTERIM_REVIEW:
        return year if month >= _FIRST_INTERIM else None
    return year if month >= _FIRST_ANNUAL else year + 1 if month <= _LAST_ANNUAL else None


_FIRST_INTERIM = 4
_FIRST_ANNUAL, _LAST_ANNUAL = 10, 4
"""Months."""


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
    days = [day for year in years if (day := _on(date, year)) is not None]
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
        return years[0] if date.month >= 10 else years[0] + 1 if date.month <= 4 else None
    return years[0] if len(years) == 1 and 2 <= date.month <= 10 else None


_OCCASION = Pattern(r"(?:1[89]|20)\d\d\s*-\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d\d|đợt\s+(?:ngày\s+)?\d")
_AROUND_AN_ANNIVERSARY = dt.timedelta(days=45)


def _anniversary_year(date: PartialDate, document: Document) -> int | None:
    """`kỷ niệm 70 năm … (16/10/1948 - 16/10/2018)`, `Huy hiệu Đảng đợt 2/9/2015`: held weeks before or after such a day."""
    for sentence in document.sentences:
        for mention in scan_dates(sentence.folded) if _OCCASION.search(sentence.folded) else ():
            last = (mention.end or mention.start).full()
            if mention.form not in (DateForm.ANNIVERSARY, DateForm.BADGE_ROUND) or last is None:
                continue
            for year in (last.year, last.year - 1, last.year + 1):
                day = _on(date, year)
                if day is not None and abs(day - last) <= _AROUND_AN_ANNIVERSARY:
                    return year
    return None


_LOOKING_AHEAD = 11
"""From this month on articles speak of the next year's tasks."""
_SPOKEN_YEAR = Pattern(
    r"(?<![\d.,])(?<!(?:đến|trước) năm )(?<!tầm nhìn (?:đến )?(?:năm )?)(?<!\d{4}\s*-\s*)(?P<year>20\d\d)(?![\d.,]*\d)"
)
"""Years of the past and the present: of a range only its start, of plans none."""
_LIFE = Pattern(phrase(r"sinh (?:ngày|năm)|quê quán|quê ở|kết nạp đảng|vào đảng|\bsn\b|bầu cử|trúng cử"))
_DEADLINE = Pattern(phrase(r"(?<!\w)(?:sẽ|dự kiến|phấn đấu|từ nay|hạn|chậm nhất|đến hết|trước ngày|phải)(?!\w)"))
_RIGHT_AHEAD = 60
"""Characters before a date within which such a word makes it one that is still to come."""
_SHORTLY_BEFORE, _RIGHT_BEFORE = dt.timedelta(days=90), dt.timedelta(days=45)
"""How long before a meeting the last full date of its article lies; so near to it that the next year may be spoken of."""


def _year_of_the_day(date: PartialDate, document: Document) -> int | None:
    """`phiên khai mạc ngày 18/7/2025` of a meeting told of `sáng 18/7`; `hội thảo ngày 16/12/2017`, announced on `12/12`."""
    told = [day for sentence in document.sentences for day in _days_told(find_dates(sentence.folded))]
    last = max((day.year for day in told), default=None)
    if last is None or max(_spoken_years(document), default=last) > last + 1:
        return None
    same = {day.year for day in told if (day.month, day.day) == (date.month, date.day)}
    if same:
        return last if same == {last} else None
    days = (_on(date, year) for year in (last, last - 1))
    return next((day.year for day in days if day is not None and _is_soon_followed(day, document)), None)


_SOON_AFTER = dt.timedelta(days=20)


def _is_soon_followed(day: dt.date, document: Document) -> bool:
    """Whether the article dates something that happens within weeks after a day; a document's date lies before it."""
    for sentence in document.sentences:
        ahead = (dt.timedelta(0) < other - day <= _SOON_AFTER for other in _days_told(event_dates(sentence.folded)))
        if any(ahead) and not _LIFE.search(sentence.folded):
            return True
    return False


def _spoken_years(document: Document) -> set[int]:
    return {int(m["year"]) for sentence in document.sentences for m in _SPOKEN_YEAR.finditer(sentence.folded)}


def _days_told(dates: Iterable[DateMention]) -> Iterator[dt.date]:
    """The first and last days of dates that say their year."""
    days = (day.full() for date in dates for day in (date.start, date.end) if day is not None)
    return (day for day in days if day is not None)


def _other_year(date: PartialDate, document: Document) -> int | None:
    """The year of the full dates in the body.

    Only when no later year is spoken of and the last of them lies shortly before the meeting.
    """
    dated = {
        day
        for sentence in document.sentences
        if not _LIFE.search(sentence.folded)
        for day in _full_dates(sentence.folded)
    }
    if not dated:
        return None
    year = max(dated).year
    day = _on(date, year)
    if day is None or not dt.timedelta(0) <= day - max(dated) <= _SHORTLY_BEFORE:
        return None
    looks_ahead = day.month >= _LOOKING_AHEAD or day - max(dated) <= _RIGHT_BEFORE
    return year if max(_spoken_years(document), default=year) <= year + looks_ahead else None


_FRAME = Pattern(
    phrase(r"(?<!\w)(?:kỳ họp|đại hội|hội nghị|phiên họp)(?!\w)[^.;]{0,80} (?:khai mạc|bế mạc|diễn ra|kéo dài)(?!\w)")
)
_AROUND_A_SESSION = dt.timedelta(days=45)


def _year_of_frame(date: PartialDate, document: Document) -> int | None:
    """`Kỳ họp sẽ bế mạc ngày 27/11/2019`, told of a sitting `sáng nay (4/11)`."""
    framed = [
        day
        for sentence in document.sentences
        if _FRAME.search(sentence.folded) and not _LIFE.search(sentence.folded)
        for mention in find_dates(sentence.folded)
        if (day := (mention.end or mention.start).full()) is not None
    ]
    years = {day.year for day in framed}
    if len(years) != 1:
        return None
    year = years.pop()
    held = _on(date, year)
    return year if held is not None and any(abs(day - held) <= _AROUND_A_SESSION for day in framed) else None


def _full_dates(folded: str) -> Iterator[dt.date]:
    for date in find_dates(folded):
        first, last = date.start.full(), date.end.full() if date.end else None
        before = folded[: date.span.start] + date.span.of(folded)[:4]
        if _DEADLINE.search(before, max(0, date.span.start - _RIGHT_AHEAD)):
            continue
        if first is not None and (last is not None or _DONE.search(before) or not _BOUND.search(before)):
            yield from (day for day in (first, last) if day is not None)


_BOUND = Pattern(phrase(r"(?<!\w)(?<!tính )(?:từ|đến|tới|trước|hết|sau|kể từ)(?: ngày)?\s*\w{0,4}$"))
"""A day from which or until which something holds may lie behind the meeting."""
_DONE = Pattern(phrase(r"(?<!\w)đã [^,;.]{3,60} (?:từ|kể từ)(?: ngày)?\s*\w{0,4}$"))
"""`đã nghỉ hưu từ ngày 1/5/2019` does not."""


_SAME_OCCASION = dt.timedelta(days=15)


def _year_of_main(date: PartialDate, main: Days | None) -> tuple[int, YearBasis] | None:
    """A session, or a meeting told beside the main one, within days of it."""
    if main is None or main.starts_on is None or main.year_basis is None:
        return None
    day = _on(date, main.starts_on.year)
    if day is None or abs(day - main.starts_on) > _SAME_OCCASION:
        return None
    return day.year, YearBasis.OTHER_DATE if main.year_basis is YearBasis.STATED else main.year_basis
