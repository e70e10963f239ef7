"""Counts without a deed: what there is (`còn 120 hộ nghèo`) and what it is made up of."""

from __future__ import annotations

from congressx.extractors.kpis import subjects
from congressx.extractors.kpis.clauses import clause_start
from congressx.extractors.kpis.figure import Figure, Shape, Sight, plain_figure
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.wordlists import stands
from congressx.patterns import Pattern

MANY = 10
"""From here on a count may be one of achievements whatever is counted."""

_HELD = Pattern(r"(?<!\p{L})(?:có|được|với)\s*(?:trên|hơn|gần|khoảng)?\s*$")
_PRIZE = Pattern(r"giải(?! pháp)(?!\p{L})")
_WON = Pattern(r"(?<!\p{L})(?:đạt|đoạt|giành)(?: được)?\s*(?:trên|hơn|gần|khoảng)?\s*$")
"""`học sinh đạt 32 giải cấp tỉnh`."""
_EXISTS = Pattern(r"(?<!\p{L})(?<!mới chỉ )có(?: tới| đến| thêm| tổng cộng)?\s*(?:trên|hơn|gần|khoảng)?\s*$")
_DAILY = Pattern(r"(?<!\p{L})mỗi (?:ngày|tuần|tháng|năm)(?: \p{L}+){0,3} có\s*(?:trên|hơn|gần|khoảng)?\s*$")
_THERE_ARE = Pattern(
    r"(?<!\p{L})(?:hiện|vẫn|toàn (?:tỉnh|thành|huyện|quận|xã|ngành)|thành phố|tp|tỉnh|huyện|quận|cả nước|địa bàn|địa phương)(?!\p{L})"
    r"[^,;:()]{0,30}(?<!\p{L})có(?: tới| đến)?\s*(?:trên|hơn|gần|khoảng)?\s*$"
)
_CONDITIONS = frozenset({NounKind.THING, NounKind.PEOPLE, NounKind.CASE})
_TERRITORY = Pattern(
    r"(?:hộ|lượt|lao động|người lao động|học sinh|sinh viên|gia đình|dân|khách|du khách)(?!\p{L})(?! viên| bộ)"
)
"""Persons who make up a territory, not an organisation."""
_EXISTING = frozenset({NounKind.THING, NounKind.CASE, NounKind.OPEN})
_RAISABLE = frozenset({NounKind.THING, NounKind.UNIT, NounKind.PLACE, NounKind.PEOPLE, NounKind.EVENT})
_RAISED = Pattern(
    r"(?<!\p{L})(?:nâng|đưa)(?: tổng)? số(?: \p{L}+){0,6}? lên(?: tới| đến| thành)?\s*(?:hơn|gần|trên|khoảng|con số)?\s*$"
)
"""`nâng tổng số lên 56 sản phẩm`."""
_LEFT = Pattern(r"(?<!\p{L})(?P<word>còn|chỉ còn|vẫn còn|hiện còn|thu hút|đạt)\s*(?:trên|hơn|gần|khoảng|được)?\s*$")


def read_stock(sight: Sight, noun: Noun) -> Figure | None:
    """What there is: `còn 120 hộ nghèo`, `khách du lịch đạt 2 triệu lượt`, `có 151 cuộc thanh tra`."""
    if _is_prize(sight, noun) or (noun.kind is NounKind.EVENT and _HELD.search(sight.left(16))):
        return plain_figure(sight, noun, Shape.STOCK)
    if noun.kind is NounKind.THING and _DAILY.search(sight.left(40)):
        return plain_figure(sight, noun, Shape.STOCK)
    if noun.kind in _CONDITIONS and _THERE_ARE.search(sight.left(60)) and not _is_of_members(sight, noun):
        return plain_figure(sight, noun, Shape.STOCK)
    if noun.kind in _RAISABLE and (_RAISED.search(sight.left(60)) or _is_to_be(sight)):
        return plain_figure(sight, noun, Shape.STOCK)
    if _is_met_on_average(sight, noun) or _exists(sight, noun):
        return plain_figure(sight, noun, Shape.STOCK)
    return _left_over(sight, noun) if noun.kind is NounKind.PEOPLE else None


