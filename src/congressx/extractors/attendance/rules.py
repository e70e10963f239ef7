"""How many came: ratios, counts, whole memberships, and whom delegates represent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import regex

from congressx.document import Document, Sentence
from congressx.engine import Draft, Finder
from congressx.extractors.attendance.absences import ABSENCE, absences
from congressx.extractors.attendance.asides import ABSENT, said_besides
from congressx.extractors.attendance.attendees import LEAST_TURNOUT, MEMBERS, NOUN_CUES, Attendees, attendees_at
from congressx.extractors.attendance.coming import Coming, coming_of, next_of
from congressx.extractors.attendance.labels import guests, heads, rolls
from congressx.extractors.attendance.record import AttendanceStatus, AttendeeGroup
from congressx.extractors.attendance.shares import percent_of, shares
from congressx.extractors.attendance.whereabouts import MEETING, RIGHT_BEFORE, Whereabouts, names_a_meeting
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.numerals import Number
from congressx.vietnamese.quantities import Quantity, Unit, find_quantities
from congressx.vietnamese.spelling import phrase

_PRESENCE_CUES = entries("presence_cues.txt", __package__)


def _ratios(sentence: Sentence, document: Document) -> Iterator[Draft]:
    return (draft for q, draft in _counted(sentence) if q.total is not None)


def _convened(sentence: Sentence, document: Document) -> Iterator[Draft]:
    return (draft for _, draft in _counted(sentence) if draft.value["status"] is AttendanceStatus.CONVENED)


def _counts(sentence: Sentence, document: Document) -> Iterator[Draft]:
    return (draft for q, draft in _counted(sentence) if q.total is None)


@lru_cache(maxsize=4)
def _counted(sentence: Sentence) -> tuple[tuple[Quantity, Draft], ...]:
    """Every quantity of attendees that a sentence says came, were convened or are expected."""
    if not NOUN_CUES.stand_in(sentence.folded):
        return ()
    found: list[tuple[Quantity, Draft]] = []
    listed: int | None = None
    convened = False
    for quantity in _quantities(sentence.folded):
        if quantity.unit is not Unit.COUNT or not isinstance(quantity.value, int):
            continue
        who = attendees_at(sentence.folded, quantity.span.stop)
        over = who is not None and sentence.folded.startswith("/", who.span.stop)
        if who is None or (over and _total_behind(sentence.folded, who, quantity.value) is None):  # 60-300 người/cuộc
            continue
        if quantity.value >= _A_PEOPLE and _RESIDENTS.match(sentence.folded, who.span.start):
            continue
        where = Whereabouts(sentence.folded, quantity.span, who)
        coming = coming_of(where) or next_of(where, listed, convened=convened)
        if coming is None:
            continue
        listed, convened = who.span.stop, coming.status is AttendanceStatus.CONVENED
        found.append((quantity, _draft(sentence, quantity, who, coming)))
    return tuple(found)


_A_PEOPLE = 100_000
_RESIDENTS = Pattern(phrase(r"(?:người|người dân|nhân dân|cư dân|dân|đồng bào)(?!\p{L})"))
"""`bảo đảm quyền lợi của 20 triệu người dân`: more residents than come to a meeting, where 1.4 million party members may."""

_OF_SO_MANY = Pattern(phrase(r" (?:trong|trên)(?: tổng)?(?: số)? (?P<total>\d{1,4})(?![\d.,/]|\s*%)"))


def _quantities(folded: str) -> Iterator[Quantity]:
    """The quantities of a sentence; `9 trong tổng 11 đảng ủy viên` and `249 trên 250 đại biểu` are one each."""
    behind = 0
    for quantity in find_quantities(folded):
        if quantity.span.start < behind or folded.endswith("phần ", 0, quantity.span.start):  # hai phần ba ủy viên
            continue
        whole = _whole_of(folded, quantity)
        behind = whole.span.stop
        yield whole


def _whole_of(folded: str, quantity: Quantity) -> Quantity:
    """The quantity with the number behind it, if it is so many of so many attendees."""
    of = _OF_SO_MANY.match(folded, quantity.span.stop)
    if of is None or quantity.total is not None or not isinstance(quantity.value, int):
        return quantity
    total = int(of["total"])
    if not LEAST_TURNOUT * total <= quantity.value <= total or attendees_at(folded, of.end()) is None:
        return quantity
    span, number = Span(quantity.span.start, of.end()), Span(quantity.number.start, of.end())
    return replace(quantity, span=span, number=number, total=total)


def _draft(sentence: Sentence, quantity: Quantity, who: Attendees, coming: Coming) -> Draft:
    beside = _beside(sentence.folded, quantity, who)
    invited = _INVITED.search(sentence.folded, 0, quantity.span.start)
    from_elsewhere = _TO_LEARN.match(sentence.folded, who.span.stop)
    group = AttendeeGroup.GUEST if invited or from_elsewhere else who.group
    if group is AttendeeGroup.PARTICIPANT and beside.get("represents"):
        group = AttendeeGroup.DELEGATE  # 1.000 người đại diện cho 64.000 đoàn viên
    value: dict[str, Any] = {"group": group, "status": coming.status} | beside
    if coming.status is AttendanceStatus.CONVENED and quantity.total is None:
        value |= {"summoned": quantity.value}
        if _ALL_CAME.match(sentence.folded, who.span.stop):
            value |= {"percent": _ALL_OF_THEM, "status": AttendanceStatus.ACTUAL}
    else:
        value |= {"present": quantity.value, "comparator": quantity.comparator}
        value |= {"percent": _ALL_OF_THEM} if coming.whole else {}
        total = quantity.total or _total_behind(sentence.folded, who, quantity.value)
        value |= {} if total is None else {"summoned": total}
    return Draft(value, quantity.number, _quote(sentence.folded, quantity.span, who))


_INVITED = Pattern(phrase(r"(?<!\p{L})mời $"))
"""`HĐND huyện mời 20 cử tri dự kỳ họp`"""
_TO_LEARN = Pattern(
    phrase(
        r"[^.;:()\d]{0,60}? (?:đến|về|tới|tham|cùng) dự(?: (?:đại hội|hội nghị))?,?(?: để)? (?:rút|học|trao đổi)(?: \p{L}+)? kinh nghiệm"
    )
)
"""`20 đồng chí bí thư các chi bộ đến dự rút kinh nghiệm`: of other units."""

# --- what the same sentence adds --------------------------------------------------------------------------------------

_PERCENT_BEHIND = Pattern(
    phrase(
        r"[^.;%]{0,60}?,?\s*\(?(?:đạt|chiếm|bằng|tức|tương đương|tương ứng)?\s*(?:tỷ lệ|tỉ lệ)?\s*(?P<percent>\d+(?:[.,]\d+)?)\s*%"
    )
)
_OF_SUMMONED = Pattern(
    phrase(rf" (?:so với )?(?:tổng )?(?:số )?(?:(?:{MEMBERS})(?: chính thức)? )?(?:được )?triệu tập")
)
"""`72 đại biểu, đạt 96% số đại biểu được triệu tập`, `đạt 96% so với triệu tập`"""
_TURNED_OUT = Pattern(
    phrase(
        r"(?: (?:có mặt|tham gia|(?:tham |về |đến )?dự)(?: (?:tại )?(?:đại hội|hội nghị|họp|kỳ họp"
        r"|phiên họp))?)?\s*[,(]?\s*(?:(?:đạt|chiếm|bằng|tức|tương đương|tương ứng) (?:(?:tỷ lệ|tỉ lệ) )?)?"
    )
)
"""`Dự đại hội có 198 đại biểu, đạt 99%`: right behind those who came it is their share."""
_DULY = Pattern(
    phrase(rf"(?<!\p{{L}})(?:có mặt|dự|tham gia)(?: (?:tại )?{MEETING})?(?: (?!bầu|của)\p{{L}}+){{0,6}} (?:có|gồm) $")
)
"""`Dự Đại hội có`"""
_COMING = Pattern(phrase(r"(?<!\p{L})(?:có mặt|dự|tham gia)(?!\p{L})"))
_THEN_COMING = Pattern(
    phrase(r"\)?,? (?:đã |đều )?(?:có mặt|(?:tham |về |đến |tới )?dự)(?!\p{L})(?! (?:kiến|thảo|án|bị|khuyết))")
)
"""`94 đảng viên (100%) dự`"""
_ALL_CAME = Pattern(
    phrase(r"\s*,? (?:đã |đều )?(?:có mặt|(?:tham |về |đến )?dự)(?: (?:đại hội|hội nghị))? (?:đông đủ|đầy đủ)")
)
"""`triệu tập 96 đại biểu, có mặt đông đủ`"""
_NEXT_CLAUSE = Pattern(
    phrase(
        r"(?<!(?:đạt|chiếm|lệ|bằng|tức|đương|ứng) [\d.,]+\s*%)(?: (?:số|các))? (?:cử tri|đại biểu|đảng viên|hội viên|đoàn viên|ý kiến)"
    )
)
"""`65/68 cử tri tham dự, 100% cử tri tín nhiệm`"""
_OTHERS_SHARE = Pattern(phrase(r"\d|phiếu|tán thành|tín nhiệm|nữ|bầu"))
_TOTAL_BEHIND = Pattern(
    phrase(
        r"(?:[^.;]{0,40}(?:có mặt|dự|tham gia)(?:[^.;]{0,40}(?:trên|trong)|\s*/)\s*tổng số| (?:trên|trong)(?: tổng)?(?: số)?"
        rf"|(?:[^.;()]|(?<=\d)\.(?=\d)){{0,120}}\((?:(?:trên|trong) (?:tổng )?(?:số )?"
        rf"|(?:tổng )?(?:số )?(?:(?:{MEMBERS}) )?(?:được )?triệu tập(?: là|\s*:)?)"
        rf"|\s*[,(]? (?:so với|trên)(?: tổng)?(?: số)?|\s*/(?:\s*tổng số)?)\s*(?P<total>\d{{1,4}}(?:\.\d{{3}})?)(?!\d|[.,/]\d|\s*%)"
        rf"(?= (?:đồng chí |đ/c )?(?:{MEMBERS}|đồng chí|đ/c|người|đ\.v|đv|ủy viên|\p{{L}}+ ủy viên)|[^.;\p{{L}}]{{0,3}}(?:$|[,;.)]"
        rf"| (?:được )?triệu tập))"
    )
)


def _beside(folded: str, quantity: Quantity, who: Attendees) -> dict[str, Any]:
    """Whom they represent, the share, who was absent."""
    found = said_besides(folded, Span(quantity.span.start, who.span.stop), who.group)
    if (percent := _share(folded, quantity, who)) is not None:
        found["percent"] = percent
    return found


def _share(folded: str, quantity: Quantity, who: Attendees) -> float | None:
    """`44/46 đồng chí, đạt 95,7%`, where the words tell of whom it is the share."""
    share = _PERCENT_BEHIND.match(folded, who.span.stop)
    if (
        share is None
        or _NEXT_CLAUSE.match(folded, share.end())
        or _OTHERS_SHARE.search(ABSENT.sub("", folded[who.span.stop : share.start("percent")]))
    ):
        return None
    summoned = "triệu tập" in folded[: quantity.span.start] or _OF_SUMMONED.match(folded, share.end())
    told = summoned or quantity.total is not None or _turned_out(folded, quantity, share, who)
    return percent_of(share) if told else None


def _turned_out(folded: str, quantity: Quantity, share: regex.Match[str], who: Attendees) -> bool:
    came = (
        RIGHT_BEFORE.search(folded[max(0, quantity.span.start - 60) : quantity.span.start])
        or _DULY.search(folded, max(0, quantity.span.start - 60), quantity.span.start)
        or _COMING.search(share.group())
        or _THEN_COMING.match(folded, share.end())
    )
    named_before = who.span.start == who.span.stop
    right_behind = _TURNED_OUT.fullmatch(folded, who.span.stop, share.start("percent"))
    told = right_behind is not None and percent_of(share) >= _LEAST_SHARE
    return told and (came is not None or named_before)


def _total_behind(folded: str, who: Attendees, present: Number) -> int | None:
    """`45 đại biểu có mặt trong tổng số 48`."""
    found = _TOTAL_BEHIND.match(folded, who.span.stop)
    total = 0 if found is None else int(found["total"].replace(".", ""))
    return total if LEAST_TURNOUT * total <= present <= total else None


_LONGEST_QUOTE = 120


def _quote(folded: str, quantity: Span, who: Attendees) -> Span:
    """The number and its noun with the rest of their clause."""
    stop = who.span.stop + len(regex.split(r"[;.,(]", folded[who.span.stop :])[0])
    return Span(quantity.start, max(who.span.stop, min(stop, quantity.start + _LONGEST_QUOTE)))


# --- all of them ------------------------------------------------------------------------------------------------------

_ALL = Pattern(
    phrase(
        r"(?:(?<!\w)toàn thể|(?<![\d.,])(?P<percent>\d{2,3}(?:[.,]\d{1,2})?)\s*%(?: (?:số|tổng số))?) (?:các )?(?=\p{L})"
    )
)
_IN_BRACKETS = Pattern(
    phrase(
        r"[^.;,()]{0,40}\((?:(?P<present>\d{1,4})(?:/(?P<summoned>\d{1,4}))? (?:đồng chí|đ/c|đảng viên|đại biểu|người)"
        r"|(?P<present>\d{1,4})/(?P<summoned>\d{1,4}))\)"
    )
)
"""`100% đảng viên (32/32 đồng chí)`, `toàn thể đảng viên không vướng lịch trực (61/70)`"""
_CADRES = Pattern(phrase(r"cán bộ(?!\p{L})"))
_REACHED = Pattern(phrase(r"(?:đạt|chiếm|bằng)(?: (?:tỷ lệ|tỉ lệ))? $"))
"""The share of a number before it."""
_ALL_OF_THEM = 100.0
_LEAST_SHARE = 50.0
"""A smaller share of members at a meeting is another figure."""


def _whole(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`cùng toàn thể đảng viên`, `100% đảng viên về dự`."""
    for match in _ALL.finditer(sentence.folded):
        span = Span(*match.span())
        who = attendees_at(sentence.folded, span.stop)
        if who is None or (who.group is AttendeeGroup.PARTICIPANT and not _CADRES.match(sentence.folded, span.stop)):
            continue
        percent = _ALL_OF_THEM if match["percent"] is None else percent_of(match)
        where = Whereabouts(sentence.folded, span, who)
        if percent < _LEAST_SHARE or _REACHED.search(sentence.folded, 0, match.start()):
            continue
        counted = _counted_in_brackets(sentence.folded, who)
        told = counted is not None or names_a_meeting(where) or "triệu tập" in where.behind
        if percent != _ALL_OF_THEM and not (who.sure and told):
            continue
        coming = coming_of(where)
        if coming is not None and coming.status is AttendanceStatus.ACTUAL:
            whole = span.cover(who.span)
            value = {"percent": percent, "group": who.group, "status": coming.status}
            if counted is not None:
                value |= {name: int(counted[name]) for name in ("present", "summoned") if counted[name]}
                if value["present"] != value.get("summoned", value["present"]):
                    del value["percent"]
                whole = Span(whole.start, counted.end())
            yield Draft(value, whole, whole)


