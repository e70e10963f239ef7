"""The last run once more: just its inputs, with its settings. What somebody decided about since is replayed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from congressx.corpus import Reading
from congressx.corpus.names import printable
from congressx.corpus.opening import STANDARD_INPUT
from congressx.errors import CongressxError
from congressx.output import Manifest
from congressx.pipeline.run import extract_to
from congressx.pipeline.summary import Summary


class CannotRepeatError(CongressxError):
    """The last run cannot be done again here, because its inputs are not at hand; the tables are as they were."""


def extract_again(
    folder: Path,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    stop: Callable[[], bool] = lambda: False,
) -> Summary:
    """Brings the tables in `folder` up to date as the same command would, without knowing its words.

    Raises `CannotRepeatError` when an input of the last run is gone — its articles would leave the tables —, and whatever
    `extract_to` raises.
    """
    old = Manifest.read(folder)
    if old is None:
        raise CannotRepeatError(f"{folder}: has no manifest that says what was read; {_run_yourself(folder)}")
    gone = [source for source in old.inputs if source == STANDARD_INPUT or not os.path.lexists(source)]
    if gone:
        others = f" and {len(gone) - 1} other inputs are" if len(gone) > 1 else " is"
        raise CannotRepeatError(f"{printable(gone[0])}{others} not here; {_run_yourself(folder)}")
    try:
        reading = Reading(**old.settings["reading"])
    except (KeyError, TypeError) as error:
        raise CannotRepeatError(f"{folder}: was written by another congressx; {_run_yourself(folder)}") from error
    items = sum(len(entry.items) for entry in old.inputs.values())
    whole = all(entry.whole for entry in old.inputs.values())
    names = [*old.inputs, *(source for source, _, _ in old.problems)]
    return extract_to(
        names,
        folder,
        only=old.settings["only"],
        limit=None if whole else items,
        reading=reading,
        progress=progress,
        stop=stop,
    )


def _run_yourself(folder: Path) -> str:
    return f"run the command `congressx extract … --out {folder}` again as you ran it, where the articles are"
