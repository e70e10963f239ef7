"""What a meeting is by whoever holds it, and by the words beside its name."""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.meetings.kinds import COUNCILS, REVIEWS, type_of, type_with_host
from congressx.extractors.meetings.naming import Head, MeetingName
from congressx.extractors.meetings.record import MeetingType
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold, phrase


def as_told(name: MeetingName, host: str | None, folded: str) -> MeetingName:
    """A name with the type that its holder, a council beside it or the purpose behind it gives."""
    name = _as_behind(name, folded)
    holder = host or _council_beside(name, folded)
    return name if holder is None else _as_held_by(name, fold(holder), folded)


_BY_NUMBER = Pattern(phrase(r"đại hội (?:lần )?(?:thứ )?[ivx\d]+"))
_EXECUTIVE = Pattern(phrase(r"(?:ban chấp hành|bch)(?!\w)"))


def _as_held_by(name: MeetingName, host: str, folded: str) -> MeetingName:
    """`Ban Chỉ đạo họp phiên thứ 15` is a meeting by itself, `HĐND tỉnh tổ chức phiên họp bất thường` a session of the council.

    `Đại hội lần thứ X` is the nation's, unless a `Đảng bộ xã` holds it; `Hội nghị lần thứ 20, tổng kết công tác năm 2019`
    is a plenum where a Ban Chấp hành holds it.
    """
    if _BY_NUMBER.fullmatch(name.span.of(folded)):
        of_holder = type_with_host(MeetingType.OTHER, Head.CONGRESS, host)
        return name if of_holder is MeetingType.OTHER else replace(name, type=of_holder)
    if name.type in REVIEWS and name.ordinal is not None and _EXECUTIVE.match(host):
        return replace(name, type=MeetingType.COMMITTEE_PLENUM, also=(name.type,))
    return name if name.type is not MeetingType.OTHER else _of_type_of(host, name, folded)


def _of_type_of(host: str, name: MeetingName, folded: str) -> MeetingName:
    """A name that says nothing of its type, once its holder is known."""
    if _meets_itself(name, host, folded):
        return replace(name, type=MeetingType.COMMITTEE_PLENUM)
    kind = type_with_host(name.type, Head.SESSION, host)
    sits = name.head is Head.PART or _SITS.match(folded, name.span.start) is not None
    if name.head is Head.SESSION or (sits and kind in COUNCILS):
        return replace(name, type=kind)
    if name.head is Head.PART and not _OF_A_WHOLE.search(name.span.of(folded)):
        return replace(name, head=Head.CONFERENCE, type=type_of(f"hội nghị {host}", Head.CONFERENCE))
    return name


def _as_behind(name: MeetingName, folded: str) -> MeetingName:
    """`hội nghị cán bộ chủ chốt để quán triệt …`, `nghe thông báo nhanh …`: what it is for stands behind its name."""
    purpose = _PURPOSE.match(folded, name.span.stop)
    if name.head not in (Head.CONFERENCE, Head.TALK) or name.type is not MeetingType.OTHER or purpose is None:
        return name
    return replace(name, type=type_of(f"hội nghị {purpose['what']}", Head.CONFERENCE))


_PURPOSE = Pattern(
    phrase(
        r",? (?:để|nhằm|nghe)(?: nghe)? (?P<what>(?:học tập|quán triệt|nghiên cứu|phổ biến|thông báo nhanh|tổng kết|sơ kết"
        r"|triển khai (?:các )?(?:nghị quyết|chỉ thị))(?!\w)[^;.]{0,120})"
    )
)


def _meets_itself(name: MeetingName, host: str, folded: str) -> bool:
    """`Ban Chấp hành Đảng bộ tỉnh tổ chức hội nghị bàn …`: its own, where `hội nghị cán bộ`, `công bố quyết định` are for others."""
    committee = _COMMITTEE.match(host)
    if committee is None:
        return False
    told = _DELIBERATES if committee["standing"] else _OF_ITS_OWN
    return told.match(folded, name.span.start) is not None


_OF_A_WHOLE = Pattern(phrase(r"(?<!\w)(?:trù bị|đại hội|kỳ họp)(?!\w)"))
"""`Đảng bộ huyện kết thúc phiên trù bị Đại hội`: a part, whoever holds it."""
_SITS = Pattern(phrase(r"(?:cuộc|buổi) họp(?! (?:báo|mặt))|buổi làm việc(?! (?:với|của|giữa))"))
_COMMITTEE = Pattern(
    phrase(
        r"(?:ban chấp hành|bch|(?P<standing>(?:ban )?thường vụ(?! quốc hội)|btv))(?!\w)"
        r"(?!.*,(?! (?:tỉnh|thành phố|tp|huyện|quận|khóa|nhiệm kỳ)(?!\w)))"
    )
)
"""One committee, whose place or term may stand behind a comma."""
_FOR_OTHERS = (
    r"công bố|trao|tặng|gặp|giao lưu|đối thoại|tiếp xúc|tập huấn|bồi dưỡng|tuyên dương|biểu dương|tôn vinh|cán bộ|giới thiệu"
    r"|giao ban|hiệp thương|triển khai (?:các )?quyết định|toàn quốc|trực tuyến"
)
_OF_ITS_OWN = Pattern(phrase(rf"(?:hội nghị|(?:cuộc|buổi) họp)(?!\w)(?! (?:(?:để|nhằm|về) )?(?:{_FOR_OTHERS}))"))
_DELIBERATES = Pattern(
    phrase(
        r"(?:hội nghị|(?:cuộc|buổi) họp)(?: (?:để|nhằm|về việc))?"
        r" (?:cho ý kiến|xem xét|thảo luận|bàn|nghe|kiểm điểm|lấy phiếu|nhân sự|bỏ phiếu|giới thiệu nhân sự)(?!\w)"
    )
)
_COUNCIL = Pattern(phrase(r"hđnd|hội đồng nhân dân|quốc hội|(?P<inspection>ủy ban kiểm tra|ubkt)"))
_BESIDE = 90
_OF_COUNCILS = Pattern(phrase(r"(?:phiên|buổi) (?:trả lời )?(?:chất vấn|giải trình)"))
"""Sittings that only councils have."""


def _council_beside(name: MeetingName, folded: str) -> str | None:
    """`HĐND thành phố trong kỳ họp thứ 12 đã …`: the body named last before a session, if it is a council."""
    if name.head not in (Head.SESSION, Head.PART) or name.type is not MeetingType.OTHER:
        return None
    if name.head is Head.PART and _OF_COUNCILS.match(folded, name.span.start) is None:
        return None
    before = list(_COUNCIL.finditer(folded, max(0, name.span.start - _BESIDE), name.span.start))
    behind = _COUNCIL.search(folded, name.span.stop, name.span.stop + _BESIDE)
    found = before[-1] if before else behind
    return None if found is None or found["inspection"] else found.group()
