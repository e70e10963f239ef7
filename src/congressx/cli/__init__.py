"""The command line, one module a command. Only here is anything printed; heavy imports wait inside the commands so that
`--help` is quick.
"""

from __future__ import annotations

import typer

from congressx.cli.applying import apply
from congressx.cli.exporting import export
from congressx.cli.extracting import extract
from congressx.cli.gold import gold
from congressx.cli.querying import query
from congressx.cli.reporting import report
from congressx.cli.reviewing import review
from congressx.cli.schema import schema
from congressx.cli.scoring import score
from congressx.cli.showing import show

app = typer.Typer(
    name="congressx",
    help="Turn Vietnamese news about Party congresses, conferences and year-end reviews into tables.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.command()(extract)
app.command()(show)
app.command()(report)
review.command("apply")(apply)
app.add_typer(review, name="review")
app.add_typer(gold, name="gold")
app.command()(score)
app.command()(export)
app.command()(query)
app.command()(schema)


@app.command()
def version() -> None:
    """Print the version."""
    from congressx import __version__

    typer.echo(f"congressx {__version__}")
