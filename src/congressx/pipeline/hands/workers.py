"""Processes beside this one that do tasks; those that die are replaced, and what kills them is found out."""

from __future__ import annotations

import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, cast

from congressx.corpus.formats import is_named_as_dataset
from congressx.corpus.opening import STANDARD_INPUT
from congressx.pipeline.hands.tasks import Death, Settings, Task
from congressx.pipeline.hands.worker import BOOT, GoneError, receive, send
from congressx.storage import is_address, is_shared

log = logging.getLogger(__name__)

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""There is a process for every core."""


class WorkerDiedError(Exception):
    """The process died before it answered."""

    def __init__(self, death: Death) -> None:
        super().__init__(str(death))
        self.death = death


class Workers:
    """At most `count` processes, started when there is work for them; a context that ends them.

    Each is kept company by a thread of this process that hands it tasks: no two tasks share the fate of a process.
    """

    def __init__(self, count: int, settings: Settings) -> None:
        self._count = count
        self._settings = settings
        self._threads = ThreadPoolExecutor(count, "congressx-worker", initializer=_leave_signals_to_the_main_thread)
        self._own = threading.local()
        self._alive: set[_Worker] = set()
        self._lock = threading.Lock()
        self._closing = False

    @property
    def size(self) -> int:
        """How many processes there are at most."""
        return self._count

    reads_datasets = False

    def may_read(self, source: str) -> bool:
        """Files of this machine and of stores. Data sets are read by this process, row by row."""
        own = source == STANDARD_INPUT or is_named_as_dataset(source)
        return not own and (is_shared(source) or not is_address(source))

    def submit(self, task: Task) -> Future[list[Any]]:
        """The answer to come: one, or one for every piece of the task when its process died twice."""
        return self._threads.submit(self._done, task)

    def close(self) -> None:
        """Ends all processes at once; what they were doing is lost."""
        with self._lock:
            self._closing = True
            alive = list(self._alive)
        for worker in alive:
            worker.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _done(self, task: Task) -> list[Any]:
        for told in ("it is begun once more", "its parts are tried one by one"):
            try:
                return [self._answer(task)]
            except WorkerDiedError as error:
                if self._closing:
                    raise
                log.warning("%s: the process that read this died (%s); %s", task, error.death, told)
        return self._one_by_one(task.singly())

    def _one_by_one(self, pieces: Sequence[Task]) -> list[Any]:
        answers: list[Any] = []
        for piece in pieces:
            try:
                answers.append(self._answer(piece))
            except WorkerDiedError as error:
                if self._closing:
                    raise
                answers.append(piece.lost(error.death))
        return answers

    def _answer(self, task: Task) -> Any:
        worker = self._worker()
        try:
            answer, records = worker.answer(task)
        except WorkerDiedError:
            self._own.worker = None
            with self._lock:
                self._alive.discard(worker)
            raise
        for record in records:
            logging.getLogger(record["name"]).handle(logging.makeLogRecord(record))
        return answer

    def _worker(self) -> _Worker:
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            with self._lock:
                if self._closing:
                    raise WorkerDiedError(Death(0))
                worker = _Worker(self._settings)
                self._alive.add(worker)
            self._own.worker = worker
        return worker


class _Worker:
    """One process."""

    def __init__(self, settings: Settings) -> None:
        self._settings: Settings | None = settings
        self._path = settings.path
        environment = os.environ | dict.fromkeys(_ONE_THREAD, "1")
        command = [sys.executable, "-c", BOOT]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)

    def answer(self, task: Task) -> Any:
        """What the process says to a task; raises `WorkerDiedError`."""
        inbox, outbox = cast(Any, self._process.stdin), cast(Any, self._process.stdout)
        try:
            if self._settings is not None:
                pickle.dump(list(self._path), inbox)
                send(inbox, self._settings)
                self._settings = None
            send(inbox, task)
            return receive(outbox)
        except (GoneError, OSError, ValueError, pickle.UnpicklingError) as error:
            raise WorkerDiedError(self._end()) from error

    def kill(self) -> None:
        """Ends the process, from another thread than the one that waits for it."""
        self._process.kill()

    def _end(self) -> Death:
        self._process.kill()
        code = self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                cast(Any, pipe).close()
            except OSError:
                continue  # what was not sent has nobody to read it
        return Death(code)


def _leave_signals_to_the_main_thread() -> None:
    """Also for the processes that this thread starts, until they can say so themselves."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
