"""Tables are published whole: staged beside, committed by one renaming, then moved into place, the manifest last.

.writing-x7d2/    being written; worthless once its process is dead
.publishing/      committed: whoever finds it finishes the moves
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection
from pathlib import Path
from types import TracebackType

WRITING = ".writing-"
PUBLISHING = ".publishing"
UNFINISHED = ".unfinished"
MANIFEST = "manifest.json"
PACKAGE = "datapackage.json"
"""What the tables are, for programs."""
_GONE = "gone"
"""In a staged folder: names of files of the last run that this one does not have, one a line."""


class Staging:
    """A context with a hidden folder inside the output folder; leaving it removes whatever was not published."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Staging:
        self.path = Path(tempfile.mkdtemp(prefix=WRITING, dir=self._folder))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self.path, ignore_errors=True)

    def publish(self, gone: Collection[str]) -> None:
        """Puts the staged files in place and removes the files named in `gone`; raises OSError before it begins, if at all."""
        for file in self.path.iterdir():
            if (self._folder / file.name).is_dir():
                raise FileExistsError(17, os.strerror(17), str(self._folder / file.name))
        (self.path / _GONE).write_text("".join(f"{name}\n" for name in sorted(gone)), encoding="utf-8")
        for file in self.path.iterdir():
            to_disk(file)
        to_disk(self.path)
        self.path.rename(self._folder / PUBLISHING)  # from here on the new tables are the tables
        to_disk(self._folder)
        finish_publishing(self._folder)


def finish_publishing(folder: Path) -> bool:
    """Moves committed files into place; True when there were any. May be run again after a kill at any of its steps."""
    committed = folder / PUBLISHING
    if not committed.is_dir():
        return False
    gone = committed / _GONE
    for name in gone.read_text(encoding="utf-8").splitlines() if gone.exists() else ():
        (folder / name).unlink(missing_ok=True)
    files = sorted(committed.iterdir(), key=lambda file: (file.name == MANIFEST, file.name))
    for file in files:
        if file.name != _GONE:
            os.replace(file, folder / file.name)
    gone.unlink(missing_ok=True)
    committed.rmdir()
    to_disk(folder)
    return True


def place_of(folder: Path, name: str) -> Path:
    """Where a file of the last committed run stands, even when its moves are not finished."""
    committed = folder / PUBLISHING / name
    return committed if committed.exists() else folder / name


def is_gone(folder: Path, name: str) -> bool:
    """Whether a file still in its place belongs to the run before the committed one."""
    gone = folder / PUBLISHING / _GONE
    try:
        return name in gone.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return False


def publishing_state(folder: Path) -> tuple[bool, object]:
    """Differs before and after a reading when a run published in between."""
    try:
        stat = (folder / MANIFEST).stat()
        manifest = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
    except FileNotFoundError:
        manifest = None
    return (folder / PUBLISHING).exists(), manifest


def sweep(folder: Path) -> None:
    """Removes what dead runs were writing; only for whoever holds the folder."""
    for left in folder.glob(f"{WRITING}*"):
        shutil.rmtree(left, ignore_errors=True)


def forget_unfinished(folder: Path) -> None:
    """Removes the batches of an unfinished run: their rows are published, or nobody wants them."""
    shutil.rmtree(folder / UNFINISHED, ignore_errors=True)


def to_disk(path: Path) -> None:
    """Waits until what was written there is on the disk, a file or a folder's names."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
