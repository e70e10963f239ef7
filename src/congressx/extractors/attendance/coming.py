"""Whether those who are counted came to a meeting, are to come, or were only summoned."""

from __future__ import annotations

from dataclasses import dataclass

from congressx.extractors.attendance.other_deeds import acts_otherwise, is_breakdown
from congressx.extractors.attendance.record import AttendanceStatus, AttendeeGroup
from congressx.extractors.attendance.whereabouts import (
    BREAKDOWN,
    MEETING,
    PRESENCE,
    RIGHT_BEFORE,
    Whereabouts,
    names_a_meeting,
)
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase


@dataclass(frozen=True, slots=True)
class Coming:
    """How those who are counted take part."""

    status: AttendanceStatus
    whole: bool
    """Whether they are all there are: `toàn thể 18 đảng viên`."""


_PRESENT_SOMEWHERE = Pattern(phrase(PRESENCE))
_OPENING = Pattern(phrase(r"(?:đông đảo |sự có mặt của |tổng số |tổng cộng |đầy đủ |đông đủ |đủ |toàn thể )?$"))
_LISTED = Pattern(
    phrase(
        rf"{PRESENCE}(?!.*(?:bầu|trúng cử|phiếu)).*(?:(?<!\w)(?:có|cùng|với|gồm|và|của|là"
        rf"|ngoài)|(?<!vắng)(?<!vắng mặt):) $"
    )
)
"""`Dự hội nghị có ông …, bà … và 75 đảng viên`."""
_GUEST_LIST = Pattern(
    phrase(r"^\W*(?:cùng |tham |về |đến |tới )?dự(?!\p{L})[^.]{0,60}? (?:có|gồm)(?!\p{L})[^.]*[;,] $")
)
"""`Dự hội nghị có bà …, Phó Bí thư; 38 đồng chí Ủy viên Ban Chấp hành`"""
_MEETING_HAS = Pattern(
    phrase(rf"{MEETING}(?:(?: (?!bầu|có)[^\s,;:]+){{0,9}} (?:có|với)|(?: (?!bầu|có)[^\s,;:]+){{0,24}}, với) $")
)
"""`Kỳ họp có 31/34 đại biểu`, `Đại hội …, với 1.000 đại biểu`."""
_WILL_HAVE = Pattern(phrase(r"(?<!\p{L})(?:sẽ|dự kiến) có $"))
"""`Phiên khai mạc diễn ra sáng mai và sẽ có 250 đại biểu khách mời`"""
_INVITED = frozenset({AttendeeGroup.DELEGATE, AttendeeGroup.OFFICIAL_DELEGATE, AttendeeGroup.GUEST})
_BRACKETED = Pattern(phrase(r"(?:đại biểu|đồng chí|người) \((?:trong đó )?(?:có |gồm )?$"))
"""`Dự đại hội có 135 đại biểu (120 đại biểu chính thức, 15 khách mời)`"""
_WELCOMES = Pattern(
    phrase(
        r"(?:đại hội|hội nghị|kỳ họp)(?: (?:đã|vinh dự|vui mừng|được|hân hạnh)){0,3} (?:đón|chào đón|đón tiếp|đón chào|quy tụ) $"
    )
)
"""`Đại hội vinh dự đón 120 đại biểu`"""
_AT_A_VENUE = Pattern(
    phrase(
        r"(?<!\d )(?<!\d)(?:các )?(?:điểm cầu|điểm trực tuyến|phòng học trực tuyến)"
        r"(?: (?!có|với)\p{L}+){0,6},?(?: (?:có|với) | còn lại (?:(?:có|với|là) )?|\s*\()$"
    )
)
"""`tại điểm cầu huyện có 214 cán bộ, các điểm cầu còn lại trên 1.300 người`, `điểm cầu chính (gần 300 người)`"""
_JOINED = Pattern(phrase(r"(?<!\w)(?:cùng|với|có)(?: với)? $"))
_MET = Pattern(
    phrase(
        r"^trước $|(?:tiếp xúc|đối thoại|gặp gỡ|gặp mặt)(?: cử tri)? với $|(?:tiếp xúc|đối thoại"
        r"|gặp gỡ|gặp mặt) $"
    )
)
_PRESENT_BEHIND = (
    rf"(?:(?!tham gia){PRESENCE}(?!(?: (?:đại hội|hội nghị))?\s*:?\s*\d)|(?<!không )(?<!\w)tham gia(?: {MEETING}|\s*(?:[.,;)]|$))"
    r"|được triệu tập)"
)
"""Behind the noun `tham gia` takes part in whatever follows: `hai người tham gia đánh bạc`."""
_CAME_BEHIND = Pattern(phrase(rf"(?:(?!có mặt\s*:?\s*\d)[^.;:]|\.(?=\S)|(?<=\.\.)\.){{0,110}}?{_PRESENT_BEHIND}"))
_CAME_RIGHT_BEHIND = Pattern(phrase(rf"[^.;:,]{{0,35}}?{_PRESENT_BEHIND}"))
_CAME_TO_IT = Pattern(phrase(r" (?:đã |cùng )?(?:về|đến|tới) dự(?!\p{L})"))
_OF_ASSOCIATIONS = frozenset({AttendeeGroup.UNION_MEMBER, AttendeeGroup.YOUTH_MEMBER, AttendeeGroup.ASSOCIATION_MEMBER})
_SENT_BEHIND = Pattern(phrase(rf"\s*,? (?:đại diện|thay mặt) (?:[^.;:]|\.(?=\S)){{0,220}}?{_PRESENT_BEHIND}"))
_TAKES_PART_BEHIND = Pattern(
    phrase(
        r"(?:[^.;:]|\.(?=\S)){0,90}? (?:đã |sẽ |cùng )?(?:làm việc|nghe|đối thoại|họp phiên|đến thành phố"
        r"|đến việt nam|về đây)"
    )
)
_SUMMONED = Pattern(
    phrase(r"triệu tập(?: (?:đến |về |tham )?dự(?: (?:đại hội|hội nghị))?)?(?: là| gồm| với|\s*:)? (?:tổng số )?$")
)
_IS_SUMMONED = Pattern(
    phrase(r" được triệu tập(?!\p{L})(?![^.;]{0,60}?(?:có mặt(?!\s*:?\s*\d)|(?:đã|cùng) (?:về |đến |tham |tới )?dự))")
)
"""`với 445 đại biểu được triệu tập Đại hội`: not yet that they came."""
_ALL_OF_THEM = Pattern(phrase(r"toàn thể $"))


