"""What tasks mean, wherever they are done."""

from __future__ import annotations

import pyarrow as pa

from congressx.corpus import Article
from congressx.pipeline.batch import BatchReader
from congressx.pipeline.hands.tasks import Extracted, ReadBatch, ReadRows, ReadSources, Settings
from congressx.tables import pack


class Work:
    """Does tasks with the same settings."""

    def __init__(self, settings: Settings) -> None:
        pa.set_cpu_count(1)  # there is a process for every core
        self._reading = settings.reading
        self._reader = BatchReader(settings.only, settings.decisions)

    def done(self, task: object) -> object:
        """The answer to a task."""
        if isinstance(task, ReadSources | ReadRows):
            return task.done(self._reading)
        if isinstance(task, ReadBatch):
            done = self._reader.read([article for article in task.articles if isinstance(article, Article)])
            return Extracted(pack(done.tables), dict(done.problems))
        raise TypeError(f"no such task: {task!r}")
