"""`datapackage.json`: the tables described for programs, as a Frictionless tabular data package."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from congressx.dictionary.columns import Column, columns_of, key_of
from congressx.output import PACKAGE

__all__ = ["PACKAGE", "datapackage"]

_FORMS: dict[str, dict[str, Any]] = {
    "parquet": {"format": "parquet", "mediatype": "application/vnd.apache.parquet"},
    "csv": {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"},
}


def datapackage(records: Mapping[str, type[BaseModel]], rows: Mapping[str, int], form: str = "parquet") -> bytes:
    """The description of tables with these record models and so many rows, all in files of one form.

    The same arguments give the same bytes. A reference to a table that is not among them is left out.
    """
    package = {
        "name": "congressx",
        "title": "Party congresses, conferences and year-end reviews in Vietnamese news",
        "profile": "data-package",
        "resources": [_resource(table, record, rows[table], records, form) for table, record in records.items()],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(
    table: str, record: type[BaseModel], rows: int, records: Mapping[str, type[BaseModel]], form: str
) -> dict[str, Any]:
    return {
        "name": table,
        "path": f"{table}.{form}",
        "profile": "tabular-data-resource",
        "description": (record.__doc__ or "").strip(),
        **_FORMS[form],
        "rows": rows,
        "schema": _schema(table, record, records),
    }


def _schema(table: str, record: type[BaseModel], records: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    columns = columns_of(record)
    schema: dict[str, Any] = {"fields": [_field(column) for column in columns], "missingValues": [""]}
    if key := key_of(record):
        schema["primaryKey"] = list(key)
    if keys := _foreign_keys(table, columns, records):
        schema["foreignKeys"] = keys
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.description}
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = dict(column.limits)
    if not column.nullable and not _may_be_no_text(column):
        constraints["required"] = True
    if column.values and column.kind == "string":
        constraints["enum"] = list(column.values)
    if constraints:
        field["constraints"] = constraints
    return field


def _may_be_no_text(column: Column) -> bool:
    """Whether the empty text is a value, which in CSV is nothing: a page without a title."""
    kept = column.values or column.reference or dict(column.limits).get("minLength")
    return column.kind == "string" and not kept


def _foreign_keys(
    table: str, columns: tuple[Column, ...], records: Mapping[str, type[BaseModel]]
) -> list[dict[str, Any]]:
    keys = []
    for column in columns:
        if column.reference is None or column.reference[0] not in records or column.reference[0] == table:
            continue
        other, name = column.reference
        whole = key_of(records[other])
        mine = [column.name if part == name else part for part in whole] if name in whole else [column.name]
        theirs = list(whole) if name in whole else [name]
        keys.append({"fields": mine, "reference": {"resource": other, "fields": theirs}})
    return keys
