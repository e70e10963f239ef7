"""Articles on what councillors and deputies of the National Assembly say: there `đại biểu Trần Văn Lúa` is an office."""

from __future__ import annotations

from congressx.document import Document, Sentence
from congressx.extractors.officials.offices import Office, TitleStatus
from congressx.extractors.officials.readings import HeldTitle, rule_of_change
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.organisations import body_of, read_organisation
from congressx.vietnamese.spelling import fold

_OPENING = 6
"""Sentences of the prose that tell what an article is about."""
_ASSEMBLY = r"(?:quốc hội|qh|hđnd|hội đồng nhân dân|ủy ban thường vụ quốc hội|ubtvqh|nghị trường|hội trường quốc hội)"
_COUNCILLORS = Pattern(
    rf"(?<!\p{{L}})(?:(?:đại biểu|đb|nữ đại biểu)\s+(?:quốc hội|qh|hđnd|hội đồng nhân dân)|đbqh|kỳ họp"
    rf"|{_ASSEMBLY}\s+(?:đã\s+|tiếp tục\s+)?(?:thảo luận|họp|nghe|xem xét|chất vấn)"
    r"|dự (?:án |thảo )?luật)(?!\p{L})"
)
_SITTING = Pattern(
    rf"(?<!\p{{L}}){_ASSEMBLY}\s+(?:đã\s+|tiếp tục\s+|bắt đầu\s+|sẽ\s+)*(?:thảo luận|họp|nghe|chất vấn|dành)(?!\p{{L}})"
    r"|(?<!\p{L})thảo luận\s+(?:ở|tại|trong)\s+(?:các\s+)?(?:tổ|hội trường|đoàn|phiên)(?!\p{L})"
)
_OTHER_DELEGATES = Pattern(r"(?<!\p{L})(?:đại hội|đại biểu (?:toàn quốc|dự|tham dự|chính thức))(?!\p{L})")
"""A congress has delegates of another kind."""


def is_of_councillors(document: Document) -> bool:
    """Whether the opening of the article speaks of deputies or councillors, and of no congress."""
    first = _first_texts(document)
    return any(map(_COUNCILLORS.search, first)) and not any(map(_OTHER_DELEGATES.search, first))


def is_sitting(document: Document) -> bool:
    """Whether the opening tells of a sitting: `Chiều 10/11, Quốc hội thảo luận ở tổ`."""
    return any(map(_SITTING.search, _first_texts(document)))


def _first_texts(document: Document) -> list[str]:
    return [fold(document.title), *(sentence.folded for sentence in document.prose[:_OPENING])]


_OUTCOME = r"kết quả (?:cuộc )?bầu cử|danh sách (?:những người )?(?:trúng|đắc) cử|(?:người|ứng viên) (?:trúng|đắc) cử"
_SEATS = tuple(
    Pattern(rf"(?<!\p{{L}})(?:{words})\s+(?P<title>đại biểu\s+(?P<body>quốc hội|hđnd|hội đồng nhân dân))(?!\p{{L}})")
    for words in (_OUTCOME, r"(?<!không )(?:trúng|đắc) cử|bầu cử")
)
"""What was announced, before what one of them won."""


def seat_at_stake(document: Document) -> HeldTitle | None:
    """The seat that an article on the outcome of an election opens with: `công bố danh sách trúng cử |đại biểu HĐND tỉnh|`."""
    return next((seat for pattern in _SEATS if (seat := seat_named(pattern, document))), None)


def seat_named(pattern: Pattern, document: Document) -> HeldTitle | None:
    """The seat that the opening of an article names behind the words of the pattern, as `title` with its `body`."""
    for sentence in document.prose[:_OPENING]:
        if result := pattern.search(sentence.folded):
            return _seat(sentence, Span(*result.span("title")), result.start("body"))
    return None


_RANK = Pattern(
    r"(?<!\p{L})(?:người\s+(?:(?:có|đạt|được|trúng cử|đắc cử)\s)[^,;:.]{0,40}?(?:phiếu|tỷ lệ)[^,;:.]{0,20}?"
    r"\s(?:cao|thấp)\s+nhất[^,;:.]{0,20}?"
    r"|(?:kế|tiếp|xếp|ngay)\s+(?:tiếp|đến|theo|sau|đó)|(?:đứng|xếp)\s+thứ\s+(?:\p{L}+|\d+))\s+(?:đó\s+)?là\s[^;:.]*$"
)
"""`Người có số phiếu thấp nhất |là ông A|`, `Kế đến |là bà B và| C`."""
_DELEGATE_BEHIND = Pattern(
    r"\s*(?:,|-|\()\s*(?P<word>đại biểu|đb)\s+(?:của\s+)?(?:quận|huyện|thị xã|thành phố|tp|tỉnh|đơn vị|khu vực|tổ)(?!\p{L})"
)


def delegate_behind(folded: str, stop: int) -> Span | None:
    """`đại biểu` behind the name that ends at `stop`, with the place it is of: `bà Gạo, |đại biểu| huyện Nam Sơn`."""
    match = _DELEGATE_BEHIND.match(folded, stop)
    return Span(*match.span("word")) if match else None


def is_ranked(folded: str, start: int) -> bool:
    """Whether the name at `start` is ranked by votes: `Người có số phiếu thấp nhất là |ông A|`, `Kế đến là bà B và |C|`.

    >>> is_ranked("kế đến là bà gạo", 10), is_ranked("tiếp theo bà gạo phát biểu", 10)
    (True, False)
    """
    return " là " in folded[:start] and "tín nhiệm" not in folded and _RANK.search(folded, 0, start) is not None


def _seat(sentence: Sentence, words: Span, body: int) -> HeldTitle:
    organisation = read_organisation(sentence.cased, sentence.folded, body)
    of = body_of(sentence.cased, sentence.folded, organisation.span) if organisation else None
    if sentence.folded.startswith("quốc hội", body):
        of = Span(body, words.stop)
    span = words.cover(of) if of else words
    org = " ".join(of.of(sentence.text).split()) if of else None
    raw = " ".join(span.of(sentence.text).split())
    return HeldTitle(
        Office.DEPUTY, org, raw, TitleStatus.ELECTED, rule_of_change(TitleStatus.ELECTED), span, sentence.index
    )
