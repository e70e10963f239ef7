"""Which rows a careful reader would sign."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from congressx.errors import InputError
from congressx.scoring import Counts, Tally, confidence, judge, read_gold, tally

GROWTH = {"indicator": "tăng trưởng kinh tế", "value": 8.5, "unit": "percent", "mood": "result", "change": "level"}


@pytest.mark.parametrize(
    ("changed", "right"),
    [
        ({}, True),
        ({"indicator": "Tốc độ tăng trưởng kinh tế"}, True),
        ({"indicator": "thu ngân sách"}, False),
        ({"value": 8.4}, False),
        ({"mood": "target"}, False),
        ({"change": "up"}, False),
        ({"change": None}, True),
    ],
)
def test_a_kpi_is_right_as_a_whole(changed: dict[str, Any], right: bool) -> None:
    assert judge("kpis", [{**GROWTH, **changed}], [GROWTH]) == [right]


def test_one_gold_record_signs_one_row() -> None:
    assert judge("kpis", [GROWTH, GROWTH], [GROWTH]) == [True, False]
    assert judge("kpis", [GROWTH, GROWTH], [GROWTH, GROWTH]) == [True, True]


def test_spelling_does_not_matter() -> None:
    row = {"name": "Nguyễn Thị HOÀ", "office": "secretary", "org": "Tỉnh uỷ  Hoà Bình"}
    gold = {"name": "Nguyễn Thị Hòa", "office": "secretary", "org": "tỉnh ủy Hòa Bình"}
    assert judge("titles", [row], [gold]) == [True]


def test_roles_are_a_set() -> None:
    gold = [{"name": "Lê An", "roles": ["speech", "chair"]}]
    assert judge("officials", [{"name": "Lê An", "roles": ["chair", "speech"]}], gold) == [True]
    assert judge("officials", [{"name": "Lê An", "roles": ["chair"]}], gold) == [False]


def test_an_election_may_name_fewer_persons_but_no_other() -> None:
    gold = [{"body": "executive_committee", "seats": 15, "persons": ["Lê An", "Trần Bình"]}]
    assert judge("elections", [{"body": "executive_committee", "seats": 15, "persons": ["Lê An"]}], gold) == [True]
    assert judge("elections", [{"body": "executive_committee", "persons": ["Hồ Cư"]}], gold) == [False]
    assert judge("elections", [{"body": "executive_committee", "seats": 14}], gold) == [False]


def test_only_the_main_meeting_answers_for_its_year() -> None:
    main = {"role": "main", "type": "party_congress", "stated": "--05-28", "starts_on": "2020-05-28", "status": "held"}
    assert judge("meetings", [{**main, "starts_on": None}], [main]) == [False]
    session = {**main, "role": "session"}
    assert judge("meetings", [{**session, "starts_on": None}], [session]) == [True]


def test_a_table_the_judge_does_not_know_is_held_to_all_its_gold_says() -> None:
    assert judge("speeches", [{"count": 5, "rule": "speeches.count"}, {"count": 6}], [{"count": 5}]) == [True, False]


def test_the_tally_counts_by_rule(tmp_path: Path) -> None:
    gold = {"article": "a", "terms": [{"start": 2015, "end": 2020, "label": None}]}
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    rows = [
        {"start_year": 2015, "end_year": 2020, "rule": "terms.years"},
        {"start_year": None, "end_year": None, "label": "XII", "rule": "terms.label"},
    ]
    counted = tally({"a": {"terms": rows}}, read_gold([tmp_path]))
    assert counted == {("terms", "terms.years"): Tally(1, 1), ("terms", "terms.label"): Tally(1, 0)}


def test_a_rule_that_gave_little_is_its_table_more_than_itself() -> None:
    table = Counts(Tally(given=998, right=799))
    assert confidence(Counts(Tally(1, 1)), table) == pytest.approx(0.818, abs=0.001)
    assert confidence(Counts(Tally(990, 990)), table) == pytest.approx(0.998, abs=0.001)


def test_unseen_articles_lower_every_rule_of_a_table_that_fell() -> None:
    seen, fell = Counts(Tally(998, 979)), Counts(Tally(998, 979), Tally(500, 300))
    rule = Counts(Tally(100, 98))
    assert confidence(rule, fell) < 0.65 < confidence(rule, seen)
    known = Counts(Tally(100, 98), Tally(100, 95))
    assert confidence(rule, fell) < confidence(known, fell), "what it gave there itself speaks for it"


def test_a_folder_without_gold_and_a_broken_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold here"):
        read_gold([tmp_path])
    (tmp_path / "b.json").write_text('{"officials": [{"titles": [{}]}]}', encoding="utf-8")
    with pytest.raises(InputError, match=r"b\.json: not gold"):
        read_gold([tmp_path])
