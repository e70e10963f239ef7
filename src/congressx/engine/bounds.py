"""A bound on the time a rule may take, so that a runaway pattern costs one sentence and not the run."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

LIMIT = 5.0
"""Seconds of processor time that the rules of one kind may take over one sentence; they take about a millisecond."""

ARTICLE_LIMIT = 60.0
"""Seconds that one kind, the layout or the validation may take over a whole article; an ordinary one takes ten milliseconds."""


class OverrunError(Exception):
    """The bound was reached."""


@contextmanager
def bounded(seconds: float) -> Iterator[Callable[[], None]]:
    """Raises `OverrunError` inside the block once it has used `seconds` of processor time; what it hands out begins them anew.

    The `regex` package looks for signals while it matches, so a timer stops any pattern wherever it is called from. Handing
    every call its own `timeout` does the same and costs two fifths of the whole run. Timers belong to a process's main thread:
    in other threads, and on systems without them, the block is not bounded. Whoever reads articles in threads of his own has no
    bound, and is better off with processes. Blocks do not nest: the inner one would end the outer one's timer.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield lambda: None
        return

    def begin() -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)

    before = signal.signal(signal.SIGVTALRM, _overrun)
    begin()
    try:
        yield begin
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _overrun(_signal: int, _frame: FrameType | None) -> None:
    raise OverrunError
