"""Folders of small articles, and what is needed to compare what came of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import congressx.pipeline.run

HEADS = ("Trạm Khuyến nông", "Trường Tiểu học Kim Sơn", "Hợp tác xã Bình Minh", "Phòng Tài chính")


def article(number: int) -> str:
    """An article of a few sentences; no two numbers give the same."""
    head = HEADS[number % len(HEADS)]
    return (
        f"Đại hội Chi bộ {head} {number}\n\n"
        f"Ngày {number % 27 + 1}/3/2020, Chi bộ {head} tổ chức Đại hội nhiệm kỳ 2020-2022. "
        f"Dự đại hội có {number + 10}/{number + 12} đảng viên. Đồng chí Lê Văn Bình, Bí thư Chi bộ chủ trì đại hội.\n"
    )


def tables_in(folder: Path) -> dict[str, bytes]:
    """The bytes of every table."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several batches, though the folder is small."""
    monkeypatch.setattr(congressx.pipeline.run, "BATCH", 4)


@pytest.fixture
def raw10(tmp_path: Path) -> Path:
    """A folder of ten articles."""
    folder = tmp_path / "raw"
    folder.mkdir()
    for number in range(10):
        (folder / f"{number:02}.txt").write_text(article(number), encoding="utf-8")
    return folder


@pytest.fixture
def written() -> Callable[[int], str]:
    """The text of an article by its number."""
    return article


@pytest.fixture
def bytes_of() -> Callable[[Path], dict[str, bytes]]:
    """The bytes of every table in a folder."""
    return tables_in
