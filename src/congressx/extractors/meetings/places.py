"""Where a meeting is held, as written behind `tại`."""

from __future__ import annotations

from congressx.document import Sentence
from congressx.extractors.meetings.naming import MeetingName
from congressx.extractors.meetings.timing import Timing
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase

_WHERE = r"(?P<place>[^,;()\"]{3,80}"
_BEHIND = Pattern(phrase(rf"[\s,(]*(?:đã |được |sẽ |chính thức )*(?:khai mạc|diễn ra|tổ chức|họp)?\s*tại {_WHERE})"))
_AFTER_DATE = Pattern(
    phrase(
        rf"[\s,)]*tại {_WHERE}?)\s*(?:,|(?:đã |sẽ )?diễn ra|(?:đã )?tổ chức|(?:đã )?khai mạc|(?<!phòng )(?:đã )?họp|$)"
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
        pattern = _AFTER_DATE if timing.date.span.stop <= name.span.start else _BEHIND
        found = pattern.match(sentence.folded, timing.date.span.stop)
    if found is None or _NO_PLACE.match(found["place"]):
        return None
    span = Span(*found.span("place"))
    if (end := _END.search(sentence.folded, span.start, span.stop)) is not None:
        span = Span(span.start, end.start())
    return " ".join(span.of(sentence.text).split()).rstrip(".") or None
