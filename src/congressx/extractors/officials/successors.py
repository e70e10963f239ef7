"""Whoever takes somebody's place gets the office that this one left: `A thôi giữ chức Bí thư Huyện ủy. Thay ông A là |B|.`

So does who wins an office named before: `miễn nhiệm Chủ tịch HĐND đối với bà A và bầu |bà B| giữ chức danh này`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from congressx.document import Document
from congressx.extractors.officials.careers import is_past_career
from congressx.extractors.officials.gathering import Person, Said
from congressx.extractors.officials.lexicon import IN_PLACE_OF, any_of
from congressx.extractors.officials.offices import TitleStatus
from congressx.extractors.officials.readings import BESIDE, HeldTitle, Naming, as_won, rule_of_change
from congressx.extractors.officials.record import MeetingPart
from congressx.patterns import Pattern

_IN_PLACE_OF = Pattern(rf"{IN_PLACE_OF}(?:{any_of('address')}\s*)?$")
_TAKES = Pattern(
    rf"(?:giữ|nhận|đảm nhận|đảm nhiệm)\s+(?:chức vụ|vị trí|chức|nhiệm vụ)(?:\s+(?:này|đó))?\s+{any_of('instead')}"
)
"""`B được luân chuyển về huyện |giữ chức vụ thay| ông A`."""
_IS_NEW = Pattern(
    r"\s*(?:được\s+(?:bầu|cử|bổ nhiệm|phân công|chỉ định)\s+|lên\s+)?(?:để\s+)?thay thế\s*(?=[,.;(]|$|và(?!\p{L})|với(?!\p{L}))"
)
"""`bầu bà B |thay thế|`, `bà B |được bầu thay thế|`."""
_CHOSEN = r"(?:bầu|bổ nhiệm|phân công|chỉ định|tín nhiệm|phê chuẩn|điều động)"
_THIS = r"(?:chức vụ|vị trí|cương vị|chức danh|chức)\s+này(?!\p{L})"
_WINS_THIS = Pattern(
    r"(?:\s*[,(-][^;.]{3,110}?[,)-])?[^,.;]{0,12}\s"
    rf"(?:được\s+{_CHOSEN}[^,.;]{{0,40}}?(?<!\p{{L}})(?:giữ|đảm nhiệm|đảm nhận|vào|làm|lại)"
    rf"|trúng cử(?: lại| vào)?|đắc cử)\s+{_THIS}"
)
_LOSES_THIS = Pattern(
    rf"(?<!\p{{L}})(?:(?:cho\s+)?thôi(?:\s+giữ)?|miễn nhiệm|bãi nhiệm)\s+{_THIS}\s+(?:đối với|cho|với|của)\s+(?:{any_of('address')}\s*)?$"
)
"""`Trước đó, HĐND huyện đã |miễn nhiệm chức vụ này đối với| ông C`."""
_GETS_THIS = Pattern(rf"(?:\s*[,(-][^;.]{{3,110}}?[,)-])?[^,.;]{{0,30}}?\s(?:giữ|đảm nhiệm|đảm nhận|làm|vào)\s+{_THIS}")
_CHOOSING = Pattern(rf"(?<!\p{{L}}){_CHOSEN}\s+(?:bổ sung\s+)?(?:{any_of('address')}\s*)?$")
_FOR_ME = Pattern(rf"(?<!\p{{L}}){_CHOSEN}\s+{_THIS}\s+(?:đối với|cho|với)\s+(?:{any_of('address')}\s*)?$")
_EARLIER = Pattern(r"\W*(?:trước khi|trước đó|trước đây|sau khi)(?!\p{L})")
_PREDECESSOR_OF = Pattern(rf"(?<!\p{{L}})tiền nhiệm\s+của\s[^,;.]{{2,80}}\slà\s+(?:{any_of('address')}\s*)?$")
"""`Người |tiền nhiệm của ông A là| B`."""
_SENTENCES_BACK = 3
_BY_NAME = (Naming.FULL, Naming.GIVEN)
_NEWS = (TitleStatus.ELECTED, TitleStatus.NOMINEE)
_FORMER_BY_CHANGE = rule_of_change(TitleStatus.FORMER)


def settle(persons: Sequence[Person], document: Document) -> None:
    """Gives successors the office of whom they replace, and predecessors the one that was won after them."""
    for person in persons:
        for said in person.said:
            person.titles += _left_to_successor(person, said, persons, document)
            named = said.reading.naming in _BY_NAME and not _has_news(said)
            if named and _settle(person, said, persons, document):
                break


def _settle(person: Person, said: Said, persons: Sequence[Person], document: Document) -> bool:
    """Whether the sentence gives the person an office named before, or takes it."""
    lost = _lost(said, persons, document)
    titles = lost or list(_taken_over(person, said, persons, document))
    if titles:
        person.titles += titles
        person.parts.append(MeetingPart.REMOVED if lost else MeetingPart.ELECTED)
    return bool(titles)


def _left_to_successor(person: Person, said: Said, persons: Sequence[Person], document: Document) -> list[HeldTitle]:
    """The office that the person held whom the sentence calls somebody's predecessor: what this one won, the article tells first."""
    folded = document.sentences[said.sentence].folded
    if "tiền nhiệm" not in folded or not _PREDECESSOR_OF.search(folded, 0, said.reading.span.start):
        return []
    in_front = (other for other in persons if other is not person and any(_is_in_front(s, said) for s in other.said))
    won = (title for other in in_front for title in other.titles if title.status is TitleStatus.ELECTED)
    first = next(won, None)
    return [replace(first, status=TitleStatus.FORMER, rule=_FORMER_BY_CHANGE, implied=True)] if first else []


