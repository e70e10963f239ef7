"""From bytes to text: every candidate is tried, the most Vietnamese reading wins, and what is not sure is refused."""

from __future__ import annotations

import codecs
import html
import unicodedata
from dataclasses import dataclass

import regex

from congressx.corpus.encodings.charsets import WINDOWS_1252, latin_view
from congressx.corpus.encodings.measure import measure
from congressx.corpus.encodings.readings import (
    BEYOND_LATIN,
    LEAST_DENSITY,
    LEAST_WRONG,
    SURE,
    Reading,
    Way,
    as_it_is,
    choose,
    from_utf_8,
    parts,
    prose,
    readings,
    sample,
    ways_of_bytes,
    ways_of_text,
)
from congressx.corpus.encodings.signs import broken_words, has_vietnamese_letters, is_clean
from congressx.corpus.encodings.wreck import repair_wreck
from congressx.errors import InputError

_SAVE = "open the original page or document and save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding it was in and how sure that is (0 to 1; 1 where the bytes themselves say it)."""

    text: str
    encoding: str
    confidence: float


def decode(content: bytes, source: str) -> Decoded:
    """The text of a file's bytes; `InputError` when they hold none or the encoding cannot be told.

    >>> decode("Đại hội".encode("utf-16"), "a.txt")
    Decoded(text='Đại hội', encoding='utf-16-le', confidence=1.0)
    >>> decode("§¹i héi §¶ng bé huyÖn Minh Hµ lÇn thø X".encode("latin-1"), "b.txt").text
    'Đại hội Đảng bộ huyện Minh Hà lần thứ X'
    """
    if not content.strip():
        raise _empty(source)
    for mark, codec in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _of_unicode(_strict(content[len(mark) :], codec, source), _NAMES.get(codec, codec), 1.0, source)
    if b"\x00" in content:
        return _utf_16_without_mark(content, source)
    controls = _controls(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _of_bytes(content, error.start, controls, source)
    if controls > _MOST_CONTROLS:
        raise _binary(source)
    return _of_unicode(_with_letters(text, source), "utf-8", 1.0, source)


# -- Unicode, as the bytes say it


_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"utf-8": "utf-8-sig"}
_MOST_CONTROLS = 0.1
_CONTROL_BYTES = bytes(byte for byte in (*range(0x20), 0x7F) if byte not in b"\t\n\r\f\x1a")
_OF_PROSE = regex.compile(r"[\t\n\r -~\u00a0-\u024f\u0300-\u0323\u1ea0-\u1eff\u2010-\u2026]")


def _controls(content: bytes) -> float:
    """The share of control codes in the bytes."""
    return 1 - len(content.translate(None, _CONTROL_BYTES)) / len(content)


def _strict(content: bytes, codec: str, source: str) -> str:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        message = f"{source}: not {codec.upper()} at byte {error.start}, though the file begins so; {_SAVE}"
        raise InputError(message, reason="encoding") from error
    if "\x00" in text:
        raise _binary(source)
    return _with_letters(text, source)


def _with_letters(text: str, source: str) -> str:
    if not text.lstrip("\ufeff \t\r\n").strip():
        raise _empty(source)
    return text


def _utf_16_without_mark(content: bytes, source: str) -> Decoded:
    """UTF-16 is told by what it holds: of the two byte orders only one gives letters and blanks."""
    if len(content) % 2 == 0:
        for codec in ("utf-16-le", "utf-16-be"):
            text = content.decode(codec, errors="replace")
            share = len(_OF_PROSE.findall(sample(text))) / len(sample(text))
            if share > 0.95 and "\x00" not in text:
                return _of_unicode(_strict(content, codec, source), codec, round(share, 3), source)
    raise _binary(source)


def _empty(source: str) -> InputError:
    return InputError(f"{source}: the file is empty; delete it or save the article again", reason="empty")


def _binary(source: str) -> InputError:
    return InputError(f"{source}: binary content; only text articles can be read, take the file out", reason="binary")


# -- Text that may have been read by a wrong table before it was saved


def _of_unicode(text: str, name: str, confidence: float, source: str) -> Decoded:
    spelled = _LATIN_ENTITY.sub(lambda match: html.unescape(match.group()), text) if "&" in text else text
    if is_clean(spelled) or is_clean(unicodedata.normalize("NFC", spelled)):
        return Decoded(text, name, confidence)
    piece = sample(spelled)
    as_is = as_it_is(piece)
    if as_is.measure.quality < _GOOD or not has_vietnamese_letters(piece):
        other = _of_wrong_table(spelled, piece, as_is, name, source)
        if other is not None:
            return other
    return _as_it_is(text, as_is, Decoded(text, name, confidence), source)


