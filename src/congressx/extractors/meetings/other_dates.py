"""The year of a meeting as other dates of its article tell it."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property

from congressx.document import Document
from congressx.extractors.meetings.timing import event_dates
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateForm, DateMention, PartialDate, find_dates, scan_dates
from congressx.vietnamese.honorifics import ADDRESS
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
    r"(?<![\d.,])(?<!(?:đến|trước) năm )(?<!tầm nhìn (?:đến )?(?:năm )?)(?<!\d{4}\s*-\s*)(?P<year>20\d\d)"
    r"(?![\d.,]*\d|\s*-\s*20\d\d|\s*[-/]\s*\p{L})"
)
"""Years of the past and the present: none of a range or a plan, nor the figures of a document (`số 2074-QĐ/TW`)."""
_COMPARED = Pattern(
    phrase(r"(?<!\w)(?:tăng|giảm|gấp)(?!\w)[^.;:]{0,40} so với (?:cùng kỳ )?năm (?P<year>20\d\d)(?!\d| ?-)")
)
_REPORTED = Pattern(phrase(r"(?<!\w)trong (?:\d|hai|ba|bốn|năm|sáu) tháng đầu năm (?P<year>20\d\d)(?!\d| ?-)"))
_TERM_BEGUN = Pattern(phrase(r"(?<!quy hoạch [^.;:]{0,60})nhiệm kỳ[\s:(]*(?P<year>20\d\d)\s*-"))
"""A term that people serve has begun; not so `quy hoạch cán bộ nhiệm kỳ 2026-2031`."""
_LIFE = Pattern(phrase(r"sinh (?:ngày|năm)|quê quán|quê ở|kết nạp đảng|vào đảng|\bsn\b|bầu cử|trúng cử"))
_AHEAD = r"sẽ|dự kiến|phấn đấu|từ nay|chậm nhất|trước ngày"
_DEADLINE = Pattern(phrase(rf"(?<!\w)(?:{_AHEAD}|hạn|đến hết|phải)(?!\w)"))
"""`phải xong |ngày 5/6/2020|`: a date that may be still to come, and tells nothing of what was."""
_ANNOUNCED = Pattern(phrase(rf"(?<!\w)(?:{_AHEAD}|kiến nghị|đề xuất)(?!\w)"))
"""`kiến nghị áp dụng từ |ngày 5/6/2020|`: a date that is still to come."""
_COMING = Pattern(phrase(r" (?:sắp )?tới(?: đây)?(?!\w)(?! (?:ngày|tháng|năm|hết|\d))"))
"""`ngày 22/5/2011 tới`"""
_RIGHT_AHEAD = 60
"""Characters before a date within which such a word speaks of it."""
_SHORTLY_BEFORE, _RIGHT_BEFORE = dt.timedelta(days=90), dt.timedelta(days=45)
"""How long before a meeting the last date of its article lies; so near to it that the next year may be spoken of."""
_SHORTLY_BEHIND = dt.timedelta(days=120)
"""How long after a meeting lies what its article announces: `sẽ nghỉ hưu từ ngày 1/1/2015`."""
_OF_ANOTHER_TIME = Pattern(phrase(rf"(?<!\w)(?:{ADDRESS}|so với)(?!\w)|\""))
"""`tháng 7/2015, ông được phong hàm …`: a month of a life, which may lie years back; of a base, of what somebody tells."""


class OtherDates:
    """The full dates, and the months with a year, that an article tells, read when first asked for; all its meetings look at them."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def year_of(self, date: PartialDate) -> int | None:
        """The year they tell of a day and month, where they do not contradict each other."""
        ways = (self._year_of_the_day, self._other_year, self._year_of_frame, self._year_of_what_follows)
        told = next((year for way in ways if (year := way(date)) is not None), None)
        return told if told is None or told >= self._least_year else None

    def _year_of_the_day(self, date: PartialDate) -> int | None:
        """`phiên khai mạc ngày 18/7/2025` of a meeting of `sáng 18/7`; `hội thảo ngày 16/12/2017`, announced on `12/12`."""
        last = max((day.year for day in self._told), default=None)
        if last is None or (self._last_spoken_year or last) > last + 1:
            return None
        same = {day.year for day in self._told if (day.month, day.day) == (date.month, date.day)}
        if same:
            return last if same == {last} else None
        days = (day_in(year, date) for year in (last, last - 1))
        return next((day.year for day in days if day is not None and self._is_soon_followed(day)), None)

    def _is_soon_followed(self, day: dt.date) -> bool:
        """Whether the article dates something that happens within weeks after a day; a document's date lies before it."""
        return any(dt.timedelta(0) < other - day <= _SOON_AFTER for other in self._happening)

    def _other_year(self, date: PartialDate) -> int | None:
        """Only where no later year is spoken of and the last full date, or month, lies shortly before the meeting."""
        last = self._last_day
        if last is None:
            return None
        days = (day_in(year, date) for year in (last.year, last.year + 1))
        day = next((day for day in days if day is not None and day >= last), None)
        if day is None or day - last > _SHORTLY_BEFORE or self._last_year_of_months > day.year:
            return None
        looks_ahead = day.month >= LOOKING_AHEAD or day - last <= _RIGHT_BEFORE
        return day.year if (self._last_spoken_year or day.year) <= day.year + looks_ahead else None

    def _year_of_what_follows(self, date: PartialDate) -> int | None:
        """`Nghị quyết sẽ có hiệu lực từ ngày 1/7/2017`, told at a meeting of 26/5; nothing dated lies between them."""
        due = min(self._announced, default=None)
        if due is None:
            return None
        days = (day_in(year, date) for year in (due.year, due.year - 1))
        day = next((day for day in days if day is not None and day <= due), None)
        if day is None or due - day > _SHORTLY_BEHIND or (self._last_day or day) > day:
            return None
        return day.year if (self._last_spoken_year or day.year) <= day.year + 1 else None

    def _year_of_frame(self, date: PartialDate) -> int | None:
        """`Kỳ họp sẽ bế mạc ngày 27/11/2019`, told of a sitting `sáng nay (4/11)`."""
        years = {day.year for day in self._framed}
        held = day_in(years.pop(), date) if len(years) == 1 else None
        near = held is not None and any(abs(day - held) <= _AROUND_A_SESSION for day in self._framed)
        return held.year if held is not None and near else None

    @cached_property
    def _told(self) -> tuple[dt.date, ...]:
        return tuple(day for sentence in self._document.sentences for day in _days_told(find_dates(sentence.folded)))

    @cached_property
    def _last_spoken_year(self) -> int | None:
        return max((*self._years_in(_SPOKEN_YEAR), *self._years_in(_TERM_BEGUN)), default=None)

    @cached_property
    def _least_year(self) -> int:
        """The year that what is compared (`tăng 2% so với năm 2018`) or reported (`trong hai tháng đầu năm 2019`) leaves at least."""
        grown = (year + 1 for year in self._years_in(_COMPARED))
        return max((*grown, *self._years_in(_REPORTED)), default=0)

    def _years_in(self, pattern: Pattern) -> Iterator[int]:
        sentences = self._document.sentences
        return (int(found["year"]) for sentence in sentences for found in pattern.finditer(sentence.folded))

    @cached_property
    def _last_year_of_months(self) -> int:
        """That of `từ tháng 8/2017 đến tháng 3/2018`: past months, of which an article of 2017 could not tell."""
        folded = (sentence.folded for sentence in self._document.sentences)
        dates = ((date, words) for words in folded for date in find_dates(words) if date.form in _MONTHS)
        told = ((date.end or date.start).year for date, words in dates if not _is_due(date, words))
        return max((year for year in told if year is not None), default=0)

    @cached_property
    def _outside_lives(self) -> tuple[str, ...]:
        """The folded sentences that tell nobody's life."""
        return tuple(s.folded for s in self._document.sentences if not _LIFE.search(s.folded))

    @cached_property
    def _happening(self) -> tuple[dt.date, ...]:
        return tuple(day for folded in self._outside_lives for day in _days_told(event_dates(folded)))

    @cached_property
    def _last_day(self) -> dt.date | None:
        """The last of the past days, a month counting as its first one."""
        return max(
            (day for folded in self._outside_lives for day in (*_full_dates(folded), *_months(folded))), default=None
        )

    @cached_property
    def _announced(self) -> tuple[dt.date, ...]:
        """The days, or the last days of the months, that are still to come."""
        told = (day for folded in self._outside_lives for day in _announced_days(folded))
        return (*told, *(day for sentence in self._document.sentences for day in _coming_days(sentence.folded)))

    @cached_property
    def _framed(self) -> tuple[dt.date, ...]:
        framed = (folded for folded in self._outside_lives if _FRAME.search(folded))
        days = ((mention.end or mention.start).full() for folded in framed for mention in find_dates(folded))
        return tuple(day for day in days if day is not None)


