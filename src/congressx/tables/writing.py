"""Tables on disk: batches gathered to row groups, in a folder of their own until the whole run is published."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import BaseModel

from congressx.output import TableFile, content_of_file
from congressx.tables.schema import arrow_schema

_ROWS, _BYTES = 1_024, 1_000_000
"""A row group is written when a table has so many rows waiting, or so many bytes. What a writer notes of every group stays in memory to
the end of the run (0.2 MB for a group in each table), and a large group takes memory while it is written: at eight megabytes a run
over 20 MB of news peaked at 381 MB, at one at 325."""


class TableWriters:
    """A context in which rows are appended to the tables of `records`, as Parquet files in `folder`.

    Leaving it without an error completes the files; `written` then says what they are. Raises OSError when they cannot be written.
    """

    def __init__(self, folder: Path, records: Mapping[str, type[BaseModel]]) -> None:
        self._paths = {table: folder / f"{table}.parquet" for table in records}
        self._schemas = {table: arrow_schema(record) for table, record in records.items()}
        self._rows = dict.fromkeys(records, 0)
        self._waiting: dict[str, list[pa.Table]] = {table: [] for table in records}

    def __enter__(self) -> TableWriters:
        self._writers = {
            table: pq.ParquetWriter(path, self._schemas[table], compression="zstd")
            for table, path in self._paths.items()
        }
        return self

    def append(self, table: str, rows: pa.Table) -> None:
        """Appends the rows of one batch to a table; they stay together in one row group."""
        if rows.num_rows:
            waiting = self._waiting[table]
            waiting.append(rows)
            self._rows[table] += rows.num_rows
            if sum(some.num_rows for some in waiting) >= _ROWS or sum(some.nbytes for some in waiting) >= _BYTES:
                self._write(table)

    def _write(self, table: str) -> None:
        """One row group of the rows that wait."""
        if self._waiting[table]:
            rows = pa.concat_tables(self._waiting[table]).combine_chunks()
            self._writers[table].write_table(rows, row_group_size=rows.num_rows)
            self._waiting[table] = []

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            for table, writer in self._writers.items():
                self._write(table)
                writer.close()
            return
        for writer in self._writers.values():
            with suppress(OSError):  # the first error is the one to tell
                writer.close()

    def written(self) -> dict[str, TableFile]:
        """The finished files, for the manifest."""
        return {table: self._file(table, path) for table, path in self._paths.items()}

    def _file(self, table: str, path: Path) -> TableFile:
        status = path.stat()
        return TableFile(self._rows[table], status.st_size, status.st_mtime_ns, content_of_file(path))
