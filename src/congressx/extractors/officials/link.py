"""One official of all that an article says of a person.

The full name comes first; later `ông Vinh`, `Thứ trưởng Vinh`, `Ông …`, `Thứ trưởng …` add what the person does, where
only one can be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from congressx.document import Document, SectionKind
from congressx.engine import LinkContext, Mention
from congressx.extractors.officials import in_passing, successors
from congressx.extractors.officials.after_ballots import after_ballot, with_rosters
from congressx.extractors.officials.another_day import meeting_days, told_elsewhere
from congressx.extractors.officials.candidates import candidacy
from congressx.extractors.officials.councillors import is_of_councillors, is_sitting
from congressx.extractors.officials.earlier_wins import without_earlier_wins
from congressx.extractors.officials.evidence import rule_of
from congressx.extractors.officials.filled import filled, with_filled
from congressx.extractors.officials.gathering import Person, Said, gather
from congressx.extractors.officials.long_past import latest_year, without_long_past
from congressx.extractors.officials.offices import Office
from congressx.extractors.officials.press import (
    is_aside_of_meeting,
    is_at_conference,
    is_of_conference,
    tells_of_conference,
)
from congressx.extractors.officials.readings import HeldTitle, Naming
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.relieved import only_asks
from congressx.extractors.officials.same_titles import is_same, merged
from congressx.extractors.officials.seats import by_rank, delegate, seat_won
from congressx.extractors.officials.short_names import in_full
from congressx.extractors.officials.winners import Winners
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold

LONGEST_QUOTE = 120


def link(context: LinkContext) -> Iterator[Mention]:
    """Mentions of `officials` and of their `titles`."""
    year = latest_year(context.document)
    read = [Said(mention, mention.value["reading"]) for mention in context.mentions]
    read = [without_long_past(one, context.document, year) for one in read]
    days = meeting_days(context.neighbours["meetings"])
    won = [title for one in read for title in one.reading.titles if title.is_won]
    conference = _is_of_conference(context)
    said = [after_ballot(one, won, context.document) for one in read]
    said = with_rosters(said, context.neighbours["elections"])
    told = {one.sentence for one in said if _THERE & set(one.reading.parts)}
    elsewhere = told_elsewhere(told, context.document, days)
    said = [one.without_parts(_THERE) if one.sentence in elsewhere else one for one in said]
    said = [_without_wish(one, context.document) for one in said]
    if is_aside_of_meeting(context.document):
        said = [_aside(one) for one in said]
    said = [_without_told(one, context.document, dated=bool(days), conference=conference) for one in said]
    persons = gather(said)
    successors.settle(persons, context.document)
    winners = Winners.of(context.neighbours["elections"], said, context.document)
    for person in persons:
        winners.settle(person, context.document)
        in_passing.settle(person, context.document, elected=person.key in winners.won)
    meeting = _Meeting.of(context, said, conference=conference)
    given = filled(context.neighbours["elections"], context.document)
    mentions = [
        m for person in persons for m in _mentions(person, given.get(person.key, ()), meeting, context.document)
    ]
    return iter(sorted(mentions, key=lambda m: (m.focus, m.kind, m.span)))


def _is_of_conference(context: LinkContext) -> bool:
    """Whether the article tells of a press conference, or quotes somebody from one and tells of no meeting."""
    has_main = any(meeting.value.get("role") == "main" for meeting in context.neighbours["meetings"])
    return is_of_conference(context.document) or (not has_main and tells_of_conference(context.document))


# ---------------------------------------------------------------- the meeting


def _without_wish(said: Said, document: Document) -> Said:
    """Whoever only asks to leave an office has not left it."""
    asks = MeetingPart.REMOVED in said.reading.parts and only_asks(document.sentences[said.sentence].folded)
    return said.without_parts({MeetingPart.REMOVED}) if asks else said


def _aside(said: Said) -> Said:
    """What is said where the article reports what many told beside a meeting."""
    reading = said.reading
    return said if reading.at_meeting else replace(said, reading=replace(reading, to_press=True))


def _without_told(said: Said, document: Document, *, dated: bool, conference: bool) -> Said:
    """Without what was told to journalists: `Trao đổi với báo chí, ông Lúa cho biết`.

    A statement with a time (`Sáng 5/6, ông Lúa cho biết`) is of the meeting only where that has a day.
    """
    reading = said.reading
    if reading.states and not dated:
        reading = replace(reading, to_press=True)
        said = replace(said, reading=reading)
    if not reading.to_press or not _SAID & set(reading.parts):
        return said
    if conference and is_at_conference(document.sentences[said.sentence].folded):
        return said
    return said.without_parts(_SAID)


_THERE = frozenset(
    {
        MeetingPart.CHAIR,
        MeetingPart.ATTEND_DIRECT,
        MeetingPart.DIRECTING_SPEECH,
        MeetingPart.ATTEND,
        MeetingPart.OPENING,
        MeetingPart.CLOSING,
        MeetingPart.REPORT,
        MeetingPart.SPEECH,
    }
)
"""Parts that only a meeting has."""
_SAID = frozenset({MeetingPart.SPEECH, MeetingPart.DIRECTING_SPEECH})
_SAYING = frozenset({MeetingPart.DIRECTING_SPEECH, MeetingPart.OPENING, MeetingPart.CLOSING, MeetingPart.REPORT})
_SCENE = frozenset({MeetingPart.CHAIR, MeetingPart.ATTEND_DIRECT, MeetingPart.OPENING, MeetingPart.CLOSING})
"""Parts that speak of a meeting even where none is named."""
_OPENED = frozenset({MeetingPart.CHAIR, MeetingPart.OPENING, MeetingPart.CLOSING})
_TO_COME = Pattern(r"(?<!\p{L})(?:sẽ|dự kiến|kế hoạch|tới đây)(?!\p{L})")
_SPOKE = Pattern(r"\W*(?:[^,.;:]{3,60},\s*)?phát biểu\s+(?:\p{L}+\s+){0,4}?(?:tại|trong)\s")
_HANDED = Pattern(
    r"(?<!\p{L})(?:trao|công bố|nhận)\s+(?:các\s+)?(?:quyết định|nghị quyết)(?!\p{L})|(?:khi|phát biểu|lễ) nhậm chức"
)
"""Whoever speaks where offices are handed over does so there."""
_COMING = frozenset({*_OPENED, MeetingPart.ATTEND_DIRECT, MeetingPart.ATTEND})
"""Parts that an announcement can give."""
_COUNCILS = frozenset({"council_session", "assembly_session"})


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What matters of the article's meeting: whether it was held, and whether its delegates are councillors."""

    held: bool
    planned: bool
    council: bool
    conference: bool
    """A press conference is what the article tells of, be it about a meeting that was or will be held."""
    only_there: bool = False
    """Nothing but what somebody says at it tells of the meeting: what others say, they say elsewhere."""
    untold: bool = False
    """The article tells of none: who has no office acts nowhere, unless the sentence itself speaks of one."""

    @classmethod
    def of(cls, context: LinkContext, said: Sequence[Said], *, conference: bool) -> _Meeting:
        main = next((m for m in context.neighbours["meetings"] if m.value.get("role") == "main"), None)
        if main is None:  # a meeting the article tells of, though it does not name it as one that was held
            of_councillors = is_of_councillors(context.document)
            scene = _SCENE | {MeetingPart.REPORT} if of_councillors else _SCENE
            told = {part for s in said for part in (_THERE if s.reading.at_meeting else scene) & set(s.reading.parts)}
            sure = (
                any(_HANDED.search(sentence.folded) for sentence in context.document.prose)
                or is_sitting(context.document)
                or conference
            )
            only_there = not (sure or of_councillors) and told <= _SAID
            untold = not (sure or of_councillors or context.neighbours["meetings"])
            return cls(bool(told) or sure, False, of_councillors, conference, only_there, untold)
        status = str(main.value.get("status"))
        of_councillors = str(main.value.get("type")) in _COUNCILS or is_of_councillors(context.document)
        has_sat = any(_has_sat(session, main) for session in context.neighbours["meetings"])
        held = status == "held" or has_sat or conference or any(_was_opened(one, context.document) for one in said)
        return cls(held, status == "planned", of_councillors, conference)


