"""What an event of long ago looks like: career history in a biography gives no elections."""

from __future__ import annotations

from functools import lru_cache

import regex

from congressx.document import Document, SectionKind
from congressx.extractors.elections.moods import signs
from congressx.span import Span
from congressx.vietnamese.spelling import phrase

_ONCE = regex.compile(rf"{signs('once')}|(?<!\p{{L}})(?:tháng|năm)\s+sau(?!\p{{L}})")
_WRONG = regex.compile(signs("wrong"))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATE = regex.compile(
    phrase(
        rf"(?P<day>\d{{1,2}})\s*[/.-]\s*(?P<month>\d{{1,2}})\s*[/.-]\s*{_YEAR}"
        rf"|ngày (?P<day>\d{{1,2}}) tháng (?P<month>\d{{1,2}}),? năm {_YEAR}"
        rf"|(?<![\d/])(?P<month>\d{{1,2}})\s*[/-]\s*{_YEAR}|tháng (?P<month>\d{{1,2}}) (?:năm )?{_YEAR}"
        rf"|năm {_YEAR}|\({_YEAR}\)"
    )
    + r"(?!\d|\s*-\s*(?:19|20)?\d\d)"
)
_NOT_WHEN = regex.compile(
    phrase(
        r"(?:nhiệm kỳ|khóa [ivxl\d]+|giai đoạn|sinh|sinh ngày|sinh năm|sinh tháng|năm học|kế hoạch|nghị quyết[^,;]{0,30}"
        r"|quyết định số[^,;]{0,40}|thành lập|đến năm|nk)\s*(?:năm |ngày )?$"
    )
)
_NOT_WHEN_EXACT = regex.compile(
    phrase(
        r"(?:sinh|sinh ngày|sinh năm|sinh tháng|sn|nghị quyết[^,;]{0,30}|quyết định số[^,;]{0,40}|thành lập|vào đảng[^,;]{0,20}"
        r"|kết nạp[^,;]{0,30}|:)\s*(?:năm |ngày |tháng )?$"
    )
)
_DAY_MONTH = regex.compile(
    phrase(
        r"(?:ngày|sáng|chiều|tối|trưa|hôm|nay|qua|\()\s*(?:nay|qua)?\s*,?\s*\(?(?:ngày )?"
        r"\d{1,2}\s*[/.-]\s*\d{1,2}(?!\s*[/.-]?\s*\d)"
    )
)


def is_charge(folded: str) -> bool:
    """Whether a sentence tells of appointments as wrongs found out later.

    >>> is_charge("ông an có khuyết điểm khi bổ nhiệm ông bình làm trưởng phòng")
    True
    """
    return bool(_WRONG.search(folded))


def is_history(folded: str, event: Span, document: Document) -> bool:
    """Whether the clause around `event` tells of an earlier time than the one the article reports."""
    start = folded.rfind(";", 0, event.start) + 1
    stop = folded.find(";", event.stop)
    clause = Span(start, len(folded) if stop < 0 else stop)
    if _ONCE.search(folded, clause.start, event.stop):
        return True
    now = _reference(document)
    return any(_is_long_before(date, now) for date in _dates(folded, clause))


def _dates(folded: str, clause: Span) -> list[regex.Match[str]]:
    """Months and years said of events, not of terms, births and documents."""
    found = []
    for match in _DATE.finditer(folded, clause.start, clause.stop):
        unfit = _NOT_WHEN_EXACT if match["month"] else _NOT_WHEN
        if not unfit.search(folded[max(0, match.start() - 50) : match.start()]):
            found.append(match)
    return found


def _is_long_before(date: regex.Match[str], now: int | None) -> bool:
    if now is None:
        return True  # the article dates its own event without a year
    year = int(date["year"])
    return year * 12 + int(date["month"]) < now - 2 if date["month"] else year < (now - 1) // 12


@lru_cache(maxsize=8)
def _reference(document: Document) -> int | None:
    """The month the article reports from, counted from year 0; None when its own event is dated without a year."""
    if document.published is not None:
        return document.published.year * 12 + document.published.month
    latest: int | None = None
    opening = [s for s in document.sentences if s.section in (SectionKind.LEAD, SectionKind.BODY)][:4]
    for sentence in opening:
        if _DAY_MONTH.search(sentence.folded):
            return None
        for date in _dates(sentence.folded, Span(0, len(sentence.folded))):
            if date["day"]:
                latest = max(latest or 0, int(date["year"]) * 12 + int(date["month"]))
    return latest
