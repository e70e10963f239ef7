"""What: an office or a body that a verb or a link leads to, or that is joined to one filled already.

`được bầu làm Bí thư` leads to it, `Phó Bí thư, Chủ tịch UBND` joins a second one, which is held by the same persons.
"""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.elections.dashes import before_a_dash, in_a_result
from congressx.extractors.elections.elided import named_right_before
from congressx.extractors.elections.events import COMMITTEES, SEVERAL, WORKING, Event, heads_a_board
from congressx.extractors.elections.leads import AGAIN, act_of, persons_led_to
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.sizes import counts_candidates
from congressx.extractors.elections.telling import Telling, filled_by
from congressx.extractors.elections.working import heads_working_body
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.honorifics import ADDRESS
from congressx.vietnamese.spelling import phrase

_JOINT = Pattern(
    phrase(
        r"\)?(?:\s*\([^()]{1,60}\))?\s*(?:[,;:-]|và|kiêm|cùng|đồng thời là|đồng thời|(?=\s*ra\s))\s*(?:và\s*|kiêm\s*)?"
        r"(?:(?:cả|các|chức vụ|chức danh|chức|giữ|ra|thêm|ủy viên)\s*)*"
    )
)
"""What joins a second office or body to the first."""
_MEMBER_BEFORE = Pattern(phrase(r"(?:ủy viên|thành viên|đại biểu|uv|trúng cử(?: vào)?|đắc cử(?: vào)?)\s*$"))
"""`bầu làm ủy viên Hội đồng`, `trúng cử Hội đồng` fill a seat; `bầu Chủ tịch Hội đồng` does not fill the council."""
_STATE = Pattern(phrase(r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|sở)(?!\p{L})"))
_OF_THE_PARTY = frozenset(
    (
        Body.SECRETARY, Body.STANDING_DEPUTY_SECRETARY, Body.DEPUTY_SECRETARY, Body.STANDING_COMMITTEE,
        Body.INSPECTION_COMMITTEE, Body.INSPECTION_CHAIR,
    )
)  # fmt: skip
"""Offices whose organisation is never one of the state: `Chủ tịch UBND huyện, Phó Bí thư`."""
_PARTY_SEATS = _OF_THE_PARTY | {Body.EXECUTIVE_COMMITTEE}
_TO_COME = Pattern(phrase(r"(?:khóa|nhiệm kỳ) (?:mới|tới|sau)"))
_UNDER = Pattern(phrase(r"(?<!\p{L})do (?:(?:đồng chí|đ/c|ông|bà|anh|chị|thủ tướng|phó thủ tướng|\p{L}+ trưởng) )?$"))
"""`Hội đồng do ông A làm Chủ tịch`: who heads it, not who was chosen."""
_SPEAKS = Pattern(
    phrase(
        r" \p{L}+(?: \p{L}+)? (?:cho biết|cho hay|nói|nhấn mạnh|khẳng định|chia sẻ|trả lời|phát biểu|đánh giá|cho rằng)(?!\p{L})"
    )
)
_OPENS = Pattern(phrase(r"\W*(?:ngay sau khi |vừa |mới )?được (?:\p{L}+ ){0,4}"))
"""`Vừa được đại hội tín nhiệm bầu …`: a clause that opens a sentence says who won only after its comma."""


def read_slot(told: Telling, slot: Piece, at: int) -> None:
    """An office or body is filled when a verb or link leads to it, or when it is joined to one that is."""
    told.bare = slot if slot.kind is Kind.BODY and not slot.voice else None
    if _is_title_in_list(told, slot, at):
        return
    if slot.voice == "member" and not _MEMBER_BEFORE.search(told.folded[: slot.span.start]):
        return
    before = told.pieces[max(0, at - 2) : at]
    count = before[-1] if before and told.counts(before[-1], slot) else None
    lead = _lead(told, before, count, slot)
    if slot.voice == "same":
        slot = _named_before(told, slot) or slot
    if slot.span.of(told.folded).startswith("tư cách") and not (told.act and told.act.act == "dismissed"):
        return  # `công nhận tư cách đại biểu`: who was elected is told elsewhere
    if lead is not None:
        _fill(told, slot, lead, count or _count_before(told, lead))
    elif (name := in_a_result(told, slot, at)) is not None:
        _give(told, slot, name, None)
    elif (name := before_a_dash(told, slot, at)) is not None:
        _give(told, slot, name, _act_of_list(told))
    elif (link := _goes_on_with_is(told, slot, at)) is not None:
        _fill(told, slot, link, count)
    elif (name := named_right_before(told, slot, at)) is not None:
        _give(told, slot, name, told.last[-1].act)
    elif told.last and _is_joined(told, slot, count) and not _has_own_holders(told, slot, count, at):
        _fill_too(told, slot, count)


def _act_of_list(told: Telling) -> Act | None:
    """`bổ nhiệm: ông A - Giám đốc; ông B - Phó Giám đốc`: that of the item before, of the first item that of the verb."""
    if told.events:
        return told.events[-1].act
    return Act(told.act.act) if told.act else Act.ELECTED


def _give(told: Telling, slot: Piece, name: Piece, first: Act | None) -> None:
    """Fills the office with the one named by the act `first`, and goes on with the list that names them."""
    head = slot.head or slot.span
    shared = slot.body in SEVERAL and (":" in told.gap(name, slot) or _are_joined(told))
    persons = list(told.group) if shared and told.group and told.group[-1] is name else [name]
    act = Act.ELECTED if first is Act.RE_ELECTED else first
    span = persons[0].span.cover(slot.span)
    event = Event(act, slot.body, slot.org, head, span, persons, head=head.of(told.folded))
    listed, told.group = told.collecting, []
    told.open(event, slot.span.stop)
    told.used, told.collecting = True, listed


_AND = Pattern(phrase(rf"\s*và (?:(?:{ADDRESS}) )?"))


def _are_joined(told: Telling) -> bool:
    """`ông A |và bà B| - Phó Chủ tịch`: both hold it."""
    return len(told.group) == 2 and _AND.fullmatch(told.gap(*told.group)) is not None


_FROM_ELECTION = Pattern(
    phrase(rf"(?:,? (?:với|đạt) [^;]{{1,60}}(?=;))?[\s,;:]*(?:(?:trong đó|còn|và|các|{ADDRESS})(?!\p{{L}})[\s,:]*)*")
)
_OFFICE_ENDS = Pattern(phrase(r"\s*(?:$|[.,;)]|(?:và|của|khóa|nhiệm kỳ)(?!\p{L}))"))


_TITLE_IN_BRACKETS = Pattern(r"\s*(?:\([^()]*\)\s*)?")


def _goes_on_with_is(told: Telling, slot: Piece, at: int) -> Piece | None:
    """`bầu ông A làm Chủ tịch; bà B là Phó Chủ tịch`: the `là` that leads to an office, as `làm` would."""
    before = told.pieces[max(0, at - 2) : at]
    if [p.kind for p in before] != [Kind.NAME, Kind.HAS] or not told.group or before[0] is not told.group[-1]:
        return None
    link, chosen = before[1], told.events[-1] if told.events else None
    if (
        link.span.of(told.folded) != "là"
        or not _TITLE_IN_BRACKETS.fullmatch(told.gap(before[0], link))
        or told.gap(link, slot).strip()
    ):
        return None
    if chosen is None or chosen.act in (None, Act.DISMISSED) or not told.done or slot.kind is not Kind.OFFICE:
        return None
    opens = _FROM_ELECTION.fullmatch(told.folded, told.last_stop, told.group[0].span.start)
    ends = _OFFICE_ENDS.match(told.folded, slot.span.stop)
    return replace(link, kind=Kind.LINK) if opens and ends else None


def _is_of_several(event: Event) -> bool:
    return event.body is None or (event.body in SEVERAL and event.seats is not None)


def _is_title_in_list(told: Telling, slot: Piece, at: int) -> bool:
    """`Đoàn Chủ tịch gồm 7 vị: Bí thư Tỉnh ủy Lê Văn An, …`: offices by which the members are named."""
    listed = [e for e in told.last[-1:] if e.body in WORKING or (_is_of_several(e) and told.collecting)]
    if not listed or slot.kind is not Kind.OFFICE or ";" in told.folded[told.last_stop : slot.span.start]:
        return False
    after = told.pieces[at + 1 : at + 2]
    named = bool(after) and after[0].kind is Kind.NAME and not told.gap(slot, after[0]).strip()
    if named and not told.collecting:
        told.collecting = listed
    return named


def _lead(told: Telling, before: list[Piece], count: Piece | None, slot: Piece) -> Piece | None:
    """The verb or link right before the slot and its number: `bầu 4 Phó Bí thư`, `được bầu là Bí thư`."""
    is_named = len(before) > 1 and before[-1].kind is Kind.HAS and before[-1].span.of(told.folded) == "là"
    is_listed = len(before) > 1 and before[-1].span.of(told.folded) == ":" and count is None
    if count is not None or is_named or is_listed:
        before = before[:-1]
    lead = before[-1] if before else None
    if lead is None or lead.kind not in (Kind.ACT, Kind.LINK) or not told.leads(lead, count or slot):
        return None
    if lead.kind is Kind.ACT and told.gap(lead, count or slot).strip() == "của":
        return None  # `quyết định phân công của Bộ Chính trị`: who decides
    return lead


_FOR_THE_FIRST_TIME = Pattern(phrase(r"(?<!\p{L})lần đầu(?!\p{L})"))
"""`12 đồng chí tái cử, 3 đồng chí lần đầu tham gia Ban Chấp hành`: a part of its members"""


def _count_before(told: Telling, lead: Piece) -> Piece | None:
    """`bầu 14 người vào Ban Thường vụ`, `trong đó có 14 người vào Ban Thường vụ`."""
    if lead.kind is not Kind.LINK:
        return None
    place = told.pieces.index(lead)
    before = told.pieces[place - 1] if place else None
    counted = before is not None and before.kind is Kind.COUNT and not counts_candidates(told, before)
    if before is not None and counted and before.voice and len(told.gap(before, lead)) < 40:
        return None if _FOR_THE_FIRST_TIME.search(told.gap(before, lead)) else before
    return told.count if told.count and told.count.voice else None


def _is_joined(told: Telling, slot: Piece, count: Piece | None) -> bool:
    """`giữ chức Phó Bí thư kiêm Trưởng ban Tổ chức`: nothing but a joint since the last office."""
    if slot.org is None and _SPEAKS.match(told.folded, slot.span.stop):
        return False  # `…, Bí thư Nhân cho biết`
    return _JOINT.fullmatch(told.folded, told.last_stop, (count or slot).span.start) is not None


def _has_own_holders(told: Telling, slot: Piece, count: Piece | None, at: int) -> bool:
    """`… và ba Phó Bí thư là: ông A, bà B`."""
    if slot.kind is not Kind.OFFICE or not told.last[-1].persons:
        return False
    after = told.pieces[at + 1 : at + 3]
    if [p.kind for p in after] == [Kind.PASSIVE, Kind.ACT] and not told.gap(slot, after[0]).strip():
        return True  # `…; hai Phó Bí thư được bầu là bà A và ông B`
    if count is not None and (count.number or 0) > 1:
        return any(p.kind in (Kind.HAS, Kind.NAME) for p in after)
    if after and after[0].kind is Kind.NAME and not told.gap(slot, after[0]).strip():
        return True  # `…, Phó Bí thư Trần Văn Bình sẽ thay`: the title of the next person
    follows = [p.kind for p in after] == [Kind.HAS, Kind.NAME]
    return follows or (";" in told.folded[told.last_stop : slot.span.start] and not _lost_too(told, slot))


def _lost_too(told: Telling, slot: Piece) -> bool:
    """`kỷ luật ông A bằng hình thức: cách chức Ủy viên Trung ương; Phó Bí thư Thành ủy`: nobody else is named behind it."""
    if told.last[-1].act is not Act.DISMISSED:
        return False
    after = [p.kind for p in told.pieces if p.span.start >= slot.span.stop]
    clause = after[: after.index(Kind.BREAK)] if Kind.BREAK in after else after
    return not {Kind.NAME, Kind.ACT, Kind.STOP, Kind.PASSIVE} & set(clause)


def _named_before(told: Telling, same: Piece) -> Piece | None:
    """`cử bà A - Chủ tịch Hội - tiếp tục giữ chức vụ này`: the office just named, or the one of those listed before."""
    before = told.before(same.span.start)
    persons = [p for p in before if p.kind is Kind.NAME]
    offices = [p for p in before if p.kind is Kind.OFFICE and p.body]
    if not persons or not offices:
        return None
    listed = len(offices) == 1 and offices[0].span.stop <= persons[0].span.start
    if not listed and offices[-1].span.start < persons[-1].span.stop:
        return None
    lost = told.act is not None and told.act.act == "dismissed"
    if not lost and not AGAIN.search(told.folded, persons[-1].span.stop, same.span.start):
        return None  # the office won, not the one held until now
    return replace(offices[-1], span=same.span, head=same.span)


def _fill(told: Telling, slot: Piece, lead: Piece, count: Piece | None) -> None:
    """The office or body that `lead` leads to, held by those the verb is about: `ông A được bầu làm Bí thư`."""
    if heads_working_body(told, slot, lead):
        _close(told, slot, collecting=told.last)
        return
    act = act_of(told, lead)
    if act != "none" and told.act is not None and told.act.span.of(told.folded) in _ADOPTS:
        act = act if slot.body in WORKING else "none"  # of any other body a list of candidates is adopted
    if told.act is not None and slot.kind is Kind.OFFICE and _PICKS.match(told.act.span.of(told.folded)):
        act = ""  # `đã chọn 15 đồng chí vào Ban Chấp hành` elects, `đã chọn ông A làm Trưởng ban` need not
    if act == "dismissed" and _TO_COME.search(slot.span.of(told.folded)):
        act = "none"  # `thôi tham gia Ban Chấp hành khóa mới`: not a seat anyone had
    if act == "" and told.group and not told.events and _UNDER.search(told.folded[: told.group[0].span.start]):
        act = "none"
    if act == "none":
        told.proposed = _proposal(told, slot, lead) or told.proposed
    else:
        persons = persons_led_to(told, lead)
        event = _event(told, slot, count, Act(act) if act else None, persons)
        event.span = event.span.cover(lead.span)
        event.joins = slot.kind is Kind.BODY and _joins_in_passing(told, lead, event.act)
        event.seats = _seats(told, event, count or (None if persons else told.subject_count))
        told.last = [event]
        opens = told.act is not None and _OPENS.fullmatch(told.folded, 0, told.act.span.start)
        told.unheld = event if opens and not persons else None
    _close(told, slot)


_SO_AS_TO = Pattern(phrase(r"(?<!\p{L})để\s*$"))


def _joins_in_passing(told: Telling, lead: Piece, act: Act | None) -> bool:
    """`thôi tham gia Ban Thường vụ`, `chỉ định tham gia Ban Thường vụ, giữ chức …`: told in passing; `bầu … tham gia` fills a seat."""
    if "tham gia" not in lead.span.of(told.folded):
        return False
    return act in (Act.DISMISSED, Act.APPOINTED) or _SO_AS_TO.search(told.folded[: lead.span.start]) is not None


_ADOPTS = ("thông qua danh sách", "biểu quyết thông qua danh sách", "biểu quyết thông qua")
_PICKS = Pattern(phrase(r"(?:đã )?(?:lựa )?chọn(?: ra| được)?$"))
_PROPOSES = Pattern(phrase(r"(?:nhất trí |tiếp tục |được )?(?:giới thiệu|đề cử)"))


def _proposal(told: Telling, slot: Piece, lead: Piece) -> tuple[Piece, list[Piece]] | None:
    """`ông A được giới thiệu bầu làm Chủ tịch`: the office and who may come to hold it."""
    before = told.before(slot.span.start)
    proposed = any(p.kind is Kind.ACT and _PROPOSES.fullmatch(p.span.of(told.folded)) for p in before)
    persons = persons_led_to(told, lead) if proposed else []
    return (slot, persons) if persons else None


def _fill_too(told: Telling, slot: Piece, count: Piece | None) -> None:
    """A second office or body, joined to the first: `giữ chức Phó Bí thư, Chủ tịch UBND`."""
    first = told.last[-1]
    persons = persons_led_to(told, None) if first.seats else list(first.persons)
    if slot.kind is Kind.BODY and ";" in told.folded[told.last_stop : slot.span.start]:
        persons = []  # `ông A giữ chức Bí thư; Ủy ban Kiểm tra gồm 5 người`
    if count is not None and (count.number or 0) > max(1, len(persons)):
        persons = []  # `bầu ông A làm Chủ tịch, 5 Phó Chủ tịch`: others hold these
    act = first.act
    if slot.kind is Kind.BODY and act is Act.RE_ELECTED and ";" in told.folded[told.last_stop : slot.span.start]:
        act = Act.ELECTED  # `9 người tái cử; Ban Thường vụ có 5 người`
    event = _event(told, slot, count, act, persons)
    event.org = event.org or _shared_organisation(told, first, event)
    _say_whose(told, event)
    event.joins = slot.kind is Kind.BODY and first.joins
    if not event.joins and first.act is Act.DISMISSED:
        for other in told.last:
            other.joins = False  # `thôi tham gia Ban Chấp hành và Chủ tịch Hội`: both are lost
    event.seats = _seats(told, event, count)
    told.last = [*told.last, event]
    told.chains = [chain for chain in told.chains if chain[0] is not first and chain[0] is not told.last[0]]
    told.chains.append(told.last)
    _close(told, slot)


def _shared_organisation(told: Telling, first: Event, event: Event) -> Span | None:
    if first.org is not None and event.body in _OF_THE_PARTY and _STATE.match(told.folded, first.org.start):
        return None
    return first.org


_WHOSE_IS_SAID_LAST = Pattern(
    phrase(r"(?:ủy viên )?(?:ban chấp hành|bch|ban thường vụ|btv)|ủy viên thường vụ|đảng ủy viên|(?:phó )?bí thư")
)


def _say_whose(told: Telling, event: Event) -> None:
    """`tham gia Ban Chấp hành, Ban Thường vụ |Huyện ủy Tân Khê|`: party seats of one person, whose they are said last."""
    org = event.org
    if org is None or event.body not in _PARTY_SEATS:
        return
    for other in told.last:
        named = other.body in _PARTY_SEATS and _WHOSE_IS_SAID_LAST.fullmatch(other.head)
        if other.org is None and other.seats is None and named and other.persons == event.persons:
            other.org = org


def _event(told: Telling, slot: Piece, count: Piece | None, act: Act | None, persons: list[Piece]) -> Event:
    head = slot.head or slot.span
    focus = head.cover(count.span) if count else head
    start = min(slot.span.start, focus.start, *(person.span.start for person in persons))
    span = Span(start, slot.span.stop)
    event = Event(act, filled_by(slot, count), slot.org, focus, span, persons, head=head.of(told.folded))
    inspects = any(e.body is Body.INSPECTION_COMMITTEE for e in told.events)
    if event.body is Body.OTHER and heads_a_board(event.head) and inspects:
        event.body = Body.INSPECTION_CHAIR  # `bầu Ủy ban Kiểm tra gồm 5 người, ông A làm Chủ nhiệm`
    told.events.append(event)
    told.buffer = list(persons)
    return event


def _close(told: Telling, slot: Piece, collecting: list[Event] | None = None) -> None:
    """Forgets who stood before the office: the next name or number belongs to what follows."""
    told.last_stop, told.used = slot.span.stop, True
    told.group, told.passive, told.collecting = [], None, list(collecting or [])
    told.count = told.subject_count = told.group_count = None


def _seats(told: Telling, event: Event, count: Piece | None) -> int | None:
    """The number of seats, unless more persons are named: it then counts something else."""
    if event.act is Act.DISMISSED:
        return None  # `miễn nhiệm 3 Phó Chủ tịch`: no seats were filled
    if count is None and told.group_count is not None and told.group_count.number == len(event.persons):
        count = told.group_count  # `hai đồng chí A và B được bầu`
    if count is None or count.number is None or len(event.persons) > count.number:
        return None
    one_more = event.act is Act.SUPPLEMENTARY and event.body in SEVERAL
    vague = not event.persons and (event.act is Act.APPOINTED or (count.number == 1 and not one_more))
    whole = count.number > 1 and any(noun in count.voice for noun in ("thành viên", "đại biểu"))
    if vague and not whole and event.body not in COMMITTEES | {Body.SECRETARIAT}:
        return None  # `bổ nhiệm 3 Phó Giám đốc`, not `phê chuẩn 20 thành viên Chính phủ`, `chỉ định 45 đại biểu HĐND`
    return count.number


_OF_THE_UNION = Pattern(phrase(r"(?<!\p{L})đoàn(?!\p{L})"))
_YOUNG = Pattern(phrase(r"(?<!\p{L})(?:anh|chị) $"))


def name_secretariat(told: Telling) -> None:
    """`các anh A, B, C được bầu làm Bí thư`: those of the Youth Union's centre, more than one, are its secretariat."""
    for event in told.events:
        if event.body is not Body.SECRETARY or len(event.persons) < 2:
            continue
        young = event.org is None and _YOUNG.search(told.folded, 0, event.persons[0].span.start)
        if young or (event.org is not None and _OF_THE_UNION.search(event.org.of(told.folded))):
            event.body = Body.SECRETARIAT


def part_offices(chains: list[list[Event]]) -> None:
    """`ông A và ông B được bầu làm Chủ tịch HĐND và Chủ tịch UBND`: to each his own."""
    for chain in chains:
        persons = chain[0].persons
        offices = all(event.body not in COMMITTEES and event.seats is None for event in chain)
        if len(persons) == len(chain) and offices and all(event.persons == persons for event in chain):
            for event, person in zip(chain, tuple(persons), strict=True):
                event.persons = [person]
