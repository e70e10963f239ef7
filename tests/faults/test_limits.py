"""Full disks, file-size limits, folders that cannot be written, two runs at once, signals: a clear message, the tables as before."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import congressx
from congressx.errors import OutputError
from congressx.output import held
from congressx.pipeline import extract_to

Bytes = Callable[[Path], dict[str, bytes]]
Written = Callable[[int], str]

ROOT = os.geteuid() == 0


def _command(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "congressx", "extract", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def _refused(run: subprocess.CompletedProcess[str], said: str) -> None:
    assert run.returncode == 2, run.stderr
    assert said in run.stderr
    assert "Traceback" not in run.stderr


def test_file_size_limit(raw10: Path, tmp_path: Path, bytes_of: Bytes, written: Written) -> None:
    extract_to([raw10], tmp_path / "out")
    before = bytes_of(tmp_path / "out")
    (raw10 / "11.txt").write_text(written(11), encoding="utf-8")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))  # noqa: E731
    _refused(_command(raw10, "--out", tmp_path / "out", preexec_fn=limit), "ulimit -f")
    assert bytes_of(tmp_path / "out") == before
    assert extract_to([raw10], tmp_path / "out").published


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 200 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not ROOT or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk], check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run(["umount", "-l", disk], check=False)


def test_full_disk(raw10: Path, small_disk: Path, bytes_of: Bytes, written: Written) -> None:
    extract_to([raw10], small_disk / "out")
    before = bytes_of(small_disk / "out")
    (small_disk / "fill").write_bytes(bytes(20_000))
    (raw10 / "11.txt").write_text(written(11), encoding="utf-8")
    _refused(_command(raw10, "--out", small_disk / "out", "--force"), "no space is left on the disk")
    assert bytes_of(small_disk / "out") == before
    (small_disk / "fill").unlink()
    assert not list((small_disk / "out").glob(".writing-*"))


def test_read_only_folder(raw10: Path, small_disk: Path, bytes_of: Bytes) -> None:
    extract_to([raw10], small_disk / "out", only=["terms"])
    before = bytes_of(small_disk / "out")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    _refused(_command(raw10, "--out", small_disk / "out"), "choose another folder with --out")
    assert bytes_of(small_disk / "out") == before
    assert len(congressx.load(small_disk / "out").articles) == 10


def test_out_is_a_file_or_below_one(raw10: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    _refused(_command(raw10, "--out", tmp_path / "file"), "not a folder; choose another folder with --out")
    _refused(_command(raw10, "--out", tmp_path / "file" / "out"), "not a folder; choose another folder with --out")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_folder_stands_where_a_table_goes(raw10: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "terms.parquet").mkdir(parents=True)
    with pytest.raises(OutputError, match="not a folder; choose another"):
        extract_to([raw10], tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").glob("*.parquet")) == ["terms.parquet"]


@pytest.mark.parametrize("at", [0, 4, 10])
def test_vanishing_folder(at: int, raw10: Path, tmp_path: Path, small_batches: None) -> None:
    def vanish(done: int, total: int) -> None:
        if done == at:
            shutil.rmtree(tmp_path / "out")

    with pytest.raises(OutputError, match="the folder vanished while it was written; run again"):
        extract_to([raw10], tmp_path / "out", progress=vanish)
    assert extract_to([raw10], tmp_path / "out").rows["articles"] == 10


def test_two_runs_at_once(raw10: Path, tmp_path: Path) -> None:
    extract_to([raw10], tmp_path / "out")
    with held(tmp_path / "out"):
        _refused(_command(raw10, "--out", tmp_path / "out"), "another congressx run is writing here; wait")
    assert _command(raw10, "--out", tmp_path / "out").returncode == 0


def test_a_dead_run_does_not_block(raw10: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / ".writing-dead").mkdir(parents=True)
    (tmp_path / "out" / ".lock").touch()
    assert _command(raw10, "--out", tmp_path / "out").returncode == 0
    assert not (tmp_path / "out" / ".writing-dead").exists()


@contextmanager
def _running(raw: Path, out: Path, *options: str | Path) -> Iterator[subprocess.Popen[str]]:
    """The program, some batches into its work."""
    command = [sys.executable, "-m", "congressx", "extract", str(raw), "--out", str(out), *map(str, options)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        for _ in range(6000):
            if (out / ".unfinished").exists() or program.poll() is not None:
                break
            time.sleep(0.01)
        yield program


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
def test_signals(name: signal.Signals, tmp_path: Path, written: Written, bytes_of: Bytes) -> None:
    (tmp_path / "raw").mkdir()
    for number in range(400):
        (tmp_path / "raw" / f"{number:03}.txt").write_text(written(number), encoding="utf-8")
    with _running(tmp_path / "raw", tmp_path / "out") as program:
        program.send_signal(name)
        said = program.communicate(timeout=120)[1]
    assert program.returncode == 130, said
    assert "run the same command again to go on from here" in said
    assert "Traceback" not in said
    assert bytes_of(tmp_path / "out") == {}
    again = extract_to([tmp_path / "raw"], tmp_path / "out")
    assert again.taken_over >= 64
    extract_to([tmp_path / "raw"], tmp_path / "scratch")
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "scratch")
