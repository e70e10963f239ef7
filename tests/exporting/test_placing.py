"""Where an export goes: whole or not at all, and never over somebody's own work."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from pydantic import BaseModel

from congressx.errors import CongressxError, OutputError
from congressx.exporting import FORMATS, PublishedTables, export, placing
from congressx.exporting.opening import PublishedTables as Opened

Records = dict[str, type[BaseModel]]
NewFolder = Callable[..., Path]
ARTICLE = {"article_id": "a" * 16, "source": "a.txt", "text": "Đại hội", "title": "Đại hội"}


@pytest.fixture
def small(new_folder: NewFolder) -> Path:
    return new_folder(articles=[ARTICLE])


@pytest.mark.parametrize("form", FORMATS)
def test_what_we_wrote_is_replaced(form: str, small: Path, records: Records, tmp_path: Path) -> None:
    for _ in range(2):
        export(small, form, records, target=tmp_path / "deep" / "x")
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["x"]


@pytest.mark.parametrize("form", ["xlsx", "sqlite"])
def test_a_file_of_somebody_else_stays(form: str, small: Path, records: Records, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("của tôi", encoding="utf-8")
    with pytest.raises(OutputError, match=r"x: exists and is not as congressx wrote it; .* --force"):
        export(small, form, records, target=tmp_path / "x")
    assert (tmp_path / "x").read_text(encoding="utf-8") == "của tôi"
    export(small, form, records, target=tmp_path / "x", force=True)
    assert (tmp_path / "x").stat().st_size > 1000


def test_a_workbook_somebody_worked_in_stays(small: Path, records: Records, tmp_path: Path) -> None:
    export(small, "xlsx", records, target=tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    book.properties.lastModifiedBy = "Nguyễn Thị Lan"  # as Excel does when it saves
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(OutputError, match="--force"):
        export(small, "xlsx", records, target=tmp_path / "x.xlsx")


def test_a_data_base_somebody_worked_in_stays(small: Path, records: Records, tmp_path: Path) -> None:
    export(small, "sqlite", records, target=tmp_path / "x.sqlite")
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as base, base:
        base.execute("CREATE TABLE notes (words TEXT)")
    with pytest.raises(OutputError, match="--force"):
        export(small, "sqlite", records, target=tmp_path / "x.sqlite")


def test_a_folder_of_somebody_else_stays_even_by_force(small: Path, records: Records, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "luận văn.docx").write_text("của tôi", encoding="utf-8")
    for force in (False, True):
        with pytest.raises(OutputError, match=r"holds what congressx did not write \(luận văn.docx\)"):
            export(small, "csv", records, target=tmp_path / "x", force=force)
    assert [path.name for path in (tmp_path / "x").iterdir()] == ["luận văn.docx"]


def test_annotations_somebody_worked_on_stay(small: Path, records: Records, tmp_path: Path) -> None:
    export(small, "brat", records, target=tmp_path / "x")
    (tmp_path / "x" / f"{'a' * 16}.ann").write_text("T1\tterms 0 3\tĐại\n", encoding="utf-8")
    with pytest.raises(OutputError, match=r"\.ann: changed since congressx wrote it"):
        export(small, "brat", records, target=tmp_path / "x")
    export(small, "brat", records, target=tmp_path / "x", force=True)


def test_an_empty_folder_is_taken(small: Path, records: Records, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    export(small, "jsonl", records, target=tmp_path / "x")
    assert sorted(path.name for path in (tmp_path / "x").iterdir()) == ["articles.jsonl", "export.json"]


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_that_fails_leaves_nothing(
    form: str, small: Path, records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(placing, "to_disk", fails)
    with pytest.raises(OutputError, match=r"cannot be written \(No space left on device\); choose another place"):
        export(small, form, records, target=tmp_path / "new" / "x")
    assert list((tmp_path / "new").iterdir()) == []


def test_no_tables(records: Records, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no tables here; run `congressx extract"):
        export(tmp_path, "csv", records)


def test_unknown_names(small: Path, records: Records) -> None:
    with pytest.raises(CongressxError, match="--to pdf: no such format; known are xlsx, csv"):
        export(small, "pdf", records)
    with pytest.raises(CongressxError, match=r"--only kpis: no such table in .*; there are articles"):
        export(small, "csv", records, only=["kpis"])


def test_tables_of_another_version(small: Path, records: Records) -> None:
    table = pq.read_table(small / "articles.parquet").drop_columns(["url"])
    pq.write_table(table, small / "articles.parquet")
    with pytest.raises(OutputError, match=r"articles\.parquet: written by another version"):
        export(small, "csv", records)


def test_a_file_that_is_no_table(small: Path, records: Records) -> None:
    (small / "articles.parquet").write_bytes(b"PAR1 nothing PAR1")
    with pytest.raises(OutputError, match=r"articles\.parquet: not a Parquet file"):
        export(small, "csv", records)


def test_a_run_that_publishes_meanwhile(small: Path, records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is open is of one run: a table that is replaced while others are opened makes the opening begin again."""
    states = iter(["old", "old", "new", "new", "new", "new"])  # asked before the opening, at its start and at its end
    monkeypatch.setattr("congressx.exporting.opening.publishing_state", lambda _: (False, next(states)))
    opened = []
    open_all = Opened._paths
    monkeypatch.setattr(Opened, "_paths", lambda self: opened.append(1) or open_all(self))
    with PublishedTables(small, records) as tables:
        assert tables.count("articles") == 1
    assert len(opened) == 2
