"""Counts of what was done, and what names them: `hỗ trợ 120 hộ nghèo`, `thí điểm mô hình tại 21 đơn vị`."""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.crowds import phrase_of
from congressx.extractors.kpis.deeds import Deed, deed_phrase, has_object, is_ordered
from congressx.extractors.kpis.figure import EXCLUDED, Figure, Shape, Sight
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.stocks import MANY
from congressx.patterns import Pattern
from congressx.span import Span


def read_done(sight: Sight, noun: Noun) -> Figure | None:
    """`hỗ trợ 120 hộ nghèo`."""
    deed = sight.deed
    if deed is None or not (deed.suits(noun) or _is_many(sight, noun, deed)):
        return None
    if noun.kind is NounKind.OUTPUT and is_ordered(sight.folded, deed):
        return None
    if deed.span.of(sight.folded) == "làm" and _SUFFERED.match(sight.folded, noun.span.stop):
        return None
    return named_by(sight, noun, deed, Shape.DEED)


_WORK_AT = Pattern(
    r"(?<!\p{L})(?P<work>(?:thí điểm|quan trắc|cải tạo|lắp đặt)(?!\p{L})[^;:.()\d]{0,90}?)(?: được đặt)? (?:tại|ở)"
    r"(?: (?:\p{L}+ ){1,4}của)? (?:(?:hơn|gần|trên|khoảng) )?$"
)
_AND_AT = Pattern(r"[^;:.()\d]{0,60}(?:,| và)(?: (?:tại|ở))? (?:(?:hơn|gần|trên|khoảng) )?")
_SPOTS = frozenset({"vị trí", "điểm"})
_SITES = frozenset({NounKind.THING, NounKind.UNIT, NounKind.PLACE, NounKind.OTHER, NounKind.OPEN})


def read_worked_at(sight: Sight, noun: Noun) -> Figure | None:
    """`thí điểm mô hình tại 21 đơn vị`, `quan trắc nước ở 34 vị trí và 12 vị trí …`: the work names where it was done."""
    if noun.kind not in _SITES and noun.span.of(sight.folded) not in _SPOTS:
        return None
    at, prior = sight.at, sight.prior
    if prior is not None and prior.noun is not None and prior.noun.span.of(sight.folded) == noun.span.of(sight.folded):
        at = prior.quantity.span.start if _AND_AT.fullmatch(sight.folded, prior.noun.span.stop, at) else at
    match = _WORK_AT.search(sight.folded, sight.segment, at)
    if match is None or sight.reasons & EXCLUDED:
        return None
    work = Span(*match.span("work"))
    return Figure(sight.quantity, Shape.DEED, work, noun=noun, deed=Deed(work, frozenset({"make"}), "work", ""))


_SUFFERED = Pattern(r"(?:\s\p{L}+){0,2}\s(?:bị|chết|hư|thiệt|mất|ngập|sập)(?!\p{L})")
"""`bão làm 1.000 cây bị đổ`: what befell them is no deed."""


def _is_many(sight: Sight, noun: Noun, deed: Deed) -> bool:
    """Whether a noun of no class is counted in a number that only achievements come in: `xây dựng 45 bến thủy`."""
    return noun.kind in (NounKind.OPEN, NounKind.OTHER) and sight.quantity.value >= MANY and deed.direct


def named_by(sight: Sight, noun: Noun, deed: Deed | None, shape: Shape) -> Figure | None:
    """The figure of a deed: named by the noun phrase, or by the verb where the noun says too little."""
    predicate = noun.kind in (NounKind.PEOPLE, NounKind.PLACE, NounKind.CASE)
    phrase = indicators.after(sight.folded, noun.span.start, predicate=predicate)
    if phrase is None:
        return None
    if noun.kind is NounKind.OPEN:
        phrase = phrase_of(sight.folded, noun)
    alone = phrase.stop <= noun.span.stop + 1
    verb = None if deed is None else _verb(sight, noun, deed, alone=alone, listed=shape is Shape.LISTED)
    return Figure(sight.quantity, shape, verb or phrase, noun=noun, deed=deed)


def _verb(sight: Sight, noun: Noun, deed: Deed, *, alone: bool, listed: bool) -> Span | None:
    """The verb, with its object, where it names the count; the noun may stand `alone`, without more words of its own."""
    if _is_dealt_with(sight, noun, deed):
        return deed.span
    if deed.naming == "work" and not listed and _governs(deed):
        return deed_phrase(sight.folded, deed, sight.at)
    if not noun.bare or (deed.naming == "broad" and (deed.direct or listed)):
        return None
    happened = _happened(sight, deed) if alone else None
    if happened is not None:
        return happened
    if alone and listed:
        return deed.span
    return deed_phrase(sight.folded, deed, sight.at) if alone or deed.naming == "work" or has_object(deed) else None


_HOW = Pattern(
    r"\s+(?:(?:suốt đời|miễn phí|thường xuyên|định kỳ|đột xuất|trực tiếp|đối với|cho|được|thêm|hơn|gần|trên|khoảng)\s+)+"
)


def _governs(deed: Deed) -> bool:
    """`phụng dưỡng suốt đời 5 Mẹ Việt Nam Anh hùng`: how it was done stands between, no more."""
    return deed.direct or _HOW.fullmatch(deed.via) is not None


_DISCIPLINES = Pattern(r"(?:xử lý |thi hành )?k[ỷỉ] luật|khiển trách|cảnh cáo")
_MEMBERS = Pattern(r"(?:đảng viên|hội viên)(?!\p{L})")


def _is_dealt_with(sight: Sight, noun: Noun, deed: Deed) -> bool:
    """`kỷ luật 3 quân nhân`, `kết nạp 9 đảng viên mới (vượt 12%)`: what was done, not who they are, goes on to the shares behind."""
    if not deed.direct or noun.kind is not NounKind.PEOPLE:
        return False
    verb = deed.span.of(sight.folded)
    admits = verb in _ADMITS and _MEMBERS.match(noun.span.of(sight.folded)) is not None
    return admits or _DISCIPLINES.fullmatch(verb) is not None


_ADMITS = frozenset({"kết nạp", "kết nạp được"})
_GAINS = _ADMITS | {"phát triển", "phát triển được"}
_NEW = Pattern(r"\s+mới(?!\p{L})")


def with_members(folded: str, figure: Figure) -> Figure:
    """`phấn đấu kết nạp 20 đảng viên`: those to be admitted name their number, the admitting names its shares of a plan."""
    deed, noun = figure.deed, figure.noun
    if deed is None or noun is None or figure.shape is not Shape.DEED or deed.span.of(folded) not in _GAINS:
        return figure
    if not (_MEMBERS.match(noun.span.of(folded)) or _NEW.match(folded, noun.span.stop)):
        return figure
    name = indicators.after(folded, noun.span.start, predicate=False)
    return figure if name is None else replace(figure, indicator=name)


def _happened(sight: Sight, deed: Deed) -> Span | None:
    """`tai nạn giao thông xảy ra 6 vụ`: what happened names how often it did."""
    if deed.span.of(sight.folded) != "xảy ra":
        return None
    return subjects.before(sight.folded, sight.start, deed.span.start)
