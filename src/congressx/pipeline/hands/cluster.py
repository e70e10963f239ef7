"""A run by the workers of a Dask cluster.

Texts stay where they were read: this process learns names and keys, decides what is to be done, and gets the rows of each batch. When a
worker dies, the scheduler gives what it held and did to another.
"""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from congressx.errors import CongressxError
from congressx.pipeline.fingerprint import rules_hash
from congressx.pipeline.found import Elsewhere, Found
from congressx.pipeline.hands import remote
from congressx.pipeline.hands.crew import CrewHands
from congressx.pipeline.hands.own import OwnHands
from congressx.pipeline.hands.tasks import Death, ReadBatch, Settings, Task
from congressx.pipeline.orders import Orders
from congressx.pipeline.summary import StoppedError
from congressx.storage import is_shared

log = logging.getLogger(__name__)

_PIECE = 64
"""Articles that move together when a batch is read by another worker than that which read the file."""
_COUNT_AGAIN = 10.0
"""Seconds after which the workers are counted again: clusters grow and shrink."""
_CONNECT = 20
"""Seconds in which a scheduler answers."""


def cluster_hands(orders: Orders, own: OwnHands) -> CrewHands:
    """The workers of the scheduler at `orders.cluster`."""
    level = logging.getLogger("congressx").getEffectiveLevel()
    settings = Settings(
        orders.only, orders.reading, orders.decisions, level,
        run=uuid.uuid4().hex, rules=rules_hash(), made_by=orders.made_by, parts=orders.parts,
    )  # fmt: skip
    return CrewHands(own, lambda: Cluster(orders.cluster or "", settings, orders.stop), orders.only, 1, 0)


class Cluster:
    """The workers of one scheduler. Raises `CongressxError` when it does not answer, or is lost."""

    reads_datasets = True

    def __init__(self, address: str, settings: Settings, stop: Callable[[], bool]) -> None:
        self.address = address
        self._client = _connected(address)
        self._size, self._counted = 0, 0.0
        with self.reached():
            self._wait_for_workers(stop)
            self._settings = self._client.submit(remote.settings_of_run, settings, pure=False)

    @property
    def size(self) -> int:
        """How many threads the workers have."""
        if time.monotonic() - self._counted > _COUNT_AGAIN:
            with self.reached():
                self._size = max(1, sum(self._client.nthreads().values()))
            self._counted = time.monotonic()
        return self._size

    def may_read(self, source: str) -> bool:
        """Files at addresses, `file://` among them; what is named by a path may be on this machine only."""
        return is_shared(source)

    def submit(self, task: Task) -> _Answers:
        """Gives a task to the scheduler."""
        with self.reached():
            return _Batch(self, task) if isinstance(task, ReadBatch) else _Sources(self, task)

    def call(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """A future of what a worker will do; it is told the settings first."""
        return self._client.submit(work, self._settings, *arguments, pure=False)

    def close(self) -> None:
        """Leaves the cluster; what nobody needs any more is forgotten there."""
        try:
            self._client.close()
        except Exception:
            log.debug("%s: could not be left in good order", self.address, exc_info=True)

    @contextmanager
    def reached(self) -> Iterator[None]:
        """Turns the loss of the cluster into a sentence."""
        from distributed.client import FutureCancelledError

        try:
            yield
        except (OSError, TimeoutError, FutureCancelledError) as error:
            raise CongressxError(
                f"{self.address}: the cluster is lost ({error}); what was read is kept, so run the same command again when it is back"
            ) from error

    def _wait_for_workers(self, stop: Callable[[], bool]) -> None:
        told = False
        while not self._client.nthreads():
            if stop():
                raise StoppedError(f"{self.address}: stopped before a worker came")
            if not told:
                log.warning("%s: the scheduler has no workers yet; waiting for the first", self.address)
                told = True
            time.sleep(0.5)


class _Answers:
    """What workers will say to a task."""

    def __init__(self, cluster: Cluster, task: Task) -> None:
        self._cluster = cluster
        self._task = task
        self._result: list[Any] | None = None
        self._begin(task)

    def cancel(self) -> bool:
        """Takes the task back unless it is done."""
        if self._future.done():
            return False
        self._future.cancel()
        return True

    def result(self) -> list[Any]:
        """The answers; those to the task's pieces when it killed one worker after the other."""
        if self._result is None:
            self._result = self._said()
        return self._result

    def _said(self) -> list[Any]:
        from distributed import KilledWorker

        with self._cluster.reached():
            try:
                return self._answers()
            except KilledWorker:
                log.warning("%s: several workers died of it; its parts are tried one by one", self._task)
            answers: list[Any] = []
            for piece in self._task.singly():
                try:
                    self._begin(piece)
                    answers += self._answers()
                except KilledWorker:
                    answers.append(piece.lost(Death(None)))
            return answers

    _future: Any

    def _begin(self, task: Task) -> None:
        raise NotImplementedError

    def _answers(self) -> list[Any]:
        raise NotImplementedError


class _Sources(_Answers):
    """Sources that a worker reads and keeps."""

    def _begin(self, task: Task) -> None:
        self._held = self._cluster.call(remote.read, task)
        self._future = self._cluster.call(remote.told, self._held)

    def _answers(self) -> list[Any]:
        answers, records = self._future.result()
        _tell(records)
        pieces: list[Any] = []

        def placed(found: Found, number: int) -> Found:
            place = number % _PIECE
            if place == 0:
                pieces.append(self._cluster.call(remote.articles, self._held, number, number + _PIECE))
            return replace(found, article=Elsewhere(found.source, pieces[-1], place))

        with_places = remote.changed(answers, placed)
        self._held = None  # the pieces hold what is needed of it
        return with_places


class _Batch(_Answers):
    """A batch of articles that a worker reads."""

    def _begin(self, task: Task) -> None:
        assert isinstance(task, ReadBatch)
        held: dict[int, tuple[int, Any]] = {}
        articles: list[Any] = []
        for article in task.articles:
            if isinstance(article, Elsewhere):
                number, _ = held.setdefault(id(article.held), (len(held), article.held))
                articles.append(replace(article, held=number))
            else:
                articles.append(article)
        here = replace(task, articles=tuple(articles))
        self._future = self._cluster.call(remote.extract, here, *(future for _, future in held.values()))

    def _answers(self) -> list[Any]:
        answers, records = self._future.result()
        _tell(records)
        return list(answers)


def _tell(records: Sequence[dict[str, Any]]) -> None:
    for record in records:
        logging.getLogger(record["name"]).handle(logging.makeLogRecord(record))


def _connected(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        message = f"--cluster {address}: what speaks to clusters is not installed; run pip install 'congressx[cluster]'"
        raise CongressxError(message) from error
    try:
        client: Any = Client
        return client(address, timeout=_CONNECT, set_as_default=False, name="congressx")
    except (OSError, ValueError) as error:
        message = f"--cluster {address}: no scheduler answers ({error}); check the address, e.g. tcp://10.0.0.5:8786"
        raise CongressxError(message) from error
