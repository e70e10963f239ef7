"""Names that stand elsewhere than beside the figure: before a classifier, in a heading, in a deed.

`đàn bò sữa của xã có 1.200 con`; `tai nạn giao thông: xảy ra 41 vụ`; `đóng góp 760 triệu đồng làm đường`.
"""

from __future__ import annotations

from functools import cache

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.clauses import clause_start, trimmed
from congressx.extractors.kpis.deeds import verb_of_sum
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.measuring import is_size_of_work, is_so_much_more
from congressx.extractors.kpis.naming import says_too_little, settled
from congressx.extractors.kpis.nouns import NounKind, noun_at
from congressx.extractors.kpis.wordlists import PACKAGE
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.quantities import Unit

ALONE = Pattern(
    r"\s*(?:$|[,;.:()…]|(?:và|với|so với|trong|thì|mà|nhưng|tăng|giảm|xuống|lên|chiếm|đạt|để|theo)(?!\p{L}))"
)
"""What ends a bare noun."""
MOST_WORDS = 12


def named_elsewhere(sight: Sight, figure: Figure) -> Span | None:
    """What names a rate that its own clause misnames."""
    readers = {Unit.MEASURE: (_extent,), Unit.VND: (_of_fund, _granted, _sum_itself, _sum_for, _set_aside)}.get(
        figure.quantity.unit, ()
    )
    named = next((name for read in readers if (name := read(sight, figure)) is not None), None)
    return (
        named or _of_those(sight, figure) or _held_by(sight, figure) or _given(sight, figure) or _listing(sight, figure)
    )


_EXTENT = Pattern(
    r"(?<!\p{L})(?<!(?:chiều|kéo|lâu) )(?P<size>dài|rộng|cao|sâu|dày|(?<=trên )diện tích)\s+(?:(?:hơn|khoảng|gần|trên|tới|chừng)\s*)*$"
)
_LONG_NAME = 6


def _extent(sight: Sight, figure: Figure) -> Span | None:
    """`cầu có chiều dài 254 m, rộng 12 m`: the adjective names what no noun does; so does `trên diện tích 14 ha`."""
    extent = _EXTENT.search(sight.folded, max(sight.start, sight.at - 24), sight.quantity.number.start)
    if extent is None or is_so_much_more(sight) or figure.indicator.start > extent.start():
        return None
    alone = not sight.folded[sight.start : extent.start()].strip(" ,và")
    long = len(figure.indicator.of(sight.folded).split()) > _LONG_NAME
    return Span(*extent.span("size")) if alone or long or is_size_of_work(sight) else None


_FUND = Pattern(
    r"\W*(?:(?:nguồn|các cấp|trong năm|đến nay),?\s+)*(?P<fund>quỹ\s+"
    r"(?:[^,;:\d\"]{0,20}\"[^\"]{3,60}\"|\p{L}+(?:\s(?!vận động|giải ngân|có|huy động|đã|được|thu|tiếp nhận|nhận|các cấp)\p{L}+){0,11})"
    r"(?:,? (?:và )?vì(?: (?!vận động|tiếp nhận|nhận)\p{L}+){2,6})?)"
    r"\s+(?:(?:các|\d) cấp\s+)?(?:(?:đã|hiện|được|có)\s+)*(?:vận động|giải ngân|huy động|thu|tiếp nhận|nhận|số dư)(?!\p{L})"
)
_FUND_DID = Pattern(r"(?:.*(?<!\p{L}))?(?:có )?(?:vận động|giải ngân|huy động|thu|tiếp nhận|nhận|số dư)(?: được)?")


def _of_fund(sight: Sight, figure: Figure) -> Span | None:
    """`quỹ "Vì người nghèo" vận động được 17,8 tỷ đồng`: the fund names what it raised, received, paid or holds."""
    named = figure.indicator
    if named.stop > sight.at:
        return None
    fund = _FUND.match(sight.folded, sight.segment, sight.at)
    if fund is None or named.start < fund.start("fund"):
        return None
    cut = _FUND_DID.fullmatch(named.of(sight.folded)) is not None or fund.start("fund") < named.start < fund.end("fund")
    return Span(*fund.span("fund")) if cut or named.stop <= fund.end("fund") else None


_PAID = Pattern(r"(?<!\p{L})được (?:hỗ trợ|hưởng|trợ cấp|thưởng|cấp)$")


