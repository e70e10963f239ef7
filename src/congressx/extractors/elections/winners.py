"""Who: names before and behind a verb, and which of them are of someone else.

Before a verb of its own subject (`ông A trúng cử`) or before `được` stands who won; behind `thay` or `con trai` stands
someone who has no part in the election.
"""

from __future__ import annotations

from itertools import dropwhile, takewhile

from congressx.extractors.elections.events import COMMITTEES
from congressx.extractors.elections.holders import open_subject
from congressx.extractors.elections.pieces import ASIDE, KIN, Kind, Piece
from congressx.extractors.elections.record import Act
from congressx.extractors.elections.telling import Telling
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_LIST_ENDS = Pattern(phrase(r"(?<!\p{L})(?:vì|do|để|nhằm|theo|sau khi|khi|tại|nghỉ|chuyển|nhận)(?!\p{L})|\""))
"""`gồm ông A, bà B, theo ông C …`: who stands behind such a word is not of the list."""
_COMMA = Pattern(phrase(r"\s*,\s*(?:\p{L}+\s+){0,3}"))
"""What parts an opening clause from its subject: `, tân Chủ tịch `."""
_AFTER = Pattern(phrase(r"sau khi\s*$"))
_KIN = Pattern(phrase(KIN))


def read_name(told: Telling, name: Piece, at: int) -> None:
    """A name is of someone else, of a list that goes on, or of those a verb may follow."""
    before = told.pieces[at - 1] if at else None
    if _is_someone_else(told, name):
        return
    told.muted, told.gone = False, None
    if _is_late_subject(told, name):
        return
    if before is not None and before is told.act and told.gap(before, name).rfind("(") >= 0:
        open_subject(told, name)  # `hai Phó Bí thư vừa được bầu (ông A và bà B)`
    if told.collecting and (_takes_an_office(told, at) or _is_told_apart(told, name, at)):
        told.collecting = []
    if told.collecting and _list_goes_on(told, name):
        for event in told.collecting:
            event.take(name)
        return
    if not told.group:
        counted = before is not None and before.kind is Kind.COUNT and bool(before.voice)
        told.group_count = before if counted and before and len(told.gap(before, name).strip()) < 12 else None
    told.group.append(name)


def _is_late_subject(told: Telling, name: Piece) -> bool:
    """`Được bầu làm Chủ tịch Hội, ông A …`: who stands behind the clause has won."""
    event, told.unheld = told.unheld, None
    if event is None or event.persons or not _COMMA.fullmatch(told.folded, told.last_stop, name.span.start):
        return False
    event.take(name)
    return True


_BY_WHOM = (Kind.PASSIVE, Kind.BODY)
_TAKES = (Kind.ACT, Kind.LINK)


def _takes_an_office(told: Telling, at: int) -> bool:
    """`Ban Chấp hành gồm 15 người, trong đó ông A làm Bí thư`, `… ông A được Ban Chấp hành bầu giữ chức Bí thư`: no list."""
    if told.collecting[-1].body not in COMMITTEES:
        return False
    after = _behind_titles(told.pieces[at + 1 : at + 9])[:6]
    kinds = [piece.kind for piece in after]
    verb = next((place for place, kind in enumerate(kinds) if kind not in _BY_WHOM), len(kinds))
    office = next((place for place, kind in enumerate(kinds) if place >= verb and kind not in _TAKES), len(kinds))
    if office == len(kinds) or kinds[office] is not Kind.OFFICE or office == verb:
        return False
    if told.collecting[-1].persons and Kind.ACT not in kinds[:office]:
        return False  # `gồm: ông A, bà B làm Trưởng phòng`
    return told.leads(after[office - 1], after[office]) and ";" not in told.gap(told.pieces[at], after[office])


def _behind_titles(after: list[Piece]) -> list[Piece]:
    """The pieces behind the titles of a name, when `được` follows: `ông A, |Bí thư Đảng ủy xã| được chỉ định giữ chức …`."""
    rest = list(dropwhile(lambda piece: piece.kind is Kind.OFFICE, after))
    return rest if [piece.kind for piece in rest[:2]] == [Kind.PASSIVE, Kind.ACT] else after


def _is_told_apart(told: Telling, name: Piece, at: int) -> bool:
    """`miễn nhiệm chức Chủ tịch đối với ông A; |ông B| cũng được cho thôi làm ủy viên`: a clause of his own."""
    lost = told.collecting[-1]
    if lost.act is not Act.DISMISSED or not lost.persons or ";" not in told.gap(lost.persons[-1], name):
        return False
    after = takewhile(lambda p: p.kind not in (Kind.NAME, Kind.BREAK), told.pieces[at + 1 :])
    return any(p.kind in (Kind.ACT, Kind.PASSIVE) for p in after)


def _is_someone_else(told: Telling, name: Piece) -> bool:
    """Whether `thay` or `con trai` stands right before the name; behind a comma the name is the winner's again."""
    skip, told.skip = told.skip, None
    if skip is None:
        return False
    gap, kin = told.gap(skip, name), _KIN.fullmatch(skip.span.of(told.folded))
    if not kin and (len(gap) >= 30 or "," in gap):
        return False
    told.muted = told.muted and not kin
    told.gone = None if kin else name
    return True


