"""When an article speaks, so that a year or a term is past or to come: `năm 2030`, `nhiệm kỳ 2020 - 2025`."""

from __future__ import annotations

from dataclasses import dataclass

from congressx.document import Document, SectionKind
from congressx.extractors.kpis.record import Mood
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold

YEAR = r"(?:19|20)\d\d"
TERM = rf"(?P<first>{YEAR})\s?-\s?(?P<last>{YEAR})"
_ANY = r"(?:[^.;]|(?<=\btp)\.)"
"""Within one stretch; `TP. HCM` ends none."""


@dataclass(frozen=True, slots=True)
class Now:
    """The year an article speaks from and the term that its congress opens."""

    year: int | None
    opening: tuple[int, int] | None
    early: bool = False
    """Whether the page is of the year's first weeks, when reviews of the year before appear."""
    told: int = 0
    """The last year that a page without a year of its own tells of, other than as an end."""


_DATED = Pattern(
    rf"(?<![\d.,])(?:\d{{1,2}}\s?[/.-]\s?)?(?P<month>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<year>{YEAR})(?!\d)(?!\s?-\s?\d{{4}}|\s?/\s?\p{{L}})"
)
_OF_A_DOCUMENT = Pattern(
    r"(?<!\p{L})(?:quyết định|nghị quyết|chỉ thị|kết luận|công văn|nghị định|thông tư|thông báo|tờ trình|số)"
    r"[^,.;:]{0,30}?\s(?:ký\s+|ban hành\s+)?ngày\s+[\d\s/.-]*$"
)
"""`Quyết định số 12 ngày 06/5/2014`: when a document was signed says nothing of when the article speaks."""
_OPENING = Pattern(rf"(?<!nghị\squyết\s)(?<!nghị\s)(?:đại\s+hội|đh){_ANY}{{0,160}}?nhiệm\s+k[ìỳ]\s*\(?{TERM}")
_REVIEW = Pattern(r"sơ kết|giữa nhiệm kỳ|tổng kết năm|\d năm thực hiện")
_HEAD_SENTENCES = 8


def now_of(document: Document) -> Now:
    """From the publish line, the latest full date at the head, the opening term, or the first year of the title."""
    title = fold(document.title)
    head = " ".join(sentence.folded for sentence in document.sentences[:_HEAD_SENTENCES])
    opening = _opening_term(title, head)
    if document.published is not None:
        return Now(document.published.year, opening, document.published.month <= 2)
    dated = max(
        (
            (int(match["year"]), int(match["month"]))
            for match in _DATED.finditer(head)
            if not _OF_A_DOCUMENT.search(head, 0, match.start())
        ),
        default=None,
    )
    if dated is not None:  # an older date may be of the background
        of_date, month = dated
        ends = None if opening is None else opening[1]
        last = max(_last_year(document, told, before=ends) or of_date for told in (_REPORTED, _REPORTED_SURELY))
        return Now(max(of_date, last), opening, early=last <= of_date and month <= 2)
    if opening is not None:
        return Now(opening[0], opening)
    in_title = min((int(match["year"]) for match in _TOLD_OF.finditer(title)), default=None)
    year = _last_year(document, _REPORTED) if in_title is None else in_title
    return Now(year, None, told=_last_told(document.text) if year is None else 0)


_TOLD_OF = Pattern(
    rf"(?<!(?:[đĐ]ến|[tT]ới|[tT]rước|[hH]ết|[cC]uối|[vV]ào|nhìn)\s)(?<!\p{{L}})[nN]ăm\s+(?P<year>{YEAR})(?!\s?[-/]\s?\d)"
)


_REACHED_BY = Pattern(
    rf"(?<!\p{{L}})(?:đến|tới)\s+năm\s+(?P<year>{YEAR})\s+(?:thì|đã)\s+(?:đã\s+)?(?:đạt|còn|lên|xuống|giảm|tăng|vượt|nâng|chiếm|hoàn\s+thành)(?!\p{{L}})"
)
"""`năm 2011 là 27%, đến năm 2014 thì đạt 30%`."""
_SPAN_REPORTED = Pattern(
    rf"(?<!\p{{L}})(?:đã|qua|sau|sơ kết|tổng kết|kết quả)(?!\p{{L}})(?:(?!kế hoạch|mục tiêu){_ANY}){{0,80}}?"
    rf"(?<!\p{{L}})(?:\d|hai|ba|bốn|năm)\s+năm\s+\(?{YEAR}\s?-\s?(?P<year>{YEAR})(?!\d)"
)
"""`đã huy động trong ba năm 2016-2018`: the years of a report have passed."""


def _last_told(text: str) -> int:
    told = (_TOLD_OF, _REACHED_BY, _SPAN_REPORTED)
    return max((int(match["year"]) for years in told for match in years.finditer(fold(text))), default=0)


_REPORTED = Pattern(
    rf"(?:tháng\s+đầu\s+năm|tháng\s+năm|quý\s+\w+\s+năm)\s+(?P<year>{YEAR})|(?<!đến\s)(?<!đến\s(?:cuối"
    rf"|hết)\s)năm\s+(?P<year>{YEAR})"
    rf"(?!\s?[-/]\s?\d)(?:(?!năm\s+\d{{4}}){_ANY}){{0,60}}?(?<!\p{{L}})(?:đã|đạt|ước|tăng|giảm|chỉ có|còn)(?!\p{{L}})"
)
_REPORTED_SURELY = Pattern(
    rf"(?<!đến\s)(?<!đến\s(?:cuối|hết)\s)năm\s+(?P<year>{YEAR})(?!\s?[-/]\s?\d)"
    rf"{_ANY}{{0,80}}?(?<!\p{{L}})(?:đã|phát hiện|cùng kỳ)(?!\p{{L}})"
)
_AIMS = Pattern(r"(?<!\p{L})(?:phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|sẽ|dự kiến|đề ra|phải|cần|nhiệm vụ)(?!\p{L})")


def _last_year(document: Document, reported: Pattern, *, before: int | None = None) -> int | None:
    """The last year of which a page tells results, not the end of a term that opens: `năm 2018 huyện đã thu hồi …`."""
    bodies = (sentence.folded for sentence in document.sentences if sentence.section is SectionKind.BODY)
    years = [int(match["year"]) for folded in bodies if not _AIMS.search(folded) for match in reported.finditer(folded)]
    return max((year for year in years if before is None or year < before), default=None)


def _opening_term(title: str, head: str) -> tuple[int, int] | None:
    """The term of a congress that the article reports; none where it reviews the resolution of one."""
    if _REVIEW.search(title):
        return None
    found = [match for text in (title, head) for match in _OPENING.finditer(text)]
    return max(((int(match["first"]), int(match["last"])) for match in found), default=None)


def mood_of_year(year: int, now: Now) -> Mood | None:
    """Whether what is told of a year is past or to come; None for the year of the page."""
    if now.year is None or year == now.year:
        return None
    return Mood.RESULT if year < now.year else Mood.TARGET


def mood_of_term(first: int, last: int, now: Now) -> Mood | None:
    """Whether what is told of a term is past or to come."""
    if now.opening is not None:
        return Mood.TARGET if first >= now.opening[0] else Mood.RESULT
    if now.year is None:
        return None
    return Mood.TARGET if first > now.year else Mood.RESULT if last <= now.year else None
