"""Counts that measure something: `xây dựng 15 nhà văn hóa`, `12/18 xã đạt chuẩn`, `số hồ sơ tiếp nhận là 1.200`."""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.changes import base_of, count_change
from congressx.extractors.kpis.clauses import clause_stop
from congressx.extractors.kpis.crowds import phrase_of, read_crowd
from congressx.extractors.kpis.deeds import Deed, deed_phrase, has_object, is_ordered, state_after
from congressx.extractors.kpis.figure import EXCLUDED, Figure, Shape, Sight, plain_figure
from congressx.extractors.kpis.measuring import PERCENT, TURNOUT
from congressx.extractors.kpis.moves import read_moved
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.outside import reasons_within
from congressx.extractors.kpis.parts import read_going_on
from congressx.extractors.kpis.record import Base, Change
from congressx.extractors.kpis.stocks import MANY, TOO_BROAD, read_part, read_stock, read_told
from congressx.extractors.kpis.wholes import is_of_whole, read_befallen, read_whole
from congressx.extractors.kpis.wordlists import stands
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.numerals import read_digits
from congressx.vietnamese.quantities import SlashKind

# --- so many of so many -------------------------------------------------------------------------------------------------

_SHARES = frozenset({SlashKind.ACHIEVED, SlashKind.UNITS, SlashKind.STUDY, None})


def read_share(sight: Sight) -> Figure | None:
    """`15/16 chỉ tiêu`, `66/112 thôn`: what a vote or attendance is not."""
    if sight.reasons & {"votes", "attendance", "committee"}:
        return None
    quantity, folded = sight.quantity, sight.folded
    persons = quantity.slash is SlashKind.PERSONS and state_after(folded, quantity.span.stop, sight.stop) is not None
    if quantity.slash not in _SHARES and not persons:
        return None
    indicator = indicators.after(folded, quantity.span.stop, predicate=True)
    indicator = indicator or subjects.before_clause(folded, sight.segment, sight.at)
    return None if indicator is None else Figure(quantity, Shape.ACHIEVED, indicator, noun=sight.noun)


# --- counts whose subject is a number -----------------------------------------------------------------------------------

_NUMBER_OF = Pattern(r"(?:tổng )?số(?: lượng)?(?= \p{L})|(?:quy mô )?dân số|lượng(?= \p{L})")
_NO_NUMBER_OF = Pattern(
    r"(?<!\p{L})(?:phiếu|đại biểu|ứng viên|ứng cử|trúng cử|tái cử|đảng viên|hội viên|đoàn viên|ủy viên|cử tri|nhân sự|dư|tuổi|thứ"
    r"|điện thoại|nhà|chức danh|giới thiệu|phó|chủ tịch|lãnh đạo|bí thư|cấp phó|người giữ)(?!\p{L})"
)
_DISCIPLINED = Pattern(r"(?<!\p{L})bị(?: \p{L}+){0,2} (?:kỷ luật|kỉ luật|xử lý)(?!\p{L})")
"""How the number of members disciplined moved is no membership."""
_NUMBER_ENDS = Pattern(r"\s*(?:$|[,.;()]|(?:và|trong khi|nhưng|còn|chiếm|bằng|tăng|giảm|so với|gồm|trong đó)(?!\p{L}))")
_OUT_OF = Pattern(r"\s+(?:trên|trong)\s+(?:tổng\s+)?số\s+(?P<total>\d+(?:\.\d{3})*)")
_LONGEST_SUBJECT = 30


