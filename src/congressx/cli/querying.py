"""`congressx query`: SQL over the tables."""

from __future__ import annotations

import sys
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from congressx.cli.console import Debug, answering, stderr_console

if TYPE_CHECKING:
    from congressx.exporting.asking import Answer

SHOWN = 200
"""Rows of the format for people."""


class Form(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT; every table is there by its name.")],
    out: Annotated[Path, typer.Option(help="Folder with the tables.")] = Path("data/out"),
    form: Annotated[Form, typer.Option("--format", help="How to print the answer.")] = Form.TABLE,
    debug: Debug = False,
) -> None:
    """Answer a question in SQL over the tables. Only the tables are read, and nothing is written.

    Exit code: 0 all well, 2 no tables or a query that cannot be answered.
    """
    with answering(stderr_console(), debug):
        from congressx.exporting.asking import answer

        with answer(out, sql) as given:
            {Form.TABLE: _print_table, Form.CSV: _print_csv, Form.JSON: _print_json}[form](given)


def _print_table(given: Answer) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = list(islice(given.rows, SHOWN))
    numbers = [any(_is_number(row[place]) for row in shown) for place in range(len(given.names))]
    table = Table(box=None, pad_edge=False)
    for name, number in zip(given.names, numbers, strict=True):
        table.add_column(Text(_plain(name)), justify="right" if number else "left")
    for row in shown:
        table.add_row(*(Text(_plain(_shown(value))) for value in row))
    Console().print(table)
    if next(given.rows, None) is not None:
        stderr_console().print(
            f"the first {SHOWN} rows; all of them with --format csv or json, fewer with LIMIT", highlight=False
        )


def _print_csv(given: Answer) -> None:
    from congressx.exporting.text_files import write_separated

    write_separated(sys.stdout, given.names, given.rows)


def _print_json(given: Answer) -> None:
    import json

    from congressx.exporting.cells import as_json

    separator = "[\n"
    for row in given.rows:
        values = {name: _finite(value) for name, value in zip(given.names, row, strict=True)}
        sys.stdout.write(separator + json.dumps(values, ensure_ascii=False, default=as_json))
        separator = ",\n"
    sys.stdout.write("\n]\n" if separator != "[\n" else "[]\n")


def _finite(value: Any) -> Any:
    """JSON knows no infinity."""
    return None if isinstance(value, float) and value - value != 0 else value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _plain(text: str) -> str:
    """Text of articles on a terminal: line ends as blanks, no control characters."""
    from congressx.corpus.names import printable

    return printable(" ".join(text.split()))
