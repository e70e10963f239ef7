"""What an article is about: whether it speaks of those whose meetings, elections and figures the tables hold.

>>> names_subject("hội nghị ban chấp hành đảng bộ xã"), names_subject("đội tuyển thắng hai trận liền")
(True, False)
>>> names_subject("đại hội chi hội khuyến học"), names_subject("đại hội thể thao châu á")
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.phrases import alternation

SHORT = 400
"""Code points; a text of fewer does not say what its article is about."""
_OPENING, _AGAIN = 5, 3
"""Sentences that open an article, its title among them; so many that name the subject where none of those does."""
_FOREIGN_PARTIES = "dân chủ|cộng hòa|bảo thủ"
_WORDS = Pattern(rf"(?<!\p{{L}})(?:{alternation(entries('subject_words.txt', __package__))})(?!\p{{L}})")
_CONGRESS = Pattern(
    r"(?<!\p{L})đại hội(?!\p{L}|\s+(?:đồng|cổ đông|thể thao|thể dục|tdtt|điền kinh|võ|olympic|dân tộc|anh tài|thưởng|thế giới"
    rf"|đảng (?:{_FOREIGN_PARTIES}))(?!\p{{L}}))"
)
"""`đại hội cổ đông`, `Đại hội đồng Liên Hợp Quốc`: not those."""
_TERM = Pattern(
    r"(?<!\p{L})(?<!(?:tổng thống|thủ tướng|thống đốc|đại sứ)[^.,;]{0,30})nhiệm kỳ"
    r"(?=\s+(?:(?:19|20)\d\d|này|qua|vừa qua|mới|tới|trước|sau|khóa|quốc hội|(?:lần )?thứ|[ivx]+(?!\p{L})))"
    r"(?![^.,;]{0,25}(?:tổng thống|thống đốc))"
)
"""`nhiệm kỳ 2020-2025`; not `nhiệm kỳ đầu tiên của ông`, `nhiệm kỳ thứ hai của Tổng thống`."""
_MEMBER = Pattern(rf"(?<!\p{{L}})đảng viên(?!\p{{L}}|\s+(?:đảng\s+)?(?:{_FOREIGN_PARTIES})(?!\p{{L}}))")
"""Not `đảng viên Dân chủ`."""


def names_subject(folded: str) -> bool:
    """Whether folded words name a Party body, a council, a union or an association, or one of their meetings."""
    return any(pattern.search(folded) for pattern in (_WORDS, _CONGRESS, _TERM, _MEMBER))


def keeps_to_subject(sentences: Iterable[str]) -> bool:
    """Whether the folded sentences of an article name the subject at its opening, or again and again."""
    told = (index for index, folded in enumerate(sentences) if names_subject(folded))
    return any(index < _OPENING or count >= _AGAIN for count, index in enumerate(told, 1))
