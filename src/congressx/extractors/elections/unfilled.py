"""A verb that named no office: `49 đồng chí trúng cử`, `cách chức ông A`.

A neighbouring sentence says what was filled, or the title of the person does: `miễn nhiệm ông A - nguyên Chủ tịch UBND`.
"""

from __future__ import annotations

from congressx.extractors.elections.events import COMMITTEES, SEVERAL, Event, heads_council_board
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.telling import Telling, filled_by
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_OF_THE_CENTRE = Pattern(phrase(r"\s*(?:chính thức )?(?:bch |ban chấp hành )?(?:trung ương|tw|t\.ư|tư)(?!\p{L})"))
"""`200 ủy viên Trung ương khóa mới đã được đại hội bỏ phiếu bầu`."""
_RIGHT_BEHIND = Pattern(r"[^,;:.]{0,40}")
"""`cách chức ông A`, `miễn nhiệm đồng chí đại tá A`."""
_TOWARDS = Pattern(phrase(r"[^,;:.]{0,80} (?:đối với|của) [^,;:.]{0,20}"))
"""`cách chức tất cả các chức vụ trong Đảng đối với ông A`."""
_HELD = Pattern(phrase(r"[\s,-]*(?:nguyên\s+)?"))
"""What stands between a person and the office: `ông A, nguyên Chủ tịch`."""


def end_act(told: Telling) -> None:
    """An act that named no office: a neighbour says what was filled."""
    act = told.act
    if act is None or told.used or not told.done:
        return
    told.used = True
    if act.act == "re_elected" and _with_colleagues(told, act):
        return
    if act.act in _FILLS and (offices := _counted_offices(told, act)) is not None:
        _sized_offices(told, act, *offices)
    elif act.act in (*_FILLS, "appointed") and told.replacing and told.replacing[1]:
        word, persons = told.replacing
        span = persons[0].span.cover(word.span).cover(act.span)
        told.events.append(Event(Act(act.act), None, None, word.span, span, persons))
    elif act.voice == "self" and act.act in ("elected", "re_elected"):
        _unnamed(told, act)
    elif act.act == "dismissed":
        _dismissed_person(told, act)
    elif act.span.of(told.folded) == "ra mắt":
        _presented(told, act)
    elif act.act in CHOOSES and told.count is not None and _is_of_members(told, act, told.count):
        _sized(told, act, None, told.count)
    elif told.subject_count is not None and _OF_THE_CENTRE.match(told.folded, told.subject_count.span.stop):
        _sized(told, act, Body.EXECUTIVE_COMMITTEE, told.subject_count)
    elif told.subject_count is not None and (body := _seats_in(told, act, told.subject_count)) is not None:
        _sized(told, act, body, told.subject_count)
    elif told.count is not None and told.count.voice == "đại biểu" and _is_by_the_people(told, act):
        _sized(told, act, Body.OTHER, told.count)


_FILLS = ("elected", "re_elected", "supplementary")
_JUST_NOW = Pattern(
    phrase(r"\s*(?:(?:đã|vừa|mới|đều|cũng|tiếp tục|được|hđnd|tỉnh|thành phố|tp|huyện|xã|các đại biểu)\s*)*")
)


def _counted_offices(told: Telling, act: Piece) -> tuple[Piece, Piece] | None:
    """`3 Phó Chủ tịch UBND đã được bầu`, `5 Phó Chủ tịch UBND tái đắc cử`: so many now hold the office."""
    before = [p for p in told.before(act.span.start) if p.kind is not Kind.PASSIVE][-2:]
    if [p.kind for p in before] != [Kind.COUNT, Kind.OFFICE]:
        return None
    count, office = before
    several = office.body in SEVERAL and (count.number or 0) > 1 and told.counts(count, office)
    return (count, office) if several and _JUST_NOW.fullmatch(told.gap(office, act)) else None


def _sized_offices(told: Telling, act: Piece, count: Piece, office: Piece) -> None:
    focus = count.span.cover(office.span)
    told.events.append(Event(Act(act.act), office.body, office.org, focus, focus.cover(act.span), seats=count.number))


def _sized(told: Telling, act: Piece, body: Body | None, count: Piece) -> None:
    span = act.span.cover(count.span)
    told.events.append(Event(Act(act.act), body, None, count.span, span, seats=count.number))


def _seats_in(told: Telling, act: Piece, count: Piece) -> Body | None:
    """`hai ủy viên UBND tỉnh được bầu bổ sung`"""
    after = next((p for p in told.pieces if p.span.start >= count.span.stop), None)
    if after is None or after.kind is not Kind.BODY or told.gap(count, after).strip() or act.act not in CHOOSES:
        return None
    ends = _CLAUSE_ENDS.match(told.folded, act.span.stop) is not None
    return after.body if ends and count.voice.endswith(("ủy viên", "thành viên")) else None


