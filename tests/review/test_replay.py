"""Decisions hold: on unchanged rules, on changed ones, and when their words are gone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import congressx.pipeline.hands.jobs
import congressx.pipeline.rows
from congressx.engine import FactRecord
from congressx.review import DECISIONS, parse_decisions, store

Facts = list[tuple[str, FactRecord]]
Change = Callable[[Facts], Facts]


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Callable[[Change], None]:
    """Lets the rules read something else from now on."""
    read_facts = congressx.pipeline.rows.read_facts

    def become(change: Change) -> None:
        def changed(*arguments: Any) -> tuple[Facts, Any]:
            facts, rejections = read_facts(*arguments)
            return change(list(facts)), rejections

        monkeypatch.setattr(congressx.pipeline.rows, "read_facts", changed)

    return become


@pytest.fixture
def apply(folder: Any, as_file: Any) -> Callable[..., Any]:
    """Stores decisions and runs again."""

    def applied(*entries: dict[str, Any], **orders: Any) -> Any:
        store(folder.out, parse_decisions(as_file(*entries), "decisions.json"))
        return folder.extract(**orders)

    return applied


def _without(rule: str) -> Change:
    return lambda facts: [(table, row) for table, row in facts if row.rule != rule]


def _saying(of: str, **values: Any) -> Change:
    return lambda facts: [
        (t, type(row).model_validate({**row.model_dump(), **values}) if row.rule == of else row) for t, row in facts
    ]


def test_accepted_rejected_corrected(folder: Any, decide: Any, apply: Any) -> None:
    rice, growth, poverty = folder.rows("kpis")[:3]
    before = folder.tables()
    summary = apply(
        decide("kpis", rice, "accept"),
        decide("kpis", growth, "reject", note="một con số khác"),
        decide("kpis", poverty, "correct", correction={"period": "2020-2022", "comparator": "le"}),
    )
    assert (summary.published, summary.extracted, summary.taken_over) == (True, 1, 1)
    accepted, corrected = folder.rows("kpis", article_id=rice["article_id"])
    assert accepted == rice | {"reviewed": "accepted"}
    assert corrected == poverty | {"reviewed": "corrected", "period": "2020-2022", "comparator": "le"}
    gone = folder.row("rejections", reason="reviewed")
    assert (gone["kind"], gone["quote"], gone["rule"]) == ("kpis", growth["quote"], growth["rule"])
    assert "một con số khác" in gone["detail"]
    assert not folder.extract().published, "nothing changed"
    assert folder.tables() != before
    apply(*(decide("kpis", row, "withdraw") for row in (rice, growth, poverty)))
    assert folder.tables() == before
    assert folder.stored == []


def test_bytes_are_those_of_a_run_from_scratch(folder: Any, decide: Any, apply: Any) -> None:
    apply(*(decide("kpis", row, "reject") for row in folder.rows("kpis")[:2]))
    again = folder.tables()
    folder.extract(force=True)
    assert folder.tables() == again


def test_bytes_are_those_of_one_process(folder: Any, decide: Any, apply: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    kpis, meeting = folder.rows("kpis"), folder.rows("meetings")[0]
    corrected = decide("kpis", kpis[2], "correct", correction={"comparator": "le"})
    apply(decide("kpis", kpis[0], "accept"), corrected, decide("meetings", meeting, "reject"))
    alone = folder.tables()
    monkeypatch.setattr(congressx.pipeline.hands.jobs, "WORTH_IT", 0)
    folder.extract(force=True, jobs=2)
    assert folder.tables() == alone


def test_a_row_the_rules_no_longer_give_is_restored(folder: Any, decide: Any, apply: Any, rules: Any) -> None:
    rice, growth, poverty = folder.rows("kpis")[:3]
    official = folder.rows("officials")[0]
    title = folder.rows("titles")[0]
    kept = [("kpis", rice), ("kpis", poverty), ("officials", official), ("titles", title)]
    apply(*(decide(table, row, "accept") for table, row in kept))
    rules(lambda facts: [(table, row) for table, row in facts if table not in ("kpis", "officials", "titles")])
    folder.extract(force=True)
    of_article = {"article_id": rice["article_id"]}
    assert folder.rows("kpis", **of_article) == [rice | {"reviewed": "accepted"}, poverty | {"reviewed": "accepted"}]
    assert folder.rows("officials") == [official | {"reviewed": "accepted"}]
    assert folder.rows("titles") == [title | {"reviewed": "accepted"}]
    assert growth["quote"] not in [row["quote"] for row in folder.rows("kpis")]


def test_another_reading_of_accepted_words_gives_way(folder: Any, decide: Any, apply: Any, rules: Any) -> None:
    rice, growth, _ = folder.rows("kpis")[:3]
    apply(decide("kpis", rice, "accept"))
    rules(_saying("kpis.measure", value=52.0))
    folder.extract(force=True)
    assert folder.rows("kpis", article_id=rice["article_id"])[:2] == [rice | {"reviewed": "accepted"}, growth]
    other = folder.row("rejections", reason="reviewed")
    assert "stands in the stead" in other["detail"]


def test_content_that_moved_is_not_doubled(folder: Any, decide: Any, apply: Any, rules: Any) -> None:
    official = folder.rows("officials")[0]
    apply(decide("officials", official, "accept"))

    def elsewhere(facts: Facts) -> Facts:
        title = next(row for table, row in facts if table == "titles")
        place = {name: getattr(title, name) for name in ("start", "stop", "quote")}
        moved = place | {"roles": ("chair", "opening")}
        return [
            (t, type(row).model_validate({**row.model_dump(), **moved}) if t == "officials" else row)
            for t, row in facts
        ]

    rules(elsewhere)
    folder.extract(force=True)
    assert folder.rows("officials")[0] == official | {"reviewed": "accepted"}
    assert len(folder.rows("officials")) == 2


def test_what_was_rejected_stays_away_under_another_rule(folder: Any, decide: Any, apply: Any, rules: Any) -> None:
    rice = folder.rows("kpis")[0]
    apply(decide("kpis", rice, "reject"))
    rules(_saying("kpis.measure", rule="kpis.new"))
    folder.extract(force=True)
    assert rice["indicator"] not in [
        r["indicator"] for r in folder.rows("kpis", article_id=rice["article_id"], unit="measure")
    ]
    assert folder.row("rejections", reason="reviewed")["rule"] == "kpis.new"
    rules(_without("kpis.measure"))
    folder.extract(force=True)
    assert folder.rows("rejections", reason="reviewed") == []
    rules(_saying("kpis.measure", value=53000.0))
    folder.extract(force=True)
    assert folder.rows("kpis")[0]["value"] == 53000.0, "another reading is another row"


def test_rules_that_learned_what_was_corrected(folder: Any, decide: Any, apply: Any, rules: Any) -> None:
    poverty = folder.rows("kpis")[2]
    apply(decide("kpis", poverty, "correct", correction={"comparator": "le"}))
    rules(_saying("kpis.share", comparator="le"))
    folder.extract(force=True)
    assert folder.rows("kpis")[2] == poverty | {"comparator": "le", "reviewed": "accepted"}
    rules(_without("kpis.share"))
    folder.extract(force=True)
    assert folder.rows("kpis")[2] == poverty | {"comparator": "le", "reviewed": "corrected"}


def test_the_corrected_row_is_decided_again(folder: Any, decide: Any, apply: Any) -> None:
    poverty = folder.rows("kpis")[2]
    apply(decide("kpis", poverty, "correct", correction={"comparator": "le", "period": "2021"}))
    shown = folder.rows("kpis")[2]
    later = {"decided_at": "2026-11-26T08:00:00+07:00"}
    apply(decide("kpis", shown, "accept", **later))
    assert [entry["verdict"] for entry in folder.stored] == ["correct"]
    apply(decide("kpis", shown, "correct", correction={"period": "2022"}, **later))
    assert folder.rows("kpis")[2] == poverty | {"comparator": "le", "reviewed": "corrected"}
    apply(decide("kpis", folder.rows("kpis")[2], "reject", **later))
    assert [(entry["verdict"], entry["row"]["comparator"]) for entry in folder.stored] == [("reject", "eq")]
    assert len(folder.rows("kpis")) == 5


def test_words_that_are_gone_are_told(folder: Any, decide: Any, apply: Any) -> None:
    row = folder.rows("kpis")[0]
    lost = decide("kpis", row, "accept")
    lost["evidence"] |= {"quote": "sản lượng ngô đạt 52 nghìn tấn"}
    summary = apply(lost)
    assert summary.unfulfilled == 1
    told = folder.row("rejections", reason="stale_decision")
    assert (told["kind"], told["quote"]) == ("kpis", None)
    assert "sản lượng ngô" in told["detail"]
    assert "decide again" in told["detail"]
    assert folder.extract().unfulfilled == 1, "also when nothing changed"


def test_an_article_that_is_gone_is_told(folder: Any, decide: Any, apply: Any) -> None:
    row = folder.rows("kpis")[0]
    apply(decide("kpis", row, "accept"), decide("kpis", folder.rows("kpis")[1], "accept"))
    (folder.raw / "a.txt").unlink()
    assert folder.extract().decided_elsewhere == {row["article_id"]: 2}
    assert folder.extract().decided_elsewhere == {row["article_id"]: 2}, "also when nothing changed"
    assert len(folder.stored) == 2


def test_a_correction_that_is_no_row_changes_nothing(folder: Any, decide: Any, apply: Any) -> None:
    row = folder.rows("kpis")[0]
    summary = apply(decide("kpis", row, "correct", correction={"value_high": 1.0}))
    assert summary.unfulfilled == 1
    assert folder.rows("kpis")[0] == row
    assert "a range runs upwards" in folder.row("rejections", reason="invalid_decision")["detail"]


def test_facts_of_a_rejected_meeting_have_none(folder: Any, decide: Any, apply: Any) -> None:
    meeting = folder.rows("meetings")[0]
    apply(decide("meetings", meeting, "reject"))
    for table in ("kpis", "officials", "titles", "terms", "attendance"):
        assert {row["meeting_id"] for row in folder.rows(table, article_id=meeting["article_id"])} == {None}, table
    other = folder.row("meetings")
    assert {row["meeting_id"] for row in folder.rows("kpis", article_id=other["article_id"])} == {other["meeting_id"]}


def test_a_restored_meeting_has_its_facts(folder: Any, decide: Any, apply: Any, rules: Any) -> None:
    meeting, term = folder.rows("meetings")[0], folder.rows("terms")[0]
    apply(decide("meetings", meeting, "accept"), decide("terms", term, "accept"))

    def unlinked(facts: Facts) -> Facts:
        rest = [(t, row.model_copy(update={"meeting_id": None})) for t, row in facts if t != "meetings"]
        return [(t, row) for t, row in rest if t != "terms"]

    rules(unlinked)
    folder.extract(force=True)
    assert folder.row("meetings") == meeting | {"reviewed": "accepted"}
    assert folder.row("terms") == term | {"reviewed": "accepted"}
    facts = folder.rows("kpis", article_id=meeting["article_id"])
    assert {row["meeting_id"] for row in facts} == {meeting["meeting_id"]}


def test_titles_follow_their_official(folder: Any, decide: Any, apply: Any) -> None:
    official, title = folder.rows("officials")[0], folder.rows("titles")[0]
    apply(decide("officials", official, "correct", correction={"name": "Lê Văn Bính"}))
    shown = folder.rows("titles")[0]
    assert shown == title | {"name": "Lê Văn Bính"}
    apply(decide("titles", shown, "accept"))
    assert folder.rows("titles")[0] == shown | {"reviewed": "accepted"}, "it was decided about under the corrected name"
    later = {"decided_at": "2026-11-26T08:00:00Z"}
    apply(
        decide("titles", shown, "withdraw", **later),
        decide("officials", folder.rows("officials")[0], "reject", **later),
    )
    assert (len(folder.rows("titles")), len(folder.rows("officials"))) == (1, 1)
    reasons = {
        row["kind"]: row["reason"] for row in folder.rows("rejections") if row["kind"] in ("officials", "titles")
    }
    assert reasons == {"officials": "reviewed", "titles": "reviewed"}


def test_the_second_of_two_equal_places(folder: Any, decide: Any, apply: Any) -> None:
    text = (folder.raw / "a.txt").read_text(encoding="utf-8")
    (folder.raw / "a.txt").write_text(
        text + "\nNăm qua, đơn vị trồng 40 ha rừng.\n\nNăm qua, đơn vị trồng 40 ha rừng.\n", encoding="utf-8"
    )
    folder.extract()
    article = folder.row("articles", source=str(folder.raw / "a.txt"))
    places = [n for n in range(len(article["text"])) if article["text"].startswith("trồng 40 ha rừng", n)]
    row = folder.rows("kpis", article_id=article["article_id"])[0] | {
        "indicator": "trồng rừng",
        "value": 40.0,
        "unit_text": "ha",
    }
    evidence = {"quote": "trồng 40 ha rừng", "sentence": "Năm qua, đơn vị trồng 40 ha rừng."}
    apply(decide("kpis", row | evidence | {"start": places[1], "stop": places[1] + 16}, "accept"))
    assert folder.stored[0]["seen"]["occurrence"] == 2
    assert folder.row("kpis", reviewed="accepted")["start"] == places[1]


def test_two_rules_that_read_the_same(folder: Any, decide: Any, apply: Any, rules: Any) -> None:
    rice = folder.rows("kpis")[0]

    def twice(facts: Facts) -> Facts:
        return [(t, row) for t, row in facts for _ in range(1 + (row.rule == "kpis.measure"))]

    def marks() -> list[str | None]:
        return [row["reviewed"] for row in folder.rows("kpis", article_id=rice["article_id"], rule="kpis.measure")]

    rules(twice)
    apply(decide("kpis", rice, "accept"), force=True)
    assert marks() == ["accepted", "accepted"]
    apply(decide("kpis", rice, "reject", decided_at="2026-11-26T00:00:00Z"))
    assert marks() == []


def test_only_some_tables(folder: Any, decide: Any, apply: Any) -> None:
    summary = apply(
        decide("kpis", folder.rows("kpis")[0], "reject"),
        decide("terms", folder.rows("terms")[0], "reject"),
        only=["terms"],
    )
    assert (summary.rows["terms"], summary.unfulfilled) == (1, 0)
    assert folder.extract().rows["kpis"] == 5


def test_a_broken_file_of_decisions_is_named(folder: Any) -> None:
    (folder.out / DECISIONS).write_text("{", encoding="utf-8")
    with pytest.raises(congressx.InputError, match=r"decisions\.json: not JSON"):
        folder.extract()
    entry = {"article_id": folder.rows("kpis")[0]["article_id"], "table": "kpis", "verdict": "maybe"}
    content = {"format": "congressx-decisions", "version": 1, "decisions": [entry]}
    (folder.out / DECISIONS).write_text(json.dumps(content), encoding="utf-8")
    assert folder.extract().unfulfilled == 1
    assert "verdict: Input should be" in folder.row("rejections", reason="invalid_decision")["detail"]


def test_a_data_set_is_opened_but_only_the_article_is_read(
    tmp_path: Path, decide: Any, as_file: Any, folder: Any
) -> None:
    texts = [(folder.raw / f"{name}.txt").read_text(encoding="utf-8") for name in "ab"]
    for file in folder.raw.iterdir():
        file.unlink()
    (folder.raw / "all.jsonl").write_text(
        "".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8"
    )
    folder.extract()
    store(folder.out, parse_decisions(as_file(decide("kpis", folder.rows("kpis")[0], "reject")), "decisions.json"))
    summary = folder.extract()
    assert (summary.extracted, summary.taken_over) == (1, 1)
