"""The noun of this kind: one office or body filled, as one sentence tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

from congressx.extractors.elections.pieces import Piece
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.votes import Votes
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase

COMMITTEES = frozenset(
    (Body.EXECUTIVE_COMMITTEE, Body.STANDING_COMMITTEE, Body.INSPECTION_COMMITTEE, Body.CELL_COMMITTEE)
)
CHIEFS = frozenset((Body.SECRETARY, Body.STANDING_DEPUTY_SECRETARY, Body.CHAIRPERSON, Body.INSPECTION_CHAIR))
"""Offices that one person holds at a time."""
ONE_HOLDER = CHIEFS | {Body.COUNCIL_OFFICE, Body.OTHER}
"""What two names make two elections of."""
SEVERAL = frozenset((Body.DEPUTY_SECRETARY, Body.VICE_CHAIRPERSON))
"""Offices that several persons hold at a time."""
OFFICES = CHIEFS | SEVERAL
WORKING = frozenset((Body.PRESIDIUM, Body.SECRETARIAT, Body.CREDENTIALS_BOARD))
"""Bodies of the meeting itself."""
SIZED = COMMITTEES | SEVERAL | WORKING | {Body.OTHER}
"""Bodies and offices with several seats."""


@dataclass(slots=True)
class Event:
    """One office or body filled, put together while its sentence is read; spans are offsets in the sentence."""

    act: Act | None
    """None: no verb says so; it counts only beside an election."""
    body: Body | None
    """None: a neighbouring sentence names it."""
    org: Span | None
    focus: Span
    span: Span
    persons: list[Piece] = field(default_factory=list)
    seats: int | None = None
    candidates: int | None = None
    votes: Votes | None = None
    joins: bool = False
    """`thôi tham gia Ban Thường vụ`: told in passing, beside the office that matters."""
    head: str = ""
    """The word for the office or body, folded."""

    @property
    def says_something(self) -> bool:
        """Whether it names anyone or any number."""
        return bool(self.persons) or self.seats is not None or self.votes is not None

    def take(self, person: Piece) -> None:
        """Adds a holder named behind the office."""
        self.persons.append(person)
        self.span = self.span.cover(person.span)

    def size(self, count: Piece) -> None:
        """Sets the number of seats, said behind the body."""
        self.seats = count.number
        self.focus = self.focus.cover(count.span)
        self.span = self.span.cover(count.span)


_BOARD_HEAD = Pattern(phrase(r"[-+*\s]*ban [^:;,.]{3,40}:\s*(?:phó )?trưởng ban(?: là)?(?: ông| bà| đồng chí)?\s*"))


def heads_council_board(before: str) -> bool:
    """Whether the folded words before a name list it as head of a council's board.

    >>> heads_council_board("ban pháp chế: trưởng ban "), heads_council_board("trưởng ban ")
    (True, False)
    """
    return _BOARD_HEAD.fullmatch(before) is not None


def heads_a_board(words: str) -> bool:
    """Whether an office says of itself only that it heads a board.

    >>> heads_a_board("chủ nhiệm"), heads_a_board("chủ nhiệm ubkt")
    (True, False)
    """
    return words in ("chủ nhiệm", "trưởng ban")
