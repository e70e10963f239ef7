"""Text of articles is text everywhere: never a formula, never markup, never broken by what a format cannot hold."""

from __future__ import annotations

import csv
import datetime as dt
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from pydantic import BaseModel

from congressx.exporting import export, workbook

Records = dict[str, type[BaseModel]]
NewFolder = Callable[..., Path]

FORMULAS = [
    "=1+1", '=HYPERLINK("http://example.org","bấm vào đây")', "+84 24 3825 xxxx", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1",
    "＝1+1", "'=1+1", "''=1+1", "#N/A", "=cmd|' /C calc'!A0", "TRUE", "1e5", "2020-03-12", "<b>đậm</b>&amp;", "_x0041_",
    "dấu ; chấm phẩy, \"ngoặc\" và 'nháy'",
]  # fmt: skip


def article(number: int, text: str = "Đại hội", **more: Any) -> dict[str, Any]:
    return {"article_id": f"{number:016x}", "source": "a.txt", "text": text, **more}


def test_no_cell_of_a_workbook_is_a_formula(new_folder: NewFolder, records: Records, tmp_path: Path) -> None:
    folder = new_folder(articles=[article(n, title=text) for n, text in enumerate(FORMULAS)])
    export(folder, "xlsx", records, target=tmp_path / "x.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["articles"]
    titles = [row[2] for row in sheet.iter_rows(min_row=2)]
    assert all(cell.data_type == "s" for cell in titles)
    kept = [cell.value.replace("_x005F_x", "_x") for cell in titles]  # Excel reads the escape, the library does not
    assert [text.replace("\r", "\n") for text in kept] == [text.replace("\r", "\n") for text in FORMULAS]
    assert [cell.quotePrefix for cell in titles[:11]] == [True] * 11  # stays text when somebody edits it
    raw = zipfile.ZipFile(tmp_path / "x.xlsx").read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in raw
    assert b"_x005F_x0041_" in raw


def test_no_cell_of_a_csv_file_is_a_formula(new_folder: NewFolder, records: Records, tmp_path: Path) -> None:
    folder = new_folder(articles=[article(n, title=text) for n, text in enumerate(FORMULAS)])
    export(folder, "csv", records, target=tmp_path / "x")
    with (tmp_path / "x" / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert not [title for title in titles if title[:1] in set("=+-@\t\r\n＝＋－＠")]
    assert titles[:3] == [f"'{text}" for text in FORMULAS[:3]]


def test_numbers_below_nothing_stay_numbers(new_folder: NewFolder, records: Records, tmp_path: Path) -> None:
    figure = {"article_id": f"{1:016x}", "value": -3.5, "unit": "percent", "quote": "-3,5%"}
    folder = new_folder(articles=[article(1)], kpis=[figure])
    export(folder, "csv", records, target=tmp_path / "x")
    with (tmp_path / "x" / "kpis.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["value"], row["quote"]) == ("-3.5", "'-3,5%")


def test_what_a_cell_cannot_hold_is_told(new_folder: NewFolder, records: Records, tmp_path: Path) -> None:
    long = "đ" * 32_766 + "😀😀"
    folder = new_folder(articles=[article(1, long, title="chuông\x07\x1b[31m\ufffe"), article(2, "đ" * 32_767)])
    done = export(folder, "xlsx", records, target=tmp_path / "x.xlsx")
    assert done.notes == (
        "articles: 1 cells had control characters, which a workbook cannot hold; they were left out",
        "articles: 1 texts were longer than the 32,767 characters of a cell; they end with […]",
    )
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    first, second = list(book["articles"].iter_rows(min_row=2, values_only=True))
    assert first[2] == "chuông[31m"
    assert first[-1].endswith("đ […]")
    assert len(first[-1].encode("utf-16-le")) <= 2 * 32_767
    assert second[-1] == "đ" * 32_767
    assert [row[2] for row in book["about"].iter_rows(values_only=True) if row[0] == "note"] == list(done.notes)


def test_a_full_sheet_goes_on_in_another(
    new_folder: NewFolder, records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "ROWS", 5)
    folder = new_folder(articles=[article(n) for n in range(10)])
    done = export(folder, "xlsx", records, target=tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["articles", "articles (2)", "articles (3)", "about"]
    assert [book[name].max_row for name in book.sheetnames[:3]] == [5, 5, 3]
    assert [book[name].auto_filter.ref[-2:] for name in book.sheetnames[:3]] == ["K5", "K5", "K3"]
    assert done.notes == ("articles: 10 are on 3 sheets, for a sheet has 5 rows",)


def test_days_before_excel_are_text(new_folder: NewFolder, records: Records, tmp_path: Path) -> None:
    days = [dt.date(1890, 5, 19), dt.date(1930, 2, 3)]
    folder = new_folder(articles=[article(n, published=day) for n, day in enumerate(days)])
    export(folder, "xlsx", records, target=tmp_path / "x.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["articles"]
    assert [row[3] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["1890-05-19", dt.datetime(1930, 2, 3)]


def test_sql_in_text_is_text(new_folder: NewFolder, records: Records, tmp_path: Path) -> None:
    title = "'); DROP TABLE articles; --"
    export(new_folder(articles=[article(1, title=title)]), "sqlite", records, target=tmp_path / "x.sqlite")
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as base:
        assert base.execute("SELECT title FROM articles").fetchall() == [(title,)]


TEXT = "😀 Đại hội\n\nChi bộ <script>alert(1)</script> & Đảng bộ"


def test_offsets_count_code_points(new_folder: NewFolder, records: Records, tmp_path: Path) -> None:
    """Also behind a smiley, over line ends, and where spans overlap or are the same."""
    spans = [(0, 9), (2, 17), (2, 17), (11, 17), (18, 43)]
    terms = [
        {
            "article_id": f"{1:016x}",
            "start": start,
            "stop": stop,
            "quote": TEXT[start:stop],
            "section": "body",
            "label": "X",
        }
        for start, stop in spans
    ]
    folder = new_folder(articles=[article(1, TEXT), article(2, "không có gì")], terms=terms)
    export(folder, "label-studio", records, target=tmp_path / "ls")
    task, other = json.loads((tmp_path / "ls" / "tasks.json").read_text(encoding="utf-8"))
    marked = [part["value"] for part in task["predictions"][0]["result"] if part["type"] == "labels"]
    assert [(value["start"], value["end"]) for value in marked] == spans
    assert all(value["text"] == TEXT[value["start"] : value["end"]] for value in marked)
    assert other["predictions"][0]["result"] == []
    etree.parse(str(tmp_path / "ls" / "labeling.xml"))
    export(folder, "brat", records, target=tmp_path / "brat")
    lines = (tmp_path / "brat" / f"{1:016x}.ann").read_text(encoding="utf-8").split("\n")
    marks = [line for line in lines if line.startswith("T")]
    assert marks[1] == "T2\tterms 2 9;11 17\tĐại hội Chi bộ"
    assert marks[4] == "T5\tterms 18 43\t<script>alert(1)</script>"
    assert (tmp_path / "brat" / f"{2:016x}.ann").read_text(encoding="utf-8") == ""


def test_a_folder_without_articles_in_it(new_folder: NewFolder, records: Records, tmp_path: Path) -> None:
    folder = new_folder(articles=[])
    for form in ("xlsx", "csv", "jsonl", "sqlite", "label-studio", "brat"):
        assert export(folder, form, records, target=tmp_path / form).rows == {"articles": 0}
