"""Where a clause begins and ends, and what stands in it beside a figure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache, lru_cache
from operator import itemgetter

from congressx.extractors.kpis.wordlists import PACKAGE
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries

_STOP = r"(?<!\btp)(?<!\bt\.ư)\.(?=\s|$)|\.\.\.|…|\?|!"
_NUMBERED = r"(?:ct|nq|kl|qđ|kh|tt|nđ|tb|hd|ctr|đa)(?!\p{L})"
"""`Chỉ thị số 40 - CT/TW`: a dash inside the number of a document ends nothing."""
_BREAKS = Pattern(rf"[;()\"]|(?<!mức độ \d)[:,](?!\d)|(?<=[\d%)]|đồng|usd|người)\s-\s(?!\d|{_NUMBERED})|{_STOP}")


@cache
def _pairs() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Pairs by the first word of their second half."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for entry in entries("pairs.txt", PACKAGE):
        first, second = entry.split(", ")
        word = second.split()[0]
        found[word] = (*found.get(word, ()), (first, second))
    return found


_NEXT_WORD = Pattern(r", (\p{L}+)")


def joins_pair(folded: str, comma: int) -> bool:
    """Whether the comma there joins a pair: `trong sạch, vững mạnh`.

    >>> joins_pair("chi bộ trong sạch, vững mạnh", 17), joins_pair("chi bộ sạch, chi bộ mạnh", 11)
    (True, False)
    """
    word = _NEXT_WORD.match(folded, comma) if folded[comma] == "," else None
    return word is not None and any(_stand_at(folded, comma, *pair) for pair in _pairs().get(word[1], ()))


def _stand_at(folded: str, comma: int, first: str, second: str) -> bool:
    start, stop = comma - len(first), comma + 2 + len(second)
    if start < 0 or not folded.startswith(first, start) or not folded.startswith(second, comma + 2):
        return False
    return not (folded[start - 1 : start].isalpha() or folded[stop : stop + 1].isalpha())


_STRONG = Pattern(rf";|:(?!\d)|{_STOP}")
_BRACKETED = Pattern(r"\([^()]*\)|\"[^\"]*\"")


def clause_start(folded: str, at: int) -> int:
    """Where the clause around `at` begins: behind the last comma, open bracket or stronger mark before it.

    A pair of brackets that is closed before `at` belongs to the clause: `tổng sản phẩm (GRDP) tăng 8%`.

    >>> text = "doanh thu đạt 1,5 tỷ đồng, nộp ngân sách (cả thuế) 300 triệu đồng"
    >>> text[clause_start(text, text.index("300")):]
    ' nộp ngân sách (cả thuế) 300 triệu đồng'
    """
    closed = _closed_before(folded, at)
    for start, stop in reversed(_breaks_before(folded, at)):
        if not any(begin <= start < end for begin, end in closed) and not joins_pair(folded, start):
            return stop
    return 0


_SENTENCES = 64
"""Of so many the breaks and brackets are kept: every reader asks for them again."""


@lru_cache(maxsize=_SENTENCES)
def _breaks(folded: str) -> list[tuple[int, int]]:
    return [match.span() for match in _BREAKS.finditer(folded)]


@lru_cache(maxsize=_SENTENCES)
def _bracketed(folded: str) -> list[tuple[int, int]]:
    return [match.span() for match in _BRACKETED.finditer(folded)]


_AHEAD = 8
"""Letters that a break takes up and looks ahead at, at most: ` - nq`."""


def _breaks_before(folded: str, at: int) -> list[tuple[int, int]]:
    """The breaks of the text that ends at `at`; those near its end, where a break looks ahead, are sought anew."""
    found = _breaks(folded)
    known = found[: bisect_right(found, at - _AHEAD, key=itemgetter(1))]
    start = max(known[-1][1] if known else 0, at - 2 * _AHEAD)
    return known + [match.span() for match in _BREAKS.finditer(folded, start, at)]


def _closed_before(folded: str, at: int) -> list[tuple[int, int]]:
    """The brackets and quotes of the text that ends at `at`."""
    found = _bracketed(folded)
    known = found[: bisect_right(found, at, key=itemgetter(1))]
    if len(known) < len(found) and found[len(known)][0] < at:  # still open there, it closes nothing
        return known + [match.span() for match in _BRACKETED.finditer(folded, found[len(known)][0] + 1, at)]
    return known


def segment_start(folded: str, at: int) -> int:
    """Where the stretch up to a semicolon, colon or stop begins: it may hold several clauses."""
    return max((match.end() for match in _STRONG.finditer(folded, 0, at)), default=0)


def clause_stop(folded: str, at: int) -> int:
    """Where the clause around `at` ends."""
    breaks = (match.start() for match in _BREAKS.finditer(folded, at) if not joins_pair(folded, match.start()))
    return next(breaks, len(folded))


def trimmed(folded: str, span: Span) -> Span:
    """The span without blanks and marks at its ends."""
    start, stop = span.start, span.stop
    while start < stop and not folded[start].isalnum():
        start += 1
    while stop > start and not (folded[stop - 1].isalnum() or folded[stop - 1] in ")%"):
        stop -= 1
    return Span(start, stop)
