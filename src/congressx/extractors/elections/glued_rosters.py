"""Lists of members that lost their line ends: `1. Lê Văn An, Bí thư2. Trần Thị Bình, Chủ tịch3. …` under a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from congressx.document import Document, Section, SectionKind, Sentence
from congressx.extractors.elections.pieces import Kind, Piece, read_pieces
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.names import find_names
from congressx.vietnamese.spelling import cased, fold, phrase

_NUMBER = Pattern(r"(?<!\d|\d[.,/-])(?P<n>\d{1,3})\s?[.)-]\s{0,2}(?=\p{Lu})")
_FEWEST = 3
_NAMED = 0.8
"""Share of the items that must begin with a name."""
_FAR = 14
"""Characters of honorific before the name of an item."""
_LISTS = Pattern(phrase(r"danh sách|\(\d{1,3} (?:người|đồng chí|vị|ủy viên)\)|(?:như sau|sau đây|gồm)[^;.]{0,20}:\s*$"))
_NO_LIST = Pattern(phrase(r"ứng cử|đề cử|giới thiệu|dự kiến|bầu cử|tham dự|đến dự"))
_ALTERNATES = Pattern(phrase(r"ủy viên dự khuyết|dự khuyết"))


def find_glued(document: Document) -> Iterator[tuple[Sentence, Piece, tuple[str, ...]]]:
    """(sentence of the heading, body it names, names of the members) of each list."""
    before: tuple[Sentence, Piece] | None = None
    for section in document.sections:
        if section.kind not in (SectionKind.BODY, SectionKind.LEAD):
            continue
        text = document.quote(section.span)
        for run in _runs(text):
            names = tuple(_names(text, run))
            heading = _heading(document, section, run[0].start()) if names else None
            if heading is None and names and before and _continues(document, section, run[0].start()):
                heading = before
            if heading is not None:
                before = heading
                yield *heading, names


def _runs(text: str) -> Iterator[list[regex.Match[str]]]:
    """Numbers that count up from 1."""
    run: list[regex.Match[str]] = []
    for match in _NUMBER.finditer(text):
        if int(match["n"]) == len(run) + 1:
            run.append(match)
        elif int(match["n"]) == 1:
            if len(run) >= _FEWEST:
                yield run
            run = [match]
    if len(run) >= _FEWEST:
        yield run


def _names(text: str, run: Sequence[regex.Match[str]]) -> Iterator[str]:
    """The name each item begins with; none at all when too few items do."""
    stops = [match.start() for match in run[1:]] + [min(len(text), run[-1].end() + 120)]
    found = []
    for match, stop in zip(run, stops, strict=True):
        item = text[match.end() : stop].replace("\n", " ")
        names = [name.span for name in find_names(cased(item), fold(item)) if name.span.start <= _FAR]
        found += [" ".join(names[0].of(item).split())] if names else []
    if len(found) >= _NAMED * len(run):
        yield from found


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


def _continues(document: Document, section: Section, at: int) -> bool:
    """`II. Ủy viên dự khuyết`: the second part of a list."""
    first = section.span.start + at
    return any(_ALTERNATES.search(s.folded) and len(s.text) < 60 for s in _sentences_before(document, first, 2))


def _sentences_before(document: Document, offset: int, most: int) -> list[Sentence]:
    return [s for s in document.sentences if s.span.start < offset][: -most - 1 : -1]
