"""Every figure of a sentence that may measure something, with its indicator; what needs other sentences is in `link.py`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import regex

from congressx.extractors.kpis import indicators
from congressx.extractors.kpis.changes import base_of, change_of, count_change
from congressx.extractors.kpis.clauses import clause_start, clause_stop, segment_start, trimmed
from congressx.extractors.kpis.counted import Deed, Noun, NounKind, deed_before, noun_at, state_after
from congressx.extractors.kpis.outside import names_one_of, reasons_around
from congressx.extractors.kpis.record import Base, Change
from congressx.span import Span
from congressx.vietnamese.quantities import Quantity, SlashKind, Unit, find_quantities


class Shape(StrEnum):
    """What a figure is; the rule names say it."""

    ACHIEVED = "achieved_of_total"  # 15/16 chỉ tiêu
    PROPORTION = "proportion"  # 1:7
    CHANGE = "change"  # tăng 3,57%
    SHARE = "share"  # 100% chi bộ
    MONEY = "money"  # trên 310 tỷ đồng
    MEASURE = "measure"  # 40 triệu m2
    DEED = "counted_deed"  # xây dựng 15 nhà văn hóa
    STATE = "counted_state"  # 12 xã đạt chuẩn
    LISTED = "counted_in_list"  # … và 7 câu lạc bộ
    STOCK = "counted_stock"  # còn 120 hộ nghèo
    PART = "counted_part"  # trong đó có 226 trường hợp
    AIM = "counted_aim"  # có ít nhất 15 sáng kiến, where an aim is spoken of


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure read in its sentence; offsets are the sentence's."""

    quantity: Quantity
    shape: Shape
    indicator: Span
    change: Change = Change.LEVEL
    base: Base | None = None
    noun: Noun | None = None
    deed: Deed | None = None

    @property
    def stop(self) -> int:
        """Where its own words end: its noun's, or its unit's."""
        return self.quantity.span.stop if self.noun is None else max(self.noun.span.stop, self.quantity.span.stop)


def read_figures(folded: str) -> tuple[Figure, ...]:
    """The figures of a sentence in folded spelling, in text order.

    >>> from congressx.vietnamese.spelling import fold
    >>> text = fold("Thu ngân sách đạt 120 tỷ đồng, tăng 8% so với cùng kỳ; hỗ trợ 35 hộ nghèo xây nhà")
    >>> [(f.quantity.value, f.shape.value, f.indicator.of(text)) for f in read_figures(text)]
    [(120000000000, 'money', 'thu ngân sách'), (8, 'change', 'thu ngân sách'), (35, 'counted_deed', 'hộ nghèo xây nhà')]
    """
    figures: list[Figure] = []
    floor = 0
    for quantity in find_quantities(folded):
        if _is_per_one(folded, quantity):
            continue
        noun = noun_at(folded, quantity.span.stop) if quantity.unit is Unit.COUNT else None
        figure = _figure(folded, quantity, noun, figures, floor)
        if figure is not None:
            figures.append(figure)
        if figure is not None or noun is not None or quantity.unit not in (Unit.COUNT, Unit.DURATION):
            floor = quantity.span.stop if noun is None or _INSPECTS.search(noun.span.of(folded)) else noun.span.stop
    return tuple(figures)


_INSPECTS = regex.compile(r"(?:kiểm tra|giám sát|thanh tra)$")
"""Nouns whose verb governs the next count: `lập 9 đoàn kiểm tra 27 tổ chức đảng`."""
_EACH = regex.compile(r"(?r)(?<!\p{L})(?:trên|mỗi|cho|một)\s+")


def _is_per_one(folded: str, quantity: Quantity) -> bool:
    """`giá trị sản xuất trên 1 ha`: a unit of reference, no figure."""
    if quantity.value != 1 or quantity.unit not in (Unit.MEASURE, Unit.COUNT, Unit.DURATION):
        return False
    return _EACH.match(folded, 0, quantity.number.start) is not None


def _figure(folded: str, quantity: Quantity, noun: Noun | None, figures: list[Figure], floor: int) -> Figure | None:
    prior = figures[-1] if figures else None
    if quantity.unit is Unit.DURATION:
        return None
    if quantity.unit is Unit.COUNT and quantity.total is None:
        numbered = _numbered(folded, quantity, noun, floor)
        return numbered if numbered is not None or noun is None else _counted(folded, quantity, noun, figures, floor)
    if quantity.unit is Unit.COUNT:
        return _achieved(folded, quantity, noun)
    return _rate(folded, quantity, prior, floor)


