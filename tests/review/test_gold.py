"""Reviewed articles as gold: complete ones, in the guideline's form, and never over what somebody changed by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from congressx.cli import app
from congressx.extractors import all_extractors
from congressx.pipeline import fact_records
from congressx.review import parse_decisions, store
from congressx.review.gold import short_quote
from congressx.scoring import read_gold, score

TABLES = sorted(fact_records(all_extractors()))


def congressx(*arguments: object) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "200"})


@pytest.fixture
def reviewed(folder: Any, decide: Any, as_file: Any) -> Any:
    """Every row of article a decided about, some of article b."""
    a, b = (row["article_id"] for row in folder.rows("articles"))
    entries = [decide(table, row, "accept") for table in TABLES for row in folder.rows(table, article_id=a)]
    growth = folder.rows("kpis")[1]
    entries += [decide("kpis", growth, "reject", decided_at="2026-11-26T00:00:00Z")]
    entries += [decide("kpis", row, "accept") for row in folder.rows("kpis", article_id=b)[:1]]
    entries += [decide("titles", row, "accept") for row in folder.rows("titles", article_id=b)]
    store(folder.out, parse_decisions(as_file(*entries), "x"))
    folder.extract()
    return folder


def test_complete_articles_only(reviewed: Any, tmp_path: Path) -> None:
    run = congressx("gold", "export", reviewed.out, "-o", tmp_path / "gold")
    assert run.exit_code == 0, run.output
    assert "1 articles are reviewed completely: a" in run.output
    assert "1 articles are reviewed in part and left out; --partial writes them too: b" in run.output
    assert sorted(path.name for path in (tmp_path / "gold").iterdir()) == ["a.json", "a.txt"]
    gold = json.loads((tmp_path / "gold" / "a.json").read_text(encoding="utf-8"))
    assert gold["review"]["state"] == "complete"
    assert gold["officials"] == [
        {
            "name": "Lê Văn Bình",
            "honorific": "comrade",
            "roles": ["chair"],
            "quote": "Đồng chí Lê Văn Bình, Bí thư Chi bộ",
            "titles": [{"office": "secretary", "org": "Chi bộ", "raw": "Bí thư Chi bộ", "status": "current"}],
        }
    ]
    assert gold["terms"] == [{"start": 2020, "end": 2022, "quote": "nhiệm kỳ 2020-2022"}]
    assert gold["meetings"][0]["term"] == [2020, 2022]
    assert [(kpi["value"], kpi["unit"]) for kpi in gold["kpis"]] == [(52000, "measure"), (3, "percent")]
    text = (tmp_path / "gold" / "a.txt").read_text(encoding="utf-8")
    assert all(record["quote"] in text for table in TABLES if table != "titles" for record in gold[table])


def test_the_tables_score_full_marks_on_it(reviewed: Any, tmp_path: Path) -> None:
    congressx("gold", "export", reviewed.out, "-o", tmp_path / "gold")
    scores = score(reviewed.out, read_gold([tmp_path / "gold"]))
    assert all(found.right == found.given == found.asked for found in scores.questions.values())
    assert scores.questions["official: office + organisation"].asked == 1
    assert scores.mean == 100


def test_partial(reviewed: Any, tmp_path: Path) -> None:
    run = congressx("gold", "export", reviewed.out, "-o", tmp_path / "gold", "--partial")
    assert "1 reviewed titles are left out, because nobody decided about their official" in run.output
    gold = json.loads((tmp_path / "gold" / "b.json").read_text(encoding="utf-8"))
    assert (gold["review"]["state"], len(gold["kpis"]), gold["officials"]) == ("partial", 1, [])


def _add_a_fact(folder: Path) -> None:
    gold = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    gold["terms"].append({"label": "II", "quote": "nhiệm kỳ 2020-2022"})
    (folder / "a.json").write_text(json.dumps(gold), encoding="utf-8")


def _lay_an_article(folder: Path) -> None:
    (folder / "a.json").unlink()
    (folder / "a.txt").write_text("bài của tôi", encoding="utf-8")


@pytest.mark.parametrize("change", [_add_a_fact, _lay_an_article])
def test_what_a_person_wrote_is_left_alone(change: Callable[[Path], None], reviewed: Any, tmp_path: Path) -> None:
    arguments = ("gold", "export", reviewed.out, "-o", tmp_path / "gold")
    congressx(*arguments)
    assert congressx(*arguments).exit_code == 0, "what is as it was exported may be written again"
    change(tmp_path / "gold")
    before = {path.name: path.read_bytes() for path in (tmp_path / "gold").iterdir()}
    run = congressx(*arguments)
    assert run.exit_code == 1
    assert "a.json: there is one that was changed by hand" in run.output
    assert {path.name: path.read_bytes() for path in (tmp_path / "gold").iterdir()} == before
    assert congressx(*arguments, "--force").exit_code == 0


def test_nothing_reviewed_yet(folder: Any, decide: Any, as_file: Any, tmp_path: Path) -> None:
    run = congressx("gold", "export", folder.out, "-o", tmp_path / "gold")
    assert (run.exit_code, (tmp_path / "gold").exists()) == (1, False)
    assert "0 articles are reviewed completely: none" in run.output
    store(folder.out, parse_decisions(as_file(decide("kpis", folder.rows("kpis")[0], "accept")), "x"))
    assert "1 articles have decisions that are not in the tables yet" in congressx("gold", "export", folder.out).output


def test_tables_that_are_missing(folder: Any, tmp_path: Path) -> None:
    folder.extract(only=["kpis"])
    run = congressx("gold", "export", folder.out, "-o", tmp_path / "gold")
    assert run.exit_code == 2
    assert "without --only" in run.output


def test_quotes_are_one_short_line() -> None:
    long = (
        "Trong nhiệm kỳ qua, " + "toàn Đảng bộ tiếp tục nỗ lực, " * 6 + "thu ngân sách đạt 310 tỷ đồng, vượt kế hoạch"
    )
    quote = short_quote(long, {"unit_text": "đồng", "indicator": "thu ngân sách"})
    assert "thu ngân sách đạt 310 tỷ đồng" in quote
    assert len(quote) <= 120
    assert quote in long
    assert len(short_quote("a" * 300, {})) == 120
