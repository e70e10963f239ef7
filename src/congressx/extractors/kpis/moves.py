"""Counts that moved, and counts behind bare verbs: `từ 42 đầu mối xuống còn 30`, `kỷ luật 26 tổ chức đảng (khiển trách 19)`."""

from __future__ import annotations

from functools import cache

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.figure import EXCLUDED, Figure, Shape, Sight
from congressx.extractors.kpis.nouns import Noun, NounKind, noun_at
from congressx.extractors.kpis.wordlists import words_of
from congressx.patterns import Pattern
from congressx.span import Span

_FROM = Pattern(
    r"(?<!\p{L})(?:tăng|giảm|nâng|rút|thu gọn|sắp xếp|sáp nhập|tinh gọn"
    r"|cắt giảm)(?:\s+\p{L}+){0,8}?\s+từ\s*(?:hơn|gần|trên|khoảng)?\s*$"
)
_TO = Pattern(
    r"(?<!\p{L})(?:(?:tăng|giảm|rút|nâng)\s+)?(?:lên|xuống|còn)(?:\s+(?:thành|còn|tới|đến|chỉ còn))?\s*(?:hơn"
    r"|gần|trên|khoảng)?\s*$"
)
_GOES_ON = Pattern(r"[^,;.()\d]{0,40}(?<!\p{L})(?:lên|xuống|còn)(?:\s+(?:thành|còn|tới|đến))?\s+(?:hơn\s+|gần\s+)?\d")


_TURN = Pattern(r"\s+(?:lên|xuống|còn)(?!\p{L})")


def read_moved(sight: Sight, noun: Noun) -> Figure | None:
    """`giảm từ 96 phòng xuống còn 71 phòng`: what was and what is, each a level."""
    if noun.kind is NounKind.NEVER:
        return None
    if sight.prior is not None and sight.prior.shape is Shape.MOVED and _TO.search(sight.left(30)):
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
    prior = sight.prior
    if prior is None or prior.shape is not Shape.MOVED or _TO.search(sight.left(30)) is None:
        return None
    return Figure(sight.quantity, Shape.MOVED, prior.indicator, noun=None)


_MOVES = Pattern(
    r"(?<!\p{L})(?P<verb>tăng|giảm|nâng|rút|thu gọn|sắp xếp"
    r"|cắt giảm)\s+(?:(?P<object>(?!đã|sẽ|đang|được|phải)\p{L}+(?:\s\p{L}+){0,8}?)\s+)?từ\s*(?:hơn|gần|trên|khoảng)?\s*$"
)
_NO_SUBJECT = Pattern(r"(?:đã|sẽ|đang|được|phải|sắp xếp|rà soát|kiện toàn)(?!\p{L})")
_THEN = Pattern(
    r"\s*(?:tăng |giảm )?(?:lên|xuống|còn)(?:\s+(?:thành|còn|tới|đến))?\s+(?:hơn\s+|gần\s+)?\d[\d.]*\s*(?=\p{L})"
)


def read_moving_number(sight: Sight) -> Figure | None:
    """`tăng sĩ số lớp từ 30 lên 50 học sinh`: the object or the subject of the verb names both."""
    match, then = _MOVES.search(sight.left(90)), _THEN.match(sight.folded, sight.quantity.span.stop)
    if match is None or then is None or sight.reasons & EXCLUDED:
        return None
    noun = noun_at(sight.folded, then.end() - 1)
    if noun is None or noun.kind is NounKind.NEVER or noun.span.of(sight.folded) == "người":
        return None
    shift = max(0, sight.at - 90)
    if match["object"] is not None:
        name: Span | None = Span(*match.span("object")).shifted(shift)
    else:
        end = subjects.subject_end(sight.folded, sight.start, shift + match.start())
        name = subjects.before(sight.folded, sight.start, end)
        if name is not None and _NO_SUBJECT.match(name.of(sight.folded)):
            name = None
    name = indicators.after(sight.folded, noun.span.start, predicate=False) if name is None else name
    return None if name is None else Figure(sight.quantity, Shape.MOVED, name, noun=None)


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
