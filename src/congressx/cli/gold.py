"""`congressx gold`: reviewed articles as gold to measure with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from congressx.cli.console import Debug, answering, logged, stderr_console

if TYPE_CHECKING:
    from rich.console import Console

    from congressx.review import Exported

gold = typer.Typer(no_args_is_help=True)


@gold.callback()
def about() -> None:
    """Gold: articles with all their records, signed by a person; `congressx score` measures tables with it."""


@gold.command("export")
def export(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of reviewed tables.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the gold.")] = Path("gold"),
    partial: Annotated[
        bool, typer.Option("--partial", help="Also articles of which only some rows were reviewed.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Also replace gold that was changed by hand.")] = False,
    debug: Debug = False,
) -> None:
    """Write reviewed articles as gold: ARTICLE.txt and ARTICLE.json, with every row that was accepted or corrected.

    An article is complete when every one of its rows was decided about; others are left out unless --partial.
    Exit code: 0 all well, 1 nothing was written or some gold was left alone, 2 no tables, or a folder that cannot be written.
    """
    console = stderr_console()
    with answering(console, debug), logged(False, debug, None):
        from congressx.extractors import all_extractors
        from congressx.pipeline import fact_records
        from congressx.review import export_gold

        tables = list(fact_records(all_extractors()))
        done = export_gold(folder, output, tables, partial=partial, force=force)
        _tell(console, done, output, partial)
        written = len(done.complete) + len(done.partial) * partial - len(done.edited)
        raise typer.Exit(1 if done.edited or not written else 0)


def _tell(console: Console, done: Exported, output: Path, partial: bool) -> None:
    lines = [f"{len(done.complete)} articles are reviewed completely: {_some(done.complete)}"]
    if done.partial:
        what = "and marked so in their files" if partial else "and left out; --partial writes them too"
        lines.append(f"{len(done.partial)} articles are reviewed in part {what}: {_some(done.partial)}")
    if done.titles_left_out:
        lines.append(
            f"{done.titles_left_out} reviewed titles are left out, because nobody decided about their official"
        )
    if done.not_replayed:
        lines.append(
            f"{done.not_replayed} articles have decisions that are not in the tables yet: run `congressx extract` first"
        )
    lines += [
        f"{path}: there is one that was changed by hand; it is left as it is, --force replaces it"
        for path in done.edited
    ]
    lines.append(f"{done.records} records in {output}")
    for line in lines:
        console.print(line, markup=False, highlight=False)


def _some(names: list[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "") if names else "none"