# --- rates --------------------------------------------------------------------------------------------------------------

_MONEY = frozenset({Unit.VND, Unit.USD})
_PERCENT = frozenset({Unit.PERCENT, Unit.PER_MILLE})
_OWN_NOUN = regex.compile(r"\s*(?!trở lên|trở xuống)(?P<word>\p{L}+)")
_NOT_NOUN = frozenset(
    "so và với trong của kế dự tổng tương trên thấp cao thì nên để nhưng đã sẽ cùng kh chỉ một mỗi năm tại ở tính bình do theo khi qua từ còn về vào đó này ấy nhờ sau ".split()
)
_OF_WHOLE = regex.compile(r"\s*(?:của\s+|trong\s+|trên\s+)?(?:tổng|kế hoạch|dự toán|chỉ tiêu|so\b|cả nước|toàn|mục tiêu|nghị quyết|cùng kỳ)")
_PLACED = regex.compile(r"(?<!\p{L})(?:cho|tại|ở|đến|tới|với|đối với|trên)\s*(?:ít nhất\s*|trên\s*|hơn\s*)?$")
_THIS = regex.compile(r"(?:tỷ lệ|tỉ lệ|con số|mức|số|tỷ trọng|chỉ tiêu)\s+(?:này|đó|trên)|con số này đã|kết quả này")


def _rate(folded: str, quantity: Quantity, prior: Figure | None, floor: int) -> Figure | None:
    at = quantity.span.start
    start = max(clause_start(folded, at), floor)
    end = indicators.stripped_end(folded, start, at)
    right = folded[quantity.span.stop : clause_stop(folded, quantity.span.stop)]
    end = indicators.kept_growth(folded, start, end, at)
    subject = None if start == floor and _OF_PLAN.match(folded, start, end) else _subject(folded, start, end, floor)
    verbs = folded[end:at]
    change = change_of(quantity, folded[start:end], verbs, right)
    shape = _shape(quantity, change)
    if not _may_measure(folded, quantity, start) or _OF_VOTES.match(folded, quantity.span.stop):
        return None
    if _glosses(folded, quantity, prior):
        assert prior is not None
        return Figure(quantity, Shape.CHANGE, prior.indicator, prior.change, prior.base)
    indicator = _indicator(folded, quantity, subject, verbs, prior, start)
    if indicator is None or not _may_name(folded, quantity, indicator):
        return None
    base = None if change is Change.LEVEL else base_of(folded[start:at], right)
    return Figure(quantity, shape, indicator, change, base)


def _glosses(folded: str, quantity: Quantity, prior: Figure | None) -> bool:
    """`tăng 18 vụ (13,7%)`: the share in brackets is the same change."""
    if prior is None or prior.change is Change.LEVEL or quantity.unit not in _PERCENT:
        return False
    return regex.fullmatch(r"\s*\(\s*(?:hơn|gần|tương đương|khoảng)?\s*", folded[prior.stop : quantity.span.start]) is not None


def _shape(quantity: Quantity, change: Change) -> Shape:
    if change is not Change.LEVEL:
        return Shape.CHANGE
    if quantity.unit in _MONEY:
        return Shape.MONEY
    if quantity.unit is Unit.MEASURE:
        return Shape.MEASURE
    return Shape.PROPORTION if quantity.unit is Unit.RATIO else Shape.SHARE


_OF_PLAN = regex.compile(r"\s*(?:so với|kế hoạch|dự toán|chỉ tiêu|cùng kỳ|nghị quyết|mục tiêu)")


def _subject(folded: str, start: int, end: int, floor: int) -> Span | None:
    """The subject of a rate; a comma inside it does not end it: `giá trị sản xuất nông, lâm nghiệp đạt`."""
    subject = indicators.before(folded, start, end)
    if subject is None or _THIS.fullmatch(subject.of(folded)) or _EMPTY.fullmatch(subject.of(folded)):
        return None
    if indicators.begins_with_head(subject.of(folded)) or start < 1 or folded[start - 1] != ",":
        return subject
    outer = max(clause_start(folded, start - 1), floor)
    earlier = indicators.before(folded, outer, start - 1)
    if earlier is None or not indicators.begins_with_head(earlier.of(folded)):
        return subject
    whole = folded[earlier.start : start - 1]
    if _FULL_VERB.search(whole) or any(char.isdigit() for char in whole) or subject.start > start + 2:
        return subject
    return Span(earlier.start, subject.stop)


