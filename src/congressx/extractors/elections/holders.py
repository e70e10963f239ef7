"""Lists of holders: behind `gồm`, `là`, `đối với` come those who hold what was just filled."""

from __future__ import annotations

import regex

from congressx.extractors.elections.events import SEVERAL, Event
from congressx.extractors.elections.moods import is_news
from congressx.extractors.elections.pieces import BECAME, POST, Kind, Piece
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.telling import Telling, filled_by
from congressx.extractors.elections.unfilled import end_act
from congressx.patterns import Pattern
from congressx.vietnamese.honorifics import ADDRESS
from congressx.vietnamese.spelling import phrase

_NEAR = Pattern(
    phrase(
        r"\s*(?:(?:của\s*)?(?:thành phố|tp|tỉnh|huyện|quận|thị xã|xã|phường|hội)\s*)?(?:(?:đều|cũng|tiếp tục|được)\s*)*"
    )
)
"""`Các Phó Chủ tịch đều được tái bầu`: the office stands right before its verb."""
_CLAUSE_OPENS = Pattern(
    phrase(
        r"(?:^\W*|[;.] |(?<!\p{L})theo đó[\s,:]+|(?:^|; )\W*(?:(?:theo )?kết quả [^,;:.]{3,60}[,:]|kết quả:) )"
        r"(?:(?:trong đó|theo đó)[\s,:]*)?"
        r"(?:(?:các|chức danh|chức vụ|chức|vị trí|ghế|tân) )*$"
    )
)
"""`Chức danh Chủ tịch là ông A`: an office that opens its clause, or stands behind `theo kết quả …,`, is what it is about."""

_NAMED_OFFICE = Pattern(phrase(rf"(?<!\p{{L}})(?:{POST}|ghế|nhiệm vụ|trọng trách|vai trò)\s*$"))
"""`Chức danh Chánh Văn phòng dành cho ông A`: without that word an office may be given anything."""
_STILL = Pattern(phrase(r"\s*(?:(?:tiếp tục|vẫn|đã|cũng|nay|vừa)\s*)*"))
_GIVES = ("dành cho", "thuộc về", "về tay")


def read_list(told: Telling, piece: Piece, at: int) -> None:
    """After `gồm`, `là`, `đối với` come the holders of what was just filled; `danh sách trúng cử không có ông A`."""
    if piece.span.of(told.folded) == "có" and told.folded[: piece.span.start].endswith("không "):
        return
    if told.subject_count is not None and not told.subject and not told.used:
        end_act(told)  # `25 đồng chí trúng cử, trong đó có …`
    if _names_the_winner(told, piece) or _follows_its_verb(told, piece, at) or _is_given(told, piece, at):
        return
    if (piece.kind is Kind.TO and _opens_next(told, piece, at)) or _led_by(told, piece, at):
        return
    if (piece.kind is Kind.HAS and _opens_list(told, piece, at)) or not told.last or _each_has_an_office(told, at):
        return
    gap = told.folded[told.last_stop : piece.span.start]
    if piece.span.of(told.folded) == "của" and (gap.strip() or told.last[-1].act is not Act.DISMISSED):
        return  # `miễn nhiệm chức Chủ tịch của ông A`, but not `bầu Phó Chủ tịch của ông A`
    if len(gap.strip(' ,()"')) >= 45 or regex.search(r"[;.]", gap):
        return
    held = any(event.persons for event in told.last)
    lost = told.last[-1].act is Act.DISMISSED and piece.span.of(told.folded) == "với"
    if (piece.kind is Kind.TO or lost) and (not held or _object_follows(told, piece, at)):
        for event in told.last:
            event.persons.clear()
        told.collecting = list(told.last)
    elif piece.kind is Kind.HAS and not told.last[-1].persons:
        told.collecting = [told.last[-1]]


def _each_has_an_office(told: Telling, at: int) -> bool:
    """`chuẩn y Bí thư, Phó Bí thư gồm: ông A - Bí thư, bà B - Phó Bí thư`: who holds which is said with each name."""
    filled = {event.body for event in told.last}
    after = [p for p in told.pieces[at + 1 : at + 5] if p.span.of(told.folded) != ":"][:2]
    if len(filled) < 2 or [p.kind for p in after] != [Kind.NAME, Kind.OFFICE]:
        return False
    return after[1].body in filled and BECAME.fullmatch(told.gap(*after)) is not None


