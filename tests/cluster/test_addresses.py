"""Input and output at addresses: the same tables as from and to folders."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import congressx.pipeline.run
from congressx.errors import OutputError
from congressx.pipeline import StoppedError, extract_to

fsspec = pytest.importorskip("fsspec", reason="the extra `cluster` is not installed")

Bytes = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def memory() -> Iterator[Any]:
    """A store in the memory of this process."""
    store = fsspec.filesystem("memory")
    yield store
    for name in list(store.store):
        del store.store[name]


@pytest.fixture
def folder(tmp_path: Path, written: Callable[[int], str], memory: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a few articles, and the same in the store below `memory://in`."""
    monkeypatch.setattr(congressx.pipeline.run, "BATCH", 4)
    (tmp_path / "raw").mkdir()
    for number in range(7):
        (tmp_path / "raw" / f"{number}.txt").write_text(written(number), encoding="utf-8")
    rows = "\n".join(json.dumps({"text": written(number)}) for number in range(10, 14))
    (tmp_path / "raw" / "set.jsonl").write_text(rows, encoding="utf-8")
    (tmp_path / "raw" / "none.txt").touch()
    (tmp_path / "raw" / "notes.odt").touch()
    for path in (tmp_path / "raw").iterdir():
        memory.pipe_file(f"/in/{path.name}", path.read_bytes())
    return tmp_path / "raw"


def _tables_at(memory: Any, place: str) -> dict[str, bytes]:
    return {name.rpartition("/")[2]: memory.cat(name) for name in memory.find(place) if name.endswith(".parquet")}


def test_from_a_store_to_a_store(folder: Path, tmp_path: Path, memory: Any, bytes_of: Bytes) -> None:
    first = extract_to(["memory://in"], "memory://out")
    local = extract_to(["memory://in"], tmp_path / "out")
    assert _tables_at(memory, "/out") == bytes_of(tmp_path / "out")
    assert (first.rows["articles"], dict(first.left_aside)) == (11, {".odt": 1})
    assert [str(error) for _, error in first.problems] == [str(error) for _, error in local.problems]
    assert not extract_to(["memory://in"], "memory://out").published
    assert not memory.exists("/out/.lock")
    memory.pipe_file("/in/5.txt", (folder / "6.txt").read_bytes() + b" ")
    assert extract_to(["memory://in"], "memory://out").extracted == 1
    extract_to(["memory://in"], "memory://out", only=["terms"])
    assert sorted(_tables_at(memory, "/out")) == [
        "articles.parquet",
        "rejections.parquet",
        "sections.parquet",
        "terms.parquet",
    ]


def test_files_by_address_are_files(folder: Path, tmp_path: Path, bytes_of: Bytes) -> None:
    extract_to([f"{folder.as_uri()}/*.txt", (folder / "set.jsonl").as_uri()], (tmp_path / "here").as_uri())
    extract_to([folder], tmp_path / "there")
    here, there = bytes_of(tmp_path / "here"), bytes_of(tmp_path / "there")
    same = here.keys() - {"articles.parquet", "rejections.parquet"}  # which name the files
    assert {name: here[name] for name in same} == {name: there[name] for name in same}


def test_a_stopped_run_goes_on(folder: Path, tmp_path: Path, memory: Any, bytes_of: Bytes) -> None:
    asked = iter(range(1000))
    with pytest.raises(StoppedError, match=r"memory://out: stopped after \d+ of"):
        extract_to(["memory://in"], "memory://out", stop=lambda: next(asked) > 14)
    assert [name for name in memory.find("/out") if name.endswith(".rows")]
    assert extract_to(["memory://in"], "memory://out").taken_over >= 4
    extract_to(["memory://in"], tmp_path / "out")
    assert _tables_at(memory, "/out") == bytes_of(tmp_path / "out")
    assert not [name for name in memory.find("/out") if name.endswith(".rows")]


def test_a_held_address(folder: Path, memory: Any) -> None:
    memory.pipe_file("/out/.lock", json.dumps({"machine": "m", "process": 7, "since": "today"}).encode())
    with pytest.raises(
        OutputError, match=r"process 7 on m since today.*delete memory://out/\.lock if that run is dead"
    ):
        extract_to(["memory://in"], "memory://out")
    assert memory.exists("/out/.lock")


@pytest.mark.usefixtures("folder")
def test_what_is_not_there(tmp_path: Path) -> None:
    names = ["memory://nowhere", "memory://in/notes.odt", "nosuch://bucket/a", "memory://in/1.txt"]
    with pytest.raises(congressx.CongressxError, match="nosuch://bucket/a: no address that is known"):
        extract_to(names, tmp_path / "out")
    del names[2]
    summary = extract_to(names, tmp_path / "out")
    assert [(source, error.reason) for source, error in summary.problems][:1] == [("memory://nowhere", "missing")]
    assert summary.rows["articles"] == 1
