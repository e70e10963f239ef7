"""Changes whose verb stands once for several counts: `giảm 12 trưởng phòng; 40 phó phòng`."""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.kpis.figure import COUNTS, Figure, Sight
from congressx.extractors.kpis.record import Change
from congressx.patterns import Pattern

_SHARED = frozenset({Change.UP, Change.DOWN})
_NEXT = Pattern(r"\s*[,;](?: trong đó(?: có)?)?(?: (?:hơn|gần|trên|khoảng))*\s*")


def with_shared_change(sight: Sight, figure: Figure) -> Figure:
    """The count with the change of the one before it, where one verb governs both."""
    prior = sight.prior
    if prior is None or prior.noun is None or prior.change not in _SHARED:
        return figure
    if figure.change is not Change.LEVEL or figure.shape not in COUNTS or figure.noun is None:
        return figure
    if _NEXT.fullmatch(sight.folded, prior.stop, sight.at) is None:
        return figure
    return replace(figure, change=prior.change, base=prior.base)
