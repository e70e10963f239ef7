"""Tables on disk and back."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from pydantic import BaseModel, Field

import congressx
from congressx.pipeline import extract_to, table_records
from congressx.tables import Tables, TableWriters, arrow_schema


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


def test_frames_are_typed(tmp_path: Path) -> None:
    with TableWriters(tmp_path, {"articles": Row}) as writers:
        writers.append("articles", [Row(word="a", number=1, colour=Colour.RED, names=("x", "y")), Row(word="b")])
    frame = Tables.of_folder(tmp_path, {"articles": Row}).articles
    assert frame.number.dtype == pd.Int64Dtype()
    assert list(frame.colour.cat.categories) == ["red", "blue"]
    assert list(frame.names[0]) == ["x", "y"]
    assert frame["number"].isna().tolist() == [False, True]


def test_a_failed_run_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    with TableWriters(tmp_path, {"articles": Row}) as writers:
        writers.append("articles", [Row(word="first")])
    before = (tmp_path / "articles.parquet").read_bytes()
    with pytest.raises(ZeroDivisionError):
        _fail_while_writing(tmp_path)
    assert (tmp_path / "articles.parquet").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["articles.parquet"]


def _fail_while_writing(folder: Path) -> None:
    with TableWriters(folder, {"articles": Row}) as writers:
        writers.append("articles", [Row(word="second")])
        raise ZeroDivisionError


def test_only_known_tables_are_superseded(tmp_path: Path) -> None:
    (tmp_path / "mine.parquet").write_bytes(b"not ours")
    (tmp_path / "terms.parquet").write_bytes(b"of an earlier run")
    with TableWriters(tmp_path, {"articles": Row}, supersedes=["articles", "terms"]):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles.parquet", "mine.parquet"]


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
