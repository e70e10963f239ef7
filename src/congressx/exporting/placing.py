"""Files and folders on their way into place: written beside, complete or not at all, and never over somebody's own work."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from congressx.errors import OutputError
from congressx.output import to_disk

NOTE = "export.json"
"""In every exported folder: which files are ours, and their digests."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote."""

    path: Path
    rows: Mapping[str, int]
    """Rows by table."""
    notes: tuple[str, ...] = ()
    """What the format could not hold, in sentences."""


@contextmanager
def file_at(path: Path, is_ours: Callable[[Path], bool], force: bool) -> Iterator[Path]:
    """A path beside `path` to write to; it becomes `path` when the block ends without an error.

    Raises `OutputError` when something is there that is not as congressx wrote it (unless `force`), or nothing can be written.
    """
    if path.is_dir():
        raise OutputError(f"{path}: a folder stands there; choose another file with -o")
    if path.exists() and not force and not is_ours(path):
        raise OutputError(
            f"{path}: exists and is not as congressx wrote it; choose another with -o, or replace it with --force"
        )
    with _writable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
        try:
            yield folder / path.name
            to_disk(folder / path.name)
            os.replace(folder / path.name, path)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def folder_at(path: Path, made_by: str, force: bool) -> Iterator[Path]:
    """A folder beside `path` to write to; it becomes `path` when the block ends without an error.

    Only an empty folder or one that congressx wrote is replaced; `force` says that changes made since may be lost. Raises `OutputError`.
    """
    _check_folder(path, force)
    with _writable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
        try:
            new = folder / "new"
            new.mkdir()
            yield new
            (new / NOTE).write_text(_note(new, made_by), encoding="utf-8")
            for file in new.iterdir():
                to_disk(file)
            if path.exists():
                path.rename(folder / "old")
            new.rename(path)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _check_folder(path: Path, force: bool) -> None:
    if not path.exists():
        return
    if not path.is_dir():
        raise OutputError(f"{path}: a file stands there; choose another folder with -o")
    there = {file.name for file in path.iterdir()}
    if not there:
        return
    ours = _files_of(path / NOTE)
    if strange := sorted(there - {*ours, NOTE}):
        raise OutputError(f"{path}: holds what congressx did not write ({strange[0]}); choose another folder with -o")
    changed = [name for name in sorted(ours) if name in there and _digest(path / name) != ours[name]]
    if changed and not force:
        raise OutputError(
            f"{path / changed[0]}: changed since congressx wrote it; choose another folder with -o, or replace it with --force"
        )


def _files_of(note: Path) -> dict[str, str]:
    try:
        files = json.loads(note.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return dict(files)


def _note(folder: Path, made_by: str) -> str:
    files = {file.name: _digest(file) for file in sorted(folder.iterdir())}
    return json.dumps({"made_by": made_by, "files": files}, ensure_ascii=False, indent=1) + "\n"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _writable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        said = error.strerror or str(error)
        raise OutputError(f"{path}: cannot be written ({said}); choose another place with -o") from error
