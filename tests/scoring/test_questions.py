"""The questions asked of tables, and `congressx score`."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from congressx.cli import app
from congressx.pipeline import extract_to
from congressx.scoring import read_gold, score
from congressx.scoring.questions import comparisons

Tables = dict[str, list[dict[str, Any]]]


def counted(question: str, given: Tables, gold: Tables) -> tuple[int, int, int]:
    """(right, given, asked), summed where a question is asked of every pair."""
    found = [c for c in comparisons(given, gold) if c.question == question]
    return sum(c.right for c in found), sum(c.given.total() for c in found), sum(c.asked.total() for c in found)


RICE = {"indicator": "sản lượng lúa", "value": 52000.0, "unit": "measure", "mood": "result", "change": "level"}
GROWTH = {"indicator": "tốc độ tăng trưởng", "value": 4.5, "unit": "percent", "mood": "result", "change": "up"}
CASES: dict[str, tuple[str, Tables, Tables, tuple[int, int, int]]] = {
    "a date is a date": (
        "meeting: starts_on",
        {"meetings": [{"role": "main", "starts_on": dt.date(2020, 3, 12)}]},
        {"meetings": [{"role": "main", "starts_on": "2020-03-12"}, {"role": "other", "starts_on": "2019-01-01"}]},
        (1, 1, 1),
    ),
    "a host may be shorter": (
        "meeting: host",
        {"meetings": [{"role": "main", "host": "Đảng bộ xã Tân Hoà"}]},
        {"meetings": [{"role": "main", "host": "Đảng bộ xã Tân Hòa huyện Mỹ"}]},
        (1, 1, 1),
    ),
    "another host is another": (
        "meeting: host",
        {"meetings": [{"role": "main", "host": "Huyện ủy"}]},
        {"meetings": [{"role": "main", "host": "Đảng bộ xã Tân Hòa"}]},
        (0, 1, 1),
    ),
    "each row of attendance": (
        "attendance",
        {"attendance": [{"present": 24}, {"present": 24}]},
        {"attendance": [{"present": 24}]},
        (1, 2, 1),
    ),
    "a title once": (
        "official: office + organisation",
        {"titles": [{"name": "Lê An", "office": "secretary", "org": "Tỉnh uỷ"}] * 2},
        {"titles": [{"name": "LÊ AN", "office": "secretary", "org": "tỉnh ủy"}]},
        (1, 1, 1),
    ),
    "roles": (
        "official: role",
        {"officials": [{"name": "Lê An", "roles": ["chair", "speech"]}]},
        {"officials": [{"name": "Lê An", "roles": ["chair"]}]},
        (1, 2, 1),
    ),
    "years need both": ("term: years", {"terms": [{"start_year": 2015, "end_year": 2020}, {"label": "XI"}]}, {"terms": []}, (0, 1, 0)),
    "rates": ("kpi: figure, rate", {"kpis": [RICE, GROWTH]}, {"kpis": [GROWTH]}, (1, 1, 1)),
    "counts": ("kpi: figure, count", {"kpis": [RICE, GROWTH]}, {"kpis": [GROWTH]}, (0, 1, 0)),
    "a share N/M is a rate": ("kpi: figure, rate", {"kpis": [RICE | {"unit": "count", "total": 6e4}]}, {"kpis": []}, (0, 1, 0)),
    "the whole": ("kpi: whole record", {"kpis": [RICE, GROWTH]}, {"kpis": [RICE, GROWTH | {"mood": "target"}]}, (1, 2, 2)),
    "mood of pairs only": ("kpi: mood", {"kpis": [RICE, GROWTH]}, {"kpis": [RICE, GROWTH | {"value": 9}]}, (1, 1, 1)),
    "the partner with the nearer name": (
        "kpi: indicator",
        {"kpis": [RICE | {"indicator": "sản lượng ngô"}, RICE]},
        {"kpis": [RICE, RICE | {"indicator": "sản lượng ngô"}]},
        (2, 2, 2),
    ),
    "an absent comparator is eq": ("kpi: comparator", {"kpis": [RICE]}, {"kpis": [RICE | {"comparator": "eq"}]}, (1, 1, 1)),
    "keys without blanks": ("citation", {"citations": [{"key": "03-NQ/TU"}]}, {"citations": [{"key": "03 - NQ / TU"}]}, (1, 1, 1)),
    "election facts": (
        "election: fact",
        {"elections": [{"body": "secretary", "persons": ["Lê An"], "votes_for": 10, "votes_total": 12}]},
        {"elections": [{"body": "secretary", "seats": 1, "persons": ["Lê An"]}]},
        (1, 2, 2),
    ),
    "members": (
        "membership",
        {"memberships": [{"measure": "total", "value": 120.0}]},
        {"memberships": [{"measure": "total", "value": 120}]},
        (1, 1, 1),
    ),
    "awards": (
        "award",
        {"awards": [{"class": "party_badge", "years": 30}]},
        {"awards": [{"class": "party_badge", "years": 40}]},
        (0, 1, 1),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_counts_as_right(case: str) -> None:
    question, given, gold, expected = CASES[case]
    assert counted(question, given, gold) == expected


@pytest.fixture
def scored(tmp_path: Path) -> tuple[Path, Path]:
    """(tables, gold) of an article whose gold asks for one term that is there and one that is not."""
    folder = tmp_path / "gold"
    folder.mkdir()
    text = "Đại hội Chi bộ 3\n\nNgày 12/3/2020, Chi bộ 3 tổ chức Đại hội nhiệm kỳ 2020-2022.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    gold = {"article": "a", "terms": [{"start": 2020, "end": 2022}, {"start": 2015, "end": 2020}]}
    (folder / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    extract_to([folder / "a.txt"], tmp_path / "out")
    return tmp_path / "out", folder


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["score", *map(str, arguments)], env={"COLUMNS": "200"})


def test_the_command_prints_every_question(scored: tuple[Path, Path]) -> None:
    found = run(*scored, "--errors", "term")
    assert found.exit_code == 0, found.output
    assert "1 gold articles" in found.output
    [years] = [line.split() for line in found.output.splitlines() if line.startswith("term: years")]
    assert years[-6:] == ["1", "1", "2", "100.0", "50.0", "66.7"]
    assert "- a  term: years  2015 | 2020" in found.output


def test_json(scored: tuple[Path, Path]) -> None:
    found = json.loads(run(*scored, "--json").stdout)
    asked = found["questions"]["term: years"]
    assert (asked["right"], asked["given"], asked["asked"], asked["recall"]) == (1, 1, 2, 50.0)
    assert found["core"]["term periods"] == pytest.approx(200 / 3)
    assert found["mean"] is None, "no gold asks for attendance"


def test_gold_that_is_not_in_the_tables(scored: tuple[Path, Path]) -> None:
    (scored[1] / "b.json").write_text('{"article": "b", "terms": [{"start": 2010, "end": 2015}]}', encoding="utf-8")
    found = run(*scored)
    assert found.exit_code == 1
    assert "1 gold articles are not in the tables" in found.output
    assert score(scored[0], read_gold([scored[1]])).questions["term: years"].asked == 3


def test_what_is_wrong_is_named(scored: tuple[Path, Path], tmp_path: Path) -> None:
    assert run(tmp_path / "nothing", scored[1]).exit_code == 2
    (scored[1] / "c.json").write_text("{", encoding="utf-8")
    found = run(*scored)
    assert (found.exit_code, "c.json: not gold" in found.output) == (1, True)


def test_articles_of_a_data_set_are_found_by_their_identifier(scored: tuple[Path, Path], tmp_path: Path) -> None:
    out, gold = scored
    text = (gold / "a.txt").read_text(encoding="utf-8")
    rows = [{"text": text}, {"text": text.replace("12/3", "13/3")}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    extract_to([tmp_path / "a.jsonl"], out)
    found = run(out, gold)
    assert (found.exit_code, "name the gold after their article_id" in found.output) == (1, True)
