"""The period that the article's meeting gives to what was done: a congress reports on the term that ends, a review on its year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congressx.document import Document
from congressx.engine import Mention
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold

_REVIEWS = frozenset({"annual_review", "interim_review"})
_REVIEWED = Pattern(
    r"(?:tổng kết|sơ kết|đánh giá|kết quả) (?P<what>(?:(?!,|(?<!\p{L})(?:và|triển khai|phương hướng)(?!\p{L}))[^;])*)(?P<ahead>.*)"
)
"""`Hội nghị tổng kết |công tác năm 2016|, triển khai nhiệm vụ năm 2017`"""
_HALF = Pattern(r"(?:6|sáu) tháng (?P<half>đầu|cuối)(?!\p{L})")
_YEAR = Pattern(r"(?<!\p{L})năm (?:học )?(?P<year>(?:19|20)\d\d)(?! ?-)")
_TODAY = Pattern(
    r"(?<!\p{L})(?:hiện|hiện nay|hiện tại|đến nay|tới nay|đến thời điểm này|hằng năm|hàng năm|năm (?:nay|ngoái))(?!\p{L})[^;.]*$"
)
"""`|hiện| còn 4,2% hộ nghèo`, `|hằng năm| trễ hạn dưới 1%`: not of the period that the meeting reports on."""


def is_of_today(document: Document, mention: Mention) -> bool:
    """Whether the words before the figure say that it is of the day of the article."""
    sentence = document.sentences[mention.sentence]
    return _TODAY.search(sentence.folded, 0, mention.focus.start - sentence.span.start) is not None


def period_reported(meetings: Sequence[Mention], terms: Iterable[Mention]) -> str | None:
    """The period of results that say none themselves; None where the meeting does not make it clear."""
    main = next((meeting for meeting in meetings if meeting.value["role"] == "main"), None)
    if main is None:
        return None
    kinds = {str(main.value["type"]), *map(str, main.value.get("also") or ())}
    if any(kind.endswith("_congress") for kind in kinds):
        return _term_that_ends(main, terms)
    if len(kinds & _REVIEWS) == 1:  # of `sơ kết giữa nhiệm kỳ và tổng kết năm` either may be meant
        return _year_reviewed(str(main.value["name"] or ""))
    return None


def _term_that_ends(main: Mention, terms: Iterable[Mention]) -> str | None:
    opens = main.value.get("term_start")
    ends = {(term.value["start_year"], term.value["end_year"]) for term in terms if term.value["end_year"] == opens}
    if opens is None or len(ends) != 1:
        return None
    [(start, end)] = ends
    return f"{start}-{end}"


def _year_reviewed(name: str) -> str | None:
    """The year or half-year that a review is of.

    >>> _year_reviewed("Hội nghị sơ kết công tác 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2017")
    '2017H1'
    >>> _year_reviewed("Hội nghị tổng kết công tác Đoàn năm 2016, phương hướng năm 2017")
    '2016'
    """
    reviewed = _REVIEWED.search(fold(name))
    if reviewed is None:
        return None
    half = _HALF.search(reviewed["what"])
    year = _YEAR.search(reviewed["what"]) or (_YEAR.search(reviewed["ahead"]) if half else None)
    if year is None:
        return None
    return year["year"] + ("" if half is None else f"H{1 if half['half'] == 'đầu' else 2}")
