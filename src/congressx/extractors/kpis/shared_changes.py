"""Changes whose verb stands once for several figures: `tăng 4% năm 2003 và 0,6% năm 2004`, `giảm 39 trưởng phòng; 143 phó phòng`."""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.kpis.figure import COUNTS, Figure, Shape, Sight
from congressx.extractors.kpis.record import Change
from congressx.patterns import Pattern
from congressx.vietnamese.quantities import Unit

_SHARED = frozenset({Change.UP, Change.DOWN})
_AND_SHARE = Pattern(
    r"\s*%?(?:\s*(?:(?:trong|vào) )?(?:năm|tháng|quý) [\d/]+| của [\d.]+(?: \p{L}+){1,4}?)?\s*và(?: (?:hơn|gần|trên|khoảng))*\s*"
)
_NEXT_COUNT = Pattern(r"\s*[,;](?: trong đó(?: có)?)?(?: (?:hơn|gần|trên|khoảng))*\s*")


def with_shared_change(sight: Sight, figure: Figure) -> Figure:
    """The figure with the change of the one before it, where one verb governs both."""
    if figure.change is not Change.LEVEL or not sight.figures:
        return figure
    share = figure.quantity.unit is Unit.PERCENT
    prior = next((other for other in reversed(sight.figures) if not share or other.quantity.unit is Unit.PERCENT), None)
    if prior is None or prior.change not in _SHARED:
        return figure
    joined = _is_next_share(sight, figure, prior) if share else _is_next_count(sight, figure, prior)
    return replace(figure, change=prior.change, base=prior.base) if joined else figure


def _is_next_share(sight: Sight, figure: Figure, prior: Figure) -> bool:
    return figure.shape is Shape.SHARE and bool(_AND_SHARE.fullmatch(sight.folded, prior.quantity.span.stop, sight.at))


def _is_next_count(sight: Sight, figure: Figure, prior: Figure) -> bool:
    if figure.shape not in COUNTS or figure.noun is None or prior.noun is None:
        return False
    return bool(_NEXT_COUNT.fullmatch(sight.folded, prior.stop, sight.at))
