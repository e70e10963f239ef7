"""How Vietnamese a text is: the share of its marked words that are syllables of the language.

A wrong reading of bytes gives letters, too, but hardly ever syllables: `Đại hội` read from the wrong table is `Đạế hộế`. Words
in plain ASCII say nothing, as every table reads them alike.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.letters import LOWER, TONES

_HERE = "congressx.corpus.encodings"
_ONSETS = (*"bcdđghklmnprstvx", "ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr")
_FRONT = frozenset("eêiy")
_STOPS = ("c", "ch", "k", "p", "t")
_STOP_TONES = frozenset("\u0301\u0323")
_TONE_OF = {letter: tone for letter in LOWER for tone in TONES if tone in unicodedata.normalize("NFD", letter)}
_TONELESS = {
    ord(letter): unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter).replace(tone, ""))
    for letter, tone in _TONE_OF.items()
}
_WORD = regex.compile(r"[^\s\d!-/:-@\[-`{-~\u00a0\u2010-\u2027\u2030-\u203a]+")
"""Symbols stay in the word, as `C«ng` is one word in a wrong table; only what stands between words in any text cuts."""
_ABBREVIATION = regex.compile("[bcdđfghjklmnpqrstvwxz]+")
"""`HĐND`, `NLĐ`: consonants alone say nothing either."""
_LONGEST = 40
"""The longest syllable has 7 letters; a longer run is none, and is not worth remembering."""
_AROUND = "«»°·•©®²³§´"


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted in one reading of a text; `score` compares readings, `quality` judges one."""

    common: int = 0
    """Marked syllables that every newspaper page has."""
    rare: int = 0
    """Other words that have the form of a marked syllable."""
    wrong: int = 0
    """Words with letters or signs outside ASCII that are no syllable."""
    plain: int = 0
    """Words of ASCII letters only."""

    @property
    def good(self) -> int:
        """Marked words that are syllables."""
        return self.common + self.rare

    @property
    def quality(self) -> float:
        """The share of syllables among the marked words, 0 when there are none."""
        return self.good / marked if (marked := self.good + self.wrong) else 0.0

    @property
    def density(self) -> float:
        """The share of marked syllables among all words: 0.6 to 0.8 in Vietnamese prose."""
        return self.good / words if (words := self.good + self.wrong + self.plain) else 0.0

    @property
    def score(self) -> int:
        """One number to compare readings by: a wrong word weighs more than two right ones."""
        return 2 * self.common + self.rare - 4 * self.wrong


def measure(text: str) -> Measure:
    """The count for one reading.

    >>> measure("Công ty dệt Minh Khai").quality, measure("C«ng ty dÖt Minh Khai").quality
    (1.0, 0.0)
    """
    counts = Counter(_WORD.findall(unicodedata.normalize("NFC", text).lower()))
    found = dict.fromkeys(("common", "rare", "wrong", "plain"), 0)
    for word, count in counts.items():
        if kind := _kind(word) if len(word) <= _LONGEST else "wrong":
            found[kind] += count
    return Measure(**found)


@lru_cache(maxsize=1 << 14)
def _kind(word: str) -> str:
    word = word.strip(_AROUND)
    if word.isascii():
        return ("plain" if word.isprintable() else "wrong") if word else ""
    if word in _common():
        return "common"
    if is_true_syllable(word):
        return "rare"
    return "plain" if _ABBREVIATION.fullmatch(word) else "wrong"


@cache
def _common() -> frozenset[str]:
    return frozenset(entries("common_syllables.txt", _HERE))


@lru_cache(maxsize=1 << 14)
def is_true_syllable(word: str) -> bool:
    """Whether a lower-case NFC word is a syllable by its onset, its rhyme and the tones the rhyme allows.

    >>> [is_true_syllable(word) for word in ("nghị", "lănh", "kư", "gác", "gàc", "uỷ")]
    [True, False, False, True, False, True]
    """
    tones = [_TONE_OF[letter] for letter in word if letter in _TONE_OF]
    toneless = word.translate(_TONELESS)
    if len(tones) > 1 or toneless not in _toneless_syllables():
        return False
    return not toneless.endswith(_STOPS) or (bool(tones) and tones[0] in _STOP_TONES)


@cache
def _toneless_syllables() -> frozenset[str]:
    rhymes = entries("rhymes.txt", _HERE)
    return frozenset(onset + rhyme for onset in ("", *_ONSETS) for rhyme in rhymes if _goes(onset, rhyme))


def _goes(onset: str, rhyme: str) -> bool:
    """Whether spelling lets the rhyme follow the onset: `ke` but `ca`, `nghe` but `nga`."""
    front = rhyme[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return rhyme[0] not in "eêy"
    if rhyme in ("ynh", "yt"):
        return onset == "qu"
    return onset != "qu" or rhyme[0] not in "ouư"