_EMPTY = regex.compile(
    r"(?:\W|\d|(?<!\p{L})(?:năm|tháng|quý|và|so|với|từ|đến|trước|sau|cùng|kỳ|đó|này|thì|là|cả|nước|mức|khi|nay|qua|còn|lại|giai|đoạn|nhiệm|khoảng|bình|quân|trung|con|số|tại|ở|hiện|đã|tp|hcm|tỉnh|huyện|xã)(?!\p{L}))*"
)
_FULL_VERB = regex.compile(r"(?<!\p{L})(?:đạt|chiếm|là|bằng|vượt|ước|còn)(?!\p{L})")


def _indicator(
    folded: str, quantity: Quantity, subject: Span | None, verbs: str, prior: Figure | None, start: int
) -> Span | None:
    said = indicators.has_verb(verbs)
    behind = _behind(folded, quantity)
    if quantity.unit in _MONEY and subject is not None and not said:
        return behind or indicators.purpose(folded, quantity.span.stop) or subject
    if subject is not None and (said or _PLACED.search(folded[start : quantity.span.start])):
        return subject
    if behind is not None:
        return behind
    if subject is not None and quantity.unit in _PERCENT and not _introduces(folded, quantity, start):
        reached = regex.search(r"\s(?:đạt|hoàn thành)\s", subject.of(folded))
        return None if reached is None else Span(subject.start, subject.start + reached.start())
    return subject or _inherited(folded, quantity, prior, start)


_INTRODUCED = regex.compile(r"(?<!\p{L})(?:tỷ lệ|tỉ lệ|trên|dưới|hơn|gần|khoảng|tới|đến|chỉ|có|còn|mức|với)\s*$|[:(]\s*$|^\s*$")


def _introduces(folded: str, quantity: Quantity, start: int) -> bool:
    """Whether a share without a verb still follows its subject: `tỷ lệ hộ nghèo dưới 3%`, `nông nghiệp: 20%`."""
    left = folded[start : quantity.span.start] + folded[quantity.span.start : quantity.number.start]
    return _INTRODUCED.search(left) is not None or indicators.begins_with_head(left.strip())


def _behind(folded: str, quantity: Quantity) -> Span | None:
    """The noun phrase behind a share or a measure: `100% chi bộ …`, `79% có trình độ …`, `14 km đường liên xã`."""
    at = quantity.span.stop
    word = _OWN_NOUN.match(folded, at)
    if word is None or word["word"] in _NOT_NOUN or _OF_WHOLE.match(folded, at):
        return None
    if quantity.unit in _MONEY:
        return indicators.after(folded, at, predicate=False) if word["word"] in ("vốn", "tiền", "kinh") else None
    if quantity.unit is Unit.MEASURE:
        deed = deed_before(folded, 0, quantity.span.start)
        if deed is not None and "grow" in deed.kinds and deed.via.strip() in _THIN:
            return deed.span
        return indicators.after(folded, at, predicate=False)
    if quantity.unit not in _PERCENT:
        return None
    verb = _BEHIND_VERB.match(folded, at)
    assert verb is not None
    return indicators.after(folded, verb.end(), predicate=True)


_BEHIND_VERB = regex.compile(r"\s*(?:số\s+|các\s+|trong\s+)?(?:(?:đạt|có|là|được)\s+)?")


def _inherited(folded: str, quantity: Quantity, prior: Figure | None, start: int) -> Span | None:
    """The indicator of the figure before, or what stands before the bracket or comma that the figure follows."""
    floor = segment_start(folded, quantity.span.start)
    if prior is not None and prior.quantity.span.start >= floor and quantity.span.start - prior.stop < 90:
        return prior.indicator
    if prior is not None and prior.shape is Shape.CHANGE and quantity.span.start - prior.stop < 24:
        return prior.indicator
    if start <= floor:
        return None
    outer = clause_start(folded, max(floor, start - 2))
    if not _may_measure(folded, quantity, outer) or _OTHERS.search(folded, outer, start):
        return None
    return indicators.before_clause(folded, floor, start)


