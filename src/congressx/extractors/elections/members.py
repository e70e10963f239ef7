"""Who the members of a committee are, where each is told by what he became.

`Ban Thường vụ 3 đ/c: ông A tái cử Chủ tịch, bà B Phó Chủ tịch, ông C ủy viên`, `Chi ủy 03 đ/c. Bí thư: A; Phó Bí thư: B`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from congressx.extractors.elections.events import COMMITTEES, OFFICES, Event
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.extractors.elections.record import Act, Body
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_OFFICE = r"(?:bí thư|bt|chủ tịch|trưởng ban|chủ nhiệm)(?: (?:chi bộ|đảng bộ|đảng ủy|chi đoàn|hội))?"
OFFICERS_FOLLOW = Pattern(phrase(rf"[\s.,;:(]*(?:trong đó,? )?(?:gồm:? )?{_OFFICE}\s*:"))
"""Behind a size: `Chi ủy 03 đ/c. |Bí thư:| ông A; Phó Bí thư: bà B`."""
_MEMBER = Pattern(phrase(r"[\s,:-]*(?:là |làm |giữ chức )?(?:ủy viên|uv|thành viên|chi ủy viên)(?!\p{L})"))
_OTHER_BODY = Pattern(phrase(r"(?<!\p{L})(?:đoàn|ban thẩm tra|ban kiểm phiếu|đại biểu|khách)(?!\p{L})"))


def name_members(events: Sequence[Event], pieces: Sequence[Piece], folded: str) -> None:
    """Gives a committee of a known size the persons told behind it, when they are as many; a cell's also those behind labels."""
    for event in events:
        if event.body not in COMMITTEES or event.persons or (event.seats or 0) < 2 or event.act is Act.DISMISSED:
            continue
        later = [e for e in events if e.focus.start >= event.span.stop]
        stop = next((e.span.start for e in later if e.body not in OFFICES and e.body is not event.body), len(folded))
        named = [
            p for p in pieces if p.kind is Kind.NAME and p.voice == "full" and event.span.stop <= p.span.start < stop
        ]
        officers = [person for e in later if e.body in OFFICES and e.span.start < stop for person in e.persons]
        labelled = event.body is Body.CELL_COMMITTEE and OFFICERS_FOLLOW.match(folded, event.span.stop) is not None
        if labelled and 0 < len(officers) <= (event.seats or 0):
            event.persons = [p for p in named if p in officers]
        elif len(named) == event.seats and _are_members(named, officers, folded):
            event.persons = named


def _are_members(named: Sequence[Piece], officers: Sequence[Piece], folded: str) -> bool:
    """Whether each won an office or is called a member, and none belongs to another body named between them."""
    members = [p for p in named if _MEMBER.match(folded, p.span.stop)]
    told = bool(officers) and all(p in officers or p in members for p in named)
    between = (folded[left.span.stop : right.span.start] for left, right in pairwise(named))
    return told and not any(_OTHER_BODY.search(words) for words in between)
