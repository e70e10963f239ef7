"""What a sentence adds to those who came: whom they represent and how many stayed away."""

from __future__ import annotations

from typing import Any

from congressx.extractors.attendance.record import AttendeeGroup
from congressx.extractors.attendance.represented import represented_before, represented_behind, represented_senders
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase

ABSENT = Pattern(
    phrase(
        r"(?<!\w)vắng(?: mặt)?(?: (?:có|không) lý do)?\s*:? (?P<absent>\d{1,3})(?! (?:ngày|buổi|phiên))(?!\d|[.,/]\d)"
        r"|(?<![\d.,/])(?P<absent>\d{1,3}) (?:đồng chí|đ/c|đại biểu|đảng viên|ủy viên|người) vắng(?: mặt)?(?!\p{L})"
    )
)
"""`vắng 2 đồng chí`, `2 đồng chí vắng mặt có lý do`"""


def said_besides(folded: str, span: Span, group: AttendeeGroup) -> dict[str, Any]:
    """Whom those represent whose number and noun are the span, and who was absent."""
    found: dict[str, Any] = {}
    if group is not AttendeeGroup.GUEST:
        members = represented_behind(folded, span.stop)
        members = represented_before(folded, span.start) if members is None else members
        members = represented_senders(folded, span) if members is None else members
        found |= {} if members is None else {"represents": members}
    if absent := ABSENT.search(folded, span.stop):
        found["absent"] = int(absent["absent"])
    return found
