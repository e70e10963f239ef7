"""Where a sentence names a meeting, and the date, host, place and verb beside the name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from congressx.document import Document, Sentence
from congressx.engine import Draft, Finder
from congressx.extractors.meetings.naming import MeetingName, find_meeting_names
from congressx.span import Span
from congressx.vietnamese.dates import TRAPS, DateForm, DateMention, find_dates
from congressx.vietnamese.organisations import read_organisation
from congressx.vietnamese.spelling import phrase

_HOLDS = phrase(r"(?:tổ chức|khai mạc|bế mạc|tiến hành|mở|đăng cai|họp)")
_HOLDING_BEFORE = regex.compile(
    phrase(r"(?:,?\s*(?:đã|vừa|sẽ|cũng|dự kiến|long trọng|trọng thể|phối hợp [^,]{3,80}?|trang trọng|,)\s*)*")
    + rf"{_HOLDS}\s+(?:thành\s+công\s+|trọng\s+thể\s+|chương trình )?$"
)
_HELD_AFTER = regex.compile(
    phrase(
        r"^[\s\")]*(?:\([^)]{0,60}\)\s*)?(?:(?:đã|vừa|sẽ|được|chính thức|long trọng|trọng thể|dự kiến|tiếp tục|đã được|sẽ được|bắt đầu|còn)\s*)*"
        r"(?P<verb>khai mạc|bế mạc|diễn ra|tổ chức|kết thúc|thành công|hoàn thành|tiến hành|khép lại|bước vào|họp|làm việc)"
    )
)
_ACTS_AFTER = regex.compile(
    phrase(
        r"^[\s\")]*(?:\([^)]{0,60}\)\s*)?(?:đã |cũng |vừa |tiếp tục |sẽ )*(?:bầu|thông qua|quyết định|nhất trí|đồng ý|biểu quyết|công bố|bỏ phiếu|nghe|thảo luận|miễn nhiệm|không thông qua|bác|xem xét|đề ra|đánh giá|lấy ý kiến)"
    )
)
_AT_BEFORE = regex.compile(
    phrase(
        r"(?:^|[\s,(])(?:tại|ở|trong|dự|tham dự|phát biểu (?:khai mạc|bế mạc|tại|chỉ đạo)(?: tại)?|chủ trì|bế mạc|khai mạc|kết quả|kết thúc|về nội dung) (?:ngày làm việc \w+ (?:của )?)?$"
    )
)
_HAS_BEFORE = regex.compile(phrase(r"(?:đã|vừa|tiếp tục) (?:có|tham gia|chủ trì)\s+(?:một )?$"))
_PLANNED = regex.compile(phrase(r"(?<!\w)(?:sẽ|dự kiến|chuẩn bị|sắp)(?!\w)"))
_CANCELLED = regex.compile(phrase(r"(?<!\w)(?:hoãn|hủy|lùi|tạm dừng)(?!\w)"))
_BY_HOST = regex.compile(
    phrase(r"^[^;]{0,90}?,?\s*do (?P<host>[^,;]{3,90}?) (?:(?:phối hợp|cùng|và) [^,;]{3,60} )?(?:tổ chức|chủ trì)")
)
_PLACE = regex.compile(
    phrase(
        r"^(?:[\s,(]*(?:đã |được |sẽ |chính thức )*(?:khai mạc|diễn ra|tổ chức|họp)?\s*)tại (?P<place>[^,;.()\"]{3,80})"
    )
)
_PLACE_BEFORE = regex.compile(
    phrase(r"^[\s,)]*tại (?P<place>[^,;.()\"]{3,80}?)\s*(?:,|(?:đã |sẽ )?diễn ra|(?:đã )?tổ chức|$)")
)
_PLACE_STOP = regex.compile(
    phrase(
        r" (?:vào|trong|từ|ngày|sáng|chiều|tối|với|đã|sẽ|diễn ra|khai mạc|do|bầu|có|nhằm|để|cho biết|ông|bà|đồng chí|lần thứ|khóa|nhiệm kỳ|chào mừng|trước|sau|được|là|và các)(?!\w)"
    )
)
_NO_PLACE = regex.compile(
    phrase(
        r"^(?:đại hội|hội nghị|phiên|kỳ họp|buổi|lễ|điều|đây|đó|cuộc|chương trình|diễn đàn|báo cáo|văn bản|nghị quyết|các|nơi|thời điểm|khoản)(?!\w)"
    )
)
_ABOUT = regex.compile(
    phrase(
        r"(?:về (?:nội dung|kết quả)|thông cáo|thông báo về|thông tin về|chuẩn bị (?:cho )?) [^,]*$|theo (?:nguồn tin|kế hoạch)"
    )
)
_DOCUMENT_BEFORE = regex.compile(
    phrase(
        r"(?:\d\s*[-/]\s*[\w-]+(?:\s*[-/]\s*\w+)?|số \d+[^,;]{0,30}|nghị quyết|chỉ thị|kết luận|quy định|quyết định|kế hoạch|thông báo|công văn|hướng dẫn|ban hành|ký|sinh|sinh năm|thành lập|tính đến|đến|trước|từ|kể từ|hiệu lực|hạn)\s*,?\s*(?:ngày\s*)?$"
    )
)


def _named(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """One draft a meeting named in the sentence; `link` decides which of them are meetings the article reports."""
    folded = sentence.folded
    names = list(find_meeting_names(folded))
    dates = _event_dates(folded) if names else []
    for name in names:
        date = _date_of(name, names, dates, folded)
        value: dict[str, Any] = {
            "type": name.type,
            "also": name.also,
            "name": " ".join(name.span.of(sentence.text).split()),
            "ordinal": name.ordinal,
            "term": name.term,
            "date": date,
            "head": name.head,
            "bare": name.bare,
            "in_part": name.in_part,
            "cited": name.cited,
            "held": _held(name, folded),
            "at": _is_scene(name, folded),
            "host": _host(name, sentence),
            "place": _place(name, date, sentence),
            "planned": _planned(name, folded),
            "cancelled": bool(_CANCELLED.search(folded, max(0, name.span.start - 25), name.span.start)),
        }
        yield Draft(value, name.span, _quote(name, date, folded))


def _event_dates(folded: str) -> list[DateMention]:
    return [
        d
        for d in find_dates(folded)
        if d.form not in TRAPS
        and (d.start.day is not None or d.deictic is not None or d.form in (DateForm.MONTH, DateForm.MONTHS))
        and not _DOCUMENT_BEFORE.search(folded, max(0, d.span.start - 45), d.span.start)
    ]


def _date_of(name: MeetingName, names: list[MeetingName], dates: list[DateMention], folded: str) -> DateMention | None:
    """The date tied to the meeting: right behind its name or its verb, otherwise the one that opens the sentence."""
    behind = [d for d in dates if d.span.start >= name.span.stop - 1]
    if behind and not name.in_part:
        between = folded[name.span.stop : behind[0].span.start]
        verb = _HELD_AFTER.match(between)
        near = len(between) <= 3 or regex.fullmatch(r"[\s,(]*(?:vào |diễn ra |khai mạc )?\(?", between)
        tied = verb and not regex.search(r"[;.:]", between) and len(between) < 130
        hosted = (
            regex.search(r"\b(?:tổ chức|diễn ra|khai mạc)(?: trong| vào|,)?(?: từ)? ?$", between) and len(between) < 200
        )
        if (
            near
            or tied
            or hosted
            or regex.fullmatch(phrase(r"[^,;:]{0,60}\b(?:tại|ở) [^,;]{2,60}\s*,?\s*(?:vào )?"), between)
        ):
            return behind[0]
    ahead = [d for d in dates if d.span.stop <= name.span.start]
    if not ahead or name.in_part:
        return None
    date = ahead[-1]
    between = folded[date.span.stop : name.span.start]
    if _ABOUT.search(between):
        return None
    rivals = [other for other in names if other is not name and other.span.stop <= name.span.start]
    if any(date.span.stop <= other.span.start or date.span.start - other.span.stop <= 3 for other in rivals):
        return None  # `phiên họp thứ năm chiều 12/12, Đại hội …`: the date is the part's own
    if ";" in between:
        return None
    opens = date.span.start <= 45 or regex.search(r"[;:]", folded[: date.span.start])
    return date if len(between) < (330 if opens else 90) else None


def _held(name: MeetingName, folded: str) -> bool:
    before = folded[max(0, name.span.start - 110) : name.span.start]
    after = folded[name.span.stop : name.span.stop + 110]
    return bool(
        _HOLDING_BEFORE.search(before) or _HELD_AFTER.match(after) or regex.search(phrase(r"diễn ra\s+$"), before)
        or _BY_HOST.match(after) or _ACTS_AFTER.match(after)
    )  # fmt: skip


def _is_scene(name: MeetingName, folded: str) -> bool:
    """Whether something happens at it: `tại đại hội`, `chủ trì hội nghị`, `đã có buổi tiếp xúc`."""
    before = folded[max(0, name.span.start - 45) : name.span.start]
    return bool(_AT_BEFORE.search(before) or (name.head == "talk" and _HAS_BEFORE.search(before)))


def _planned(name: MeetingName, folded: str) -> bool:
    before = folded[max(0, name.span.start - 30) : name.span.start]
    after = folded[name.span.stop : name.span.stop + 40]
    verb = _HELD_AFTER.match(after)
    holding = _HOLDING_BEFORE.search(before)
    return bool((verb and _PLANNED.search(verb.group())) or (holding and _PLANNED.search(holding.group())))


def _host(name: MeetingName, sentence: Sentence) -> str | None:
    """The organisation before the holding verb (`… đã tổ chức Đại hội`) or behind it (`do … tổ chức`), as written."""
    folded = sentence.folded
    holding = _HOLDING_BEFORE.search(folded, 0, name.span.start)
    if holding and holding.end() == name.span.start:
        span = _organisation_before(sentence, holding.start())
        return _squeezed(span, sentence) if span else None
    by = _BY_HOST.match(folded[name.span.stop :])
    if by:
        span = Span(*by.span("host")).shifted(name.span.stop)
        if read_organisation(sentence.cased, folded, span.start):
            return _squeezed(span, sentence)
    return None


def _organisation_before(sentence: Sentence, stop: int) -> Span | None:
    """The longest organisation phrase that ends where the verb begins; brackets, labels and places after it belong to it."""
    while stop and sentence.folded[stop - 1] in " ,":
        stop -= 1
    lowest = max(0, stop - 140)
    for start in range(lowest, stop):
        if start and sentence.folded[start - 1] not in ' ,"(':
            continue
        organisation = read_organisation(sentence.cased, sentence.folded, start)
        if organisation is None or organisation.span.stop > stop:
            continue
        rest = sentence.folded[organisation.span.stop : stop]
        if regex.fullmatch(
            phrase(
                r"(?:\s*\([^)]*\)|\s*,?\s*khóa [ivxl\d]+|\s*(?:tỉnh|huyện|thành phố|quận|xã|phường|thị xã) [^,]{2,30}|\s*,?\s*nhiệm kỳ [\d -]+|\s+-\s+[\w ]{2,30})*"
            ),
            rest,
        ):
            return Span(start, stop)
    return None


def _place(name: MeetingName, date: DateMention | None, sentence: Sentence) -> str | None:
    folded = sentence.folded
    found = _PLACE.match(folded[name.span.stop :])
    offset = name.span.stop
    if not found and date and date.span.stop <= name.span.start:
        found, offset = _PLACE_BEFORE.match(folded[date.span.stop :]), date.span.stop
    if not found or _NO_PLACE.match(found["place"]):
        return None
    span = Span(*found.span("place")).shifted(offset)
    if end := _PLACE_STOP.search(folded, span.start, span.stop):
        span = Span(span.start, end.start())
    return _squeezed(span, sentence) if len(span) > 2 else None


def _quote(name: MeetingName, date: DateMention | None, folded: str) -> Span:
    """The name and its date, when both fit into 160 characters."""
    whole = name.span.cover(date.span) if date else name.span
    quote = whole if len(whole) <= 160 else name.span
    return Span(quote.start, min(quote.stop, len(folded)))


def _squeezed(span: Span, sentence: Sentence) -> str:
    return " ".join(span.of(sentence.text).split())


RULES = (
    # Sáng 28/5, Đảng bộ Sở … đã tổ chức Đại hội lần thứ II · Hội nghị lần thứ nhất Ban Chấp hành … diễn ra chiều 12/12
    Finder("meetings.named", _named, cues=("hội", "họp", "phiên", "lễ", "buổi", "cuộc", "tọa đàm", "diễn đàn", "đh")),
)
