"""Every gazetteer of the package is a clean file: an origin first, then sorted lines without doubles, in NFC."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

import congressx

PACKAGE = Path(next(iter(congressx.__path__)))
GAZETTEERS = sorted(path for pattern in ("*.txt", "*.tsv") for path in PACKAGE.rglob(pattern))


@pytest.mark.parametrize("path", GAZETTEERS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_gazetteer_is_clean(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    origin, *lines = text.removesuffix("\n").split("\n")
    entries = [line for line in lines if not line.startswith("#")]
    assert origin.startswith("# "), "the first line is a comment that says where the entries come from"
    assert entries, "a gazetteer holds something"
    assert text == unicodedata.normalize("NFC", text), "letters are composed (NFC)"
    assert entries == sorted(entries), "lines are sorted by code point"
    assert len(entries) == len(set(entries)), "no line stands twice"
    assert all(line == line.strip(" ") and "  " not in line for line in entries), "no stray blanks"


@pytest.mark.parametrize("path", [path for path in GAZETTEERS if path.suffix == ".tsv"], ids=lambda path: path.name)
def test_a_table_has_as_many_columns_in_every_line(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len({line.count("\t") for line in lines}) == 1


def test_there_are_gazetteers() -> None:
    assert GAZETTEERS
