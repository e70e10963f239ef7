"""Which of the dates in a sentence is that of a meeting it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from congressx.extractors.meetings.kinds import COUNCILS, OPENS_A_TERM
from congressx.extractors.meetings.naming import Head, MeetingName
from congressx.extractors.meetings.record import MeetingType
from congressx.extractors.meetings.telling import saying
from congressx.patterns import Pattern
from congressx.vietnamese.dates import TRAPS, DateForm, DateMention, find_dates
from congressx.vietnamese.spelling import phrase


@dataclass(frozen=True, slots=True)
class Timing:
    """When a sentence says that a meeting is held."""

    date: DateMention | None = None
    last: DateMention | None = None
    """The last day, where it is said by itself: `làm việc đến hết ngày 16/10`."""
    closes: bool = False
    """Whether `date` is the last day: `Sau hai ngày làm việc, chiều 13/9, đại hội đã bế mạc`."""


_OF_A_DOCUMENT = Pattern(
    phrase(
        r"(?:(?<!(?:19|20)\d)\d\s*[-/]\s*[\w-]+(?:\s*[-/]\s*\w+)?|số \d+[^,;]{0,30}|nghị quyết|chỉ thị|kết luận|quy định|quyết định"
        r"|kế hoạch"
        r"|thông báo|công văn|hướng dẫn|ban hành|ký|sinh|sinh năm|thành lập|tính đến|trước|kể từ|hiệu lực|hạn|vào đảng|nghỉ hưu"
        r"|(?:văn bản|tờ trình|báo cáo)[^,;]{0,20}),?\s*(?:ngày\s*)?$"
    )
)
"""What has a date that is not the meeting's."""
_CLOSES_WHOLE = r"(?<!(?:phiên|buổi|lễ) )bế mạc "
_CLOSES_ON = rf"{_CLOSES_WHOLE}(?:vào )?(?:(?:ngày|sáng|chiều) )?$"
_UNTIL = Pattern(phrase(rf"(?:đến|tới|cho đến)(?: hết)?(?: ngày)?\s*$|{_CLOSES_ON}"))
_CLOSING = Pattern(phrase(_CLOSES_ON))
"""`Hội nghị lần thứ 5 … bế mạc chiều 10/5`: where no other day is told, the closing day is the one the words state."""
_SOME_DAYS = (
    r"(?:sau|qua|trong) (?:hơn )?(?:(?:(?!0?1 )\d+(?:,5)?|hai|ba|bốn|năm|sáu) ngày(?: rưỡi)?|một ngày rưỡi)"
    r" (?:làm việc|họp|diễn ra|thảo luận)"
)
_DAYS_BEHIND = Pattern(phrase(rf",? {_SOME_DAYS}"))
"""`kết thúc vào chiều 13/9, sau hai ngày thảo luận`."""
_AFTER_DAYS = Pattern(
    phrase(
        rf"{_SOME_DAYS}"
        r"|(?:hai|ba|bốn|năm|[2-5](?:,5)?) ngày (?:rưỡi )?(?:làm việc|họp)[^.;]{0,40} (?:khép lại|kết thúc|bế mạc)"
    )
)
_CLOSED = Pattern(phrase(r"bế mạc|kết thúc|hoàn thành|khép lại|thành công"))
_COMPLETED_AFTER_DAYS = Pattern(
    phrase(rf"(?<!\w)hoàn thành (?:toàn bộ )?(?:các )?(?:chương trình|nội dung)(?!\w)[^,.;]{{0,30}} {_SOME_DAYS}")
)
"""`Chiều 20/4, hội nghị do … tổ chức đã hoàn thành chương trình sau 2 ngày làm việc`."""
_ENDS = Pattern(phrase(r",?(?: (?:đã|sẽ|vừa|chính thức|họp phiên))* (?:bế mạc|kết thúc|khép lại)(?!\w)"))
"""`Sáng 9/3, Đại hội … bế mạc`."""


