"""The verb: whom it befalls and whether it tells of something done.

`bầu`, `bổ nhiệm` have an object, `trúng cử`, `thôi giữ chức` a subject; of two joined verbs (`điều động, bổ nhiệm`) the
second says what becomes of the office.
"""

from __future__ import annotations

import regex

from congressx.extractors.elections.events import OFFICES, SIZED, Event
from congressx.extractors.elections.moods import BY_WHOM, is_done, is_news, is_planned
from congressx.extractors.elections.pieces import ASIDE, Kind, Piece
from congressx.extractors.elections.record import Act
from congressx.extractors.elections.telling import Telling
from congressx.extractors.elections.unfilled import CHOOSES, end_act
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_VERBS_JOINED = Pattern(phrase(r"\s*(?:,|và|rồi|,? ?để|,? ?đồng thời|có thời hạn|,?\s*đến)?\s*"))
"""`điều động, bổ nhiệm`, `luân chuyển và chỉ định`: one act."""


def read_verb(told: Telling, act: Piece, before: Piece | None) -> None:
    """A verb takes the names before it as its subject, or waits for those behind it."""
    joined = before is not None and before.kind is Kind.ACT and _VERBS_JOINED.fullmatch(told.gap(before, act))
    if joined and told.act is not None:
        _join(told, told.act, act)
    else:
        _begin(told, act)


def _begin(told: Telling, act: Piece) -> None:
    befallen = _befallen(told)
    left_behind = told.subject if told.act and told.act.voice == "self" and not told.done else []
    end_act(told)
    told.subject_count = _count_as_subject(told, act)
    told.subject = _subject(told, act, left_behind)
    if act.voice != "self" and not (act.act == "dismissed" and told.disciplined):
        told.buffer = befallen or told.buffer
    told.act, told.used, told.replacing = act, False, None
    told.done = act.act != "none" and _is_done(told, act) and not _is_only_due(told, act)
    if told.subject and _INSTEAD.fullmatch(act.span.of(told.folded)):
        told.skip, told.replacing = act, (act, list(told.subject))
    if act.act in _FILLS_BODIES and act.voice == "other":
        _fill_what_stands_before(told, act)
    told.group, told.passive, told.collecting, told.count, told.last = [], None, [], None, []
    if told.done and act.act == "dismissed" and told.subject and _POST_HELD.match(told.folded, act.span.stop):
        _leave_what_is_held(told, act)


_POST_HELD = Pattern(
    phrase(
        r"(?:,? không giữ)?\s*(?:các )?(?:chức vụ|chức danh|nhiệm vụ|chức) "
        r"(?:hiện nay|hiện tại|hiện giữ|đang (?:giữ|đảm nhiệm|nắm giữ)|trên)(?!\p{L})"
    )
)


def _leave_what_is_held(told: Telling, act: Piece) -> None:
    """`ông A, Bí thư Huyện ủy thôi giữ |chức vụ đang đảm nhiệm| để nhận nhiệm vụ …`: the office he is named by."""
    told.used = True
    titles = [p for p in told.before(act.span.start) if p.span.start >= told.subject[-1].span.stop]
    held = [p for p in titles if p.kind is Kind.OFFICE and p.body in OFFICES]
    if held and held[-1] is titles[-1]:
        span = told.subject[0].span.cover(act.span)
        told.open(
            Event(Act.DISMISSED, held[-1].body, held[-1].org, held[-1].head or held[-1].span, span, list(told.subject)),
            act.span.stop,
        )


_INSTEAD = Pattern(phrase(r"bầu thay(?: thế)?"))
"""`ông A được bầu thay ông B`: the next name is of who held the office until now."""
_FILLS_BODIES = (*CHOOSES, "appointed")
_BODY_BY = Pattern(phrase(rf"\s*(?:(?:lâm thời|mới|đầu tiên) )?{BY_WHOM}"))
"""`Ban Chấp hành |do đại hội| bầu có 27 ủy viên`"""
_BODY_JUST = Pattern(phrase(r"\s*(?:(?:đã|vừa|mới|vừa mới) )+"))
_HAS_BEHIND = Pattern(phrase(r"\s*(?:có|gồm|với)(?!\p{L})"))
"""`Ban Thường vụ |vừa| bầu |có| 9 người`, not `Thành ủy đã bổ nhiệm 9 người`"""
_GETS = ("bầu được", "bầu đủ", "bầu xong", "chọn được", "chọn đủ")
"""`Ban Thường vụ |bầu được| 9 người`"""
_SIZE_BY = Pattern(phrase(rf",?\s*{BY_WHOM}"))
"""`Ban Chấp hành lâm thời gồm 9 người, |do Huyện ủy| chỉ định`"""


