"""The time a figure is of: a year, half-year, quarter, term or every year, as its clause or its sentence names it."""

from __future__ import annotations

import regex

from congressx.document import Document
from congressx.extractors.kpis.clauses import clause_start, clause_stop, segment_start
from congressx.extractors.kpis.present import YEAR, Now
from congressx.extractors.kpis.record import Mood
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import fold

_PERIOD = Pattern(
    rf"(?P<each>(?:mỗi|hằng|hàng|một)\s+năm(?!\s+\d)|bình\s+quân\s+(?:\S+\s+){{0,2}}năm(?!\s+\d)|(?<!(?:người|đồng|usd|tấn|tỷ|tỉ|triệu)\s?)/\s?năm\b|năm\s+sau\s+cao\s+hơn)"
    rf"|(?:nhiệm\s+k[ìỳ]|giai\s+đoạn|thời\s+kỳ|khóa)(?:\s+[ivx]{{1,5}})?\s*\(?(?P<first>{YEAR})\s?-\s?(?P<last>{YEAR})"
    rf"|từ\s+(?:(?:đầu|cuối)\s+)?(?:năm\s+)?(?P<first>{YEAR})\s+(?:đến|-)\s+(?:(?:đầu|cuối|hết)\s+)?"
    rf"(?:năm\s+|tháng\s+\d{{1,2}}(?:\s?[/-]\s?|\s+năm\s+))?(?P<last>{YEAR})"
    rf"|(?:\bnăm\s+(?:học\s+)?)?(?P<first>{YEAR})\s?-\s?(?P<last>{YEAR})"
    rf"|từ\s+(?:(?:giữa|cuối)\s+)?(?:năm\s+|tháng\s+\d{{1,2}}(?:\s?[/-]\s?|\s+năm\s+))?{YEAR}\s+(?:cho\s+)?(?:đến|tới)\s+(?:nay|giờ|hiện)"
    rf"|(?:6|sáu)\s+tháng\s+(?:(?P<part>đầu|cuối)\s+(?:năm\s+)?|(?P<part>năm)\s+)(?P<year>{YEAR})"
    rf"|(?:2|hai)\s+năm\s+(?P<first>{YEAR})\s+và\s+(?:năm\s+)?(?P<last>{YEAR})"
    rf"|(?:(?:6|sáu)\s+tháng|nửa)\s+(?P<part>đầu|cuối)\s+năm(?:\s+nay)?(?!\s*,?\s*(?:học\s+)?\d)"
    r"|(?<!(?:dự toán|kế hoạch|chỉ tiêu) )(?P<whole>cả\s+năm\s+nay|cả\s+năm|(?<!\p{L})năm\s+nay)(?!\s*\d|\s+học|\p{L})"
    r"|(?<!\p{L})qu[ýí]\s+(?P<part>iv|i{1,3}|[1-4])(?!\s*[/-]|\s+năm|,?\s*\d|\p{L})"
    rf"|qu[ýí]\s+(?P<part>iv|i{{1,3}}|[1-4])\s*(?:[/-]|năm\s+)?\s*(?P<year>{YEAR})"
    rf"|(?<!\p{{L}})(?<!lên )(?:đến|tới|cuối|vào|trong)\s+(?P<year>{YEAR})(?!\s?[-/.]\s?\d|\d)(?=\s*(?:[,;:)]|$)"
    r"|\s+(?:là|còn|đạt|bình quân|có|sẽ|phải|thì|con số|tỷ lệ|tỉ lệ|toàn|cả|tổng|mới|đã|chỉ|ước|số)(?!\p{L}))"
    rf"|(?:thời\s+điểm|đến|hết)\s+(?:ngày\s+)?31\s?[/-]\s?12\s?[/-]\s?(?P<year>{YEAR})"
    rf"|\bnăm\s+(?:học\s+)?(?P<year>{YEAR})"
)
_PARTS = {
    "đầu": "H1", "cuối": "H2", "năm": "H1",
    "i": "Q1", "ii": "Q2", "iii": "Q3", "iv": "Q4", "1": "Q1", "2": "Q2", "3": "Q3", "4": "Q4",
}  # fmt: skip
"""By the word that tells the part; `6 tháng |năm| 2021` are the first six."""
_TO_DATE = Pattern(r"(?<!\p{L})(?:đến nay|tới nay|hiện nay|hiện đã)(?!\p{L})")
_COMPARED = Pattern(
    r"(?r)(?:bằng|gấp(?:\s+\S+){1,3}\s+lần)\s+(?:(?:hồi|cuối|đầu|cùng\s+kỳ|kế\s+hoạch|dự\s+toán)\s+)*"
    r"|so\s+với(?:\s+(?!trong|tại|vào|ở|thì|và|của)\p{L}+){0,6}\s+"
)

