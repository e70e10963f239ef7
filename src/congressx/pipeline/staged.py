"""Tables, manifest and summary of a run, written side by side as its batches come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from congressx.dictionary import datapackage
from congressx.output import MANIFEST, PACKAGE, Input, Manifest, ManifestWriter, TableFile
from congressx.pipeline.arrivals import Arrival
from congressx.pipeline.summary import Summary
from congressx.tables import TableWriters

if TYPE_CHECKING:
    import pyarrow as pa


class StagedRun:
    """A context that writes into the folder `path`; leaving it without an error completes all files.

    `same` says in the end whether the run found just what the last one had found.
    """

    def __init__(
        self,
        path: Path,
        records: Mapping[str, type[BaseModel]],
        made_by: tuple[str, Mapping[str, Any]],
        old: Manifest | None,
        problems: Sequence[tuple[str, str, str]],
    ) -> None:
        self._path = path
        self._records = records
        self._tables = TableWriters(path, records)
        self._manifest = ManifestWriter(path / MANIFEST, *made_by)
        self._open = ExitStack()
        self._old = old.inputs if old else {}
        self._problems = problems
        self._inputs = 0
        self.same = old is not None and old.problems == problems
        self.articles = 0
        self.summary = Summary()

    def __enter__(self) -> StagedRun:
        self._open.enter_context(self._manifest)
        self._open.enter_context(self._tables)
        return self

    def append(self, batch: Sequence[Arrival], tables: Mapping[str, pa.Table]) -> None:
        """The rows of the next batch."""
        for table, rows in tables.items():
            self._tables.append(table, rows)
            self.summary.rows[table] += rows.num_rows
        rejected = tables["rejections"].select(["kind", "reason"]).to_pylist()
        self.summary.rejected.update((row["kind"], row["reason"]) for row in rejected if row["kind"] != "article")
        self.summary.problems += [(a.source, a.problem) for a in batch if a.problem is not None]
        self.articles += sum(arrival.origin is not None for arrival in batch)
        for arrival in batch:
            if arrival.problem is None and arrival.article_id is not None:
                self.summary.decided_elsewhere.pop(arrival.article_id, None)

    def close_inputs(self, entries: Iterable[Input]) -> None:
        """Inputs that gave all they have."""
        for entry in entries:
            self._manifest.add(entry)
            self._inputs += 1
            before = self._old.get(entry.source)
            self.same = self.same and before is not None and replace(before, stamp=None) == replace(entry, stamp=None)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tables.__exit__(kind, error, trace)
        if error is None:
            self.same = self.same and self._inputs == len(self._old)
            tables = self._tables.written()
            self._manifest.finish(self._problems, tables, self.summary.rejected, self._package(tables))
        self._manifest.__exit__(kind, error, trace)

    def _package(self, tables: Mapping[str, TableFile]) -> TableFile:
        """Writes what the tables are beside them."""
        path = self._path / PACKAGE
        path.write_bytes(datapackage(self._records, {table: file.rows for table, file in tables.items()}))
        return TableFile.of(path, len(tables))
