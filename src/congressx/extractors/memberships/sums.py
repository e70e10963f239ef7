"""Sums of members and units: `tổng số đảng viên là 41 đồng chí`."""

from __future__ import annotations

from congressx.extractors.memberships.counts import UNITS, Counted, counted_as
from congressx.extractors.memberships.figures import Place, compiled
from congressx.extractors.memberships.having import ATTENDED, MEASURES, is_size_ended
from congressx.extractors.memberships.record import Measure

_SUM = compiled(
    r"(?<!trong |trên |cho |triệu tập )(?:tổng số(?P<whose> (?:đảng viên|hội viên|đoàn viên))?(?P<between>[^;:]{0,90}?)"
    r"(?: (?:là|lên|lên đến|lên tới|hiện có|đạt))?"
    r"|(?<!\p{L})số(?: lượng)?(?P<whose> (?:đảng viên|hội viên|đoàn viên))(?P<between>[^;:]{0,60}?)"
    r"(?: (?:là|đạt|(?:tăng )?(?:lên|lên đến|lên tới|lên thành|từ))|(?=\s*:))"
    r"|(?:lực lượng|đội ngũ) (?P<whose>đảng viên|hội viên|đoàn viên)(?P<between>[^;:]{0,60}?)"
    r" (?:hiện có|là|có|(?:đã )?(?:tăng |phát triển )?lên(?: đến| tới)?)"
    r"|(?:nâng|đưa)(?P<between>) (?:lực lượng|đội ngũ|quân số|con số)[^;:,\d]{0,40} (?:lên(?: đến| tới| thành)?|đạt|thành)"
    r"|(?:^|[;.-]\s*)(?P<whose>đảng viên|hội viên|đoàn viên)(?P<between> (?:của|trong|toàn) [^;:]{0,60}?)"
    r"(?: (?:là|hiện có|có|(?:đã )?(?:tăng )?lên(?: đến| tới)?)|(?=\s*:)))"
    r"\s*:?\s*$"
)
_UNITS_SUM = compiled(
    rf"(?:tổng số|nâng(?: tổng)? số(?: lượng)?|(?:^|[;,-]\s*)số(?: lượng)?) (?:{UNITS})(?P<between>[^;:\d]{{0,60}}?)"
    r"(?: (?:là|lên|lên đến|lên tới)|(?=\s*:))\s*:?\s*$"
)
_DATES = compiled(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|\d{4}|(?: đã)?(?: tăng)? từ \d[\d.]*(?: [^;:,\d]{0,40})?$")
"""What may stand in between: a date, and what the number was, `từ 512 đồng chí đầu nhiệm kỳ lên 603`"""
_OTHER_SUM = compiled(
    r"kết nạp|xếp loại|kỷ luật|tham gia|tham dự|dự đại hội|hoàn thành|vi phạm|dân tộc|được|học tập|đại biểu|\d"
    r"|(?<!khi )(?<!lúc )(?<!mới )(?:ra đời|thành lập)|đủ (?:tư cách|điều kiện|tiêu chuẩn)|xuất sắc|tiêu biểu|ưu tú"
    r"|(?<!\p{L})(?:bị|nữ|trẻ|dưới|trên|mới|vắng|(?<!hiện )có|đạt|dự bị|tăng|giảm|chuyển|nghỉ|miễn)(?!\p{L})"
)


def sum_of_members(place: Place) -> Measure | None:
    """`tổng số đảng viên … là 41 đồng chí` · `nâng tổng số hội viên lên 645 người`"""
    count = place.count
    if count.counted.is_unit:
        units = _UNITS_SUM.search(count.before[-160:]) if is_size_ended(place) else None
        return None if units is None or _OTHER_SUM.search(units["between"]) else MEASURES[count.counted]
    found = _SUM.search(count.before[-200:])
    if found is None or not is_size_ended(place):
        return None
    if _OTHER_SUM.search(_DATES.sub("", found["between"])) or ATTENDED.search(count.before[-60:]):
        return None
    if found["whose"] is not None:
        return MEASURES[counted_as(found["whose"])]
    return None if found["between"].strip() else MEASURES.get(_members_said(place))


def _members_said(place: Place) -> Counted:
    """What is counted; of `người` who was counted before: `kết nạp 384 hội viên, nâng tổng số lên 788 người`."""
    counted = place.count.counted
    left = place.read[-1].count.counted if place.read else counted
    return left if counted is Counted.PERSON and left in (Counted.MEMBER, Counted.ASSOCIATION_MEMBER) else counted
