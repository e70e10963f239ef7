"""Whom attendees stand for: `đại diện cho hơn 5.300 đảng viên`."""

from __future__ import annotations

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Unit, find_quantities
from congressx.vietnamese.spelling import phrase

_STANDS = Pattern(
    phrase(
        r"(?<!\w)(?:(?:đại diện|thay mặt)(?P<loosely> cho)?|(?:tiêu biểu|thay|đại diện tiêu biểu)(?P<loosely> cho)"
        r"|(?:tiếng nói|ý chí|nguyện vọng|trí tuệ|niềm tin|tâm nguyện|tâm tư)(?: chung)?(?: của)?)(?!\p{L})"
    )
)
"""`thay mặt cho`, `thay cho`, `mang theo ý chí, nguyện vọng của`"""
_AT_ONCE = Pattern(
    phrase(
        r"(?: (?:trí tuệ|ý chí|nguyện vọng|tiếng nói|niềm tin|tâm tư|tình cảm|của|và)|\s*,){0,9} (?:tổng số |toàn thể )?"
    )
)
_OTHERS = (
    r"(?<!\p{L})(?:đại biểu|khách|cùng|(?:tham |về )?dự|có mặt|tham gia|trong đó|vắng|triệu tập|lãnh đạo|cơ quan|(?<!cơ )sở|ban|ngành"
    r"|các (?:chi bộ|đơn vị|tổ chức))(?!\p{L})"
)
_FAR = Pattern(phrase(rf"(?:(?!{_OTHERS})(?:[^.;:()\d]|\d[\d.,]*)){{0,110}} "))
"""Between the verb and the members: `cho tuổi trẻ toàn tỉnh với`, `cho 48 chi bộ với`, `cho giai cấp công nhân và`"""
_GOES_ON = Pattern(phrase(r"(?:^[^\d]*|(?:,|(?<!\p{L})(?:với|gồm|có|và))(?: tổng số)? )$"))
"""Behind a first number only these words lead to another: `cho 48 chi bộ với`"""
_MEMBERS = Pattern(
    phrase(
        r"\s*(?:cán bộ|đảng viên|đoàn viên|công đoàn viên|đvtn|cb(?:gv|nv|vc|cnv|cc)"
        r"|hội viên|công nhân|người|viên chức|lao động|sinh viên|thanh niên|phụ nữ|nông dân|cử tri"
        r"|đồng chí|đ/c|tín đồ|cnvc|cnlđ|nlđ|vcnlđ|cựu chiến binh|thành viên|trí thức|nhà báo|nhà giáo|giáo viên|học sinh"
        r"|doanh nhân|đồng bào|nhân dân|luật gia|bác sĩ)"
    )
)
_SENT_BY = Pattern(phrase(r"(?<!\p{L})(?:ủy nhiệm|tín nhiệm) của (?:tổng số )?$"))
_THEN_COME = Pattern(phrase(r"[^.;:()\d]{0,60}, (?:có )?"))
_REACH = 240
_NEAR = 160


def represented_behind(folded: str, start: int) -> int | None:
    """How many those represent whose noun ends at `start`, if no other attendees stand between.

    >>> represented_behind("250 đại biểu đại diện cho tuổi trẻ toàn tỉnh với 60.000 đoàn viên", 12)
    60000
    """
    stands = _STANDS.search(folded, start, start + _REACH)
    found = None if stands is None else _members(folded, stands.end(), loosely=stands["loosely"] is not None)
    return None if found is None else found[0]


def represented_before(folded: str, start: int) -> int | None:
    """How many those represent whose number begins at `start`: `Đại diện cho 5.300 đảng viên, 210 đại biểu …`"""
    stands = _STANDS.search(folded, max(0, start - _NEAR), start)
    found = None if stands is None else _members(folded, stands.end(), loosely=stands["loosely"] is not None)
    if found is None or found[1] > start or _THEN_COME.fullmatch(folded, found[1], start) is None:
        return None
    return found[0]


def _members(folded: str, begin: int, *, loosely: bool) -> tuple[int, int] | None:
    """The first number of members behind the verb that ends at `begin`, and where their noun ends."""
    for quantity in find_quantities(folded[begin : begin + _NEAR]):
        number = begin + quantity.span.start
        if (
            quantity.unit is not Unit.COUNT
            or not isinstance(quantity.value, int)
            or not _leads(folded, begin, number, loosely=loosely)
        ):
            return None
        members = _MEMBERS.match(folded, begin + quantity.span.stop)
        if members is not None:
            return quantity.value, members.end()
    return None


def _leads(folded: str, begin: int, number: int, *, loosely: bool) -> bool:
    """Whether the words between the verb and a number make those who are counted the represented."""
    if _AT_ONCE.fullmatch(folded, begin, number) is not None:
        return True
    return (
        loosely
        and _FAR.fullmatch(folded, begin, number) is not None
        and _GOES_ON.search(folded[begin:number]) is not None
    )


_SEND = r"[^.;:()\d]{0,60} (?:có|cử|bầu|chọn|gửi) (?:(?:hơn|trên|gần|khoảng) )?"
_SENT = Pattern(phrase(rf"{_SEND}$"))
_FOR_THEM = Pattern(phrase(r"[^.;,()\d]{0,20} (?:thay mặt|đại diện)(?! cho)(?!\p{L})"))


def represented_senders(folded: str, span: Span) -> int | None:
    """How many sent the attendees whose number and noun are the span.

    >>> text = "hơn 1.300 đoàn viên có 55 đại biểu thay mặt dự đại hội"
    >>> represented_senders(text, Span(23, 34))
    1300
    """
    if _FOR_THEM.match(folded, span.stop) is None:
        return None
    for quantity in find_quantities(folded[: span.start]):
        members = _MEMBERS.match(folded, quantity.span.stop) if isinstance(quantity.value, int) else None
        if members is not None and _SENT.fullmatch(folded, members.end(), span.start):
            return int(quantity.value)
    return None


_SEND_BEHIND = Pattern(phrase(rf"{_SEND}\d[\d.]* đại biểu[^.;,()\d]{{0,20}} (?:thay mặt|đại diện)(?! cho)(?!\p{{L}})"))


def send_others(folded: str, stop: int) -> bool:
    """Whether those whose noun ends at `stop` have delegates come in their place: `1.300 đoàn viên |có 55 đại biểu thay mặt|`."""
    return _SEND_BEHIND.match(folded, stop) is not None


def are_represented(folded: str, number: int, *, invited: bool) -> bool:
    """Whether those are represented, not present, whose number begins at `number`; who is `invited` stands right behind the verb."""
    if _SENT_BY.search(folded, 0, number) is not None:
        return True
    for stands in reversed([*_STANDS.finditer(folded, max(0, number - _NEAR), number)]):
        if _AT_ONCE.fullmatch(folded, stands.end(), number) is not None:
            return True
        if not invited and _leads(folded, stands.end(), number, loosely=stands["loosely"] is not None):
            return True
    return False