_BEHIND_VERB = Pattern(phrase(rf"\s*(?:[^,;:.()]{{0,50}}?\s)?\(?(?:(?:các|{ADDRESS})\s*)*"))


def _follows_its_verb(told: Telling, piece: Piece, at: int) -> bool:
    """`Hai Phó Chủ tịch UBND tỉnh được bầu bổ sung là ông A và bà B`: the office is what the verb is about."""
    if piece.span.of(told.folded) in ("có", "với", "như") or not _name_follows(told, at):
        return False
    return open_subject(told, piece)


def open_subject(told: Telling, piece: Piece) -> bool:
    """Begins the list, at `piece`, of those who hold the office before `được bầu`; False when there is none."""
    act = told.act
    if act is None or act.voice != "other" or not told.done or told.used or told.subject or told.muted:
        return False
    if act.act == "dismissed" or told.group or not _BEHIND_VERB.fullmatch(told.gap(act, piece)):
        return False
    before = told.before(act.span.start)[-3:]
    if [p.kind for p in before[-2:]] != [Kind.OFFICE, Kind.PASSIVE] or before[-2].body is None:
        return False
    slot, count = before[-2], before[0] if len(before) == 3 and told.counts(before[0], before[-2]) else None
    if not _JUST.fullmatch(told.gap(slot, before[-1])) or not _CLAUSE_BEGINS.search(
        told.folded[: (count or slot).span.start]
    ):
        return False
    event = Event(Act(act.act), filled_by(slot, count), slot.org, slot.head or slot.span, slot.span.cover(act.span))
    event.head, event.seats = slot.span.of(told.folded), count.number if count and (count.number or 0) > 1 else None
    told.open(event, piece.span.stop if piece.kind is Kind.HAS else piece.span.start)
    told.used, told.collecting, told.group = True, [event], []
    return True


_NEXT = Pattern(phrase(r".*[,;]\s*(?:và\s*)?(?:(?:chức danh|chức vụ|chức|ủy viên)\s*)*"))


def _opens_next(told: Telling, piece: Piece, at: int) -> bool:
    """`miễn nhiệm chức Phó Chủ tịch đối với ông A, Ủy viên UBND đối với bà B`: the verb goes on to another office."""
    slot, first = told.pieces[at - 1] if at else None, told.last[-1] if told.last else None
    if slot is None or slot.body is None or first is None or first.act is None or not first.persons:
        return False
    if slot.span.start < first.persons[-1].span.stop or told.gap(slot, piece).strip():
        return False
    between = told.folded[first.persons[-1].span.stop : slot.span.start]
    if not _NEXT.fullmatch(between) or not _object_follows(told, piece, at):
        return False
    event = Event(first.act, filled_by(slot, None), slot.org, slot.head or slot.span, slot.span)
    event.head = slot.span.of(told.folded)
    told.open(event, piece.span.stop)
    told.collecting, told.group = [event], []
    return True


_JUST = Pattern(phrase(r"\s*(?:(?:vừa|mới|đã|cũng|mới vừa|lần này)\s*)*"))
_CLAUSE_BEGINS = Pattern(phrase(r"(?:^|[,;:.]|(?<!\p{L})(?:các|tân|vị|và|chức danh|chức vụ|cho biết|cho hay))[\W_]*$"))


def _is_given(told: Telling, piece: Piece, at: int) -> bool:
    """`Chức danh Chánh Văn phòng HĐND dành cho ông A`: no verb; it counts only beside an election, unless `được giao cho`."""
    slot, given = told.pieces[at - 1] if at else None, piece.voice == "given"
    if slot is None or slot.kind is not Kind.OFFICE or slot.span.start < told.last_stop:
        return False
    if told.act is not None and not (given and told.used):
        return False
    named = _NAMED_OFFICE.search(told.folded[: slot.span.start]) and _object_follows(told, piece, at)
    if not (given or piece.span.of(told.folded) in _GIVES) or not named:
        return False
    if not _STILL.fullmatch(told.gap(slot, piece)) or not told.is_news(slot, piece):
        return False
    event = Event(Act.APPOINTED if given else None, filled_by(slot, None), slot.org, slot.head or slot.span, slot.span)
    event.head = slot.span.of(told.folded)
    told.open(event, piece.span.stop)
    told.collecting, told.group = [event], []
    return True


