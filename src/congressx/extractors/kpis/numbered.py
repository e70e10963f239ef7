"""Counts named by what stands before them: `12/18 xã đạt chuẩn`, `số hồ sơ tiếp nhận là 1.200`, and those that go on from such."""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.changes import base_of, count_change
from congressx.extractors.kpis.clauses import clause_stop
from congressx.extractors.kpis.deeds import state_after
from congressx.extractors.kpis.figure import EXCLUDED, Figure, Shape, Sight
from congressx.extractors.kpis.measuring import TURNOUT
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.outside import reasons_within
from congressx.extractors.kpis.ratings import names_rating, rating_label
from congressx.extractors.kpis.record import Base, Change
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.honorifics import ADDRESS
from congressx.vietnamese.numerals import MAGNITUDE, read_digits
from congressx.vietnamese.quantities import Quantity, SlashKind, Unit

# --- so many of so many -------------------------------------------------------------------------------------------------

_SHARES = frozenset({SlashKind.ACHIEVED, SlashKind.UNITS, SlashKind.STUDY, None})


_TURNOUT = Pattern(rf"\s+(?:{TURNOUT.pattern})")
_ORDINAL = Pattern(r"(?<!\p{L})thứ\s+$")
"""`đơn vị thứ 7 trong tổng số 42`."""


_PERSONS_RATED = Pattern(
    r"(?:cán bộ|giáo viên|giảng viên|đảng viên|hội viên|đoàn viên|học sinh|công chức|viên chức|số)(?!\p{L})"
    r".*(?<!\p{L})(?:chuẩn|hoàn thành|đạt|giỏi|xuất sắc|trình độ|tham gia)(?!\p{L})"
)


_DEED_OF_PERSONS = Pattern(
    r"(?<!\p{L})(?P<deed>giao quân|tuyển quân|khám tuyển|tốt nghiệp(?: (?:thcs|thpt|tiểu học|trung học(?: \p{L}+){1,2}))?)"
    r"(?:\s*:|\s+(?:đạt|được|là))*\s*$"
)


def _persons_before(sight: Sight) -> Span | None:
    """`giáo viên trên chuẩn 27/31 người`, `giao quân 9/9 thanh niên`: who they are, or what they did, stands before the share."""
    done = _DEED_OF_PERSONS.search(sight.folded, 0, sight.at)
    if done is not None:
        return Span(*done.span("deed"))
    label = rating_label(sight)
    if label is not None:
        return label
    name = sight.subject
    return None if name is None or _PERSONS_RATED.match(name.of(sight.folded)) is None else name


_MEMBERS_OF_BODIES = Pattern(
    r"\s+(?:(?:đảng |chi )?ủy viên|đại biểu|thành viên|chức danh|ứng viên|ứng cử viên)(?!\p{L})"
)
_BODIES = Pattern(r"\s+(?:chi ủy|đảng ủy|cấp ủy|ban chấp hành|bch)(?!\p{L})")
_CAME = Pattern(r"(?<!\p{L})(?:(?:đến|về|tham|tới) dự|dự (?:có|đại hội|hội nghị)|có mặt|về phía)(?!\p{L})")


def _is_of_body(sight: Sight) -> bool:
    """`172 trong số 175 ủy viên`, `đến dự … 8/8 chi ủy`: who came, or sits in a body."""
    stop = sight.quantity.span.stop
    if sight.quantity.slash is None and _MEMBERS_OF_BODIES.match(sight.folded, stop):
        return True
    return _BODIES.match(sight.folded, stop) is not None and _CAME.search(sight.folded, 0, sight.at) is not None


_HANDED_DOWN = Pattern(r"(?<!\p{L})(?:theo|của|do|tại|trên)\s")


def _reasons_of_share(sight: Sight) -> frozenset[str]:
    """A body behind `theo …`, which handed down what was done, is none that the units sit in."""
    stop = sight.quantity.span.stop
    down = _HANDED_DOWN.search(sight.folded, stop, sight.stop) if sight.quantity.slash is SlashKind.UNITS else None
    return sight.reasons if down is None else reasons_within(sight.folded, sight.start, down.start())


