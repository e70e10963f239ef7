"""Shares, sums, measures and ratios, and how they changed: `tỷ lệ hộ nghèo còn 3,4%, giảm 1,2%`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.brief_rates import growth_alone, verb_alone, worth_of
from congressx.extractors.kpis.changes import HELD_AT, PASSED_MARK, base_of, change_of
from congressx.extractors.kpis.clauses import trimmed
from congressx.extractors.kpis.deeds import deed_words, verb_of_sum
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.measuring import MONEY, PERCENT, is_of_votes, is_size_of_work, may_measure, may_name
from congressx.extractors.kpis.naming import pointing_back, says_too_little
from congressx.extractors.kpis.planned import plan_of_share
from congressx.extractors.kpis.rate_names import name_of_rate
from congressx.extractors.kpis.record import Base, Change
from congressx.extractors.kpis.wordlists import words_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Comparator, Quantity, Unit


def read_rate(sight: Sight) -> Figure | None:
    """The figure of a quantity with a unit, if it measures something and its clause or an earlier figure names it."""
    worth = worth_of(sight)
    if worth is not None:
        return worth
    return None if is_of_votes(sight) or not may_measure(sight, sight.start) else named_rate(sight)


def named_rate(sight: Sight) -> Figure | None:
    """The figure of a quantity that measures something, if its clause or an earlier figure names it."""
    if _repeats_change(sight):
        assert sight.prior is not None
        return Figure(sight.quantity, Shape.CHANGE, sight.prior.indicator, sight.prior.change, sight.prior.base)
    end = subjects.subject_end(sight.folded, sight.start, sight.at)
    verbs = sight.folded[end : sight.at]
    change = change_of(sight.quantity, sight.folded[sight.start : end], verbs, sight.right)
    growth = growth_alone(sight, end)
    if growth is not None:
        return Figure(sight.quantity, Shape.SHARE, growth)
    indicator = _elsewhere_too(sight) or _told(sight, name_of_rate(sight, _subject(sight, end), verbs))
    if indicator is None or pointing_back(sight.folded, indicator.start, indicator.stop) is not None:
        indicator = indicator or pointing_back(sight.folded, sight.start, end) or verb_alone(sight, end)
    elif not may_name(sight, indicator):
        return None
    if indicator is None:
        return None
    change, base = _measured_against(sight, change, verbs)
    return Figure(_bounded(sight), _shape(sight.quantity.unit, change), indicator, change, base)


_ACCIDENTS = Pattern(
    r"(?<!\p{L})giảm(?: được)?(?: tai nạn giao thông| tngt)?(?: trên| ở)?(?: cả)? (?:(?:2|3|hai|ba) (?:mặt|tiêu chí)|số vụ)(?!\p{L})"
    r"(?:(?!(?<!\p{L})(?:còn|xuống|đạt|chiếm|tăng|tỷ lệ|tỉ lệ)(?!\p{L}))[^;:.\d])*$"
)
"""`kéo giảm số vụ, số người chết và số người bị thương từ 5 - 10%`: all of them are to be fewer."""


def _measured_against(sight: Sight, change: Change, verbs: str) -> tuple[Change, Base | None]:
    """The change with what it is measured against; a share that seems to stand alone may be one of a plan."""
    if change is not Change.LEVEL:
        return change, base_of(change, sight.folded[sight.start : sight.at], sight.right)
    if sight.quantity.unit in PERCENT and _ACCIDENTS.search(sight.folded, sight.segment, sight.at):
        return Change.DOWN, Base.UNSTATED
    planned = plan_of_share(sight, verbs)
    return (change, None) if planned is None else (Change.OF, planned)


_LONGER = Pattern(r"(?<!\p{L})(?:dài|rộng) hơn\s*$")


def _bounded(sight: Sight) -> Quantity:
    """`lần đầu vượt 20 triệu tấn`, `dài hơn 9 km`: more than the number; `ở mức thấp hơn 4,5%`: less."""
    quantity = sight.quantity
    if quantity.comparator is Comparator.EQ and _LONGER.search(sight.left(12)) and is_size_of_work(sight):
        return replace(quantity, comparator=Comparator.GT)
    mark = HELD_AT.search(sight.folded, sight.start, sight.at)
    if mark is not None and quantity.comparator is Comparator.EQ:
        return replace(quantity, comparator=Comparator.LT if mark["bound"] == "thấp" else Comparator.GT)
    passed = quantity.comparator is Comparator.EQ and PASSED_MARK.search(sight.folded, sight.start, sight.at)
    return replace(quantity, comparator=Comparator.GT) if passed else quantity


_ELSEWHERE_TOO = Pattern(
    r"\s*(?:,|và|;|còn)\s*(?:còn\s+|riêng\s+)*(?:(?:ở|tại)\s+(?:\p{L}+\s+){1,5}?"
    r"|(?:(?:khu vực|vùng|địa bàn)\s+)?(?:nông thôn|thành thị|đô thị|miền núi)\s+)"
    r"(?:đạt|là|còn|chiếm|chỉ|có)?\s*(?:đạt|là|còn)?\s*(?:hơn|trên|gần|khoảng|xấp xỉ)?\s*"
)
_ITS_PLACE = Pattern(r"\s+(?:(?:ở|tại)\s+\p{L}[^,]{2,30}|(?:khu vực|vùng)\s+(?:nông thôn|thành thị|đô thị|miền núi))$")


def _elsewhere_too(sight: Sight) -> Span | None:
    """`tỷ lệ rác được thu gom ở đô thị đạt 98%, ở nông thôn đạt 88%`: the same measure in another place."""
    prior = sight.prior
    if prior is None or prior.quantity.unit is not sight.quantity.unit or prior.stop > sight.at:
        return None
    if _ELSEWHERE_TOO.fullmatch(sight.folded[prior.stop : sight.at]) is None:
        return None
    name = prior.indicator
    place = _ITS_PLACE.search(name.of(sight.folded))
    return name if place is None else Span(name.start, name.start + place.start())


def _told(sight: Sight, indicator: Span | None) -> Span | None:
    """What the figure before is named by, where this one would be named `người`, `trường hợp`."""
    if indicator is None or not _is_vague(indicator.of(sight.folded)) or _counts_right_before(sight, indicator):
        return indicator
    deed = _deed_with_sum(sight)
    if deed is not None:
        return deed
    names = (figure.indicator for figure in reversed(sight.figures))
    return next((name for name in names if not _is_vague(name.of(sight.folded))), indicator)


_RIGHT_BEFORE = Pattern(r"\s*\(\s*(?:(?:tăng|giảm|chiếm|đạt|bằng)\s*)?(?:(?:thêm|hơn|gần|trên|khoảng)\s*)?")


def _counts_right_before(sight: Sight, indicator: Span) -> bool:
    """`1.250 vụ việc (tăng 7%)`: those that the bracket tells of stand before it, however vague."""
    prior = sight.prior
    if prior is None or prior.noun is None or prior.indicator != indicator:
        return False
    if sight.folded.endswith("là ", 0, prior.quantity.span.start):  # số đảng viên được khen là 350 trường hợp (tăng 9%)
        return False
    return _RIGHT_BEFORE.fullmatch(sight.folded, indicator.stop, sight.at) is not None


_WITH_SUM = Pattern(r"(?<!\p{L})với\s+(?:tổng\s+)?(?:số tiền|kinh phí)\s*(?:hơn\s+|gần\s+|trên\s+|là\s+)?$")


def _deed_with_sum(sight: Sight) -> Span | None:
    """`hỗ trợ người dân vùng lũ với số tiền 486 triệu đồng`: the deed names the sum where nothing is counted in its stretch."""
    told = _WITH_SUM.search(sight.folded, sight.segment, sight.at)
    if told is None or (sight.prior is not None and sight.prior.stop > sight.segment):
        return None
    start = trimmed(sight.folded, Span(sight.segment, sight.at)).start
    return (
        indicators.after(sight.folded, start, predicate=True)
        if indicators.begins_with_deed(sight.folded, start)
        else None
    )


def _is_vague(name: str) -> bool:
    return _VAGUE.fullmatch(name) is not None or says_too_little(name)


_VAGUE = Pattern(r"người|trường hợp|vụ(?: việc)?|lượt(?: người)?|cuộc")


def _shape(unit: Unit, change: Change) -> Shape:
    if change is not Change.LEVEL:
        return Shape.CHANGE
    if unit in MONEY:
        return Shape.MONEY
    return {Unit.MEASURE: Shape.MEASURE, Unit.RATIO: Shape.PROPORTION}.get(unit, Shape.SHARE)


_BRACKET = Pattern(r"\s*\(\s*(?:hơn|gần|tương đương|khoảng|tức)?\s*(?:hơn|gần|trên|khoảng)?\s*")


def _repeats_change(sight: Sight) -> bool:
    """`tăng 18 vụ (13,7%)`: the share in brackets is the same change."""
    prior = sight.prior
    if prior is None or prior.change is Change.LEVEL or sight.quantity.unit not in PERCENT:
        return False
    named = prior.indicator.stop if prior.indicator.start >= prior.quantity.span.start else 0
    return _BRACKET.fullmatch(sight.folded[max(prior.stop, named) : sight.at]) is not None


# --- the subject --------------------------------------------------------------------------------------------------------

_OF_PLAN = Pattern(r"\s*(?:so với|kế hoạch|dự toán|chỉ tiêu|cùng kỳ|nghị quyết|mục tiêu)")
_AND_HEAD = Pattern(r"(?<!\p{L})và\s+(?=\p{L})")
_THIS = Pattern(r"(?:tỷ lệ|tỉ lệ|con số|mức|số|tỷ trọng|chỉ tiêu)\s+(?:này|đó|trên)|con số này đã|kết quả này")


@cache
def _empty() -> Pattern:
    return Pattern(rf"(?:\W|\d|(?<!\p{{L}})(?:{words_of('empty_words.txt')})(?!\p{{L}}))*")


def _subject(sight: Sight, end: int) -> Span | None:
    """The subject of the figure's clause, which ends at `end`; None where an earlier clause names it."""
    subject = subjects.before(sight.folded, sight.start, end)
    if 0 < sight.start == sight.floor and _OF_PLAN.match(sight.folded, sight.start, end):
        behind_and = None if subject is None else _AND_HEAD.search(sight.folded, sight.start, end)
        # bằng 118% dự toán tỉnh giao và tăng 15%; tăng 3% so với cùng kỳ và tỷ lệ hộ nghèo còn 2%
        subject = None if behind_and is None else subjects.before(sight.folded, behind_and.end(), end)
        if subject is not None and not subjects.begins_with_head(subject.of(sight.folded)):
            return None
    if subject is None or _THIS.fullmatch(subject.of(sight.folded)) or _empty().fullmatch(subject.of(sight.folded)):
        return None
    if pointing_back(sight.folded, sight.start, subject.stop) and not subjects.begins_with_head(
        subject.of(sight.folded)
    ):
        return None
    given = verb_of_sum(sight.folded, sight.start, sight.at) if sight.quantity.unit in MONEY else None
    if given is not None and not subjects.begins_with_head(subject.of(sight.folded)):
        return given
    if subject.of(sight.folded) in _COLLECTED:
        return _collected_before(sight, subject.of(sight.folded)) or subject
    return _without_agent(sight.folded, subjects.over_commas(sight.folded, sight.floor, sight.start, subject))