_PLANNED = Pattern(phrase(r"dự kiến|(?<!\w)sẽ(?!\w)"))
_NEXT_CLAUSE = Pattern(r"[,;:.(](?!\d)")


def coming_of(where: Whereabouts) -> Coming | None:
    """How the attendees take part in a meeting; None when nothing says that they came, or something that they did not."""
    if _SUMMONED.search(where.before):
        return Coming(AttendanceStatus.CONVENED, whole=False)
    if is_breakdown(where) or acts_otherwise(where) or not _came(where):
        return None
    if _only_summoned(where):
        return Coming(AttendanceStatus.CONVENED, whole=False)
    return Coming(_status(where), whole=_ALL_OF_THEM.search(where.before) is not None)


_NEXT = Pattern(phrase(r"[^.;:\d()]{0,40}?(?:,|;|(?<!\w)(?:và|cùng|với))(?: (?:và|cùng|có))?(?: với)? "))


def next_of(where: Whereabouts, listed: int | None) -> Coming | None:
    """How the next of a list comes whose last ends at `listed`: `dự có 120 đại biểu chính thức, 15 khách mời`"""
    if listed is None or where.who.group not in _INVITED or where.shared:
        return None
    if _NEXT.fullmatch(where.folded, listed, where.number.start) is None or acts_otherwise(where):
        return None
    return Coming(_status(where), whole=False)


def _only_summoned(where: Whereabouts) -> bool:
    told = RIGHT_BEFORE.search(where.before) or _LISTED.search(where.before)
    return told is None and not where.shared and _IS_SUMMONED.match(where.behind) is not None


def _came(where: Whereabouts) -> bool:
    before, behind = _OPENING.sub("", where.before), where.behind
    right_before = RIGHT_BEFORE.search(before)
    if right_before is not None and right_before.group().startswith("thu hút"):
        return names_a_meeting(where)
    if right_before is not None or _MET.search(before) or _AT_A_VENUE.search(before):
        return True
    if not where.who.sure:
        joined = _LISTED.search(before) or _MEETING_HAS.search(before)
        if where.who.group in _OF_ASSOCIATIONS and _CAME_TO_IT.match(behind):
            return True
        return names_a_meeting(where) and (joined is not None or _CAME_RIGHT_BEHIND.match(behind) is not None)
    return bool(
        _LISTED.search(before)
        or _GUEST_LIST.search(before)
        or _MEETING_HAS.search(before)
        or _CAME_BEHIND.match(behind)
        or _SENT_BEHIND.match(behind)
        or (BREAKDOWN.search(before) and _presence_in(where))
        or (_BRACKETED.search(before) and where.who.group in _INVITED and _presence_in(where))
        or _WELCOMES.search(before)
        or (_WILL_HAVE.search(before) and where.who.group in _INVITED and names_a_meeting(where))
        or (_JOINED.search(before) and _presence_in(where))
        or (where.who.group is AttendeeGroup.DELEGATE and _TAKES_PART_BEHIND.match(behind))
    )


def _presence_in(where: Whereabouts) -> bool:
    return _PRESENT_SOMEWHERE.search(where.before) is not None


def _status(where: Whereabouts) -> AttendanceStatus:
    came = _CAME_BEHIND.match(where.behind)
    behind = came.group() if came else _NEXT_CLAUSE.split(where.behind)[0][:50]
    near = where.before[-70:] + " " + behind
    return AttendanceStatus.PLANNED if _PLANNED.search(near) else AttendanceStatus.ACTUAL