def read_numbered(sight: Sight) -> Figure | None:
    """A count whose subject is a number: `số hồ sơ tiếp nhận là 1.200`, `dân số hơn 3 triệu`."""
    end = subjects.subject_end(sight.folded, sight.start, sight.at)
    subject = subjects.before(sight.folded, sight.start, end)
    change = count_change(sight.folded, end, sight.at)
    if subject is None or sight.reasons & EXCLUDED or not _counts_something(subject.of(sight.folded), change):
        return None
    if sight.noun is None and _NUMBER_ENDS.match(sight.folded, sight.quantity.span.stop) is None:
        return None
    if sight.noun is not None and sight.noun.kind is NounKind.NEVER:
        return None
    base = _base(sight, change)
    shape = Shape.STOCK if change is Change.LEVEL else Shape.CHANGE
    return _out_of_total(sight, Figure(sight.quantity, shape, subject, change, base, noun=sight.noun))


_NUMBER_ALONE = Pattern(r"(?:tổng )?số(?: lượng)?(?: tối đa| tối thiểu| này)?")
_NUMBER_OF_PLACES = Pattern(
    r"(?:tổng )?số (?:quận|huyện|xã|phường|thị trấn|tỉnh|thành phố|đơn vị hành chính)(?: của .*)?"
)


def _counts_something(subject: str, change: Change) -> bool:
    if _NUMBER_OF_PLACES.fullmatch(subject) or _NUMBER_ALONE.fullmatch(subject):
        return False
    if _NUMBER_OF.match(subject) is None:
        return False
    disciplined = change is not Change.LEVEL and _DISCIPLINED.search(subject) is not None
    if _NO_NUMBER_OF.search(subject) is not None and not disciplined:
        return False
    return len(subject.split()) <= _LONGEST_SUBJECT


def _out_of_total(sight: Sight, figure: Figure) -> Figure:
    """`17.586 vụ việc trên tổng số 28.843`: the total belongs to the figure."""
    match = None if sight.noun is None else _OUT_OF.match(sight.folded, sight.noun.span.stop)
    total = None if match is None else read_digits(match["total"])
    if not isinstance(total, int) or not figure.quantity.value <= total:
        return figure
    return replace(figure, quantity=replace(figure.quantity, total=total))


def _base(sight: Sight, change: Change) -> Base | None:
    if change is Change.LEVEL:
        return None
    stop = sight.stop if sight.noun is None else clause_stop(sight.folded, sight.noun.span.stop)
    return base_of(sight.folded[sight.start : sight.at], sight.folded[sight.quantity.span.stop : stop])


# --- counted nouns ------------------------------------------------------------------------------------------------------


def read_count(sight: Sight, noun: Noun) -> Figure | None:
    """The figure of a count, by what was done with what is counted, by its state, by a list, by a stock."""
    if noun.span.of(sight.folded) == "cử tri":
        return _turnout(sight, noun)
    if is_no_deed(sight, noun) or _is_excluded(sight, noun):
        return None
    if noun.kind is NounKind.NEVER:
        return _accused(sight, noun) or read_crowd(sight, noun)
    change = count_change(sight.folded, sight.start, sight.at)
    if change is not Change.LEVEL:
        return _changed(sight, noun, change)
    going_on = read_going_on(sight, noun)
    figure = going_on if going_on is not None or noun.kind is NounKind.POST else _read_plain(sight, noun)
    return None if figure is None else _one_more(sight, _with_passive(sight, noun, figure))


_GIVEN = Pattern(r"\s+được\s+(?:công nhận|trao|cấp|xét|phê duyệt|vay|hưởng|đào tạo|tặng|giao)(?!\p{L})")


def _with_passive(sight: Sight, noun: Noun, figure: Figure) -> Figure:
    """`15 xã được công nhận đạt chuẩn`: what the counted were given belongs to the name."""
    if figure.indicator != noun.span or _GIVEN.match(sight.folded, noun.span.stop) is None:
        return figure
    phrase = indicators.after(sight.folded, noun.span.start, predicate=True)
    return figure if phrase is None else replace(figure, indicator=phrase)


_ONE_MORE = Pattern(r"(?<!\p{L})(?:sẽ có|có|cuối năm(?: \d{4})?) thêm\s*(?:hơn|gần|trên|khoảng|được)?\s*$")


