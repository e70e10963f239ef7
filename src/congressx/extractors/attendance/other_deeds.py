"""What those who are counted did, or had done to them, other than come to a meeting."""

from __future__ import annotations

from congressx.extractors.attendance.attendees import DELEGATES
from congressx.extractors.attendance.record import AttendeeGroup
from congressx.extractors.attendance.represented import are_represented, send_others
from congressx.extractors.attendance.whereabouts import BREAKDOWN, RIGHT_BEFORE, Whereabouts
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

FROM = r" (?:ra |chọn )?(?:từ|tại|ở)"
"""Delegates `được bầu từ 18 chi bộ` come; they were elected before."""
_OTHER_ACT = Pattern(
    phrase(
        r"phiếu|tán thành|trúng cử|đắc cử|(?<!\w)bầu(?! cử)|tín nhiệm|biểu quyết|đi dự|cử đi|kết nạp|phát triển"
        r"|chuyển đảng|tặng(?! hoa)"
        r"|trao|khen thưởng|hỗ trợ|kỷ luật|ứng cử(?! viên)|đề cử|giới thiệu"
        r"|(?<!(?<!\d )lớp )(?:bồi dưỡng|tập huấn)|tuyên truyền|xếp loại|đánh giá"
        r"|(?<!(?:buổi|dự|gia) )sinh hoạt|(?:bổ nhiệm|điều động|luân chuyển|tuyển dụng)(?: thêm| mới| lại)? $"
        r"|\d tuổi|tuổi (?:đời|bình quân|trung bình)|chất vấn|phát biểu(?! trước)|đăng ký|góp ý|danh sách|hiện có|lượt|quản lý"
        r"|tư cách|lấy ý kiến|ra mắt(?!.* trước )|(?<!\w)mỗi(?!\w)"
        r"|(?<!\p{L})(?<!(?:đề|ứng|bầu|trúng|đắc) )cử (?:(?:ra )?(?:một )?đoàn(?: đại biểu)?(?: gồm)? )?$"
    )
)
"""What is done to or by those who are counted, other than coming."""
_OTHER_ACT_BEHIND = Pattern(
    phrase(
        rf"[^.;,(]{{0,60}}?(?:phiếu|tán thành|(?<!vừa |mới )(?:trúng|đắc) cử|(?<!\w)bầu(?! cử|{FROM})|tín nhiệm|biểu quyết|đi dự|vắng"
        r"|ứng cử(?! viên)|đề cử|đồng ý"
        r"|nhất trí|thống nhất|chất vấn|phát biểu|trình bày|tham luận|(?<!tham gia )học tập|xếp loại|(?<!trù |chuẩn )bị "
        r"|không phải(?! (?:là )?(?:ủy viên|cấp ủy|đảng viên))|không (?:thể )?(?:(?:tham |đến |về |tới )?dự|có mặt)"
        r"|được (?:trao|tặng|nhận|khen|tuyên dương|biểu dương|vinh danh|kết nạp|bổ nhiệm|chỉ định|giới thiệu)"
        r"|nhận (?:huy hiệu|bằng khen|giấy khen|kỷ niệm chương|quyết định)"
        r"|\(\d+ chính thức)"
    )
)
_ARE_PRESENT = Pattern(
    phrase(
        r"[^.;:,]{0,30} (?:có mặt|hiện diện)(?: tại (?:kỳ họp|phiên họp|hội nghị|đại hội))?"
        r" (?:(?:đã|cùng|đều|tiến hành) ){0,2}(?:bỏ phiếu|biểu quyết)(?!\p{L})"
    )
)
"""`46 đại biểu có mặt đã bỏ phiếu`: they came, whatever they did then."""
TO_VOTE = Pattern(phrase(r"số (?:đại biểu|ủy viên)[^.;:,\d]{0,40} (?:tham )?(?:dự|gia) bỏ phiếu[^.;:,\d]{0,20} là $"))
"""`Số đại biểu tham gia bỏ phiếu là`"""
_NOT_ABLE_BEHIND = Pattern(
    phrase(
        r"(?: \p{L}+){0,3}? (?:phải (?:đi )?(?:cấp cứu|nhập viện|nằm viện|cách ly|về)|(?:phải |xin )?nghỉ|bị (?:ốm|bệnh"
        r"|tai nạn|đau)|(?:bị )?ốm"
        r"|nhập viện|cấp cứu|qua đời|từ trần|cáo lỗi|xin phép)(?!\p{L})(?! hưu)"
    )
)
"""`1 đại biểu phải cấp cứu`, `2 đại biểu nghỉ ốm`"""
_OPINES_BEHIND = Pattern(
    phrase(
        r"(?: \p{L}+){0,3}? (?:tham gia (?:(?:đóng )?góp )?(?:ý kiến|phát biểu|tranh luận|thảo luận, tranh luận)"
        r"|tranh luận|giơ biển)(?!\p{L})"
    )
)
"""`18 đại biểu tham gia ý kiến`"""
_WITH_ALTERNATES = Pattern(
    phrase(
        r"(?: dự khuyết|[^.;\d]{0,40}(?:,|(?<!\w)(?:và|cùng)) (?:có )?\d+ (?:đại biểu |đồng chí |đ/c )?dự khuyết)(?!\p{L})"
    )
)
"""Only a delegation to a higher congress has alternates: `19 đại biểu chính thức, 2 dự khuyết`"""
_DELEGATION = Pattern(
    phrase(
        r"(?:(?:^|[.;:*•+-])\s*(?:\d+\. )?|(?<!\p{L})(?:bầu|cử|danh sách|thành phần|số lượng)(?: ra)? )"
        r"(?:đoàn(?: đại biểu)?(?: (?!về|đến|tới)\p{L}+){0,8}? (?:tham |đi |sẽ )?dự (?:đại hội|hội nghị)"
        r"|đại biểu(?: chính thức)? (?:đi|sẽ|được cử|cử) (?:tham )?dự|đại biểu (?:tham )?dự (?:đại hội"
        r"|hội nghị) [^.;:,]{0,30}?(?:cấp trên|toàn quốc))"
        r"(?!\p{L})(?!.*có mặt)"
    )
)
"""`Đoàn dự Đại hội tỉnh có`, `Đại biểu đi dự Đại hội cấp trên:`"""
_ELSEWHERE_BEHIND = Pattern(
    phrase(
        r"(?:[^.;,]|(?<=\d)[.,](?=\d)){0,120}?"
        r" (?:dâng (?:hương|hoa)|(?:vào |đến )?viếng|báo công|trồng cây|(?:đi |đến )?tham quan)(?!\p{L})"
    )
)
"""`120 đại biểu đã dâng hương`: not at the meeting."""
_VOTED_BEHIND = Pattern(
    phrase(
        rf"(?:[^.;,]|(?<=\d)[.,](?=\d)){{0,120}}?(?:đồng ý|tán thành|nhất trí|biểu quyết|giơ (?:thẻ|tay)|(?<!\w)bầu(?! cử|{FROM}))"
    )
)
_ALL_VOTED_BEHIND = Pattern(
    phrase(
        r"[^.;]{0,160}?(?:đồng ý|tán thành|nhất trí|biểu quyết|thống nhất|giơ (?:thẻ|tay)"
        r"|(?<!\w)bầu(?! cử))"
    )
)
_MANY_MEETINGS = Pattern(
    phrase(
        r"(?<!trong )(?<![\d.,/-])(?:[2-9]|[1-9][\d.]+) (?:buổi|hội nghị|cuộc|lớp|hội thảo|hội thi|lần|đợt|đại hội|chương trình)"
        r"(?!\p{L})[^.;]*$"
    )
)
"""Those who came to many meetings: `tổ chức 45 buổi tuyên truyền, thu hút 12.500 đoàn viên`"""
_REPORTED = Pattern(
    phrase(
        r"(?:(?<!\p{L})cho (?:biết|thấy)|(?<!\p{L})nêu|đánh giá|ghi nhận|thống kê|theo báo cáo|báo cáo (?:tại|của|trình)|phong trào"
        r"|nhiệm kỳ qua|trong (?:năm|nhiệm kỳ)|(?:sau|qua) \d+ năm)(?!\p{L})[^.;]*$"
    )
)
"""Who took part in what a meeting reports: `báo cáo tại Đại hội nêu … với 12.000 đoàn viên tham gia`"""
_CANDIDATES = Pattern(phrase(r"ứng viên|danh sách|ứng cử|đề cử|nhân sự"))
_ABROAD = Pattern(phrase(r"trung quốc|hàn quốc|triều tiên"))
_BREAKDOWN_BEHIND = Pattern(
    phrase(
        r" (?:là )?(?:nữ|nam|dân tộc|người dân tộc|tôn giáo|dưới|trên(?!(?: tổng)? số| tổng| \d+ (?:đại biểu"
        r"|đảng viên))|trẻ|cao tuổi|nhiều tuổi|ít tuổi|có trình độ"
        rf"|đương nhiên|được bầu(?!{FROM})"
        r"|do cấp|chỉ định|dự khuyết đi|dự bị)(?!\w)"
    )
)
_INVITED = DELEGATES | {AttendeeGroup.GUEST, AttendeeGroup.COUNCILLOR}
_GROUPS_OF_A_BREAKDOWN = frozenset(
    {AttendeeGroup.OFFICIAL_DELEGATE, AttendeeGroup.GUEST, AttendeeGroup.COMMITTEE_MEMBER, AttendeeGroup.COUNCILLOR}
)
"""Of a breakdown the groups count, sex, age and the like do not."""
_PRESENT = Pattern(phrase(r"có mặt(?: là|\s*:)? $"))
_ELECTED = Pattern(
    phrase(
        rf"(?<!\w)(?:bầu(?!{FROM})|trúng cử|đắc cử|đoàn đại biểu(?: \p{{L}}+){{0,6}}? dự)(?! cử)(?!.*(?:có mặt"
        r"|sự tham dự|về dự))"
    )
)


