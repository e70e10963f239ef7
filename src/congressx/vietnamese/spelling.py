"""One spelling for matching: texts of equal length in which case, tone placement, dashes and odd letters no longer differ.

`settle` is applied once, before anything is counted. `cased` and `fold` give a text of the same length for matching, so an
offset found in them is an offset of the text itself.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache, lru_cache

import regex
from ahocorasick_rs import AhoCorasick

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.letters import LETTER, LOWER, TONES, UPPER
from congressx.vietnamese.syllables import is_syllable

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_ENTITY = Pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d?);|\bnbsp;|(?<=\w)nbsp;")
_NEWLINES = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_SPACES = {
    ord(c): " "
    for c in "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
}

_DOUBLED = re.compile("  +")

_ODD_LETTERS = {
    ord("Ð"): "Đ",
    ord("ð"): "đ",
    ord("Ɖ"): "Đ",
    ord("ı"): "i",
    **{ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"},
    **{ord(c): "/" for c in "\u2044\u2215"},
    **{ord(c): '"' for c in "“”„‟«»"},
    **{ord(c): "'" for c in "‘’‛ʼ`´"},
}
_ODD = re.compile(f"[{''.join(map(chr, _ODD_LETTERS))}]")
_UNWANTED = re.compile(f"[{''.join(map(chr, _INVISIBLE))}]")
_UNUSUAL_SPACE = re.compile(f"[{''.join(map(chr, _SPACES))}]")
_MAYBE_OLD_TONE = re.compile("[oO][àáãảạèéẽẻẹÀÁÃẢẠÈÉẼẺẸ]|[uU][ỳýỹỷỵỲÝỸỶỴ]")
"""`re` is five times as fast as `translate` where nothing is found, as in nearly every sentence."""
_KY = re.compile(rf"([kK])([ìÌ])(?<![{LETTER}]..)(?![{LETTER}])")
"""`nhiệm kì`, `kì họp`: some papers never write `kỳ`. The look behind comes last: `re` goes from `k` to `k` three times as fast."""
_OLD_TONE_PLACEMENT = Pattern(r"(?i)(?:o[àáãảạ]|o[èéẽẻẹ]|(?<!q)u[ỳýỹỷỵ])(?!\p{L})")


def settle(text: str) -> str:
    """The spelling a document keeps: NFC, single plain blanks, none at line ends, no invisible characters, no HTML entities.

    Its result is the text that every offset counts in; letters, case and tone placement stay as the page has them.

    >>> settle("Đại\\u00a0hội&nbsp;Đảng bộ\\r\\nlần thứ I")
    'Đại hội Đảng bộ\\nlần thứ I'
    >>> settle("tổ chứcnbsp;phiên  họp \\n  thứ 9")
    'tổ chức phiên họp\\nthứ 9'
    >>> settle("các Đồngchí ĐẢNGVIÊN, bàTrần Thị Lúa63 tuổi, VinFast")
    'các Đồng chí ĐẢNG VIÊN, bà Trần Thị Lúa 63 tuổi, VinFast'
    """
    if "&" in text or "nbsp;" in text:
        text = _ENTITY.sub(_entity, text)
    text = unicodedata.normalize("NFC", _UNWANTED.sub("", text))
    text = _DOUBLED.sub(" ", _UNUSUAL_SPACE.sub(" ", _NEWLINES.sub("\n", text)))
    return _unglued(text.replace(" \n", "\n").replace("\n ", "\n"))


@cache
def _glued_words() -> tuple[AhoCorasick, list[Pattern]]:
    """Finds the glued spellings; by the number of each, a pattern with one group for each of its two syllables."""
    pairs = [entry.split(" ") for entry in entries("glued_words.txt")]
    patterns = [Pattern(rf"(?i)(?<!\p{{L}})({a})({b})(?!(?-i:\p{{Ll}}))") for a, b in pairs]
    return AhoCorasick([a + b for a, b in pairs]), patterns


_START_OF_WORD = re.compile(
    rf"[{UPPER}](?<=[{LOWER}].)(?=[{LOWER}])|[0-9](?<=[{LOWER}].)(?![0-9]*(?:\.(?![0-9])| *[{UPPER}Ð]))"
)
"""`ủy|S|ông`, `Lúa|6|3 tuổi`: what begins a word that lost its blank. `Bộ Quốc phòng73. Trần Văn Lúa` is an item of a list."""
_LAST_WORD = Pattern(rf"(?r)(?<![{LETTER}])[{LETTER}][{LOWER}]*")


def _parted(sign: re.Match[str]) -> str:
    """A capital or a figure within a word begins the next one where what stands before it is Vietnamese beyond doubt."""
    before = _LAST_WORD.match(sign.string, 0, sign.start())
    glued = before is not None and not before[0].isascii() and is_syllable(before[0].lower())
    return f" {sign[0]}" if glued else sign[0]


def _unglued(text: str) -> str:
    spellings, patterns = _glued_words()
    for number in sorted({match[0] for match in spellings.find_matches_as_indexes(text.lower(), overlapping=True)}):
        text = patterns[number].sub(r"\1 \2", text)
    return _START_OF_WORD.sub(_parted, text)  # the last: đồngchíTrần Thị Lúa


def _entity(match: regex.Match[str]) -> str:
    found = match.group()
    if found == "nbsp;":
        return " "
    plain = html.unescape(found)
    return " " if plain in "<>" else plain


def cased(text: str) -> str:
    """`text` at equal length with one tone placement, one dash, one slash, one quote, `Ð`→`Đ`, `ı`→`i`, `kì`→`kỳ`; case is kept.

    >>> cased("Uỷ viên – khoá XII, nhiệm kì 2020-2025")
    'Ủy viên - khóa XII, nhiệm kỳ 2020-2025'
    """
    text = _ODD.sub(_even, text)
    if "ì" in text or "Ì" in text:
        text = _KY.sub(_with_y, text)
    return _OLD_TONE_PLACEMENT.sub(_new_tone_placement, text) if _MAYBE_OLD_TONE.search(text) else text


def _with_y(word: re.Match[str]) -> str:
    return word[1] + ("ỳ" if word[2] == "ì" else "Ỳ")


def _even(odd: re.Match[str]) -> str:
    return _ODD_LETTERS[ord(odd[0])]


@lru_cache(maxsize=1024)  # titles, names and units are asked for again and again
def fold(text: str) -> str:
    """`cased` in lower case, at equal length: the text that patterns are matched against.

    >>> fold("Ðảng bộ HOÀ BÌNH")
    'đảng bộ hòa bình'
    """
    return small(cased(text))


def small(text: str) -> str:
    """`text` in lower case at equal length; letters whose small form is longer stay (`İ`).

    >>> small("Ủy BAN"), len(small("İ"))
    ('ủy ban', 1)
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _new_tone_placement(match: regex.Match[str]) -> str:
    return _moved_tone(match.group())


@cache
def _moved_tone(pair: str) -> str:
    """Two letters with the tone moved from the second to the first: `oà` → `òa`."""
    first, second = pair[0], pair[1]
    marks = unicodedata.normalize("NFD", second)
    tone = next(mark for mark in marks if mark in TONES)
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
    return unicodedata.normalize("NFC", first + tone) + bare


_GLUE = Pattern(rf"(?<=[{LETTER}]) (?=[{LETTER}])")


def phrase(pattern: str) -> str:
    """Pattern source in which a blank stands for what pages put between words.

    Between two literal letters a blank may be missing (`đồngchí`); elsewhere it is at least one blank or line end.

    >>> bool(regex.search(phrase("đồng chí"), "cácđồngchí")), bool(regex.search(phrase("lần thứ"), "lần\\n thứ"))
    (True, True)
    """
    return _GLUE.sub(r"\\s*", pattern).replace(" ", r"\s+")
