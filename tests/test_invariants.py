"""What holds for every row of every table, whatever the article."""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import time_machine

import congressx
from congressx.extractors import all_extractors
from congressx.pipeline import extract_to, fact_records, table_records

CLOCKS = ("1999-12-31", "2031-07-01")


@pytest.fixture(scope="module")
def tables(raw: Path) -> congressx.tables.Tables:
    return congressx.extract(raw)


def test_every_quote_stands_where_it_says(tables: congressx.tables.Tables) -> None:
    texts = dict(zip(tables.articles.article_id, tables.articles.text, strict=True))
    rows = 0
    for table in fact_records(all_extractors()):
        for row in tables[table].itertuples():
            assert texts[row.article_id][row.start : row.stop] == row.quote, (table, row)
            assert row.quote in row.sentence or row.sentence in texts[row.article_id]
            rows += 1
    assert rows > 500


def test_every_rejection_stands_where_it_says(tables: congressx.tables.Tables) -> None:
    texts = dict(zip(tables.articles.article_id, tables.articles.text, strict=True))
    quoted = tables.rejections.dropna(subset=["quote"])
    for row in quoted.itertuples():
        assert texts[row.article_id][row.start : row.stop] == row.quote


def test_facts_come_only_from_sections_that_carry_them(tables: congressx.tables.Tables) -> None:
    for table in fact_records(all_extractors()):
        assert set(tables[table].section.dropna()) <= {"title", "lead", "body", "caption"}


def test_every_meeting_id_is_a_meeting(tables: congressx.tables.Tables) -> None:
    meetings = set(tables.meetings.meeting_id)
    assert tables.meetings.meeting_id.is_unique
    for table in fact_records(all_extractors()):
        assert set(tables[table].meeting_id.dropna()) <= meetings


def test_every_title_has_its_person(tables: congressx.tables.Tables) -> None:
    persons = set(zip(tables.officials.article_id, tables.officials.name, strict=True))
    assert set(zip(tables.titles.article_id, tables.titles.name, strict=True)) <= persons


def test_same_bytes_whatever_the_order(raw: Path, tmp_path: Path) -> None:
    files = sorted(raw.glob("*.txt"))
    shuffled = random.Random(7).sample(files, len(files))
    extract_to(files, tmp_path / "sorted")
    extract_to([*shuffled, *files[:3]], tmp_path / "shuffled")
    for table in table_records():
        name = f"{table}.parquet"
        assert (tmp_path / "sorted" / name).read_bytes() == (tmp_path / "shuffled" / name).read_bytes(), table


@pytest.mark.parametrize("day", CLOCKS)
def test_no_clock(raw: Path, tmp_path: Path, day: str) -> None:
    """The same bytes whatever the day on which the program runs."""
    extract_to([raw], tmp_path / "now")
    with time_machine.travel(day, tick=False):
        extract_to([raw], tmp_path / "then")
    for table in table_records():
        name = f"{table}.parquet"
        assert (tmp_path / "now" / name).read_bytes() == (tmp_path / "then" / name).read_bytes(), table


def test_schemas_do_not_depend_on_rows(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_text(
        "Trời hôm nay nắng đẹp và gió nhẹ trên khắp các vùng quê.", encoding="utf-8"
    )
    extract_to([tmp_path / "in"], tmp_path / "few")
    extract_to([raw], tmp_path / "many")
    for table in table_records():
        name = f"{table}.parquet"
        assert pq.read_schema(tmp_path / "few" / name) == pq.read_schema(tmp_path / "many" / name), table
