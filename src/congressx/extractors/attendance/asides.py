"""What a sentence adds behind those who came: whom they represent and how many stayed away."""

from __future__ import annotations

from typing import Any

from congressx.extractors.attendance.record import AttendeeGroup
from congressx.patterns import Pattern
from congressx.vietnamese.quantities import Unit, find_quantities
from congressx.vietnamese.spelling import phrase

STANDING_FOR = (
    r"(?<!\w)(?:đại diện|thay mặt)(?: cho)?"
    r"(?: (?:trí tuệ|ý chí|nguyện vọng|tiếng nói|niềm tin|tâm tư|tình cảm|của|và)|\s*,){0,9}"
)
"""Before those whom attendees represent."""
_REPRESENTS = Pattern(phrase(STANDING_FOR + r" (?:tổng số )?"))
_MEMBERS = Pattern(
    phrase(
        r"\s*(?:cán bộ|đảng viên|đoàn viên|hội viên|công nhân|người|viên chức|lao động|sinh viên|thanh niên|phụ nữ"
        r"|nông dân|cử tri"
        r"|đồng chí|tín đồ|cnvclđ|cựu chiến binh)"
    )
)
ABSENT = Pattern(phrase(r"(?<!\w)vắng(?: mặt)?\s*:? (?P<absent>\d{1,3})(?! (?:ngày|buổi|phiên))(?!\d|[.,/]\d)"))
_REACH = 240


def said_besides(folded: str, stop: int, group: AttendeeGroup) -> dict[str, Any]:
    """Whom those represent whose noun ends at `stop`, and who was absent."""
    found: dict[str, Any] = {}
    if group is not AttendeeGroup.GUEST and (members := _represented(folded, stop)) is not None:
        found["represents"] = members
    if absent := ABSENT.search(folded, stop):
        found["absent"] = int(absent["absent"])
    return found


def _represented(folded: str, start: int) -> int | None:
    """`đại diện cho gần 4.300 đảng viên`, if no other attendees stand between."""
    match = _REPRESENTS.search(folded, start, start + _REACH)
    if match is None:
        return None
    for quantity in find_quantities(folded[match.end() : match.end() + 60]):
        members = _MEMBERS.match(folded, match.end() + quantity.span.stop)
        whole = isinstance(quantity.value, int) and quantity.span.start <= 1 and quantity.unit is Unit.COUNT
        return int(quantity.value) if members and whole else None
    return None
