"""Every rule has the confidence its counts give it."""

from __future__ import annotations

from congressx.extractors import all_extractors
from congressx.records.confidence import confidence_of
from congressx.vietnamese.gazetteers import rows


def test_a_rule_without_counts_has_its_tables_confidence() -> None:
    assert confidence_of("terms", "terms.not_there") == confidence_of("terms", "*")
    assert confidence_of("speeches", "speeches.count") is None


def test_counts_and_shares_agree() -> None:
    for table, rule, given, right, unseen, right_unseen, confidence in rows("confidences.tsv", "congressx.records"):
        assert 0 <= int(right) <= int(given), (table, rule)
        assert 0 <= int(right_unseen) <= int(unseen), (table, rule)
        assert 0 < float(confidence) < 1, (table, rule)


def test_only_tables_that_exist_have_a_confidence() -> None:
    tables = {table for extractor in all_extractors() for table in extractor.records}
    assert {table for table, *_ in rows("confidences.tsv", "congressx.records")} <= tables
