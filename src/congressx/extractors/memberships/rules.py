"""Sizes and movements of membership, by the words on both sides of a counted noun."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from congressx.document import Document, Sentence
from congressx.engine import Draft, Finder
from congressx.extractors.memberships.aims import is_aim
from congressx.extractors.memberships.counts import COUNTED_NOUNS, SIZED_NOUNS, Count, find_counts
from congressx.extractors.memberships.discipline import disciplined
from congressx.extractors.memberships.figures import Figure, Place
from congressx.extractors.memberships.movements import admitted, ended, flow, made_official
from congressx.extractors.memberships.owners import as_of, owner_of
from congressx.extractors.memberships.parts import UNITS_OF_MEMBERS, split, unit_of_members
from congressx.extractors.memberships.record import Measure
from congressx.extractors.memberships.sizes import size
from congressx.extractors.memberships.sums import sum_of_members
from congressx.patterns import Cues, Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Comparator

_QUOTE = 120

_TABLE: tuple[tuple[str, Callable[[Place], Measure | None]], ...] = (
    ("memberships.admitted", admitted),
    ("memberships.official", made_official),
    ("memberships.flow", flow),
    ("memberships.ended", ended),
    ("memberships.disciplined", disciplined),
    ("memberships.sum", sum_of_members),
    ("memberships.split", split),
    ("memberships.size", size),
    (UNITS_OF_MEMBERS, unit_of_members),
)

_OF_A_PLAN = (("memberships.admitted", admitted),)
"""What `N/M` tells: `kết nạp 36/30 đảng viên`; so many of so many members are those who came or voted."""


@lru_cache(maxsize=64)
def read_figures(folded: str) -> tuple[Figure, ...]:
    """Every count of the sentence that tells a size or a movement, in text order."""
    read: list[Figure] = []
    for count in find_counts(folded):
        here = Place(count, tuple(read))
        for rule, means in _TABLE if count.planned is None else _OF_A_PLAN:
            measure = means(here)
            if measure is not None:
                read.append(Figure(rule, measure, count))
                break
    return tuple(read)


def _finder(rule: str, cues: tuple[str, ...], nouns: Cues = COUNTED_NOUNS) -> Finder:
    def scan(sentence: Sentence, document: Document) -> Iterator[Draft]:
        for figure in read_figures(sentence.folded):
            if figure.rule == rule and not _is_aim(figure, sentence, document):
                yield _draft(figure, sentence)

    return Finder(rule, scan, cues, asks=(nouns,))


def _is_aim(figure: Figure, sentence: Sentence, document: Document) -> bool:
    """Whether it is something to be reached; where members who came belong is never an aim."""
    count = figure.count
    if figure.rule == UNITS_OF_MEMBERS:
        return False
    openers = figure.rule not in _NEVER_AIMS
    return count.comparator is Comparator.GE or is_aim(document, sentence, count.before, count.after, openers=openers)


_NEVER_AIMS = ("memberships.size", "memberships.split", "memberships.disciplined", "memberships.ended")
"""Only words of their own sentence make plans of them: `sẽ kỷ luật 3 đảng viên`."""


def _draft(figure: Figure, sentence: Sentence) -> Draft:
    count = figure.count
    owner = None if figure.rule == UNITS_OF_MEMBERS else owner_of(sentence, count.number.start, count.counted)
    value = {
        "measure": figure.measure,
        "value": count.value,
        "comparator": count.comparator,
        "as_of": as_of(sentence, count.number, disciplined=figure.measure is Measure.DISCIPLINED),
        "org": None if owner is None else _squeezed(owner.of(sentence.text)),
    }
    return Draft(value, count.number, _quote(sentence, count))


def _squeezed(words: str) -> str:
    return " ".join(words.split())


def _quote(sentence: Sentence, count: Count) -> Span:
    """The clause up to the noun, at most as long as a quote may be."""
    earliest = max(0, count.noun.stop - _QUOTE)
    start = max(
        (match.end() for match in _BOUNDARY.finditer(sentence.folded, 0, max(0, count.number.start - 24))), default=0
    )
    if start < earliest:
        start = sentence.folded.find(" ", earliest) + 1
    return Span(min(start, count.number.start), count.noun.stop)


_BOUNDARY = Pattern(r"[,;:(]\s+")

RULES = (
    # đã kết nạp được 24 đảng viên · phát triển mới 212 hội viên · 5 đoàn viên ưu tú được kết nạp vào Đảng
    _finder(
        "memberships.admitted",
        (
            "kết nạp",
            "phát triển",
            "hàng ngũ",
            "thu hút",
            "vận động",
            "kn ",
            "vào đảng",
            "viên mới",
            "thêm",
            "trở thành",
            "gia nhập",
        ),
    ),
    # công nhận chính thức 133 đảng viên · chuyển đảng chính thức cho 4 đồng chí
    _finder("memberships.official", ("chính thức",)),
    # tiếp nhận 3 đảng viên chuyển đến, 2 đảng viên nghỉ hưu · chuyển đi: 08 đảng viên
    _finder("memberships.flow", ("chuyển", "nghỉ", "hưu", "tiếp nhận", "giới thiệu", "rời")),
    # xóa tên 6 đảng viên · miễn sinh hoạt cho 22 đồng chí · 2 đảng viên từ trần
    _finder("memberships.ended", ("xóa tên", "rút tên", "khỏi đảng", "miễn", "sinh hoạt", "từ trần", "qua đời")),
    # thi hành kỷ luật 19 đảng viên
    _finder(
        "memberships.disciplined", ("kỷ luật", "khai trừ", "khiển trách", "cảnh cáo", "cách chức", "xử lý", "thi hành")
    ),
    # tổng số đảng viên là 41 đồng chí · nâng tổng số hội viên lên 645 người
    _finder("memberships.sum", ("số", "viên của", "viên trong", "viên toàn", "lực lượng", "đội ngũ"), SIZED_NOUNS),
    # gồm 33 đảng viên chính thức và 3 đảng viên dự bị
    _finder("memberships.split", ("chính thức", "dự bị")),
    # Đảng bộ hiện có 52 đảng viên, sinh hoạt ở 5 chi bộ · 58 cơ sở đảng với 3.150 đảng viên
    _finder(
        "memberships.size", ("viên", "chi bộ", "đảng bộ", "tổ chức", "cơ sở", "hội", "đoàn", "chính thức"), SIZED_NOUNS
    ),
    # cùng 152 đảng viên thuộc 12 chi bộ trực thuộc
    _finder(UNITS_OF_MEMBERS, ("viên", "đại biểu", "sinh hoạt", "họ "), SIZED_NOUNS),
)
