"""Whether those who are counted came to a meeting, are to come, or were only summoned."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from congressx.extractors.attendance.attendees import Attendees
from congressx.extractors.attendance.record import AttendanceStatus, AttendeeGroup
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase


@dataclass(frozen=True, slots=True)
class Coming:
    """How those who are counted take part."""

    status: AttendanceStatus
    whole: bool
    """Whether they are all there are: `toàn thể 18 đảng viên`."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A number of attendees in its folded sentence."""

    folded: str
    number: Span
    who: Attendees

    @property
    def shared(self) -> bool:
        """Whether it is so many of so many, or all of them."""
        return self.all_of_them or "/" in self.number.of(self.folded)

    @property
    def all_of_them(self) -> bool:
        """Whether it is `toàn thể` or `100%`."""
        return self.number.of(self.folded).startswith(("toàn", "100%", "100 %"))

    @property
    def before(self) -> str:
        """The sentence before the number."""
        return self.folded[max(0, self.number.start - 420) : self.number.start]

    @property
    def clause(self) -> str:
        """The words right before the number, as far as the last comma or semicolon."""
        return regex.split(r"[,;:](?!\d)", self.before)[-1][-110:]

    @property
    def behind(self) -> str:
        """The sentence behind the noun."""
        return self.folded[self.who.span.stop :]


_PRESENCE = (
    r"(?<!\w)(?<!không )(?:có mặt|tham dự|tham gia(?! (?:ban|khảo sát|cấp ủy|bch|ứng cử|công tác|lực lượng|bảo hiểm"
    r"|học|phong trào|hiến|ý kiến|góp"
    r"|đóng|giao thông|thị trường|sản xuất|mô hình))|về dự|đến dự|tới dự|cùng dự|dự(?! kiến| thảo| án| toán| báo| bị"
    r"| nguồn| khuyết)"
    r"|chứng kiến|quy tụ|hiện diện|góp mặt|tề tựu|thu hút|đông đủ)(?!\w)"
)
_MEETING = (
    r"(?:đại hội|hội nghị|kỳ họp|phiên|buổi|hội thảo|cuộc họp|tọa đàm|diễn đàn|lễ (?:trao|kết nạp|kỷ niệm|công bố)"
    r"|điểm cầu"
    r"|tiếp xúc|họp)"
)
_MEETS = Pattern(phrase(_MEETING))

# --- signs that they came ---------------------------------------------------------------------------------------------

