"""`congressx schema`: what rows look like, as JSON Schema."""

from __future__ import annotations

from typing import Annotated

import typer

from congressx.cli.console import Debug, answering, stderr_console


def schema(
    kinds: Annotated[
        list[str] | None, typer.Argument(metavar="[KIND]…", help="Kinds or tables, e.g. kpis; all if none is named.")
    ] = None,
    debug: Debug = False,
) -> None:
    """Print the JSON Schema of a table's rows; of several tables, that of an object that holds their rows.

    Exit code: 0 all well, 2 for a table that is not known.
    """
    with answering(stderr_console(), debug):
        import json

        from congressx.dictionary import json_schema
        from congressx.errors import CongressxError
        from congressx.pipeline import table_records

        records = table_records()
        wanted = kinds or list(records)
        if unknown := [kind for kind in wanted if kind not in records]:
            raise CongressxError(f"{', '.join(unknown)}: no such table; known are {', '.join(records)}")
        chosen = {table: record for table, record in records.items() if table in wanted}
        typer.echo(json.dumps(json_schema(chosen), ensure_ascii=False, indent=2))
