"""A run by several hands, in this machine or in others: a few batches ahead of the one that is written, so memory stays flat."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from congressx.corpus import Article
from congressx.corpus.formats import is_named_as_dataset
from congressx.pipeline.found import Elsewhere, Found
from congressx.pipeline.hands.own import OwnHands, Pending
from congressx.pipeline.hands.tasks import Extracted, ReadBatch, ReadRows, ReadSources, Task

if TYPE_CHECKING:
    from congressx.pipeline.batch import Done

_FILES = 32
"""Files a task."""
_BYTES = 4 << 20
"""Bytes of files a task, unless one has more."""
_ROWS = 4096
"""Rows of a data set a task: whoever reads them reads past the rows before them, so they are many."""
_SPANS = 2
"""Tasks a data set that are begun before the first is asked for."""


class Answers(Protocol):
    """What will be said to a task."""

    def result(self) -> list[Any]:
        """The answer, or those to its pieces; waits."""

    def cancel(self) -> bool:
        """Takes the task back; False when it is begun already."""


class Crew(Protocol):
    """Whoever does tasks."""

    @property
    def size(self) -> int:
        """How many tasks are done at once."""

    @property
    def reads_datasets(self) -> bool:
        """Whether data sets are read there, some rows a task; otherwise this process reads them and hands out the articles."""

    def may_read(self, source: str) -> bool:
        """Whether a source is to be had there."""

    def submit(self, task: Task) -> Answers:
        """Gives a task."""

    def close(self) -> None:
        """Ends all work."""


class CrewHands:
    """Hands over sources and batches to the crew that `start` calls together, once there are `worth_it` characters to read."""

    def __init__(self, own: OwnHands, start: Callable[[], Crew], only: Sequence[str], size: int, worth_it: int) -> None:
        self._own = own
        self._start = start
        self._only = tuple(only)
        self._size = size
        self._worth_it = worth_it
        self._crew: Crew | None = None
        self._seen = 0
        self._waiting: list[_Batch] = []
        self._group = _Group()
        self._groups: dict[str, _Group] = {}
        self._datasets: dict[str, _Dataset] = {}

    @property
    def batches_ahead(self) -> int:
        """Two for each hand: one in work, one that waits."""
        return 2 * (self._crew.size if self._crew else self._size)

    @property
    def sources_ahead(self) -> int:
        """Enough files for as many batches."""
        return self.batches_ahead * _FILES if self._crew else 0

    def begin(self, source: str) -> None:
        """Gives a file to be read together with others, or the first rows of a data set."""
        if self._crew is None or not self._crew.may_read(source):
            return
        if is_named_as_dataset(source):
            if self._crew.reads_datasets and len(self._datasets) < self._crew.size:
                self._datasets[source] = _Dataset(source, self._crew)
            return
        self._groups[source] = self._group
        self._group.add(source)
        if self._group.full:
            self._close_group(self._group)

    def found(self, source: str) -> Iterator[Found]:
        """What is in a source."""
        group = self._groups.pop(source, None)
        if group is not None:
            self._close_group(group)
            found = group.found(source)
            if found is not None:
                return iter(found)
        if self._crew is not None and self._crew.reads_datasets and self._crew.may_read(source):
            dataset = self._datasets.pop(source, None) or _Dataset(source, self._crew)
            return dataset.found()
        return self._own.found(source)

    def extract(self, articles: Sequence[Article | Elsewhere], keys: Sequence[str]) -> Pending:
        """A batch that whoever is free reads."""
        batch = _Batch(ReadBatch(tuple(articles), tuple(keys)), self._own, self._only)
        self._waiting.append(batch)
        self._seen += sum(len(article.text) for article in articles if isinstance(article, Article))
        if self._crew is None and self._seen >= self._worth_it:
            self._crew = self._start()
        if self._crew is not None:
            for waiting in self._waiting:
                waiting.begin(self._crew)
        self._waiting = [] if self._crew else [waiting for waiting in self._waiting if not waiting.over]
        return batch

    def _close_group(self, group: _Group) -> None:
        if self._crew is not None:
            group.begin(self._crew)
        if group is self._group:
            self._group = _Group()

    def __enter__(self) -> Self:
        if self._worth_it == 0:
            self._crew = self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._crew is not None:
            self._crew.close()


class _Group:
    """Files that are read in one task."""

    def __init__(self) -> None:
        self._sources: list[str] = []
        self._bytes = 0
        self._answers: Answers | None = None

    def add(self, source: str) -> None:
        self._sources.append(source)
        try:
            self._bytes += os.path.getsize(source)
        except OSError:
            return  # an address, or its reader says why

    @property
    def full(self) -> bool:
        return len(self._sources) >= _FILES or self._bytes >= _BYTES

    def begin(self, crew: Crew) -> None:
        if self._answers is None:
            self._answers = crew.submit(ReadSources(tuple(self._sources)))

    def found(self, source: str) -> tuple[Found, ...] | None:
        """What is in one of them; None for a data set."""
        if self._answers is None:
            return None
        for answer in self._answers.result():
            if source in answer:
                found: tuple[Found, ...] | None = answer[source]
                return found
        return None


class _Dataset:
    """A data set that is read in spans of rows, some spans ahead."""

    def __init__(self, source: str, crew: Crew) -> None:
        self._source = source
        self._crew = crew
        self._ahead = deque([crew.submit(ReadRows(source, 0, _ROWS))])
        self._next = _ROWS

    def found(self) -> Iterator[Found]:
        """What is in it. The span that is not full is the last."""
        try:
            while True:
                while len(self._ahead) < _SPANS:
                    self._ahead.append(self._crew.submit(ReadRows(self._source, self._next, self._next + _ROWS)))
                    self._next += _ROWS
                (found,) = self._ahead.popleft().result()
                yield from found
                if len(found) < _ROWS:
                    return
        finally:
            for answers in self._ahead:
                answers.cancel()


class _Batch:
    """A batch that is read by a crew once there is one, otherwise here when it is asked for."""

    def __init__(self, task: ReadBatch, own: OwnHands, only: tuple[str, ...]) -> None:
        self.over = False
        self._task = task
        self._own = own
        self._only = only
        self._answers: Answers | None = None

    def begin(self, crew: Crew) -> None:
        if self._answers is None and not self.over:
            self._answers = crew.submit(self._task)

    def cancel(self) -> bool:
        return self._answers is None or self._answers.cancel()

    def result(self) -> Done:
        self.over = True
        if self._answers is None:
            return self._own.read(self._task.articles)
        return _done_of(self._answers.result(), len(self._task.articles), self._only)


def _done_of(answers: Sequence[Extracted], count: int, only: Sequence[str]) -> Done:
    """What came of a batch of `count` articles, from the answer or answers to its task."""
    import pyarrow as pa

    from congressx.pipeline.batch import Done
    from congressx.pipeline.facts import table_records
    from congressx.tables import arrow_schema, unpack

    records = table_records(only)
    problems = {source: error for answer in answers for source, error in answer.problems.items()}
    parts = [unpack(answer.packed, records) for answer in answers if answer.packed is not None]
    tables = {
        table: pa.concat_tables([part[table] for part in parts] or [arrow_schema(record).empty_table()])
        for table, record in records.items()
    }
    packed = answers[0].packed if len(answers) == 1 else None
    return Done(tables, problems, count, packed, all(answer.kept for answer in answers))
