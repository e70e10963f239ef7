"""Counts in a list, of which one verb tells: `12 quy trình, 4 giải pháp và 5 mô hình đã ra đời`."""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.kpis.deeds import deed_phrase
from congressx.extractors.kpis.done import named_by
from congressx.extractors.kpis.figure import Figure, Shape, Sight, plain_figure
from congressx.extractors.kpis.measuring import PERCENT
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.record import Change
from congressx.extractors.kpis.states import PLACED
from congressx.extractors.kpis.stocks import MANY
from congressx.patterns import Pattern

_LISTS = frozenset({Shape.DEED, Shape.LISTED, Shape.PART})
_NEVER_LISTED = frozenset({NounKind.PLACE, NounKind.OTHER})
_STOPS_LIST = Pattern(
    r"[.:]\s|(?<!\p{L})(?:so với|từ|đến từ|thuộc|trên|trong tổng|gồm|là|tại|ở|trong \d|trong số|của|lên|có)\s*(?:hơn|gần|khoảng)?\s*$"
    r"|(?<!\p{L})(?:tăng|giảm|đạt|bằng|chiếm|trong đó|nâng)(?!\p{L})"
)
_LONGEST_GAP = 90
_TIGHT = Pattern(r"\s*(?:,|và|/|với)\s*(?:hơn\s*|gần\s*|trên\s*)?")


def read_listed(sight: Sight, noun: Noun) -> Figure | None:
    """`12 quy trình, 4 giải pháp và 5 mô hình`: the verb before the first governs all."""
    first = next((figure for figure in reversed(sight.figures) if figure.shape in _LISTS), None)
    if first is None or not _joins(sight, noun, first):
        return None
    return named_by(sight, noun, first.deed, Shape.LISTED)


def read_tightly_listed(sight: Sight, noun: Noun) -> Figure | None:
    """`kiểm tra 33 tổ chức đảng và 120 đảng viên có dấu hiệu vi phạm`: the verb governs both."""
    prior = sight.prior
    if prior is None or prior.noun is None:
        return None if prior is None else _beside_measure(sight, noun, prior)
    if prior.shape is not Shape.LIKELY and not (_joins(sight, noun, prior) or _joins_stock(noun, prior)):
        return None
    if _TIGHT.fullmatch(sight.folded[_words_stop(prior, prior.noun) : sight.at]) is None:
        return None
    figure = named_by(sight, noun, prior.deed, Shape.LISTED)
    if figure is None or prior.shape is not Shape.LIKELY:
        return figure
    return replace(figure, change=prior.change, base=prior.base)  # giảm 17 vụ, 62 phòng


_BEHIND_MEASURE = Pattern(r"(?:\s\p{L}+){0,5}?(?:,|\s+(?:và|cùng))\s*(?:hơn\s*|gần\s*|trên\s*)?")
_FOR_WHOM = Pattern(r"(?:\s\p{L}+){0,5}?\s+(?:cho|giúp|với)\s*(?:hơn\s*|gần\s*|trên\s*)?")
_FUNDED = frozenset({NounKind.THING, NounKind.PEOPLE, NounKind.UNIT})


def _beside_measure(sight: Sight, noun: Noun, prior: Figure) -> Figure | None:
    """`thu hồi 31 tỷ đồng và 3 căn nhà`, `giải ngân 4 tỷ đồng cho 9 dự án`: what was done was done with both."""
    if prior.shape not in (Shape.MEASURE, Shape.MONEY) or prior.change is not Change.LEVEL:
        return None
    funded = prior.shape is Shape.MONEY and noun.kind in _FUNDED and _lies_behind(_FOR_WHOM, sight, prior)
    given = noun.kind is NounKind.THING or noun.span.of(sight.folded).startswith("ngày công")
    both = given and _lies_behind(_BEHIND_MEASURE, sight, prior)
    return named_by(sight, noun, None, Shape.LISTED) if funded or both else None


def _lies_behind(between: Pattern, sight: Sight, prior: Figure) -> bool:
    return between.fullmatch(sight.folded, prior.quantity.span.stop, sight.at) is not None


def _words_stop(figure: Figure, noun: Noun) -> int:
    """Where the noun phrase of a figure ends: `301 dự án đầu tư nước ngoài, …`."""
    own = figure.indicator.start == noun.span.start
    return max(noun.span.stop, figure.indicator.stop) if own else noun.span.stop


_BELONGING = {
    "bị can": frozenset({NounKind.CASE}),
    "bị cáo": frozenset({NounKind.CASE}),
    "thành viên": frozenset({NounKind.THING, NounKind.UNIT}),
}
"""Persons who are counted with their cases or groups only: `xét xử 36 vụ, 80 bị cáo`."""


def read_belonging(sight: Sight, noun: Noun) -> Figure | None:
    """`duy trì 12 câu lạc bộ với 400 thành viên`."""
    kinds, prior = _BELONGING.get(noun.span.of(sight.folded)), sight.prior
    if kinds is None or prior is None:
        return None
    if prior.shape is Shape.MONEY and NounKind.THING in kinds and _lies_behind(_FOR_WHOM, sight, prior):
        return named_by(sight, noun, None, Shape.LISTED)  # quản lý 9 tỷ đồng vốn vay với 400 thành viên
    if prior.noun is None or prior.noun.kind not in kinds:
        return None
    if _TIGHT.fullmatch(sight.folded, _words_stop(prior, prior.noun), sight.at) is None:
        return None
    told = prior.noun.kind is NounKind.CASE and prior.indicator.stop <= prior.quantity.span.start
    figure = named_by(sight, replace(noun, bare=told), prior.deed, Shape.LISTED)
    if not told or figure is None or figure.indicator.start >= sight.at:
        return figure
    return replace(figure, indicator=prior.indicator)  # xét xử 36 vụ, 80 bị cáo


