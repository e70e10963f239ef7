"""Who stayed away where nobody counts who came: `(một đại biểu vắng mặt)`, `vắng 2 đại biểu`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congressx.document import Document, Sentence
from congressx.engine import Draft, Mention
from congressx.extractors.attendance.attendees import attendees_at
from congressx.extractors.attendance.record import AttendanceStatus
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.numerals import SPELLED, read_number
from congressx.vietnamese.spelling import phrase

ABSENCE = "attendance.absent"
_NUMBER = rf"(?P<absent>\d{{1,3}}|{SPELLED})"
_WHO = r"(?P<who>(?:đại biểu|ủy viên|đảng viên)(?: (?:hđnd|hội đồng nhân dân|chính thức))?(?: (?:tỉnh|huyện|thành phố|quận|xã))?)"
_ABSENT = Pattern(
    phrase(
        rf"(?<!\p{{L}})vắng(?: mặt)?\s*:? {_NUMBER} {_WHO}(?!\p{{L}})"
        rf"|(?<![\d.,/\p{{L}}]){_NUMBER} {_WHO}(?: (?:xin(?: phép)?|đã|bị)){{0,2}} vắng(?: mặt)?(?!\p{{L}})"
    )
)


def absences(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`(một đại biểu vắng mặt)`"""
    for found in _ABSENT.finditer(sentence.folded):
        who, absent = attendees_at(sentence.folded, found.start("who")), read_number(found["absent"])
        if who is not None and isinstance(absent, int):
            value = {"absent": absent, "group": who.group, "status": AttendanceStatus.ACTUAL}
            yield Draft(value, Span(*found.span("absent")), Span(*found.span()))


_REACH = 1
"""Sentences: `Dự kỳ họp có 50 đại biểu. Hai đại biểu vắng mặt.`"""


def joined_to_those_who_came(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions in text order; who stayed away stands with those who came, of whom the sentence or the one before tells."""
    stayed_away = [m for m in mentions if m.rule == ABSENCE]
    came = [m for m in mentions if m.rule != ABSENCE]
    for mention in mentions:
        absent = next((m.value["absent"] for m in stayed_away if _belongs(m, mention)), None)
        if mention.rule == ABSENCE:
            yield from () if any(_belongs(mention, other) for other in came) else (mention,)
        elif absent is None or mention.value.get("absent") is not None:
            yield mention
        else:
            yield mention.having(absent=absent)


def _belongs(absence: Mention, other: Mention) -> bool:
    """Whether the other one counts who came where, or right before, one counts who did not."""
    counted = other.value.get("present") is not None or other.value.get("summoned") is not None
    return counted and 0 <= absence.sentence - other.sentence <= _REACH
