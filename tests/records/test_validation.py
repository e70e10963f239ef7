"""What no reader would believe becomes a rejection that says why."""

from __future__ import annotations

from typing import Any

import pytest

from congressx.document import body_document
from congressx.engine import Mention
from congressx.extractors import all_extractors
from congressx.pipeline import fact_records
from congressx.records import validate
from congressx.span import Span

DOCUMENT = body_document("Có 58/55 đảng viên dự đại hội nhiệm kỳ 2025-2020 của chi bộ.")


def mention(kind: str, value: dict[str, Any]) -> Mention:
    return Mention(kind, f"{kind}.test", Span(3, 8), Span(3, 8), 0, value)


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("attendance", {"present": 58, "summoned": 55, "group": "party_member"}, "58 present of 55 summoned"),
        ("attendance", {"group": "party_member"}, "an attendance needs a number"),
        ("attendance", {"present": 5, "group": "martian"}, "group"),
        ("terms", {"start_year": 2025, "end_year": 2020}, "no term runs from 2025 to 2020"),
        ("terms", {"start_year": 2020, "end_year": None}, "a start and an end"),
        ("elections", {"body": "secretary", "act": "elected", "votes_for": 33, "votes_total": 32}, "33 votes of 32"),
        ("elections", {"body": "executive_committee", "act": "elected", "seats": 9, "candidates": 7}, "9 elected of 7"),
        (
            "kpis",
            {"indicator": "hộ nghèo", "value": 16, "total": 15, "unit": "count", "mood": "result"},
            "16.0 of 15.0",
        ),
        (
            "kpis",
            {
                "indicator": "tăng trưởng",
                "value": 9,
                "value_high": 8,
                "comparator": "range",
                "unit": "percent",
                "mood": "target",
            },
            "a range runs upwards",
        ),
        (
            "meetings",
            {"role": "main", "type": "other", "status": "held", "starts_on": "2020-05-05"},
            "a day and the basis of its year go together",
        ),
        ("citations", {"kind": "resolution", "form": "numbered", "number": "5"}, "exactly the numbered form has a key"),
        ("awards", {"class": "party_badge", "years": 3, "at_meeting": True}, "years"),
    ],
)
def test_rejected(kind: str, value: dict[str, Any], words: str) -> None:
    valid, rejected = validate(DOCUMENT, [mention(kind, value)], fact_records(all_extractors()))
    assert valid == []
    assert (rejected[0].kind, rejected[0].rule, rejected[0].reason) == (kind, f"{kind}.test", "invalid")
    assert words in rejected[0].detail


def test_valid_row_has_its_words() -> None:
    value = {"present": 55, "summoned": 58, "group": "party_member"}
    ((table, row),), rejected = validate(DOCUMENT, [mention("attendance", value)], fact_records(all_extractors()))
    assert rejected == []
    assert (table, row.quote, row.sentence, row.section) == ("attendance", "58/55", DOCUMENT.text, "body")
