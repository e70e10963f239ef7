"""How many came: ratios, counts, whole memberships, and whom delegates represent."""

from __future__ import annotations

from typing import Any

import regex

from congressx.engine import Draft, Reading, Rule
from congressx.extractors.attendance.record import AttendanceStatus, AttendeeGroup
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.numerals import NUMBER, SPELLED, read_number
from congressx.vietnamese.quantities import Comparator
from congressx.vietnamese.spelling import phrase

_GROUPS = {noun: AttendeeGroup(group) for noun, group in rows("attendees.tsv", __package__)}
_NOUN = "|".join(regex.escape(noun).replace(r"\ ", r"\s+") for noun in sorted(_GROUPS, key=lambda n: (-len(n), n)))
_SURE = r"đại\s+biểu(?:\s+chính\s+thức|\s+khách\s+mời|\s+hđnd|\s+hội\s+đồng\s+nhân\s+dân)?|đồng\s+chí\s+đảng\s+viên|đảng\s+viên|vị\s+đại\s+biểu"
"""Nouns that need no meeting word beside them."""
_BOUNDS = {
    "trên": Comparator.GT, "hơn": Comparator.GT, "gần": Comparator.NEARLY, "khoảng": Comparator.APPROX,
    "chừng": Comparator.APPROX, "xấp xỉ": Comparator.APPROX, "ít nhất": Comparator.GE, "dưới": Comparator.LT,
}  # fmt: skip
_BOUND = "|".join(phrase(word) for word in _BOUNDS)
_COUNT = rf"(?:(?P<bound>{_BOUND})\s+)?(?P<count>{NUMBER}|{SPELLED})\s+(?:vị\s+|đồng\s+chí\s+là\s+)?"
_PRESENCE = r"(?:có mặt|tham dự|tham gia|về dự|đến dự|tới dự|cùng dự|dự(?! kiến| thảo| án)|chứng kiến|quy tụ|hiện diện|góp mặt|tề tựu|thu hút|đông đủ)"
_CAME_BEFORE = regex.compile(
    phrase(
        rf"(?:{_PRESENCE}(?!.*(?:bầu|trúng cử|phiếu))[^;]{{0,400}}?\b(?:có|cùng|còn có|của|gồm|với|và)|sự (?:tham dự|tham gia|có mặt|hiện diện|góp mặt) của|cùng với|cùng|với|đại hội có|hội nghị có|kỳ họp có"
        rf"|tham dự|có mặt|thu hút|quy tụ|có)\s+(?:đông đảo |sự có mặt của |tổng số |đầy đủ )?$"
    )
)
_CAME_AFTER = regex.compile(
    phrase(rf"^[^.;]{{0,110}}?(?:(?:cùng |đã |về |đến |được triệu tập |)?{_PRESENCE})|^ (?:được triệu tập|có mặt)")
)
_NOT_ATTENDANCE = regex.compile(
    phrase(
        r"phiếu|bỏ phiếu|tán thành|trúng cử|đắc cử|bầu (?!cử)|tín nhiệm|biểu quyết|học tập|quán triệt nghị quyết tới|đi dự|cử đi|kết nạp|phát triển|chuyển đảng|tặng|trao|khen thưởng|hỗ trợ|kỷ luật|"
        r"ứng cử|giới thiệu|bồi dưỡng|tập huấn|tuyên truyền|xếp loại|đánh giá|hoàn thành|sinh hoạt|\d tuổi|tuổi (?:đời|bình quân|trung bình)|chất vấn|phát biểu ý kiến|đăng ký|góp ý|thảo luận"
    )
)
_BREAKDOWN = regex.compile(
    phrase(
        r"^ (?:là )?(?:nữ|nam|dân tộc|người dân tộc|tôn giáo|dưới|trên|trẻ|cao tuổi|nhiều tuổi|ít tuổi|có trình độ|đương nhiên|được bầu|do cấp|chỉ định)"
    )
)
_BREAKDOWN_BEFORE = regex.compile(phrase(r"(?:trong đó|bao gồm|gồm)[^.;]{0,120}$"))
_MEETING = regex.compile(
    phrase(r"đại hội|hội nghị|kỳ họp|phiên|buổi|lễ (?:trao|kết nạp|kỷ niệm|công bố)|hội thảo|cuộc họp|tọa đàm|diễn đàn")
)
_REPRESENTS = regex.compile(
    phrase(
        rf"(?:đại diện|thay mặt)(?: cho)? (?:(?P<bound>{_BOUND}) )?(?:tổng số )?(?P<number>{NUMBER}) (?:nghìn |triệu )?(?:cán bộ|đảng viên|đoàn viên|hội viên|công nhân|người|viên chức|lao động|sinh viên|thanh niên|phụ nữ|nông dân|cử tri|đồng chí|tín đồ)"
    )
)
_PERCENT_BEHIND = regex.compile(
    phrase(r"^[^.;]{0,60}?,? \(?(?:đạt|chiếm)? ?(?:tỷ lệ|tỉ lệ)? ?(?P<percent>\d+(?:[.,]\d+)?) ?%")
)
_TOTAL_BEHIND = regex.compile(phrase(rf"^[^.;]{{0,90}}?(?:trên|trong) tổng số (?P<total>{NUMBER})"))
_ABSENT = regex.compile(phrase(rf"vắng(?: mặt)? (?P<absent>{NUMBER}|{SPELLED})(?! (?:ngày|buổi|phiên))"))
_PLANNED = regex.compile(phrase(r"dự kiến|(?<!\w)sẽ(?!\w)"))


