"""A sentence with one sign for each person and each stack of titles: patterns then read how these stand to one another.

>>> from congressx.vietnamese.spelling import cased, fold
>>> line = "Đồng chí Trần Văn Lúa, Bí thư Huyện ủy, chủ trì hội nghị; ông Vinh dự"
>>> skeleton = read_skeleton(cased(line), fold(line))
>>> assert skeleton
>>> skeleton.text.replace(NAME, "N").replace(SHORT, "S").replace(TITLE, "T")
'N, T, chủ trì hội nghị; S dự'
>>> [skeleton.signs[place].span.of(line) for place in sorted(skeleton.signs)]
['Đồng chí Trần Văn Lúa', 'Bí thư Huyện ủy', 'ông Vinh']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from congressx.extractors.officials.lexicon import GIVEN_TO, any_of
from congressx.extractors.officials.offices import Office
from congressx.extractors.officials.titles import TitleStack, find_title_stacks
from congressx.extractors.officials.verbs import verb_source
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.names import Honorific, Name, find_names, find_short_names, is_syllable
from congressx.vietnamese.places import place_stop

NAME, SHORT, TITLE = "\ue000", "\ue001", "\ue002"


@dataclass(frozen=True, slots=True)
class Given:
    """A later mention by the last part of the name: `ông Vinh`, `Thứ trưởng Tùng`, `đại biểu Nhật`."""

    span: Span
    honorific: Honorific | None


@dataclass(frozen=True, slots=True)
class Sign:
    """What one sign stands for; `span` takes in the honorific and the ranks before a name."""

    span: Span
    what: Name | Given | TitleStack


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The two spellings of the sentence, and `text`: the folded one with signs in place of persons and stacks of titles."""

    cased: str
    folded: str
    text: str
    signs: Mapping[int, Sign]
    """Under their place in `text`."""
    origins: Sequence[int]
    """For each place in `text` (and its end) the offset in the sentence."""


_IS = Pattern(r"\s*(?:là|gồm|(?:tiếp tục\s+)?được\s+(?:dành|trao|giao|phân công)\s+(?:lại\s+)?cho)(?!\p{L})")
_TWO_CAPITALS = Pattern(r"\p{Lu}[\p{L}\p{M}]* {1,2}\p{Lu}|\p{Lu}'\p{L}")
_MAY_NAME = Pattern(
    r"(?i:ông|bà|anh|chị|cô|thầy|chí|đ/c|biểu|đb|tri|tướng|tá|trưởng|sư|sĩ|tịch|thư|đốc) {1,2}(?-i:\p{Lu})"
)
_MAY_MEAN_PERSON = Pattern(
    rf"(?:^\W*|[,;:\".-]\s*|(?<!\p{{L}})(?:theo|tân|rằng|và|còn|chính|cũng|rồi|bản thân|đó|hiện|nay|hiện tại)\s+|{GIVEN_TO})"
    rf"{any_of('person word')}|:\s*$"
)
"""A pronoun or a title opens a clause or is given an office, or a list follows: nothing else tells of a person without a name."""
_GIVEN = Pattern(r" {1,2}(?P<given>\p{Lu}\p{Ll}+)(?![\p{L}\p{M}'])(?!\s{1,2}\p{Lu})")
_TWO_WORDS = Pattern(r" {1,2}(?P<name>\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?![\p{L}\p{M}'])(?!\s{1,2}\p{Lu})")
_SILENT = frozenset({Office.GENERAL_SECRETARY, Office.PRESIDENT, Office.PRIME_MINISTER, Office.DEPUTY_PRIME_MINISTER})
_CAPITAL = Pattern(r"(?<!\p{L})\p{Lu}")
_CALLED = Pattern(any_of("called"))


def read_skeleton(cased: str, folded: str) -> Skeleton | None:
    """The skeleton of one sentence; None when it can say nothing of a person."""
    two_capitals = _TWO_CAPITALS.search(cased) is not None
    if not two_capitals and not _MAY_NAME.search(cased) and not _MAY_MEAN_PERSON.search(folded):
        return None
    names = find_names(cased, folded) if two_capitals else ()
    persons = [Sign(Span(_start(name, folded), name.span.stop), name) for name in names]
    persons += [
        Sign(Span(short.honorific_span.start, short.span.stop), Given(short.span, short.honorific))
        for short in find_short_names(cased, folded)
    ]
    persons += [sign for sign in _called(cased, folded) if not any(sign.span.overlaps(p.span) for p in persons)]
    if not persons and not _MAY_MEAN_PERSON.search(folded):
        return None
    found = find_title_stacks(cased, folded, sorted(sign.what.span for sign in persons))
    stacks = [part for stack in found for part in _parted(stack, folded)]
    persons += list(_by_title(cased, folded, stacks, persons))
    persons += list(_unknown(cased, folded, stacks, persons))
    titles = [Sign(stack.span, stack) for stack in stacks]
    return _with_signs(cased, folded, sorted([*persons, *titles], key=lambda sign: sign.span))


