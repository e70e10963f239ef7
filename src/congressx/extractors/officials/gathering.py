"""Who is who in an article: every reading goes to the person it speaks of, where only one can be meant."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace

from congressx.engine import Mention
from congressx.extractors.officials.offices import OFFICES_OF_ONE, SEATS, Office, TitleStatus
from congressx.extractors.officials.readings import HeldTitle, Naming, PersonReading, as_won
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.same_titles import are_of_other_levels, is_same_body
from congressx.vietnamese.names import Honorific
from congressx.vietnamese.spelling import fold


@dataclass(frozen=True, slots=True)
class Said:
    """One reading in its place in the document."""

    mention: Mention
    reading: PersonReading

    @property
    def sentence(self) -> int:
        """Index of its sentence."""
        return self.mention.sentence

    def without_parts(self, gone: Container[MeetingPart]) -> Said:
        """What is said, less the parts that are `gone`."""
        parts = tuple(part for part in self.reading.parts if part not in gone)
        return replace(self, reading=replace(self.reading, parts=parts))


@dataclass(slots=True)
class Person:
    """What has been gathered about one person."""

    key: str
    said: list[Said] = field(default_factory=list)
    titles: list[HeldTitle] = field(default_factory=list)
    parts: list[MeetingPart] = field(default_factory=list)
    sexes: set[Honorific] = field(default_factory=set)

    def add(self, said: Said, titles: Iterable[HeldTitle], parts: Iterable[MeetingPart]) -> None:
        """Takes in one reading, with the titles and parts it gives."""
        self.said.append(said)
        self.titles += titles
        self.parts += parts
        if said.reading.honorific in ("mr", "ms"):
            self.sexes.add(said.reading.honorific)

    def drop(self, part: MeetingPart) -> None:
        """Takes back a part that the readings gave."""
        self.parts = [other for other in self.parts if other is not part]

    def may_be(self, honorific: Honorific | None) -> bool:
        """Whether nothing says that the person is of the other sex."""
        return honorific not in ("mr", "ms") or not self.sexes or honorific in self.sexes


def gather(said: Sequence[Said]) -> list[Person]:
    """The persons of an article with all that is said of each, in the order of their names."""
    return _Gatherer(said).gather()


class _Gatherer:
    """Goes through the readings of a document in text order and gives each to its person."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.said = said
        self.aliases = _aliases([s.reading for s in said if s.reading.naming is Naming.FULL])
        self.persons: dict[str, Person] = {}
        for name in self.aliases.values():
            self.persons.setdefault(name, Person(name))
        self.last: Person | None = None
        """Who acted last, or was named last where nobody acts: whom a pronoun means."""
        self.speaker: Person | None = None
        """Who spoke last: whom a pronoun behind a quote means."""
        self.acted = -1
        """The sentence in which somebody acted last."""
        self.head: PersonReading | None = None
        self.head_sentence = -1
        self.boards: int | None = None
        """The last sentence of those that tell who heads the boards that were elected."""

    def gather(self) -> list[Person]:
        for said in self.said:
            self._take(said)
        return [person for person in self.persons.values() if person.said]

    def _take(self, said: Said) -> None:
        reading = said.reading
        if reading.naming is Naming.BOARDS:
            self.boards = said.sentence
            return
        if reading.naming is Naming.HEAD:
            self.head, self.head_sentence = reading, said.sentence
            return
        if reading.naming is Naming.ITEM:
            self._goes_on(said)
            return
        person = self._whose(said)
        if person is None:
            return
        titles = _beside_own(reading) if reading.naming is Naming.TITLE else reading.titles
        parts = reading.parts
        if head := self._head_above(said):
            titles, parts = (*head.titles, *titles), (*parts, *head.parts)
        if self._heads_a_board(said):
            titles, parts = tuple(map(_won, titles)), (*parts, MeetingPart.ELECTED)
        person.add(said, titles, parts)
        if parts or self.acted != said.sentence:
            self.last = person
        if parts:
            self.acted = said.sentence
            self.speaker = person if MeetingPart.SPEECH in parts else None

    def _whose(self, said: Said) -> Person | None:
        reading = said.reading
        if reading.naming is Naming.FULL:
            return self.persons[self.aliases[fold(reading.name)]]
        if reading.naming is Naming.GIVEN:
            return self._by_given(reading)
        if reading.naming is Naming.PRONOUN:
            meant = (self.speaker if reading.closes_quote else None) or self.last
            return meant if meant and meant.may_be(reading.honorific) else None
        return self._by_title(reading)

    def _by_given(self, reading: PersonReading) -> Person | None:
        given = fold(reading.name)
        named = [p for p in self.persons.values() if p.key.split()[-1] == given and p.may_be(reading.honorific)]
        return _only(named, self.last) or _only([p for p in named if p.said], self.last) or _latest(named)

    def _by_title(self, reading: PersonReading) -> Person | None:
        wanted = next(iter(reading.titles), None)  # none is left of an office that was held long ago
        if wanted is None or wanted.office in SEATS:
            return None
        holding = [
            person
            for person in self.persons.values()
            if any(
                title.office is wanted.office
                and title.status is not TitleStatus.FORMER
                and is_same_body(title.org, wanted.org)
                and not are_of_other_levels(title.org, wanted.org)
                for title in person.titles
            )
        ]
        return _only(holding, self.last)

    def _head_above(self, said: Said) -> PersonReading | None:
        """The head of the list whose item the sentence is."""
        if self.head is None or not said.reading.opens or said.reading.naming is Naming.PRONOUN:
            return None
        self._goes_on(said)
        return self.head if said.reading.naming is Naming.FULL else None

    def _goes_on(self, item: Said) -> None:
        """The list goes on with this item, or it has ended above."""
        if item.sentence - self.head_sentence not in (0, 1):
            self.head = None
        self.head_sentence = item.sentence

    def _heads_a_board(self, said: Said) -> bool:
        if self.boards is None or not said.reading.of_board:
            return False
        if said.sentence - self.boards not in (0, 1):
            self.boards = None
            return False
        self.boards = said.sentence
        return said.reading.naming is Naming.FULL