def event_dates(folded: str) -> tuple[DateMention, ...]:
    """The dates of a folded sentence on which something may happen: no document's, no birthday, no feast."""
    found: list[DateMention] = []
    stop = 0
    for date in find_dates(folded):
        before = folded[max(stop, date.span.start - 45) : date.span.start]
        stop = date.span.stop
        if _is_of_an_event(date) and not _OF_A_DOCUMENT.search(before):
            found.append(date)
    return tuple(found)


def _is_of_an_event(date: DateMention) -> bool:
    says_a_day = date.start.day is not None or date.deictic is not None
    return date.form not in TRAPS and (says_a_day or date.form in (DateForm.MONTH, DateForm.MONTHS))


def timing_of(name: MeetingName, names: Sequence[MeetingName], dates: Sequence[DateMention], folded: str) -> Timing:
    """The date tied to `name`: right behind it or behind its verb, otherwise the one that opens its clause."""
    if name.in_part:
        return Timing()
    first = [date for date in dates if not _is_last_day(date, folded)]
    last = next((d for d in dates if d not in first and _tells_last_day(name, names, d, folded)), None)
    date = _behind(name, names, first, folded) or _ahead(name, names, first, folded)
    if date is None and last is not None and last.end is None and _CLOSING.search(folded, 0, last.span.start):
        return Timing(last, None, closes=True)
    return Timing(date, last, date is not None and _closes(name, date, folded))


def _is_last_day(date: DateMention, folded: str) -> bool:
    if date.end is not None:
        return False
    if regex.match(r"(?:đến|tới|hết)\b", date.span.of(folded)):
        return True
    return _UNTIL.search(folded, max(0, date.span.start - 24), date.span.start) is not None


def _tells_last_day(name: MeetingName, names: Sequence[MeetingName], last: DateMention, folded: str) -> bool:
    between = folded[name.span.stop : last.span.start]
    return (
        last.span.start >= name.span.stop
        and not regex.search(r"[;.:]", between)
        and not _stands_between(name, names, last, folded)
        and regex.search(phrase(r"(?:diễn ra|làm việc|kéo dài|tiếp tục|bế mạc|kết thúc|họp|khai mạc)"), between)
        is not None
    )


def _stands_between(name: MeetingName, names: Sequence[MeetingName], date: DateMention, folded: str) -> bool:
    """Whether another meeting with a day of its own is named between a name and a date behind it."""
    between = (other for other in names if name.span.stop <= other.span.start < date.span.start)
    if (date.part_of_day or date.deictic) and name.head is Head.TALK:
        between = (other for other in between if not _PREPARED.search(folded, name.span.stop, other.span.start))
        return any(not other.cited for other in between)
    return any(not other.cited or _PREPARED.search(folded, name.span.stop, other.span.start) for other in between)


_PREPARED = Pattern(phrase(r"(?:chuẩn bị(?: cho)?|trước(?: thềm)?|hướng tới) $"))
"""`tiếp xúc cử tri trước kỳ họp … ngày 5/12`: the day of what is still to come; `… chiều nay, 19/5` are the talk's own hours."""


# --- behind the name --------------------------------------------------------------------------------------------------

_NEAR = Pattern(
    phrase(
        r"[\s,(]*(?:(?:được |sẽ |đã )?(?:vào|diễn ra|kéo dài|khai mạc|tổ chức|bắt đầu|mở màn"
        r"|mở|khởi đầu|nhóm họp|họp|trong|từ)(?: vào| trong| từ)?"
        r"(?: các| hai| ba| \d+)?\s*)?\(?"
    )
)
_VERB = Pattern(
    phrase(
        r"(?<!\w)(?:tổ chức|diễn ra|kéo dài|khai mạc|bế mạc|họp|tiến hành|khép lại|hoàn thành|thành công|kết thúc|bước vào"
        r"|làm việc|mở màn|được mở)(?!\w)"
    )
)
NEWSROOM = Pattern(r"\(\p{L}{2,12}\)\s*-")
"""`Triệu tập Đại hội X (NLĐ) - Ngày 24-3, …`: a headline glued to the article it heads."""
_PLACE_BETWEEN = Pattern(phrase(r"[^,;:]{0,60}(?<!\w)(?:tại|ở) [^;]{2,70}?,?\s*(?:vào )?"))
_PURPOSE_BETWEEN = Pattern(phrase(r"\s*(?:nhằm|để) [^,;:]{5,120} vào (?:hôm )?"))
"""`kỳ họp bất thường để bầu Chủ tịch HĐND thành phố vào chiều 8/4`."""
_FAR = 150


