"""Shares, sums, measures and ratios, and how they changed: `tỷ lệ hộ nghèo còn 3,4%, giảm 1,2%`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from congressx.extractors.kpis import indicators
from congressx.extractors.kpis.changes import base_of, change_of
from congressx.extractors.kpis.clauses import clause_start
from congressx.extractors.kpis.deeds import deed_before, deed_words
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.outside import reasons_around
from congressx.extractors.kpis.record import Change
from congressx.extractors.kpis.wordlists import stands, words_of
from congressx.span import Span
from congressx.vietnamese.quantities import Unit

MONEY = frozenset({Unit.VND, Unit.USD})
PERCENT = frozenset({Unit.PERCENT, Unit.PER_MILLE})


def read_rate(sight: Sight) -> Figure | None:
    """The figure of a quantity with a unit, if it measures something and its clause or an earlier figure names it."""
    if _is_of_votes(sight) or not _may_measure(sight, sight.start):
        return None
    if _repeats_change(sight):
        assert sight.prior is not None
        return Figure(sight.quantity, Shape.CHANGE, sight.prior.indicator, sight.prior.change, sight.prior.base)
    end = indicators.subject_end(sight.folded, sight.start, sight.at)
    verbs = sight.folded[end : sight.at]
    change = change_of(sight.quantity, sight.folded[sight.start : end], verbs, sight.right)
    indicator = _indicator(sight, _subject(sight, end), verbs)
    if indicator is None or not _may_name(sight, indicator):
        return None
    base = None if change is Change.LEVEL else base_of(sight.folded[sight.start : sight.at], sight.right)
    return Figure(sight.quantity, _shape(sight.quantity.unit, change), indicator, change, base)


def _shape(unit: Unit, change: Change) -> Shape:
    if change is not Change.LEVEL:
        return Shape.CHANGE
    if unit in MONEY:
        return Shape.MONEY
    return {Unit.MEASURE: Shape.MEASURE, Unit.RATIO: Shape.PROPORTION}.get(unit, Shape.SHARE)


_BRACKET = regex.compile(r"\s*\(\s*(?:hơn|gần|tương đương|khoảng|tức)?\s*(?:hơn|gần|trên|khoảng)?\s*")


def _repeats_change(sight: Sight) -> bool:
    """`tăng 18 vụ (13,7%)`: the share in brackets is the same change."""
    prior = sight.prior
    if prior is None or prior.change is Change.LEVEL or sight.quantity.unit not in PERCENT:
        return False
    return _BRACKET.fullmatch(sight.folded[prior.stop : sight.at]) is not None


# --- the subject --------------------------------------------------------------------------------------------------------

_OF_PLAN = regex.compile(r"\s*(?:so với|kế hoạch|dự toán|chỉ tiêu|cùng kỳ|nghị quyết|mục tiêu)")
_AND_HEAD = regex.compile(r"(?<!\p{L})và\s+(?=\p{L})")
_THIS = regex.compile(r"(?:tỷ lệ|tỉ lệ|con số|mức|số|tỷ trọng|chỉ tiêu)\s+(?:này|đó|trên)|con số này đã|kết quả này")
_FULL_VERB = regex.compile(r"(?<!\p{L})(?:đạt|chiếm|là|bằng|vượt|ước|còn)(?!\p{L})|\d")


@cache
def _empty() -> regex.Pattern[str]:
    return regex.compile(rf"(?:\W|\d|(?<!\p{{L}})(?:{words_of('empty_words.txt')})(?!\p{{L}}))*")


def _subject(sight: Sight, end: int) -> Span | None:
    """The subject of the figure's clause, which ends at `end`; None where an earlier clause names it."""
    subject = indicators.before(sight.folded, sight.start, end)
    if sight.start == sight.floor and _OF_PLAN.match(sight.folded, sight.start, end):
        behind_and = None if subject is None else _AND_HEAD.search(sight.folded, sight.start, end)
        # bằng 118% dự toán tỉnh giao và tăng 15%; tăng 3% so với cùng kỳ và tỷ lệ hộ nghèo còn 2%
        subject = None if behind_and is None else indicators.before(sight.folded, behind_and.end(), end)
        if subject is not None and not indicators.begins_with_head(subject.of(sight.folded)):
            return None
    if subject is None or _THIS.fullmatch(subject.of(sight.folded)) or _empty().fullmatch(subject.of(sight.folded)):
        return None
    return _without_agent(sight.folded, _joined_over_comma(sight, subject))