def _fill_what_stands_before(told: Telling, act: Piece) -> None:
    """The body, or its size, that stands before the verb and those who elect or appoint."""
    sized = told.last[-1] if told.last else None
    if is_planned(told.moods[told.clause_start(act.span.start) : act.span.start]):
        return
    if sized is not None and sized.act is None and sized.seats is not None and not sized.persons:
        if sized.body in SIZED and _SIZE_BY.fullmatch(told.folded, told.last_stop, act.span.start):
            sized.act, sized.span, told.used = Act(act.act), sized.span.cover(act.span), True
        return
    for body in _bodies_before(told, act):
        between = body.span.stop, act.span.start
        just = _BODY_JUST.fullmatch(told.folded, *between) and _HAS_BEHIND.match(told.folded, act.span.stop)
        got = act.span.of(told.folded) in _GETS and not told.folded[slice(*between)].strip()
        if (just or got or _BODY_BY.fullmatch(told.folded, *between)) and is_news(
            told.moods[body.span.start : between[1]]
        ):
            told.bare_subject, told.done = body, True


def _bodies_before(told: Telling, act: Piece) -> list[Piece]:
    """The body named last, and the one before it: `Ban Chấp hành lâm thời do Huyện ủy chỉ định`."""
    near = told.before(act.span.start)[-2:]
    return [p for p in near if p.kind is Kind.BODY and not p.voice and p.span.start >= told.last_stop]


def _is_only_due(told: Telling, act: Piece) -> bool:
    """`kiện toàn chức danh Chủ tịch` says what is due, `kiện toàn ông A giữ chức`, `kiện toàn 5 ủy viên` what was done."""
    if act.span.of(told.folded) != "kiện toàn":
        return False
    after = next((p for p in told.pieces if p.span.start >= act.span.stop), None)
    return after is None or after.kind not in (Kind.NAME, Kind.COUNT)


def _subject(told: Telling, act: Piece, left_behind: list[Piece]) -> list[Piece]:
    """Who stands before the verb and is what it tells of."""
    if told.muted:
        return []
    if act.voice == "self":
        return told.passive or told.group or told.buffer or left_behind
    if act.act == "dismissed" and told.disciplined:
        return told.passive or told.group or told.buffer
    return told.passive or []


def _join(told: Telling, first: Piece, act: Piece) -> None:
    """The second of two verbs counts; `giới thiệu bầu`, `giới thiệu để bầu` are proposals, `giới thiệu và bầu` is none."""
    if first.act == "none" and not regex.search(r",|và|rồi|đồng", told.gap(first, act)):
        told.planned = True
        return
    if "none" in (first.act, act.act):
        told.done = act.act != "none" and _is_done(told, act)
    told.act = act


def _befallen(told: Telling) -> list[Piece]:
    """Whom a verb befell, when another goes on from it: `điều động ông A đến huyện X, chỉ định giữ chức …`."""
    if not told.group or told.passive or (told.act and told.act.voice == "self"):
        return []
    before = told.before(told.group[0].span.start)[-1:]
    given = bool(before) and before[0].kind is Kind.TO and told.act is None
    return list(told.group) if given or told.act else []


def _is_done(told: Telling, act: Piece) -> bool:
    """Only the words since the last event or clause say whether an act was done: a plan before it was another's."""
    events = [event.span.stop for event in told.events if event.span.stop <= act.span.start]
    start = max(told.clause_start(act.span.start), *events, 0)
    before, after = ASIDE.sub(" ", told.moods[start : act.span.start]), told.moods[act.span.stop :]
    goes_on = told.planned and before.strip(" ;") in ("", "và", "đồng thời", "cùng với đó")
    told.planned = goes_on or is_planned(before)  # `sẽ miễn nhiệm ông A; bầu ông B`
    return not told.planned and is_done(before, after, aimed=act.act in ("appointed", "dismissed"))


_LONGEST_PRAISE = 90
"""`15 đồng chí |tiêu biểu về phẩm chất, năng lực, uy tín được đại hội| bầu vào`"""
_OF_AN_ASSOCIATION = ("hội viên", "đoàn viên", "đảng viên", "luật gia", "doanh nhân", "cựu chiến binh")


def _count_as_subject(told: Telling, act: Piece) -> Piece | None:
    """`có 49 đồng chí trúng cử`, `14 người được bầu vào`."""
    if told.group or told.passive:
        return None
    before = [p for p in told.pieces if told.last_stop <= p.span.start and p.span.stop <= act.span.start]
    places = [place for place, p in enumerate(before) if p.kind is Kind.COUNT and p.voice]
    if not places:
        return None
    count, between = before[places[-1]], before[places[-1] + 1 :]
    if count.voice in _OF_AN_ASSOCIATION and "đại biểu" in told.folded[act.span.stop :]:
        return None  # `Hội có 7 hội viên trúng cử đại biểu HĐND tỉnh`: no council of seven
    gap = told.gap(count, act)
    if len(gap) >= _LONGEST_PRAISE or regex.search(r"[;.%]", gap) or regex.match(r"\s*(?:,|và)", gap):
        return None
    if any(p.kind not in (Kind.PASSIVE, Kind.BODY, Kind.HAS) for p in between):
        return None
    return count if act.voice == "self" or any(p.kind is Kind.PASSIVE for p in between) else None
