"""One official of all that an article says of a person.

The full name comes first; later `ông Vinh`, `Thứ trưởng Vinh`, `Ông …`, `Thứ trưởng …` add what the person does, where only one can be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from congressx.document import Document, SectionKind
from congressx.engine import LinkContext, Mention
from congressx.extractors.officials.readings import HeldTitle, Naming, PersonReading
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.same_titles import is_same_body, merged
from congressx.extractors.officials.titles import Office, TitleStatus
from congressx.vietnamese.names import Honorific
from congressx.vietnamese.spelling import fold

LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class _Said:
    """One reading in its place in the document."""

    mention: Mention
    reading: PersonReading

    @property
    def sentence(self) -> int:
        return self.mention.sentence


@dataclass(slots=True)
class _Person:
    """What has been gathered about one person."""

    key: str
    said: list[_Said] = field(default_factory=list)
    titles: list[HeldTitle] = field(default_factory=list)
    parts: list[MeetingPart] = field(default_factory=list)
    sexes: set[Honorific] = field(default_factory=set)

    def add(self, said: _Said, titles: Iterable[HeldTitle], parts: Iterable[MeetingPart]) -> None:
        self.said.append(said)
        self.titles += titles
        self.parts += parts
        if said.reading.honorific in ("mr", "ms"):
            self.sexes.add(said.reading.honorific)

    def may_be(self, honorific: Honorific | None) -> bool:
        """Whether nothing says that the person is of the other sex."""
        return honorific not in ("mr", "ms") or not self.sexes or honorific in self.sexes


def link(context: LinkContext) -> Iterator[Mention]:
    """Mentions of `officials` and of their `titles`."""
    said = [_Said(mention, mention.value["reading"]) for mention in context.mentions]
    persons = _Gatherer(said).gather()
    meeting = _Meeting.of(context, said)
    mentions = [m for person in persons for m in _mentions(person, meeting, context.document)]
    return iter(sorted(mentions, key=lambda m: (m.focus, m.kind, m.span)))


# ---------------------------------------------------------------- who is who


class _Gatherer:
    """Goes through the readings of a document in text order and gives each to its person."""

    def __init__(self, said: Sequence[_Said]) -> None:
        self.said = said
        self.aliases = _aliases([s.reading.name for s in said if s.reading.naming is Naming.FULL])
        self.persons: dict[str, _Person] = {}
        for name in self.aliases.values():
            self.persons.setdefault(name, _Person(name))
        self.last: _Person | None = None
        """Who acted last: whom a pronoun means."""
        self.head: PersonReading | None = None
        self.head_sentence = -1

    def gather(self) -> Iterable[_Person]:
        for said in self.said:
            self._take(said)
        return [person for person in self.persons.values() if person.said]

    def _take(self, said: _Said) -> None:
        reading = said.reading
        if reading.naming is Naming.HEAD:
            self.head, self.head_sentence = reading, said.sentence
            return
        person = self._whose(said)
        if person is None:
            return
        titles, parts = list(reading.titles), list(reading.parts)
        if reading.naming is Naming.TITLE:
            titles = []
        if self._is_listed(said):
            assert self.head is not None
            titles = [*self.head.titles, *titles]
            parts += self.head.parts
        person.add(said, titles, parts)
        if parts or self.last is None or self.last is not person:
            self.last = person

    def _whose(self, said: _Said) -> _Person | None:
        reading = said.reading
        if reading.naming is Naming.FULL:
            return self.persons[self.aliases[fold(reading.name)]]
        if reading.naming is Naming.GIVEN:
            return self._by_given(reading)
        if reading.naming is Naming.PRONOUN:
            return self.last if self.last and self.last.may_be(reading.honorific) else None
        return self._by_title(reading)

    def _by_given(self, reading: PersonReading) -> _Person | None:
        given = fold(reading.name)
        named = [p for p in self.persons.values() if p.key.split()[-1] == given and p.may_be(reading.honorific)]
        return _only(named, self.last) or _only([p for p in named if p.said], self.last)

    def _by_title(self, reading: PersonReading) -> _Person | None:
        wanted = reading.titles[0]
        holding = [
            person
            for person in self.persons.values()
            if any(
                title.office is wanted.office
                and title.status is not TitleStatus.FORMER
                and is_same_body(title.org, wanted.org)
                for title in person.titles
            )
        ]
        return _only(holding, self.last)

    def _is_listed(self, said: _Said) -> bool:
        """Whether the sentence is an item of the list whose head was read last."""
        if self.head is None or not said.reading.opens or said.reading.naming is Naming.PRONOUN:
            return False
        if said.sentence - self.head_sentence not in (0, 1):
            self.head = None
            return False
        self.head_sentence = said.sentence
        return said.reading.naming is Naming.FULL


def _only(persons: Sequence[_Person], last: _Person | None) -> _Person | None:
    if len(persons) == 1:
        return persons[0]
    return last if last is not None and last in persons else None


def _aliases(names: Iterable[str]) -> dict[str, str]:
    """The full name each name stands for: `Quyết Tâm` is `Nguyễn Thị Quyết Tâm` where no other name ends so."""
    folded = list(dict.fromkeys(map(fold, names)))
    aliases = {}
    for name in folded:
        longer = [other for other in folded if other.endswith(f" {name}")]
        aliases[name] = longer[0] if len(longer) == 1 else name
    return aliases


# ---------------------------------------------------------------- the meeting


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
_ONLY_THERE = _THERE - {MeetingPart.SPEECH, MeetingPart.REPORT, MeetingPart.ATTEND}
"""Parts that speak of a meeting even where none is named."""
_COMING = frozenset({MeetingPart.CHAIR, MeetingPart.ATTEND_DIRECT, MeetingPart.ATTEND})
"""Parts that an announcement can give."""
_COUNCILS = frozenset({"council_session", "assembly_session"})


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What matters of the article's meeting: whether it was held, and whether its delegates are councillors."""

    held: bool
    planned: bool
    council: bool

    @classmethod
    def of(cls, context: LinkContext, said: Sequence[_Said]) -> _Meeting:
        main = next((m for m in context.neighbours["meetings"] if m.value.get("role") == "main"), None)
        if main is None:  # a meeting the article tells of, though it does not name it as one that was held
            told = any(
                (s.reading.at_meeting and s.reading.parts) or _ONLY_THERE & set(s.reading.parts) for s in said
            )
            return cls(told, False, False)
        status = str(main.value.get("status"))
        return cls(status == "held", status == "planned", str(main.value.get("type")) in _COUNCILS)