_BY = Pattern(phrase(rf"\s*(?:(?:vẫn|tiếp tục|nay|sẽ tiếp tục) )*do (?:(?:{ADDRESS}) )?"))
_TAKES = ("đảm nhiệm", "đảm nhận", "đảm trách", "nắm giữ", "giữ", "phụ trách")
_TAKEN = Pattern(
    phrase(r"\s*(?:$|[.,;)]|(?P<won>sau khi (?:được (?:bầu|tín nhiệm)|trúng cử|đắc cử))|với (?:số|tỷ lệ|\d))")
)


def read_taking(told: Telling, link: Piece, at: int) -> None:
    """`Chức Bí thư do ông A đảm nhiệm`: it counts beside an election, or with the words that he was elected."""
    slot, name = told.pieces[at - 2 : at] if at > 1 else (None, None)
    if slot is None or name is None or slot.kind is not Kind.OFFICE or name.kind is not Kind.NAME or told.act:
        return
    taken = _TAKEN.match(told.folded, link.span.stop)
    by = _BY.fullmatch(told.gap(slot, name)) and link.span.of(told.folded) in _TAKES
    if not by or taken is None or told.gap(name, link).strip() or slot.span.start < told.last_stop:
        return
    if not _NAMED_OFFICE.search(told.folded[: slot.span.start]) or not told.is_news(slot, name):
        return
    act = Act.ELECTED if taken["won"] else None
    event = Event(act, filled_by(slot, None), slot.org, slot.head or slot.span, slot.span)
    event.head, event.persons = slot.span.of(told.folded), [name]
    told.open(event, taken.end("won") if taken["won"] else link.span.stop)


def _object_follows(told: Telling, piece: Piece, at: int) -> bool:
    """`phê chuẩn … chức Chủ tịch đối với ông A`: he is meant, whoever stands before the verb."""
    after = told.pieces[at + 1 : at + 2]
    return bool(after) and after[0].kind is Kind.NAME and len(told.gap(piece, after[0])) < 12


_NOTABLE = Pattern(phrase(r"đáng chú ý|tiêu biểu|nổi bật|trong đó|này|gồm"))
"""`Trong danh sách trúng cử, đáng chú ý có ông A`."""


def _names_the_winner(told: Telling, piece: Piece) -> bool:
    """`Đại biểu trúng cử trẻ nhất là bà A`, `Các Phó Chủ tịch đều tái đắc cử gồm …`."""
    act = told.act
    if act is None or act.voice != "self" or act.act not in ("elected", "re_elected") or not told.done or told.used:
        return False
    gap, word, office = told.gap(act, piece), piece.span.of(told.folded), _office_won(told, act, piece)
    if told.subject or told.muted or len(gap) > 90 or regex.search(r"[,;]", gap):
        return False
    listed = _name_follows(told, told.pieces.index(piece)) and (
        word not in ("có", "với", "như") or _NOTABLE.search(gap) or told.folded[: act.span.start].endswith("danh sách ")
    )
    if word != "là" and not listed and (office is None or word in ("có", "với")):
        return False
    event = Event(Act(act.act), office.body if office else None, office.org if office else None, act.span, act.span)
    event.seats = _how_many_won(told, act) if event.body in SEVERAL else None
    told.open(event, piece.span.stop)
    told.used, told.collecting = True, [event]
    return True


def _office_won(told: Telling, act: Piece, piece: Piece) -> Piece | None:
    """The office before `tái đắc cử`, `vừa đắc cử`: whoever wins again wins the same, and who has just won wins it."""
    before = told.before(act.span.start)[-1:]
    if not before or before[0].kind is not Kind.OFFICE or before[0].body is None:
        return None
    office, gap = before[0], told.gap(before[0], act)
    if act.act == "re_elected":
        return office if _NEAR.fullmatch(gap) else None
    just = _JUST.fullmatch(gap) and (gap.strip() or office.span.of(told.folded).endswith("mới"))
    return office if just and not told.gap(act, piece).strip() else None


