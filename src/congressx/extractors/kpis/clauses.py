"""Where a clause begins and ends, and what stands in it beside a figure."""

from __future__ import annotations

from congressx.patterns import Pattern
from congressx.span import Span

_STOP = r"(?<!\btp)(?<!\bt\.ư)\.(?=\s|$)|\.\.\.|…|\?|!"
_BREAKS = Pattern(
    rf"[;()\"]|(?<!mức độ \d)(?!(?<=phòng), chống)[:,](?!\d)|(?<=[\d%)]|đồng|usd|người)\s-\s(?!\d)|{_STOP}"
)
_STRONG = Pattern(rf";|:(?!\d)|{_STOP}")
_BRACKETED = Pattern(r"\([^()]*\)|\"[^\"]*\"")


def clause_start(folded: str, at: int) -> int:
    """Where the clause around `at` begins: behind the last comma, open bracket or stronger mark before it.

    A pair of brackets that is closed before `at` belongs to the clause: `tổng sản phẩm (GRDP) tăng 8%`.

    >>> text = "doanh thu đạt 1,5 tỷ đồng, nộp ngân sách (cả thuế) 300 triệu đồng"
    >>> text[clause_start(text, text.index("300")):]
    ' nộp ngân sách (cả thuế) 300 triệu đồng'
    """
    closed = [match.span() for match in _BRACKETED.finditer(folded, 0, at)]
    start = 0
    for match in _BREAKS.finditer(folded, 0, at):
        if not any(begin <= match.start() < end for begin, end in closed):
            start = match.end()
    return start


def segment_start(folded: str, at: int) -> int:
    """Where the stretch up to a semicolon, colon or stop begins: it may hold several clauses."""
    return max((match.end() for match in _STRONG.finditer(folded, 0, at)), default=0)


def clause_stop(folded: str, at: int) -> int:
    """Where the clause around `at` ends."""
    match = _BREAKS.search(folded, at)
    return len(folded) if match is None else match.start()


def trimmed(folded: str, span: Span) -> Span:
    """The span without blanks and marks at its ends."""
    start, stop = span.start, span.stop
    while start < stop and not folded[start].isalnum():
        start += 1
    while stop > start and not (folded[stop - 1].isalnum() or folded[stop - 1] in ")%"):
        stop -= 1
    return Span(start, stop)