def _parted(stack: TitleStack, folded: str) -> Iterator[TitleStack]:
    """`A được bầu làm |Trưởng ban|; |Phó Trưởng ban| là B`: the last title begins a clause of its own."""
    if len(stack.titles) > 1 and _IS.match(folded, stack.span.stop):
        first, last = stack.titles[:-1], stack.titles[-1]
        if ";" in folded[first[-1].raw.stop : last.raw.start]:
            yield TitleStack(Span(stack.span.start, first[-1].raw.stop), first)
            stack = TitleStack(Span(last.raw.start, stack.span.stop), (last,))
    yield stack


@cache
def _following() -> Pattern:
    """What may follow a given name used alone; otherwise the word is part of another: `Chính phủ`, `Đảng bộ`."""
    return Pattern(rf"\s*(?:$|[^\p{{L}}\s]|{any_of('auxiliary')}|{verb_source()})")


def _is_given(folded: str, match: regex.Match[str]) -> bool:
    return is_syllable(match["given"].lower()) and _following().match(folded, match.end("given")) is not None


def _start(name: Name, folded: str) -> int:
    """Where the honorific and the ranks directly before a name begin."""
    start = name.span.start
    spans = [*name.ranks, name.honorific_span] if name.honorific_span else [*name.ranks]
    for span in sorted(spans, reverse=True):
        if span.stop <= start and not folded[span.stop : start].strip(" .,:-\n"):
            start = span.start
    return start


def _called(cased: str, folded: str) -> Iterator[Sign]:
    """`đại biểu Nhật`, `tướng Khánh`: what somebody is, and the given name."""
    for word in _CALLED.finditer(folded):
        match = _GIVEN.match(cased, word.end())
        if match is not None and _is_given(folded, match):
            given = Span(*match.span("given"))
            yield Sign(given, Given(given, None))


def _by_title(cased: str, folded: str, stacks: Sequence[TitleStack], persons: Sequence[Sign]) -> Iterator[Sign]:
    """`Phó Chủ tịch Hải`: a title and the given name."""
    for stack in stacks:
        match = _GIVEN.match(cased, stack.span.stop)
        if match is None or not _is_given(folded, match):
            continue
        given = Span(*match.span("given"))
        if not any(given.overlaps(sign.span) for sign in persons):
            yield Sign(given, Given(given, None))


def _unknown(cased: str, folded: str, stacks: Sequence[TitleStack], persons: Sequence[Sign]) -> Iterator[Sign]:
    """A name of two words that no surname opens, behind a title that can only end there: `Chủ tịch Hội Nhà báo Việt Nam Hồng Vinh nói`."""
    for stack in stacks:
        match = _TWO_WORDS.match(cased, stack.span.stop)
        if match is None or any(sign.span.start <= match.start("name") < sign.span.stop for sign in persons):
            continue
        words = match["name"].lower().split()
        span = Span(*match.span("name"))
        known = place_stop(cased, folded, span.start) is not None or not all(map(is_syllable, words))
        if not known and _following().match(folded, span.stop) and _is_closed(stack, cased, folded):
            yield Sign(span, Name(span, None, None, (), False))


def _is_closed(stack: TitleStack, cased: str, folded: str) -> bool:
    """Whether nothing more can belong to the last title: its office says its body, or the body ends with its place."""
    org = stack.titles[-1].org
    if org is None:
        return stack.titles[-1].office in _SILENT
    if org.stop != stack.span.stop:
        return False
    starts = (match.start() for match in _CAPITAL.finditer(cased, org.start, org.stop))
    return any(place_stop(cased, folded, start) == org.stop for start in starts)


def _with_signs(cased: str, folded: str, signs: Sequence[Sign]) -> Skeleton:
    parts: list[str] = []
    origins: list[int] = []
    placed: dict[int, Sign] = {}
    at = 0
    for sign in signs:
        if sign.span.start < at:
            continue
        parts.append(folded[at : sign.span.start])
        origins += range(at, sign.span.start)
        placed[len(origins)] = sign
        parts.append(_character(sign))
        origins.append(sign.span.start)
        at = sign.span.stop
    parts.append(folded[at:])
    origins += range(at, len(folded) + 1)
    return Skeleton(cased, folded, "".join(parts), placed, origins)


def _character(sign: Sign) -> str:
    if isinstance(sign.what, Name):
        return NAME
    return SHORT if isinstance(sign.what, Given) else TITLE
