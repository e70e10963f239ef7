"""What names a rate: the subject before its verb, the noun behind it, what a sum is for, or an earlier clause."""

from __future__ import annotations

from functools import cache

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.brief_rates import is_done_wholly, is_item
from congressx.extractors.kpis.deeds import deed_before, verb_of_sum
from congressx.extractors.kpis.earlier_names import inherited
from congressx.extractors.kpis.figure import Shape, Sight
from congressx.extractors.kpis.measuring import MONEY, PERCENT
from congressx.extractors.kpis.naming import is_no_name, settled
from congressx.extractors.kpis.nouns import NounKind, noun_at
from congressx.extractors.kpis.wordlists import words_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Unit

_PLACED = Pattern(r"(?<!\p{L})(?:cho|tại|ở|đến|tới|với|đối với|trên)\s*(?:ít nhất\s*|trên\s*|hơn\s*)?$")
_REACHED = Pattern(r"\s(?:đạt|hoàn thành)\s")


def name_of_rate(sight: Sight, subject: Span | None, verbs: str) -> Span | None:
    """What names the measure: the subject before a verb, the noun behind the figure, or an earlier clause."""
    if subject is not None and sight.prior is not None and _THEN.match(sight.folded, subject.stop):
        return sight.prior.indicator
    elsewhere = of_extreme(sight) or _share_inspected(sight)
    if elsewhere is not None:
        return elsewhere
    behind = _behind(sight)
    behind = None if behind is None or is_no_name(behind.of(sight.folded)) else behind
    among = _among(sight, behind)
    if among is not None:
        return among
    subject = None if subject is None else settled(sight.folded, subject)
    if subject is None:
        return _without_subject(sight, behind, verbs)
    acts = subjects.AGENT.match(subject.of(sight.folded)) is not None
    topic = subjects.topic(sight.folded, sight.segment, sight.at) if acts else None
    return topic or _behind_verb(sight, subject, behind) or _of_subject(sight, subject, behind, verbs)


_INSPECTS = Pattern(r"(?:kiểm tra|giám sát|thanh tra)(?:, (?:kiểm tra|giám sát))?")


def _share_inspected(sight: Sight) -> Span | None:
    """`kiểm tra ít nhất 30% chi bộ`: the inspecting names its share as it names a count."""
    deed = sight.deed if sight.quantity.unit in PERCENT else None
    if deed is None or not deed.direct or _INSPECTS.fullmatch(deed.span.of(sight.folded)) is None:
        return None
    whom = noun_at(sight.folded, sight.quantity.span.stop)
    return None if whom is None or whom.kind is NounKind.OPEN else deed.span


def _without_subject(sight: Sight, behind: Span | None, verbs: str) -> Span | None:
    """What names the measure where nothing before it in its clause does."""
    in_money = sight.quantity.unit in MONEY
    given = verb_of_sum(sight.folded, sight.start, sight.quantity.number.start) if in_money else _urged(sight)
    if given is not None:
        return given
    whole = inherited(sight) if _is_of_whole(sight) or _is_share_of_all(sight, verbs) else None
    return whole or behind or _purpose(sight) or inherited(sight) or _all_of(sight)


_EXTREME = Pattern(
    r"(?<![^\s,;.(:])(?P<lead>[^;:.()\d]*?)(?<!\p{L})(?:cao|thấp|nhiều|ít|lớn)(?: nhất)?(?::| là| như| thuộc về)\s*"
    r"(?:\p{L}[^;:.()\d]{2,50} \([^()]*\)(?:,|\s+và)\s*)*\p{L}[^;:.()\d]{2,50} \((?:(?:đạt|chiếm|là|hơn|trên|gần) )*$"
)
_MOST_LEADING = 6


def of_extreme(sight: Sight) -> Span | None:
    """`xã có tỷ lệ hộ nghèo cao nhất: Nà Hỳ (41%)`: where a rate is highest is no measure; it, or the figure before, is."""
    if sight.quantity.unit not in PERCENT:
        return None
    match = _EXTREME.search(sight.folded, max(0, sight.at - 200), sight.quantity.number.start)
    if match is None:
        return None
    name = subjects.before(sight.folded, *match.span("lead"))
    if name is not None and subjects.begins_with_head(name.of(sight.folded)):
        return name
    prior = sight.prior
    follows = prior is not None and prior.quantity.unit in PERCENT and len(match["lead"].split()) <= _MOST_LEADING
    return prior.indicator if prior is not None and follows else None


_IN_NUMBER = Pattern(r"\s*(?:về\s+)?số (?:vụ|người|lượt|ca|cuộc|trường hợp)(?= (?:so|và|trong)|\s*[,;.)]|\s*$)")


