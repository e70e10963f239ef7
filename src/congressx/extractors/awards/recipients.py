"""Who received an award, in numbers: `12 tập thể và 35 cá nhân`, `60 tập thể và cá nhân`, `03 điều dưỡng`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.phrases import Phrases
from congressx.vietnamese.quantities import Quantity, Unit, find_quantities
from congressx.vietnamese.spelling import phrase


class Recipient(StrEnum):
    """What a noun of `recipients.tsv` is."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Recipients:
    """Numbers of those who received one award; offsets in the sentence."""

    span: Span
    """From the first number to the last noun."""
    numbers: Span
    """From the first number to the last."""
    collectives: int | None = None
    individuals: int | None = None
    total: int | None = None
    """How many, where the words leave open how many of which."""


@lru_cache(maxsize=256)
def find_recipients(folded: str) -> tuple[Recipients, ...]:
    """Counted recipients in text order; two kinds joined by `và` or a comma are one answer.

    >>> found = find_recipients("tặng giấy khen cho 12 tập thể và 35 cá nhân; bằng khen cho 40 tập thể, cá nhân")
    >>> [(each.collectives, each.individuals, each.total) for each in found]
    [(12, 35, None), (None, None, 40)]
    """
    found: list[Recipients] = []
    for quantity in find_quantities(folded):
        one = _recipients(folded, quantity)
        if one is None:
            continue
        joined = _joined(found[-1], one, folded) if found else None
        if joined is None:
            found.append(one)
        else:
            found[-1] = joined
    return tuple(found)


@cache
def _kinds() -> dict[str, Recipient]:
    return {noun: Recipient(kind) for noun, kind in rows("recipients.tsv", __package__)}


@cache
def _nouns() -> Phrases:
    return Phrases(_kinds())


_LEAD = Pattern(r"\s*(?:lượt\s+)?")
_OTHERS = Pattern(
    phrase(
        r"\s*(?:,|và|/|-)\s*(?:các )?(?:(?P<individual>cá nhân|đảng viên|đồng chí|hội viên|cán bộ)"
        r"|(?P<collective>tập thể|đơn vị|tổ chức|gia đình))(?!\p{L})"
    )
)


def _recipients(folded: str, quantity: Quantity) -> Recipients | None:
    if quantity.unit is not Unit.COUNT or quantity.total is not None or quantity.value_high is not None:
        return None
    lead = _LEAD.match(folded, quantity.span.stop)
    start = quantity.span.stop if lead is None else lead.end()
    stop = _nouns().longest(folded, start)
    if stop is None or not isinstance(quantity.value, int):
        return None
    kind = _kinds()[_nouns().plain(folded[start:stop])]
    others = _OTHERS.match(folded, stop)
    if others is not None and others[_other(kind)] is not None:
        return Recipients(Span(quantity.number.start, others.end()), quantity.number, total=quantity.value)
    one = Recipients(Span(quantity.number.start, stop), quantity.number)
    match kind:
        case Recipient.COLLECTIVE:
            return replace(one, collectives=quantity.value)
        case Recipient.INDIVIDUAL:
            return replace(one, individuals=quantity.value)
        case Recipient.EITHER:
            return replace(one, total=quantity.value)


def _other(kind: Recipient) -> str:
    return "collective" if kind is Recipient.INDIVIDUAL else "individual"


_JOIN = Pattern(phrase(r"(?: (?!cho|tặng|trao|trong)\p{L}+){0,8}?\s*(?:,|và|cùng|và cùng|,\s*và)\s*(?:cho )?"))


def _joined(left: Recipients, right: Recipients, folded: str) -> Recipients | None:
    """`12 tập thể` and `35 cá nhân` that share one award."""
    if (
        left.total is not None
        or right.total is not None
        or not _JOIN.fullmatch(folded, left.span.stop, right.span.start)
    ):
        return None
    if left.collectives is not None and left.individuals is None and right.individuals is not None:
        return replace(
            left,
            span=left.span.cover(right.span),
            numbers=left.numbers.cover(right.numbers),
            individuals=right.individuals,
        )
    if left.individuals is not None and left.collectives is None and right.collectives is not None:
        return replace(
            left,
            span=left.span.cover(right.span),
            numbers=left.numbers.cover(right.numbers),
            collectives=right.collectives,
        )
    return None
