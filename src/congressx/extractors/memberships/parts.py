"""Parts of a membership: the units to which those who came belong, members official and probationary."""

from __future__ import annotations

from congressx.extractors.memberships.counts import HALF, Counted, counted_as
from congressx.extractors.memberships.figures import Place, between, compiled
from congressx.extractors.memberships.having import ACTIVE, ENDS, MEASURES, has, is_labelled, is_size_ended
from congressx.extractors.memberships.record import Measure

UNITS_OF_MEMBERS = "memberships.units_of_members"
_OF_MEMBERS = compiled(
    r"(?:(?:đảng viên|hội viên|đoàn viên)(?: (?!chính thức|dự bị)\p{L}+){0,2}?,?(?: (?:sinh hoạt|đang|hiện)){0,2} (?:thuộc"
    r"|của|ở|tại|đến từ|trong|trực thuộc)"
    r"|(?:toàn thể|toàn bộ|tất cả)(?: các)? đảng viên"
    r"|\d đại biểu(?: chính thức| ưu tú)? (?:thuộc|đến từ|được (?:bầu|triệu tập)(?: ra)? từ)"
    r"|(?:^|[.;,]\s*)họ (?:đang |hiện ){0,2}(?:sinh hoạt (?:ở|tại|trong)|thuộc|đến từ))\s*(?:các|toàn bộ|tất cả)?\s*$"
)
_COMING = compiled(r"^ (?:đã |về |đến |cùng |để ){0,2}(?:tham dự|dự|tham gia|có mặt)(?!\p{L})")


def unit_of_members(place: Place) -> Measure | None:
    """`dự có 164 đảng viên thuộc 17 chi bộ`: who came is attendance, where they belong is the host's"""
    if not place.count.counted.is_unit:
        return None
    if not (place.before(_OF_MEMBERS) or _next_unit(place)):
        return None
    if not (place.after(ENDS) or place.after(ACTIVE) or place.after(_COMING)):
        return None
    return MEASURES[place.count.counted]


_NEXT = compiled(r"\s*(?:,|và|,\s*và)\s*")


def _next_unit(place: Place) -> bool:
    """`164/171 đảng viên ở 9 chi bộ thôn, 3 chi bộ trường học và 1 chi bộ quân sự`"""
    left = place.read[-1] if place.read else None
    if left is None or left.rule != UNITS_OF_MEMBERS:
        return False
    return _NEXT.fullmatch(between(left, place.count)) is not None


_HALF_BEFORE = compiled(rf"{HALF}\s*:?\s*$")
_SPLIT = {Counted.OFFICIAL: Measure.OFFICIAL, Counted.PROBATIONARY: Measure.PROBATIONARY}


def split(place: Place) -> Measure | None:
    """`có 36 đảng viên, gồm 33 đảng viên chính thức và 3 đảng viên dự bị`"""
    measure = _SPLIT.get(_half(place))
    if measure is None or not is_size_ended(place):
        return None
    divided = any(figure.measure in (Measure.TOTAL, *_SPLIT.values()) for figure in place.read)
    return measure if divided or has(place) or is_labelled(place) else None


def _half(place: Place) -> Counted:
    """What is counted, also where its noun stands before: `chính thức 440 đồng chí, dự bị 16 đồng chí`."""
    named = _HALF_BEFORE.search(place.count.before[-30:]) if place.count.counted is Counted.PERSON else None
    return place.count.counted if named is None else counted_as(named["noun"])
