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
_LIST = Pattern(
    r"\W*(?:[^.;:]{0,60},\s*)?danh sách(?:\s+(?:được công bố|công bố|cụ thể|này|trúng cử|đắc cử))?"
    r"\s+(?:còn\s+)?(?:gồm có|bao gồm|gồm|có)(?!\p{L})"
)
_NOT_YET = Pattern(r"(?<!\p{L})(?:sẽ|dự kiến|chuẩn bị|giới thiệu|đề cử)(?!\p{L})")
_BACK = 2
"""Sentences from a list back to the election it is the outcome of."""


def seat_of_list(index: int, start: int, document: Document) -> HeldTitle | None:
    """The seat of whoever is named at `start` in a list: `Hội nghị bầu Ban Thường vụ. Danh sách gồm |A|, B`."""
    listed = _LIST.match(document.sentences[index].folded)
    if listed is None or listed.end() > start:
        return None
    above = reversed(document.sentences[max(0, index - _BACK) : index])
    told = (sentence for sentence in above if sentence.section.is_prose and not _NOT_YET.search(sentence.folded))
    return next((seat for sentence in told if (seat := _seat(sentence))), None)


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
