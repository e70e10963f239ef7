"""Offices won before the news: held already by whoever wins another one or is proposed for it, or won on a day whose year is told.

`HĐND bầu ông Lúa, |Phó Bí thư Huyện ủy|, làm Chủ tịch. … Trước đó, ông được chỉ định làm |Phó Bí thư|` tells what he is.
"""

from __future__ import annotations

from collections.abc import Sequence

from congressx.document import Document
from congressx.extractors.officials.careers import is_past_career
from congressx.extractors.officials.offices import SEATS, TitleStatus
from congressx.extractors.officials.readings import BESIDE, HeldTitle, as_held
from congressx.extractors.officials.same_titles import is_same
from congressx.patterns import Pattern

_SAME_DAY = Pattern(r"(?<!\p{L})(?:cùng ngày|(?:sáng|trưa|chiều|tối|hôm) nay)(?!\p{L})")
_YEAR = Pattern(r"(?<!\p{L})(?:ngày|tháng|năm|đầu|giữa|cuối)\s*[\d/.\s-]{0,12}(?:199|20\d)\d(?!\s?-\s?\d|\d)")
"""`hồi tháng 5/2013`, `ngày 9/4/2016`; no term `năm 2015-2020`."""
_DAY = Pattern(r"(?<!\p{L})(?:ngày|sáng|chiều)\s+\d{1,2}\s?[/.-]\s?\d{1,2}(?!\s?[/.-]\s?\d|\d)")
_JUST = Pattern(r"(?<!\p{L})(?:vừa|mới|nay|cũng|cùng ngày|hôm qua|lần này)(?!\p{L})")
_LIFE = Pattern(
    r"(?<!\p{L})(?:từng\s+(?:giữ|làm|là|đảm|kinh qua|trải qua)|lần lượt\s+(?:giữ|làm|đảm|trải qua)|kinh qua|sinh\s+(?:ngày|năm))(?!\p{L})"
)
"""A sentence with it tells of a life."""
_IS_TOLD_OF = Pattern(
    r"(?<!(?:bầu|bổ sung|cử|định|nhiệm|công|động|giới thiệu)\s)(?<!\p{L})(?:ông|bà|anh|chị|đồng chí)(?:\s\p{L}+){0,4}?\s"
    r"(?:được|trúng|đắc|tái|trở thành|tiếp tục|đã|giữ|làm|về)(?!\p{L})"
)
"""`|ông được| bầu làm Giám đốc`: no `HĐND đã bầu ông làm Giám đốc`, which is what a session does."""
_PAPER = Pattern(r"(?<!\p{L})(?:quyết định|nghị quyết|tờ trình)\s+(?:số\s|ngày\s)")


def without_earlier_wins(titles: Sequence[HeldTitle], document: Document) -> list[HeldTitle]:
    """The titles of one person; what was won before the news is held, or a line of a career."""
    kept = [title for title in titles if not (title.is_won and _is_of_another_year(title, titles, document))]
    return [as_held(title) if title.is_won and _was_held(title, kept, document) else title for title in kept]


def _is_of_another_year(title: HeldTitle, titles: Sequence[HeldTitle], document: Document) -> bool:
    """`Ngày 9/4/2016, ông được bầu làm |Phó Bí thư|` behind `Sáng 5/6, bầu ông Lúa làm |Chủ tịch|`, or behind a line of his career."""
    first = min((other for other in titles if other.is_won), key=lambda other: other.sentence)
    if first.sentence >= title.sentence or is_same(first, title) or _is_dated(first, document):
        return False
    return _is_dated(title, document) or _is_behind_career(title, document)


def _is_behind_career(title: HeldTitle, document: Document) -> bool:
    """`Tháng 4/2013, ông làm Giám đốc. Tại kỳ họp thứ 8, ông được bầu làm |Phó Chủ tịch|`."""
    before, own = document.sentences[title.sentence - 1], document.sentences[title.sentence]
    if title.rule == BESIDE or not before.section.is_prose or _JUST.search(own.folded, 0, title.span.start):
        return False
    if not _IS_TOLD_OF.search(own.folded, 0, title.span.start):
        return False
    return is_past_career(before.folded) or _LIFE.search(before.folded) is not None


def _is_dated(title: HeldTitle, document: Document) -> bool:
    """Whether the words in front of a title say of which year it is."""
    text = document.sentences[title.sentence].folded
    year = _YEAR.search(text, 0, title.span.start)
    if year is None or _PAPER.search(text, 0, year.end()):
        return False
    return _DAY.search(text, year.end(), title.span.start) is None


def _was_held(title: HeldTitle, titles: Sequence[HeldTitle], document: Document) -> bool:
    """Whether the title stands beside the person where another office is given, before anything tells that it was won itself."""
    if title.again or _SAME_DAY.search(document.sentences[title.sentence].folded):
        return False
    first = min(other.sentence for other in titles if other.is_won and is_same(other, title))
    return any(
        held.rule == BESIDE
        and held.status is TitleStatus.CURRENT
        and held.sentence < first
        and is_same(held, title)
        and any(_is_another(other, title) and other.sentence == held.sentence for other in titles)
        for held in titles
    )


def _is_another(other: HeldTitle, title: HeldTitle) -> bool:
    """A seat in a committee comes before its offices, and is no other office."""
    given = other.is_won or other.status is TitleStatus.NOMINEE
    return given and other.office not in SEATS and not is_same(other, title)
