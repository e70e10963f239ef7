"""How far a rule can be trusted, from the counts in `confidences.tsv`, which `make confidence` writes."""

from __future__ import annotations

from functools import cache

from congressx.vietnamese.gazetteers import rows

WHOLE_TABLE = "*"


def confidence_of(table: str, rule: str) -> float | None:
    """The rule's confidence, that of its table when the rule gave nothing on annotated articles, or None."""
    known = _confidences()
    return known.get((table, rule), known.get((table, WHOLE_TABLE)))


@cache
def _confidences() -> dict[tuple[str, str], float]:
    return {
        (table, rule): float(confidence)
        for table, rule, *_counts, confidence in rows("confidences.tsv", "congressx.records")
    }
