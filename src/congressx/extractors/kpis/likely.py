"""Figures that no reader knows by their words, where enough speaks for them: `hệ thống giao ban mỗi ngày 14 cuộc`."""

from __future__ import annotations

from congressx.extractors.kpis import subjects
from congressx.extractors.kpis.changes import base_of, change_of, count_change
from congressx.extractors.kpis.clauses import clause_start, clause_stop
from congressx.extractors.kpis.crowds import is_drawn_from
from congressx.extractors.kpis.done import named_by
from congressx.extractors.kpis.evidence import weight
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.measuring import MONEY, PERCENT, is_description, is_no_measure, may_name
from congressx.extractors.kpis.naming import settled
from congressx.extractors.kpis.no_deeds import is_no_deed
from congressx.extractors.kpis.nouns import Noun
from congressx.extractors.kpis.parts import head_of
from congressx.extractors.kpis.rates import named_rate
from congressx.extractors.kpis.record import Base, Change
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Unit

_MEMBERS = Pattern(r"(?:đảng viên|đoàn viên|hội viên|luật gia|quần chúng)(?!\p{L})")
"""An organisation's own size, unless something was done with them."""
_MOST_WORDS = 14
_BARRED = frozenset(
    {"votes", "attendance", "hypothesis", "elsewhere", "medicine", "price", "definition", "award", "terms", "opinion"}
)
"""What no count of evidence outweighs."""


def read_likely(sight: Sight) -> Figure | None:
    """The figure of a number, named by what stands around it."""
    unit = sight.quantity.unit
    if unit is Unit.DURATION or sight.quantity.slash is not None or sight.reasons & _BARRED or is_no_measure(sight):
        return None
    if unit is not Unit.COUNT:
        described = unit is Unit.MEASURE and is_description(sight)
        if described or (unit in MONEY and "crime" in sight.reasons):
            return None
        return named_rate(sight) or (_named_before(sight) if unit in PERCENT and weight(sight) > _CERTAIN else None)
    return _numbered(sight) if sight.noun is None else _counted(sight, sight.noun)


_CERTAIN = 12
"""Above this weight a share is one whose name stands farther off (nine in ten are)."""
_CLAUSES_BACK = 3


def _named_before(sight: Sight) -> Figure | None:
    """`lượng khách đến đảo tăng rất nhanh: năm 2016 tăng trên 34%`: named by the share or by the subject before."""
    end = subjects.subject_end(sight.folded, sight.start, sight.at)
    verbs = sight.folded[end : sight.at]
    shares = [one for one in sight.figures if one.quantity.unit in PERCENT]
    if any(one.quantity.value == sight.quantity.value for one in shares):
        return None  # said again
    name = shares[-1].indicator if shares else _subject_before(sight)
    if name is None:
        return None
    change = change_of(sight.quantity, sight.folded[sight.start : end], verbs, sight.right)
    base = None if change is Change.LEVEL else base_of(change, sight.folded[sight.start : sight.at], sight.right)
    return Figure(sight.quantity, Shape.LIKELY, name, change, base)


def _subject_before(sight: Sight) -> Span | None:
    stop = sight.start
    for _ in range(_CLAUSES_BACK):
        stop = len(sight.folded[:stop].rstrip(" ,:;("))
        if stop == 0:
            return None
        start = clause_start(sight.folded, stop)
        name = subjects.before(sight.folded, start, subjects.subject_end(sight.folded, start, stop))
        settled_name = None if name is None else settled(sight.folded, name)
        if settled_name is not None and may_name(sight, settled_name):
            return settled_name
        stop = start
    return None


def _numbered(sight: Sight) -> Figure | None:
    """`hộ nghèo là 21.800`: the subject names it."""
    name = _subject(sight)
    if name is None or len(name.of(sight.folded).split()) > _MOST_WORDS:
        return None
    change = count_change(sight.folded, sight.start, sight.at)
    return Figure(sight.quantity, Shape.LIKELY, name, change, _base(sight, change, sight.quantity.span.stop))


def _counted(sight: Sight, noun: Noun) -> Figure | None:
    """`hòa giải 35 vụ, giảm 6 vụ`: named as other counts are, a change by what changed."""
    if (
        is_no_deed(sight, noun)
        or is_drawn_from(sight)
        or (sight.deed is None and _MEMBERS.match(noun.span.of(sight.folded)))
    ):
        return None
    figure, prior = named_by(sight, noun, sight.deed, Shape.LIKELY), sight.prior
    if figure is None:
        return None
    change = count_change(sight.folded, sight.start, sight.at)
    if change is Change.LEVEL:
        return figure
    base = _base(sight, change, noun.span.stop)
    same = prior is not None and prior.noun is not None and head_of(sight, prior.noun) == head_of(sight, noun)
    name = prior.indicator if same and prior is not None else figure.indicator
    return Figure(sight.quantity, Shape.LIKELY, name, change, base, noun=noun, deed=sight.deed)


def _subject(sight: Sight) -> Span | None:
    end = subjects.subject_end(sight.folded, sight.start, sight.at)
    if not subjects.has_verb(sight.folded[end : sight.at]):
        return None
    name = subjects.before(sight.folded, sight.start, end)
    return None if name is None else settled(sight.folded, name)


def _base(sight: Sight, change: Change, stop: int) -> Base | None:
    if change is Change.LEVEL:
        return None
    return base_of(change, sight.folded[sight.start : sight.at], sight.folded[stop : clause_stop(sight.folded, stop)])
