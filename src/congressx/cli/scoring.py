"""`congressx score`: the tables of an output folder against anyone's gold."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from congressx.cli.console import Debug, answering, say, stderr_console

if TYPE_CHECKING:
    from congressx.scoring import Score, Scores


def score(
    folder: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that `congressx extract` wrote.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of ARTICLE.json and ARTICLE.txt.")],
    errors: Annotated[
        str | None,
        typer.Option(metavar="QUESTION", help="Also list what was missed (-) or wrong (+) in questions that begin so."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print every figure as JSON instead of tables.")] = False,
    debug: Debug = False,
) -> None:
    """Precision, recall and F1 of every question, on the articles that have gold.

    Exit code: 0 all well, 1 some gold article is not in the tables, or a gold file is broken, 2 no tables.
    """
    console = stderr_console()
    with answering(console, debug):
        from congressx.errors import InputError
        from congressx.scoring import read_gold
        from congressx.scoring import score as score_tables

        try:
            scores = score_tables(folder, read_gold([gold]))
        except InputError as error:
            say(console, str(error))
            raise typer.Exit(1) from error
        slips = [s for s in scores.slips if errors is not None and s.question.startswith(errors)]
        if as_json:
            _print_json(scores)
        else:
            _print_tables(scores)
        for slip in slips:
            typer.echo(
                f"{'-' if slip.missed else '+'} {slip.article}  {slip.question}  {_words(slip.answer)}", err=as_json
            )
        if scores.missing:
            names = ", ".join(scores.missing[:5]) + (" …" if len(scores.missing) > 5 else "")
            say(
                console,
                f"{folder}: {len(scores.missing)} gold articles are not in the tables, all they ask for counts as missed: {names}; "
                f"run `congressx extract {gold} --out …` to read the gold articles themselves",
            )
        raise typer.Exit(1 if scores.missing else 0)


def _print_json(scores: Scores) -> None:
    import json

    questions = {
        name: {
            "right": s.right,
            "given": s.given,
            "asked": s.asked,
            "precision": s.precision,
            "recall": s.recall,
            "f1": s.f1,
        }
        for name, s in scores.questions.items()
    }
    content = {"articles": scores.articles, "missing": scores.missing, "questions": questions}
    typer.echo(json.dumps(content | {"core": scores.core, "mean": scores.mean}, ensure_ascii=False, indent=1))


def _print_tables(scores: Scores) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, title=f"{scores.articles} gold articles", title_justify="left")
    table.add_column("question")
    for name in ("right", "given", "asked", "precision", "recall", "F1"):
        table.add_column(name, justify="right")
    for name, found in scores.questions.items():
        table.add_row(name, *_cells(found))
    core = Table(box=None, pad_edge=False, title="what is quoted most", title_justify="left")
    core.add_column("")
    core.add_column("F1", justify="right")
    for name, value in (*scores.core.items(), ("mean of the five", scores.mean)):
        core.add_row(name, _percent(value))
    console = Console()
    console.print(table, markup=False)
    console.print()
    console.print(core)


def _cells(score: Score) -> list[str]:
    counts = [str(score.right), str(score.given), str(score.asked)]
    return [*counts, _percent(score.precision), _percent(score.recall), _percent(score.f1)]


def _percent(value: float | None) -> str:
    return "—" if value is None else f"{value:.1f}"


def _words(answer: Hashable) -> str:
    """An answer on one line."""

    def told(part: Any) -> str:
        return "—" if part is None or part == "" else " ".join(str(part).split())

    return " | ".join(map(told, answer)) if isinstance(answer, tuple) else told(answer)
