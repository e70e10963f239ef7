"""Movements of membership: admissions, probation, transfers, retirements, and how membership ends."""

from __future__ import annotations

from congressx.extractors.memberships.counts import Counted
from congressx.extractors.memberships.figures import Place, compiled
from congressx.extractors.memberships.record import Measure

_ADMITTING = compiled(
    r"(?<!\p{L})(?:kết nạp|phát triển|kn|nhận vào đảng)(?: (?:mới|thêm|được|đảng|cho|vào đảng|đảng viên mới|đảng viên|đoàn viên"
    r"|hội viên|đã|tổng số|là|trên|có|đối với|trong (?:năm|nhiệm kỳ))){0,4}\s*:?\s*$"
)
_ADMITTED_ARE = compiled(
    r"số(?: lượng)?(?: (?:đảng viên|hội viên|đoàn viên|người|quần chúng))?(?: mới| ưu tú)?(?: được)?"
    r" kết nạp[^;:,]{0,50}(?: (?:là|đạt)\s*|\s*:\s*)$"
)
_ATTRACTING = compiled(r"(?<!\p{L})(?:thu hút|thu nhận|vận động)(?: thêm| được| mới){0,2}\s*$")
_INTO_AN_ASSOCIATION = compiled(
    r"^(?: mới)?(?:\s*(?:$|[,.;(])|(?: tham gia| gia nhập){0,2}(?: vào)?(?: tổ chức)? (?:hội|công đoàn|đoàn)(?! \p{L}*\d))"
)
_DEVELOPING = compiled(r"phát triển(?! đảng(?! viên))(?: \p{L}+){0,3}\s*:?\s*$")
_HAVE_BEEN = (
    r"^(?:\s*\(\p{L}{2,5}\))?(?: trong số (?:này|đó|ấy|họ))?(?: nữa| mới| ưu tú)?"
    r"(?: (?:đã|vừa|vinh dự|cũng|mới|sau đó|lần lượt|chính thức))*(?: được)?"
    r"(?: (?:vinh dự|chính thức|chi bộ(?: \p{L}+){0,3}?|đảng bộ(?: \p{L}+){0,3}?))?"
)
_ADMITTED = compiled(rf"{_HAVE_BEEN}(?: làm lễ| tổ chức lễ)? kết nạp(?! lại)")
_JOINED = compiled(
    rf"{_HAVE_BEEN}(?: trở thành (?:người )?(?:đảng viên(?! chính thức)|hội viên|đoàn viên)|(?: tự nguyện)? gia nhập(?: vào)?"
    r"(?=\s*(?:$|[.,;)])| (?:tổ chức|hội|công đoàn|đoàn|đảng|hàng ngũ)(?!\p{L})))"
)
"""`5 quần chúng đã trở thành đảng viên`, `30 lao động gia nhập công đoàn`"""
_IN_THE_RANKS = compiled(rf"{_HAVE_BEEN} đứng (?:vào|trong) hàng ngũ")
"""Whoever it is that tells of it, they are members of the Party now."""
_NOT_YET = compiled(
    r"(?:xem xét|đề nghị|chuẩn bị|giới thiệu|bồi dưỡng|điều kiện|tạo nguồn|lớp)(?!(?:,| và)\s*$)[^,;.]{0,40}$"
)
_NEW = compiled(r"(?:^\W*|[;:,.] )(?:số )?đảng viên mới\s*:?\s*$")
_TAKING = compiled(r"(?<!\p{L})(?:đưa|nhận|kết nạp)(?: được| thêm)?\s*$")
_IN = compiled(r"^(?: ưu tú| xuất sắc)? vào (?:hàng ngũ (?:của )?)?đảng(?! bộ| ủy)(?!\p{L})")
_PART_OF = compiled(r"\([^)]*$")
_A_YEAR = compiled(r"^\s*(?:/\s*(?:năm|nhiệm k)|mỗi năm|một năm)")


_NEW_ONES = compiled(r"^ mới(?!\p{L})")
_ADDING = compiled(r"(?<!\p{L})(?:(?:có )?thêm|đón(?: nhận)?(?: thêm)?|bổ sung(?: thêm)?)\s*$")
_ADDED = compiled(r"^(?: mới)?\s*(?:$|[,.;(]|vào (?:hàng ngũ|đảng|hội|đoàn)(?!\p{L})|so với|và(?!\p{L}))")