_MONTHS = (DateForm.MONTH, DateForm.MONTHS)
_SOON_AFTER = dt.timedelta(days=20)
_AROUND_A_SESSION = dt.timedelta(days=45)
_FRAME = Pattern(
    phrase(r"(?<!\w)(?:kỳ họp|đại hội|hội nghị|phiên họp)(?!\w)[^.;]{0,80} (?:khai mạc|bế mạc|diễn ra|kéo dài)(?!\w)")
)


def _days_told(dates: Iterable[DateMention]) -> Iterator[dt.date]:
    """The first and last days of dates that say their year."""
    days = (day.full() for date in dates for day in (date.start, date.end) if day is not None)
    return (day for day in days if day is not None)


def _full_dates(folded: str) -> Iterator[dt.date]:
    for date in find_dates(folded):
        if not _is_due(date, folded) and date.start.full() is not None and not _is_bound(date, folded):
            yield from _days_told([date])


def _months(folded: str) -> Iterator[dt.date]:
    """The first days of past months: `hồi tháng 4/2017`; nobody's, neither quoted nor a base (`so với tháng 12/2013`)."""
    if _OF_ANOTHER_TIME.search(folded):
        return
    for date in find_dates(folded):
        last = date.end or date.start
        if date.form in _MONTHS and last.year and last.month and not _is_due(date, folded):
            yield dt.date(last.year, last.month, 1)


