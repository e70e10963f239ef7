"""What a change is measured against, where the words stand apart from it: at the head of its stretch or beside brackets.

`So với nhiệm kỳ trước, số vụ giảm 12`; `tăng 15 vụ (12,4%) so với cùng kỳ`; `chậm hơn so với cùng kỳ (vận tải giảm 4%; bưu chính giảm 2%)`.
"""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.kpis.changes import MOVES, base_of
from congressx.extractors.kpis.clauses import segment_start
from congressx.extractors.kpis.figure import Figure
from congressx.extractors.kpis.periods import EARLIER
from congressx.extractors.kpis.record import Base, Change
from congressx.patterns import Pattern

_AT_HEAD = Pattern(r"\W*(?:cụ thể,? |theo đó,? )?(?P<than>so với [^,;:.()]{3,60}),")
_BEHIND_BRACKET = Pattern(r"(?:[^,;.()]{0,40}\([^()]{1,60}\)|[^;.()]{0,40}\))\s*(?P<than>so với [^,;:.()]{3,60})")
_BEFORE_BRACKET = Pattern(r"(?P<than>so với (?:(?! và | là )[^,;:.()]){3,40})\($")
_MOVED = MOVES | {Change.TIMES}


def with_base(folded: str, figure: Figure) -> Figure:
    """The figure with the base that words apart from it name, where its own clause names none."""
    if figure.base is not Base.UNSTATED or figure.change not in _MOVED or "so với" not in folded:
        return figure
    at = figure.quantity.span.start
    opened = folded.rfind("(", 0, at)
    inside = opened > folded.rfind(")", 0, at)
    if inside and EARLIER.match(folded, opened + 1, at):
        return figure
    match = _BEHIND_BRACKET.match(folded, figure.stop)
    if match is None and inside:
        match = _BEFORE_BRACKET.search(folded, 0, opened + 1)
    if match is None:
        match = _AT_HEAD.match(folded, segment_start(folded, at)) or _AT_HEAD.match(folded)
    return figure if match is None else replace(figure, base=base_of(figure.change, "", f" {match['than']}"))
