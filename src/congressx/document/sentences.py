"""Where one sentence of news ends.

>>> text = "Sáng 28/5, TP. Huế họp. ThS. Lê An dự.Bộ trưởng nói: “Tốt.” Có 4.500 người…"
>>> [span.of(text) for span in split_sentences(text)]
['Sáng 28/5, TP. Huế họp.', 'ThS. Lê An dự.', 'Bộ trưởng nói: “Tốt.”', 'Có 4.500 người…']
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.letters import LOWER, UPPER
from congressx.vietnamese.spelling import fold

_END = Pattern(
    rf"""
    (?P<mark>[.!?…]+)
    (?P<closing>["”’»)\]]*)
    (?:\s+(?=["“‘«(\[]*[{UPPER}Ð\d–-])       # `họp. Đại hội`, `đảng viên. 15/16 chỉ tiêu`
      |(?=["“‘«]*[{UPPER}Ð][{LOWER}ıð])      # `Đảng bộ.Bộ trưởng`
      |\s*$)
    """,
    regex.VERBOSE,
)
_OF_A_TERM = Pattern(r"(?<!\p{L})kh(?:óa|oá)\s+[IVX]$")
"""`từng tham gia khóa X. Anh Sáu …`: a number, no initial"""
_COUNTED = Pattern(r"(?<!\d)\d{1,3}\s*[đÐĐd]/[cv]$")
"""`từ trần 31 đ/c. Năm 2010 …`: comrades that are counted; a name follows `đ/c.` only where none are"""
_LABEL = Pattern(r"\s*\p{Lu}[\p{L} ]{1,30}:")
"""`Chi ủy 03 đ/c. |Bí thư:| ông An`: the count goes on"""
_OPENING = '([“"'
_LONGEST_TOKEN = 30
_LONGEST_SENTENCE = 1500
"""In 500 articles the longest has 1,107 characters. What is longer is no sentence, and some rules take its length squared."""


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(entries("abbreviations.txt", __package__))


@cache
def _longest_abbreviation() -> int:
    return max(map(len, _abbreviations()))


def split_sentences(text: str) -> Iterator[Span]:
    """Spans of the sentences of one paragraph, trimmed of blanks, in order; offsets in `text`."""
    start = 0
    for match in _END.finditer(text):
        if _ends_here(text, match):
            yield from _trimmed(text, start, match.end("closing"))
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends_here(text: str, match: regex.Match[str]) -> bool:
    if match["mark"] != ".":
        return True
    token = _last_token(text[max(0, match.start() - _LONGEST_TOKEN) : match.start()])
    if len(token) == 1 and token.isalpha() and token.isupper():
        of_a_term = _OF_A_TERM.search(text, max(0, match.start() - _LONGEST_TOKEN), match.start())
        return of_a_term is not None  # else initials: `T. Nga`
    before = match.start() - len(token)
    if token.isdigit() and len(token) <= 2 and before < _LONGEST_TOKEN and not text[:before].strip():
        return False  # head of a numbered item: `1. Đồng chí`
    glued = match.end() == match.end("closing") and match.end() < len(text)
    if glued and (token[:1].isupper() and len(token) <= 3):
        return False  # `TP.Hồ Chí Minh`, `TS.Trần`
    if "/" in token and _COUNTED.search(text, max(0, match.start() - _LONGEST_TOKEN), match.start()):
        return _LABEL.match(text, match.end()) is None
    return not _shortens(token)


def _shortens(token: str) -> bool:
    """Whether the token is an abbreviation, or a chain of them: `BS.CKII`, `ThS.KS`."""
    known = _abbreviations()
    return (len(token) <= _longest_abbreviation() and fold(token) in known) or (
        "." in token and all(fold(part) in known for part in token.split("."))
    )


def _last_token(text: str) -> str:
    """What stands behind the last blank, bracket or quote."""
    words = text.split()
    if not words or text[-1].isspace():
        return ""
    token = words[-1]
    for mark in _OPENING:
        token = token[token.rfind(mark) + 1 :]
    return token


def _trimmed(text: str, start: int, stop: int) -> Iterator[Span]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    while stop - start > _LONGEST_SENTENCE:
        cut = _cut(text, start, start + _LONGEST_SENTENCE)
        yield Span(start, cut)
        start = cut + (text[cut] == " ")
    if start < stop:
        yield Span(start, stop)


def _cut(text: str, start: int, stop: int) -> int:
    """Where to end a piece of an endless sentence: after a semicolon, before a blank, or amid a word of thousands of letters."""
    semicolon = text.rfind("; ", (start + stop) // 2, stop)
    blank = text.rfind(" ", start, stop)
    return semicolon + 1 if semicolon > 0 else blank if blank > start else stop
