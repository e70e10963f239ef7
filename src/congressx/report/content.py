"""What a report is made from: the rows of an output folder, as one run wrote them, cut by article."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import BaseModel

from congressx.errors import OutputError
from congressx.output import MANIFEST, is_gone, place_of, publishing_state
from congressx.review import Stored

Row = dict[str, Any]
NO_FACTS = ("articles", "sections", "rejections")
_TRIES = 100


@dataclass(frozen=True, slots=True)
class Content:
    """The rows of an output folder."""

    articles: Sequence[Row]
    facts: Mapping[str, Mapping[str, Sequence[Row]]]
    """Rows by table, and there by article."""
    sections: Mapping[str, Sequence[Row]]
    rejections: Mapping[str, Sequence[Row]]
    """Readings that were not recorded, by article."""
    unread: Sequence[Row]
    """Files that gave no article."""
    written: dt.datetime | None
    """When the tables were published, UTC."""

    @property
    def report_id(self) -> str:
        """The same for reports on the same articles: decisions kept in a browser survive a new run of the rules."""
        ids = "\n".join(sorted(str(article["article_id"]) for article in self.articles))
        return hashlib.sha256(ids.encode()).hexdigest()[:16]


def read_content(
    folder: str | os.PathLike[str], records: Mapping[str, type[BaseModel]], *, limit: int | None = None
) -> Content:
    """The rows of the tables in `folder`, of its first `limit` articles.

    A run that publishes meanwhile makes the reading begin again. Raises `OutputError` when the folder holds no tables.
    """
    folder = Path(folder)
    for _ in range(_TRIES):
        before = publishing_state(folder)
        try:
            tables = _tables(folder, records)
            written = _written(folder)
        except FileNotFoundError:
            continue  # moved between looking and reading
        if publishing_state(folder) == before:
            return _content(tables, written, limit)
    raise OutputError(f"{folder}: another run keeps publishing here; try again when it is done")


def stored_decisions(folder: str | os.PathLike[str]) -> list[Row]:
    """The decisions stored in an output folder; raises `InputError` when their file is broken."""
    return [dict(entry) for entry in Stored.read(Path(folder))]


def _tables(folder: Path, records: Mapping[str, type[BaseModel]]) -> dict[str, pa.Table]:
    paths = {table: place_of(folder, f"{table}.parquet") for table in records}
    there = {table: path for table, path in paths.items() if path.exists() and not is_gone(folder, path.name)}
    if "articles" not in there:
        raise OutputError(f"{folder}: no tables here; run `congressx extract … --out {folder}` first")
    try:
        return {table: pq.read_table(path) for table, path in there.items()}
    except pa.ArrowInvalid as error:
        raise OutputError(f"{folder}: a table cannot be read ({error}); run `congressx extract` again") from error


def _written(folder: Path) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(int(place_of(folder, MANIFEST).stat().st_mtime), dt.UTC)
    except FileNotFoundError:
        return None


def _content(tables: Mapping[str, pa.Table], written: dt.datetime | None, limit: int | None) -> Content:
    articles = tables["articles"].slice(0, limit).to_pylist()
    ids = {article["article_id"] for article in articles}
    rejections = tables["rejections"].to_pylist() if "rejections" in tables else []
    return Content(
        articles=articles,
        facts={table: _by_article(rows.to_pylist(), ids) for table, rows in tables.items() if table not in NO_FACTS},
        sections=_by_article(tables["sections"].to_pylist(), ids) if "sections" in tables else {},
        rejections=_by_article((row for row in rejections if row["kind"] != "article"), ids),
        unread=[row for row in rejections if row["kind"] == "article"],
        written=written,
    )


def _by_article(rows: Any, ids: set[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["article_id"] in ids:
            found[row["article_id"]].append(row)
    return dict(found)
