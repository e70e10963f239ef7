"""The first and the last day of a meeting as dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from congressx.document import Document, Sentence
from congressx.extractors.meetings.meeting import Meeting
from congressx.extractors.meetings.naming import Head, find_meeting_names
from congressx.extractors.meetings.other_dates import day_in
from congressx.extractors.meetings.record import YearBasis
from congressx.extractors.meetings.years import Setting, year_of
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateMention, Deictic, PartialDate, find_dates
from congressx.vietnamese.spelling import phrase


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, as far as they are known; a basis wherever one of them is."""

    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    year_basis: YearBasis | None = None


def days_of(meeting: Meeting, setting: Setting) -> Days:
    """The days a meeting lasts; nothing where the year stays unknown."""
    date = meeting.date
    if date is None:
        return Days()
    if date.start.day is None:
        day = _deictic_day(date.deictic, setting.document.published)
        return Days() if day is None else Days(day, None, YearBasis.PUBLISHED)
    found = year_of(date.start, meeting, setting)
    starts = None if found is None else day_in(found[0], date.start)
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
    """Whether its hours are only those of its end: `đã bế mạc chiều 10/5`; of the last day, where a mere `đại hội` is told."""
    dated = next((mention.value for mention in meeting.mentions if mention.value["date"] is not None), None)
    if dated is None or meeting.date is None:
        return False
    mere = dated["bare"] and meeting.head is Head.CONGRESS
    return bool(dated["closes"] or (mere and _is_closing_day(meeting, meeting.date.start)))


_CLOSES = Pattern(
    phrase(
        r"(?<!(?:phiên|buổi|lễ) )(?:bế mạc|kết thúc|khép lại|kéo dài (?:đến|tới)(?: hết)?|làm việc (?:đến|tới) hết)"
        r"(?: (?:vào|trong|lúc))?,? $"
    )
)
_OF_A_MEETING_AT_WORK = Pattern(
    phrase(
        r"(?<!\w)(?:đại hội|hội nghị|kỳ họp|diễn đàn|(?:các |những )?phiên (?:thảo luận|họp|làm việc)|ngày (?:làm việc|họp)"
        r"|(?:mọi |toàn bộ )?công việc|chương trình(?: (?:nghị sự|làm việc))?)(?!\w)[^.;]*$"
    )
)
"""Whose end it is: `Kỳ họp dự kiến … và kết thúc vào ngày 11/7`, `Công việc khép lại vào ngày 20-10`."""
_CLOSED_BEHIND = Pattern(
    phrase(
        r",? (?:đại hội|hội nghị|kỳ họp)[^,.;]{0,80} (?:(?:đã|sẽ|chính thức|dự kiến) )*(?:bế mạc|kết thúc|khép lại)(?!\w)"
    )
)


def _closing_day(meeting: Meeting, first: PartialDate, document: Document) -> PartialDate | None:
    """`sáng 18/9, Đại hội bế mạc`, below the day on which it was opened."""
    for sentence in document.prose:
        dates = (date for date in find_dates(sentence.folded) if date.end is None and _soon_after(first, date.start))
        last = next((date.start for date in dates if _is_told_as_last(date, sentence)), None)
        if last is not None and not _names_another(sentence, meeting):
            return last
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
    ends = [day for year in (starts.year, starts.year + 1) if (day := day_in(year, last)) is not None and day > starts]
    return ends[0] if ends and ends[0] - starts <= _LONGEST_MEETING else None


_LONGEST_MEETING = dt.timedelta(days=60)


def _deictic_day(deictic: Deictic | None, published: dt.date | None) -> dt.date | None:
    """The day that `hôm nay`, `hôm qua`, `ngày mai` mean on a page whose publish line is known."""
    shift = {Deictic.TODAY: 0, Deictic.TOMORROW: 1, Deictic.YESTERDAY: -1}
    if published is None or deictic not in shift:
        return None
    return published + dt.timedelta(days=shift[deictic])
