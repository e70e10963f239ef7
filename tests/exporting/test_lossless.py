"""What is exported reads back as the rows it was."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from frictionless import Package
from pydantic import BaseModel

from congressx.dictionary import Column, columns_of
from congressx.engine import FactRecord
from congressx.exporting import export
from congressx.exporting.cells import unguarded

Rows = dict[str, list[dict[str, Any]]]
Records = dict[str, type[BaseModel]]

_PARSED: dict[str, Callable[[str], Any]] = {
    "string": unguarded,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False, "1": True, "0": False}.__getitem__,
    "date": dt.date.fromisoformat,
    "array": json.loads,
}


def parsed(text: str | None, column: Column) -> Any:
    if text is None or (text == "" and column.nullable):
        return None
    return _PARSED[column.kind](text)


def test_json_lines(out: Path, rows: Rows, records: Records, tmp_path: Path) -> None:
    done = export(out, "jsonl", records, target=tmp_path / "x")
    assert done.rows == {table: len(found) for table, found in rows.items()}
    for table, found in rows.items():
        lines = (tmp_path / "x" / f"{table}.jsonl").read_text(encoding="utf-8").split("\n")
        assert json.loads("[" + ",".join(lines[:-1]) + "]") == json.loads(json.dumps(found, default=str))


def test_csv(out: Path, rows: Rows, records: Records, tmp_path: Path) -> None:
    export(out, "csv", records, target=tmp_path / "x")
    for table, found in rows.items():
        assert (tmp_path / "x" / f"{table}.csv").read_bytes().startswith(b"\xef\xbb\xbf")  # by which Excel knows UTF-8
        with (tmp_path / "x" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
            read = list(csv.DictReader(file))
        columns = columns_of(records[table])
        assert [{column.name: parsed(row[column.name], column) for column in columns} for row in read] == found


def test_csv_is_a_valid_data_package(out: Path, records: Records, tmp_path: Path) -> None:
    """Types, vocabularies, required fields, keys and foreign keys of every row, as another program sees them."""
    export(out, "csv", records, target=tmp_path / "x")
    report = Package(str(tmp_path / "x" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]
    assert len(report.tasks) == len(records)


def test_sqlite(out: Path, rows: Rows, records: Records, tmp_path: Path) -> None:
    export(out, "sqlite", records, target=tmp_path / "x.sqlite")
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as base:
        base.row_factory = sqlite3.Row
        for table, found in rows.items():
            columns = columns_of(records[table])
            read = [dict(row) for row in base.execute(f"SELECT * FROM {table}")]
            for row in read:
                for column in columns:
                    if column.kind in {"boolean", "date", "array"} and row[column.name] is not None:
                        row[column.name] = parsed(str(row[column.name]), column)
            assert read == found
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchall()[0][0] == "ok"
        counts = dict(base.execute("SELECT kind, count(*) FROM facts GROUP BY kind"))
        assert counts == {table: len(found) for table, found in rows.items() if issubclass(records[table], FactRecord)}
        for view, table in (("offices", "titles"), ("figures", "kpis")):
            assert base.execute(f"SELECT count(*) FROM {view}").fetchone()[0] == len(rows[table])


def test_workbook(out: Path, rows: Rows, records: Records, tmp_path: Path) -> None:
    assert export(out, "xlsx", records, target=tmp_path / "x.xlsx").notes == ()
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == [*rows, "about"]
    for table, found in rows.items():
        sheet = book[table]
        header, *lines = sheet.iter_rows(values_only=True)
        assert list(header) == [column.name for column in columns_of(records[table])]
        assert [dict(zip(header, line, strict=True)) for line in lines] == [
            {name: _in_a_cell(value) for name, value in row.items()} for row in found
        ]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        for cell in (
            cell for column in sheet.columns if column[0].value in {"quote", "sentence"} for cell in column[1:]
        ):
            assert cell.alignment.wrap_text
        assert not [cell for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]


def _in_a_cell(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(value) or None
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time())
    return value or None if isinstance(value, str) else value


def test_label_studio(out: Path, rows: Rows, records: Records, tmp_path: Path) -> None:
    export(out, "label-studio", records, target=tmp_path / "x")
    tasks = json.loads((tmp_path / "x" / "tasks.json").read_text(encoding="utf-8"))
    assert [task["data"] for task in tasks] == json.loads(json.dumps(rows["articles"], default=str))
    read: Rows = {table: [] for table, record in records.items() if issubclass(record, FactRecord)}
    for task in tasks:
        regions: dict[str, list[dict[str, Any]]] = {}
        for part in task["predictions"][0]["result"]:
            regions.setdefault(part["id"], []).append(part)
        for label, *answers in regions.values():
            [table] = label["value"]["labels"]
            read[table].append(_row_of_region(task["data"], records[table], table, label, answers))
    assert read == {table: rows[table] for table in read}


def _row_of_region(
    article: dict[str, Any], record: type[BaseModel], table: str, label: dict[str, Any], answers: list[dict[str, Any]]
) -> dict[str, Any]:
    span = label["value"]
    assert article["text"][span["start"] : span["end"]] == span["text"]
    said = {answer["from_name"].removeprefix(f"{table}_"): answer["value"][answer["type"]] for answer in answers}
    known = {
        "article_id": article["article_id"], "start": span["start"], "stop": span["end"], "quote": span["text"],
        **label["meta"],
    }  # fmt: skip
    row = {}
    for column in columns_of(record):
        given = known[column.name] if column.name in known else said.get(column.name)
        if column.name in known or column.kind in {"integer", "number"}:
            row[column.name] = given
        elif column.kind == "array":
            row[column.name] = given or []
        else:
            row[column.name] = None if given is None else parsed(given[0], column)
    return row


def test_label_studio_set_up_knows_every_field(out: Path, records: Records, tmp_path: Path) -> None:
    export(out, "label-studio", records, target=tmp_path / "x")
    from lxml import etree

    tree = etree.parse(str(tmp_path / "x" / "labeling.xml"))
    controls = {tag.get("name"): tag for tag in tree.iter() if tag.get("toName") == "text"}
    tasks = json.loads((tmp_path / "x" / "tasks.json").read_text(encoding="utf-8"))
    for part in (part for task in tasks for part in task["predictions"][0]["result"]):
        control = controls[part["from_name"]]
        assert control.tag.lower() == part["type"]
        words = {choice.get("value") for choice in control.iter("Choice", "Label")}
        assert set(part["value"].get("choices", part["value"].get("labels", []))) <= words


def test_brat(out: Path, rows: Rows, records: Records, tmp_path: Path) -> None:
    export(out, "brat", records, target=tmp_path / "x")
    read: Rows = {table: [] for table, record in records.items() if issubclass(record, FactRecord)}
    for article in rows["articles"]:
        text = (tmp_path / "x" / f"{article['article_id']}.txt").read_bytes().decode()
        assert text == article["text"]
        for table, row in _rows_of_brat(text, tmp_path / "x" / f"{article['article_id']}.ann"):
            read[table].append(row)
    assert read == {table: json.loads(json.dumps(rows[table], default=str)) for table in read}


def _rows_of_brat(text: str, file: Path) -> list[tuple[str, dict[str, Any]]]:
    """Reads the standoff format strictly; attributes must say what the note says."""
    marks: dict[str, tuple[str, int, int]] = {}
    attributes: list[tuple[str, str, str]] = []
    found = []
    for line in file.read_text(encoding="utf-8").removesuffix("\n").split("\n") if file.stat().st_size else ():
        if match := re.fullmatch(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)", line):
            pieces = [tuple(map(int, piece.split())) for piece in match[3].split(";")]
            assert " ".join(text[start:stop] for start, stop in pieces) == match[4]
            marks[match[1]] = (match[2], pieces[0][0], pieces[-1][1])
        elif match := re.fullmatch(r"A\d+\t(\w+) (T\d+) (\S+)", line):
            attributes.append((match[2], match[1], match[3]))
        else:
            match = re.fullmatch(r"#\d+\tAnnotatorNotes (T\d+)\t(.+)", line)
            assert match is not None, line
            table, start, stop = marks[match[1]]
            row = json.loads(match[2])
            assert (row["start"], row["stop"], row["quote"]) == (start, stop, text[start:stop])
            for mark, name, word in attributes:
                if mark == match[1]:
                    assert word == _word(row[name.removeprefix(f"{table}_")])
            found.append((table, row))
    return found


def _word(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("form", ["label-studio", "brat"])
def test_annotations_keep_their_articles(form: str, out: Path, records: Records, tmp_path: Path) -> None:
    done = export(out, form, records, target=tmp_path / "x", only=["kpis"])
    assert list(done.rows) == ["articles", "kpis"]