def _one_more(sight: Sight, figure: Figure) -> Figure:
    """`sẽ có thêm 11 chợ`: so many more."""
    if figure.change is not Change.LEVEL or _ONE_MORE.search(sight.left(40)) is None:
        return figure
    return replace(figure, change=Change.UP, base=_base(sight, Change.UP))


def _turnout(sight: Sight, noun: Noun) -> Figure | None:
    return plain_figure(sight, noun, Shape.STATE) if TURNOUT.match(sight.folded, noun.span.start) else None


def _read_plain(sight: Sight, noun: Noun) -> Figure | None:
    """What the first reader that knows the count makes of it."""
    return next((figure for read in _READERS if (figure := read(sight, noun)) is not None), None)


def _is_excluded(sight: Sight, noun: Noun) -> bool:
    deed = sight.deed or (sight.prior.deed if sight.prior is not None else None)
    acts = deed is not None and "committee" not in reasons_within(sight.folded, deed.span.start, sight.stop)
    # ban thường vụ đã giám sát 40 đảng viên: a committee that acts is not counted
    reasons = sight.reasons - {"committee"} if acts or noun.kind is not NounKind.PEOPLE else sight.reasons
    return bool(reasons & EXCLUDED)


_SAID_BEFORE = Pattern(r"(?:\s+\p{L}+){0,4}?\s+(?:nêu trên|nói trên|kể trên|vừa nêu|trên đây)(?!\p{L})")
_MIGHT = Pattern(r"(?<!\p{L})(?:có thể|hãy|thử|giả sử|chẳng hạn|ví dụ)\s+(?:\p{L}+\s+){0,3}$")
_ASKS = Pattern(
    r"(?<!\p{L})(?:yêu cầu|đề nghị|cần|phải|sẽ|để)\s+(?:\p{L}+\s+){0,4}?làm rõ(?!\p{L})|(?<!\p{L})(?:tái )?chất vấn(?!\p{L})"
    r"|(?<!\p{L})(?:tại sao|vì sao)(?!\p{L})"
)
"""What a councillor asks about is no result: `yêu cầu làm rõ việc quản lý 40 biệt thự`."""
_BOUGHT = Pattern(
    r"\W*(?:ông|bà|anh|chị)\s[^,;]{2,40}?\s(?:mua|bán|mở(?! rộng)|ký|xây(?! dựng)|sở hữu|vay|thuê|chuyển nhượng|nhận|tặng)(?!\p{L})"
)


def is_no_deed(sight: Sight, noun: Noun) -> bool:
    """What was counted before, what might be, what one person did for himself, and an organisation's size."""
    folded = sight.folded
    if _MEMBERS.match(folded, noun.span.stop):  # 70 chi bộ với 4.300 đảng viên
        return True
    if _SAID_BEFORE.match(folded, noun.span.stop) or _MIGHT.search(folded, sight.start, sight.at):
        return True
    if _ASKS.search(folded, sight.start, sight.at):
        return True
    return _BOUGHT.match(folded, sight.start, sight.at) is not None


_MEMBERS = Pattern(r"\s+(?:với|có|gồm)\s+(?:hơn\s+|gần\s+|trên\s+)?[\d.]+\s+(?:đảng viên|hội viên|đoàn viên)")


def _changed(sight: Sight, noun: Noun, change: Change) -> Figure | None:
    """`giảm 7 đầu mối`; `xảy ra 149 vụ phạm pháp, tăng 18 vụ`."""
    indicator = indicators.after(sight.folded, noun.span.start, predicate=False)
    prior = sight.prior
    if prior is not None and prior.noun is not None and _moves_it(sight, prior.noun, noun):
        indicator = prior.indicator
    elif noun.kind in (NounKind.OTHER, NounKind.OPEN, NounKind.CASE):
        return None
    elif noun.bare and indicator is not None and indicator.stop <= noun.span.stop and not is_of_whole(sight, noun):
        return None  # (tăng 2 người so với nhiệm kỳ trước): nobody says of what
    if indicator is None:
        return None
    figure = Figure(sight.quantity, Shape.CHANGE, indicator, change, _base(sight, change), noun=noun)
    return _with_passive(sight, noun, figure)