_OTHERS = regex.compile(r"(?<!\p{L})(?:cao hơn|thấp hơn|nhiều hơn|so với)(?!\p{L})")
"""What stands in brackets behind these is another's figure: `thấp hơn mức chung (2%)`."""
_NEVER_NAMES = regex.compile(
    r"^(?:các |số )?(?:đại biểu|cử tri(?!.{0,20} (?:đi|tham gia) (?:bầu|bỏ)))|(?<!\p{L})(?:phiếu|vốn nhà nước|vốn nước ngoài|vốn điều lệ|cổ phần|cổ phiếu|cấp ủy viên|ủy viên|đảng ủy viên|nhất trí|đồng ý)(?!\p{L})"
)
_MAKE_UP = regex.compile(r"(?:số |tỷ lệ |tỉ lệ )?(?:cán bộ )?(?:nữ|trẻ|phụ nữ|dân tộc|người dân tộc|tuổi|dưới \d+ tuổi|ngoài đảng|trí thức)")
_BODIES = regex.compile(r"(?<!\p{L})(?:ban chấp hành|cấp ủy|đại biểu|nhân sự|ứng cử|ban thường vụ|quốc hội)(?!\p{L})")
_ONLY_VERB = regex.compile(r"(?:không\s+.*|đã|hiện|cách|ông|bà|anh|đồng chí|tôi|họ|chúng ta|mỗi.*|cứ.*)")


def _may_name(folded: str, quantity: Quantity, indicator: Span) -> bool:
    name = indicator.of(folded)
    if _ONLY_VERB.fullmatch(name):
        return False
    if quantity.unit not in _PERCENT or _TURNOUT.search(name):
        return True
    if _MAKE_UP.match(name) and _BODIES.search(folded):
        return False
    return _NEVER_NAMES.search(name) is None


_TURNOUT = regex.compile(r"cử tri(?:\s+\p{L}+){0,4}?\s+(?:đi|tham gia)\s+(?:bầu|bỏ phiếu)")
_OF_VOTES = regex.compile(r"\s*(?:số\s+|các\s+|tổng số\s+)?(?:phiếu|đại biểu|cử tri(?! (?:đã )?(?:đi|tham gia))|ủy viên|đbqh|đb\b)")
_EXCLUDED_SHARES = frozenset({"votes", "committee", "capital", "hypothesis", "attendance", "medicine"})
_EXCLUDED_SUMS = frozenset({"votes", "crime", "hypothesis", "price", "definition", "medicine"})


def _may_measure(folded: str, quantity: Quantity, start: int) -> bool:
    """Whether the words around a rate, from `start` on, let it measure an achievement, a condition or an aim."""
    reasons = reasons_around(folded, Span(start, quantity.span.stop))
    if quantity.unit in _PERCENT:
        turnout = _TURNOUT.search(folded, max(0, quantity.span.start - 60), quantity.span.stop + 40) is not None
        return not (reasons - ({"votes"} if turnout else set())) & _EXCLUDED_SHARES
    if reasons & (_EXCLUDED_SUMS if quantity.unit in _MONEY else _EXCLUDED_SUMS - {"price"}):
        return False
    stop, begin = clause_stop(folded, quantity.span.stop), segment_start(folded, quantity.span.start)
    if quantity.unit in _MONEY:
        return names_one_of("money_words.txt", folded, begin, stop)
    if quantity.unit is Unit.MEASURE and _DISTANT.search(folded[max(0, quantity.span.start - 14) : quantity.span.start]):
        return False
    if quantity.unit is Unit.MEASURE and quantity.unit_text in _SHORT and not _LINES.search(folded, begin, stop):
        return False
    if quantity.unit is Unit.MEASURE:
        deed = deed_before(folded, 0, quantity.span.start)
        if deed is not None and "grow" in deed.kinds:
            return True
    return quantity.unit is not Unit.MEASURE or names_one_of("measure_words.txt", folded, begin, stop)


_SHORT = frozenset({"m", "mét", "cm", "mm", "kg", "lít", "gb", "tb"})
_LINES = regex.compile(r"(?<!\p{L})(?:chiều dài|kênh|kè|đê|cống|mương|đường giao thông|tuyến đường|hàng rào|bình quân|năng suất|sản lượng)(?!\p{L})")
_DISTANT = regex.compile(r"(?<!\p{L})(?:cách|cao|sâu|độ cao|cao độ|chiều cao|dài hơn|xa)(?:\s+(?:khoảng|hơn|gần|chừng))?\s*$")


