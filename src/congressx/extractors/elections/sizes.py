"""How many: a number is what a verb fills (`bầu 14 người`) or the size of a body (`Ban Chấp hành gồm 15 người`)."""

from __future__ import annotations

from itertools import takewhile

from congressx.extractors.elections.events import COMMITTEES, SIZED, Event
from congressx.extractors.elections.members import OFFICERS_FOLLOW
from congressx.extractors.elections.moods import BY_WHOM, is_planned
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.telling import Telling
from congressx.patterns import Pattern
from congressx.vietnamese.honorifics import ADDRESS
from congressx.vietnamese.spelling import phrase

_SIZE_FOLLOWS = Pattern(
    phrase(
        r"[\s:,(\"]*(?:(?:tức|hay) (?:khóa|nhiệm kỳ) [^\s,]+,? )?"
        r"(?:(?:mới|khóa mới|nhiệm kỳ mới|lần này|đủ|ra mắt|nhiệm kỳ này|lâm thời|đầu tiên"
        r"|\(?(?:nhiệm kỳ|khóa|nk) (?:[ivxl]+|\d{1,2}|\d{4}\s*-\s*\d{4})\)?)(?![\p{L}\d])\s*,?\s*)*"
        r"(?:(?:của|điều hành|tại) (?:đại hội|hội nghị)(?: lần này)?\s*)?"
        r"(?:(?:bao gồm|gồm|với|có|là|gồm có|quy tụ|tổng cộng|đã bầu|được bầu|số lượng)\s*)*[:\s]*"
    )
)


def read_count(told: Telling, count: Piece, before: Piece | None) -> None:
    """A number is the size of the body just filled or named, or what the verb before it fills."""
    if _size_of_next(told, count) or _counts_members_of_next(told, count):
        return
    if count.voice and told.last and told.last[-1].seats is None and _size_follows(told, told.last_stop, count):
        if told.last[-1].body in SIZED:
            told.last[-1].size(count)
            if len(told.last) > 1 and told.last[-1].body in COMMITTEES and count.number != len(told.last[-1].persons):
                told.last[-1].persons = []  # `ông A được bầu làm Bí thư, Ban Thường vụ có 5 đồng chí`
            told.last_stop, told.collecting = count.span.stop, [told.last[-1]] if _list_begins(told, count) else []
        return
    has = before is not None and before.kind is Kind.HAS
    filled = before is told.act and _CLAUSE_ENDS.match(told.folded, count.span.stop) is not None
    if (has or filled) and told.bare_subject is not None and told.done and not told.used:
        _appointed_size(told, told.bare_subject, count)
    elif count.voice and told.bare is not None and _size_follows(told, told.bare.span.stop, count):
        _bare_size(told, told.bare, count)
    elif before is not None and _is_object(told, count, before) and not counts_candidates(told, count):
        told.count = count


_TO_NAMES = Pattern(phrase(rf"\s*\(?(?:(?:gồm|các|là|{ADDRESS}|thầy|cô)(?!\p{{L}})[\s:]*)*"))


def _list_begins(told: Telling, count: Piece) -> bool:
    """`Phó Chủ tịch là 02 đồng chí A và B`: as many names as were counted, to the end of the clause."""
    after = [p for p in told.pieces if p.span.start >= count.span.stop]
    named = list(takewhile(lambda p: p.kind is Kind.NAME and p.voice == "full", after))
    if len(named) != count.number or not _TO_NAMES.fullmatch(told.gap(count, named[0])):
        return False
    return _CLAUSE_ENDS.match(told.folded, named[-1].span.stop) is not None


_OUT_OF = Pattern(
    phrase(r"(?<!\p{L})(?:danh sách|(?:trong|từ) (?:tổng )?số|tổng số)(?: (?:bầu|đề cử|gồm|có|ứng cử))*\s*$")
)


