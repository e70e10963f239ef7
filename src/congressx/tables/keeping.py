"""Finished batches of a run that is not published yet: a run that was stopped goes on where it was.

A file a batch in the hidden folder `.unfinished`: a line of JSON — for what rules and settings, which articles, the digest of the rest
—, then the rows of each table as an Arrow stream.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
from pydantic import BaseModel

from congressx.output import UNFINISHED, forget_unfinished
from congressx.tables.reusing import ArticleRows, rows_by_article
from congressx.tables.schema import arrow_schema

log = logging.getLogger(__name__)

_SUFFIX = ".rows"


class KeptBatches:
    """The batches kept in an output folder for one set of rules and settings; those for another are removed."""

    def __init__(self, folder: Path, records: Mapping[str, type[BaseModel]], made_by: str) -> None:
        self._folder = folder / UNFINISHED
        self._schemas = {table: arrow_schema(record) for table, record in records.items()}
        self._made_by = made_by
        self._files: dict[tuple[str, str], Path] = {}
        self._next = 0
        self._opened: Path | None = None
        self._rows: dict[str, dict[str, pa.Table]] = {}
        for path in sorted(self._folder.glob(f"*{_SUFFIX}")):
            self._take_in(path)

    def __len__(self) -> int:
        return len(self._files)

    def rows(self, article_id: str, key: str) -> ArticleRows | None:
        """The rows of an article, or None when it is not there or was made from something else."""
        path = self._files.get((article_id, key))
        if path is None:
            return None
        if path != self._opened:
            self._rows, self._opened = self._read(path), path
        return self._rows.get(article_id)

    def keep(self, articles: Mapping[str, str], rest: bytes) -> None:
        """Keeps a batch: the keys of its articles by id, and their packed rows. Raises OSError when it cannot be written."""
        self._folder.mkdir(exist_ok=True)
        path = self._folder / f"{self._next:08}{_SUFFIX}"
        beside = path.with_suffix(".part")
        with beside.open("wb") as file:
            file.write(kept_file(self._made_by, articles, rest))
        os.replace(beside, path)
        self._next += 1

    def discard(self) -> None:
        """Removes all batches: their rows are published, or nobody wants them."""
        forget_unfinished(self._folder.parent)
        self._files.clear()

    def _take_in(self, path: Path) -> None:
        self._next = max(self._next, int(path.stem) + 1 if path.stem.isdecimal() else 0)
        with path.open("rb") as file:
            head = _head(file.readline())
        if head.get("made_by") != self._made_by:
            path.unlink()
            return
        self._files.update(dict.fromkeys(head["articles"].items(), path))

    def _read(self, path: Path) -> dict[str, dict[str, pa.Table]]:
        with path.open("rb") as file:
            head, rest = _head(file.readline()), file.read()
        if hashlib.sha256(rest).hexdigest() != head["sha256"]:
            log.warning("%s: damaged, as by a loss of power; its articles are read again", path)
            return {}
        return rows_by_article(unpack(rest, self._schemas))


def kept_file(made_by: str, articles: Mapping[str, str], rest: bytes) -> bytes:
    """The content of a file that keeps a batch."""
    head = {"made_by": made_by, "sha256": hashlib.sha256(rest).hexdigest(), "articles": dict(articles)}
    return json.dumps(head).encode() + b"\n" + rest


def pack(tables: Mapping[str, pa.Table]) -> bytes:
    """Tables as bytes, small and quick to read: an Arrow stream each, in their order."""
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    for table in tables.values():
        with pa.ipc.new_stream(sink, table.schema, options=options) as stream:
            stream.write_table(table)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def unpack(packed: bytes, names: Iterable[str]) -> dict[str, pa.Table]:
    """The tables that `pack` packed, which had these names in this order."""
    source = pa.BufferReader(packed)
    return {name: pa.ipc.open_stream(source).read_all() for name in names}


def _head(line: bytes) -> dict[str, Any]:
    try:
        head = json.loads(line)
    except ValueError:
        return {}
    return head if isinstance(head, dict) else {}
