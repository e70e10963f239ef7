"""What an article is about: whether it speaks of those whose meetings, elections and figures the tables hold.

>>> names_subject("hội nghị ban chấp hành đảng bộ xã"), names_subject("đội tuyển thắng hai trận liền")
(True, False)
"""

from __future__ import annotations

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.phrases import alternation

_SUBJECT = Pattern(rf"(?<!\p{{L}})(?:{alternation(entries('subject_words.txt', __package__))})(?!\p{{L}})")


def names_subject(folded: str) -> bool:
    """Whether folded words name a Party body, a council, a union or an association, or one of their meetings."""
    return _SUBJECT.search(folded) is not None
