"""Counts of a noun that measure something: `xây dựng 15 nhà văn hóa`, `12 xã đạt chuẩn`."""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.changes import count_change
from congressx.extractors.kpis.count_changes import is_of_prior, read_change, read_idle_change
from congressx.extractors.kpis.crowds import phrase_of, read_crowd
from congressx.extractors.kpis.deeds import Deed, deed_phrase, has_object, is_ordered
from congressx.extractors.kpis.figure import EXCLUDED, Figure, Shape, Sight, plain_figure
from congressx.extractors.kpis.fuller_names import with_passive
from congressx.extractors.kpis.measuring import PERCENT, TURNOUT
from congressx.extractors.kpis.moves import read_moved
from congressx.extractors.kpis.nearer_names import event_drawing
from congressx.extractors.kpis.no_deeds import is_no_deed
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.numbered import out_of_total
from congressx.extractors.kpis.outside import reasons_within
from congressx.extractors.kpis.parts import read_going_on
from congressx.extractors.kpis.ratings import read_rated
from congressx.extractors.kpis.record import Change
from congressx.extractors.kpis.states import PLACED, met, stated, stated_first
from congressx.extractors.kpis.stocks import MANY, TOO_BROAD, read_part, read_stock, read_told
from congressx.extractors.kpis.wholes import read_befallen, read_whole
from congressx.extractors.kpis.wordlists import stands
from congressx.patterns import Pattern
from congressx.span import Span


def read_count(sight: Sight, noun: Noun) -> Figure | None:
    """The figure of a count, by what was done with what is counted, by its state, by a list, by a stock."""
    if noun.span.of(sight.folded) == "cử tri":
        return _turnout(sight, noun)
    if is_no_deed(sight, noun) or _is_excluded(sight, noun):
        return None
    noun = _in_full(sight, noun)
    change = count_change(sight.folded, sight.start, sight.at)
    if change is not Change.LEVEL and (noun.kind is not NounKind.NEVER or is_of_prior(sight, noun)):
        return read_change(sight, noun, change)
    rated = read_rated(sight, noun)
    if rated is not None or noun.kind is not NounKind.NEVER:
        return rated or _read_level(sight, noun)
    return _read_idle(sight, noun, change)


def _read_idle(sight: Sight, noun: Noun, change: Change) -> Figure | None:
    """A noun that is no achievement by itself."""
    changed = None if change is Change.LEVEL else read_idle_change(sight, noun, change)
    figure = changed or _belonging(sight, noun) or _dealt_with(sight, noun) or read_crowd(sight, noun)
    return figure or _admitted(sight, noun)


def _read_level(sight: Sight, noun: Noun) -> Figure | None:
    going_on = read_going_on(sight, noun)
    figure = going_on if going_on is not None or noun.kind is NounKind.POST else _read_plain(sight, noun)
    if figure is None:
        return None
    return out_of_total(sight, _out_of_those(sight, noun, with_passive(sight, noun, figure)))


def _in_full(sight: Sight, noun: Noun) -> Noun:
    """`có 56 điểm ngập, đã xử lý 23 điểm`: a word that counts nothing alone, short for the noun before."""
    prior = sight.counted
    if noun.kind is not NounKind.NEVER or prior is None or prior.noun is None or prior.noun.kind is NounKind.NEVER:
        return noun
    short = prior.noun.span.of(sight.folded).startswith(f"{noun.span.of(sight.folded)} ")
    return Noun(noun.span, prior.noun.kind, bare=True) if short else noun


_OUT_OF_THOSE = Pattern(
    r"(?<!\p{L})trong (?:tổng (?:số )?|số )?(?P<total>\d+) (?P<noun>chỉ tiêu|tiêu chí|mục tiêu|nhiệm vụ)(?!\p{L})"
    r"(?:[^;:\d]|\d{4})*?(?:(?<!\p{L})(?:có|đạt|hoàn thành|thực hiện(?: đạt)?)(?: và vượt)?|,)\s*$"
)


def _out_of_those(sight: Sight, noun: Noun, figure: Figure) -> Figure:
    """`trong 21 chỉ tiêu chủ yếu, huyện có 17 chỉ tiêu đạt`: the first count of them has their number as its total."""
    if noun.kind is not NounKind.ITEM:
        return figure
    match = _OUT_OF_THOSE.search(sight.folded, sight.segment, sight.at)
    if match is None or match["noun"] != noun.span.of(sight.folded) or not figure.quantity.value <= int(match["total"]):
        return figure
    return replace(figure, quantity=replace(figure.quantity, total=int(match["total"])))


