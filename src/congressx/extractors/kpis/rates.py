"""Shares, sums, measures and ratios, and how they changed: `tỷ lệ hộ nghèo còn 3,4%, giảm 1,2%`."""

from __future__ import annotations

from functools import cache

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.brief_rates import growth_alone, is_done_wholly, is_item, verb_alone, worth_of
from congressx.extractors.kpis.changes import base_of, change_of
from congressx.extractors.kpis.clauses import clause_start, trimmed
from congressx.extractors.kpis.deeds import deed_before, deed_words
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.measuring import MONEY, PERCENT, is_of_votes, may_measure, may_name
from congressx.extractors.kpis.naming import is_no_name, pointing_back, says_too_little, settled
from congressx.extractors.kpis.record import Change
from congressx.extractors.kpis.wordlists import words_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Unit


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
    indicator = _elsewhere_too(sight) or _told(sight, _indicator(sight, _subject(sight, end), verbs))
    if indicator is None or pointing_back(sight.folded, indicator.start, indicator.stop) is not None:
        indicator = indicator or pointing_back(sight.folded, sight.start, end) or verb_alone(sight, end)
    elif not may_name(sight, indicator):
        return None
    if indicator is None:
        return None
    base = None if change is Change.LEVEL else base_of(sight.folded[sight.start : sight.at], sight.right)
    return Figure(sight.quantity, _shape(sight.quantity.unit, change), indicator, change, base)


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
    if indicator is None or not _is_vague(indicator.of(sight.folded)):
        return indicator
    deed = _deed_with_sum(sight)
    if deed is not None:
        return deed
    names = (figure.indicator for figure in reversed(sight.figures))
    return next((name for name in names if not _is_vague(name.of(sight.folded))), indicator)


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
    given = _GIVEN.search(sight.folded, end, sight.at) if sight.quantity.unit in MONEY else None
    if given is not None and not subjects.begins_with_head(subject.of(sight.folded)):
        return Span(*given.span("verb"))
    if subject.of(sight.folded) in _COLLECTED:
        return _collected_before(sight, subject.of(sight.folded)) or subject
    return _without_agent(sight.folded, subjects.over_commas(sight.folded, sight.floor, sight.start, subject))


_GIVEN = Pattern(r"(?<!\p{L})(?P<verb>đóng góp)(?:\s+(?:được|thêm|hơn|gần|trên|khoảng))*\s*$")
"""`nông dân đóng góp 2 tỷ đồng`: the deed names the sum, not who gave it."""
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


# --- the indicator ------------------------------------------------------------------------------------------------------

_PLACED = Pattern(r"(?<!\p{L})(?:cho|tại|ở|đến|tới|với|đối với|trên)\s*(?:ít nhất\s*|trên\s*|hơn\s*)?$")
_REACHED = Pattern(r"\s(?:đạt|hoàn thành)\s")


def _indicator(sight: Sight, subject: Span | None, verbs: str) -> Span | None:
    """What names the measure: the subject before a verb, the noun behind the figure, or an earlier clause."""
    behind = _behind(sight)
    behind = None if behind is None or is_no_name(behind.of(sight.folded)) else behind
    subject = None if subject is None else settled(sight.folded, subject)
    if subject is None:
        whole = _inherited(sight) if _is_of_whole(sight) or _is_share_of_all(sight, verbs) else None
        return whole or behind or _purpose(sight) or _inherited(sight) or _all_of(sight)
    acts = subjects.AGENT.match(subject.of(sight.folded)) is not None
    topic = subjects.topic(sight.folded, sight.segment, sight.at) if acts else None
    return topic or _of_subject(sight, subject, behind, verbs)


def _of_subject(sight: Sight, subject: Span, behind: Span | None, verbs: str) -> Span | None:
    """Which names the measure where a subject stands before the figure, and perhaps a noun behind it."""
    if behind is not None and _CHANGES.search(verbs) and not subjects.begins_with_head(subject.of(sight.folded)):
        return behind
    if subjects.has_verb(verbs) or _measures_itself(sight, subject) or _is_of_whole(sight):
        return subject
    if sight.quantity.unit in MONEY:
        return behind or _purpose(sight) or subject
    if behind is None or _PLACED.search(sight.folded[sight.start : sight.at]):
        return _introduced(sight, subject)
    return behind


