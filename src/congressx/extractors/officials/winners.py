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
from congressx.extractors.officials.careers import is_past_career, not_now
from congressx.extractors.officials.gathering import Person, Said
from congressx.extractors.officials.lexicon import IN_PLACE_OF, any_of
from congressx.extractors.officials.offices import TitleStatus
from congressx.extractors.officials.readings import BESIDE, COUNTED, HeldTitle, as_held, rule_of_change
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.same_titles import is_same
from congressx.patterns import Pattern
from congressx.vietnamese.office_changes import is_before_the_news
from congressx.vietnamese.spelling import fold

_PRESIDES = "presidium"
"""Whoever is elected to it conducts the congress, which the sentence itself says."""
_BY_CHANGE = rule_of_change(TitleStatus.ELECTED)
_ONCE = frozenset({BESIDE, _BY_CHANGE})
"""Rules of titles that one sentence gives to one person, or to a list of them."""
_HELD = frozenset({TitleStatus.CURRENT, TitleStatus.ACTING})
_BEFORE = Pattern(rf"(?:{any_of('instead')}|tiền nhiệm)[^,;.]{{0,30}}$")
"""`thay |ông A| vừa được điều động làm Bí thư`: what became of A is told in passing."""

_GREETED = Pattern(
    r"(?<!\p{L})(?:chúc mừng|tặng hoa|ra mắt|nhận nhiệm vụ|nhậm chức|(?:trao|công bố) quyết định)(?!\p{L})"
)
"""`A |chúc mừng| tân Bí thư B`, `|Nhận nhiệm vụ|, tân Bí thư B`: of today."""

_REASON = Pattern(
    r"(?:\([^()]*|[^();.]{0,200}?)(?<!\p{L})(?:(?:do|vì)\s(?:[^,;.]{0,30}\s)?(?:được|nhận|chuyển)|đã\s+(?:được|nhận|chuyển)"
    r"|để\s+(?:đến\s+)?(?:nhận|làm)\s+nhiệm\s+vụ)(?!\p{L})"
)
"""`miễn nhiệm chức danh Ủy viên đối với ông A |do được| điều động làm Bí thư`: what it is that he goes to, another day decided."""

_OPENING = 3
"""Sentences, the headline among them, that tell what is new in an article."""
_IN_PLACE_OF = Pattern(rf"{IN_PLACE_OF}{any_of('address')}")
_AS = Pattern(
    rf"{_IN_PLACE_OF.pattern}(?:\s+\p{{L}}+){{2,6}}\s+(?:làm|giữ|đảm nhiệm|ở vị trí|ở cương vị)(?:\s+(?:chức|chức vụ|chức danh))?\s+$"
)
_NEAR = 70
_IS = Pattern(r"[^,;.:]{0,40}?\s(?:là|:)\s")
_NEW_TERM = Pattern(r"[^,;.:]{0,40}?(?<!\p{L})(?:khóa mới|nhiệm kỳ mới|mới)\s+là\s")
"""`Tân Bí thư |là| A`, `Bí thư |khóa mới là| A`."""
_NOT_NOW = Pattern(not_now("sau đó", "trước khi", "đến nay"))
"""`A làm Bí thư |thay ông| B` is news where no day of the past is told."""

Place = tuple[int, int]
"""A title: its sentence, and where in it."""


