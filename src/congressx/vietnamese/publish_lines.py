"""Publish lines: a whole line of a page that says when the page was published, and nothing else.

A sentence that merely begins with a date is none. Whether a line belongs to the article or is the clock of the site
(`Thứ tư, ngày 03 tháng 06 năm 2020` in a page's head) cannot be told from the line: that is for whoever sees the page.

>>> read_publish_line("Thứ tư, 03/06/2020 16:24 GMT+7")
PublishLine(date=datetime.date(2020, 6, 3), span=Span(start=8, stop=18), kind=<LineKind.WEEKDAY: 'weekday'>)
>>> read_publish_line("Ngày 25-06-2020, Đảng bộ xã họp") is None
True
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import fold


class LineKind(StrEnum):
    """What the line has beside the date, surest first."""

    LABELLED = "labelled"  # Cập nhật lúc: 17:15 14/01/2021 · Đăng ngày 17 - 05 - 2024
    WEEKDAY = "weekday"  # Thứ Tư, 08/04/2015, 08:11 [GMT+7]
    CLOCK = "clock"  # 28/10/2020 | 11:32 AM
    BYLINE = "byline"  # Hoài An | 06:10 07/02/2017 · Tin trong huyện - 28/03/2013
    LEAD = "lead"  # (16/07/2014) Sáng nay, …: the date stands in brackets before a lead
    ISO_PREFIX = "iso_prefix"  # 2015-03-24 - Thực hiện …
    CRAWLER = "crawler"  # date 2025-11-06: put there by whoever fetched the page
    DAY_WORD = "day_word"  # Ngày 25-06-2020
    BARE = "bare"  # 25/10/2021


@dataclass(frozen=True, slots=True)
class PublishLine:
    """The day a page says it was published on; `span` covers the date in the line."""

    date: datetime.date
    span: Span
    kind: LineKind


_MAX_LENGTH = 160
_YEAR = r"(?:199[5-9]|20\d\d)"
"""Pages are no older than the web."""
_MONTHS = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = (
    rf"(?P<d>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<m>\d{{1,2}})\s?(?P=sep)\s?(?P<y>{_YEAR})(?!\d)"
    rf"|(?P<d>\d{{1,2}})\s+(?:tháng|thg)\s+(?P<m>\d{{1,2}})\s*(?:,|năm|/|-)?\s*(?P<y>{_YEAR})(?!\d)"
    rf"|(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"
    rf"|(?P<mon>{_MONTHS})[a-z]*\.?\s+(?P<d>\d{{1,2}}),\s*(?P<y>{_YEAR})(?!\d)"
    r"|(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<yy>[0-3]\d)(?!\d)"
)
_WEEKDAYS = (
    ("thứ hai", "thứ 2", "monday", "mon"),
    ("thứ ba", "thứ 3", "tuesday", "tue"),
    ("thứ tư", "thứ 4", "wednesday", "wed"),
    ("thứ năm", "thứ 5", "thursday", "thu"),
    ("thứ sáu", "thứ 6", "friday", "fri"),
    ("thứ bảy", "thứ bẩy", "thứ 7", "saturday", "sat"),
    ("chủ nhật", "chúa nhật", "cn", "sunday", "sun"),
)
"""Monday first, as Python counts."""
_WEEKDAY_NUMBER = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_WEEKDAY = "|".join(sorted(_WEEKDAY_NUMBER, key=len, reverse=True)).replace(" ", r"\s+")
_PUBLISHED = (
    r"(?:tin\s+)?(?:được\s+)?(?:đăng|gửi|đưa|xuất\s+bản)(?:\s+(?:tin|bài|lên))?(?:\s+(?:ngày|lúc|vào|hồi))?"
    r"|(?:ngày|thời\s+gian|giờ)\s+(?:đăng|gửi|đưa|xuất\s+bản|tạo)(?:\s+(?:tin|bài))?|published(?:\s+on)?|posted(?:\s+on)?"
)
_UPDATED = r"(?:ngày\s+)?cập\s*nhật(?:\s+(?:ngày|lúc|vào|lần\s+cuối|mới\s+nhất))*|last\s+updated?|updated?(?:\s+on)?"
_TAIL = r"(?:tổng\s+)?(?:số\s+)?lượt\s+(?:xem|đọc|truy\s+cập)|đã\s+(?:xem|đọc)|view\s*(?:count|s)?|xem|bình\s+luận"
_CREDIT = r"(?:tác\s+giả|nguồn|người\s+(?:đăng|viết|gửi)|đăng\s+bởi|bởi|by)\b\s*:?[^|\d]{0,60}"
_TOOLS = (
    r"(?:xem\s+với\s+)?cỡ\s+chữ|in\s+(?:bài(?:\s+viết)?|trang|tin)|chia\s+sẻ|xuất\s+pdf|đọc\s+bài(?:\s+viết)?|facebook"
    r"|zalo|email|print|a"
)
_TOKEN = Pattern(
    rf"(?P<date>{_DATE})"
    r"|(?P<clock>\d{1,2}\s?(?::|h|g|giờ)\s?\d{2}(?:\s?:\s?\d{2}|\s*phút|')?(?!\d)(?:\s*(?:am|pm|sa|ch)\b)?)"
    rf"|(?P<weekday>\b(?:{_WEEKDAY})\b)"
    rf"|(?P<credit>\b{_CREDIT})"
    rf"|(?P<published>\b(?:{_PUBLISHED})\b)"
    rf"|(?P<updated>\b(?:{_UPDATED})\b)"
    rf"|(?P<tail>(?:\d[\d.]*\s+)?\b(?:{_TAIL})\b(?:\s*:?\s*\d[\d.]*)?)"
    r"|(?P<zone>\(?\[?\bgmt\s*\+?\s*7\b\]?\)?|\bict\b)"
    rf"|(?P<tools>\b(?:{_TOOLS})\b\+?)"
    r"|(?P<day>\b(?:ngày|lúc|vào|hồi)\b)"
    r"|(?P<rest>[\s|,.:;()\[\]/•·*>-]+)"
)
_BYLINE = Pattern(r"[^|\d]{2,60}\|\s*(?=\d)")
_RUBRIC = Pattern(
    rf"(?:tin|báo(?! cáo)|đài|cổng|trang|tạp chí|bản tin|admin|quản trị|ban biên tập|bbt)(?!\w)[^|\d,.:;]{{0,60}}?"
    rf"(?:\s+[-–/|·•]\s+|\s{{3,}}|(?<=admin)\s)(?=\d|(?:{_WEEKDAY})(?!\w))"
    r"|[^|\d,.:;]{2,60}\s\|\s+(?=\d)"
)
"""Who prints, or under which heading: `Tin trong huyện - 28/03/2013`, `Báo Hà Phong - Thứ sáu, 07-01-2011`."""
_LEAD = Pattern(rf"\s*\(\s*(?P<date>{_DATE})\s*\)(?=\s*\p{{L}})")
_ISO_PREFIX = Pattern(rf"\s*(?P<date>(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d))\s+-\s+(?=\p{{L}})")
_CRAWLER = Pattern(rf"\s*date\s+(?P<date>(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d))(?!\d)")


def read_publish_line(line: str) -> PublishLine | None:
    """When `line`, as the page has it, says its page was published; None when it says anything else.

    >>> read_publish_line("Ngày đăng 07/06/2021 | 15:17 | View count: 616").date.isoformat()
    '2021-06-07'
    >>> read_publish_line("Friday, Sep 24, 2021 | 16:27").kind.value
    'weekday'
    """
    folded = fold(line)
    if line.lstrip().startswith("ngày"):
        return None  # the middle of a wrapped sentence
    for kind, pattern in ((LineKind.CRAWLER, _CRAWLER), (LineKind.ISO_PREFIX, _ISO_PREFIX), (LineKind.LEAD, _LEAD)):
        match = pattern.match(folded)
        if match is not None:
            date = _date(match)
            return None if date is None else PublishLine(date, Span(*match.span("date")), kind)
    return None if len(folded) > _MAX_LENGTH else _whole_line(folded)


def _whole_line(folded: str) -> PublishLine | None:
    tokens = list(_tokens(folded, 0))
    credited = None
    if not tokens:
        credited = next((found for pattern in (_BYLINE, _RUBRIC) if (found := pattern.match(folded))), None)
        tokens = [] if credited is None else list(_tokens(folded, credited.end()))
    match = _publishing_date(tokens)
    date = None if match is None else _date(match)
    if match is None or date is None or not _weekdays_agree(tokens, date):
        return None
    groups = {token.lastgroup for token in tokens}
    kind = _kind(groups) if credited is None else _kind_of_credited(folded, groups)
    if kind is None or (kind in _MAY_BE_A_SENTENCE and (match["yy"] or _SENTENCE_END.search(folded))):
        return None
    return PublishLine(date, Span(*match.span("date")), kind)


_MAY_BE_A_SENTENCE = frozenset({LineKind.DAY_WORD, LineKind.BARE})
_SENTENCE_END = Pattern(r"[.;,]\s*$")
"""What ends a line that is the rest of a wrapped sentence: `ngày 22/5/2016.`"""


def _tokens(folded: str, start: int) -> Iterator[regex.Match[str]]:
    """The tokens of a line made of nothing else; none at all for any other line."""
    found: list[regex.Match[str]] = []
    while start < len(folded):
        match = _TOKEN.match(folded, start)
        if match is None:
            return
        found.append(match)
        start = match.end()
    yield from found


def _publishing_date(tokens: list[regex.Match[str]]) -> regex.Match[str] | None:
    """The one date of a line, or of several the one that a word of publishing stands before."""
    dates: list[tuple[str, regex.Match[str]]] = []
    label = ""
    for token in tokens:
        if token["published"] is not None or token["updated"] is not None:
            label = token.lastgroup or ""
        if token["date"] is not None:
            dates.append((label, token))
    if len(dates) > 1:
        dates = [(label, token) for label, token in dates if label == "published"]
    return dates[0][1] if len(dates) == 1 else None


def _date(match: regex.Match[str]) -> datetime.date | None:
    english = match.groupdict().get("mon")
    month = _MONTHS.split("|").index(english) + 1 if english else int(match["m"])
    short = match.groupdict().get("yy")
    try:
        return datetime.date(2000 + int(short) if short else int(match["y"]), month, int(match["d"]))
    except ValueError:
        return None


def _weekdays_agree(tokens: list[regex.Match[str]], date: datetime.date) -> bool:
    """Whether the weekday is that of the date; where it is not, day and month may have changed places."""
    told = [" ".join(token["weekday"].split()) for token in tokens if token["weekday"] is not None]
    return all(_WEEKDAY_NUMBER[name] == date.weekday() for name in told)


def _kind_of_credited(folded: str, groups: set[str | None]) -> LineKind | None:
    """Behind a name a clock tells that the line is one of publishing; behind a rubric it need not."""
    return LineKind.BYLINE if "clock" in groups or _RUBRIC.match(folded) else None


def _kind(groups: set[str | None]) -> LineKind:
    if groups & {"published", "updated"}:
        return LineKind.LABELLED
    for group, kind in (("weekday", LineKind.WEEKDAY), ("clock", LineKind.CLOCK), ("day", LineKind.DAY_WORD)):
        if group in groups:
            return kind
    return LineKind.BARE
