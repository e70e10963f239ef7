"""Discipline: members who were punished."""

from __future__ import annotations

from congressx.extractors.memberships.counts import Counted
from congressx.extractors.memberships.figures import Place, between, compiled
from congressx.extractors.memberships.movements import NOT_YET_DONE, is_member
from congressx.extractors.memberships.penalties import PENALTY
from congressx.extractors.memberships.record import Measure
from congressx.vietnamese.numerals import SPELLED

_DISCIPLINING = compiled(
    r"(?:(?<!khiếu nại )(?<!giải quyết )(?<!tra việc )(?<!việc )(?:thi hành |xử lý )?(?:kỷ luật|(?<=thi hành )kl)"
    rf"(?: đảng)?(?: bằng)?(?: các)?(?: hình thức[^,;.]{{0,40}})?(?: {PENALTY})?|{PENALTY})(?: đối)?(?: với)?"
    r"(?: (?:\p{L}+ ){0,2}(?:[\d.]+|một|hai|ba|bốn) tổ chức(?: cơ sở)? đảng(?: \([^)]*\))?(?: và|,)?(?: đối)?(?: với)?)?"
    r"(?: tới| thêm| tổng cộng)?\s*:?\s*$"
    r"|kỷ luật(?: đảng)? (?:đã )?được (?:áp dụng|thực hiện|thi hành|tiến hành)(?: đối)? với\s*$"
)
_DISCIPLINED = compiled(
    rf"^(?: (?:ở|của|tại|trong|thuộc)(?: \p{{L}}+){{1,9}}?)?(?: vi phạm,?)?(?: đã)?"
    r" (?:bị|(?:phải )?(?:nhận|chịu)(?: các)?(?: hình thức| mức)?) (?:(?:thi hành |xử lý )?kỷ luật"
    rf"|xử lý(?! hình sự| hành chính)|{PENALTY})"
)
_BY_PENALTIES = compiled(rf"^\s*\([^()]*{PENALTY}[^()]*\)")
"""`1.260 đảng viên (khai trừ 115, cảnh cáo 340)`"""
_HANDLING = compiled(r"(?<!\p{L})xử lý\s*$")
_OFFENDERS = compiled(rf"^ (?:có )?vi phạm(?!\p{{L}})|^\s*[,(]\s*(?:trong đó|gồm)[^.;]{{0,30}} {PENALTY}")
"""`xử lý 214 đảng viên vi phạm`"""
_DISCIPLINED_ARE = compiled(
    r"(?:(?<!\p{L})số(?: lượng)?|(?<!\p{L})riêng) (?:cán bộ, )?đảng viên[^;:,]{0,30} kỷ luật[^;:,]{0,60}"
    r"(?: (?:là|lên(?: đến| tới)?)\s*|\s*:\s*)$"
)
_OUT_OF = compiled(r"(?<!\p{L})trong(?: số)?\s*$")
"""`Trong 21 đảng viên bị cảnh cáo có 4 trưởng phòng`: told before"""
_NAMED = compiled(
    rf"^[^.;:()\d]{{0,60}}?(?:(?:,? gồm(?: có)?\s*:?|\s*:) (?!\d|(?:{SPELLED}"
    rf"|{PENALTY}))|,? là (?:các )?(?:ông|bà|đồng chí|đ/c) )"
)
"""`khiển trách 2 đảng viên gồm: Lê Văn Mẫu, …`: persons rather than a number of them"""
_AMONG = compiled(r"trong đó(?: có)?(?: hơn| gần| trên)?\s*$")
_AT_FAULT = compiled(r"^ (?:vi phạm|bị (?:thi hành |xử lý )?kỷ luật)")
"""`thi hành kỷ luật 58 đảng viên, trong đó có 7 đảng viên vi phạm về quản lý đất đai`"""


def disciplined(place: Place) -> Measure | None:
    """`thi hành kỷ luật 3 tổ chức đảng và 126 đảng viên`, in a report or of one case"""
    count = place.count
    if place.before(NOT_YET_DONE) or place.after(_NAMED) or place.before(_OUT_OF):
        return None
    told = any(figure.measure is Measure.DISCIPLINED and ";" not in between(figure, count) for figure in place.read)
    if told and count.counted is Counted.MEMBER and place.before(_AMONG) and place.after(_AT_FAULT):
        return Measure.DISCIPLINED
    if told:  # (khai trừ 3 đảng viên, 12 đảng viên bị cảnh cáo): the same members by their penalty
        return Measure.DISCIPLINED if _by_penalty(place) else None
    if place.before(_DISCIPLINED_ARE):
        return None if count.counted.is_unit else Measure.DISCIPLINED
    handled = place.before(_HANDLING) and place.after(_OFFENDERS)
    punished = handled or place.after(_BY_PENALTIES) or place.after(_DISCIPLINED) or place.before(_DISCIPLINING)
    return Measure.DISCIPLINED if punished and _are_members(place) else None


def _are_members(place: Place) -> bool:
    """Whether those punished are members, `người` and `đồng chí` where the sentence says so and did not count them before."""
    counted = place.count.counted
    if counted is not Counted.PERSON:
        return counted in (Counted.MEMBER, Counted.CADRE)
    told = place.before(_DISCIPLINING) or (place.after(_DISCIPLINED) and "kỷ luật" not in place.count.before)
    return told and is_member(place)


_ANOTHER_PENALTY = compiled(rf" bị {PENALTY}\s*(?:,|và|,\s*và)\s*(?:có )?")
_PENALISED = compiled(rf"^ bị {PENALTY}")
_NEXT_PENALTY = compiled(rf"\s*(?:,|và|,\s*và)\s*{PENALTY}(?: đối với)?\s*")
"""`khai trừ 01 và cảnh cáo 02 đảng viên`"""
_BY_PENALTY = compiled(rf"{PENALTY}(?: đối với)?\s*$")
"""`khiển trách 4 đảng viên, cảnh cáo 2 đảng viên`"""


def _by_penalty(place: Place) -> bool:
    """`3 đảng viên bị khiển trách, 1 đảng viên bị cảnh cáo`: not the same members"""
    left = place.read[-1]
    if left.measure is not Measure.DISCIPLINED or place.count.counted not in (Counted.MEMBER, Counted.PERSON):
        return False
    words = between(left, place.count)
    by_another = left.count.number == left.count.noun or _BY_PENALTY.search(left.count.before)
    if by_another and _NEXT_PENALTY.fullmatch(words):
        return True
    return _ANOTHER_PENALTY.fullmatch(words) is not None and place.after(_PENALISED)
