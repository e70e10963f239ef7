"""Attendees whose noun stands before their number: `Khách mời: 12 đồng chí`, `bí thư 61 chi bộ`."""

from __future__ import annotations

from collections.abc import Iterator

from congressx.document import Document, Sentence
from congressx.engine import Draft
from congressx.extractors.attendance.attendees import MEMBERS, Attendees, attendees_at
from congressx.extractors.attendance.coming import coming_of
from congressx.extractors.attendance.record import AttendanceStatus, AttendeeGroup
from congressx.extractors.attendance.whereabouts import Whereabouts
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Comparator, comparators
from congressx.vietnamese.spelling import phrase

_ABOUT = r"(?: (?P<about>khoảng|chừng|gần|hơn|trên))?"
_GUESTS = Pattern(
    phrase(
        r"(?:^\W*|[;.,:*•+-] |(?<!\p{L})(?:cùng|và|có) )(?:khách mời|khách quý|đại biểu (?:khách )?mời)"
        r"(?: (?:tham |về |đến )?dự(?! kiến)(?: (?:họp|hội nghị|đại hội|buổi lễ))?)?(?P<planned> (?:dự kiến|ước|sẽ))?(?:\s*:| có"
        rf"| gồm| là)?{_ABOUT} (?P<present>\d{{1,4}})(?: (?:vị|đồng chí|đ/c|người|đại biểu)(?!\p{{L}})|\s*(?:[,.;]|$))"
    )
)
_INVITED = Pattern(
    phrase(
        rf"(?<!\p{{L}})mời(?: thêm)?{_ABOUT} (?P<present>\d{{1,4}})(?: (?:vị|đại biểu))? khách(?: mời| quý)?(?!\p{{L}})"
        r"(?! hàng| sạn| du| thuê)"
    )
)
_TO_COME = Pattern(phrase(r"(?<!\p{L})(?:sẽ|dự kiến|theo kế hoạch)(?!\p{L})"))
_HEADS = Pattern(
    phrase(
        r"(?<!phó )(?<!phó, )(?<!\p{L})(?:bí thư|chủ tịch|thủ trưởng|hiệu trưởng|chủ nhiệm) (?:của )?(?P<present>\d{1,3})"
        r" (?P<units>(?:chi bộ|chi, đảng bộ|đảng bộ|tổ chức cơ sở đảng|xã|phường|huyện|trường|đơn vị|cơ quan|công đoàn|chi hội|cơ sở)"
        r"(?:, (?:đảng bộ|phường|thị trấn|thị xã|thành phố|đơn vị))*(?: (?:cơ sở|trực thuộc))*)(?!\p{L})"
    )
)
_ROLL = Pattern(
    phrase(
        rf"^\W*tổng số (?P<noun>{MEMBERS})(?: chính thức)?(?: (?:của|trong|toàn|thuộc|chi bộ"
        rf"|đảng bộ)(?: \p{{L}}+){{0,5}}?)?(?: là| có|\s*:)?"
        r" (?P<number>\d{1,4})(?: (?:đồng chí|đ/c|người|đảng viên))?(?:\W*$|[.,;] vắng(?!\p{L}))"
    )
)
_ROLL_CALL = Pattern(
    phrase(
        r"^\W*(?:tổng )?số (?:người )?có mặt(?: là|\s*:)? (?P<number>\d{1,4})(?: (?:đồng chí|đ/c|người|đảng viên))?\s*(?:[.,;(]|$)"
    )
)
_CAME = Pattern(phrase(r" (?:đã |cùng |đều )?(?:về|đến|tới|tham|cùng) (?:dự|họp)(?!\p{L})"))


def guests(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`Khách mời: 12 đồng chí`, `Khách mời dự kiến khoảng 90 người`, `triệu tập 120 đảng viên, mời 15 khách`"""
    found = [(guest, guest["planned"] is not None) for guest in _GUESTS.finditer(sentence.folded)]
    found += [
        (guest, _TO_COME.search(sentence.folded, 0, guest.start()) is not None)
        for guest in _INVITED.finditer(sentence.folded)
    ]
    for guest, planned in found:
        value = {
            "present": int(guest["present"]),
            "comparator": comparators()[guest["about"]] if guest["about"] else Comparator.EQ,
            "group": AttendeeGroup.GUEST,
            "status": AttendanceStatus.PLANNED if planned else AttendanceStatus.ACTUAL,
        }
        yield Draft(value, Span(*guest.span("present")), Span(*guest.span()))


def heads(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`bí thư 61 chi bộ tới dự`: each unit has one; in a list of guests it is the units that are counted, not who came of them."""
    for found in _HEADS.finditer(sentence.folded):
        if _CAME.match(sentence.folded, found.end()) is None:
            continue
        who = Attendees(Span(*found.span("units")), AttendeeGroup.PARTICIPANT, sure=False)
        number = Span(found.start(), found.end("present"))
        coming = coming_of(Whereabouts(sentence.folded, number, who))
        status = AttendanceStatus.ACTUAL if coming is None else coming.status
        value = {"present": int(found["present"]), "group": who.group, "status": status}
        yield Draft(value, Span(*found.span("present")), Span(*found.span()))


def rolls(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`Tổng số đảng viên của chi bộ: 41.`, and in a later sentence who came of them; linking keeps both or none."""
    if roll := _ROLL.match(sentence.folded):
        who = attendees_at(sentence.folded, roll.start("noun"))
        if who is not None:
            value = {"summoned": int(roll["number"]), "group": who.group, "status": AttendanceStatus.CONVENED}
            yield Draft(value, Span(*roll.span("number")), Span(*roll.span()))
    if call := _ROLL_CALL.match(sentence.folded):
        value = {
            "present": int(call["number"]),
            "group": AttendeeGroup.PARTICIPANT,
            "status": AttendanceStatus.ACTUAL,
        }
        yield Draft(value, Span(*call.span("number")), Span(*call.span()))
