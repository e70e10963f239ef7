"""Where a meeting is held, as written behind `tại`."""

from __future__ import annotations

import regex

from congressx.document import Sentence
from congressx.extractors.meetings.naming import MeetingName
from congressx.extractors.meetings.timing import Timing
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.dates import DateMention
from congressx.vietnamese.spelling import phrase

_WHERE = r"(?P<place>[^,;()\"]{3,80}"
_SOLEMNLY = r"(?:long trọng|trọng thể|trang trọng|chính thức)"
_VERB = rf"(?:(?:đã|đang|vừa|được|sẽ|{_SOLEMNLY}) )*(?:khai mạc|bế mạc|diễn ra|tổ chức|họp)"
_ASIDE = r"(?:\s?\([^()]{1,60}\))?"
"""`sáng 1/2 (mùng 4 Tết), tại Nhà truyền thống`."""
_BEHIND = Pattern(phrase(rf"{_ASIDE}[\s,(]*(?:{_VERB}(?: {_SOLEMNLY})?)?\s*tại {_WHERE})"))
_AFTER_DATE = Pattern(
    phrase(
        rf"{_ASIDE}(?:,? (?:đúng |lúc )?\d{{1,2}} ?(?:giờ|h|g)(?: ?\d\d)?(?: phút)?)?[\s,)]*tại {_WHERE}?){_ASIDE}"
        rf"\s*(?:,|(?<!phòng ){_VERB}|$)"
    )
)
_END = Pattern(
    phrase(
        r"(?<! (?:tp|tx|q|p|h))\. | (?:vào|trong|từ|ngày|sáng|chiều|tối|với|đã|sẽ|diễn ra|khai mạc|do|bầu|có|nhằm|để|cho biết|ông|bà"
        r"|đồng chí|lần thứ|về|rằng|gồm|còn|(?:và )?dự kiến"
        r"|khóa|nhiệm kỳ|chào mừng|trước|sau|được|là|và các|dưới sự|long trọng|trọng thể)(?!\w)|\.$"
    )
)
_NO_PLACE = Pattern(
    phrase(
        r"(?:đại hội|hội nghị|phiên|kỳ|buổi|lễ|điều|đây|đó|cuộc|chương trình|diễn đàn|báo cáo|văn bản|nghị quyết"
        r"|ngày|sao|tổ(?! dân phố)"
        r"|các|nơi"
        r"|thời điểm|khoản|đảng bộ|chi bộ|quyết định|kế hoạch)(?!\w)"
    )
)


def place_of(name: MeetingName, timing: Timing, sentence: Sentence) -> str | None:
    """The venue or locality behind the name, or between the date and the holder (`Ngày 5/6, tại Hội trường …, …`)."""
    found = _BEHIND.match(sentence.folded, name.span.stop)
    if found is None and timing.date is not None:
        if timing.date.span.stop <= name.span.start:
            return place_behind(timing.date, sentence)
        found = _BEHIND.match(sentence.folded, timing.date.span.stop)
    return None if found is None else _place(found, sentence)


def place_behind(date: DateMention, sentence: Sentence) -> str | None:
    """The place right behind a day that opens what is told: `Ngày 5/6, tại Hội trường …, Hội Nông dân …`."""
    found = _AFTER_DATE.match(sentence.folded, date.span.stop)
    return None if found is None else _place(found, sentence)


def _place(found: regex.Match[str], sentence: Sentence) -> str | None:
    if _NO_PLACE.match(found["place"]):
        return None
    span = Span(*found.span("place"))
    if (end := _END.search(sentence.folded, span.start, span.stop)) is not None:
        span = Span(span.start, end.start())
    return " ".join(span.of(sentence.text).split()).rstrip(".") or None
