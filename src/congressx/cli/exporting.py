"""`congressx export`: the tables in the formats of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from congressx.cli.console import Debug, answering, stderr_console

if TYPE_CHECKING:
    from rich.console import Console

    from congressx.exporting import Exported

FORMATS = "xlsx|csv|jsonl|sqlite|label-studio|brat"


def export(  # noqa: PLR0913, PLR0917 — one parameter an option
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Output folder of `congressx extract`.")],
    to: Annotated[str, typer.Option(metavar=FORMATS, help="Format to write.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="File or folder to write; by default beside FOLDER, with its name."),
    ] = None,
    only: Annotated[str, typer.Option(metavar="TABLES", help="Write only these tables, e.g. kpis,meetings.")] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Also replace what somebody changed since it was exported.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Write the tables as an Excel workbook, CSV, JSON Lines, a SQLite data base, or for Label Studio or brat.

    Exit code: 0 all well, 2 no tables, wrong usage, or a file that cannot be written or is not ours to replace.
    """
    console = stderr_console()
    tables = [table.strip() for table in only.split(",") if table.strip()]
    with answering(console, debug):
        from congressx.exporting import export as export_tables
        from congressx.pipeline import table_records

        done = export_tables(folder, to, table_records(), target=output, only=tables, force=force)
        _report(console, done)


def _report(console: Console, done: Exported) -> None:
    for note in done.notes:
        console.print(f"{done.path}: {note}", style="yellow", markup=False, highlight=False)
    counts = ", ".join(f"{count:,} {table}" for table, count in done.rows.items())
    console.print(f"{counts}\nin {done.path}", highlight=False, markup=False)
