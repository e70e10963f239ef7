"""What was planned, or was before, told behind what came of it: `trồng 162 nghìn cây (chỉ tiêu 150 nghìn)`."""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.nouns import NounKind
from congressx.extractors.kpis.record import Base, Change
from congressx.extractors.kpis.shares import says_share
from congressx.patterns import Pattern
from congressx.vietnamese.quantities import Quantity, Unit

_PLAN = Pattern(
    r"[^();]*\(\s*(?:(?:chỉ tiêu|kế hoạch|kh|mục tiêu|nghị quyết|nq|dự toán)(?: (?!đạt|vượt|bằng)\p{L}+){0,4}?(?: là|:)?"
    r"|(?:(?:\p{L}+ ){1,4}?(?:giao|đề ra|đặt ra|ấn định)(?: là|:)?)"
    r"|(?:(?:con số )?cùng k[ỳì](?: năm (?:trước|ngoái|\d{4}))?|năm (?:trước|ngoái|\d{4})|nhiệm kỳ trước|đầu nhiệm kỳ)"
    r"(?: chỉ| mới)?(?: là| có| còn|:)?)\s*(?:từ |hơn |trên |dưới |không quá |tối thiểu |ít nhất )?"
)
"""`(nghị quyết đề ra 12%)`, `(thành phố giao 95%)`, `(chỉ tiêu 150)`, `(cùng kỳ: 98 vụ)`: what was planned, or was before, in brackets
behind what came of it."""
_ENDS_BRACKET = Pattern(r"[^();,]{0,30}\)|\s*[;,]\s*(?:đạt|bằng|vượt|tăng|giảm)(?!\p{L})")
_MAY_BE_PLANNED = frozenset({Change.LEVEL, Change.UP, Change.DOWN})


def read_planned(sight: Sight) -> Figure | None:
    """`trồng 162 nghìn cây (chỉ tiêu 150 nghìn)`: the plan of the figure before."""
    prior = sight.prior
    if "(" not in sight.folded or prior is None or prior.change not in _MAY_BE_PLANNED:
        return None
    if (
        _PLAN.fullmatch(sight.folded, prior.stop, sight.at) is None
        or _ENDS_BRACKET.match(sight.folded, sight.quantity.span.stop) is None
    ):
        return None
    quantity = sight.quantity if sight.quantity.unit is prior.quantity.unit else _in_its_unit(sight, prior)
    if quantity is None or not _counts_the_same(sight, prior):
        return None
    shape = Shape.LISTED if sight.quantity.unit is Unit.COUNT else prior.shape
    return Figure(quantity, shape, prior.indicator, prior.change, prior.base, noun=prior.noun)


_SHARED = frozenset({Unit.PERCENT, Unit.MEASURE, Unit.VND})
_NEAR = 4


def _in_its_unit(sight: Sight, prior: Figure) -> Quantity | None:
    """`21,4 triệu m3 (kế hoạch 20,9 triệu)`: the unit was said, if the numbers are of one size."""
    quantity, reached = sight.quantity, prior.quantity
    if quantity.unit is not Unit.COUNT or sight.noun is not None or reached.unit not in _SHARED:
        return None
    if not reached.value or not 1 / _NEAR < quantity.value / reached.value < _NEAR:
        return None
    return replace(quantity, unit=reached.unit, unit_text=reached.unit_text, unit_span=reached.unit_span)


def _counts_the_same(sight: Sight, prior: Figure) -> bool:
    """Whether a noun behind the number, if there is one, is that of the figure before: `3 cơ sở hội yếu (năm 2009: 7 cơ sở)`."""
    if sight.quantity.unit is not Unit.COUNT or sight.noun is None:
        return True
    if prior.noun is None:
        return sight.noun.kind is NounKind.NEVER
    one, other = (noun.span.of(sight.folded).split()[0] for noun in (sight.noun, prior.noun))
    return one == other or sight.noun.bare


_AIMED_AT = Pattern(
    r"(?<!\p{L})(?:chỉ tiêu|kế hoạch|nghị quyết|kh|nq)(?:\s+(?:năm\s+)?(?:\d{4}|\p{L}+)){0,5}?\s*[:(]?\s*$"
)


def read_aimed(sight: Sight) -> Figure | None:
    """`kết nạp 356 đảng viên, đạt 101,7% so với chỉ tiêu được giao (350)`: what was aimed at, for the share says so."""
    if sight.quantity.unit is not Unit.COUNT or sight.noun is not None or not sight.quantity.value:
        return None
    reached = next((figure for figure in reversed(sight.figures) if figure.quantity.unit is Unit.COUNT), None)
    share = sight.prior
    if reached is None or share is None or share.quantity.unit is not Unit.PERCENT:
        return None
    if _AIMED_AT.search(sight.folded, share.quantity.span.stop, sight.at) is None:
        return None
    if not says_share(share.quantity.value, reached.quantity.value, sight.quantity.value):
        return None
    return Figure(sight.quantity, Shape.MOVED, reached.indicator, noun=reached.noun)


_AMONG = Pattern(r"(?<!\p{L})(?:trong đó|cụ thể|bao gồm|gồm|riêng)(?!\p{L})")
_RATE = Pattern(r"(?<!\p{L})(?:(?:tỷ|tỉ) (?:lệ|trọng|suất)|độ che phủ|chỉ số|công suất|số)(?!\p{L})")
_REACHED = Pattern(r"(?<!\p{L})(?:đạt|bằng|thực hiện)\s*$")
PLANS = frozenset({Base.PLAN, Base.TARGET})


def plan_of_share(sight: Sight, verbs: str) -> Base | None:
    """The plan that a share reached is of, told before: `đạt 52% kế hoạch; trong đó trồng trọt đạt 55%`, `(chỉ tiêu 20), đạt 70%`."""
    if sight.quantity.unit is not Unit.PERCENT or sight.quantity.value_high is not None:
        return None
    if _REACHED.search(verbs) is None:
        return None
    return _plan_in_brackets(sight) or _plan_of_whole(sight)


def _plan_of_whole(sight: Sight) -> Base | None:
    whole = next((n for n, one in enumerate(sight.figures) if one.change is Change.OF and one.base in PLANS), None)
    if whole is None or _RATE.search(sight.folded, sight.start, sight.at):
        return None
    parts, stop = sight.figures[whole + 1 :], sight.figures[whole].quantity.span.stop
    if any(one.quantity.unit in (Unit.PERCENT, Unit.COUNT) and one.change is Change.LEVEL for one in parts):
        return None
    return sight.figures[whole].base if _AMONG.search(sight.folded, stop, sight.at) else None


_BEHIND_BRACKET = Pattern(r"\s*\)\s*,?\s*(?:đạt|bằng)\s*")
_CALLED_PLAN = Pattern(r"\(\s*(?:kế hoạch|kh|dự toán)(?!\p{L})")


def _plan_in_brackets(sight: Sight) -> Base | None:
    """`xây 14 nhà nhân ái (chỉ tiêu năm là 20), đạt 70%`: the numbers say that it is a share of the plan."""
    if len(sight.figures) < 2:
        return None
    reached, planned = sight.figures[-2:]
    if planned.quantity.unit is not reached.quantity.unit or not planned.quantity.value:
        return None
    if _BEHIND_BRACKET.fullmatch(sight.folded, planned.quantity.span.stop, sight.at) is None:
        return None
    if not says_share(sight.quantity.value, reached.quantity.value, planned.quantity.value):
        return None
    called = _CALLED_PLAN.search(sight.folded, reached.quantity.span.stop, sight.at)
    return Base.TARGET if called is None else Base.PLAN