_OUT_OF = Pattern(r"(?<!\p{L})trong (?:tổng )?số\s*(?:hơn|gần|trên|khoảng)?\s*$")


def _drawn(sight: Sight, noun: Noun) -> Figure | None:
    """`5 cuộc tọa đàm đã được mở, quy tụ 240 lượt người`."""
    event = event_drawing(sight, noun)
    return None if event is None else Figure(sight.quantity, Shape.LISTED, event, noun=noun)


def _turnout(sight: Sight, noun: Noun) -> Figure | None:
    if TURNOUT.match(sight.folded, noun.span.start) is None or _OUT_OF.search(sight.left(24)):
        return None
    return plain_figure(sight, noun, Shape.STATE)


def _read_plain(sight: Sight, noun: Noun) -> Figure | None:
    """What the first reader that knows the count makes of it."""
    return next((figure for read in _READERS if (figure := read(sight, noun)) is not None), None)


def _is_excluded(sight: Sight, noun: Noun) -> bool:
    deed = sight.deed or (sight.prior.deed if sight.prior is not None else None)
    acts = deed is not None and "committee" not in reasons_within(sight.folded, deed.span.start, sight.stop)
    # ban thường vụ đã giám sát 40 đảng viên: a committee that acts is not counted
    reasons = sight.reasons - {"committee"} if acts or noun.kind is not NounKind.PEOPLE else sight.reasons
    return bool(reasons & EXCLUDED)


def _admitted(sight: Sight, noun: Noun) -> Figure | None:
    """`kết nạp 7 đồng chí (vượt 40% kế hoạch)`: no figure, but it names what follows."""
    deed = sight.deed
    if deed is None or not deed.direct or not deed.span.of(sight.folded).startswith("kết nạp"):
        return None
    named = noun.kind is NounKind.PEOPLE and not noun.bare  # kết nạp 7 đảng viên mới
    return Figure(sight.quantity, Shape.TOLD, noun.span if named else deed.span, noun=noun, deed=deed)


# --- deeds and lists ----------------------------------------------------------------------------------------------------


def _done(sight: Sight, noun: Noun) -> Figure | None:
    """`hỗ trợ 120 hộ nghèo`."""
    deed = sight.deed
    if deed is None or not (deed.suits(noun) or _is_many(sight, noun, deed)):
        return None
    if _FOUNDED_WITH.fullmatch(f"{deed.span.of(sight.folded)}{deed.via}"):
        return None
    if noun.kind is NounKind.OUTPUT and is_ordered(sight.folded, deed):
        return None
    if deed.span.of(sight.folded) == "làm" and _SUFFERED.match(sight.folded, noun.span.stop):
        return None
    return named_by(sight, noun, deed, Shape.DEED)


_FOUNDED_WITH = Pattern(r"(?:được )?(?:ra đời|thành lập)(?!\p{L}).*(?<!\p{L})với(?: hơn| gần| trên| khoảng)?\s*")
"""`chi bộ ra đời năm 2017 với 35 đảng viên`: how large it was."""
_SUFFERED = Pattern(r"(?:\s\p{L}+){0,2}\s(?:bị|chết|hư|thiệt|mất|ngập|sập)(?!\p{L})")
"""`bão làm 1.000 cây bị đổ`: what befell them is no deed."""


def _is_many(sight: Sight, noun: Noun, deed: Deed) -> bool:
    """Whether a noun of no class is counted in a number that only achievements come in: `xây dựng 45 bến thủy`."""
    return noun.kind in (NounKind.OPEN, NounKind.OTHER) and sight.quantity.value >= MANY and deed.direct


_STOPS_LIST = Pattern(
    r"[.:]\s|(?<!\p{L})(?:so với|từ|đến từ|thuộc|trên|trong tổng|gồm|là|tại|ở|trong \d|trong số|của|lên|có)\s*(?:hơn|gần|khoảng)?\s*$"
    r"|(?<!\p{L})(?:tăng|giảm|đạt|bằng|chiếm|trong đó|nâng)(?!\p{L})"
)
_LONGEST_GAP = 90
_TIGHT = Pattern(r"\s*(?:,|và|/|với)\s*(?:hơn\s*|gần\s*|trên\s*)?")


