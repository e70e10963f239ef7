"""The term to which a meeting belongs when its name does not give the years."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from congressx.engine import Mention
from congressx.vietnamese.spelling import cased, fold
from congressx.vietnamese.terms import find_terms, label_number

Years = tuple[int, int]


def term_of_document(terms: Sequence[Mention]) -> Years | None:
    """The term a congress opens: the only one of the article, or the last of a row that follow one another."""
    spans = sorted({years for term in terms if (years := _years(term)) is not None})
    follows = all(second[0] == first[1] for first, second in pairwise(spans))
    return spans[-1] if spans and follows else None


def term_of_label(name: str, terms: Sequence[Mention]) -> Years | None:
    """The years that the article gives elsewhere to the label of a name: `Hội nghị lần thứ 7 BCH … khóa XII`."""
    said = {label_number(term.label) for term in find_terms(fold(name), cased(name)) if term.label and not term.start}
    years = {_years(term) for term in terms if term.value["label"] and label_number(term.value["label"]) in said}
    known = years - {None}
    return known.pop() if len(known) == 1 and len(said) == 1 else None


def _years(term: Mention) -> Years | None:
    start, end = term.value["start_year"], term.value["end_year"]
    return None if start is None else (start, end)