def _has_sat(session: Mention, main: Mention) -> bool:
    """Whether a session was held of a meeting that still goes on; one of the day that the meeting is planned for was not."""
    told = session.value
    return (
        told.get("role") == "session"
        and told.get("status") == "held"
        and told.get("stated") != main.value.get("stated")
    )


def _was_opened(said: Said, document: Document) -> bool:
    """Whether somebody opened, led, closed or addressed what others announce: `Ông A khai mạc. Chiều nay, hội nghị sẽ bầu …`."""
    folded = document.sentences[said.sentence].folded
    opened = bool(_OPENED & set(said.reading.parts)) and not _TO_COME.search(folded)
    return opened or (
        said.reading.at_meeting and MeetingPart.SPEECH in said.reading.parts and _SPOKE.match(folded) is not None
    )


def _reduced(parts: Iterable[MeetingPart], meeting: _Meeting) -> tuple[MeetingPart, ...]:
    """The parts a record keeps (guideline, clarification 2)."""
    kept = [
        part
        for part in dict.fromkeys(parts)
        if meeting.held or part not in _THERE or (meeting.planned and part in _COMING)
    ]
    if _SAYING & set(kept):
        kept = [part for part in kept if part is not MeetingPart.SPEECH]
    if len(kept) > 1:
        kept = [part for part in kept if part is not MeetingPart.ATTEND]
    return tuple(kept) or (MeetingPart.MENTIONED,)