def read_share(sight: Sight) -> Figure | None:
    """`15/16 chỉ tiêu`, `66/112 thôn`: what a vote or attendance is not."""
    quantity, folded = sight.quantity, sight.folded
    turnout = _TURNOUT.match(folded, quantity.span.stop) is not None
    if _ORDINAL.search(sight.left(8)) or _is_of_body(sight):
        return None
    barred = {"attendance", "committee"} if turnout else {"votes", "attendance", "committee"}
    if _reasons_of_share(sight) & barred:
        return None
    persons = quantity.slash is SlashKind.PERSONS and state_after(folded, quantity.span.stop, sight.stop) is not None
    before = _persons_before(sight) if quantity.slash is SlashKind.PERSONS and not persons else None
    if before is not None:
        return Figure(quantity, Shape.ACHIEVED, before, noun=sight.noun)
    if quantity.slash not in _SHARES and not persons and not turnout:
        return None
    indicator = _work_on_cases(sight) or indicators.after(folded, quantity.span.stop, predicate=True)
    indicator = indicator or subjects.before_clause(folded, sight.segment, sight.at)
    if indicator is None or (sight.noun is None and _PERSON.match(indicator.of(folded))):
        return None
    return Figure(quantity, Shape.ACHIEVED, indicator, noun=sight.noun)


def _work_on_cases(sight: Sight) -> Span | None:
    """`hòa giải thành 64/71 vụ việc`: the work names its share of the cases, as it names their count."""
    deed, noun = sight.deed, sight.noun
    if deed is None or noun is None or noun.kind is not NounKind.CASE or not noun.bare:
        return None
    return deed.span if deed.direct and deed.naming == "work" else None


_PERSON = Pattern(rf"(?:(?:các |với )?(?:{ADDRESS})(?!\p{{L}}))")
"""`ông An 45/50 (90%)` tells of ballots."""


# --- counts whose subject is a number -----------------------------------------------------------------------------------

_NUMBER_OF = Pattern(
    r"(?:tổng )?số(?: lượng)?(?= \p{L})|(?:quy mô )?dân số|lượng(?= \p{L})"
    r"|lượt(?! (?:xem|truy|tải|đọc|thích|chia|like|view)(?!\p{L}))(?= \p{L})|quy mô (?:đào tạo|tuyển sinh|giường bệnh)"
)
_NO_NUMBER_OF = Pattern(
    r"(?<!\p{L})(?:phiếu|đại biểu|ứng viên|ứng cử|trúng cử|tái cử|đảng viên|hội viên|đoàn viên|ủy viên|cử tri|nhân sự|dư|tuổi|thứ"
    r"|điện thoại|nhà|chức danh|giới thiệu|phó|chủ tịch|lãnh đạo|bí thư|cấp phó|người giữ)(?!\p{L})"
)
_DISCIPLINED = Pattern(r"(?<!\p{L})bị(?: \p{L}+){0,2} (?:kỷ luật|kỉ luật|xử lý)(?!\p{L})")
"""How the number of members disciplined moved is no membership."""
_GAINED = Pattern(
    r"số (?:đảng viên|đoàn viên|hội viên)(?:(?: mới)? (?:cần |sẽ |được )?(?:kết nạp|phát triển)(?!\p{L})| mới$| tăng thêm$)"
)
"""How many members are to be gained; those gained are memberships."""
_NUMBER_ENDS = Pattern(r"\s*(?:$|[,.;()]|(?:và|trong khi|nhưng|còn|chiếm|bằng|tăng|giảm|so với|gồm|trong đó)(?!\p{L}))")
_OUT_OF = Pattern(r"\s+(?:trên|trong)\s+(?:tổng\s+)?(?:số|chỉ tiêu)\s+(?:là\s+)?(?P<total>\d+(?:\.\d{3})*)")
_LONGEST_SUBJECT = 30


def read_numbered(sight: Sight) -> Figure | None:
    """A count whose subject is a number: `số hồ sơ tiếp nhận là 1.200`, `dân số hơn 3 triệu`."""
    end = subjects.subject_end(sight.folded, sight.start, sight.at)
    subject = subjects.before(sight.folded, sight.start, end)
    change = count_change(sight.folded, end, sight.at)
    if sight.reasons & EXCLUDED:
        return None
    if subject is None or not _counts_something(subject.of(sight.folded), change):
        return _moved_alone(sight, change)
    if sight.noun is None and _NUMBER_ENDS.match(sight.folded, sight.quantity.span.stop) is None:
        return None
    if sight.noun is not None and sight.noun.kind is NounKind.NEVER and not _is_named(sight, sight.noun, subject):
        return None
    base = base_behind(sight, change)
    shape = Shape.STOCK if change is Change.LEVEL else Shape.CHANGE
    return out_of_total(sight, Figure(sight.quantity, shape, subject, change, base, noun=sight.noun))


_YEAR_BY_YEAR = Pattern(
    r"\s*(?:(?:đến|sang|riêng|và)\s+)?năm \d{4}\s+(?:(?:là|có|còn|đạt|chỉ|mới|đã|tăng|giảm|lên|xuống|gần|hơn|khoảng|trên)\s+)*"
)


