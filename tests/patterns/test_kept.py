"""Compiled patterns come back as they were kept, and a file that is of no use is as good as none."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import regex

from congressx.patterns import kept
from congressx.patterns.kept import Kept, place
from congressx.patterns.requirements import requirements, spelled_clauses

YEARS = r"(?<!\d)(?P<start>\d{4})\s*-\s*(?P<end>\d{4})"
PARTY_CELL = r"(?i)chi bộ|đảng bộ"
ARTICLES = Path(__file__).parents[2] / "data" / "raw"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "patterns.pickle"


@pytest.fixture
def _nothing_compiles(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(regex, "compile", refuse)


def _keep(path: Path, *patterns: str) -> None:
    first = Kept(path)
    for pattern in patterns:
        first.compiled(pattern, regex.UNICODE)
        first.requirements(pattern, regex.UNICODE)
    first.keep()


@pytest.mark.parametrize("text", ["nhiệm kỳ 2020 - 2025", "Chi bộ 3 và Đảng bộ xã", "năm 2020"])
@pytest.mark.parametrize("pattern", [YEARS, PARTY_CELL])
def test_a_kept_pattern_matches_as_it_did(path: Path, pattern: str, text: str, request: pytest.FixtureRequest) -> None:
    fresh = regex.compile(pattern, regex.UNICODE)
    _keep(path, pattern)
    request.getfixturevalue("_nothing_compiles")
    again = Kept(path).compiled(pattern, regex.UNICODE)
    assert [(m.span(), m.groupdict()) for m in again.finditer(text)] == [
        (m.span(), m.groupdict()) for m in fresh.finditer(text)
    ]


def test_requirements_are_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _keep(path, PARTY_CELL)
    monkeypatch.setattr(kept, "requirements", None)
    again = Kept(path)
    assert again.knows_requirements(PARTY_CELL, regex.UNICODE)
    assert not again.knows_requirements(YEARS, regex.UNICODE)
    assert again.requirements(PARTY_CELL, regex.UNICODE) == spelled_clauses(requirements(PARTY_CELL, regex.UNICODE))


def test_two_processes_lose_nothing_of_one_another(path: Path) -> None:
    one, other = Kept(path), Kept(path)
    one.requirements(YEARS, 0)
    other.requirements(PARTY_CELL, 0)
    one.keep()
    other.keep()
    assert all(Kept(path).knows_requirements(pattern, 0) for pattern in (YEARS, PARTY_CELL))


@pytest.mark.parametrize("spoil", [lambda content: content[:-1], lambda content: b"x" + content, lambda _: b""])
def test_a_damaged_file_is_as_good_as_none_and_is_replaced(path: Path, spoil: Callable[[bytes], bytes]) -> None:
    _keep(path, YEARS)
    path.write_bytes(spoil(path.read_bytes()))
    assert not Kept(path).knows_requirements(YEARS, regex.UNICODE)
    _keep(path, YEARS)
    assert Kept(path).knows_requirements(YEARS, regex.UNICODE)


def test_where_nothing_can_be_written_patterns_work_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    nowhere = Kept(tmp_path / "file" / "patterns.pickle")
    assert nowhere.compiled(YEARS, 0).search("2015-2020")
    nowhere.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_folder_is_the_users_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.SWITCH, str(tmp_path))
    chosen = place()
    assert chosen is not None
    assert chosen.parent == tmp_path
    monkeypatch.setenv(kept.SWITCH, "off")
    assert place() is None


def test_a_file_too_large_is_begun_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _keep(path, YEARS)
    monkeypatch.setattr(kept, "_LARGEST", path.stat().st_size - 1)
    _keep(path, PARTY_CELL)
    monkeypatch.undo()
    assert Kept(path).knows_requirements(PARTY_CELL, regex.UNICODE)
    assert not Kept(path).knows_requirements(YEARS, regex.UNICODE)


def test_the_file_is_named_after_every_module_that_says_what_a_pattern_requires() -> None:
    folder = Path(kept.__file__).parent
    readers, waiting = set(), {"requirements"}
    while waiting:
        name = waiting.pop()
        readers.add(f"{name}.py")
        source = (folder / f"{name}.py").read_text(encoding="utf-8")
        imported = regex.findall(r"(?m)^from congressx\.patterns\.(\w+) import", source)
        waiting |= {module for module in imported if f"{module}.py" not in readers}
    assert readers == {name for name in kept._READER if name.endswith(".py")}


def test_patterns_are_written_alike_in_every_process(tmp_path: Path) -> None:
    """A pattern made of a set would differ with the seed of hashes, be compiled in every run and make the file grow."""
    sources = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        command = [
            sys.executable,
            "-m",
            "congressx",
            "extract",
            str(ARTICLES),
            "--out",
            str(folder / "out"),
            "--jobs",
            "1",
        ]
        environment = {**os.environ, "PYTHONHASHSEED": seed, kept.SWITCH: str(folder)}
        subprocess.run(command, env=environment, check=True, capture_output=True)
        [file] = folder.glob("patterns-*.pickle")
        patterns, _ = pickle.loads(file.read_bytes()[kept._DIGEST_SIZE :])
        sources.append(set(patterns))
    assert sources[0] == sources[1]
