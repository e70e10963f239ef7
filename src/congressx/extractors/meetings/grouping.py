"""Mentions that speak of one meeting, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congressx.document import Document
from congressx.engine import Mention
from congressx.extractors.meetings.kinds import COUNCILS
from congressx.extractors.meetings.meeting import (
    OPENING,
    Meeting,
    folded_name,
    is_preparatory,
    says_sitting,
    takes_place,
)
from congressx.extractors.meetings.naming import Head
from congressx.extractors.meetings.record import MeetingType
from congressx.extractors.meetings.sameness import is_same
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateMention
from congressx.vietnamese.spelling import phrase

_LEAD = 2
"""Index of the last sentence whose subject is what the article reports, whatever its verb."""


def meetings_of(mentions: Sequence[Mention], document: Document) -> list[Meeting]:
    """The meetings of a document, each with all its mentions; what is only cited is none."""
    mentions = _with_parts(_with_acts(mentions))
    sections = {m: document.sentences[m.sentence].section.rank for m in mentions}
    meetings: list[Meeting] = []
    for mention in sorted(mentions, key=lambda m: (sections[m], m.sentence, m.focus)):
        if mention.value["cited"] and not (mention.value["held"] and mention.value["date"]):
            continue
        home = next((meeting for meeting in meetings if is_same(meeting, mention)), None)
        if home is None:
            meetings.append(Meeting([mention]))
        else:
            home.mentions.append(mention)
    _lend_days(meetings)
    _lend_first_days(meetings)
    return meetings


def _lend_days(meetings: Sequence[Meeting]) -> None:
    """`Sáng 9/12, tại phiên khai mạc kỳ họp thứ 20 …`, `HĐND tỉnh chiều 12/6 đã bầu …`: the only session was held then.

    A later sitting (`phiên thảo luận`) tells which session is reported, but not when it began.
    """
    sessions = [meeting for meeting in meetings if _has_sittings(meeting)]
    parts = [m for meeting in meetings if meeting.head is Head.PART for m in meeting.mentions if _is_told(m)]
    if not sessions:
        sessions = [m for m in meetings if m.head is Head.CONFERENCE and m.first("ordinal") is not None]
        parts = [part for part in parts if _is_first(part)]
    for session in sessions:
        if any(_has_a_day(mention) for mention in session.mentions):
            continue
        own = [part for part in parts if any(_is_of(part, mention) for mention in session.mentions)]
        told = min(own or (parts if len(sessions) == 1 else []), key=lambda m: m.focus, default=None)
        if told is not None:
            session.sitting = _with_own(told.value["date"], session)
            session.begins = _is_first(told)
            session.sitting_held = bool(told.value["held"] and not told.value["planned"])


def _lend_first_days(meetings: Sequence[Meeting]) -> None:
    """`Chiều 18/7, Đảng bộ phường họp phiên trù bị Đại hội …`: a congress without a day of its own begins with it."""
    parts = [m for meeting in meetings if meeting.head is Head.PART for m in meeting.mentions if _is_told(m)]
    opening = [part for part in parts if is_preparatory(part) and not part.value["planned"]]
    for congress in (meeting for meeting in meetings if meeting.head is Head.CONGRESS):
        own = next((p for p in opening if any(_is_of(p, mention) for mention in congress.mentions)), None)
        if own is not None and not any(mention.value["date"] for mention in congress.mentions):
            congress.sitting = own.value["date"]


_FIRST = Pattern(phrase(r"(?:phiên|buổi|lễ)(?: họp)? (?:khai mạc|đầu tiên|(?:lần )?thứ (?:nhất|1))(?!\w)"))


def _is_first(part: Mention) -> bool:
    """Whether it is the sitting that opens its session; several days and what a council does are told of the session itself."""
    of_all = part.value["council"] or part.value["date"].end is not None
    return bool(of_all or _FIRST.match(folded_name(part)))


def _is_of(part: Mention, session: Mention) -> bool:
    """`phiên bế mạc kỳ họp thứ 16`."""
    return bool(session.value["in_part"]) and part.focus.overlaps(session.focus)


def _has_a_day(session: Mention) -> bool:
    """Whether it is dated where the article opens, or for all its days; a day further down is that of another sitting."""
    date: DateMention | None = session.value["date"]
    if date is None or date.start.day is None:
        return False
    return session.sentence <= OPENING or date.end is not None


def _with_own(day: DateMention, session: Meeting) -> DateMention:
    """The day of a sitting with the year and the hours that are said of the session itself."""
    own = [mention.value["date"] for mention in session.mentions if mention.value["date"] is not None]
    near = (date.start.year for date in own if date.start.month == day.start.month)
    year = day.start.year or next((year for year in near if year is not None), None)
    hours = next((date.part_of_day for date in own if date.start.day is None and date.part_of_day), day.part_of_day)
    return replace(day, start=replace(day.start, year=year), part_of_day=hours)


def _has_sittings(meeting: Meeting) -> bool:
    """Whether it is a council's session, or a conference with a named sitting: `phiên bế mạc Hội nghị Thành ủy lần thứ 16`."""
    if meeting.head is Head.SESSION:
        return meeting.type is not MeetingType.COMMITTEE_PLENUM
    return meeting.head is Head.CONFERENCE and any(mention.value["in_part"] for mention in meeting.mentions)


