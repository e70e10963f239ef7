"""`congressx report`: the tables as one page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from congressx.cli.console import Debug, answering, stderr_console

Language = Annotated[
    Literal["vi", "en"] | None,
    typer.Option(help="Language of the page until somebody switches; else that of the browser."),
]
Limit = Annotated[int | None, typer.Option(metavar="N", min=1, help="Only the first N articles.")]
MANY = 10_000
"""Articles from which on a page is slow to load: some 100 MB."""


def report(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder that `congressx extract` wrote.")] = Path(
        "data/out"
    ),
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")] = Path(
        "report.html"
    ),
    language: Language = None,
    limit: Limit = None,
    debug: Debug = False,
) -> None:
    """Write one page that shows the tables, every article with its mentions, and takes decisions; it needs no network.

    Exit code: 0 all well, 2 no tables in the folder, or a file that cannot be written.
    """
    from congressx.errors import OutputError
    from congressx.pipeline import table_records
    from congressx.report import pack, read_content, render_page, stored_decisions

    console = stderr_console()
    with answering(console, debug):
        records = table_records()
        content = read_content(folder, records, limit=limit)
        if len(content.articles) > MANY:
            console.print(
                f"{len(content.articles)} articles make a large page; --limit N takes only the first", style="yellow"
            )
        page = render_page(pack(content, records), stored_decisions(folder), language=language)
        try:
            _write(output, page)
        except OSError as error:
            raise OutputError(f"{output}: cannot be written ({error.strerror}); choose another file with -o") from error
        told = f"{len(content.articles)} articles in {output} ({len(page.encode()) / 1e6:.1f} MB): open it in a browser"
        console.print(told, markup=False, highlight=False)


def _write(output: Path, page: str) -> None:
    """Whole or not at all: a page half written would look like one."""
    output.parent.mkdir(parents=True, exist_ok=True)
    beside = output.with_name(f".{output.name}.part")
    try:
        beside.write_text(page, encoding="utf-8", newline="\n")
        beside.replace(output)
    finally:
        beside.unlink(missing_ok=True)