_WHOLE_ECONOMY = Pattern(r"\s*(?:của\s+|trong\s+)?(?:gdp|grdp|cơ cấu (?:kinh tế|gdp|grdp))(?!\p{L})")
"""`nợ công khoảng 35% GDP`: what the share is of."""


_CHANGES = Pattern(r"(?<!\p{L})(?:tăng|giảm|tinh giản)(?:\s+(?:thêm|được|ít nhất|tối thiểu|hơn|gần|trên|khoảng))*\s*$")
"""`ngành thuế sẽ giảm 50% chi cục`: what is cut stands behind its share."""
_GIVES = Pattern(r"(?<!\p{L})đóng góp(?!\p{L})")
"""`thành phố đóng góp 20% ngân sách, 30% GDP`: who gives is no measure."""


_OF_ALL = Pattern(r"\s*(?:tổng )?số(?! tiền)(?!\p{L})")


def _is_share_of_all(sight: Sight, verbs: str) -> bool:
    """`nâng tổng số lên 58 xã, chiếm 48% số xã`: the whole is behind the share, what it is of before it."""
    return verbs.strip() == "chiếm" and _OF_ALL.match(sight.folded, sight.quantity.span.stop) is not None


def _is_of_whole(sight: Sight) -> bool:
    if sight.quantity.unit not in PERCENT or _GIVES.search(sight.folded, sight.segment, sight.at):
        return False
    return _WHOLE_ECONOMY.match(sight.folded, sight.quantity.span.stop) is not None


_TOTAL = Pattern(
    r"\s*(?=tổng (?:lượng|số(?! tiền)|khối lượng|diện tích|giá trị|chiều dài|sản lượng|công suất|vốn)(?!\p{L}))"
)


def _all_of(sight: Sight) -> Span | None:
    """`đó là 80% tổng lượng nước thải được xử lý`: the whole names its share where nothing else does."""
    match = _TOTAL.match(sight.folded, sight.quantity.span.stop) if sight.quantity.unit in PERCENT else None
    return None if match is None else indicators.after(sight.folded, match.end(), predicate=True)


_SPENT = Pattern(r"\s+(?:(?:đã|đang|sẽ)\s+)?(?:được\s+)?(?=\p{L})")
_FOUND = Pattern(
    r"(?<!\p{L})(?P<name>phát hiện (?:sai phạm|vi phạm)(?: về)?(?: kinh tế| tài chính)?)(?:\s+(?:với )?(?:tổng )?số tiền)?\s*$"
)


def _purpose(sight: Sight) -> Span | None:
    """What a sum is for: `4 tỷ đồng chăm lo Tết`, `có 90 tỷ đồng đã giải ngân`; what an inspection found."""
    folded, stop = sight.folded, sight.quantity.span.stop
    if sight.quantity.unit not in MONEY:
        return None
    found = _FOUND.search(folded, sight.start, sight.at)
    if found is not None:
        return Span(*found.span("name"))
    spent = _SPENT.match(folded, stop)
    done = spent is not None and spent.group().strip() and indicators.begins_with_deed(folded, spent.end())
    if spent is not None and done:
        return indicators.after(folded, spent.end(), predicate=True)
    return indicators.purpose(folded, stop)


def _measures_itself(sight: Sight, subject: Span) -> bool:
    """`sản lượng 600 tấn thóc`: a physical measure is its head noun's, with or without a verb."""
    name = subject.of(sight.folded)
    return sight.quantity.unit is Unit.MEASURE and subjects.begins_with_head(name) and not _IN_MONEY.match(name)


