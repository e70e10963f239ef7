"""What was done with what is counted: `hỗ trợ 120 hộ nghèo`, `12 xã đạt chuẩn`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from congressx.extractors.kpis.clauses import clause_start, trimmed
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.wordlists import PACKAGE, words_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.phrases import alternation


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that governs a count."""

    span: Span
    kinds: frozenset[str]
    """What it tells of: `make`, `reach`, `handle`, `cut`, `grow`."""
    naming: str
    """Whether it names the measure: `work` always, `own` beside a bare noun, `broad` never."""
    via: str
    """What stands between the verb and the number."""

    @property
    def direct(self) -> bool:
        """Whether only particles stand between the verb and the number."""
        return self.via.strip() in _PARTICLES

    def suits(self, noun: Noun) -> bool:
        """Whether the verb makes a count of `noun` an achievement: one founds cells, handles cases, reaches people."""
        if noun.kind is NounKind.PEOPLE and _REACHING.search(self.via):
            return True
        return bool(_SUITS.get(noun.kind, frozenset()) & self.kinds)


_PARTICLES = frozenset(
    {"", "được", "cho", "thêm", "với", "mới", "hơn", "gần", "trên", "xong", "xong cả", "toàn bộ", "tổng cộng"}
)
_REACHING = Pattern(r"(?<!\p{L})(?:cho|giúp|với|tới|đến)\s*(?:hơn|gần|trên|khoảng|được)?\s*$")
_SUITS = {
    NounKind.THING: frozenset({"make", "reach", "cut", "handle"}),
    NounKind.EVENT: frozenset({"make", "reach", "handle"}),
    NounKind.UNIT: frozenset({"make", "cut", "handle", "reach"}),
    NounKind.PLACE: frozenset({"cut"}),
    NounKind.PEOPLE: frozenset({"reach", "cut"}),
    NounKind.CASE: frozenset({"handle", "reach", "cut"}),
    NounKind.OUTPUT: frozenset({"make"}),
}


@cache
def _deeds() -> dict[str, tuple[frozenset[str], str]]:
    return {verb: (frozenset(kinds.split(",")), naming) for verb, kinds, naming in rows("deeds.tsv", PACKAGE)}


@cache
def deed_words() -> str:
    """The verbs as one alternation, longest first."""
    return alternation(_deeds())


_NOT_IN_NAMES = "".join(
    rf"(?<!{words.replace(' ', chr(92) + 's')}\s)"
    for words in (
        "giáo dục và",
        "chủ",
        "danh mục",
        "nhà",
        "ủy ban",
        "nhân viên",
        "cán bộ",
        "lực lượng",
        "đội ngũ",
        "phụ cấp",
        "kết quả",
    )
)
_NO_OFFICE = r"(?<!(?<!tổ\s)(?<!đoàn\s)công tác\s)"
"""`công tác kiểm tra` is work, `tổ công tác kiểm tra 15 sở` is done."""
_NOT_NOUNS = r"(?:viên|tri|trưởng|phẩm|sản|sự|có|đảng|đoàn|cơ sở đảng|công đoàn|cđ|hội|liên quan|mình|dò)"

_LEVEL = r"cấp (?:cơ sở|tỉnh|huyện|xã|trường|thành phố|quốc gia|trung ương|quận|bộ|ngành|trên|dưới|toàn quốc|khu vực|khoa|viện)(?!\p{L})"
"""`thi tay nghề cấp cơ sở với 90 công nhân`: a level grants nothing."""


@cache
def _deed() -> Pattern:
    return Pattern(
        rf"(?<!\p{{L}}){_NO_OFFICE}{_NOT_IN_NAMES}(?!{_LEVEL})(?:{deed_words()})(?!\p{{L}}|\s+{_NOT_NOUNS}(?!\p{{L}}))"
    )


_FARTHEST = 60
_APART = Pattern(
    r"(?<!\p{L})(?:cho thấy|phải|cần|đảm bảo|bảo đảm|theo|là|gồm|đã|sẽ|đang|bị|nhưng|mà|thì|gần|so|có)(?=\s+\p{L})"
    r"|(?<!\p{L})có\s*(?:hơn|gần|trên|khoảng)?\s*$"
)
"""A word that shows the count to belong to another verb."""
_PLACED = Pattern(
    r"(?<!\p{L})(?:ở|tại|trên|thuộc|trong|của|giữa|từ|đến từ|trong số|theo|do|bởi|bằng|qua)\s*(?:hơn|gần|khoảng|số)?\s*$"
)