def _is_added(place: Place) -> bool:
    """`Chi bộ có thêm 5 đảng viên mới` · `Hội đón thêm 40 hội viên mới`"""
    counted = place.count.counted
    members = counted in (Counted.MEMBER, Counted.ASSOCIATION_MEMBER)
    new = counted is Counted.NEW_MEMBER or (members and place.after(_NEW_ONES))
    return new and place.after(_ADDED) and place.before(_ADDING)


def admitted(place: Place) -> Measure | None:
    """`kết nạp được 24 đảng viên` · `phát triển mới 212 hội viên` · `5 đoàn viên được kết nạp vào Đảng`"""
    count = place.count
    if count.counted.is_unit or place.after(_A_YEAR):
        return None
    if place.before(_ADMITTING):
        trained = count.counted in (Counted.PERSON, Counted.CANDIDATE) and place.before(_DEVELOPING)
        unready = _NOT_YET.search(_ADMITTING.sub("", count.before[-160:]))
        return None if trained or unready else Measure.ADMITTED
    if place.before(_ADMITTED_ARE) or place.before(_NEW) or _attracted(place) or _is_added(place):
        return Measure.ADMITTED
    if place.before(_PART_OF):
        return None
    outsiders = count.counted in (Counted.PERSON, Counted.CANDIDATE)
    taken = outsiders and ((place.before(_TAKING) and place.after(_IN)) or place.after(_JOINED))
    joined = taken or place.after(_IN_THE_RANKS) or place.after(_ADMITTED)
    return Measure.ADMITTED if joined and not _joined_from_outside(place) else None


def _attracted(place: Place) -> bool:
    """`thu hút thêm 214 hội viên` · `vận động được 130 phụ nữ vào Hội`; who was drawn to a campaign did not join"""
    if not place.before(_ATTRACTING):
        return False
    if place.count.counted is Counted.ASSOCIATION_MEMBER:
        return place.after(_INTO_AN_ASSOCIATION)
    return place.count.counted in (Counted.CANDIDATE, Counted.PERSON) and place.after(_TO_JOIN)


_TO_JOIN = compiled(r"^(?: (?:tham gia|gia nhập|vào|tổ chức)){1,3} (?:hội|công đoàn|đoàn)(?!\p{L})")
_OF_A_UNION = compiled(
    r"(?<!\p{L})(?:công đoàn|đoàn viên|hội viên|đoàn trường|liên đoàn lao động|lđlđ|đoàn thanh niên)(?!\p{L})"
)
_FOR_THE_PARTY = compiled(r"(?:đoàn viên|hội viên)(?: \p{L}+){0,2} ưu tú|(?:cho|với|sang) đảng(?!\p{L})")
_INTO_THE_PARTY = compiled(r"[^,;.]{0,40}?(?:kết nạp(?: vào)?|hàng ngũ(?: của)?) đảng")
_OF_THE_PARTY = compiled(r"(?<!\p{L})(?:đảng bộ|chi bộ|đảng ủy|cấp ủy|tổ chức đảng)(?!\p{L})")


def _joined_from_outside(place: Place) -> bool:
    """`1.150 đoàn viên ưu tú được giới thiệu, 347 người được kết nạp Đảng`: that they joined is a deed of their union."""
    said = place.count.before + place.count.after
    union = place.count.counted is Counted.ASSOCIATION_MEMBER or _OF_A_UNION.search(place.count.before) is not None
    into = _INTO_THE_PARTY.match(place.count.after) or _FOR_THE_PARTY.search(place.count.before)
    return union and into is not None and _OF_THE_PARTY.search(said) is None


