"""A process that reads for another one: it is told its settings, then one task after the other, and answers each.

Tasks come on standard input and answers go where standard output went, as pickles under their length. Tasks are done in the main
thread, so the bounds on the time of a rule hold here, too.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
import struct
import sys
from typing import Any, BinaryIO

BOOT = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from congressx.pipeline.hands.worker import serve; serve()"
)
_LENGTH = struct.Struct(">Q")


class GoneError(Exception):
    """Nobody is at the other end any more."""


def send(pipe: BinaryIO, content: object) -> None:
    """Sends something that can be pickled; raises OSError when nobody reads."""
    message = pickle.dumps(content, protocol=5)
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:
    """What was sent; raises `GoneError` when the sender is gone."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise GoneError
    (length,) = _LENGTH.unpack(head)
    message = pipe.read(length)
    if len(message) < length:
        raise GoneError
    return pickle.loads(message)


def serve() -> None:
    """Answers tasks until nobody asks any more."""
    inbox = sys.stdin.buffer
    outbox = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    _leave_signals_to_the_other_process()
    try:
        _answer_all(inbox, outbox)
    except (GoneError, BrokenPipeError):
        os._exit(0)


def _answer_all(inbox: BinaryIO, outbox: BinaryIO) -> None:
    settings = receive(inbox)
    log = collected_log(settings.log_level)
    import congressx.extractors

    congressx.extractors.__path__[:] = settings.kinds
    from congressx.pipeline.hands.work import Work

    work = Work(settings)
    while True:
        answer = work.done(receive(inbox))
        send(outbox, (answer, log.taken()))


def _leave_signals_to_the_other_process() -> None:
    """Ctrl-C and a request to end go to all processes of a group; the one that asks decides what they mean."""
    asked = (signal.SIGINT, signal.SIGTERM)
    for name in asked:
        signal.signal(name, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, asked)


class Collected(logging.Handler):
    """The log, to be told by the process that asks."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self._records: list[dict[str, Any]] = []
        self._form = logging.Formatter()

    def emit(self, record: logging.LogRecord) -> None:
        """Takes a record in a form that can be pickled."""
        trace = self._form.formatException(record.exc_info) if record.exc_info else record.exc_text
        told = {"msg": record.getMessage(), "args": None, "exc_info": None, "exc_text": trace}
        self._records.append(record.__dict__ | told)

    def taken(self) -> list[dict[str, Any]]:
        """What was said since it was last asked for."""
        records, self._records = self._records, []
        return records


def collected_log(level: int) -> Collected:
    """A log of this process that somebody else will tell."""
    collected = Collected(level)
    logger = logging.getLogger("congressx")
    logger.addHandler(collected)
    logger.setLevel(level)
    return collected
