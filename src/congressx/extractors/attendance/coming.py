"""Whether those who are counted came to a meeting, are to come, or were only summoned."""

from __future__ import annotations

from dataclasses import dataclass

from congressx.extractors.attendance.anybody import anybody_came
from congressx.extractors.attendance.attendees import DELEGATES
from congressx.extractors.attendance.other_deeds import FROM, TO_VOTE, acts_otherwise, is_breakdown
from congressx.extractors.attendance.record import AttendanceStatus, AttendeeGroup
from congressx.extractors.attendance.whereabouts import (
    BREAKDOWN,
    MEETING,
    MEETS,
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


_ANYBODY = frozenset({"người", "thanh niên"})
"""Whom the police summon, too."""
_PRESENT_SOMEWHERE = Pattern(phrase(PRESENCE))
_OPENING = Pattern(phrase(r"(?:đông đảo |sự có mặt của |tổng số |tổng cộng |đầy đủ |đông đủ |đủ |toàn thể )?$"))
_LISTED = Pattern(
    phrase(
        rf"{PRESENCE}(?!.*(?:bầu(?!{FROM})|trúng cử|phiếu)).*(?:(?<!\w)(?:có|cùng|với|gồm|và|của|là"
        rf"|ngoài)|(?<!vắng)(?<!vắng mặt)(?<!lý do)(?<!phép):) $"
    )
)
"""`Dự hội nghị có ông …, bà … và 75 đảng viên`."""
_GUEST_LIST = Pattern(
    phrase(r"^\W*(?:cùng |tham |về |đến |tới )?dự(?!\p{L})[^.]{0,60}? (?:có|gồm)(?!\p{L})[^.]*[;,] $")
)
"""`Dự hội nghị có bà …, Phó Bí thư; 38 đồng chí Ủy viên Ban Chấp hành`"""
_NOT_OF_IT = r"bầu|có|(?<=cho )(?:biết|thấy)|nêu|đánh giá|ghi nhận|hiện|công bố|thông qua|(?:đã )?làm việc với|giữa|ra mắt|xem xét"
"""The meeting has done something else to those who are counted."""
_MEETING_HAS = Pattern(
    phrase(
        rf"{MEETING}(?:(?: (?!{_NOT_OF_IT})[^\s,;:]+){{0,9}} (?:có|với)|(?: (?!{_NOT_OF_IT})[^\s,;:]+){{0,24}}, với) $"
    )
)
"""`Kỳ họp có 31/34 đại biểu`, `Đại hội …, với 1.000 đại biểu`."""
_PRESENT_AT = Pattern(
    phrase(
        rf"(?:^|[.;:,] )(?:có mặt|(?:tham |về |đến |tới )?dự)(?: tại)? {MEETING}(?: (?!{_NOT_OF_IT})[^\s,;:.\d]+){{0,6}} $"
    )
)
"""`có mặt tại phiên bế mạc 60 đại biểu`"""
_WITH = Pattern(phrase(r"^với $"))
_THE_MEETING_BEHIND = Pattern(phrase(r"[^.;,]{0,60}, (?:đại hội|hội nghị|kỳ họp)"))
"""`Với 320 đại biểu chính thức, Đại hội …`"""
_MEETING_OF = Pattern(phrase(r"(?<!dự )(?:đại hội|hội nghị|kỳ họp) gồm(?: có)? $"))
"""`Đại hội gồm 210 đại biểu chính thức`"""
_HELD_WITH = Pattern(
    phrase(
        rf"(?<!\d ){MEETING}(?:(?! bầu|, có)[^;:]){{0,120}}? (?:khai mạc|diễn ra|tổ chức(?! (?:cơ sở |chính trị )?đảng)|họp|tiến hành)"
        rf"(?: (?!{_NOT_OF_IT})[^\s,;:]+){{0,12}} với $"
    )
)
"""`Đại hội Hội Nhà báo tỉnh lần thứ VI diễn ra ngày 5/6 với 120 đại biểu`"""
_WILL_HAVE = Pattern(phrase(r"(?<!\p{L})(?:sẽ|dự kiến) có $"))
"""`Phiên khai mạc diễn ra sáng mai và sẽ có 250 đại biểu khách mời`"""
_DEBATERS = DELEGATES | {AttendeeGroup.COUNCILLOR}
_INVITED = DELEGATES | {AttendeeGroup.GUEST}
_BRACKETED = Pattern(phrase(r"(?:đại biểu|đồng chí|đ/c|người) \((?:trong đó )?(?:có |gồm )?$"))
"""`Dự đại hội có 135 đại biểu (120 đại biểu chính thức, 15 khách mời)`"""
_WELCOMES = Pattern(
    phrase(
        r"(?:đại hội|hội nghị|kỳ họp)(?: (?:đã|vinh dự|vui mừng|được|hân hạnh)){0,3} (?:đón|chào đón|đón tiếp|đón chào|quy tụ) $"
    )
)
"""`Đại hội vinh dự đón 120 đại biểu`"""
_MADE_UP = Pattern(
    phrase(
        r"^\W*thành phần(?:(?: (?:tham )?dự)?(?: (?:cuộc )?họp| hội nghị| đại hội)?\s*:(?: gồm)?"
        r"| (?:tham )?dự(?: (?:cuộc )?họp| hội nghị| đại hội)? (?:gồm|có))(?: có)? (?:[^.]*[,;] )?$"
    )
)
"""`Thành phần: 21/23 ủy viên BCH`"""
_AT_A_VENUE = Pattern(
    phrase(
        r"(?:điểm cầu|điểm trực tuyến|phòng học trực tuyến)(?: (?!có|với)\p{L}+){0,6},?"
        r"(?: (?:có|với) | còn lại (?:(?:có|với|là) )?|\s*\(|(?<=điểm cầu [\p{L} ]{2,20}) |(?<=\d điểm cầu),? )$"
    )
)
"""`tại điểm cầu huyện có 214 cán bộ, các điểm cầu còn lại trên 1.300 người`, `điểm cầu chính (gần 300 người)`"""
_JOINED = Pattern(phrase(r"(?<!\w)(?:cùng|với|có)(?: với)? $"))
_MET = Pattern(
    phrase(
        r"^(?:trước|nói với|phát biểu với) $|(?:tiếp xúc|đối thoại|gặp gỡ|gặp mặt)(?: cử tri)?(?: với)? $|nói chuyện với $"
        r"|(?<!\p{L})(?:phát biểu|nói chuyện|ra mắt|báo cáo)[^.;,]{0,40} trước (?:đông đảo |sự chứng kiến của )?$"
        r"|(?<!\p{L})(?:trước|dưới) sự chứng kiến của $"
    )
)
"""`Trước gần 400 đại biểu, …`, `tiếp xúc với gần 200 cử tri`, `phát biểu trước hơn 500 đại biểu`"""
_IN_FRONT_OF = Pattern(phrase(r"(?<!\p{L})trước (?:đông đảo |toàn thể )?$"))
"""`giải trình trước gần 60 đại biểu HĐND`"""
_COUNTS_OTHERS = r"(?: (?:đại hội|hội nghị))?\s*:?\s*\d|(?<=, (?:\p{L}+ )?dự) (?:đại hội|hội nghị) có \d"  # 35 đảng viên, dự đại hội có 34
_PRESENT_BEHIND = (
    rf"(?:(?!tham gia){PRESENCE}(?!{_COUNTS_OTHERS})"
    rf"|(?<!không )(?<!\w)tham gia(?: {MEETING}|\s*(?:[.,;)]|$))|được triệu tập)"
)
"""Behind the noun `tham gia` takes part in whatever follows: `hai người tham gia đánh bạc`."""
_COMMA_OF_PLACES = r",(?= (?:thành phố|thị xã|thị trấn|phường|thành|ban|ngành|đoàn thể|đơn vị)(?!\p{L}))"
"""`11 chủ tịch các huyện, thành phố đến họp`"""
_CAME_BEHIND = Pattern(phrase(rf"(?:(?!có mặt\s*:?\s*\d)[^.;:]|\.(?=\S)|(?<=\.\.)\.){{0,110}}?{_PRESENT_BEHIND}"))
_CAME_RIGHT_BEHIND = Pattern(phrase(rf"(?:[^.;:,]|{_COMMA_OF_PLACES}){{0,35}}?{_PRESENT_BEHIND}"))
_SENT_BEHIND = Pattern(phrase(rf"\s*,? (?:đại diện|thay mặt) (?:[^.;:]|\.(?=\S)){{0,220}}?{_PRESENT_BEHIND}"))
_TAKES_PART_BEHIND = Pattern(
    phrase(
        r"(?: sẽ(?: \p{L}+){0,2} (?:thảo luận|tiến hành|thông qua)"
        r"|(?:[^.;:]|\.(?=\S)){0,90}? (?:đã |sẽ |cùng )?(?:làm việc|nghe|đối thoại|họp phiên|họp bàn|bước vào|chia thành"
        r"|đến thành phố|đến việt nam|về đây))"
    )
)
_DEBATES_BEHIND = Pattern(phrase(r"[^.;:,]{0,60}? (?:(?:đã|sẽ|cùng|tập trung) ){0,3}(?:thảo luận|lắng nghe)(?!\p{L})"))
_FEW = 50
"""Fewer delegates who debate are those who spoke."""
_SUMMONED = Pattern(
    phrase(
        r"triệu tập(?: (?:đến |về |tham )?dự(?: (?:đại hội|hội nghị)(?: (?!có)\p{L}+){0,9}?)?)?(?: là| gồm| với|\s*:)? (?:tổng số )?$"
        r"|giấy (?:triệu tập|mời)(?: đã)?(?: được)? gửi (?:tới|đến|cho) $"
    )
)
_IS_SUMMONED = Pattern(
    phrase(r" được triệu tập(?!\p{L})(?![^.;]{0,60}?(?:có mặt(?!\s*:?\s*\d)|(?:đã|cùng) (?:về |đến |tham |tới )?dự))")
)
"""`với 445 đại biểu được triệu tập Đại hội`: not yet that they came."""
_ALL_OF_THEM = Pattern(phrase(r"toàn thể $"))
_PLANNED = Pattern(phrase(r"dự kiến|(?<!\w)sẽ(?!\w)"))
_NEXT_CLAUSE = Pattern(r"[,;:.(](?!\d)")
_HEADS = Pattern(phrase(r"(?:bí thư|chủ tịch|chủ nhiệm|trưởng|hiệu trưởng|giám đốc|thủ trưởng|tổ trưởng)(?!\p{L})"))
_FEWEST_HEADS = 5
"""Fewer heads of units are named one by one."""


def coming_of(where: Whereabouts) -> Coming | None:
    """How the attendees take part in a meeting; None when nothing says that they came, or something that they did not."""
    if _SUMMONED.search(where.before) and (where.noun not in _ANYBODY or MEETS.search(where.before)):
        return Coming(AttendanceStatus.CONVENED, whole=False)
    if _HEADS.match(where.noun) and where.least < _FEWEST_HEADS:
        return None
    if is_breakdown(where) or acts_otherwise(where) or not _came(where):
        return None
    if _only_summoned(where):
        return Coming(AttendanceStatus.CONVENED, whole=False)
    return Coming(_status(where), whole=_ALL_OF_THEM.search(where.before) is not None)


_AND = Pattern(phrase(r"(?<!\w)(?:và|cùng) $"))
_NEXT = Pattern(phrase(r"[^.;:\d()]{0,40}?(?:,|;|(?<!\w)(?:và|cùng|với))(?: (?:và|cùng|có))?(?: với)? "))


def next_of(where: Whereabouts, listed: int | None, convened: bool) -> Coming | None:
    """How the next of a list comes whose last ends at `listed`: `dự có 120 đại biểu chính thức, 15 khách mời`"""
    if listed is None or not (where.who.group in _INVITED or _HEADS.match(where.noun)) or where.shared:
        return None
    if (
        _NEXT.fullmatch(where.folded, listed, where.number.start) is None
        or is_breakdown(where)
        or acts_otherwise(where)
    ):
        return None
    summoned_too = convened and _AND.search(where.before) is not None
    return Coming(AttendanceStatus.CONVENED if summoned_too else _status(where), whole=False)


def _only_summoned(where: Whereabouts) -> bool:
    told = RIGHT_BEFORE.search(where.before) or _LISTED.search(where.before)
    return told is None and not where.shared and _IS_SUMMONED.match(where.behind) is not None


def _came(where: Whereabouts) -> bool:
    before, behind = _OPENING.sub("", where.before), where.behind
    right_before = RIGHT_BEFORE.search(before) or RIGHT_BEFORE.search(where.before)
    if right_before is not None and right_before.group().startswith(("thu hút", "quy tụ")):
        return names_a_meeting(where)
    if right_before is not None or any(p.search(before) for p in (_MADE_UP, _MET, _AT_A_VENUE, TO_VOTE)):
        return True
    if not where.who.sure:
        listed = _LISTED.search(before) or _MEETING_HAS.search(before) or _CAME_RIGHT_BEHIND.match(behind)
        if listed is None and where.all_of_them:
            listed = _GUEST_LIST.search(before)
        return anybody_came(where, before, listed is not None)
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
        or _HELD_WITH.search(before)
        or _MEETING_OF.search(before)
        or _PRESENT_AT.search(before)
        or (_WITH.search(before) and _THE_MEETING_BEHIND.match(behind))
        or (where.who.group in _DEBATERS and _IN_FRONT_OF.search(before))
        or (where.who.group in _DEBATERS and _TAKES_PART_BEHIND.match(behind))
        or (where.who.group in _DEBATERS and where.least >= _FEW and _DEBATES_BEHIND.match(behind))
        or _are_many(where)
    )