_LATIN_ENTITY = regex.compile(r"&(?:#1[2-9]\d|#2[0-5]\d|#[xX][89A-Fa-f][0-9A-Fa-f]|(?!amp;|quot;|nbsp;)[A-Za-z]{3,6});")
"""A wrong table may have been spelled out: `C&laquo;ng ty d&Ouml;t`."""
_GOOD = 0.9
"""In 2,500 articles the least share of true syllables is 0.92; no other reading can be better then."""
_SHORT = 100
"""So few bytes of a legacy encoding may be valid UTF-8 by accident."""


def _of_wrong_table(text: str, piece: str, as_is: Reading, name: str, source: str) -> Decoded | None:
    accidents = readings(piece.encode().decode("latin-1"), ways_of_bytes()) if len(text) < _SHORT else ()
    best, sure = choose([as_is, *readings(piece, ways_of_text()), *accidents])
    if best.way and best.measure.density >= LEAST_DENSITY and sure >= SURE:
        return _read(text, best.way, f"{name}, {best.way.name}", sure, source)
    if best.way and _is_likely(best, as_is) and repair_wreck(text) is None:
        message = (
            f"{source}: letters are wrecked ({best.way.name} at best), but the text is too short to be sure; {_SAVE}"
        )
        raise InputError(message, reason="encoding")
    twice = _twice_in_any_language(text)
    return None if twice is None else Decoded(twice, f"{name}, utf-8 twice", 0.95)


def _is_likely(best: Reading, as_is: Reading) -> bool:
    """Whether a reading that is not sure is still so likely that the text cannot pass as it is."""
    if best.measure.density < LEAST_DENSITY or best.measure.quality < 0.5 or best.measure.score <= as_is.measure.score:
        return False
    if has_vietnamese_letters(as_is.text):
        return as_is.measure.wrong > 0 and as_is.measure.quality <= 0.7
    return as_is.measure.wrong > 0 or best.measure.common > as_is.measure.common


_BYTES_OF_A_LETTER = regex.compile(r"[\xc2-\xf4][\x80-\xbf]+")


def _twice_in_any_language(text: str) -> str | None:
    """French and Chinese, too: bytes that are valid UTF-8 several times over are no accident."""
    latin = latin_view(text)
    return from_utf_8(latin) if len(_BYTES_OF_A_LETTER.findall(latin)) >= LEAST_WRONG else None


def _as_it_is(text: str, as_is: Reading, decoded: Decoded, source: str) -> Decoded:
    """Nothing mends the text as a whole, save one wreck that is a matter of single words; a part of it may be wrecked all the same."""
    broken = broken_words(text)
    if broken.serious:
        raise _broken(text, broken.places[0], source)
    if as_is.measure.wrong >= LEAST_WRONG and (place := _wrecked_part(text)) is not None:
        raise _broken(text, place, source)
    wreck = repair_wreck(text)
    if wreck is None:
        return Decoded(text, decoded.encoding, min(decoded.confidence, 0.9 if broken.places else 1.0))
    if wreck.unsure is None:
        return Decoded(wreck.text, f"{decoded.encoding}, windows-1252 read as windows-1258", wreck.confidence)
    word, line = wreck.unsure
    raise InputError(
        f"{source}: windows-1252 read as windows-1258; “{word}” in line {line} cannot be mended for sure; {_SAVE}",
        reason="encoding",
    )


_MOST_FOREIGN = 200


def _wrecked_part(text: str) -> int | None:
    """Where a part begins that another reading makes Vietnamese; many other parts in a foreign language end the search."""
    foreign = 0
    for place, part in parts(text):
        here = as_it_is(part)
        if foreign < _MOST_FOREIGN and here.measure.wrong >= LEAST_WRONG and here.measure.quality < 0.5:
            foreign += 1
            best, sure = choose([here, *readings(part, ways_of_text())])
            if best.way and sure >= SURE:
                return place
    return None


# -- Bytes of a legacy encoding


def _of_bytes(content: bytes, first_bad: int, controls: float, source: str) -> Decoded:
    latin = content.decode("latin-1")
    best, sure = choose(readings(sample(latin), ways_of_bytes()))
    if best.way and sure >= SURE and best.measure.density >= LEAST_DENSITY and not _part_in_utf_8(content):
        return _read(latin, best.way, best.way.name, sure, source)
    if controls > 0.02:
        raise _binary(source)
    if best.measure.quality < 0.5 and _is_western(prose(sample(latin))):
        return Decoded(latin.translate(WINDOWS_1252), "windows-1252", SURE)
    raise _not_told(content, first_bad, best, source)