# --- so many of so many -------------------------------------------------------------------------------------------------

_SHARES = frozenset({SlashKind.ACHIEVED, SlashKind.UNITS, SlashKind.STUDY, None})


def _achieved(folded: str, quantity: Quantity, noun: Noun | None) -> Figure | None:
    if reasons_around(folded, quantity.span) & {"votes", "attendance", "committee"}:
        return None
    stop = clause_stop(folded, quantity.span.stop)
    persons = quantity.slash is SlashKind.PERSONS and state_after(folded, quantity.span.stop, stop)
    if quantity.slash not in _SHARES and not persons:
        return None
    indicator = indicators.after(folded, quantity.span.stop, predicate=True)
    if indicator is None:
        indicator = indicators.before_clause(folded, segment_start(folded, quantity.span.start), quantity.span.start)
    return None if indicator is None else Figure(quantity, Shape.ACHIEVED, indicator, noun=noun)


# --- counts -------------------------------------------------------------------------------------------------------------

_GENERIC = regex.compile(
    r"lượt(?: \p{L}+){0,2}|người(?: dân| lao động)?|cuộc(?: vụ)?|vụ|việc|vụ,? việc|trường hợp|buổi|đợt|cán bộ|thanh niên|lao động|cơ sở|tổ chức(?: (?:cơ sở )?đảng)?"
    r"|đảng viên(?: mới)?|hội viên|đoàn viên|công chức|viên chức|đối tượng|em|cháu|học sinh|quần chúng(?: ưu tú)?|chi bộ|đảng bộ|hộ|cơ quan|đơn vị"
)
_BROAD = regex.compile(
    r"(?:hỗ trợ|giúp|giúp đỡ|phát triển|phát triển được|phát triển mới|giới thiệu|xây dựng|thành lập|thành lập mới|triển khai|thực hiện|tổ chức|có|tiến hành|phát hiện|giải quyết|xử lý|tiếp nhận|trao|tặng|cấp|duy trì|tham gia"
    r"|đưa|hoàn thành|mở|nhận|nhận được|thu hút|còn|chỉ còn|vẫn còn|biểu dương|tuyên dương|củng cố|đầu tư|tiếp|có thêm|đón|cử|công nhận|giảm|quản lý|theo dõi thực hiện|hợp tác với)"
)
_EXCLUDED_COUNTS = frozenset({"votes", "attendance", "committee", "biography", "hypothesis", "award", "membership"})


_NUMBER_OF = regex.compile(r"(?:tổng )?số(?: lượng)?(?= \p{L})|(?:quy mô )?dân số|lượng(?= \p{L})")
_NO_NUMBER_OF = regex.compile(
    r"(?<!\p{L})(?:phiếu|đại biểu|ứng viên|ứng cử|trúng cử|tái cử|đảng viên|hội viên|đoàn viên|ủy viên|cử tri|nhân sự|dư|tuổi|thứ|điện thoại|nhà|chức danh|giới thiệu)(?!\p{L})"
)
_SHARE_OF = regex.compile(r"\s*(?:trên|trong)\s+(?:tổng\s+)?số\s+")


def _numbered(folded: str, quantity: Quantity, noun: Noun | None, floor: int) -> Figure | None:
    """A count whose subject is a number: `số hồ sơ tiếp nhận là 1.200`, `dân số hơn 3 triệu`."""
    start = max(floor, clause_start(folded, quantity.span.start))
    end = indicators.stripped_end(folded, start, quantity.span.start)
    subject = indicators.before(folded, start, end)
    if subject is None or _NUMBER_OF.match(subject.of(folded)) is None or _NO_NUMBER_OF.search(subject.of(folded)):
        return None
    if reasons_around(folded, quantity.span) & _EXCLUDED_COUNTS or len(subject.of(folded).split()) > 12:
        return None
    if noun is not None and noun.kind is NounKind.NEVER:
        return None
    if noun is None and regex.match(r"\s*(?:$|[,.;()]|triệu|nghìn)", folded[quantity.span.stop :]) is None:
        return None
    change = count_change(folded, end, quantity.span.start)
    base = None if change is Change.LEVEL else base_of(folded[: quantity.span.start], folded[quantity.span.stop :][:60])
    return Figure(quantity, Shape.STOCK if base is None else Shape.CHANGE, subject, change, base, noun=noun)


