"""How many: a number is what a verb fills (`bầu 14 người`) or the size of a body (`Ban Chấp hành gồm 15 người`)."""

from __future__ import annotations

from congressx.extractors.elections.events import SIZED, Event
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.extractors.elections.record import Act
from congressx.extractors.elections.telling import Telling
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_SIZE_FOLLOWS = Pattern(
    phrase(
        r"[\s:,(\"]*(?:(?:mới|khóa mới|nhiệm kỳ mới|lần này|đủ|ra mắt|nhiệm kỳ này)\s*,?\s*)*"
        r"(?:(?:của|điều hành|tại) (?:đại hội|hội nghị)(?: lần này)?\s*)?"
        r"(?:(?:bao gồm|gồm|với|có|là|gồm có|đã bầu|được bầu|số lượng)\s*)*[:\s]*"
    )
)


def read_count(told: Telling, count: Piece, before: Piece | None) -> None:
    """A number is the size of the body just filled or named, or what the verb before it fills."""
    if count.voice and told.last and told.last[-1].seats is None and _size_follows(told, told.last_stop, count):
        if told.last[-1].body in SIZED:
            told.last[-1].size(count)
            told.last_stop, told.collecting = count.span.stop, []
        return
    has = before is not None and before.kind is Kind.HAS
    if has and told.bare_subject is not None and told.done and not told.used:
        _appointed_size(told, told.bare_subject, count)
    elif count.voice and told.bare is not None and _size_follows(told, told.bare.span.stop, count):
        _bare_size(told, told.bare, count)
    elif before is not None and _is_object(told, count, before):
        told.count = count


def _is_object(told: Telling, count: Piece, before: Piece) -> bool:
    """Whether a number is what a verb fills: `bầu 14 người`, or goes on from what it filled: `và 3 người vào`."""
    if before.kind is Kind.ACT:
        return told.leads(before, count)
    return before.kind in (Kind.HAS, Kind.LINK, Kind.BREAK) and bool(told.last)


def _size_follows(told: Telling, start: int, count: Piece) -> bool:
    """`Ban Chấp hành khóa mới gồm 15 người`: nothing but such words between body and number."""
    return _SIZE_FOLLOWS.fullmatch(told.folded, start, count.span.start) is not None


def _appointed_size(told: Telling, body: Piece, count: Piece) -> None:
    """`Ban Chấp hành khóa I được cấp trên chỉ định gồm có 07 đồng chí`."""
    if told.act is None or body.body not in SIZED or not count.voice:
        return
    span = body.span.cover(count.span)
    told.open(Event(Act(told.act.act), body.body, body.org, count.span, span, seats=count.number), count.span.stop)
    told.used, told.bare_subject = True, None


def _bare_size(told: Telling, body: Piece, count: Piece) -> None:
    """`Ban Chấp hành khóa II gồm 7 đồng chí` with no verb of election."""
    stop = body if _list_follows(told, count) or _is_whole(told, body, count) else count
    if body.body not in SIZED or not told.is_news(body, stop):
        return
    if "gồm" not in told.gap(body, count) and stop is count:
        return  # `Ban Chấp hành có 3 đồng chí vắng mặt` counts some of the members
    span = body.span.cover(count.span)
    told.open(Event(None, body.body, body.org, span, span, seats=count.number), count.span.stop)


_MEMBERS = ("thành viên", "ủy viên", "uv")
_OF_TERM = Pattern(phrase(r"(?<!\p{L})(?:khóa|nhiệm kỳ|lần thứ)(?!\p{L})"))
_EARLIER = Pattern(phrase(r"(?<!\p{L})(?:đầu|hết|cuối|giữa|cũ|trước)(?!\p{L})"))
_CLAUSE_ENDS = Pattern(phrase(r"\s*(?:$|[.;)…]|,? (?:trong đó|do )|, (?:gồm|bao gồm)(?!\p{L}))"))


def _is_whole(told: Telling, body: Piece, count: Piece) -> bool:
    """`Ban Kiểm tra Hội khóa V có 5 thành viên`: of a body of a term, and nothing is said of those five."""
    words = body.span.of(told.folded)
    if not count.voice.endswith(_MEMBERS) or not _OF_TERM.search(words) or _EARLIER.search(words):
        return False
    before = told.folded[told.clause_start(body.span.start) : body.span.start]
    return _CLAUSE_ENDS.match(told.folded, count.span.stop) is not None and not _EARLIER.search(before[-12:])


def _list_follows(told: Telling, count: Piece) -> bool:
    """`Đoàn Chủ tịch có 5 đồng chí, gồm: ông A, …`."""
    after = [p for p in told.pieces if p.span.start >= count.span.stop]
    has = [p for p in after[:2] if p.kind is Kind.HAS]
    named = after[len(has) : len(has) + 1]
    return bool(has and named) and named[0].kind is Kind.NAME and len(told.gap(count, named[0])) < 30
