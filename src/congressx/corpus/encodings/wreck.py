"""Pages in windows-1252 that were read as windows-1258: `đă`, `tŕnh`, `c̣n`, `ư kiến` for `đã`, `trình`, `còn`, `ý kiến`.

The two tables differ in five letters of Vietnamese. `ì` and `ò` turned into marks that stand on consonants, where no mark belongs:
always mended. `ã`, `õ`, `ý` turned into `ă`, `ơ`, `ư`, which are letters of other words; the syllable mostly says which it was
(`lănh` is none), then the words beside it (`xử lư`), then usage; where two words are left, as in names, nothing is mended.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

import regex

from congressx.corpus.encodings.measure import is_true_syllable
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.letters import LETTER

_HERE = "congressx.corpus.encodings"
_CERTAIN = {"\u0301": "ì", "\u0323": "ò", "\u0300": "Ì", "\u0309": "Ò"}
_DOUBTFUL = {"ă": "ã", "ơ": "õ", "ư": "ý", "Ă": "Ã", "Ơ": "Õ", "Ư": "Ý"}
_LOST = frozenset("ãìòõýÃÌÒÕÝ")
_VOWELS = "".join(letter for letter in LETTER if letter.lower() not in "bcdđghklmnpqrstvxfjwz")
_STRAY = regex.compile(f"(?<![{_VOWELS}\\p{{M}}])[\u0301\u0323\u0300\u0309]")
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_TRUE_WORD = regex.compile(r"(?<=T\. ?)Ư\b|(?<!VĂN |THỊ )[A-ZĐ]*TƯ\b")
"""`T.Ư`, `BCHTƯ` for `Trung ương`."""
_EITHER_WORD = regex.compile(r"ư(?=\s?\?)")
"""At the end of a question both `ý` and `ư` are words."""
_GI = regex.compile(r"^([gG])ị")
"""`giò`, `giòn`: the only words in which the mark of `ò` lands on a vowel; no word begins with `gị`."""
_LEAST_SIGNS = 3
_LONGEST = 24
_UNSURE = "?"


@dataclass(frozen=True, slots=True)
class Wreck:
    """The mended text, or the first word (and its line) that cannot be mended for sure."""

    text: str
    confidence: float
    unsure: tuple[str, int] | None


def repair_wreck(text: str) -> Wreck | None:
    """The text mended; None when it shows no such wreck.

    >>> repair_wreck("Đại hội đă nghe tŕnh bày báo cáo; c̣n 3 ư kiến về quản lư.").text
    'Đại hội đã nghe trình bày báo cáo; còn 3 ý kiến về quản lý.'
    >>> repair_wreck("Ông Y Suôn Byă, xã Chư Păh, đã phát biểu.") is None
    True
    """
    composed = unicodedata.normalize("NFC", text)
    loose = _loose(composed)
    words = list(_WORD.finditer(loose))
    signs = sum(_is_sign(match.group()) and not _may_be_true(loose, match.start()) for match in words)
    lost = sum(not _LOST.isdisjoint(match.group()) for match in words)
    if not signs or (lost and (signs < _LEAST_SIGNS or signs < 0.2 * lost)):
        return None
    if lost:  # a part is in order
        first = next(match for match in words if _is_sign(match.group()))
        return Wreck(text, 0.0, (first.group(), loose.count("\n", 0, first.start()) + 1))
    return _mend(loose, words, signs)


def _may_be_true(loose: str, place: int) -> bool:
    return bool(_TRUE_WORD.match(loose, place) or _EITHER_WORD.match(loose, place))


def _loose(text: str) -> str:
    """The text with the marks that stand on consonants as characters of their own: `tŕnh` → `tr` + mark + `nh`."""
    return "".join(_taken_apart(letter) if letter in _composed_consonants() else letter for letter in text)


def _taken_apart(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)


@cache
def _composed_consonants() -> frozenset[str]:
    pairs = product("bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX", _CERTAIN)
    composed = (unicodedata.normalize("NFC", consonant + mark) for consonant, mark in pairs)
    return frozenset(letter for letter in composed if len(letter) == 1)


def _is_safe(word: str) -> bool:
    return _DOUBTFUL.keys().isdisjoint(word) and not _STRAY.search(word) and not _GI.search(word)


def _is_sign(word: str) -> bool:
    """Whether a word is none as it stands and one when mended."""
    if _is_safe(word) or len(word) > _LONGEST:
        return False
    return not _is_syllable(word) and any(_is_syllable(other) for other in _readings(word))


def _is_syllable(word: str) -> bool:
    return word.lower() != "ư" and word.isalpha() and is_true_syllable(unicodedata.normalize("NFC", word.lower()))


def _readings(word: str) -> list[str]:
    """Every word that this one may have been, itself first: a mark is certain, a letter may have been itself."""
    mended = _with_marks(word)
    choices = [(letter, _DOUBTFUL[letter]) if letter in _DOUBTFUL else (letter,) for letter in mended]
    return ["".join(letters) for letters in islice(product(*choices), 64)]


def _mend(loose: str, words: list[regex.Match[str]], signs: int) -> Wreck:
    parts: list[str] = []
    place = doubts = 0
    for before, match, after in zip((None, *words), words, (*words[1:], None), strict=False):
        word = match.group()
        mended = word
        if not _TRUE_WORD.match(loose, match.start()):
            mended = _mended(word, _joined(loose, before, match, 0), _joined(loose, match, after, 1))
        if mended == _UNSURE or _EITHER_WORD.match(loose, match.start()):
            return Wreck(loose, 0.0, (word, loose.count("\n", 0, match.start()) + 1))
        doubts += mended != word and _is_syllable(word)
        parts.extend((loose[place : match.start()], mended))
        place = match.end()
    text = unicodedata.normalize("NFC", "".join((*parts, loose[place:])))
    return Wreck(text, round((1 - 2 ** -(signs + 2)) * (0.99 if doubts else 1.0), 3), None)


def _joined(loose: str, first: regex.Match[str] | None, second: regex.Match[str] | None, index: int) -> str:
    """One of two words, when nothing but white space is between them."""
    if first is None or second is None or loose[first.end() : second.start()].strip(" \n\xa0-"):
        return ""
    return _with_marks((first, second)[index].group())


def _with_marks(word: str) -> str:
    word = _GI.sub(r"\1iò", word)
    return _STRAY.sub(lambda match: _CERTAIN[match.group()], word)


def _mended(word: str, before: str, after: str) -> str:
    if _is_safe(word):
        return word
    if len(word) > _LONGEST:
        return _UNSURE
    readings = _readings(word)
    possible = [reading for reading in readings if _is_syllable(reading)]
    if not possible:
        return _UNSURE if len(readings) > 1 and any(_is_two(reading) for reading in readings) else readings[0]
    if len(possible) == 1:
        return possible[0]
    small, before, after = word.lower(), before.lower(), after.lower()
    mended = _in_phrase(f"{small} {after}", 0) or _in_phrase(f"{before} {small}", 1)
    if mended is None:
        as_word, as_name = _usage().get(small, (small, small))
        mended = as_word if word.islower() else as_name
    return mended if mended == _UNSURE else _cased_like(word, mended)


def _is_two(word: str) -> bool:
    """Whether two words stand glued, so that each may be another: `bộlănh`."""
    cuts = range(2, len(word) - 1)
    if any(_is_syllable(word[:cut]) and _is_syllable(word[cut:]) for cut in cuts):
        return True
    return any(not _LOST.isdisjoint(side) and _is_syllable(side) for cut in cuts for side in (word[:cut], word[cut:]))


def _in_phrase(phrase: str, index: int) -> str | None:
    """The word at `index` of a known pair of words; `?` when the pair is known to be doubtful."""
    mended = _phrases().get(phrase)
    return mended if mended in (None, _UNSURE) else mended.split(" ")[index]


def _cased_like(word: str, mended: str) -> str:
    if word.isupper() and len(word) > 1:
        return mended.upper()
    return mended[0].upper() + mended[1:] if word[0].isupper() else mended


@cache
def _phrases() -> dict[str, str]:
    """Two words as the wreck shows them → the words they are."""
    return {phrase: words for phrase, words in rows("wreck_phrases.tsv", _HERE)}  # noqa: C416 (two columns, for mypy)


@cache
def _usage() -> dict[str, tuple[str, str]]:
    """A word that could be two → the one it is in newspapers, in small letters and with a capital; `?` where it stays doubtful."""
    return {word: (small, capital) for word, small, capital in rows("wreck_words.tsv", _HERE)}