_WESTERN_WORD = regex.compile(r"[A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\xff]+")
_WESTERN_LETTER = regex.compile(r"[\xc0-\xd6\xd8-\xf6\xf8-\xff]")
_NOT_WESTERN = regex.compile(
    r"[^\x00-\x7f\x80\x82\x84\x85\x91-\x97\x99\xa0\xa1\xa3\xa7\xa9\xab\xae\xb0\xb2\xb3\xb4\xb7\xbb\xbd-\xff]"
)


def _is_western(latin: str) -> bool:
    """Whether the bytes are prose of a Western language: French has 1 marked letter in 10, Vietnamese 1 in 3."""
    letters = sum(len(word) for word in _WESTERN_WORD.findall(latin))
    marked = len(_WESTERN_LETTER.findall(latin))
    return letters > 20 and marked <= 0.15 * letters and not _NOT_WESTERN.search(latin)


_BEYOND_ASCII = bytes(range(0x80, 0x100))
_LETTER_OF_UTF_8 = regex.compile(rb"\xe1[\xba\xbb][\x80-\xbf]")


def _part_in_utf_8(content: bytes) -> int | None:
    """Where the Vietnamese letters of UTF-8 begin, if there are more than accident makes."""
    found = [match.start() for match in _LETTER_OF_UTF_8.finditer(content)]
    beyond_ascii = len(content) - len(content.translate(None, _BEYOND_ASCII))
    return found[0] if len(found) >= max(3, 0.02 * beyond_ascii) else None


def _not_told(content: bytes, first_bad: int, best: Reading, source: str) -> InputError:
    line = content.count(b"\n", 0, first_bad) + 1
    utf_8 = _part_in_utf_8(content)
    if first_bad >= len(content) - 3 and utf_8 is not None:
        what = f"the file is cut off in the middle of a letter (byte {first_bad})"
    elif utf_8 is not None and utf_8 < first_bad:
        what = f"UTF-8 up to byte {first_bad} (line {line}) and another encoding there"
    elif utf_8 is not None:
        there = content.count(b"\n", 0, utf_8) + 1
        what = f"UTF-8 at byte {utf_8} (line {there}), but not at byte {first_bad} (line {line})"
    else:
        likely = f", {best.way.name} at best" if best.way and best.measure.quality > 0.5 else ""
        what = f"not UTF-8 (byte {first_bad}, line {line}), and no other encoding is sure{likely}"
    return InputError(f"{source}: {what}; {_SAVE}", reason="encoding")


# -- One reading for the whole text


_NO_LETTER = regex.compile(r"[\x80-\x9f]")
"""What a table has no letter for stays a control code."""


def _read(text: str, way: Way, name: str, sure: float, source: str) -> Decoded:
    """The whole text, read in the way that a sample has shown.

    A part that is in order shows by letters that no wrong table can have made, or by being wrong in this reading.
    """
    before = way.before(text)
    found = BEYOND_LATIN.search(before)
    read = None if found else way.read(before)
    if read is None:
        raise _two_in_one(text, found.start() if found else 0, source)
    if stray := _NO_LETTER.search(read):
        raise _broken(text, max(0, min(stray.start(), len(text) - 1)), source)
    for place, part in parts(before):
        here = Reading(way, part_read := way.read(part) or "", measure(prose(part_read)))
        if here.measure.wrong >= LEAST_WRONG and here.measure.quality < 0.85:
            best, sure_here = choose([here, as_it_is(part), *readings(part, ways_of_bytes())])
            if best is not here and sure_here >= SURE:
                raise _broken(text, place, source)
    return Decoded(read, name, sure)


def _two_in_one(text: str, in_order: int, source: str) -> InputError:
    wrecked = _wrecked_part(text) or 0
    return InputError(
        f"{source}: two encodings in one text, in order {_at(text, in_order)}, wrecked {_at(text, wrecked)}; {_SAVE}",
        reason="encoding",
    )


def _broken(text: str, place: int, source: str) -> InputError:
    return InputError(f"{source}: letters are wrecked {_at(text, place)}; {_SAVE}", reason="encoding")


def _at(text: str, place: int) -> str:
    line = text.count("\n", 0, place) + 1
    excerpt = " ".join(text[place : place + 60].split())[:40]
    return f"in line {line} at character {place} (“{excerpt}”)"
