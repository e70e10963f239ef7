"""SQL over the tables, and nothing but the tables."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from congressx.errors import CongressxError, OutputError
from congressx.exporting.asking import answer


def ask(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    with answer(folder, sql) as given:
        return list(given.rows)


def test_every_table_is_there(out: Path, rows: dict[str, list[dict[str, Any]]]) -> None:
    for table, found in rows.items():
        assert ask(out, f"SELECT count(*) FROM {table}") == [(len(found),)]


def test_joins_lists_and_days(out: Path) -> None:
    [(year, count)] = ask(
        out,
        "SELECT year(m.starts_on) AS y, count(*) FROM meetings m JOIN articles a USING (article_id) "
        "WHERE m.starts_on IS NOT NULL GROUP BY y ORDER BY 2 DESC LIMIT 1",
    )
    assert 1990 < year < 2030
    assert count > 1
    assert ask(out, "SELECT count(*) FROM (SELECT unnest(roles) r FROM officials) WHERE r = 'chair'")[0][0] > 0


@pytest.mark.parametrize(
    "sql",
    [
        "PIVOT kpis ON unit USING count(*) GROUP BY mood",
        "DESCRIBE kpis",
        "SHOW TABLES",
        "EXPLAIN SELECT 1",
        "FROM terms",
    ],
)
def test_other_ways_to_ask(sql: str, out: Path) -> None:
    assert ask(out, sql)


@pytest.mark.parametrize(
    "sql",
    [
        "COPY kpis TO '{secret}.copy'", "INSTALL httpfs", "ATTACH '{secret}.db'", "SET enable_external_access = true",
        "CREATE TABLE x AS SELECT 1", "DROP VIEW kpis", "INSERT INTO kpis SELECT * FROM kpis", "SELECT 1; SELECT 2", "",
        "EXPORT DATABASE '{secret}.d'", "CALL pragma_version()",
        "SELECT * FROM read_text('{secret}')", "SELECT * FROM '{secret}'", "SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM glob('{folder}/*')", "SELECT * FROM read_parquet('{out}/kpis.parquet')", "SELECT * FROM secret_frame",
        "EXPLAIN ANALYZE COPY kpis TO '{secret}.copy'",
    ],
)  # fmt: skip
def test_nothing_else_is_read_and_nothing_written(sql: str, out: Path, tmp_path: Path) -> None:
    secret_frame = __import__("pandas").DataFrame({"a": [1]})  # variables of the program are no tables either
    assert len(secret_frame) == 1
    (tmp_path / "secret.csv").write_text("bí mật\n1\n", encoding="utf-8")
    with pytest.raises(CongressxError, match=r"^the query: "):
        ask(out, sql.format(secret=tmp_path / "secret.csv", folder=tmp_path, out=out))
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELEKT 1", 'syntax error at or near "SELEKT"; tables and columns'),
        ("SELECT valu FROM kpis", 'Referenced column "valu" not found.*Candidate bindings: .*"value"'),
        ("SELECT * FROM kpi", "Table with name kpi does not exist!.*kpis"),
        ("SELECT CAST('x' AS INTEGER)", "Could not convert string"),
    ],
)
def test_a_wrong_query_is_told_in_a_line(sql: str, said: str, out: Path) -> None:
    with pytest.raises(CongressxError, match=said) as told:
        ask(out, sql)
    assert "\n" not in str(told.value)


def test_no_tables(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no tables here"):
        ask(tmp_path, "SELECT 1")


def test_without_the_extra(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load: Callable[..., Any] = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name == "duckdb":
            raise ImportError(name)
        return load(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(CongressxError, match=r"pip install 'congressx\[query\]'"):
        ask(out, "SELECT 1")


def test_a_published_run_that_is_not_moved_yet(out: Path, records: dict[str, type[BaseModel]], tmp_path: Path) -> None:
    """Killed while it published: the new tables are the tables."""
    import shutil

    folder = tmp_path / "killed"
    shutil.copytree(out, folder)
    (folder / ".publishing").mkdir()
    (folder / "terms.parquet").rename(folder / ".publishing" / "terms.parquet")
    assert ask(folder, "SELECT count(*) FROM terms")[0][0] > 0
