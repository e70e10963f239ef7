"""The legacy tables: from bytes, held as a text of letters below U+0100, to Vietnamese letters.

Bytes are held as Latin-1 text because the same wreck comes in two forms: as bytes of an old page, and as a page that somebody
has saved as UTF-8 while the bytes were taken for Latin-1 or windows-1252 (`C«ng ty dÖt`, `Coâng ty`). Letters above U+00FF
pass through.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from congressx.vietnamese.gazetteers import rows

_HERE = "congressx.corpus.encodings"
_WITH_CAPITALS = frozenset("ăâêôơưđĂÂÊÔƠƯĐ")
"""Marked letters that the ABC fonts have as capitals, too."""


def _codec_table(codec: str) -> dict[int, str]:
    """What the bytes from 0x80 on are in a codec of Python; bytes it does not know stay as they are."""
    table = {}
    for byte in range(0x80, 0x100):
        letter = bytes([byte]).decode(codec, errors="ignore")
        if letter and letter != chr(byte):
            table[byte] = letter
    return table


WINDOWS_1252 = _codec_table("cp1252")
WINDOWS_1258 = _codec_table("cp1258")
_PUNCTUATION = {byte: letter for byte, letter in WINDOWS_1252.items() if byte < 0xA0}


@dataclass(frozen=True, slots=True)
class Charset:
    """A legacy encoding: `read` turns Latin-1 text into Vietnamese text."""

    name: str
    read: Callable[[str], str]


def latin_view(text: str, table: Mapping[int, str] = WINDOWS_1252) -> str:
    """The bytes that a text had before somebody read them by `table`, as Latin-1 text.

    >>> latin_view("C«ng ty “dÖt”").encode("latin-1")
    b'C\\xabng ty \\x93d\\xd6t\\x94'
    """
    return text.translate(_reversed(tuple(table.items())))


@cache
def _reversed(items: tuple[tuple[int, str], ...]) -> dict[int, int]:
    return {ord(letter): byte for byte, letter in items}


def _single_byte(name: str, *, punctuation: bool) -> Callable[[str], str]:
    table: dict[int, str] = dict(_PUNCTUATION) if punctuation else {}
    table.update((int(byte, 16), letter) for byte, letter in rows(name, _HERE))

    def read(latin: str) -> str:
        return latin.translate(table)

    return read


def _windows_1258(latin: str) -> str:
    return unicodedata.normalize("NFC", latin.translate(WINDOWS_1258))


def _windows_1252(latin: str) -> str:
    return latin.translate(WINDOWS_1252)


def _vni() -> Callable[[str], str]:
    letters = {typed: letter for typed, letter in rows("vni.tsv", _HERE)}  # noqa: C416 (rows of two columns, for mypy)
    for typed, letter in tuple(letters.items()):
        letters[typed.upper()] = letter.upper()
        if len(typed) == 2:
            letters[typed[0].upper() + typed[1]] = letter.upper()  # `Aù`: the mark typed without the capital
            letters[typed[0] + typed[1].upper()] = letter
    pattern = regex.compile("|".join(sorted(letters, key=len, reverse=True)))

    def read(latin: str) -> str:
        return pattern.sub(lambda match: letters[match.group()], latin).translate(_PUNCTUATION)

    return read


def _tcvn3() -> Callable[[str], str]:
    read = _single_byte("tcvn3.tsv", punctuation=True)
    return lambda latin: _raise_capitals(read(latin))


_LINE_WORD = regex.compile(r"\p{L}+")


def _raise_capitals(text: str) -> str:
    """Capitals with tones, which the ABC fonts have no bytes for: `§¹I HéI` is typed in small marked letters.

    A word shouts when it has two capitals and no plain small letter. A word that could be either (`Xã`, `ở`) follows the words
    beside it in its line. A line typed in small letters for a font of capitals (`.VnTimeH`) stays in small letters: the bytes do
    not say it.

    >>> _raise_capitals("ĐạI HộI ĐảNG Bộ XÃ Hà AN, Hà Nam")
    'ĐẠI HỘI ĐẢNG BỘ XÃ HÀ AN, Hà Nam'
    """
    return "".join(_raised_line(line) for line in text.splitlines(keepends=True))


def _raised_line(line: str) -> str:
    words = list(_LINE_WORD.finditer(line))
    shouting = [_shouts(match.group()) for match in words]
    if True not in shouting:
        return line
    before, after = _nearest(shouting), reversed(list(_nearest(reversed(shouting))))
    all_loud = False not in shouting
    parts, place = [], 0
    for match, loud, left, right in zip(words, shouting, before, after, strict=True):
        parts.append(line[place : match.start()])
        raised = loud or (loud is None and (all_loud or (left and right)))
        parts.append(match.group().upper() if raised else match.group())
        place = match.end()
    return "".join((*parts, line[place:]))


def _nearest(shouting: Iterable[bool | None]) -> Iterator[bool | None]:
    """For each word, what the last one said that said something."""
    last = None
    for loud in shouting:
        last = last if loud is None else loud
        yield last


def _shouts(word: str) -> bool | None:
    """Whether a word is in capitals; None when its plain letters do not say it: `Xã`, `ở`, `Hà`."""
    plain = [letter for letter in word if letter.isascii() or letter in _WITH_CAPITALS]
    if any(letter.islower() for letter in plain):
        return False
    if len(plain) > 1 or (plain and word[0] not in plain):
        return True
    return None


_CODE = "\x80\x81\x83\x86-\x8a\x8c-\x90\x98-\x9a\x9c-\x9f"
_CAPITAL_CODES = regex.compile(
    f"[\x01-\x06\x11-\x17]|(?<!\\S)[{_CODE}]|[{_CODE}](?=[A-Za-z])|(?<=[A-Z])[{_CODE}]"
    "|(?<=[A-Za-z\xa1-\xff])[\x80-\x9f](?=[A-Za-z\xa1-\xff])"
)


def fits(name: str, latin: str) -> bool:
    """Whether a table can be the one: TCVN 5712 differs from TCVN3 by capitals where windows-1252 has quotes and dashes.

    They must stand as letters stand, not as quotes.
    """
    return not name.startswith("tcvn-5712") or _CAPITAL_CODES.search(latin) is not None


@cache
def charsets() -> tuple[Charset, ...]:
    """The legacy encodings, the common ones first: of two that read a text alike, the first is named."""
    return (
        Charset("windows-1258", _windows_1258),
        Charset("tcvn3", _tcvn3()),
        Charset("vni", _vni()),
        Charset("windows-1252", _windows_1252),
        Charset("viscii", _single_byte("viscii.tsv", punctuation=False)),
        Charset("vps", _single_byte("vps.tsv", punctuation=True)),
        Charset("tcvn-5712", _single_byte("tcvn-5712.tsv", punctuation=False)),
    )