CHOOSES = ("elected", "supplementary", "consulted")
_MEMBERS = (
    "đồng chí", "đ/c", "người", "vị", "ủy viên", "thành viên", "ông, bà", "ông bà", "anh, chị", "anh chị", "chị", "anh",
    "bạn", "nhà giáo", "hội viên", "đoàn viên", "luật gia", "nhà báo", "cựu chiến binh",
)  # fmt: skip
_CLAUSE_ENDS = Pattern(phrase(r"\s*(?:$|[.,;:)(]|(?:ngay|theo|với|đạt|đúng|và)(?!\p{L}))"))
_CANDIDATES = Pattern(phrase(r"ứng viên|ứng cử|đề cử"))
"""`có 26 ứng viên, bầu 20 người`: so many are to be elected."""
_IN_FULL = ("bầu xong", "bầu đủ", "chọn đủ", "bầu chọn đủ")
_BY_A_MEETING = Pattern(phrase(r"(?<!\p{L})(?:đại hội|hội nghị|chi bộ|đảng bộ|công đoàn|hội viên|đoàn viên)(?!\p{L})"))


def _is_by_the_people(told: Telling, act: Piece) -> bool:
    """`Cử tri đã bầu 25 đại biểu`, `xã đã bầu xong 26 đại biểu`, not `đại hội đã bầu 5 đại biểu`."""
    full = act.span.of(told.folded) in _IN_FULL and not _BY_A_MEETING.search(told.folded)
    return full or "cử tri" in told.folded


def _is_of_members(told: Telling, act: Piece, count: Piece) -> bool:
    """`kết quả bầu được 15 đồng chí`: a neighbour names the body."""
    ends = _CLAUSE_ENDS.match(told.folded, count.span.stop) is not None
    return ends and count.voice in _MEMBERS and told.leads(act, count) and not _CANDIDATES.search(told.folded)


_IN = Pattern(phrase(r"\s*(?:(?:trong|của|là|ủy viên|thành viên)\s*)*"))
_NOW = Pattern(phrase(r"[\s,]*(?:[\p{L}\s]{0,20}?(?:khóa|nhiệm kỳ) [^,;:]{1,14})?\s*(?:(?:đã|vừa|mới|chính thức)\s*)*"))


def _presented(told: Telling, act: Piece) -> None:
    """`52 người trong Ban Chấp hành ra mắt đại hội`: a committee is presented after it was elected."""
    before = told.before(act.span.start)[-2:]
    if [p.kind for p in before] != [Kind.COUNT, Kind.BODY] or not before[0].voice or before[1].voice:
        return
    count, body = before
    if not _IN.fullmatch(told.gap(count, body)) or not _NOW.fullmatch(told.gap(body, act)):
        return
    event = Event(Act(act.act), body.body, body.org, count.span.cover(body.span), count.span.cover(act.span))
    event.seats = count.number
    told.open(event, act.span.stop)


def _with_colleagues(told: Telling, act: Piece) -> bool:
    """`Ông A - Chủ tịch UBND tỉnh cùng 4 Phó Chủ tịch đều được tái cử`: all keep the offices they are named by."""
    before = [p for p in told.before(act.span.start) if p.kind is not Kind.PASSIVE][-4:]
    if len(before) < 4 or [p.kind for p in before[1:]] != [Kind.OFFICE, Kind.COUNT, Kind.OFFICE]:
        return False
    name, head, count, office = before
    together = _TOGETHER.fullmatch(told.gap(head, count)) and told.counts(count, office)
    if name.kind is not Kind.NAME or not together or not _HELD.fullmatch(told.gap(name, head)):
        return False
    span = name.span.cover(act.span)
    told.events.append(Event(Act(act.act), head.body, head.org, act.span, span, [name]))
    told.events.append(Event(Act(act.act), office.body, office.org or head.org, office.span, span, seats=count.number))
    return True


_TOGETHER = Pattern(phrase(r"[\s,-]*(?:cùng|và)(?: với)?(?: cả)?\s*"))


