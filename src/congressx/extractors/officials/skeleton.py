"""A sentence with one sign for each person and each stack of titles: patterns then read how these stand to one another.

>>> from congressx.vietnamese.spelling import cased, fold
>>> line = "Đồng chí Trần Văn Lúa, Bí thư Huyện ủy, chủ trì hội nghị; ông Vinh dự"
>>> skeleton = read_skeleton(cased(line), fold(line))
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

from congressx.extractors.officials.titles import TitleStack, find_title_stacks
from congressx.extractors.officials.verbs import verb_source
from congressx.span import Span
from congressx.vietnamese.names import Honorific, Name, find_names, find_short_names, is_syllable

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


_TWO_CAPITALS = regex.compile(r"\p{Lu}[\p{L}\p{M}]* {1,2}\p{Lu}|\p{Lu}'\p{L}")
_GIVEN = regex.compile(r" {1,2}(?P<given>\p{Lu}\p{Ll}+)(?![\p{L}\p{M}'])(?!\s{1,2}\p{Lu})")
_CALLED = regex.compile(
    r"(?i:(?<!\p{L})(?:đại biểu|đb|cử tri|tướng|(?:thiếu|trung|thượng|đại) tá|bộ trưởng|thứ trưởng|giáo sư|bác sĩ))"
    + _GIVEN.pattern
)


def may_name(cased: str) -> bool:
    """Whether a sentence can hold a person's name at all: most cannot, and this is cheap to see."""
    return _TWO_CAPITALS.search(cased) is not None


def read_skeleton(cased: str, folded: str) -> Skeleton:
    """The skeleton of one sentence."""
    names = find_names(cased, folded) if may_name(cased) else ()
    shorts = find_short_names(cased, folded)
    persons = [Sign(Span(_start(name, folded), name.span.stop), name) for name in names]
    persons += [
        Sign(Span(short.honorific_span.start, short.span.stop), Given(short.span, short.honorific)) for short in shorts
    ]
    persons += [sign for sign in _called(cased, folded) if not any(sign.span.overlaps(p.span) for p in persons)]
    stacks = find_title_stacks(cased, folded, sorted(sign.what.span for sign in persons))
    persons += list(_by_title(cased, folded, stacks, persons))
    titles = [Sign(stack.span, stack) for stack in stacks]
    return _with_signs(cased, folded, sorted([*persons, *titles], key=lambda sign: sign.span))


@cache
def _following() -> regex.Pattern[str]:
    """What may follow a given name used alone; otherwise the word is part of another: `Chính phủ`, `Đảng bộ`."""
    auxiliaries = "đã|cũng|còn|vẫn|đang|tiếp tục|vừa|sẽ|có|là|và|được|bị|tại|trong|về|khi|thì|lại|rất|luôn|đều|không|chưa|trực tiếp"
    return regex.compile(rf"\s*(?:$|[^\p{{L}}\s]|(?:{auxiliaries})(?!\p{{L}})|{verb_source()})")


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
    for match in _CALLED.finditer(cased):
        given = Span(*match.span("given"))
        if _is_given(folded, match):
            yield Sign(given, Given(given, None))


def _by_title(
    cased: str, folded: str, stacks: Sequence[TitleStack], persons: Sequence[Sign]
) -> Iterator[Sign]:
    """`Phó Chủ tịch Hải`: a title and the given name."""
    for stack in stacks:
        match = _GIVEN.match(cased, stack.span.stop)
        if match is None or not _is_given(folded, match):
            continue
        given = Span(*match.span("given"))
        if not any(given.overlaps(sign.span) for sign in persons):
            yield Sign(given, Given(given, None))


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
