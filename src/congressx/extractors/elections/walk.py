"""Walks the pieces of a sentence from left to right and puts the events together.

Who stands before a verb of its own subject (`trúng cử`, `thôi giữ chức`) or before `được` has won or lost; who stands
between a verb of its object (`bầu`, `bổ nhiệm`) and `làm`, `giữ chức` likewise; behind `gồm`, `là`, `đối với` come the
holders of what was just filled.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from congressx.extractors.elections.events import COMMITTEES, SIZED, Event, heads_a_board, heads_council_board
from congressx.extractors.elections.moods import is_done, is_news, is_not_taken, is_of_those_in_office, signs
from congressx.extractors.elections.pieces import KIN, Kind, Piece
from congressx.extractors.elections.record import Act, Body
from congressx.span import Span
from congressx.vietnamese.spelling import phrase

_FILLER = regex.compile(rf"(?:[\s:\"',]|{signs('filler')})*")
"""What may stand between a verb and the office it fills."""
_COUNTED = regex.compile(phrase(r"\s*(?:(?:tân|ủy viên|thành viên|chức danh|chức|vị|chính thức|dự khuyết)\s*)*"))
"""What may stand between a number and the office it counts."""
_JOINT = regex.compile(
    phrase(
        r"\s*(?:[,;:]|và|kiêm|cùng|đồng thời là|đồng thời)?\s*(?:và\s*)?"
        r"(?:(?:cả|các|chức vụ|chức danh|chức|giữ|ra|thêm|ủy viên)\s*)*"
    )
)
"""What joins a second office or body to the first."""
_VERBS_JOINED = regex.compile(phrase(r"\s*(?:,|và|rồi|,? ?để|,? ?đồng thời|có thời hạn|,?\s*đến)?\s*"))
"""`điều động, bổ nhiệm`, `luân chuyển và chỉ định`: one act."""
_SIZE_FOLLOWS = regex.compile(
    phrase(
        r"[\s:,(\"]*(?:(?:mới|khóa mới|nhiệm kỳ mới|lần này|đủ|ra mắt|nhiệm kỳ này)\s*,?\s*)*"
        r"(?:(?:bao gồm|gồm|với|có|là|gồm có|đã bầu|được bầu|số lượng)\s*)*[:\s]*"
    )
)
_LIST_ENDS = regex.compile(phrase(r"(?<!\p{L})(?:vì|do|để|nhằm|theo|sau khi|khi|tại|nghỉ|chuyển|nhận)(?!\p{L})|\""))
_ASIDE = regex.compile(signs("aside"))
_MEMBER_BEFORE = regex.compile(phrase(r"(?:ủy viên|thành viên|đại biểu|uv)\s*$"))
_DECISION = regex.compile(phrase(r"(?<!\p{L})quyết định(?!\p{L}| số)"))
"""`nhận quyết định giữ chức`, `trao quyết định cho ông A làm`."""
_AGAIN = regex.compile(phrase(r"tiếp tục|tái|bầu lại"))
_NEAR = regex.compile(phrase(r"\s*(?:(?:đều|cũng|tiếp tục|được)\s*)*"))
_HELD = regex.compile(phrase(r"[\s,-]*(?:nguyên\s+)?"))
_PLAIN_NOUNS = ("người", "đồng chí", "vị", "đ/c")
_DISCIPLINE = ("kỷ luật", "thi hành kỷ luật", "bị kỷ luật")
_KIN = regex.compile(phrase(KIN))


def walk(pieces: list[Piece], folded: str) -> list[Event]:
    """The events the pieces tell, in text order."""
    return _Walk(pieces, folded).read()


class _Walk:
    """What has been read so far."""

    def __init__(self, pieces: list[Piece], folded: str) -> None:
        self.folded = folded
        self.pieces = pieces
        self.events: list[Event] = []
        # the act
        self.act: Piece | None = None
        self.done = False
        self.used = True
        """Whether the act has led to an event."""
        self.disciplined = False
        """`kỷ luật ông A, cách chức …`: the act befalls who stands behind the first verb."""
        # who
        self.group: list[Piece] = []
        """Names since the last verb."""
        self.group_count: Piece | None = None
        self.passive: list[Piece] | None = None
        """Names before `được`; None when there was no such word."""
        self.subject: list[Piece] = []
        self.buffer: list[Piece] = []
        """Whom the last event was about, as long as no other verb stands between."""
        self.skip: Piece | None = None
        """`thay`, `con trai`: the next name is of someone else."""
        self.muted = False
        """Whether the name before a verb is of someone else."""
        # how many
        self.count: Piece | None = None
        """`bầu 14 người vào`."""
        self.subject_count: Piece | None = None
        """`49 đồng chí trúng cử`."""
        # what
        self.last: list[Event] = []
        """The last event and those it is coordinated with."""
        self.last_stop = 0
        self.collecting: list[Event] = []
        """The events whose holders are being listed."""
        self.bare: Piece | None = None
        """The last body, with or without a verb before it."""
        self.bare_subject: Piece | None = None
        """`Ban Chấp hành … được … chỉ định`."""

    def read(self) -> list[Event]:
        for at, piece in enumerate(self.pieces):
            before = self.pieces[at - 1] if at else None
            match piece.kind:
                case Kind.NAME:
                    self._name(piece, before)
                case Kind.ACT:
                    self._act(piece, before)
                case Kind.PASSIVE:
                    self._passive()
                case Kind.COUNT:
                    self._count(piece, before)
                case Kind.OFFICE | Kind.BODY:
                    self._slot(piece, at)
                case Kind.HAS | Kind.TO:
                    self._list(piece, at)
                case Kind.STOP:
                    self._stop(piece)
                case Kind.INSTEAD:
                    self._instead(piece)
                case Kind.BREAK:
                    self._break()
                case Kind.LINK:
                    pass
        self._end_act()
        return self.events

    # ------------------------------------------------ where clauses end

    def _break(self) -> None:
        self._end_act()
        self.muted, self.skip = False, None
        self.count = self.subject_count = self.bare = None
        if not any(event.persons for event in self.collecting):
            self.collecting = []

    def _stop(self, stop: Piece) -> None:
        words = stop.span.of(self.folded)
        if _ASIDE.fullmatch(words):
            return
        self._end_act()
        if words in _DISCIPLINE:
            self.disciplined, self.last, self.used = True, [], True
            return
        self.group, self.passive, self.collecting, self.last, self.bare = [], None, [], [], None
        self.count, self.buffer = None, []
        if self.used:
            self.act, self.done = None, False

    def _instead(self, piece: Piece) -> None:
        """`thay ông A`, `con trai ông A`: the next name is of someone else."""
        self.skip = piece
        if _KIN.fullmatch(piece.span.of(self.folded)):
            self.muted = self.muted or not self.group
        else:
            self.muted, self.collecting, self.buffer = True, [], []

    # ------------------------------------------------ who

    def _name(self, name: Piece, before: Piece | None) -> None:
        if self._is_someone_else(name):
            return
        self.muted = False
        if self.collecting and self._list_goes_on(name):
            for event in self.collecting:
                event.take(name)
            return
        if not self.group:
            counted = before is not None and before.kind is Kind.COUNT and bool(before.voice)
            self.group_count = before if counted and before and len(self._gap(before, name).strip()) < 12 else None
        self.group.append(name)

    def _is_someone_else(self, name: Piece) -> bool:
        skip, self.skip = self.skip, None
        if skip is None:
            return False
        gap, kin = self._gap(skip, name), _KIN.fullmatch(skip.span.of(self.folded))
        if not kin and (len(gap) >= 30 or "," in gap):
            return False
        self.muted = self.muted and not kin
        return True

    def _list_goes_on(self, name: Piece) -> bool:
        earlier = self.collecting[-1].persons
        if earlier and _LIST_ENDS.search(self.folded, earlier[-1].span.stop, name.span.start):
            self.collecting = []
        return bool(self.collecting)

    def _passive(self) -> None:
        if self.group:
            self.passive, self.group = ([] if self.muted else self.group), []
        elif self.passive is None:
            self.passive = []
        self.bare_subject, self.collecting = self.bare, []

    # ------------------------------------------------ the act

    def _act(self, act: Piece, before: Piece | None) -> None:
        joined = before is not None and before.kind is Kind.ACT and _VERBS_JOINED.fullmatch(self._gap(before, act))
        if joined and self.act is not None:
            if "none" not in (act.act, self.act.act):
                self.act = act
            return
        left_behind = self.subject if self.act and self.act.voice == "self" and not self.done else []
        self._end_act()
        self.subject_count = self._count_as_subject(act)
        if act.voice == "self":
            self.subject = self.passive or self.group or self.buffer or left_behind
        elif act.act == "dismissed" and self.disciplined:
            self.subject = self.passive or self.group or self.buffer
        else:
            self.subject = self.passive or []
        if self.muted:
            self.subject = []
        self.act, self.used = act, False
        self.done = act.act != "none" and self._is_done(act)
        self.group, self.passive, self.collecting, self.count, self.last = [], None, [], None, []

    def _is_done(self, act: Piece) -> bool:
        events = [event.span.stop for event in self.events if event.span.stop <= act.span.start]
        start = max(self._clause_start(act.span.start), *events, 0)
        before, after = self.folded[start : act.span.start], self.folded[act.span.stop :]
        return is_done(before, after, aimed=act.act in ("appointed", "dismissed"))

    def _count_as_subject(self, act: Piece) -> Piece | None:
        """`có 49 đồng chí trúng cử`, `14 người được bầu vào`."""
        if self.group or self.passive:
            return None
        before = [p for p in self.pieces if self.last_stop <= p.span.start and p.span.stop <= act.span.start]
        places = [place for place, p in enumerate(before) if p.kind is Kind.COUNT and p.voice]
        if not places:
            return None
        count, between = before[places[-1]], before[places[-1] + 1 :]
        gap = self._gap(count, act)
        if len(gap) >= 60 or regex.search(r"[;.%]", gap) or regex.match(r"\s*(?:,|và)", gap):
            return None
        if any(p.kind not in (Kind.PASSIVE, Kind.BODY, Kind.HAS) for p in between):
            return None
        return count if act.voice == "self" or any(p.kind is Kind.PASSIVE for p in between) else None

    def _end_act(self) -> None:
        """An act that named no office: a neighbour says what was filled."""
        act = self.act
        if act is None or self.used or not self.done:
            return
        self.used = True
        if act.voice == "self" and act.act in ("elected", "re_elected"):
            self._unnamed(act)
        elif act.act == "dismissed":
            self._dismissed_person(act)
        elif self.count is not None and self.count.voice == "đại biểu" and "cử tri" in self.folded:
            span = act.span.cover(self.count.span)
            self.events.append(Event(Act(act.act), Body.OTHER, None, self.count.span, span, seats=self.count.number))

    def _unnamed(self, act: Piece) -> None:
        first = self.subject[0] if self.subject else self.subject_count
        if first is None:
            return
        span = first.span.cover(act.span)
        event = Event(Act(act.act), self._office_of_subject(), None, act.span, span, list(self.subject))
        event.seats = None if self.subject else first.number
        self.events.append(event)
        self.last, self.last_stop = [event], act.span.stop

    def _office_of_subject(self) -> Body | None:
        """`Ba Phó Chủ tịch là các ông A, B, C cũng tái đắc cử`, `Tổng Bí thư A tái đắc cử`."""
        if not self.subject:
            return None
        if heads_council_board(self.folded[: self.subject[0].span.start]):
            return Body.COUNCIL_OFFICE
        before = [p for p in self.pieces if p.span.stop <= self.subject[0].span.start][-3:]
        if (
            before
            and before[-1].body is Body.SECRETARY
            and self._gap(before[-1], self.subject[0]).strip() in ("", "là")
        ):
            return Body.SECRETARY
        if len(before) < 2 or before[-1].kind is not Kind.HAS or before[-2].kind is not Kind.OFFICE:
            return None
        return _filled_by(before[-2], before[-3] if before[-3].kind is Kind.COUNT else None)

    def _dismissed_person(self, act: Piece) -> None:
        """`miễn nhiệm ông A - nguyên Chủ tịch UBND tỉnh`, `quyết định cách chức ông A`."""
        verb = act.span.of(self.folded)
        if not self.group or verb not in ("cách chức", "miễn nhiệm", "bãi nhiệm"):
            return
        person = self.group[0]
        title = next((p for p in self.pieces if p.span.start >= person.span.stop), None)
        held = title if title and title.kind is Kind.OFFICE and _HELD.fullmatch(self._gap(person, title)) else None
        if held is None and verb != "cách chức":
            return
        lost = held is not None and (verb == "miễn nhiệm" or "nguyên" in self._gap(person, held))
        body, org = (held.body, held.org) if held is not None and lost else (Body.OTHER, None)
        span = act.span.cover((held or person).span)
        self.events.append(Event(Act.DISMISSED, body, org, act.span, span, list(self.group)))

    # ------------------------------------------------ how many

    def _count(self, count: Piece, before: Piece | None) -> None:
        if count.voice and self.last and self.last[-1].seats is None and self._size_follows(self.last_stop, count):
            if self.last[-1].body in SIZED:
                self.last[-1].size(count)
                self.last_stop, self.collecting = count.span.stop, []
            return
        has = before is not None and before.kind is Kind.HAS
        if has and self.bare_subject is not None and self.done and not self.used:
            self._appointed_size(self.bare_subject, count)
        elif count.voice and self.bare is not None and self._size_follows(self.bare.span.stop, count):
            self._bare_size(self.bare, count)
        elif before is not None and self._is_object(count, before):
            self.count = count

    def _is_object(self, count: Piece, before: Piece) -> bool:
        """Whether a number is what a verb fills: `bầu 14 người`, or goes on from what it filled: `và 3 người vào`."""
        if before.kind is Kind.ACT:
            return self._leads(before, count)
        return before.kind in (Kind.HAS, Kind.LINK, Kind.BREAK) and bool(self.last)

    def _size_follows(self, start: int, count: Piece) -> bool:
        return _SIZE_FOLLOWS.fullmatch(self.folded, start, count.span.start) is not None

    def _appointed_size(self, body: Piece, count: Piece) -> None:
        """`Ban Chấp hành khóa I được cấp trên chỉ định gồm có 07 đồng chí`."""
        if self.act is None or body.body not in SIZED or not count.voice:
            return
        span = body.span.cover(count.span)
        self._open(Event(Act(self.act.act), body.body, body.org, count.span, span, seats=count.number), count.span.stop)
        self.used, self.bare_subject = True, None

    def _bare_size(self, body: Piece, count: Piece) -> None:
        """`Ban Chấp hành khóa II gồm 7 đồng chí` with no verb of election."""
        between = self._gap(body, count)
        if body.body not in SIZED or "gồm" not in between or not self._is_news(body, count):
            return
        span = body.span.cover(count.span)
        self._open(Event(None, body.body, body.org, span, span, seats=count.number), count.span.stop)

    def _is_news(self, start: Piece, stop: Piece) -> bool:
        return is_news(self.folded[self._clause_start(start.span.start) : stop.span.start])

    def _open(self, event: Event, stop: int) -> None:
        self.events.append(event)
        self.last, self.last_stop = [event], stop

    # ------------------------------------------------ what

    def _slot(self, slot: Piece, at: int) -> None:
        """An office or body is filled when a verb or link leads to it, or when it is joined to one that is."""
        self.bare = slot if slot.kind is Kind.BODY and not slot.voice else None
        if slot.voice == "member" and not _MEMBER_BEFORE.search(self.folded[: slot.span.start]):
            return
        before = self.pieces[max(0, at - 2) : at]
        count = before[-1] if before and self._counts(before[-1], slot) else None
        lead = self._lead(before, count, slot)
        if slot.voice == "same":
            slot = self._named_before(slot) or slot
        if lead is not None:
            self._fill(slot, lead, count or self._count_before(lead))
        elif self.last and self._is_joined(slot, count) and not self._has_own_holders(slot, count, at):
            self._fill_too(slot, count)

    def _lead(self, before: list[Piece], count: Piece | None, slot: Piece) -> Piece | None:
        """The verb or link right before the slot and its number: `bầu 4 Phó Bí thư`, `được bầu là Bí thư`."""
        if count is not None or (
            len(before) > 1 and before[-1].kind is Kind.HAS and before[-1].span.of(self.folded) == "là"
        ):
            before = before[:-1]
        lead = before[-1] if before else None
        if lead is None or lead.kind not in (Kind.ACT, Kind.LINK) or not self._leads(lead, count or slot):
            return None
        return lead

    def _leads(self, left: Piece, right: Piece) -> bool:
        return _FILLER.fullmatch(self.folded, left.span.stop, right.span.start) is not None

    def _counts(self, count: Piece, slot: Piece) -> bool:
        """Whether `count` is a number of the office or of members of the body, not of those elected to it."""
        if count.kind is not Kind.COUNT or count.span.start < self.last_stop:
            return False
        gap = self._gap(count, slot)
        return _COUNTED.fullmatch(gap) is not None and (count.voice not in _PLAIN_NOUNS or "ủy viên" in gap)

    def _count_before(self, lead: Piece) -> Piece | None:
        """`bầu 14 người vào Ban Thường vụ`, `trong đó có 14 người vào Ban Thường vụ`."""
        if lead.kind is not Kind.LINK:
            return None
        place = self.pieces.index(lead)
        before = self.pieces[place - 1] if place else None
        if before is not None and before.kind is Kind.COUNT and before.voice and len(self._gap(before, lead)) < 40:
            return before
        return self.count if self.count and self.count.voice else None

    def _is_joined(self, slot: Piece, count: Piece | None) -> bool:
        return _JOINT.fullmatch(self.folded, self.last_stop, (count or slot).span.start) is not None

    def _has_own_holders(self, slot: Piece, count: Piece | None, at: int) -> bool:
        """`… và ba Phó Bí thư là: ông A, bà B`."""
        if slot.kind is not Kind.OFFICE or not self.last[-1].persons:
            return False
        if count is not None and (count.number or 0) > 1:
            return True
        after = [p.kind for p in self.pieces[at + 1 : at + 3]]
        return after == [Kind.HAS, Kind.NAME] or ";" in self.folded[self.last_stop : slot.span.start]

    def _named_before(self, same: Piece) -> Piece | None:
        """`cử bà A - Chủ tịch Hội - tiếp tục giữ chức vụ này`: the office just named."""
        before = [p for p in self.pieces if p.span.stop <= same.span.start]
        persons = [p for p in before if p.kind is Kind.NAME]
        offices = [p for p in before if p.kind is Kind.OFFICE and p.body]
        if not persons or not offices or offices[-1].span.start < persons[-1].span.stop:
            return None
        if not _AGAIN.search(self.folded, persons[-1].span.stop, same.span.start):
            return None  # the office won, not the one held until now
        return replace(offices[-1], span=same.span, head=same.span)

    def _fill(self, slot: Piece, lead: Piece, count: Piece | None) -> None:
        act = self._act_of(lead)
        if act != "none":
            persons = self._persons(lead)
            event = self._event(
                slot, count, Act(act) if act else None, persons, [p.span.start for p in (*persons, lead)]
            )
            event.joins = slot.kind is Kind.BODY and "tham gia" in lead.span.of(self.folded)
            event.seats = self._seats(event, count or (None if persons else self.subject_count))
            self.last = [event]
        self._close(slot)

    def _fill_too(self, slot: Piece, count: Piece | None) -> None:
        """A second office or body, joined to the first: `giữ chức Phó Bí thư, Chủ tịch UBND`."""
        first = self.last[-1]
        persons = self._persons(None) if first.seats else list(first.persons)
        event = self._event(slot, count, first.act, persons, [p.span.start for p in (*persons, slot)])
        event.org = event.org or first.org
        event.joins = slot.kind is Kind.BODY and first.joins
        event.seats = self._seats(event, count)
        self.last = [*self.last, event]
        self._close(slot)

    def _event(
        self, slot: Piece, count: Piece | None, act: Act | None, persons: list[Piece], starts: list[int]
    ) -> Event:
        head = slot.head or slot.span
        focus = head.cover(count.span) if count else head
        span = Span(min(*starts, focus.start), slot.span.stop)
        event = Event(act, _filled_by(slot, count), slot.org, focus, span, persons, head=head.of(self.folded))
        inspects = any(e.body is Body.INSPECTION_COMMITTEE for e in self.events)
        if event.body is Body.OTHER and heads_a_board(event.head) and inspects:
            event.body = Body.INSPECTION_CHAIR
        self.events.append(event)
        self.buffer = list(persons)
        return event

    def _close(self, slot: Piece) -> None:
        self.last_stop, self.used = slot.span.stop, True
        self.group, self.passive, self.collecting = [], None, []
        self.count = self.subject_count = self.group_count = None

    def _act_of(self, lead: Piece) -> str:
        """The act that leads to an office: empty when there is no verb, `none` when nothing was filled."""
        if lead.kind is Kind.ACT:
            return self.act.act if self.act and self.done else "none"
        if is_not_taken(self.folded[: lead.span.start], lead.span.of(self.folded)):
            return "none"
        if self.act is not None:
            return self._act_of_link(self.act, lead)
        before = self.folded[self._clause_start(lead.span.start) : lead.span.start]
        if is_of_those_in_office(before):
            return "none"
        return "appointed" if _DECISION.search(before) else ""

    def _act_of_link(self, act: Piece, lead: Piece) -> str:
        if act.act == "none" and act.voice == "self":
            return "appointed"  # `thôi tham gia Ban Thường vụ để giữ chức …`
        if not self.done:
            return "none"
        if self.used and act.act == "dismissed":
            return "appointed"  # `thôi giữ chức Bí thư để giữ chức …`
        since = max(self.last_stop, act.span.stop)
        again = act.act == "elected" and _AGAIN.search(self.folded, since, lead.span.start)
        return "re_elected" if again else act.act

    def _persons(self, lead: Piece | None) -> list[Piece]:
        linked = lead is not None and lead.kind is Kind.LINK
        if linked and self.group:
            return list(self.group)
        if self.subject or self.passive:
            return list(self.subject or self.passive or [])
        goes_on = linked or (self.act is not None and self.act.voice == "self")
        alone = self.muted or self.count or self.subject_count
        return list(self.buffer) if goes_on and not alone else []

    def _seats(self, event: Event, count: Piece | None) -> int | None:
        if event.act is Act.DISMISSED:
            return None
        if count is None and self.group_count is not None and self.group_count.number == len(event.persons):
            count = self.group_count  # `hai đồng chí A và B được bầu`
        if count is None or count.number is None or len(event.persons) > count.number:
            return None
        vague = not event.persons and (event.act is Act.APPOINTED or count.number == 1)
        return None if vague and event.body not in COMMITTEES else count.number

    # ------------------------------------------------ lists of holders

    def _list(self, piece: Piece, at: int) -> None:
        """After `gồm`, `là`, `đối với` come the holders of what was just filled."""
        if self.subject_count is not None and not self.subject and not self.used:
            self._end_act()  # `25 đồng chí trúng cử, trong đó có …`
        if self._names_the_winner(piece) or (piece.kind is Kind.HAS and self._opens_list(piece, at)) or not self.last:
            return
        gap = self.folded[self.last_stop : piece.span.start]
        if len(gap.strip(' ,()"')) >= 45 or regex.search(r"[;.]", gap):
            return
        held = any(event.persons for event in self.last)
        if piece.kind is Kind.TO and (not held or self._object_follows(piece, at)):
            for event in self.last:
                event.persons.clear()
            self.collecting = list(self.last)
        elif piece.kind is Kind.HAS and not self.last[-1].persons:
            self.collecting = [self.last[-1]]

    def _object_follows(self, piece: Piece, at: int) -> bool:
        """`phê chuẩn … chức Chủ tịch đối với ông A`: he is meant, whoever stands before the verb."""
        after = self.pieces[at + 1 : at + 2]
        return bool(after) and after[0].kind is Kind.NAME and len(self._gap(piece, after[0])) < 12

    def _names_the_winner(self, piece: Piece) -> bool:
        """`Đại biểu trúng cử trẻ nhất là bà A`, `Các Phó Chủ tịch đều tái đắc cử gồm …`."""
        act = self.act
        if act is None or act.voice != "self" or act.act not in ("elected", "re_elected") or not self.done or self.used:
            return False
        gap, word, office = self._gap(act, piece), piece.span.of(self.folded), self._office_re_won(act)
        if self.subject or self.muted or len(gap) > 70 or regex.search(r"[,;]", gap):
            return False
        if word != "là" and (office is None or word in ("có", "với")):
            return False
        event = Event(Act(act.act), office, None, act.span, act.span)
        self._open(event, piece.span.stop)
        self.used, self.collecting = True, [event]
        return True

    def _office_re_won(self, act: Piece) -> Body | None:
        before = [p for p in self.pieces if p.span.stop <= act.span.start][-1:]
        if act.act != "re_elected" or not before or before[0].kind is not Kind.OFFICE:
            return None
        return before[0].body if _NEAR.fullmatch(self._gap(before[0], act)) else None

    def _opens_list(self, piece: Piece, at: int) -> bool:
        """`hai Phó Bí thư là chị A và anh B`, `Danh sách Ban Thường vụ gồm các ông: …`: a list with no verb of its own."""
        slot = self.pieces[at - 1] if at else None
        after = self.pieces[at + 1 : at + 2]
        if slot is None or slot.span.start < self.last_stop or not after or after[0].kind is not Kind.NAME:
            return False
        if self._gap(slot, piece).strip(" ,") or piece.span.of(self.folded) in ("có", "với", "như"):
            return False
        count = self.pieces[at - 2] if at > 1 and self._counts(self.pieces[at - 2], slot) else None
        act = Act(self.act.act) if self.act and self.done and self.act.act != "dismissed" else None
        if not self._may_be_listed(slot, piece, count, act):
            self.collecting = [] if slot.kind is Kind.OFFICE else self.collecting
            return False
        event = Event(
            act, _filled_by(slot, count), slot.org, slot.head or slot.span, (count or slot).span.cover(slot.span)
        )
        event.head, event.seats = slot.span.of(self.folded), count.number if count else None
        self._open(event, piece.span.stop)
        self.collecting, self.group = [event], []
        return True

    def _may_be_listed(self, slot: Piece, piece: Piece, count: Piece | None, act: Act | None) -> bool:
        if slot.kind is Kind.BODY and not slot.voice:
            return self._is_news(slot, piece)
        named = count is not None or slot.body is Body.COUNCIL_OFFICE
        return slot.kind is Kind.OFFICE and (act is not None or (named and self._is_news(slot, slot)))

    # ------------------------------------------------ distances

    def _gap(self, left: Piece, right: Piece) -> str:
        return self.folded[left.span.stop : right.span.start]

    def _clause_start(self, at: int) -> int:
        return max(self.folded.rfind(";", 0, at), self.folded.rfind("nhưng", 0, at), 0)


def _filled_by(slot: Piece, count: Piece | None) -> Body | None:
    """What an election to the slot fills; several secretaries are the secretariat."""
    if slot.body is Body.SECRETARY and count is not None and (count.number or 0) > 1:
        return Body.SECRETARIAT
    return slot.body
