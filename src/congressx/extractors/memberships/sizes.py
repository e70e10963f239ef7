"""Sizes of organisations: their members and their units."""

from __future__ import annotations

from congressx.extractors.memberships.counts import UNITS, Counted
from congressx.extractors.memberships.figures import Place, between, compiled
from congressx.extractors.memberships.having import (
    ATTENDED,
    ATTENDING,
    BODY,
    IN_ALL,
    MEASURES,
    NOT_HAVING,
    has,
    is_labelled,
    is_size_ended,
)
from congressx.extractors.memberships.record import Measure

SIZES = frozenset({"memberships.sum", "memberships.size"})
_LISTED = compiled(
    r"^[^;.\d]{0,60}(?:,|và|với|sinh hoạt (?:ở|tại|trong)|ở|tại|thuộc|tổng số|trong"
    r"|quy tụ|tập hợp|(?:chia|phân)(?: ra)? (?:thành|làm)|bao gồm|gồm(?: có)?|[/;(:])(?: tổng số| tổng cộng| tất cả)?\s*$"
)
_INSERTED = compiled(r"\s*\([^)]*\)|\s*,?\s*(?:gồm|bao gồm|trong đó) [^;]*?(?=,?\s*với(?!\p{L}))")
_MERGED = r"(?:(?:sáp )?nhập|hợp nhất|nâng cấp|hợp thành|ghép|gộp)(?: lại)?"
_MERGING = compiled(
    rf"(?:(?:trên cơ sở|từ việc|từ sự|nhờ(?: việc| sự)?|ra đời sau khi|thành lập sau khi) {_MERGED}(?: từ)?|{_MERGED} từ"
    r"|(?<!\p{L})(?:ra đời|thành lập|hình thành)(?: [^\s,;.:]+){0,4} (?:từ|trên cơ sở))\s*$"
)
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
    rf"\s*với{IN_ALL}\s*$"
)
_LIVING = compiled(
    rf"^\s*(?:(?:đang |hiện ){{0,2}}sinh hoạt (?:ở|tại|trong) "
    rf"|(?:của|thuộc|toàn) [^,;.:\d]{{1,50}}? (?:đang |hiện ){{0,2}}sinh hoạt (?:ở|tại|trong) \d[\d.]* (?:{UNITS}))"
)
_OPENING_WITH = compiled(r"(?:^|[;:-])\s*với(?: tổng số)?\s*$")
_THEN_BODY = compiled(rf"^\s*,\s*(?:toàn )?{BODY}")
_TO = compiled(r"(?<!\p{L})(?:cho|của|đối với|cùng|đến)\s*$")
_AT_FIRST = compiled(
    r"(?:^|[.;]\s*)\W*(?:đầu nhiệm kỳ|(?:khi|lúc|ngày) (?:mới |đầu )?(?:được )?(?:thành lập|ra đời)),?"
    r"(?: \p{L}+){0,4}? có(?: \p{L}+)?\s*$"
    r"|(?<!\p{L})từ(?: (?:chỗ|lúc|khi|ngày)(?: ban đầu| đầu)? (?:mới |chỉ ){0,2}có"
    r"| (?:một |1 )?(?:chi bộ|đảng bộ)[^;:,\d]{0,40} (?:với|có|gồm))?(?: (?:chỉ|[vd]ỏn vẹn|vẻn vẹn))?\s*$"
)
_UNTIL_NOW = compiled(
    r"^(?: của [^;.:\d,]{0,60}?)?(?: (?:vào |hồi |của )?(?:đầu )?năm \d{4}[^;.:\d,]{0,60})?\s*,"
    r"\s*(?:[^;.:,]{0,100}?(?<!\p{L})(?:nay|hiện|giờ)(?!\p{L})|sau \d+ năm)"
)
"""`Đầu nhiệm kỳ có 22 đảng viên, đến nay …`, `Từ chỗ chỉ có 7 đảng viên năm 1996, đến nay …`, `Từ chi bộ đầu tiên với 6 …`"""
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
    if not is_size_ended(place):
        return None
    return measure if has(place) or place.before(_FOR_HAVING) or _goes_on(place) or _founded(place) else None


