"""Signs that a text was read by the wrong table at some time before it came to us.

`is_clean` is asked of every article and must cost next to nothing; what it does not clear is looked at word by word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import regex

from congressx.corpus.encodings.measure import is_true_syllable

_CONTROLS = "\x80-\x9f"
_NO_VIETNAMESE = (
    "ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïðñöøûüþÿÐ¡-¦¨ª¬¯µ¶¸-º¼-¿\u0178\u0152\u0153\u0160\u0161\u017d\u017e\u0192\u02c6\u02dc"
)
_MARKS = "\u0300\u0301\u0303\u0309\u0323ŕḍḥḷṭ\u1e31\u1e3f\u1e43\u1e47\u1e5b\u1e7fńĺ\u01f5"
_SUSPECT = re.compile(f"[{_CONTROLS}{_NO_VIETNAMESE}{_MARKS}\ufffd]")
_LOST_INSIDE = re.compile(r"\?[a-zà-ỹ]")
_ONLY_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_SHARED = "ãìòõý"
"""Letters of Vietnamese that windows-1258 and windows-1252 do not share: a page of prose without any was read by the wrong one."""


def is_clean(text: str) -> bool:
    """Whether a text shows no sign at all; a false answer only says that somebody must look.

    >>> is_clean("Đại hội đã bế mạc"), is_clean("Giải bóng đá Malmö mở rộng"), is_clean("C«ng ty dÖt")
    (True, False, False)
    """
    if "?" in text and _LOST_INSIDE.search(text):
        return False
    if text.isascii():
        return True
    if not has_vietnamese_letters(text) or not any(letter in text for letter in _SHARED):
        return False
    return not _SUSPECT.search(text)


def has_vietnamese_letters(text: str) -> bool:
    """Whether a text has a letter that no wrong table of the West makes: `ạ`, `ơ`, `đ`."""
    return _ONLY_VIETNAMESE.search(text) is not None


_UTF8_TWICE = "[ÃÂÄÅÆĂ][\x80-\xbf€ƒ†‡ˆ‰Š‹Œ\u017d™š›œ\u017eŸ]|á[º»](?=[^\\s\\w]|[\x80-\xbfŠŒŽšœžŸƒ])|â€"
_GLUED_SIGN = r"(?<=\p{Ll})[¡-©«-±´-¶¸-¿](?=\p{Ll})|(?<![^\s\p{P}])®(?=[^\s\p{P}])"
_LOST_LETTER = r"\ufffd|(?<=\p{L})\?(?=\p{Ll})"
_BROKEN = regex.compile(f"[{_CONTROLS}]|{_UTF8_TWICE}|{_GLUED_SIGN}|{_LOST_LETTER}")
_TOKEN = regex.compile(r"\S+")
_ADDRESS = regex.compile(r"[/=@]|\w\.\w+\?")


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a text has words that no writer wrote, and how many words it has in all."""

    places: tuple[int, ...]
    words: int

    @property
    def serious(self) -> bool:
        """Whether it is more than a stray sign that a page may carry."""
        count = len(self.places)
        return 0 < 0.2 * self.words <= count if count < 3 else count >= 0.01 * self.words


def broken_words(text: str) -> Broken:
    """The words with signs of a wrong table inside, which in correct text stay rare: `ngÃ y`, `Vi?t`, `th\\ufffdng`.

    >>> broken_words("Ngày 5/9, giá 20°C, xem a.vn?b=c").places
    ()
    >>> broken_words("ngÃ\\xa0y há»p H?i").places
    (0, 6, 11)
    """
    places, words = [], 0
    for match in _TOKEN.finditer(text.replace("\xa0", "¤").replace("\x85", "¤")):
        words += 1
        word = text[match.start() : match.end()]
        if not word.isascii() or "?" in word:
            found = _BROKEN.search(word)
            if found and not _ADDRESS.search(word) and not is_true_syllable(word.lower().strip(".,;:!?\"'“”‘’()")):
                places.append(match.start())
    return Broken(tuple(places), words)
