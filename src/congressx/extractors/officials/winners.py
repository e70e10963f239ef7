"""Who was elected, appointed or relieved: what the elections of the article say of its persons.

`elections` reads rosters, ballots and moods, and leaves out careers, proposals and predecessors; whom it names was elected here
too. A single person of whom it says nothing was given the office on another day (`Tháng 3/2015, ông Lúa được bổ nhiệm …`), unless
a list or an office just left says otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from congressx.document import Document
from congressx.engine import Mention
from congressx.extractors.officials.gathering import Person, Said
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.offices import TitleStatus
from congressx.extractors.officials.readings import HeldTitle
from congressx.extractors.officials.record import MeetingPart
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold

_PRESIDES = "presidium"
"""Whoever is elected to it conducts the congress, which the sentence itself says."""
_ONCE = frozenset({"officials.title", "officials.title_elected"})
"""Rules of titles that one sentence gives to one person, or to a list of them."""
_BEFORE = Pattern(rf"(?:{any_of('instead')}|tiền nhiệm)[^,;.]{{0,30}}$")
"""`thay |ông A| vừa được điều động làm Bí thư`: what became of A is told in passing."""

_GREETED = Pattern(r"(?<!\p{L})(?:chúc mừng|tặng hoa|ra mắt)(?!\p{L})")
"""`A |chúc mừng| tân Bí thư B`: of today."""

Place = tuple[int, int]
"""A title: its sentence, and where in it."""


@dataclass(frozen=True, slots=True)
class Winners:
    """Folded names of those who won an office, and of those who left one; which titles a list shares."""

    won: frozenset[str]
    left: frozenset[str]
    shared: frozenset[Place]

    @classmethod
    def of(cls, elections: Iterable[Mention], said: Sequence[Said], document: Document) -> Self:
        """What the records of elections say, and the titles that several persons of one sentence have."""
        told = [record for record in elections if record.value["body"] != _PRESIDES]
        won = [record for record in told if record.value["act"] != "dismissed"]
        left = [record for record in told if record.value["act"] == "dismissed"]
        places = Counter(_place(title) for one in said for title in one.reading.titles if _is_won(title))
        return cls(
            frozenset(name for record in won for name in _names(record, document)),
            frozenset(name for record in left for name in _names(record, document)),
            frozenset(place for place, times in places.items() if times > 1),
        )

    def settle(self, person: Person, document: Document) -> None:
        """Gives the person what elections say, and takes back what they would have said."""
        if person.key in self.won:
            person.parts.append(MeetingPart.ELECTED)
        elif MeetingPart.ELECTED in person.parts and self._is_of_another_day(person, document):
            person.parts[:] = [part for part in person.parts if part is not MeetingPart.ELECTED]
        if person.key in self.left:
            person.parts.append(MeetingPart.REMOVED)

    def _is_of_another_day(self, person: Person, document: Document) -> bool:
        if _was_moved(person):
            return False
        own = [title for one in person.said for title in one.reading.titles if _is_won(title)]
        if len(own) < sum(map(_is_won, person.titles)):  # what the head of a list says of all below
            return False
        by_verb = [one for one in person.said if MeetingPart.ELECTED in one.reading.parts]
        if not all(any(map(_is_won, one.reading.titles)) for one in by_verb):  # trúng cử, tái cử
            return False
        return all(
            title.rule in _ONCE
            and _place(title) not in self.shared
            and not _GREETED.search(document.sentences[title.sentence].folded, 0, title.span.start)
            for title in own
        )


def _names(record: Mention, document: Document) -> Iterator[str]:
    folded = document.sentences[record.sentence].folded
    for name in map(fold, record.value["persons"]):
        place = folded.find(name)
        if place < 0 or not _BEFORE.search(folded, max(0, place - 60), place):
            yield name


def _was_moved(person: Person) -> bool:
    """Whether the person left one office for another: `thôi giữ chức Bí thư để nhận nhiệm vụ Chủ tịch`, in one sentence or the next."""
    left, won = (
        [one.sentence for one in person.said if part in one.reading.parts]
        for part in (MeetingPart.REMOVED, MeetingPart.ELECTED)
    )
    return any(abs(a - b) <= 1 for a in left for b in won)


def _is_won(title: HeldTitle) -> bool:
    return title.status is TitleStatus.ELECTED


def _place(title: HeldTitle) -> Place:
    return title.sentence, title.span.start
