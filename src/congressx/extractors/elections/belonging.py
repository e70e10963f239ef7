"""Whose an office or a body is: its organisation, the council it belongs to, and the term said behind it."""

from __future__ import annotations

from functools import cache

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.organisations import body_of, read_organisation
from congressx.vietnamese.phrases import Phrases
from congressx.vietnamese.places import place_stop
from congressx.vietnamese.spelling import fold, phrase

_TERM = Pattern(
    phrase(
        r"(?:\s*[,(]?\s*(?:(?:khóa|lần thứ|nhiệm kỳ|giai đoạn|nk)\s*(?:thứ\s+)?"
        r"(?:mới(?: \(?\d{4}\s*-\s*\d{4}\b)?|này|tới|[ivxl]+|\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d{4}\s*-\s*\d{4})*)"
        r"|mới)\b\s*\)?|\s*\(\d{4}\s*-\s*\d{4}\))+"
    )
)
_OF = Pattern(phrase(r"\s*(?:của |tại |-\s*)?"))
_LEVELS = r"(?:tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn)"
_PLACE_WORD = Pattern(phrase(rf"\s*(?:của |tại )?(?:(?:{_LEVELS}|tp\.?)(?!\p{{L}}) ?)?"))
_MERE_LEVEL = Pattern(phrase(_LEVELS))
_COUNCIL = Pattern(phrase(r"hđnd|hội đồng nhân dân"))
COUNCIL_BOARDS = r"pháp chế|đô thị|kinh tế\s*(?:-|và|,)?\s*(?:ngân sách|xã hội)|văn hóa\s*(?:-|và|,)?\s*xã hội"
"""Boards that only councils have, as pattern source."""
_COUNCIL_BOARD = Pattern(phrase(rf"\s*(?:ban )?(?:{COUNCIL_BOARDS})(?!\p{{L}})"))


def is_of_council(tail: str) -> bool:
    """Whether the folded words behind an office name a council.

    >>> is_of_council(" hđnd tỉnh"), is_of_council(" tỉnh ủy")
    (True, False)
    """
    return _COUNCIL.search(tail) is not None


def is_of_council_board(tail: str) -> bool:
    """Whether a head of a board is an officer of a council: `Trưởng ban Dân tộc HĐND tỉnh`, `Trưởng ban Pháp chế`.

    >>> is_of_council_board(" dân tộc hđnd tỉnh"), is_of_council_board(" pháp chế"), is_of_council_board(" dân vận")
    (True, True, False)
    """
    return is_of_council(tail) or _COUNCIL_BOARD.match(tail) is not None


def board_stop(folded: str, at: int) -> int:
    """Where the name of a council's board ends, `at` itself when there is none."""
    return _end_of(_COUNCIL_BOARD, folded, at)


def term_stop(folded: str, at: int) -> int:
    """Where a term said at `at` ends, `at` itself when there is none: `Ban Chấp hành … khóa XII`."""
    term = _TERM.match(folded, at)
    return term.end() if term else at


def own_organisation(head: Span, cased: str, folded: str) -> tuple[Span | None, int]:
    """The organisation a body belongs to: `Đảng bộ huyện` of `Ban Chấp hành Đảng bộ huyện`."""
    found = read_organisation(cased, folded, head.start)
    if found is None or found.span.stop < head.stop:
        return organisation_after(head.stop, cased, folded)
    whole = _without_count(found.span, folded)
    if whole.stop <= head.stop:
        return None, head.stop
    org = body_of(cased, folded, whole)
    return (org if org != head else None), whole.stop


_COUNT_AT_END = Pattern(r"\s+\d{1,3}$")
_COUNTED = Pattern(phrase(r"\s*(?:đồng chí|đ/c|người|vị|ủy viên|thành viên|chị|anh)(?!\p{L})"))


