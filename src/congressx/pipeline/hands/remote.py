"""What a Dask worker does for a run.

Reading is left to processes beside it: rules are bounded by a timer that works in a main thread only, and what kills a process shall not
take what the worker holds for others.
"""

from __future__ import annotations

import logging
import sys
import threading
import uuid
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

import congressx.extractors
from congressx.corpus import Article
from congressx.errors import CongressxError
from congressx.pipeline.fingerprint import rules_hash
from congressx.pipeline.found import Elsewhere, Found
from congressx.pipeline.hands.tasks import Extracted, ReadBatch, Settings, Task
from congressx.pipeline.hands.worker import Collected, collected_log
from congressx.pipeline.hands.workers import Workers
from congressx.storage import join, write_address

if TYPE_CHECKING:
    from collections.abc import Iterator

log = logging.getLogger(__name__)

Records = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Held:
    """What was found in sources, with its texts, and what the log said of it."""

    answers: list[Any]
    records: Records


def settings_of_run(settings: Settings) -> Settings:
    """The settings: a value that the scheduler can have made again when the worker that holds it dies."""
    return settings


def read(settings: Settings, task: Task) -> Held:
    """What is in sources; it stays with the worker."""
    return Held(*_answered(settings, task))


def told(_settings: Settings, held: Held) -> tuple[list[Any], Records]:
    """The same without the texts."""
    return changed(held.answers, lambda found, _: replace(found, article=None)), held.records


def articles(_settings: Settings, held: Held, start: int, stop: int) -> tuple[Article, ...]:
    """Some of the articles, in their order."""
    there = [found.article for found in _all_found(held.answers) if isinstance(found.article, Article)]
    return tuple(there[start:stop])


def extract(settings: Settings, task: ReadBatch, *held: tuple[Article, ...]) -> tuple[list[Any], Records]:
    """The rows of a batch. Where the output is at an address, they are also kept there, for a run that is stopped."""
    here = tuple(held[a.held][a.place] if isinstance(a, Elsewhere) else a for a in task.articles)
    batch = replace(task, articles=here)
    answers, records = _answered(settings, batch)
    if settings.parts is not None and len(answers) == 1:
        answers = [_kept(settings, batch, answers[0])]
    return answers, records


def changed(answers: Sequence[Any], change: Callable[[Found, int], Found]) -> list[Any]:
    """Answers with each article that was found changed; `change` is told which it is, counted from 0."""
    count = iter(range(sys.maxsize))

    def each(found: Found) -> Found:
        return found if found.problem is not None else change(found, next(count))

    return [
        {source: found and tuple(map(each, found)) for source, found in answer.items()}
        if isinstance(answer, dict)
        else tuple(map(each, answer))
        for answer in answers
    ]


def _all_found(answers: Sequence[Any]) -> Iterator[Found]:
    for answer in answers:
        yield from chain.from_iterable(found or () for found in answer.values()) if isinstance(answer, dict) else answer


def _kept(settings: Settings, batch: ReadBatch, answer: Extracted) -> Extracted:
    from congressx.pipeline.batch import settled
    from congressx.pipeline.facts import table_records
    from congressx.tables import kept_file, unpack

    if answer.packed is None:
        return answer
    tables = unpack(answer.packed, table_records(settings.only))
    articles = [a for a in batch.articles if isinstance(a, Article)]
    keys = {a.article_id: key for a, key in zip(articles, batch.keys, strict=True) if a.source not in answer.problems}
    content = kept_file(settings.made_by, settled(keys, tables), answer.packed)
    place = join(settings.parts or "", f"{uuid.uuid4().hex}.rows")
    try:
        write_address(place, content)
    except OSError as error:
        log.warning("%s: cannot be written (%s); should the run stop, its articles are read again", place, error)
        return answer
    return replace(answer, kept=True)


@dataclass(slots=True)
class _Helpers:
    """The processes beside this worker that read for one run."""

    workers: Workers
    busy: int = 0


@dataclass(slots=True)
class _Place:
    """What this worker remembers between tasks."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    helpers: dict[str, _Helpers] = field(default_factory=dict)
    log: Collected | None = None


_HERE = _Place()


def _answered(settings: Settings, task: Task) -> tuple[list[Any], Records]:
    if settings.rules != rules_hash():
        raise CongressxError(
            "the cluster's workers have another congressx or other libraries; install the same there and here"
        )
    with _helpers(settings) as workers:
        answers = workers.submit(task).result()
    return answers, _HERE.log.taken() if _HERE.log else []


@contextmanager
def _helpers(settings: Settings) -> Iterator[Workers]:
    """The processes for a run, as many as the worker has threads; those for runs that are over are ended."""
    from distributed import get_worker

    with _HERE.lock:
        if _HERE.log is None:
            _HERE.log = collected_log(settings.log_level)
        if settings.run not in _HERE.helpers:
            for run in [run for run, others in _HERE.helpers.items() if not others.busy]:
                _HERE.helpers.pop(run).workers.close()
            local = replace(settings, path=tuple(sys.path), kinds=tuple(congressx.extractors.__path__))
            _HERE.helpers[settings.run] = _Helpers(Workers(get_worker().state.nthreads, local))
        mine = _HERE.helpers[settings.run]
        mine.busy += 1
    try:
        yield mine.workers
    finally:
        with _HERE.lock:
            mine.busy -= 1
