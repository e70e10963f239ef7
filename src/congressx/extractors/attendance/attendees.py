"""Who is counted: the noun behind a number, and the group it names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from congressx.extractors.attendance.record import AttendeeGroup
from congressx.patterns import Pattern
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


_OPENING = Pattern(
    phrase(
        r"\s*(?:\([^()]{1,30}\)\s*)?(?:(?:tổng số |trên tổng số )?(?:vị |đồng chí là |đồng chí (?=(?:đảng|ủy|đại"
        r"|hội|đoàn)))?)"
    )
)
_SURE = frozenset(
    {
        AttendeeGroup.DELEGATE, AttendeeGroup.OFFICIAL_DELEGATE, AttendeeGroup.COUNCILLOR, AttendeeGroup.PARTY_MEMBER,
        AttendeeGroup.COMMITTEE_MEMBER, AttendeeGroup.GUEST,
    }
)  # fmt: skip
_COUNCIL_BEHIND = Pattern(phrase(r" (?:hđnd|hội đồng nhân dân)"))
_UNION = Pattern(phrase(r"công đoàn|lđlđ|liên đoàn lao động"))


def attendees_at(folded: str, start: int) -> Attendees | None:
    """The attendees whose noun begins at `start`.

    >>> text = "31/34 đại biểu hđnd huyện"
    >>> attendees_at(text, 5).group.value, attendees_at("12 chỉ tiêu", 2)
    ('councillor', None)
    """
    text = folded.replace("\n", " ")
    opening = _OPENING.match(text, start)
    begin = start if opening is None else opening.end()
    stop = _nouns().longest(text, begin)
    if stop is None:
        return None
    group = _groups()[_nouns().plain(text[begin:stop])]
    if group is AttendeeGroup.DELEGATE and _COUNCIL_BEHIND.match(text, stop):
        group = AttendeeGroup.COUNCILLOR
    if group is AttendeeGroup.YOUTH_MEMBER and _UNION.search(text):
        group = AttendeeGroup.UNION_MEMBER
    return Attendees(Span(begin, stop), group, group in _SURE)