@cache
def _done() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:đã|sẽ|đang|cũng đã|mới)\s+(?=(?:{deed_words()})(?!\p{{L}}))")


def _without_agent(folded: str, subject: Span) -> Span:
    """`các đơn vị đã thu hồi 12 tỷ đồng`: the deed names the sum, not who did it."""
    if indicators.begins_with_head(subject.of(folded)):
        return subject
    match = _done().search(folded, subject.start, subject.stop)
    return subject if match is None else Span(match.end(), subject.stop)


def _joined_over_comma(sight: Sight, subject: Span) -> Span:
    """A comma inside the subject does not end it: `giá trị sản xuất nông, lâm nghiệp đạt`."""
    folded, start = sight.folded, sight.start
    if (
        indicators.begins_with_head(subject.of(folded))
        or start < 1
        or folded[start - 1] != ","
        or subject.start > start + 2
    ):
        return subject
    for begin in _clauses_before(sight, start):
        earlier = indicators.before(folded, begin, start - 1)
        if earlier is None or _FULL_VERB.search(folded, begin, start - 1):
            return subject
        if indicators.begins_with_head(earlier.of(folded)):
            return Span(earlier.start, subject.stop)
    return subject


_MOST_COMMAS = 3


def _clauses_before(sight: Sight, start: int) -> Iterator[int]:
    """Where the clauses begin that commas end before `start`, the nearest first."""
    for _ in range(_MOST_COMMAS):
        if start <= sight.floor + 1 or sight.folded[start - 1] != ",":
            return
        start = max(clause_start(sight.folded, start - 1), sight.floor)
        yield start


# --- the indicator ------------------------------------------------------------------------------------------------------

_PLACED = regex.compile(r"(?<!\p{L})(?:cho|tại|ở|đến|tới|với|đối với|trên)\s*(?:ít nhất\s*|trên\s*|hơn\s*)?$")
_REACHED = regex.compile(r"\s(?:đạt|hoàn thành)\s")


_AGENT = regex.compile(
    r"(?:toàn|các|cả)?\s*(?:ngành|tỉnh|huyện|quận|xã|phường|thành phố|thị xã|đơn vị|cơ quan|địa phương|đảng bộ|công ty|sở|cục|chi cục"
    r"|chi nhánh|đã|thụ lý|thu|thi hành)(?!\p{L})"
)
"""Who acts is not what is measured: a topic in front may name that."""


def _indicator(sight: Sight, subject: Span | None, verbs: str) -> Span | None:
    """What names the measure: the subject before a verb, the noun behind the figure, or an earlier clause."""
    behind = _behind(sight)
    if subject is None:
        return behind or _inherited(sight)
    topic = indicators.topic(sight.folded, sight.segment, sight.at) if _AGENT.match(subject.of(sight.folded)) else None
    if topic is not None:
        return topic
    if indicators.has_verb(verbs):
        return subject
    if sight.quantity.unit in MONEY:
        return behind or indicators.purpose(sight.folded, sight.quantity.span.stop) or subject
    if behind is None or _PLACED.search(sight.folded[sight.start : sight.at]):
        return _introduced(sight, subject)
    return behind


_INTRODUCES = regex.compile(
    r"(?<!\p{L})(?:tỷ lệ|tỉ lệ|trên|dưới|hơn|gần|khoảng|tới|đến|chỉ|có|còn|mức|với|cho|tại|ở)\s*$|[:(]\s*$|^\s*$"
)


def _introduced(sight: Sight, subject: Span) -> Span | None:
    """A subject without a verb names a share only where something leads to the figure: `tỷ lệ hộ nghèo dưới 3%`."""
    if sight.quantity.unit not in PERCENT:
        return subject
    left = sight.folded[sight.start : sight.quantity.number.start]
    if _INTRODUCES.search(left) or indicators.begins_with_head(left.strip()):
        return subject
    reached = _REACHED.search(subject.of(sight.folded))  # chất lượng nước đạt quy chuẩn 100%
    return None if reached is None else Span(subject.start, subject.start + reached.start())