def _of_subject(sight: Sight, subject: Span, behind: Span | None, verbs: str) -> Span | None:
    """Which names the measure where a subject stands before the figure, and perhaps a noun behind it."""
    if _IN_NUMBER.match(sight.folded, sight.quantity.span.stop) and _CHANGES.search(verbs):
        return subject  # tai nạn giao thông giảm 12,4% số vụ
    headed = subjects.begins_with_head(subject.of(sight.folded))
    if behind is not None and not headed and (_CHANGES.search(verbs) or _gathers(sight)):
        return behind
    if subjects.has_verb(verbs) or _measures_itself(sight, subject) or _is_of_whole(sight, headed=headed):
        return subject
    if sight.quantity.unit in MONEY:
        return behind or _purpose(sight) or subject
    if behind is None or _PLACED.search(sight.folded[sight.start : sight.at]):
        return _introduced(sight, subject)
    return behind


_FEWER_POOR = Pattern(
    r"(?<!\p{L})(?<!(?:tỷ lệ|tỉ lệ|mức|tốc độ|công tác) )giảm(?: thêm)? (?P<name>(?:số )?hộ (?:cận )?nghèo(?: đa chiều)?)$"
)


def _behind_verb(sight: Sight, subject: Span, behind: Span | None) -> Span | None:
    """`mỗi năm giảm hộ nghèo 2%`, `bê tông hóa được 23 km đường thôn`: what a verb that looks like the subject speaks of."""
    poor = _FEWER_POOR.search(sight.folded, subject.start, subject.stop) if sight.quantity.unit in PERCENT else None
    if poor is not None:
        return Span(*poor.span("name"))
    says = behind is not None and behind.of(sight.folded) not in _SAY_LITTLE
    return behind if says and _is_got(sight, subject) else None


_GOT = Pattern(r"\s+được(?: (?:thêm|hơn|gần|trên|khoảng))*\s*")
_SPENDS = Pattern(r"(?<!\p{L})(?:giải ngân|thu hút|huy động)$")
_WORKS = frozenset({"make", "grow"})


def _is_got(sight: Sight, subject: Span) -> bool:
    """`bê tông hóa được 23 km đường thôn`, `giải ngân được 40 tỷ đồng vốn đầu tư công`: `được` makes no subject of the verb."""
    if _GOT.fullmatch(sight.folded, subject.stop, sight.quantity.number.start) is None:
        return False
    if sight.quantity.unit in MONEY:
        return _SPENDS.search(subject.of(sight.folded)) is not None
    deed = deed_before(sight.folded, subject.start, sight.at) if sight.quantity.unit is Unit.MEASURE else None
    return deed is not None and deed.span.stop >= subject.stop and bool(_WORKS & deed.kinds)


_THEN = Pattern(r"\s+thì\s+(?:sang|đến|tới|vào|trong)?\s*(?:hết |cuối |đầu )?(?:năm|quý|tháng|nhiệm kỳ)(?!\p{L})")
"""`năm ngoái chiếm 27% tổng thu thì sang năm nay là 30%`: one measure at two times."""
_URGED = Pattern(
    r"(?<!\p{L})(?:đẩy nhanh|đẩy mạnh|tăng cường|tăng tốc|khẩn trương|quyết liệt)\s+(?:tiến độ\s+)?(?P<name>\p{L}+(?: \p{L}+){1,6}?),?"
    r"\s+(?:vì|do|bởi|khi|trong khi|bởi vì)(?!\p{L})(?:\s+(?:đến nay|[^,;.]{0,24}(?:năm|tháng|quý)(?: \d+)?|tới nay))?\s*,?"
    r"\s*(?:mới|chỉ|mới chỉ)\s+(?:đạt|được|bằng)\s*(?:hơn|gần|trên|khoảng)?\s*$"
)


def _urged(sight: Sight) -> Span | None:
    """`đề nghị đẩy nhanh giải ngân vì 6 tháng mới đạt 29%`: what is to go faster is what went slowly."""
    match = _URGED.search(sight.folded, sight.segment, sight.at) if sight.quantity.unit in PERCENT else None
    return None if match is None else Span(*match.span("name"))


_AMONG = Pattern(
    r"(?:^|[;:.]\s)\W*trong (?:tổng )?số\s+(?P<name>\p{L}[^,;:\d]{4,80}),\s*(?:có\s+)?(?:hơn |trên |gần |khoảng |ít nhất |tối thiểu )?$"
)
_OBLIGED = Pattern(r"(?:phải|cần|sẽ|đã|được)(?!\p{L})")


def _among(sight: Sight, behind: Span | None) -> Span | None:
    """`trong số đảng viên thuộc diện quy hoạch, hơn 50% phải đủ chuẩn`: of whom, the words before say."""
    if sight.quantity.unit not in PERCENT or behind is None or _OBLIGED.match(behind.of(sight.folded)) is None:
        return None
    match = _AMONG.search(sight.folded, 0, sight.quantity.number.start)
    return None if match is None else Span(*match.span("name"))


_WHOLE_ECONOMY = Pattern(r"\s*(?:của\s+|trong\s+)?(?:gdp|grdp|cơ cấu (?:kinh tế|gdp|grdp))(?!\p{L})")
"""`nợ công khoảng 35% GDP`: what the share is of."""


