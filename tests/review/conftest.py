"""A small article, its rows, and decisions about them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from congressx.pipeline import extract_to
from congressx.review import DECISIONS
from congressx.review.content import EVERY_ROW

ARTICLE = (
    "Đại hội Chi bộ Trạm Khuyến nông huyện Vĩnh Thanh\n\n"
    "Ngày 12/3/2020, Chi bộ Trạm Khuyến nông huyện Vĩnh Thanh tổ chức Đại hội nhiệm kỳ 2020-2022. "
    "Dự đại hội có 24/25 đảng viên. Đồng chí Lê Văn Bình, Bí thư Chi bộ, chủ trì đại hội.\n\n"
    "Nhiệm kỳ qua, sản lượng lúa đạt 52 nghìn tấn, tăng 4,5%. Phấn đấu đến năm 2022, tỷ lệ hộ nghèo còn 3%.\n"
)
OTHER = ARTICLE.replace("Vĩnh Thanh", "Tân Hiệp").replace("12/3", "15/3").replace("Lê Văn Bình", "Trần Thị Lụa")

Rows = list[dict[str, Any]]


def plain(value: Any) -> Any:
    """A cell as JSON has it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


class Folder:
    """An output folder, its sources, and decisions as the report page writes them."""

    def __init__(self, path: Path) -> None:
        self.raw = path / "raw"
        self.out = path / "out"
        self.raw.mkdir()

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            (self.raw / f"{name}.txt").write_text(text, encoding="utf-8")

    def extract(self, **orders: Any) -> Any:
        return extract_to([self.raw], self.out, **orders)

    def rows(self, table: str, **having: Any) -> Rows:
        rows = pq.read_table(self.out / f"{table}.parquet").to_pylist()
        return [row for row in rows if all(row[name] == value for name, value in having.items())]

    def row(self, table: str, **having: Any) -> dict[str, Any]:
        [row] = self.rows(table, **having)
        return row

    @property
    def stored(self) -> Rows:
        decisions: Rows = json.loads((self.out / DECISIONS).read_text(encoding="utf-8"))["decisions"]
        return decisions

    def tables(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.out.glob("*.parquet"))}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Two articles, extracted."""
    made = Folder(tmp_path)
    made.write(a=ARTICLE, b=OTHER)
    made.extract()
    return made


Decide = Callable[..., dict[str, Any]]


def decided(table: str, row: dict[str, Any], verdict: str, **more: Any) -> dict[str, Any]:
    """The entry of a decision about a row of a table."""
    return {
        "verdict": verdict,
        "table": table,
        "article_id": row["article_id"],
        "row": {name: plain(value) for name, value in row.items() if name not in EVERY_ROW},
        "evidence": {name: row[name] for name in ("quote", "sentence", "start", "stop")},
        "correction": None,
        "note": "",
        "decided_at": "2026-11-25T22:30:00Z",
        **more,
    }


def file_of(*entries: dict[str, Any]) -> bytes:
    """A file of decisions as it is downloaded."""
    content = {"format": "congressx-decisions", "version": 1, "decisions": list(entries)}
    return json.dumps(content, ensure_ascii=False).encode()


@pytest.fixture
def decide() -> Decide:
    return decided


@pytest.fixture
def as_file() -> Callable[..., bytes]:
    return file_of
