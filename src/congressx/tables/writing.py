"""Tables on disk: written beside, a row group a batch, and put in place by renaming when all are whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyarrow.parquet as pq
from pydantic import BaseModel

from congressx.errors import OutputError
from congressx.tables.loading import as_arrow
from congressx.tables.schema import arrow_schema


class TableWriters:
    """A context in which rows are appended to tables; leaving it without an error publishes them in `folder`.

    Raises `OutputError` when the folder cannot be written; the folder then is as it was.
    """

    def __init__(
        self, folder: Path, records: Mapping[str, type[BaseModel]], *, supersedes: Collection[str] = ()
    ) -> None:
        """`supersedes` names tables an earlier run may have left in the folder; those not in `records` go."""
        self._folder = folder
        self._records = dict(records)
        self._stale = sorted(set(supersedes) - set(records))

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables."""
        return tuple(self._records)

    def __enter__(self) -> TableWriters:
        schemas = {table: arrow_schema(record) for table, record in self._records.items()}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._beside = Path(tempfile.mkdtemp(prefix=".writing-", dir=self._folder))
            self._writers = {
                table: pq.ParquetWriter(self._beside / f"{table}.parquet", schema, compression="zstd")
                for table, schema in schemas.items()
            }
        except OSError as error:
            raise _cannot_write(self._folder, error) from error
        return self

    def append(self, table: str, rows: Sequence[BaseModel]) -> None:
        """Appends rows of one batch to a table; no rows, no row group."""
        if not rows:
            return
        try:
            self._writers[table].write_table(as_arrow(rows, self._records[table]))
        except OSError as error:
            raise _cannot_write(self._folder, error) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            for writer in self._writers.values():
                writer.close()
            if error is None:
                self._publish()
        except OSError as failure:
            raise _cannot_write(self._folder, failure) from failure
        finally:
            shutil.rmtree(self._beside, ignore_errors=True)

    def _publish(self) -> None:
        for table in self._stale:
            (self._folder / f"{table}.parquet").unlink(missing_ok=True)
        for table in self._records:
            os.replace(self._beside / f"{table}.parquet", self._folder / f"{table}.parquet")


def _cannot_write(folder: Path, error: OSError) -> OutputError:
    return OutputError(f"{folder}: cannot be written ({error.strerror or error}); choose another folder with --out")
