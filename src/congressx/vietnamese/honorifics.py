"""What introduces the name of a person: honorific, ranks and degrees, and how far a plural honorific reigns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.phrases import backward_alternation

Honorific = Literal["comrade", "mr", "ms"]
ADDRESS = "ông|bà|anh|chị|đồng chí|đ/c"
"""Pattern source of the honorifics that news put before a name, or that stand for one."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands directly before `start` of a name; the lead itself begins at `start`."""

    start: int
    honorific: Honorific | None = None
    honorific_span: Span | None = None
    ranks: tuple[Span, ...] = ()
    cue: bool = False
    """Whether a person must follow."""


@dataclass(frozen=True, slots=True)
class Reign:
    """A plural honorific and the stretch in which it holds: `các đồng chí: A, B; C`."""

    span: Span
    honorific: Honorific | None
    """None for `các ông, bà`: which of them, the list does not say."""
    honorific_span: Span


_KINDS: tuple[tuple[Honorific, str], ...] = (
    ("comrade", r"đồng\s*chí|đ\s?/\s?c\.?|đ\.\s?c\.?|đc\.?"),
    ("mr", r"ông|ô\.?|anh|thầy(?:\s+giáo)?"),
    ("ms", r"bà|chị|cô(?:\s+giáo)?"),
)
HONORIFIC = "|".join(words for _, words in _KINDS)
"""Pattern source of every honorific, in folded spelling."""

_DEGREE = rf"(?:{backward_alternation(rank for rank, kind in rows('ranks.tsv') if kind == 'degree')}|cn(?=\.))"
_WORD_RANK = backward_alternation(rank for rank, kind in rows("ranks.tsv") if kind == "word")
_RANK = rf"(?:{_DEGREE}(?:\s?[.,-]{{1,2}}\s?{_DEGREE})*|{_WORD_RANK})"
_RANK_BEFORE = Pattern(rf"(?r)(?<![\p{{L}}\p{{M}}/])(?P<rank>{_RANK})\s*[.,:-]?\s*")
_HONORIFIC_BEFORE = Pattern(rf"(?r)(?<![\p{{L}}\p{{M}}\d/])(?P<honorific>{HONORIFIC})\s*(?::\s*)?")
_NOUN_BEFORE = Pattern(rf"(?r)(?<!\p{{L}})(?:{backward_alternation(entries('person_nouns.txt'))})\s*")
_LAST_WORD = Pattern(r"(?r)(?P<word>[\p{L}\p{M}\d]+)[\s.,:-]*")
_WORDS = Pattern(r"[\p{L}\p{M}\d]+")
_LEADING = Pattern(rf"(?:(?:{HONORIFIC}|{_RANK})(?![\p{{L}}\p{{M}}])\s*[.,:]?\s*)+")

_SPOKEN = (
    "đồng chí",
    "đồngchí",
    "đ/c",
    "đc",
    "ông",
    "ô",
    "anh",
    "thầy",
    "thầy giáo",
    "bà",
    "chị",
    "cô",
    "cô giáo",
    "cn",
)
_INTRODUCTIONS = (*_SPOKEN, *(rank for rank, _ in rows("ranks.tsv")), *entries("person_nouns.txt"))
_LAST_WORDS = frozenset(_WORDS.findall(phrase)[-1] for phrase in _INTRODUCTIONS)
"""Words an introduction may end with: a look at one word spares most places the patterns."""
_FIRST_WORDS = frozenset(_WORDS.findall(phrase)[0] for phrase in _INTRODUCTIONS)

