"""The one rule of this kind: every sentence is searched for persons; what is one person's is put together in `link`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from congressx.document import Document, Sentence
from congressx.engine import Draft, Finder
from congressx.extractors.officials.glued_numbers import item_starts, parted
from congressx.extractors.officials.offices import names_office
from congressx.extractors.officials.readings import Naming, PersonReading, read_persons
from congressx.extractors.officials.rosters import head_in_line, head_of_alternates, is_item
from congressx.patterns import Pattern
from congressx.span import Span

_OPENING = 3
_TEASER = Pattern(r"(?<![\p{L}(])(?:TTO|TPO|NLĐO|TNO|PLO|SGGPO|VTC News|VOV\.VN)\s*[-–]\s+\p{Lu}")


def _persons(sentence: Sentence, document: Document) -> Iterator[Draft]:
    if _TEASER.search(sentence.text) and sentence.index > _OPENING:  # the headline and lead of another article
        return
    if head := head_of_alternates(sentence, document) or head_in_line(sentence, document):
        yield _draft(head)
    found = _read(sentence, document)
    if not found and is_item(sentence, document):
        whole = Span(0, len(sentence.text))
        found = (PersonReading(Naming.ITEM, "", whole, whole),)
    yield from map(_draft, found)


@lru_cache(maxsize=64)
def _read(sentence: Sentence, document: Document) -> tuple[PersonReading, ...]:
    """The persons of a sentence; kept for the rule from when the whole article was looked at."""
    return tuple(read_persons(parted(sentence, document), item_starts(sentence, document)))


def names_titled(document: Document) -> bool:
    """Whether the article says of somebody that he or she holds an office."""
    told = (sentence for sentence in document.sentences if names_office(sentence.folded))
    return any(reading.titles for sentence in told for reading in _read(sentence, document))


def _draft(reading: PersonReading) -> Draft:
    return Draft({"reading": reading}, focus=reading.span, span=reading.whole)


RULES = (
    # Đến dự có đồng chí Trần Văn Lúa, Bí thư Huyện ủy
    Finder("officials.person", _persons),
)
