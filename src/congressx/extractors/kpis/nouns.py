"""Counted nouns: `12 xã`, `1,5 triệu lượt thanh niên`; `12 ủy viên`, `5 nhiệm vụ trọng tâm` measure nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from congressx.extractors.kpis.wordlists import PACKAGE, words_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.phrases import Phrases


class NounKind(StrEnum):
    """What a count of a noun may measure."""

    THING = "thing"  # nhà văn hóa, mô hình
    PLACE = "place"  # xã, thôn
    UNIT = "unit"  # chi bộ, cơ sở
    PEOPLE = "people"  # hộ nghèo, lượt người
    CASE = "case"  # vụ việc, hồ sơ
    EVENT = "event"  # lớp tập huấn, cuộc thi
    ITEM = "item"  # chỉ tiêu
    OUTPUT = "output"  # quy trình, giải pháp
    POST = "post"  # trưởng phòng, phó phòng: only how many fewer or more
    NEVER = "never"  # đại biểu, ý kiến
    OTHER = "other"  # bộ, gói thầu: counted in the press, of no class
    OPEN = "open"  # cửa hàng tiện lợi: in no gazetteer; thanh tra viên: in it for its length alone


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun behind its number."""

    span: Span
    kind: NounKind
    bare: bool
    """Whether the noun alone says too little: `lượt người`, `vụ việc`."""


@cache
def _kinds() -> dict[str, tuple[NounKind, bool]]:
    return {noun: (NounKind(kind), naming == "bare") for noun, kind, naming in rows("counted_nouns.tsv", PACKAGE)}


@cache
def _nouns() -> Phrases:
    return Phrases([*_kinds(), *entries("countable_nouns.txt")])


@cache
def _open_noun() -> Pattern:
    """Any word that may begin a counted noun, with the one behind it."""
    stops = rf"(?:{words_of('open_noun_stops.txt')}|{words_of('no_nouns.txt')})(?!\p{{L}})"
    return Pattern(rf"\s+(?!{stops})(?P<noun>\p{{L}}+(?:\s(?!{stops})\p{{L}}+)?)(?![\p{{L}}\d])")


_BEFORE_NOUN = Pattern(r"\s*(?:các\s+|số\s+|tổng\s+số\s+)?\"?")


def noun_at(folded: str, at: int) -> Noun | None:
    """The longest counted noun behind the number that ends at `at`, or the first words of an unknown one.

    >>> text = "12 hộ nghèo"
    >>> noun = noun_at(text, 2)
    >>> noun.span.of(text), noun.kind.value
    ('hộ nghèo', 'people')
    """
    blanks = _BEFORE_NOUN.match(folded, at)
    assert blanks is not None  # all of it may be missing
    stop = _nouns().longest(folded, blanks.end())
    if stop is None:
        match = _open_noun().match(folded, at)
        return None if match is None else Noun(Span(*match.span("noun")), NounKind.OPEN, bare=False)
    span = Span(blanks.end(), stop)
    kind, bare = _kinds().get(" ".join(span.of(folded).split()), (NounKind.OTHER, False))
    return Noun(span, kind, bare)