def counts_candidates(told: Telling, count: Piece) -> bool:
    """`bầu 15 người trong danh sách |18 người| vào Ban Chấp hành`: out of how many."""
    return _OUT_OF.search(told.folded, max(0, count.span.start - 40), count.span.start) is not None


_WITHIN = Pattern(phrase(r"\s*(?:nằm |có tên |được bầu )?trong\s*"))
_OF_NOW = Pattern(phrase(r"(?<!\p{L})(?:khóa này|nhiệm kỳ này|mới)(?!\p{L})"))


def _size_of_next(told: Telling, count: Piece) -> bool:
    """`52 người trong Ban Chấp hành nhiệm kỳ mới`, `11 người trong Ban Thường vụ gồm các ông: …`: the size of that body."""
    after = [p for p in told.pieces if p.span.start >= count.span.stop][:2]
    if not count.voice or not after or after[0].kind is not Kind.BODY or after[0].voice:
        return False
    body, then = after[0], after[1:]
    if body.body not in SIZED or not _WITHIN.fullmatch(told.gap(count, body)):
        return False
    stop = then[0].span.start if then else len(told.folded)
    new = _OF_NOW.search(told.folded, body.span.start, min(stop, body.span.stop + 20))
    listed = bool(then) and then[0].kind is Kind.HAS and then[0].span.of(told.folded).startswith(("gồm", "bao gồm"))
    if not new and not (listed and _named_behind(told, then[0])):
        return False
    act = Act(told.act.act) if told.act and told.done and told.act.act != "dismissed" else None
    span = count.span.cover(body.span)
    told.open(Event(act, body.body, body.org, span, span, seats=count.number), body.span.stop)
    told.used, told.bare = True, None
    return True


def _counts_members_of_next(told: Telling, count: Piece) -> bool:
    """`7 ủy viên Ban Thường vụ, |3 ủy viên| Ủy ban Kiểm tra`: read together with the body they are members of."""
    after = next((p for p in told.pieces if p.span.start >= count.span.stop), None)
    if after is None or after.kind is not Kind.BODY or told.gap(count, after).strip():
        return False
    return bool(told.last) and count.voice.endswith(("ủy viên", "thành viên"))


def _named_behind(told: Telling, has: Piece) -> bool:
    after = [p for p in told.pieces if p.span.start >= has.span.stop and p.span.of(told.folded) != ":"]
    return bool(after) and after[0].kind is Kind.NAME


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
    if told.folded[: body.span.start].endswith("thường trực "):
        return  # `Thường trực Thành ủy gồm 6 người`
    filled = _FILLED_BEHIND.match(told.folded, count.span.stop)
    headed = _HEAD_FOLLOWS.match(told.folded, count.span.stop) is not None
    whole = (
        headed
        or filled is not None
        or _list_follows(told, count)
        or _is_part(told, body, count)
        or _is_whole(told, body, count)
    )
    stop = body if whole else count
    if body.body not in SIZED or not told.is_news(body, stop):
        return
    if "gồm" not in told.gap(body, count) and not _is_labelled(told, body, count) and stop is count:
        return  # `Ban Chấp hành có 3 đồng chí vắng mặt` counts some of the members
    span = body.span.cover(count.span)
    act = Act.ELECTED if filled is not None and filled["chosen"] else None
    told.open(Event(act, body.body, body.org, span, span, seats=count.number), count.span.stop)


_FILLED_BEHIND = Pattern(phrase(rf",?\s*{BY_WHOM}(?:chỉ định|bầu(?! cử)|cử|(?P<chosen>(?:lựa )?chọn))(?!\p{{L}})"))
"""`Ban Chấp hành khóa I có 9 người, do Đảng ủy Khối chỉ định`; `chọn` alone is no verb of election anywhere else"""
_LABEL_ENDS = Pattern(phrase(r"\s*(?:$|[.;)…]|, (?:(?:trong đó )?(?:chủ nhiệm|cn|phó|bí thư|pbt)(?!\p{L})))"))
_ITEM_BEFORE = Pattern(r"(?:^|[;:])[\W\d_]*$")


