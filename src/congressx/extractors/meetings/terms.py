"""The term to which a meeting belongs when its name does not give the years."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from congressx.engine import Mention
from congressx.extractors.meetings.kinds import COUNCILS
from congressx.extractors.meetings.naming import TERM, MeetingName, years_of_term
from congressx.extractors.meetings.record import MeetingType
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import cased, fold, phrase
from congressx.vietnamese.terms import find_terms, label_number

Years = tuple[int, int]


def term_of_document(terms: Sequence[Mention]) -> Years | None:
    """The term a congress opens: the only one of the article, or the last of a row that follow one another."""
    spans = sorted({years for term in terms if (years := _years(term)) is not None})
    follows = all(second[0] == first[1] for first, second in pairwise(spans))
    return spans[-1] if spans and follows else None


def term_of_label(name: str, terms: Sequence[Mention]) -> Years | None:
    """The years that the article gives elsewhere to the label of a name: `Hội nghị lần thứ 7 BCH … khóa XII`."""
    said = {label_number(term.label) for term in find_terms(fold(name), cased(name)) if term.label and not term.start}
    years = {_years(term) for term in terms if term.value["label"] and label_number(term.value["label"]) in said}
    known = years - {None}
    return known.pop() if len(known) == 1 and len(said) == 1 else None


OF_A_TERM = frozenset({MeetingType.COMMITTEE_PLENUM, *COUNCILS})
"""Meetings of whoever serves a term; a congress opens the next one."""
_HOLDER = (
    r"(?:ban chấp hành|bch|ban thường vụ|hđnd|hội đồng nhân dân|quốc hội|đoàn chủ tịch"
    r"|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy)"
)
_HOLDS = (
    r"(?:(?:đã|vừa|sẽ|đang|chính thức|long trọng|trọng thể|bắt đầu|tiếp tục|tổ chức|tiến hành|khai mạc|bế mạc|mở|họp|nhóm"
    r"|bước vào|triệu tập|có|(?:công bố|thông báo) kết quả|phiên) )*"
)
_HOLDER_OF_A_TERM = Pattern(
    phrase(
        rf"(?<!\w)(?<!(?:chủ tịch|bí thư|thư ký|ủy viên) ){_HOLDER}(?!\w)[^;.:]{{0,90}}?"
        rf" \(?{TERM}\)?,? "
        rf"(?:(?:vào )?(?:sáng|chiều|tối|ngày|hôm nay)[^,;.]{{0,25}} )?{_HOLDS}$"
    )
)
_LONGEST_HOLDER = 220
"""Code points, the words up to the name included."""


def term_of_holder(name: MeetingName, folded: str) -> Years | None:
    """`HĐND tỉnh Hà Phong khóa IX, nhiệm kỳ 2016-2021 tổ chức kỳ họp thứ 7`: that of the body which meets."""
    if name.type not in OF_A_TERM or "nhiệm kỳ" not in folded:
        return None
    reach = max(0, name.span.start - _LONGEST_HOLDER)
    holder = _HOLDER_OF_A_TERM.search(folded, reach, name.span.start)
    return None if holder is None else years_of_term(holder)


def _years(term: Mention) -> Years | None:
    start, end = term.value["start_year"], term.value["end_year"]
    return None if start is None else (start, end)
