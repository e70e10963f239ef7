"""The tables of an output folder as plain rows, article by article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from congressx.errors import InputError, OutputError
from congressx.scoring.gold import GoldArticle

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


def rows_of_gold(folder: Path, gold: Sequence[GoldArticle], tables: Iterable[str]) -> tuple[Rows, list[str]]:
    """Rows of the articles that have gold, by the gold's name, and the names that no article has.

    An article is found by its `article_id` or by the name of its file without ending. Raises `OutputError` when the folder has no
    tables, `InputError` when several articles have the name.
    """
    named = _articles_by_name(folder)
    ids: dict[str, str] = {}
    for article in gold:
        found = named.get(article.name, [])
        if len(found) > 1:
            raise InputError(
                f"{folder}: {len(found)} articles have the name of the gold article {article.name}; name the gold after their "
                f"article_id, e.g. {found[0]}.json",
                reason="several",
            )
        ids |= dict.fromkeys(found, article.name)
    rows: Rows = {name: {} for name in ids.values()}
    for table in tables:
        file = folder / f"{table}.parquet"
        for row in _read(file, None, list(ids)).to_pylist() if file.exists() and ids else ():
            rows[ids[row["article_id"]]].setdefault(table, []).append(row)
    return rows, [article.name for article in gold if article.name not in rows]


def _articles_by_name(folder: Path) -> dict[str, list[str]]:
    file = folder / "articles.parquet"
    if not file.exists():
        raise OutputError(f"{folder}: no tables here; run `congressx extract … --out {folder}` first")
    named: defaultdict[str, list[str]] = defaultdict(list)
    for row in _read(file, ["article_id", "source"], None).to_pylist():
        for name in {row["article_id"], Path(row["source"]).stem}:
            named[name].append(row["article_id"])
    return dict(named)


def _read(file: Path, columns: list[str] | None, articles: list[str] | None) -> pa.Table:
    try:
        return pq.read_table(
            file, columns=columns, filters=None if articles is None else [("article_id", "in", articles)]
        )
    except (OSError, pa.ArrowException) as error:
        raise OutputError(f"{file}: cannot be read ({error}); run `congressx extract --force` again") from error
