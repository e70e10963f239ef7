"""What a sentence has told of an election so far, while it is read from left to right."""

from __future__ import annotations

from dataclasses import dataclass, field

from congressx.extractors.elections.events import Event
from congressx.extractors.elections.moods import blanked, is_news, signs
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.extractors.elections.record import Body
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_FILLER = Pattern(rf"(?:[\s:\"']|{signs('filler')})*")
"""What may stand between a verb and the office it fills."""
_COUNTED = Pattern(phrase(r"\s*(?:(?:tân|ủy viên|thành viên|chức danh|chức|vị|chính thức|dự khuyết)\s*)*"))
"""What may stand between a number and the office it counts."""
_PLAIN_NOUNS = ("người", "đồng chí", "vị", "đ/c")


def is_filler(gap: str) -> bool:
    """Whether nothing but such words stands between a verb and the office it fills.

    >>> is_filler(" các chức danh "), is_filler(" ông a làm ")
    (True, False)
    """
    return _FILLER.fullmatch(gap) is not None


@dataclass(slots=True)
class Telling:
    """The pieces of one sentence, and what has been read of them."""

    pieces: list[Piece]
    folded: str
    moods: str = field(init=False)
    """`folded` with its names blanked: `Nguyễn Văn Quyền`, `Cần Thơ` say nothing of whether an act was done."""
    events: list[Event] = field(default_factory=list)

    # the act
    act: Piece | None = None
    done: bool = False
    planned: bool = False
    used: bool = True
    """Whether the act has led to an event."""
    disciplined: bool = False
    """`kỷ luật ông A, cách chức …`: the act befalls who stands behind the first verb."""

    # who
    group: list[Piece] = field(default_factory=list)
    """Names since the last verb."""
    group_count: Piece | None = None
    """`hai đồng chí A và B`: the number said before the names."""
    passive: list[Piece] | None = None
    """Names before `được`; None when there was no such word."""
    subject: list[Piece] = field(default_factory=list)
    """Whom the act befalls, when they stand before it."""
    buffer: list[Piece] = field(default_factory=list)
    """Whom the last event was about, as long as no other verb stands between."""
    speaker: list[Piece] = field(default_factory=list)
    """`ông A phát biểu sau khi được bầu`."""
    unheld: Event | None = None
    """`Được bầu làm Chủ tịch Hội`: who won is still to come."""
    skip: Piece | None = None
    """`thay`, `con trai`: the next name is of someone else."""
    muted: bool = False
    """Whether the name before a verb is of someone else."""
    gone: Piece | None = None
    """`thay ông A`: who held the office until now, and may be told to have received another."""

    replacing: tuple[Piece, list[Piece]] | None = None
    """`bầu ông A thay thế`: the word, and who takes the place of the one just dismissed."""

    proposed: tuple[Piece, list[Piece]] | None = None
    """The office that the sentence proposes, and for whom."""

    # how many
    count: Piece | None = None
    """`bầu 14 người vào`."""
    subject_count: Piece | None = None
    """`49 đồng chí trúng cử`."""

    # what
    last: list[Event] = field(default_factory=list)
    """The last event and those it is coordinated with."""
    chains: list[list[Event]] = field(default_factory=list)
    """All events joined by `và`, to be parted among as many persons."""
    last_stop: int = 0
    """Where the words of the last event end."""
    collecting: list[Event] = field(default_factory=list)
    """The events whose holders are being listed."""
    bare: Piece | None = None
    """The last body, with or without a verb before it."""
    bare_subject: Piece | None = None
    """`Ban Chấp hành … được … chỉ định`."""

    def __post_init__(self) -> None:
        spans = [piece.span for piece in self.pieces if piece.kind is Kind.NAME]
        self.moods = blanked(self.folded, spans)

    def open(self, event: Event, stop: int) -> None:
        """Adds an event, told up to `stop`, which what follows may go on from."""
        self.events.append(event)
        self.last, self.last_stop = [event], stop

    def before(self, at: int) -> list[Piece]:
        """The pieces that end before the offset `at`."""
        return [p for p in self.pieces if p.span.stop <= at]

    def gap(self, left: Piece, right: Piece) -> str:
        """The folded words between two pieces."""
        return self.folded[left.span.stop : right.span.start]

    def clause_start(self, at: int) -> int:
        """Where the clause that holds `at` begins: `nhưng` turns what was said before."""
        return max(self.folded.rfind(";", 0, at), self.folded.rfind("nhưng", 0, at), 0)

    def leads(self, left: Piece, right: Piece) -> bool:
        """Whether a verb or link leads straight to what it fills: `bầu các chức danh Bí thư`."""
        return _FILLER.fullmatch(self.folded, left.span.stop, right.span.start) is not None

    def counts(self, count: Piece, slot: Piece) -> bool:
        """Whether `count` is a number of the office or of members of the body, not of those elected to it."""
        if count.kind is not Kind.COUNT or count.span.start < self.last_stop:
            return False
        gap = self.gap(count, slot)
        if slot.span.of(self.folded).startswith("hội thẩm"):
            return not gap.strip()  # `32 vị hội thẩm`
        return _COUNTED.fullmatch(gap) is not None and (count.voice not in _PLAIN_NOUNS or "ủy viên" in gap)

    def is_news(self, start: Piece, stop: Piece) -> bool:
        """Whether the clause from before `start` to `stop` names no old or planned body."""
        return is_news(self.moods[self.clause_start(start.span.start) : stop.span.start])


_LARGEST_SECRETARIAT = 20


def filled_by(slot: Piece, count: Piece | None) -> Body | None:
    """What an election to the slot fills; several secretaries are the secretariat, dozens those of as many committees."""
    if slot.body is Body.SECRETARY and count is not None and 1 < (count.number or 0) <= _LARGEST_SECRETARIAT:
        return Body.SECRETARIAT
    return slot.body