def _unnamed(told: Telling, act: Piece) -> None:
    """`15 đồng chí trúng cử`, `ông A tái đắc cử`: the office may still stand before the name."""
    first = told.subject[0] if told.subject else told.subject_count
    if first is None:
        _as_proposed(told, act)
        return
    span = first.span.cover(act.span)
    event = Event(Act(act.act), _office_of_subject(told), None, act.span, span, list(told.subject))
    event.seats = None if told.subject else first.number
    council = None if told.subject else _council_before(told, first) or _of_whom(told, first)
    if council is not None and act.act == "elected":
        event.body, event.org, event.span = council.body, council.org, council.span.cover(act.span)
    told.events.append(event)
    told.last, told.last_stop = [event], act.span.stop


_OWN = Pattern(phrase(r"[\s,]*(?:của [^,;.]{2,40})?"))


def _council_before(told: Telling, count: Piece) -> Piece | None:
    """`HĐND tỉnh khóa XII có 60 đại biểu trúng cử`: they sit in the council that has them."""
    before = told.before(count.span.start)[-2:]
    if [p.kind for p in before] != [Kind.BODY, Kind.HAS]:
        return None
    ends = _CLAUSE_ENDS.match(told.folded, told.act.span.stop) if told.act else None
    if before[0].voice != "member" and (ends is None or before[0].body not in COMMITTEES):
        return None  # `Ban Chấp hành có 5 người trúng cử lần đầu`
    has = before[1].span.of(told.folded) == "có" and _OWN.fullmatch(told.gap(before[0], before[1]))
    return before[0] if has else None


def _of_whom(told: Telling, count: Piece) -> Piece | None:
    """`15 ủy viên Ban Chấp hành trúng cử`: the body right behind the number."""
    after = next((p for p in told.pieces if p.span.start >= count.span.stop), None)
    if after is None or after.kind is not Kind.BODY or after.voice or told.gap(count, after).strip():
        return None
    return after if count.voice.endswith(("ủy viên", "thành viên")) else None


_AND = Pattern(phrase(r"\s*,?\s*(?:và|đã|cũng|\s)*"))


def _as_proposed(told: Telling, act: Piece) -> None:
    """`ông A được giới thiệu bầu làm Chủ tịch và trúng cử`: he won what he was proposed for."""
    if told.proposed is None or not _AND.fullmatch(told.folded, told.last_stop, act.span.start):
        return
    slot, persons = told.proposed
    span = slot.span.cover(act.span)
    event = Event(Act(act.act), filled_by(slot, None), slot.org, slot.head or slot.span, span, list(persons))
    told.open(event, act.span.stop)


def _office_of_subject(told: Telling) -> Body | None:
    """`Ba Phó Chủ tịch là các ông A, B, C cũng tái đắc cử`, `Tổng Bí thư A tái đắc cử`."""
    if not told.subject:
        return None
    if heads_council_board(told.folded[: told.subject[0].span.start]):
        return Body.COUNCIL_OFFICE
    before = told.before(told.subject[0].span.start)[-3:]
    if before and before[-1].body is Body.SECRETARY and told.gap(before[-1], told.subject[0]).strip() in ("", "là"):
        return Body.SECRETARY
    if len(before) > 1 and before[-1].kind is Kind.OFFICE and before[-2].kind is Kind.COUNT:
        named = not told.gap(before[-1], told.subject[0]).strip(" (") and before[-2].number == len(told.subject)
        return filled_by(before[-1], before[-2]) if named and told.counts(before[-2], before[-1]) else None
    if len(before) < 2 or before[-1].kind is not Kind.HAS or before[-2].kind is not Kind.OFFICE:
        return None
    count = before[0] if len(before) > 2 and before[0].kind is Kind.COUNT else None
    return filled_by(before[-2], count)


_POSTS = Pattern(phrase(r"chức vụ|các chức"))
"""`cách chức tất cả các chức vụ trong Đảng đối với ông A, Trưởng phòng`: no office is named, not the one of his title."""


def _dismissed_person(told: Telling, act: Piece) -> None:
    """`miễn nhiệm ông A - nguyên Chủ tịch UBND tỉnh`; of `quyết định cách chức ông A` nobody knows which office."""
    verb = act.span.of(told.folded)
    if not told.group or verb not in ("cách chức", "miễn nhiệm", "bãi nhiệm"):
        return
    person = told.group[0]
    gap = told.gap(act, person)
    if not _RIGHT_BEHIND.fullmatch(gap) and not (verb == "cách chức" and _TOWARDS.fullmatch(gap)):
        return
    if _POSTS.search(gap):
        return
    title = next((p for p in told.pieces if p.span.start >= person.span.stop), None)
    if title is None or title.kind is not Kind.OFFICE or not _HELD.fullmatch(told.gap(person, title)):
        return
    span = act.span.cover(title.span)
    told.events.append(Event(Act.DISMISSED, title.body, title.org, act.span, span, list(told.group)))
