"""Names of persons in one line of news: who is named, by which honorific, with which ranks.

A name is a run of capitalised syllables that begins with a surname, or that an honorific, a rank or a title introduces.
What is named after a person (streets, schools, `Đoàn TNCS Hồ Chí Minh`) is no person, and a name ends before the next
title or place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.honorifics import HONORIFIC, Honorific, Reign, honorific_kind, leading_stop, reigns
from congressx.vietnamese.name_drafts import Draft, State, drafts
from congressx.vietnamese.name_places import names_place, names_thing
from congressx.vietnamese.name_runs import follows_stop
from congressx.vietnamese.name_titles import honorific_before_title
from congressx.vietnamese.syllables import is_syllable

__all__ = [
    "Honorific",
    "Name",
    "ShortName",
    "find_names",
    "find_short_names",
    "is_syllable",
    "name_spans",
]


@dataclass(frozen=True, slots=True)
class Name:
    """One full name."""

    span: Span
    honorific: Honorific | None
    honorific_span: Span | None
    """Its own honorific, or that of the list it stands in."""
    ranks: tuple[Span, ...]
    """Ranks and degrees around the honorific, in text order."""
    surname_known: bool


@dataclass(frozen=True, slots=True)
class ShortName:
    """A later mention by honorific and given name: `ông Vinh`."""

    span: Span
    honorific: Honorific
    honorific_span: Span


@lru_cache(maxsize=512)
def find_names(cased: str, folded: str) -> tuple[Name, ...]:
    """Every full name of one line, in text order.

    >>> from congressx.vietnamese.spelling import fold
    >>> line = "Bí thư Tỉnh ủy Bình Dương Trần Văn Nam và bà H'Yim Niê dự lễ tại đường Lê Lợi"
    >>> [name.span.of(line) for name in find_names(line, fold(line))]
    ['Trần Văn Nam', "H'Yim Niê"]
    """
    found = drafts(cased, folded)
    names = [
        Name(draft.span, draft.lead.honorific, draft.lead.honorific_span, draft.lead.ranks, draft.surname is not None)
        for draft in (_settled(found, folded) if found else ())
        if draft.state is State.NAME
    ]
    return tuple(_honoured(names, cased, folded)) if names else ()


@lru_cache(maxsize=256)
def name_spans(cased: str, folded: str) -> dict[int, int]:
    """Start and stop of the full names of one line; asked again and again while its organisations are read."""
    return {name.span.start: name.span.stop for name in find_names(cased, folded)}


# ---------------------------------------------------------------- what neighbours say

_LISTED = Pattern(r"\s*(?:,|;|và|cùng|&)\s*(?:(?:và|cùng)\s+)?")
_JOINED = Pattern(r"\s*(?:,|và|cùng|&)\s*(?:(?:và|cùng)\s+)?")
_STREETS = Pattern(r"\s*(?:[,;/-]|và)\s*")
_SEPARATOR_BEFORE = Pattern(r"(?r)(?:[;,:+•*-]|(?<!\p{L})(?:và|cùng|gồm|là))\s*(?:\d{1,2}\s?[.)/-]\s*)?")


def _settled(found: list[Draft], folded: str) -> list[Draft]:
    """Drafts decided by their neighbours in a list, forward and then backward."""
    for i in range(1, len(found)):
        before, draft = found[i - 1], found[i]
        if _is_another_thing(before, draft, folded):
            found[i] = replace(draft, state=before.state)
        elif before.state is State.NAME and draft.state is State.OPEN and _are_listed(before, draft, folded):
            found[i] = replace(draft, state=State.NAME)
    for i in range(len(found) - 1, 0, -1):
        draft, after = found[i - 1], found[i]
        if after.state is State.NAME and draft.state is State.OPEN and _are_listed(draft, after, folded):
            found[i - 1] = replace(draft, state=State.NAME)
    return found


def _are_listed(left: Draft, right: Draft, folded: str) -> bool:
    return _LISTED.fullmatch(folded, left.span.stop, right.lead.start) is not None


def _is_another_thing(before: Draft, draft: Draft, folded: str) -> bool:
    """Whether a list of streets or places goes on: `đường Lê Lợi, Trần Phú`, `thôn Lương Xá Bắc, Lương Xá Nam`."""
    if draft.lead.cue or before.state not in (State.THING, State.PLACE):
        return False
    if before.state is State.PLACE and draft.surname == "common":
        return False
    return _STREETS.fullmatch(folded, before.span.stop, draft.span.start) is not None


def _honoured(names: list[Name], cased: str, folded: str) -> Iterator[Name]:
    """Names with the honorific of the list they stand in."""
    plural = tuple(reigns(folded))
    before: Name | None = None
    for name in names:
        given = name
        if name.honorific is None or any(reign.honorific_span == name.honorific_span for reign in plural):
            given = _given(name, before, plural, folded)
        if given.honorific_span is None and (words := honorific_before_title(cased, folded, given.span.start)):
            given = replace(given, honorific=honorific_kind(words.of(folded)), honorific_span=words)
        yield given
        before = given


def _given(name: Name, before: Name | None, plural: tuple[Reign, ...], folded: str) -> Name:
    start = name.ranks[0].start if name.ranks else name.span.start
    for reign in plural:
        if reign.span.start <= start < reign.span.stop and _is_under(reign, start, folded):
            return replace(name, honorific=reign.honorific, honorific_span=reign.honorific and reign.honorific_span)
    if before is None or name.honorific is not None or not _JOINED.fullmatch(folded, before.span.stop, start):
        return name
    return replace(name, honorific=before.honorific, honorific_span=before.honorific_span)


def _is_under(reign: Reign, start: int, folded: str) -> bool:
    """Whether the list goes on at `start`: at its head, or behind a separator, not behind a title of its own."""
    if not folded[reign.span.start : start].strip():
        return True
    return _SEPARATOR_BEFORE.match(folded, max(reign.span.start, start - 12), start) is not None


# ---------------------------------------------------------------- short names and by-lines

_HONORIFIC = Pattern(rf"(?<![\p{{L}}\p{{M}}/])(?P<honorific>{HONORIFIC})\s+")
_GIVEN = Pattern(r"(?P<given>\p{Lu}\p{Ll}*)(?![\p{L}\p{M}'])(?!\s{1,2}\p{Lu})")
_CAPITAL_BEFORE = Pattern(r"(?r)(?<!\p{L})\p{Lu}[\p{L}\p{M}]* ")
_NO_SHORT_NAMES = frozenset(
    ("bà rịa", "cô tô", "bà nà", "bà trưng", "bà triệu", "ông trời", "bà đen", "ông đốc", "anh quốc", "bà tĩnh")
)


@lru_cache(maxsize=512)
def find_short_names(cased: str, folded: str) -> tuple[ShortName, ...]:
    """Later mentions by honorific and given name alone.

    >>> from congressx.vietnamese.spelling import fold
    >>> line = "Ông Vinh cho biết, bà Rịa và cô Tô Thị Lan thì không."
    >>> [name.span.of(line) for name in find_short_names(line, fold(line))]
    ['Vinh']
    """
    found: list[ShortName] = []
    for word in _HONORIFIC.finditer(folded):
        match = _GIVEN.match(cased, word.end())
        if match is None:
            continue
        given, honorific = Span(*match.span("given")), Span(*word.span("honorific"))
        if not is_syllable(given.of(folded)) or f"{honorific.of(folded)} {given.of(folded)}" in _NO_SHORT_NAMES:
            continue
        if follows_stop(cased, folded, given) or names_thing(folded, honorific.start):
            continue
        if (leading_stop(folded, given.start, len(folded)) or 0) > given.stop:  # đồng chí |Thiếu tá| Trần Văn Nam
            continue
        if cased[honorific.start].isupper() and (
            _CAPITAL_BEFORE.match(cased, max(0, honorific.start - 10), honorific.start)
            or names_place(folded, honorific.start)
        ):
            continue  # `Nguyễn Anh Trí`: the honorific is a middle name; `xã Bà Điểm`
        found.append(ShortName(given, honorific_kind(honorific.of(folded)), honorific))
    return tuple(found)
