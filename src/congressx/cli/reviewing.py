"""`congressx review`: the page served on this machine; decisions made in it are written into the output folder.

`congressx review FOLDER` serves; other commands of the group are named first (`congressx review apply …`).
"""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from congressx.cli.console import Debug, answering, logged, stderr_console
from congressx.cli.reporting import Language, Limit

if TYPE_CHECKING:
    from pydantic import BaseModel

SERVE = "serve"


class FolderOrCommand(TyperGroup):
    """A group in which words that do not begin with a command's name are those of `serve`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Puts `serve` in front where no command is named; without any words, help is shown."""
        if args and args[0] not in self.commands and args[0] != "--help":
            args = [SERVE, *args]
        return super().parse_args(ctx, args)


review = typer.Typer(cls=FolderOrCommand, no_args_is_help=True)


@review.callback()
def about() -> None:
    """Decide about rows: `congressx review data/out` opens the tables in a browser, other commands are named first."""


@review.command(SERVE)
def serve(  # noqa: PLR0913, PLR0917 — one parameter an option
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder that `congressx extract` wrote.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
    language: Language = None,
    limit: Limit = None,
    debug: Debug = False,
) -> None:
    """Serve the page on this machine; decisions made in it are written into FOLDER. Ctrl-C ends it.

    Exit code: 0 ended by Ctrl-C, 2 no tables in the folder, or a port that is taken.
    """
    from congressx.extractors import all_extractors
    from congressx.pipeline import fact_records, table_records
    from congressx.report import ReviewServer
    from congressx.review import DECISIONS, parse_decisions, store

    console = stderr_console()
    with answering(console, debug), logged(False, debug, None):
        page = _page(folder, table_records(), language, limit)
        page()  # what is wrong with the folder is said now, not in the browser

        facts = fact_records(all_extractors())

        def storing(body: bytes) -> None:
            store(folder, parse_decisions(body, "decisions from the page", facts))

        with ReviewServer(page, storing, port=port) as server:
            console.print(f"review of {folder}: {server.address}", markup=False, highlight=False)
            console.print("decisions are written as they are made; Ctrl-C ends", markup=False, highlight=False)
            if not no_browser:
                threading.Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()
            try:
                server.serve_forever(poll_interval=0.2)
            except KeyboardInterrupt:
                told = (
                    f"ended; the decisions are in {folder}, and in its tables after the next `congressx extract` or\n"
                )
                console.print(
                    f"{told}congressx review apply {folder / DECISIONS} --out {folder}", markup=False, highlight=False
                )


def _page(
    folder: Path, records: Mapping[str, type[BaseModel]], language: str | None, limit: int | None
) -> Callable[[], str]:
    """Makes the page with the decisions stored by now; the tables are read again only when a run published others."""
    from congressx.output import publishing_state
    from congressx.report import Packed, pack, read_content, render_page, stored_decisions

    kept: dict[str, tuple[object, Packed]] = {}

    def page() -> str:
        state = publishing_state(folder)
        if "" not in kept or kept[""][0] != state:
            kept[""] = state, pack(read_content(folder, records, limit=limit), records)
        return render_page(kept[""][1], stored_decisions(folder), language=language, served=True)

    return page
