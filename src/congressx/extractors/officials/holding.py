"""Who holds what in a sentence: the persons with their titles, and the titles that belong to none of them."""

from __future__ import annotations

from dataclasses import dataclass

from congressx.extractors.officials.titles import Title


@dataclass(frozen=True, slots=True)
class Holder:
    """A person of a sentence with the titles beside the name; `place`, `start`, `stop` are places in the skeleton."""

    place: int
    start: int
    stop: int
    """What belongs to the person, titles and brackets included."""
    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class CountedTitle:
    """A stack that says what the persons of a list are: `bầu 4 Phó Bí thư gồm …`, `Phó Chủ tịch là …`."""

    place: int
    titles: tuple[Title, ...]
    holders: tuple[int, ...]
    """Their indexes in `Holding.holders`."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The persons of a sentence, and the stacks of titles that belong to none of them, by their place."""

    holders: tuple[Holder, ...]
    loose: dict[int, tuple[Title, ...]]
    counted: tuple[CountedTitle, ...]
