"""Who was summoned and who came, each number in words of its own: `triệu tập 50 đại biểu, có mặt 49`, `trong 60 ủy viên có 52 dự`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import zip_longest

from congressx.extractors.attendance.attendees import DELEGATES, LEAST_TURNOUT, MEMBERS, attendees_at
from congressx.extractors.attendance.record import AttendeeGroup
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.numerals import SPELLED, read_number
from congressx.vietnamese.spelling import phrase

CAME = (
    r"(?<!\p{L})(?:có mặt(?: (?:tham |về |đến )?dự)?|hiện diện|góp mặt"
    r"|(?:tham |về |đến |tới )?dự(?! kiến| thảo| án| bị| khuyết)|(?:về|đến|tới) họp(?! báo))"
)
WHERE = r"(?: khi khai mạc| (?:tại )?(?:đại hội|hội nghị|kỳ họp|buổi \p{L}+|phiên \p{L}+|(?:cuộc )?họp|sinh hoạt(?: chi bộ)?))?"
IS = r"(?: là| có| của)?\s*:?(?: đủ)? "
WHO = (
    rf"(?:(?:(?:đồng chí|đ/c) )?(?:{MEMBERS}|cb(?:gv|cc|nv|cnv|vc)[\p{{L}}-]*|(?:(?:tỉnh|thành|thị|huyện|quận|đảng|cấp|chi) )?ủy viên)"
    r"(?: (?:chính thức|hđnd|hội đồng nhân dân|đương nhiệm))?)"
)
_OF = r"(?: (?:(?:của|trong|toàn) (?:\p{L}+ ){0,4}?\p{L}+|chi bộ|đảng bộ))?"

_NUMBER = Pattern(rf"(?<![\d.,/:\-])(?:\d{{1,3}}\.\d{{3}}|\d{{1,5}}|{SPELLED})(?!\d|[.,/:\-]\d|\s*%|\p{{L}})")
_OUT_OF = Pattern(phrase(r" (?:trong|trên)(?: tổng)?(?: số)? "))
_NO_NOUN = Pattern(phrase(rf"\s*(?:[.,;()]|$)(?!\d)| (?:vị|bạn|{CAME}|được triệu tập|so với|trong|trên)(?!\p{{L}})"))
_NAMED = Pattern(phrase(rf"(?<!\p{{L}}){WHO}(?!\p{{L}})"))
_SUMMONED = Pattern(
    phrase(
        rf"(?:(?<!\p{{L}})(?:trong|trên|so với)(?: tổng)?(?: số)? |tổng số {WHO}(?: được triệu tập)?{_OF}{IS}"
        rf"|{WHO} (?:được )?triệu tập{IS}"
        rf"|(?<!\p{{L}})triệu tập(?: (?:tham |về |đến )?dự)?(?: (?:đại hội|hội nghị|kỳ họp))?{IS}"
        rf"|danh sách(?: triệu tập)?(?:,? (?:đại hội|hội nghị))?{IS}"
        r"|(?:chi bộ|chi đoàn|chi hội|hđnd|hội đồng nhân dân)(?: \p{L}+){0,6}? có )$"
    )
)
_SUMMONED_BEHIND = Pattern(phrase(r"(?: \p{L}+){0,4}? (?:được|trong danh sách|theo danh sách|có giấy) triệu tập"))
_CAME = Pattern(
    phrase(
        rf"(?:(?:{CAME}{WHERE}(?: được| đủ)?|(?<!\p{{L}})(?:đến|về)(?: dự)? (?:được|đủ)|thực có){IS}"
        rf"|(?<!\p{{L}})số {WHO} {CAME}[^.;,()]{{0,60}} là )$"
    )
)
_CAME_BEHIND = Pattern(
    phrase(rf"(?:\s*\([^()]{{0,20}}\))?[^.;,:()\d]{{0,60}}?(?<!không )(?<!chưa )(?<!không thể ){CAME}(?!\p{{L}})")
)
_MISSED = Pattern(phrase(r"(?<!\p{L})vắng(?: mặt)?(?: \p{L}+){0,3}?\s*:? $"))
_MISSED_BEHIND = Pattern(
    phrase(r"[^.;,:()\d]{0,40}?(?<!\p{L})(?:vắng(?: mặt)?|không (?:thể )?(?:đến|về|tham dự|tới|dự))(?!\p{L})")
)


class _Part(Enum):
    SUMMONED = auto()
    CAME = auto()
    MISSED = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of people and what the words beside it make of them; offsets in the folded sentence."""

    number: Span
    value: int
    noun_stop: int
    group: AttendeeGroup
    part: _Part

    @property
    def span(self) -> Span:
        return Span(self.number.start, self.noun_stop)