_CHANGES = Pattern(r"(?<!\p{L})(?:tăng|giảm|tinh giản)(?:\s+(?:thêm|được|ít nhất|tối thiểu|hơn|gần|trên|khoảng))*\s*$")
"""`ngành thuế sẽ giảm 50% chi cục`: what is cut stands behind its share."""
_GATHERS = Pattern(
    r"(?<!\p{L})(?:thu hút|tập hợp|vận động|quy tụ|kết nạp)(?: (?:được|hơn|gần|trên|khoảng|ít nhất|tối thiểu))*\s*$"
)


def _gathers(sight: Sight) -> bool:
    """`hội thu hút được 63% phụ nữ từ 18 tuổi trở lên`: those who joined, not who drew them."""
    return sight.quantity.unit in PERCENT and _GATHERS.search(sight.folded, sight.start, sight.at) is not None


_GIVES = Pattern(r"(?<!\p{L})đóng góp(?!\p{L})")
"""`thành phố đóng góp 20% ngân sách, 30% GDP`: who gives is no measure."""


_OF_ALL = Pattern(r"\s*(?:(?:tổng )?số(?! tiền)|quân số|dân số)(?!\p{L})")


def _is_share_of_all(sight: Sight, verbs: str) -> bool:
    """`nâng tổng số lên 58 xã, chiếm 48% số xã`: the whole is behind the share, what it is of before it."""
    return verbs.strip() == "chiếm" and _OF_ALL.match(sight.folded, sight.quantity.span.stop) is not None


def _is_of_whole(sight: Sight, *, headed: bool = False) -> bool:
    since = sight.start if headed else sight.segment
    if sight.quantity.unit not in PERCENT or _GIVES.search(sight.folded, since, sight.at):
        return False
    return _WHOLE_ECONOMY.match(sight.folded, sight.quantity.span.stop) is not None


_TOTAL = Pattern(
    r"\s*(?=tổng (?:lượng|số(?! tiền)|khối lượng|diện tích|giá trị|chiều dài|sản lượng|công suất|vốn)(?!\p{L}))"
)


def _all_of(sight: Sight) -> Span | None:
    """`đó là 80% tổng lượng nước thải được xử lý`: the whole names its share where nothing else does."""
    match = _TOTAL.match(sight.folded, sight.quantity.span.stop) if sight.quantity.unit in PERCENT else None
    return None if match is None else indicators.after(sight.folded, match.end(), predicate=True)


_SPENT_BY = Pattern(
    r"\s+(?:(?:đã|đang|sẽ)\s+)?được\s+(?:[\p{L}.]+\s+){1,6}?"
    r"(?=(?:huy động|hỗ trợ|đầu tư|giải ngân|chi|thu hồi|vận động|quyên góp|bố trí|phân bổ)(?!\p{L}))"
)
"""`hơn 11.000 tỷ đồng đã được thành phố huy động`."""
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
    by = _SPENT_BY.match(folded, stop)
    if by is not None:
        return indicators.after(folded, by.end(), predicate=False)
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
"""`kinh tế tập thể đóng góp 21%, kinh tế hộ gia đình 34%`: the verb is said once."""


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
    r"\s*(?:của\s+|trong\s+|trên\s+)?(?:tổng|kế hoạch|dự toán|chỉ tiêu|so(?!\p{L})|cả nước|toàn|mục tiêu|nghị quyết|cùng kỳ"
    r"|(?:tổng )?số (?:phải|cần|đủ điều kiện|có điều kiện)(?!\p{L}))"
)
_ALL_OF = Pattern(r"\s*tổng số\s+(?:các\s+|những\s+)?(?=\p{L})")
"""`giảm 50% tổng số các chi cục`."""
_OUT_OF = Pattern(
    r"\s*(?:trong|trên|của)\s+(?:tổng\s+)?(?:số\s+)?(?:hơn\s+|gần\s+|trên\s+)?\d[\d.,]*(?:\s+(?:triệu|nghìn|ngàn"
    r"|vạn))?(?=\s+(?!năm|tháng|quý|tuần|ngày|giờ)\p{L})"
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
        name = indicators.after(folded, at, predicate=False)
        deed = deed_before(folded, 0, sight.at)
        grown = deed is not None and deed.direct and "grow" in deed.kinds
        says = name is not None and name.of(folded) not in _SAY_LITTLE
        return name if says or deed is None or not grown else deed.span  # trồng mới 640 ha rừng
    verb = _BEHIND_VERB.match(folded, at)
    return indicators.after(folded, verb.end(), predicate=True) if unit in PERCENT and verb is not None else None


_SAY_LITTLE = frozenset({"rừng", "đất", "cây", "mới", "vốn", "tiền", "kinh phí"})
"""`trồng mới 640 ha rừng` is named by its verb, `trồng 260 ha rừng tập trung`, `xuống giống 170 ha lúa` by what grows there."""
