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
    r"|(?:lực lượng|đội ngũ) (?P<whose>đảng viên|hội viên|đoàn viên)(?P<between>[^;:]{0,60}?)"
    r" (?:hiện có|là|có|(?:đã )?(?:tăng |phát triển )?lên(?: đến| tới)?)"
    r"|(?:nâng|đưa)(?P<between>) (?:lực lượng|đội ngũ|quân số|con số)[^;:,\d]{0,40} lên(?: đến| tới| thành)?"
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
PLACE_WORDS = r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|thôn|ấp|khu phố|ngành|khối|đảng bộ)"
_ENDS = compiled(
    r"^\s*(?:$|[,.;:()/\"-]|(?:đang |hiện )?(?:sinh hoạt|công tác)(?!\p{L})|(?:ở|tại|thuộc|của|với|và|trực thuộc|gồm"
    r"|bao gồm|trong toàn|trong \d|trên địa bàn)(?!\p{L})"
    rf"|trong (?:cả )?{PLACE_WORDS}(?!\p{{L}})|chia (?:thành|làm|ra) \d|trên tổng(?: số)? \d[\d.]*"
    r" (?:cán bộ|viên chức|công chức|giáo viên|nhân viên"
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
    return None if found["between"].strip() else _MEASURES.get(_members_said(place))


def _members_said(place: Place) -> Counted:
    """What is counted; of `người` who was counted before: `kết nạp 384 hội viên, nâng tổng số lên 788 người`."""
    counted = place.count.counted
    left = place.read[-1].count.counted if place.read else counted
    return left if counted is Counted.PERSON and left in (Counted.MEMBER, Counted.ASSOCIATION_MEMBER) else counted


BODY = (
    r"(?<!\p{L})(?<!đại hội |hội nghị |chấp hành |bch |thường vụ |btv |kiểm tra |văn phòng |cán sự )(?:đảng bộ|chi bộ"
    r"|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|toàn đảng|công đoàn|cđ|liên đoàn lao động|lđlđ"
    r"|đoàn thanh niên|(?:huyện|tỉnh|thành|xã|quận)\s*đoàn|(?<!hiệp |xã |quốc |cơ )hội(?! nghị| đồng| thảo| trường"
    r"| thi| thao| trại| diễn| chợ| xuân| họp)"
    r"|chi hội|cả nước|toàn quốc|đảng ta|(?:toàn|cả) (?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|ngành|khối))"
)
_BY_THEN = (
    r",?(?: (?:hiện nay|hiện tại|hiện giờ|hiện|cho đến nay|đến nay|tới nay|đến thời điểm này|lúc này|lúc đó|khi đó|khi ấy"
    r"|giờ đây|bây giờ|giờ|ban đầu|nay|đã|đang|mới|chỉ|chỉ mới))*"
)
_IN_ALL = r"(?: (?:tròn|đúng|tất cả|tổng cộng|cả thảy|[vd]ỏn vẹn|vẻn vẹn|tổng số))?"
_HAVING = compiled(
    rf"{BODY}(?P<between>[^;:]{{0,110}}?){_BY_THEN}"
    rf" (?:(?:có|gồm|gồm có){_IN_ALL}|còn(?: lại)?|nay(?: tròn| là| còn)?|bao gồm|quản lý|lãnh đạo|[vd]ỏn vẹn|vẻn vẹn"
    r"|đông(?: tới| đến)?|là (?:mái nhà|ngôi nhà)(?: chung)? của|(?:khởi|bắt) đầu(?: chỉ)? với"
    r"|tập hợp(?: được)?|(?:lớn mạnh|phát triển|trưởng thành|tăng)(?: từ \d[\d.]*(?: \p{L}+){0,2}?)?(?: lên)?(?: thành| với| đến)?)\s*$"
)
_GATHERING = compiled(rf"{BODY}(?P<between>[^;:]{{0,110}}?){_BY_THEN} quy tụ(?: được)?\s*$")
"""`Hội Nông dân huyện quy tụ hơn 9.000 hội viên`, which a meeting does too"""
_MEETING = compiled(
    r"(?<!\p{L})(?:đại hội|hội (?:nghị|thảo|thi|thao|trại|diễn)|ngày hội|cuộc|buổi|lễ|lớp|giải|chương trình|trại|họp)(?!\p{L})"
)
_NOT_HAVING = compiled(
    rf"{_ATTENDING}|đại hội|hội nghị|trao|tặng|bầu|diễn ra|trong đó|kiểm tra|kỷ luật|đại biểu|phấn đấu|kết luận"
    rf"|phát hiện|thành lập (?:mới|thêm|được)|lớp"
)
_LISTED = compiled(
    r"^[^;.\d]{0,60}(?:,|và|với|sinh hoạt (?:ở|tại|trong)|ở|tại|thuộc|tổng số|trong"
    r"|quy tụ|tập hợp|(?:chia|phân)(?: ra)? (?:thành|làm))(?: tổng số| tổng cộng| tất cả)?\s*$"
)
_DIVIDED = compiled(r"(?:gồm|trong đó)(?!\p{L})|\([^)]*$")
_INSERTED = compiled(r"\s*\([^)]*\)|\s*,?\s*(?:gồm|bao gồm|trong đó) [^;]*?(?=,?\s*với(?!\p{L}))")
_MERGED = r"(?:sáp nhập|hợp nhất|nâng cấp|hợp thành|ghép|gộp)(?: lại)?"
_MERGING = compiled(
    rf"(?:(?:trên cơ sở|từ việc|từ sự|ra đời sau khi|thành lập sau khi) {_MERGED}(?: từ)?|{_MERGED} từ"
    r"|(?<!\p{L})(?:ra đời|thành lập|hình thành)(?: [^\s,;.:]+){0,4} (?:từ|trên cơ sở))\s*$"
)
_MERGED_INTO_ONE = compiled(rf"^[^;.,\d]{{0,30}} {_MERGED} thành (?:một )?đảng bộ(?!\p{{L}})")
"""`13 chi bộ được sáp nhập thành Đảng bộ Khối`"""
_FROM = compiled(r"(?<!\p{L})từ\s*$")
_ARE_MERGED = compiled(rf"^[^;.,\d]{{0,30}} {_MERGED}\s*,")
"""`Từ 13 chi bộ cơ sở sáp nhập lại, Đảng bộ …`"""
_PARTED = compiled(rf"{BODY}[^;:,]{{0,80}}? (?:được )?(?:chia|phân|tổ chức|biên chế)(?: ra)? (?:thành|làm)\s*$")
"""`Đảng bộ Sở được chia thành 5 chi bộ`"""
_WITH_MEMBERS = compiled(
    r"^[^;.,\d]{0,40}(?: với|, (?:gồm|tập hợp|quy tụ))(?: tổng số)?\s*(?:\p{L}+ ){0,2}\d[\d.,]* (?:đảng viên|hội viên|đoàn viên)"
)
_MEMBERS_AND_BODY = compiled(
    rf"^[^;.,\d]{{0,30}} (?:và|với) (?:\p{{L}}+ ){{0,2}}\d[\d.]* (?:đảng viên|hội viên|đoàn viên)\s*,\s*(?:toàn )?{BODY}"
)
"""`Với 15 chi bộ và 345 đảng viên, Đảng bộ …`"""
_OF = compiled(r"(?<!\p{L})(?:của|gồm)\s*$")
_AND_MEMBERS = compiled(r"^[^;.,\d]{0,30} và (?:\p{L}+ ){0,2}\d[\d.,]*(?: triệu| nghìn)? (?:hội viên|đoàn viên)")
_FOUNDED_WITH = compiled(
    rf"{BODY}[^;]{{0,100}}(?<!\p{{L}})(?:thành lập|ra đời|ra mắt|được lập)"
    rf"(?:[^;]{{0,100}},| (?:từ )?(?:ngày|tháng|năm) [^,;.\s]+)?(?: (?:trên (?:nền|cơ sở)|từ) [^,;:\d]{{1,40}}?)?"
    rf"\s*với{_IN_ALL}\s*$"
)
_LIVING = compiled(
    rf"^\s*(?:(?:đang |hiện ){{0,2}}sinh hoạt (?:ở|tại|trong) "
    rf"|(?:của|thuộc|toàn) [^,;.:\d]{{1,50}}? (?:đang |hiện ){{0,2}}sinh hoạt (?:ở|tại|trong) \d[\d.]* (?:{UNITS}))"
)
_OPENING_WITH = compiled(r"(?:^|[;:-])\s*với(?: tổng số)?\s*$")
_THEN_BODY = compiled(rf"^\s*,\s*(?:toàn )?{BODY}")
_TO = compiled(r"(?<!\p{L})(?:cho|của|đối với|cùng|đến)\s*$")
_AT_FIRST = compiled(r"(?<!\p{L})từ(?: (?:chỉ|[vd]ỏn vẹn|vẻn vẹn))?\s*$")
_FROM_HAVING = compiled(
    r"(?<!\p{L})từ (?:chỗ|lúc|khi|ngày)(?: ban đầu| đầu)? (?:mới |chỉ ){0,2}có(?: [vd]ỏn vẹn| vẻn vẹn)?\s*$"
)
_UNTIL_NOW = compiled(
    r"^(?: (?:vào |hồi |của )?(?:đầu )?năm \d{4}[^;.:\d,]{0,60})?\s*,"
    r"\s*(?:[^;.:,]{0,100}?(?<!\p{L})(?:nay|hiện|giờ)(?!\p{L})|sau \d+ năm)"
)
"""`Từ chỗ chỉ có 7 đảng viên năm 1996, đến nay …`"""
_FIRST_CELL = compiled(
    r"(?<!\p{L})(?:(?:chi bộ|đảng bộ|tổ chức đảng)(?: đảng)? (?:đầu tiên|ban đầu|ghép)|từ (?:một|1) (?:chi bộ|đảng bộ))"
    r"[^;:,\d]{0,40}?(?:,? chỉ)? (?:với|có|gồm)\s*$"
)
"""`từ chi bộ đầu tiên với 6 đảng viên`"""
_LABEL = compiled(rf"^\W*{BODY}[^;:,.]{{0,50}}:\s*$")
_LABELLED = compiled(r"^\s*[,;.(]")
"""`- Chi bộ: 32 đảng viên, kết nạp 03`"""
_LARGE = compiled(
    r"là (?:một )?(?:trong những |trong các )?(?:đảng bộ|chi bộ|hội|công đoàn|tổ chức)[^,;:]{0,40} (?:lớn|đông)[^,;:]{0,30},? với\s*$"
)
"""`Đảng bộ thành phố là đảng bộ lớn nhất nước với hơn 200.000 đảng viên`"""
_BODY_WITH = compiled(rf"{BODY}(?P<between>[^;:.,()]{{0,60}})(?<! đối) với(?: tổng số)?\s*$")
_DEALING = compiled(r"kiểm tra|giám sát|kỷ luật|làm việc|đối thoại|gặp|phối hợp|tiếp xúc|trao đổi|kết nạp|quán triệt")
_BODY_THEN_BRACKET = compiled(rf"{BODY} [^;:,()]{{1,60}}\s*\((?:gồm |có |với )?\s*$")
_AND_THEIR_MEMBERS = compiled(
    r"^[^;.,\d]{0,40}(?:,| và| với)(?: tổng số)? (?:\p{L}+ ){0,2}\d[\d.,]*(?: triệu| nghìn)? (?:đảng viên|hội viên|đoàn viên)"
)
_FIRST = compiled(
    r"^\s*(?:khi|lúc|ngày|buổi|ban) (?:mới |được )?(?:thành lập|ra đời|đầu)|^\s*(?:vào |ở )?(?:đầu nhiệm|những ngày đầu)"
)


_IN_HALVES = compiled(r"^\s*(?:\(|,?\s*(?:trong đó|gồm)(?: có)?)[^.;]{0,40}(?:chính thức|dự bị)(?!\p{L})")
"""`Chi bộ có 27 đồng chí, trong đó 25 đồng chí đảng viên chính thức`: members, as only they are either"""


def size(place: Place) -> Measure | None:
    """`Đảng bộ … hiện có 52 đảng viên, sinh hoạt ở 5 chi bộ` · `58 cơ sở đảng với 3.150 đảng viên`"""
    measure = _measure(place)
    if measure is None or _says_its_own(place):
        return measure
    if not _ends(place) or _is_division(place):
        return None
    return measure if _has(place) or place.before(_FOR_HAVING) or _goes_on(place) or _founded(place) else None


def _measure(place: Place) -> Measure | None:
    """What the noun measures; of `đồng chí` only where its words say that they are members."""
    if place.count.counted is not Counted.PERSON:
        return _MEASURES.get(place.count.counted)
    alone = place.before(_PEOPLE_OF) and place.after(_NO_MORE)
    return Measure.TOTAL if alone or place.after(_IN_HALVES) else None


def _says_its_own(place: Place) -> bool:
    """Whether words right beside the number say that it is a size, whatever else follows."""
    if place.before(_FIRST_CELL):
        return True
    if place.count.counted.is_unit:
        return place.after(_MERGED_INTO_ONE) or (place.before(_FROM) and place.after(_ARE_MERGED))
    return _grew_from(place) or (place.before(_OUT_OF) and place.after(_ARE_HALVES))


_PEOPLE_OF = compiled(
    r"(?:^|[.,;] |(?<!\p{L})(?:hiện|nay),? )(?:chi bộ|đảng bộ)(?: (?!khóa|nhiệm|được|bầu|gồm|cử|đề|họp|đã|phải|ban)\p{L}+| \d+){0,7}?"
    r"(?: (?:hiện|nay|đến nay|hiện nay))* có\s*$"
)
_NO_MORE = compiled(r"^\s*(?:$|[.;]|, (?:trong đó|sinh hoạt)(?!\p{L}))")
"""`Hiện Đảng bộ Nhà máy in có 68 người.`"""


def _grew_from(place: Place) -> bool:
    """`Từ 25 đoàn viên khi thành lập` · `Từ 27 đảng viên năm 2010, nay chi bộ có 46`"""
    if place.before(_AT_FIRST) and place.after(_FIRST):
        return True
    return (place.before(_AT_FIRST) or place.before(_FROM_HAVING)) and place.after(_UNTIL_NOW)


_FOR_HAVING = compiled(r"(?<!\p{L})(?:do|vì)(?: chi bộ)?(?: chỉ)? có\s*$")
"""`không bầu chi ủy do chỉ có 6 đảng viên`"""


_OUT_OF = compiled(r"(?<!\p{L})trong(?: tổng)?(?: số)?\s*$")
_ARE_HALVES = compiled(r"^[^;.\d]{0,40} \d[\d.]* (?:đảng viên |đồng chí )?(?:chính thức|dự bị)(?!\p{L})")
"""`Trong 44 đảng viên của chi bộ có 42 đảng viên chính thức`"""


def _is_division(place: Place) -> bool:
    """Whether units counted to the left are divided here: `64 tổ chức cơ sở đảng, gồm 21 đảng bộ, 43 chi bộ cơ sở`."""
    sums = [figure for figure in place.read if figure.measure in (Measure.PARTY_UNITS, Measure.CELLS)]
    return place.count.counted.is_unit and any(_DIVIDED.search(between(figure, place.count)) for figure in sums)


def _has(place: Place) -> bool:
    clause = regex.split("[;:]", place.count.before)[-1]
    gathering = _GATHERING.search(clause[-200:])
    if gathering is not None:
        return not _NOT_HAVING.search(gathering["between"]) and not _MEETING.search(clause)
    found = _HAVING.search(clause[-200:]) or _TERRITORY_HAVING.search(clause[-160:])
    if place.count.counted.is_unit:
        found = found or _TERRITORY_OF_UNITS.search(clause[-160:])
    if found is None or _NOT_HAVING.search(found["between"]) or _ATTENDED.search(clause):
        return False
    return (
        not _OF_A_CONGRESS.search(clause[-200:], 0, found.start()) or _BODY_BEHIND.search(found["between"]) is not None
    )


_OF_A_CONGRESS = compiled(r"(?<!\p{L})đại $")
_BODY_BEHIND = compiled(BODY)
"""`Đại hội xác định đến năm 2025 có 9.000 đảng viên`: a congress has no members"""


_TERRITORY_HAVING = compiled(
    rf"(?:^|[.,]\s+|(?<!\p{{L}})nay,? ){PLACE_WORDS}(?P<between>[^;:,.]{{0,40}}?)"
    rf"(?: (?:hiện|nay|đang|đến nay|hiện nay|tới nay))+ có{_IN_ALL}\s*$"
)
"""`Phường hiện có 214 đoàn viên`"""
_TERRITORY_OF_UNITS = compiled(rf"(?:^|[.,]\s+){PLACE_WORDS}(?P<between>(?: \p{{L}}+){{0,4}}?) (?:đã )?có{_IN_ALL}\s*$")
"""`Xã có 12 chi bộ thôn`"""


_MEMBERS = frozenset({Measure.TOTAL, Measure.ASSOCIATION_MEMBERS})
_BY_NOW = compiled(
    r"(?:[;,-]|(?<!\p{L})và)\s*(?:(?:cho )?(?:đến|tới) nay|đến cuối (?:năm|nhiệm k[ỳì])|hiện nay|hiện tại"
    r"|nay|hiện)(?: đã| tăng| lên| phát triển){0,3}(?: có| là| còn)?\s*$"
)
"""`Đầu nhiệm kỳ, chi bộ có 20 đảng viên; đến nay có 26 đảng viên`"""


def _goes_on(place: Place) -> bool:
    """Whether it stands in a list with a size to its left: `gồm 4 đảng bộ bộ phận, 17 chi bộ với 389 đảng viên`."""
    if place.before(_BY_NOW) and not place.count.counted.is_unit:
        return any(figure.measure in _MEMBERS or figure.measure is Measure.ADMITTED for figure in place.read)
    left = next((figure for figure in reversed(place.read) if figure.rule in SIZES), None)
    return left is not None and _LISTED.match(_INSERTED.sub("", between(left, place.count))) is not None


def _founded(place: Place) -> bool:
    if place.before(_LABEL) and place.after(_LABELLED):
        return True
    return _of_units(place) if place.count.counted.is_unit else _of_members(place)


def _of_units(place: Place) -> bool:
    if place.count.counted is Counted.ASSOCIATION_UNIT and place.before(_OF) and place.after(_AND_MEMBERS):
        return True
    if _introduced(place) or place.before(_PARTED) or place.before(_MERGING):
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
_BODY_IN_BRACKETS = compiled(rf"{BODY} [^;:,()]{{1,60}}\s*\($")
_BRACKET_ENDS = compiled(r"^\s*\)")
"""`Chi bộ Thanh tra (6 đảng viên)`"""


_TAKEN = compiled(
    r"(?:thành lập|tiếp nhận|giải thể|kiểm tra|giám sát|kỷ luật|khen thưởng|biểu dương|tặng|trao|cho|đối với"
    r"|đến từ)(?: \p{L}+){0,2}\s*$"
)


_OF_MEMBERS = compiled(
    r"(?:(?:đảng viên|hội viên|đoàn viên)(?: (?!chính thức|dự bị)\p{L}+){0,2}?(?: (?:sinh hoạt|đang|hiện)){0,2} (?:thuộc"
    r"|của|ở|tại|đến từ|trong|trực thuộc)"
    r"|\d đại biểu(?: chính thức| ưu tú)? (?:thuộc|đến từ|được (?:bầu|triệu tập)(?: ra)? từ)"
    r"|(?:^|[.;,]\s*)họ (?:đang |hiện ){0,2}(?:sinh hoạt (?:ở|tại|trong)|thuộc|đến từ))\s*(?:các|toàn bộ|tất cả)?\s*$"
)


_FROM_UNITS = compiled(r"(?:đảng viên|hội viên|đoàn viên) từ\s*$")
_COMING = compiled(r"^ (?:đã |về |đến |cùng |để ){0,2}(?:tham dự|dự|tham gia|có mặt)(?!\p{L})")


def unit_of_members(place: Place) -> Measure | None:
    """`dự có 164 đảng viên thuộc 17 chi bộ`: who came is attendance, where they belong is the host's"""
    if not place.count.counted.is_unit:
        return None
    came = place.before(_FROM_UNITS) and place.after(_COMING)
    if not (came or place.before(_OF_MEMBERS) or _next_unit(place)):
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
