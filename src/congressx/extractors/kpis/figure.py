"""The nouns of the kind: a quantity in its sentence (`Sight`) and what it is read as (`Figure`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.clauses import clause_start, clause_stop, segment_start
from congressx.extractors.kpis.deeds import Deed, deed_before
from congressx.extractors.kpis.labels import label_before
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.outside import reasons_around
from congressx.extractors.kpis.record import Base, Change
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Quantity


class Shape(StrEnum):
    """What a figure is; the rule names say it."""

    ACHIEVED = "achieved_of_total"  # 15/16 chỉ tiêu
    PROPORTION = "proportion"  # 1:7
    CHANGE = "change"  # tăng 3,57%
    SHARE = "share"  # 100% chi bộ
    MONEY = "money"  # trên 310 tỷ đồng
    MEASURE = "measure"  # 40 triệu m2
    DEED = "counted_deed"  # xây dựng 15 nhà văn hóa
    STATE = "counted_state"  # 12 xã đạt chuẩn
    LISTED = "counted_in_list"  # … và 7 câu lạc bộ
    STOCK = "counted_stock"  # còn 120 hộ nghèo
    CROWD = "counted_crowd"  # hơn 41 nghìn cuộc đối thoại, whatever is said of them
    MOVED = "counted_move"  # từ 42 đầu mối xuống còn 30
    BREAKDOWN = "counted_breakdown"  # kỷ luật 26 tổ chức đảng (khiển trách 19)
    PART = "counted_part"  # trong đó có 226 trường hợp
    POLLING = "counted_polling"  # 214 tổ bầu cử
    TOLD = "told"  # có 46 hội viên: no figure, but it names one that follows
    LIKELY = "likely"  # whatever the words say, enough speaks for it


COUNTS = frozenset(
    {
        Shape.DEED, Shape.STATE, Shape.LISTED, Shape.STOCK, Shape.CROWD, Shape.MOVED, Shape.BREAKDOWN, Shape.PART,
        Shape.POLLING, Shape.LIKELY,
    }
)  # fmt: skip
DOUBTED = COUNTS - {Shape.MOVED, Shape.BREAKDOWN, Shape.POLLING} | {Shape.MONEY, Shape.MEASURE}
"""What may be an anecdote, a description or a price, whatever the reader says: evidence decides."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure read in its sentence; offsets are the sentence's."""

    quantity: Quantity
    shape: Shape
    indicator: Span
    change: Change = Change.LEVEL
    base: Base | None = None
    noun: Noun | None = None
    deed: Deed | None = None

    @property
    def stop(self) -> int:
        """Where its own words end: its noun's, or its unit's."""
        return self.quantity.span.stop if self.noun is None else max(self.noun.span.stop, self.quantity.span.stop)


@dataclass(frozen=True)
class Sight:
    """A quantity with what stands around it; a sentence is read from left to right."""

    folded: str
    quantity: Quantity
    noun: Noun | None
    figures: Sequence[Figure]
    """Those read before it in the sentence."""
    floor: int
    """Where the words of the quantity before it end."""

    @property
    def at(self) -> int:
        """Where the quantity begins, with what bounds it."""
        return self.quantity.span.start

    @property
    def prior(self) -> Figure | None:
        """The figure before it."""
        return self.figures[-1] if self.figures else None

    @property
    def counted(self) -> Figure | None:
        """The last figure before it that counts a noun."""
        return next((figure for figure in reversed(self.figures) if figure.noun is not None), None)

    @cached_property
    def start(self) -> int:
        """Where its clause begins, not before `floor`; with the label of a list's item."""
        begin = clause_start(self.folded, self.at)
        return max(begin if self.label is None else self.label, self.floor)

    @cached_property
    def label(self) -> int | None:
        """Where the words begin that a colon right before the figure ends: `Thu ngân sách: 120 tỷ đồng`."""
        return label_before(self.folded, self.at)

    @cached_property
    def stop(self) -> int:
        """Where the clause of the quantity ends."""
        return clause_stop(self.folded, self.quantity.span.stop)

    @cached_property
    def segment(self) -> int:
        """Where the stretch since the last semicolon, colon or stop begins."""
        return segment_start(self.folded, self.at) if self.label is None else self.label

    @cached_property
    def deed(self) -> Deed | None:
        """The verb that governs it."""
        return deed_before(self.folded, self.floor, self.at, self.label)

    @property
    def subject(self) -> Span | None:
        """The noun phrase of its clause before the verbs that lead to it."""
        return subjects.before(self.folded, self.start, subjects.subject_end(self.folded, self.start, self.at))

    @cached_property
    def reasons(self) -> frozenset[str]:
        """What the words around it make of it."""
        return reasons_around(self.folded, Span(self.start, self.quantity.span.stop))

    @property
    def right(self) -> str:
        """The rest of its clause."""
        return self.folded[self.quantity.span.stop : self.stop]

    def left(self, most: int) -> str:
        """At most so many characters before it."""
        return self.folded[max(0, self.at - most) : self.at]


EXCLUDED = frozenset(
    {"votes", "attendance", "committee", "biography", "hypothesis", "award", "membership", "elsewhere", "opinion"}
)
"""What makes a count none of an achievement."""
NO_STATISTIC = EXCLUDED | {"crime", "price", "capital", "medicine", "definition"}
"""What makes it none of a statistic either, where no verb says what was done."""


def plain_figure(sight: Sight, noun: Noun, shape: Shape) -> Figure | None:
    """The figure of a count that its own noun phrase names."""
    told = noun.kind is NounKind.PEOPLE and _TOLD.match(sight.folded, noun.span.stop) is not None
    predicate = told or noun.bare or (shape is not Shape.STOCK and noun.kind not in _NAMED_ALONE)
    share = _SHARE_OF_THEM.match(sight.folded, noun.span.stop) if noun.bare else None
    start = noun.span.start if share is None else share.end()
    aside = _ASIDE.match(sight.folded, noun.span.stop) if shape is Shape.STATE else None
    if aside is not None:
        state = indicators.after(sight.folded, aside.end(), predicate=True)
        return None if state is None else Figure(sight.quantity, shape, Span(start, state.stop), noun=noun)
    indicator = indicators.after(sight.folded, start, predicate=predicate)
    return None if indicator is None else Figure(sight.quantity, shape, indicator, noun=noun)


_TOLD = Pattern(r"\s+(?:có nhu cầu|chưa|không|bị|thiếu)(?!\p{L})")
"""`281.000 công nhân có nhu cầu về nhà ở`: persons are counted for what they lack."""
_SHARE_OF_THEM = Pattern(r"\s*\((?:gần |hơn |trên |khoảng |chiếm |đạt )*\d[^()]{0,20}\)\s+(?=\p{L})")
"""`2.600 người (gần 71%) đồng ý hiến đất`: what they did names them."""
_ASIDE = Pattern(r"\s*\((?:\p{L}|[ ,])+\)\s+(?=(?:đã|đang|chưa|đạt|được|bị|hoàn thành|không)(?!\p{L}))")
"""`46 cơ quan (sở, ban, ngành) đã nộp báo cáo`: an aside parts no noun from its state."""
_NAMED_ALONE = frozenset({NounKind.THING, NounKind.EVENT, NounKind.OPEN, NounKind.OTHER, NounKind.NEVER})
