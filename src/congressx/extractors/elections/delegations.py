"""Delegations to the congress above: `bầu 3 đại biểu (02 chính thức và 01 dự khuyết) đi dự Đại hội`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from congressx.extractors.elections.moods import BY_WHOM
from congressx.extractors.elections.pieces import ASIDE
from congressx.extractors.elections.record import Act, Body
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.numerals import DIGITS, SPELLED, read_number
from congressx.vietnamese.spelling import phrase

_N = rf"(?:{DIGITS}|{SPELLED})"
_WHO = r"(?:đại biểu|đb|đồng chí|đ/c|người|vị|ủy viên|thành viên|gương mặt|bạn|anh\s*(?:,|và)?\s*chị|đại)"
_CONGRESS = r"(?:(?:để |sẽ )?(?:đi |về |tham |tới |đến |tham gia )*dự )(?:đại hội|đh)"

_SENT = (
    r"(?:(?:(?:đã|vừa|cũng|đều) )*(?:trúng cử|đắc cử)"
    r"|(?:(?:đã|vừa|cũng|đều) )*được (?:(?:đại hội|hội nghị|chi bộ|nhất trí|tín nhiệm|biểu quyết) )*"
    rf"(?:bầu|cử|chọn|lựa chọn|bầu chọn)) (?:(?:(?:làm|là) )?đại biểu |vào đoàn đại biểu )?{_CONGRESS}"
    r"(?= (?:đại biểu|đảng|chi bộ|cấp|toàn quốc|mttq|công đoàn|đoàn|hội|tỉnh|thành phố|huyện|xã|phường|quận|thi đua)(?!\p{L}))"
)
"""`8 đại biểu |đã được cử đi dự Đại hội|`: the verb stands behind the number."""

_MADE = r"(?:(?: (?:vừa |đã )?được (?:bầu|cử|chọn))?(?: (?:làm|là))?)"
"""`ba đồng chí |được bầu làm| đại biểu chính thức, một đồng chí |làm| đại biểu dự khuyết`"""

_WAS_MADE = Pattern(phrase(r"(?<!\p{L})được (?:bầu|cử|chọn)(?!\p{L})"))
_SPLIT = Pattern(
    phrase(
        rf"(?P<official>{_N})\s*{_WHO}?{_MADE}(?: đại biểu)?\s*(?:đi dự )?(?:là )?(?:chính thức|ct)(?!\p{{L}})[^;.()\d]{{0,70}}?"
        rf"(?:,|và|;|\+|cùng)?\s*(?P<alternate>{_N})\s*{_WHO}?{_MADE}(?: đại biểu)?\s*(?:là )?(?:dự khuyết|dk(?!\p{{L}}))"
    )
)
_SPLIT_TURNED = Pattern(
    phrase(
        rf"(?P<alternate>{_N})\s*{_WHO}?{_MADE}(?: đại biểu)?\s*(?:dự khuyết|dk(?!\p{{L}}))\s*(?:,|và|;|\+|cùng)\s*"
        rf"(?P<official>{_N})\s*{_WHO}?{_MADE}(?: đại biểu)?\s*(?:chính thức|ct)(?!\p{{L}})"
    )
)
"""`trong đó 1 đại biểu dự khuyết, 3 chính thức`"""
_SPLIT_PLAIN = Pattern(
    phrase(
        rf"(?P<official>{_N})\s*đại biểu\s*(?:,|và|cùng)\s*(?P<alternate>{_N})\s*(?:đại biểu )?dự khuyết (?:{_CONGRESS}|{_SENT})"
    )
)
"""`10 đại biểu và 1 đại biểu dự khuyết dự Đại hội`: those not said to be alternates are the official ones."""
_SPLIT_BEHIND = Pattern(
    phrase(
        rf"(?P<official>{_N})\s*{_WHO}(?: ưu tú| tiêu biểu)?\s*{_CONGRESS}(?:[^;.()\d]|lần thứ \d+){{0,90}}?"
        rf"\s*(?:,|và|với|cùng)\s*(?P<alternate>{_N})\s*{_WHO}?\s*(?:là )?(?:đại biểu )?(?:dự khuyết|dk(?!\p{{L}}))"
    )
)
"""`bầu 9 đại biểu đi dự Đại hội cấp trên và 1 đại biểu dự khuyết`"""
_OFFICIAL = Pattern(phrase(rf"(?P<official>{_N})\s*{_WHO}?\s*(?:đại biểu )?chính thức (?={_CONGRESS})"))
_WHOLE = Pattern(
    phrase(
        rf"(?P<whole>{_N})\s*{_WHO}(?: ưu tú| tiêu biểu| đại diện[^,;.()]{{0,40}}| vào đoàn đại biểu| (?:là|làm) đại biểu)?\s*{_CONGRESS}"
    )
)
_SENT_WHOLE = Pattern(phrase(rf"(?P<whole>{_N})\s*{_WHO} {_SENT}"))
_SENT_BEHIND = Pattern(phrase(rf"\s*(?:{_SENT}|(?:sẽ )?(?:lên đường )?(?:đi |về )dự (?:đại hội|đh)(?!\p{{L}}))"))
_GROUP = Pattern(
    phrase(
        rf"(?:đoàn đại biểu[^,;.()\d]{{0,20}}(?:{_CONGRESS}[^;.()]{{0,110}}?)?|đoàn {_CONGRESS}[^;.()]{{0,110}}?)\s*"
        rf"(?:(?:bao gồm|gồm|với|có)(?: có)? |:\s*|(?<!\d\s|-\s|thứ\s|năm\s)(?=\d{{1,2}} ))(?P<whole>{_N})\s*{_WHO}"
    )
)
_ELECTS = Pattern(
    phrase(r"(?<!\p{L})(?:bầu(?! cử)|cử|trúng cử|biểu quyết|hiệp thương|lựa chọn|chọn|ra mắt|suy tôn)(?!\p{L})")
)
_CAME = Pattern(
    phrase(
        r"(?:tham dự|đến dự|về dự|dự|có mặt|triệu tập|tham gia)[^,;.]{0,40}(?:có|là|gồm)\s*(?:sự (?:có mặt|tham gia) của\s*)?$"
        r"|với sự (?:tham dự|tham gia|có mặt) của\s*$|có mặt\s*$|triệu tập\s*$"
    )
)
_GOES = Pattern(phrase(r"(?<!\p{L})dự (?:đại hội|đh|hội nghị)(?!\p{L})"))
_NO_BALLOT = Pattern(phrase(r"danh sách (?:bầu|đề cử|ứng cử)|đề cử|tối đa"))
_NOT_YET = Pattern(
    phrase(
        r"(?<!\p{L})(?:sẽ(?! (?:thay mặt|đại diện|lên đường|(?:đi |về |tham )?dự)(?!\p{L}))"
        r"|dự kiến|chuẩn bị)(?!\p{L})(?![^,;.]{0,60}kết quả)"
    )
)


@dataclass(frozen=True, slots=True)
class Delegation:
    """A delegation, or the official or alternate part of one."""

    body: Body
    act: Act
    seats: int
    focus: Span
    span: Span


def find_delegations(folded: str) -> Iterator[Delegation]:
    """The delegations a folded sentence says were elected; one split in two gives its parts and no sum.

    >>> line = "đại hội bầu 4 đồng chí (3 đại biểu chính thức và 1 đại biểu dự khuyết) dự đại hội cấp trên"
    >>> [(found.body.value, found.seats) for found in find_delegations(line)]
    [('delegation_official', 3), ('delegation_alternate', 1)]
    """
    if not any(sign in folded for sign in ("dự khuyết", "dự đại hội", "dự đh", "đoàn đại biểu", "đoàn đi dự")):
        return
    taken: list[Span] = []
    parts = list(_split(folded, taken))
    yield from parts
    for whole in _whole(folded, taken):
        if not _is_sum(whole, parts):
            yield whole


def _split(folded: str, taken: list[Span]) -> Iterator[Delegation]:
    """Official and alternate parts; what was read is added to `taken`."""
    for pattern in (_SPLIT, _SPLIT_TURNED, _SPLIT_PLAIN, _SPLIT_BEHIND):
        for match in pattern.finditer(folded):
            if not any(Span(*match.span()).overlaps(other) for other in taken) and _is_delegation(folded, match):
                whole = Span(*match.span())
                taken.append(_with_bracket(folded, whole))
                yield from _parts(match, whole, _act(folded, match.start()))


def _whole(folded: str, taken: list[Span]) -> Iterator[Delegation]:
    """Delegations told by one number; what was read is added to `taken`."""
    for pattern in (_OFFICIAL, _GROUP, _WHOLE, _SENT_WHOLE):
        for match in pattern.finditer(folded):
            span = Span(*match.span())
            told = _is_told(folded, match) if pattern is _SENT_WHOLE else _elected(folded, match.start())
            told = told or (pattern is _GROUP and _is_chosen_too(folded, match))
            if any(span.overlaps(other) for other in taken) or not told:
                continue
            taken.append(span)
            part = "official" if pattern is _OFFICIAL else "whole"
            seats = read_number(match[part])
            if isinstance(seats, int):
                body = Body.DELEGATION_OFFICIAL if pattern is _OFFICIAL else Body.DELEGATION
                yield Delegation(body, _act(folded, match.start()), seats, Span(*match.span(part)), span)


def _is_sum(whole: Delegation, parts: Sequence[Delegation]) -> bool:
    """`cử 4 người dự Đại hội toàn quốc, gồm 3 chính thức, 1 dự khuyết`"""
    return whole.body is Body.DELEGATION and whole.seats == sum(part.seats for part in parts)


_CHOSEN_TOO = Pattern(
    phrase(
        rf"(?<!\p{{L}}){BY_WHOM}(?:hiệp thương|bầu|cử|chọn)(?! cử tri)(?!\p{{L}})"
        r"|(?<!\p{L})bầu xong(?!\p{L})"
    )
)
"""`Đoàn đại biểu dự Đại hội tỉnh gồm 9 vị |cũng được đại hội hiệp thương cử ra|`: the verb stands in it or behind it."""
_CONSULTED_BEHIND = Pattern(phrase(r"[^;.]{0,140} (?:được|do) [^;.]{0,40}hiệp thương"))
_RIGHT_BEHIND = 60


def _is_chosen_too(folded: str, match: regex.Match[str]) -> bool:
    chosen = _CHOSEN_TOO.search(folded, match.start(), min(len(folded), match.end() + _RIGHT_BEHIND))
    if chosen is None or regex.search(r"[.;]", folded[match.end() : chosen.start()]):
        return False
    return not (_NO_BALLOT.search(folded, 0, match.start()) or _NOT_YET.search(folded[: chosen.start()]))


def _act(folded: str, at: int) -> Act:
    """`hiệp thương cử 10 đại biểu`: the nearest verb before the number, or that behind it, says how they were chosen."""
    consulted = regex.search(r"hiệp\s+thương[^;.]{0,40}$", folded[:at]) or _CONSULTED_BEHIND.match(folded, at)
    return Act.CONSULTED if consulted else Act.ELECTED


def _is_told(folded: str, match: regex.Match[str]) -> bool:
    """Whether those sent are no candidates, no guests and not still to be chosen."""
    before = folded[: match.start()]
    return not (_NO_BALLOT.search(before) or _CAME.search(before) or _NOT_YET.search(before))


def _is_delegation(folded: str, match: regex.Match[str]) -> bool:
    before = folded[: match.start()]
    if _NO_BALLOT.search(ASIDE.sub(" ", before.rpartition(";")[2])):
        return False
    if regex.search(r"đoàn\s+(?:đại\s+biểu|(?:đi\s+)?dự\s+đại\s+hội)[^;.]{0,160}$", before):
        return True
    if _SENT_BEHIND.match(folded, match.end()) and _is_told(folded, match):
        return True
    if _CAME.search(before) or _GOES.search(folded) is None:
        return False
    return _elected(folded, match.start()) or (_WAS_MADE.search(match.group()) is not None and _is_told(folded, match))


def _parts(match: regex.Match[str], whole: Span, act: Act) -> Iterator[Delegation]:
    for part, body in (("official", Body.DELEGATION_OFFICIAL), ("alternate", Body.DELEGATION_ALTERNATE)):
        seats = read_number(match[part])
        if isinstance(seats, int) and seats:
            yield Delegation(body, act, seats, Span(*match.span(part)), whole)


def _with_bracket(folded: str, span: Span) -> Span:
    """The split with the sum before its bracket and the congress behind it."""
    start = max(0, folded.rfind("(", 0, span.start))
    opening = start if 0 < span.start - start < 12 else span.start
    return Span(max(0, opening - 24), min(len(folded), span.stop + 40))


def _elected(folded: str, at: int) -> bool:
    """Whether a verb of election stands before the number, in the same clause or the ones it goes on with."""
    before = folded[:at]
    verbs = list(_ELECTS.finditer(before))
    if not verbs or _CAME.search(before):
        return False
    return _NOT_YET.search(before[max(0, verbs[-1].start() - 80) :]) is None
