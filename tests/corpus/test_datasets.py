"""JSONL, CSV and Parquet: columns, bad rows, limits."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from congressx.corpus import Article, Reading, read_article, read_articles
from congressx.errors import InputError

ONE = "Đại hội Đảng bộ xã Minh Hà đã bầu 15 đồng chí."
TWO = "Chi bộ Trường Sông Lam kết nạp 3 đảng viên mới."
ROWS = [
    {
        "id": "x1",
        "title": "Đại hội xã Minh Hà",
        "content": ONE,
        "date": "2020-06-13T08:00:00+07:00",
        "url": "https://a.example/1",
    },
    {"id": "x2", "title": "Kết nạp đảng viên", "content": TWO, "date": "20/12/2021", "url": None},
]


def _write(path: Path, rows: list[dict[str, Any]]) -> Path:
    if path.name.endswith(".parquet"):
        pq.write_table(pa.Table.from_pylist(rows), path)
        return path
    if ".jsonl" in path.name:
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    else:
        text = "\n".join([";".join(rows[0]), *(";".join(f'"{cell or ""}"' for cell in row.values()) for row in rows)])
    content = text.encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def _articles(path: Path, reading: Reading | None = None) -> list[Article]:
    return [found for found in read_articles(str(path), reading or Reading()) if isinstance(found, Article)]


def _errors(path: Path, reading: Reading | None = None) -> list[tuple[str, str]]:
    found = list(read_articles(str(path), reading or Reading()))
    return [(e.reason, str(e).removeprefix(f"{path.parent}/")) for e in found if isinstance(e, InputError)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet", "a.jsonl.gz", "a.csv.gz", "a.ndjson.jsonl"])
def test_every_kind_of_data_set_gives_the_same_articles(name: str, tmp_path: Path) -> None:
    path = _write(tmp_path / name, ROWS)
    one, two = _articles(path)
    assert one == Article(
        f"{path}#1", f"Đại hội xã Minh Hà\n{ONE}", "Đại hội xã Minh Hà", dt.date(2020, 6, 13), url="https://a.example/1",
        encoding="utf-8", encoding_confidence=1.0, identifier="x1",
    )  # fmt: skip
    assert (two.source, two.published, two.url) == (f"{path}#2", dt.date(2021, 12, 20), None)


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_columns_can_be_named(name: str, tmp_path: Path) -> None:
    rows = [{"ma": 7, "bai": ONE, "dau": "Đại hội xã", "luc": "2020-06-13"}]
    path = _write(tmp_path / name, rows)
    [(reason, message)] = _errors(path)
    assert reason == "columns"
    assert (
        message == f"{name}: no column for the text; there are 'ma', 'bai', 'dau', 'luc': name one with --text-column"
    )
    reading = Reading(text_column="bai", title_column="dau", date_column="luc", id_column="ma")
    [article] = _articles(path, reading)
    assert (article.title, article.published, article.identifier) == ("Đại hội xã", dt.date(2020, 6, 13), "7")
    [(reason, message)] = _errors(path, Reading(text_column="bai", date_column="nam"))
    assert (
        message == f"{name}: no column 'nam'; there are 'ma', 'bai', 'dau', 'luc': name one of them with --date-column"
    )


def test_a_bad_row_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        json.dumps({"text": ONE}),
        '{"text": ',
        "[1]",
        '{"text": 5}',
        '{"text": ""}',
        '{"other": "x"}',
        "",
        "[" * 9999,
    ]
    path.write_text("\n".join([*lines, json.dumps({"text": TWO})]), encoding="utf-8")
    assert [article.source for article in _articles(path)] == [f"{path}#1", f"{path}#8"]
    assert [(reason, message.split(":")[0]) for reason, message in _errors(path)] == [
        ("row", "a.jsonl#2"), ("row", "a.jsonl#3"), ("row", "a.jsonl#4"), ("empty", "a.jsonl#5"), ("empty", "a.jsonl#6"),
        ("row", "a.jsonl#7"),
    ]  # fmt: skip


def test_bad_rows_of_csv(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'id,text\n1,"{ONE}"\n2,"a"b\n3,x,y,z\n4\n5,"{TWO}\nHai dòng."\n6,"open', encoding="utf-8")
    assert [article.source for article in _articles(path)] == [f"{path}#1", f"{path}#5"]
    assert [message.split(":")[0] for _, message in _errors(path)] == [f"a.csv#{n}" for n in (2, 3, 4, 6)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_row_over_the_limit_is_passed_over(name: str, tmp_path: Path) -> None:
    path = _write(tmp_path / name, [{"text": ONE * 100, "id": 1}, {"text": TWO, "id": 2}])
    reading = Reading(max_row_bytes=1000)
    assert [article.source for article in _articles(path, reading)] == [f"{path}#2"]
    [(reason, message)] = _errors(path, reading)
    assert reason == "limit"
    assert "--max-row-bytes" in message


def test_a_quote_that_is_not_closed_ends_the_file_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'id,text\n1,"{ONE}"\n2,"open\n' + f"3,{TWO}\n" * 50, encoding="utf-8")
    assert len(_articles(path, Reading(max_row_bytes=1000))) == 1
    [(reason, message)] = _errors(path, Reading(max_row_bytes=1000))
    assert (reason, "line 3" in message) == ("limit", True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_csv_as_spreadsheets_save_it(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id\ttext\r\n1\t{ONE}\r\n2\t{TWO}\r\n", encoding=encoding)
    assert [article.text for article in _articles(tmp_path / "a.csv")] == [ONE, TWO]


def test_a_cell_tells_its_own_encoding(tmp_path: Path) -> None:
    tcvn3 = "§¹i héi §¶ng bé huyÖn Minh Hµ lÇn thø X ®· bÇu Ban ChÊp hµnh kho¸ míi".encode("latin-1")
    (tmp_path / "a.csv").write_bytes(b"id,text\n1," + tcvn3 + b"\n2," + TWO.encode() + b"\n")
    one, two = _articles(tmp_path / "a.csv")
    assert (one.encoding, one.text[:21]) == ("tcvn3", "Đại hội Đảng bộ huyện")
    assert (two.encoding, two.text) == ("utf-8", TWO)
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + tcvn3 + b'"}\n')
    [article] = _articles(tmp_path / "a.jsonl")
    assert article.encoding == "tcvn3"


def test_bytes_of_parquet_that_are_no_utf_8_tell_their_encoding(tmp_path: Path) -> None:
    tcvn3 = "§¹i héi §¶ng bé huyÖn Minh Hµ lÇn thø X ®· bÇu Ban ChÊp hµnh kho¸ míi".encode("latin-1")
    column = pa.array([tcvn3, TWO.encode()], pa.binary()).view(pa.string())
    pq.write_table(pa.table({"text": column}), tmp_path / "a.parquet")
    assert [article.encoding for article in _articles(tmp_path / "a.parquet")] == ["tcvn3", "utf-8"]


@pytest.mark.parametrize("header", ["id\rtext\n", ",,\n"])
def test_a_header_that_is_none_is_told(header: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{header}1,{ONE}\n", encoding="utf-8")
    assert [reason for reason, _ in _errors(tmp_path / "a.csv")] in (["columns"], ["row"], ["empty"])


def test_a_title_is_not_repeated(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.jsonl", [{"title": "Đại hội xã", "text": f"Đại  hội xã\n{ONE}"}])
    assert _articles(path)[0].text == f"Đại  hội xã\n{ONE}"


def test_dates_and_times_of_parquet(tmp_path: Path) -> None:
    at = dt.datetime(2020, 6, 12, 20, tzinfo=dt.UTC)  # the 13th in Vietnam
    for value in (at, dt.date(2020, 6, 13), dt.datetime(2020, 6, 13, 1)):
        path = _write(tmp_path / "a.parquet", [{"text": ONE, "published": value}])
        assert _articles(path)[0].published == dt.date(2020, 6, 13)


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1" + bytes(100) + b"PAR1", b"PAR1garbagegarbage"])
def test_a_damaged_parquet_file_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(content)
    assert [reason for reason, _ in _errors(tmp_path / "a.parquet")] == ["damaged"]


@pytest.mark.parametrize(
    ("name", "content"), [("a.jsonl", b"\n"), ("a.csv", b"id,text\n"), ("b.csv", b""), ("b.jsonl", b"")]
)
def test_a_data_set_without_rows_is_told(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert [reason for reason, _ in _errors(tmp_path / name)] == ["empty"]


def test_one_row_can_be_read_alone(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.jsonl", ROWS)
    assert read_article(f"{path}#2").identifier == "x2"
    for source, reason in ((f"{path}#3", "missing"), (str(path), "several")):
        with pytest.raises(InputError) as caught:
            read_article(source)
        assert caught.value.reason == reason
