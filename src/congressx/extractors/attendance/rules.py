"""How many came: ratios, counts, whole memberships, and whom delegates represent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from congressx.document import Document, Sentence
from congressx.engine import Draft, Finder
from congressx.extractors.attendance.attendees import Attendees, attendees_at
from congressx.extractors.attendance.coming import Coming, Whereabouts, coming_of
from congressx.extractors.attendance.record import AttendanceStatus, AttendeeGroup
from congressx.patterns import Cues, Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Quantity, Unit, find_quantities
from congressx.vietnamese.spelling import phrase

_PRESENCE_CUES = (
    "dự",
    "có mặt",
    "tham gia",
    "cùng",
    "với",
    "có",
    "thu hút",
    "triệu tập",
    "làm việc",
    "họp",
    "tiếp xúc",
)
_NOUN_CUES = Cues(
    (
        "đại biểu",
        "viên",
        "người",
        "đồng chí",
        "cán bộ",
        "khách",
        "công chức",
        "cử tri",
        "lao động",
        "quần chúng",
        "chiến sĩ",
    )
)


def _ratios(sentence: Sentence, document: Document) -> Iterator[Draft]:
    return (draft for q, draft in _counted(sentence) if q.total is not None)


def _convened(sentence: Sentence, document: Document) -> Iterator[Draft]:
    return (draft for _, draft in _counted(sentence) if draft.value["status"] is AttendanceStatus.CONVENED)


def _counts(sentence: Sentence, document: Document) -> Iterator[Draft]:
    return (draft for q, draft in _counted(sentence) if q.total is None)


def _counted(sentence: Sentence) -> Iterator[tuple[Quantity, Draft]]:
    """Every quantity of attendees that a sentence says came, were convened or are expected."""
    if not _NOUN_CUES.stand_in(sentence.folded):
        return
    for quantity in find_quantities(sentence.folded):
        if quantity.unit is not Unit.COUNT or not isinstance(quantity.value, int):
            continue
        who = attendees_at(sentence.folded, quantity.span.stop)
        if who is None:
            continue
        coming = coming_of(Whereabouts(sentence.folded, quantity.span, who))
        if coming is not None:
            yield quantity, _draft(sentence, quantity, who, coming)


def _draft(sentence: Sentence, quantity: Quantity, who: Attendees, coming: Coming) -> Draft:
    value: dict[str, Any] = {"group": who.group, "status": coming.status} | _beside(sentence.folded, quantity, who)
    if coming.status is AttendanceStatus.CONVENED and quantity.total is None:
        value |= {"summoned": quantity.value}
    else:
        value |= {"present": quantity.value, "comparator": quantity.comparator}
        value |= {"percent": 100.0} if coming.whole else {}
        total = quantity.total or _total_behind(sentence.folded, who)
        value |= {} if total is None else {"summoned": total}
    return Draft(value, quantity.number, _quote(sentence.folded, quantity.span, who))


# --- what the same sentence adds --------------------------------------------------------------------------------------

_REPRESENTS = Pattern(phrase(r"(?<!\w)(?:đại diện|thay mặt)(?: cho)? (?:tổng số )?"))
_MEMBERS = Pattern(
    phrase(
        r"\s*(?:cán bộ|đảng viên|đoàn viên|hội viên|công nhân|người|viên chức|lao động|sinh viên|thanh niên|phụ nữ"
        r"|nông dân|cử tri"
        r"|đồng chí|tín đồ|cnvclđ|cựu chiến binh)"
    )
)
_PERCENT_BEHIND = Pattern(
    phrase(r"[^.;%]{0,60}?,?\s*\(?(?:đạt|chiếm)?\s*(?:tỷ lệ|tỉ lệ)?\s*(?P<percent>\d+(?:[.,]\d+)?)\s*%")
)
_OTHERS_SHARE = Pattern(phrase(r"\d|phiếu|tán thành|tín nhiệm|nữ|bầu"))
_ABSENT = Pattern(phrase(r"(?<!\w)vắng(?: mặt)? (?P<absent>\d{1,3})(?! (?:ngày|buổi|phiên))(?!\d|[.,/]\d)"))
_TOTAL_BEHIND = Pattern(
    phrase(
        r"[^.;]{0,40}có mặt[^.;]{0,40}(?:trên|trong) tổng số (?P<total>\d{1,5})(?!\d"
        r"|[.,/]\d)"
    )
)
_REACH = 240


def _beside(folded: str, quantity: Quantity, who: Attendees) -> dict[str, Any]:
    """Whom they represent, the share, who was absent."""
    found: dict[str, Any] = {}
    if (members := _represented(folded, who.span.stop)) is not None:
        found["represents"] = members
    percent = _PERCENT_BEHIND.match(folded, who.span.stop)
    if (
        quantity.total is not None
        and percent
        and not _OTHERS_SHARE.search(folded, who.span.stop, percent.start("percent"))
    ):
        found["percent"] = float(percent["percent"].replace(",", "."))
    if absent := _ABSENT.search(folded, who.span.stop):
        found["absent"] = int(absent["absent"])
    return found


def _represented(folded: str, start: int) -> int | None:
    """`đại diện cho gần 4.300 đảng viên`, if no other attendees stand between."""
    match = _REPRESENTS.search(folded, start, start + _REACH)
    if match is None:
        return None
    for quantity in find_quantities(folded[match.end() : match.end() + 60]):
        members = _MEMBERS.match(folded, match.end() + quantity.span.stop)
        whole = isinstance(quantity.value, int) and quantity.span.start <= 1 and quantity.unit is Unit.COUNT
        return int(quantity.value) if members and whole else None
    return None


def _total_behind(folded: str, who: Attendees) -> int | None:
    """`45 đại biểu có mặt trong tổng số 48`."""
    found = _TOTAL_BEHIND.match(folded, who.span.stop)
    return None if found is None else int(found["total"])


_LONGEST_QUOTE = 120


def _quote(folded: str, quantity: Span, who: Attendees) -> Span:
    """The number and its noun with the rest of their clause."""
    stop = who.span.stop + len(regex.split(r"[;.,(]", folded[who.span.stop :])[0])
    return Span(quantity.start, max(who.span.stop, min(stop, quantity.start + _LONGEST_QUOTE)))


# --- all of them ------------------------------------------------------------------------------------------------------

_ALL = Pattern(phrase(r"(?<!\w)(?:toàn thể|100\s*%(?: (?:số|tổng số))?) (?:các )?(?=\p{L})"))


def _whole(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`cùng toàn thể đảng viên`, `100% đảng viên về dự`."""
    for match in _ALL.finditer(sentence.folded):
        span = Span(*match.span())
        who = attendees_at(sentence.folded, span.stop)
        if who is None or who.group is AttendeeGroup.PARTICIPANT:
            continue
        coming = coming_of(Whereabouts(sentence.folded, span, who))
        if coming is not None and coming.status is AttendanceStatus.ACTUAL:
            whole = span.cover(who.span)
            yield Draft({"percent": 100.0, "group": who.group, "status": coming.status}, whole, whole)


RULES = (
    # với sự có mặt của 55/58 đảng viên được triệu tập · 53/58 đại biểu HĐND tỉnh có mặt
    Finder("attendance.ratio", _ratios, cues=("/", "tổng số"), asks=(_NOUN_CUES,)),
    # triệu tập 249 đại biểu
    Finder("attendance.convened", _convened, cues=("triệu",), asks=(_NOUN_CUES,)),
    # với sự tham dự của 244 đại biểu chính thức đại diện cho 5.365 đảng viên · cùng 169 đảng viên của 11 chi bộ
    Finder("attendance.count", _counts, cues=_PRESENCE_CUES, asks=(_NOUN_CUES,)),
    # cùng toàn thể đảng viên · 100% đảng viên trong chi bộ về dự
    Finder("attendance.whole", _whole, cues=("toàn thể", "100")),
)
