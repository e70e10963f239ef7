"""`datapackage.json`: valid for Frictionless, the same bytes for the same tables, beside the tables at every run."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from frictionless import Package
from pydantic import BaseModel

from congressx.dictionary import columns_of, datapackage
from congressx.pipeline import extract_to, table_records
from congressx.tables import arrow_schema

ARTICLE = "Đại hội Chi bộ Thôn Đông nhiệm kỳ 2020-2022 có 31 đảng viên tham dự, đồng chí Lê Văn Bình giữ chức Bí thư Chi bộ.\n"


@pytest.fixture(scope="module")
def records() -> dict[str, type[BaseModel]]:
    return table_records()


def test_it_is_a_valid_package(records: dict[str, type[BaseModel]]) -> None:
    content = datapackage(records, dict.fromkeys(records, 3))
    package = Package.from_descriptor(json.loads(content))
    assert [resource.name for resource in package.resources] == list(records)
    for resource in package.resources:
        assert (resource.path, resource.format) == (f"{resource.name}.parquet", "parquet")
        assert [field.name for field in resource.schema.fields] == arrow_schema(records[resource.name]).names
        assert all(field.description for field in resource.schema.fields)
    assert content == datapackage(records, dict.fromkeys(records, 3))


def test_types_are_those_of_the_files(records: dict[str, type[BaseModel]]) -> None:
    arrow = {"string": "string", "integer": "int64", "number": "double", "boolean": "bool", "date": "date32[day]"}
    for record in records.values():
        for column, field in zip(columns_of(record), arrow_schema(record), strict=True):
            kind = "array" if str(field.type).startswith("list") else column.kind
            assert column.kind == kind
            assert column.kind == "array" or arrow[column.kind] == str(field.type)
            assert column.nullable == field.nullable


def test_foreign_keys(records: dict[str, type[BaseModel]]) -> None:
    package = json.loads(datapackage(records, dict.fromkeys(records, 0)))
    keys = {resource["name"]: resource["schema"].get("foreignKeys", []) for resource in package["resources"]}
    to_articles = {"fields": ["article_id"], "reference": {"resource": "articles", "fields": ["article_id"]}}
    to_meetings = {"fields": ["meeting_id"], "reference": {"resource": "meetings", "fields": ["meeting_id"]}}
    to_officials = {
        "fields": ["article_id", "name"],
        "reference": {"resource": "officials", "fields": ["article_id", "name"]},
    }
    assert keys["titles"] == [to_articles, to_meetings, to_officials]
    assert keys["kpis"] == [to_articles, to_meetings]
    assert keys["meetings"] == keys["sections"] == [to_articles]
    assert keys["articles"] == []


def test_a_table_that_is_not_there_is_no_reference(records: dict[str, type[BaseModel]]) -> None:
    some = {table: records[table] for table in ("articles", "kpis")}
    package = json.loads(datapackage(some, {"articles": 1, "kpis": 2}))
    assert [key["reference"]["resource"] for key in package["resources"][1]["schema"]["foreignKeys"]] == ["articles"]


def test_every_run_writes_it(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    out, file = tmp_path / "out", tmp_path / "out" / "datapackage.json"
    assert extract_to([tmp_path / "raw"], out).published
    package = json.loads(file.read_text(encoding="utf-8"))
    assert {r["name"]: r["rows"] for r in package["resources"]} == {
        path.stem: pq.read_metadata(path).num_rows for path in out.glob("*.parquet")
    }
    written, stamp = file.read_bytes(), file.stat().st_mtime_ns
    assert not extract_to([tmp_path / "raw"], out).published
    assert file.stat().st_mtime_ns == stamp
    for spoil in (file.unlink, lambda: file.write_bytes(b"{}")):
        spoil()
        again = extract_to([tmp_path / "raw"], out)  # written afresh, and no article is read for it
        assert (again.published, again.extracted, again.taken_over) == (True, 0, 1)
        assert file.read_bytes() == written
    extract_to([tmp_path / "raw"], out, only=["terms"])
    assert [r["name"] for r in json.loads(file.read_text(encoding="utf-8"))["resources"]] == [
        "articles", "sections", "terms", "rejections",
    ]  # fmt: skip
