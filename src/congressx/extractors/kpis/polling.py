"""How an election is organised: `huyện có 214 tổ bầu cử với 96.000 cử tri`, `tổng số cử tri là 96.000 người`.

Votes, candidates and seats are other kinds'; `tỉnh có 1,1 triệu cử tri` tells how large a place is.
"""

from __future__ import annotations

from functools import cache

from congressx.extractors.kpis import indicators
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.wordlists import words_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Unit

_FEWEST = 20
"""Fewer are one district's: its candidates are spoken of."""
_MANY_VOTERS = 10_000
"""Fewer are those of one polling station."""
_ELECTION = Pattern(r"(?<!\p{L})(?:bầu cử|bỏ phiếu|cử tri)(?!\p{L})")


@cache
def _body() -> Pattern:
    return Pattern(rf"\s+(?P<body>(?:{words_of('polling_bodies.txt')})(?!\p{{L}}))(?! (?:số|này|đó)(?!\p{{L}}))")


_TURNED_OUT = Pattern(
    r"\s+(?:đã\s+)?(?:có|đạt|hoàn thành|kết thúc)(?!\p{L})[^,;.]{0,40}(?:100\s?%|cử tri|bỏ phiếu|bầu cử)"
)
"""`9.200 tổ bầu cử có 100% cử tri đi bầu`: what they reached tells them apart."""
_WHERE = Pattern(r"(?<!\p{L})(?:tại|ở|từ|đến|tới)\s+$")
"""`bắt đầu tại 90.000 điểm bầu cử`: where people vote, not how the election is organised."""
_WITH_VOTERS = Pattern(r"(?:, | và | với )(?:tổng số |tổng cộng )?$")
_VOTERS = Pattern(r"\s+(?P<voters>cử tri)(?!\p{L})(?! (?:đã |sẽ )?(?:bầu|đi|tham gia|dự|tham dự|phát biểu))")
"""Those who may vote, told beside where they do; what they did is turnout."""
_ALL_VOTERS = Pattern(
    r"(?<!\p{L})(?P<voters>(?:tổng )?số cử tri)(?!\p{L})(?: (?!được|đi|tham gia|đã|bỏ)\p{L}+){0,6}?"
    r"(?:,)? (?:(?:là|đạt|có|khoảng|gần|hơn|trên|lên tới|xấp xỉ) ){1,2}$"
)


def read_polling(sight: Sight) -> Figure | None:
    """The figure of polling stations, of the boards that hold an election, of their work, and of those who may vote.

    >>> from congressx.extractors.kpis.figures import read_figures
    >>> text = "huyện có 214 tổ bầu cử; tổng số cử tri là 96.000 người; tổ bầu cử này có 815 cử tri; bầu 5 đại biểu"
    >>> [(figure.quantity.value, figure.indicator.of(text)) for figure in read_figures(text)]
    [(214, 'tổ bầu cử'), (96000, 'tổng số cử tri')]
    """
    quantity = sight.quantity
    if quantity.unit is not Unit.COUNT or _ELECTION.search(sight.folded) is None:
        return None
    work = _work_of(sight)
    if work is not None or quantity.value < _FEWEST:
        return work
    body = _body().match(sight.folded, quantity.span.stop)
    if body is not None and _WHERE.search(sight.folded, 0, sight.at) is None:
        told = _TURNED_OUT.match(sight.folded, body.end("body")) is not None
        name = indicators.after(sight.folded, body.start("body"), predicate=told)
        noun = Noun(Span(*body.span("body")), NounKind.UNIT, bare=False)
        return Figure(quantity, Shape.POLLING, noun.span if name is None else name, noun=noun)
    return _voters(sight) if quantity.value >= _MANY_VOTERS else None


_WORK = Pattern(
    r"\s+(?P<work>(?:đơn(?:,? thư)?(?! (?:vị|xin|ứng|tự|giá|hàng|thuốc)(?!\p{L}))|(?:cuộc|buổi) tiếp xúc(?: cử tri)?))(?!\p{L})"
)


def _work_of(sight: Sight) -> Figure | None:
    """`nhận được 38 đơn tố cáo người ứng cử`, `112 buổi tiếp xúc cử tri`: what those who hold an election deal with is no ballot."""
    work = _WORK.match(sight.folded, sight.quantity.span.stop) if "votes" in sight.reasons else None
    if work is None or _WHERE.search(sight.folded, 0, sight.at) is not None:
        return None
    name = indicators.after(sight.folded, work.start("work"), predicate=False)
    noun = Noun(Span(*work.span("work")), NounKind.CASE, bare=False)
    return Figure(sight.quantity, Shape.POLLING, noun.span if name is None else name, noun=noun)


def _voters(sight: Sight) -> Figure | None:
    voters = _VOTERS.match(sight.folded, sight.quantity.span.stop)
    if voters is not None and sight.prior is not None and sight.prior.shape is Shape.POLLING:
        if _WITH_VOTERS.match(sight.folded, sight.prior.stop, sight.at) is None:
            return None
        noun = Noun(Span(*voters.span("voters")), NounKind.PEOPLE, bare=False)
        return Figure(sight.quantity, Shape.POLLING, noun.span, noun=noun)
    told = _ALL_VOTERS.search(sight.folded, sight.start, sight.quantity.number.start)
    return None if told is None else Figure(sight.quantity, Shape.POLLING, Span(*told.span("voters")), noun=sight.noun)
