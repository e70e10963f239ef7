"""Whether people came to a meeting of whom the noun says nothing yet: `người`, `cán bộ`, `cử tri`."""

from __future__ import annotations

from congressx.extractors.attendance.record import AttendeeGroup
from congressx.extractors.attendance.whereabouts import MEETING, Whereabouts, names_a_meeting
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_OF_ASSOCIATIONS = frozenset({AttendeeGroup.UNION_MEMBER, AttendeeGroup.YOUTH_MEMBER, AttendeeGroup.ASSOCIATION_MEMBER})
_CAME_TO_IT = Pattern(phrase(r" (?:đã |cùng )?(?:về|đến|tới) dự(?!\p{L})"))
_AT_THE_START = Pattern(
    phrase(r"^(?:(?:sáng|chiều|tối|ngày|hôm)[^,]{0,40}, )?(?:(?:(?:chi bộ|chi đoàn|chi hội)(?: \p{L}+){0,5} )?có )?$")
)
_CAME_AND_NO_MORE = Pattern(
    phrase(
        r"[^.;:()\d]{0,100}? (?:đã |cùng |đều )?(?:về|đến|tới|tham|cùng) dự(?: (?:đông đủ|đầy đủ|sinh hoạt))?\s*(?:[.,;]|$)"
    )
)
"""`Gần 150 cán bộ, hội viên, gia đình chính sách về dự.`"""
_ENTERS = Pattern(phrase(r"[^.;:,]{0,90} bước vào (?:ngày|phiên|kỳ|đại hội|hội nghị|buổi)"))
_FROM_THE_START = Pattern(phrase(r"(?:^|[,:-] |(?<!\p{L})có )$"))
_HEARD = Pattern(phrase(r"(?:[^.;:()]|\.(?=\S)){0,120}? đã (?:nghe|học tập|quán triệt|trao đổi|đối thoại)(?!\p{L})"))
"""`Sáng 5/6, hơn 200 cán bộ Công đoàn đã nghe báo cáo kết quả Đại hội`"""
_CAME_TO_A_MEETING = Pattern(
    phrase(
        r"(?:[^.;:()]|\.(?=\S)|(?<=\.\.)\.){0,160}? (?:đã |sẽ |cùng )?(?:(?:tham |về |đến |tới )?dự|có mặt tại|tham gia)"
        rf" (?:phiên \p{{L}}+ )?{MEETING}(?!\p{{L}})"
    )
)
"""`Gần 900 cán bộ các sở, ban, ngành đã tham dự hội nghị`"""


def anybody_came(where: Whereabouts, before: str, listed: bool) -> bool:
    """Whether they came; `listed` says that they stand among those who did, behind the words `before`."""
    behind = where.behind
    if where.who.group in _OF_ASSOCIATIONS and _CAME_TO_IT.match(behind):
        return True
    if _AT_THE_START.search(before) and _CAME_AND_NO_MORE.match(behind):
        return True
    if not names_a_meeting(where):
        return False
    if listed or _ENTERS.match(behind):
        return True
    return _FROM_THE_START.search(before) is not None and bool(_CAME_TO_A_MEETING.match(behind) or _HEARD.match(behind))
