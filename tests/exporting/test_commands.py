"""`congressx export`, `query` and `schema` as a user calls them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from congressx.cli import app


@dataclass(frozen=True, slots=True)
class Run:
    returncode: int
    stdout: str
    stderr: str


def congressx(*arguments: str | Path) -> Run:
    """In this process: what is slow to import is there already."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    return Run(result.exit_code, result.stdout, result.stderr)


def test_export(out: Path, tmp_path: Path) -> None:
    run = congressx("export", out, "--to", "csv", "-o", tmp_path / "x", "--only", "kpis, terms")
    assert run.returncode == 0, run.stderr
    assert run.stdout == ""
    assert f"in {tmp_path / 'x'}" in run.stderr
    names = sorted(path.name for path in (tmp_path / "x").iterdir())
    assert names == ["datapackage.json", "export.json", "kpis.csv", "terms.csv"]


def test_export_answers_what_is_wrong(out: Path, tmp_path: Path) -> None:
    for arguments, said in (
        ((out, "--to", "pdf"), "--to pdf: no such format"),
        ((tmp_path, "--to", "csv"), "no tables here"),
        ((out, "--to", "csv", "-o", out), "holds what congressx did not write"),
    ):
        run = congressx("export", *arguments)
        assert (run.returncode, said in run.stderr) == (2, True), run.stderr
        assert "Traceback" not in run.stderr


def test_as_a_program_of_its_own(out: Path) -> None:
    command = [sys.executable, "-m", "congressx", "query", "SELECT count(*) AS n FROM articles", "--out", out]
    run = subprocess.run([*command, "--format", "json"], capture_output=True, text=True, check=False)
    assert (run.returncode, json.loads(run.stdout), run.stderr) == (0, [{"n": 32}], "")


def test_query_in_three_forms(out: Path) -> None:
    sql = "SELECT name, also, starts_on, term_start FROM meetings WHERE starts_on IS NOT NULL ORDER BY start, name LIMIT 2"
    table, text, lines = (congressx("query", sql, "--out", out, "--format", form) for form in ("table", "csv", "json"))
    assert (table.returncode, text.returncode, lines.returncode) == (0, 0, 0)
    read = json.loads(lines.stdout)
    assert list(read[0]) == ["name", "also", "starts_on", "term_start"]
    assert [row["name"] for row in csv.DictReader(io.StringIO(text.stdout))] == [row["name"] for row in read]
    assert "starts_on" in table.stdout
    assert read[0]["starts_on"] in table.stdout


def test_query_answers_what_is_wrong(out: Path) -> None:
    run = congressx("query", "SELECT nothing FROM kpis", "--out", out)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith('congressx: the query: Binder Error: Referenced column "nothing"')


def test_words_of_articles_do_not_steer_the_terminal(out: Path) -> None:
    run = congressx("query", r"SELECT '[red]' || chr(27) || '[31m' || chr(10) || 'x' AS words", "--out", out)
    assert run.stdout.split("\n")[1].strip() == r"[red]\x1b[31m x"


@pytest.mark.parametrize("table", ["kpis", "meetings", "titles", "articles", "rejections"])
def test_rows_fit_their_schema(table: str, out: Path) -> None:
    schema = json.loads(congressx("schema", table).stdout)
    rows = json.loads(congressx("query", f"FROM {table}", "--out", out, "--format", "json").stdout)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert rows
    for row in rows:
        validator.validate(row)


def test_schema_of_all_tables_and_of_none(out: Path) -> None:
    schema = json.loads(congressx("schema").stdout)
    assert {"articles", "kpis", "titles", "rejections"} <= set(schema["properties"])
    rows = json.loads(congressx("query", "FROM terms", "--out", out, "--format", "json").stdout)
    jsonschema.Draft202012Validator(schema).validate({"terms": rows})
    run = congressx("schema", "speeches")
    assert run.returncode == 2
    assert "speeches: no such table; known are articles" in run.stderr
