"""Changes whose verb stands once for several counts or shares: `giảm 12 trưởng phòng; 40 phó phòng`."""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.kpis.changes import MOVES
from congressx.extractors.kpis.figure import COUNTS, Figure, Shape, Sight
from congressx.extractors.kpis.record import Change
from congressx.patterns import Pattern

_NEXT = Pattern(r"\s*[,;](?: trong đó(?: có)?)?(?: (?:hơn|gần|trên|khoảng))*\s*")


def with_shared_change(sight: Sight, figure: Figure) -> Figure:
    """The count, or the share, with the change of the one before it, where one verb governs both."""
    prior = sight.prior
    if prior is None or prior.change not in MOVES or figure.change is not Change.LEVEL:
        return figure
    if figure.shape is Shape.SHARE:
        if prior.quantity.unit is not figure.quantity.unit or not _is_next_share(sight, prior, figure):
            return figure
        return replace(figure, shape=Shape.CHANGE, change=prior.change, base=prior.base)
    if prior.noun is None or figure.shape not in COUNTS or figure.noun is None:
        return figure
    if _NEXT.fullmatch(sight.folded, prior.stop, sight.at) is None:
        return figure
    return replace(figure, change=prior.change, base=prior.base)


_AND = Pattern(r"(?:\s\p{L}+|\s\d{4}){0,6}?\svà\s")
_COMPARED = Pattern(r"(?:\s\p{L}+){1,5}?\sso với(?!\p{L})")
_NEXT_BRACKET = Pattern(r"\)(?:,|\svà|,\svà)(?:\s(?:-|\p{L}+)){1,9}\s\(")
_BRACKET_ALONE = Pattern(r"\p{L}\s\((?:(?:tăng|giảm)\s)?$")


def _is_next_share(sight: Sight, prior: Figure, figure: Figure) -> bool:
    """`tăng 24% tổ chức và 9% đảng viên so với năm trước`, `công nghiệp (tăng 14%), dịch vụ (11%)`."""
    folded, behind = sight.folded, prior.quantity.span.stop
    if _AND.fullmatch(folded, behind, sight.at):
        if figure.indicator == prior.indicator:
            return True
        named_behind = prior.indicator.start >= behind and figure.indicator.start >= sight.at
        return named_behind and _COMPARED.match(folded, sight.quantity.span.stop) is not None
    alone = _BRACKET_ALONE.search(folded, 0, prior.quantity.span.start) is not None
    return alone and _NEXT_BRACKET.fullmatch(folded, behind, sight.at) is not None