_MANY = 100
_SEATS = Pattern(
    phrase(
        r"(?<!\p{L})(?:quốc hội|hđnd|hội đồng nhân dân|cơ cấu|ngoài đảng|tái cử|ứng viên|ứng cử|bầu|tiến cử|số lượng|cấp \p{L}+)(?!\p{L})"
    )
)
"""Words of councils, whose delegates are many without coming together."""


def _are_many(where: Whereabouts) -> bool:
    """`Hơn 400 đại biểu sẽ có năm ngày bàn thảo`: so many delegates are where they meet, whatever the verb."""
    in_brackets = where.before.rfind("(") > where.before.rfind(")")
    many = where.who.group in DELEGATES and where.least >= _MANY and not where.shared and not in_brackets
    return many and _SEATS.search(where.folded) is None


def _presence_in(where: Whereabouts) -> bool:
    return _PRESENT_SOMEWHERE.search(where.before) is not None


def _status(where: Whereabouts) -> AttendanceStatus:
    came = _CAME_BEHIND.match(where.behind)
    behind = came.group() if came else _NEXT_CLAUSE.split(where.behind)[0][:50]
    near = where.before[-70:] + " " + behind
    return AttendanceStatus.PLANNED if _PLANNED.search(near) else AttendanceStatus.ACTUAL