# ---------------------------------------------------------------- records

_OF_A_WARD = Pattern(r"\s*\((?:cử tri|ngụ|phường|xã|thị trấn|quận|huyện|tổ dân phố|khu phố|ấp|thôn)(?!\p{L})")
"""`ông A |(phường Bến Nước)| nêu ý kiến`: how voters are named where councillors meet them."""
_INITIAL = Pattern(r" [bcdđghklmnpqrstvx]$")
"""`Đỗ Thị S.`: names of those whom the page does not name."""


def _mentions(person: Person, given: Sequence[HeldTitle], meeting: _Meeting, document: Document) -> Iterator[Mention]:
    named = [s for s in person.said if s.reading.naming is Naming.FULL and fold(s.reading.name) == person.key]
    first = next((said for said in named if _section(said, document).is_prose), named[0])
    prose = {sentence.index for sentence in document.prose}
    told = in_full([_inspected(title, document) for title in person.titles], document)
    news = without_earlier_wins(told, document)
    titles = merged(news, prose)
    done = _without_reading_out(person, _done(person, meeting), document)
    if any(title.is_won for title in told) and not any(title.is_won for title in news):
        done = [part for part in done if part is not MeetingPart.ELECTED]
    parts = _reduced([*done, *by_rank(person, document)], meeting)
    titles += seat_won(person, parts, titles, document)
    if MeetingPart.ELECTED in parts:
        titles = with_filled(titles, given, prose)
    elif (seat := candidacy(person, document)) and not any(is_same(seat, title) for title in titles):
        titles.append(seat)
    if meeting.council and not any(title.office is Office.DEPUTY for title in titles):
        titles = [*delegate(named, titles, document), *titles]
    if _is_nobody(person, bool(titles), parts, document) or _signs(person, document):
        return
    if meeting.untold and not titles and not _acts_at_one(person, parts):
        return
    name = named[0].reading.name
    span = first.mention.span if len(first.mention.span) <= LONGEST_QUOTE else first.mention.focus
    value = _value(person, name, parts)
    rule = rule_of(person, parts, titled=bool(titles))
    yield Mention("officials", rule, span, first.mention.focus, first.sentence, value)
    for title in titles:
        yield _title_mention(name, title, person, document)


def _is_nobody(person: Person, titled: bool, parts: Sequence[MeetingPart], document: Document) -> bool:
    """Whether the person has neither an office nor an act at the meeting, or is called by an initial only."""
    if _INITIAL.search(person.key):
        return True
    return not titled and (tuple(parts) == (MeetingPart.MENTIONED,) or not _is_known(person, parts, document))


def _acts_at_one(person: Person, parts: Sequence[MeetingPart]) -> bool:
    """Whether somebody without an office wins or loses one, is called a deputy or a voter, or acts at what the sentence calls a meeting."""
    if {MeetingPart.ELECTED, MeetingPart.REMOVED} & set(parts):
        return True
    return any((said.reading.at_meeting or said.reading.called) and said.reading.parts for said in person.said)