def _counted(folded: str, quantity: Quantity, noun: Noun, figures: list[Figure], floor: int) -> Figure | None:
    prior = figures[-1] if figures else None
    if noun.span.of(folded) == "cử tri":
        turnout = _TURNOUT.match(folded, noun.span.start)
        return None if turnout is None else _plain(folded, quantity, noun, Shape.STATE)
    reasons = reasons_around(folded, quantity.span) - (frozenset() if noun.kind is NounKind.PEOPLE else {"committee"})
    if noun.kind is NounKind.NEVER or reasons & _EXCLUDED_COUNTS:
        return None
    if _has_members(folded, noun):
        return None
    change = count_change(folded, max(floor, clause_start(folded, quantity.span.start)), quantity.span.start)
    if change is not Change.LEVEL:
        return _changed_count(folded, quantity, noun, prior, change)
    deed = deed_before(folded, floor, quantity.span.start)
    suits = deed is not None and _suits(deed, noun)
    state = _is_state(folded, noun) and _PLACED_AT.search(folded[max(0, quantity.span.start - 12) : quantity.span.start]) is None
    listed = next((figure for figure in reversed(figures) if figure.shape in (Shape.DEED, Shape.LISTED)), None)
    if prior is not None and _joins_tightly(folded, quantity, prior, noun):
        return _with_deed(folded, quantity, noun, prior.deed, Shape.LISTED)
    if prior is not None and _repeats(folded, quantity, prior):
        return Figure(quantity, Shape.LISTED, prior.indicator, noun=noun)
    if noun.kind is NounKind.ITEM and _MET.search(folded[max(0, quantity.span.start - 40) : quantity.span.start]):
        return _plain(folded, quantity, noun, Shape.STATE)
    if deed is not None and suits and not (state and len(deed.via) > 12 and noun.kind is NounKind.PLACE):
        return _with_deed(folded, quantity, noun, deed, Shape.DEED)
    if state:
        return _plain(folded, quantity, noun, Shape.STATE)
    if listed is not None and _joins(folded, quantity, listed, noun):
        return _with_deed(folded, quantity, noun, listed.deed, Shape.LISTED)
    return _stock(folded, quantity, noun) or _aim(folded, quantity, noun)


_MET = regex.compile(r"(?<!\p{L})(?:đạt|vượt|hoàn thành)(?:\s+(?:và\s+)?(?:vượt|đạt))?(?:\s+(?:toàn bộ|cả|tất cả|được))*\s*$")


def _repeats(folded: str, quantity: Quantity, prior: Figure) -> bool:
    """`0,48% hồ sơ trễ hạn (hơn 68.000 hồ sơ)`: the count in brackets is the share again."""
    between = folded[prior.quantity.span.stop : quantity.span.start]
    return prior.quantity.unit in _PERCENT and regex.fullmatch(r"[^()%\d]{2,60}\(\s*(?:tương đương|khoảng)?\s*", between) is not None


_PLACED_AT = regex.compile(r"(?<!\p{L})(?:thuộc|của|ở|tại|trong|trên|qua)\s*(?:hơn|gần|khoảng)?\s*$")
_MEMBERS = regex.compile(r"\s+(?:với|có|gồm)\s+(?:hơn\s+|gần\s+|trên\s+)?[\d.]+\s+(?:đảng viên|hội viên|đoàn viên)")


def _has_members(folded: str, noun: Noun) -> bool:
    """`70 chi bộ với 4.300 đảng viên` tells the organisation's size."""
    return _MEMBERS.match(folded, noun.span.stop) is not None


_SUITS = {
    NounKind.THING: frozenset({"make", "reach", "cut", "handle"}),
    NounKind.EVENT: frozenset({"make", "reach", "handle"}),
    NounKind.UNIT: frozenset({"make", "cut", "handle", "reach"}),
    NounKind.PLACE: frozenset({"cut"}),
    NounKind.PEOPLE: frozenset({"reach", "cut"}),
    NounKind.CASE: frozenset({"handle", "reach", "cut"}),
    NounKind.OUTPUT: frozenset({"make"}),
}
_REACHES_PEOPLE = regex.compile(r"(?<!\p{L})(?:cho|giúp|với|tới|đến)\s*(?:hơn|gần|trên|khoảng|được|trên)?\s*$")
_ORGANS = regex.compile(r"kiểm tra|thanh tra|tiếp|giám sát|xử phạt|điều động|luân chuyển|truy tố|khởi tố")


