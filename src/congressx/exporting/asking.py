"""SQL over the tables of an output folder, answered by DuckDB; nothing but the tables can be read, and nothing written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from congressx.errors import CongressxError, OutputError
from congressx.exporting.opening import finish
from congressx.output import is_gone, place_of, publishing_state

if TYPE_CHECKING:
    import duckdb

_TRIES = 100
_ROWS_AT_ONCE = 1000
_READING = frozenset({"SELECT", "EXPLAIN", "MULTI"})
"""Kinds of statements that only read; `PIVOT` is several in one."""

_CLOSED = (
    "SET python_enable_replacements = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave."""

    names: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]
    """Of one run, if no run publishes while they are fetched."""


@contextmanager
def answer(folder: Path, sql: str) -> Iterator[Answer]:
    """The answer to one SELECT over the tables in `folder`, each a view by its name.

    Raises `OutputError` when there are no tables, and `CongressxError` when DuckDB is not there or the query is wrong.
    """
    duckdb = _duckdb()
    try:
        with duckdb.connect(":memory:") as base:
            result = _asked(base, folder, _one_statement(base, sql))
            yield Answer(tuple(column[0] for column in result.description or ()), _fetched(result))
    except duckdb.Error as error:
        raise CongressxError(
            f"the query: {_told(error)}; tables and columns are in `DESCRIBE` and in docs/tables.md"
        ) from error


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError as error:
        raise CongressxError(
            "congressx query: needs an extra; install it with pip install 'congressx[query]'"
        ) from error
    return duckdb


def _one_statement(base: duckdb.DuckDBPyConnection, sql: str) -> str:
    statements = base.extract_statements(sql)
    if len(statements) != 1:
        raise CongressxError(f"the query: {len(statements)} statements; write one SELECT")
    [statement] = statements
    if statement.type.name not in _READING:
        raise CongressxError(
            f"the query: {statement.type.name} would change something; write a SELECT, which only reads"
        )
    return sql


def _asked(base: duckdb.DuckDBPyConnection, folder: Path, sql: str) -> duckdb.DuckDBPyConnection:
    for setting in _CLOSED:
        base.execute(setting)
    for _ in range(_TRIES):
        finish(folder)
        before = publishing_state(folder)
        try:
            _lay_out(base, folder)
            result = base.execute(sql)
        except Exception:
            if publishing_state(folder) == before:
                raise
            continue  # files moved between looking and reading
        if publishing_state(folder) == before:
            return result
    raise OutputError(f"{folder}: another run keeps publishing here; try again when it is done")


def _lay_out(base: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """The tables as views that read through Arrow, so that the data base itself needs no files."""
    import pyarrow.dataset

    names = sorted({path.name for place in (folder, folder / ".publishing") for path in place.glob("*.parquet")})
    there = [name for name in names if not is_gone(folder, name)]
    if "articles.parquet" not in there:
        raise OutputError(f"{folder}: no tables here; run `congressx extract … --out {folder}` first")
    for name in there:
        path = place_of(folder, name)
        base.register(name.removesuffix(".parquet"), pyarrow.dataset.dataset(path, format="parquet"))


def _fetched(result: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := result.fetchmany(_ROWS_AT_ONCE):
        yield from rows


def _told(error: Exception) -> str:
    """What DuckDB says, on one line; it marks the place in the query by a second line with a ^, which would be torn."""
    lines: Sequence[str] = [line.strip() for line in str(error).splitlines() if line.strip()]
    kept = [line for line in lines if line.strip("^") and not line.startswith("LINE ")]
    return " ".join(kept)
