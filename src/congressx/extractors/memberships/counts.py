"""Members and units that a sentence counts: `52 đảng viên`, `21 chi bộ, đảng bộ bộ phận`, `hơn 12.000 hội viên`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from congressx.patterns import Cues, Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.numerals import Number
from congressx.vietnamese.phrases import Phrases
from congressx.vietnamese.quantities import Comparator, Quantity, Unit, find_quantities


class Counted(StrEnum):
    """What a noun of `counted.tsv` is."""

    MEMBER = "member"
    ASSOCIATION_MEMBER = "association_member"
    PERSON = "person"
    """Said of anybody: `đồng chí`, `người`, `quần chúng ưu tú`; its sentence must say whose members they are."""
    OFFICIAL = "official"
    PROBATIONARY = "probationary"
    CELL = "cell"
    PARTY_UNIT = "party_unit"
    ASSOCIATION_UNIT = "association_unit"

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


@lru_cache(maxsize=256)
def find_counts(folded: str) -> tuple[Count, ...]:
    """What the sentence counts, in text order; ranges and `N/M` are no sizes.

    >>> [(count.value, count.counted.value) for count in find_counts("có 21 chi bộ, đảng bộ bộ phận với 340 đảng viên")]
    [(21, 'party_unit'), (340, 'member')]
    """
    counts = (_count(folded, quantity) for quantity in find_quantities(folded))
    return tuple(count for count in counts if count is not None)


@cache
def _kinds() -> dict[str, Counted]:
    return {noun: Counted(kind) for noun, kind in rows("counted.tsv", __package__)}


COUNTED_NOUNS = Cues(noun for noun, _ in rows("counted.tsv", __package__))
"""One of them stands behind every number that is counted here."""


@cache
def _nouns() -> Phrases:
    return Phrases(_kinds())


def _count(folded: str, quantity: Quantity) -> Count | None:
    if quantity.unit is not Unit.COUNT or quantity.total is not None or quantity.value_high is not None:
        return None
    start = quantity.span.stop + len(folded) - quantity.span.stop - len(folded[quantity.span.stop :].lstrip())
    stop = _nouns().longest(folded, start)
    if stop is None or quantity.value != int(quantity.value):
        return None
    noun = _nouns().plain(folded[start:stop])
    if noun.endswith(_JOINED) and not _ENDED.match(folded, stop):
        noun = noun.removesuffix(_JOINED)  # ở 12 chi bộ, Đảng bộ xã luôn …
        stop = folded.index(",", start)
    counted = _kinds().get(noun)
    if counted is None:
        return None  # half of one: `12 chi, đảng bộ xã`
    return Count(
        number=quantity.number,
        noun=Span(start, stop),
        counted=counted,
        value=quantity.value,
        comparator=quantity.comparator,
        before=folded[: quantity.span.start],
        after=folded[stop:],
    )


_JOINED = ", đảng bộ"
_ENDED = Pattern(r"\s*(?:$|[,.;:()]|(?:với|và|trong|thuộc|của|ở|tại|hoạt động|đạt|hoàn thành|được)(?!\p{L}))")
