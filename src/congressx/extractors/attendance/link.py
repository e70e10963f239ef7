"""One record an attendance: numbers said twice once, the exact one before the round one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import regex

from congressx.document import Document
from congressx.engine import LinkContext, Mention
from congressx.extractors.attendance.absences import ABSENCE, joined_to_those_who_came
from congressx.extractors.attendance.attendees import DELEGATES, LEAST_TURNOUT, attendees_at
from congressx.extractors.attendance.record import AttendanceStatus, AttendeeGroup
from congressx.patterns import Pattern
from congressx.vietnamese.quantities import Comparator
from congressx.vietnamese.spelling import fold, phrase

_ROUND = frozenset({Comparator.GT, Comparator.NEARLY, Comparator.APPROX, Comparator.GE})
_ROLL = "attendance.roll"
"""Members on the roll and those who answered; either alone tells nothing."""
_ROUNDING = 0.12
"""`hơn 400` may be 443: a round number and the exact one lie within this share of one another."""


def link(context: LinkContext) -> Iterator[Mention]:
    """Attendances in text order; without a meeting in the article only where the sentence names one."""
    meetings = context.neighbours["meetings"]
    main = next((m for m in meetings if m.value["role"] == "main"), None)
    section = {m: context.document.sentences[m.sentence].section.rank for m in context.mentions}
    kept: list[Mention] = []
    for mention in sorted(context.mentions, key=lambda m: (section[m], m.focus)):
        if not meetings and not _MEETING.search(context.document.sentences[mention.sentence].folded):
            continue
        twin = next((n for n, other in enumerate(kept) if _same(other, mention)), None)
        if twin is None:
            kept.append(mention)
        elif _exactness(mention) > _exactness(kept[twin]):
            kept[twin] = mention
    kept = [m for m in kept if not any(_of_whom(m, other) for other in kept)]
    kept = [_of_members(m, context.document) for m in _taken_up(sorted(kept, key=lambda m: m.focus))]
    joined = [*joined_to_those_who_came(_joined(kept))]
    told = [m for m in joined if m.rule != _ROLL or None not in (m.value.get("present"), m.value.get("summoned"))]
    for mention in told:
        coming = _is_of_coming(mention, meetings, context.document)
        yield _planned(mention) if coming else _at(main or _only(meetings), mention, context.document)


def _only(meetings: Sequence[Mention]) -> Mention | None:
    """Where the article reports no meeting as its main one, the only one that it names."""
    return meetings[0] if len(meetings) == 1 else None


def _of_whom(mention: Mention, share: Mention) -> bool:
    """Whether it is but the whole of `198 đại biểu trong tổng số 200 đại biểu`."""
    alone = mention.value.get("summoned") is None and mention.value.get("present") is not None
    return alone and mention.sentence == share.sentence and share.value.get("summoned") == mention.value["present"]


def _taken_up(mentions: list[Mention]) -> list[Mention]:
    """`triệu tập 238 đại biểu chính thức, thay mặt 3.900 đảng viên; …; có mặt 236/238`: what is said of the whole is said of them."""
    alone = [m for m in mentions if m.value.get("present") is None and m.value.get("summoned") is not None]
    taken = {whole: came for whole in alone if (came := _came_of(whole, mentions)) is not None}
    told = {came: _with_whole(came, whole) for whole, came in taken.items()}
    return [told.get(m, m) for m in mentions if m not in taken]


_TAKEN_UP_WITHIN = 2
"""Sentences."""


def _came_of(whole: Mention, mentions: list[Mention]) -> Mention | None:
    of_it = (m for m in mentions if m.value.get("summoned") == whole.value["summoned"] and m is not whole)
    near = (m for m in of_it if 0 <= m.sentence - whole.sentence <= _TAKEN_UP_WITHIN)
    return next((m for m in near if m.value.get("present") is not None and _are_alike(m, whole)), None)


def _are_alike(one: Mention, other: Mention) -> bool:
    groups = {one.value["group"], other.value["group"]}
    return len(groups) == 1 or groups <= DELEGATES or AttendeeGroup.PARTICIPANT in groups


def _with_whole(came: Mention, whole: Mention) -> Mention:
    vague = came.value["group"] in (AttendeeGroup.PARTICIPANT, AttendeeGroup.DELEGATE)
    represents = came.value.get("represents") or whole.value.get("represents")
    return came.having(group=whole.value["group"] if vague else came.value["group"], represents=represents)


_PRESENT = Pattern(phrase(r"\W*(?:số )?(?:có mặt|hiện diện)(?: là)?\s*:? \d"))
_MEMBERS_COUNTED = Pattern(phrase(r"tổng số (?P<noun>đảng viên|hội viên|đoàn viên|đại biểu(?: chính thức)?)(?!\p{L})"))


def _of_members(mention: Mention, document: Document) -> Mention:
    """`Tổng số đảng viên của chi bộ: 19 đ/c.` and then `Có mặt: 18 đ/c`: members came."""
    if mention.value["group"] is not AttendeeGroup.PARTICIPANT or mention.sentence == 0:
        return mention
    before, told = document.sentences[mention.sentence - 1 : mention.sentence + 1]
    counted = _MEMBERS_COUNTED.search(before.folded) if _PRESENT.match(told.folded) else None
    who = None if counted is None else attendees_at(before.folded, counted.start("noun"))
    return mention if who is None else mention.having(group=who.group)


def _joined(mentions: list[Mention]) -> list[Mention]:
    """`triệu tập 336 đại biểu. … Có mặt 328 đại biểu`: the only two numbers of a group are who was convened and who came."""
    convened = [m for m in mentions if m.value["status"] is AttendanceStatus.CONVENED and m.value.get("summoned")]
    convened = [m for m in convened if m.value["group"] is not AttendeeGroup.GUEST] or convened
    if len(convened) != 1:
        return mentions
    summoned, group = convened[0].value["summoned"], convened[0].value["group"]
    present = [m for m in mentions if m.value.get("present") is not None]
    alike = DELEGATES if group in DELEGATES else {group}  # triệu tập 120 đại biểu chính thức; có mặt 118 đại biểu
    came = [m for m in present if m.value["group"] in alike] or [m for m in present if _follows(m, convened[0])]
    if any(m.value.get("summoned") == summoned for m in came):
        return [m for m in mentions if m is not convened[0]]
    if (
        len(came) != 1
        or came[0].value.get("summoned") is not None
        or came[0].value["status"] != AttendanceStatus.ACTUAL
    ):
        return mentions
    if not LEAST_TURNOUT * summoned <= came[0].value["present"] <= summoned:
        return mentions
    represents = came[0].value.get("represents") or convened[0].value.get("represents")
    whole = came[0].having(summoned=summoned, group=group, represents=represents)
    return [whole if m is came[0] else m for m in mentions if m is not convened[0]]


def _follows(mention: Mention, convened: Mention) -> bool:
    """`Đảng viên được triệu tập: 35.` and in the next sentence `Có mặt: 34 đồng chí`"""
    reach = 2 if convened.rule == _ROLL else 1  # Tổng số đảng viên: 41. Vắng 01. Số có mặt: 40
    return mention.value["group"] is AttendeeGroup.PARTICIPANT and 0 <= mention.sentence - convened.sentence <= reach


_OF_COUNCILS = frozenset({"council_session", "assembly_session"})
"""Whose delegates are councillors; of `hơn 300 đại biểu` some are guests."""
_MEETING = Pattern(
    phrase(
        r"đại hội|hội nghị|kỳ họp|(?:cuộc|dự|chi bộ) họp|hội thảo|tiếp xúc cử tri|phiên (?:họp|khai mạc)|họp mặt"
        r"|lễ (?:kỷ niệm|khai giảng|bế giảng|trao)|buổi (?:lễ|gặp|sinh hoạt|tiếp xúc)|(?:dự|gia) sinh hoạt"
        r"|(?<!\d )lớp (?:bồi dưỡng|tập huấn)"
    )
)
_GATHERING = Pattern(phrase(r"(?<!\w)(?<!trung tâm )(?:đại hội|hội nghị|kỳ họp|hội thảo)(?!\w)"))


def _is_of_coming(mention: Mention, meetings: Sequence[Mention], document: Document) -> bool:
    """`Dự đại hội có 300 đại biểu`, where a talk with the press tells of the only congress, which is still to come."""
    if mention.value["status"] is not AttendanceStatus.ACTUAL or _is_past(mention, document):
        return False
    named = {match.group() for match in _GATHERING.finditer(document.sentences[mention.sentence].folded)}
    alike = [meeting for meeting in meetings if fold(str(meeting.value["name"])).startswith(tuple(named))]
    of_one = len(named) == 1 and bool(alike)
    return of_one and all(m.value["status"] == "planned" and m.value["role"] == "other" for m in alike)


def _planned(mention: Mention) -> Mention:
    return mention.having(status=AttendanceStatus.PLANNED)


def _is_past(mention: Mention, document: Document) -> bool:
    return bool(regex.search(r"(?<!\w)đã(?!\w)", document.sentences[mention.sentence].folded))


def _at(main: Mention | None, mention: Mention, document: Document) -> Mention:
    """What the article's meeting says of who came: delegates of a council are councillors, and nobody came to what is to come."""
    value = mention.value
    if main is None:
        return mention
    if (
        main.value["status"] == "planned"
        and value["status"] is AttendanceStatus.ACTUAL
        and not _is_past(mention, document)
    ):
        mention = _planned(mention)
    exact = value.get("summoned") is not None or value.get("comparator", Comparator.EQ) is Comparator.EQ
    if main.value["type"] in _OF_COUNCILS and exact and value["group"] is AttendeeGroup.DELEGATE:
        return mention.having(group=AttendeeGroup.COUNCILLOR)
    return mention


