"""What the verb or the link that leads to an office says: which act fills it, and who holds it then."""

from __future__ import annotations

from congressx.extractors.elections.moods import is_not_taken, is_of_those_in_office
from congressx.extractors.elections.pieces import ASIDE, Kind, Piece
from congressx.extractors.elections.record import Act
from congressx.extractors.elections.telling import Telling
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_DECISION = Pattern(phrase(r"(?<!\p{L})quyết định(?!\p{L}| số)"))
"""`nhận quyết định giữ chức`, `trao quyết định cho ông A làm`."""
AGAIN = Pattern(phrase(r"tiếp tục|tái|bầu lại"))
"""`được bầu tiếp tục giữ chức`: the office was his before."""


def act_of(told: Telling, lead: Piece) -> str:
    """The act that leads to an office: empty when there is no verb, `none` when nothing was filled."""
    if lead.kind is Kind.ACT:
        return told.act.act if told.act and told.done else "none"
    if is_not_taken(told.moods[: lead.span.start], lead.span.of(told.folded)):
        return "none"
    if told.act is not None:
        return _act_of_link(told, told.act, lead)
    before = told.moods[told.clause_start(lead.span.start) : lead.span.start]
    if is_of_those_in_office(before):
        return "none"
    return "appointed" if _DECISION.search(before) else ""


def _act_of_link(told: Telling, act: Piece, lead: Piece) -> str:
    """A link may tell of another act than the verb before it."""
    left = act.act == "dismissed" and "tham gia" in act.span.of(told.folded)
    if left and not told.used:
        return "none" if "tham gia" in lead.span.of(told.folded) else "appointed"
    if left or (act.act == "none" and act.voice == "self"):
        return "appointed"  # `thôi tham gia Đảng bộ huyện để giữ chức …`
    if not told.done:
        return "none"
    if told.used and act.act == "dismissed":
        return "appointed"  # `thôi giữ chức Bí thư để giữ chức …`
    since = max(told.last_stop, act.span.stop)
    next_one = told.used and bool(told.group) and (act.voice == "self" or ";" in told.folded[since : lead.span.start])
    if act.act == "re_elected" and next_one and not AGAIN.search(told.folded, since, lead.span.start):
        return "elected"  # `ông A được bầu lại làm Bí thư, bà B làm Phó Bí thư`
    since = max(since, told.folded.rfind(";", since, lead.span.start))
    again = act.act == "elected" and AGAIN.search(ASIDE.sub("", told.folded[since : lead.span.start]))
    return "re_elected" if again else act.act


def persons_led_to(told: Telling, lead: Piece | None) -> list[Piece]:
    """Who holds what is filled: named between verb and link, before `được`, or those the last event was about."""
    linked = lead is not None and lead.kind is Kind.LINK
    if linked and told.group:
        return list(told.group)
    if told.passive or told.subject:
        return list(told.passive or told.subject)  # who stands before a later `được` is nearer than the verb's subject
    goes_on = linked or (told.act is not None and told.act.voice == "self")
    alone = told.muted or told.count or told.subject_count
    if lead is not None and linked and not told.buffer:
        return _freed(told, lead)
    return list(told.buffer) if goes_on and not alone else []


_TO_TAKE = Pattern(phrase(r"\s*,?\s*để\s*"))


def _freed(told: Telling, lead: Piece) -> list[Piece]:
    """`miễn nhiệm Chủ tịch UBND huyện đối với ông A |để| nhận nhiệm vụ Bí thư Huyện ủy`: who was named behind the office lost."""
    lost = told.last[-1] if told.last else None
    if lost is None or lost.act is not Act.DISMISSED or len(lost.persons) != 1:
        return []
    return list(lost.persons) if _TO_TAKE.fullmatch(told.gap(lost.persons[0], lead)) else []
