"""What stands before an award's verb: the organisation and the persons next to it."""

from __future__ import annotations

from dataclasses import replace

from congressx.document import Sentence
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.names import find_names, find_short_names
from congressx.vietnamese.organisations import Organisation, find_organisations
from congressx.vietnamese.spelling import phrase

ADVERBS = Pattern(
    phrase(
        r"[\s,]*(?:(?:đã|tự|chỉ|cũng|còn|vừa|lại|luôn|đều|vinh dự|tiếp tục|tổ chức|ra|có|quyết định|công bố"
        r"|công bố quyết định|xét|kịp thời|thừa ủy quyền"
        r"|trang trọng|long trọng|và|là đơn vị|liên tục|nhiều lần|nhiều năm|nhiều năm liền"
        r"|năm thứ \p{L}+ (?:liên tiếp|liên tục|liền)|lần đầu|từng"
        r"|các quyết định|\d+ năm liền|\d+ năm liên tục"
        r"|tuyên dương|biểu dương|khen thưởng|được|qua các năm|chúc mừng|tặng hoa|hằng năm|(?:hai|ba|\d+) lần"
        r"|năm \d{4})[\s,]*)*(?:\([^)]*\))?\s*"
    )
)
"""What may stand between a party and the verb."""
_IN_A_ROW = Pattern(phrase(r"(?P<org>[^,;.:\d]{4,80}?) \d{1,2} năm (?:liền|liên)"))


def adjacent(sentence: Sentence, start: int, stop: int) -> Organisation | None:
    """The organisation before the verb at `stop`, cut there; only adverbs stand between."""
    near = [
        o for o in find_organisations(sentence.cased, sentence.folded) if start <= o.span.start and o.head.stop <= stop
    ]
    if not near:
        return None
    last = near[-1]
    if last.span.stop > stop:  # Đảng ủy Công ty khen thưởng …
        last = replace(
            last, span=Span(last.span.start, last.span.start + len(sentence.text[last.span.start : stop].rstrip()))
        )
    elif (year := _IN_A_ROW.match(sentence.folded, last.span.start)) and year.end(
        "org"
    ) < last.span.stop < year.end():  # Chi bộ 3 năm liền
        last = replace(last, span=Span(last.span.start, year.end("org")))
    return last if ADVERBS.fullmatch(sentence.folded, last.span.stop, stop) else None


def persons(sentence: Sentence, start: int, stop: int) -> list[Span]:
    """Persons named in full, else by honorific and given name: `ông Chung`."""
    for named in (find_names, find_short_names):
        found = [name.span for name in named(sentence.cased, sentence.folded)]
        within = [span for span in found if start <= span.start and span.stop <= stop]
        if within:
            return within
    return []


OTHER_DEED = Pattern(
    phrase(
        r"(?<!\p{L})(?:tới|đến|cho|gửi|thay mặt|đại diện|phát biểu|trao|tặng|được|nhận|dự|chủ trì|cho biết|do|theo|thay|là)(?!\p{L})"
    )
)
"""Between a party and the verb: something else is told, and the party belongs to that."""


def words(sentence: Sentence, span: Span | None) -> str | None:
    """The words of a span, blanks squeezed."""
    return None if span is None else " ".join(span.of(sentence.text).split())