_OPENING = Pattern(phrase(r"(?:đông đảo |sự có mặt của |tổng số |tổng cộng |đầy đủ |toàn thể )?$"))
_RIGHT_BEFORE = Pattern(
    phrase(
        rf"(?:sự (?:tham dự|tham gia|có mặt|hiện diện|góp mặt)(?: đầy đủ| đông đủ)? của|{_PRESENCE}(?: còn)?(?: có"
        rf"| là| gồm)?) $"
    )
)
"""`với sự tham dự của 244 đại biểu`, `Tham dự có 182 đảng viên`."""
_LISTED = Pattern(
    phrase(
        rf"{_PRESENCE}(?!.*(?:bầu|trúng cử|phiếu)).*(?<!\w)(?:có|cùng|với|gồm|và|của|là"
        rf"|ngoài) $"
    )
)
"""`Dự hội nghị có ông …, bà … và 75 đảng viên`."""
_MEETING_HAS = Pattern(
    phrase(rf"{_MEETING}(?:(?: (?!bầu|có)[^\s,;:]+){{0,9}} (?:có|với)|(?: (?!bầu|có)[^\s,;:]+){{0,24}}, với) $")
)
"""`Kỳ họp có 31/34 đại biểu`, `Đại hội …, với 1.000 đại biểu`."""
_JOINED = Pattern(phrase(r"(?<!\w)(?:cùng|với|có)(?: với)? $"))
_MET = Pattern(
    phrase(
        r"^trước $|(?:tiếp xúc|đối thoại|gặp gỡ|gặp mặt)(?: cử tri)? với $|(?:tiếp xúc|đối thoại"
        r"|gặp gỡ|gặp mặt) $"
    )
)
_PRESENT_BEHIND = (
    rf"(?:(?!tham gia){_PRESENCE}|(?<!không )(?<!\w)tham gia(?: {_MEETING}|\s*(?:[.,;)]|$))"
    r"|được triệu tập)"
)
"""Behind the noun `tham gia` takes part in whatever follows: `hai người tham gia đánh bạc`."""
_CAME_BEHIND = Pattern(phrase(rf"(?:[^.;:]|\.(?=\S)|(?<=\.\.)\.){{0,110}}?{_PRESENT_BEHIND}"))
_CAME_RIGHT_BEHIND = Pattern(phrase(rf"[^.;:,]{{0,35}}?{_PRESENT_BEHIND}"))
_SENT_BEHIND = Pattern(phrase(rf"\s*,? (?:đại diện|thay mặt) (?:[^.;:]|\.(?=\S)){{0,220}}?{_PRESENT_BEHIND}"))
_TAKES_PART_BEHIND = Pattern(
    phrase(
        r"(?:[^.;:]|\.(?=\S)){0,90}? (?:đã |sẽ |cùng )?(?:làm việc|nghe|đối thoại|họp phiên|đến thành phố"
        r"|đến việt nam|về đây)"
    )
)
_SUMMONED = Pattern(phrase(r"triệu tập (?:tổng số )?$"))
_ALL_OF_THEM = Pattern(phrase(r"toàn thể $"))

# --- signs that they did not ------------------------------------------------------------------------------------------

