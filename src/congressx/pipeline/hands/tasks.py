"""What one process asks of another: reading sources, reading a batch. All of it can be pickled."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol, Self

import congressx.extractors
from congressx.corpus import Article, Reading
from congressx.corpus.opening import holds_dataset
from congressx.errors import InputError
from congressx.pipeline.found import Elsewhere, Found, found_in
from congressx.review import Stored


@dataclass(frozen=True, slots=True)
class Settings:
    """What a process must know before its first task."""

    only: tuple[str, ...]
    reading: Reading
    decisions: Stored = field(default_factory=Stored)
    log_level: int = logging.WARNING
    path: tuple[str, ...] = field(default_factory=lambda: tuple(sys.path))
    kinds: tuple[str, ...] = field(default_factory=lambda: tuple(congressx.extractors.__path__))
    """Folders in which kinds are found."""
    run: str = ""
    """A name for the run, where runs share workers."""
    rules: str = ""
    """The rules it is done with, where that may be in doubt."""
    made_by: str = ""
    """What kept batches are marked with."""
    parts: str | None = None
    """The address at which workers keep batches."""


@dataclass(frozen=True, slots=True)
class Death:
    """How a process ended that had a task to do."""

    code: int | None
    """None when a whole worker died, or several."""

    def __str__(self) -> str:
        if self.code is None:
            return "with the worker beside it"
        return f"killed by signal {-self.code}" if self.code < 0 else f"ended with code {self.code}"


class Task(Protocol):
    """Something that a process is asked to do."""

    def __str__(self) -> str:
        """What it is about, for a message."""

    def singly(self) -> Sequence[Self]:
        """The same in the smallest pieces."""

    def lost(self, death: Death) -> object:
        """The answer when whoever takes up such a piece dies."""


@dataclass(frozen=True, slots=True)
class ReadSources:
    """Read files of one article each. The answer: by source what was found, None for a data set, which nobody reads whole."""

    sources: tuple[str, ...]

    def __str__(self) -> str:
        return _from_to(self.sources, "files")

    def singly(self) -> Sequence[ReadSources]:
        """A task a file."""
        return [ReadSources((source,)) for source in self.sources]

    def lost(self, death: Death) -> dict[str, tuple[Found, ...] | None]:
        """The file cannot be read."""
        return {source: (Found(source, problem=worker_died(source, death)),) for source in self.sources}

    def done(self, reading: Reading) -> dict[str, tuple[Found, ...] | None]:
        """Does it."""
        return {s: None if holds_dataset(s, reading) else tuple(found_in(s, reading)) for s in self.sources}


@dataclass(frozen=True, slots=True)
class ReadRows:
    """Read the rows `start` to `stop` of a data set. The answer: what was found, fewer when it ends before."""

    source: str
    start: int
    stop: int

    def __str__(self) -> str:
        return f"{self.source}, rows {self.start + 1} to {self.stop}"

    def singly(self) -> Sequence[ReadRows]:
        """There is no telling which row it is."""
        return [self]

    def lost(self, death: Death) -> tuple[Found, ...]:
        """The data set is not read any further."""
        return (Found(self.source, problem=worker_died(str(self), death)),)

    def done(self, reading: Reading) -> tuple[Found, ...]:
        """Does it."""
        return tuple(islice(found_in(self.source, reading), self.start, self.stop))


@dataclass(frozen=True, slots=True)
class Extracted:
    """The answer to `ReadBatch`: the packed tables, None when there are no rows, and the articles that gave none, by source."""

    packed: bytes | None
    problems: dict[str, InputError]
    kept: bool = False
    """Whether it is kept already for a run that is stopped."""


@dataclass(frozen=True, slots=True)
class ReadBatch:
    """Read a batch of articles."""

    articles: tuple[Article | Elsewhere, ...]
    keys: tuple[str, ...] = ()

    def __str__(self) -> str:
        return _from_to([article.source for article in self.articles], "articles")

    def singly(self) -> Sequence[ReadBatch]:
        """A task an article."""
        return [ReadBatch((article,), (key,)) for article, key in zip(self.articles, self.keys, strict=True)]

    def lost(self, death: Death) -> Extracted:
        """The article gives no rows."""
        return Extracted(None, {a.source: worker_died(a.source, death) for a in self.articles})


def worker_died(source: str, death: Death) -> InputError:
    """What to tell of an article that ends whoever reads it."""
    told = (
        f"{source}: the process that read it died twice ({death}), the last time with this article alone; give it more "
        "memory, or take the article out and report it"
    )
    return InputError(told, reason="worker_died")


def _from_to(sources: Sequence[str], what: str) -> str:
    if len(sources) == 1:
        return sources[0]
    return f"{len(sources)} {what}, {sources[0]} to {sources[-1]}"