def _without_count(org: Span, folded: str) -> Span:
    """`Ban Chấp hành Đảng bộ xã| 29 đồng chí`: how many sit in it is no part of a name, as in `Đảng bộ Phường 7`."""
    count = _COUNT_AT_END.search(folded, org.start, org.stop)
    return Span(org.start, count.start()) if count and _COUNTED.match(folded, org.stop) else org


_LATER_WORDS = Pattern(r"\s\K\p{L}+")


def organisation_of_office(head: Span, cased: str, folded: str) -> tuple[Span | None, int]:
    """An office may end in what it heads or sits in: `Trưởng |ban Tổ chức Thành ủy|`, `Chánh |Văn phòng Tỉnh ủy|`, `đại biểu |HĐND xã|`."""
    for word in _LATER_WORDS.finditer(folded, head.start, head.stop):
        found = read_organisation(cased, folded, word.start())
        if found is None or found.span.stop < head.stop:
            continue
        if found.organ or _is_named_by(folded, head, found.span):
            return body_of(cased, folded, found.span), found.span.stop
    return organisation_after(head.stop, cased, folded)


_SITS_IN = Pattern(phrase(r"đại biểu "))
_HEADS = Pattern(phrase(r"(?:phó )?trưởng |bí thư đoàn"))


def _is_named_by(folded: str, head: Span, body: Span) -> bool:
    """Whether an office says whole what it sits in or heads: not so `Trưởng |đoàn|`, `Ủy viên |Trung ương Đảng|`."""
    if _SITS_IN.match(folded, head.start):
        return True
    return _HEADS.match(folded, head.start) is not None and body.stop > head.stop


def organisation_after(at: int, cased: str, folded: str) -> tuple[Span | None, int]:
    """The organisation behind an office, and where it ends: `Tỉnh ủy Tây Ninh`, or a mere place: `Bí thư Bình Dương`."""
    start = _end_of(_OF, folded, at)
    found = read_organisation(cased, folded, start)
    if found is not None:
        return body_of(cased, folded, found.span), found.span.stop
    if _MINISTER_BEFORE.match(folded, max(0, at - 12), at) and (field := _fields().longest(folded, start)):
        return Span(start, field), field
    stop = place_stop(cased, folded, _end_of(_PLACE_WORD, folded, at))
    if stop is None and _CHAIR_BEFORE.match(folded, max(0, at - 10), at) and (level := _LEVEL.match(folded, start)):
        stop = level.end()
    return (None, at) if stop is None else (Span(start, stop), stop)


def is_mere_level(org: str) -> bool:
    """Whether folded words name no organisation but a level.

    >>> is_mere_level("tỉnh"), is_mere_level("ubnd tỉnh")
    (True, False)
    """
    return _MERE_LEVEL.fullmatch(org) is not None


def orgs_agree(one: str | None, other: str | None) -> bool:
    """Whether two organisations can be one, as far as both are named.

    >>> orgs_agree("UBND huyện", "UBND huyện Vân Khê"), orgs_agree("UBND huyện", None), orgs_agree("UBND", "HĐND")
    (True, True, False)
    """
    return one is None or other is None or fold(one) in fold(other) or fold(other) in fold(one)


_CHAIR_BEFORE = Pattern(r"(?r)chủ\s+tịch")
_LEVEL = Pattern(phrase(rf"{_LEVELS}(?!\p{{L}}| (?:hội|đoàn|ủy|đội)(?!\p{{L}}))"))
"""`Phó Chủ tịch |tỉnh|`, not `Chủ tịch |tỉnh Hội|`."""
_MINISTER_BEFORE = Pattern(r"(?r)(?:bộ|thứ)\s+trưởng")


@cache
def _fields() -> Phrases:
    """`Bộ trưởng |Thông tin và Truyền thông|`: the ministry by its field alone."""
    return Phrases(entries("ministries.txt"))


def _end_of(pattern: Pattern, folded: str, at: int) -> int:
    match = pattern.match(folded, at)
    return match.end() if match else at
