"""Head words of organisations: `UBND`, `Sở`, `Ban Tuyên giáo`; where one stands in a text, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.phrases import Phrases, alternation
from congressx.vietnamese.places import place_stop
from congressx.vietnamese.syllables import is_syllable

_WORD_BEFORE = Pattern(r"(?r)(?<![\p{L}\p{M}])([\p{L}\p{M}]+) ")
_FIRST_WORD = Pattern(r"[\p{L}\p{M}\d']+")


@dataclass(frozen=True, slots=True)
class Head:
    """What the gazetteer says of a head word."""

    kind: str
    organ: bool
    tail: str
    """What may follow: field, place, nested, none."""


@cache
def _heads() -> dict[str, Head]:
    return {head: Head(kind, place == "organ", tail) for head, kind, place, tail in rows("organisation_heads.txt")}


@cache
def head_phrases() -> Phrases:
    """Every head word."""
    return Phrases(_heads(), before_notes=True)


@cache
def _not_heads() -> Phrases:
    return Phrases(entries("not_heads.txt"))


@cache
def _other_words() -> frozenset[str]:
    return frozenset(entries("not_heads.txt"))


@cache
def _abbreviations() -> frozenset[str]:
    """Heads that are letters, not words: `UBND`, `TƯ`; in small letters they are something else."""
    return frozenset(head for head in _heads() if " " not in head and not is_syllable(head)) | {"tư", "ub", "tt"}


@cache
def head_words() -> Pattern:
    """Where a head may begin: any of the first words."""
    return Pattern(rf"(?<![\p{{L}}\p{{M}}\d])(?:{alternation(head_phrases().first_words)})(?![\p{{L}}\p{{M}}\d])")


def head_called(text: str) -> Head:
    """The head of that spelling."""
    return _heads()[head_phrases().plain(text)]


def find_head(cased: str, folded: str, start: int) -> int | None:
    """Where the head word at `start` ends, if one stands there and is no part of another word."""
    stop = head_phrases().longest(folded, start)
    if stop is None or (start and folded[start - 1].isalnum()):
        return None
    if folded[start:stop] in _abbreviations() and not _is_abbreviation(cased, folded, start, stop):
        return None
    longer = _not_heads().longest(folded, start)
    if max(longer or 0, place_stop(cased, folded, start) or 0) > stop:  # Trường Sa, Vụ Bản
        return None
    return None if _ends_other_word(folded, start, stop) else stop


def _is_abbreviation(cased: str, folded: str, start: int, stop: int) -> bool:
    """`UBND`, `TƯ`; a firm is also written `Agribank`, `Cty`."""
    return cased[start:stop].isupper() or (cased[start].isupper() and _heads()[folded[start:stop]].kind == "company")


def _ends_other_word(folded: str, start: int, stop: int) -> bool:
    """Whether the head is the end of another word: `trụ sở`, `Đại hội`."""
    before = _WORD_BEFORE.match(folded, max(0, start - 14), start)
    first = _FIRST_WORD.match(folded, start, stop)
    return before is not None and first is not None and f"{before.group(1)} {first.group()}" in _other_words()
