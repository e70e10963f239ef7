"""An output folder at an address: a folder of this machine stands for it during the run, and what changed is put there at the end.

Stores know no renaming of many files at once and no lock that dies with its process. So the tables are put there one by one, the
manifest last, and the lock is a file that says who holds it: see docs/scale.md for what that protects and what it does not.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import socket
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from congressx.errors import OutputError
from congressx.output.folder import LOCK
from congressx.output.publishing import MANIFEST, UNFINISHED
from congressx.storage import get_file, join, names_below, put_file, read_address, remove_address, write_address

log = logging.getLogger(__name__)

_State = tuple[int, int]


@contextmanager
def standing_for(address: str) -> Iterator[Path]:
    """A folder with what is at the address. What differs when the block is left is put there; after a fault only unfinished batches.

    Raises `OutputError` when the address cannot be written or another run holds it.
    """
    with _held(address), tempfile.TemporaryDirectory(prefix="congressx-") as place:
        folder = Path(place)
        try:
            before = _fetch(address, folder)
        except OSError as error:
            raise _cannot_write(address, error) from error
        try:
            yield folder
        except Exception:
            with contextlib.suppress(OSError):  # the first error is the one to tell
                _put(address, folder, before, only=UNFINISHED)
            raise
        try:
            _put(address, folder, before)
        except OSError as error:
            raise _cannot_write(address, error) from error


def _cannot_write(address: str, error: OSError) -> OutputError:
    said = error.strerror or str(error)
    return OutputError(
        f"{address}: cannot be written ({said}); check the address and your rights, or choose another --out"
    )


@contextmanager
def _held(address: str) -> Iterator[None]:
    """The lock file there names this run; a run that comes meanwhile is sent away."""
    place = join(address, LOCK)
    mine = json.dumps({
        "machine": socket.gethostname(), "process": os.getpid(), "since": time.strftime("%Y-%m-%d %H:%M:%S %z"),
        "run": uuid.uuid4().hex,
    }).encode()  # fmt: skip
    _require_free(address, place, b"")
    try:
        write_address(place, mine)
    except OSError as error:
        raise _cannot_write(address, error) from error
    _require_free(address, place, mine)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # whoever finds it is told what to do
            remove_address(place)


def _require_free(address: str, place: str, mine: bytes) -> None:
    try:
        found = read_address(place)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _cannot_write(address, error) from error
    if found != mine:
        try:
            holder = json.loads(found)
            who = f"process {holder['process']} on {holder['machine']} since {holder['since']}"
        except (ValueError, KeyError, TypeError):
            who = "another process"
        raise OutputError(
            f"{address}: another congressx run is writing here ({who}); wait until it is done, or delete {place} if that run is dead"
        )


def _fetch(address: str, folder: Path) -> dict[str, _State]:
    """Copies what is there, and says what it looked like."""
    before = {}
    for name, file in names_below(address).items():
        if name != LOCK and "/" not in name.removeprefix(f"{UNFINISHED}/"):
            (folder / name).parent.mkdir(exist_ok=True)
            get_file(file, os.fspath(folder / name))
            before[name] = _state(folder / name)
    return before


def _state(path: Path) -> _State:
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def _put(address: str, folder: Path, before: dict[str, _State], only: str = "") -> None:
    """Makes the address like the folder: new and changed files first, the manifest after them, then what is gone is removed.

    With `only`, what begins so is put there and nothing else is done.
    """
    now = {path.relative_to(folder).as_posix(): _state(path) for path in folder.rglob("*") if path.is_file()}
    now.pop(LOCK, None)
    changed = [name for name, state in now.items() if before.get(name) != state and name.startswith(only)]
    for name in sorted(changed, key=lambda name: (name == MANIFEST, name)):
        put_file(join(address, name), os.fspath(folder / name))
    if only:
        return
    for name in sorted(names_below(address).keys() - now.keys() - {LOCK}):
        if "/" not in name.removeprefix(f"{UNFINISHED}/") and (name in before or name.startswith(UNFINISHED)):
            remove_address(join(address, name))
    log.info("%s: put %d files there", address, len(changed))