@dataclass(frozen=True, slots=True)
class Turnout:
    """So many of so many; offsets in the folded sentence."""

    present: int | None
    """None where only those are counted who stayed away: `trong tổng số 52 đại biểu, vắng 3`."""
    summoned: int
    absent: int | None
    group: AttendeeGroup
    number: Span
    """Where the number stands that the record is of: who came, else who was summoned."""
    counted: tuple[Span, ...]
    """Number and noun of those summoned and of those who came."""
    span: Span
    """From the first number to the noun of the last."""


def turnout_in(folded: str) -> Turnout | None:
    """Who came of how many; None where it is not told of one group only.

    >>> found = turnout_in("trong tổng số 48 ủy viên có 45 người dự họp, vắng 3.")
    >>> found.present, found.summoned, found.absent, found.group.value
    (45, 48, 3, 'committee_member')
    """
    counts = _counts(folded)
    summoned = [c for c in counts if c.part is _Part.SUMMONED]
    if len(summoned) != 1:
        return None
    whole = summoned[0]
    came = [c for c in counts if c.part is _Part.CAME and _is_part_of(c, whole)]
    missed = [c for c in counts if c.part is _Part.MISSED]
    if len(came) == 1 and folded[came[0].number.start].isdigit():  # but: hai trong 4 cử tri được dự
        absent = next((c.value for c in missed if came[0].value + c.value == whole.value), None)
        counted = whole.span, came[0].span
        group, span = _group_of(came[0], whole), whole.span.cover(came[0].span)
        return Turnout(came[0].value, whole.value, absent, group, came[0].number, counted, span)
    if not came and len(missed) == 1 and missed[0].value <= LEAST_TURNOUT * whole.value:
        span = whole.span.cover(missed[0].span)
        return Turnout(None, whole.value, missed[0].value, whole.group, whole.number, (whole.span,), span)
    return None


def _counts(folded: str) -> Sequence[_Count]:
    """The numbers of people in text order."""
    numbers = [*_NUMBER.finditer(folded)]
    found: list[_Count] = []
    last = 0
    for match, following in zip_longest(numbers, numbers[1:]):
        value, who = read_number(match.group()), attendees_at(folded, match.end())
        if isinstance(value, int) and (who is not None or _NO_NOUN.match(folded, match.end())):
            noun_stop = match.end() if who is None else who.span.stop
            before = folded[last : match.start()]
            behind = folded[noun_stop : len(folded) if following is None else following.start()]
            group = _group_named(before) if who is None or who.group is AttendeeGroup.PARTICIPANT else who.group
            found.append(_Count(Span(*match.span()), value, noun_stop, group, _part(before, behind)))
            last = noun_stop
        else:
            last = match.end()
    return [_as_part_of(count, following, folded) for count, following in zip_longest(found, found[1:])]


def _group_named(before: str) -> AttendeeGroup:
    """The group named last before a number without a noun: `Số đại biểu có mặt: 148`"""
    named = [*_NAMED.finditer(before)]
    who = attendees_at(before, named[-1].start()) if named else None
    return AttendeeGroup.PARTICIPANT if who is None else who.group


def _as_part_of(count: _Count, following: _Count | None, folded: str) -> _Count:
    """`276 trong số 291 cán bộ tham dự`: the verb behind the whole is the part's."""
    if following is None or count.part is not _Part.OTHER or following.part is not _Part.SUMMONED:
        return count
    told = _OUT_OF.fullmatch(folded, count.noun_stop, following.number.start)
    if told is None or _CAME_BEHIND.match(folded, following.noun_stop) is None:
        return count
    return replace(count, part=_Part.CAME)


def _part(before: str, behind: str) -> _Part:
    """What the words between the last number and this one, and between its noun and the next number, say of them."""
    if _MISSED.search(before) or _MISSED_BEHIND.match(behind):
        return _Part.MISSED
    if _SUMMONED.search(before):
        return _Part.SUMMONED
    if _CAME.search(before) or _CAME_BEHIND.match(behind):
        return _Part.CAME
    return _Part.SUMMONED if _SUMMONED_BEHIND.match(behind) else _Part.OTHER


_VAGUE = frozenset({AttendeeGroup.PARTICIPANT, AttendeeGroup.DELEGATE})
"""What may be said of councillors and of official delegates, too."""


def _is_part_of(came: _Count, whole: _Count) -> bool:
    alike = came.group is whole.group or AttendeeGroup.PARTICIPANT in (came.group, whole.group)
    delegates = {came.group, whole.group} <= DELEGATES | {AttendeeGroup.COUNCILLOR}
    return (alike or delegates) and LEAST_TURNOUT * whole.value <= came.value <= whole.value


def _group_of(came: _Count, whole: _Count) -> AttendeeGroup:
    """Of `190 đại biểu HĐND … 186 người` the one that says more."""
    more_vague = came.group is AttendeeGroup.PARTICIPANT or (came.group in _VAGUE and whole.group not in _VAGUE)
    return whole.group if more_vague else came.group
