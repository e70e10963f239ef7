"""Boards of a council, told without a verb: `Ban Pháp chế: Trưởng ban Lê Văn An, Phó ban Trần Thị Bình`.

Such lines count only beside an election; a line that names the deputies alone needs the board's head just before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congressx.extractors.elections.belonging import COUNCIL_BOARDS
from congressx.extractors.elections.events import Event
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.extractors.elections.record import Body
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_BOARD = rf"ban (?:{COUNCIL_BOARDS}|dân tộc|ktns|kt-ns|ktxh|kt-xh|vhxh|vh-xh)"
"""Boards that councils have; other committees have heads and deputies too."""
_OPENS = Pattern(phrase(rf"[-+*\s]*(?:{_BOARD}(?: hđnd[^:;,.]{{0,30}})?\s*:\s*|(?=phó (?:trưởng )?ban ))"))
_HEADS = ("trưởng ban", "phó ban", "phó trưởng ban")
_BETWEEN = Pattern(
    phrase(r"(?:[\s,;:.-]|\([^()]*\)|(?<!\p{L})(?:và|là|gồm|các|ông|bà|đồng chí|đ/c|anh|chị)(?!\p{L}))*")
)
"""All that may stand beside offices and names: a line with any other word tells something else."""


def opens_board(folded: str) -> int | None:
    """Where a line that lists a board begins to name its officers; None for any other line.

    >>> opens_board("ban pháp chế: trưởng ban lê văn an"), opens_board("phó ban lê văn an."), opens_board("ban tổ chức: ")
    (14, 0, None)
    """
    match = _OPENS.match(folded)
    return match.end() if match else None


def read_board(pieces: Sequence[Piece], folded: str) -> Iterator[Event]:
    """The officers of a board, when the line names nothing but them."""
    start = opens_board(folded)
    told = [piece for piece in pieces if start is not None and piece.span.start >= start and piece.kind is not Kind.HAS]
    if start is None or not told or not _names_officers_only(told, folded, start):
        return
    event: Event | None = None
    for piece in told:
        if piece.kind is Kind.OFFICE:
            if event is not None:
                yield event
            event = Event(None, Body.COUNCIL_OFFICE, None, piece.span, piece.span, head=piece.span.of(folded))
        elif event is not None:
            event.take(piece)
    if event is not None:
        yield event


def _names_officers_only(told: Sequence[Piece], folded: str, start: int) -> bool:
    if told[0].kind is not Kind.OFFICE or told[-1].kind is not Kind.NAME:
        return False
    for piece in told:
        head = piece.kind is Kind.OFFICE and piece.span.of(folded) in _HEADS
        if not (head or piece.kind is Kind.NAME) or not _BETWEEN.fullmatch(folded, start, piece.span.start):
            return False
        start = piece.span.stop
    return _BETWEEN.fullmatch(folded, start) is not None
