"""Who received an award, in numbers: `12 tập thể và 35 cá nhân`, `60 tập thể và cá nhân`, `03 điều dưỡng`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.phrases import Phrases
from congressx.vietnamese.quantities import Unit, find_quantities
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
    for number in _numbers(folded):
        one = _recipients(folded, number)
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


_ONE = Pattern(
    phrase(
        r"(?:^|(?<=[,;:(]\s)|(?<=(?<!\p{L})(?:cho|có|và|cùng|là)\s))một(?= (?:tập thể|cá nhân|đảng viên|đồng chí|chi bộ"
        r"|đảng bộ|đơn vị|hội viên|cán bộ)(?!\p{L})(?! (?:khác|nào|cao|lãnh)))"
    )
)
"""`một đảng viên được truy tặng`; quantities leave `một` out, which mostly counts nothing."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A whole number that counts something; its noun begins behind `stop`."""

    span: Span
    stop: int
    value: int


def _numbers(folded: str) -> list[_Number]:
    numbers = [
        _Number(quantity.number, quantity.span.stop, quantity.value)
        for quantity in find_quantities(folded)
        if quantity.unit is Unit.COUNT
        and quantity.total is None
        and quantity.value_high is None
        and isinstance(quantity.value, int)
    ]
    if "một" in folded:
        numbers += [_Number(Span(*one.span()), one.end(), 1) for one in _ONE.finditer(folded)]
        numbers.sort(key=lambda number: number.stop)
    return numbers


_LEAD = Pattern(r"\s*(?:lượt\s+)?")
_OTHERS = Pattern(
    phrase(
        r"\s*(?:,|và|/|-)\s*(?:các )?(?:(?P<individual>cá nhân|đảng viên|đồng chí|hội viên|cán bộ)"
        r"|(?P<collective>tập thể|đơn vị|tổ chức|gia đình))(?!\p{L})"
    )
)


def _recipients(folded: str, number: _Number) -> Recipients | None:
    lead = _LEAD.match(folded, number.stop)
    start = number.stop if lead is None else lead.end()
    stop = _nouns().longest(folded, start)
    if stop is None:
        return None
    kind = _kinds()[_nouns().plain(folded[start:stop])]
    others = _OTHERS.match(folded, stop)
    if others is not None and others[_other(kind)] is not None:
        return Recipients(Span(number.span.start, others.end()), number.span, total=number.value)
    one = Recipients(Span(number.span.start, stop), number.span)
    match kind:
        case Recipient.COLLECTIVE:
            return replace(one, collectives=number.value)
        case Recipient.INDIVIDUAL:
            return replace(one, individuals=number.value)
        case Recipient.EITHER:
            return replace(one, total=number.value)


def _other(kind: Recipient) -> str:
    return "collective" if kind is Recipient.INDIVIDUAL else "individual"


_JOIN = Pattern(
    phrase(
        r"(?: (?!cho|tặng|trao|trong(?! sạch)|được|nhận)\p{L}+|,(?= (?:và )?vững mạnh)| năm \d{4}"
        r"|\s*\"[^\"]{1,60}\"|\s*\([^()]{1,40}\)){0,10}?\s*(?:,|và|cùng|và cùng|,\s*và)\s*(?:cho )?"
    )
)
_JOIN_ALIKE = Pattern(phrase(r"\s*(?:,|và|,\s*và)\s*"))


def _joined(left: Recipients, right: Recipients, folded: str) -> Recipients | None:
    """`12 tập thể` and `35 cá nhân` that share one award; `9 đảng bộ, 31 chi bộ` are 40 collectives."""
    if left.total is not None or right.total is not None:
        return None
    both = replace(left, span=left.span.cover(right.span), numbers=left.numbers.cover(right.numbers))
    between = left.span.stop, right.span.start
    if left.collectives and right.collectives and left.individuals is None and right.individuals is None:
        alike = _JOIN_ALIKE.fullmatch(folded, *between) and _noun(left, folded) != _noun(right, folded)
        return replace(both, collectives=left.collectives + right.collectives) if alike else None
    if not _JOIN.fullmatch(folded, *between):
        return None
    if left.individuals is None and right.individuals is not None:
        return replace(both, individuals=right.individuals)
    if left.collectives is None and right.collectives is not None:
        return replace(both, collectives=right.collectives)
    return None


def _noun(recipients: Recipients, folded: str) -> str:
    return folded[recipients.numbers.stop : recipients.span.stop].strip()