def _how_many_won(told: Telling, act: Piece) -> int | None:
    """`Bốn Phó Chủ tịch tái đắc cử là …`."""
    before = told.before(act.span.start)[-2:]
    counted = len(before) == 2 and told.counts(before[0], before[1]) and before[0].number != 1
    return before[0].number if counted else None


_IS_NOW = Pattern(phrase(r"[\s,]*(?:còn lại|(?:kể )?từ (?:nay|hôm nay)|nay|giờ đây|lần này)?[\s,]*"))


def _opens_list(told: Telling, piece: Piece, at: int) -> bool:
    """`hai Phó Bí thư là chị A và anh B`, `Danh sách Ban Thường vụ gồm các ông: …`: a list with no verb of its own."""
    slot = told.pieces[at - 1] if at else None
    if slot is None or slot.span.start < told.last_stop or not _name_follows(told, at):
        return False
    if not _IS_NOW.fullmatch(told.gap(slot, piece)) or piece.span.of(told.folded) in ("có", "với", "như"):
        return False  # `Phó Bí thư như ông A` gives an example, no list
    count = told.pieces[at - 2] if at > 1 and told.counts(told.pieces[at - 2], slot) else None
    act = Act(told.act.act) if told.act and told.done and told.act.act != "dismissed" else None
    if act is Act.RE_ELECTED and told.used and told.act is not None and told.act.voice == "self":
        act = Act.ELECTED  # `ông A tái đắc cử Bí thư, hai Phó Bí thư là …`
    if not _may_be_listed(told, slot, piece, count, act):
        told.collecting = [] if slot.kind is Kind.OFFICE else told.collecting
        return False
    event = Event(act, filled_by(slot, count), slot.org, slot.head or slot.span, (count or slot).span.cover(slot.span))
    event.head, event.seats = slot.span.of(told.folded), count.number if count else None
    told.open(event, piece.span.stop)
    told.collecting, told.group = [event], []
    return True


_HEADS = (Body.CHAIRPERSON, Body.SECRETARY)


def _led_by(told: Telling, piece: Piece, at: int) -> bool:
    """`ra mắt Ban Chấp hành Hội là Chủ tịch Lê Văn An và các Phó Chủ tịch gồm …`: officers, not members."""
    after, committee = told.pieces[at + 1 : at + 3], told.last[-1] if told.last else None
    if committee is None or committee.body is not Body.EXECUTIVE_COMMITTEE or committee.persons:
        return False
    if [p.kind for p in after] != [Kind.OFFICE, Kind.NAME] or told.folded[told.last_stop : piece.span.start].strip():
        return False
    office, name = after
    if piece.span.of(told.folded) != "là" or office.body not in _HEADS or office.org or told.gap(office, name).strip():
        return False
    event = Event(committee.act, office.body, committee.org, office.head or office.span, office.span)
    event.head = office.span.of(told.folded)
    told.open(event, office.span.stop)
    told.collecting, told.group = [event], []
    return True


def _name_follows(told: Telling, at: int) -> bool:
    """Whether a name stands behind the piece, or behind the colon after it: `gồm: ông A`."""
    after = told.pieces[at + 1 : at + 4]
    after = after[1:] if after and after[0].span.of(told.folded) == ":" else after
    if len(after) > 1 and after[0].kind is Kind.OFFICE and not told.gap(after[0], after[1]).strip():
        after = after[1:]  # `gồm: Phó Bí thư Thường trực Lê Văn An; ông Trần Văn Bình`
    return bool(after) and after[0].kind is Kind.NAME


def _may_be_listed(told: Telling, slot: Piece, piece: Piece, count: Piece | None, act: Act | None) -> bool:
    """Whether a list behind a body or an office tells who won: `Chủ tịch là ông A` alone may only say who presides."""
    if slot.kind is Kind.BODY and not slot.voice:
        return told.is_news(slot, piece)
    tells = piece.span.of(told.folded) in ("là", ":") and (told.act is None or told.done)
    stands_alone = tells and _CLAUSE_OPENS.search(told.folded[: slot.span.start])
    named = count is not None or slot.body is Body.COUNCIL_OFFICE or stands_alone
    if slot.kind is not Kind.OFFICE or not (act or named):
        return False
    start = told.clause_start(slot.span.start)
    if act and told.act is not None:
        start = max(start, told.last_stop, told.act.span.start)
    return is_news(told.moods[start : slot.span.start])