_TRANSFERRING = r"chuyển (?:đảng )?(?:sinh hoạt |sinh hoạt đảng |công tác )?(?:chính thức )?"
_ARRIVING = compiled(
    rf"(?:tiếp nhận(?: (?:{_TRANSFERRING})?(?:sinh hoạt(?: đảng)?|đến))?|(?<!\p{{L}})nhận về|{_TRANSFERRING}(?:đến|về|vào))"
    r"\s*(?:là|:|có|thêm|mới|được|cho)?\s*$"
)
_LEAVING = compiled(
    rf"(?:{_TRANSFERRING}(?:đi|ra)(?: nơi khác| khỏi đảng bộ)?|giới thiệu chuyển sinh hoạt(?: đảng)?"
    rf"|giới thiệu (?:chuyển )?đi|{_TRANSFERRING}đến \d+(?: \p{{L}}+){{0,2}}(?:,| và) đi)\s*(?:là|:|có|cho)?\s*$"
)
_RETIRING = compiled(r"(?:nghỉ (?:hưu|chế độ|theo chế độ)|về hưu)(?: trước tuổi| đúng tuổi)?\s*(?:là|:|có)?\s*$")
_MOVING = compiled(r"chuyển sinh hoạt(?: đảng)?(?: chính thức| tạm thời)?(?: cho)?\s*$")
_CAME = compiled(
    rf"^\s*từ (?:nơi|đơn vị|địa phương) khác (?:đến|về)"
    rf"|^\s*(?:mới |từ nơi khác |nơi khác )?{_TRANSFERRING}(?:đến|về|vào)(?!\p{{L}})(?! nơi khác| nơi cư trú| địa phương)"
)
_LEFT = compiled(
    rf"^\s*(?:{_TRANSFERRING}(?:(?:đi|ra)(?!\p{{L}})|(?:(?:đến|về) )?nơi (?:khác|cư trú)|về địa phương)"
    r"|đi (?:nơi|đơn vị|địa phương) khác|chuyển công tác(?! đến| về)|(?:xin )?rời (?:đảng bộ|chi bộ))"
)
_MOVED = compiled(r"^ (?:đã |được ){0,2}chuyển sinh hoạt(?: hội| đoàn| đảng)?\s*(?:$|[,.;)]|và(?!\p{L}))")
"""`61 hội viên chuyển sinh hoạt`"""
_TO_ELSEWHERE = compiled(
    r"^\s*(?:(?:đi|ra|đến|về) (?:nơi|đơn vị|địa phương) khác|về (?:địa phương|nơi cư trú)|(?:được )?(?:xuất ngũ|phục viên|ra quân"
    r"|ra trường|tốt nghiệp|chuyển ngành))"
)
"""`chuyển sinh hoạt đảng cho 22 đảng viên đi nơi khác`, `… cho 31 đồng chí xuất ngũ`"""
_RETIRED = compiled(r"^\s*(?:được |đã |xin ){0,2}(?:nghỉ (?:hưu|theo chế độ|chế độ)|về hưu)")
_FLOWS = (
    (Measure.TRANSFERRED_IN, None, _CAME),
    (Measure.TRANSFERRED_OUT, None, _LEFT),
    (Measure.RETIRED, None, _RETIRED),
    (Measure.TRANSFERRED_IN, _ARRIVING, None),
    (Measure.TRANSFERRED_OUT, _LEAVING, None),
    (Measure.RETIRED, _RETIRING, None),
    (Measure.OTHER, _MOVING, None),
    (Measure.OTHER, None, _MOVED),
)


def flow(place: Place) -> Measure | None:
    """`chuyển đến: 05 đảng viên` · `2 đảng viên nghỉ hưu`; `chuyển sinh hoạt 28 hội viên` does not say where to"""
    if not is_member(place):
        return None
    if place.before(_MOVING) and place.after(_TO_ELSEWHERE):
        return Measure.TRANSFERRED_OUT
    for measure, before, after in _FLOWS:
        if (before is not None and place.before(before)) or (after is not None and place.after(after)):
            return measure
    return None


_OF_MEMBERSHIP = compiled(
    r"(?<!\p{L})(?:đảng bộ|chi bộ)[^;:.]{0,30} có(?: \d|\s*$)|đảng viên|(?<!\p{L})đ/v(?!\p{L})|vào đảng"
    r"|hội viên|đoàn viên|sinh hoạt đảng|chuyển sinh hoạt|kết nạp|chức vụ(?: trong)? đảng(?!\p{L})"
)


def is_member(place: Place) -> bool:
    """Whether members are counted, or `đồng chí` and `người` of whom the sentence said that they are members."""
    counted = place.count.counted
    if counted is Counted.PERSON:
        return _OF_MEMBERSHIP.search(place.count.before) is not None
    return counted in (Counted.MEMBER, Counted.PROBATIONARY, Counted.ASSOCIATION_MEMBER)


