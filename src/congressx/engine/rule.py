"""A rule reads words of one sentence. Most are a pattern and what it means; a finder is a scan written in Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import regex

from congressx.document import Document, Sentence
from congressx.engine.mention import Doubt, Draft
from congressx.patterns import Cues, Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase

Answer = Draft | Doubt


@dataclass(frozen=True, slots=True)
class Reading:
    """One match of a rule's pattern. Groups are named; their words come from the text, not from the folded spelling."""

    match: regex.Match[str]
    sentence: Sentence
    document: Document

    def span(self, group: str | int = 0) -> Span:
        """Where the group stands, offsets in the sentence."""
        return Span(*self.match.span(group))

    def has(self, group: str) -> bool:
        """Whether the group took part in the match."""
        return self.match[group] is not None

    def words(self, group: str | int = 0) -> str:
        """The group as the text has it, blanks squeezed."""
        return " ".join(self.span(group).of(self.sentence.text).split())

    def folded(self, group: str | int = 0) -> str:
        """The group in folded spelling, blanks squeezed."""
        return " ".join(self.span(group).of(self.sentence.folded).split())


@dataclass(frozen=True)
class Rule:
    """A pattern over the folded sentence and `build`, which answers what it means, or None: matched, but means nothing.

    `name` is `kind.what_it_reads`, unique and stable: it is written in every row. In the pattern a blank stands for whatever
    pages put between words (see `phrase`). `cues` are folded words of which one must stand in the sentence before the
    pattern is tried; none means always. With `cased` the pattern sees upper and lower case.
    """

    name: str
    pattern: str
    build: Callable[[Reading], Answer | Iterable[Answer] | None]
    cues: tuple[str, ...] = ()
    cased: bool = False
    compiled: Pattern = field(init=False, repr=False, compare=False)
    _cues: Cues = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", Pattern(phrase(self.pattern)))
        object.__setattr__(self, "_cues", Cues(self.cues))

    @property
    def needs(self) -> int:
        """Bits of the gate without which the rule answers nothing."""
        return self.compiled.needs | self._cues.needs

    def find(self, sentence: Sentence, document: Document) -> Iterator[tuple[Answer, Span]]:
        """Each answer with the span it defaults to, offsets in the sentence."""
        if self.cues and not self._cues.stand_in(sentence.folded):
            return
        for match in self.compiled.finditer(sentence.cased if self.cased else sentence.folded):
            reading = Reading(match, sentence, document)
            answers = self.build(reading)
            if answers is None:
                continue
            for answer in (answers,) if isinstance(answers, Draft | Doubt) else answers:
                yield answer, reading.span()


@dataclass(frozen=True)
class Finder:
    """A rule that is a scan rather than a pattern: `scan` answers drafts (with their focus) for one sentence.

    `asks` are patterns and cues that the scan itself looks for and without which it answers nothing. They change no answer;
    where the gate knows that one of them is missing the scan is not begun.
    """

    name: str
    scan: Callable[[Sentence, Document], Iterable[Answer]]
    cues: tuple[str, ...] = ()
    asks: tuple[Pattern | Cues, ...] = ()
    _cues: Cues = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_cues", Cues(self.cues))

    @property
    def needs(self) -> int:
        """Bits of the gate without which the rule answers nothing."""
        needs = self._cues.needs
        for asked in self.asks:
            needs |= asked.needs
        return needs

    def find(self, sentence: Sentence, document: Document) -> Iterator[tuple[Answer, Span]]:
        """Each answer with the span it defaults to, offsets in the sentence."""
        if self.cues and not self._cues.stand_in(sentence.folded):
            return
        for answer in self.scan(sentence, document):
            yield answer, answer.focus or Span(0, len(sentence.text))