def _behind(
    name: MeetingName, names: Sequence[MeetingName], dates: Sequence[DateMention], folded: str
) -> DateMention | None:
    date = next((d for d in dates if d.span.start >= name.span.stop - 1), None)
    if date is None or _stands_between(name, names, date, folded):
        return None
    between = folded[name.span.stop : date.span.start]
    if NEWSROOM.search(folded, name.span.start, date.span.start):
        return None
    if len(between) <= 3 or _NEAR.fullmatch(between):
        return date
    if len(between) > _FAR or regex.search(r"[;:]", between) or saying().search(between):
        return None
    if _VERB.search(between) or _PLACE_BETWEEN.fullmatch(between) or _PURPOSE_BETWEEN.fullmatch(between):
        return date
    return date if _ends_clause(date, folded) and not _NO_NAME.search(between) else None


_NO_NAME = Pattern(
    phrase(
        r"(?<!\w)(?:đã|sẽ|đang|vừa|từng|ông|bà|anh|chị|khi|quyết định|nghị quyết|chỉ thị|kế hoạch|số|từ|đến|sau|trước"
        r"|theo|cho)(?!\w)"
    )
)
"""Words that the rest of a long name has not: `hội nghị cán bộ quán triệt …, chính sách phát triển thành phố ngày 23-2`."""


def _ends_clause(date: DateMention, folded: str) -> bool:
    return regex.match(r"\s*(?:$|[.,)])", folded[date.span.stop :]) is not None


# --- before the name --------------------------------------------------------------------------------------------------

_ABOUT = Pattern(
    phrase(
        r"(?:về (?:nội dung|kết quả)|thông cáo|thông báo về|thông tin về|chuẩn bị (?:cho )?) [^,]*$|theo (?:nguồn tin"
        r"|kế hoạch)|(?:báo cáo|công bố|thông báo) kết quả[^,]*$|bên lề $"
    )
)
_SCENE_END = Pattern(
    phrase(
        r"(?:phát biểu|trình bày|trả lời|trao đổi|kết luận|thông tin|chia sẻ|cho biết|khẳng định|nói|nhấn mạnh|đề nghị"
        r"|yêu cầu|nêu|bày tỏ|lưu ý)(?: (?!rằng)[^,;\s]+){0,7} (?:tại|trước|trong|khai mạc|bế mạc) $"
    )
)
_FAR_AHEAD = 330
"""Code points between a date and the meeting that it may still be the day of."""


def _ahead(
    name: MeetingName, names: Sequence[MeetingName], dates: Sequence[DateMention], folded: str
) -> DateMention | None:
    ahead = [d for d in dates if d.span.stop <= name.span.start]
    date = next((d for d in reversed(ahead) if not _is_of_an_aside(name, names, d, folded)), None)
    if date is None:
        return None
    between = folded[date.span.stop : name.span.start]
    if (
        ";" in between
        or NEWSROOM.search(between)
        or _ABOUT.search(between)
        or _belongs_to_another(name, names, date, folded)
    ):
        return None
    if saying().search(between) and not _SCENE_END.search(between):
        return None
    return date if len(between) < _FAR_AHEAD else None


_OF_AN_ASIDE = Pattern(phrase(r"(?:^|, )(?:ngay )?(?:sau|tiếp theo|tiếp nối|trước)(?: khi)? $"))


