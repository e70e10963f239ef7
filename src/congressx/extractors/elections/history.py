"""What an event of long ago looks like: career history in a biography gives no elections."""

from __future__ import annotations

from functools import lru_cache

import regex

from congressx.document import Document, SectionKind
from congressx.span import Span
from congressx.vietnamese.spelling import phrase

_ONCE = regex.compile(
    phrase(
        r"(?<!\p{L})(?:từng|lần lượt|kinh qua|trải qua|quá trình công tác|trước khi|khi còn|lúc còn|khi đang|vốn là|nguyên là|nhiệm kỳ trước"
        r"|người trước đó|trước đây|năm ngoái|năm trước|bắt đầu sự nghiệp|khi đó|thời điểm đó|lúc đó|lúc bấy giờ|sau đó ông|sau đó bà|rồi|(?:\w+ )?(?:tháng|năm) sau)(?!\p{L})"
    )
)
_DATE = regex.compile(
    phrase(
        r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>(?:19|20)\d\d)"
        r"|ngày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2}),? năm (?P<year>(?:19|20)\d\d)"
        r"|(?:tháng )?(?<![\d/])(?P<month>\d{1,2})\s*[/-]\s*(?P<year>(?:19|20)\d\d)|tháng (?P<month>\d{1,2}) (?:năm )?(?P<year>(?:19|20)\d\d)"
        r"|năm (?P<year>(?:19|20)\d\d)(?!\s*-)|\((?P<year>(?:19|20)\d\d)\)"
    )
    + r"(?!\d)"
)
_NOT_WHEN = regex.compile(
    phrase(r"(?:nhiệm kỳ|khóa [ivxl\d]+|giai đoạn|sinh|sinh ngày|sinh năm|sinh tháng|năm học|kế hoạch|nghị quyết[^,;]{0,30}|quyết định số[^,;]{0,40}|thành lập|đến năm|nk)\s*(?:năm |ngày )?$")
)
_NOT_WHEN_EXACT = regex.compile(
    phrase(r"(?:sinh|sinh ngày|sinh năm|sinh tháng|nghị quyết[^,;]{0,30}|quyết định số[^,;]{0,40}|thành lập)\s*(?:năm |ngày |tháng )?$")
)
_DAY_MONTH = regex.compile(
    phrase(r"(?:ngày|sáng|chiều|tối|trưa|hôm|nay|qua|\()\s*(?:nay|qua)?\s*,?\s*\(?(?:ngày )?\d{1,2}\s*[/.-]\s*\d{1,2}(?!\s*[/.-]?\s*\d)")
)


_WRONGED = regex.compile(
    phrase(r"(?<!\p{L})(?:vi phạm|khuyết điểm|sai phạm|vụ lợi|gương mẫu|trái quy định|không đúng quy (?:định|trình)|chưa đủ (?:điều kiện|tiêu chuẩn)|thần tốc|nâng đỡ)(?!\p{L})")
)


def is_charge(folded: str) -> bool:
    """Whether a sentence tells of appointments as wrongs found out later.

    >>> is_charge("ông an có khuyết điểm khi bổ nhiệm ông bình làm trưởng phòng")
    True
    """
    return bool(_WRONGED.search(folded))


def is_history(folded: str, event: Span, document: Document) -> bool:
    """Whether the clause around `event` tells of an earlier time than the one the article reports."""
    clause = _clause(folded, event)
    before = folded[clause.start : event.stop]
    if _ONCE.search(before):
        return True
    now = _reference(document)
    return any(_long_before(match, now) for match in _dates(folded, clause))


def _clause(folded: str, event: Span) -> Span:
    start = folded.rfind(";", 0, event.start) + 1
    stop = folded.find(";", event.stop)
    return Span(start, len(folded) if stop < 0 else stop)


def _dates(folded: str, clause: Span) -> list[regex.Match[str]]:
    found = []
    for match in _DATE.finditer(folded, clause.start, clause.stop):
        before = folded[max(0, match.start() - 50) : match.start()]
        unfit = _NOT_WHEN_EXACT if match["month"] else _NOT_WHEN
        if not unfit.search(before) and not regex.match(r"\s*-\s*(?:19|20)?\d\d", folded[match.end() :]):
            found.append(match)
    return found


def _month_number(match: regex.Match[str]) -> tuple[int, bool]:
    month = match["month"]
    return int(match["year"]) * 12 + (int(month) if month else 12), month is not None


def _long_before(match: regex.Match[str], now: int | None) -> bool:
    if now is None:
        return True  # the article dates its own event without a year
    month, exact = _month_number(match)
    return month < now - 2 if exact else int(match["year"]) < (now - 1) // 12


@lru_cache(maxsize=8)
def _reference(document: Document) -> int | None:
    """The month the article reports from; None when its own event is dated without a year."""
    if document.published is not None:
        return document.published.year * 12 + document.published.month
    latest: int | None = None
    early = 0
    for sentence in document.sentences:
        if sentence.section in (SectionKind.LEAD, SectionKind.BODY) and early < 4:
            early += 1
            if _DAY_MONTH.search(sentence.folded):
                return None
        for match in _dates(sentence.folded, Span(0, len(sentence.folded))):
            month, exact = _month_number(match)
            if exact and match["day"] and early <= 4:
                latest = max(latest or 0, month)
    return latest
