"""Gold articles: `<article>.txt` with `<article>.json` beside it, as the annotation guideline writes them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congressx.errors import InputError


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The records of one article by table, as a careful reader wrote them."""

    name: str
    """The file's name without its ending."""
    text: Path
    """The article itself."""
    records: Mapping[str, Sequence[Mapping[str, Any]]]
    """By table; titles stand in a table of their own, as in the output."""


def read_gold(folders: Iterable[str | os.PathLike[str]]) -> list[GoldArticle]:
    """Every annotated article of the folders, sorted by folder and name.

    Raises `InputError` when a folder holds none or a file is no gold.
    """
    articles: list[GoldArticle] = []
    for folder in map(Path, folders):
        files = sorted(folder.glob("*.json"))
        if not files:
            raise InputError(f"{folder}: no gold here; put <article>.txt and <article>.json there", reason="missing")
        articles += [_read(file) for file in files]
    return articles


def _read(file: Path) -> GoldArticle:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        records = {table: list(rows) for table, rows in content.items() if isinstance(rows, list)}
        records["titles"] = [
            {"name": official["name"], **title}
            for official in records.get("officials", [])
            for title in official.get("titles", [])
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{file}: not gold as the guideline writes it ({error}); mend the file"
        raise InputError(message, reason="invalid") from error
    return GoldArticle(file.stem, file.with_suffix(".txt"), records)
