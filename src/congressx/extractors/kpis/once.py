"""One fact, one mention: what an article says twice, in other words or roundly, is kept once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from congressx.document import Document, SectionKind
from congressx.engine import Mention
from congressx.extractors.kpis.measuring import MONEY
from congressx.extractors.kpis.record import Change
from congressx.vietnamese.quantities import Comparator, Unit
from congressx.vietnamese.spelling import fold

_PREFERENCE = {SectionKind.BODY: 0, SectionKind.LEAD: 1, SectionKind.TITLE: 2, SectionKind.CAPTION: 3}
_BODY, _CROSSHEAD = 0, 1
"""Ranks of the body's prose, and of a line above a part of it: that sums up as a lead does."""
_KIND = ("value_high", "unit", "total", "change")


def once(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions without those that repeat a fact; the body's words are kept before the title's and a caption's."""
    alike: defaultdict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        alike[_kind(mention)].append(mention)
    exact = [one for one in mentions if not any(_rounds(document, one, other) for other in alike[_kind(one)])]
    order = sorted(exact, key=lambda mention: (_rank(document, mention), mention.focus))
    kept: list[Mention] = []
    for mention in order:
        if not any(_same(document, mention, other) for other in kept):
            kept.append(mention)
    yield from sorted(kept, key=lambda mention: mention.focus)


_LONGEST_LINE = 100
_ENDED = (".", "!", "?", "…", ":", ";", ",", '"', "”", ")")


def _rank(document: Document, mention: Mention) -> int:
    """Whose words are kept: the body's prose first."""
    rank = _PREFERENCE[document.sentences[mention.sentence].section]
    return _CROSSHEAD if rank == _BODY and _is_crosshead(document, mention.sentence) else rank


def _is_crosshead(document: Document, index: int) -> bool:
    """`Kinh tế quận tăng 8,21%` on a line of its own, between paragraphs of prose."""
    sentence = document.sentences[index]
    if len(sentence.text) > _LONGEST_LINE or sentence.text.endswith(_ENDED) or not sentence.text[0].isalnum():
        return False
    around = document.sentences[max(0, index - 1) : index + 2]
    return len(around) == 3 and all(
        other is sentence or (other.paragraph != sentence.paragraph and other.text.endswith(_ENDED)) for other in around
    )


def _kind(mention: Mention) -> tuple[object, ...]:
    """What two figures share that may be one, said roundly and exactly."""
    return tuple(mention.value[key] for key in _KIND)


def _same(document: Document, one: Mention, other: Mention) -> bool:
    """Whether two mentions of different sentences tell one fact."""
    if one.value["value"] != other.value["value"] or one.sentence == other.sentence or _kind(one) != _kind(other):
        return False
    first, second = document.sentences[one.sentence], document.sentences[other.sentence]
    prose = _rank(document, one) == _rank(document, other) == _BODY
    summed_up = not prose and _digits_of(one.value["value"]) > _TELLING
    if not summed_up and not _same_period(one, other, same_paragraph=first.paragraph == second.paragraph):
        return False
    shared = _shared(one.value["indicator"], other.value["indicator"])
    if prose:
        return shared > 0.5 or (shared == 0.5 and _counts_alike(one, other)) or _tells_again(one, other)
    if one.value["unit"] is Unit.COUNT:
        return shared > 0 or (one.value["value"] >= _LARGE and _same_noun(one, other))
    return True


def _counts_alike(one: Mention, other: Mention) -> bool:
    """`thu về cho ngân sách … 4 căn nhà`, `thu hồi … 4 căn nhà`: names half alike are one where the noun is."""
    return one.value["unit"] is Unit.COUNT and _noun_of(one) == _noun_of(other) != ""


def _noun_of(mention: Mention) -> str:
    return fold(mention.value["unit_text"] or "")


def _same_period(one: Mention, other: Mention, *, same_paragraph: bool) -> bool:
    """A period may be left out elsewhere in the article, but not beside a figure that names it."""
    first, second = one.value["period"], other.value["period"]
    return bool(first == second or (not same_paragraph and None in (first, second)))


# --- large numbers said again -------------------------------------------------------------------------------------------

_LARGE = 1000
_TELLING = 2
"""So many digits that say something: `6.400` and not `7.000`, which may be two facts' number."""


def _tells_again(one: Mention, other: Mention) -> bool:
    """`thu về 37 tỷ đồng` … `đã thu hồi hơn 37 tỷ`, `1.300 cây keo` … `1.300 cây xanh`: a large number of the same."""
    value, unit = one.value["value"], one.value["unit"]
    if one.value["change"] is not Change.LEVEL or value < _LARGE or _digits_of(value) < _TELLING:
        return False
    if one.value["mood"] is not other.value["mood"]:
        return False
    if unit is Unit.COUNT:
        return _same_noun(one, other)
    return unit in MONEY and _shared(one.value["indicator"], other.value["indicator"]) > 0


_ANYBODY = frozenset({"người", "trường hợp"})
"""Nouns that stand for any other: `gần 1.200 giáo viên`, of which `1.190 người`."""


def _same_noun(one: Mention, other: Mention) -> bool:
    first, second = _noun_of(one), _noun_of(other)
    return _shared(first, second) > 0 or not _ANYBODY.isdisjoint((first, second))


# --- numbers said roundly -----------------------------------------------------------------------------------------------

_NEARNESS = 0.05
"""How far apart the round number of a title or lead and the exact one below it may lie, of the exact one."""
_NEARNESS_OF_NAMED = 0.1
"""How far where their names share a word and the round one says on which side: `gần 50 phòng ban` of `46 phòng ban`."""
_CLOSENESS = 0.03
"""How far where both may stand in the body."""


def _rounds(document: Document, one: Mention, other: Mention) -> bool:
    """Whether one says roundly what the other, of its kind, says exactly: `Hơn 2.400 …` of `2.435 …`."""
    if one is other:
        return False
    if one.sentence != other.sentence and _is_of_same(one, other) and _is_cut_or_filled(one, other):
        return True
    first, second = _rank(document, one), _rank(document, other)
    if first == _BODY or second > first:
        return False
    alike = _shared(one.value["indicator"], other.value["indicator"]) > 0
    plain = one.value["unit"] is not Unit.COUNT and second < first
    nearness = _NEARNESS_OF_NAMED if alike and second == _BODY and _is_beside(one, other) else _NEARNESS
    return (alike or plain) and _is_near(one, other, nearness)


def _is_beside(one: Mention, other: Mention) -> bool:
    """`hơn 40` of 44, `gần 50` of 46, `khoảng 50` of either: what says that it is round lies on the right side."""
    rough, exact = one.value["value"], other.value["value"]
    match one.value["comparator"]:
        case Comparator.GT:
            return bool(rough < exact)
        case Comparator.NEARLY:
            return bool(rough > exact)
        case comparator:
            return comparator is Comparator.APPROX


def _is_near(one: Mention, other: Mention, nearness: float) -> bool:
    rough, exact = one.value["value"], other.value["value"]
    return bool(0 < abs(exact - rough) <= nearness * exact and _digits_of(rough) < _digits_of(exact))


def _is_of_same(one: Mention, other: Mention) -> bool:
    """Whether neither the mood nor a period told of both parts two numbers."""
    return one.value["mood"] is other.value["mood"] and _same_period(one, other, same_paragraph=False)


def _is_cut_or_filled(one: Mention, other: Mention) -> bool:
    """`hơn 1.400 giáo viên` of `1.436 giáo viên`, `gần 1.500` of `1.486`: in the body too, where two things may be told of."""
    rough, exact = one.value["value"], other.value["value"]
    comparator = one.value["comparator"]
    if other.value["comparator"] is not Comparator.EQ or not _is_near(one, other, _CLOSENESS) or exact < _LARGE:
        return False
    below = comparator in (Comparator.GT, Comparator.APPROX) and rough < exact < rough + _step_of(rough)
    above = comparator in (Comparator.NEARLY, Comparator.APPROX) and rough - _step_of(rough) < exact < rough
    if not (below or above):
        return False
    if one.value["unit"] is Unit.COUNT:
        return _same_noun(one, other)
    return _shared(one.value["indicator"], other.value["indicator"]) > 0.5


def _digits_of(value: float) -> int:
    """How many digits say something: 2 of 2.400, 4 of 2.435."""
    return len(f"{value:f}".rstrip("0").rstrip(".").replace(".", "").strip("0"))


def _step_of(value: float) -> float:
    """What the last digit that says something counts: 100 in 2.400."""
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return step


@lru_cache(maxsize=4096)
def _shared(one: str, other: str) -> float:
    """How much of the shorter of two names the other has."""
    first, second = frozenset(fold(one).split()), frozenset(fold(other).split())
    return len(first & second) / max(1, min(len(first), len(second)))
