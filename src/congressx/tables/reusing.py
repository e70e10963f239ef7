"""Rows of an earlier run, by article: what was read once is not read again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pydantic import BaseModel

from congressx.tables.schema import arrow_schema

ArticleRows = Mapping[str, pa.Table]
"""The rows of one article by table; tables in which it has none are left out."""

_ID = "article_id"


def rows_by_article(tables: Mapping[str, pa.Table]) -> dict[str, dict[str, pa.Table]]:
    """Tables cut by article; the rows of an article stand together in each of them. Rows of no article are left out."""
    found: dict[str, dict[str, pa.Table]] = {}
    for name, table in tables.items():
        start = 0
        for article_id, run in groupby(table[_ID].to_pylist()):
            length = sum(1 for _ in run)
            if article_id is not None:
                found.setdefault(article_id, {})[name] = table.slice(start, length)
            start += length
    return found


class PublishedRows:
    """A context that hands out the rows of the articles in published tables, one row group a table in memory.

    `articles` maps the articles that have rows to their keys, in the order of the tables. They are quick to have in that order and
    slow in another.
    """

    def __init__(self, folder: Path, records: Mapping[str, type[BaseModel]], articles: Mapping[str, str]) -> None:
        self._folder = folder
        self._records = records
        self._articles = articles
        self._places = {article_id: place for place, article_id in enumerate(articles)}
        self._open = ExitStack()
        self._tables: dict[str, _GroupsOfRows] = {}

    def __enter__(self) -> PublishedRows:
        for name, record in self._records.items():
            file = self._open.enter_context(pq.ParquetFile(self._folder / f"{name}.parquet"))
            self._tables[name] = _GroupsOfRows(name, file, arrow_schema(record), self._places)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def rows(self, article_id: str, key: str) -> ArticleRows | None:
        """The rows of an article, or None when it is not there or was made from something else."""
        if self._articles.get(article_id) != key:
            return None
        found = {name: groups.rows(article_id) for name, groups in self._tables.items()}
        return {name: rows for name, rows in found.items() if rows is not None}


class _GroupsOfRows:
    """One table: which row group holds an article, and the group last asked for, cut by article."""

    def __init__(self, name: str, file: pq.ParquetFile, schema: pa.Schema, places: Mapping[str, int]) -> None:
        if file.schema_arrow.names != schema.names:
            raise pa.ArrowInvalid(f"columns {file.schema_arrow.names}, not {schema.names}")
        self._file = file
        self._schema = schema
        self._places = places
        self._of_files = name == "rejections"
        self._lasts = self._last_places()
        self._group = -1
        self._rows: dict[str, dict[str, pa.Table]] = {}

    def rows(self, article_id: str) -> pa.Table | None:
        group = bisect_left(self._lasts, self._places[article_id])
        if group == len(self._lasts):
            return None
        if group != self._group:
            self._rows = rows_by_article({"": self._read(group, None).cast(self._schema)})
            self._group = group
        return self._rows.get(article_id, {}).get("")

    def _read(self, group: int, columns: list[str] | None) -> pa.Table:
        """Rows of a group; of the rejections those of readings, for those of files are made anew."""
        rows = self._file.read_row_group(group, columns=columns)
        return rows.filter(pc.field("kind") != "article") if self._of_files else rows

    def _last_places(self) -> Sequence[int]:
        """For every row group the place of its last article; a group that has none takes that of the group before."""
        columns = [_ID, "kind"] if self._of_files else [_ID]
        lasts: list[int] = []
        for group in range(self._file.num_row_groups):
            ids = pc.unique(self._read(group, columns)[_ID]).to_pylist()
            known = [self._places[article_id] for article_id in ids if article_id in self._places]
            lasts.append(max(known, default=lasts[-1] if lasts else -1))
        return lasts