_PRIZES = Pattern(
    r"giải (?:học sinh giỏi|hsg|khoa học kỹ thuật|cấp (?:tỉnh|huyện|quận|thành phố|quốc gia)|quốc gia|quốc tế)(?!\p{L})"
)
_TOLD_OF = Pattern(r"(?:[,;:(]|(?<!\p{L})(?:và|với|có|được))\s*(?:hơn |gần |trên )?$|^\W*$")


def _is_prize(sight: Sight, noun: Noun) -> bool:
    """`học sinh đạt 32 giải`; `tốt nghiệp 98%, 46 giải học sinh giỏi cấp tỉnh` without a verb that says so."""
    if noun.kind is not NounKind.EVENT:
        return False
    if _PRIZE.match(sight.folded, noun.span.start) is not None and _WON.search(sight.left(24)) is not None:
        return True
    return _PRIZES.match(sight.folded, noun.span.start) is not None and _TOLD_OF.search(sight.left(12)) is not None


_AVERAGE = Pattern(r"(?<!\p{L})(?:bình quân|trung bình)(?: \p{L}+){0,6}\s*(?:trên|hơn|gần|khoảng)?\s*$")


def _is_met_on_average(sight: Sight, noun: Noun) -> bool:
    """`bình quân mỗi xã đạt 15,2 tiêu chí`."""
    criteria = noun.span.of(sight.folded) in ("tiêu chí", "chỉ tiêu")
    return criteria and _AVERAGE.search(sight.folded, sight.start, sight.at) is not None


_TO_BE = Pattern(
    r"(?:(?:(?<!\p{L})(?:có|có thêm)|[,;:]) |^\W*)(?:ít nhất|tối thiểu|không dưới) $"
    r"|(?<!\p{L})(?<!nếu )sẽ có(?: thêm)?(?: khoảng| hơn| trên| gần)? $"
    r"|(?<!\p{L})mỗi (?:chi bộ|đảng bộ|chi hội|chi đoàn|cơ sở|xã|phường|thôn|bản|ấp|khu phố|tổ dân phố|đơn vị|trường|ngành)"
    r"(?: (?:trực thuộc|hội|đoàn|phải|cần|phấn đấu|đăng ký|xây dựng|làm|thực hiện))* (?:có|được)(?: từ)? $"
)


def _is_to_be(sight: Sight) -> bool:
    """`mỗi chi bộ có 1 mô hình`, `có ít nhất 2 sáng kiến`, `phường sẽ có 8 tổ`: what is to be is an aim, and one of few too."""
    return _TO_BE.search(sight.folded, max(0, sight.segment - 2), sight.quantity.number.start) is not None


def _exists(sight: Sight, noun: Noun) -> bool:
    """`có 128 dự án chậm tiến độ`."""
    counted = noun.kind in _EXISTING or _TERRITORY.match(noun.span.of(sight.folded)) is not None
    if not counted or sight.quantity.value < MANY or _EXISTS.search(sight.left(24)) is None:
        return False
    return not stands("crowd_stops.txt", sight.folded, sight.segment, sight.stop)


def _left_over(sight: Sight, noun: Noun) -> Figure | None:
    """`còn 120 hộ nghèo`, `khách du lịch đạt 2 triệu lượt`."""
    left = _LEFT.search(sight.left(28))
    if left is None:
        return None
    if left["word"] == "đạt":
        start = clause_start(sight.folded, sight.at)
        subject = subjects.before(sight.folded, start, subjects.subject_end(sight.folded, start, sight.at))
        if subject is not None:
            return Figure(sight.quantity, Shape.STOCK, subject, noun=noun)
    return plain_figure(sight, noun, Shape.STOCK)


