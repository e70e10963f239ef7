"""The body that sits at a meeting: whose session or conference it is, where nobody says who holds it."""

from __future__ import annotations

from congressx.document import Sentence
from congressx.extractors.meetings.hosts import holder_at
from congressx.extractors.meetings.naming import Head, MeetingName
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase

_SITTING = (
    r"(?:hđnd|hội đồng nhân dân|quốc hội|ubtvqh|(?:ủy ban )?thường vụ quốc hội|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy"
    r"|ủy ban kiểm tra|ubkt)(?!\w)"
)
"""Bodies that sit themselves; a `Ban Chấp hành` gives its name to every plenum it sits at."""
_BODY = rf"(?P<body>{_SITTING}[^,.;:]{{0,70}}?)"
_ACT = (
    r"(?:cho biết,? )?(?:(?:đã|vừa|cũng|tiếp tục|tiến hành|còn|đồng thời)(?: để)? )*"
    r"(?:bầu(?! cử)|(?:miễn|bãi) nhiệm|thông qua|biểu quyết|bỏ phiếu|thảo luận|quyết định|xem xét|cho ý kiến|nghe|thống nhất"
    r"|kiện toàn|chất vấn|dành|giới thiệu|(?:ra )?kết luận)(?!\w)"
)
"""What it has done there; what it will do holds nothing yet."""
_BETWEEN = r"(?:[^.;:\"]|(?<=\d)\.(?=\d)){0,70}?"
_ACTS_BEHIND = Pattern(phrase(rf"{_BETWEEN}, {_BODY} {_ACT}"))
"""`Tại kỳ họp thứ 12 chiều 8/4, HĐND tỉnh Hà Phong đã bầu …`."""
_TAKEN_IN = Pattern(phrase(rf", {_BODY}$"))
_ACTS_AT_ONCE = Pattern(phrase(rf",? {_ACT}"))
"""`Tại kỳ họp bất thường, HĐND tỉnh Hà Phong đã bầu …`: read as if it named the session, the council is who acts."""
_AT = Pattern(phrase(rf"(?<!\w){_BODY} (?:trong|tại) $"))
_ACTS = Pattern(phrase(rf"{_BETWEEN},? {_ACT}"))
"""`HĐND tỉnh Hà Phong tại kỳ họp thứ 12 đã bầu …`."""
_NAMED = Pattern(phrase(rf"(?<!\w)(?:{_SITTING}|(?:ban chấp hành|bch)(?!\w))"))
_REACH = 110
_HEADS = (Head.SESSION, Head.CONFERENCE)


def actor_of(name: MeetingName, sentence: Sentence) -> str | None:
    """The body that acts at a meeting, beside a name that says nothing of it."""
    if name.head not in _HEADS:
        return None
    folded = sentence.folded
    taken_in = _TAKEN_IN.search(folded, name.span.start, name.span.stop)
    twice = taken_in is not None and names_a_body(folded[name.span.start : taken_in.start()])
    if taken_in is not None and not twice and _ACTS_AT_ONCE.match(folded, name.span.stop):
        return holder_at(sentence, Span(*taken_in.span("body")))
    if names_a_body(name.span.of(folded)):
        return None
    acting = _ACTS_BEHIND.match(folded, name.span.stop)
    if acting is None and _ACTS.match(folded, name.span.stop):
        acting = _AT.search(folded, max(0, name.span.start - _REACH), name.span.start)
    return None if acting is None else holder_at(sentence, Span(*acting.span("body")))


def names_a_body(folded: str) -> bool:
    """Whether a meeting's name says whose it is: `kỳ họp thứ 9, HĐND tỉnh Hà Phong`."""
    return _NAMED.search(folded) is not None
