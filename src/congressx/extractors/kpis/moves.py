"""Figures that moved, and counts behind bare verbs: `từ 42 đầu mối xuống còn 30`, `kỷ luật 26 tổ chức đảng (khiển trách 19)`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import regex

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.figure import EXCLUDED, Figure, Shape, Sight
from congressx.extractors.kpis.nouns import Noun, NounKind, noun_at
from congressx.extractors.kpis.wordlists import words_of
from congressx.patterns import Pattern
from congressx.span import Span

_FROM_SO_MANY = r"từ\s*(?:hơn|gần|trên|khoảng)?\s*$"
_TO_SO_MANY = r"(?:(?:tăng|giảm|rút|nâng)\s+)?(?:lên|xuống|còn)(?:\s+(?:thành|còn|tới|đến|chỉ còn))?\s*(?:hơn|gần|trên|khoảng)?\s*"
_FROM = Pattern(
    r"(?<!\p{L})(?:tăng|giảm|nâng|rút|thu gọn|sắp xếp|sáp nhập|tinh gọn|cắt giảm)(?:\s+\p{L}+){0,8}?\s+"
    rf"{_FROM_SO_MANY}"
)
_TO = Pattern(rf"(?<!\p{{L}}){_TO_SO_MANY}$")
_GOES_ON = Pattern(r"[^,;.()\d]{0,40}(?<!\p{L})(?:lên|xuống|còn)(?:\s+(?:thành|còn|tới|đến))?\s+(?:hơn\s+|gần\s+)?\d")
_TURN = Pattern(r"\s+(?:lên|xuống|còn)(?!\p{L})")


def read_moved(sight: Sight, noun: Noun) -> Figure | None:
    """`giảm từ 96 phòng xuống còn 71 phòng`: what was and what is, each a level."""
    if noun.kind is NounKind.NEVER:
        return None
    if sight.prior is not None and _is_moved_to(sight, sight.prior):
        return Figure(sight.quantity, Shape.MOVED, sight.prior.indicator, noun=noun)
    if _FROM.search(sight.left(60)) is None or _GOES_ON.match(sight.folded, noun.span.stop) is None:
        return None
    indicator = indicators.after(sight.folded, noun.span.start, predicate=False)
    if indicator is None:
        return None
    stop = _TURN.search(sight.folded, noun.span.stop, indicator.stop)
    stop_at = indicator.stop if stop is None else stop.start()
    return Figure(sight.quantity, Shape.MOVED, Span(indicator.start, stop_at), noun=noun)


def read_moved_number(sight: Sight) -> Figure | None:
    """`từ 42 đầu mối xuống còn 30`: the noun of the first count is that of the second."""
    if sight.prior is None or not _is_moved_to(sight, sight.prior):
        return None
    return Figure(sight.quantity, Shape.MOVED, sight.prior.indicator, noun=None)


_OUT_OF = Pattern(rf"(?<!\p{{L}}){_FROM_SO_MANY}")
_UP_OR_DOWN = Pattern(rf"(?:\s*\([^()]{{1,30}}\))?\s*{_TO_SO_MANY}")


def _is_moved_to(sight: Sight, prior: Figure) -> bool:
    """Whether a count is what the one before it moved to: `từ 349 đầu mối xuống còn 268`."""
    if prior.shape is Shape.MOVED:
        return _TO.search(sight.left(30)) is not None
    if (
        prior.quantity.unit is not sight.quantity.unit
        or _UP_OR_DOWN.fullmatch(sight.folded, prior.stop, sight.at) is None
    ):
        return False
    return _OUT_OF.search(sight.folded, 0, prior.quantity.span.start) is not None


_MOVES = Pattern(
    r"(?<!\p{L})(?P<verb>tăng|giảm|nâng|rút|thu gọn|sắp xếp"
    r"|cắt giảm)\s+(?:(?P<object>(?!đã|sẽ|đang|được|phải)\p{L}+(?:\s\p{L}+){0,8}?)\s+)?"
    rf"{_FROM_SO_MANY}"
)
_NO_SUBJECT = Pattern(r"(?:đã|sẽ|đang|được|phải|sắp xếp|rà soát|kiện toàn)(?!\p{L})")
_TO_A_NUMBER = r"\s*(?:tăng |giảm )?(?:lên|xuống|còn)(?:\s+(?:thành|còn|tới|đến))?\s+(?:hơn\s+|gần\s+)?\d[\d.]*\s*"
_THEN = Pattern(rf"{_TO_A_NUMBER}(?=\p{{L}})")
_THEN_ALONE = Pattern(rf"{_TO_A_NUMBER}(?:[;,.)(]|$|(?:và|vào|trong|năm)(?!\p{{L}}))")


def read_moving_number(sight: Sight) -> Figure | None:
    """`tăng sĩ số lớp từ 30 lên 50 học sinh`: the object or the subject of the verb names both."""
    match = _MOVES.search(sight.left(90))
    if match is None or sight.reasons & EXCLUDED:
        return None
    then, alone = (pattern.match(sight.folded, sight.quantity.span.stop) for pattern in (_THEN, _THEN_ALONE))
    noun = None if then is None else noun_at(sight.folded, then.end() - 1)
    if noun is None or noun.kind is NounKind.NEVER or noun.span.of(sight.folded) == "người":
        return _moving_alone(sight, match) if alone is not None else None
    name = _what_moves(sight, match) or indicators.after(sight.folded, noun.span.start, predicate=False)
    return None if name is None else Figure(sight.quantity, Shape.MOVED, name, noun=None)


def _what_moves(sight: Sight, match: regex.Match[str]) -> Span | None:
    """The object of the verb, or its subject."""
    shift = max(0, sight.at - 90)
    if match["object"] is not None:
        return Span(*match.span("object")).shifted(shift)
    end = subjects.subject_end(sight.folded, sight.start, shift + match.start())
    name = subjects.before(sight.folded, sight.start, end)
    return None if name is None or _NO_SUBJECT.match(name.of(sight.folded)) else name


_NUMBER_OF = Pattern(
    r"(?:tổng )?(?:số|biên chế|quân số|sĩ số|đầu mối|dân số)(?!\p{L})"
    r"(?!.*(?<!\p{L})(?:ủy viên|đại biểu|thành viên|cấp phó|phó|đảng viên|hội viên|đoàn viên|tuổi)(?!\p{L}))"
)


def _moving_alone(sight: Sight, match: regex.Match[str]) -> Figure | None:
    """`số xã giảm từ 223 xuống còn 177`: neither count says its noun, the number before them does."""
    name = _what_moves(sight, match)
    if name is None or _NUMBER_OF.match(name.of(sight.folded)) is None:
        return None
    return Figure(sight.quantity, Shape.MOVED, name, noun=None)


def with_shared_nouns(figures: Sequence[Figure]) -> Iterator[Figure]:
    """`từ 93 xuống còn 41 đơn vị`: one noun counts what was and what is."""
    for figure, before, behind in zip(figures, (None, *figures), (*figures[1:], None), strict=False):
        shares = figure.shape is Shape.MOVED and figure.noun is None
        beside = [other for other in (before, behind) if shares and other is not None and other.shape is Shape.MOVED]
        noun = next((other.noun for other in beside if other.indicator == figure.indicator), None)
        yield figure if noun is None else replace(figure, noun=noun)


_LEAVES = Pattern(r"(?<!\p{L})từ\s+(?:mức\s+|chỗ\s+|chỉ\s+)*(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?$")
_ARRIVES = Pattern(
    r"[^,;:.()\d]{0,30}(?:(?:(?:19|20)\d\d|\([^()]{0,30}\))[^,;:.()\d]{0,30})?(?<!\p{L})(?<!trở )(?:lên|xuống|còn)(?!\p{L})"
    r"(?:\s+(?:còn|tới|đến|thành|mức|chỉ|chỉ còn))*\s*(?:hơn|gần|trên|khoảng|dưới|xấp xỉ)?\s*"
)


def moved_on(sight: Sight, figure: Figure) -> Span | None:
    """`từ 51% đầu nhiệm kỳ lên 63,5%`: where it arrives is named as where it left."""
    prior = sight.prior
    if prior is None or prior.quantity.unit is not figure.quantity.unit or prior.quantity.span.start < sight.segment:
        return None
    if _LEAVES.search(sight.folded, max(0, prior.quantity.span.start - 40), prior.quantity.span.start) is None:
        return None
    return prior.indicator if _ARRIVES.fullmatch(sight.folded, prior.quantity.span.stop, sight.at) else None


# --- counts behind bare verbs -------------------------------------------------------------------------------------------

_ENDS = Pattern(r"\s*(?:[,;)]|$)")
_COUNTED = frozenset({Shape.DEED, Shape.LISTED, Shape.BREAKDOWN})
_NEAR = 60


@cache
def _verb() -> Pattern:
    return Pattern(rf"(?:[(,;]|\s)\s*(?P<verb>{words_of('personal_deeds.txt')})\s*(?:hơn|gần)?\s*$")


def read_breakdown(sight: Sight) -> Figure | None:
    """`(khiển trách 19, cảnh cáo 7)`: a verb and a number behind a count of the same."""
    prior = sight.prior
    if prior is None or prior.noun is None or prior.shape not in _COUNTED or sight.reasons & EXCLUDED:
        return None
    if sight.at - prior.stop > _NEAR or _ENDS.match(sight.folded, sight.quantity.span.stop) is None:
        return None
    if "(" not in sight.folded[prior.noun.span.stop : sight.at] and prior.shape is not Shape.BREAKDOWN:
        return None
    match = _verb().search(sight.left(30))
    if match is None:
        return None
    start = max(0, sight.at - 30)
    verb = Span(*match.span("verb")).shifted(start)
    return Figure(sight.quantity, Shape.BREAKDOWN, verb, noun=prior.noun)