_BEFORE = r"cùng kỳ(?: năm (?:trước|ngoái))?|năm (?:trước|ngoái)"
EARLIER = Pattern(
    rf"\W*(?:{_BEFORE}|kỳ trước)(?: (?:chỉ|đã|cũng|là|mới|có|đạt|tăng|giảm|ước))*"
    r"\s*(?:hơn |gần |trên |khoảng )?"
)
"""`tăng 5% (cùng kỳ tăng 4%)`: what was before the period that is told."""
_THAN_EARLIER = Pattern(rf"(?:cao|thấp|nhiều|ít) hơn (?:{_BEFORE})\s*\(\s*$")
"""`tăng 7,6%, cao hơn cùng kỳ năm ngoái (tăng 7,4%)`."""


_NAMED = Pattern(
    rf"(?<![\d.,])(?<!{YEAR}\s?-\s?)(?<!(?:so với|đến|tới|hết|cùng kỳ)\s(?:năm\s)?)"
    rf"(?P<year>{YEAR})(?!\d|\s?-\s?\d)"
)
_SURELY = 2


def year_in_view(document: Document, now: Now) -> int | None:
    """The year that `năm nay`, `6 tháng đầu năm`, `quý 1` are of: the one the article speaks from, where it names it again and again."""
    if now.early:
        return None
    if now.year is None or document.published is not None:
        return now.year
    named = [match["year"] for match in _NAMED.finditer(fold(document.text))]
    return now.year if named.count(str(now.year)) >= _SURELY else None


_THIS_YEAR = Pattern(r"(?<!\p{L})năm nay(?!\p{L})")


def year_near(document: Document, index: int, year: int | None) -> int | None:
    """The year in view at a sentence: `Năm 2016, kinh tế tăng trưởng. Thu ngân sách cả năm đạt …` turns from it."""
    if year is None or index == 0 or _THIS_YEAR.search(document.sentences[index].folded):
        return year
    told = times_told(document.sentences[index - 1].folded, None)
    return year if not told or str(year) in told[-1][0] else None


def period_of(folded: str, focus: Span, now: Now, mood: Mood, year: int | None) -> str | None:
    """Period of the figure at `focus`: named in its clause, else last before it in the sentence, else the term an aim is for."""
    start, stop = clause_start(folded, focus.start), clause_stop(folded, focus.stop)
    if EARLIER.fullmatch(folded, start, focus.start) or _THAN_EARLIER.search(folded, 0, start):
        return None
    aside = _aside(folded, focus)
    if aside is not None:
        return aside
    apart = _asides_before(folded, focus.start)
    here = [match for match in _times(folded, start, stop, year) if not _stands_in(apart, match)]
    ahead = [match for match in _times(folded, 0, focus.start, year) if not _stands_in(apart, match)]
    told = _nearest(folded, focus, here) or _held_over(folded, focus, mood, ahead)
    if told is not None:
        return "per_year" if told["each"] is not None else _written(told, year)
    if _SUM_A_YEAR.match(folded, focus.stop):
        return "per_year"
    if mood is Mood.TARGET and now.opening is not None:
        return f"{now.opening[0]}-{now.opening[1]}"
    return None


