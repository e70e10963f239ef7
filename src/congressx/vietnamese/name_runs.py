"""Runs of capitalised words, in which names stand, and the words at which a name must end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.spelling import fold


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring capitalised words."""

    cased: str
    folded: str
    tokens: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    """The tokens, folded."""
    shouted: bool
    """Whether every letter is a capital."""

    def surname(self, index: int) -> str | None:
        """The class of the surname at `index`."""
        word = self.words[index]
        cut = word.find("'") + 1  # `H'Yim`, `K'Nhiễu`: the surname is written together with the name
        return surnames().get(word[:cut] if cut else word)

    def start(self, index: int) -> int:
        """Where word `index` begins in the line."""
        return self.tokens[index][0]

    def stop(self, index: int) -> int:
        """Where word `index` ends in the line."""
        return self.tokens[index][1]

    def index(self, start: int) -> int:
        """Of the word that begins at `start` in the line."""
        return next(i for i, token in enumerate(self.tokens) if token[0] == start)

    def is_capitals(self, index: int) -> bool:
        """Whether the word is more than one letter and all capitals."""
        start, stop = self.tokens[index]
        return stop - start > 1 and self.cased[start:stop].isupper()

    def __len__(self) -> int:
        return len(self.tokens)


@cache
def surnames() -> dict[str, str]:
    """How far each folded surname alone speaks for a person."""
    return {fold(name): kind for name, kind in rows("surnames.tsv")}


@cache
def stops() -> frozenset[str]:
    """Words, and pairs of words, that no name goes on with."""
    return frozenset(entries("name_stops.txt"))


WORD = r"\p{Lu}[\p{L}\p{M}]*(?:'[\p{L}\p{M}]+)?"
_RUN = Pattern(rf"(?<![\p{{L}}\p{{M}}\d])(?P<token>{WORD})(?: {{1,2}}(?P<token>{WORD}))+(?![\p{{L}}\d])")
_SMALL_WORD = Pattern(r" {1,2}(\p{Ll}[\p{L}\p{M}]*)")
_PAIR = Pattern(r"([\p{L}\p{M}]+)(?: {1,2}([\p{L}\p{M}]+))?")
MIDDLE = frozenset({"văn", "thị"})
"""Middle names that nothing but a person has."""


def is_surname(word: str) -> bool:
    """Whether a word may begin the name of a person."""
    cut = word.find("'") + 1
    return fold(word[:cut] if cut else word) in surnames()


def begins_title(cased: str, folded: str, start: int) -> bool:
    """Whether a title, an organisation or a clause begins at `start`: nothing that a name could go on with.

    >>> begins_title("Bí thư Tỉnh ủy", "bí thư tỉnh ủy", 0)
    True
    """
    pair = _PAIR.match(folded, start)
    return pair is not None and (pair.group(1) in stops() or f"{pair.group(1)} {pair.group(2)}" in stops())


def follows_stop(cased: str, folded: str, word: Span) -> bool:
    """Whether a capitalised word and the small word after it begin something else: `Trần Văn Nam Chủ tịch`."""
    small = _SMALL_WORD.match(cased, word.stop)
    return small is not None and f"{word.of(folded)} {folded[small.start(1) : small.end(1)]}" in stops()


def runs(cased: str, folded: str) -> Iterator[Run]:
    """The runs of a line, in text order."""
    for match in _RUN.finditer(cased):
        tokens = tuple(match.spans("token"))
        words = tuple(folded[start:stop] for start, stop in tokens)
        shouted = match.group().isupper() and len(match.group()) > 2 * len(tokens)
        yield Run(cased, folded, tokens, words, shouted)
