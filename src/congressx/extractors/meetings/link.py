"""Which of the meetings named in an article it reports: the main one, its sessions, others; each with all that is said of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from congressx.document import Document
from congressx.engine import LinkContext, Mention
from congressx.extractors.meetings.actors import names_a_body
from congressx.extractors.meetings.article_types import type_in_article
from congressx.extractors.meetings.choosing import evidence_of, main_meeting
from congressx.extractors.meetings.days import days_of
from congressx.extractors.meetings.echoes import with_told_days
from congressx.extractors.meetings.grouping import meetings_of
from congressx.extractors.meetings.hosts import host_in_title
from congressx.extractors.meetings.hours import part_of_day
from congressx.extractors.meetings.kinds import COUNCILS, OPENS_A_TERM
from congressx.extractors.meetings.lives import is_step_of_life
from congressx.extractors.meetings.meeting import OPENING, Meeting, folded_name, is_preparatory
from congressx.extractors.meetings.naming import Head
from congressx.extractors.meetings.other_dates import OtherDates
from congressx.extractors.meetings.record import MeetingRole, MeetingType, YearBasis
from congressx.extractors.meetings.sameness import with_all_told
from congressx.extractors.meetings.status import mark_announced, status_of, told_status
from congressx.extractors.meetings.terms import OF_A_TERM, term_of_document, term_of_label
from congressx.extractors.meetings.years import Setting
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateMention, Deictic
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.letters import LETTER
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.spelling import fold, phrase


def link(context: LinkContext) -> Iterator[Mention]:
    """One mention a meeting: the main one first, then those with a date or a holder of their own."""
    mentions = list(with_told_days(context.mentions, context.document))
    told_of = meetings_of(mentions, context.document)
    meetings = [meeting for meeting in told_of if _is_public(meeting, context.document)]
    main = main_meeting(meetings, context.document)
    dates = OtherDates(context.document)
    told: Mention | None = None
    if main is not None:
        meetings = with_all_told(main, meetings)
        mark_announced(meetings, main)
        told = _resolved(main, MeetingRole.MAIN, None, dates, context)
        yield told
    for meeting in (meeting for meeting in meetings if meeting is not main):
        role = _role_beside(told, meeting, context.document)
        if role is not None:
            yield _resolved(meeting, role, told, dates, context)


@cache
def _public() -> Pattern:
    return Pattern(rf"(?<![{LETTER}])(?:{alternation(entries('public_words.txt', __package__))})(?![{LETTER}])")


_HELD_BY_ANYBODY = frozenset({Head.CONFERENCE, Head.CEREMONY, Head.TALK})
_ANYBODYS = frozenset({MeetingType.OTHER, MeetingType.CEREMONY})


def _is_public(meeting: Meeting, document: Document) -> bool:
    """Whether a meeting of no type, holder and number has a public body beside it; press calls of film stars have none."""
    named = meeting.host is not None or meeting.first("ordinal") is not None
    if named or meeting.head not in _HELD_BY_ANYBODY or meeting.type not in _ANYBODYS:
        return True
    beside = (document.sentences[mention.sentence].folded for mention in meeting.mentions)
    return any(_public().search(folded) for folded in (fold(document.title), *beside))


def _role_beside(main: Mention | None, meeting: Meeting, document: Document) -> MeetingRole | None:
    """What a further meeting is to the main one; None where the article does not report it."""
    is_part = meeting.head is Head.PART
    if is_part and meeting.first("council"):
        return None
    if main is not None and _is_session(meeting, main):
        reported = _is_reported(meeting) or _is_told_undated(meeting)
        return MeetingRole.SESSION if reported and not _is_first_session(meeting, main) else None
    reported = _is_reported(meeting) and not is_part
    return MeetingRole.OTHER if reported and not is_step_of_life(meeting.mentions, document) else None


def _is_reported(meeting: Meeting) -> bool:
    """Whether the article reports more of a further meeting than its name; of a session, one of its sittings may be told."""
    if meeting.sitting is not None and meeting.head is Head.SESSION:
        return True
    return any(_tells_more(mention.value) for mention in meeting.mentions if not mention.value["cited"])


def _tells_more(value: Mapping[str, Any]) -> bool:
    date = value["date"]
    if value["head"] is Head.PART and value["ordinal"] is not None:
        return date is not None or not value["planned"]  # `Ban Chấp hành sẽ họp phiên đầu tiên`
    if date is not None and date.start.iso() is None:
        return _is_over(value, date)
    if date is None or (value["recalled"] and date.start.day is None):
        return False  # `Tháng 4/2015, tại kỳ họp …, ông được bầu`: a life
    return bool(value["held"] or value["scene"] or not value["bare"])


def _is_over(value: Mapping[str, Any], date: DateMention) -> bool:
    """`Sáng qua, Ban Tuyên giáo đã tổ chức hội thảo …`: a day without a number, of a meeting that has been held."""
    held = value["held"] and value["past"] and not (value["planned"] or value["bare"] or value["talked_about"])
    return bool(held and date.deictic in (Deictic.TODAY, Deictic.YESTERDAY, Deictic.SAME_DAY))


def _is_told_undated(session: Meeting) -> bool:
    """`Tại phiên trù bị, …`, `Hội nghị lần thứ nhất Ban Chấp hành bầu …`: parts that are reported without a day."""
    named = session.head is not Head.PART and session.type is MeetingType.COMMITTEE_PLENUM
    told = (m for m in session.mentions if (m.value["held"] or m.value["scene"]) and not m.value["cited"])
    return any(named or is_preparatory(mention) for mention in told)


def _is_session(meeting: Meeting, main: Mention) -> bool:
    """`phiên trù bị` of a congress, or the first plenum of the committee it elected."""
    if meeting.head is Head.PART:
        return True
    return meeting.first("ordinal") == 1 and meeting.head is not Head.CONGRESS and main.value["type"] in OPENS_A_TERM


def _is_first_session(part: Meeting, main: Mention) -> bool:
    """`phiên họp đầu tiên` of a council, told without a day: its first `kỳ họp`, no sitting of it."""
    undated = part.date is None and part.head is Head.PART and part.number == 1
    return undated and main.value["type"] in COUNCILS


def _resolved(
    meeting: Meeting, role: MeetingRole, main: Mention | None, dates: OtherDates, context: LinkContext
) -> Mention:
    """The mention that says most of a meeting, with everything its other mentions add."""
    document = context.document
    told = max(meeting.mentions, key=lambda m: _how_fully(m, document))
    host = meeting.host or (host_in_title(document) if role is MeetingRole.MAIN else None)
    kind = type_in_article(meeting, role, host, main, document)
    host = host or _actor(meeting)
    term = meeting.first("term") or meeting.first("term_of_holder") or _term_elsewhere(meeting, role, kind, context)
    setting = Setting(kind, told_status(meeting), term, document, dates, _day_of(main))
    days = days_of(meeting, setting)
    value = {
        "role": role,
        "type": kind,
        "also": meeting.first("also") or (),
        "name": _fullest_name(meeting, told, document),
        "ordinal": meeting.number,
        "stated": meeting.date.start.iso() if meeting.date else None,
        "starts_on": days.starts_on,
        "ends_on": days.ends_on,
        "year_basis": days.year_basis,
        "part_of_day": part_of_day(meeting, role, document),
        "place": meeting.first("place"),
        "host": host,
        "term_start": term[0] if term else None,
        "term_end": term[1] if term else None,
        "status": status_of(setting.status, days, document),
    }
    return replace(told, value=value)


def _how_fully(mention: Mention, document: Document) -> tuple[bool, float, bool, int]:
    """How much a mention says of its meeting; of a part, told mostly in a look back (`Trước đó, …`), its day says most."""
    dated_part = mention.value["head"] is Head.PART and mention.value["date"] is not None
    return dated_part, evidence_of(mention, document), not mention.value["council"], len(mention.focus)


def _fullest_name(meeting: Meeting, told: Mention, document: Document) -> str:
    """`Đại hội sẽ diễn ra từ ngày 1/11`: the day stands beside a mere word, the number or the full name elsewhere."""
    name = str(told.value["name"])
    others = [mention for mention in meeting.mentions if not mention.value["recalled"]]
    if meeting.number is not None and told.value["ordinal"] is None:
        mere = bool(told.value["bare"] or told.value["council"])
        fuller = [m for m in others if m.value["ordinal"] == meeting.number and (mere or _says_more(m, name))]
    elif told.value["bare"]:
        fuller = [m for m in others if _names_in_full(m, document) and _says_more(m, name)]
    else:
        return name
    return max((str(mention.value["name"]) for mention in fuller), key=len, default=name)


def _names_in_full(mention: Mention, document: Document) -> bool:
    """Whether the opening prose names it; of a talk with whom or about what: `buổi làm việc với Quận ủy`."""
    opens = mention.sentence <= OPENING and document.sentences[mention.sentence].section.is_prose
    return opens and (mention.value["head"] is not Head.TALK or _TELLS_OF.search(folded_name(mention)) is not None)


def _says_more(full: Mention, name: str) -> bool:
    """`buổi làm việc với Quận ủy`, where `hội thảo về trồng rừng` is no other name of a `cuộc họp`."""
    return set(_ANY.sub("", fold(name)).split()) < set(folded_name(full).split())


_ANY = Pattern(phrase(r"^(?:buổi|cuộc) "))
_TELLS_OF = Pattern(phrase(r"(?<!\w)(?:với|về|cử tri)(?!\w)"))


def _actor(meeting: Meeting) -> str | None:
    """`Tại kỳ họp bất thường, HĐND tỉnh đã bầu …`: whoever acts at it, unless its name says whose it is."""
    actor: str | None = meeting.first("actor")
    others = (mention for mention in meeting.mentions if not mention.value["actor"])
    if actor is None or any(names_a_body(folded_name(mention)) for mention in others):
        return None
    return actor


def _day_of(main: Mention | None) -> tuple[dt.date, YearBasis] | None:
    """Its first day, or its last where only that is told."""
    if main is None:
        return None
    day = main.value["starts_on"] or main.value["ends_on"]
    return None if day is None else (day, main.value["year_basis"])


def _term_elsewhere(
    meeting: Meeting, role: MeetingRole, kind: MeetingType, context: LinkContext
) -> tuple[int, int] | None:
    """The term of the label in the name or of its holder (`khóa XII`); for a congress the one it opens, of which the article speaks.

    Where those of other bodies are told too, the one in the sentence that dates the congress.
    """
    terms = context.neighbours["terms"]
    labelled = term_of_label(str(meeting.mentions[0].value["name"]), terms)
    if labelled is None and kind in OF_A_TERM and meeting.host is not None:
        labelled = term_of_label(meeting.host, terms)
    if labelled is not None or role is not MeetingRole.MAIN or kind not in OPENS_A_TERM:
        return labelled
    told = {mention.sentence for mention in meeting.mentions if mention.value["held"] or mention.value["date"]}
    return term_of_document(terms) or term_of_document([term for term in terms if term.sentence in told])
