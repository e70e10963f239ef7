"""Tables on disk and back."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pydantic import BaseModel, Field

import congressx
from congressx.output import Staging
from congressx.pipeline import extract_to, table_records
from congressx.tables import KeptBatches, PublishedRows, TableWriters, arrow_schema, as_arrow, pack, rows_by_article
from congressx.tables.loading import Tables


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Row(BaseModel):
    """A row with one column of every sort."""

    word: str
    number: int | None = None
    colour: Colour | None = None
    names: tuple[str, ...] = ()
    kind: str = Field("x", alias="class")


def test_schema_comes_from_the_model() -> None:
    assert arrow_schema(Row) == pa.schema(
        [
            pa.field("word", pa.string(), nullable=False),
            pa.field("number", pa.int64()),
            pa.field("colour", pa.string()),
            pa.field("names", pa.list_(pa.string()), nullable=False),
            pa.field("class", pa.string(), nullable=False),
        ]
    )


def _write(folder: Path, *batches: list[Row], gone: tuple[str, ...] = ()) -> None:
    """Publishes a table `articles` with a row group a batch."""
    with Staging(folder) as staging:
        with TableWriters(staging.path, {"articles": Row}) as writers:
            for rows in batches:
                writers.append("articles", as_arrow(rows, Row))
        staging.publish(gone)


def test_frames_are_typed(tmp_path: Path) -> None:
    _write(tmp_path, [Row(word="a", number=1, colour=Colour.RED, names=("x", "y")), Row(word="b")])
    frame = Tables.of_folder(tmp_path, {"articles": Row}).articles
    assert frame.number.dtype == pd.Int64Dtype()
    assert list(frame.colour.cat.categories) == ["red", "blue"]
    assert list(frame.names[0]) == ["x", "y"]
    assert frame["number"].isna().tolist() == [False, True]


def test_a_failed_run_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    _write(tmp_path, [Row(word="first")])
    before = (tmp_path / "articles.parquet").read_bytes()
    with pytest.raises(ZeroDivisionError):
        _fail_while_writing(tmp_path)
    assert (tmp_path / "articles.parquet").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["articles.parquet"]


def _fail_while_writing(folder: Path) -> None:
    with Staging(folder) as staging, TableWriters(staging.path, {"articles": Row}) as writers:
        writers.append("articles", as_arrow([Row(word="second")], Row))
        raise ZeroDivisionError


def test_only_named_tables_go(tmp_path: Path) -> None:
    (tmp_path / "mine.parquet").write_bytes(b"not ours")
    (tmp_path / "terms.parquet").write_bytes(b"of an earlier run")
    _write(tmp_path, gone=("terms.parquet", "kpis.parquet"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles.parquet", "mine.parquet"]


class Fact(BaseModel):
    """A row that belongs to an article."""

    article_id: str
    word: str


FACTS = {"articles": Fact}


def _facts(*ids: str) -> pa.Table:
    return as_arrow([Fact(article_id=article_id, word=article_id.upper()) for article_id in ids], Fact)


def _words(rows: Mapping[str, pa.Table] | None) -> list[str] | None:
    return None if rows is None else rows["articles"]["word"].to_pylist()


def test_rows_by_article() -> None:
    found = rows_by_article({"articles": _facts("a", "a", "b")})
    assert {article_id: _words(rows) for article_id, rows in found.items()} == {"a": ["A", "A"], "b": ["B"]}


def test_published_rows_are_had_in_any_order(tmp_path: Path) -> None:
    with TableWriters(tmp_path, FACTS) as writers:
        for ids in ("aab", "ccc", "de"):
            writers.append("articles", _facts(*ids))
    with PublishedRows(tmp_path, FACTS, {name: f"key of {name}" for name in "abcdef"}) as published:
        assert [_words(published.rows(name, f"key of {name}")) for name in "adcb"] == [
            ["A", "A"],
            ["D"],
            ["C"] * 3,
            ["B"],
        ]
        assert published.rows("a", "another key") is None
        assert published.rows("x", "key of x") is None
        assert published.rows("f", "key of f") == {}


def test_kept_batches(tmp_path: Path) -> None:
    kept = KeptBatches(tmp_path, FACTS, "rules")
    kept.keep({"a": "1", "b": "2"}, pack({"articles": _facts("a", "b", "b")}))
    kept.keep({"c": "3"}, pack({"articles": _facts("c")}))
    again = KeptBatches(tmp_path, FACTS, "rules")
    assert len(again) == 3
    assert [_words(again.rows(*key)) for key in (("b", "2"), ("c", "3"), ("c", "4"))] == [["B", "B"], ["C"], None]
    assert len(KeptBatches(tmp_path, FACTS, "other rules")) == 0
    assert len(KeptBatches(tmp_path, FACTS, "rules")) == 0


def test_load_reads_what_extract_wrote(raw: Path, tmp_path: Path) -> None:
    extract_to([raw], tmp_path, limit=4)
    tables = congressx.load(tmp_path)
    assert set(tables) == set(table_records())
    assert len(tables.articles) == 4
    assert tables.meetings.starts_on.dtype.kind == "M"
    assert str(tables.titles.office.dtype) == "category"


def test_load_without_tables(tmp_path: Path) -> None:
    with pytest.raises(congressx.OutputError, match="no tables here; run `congressx extract"):
        congressx.load(tmp_path)


def test_load_of_another_version(raw: Path, tmp_path: Path) -> None:
    extract_to([raw], tmp_path)
    path = tmp_path / "terms.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["reviewed"]), path)
    with pytest.raises(
        congressx.OutputError, match=r"terms.parquet: written by another version .* \(reviewed missing\)"
    ):
        congressx.load(tmp_path)