_IN_MONEY = Pattern(r"(?:tổng )?(?:số tiền|kinh phí|vốn|doanh thu|giá)(?!\p{L})")
_GROWTH = Pattern(
    r"(?<!\p{L})(?:tốc độ|nhịp độ|mức|mục tiêu) (?:tăng|giảm)(?: trưởng)?$|(?:(?:tốc độ|nhịp độ|mức) )?tăng trưởng(?!\p{L})"
    r"|(?<!\p{L})(?:giảm nghèo|(?:đúng|trước|quá|trễ|sớm) hạn)$"
)
"""`mục tiêu tăng trưởng 8%`, `đạt tốc độ tăng trưởng kinh tế 9%`, `giải quyết đúng hạn 99%`."""
_INTRODUCES = Pattern(
    r"(?<!\p{L})(?:tỷ lệ|tỉ lệ|trên|dưới|hơn|gần|khoảng|tới|đến|chỉ|có|còn|mức|với|cho|tại|ở|từ|ít nhất"
    r"|tối thiểu|tối đa|không dưới|không quá|không thấp hơn|không vượt quá)\s*$"
    r"|[:(]\s*$|^\s*$"
)
_NEXT_ITEM = Pattern(
    r"\s*(?:[,;]|-\s)\s*(?:và\s+|còn\s+|riêng\s+)?(?P<name>(?!tăng|giảm|vượt|bằng|so(?!\p{L}))\p{L}+(?:(?:\s-)?\s\p{L}+){0,5})\s+"
)
"""`kinh tế tư nhân đóng góp 63%, đầu tư nước ngoài 15%`: the verb is said once."""


def _introduced(sight: Sight, subject: Span) -> Span | None:
    """A subject without a verb names a share only where something leads to the figure: `tỷ lệ hộ nghèo dưới 3%`."""
    if sight.quantity.unit not in PERCENT:
        return subject
    left = sight.folded[sight.start : sight.quantity.number.start]
    name = subject.of(sight.folded)
    if _LIMIT.search(name):
        return None
    if _INTRODUCES.search(left) or _GROWTH.search(name) or any(map(subjects.begins_with_head, (left.strip(), name))):
        return subject
    item = _next_item(sight)
    if item is not None:
        return item
    if is_item(sight, subject) or is_done_wholly(name):
        return subject
    reached = _REACHED.search(name)  # chất lượng nước đạt quy chuẩn 100%
    return None if reached is None else Span(subject.start, subject.start + reached.start())


_LIMIT = Pattern(r"(?<!\p{L})(?:ngưỡng|giới hạn|quy định|chuẩn|thuế)$|^cấp (?:xã|phường|huyện|quận|tỉnh)(?!\p{L})")
"""`nợ xấu vượt ngưỡng 3%`: what somebody laid down."""


def _next_item(sight: Sight) -> Span | None:
    prior = sight.prior
    if prior is None or prior.quantity.unit is not sight.quantity.unit or prior.shape is not Shape.SHARE:
        return None
    match = _NEXT_ITEM.fullmatch(sight.folded, prior.quantity.span.stop, sight.at)
    return None if match is None else settled(sight.folded, Span(*match.span("name")))


_WORD = Pattern(r"\s*(?!trở lên|trở xuống)\p{L}+")
_WHOLES = Pattern(
    r"\s*(?:của\s+|trong\s+|trên\s+)?(?:tổng|kế hoạch|dự toán|chỉ tiêu|so(?!\p{L})|cả nước|toàn|mục tiêu|nghị quyết|cùng kỳ)"
)
_ALL_OF = Pattern(r"\s*tổng số\s+(?:các\s+|những\s+)?(?=\p{L})")
"""`giảm 50% tổng số các chi cục`."""
_OUT_OF = Pattern(
    r"\s*(?:trong|trên|của)\s+(?:tổng\s+)?(?:số\s+)?(?:hơn\s+|gần\s+|trên\s+)?\d[\d.,]*(?:\s+(?:triệu|nghìn|ngàn|vạn))?(?=\s+(?!năm|tháng|quý|tuần|ngày|giờ)\p{L})"
)
"""`72% trong tổng số 3.400 hộ chăn nuôi có …`."""
_BEHIND_VERB = Pattern(r"\s*(?:số\s+|các\s+|trong\s+)?(?:(?:đạt|có|là|được)\s+)?")
_FUNDS = Pattern(r"\s*(?:vốn|tiền|kinh phí|sai phạm|vi phạm)(?!\p{L})")