def _announced_days(folded: str) -> Iterator[dt.date]:
    for date in find_dates(folded):
        if not _follows(_ANNOUNCED, date, folded):
            continue
        year, month = date.start.year, date.start.month
        if date.form in _MONTHS and year and month:
            yield dt.date(year, month, calendar.monthrange(year, month)[1])
        else:
            yield from _days_told([date])


def _is_due(date: DateMention, folded: str) -> bool:
    """`dự kiến |ngày 5/6/2020|`: still to come."""
    return _follows(_DEADLINE, date, folded) or _is_coming(date, folded)


def _coming_days(folded: str) -> Iterator[dt.date]:
    """`Ngày 22/5/2011 tới, cử tri sẽ đi bầu cử`"""
    return _days_told(date for date in find_dates(folded) if _is_coming(date, folded))


def _is_coming(date: DateMention, folded: str) -> bool:
    return _COMING.match(folded, date.span.stop) is not None


def _follows(words: Pattern, date: DateMention, folded: str) -> bool:
    """Whether one of the words stands shortly before a date."""
    return words.search(_up_to(date, folded), max(0, date.span.start - _RIGHT_AHEAD)) is not None


def _is_bound(date: DateMention, folded: str) -> bool:
    """`có hiệu lực từ ngày 1/7/2020`: a day that may lie behind the meeting."""
    no_interval = date.end is None or date.end.full() is None
    before = _up_to(date, folded)
    return no_interval and _BOUND.search(before) is not None and _DONE.search(before) is None


def _up_to(date: DateMention, folded: str) -> str:
    """The words before a date and its own first letters, which may be `từ` or `đến`."""
    return folded[: date.span.start] + date.span.of(folded)[:4]


_BOUND = Pattern(phrase(r"(?<!\w)(?<!tính )(?:từ|đến|tới|trước|hết|sau|kể từ)(?: ngày)?\s*\w{0,4}$"))
_DONE = Pattern(phrase(r"(?<!\w)đã [^,;.]{3,60} (?:từ|kể từ)(?: ngày)?\s*\w{0,4}$"))
"""`đã nghỉ hưu từ ngày 1/5/2019` does not."""
