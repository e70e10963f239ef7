"""Who runs for a seat, by a list of candidates: `Trong 42 |ứng viên| có Bí thư Huyện ủy Trần Văn Lúa, bà Lê Thị Gạo`.

What they run for, the opening of the article tells: `danh sách ứng cử |đại biểu Quốc hội| khóa XIV`.
"""

from __future__ import annotations

from dataclasses import replace

from congressx.document import Document
from congressx.extractors.officials.councillors import seat_named
from congressx.extractors.officials.gathering import Person, Said
from congressx.extractors.officials.offices import TitleStatus
from congressx.extractors.officials.readings import HeldTitle, Naming, rule_of_change
from congressx.patterns import Pattern

_AT_STAKE = tuple(
    Pattern(
        r"(?<!\p{L})(?:ứng cử(?:\s+viên)?|ứng viên|bầu cử|hiệp thương)(?!\p{L})(?:(?!\s(?:là|hiện|đang)\s)[^.;:]){0,40}?\s"
        rf"(?P<title>{words}(?P<body>quốc hội|hđnd|hội đồng nhân dân))(?!\p{{L}})"
    )
    for words in (r"đại biểu\s+", "")
)
_CANDIDATES = (
    r"(?:ứng viên|ứng cử viên|(?:người|gương mặt|nhân vật|cá nhân)\s+(?:được\s+giới\s+thiệu\s+)?(?:tự\s+)?(?:tái\s+)?ứng cử"
    r"|(?:giới thiệu|đề cử|khối[^,;:.]{1,30}?\scó)\s+\d+\s+(?:người|ứng viên|đại biểu|vị))"
)
_LIST = Pattern(rf"(?<!\p{{L}}){_CANDIDATES}(?!\p{{L}})[^.;:]{{0,90}}?(?<!\p{{L}})(?:gồm|có|là|như)(?!\p{{L}})")
_OTHERS = Pattern(
    r"(?<!\p{L})(?:rút|trúng cử|đắc cử|không|chưa|loại|theo|do|phát biểu|cho biết|cho rằng|nói|thắc mắc|đề nghị|băn khoăn)(?!\p{L})"
)
"""Words behind which a name is that of somebody else, or the candidacy is over."""


def candidacy(person: Person, document: Document) -> HeldTitle | None:
    """The seat that somebody in a list of candidates runs for."""
    named = next((said for said in person.said if _is_listed(said, document)), None)
    seats = (seat_named(words, document) for words in _AT_STAKE if named)
    seat = next(filter(None, seats), None)
    if seat is None:
        return None
    return replace(seat, status=TitleStatus.NOMINEE, rule=rule_of_change(TitleStatus.NOMINEE))


def _is_listed(said: Said, document: Document) -> bool:
    sentence = document.sentences[said.sentence]
    if said.reading.naming is not Naming.FULL or not sentence.section.is_prose:
        return False
    start = said.reading.span.start
    listed = _LIST.search(sentence.folded, 0, start)
    return listed is not None and _OTHERS.search(sentence.folded, listed.start(), start) is None