_SUM_A_YEAR = Pattern(r"(?:\s?(?:nghìn|triệu|tỷ|tỉ|đồng|usd|tấn)(?!\p{L}))+\s?/\s?năm(?!\p{L})")
"""`giảm chi 90 tỷ đồng/năm`, where no other time is told."""


def _times(folded: str, start: int, stop: int, year: int | None) -> list[regex.Match[str]]:
    """The times named there, without those that are only compared with, and without `năm nay` where no year is in view."""
    found = [match for match in _PERIOD.finditer(folded, start, stop) if not _compares(folded, match)]
    return found if year is not None else [match for match in found if not _is_of_this_year(match)]


def _is_of_this_year(match: regex.Match[str]) -> bool:
    """`năm nay`, `6 tháng đầu năm`, `quý 1`: what names no year itself."""
    return match["whole"] is not None or (match["part"] is not None and match["year"] is None)


_ASIDE = Pattern(rf"(?:\s?%)?[^;:,.()\d]{{0,40}}\((?P<words>[^()\d]{{0,30}}{YEAR})\s?\)")
_ASIDE_BEFORE = Pattern(rf"\d(?:\s?%)?[^;:,.()\d]{{0,40}}(?P<aside>\([^()\d]{{0,60}}{YEAR}\s?\))")
_SAYS_WHEN = Pattern(rf"\(\s*(?:[^()\d]*(?<!\p{{L}})(?:năm|cuối|hết|đến|vào|trong)\s+)?(?P<year>{YEAR})")
_OF_A_DOCUMENT = Pattern(r"(?<!\p{L})(?:luật|nghị quyết|kết luận|quyết định|chỉ thị|so với|kế hoạch|từ)(?!\p{L})")


def _aside(folded: str, focus: Span) -> str | None:
    """The year in brackets right behind the figure: `tăng từ 21 triệu đồng (năm 2010) lên …`."""
    aside = _ASIDE.match(folded, focus.stop)
    if aside is None or _OF_A_DOCUMENT.search(aside["words"]) is not None:
        return None
    when = _SAYS_WHEN.fullmatch(folded, aside.start("words") - 1, aside.end("words"))
    return None if when is None else when["year"]


def _asides_before(folded: str, at: int) -> list[Span]:
    """Brackets that say when the figure right before them was: of no other figure."""
    return [Span(*match.span("aside")) for match in _ASIDE_BEFORE.finditer(folded, 0, at)]


def _stands_in(asides: list[Span], match: regex.Match[str]) -> bool:
    return any(aside.start <= match.start() < aside.stop for aside in asides)


_PART_OF_IT = Pattern(r"\s*(?:trong đó|trong số (?:đó|này)|riêng)(?!\p{L})")
"""`gần 300 km năm 2021; trong đó, 40 km đường bê tông`."""


def _held_over(folded: str, focus: Span, mood: Mood, ahead: list[regex.Match[str]]) -> regex.Match[str] | None:
    """Of the times before the figure the last that is told in its stretch, or holds over the end of its own."""
    begin = segment_start(folded, focus.start)
    of_part = _PART_OF_IT.match(folded, begin) is not None
    for match in reversed(ahead):
        if mood is Mood.RESULT and _TO_DATE.search(folded, match.end(), focus.start):
            continue  # mục tiêu đến năm 2025 là 90%; đến nay đã đạt 82%
        if match["each"] is not None and not _opens(folded, match):
            continue
        if match.start() >= begin or of_part or _holds_on(folded, match):
            return match
    return None


NUMBER = Pattern(rf"(?<![\d.,/-])(?<!(?:thứ|số)\s)(?!{YEAR}(?!\d)|\d{{1,2}} (?:năm|tháng)(?!\p{{L}}))\d")
"""A figure: no year or ordinal, nor how many years or months."""
_SEGMENT_ENDS = Pattern(r"\s*[;.]")