_MOVED_SINCE = Pattern(r"[\s,(]*(?:đã\s+)?(?:tăng|giảm)(?!\p{L})")
_SINCE = Pattern(r"[^,;]{0,40}(?<!\p{L})so với(?!\p{L})")


def _moves_it(sight: Sight, one: Noun, other: Noun) -> bool:
    """Whether the count of `one` moved by that of `other`: `thụ lý 310 vụ việc, giảm 14 vụ so với …`."""
    folded = sight.folded
    if one.span.of(folded) == other.span.of(folded) or one.kind is other.kind is NounKind.CASE:
        return True
    return (
        _MOVED_SINCE.match(folded, sight.start, sight.at) is not None
        and _SINCE.match(folded, other.span.stop) is not None
    )


# --- deeds and lists ----------------------------------------------------------------------------------------------------


def _done(sight: Sight, noun: Noun) -> Figure | None:
    """`hỗ trợ 120 hộ nghèo`."""
    deed = sight.deed
    if deed is None or not (deed.suits(noun) or _is_many(sight, noun, deed)):
        return None
    if noun.kind is NounKind.OUTPUT and is_ordered(sight.folded, deed):
        return None
    return named_by(sight, noun, deed, Shape.DEED)


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
        return None
    if prior.shape is not Shape.LIKELY and not (_joins(sight, noun, prior) or _joins_stock(noun, prior)):
        return None
    if _TIGHT.fullmatch(sight.folded[prior.noun.span.stop : sight.at]) is None:
        return None
    figure = named_by(sight, noun, prior.deed, Shape.LISTED)
    if figure is None or prior.shape is not Shape.LIKELY:
        return figure
    return replace(figure, change=prior.change, base=prior.base)  # giảm 17 vụ, 62 phòng


_ACCUSED = frozenset({"bị can", "bị cáo"})


def _accused(sight: Sight, noun: Noun) -> Figure | None:
    """`xét xử 36 vụ, 80 bị cáo`: counted with their cases only."""
    prior = sight.prior
    if noun.span.of(sight.folded) not in _ACCUSED or prior is None or prior.noun is None:
        return None
    return _tightly_listed(sight, noun) if prior.noun.kind is NounKind.CASE else None


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
    if deed is None or not noun.bare or (deed.naming == "broad" and (deed.direct or shape is Shape.LISTED)):
        indicator = phrase
    elif alone and shape is Shape.LISTED:
        indicator = deed.span
    elif alone or deed.naming == "work" or has_object(deed):
        indicator = deed_phrase(sight.folded, deed, sight.at)
    else:
        indicator = phrase
    return Figure(sight.quantity, shape, indicator, noun=noun, deed=deed)


_SAME_AGAIN = Pattern(r"[^()%\d]{2,60}\(\s*(?:tương đương|khoảng)?\s*")


def _repeated(sight: Sight, noun: Noun) -> Figure | None:
    """`0,48% hồ sơ trễ hạn (hơn 68.000 hồ sơ)`: the count in brackets is the share again."""
    prior = sight.prior
    if prior is None or prior.quantity.unit not in PERCENT:
        return None
    if _SAME_AGAIN.fullmatch(sight.folded[prior.quantity.span.stop : sight.at]) is None:
        return None
    return Figure(sight.quantity, Shape.LISTED, prior.indicator, prior.change, prior.base, noun=noun)


# --- states -------------------------------------------------------------------------------------------------------------