def _ratio(reading: Reading) -> Draft | None:
    """`55/58 đảng viên được triệu tập`; a clause with votes or study is none."""
    if not _is_attendance(reading, sure=bool(regex.match(_SURE, reading.folded("noun")))):
        return None
    present, summoned = read_number(reading.folded("present")), read_number(reading.folded("summoned"))
    if not isinstance(present, int) or not isinstance(summoned, int) or present > summoned:
        return None
    value = {"present": present, "summoned": summoned, "group": _group(reading), "status": AttendanceStatus.ACTUAL}
    return Draft(value | _beside(reading, ratio=True), reading.span("ratio"), _quote(reading))


def _count(reading: Reading) -> Draft | None:
    noun = reading.folded("noun")
    if not _is_attendance(reading, sure=bool(regex.match(_SURE, noun))):
        return None
    count = read_number(reading.folded("count"))
    if (
        not isinstance(count, int)
        or _BREAKDOWN.match(_after(reading))
        or _BREAKDOWN_BEFORE.search(_before(reading, 130))
    ):
        return None
    planned = _PLANNED.search(_before(reading, 60)) or _PLANNED.search(_after(reading)[:30])
    status = AttendanceStatus.PLANNED if planned else AttendanceStatus.ACTUAL
    bound = _BOUNDS.get(reading.folded("bound"), Comparator.EQ) if reading.has("bound") else Comparator.EQ
    value: dict[str, Any] = {"present": count, "comparator": bound, "group": _group(reading), "status": status}
    beside = _beside(reading, ratio=False)
    total = _TOTAL_BEHIND.match(_after(reading))
    if total and regex.search(phrase(r"có mặt"), _after(reading)[: total.end()]):
        value["summoned"] = read_number(total["total"])
    return Draft(value | beside, reading.span("count"), _quote(reading))


def _convened(reading: Reading) -> Draft | None:
    count = read_number(reading.folded("count"))
    if not isinstance(count, int):
        return None
    value = {"summoned": count, "group": _group(reading), "status": AttendanceStatus.CONVENED}
    return Draft(value | _beside(reading, ratio=False), reading.span("count"), _quote(reading))


def _whole(reading: Reading) -> Draft | None:
    """`cùng toàn thể đảng viên`: all of them came."""
    if not _MEETING.search(reading.sentence.folded) or _NOT_ATTENDANCE.search(_before(reading, 60)):
        return None
    joined = regex.search(phrase(rf"{_PRESENCE}[^.]*\b(?:cùng|và|với|có)(?: với)?\s+$"), _before(reading, 420))
    if not joined and not regex.match(phrase(rf"^[^.;,]{{0,60}} {_PRESENCE}"), _after(reading)):
        return None
    value = {"percent": 100.0, "group": _group(reading), "status": AttendanceStatus.ACTUAL}
    return Draft(value, reading.span(), reading.span())