def _holds_on(folded: str, match: regex.Match[str]) -> bool:
    """Whether a time holds over the end of its stretch: not one behind a figure, nor the last words of what it is of.

    `Đến năm 2025, tạo 900 việc làm; xây 7 cầu`; not `phủ sóng toàn xã vào năm 2021; xây 7 cầu`.
    """
    if _SEGMENT_ENDS.match(folded, match.end()):
        return False
    if _TOPIC.fullmatch(folded, clause_start(folded, match.start()), match.start()):
        return True
    return NUMBER.search(folded, segment_start(folded, match.start()), match.start()) is None


_TOPIC = Pattern(r"\W*(?:(?:trong|đến|tính|hết|đầu|cuối|vào|riêng|qua|sang|bước|chỉ|kể|từ|ngay)\s+)*")
"""What stands before a time that a clause begins with."""


Told = tuple[str, int]
"""A time as it is written, and where in its sentence."""


def times_told(folded: str, year: int | None) -> list[Told]:
    """Every time a sentence tells of, with its place: not what is compared with, nor `mỗi năm`.

    >>> times_told("năm 2021 thu 5 tỷ đồng, tăng 4% so với năm 2020; nửa đầu năm nay thu 3 tỷ đồng", 2022)
    [('2021', 0), ('2022H1', 49)]
    """
    found = [(_written(match, year), match.start()) for match in _times(folded, 0, len(folded), year)]
    return [(period, start) for period, start in found if period is not None]


_HEAD = Pattern(r"\W*(?:(?:tính|bình quân|trung bình|cứ)\s+)*")


def _opens(folded: str, match: regex.Match[str]) -> bool:
    """Whether the sentence begins with it, so that it holds for all of it: `Bình quân mỗi năm, GRDP tăng 9,6%`."""
    return _HEAD.fullmatch(folded, 0, match.start()) is not None


_RIGHT_BEHIND = Pattern(
    r"\s*(?:%|(?!và|so|của|cho)[\p{L}/]+(?:\s(?!và|so|của|cho|trong|vào|đầu|cuối|hết)[\p{L}/]+){0,2})?\s*(?:(?:vào|trong|đầu|cuối|hết|cho|\d)\s+)*"
)
_BEGINS = Pattern(r"\s+(?:đã|sẽ|phải|đang|mới)(?!\p{L})")
"""`lắp 4.350 trụ, trong 2016 |đã| lắp 800 trụ`: the time is of what comes."""


def _nearest(folded: str, focus: Span, here: list[regex.Match[str]]) -> regex.Match[str] | None:
    """Of the times in the clause the one right behind the figure, or the last before it: `từ 12% năm 2015 còn 3% năm 2020`.

    What is so every year holds for all of the clause.
    """
    every = next((match for match in here if match["each"] is not None), None)
    if every is not None or not here:
        return every
    before = next((match for match in reversed(here) if match.start() < focus.start), None)
    behind = next((match for match in here if match.start() >= focus.stop), None)
    if behind is not None:
        if before is not None and _BEGINS.match(folded, behind.end()):
            return before
        taken = before is not None and _is_taken(folded, before.end(), focus, behind.start())
        if taken or _RIGHT_BEHIND.fullmatch(folded, focus.stop, behind.start()):
            return behind
    return before or here[-1]


def _is_taken(folded: str, start: int, focus: Span, stop: int) -> bool:
    """`năm 2020 xong 22 dự án và 41 dự án trong năm 2021`: whether another figure has the time before it."""
    return bool(NUMBER.search(folded, start, focus.start)) and not NUMBER.search(folded, focus.stop, stop)


def _compares(folded: str, match: regex.Match[str]) -> bool:
    return _COMPARED.match(folded, max(0, match.start() - 40), match.start()) is not None


def _written(match: regex.Match[str], year: int | None) -> str | None:
    """As the column says it: `2016-2020`, `2021H1`, `2021`; None of what has no end yet, or no year (`mỗi năm`)."""
    if match["first"] is not None:
        return f"{match['first']}-{match['last']}" if int(match["first"]) < int(match["last"]) else None
    told = year if _is_of_this_year(match) else match["year"]
    return None if told is None else f"{told}{_PARTS.get(match['part'], '')}"