def _granted(sight: Sight, figure: Figure) -> Span | None:
    """`học sinh … theo học tại các xã miền núi được hỗ trợ 30.000 đồng`: who is paid is no part of a long name."""
    name = figure.indicator.of(sight.folded)
    paid = _PAID.search(name) if len(name.split()) > _LONG_NAME else None
    return None if paid is None else Span(figure.indicator.start + paid.start(), figure.indicator.stop)


_SUM = Pattern(r"(?<!\p{L})(?P<name>(?:tổng )?số tiền)(?: (?:là|lên đến|lên tới|hơn|gần|trên|khoảng))*\s*$")


def _sum_itself(sight: Sight, figure: Figure) -> Span | None:
    """`giúp 90 công nhân nhận lại số tiền 2 tỷ đồng`: those a deed reached name no sum; the deed does, `xử phạt 90 cơ sở với số tiền …`."""
    prior = sight.prior
    if prior is None or figure.indicator != prior.indicator:
        return None
    name = prior.indicator
    things = prior.noun is not None and prior.noun.kind in (NounKind.THING, NounKind.EVENT)
    reached = prior.shape is Shape.DEED and name.start >= prior.quantity.span.start and not things
    if not reached and not subjects.begins_with_head(name.of(sight.folded)):
        return None
    told = _SUM.search(sight.folded, prior.stop, sight.quantity.number.start)
    return None if told is None else Span(*told.span("name"))


_SUM_FOR = Pattern(
    r"(?:^|[;:.,]\s*)\W*(?:(?:và|còn|riêng|tổng) )*(?P<name>(?:số tiền|kinh phí|khoản tiền|nguồn vốn|nguồn lực"
    r"|vốn)(?: \p{L}+){1,6} \d[\d.]* \p{L}[\p{L}, ]{2,60}?)"
    r"\s+(?:(?:đã|là|lên tới|lên đến|đạt|ước|hơn|trên|gần|khoảng)\s*)+$"
)


def _sum_for(sight: Sight, figure: Figure) -> Span | None:
    """`kinh phí giúp 30 tỉnh, thành gặp thiên tai lên tới 147 tỷ đồng`: a number of those it is for ends no name."""
    if figure.indicator.stop > sight.at or not 0 < sight.floor <= figure.indicator.start:
        return None
    match = _SUM_FOR.search(sight.folded, max(0, sight.segment - 1), sight.quantity.number.start)
    return None if match is None or match.start("name") > sight.floor else Span(*match.span("name"))


_SETS_ASIDE = Pattern(r"(?:đã |sẽ )?(?:chi|dành|bố trí|bỏ|bỏ ra|trích|phân bổ|cân đối)(?: (?:ra|thêm|ngân sách))*")
_TO_DO = Pattern(r"\s+(?:để|nhằm)\s+(?=\p{L})")
_WHERE = Pattern(r"\s(?:giữa|tại|ở|trên|cho|trước|từ)(?!\p{L})")


def _set_aside(sight: Sight, figure: Figure) -> Span | None:
    """`tỉnh bố trí 10 tỷ đồng để mở bến thuyền`: what is to be done with a sum, where only its spending is said before."""
    if _SETS_ASIDE.fullmatch(figure.indicator.of(sight.folded)) is None:
        return None
    purpose = _TO_DO.match(sight.folded, figure.quantity.span.stop)
    name = None if purpose is None else indicators.after(sight.folded, purpose.end(), predicate=True)
    where = None if name is None else _WHERE.search(sight.folded, name.start, name.stop)
    return name if name is None or where is None else Span(name.start, where.start())


_HAS = Pattern(r"(?<!\p{L})(?:có|chỉ)\s+(?:(?:đến|tới|hơn|gần|trên|khoảng|chừng)\s*)*$")
_HOLDS = Pattern(
    r"(?<!\p{L})(?:(?:vẫn|hiện|hiện nay|chỉ|mới|đã|cũng|nay) )*(?:còn|có)\s+(?:(?:đến|tới|hơn|gần|trên|khoảng|chừng|ít nhất)\s*)*$"
)
_HELD = frozenset({NounKind.PEOPLE, NounKind.UNIT, NounKind.PLACE, NounKind.CASE})
_OF_NUMBER = Pattern(r"\s*số\s+(?=\p{L})")


def _held_by(sight: Sight, figure: Figure) -> Span | None:
    """`xã vẫn còn 31% hộ nghèo`: who has them names nothing where the share says of whom it is."""
    if figure.quantity.unit is not Unit.PERCENT or figure.indicator.stop > sight.at:
        return None
    folded, stop = sight.folded, sight.quantity.span.stop
    if subjects.begins_with_head(figure.indicator.of(folded)) or _HOLDS.search(sight.left(40)) is None:
        return None
    number = _OF_NUMBER.match(folded, stop)
    noun = noun_at(folded, stop if number is None else number.end() - 1)
    if noun is None or noun.kind not in _HELD:
        return None
    return indicators.after(folded, noun.span.start, predicate=True)


