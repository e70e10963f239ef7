"""The spellings of a text in which literals are looked for: one with blanks between all its words and signs, one without any.

A literal is spelled by the same functions as the text, so it stands in the spelled text if it stands in the text: letters are
made small, figures become one `0`, white space becomes one blank or none. What is lost makes the gate let more through, never less.
"""

from __future__ import annotations

import re
import unicodedata

GAP = "\x01"
"""In a literal: white space or nothing."""
EDGE = "\x02"
"""In a literal: here no letter stands beside a letter."""

_VOWELS = "aăâeêioôơuưy"
_SMALL = "bcdđghklmnpqrstvxfjwz" + "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")
)
WORD_LETTERS = _SMALL + _SMALL.upper()
"""The letters that make words here: fewer than patterns mean by a letter, so where a pattern says `no letter` none of these is."""

_SIGNS = ".,;:()\"'-/%!?…&+"
_COMMON = re.compile(rf"[^{_SMALL}0-9 \n{re.escape(_SIGNS)}]")
_FIGURES = re.compile(r"\d+")
_OTHER = re.compile(rf"[^{_SMALL}\s0]")
_ZEROS = re.compile("0+")
_ALIEN = re.compile(
    r"[^\x00-\x7f\xa0-\xb4\xb6-\u012f\u0132-\u017e\u01a0\u01a1\u01af\u01b0\u02b0-\u02ff\u0300-\u0344\u1ea0-\u1ef9"
    r"\u2000-\u2125\u2127-\u2129\u2190-\u2bff\u3000-\u303f]"
)
"""Letters outside these may be another's capital (`ſ` of `s`, `K` of `k`): texts with them are not judged."""


def is_alien(text: str) -> bool:
    """Whether the text has letters for which small and capital are no plain pairs."""
    return not text.isascii() and _ALIEN.search(text) is not None


def spaced(text: str) -> str:
    """Every word, every other sign and every run of figures between single blanks, small letters.

    >>> spaced("Đ/c Nam,  27/12 (100%)"), spaced("hội "), spaced("ội")
    ('đ / c nam , 0 / 0 ( 0 % ) ', 'hội ', 'ội')
    """
    return _spaced("".join(map(_small, text)))


def spaced_folded(folded: str) -> str:
    """`spaced` of a text in small letters, with a blank before and behind."""
    return _spaced(f" {folded} ")


def solid(spelled: str) -> str:
    """What `spaced` or `spaced_folded` gave, without its blanks.

    >>> solid(spaced("đồng chí Nam, 5 6 7"))
    'đồngchínam,0'
    """
    joined = spelled.replace(" ", "")
    return _ZEROS.sub("0", joined) if "00" in joined else joined


def spelled(literal: str) -> tuple[str, bool]:
    """A literal with `GAP` and `EDGE` in it as it stands in the spaced text, or (True) in the solid one.

    >>> spelled(f"{EDGE}đồng chí{GAP}{EDGE}"), spelled(f"hội{GAP}nghị"), spelled(f"1{GAP}%")
    ((' đồng chí ', False), ('hộinghị', True), (' 0 % ', False))
    """
    plain = _EDGES.sub(EDGE, _BETWEEN_FIGURES.sub(GAP, literal)).strip(GAP)
    plain = _IDLE_GAP.sub("", plain)
    text = spaced(plain.replace(EDGE, " ").replace(GAP, ""))
    return (solid(text), True) if GAP in plain else (text, False)


_EDGES = re.compile(f"{GAP}*{EDGE}[{GAP}{EDGE}]*")
_BETWEEN_FIGURES = re.compile(rf"(?<=\d)[{GAP}{EDGE}]+(?=\d)")
_IDLE_GAP = re.compile(
    rf"{GAP}+(?=[ {EDGE}])|(?<=[ {EDGE}]){GAP}+|{GAP}+(?=[^\d{GAP}{WORD_LETTERS}])|(?<=[^\d{GAP}{WORD_LETTERS}]){GAP}+"
)
"""White space that may be missing beside a sign or a blank: signs stand between blanks anyway."""


def _small(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


def _spaced(small: str) -> str:
    if _COMMON.search(small):
        apart = _OTHER.sub(r" \g<0> ", _FIGURES.sub(" 0 ", small))
    else:
        apart = _FIGURES.sub(" 0 ", small)
        for sign in _SIGNS:
            if sign in apart:
                apart = apart.replace(sign, f" {sign} ")
    before, behind = apart[:1].isspace(), apart[-1:].isspace()
    words = " ".join(apart.split())
    if not words:
        return " " if apart else ""
    return f"{' ' if before else ''}{words}{' ' if behind else ''}"
