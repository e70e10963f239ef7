"""`congressx show`: one article with its mentions coloured."""

from __future__ import annotations

from typing import Annotated

import typer

from congressx.cli.console import Debug, answering, stderr_console

KIND_COLOURS = {
    "meetings": "bold magenta",
    "attendance": "bold green",
    "officials": "bold cyan",
    "titles": "cyan",
    "terms": "bold yellow",
    "kpis": "bold red",
    "citations": "blue",
    "elections": "green",
    "memberships": "yellow",
    "awards": "bright_magenta",
}


def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="One article; a row of a data set is FILE#ROW.")],
    only: Annotated[str, typer.Option(metavar="TABLES", help="Show only these fact tables.")] = "",
    debug: Debug = False,
) -> None:
    """Show an article with every mention coloured by kind, its rule below, and the readings that were rejected."""
    from rich.console import Console

    from congressx.corpus import read_article
    from congressx.document import read_document
    from congressx.pipeline import chosen_extractors, read_facts
    from congressx.showing import render

    tables = [table.strip() for table in only.split(",") if table.strip()]
    with answering(stderr_console(), debug, code=1):
        extractors = chosen_extractors(tables)
        document = read_document(read_article(file))
        valid, rejections = read_facts(document, extractors)
        shown = [(table, record) for table, record in valid if not tables or table in tables]
        Console(soft_wrap=False).print(render(document, shown, rejections, KIND_COLOURS))
