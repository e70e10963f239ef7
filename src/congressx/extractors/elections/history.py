"""What an event of long ago looks like: career history in a biography gives no elections."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from congressx.document import Document, SectionKind
from congressx.extractors.elections.moods import signs
from congressx.extractors.elections.pieces import ASIDE
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.numerals import read_roman
from congressx.vietnamese.spelling import fold, phrase

_BEFORE_THE_END = phrase(r"trước khi (?:có kết quả|công bố|bế mạc|khép lại|kết thúc)")
_ONCE = Pattern(
    rf"(?<!(?<!\p{{L}})trong\s)(?!{_BEFORE_THE_END}){signs('once')}|(?<!\p{{L}})(?:tháng|năm)\s+sau(?!\p{{L}})"
)
"""Not `trong khi đó`, `trong từng`, and no other meeting: `trước khi bế mạc`."""
_IN_TURN = Pattern(r"(?<!\p{L})lần\s+lượt(?!\p{L})")
_WRONG = Pattern(signs("wrong"))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATE = Pattern(
    phrase(
        rf"(?P<day>\d{{1,2}})\s*[/.-]\s*(?P<month>\d{{1,2}})\s*[/.-]\s*{_YEAR}"
        rf"|ngày (?P<day>\d{{1,2}}) tháng (?P<month>\d{{1,2}}),? năm {_YEAR}"
        rf"|(?<![\d/])(?P<month>\d{{1,2}})\s*[/-]\s*{_YEAR}|tháng (?P<month>\d{{1,2}}) (?:năm )?{_YEAR}"
        rf"|năm {_YEAR}|\({_YEAR}\)"
    )
    + r"(?!\d|\s*-\s*(?:19|20)?\d\d)"
)
_NOT_WHEN = Pattern(
    phrase(
        r"(?:nhiệm kỳ|khóa [ivxl\d]+|giai đoạn|sinh|sinh ngày|sinh năm|sinh tháng|năm học|kế hoạch|nghị quyết[^,;]{0,30}"
        r"|quyết định số[^,;]{0,40}|thành lập|đến năm|nk)\s*(?:năm |ngày )?$"
    )
)
_NOT_WHEN_EXACT = Pattern(
    phrase(
        r"(?:sinh|sinh ngày|sinh năm|sinh tháng|sn|nghị quyết[^,;]{0,30}|quyết định số[^,;]{0,40}"
        r"|quyết định \d[^,;.]{0,24}|thành lập|vào đảng[^,;]{0,20}"
        r"|kết nạp[^,;]{0,30}|:)\s*(?:năm |ngày |tháng )?$"
    )
)
_IN_FORCE = Pattern(phrase(r"(?<!\p{L})(?:kể|tính|hiệu lực(?: thi hành)?|nghỉ[^,;]{0,30}) từ(?: ngày)?\s*$"))
"""`bổ nhiệm … kể từ ngày 1/7/2019`, `đã nghỉ hưu từ ngày 1/5/2019`: no time of the event."""
_DAY_MONTH = Pattern(
    phrase(
        r"(?:ngày|sáng|chiều|tối|trưa|hôm|nay|qua|\()\s*(?:nay|qua)?\s*,?\s*\(?(?:ngày )?"
        r"\d{1,2}\s*[/.-]\s*\d{1,2}(?!\s*[/.-]?\s*\d)"
    )
)

_NUMBER = r"(?:khóa|lần thứ|lần) (?P<number>[ivx]{1,5}|\d{1,2})(?![\p{L}\d])"
_PARTY = r"đảng(?! (?:bộ|ủy|viên|đoàn))(?: cộng sản việt nam)?"
_CONGRESS = Pattern(
    phrase(
        rf"(?<!\p{{L}})(?P<at>(?:tại|ở|đến|trong|qua)\s+)?(?:kỳ )?đại hội (?:đại biểu )?"
        rf"(?:(?:toàn quốc )?(?:của )?{_PARTY}(?: toàn quốc)? {_NUMBER}|toàn quốc {_NUMBER} (?:của )?{_PARTY})"
    )
)
"""`Tại Đại hội Đảng khóa X`, `tại Đại hội đại biểu toàn quốc lần thứ XI của Đảng`: as good as a date."""
_OPENING = 3
"""Sentences that tell what an article reports from."""


def is_charge(folded: str) -> bool:
    """Whether a sentence tells of appointments as wrongs found out later.

    >>> is_charge("ông an có khuyết điểm khi bổ nhiệm ông bình làm trưởng phòng")
    True
    """
    return bool(_WRONG.search(folded))


def is_course(folded: str, event: Span, *, several: bool) -> bool:
    """Whether offices are told one after the other of one person: `ông A lần lượt được bổ nhiệm làm …`.

    >>> line = "ông a lần lượt giữ chức phó phòng, trưởng phòng"
    >>> is_course(line, Span(23, 31), several=False), is_course(line, Span(23, 31), several=True)
    (True, False)
    """
    return not several and _IN_TURN.search(folded, folded.rfind(";", 0, event.start) + 1, event.start) is not None


def is_history(folded: str, event: Span, document: Document) -> bool:
    """Whether the clause around `event` tells of an earlier time than the one the article reports."""
    start = folded.rfind(";", 0, event.start) + 1
    stop = folded.find(";", event.stop)
    clause = Span(start, len(folded) if stop < 0 else stop)
    if _tells_of_once(folded[clause.start : event.stop]):
        return True
    now = _reference(document)
    if any(_is_past(congress, now, document) for congress in _congresses(folded, Span(clause.start, event.start))):
        return True
    return any(_is_long_before(date, now) for date in _dates(folded, clause))


_SESSIONS = Pattern(phrase(r"trải qua (?:\S+ ){0,3}?(?:phiên|ngày|buổi|giờ|vòng|lần)(?!\p{L})"))
"""`trải qua hai ngày làm việc, đại hội đã bầu`: no years."""


def _tells_of_once(words: str) -> bool:
    """Whether the words speak of years before, outside of brackets: `(nguyên là Giám đốc)` is only said of who won."""
    return _ONCE.search(words) is not None and _ONCE.search(_SESSIONS.sub("", ASIDE.sub("", words))) is not None


def _congresses(folded: str, clause: Span) -> list[int]:
    """The national congresses of the Party at which something is said to have happened."""
    found = _CONGRESS.finditer(folded, clause.start, clause.stop)
    return [_ordinal(match["number"]) for match in found if match["at"]]


def _ordinal(number: str) -> int:
    return int(number) if number.isdigit() else read_roman(number.upper()) or 0


@cache
def _months() -> dict[int, int]:
    """The month each national congress met, counted from year 0."""
    months = {}
    for number, month in rows("congresses.tsv", __package__):
        year, _, of_year = month.partition("-")
        months[int(number)] = int(year) * 12 + int(of_year)
    return months


def _is_past(congress: int, now: int | None, document: Document) -> bool:
    """Whether the article reports from a later time; one without a date has to name the congress in its opening."""
    if now is not None:
        return congress in _months() and _months()[congress] < now - 2
    opening = [s.folded for s in document.sentences if s.section in (SectionKind.TITLE, SectionKind.LEAD)][:_OPENING]
    opening.append(fold(document.title))
    named = (match["number"] for words in opening for match in _CONGRESS.finditer(words))
    return congress not in {_ordinal(number) for number in named}


def _dates(folded: str, clause: Span) -> list[regex.Match[str]]:
    """Months and years said of events, not of terms, births, documents and of what follows from them."""
    found = []
    for match in _DATE.finditer(folded, clause.start, clause.stop):
        unfit = _NOT_WHEN_EXACT if match["month"] else _NOT_WHEN
        if _IN_FORCE.search(folded[max(0, match.start() - 50) : match.start()]):
            continue
        if not unfit.search(folded[max(0, match.start() - 50) : match.start()]):
            found.append(match)
    return found


def _is_long_before(date: regex.Match[str], now: int | None) -> bool:
    if now is None:
        return True  # the article dates its own event without a year
    year = int(date["year"])
    return year * 12 + int(date["month"]) < now - 2 if date["month"] else year < (now - 1) // 12


@lru_cache(maxsize=8)
def _reference(document: Document) -> int | None:
    """The month the article reports from, counted from year 0; None when its own event is dated without a year."""
    if document.published is not None:
        return document.published.year * 12 + document.published.month
    latest: int | None = None
    opening = document.prose[:4]
    for sentence in opening:
        if _DAY_MONTH.search(sentence.folded):
            return None
        for date in _dates(sentence.folded, Span(0, len(sentence.folded))):
            if date["day"]:
                latest = max(latest or 0, int(date["year"]) * 12 + int(date["month"]))
    return latest
