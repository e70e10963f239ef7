"""`congressx extract`: articles to tables, with progress, an orderly stop, and what came of it."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from congressx.cli.applying import told_of_decisions
from congressx.cli.console import Debug, answering, logged, stderr_console

if TYPE_CHECKING:
    from types import FrameType

    from rich.console import Console

    from congressx.pipeline import Summary

Column = Annotated[str | None, typer.Option(metavar="NAME", help="In data sets.", rich_help_panel="Data sets")]
Limit = Annotated[int | None, typer.Option(metavar="N", min=1, rich_help_panel="Limits", help="Raise to read more.")]


def extract(  # noqa: PLR0913, PLR0917 — one parameter an option
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE…", help="Folders, files or glob patterns of articles; - is standard input."),
    ],
    out: Annotated[str, typer.Option(help="Folder for the tables, or its address.")] = "data/out",
    only: Annotated[str, typer.Option(metavar="TABLES", help="Write only these fact tables, e.g. kpis,terms.")] = "",
    limit: Annotated[int | None, typer.Option(min=1, help="Read at most this many articles.")] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Also exit with 1 when a reading failed validation.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, help="Processes that read; all cores when not given. The tables are the same."
        ),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Let the workers of this Dask scheduler read, e.g. tcp://10.0.0.5:8786."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Read everything again, also what did not change.")] = False,
    text_column: Column = None,
    title_column: Column = None,
    date_column: Column = None,
    id_column: Column = None,
    max_bytes: Limit = None,
    max_unpacked_bytes: Limit = None,
    max_dataset_bytes: Limit = None,
    max_row_bytes: Limit = None,
    max_characters: Limit = None,
    max_pages: Limit = None,
    max_nesting: Limit = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Say what is done and why.")] = False,
    log_file: Annotated[Path | None, typer.Option(help="Write the log to this file.")] = None,
    debug: Debug = False,
) -> None:
    """Read articles and write one Parquet file a table. What did not change since the last run is not read again.

    Exit code: 0 all well, 1 some input could not be read (the rest is written), 2 wrong usage or unwritable output, 130 stopped.
    """
    from congressx.corpus import Reading
    from congressx.pipeline import cores, extract_to

    chosen = {
        "text_column": text_column, "title_column": title_column, "date_column": date_column, "id_column": id_column,
        "max_bytes": max_bytes, "max_unpacked_bytes": max_unpacked_bytes, "max_dataset_bytes": max_dataset_bytes,
        "max_row_bytes": max_row_bytes, "max_characters": max_characters, "max_pages": max_pages,
        "max_nesting": max_nesting,
    }  # fmt: skip
    settings: dict[str, Any] = {name: value for name, value in chosen.items() if value is not None}
    console = stderr_console()
    tables = [table.strip() for table in only.split(",") if table.strip()]
    with answering(console, debug), logged(verbose, debug, log_file), _Stop(console) as stop:
        with _Progress(console) as progress:
            summary = extract_to(
                sources, out, only=tables, limit=limit, reading=Reading(**settings), force=force,
                progress=progress, stop=stop,
                jobs=jobs or cores(), cluster=cluster,
            )  # fmt: skip
        _report(console, summary, out)
        invalid = any(reason == "invalid" for _, reason in summary.rejected)
        raise typer.Exit(1 if summary.lost or (strict and invalid) else 0)


class _Stop:
    """Asked by the run: whether the user wants it to end. A second signal ends it at once."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._asked = False
        self._before: dict[signal.Signals, Any] = {}

    def __call__(self) -> bool:
        return self._asked

    def __enter__(self) -> _Stop:
        for name in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(name) is not signal.SIG_IGN:  # nohup and background jobs ignore on purpose
                self._before[name] = signal.signal(name, self._note)
        return self

    def _note(self, number: int, _frame: FrameType | None) -> None:
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True
        os.write(
            2, b"congressx: stopping after this article ...\n"
        )  # rich may be printing: its lock is not for signals

    def __exit__(self, *_: object) -> None:
        for name, before in self._before.items():
            signal.signal(name, before)


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


def _report(console: Console, summary: Summary, out: str) -> None:
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
    if summary.taken_over:
        console.print(
            f"read: {summary.extracted} articles; as they were: {summary.taken_over} articles", highlight=False
        )
    for line in told_of_decisions(summary):
        console.print(line, style="yellow", markup=False, highlight=False)
    if not summary.published:
        console.print("nothing changed since the last run: the tables were left alone", highlight=False)
    console.print(f"tables in {out}", highlight=False, markup=False)
