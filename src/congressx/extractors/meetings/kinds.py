"""Which type of meeting a name speaks of."""

from __future__ import annotations

import regex

from congressx.extractors.meetings.record import MeetingType
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

OPENS_A_TERM = frozenset(
    {
        MeetingType.PARTY_CONGRESS,
        MeetingType.CELL_CONGRESS,
        MeetingType.NATIONAL_CONGRESS,
        MeetingType.UNION_CONGRESS,
        MeetingType.YOUTH_CONGRESS,
        MeetingType.FRONT_CONGRESS,
        MeetingType.ASSOCIATION_CONGRESS,
    }
)
"""Congresses whose committee serves a term that begins with them."""

COUNCILS = frozenset({MeetingType.COUNCIL_SESSION, MeetingType.ASSEMBLY_SESSION})
"""Sessions of elected bodies, which have sittings (`phiên họp`) of their own."""

_OF_THE_PARTY = (
    r"^\w+ \w+ (?:đại biểu )?(?:điểm )?(?:lần thứ \w+,? )?(?:\(?nhiệm kỳ [\d -]+\)?,? )?(?:của )?đảng (?:bộ|viên|ủy)"
)
_CONGRESS_TYPES = (
    (MeetingType.CELL_CONGRESS, r"^\w+ \w+ (?:đại biểu )?(?:đảng viên )?(?:điểm )?(?:các )?chi bộ"),
    (MeetingType.PARTY_CONGRESS, _OF_THE_PARTY),
    (MeetingType.EMULATION_CONGRESS, r"thi đua"),
    (MeetingType.UNION_CONGRESS, r"công đoàn|lđlđ|liên đoàn lao động|\bcđ\b|cđcs"),
    (
        MeetingType.YOUTH_CONGRESS,
        r"(?<!liên |cử |bầu )\bđoàn\b(?! kết| thể| viên công đoàn| đại biểu| chủ tịch)|hội sinh viên|hội lhtn"
        r"|(?<!cựu )thanh niên(?! xung phong)"
        r"|(?:tỉnh|thành|huyện|quận|xã) đoàn|đội thiếu niên|cháu ngoan",
    ),
    (MeetingType.FRONT_CONGRESS, r"mttq|mặt trận tổ quốc"),
    (MeetingType.CELL_CONGRESS, r"chi bộ"),
    (
        MeetingType.ASSOCIATION_CONGRESS,
        r"(?<!đại |\w)hội (?!nghị|đồng)|phụ nữ|nông dân|cựu chiến binh|\bccb\b|liên minh|liên hiệp|hiệp hội|chữ thập đỏ"
        r"|lhh\b|luật gia|nhà báo|liên đoàn(?! lao động)|lđbđ|vff\b|nghệ sĩ|nhạc sĩ|nhà văn|kiến trúc sư|luật sư|người cao tuổi"
        r"|doanh nhân|khuyến học|cựu thanh niên xung phong",
    ),
    (
        MeetingType.NATIONAL_CONGRESS,
        r"toàn quốc(?! (?:hội|liên|công|lần thứ \w+ (?:của )?(?:hội|liên)))(?!.*\bhội (?!nghị))|của đảng\b"
        r"|(?:đại hội|đh) đảng(?= (?:toàn quốc|cộng sản|lần|[ivx]+\b|\d)|$)|^đại hội (?:lần thứ |lần )?(?:x(?:i{1,3}|iv)?"
        r"|1[0-4])$",
    ),
    (MeetingType.PARTY_CONGRESS, r"đảng|xứ ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy"),
)
_OF_NO_COUNCIL = (
    r"ủy ban kiểm tra|ubkt|ban chỉ đạo|(?:hội đồng|ủy ban) bầu cử|tiểu ban|họp (?:(?:thường kỳ|của) )*chính phủ"
)
"""Bodies whose sessions (`kỳ họp`, `phiên họp`) have no type of their own."""
_SESSION_TYPES = (
    (MeetingType.OTHER, _OF_NO_COUNCIL),
    (MeetingType.COUNCIL_SESSION, r"hđnd|hội đồng nhân dân"),
    (MeetingType.ASSEMBLY_SESSION, r"quốc hội|ubtvqh|ủy ban thường vụ"),
    (
        MeetingType.COMMITTEE_PLENUM,
        r"ban chấp hành|\bbch\b|ban thường vụ|\bbtv\b|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy",
    ),
)
_COMMITTEE = (
    r"(?:ban chấp hành|\bbch\b|ban bí thư|bộ chính trị|(?:ban )?thường vụ(?! quốc hội)|\bbtv\b|(?:tỉnh|thành|huyện|quận|thị|đảng"
    r"|quân) ủy|trung ương|tw\b|t\.?ư\b|đảng bộ"
    r"|cấp ủy|(?:ủy ban|ub|ubtw) (?:(?:trung ương|tư|tw) )?(?:mttq|mặt trận)|đoàn chủ tịch|hội đồng trung ương|tổng liên đoàn"
    r"|liên đoàn)"
)
_REVIEW_TYPES = (
    (
        MeetingType.INTERIM_REVIEW,
        r"sơ kết (?:(?!\d+ năm|một năm|hai năm).){0,60}(?:(?:\d|sáu|chín|ba) tháng|giữa nhiệm kỳ|nửa nhiệm kỳ|quý"
        r"|học kỳ)"
        r"|sơ kết (?:công tác|hoạt động|phong trào|nhiệm vụ|nửa|giữa)"
        r"|(?:đánh giá|kiểm điểm) .{0,70}(?:6|sáu|9|chín) tháng(?: đầu năm)?.{0,20}(?:triển khai|phương hướng|nhiệm vụ)",
    ),
    (
        MeetingType.ANNUAL_REVIEW,
        r"tổng kết (?!\d+ năm)(?:(?!thực hiện (?!nhiệm vụ|quy chế|công tác)|\d+ năm).){0,90}\bnăm (?:(?:19|20)\d\d\b(?! ?-)|học|qua)"
        r"|tổng kết (?:công tác )?cuối năm"
        r"|(?:đánh giá|kiểm điểm) .{0,60}năm (?:19|20)\d\d.{0,20}(?:triển khai|phương hướng|nhiệm vụ)",
    ),
    (
        MeetingType.THEMATIC_REVIEW,
        r"\d+ năm (?:thực hiện|triển khai)|(?:tổng kết|sơ kết)\b.*(?:\b\d+ năm\b|(?:hai|ba|bốn|năm"
        r"|mười) năm (?:thực hiện|triển khai)|thực hiện|chương trình"
        r"|đề án|chỉ thị|nghị quyết|phong trào|cuộc vận động|\(\d{4}\s*-\s*\d{4}\)|mô hình|thí điểm|đợt|chiến dịch"
        r"|bầu cử|phục vụ|diễn tập|hợp tác|phối hợp)",
    ),
    (MeetingType.THEMATIC_REVIEW, r"kiểm điểm (?:(?:tình hình|việc|công tác|kết quả) )?(?:triển khai )?thực hiện"),
    (MeetingType.ANNUAL_REVIEW, r"tổng kết"),
)
_STUDY = r"^hội nghị (?:trực tuyến |cán bộ (?:chủ chốt )?|đảng viên |toàn quốc )*(?:nghiên cứu|học tập|quán triệt|phổ biến)(?!\w)"
"""What a conference named first is for, whatever it reviews besides: `học tập, quán triệt Nghị quyết … và sơ kết 2 năm …`."""
_CONFERENCE_TYPES = (
    (
        MeetingType.STAFF_CONFERENCE,
        r"^hội nghị (?:đại biểu )?(?:cán bộ,?\s*(?:và )?(?:công|cc|viên|giáo viên|nhân viên)|công chức|viên chức"
        r"|nhà giáo,?\s*(?:và )?(?:cán bộ|viên chức|người lao động|nlđ)|người lao động|cb[.,\s-]|cbcc|cbvc|cbgv|cbnv|ccvc|cnvc|nlđ)",
    ),
    (
        MeetingType.COMMITTEE_PLENUM,
        r"^hội nghị (?:lần (?:thứ )?\w+,? |\(?mở rộng\)?,? )*(?:của )?(?:ban chấp hành|bch)(?!\w)",
    ),
    (
        MeetingType.STUDY_CONFERENCE,
        rf"{_STUDY}(?:(?!(?:tổng|sơ) kết).)*\b(?:nghị quyết|chỉ thị|kết luận|quy định|quyết định|luật)\b"
        r".*(?:và|kết hợp(?: với)?|gắn với|,|;|-) (?:tổng|sơ) kết",
    ),
    *_REVIEW_TYPES,
    (
        MeetingType.STUDY_CONFERENCE,
        r"học tập|quán triệt|thông báo nhanh|báo cáo viên|phổ biến|nghiên cứu"
        r"|triển khai (?:các )?(?:nghị quyết|chỉ thị|kết luận|nội dung (?:các )?(?:nghị quyết|hội nghị))",
    ),
    (
        MeetingType.COMMITTEE_PLENUM,
        rf"^(?:hội nghị|họp)(?: (?:lần(?: thứ)? \w+|thứ \w+|\(?(?:bất thường|mở rộng)\)?|toàn thể|thường kỳ|cuối năm"
        rf"|của|\d+|\(?khóa \w+\)?)|,)* {_COMMITTEE}"
        r"|^hội nghị(?: bất thường| chuyên đề)? lần (?:thứ )?\w+(?:,? \(?(?:mở rộng|chuyên đề|bất thường|khóa \w+)\)?)*(?: về việc)?$",
    ),
)
_SITS = r"^(?:cuộc|buổi) họp(?: (?:của|bất thường|thường kỳ|toàn thể))*"
_TYPES: dict[str, tuple[tuple[MeetingType, Pattern], ...]] = {
    head: tuple((kind, Pattern(phrase(pattern))) for kind, pattern in table)
    for head, table in {
        "congress": (*_CONGRESS_TYPES, *_REVIEW_TYPES),
        "session": _SESSION_TYPES,
        "part": _SESSION_TYPES,
        "conference": _CONFERENCE_TYPES,
        "ceremony": ((MeetingType.CEREMONY, r""),),
        "talk": (
            (MeetingType.OTHER, r"^(?:(?:buổi|cuộc) )?(?:hội thảo|tọa đàm|họp báo|tiếp xúc)|^diễn đàn|^chương trình"),
            (MeetingType.COUNCIL_SESSION, rf"{_SITS} (?:hđnd|hội đồng nhân dân)"),
            (MeetingType.ASSEMBLY_SESSION, rf"{_SITS} (?:quốc hội|ubtvqh|ủy ban thường vụ quốc hội)"),
            *_REVIEW_TYPES,
            (
                MeetingType.STUDY_CONFERENCE,
                r"(?:quán triệt|phổ biến|triển khai) (?:nội dung )?(?:các )?(?:nghị quyết|hội nghị)",
            ),
            (
                MeetingType.COMMITTEE_PLENUM,
                rf"^(?:cuộc|buổi) (?:họp(?: (?:của|mở rộng|thường kỳ|bất thường))*|làm việc của(?= ban)) {_COMMITTEE}",
            ),
        ),
    }.items()
}
"""Of each kind of head the patterns on the whole name; the first that fits decides."""

