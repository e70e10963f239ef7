"""A folder of everything there is, processes for small runs, and a kind that harms whoever reads it."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import congressx.extractors
import congressx.pipeline.hands.crew
import congressx.pipeline.hands.jobs
import congressx.pipeline.run

RAW = Path(__file__).parent.parent.parent / "data" / "raw"

HARM = {
    "__init__.py": '''"""Words that harm: `tiến trình hãy chết`, `tiến trình hãy quay`."""

import sys

from congressx.engine import Extractor
from congressx.extractors.harm.record import HarmRecord
from congressx.extractors.harm.rules import RULES

sys.modules["congressx.engine.run"].LIMIT = 2.0
EXTRACTOR = Extractor("harm", RULES, {"harm": HarmRecord})
''',
    "record.py": '''from congressx.engine import FactRecord


class HarmRecord(FactRecord):
    """What harmed."""

    what: str
''',
    "rules.py": """import os
import signal
from pathlib import Path

from congressx.engine import Draft, Reading, Rule


def _harm(reading: Reading) -> Draft:
    what = reading.words("what")
    if what == "chết":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "ốm" and not (mark := Path(__file__).with_name("died")).exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    while what == "quay":
        pass
    return Draft({"what": what})


RULES = (Rule("harm.word", r"tiến trình hãy (?P<what>chết|ốm|quay|sống)", _harm, cues=("tiến trình",)),)
""",
}


@pytest.fixture
def harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A kind whose rules kill or hold up their process."""
    folder = tmp_path / "kinds" / "harm"
    folder.mkdir(parents=True)
    for name, content in HARM.items():
        (folder / name).write_text(content, encoding="utf-8")
    congressx.extractors.__path__.append(str(tmp_path / "kinds"))
    congressx.extractors.all_extractors.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(sys.modules["congressx.engine.run"], "LIMIT", 2.0)
        yield
    congressx.extractors.__path__.remove(str(tmp_path / "kinds"))
    congressx.extractors.all_extractors.cache_clear()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are started for the first batch, and batches are small."""
    monkeypatch.setattr(congressx.pipeline.hands.jobs, "WORTH_IT", 0)
    monkeypatch.setattr(congressx.pipeline.hands.crew, "_FILES", 3)
    monkeypatch.setattr(congressx.pipeline.run, "BATCH", 4)


def article(number: int) -> str:
    """An article of a few sentences; no two numbers give the same."""
    return (
        f"Đại hội Chi bộ Trường Tiểu học số {number}\n\n"
        f"Ngày {number % 27 + 1}/3/2020, Chi bộ Trường Tiểu học số {number} tổ chức Đại hội nhiệm kỳ 2020-2022. "
        f"Dự đại hội có {number + 10}/{number + 12} đảng viên. Đồng chí Lê Văn Bình, Bí thư Chi bộ chủ trì đại hội.\n"
    )


@pytest.fixture
def written() -> Callable[[int], str]:
    """The text of an article by its number."""
    return article


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Texts, a page, data sets under right and wrong names, twins, and what cannot be read."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number:02}.txt").write_text(article(number), encoding="utf-8")
    for file in sorted(RAW.iterdir())[:4]:
        shutil.copy(file, folder / f"raw-{file.name}")
    rows = [json.dumps({"text": article(number), "title": f"Tin {number}"}) for number in range(20, 31)]
    (folder / "05-set.jsonl").write_text("\n".join([*rows[:6], "{no JSON", *rows[6:]]) + "\n", encoding="utf-8")
    (folder / "06-set-in-disguise.txt").write_text("\n".join(rows[:2]) + "\n", encoding="utf-8")
    (folder / "07.html").write_text(
        f"<html><head><title>Tin 40</title></head><body><article><h1>Tin 40</h1><p>{article(40)}</p></article></body></html>",
        encoding="utf-8",
    )
    (folder / "07-twin.txt").write_text(article(3), encoding="utf-8")
    (folder / "08-empty.txt").touch()
    (folder / "08-odd.txt").write_bytes(b"\x00\x01\x02 abc")
    return folder


def tables_in(folder: Path) -> dict[str, bytes]:
    """The bytes of every table."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


@pytest.fixture
def bytes_of() -> Callable[[Path], dict[str, bytes]]:
    """The bytes of every table in a folder."""
    return tables_in