_MADE_OFFICIAL = compiled(
    r"(?:công nhận|chuyển|xét chuyển)(?: đảng viên)?(?: đảng)?(?: dự bị)?(?: là| thành| lên)?(?: đảng viên)?(?: đảng)?"
    r" chính thức(?: đảng viên)?(?: cho| đối với)?\s*:?\s*$"
)
_ASKED_FOR = compiled(r"(?:đề nghị|đủ điều kiện|hồ sơ|hướng dẫn)[^,;.]{0,60}$")
_ACKNOWLEDGING = compiled(r"công nhận(?: được)?\s*$")
_BECAME_OFFICIAL = compiled(r"^ (?:dự bị )?(?:đã |được ){0,2}(?:trở )?(?:thành|là) đảng viên chính thức")
_IS_MADE_OFFICIAL = compiled(
    r"^ (?:dự bị )?(?:đã )?được (?:công nhận|chuyển|xét chuyển|xét công nhận)(?: là)?(?: đảng| đảng viên)? chính thức"
)


def made_official(place: Place) -> Measure | None:
    """`công nhận chính thức 133 đảng viên` · `chuyển đảng chính thức cho 4 đồng chí`: a movement, not how many are official"""
    counted = place.count.counted
    if counted is Counted.OFFICIAL:
        return Measure.OTHER if place.before(_ACKNOWLEDGING) or place.before(_MADE_OFFICIAL) else None
    if counted not in (Counted.MEMBER, Counted.PERSON, Counted.PROBATIONARY):
        return None
    if place.before(_ASKED_FOR):
        return None
    became = place.after(_IS_MADE_OFFICIAL) or (
        place.after(_BECAME_OFFICIAL) and (counted is Counted.PROBATIONARY or place.before(_ACKNOWLEDGING))
    )
    return Measure.OTHER if became or place.before(_MADE_OFFICIAL) else None


_ENDING = (
    r"(?:(?:xóa|rút) tên(?: (?:trong danh sách )?đảng viên)?|(?:đưa|cho|xin|rút)(?: rút)? (?:ra khỏi|khỏi) đảng"
    r"|miễn(?:,? (?:công tác|sinh hoạt|và|miễn|đảng)){1,6}|bỏ sinh hoạt(?: đảng)?|từ trần|qua đời)"
)
_ENDED_FOR = compiled(
    rf"{_ENDING}(?: (?:bằng|theo|với)(?: các)? hình thức(?: khác| xóa tên)?)?(?: đối với| cho| là)?\s*:?\s*$"
)
_IS_ENDED = compiled(rf"^(?: (?:đã|bị|được|xin|xét|đề nghị|tự ý|tự)){{0,2}} {_ENDING}")


NOT_YET_DONE = compiled(
    r"(?:(?:yêu cầu|đề nghị|(?:đang|sẽ|họp,?) xem xét)[^;:]{0,140}|xem xét,? (?:thi hành |xử lý )?kỷ luật(?: đối với)?\s*"
    r"|(?<!buộc )phải (?:thi hành |xử lý )?kỷ luật(?:(?!kỷ luật)[^;]){0,60})$"
)
"""`sẽ xem xét kỷ luật`, `đề nghị khai trừ`"""


def ended(place: Place) -> Measure | None:
    """`xóa tên 6 đảng viên` · `miễn công tác và sinh hoạt đảng cho 22 đồng chí` · `17 đảng viên bỏ sinh hoạt`"""
    if not is_member(place) or place.before(NOT_YET_DONE) or _HONOURED.search(place.count.before):
        return None
    put_out = place.before(_PUTTING) and place.after(_OUT_OF_THE_PARTY)
    return Measure.OTHER if put_out or place.before(_ENDED_FOR) or place.after(_IS_ENDED) else None


_HONOURED = compiled(r"(?<!\p{L})truy tặng [^;]*$")
_PUTTING = compiled(r"(?<!\p{L})(?:đưa|cho)\s*$")
_OUT_OF_THE_PARTY = compiled(r"^[^,;.:]{0,50}? (?:ra khỏi|khỏi) đảng(?!\p{L})")
