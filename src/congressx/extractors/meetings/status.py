"""Whether a meeting was held, is still to come or was called off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from congressx.document import Document
from congressx.extractors.meetings.days import Days
from congressx.extractors.meetings.meeting import Meeting
from congressx.extractors.meetings.naming import Head
from congressx.extractors.meetings.other_dates import day_in
from congressx.extractors.meetings.record import MeetingStatus, YearBasis
from congressx.vietnamese.dates import DateMention, Deictic

_Said = Mapping[str, Any]


def told_status(meeting: Meeting) -> MeetingStatus:
    """What the words say; the first that say it count, those with the date before others."""
    values = [mention.value for mention in meeting.mentions]
    if any(value["cancelled"] for value in values):
        put_off = any(value["planned"] and value["date"] is not None for value in values)  # to another day
        return MeetingStatus.PLANNED if put_off else MeetingStatus.CANCELLED
    if any(value["past"] and not (value["bare"] or value["recalled"]) for value in _dated(values)):
        return MeetingStatus.HELD
    if meeting.sitting_held or any(_is_held_today(value) for value in values):
        return MeetingStatus.HELD  # whatever is on its agenda: `Kỳ họp sẽ bầu …`
    if meeting.announced:
        return MeetingStatus.PLANNED
    best = _best(values)
    return MeetingStatus.PLANNED if best is not None and best["planned"] else MeetingStatus.HELD


def _is_held_today(value: _Said) -> bool:
    """`Cuộc họp kết thúc chiều nay`, whatever day another sitting is to have."""
    today = value["date"] is not None and value["date"].deictic is Deictic.TODAY
    return bool(today and value["held"] and not any(value[said] for said in ("planned", "talked_about", "cited")))


def _dated(values: Sequence[_Said]) -> list[_Said]:
    return [value for value in values if value["date"] is not None and (value["held"] or value["scene"])]


def _best(values: Sequence[_Said]) -> _Said | None:
    told = [value for value in values if value["held"] or value["planned"]]
    dated = _dated(values)
    plain = [value for value in dated if not value["bare"]]
    of_itself = [value for value in plain if not any(value[said] for said in ("talked_about", "recalled", "cited"))]
    return next(iter(of_itself or plain or dated or told), None)


# --- a day behind that of the report ----------------------------------------------------------------------------------

_SOON, _LONGEST_GATHERING = 100, 4
"""Days after the meeting reported within which another is announced; a conference, with its sittings, lasts no longer."""


def mark_announced(meetings: Sequence[Meeting], main: Meeting) -> None:
    """`Đại hội diễn ra từ ngày 20 đến 28/1`, in a report of a plenum of 13/1: it was not held yet.

    A sitting may be one of the later days of a congress or a session, not of a talk with the press.
    """
    lasts = main.head in (Head.CONGRESS, Head.SESSION) and not main.is_sitting
    for meeting in (meeting for meeting in meetings if meeting is not main):
        is_part = meeting.head is Head.PART
        days = _days_between(main.date, meeting.date)
        if days is None or (is_part and lasts) or meeting.first("recalled"):
            continue
        behind = (_LONGEST_GATHERING if is_part else 0) < days < _SOON
        meeting.announced = behind and any(_may_be_announced(mention.value) for mention in meeting.mentions)


def _may_be_announced(value: _Said) -> bool:
    """Not: `Ông lên đường dự cuộc họp ngày 3/9`, which may be over as well."""
    visited = value["head"] in (Head.TALK, Head.CEREMONY) and not (value["held"] or value["planned"])
    return value["date"] is not None and not visited


def _days_between(reported: DateMention | None, other: DateMention | None) -> int | None:
    """From the last day told of the one to the first of the other, where nothing says that they lie in different years."""
    if reported is None or other is None:
        return None
    last, first = reported.end or reported.start, other.start
    if last.year != first.year or None in (last.month, last.day, first.month, first.day):
        return None
    from_day, to_day = (day_in(_ANY_YEAR, replace(day, year=None)) for day in (last, first))
    return None if from_day is None or to_day is None else (to_day - from_day).days


_ANY_YEAR = 2000
"""A leap year."""


def status_of(told: MeetingStatus, days: Days, document: Document) -> MeetingStatus:
    """A day behind the publish line is still to come, one before it that the line dates is over, whatever the words say."""
    published, first = document.published, days.starts_on
    if published is None or first is None:
        return told
    if told is MeetingStatus.PLANNED and first < published and days.year_basis is YearBasis.PUBLISHED:
        return MeetingStatus.HELD
    if told is MeetingStatus.HELD and first > published and days.year_basis is YearBasis.STATED:
        return MeetingStatus.PLANNED
    return told