def deed_before(folded: str, floor: int, at: int, label: int | None = None) -> Deed | None:
    """The verb that governs a count at `at`: the last one of its clause that is near enough; none stands before `floor`.

    One that inspects work comes before those behind it: `kiểm tra việc thi hành kỷ luật đối với 12 tổ chức đảng`.

    >>> text = "đã ươm tạo và hình thành 2 doanh nghiệp"
    >>> deed_before(text, 0, text.index("2")).span.of(text)
    'ươm tạo và hình thành'
    """
    begin = clause_start(folded, at) if label is None else label
    found = list(_deed().finditer(folded, max(floor, begin), at))
    if not found:
        return None
    match = next((deed for deed in found if _INSPECTS_WORK.match(folded, deed.start(), at)), found[-1])
    via = folded[match.end() : at]
    if len(via) > _FARTHEST or _APART.search(via):
        return None
    kinds, naming = _deeds()[" ".join(match.group().split())]
    inspected = naming == "work" and _INSPECTED_AT.fullmatch(via) and not _GOES.search(folded, 0, match.start())
    if _PLACED.search(via) and not inspected:
        return None
    return Deed(Span(_chained(folded, floor, match.start()), match.end()), kinds, naming, via)


_INSPECTS_WORK = Pattern(
    r"(?:đôn đốc|kiểm tra|giám sát|thanh tra|khảo sát|thẩm tra)(?:, (?:kiểm tra|giám sát))?(?=\s+việc\s)"
)
"""`kiểm tra việc thi hành kỷ luật đối với 12 tổ chức đảng`: what is inspected is no deed of its own."""


_INSPECTED_AT = Pattern(r"(?:,?\s+\p{L}+)*\s+(?:tại|ở)\s+(?:hơn|gần|trên|khoảng)?\s*")
"""`kiểm tra việc thu phí tại 25 đơn vị`: where one inspects is what is inspected."""
_GOES = Pattern(r"(?<!\p{L})đi\s+$")
"""`mỗi tháng đi kiểm tra ở bệnh viện`: a patient goes."""
_JOINED = Pattern(r"(?<!\p{L})(?<!được )(?P<verb>\p{L}+(?:\s+\p{L}+){0,2})(?:\s+và|,)\s+$")


def _chained(folded: str, floor: int, begin: int) -> int:
    """`ươm tạo và hình thành 02 doanh nghiệp`: verbs joined before the nearest one belong to it."""
    while (joined := _JOINED.search(folded[floor:begin])) is not None:
        verb = _deed().search(joined["verb"])
        if verb is None or verb.end() != len(joined["verb"]):
            return begin
        begin = floor + joined.start("verb") + verb.start()
    return begin


_OBJECT = Pattern(r"\s+(?P<object>\p{L}+(?: \p{L}+){1,7}?)\s+(?:đối với|cho)\s*(?:hơn |gần |trên )?$")


def has_object(deed: Deed) -> bool:
    """`chuyển đổi vị trí công tác đối với 10 trường hợp`: the verb's own object says what was done."""
    return _OBJECT.fullmatch(deed.via) is not None


_VIA = Pattern(
    r"\s+(?:cho|được|tại|ở|tới|đến|đối với|với|là|về|của|thêm|mới|tổng cộng|hơn|gần|trên|khoảng|trong|từ|ít nhất|tối thiểu)\s*$"
)


_DIGIT = Pattern(r"\d")


def deed_phrase(folded: str, deed: Deed, at: int) -> Span:
    """The verb with its object before a count at `at`: `tư vấn pháp luật miễn phí được 12 cuộc`."""
    start, least = deed.span.start, deed.span.stop
    digit = _DIGIT.search(folded, least, at)  # kiểm tra 5 tổ chức đảng và 6 đảng viên
    at = at if digit is None else digit.start()
    stop = trimmed(folded, Span(start, at)).stop
    while stop > least and (match := _VIA.search(folded[start:stop])) is not None:
        stop = start + match.start()
    return trimmed(folded, Span(start, max(stop, least)))


@cache
def _state() -> Pattern:
    return Pattern(
        rf"(?<!\p{{L}})(?:{words_of('states.txt')}|được(?:\s+\p{{L}}+){{0,6}}?\s+(?:{words_of('passive_states.txt')}))(?!\p{{L}})"
    )


_ORDERED = Pattern(r"(?<!\p{L})(?:chỉ đạo|yêu cầu|đề nghị|kêu gọi|giao)\s+(?=\p{L})")


def is_ordered(folded: str, deed: Deed) -> bool:
    """`yêu cầu chủ đầu tư triển khai 10 giải pháp`: told to do, not done."""
    return _ORDERED.search(folded, clause_start(folded, deed.span.start), deed.span.start) is not None


def state_after(folded: str, start: int, stop: int) -> Span | None:
    """What is counted has reached: `12 xã đạt chuẩn`, `31.000 bạn trẻ được vay vốn`."""
    match = _state().search(folded, start, stop)
    return None if match is None else Span(*match.span())


_VERB_OF_SUM = Pattern(r"(?<!\p{L})(?P<verb>đóng góp|thua lỗ|lỗ|lãi)(?:\s+(?:được|thêm|hơn|gần|trên|khoảng))*\s*$")


def verb_of_sum(folded: str, start: int, stop: int) -> Span | None:
    """`nông dân đóng góp 2 tỷ đồng`, `công ty lỗ 3 tỷ đồng`: the verb right before a sum names it, not who gave or lost it.

    >>> verb_of_sum("nông dân đóng góp hơn ", 0, 22)
    Span(start=9, stop=17)
    """
    match = _VERB_OF_SUM.search(folded, start, stop)
    return None if match is None else Span(*match.span("verb"))
