"""Who is counted: the noun behind a number, and the group it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from congressx.extractors.attendance.record import AttendeeGroup
from congressx.patterns import Cues, Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.phrases import Phrases
from congressx.vietnamese.spelling import phrase


@dataclass(frozen=True, slots=True)
class Attendees:
    """A noun for those who attend."""

    span: Span
    group: AttendeeGroup
    sure: bool
    """Whether the noun alone speaks of a meeting (`đại biểu`) or of nothing yet (`người`, `cán bộ`)."""


@cache
def _groups() -> dict[str, AttendeeGroup]:
    return {noun: AttendeeGroup(group) for noun, group in rows("attendees.tsv", __package__)}


@cache
def _nouns() -> Phrases:
    return Phrases(_groups())


def _least(nouns: Iterable[str]) -> list[str]:
    """The nouns that hold no other: where none of them stands, none of all does."""
    least: list[str] = []
    for noun in sorted(nouns, key=len):
        if not any(other in noun for other in least):
            least.append(noun)
    return least


_STAFF_IN_LETTERS = Pattern(r"(?:cb|cc|vc|gv|nv|cnv|nlđ)(?:[\s,&-]*(?:cb|cc|vc|gv|nv|cnv|nlđ|lđ))+(?![\p{L}\d])")
"""`CBGV-NV`, `CB, CC, VC`: the letters of cán bộ, công chức, viên chức, giáo viên, nhân viên, in any order."""
NOUN_CUES = Cues([*_least(_groups()), "cb", "cc", "vc", "gv", "cnv", "nlđ"])
_OPENING = Pattern(
    phrase(
        r"\s*(?:\([^()]{1,30}\)\s*)?(?:(?:tổng số |trên tổng số )?(?:vị |bạn (?=đoàn)"
        r"|(?:đồng chí|đ/c) là |(?:đồng chí|đ/c) (?=(?:cb|gv|đảng|ủy|đại"
        r"|hội|đoàn|khách|bí thư|chủ tịch|(?:tỉnh|thành|thị|huyện|quận|cấp|chi) ủy)))?)"
    )
)
_BLANKS = Pattern(r"\s*")
DELEGATES = frozenset({AttendeeGroup.DELEGATE, AttendeeGroup.OFFICIAL_DELEGATE})
_SURE = DELEGATES | {
    AttendeeGroup.COUNCILLOR,
    AttendeeGroup.PARTY_MEMBER,
    AttendeeGroup.COMMITTEE_MEMBER,
    AttendeeGroup.GUEST,
}
MEMBERS = r"đảng viên|đại biểu|hội viên|đoàn viên"
"""Those of whom a meeting tells how many were summoned and how many came."""
LEAST_TURNOUT = 0.5
"""Fewer than half of those convened do not hold a meeting; the numbers count something else."""
_MEMBERS_COME = (
    rf"(?P<noun>đại biểu chính thức|{MEMBERS}|ủy viên)(?: chính thức)?(?: (?:hđnd|hội đồng nhân dân)(?: \p{{L}}+)?)?"
    r" (?:(?:được )?triệu tập|có mặt|(?:tham |về |đến )?dự)(?!\p{L})"
)
_COUNTED_BEFORE = Pattern(
    phrase(
        rf"(?<!\p{{L}})số(?: lượng)? {_MEMBERS_COME}(?: (?:về |tham |đến )?dự)?(?: (?:tại )?(?:đại hội|hội nghị)| khi khai mạc)?"
        r"(?: là|\s*:)? \d[\d./]*$"
    )
)
_BARE = Pattern(r"\s*(?:$|[,.;()])")
_ANYBODY = frozenset({"đồng chí", "đ/c", "người"})
_NAMED_BEFORE = Pattern(
    phrase(rf"(?:^|[;:,.*•+-] |(?<!\p{{L}})số(?: lượng)? ){_MEMBERS_COME}(?:[^.]|(?<=\d)\.(?=\d)){{0,120}}$")
)
"""`Tổng số đảng viên được triệu tập là 45 đồng chí, có mặt 43 đồng chí`: members are counted, not anybody."""
_COMMITTEE = r"(?:ban chấp hành|bch|ban thường vụ|btv)(?!\p{L})"
_COMMITTEE_BEHIND = Pattern(phrase(rf" (?:trong|thuộc|của|là) {_COMMITTEE}"))
_COMMITTEE_BEFORE = Pattern(phrase(rf" (?:trong|thuộc|của|là) {_COMMITTEE}[^.;,()]{{0,40}} \([^()]{{0,12}}$"))
"""`các đồng chí trong Ban Chấp hành (27/29 đồng chí có mặt)`"""
_COUNCIL_BEHIND = Pattern(phrase(r" (?:hđnd|hội đồng nhân dân|quốc hội)"))
_FIRST_OF_MANY = Pattern(phrase(r"(?:, (?!vắng|đạt|tham|có)(?:\p{L}+ ){1,5}\p{L}+){1,9}|[^.;,]{0,40} và các"))
"""`52/57 đồng chí là cấp ủy viên, trưởng phòng, giám đốc`"""
_UNION = Pattern(phrase(r"công đoàn|lđlđ|liên đoàn lao động"))


def attendees_at(folded: str, start: int) -> Attendees | None:
    """The attendees whose noun begins at `start`.

    >>> text = "31/34 đại biểu hđnd huyện"
    >>> attendees_at(text, 5).group.value, attendees_at("12 chỉ tiêu", 2)
    ('councillor', None)
    """
    text = folded.replace("\n", " ")
    for opening in (_OPENING, _BLANKS):  # 120 đồng chí là bí thư các chi bộ: no noun behind what may open one
        opened = opening.match(text, start)
        begin = start if opened is None else opened.end()
        stop = _nouns().longest(text, begin)
        if stop is not None:
            group = _group_of(text, start, Span(begin, stop))
            return Attendees(Span(begin, stop), group, group in _SURE)
        if staff := _STAFF_IN_LETTERS.match(text, begin):
            return Attendees(Span(*staff.span()), AttendeeGroup.STAFF, sure=False)
    return _named_before(text, start)


def _group_of(text: str, start: int, noun: Span) -> AttendeeGroup:
    """The group that the noun names with the words around it; their number ends at `start`."""
    plain = _nouns().plain(noun.of(text))
    group = _groups()[plain]
    if (
        group is AttendeeGroup.COMMITTEE_MEMBER
        and " là " in text[start : noun.start]
        and _FIRST_OF_MANY.match(text, noun.stop)
    ):
        return AttendeeGroup.PARTICIPANT
    named = _NAMED_BEFORE.search(text, 0, start) if plain in _ANYBODY or plain == "đại biểu" else None
    if named is not None and (plain in _ANYBODY or _named_group(named) is AttendeeGroup.OFFICIAL_DELEGATE):
        group = _named_group(named)
    elif plain in _ANYBODY and (_COMMITTEE_BEHIND.match(text, noun.stop) or _COMMITTEE_BEFORE.search(text, 0, start)):
        group = AttendeeGroup.COMMITTEE_MEMBER
    if group is AttendeeGroup.DELEGATE and _COUNCIL_BEHIND.match(text, noun.stop):
        return AttendeeGroup.COUNCILLOR
    if group is AttendeeGroup.YOUTH_MEMBER and _UNION.search(text):
        return AttendeeGroup.UNION_MEMBER
    return group


def _named_before(text: str, start: int) -> Attendees | None:
    """`Số đại biểu được triệu tập: 150; số đại biểu có mặt: 148`: their noun stands before the number."""
    named = _COUNTED_BEFORE.search(text, 0, start) if _BARE.match(text, start) else None
    if named is None:
        return None
    group = _named_group(named)
    return Attendees(Span(start, start), group, group in _SURE)


def _named_group(named: regex.Match[str]) -> AttendeeGroup:
    return _groups()[" ".join(named["noun"].split())]
