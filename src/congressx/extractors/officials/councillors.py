"""Articles on what councillors and deputies of the National Assembly say: there `đại biểu Trần Văn Lúa` is an office."""

from __future__ import annotations

from congressx.document import Document, SectionKind
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold

_OPENING = 6
"""Sentences of the prose that tell what an article is about."""
_ASSEMBLY = r"(?:quốc hội|qh|hđnd|hội đồng nhân dân|ủy ban thường vụ quốc hội|ubtvqh|nghị trường|hội trường quốc hội)"
_COUNCILLORS = Pattern(
    rf"(?<!\p{{L}})(?:(?:đại biểu|đb|nữ đại biểu)\s+(?:quốc hội|qh|hđnd|hội đồng nhân dân)|đbqh|kỳ họp"
    rf"|{_ASSEMBLY}\s+(?:đã\s+|tiếp tục\s+)?(?:thảo luận|họp|nghe|xem xét|chất vấn)"
    r"|dự (?:án |thảo )?luật)(?!\p{L})"
)
_SITTING = Pattern(
    rf"(?<!\p{{L}}){_ASSEMBLY}\s+(?:đã\s+|tiếp tục\s+|bắt đầu\s+|sẽ\s+)*(?:thảo luận|họp|nghe|chất vấn|dành)(?!\p{{L}})"
    r"|(?<!\p{L})thảo luận\s+(?:ở|tại|trong)\s+(?:các\s+)?(?:tổ|hội trường|đoàn|phiên)(?!\p{L})"
)
_OTHER_DELEGATES = Pattern(r"(?<!\p{L})(?:đại hội|đại biểu (?:toàn quốc|dự|tham dự|chính thức))(?!\p{L})")
"""A congress has delegates of another kind."""


def is_of_councillors(document: Document) -> bool:
    """Whether the opening of the article speaks of deputies or councillors, and of no congress."""
    opening = _opening(document)
    return any(map(_COUNCILLORS.search, opening)) and not any(map(_OTHER_DELEGATES.search, opening))


def is_sitting(document: Document) -> bool:
    """Whether the opening tells of a sitting: `Chiều 10/11, Quốc hội thảo luận ở tổ`."""
    return any(map(_SITTING.search, _opening(document)))


def _opening(document: Document) -> list[str]:
    prose = [s.folded for s in document.sentences if s.section in (SectionKind.LEAD, SectionKind.BODY)][:_OPENING]
    return [fold(document.title), *prose]
