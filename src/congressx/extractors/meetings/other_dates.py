"""The year of a meeting as other dates of its article tell it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from congressx.document import Document
from congressx.extractors.meetings.timing import event_dates
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateForm, DateMention, PartialDate, find_dates, scan_dates
from congressx.vietnamese.spelling import phrase


def day_in(year: int, date: PartialDate) -> dt.date | None:
    """A day and month in a year, unless it says its own; None for 29 February of a common year."""
    try:
        return (date if date.year is not None else date.with_year(year)).full()
    except ValueError:
        return None


_OCCASION = Pattern(r"(?:1[89]|20)\d\d\s*-\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d\d|đợt\s+(?:ngày\s+)?\d")
_AROUND_AN_ANNIVERSARY = dt.timedelta(days=45)


def anniversary_year(date: PartialDate, document: Document) -> int | None:
    """`kỷ niệm 70 năm … (16/10/1948 - 16/10/2018)`, `Huy hiệu Đảng đợt 2/9/2015`: held weeks before or after such a day."""
    for sentence in document.sentences:
        for mention in scan_dates(sentence.folded) if _OCCASION.search(sentence.folded) else ():
            last = (mention.end or mention.start).full()
            if mention.form not in (DateForm.ANNIVERSARY, DateForm.BADGE_ROUND) or last is None:
                continue
            for year in (last.year, last.year - 1, last.year + 1):
                day = day_in(year, date)
                if day is not None and abs(day - last) <= _AROUND_AN_ANNIVERSARY:
                    return year
    return None


LOOKING_AHEAD = 11
"""From this month on articles speak of the next year's tasks."""
_SPOKEN_YEAR = Pattern(
    r"(?<![\d.,])(?<!(?:đến|trước) năm )(?<!tầm nhìn (?:đến )?(?:năm )?)(?<!\d{4}\s*-\s*)(?P<year>20\d\d)(?![\d.,]*\d)"
)
"""Years of the past and the present: of a range only its start, of plans none."""
_LIFE = Pattern(phrase(r"sinh (?:ngày|năm)|quê quán|quê ở|kết nạp đảng|vào đảng|\bsn\b|bầu cử|trúng cử"))
_DEADLINE = Pattern(phrase(r"(?<!\w)(?:sẽ|dự kiến|phấn đấu|từ nay|hạn|chậm nhất|đến hết|trước ngày|phải)(?!\w)"))
_RIGHT_AHEAD = 60
"""Characters before a date within which such a word makes it one that is still to come."""
_SHORTLY_BEFORE, _RIGHT_BEFORE = dt.timedelta(days=90), dt.timedelta(days=45)
"""How long before a meeting the last full date of its article lies; so near to it that the next year may be spoken of."""


def year_of_dates(date: PartialDate, document: Document) -> int | None:
    """The year that the full dates of the body tell, where they do not contradict each other."""
    return _year_of_the_day(date, document) or _other_year(date, document) or _year_of_frame(date, document)


def _year_of_the_day(date: PartialDate, document: Document) -> int | None:
    """`phiên khai mạc ngày 18/7/2025` of a meeting told of `sáng 18/7`; `hội thảo ngày 16/12/2017`, announced on `12/12`."""
    told = [day for sentence in document.sentences for day in _days_told(find_dates(sentence.folded))]
    last = max((day.year for day in told), default=None)
    if last is None or max(_spoken_years(document), default=last) > last + 1:
        return None
    same = {day.year for day in told if (day.month, day.day) == (date.month, date.day)}
    if same:
        return last if same == {last} else None
    days = (day_in(year, date) for year in (last, last - 1))
    return next((day.year for day in days if day is not None and _is_soon_followed(day, document)), None)


_SOON_AFTER = dt.timedelta(days=20)


def _is_soon_followed(day: dt.date, document: Document) -> bool:
    """Whether the article dates something that happens within weeks after a day; a document's date lies before it."""
    for sentence in document.sentences:
        ahead = (dt.timedelta(0) < other - day <= _SOON_AFTER for other in _days_told(event_dates(sentence.folded)))
        if any(ahead) and not _LIFE.search(sentence.folded):
            return True
    return False


def _spoken_years(document: Document) -> set[int]:
    return {int(m["year"]) for sentence in document.sentences for m in _SPOKEN_YEAR.finditer(sentence.folded)}


def _days_told(dates: Iterable[DateMention]) -> Iterator[dt.date]:
    """The first and last days of dates that say their year."""
    days = (day.full() for date in dates for day in (date.start, date.end) if day is not None)
    return (day for day in days if day is not None)


def _other_year(date: PartialDate, document: Document) -> int | None:
    """The year of the full dates in the body.

    Only when no later year is spoken of and the last of them lies shortly before the meeting.
    """
    dated = {
        day
        for sentence in document.sentences
        if not _LIFE.search(sentence.folded)
        for day in _full_dates(sentence.folded)
    }
    if not dated:
        return None
    year = max(dated).year
    day = day_in(year, date)
    if day is None or not dt.timedelta(0) <= day - max(dated) <= _SHORTLY_BEFORE:
        return None
    looks_ahead = day.month >= LOOKING_AHEAD or day - max(dated) <= _RIGHT_BEFORE
    return year if max(_spoken_years(document), default=year) <= year + looks_ahead else None


_FRAME = Pattern(
    phrase(r"(?<!\w)(?:kỳ họp|đại hội|hội nghị|phiên họp)(?!\w)[^.;]{0,80} (?:khai mạc|bế mạc|diễn ra|kéo dài)(?!\w)")
)
_AROUND_A_SESSION = dt.timedelta(days=45)


def _year_of_frame(date: PartialDate, document: Document) -> int | None:
    """`Kỳ họp sẽ bế mạc ngày 27/11/2019`, told of a sitting `sáng nay (4/11)`."""
    framed = [
        day
        for sentence in document.sentences
        if _FRAME.search(sentence.folded) and not _LIFE.search(sentence.folded)
        for mention in find_dates(sentence.folded)
        if (day := (mention.end or mention.start).full()) is not None
    ]
    years = {day.year for day in framed}
    if len(years) != 1:
        return None
    year = years.pop()
    held = day_in(year, date)
    return year if held is not None and any(abs(day - held) <= _AROUND_A_SESSION for day in framed) else None


def _full_dates(folded: str) -> Iterator[dt.date]:
    for date in find_dates(folded):
        first, last = date.start.full(), date.end.full() if date.end else None
        before = folded[: date.span.start] + date.span.of(folded)[:4]
        if _DEADLINE.search(before, max(0, date.span.start - _RIGHT_AHEAD)):
            continue
        if first is not None and (last is not None or _DONE.search(before) or not _BOUND.search(before)):
            yield from (day for day in (first, last) if day is not None)


_BOUND = Pattern(phrase(r"(?<!\w)(?<!tính )(?:từ|đến|tới|trước|hết|sau|kể từ)(?: ngày)?\s*\w{0,4}$"))
"""A day from which or until which something holds may lie behind the meeting."""
_DONE = Pattern(phrase(r"(?<!\w)đã [^,;.]{3,60} (?:từ|kể từ)(?: ngày)?\s*\w{0,4}$"))
"""`đã nghỉ hưu từ ngày 1/5/2019` does not."""
