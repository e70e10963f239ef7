"""The published tables, opened together: what is read is of one run, whatever other runs do meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import BaseModel

from congressx.errors import CongressxError, OutputError
from congressx.output import held, is_gone, place_of, publishing_state
from congressx.tables import arrow_schema

Row = dict[str, Any]
"""A row by column: text, int, float, bool, date, list of text, or None."""

_TRIES = 100
_ROWS_AT_ONCE = 4096


class PublishedTables:
    """A context with the tables of an output folder; memory is that of some thousand rows, whatever their size.

    `only` names the tables wanted, all if empty. Entering raises `OutputError` when the folder has no tables that can be read, and
    `CongressxError` for a table that is not there.
    """

    def __init__(self, folder: Path, records: Mapping[str, type[BaseModel]], only: Sequence[str] = ()) -> None:
        self.folder = folder
        self._known = records
        self._only = tuple(only)
        self._open = ExitStack()
        self._files: dict[str, pq.ParquetFile] = {}
        self.records: dict[str, type[BaseModel]] = {}
        """The record models of the tables that are there and wanted."""

    def __enter__(self) -> PublishedTables:
        paths = self._open_files()
        if unknown := [table for table in self._only if table not in paths]:
            self._open.close()
            there = ", ".join(paths)
            raise CongressxError(f"--only {','.join(unknown)}: no such table in {self.folder}; there are {there}")
        self.records = {table: self._known[table] for table in paths if not self._only or table in self._only}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self._files[table].metadata.num_rows)

    def batches(self, table: str) -> Iterator[list[Row]]:
        """The rows of a table in their order, some thousand at a time."""
        for batch in self._files[table].iter_batches(batch_size=_ROWS_AT_ONCE):
            yield batch.to_pylist()

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table one by one."""
        for batch in self.batches(table):
            yield from batch

    def by_article(self, tables: Sequence[str]) -> Iterator[tuple[Row, dict[str, list[Row]]]]:
        """Every row of `articles` with its rows in `tables`; all tables are in the order of the articles."""
        groups = {table: groupby(self.rows(table), lambda row: row["article_id"]) for table in tables}
        heads = {table: _next(group) for table, group in groups.items()}
        for article in self.rows("articles"):
            found: dict[str, list[Row]] = {}
            for table, (article_id, rows) in heads.items():
                if article_id == article["article_id"]:
                    found[table] = rows
            yield article, found
            for table in found:
                heads[table] = _next(groups[table])
        if left := [table for table, (article_id, _) in heads.items() if article_id is not None]:
            raise OutputError(
                f"{self.folder}: the rows of {', '.join(left)} are not in the order of the articles; run `congressx extract` again"
            )

    def _open_files(self) -> list[str]:
        """Opens the files of one run; a file that is open stays as it is when another takes its name."""
        for _ in range(_TRIES):
            finish(self.folder)
            before = publishing_state(self.folder)
            try:
                self._files = {table: self._opened(path, table) for table, path in self._paths().items()}
            except FileNotFoundError:
                self._open.close()
                continue  # moved between looking and opening
            if publishing_state(self.folder) == before:
                return list(self._files)
            self._open.close()
        raise OutputError(f"{self.folder}: another run keeps publishing here; try again when it is done")

    def _paths(self) -> dict[str, Path]:
        paths = {table: place_of(self.folder, f"{table}.parquet") for table in self._known}
        there = {t: path for t, path in paths.items() if path.exists() and not is_gone(self.folder, path.name)}
        if "articles" not in there:
            raise OutputError(f"{self.folder}: no tables here; run `congressx extract … --out {self.folder}` first")
        return there

    def _opened(self, path: Path, table: str) -> pq.ParquetFile:
        try:
            file = self._open.enter_context(pq.ParquetFile(path))
        except pa.ArrowInvalid as error:
            raise OutputError(f"{path}: not a Parquet file ({error}); run `congressx extract` again") from error
        except PermissionError as error:
            raise OutputError(f"{path}: cannot be read ({error.strerror}); change its permissions") from error
        if file.schema_arrow.names != arrow_schema(self._known[table]).names:
            raise OutputError(f"{path}: written by another version of congressx; run `congressx extract` again")
        return file


def _next(groups: groupby[Any, Row]) -> tuple[str | None, list[Row]]:
    article_id, rows = next(groups, (None, ()))
    return article_id, list(rows)


def finish(folder: Path) -> None:
    """Finishes the moves of a killed run; left to the run that holds the folder, or undone where nothing may be written."""
    if not publishing_state(folder)[0]:
        return
    with suppress(OutputError), held(folder):
        pass
