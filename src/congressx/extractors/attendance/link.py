"""One record an attendance: numbers said twice once, the exact one before the round one."""

from __future__ import annotations

from collections.abc import Iterator

from congressx.document import SectionKind
from congressx.engine import LinkContext, Mention
from congressx.extractors.attendance.record import AttendanceStatus
from congressx.vietnamese.quantities import Comparator

_ROUND = frozenset({Comparator.GT, Comparator.NEARLY, Comparator.APPROX, Comparator.GE})
_ROUNDING = 0.12
"""`hơn 400` may be 443: a round number and the exact one lie within this share of one another."""


def link(context: LinkContext) -> Iterator[Mention]:
    """Attendances in text order; none where the article names no meeting."""
    if not context.neighbours["meetings"]:
        return
    rank = {SectionKind.BODY: 0, SectionKind.LEAD: 0, SectionKind.TITLE: 1, SectionKind.CAPTION: 2}
    section = {m: rank[context.document.sentences[m.sentence].section] for m in context.mentions}
    kept: list[Mention] = []
    for mention in sorted(context.mentions, key=lambda m: (section[m], m.focus)):
        twin = next((n for n, other in enumerate(kept) if _same(other, mention)), None)
        if twin is None:
            kept.append(mention)
        elif _exactness(mention) > _exactness(kept[twin]):
            kept[twin] = mention
    yield from sorted(kept, key=lambda m: m.focus)


def _same(one: Mention, other: Mention) -> bool:
    a, b = one.value, other.value
    if a.get("percent") == b.get("percent") == 100.0 and a.get("present") is None and b.get("present") is None:
        return a["group"] == b["group"]
    first, second = (v.get("present") or v.get("summoned") for v in (a, b))
    if first is None or second is None:
        return False
    if first == second:
        return a.get("summoned") in (None, b.get("summoned")) or b.get("summoned") is None
    rounded = a.get("comparator") in _ROUND or b.get("comparator") in _ROUND
    return rounded and a["group"] == b["group"] and abs(first - second) <= _ROUNDING * max(first, second)


def _exactness(mention: Mention) -> tuple[int, int, int, int]:
    value = mention.value
    return (
        value.get("summoned") is not None and value.get("present") is not None,
        value.get("comparator") not in _ROUND,
        value.get("status") is AttendanceStatus.ACTUAL,
        value.get("represents") is not None,
    )
