"""`congressx review apply` as a user runs it: decisions hold, are marked, and what they cannot do is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from congressx.cli import app


def congressx(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "congressx", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"COLUMNS": "200"})


def invoke(*arguments: object) -> Any:
    """The same in this process, which is quicker."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "200"})


def test_extract_decide_apply_extract(folder: Any, decide: Any, as_file: Any, tmp_path: Path) -> None:
    rice, growth, poverty = folder.rows("kpis")[:3]
    lost = decide("terms", folder.rows("terms")[0], "accept")
    lost["evidence"] |= {"quote": "nhiệm kỳ 2025-2030"}
    entries = [
        decide("kpis", rice, "accept"),
        decide("kpis", growth, "reject"),
        decide("kpis", poverty, "correct", correction={"comparator": "le"}),
        lost,
    ]
    (tmp_path / "decisions.json").write_bytes(as_file(*entries))
    run = congressx("review", "apply", tmp_path / "decisions.json", "--out", folder.out)
    assert run.returncode == 1, run.stderr
    assert "decisions: 4 new; 4 are kept in" in run.stderr
    assert f"tables in {folder.out}: " in run.stderr
    assert "1 decisions could not be replayed: table rejections says which" in run.stderr
    assert [row["reviewed"] for row in folder.rows("kpis")] == ["accepted", "corrected", None, None, None]
    tables = folder.tables()

    again = congressx("extract", folder.raw, "--out", folder.out)
    assert again.returncode == 0, again.stderr
    assert "nothing changed since the last run" in again.stderr
    assert "1 decisions could not be replayed" in again.stderr
    forced = congressx("extract", folder.raw, "--out", folder.out, "--force")
    assert forced.returncode == 0
    assert folder.tables() == tables

    (tmp_path / "back.json").write_bytes(
        as_file(*(entry | {"verdict": "withdraw", "correction": None} for entry in entries))
    )
    back = congressx("review", "apply", tmp_path / "back.json", "--out", folder.out)
    assert back.returncode == 0, back.stderr
    assert "4 taken back; 0 are kept" in back.stderr
    assert [row["reviewed"] for row in folder.rows("kpis")] == [None] * 6


def test_sources_that_are_not_at_hand(folder: Any, decide: Any, as_file: Any, tmp_path: Path) -> None:
    (tmp_path / "decisions.json").write_bytes(as_file(decide("kpis", folder.rows("kpis")[0], "reject")))
    before = folder.tables()
    folder.raw.rename(tmp_path / "elsewhere")
    run = invoke("review", "apply", tmp_path / "decisions.json", "--out", folder.out)
    assert run.exit_code == 1
    assert "the decisions are kept, the tables are as they were" in run.output
    assert "where the articles are" in run.output
    assert folder.tables() == before
    assert len(folder.stored) == 1


def test_later(folder: Any, decide: Any, as_file: Any, tmp_path: Path) -> None:
    (tmp_path / "decisions.json").write_bytes(as_file(decide("kpis", folder.rows("kpis")[0], "reject")))
    before = folder.tables()
    run = invoke("review", "apply", tmp_path / "decisions.json", "--out", folder.out, "--later")
    assert (run.exit_code, folder.tables()) == (0, before)
    assert "the next `congressx extract`" in run.output


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "not JSON"),
        (b"[]", "no file of decisions"),
        (b'{"format": "congressx-decisions", "version": 9, "decisions": []}', "version 9 of the format"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_none(folder: Any, tmp_path: Path, content: bytes | None, told: str) -> None:
    file = tmp_path / "decisions.json"
    if content is not None:
        file.write_bytes(content)
    run = invoke("review", "apply", file, "--out", folder.out)
    assert run.exit_code == 2
    assert str(file) in run.output
    assert told in run.output


def test_a_folder_without_tables(as_file: Any, tmp_path: Path) -> None:
    (tmp_path / "decisions.json").write_bytes(as_file())
    run = invoke("review", "apply", tmp_path / "decisions.json", "--out", tmp_path / "nothing")
    assert run.exit_code == 2
    assert "no tables here" in run.output
    assert not (tmp_path / "nothing").exists()
