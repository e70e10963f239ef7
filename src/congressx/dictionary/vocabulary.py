"""What the words of a closed vocabulary mean and which Vietnamese says so, from the `vocabulary.tsv` beside each kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from congressx.vietnamese.gazetteers import rows

FILE = "vocabulary.tsv"
"""Vocabulary, word, meaning, triggers; in the folder of the module that defines the vocabulary."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed vocabulary: an enum, or the words a record lists for a column."""

    name: str
    values: tuple[str, ...]
    package: str
    """The folder that defines it."""
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a closed vocabulary."""

    value: str
    meaning: str
    triggers: str
    """Vietnamese that makes a rule write the value, `;` between them; empty where no words do."""


def words_of(vocabulary: Vocabulary) -> tuple[Word, ...]:
    """The words of a vocabulary in its order; meaning and triggers are empty where nobody wrote them down."""
    told = told_in(vocabulary.package)
    return tuple(Word(value, *told.get((vocabulary.name, value), ("", ""))) for value in vocabulary.values)


@cache
def told_in(package: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Meaning and triggers by (vocabulary, word), as a folder's file has them."""
    if not files(package).joinpath(FILE).is_file():
        return {}
    return {(name, value): (meaning, triggers) for name, value, meaning, triggers in rows(FILE, package)}
