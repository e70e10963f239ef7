"""Seats that the occasion gives: of those who were elected, and of whoever speaks as a delegate of a council."""

from __future__ import annotations

from collections.abc import Sequence

from congressx.document import Document
from congressx.extractors.officials.committees import committee_at_stake, is_roll, seat_of_list
from congressx.extractors.officials.councillors import delegate_behind, is_ranked, seat_at_stake
from congressx.extractors.officials.gathering import Person, Said
from congressx.extractors.officials.offices import Office, TitleStatus
from congressx.extractors.officials.readings import BESIDE, HeldTitle
from congressx.extractors.officials.record import MeetingPart
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold

_ASSEMBLY = Pattern(r"(?:quốc hội|qh|hđnd|hội đồng nhân dân)(?!\p{L})")


def by_rank(person: Person, document: Document) -> list[MeetingPart]:
    """What the ranking or the list of those elected says: `Kế đến là |bà Gạo|`, `Danh sách gồm |A|, B`."""
    if _of_list(person, document):
        return [MeetingPart.ELECTED]
    ranked = any(is_ranked(_folded(one, document), one.reading.span.start) for one in person.said)
    return [MeetingPart.ELECTED] if ranked and seat_at_stake(document) else []


def _folded(said: Said, document: Document) -> str:
    return document.sentences[said.sentence].folded


def seat_won(
    person: Person, parts: Sequence[MeetingPart], titles: Sequence[HeldTitle], document: Document
) -> list[HeldTitle]:
    """The seat of somebody elected of whom no office is told that was won: `A, Bí thư Huyện ủy, đạt 84% số phiếu bầu`."""
    told = any(
        title.status in (TitleStatus.ELECTED, TitleStatus.NOMINEE)
        or (title.status is TitleStatus.FORMER and title.rule != BESIDE)
        for title in titles
    )
    if told or MeetingPart.ELECTED not in parts:
        return []
    if listed := _of_list(person, document):
        return [listed]
    seat = None if any(title.office is Office.DEPUTY for title in titles) else seat_at_stake(document)
    if seat is None and any(is_roll(_folded(said, document)) for said in person.said):
        seat = committee_at_stake(document)
    return [seat] if seat else []


def _of_list(person: Person, document: Document) -> HeldTitle | None:
    """The seat that the list says in which the person is named."""
    found = (seat_of_list(one.sentence, one.reading.span.start, document) for one in person.said)
    return next((seat for seat in found if seat), None)


def delegate(named: Sequence[Said], others: Sequence[HeldTitle], document: Document) -> list[HeldTitle]:
    """`đại biểu` beside the name at a session of a council or of the National Assembly; the office beside it says of which."""
    for said in named:
        word = said.reading.called if said.reading.delegate else None
        word = word or delegate_behind(document.sentences[said.sentence].folded, said.reading.span.stop)
        if word is not None:
            raw = "đại biểu"
            beside = [t.org for t in others if t.sentence == said.sentence and t.org and _ASSEMBLY.match(fold(t.org))]
            org = beside[0] if beside else None
            return [HeldTitle(Office.DEPUTY, org, raw, TitleStatus.CURRENT, BESIDE, word, said.sentence)]
    return []
