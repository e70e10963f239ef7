"""The workers of a cluster write the bytes of this machine, also when one of them is killed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import congressx.pipeline.hands.crew
import congressx.pipeline.run
from congressx.errors import CongressxError
from congressx.pipeline import StoppedError, extract_to

Bytes = Callable[[Path], dict[str, bytes]]
Written = Callable[[int], str]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several tasks, though the folders are small."""
    monkeypatch.setattr(congressx.pipeline.run, "BATCH", 4)
    monkeypatch.setattr(congressx.pipeline.hands.crew, "_FILES", 5)
    monkeypatch.setattr(congressx.pipeline.hands.crew, "_ROWS", 6)


def _write(folder: Path, written: Written) -> Path:
    folder.mkdir()
    for number in range(24):
        (folder / f"{number:02}.txt").write_text(written(number), encoding="utf-8")
    rows = [json.dumps({"text": written(number)}) for number in range(100, 120)]
    (folder / "10-set.jsonl").write_text("\n".join([*rows[:9], "{no JSON", *rows[9:]]), encoding="utf-8")
    (folder / "11-disguise.txt").write_text("\n".join(rows[3:5]), encoding="utf-8")  # twins, too
    (folder / "12-empty.txt").touch()
    return folder


def test_a_worker_is_killed_in_mid_run(tmp_path: Path, written: Written, bytes_of: Bytes, cluster) -> None:  # type: ignore[no-untyped-def]
    raw = _write(tmp_path / "raw", written)
    killed: list[int] = []

    def kill(done: int, total: int) -> None:
        if done >= 8 and not killed:
            cluster.workers[0].kill()
            killed.append(done)

    summary = extract_to([raw.as_uri()], tmp_path / "out", cluster=cluster.address, progress=kill)
    local = extract_to([raw.as_uri()], tmp_path / "local")
    assert killed[0] < 44 == summary.rows["articles"]
    assert cluster.workers[0].wait() == -9
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "local")
    assert [str(error) for _, error in summary.problems] == [str(error) for _, error in local.problems]
    print(f"worker killed after {killed[0]} of 44 articles; {len(bytes_of(tmp_path / 'out'))} tables, bytes equal")


@pytest.mark.slow
def test_workers_keep_parts_and_a_stopped_run_goes_on(  # type: ignore[no-untyped-def]
    tmp_path: Path, written: Written, bytes_of: Bytes, cluster
) -> None:
    raw, out = _write(tmp_path / "raw", written), tmp_path / "out"
    done: list[int] = []
    with pytest.raises(StoppedError):
        extract_to(
            [raw.as_uri()], out.as_uri(), cluster=cluster.address,
            progress=lambda count, _: done.append(count), stop=lambda: done[-1:] > [8],
        )  # fmt: skip
    assert list((out / ".unfinished").glob("*.rows"))
    again = extract_to([raw.as_uri()], out.as_uri(), cluster=cluster.address)
    assert again.taken_over >= 8
    extract_to([raw.as_uri()], tmp_path / "local")
    assert bytes_of(out) == bytes_of(tmp_path / "local")
    assert not (out / ".unfinished").exists() or not list((out / ".unfinished").iterdir())
    assert not extract_to([raw.as_uri()], out.as_uri(), cluster=cluster.address).published
    extract_to([raw], tmp_path / "by-path", cluster=cluster.address)  # read here, extracted there
    extract_to([raw], tmp_path / "by-path-here")
    assert bytes_of(tmp_path / "by-path") == bytes_of(tmp_path / "by-path-here")


@pytest.mark.slow
def test_a_lost_cluster_is_told(tmp_path: Path, written: Written, cluster) -> None:  # type: ignore[no-untyped-def]
    raw = _write(tmp_path / "raw", written)

    def kill(done: int, total: int) -> None:
        if done >= 8:
            cluster.scheduler.kill()

    with pytest.raises(CongressxError, match=r"the cluster is lost .*; what was read is kept"):
        extract_to([raw.as_uri()], tmp_path / "out", cluster=cluster.address, progress=kill)
    assert extract_to([raw.as_uri()], tmp_path / "out").taken_over >= 8


def test_no_scheduler(tmp_path: Path, written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    monkeypatch.setattr("congressx.pipeline.hands.cluster._CONNECT", 0.5)
    (tmp_path / "a.txt").write_text(written(1), encoding="utf-8")
    with pytest.raises(CongressxError, match=r"tcp://127\.0\.0\.1:9: no scheduler answers"):
        extract_to([tmp_path / "a.txt"], tmp_path / "out", cluster="tcp://127.0.0.1:9")