def _listed(sight: Sight, noun: Noun) -> Figure | None:
    """`12 quy trình, 4 giải pháp và 5 mô hình`: the verb before the first governs all."""
    first = next((figure for figure in reversed(sight.figures) if figure.shape in _LISTS), None)
    if first is None or not _joins(sight, noun, first):
        return None
    return named_by(sight, noun, first.deed, Shape.LISTED)


def _tightly_listed(sight: Sight, noun: Noun) -> Figure | None:
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
    both = (noun.kind is NounKind.THING or noun.span.of(sight.folded).startswith("ngày công")) and _lies_behind(
        _BEHIND_MEASURE, sight, prior
    )
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
"""Persons who are counted with their cases or groups only: `xét xử 36 vụ, 80 bị cáo`, `duy trì 12 câu lạc bộ với 400 thành viên`."""


def _belonging(sight: Sight, noun: Noun) -> Figure | None:
    kinds, prior = _BELONGING.get(noun.span.of(sight.folded)), sight.prior
    if kinds is None or prior is None:
        return None
    if prior.shape is Shape.MONEY and NounKind.THING in kinds and _lies_behind(_FOR_WHOM, sight, prior):
        return named_by(sight, noun, None, Shape.LISTED)  # quản lý 9 tỷ đồng vốn vay với 400 thành viên
    if prior.noun is None or prior.noun.kind not in kinds:
        return None
    if _TIGHT.fullmatch(sight.folded, _words_stop(prior, prior.noun), sight.at) is None:
        return None
    return named_by(sight, noun, prior.deed, Shape.LISTED)


_ANSWERED = Pattern(r"xử lý|xử phạt|k[ỷỉ] luật|nhắc nhở|chấn chỉnh|kiểm tra|thanh tra|giám sát|khởi tố|truy tố")
_COLLECTIVES = Pattern(r"(?:tập thể|cá nhân)(?:(?:,| và) (?:tập thể|cá nhân))?")


def _dealt_with(sight: Sight, noun: Noun) -> Figure | None:
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


_LISTS = frozenset({Shape.DEED, Shape.LISTED, Shape.PART})
_NEVER_LISTED = frozenset({NounKind.PLACE, NounKind.OTHER})


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


def named_by(sight: Sight, noun: Noun, deed: Deed | None, shape: Shape) -> Figure | None:
    """The figure of a deed: named by the noun phrase, or by the verb where the noun says too little."""
    predicate = noun.kind in (NounKind.PEOPLE, NounKind.PLACE, NounKind.CASE)
    phrase = indicators.after(sight.folded, noun.span.start, predicate=predicate)
    if phrase is None:
        return None
    if noun.kind is NounKind.OPEN:
        phrase = phrase_of(sight.folded, noun)
    alone = phrase.stop <= noun.span.stop + 1
    happened = _happened(sight, deed) if alone and noun.bare and deed is not None else None
    if deed is None or not noun.bare or (deed.naming == "broad" and (deed.direct or shape is Shape.LISTED)):
        indicator = phrase
    elif happened is not None:
        indicator = happened
    elif alone and shape is Shape.LISTED:
        indicator = deed.span
    elif alone or deed.naming == "work" or has_object(deed):
        indicator = deed_phrase(sight.folded, deed, sight.at)
    else:
        indicator = phrase
    return Figure(sight.quantity, shape, indicator, noun=noun, deed=deed)


def _happened(sight: Sight, deed: Deed) -> Span | None:
    """`tai nạn giao thông xảy ra 6 vụ`: what happened names how often it did."""
    if deed.span.of(sight.folded) != "xảy ra":
        return None
    return subjects.before(sight.folded, sight.start, deed.span.start)


_SAME_AGAIN = Pattern(r"[^()%\d]{2,60}\(\s*(?:tương đương|khoảng)?\s*")


def _repeated(sight: Sight, noun: Noun) -> Figure | None:
    """`0,48% hồ sơ trễ hạn (hơn 68.000 hồ sơ)`: the count in brackets is the share again."""
    prior = sight.prior
    if prior is None or prior.quantity.unit not in PERCENT:
        return None
    if _SAME_AGAIN.fullmatch(sight.folded[prior.quantity.span.stop : sight.at]) is None:
        return None
    return Figure(sight.quantity, Shape.LISTED, prior.indicator, prior.change, prior.base, noun=noun)