_MET = Pattern(r"(?<!\p{L})(?:đạt|vượt|hoàn thành)(?:\s+(?:và\s+)?(?:vượt|đạt))?(?:\s+(?:toàn bộ|cả|tất cả|được))*\s*$")
_PLACED = Pattern(r"(?<!\p{L})(?:thuộc|của|ở|tại|trong|trên|qua)\s*(?:hơn|gần|khoảng)?\s*$")
_CASE_STATE = Pattern(
    r"(?:\s+\p{L}+){0,3}\s+(?:đã|chưa|được|đúng hạn|quá hạn|trễ hạn|tồn đọng|vi phạm|khai thác|không có)(?!\p{L})"
)
_CAME = Pattern(r"(?<!\p{L})(?:tham )?dự(?!\p{L})")
_OF_PLACES = Pattern(r"\s+(?:thuộc|của|ở|tại)(?!\p{L})")
_BRACKET = Pattern(r"\s*\([^()]*\)")
_LONGEST_STATE = 110
_NEAR_DEED = 12


def _met(sight: Sight, noun: Noun) -> Figure | None:
    """`đạt và vượt toàn bộ 12 chỉ tiêu`."""
    return (
        plain_figure(sight, noun, Shape.STATE) if noun.kind is NounKind.ITEM and _MET.search(sight.left(40)) else None
    )


def _stated_first(sight: Sight, noun: Noun) -> Figure | None:
    """Places reach a state rather than have something done to them: `có thêm 2 xã đạt chuẩn`."""
    if noun.kind is not NounKind.PLACE or (sight.deed is not None and len(sight.deed.via) <= _NEAR_DEED):
        return None
    return _stated(sight, noun)


def _stated(sight: Sight, noun: Noun) -> Figure | None:
    """`12 xã đạt chuẩn`, `31.000 bạn trẻ được vay vốn`."""
    if noun.kind in (NounKind.OTHER, NounKind.OPEN, NounKind.OUTPUT) or _PLACED.search(sight.left(12)):
        return None
    if noun.kind is NounKind.CASE:
        return plain_figure(sight, noun, Shape.STATE) if _CASE_STATE.match(sight.folded, noun.span.stop) else None
    stop = _state_stop(sight.folded, noun.span.stop)
    if noun.span.of(sight.folded).startswith("lượt") and _CAME.search(sight.folded, noun.span.stop, stop):
        return plain_figure(sight, noun, Shape.STATE)
    state = state_after(sight.folded, noun.span.stop, stop)
    if state is None:
        return None
    if noun.kind is NounKind.PLACE and _OF_PLACES.match(sight.folded, noun.span.stop):
        return Figure(sight.quantity, Shape.STATE, Span(state.start, _phrase_stop(sight.folded, state)), noun=noun)
    return plain_figure(sight, noun, Shape.STATE)


def _state_stop(folded: str, start: int) -> int:
    """How far the state of a count may stand: to the end of the clause, over brackets."""
    stop = min(clause_stop(folded, start), start + _LONGEST_STATE)
    bracket = _BRACKET.match(folded, stop)
    return stop if bracket is None else clause_stop(folded, bracket.end())


def _phrase_stop(folded: str, state: Span) -> int:
    phrase = indicators.after(folded, state.start, predicate=True)
    return state.stop if phrase is None else phrase.stop


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
    if _BY_ONE.match(sight.folded, sight.start, sight.at) or _PLACED.search(sight.left(12)):
        return None
    if not (stands("report_words.txt", sight.folded) or _IN_TIME.search(sight.folded)):
        return None
    if stands("crowd_stops.txt", sight.folded, sight.segment, sight.stop) or sight.reasons & _OUTSIDE_REPORTS:
        return None
    return plain_figure(sight, noun, Shape.DEED)


_READERS = (
    _tightly_listed, _repeated, read_moved, _met, _stated_first, _done, _stated, _listed,
    read_stock, read_part, read_crowd, _reported, read_whole, read_befallen, read_told,
)  # fmt: skip
"""In the order in which they are asked."""
