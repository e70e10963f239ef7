"""Members and units that a sentence counts: `52 đảng viên`, `21 chi bộ, đảng bộ bộ phận`, `hơn 12.000 hội viên`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import regex

from congressx.extractors.memberships.penalties import PENALTY
from congressx.patterns import Cues, Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.numerals import Number
from congressx.vietnamese.phrases import Phrases, alternation
from congressx.vietnamese.quantities import Comparator, Quantity, Unit, find_quantities
from congressx.vietnamese.spelling import phrase


class Counted(StrEnum):
    """What a noun of `counted.tsv` is."""

    MEMBER = "member"
    NEW_MEMBER = "new_member"
    """Only just admitted: `Đảng bộ có 3 đảng viên mới` does not say how many there are."""
    ASSOCIATION_MEMBER = "association_member"
    PERSON = "person"
    """Said of anybody: `đồng chí`, `người`, `quần chúng ưu tú`; its sentence must say whose members they are."""
    CANDIDATE = "candidate"
    """Who may be admitted to the Party and is no member yet: `công nhân ưu tú`, `sinh viên`."""
    CADRE = "cadre"
    """Whom a committee manages, members all of them: `cán bộ diện Trung ương quản lý`."""
    OFFICIAL = "official"
    PROBATIONARY = "probationary"
    CELL = "cell"
    PARTY_UNIT = "party_unit"
    ASSOCIATION_UNIT = "association_unit"
    """A unit of an association, large or small: `hội cơ sở`, `chi hội`, `chi đoàn`."""

    @property
    def is_unit(self) -> bool:
        """Whether it is part of an organisation rather than a person."""
        return self in (Counted.CELL, Counted.PARTY_UNIT, Counted.ASSOCIATION_UNIT)


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number of members or units; offsets in the sentence."""

    number: Span
    noun: Span
    counted: Counted
    value: Number
    comparator: Comparator
    before: str
    """The folded sentence up to the number and what bounds it."""
    after: str
    """The folded sentence behind the noun."""
    planned: Number | None = None
    """M of `kết nạp N/M đảng viên`."""


@lru_cache(maxsize=256)
def find_counts(folded: str) -> tuple[Count, ...]:
    """What the sentence counts, in text order; ranges are no sizes.

    >>> [(count.value, count.counted.value) for count in find_counts("có 21 chi bộ, đảng bộ bộ phận với 340 đảng viên")]
    [(21, 'party_unit'), (340, 'member')]
    """
    if _NUMBERED.search(folded) is None:
        return ()
    counts = [count for quantity in find_quantities(folded) if (count := _count(folded, quantity)) is not None]
    others = [*_over_plan(folded), *_one_member(folded), *_behind_label(folded), *_behind_stroke(folded)]
    return tuple(sorted([*counts, *others], key=lambda count: count.number.start) if others else counts)


@cache
def _kinds() -> dict[str, Counted]:
    return {noun: Counted(kind) for noun, kind in rows("counted.tsv", __package__)}


COUNTED_NOUNS = Cues(_kinds())
"""One of them stands behind every number that is counted here."""


SIZED_NOUNS = Cues(
    noun for noun, counted in _kinds().items() if counted not in (Counted.PERSON, Counted.CANDIDATE, Counted.CADRE)
)
"""Nouns of which a number may be a size; of `đồng chí` only beside `chính thức` or `dự bị`, which are among them."""
_SPELLED_END = (
    r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|mươi|nhăm|lăm|mốt|tư|trăm|nghìn|ngàn|vạn|triệu|t[ỷỉ]|rưỡi)"
)
_NUMBERED = Pattern(rf"\d|(?<!\p{{L}}){_SPELLED_END}\s+(?:{alternation({noun.split()[0] for noun in _kinds()})})")
"""A figure, or a number in words right before the first word of a noun: where neither stands nothing is counted."""


@cache
def _nouns() -> Phrases:
    return Phrases(_kinds())


def _count(folded: str, quantity: Quantity) -> Count | None:
    if quantity.unit is not Unit.COUNT or quantity.value_high is not None:
        return None
    if quantity.value != int(quantity.value):
        return None
    start = len(folded) - len(folded[quantity.span.stop :].lstrip())
    stop = _nouns().longest(folded, start)
    if stop is None:
        return _count_named_before(folded, quantity)
    noun = _nouns().plain(folded[start:stop])
    if noun.endswith(_JOINED) and not _ENDED.match(folded, stop):
        noun = noun.removesuffix(_JOINED)  # ở 12 chi bộ, Đảng bộ xã luôn …
        stop = folded.index(",", start)
    counted = _kinds().get(noun)
    if counted is None:
        return None  # half of one: `12 chi, đảng bộ xã`
    placed = _PLACE[counted].match(folded, stop) if counted in _PLACE else None
    if placed is None and noun.endswith(" diện"):
        return None  # cán bộ diện chính sách
    return _counted(folded, quantity, Span(start, stop if placed is None else placed.end()), counted)