_OTHER_ACT = Pattern(
    phrase(
        r"phiếu|tán thành|trúng cử|đắc cử|(?<!\w)bầu(?! cử)|tín nhiệm|biểu quyết|đi dự|cử đi|kết nạp|phát triển"
        r"|chuyển đảng|tặng(?! hoa)"
        r"|trao|khen thưởng|hỗ trợ|kỷ luật|ứng cử|đề cử|giới thiệu|bồi dưỡng|tập huấn|tuyên truyền|xếp loại|đánh giá"
        r"|sinh hoạt"
        r"|\d tuổi|tuổi (?:đời|bình quân|trung bình)|chất vấn|phát biểu|đăng ký|góp ý|danh sách|hiện có|lượt|quản lý"
        r"|tư cách|lấy ý kiến"
    )
)
"""What is done to or by those who are counted, other than coming."""
_OTHER_ACT_BEHIND = Pattern(
    phrase(
        r"[^.;,(]{0,60}?(?:phiếu|tán thành|trúng cử|đắc cử|(?<!\w)bầu(?! cử)|tín nhiệm|biểu quyết|đi dự|vắng mặt"
        r"|ứng cử|đề cử|đồng ý"
        r"|nhất trí|được bầu|thống nhất|chất vấn|phát biểu|học tập|xếp loại|(?<!trù |chuẩn )bị |không phải|không (?:tham )?dự"
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
_REPRESENTED = Pattern(phrase(r"(?<!\w)(?:đại diện|thay mặt)(?: cho)?(?: tổng số)? $"))
_CANDIDATES = Pattern(phrase(r"ứng viên|danh sách|ứng cử|đề cử|nhân sự"))
_ABROAD = Pattern(phrase(r"trung quốc|hàn quốc|triều tiên"))
_BREAKDOWN_BEHIND = Pattern(
    phrase(
        r" (?:là )?(?:nữ|nam|dân tộc|người dân tộc|tôn giáo|dưới|trên|trẻ|cao tuổi|nhiều tuổi|ít tuổi|có trình độ"
        r"|đương nhiên|được bầu"
        r"|do cấp|chỉ định|dự khuyết đi)(?!\w)"
    )
)
_BREAKDOWN = Pattern(phrase(r"(?:trong đó|trong số này|bao gồm|(?<!\w)gồm)[^.;]{0,130}$"))
_GROUPS_OF_A_BREAKDOWN = frozenset(
    {AttendeeGroup.OFFICIAL_DELEGATE, AttendeeGroup.GUEST, AttendeeGroup.COMMITTEE_MEMBER, AttendeeGroup.COUNCILLOR}
)
"""Of a breakdown the groups count, sex, age and the like do not."""
_ELECTED = Pattern(
    phrase(
        r"(?<!\w)(?:bầu|trúng cử|đắc cử|đoàn đại biểu (?:đi |về )?dự)(?! cử)(?!.*(?:có mặt"
        r"|sự tham dự|về dự))"
    )
)

_PLANNED = Pattern(phrase(r"dự kiến|(?<!\w)sẽ(?!\w)"))
_NEXT_CLAUSE = Pattern(r"[,;:.(](?!\d)")


def coming_of(where: Whereabouts) -> Coming | None:
    """How the attendees take part in a meeting; None when nothing says that they came, or something that they did not."""
    clause = _OPENING.sub("", where.clause)
    if _SUMMONED.search(clause):
        return Coming(AttendanceStatus.CONVENED, whole=False)
    if _is_breakdown(where) or _acts_otherwise(where) or not _came(where):
        return None
    return Coming(_status(where), whole=_ALL_OF_THEM.search(where.before) is not None)


def _came(where: Whereabouts) -> bool:
    before, behind = _OPENING.sub("", where.before), where.behind
    if _RIGHT_BEFORE.search(before) or _MET.search(before):
        return True
    if not where.who.sure:
        joined = _LISTED.search(before) or _MEETING_HAS.search(before)
        return _names_a_meeting(where) and (joined is not None or _CAME_RIGHT_BEHIND.match(behind) is not None)
    return bool(
        _LISTED.search(before)
        or _MEETING_HAS.search(before)
        or _CAME_BEHIND.match(behind)
        or _SENT_BEHIND.match(behind)
        or (_BREAKDOWN.search(before) and _presence_in(where))
        or (_JOINED.search(before) and _presence_in(where))
        or (_is_delegate(where) and _TAKES_PART_BEHIND.match(behind))
    )


def _names_a_meeting(where: Whereabouts) -> bool:
    return _MEETS.search(where.folded) is not None or regex.match(phrase(_PRESENCE), where.folded) is not None


def _presence_in(where: Whereabouts) -> bool:
    return regex.search(phrase(_PRESENCE), where.before) is not None


def _is_delegate(where: Whereabouts) -> bool:
    return where.who.group is AttendeeGroup.DELEGATE


def _is_breakdown(where: Whereabouts) -> bool:
    if _BREAKDOWN_BEHIND.match(where.behind):
        return True
    listed = _BREAKDOWN.search(where.before)
    if listed is None:
        return False
    return where.who.group not in _GROUPS_OF_A_BREAKDOWN or _CANDIDATES.search(where.before[-150:]) is not None


def _acts_otherwise(where: Whereabouts) -> bool:
    if where.shared and (_ALL_VOTED_BEHIND if where.all_of_them else _VOTED_BEHIND).match(where.behind):
        return True
    return bool(
        _REPRESENTED.search(where.before)
        or _ABROAD.search(where.folded)
        or _OTHER_ACT.search(where.clause)
        or _OTHER_ACT_BEHIND.match(where.behind)
        or (_ELECTED.search(where.before.rsplit(";", 1)[-1]) and not _RIGHT_BEFORE.search(where.before))
    )


def _status(where: Whereabouts) -> AttendanceStatus:
    came = _CAME_BEHIND.match(where.behind)
    behind = came.group() if came else _NEXT_CLAUSE.split(where.behind)[0][:50]
    near = where.before[-70:] + " " + behind
    return AttendanceStatus.PLANNED if _PLANNED.search(near) else AttendanceStatus.ACTUAL
