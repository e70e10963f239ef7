"""Bodies of the meeting itself, and who heads them: `Thư ký đoàn gồm 5 người do ông A làm trưởng đoàn`."""

from __future__ import annotations

from congressx.extractors.elections.events import WORKING, Event
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.extractors.elections.telling import Telling
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_COUNTING = ("ban kiểm phiếu", "tổ kiểm phiếu", "ban bầu cử")
_HEADS = ("trưởng đoàn", "trưởng ban", "tổ trưởng", "đoàn trưởng")
_UNDER_HEAD = Pattern(phrase(r"[\s,]*do (?:[\p{L}\s.,-]* )?"))


def heads_working_body(told: Telling, slot: Piece, lead: Piece) -> bool:
    """`Thư ký đoàn gồm 5 người do ông A làm trưởng đoàn`: he is one of them; makes him so."""
    if slot.kind is not Kind.OFFICE or lead.kind is not Kind.LINK:
        return False
    if not (slot.head or slot.span).of(told.folded).startswith(_HEADS):
        return False
    if not told.group:
        return any(event.persons and event.body in WORKING for event in told.collecting[-1:])  # named as one of them
    body, stop = _working_body(told)
    if body is None or not _UNDER_HEAD.fullmatch(told.folded, stop, told.group[0].span.start):
        return False
    if isinstance(body, Piece):
        span = body.span.cover(slot.span)
        told.open(Event(None, body.body, body.org, body.span, span, head=body.span.of(told.folded)), slot.span.stop)
    for person in told.group:
        told.last[-1].take(person)
    return True


def _working_body(told: Telling) -> tuple[Piece | Event | None, int]:
    """The body of the meeting that the sentence has just spoken of, and where it ends."""
    last = told.last[-1] if told.last else None
    if last is not None and (last.body in WORKING or last.head in _COUNTING):
        return last, told.last_stop
    before = [p for p in told.before(told.group[0].span.start) if p.kind is not Kind.OFFICE]
    bare = before[-1] if before and before[-1].kind is Kind.BODY else None
    if bare is not None and (bare.body in WORKING or bare.span.of(told.folded) in _COUNTING):
        return bare, bare.span.stop
    return None, 0
