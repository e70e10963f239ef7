"""An office with no verb of its own, right behind the next name: `bầu ông A làm Chủ tịch, bà B Phó Chủ tịch`."""

from __future__ import annotations

from congressx.extractors.elections.dashes import goes_on
from congressx.extractors.elections.events import OFFICES
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.extractors.elections.record import Act
from congressx.extractors.elections.telling import Telling
from congressx.patterns import Pattern
from congressx.vietnamese.honorifics import ADDRESS
from congressx.vietnamese.spelling import phrase

_NEXT_ONE = Pattern(
    phrase(
        r"[^,;()]{0,40}(?:\s*\([^()]*\)|,? (?:với|đạt) [^,;]{1,50})?\s*(?:[,;]|(?<!\p{L})(?:và|còn)(?!\p{L}))\s*(?:(?:và|còn) )?"
        rf"(?:{ADDRESS})\s+"
    )
)
"""What parts the office just filled, and the rest of its organisation, from the next person."""
_ENDS = Pattern(phrase(r"\s*(?:$|[.,;)(]|(?:và|khóa|nhiệm kỳ)(?!\p{L})|với \d)"))


def named_right_before(told: Telling, slot: Piece, at: int) -> Piece | None:
    """Who stands right before an office, when the clause before has told that another office was filled."""
    name, chosen = told.pieces[at - 1] if at else None, told.last[-1] if told.last else None
    if name is None or name.kind is not Kind.NAME or told.group != [name] or slot.body not in OFFICES:
        return None
    if chosen is None or chosen.act in (None, Act.DISMISSED) or chosen.body not in OFFICES or not chosen.persons:
        return None
    if any(told.last_stop <= p.span.start < name.span.start for p in told.pieces if p.kind is not Kind.HAS):
        return None
    if told.gap(name, slot).strip() or not _NEXT_ONE.fullmatch(told.folded, told.last_stop, name.span.start):
        return None
    ends = told.done and _ENDS.match(told.folded, slot.span.stop) is not None
    return name if ends and not goes_on(told, at) else None
