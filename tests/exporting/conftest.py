"""Output folders to export from: the project's own articles, and rows nobody would write."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pydantic import BaseModel

from congressx.exporting import PublishedTables
from congressx.pipeline import extract_to, table_records
from congressx.tables import TableWriters, arrow_schema

Rows = dict[str, list[dict[str, Any]]]
NewFolder = Callable[..., Path]


@pytest.fixture(scope="session")
def records() -> dict[str, type[BaseModel]]:
    return table_records()


@pytest.fixture(scope="session")
def out(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the project's own articles."""
    folder = tmp_path_factory.mktemp("exporting") / "out"
    extract_to([raw], folder)
    return folder


@pytest.fixture(scope="session")
def rows(out: Path, records: dict[str, type[BaseModel]]) -> Rows:
    with PublishedTables(out, records) as tables:
        return {table: list(tables.rows(table)) for table in tables.records}


@pytest.fixture
def new_folder(tmp_path: Path, records: dict[str, type[BaseModel]]) -> NewFolder:
    """Makes an output folder whose tables have just these rows; columns left out are empty."""

    def made(**rows: Sequence[Mapping[str, Any]]) -> Path:
        chosen = {table: records[table] for table in ("articles", *rows)}
        folder = tmp_path / "made"
        folder.mkdir()
        with TableWriters(folder, chosen) as writers:
            for table, given in rows.items():
                schema = arrow_schema(records[table])
                whole = [{name: row.get(name, _nothing(schema.field(name))) for name in schema.names} for row in given]
                writers.append(table, pa.Table.from_pylist(whole, schema=schema))
        return folder

    return made


def _nothing(field: pa.Field) -> Any:
    if pa.types.is_list(field.type):
        return []
    if field.nullable:
        return None
    return {pa.string(): "", pa.int64(): 0, pa.float64(): 0.0, pa.bool_(): False}[field.type]
