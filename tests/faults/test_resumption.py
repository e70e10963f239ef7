"""A second run does what differs and no more, and writes the bytes of a run from scratch."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import congressx.pipeline.batch
from congressx.corpus import Reading
from congressx.output import Manifest
from congressx.pipeline import StoppedError, Summary, extract_to
from congressx.pipeline.fingerprint import LIBRARIES, WITHOUT_INFLUENCE

pytestmark = pytest.mark.usefixtures("small_batches")

Bytes = Callable[[Path], dict[str, bytes]]
Written = Callable[[int], str]


def _times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir() if path.name != ".lock"}


def _run(raw: Path, out: Path, **orders: Any) -> Summary:
    return extract_to([raw], out, **orders)


def test_nothing_to_do(raw10: Path, tmp_path: Path) -> None:
    first = _run(raw10, tmp_path / "out")
    before = _times(tmp_path / "out")
    second = _run(raw10, tmp_path / "out")
    assert (first.published, first.extracted) == (True, 10)
    assert (second.published, second.extracted, second.taken_over) == (False, 0, 10)
    assert second.rows == first.rows
    assert second.rejected == first.rejected
    assert _times(tmp_path / "out") == before


def test_nothing_heavy_is_imported_when_there_is_nothing_to_do(raw10: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from congressx.pipeline import extract_to; extract_to([sys.argv[1]], sys.argv[2]);"
        "print([m for m in ('pandas', 'pyarrow', 'underthesea', 'trafilatura', 'pydantic', 'congressx.engine') if m in sys.modules])"
    )
    for _ in range(2):
        run = subprocess.run(
            [sys.executable, "-c", script, raw10, tmp_path / "out"], capture_output=True, text=True, check=True
        )
    assert run.stdout.strip() == "[]"


def _change(raw: Path, written: Written) -> None:
    (raw / "03.txt").write_text(written(33), encoding="utf-8")


def _add_first(raw: Path, written: Written) -> None:
    (raw / "00-before.txt").write_text(written(44), encoding="utf-8")


def _remove(raw: Path, written: Written) -> None:
    (raw / "05.txt").unlink()


def _swap(raw: Path, written: Written) -> None:
    (raw / "00.txt").rename(raw / "zz.txt")
    (raw / "09.txt").rename(raw / "00.txt")


def _spoil(raw: Path, written: Written) -> None:
    (raw / "06.txt").write_bytes(b"")


def _double(raw: Path, written: Written) -> None:
    (raw / "00-twin.txt").write_text(written(7), encoding="utf-8")


CHANGES = {
    "changed": (_change, 1),
    "new in front": (_add_first, 1),
    "vanished": (_remove, 0),
    "renamed": (_swap, 0),
    "spoiled": (_spoil, 0),
    "twin in front": (_double, 0),
}


@pytest.mark.parametrize("change", CHANGES)
def test_bytes_are_those_of_a_run_from_scratch(
    change: str, raw10: Path, tmp_path: Path, written: Written, bytes_of: Bytes
) -> None:
    do, extracted = CHANGES[change]
    _run(raw10, tmp_path / "out")
    do(raw10, written)
    again = _run(raw10, tmp_path / "out")
    assert (again.published, again.extracted) == (True, extracted)
    scratch = _run(raw10, tmp_path / "scratch")
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "scratch")
    assert (again.rows, again.rejected) == (scratch.rows, scratch.rejected)
    assert [str(error) for _, error in again.problems] == [str(error) for _, error in scratch.problems]


def test_a_twin_takes_the_place_of_its_first_copy(
    raw10: Path, tmp_path: Path, written: Written, bytes_of: Bytes
) -> None:
    (raw10 / "zz.txt").write_text(written(2), encoding="utf-8")
    assert [error.reason for _, error in _run(raw10, tmp_path / "out").problems] == ["twin"]
    (raw10 / "02.txt").unlink()
    again = _run(raw10, tmp_path / "out")
    assert (again.extracted, again.problems) == (0, [])
    _run(raw10, tmp_path / "scratch")
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "scratch")


def test_rows_of_a_data_set(tmp_path: Path, written: Written, bytes_of: Bytes) -> None:
    def write(numbers: list[int]) -> None:
        lines = [json.dumps({"text": written(number), "title": f"Tin {number}"}) for number in numbers]
        (tmp_path / "a.jsonl").write_text("\n".join([*lines, "{no JSON"]) + "\n", encoding="utf-8")

    source, reading = tmp_path / "a.jsonl", Reading(text_column="text", title_column="title")
    write([1, 2, 3, 4, 5, 6])
    extract_to([source], tmp_path / "out", reading=reading)
    write([1, 2, 9, 3, 4, 5, 6])
    again = extract_to([source], tmp_path / "out", reading=reading)
    assert (again.extracted, again.taken_over) == (1, 6)
    extract_to([source], tmp_path / "scratch", reading=reading)
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "scratch")
    assert not extract_to([source], tmp_path / "out", reading=reading).published


@pytest.mark.parametrize("limits", [(3, 7), (7, 3), (None, 3), (3, None), (3, 3)])
def test_limits(limits: tuple[int | None, int | None], raw10: Path, tmp_path: Path, bytes_of: Bytes) -> None:
    first, second = limits
    _run(raw10, tmp_path / "out", limit=first)
    again = _run(raw10, tmp_path / "out", limit=second)
    assert again.published == (first != second)
    assert again.extracted == max(0, (second or 10) - (first or 10))
    _run(raw10, tmp_path / "scratch", limit=second)
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "scratch")


def test_a_touched_file_is_hashed_and_found_the_same(raw10: Path, tmp_path: Path) -> None:
    for file in raw10.iterdir():
        os.utime(file, ns=(1, 1))
    _run(raw10, tmp_path / "out")
    before = _times(tmp_path / "out")
    os.utime(raw10 / "00.txt", ns=(10**18, 10**18))
    assert not _run(raw10, tmp_path / "out").published
    after = _times(tmp_path / "out")
    assert {name: time for name, time in after.items() if name != "manifest.json"} == {
        name: time for name, time in before.items() if name != "manifest.json"
    }


def test_content_changed_behind_an_old_time_stamp(raw10: Path, tmp_path: Path) -> None:
    _run(raw10, tmp_path / "out")
    file = raw10 / "04.txt"
    status, text = file.stat(), file.read_text(encoding="utf-8")
    file.write_text(text.replace("2020-2022", "2020-2025"), encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert _run(raw10, tmp_path / "out").extracted == 1


def test_other_rules_other_settings_and_force_redo_everything(
    raw10: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(raw10, tmp_path / "out")
    assert _run(raw10, tmp_path / "out", force=True).extracted == 10
    assert _run(raw10, tmp_path / "out", reading=Reading(max_pages=7)).extracted == 10
    assert _run(raw10, tmp_path / "out", only=["terms"]).extracted == 10
    assert not (tmp_path / "out" / "kpis.parquet").exists()
    monkeypatch.setattr("congressx.pipeline.run.rules_hash", lambda: "other")
    assert _run(raw10, tmp_path / "out", only=["terms"]).extracted == 10


@pytest.mark.parametrize("harm", ["removed", "cut", "manifest"])
def test_what_another_hand_changed_is_made_again(harm: str, raw10: Path, tmp_path: Path, bytes_of: Bytes) -> None:
    _run(raw10, tmp_path / "out")
    before, table = bytes_of(tmp_path / "out"), tmp_path / "out" / "terms.parquet"
    if harm == "removed":
        table.unlink()
    elif harm == "cut":
        table.write_bytes(table.read_bytes()[:-10])
    else:
        (tmp_path / "out" / "manifest.json").write_text('{"format": 1', encoding="utf-8")
    assert _run(raw10, tmp_path / "out").extracted == 10
    assert bytes_of(tmp_path / "out") == before


def test_a_copied_output_folder_is_as_good(raw10: Path, tmp_path: Path) -> None:
    _run(raw10, tmp_path / "out")
    (tmp_path / "copy").mkdir()
    for file in (tmp_path / "out").iterdir():
        (tmp_path / "copy" / file.name).write_bytes(file.read_bytes())
    assert not _run(raw10, tmp_path / "copy").published


def test_a_stopped_run_goes_on(raw10: Path, tmp_path: Path, bytes_of: Bytes) -> None:
    asked = iter(range(1000))
    with pytest.raises(StoppedError, match="run the same command again"):
        _run(raw10, tmp_path / "out", stop=lambda: next(asked) > 16)
    assert bytes_of(tmp_path / "out") == {}
    again = _run(raw10, tmp_path / "out")
    assert again.extracted + again.taken_over == 10
    assert again.taken_over >= 4
    _run(raw10, tmp_path / "scratch")
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "scratch")
    assert sorted(path.name for path in (tmp_path / "out").iterdir() if path.suffix != ".parquet") == [
        ".lock",
        "datapackage.json",
        "manifest.json",
    ]


def test_damaged_batches_of_a_stopped_run_are_read_again(raw10: Path, tmp_path: Path) -> None:
    asked = iter(range(1000))
    with pytest.raises(StoppedError):
        _run(raw10, tmp_path / "out", stop=lambda: next(asked) > 16)
    for number, file in enumerate(sorted((tmp_path / "out" / ".unfinished").iterdir())):
        content = file.read_bytes()
        file.write_bytes(content[:-20] if number % 2 else b"")
    assert _run(raw10, tmp_path / "out").extracted == 10


def test_an_article_that_ended_by_a_fault_is_tried_again(
    raw10: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = congressx.pipeline.rows.read_facts
    with monkeypatch.context() as patched:
        patched.setattr(
            "congressx.pipeline.rows.read_facts",
            lambda document, extractors: 1 / 0 if "/05." in document.source else read(document, extractors),
        )
        first = _run(raw10, tmp_path / "out")
    assert [error.reason for _, error in first.problems] == ["fault"]
    assert first.rows["articles"] == 9
    again = _run(raw10, tmp_path / "out")
    assert (again.extracted, again.problems, again.rows["articles"]) == (1, [], 10)


def test_a_value_no_column_can_hold_costs_its_article(
    raw10: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    convert = congressx.pipeline.batch.as_arrow

    def failing(rows: list[Any], record: Any) -> Any:
        if any("/05." in getattr(row, "source", "") for row in rows) and "text" in record.model_fields:
            raise OverflowError("too large")
        return convert(rows, record)

    monkeypatch.setattr("congressx.pipeline.batch.as_arrow", failing)
    summary = _run(raw10, tmp_path / "out")
    assert [(Path(source).name, error.reason) for source, error in summary.problems] == [("05.txt", "fault")]
    assert summary.rows["articles"] == 9


def test_every_requirement_is_known_to_change_rows_or_not() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *(line for extra in ("docx", "html", "pdf") for line in extras[extra])]
    names = {re.split(r"[<>=~! ]", line)[0] for line in needed}
    assert names <= {*LIBRARIES, *WITHOUT_INFLUENCE}


def test_the_manifest_says_what_was_read(raw10: Path, tmp_path: Path) -> None:
    (raw10 / "x.txt").write_bytes(b"")
    _run(raw10, tmp_path / "out")
    content = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["source"] for entry in content["inputs"]] == [path.as_posix() for path in sorted(raw10.iterdir())]
    assert content["inputs"][-1]["items"][0]["reason"] == "empty"
    manifest = Manifest.read(tmp_path / "out")
    assert manifest is not None
    assert manifest.tables["articles"].rows == 10
