"""docs/tables.md is what the record models say, and every field and word is explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from pydantic import BaseModel

import congressx
from congressx.dictionary import Column, Vocabulary, columns_of, tables_page, words_of
from congressx.dictionary.vocabulary import FILE, told_in
from congressx.engine import FactRecord
from congressx.pipeline import table_records

PAGE = Path("docs/tables.md")
PACKAGE = Path(next(iter(congressx.__path__)))


@pytest.fixture(scope="module")
def records() -> dict[str, type[BaseModel]]:
    return table_records()


def _columns(records: dict[str, type[BaseModel]]) -> Iterator[tuple[str, Column]]:
    for table, record in records.items():
        for column in columns_of(record):
            yield f"{table}.{column.name}", column


def _vocabularies(records: dict[str, type[BaseModel]]) -> set[Vocabulary]:
    return {column.vocabulary for _, column in _columns(records) if column.vocabulary}


def test_the_page_is_not_stale(records: dict[str, type[BaseModel]]) -> None:
    """All but the examples, which a new rule may change."""
    example = re.compile(r"^(\| `\w+` \| (?:text|whole|number|true|date|list).*) \| (?:`[^`]*`)? \|$", re.MULTILINE)
    now, then = tables_page(records, FactRecord, {}), PAGE.read_text(encoding="utf-8")
    assert example.sub(r"\1", then) == example.sub(r"\1", now), "run `make dictionary`"


def test_most_columns_have_an_example() -> None:
    lines = re.findall(
        r"^\| `\w+` \| (?:text|whole|number|true|date|list).*\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    without = [line for line in lines if line.endswith("|  |")]
    assert len(lines) > 80
    assert len(without) < len(lines) / 8, without


def test_every_field_is_described(records: dict[str, type[BaseModel]]) -> None:
    assert all(record.__doc__ for record in records.values())
    assert [name for name, column in _columns(records) if not column.description.endswith((".", "…"))] == []


def test_every_number_has_a_unit_or_says_what_it_is(records: dict[str, type[BaseModel]]) -> None:
    without = {
        column.name for _, column in _columns(records) if column.kind in {"integer", "number"} and not column.unit
    }
    assert without <= {"ordinal", "term_start", "term_end", "start_year", "end_year"}  # years and places in a row


def test_every_word_is_explained(records: dict[str, type[BaseModel]]) -> None:
    nameless = [
        (vocabulary.name, word.value)
        for vocabulary in _vocabularies(records)
        for word in words_of(vocabulary)
        if not word.meaning
    ]
    assert nameless == [], f"write them down in {FILE} of the folder"


def test_no_word_is_explained_that_is_none(records: dict[str, type[BaseModel]]) -> None:
    known = {(v.package, v.name, value) for v in _vocabularies(records) for value in v.values}
    for path in PACKAGE.rglob(FILE):
        package = ".".join(("congressx", *path.parent.relative_to(PACKAGE).parts))
        assert files(package).joinpath(FILE).is_file()
        assert {(package, name, value) for name, value in told_in(package)} <= known
