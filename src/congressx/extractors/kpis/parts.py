"""Counts that go on from the count before: its parts, the next of what became fewer or more, and the noun again.

`tăng 42 lớp, gồm 20 lớp mầm non, 17 lớp tiểu học`; `giảm 26 trưởng phòng, 116 phó trưởng phòng`;
`12 xã đạt chuẩn, 3 xã đang hoàn thiện hồ sơ`.
"""

from __future__ import annotations

from congressx.extractors.kpis import indicators
from congressx.extractors.kpis.crowds import phrase_of
from congressx.extractors.kpis.figure import COUNTS, EXCLUDED, Figure, Shape, Sight
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.record import Base, Change
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Comparator

_MADE_UP_OF = Pattern(
    r"[^;.()\d]{0,60}(?:,\s*|\s)(?:bao\s+)?gồm(?:\s+có)?\s*:?\s*(?:hơn\s+|gần\s+|trên\s+)?"
    r"|[^;.()\d]{0,40}\(\s*(?:gồm\s+)?"
)
_NEXT = Pattern(r"[^;.()\d]{0,50}?(?:,|\svà)\s*(?:hơn\s+|gần\s+|trên\s+)?")
_TIGHT = Pattern(r"\s*(?:,|và)\s*(?:hơn\s+|gần\s+|trên\s+)?")
_MOVED = frozenset({NounKind.POST, NounKind.UNIT, NounKind.THING, NounKind.PLACE})
_VICTIMS = Pattern(r"người (?:chết|bị thương)")
_VAGUE_FIRST = Pattern(
    r"(?<!\p{L})(?P<verb>giảm|tăng)(?:\s+(?:được|thêm|đi))?\s+(?:hàng (?:trăm|chục|nghìn)"
    r"|nhiều)\s[^;.()\d]{3,40},\s*(?:hơn\s+|gần\s+|trên\s+)?$"
)


def read_going_on(sight: Sight, noun: Noun) -> Figure | None:
    """A part of the count before, or the next count of one move."""
    if sight.reasons & EXCLUDED:
        return None
    return _part(sight, noun) or _moved_too(sight, noun) or _behind_many(sight, noun) or _again(sight, noun)


def _part(sight: Sight, noun: Noun) -> Figure | None:
    """The whole's noun again behind `gồm` or a bracket, or behind another such part."""
    prior = sight.prior
    if prior is None or prior.noun is None or noun.kind is NounKind.NEVER:
        return None
    if head_of(sight, noun) != head_of(sight, prior.noun):
        return None
    opens = _MADE_UP_OF.fullmatch(sight.folded, prior.stop, sight.at) is not None
    goes_on = (
        len(sight.figures) > 1 and prior.shape is Shape.LISTED and _NEXT.fullmatch(sight.folded, prior.stop, sight.at)
    )
    if not (opens or goes_on) or (opens and sight.quantity.value >= prior.quantity.value):
        return None
    phrase = phrase_of(sight.folded, noun)
    if phrase.stop <= noun.span.stop and noun.span.of(sight.folded) == prior.noun.span.of(sight.folded):
        return None
    return Figure(sight.quantity, Shape.LISTED, phrase, prior.change, prior.base, noun=noun, deed=prior.deed)


def head_of(sight: Sight, noun: Noun) -> str:
    """The first word of a noun."""
    return noun.span.of(sight.folded).split()[0]


def _moved_too(sight: Sight, noun: Noun) -> Figure | None:
    """`giảm 9 phòng, 20 phó phòng`: the verb governs both."""
    prior = sight.prior
    if prior is None or prior.noun is None or prior.change not in (Change.UP, Change.DOWN):
        return None
    victims = _VICTIMS.match(noun.span.of(sight.folded)) is not None
    posts = noun.kind in _MOVED and prior.noun.kind in _MOVED
    if not (posts or victims) or sight.quantity.unit is not prior.quantity.unit:
        return None
    if _TIGHT.fullmatch(sight.folded, prior.noun.span.stop, sight.at) is None:
        return None
    return Figure(sight.quantity, Shape.LISTED, phrase_of(sight.folded, noun), prior.change, prior.base, noun=noun)