def _beside_own(reading: PersonReading) -> tuple[HeldTitle, ...]:
    """What stands beside the office by which somebody is named, where only one person holds that: `Tổng Bí thư, |Chủ tịch nước| nói`.

    Three of them are three persons.
    """
    return reading.titles[1:] if reading.titles[0].office in OFFICES_OF_ONE and len(reading.titles) == 2 else ()


def _won(title: HeldTitle) -> HeldTitle:
    """A board's head as one elected; the office beside it stays what it was."""
    if title.status is TitleStatus.CURRENT and title.office in (Office.BOARD_HEAD, Office.BOARD_DEPUTY_HEAD):
        return as_won(title)
    return title


def _only(persons: Sequence[Person], last: Person | None) -> Person | None:
    if len(persons) == 1:
        return persons[0]
    return last if last is not None and last in persons else None


def _latest(persons: Sequence[Person]) -> Person | None:
    """Who of them was named last, where it was in another sentence than the others."""
    named = sorted((person.said[-1].sentence, index) for index, person in enumerate(persons) if person.said)
    if len(named) < 2 or named[-1][0] == named[-2][0]:
        return None
    return persons[named[-1][1]]


def _aliases(named: Iterable[PersonReading]) -> dict[str, str]:
    """The full name each name stands for: `Quyết Tâm` is `Nguyễn Thị Quyết Tâm` where no other name ends so.

    So is `Nguyễn Thị Quyết` in `Nguyễn Thị Quyết |tâm|`.
    """
    following: dict[str, set[str]] = {}
    for reading in named:
        following.setdefault(fold(reading.name), set()).add(fold(reading.next_word))
    aliases = {}
    for name, small in following.items():
        spelled_out = {f"{name} {word}" for word in small}
        longer = [other for other in following if other.endswith(f" {name}") or other in spelled_out]
        aliases[name] = longer[0] if len(longer) == 1 else name
    return aliases
