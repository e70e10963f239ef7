"""Who has members and units, and where a count of them ends."""

from __future__ import annotations

import regex

from congressx.extractors.memberships.counts import Counted
from congressx.extractors.memberships.figures import Place, compiled
from congressx.extractors.memberships.record import Measure

MEASURES = {
    Counted.MEMBER: Measure.TOTAL,
    Counted.ASSOCIATION_MEMBER: Measure.ASSOCIATION_MEMBERS,
    Counted.CELL: Measure.CELLS,
    Counted.PARTY_UNIT: Measure.PARTY_UNITS,
    Counted.ASSOCIATION_UNIT: Measure.OTHER,
}
"""What the size of an organisation is a measure of, by the noun that is counted."""
ATTENDING = (
    r"(?:(?<!\p{L})dự(?! kiến| thảo| án| bị| toán| báo| nguồn| phòng)(?!\p{L})|triệu tập|có mặt|tham gia|đại diện"
    r"|thay mặt|quy tụ|chứng kiến)"
)
ATTENDED = compiled(ATTENDING)
PLACE_WORDS = r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|thôn|ấp|khu phố|ngành|khối|đảng bộ)"
ENDS = compiled(
    r"^\s*(?:$|[,.;:()/\"-]|(?:đang |hiện )?(?:sinh hoạt|công tác)(?!\p{L})|(?:ở|tại|thuộc|của|với|và|trực thuộc|gồm"
    r"|bao gồm|nên|trong toàn|trong \d|trên địa bàn)(?!\p{L})"
    rf"|trong (?:cả )?{PLACE_WORDS}(?!\p{{L}})|chia (?:thành|làm|ra) \d|trên tổng(?: số)? \d[\d.]*"
    r" (?:cán bộ|viên chức|công chức|giáo viên|nhân viên"
    r"|công nhân|lao động|người lao động|dân)(?!\p{L}))"
)
"""What follows a size; a predicate there (`hoàn thành nhiệm vụ`, `được tặng`) makes another figure of it."""
ACTIVE = compiled(r"^ (?:đang |hiện )?hoạt động (?:ở|tại|trong|trên) ")
"""`31 chi hội hoạt động ở 12 xã`, said of units"""


def is_size_ended(place: Place) -> bool:
    """Whether nothing behind the noun makes another figure of it, and nobody came."""
    clause = regex.split(r"[,;.:(]", place.count.after)[0]
    ended = place.after(ENDS) or (place.count.counted.is_unit and place.after(ACTIVE))
    return ended and not ATTENDED.search(clause)


BODY = (
    r"(?<!\p{L})(?<!đại hội |hội nghị |chấp hành |bch |thường vụ |btv |kiểm tra |văn phòng |cán sự )(?:đảng bộ|chi bộ"
    r"|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|toàn đảng|công đoàn|cđ|liên đoàn lao động|lđlđ"
    r"|đoàn thanh niên|(?:huyện|tỉnh|thành|xã|quận)\s*đoàn|(?<!hiệp |xã |quốc |cơ )hội(?! nghị| đồng| thảo| trường"
    r"| thi| thao| trại| diễn| chợ| xuân| họp)"
    r"|chi hội|cả nước|toàn quốc|đảng ta|(?:toàn|cả) (?:tỉnh|huyện|thành phố|thành(?! viên)|thị xã|quận|xã|phường|ngành|khối))"
)
_LABEL = compiled(rf"^\W*{BODY}[^;:,.]{{0,60}}:\s*(?:có )?$")
_LABELLED = compiled(r"^\s*(?:[,;.(]|nên(?!\p{L}))")


def is_labelled(place: Place) -> bool:
    """`- Chi bộ: 32 đảng viên, kết nạp 03` · `- Chi bộ Kế hoạch: có 7 đảng viên chính thức nên chỉ bầu bí thư`"""
    return place.before(_LABEL) and place.after(_LABELLED)


_BY_THEN = (
    r",?(?: (?:hiện nay|hiện tại|hiện giờ|hiện|cho đến nay|đến nay|tới nay|đến thời điểm này|lúc này|lúc đó|khi đó|khi ấy"
    r"|giờ đây|bây giờ|giờ|ban đầu|nay|đã|đang|mới|chỉ|chỉ mới))*"
)
IN_ALL = r"(?: (?:tròn|đúng|tất cả|tổng cộng|cả thảy|[vd]ỏn vẹn|vẻn vẹn|tổng số))?"
_HAVING = compiled(
    rf"{BODY}(?P<between>[^;:]{{0,110}}?){_BY_THEN}"
    rf" (?:(?:có|gồm|gồm có){IN_ALL}|còn(?: lại)?|nay(?: tròn| là| còn)?|bao gồm|quản lý|lãnh đạo|[vd]ỏn vẹn|vẻn vẹn"
    r"|đông(?: tới| đến)?|là (?:mái nhà|ngôi nhà)(?: chung)? của|(?:khởi|bắt) đầu(?: chỉ)? với"
    r"|tập hợp(?: được)?|(?:lớn mạnh|phát triển|trưởng thành|tăng)(?: từ \d[\d.]*(?: \p{L}+){0,2}?)?(?: lên)?(?: thành| với| đến)?)\s*$"
)
_GATHERING = compiled(rf"{BODY}(?P<between>[^;:]{{0,110}}?){_BY_THEN} quy tụ(?: được)?\s*$")
"""`Hội Nông dân huyện quy tụ hơn 9.000 hội viên`, which a meeting does too"""
_MEETING = compiled(
    r"(?<!\p{L})(?:đại hội|hội (?:nghị|thảo|thi|thao|trại|diễn)|ngày hội|cuộc|buổi|lễ|lớp|giải|chương trình|trại|họp)(?!\p{L})"
)
NOT_HAVING = compiled(
    rf"{ATTENDING}|đại hội|hội nghị|trao|tặng|bầu|diễn ra|trong đó|kiểm tra|kỷ luật|đại biểu|phấn đấu|kết luận"
    rf"|phát hiện|thành lập (?:mới|thêm|được)|lớp"
)
_OF_A_CONGRESS = compiled(r"(?<!\p{L})đại $")
_BODY_BEHIND = compiled(BODY)
"""`Đại hội xác định đến năm 2025 có 9.000 đảng viên`: a congress has no members"""
_BEING_WITH = compiled(rf"là (?:một )?{BODY}(?P<between>(?: \p{{L}}+){{0,5}}?) với\s*$")
"""`từ khi còn là chi bộ với 21 đảng viên`, `là đảng bộ lớn nhất nước với 205.000 đảng viên`"""


def has(place: Place) -> bool:
    """Whether the words before say that a body has so many: `Đảng bộ xã hiện có 340 đảng viên`."""
    clause = regex.split("[;:]", place.count.before)[-1]
    gathering = _GATHERING.search(clause[-200:])
    if gathering is not None:
        return not NOT_HAVING.search(gathering["between"]) and not _MEETING.search(clause)
    found = _HAVING.search(clause[-200:]) or _BEING_WITH.search(clause[-80:])
    if found is None or NOT_HAVING.search(found["between"]) or ATTENDED.search(clause):
        return False
    return (
        not _OF_A_CONGRESS.search(clause[-200:], 0, found.start()) or _BODY_BEHIND.search(found["between"]) is not None
    )