_DAYS, _MONTHS = 31, 12


def _counted_in_brackets(folded: str, who: Attendees) -> regex.Match[str] | None:
    """So many, or so many of so many, in the brackets behind the noun; `(5/7)` without a noun is a date."""
    found = _IN_BRACKETS.match(folded, who.span.stop)
    if found is None or found["summoned"] is None:
        return found
    present, summoned = int(found["present"]), int(found["summoned"])
    dated = found.group().endswith(f"/{found['summoned']})") and present <= _DAYS and summoned <= _MONTHS
    turned_out = LEAST_TURNOUT * summoned <= present <= summoned
    return found if turned_out and (present == summoned or not dated) else None


_TURNOUT = Pattern(
    phrase(
        rf"(?<!\d )(?:(?:tỷ lệ|tỉ lệ|số) )?(?P<noun>{MEMBERS})(?: được triệu tập)?"
        r" (?:có mặt|(?:tham |về |đến )?dự)(?!\p{L})(?: (?:tại )?(?:đại hội|hội nghị|kỳ họp|phiên \p{L}+))?,?"
        r" (?:đạt|là)(?: (?:tỷ lệ|tỉ lệ))? (?P<percent>\d{2,3}(?:[.,]\d{1,2})?)\s*%"
    )
)


def _turnouts(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`Tỷ lệ đảng viên tham dự Đại hội đạt 97,5%`"""
    for match in _TURNOUT.finditer(sentence.folded):
        who = attendees_at(sentence.folded, match.start("noun"))
        percent = percent_of(match)
        if who is not None and _LEAST_SHARE <= percent <= _ALL_OF_THEM:
            value = {"percent": percent, "group": who.group, "status": AttendanceStatus.ACTUAL}
            yield Draft(value, Span(*match.span("percent")), Span(*match.span()))


RULES = (
    # Khách mời: 12 đồng chí · khách mời dự kiến khoảng 90 người · mời 15 khách
    Finder("attendance.guests", guests, cues=("khách", "đại biểu mời")),
    # Tổng số đảng viên của chi bộ: 41 đ/c. Vắng 01. Số có mặt: 40
    Finder("attendance.roll", rolls, cues=("tổng số", "số có mặt", "số người có mặt")),
    # bí thư 61 chi bộ tới dự
    Finder("attendance.heads", heads, cues=("bí thư", "chủ tịch", "thủ trưởng", "hiệu trưởng", "chủ nhiệm")),
    # với sự có mặt của 55/58 đảng viên được triệu tập · 53/58 đại biểu HĐND tỉnh có mặt
    Finder("attendance.ratio", _ratios, cues=("/", "tổng số", "trên", "trong tổng", "trong số"), asks=(NOUN_CUES,)),
    # Có mặt 47 trong tổng số 50 đại biểu · Số đảng viên có mặt: 47/50 · Đại biểu triệu tập: 150; đại biểu có mặt: 148
    Finder(
        "attendance.share",
        shares,
        cues=("có mặt", "dự", "hiện diện", "góp mặt", "triệu tập", "vắng", "đến họp", "về họp", "tới họp"),
        asks=(NOUN_CUES,),
    ),
    # triệu tập 249 đại biểu
    Finder("attendance.convened", _convened, cues=("triệu",), asks=(NOUN_CUES,)),
    # với sự tham dự của 244 đại biểu chính thức đại diện cho 5.365 đảng viên · cùng 169 đảng viên của 11 chi bộ
    Finder("attendance.count", _counts, cues=_PRESENCE_CUES, asks=(NOUN_CUES,)),
    # cùng toàn thể đảng viên · 100% đảng viên trong chi bộ về dự
    Finder("attendance.whole", _whole, cues=("toàn thể", "%")),
    # Tỷ lệ đảng viên tham dự Đại hội đạt 97,5% · Đảng viên về dự đạt 100%
    Finder("attendance.turnout", _turnouts, cues=("%",), asks=(NOUN_CUES,)),
    # 51/52 phiếu (một đại biểu vắng mặt)
    Finder(ABSENCE, absences, cues=("vắng",), asks=(NOUN_CUES,)),
)