def _behind_many(sight: Sight, noun: Noun) -> Figure | None:
    """`giảm được hàng trăm đầu mối, trên 50 phòng`: what is counted first has no number."""
    if noun.kind not in _MOVED:
        return None
    match = _VAGUE_FIRST.search(sight.folded, sight.segment, sight.at)
    if match is None:
        return None
    change = Change.DOWN if match["verb"] == "giảm" else Change.UP
    return Figure(sight.quantity, Shape.CHANGE, phrase_of(sight.folded, noun), change, Base.UNSTATED, noun=noun)


_AND_AGAIN = Pattern(
    r"[^:.…]*(?:[,;()]|\svà)\s*(?:(?:trong (?:đó|số đó)|còn lại|còn|có|và|với|riêng)\s+)*(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?"
)
_FARTHEST = 120
_RUNS_ON = COUNTS - {Shape.MOVED, Shape.BREAKDOWN}


def _again(sight: Sight, noun: Noun) -> Figure | None:
    """`10 cụm công nghiệp đã lấp đầy, 8 cụm đang đầu tư hạ tầng`: the noun of a count before, told apart by what follows it."""
    first = sight.counted
    if first is None or first.noun is None or first.shape not in _RUNS_ON or first.change is not Change.LEVEL:
        return None
    if not _is_same_again(sight, noun, first.noun):
        return None
    phrase = indicators.after(sight.folded, noun.span.start, predicate=True)
    if phrase is None or _UNSAID.search(phrase.of(sight.folded)):
        return None
    if phrase.stop <= noun.span.stop and (noun.bare or noun.span.of(sight.folded) == first.noun.span.of(sight.folded)):
        return None
    return Figure(sight.quantity, Shape.LISTED, phrase, noun=noun, deed=first.deed)


_BY_ANOTHER_YEAR = Pattern(
    r",\s*(?:(?:và|đến|tới|sang|vào|phấn đấu) )*(?:(?:hết|cuối) )*năm \d{4}"
    r"(?: (?:là|có|đạt|phải có|nâng lên|tăng lên|lên|thành))+\s*(?:hơn |trên |ít nhất )?"
)


def read_by_another_year(sight: Sight) -> Figure | None:
    """`năm 2024 có thêm 4 xã đạt chuẩn, đến hết năm 2025 là 11 xã`: the state before is meant."""
    noun, prior = sight.noun, sight.prior
    if noun is None or prior is None or prior.noun is None or prior.change is not Change.LEVEL:
        return None
    if (
        noun.span.of(sight.folded) != prior.noun.span.of(sight.folded)
        or prior.indicator.start < prior.quantity.number.stop
    ):
        return None
    if _BY_ANOTHER_YEAR.fullmatch(sight.folded, max(prior.indicator.stop, prior.noun.span.stop), sight.at) is None:
        return None
    return Figure(sight.quantity, Shape.LISTED, prior.indicator, noun=noun)


def _is_same_again(sight: Sight, noun: Noun, first: Noun) -> bool:
    """Whether a noun is the one counted before, not far behind it."""
    if noun.kind in (NounKind.NEVER, NounKind.POST) or head_of(sight, noun) != head_of(sight, first):
        return False
    near = sight.at - first.span.stop <= _FARTHEST
    return near and _AND_AGAIN.fullmatch(sight.folded, first.span.stop, sight.at) is not None


_THEY = Pattern(r"(?:đồng chí|đ/c|người|đoàn viên|đoàn viên ưu tú|quần chúng|quần chúng ưu tú|em)(?!\p{L})")
_RECOMMENDED = Pattern(
    r"(?<!\p{L})(?:giới thiệu|bồi dưỡng|tạo nguồn|cử)(?!\p{L})[^;]{0,30}\d[^;]{0,90}(?:,|\s)(?:\s*(?:trong đó|trong số đó|đã|và|có))*"
    r"\s*(?:hơn\s+|gần\s+|trên\s+)?$"
)
_ADMITTED = Pattern(
    r"\s+(?:(?:đã|vinh dự)\s+)*(?P<state>(?:được\s+)?(?:kết nạp|đứng (?:vào|trong) hàng ngũ)(?:\s+(?:vào\s+)?(?:của\s+)?đảng)?)"
)


def read_admitted(sight: Sight) -> Figure | None:
    """`giới thiệu 90 đoàn viên ưu tú, trong đó 61 đồng chí được kết nạp`: what came of recommending them."""
    noun = sight.noun
    if noun is None or _THEY.fullmatch(noun.span.of(sight.folded)) is None:
        return None
    admitted = _ADMITTED.match(sight.folded, noun.span.stop)
    if admitted is None or _RECOMMENDED.search(sight.folded, sight.segment, sight.at) is None:
        return None
    return Figure(sight.quantity, Shape.BREAKDOWN, Span(*admitted.span("state")), noun=noun)