_WORD = regex.compile(r"\s*(?!trở lên|trở xuống)\p{L}+")
_WHOLES = regex.compile(
    r"\s*(?:của\s+|trong\s+|trên\s+)?(?:tổng|kế hoạch|dự toán|chỉ tiêu|so(?!\p{L})|cả nước|toàn|mục tiêu|nghị quyết|cùng kỳ)"
)
_OUT_OF = regex.compile(
    r"\s*(?:trong|trên|của)\s+(?:tổng\s+)?(?:số\s+)?(?:hơn\s+|gần\s+|trên\s+)?\d[\d.,]*(?:\s+(?:triệu|nghìn|ngàn|vạn))?(?=\s+\p{L})"
)
"""`72% trong tổng số 3.400 hộ chăn nuôi có …`."""
_BEHIND_VERB = regex.compile(r"\s*(?:số\s+|các\s+|trong\s+)?(?:(?:đạt|có|là|được)\s+)?")
_FUNDS = regex.compile(r"\s*(?:vốn|tiền|kinh phí)(?!\p{L})")


@cache
def _no_noun() -> regex.Pattern[str]:
    return regex.compile(rf"\s*(?:{words_of('no_nouns.txt')})(?!\p{{L}})")


def _behind(sight: Sight) -> Span | None:
    """The noun phrase behind the figure: `100% chi bộ …`, `79% có trình độ …`, `14 km đường liên xã`."""
    folded, at, unit = sight.folded, sight.quantity.span.stop, sight.quantity.unit
    out_of = _OUT_OF.match(folded, at) if unit in PERCENT else None
    at = at if out_of is None else out_of.end()
    if not _WORD.match(folded, at) or _no_noun().match(folded, at) or _WHOLES.match(folded, at):
        return None
    if unit in MONEY:
        return indicators.after(folded, at, predicate=False) if _FUNDS.match(folded, at) else None
    if unit is Unit.MEASURE:
        deed = deed_before(folded, 0, sight.at)
        if deed is not None and deed.direct and "grow" in deed.kinds:
            return deed.span  # trồng mới 640 ha rừng
        return indicators.after(folded, at, predicate=False)
    verb = _BEHIND_VERB.match(folded, at)
    return indicators.after(folded, verb.end(), predicate=True) if unit in PERCENT and verb is not None else None


_OTHERS = regex.compile(r"(?<!\p{L})(?:cao hơn|thấp hơn|nhiều hơn|so với)(?!\p{L})")
"""What stands in brackets behind these is another's figure: `thấp hơn mức chung (2%)`."""
_OTHER_COUNT = regex.compile(r"(?<![\d.,/])\d[\d.]*\s+(?=\p{L}[^()\d]*\([^()\d]*$)")
_NEAR = 90


def _inherited(sight: Sight) -> Span | None:
    """The indicator of the figure before, or what stands before the bracket or comma that the figure follows."""
    prior = sight.prior
    if prior is not None:
        gap = sight.at - prior.stop
        other = _OTHER_COUNT.search(sight.folded, prior.stop, sight.at)
        if other is not None:  # 611 cán bộ, trong đó 44 nữ (7,2%)
            return indicators.after(sight.folded, other.end(), predicate=False)
        if gap < _NEAR:
            return prior.indicator
    if sight.start <= sight.segment:
        return None
    outer = clause_start(sight.folded, max(sight.segment, sight.start - 2))
    if not _may_measure(sight, outer) or _OTHERS.search(sight.folded, outer, sight.start):
        return None
    return indicators.before_clause(sight.folded, sight.segment, sight.start)


# --- what measures nothing ----------------------------------------------------------------------------------------------

