"""Sizes of organisations: their members, official and probationary, and their units."""

from __future__ import annotations

import regex

from congressx.extractors.memberships.counts import HALF, UNITS, Counted, counted_as
from congressx.extractors.memberships.figures import Place, between, compiled
from congressx.extractors.memberships.record import Measure

_SUM = compiled(
    r"(?<!trong |trên |cho |triệu tập )(?:tổng số(?P<whose> (?:đảng viên|hội viên|đoàn viên))?(?P<between>[^;:]{0,90}?)"
    r"(?: (?:là|lên|lên đến|lên tới|hiện có|đạt))?"
    r"|(?<!\p{L})số(?: lượng)?(?P<whose> (?:đảng viên|hội viên|đoàn viên))(?P<between>[^;:]{0,60}?)"
    r"(?: (?:là|(?:tăng )?(?:lên|lên đến|lên tới|từ))|(?=\s*:))"
    r"|(?:lực lượng|đội ngũ) (?P<whose>đảng viên)(?P<between>[^;:]{0,60}?) (?:hiện có|là|có)"
    r"|(?:^|[;.-]\s*)(?P<whose>đảng viên|hội viên|đoàn viên)(?P<between> (?:của|trong|toàn) [^;:]{0,60}?)"
    r"(?: (?:là|hiện có|có)|(?=\s*:)))"
    r"\s*:?\s*$"
)
_UNITS_SUM = compiled(
    rf"(?:tổng số|nâng(?: tổng)? số(?: lượng)?|(?:^|[;,-]\s*)số(?: lượng)?) (?:{UNITS})(?P<between>[^;:\d]{{0,60}}?)"
    r"(?: (?:là|lên|lên đến|lên tới)|(?=\s*:))\s*:?\s*$"
)
_DATES = compiled(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|\d{4}|(?: tăng)? từ \d[\d.]* [^;:,\d]{0,40}$")
"""What may stand in between: a date, and what the number was, `từ 512 đồng chí đầu nhiệm kỳ lên 603`"""
_OTHER_SUM = compiled(
    r"kết nạp|xếp loại|kỷ luật|tham gia|tham dự|dự đại hội|hoàn thành|vi phạm|dân tộc|được|học tập|đại biểu|\d"
    r"|(?<!\p{L})(?:bị|nữ|trẻ|dưới|trên|mới|vắng|(?<!hiện )có|đạt|dự bị|tăng|giảm|chuyển|nghỉ|miễn)(?!\p{L})"
)
_MEASURES = {
    Counted.MEMBER: Measure.TOTAL,
    Counted.ASSOCIATION_MEMBER: Measure.ASSOCIATION_MEMBERS,
    Counted.CELL: Measure.CELLS,
    Counted.PARTY_UNIT: Measure.PARTY_UNITS,
    Counted.ASSOCIATION_UNIT: Measure.OTHER,
    Counted.ASSOCIATION_CELL: Measure.CELLS,
}
_ATTENDING = (
    r"(?:(?<!\p{L})dự(?! kiến| thảo| án| bị| toán| báo| nguồn| phòng)(?!\p{L})|triệu tập|có mặt|tham gia|đại diện"
    r"|thay mặt|quy tụ|chứng kiến)"
)
_ATTENDED = compiled(_ATTENDING)
_ENDS = compiled(
    r"^\s*(?:$|[,.;:()/\"-]|(?:đang |hiện )?(?:sinh hoạt|công tác)(?!\p{L})|(?:ở|tại|thuộc|của|với|và|trực thuộc|gồm"
    r"|bao gồm|trong toàn|trên địa bàn)(?!\p{L})|trên tổng(?: số)? \d[\d.]* (?:cán bộ|viên chức|công chức|giáo viên|nhân viên"
    r"|công nhân|lao động|người lao động|dân)(?!\p{L}))"
)
"""What follows a size; a predicate there (`hoàn thành nhiệm vụ`, `được tặng`) makes another figure of it."""


_ACTIVE = compiled(r"^ (?:đang |hiện )?hoạt động (?:ở|tại|trong|trên) ")


def _ends(place: Place) -> bool:
    clause = regex.split(r"[,;.:(]", place.count.after)[0]
    ended = place.after(_ENDS) or (place.count.counted.is_unit and place.after(_ACTIVE))
    return ended and not _ATTENDED.search(clause)


def sum_of_members(place: Place) -> Measure | None:
    """`tổng số đảng viên … là 41 đồng chí` · `nâng tổng số hội viên lên 645 người`"""
    count = place.count
    if count.counted.is_unit:
        units = _UNITS_SUM.search(count.before[-160:]) if _ends(place) else None
        return None if units is None or _OTHER_SUM.search(units["between"]) else _MEASURES[count.counted]
    found = _SUM.search(count.before[-200:])
    if found is None or not _ends(place):
        return None
    if _OTHER_SUM.search(_DATES.sub("", found["between"])) or _ATTENDED.search(count.before[-60:]):
        return None
    if found["whose"] is not None:
        return _MEASURES[counted_as(found["whose"])]
    return None if found["between"].strip() else _MEASURES.get(count.counted)


_BODY = (
    r"(?<!\p{L})(?<!đại hội |hội nghị |chấp hành |bch |thường vụ |btv |kiểm tra |văn phòng |cán sự )(?:đảng bộ|chi bộ"
    r"|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|toàn đảng|công đoàn|cđ|liên đoàn lao động|lđlđ"
    r"|đoàn thanh niên|(?:huyện|tỉnh|thành|xã|quận)\s*đoàn|(?<!hiệp |xã |quốc |cơ )hội(?! nghị| đồng| thảo| trường)"
    r"|chi hội|cả nước|toàn quốc|đảng ta|toàn (?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|ngành|khối))"
)
_HAVING = compiled(
    rf"{_BODY}(?P<between>[^;:]{{0,110}}?),?(?: (?:hiện nay|hiện tại|hiện|đến nay|nay|đã|đang|mới))*"
    r" (?:có(?: (?:tròn|đúng|vỏn vẹn|tất cả))?|(?:hiện |nay |chỉ )?còn(?: lại)?|nay(?: tròn| là| còn)?|gồm|gồm có|bao gồm|quản lý"
    r"|lãnh đạo|tập hợp|(?:lớn mạnh|phát triển|trưởng thành|tăng)(?: lên)?(?: thành| với| đến)?"
    r"|có tổng số|gồm tổng số)\s*$"
)
_NOT_HAVING = compiled(
    rf"{_ATTENDING}|đại hội|hội nghị|trao|tặng|bầu|diễn ra|trong đó|kiểm tra|kỷ luật|đại biểu|phấn đấu|kết luận"
    rf"|phát hiện|thành lập (?:mới|thêm|được)|lớp"
)
_LISTED = compiled(r"^[^;.\d]{0,60}(?:,|và|với|sinh hoạt (?:ở|tại|trong)|ở|tại|thuộc|tổng số|trong)(?: tổng số)?\s*$")
_DIVIDED = compiled(r"(?:gồm|trong đó)(?!\p{L})|\([^)]*$")
_INSERTED = compiled(r"\s*\([^)]*\)|\s*,?\s*(?:gồm|bao gồm|trong đó) [^;]*?(?=,?\s*với(?!\p{L}))")
_MERGING = compiled(r"trên cơ sở (?:sáp nhập|hợp nhất|nâng cấp|hợp thành)(?: từ)?\s*$")
_WITH_MEMBERS = compiled(
    r"^[^;.,\d]{0,40} với(?: tổng số)?\s*(?:\p{L}+ ){0,2}\d[\d.,]* (?:đảng viên|hội viên|đoàn viên)"
)
_MEMBERS_AND_BODY = compiled(
    rf"^[^;.,\d]{{0,30}} (?:và|với) (?:\p{{L}}+ ){{0,2}}\d[\d.]* (?:đảng viên|hội viên|đoàn viên)\s*,\s*(?:toàn )?{_BODY}"
)
"""`Với 15 chi bộ và 345 đảng viên, Đảng bộ …`"""
_OF = compiled(r"(?<!\p{L})(?:của|gồm)\s*$")
_AND_MEMBERS = compiled(r"^[^;.,\d]{0,30} và (?:\p{L}+ ){0,2}\d[\d.,]*(?: triệu| nghìn)? (?:hội viên|đoàn viên)")
_FOUNDED_WITH = compiled(
    rf"{_BODY}[^;]{{0,100}}(?<!\p{{L}})thành lập(?:[^;]{{0,100}},| (?:từ )?(?:ngày|tháng|năm) [^,;.\s]+)?\s*với(?: tổng số)?\s*$"
)
_LIVING = compiled(r"^\s*(?:đang |hiện )?sinh hoạt (?:ở|tại|trong) ")
_OPENING_WITH = compiled(r"(?:^|[;:-])\s*với(?: tổng số)?\s*$")
_THEN_BODY = compiled(rf"^\s*,\s*(?:toàn )?{_BODY}")
_TO = compiled(r"(?<!\p{L})(?:cho|của|đối với|cùng|đến)\s*$")
_AT_FIRST = compiled(r"(?<!\p{L})từ\s*$")
_FIRST_CELL = compiled(
    r"(?<!\p{L})(?:chi bộ|đảng bộ|tổ chức đảng)(?: đảng)? (?:đầu tiên|ban đầu|ghép)[^;:,\d]{0,40}?(?:,? chỉ)? (?:với|có|gồm)\s*$"
)
"""`từ chi bộ đầu tiên với 6 đảng viên`"""
_LABEL = compiled(rf"^\W*{_BODY}[^;:,.]{{0,50}}:\s*$")
_LABELLED = compiled(r"^\s*[,;.(]")
"""`- Chi bộ: 32 đảng viên, kết nạp 03`"""
_LARGE = compiled(
    r"là (?:một )?(?:trong những |trong các )?(?:đảng bộ|chi bộ|hội|công đoàn|tổ chức)[^,;:]{0,40} (?:lớn|đông)[^,;:]{0,30},? với\s*$"
)
"""`Đảng bộ thành phố là đảng bộ lớn nhất nước với hơn 200.000 đảng viên`"""
_BODY_WITH = compiled(rf"{_BODY}(?P<between>[^;:.,()]{{0,60}})(?<! đối) với(?: tổng số)?\s*$")
_DEALING = compiled(r"kiểm tra|giám sát|kỷ luật|làm việc|đối thoại|gặp|phối hợp|tiếp xúc|trao đổi|kết nạp|quán triệt")
_BODY_THEN_BRACKET = compiled(rf"{_BODY} [^;:,()]{{1,60}}\s*\((?:gồm |có |với )?\s*$")
_AND_THEIR_MEMBERS = compiled(
    r"^[^;.,\d]{0,40}(?:,| và| với)(?: tổng số)? (?:\p{L}+ ){0,2}\d[\d.,]*(?: triệu| nghìn)? (?:đảng viên|hội viên|đoàn viên)"
)
_FIRST = compiled(
    r"^\s*(?:khi|lúc|ngày|buổi|ban) (?:mới |được )?(?:thành lập|đầu)|^\s*(?:vào |ở )?(?:đầu nhiệm|những ngày đầu)"
)


_IN_HALVES = compiled(r"^\s*(?:\(|,?\s*(?:trong đó|gồm)(?: có)?)[^.;]{0,40}(?:chính thức|dự bị)(?!\p{L})")
"""`Chi bộ có 27 đồng chí, trong đó 25 đồng chí đảng viên chính thức`: members, as only they are either"""


def size(place: Place) -> Measure | None:
    """`Đảng bộ … hiện có 52 đảng viên, sinh hoạt ở 5 chi bộ` · `58 cơ sở đảng với 3.150 đảng viên`"""
    count = place.count
    divided = count.counted is Counted.PERSON and place.after(_IN_HALVES)
    measure = Measure.TOTAL if divided else _MEASURES.get(count.counted)
    if measure is None:
        return None
    if not count.counted.is_unit and place.before(_AT_FIRST) and place.after(_FIRST):
        return measure
    if place.before(_FIRST_CELL):
        return measure
    if not _ends(place) or _is_division(place):
        return None
    return measure if _has(place) or place.before(_FOR_HAVING) or _goes_on(place) or _founded(place) else None


_FOR_HAVING = compiled(r"(?<!\p{L})(?:do|vì)(?: chi bộ)?(?: chỉ)? có\s*$")
"""`không bầu chi ủy do chỉ có 6 đảng viên`"""


def _is_division(place: Place) -> bool:
    """Whether units counted to the left are divided here: `64 tổ chức cơ sở đảng, gồm 21 đảng bộ, 43 chi bộ cơ sở`."""
    sums = [figure for figure in place.read if figure.measure in (Measure.PARTY_UNITS, Measure.CELLS)]
    return place.count.counted.is_unit and any(_DIVIDED.search(between(figure, place.count)) for figure in sums)


def _has(place: Place) -> bool:
    clause = regex.split("[;:]", place.count.before)[-1]
    found = _HAVING.search(clause[-200:])
    return found is not None and not _NOT_HAVING.search(found["between"]) and not _ATTENDED.search(clause)


_MEMBERS = frozenset({Measure.TOTAL, Measure.ASSOCIATION_MEMBERS})
_BY_NOW = compiled(
    r"(?:[;,-]|(?<!\p{L})và)\s*(?:(?:cho )?đến nay|hiện nay|hiện tại|nay|hiện)(?: đã| tăng| lên| phát triển){0,3}(?: có| là| còn)?\s*$"
)
"""`Đầu nhiệm kỳ, chi bộ có 20 đảng viên; đến nay có 26 đảng viên`"""


def _goes_on(place: Place) -> bool:
    """Whether it stands in a list with a size to its left: `gồm 4 đảng bộ bộ phận, 17 chi bộ với 389 đảng viên`."""
    left = next((figure for figure in reversed(place.read) if figure.rule in SIZES), None)
    if left is None:
        return False
    if left.measure in _MEMBERS and place.before(_BY_NOW):
        return not place.count.counted.is_unit
    return _LISTED.match(_INSERTED.sub("", between(left, place.count))) is not None


def _founded(place: Place) -> bool:
    if place.before(_LABEL) and place.after(_LABELLED):
        return True
    return _of_units(place) if place.count.counted.is_unit else _of_members(place)


def _of_units(place: Place) -> bool:
    if place.count.counted is Counted.ASSOCIATION_UNIT and place.before(_OF) and place.after(_AND_MEMBERS):
        return True
    if _introduced(place) or place.before(_MERGING):
        return True
    if place.before(_OPENING_WITH) and place.after(_MEMBERS_AND_BODY):
        return True
    attended = _ATTENDED.search(place.count.before[-60:]) is not None
    return place.after(_WITH_MEMBERS) and not attended and not place.before(_TAKEN)


def _of_members(place: Place) -> bool:
    if (place.before(_OPENING_WITH) and place.after(_THEN_BODY)) or place.before(_LARGE):
        return True
    if place.before(_BODY_IN_BRACKETS) and place.after(_BRACKET_ENDS):
        return True
    alive = place.after(_LIVING) and not _ELSEWHERE.search(place.count.before) and not place.before(_TO)
    return alive or place.before(_FOUNDED_WITH, 240)


def _introduced(place: Place) -> bool:
    """`Đảng bộ quận với 61 tổ chức cơ sở đảng, gần 17.000 đảng viên` · `Đảng bộ xã Hòa Lâm (9 chi bộ, 214 đảng viên)`"""
    if not place.after(_AND_THEIR_MEMBERS):
        return False
    named = _BODY_WITH.search(place.count.before[-160:])
    if named is not None and not _ATTENDED.search(place.count.before[-60:]):
        return not _NOT_HAVING.search(named["between"]) and not _DEALING.search(named["between"])
    return place.before(_BODY_THEN_BRACKET)


_ELSEWHERE = compiled(rf"{_ATTENDING}|điểm cầu|trực tuyến")
_BODY_IN_BRACKETS = compiled(rf"{_BODY} [^;:,()]{{1,60}}\s*\($")
_BRACKET_ENDS = compiled(r"^\s*\)")
"""`Chi bộ Thanh tra (6 đảng viên)`"""


_TAKEN = compiled(
    r"(?:thành lập|tiếp nhận|giải thể|kiểm tra|giám sát|kỷ luật|khen thưởng|biểu dương|tặng|trao|cho|đối với"
    r"|đến từ)(?: \p{L}+){0,2}\s*$"
)


_OF_MEMBERS = compiled(
    r"(?:(?:đảng viên|hội viên|đoàn viên)(?: (?!chính thức|dự bị)\p{L}+){0,2}?(?: (?:sinh hoạt|đang|hiện)){0,2} (?:thuộc"
    r"|của|ở|tại|đến từ|trong|trực thuộc)"
    r"|\d đại biểu(?: chính thức| ưu tú)? (?:thuộc|đến từ|được (?:bầu|triệu tập)(?: ra)? từ))\s*(?:các|toàn bộ|tất cả)?\s*$"
)


_COMING = compiled(r"^ (?:đã |về |đến |cùng )?(?:tham dự|dự|tham gia|có mặt)(?!\p{L})")


def unit_of_members(place: Place) -> Measure | None:
    """`dự có 164 đảng viên thuộc 17 chi bộ`: who came is attendance, where they belong is the host's"""
    if not place.count.counted.is_unit or not (place.before(_OF_MEMBERS) or _next_unit(place)):
        return None
    if not (place.after(_ENDS) or place.after(_ACTIVE) or place.after(_COMING)):
        return None
    return _MEASURES[place.count.counted]


def _next_unit(place: Place) -> bool:
    """`164/171 đảng viên ở 9 chi bộ thôn, 3 chi bộ trường học và 1 chi bộ quân sự`"""
    left = place.read[-1] if place.read else None
    if left is None or left.rule != UNITS_OF_MEMBERS:
        return False
    return _NEXT.fullmatch(between(left, place.count)) is not None


_NEXT = compiled(r"\s*(?:,|và|,\s*và)\s*")
UNITS_OF_MEMBERS = "memberships.units_of_members"
SIZES = frozenset({"memberships.sum", "memberships.size"})


_HALF_BEFORE = compiled(rf"{HALF}\s*:?\s*$")
_SPLIT = {Counted.OFFICIAL: Measure.OFFICIAL, Counted.PROBATIONARY: Measure.PROBATIONARY}


def _half(place: Place) -> Counted:
    """What is counted, also where its noun stands before: `chính thức 440 đồng chí, dự bị 16 đồng chí`."""
    named = _HALF_BEFORE.search(place.count.before[-30:]) if place.count.counted is Counted.PERSON else None
    return place.count.counted if named is None else counted_as(named["noun"])


def split(place: Place) -> Measure | None:
    """`có 36 đảng viên, gồm 33 đảng viên chính thức và 3 đảng viên dự bị`"""
    measure = _SPLIT.get(_half(place))
    if measure is None or not _ends(place):
        return None
    divided = any(figure.measure in (Measure.TOTAL, *_SPLIT.values()) for figure in place.read)
    return measure if divided or _has(place) else None
