"""Offices of the past in a sentence that does not say so: `Ngày 2/3/2010, ông Lúa được bầu làm |Phó Bí thư|` in an article of 2016.

Likewise those of every term of a life: `Ông là |Ủy viên Trung ương Đảng| các khóa IX, X, XI`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congressx.document import Document
from congressx.extractors.officials.gathering import Said
from congressx.extractors.officials.offices import Office, TitleStatus
from congressx.extractors.officials.readings import HeldTitle
from congressx.extractors.officials.record import MeetingPart
from congressx.patterns import Pattern

_FEWEST_YEARS = 2
"""Years between an office and the article that make it one of the past."""
_TOLD = Pattern(r"(?<!\d)\d{1,2}\s?[/.-]\s?(?P<year>20\d\d)(?!\s?-\s?\d|\d)")
"""Of a day or a month; `phấn đấu năm 2030` tells nothing of when the article was written."""
_WHEN_WON = Pattern(r"(?<![\d-])(?<!-\s)(?P<year>(?:199|20\d)\d)(?!\s?-\s?\d|\d)")
_BIRTH = Pattern(r"(?<!\p{L})(?:sn|sinh)(?!\p{L})")
_IN_FRONT = 120
"""Characters before an office in which its year may stand."""
_BEHIND = Pattern(
    r"\s*(?:\(\s*|(?:từ|vào|hồi|trong)\s+)?(?:(?:tháng|năm)\s+|\d{1,2}\s?[/.-]\s?)*(?P<year>(?:199|20\d)\d)(?!\s?-\s?\d|\d)"
)
_TERM = r"(?:[ivx]+|\d{1,2})(?!\p{L})"
_OF_MANY_TERMS = Pattern(
    rf"\s*(?:đảng\s+)?(?:các\s+khóa\s+{_TERM}\s*(?:,|-|và)|khóa\s+{_TERM}\s*,\s*{_TERM}\s*(?:,|và)\s*{_TERM})"
)


def latest_year(document: Document) -> int | None:
    """The year of the article: of its page, or the last one that its prose names."""
    if document.published:
        return document.published.year
    told = (
        match for sentence in document.prose if "20" in sentence.folded for match in _TOLD.finditer(sentence.folded)
    )
    return max((int(match["year"]) for match in told), default=None)


def without_long_past(said: Said, document: Document, year: int | None) -> Said:
    """The reading without what was won long before the `year` of the article, and what the person was term after term."""
    reading = said.reading
    gone = [
        title
        for title in reading.titles
        if _is_of_terms(title, reading.titles, document) or (year is not None and _is_long_past(title, document, year))
    ]
    if not gone:
        return said
    titles = tuple(title for title in reading.titles if title not in gone)
    kept = replace(said, reading=replace(reading, titles=titles))
    won_no_more = any(title.is_won for title in gone) and not any(title.is_won for title in titles)
    return kept.without_parts({MeetingPart.ELECTED}) if won_no_more else kept


def _is_of_terms(title: HeldTitle, all_titles: Sequence[HeldTitle], document: Document) -> bool:
    """`Ủy viên Trung ương các khóa IX, X, XI`; `|Ủy viên dự khuyết| khóa X, Ủy viên Trung ương khóa XI`."""
    text = document.sentences[title.sentence].folded
    if title.status is not TitleStatus.CURRENT or "khóa" not in text:
        return False
    if title.office is Office.CENTRAL_COMMITTEE_ALTERNATE:
        return any(other.office is Office.CENTRAL_COMMITTEE_MEMBER for other in all_titles)
    return _OF_MANY_TERMS.match(text, title.span.stop) is not None


def _is_long_past(title: HeldTitle, document: Document, year: int) -> bool:
    text = document.sentences[title.sentence].folded
    if not title.is_won or not ("20" in text or "199" in text):
        return False
    start = max(0, title.span.start - _IN_FRONT)
    if _BIRTH.search(text, start, title.span.start):
        return False
    years = [int(match["year"]) for match in _WHEN_WON.finditer(text, start, title.span.start)]
    if behind := _BEHIND.match(text, title.span.stop):
        years.append(int(behind["year"]))
    return bool(years) and max(years) <= year - _FEWEST_YEARS
