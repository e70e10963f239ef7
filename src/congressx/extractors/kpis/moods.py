"""Result, estimate or target: said by words before the figure, by its year, or by an opener paragraphs above.

`Các chỉ tiêu chủ yếu đến năm 2025:` makes targets of a whole list; `Nhiệm kỳ qua, …` ends it. A word in the figure's own clause is
stronger than the opener: `Phấn đấu …` in a report of results, `năm qua đã đạt …` among aims.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from congressx.document import Document, SectionKind, Sentence
from congressx.extractors.kpis.record import Mood
from congressx.vietnamese.spelling import phrase

_YEAR = r"(?:19|20)\d\d"


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(phrase(pattern))


# --- words of the clause ------------------------------------------------------------------------------------------------

_ESTIMATE = (
    r"\bước(?! (?:mơ|nguyện|vọng|muốn|mong))\b|\bdự kiến (?:cả năm|hết năm|đến hết|đạt|thu|tăng|giảm|bằng|vượt|hoàn thành|quý)\b"
    r"|\bkhả năng (?:đạt|tăng|vượt|hoàn thành)|\bdự báo\b|\bdự ước\b|\bước tính\b|\bcó thể đạt"
)
_TARGET = (
    r"\b(?:phấn đấu|quyết tâm|đặt (?:ra )?(?:mục tiêu|chỉ tiêu|kế hoạch)|đề ra(?: (?:các|một số|những))? (?:mục tiêu|chỉ tiêu)"
    r"|(?:với |các |những |một số |xác định )?mục tiêu(?! quốc gia)(?=(?: (?!đã|được|của|này|trên|đạt|đề|nghị)\S+){0,8}? (?:là|đến|có|đạt|tăng|giảm|\d))"
    r"|mục tiêu (?:là|đến|cụ thể|phấn đấu|chung|tổng quát|đặt ra|trong|năm)|mục tiêu:"
    r"|(?:các|một số|những) chỉ tiêu (?:như|gồm|là|trong|phấn đấu|chủ yếu|cụ thể|cơ bản|đến)|chỉ tiêu(?: đề ra| đặt ra| phấn đấu)?(?: là|:)"
    r"|chỉ tiêu quy hoạch|chỉ tiêu (?:đến )?năm \d{4}(?: là)?|phương hướng|nhiệm vụ trọng tâm"
    r"|kế hoạch (?:đề ra|đặt ra|giao|năm \d{4})? ?là|sẽ|dự kiến|kỳ vọng|hướng tới|hướng đến|tiến tới"
    r"|nhiệm (?:kỳ|kì) (?:mới|tới|này|đến)|thời gian (?:tới|đến)|(?:những )?năm (?:tới|tiếp theo|sau)\b|giai đoạn (?:tới|tiếp theo|mới)|năm tới"
    r"|quý tới|tháng tới|sắp tới|tới đây|từ nay (?:đến|tới)|yêu cầu|đề nghị|đề xuất|cần(?! thơ| giờ| kiệm| cù)|phải(?! thu hồi| bỏ)|đảm bảo(?= (?:có|ít nhất|\d))"
    r"|trước năm)\b"
)
_RESULT = (
    r"\b(?:đã(?! đề ra| đặt ra)|vừa qua|(?:nhiệm (?:kỳ|kì)|thời gian|năm|tháng|những năm) (?:vừa )?qua|hiện(?: nay| tại| có)?(?! thực| đại| hóa)|hiện,|đến nay|tính đến"
    r"|kết quả(?! cao| tốt| \d)|theo báo cáo|theo thống kê|thống kê|từ đầu (?:năm|nhiệm kỳ)|tháng đầu năm|đạt được|trước đó|trước đây|năm ngoái|năm trước(?! năm)|so với"
    r"|lên tới|lên đến|còn lại|báo cáo tổng kết|đánh giá (?:việc|kết quả|tình hình)|được công nhận|nửa nhiệm kỳ|cuối nhiệm kỳ trước)\b"
)
_CUE = rf"(?P<estimate>{_ESTIMATE})|(?P<target>{_TARGET})|(?P<result>{_RESULT})"
_YEAR_CUE = (
    rf"(?P<until>(?:đến|tới|vào|trước)(?: (?:hết|cuối|đầu|giữa))?|hết|cuối)?\s?\bnăm (?:học )?(?P<year>{_YEAR})(?!\s?[-/]\s?{_YEAR})"
    rf"|(?:giai đoạn|nhiệm kỳ|nhiệm kì|thời kỳ|5 năm|năm năm)(?: \d)?\s?\(?(?P<first>{_YEAR})\s?-\s?(?P<last>{_YEAR})"
)
"""Years that place a figure before or after the time of writing."""


@dataclass(frozen=True, slots=True)
class Now:
    """The year an article speaks from, and whether it reports a congress that opens a term in that year."""

    year: int | None
    opening: tuple[int, int] | None
    """Term that the congress opens."""


def now_of(document: Document) -> Now:
    """The year of writing: publish line, the latest full date of the first sentences, a term in the title, a year in the title."""
    head = " ".join(sentence.folded for sentence in document.sentences[:6])
    title = document.sentences[0].folded if document.sentences else ""
    opening = _opening_term(title) or _opening_term(head)
    if document.published is not None:
        return Now(document.published.year, opening)
    days = _compiled(rf"\d[/.-]\d{{1,2}}[/.-](?P<year>{_YEAR})|tháng \d{{1,2}}(?: năm |[/-])(?P<year>{_YEAR})").findall(head)
    if days:
        return Now(max(int(next(filter(None, found))) for found in days), opening)
    if opening is not None:
        return Now(opening[0], opening)
    years = [int(year) for year in _compiled(rf"\bnăm (?P<year>{_YEAR})").findall(title or head)]
    return Now(min(years) if years else None, opening)