def _measure(place: Place) -> Measure | None:
    """What the noun measures; of `đồng chí` only where its words say that they are members."""
    if place.count.counted is not Counted.PERSON:
        return MEASURES.get(place.count.counted)
    return Measure.TOTAL if place.after(_IN_HALVES) else None


def _says_its_own(place: Place) -> bool:
    """Whether words right beside the number say that it is a size, whatever else follows."""
    if place.count.counted.is_unit:
        return False
    return _grew_from(place) or (place.before(_OUT_OF) and place.after(_ARE_HALVES))


def _grew_from(place: Place) -> bool:
    """`Từ 25 đoàn viên khi thành lập` · `Từ 27 đảng viên năm 2010, nay chi bộ có 46`"""
    return place.before(_AT_FIRST) and (place.after(_FIRST) or place.after(_UNTIL_NOW))


_FOR_HAVING = compiled(r"(?<!\p{L})(?:do|vì)(?: chi bộ)?(?: chỉ)? có\s*$")
"""`không bầu chi ủy do chỉ có 6 đảng viên`"""
_OUT_OF = compiled(r"(?<!\p{L})trong(?: tổng)?(?: số)?\s*$")
_ARE_HALVES = compiled(r"^[^;.\d]{0,40} \d[\d.]* (?:đảng viên |đồng chí )?(?:chính thức|dự bị)(?!\p{L})")
"""`Trong 44 đảng viên của chi bộ có 42 đảng viên chính thức`"""


_MEMBERS = frozenset({Measure.TOTAL, Measure.ASSOCIATION_MEMBERS})
_BY_NOW = compiled(
    r"(?:[;,-]|(?<!\p{L})và)\s*(?:(?:cho )?(?:đến|tới) nay|đến cuối (?:năm|nhiệm kỳ)|hiện nay|hiện tại"
    r"|nay|hiện)(?: đã| tăng| lên| phát triển){0,3}(?: có| là| còn| được)?\s*$"
)
"""`Đầu nhiệm kỳ, chi bộ có 20 đảng viên; đến nay có 26 đảng viên`"""


def _goes_on(place: Place) -> bool:
    """Whether it stands in a list with a size to its left: `gồm 4 đảng bộ bộ phận, 17 chi bộ với 389 đảng viên`."""
    if place.before(_BY_NOW) and place.count.counted is not Counted.ASSOCIATION_UNIT:
        return any(figure.measure in _MEMBERS or figure.measure is Measure.ADMITTED for figure in place.read)
    left = next((figure for figure in reversed(place.read) if figure.rule in SIZES), None)
    return left is not None and _LISTED.match(_INSERTED.sub("", between(left, place.count))) is not None


def _founded(place: Place) -> bool:
    if is_labelled(place):
        return True
    return _of_units(place) if place.count.counted.is_unit else _of_members(place)


def _of_units(place: Place) -> bool:
    if place.count.counted is Counted.ASSOCIATION_UNIT and place.before(_OF) and place.after(_AND_MEMBERS):
        return True
    if _introduced(place) or place.before(_MERGING):
        return True
    if place.before(_OPENING_WITH) and place.after(_MEMBERS_AND_BODY):
        return True
    attended = ATTENDED.search(place.count.before[-60:]) is not None
    return place.after(_WITH_MEMBERS) and not attended and not place.before(_TAKEN)


def _of_members(place: Place) -> bool:
    if place.before(_OPENING_WITH) and place.after(_THEN_BODY):
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
    if named is not None and not ATTENDED.search(place.count.before[-60:]):
        return not NOT_HAVING.search(named["between"]) and not _DEALING.search(named["between"])
    return place.before(_BODY_THEN_BRACKET)


_ELSEWHERE = compiled(rf"{ATTENDING}|điểm cầu|trực tuyến")
_BODY_IN_BRACKETS = compiled(rf"{BODY} [^;:,()]{{1,60}}\s*\($")
_BRACKET_ENDS = compiled(r"^\s*\)")
"""`Chi bộ Thanh tra (6 đảng viên)`"""
_TAKEN = compiled(
    r"(?:thành lập|tiếp nhận|giải thể|kiểm tra|giám sát|kỷ luật|khen thưởng|biểu dương|tặng|trao|cho|đối với"
    r"|đến từ)(?: \p{L}+){0,2}\s*$"
)
