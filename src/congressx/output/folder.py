"""Who may write in an output folder, and what is said when nobody can."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from congressx.errors import OutputError
from congressx.output.publishing import finish_publishing, sweep

log = logging.getLogger(__name__)

LOCK = ".lock"
"""Stays in the folder: whoever removes a lock file may remove one that another run has just taken."""

_ANSWERS = {
    errno.ENOSPC: "no space is left on the disk; free some and run again",
    errno.EDQUOT: "your share of the disk is full; free some and run again",
    errno.EFBIG: "a file would be larger than this process may write; raise the limit (ulimit -f) and run again",
    errno.ENOENT: "the folder vanished while it was written; run again",
    errno.EEXIST: "not a folder; choose another folder with --out",
    errno.ENOTDIR: "not a folder; choose another folder with --out",
}


def cannot_write(folder: Path, error: OSError) -> OutputError:
    """What to tell a person about a folder that cannot be written; its tables are as they were."""
    said = os.strerror(error.errno) if error.errno else str(error)
    answer = _ANSWERS.get(error.errno or 0, "choose another folder with --out")
    return OutputError(f"{folder}: cannot be written ({said}): {answer}")


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The folder, made when missing, for this run alone; what a killed run left undone is put in order first.

    The lock is the system's, so that of a dead process is free. Raises `OutputError` when another run holds it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise OutputError(
            f"{folder}: another congressx run is writing here; wait until it is done or choose another folder with --out"
        ) from error
    except OSError as error:
        raise cannot_write(folder, error) from error
    try:
        _put_in_order(folder)
        yield
    finally:
        with suppress(OSError):
            lock.release()


def _put_in_order(folder: Path) -> None:
    try:
        if finish_publishing(folder):
            log.info("%s: finished what a run had begun to publish", folder)
        sweep(folder)
    except OSError as error:
        raise cannot_write(folder, error) from error