_ARE = Pattern(r"\s*(?:số\s+)?(?:người\s+)?là\s+\"?(?=\p{L})")


def _of_those(sight: Sight, figure: Figure) -> Span | None:
    """`xã Nà Hỳ có đến 80% là đồng bào dân tộc`: what the share are, not where."""
    if (
        figure.quantity.unit is not Unit.PERCENT
        or figure.indicator.stop > sight.at
        or _HAS.search(sight.left(30)) is None
    ):
        return None
    are = _ARE.match(sight.folded, figure.quantity.span.stop)
    name = figure.indicator.of(sight.folded)
    if are is None or (subjects.begins_with_head(name) and not says_too_little(name)):
        return None
    return indicators.after(sight.folded, are.end(), predicate=True)


def _given(sight: Sight, figure: Figure) -> Span | None:
    """`hiến 1.850 m2 đất, đóng góp 760 triệu đồng làm đường`: the land given, and the sum by its deed, not by what it is for."""
    if figure.quantity.unit is Unit.MEASURE and figure.indicator.of(sight.folded) == "hiến":
        return indicators.after(sight.folded, figure.quantity.span.stop, predicate=False)
    before = figure.indicator.start < sight.at
    if figure.quantity.unit is not Unit.VND or (
        before and (sight.prior is None or figure.indicator != sight.prior.indicator)
    ):
        return None
    return verb_of_sum(sight.folded, sight.start, figure.quantity.number.start)


def _listing(sight: Sight, figure: Figure) -> Span | None:
    """`tỷ lệ cây sống ở hai bản Huổi Cáy, Nà Phầy đạt 60%`: a number in words before the comma ends no subject."""
    start = clause_start(sight.folded, sight.at)
    if not 0 < start < sight.at or sight.folded[start - 1] != "," or not 0 <= figure.indicator.start - start <= 2:
        return None
    floor = max((prior.stop for prior in sight.figures), default=0)
    return subjects.over_commas(sight.folded, floor, start, figure.indicator)


# --- counts ------------------------------------------------------------------------------------------------------------

_FOR = Pattern(r"\s+cho\s+(?:(?:hơn|trên|gần|khoảng|được|các)\s+)*$")
_WITH = Pattern(r",?\s+(?:với|thu hút)\s+(?:(?:sự tham gia của|hơn|trên|gần|khoảng|được)\s+)*$")
_HOLDS_EVENT = frozenset({"tổ chức", "phối hợp tổ chức", "mở"})
"""`tổ chức thi thợ giỏi với 90 công nhân`: those who came are named by what was held."""
_LIGHT_DEED = Pattern(
    r"(?:hỗ trợ|giúp|giúp đỡ|tổ chức|phối hợp tổ chức|trao|tặng|trao tặng|dành|tạo điều kiện|cấp|chi|chi trả"
    r"|cho vay)(?: (?:thêm|trực tiếp|mới|được|kịp thời))*"
)
_HAS_DONE = Pattern(r"(?<!\p{L})(?:đã|đang|sẽ|phải)\s+(?=\p{L})")
_REACHED = frozenset({NounKind.PEOPLE, NounKind.CASE})


def deed_for(sight: Sight, figure: Figure) -> Span | None:
    """`đào tạo nghề cho 3.200 lao động nông thôn`: what was done for them, where nothing else is counted or given."""
    noun = figure.noun
    if noun is None or noun.kind not in _REACHED or figure.indicator.start < noun.span.start:
        return None
    folded, start = sight.folded, clause_start(sight.folded, sight.at)
    held = sight.deed is not None and sight.deed.span.of(folded) in _HOLDS_EVENT
    near = max(start, sight.quantity.number.start - 24)
    stop = sight.quantity.number.start
    for_whom = _FOR.search(folded, near, stop) or (_WITH.search(folded, near, stop) if held else None)
    work = sight.deed is not None and sight.deed.naming == "work"
    if for_whom is None or (sight.floor > start and not (work or _have_done(sight))):
        return None
    done = _HAS_DONE.search(folded, start, for_whom.start())
    if sight.deed is not None and start <= sight.deed.span.start < for_whom.start():
        name = trimmed(folded, Span(sight.deed.span.start, for_whom.start()))
    elif done is not None:
        name = trimmed(folded, Span(done.end(), for_whom.start()))
    else:
        told = subjects.before(folded, start, for_whom.start())
        name = told if told is not None and settled(folded, told) == told else Span(start, start)
    words = name.of(folded)
    return name if len(words.split()) > 1 and _LIGHT_DEED.fullmatch(words) is None and "," not in words else None


