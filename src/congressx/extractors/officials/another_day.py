"""What is told of another day than the meeting's: `Trước đó, ngày 2/6, ông Lúa cho biết …` in an article on the congress of 5/6."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from congressx.document import Document
from congressx.engine import Mention
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateForm, find_dates

Day = tuple[int, int]
"""Month and day."""

_OPENS_WITH_A_DAY = Pattern(
    r"\W*(?:(?:trước đó|mới đây|sau đó|trong khi đó)\s*,?\s*)?(?:vào\s+)?(?:sáng|chiều|tối|trưa|ngày|hôm|đầu giờ)(?!\p{L})"
)
_STATED_DAY = Pattern(r"-(\d\d)-(\d\d)$")
_LONGEST_OPENING = 50


def meeting_days(meetings: Iterable[Mention]) -> frozenset[Day]:
    """Every day of every meeting of the article; none where it does not name the day of the main one."""
    told = list(meetings)
    if not any(_days(meeting) for meeting in told if meeting.value.get("role") == "main"):
        return frozenset()
    return frozenset(day for meeting in told for day in _days(meeting))


def _days(meeting: Mention) -> set[Day]:
    first, last = meeting.value.get("starts_on"), meeting.value.get("ends_on")
    days: set[Day] = set()
    if isinstance(first, datetime.date):
        stop = last if isinstance(last, datetime.date) else first
        days = {_day(first + datetime.timedelta(n)) for n in range((stop - first).days + 1)}
    if match := _STATED_DAY.search(str(meeting.value.get("stated") or "")):
        days.add((int(match[1]), int(match[2])))
    return days


_OTHER_TIME = Pattern(
    r"\W*(?:(?:đúng\s+)?(?:một|hai|ba|bốn|năm|\d+|vài|nhiều)\s+(?:năm|tháng|tuần)\s+trước|cách đây|trước đây|dưới thời"
    r"|hồi (?:đầu\s+|giữa\s+|cuối\s+)?(?:năm|tháng)"
    r"|(?:vào\s+)?năm\s+(?:19|20)\d\d)(?!\p{L})"
)
_OTHER_MEETING = Pattern(
    r"\W*(?:trước đó\s*,?\s*)?(?:tại|trong|ở)\s(?:[^,;:.\"()]|\.(?=\d)){5,110}?[\s(]"
    r"(?:(?:cuối|đầu|giữa|hồi|vào)\s+(?:năm|tháng)\s*[\d/.-]*(?:19|20)\d\d|hồi\s+(?:đầu\s+|cuối\s+|giữa\s+)?(?:tháng|năm)\s*\d*|tháng\s*\d{1,2}\s*(?:[/-]|năm)\s*(?:19|20)\d\d)"
    r"\s*\)?\s*,"
)
"""`Tại cuộc họp của Chính phủ cuối năm 2015, |ông A đề xuất`: another meeting than the article's."""
_FRAME = Pattern(r"\W*(?:trước đó|mới đây|hồi)\s*,?\s*[^;:.\"]{0,110}?,\s")


_CLOSED_QUOTE = Pattern(r"\"\s*[,-]?\s*[^\".,;]{3,60}$")
"""`…", |ông Lúa nói|.`: a sentence that goes on with what somebody said."""


def told_elsewhere(sentences: Iterable[int], document: Document, days: frozenset[Day]) -> frozenset[int]:
    """Which of the sentences tell what was said or done at no meeting of the article.

    `Trước đó, ngày 2/6, ông Lúa cho biết`, and the quotes after it.
    """
    found: set[int] = set()
    for sentence in sorted(sentences):
        folded = document.sentences[sentence].folded
        before = sentence - 1 in found or (sentence - 2 in found and _opens_quote(document, sentence - 1))
        if is_of_another_time(folded) or is_of_another_day(folded, days) or (before and _ends_quote(folded)):
            found.add(sentence)
    return frozenset(found)


def _ends_quote(folded: str) -> bool:
    return _CLOSED_QUOTE.search(folded.rstrip(" .")) is not None


def _opens_quote(document: Document, sentence: int) -> bool:
    folded = document.sentences[sentence].folded.lstrip()
    return folded.startswith('"') and folded.count('"') == 1


def is_of_another_time(folded: str) -> bool:
    """Whether a sentence opens with a time that no report of today's meeting has: `Đúng một năm trước, …`, `Trước đây, …`.

    >>> is_of_another_time("trước đây, ông lúa đề nghị"), is_of_another_time("trước đó, ông lúa khai mạc hội nghị")
    (True, False)
    """
    return _OTHER_TIME.match(folded) is not None or _OTHER_MEETING.match(folded) is not None


def is_of_another_day(folded: str, days: frozenset[Day]) -> bool:
    """Whether a sentence opens with a day on which no meeting was.

    >>> is_of_another_day("ngày 2/6, ông lúa cho biết", frozenset({(6, 5)}))
    True
    >>> is_of_another_day("sáng 5/6, ông lúa cho biết", frozenset({(6, 5)}))
    False
    """
    frame = _FRAME.match(folded)  # Trước đó, tại cuộc gặp mặt ở huyện hôm 2/6, …
    if not days or not (frame or _OPENS_WITH_A_DAY.match(folded)):
        return False
    opening = max(frame.end() if frame else 0, _LONGEST_OPENING)
    found = [date for date in find_dates(folded[:opening]) if date.form is DateForm.DAY]
    if not found or found[0].start.month is None or found[0].start.day is None:
        return False
    return (found[0].start.month, found[0].start.day) not in days


def _day(date: datetime.date) -> Day:
    return date.month, date.day
