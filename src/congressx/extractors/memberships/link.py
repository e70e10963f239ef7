"""One record a figure, and the organisation of figures whose own sentence names none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congressx.document import Document
from congressx.engine import LinkContext, Mention
from congressx.extractors.memberships.counts import Counted
from congressx.extractors.memberships.owners import owners, owns
from congressx.extractors.memberships.parts import UNITS_OF_MEMBERS
from congressx.extractors.memberships.penalties import PENALTY
from congressx.extractors.memberships.record import Measure
from congressx.patterns import Pattern
from congressx.vietnamese.organisations import find_organisations
from congressx.vietnamese.quantities import Comparator
from congressx.vietnamese.spelling import cased, fold, phrase

_ROUND = frozenset({Comparator.GT, Comparator.NEARLY, Comparator.APPROX})
_ROUNDING = 0.1
"""`hơn 1.200` may be 1.243: a round number and the exact one lie within this share of one another."""
_COUNTED = {
    Measure.ASSOCIATION_MEMBERS: Counted.ASSOCIATION_MEMBER,
    Measure.CELLS: Counted.CELL,
    Measure.PARTY_UNITS: Counted.PARTY_UNIT,
}
_OF_ASSOCIATIONS = ("hội viên", "đoàn viên", "chi hội", "chi đoàn")
_OPENS = 60
"""An organisation named within so many characters opens its sentence."""


def link(context: LinkContext) -> Iterator[Mention]:
    """Figures in text order, each once; a number of represented members is attendance."""
    mentions = [*_without_parts(context.mentions, context.document)]
    represented = {m.value.get("represents") for m in context.neighbours["attendance"]} - {None}
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (_rank(m, context.document), m.focus)):
        if mention.value["measure"] is Measure.TOTAL and mention.value["value"] in represented:
            continue
        twin = next((place for place, other in enumerate(kept) if _same(other, mention)), None)
        if twin is None:
            kept.append(mention)
        elif _is_exacter(mention, kept[twin]):
            kept[twin] = mention
    yield from _owned(sorted(kept, key=lambda m: m.focus), context)


_BY_PENALTY = Pattern(phrase(rf"{PENALTY}(?: đối)?(?: với)? $"))
"""`cảnh cáo đối với 2 đảng viên`"""
_GOT_PENALTY = Pattern(phrase(rf"[^,;.\d]{{0,60}}?(?<!\p{{L}})bị {PENALTY}"))
"""`4 đảng viên ở xã bị cảnh cáo`"""


def _without_parts(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """`16 đảng viên bị kỷ luật` are told, so `khiển trách 10 đảng viên` are some of them."""
    disciplined = [m for m in mentions if m.value["measure"] is Measure.DISCIPLINED]
    parts = [m for m in disciplined if _is_by_penalty(m, document)]
    told = max((m.value["value"] for m in disciplined if m not in parts), default=0)
    return (m for m in mentions if m not in parts or m.value["value"] >= told)


def _is_by_penalty(mention: Mention, document: Document) -> bool:
    """Whether one penalty stands right beside the number: `khiển trách 10 đảng viên`."""
    sentence = document.sentences[mention.sentence]
    start, stop = (at - sentence.span.start for at in (mention.focus.start, mention.focus.stop))
    by_penalty = _BY_PENALTY.search(sentence.folded[max(0, start - 40) : start])
    return by_penalty is not None or _GOT_PENALTY.match(sentence.folded, stop) is not None


_TOLD_APART = (Measure.OTHER, Measure.DISCIPLINED)


def _rank(mention: Mention, document: Document) -> int:
    return document.sentences[mention.sentence].section.rank


def _same(one: Mention, other: Mention) -> bool:
    a, b = one.value, other.value
    if a["measure"] is not b["measure"]:
        return False
    if a["measure"] in _TOLD_APART and (one.sentence == other.sentence or one.rule != other.rule):
        return False  # 3 đảng viên từ trần, xóa tên 3 đảng viên; cách chức 3 đảng viên, khiển trách 3 đảng viên
    if a["value"] == b["value"]:
        return True
    rounded = (a["comparator"] in _ROUND) != (b["comparator"] in _ROUND)
    return rounded and abs(a["value"] - b["value"]) <= _ROUNDING * max(a["value"], b["value"])


def _is_exacter(one: Mention, other: Mention) -> bool:
    """Whether one gives the number of which the other is a rounding; `70` is `hơn 70` cut short."""
    rounds = other.value["comparator"] in _ROUND and one.value["comparator"] not in _ROUND
    return rounds and one.value["value"] != other.value["value"]


# --- whose ----------------------------------------------------------------------------------------------------------------


def _owned(mentions: Sequence[Mention], context: LinkContext) -> Iterator[Mention]:
    """Figures without an organisation take that of the figure before in the paragraph, of its sentences, or the host."""
    last: Mention | None = None
    for mention in mentions:
        owned = mention
        if mention.value["org"] is None and mention.rule != UNITS_OF_MEMBERS:
            counted = _COUNTED.get(mention.value["measure"], _family(mention, context.document))
            near = None if last is None or not _beside(last, mention, context.document) else last.value["org"]
            owned = mention.having(org=near or _above(mention, counted, context.document) or _host(counted, context))
        if owned.value["org"] is not None:
            last = owned
        yield owned


def _family(mention: Mention, document: Document) -> Counted:
    words = fold(document.quote(mention.span))
    return Counted.ASSOCIATION_MEMBER if any(said in words for said in _OF_ASSOCIATIONS) else Counted.MEMBER


def _beside(last: Mention, mention: Mention, document: Document) -> bool:
    same = document.sentences[last.sentence].paragraph == document.sentences[mention.sentence].paragraph
    return same and _family(last, document) is _family(mention, document)


def _above(mention: Mention, counted: Counted, document: Document) -> str | None:
    """The organisation that opens the sentence before, in the same paragraph."""
    if not mention.sentence or mention.value["measure"] is Measure.DISCIPLINED:
        return None
    here, before = document.sentences[mention.sentence], document.sentences[mention.sentence - 1]
    if here.paragraph != before.paragraph:
        return None
    first = next(owners(before, _OPENS, counted), None)
    return None if first is None else " ".join(first.of(before.text).split())


def _host(counted: Counted, context: LinkContext) -> str | None:
    """The host of the article's main meeting, where it is such an organisation."""
    main = next((m for m in context.neighbours["meetings"] if m.value.get("role") == "main"), None)
    host = None if main is None else main.value.get("host")
    if not isinstance(host, str):
        return None
    named = find_organisations(cased(host), fold(host))
    return host if len(named) == 1 and owns(counted, named[0].kind) and not named[0].organ else None