def _counted(folded: str, quantity: Quantity, noun: Span, counted: Counted) -> Count:
    before, after = folded[: quantity.span.start], folded[max(quantity.span.stop, noun.stop) :]
    return Count(quantity.number, noun, counted, quantity.value, quantity.comparator, before, after, quantity.total)


_LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|thôn|cơ sở)"
_BELOW = Pattern(
    phrase(
        r" trực thuộc(?: (?:các )?đảng bộ cơ sở| đảng ủy(?: cơ sở)?| (?:tỉnh|thành|huyện|quận|thị) ủy)?(?!\p{L})"
        rf"| cấp {_LEVEL}(?:(?:,| và) {_LEVEL}){{0,2}}(?!\p{{L}})"
    )
)
_MANAGING = r"(?:ban thường vụ |btv )?(?:trung ương|t[wư]|tỉnh ủy|thành ủy|bộ chính trị|ban bí thư)"
_MANAGED = Pattern(phrase(rf"(?: thuộc)?(?: diện)? {_MANAGING}(?:(?:,| và) {_MANAGING})? quản lý(?!\p{{L}})"))
_PLACE = dict.fromkeys((kind for kind in Counted if kind.is_unit), _BELOW) | {Counted.CADRE: _MANAGED}
"""What may stand above those counted, a part of their noun: `chi bộ trực thuộc đảng ủy`, `cán bộ diện Tỉnh ủy quản lý`."""
UNITS = r"tổ chức (?:cơ sở )?đảng|chi bộ|đảng bộ|chi hội|chi đoàn|công đoàn cơ sở"
HALF = r"(?<!\p{L})(?P<noun>chính thức|dự bị)"
_NOUN_BEFORE = Pattern(
    phrase(
        rf"(?:(?<!\p{{L}})số(?: lượng)? (?P<noun>đảng viên|hội viên|đoàn viên|{UNITS})(?!\p{{L}})"
        r"(?:[^;:,\d]|(?<= năm )\d{4}|(?<= từ )\d[\d.]*){0,60}?"
        rf"(?: (?:là|lên|lên đến|lên tới)|(?=\s*:))|{HALF})\s*:?\s*$"
    )
)
_CHANGING = r"chuyển (?:đảng )?(?:sinh hoạt )?(?:đảng )?"
_DONE_TO_MEMBERS = Pattern(
    phrase(
        rf"(?<!\p{{L}})(?:khai trừ|xóa tên|từ trần|qua đời|kết nạp|tiếp nhận|nghỉ hưu|miễn sinh hoạt(?: đảng)?"
        rf"|giới thiệu (?:chuyển )?đi|đưa ra|(?:số )?(?:đảng viên )?{_CHANGING}(?:đi|đến)"
        rf"|{_CHANGING}(?:đi|đến) \d+(?: \p{{L}}+){{0,2}}(?:,| và) (?:đi|đến))"
        r"(?: nơi khác| khỏi đảng| vào đảng| mới| được| là){0,2}\s*:?\s*$"
    )
)
"""`kết nạp 57 đảng viên, khai trừ 01, chuyển đến 19, đi 22`"""
_OF_MEMBERS = Pattern(
    phrase(r"(?<!\p{L})(?:đảng viên|đ/v|chi bộ|đảng bộ|sinh hoạt đảng|kết nạp(?! đoàn viên))(?!\p{L})")
)
_NEW_MEMBERS = Pattern(
    phrase(r"^\W*(?:\p{L}+: )?(?:số )?đảng viên mới(?: kết nạp)?\s*:?\s*$|[;,] đảng viên mới(?: kết nạp)?\s*:?\s*$")
)
"""`- Đảng viên mới: 04`"""
_ALSO_DONE = Pattern(
    phrase(
        r"(?<!\p{L})(?:khai trừ|xóa tên|cách chức|cảnh cáo|khiển trách|kết nạp|tiếp nhận|chuyển (?:sinh hoạt )?(?:đi|đến))\s*$"
    )
)
_MEMBERS_FOLLOW = Pattern(
    phrase(r"(?:\s*(?:,|và|, và)(?: \p{L}+){1,5} \d+){1,3} (?:đồng chí )?(?:đảng viên|đ/v)(?!\p{L})")
)
"""`khai trừ 01 và cảnh cáo 02 đảng viên`"""
_BARE = Pattern(r"\s*(?:$|[,.;:()]|và(?!\p{L}))")


