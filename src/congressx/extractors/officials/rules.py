"""The one rule of this kind: every sentence is searched for persons; what is one person's is put together in `link`."""

from __future__ import annotations

from collections.abc import Iterator

from congressx.document import Document, Sentence
from congressx.engine import Draft, Finder
from congressx.extractors.officials.readings import read_persons
from congressx.patterns import Pattern

_OPENING = 3
_TEASER = Pattern(r"(?<![\p{L}(])(?:TTO|TPO|NLĐO|TNO|PLO|SGGPO|VTC News|VOV\.VN)\s*[-–]\s+\p{Lu}")


def _persons(sentence: Sentence, _: Document) -> Iterator[Draft]:
    if _TEASER.search(sentence.text) and sentence.index > _OPENING:  # the headline and lead of another article
        return
    for reading in read_persons(sentence):
        yield Draft({"reading": reading}, focus=reading.span, span=reading.whole)


RULES = (
    # Đến dự có đồng chí Trần Văn Lúa, Bí thư Huyện ủy
    Finder("officials.person", _persons),
)
