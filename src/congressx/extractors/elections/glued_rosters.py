"""Lists of members that lost their line ends: `1. Lê Văn An, Bí thư2. Trần Thị Bình, Chủ tịch3. …` under a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from congressx.document import Document, Section, Sentence
from congressx.extractors.elections.events import CHIEFS, OFFICES
from congressx.extractors.elections.pieces import BECAME, Kind, Piece, read_pieces
from congressx.extractors.elections.record import Body
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.names import find_names
from congressx.vietnamese.spelling import cased, fold, phrase

_FIRST = Pattern(r"(?<!\d|\d[.,/-])1\s?[.)-]\s{0,2}(?=\p{Lu})")
_LONGEST = 400
"""Characters of an item."""
_SKIPPED = 2
"""Numbers that may be missing between two items."""
_FEWEST = 3
_NAMED = 0.8
"""Share of the items that must begin with a name."""
_FAR = 14
"""Characters of honorific before the name of an item."""
_LISTS = Pattern(phrase(r"danh sách|\(\d{1,3} (?:người|đồng chí|vị|ủy viên)\)|(?:như sau|sau đây|gồm)[^;.]{0,20}:\s*$"))
_NO_LIST = Pattern(phrase(r"ứng cử|đề cử|giới thiệu|dự kiến|bầu cử|tham dự|đến dự"))
_HEADING_LENGTH = 60
_ALTERNATES = Pattern(phrase(r"ủy viên dự khuyết|dự khuyết"))


@dataclass(frozen=True, slots=True)
class Officer:
    """Who of the members won which office; the span is one of the document."""

    name: str
    body: Body
    span: Span


@dataclass(frozen=True, slots=True)
class Glued:
    """One list: the sentence and the words in it that head the list, which body they fill, whose, and the members."""

    heading: Sentence
    words: Span
    body: Body | None
    named: tuple[Sentence, Piece]
    names: tuple[str, ...]
    officers: tuple[Officer, ...] = ()


def find_glued(document: Document) -> Iterator[Glued]:
    """Every list, and what goes on with its alternates."""
    before: tuple[Sentence, Piece] | None = None
    for section in document.sections:
        if not section.kind.is_prose:
            continue
        text = document.quote(section.span)
        for run in _runs(text):
            names = tuple(_names(text, run))
            heading = _heading(document, section, run[0].start()) if names else None
            if heading is not None:
                before = heading
                officers = tuple(_officers(text, run, section.span.start))
                yield Glued(heading[0], heading[1].span, heading[1].body, heading, names, officers)
            elif names and before:
                alternates = _alternates(document, section, run[0].start())
                if alternates is not None:
                    yield Glued(alternates, Span(0, len(alternates.text.rstrip())), Body.OTHER, before, names)


def _runs(text: str) -> Iterator[list[regex.Match[str]]]:
    """Numbers that count up from 1."""
    at = 0
    while (first := _FIRST.search(text, at)) is not None:
        run, number = [first], 1
        while (following := _following(text, run[-1].end(), number)) is not None:
            number, item = following
            run.append(item)
        at = run[-1].end()
        if len(run) >= _FEWEST:
            yield run


def _following(text: str, start: int, number: int) -> tuple[int, regex.Match[str]] | None:
    """The number behind `number`, whatever it ran into, or one of the next."""
    for following in range(number + 1, number + 2 + _SKIPPED):
        for pattern in _numbers(following):
            if found := pattern.search(text, start, start + _LONGEST):
                return following, found
    return None


@cache
def _numbers(number: int) -> tuple[Pattern, ...]:
    """`18. Lê` · `Quân khu 718. Lê`, glued to a number · `Trung ương18 Lê`, glued to a word without a stop"""
    return (
        Pattern(rf"(?<!\d|\d[.,/-]){number}\s?[.)-]\s{{0,2}}(?=\p{{Lu}})"),
        Pattern(rf"(?<=\d){number}\s?[.)]\s{{0,2}}(?=\p{{Lu}})|(?<=\p{{Ll}}){number}\s(?=\p{{Lu}})"),
    )


_ITEM_ENDS = Pattern(r"\s*[.;,)\n(]")


def _officers(text: str, run: Sequence[regex.Match[str]], offset: int) -> Iterator[Officer]:
    """`gồm: 1. ông A - Bí thư; 2. bà B - Phó Bí thư`: a bare office behind the name."""
    stops = [match.start() for match in run[1:]] + [min(len(text), run[-1].end() + 120)]
    filled: set[Body] = set()
    for match, stop in zip(run, stops, strict=True):
        item = text[match.end() : stop]
        folded = fold(item)
        pieces = read_pieces(cased(item), folded)[:2]
        if [piece.kind for piece in pieces] != [Kind.NAME, Kind.OFFICE]:
            continue
        name, office = pieces
        if name.span.start > _FAR or office.body not in OFFICES or office.org or office.body in filled:
            continue
        if not BECAME.fullmatch(folded, name.span.stop, office.span.start):
            continue
        if _ITEM_ENDS.match(item, office.span.stop) or (match is run[-1] and item.rstrip() == item[: office.span.stop]):
            filled |= {office.body} & CHIEFS
            span = Span(offset + match.end() + name.span.start, offset + match.end() + office.span.stop)
            yield Officer(" ".join(name.span.of(item).split()), office.body, span)


def _names(text: str, run: Sequence[regex.Match[str]]) -> Iterator[str]:
    """The name each item begins with; none at all when too few items do."""
    stops = [match.start() for match in run[1:]] + [min(len(text), run[-1].end() + 120)]
    items = [text[match.end() : stop].replace("\n", " ") for match, stop in zip(run, stops, strict=True)]
    names = [_name(item) for item in items]
    if len(run) - names.count(None) >= _NAMED * len(run):
        yield from (said for item, name in zip(items, names, strict=True) if (said := name or _capitals(item)))


def _name(item: str) -> str | None:
    names = [name.span for name in find_names(cased(item), fold(item)) if name.span.start <= _FAR]
    return " ".join(names[0].of(item).split()) if names else None


_CAPITALS = Pattern(r"(?:\p{Lu}[\p{L}'-]* ?){2,5}(?=\s*[,(;-])")


def _capitals(item: str) -> str | None:
    """`Rơ Đá Nhim, Chủ tịch …`: among names a name, too, whatever its words"""
    found = _CAPITALS.match(item)
    return None if found is None else found.group().strip()


def _heading(document: Document, section: Section, at: int) -> tuple[Sentence, Piece] | None:
    """The heading that names the body: in front of the first number, or in the line or two before."""
    first = section.span.start + at
    for sentence in _sentences_before(document, first, 3):
        words = Span(0, min(len(sentence.text), first - sentence.span.start)).of(sentence.folded)
        if _NO_LIST.search(words[-240:]):
            return None
        if _LISTS.search(words[-240:]):
            bodies = [p for p in read_pieces(sentence.cased, sentence.folded) if p.kind is Kind.BODY and not p.voice]
            near = [p for p in bodies if len(words) - 240 <= p.span.start < len(words)]
            return (sentence, near[0]) if near else None
    return None


def _alternates(document: Document, section: Section, at: int) -> Sentence | None:
    """The first item of another group than the members, right behind `II. Ủy viên dự khuyết`."""
    first = section.span.start + at
    if not _ALTERNATES.search(fold(document.text[max(0, first - _HEADING_LENGTH) : first])):
        return None
    return next((s for s in document.sentences if s.span.start <= first < s.span.stop), None)


def _sentences_before(document: Document, offset: int, most: int) -> list[Sentence]:
    return [s for s in document.sentences if s.span.start < offset][: -most - 1 : -1]
