"""The time a figure is of: a year, half-year, quarter, term or every year, as its clause or its sentence names it."""

from __future__ import annotations

import regex

from congressx.extractors.kpis.clauses import clause_start, clause_stop, segment_start
from congressx.extractors.kpis.present import YEAR, Now
from congressx.extractors.kpis.record import Mood
from congressx.patterns import Pattern
from congressx.span import Span

_PERIOD = Pattern(
    rf"(?P<each>(?:mỗi|hằng|hàng|một)\s+năm(?!\s+\d)|bình\s+quân\s+(?:\S+\s+){{0,2}}năm(?!\s+\d)|(?<!người)(?<!đồng)(?<!usd)(?<!tấn)\s?/\s?năm\b|năm\s+sau\s+cao\s+hơn)"
    rf"|(?:nhiệm\s+k[ìỳ]|giai\s+đoạn|thời\s+kỳ|khóa)(?:\s+[ivx]{{1,5}})?\s*\(?(?P<first>{YEAR})\s?-\s?(?P<last>{YEAR})"
    rf"|từ\s+(?:năm\s+)?(?P<first>{YEAR})\s+(?:đến|-)\s+(?:năm\s+)?(?P<last>{YEAR})|(?:\bnăm\s+)?(?P<first>{YEAR})\s?-\s?(?P<last>{YEAR})"
    rf"|(?:6|sáu)\s+tháng\s+(?P<half>đầu|cuối)\s+(?:năm\s+)?(?P<year>{YEAR})"
    rf"|(?:2|hai)\s+năm\s+(?P<first>{YEAR})\s+và\s+(?:năm\s+)?(?P<last>{YEAR})"
    rf"|qu[ýí]\s+(?P<quarter>iv|i{{1,3}}|[1-4])\s*(?:[/-]|năm\s+)?\s*(?P<year>{YEAR})"
    rf"|(?<!\p{{L}})(?<!lên )(?:đến|tới|cuối|vào)\s+(?P<year>{YEAR})(?!\s?[-/.]\s?\d|\d)(?=\s*(?:[,;:)]|$)"
    r"|\s+(?:là|còn|đạt|bình quân|có|sẽ|phải|thì|con số|tỷ lệ|tỉ lệ|toàn|cả|tổng|mới|đã|chỉ|ước|số)(?!\p{L}))"
    rf"|(?<!so với )(?<!so với cuối )(?<!so với đầu )\bnăm\s+(?:học\s+)?(?P<year>{YEAR})"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TO_DATE = Pattern(r"(?<!\p{L})(?:đến nay|tới nay|hiện nay|hiện đã)(?!\p{L})")
_COMPARED = Pattern(
    r"(?r)(?:so\s+với|bằng|gấp(?:\s+\S+){1,3}\s+lần)\s+(?:(?:hồi|cuối|đầu|cùng\s+kỳ|kế\s+hoạch|dự\s+toán)\s+)*"
)

_BEFORE = r"cùng kỳ(?: năm (?:trước|ngoái))?|năm (?:trước|ngoái)"
EARLIER = Pattern(
    rf"\W*(?:{_BEFORE}|kỳ trước)(?: (?:chỉ|đã|cũng|là|mới|có|đạt|tăng|giảm|ước))*"
    r"\s*(?:hơn |gần |trên |khoảng )?"
)
"""`tăng 5% (cùng kỳ tăng 4%)`: what was before the period that is told."""
_THAN_EARLIER = Pattern(rf"(?:cao|thấp|nhiều|ít) hơn (?:{_BEFORE})\s*\(\s*$")
"""`tăng 7,6%, cao hơn cùng kỳ năm ngoái (tăng 7,4%)`."""


def period_of(folded: str, focus: Span, now: Now, mood: Mood) -> str | None:
    """Period of the figure at `focus`: named in its clause, else last before it in the sentence, else the term an aim is for."""
    start, stop = clause_start(folded, focus.start), clause_stop(folded, focus.stop)
    if EARLIER.fullmatch(folded, start, focus.start) or _THAN_EARLIER.search(folded, 0, start):
        return None
    here = [match for match in _PERIOD.finditer(folded, start, stop) if not _compares(folded, match)]
    ahead = [match for match in _PERIOD.finditer(folded, 0, focus.start) if not _compares(folded, match)]
    if mood is Mood.RESULT:  # mục tiêu đến năm 2025 là 90%; đến nay đã đạt 82%
        ahead = [match for match in ahead if _TO_DATE.search(folded, match.end(), focus.start) is None]
    near = [match for match in ahead if match.start() >= segment_start(folded, focus.start)]
    for found in (_nearest(folded, focus, here), near[-1:], ahead[-1:]):
        each = [match for match in found if match["each"] is not None]
        if found:
            every = each and (found[-1] in here or _opens(folded, found[-1]))
            return "per_year" if every else _written(found[-1])
    if mood is Mood.TARGET and now.opening is not None:
        return f"{now.opening[0]}-{now.opening[1]}"
    return None


_HEAD = Pattern(r"\W*(?:(?:tính|bình quân|trung bình|cứ)\s+)*")


def _opens(folded: str, match: regex.Match[str]) -> bool:
    """Whether the sentence begins with it, so that it holds for all of it: `Bình quân mỗi năm, GRDP tăng 9,6%`."""
    return _HEAD.fullmatch(folded, 0, match.start()) is not None


_RIGHT_BEHIND = Pattern(
    r"\s*(?:%|(?!và|so|của|cho)[\p{L}/]+(?:\s(?!và|so|của|cho|trong|vào|đầu|cuối|hết)[\p{L}/]+){0,2})?\s*(?:(?:vào|trong|đầu|cuối|hết)\s+)*"
)


def _nearest(folded: str, focus: Span, here: list[regex.Match[str]]) -> list[regex.Match[str]]:
    """Of the times in the clause the one right behind the figure, or the last before it: `từ 12% năm 2015 còn 3% năm 2020`."""
    if len(here) < 2 or any(match["each"] is not None for match in here):
        return here
    behind = next((match for match in here if match.start() >= focus.stop), None)
    if behind is not None and _RIGHT_BEHIND.fullmatch(folded, focus.stop, behind.start()):
        return [behind]
    return [match for match in here if match.start() < focus.start] or here


def _compares(folded: str, match: regex.Match[str]) -> bool:
    return _COMPARED.match(folded, max(0, match.start() - 40), match.start()) is not None


def _written(match: regex.Match[str]) -> str | None:
    if match["first"] is not None:
        return f"{match['first']}-{match['last']}" if int(match["first"]) < int(match["last"]) else None
    if match["year"] is None:
        return None
    if match["half"] is not None:
        return f"{match['year']}H{1 if match['half'] == 'đầu' else 2}"
    if match["quarter"] is not None:
        return f"{match['year']}Q{_QUARTERS.get(match['quarter'], match['quarter'])}"
    return match["year"]