_WOMEN = Pattern(phrase(r"nữ "))
_COUNTED_BEFORE = Pattern(phrase(r"\d (?:đại biểu|đảng viên|đồng chí|đ/c|người|ủy viên)(?!\p{L})"))
_OF_SO_MANY = Pattern(phrase(r"trong (?:tổng )?số (?:(?:hơn|gần|trên|khoảng) )?\d[^;]*$"))


def is_part(where: Whereabouts) -> bool:
    """Whether the words behind or the noun tell of a part: `130 đại biểu nữ`, `400 đại biểu, 130 nữ đại biểu`."""
    if _BREAKDOWN_BEHIND.match(where.behind):
        return not _are_old_guests(where)
    return _WOMEN.match(where.noun) is not None and _COUNTED_BEFORE.search(where.before) is not None


_OLD = Pattern(phrase(r" cao tuổi(?!\p{L})(?! nhất)"))
_LAST_OF_A_LIST = Pattern(phrase(r"(?:,|(?<!\w)(?:và|cùng|với)) $"))


def _are_old_guests(where: Whereabouts) -> bool:
    """`Tham dự có đồng chí …, Bí thư Đảng ủy xã và 40 đảng viên cao tuổi`: nobody else is counted."""
    listed = _OLD.match(where.behind) and _LAST_OF_A_LIST.search(where.before)
    return listed is not None and not (_COUNTED_BEFORE.search(where.before) or BREAKDOWN.search(where.before))