REVIEWS = frozenset({MeetingType.INTERIM_REVIEW, MeetingType.ANNUAL_REVIEW, MeetingType.THEMATIC_REVIEW})
_REVIEW_PATTERNS = tuple((kind, Pattern(phrase(pattern))) for kind, pattern in _REVIEW_TYPES)
_ALSO = (
    (MeetingType.ANNUAL_REVIEW, Pattern(phrase(r"tổng kết (?!\d+ năm)[^,]{0,40}năm (?:19|20)\d\d"))),
    (MeetingType.STUDY_CONFERENCE, Pattern(phrase(r"và .{0,20}(?:học tập|quán triệt)"))),
)
_REVIEWED = Pattern(phrase(r"(?<!\w)(?:tổng|sơ) kết(?!\w)"))


def type_of(name: str, head: str) -> MeetingType:
    """The type a folded name speaks of; `other` when it says nothing.

    >>> type_of("đại hội đại biểu hội nông dân huyện lần thứ v", "congress").value
    'association_congress'
    >>> type_of("hội nghị tổng kết công tác năm 2019", "conference").value
    'annual_review'
    >>> type_of("hội nghị hiệp thương lần thứ hai", "conference").value
    'other'
    """
    return next((kind for kind, pattern in _TYPES[head] if pattern.search(name)), MeetingType.OTHER)


