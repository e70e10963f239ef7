"""Deputies of councils and of the National Assembly, counted after an election of the people.

`Cử tri đã bầu đủ 7 đại biểu Quốc hội, 55 đại biểu HĐND tỉnh`, `58 đại biểu HĐND tỉnh được công nhận đủ tư cách`: each number is of
a council of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from congressx.extractors.elections.moods import is_planned
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.numerals import read_number
from congressx.vietnamese.spelling import phrase

_N = r"(?<![\d.,/-])\d{1,3}(?:\.\d{3})*(?![\d%/])"
_SEATS = (
    rf"{_N}(?: trên (?:tổng số )?{_N})? (?:đại biểu|người|vị)(?: trúng cử)?(?: vào)?(?: đại biểu)? "
    r"(?:quốc hội|hđnd|hội đồng nhân dân)[^,;:.%()\d]{0,30}?"
    r"(?=\s*(?:[,;:.(]|$|(?:và|được|đã|vừa|đều|trúng|đắc|với|khóa|nhiệm|ấn|trong)(?!\p{L})))"
    r"(?: (?:khóa|nhiệm kỳ)(?: (?:thứ )?[ivxl\d]+(?:\s*-\s*\d{4})?)?)*(?:\s*\([^()]*\))?"
)
_LIST = rf"{_SEATS}(?:\s*(?:,|và|, và)\s*{_SEATS})*"
_CHOSEN = r"(?:đã |vừa |đều )*(?:trúng cử|đắc cử|được (?:công nhận|xác nhận)[^,;.]{0,20}tư cách)"
_PATTERNS = (
    # bầu đủ 7 đại biểu Quốc hội (trong số 12 ứng cử viên), 55 đại biểu HĐND tỉnh
    Pattern(phrase(rf"(?<!\p{{L}})bầu (?:đủ|được|ra)\s+{_LIST}(?!\p{{L}})")),
    # 58 đại biểu HĐND tỉnh, 1.204 đại biểu HĐND cấp huyện được công nhận đủ tư cách
    Pattern(phrase(rf"{_LIST}\s*,?\s*{_CHOSEN}(?!\p{{L}})")),
    # số trúng cử đại biểu HĐND ở 20 huyện là 852 người
    Pattern(
        phrase(
            r"số (?:người |đại biểu |ứng cử viên )?(?:trúng cử|đắc cử)(?= )(?:[^;:.%]|(?<=\d)\.(?=\d)){0,80}?(?<!\p{L})là "
            rf"{_N} (?:người|đại biểu|vị|đồng chí)(?!\p{{L}})"
        )
    ),
)
_COUNT = Pattern(
    phrase(rf"(?<!trên )(?<!tổng số )(?<!trong số )(?P<seats>{_N})(?: trên (?:tổng số )?{_N})? (?:đại biểu|người|vị)")
)
_COUNCIL = Pattern(phrase(r"đại biểu|hđnd|hội đồng nhân dân|quốc hội|cử tri"))
_BRACKET = Pattern(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Deputies:
    """So many deputies of one council."""

    seats: int
    span: Span


def find_deputies(folded: str) -> Iterator[Deputies]:
    """The deputies a folded sentence says were elected, one answer a council.

    >>> line = "cử tri đã bầu đủ 7 đại biểu quốc hội, 55 đại biểu hđnd tỉnh và 1.310 đại biểu hđnd cấp huyện"
    >>> [found.seats for found in find_deputies(line)]
    [7, 55, 1310]
    >>> list(find_deputies("sẽ bầu ra 55 đại biểu hđnd tỉnh"))
    []
    """
    if not _COUNCIL.search(folded):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            if not is_planned(folded[: match.start()]) and not _TO_COME.search(folded, 0, match.start()):
                yield from _counted(folded, match)


_TO_COME = Pattern(phrase(r"(?<!\p{L})(?:để|chỉ được|được|giới thiệu|ứng cử|không)\s*$"))


def _counted(folded: str, match: regex.Match[str]) -> Iterator[Deputies]:
    asides = [Span(*aside.span()) for aside in _BRACKET.finditer(folded, *match.span())]
    for count in _COUNT.finditer(folded, *match.span()):
        span, seats = Span(*count.span()), read_number(count["seats"])
        if isinstance(seats, int) and not any(span.overlaps(aside) for aside in asides):
            yield Deputies(seats, span)