# --- made ------------------------------------------------------------------------------------------------------------------

_ITEMS = Pattern(r"(?:[^;:.()\d,]{0,60}(?:,|\s(?:và|cùng))\s*(?:hơn |gần |trên )?\d[\d.]*(?=\s\p{L})){1,5}")
_MADE_STATE = Pattern(
    r"(?:\s(?!để|mà|nhằm|cho|của|tại|ở|trong|từ|với|gồm|là)\p{L}+){1,9}?\s(?:đã |vừa |mới )?"
    r"(?:ra đời|(?:đi vào|được đưa vào) (?:hoạt động|sử dụng)|được (?:\p{L}+ ){0,4}?(?:mở|tổ chức|xây|xây dựng|xây mới|thành lập|lập"
    r"|hoàn thành|hoàn thiện|khánh thành|triển khai|ban hành|chuyển giao|nghiệm thu|nâng cấp|sửa chữa))(?!\p{L})"
)
_MADE = frozenset({NounKind.THING, NounKind.UNIT, NounKind.EVENT, NounKind.OUTPUT})


def _made_in_list(sight: Sight, noun: Noun) -> Figure | None:
    """`12 quy trình, 4 giải pháp và 5 mô hình đã ra đời`: what became of the last became of all."""
    if noun.kind not in _MADE or PLACED.search(sight.left(12)):
        return None
    prior = sight.prior
    goes_on = (
        prior is not None
        and prior.noun is not None
        and prior.shape in (Shape.STATE, Shape.LISTED)
        and _TIGHT.fullmatch(sight.folded, _words_stop(prior, prior.noun), sight.at) is not None
    )
    items = _ITEMS.match(sight.folded, noun.span.stop)
    state = _MADE_STATE.match(sight.folded, noun.span.stop if items is None else items.end())
    if state is None or (items is None and not goes_on):
        return None
    if _COUNTED_BY.search(sight.folded, sight.segment, sight.at) and not goes_on:
        return None
    return plain_figure(sight, noun, Shape.LISTED if goes_on else Shape.STATE)


_COUNTED_BY = Pattern(r"(?<!\p{L})(?:với|gồm|từ|cho|của|là|thuộc|trong|tại|ở|về)\s*(?:hơn |gần |trên )?$")
"""What stands before a number that some other word counts."""


# --- what a report counts ----------------------------------------------------------------------------------------------

_ACTED = Pattern(r"(?<!\p{L})(?:đã|được)(?:\s+\p{L}+){1,5}?\s*(?:hơn|gần|trên|khoảng)?\s*$")
_BY_ONE = Pattern(r"\W*(?:ông|bà|anh|chị|đồng chí|tôi|chúng tôi)(?!\p{L})")
_REPORTED = frozenset({NounKind.THING, NounKind.CASE, NounKind.UNIT, NounKind.PEOPLE, NounKind.EVENT})
_OUTSIDE_REPORTS = frozenset({"crime", "price", "definition"})
_IN_TIME = Pattern(r"(?<!\p{L})(?:năm \d{4}|\d+ (?:năm|tháng)|\d{4}\s?-\s?\d{4})(?!\d)")


def _reported(sight: Sight, noun: Noun) -> Figure | None:
    """`từ đầu năm, quận đã rào chắn 35 công trình`: whatever the verb, what a report of a time counts."""
    if noun.kind not in _REPORTED or sight.quantity.value < MANY or noun.span.of(sight.folded) in TOO_BROAD:
        return None
    if _ACTED.search(sight.folded, sight.start, sight.at) is None:
        return None
    if _BY_ONE.match(sight.folded, sight.start, sight.at) or PLACED.search(sight.left(12)):
        return None
    if not (stands("report_words.txt", sight.folded) or _IN_TIME.search(sight.folded)):
        return None
    if stands("crowd_stops.txt", sight.folded, sight.segment, sight.stop) or sight.reasons & _OUTSIDE_REPORTS:
        return None
    return plain_figure(sight, noun, Shape.DEED)


_READERS = (
    _drawn, _made_in_list, _tightly_listed, _repeated, read_moved, met, stated_first, _done, stated, _listed,
    read_stock, read_part, read_crowd, _reported, read_whole, read_befallen, read_told,
)  # fmt: skip
"""In the order in which they are asked."""