def _suits(deed: Deed, noun: Noun) -> bool:
    if noun.kind is NounKind.PEOPLE and _REACHES_PEOPLE.search(deed.via):
        return True
    return bool(_SUITS.get(noun.kind, frozenset()) & deed.kinds)


_STOPS_LIST = regex.compile(
    r"[.:]\s|(?<!\p{L})(?:so với|từ|đến từ|thuộc|trên|trong tổng|gồm|là|tại|ở|trong \d|trong số|của|lên|có)\s*(?:hơn|gần|khoảng)?\s*$"
    r"|(?<!\p{L})(?:tăng|giảm|đạt|bằng|chiếm|trong đó|nâng)(?!\p{L})"
)


def _joins(folded: str, quantity: Quantity, prior: Figure, noun: Noun) -> bool:
    """Whether a count goes on a list: `12 quy trình, 4 giải pháp và 5 mô hình`."""
    if prior.shape not in (Shape.DEED, Shape.LISTED) or prior.noun is None or noun.kind is NounKind.PLACE:
        return False
    between = folded[prior.noun.span.stop : quantity.span.start].split(";")[-1]
    return len(between) < 90 and _STOPS_LIST.search(between) is None and noun.kind is not NounKind.OTHER


def _joins_tightly(folded: str, quantity: Quantity, prior: Figure, noun: Noun) -> bool:
    """`kiểm tra 33 tổ chức đảng và 120 đảng viên có dấu hiệu vi phạm`: the verb governs both."""
    if not _joins(folded, quantity, prior, noun) or prior.noun is None:
        return False
    return regex.fullmatch(r"\s*(?:,|và)\s*(?:hơn\s*|gần\s*|trên\s*)?", folded[prior.noun.span.stop : quantity.span.start]) is not None


def _is_state(folded: str, noun: Noun) -> bool:
    if noun.kind is NounKind.OTHER or noun.kind is NounKind.OUTPUT:
        return False
    if noun.kind is NounKind.CASE:
        return _CASE_STATE.match(folded, noun.span.stop) is not None
    stop = min(clause_stop(folded, noun.span.stop), noun.span.stop + 110)
    bracket = regex.compile(r"\s*\([^()]*\)").match(folded, stop)
    if bracket is not None:
        stop = clause_stop(folded, bracket.end())
    if noun.span.of(folded).startswith("lượt") and regex.search(r"(?<!\p{L})(?:tham )?dự(?!\p{L})", folded[noun.span.stop : stop]):
        return True
    return state_after(folded, noun.span.stop, stop)


_CASE_STATE = regex.compile(r"(?:\s+\p{L}+){0,3}\s+(?:đã|chưa|được|đúng hạn|quá hạn|trễ hạn|tồn đọng|vi phạm)(?!\p{L})")
_HELD = regex.compile(r"(?<!\p{L})(?:có|được|với)\s*(?:trên|hơn|gần|khoảng)?\s*$")
_STOCK = regex.compile(r"(?<!\p{L})(?P<word>còn|chỉ còn|vẫn còn|hiện còn|thu hút|đạt)\s*(?:trên|hơn|gần|khoảng|được)?\s*$")


def _stock(folded: str, quantity: Quantity, noun: Noun) -> Figure | None:
    """People of a condition: `còn 120 hộ nghèo`, `khách du lịch đạt 2 triệu lượt`."""
    if noun.kind is NounKind.EVENT and _HELD.search(folded[max(0, quantity.span.start - 16) : quantity.span.start]):
        return _plain(folded, quantity, noun, Shape.STOCK)
    said = _STOCK.search(folded[max(0, quantity.span.start - 28) : quantity.span.start])
    if said is None or noun.kind is not NounKind.PEOPLE:
        return None
    if said["word"] == "đạt":
        start = clause_start(folded, quantity.span.start)
        subject = indicators.before(folded, start, indicators.stripped_end(folded, start, quantity.span.start))
        if subject is not None:
            return Figure(quantity, Shape.STOCK, subject, noun=noun)
    return _plain(folded, quantity, noun, Shape.STOCK)


