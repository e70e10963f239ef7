"""Offices that are told in passing: whoever `vừa được bầu`, further down in an article on something else, got theirs elsewhere.

`… HĐND bãi nhiệm ông A. … Giám đốc Sở Y tế B (vừa được bổ nhiệm) …`: B holds the office, and wins nothing in this article.
Nor does whoever got it before the news: `Trước đó, Ban Bí thư đã điều động ông C làm Thứ trưởng`.
"""

from __future__ import annotations

from congressx.document import Document
from congressx.extractors.officials.gathering import Person, Said
from congressx.extractors.officials.readings import as_held
from congressx.extractors.officials.record import MeetingPart
from congressx.patterns import Pattern
from congressx.vietnamese.office_changes import is_before_the_news

_OPENING = 3
"""Sentences, the headline among them, that tell what is new in an article."""
_JUST = Pattern(
    r"(?:(?!(?<!\p{L})(?:được|bầu|làm|giữ|đã|là|sẽ|thay)(?!\p{L}))[^;:.]){0,160}?(?<!\p{L})(?:vừa|mới)\s+"
    r"(?:(?:lần lượt|chính thức)\s+)?(?:được|nhận|trúng cử|đắc cử|tái cử)(?!\p{L})"
)
"""Behind the name: `ông A| (trái) và ông B mới được| bầu`, `bà C|, Phó Bí thư, vừa nhận| nhiệm vụ`."""


def settle(person: Person, document: Document, *, elected: bool) -> None:
    """Makes what somebody won an office that is held, where all that tells of it does so in passing.

    Whoever the article's elections have `elected` won it, also before the rest of the news.
    """
    won = [said for said in person.said if MeetingPart.ELECTED in said.reading.parts]
    if not won or not all(
        _is_in_passing(said, document) or (not elected and _is_earlier(said, document)) for said in won
    ):
        return
    person.drop(MeetingPart.ELECTED)
    person.titles = [as_held(title) if title.is_won else title for title in person.titles]


def _is_in_passing(said: Said, document: Document) -> bool:
    folded = document.sentences[said.sentence].folded
    return said.sentence > _OPENING and _JUST.match(folded, said.reading.span.stop) is not None


def _is_earlier(said: Said, document: Document) -> bool:
    return is_before_the_news(document.sentences[said.sentence].folded)
