"""Words and abbreviations for documents, with the kind they name."""

from __future__ import annotations

from functools import cache

from congressx.vietnamese.gazetteers import rows


@cache
def kinds() -> dict[str, str]:
    """Folded word for a document → kind."""
    return {row[0]: row[1] for row in rows("document_kinds.tsv", __package__)}


@cache
def suffix_kinds() -> dict[str, str]:
    """Folded abbreviation in a document number → kind."""
    return {row[0]: row[1] for row in rows("document_suffixes.tsv", __package__)}


def words_cited(*ways: str) -> set[str]:
    """Folded words that are cited in one of these ways, as `document_kinds.tsv` names them."""
    return {row[0] for row in rows("document_kinds.tsv", __package__) if row[2] in ways}
