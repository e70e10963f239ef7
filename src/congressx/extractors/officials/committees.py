"""Articles on who was elected to a committee: `Đại hội bầu 45 người vào |Ban Chấp hành|. Trong những người trúng cử có A (97%), B`."""

from __future__ import annotations

from congressx.document import Document, Sentence
from congressx.extractors.officials.bodies import find_committee
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.readings import HeldTitle, held_seat
from congressx.patterns import Pattern

_OPENING = 4
"""Sentences of the prose that tell what an article is about."""
_ELECTION = Pattern(rf"(?<!\p{{L}})(?:bầu|trúng cử|đắc cử)(?!\p{{L}})[^.;]{{0,60}}?{any_of('committee')}")
_ROLL = Pattern(
    r"(?<!\p{L})(?:\d+|những|các)\s+(?:nhân sự|người|đồng chí|ủy viên|ứng viên|gương mặt|cán bộ)[^.;]{0,30}?\s(?:trúng cử|đắc cử)"
    r"(?!\s+(?:vào|đại biểu|chức|làm|giữ|bí thư|chủ tịch|phó|ủy viên))(?!\p{L})"
)


def is_roll(folded: str) -> bool:
    """Whether a sentence tells some of those who were elected, but not to what.

    >>> is_roll("151 nhân sự trúng cử, trong đó có ông lúa"), is_roll("30 người trúng cử đại biểu quốc hội")
    (True, False)
    """
    return _ROLL.search(folded) is not None


def committee_at_stake(document: Document) -> HeldTitle | None:
    """The seat in the committee that an article opens with; None where it speaks of two."""
    found = [(sentence, seat) for sentence in document.prose[:_OPENING] if (seat := _seat(sentence))]
    if not found or len({seat.office for _, seat in found}) > 1:
        return None
    return next((seat for _, seat in found if seat.org), found[0][1])


def _seat(sentence: Sentence) -> HeldTitle | None:
    election = _ELECTION.search(sentence.folded)
    seat = find_committee(sentence, heading=True, stop=election.end()) if election else None
    return held_seat(sentence, seat) if seat else None