def read_year_by_year(sight: Sight) -> Figure | None:
    """`số hộ nghèo giảm nhanh, năm 2015 còn 3.200, năm 2018 còn 1.150`: the clause before says of what."""
    if _YEAR_BY_YEAR.fullmatch(sight.folded, sight.start, sight.at) is None or sight.reasons & EXCLUDED:
        return None
    if _NUMBER_ENDS.match(sight.folded, sight.quantity.span.stop) is None:
        return None
    prior = sight.prior
    if prior is not None and prior.quantity.unit is Unit.COUNT and prior.noun is None:
        return Figure(sight.quantity, Shape.STOCK, prior.indicator)
    name = subjects.before_clause(sight.folded, 0, sight.start)
    if name is None or not _counts_something(name.of(sight.folded), Change.LEVEL):
        return None
    return Figure(sight.quantity, Shape.STOCK, name)


SINCE = Pattern(r"[^,;]{0,40}(?<!\p{L})so (?:với(?!\p{L})|(?=(?:cùng|năm|đầu|nhiệm|kế|kh)(?!\p{L})))")
"""What a change is compared with, behind its count."""
_CLOSED = Pattern(r"\s*\)")
_ALONE = Pattern(r"[\s,(]*(?:đã\s+)?(?:tăng|giảm)(?:\s+(?:thêm|được|đi))?\s*(?:hơn|gần|trên|khoảng)?\s*")


def _moved_alone(sight: Sight, change: Change) -> Figure | None:
    """`tiếp 210 lượt công dân, tăng 35 so với cùng kỳ`: the count before says of what."""
    prior = sight.prior
    if change is Change.LEVEL or sight.noun is not None or prior is None or prior.change is not Change.LEVEL:
        return None
    quantity = _in_unit_of(prior.quantity, sight)
    if quantity is None:
        return None
    named = (
        prior.noun is not None and prior.indicator.start == prior.noun.span.start and prior.indicator.stop <= sight.at
    )
    gap = _ALONE.fullmatch(sight.folded, max(prior.stop, prior.indicator.stop if named else 0), sight.at)
    if gap is None:
        return None
    stop = sight.quantity.span.stop
    if not SINCE.match(sight.folded, stop) and not ("(" in gap.group() and _CLOSED.match(sight.folded, stop)):
        return None
    return Figure(quantity, Shape.CHANGE, prior.indicator, change, base_behind(sight, change))


_MAGNITUDE = Pattern(MAGNITUDE)


def _in_unit_of(before: Quantity, sight: Sight) -> Quantity | None:
    """`41,5 triệu đồng/người, tăng 3,7 triệu so với năm 2017`: what is said in millions is of the sum before."""
    quantity = sight.quantity
    if before.unit is quantity.unit:
        return quantity
    if before.unit is not Unit.VND or _MAGNITUDE.search(quantity.span.of(sight.folded)) is None:
        return None
    return replace(quantity, unit=before.unit, unit_text=before.unit_text, unit_span=before.unit_span)


def _is_named(sight: Sight, noun: Noun, subject: Span) -> bool:
    """`số văn bản ban hành là 45 văn bản`: the subject says the noun, so it is what is counted."""
    return f" {noun.span.of(sight.folded)} " in f" {subject.of(sight.folded)} "


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
    told = disciplined or names_rating(subject) or _GAINED.search(subject) is not None
    if _NO_NUMBER_OF.search(subject) is not None and not told:
        return False
    return len(subject.split()) <= _LONGEST_SUBJECT


def out_of_total(sight: Sight, figure: Figure) -> Figure:
    """`17.586 vụ việc trên tổng số 28.843`: the total belongs to the figure."""
    named = figure.noun is not None and figure.indicator.start == figure.noun.span.start
    match = (
        None
        if sight.noun is None
        else _OUT_OF.match(sight.folded, max(sight.noun.span.stop, figure.indicator.stop if named else 0))
    )
    total = None if match is None else read_digits(match["total"])
    if not isinstance(total, int) or not figure.quantity.value <= total:
        return figure
    return replace(figure, quantity=replace(figure.quantity, total=total))


def base_behind(sight: Sight, change: Change) -> Base | None:
    """What a count that moved is measured against, by the rest of its clause."""
    if change is Change.LEVEL:
        return None
    if sight.noun is None:
        behind = sight.folded[sight.quantity.span.stop : sight.stop]
    else:
        behind = sight.folded[sight.noun.span.stop : clause_stop(sight.folded, sight.noun.span.stop)]
    return base_of(change, sight.folded[sight.start : sight.at], behind)
