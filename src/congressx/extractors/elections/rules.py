"""What one sentence says was filled. `reading` walks the sentence once; each rule takes the events of its sort."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from congressx.document import Document, Sentence
from congressx.engine import Draft, Finder
from congressx.extractors.elections.events import CHIEFS, OFFICES, Event
from congressx.extractors.elections.history import is_charge, is_course, is_history
from congressx.extractors.elections.reading import read_events
from congressx.extractors.elections.record import Act, Body
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase
from congressx.vietnamese.sport import speaks_of_sport

_DELEGATIONS = (Body.DELEGATION, Body.DELEGATION_OFFICIAL, Body.DELEGATION_ALTERNATE)
LONGEST_QUOTE = 120


def _sort(event: Event) -> str:
    if event.body in _DELEGATIONS:
        return "delegation"
    if event.body is None:
        return "unnamed"
    if event.act is None:
        return "beside"
    return "office" if event.body in OFFICES or event.body is Body.COUNCIL_OFFICE or event.seats is None else "body"


def _events(sentence: Sentence, document: Document, sort: str) -> Iterator[Draft]:
    folded = sentence.folded
    events = read_events(sentence.cased, folded)
    if not events or speaks_of_sport(folded):
        return
    several = len({person.span for event in events for person in event.persons}) > 1
    for event in events:
        if _sort(event) != sort or _is_sum(event) or "?" in folded[event.focus.stop :]:
            continue
        if is_history(folded, event.focus, document):
            continue
        if is_course(folded, event.focus, several=several):
            continue
        charge = event.act in (None, Act.APPOINTED) and is_charge(folded)
        if not charge and not _goes_on_with_a_life(event, folded):
            yield Draft(_value(event, sentence), event.focus, _quote(event, sentence))


def _is_sum(event: Event) -> bool:
    """`37 cán bộ tái cử Bí thư`: offices of many organisations."""
    return event.body in CHIEFS and not event.persons and (event.seats or 1) > 1


_EARLIER = Pattern(
    phrase(
        r"(?<!\p{L})(?:(?<!người )(?:sau|tiếp) đó|đại hội[^;,]{0,80} vừa qua"
        r"|(?:diễn ra|tổ chức)(?: vào| hồi)? (?:đầu|giữa|cuối) tháng)(?!\p{L})"
    )
)
"""`Sau đó, ông An …`, `Tại Đại hội tổ chức cuối tháng 10, ông An …`: another time than the one just told of."""


def _goes_on_with_a_life(event: Event, folded: str) -> bool:
    """`Sau đó, ông An được bầu làm …`: a step in the career of someone known by now."""
    known = bool(event.persons) and all(person.voice == "short" for person in event.persons)
    return known and event.votes is None and _EARLIER.search(folded, 0, event.focus.start) is not None


def _value(event: Event, sentence: Sentence) -> dict[str, Any]:
    def words(span: Span) -> str:
        return " ".join(span.of(sentence.text).split())

    votes = event.votes
    return {
        "body": event.body,
        "org": words(event.org) if event.org else None,
        "act": event.act,
        "seats": event.seats,
        "candidates": event.candidates,
        "persons": tuple(dict.fromkeys(words(p.span) for p in event.persons)),
        "votes_for": votes.votes_for if votes else None,
        "votes_total": votes.votes_total if votes else None,
        "percent": votes.percent if votes else None,
    }


def _quote(event: Event, sentence: Sentence) -> Span:
    if len(event.span) <= LONGEST_QUOTE:
        return event.span
    near = Span(max(event.span.start, event.focus.stop - LONGEST_QUOTE), event.focus.stop)
    return Span(sentence.text.find(" ", near.start) + 1, near.stop) if near.start > event.span.start else near


def _finder(sort: str) -> Finder:
    return Finder(f"elections.{sort}", lambda sentence, document: _events(sentence, document, sort))


RULES = (
    # bầu 8 đại biểu chính thức và 1 đại biểu dự khuyết đi dự Đại hội Đảng bộ huyện
    _finder("delegation"),
    # bầu Ban Chấp hành Đảng bộ xã khóa XII gồm 15 đồng chí · bầu 15 đồng chí vào Ban Chấp hành
    _finder("body"),
    # ông Lê Văn An được bầu giữ chức Bí thư Huyện ủy · miễn nhiệm chức Chủ tịch UBND xã đối với bà Trần Thị Bình
    _finder("office"),
    # Kết quả, 15 đồng chí trúng cử · hai ông An, Bình cũng tái đắc cử: a neighbour names the body
    _finder("unnamed"),
    # Ban Thường vụ khóa mới gồm 5 đồng chí · ông Lê Văn An làm Chủ nhiệm: counts only beside an election
    _finder("beside"),
)