_PLURAL = Pattern(
    r"(?<![\p{L}\d/.-])(?:(?:cùng\s+)?các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|0?[2-9]|[1-9]\d)\s+(?:vị\s+)?"
    rf"(?P<honorific>{HONORIFIC})(?!\p{{L}})"
)
_MIXED = Pattern(r"\s*(?:[,/(-]|và)\s*(?:các\s+)?(?:ông|bà|anh|chị|thầy|cô)(?!\p{L})")
_OTHER_BEFORE = Pattern(
    r"(?r)(?<!\p{L})(?:(?:các|những)\s+(?:ông|bà|anh|chị|thầy|cô)\s*(?:[,-]|và)\s*(?:các\s+)?|(?:ông|bà)\s*[/(]\s*)"
)
"""`các ông, bà: …`: which honorific each name has, the list does not say."""
_HEADED_LIST = Pattern(r"(?<!\p{L})(?P<honorific>đồng\s*chí)\s*:")
_SINGULAR = Pattern(rf"(?<![\p{{L}}/])(?:{HONORIFIC})(?!\p{{L}})\s*:?\s*(?=\S)")
_SENTENCE_END = Pattern(r"(?<!\d|\b(?:tp|ts|gs|ths|pgs|t|ô|đ/c))[.!?](?=\s|$)")


def honorific_kind(words: str) -> Honorific:
    """Which honorific the folded `words` are.

    >>> honorific_kind("đ/c."), honorific_kind("cô giáo")
    ('comrade', 'ms')
    """
    return next(kind for kind, pattern in _KINDS if regex.fullmatch(pattern, words))


def read_lead(folded: str, start: int) -> Lead:
    """Honorific, ranks and nouns directly before `start`.

    >>> line = "đồng chí thiếu tướng, pgs.ts trần văn nam"
    >>> lead = read_lead(line, line.index("trần"))
    >>> lead.honorific, [rank.of(line) for rank in lead.ranks]
    ('comrade', ['thiếu tướng', 'pgs.ts'])
    """
    last = _LAST_WORD.match(folded, max(0, start - 16), start)
    if last is None or last.group("word") not in _LAST_WORDS:
        return Lead(start)
    ranks, at = _ranks(folded, start)
    honorific = _HONORIFIC_BEFORE.match(folded, max(0, at - 14), at)
    if honorific is not None:
        span = Span(*honorific.span("honorific"))
        if _OTHER_BEFORE.match(folded, max(0, span.start - 14), span.start):
            return Lead(span.start, ranks=ranks, cue=True)
        earlier, at = _ranks(folded, span.start)
        return Lead(at, honorific_kind(span.of(folded)), span, (*earlier, *ranks), True)
    if ranks:
        return Lead(at, ranks=ranks, cue=True)
    noun = _NOUN_BEFORE.match(folded, max(0, start - 30), start)
    return Lead(noun.start() if noun else start, cue=noun is not None)


def _ranks(folded: str, at: int) -> tuple[tuple[Span, ...], int]:
    """The ranks that end at `at`, in text order, and where they begin."""
    ranks: list[Span] = []
    while rank := _RANK_BEFORE.match(folded, max(0, at - 60), at):
        ranks.insert(0, Span(*rank.span("rank")))
        at = rank.start()
    return tuple(ranks), at


def leading_stop(folded: str, start: int, stop: int) -> int | None:
    """Where the honorifics and ranks that begin at `start` end, no later than `stop`."""
    first = _WORDS.match(folded, start)
    if first is None or first.group() not in _FIRST_WORDS:
        return None
    leading = _LEADING.match(folded, start, stop)
    end: int | None = leading.end() if leading else None
    return end


def reigns(folded: str) -> Iterator[Reign]:
    """Every plural honorific of a line: it holds up to the end of the sentence or to the next honorific."""
    for match in _PLURAL.finditer(folded):
        words = Span(*match.span("honorific"))
        mixed = _MIXED.match(folded, match.end())
        start = mixed.end() if mixed else match.end()
        kind = None if mixed else honorific_kind(words.of(folded))
        yield Reign(Span(start, _reign_stop(folded, start)), kind, words)
    for match in _HEADED_LIST.finditer(folded):
        span = Span(match.end(), _reign_stop(folded, match.end()))
        yield Reign(span, "comrade", Span(*match.span("honorific")))


def _reign_stop(folded: str, start: int) -> int:
    ends = (_SENTENCE_END.search(folded, start), _SINGULAR.search(folded, start))
    stops: list[int] = [match.start() for match in ends if match]
    return min(stops, default=len(folded))
