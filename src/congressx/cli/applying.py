"""`congressx review apply`: decisions from the report page into the output folder, and at once into its tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from congressx.cli.console import Debug, answering, logged, say, stderr_console

if TYPE_CHECKING:
    from rich.console import Console

    from congressx.pipeline import Summary
    from congressx.review import Stocktaking


def apply(
    decisions: Annotated[
        list[Path], typer.Argument(metavar="DECISIONS…", help="Files downloaded from the report page.")
    ],
    out: Annotated[Path, typer.Option(help="Folder of the tables that were reviewed.")] = Path("data/out"),
    later: Annotated[
        bool, typer.Option("--later", help="Only keep the decisions; the next `extract` replays them.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Keep decisions in the folder of the tables, and bring the tables up to date with them.

    Exit code: 0 all well, 1 the decisions are kept but the tables are as they were, or some decision could not be replayed, 2 a file
    that is no file of decisions, or a folder without tables.
    """
    console = stderr_console()
    with answering(console, debug), logged(False, debug, None):
        from congressx.extractors import all_extractors
        from congressx.pipeline import fact_records
        from congressx.review import read_decisions, store

        records = fact_records(all_extractors())
        read = [decision for path in decisions for decision in read_decisions(path, records)]
        stock = store(out, read)
        _tell_stock(console, stock, out)
        if later:
            _line(console, f"the next `congressx extract` into {out} replays them")
            return
        raise typer.Exit(_brought_up_to_date(console, out))


def _brought_up_to_date(console: Console, out: Path) -> int:
    """The exit code."""
    from congressx.pipeline.again import CannotRepeatError, extract_again

    try:
        summary = extract_again(out)
    except CannotRepeatError as error:
        say(console, f"the decisions are kept, the tables are as they were: {error}")
        return 1
    _line(console, f"tables in {out}: {_what_was_done(summary)}")
    for line in told_of_decisions(summary):
        _line(console, line)
    return 1 if summary.unfulfilled else 0


def _what_was_done(summary: Summary) -> str:
    if not summary.published:
        return "nothing to change"
    return f"{summary.extracted} articles read again, {summary.taken_over} as they were"


def told_of_decisions(summary: Summary) -> list[str]:
    """What a run has to say of decisions: those it could not replay, and where to look."""
    lines = []
    if summary.unfulfilled:
        lines.append(
            f"{summary.unfulfilled} decisions could not be replayed: table rejections says which and what to do "
            "(reasons stale_decision, invalid_decision)"
        )
    if summary.decided_elsewhere:
        count, articles = sum(summary.decided_elsewhere.values()), sorted(summary.decided_elsewhere)
        more = f" and {len(articles) - 3} more" if len(articles) > 3 else ""
        lines.append(
            f"{count} decisions are about articles that are not in this run, or were changed since: article_id "
            f"{', '.join(articles[:3])}{more} in decisions.json; they are kept, and count again when the articles are back"
        )
    return lines


def _tell_stock(console: Console, stock: Stocktaking, out: Path) -> None:
    parts = {
        "new": stock.new,
        "in place of an earlier one": stock.replaced,
        "taken back": stock.withdrawn,
        "known already": stock.as_they_were,
        "older than what is kept, left out": stock.older,
    }
    told = ", ".join(f"{count} {what}" for what, count in parts.items() if count) or "none in the file"
    _line(console, f"decisions: {told}; {stock.kept} are kept in {out / 'decisions.json'}")
    if stock.unknown_articles:
        _line(
            console,
            f"{len(stock.unknown_articles)} articles that were decided about are not in these tables: is {out} the folder the "
            "page was made from?",
        )


def _line(console: Console, message: str) -> None:
    console.print(message, markup=False, highlight=False)
