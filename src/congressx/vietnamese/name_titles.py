"""Titles that lead up to a name: `đồng chí |Bí thư| Trần Văn Nam`, `Chủ tịch UBND tỉnh |Hà Ban|`."""

from __future__ import annotations

from functools import cache

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.honorifics import HONORIFIC
from congressx.vietnamese.phrases import alternation


@cache
def _title_words() -> set[str]:
    offices = {word for office in entries("office_words.txt") for word in office.split()}
    return offices.union(entries("title_words.txt"))


SPEAKS_FOR_STATE = "người phát ngôn"
"""The office of `office_words.txt` that makes nobody from abroad an official: whoever speaks for a foreign state has no part in it."""
OFFICE = rf"(?<!tăng )(?:{alternation(entries('office_words.txt'))})(?! thành)"
_OFFICES = Pattern(rf"(?<!\p{{L}}){OFFICE}(?!\p{{L}})")
_HONORIFIC_OF_TITLE = Pattern(
    rf"(?<!\p{{L}})(?<!các |những |\d )(?P<honorific>{HONORIFIC})\s+"
    rf"(?=(?:phó\s+|tổng\s+|nguyên\s+)*{OFFICE}(?!\p{{L}}))"
)
_CHUNK = Pattern(r"(?:[^,;:.!?()\"/-]| ?- ?(?=\p{L}))*$")
_WORDS = Pattern(r"[\p{L}\p{M}\d']+")


def honorific_before_title(cased: str, folded: str, start: int) -> Span | None:
    """The honorific in front of a title that leads up to the name at `start`: `đồng chí Bí thư Trần Văn Nam`."""
    chunk = _CHUNK.search(folded, max(0, start - 90), start)
    if chunk is None or not any(
        word in chunk.group() for word in ("chí", "ông", "bà", "anh ", "chị", "c ", "cô", "thầy")
    ):
        return None
    found = list(_HONORIFIC_OF_TITLE.finditer(folded, chunk.start(), start))
    if not found or not _leads_up(cased, folded, found[-1].end(), start):
        return None
    return Span(*found[-1].span("honorific"))


def is_titled(cased: str, folded: str, start: int) -> bool:
    """Whether the words before are a title that leads up to the name: `Chủ tịch UBND tỉnh Hà Ban`."""
    chunk = _CHUNK.search(folded, max(0, start - 90), start)
    offices = list(_OFFICES.finditer(folded, chunk.start(), start)) if chunk else []
    return bool(offices) and _leads_up(cased, folded, offices[-1].end(), start)


def _leads_up(cased: str, folded: str, start: int, stop: int) -> bool:
    """Whether every word of the stretch may stand in a title."""
    words = _WORDS.finditer(cased, start, stop)
    return all(
        word.group()[0].isupper() or word.group().isdigit() or folded[word.start() : word.end()] in _title_words()
        for word in words
    )