_MEMBERS = Pattern(r"(?:đảng viên|đoàn viên|hội viên|quần chúng)(?: mới| ưu tú)*")
_COMRADES = Pattern(r"đồng chí|đ/c")
_TO_BE_ADMITTED = Pattern(
    r"(?<!\p{L})(?:mục tiêu|chỉ tiêu|phấn đấu|dự kiến|kế hoạch|sẽ|phải)(?!\p{L})[^;:]{0,40}?(?<!\p{L})(?P<deed>kết nạp|phát triển)"
    r"(?: (?:thêm|được|mới|ít nhất|tối thiểu|khoảng|hơn|trên|từ))*\s*$"
)
"""`dự kiến 6 tháng cuối năm kết nạp 15 đồng chí`."""
_ADMITTED_LABEL = Pattern(r"(?<!\p{L})(?P<deed>(?:kết nạp|phát triển) (?:đảng viên|đảng)(?: mới)?): $")
"""Behind a label a bound is an aim: `kết nạp đảng viên: ít nhất 2 đ/c`."""
_TO_BE_SENT = Pattern(r"(?<!\p{L})(?:mục tiêu|chỉ tiêu|phấn đấu)(?:\s+(?:là|có|cử|giới thiệu|từ|được))*\s*$")
_TO_BE_ADDED = Pattern(
    r"(?<!\p{L})(?:mục tiêu|chỉ tiêu|phấn đấu|muốn|mong|sẽ|phải|nhắm tới)(?!\p{L})[^,;:\d]{0,40}?(?<!\p{L})thêm"
    r"(?: (?:được|ít nhất|tối thiểu|khoảng|hơn|trên|từ))*\s*$"
)
_TO_BE_PROPOSED = Pattern(
    r"\s+(?:(?:sẽ|phải)\s+được\s+(?:\p{L}+\s+){0,3}?(?:giới thiệu|kết nạp|bồi dưỡng)|(?:để\s+)?giới thiệu\s+(?:cho|với)\s+đảng)"
    r"(?!\p{L})"
)


def read_to_be_gained(sight: Sight) -> Figure | None:
    """`mục tiêu là thêm 20 đảng viên`, `40 đoàn viên ưu tú sẽ được giới thiệu cho Đảng`: members to come are an aim."""
    noun = sight.noun
    if noun is None or sight.reasons & EXCLUDED:
        return None
    if _COMRADES.fullmatch(noun.span.of(sight.folded)):
        return _comrades_to_be_admitted(sight, noun)
    if _MEMBERS.fullmatch(noun.span.of(sight.folded)) is None:
        return None
    sent = _TO_BE_SENT.search(sight.folded, sight.start, sight.at)
    if sent is not None:
        phrase = indicators.after(sight.folded, noun.span.start, predicate=True)
        return None if phrase is None else Figure(sight.quantity, Shape.BREAKDOWN, phrase, noun=noun)
    added = _TO_BE_ADDED.search(sight.folded, sight.start, sight.at) is not None
    if not added and _TO_BE_PROPOSED.match(sight.folded, noun.span.stop) is None:
        return None
    return Figure(sight.quantity, Shape.BREAKDOWN, noun.span, noun=noun)


_BOUNDED = frozenset({Comparator.GE, Comparator.GT, Comparator.RANGE})


def _comrades_to_be_admitted(sight: Sight, noun: Noun) -> Figure | None:
    """`dự kiến kết nạp 12 - 15 đồng chí nữa`: comrades are members where one speaks of admitting them."""
    told = _TO_BE_ADMITTED.search(sight.folded, sight.segment, sight.at)
    if told is None and sight.quantity.comparator in _BOUNDED:
        told = _ADMITTED_LABEL.search(sight.folded, 0, sight.at)
    return None if told is None else Figure(sight.quantity, Shape.BREAKDOWN, Span(*told.span("deed")), noun=noun)


_UNSAID = Pattern(r"\s(?:đã|đang|sẽ|phải|vẫn|chưa|sau)$")
"""A phrase cut before it says what tells the count apart: `17 bãi đã và đang đầu tư`."""