_PARTLY = regex.compile(r"(?<!\p{L})trong (?:đó|số đó|số này)(?:\s*,)?(?:\s+có)?\s*(?:hơn|gần|trên|khoảng)?\s*$")
_AIMED = regex.compile(r"(?<!\p{L})(?:có|đạt|phấn đấu|đến|thêm|được|ít nhất|tối thiểu|cần|sẽ|là)\s*(?:hơn|gần|trên|khoảng|từ|ít nhất|tối thiểu|thêm)*\s*$|^\W*$|[,;:]\s*$")


def _aim(folded: str, quantity: Quantity, noun: Noun) -> Figure | None:
    """A count that only an aim makes a figure: `có ít nhất 15 sáng kiến`."""
    if noun.kind not in (NounKind.THING, NounKind.UNIT, NounKind.PEOPLE, NounKind.EVENT, NounKind.CASE):
        return None
    if noun.kind is NounKind.PEOPLE and noun.span.of(folded) in ("người", "cán bộ", "dân", "em", "cháu"):
        return None
    if noun.kind is not NounKind.PEOPLE and _PARTLY.search(folded[max(0, quantity.span.start - 24) : quantity.span.start]):
        return _plain(folded, quantity, noun, Shape.PART)
    if _AIMED.search(folded[clause_start(folded, quantity.span.start) : quantity.span.start]) is None:
        return None
    return _plain(folded, quantity, noun, Shape.AIM)


def _plain(folded: str, quantity: Quantity, noun: Noun, shape: Shape) -> Figure | None:
    predicate = shape is not Shape.STOCK and noun.kind not in (NounKind.THING, NounKind.EVENT)
    indicator = indicators.after(folded, noun.span.start, predicate=predicate)
    return None if indicator is None else Figure(quantity, shape, indicator, noun=noun)


def _changed_count(folded: str, quantity: Quantity, noun: Noun, prior: Figure | None, change: Change) -> Figure | None:
    indicator = indicators.after(folded, noun.span.start, predicate=False)
    start = clause_start(folded, quantity.span.start)
    if prior is not None and prior.noun is not None and prior.noun.span.of(folded) == noun.span.of(folded):
        indicator = prior.indicator
    elif noun.kind is NounKind.CASE and prior is not None and prior.noun is not None and prior.noun.kind is NounKind.CASE:
        indicator = prior.indicator
    elif noun.kind in (NounKind.OTHER, NounKind.CASE):
        return None
    if indicator is None:
        return None
    right = folded[noun.span.stop : clause_stop(folded, noun.span.stop)]
    base = base_of(folded[start : quantity.span.start], right)
    return Figure(quantity, Shape.CHANGE, indicator, change, base, noun=noun)


def _with_deed(folded: str, quantity: Quantity, noun: Noun, deed: Deed | None, shape: Shape) -> Figure | None:
    phrase = indicators.after(folded, noun.span.start, predicate=noun.kind in (NounKind.PEOPLE, NounKind.PLACE))
    if phrase is None:
        return None
    bare = trimmed(folded, Span(phrase.start, phrase.stop)).stop <= noun.span.stop + 1
    if shape is Shape.LISTED and bare and deed is not None and _GENERIC.fullmatch(noun.span.of(folded)) and not _BROAD.fullmatch(deed.span.of(folded)):
        return Figure(quantity, shape, deed.span, noun=noun, deed=deed)
    own = deed is not None and (not _BROAD.fullmatch(deed.span.of(folded)) or deed.via.strip() not in _THIN)
    if deed is not None and own and (bare or _names_work(folded, deed)) and _GENERIC.fullmatch(noun.span.of(folded)):
        indicator = indicators.deed_phrase(folded, deed.span.start, quantity.span.start, deed.span.stop)
    else:
        indicator = phrase
    return Figure(quantity, shape, indicator, noun=noun, deed=deed)


_THIN = frozenset({"", "được", "cho", "thêm", "với", "mới", "hơn", "gần", "trên"})
_WORK = regex.compile(r"(?:tư vấn|đào tạo|dạy nghề|khám|hướng nghiệp|tuyên truyền|giải quyết việc làm|tạo việc làm|giới thiệu việc làm|đổi thẻ|trợ giúp|giảm giá|luân chuyển|điều động|đề bạt|bổ nhiệm|kỷ luật|xét xử|truy tố|khởi tố|kết nạp)")


def _names_work(folded: str, deed: Deed) -> bool:
    """`tư vấn, hướng nghiệp cho 5.000 lượt thanh niên`: the work names the measure better than the people do."""
    return _WORK.search(deed.span.of(folded)) is not None
