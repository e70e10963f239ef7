"""Counts: which nouns are counted, what was done with them, and whether that measures an achievement.

`hỗ trợ 120 hộ nghèo`, `xây dựng 15 nhà văn hóa`, `12 xã đạt chuẩn` do; `12 ủy viên`, `5 nhiệm vụ trọng tâm`, `3 ý kiến` do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from congressx.extractors.kpis.clauses import clause_start, segment_start
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.phrases import Phrases

_PACKAGE = "congressx.extractors.kpis"


class NounKind(StrEnum):
    """What a count of a noun may measure."""

    THING = "thing"
    UNIT = "unit"
    PEOPLE = "people"
    CASE = "case"
    EVENT = "event"
    ITEM = "item"
    NEVER = "never"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun behind its number."""

    span: Span
    kind: NounKind


@cache
def _kinds() -> dict[str, NounKind]:
    return {noun: NounKind(kind) for noun, kind in rows("counted_nouns.tsv", _PACKAGE)}


@cache
def _nouns() -> Phrases:
    return Phrases([*_kinds(), *entries("countable_nouns.txt")])


_BEFORE_NOUN = regex.compile(r"\s*(?:các\s+|số\s+|tổng\s+số\s+)?")


def noun_at(folded: str, at: int) -> Noun | None:
    """The longest counted noun behind the number that ends at `at`."""
    blanks = _BEFORE_NOUN.match(folded, at)
    assert blanks is not None
    stop = _nouns().longest(folded, blanks.end())
    if stop is None:
        return None
    span = Span(blanks.end(), stop)
    words = " ".join(span.of(folded).split())
    return Noun(span, _kinds().get(words, NounKind.OTHER))


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that governs a count."""

    span: Span
    kinds: frozenset[str]
    via: str
    """What stands between the verb and the number."""


@cache
def _deeds() -> dict[str, frozenset[str]]:
    return {verb: frozenset(kinds.split(",")) for verb, kinds in rows("deeds.tsv", _PACKAGE)}


@cache
def _deed_pattern() -> regex.Pattern[str]:
    words = sorted(_deeds(), key=lambda verb: (-len(verb), verb))
    return regex.compile(r"(?<!\p{L})(?:" + "|".join(word.replace(" ", r"\s+") for word in words) + r")(?!\p{L})")


_PASSIVE = regex.compile(r"(?<!\p{L})(?:bị|do|của|sẽ|được)\s*$")
_FARTHEST = 60


def deed_before(folded: str, floor: int, at: int) -> Deed | None:
    """The verb that governs a count at `at`: the last one of its clause that is near enough; none stands before `floor`."""
    start = max(floor, clause_start(folded, at))
    found = list(_deed_pattern().finditer(folded, start, at))
    if not found:
        start = max(floor, segment_start(folded, at))
        found = [match for match in _deed_pattern().finditer(folded, start, at) if at - match.end() <= 25]
    for match in reversed(found):
        via = folded[match.end() : at]
        if len(via) > _FARTHEST:
            return None
        if match.end() < len(folded) and regex.match(r"\s*(?:viên|trưởng|phẩm|sản|sự)", folded[match.end() :]):
            continue
        verb = " ".join(match.group().split())
        begin = _chained(folded, start, match)
        return Deed(Span(begin, match.end()), _deeds()[verb], via)
    return None


def _chained(folded: str, start: int, match: regex.Match[str]) -> int:
    """`ươm tạo và hình thành 02 doanh nghiệp`: verbs joined before the nearest one belong to it."""
    begin = match.start()
    while True:
        joined = regex.search(r"(?P<verb>\p{L}+\s+\p{L}+)(?:\s+và|,)\s+$", folded[start:begin])
        if joined is None or _deed_pattern().fullmatch(joined["verb"]) is None:
            return begin
        begin = start + joined.start("verb")


_STATE = regex.compile(
    r"(?<!\p{L})(?:đạt|được công nhận|không còn|không có|hoàn thành|đủ tư cách|trong sạch|vững mạnh|xuất sắc|thoát nghèo|có việc làm|được vay|được hỗ trợ|được giải quyết|được tiếp cận|được tạo"
    r"|được thành lập|được xây dựng|được triển khai|được thực hiện|được cấp|được đào tạo|được tư vấn|được kết nạp|được giới thiệu|được tuyên dương|tham gia|tham dự|đăng ký|ứng dụng|áp dụng|được đưa vào|được chọn|được nhận|được tặng|được khám|đi vào hoạt động|ra đời|thực hiện mô hình|được giao dịch|được bàn giao|được sửa chữa|được hỗ trợ|được áp dụng|được nghiệm thu|được phê duyệt|được đầu tư)(?!\p{L})"
)


def state_after(folded: str, start: int, stop: int) -> bool:
    """Whether what is counted reached a state: `12 xã đạt chuẩn`, `31.000 bạn trẻ được vay vốn`."""
    return _STATE.search(folded, start, stop) is not None
