"""The command line. Only this module prints; heavy imports wait inside the commands so that `--help` is quick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from congressx.pipeline import Summary

app = typer.Typer(
    name="congressx",
    help="Turn Vietnamese news about Party congresses, conferences and year-end reviews into tables.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

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


@app.command()
def extract(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE…", help="Folders, files or glob patterns of articles.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = Path("data/out"),
    only: Annotated[str, typer.Option(metavar="TABLES", help="Write only these fact tables, e.g. kpis,terms.")] = "",
    limit: Annotated[int | None, typer.Option(min=1, help="Read at most this many articles.")] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Also exit with 1 when a reading failed validation.")
    ] = False,
) -> None:
    """Read articles and write one Parquet file a table.

    Exit code: 0 all well, 1 some input could not be read (the rest is written), 2 wrong usage or unwritable output.
    """
    from rich.console import Console

    from congressx.errors import CongressxError
    from congressx.pipeline import extract_to

    console = Console(stderr=True, soft_wrap=True)
    tables = [table.strip() for table in only.split(",") if table.strip()]
    try:
        with _Progress(console) as progress:
            summary = extract_to(sources, out, only=tables, limit=limit, progress=progress)
    except CongressxError as error:
        console.print(f"congressx: {error}", style="red", markup=False, highlight=False)
        raise typer.Exit(2) from error
    _report(console, summary, out)
    invalid = any(reason == "invalid" for _, reason in summary.rejected)
    raise typer.Exit(1 if summary.lost or (strict and invalid) else 0)


@app.command()
def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="One article.")],
    only: Annotated[str, typer.Option(metavar="TABLES", help="Show only these fact tables.")] = "",
) -> None:
    """Show an article with every mention coloured by kind, its rule below, and the readings that were rejected."""
    from rich.console import Console

    from congressx.corpus import read_article
    from congressx.document import read_document
    from congressx.errors import CongressxError
    from congressx.pipeline import chosen_extractors, read_facts
    from congressx.showing import render

    console = Console(soft_wrap=False)
    tables = [table.strip() for table in only.split(",") if table.strip()]
    try:
        extractors = chosen_extractors(tables)
        document = read_document(read_article(file))
    except CongressxError as error:
        Console(stderr=True, soft_wrap=True).print(f"congressx: {error}", style="red", markup=False, highlight=False)
        raise typer.Exit(1) from error
    valid, rejections = read_facts(document, extractors)
    shown = [(table, record) for table, record in valid if not tables or table in tables]
    console.print(render(document, shown, rejections, KIND_COLOURS))


@app.command()
def version() -> None:
    """Print the version."""
    from congressx import __version__

    typer.echo(f"congressx {__version__}")


class _Progress:
    """A bar on a terminal, a line a batch elsewhere."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def __enter__(self) -> _Progress:
        self._bar = None
        if self._console.is_terminal:
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=self._console)
            self._task = self._bar.add_task("articles", total=None)
            self._bar.start()
        return self

    def __call__(self, done: int, total: int) -> None:
        if self._bar is not None:
            self._bar.update(self._task, completed=done, total=total)
        elif done:
            self._console.print(f"{done} of {total} articles", highlight=False)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()


def _report(console: Console, summary: Summary, out: Path) -> None:
    from collections import Counter

    from rich.table import Table

    for _, error in summary.problems:
        console.print(str(error), style="yellow", markup=False, highlight=False)
    table = Table("table", "rows", "rejected readings", box=None, pad_edge=False)
    rejected: Counter[str] = Counter()
    reasons: dict[str, list[str]] = {}
    for (kind, reason), count in sorted(summary.rejected.items()):
        rejected[kind] += count
        reasons.setdefault(kind, []).append(f"{count} {reason}")
    for name, rows in summary.rows.items():
        table.add_row(name, str(rows), ", ".join(reasons.get(name, [])))
    console.print(table)
    unread = Counter(error.reason for _, error in summary.problems)
    if unread:
        console.print(
            "not read: " + ", ".join(f"{count} {reason}" for reason, count in sorted(unread.items())), highlight=False
        )
    if summary.left_aside:
        names = ", ".join(f"{count} {suffix}" for suffix, count in sorted(summary.left_aside.items()))
        console.print(f"left aside, no article format: {names}", highlight=False)
    console.print(f"tables in {out}", highlight=False)