@dataclass(frozen=True, slots=True)
class Winners:
    """Folded names of those who won an office, of those who left one, and of several who left the same; which titles a list shares."""

    won: frozenset[str]
    left: frozenset[str]
    left_together: frozenset[str]
    shared: frozenset[Place]
    told_in: frozenset[int]
    """Sentences that name somebody who won here."""

    @classmethod
    def of(cls, elections: Iterable[Mention], said: Sequence[Said], document: Document) -> Self:
        """What the records of elections say, and the titles that several persons of one sentence have."""
        told = [record for record in elections if record.value["body"] != _PRESIDES]
        won = [record for record in told if record.value["act"] != "dismissed"]
        left = [record for record in told if record.value["act"] == "dismissed"]
        names = {name for record in won for name in _names(record, document)}
        places = Counter(_place(title) for one in said for title in one.reading.titles if title.is_won)
        return cls(
            frozenset(names),
            frozenset(name for record in left for name in _names(record, document)),
            frozenset(name for record in left if len(record.value["persons"]) > 1 for name in _names(record, document)),
            frozenset(place for place, times in places.items() if times > 1),
            frozenset(one.sentence for one in said if fold(one.reading.name) in names),
        )

    def settle(self, person: Person, document: Document) -> None:
        """Gives the person what elections say, and takes back what they would have said."""
        only_won = self._only_won(person)
        if person.key in self.won or only_won:
            person.parts.append(MeetingPart.ELECTED)
        elif MeetingPart.ELECTED in person.parts and self._is_of_another_day(person, document):
            person.drop(MeetingPart.ELECTED)
            person.titles = list(_as_told_of_another_day(person.titles, document))
        if person.key in self.left and not only_won:
            person.parts.append(MeetingPart.REMOVED)
        if MeetingPart.ELECTED in person.parts and _is_only_reason(person, document):
            person.drop(MeetingPart.ELECTED)

    def _only_won(self, person: Person) -> bool:
        """Whether one of several who left something won it by the sentences themselves: `miễn nhiệm A, |còn B được bầu làm ủy viên|`."""
        if person.key not in self.left_together:
            return False
        parts = {part for one in person.said for part in one.reading.parts}
        return MeetingPart.ELECTED in parts and MeetingPart.REMOVED not in parts

    def _is_of_another_day(self, person: Person, document: Document) -> bool:
        if _was_moved(person) or any(self._goes_with_another(one) for one in person.said):
            return False
        own = [title for one in person.said for title in one.reading.titles if title.is_won]
        if len(own) < sum(title.is_won for title in person.titles):  # what the head of a list says of all below
            return False
        by_verb = [one for one in person.said if MeetingPart.ELECTED in one.reading.parts]
        if not all(any(title.is_won for title in one.reading.titles) for one in by_verb):  # trúng cử, tái cử
            return False
        return all(
            title.rule in _ONCE
            and _place(title) not in self.shared
            and not _GREETED.search(document.sentences[title.sentence].folded, 0, title.span.start)
            and not _is_news(title, document.sentences[title.sentence].folded)
            for title in own
        )

    def _goes_with_another(self, said: Said) -> bool:
        """Whether the person stands in a list of which elections say that another was elected here."""
        reading = said.reading
        return said.sentence in self.told_in and (reading.gapped or reading.labelled)


def _as_told_of_another_day(titles: Sequence[HeldTitle], document: Document) -> Iterator[HeldTitle]:
    """What was won on another day, told behind the news: what is held where no other office is, else a line of a career, left out.

    It stays won where the sentence tells whom it is given to by the office held until then.
    """
    held = [title for title in titles if title.status in _HELD and title.rule != COUNTED]
    for title in titles:
        if not title.is_won or title.rule != _BY_CHANGE or title.sentence <= _OPENING:
            yield title
        elif any(is_same(title, other) for other in held) or not held or _is_just_before(title, document):
            yield as_held(title)
        elif all(other.sentence == title.sentence and other.rule == BESIDE for other in held):
            yield title


def _is_just_before(title: HeldTitle, document: Document) -> bool:
    """`Trước đó, Ban Bí thư đã điều động ông A làm |Thứ trưởng|`: no line of a career."""
    return is_before_the_news(document.sentences[title.sentence].folded)


def _is_only_reason(person: Person, document: Document) -> bool:
    """Whether every new office of the person only says why the person is relieved of another."""
    told = [said for said in person.said if MeetingPart.ELECTED in said.reading.parts]
    return bool(told) and MeetingPart.REMOVED in person.parts and all(_gives_reason(said, document) for said in told)


def _gives_reason(said: Said, document: Document) -> bool:
    folded = document.sentences[said.sentence].folded
    span = said.reading.span
    return "miễn nhiệm" in folded[: span.start] and _REASON.match(folded, span.stop) is not None


def _names(record: Mention, document: Document) -> Iterator[str]:
    folded = document.sentences[record.sentence].folded
    for name in map(fold, record.value["persons"]):
        place = folded.find(name)
        if place < 0 or not _BEFORE.search(folded, max(0, place - 60), place):
            yield name


def _is_news(title: HeldTitle, folded: str) -> bool:
    """Whether the words beside the title say that it was won now."""
    if _takes_a_place(title, folded):
        return True
    new = folded[: title.span.start].endswith("tân ") and _IS.match(folded, title.span.stop)
    return bool(new) or _NEW_TERM.match(folded, title.span.stop) is not None


def _takes_a_place(title: HeldTitle, folded: str) -> bool:
    """Whether the sentence has somebody take the place of another now: `A làm |Bí thư| thay ông B`, `A thay ông B làm |Bí thư|`."""
    if is_past_career(folded) or _NOT_NOW.search(folded):
        return False
    start, stop = title.span.start, title.span.stop
    behind = _IN_PLACE_OF.search(folded, stop, stop + _NEAR)
    return behind is not None or _AS.search(folded, max(0, start - _NEAR), start) is not None


def _was_moved(person: Person) -> bool:
    """Whether the person left one office for another: `thôi giữ chức Bí thư để nhận nhiệm vụ Chủ tịch`, in one sentence or the next."""
    left, won = (
        [one.sentence for one in person.said if part in one.reading.parts]
        for part in (MeetingPart.REMOVED, MeetingPart.ELECTED)
    )
    return any(abs(a - b) <= 1 for a in left for b in won)


def _place(title: HeldTitle) -> Place:
    return title.sentence, title.span.start