def _is_told(part: Mention) -> bool:
    value = part.value
    dated = value["date"] is not None and value["date"].start.day is not None
    reported = value["held"] or value["scene"] or (part.sentence <= _LEAD and not value["planned"])
    return bool(dated and reported and not value["recalled"] and part.sentence <= OPENING)


def _with_parts(mentions: Sequence[Mention]) -> list[Mention]:
    """`phiên họp thứ năm` is a part where the article reports a congress or a session (`kỳ họp`), otherwise a meeting."""
    whole = any(
        m.value["head"] in (Head.CONGRESS, Head.SESSION)
        and not _is_sitting(m)
        and (m.value["in_part"] or takes_place(m))
        for m in mentions
    )
    if not whole:
        return [m.having(head=Head.SESSION) if _is_of_council(m) else m for m in mentions]
    told = any(_is_named_session(m) and m.value["ordinal"] is not None and _has_a_day(m) for m in mentions)
    return [
        m.having(head=Head.PART) if _is_sitting(m) or _is_debate(m) or (told and _is_mere_sitting(m)) else m
        for m in mentions
    ]


def _is_mere_sitting(mention: Mention) -> bool:
    """`48 đại biểu có mặt tại phiên họp` below `Kỳ họp thứ Mười (diễn ra từ ngày 17 đến 19/7)`."""
    return mention.value["date"] is None and folded_name(mention) == "phiên họp"


def _with_acts(mentions: Sequence[Mention]) -> list[Mention]:
    """An act of a council (`Sáng 8/12, HĐND tỉnh thảo luận …`) is a part of the session, where one is named."""
    named = [mention for mention in mentions if _is_named_session(mention)]
    in_session = {m for m in mentions if m.value["council"] and any(_may_act(other, m) for other in named)}
    kinds = {m.value["type"] for m in in_session}
    return [
        m.having(head=Head.PART) if m in in_session else _of_type(kinds, m)
        for m in mentions
        if m in in_session or not (m.value["council"] and _DECIDES.match(folded_name(m)))
    ]


def _of_type(kinds: set[MeetingType], mention: Mention) -> Mention:
    """A mere `kỳ họp` is that of the council that acts."""
    mere = mention.value["head"] is Head.SESSION and mention.value["bare"]
    return mention.having(type=next(iter(kinds))) if mere and len(kinds) == 1 else mention


_DECIDES = Pattern(
    phrase(r"(?:(?:công bố kết quả )?bầu|(?:miễn|bãi) nhiệm|bỏ phiếu|biểu quyết|thông qua|xem xét)(?!\w)")
)
"""`Sáng 15/7, HĐND tỉnh đã bầu ông …`, `thông qua nghị quyết …` tells of one decision, by itself of no meeting; a debate is a sitting."""


def _is_named_session(mention: Mention) -> bool:
    value = mention.value
    if value["head"] is not Head.SESSION or value["council"] or value["cited"]:
        return False
    if value["recalled"] and not value["in_part"]:
        return False
    mere = value["bare"] and mention.sentence <= OPENING
    return bool(value["date"] or ((value["ordinal"] is not None or mere) and takes_place(mention)))


def _may_act(session: Mention, act: Mention) -> bool:
    """A standing committee acts in a `phiên họp`, never in the `kỳ họp` of its council."""
    return says_sitting(session) or "thường vụ" not in act.value["council"]


def _is_of_council(mention: Mention) -> bool:
    """`phiên chất vấn của HĐND Hà Nội`, where the article names no session of which it is a part."""
    return mention.value["head"] is Head.PART and mention.value["type"] in COUNCILS


_DEBATE = Pattern(
    phrase(r"(?:buổi|cuộc) (?:thảo luận|họp cuối|họp đầu tiên)(?: (?:tổ|nhóm|hội trường))?(?: sáng nay)?")
)


def _is_debate(mention: Mention) -> bool:
    """`tại buổi thảo luận tổ chiều 9/12`: hours of a session or a congress."""
    return mention.value["head"] is Head.TALK and _DEBATE.fullmatch(folded_name(mention)) is not None


def _is_sitting(mention: Mention) -> bool:
    of_nobody = mention.value["type"] is MeetingType.OTHER
    return mention.value["head"] is Head.SESSION and of_nobody and says_sitting(mention)