_OF_VOTES = regex.compile(
    r"\s*(?:số\s+|các\s+|tổng số\s+)?(?:phiếu|đại biểu|cử tri(?! (?:đã )?(?:đi|tham gia))|ủy viên|đbqh|đb(?!\p{L}))"
)
_NEVER_NAMES = regex.compile(
    r"^(?:(?:các |số )?(?:đại biểu|cử tri)|vốn thuộc)|(?<!\p{L})(?:phiếu|vốn nhà nước|vốn nước ngoài|vốn điều lệ|cổ phần|cổ phiếu"
    r"|cấp ủy viên|ủy viên|đảng ủy viên|nhất trí|đồng ý(?!\s+(?:tham gia|hiến|chọn|nhận|bàn giao|di dời|giải)))(?!\p{L})"
)
_MAKE_UP = regex.compile(
    r"(?:số |tỷ lệ |tỉ lệ )?(?:cán bộ )?(?:nữ|trẻ|phụ nữ|dân tộc|người dân tộc|tuổi|dưới \d+ tuổi|ngoài đảng|trí thức)(?!\p{L})"
)
_BODIES = regex.compile(r"(?<!\p{L})(?:ban chấp hành|cấp ủy|đại biểu|nhân sự|ứng cử|ban thường vụ|quốc hội)(?!\p{L})")
_NO_NAME = regex.compile(
    r"(?:không\s.*|.*\d\s?%.*|.*\d\)|riêng|đối|thuộc\s.*|con số (?:này|đó|trên).*"
    r"|đã|hiện|cách|tôi|họ|chúng ta|mỗi.*|cứ.*|giá|(?:ông|bà|anh|chị|đồng chí|cử tri|đại biểu|bí thư|chủ tịch)(?:\s.*)?)"
)
TURNOUT = regex.compile(r"cử tri(?:\s+\p{L}+){0,4}?\s+(?:đi|tham gia)\s+(?:bầu|bỏ phiếu)")
"""Turnout of voters is a figure, votes are not."""


def _is_of_votes(sight: Sight) -> bool:
    return _OF_VOTES.match(sight.folded, sight.quantity.span.stop) is not None


def _may_name(sight: Sight, indicator: Span) -> bool:
    """Whether a phrase can name a measure, and a share's does not tell of votes, capital or a committee's make-up."""
    name = indicator.of(sight.folded)
    if TURNOUT.search(name):
        return True
    if _NO_NAME.fullmatch(name):
        return False
    if sight.quantity.unit not in PERCENT:
        return True
    if _MAKE_UP.match(name) and _BODIES.search(sight.folded):
        return False
    return _NEVER_NAMES.search(name) is None


_EXCLUDED_SHARES = frozenset({"votes", "committee", "capital", "hypothesis", "attendance", "medicine"})
_EXCLUDED_MEASURES = frozenset({"votes", "crime", "hypothesis", "definition", "medicine"})
_EXCLUDED_SUMS = _EXCLUDED_MEASURES | {"price"}


def _may_measure(sight: Sight, start: int) -> bool:
    """Whether the words around a rate, from `start` on, let it measure an achievement, a condition or an aim."""
    reasons = (
        sight.reasons if start == sight.start else reasons_around(sight.folded, Span(start, sight.quantity.span.stop))
    )
    unit = sight.quantity.unit
    if unit in PERCENT:
        turnout = TURNOUT.search(sight.folded, max(0, sight.at - 60), sight.quantity.span.stop + 40)
        return not (reasons if turnout is None else reasons - {"votes"}) & _EXCLUDED_SHARES
    if unit in MONEY:
        return not reasons & _EXCLUDED_SUMS and stands("money_words.txt", sight.folded, sight.segment, sight.stop)
    return not reasons & _EXCLUDED_MEASURES and (unit is not Unit.MEASURE or _measures(sight))


_SHORT = frozenset({"m", "mét", "cm", "mm", "kg", "lít", "gb", "tb"})
_LINES = regex.compile(
    r"(?<!\p{L})(?:chiều dài|kênh|kè|đê|cống|mương|đường giao thông|tuyến đường|hàng rào|bình quân|năng suất|sản lượng)(?!\p{L})"
)
_DISTANT = regex.compile(
    r"(?<!\p{L})(?:cách|cao|sâu|độ cao|cao độ|chiều cao|dài hơn|xa|rộng mặt)(?:\s+(?:khoảng|hơn|gần|chừng))?\s*$"
)
_BUILDINGS = regex.compile(r"(?<!\p{L})(?:tòa nhà|xây nhà|căn nhà|ngôi nhà|hộ dân|biệt thự|vỉa hè)(?!\p{L})")


def _measures(sight: Sight) -> bool:
    """Whether a physical measure is one of an achievement or a condition, not of a building or a way."""
    if _DISTANT.search(sight.left(20)) or _BUILDINGS.search(sight.folded, sight.segment, sight.stop):
        return False
    if sight.quantity.unit_text in _SHORT and not _LINES.search(sight.folded, sight.segment, sight.stop):
        return False
    grown = deed_before(sight.folded, 0, sight.at)
    if grown is not None and "grow" in grown.kinds:
        return True
    return stands("measure_words.txt", sight.folded, sight.segment, sight.stop)
