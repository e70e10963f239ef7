"""Several processes write the bytes of one, whatever happens to them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import congressx.pipeline.hands.jobs
import congressx.pipeline.hands.workers
from congressx.pipeline import StoppedError, extract_to
from congressx.pipeline.cores import cores

Bytes = Callable[[Path], dict[str, bytes]]
Written = Callable[[int], str]


def _inputs(out: Path) -> list[object]:
    """What the manifest says of the inputs, but for their stamps: a file may be too young for one."""
    found = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["inputs"]
    return [entry | {"stamp": None} for entry in found]


@pytest.mark.usefixtures("at_once")
def test_same_bytes_as_one_process(mixed: Path, tmp_path: Path, bytes_of: Bytes, written: Written) -> None:
    one = extract_to([mixed], tmp_path / "one")
    two = extract_to([mixed], tmp_path / "two", jobs=2)
    assert bytes_of(tmp_path / "two") == bytes_of(tmp_path / "one")
    assert _inputs(tmp_path / "two") == _inputs(tmp_path / "one")
    assert (two.rows, two.rejected, two.extracted) == (one.rows, one.rejected, one.extracted)
    assert list(map(str, two.problems)) == list(map(str, one.problems))
    assert not extract_to([mixed], tmp_path / "two", jobs=2).published

    (mixed / "00-new.txt").write_text(written(50), encoding="utf-8")
    (mixed / "03.txt").unlink()  # its twin takes its place
    (mixed / "05-set.jsonl").write_text(json.dumps({"text": written(51)}), encoding="utf-8")
    again = extract_to([mixed], tmp_path / "two", jobs=2)
    extract_to([mixed], tmp_path / "scratch")
    assert again.extracted == 2
    assert bytes_of(tmp_path / "two") == bytes_of(tmp_path / "scratch")


@pytest.mark.usefixtures("at_once")
def test_a_stopped_run_keeps_what_was_begun(mixed: Path, tmp_path: Path, bytes_of: Bytes) -> None:
    asked = iter(range(1000))
    with pytest.raises(StoppedError, match="run the same command again"):
        extract_to([mixed], tmp_path / "out", jobs=2, stop=lambda: next(asked) > 20)
    assert bytes_of(tmp_path / "out") == {}
    again = extract_to([mixed], tmp_path / "out")
    assert again.taken_over >= 4
    extract_to([mixed], tmp_path / "scratch")
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "scratch")


def _write(folder: Path, words: dict[str, str], written: Written) -> None:
    folder.mkdir()
    for number, (name, word) in enumerate(words.items()):
        said = f"Có người nói: tiến trình hãy {word} trong ngày hôm nay ở đây.\n" if word else ""
        (folder / f"{name}.txt").write_text(written(number) + said, encoding="utf-8")


@pytest.mark.usefixtures("harm", "at_once")
def test_what_kills_a_process_costs_its_article(
    tmp_path: Path, written: Written, bytes_of: Bytes, caplog: pytest.LogCaptureFixture
) -> None:
    words = {"a": "", "b": "sống", "c": "chết", "d": "", "e": "quay", "f": "", "g": "", "h": "ốm", "i": "sống"}
    _write(tmp_path / "raw", words, written)
    summary = extract_to([tmp_path / "raw"], tmp_path / "out", jobs=2)
    assert [(Path(source).stem, error.reason) for source, error in summary.problems] == [("c", "worker_died")]
    assert "c.txt: the process that read it died twice (killed by signal 9)" in str(summary.problems[0][1])
    assert summary.lost
    assert summary.rows["articles"] == 8
    assert summary.rows["harm"] == 3
    assert summary.rejected["harm", "overrun"] == 1
    assert "the process that read this died (killed by signal 9); it is begun once more" in caplog.text
    _write(tmp_path / "well", {name: word for name, word in words.items() if name != "c"}, written)
    (tmp_path / "raw" / "c.txt").unlink()
    assert extract_to([tmp_path / "raw"], tmp_path / "out", jobs=2).problems == []


@pytest.mark.slow
@pytest.mark.usefixtures("at_once")
def test_a_file_whose_reading_kills_is_named(tmp_path: Path, written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    boot = "import congressx.pipeline.found as f, os; real = f.read_articles\n"
    deadly = "def read(source, reading):\n    if '05.txt' in source: os._exit(3)\n    return real(source, reading)\n"
    first, last = congressx.pipeline.hands.workers.BOOT.split("from congressx", 1)
    monkeypatch.setattr(
        congressx.pipeline.hands.workers, "BOOT", f"{first}\n{boot}{deadly}f.read_articles = read\nfrom congressx{last}"
    )
    _write(tmp_path / "raw", {f"{number:02}": "" for number in range(10)}, written)
    summary = extract_to([tmp_path / "raw"], tmp_path / "out", jobs=1 + 1)
    assert [(Path(source).name, error.reason) for source, error in summary.problems] == [("05.txt", "worker_died")]
    assert "ended with code 3" in str(summary.problems[0][1])
    assert summary.rows["articles"] == 9
    again = extract_to([tmp_path / "raw"], tmp_path / "out")
    assert (again.problems, again.rows["articles"], again.extracted) == ([], 10, 1)


def test_small_inputs_start_no_process(mixed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(congressx.pipeline.hands.jobs, "Workers", None)
    assert extract_to([mixed], tmp_path / "out", jobs=8).published


def test_cores() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


SCRIPT = """
import sys
import congressx.cli, congressx.pipeline.hands.jobs, congressx.pipeline.run
congressx.pipeline.hands.jobs.WORTH_IT = 0
congressx.pipeline.run.BATCH = 8
sys.argv = ['congressx', 'extract', *sys.argv[1:]]
congressx.cli.app()
"""


def _children(of: int) -> list[int]:
    return [int(child) for task in Path(f"/proc/{of}/task").glob("*/children") for child in task.read_text().split()]


def _is_alive(process: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux says which processes there are")
@pytest.mark.parametrize("name", [signal.SIGINT, pytest.param(signal.SIGKILL, marks=pytest.mark.slow)])
def test_signals(name: signal.Signals, tmp_path: Path, written: Written, bytes_of: Bytes) -> None:
    """Ctrl-C goes to all processes and only one answers it; when that one is killed, the others do not stay."""
    _write(tmp_path / "raw", {f"{number:03}": "" for number in range(300)}, written)
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "raw"), "--out", str(tmp_path / "out"), "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as program:
        until = time.monotonic() + 60
        while not (tmp_path / "out" / ".unfinished").exists() and time.monotonic() < until:
            time.sleep(0.01)
        workers = _children(program.pid)
        if name is signal.SIGINT:
            os.killpg(program.pid, name)
        else:
            program.kill()
        said = program.communicate(timeout=60)[1]
    assert len(workers) == 2
    until = time.monotonic() + 20
    while any(map(_is_alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_is_alive, workers))
    assert bytes_of(tmp_path / "out") == {}
    assert "Traceback" not in said
    if name is signal.SIGINT:
        assert program.returncode == 130, said
        assert "run the same command again to go on from here" in said
    again = extract_to([tmp_path / "raw"], tmp_path / "out")
    assert again.taken_over >= 8
    assert again.rows["articles"] == 300