def _count_named_before(folded: str, quantity: Quantity) -> Count | None:
    """A number whose noun stands before it: `nâng số tổ chức cơ sở đảng lên 58, với …` · `(chính thức 23, dự bị 2)`"""
    if not _BARE.match(folded, quantity.span.stop):
        return None
    before = folded[: quantity.span.start]
    if _DONE_TO_MEMBERS.search(before[-60:]) and _OF_MEMBERS.search(before):
        return _counted(folded, quantity, quantity.number, Counted.PERSON)
    if _NEW_MEMBERS.search(before[-60:]):
        return _counted(folded, quantity, quantity.number, Counted.MEMBER)
    if _ALSO_DONE.search(before[-30:]) and _MEMBERS_FOLLOW.match(folded, quantity.span.stop):
        return _counted(folded, quantity, quantity.number, Counted.MEMBER)
    named = _NOUN_BEFORE.search(before[-120:])
    if named is None:
        return None
    return _counted(folded, quantity, quantity.number, counted_as(named["noun"]))


def counted_as(noun: str) -> Counted:
    """What a noun of `counted.tsv` is, blanks between its words aside."""
    return _kinds()[" ".join(noun.split())]


_OVER_PLAN = Pattern(
    phrase(
        r"(?:kết nạp|phát triển)(?: mới| thêm| được| đảng viên| đảng){0,3}\s*:? (?P<n>\d{1,4})/(?P<m>\d{1,4})"
        r" (?P<noun>đảng viên|hội viên|đoàn viên|đồng chí|quần chúng)(?!\p{L})"
    )
)
_ONE_MEMBER = Pattern(
    phrase(
        r"(?:^|[,;:.(] |(?<!\p{L})(?:có|và) )(?P<n>một) (?P<noun>đảng viên(?: dự bị)?|đồng chí)(?= (?:vi phạm )?bị )"
        rf"|(?<={PENALTY}(?: đối với)? )(?P<n>một)"
        r" (?P<noun>đảng viên(?: dự bị)?(?!\p{L})|đồng chí(?!\p{L})|người(?=\s*(?:$|[,.;:)]|(?:và|vì|do)(?!\p{L}))))"
    )
)


def _over_plan(folded: str) -> Iterator[Count]:
    """`kết nạp 36/30 đảng viên`: of no other shares is the first number the larger"""
    if "kết nạp" not in folded and "phát triển" not in folded:
        return
    for found in _OVER_PLAN.finditer(folded):
        admitted, planned = int(found["n"]), int(found["m"])
        if planned < admitted <= _MOST_OVER * planned:
            number = Span(found.start("n"), found.end("m"))
            yield _written_out(folded, number, found, admitted, planned)


_MOST_OVER = 3
"""Times the plan; more is a date or a document's number."""


def _one_member(folded: str) -> Iterator[Count]:
    """`một đảng viên bị kỷ luật`, `khai trừ một đảng viên`; quantities leave `một` out, which mostly counts nothing."""
    if "một" in folded:
        for found in _ONE_MEMBER.finditer(folded):
            yield _written_out(folded, Span(*found.span("n")), found, 1, None)


_BEHIND_LABEL = Pattern(
    phrase(
        r"(?:(?<!\p{L})số đảng viên[^;:,.\d]{0,40} chi bộ\s*:|(?<=\d[,;] )dự bị\s*:)"
        r"\s*(?P<n>\d{1,4})(?:(?=\))| (?P<noun>đồng chí|đ/c|người)(?!\p{L}))"
    )
)
"""`tổng số đảng viên của chi bộ: 41 đồng chí`, `(chính thức: 41, dự bị: 2)`, whose numbers are those of names and items elsewhere"""


def _behind_label(folded: str) -> Iterator[Count]:
    if "số đảng viên" in folded or "dự bị" in folded:
        for found in _BEHIND_LABEL.finditer(folded):
            number = Span(*found.span("n"))
            noun = number if found["noun"] is None else Span(*found.span("noun"))
            counted = Counted.PROBATIONARY if found["noun"] is None else counted_as(found["noun"])
            before, after = folded[: number.start], folded[noun.stop :]
            yield Count(number, noun, counted, int(found["n"]), Comparator.EQ, before, after)


_BEHIND_STROKE = Pattern(
    phrase(r"(?<=\d (?:đảng|hội|đoàn) viên)\s*/\s*(?P<n>\d{1,4}) (?P<noun>chi bộ|chi hội|chi đoàn)(?!\p{L})")
)
"""`318 đảng viên/14 chi bộ`; quantities take what stands behind a stroke for the whole of a part"""


def _behind_stroke(folded: str) -> Iterator[Count]:
    if "/" in folded:
        for found in _BEHIND_STROKE.finditer(folded):
            yield _written_out(folded, Span(*found.span("n")), found, int(found["n"]), None)


def _written_out(folded: str, number: Span, found: regex.Match[str], value: int, planned: int | None) -> Count:
    noun = Span(*found.span("noun"))
    before, after = folded[: number.start], folded[noun.stop :]
    return Count(number, noun, counted_as(found["noun"]), value, Comparator.EQ, before, after, planned)


_JOINED = ", đảng bộ"
_ENDED = Pattern(
    r"\s*(?:$|[,.;:()]|(?:với|và|trong|thuộc|trực thuộc|của|ở|tại|hoạt động|đạt|hoàn thành|được)(?!\p{L}))"
)
