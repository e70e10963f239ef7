"""CSV and JSON Lines: a file a table."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

from congressx.dictionary import PACKAGE, datapackage
from congressx.exporting.cells import as_json, as_text
from congressx.exporting.opening import PublishedTables


def write_csv(tables: PublishedTables, folder: Path) -> tuple[str, ...]:
    """UTF-8 with its mark, by which Excel knows it, and a description for programs beside."""
    for table, record in tables.records.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            names = [field.alias or name for name, field in record.model_fields.items()]
            write_separated(file, names, (list(row.values()) for row in tables.rows(table)))
    rows = {table: tables.count(table) for table in tables.records}
    (folder / PACKAGE).write_bytes(datapackage(tables.records, rows, "csv"))
    return ()


def write_separated(file: TextIO, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows as CSV (RFC 4180); text that a spreadsheet would run has an apostrophe before it."""
    writer = csv.writer(file)
    writer.writerow(names)
    for row in rows:
        writer.writerow(map(as_text, row))


def write_json_lines(tables: PublishedTables, folder: Path) -> tuple[str, ...]:
    """An object a row with all columns, in the types of the tables; dates as ISO texts."""
    for table in tables.records:
        with (folder / f"{table}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            for row in tables.rows(table):
                file.write(json.dumps(row, ensure_ascii=False, default=as_json) + "\n")
    return ()
