"""The letters of Vietnamese, as character classes for patterns.

A range such as `[À-Ỹ]` is wrong for Vietnamese: upper and lower case alternate there. The classes below list every letter.

>>> import regex
>>> bool(regex.fullmatch(f"[{UPPER}][{LOWER}]+", "Ưng"))
True
>>> "ế" in LOWER, "ế" in UPPER
(True, False)
"""

from __future__ import annotations

import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Combining grave, acute, tilde, hook above, dot below: the five written tones."""

_VOWELS = "aăâeêioôơuưy"
_CONSONANTS = "bcdđghklmnpqrstvxfjwz"

LOWER = _CONSONANTS + "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in ("", *TONES))
"""Every lower-case letter of Vietnamese with every tone, and f, j, w, z of foreign and minority names."""

UPPER = LOWER.upper()
LETTER = LOWER + UPPER


def bare(letters: str) -> str:
    """Letters and figures without their marks; `đ` is a letter of its own.

    >>> bare("Ủy"), bare("TT&đ")
    ('Uy', 'TTđ')
    """
    return "".join(sign for sign in unicodedata.normalize("NFD", letters) if sign.isalnum())
