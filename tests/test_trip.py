"""The command line on whole articles: what it prints, what it writes, how it answers bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

ARTICLE = (
    "Đại hội Chi bộ Trạm Khuyến nông huyện Vĩnh Thanh\n\n"
    "Ngày 12/3/2020, Chi bộ Trạm Khuyến nông huyện Vĩnh Thanh tổ chức Đại hội nhiệm kỳ 2020-2022. "
    "Đồng chí Lê Văn Bình, Bí thư Chi bộ chủ trì đại hội.\n"
)


def congressx(*arguments: str | Path, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "congressx", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        input=stdin,
        env=os.environ | environment,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "good.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "raw"


def test_all_well(folder: Path, tmp_path: Path) -> None:
    run = congressx("extract", folder, "--out", tmp_path / "out")
    assert run.returncode == 0, run.stderr
    assert "1 of 1 articles" in run.stderr
    assert pq.read_table(tmp_path / "out" / "meetings.parquet").num_rows == 1


def test_only_some_tables(folder: Path, tmp_path: Path) -> None:
    congressx("extract", folder, "--out", tmp_path / "out")
    run = congressx("extract", folder, "--out", tmp_path / "out", "--only", "terms")
    assert run.returncode == 0, run.stderr
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    tables = ["articles.parquet", "rejections.parquet", "sections.parquet", "terms.parquet"]
    assert names == [".lock", *sorted(["datapackage.json", "manifest.json", *tables])]


def test_unknown_table(folder: Path, tmp_path: Path) -> None:
    run = congressx("extract", folder, "--out", tmp_path / "out", "--only", "speeches")
    assert run.returncode == 2
    assert "no such table; known are attendance" in run.stderr


def test_no_source_is_usage() -> None:
    assert congressx("extract").returncode == 2


BAD_FILES = {
    "empty.txt": (b" \n", "the file is empty", "empty"),
    "koi.txt": ("съезд партии прошёл вчера".encode("koi8-r"), "not UTF-8", "encoding"),
    "binary.txt": (b"\x00\x01\x02 abc", "binary content", "binary"),
    "english.txt": (
        b"The party congress was held on 12 March with 120 delegates in the hall.",
        "not Vietnamese",
        "language",
    ),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_file_among_good_ones(name: str, folder: Path, tmp_path: Path) -> None:
    content, message, reason = BAD_FILES[name]
    (folder / name).write_bytes(content)
    run = congressx("extract", folder, "--out", tmp_path / "out")
    assert run.returncode == 1
    assert name in run.stderr
    assert message in run.stderr
    assert f"1 {reason}" in run.stderr
    assert pq.read_table(tmp_path / "out" / "articles.parquet").num_rows == 1
    rejections = pq.read_table(tmp_path / "out" / "rejections.parquet").to_pylist()
    assert [r["reason"] for r in rejections if r["kind"] == "article"] == [reason]


def test_twins_are_one_article(folder: Path, tmp_path: Path) -> None:
    (folder / "later.txt").write_text(ARTICLE, encoding="utf-8-sig")
    run = congressx("extract", folder, "--out", tmp_path / "out")
    assert run.returncode == 0
    assert "same content as" in run.stderr
    assert pq.read_table(tmp_path / "out" / "articles.parquet")["source"].to_pylist() == [
        (folder / "good.txt").as_posix()
    ]


def test_missing_and_empty_folders(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    run = congressx("extract", folder, tmp_path / "void", tmp_path / "nowhere", "--out", tmp_path / "out")
    assert run.returncode == 1
    assert "no article in this folder" in run.stderr
    assert "no such file or folder" in run.stderr
    assert pq.read_table(tmp_path / "out" / "articles.parquet").num_rows == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_folder_without_permission(folder: Path, tmp_path: Path) -> None:
    (folder / "shut").mkdir(mode=0o000)
    run = congressx("extract", folder, "--out", tmp_path / "out")
    assert run.returncode == 1
    assert "cannot be read" in run.stderr


def test_out_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file stands here", encoding="utf-8")
    run = congressx("extract", folder, "--out", tmp_path / "out")
    assert run.returncode == 2
    assert "choose another folder with --out" in run.stderr
    assert (tmp_path / "out").read_text(encoding="utf-8") == "a file stands here"


def test_nothing_is_left_beside_the_tables(folder: Path, tmp_path: Path) -> None:
    congressx("extract", folder, "--out", tmp_path / "out")
    beside = sorted(path.name for path in (tmp_path / "out").iterdir() if path.suffix != ".parquet")
    assert beside == [".lock", "datapackage.json", "manifest.json"]


def test_the_second_run_says_that_nothing_changed(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").touch()
    first = congressx("extract", folder, "--out", tmp_path / "out")
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.parquet")}
    second = congressx("extract", folder, "--out", tmp_path / "out")
    assert (first.returncode, second.returncode) == (1, 1)
    assert "nothing changed since the last run" in second.stderr
    assert "empty.txt: the file is empty" in second.stderr
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.parquet")} == before
    forced = congressx("extract", folder, "--out", tmp_path / "out", "--force")
    assert "nothing changed" not in forced.stderr


def test_standard_input_and_columns(tmp_path: Path) -> None:
    rows = json.dumps({"noi_dung": ARTICLE, "ngay": "2020-03-13"}) + "\n" + json.dumps({"noi_dung": ""}) + "\n"
    run = congressx(
        "extract", "-", "--out", tmp_path / "out", "--text-column", "noi_dung", "--date-column", "ngay", stdin=rows
    )
    assert run.returncode == 1, run.stderr
    assert pq.read_table(tmp_path / "out" / "articles.parquet")["source"].to_pylist() == ["-#1"]
    rejections = pq.read_table(tmp_path / "out" / "rejections.parquet").to_pylist()
    assert [row["source"] for row in rejections if row["kind"] == "article"] == ["-#2"]


def test_a_limit_names_its_option(folder: Path, tmp_path: Path) -> None:
    run = congressx("extract", folder, "--out", tmp_path / "out", "--max-bytes", "100")
    assert run.returncode == 1
    assert "raise it with --max-bytes" in run.stderr


def test_log(folder: Path, tmp_path: Path) -> None:
    log = tmp_path / "run.log"
    congressx("extract", folder, "--out", tmp_path / "out", "--log-file", log)
    assert "published" in log.read_text(encoding="utf-8")
    run = congressx("extract", folder, "--out", tmp_path / "out", "--only", "terms", "--verbose")
    assert "with other settings; everything is read again" in run.stderr
    run = congressx("extract", folder, "--out", tmp_path / "out", "--log-file", tmp_path / "no" / "run.log")
    assert run.returncode == 2
    assert "choose another file with --log-file" in run.stderr


def test_tracebacks_are_for_debug(folder: Path, tmp_path: Path) -> None:
    script = (
        "import sys, congressx.pipeline.rows as rows, congressx.cli as cli\n"
        "rows.read_facts = lambda *_: 1 / 0\n"
        "sys.argv = ['congressx', 'extract', *sys.argv[1:]]\n"
        "cli.app()"
    )
    command = [sys.executable, "-c", script, str(folder), "--out", str(tmp_path / "out")]
    plain = subprocess.run(command, capture_output=True, text=True, check=False)
    assert plain.returncode == 1
    assert "because of a fault in congressx (ZeroDivisionError" in plain.stderr
    assert "Traceback" not in plain.stderr
    debug = subprocess.run([*command, "--debug"], capture_output=True, text=True, check=False)
    assert "Traceback" in debug.stderr


def test_show(folder: Path) -> None:
    run = congressx("show", folder / "good.txt", COLUMNS="200")
    assert run.returncode == 0, run.stderr
    assert "meetings.named" in run.stdout
    assert "start_year=2020" in run.stdout


def test_show_unreadable(tmp_path: Path) -> None:
    run = congressx("show", tmp_path / "none.txt")
    assert run.returncode == 1
    assert "none.txt" in run.stderr


def test_help_waits_for_no_heavy_import() -> None:
    script = "import sys, congressx.cli; print([m for m in ('pandas', 'pyarrow', 'underthesea', 'pydantic') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
