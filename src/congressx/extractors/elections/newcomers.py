"""Who has just come into an office, told by the office's own word: `ông A, tân Bí thư Huyện ủy`, `tân Chủ nhiệm B`.

No verb says how; it counts only beside the election or the decision that the article reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from congressx.extractors.elections.events import OFFICES, Event
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

NEW_BEFORE = Pattern(phrase(r"(?<!\p{L})tân $"))
_NEW_BEHIND = Pattern(phrase(r"\s*(?:,|-|\(|là)\s*tân "))


def find_newcomers(pieces: Sequence[Piece], told: Sequence[Event], folded: str) -> Iterator[Event]:
    """An event for each person so named whom the sentence has not told to have won the office."""
    for left, right in pairwise(pieces):
        name, office = (left, right) if left.kind is Kind.NAME else (right, left)
        if name.kind is not Kind.NAME or office.kind is not Kind.OFFICE or office.body not in OFFICES:
            continue
        between = folded[left.span.stop : right.span.start]
        behind = name is left and _NEW_BEHIND.fullmatch(between)
        before = name is right and not between.strip() and NEW_BEFORE.search(folded[: office.span.start])
        if (behind or before) and not any(event.body is office.body and name in event.persons for event in told):
            head = office.head or office.span
            yield Event(None, office.body, office.org, head, name.span.cover(office.span), [name], head=head.of(folded))
