"""What a run read and wrote, one line an input: the next run does no more than what differs.

`manifest.json` is JSON and is written and read line by line, so that a million inputs need no second copy in memory.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import stat
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from congressx.output.publishing import MANIFEST, PACKAGE, place_of

log = logging.getLogger(__name__)

FORMAT = 1
_TICK = 2_000_000_000
"""A file written within this many nanoseconds may be written again without another time stamp (FAT counts by two seconds)."""
_NO_TIME = -1


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the system says of a regular file without reading it; times are nanoseconds."""

    size: int
    mtime: int
    ctime: int
    """It differs when somebody changed the content and put the time of the last change back."""
    inode: int
    young: bool = field(default=False, compare=False)
    """So fresh that the times prove nothing."""

    @classmethod
    def of(cls, path: str | os.PathLike[str]) -> Stamp | None:
        """The stamp of a regular file, None for anything else."""
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        changed = max(status.st_mtime_ns, status.st_ctime_ns)
        young = time.time_ns() - changed < _TICK
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, young)


@dataclass(frozen=True, slots=True)
class Item:
    """One article of an input, or what was wrong with it."""

    source: str = ""
    """`+#12` is row 12 of the input, `=name` another name than the input's, nothing the input itself."""
    article_id: str | None = None
    key: str | None = None
    """Digest of all its rows are made from."""
    reason: str | None = None
    """Why it has no rows; None for an article that has."""
    message: str | None = None
    again: bool = False
    """It ended by a fault or by the clock: the next run tries it again."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file that was read."""

    source: str
    stamp: Stamp | None
    content: str | None
    """SHA-256 of its bytes; None when it could not be read, changed meanwhile, or is standard input."""
    items: tuple[Item, ...]
    whole: bool = True
    """Whether it was read to its end."""

    def source_of(self, item: Item) -> str:
        """The name an item has in the tables."""
        if item.source.startswith("="):
            return item.source[1:]
        return self.source + item.source[1:]

    @property
    def settled(self) -> bool:
        """Whether the same bytes would give the same items again."""
        return self.content is not None and self.whole and not any(item.again for item in self.items)


@dataclass(frozen=True, slots=True)
class TableFile:
    """A published table: what it takes to see that nobody changed it."""

    rows: int
    size: int
    mtime: int
    content: str

    @classmethod
    def of(cls, path: Path, rows: int) -> TableFile:
        """The file at `path`, finished and with so many rows."""
        status = path.stat()
        return cls(rows, status.st_size, status.st_mtime_ns, content_of_file(path))

    def is_at(self, path: Path) -> bool:
        """Whether the file at `path` is this table; read only when it was moved or touched."""
        try:
            status = path.stat()
            if status.st_size != self.size:
                return False
            return status.st_mtime_ns == self.mtime or content_of_file(path) == self.content
        except OSError:
            return False


@dataclass(slots=True)
class Manifest:
    """The manifest of the last run."""

    rules: str
    settings: Mapping[str, Any]
    inputs: dict[str, Input] = field(default_factory=dict)
    """In the order in which they were read."""
    problems: list[tuple[str, str, str]] = field(default_factory=list)
    """(source, reason, message) of what was named and gave no file."""
    tables: dict[str, TableFile] = field(default_factory=dict)
    rejected: Counter[tuple[str, str]] = field(default_factory=Counter)
    package: TableFile | None = None
    """The data package that describes the tables."""

    @classmethod
    def read(cls, folder: Path) -> Manifest | None:
        """The manifest of a folder; None when there is none that can be read."""
        path = place_of(folder, MANIFEST)
        try:
            with path.open(encoding="utf-8") as lines:
                return _manifest_of(lines)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("%s: cannot be used (%r); everything is read again", path, error)
            return None

    def tables_stand(self, folder: Path) -> bool:
        """Whether the tables in the folder are those the run wrote."""
        for name, table in self.tables.items():
            if not table.is_at(folder / f"{name}.parquet"):
                log.warning("%s: %s.parquet is not as it was written; everything is read again", folder, name)
                return False
        return True

    def package_stands(self, folder: Path) -> bool:
        """Whether the data package in the folder is that the run wrote; rows need not be read again when it is not."""
        return self.package is not None and self.package.is_at(folder / PACKAGE)