def _list_goes_on(told: Telling, name: Piece) -> bool:
    """Whether the name belongs to the holders being listed; closes the list when it does not."""
    earlier = told.collecting[-1].persons
    between = ASIDE.sub("", told.folded[earlier[-1].span.stop : name.span.start]) if earlier else ""
    if _LIST_ENDS.search(between):
        told.collecting = []
    return bool(told.collecting)


def read_instead(told: Telling, piece: Piece) -> None:
    """`thay ông A`, `con trai ông A`: the next name is of someone else."""
    told.skip = piece
    if _KIN.fullmatch(piece.span.of(told.folded)):
        told.muted = told.muted or not told.group
    else:
        if piece.span.of(told.folded).startswith("thay") and told.act and told.done and not told.used:
            told.replacing = (piece, list(told.subject or told.group))
        told.muted, told.collecting, told.buffer = True, [], []
        told.subject = [] if told.used else told.subject


_MOVED_ON = Pattern(
    phrase(r"(?P<held>[^;:]{0,90}?)\s*(?P<now>(?<!\p{L})(?:vừa|mới|đã|trước đó|hôm qua)(?: đã| mới| cũng)*)?\s*")
)
"""What stands between a predecessor and `được`: `thay ông B, nguyên Chủ tịch Hội, vừa |được điều động|`."""


_BACK = Pattern(phrase(r"\s*(?:,|\))\s*(?:đã|vừa|mới|chính thức|cũng|sáng nay|chiều nay|hôm nay| )*"))


def _moves_on(told: Telling, passive: Piece) -> bool:
    """`thay ông B vừa được điều động làm …`: the predecessor receives another office, not the winner."""
    gone = told.gone
    if gone is None:
        return False
    between = _MOVED_ON.fullmatch(told.folded, gone.span.stop, passive.span.start)
    if between is None or any(p.kind is Kind.ACT for p in _inside(told, gone, passive)):
        return False
    held, filled = between["held"].strip(), bool(told.events)
    if held.strip(" ,-") == "người" and between["now"]:
        return True  # `thay ông B, người vừa được …`
    if held.strip(" ,-") in ("", "người"):
        return filled or (bool(between["now"]) and "," not in held)
    return filled and bool(between["now"])


def _comes_back(told: Telling, passive: Piece) -> bool:
    """`ông A, người thay ông B, vừa được bầu`: behind the comma the winner is spoken of again."""
    gap = told.folded[told.gone.span.stop : passive.span.start] if told.gone else ""
    return bool(told.group) and not told.events and _BACK.fullmatch(gap) is not None


def _inside(told: Telling, left: Piece, right: Piece) -> list[Piece]:
    return [p for p in told.pieces if left.span.stop <= p.span.start and p.span.stop <= right.span.start]


def read_passive(told: Telling, passive: Piece) -> None:
    """Whoever stands before `được` is whom the verb befalls: `ông A được Tỉnh ủy bổ nhiệm`."""
    if told.gone is not None and _moves_on(told, passive):
        told.passive, told.muted = [told.gone], False
    elif told.gone is not None and _comes_back(told, passive):
        told.passive, told.group, told.muted = told.group, [], False
    elif told.group:
        told.passive, told.group = ([] if told.muted else told.group), []
    elif told.passive is None:
        told.passive = _subject_goes_on(told, passive)
    told.bare_subject, told.collecting = told.bare, []


def _subject_goes_on(told: Telling, passive: Piece) -> list[Piece]:
    """`ông A được giới thiệu và được … bầu`, `ông A phát biểu sau khi được … bầu`."""
    if told.muted:
        return []
    if told.speaker and _AFTER.search(told.folded[: passive.span.start]):
        return list(told.speaker)
    if _is_of_an_office(told, passive):
        return []
    if (left := _left_because(told, passive)) is not None:
        return left
    return list(told.subject) if told.act else []


_BECAUSE = Pattern(phrase(r"[^;:]{0,90}?(?<!\p{L})(?:do|vì)(?: đã| vừa| mới)?\s*"))


def _left_because(told: Telling, passive: Piece) -> list[Piece] | None:
    """`cho thôi giữ chức Chủ tịch đối với ông A |do được| điều động làm Bí thư`: whoever lost the one received the other."""
    lost = told.last[-1] if told.last else None
    if lost is None or lost.act is not Act.DISMISSED or not lost.persons:
        return None
    because = _BECAUSE.fullmatch(told.folded, lost.persons[-1].span.stop, passive.span.start)
    return list(lost.persons) if because else None


def _is_of_an_office(told: Telling, passive: Piece) -> bool:
    """`ông A trúng cử Chủ tịch; hai Phó Chủ tịch được bầu là …`: the office of a new clause is what the verb is about."""
    slot = told.before(passive.span.start)[-1:]
    if not slot or slot[0].kind is not Kind.OFFICE or told.gap(slot[0], passive).strip():
        return False
    return ";" in told.folded[told.last_stop : slot[0].span.start]
