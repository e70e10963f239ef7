"""Which of the meetings named in an article it reports: the main one, its sessions, others; each with all that is said of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import regex

from congressx.document import Document, SectionKind
from congressx.engine import LinkContext, Mention
from congressx.extractors.meetings.naming import type_of
from congressx.extractors.meetings.record import MeetingRole, MeetingStatus, MeetingType, YearBasis
from congressx.extractors.meetings.years import OPENS_A_TERM, deictic_day, term_of_document, year_of
from congressx.vietnamese.dates import DateMention, PartialDate
from congressx.vietnamese.organisations import read_organisation
from congressx.vietnamese.spelling import cased, fold, phrase

_GENERIC = regex.compile(
    r"đại hội|hội nghị|kỳ họp|đại biểu|đảng bộ|lần thứ \w+|lần \w+|khóa \w+|nhiệm kỳ|của|[\d(),-]+|mở rộng|thứ \w+|(?<!\w)(?:bch|ban chấp hành)"
)
_HOLDS_IN_TITLE = regex.compile(
    phrase(r"\s*(?:đã |vừa |long trọng )?(?:tổ chức|tổng kết|sơ kết|khai mạc|họp|tiến hành đại hội)")
)
_MAIN_HEADS = {"congress": 1.0, "conference": 1.0, "session": 1.0, "ceremony": 0.0, "talk": -0.5, "part": -9.0}
_HEAD_WORDS = {"congress": "đại hội", "session": "kỳ họp"}
_OPENING_SENTENCES = 6
"""An article names what it reports within its title, lead and first sentences."""
_ENOUGH = 5.0
"""Evidence a meeting needs to be the one an article reports."""


@dataclass(slots=True)
class _Meeting:
    """Mentions that speak of one meeting, in text order."""

    mentions: list[Mention]

    def first(self, field: str) -> Any:
        """The first value said, body before title before caption."""
        return next((m.value[field] for m in self.mentions if m.value[field] not in (None, ())), None)

    @property
    def head(self) -> str:
        return str(self.mentions[0].value["head"])

    @property
    def type(self) -> MeetingType:
        kinds = [m.value["type"] for m in self.mentions if m.value["type"] is not MeetingType.OTHER]
        return kinds[0] if kinds else MeetingType.OTHER


def link(context: LinkContext) -> Iterator[Mention]:
    """One mention a meeting: the main one first, then those with a date or a holder of their own."""
    document = context.document
    meetings = _grouped(context.mentions, document)
    main = max(meetings, key=lambda m: _evidence(m, document), default=None)
    if main is not None and _evidence(main, document) < _ENOUGH:
        main = None
    if main is not None:
        yield _resolved(main, MeetingRole.MAIN, main, context)
    for meeting in meetings:
        if meeting is main or not _reported(meeting):
            continue
        role = MeetingRole.SESSION if main is not None and _is_session(meeting, main) else MeetingRole.OTHER
        if role is MeetingRole.SESSION or meeting.head != "part":
            yield _resolved(meeting, role, main, context)


def _grouped(mentions: Sequence[Mention], document: Document) -> list[_Meeting]:
    """Mentions of one meeting together: same kind of head, no ordinal or type that contradicts."""
    rank = {SectionKind.LEAD: 0, SectionKind.BODY: 0, SectionKind.TITLE: 1, SectionKind.CAPTION: 2}
    ordered = sorted(mentions, key=lambda m: (rank[document.sentences[m.sentence].section], m.sentence, m.focus))
    meetings: list[_Meeting] = []
    for mention in ordered:
        if mention.value["cited"] and not mention.value["held"]:
            continue
        home = next((meeting for meeting in meetings if _same(meeting, mention)), None)
        if home is None:
            meetings.append(_Meeting([mention]))
        else:
            home.mentions.append(mention)
    return meetings


def _same(meeting: _Meeting, mention: Mention) -> bool:
    value = mention.value
    if value["head"] != meeting.head or value["head"] == "part":
        return False
    if value["ordinal"] is not None and meeting.first("ordinal") not in (None, value["ordinal"]):
        return False
    if value["term"] is not None and meeting.first("term") not in (None, value["term"]):
        return False
    if not _same_body(str(meeting.mentions[0].value["name"]), str(value["name"])):
        return False
    kinds = {meeting.type, value["type"]} - {MeetingType.OTHER}
    dates = {d.start for d in (meeting.first("date"), value["date"]) if d is not None}
    return len(kinds) <= 1 and (len(dates) <= 1 or bool(value["bare"]))


def _same_body(name: str, other: str) -> bool:
    """Whether two names can be those of one meeting: most words of the shorter stand in the longer."""
    words, others = (set(_GENERIC.sub(" ", fold(text)).split()) for text in (name, other))
    return len(words & others) >= 0.6 * min(len(words), len(others))


def _evidence(meeting: _Meeting, document: Document) -> float:
    best = max(_evidence_of(mention, document) for mention in meeting.mentions)
    first = min(mention.sentence for mention in meeting.mentions)
    late = 2.0 if first > _OPENING_SENTENCES else 0.0
    return best + min(1.5, 0.3 * (len(meeting.mentions) - 1)) + _MAIN_HEADS[meeting.head] - late


def _evidence_of(mention: Mention, document: Document) -> float:
    value = mention.value
    section = document.sentences[mention.sentence].section
    score = 2.5 * value["held"] + 1.0 * value["at"] + 1.0 * (value["ordinal"] is not None or value["term"] is not None)
    score += 2.0 * (value["date"] is not None and not value["in_part"]) - 1.0 * value["bare"] - 4.0 * value["cited"]
    score += {SectionKind.TITLE: 0.5, SectionKind.LEAD: 1.5, SectionKind.CAPTION: -1.0}.get(section, 0.0)
    return score + max(0.0, 3.0 - 0.35 * mention.sentence)


def _reported(meeting: _Meeting) -> bool:
    """Whether the article reports more of a further meeting than its name."""
    return any(
        (m.value["date"] is not None and m.value["date"].start.iso() and (m.value["held"] or m.value["at"] or not m.value["bare"]))
        or (m.value["head"] == "part" and m.value["ordinal"] is not None)
        for m in meeting.mentions
        if not m.value["cited"]
    )  # fmt: skip


def _is_session(meeting: _Meeting, main: _Meeting) -> bool:
    if meeting.head == "part":
        return True
    first_plenum = meeting.type is MeetingType.COMMITTEE_PLENUM and meeting.first("ordinal") == 1
    return first_plenum and main.type in OPENS_A_TERM


def _resolved(meeting: _Meeting, role: MeetingRole, main: _Meeting | None, context: LinkContext) -> Mention:
    """The mention that says most of a meeting, with everything its other mentions add."""
    document = context.document
    told = max(meeting.mentions, key=lambda m: (_evidence_of(m, document), len(m.focus)))
    kind = _type_of(meeting, role, main, document)
    status = _status(meeting)
    term = meeting.first("term") or (_term_from_document(kind, context) if role is MeetingRole.MAIN else None)
    date: DateMention | None = meeting.first("date")
    when = _when(date, kind, status, term, document)
    return Mention(
        kind="meetings",
        rule=told.rule,
        span=told.span,
        focus=told.focus,
        sentence=told.sentence,
        value={
            "role": role,
            "type": kind,
            "also": meeting.first("also") or (),
            "name": told.value["name"],
            "ordinal": meeting.first("ordinal"),
            "stated": date.start.iso() if date else None,
            **when,
            "part_of_day": date.part_of_day if date and date.start.day else None,
            "place": meeting.first("place"),
            "host": meeting.first("host") or (_host_of_title(document) if role is MeetingRole.MAIN else None),
            "term_start": term[0] if term else None,
            "term_end": term[1] if term else None,
            "status": status,
        },
    )


def _type_of(meeting: _Meeting, role: MeetingRole, main: _Meeting | None, document: Document) -> MeetingType:
    if meeting.type is not MeetingType.OTHER:
        return meeting.type
    if role is MeetingRole.SESSION and main is not None:
        return main.type
    if meeting.head not in _HEAD_WORDS:
        return MeetingType.OTHER
    holders = (meeting.first("host"), document.title)  # `Hội Luật gia tỉnh … tổ chức Đại hội đại biểu lần thứ IV`
    kinds = [type_of(f"{_HEAD_WORDS[meeting.head]} {fold(holder)}", meeting.head) for holder in holders if holder]
    return next((kind for kind in kinds if kind is not MeetingType.OTHER), MeetingType.OTHER)


def _host_of_title(document: Document) -> str | None:
    """`Hội Luật gia Việt Nam tổng kết công tác năm 2018`: the organisation a title begins with, before a holding verb."""
    text, folded = cased(document.title), fold(document.title)
    organisation = read_organisation(text, folded, 0)
    if organisation and _HOLDS_IN_TITLE.match(folded, organisation.span.stop):
        return organisation.span.of(document.title)
    return None


def _status(meeting: _Meeting) -> MeetingStatus:
    if any(m.value["cancelled"] for m in meeting.mentions):
        return MeetingStatus.CANCELLED
    verbs = [m.value["planned"] for m in meeting.mentions if m.value["held"]]
    return MeetingStatus.PLANNED if verbs and verbs[0] else MeetingStatus.HELD


def _term_from_document(kind: MeetingType, context: LinkContext) -> tuple[int, int] | None:
    if kind not in OPENS_A_TERM:
        return None
    terms = [
        (m.value["start_year"], m.value["end_year"]) for m in context.neighbours["terms"] if m.value.get("start_year")
    ]
    return term_of_document(terms)


def _when(
    date: DateMention | None, kind: MeetingType, status: MeetingStatus, term: tuple[int, int] | None, document: Document
) -> dict[str, Any]:
    """`starts_on`, `ends_on` and the basis of their year."""
    nothing: dict[str, Any] = {"starts_on": None, "ends_on": None, "year_basis": None}
    if date is None:
        return nothing
    if date.start.day is None:
        day = deictic_day(date.deictic, document.published)
        return nothing if day is None else {**nothing, "starts_on": day, "year_basis": YearBasis.PUBLISHED}
    found = year_of(date.start, kind, status, term, document)
    if found is None:
        return nothing
    year, basis = found
    starts = _full(date.start, year)
    if starts is None:
        return nothing
    ends = _full(date.end, year) if date.end else None
    if ends is not None and ends < starts:
        ends = _full(date.end, year + 1) if date.end else None
    return {"starts_on": starts, "ends_on": ends, "year_basis": basis}


def _full(date: PartialDate, year: int) -> dt.date | None:
    try:
        return (date if date.year is not None else date.with_year(year)).full()
    except ValueError:  # 29 February of a common year
        return None