def _is_labelled(told: Telling, body: Piece, count: Piece) -> bool:
    """`- Ủy ban Kiểm tra: 05 đồng chí`: nothing else in its item, or the officers: `Chi ủy 3 đ/c. Bí thư: ông A`."""
    if _ITEM_BEFORE.search(told.folded[: body.span.start]) is None:
        return False
    if OFFICERS_FOLLOW.match(told.folded, count.span.stop) and not told.gap(body, count).strip(" :"):
        return True
    return told.gap(body, count).strip() == ":" and _LABEL_ENDS.match(told.folded, count.span.stop) is not None


_AMONG_THEM = Pattern(phrase(r"[\s,]*trong đó[\s,]*"))


def _is_part(told: Telling, body: Piece, count: Piece) -> bool:
    """`Ban Chấp hành gồm 52 người, trong đó Ban Thường vụ có 14 người`: a smaller body behind the larger one's size."""
    larger = told.last[-1].seats if told.last else None
    if larger is None or (count.number or 0) >= larger:
        return False
    between = _AMONG_THEM.fullmatch(told.folded, told.last_stop, body.span.start) is not None
    return between and _CLAUSE_ENDS.match(told.folded, count.span.stop) is not None


_HEAD_FOLLOWS = Pattern(phrase(r"\s*,?\s*do [^,;:.]{4,90}? làm (?:trưởng|tổ trưởng)"))
"""`Thư ký đoàn có 5 người do ông A làm trưởng đoàn`."""
_MEMBERS = ("thành viên", "ủy viên", "uv")
_OF_TERM = Pattern(phrase(r"(?<!\p{L})(?:khóa|nhiệm kỳ|lần thứ)(?!\p{L})"))
_EARLIER = Pattern(phrase(r"(?<!\p{L})(?:đầu|hết|cuối|giữa|cũ|trước)(?!\p{L})"))
_CLAUSE_ENDS = Pattern(
    phrase(
        r"\s*(?:$|[.;)…]|,? (?:trong đó|do )|, (?:gồm|bao gồm)(?!\p{L})"
        r"|,? (?:(?:đã|vừa|chính thức) ){0,2}ra mắt(?!\p{L})"
        r"|,? (?:và |còn )?(?=(?:ban thường vụ|btv|ban kiểm tra|ủy ban kiểm tra|ubkt)(?!\p{L})))"
    )
)
"""What stands behind a size that tells no more of those counted; the next body may be sized in the same breath."""


def _is_whole(told: Telling, body: Piece, count: Piece) -> bool:
    """`Ban Kiểm tra Hội khóa V có 5 thành viên`, `UBKT có 5 đồng chí`: the whole body, and nothing is said of those five."""
    words = body.span.of(told.folded)
    within = body.body in (Body.INSPECTION_COMMITTEE, Body.STANDING_COMMITTEE)
    chosen_within = within and not is_planned(told.moods[: body.span.start])
    counted = _OF_NOW.search(words) or (count.voice.endswith(_MEMBERS) and _OF_TERM.search(words))
    if not (counted or chosen_within) or _EARLIER.search(words):
        return False
    before = told.folded[told.clause_start(body.span.start) : body.span.start]
    return _CLAUSE_ENDS.match(told.folded, count.span.stop) is not None and not _EARLIER.search(before[-12:])


def _list_follows(told: Telling, count: Piece) -> bool:
    """`Đoàn Chủ tịch có 5 đồng chí, gồm: ông A, …`."""
    after = [p for p in told.pieces if p.span.start >= count.span.stop]
    has = [p for p in after[:2] if p.kind is Kind.HAS]
    named = after[len(has) : len(has) + 1]
    return bool(has and named) and named[0].kind is Kind.NAME and len(told.gap(count, named[0])) < 30
