"""Who: the one named before the dash or colon that leads to an office, `ông A - Bí thư; ông B - Phó Bí thư`."""

from __future__ import annotations

from congressx.extractors.elections.events import COMMITTEES, OFFICES
from congressx.extractors.elections.pieces import BECAME, Kind, Piece
from congressx.extractors.elections.record import Act
from congressx.extractors.elections.telling import Telling
from congressx.patterns import Pattern
from congressx.vietnamese.honorifics import ADDRESS
from congressx.vietnamese.spelling import phrase

_ENDS = Pattern(phrase(r"\s*(?:$|[.,;)]|và(?!\p{L}))"))
_NAMES_OFFICERS = (Act.ELECTED, Act.APPOINTED, Act.CONSULTED, Act.SUPPLEMENTARY)
_VERBS = (Kind.LINK, Kind.ACT, Kind.PASSIVE, Kind.STOP)


def before_a_dash(told: Telling, slot: Piece, at: int) -> Piece | None:
    """Who stands before the dash in `bầu …: ông A - Bí thư; ông B - Phó Bí thư`: an office with no organisation of its own."""
    before = told.pieces[at - 1] if at else None
    colon = at > 1 and before is not None and before.span.of(told.folded) == ":"
    name, chosen = told.pieces[at - 2] if colon else before, told.events[-1] if told.events else None
    if name is None or name.kind is not Kind.NAME or slot.kind is not Kind.OFFICE or slot.org is not None:
        return None
    if chosen is None and told.act is not None and told.act.act in _NAMES_OFFICERS and _opens_a_list(told, name, at):
        ends = told.act.act == Act.ELECTED or _ENDS.match(told.folded, slot.span.stop)  # `Chủ tịch phụ trách chung`
        return name if ends and told.done and slot.body in OFFICES and BECAME.fullmatch(told.gap(name, slot)) else None
    if chosen is None or chosen.act in (None, Act.DISMISSED) or not told.done or name.span.start < told.last_stop:
        return None
    named = any(name in event.persons and event.body not in COMMITTEES for event in told.events)
    if slot.body not in OFFICES or named:
        return None  # `bầu ông A - Phó Bí thư Huyện ủy làm …`, `đối với ông A - Ủy viên Trung ương Đảng`
    if not BECAME.fullmatch(told.gap(name, slot)) or not _ENDS.match(told.folded, slot.span.stop):
        return None
    return None if goes_on(told, at) else name


RESULT = Pattern(
    phrase(r"\W*(?:kết quả|trong đó|cụ thể)(?: (?:bầu(?: cử)?|kiểm phiếu|đại hội|hội nghị|cụ thể|như sau|là)){0,3}\s*:")
)
"""`Kết quả: đồng chí A - Bí thư; đồng chí B - Phó Bí thư`, the verb of which stands above"""
_OFFICERS = Pattern(
    phrase(
        r"\W*(?:các |những )?(?:chức danh|nhân sự|ban lãnh đạo|bộ máy lãnh đạo)(?: (?:chủ chốt|lãnh đạo|mới|khóa mới|của hội)){0,2}"
        r"(?: (?:gồm|bao gồm|gồm có|là|như sau))?\s*:"
    )
)
"""`Chức danh chủ chốt gồm: ông A - Chủ tịch, bà B - Phó Chủ tịch`; it counts only beside an election."""
_GIVEN = Pattern(phrase(r"\s*(?:$|[.,;()]|và(?!\p{L})|với (?:số phiếu|tỷ lệ|\d))"))


def in_a_result(told: Telling, slot: Piece, at: int) -> Piece | None:
    """Who stands before the dash or colon in a result that names nobody but by the office won."""
    result = RESULT.match(told.folded) or _OFFICERS.match(told.folded)
    before = [p for p in told.pieces[max(0, at - 2) : at] if p.span.of(told.folded) != ":"][-1:]
    if result is None or not before or before[0].kind is not Kind.NAME or slot.body not in OFFICES:
        return None
    name = before[0]
    if not BECAME.fullmatch(told.gap(name, slot)) or not _GIVEN.match(told.folded, slot.span.stop):
        return None
    return None if goes_on(told, at) else name


_FIRST = Pattern(phrase(rf"[\s:]*(?:(?:các|{ADDRESS})(?!\p{{L}})[\s:]*)*"))


def _opens_a_list(told: Telling, name: Piece, at: int) -> bool:
    """`đã bầu: ông A - Bí thư; ông B - Phó Bí thư`: right behind the verb, and another of the kind follows."""
    act = told.act
    if act is None or act.voice != "other" or not _FIRST.fullmatch(told.gap(act, name)):
        return False
    after = [p for p in told.pieces[at + 1 :] if p.span.of(told.folded) != ":"][:3]
    return [p.kind for p in after] == [Kind.BREAK, Kind.NAME, Kind.OFFICE] and BECAME.fullmatch(
        told.gap(after[1], after[2])
    ) is not None


def goes_on(told: Telling, at: int) -> bool:
    """`ông A - Bí thư Huyện ủy phát biểu`: a verb follows, the office is but his title."""
    follows = next((p for p in told.pieces[at + 1 :] if p.kind in (*_VERBS, Kind.NAME, Kind.BREAK)), None)
    return follows is not None and follows.kind in _VERBS
