"""Decisions on their way into the folder: merged, sorted, whole or not at all; and what is no decision is named."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

import congressx.review
from congressx.errors import InputError, OutputError
from congressx.extractors import all_extractors
from congressx.output import held
from congressx.pipeline import fact_records
from congressx.review import DECISIONS, Stored, parse_decisions, store
from congressx.review.content import digest, same_content
from congressx.review.decisions import Evidence
from congressx.review.places import place_of_words


def test_the_same_decisions_are_the_same_bytes(folder: Any, decide: Any, as_file: Any) -> None:
    entries = [decide("kpis", row, "accept") for row in folder.rows("kpis")[:3]]
    contents = set()
    for order in itertools.permutations(entries):
        (folder.out / DECISIONS).unlink(missing_ok=True)
        for entry in order:
            store(folder.out, parse_decisions(as_file(entry), "x"))
        contents.add((folder.out / DECISIONS).read_bytes())
    assert len(contents) == 1
    again = store(folder.out, parse_decisions(as_file(*entries), "x"))
    assert (again.as_they_were, again.articles, again.kept) == (3, set(), 3)
    assert {(folder.out / DECISIONS).read_bytes()} == contents


def test_the_stored_file_can_be_applied(folder: Any, decide: Any, as_file: Any) -> None:
    store(folder.out, parse_decisions(as_file(decide("kpis", folder.rows("kpis")[0], "reject", note="ghi chú")), "x"))
    content = (folder.out / DECISIONS).read_bytes()
    assert store(folder.out, parse_decisions(content, "x")).as_they_were == 1
    assert (folder.out / DECISIONS).read_bytes() == content


def test_a_later_decision_replaces_an_earlier(folder: Any, decide: Any, as_file: Any) -> None:
    row = folder.rows("kpis")[0]
    times = ["2026-11-25T10:00:00Z", "2026-11-25T18:00:00+07:00", "2026-11-25T12:00:00Z"]
    reject, accept, withdraw = (
        decide("kpis", row, verdict, decided_at=time)
        for verdict, time in zip(("reject", "accept", "withdraw"), times, strict=True)
    )
    assert store(folder.out, parse_decisions(as_file(accept, reject), "x")).replaced == 1, (
        "by time, not by place in the file"
    )
    assert [entry["verdict"] for entry in folder.stored] == ["accept"]
    assert folder.stored[0]["decided_at"] == "2026-11-25T11:00:00Z"
    assert store(folder.out, parse_decisions(as_file(reject), "x")).older == 1
    taken = store(folder.out, parse_decisions(as_file(withdraw), "x"))
    assert (taken.withdrawn, taken.kept, folder.stored) == (1, 0, [])
    assert store(folder.out, parse_decisions(as_file(withdraw), "x")).as_they_were == 1


def test_what_stood_around_is_kept(folder: Any, decide: Any, as_file: Any) -> None:
    rice, growth = folder.rows("kpis")[:2]
    store(folder.out, parse_decisions(as_file(decide("kpis", rice, "accept")), "x"))
    beside = digest(decide("kpis", growth, "accept")["row"])
    assert folder.stored[0]["seen"] == {"rule": rice["rule"], "occurrence": 1, "alone": True, "beside": [beside]}


def test_an_article_of_another_folder_is_told(folder: Any, decide: Any, as_file: Any) -> None:
    row = folder.rows("kpis")[0] | {"article_id": "feedfeedfeedfeed"}
    stock = store(folder.out, parse_decisions(as_file(decide("kpis", row, "accept")), "x"))
    assert stock.unknown_articles == {"feedfeedfeedfeed"}
    assert folder.extract().decided_elsewhere == {"feedfeedfeedfeed": 1}


def test_a_folder_that_is_held_and_one_without_tables(folder: Any, decide: Any, as_file: Any) -> None:
    decisions = parse_decisions(as_file(decide("kpis", folder.rows("kpis")[0], "accept")), "x")
    with held(folder.out), pytest.raises(OutputError, match="another congressx run is writing here"):
        store(folder.out, decisions)
    with pytest.raises(OutputError, match="no tables here"):
        store(folder.raw, decisions)


WRONG = {
    "verdict": ({"verdict": "maybe"}, "verdict: Input should be"),
    "time": ({"decided_at": "2026-11-25T10:00:00"}, "decided_at: Input should have timezone info"),
    "correction of an accepted row": ({"correction": {"value": 1}}, 'a "correct" says in "correction" what changes'),
    "a field of every row": ({"row": {"rule": "x"}}, "only the row's own fields can be decided about, not rule"),
    "unknown key": ({"colour": "red"}, "colour: Extra inputs are not permitted"),
    "unknown table": ({"table": "speeches"}, "no such table; known are attendance"),
    "unknown field": ({"verdict": "correct", "correction": {"colour": "red"}}, "kpis has no field colour"),
    "invalid row": ({"verdict": "correct", "correction": {"unit": "stones"}}, "the corrected row is not valid: unit"),
}


@pytest.mark.parametrize("what", WRONG)
def test_an_entry_that_is_wrong_is_named(what: str, folder: Any, decide: Any, as_file: Any) -> None:
    change, told = WRONG[what]
    good = decide("kpis", folder.rows("kpis")[0], "accept")
    with pytest.raises(InputError, match=r"mine\.json: decision 2 \(") as error:
        parse_decisions(as_file(good, good | change), "mine.json", fact_records(all_extractors()))
    assert told in str(error.value)
    assert "mend it or take it out" in str(error.value)


def test_decisions_from_a_frame(folder: Any, decide: Any) -> None:
    tables = congressx.load(folder.out)
    for table in fact_records(all_extractors()):
        for place, row in enumerate(folder.rows(table)):
            made = congressx.review.decide(table, tables[table].iloc[place], "accept").as_json()
            assert made | {"decided_at": ""} == decide(table, row, "accept", decided_at="")
    corrected = congressx.review.decide(
        "kpis", tables.kpis.iloc[0], "correct", correction={"value": 5.0}, note="xem lại"
    )
    assert (corrected.correction, corrected.note) == ({"value": 5.0}, "xem lại")
    with pytest.raises(ValueError, match="verdict"):
        congressx.review.decide("kpis", tables.kpis.iloc[0], "perhaps")


def test_keys_know_decisions() -> None:
    stored = Stored([{"article_id": "a", "verdict": "accept"}])
    key = stored.key("a", "77f0")
    assert (Stored().key("a", "77f0"), stored.key("b", "77f0"), stored.key(None, None)) == ("77f0", "77f0", None)
    assert stored.are_in("a", key)
    assert not stored.are_in("a", "77f0")
    assert not Stored().are_in("a", key)
    assert stored.are_in("b", "77f0")
    assert list(stored.among(["a", "b", None])) == list(stored)


def test_content_is_compared_as_json_does() -> None:
    assert same_content({"value": 14, "persons": ["A"]}, {"value": 14.0, "persons": ["A"], "new": 1})
    assert not same_content({"at_meeting": True}, {"at_meeting": 1})
    assert digest({"value": 14, "total": None, "also": []}) == digest({"value": 14.0})


@pytest.mark.parametrize(
    ("text", "occurrence", "start"),
    [
        ("Xã có 5 chi bộ. Huyện có 15 chi bộ.", 1, 6),
        ("Mở đầu. Xã có 5\nchi bộ. Huyện có 15 chi bộ.", 1, 14),
        ("Nay xã có 5 chi bộ, và có 15 chi bộ.", 1, 10),
        ("Nay xã có 15 chi bộ hoặc 2,5 chi bộ.", 1, None),
        ("Nay xã có 5 chi bộ, huyện có 5 chi bộ khác.", 1, None),
        ("Xã có 5 chi bộ. Xã có 5 chi bộ.", 2, 22),
        ("Xã có 5 chi bộ. Xã có 5 chi bộ.", 3, None),
        ("Xã có 5 chi bộ. Xã có 5 chi bộ.", None, 6),
    ],
)
def test_where_words_stand_now(text: str, occurrence: int | None, start: int | None) -> None:
    evidence = Evidence(quote="5 chi bộ", sentence="Xã có 5 chi bộ.", start=6, stop=14)
    place = place_of_words(text, evidence, occurrence)
    assert (place and place.start) == start
