"""Articles on a press conference: who is quoted there speaks at the meeting that the article tells of, and to journalists all the same.

`Tại buổi họp báo chiều 5/6 về kỳ họp thứ 9 HĐND tỉnh, ông Lúa cho biết …`; not `Trước đó, tại buổi họp báo, …`, which is another day's.
"""

from __future__ import annotations

from congressx.document import Document, SectionKind
from congressx.patterns import Pattern

_OPENING = 5
"""Sentences of the prose that tell what an article is about."""
_CONFERENCE = "họp báo"
_NOT_HERE = Pattern(r"(?<!\p{L})(?:trước đó|sau đó|sẽ|dự kiến|từng|đề nghị|yêu cầu)(?!\p{L})")

_ASKED_ALONE = Pattern(r"(?<!\p{L})(?:phỏng vấn|trước đó|hôm trước|trong một lần|trong lần)(?!\p{L})")
_MANY = Pattern(r"(?<!\p{L})(?:họp báo|báo chí|báo giới|nhà báo|phóng viên|câu hỏi)(?!\p{L})")


def is_at_conference(folded: str) -> bool:
    """Whether what a sentence has told to journalists was told to all of them: `trả lời báo chí`, not `trả lời báo Sông Lam`.

    >>> is_at_conference("trả lời câu hỏi của báo giới, ông lúa cho biết"), is_at_conference("trao đổi với vnexpress, ông lúa nói")
    (True, False)
    """
    return _MANY.search(folded) is not None and not _ASKED_ALONE.search(folded)


def is_of_conference(document: Document) -> bool:
    """Whether the opening of the article tells of a press conference that was held."""
    prose = (s.folded for s in document.sentences if s.section in (SectionKind.LEAD, SectionKind.BODY))
    opening = (sentence for _, sentence in zip(range(_OPENING), prose, strict=False))
    return any(
        _CONFERENCE in sentence and not _NOT_HERE.search(sentence, 0, sentence.index(_CONFERENCE))
        for sentence in opening
    )
