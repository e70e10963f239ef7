"""What happens to titles in a sentence: the noun that `changes` and `replacements` are written in."""

from __future__ import annotations

from dataclasses import dataclass

from congressx.extractors.officials.offices import TitleStatus
from congressx.extractors.officials.titles import Title


@dataclass(frozen=True, slots=True)
class Change:
    """Titles that become, or cease to be, somebody's."""

    holders: tuple[int, ...]
    """Indexes of the persons in the sentence's `Holding`."""
    pronoun: int | None
    """Place of the pronoun in the clause text, where one stands for the person."""
    titles: tuple[Title, ...]
    status: TitleStatus
    removed: bool = False
    counted: bool = False
    """The title says what the persons of a list are: `4 Phó Bí thư gồm A, B`."""
