"""What those who are counted did, or had done to them, other than come to a meeting."""

from __future__ import annotations

from congressx.extractors.attendance.asides import STANDING_FOR
from congressx.extractors.attendance.record import AttendeeGroup
from congressx.extractors.attendance.whereabouts import BREAKDOWN, RIGHT_BEFORE, Whereabouts
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_FROM = r" (?:ra |chọn )?(?:từ|tại|ở)"
"""Delegates `được bầu từ 18 chi bộ` come; they were elected before."""
_OTHER_ACT = Pattern(
    phrase(
        r"phiếu|tán thành|trúng cử|đắc cử|(?<!\w)bầu(?! cử)|tín nhiệm|biểu quyết|đi dự|cử đi|kết nạp|phát triển"
        r"|chuyển đảng|tặng(?! hoa)"
        r"|trao|khen thưởng|hỗ trợ|kỷ luật|ứng cử|đề cử|giới thiệu|bồi dưỡng|tập huấn|tuyên truyền|xếp loại|đánh giá"
        r"|(?<!buổi )sinh hoạt"
        r"|\d tuổi|tuổi (?:đời|bình quân|trung bình)|chất vấn|phát biểu|đăng ký|góp ý|danh sách|hiện có|lượt|quản lý"
        r"|tư cách|lấy ý kiến|(?<!\p{L})(?<!(?:đề|ứng|bầu|trúng|đắc) )cử $"
    )
)
"""What is done to or by those who are counted, other than coming."""
_OTHER_ACT_BEHIND = Pattern(
    phrase(
        rf"[^.;,(]{{0,60}}?(?:phiếu|tán thành|trúng cử|đắc cử|(?<!\w)bầu(?! cử|{_FROM})|tín nhiệm|biểu quyết|đi dự|vắng"
        r"|ứng cử|đề cử|đồng ý"
        r"|nhất trí|thống nhất|chất vấn|phát biểu|trình bày|tham luận|học tập|xếp loại|(?<!trù |chuẩn )bị |không phải|không (?:tham )?dự"
        r"|\(\d+ chính thức)"
    )
)
_VOTED_BEHIND = Pattern(
    phrase(r"(?:[^.;,]|(?<=\d)[.,](?=\d)){0,120}?(?:đồng ý|tán thành|nhất trí|biểu quyết|(?<!\w)bầu(?! cử))")
)
_ALL_VOTED_BEHIND = Pattern(
    phrase(
        r"[^.;]{0,160}?(?:đồng ý|tán thành|nhất trí|biểu quyết|thống nhất"
        r"|(?<!\w)bầu(?! cử))"
    )
)
_REPRESENTED = Pattern(phrase(STANDING_FOR + r"(?: tổng số)? $"))
_CANDIDATES = Pattern(phrase(r"ứng viên|danh sách|ứng cử|đề cử|nhân sự"))
_ABROAD = Pattern(phrase(r"trung quốc|hàn quốc|triều tiên"))
_BREAKDOWN_BEHIND = Pattern(
    phrase(
        r" (?:là )?(?:nữ|nam|dân tộc|người dân tộc|tôn giáo|dưới|trên|trẻ|cao tuổi|nhiều tuổi|ít tuổi|có trình độ"
        rf"|đương nhiên|được bầu(?!{_FROM})"
        r"|do cấp|chỉ định|dự khuyết đi)(?!\w)"
    )
)
_GROUPS_OF_A_BREAKDOWN = frozenset(
    {AttendeeGroup.OFFICIAL_DELEGATE, AttendeeGroup.GUEST, AttendeeGroup.COMMITTEE_MEMBER, AttendeeGroup.COUNCILLOR}
)
"""Of a breakdown the groups count, sex, age and the like do not."""
_PRESENT = Pattern(phrase(r"có mặt(?: là|\s*:)? $"))
_ELECTED = Pattern(
    phrase(
        r"(?<!\w)(?:bầu|trúng cử|đắc cử|đoàn đại biểu (?:đi |về )?dự)(?! cử)(?!.*(?:có mặt"
        r"|sự tham dự|về dự))"
    )
)


def is_breakdown(where: Whereabouts) -> bool:
    """Whether it is one part of those who came: so many women, so many of an age."""
    if _BREAKDOWN_BEHIND.match(where.behind):
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
        _REPRESENTED.search(where.before)
        or _ABROAD.search(where.folded)
        or _OTHER_ACT.search(where.clause)
        or _OTHER_ACT_BEHIND.match(where.behind)
        or (_ELECTED.search(where.before.rsplit(";", 1)[-1]) and not RIGHT_BEFORE.search(where.before))
    )
