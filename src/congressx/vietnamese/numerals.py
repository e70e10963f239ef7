"""Numbers as Vietnamese news writes them: in figures, in words, in Roman figures, and as ordinals.

Readers answer None where two readings remain: `438.30.1`, `một trăm hai` (102 or 120), `hai mươi năm` (twenty years).
The pattern fragments (`NUMBER`, `SPELLED`, `ROMAN`, `ORDINAL`) are for folded text; they hold no groups and no literal
blanks.

>>> import regex
>>> from congressx.vietnamese.spelling import fold
>>> text = fold("Lần thứ XII: 1.510 đại biểu, hai mươi lăm chi bộ, 4,5 triệu lượt")
>>> [read_number(found) for found in regex.findall(f"{NUMBER}|{SPELLED}", text)]
[1510, 25, 4500000]
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal

import regex

from congressx.patterns import Pattern

Number = int | float

MAGNITUDES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
"""Words that multiply the number before them; they stack: `10 ngàn tỷ`."""

_UNITS = {w: n for n, w in enumerate(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"], start=1)} | {
    "bẩy": 7
}
_AFTER_TEN = {word: value for word, value in _UNITS.items() if word != "năm"} | {"lăm": 5, "nhăm": 5}
_AFTER_TENS = _AFTER_TEN | {"mốt": 1, "tư": 4}
"""`hai mươi năm` is twenty years: five after a ten is `lăm`."""
_ODD = frozenset({"linh", "lẻ"})
"""Between hundreds and units: `một trăm linh ba`."""


# --- figures ----------------------------------------------------------------------------------------------------------

_DOTTED = Pattern(r"(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?P<part>\d+))?")  # 1.510 · 3.807,927
_COMMAS = Pattern(r"(?P<whole>[1-9]\d{0,2}(?:,\d{3}){2,})(?:\.(?P<part>\d+))?")  # 1,234,567
_ENGLISH = Pattern(r"(?P<whole>[1-9]\d{0,2},\d{3})\.(?P<part>\d{1,2})")  # 1,234.5
_DECIMAL_COMMA = Pattern(r"(?P<whole>\d+),(?P<part>\d+)")  # 14,3
_DECIMAL_DOT = Pattern(r"(?P<whole>\d+)\.(?P<part>\d{1,2})|(?P<whole>0)\.(?P<part>\d{3,})")  # 9.9 · 0.125
_SHAPES = (_DOTTED, _COMMAS, _ENGLISH, _DECIMAL_COMMA, _DECIMAL_DOT)


def read_digits(token: str) -> Number | None:
    """The number that figures with their dots and commas stand for.

    >>> [read_digits(token) for token in ["02", "1.510", "14,3", "3.807,927", "9.9", "1,234,567", "832.270.966.973"]]
    [2, 1510, 14.3, 3807.927, 9.9, 1234567, 832270966973]
    >>> [read_digits(token) for token in ["438.30.1", "1.2345", "12.34,5", "1.", "một"]]
    [None, None, None, None, None]
    """
    if token.isdecimal():
        return int(token)
    for shape in _SHAPES:
        match = shape.fullmatch(token)
        if match is not None:
            whole = regex.sub(r"[.,]", "", match["whole"])
            return plain(Decimal(f"{whole}.{match['part']}" if match["part"] else whole))
    return None


def plain(value: Decimal) -> Number:
    """An int where the value is whole, otherwise a float.

    >>> plain(Decimal("14.0")), plain(Decimal("14.3"))
    (14, 14.3)
    """
    return int(value) if value == value.to_integral_value() else float(value)


# --- words ------------------------------------------------------------------------------------------------------------


def read_spelled(folded: str) -> int | None:
    """The number that words stand for.

    >>> [read_spelled(words) for words in ["hai mươi lăm", "một trăm linh ba", "hai triệu rưỡi", "mười nghìn tỷ"]]
    [25, 103, 2500000, 10000000000000]
    >>> [read_spelled(words) for words in ["hai nghìn không trăm linh năm", "ba vạn", "một nghìn lẻ năm"]]
    [2005, 30000, 1005]
    >>> [read_spelled(words) for words in ["một trăm hai", "hai mươi năm", "hai ba", "mươi", "tư", "triệu"]]
    [None, None, None, None, None, None]
    """
    words = folded.split()
    if words == ["không"]:
        return 0
    return None if words[:1] == ["không"] else _scaled(words)


_SCALES = (({"tỷ", "tỉ"}, 10**9), ({"triệu"}, 10**6), ({"vạn"}, 10**4), ({"nghìn", "ngàn"}, 10**3))


def _scaled(words: list[str]) -> int | None:
    """`một nghìn hai trăm tỷ năm trăm triệu`: what stands before the greatest scale, times it, and the rest."""
    for names, scale in _SCALES:
        places = [place for place, word in enumerate(words) if word in names]
        if places:
            head, rest = _scaled(words[: places[0]]), _rest(words[places[0] + 1 :], scale)
            return None if head is None or rest is None or not head else head * scale + rest
    return _hundreds(words)


def _rest(words: list[str], scale: int) -> int | None:
    """What follows a scale; a lone unit there may mean two things: `một nghìn hai`."""
    if not words:
        return 0
    if words == ["rưỡi"]:
        return scale // 2
    if words[0] in _ODD:
        return _below_hundred(words[1:])
    rest = _scaled(words)
    return None if rest is None or rest >= scale or (len(words) == 1 and rest < 10) else rest


def _hundreds(words: list[str]) -> int | None:
    if words[1:2] != ["trăm"]:
        return _below_hundred(words)
    hundreds = 0 if words[0] == "không" else _UNITS.get(words[0])
    if hundreds is None:
        return None
    rest = words[2:]
    if rest == ["rưỡi"]:
        return 100 * hundreds + 50 if hundreds else None
    if not rest:
        return 100 * hundreds
    odd = rest[0] in _ODD
    tens = 4 if odd and rest[1:] == ["tư"] else _below_hundred(rest[odd:])
    return None if tens is None or (tens < 10 and not odd) else 100 * hundreds + tens


def _below_hundred(words: list[str]) -> int | None:
    match words:
        case ["mười"]:
            return 10
        case ["mười", unit] if unit in _AFTER_TEN:
            return 10 + _AFTER_TEN[unit]
        case [ten, "mươi"] if _UNITS.get(ten, 1) > 1:
            return 10 * _UNITS[ten]
        case [ten, "mươi", unit] if _UNITS.get(ten, 1) > 1 and unit in _AFTER_TENS:
            return 10 * _UNITS[ten] + _AFTER_TENS[unit]
        case [unit]:
            return _UNITS.get(unit)
        case _:
            return None


# --- Roman figures ----------------------------------------------------------------------------------------------------

_ROMAN_FIGURES = r"(?=[ivxl])(?:xl(?:ix|iv|v?i{0,3})|l|x{0,3}(?:ix|iv|v?i{0,3}))"
_ROMAN = Pattern(_ROMAN_FIGURES)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def read_roman(token: str) -> int | None:
    """The number of strictly written Roman figures from I to L, in either case.

    >>> [read_roman(token) for token in ["XIV", "ix", "XLIX", "L", "IIII", "VX", "XIVa", ""]]
    [14, 9, 49, 50, None, None, None, None]
    """
    lowered = token.lower()
    if not _ROMAN.fullmatch(lowered):
        return None
    values = [_ROMAN_VALUES[figure] for figure in lowered]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


# --- ordinals ---------------------------------------------------------------------------------------------------------

_ORDINAL_WORDS = {"nhất": 1, "nhì": 2, "tư": 4}


def read_ordinal(folded: str) -> int | None:
    """The number of an ordinal with or without its `thứ`: a word, figures or Roman figures.

    >>> [read_ordinal(words) for words in ["thứ nhất", "tư", "mười lăm", "thứ 12", "XIV", "hai mươi mốt", "thứ"]]
    [1, 4, 15, 12, 14, 21, None]
    """
    said = regex.sub(r"^(?:lần\s+)?thứ\s*", "", folded.strip())
    if regex.fullmatch(r"\d{1,3}", said):
        return int(said)
    if said in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[said]
    small = _hundreds(said.split())
    return read_roman(said) if small is None else small


# --- pattern fragments ------------------------------------------------------------------------------------------------


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


MAGNITUDE = (
    r"(?:nghìn|ngàn|vạn(?!\s*(?:vật|phúc|ninh|thọ|xuân))|triệu(?!\s*(?:tập|phú|hồi|chứng|phong|sơn))"
    r"|t[ỷỉ](?!\s*(?:lệ|trọng|số|suất|phú|giá|mỉ)))(?!\p{L})"
)
"""A magnitude word that is none of `tỷ lệ`, `triệu tập`, `triệu phú`."""
DIGITS = r"(?<![\p{L}\d])(?<!\d[.,])\d+(?:[.,]\d+)*"
"""Figures with their dots and commas, from their first figure on."""
NUMBER = rf"{DIGITS}(?:\s*{MAGNITUDE})*"
"""Figures with the magnitude words after them: `10 ngàn tỷ`."""

_UNIT = f"(?:{_any(_UNITS)})"
_TENS = (
    rf"(?:mười(?:\s+(?:{_any(_AFTER_TEN)})(?!\p{{L}}))?"
    rf"|(?:{_any(_UNITS.keys() - {'một'})})\s+mươi(?:\s+(?:{_any(_AFTER_TENS)})(?!\p{{L}}))?)"
)
_ODD_UNIT = rf"(?:linh|lẻ)\s+(?:{_TENS}|{_UNIT}|tư)"
_HUNDREDS = rf"(?:{_UNIT}|không)\s+trăm(?:\s+(?:{_ODD_UNIT}|{_TENS}))?"
_GROUP = rf"(?:{_HUNDREDS}|{_TENS}|{_UNIT})(?:\s+{MAGNITUDE})+|{_HUNDREDS}|{_TENS}|{_ODD_UNIT}"
SPELLED = (
    rf"(?<![\p{{L}}\d])(?!không)(?:{_GROUP}|{_UNIT})(?:\s+(?:{_GROUP}))*"
    r"(?:(?<=trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s+rưỡi)?(?!\p{L})"
)
"""A number in words, as long as grammar lets it be: `hai mươi lăm nghìn`, but only `hai` of `hai năm`."""
ROMAN = rf"(?i:{_ROMAN_FIGURES})(?![\p{{L}}\d])"
"""Roman figures from I to L, in either case."""
ORDINAL = (
    rf"(?:(?:thứ\s+)?(?:{_TENS}|{_UNIT}|{_any(_ORDINAL_WORDS)})(?![\p{{L}}\d])"
    rf"|thứ\s*(?:\d{{1,3}}(?![\p{{L}}\d])|{ROMAN}))"
)
"""An ordinal word with or without `thứ`, or `thứ` with figures: `nhất`, `thứ tư`, `thứ 12`, `thứ XII`."""

_AMOUNT = Pattern(rf"(?P<figures>\d+(?:[.,]\d+)*)(?P<magnitudes>(?:\s*(?:{_any(MAGNITUDES)}))*)")


def read_number(folded: str) -> Number | None:
    """The number of what `NUMBER` or `SPELLED` matched; amounts may go on downwards: `1 tỷ 200 triệu`.

    >>> [read_number(words) for words in ["4,5 triệu", "2,3 ngàn tỷ", "1 tỷ 200 triệu", "ba trăm"]]
    [4500000, 2300000000000, 1200000000, 300]
    >>> [read_number(words) for words in ["1.2.3 tỷ", "5 triệu 2 tỷ"]]
    [None, None]
    """
    if folded.isdecimal():
        return int(folded)
    total, last, stop = Decimal(0), 0, 0
    for match in _AMOUNT.finditer(folded):
        value, scale = read_digits(match["figures"]), _scale(match["magnitudes"])
        if value is None or folded[stop : match.start()].strip() or (last and not value * scale < last):
            return None
        total, last, stop = total + Decimal(str(value)) * scale, scale, match.end()
    if not stop:
        return read_spelled(folded)
    return None if folded[stop:].strip() else plain(total)


_MAGNITUDE_WORD = Pattern(_any(MAGNITUDES))


def _scale(magnitudes: str) -> int:
    return math.prod(MAGNITUDES[word] for word in _MAGNITUDE_WORD.findall(magnitudes)) if magnitudes else 1
