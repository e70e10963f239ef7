"""Looking up gazetteer phrases in folded text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import regex

from congressx.patterns import Pattern

_FIRST = Pattern(r"[\p{L}\p{M}\d]+")
_NOTED = Pattern(r"\d{1,3}(?:[.,;)]|$)")
"""The number of a note that sticks to the word before it: `Tỉnh ủy Hà Tĩnh33.`"""
_LETTER = Pattern(r"[\p{L}\p{M}\d]")


class Phrases:
    """Folded phrases, found by their first word.

    The signs in ` - `, `, ` and ` & ` also stand for other spacing: `văn hóa , thể thao`, `lao động-thương binh`.

    >>> fields = Phrases(["văn hóa", "văn hóa, thể thao và du lịch", "lao động - thương binh"])
    >>> "sở văn hóa , thể thao và du lịch"[: fields.longest("sở văn hóa , thể thao và du lịch", 3)]
    'sở văn hóa , thể thao và du lịch'
    >>> fields.longest("lao động-thương binh", 0), fields.longest("văn hóa phẩm", 0), fields.longest("y tế", 0)
    (20, 7, None)
    """

    __slots__ = ("_before_notes", "_by_first", "_plain")

    def __init__(self, phrases: Iterable[str], *, before_notes: bool = False) -> None:
        by_first: dict[str, set[str]] = {}
        phrases = tuple(phrases)
        self._plain = {spelling: phrase for phrase in phrases for spelling in _spellings(phrase)}
        self._plain |= {phrase: phrase for phrase in phrases}
        for phrase in phrases:
            for spelling in _spellings(phrase):
                first = _FIRST.match(spelling)
                if first is None:
                    raise ValueError(f"no word begins the phrase {phrase!r}")
                by_first.setdefault(first.group(), set()).add(spelling)
        self._before_notes = before_notes
        self._by_first = {first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()}

    @property
    def first_words(self) -> frozenset[str]:
        """The words a phrase may begin with."""
        return frozenset(self._by_first)

    def longest(self, folded: str, start: int) -> int | None:
        """Where the longest phrase at `start` ends."""
        first = _FIRST.match(folded, start)
        if first is None:
            return None
        for phrase in self._by_first.get(first.group(), ()):
            if folded.startswith(phrase, start) and self._ends_word(folded, start + len(phrase)):
                return start + len(phrase)
        return None

    def plain(self, spelling: str) -> str:
        """A phrase that `longest` found as the gazetteer spells it.

        >>> Phrases(["văn hóa, thể thao"]).plain("văn hóa , thể thao")
        'văn hóa, thể thao'
        """
        return self._plain[spelling]

    def _ends_word(self, folded: str, stop: int) -> bool:
        if not _LETTER.match(folded, stop):
            return True
        return self._before_notes and folded[stop - 1].isalpha() and _NOTED.match(folded, stop) is not None


def alternation(phrases: Iterable[str]) -> str:
    """Pattern source for any of the phrases, the longest first; a blank stands for any white space.

    Letters that phrases share at their beginning are written once: `regex` tries branch after branch, and four times as
    many where every phrase is one. A pattern that reads backwards (`(?r)`) wants `backward_alternation`.

    >>> alternation(["bí thư", "phó bí thư", "phó ban", "bí"])
    'bí(?:\\\\s+thư)?|phó\\\\s+b(?:an|í\\\\s+thư)'
    """
    return "|".join(_branches(sorted(set(phrases)), 0))


def backward_alternation(phrases: Iterable[str]) -> str:
    """The same for patterns that read from right to left.

    >>> backward_alternation(["bí thư", "phó bí thư"])
    'phó\\\\s+bí\\\\s+thư|bí\\\\s+thư'
    """
    return "|".join(map(_escaped, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))


def _branches(phrases: Sequence[str], at: int) -> Iterator[str]:
    """One branch for every letter that stands at `at` in the sorted phrases, which are the same before."""
    for _, group in groupby((phrase for phrase in phrases if len(phrase) > at), key=lambda phrase: phrase[at]):
        same = tuple(group)
        first, last = same[0], same[-1]  # sorted: what these two share, all share
        stop = next((i for i, letter in enumerate(first) if not last.startswith(letter, i)), len(first))
        tails = tuple(_branches(same, stop))
        optional = "?" if len(first) == stop else ""
        yield _escaped(first[at:stop]) + (f"(?:{'|'.join(tails)}){optional}" if tails else "")


def _escaped(words: str) -> str:
    return regex.escape(words, literal_spaces=True).replace(" ", r"\s+")


def _spellings(phrase: str) -> Iterator[str]:
    for dash in (" - ", "-", "- ", " -") if " - " in phrase else (" - ",):
        for comma in (", ", " , ", ",") if ", " in phrase else (", ",):
            for ampersand in (" & ", "&") if " & " in phrase else (" & ",):
                yield phrase.replace(" - ", dash).replace(", ", comma).replace(" & ", ampersand)