_COLLECTED = {
    verb: Pattern(
        rf"(?<!\p{{L}}){verb}\s+(?:ngân sách|nội địa|thuế|xuất nhập khẩu|thường xuyên|đầu tư)(?!\p{{L}})"
        r"(?:\s+(?:nhà nước|nội địa|phát triển|địa phương|xuất nhập khẩu)(?!\p{L}))*"
    )
    for verb in ("thu", "chi")
}


def _collected_before(sight: Sight, verb: str) -> Span | None:
    """`thu ngân sách năm qua vượt dự toán, riêng quý I ước thu 300 tỷ đồng`: the noun before says what is collected."""
    found = list(_COLLECTED[verb].finditer(sight.folded, sight.segment, sight.start))
    return Span(*found[-1].span()) if found else None


@cache
def _done() -> Pattern:
    verb = rf"(?!xuất (?:nhập )?khẩu)(?:{deed_words()}|{words_of('sum_verbs.txt')})(?!\p{{L}})"
    leads = r"(?:đã|sẽ|đang|phải|chỉ|mới|cố gắng)\s+(?:(?:đến|tới)\s+(?:năm\s+)?\d{4}\s+)?(?:bình quân\s+)?"
    return Pattern(rf"(?<!\p{{L}})(?:{leads}|{subjects.AGENT.pattern}\s+)(?={verb})")


def _without_agent(folded: str, subject: Span) -> Span:
    """`các đơn vị đã thu hồi 12 tỷ đồng`: the deed names the sum, not who did it."""
    if subjects.begins_with_head(subject.of(folded)):
        return subject
    found = list(_done().finditer(folded, subject.start, subject.stop))
    if not found:
        return subject
    deed = Span(found[-1].end(), subject.stop)  # the last: sở xây dựng đã thu hồi
    topic = Span(subject.start, found[-1].start())
    if deed.of(folded) == "chi" and subjects.AGENT.match(topic.of(folded)) is None:
        return trimmed(folded, topic) if topic.stop - topic.start > 2 else deed  # tiền xây cầu tỉnh đã chi 40 tỷ đồng
    return deed