def _same(one: Mention, other: Mention) -> bool:
    a, b = one.value, other.value
    percents = a.get("percent"), b.get("percent")
    if percents[0] is not None and percents[0] == percents[1] and None in (a.get("present"), b.get("present")):
        return bool(a["group"] == b["group"])
    first, second = (v.get("present") or v.get("summoned") for v in (a, b))
    if first is None or second is None:
        return one.rule == other.rule == ABSENCE and a["absent"] == b["absent"]
    if first == second:
        return a.get("summoned") in (None, b.get("summoned")) or b.get("summoned") is None
    alike = a["group"] == b["group"] or {a["group"], b["group"]} <= DELEGATES
    return alike and (_rounds(a, first, second) or _rounds(b, second, first))


def _rounds(value: Mapping[str, Any], number: int, other: int) -> bool:
    """Whether a bound number may stand for the other: `hơn 300` for 347, `hơn 400` for 443."""
    if value.get("comparator") not in _ROUND:
        return False
    if abs(number - other) <= _ROUNDING * max(number, other):
        return True
    tens = len(str(number)) - len(str(number).rstrip("0"))
    return value.get("comparator") is Comparator.GT and 0 < other - number < min(10**tens, number / 2)


def _exactness(mention: Mention) -> tuple[int, int, int, int]:
    value = mention.value
    return (
        value.get("summoned") is not None and value.get("present") is not None,
        value.get("comparator") not in _ROUND,
        value.get("status") is AttendanceStatus.ACTUAL,
        value.get("represents") is not None,
    )