_OF_MEMBERS = Pattern(r"(?:đảng viên|hội viên|đoàn viên|cán bộ|công chức|viên chức|quần chúng|người|cử tri|luật gia)")


def _is_of_members(sight: Sight, noun: Noun) -> bool:
    """Members and staff are the organisation's own size, and `người` is anybody."""
    return _OF_MEMBERS.match(noun.span.of(sight.folded)) is not None


_PARTLY = Pattern(r"(?<!\p{L})trong (?:đó|số đó|số này)(?:\s*,)?(?:\s+có)?\s*(?:hơn|gần|trên|khoảng)?\s*$")
_MADE_UP_OF = Pattern(r"[,(:]\s*(?:bao\s+)?gồm(?:\s+có)?\s*(?::\s*)?$")
_PARTS = frozenset({NounKind.THING, NounKind.UNIT, NounKind.EVENT, NounKind.CASE})


def read_part(sight: Sight, noun: Noun) -> Figure | None:
    """`Trong đó có 226 trường hợp …`: a figure where what it is a part of is one."""
    known = noun.kind in _PARTS or (noun.kind is NounKind.OPEN and sight.quantity.value >= MANY)
    done = noun.kind is NounKind.PEOPLE and sight.prior is not None and sight.prior.shape is Shape.DEED
    if done and _MADE_UP_OF.search(sight.left(24)) is not None:  # tuyển 80 người, gồm 30 học viên và 50 người dân
        return plain_figure(sight, noun, Shape.PART)
    known = known or (noun.kind is NounKind.PEOPLE and _is_part_of_people(sight, noun))
    return plain_figure(sight, noun, Shape.PART) if known and _PARTLY.search(sight.left(24)) else None


_SAID = Pattern(r"\s+(?!nữ|là|trong|ở|tại|và|của)\p{L}")
_MEMBERS = Pattern(r"(?:đảng viên|hội viên|đoàn viên|quần chúng)(?!\p{L})")


def _is_part_of_people(sight: Sight, noun: Noun) -> bool:
    """`5.800 cán bộ nữ, trong đó có 710 người giữ chức vụ lãnh đạo`: fewer of those before, told apart."""
    prior = sight.prior
    if prior is None or prior.noun is None or not (prior.noun.kind is NounKind.PEOPLE or _is_of_cases(sight, prior)):
        return False
    if _MEMBERS.match(prior.noun.span.of(sight.folded)):
        return False
    if noun.bare and _SAID.match(sight.folded, noun.span.stop) is None:
        return False
    return sight.quantity.value < prior.quantity.value


def _is_of_cases(sight: Sight, prior: Figure) -> bool:
    """`xét tuyển 117 trường hợp, trong đó 76 công nhân`: the cases are persons."""
    return prior.shape is Shape.DEED and prior.noun is not None and prior.noun.span.of(sight.folded) == "trường hợp"


TOO_BROAD = frozenset({"người", "cán bộ", "dân", "em", "cháu"})


_LED = Pattern(
    r"(?<!\p{L})(?:có|đạt|phấn đấu|đến|thêm|được|ít nhất|tối thiểu|cần|sẽ|là)\s*(?:hơn|gần|trên|khoảng|từ|ít nhất|tối thiểu|thêm)*\s*$"
    r"|^\W*$|[,;:]\s*$"
)


def read_told(sight: Sight, noun: Noun) -> Figure | None:
    """`có 46 hội viên, tăng 9 hội viên`: no figure, but what moved is named by it."""
    if noun.kind not in _PARTS and noun.kind is not NounKind.PEOPLE:
        return None
    if noun.span.of(sight.folded) in TOO_BROAD:
        return None
    clause = sight.folded[clause_start(sight.folded, sight.at) : sight.at]
    return None if _LED.search(clause) is None else plain_figure(sight, noun, Shape.TOLD)