_ANSWERED = Pattern(r"xử lý|xử phạt|k[ỷỉ] luật|nhắc nhở|chấn chỉnh|kiểm tra|thanh tra|giám sát|khởi tố|truy tố")
_COLLECTIVES = Pattern(r"(?:tập thể|cá nhân)(?:(?:,| và) (?:tập thể|cá nhân))?")


def read_dealt_with(sight: Sight, noun: Noun) -> Figure | None:
    """`xử phạt 20 tập thể và 38 cá nhân`: those who were commended are another kind's."""
    if _COLLECTIVES.fullmatch(noun.span.of(sight.folded)) is None:
        return None
    deed, prior = sight.deed, sight.prior
    if deed is None and prior is not None and prior.noun is not None:
        if _TIGHT.fullmatch(sight.folded, prior.noun.span.stop, sight.at) is None:
            return None
        deed = prior.deed
    if deed is None or _ANSWERED.search(deed.span.of(sight.folded)) is None:
        return None
    return Figure(sight.quantity, Shape.DEED, deed_phrase(sight.folded, deed, sight.at), noun=noun, deed=deed)


def _joins(sight: Sight, noun: Noun, prior: Figure) -> bool:
    if prior.shape not in _LISTS or prior.noun is None or noun.kind in _NEVER_LISTED:
        return False
    if sight.folded.startswith("từ", sight.at) and sight.quantity.value_high is None:
        return False  # doanh nghiệp từ 25 lao động trở lên
    between = sight.folded[prior.noun.span.stop : sight.at].split(";")[-1]
    if noun.kind is NounKind.OPEN and sight.quantity.value < MANY:
        return False
    return len(between) < _LONGEST_GAP and _STOPS_LIST.search(between) is None


def _joins_stock(noun: Noun, prior: Figure) -> bool:
    """`hiện có 40 chợ, 12 siêu thị và 300 cửa hàng tiện lợi`."""
    if prior.noun is None or prior.shape not in (Shape.STOCK, Shape.CROWD) or prior.change is not Change.LEVEL:
        return False
    kinds = {noun.kind, prior.noun.kind}
    return kinds <= {NounKind.THING, NounKind.OPEN} or kinds == {NounKind.PEOPLE}


_SAME_AGAIN = Pattern(r"[^()%\d]{2,60}\(\s*(?:tương đương|khoảng)?\s*")


def read_repeated(sight: Sight, noun: Noun) -> Figure | None:
    """`0,48% hồ sơ trễ hạn (hơn 68.000 hồ sơ)`: the count in brackets is the share again."""
    prior = sight.prior
    if prior is None or prior.quantity.unit not in PERCENT:
        return None
    if _SAME_AGAIN.fullmatch(sight.folded[prior.quantity.span.stop : sight.at]) is None:
        return None
    return Figure(sight.quantity, Shape.LISTED, prior.indicator, prior.change, prior.base, noun=noun)


_ITEMS = Pattern(r"(?:[^;:.()\d,]{0,60}(?:,|\s(?:và|cùng))\s*(?:hơn |gần |trên )?\d[\d.]*(?=\s\p{L})){1,5}")
_MADE_STATE = Pattern(
    r"(?:\s(?!để|mà|nhằm|cho|của|tại|ở|trong|từ|với|gồm|là)\p{L}+){1,9}?\s(?:đã |vừa |mới )?"
    r"(?:ra đời|(?:đi vào|được đưa vào) (?:hoạt động|sử dụng)|được (?:\p{L}+ ){0,4}?(?:mở|tổ chức|xây|xây dựng|xây mới|thành lập|lập"
    r"|hoàn thành|hoàn thiện|khánh thành|triển khai|ban hành|chuyển giao|nghiệm thu|nâng cấp|sửa chữa))(?!\p{L})"
)
_MADE = frozenset({NounKind.THING, NounKind.UNIT, NounKind.EVENT, NounKind.OUTPUT})
_COUNTED_BY = Pattern(r"(?<!\p{L})(?:với|gồm|từ|cho|của|là|thuộc|trong|tại|ở|về)\s*(?:hơn |gần |trên )?$")
"""What stands before a number that some other word counts."""


def read_made(sight: Sight, noun: Noun) -> Figure | None:
    """`12 quy trình, 4 giải pháp và 5 mô hình đã ra đời`: what became of the last became of all."""
    if noun.kind not in _MADE or PLACED.search(sight.left(12)):
        return None
    goes_on = _goes_on(sight)
    items = _ITEMS.match(sight.folded, noun.span.stop)
    state = _MADE_STATE.match(sight.folded, noun.span.stop if items is None else items.end())
    if state is None or (items is None and not goes_on):
        return None
    if _COUNTED_BY.search(sight.folded, sight.segment, sight.at) and not goes_on:
        return None
    return plain_figure(sight, noun, Shape.LISTED if goes_on else Shape.STATE)


def _goes_on(sight: Sight) -> bool:
    """Whether nothing but a comma or an `and` parts a count from one that has become something."""
    prior = sight.prior
    if prior is None or prior.noun is None or prior.shape not in (Shape.STATE, Shape.LISTED):
        return False
    return _TIGHT.fullmatch(sight.folded, _words_stop(prior, prior.noun), sight.at) is not None
