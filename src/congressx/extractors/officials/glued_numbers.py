"""Numbers of members whose lines ran together: `1. Lê Thị Gạo, Bí thư2. Trần Văn Lúa, Chủ tịch3. …`.

The number of the next member stands directly behind what is said of the one before: `Quân khu 718.` is `Quân khu 7` and 18.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from congressx.document import Document, Sentence
from congressx.patterns import Pattern
from congressx.span import Span

_GLUED = Pattern(r"[\p{L}\d]2\. ?\p{Lu}")
_NUMBER = Pattern(r"(?P<digits>\d{1,4})(?P<mark>\s?[.)-])?\s{0,2}(?=\p{Lu})")
_FEWEST = 3


@lru_cache(maxsize=4)
def glued_numbers(text: str) -> tuple[Span, ...]:
    """Where the numbers of such lists stand, without the mark behind them.

    >>> text = "1. Lê Thị Gạo, Chính ủy Quân khu 72. Trần Văn Lúa, Bí thư3. Bùi Thị Lan"
    >>> [text[number.start - 3 : number.stop] for number in glued_numbers(text)[1:]]
    ['u 72', 'thư3']
    """
    if not _GLUED.search(text):
        return ()
    return tuple(
        number for line in _lines(text) if _GLUED.search(text, line.start, line.stop) for number in _run(text, line)
    )


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)


def _run(text: str, line: Span) -> list[Span]:
    """The numbers of one line that count up from 1, once more for each list in it."""
    found: list[Span] = []
    run: list[Span] = []
    for match in _NUMBER.finditer(text, line.start, line.stop):
        stop, wanted = match.end("digits"), str(len(run) + 1)
        glued = match.start() > line.start and text[match.start() - 1].isalpha()
        if match["digits"] == wanted and (match["mark"] or glued):
            run.append(Span(match.start(), stop))
        elif match["digits"].endswith(wanted) and match["mark"] and run:
            run.append(Span(stop - len(wanted), stop))
        elif match["digits"] == "1" and match["mark"]:
            found += run if len(run) >= _FEWEST else []
            run = [Span(match.start(), stop)]
    return found + run if len(run) >= _FEWEST else found


def numbers_in(sentence: Sentence, document: Document) -> list[Span]:
    """Those glued amid a sentence, as spans in it."""
    return [
        number.shifted(-sentence.span.start)
        for number in glued_numbers(document.text)
        if sentence.span.start < number.start < sentence.span.stop
    ]


def parted(sentence: Sentence, document: Document) -> Sentence:
    """The sentence with a semicolon in place of each number that is glued to what stands before."""
    cased, folded = sentence.cased, sentence.folded
    for number in numbers_in(sentence, document):
        mark = ";".ljust(len(number))
        cased, folded = (text[: number.start] + mark + text[number.stop :] for text in (cased, folded))
    return sentence if cased is sentence.cased else replace(sentence, cased=cased, folded=folded)


def item_starts(sentence: Sentence, document: Document) -> frozenset[int]:
    """Where the words of an item begin in the sentence, next to those of its own beginning."""
    text = sentence.text
    stops = (number.stop for number in numbers_in(sentence, document))
    return frozenset(len(text) - len(text[stop:].lstrip(" .)-")) for stop in stops)