def _signs(person: Person, document: Document) -> bool:
    """Whether the person only signs the article: `Trần Văn Lúa - Bí thư Chi bộ 2` as its last line."""
    if len(person.said) > 1 or MeetingPart.ELECTED in person.parts:
        return False
    [said] = person.said
    told = document.prose
    line = document.sentences[said.sentence]
    whole = len(said.mention.span) >= len(line.text.rstrip(" ."))
    return whole and said.reading.opens and len(told) > 1 and line is told[-1] and said.reading.honorific is None


def _done(person: Person, meeting: _Meeting) -> list[MeetingPart]:
    """What the person does; where journalists are told, only what is said at a meeting by the sentence's own words."""
    if not meeting.only_there and (meeting.conference or not any(said.reading.to_press for said in person.said)):
        return person.parts
    there = {part for said in person.said if said.reading.at_meeting for part in said.reading.parts}
    return [part for part in person.parts if part not in _SAID or part in there]


_READ_OUT = Pattern(r"(?<!\p{L})(?:công bố|đọc)\s+(?:(?:các|toàn văn)\s+)?quyết định(?!\p{L})")


def _without_reading_out(person: Person, parts: list[MeetingPart], document: Document) -> list[MeetingPart]:
    """Whoever hands a decision over reads it out too: `A đọc quyết định và trao quyết định cho B` is no report."""
    if MeetingPart.PRESENTER not in parts or MeetingPart.REPORT not in parts:
        return parts
    told = (said.sentence for said in person.said if MeetingPart.REPORT in said.reading.parts)
    if not all(_READ_OUT.search(document.sentences[sentence].folded) for sentence in told):
        return parts
    return [part for part in parts if part is not MeetingPart.REPORT]


def _is_known(person: Person, parts: Sequence[MeetingPart], document: Document) -> bool:
    """Whether a person without a title who only speaks does so at the meeting, and is not somebody asked in the street."""
    if set(parts) - {MeetingPart.SPEECH, MeetingPart.MENTIONED}:
        return True
    return any(
        said.reading.at_meeting
        or said.reading.called
        or said.reading.honorific == "comrade"
        or _OF_A_WARD.match(document.sentences[said.sentence].folded, said.reading.span.stop)
        for said in person.said
    )


def _value(person: Person, name: str, parts: tuple[MeetingPart, ...]) -> dict[str, object]:
    ranks = [rank for said in person.said for rank in said.reading.ranks]
    honorific = next((said.reading.honorific for said in person.said if said.reading.honorific), None)
    return {"name": name, "honorific": honorific, "ranks": _distinct(ranks), "roles": parts}


def _distinct(ranks: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for rank in ranks:
        kept.setdefault(fold(rank), rank)
    return tuple(kept.values())


def _section(said: Said, document: Document) -> SectionKind:
    return document.sentences[said.sentence].section


_CHAIRS = Pattern(r"(?P<deputy>phó\s+)?chủ\s+nhiệm(?:\s+(?:ủy\s+ban|ub))?(?:\s+thường\s+trực)?")
_INSPECTION = Pattern(r"ủy ban kiểm tra|ubkt")


def _inspected(title: HeldTitle, document: Document) -> HeldTitle:
    """`Ủy ban Kiểm tra gồm 5 đồng chí. Ông A làm Chủ nhiệm Ủy ban.`: which committee, the sentence or the one before says."""
    chair = _CHAIRS.fullmatch(fold(title.raw))
    near = document.sentences[max(0, title.sentence - 1) : title.sentence + 1]
    if chair is None or not any(_INSPECTION.search(sentence.folded) for sentence in near):
        return title
    return replace(title, office=Office.INSPECTION_DEPUTY if chair["deputy"] else Office.INSPECTION_CHAIR)


def _title_mention(name: str, title: HeldTitle, person: Person, document: Document) -> Mention:
    sentence = document.sentences[title.sentence]
    focus = sentence.here(title.span)
    beside = [said.mention.focus for said in person.said if said.sentence == title.sentence]
    span = min((focus.cover(other) for other in beside), key=len, default=focus)
    value = {"name": name, "office": title.office, "org": title.org, "raw": title.raw, "status": title.status}
    return Mention("titles", title.rule, span if len(span) <= LONGEST_QUOTE else focus, focus, title.sentence, value)