def short_source(source: str, of: str) -> str:
    """An item's name as `Item.source` keeps it.

    >>> short_source("a.csv#12", "a.csv"), short_source("a.txt", "./a.txt"), short_source("a.txt", "a.txt")
    ('+#12', '=a.txt', '')
    """
    if source == of:
        return ""
    return f"+{source[len(of) :]}" if source.startswith(of) else f"={source}"


class ManifestWriter:
    """A context in which inputs are written as they are done; `finish` says the rest."""

    def __init__(self, path: Path, rules: str, settings: Mapping[str, Any]) -> None:
        self._path = path
        self._head = {"format": FORMAT, "rules": rules, "settings": settings}
        self._separator = "\n"

    def __enter__(self) -> ManifestWriter:
        self._file: TextIO = self._path.open("w", encoding="utf-8", newline="\n")
        self._file.write(json.dumps(self._head)[:-1] + ', "inputs": [')
        return self

    def add(self, entry: Input) -> None:
        """Writes the next input."""
        self._file.write(self._separator + json.dumps(_as_json(entry)))
        self._separator = ",\n"

    def finish(
        self,
        problems: Iterable[tuple[str, str, str]],
        tables: Mapping[str, TableFile],
        rejected: Mapping[tuple[str, str], int],
        package: TableFile | None,
    ) -> None:
        """Writes what is known only at the end."""
        tail = {
            "problems": [list(problem) for problem in problems],
            "tables": {name: [t.rows, t.size, t.mtime, t.content] for name, t in tables.items()},
            "package": package and [package.rows, package.size, package.mtime, package.content],
            "rejected": [[*of, count] for of, count in sorted(rejected.items())],
        }
        self._file.write("\n],\n" + json.dumps(tail)[1:] + "\n")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def content_of_file(path: str | os.PathLike[str]) -> str:
    """SHA-256 of a file's bytes, read piece by piece."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _as_json(entry: Input) -> dict[str, Any]:
    at = entry.stamp
    stamp = [at.size, _NO_TIME if at.young else at.mtime, at.ctime, at.inode] if at else None
    items = [
        {name: value for name in Item.__dataclass_fields__ if (value := getattr(item, name))} for item in entry.items
    ]
    return {"source": entry.source, "stamp": stamp, "sha256": entry.content, "whole": entry.whole, "items": items}


def _manifest_of(lines: TextIO) -> Manifest:
    first = json.loads(next(lines, "").rstrip("\n") + "]}")
    if first["format"] != FORMAT:
        raise ValueError(f"format {first['format']}, not {FORMAT}")
    manifest = Manifest(first["rules"], first["settings"])
    for line in lines:
        if line.startswith("]"):
            break
        entry = _input_of(json.loads(line.rstrip(",\n")))
        manifest.inputs[entry.source] = entry
    tail = json.loads("{" + lines.read())
    manifest.problems = [(source, reason, message) for source, reason, message in tail["problems"]]
    manifest.tables = {name: TableFile(*values) for name, values in tail["tables"].items()}
    manifest.package = TableFile(*tail["package"]) if tail.get("package") else None
    manifest.rejected = Counter({(kind, reason): count for kind, reason, count in tail["rejected"]})
    return manifest


def _input_of(line: dict[str, Any]) -> Input:
    stamp = Stamp(*line["stamp"]) if line["stamp"] else None
    items = tuple(Item(**item) for item in line["items"])
    return Input(line["source"], stamp, line["sha256"], items, line["whole"])