def _have_done(sight: Sight) -> bool:
    """`40 doanh nghiệp hỗ trợ vé xe cho 900 công nhân`: those counted before did it; `4 lớp nhận thức cho 60 người` are held."""
    counted = sight.counted
    held = counted is None or counted.noun is None or counted.noun.kind is NounKind.EVENT
    return not held and sight.deed is not None and sight.deed.span.start >= sight.floor


_CRITERION = Pattern(
    r"(?:[^,;:]*[,;]\s*)?(?:về\s+(?P<name>\p{L}[^,;:\d]{2,40}),|(?P<name>(?:tiêu chí|tiêu chuẩn|chỉ tiêu)\s+[^,;:\d]{3,50}?))"
    r"\s+(?:(?:mới|cũng|đã|chỉ|hiện|có|được|vẫn) )*$"
)
_BARE_STATE = Pattern(r"\p{L}+(?: \p{L}+)?(?: (?:đạt|hoàn thành))(?: chuẩn)?")


def of_criterion(sight: Sight, figure: Figure) -> Span | None:
    """`tiêu chí giao thông mới có 12/20 xã đạt`: what so many units have reached stands before them."""
    if figure.quantity.total is None or _BARE_STATE.fullmatch(figure.indicator.of(sight.folded)) is None:
        return None
    match = _CRITERION.match(sight.folded, sight.segment, sight.at)
    return None if match is None else Span(*match.span("name"))


# --- classifiers -------------------------------------------------------------------------------------------------------

_HEADING = Pattern(r"(?:^|[;.+*-]|\s-\s)\s*(?P<name>\p{L}[^;:.\d+*]{2,60}?)\s*:\s*$")
_AFTER_HEADING = Pattern(r"\s*(?:hơn |gần |trên |khoảng |ước |có |còn |đạt |xảy ra |được )*")
_NO_HEADING = Pattern(
    r"(?<!\p{L})(?:chỉ tiêu|mục tiêu|kết quả|cụ thể|như sau|bao gồm|gồm|trong đó|đến nay|hiện nay|phấn đấu|báo cáo"
    r"|cho biết|nêu rõ)(?!\p{L})"
)
_CLASSIFIER_ENDS = Pattern(r"\s+(?:(?:vào |từ )?(?:đầu |cuối )?(?:năm|nhiệm kỳ|kỳ)|trước|hiện|nay|lên)(?!\p{L})")
_HAPPENED = frozenset({"xảy ra", "có", "còn", "đạt"})


@cache
def _counted_heads() -> dict[str, Pattern]:
    return {noun: Pattern(rf"(?:{heads})(?!\p{{L}})") for noun, heads in rows("classifiers.tsv", PACKAGE)}


def counted_before(sight: Sight, figure: Figure, noun: Span) -> Span | None:
    """`đàn bò sữa gần 40.000 con`, `tổng đàn lợn: 3.150 con`: what is counted stands before the number."""
    folded = sight.folded
    heads = _counted_heads().get(noun.of(folded))
    if heads is None or (ALONE.match(folded, noun.stop) or _CLASSIFIER_ENDS.match(folded, noun.stop)) is None:
        return None
    if figure.indicator.start < noun.start and figure.indicator.of(folded) not in _HAPPENED:
        return None
    end = subjects.subject_end(folded, sight.start, sight.at)
    if sight.deed is not None and sight.start < sight.deed.span.start < end:
        end = sight.deed.span.start
    name = subjects.before(folded, sight.start, end) or _heading(folded, sight.segment, sight.at)
    if name is not None:
        return name if heads.match(name.of(folded)) and len(name.of(folded).split()) <= MOST_WORDS else None
    prior = sight.prior
    if prior is None or prior.noun is not None or prior.quantity.span.start < sight.segment:
        return None
    return prior.indicator if heads.match(prior.indicator.of(folded)) else None


def _heading(folded: str, segment: int, at: int) -> Span | None:
    """The words before the colon that the number stands right behind."""
    if _AFTER_HEADING.fullmatch(folded, segment, at) is None:
        return None
    match = _HEADING.search(folded, 0, segment)
    if match is None or _NO_HEADING.search(match["name"]) is not None:
        return None
    return Span(*match.span("name"))
