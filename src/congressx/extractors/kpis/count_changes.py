"""By how many a count became more or fewer: `giảm 7 đầu mối`, `chỉ số … tăng 5 bậc`, `vượt 2 đồng chí so với chỉ tiêu`."""

from __future__ import annotations

from congressx.extractors.kpis import indicators
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.fuller_names import with_passive
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.numbered import SINCE, base_behind
from congressx.extractors.kpis.record import Change
from congressx.extractors.kpis.wholes import is_of_whole
from congressx.patterns import Pattern
from congressx.span import Span


def read_change(sight: Sight, noun: Noun, change: Change) -> Figure | None:
    """The figure of a count that became more or fewer by so many."""
    return _ranked(sight, noun, change) or _changed(sight, noun, change)


def read_idle_change(sight: Sight, noun: Noun, change: Change) -> Figure | None:
    """The same where the noun is no achievement by itself."""
    return _ranked(sight, noun, change) or _herd_moved(sight, noun, change) or _members_moved(sight, noun, change)


def _by_so_many(sight: Sight, noun: Noun, change: Change, name: Span) -> Figure:
    return Figure(sight.quantity, Shape.CHANGE, name, change, base_behind(sight, change), noun=noun)


def _changed(sight: Sight, noun: Noun, change: Change) -> Figure | None:
    """`giảm 7 đầu mối`; `xảy ra 149 vụ phạm pháp, tăng 18 vụ`."""
    indicator = indicators.after(sight.folded, noun.span.start, predicate=False)
    prior = sight.counted
    if prior is not None and prior.noun is not None and _moves_it(sight, prior.noun, noun):
        indicator = prior.indicator
    elif noun.kind is NounKind.CASE and (affair := _AFFAIR.search(sight.folded, 0, sight.at)) is not None:
        indicator = Span(*affair.span("name"))
    elif noun.kind in (NounKind.OTHER, NounKind.OPEN, NounKind.CASE):
        return None
    elif noun.bare and indicator is not None and indicator.stop <= noun.span.stop and not is_of_whole(sight, noun):
        return None  # (tăng 2 người so với nhiệm kỳ trước): nobody says of what
    if indicator is None:
        return None
    return with_passive(sight, noun, _by_so_many(sight, noun, change, indicator))


_AFFAIR = Pattern(
    r"(?r)(?<!\p{L})(?P<name>tai nạn giao thông|tai nạn(?! giao thông)|phạm pháp hình sự|phạm pháp(?! hình sự)"
    r"|tội phạm(?: về [\p{L} ]{4,24})?|cháy,? nổ"
    r"|vi phạm hành chính|khiếu nại,? tố cáo)(?!\p{L})[^.;\d]*(?<!\p{L})(?:tăng|giảm)(?:[^.;]*)"
)
"""`tai nạn giao thông giảm cả ba mặt: giảm 12 vụ`: what became fewer or more."""
_RANKS = Pattern(r"(?:bậc|hạng|thứ hạng)(?!\p{L})")
_RANKED = Pattern(
    r"(?<!\p{L})(?:chỉ số|xếp hạng|thứ hạng|vị trí|pci|papi|par index|par - index|par-index|sipas|dti|pgi)(?!\p{L})"
)


def _ranked(sight: Sight, noun: Noun, change: Change) -> Figure | None:
    """`chỉ số cải cách hành chính tăng 5 bậc`: the index names how far it rose."""
    if _RANKS.match(sight.folded, noun.span.start) is None:
        return None
    name = sight.subject
    if name is None or _RANKED.search(name.of(sight.folded)) is None:
        return None
    return _by_so_many(sight, noun, change, name)


_HERD = Pattern(r"(?:tổng )?(?:đàn|số)(?: \p{L}+)?(?: (?:bò|trâu|lợn|heo|gà|vịt|gia súc|gia cầm|dê|ong))+")


def _herd_moved(sight: Sight, noun: Noun, change: Change) -> Figure | None:
    """`đàn bò tăng thêm 640 con`: the herd names how many more there are."""
    if noun.span.of(sight.folded) != "con":
        return None
    name = sight.subject
    if name is None or _HERD.fullmatch(name.of(sight.folded).replace(",", "")) is None:
        return None
    return _by_so_many(sight, noun, change, name)


_PERSONS = Pattern(r"(?:đồng chí|đ/c|người|đảng viên|hội viên|đoàn viên)(?!\p{L})")
_THAN = Pattern(r"\s+(?:so(?:\s+với)?|kế hoạch|chỉ tiêu)(?!\p{L})")


def _members_moved(sight: Sight, noun: Noun, change: Change) -> Figure | None:
    """`kết nạp 22 quần chúng ưu tú, vượt 2 đồng chí so với chỉ tiêu`: the persons before, by another word for them."""
    if _PERSONS.fullmatch(noun.span.of(sight.folded)) is None:
        return None
    persons = sight.counted
    if persons is None or persons.noun is None or persons.noun.kind is not NounKind.PEOPLE:
        return None
    if persons.quantity.span.start < sight.segment or _THAN.match(sight.folded, noun.span.stop) is None:
        return None
    return _by_so_many(sight, noun, change, persons.indicator)


def is_of_prior(sight: Sight, noun: Noun) -> bool:
    """`64.900 ô tô, tăng 700 xe so với cùng kỳ`: a word that counts nothing alone goes on from the count before."""
    prior = sight.prior
    return prior is not None and prior.noun is not None and _moves_it(sight, prior.noun, noun)


_MOVED_SINCE = Pattern(r"[\s,(]*(?:đã\s+)?(?:tăng|giảm)(?!\p{L})")


def _moves_it(sight: Sight, one: Noun, other: Noun) -> bool:
    """Whether the count of `one` moved by that of `other`: `thụ lý 310 vụ việc, giảm 14 vụ so với …`."""
    folded = sight.folded
    if one.span.of(folded) == other.span.of(folded) or one.kind is other.kind is NounKind.CASE:
        return True
    return (
        _MOVED_SINCE.match(folded, sight.start, sight.at) is not None
        and SINCE.match(folded, other.span.stop) is not None
    )
