"""What a count of members or units is read from: the words on both sides and what was read to its left."""

from __future__ import annotations

from dataclasses import dataclass

from congressx.extractors.memberships.counts import Count
from congressx.extractors.memberships.record import Measure
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with what it measures and the rule that says so."""

    rule: str
    measure: Measure
    count: Count


@dataclass(frozen=True, slots=True)
class Place:
    """A count among the others of its sentence."""

    count: Count
    read: tuple[Figure, ...]
    """What was read to its left."""

    def before(self, pattern: Pattern, reach: int = 160) -> bool:
        """Whether the pattern ends the words before it."""
        return pattern.search(self.count.before[-reach:]) is not None

    def after(self, pattern: Pattern) -> bool:
        """Whether the pattern begins the words behind it."""
        return pattern.match(self.count.after) is not None


def compiled(pattern: str) -> Pattern:
    """A pattern in which a blank stands for what pages put between words."""
    return Pattern(phrase(pattern))


def between(left: Figure, right: Count) -> str:
    """The words from a figure to a count on its right."""
    return right.before[left.count.noun.stop :]
