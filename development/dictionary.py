"""Writes docs/tables.md, the data dictionary, from the record models and the articles in data/raw: `make dictionary`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pyarrow.parquet as pq

from congressx.dictionary import tables_page
from congressx.dictionary.examples import examples_of
from congressx.engine import FactRecord
from congressx.pipeline import extract_to, table_records

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "tables.md"


def main() -> int:
    """Extracts the sample articles into a folder that is thrown away, and writes the page."""
    records = table_records()
    with tempfile.TemporaryDirectory() as folder:
        extract_to([ROOT / "data" / "raw"], folder)
        rows = {table: pq.read_table(Path(folder, f"{table}.parquet")).to_pylist() for table in records}
    for row in [*rows["articles"], *rows["rejections"]]:  # where this checkout stands is no example
        row["source"] = (
            Path(row["source"]).relative_to(ROOT).as_posix() if row["source"].startswith("/") else row["source"]
        )
    PAGE.write_text(tables_page(records, FactRecord, examples_of(rows)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