def _is_of_an_aside(name: MeetingName, names: Sequence[MeetingName], date: DateMention, folded: str) -> bool:
    """`Sáng 16/9, sau phiên trù bị diễn ra chiều 15/9, Đại hội … khai mạc`: the day of what went before."""
    before = (other for other in names if other.span.stop <= date.span.start and date.span.stop <= name.span.start)
    return any(
        _follows(date, other, folded) and _OF_AN_ASIDE.search(folded, 0, other.span.start) is not None
        for other in before
    )


def _belongs_to_another(name: MeetingName, names: Sequence[MeetingName], date: DateMention, folded: str) -> bool:
    """`phiên họp thứ năm chiều 12/12, Đại hội …`: the date is the part's own."""
    rivals = [n for n in names if n is not name and n.span.stop <= name.span.start and not n.cited]
    rivals = [n for n in rivals if not meets_in(n, name, folded)]
    return any(date.span.stop <= n.span.start or _follows(date, n, folded) for n in rivals)


_TAKES_PLACE = Pattern(
    phrase(r"(?: (?:đã |được )?(?:diễn ra|tổ chức|họp|tiến hành))?(?: (?:tại|ở) (?:hội trường|tổ))?(?: vào)?[\s(]*")
)


def _follows(date: DateMention, name: MeetingName, folded: str) -> bool:
    """`sau phiên trù bị diễn ra chiều 15/9, Đại hội …`."""
    if 0 <= date.span.start - name.span.stop <= 3:
        return True
    return _TAKES_PLACE.fullmatch(folded, name.span.stop, date.span.start) is not None


_MEETS = Pattern(phrase(r",? (?:đã |vừa |sẽ |đang |tiếp tục )*(?:họp|tiến hành|tổ chức|bước vào) "))


def meets_in(whole: MeetingName, part: MeetingName, folded: str) -> bool:
    """`Chiều 26/6, Đại hội đã họp phiên trù bị`: the day is that of the sitting in which the whole meets."""
    wholes = (Head.CONGRESS, Head.SESSION)
    return (
        part.head is Head.PART
        and whole.head in wholes
        and _MEETS.fullmatch(folded, whole.span.stop, part.span.start) is not None
    )


def _closes(name: MeetingName, date: DateMention, folded: str) -> bool:
    """`Sau hai ngày làm việc, chiều 13/9, Đại hội … đã hoàn thành chương trình`."""
    if name.head is Head.PART or date.end is not None or date.start.day is None:
        return False
    if _is_closed_before(name, date, folded):
        return True
    if _DAYS_BEHIND.match(folded, date.span.stop):
        return _CLOSED.search(folded, name.span.stop, date.span.start) is not None
    if _AFTER_DAYS.search(folded, 0, date.span.start) and _CLOSED.search(folded):
        return True
    if date.span.stop > name.span.start:
        return False
    return ends_behind(name, folded) or _COMPLETED_AFTER_DAYS.search(folded, name.span.stop) is not None


_CLOSING_WORDS = Pattern(phrase(rf"{_CLOSES_WHOLE}$"))
_LASTS_DAYS = (MeetingType.COMMITTEE_PLENUM, *OPENS_A_TERM, *COUNCILS)
_AT_ITS_END = Pattern(phrase(r"[\s,(]*(?:(?:vào|trong) )?"))


def _is_closed_before(name: MeetingName, date: DateMention, folded: str) -> bool:
    """`Chiều 4/8, bế mạc Hội nghị Tỉnh ủy lần thứ 6`, and not `…, diễn ra sáng 6/5` behind it."""
    if name.type not in _LASTS_DAYS or _CLOSING_WORDS.search(folded, 0, name.span.start) is None:
        return False
    return (
        date.span.stop <= name.span.start or _AT_ITS_END.fullmatch(folded, name.span.stop, date.span.start) is not None
    )


def ends_behind(name: MeetingName, folded: str) -> bool:
    """Whether its end is told right behind a name: `Ngày mai, kỳ họp thứ 16 sẽ bế mạc`."""
    return _ENDS.match(folded, name.span.stop) is not None
