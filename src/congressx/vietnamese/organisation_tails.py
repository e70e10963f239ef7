"""Small words that go on with the name of an organisation: `Trung tâm |chống ngập| TP`, `Ban quản lý |chợ| Hòa Khánh`.

No list holds all of them. They are taken when nothing in them begins another part of the clause and when what
follows shows that the name goes on (a place, a person) or that it has ended (a comma, `khóa`, `đã`).
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import cache

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.phrases import Phrases
from congressx.vietnamese.places import place_stop

_MOST_WORDS = 6
_SMALL = Pattern(r"\p{Ll}[\p{L}\p{M}]*(?![\p{L}\p{M}\d'/-])")
_BLANK = Pattern(r" {1,2}")
_PAIR = Pattern(r"[\p{L}\p{M}]+ [\p{L}\p{M}]+")
_LEVEL = Pattern(
    r"(?:tỉnh|huyện|quận|xã|phường|thành phố|thị xã|thị trấn|thủ đô|đặc khu|tp|tx|trung ương|việt nam|vn)"
    r"(?![\p{L}\p{M}\d])"
)
_AND = Pattern(r"và ")
_CAPITAL = Pattern(r"\p{Lu}")
_ENDED = Pattern(
    r"\s*(?:[,;:.)(\"]|- |$)|"
    r" (?:khóa|nhiệm kỳ|lần thứ|của|thuộc|là|đã|sẽ|chưa|đang|vừa|cũng|được|bị|cho biết|cho hay|cho rằng|nói|"
    r"trả lời|phát biểu|trình bày|đối với|ông|bà)(?!\p{L})"
)


def _never(at: int) -> bool:
    return at < 0


@dataclass(frozen=True, slots=True)
class Tail:
    """What small words may do here."""

    may_close: bool
    """Whether the name may end with them, and need not go on to a place or a person."""
    before_capital: bool
    """Whether a capital of any kind shows that the name goes on: `Công ty Luật |hợp danh| An Lạc`."""
    fewest: int
    """How many words there must be when the name ends with them."""
    begins_head: Callable[[int], bool] = _never
    """Whether another organisation begins at a place: the one above this."""


@cache
def clause_words() -> frozenset[str]:
    """Small words that begin another part of the clause."""
    return frozenset(entries("clause_words.txt"))


@cache
def _clause_verbs() -> frozenset[str]:
    return frozenset(entries("clause_verbs.txt"))


@cache
def name_words() -> Phrases:
    """Words inside the names of organisations."""
    return Phrases((word for word, _ in rows("organisation_words.tsv")), before_notes=True)


def begins_clause(folded: str, start: int, stop: int) -> bool:
    """Whether a word of two syllables at `start`, longer than the one that ends at `stop`, begins something else."""
    pair = _PAIR.match(folded, start)
    return pair is not None and pair.end() > stop and pair.group() in _clause_verbs()


def tail_stop(cased: str, folded: str, start: int, names: Container[int], tail: Tail) -> int | None:
    """Where the small words that go on with a name at `start` end.

    >>> line = "Trung tâm chống ngập TP cho biết"
    >>> line[10 : tail_stop(line, line.lower(), 10, (), Tail(True, True, 2))]
    'chống ngập'
    """
    stop, words = _run(cased, folded, start)
    if stop is None:
        return None
    blank = _BLANK.match(folded, stop)
    if blank is not None and (_goes_on(cased, folded, blank.end(), names, tail) or tail.begins_head(blank.end())):
        return stop
    return stop if tail.may_close and words >= tail.fewest and _ENDED.match(folded, stop) is not None else None


def _run(cased: str, folded: str, start: int) -> tuple[int | None, int]:
    """Where the small words end, and how many there are."""
    at, words, stop = start, 0, None
    while words <= _MOST_WORDS and (step := _step(cased, folded, at)) is not None:
        stop, words = step, words + 1 + folded.count(" ", at, step)
        blank = _BLANK.match(folded, stop)
        if blank is None:
            break
        at = _after_and(folded, blank.end())
    return (stop, words) if words <= _MOST_WORDS else (None, 0)


def _after_and(folded: str, at: int) -> int:
    """Behind an `và` that joins two words we know: `quản lý |và| bảo vệ rừng`."""
    joint = _AND.match(folded, at)
    return joint.end() if joint is not None and name_words().longest(folded, joint.end()) is not None else at


def _step(cased: str, folded: str, at: int) -> int | None:
    """Where the next word of the name ends: one we know, or any that begins nothing else."""
    small = _SMALL.match(cased, at)
    if small is None or _LEVEL.match(folded, at):
        return None
    pair = _PAIR.match(folded, at)
    if pair is not None and pair.group() in _clause_verbs():
        return None
    known = name_words().longest(folded, at)
    if known is not None and not _CAPITAL.search(cased, at, known):
        return known
    if folded[at : small.end()] in clause_words() or folded[at : small.end()] in _clause_verbs():
        return None
    stop: int = small.end()
    return stop


def _goes_on(cased: str, folded: str, at: int, names: Container[int], tail: Tail) -> bool:
    if at in names or _LEVEL.match(folded, at) or place_stop(cased, folded, at) is not None:
        return True
    return tail.before_capital and _CAPITAL.match(cased, at) is not None
