"""A SQLite data base: a typed table a table, keys, indexes, and views that join what belongs together."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from congressx.dictionary import Column, columns_of, key_of
from congressx.exporting.opening import PublishedTables, Row

_APPLICATION = 0x63675831  # "cgX1"
_COUNTER = slice(24, 28)
"""Where a SQLite file counts its changes."""

_TYPES = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
    "array": "TEXT",
}

_VIEWS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "offices": (
        ("articles", "meetings", "officials", "titles"),
        "SELECT a.published, a.title AS article, t.name, o.honorific, t.office, t.org, t.status, t.raw, o.roles,"
        " m.type AS meeting_type, m.name AS meeting, m.starts_on, a.url, t.quote, t.sentence, t.confidence,"
        " t.article_id, t.meeting_id"
        " FROM titles t JOIN officials o ON o.article_id = t.article_id AND o.name = t.name"
        " JOIN articles a ON a.article_id = t.article_id"
        " LEFT JOIN meetings m ON m.meeting_id = t.meeting_id",
    ),
    "figures": (
        ("articles", "kpis", "meetings"),
        "SELECT a.published, a.title AS article, k.indicator, k.value, k.value_high, k.comparator, k.unit, k.unit_text,"
        " k.total, k.change, k.base, k.mood, k.period, m.type AS meeting_type, m.name AS meeting, m.host, m.starts_on,"
        " a.url, k.quote, k.sentence, k.confidence, k.article_id, k.meeting_id"
        " FROM kpis k JOIN articles a ON a.article_id = k.article_id"
        " LEFT JOIN meetings m ON m.meeting_id = k.meeting_id",
    ),
}
_FACT = ("article_id", "meeting_id", "start", "stop", "quote", "sentence", "section", "rule", "confidence")


def write_database(tables: PublishedTables, path: Path) -> tuple[str, ...]:
    """Writes all tables; truth is 0 and 1, days are ISO texts, lists are JSON texts (`json_each` reads them)."""
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode = MEMORY")
        base.execute(f"PRAGMA application_id = {_APPLICATION}")
        base.execute("BEGIN")
        for table, record in tables.records.items():
            _write_table(base, tables, table, record)
        _write_views(base, tables.records)
        base.execute("COMMIT")
        base.execute(f"PRAGMA user_version = {_changes(path) + 1}")
    return ()


def is_own_database(path: Path) -> bool:
    """Whether a data base is as we wrote it: it counts its changes, and we noted the count."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as base:
            [application] = base.execute("PRAGMA application_id").fetchone()
            [noted] = base.execute("PRAGMA user_version").fetchone()
        return bool(application == _APPLICATION and noted == _changes(path))
    except (sqlite3.Error, OSError):
        return False


def _changes(path: Path) -> int:
    with path.open("rb") as file:
        return int.from_bytes(file.read(100)[_COUNTER], "big")


def _write_table(base: sqlite3.Connection, tables: PublishedTables, table: str, record: type[BaseModel]) -> None:
    columns = columns_of(record)
    lines = [_definition(column) for column in columns]
    lines += [f"PRIMARY KEY ({', '.join(map(_quoted, key))})"] if (key := key_of(record)) else []
    lines += _foreign_keys(table, columns, tables.records)
    base.execute(f"CREATE TABLE {_quoted(table)} (\n  " + ",\n  ".join(lines) + "\n)")
    places = ", ".join("?" for _ in columns)
    for batch in tables.batches(table):
        values = ([_stored(row, column) for column in columns] for row in batch)
        base.executemany(f"INSERT INTO {_quoted(table)} VALUES ({places})", values)
    for column in columns:
        if column.reference and key[:1] != (column.name,):
            base.execute(
                f"CREATE INDEX {_quoted(f'{table}_{column.name}')} ON {_quoted(table)} ({_quoted(column.name)})"
            )


def _definition(column: Column) -> str:
    words = [_quoted(column.name), _TYPES[column.kind]]
    if not column.nullable:
        words.append("NOT NULL")
    if column.values and column.kind == "string":
        words.append(f"CHECK ({_quoted(column.name)} IN ({', '.join(map(_literal, column.values))}))")
    elif column.kind == "boolean":
        words.append(f"CHECK ({_quoted(column.name)} IN (0, 1))")
    return " ".join(words)


def _foreign_keys(table: str, columns: tuple[Column, ...], records: Mapping[str, type[BaseModel]]) -> list[str]:
    """References to the key of another table; SQLite knows no others."""
    found = []
    for column in columns:
        other, name = column.reference or ("", "")
        key = key_of(records[other]) if other in records and other != table else ()
        if name in key:
            mine = ", ".join(_quoted(column.name if part == name else part) for part in key)
            found.append(f"FOREIGN KEY ({mine}) REFERENCES {_quoted(other)} ({', '.join(map(_quoted, key))})")
    return found


def _write_views(base: sqlite3.Connection, records: Mapping[str, type[BaseModel]]) -> None:
    for view, (needed, query) in _VIEWS.items():
        if set(needed) <= set(records):
            base.execute(f"CREATE VIEW {view} AS {query}")
    facts = [table for table, record in records.items() if set(_FACT) <= {column.name for column in columns_of(record)}]
    if facts:
        columns = ", ".join(map(_quoted, _FACT))
        parts = [f"SELECT {_literal(table)} AS kind, {columns} FROM {_quoted(table)}" for table in facts]
        base.execute("CREATE VIEW facts AS " + " UNION ALL ".join(parts))


def _stored(row: Row, column: Column) -> Any:
    value = row[column.name]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
