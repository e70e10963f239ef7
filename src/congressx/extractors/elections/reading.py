"""Reads one sentence: which offices and bodies it says were filled, by whom, with how many seats and votes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

import regex

from congressx.extractors.elections.delegations import find_delegations
from congressx.extractors.elections.pieces import KIN, Kind, Piece, read_pieces
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.votes import Votes, votes_in_text_order
from congressx.span import Span
from congressx.vietnamese.organisations import read_organisation
from congressx.vietnamese.spelling import phrase


@dataclass(slots=True)
class Event:
    """One office or body filled. `act` None: the sentence says so only beside another one; `body` None: a neighbour names it."""

    act: Act | None
    body: Body | None
    org: Span | None
    focus: Span
    span: Span
    persons: list[Piece] = field(default_factory=list)
    seats: int | None = None
    candidates: int | None = None
    votes: Votes | None = None
    joins: bool = False
    """`tham gia Ban Thường vụ`: said beside the office that matters."""
    head: str = ""

    @property
    def says_something(self) -> bool:
        return bool(self.persons) or self.seats is not None or self.votes is not None


def read_events(cased: str, folded: str) -> tuple[Event, ...]:
    """The events of one sentence, in text order.

    >>> line = "Đại hội bầu Ban Chấp hành gồm 7 đồng chí; ông Lê Văn An được bầu làm Bí thư Huyện ủy với 7/7 phiếu"
    >>> for event in read_events(line, line.lower()):
    ...     print(event.act, event.body, event.seats, [p.span.of(line) for p in event.persons], bool(event.votes))
    elected executive_committee 7 [] False
    elected secretary None ['Lê Văn An'] True
    """
    return _read_events(cased, folded)


@lru_cache(maxsize=32)
def _read_events(cased: str, folded: str) -> tuple[Event, ...]:
    reader = _Reader(cased, folded)
    events = [event for event in reader.read() if event.says_something]
    delegations = [
        Event(Act.ELECTED, found.body, None, found.focus, found.span, seats=found.seats) for found in find_delegations(folded)
    ]
    events = [e for e in events if not any(e.focus.overlaps(d.span) for d in delegations)]
    if not events and not delegations:
        events = list(_members_by_vote(cased, folded))
    _share_organisation(events, cased, folded)
    if any(e.persons and not e.joins for e in events) or regex.search(r"thôi\s+(?:tham gia|giữ)", folded):
        events = [e for e in events if not e.joins]
    if not events:
        events = list(_persons_by_vote(cased, folded))
    _attach_votes(events, folded)
    _attach_candidates(events, folded)
    return tuple(sorted([*events, *delegations], key=lambda event: event.focus))


# ---------------------------------------------------------------- the walk

_FILLER = regex.compile(
    phrase(
        r"(?:[\s:\"',]|(?:các|cả|tất cả|mọi|chức vụ|chức danh|chức|danh|vụ|vị trí|cương vị|nhiệm vụ|tân|quyền|lại|thêm|bổ sung|trực tiếp|ra"
        r"|lấy|chọn|làm|vào|giữ|của|kết quả bầu|ghế|mới|là|trở thành|ủy viên|thành viên|uv|dự khuyết|chính thức|kiện toàn|tham gia|đảm nhiệm"
        r"|đảm nhận|nhận|đối với|về|đến|toàn bộ|nhân sự|ngay|đầy đủ|đủ|được|một|01|1|tập thể|bí thư thứ nhất|với|chuyên trách|thành công|trong)(?!\p{L}))*"
    )
)
_COUNTED = phrase(r"\s*(?:tân |ủy viên |thành viên |chức danh |chức |vị |chính thức |dự khuyết )*\s*")
_JOINER = regex.compile(phrase(r"\s*(?:[,;:]|và|kiêm|cùng|đồng thời là|đồng thời)?\s*(?:và\s*)?(?:cả\s*|các\s*|chức vụ\s*|chức danh\s*|chức\s*|giữ\s*|ra\s*|thêm\s*|ủy viên\s*)*"))
_ACTS_JOINED = regex.compile(phrase(r"\s*(?:,|và|rồi|,? ?để|,? ?đồng thời|có thời hạn|,?\s*đến)?\s*"))
_CONNECT = regex.compile(
    phrase(r"[\s:,(\"]*(?:(?:mới|khóa mới|nhiệm kỳ mới|lần này|đủ|ra mắt|nhiệm kỳ này)\s*,?\s*)*(?:(?:bao gồm|gồm|với|có|là|gồm có|đã bầu|được bầu|số lượng)\s*)*[:\s]*")
)
_UNREAL = regex.compile(
    phrase(
        r"(?<!\p{L})(?:sẽ|dự kiến|nếu|chuẩn bị|tiến tới|có thể|khả năng|tin đồn|mong muốn|ai|liệu|khi nào|muốn|phiên họp tới|sắp|sắp tới|chờ"
        r"|theo quy định|nhân sự được|chắc chắn|có lẽ|dự đoán|nhiều khả năng|sẵn sàng|theo kế hoạch)(?!\p{L})"
    )
)
_ON_PAPER = regex.compile(
    phrase(
        r"(?<!\p{L})(?:đề nghị|kiến nghị|tờ trình|xem xét|quy trình|thẩm quyền|hồ sơ|phương án|đề án|đơn|số lượng|dự thảo|nội dung"
        r"|trình (?:quốc hội|hđnd|hội đồng|thủ tướng|bộ chính trị|ban bí thư|trung ương|đại hội|hội nghị|kỳ họp))(?!\p{L})"
    )
)
_DONE_AFTER_ALL = regex.compile(phrase(r"(?<!\p{L})(?:đã|vừa|kết quả)(?!\p{L})"))
_DONE_AFTER_PAPER = regex.compile(phrase(r"(?<!\p{L})(?:đã|vừa|kết quả|tiến hành|và)(?!\p{L})"))
_NOT_NEAR = regex.compile(phrase(r"(?<!\p{L})(?:không|chưa|chẳng|phải|cần|nên|xin|cho phép|quyền|bị hoãn|không được|do)(?!\p{L})[^,;]{0,14}$"))
_NOT_LINKED = regex.compile(phrase(r"(?<!\p{L})(?:không|chưa|sẽ|để trở thành|đang|hiện|từng|vẫn|thể)(?!\p{L})[^,;]{0,8}$"))
_IN_ORDER_TO = regex.compile(
    phrase(r"(?<!\p{L})(?:để|nhằm)(?!\p{L})(?:\s*| (?:được|hđnd|quốc hội|hội đồng|đại hội|hội nghị|kỳ họp|trung ương|cử tri|ban chấp hành|bch|tập thể)[^,;]{0,50}| tiếp tục )$")
)
_WHETHER = regex.compile(phrase(r"^[^,;.]{0,80}(?:hay không|hay chưa)"))
_AT_PRESENT = regex.compile(phrase(r"(?<!\p{L})(?:hiện|hiện nay|đương nhiệm|khi|lúc|dưới thời|thời|gồm có|trước|từng|nguyên|kể từ|từ)(?!\p{L})"))
_NO_LIST = regex.compile(phrase(r"(?<!\p{L})(?:vì|do|để|nhằm|theo|sau khi|khi|tại|nghỉ|chuyển|nhận)(?!\p{L})"))
_DISCIPLINE = ("kỷ luật", "thi hành kỷ luật", "bị kỷ luật")
_OLD_OR_PLANNED = regex.compile(
    phrase(r"(?<!\p{L})(?:hiện|hiện nay|đương nhiệm|trước|thống nhất|thông qua|phê duyệt|danh sách bầu|cơ cấu|đề cử|ứng cử|dự|tham dự|có|như vậy|đến nay)(?!\p{L})")
)
_SOFT = ("sinh năm", "sinh ngày", "quê", "hiện là", "nguyên là", "đang là", "thuộc", "vốn là", "còn là")


class _Reader:
    """Walks the pieces from left to right."""

    def __init__(self, cased: str, folded: str) -> None:
        self.folded = folded
        self.pieces = [p for p in read_pieces(cased, folded) if not _in_bracket(folded, p.span)]
        self.act: Piece | None = None
        self.real = False
        self.used = True
        """Whether the act has led to an event."""
        self.subject: list[Piece] = []
        self.subject_count: Piece | None = None
        self.passive: list[Piece] | None = None
        self.group: list[Piece] = []
        self.count: Piece | None = None
        self.group_count: Piece | None = None
        self.collecting: list[Event] = []
        self.last: list[Event] = []
        """The events of the last slot and those it is coordinated with."""
        self.last_stop = 0
        self.bare: Piece | None = None
        self.bare_subject: Piece | None = None
        """`Ban Chấp hành … được … chỉ định`: the body as subject."""
        self.muted = False
        self.skip: Piece | None = None
        self.disciplined = False
        """`kỷ luật ông A, cách chức …`: the act befalls who stands behind the first verb."""
        self.buffer: list[Piece] = []
        """Whom the last event was about, as long as no other verb stands between."""
        self.events: list[Event] = []

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
                    self._count(piece, at)
                case Kind.OFFICE | Kind.BODY:
                    self._slot(piece, at)
                case Kind.HAS | Kind.TO:
                    self._list(piece)
                case Kind.STOP:
                    self._stop(piece)
                case Kind.INSTEAD:
                    self._instead(piece)
                case Kind.BREAK:
                    self._flush()
                    self.muted, self.skip = False, None
                    if not any(event.persons for event in self.collecting):
                        self.collecting = []
                    self.count = self.subject_count = self.bare = None
                case _:
                    pass
        self._flush()
        return self.events

    def _instead(self, piece: Piece) -> None:
        """`thay ông A`, `con trai ông A`: the next name is of someone else."""
        self.skip = piece
        if regex.fullmatch(phrase(KIN), piece.span.of(self.folded)):
            self.muted = self.muted or not self.group
        else:
            self.muted, self.collecting, self.buffer = True, [], []

    # ------------------------------------------------ who

    def _name(self, name: Piece, before: Piece | None) -> None:
        if self.skip is not None:
            gap, kin = self._gap(self.skip, name), regex.fullmatch(phrase(KIN), self.skip.span.of(self.folded))
            self.skip = None
            if kin or (len(gap) < 30 and "," not in gap):
                self.muted = self.muted and not kin
                return
        self.muted = False
        if self.collecting and self._list_goes_on(name):
            for event in self.collecting:
                event.persons.append(name)
                event.span = event.span.cover(name.span)
            return
        if not self.group:
            near = before is not None and before.kind is Kind.COUNT and before.voice and len(self._gap(before, name).strip()) < 12
            self.group_count = before if near else None
        self.group.append(name)

    def _list_goes_on(self, name: Piece) -> bool:
        earlier = self.collecting[-1].persons
        if not earlier:
            return True
        if _NO_LIST.search(self.folded[earlier[-1].span.stop : name.span.start]):
            self.collecting = []
        return bool(self.collecting)

    def _passive(self) -> None:
        if self.group:
            self.passive = [] if self.muted else list(self.group)
            self.group = []
        elif self.passive is None:
            self.passive = []
        self.bare_subject, self.collecting = self.bare, []

    def _act(self, act: Piece, before: Piece | None) -> None:
        joined = before is not None and before.kind is Kind.ACT and bool(_ACTS_JOINED.fullmatch(self._gap(before, act)))
        if joined and self.act is not None:
            if act.act != "none" and self.act.act != "none":
                self.act = act
            return
        earlier = self.subject if self.act and self.act.voice == "self" and not self.real else []
        self._flush()
        self._last_counts(act, before)
        if act.voice == "self":
            self.subject = self.passive or self.group or list(self.buffer) or earlier
        elif act.act == "dismissed" and self.disciplined:
            self.subject = self.passive or self.group or list(self.buffer)
        else:
            self.subject = self.passive or []
        if self.muted:
            self.subject = []
        self.real = act.act != "none" and self._is_real(act)
        self.act, self.used = act, False
        self.group, self.passive, self.collecting, self.count = [], None, [], None
        self.last = []

    def _last_counts(self, act: Piece, before: Piece | None) -> None:
        """`có 49 đồng chí trúng cử`, `14 người được bầu vào`: a count as the subject."""
        counts = [
            p for p in self.pieces if p.kind is Kind.COUNT and p.voice and self.last_stop <= p.span.start and p.span.stop <= act.span.start
        ]
        self.subject_count = None
        if counts and not self.group and not self.passive:
            gap = self.folded[counts[-1].span.stop : act.span.start]
            between = [p for p in self.pieces if counts[-1].span.stop <= p.span.start < act.span.start]
            quiet = all(p.kind in (Kind.PASSIVE, Kind.BODY, Kind.HAS) for p in between) and not regex.search(r"[;.]|%", gap)
            quiet = quiet and (act.voice == "self" or any(p.kind is Kind.PASSIVE for p in between))
            if len(gap) < 60 and quiet and not regex.match(r"\s*(?:,|và)", gap):
                self.subject_count = counts[-1]

    def _is_real(self, act: Piece) -> bool:
        start = max([e.span.stop for e in self.events if e.span.stop <= act.span.start] + [self._clause_start(act.span.start)])
        before = self.folded[start : act.span.start]
        if _is_unreal(before):
            return False
        if _NOT_NEAR.search(before) or _WHETHER.match(self.folded[act.span.stop :]):
            return False
        return not (_IN_ORDER_TO.search(before) and act.act not in ("appointed", "dismissed"))

    def _clause_start(self, at: int) -> int:
        return max(self.folded.rfind(";", 0, at), self.folded.rfind("nhưng", 0, at), 0)

    def _stop(self, stop: Piece) -> None:
        if stop.span.of(self.folded) in _SOFT:
            return
        if stop.span.of(self.folded) in _DISCIPLINE:
            self._flush()
            self.disciplined, self.last, self.used = True, [], True
            return
        self._flush()
        self.group, self.passive, self.collecting, self.last, self.bare = [], None, [], [], None
        self.count, self.buffer = None, []
        if self.used:
            self.act, self.real = None, False

    # ------------------------------------------------ how many

    def _count(self, count: Piece, at: int) -> None:
        before = self.pieces[at - 1] if at else None
        if self.last and self._follows_slot(count) and self.last[-1].seats is None and count.voice:
            event = self.last[-1]
            if event.body in SIZED:
                event.seats = count.number
                event.focus = event.focus.cover(count.span)
                event.span = event.span.cover(count.span)
                self.last_stop = count.span.stop
                self.collecting = []
            return
        if before is not None and before.kind is Kind.HAS and self.bare_subject is not None and self.real and not self.used:
            self._appointed_size(self.bare_subject, count)
            return
        if self.bare is not None and count.voice and _CONNECT.fullmatch(self.folded[self.bare.span.stop : count.span.start]):
            self._bare_size(count)
            return
        if before is not None and before.kind is Kind.ACT and self._filled(before, count):
            self.count = count
        elif before is not None and before.kind in (Kind.HAS, Kind.LINK, Kind.BREAK) and self.last:
            self.count = count
        if self.last and not self.used:
            self.count = self.count or count

    def _follows_slot(self, count: Piece) -> bool:
        return bool(_CONNECT.fullmatch(self.folded[self.last_stop : count.span.start]))

    def _appointed_size(self, body: Piece, count: Piece) -> None:
        """`Ban Chấp hành khóa I được cấp trên chỉ định gồm có 07 đồng chí`."""
        span = body.span.cover(count.span)
        if self.act is None or body.body not in SIZED or not count.voice:
            return
        event = Event(Act(self.act.act), body.body, body.org, count.span, span, seats=count.number, head="")
        self.events.append(event)
        self.used, self.last, self.last_stop, self.bare_subject = True, [event], count.span.stop, None

    def _bare_size(self, count: Piece) -> None:
        """`Ban Chấp hành khóa II gồm 7 đồng chí` with no verb of election, or with one between: `được … chỉ định gồm có 07`."""
        bare = self.bare
        if bare is None or bare.body not in SIZED:
            return
        between = self.folded[bare.span.stop : count.span.start]
        if "gồm" not in between or not self._is_news(bare.span, count.span):
            return
        event = Event(None, bare.body, bare.org, bare.span.cover(count.span), bare.span.cover(count.span), seats=count.number)
        self.events.append(event)
        self.last, self.last_stop = [event], count.span.stop

    def _is_news(self, start: Span, stop: Span) -> bool:
        """Whether nothing says that the body is an old or a planned one."""
        words = self.folded[self._clause_start(start.start) : stop.start]
        return not _is_unreal(words) and not _OLD_OR_PLANNED.search(words)

    # ------------------------------------------------ what

    def _slot(self, slot: Piece, at: int) -> None:
        before = self.pieces[at - 1] if at else None
        beyond = self.pieces[at - 2] if at > 1 else None
        count = before if before is not None and self._counts(before, slot) else None
        lead = beyond if count is not None else before
        anchor = count or slot
        self.bare = slot if slot.kind is Kind.BODY and not slot.voice else None
        if slot.voice == "member" and not self._behind_member(slot):
            return
        if slot.voice == "same":
            slot = self._named_before(slot) or slot
        if lead is not None and lead.kind in (Kind.ACT, Kind.LINK) and self._filled(lead, anchor):
            self._fill(slot, lead, count or self._count_before(lead, at), fresh=True)
        elif self.last and self._joined(anchor) and not self._leads_a_list(slot, count, at):
            self._fill(slot, None, count, fresh=False)

    def _leads_a_list(self, slot: Piece, count: Piece | None, at: int) -> bool:
        """`… và ba Phó Bí thư là: ông A, bà B`: what follows has holders of its own."""
        if slot.kind is not Kind.OFFICE or not self.last[-1].persons:
            return False
        after = [p.kind for p in self.pieces[at + 1 : at + 3]]
        return (count is not None and (count.number or 0) > 1) or after == [Kind.HAS, Kind.NAME] or ";" in self.folded[self.last_stop : slot.span.start]

    def _counts(self, count: Piece, slot: Piece) -> bool:
        gap = self._gap(count, slot)
        fits = count.kind is Kind.COUNT and count.span.start >= self.last_stop and regex.fullmatch(_COUNTED, gap)
        return bool(fits) and (not count.voice or not regex.search(r"^(?:người|đồng chí|vị|đ/c)$", count.voice) or "ủy viên" in gap)

    def _named_before(self, same: Piece) -> Piece | None:
        """`cử bà A - Chủ tịch Hội - tiếp tục giữ chức vụ này`: the office just named."""
        persons = [p for p in self.pieces if p.kind is Kind.NAME and p.span.stop <= same.span.start]
        before = [p for p in self.pieces if p.kind is Kind.OFFICE and p.body and p.span.stop <= same.span.start]
        if not before or not persons or before[-1].span.start < persons[-1].span.stop:
            return None
        if not regex.search(r"tiếp\s+tục|tái|bầu\s+lại", self.folded[persons[-1].span.stop : same.span.start]):
            return None  # the office won, not the one held until now
        return replace(before[-1], span=same.span, head=same.span, org=before[-1].org)

    def _behind_member(self, slot: Piece) -> bool:
        return bool(regex.search(r"(?:ủy viên|thành viên|đại biểu|uv)\s*$", self.folded[: slot.span.start]))

    def _joined(self, anchor: Piece) -> bool:
        return bool(_JOINER.fullmatch(self.folded[self.last_stop : anchor.span.start]))

    def _count_before(self, lead: Piece, at: int) -> Piece | None:
        """`bầu 14 người vào Ban Thường vụ`, `trong đó có 14 người vào Ban Thường vụ`."""
        if lead.kind is not Kind.LINK:
            return None
        place = self.pieces.index(lead)
        before = self.pieces[place - 1] if place else None
        if before is not None and before.kind is Kind.COUNT and before.voice and len(self._gap(before, lead)) < 40:
            return before
        return self.count if self.count and self.count.voice else None

    def _fill(self, slot: Piece, lead: Piece | None, count: Piece | None, *, fresh: bool) -> None:
        sibling = self.last[-1] if self.last and not fresh else None
        act = self._act_of(lead, sibling)
        if act == "none":
            self._close(slot)
            return
        persons = list(sibling.persons) if sibling and not sibling.seats else self._persons(lead)
        focus = (slot.head or slot.span).cover(count.span) if count else slot.head or slot.span
        start = min([p.span.start for p in persons] + [(lead or slot).span.start, focus.start])
        event = Event(
            Act(act) if act else None, _of(slot, count), slot.org or (sibling.org if sibling else None), focus,
            Span(start, slot.span.stop), persons, joins=self._joins(lead, sibling, slot),
            head=(slot.head or slot.span).of(self.folded),
        )  # fmt: skip
        if heads_a_board(event.head) and any(e.body is Body.INSPECTION_COMMITTEE for e in self.events) and event.body is Body.OTHER:
            event.body = Body.INSPECTION_CHAIR
        event.seats = self._seats(event, count, fresh)
        self.events.append(event)
        self.buffer = list(persons)
        self.last = [event] if fresh else [*self.last, event]
        self._close(slot)

    def _joins(self, lead: Piece | None, sibling: Event | None, slot: Piece) -> bool:
        if slot.kind is not Kind.BODY:
            return False
        if sibling is not None:
            return sibling.joins
        return lead is not None and "tham gia" in lead.span.of(self.folded)

    def _close(self, slot: Piece) -> None:
        self.last_stop = slot.span.stop
        self.used = True
        self.group, self.passive, self.collecting, self.count, self.subject_count = [], None, [], None, None
        self.group_count = None

    def _act_of(self, lead: Piece | None, sibling: Event | None) -> str:
        if sibling is not None:
            return sibling.act or ""
        if lead is not None and lead.span.of(self.folded) == "trở thành" and regex.search(r"để\s*$", self.folded[: lead.span.start]):
            return "none"
        if lead is not None and lead.kind is Kind.LINK and _NOT_LINKED.search(self.folded, max(0, lead.span.start - 24), lead.span.start):
            return "none"
        if lead is not None and lead.kind is Kind.LINK and self.act is None:
            before = self.folded[self._clause_start(lead.span.start) : lead.span.start]
            return "none" if _AT_PRESENT.search(before) or _is_unreal(before) else ""
        if lead is not None and lead.kind is Kind.LINK and self.act is not None and self.act.act == "none" and self.act.voice == "self":
            return "appointed"  # `thôi tham gia Ban Thường vụ để giữ chức …`
        if self.act is None or not self.real:
            return "none"
        if lead is not None and lead.kind is Kind.LINK and self.used and self.act.act == "dismissed":
            return "appointed"
        return self.act.act

    def _persons(self, lead: Piece | None) -> list[Piece]:
        if self.group and lead is not None and lead.kind is Kind.LINK:
            return list(self.group)
        if self.subject:
            return list(self.subject)
        if self.passive:
            return list(self.passive)
        voice = self.act.voice if self.act else ""
        linked = voice == "self" or (lead is not None and lead.kind is Kind.LINK)
        return list(self.buffer) if linked and not self.muted and not self.count and not self.subject_count else []

    def _seats(self, event: Event, count: Piece | None, fresh: bool) -> int | None:
        if event.act is Act.DISMISSED:
            return None
        found = count or (self.subject_count if fresh and not event.persons else None)
        if found is None and event.persons and self.group_count is not None:
            found = self.group_count if self.group_count.number == len(event.persons) else None
        if found is None or found.number is None:
            return None
        if event.persons and len(event.persons) > found.number:
            return None
        alone = not event.persons and (event.act is Act.APPOINTED or found.number == 1)
        return None if alone and event.body not in _COMMITTEES else found.number

    def _list(self, piece: Piece) -> None:
        """After `gồm`, `là`, `đối với` come the holders of what was just filled."""
        if self.subject_count is not None and not self.subject and not self.used:
            self._flush()  # `25 đồng chí trúng cử, trong đó có …`
        if self._names_the_winner(piece):
            return
        if piece.kind is Kind.HAS and self._open_list(piece):
            return
        if not self.last:
            return
        gap = self.folded[self.last_stop : piece.span.start]
        short = len(gap.strip(" ,()\"")) < 45 and not regex.search(r"[;.]", gap)
        if piece.kind is Kind.TO and short and (self._object_follows(piece) or not any(e.persons for e in self.last)):
            for event in self.last:
                event.persons.clear()
            self.collecting = list(self.last)
        elif piece.kind is Kind.HAS and not self.last[-1].persons and short:
            self.collecting = [self.last[-1]]

    def _names_the_winner(self, piece: Piece) -> bool:
        """`Đại biểu trúng cử trẻ nhất là bà A`."""
        act = self.act
        if act is None or act.voice != "self" or act.act not in ("elected", "re_elected") or not self.real or self.used:
            return False
        gap = self.folded[act.span.stop : piece.span.start]
        if self.subject or self.muted or piece.span.of(self.folded) != "là" or len(gap) > 70 or regex.search(r"[,;]", gap):
            return False
        event = Event(Act(act.act), None, None, act.span, act.span)
        self.events.append(event)
        self.used, self.collecting, self.last, self.last_stop = True, [event], [event], piece.span.stop
        return True

    def _object_follows(self, piece: Piece) -> bool:
        """`phê chuẩn … chức Chủ tịch đối với ông A`: he is meant, whoever stands before the verb."""
        after = self.pieces[self.pieces.index(piece) + 1 :][:1]
        return bool(after) and after[0].kind is Kind.NAME and len(self._gap(piece, after[0])) < 12

    def _open_list(self, piece: Piece) -> bool:
        """`hai Phó Bí thư là chị A và anh B`, `Danh sách Ban Thường vụ gồm các ông: …`: a list with no verb of its own."""
        place = self.pieces.index(piece)
        slot = self.pieces[place - 1] if place else None
        after = self.pieces[place + 1 : place + 2]
        if slot is None or slot.span.start < self.last_stop or not after or after[0].kind is not Kind.NAME:
            return False
        if not regex.fullmatch(r"[\s,]*", self._gap(slot, piece)) or piece.span.of(self.folded) in ("có", "với", "như"):
            return False
        count = self.pieces[place - 2] if place > 1 and self._counts(self.pieces[place - 2], slot) else None
        listed = slot.kind is Kind.BODY and not slot.voice and self._is_news(slot.span, piece.span)
        act = Act(self.act.act) if self.act is not None and self.real and self.act.act not in ("none", "dismissed") else None
        if not listed and (slot.kind is not Kind.OFFICE or (act is None and (count is None or not self._is_news(slot.span, slot.span)))):
            return False
        event = Event(act, _of(slot, count), slot.org, slot.head or slot.span, (count or slot).span.cover(slot.span), head=slot.span.of(self.folded))
        event.seats = count.number if count else None
        self.events.append(event)
        self.last, self.last_stop, self.collecting, self.group = [event], piece.span.stop, [event], []
        return True

    def _flush(self) -> None:
        """An act that names no office: the neighbours say what was filled."""
        if self.act is None or self.used or not self.real:
            return
        self.used = True
        act = self.act
        if act.voice == "self" and act.act in ("elected", "re_elected"):
            persons, count = self.subject, self.subject_count
            if persons or count:
                start = persons[0].span.start if persons else count.span.start if count else act.span.start
                event = Event(Act(act.act), self._body_before(persons), None, act.span, Span(start, act.span.stop), list(persons))
                event.seats = count.number if count and not persons else None
                self.events.append(event)
                self.last, self.last_stop = [event], act.span.stop
        elif self.count is not None and self.count.voice == "đại biểu" and act.act != "dismissed" and "cử tri" in self.folded:
            self.events.append(Event(Act(act.act), Body.OTHER, None, self.count.span, act.span.cover(self.count.span), seats=self.count.number))
        elif act.act == "dismissed" and self.group and act.span.of(self.folded) == "cách chức":
            span = act.span.cover(self.group[-1].span)
            self.events.append(Event(Act.DISMISSED, Body.OTHER, None, act.span, span, list(self.group)))

    def _body_before(self, persons: list[Piece]) -> Body | None:
        """`Ba Phó Chủ tịch là các ông A, B, C cũng tái đắc cử`: the subject names the office."""
        if not persons:
            return None
        before = [p for p in self.pieces if p.span.stop <= persons[0].span.start]
        if before and before[-1].body is Body.SECRETARY and self.folded[before[-1].span.stop : persons[0].span.start].strip() in ("", "là"):
            return Body.SECRETARY  # `Tổng Bí thư A tái đắc cử`
        if len(before) < 2 or before[-1].kind is not Kind.HAS or before[-2].kind is not Kind.OFFICE:
            return None
        count = before[-3] if len(before) > 2 and before[-3].kind is Kind.COUNT else None
        return _of(before[-2], count)

    # ------------------------------------------------ distances

    def _gap(self, left: Piece, right: Piece) -> str:
        return self.folded[left.span.stop : right.span.start]

    def _filled(self, left: Piece, right: Piece) -> bool:
        return bool(_FILLER.fullmatch(self._gap(left, right)))


SIZED = frozenset(
    (
        Body.EXECUTIVE_COMMITTEE, Body.CELL_COMMITTEE, Body.STANDING_COMMITTEE, Body.INSPECTION_COMMITTEE, Body.SECRETARIAT,
        Body.PRESIDIUM, Body.CREDENTIALS_BOARD, Body.OTHER, Body.DEPUTY_SECRETARY, Body.VICE_CHAIRPERSON,
    )
)  # fmt: skip
_ONE_HOLDER = frozenset((Body.SECRETARY, Body.CHAIRPERSON, Body.INSPECTION_CHAIR))


def _of(slot: Piece, count: Piece | None) -> Body | None:
    """What the slot fills; several secretaries are the secretariat."""
    if slot.body is Body.SECRETARY and count is not None and (count.number or 0) > 1:
        return Body.SECRETARIAT
    return slot.body


def _in_bracket(folded: str, span: Span) -> bool:
    opening = folded.rfind("(", max(0, span.start - 200), span.start)
    return opening >= 0 and ")" not in folded[opening : span.start] and ")" in folded[span.stop - 1 : span.stop + 200]


def _is_unreal(before: str) -> bool:
    """Whether what follows `before` is planned or only proposed."""
    for words, done in ((_UNREAL, _DONE_AFTER_ALL), (_ON_PAPER, _DONE_AFTER_PAPER)):
        found = list(words.finditer(before))
        if found and not done.search(before, found[-1].end()):
            return True
    return False


_BALLOT = regex.compile(phrase(r"(?:số|tỷ lệ|tỉ lệ) phiếu|phiếu bầu|sự tín nhiệm của cử tri"))


def _persons_by_vote(cased: str, folded: str) -> Iterator[Event]:
    """`ông A đạt 76,74% phiếu bầu; ông B đạt 85,02%`: told of those who won, when an election stands just before."""
    if not _BALLOT.search(folded) or regex.search(r"không|chưa|rút|trượt|thấp nhất", folded):
        return
    names = [p for p in read_pieces(cased, folded) if p.kind is Kind.NAME and not _in_bracket(folded, p.span)]
    for votes in votes_in_text_order(folded):
        before = [p for p in names if p.span.stop <= votes.span.start]
        if before and regex.search(r"(?<!\p{L})(?:đạt|có|được|với)(?!\p{L})", folded[before[-1].span.stop : votes.span.start + 5]):
            span = before[-1].span.cover(votes.span)
            yield Event(Act.ELECTED, None, None, before[-1].span, span, [before[-1]])


def _members_by_vote(cased: str, folded: str) -> Iterator[Event]:
    """`9 đồng chí trong Ban Chấp hành và 3 đồng chí trong Ban Kiểm tra đều đạt số phiếu 100%`."""
    votes = tuple(votes_in_text_order(folded))
    if len(votes) != 1 or votes[0].percent is None:
        return
    for count, body in pairwise(read_pieces(cased, folded)):
        between = folded[count.span.stop : body.span.start].strip()
        if count.kind is Kind.COUNT and count.voice and body.kind is Kind.BODY and between == "trong" and body.span.stop <= votes[0].span.start:
            span = count.span.cover(body.span)
            yield Event(Act.ELECTED, body.body, body.org, span, span, seats=count.number, votes=votes[0])


# ---------------------------------------------------------------- organisation

_CONGRESS_OF = regex.compile(phrase(r"(?<!\p{L})(?:đại hội|hội nghị)(?: đại biểu| toàn thể)* "))
_COMMITTEES = frozenset((Body.EXECUTIVE_COMMITTEE, Body.STANDING_COMMITTEE, Body.INSPECTION_COMMITTEE, Body.CELL_COMMITTEE))


def _share_organisation(events: list[Event], cased: str, folded: str) -> None:
    """A committee without its own organisation is that of the one named before it, or of the congress that elects it."""
    org: Span | None = None
    for event in events:
        if event.org is not None:
            org = event.org
        elif event.body in _COMMITTEES:
            event.org = org or _congress_organisation(cased, folded, event.focus.start)


def _congress_organisation(cased: str, folded: str, at: int) -> Span | None:
    for match in _CONGRESS_OF.finditer(folded, 0, at):
        found = read_organisation(cased, folded, match.end())
        if found is not None and not found.organ and found.span.stop <= at:
            return found.span
    return None


# ---------------------------------------------------------------- votes and candidates

_CANDIDATES = regex.compile(
    phrase(
        r"(?:từ|trong)(?: (?:tổng số|danh sách|số|danh sách bầu|danh sách gồm|danh sách đề cử|danh sách bầu cử))* (?P<n>\d{1,4}) "
        r"(?:người|đồng chí|ứng viên|ứng cử viên|đại biểu|nhân sự|đ/c|vị|đồng chí được)"
    )
)


def _attach_candidates(events: list[Event], folded: str) -> None:
    for match in _CANDIDATES.finditer(folded):
        sized = [e for e in events if e.seats is not None and e.seats < int(match["n"])]
        if len(sized) == 1 and sized[0].candidates is None:
            sized[0].candidates = int(match["n"])


def _attach_votes(events: list[Event], folded: str) -> None:
    """Each ballot goes to the event it stands behind, or to the next one when it opens the clause."""
    for votes in votes_in_text_order(folded):
        event = _event_of(votes, events, folded)
        if event is not None and event.votes is None:
            event.votes = votes
            event.span = event.span.cover(votes.span)


def _event_of(votes: Votes, events: list[Event], folded: str) -> Event | None:
    before = [e for e in events if e.focus.start < votes.span.start]
    after = [e for e in events if e.focus.start >= votes.span.stop]
    if before:
        gap = folded[max(e.span.stop for e in before if e is before[-1]) : votes.span.start]
        if len(gap) < 90 and ";" not in gap:
            return before[-1]
    if after and ";" not in folded[votes.span.stop : after[0].focus.start]:
        return after[0]
    return None


def heads_a_board(words: str) -> bool:
    """Whether an office says of itself only that it heads a board: `Chủ nhiệm`, `Trưởng ban`."""
    return words in ("chủ nhiệm", "trưởng ban")


def votes_alone(folded: str) -> Iterator[Votes]:
    """Ballots of a sentence in which nothing is filled: they belong to what a neighbour tells."""
    return votes_in_text_order(folded)