def further_types(name: str, kind: MeetingType) -> tuple[MeetingType, ...]:
    """What a review is as well: `sơ kết giữa nhiệm kỳ và tổng kết công tác năm 2017`; the review that a committee makes."""
    studied = kind is MeetingType.STUDY_CONFERENCE and _REVIEWED.search(name) is not None
    if studied or kind is MeetingType.COMMITTEE_PLENUM:
        review = next((review for review, pattern in _REVIEW_PATTERNS if pattern.search(name)), None)
        return () if review is None else (review,)
    if kind not in REVIEWS:
        return ()
    return tuple(extra for extra, pattern in _ALSO if extra is not kind and pattern.search(name))


def type_with_host(kind: MeetingType, head: str, host: str) -> MeetingType:
    """The type once the folded holder is known: `Hội Luật gia tỉnh … đại hội lần thứ IV`, `Chi bộ … đại hội đảng viên`.

    >>> type_with_host(MeetingType.PARTY_CONGRESS, "congress", "chi bộ trường thpt tân an").value
    'cell_congress'
    """
    of_cell = head == "congress" and regex.match(phrase(r"(?:các )?chi bộ"), host) is not None
    if of_cell and kind in (MeetingType.OTHER, MeetingType.PARTY_CONGRESS):
        return MeetingType.CELL_CONGRESS
    if kind is not MeetingType.OTHER or head not in _HEAD_WORDS:
        return kind
    return type_of(f"{_HEAD_WORDS[head]} {host}", head)


_NO_COUNCIL = Pattern(phrase(rf"(?<!(?:chủ nhiệm|ủy viên|trưởng|cán bộ|bầu) )(?:{_OF_NO_COUNCIL})"))


def names_no_council(folded: str) -> bool:
    """Whether a sentence on a session names a body whose sessions have no type.

    >>> names_no_council("tại kỳ họp thứ 15, ubkt trung ương đã xem xét kỷ luật bí thư thành ủy")
    True
    """
    return _NO_COUNCIL.search(folded) is not None


_HEAD_WORDS = {"congress": "đại hội", "session": "kỳ họp"}
"""Meetings whose type is that of whoever holds them."""
