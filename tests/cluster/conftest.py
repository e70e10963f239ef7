"""Articles, and a cluster on this machine: a scheduler and two workers, each a process of its own, that speak over TCP."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest


@pytest.fixture
def written() -> Callable[[int], str]:
    """The text of an article by its number."""

    def article(number: int) -> str:
        return (
            f"Đại hội Chi bộ Trạm Khuyến nông số {number}\n\n"
            f"Ngày {number % 27 + 1}/3/2020, Chi bộ Trạm Khuyến nông số {number} tổ chức Đại hội nhiệm kỳ 2020-2022. "
            f"Dự đại hội có {number + 10}/{number + 12} đảng viên. Đồng chí Lê Văn Bình, Bí thư Chi bộ chủ trì đại hội.\n"
        )

    return article


@pytest.fixture
def bytes_of() -> Callable[[Path], dict[str, bytes]]:
    """The bytes of every table in a folder."""
    return lambda folder: {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


@dataclass
class TwoWorkers:
    """A running cluster."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]
    log: Path


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoWorkers]:
    """A scheduler and two workers with one thread each."""
    if importlib.util.find_spec("distributed") is None:
        pytest.skip("the extra `cluster` is not installed")
    home = tmp_path_factory.mktemp("cluster")
    log = (home / "log").open("wb")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    place = home / "scheduler.json"

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", *arguments, "--scheduler-file", str(place), "--no-dashboard"]
        return subprocess.Popen(command, stdout=log, stderr=log, cwd=home, env=environment)

    scheduler = start("distributed.cli.dask_scheduler", "--host", "tcp://127.0.0.1", "--port", "0")
    worker = ("distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny", "--host", "tcp://127.0.0.1")
    workers = [start(*worker, "--name", name) for name in ("one", "two")]
    try:
        until = time.monotonic() + 60
        while not (place.exists() and place.read_text().endswith("}")) and time.monotonic() < until:
            time.sleep(0.05)  # the file is there before its words are
        yield TwoWorkers(json.loads(place.read_text())["address"], scheduler, workers, home / "log")
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()
        log.close()
