"""How many rows a rule gave on annotated articles and how many of them were right: what `confidence` stands on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from congressx.scoring.gold import GoldArticle
from congressx.scoring.judging import judge

PRIOR = 10
"""How many rows' worth it weighs what a rule is pulled towards: one that gave ten rows is half itself, half its table."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows given and right ones among them."""

    given: int = 0
    right: int = 0

    @property
    def share(self) -> float:
        """Right rows among those given, by the rule of succession: nothing is certain because it was never seen to fail.

        >>> Tally(given=8, right=8).share
        0.9
        """
        return (self.right + 1) / (self.given + 2)

    def pulled_towards(self, share: float, prior: int = PRIOR) -> float:
        """The rows' own share, pulled towards another by `prior` rows.

        >>> Tally(given=10, right=10).pulled_towards(0.8)
        0.9
        """
        return (self.right + prior * share) / (self.given + prior)


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted on articles the rules were written with, and on articles nobody had looked at."""

    seen: Tally = Tally()
    unseen: Tally = Tally()


def confidence(rule: Counts, table: Counts) -> float:
    """The share of right rows to expect of a rule on a new article.

    On the articles it was written with, a rule's share is pulled towards its table's. On unseen articles tables do worse; the
    rule is taken to do worse by as much, and what it gave on unseen articles itself speaks last. Without unseen articles the
    first step is all.

    >>> seen = Counts(Tally(100, 98)), Counts(Tally(998, 979))
    >>> round(confidence(*seen), 3)
    0.98
    >>> unseen = Counts(Tally(100, 98), Tally(10, 6)), Counts(Tally(998, 979), Tally(90, 70))
    >>> round(confidence(*unseen), 3)
    0.714
    """
    table_share = table.unseen.pulled_towards(table.seen.share, prior=3 * PRIOR)
    expected = rule.seen.pulled_towards(table.seen.share) * min(1.0, table_share / table.seen.share)
    return rule.unseen.pulled_towards(expected)


def tally(
    rows: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]], gold: Iterable[GoldArticle]
) -> dict[tuple[str, str], Tally]:
    """By (table, rule). `rows` are those of each gold article, by its name and by table."""
    given: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for article in gold:
        for table, answers in rows.get(article.name, {}).items():
            verdicts = judge(table, answers, article.records.get(table, ()))
            given.update((table, row["rule"]) for row in answers)
            right.update((table, row["rule"]) for row, verdict in zip(answers, verdicts, strict=True) if verdict)
    return {key: Tally(given[key], right[key]) for key in sorted(given)}
