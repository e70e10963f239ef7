"""The nouns of this station: a document, its sections and its sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from congressx.document.subject import SHORT, keeps_to_subject
from congressx.span import Span


class SectionKind(StrEnum):
    """What a stretch of a page is. Facts are read from title, lead, body and captions only."""

    TITLE = "title"
    PUBLISH_LINE = "publish_line"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    RELATED_LINKS = "related_links"
    FURNITURE = "furniture"
    """Menus, counters, polls, tool bars, comment forms."""

    @property
    def carries_facts(self) -> bool:
        """Whether facts are read from such a stretch."""
        return self in (SectionKind.TITLE, SectionKind.LEAD, SectionKind.BODY, SectionKind.CAPTION)

    @property
    def is_prose(self) -> bool:
        """Whether a journalist wrote it as running text: no headline, caption or list of links."""
        return self in (SectionKind.LEAD, SectionKind.BODY)

    @property
    def rank(self) -> int:
        """Where of a fact told twice the fuller telling stands: first in the text, then in the title, last in a caption."""
        return {SectionKind.TITLE: 1, SectionKind.CAPTION: 2}.get(self, 0)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of `Document.text` of one kind: a paragraph (lines wrapped by the page are one paragraph) or a credit."""

    kind: SectionKind
    span: Span


@dataclass(frozen=True)
class Sentence:
    """A sentence of a section that carries facts.

    `text`, `cased` and `folded` have equal length; offsets in them plus `span.start` are offsets in `Document.text`.
    In `cased` and `folded` a line end inside the sentence is a blank.
    """

    index: int
    span: Span
    section: SectionKind
    paragraph: int
    """Index of its section in `Document.sections`."""
    text: str
    cased: str
    """The text in matching spelling with its capitals."""
    folded: str
    """The text in matching spelling, lower case."""

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Words as underthesea segments them, as spans in `text`; for many sentences `read_words` first is far faster."""
        return _words((self,))[0]

    def here(self, local: Span) -> Span:
        """The span in `Document.text` of a span in this sentence."""
        return local.shifted(self.span.start)


def read_words(sentences: Iterable[Sentence]) -> None:
    """Reads the words of sentences, of one document or of many, all at once: asking each for its `words` then costs nothing."""
    waiting = [sentence for sentence in sentences if "words" not in vars(sentence)]
    for sentence, found in zip(waiting, _words(waiting), strict=True):
        vars(sentence)["words"] = found  # where `cached_property` keeps it


def _words(sentences: Sequence[Sentence]) -> list[tuple[Span, ...]]:
    from congressx.document.words import words  # 1 s to import and read the model: only when words are asked for

    found = words([sentence.text for sentence in sentences])
    return [tuple(Span(start, stop) for start, stop in offsets.tolist()) for offsets in found]


@dataclass(frozen=True)
class Document:
    """An article whose spelling is settled. `text` never changes again; every offset of every table counts in it."""

    article_id: str
    source: str
    text: str
    title: str
    published: dt.date | None
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]

    def __hash__(self) -> int:  # that of all its sentences takes as long as a rule
        return hash(self.article_id)

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return span.of(self.text)

    @property
    def byline(self) -> str | None:
        """The page's own credit, as written (`Tin, ảnh: Hoài Thu`); photo credits are none."""
        credits = [self.quote(s.span) for s in self.sections if s.kind is SectionKind.BYLINE]
        return next((credit for credit in credits if not credit.lower().startswith("ảnh")), None)

    @cached_property
    def is_on_subject(self) -> bool:
        """Whether it speaks of a Party body, council, union or association, or is too short to say."""
        return len(self.text) < SHORT or keeps_to_subject(sentence.folded for sentence in self.sentences)

    @cached_property
    def prose(self) -> tuple[Sentence, ...]:
        """The sentences of lead and body."""
        return tuple(sentence for sentence in self.sentences if sentence.section.is_prose)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers `offset`, or None in furniture and between sentences."""
        return next((s for s in self.sentences if s.span.start <= offset < s.span.stop), None)
