"""Which part of the day a meeting takes."""

from __future__ import annotations

from congressx.document import Document
from congressx.extractors.meetings.days import only_ends_then
from congressx.extractors.meetings.meeting import Meeting
from congressx.extractors.meetings.naming import Head
from congressx.extractors.meetings.record import MeetingRole
from congressx.extractors.meetings.timing import event_dates
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateMention, Deictic, PartOfDay
from congressx.vietnamese.spelling import phrase


def part_of_day(meeting: Meeting, role: MeetingRole, document: Document) -> PartOfDay | None:
    """Its hours; `sáng nay` tells those of a meeting, but only a working morning of a congress.

    What other sentences tell of its day, they tell of the meeting that the article reports.
    """
    date = meeting.date
    if date is None or (date.start.day is None and meeting.head is Head.CONGRESS) or only_ends_then(meeting):
        return None
    elsewhere = role is not MeetingRole.OTHER and _lasts_hours(meeting, date)
    told = _hours_elsewhere(date, document) if elsewhere and date.part_of_day is None else date.part_of_day
    return told or _hours_of_today(meeting)


def _hours_of_today(meeting: Meeting) -> PartOfDay | None:
    """`Trong kỳ họp sáng nay, …`, below `Ngày 19/11, kỳ họp bất thường …`."""
    if meeting.head is not Head.SESSION:
        return None
    dates = (mention.value["date"] for mention in meeting.mentions)
    told = {d.part_of_day for d in dates if d is not None and d.start.day is None and d.deictic is Deictic.TODAY}
    return told.pop() if len(told) == 1 else None


def _lasts_hours(meeting: Meeting, date: DateMention) -> bool:
    told = date.start.day is not None and date.deictic is not Deictic.SAME_DAY
    return told and meeting.head is not Head.CONGRESS and date.end is None and meeting.first("last") is None


_PART = Pattern(r"sáng|chiều|tối|đêm")
_OF_OTHER_HOURS = Pattern(phrase(r"^trước đó(?!\w)|khai mạc|bế mạc|phiên (?:làm việc|họp|thảo luận|chất vấn|trù bị)"))
"""What tells the hours of a part, or of what went before that day."""


def _hours_elsewhere(day: DateMention, document: Document) -> PartOfDay | None:
    """`Ngày 27/4, Tỉnh ủy tổ chức hội nghị …` above a picture of `sáng 27/4`: the hours all sentences agree on."""
    told: set[PartOfDay | None] = set()
    for sentence in document.sentences:
        if _PART.search(sentence.folded) and not _OF_OTHER_HOURS.search(sentence.folded):
            dates = event_dates(sentence.folded)
            told |= {
                d.part_of_day
                for d in dates
                if d.part_of_day and (d.start.month, d.start.day) == (day.start.month, day.start.day)
            }
    return told.pop() if len(told) == 1 else None