def _is_in_front(other: Said, said: Said) -> bool:
    return other.sentence == said.sentence and other.reading.span.start < said.reading.span.start


def _has_news(said: Said) -> bool:
    return any(title.status in _NEWS or title.status is TitleStatus.FORMER for title in said.reading.titles)


def _taken_over(person: Person, said: Said, persons: Sequence[Person], document: Document) -> Iterator[HeldTitle]:
    folded = document.sentences[said.sentence].folded
    if " này" in folded and _wins_this(said, folded):
        yield from map(as_won, _named_before(said, persons))
    if "thay" not in folded and "kế nhiệm" not in folded:
        return
    others = [other for other in persons if other is not person]
    replaced = [other for other in others if any(_is_replaced(s, said, folded) for s in other.said)]
    is_new = MeetingPart.ELECTED in said.reading.parts or _TAKES.search(folded, said.reading.span.stop) is not None
    if is_new and len(replaced) == 1:
        left = list(_left(replaced[0], said.sentence)) or list(_only_held(replaced[0], said.sentence))
    elif _IS_NEW.match(folded, said.reading.span.stop):
        leavers = [titles for other in others if (titles := list(_left(other, said.sentence)))]
        left = leavers[0] if len(leavers) == 1 else []
    else:
        return
    yield from map(as_won, left)


def _lost(said: Said, persons: Sequence[Person], document: Document) -> list[HeldTitle]:
    """The office just named that the person is relieved of."""
    folded = document.sentences[said.sentence].folded
    start = said.reading.span.start
    if " này" not in folded or not _LOSES_THIS.search(folded, max(0, start - 80), start) or is_past_career(folded):
        return []
    named = _named_before(said, persons)
    return [replace(title, status=TitleStatus.FORMER, rule=_FORMER_BY_CHANGE) for title in named]


def _wins_this(said: Said, folded: str) -> bool:
    start, stop = said.reading.span.start, said.reading.span.stop
    if _EARLIER.match(folded) or is_past_career(folded):
        return False
    if _WINS_THIS.match(folded, stop) or _FOR_ME.search(folded, max(0, start - 60), start):
        return True
    return bool(_GETS_THIS.match(folded, stop) and _CHOOSING.search(folded, max(0, start - 40), start))


def _named_before(said: Said, persons: Sequence[Person]) -> list[HeldTitle]:
    """The office that was left or striven for last."""
    place = (said.sentence, said.reading.span.start)
    offered = [
        title
        for person in persons
        for title in person.titles
        if (title.rule == _FORMER_BY_CHANGE or title.status in _NEWS)
        and (title.sentence, title.span.start) < place
        and said.sentence - title.sentence < _SENTENCES_BACK
    ]
    return [max(offered, key=lambda title: (title.sentence, title.span.start))] if offered else []


def _is_replaced(other: Said, said: Said, folded: str) -> bool:
    return (
        other.sentence == said.sentence
        and other.reading.naming in _BY_NAME
        and _IN_PLACE_OF.search(folded, 0, other.reading.span.start) is not None
    )


def _near(person: Person, sentence: int) -> list[HeldTitle]:
    return [title for title in person.titles if 0 <= sentence - title.sentence <= _SENTENCES_BACK]


def _left(person: Person, sentence: int) -> Iterator[HeldTitle]:
    """What the person left just before, the latest sentence of it."""
    lost = [title for title in _near(person, sentence) if title.rule == _FORMER_BY_CHANGE]
    last = max((title.sentence for title in lost), default=-1)
    yield from (title for title in lost if title.sentence == last)


def _only_held(person: Person, sentence: int) -> Iterator[HeldTitle]:
    """The one office named with the person just before."""
    held = [t for t in _near(person, sentence) if t.status is TitleStatus.CURRENT and t.rule == BESIDE]
    if len(held) == 1:
        yield from held