def _reduced(parts: Iterable[MeetingPart], meeting: _Meeting) -> tuple[MeetingPart, ...]:
    """The parts a record keeps (guideline, clarification 2)."""
    kept = [part for part in dict.fromkeys(parts) if meeting.held or part not in _THERE or (meeting.planned and part in _COMING)]
    if _SAYING & set(kept):
        kept = [part for part in kept if part is not MeetingPart.SPEECH]
    if len(kept) > 1:
        kept = [part for part in kept if part is not MeetingPart.ATTEND]
    return tuple(kept) or (MeetingPart.MENTIONED,)


# ---------------------------------------------------------------- records


_BYLINE = regex.compile(r"[^\n]{2,40}\s*[-–]\s*[^\n]{2,90}\.?$")


def _mentions(person: _Person, meeting: _Meeting, document: Document) -> Iterator[Mention]:
    named = [said for said in person.said if said.reading.naming is Naming.FULL and fold(said.reading.name) == person.key]
    first = next((said for said in named if _section(said, document) in (SectionKind.BODY, SectionKind.LEAD)), named[0])
    titles = merged(person.titles)
    parts = _reduced(_done(person), meeting)
    if meeting.council and not any(title.office is Office.DEPUTY for title in titles):
        titles += _delegate(named)
    if not titles and (parts == (MeetingPart.MENTIONED,) or not _is_known(person, parts)):
        return
    name = named[0].reading.name
    span = first.mention.span if len(first.mention.span) <= LONGEST_QUOTE else first.mention.focus
    yield Mention("officials", "officials.person", span, first.mention.focus, first.sentence, _value(person, name, parts))
    for title in titles:
        yield _title_mention(name, title, person, document)


def _done(person: _Person) -> list[MeetingPart]:
    """What the person does; nothing said where journalists are told."""
    if any(said.reading.to_press for said in person.said):
        return [part for part in person.parts if part not in _SAID]
    return person.parts


def _is_known(person: _Person, parts: Sequence[MeetingPart]) -> bool:
    """Whether a person without a title who only speaks does so at the meeting, and is not somebody asked in the street."""
    if set(parts) - {MeetingPart.SPEECH, MeetingPart.MENTIONED}:
        return True
    return any(
        said.reading.at_meeting or said.reading.called or said.reading.honorific == "comrade" for said in person.said
    )


def _value(person: _Person, name: str, parts: tuple[MeetingPart, ...]) -> dict[str, object]:
    ranks = [rank for said in person.said for rank in said.reading.ranks]
    honorific = next((said.reading.honorific for said in person.said if said.reading.honorific), None)
    return {"name": name, "honorific": honorific, "ranks": _distinct(ranks), "roles": parts}


def _distinct(ranks: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for rank in ranks:
        kept.setdefault(fold(rank), rank)
    return tuple(kept.values())


def _section(said: _Said, document: Document) -> SectionKind:
    return document.sentences[said.sentence].section


def _delegate(named: Sequence[_Said]) -> list[HeldTitle]:
    """`đại biểu` in front of the name at a session of a council or of the National Assembly."""
    for said in named:
        word = said.reading.called
        if word is not None and said.reading.delegate:
            raw = "đại biểu"
            return [HeldTitle(Office.DEPUTY, None, raw, TitleStatus.CURRENT, "officials.title", word, said.sentence)]
    return []


def _title_mention(name: str, title: HeldTitle, person: _Person, document: Document) -> Mention:
    sentence = document.sentences[title.sentence]
    focus = sentence.here(title.span)
    beside = [said.mention.focus for said in person.said if said.sentence == title.sentence]
    span = min((focus.cover(other) for other in beside), key=len, default=focus)
    value = {"name": name, "office": title.office, "org": title.org, "raw": title.raw, "status": title.status}
    return Mention("titles", title.rule, span if len(span) <= LONGEST_QUOTE else focus, focus, title.sentence, value)
