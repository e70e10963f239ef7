"""How many rows a rule gave on annotated articles and how many of them were right: what `confidence` stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from congressx.scoring.gold import GoldArticle
from congressx.scoring.judging import judge

PRIOR = 10
"""How many rows' worth the table's own share weighs: a rule that gave ten rows is half itself, half its table."""


@dataclass(slots=True)
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

    def pulled_towards(self, whole: Tally) -> float:
        """The rows' own share, pulled towards that of the whole table by `PRIOR` rows.

        >>> Tally(given=10, right=10).pulled_towards(Tally(given=98, right=79))
        0.9
        """
        return (self.right + PRIOR * whole.share) / (self.given + PRIOR)


def tally(
    rows: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]], gold: Iterable[GoldArticle]
) -> dict[tuple[str, str], Tally]:
    """By (table, rule). `rows` are those of each gold article, by its name and by table."""
    tallies: defaultdict[tuple[str, str], Tally] = defaultdict(Tally)
    for article in gold:
        for table, given in rows.get(article.name, {}).items():
            verdicts = judge(table, given, article.records.get(table, ()))
            for row, right in zip(given, verdicts, strict=True):
                entry = tallies[table, row["rule"]]
                entry.given += 1
                entry.right += right
    return dict(sorted(tallies.items()))