def is_breakdown(where: Whereabouts) -> bool:
    """Whether it is one part of those who came: so many women, so many of an age."""
    if is_part(where) or (not where.who.sure and _OF_SO_MANY.search(where.before)):
        return True
    listed = BREAKDOWN.search(where.before)
    if listed is None or _PRESENT.search(where.before):
        return False
    return where.who.group not in _GROUPS_OF_A_BREAKDOWN or _CANDIDATES.search(where.before[-150:]) is not None


def acts_otherwise(where: Whereabouts) -> bool:
    """Whether the words tell of another deed: they voted, were elected, were sent elsewhere."""
    if where.shared and (_ALL_VOTED_BEHIND if where.all_of_them else _VOTED_BEHIND).match(where.behind):
        return True
    return bool(
        are_represented(where.folded, where.number.start, invited=where.who.group in _INVITED)
        or send_others(where.folded, where.who.span.stop)
        or _ABROAD.search(where.folded)
        or (_OTHER_ACT.search(where.clause) and not TO_VOTE.search(where.clause))
        or (not where.who.sure and (_MANY_MEETINGS.search(where.before) or _REPORTED.search(where.before)))
        or (_OTHER_ACT_BEHIND.match(where.behind) and (where.shared or not _ARE_PRESENT.match(where.behind)))
        or (where.who.group in _INVITED and _ails_or_opines(where))
        or _is_of_delegation(where)
        or (_ELSEWHERE_BEHIND.match(where.behind) and not RIGHT_BEFORE.search(where.before))
        or (_ELECTED.search(where.before.rsplit(";", 1)[-1]) and not RIGHT_BEFORE.search(where.before))
    )


def _ails_or_opines(where: Whereabouts) -> bool:
    return bool(_NOT_ABLE_BEHIND.match(where.behind) or _OPINES_BEHIND.match(where.behind))


def _is_of_delegation(where: Whereabouts) -> bool:
    """Whether they were elected for a higher congress: `Đoàn dự Đại hội tỉnh có 19 đại biểu chính thức, 2 dự khuyết`"""
    if where.who.group in DELEGATES and _WITH_ALTERNATES.match(where.behind):
        return True
    return _DELEGATION.search(where.before.rsplit(". ", 1)[-1]) is not None