@cache
def _no_noun() -> Pattern:
    return Pattern(rf"\s*(?!cao (?:tốc|su|đẳng|tầng|nguyên))(?:{words_of('no_nouns.txt')})(?!\p{{L}})")


def _behind(sight: Sight) -> Span | None:
    """The noun phrase behind the figure: `100% chi bộ …`, `79% có trình độ …`, `14 km đường liên xã`."""
    folded, at, unit = sight.folded, sight.quantity.span.stop, sight.quantity.unit
    out_of = _OUT_OF.match(folded, at) if unit in PERCENT else None
    at = at if out_of is None else out_of.end()
    changed = _ALL_OF.match(folded, at) if unit in PERCENT and _CHANGES.search(folded, sight.start, sight.at) else None
    at = at if changed is None else changed.end()
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


_OTHERS = Pattern(r"(?<!\p{L})(?:cao hơn|thấp hơn|nhiều hơn|so với)(?!\p{L})")
"""What stands in brackets behind these is another's figure: `thấp hơn mức chung (2%)`."""
_ELSEWHERE = Pattern(
    r"(?:cao|thấp|nhiều|ít) hơn[^()]*(?:cả nước|toàn quốc|mức chung|bình quân chung|khu vực|vùng)[^()]*\(\s*$"
)
"""`tăng 1%, thấp hơn mức tăng của cả nước (2%)`."""
_OTHER_COUNT = Pattern(
    r"(?<![\d.,/])\d[\d.]*\s+(?!(?:năm|tháng|quý|tuần|ngày|giờ)(?!\p{L}))(?=\p{L}[^()\d]*\([^()\d]*$)"
)
_NEAR = 90


def _inherited(sight: Sight) -> Span | None:
    """The indicator of the figure before, or what stands before the bracket or comma that the figure follows."""
    prior = sight.prior
    if prior is not None:
        gap = sight.at - prior.stop
        other = _OTHER_COUNT.search(sight.folded, prior.stop, sight.at)
        if other is not None:  # 611 cán bộ, trong đó 44 nữ (7,2%)
            return indicators.after(sight.folded, other.end(), predicate=False)
        if _ELSEWHERE.search(sight.folded, prior.stop, sight.at):
            return None
        if gap < _NEAR:
            if prior.noun is not None and prior.indicator.stop > sight.at:
                return prior.noun.span  # 6 chỉ tiêu vượt từ 10% trở lên
            return prior.indicator
    return None if sight.start <= sight.segment else _told_before(sight)


def _told_before(sight: Sight) -> Span | None:
    """What the clause before the comma or bracket names or counts."""
    outer = clause_start(sight.folded, max(sight.segment, sight.start - 2))
    if not may_measure(sight, outer):
        return None
    if sight.folded[sight.start - 1] == "(" and _OTHERS.search(sight.folded, outer, sight.start):
        return None
    return _done_before(sight, outer) or _named_before(sight)


def _named_before(sight: Sight) -> Span | None:
    subject = subjects.before_clause(sight.folded, sight.segment, sight.start)
    return None if subject is None else settled(sight.folded, subject)


_COUNT = Pattern(r"(?<![\d.,/])\d[\d.]*\s+(?=\p{L}{2})")
_HAS_DONE = Pattern(r"(?<!\p{L})đã\s+(?!đạt|có|lên|là|tăng|còn|được|vượt|hoàn thành)(?=\p{L})")


def _done_before(sight: Sight, start: int) -> Span | None:
    """`cắt bỏ 675 thủ tục, chiếm 55%`: what a verb counts in the clause before is what the share is of."""
    if sight.quantity.unit not in PERCENT:
        return None
    count = _COUNT.search(sight.folded, start, sight.start)
    if count is None or _HAS_DONE.search(sight.folded, start, count.start()) is None:
        return None
    return indicators.after(sight.folded, count.end(), predicate=False)
