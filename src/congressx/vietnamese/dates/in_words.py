"""Dates without a day in figures: months (`tháng 12/2014`), `sáng nay`, months in words, years."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.dates.points import (
    BLANKS,
    COUNTED,
    DAY,
    MONTH,
    PART,
    TOLD,
    YEAR,
    deictic_of,
    lead_before,
    part_of_day,
)
from congressx.vietnamese.dates.said import UNSAID, DateForm, DateMention, PartialDate
from congressx.vietnamese.dates.traps import LUNAR

MONTHS = Pattern(
    rf"\btháng\s+(?P<m>{MONTH})(?:{BLANKS}[/.-]{BLANKS}(?P<y>{YEAR})|,?\s+năm\s+(?P<y>{YEAR}))?"
    rf"(?:{BLANKS}(?P<join>-|,|và|đến|tới)\s*(?P<again>tháng\s+)?(?P<m2>{MONTH})"
    rf"(?:{BLANKS}[/.-]{BLANKS}(?P<y2>{YEAR})|,?\s+năm\s+(?P<y2>{YEAR}))?(?!{BLANKS}[/.-]{BLANKS}\d|,\d|{BLANKS}%))?"
)
_NO_MONTH = Pattern(rf"{BLANKS}[/-]{BLANKS}\d|[.,]\d|{BLANKS}%")
_BEFORE_MONTH = Pattern(
    r"(?r)(?:(?P<none>\d|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mỗi|hàng|hằng|từng|vài|mấy|nửa|cách\s+mạng))"
    r"|\b(?P<asks>trong|vào|từ|đến|tới|cuối|đầu|giữa|trước|sau|hết|của|hồi|khoảng|dự\s+kiến|ngay)|(?P<opens>^|[\n.(;:\"]))\s*"
)
_AFTER_MONTH = Pattern(
    r"\s*(?:$|[,.;:)\n\"]|(?:năm\s+(?:nay|ngoái|trước|sau|tới|đó)|cùng\s+năm|tới|này|vừa|qua|sau|hàng\s+năm|hằng\s+năm)\b)"
)


def months(folded: str, match: regex.Match[str]) -> Iterator[DateMention]:
    """`tháng 12/2014`, `tháng 3 - 4/2018`; without a year only where the words around ask for it."""
    first, year, stop = int(match["m"]), match["y"], match.end("y" if match["y"] else "m")
    start = PartialDate(None if year is None else int(year), first, None)
    end = _second_month(match, start)
    if end is not None:
        year, stop = match["y2"] or year, match.end()
        start = start if start.year or end.year is None else start.with_year(end.year - (first > (end.month or 0)))
    no_month = LUNAR.match(folded, stop) or (year is None and _NO_MONTH.match(folded, stop))
    if no_month or not _month_may_stand(folded, match.start(), stop, year):
        return
    form = DateForm.MONTH if end is None else DateForm.MONTHS
    yield DateMention(Span(match.start(), stop), start, end, None, None, form)


def _second_month(match: regex.Match[str], start: PartialDate) -> PartialDate | None:
    """The last month of a row that follows the first and says so itself: by its year or by `tháng`."""
    if match["m2"] is None or (match["y2"] is None and (match["again"] is None or start.year is not None)):
        return None
    end = PartialDate(None if match["y2"] is None else int(match["y2"]), int(match["m2"]), None)
    if start.year is None or end.year is None:
        return end if start.month != end.month else None
    return end if start.before(end) else None


def _month_may_stand(folded: str, begin: int, stop: int, year: str | None) -> bool:
    before = _BEFORE_MONTH.match(folded, max(0, begin - 12), begin)
    if before is not None and before["none"] is not None:
        return year is not None and not before["none"].isdigit()
    if year is not None:
        return True
    if before is not None and before["asks"] is not None and COUNTED.match(folded, stop) is None:
        return True
    return before is not None and _AFTER_MONTH.match(folded, stop) is not None


ALONE = Pattern(
    rf"\b(?:(?P<part>{PART})\s+)(?P<told>{TOLD})(?!\p{{L}})|\b(?P<told>(?:ngày\s+)?hôm\s+(?:nay|qua)|ngày\s+mai|cùng\s+ngày)(?!\p{{L}})"
)
_THROUGH = Pattern(r"\s+(?:đường|cầu|điện\s+thoại|mạng|email|internet|loa|các|một|nhiều)\b")
"""After `qua` in its other meaning, through: `tối qua đường`."""
_SOME_DAYS = Pattern(r"(?r)\b(?:mấy|những|vài|nhiều)\s+")
"""Before `hôm nay` that means these days."""


def alone(folded: str, match: regex.Match[str]) -> Iterator[DateMention]:
    """`sáng nay`, `hôm qua`: a day without any figure."""
    through = match["told"] == "qua" and _THROUGH.match(folded, match.end()) is not None
    if through or _SOME_DAYS.match(folded, max(0, match.start() - 8), match.start()):
        return
    part = None if match["part"] is None else part_of_day([match["part"]])
    yield DateMention(Span(*match.span()), UNSAID, None, part, deictic_of(match["told"]), DateForm.DEICTIC)


SPELLED = Pattern(
    rf"\bngày\s+(?P<d>{DAY})\s+tháng\s+(?P<word>\p{{L}}+(?:\s+(?!năm)\p{{L}}+)?)(?:\s*,)?(?:\s+năm)?\s+(?P<y>{YEAR})"
)


def spelled(folded: str, match: regex.Match[str]) -> Iterator[DateMention]:
    """`ngày 12 tháng tám năm 2019`: a whole date whose month is a word is left to dateparser."""
    date = _parsed(int(match["d"]), match["word"], int(match["y"]))
    if date is not None:
        lead = lead_before(folded, match.start("d"), weekday=False)
        yield DateMention(Span(lead.start, match.end()), date, None, lead.part, lead.deictic, DateForm.DAY)


@cache
def _parsed(day: int, month: str, year: int) -> PartialDate | None:
    """What dateparser makes of a whole date, if it leaves day and year as they are written.

    Only its reader of absolute dates is used: its other ones fill what they do not understand from today's date.
    """
    import dateparser

    settings = {"DATE_ORDER": "DMY", "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    read = dateparser.parse(f"{day} tháng {month} năm {year}", languages=["vi"], settings=settings)
    if read is None or (read.day, read.year) != (day, year):
        return None
    return PartialDate(read.year, read.month, read.day)


YEARS = Pattern(rf"\bnăm\s+(?P<y>{YEAR})(?!{BLANKS}[-/]{BLANKS}\d)")


def years_alone(folded: str, match: regex.Match[str]) -> Iterator[DateMention]:
    """`năm 2019`."""
    yield DateMention(Span(*match.span()), PartialDate(int(match["y"]), None, None), None, None, None, DateForm.YEAR)
