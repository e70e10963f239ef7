"""The prose of an article, and the sentences that open it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from congressx.document import Document, SectionKind, Sentence

PROSE = (SectionKind.LEAD, SectionKind.BODY)


def prose(document: Document) -> Iterator[Sentence]:
    """The sentences that a journalist wrote as running text: no headline, caption or list of links."""
    return (sentence for sentence in document.sentences if sentence.section in PROSE)


def opening(document: Document, count: int) -> list[Sentence]:
    """The first `count` sentences of the prose."""
    return list(islice(prose(document), count))
