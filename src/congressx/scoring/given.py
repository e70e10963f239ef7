"""The tables of an output folder as plain rows, article by article."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

Rows = dict[str, dict[str, list[dict[str, Any]]]]
"""By article (its file's name without ending) and by table."""


def given_rows(folder: Path, tables: Iterable[str]) -> Rows:
    """Rows of the named tables that are in the folder, in their order."""
    articles = pq.read_table(folder / "articles.parquet", columns=["article_id", "source"]).to_pylist()
    names = {article["article_id"]: Path(article["source"]).stem for article in articles}
    rows: Rows = {name: {} for name in names.values()}
    for table in tables:
        file = folder / f"{table}.parquet"
        for row in pq.read_table(file).to_pylist() if file.exists() else ():
            rows[names[row["article_id"]]].setdefault(table, []).append(row)
    return rows
