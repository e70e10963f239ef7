"""Killed at any moment, the folder holds the last good state, and the next run completes with the bytes of a run from scratch."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest

import congressx
from congressx.pipeline import extract_to

Bytes = Callable[[Path], dict[str, bytes]]
Written = Callable[[int], str]

DONE = 0


def _in_a_child(work: Callable[[], object]) -> int:
    """Starts `work` in a child of this process, where everything is imported already."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(DONE)
    return child


def _end_of(child: int) -> int:
    return os.waitpid(child, 0)[1]


class _Folders:
    """An input folder in one of two states, the tables of either from scratch, and an output folder that is killed."""

    def __init__(self, home: Path, written: Written, bytes_of: Bytes) -> None:
        self.raw, self.out = home / "raw", home / "out"
        self._written, self._bytes_of = written, bytes_of
        self.raw.mkdir()
        self.wanted = {}
        for state in (0, 1):
            self.turn(state)
            extract_to([self.raw], home / f"scratch-{state}")
            self.wanted[state] = bytes_of(home / f"scratch-{state}")

    def turn(self, state: int) -> None:
        """Between the states files change, come and go, in front and at the end."""
        shutil.rmtree(self.raw)
        self.raw.mkdir()
        for number in range(14):
            changed = 100 * state if number % 3 == 0 else 0
            if (number + state) % 7:
                (self.raw / f"{number:02}.txt").write_text(self._written(number + changed), encoding="utf-8")

    def states(self) -> list[int]:
        """The states whose tables the folder holds, after `load` was asked for them."""
        frames = congressx.load(self.out)
        articles = set(frames.articles.article_id)
        assert all(set(frame.article_id.dropna()) <= articles for frame in frames.values() if "article_id" in frame)
        found = self._bytes_of(self.out)
        return [state for state, wanted in self.wanted.items() if wanted == found]

    def extract(self) -> None:
        """A run in this process."""
        extract_to([self.raw], self.out)


@pytest.fixture
def folders(tmp_path: Path, written: Written, bytes_of: Bytes, small_batches: None) -> _Folders:
    return _Folders(tmp_path, written, bytes_of)


def _time_of_a_run(folders: _Folders) -> float:
    folders.turn(0)
    folders.extract()
    folders.turn(1)
    begun = time.monotonic()
    assert _end_of(_in_a_child(folders.extract)) == DONE
    return time.monotonic() - begun


def _kill_and_complete(folders: _Folders, kills: int, moments: Iterator[float]) -> tuple[int, int, int]:
    """(tries, kills of a running program, kills after which the new tables stood), until there were `kills` of a running one.

    Moments are shares of the time of a run.
    """
    lasts = _time_of_a_run(folders)
    state, tries, met, renewed = 1, 0, 0, 0
    while met < kills:
        state, tries = 1 - state, tries + 1
        folders.turn(state)
        child = _in_a_child(folders.extract)
        time.sleep(next(moments) * lasts)
        os.kill(child, signal.SIGKILL)
        met += os.WIFSIGNALED(_end_of(child))
        assert folders.states() in ([state], [1 - state])
        renewed += folders.states() == [state]
        assert _end_of(_in_a_child(folders.extract)) == DONE
        assert folders.states() == [state]
        assert {path.name for path in folders.out.iterdir() if path.suffix != ".parquet"} == {
            ".lock",
            "datapackage.json",
            "manifest.json",
        }
    return tries, met, renewed


def test_a_few_kills(folders: _Folders) -> None:
    _kill_and_complete(folders, 4, cycle((0.1, 0.4, 0.6, 0.8)))


@pytest.mark.slow
def test_many_kills(folders: _Folders) -> None:
    kills = int(os.environ.get("KILLS", "250"))
    chance = random.Random(int(os.environ.get("SEED", "20261125")))
    moments = iter(chance.random, -1.0)
    tries, met, renewed = _kill_and_complete(folders, kills, moments)
    print(f"{tries} kills, {met} of a running program, all survived; after {renewed} the new tables stood already")


@pytest.mark.slow
def test_many_kills_of_the_command(folders: _Folders) -> None:
    """As above, with the program itself: also killed while it starts and imports."""
    kills = int(os.environ.get("COMMAND_KILLS", "30"))
    chance = random.Random(7)
    folders.turn(0)
    folders.extract()
    command = [sys.executable, "-m", "congressx", "extract", folders.raw, "--out", folders.out, "--force"]
    begun = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    lasts = time.monotonic() - begun
    for _ in range(kills):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
            time.sleep(chance.random() * lasts)
            program.kill()
        frames = congressx.load(folders.out)
        assert len(frames.articles) > 0
        folders.extract()
    print(f"{kills} kills of the command, all survived")


STEPS = ("rename", "replace", *(pytest.param(step, marks=pytest.mark.slow) for step in ("unlink", "rmdir", "fsync")))


@pytest.mark.parametrize("step", STEPS)
def test_killed_before_every_step_of_publishing(step: str, folders: _Folders) -> None:
    """The moment that random kills seldom meet: between any two of the moves."""
    folders.turn(0)
    folders.extract()
    state, number = 0, 0
    while True:
        state, number = 1 - state, number + 1
        folders.turn(state)
        child = _in_a_child(lambda number=number: (_die_before(step, number), folders.extract()))
        survived = _end_of(child) == DONE
        assert folders.states() in ([state], [1 - state])
        folders.extract()
        assert folders.states() == [state]
        if survived:
            break
    assert number > 1


def _die_before(step: str, number: int) -> None:
    """Kills this process when the step comes for the `number`th time."""
    real, left = getattr(os, step), [number]

    def counted(*arguments: object, **named: object) -> object:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **named)

    setattr(os, step, counted)


def test_a_reader_that_may_not_write_sees_the_committed_tables(
    folders: _Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders.turn(0)
    folders.extract()
    folders.turn(1)
    child = _in_a_child(lambda: (_die_before("replace", 12), folders.extract()))
    assert _end_of(child) != DONE
    assert (folders.out / ".publishing").exists()
    monkeypatch.setattr("congressx.tables.loading.held", _refused)
    frames = congressx.load(folders.out)
    assert sorted(frames.articles.source) == sorted(path.as_posix() for path in folders.raw.iterdir())


def _refused(folder: Path) -> None:
    raise congressx.OutputError(f"{folder}: cannot be written")
