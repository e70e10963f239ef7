"""Rates told in few words.

`tăng trưởng 8%/năm`; `năm 2020 ước đạt 7.500 USD`; `nông nghiệp 28%, dịch vụ 37%`; `7 mái ấm (350 triệu đồng)`.
"""

from __future__ import annotations

from congressx.extractors.kpis import subjects
from congressx.extractors.kpis.evidence import weight
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.measuring import MONEY, PERCENT
from congressx.extractors.kpis.naming import settled
from congressx.extractors.kpis.nouns import NounKind
from congressx.extractors.kpis.record import Change
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Unit

_WORTH = Pattern(
    r"[^();,\d]{0,60}\(\s*(?:(?:tổng )?(?:trị giá|giá trị|kinh phí|số tiền)(?: là)?\s*)?"
    r"|[^();,\d]{0,60}(?:\s+với|,)\s+(?:tổng\s+)?(?:số tiền|trị giá|giá trị)(?: (?:là|hơn|gần|trên|khoảng))?\s*"
    r"|[^();\d]{0,60}[,(]\s*(?:mỗi|một) (?:căn|nhà|ngôi nhà|ngôi|suất|phần|công trình|mái ấm)(?: quà| nhà)?"
    r"\s*(?:(?:có )?(?:trị giá|giá trị)|là|được hỗ trợ)?\s*"
)
_GIVEN_OUT = frozenset({Shape.DEED, Shape.LISTED})


def worth_of(sight: Sight) -> Figure | None:
    """`xây 7 mái ấm (350 triệu đồng)`, `xây 7 mái ấm với tổng số tiền 350 triệu đồng`: what the counted things cost.

    So does `trao 20 suất quà, mỗi suất 500.000 đồng`.
    """
    prior = sight.prior
    if sight.quantity.unit not in MONEY or prior is None or prior.shape not in _GIVEN_OUT or prior.noun is None:
        return None
    if prior.noun.kind not in (NounKind.THING, NounKind.EVENT) or prior.change is not Change.LEVEL:
        return None
    if "crime" in sight.reasons:
        return None
    match = _WORTH.fullmatch(sight.folded, prior.noun.span.stop, sight.at)
    closed = match is not None and ("(" not in match.group() or sight.folded.startswith(")", sight.stop))
    return Figure(sight.quantity, Shape.MONEY, prior.indicator) if closed else None


_GROWTH_ALONE = Pattern(
    r"(?r)(?<!\p{L})(?P<name>tăng trưởng)(?:\s+(?:bình quân|hằng năm|hàng năm|mỗi năm|đạt|khoảng|từ|trên|hơn|ở mức|ít nhất|tối thiểu))*\s+"
)


_PER_HEAD = Pattern(r"(?<!\p{L})(?:đầu người|thu nhập)(?!\p{L})")
"""`thu nhập bình quân đầu người 85 triệu đồng, tăng trưởng 9%/năm`: it is the economy that grows."""


def growth_alone(sight: Sight, end: int) -> Span | None:
    """`phấn đấu tăng trưởng 8 - 9%/năm`: growth names its rate where nothing else is there to grow."""
    if sight.quantity.unit not in PERCENT:
        return None
    match = _GROWTH_ALONE.match(sight.folded, sight.start, sight.quantity.number.start)
    if match is None:
        return None
    subject = subjects.before(sight.folded, sight.start, min(end, match.start()))
    if subject is not None and settled(sight.folded, subject) is not None:
        return None
    prior = sight.prior
    alone = prior is None or prior.stop <= sight.segment or _PER_HEAD.search(prior.indicator.of(sight.folded))
    return Span(*match.span("name")) if alone else None


VERB_ALONE = r"(?:đạt|là|còn|tăng|giảm|bằng|gấp|chiếm|lên|đặt mục tiêu)"
_ALONE = Pattern(rf"(?r)(?<!\p{{L}}){VERB_ALONE}(?!\p{{L}})")
_LEADS_IN = Pattern(r"\W*(?:[^,:;().]{1,40},)?\s*")
_WHOSE = Pattern(
    r"(?:(?:toàn|cả|các|riêng)\s+)*(?:thành phố|tỉnh|huyện|quận|thị xã|tp|xã|phường|địa phương|ngành|đơn vị|công ty"
    r"|cả nước|mức tự ước|ước|con số|hđnd|ubnd|quốc hội|chính phủ|nghị quyết)(?:\s+(?:của\s+)?\p{L}+){0,3}"
)


def verb_alone(sight: Sight, end: int) -> Span | None:
    """`Năm 2020 ước đạt 7.500 USD`: a sentence that says no more than how much goes on from the one before."""
    if sight.prior is not None or sight.quantity.unit is Unit.RATIO or weight(sight) <= 0:
        return None
    if _LEADS_IN.fullmatch(sight.folded, 0, sight.start) is None:
        return None
    verb = _ALONE.search(sight.folded, sight.start, sight.at)
    whose = subjects.before(sight.folded, sight.start, end)
    if verb is None or (whose is not None and _WHOSE.fullmatch(whose.of(sight.folded)) is None):
        return None
    return Span(*verb.span())


_ENDS_ITEM = Pattern(r"(?:\s?/\s?(?:năm|tháng|quý))?\s*(?:[;,.)]|$|-\s|(?:và|trở lên)(?!\p{L}))")
_BEGINS_ITEM = Pattern(r"(?r)(?:^|[:;,(]|\s-)\W*(?:(?:trong đó|riêng|còn|và|cụ thể|gồm)\s+)*")
_MOVES_ON = Pattern(r"\s*[,(]\s*(?:đã\s+)?(?:tăng|giảm|bằng|vượt|đạt)\s+(?:hơn\s+|gần\s+)?\d")
"""`tổn thất điện năng 4,5%, giảm 0,3%`."""
_LONGEST_ITEM = 8


def is_item(sight: Sight, subject: Span) -> bool:
    """`cơ cấu kinh tế: nông nghiệp 28%, dịch vụ 37%`: an item of a list is a name and its share, no more."""
    moves = _MOVES_ON.match(sight.folded, sight.quantity.span.stop) is not None
    if (weight(sight) <= 0 and not moves) or len(subject.of(sight.folded).split()) > _LONGEST_ITEM:
        return False
    if _ENDS_ITEM.match(sight.folded, sight.quantity.span.stop) is None:
        return False
    if sight.folded[subject.stop : sight.at].strip():
        return False
    return _BEGINS_ITEM.match(sight.folded, 0, subject.start) is not None


_DONE_WHOLLY = Pattern(r"\s(?:đã|đều) được \p{L}+ \p{L}+$")
"""`các tuyến đường đã được nhựa hóa 100%`."""


def is_done_wholly(name: str) -> bool:
    """Whether what stands before a share tells of a deed done to all of something."""
    return _DONE_WHOLLY.search(name) is not None