def _is_attendance(reading: Reading, *, sure: bool) -> bool:
    before, after = _before(reading, 420), _after(reading)
    clause = regex.split(r"[;:]", before)[-1]
    near = clause[-90:] + reading.folded() + regex.split(r"[;.]", after)[0][:70]
    if _NOT_ATTENDANCE.search(near):
        return False
    came = _CAME_BEFORE.search(before) or _CAME_AFTER.match(after)
    if not came:
        return False
    bare_have = regex.search(phrase(r"(?:^|\s)(?:có|với|cùng)\s+$"), before) and not regex.search(
        phrase(_PRESENCE), clause + after[:110]
    )
    if bare_have and not regex.search(_MEETING.pattern + r"\s+(?:\w+\s+){0,2}(?:có|với)\s+$", before):
        return False
    return (
        sure
        or bool(_MEETING.search(reading.sentence.folded))
        or bool(regex.match(phrase(r"(?:cùng |đến |về |tới |tham )?dự"), reading.sentence.folded))
    )


def _before(reading: Reading, length: int) -> str:
    start = reading.span().start
    return reading.sentence.folded[max(0, start - length) : start]


def _after(reading: Reading) -> str:
    return reading.sentence.folded[reading.span().stop :]


def _group(reading: Reading) -> AttendeeGroup:
    group = _GROUPS[reading.folded("noun")]
    about = reading.sentence.folded + reading.document.title.lower()
    if group is AttendeeGroup.YOUTH_MEMBER and regex.search(phrase(r"công đoàn|lđlđ|liên đoàn lao động"), about):
        return AttendeeGroup.UNION_MEMBER
    if group is AttendeeGroup.DELEGATE and regex.match(phrase(r"^ (?:hđnd|hội đồng nhân dân)"), _after(reading)):
        return AttendeeGroup.COUNCILLOR
    if group is AttendeeGroup.DELEGATE and regex.match(phrase(r"^ (?:chính thức)"), _after(reading)):
        return AttendeeGroup.OFFICIAL_DELEGATE
    return group


def _beside(reading: Reading, *, ratio: bool) -> dict[str, Any]:
    """What the same clause adds: whom they represent, the share, who was absent."""
    after = _after(reading)
    found: dict[str, Any] = {}
    if represents := _REPRESENTS.search(after[:140]):
        found["represents"] = read_number(represents["number"])
    if ratio and (percent := _PERCENT_BEHIND.match(after)):
        found["percent"] = float(percent["percent"].replace(",", "."))
    if absent := _ABSENT.search(after):
        found["absent"] = read_number(absent["absent"])
    return found


def _quote(reading: Reading) -> Span:
    """The match with the clause around it, at most 120 characters."""
    after = regex.split(r"[;.,(]", _after(reading))[0]
    stop = min(reading.span().stop + len(after), reading.span().start + 120)
    return Span(reading.span().start, max(reading.span().stop, stop))


RULES = (
    # với sự có mặt của 55/58 đảng viên được triệu tập · 53/58 đại biểu HĐND tỉnh có mặt
    Rule(
        "attendance.ratio",
        rf"(?P<ratio>(?P<present>(?<![\d.,/])\d[\d.]*)\s?/\s?(?P<summoned>\d[\d.]*))\s+(?:tổng\s+số\s+)?(?P<noun>{_NOUN})(?!\w)",
        _ratio,
        cues=("/",),
    ),
    # triệu tập 249 đại biểu
    Rule(
        "attendance.convened",
        rf"triệu\s+tập\s+(?:tổng\s+số\s+)?{_COUNT}(?P<noun>{_NOUN})(?!\w)",
        _convened,
        cues=("triệu",),
    ),
    # với sự tham dự của 244 đại biểu chính thức đại diện cho 5.365 đảng viên · cùng 169 đảng viên của 11 chi bộ
    Rule(
        "attendance.count",
        rf"{_COUNT}(?P<noun>{_NOUN})(?!\w)",
        _count,
        cues=("dự", "có mặt", "tham gia", "cùng", "với", "có", "thu hút", "làm việc"),
    ),
    # cùng toàn thể đảng viên · 100% đảng viên trong chi bộ về dự
    Rule(
        "attendance.whole",
        rf"(?:toàn\s+thể|100\s?%(?:\s+số)?)\s+(?:các\s+)?(?:đồng\s+chí\s+)?(?P<noun>{_NOUN})(?!\w)",
        _whole,
        cues=("toàn thể", "100"),
    ),
)
