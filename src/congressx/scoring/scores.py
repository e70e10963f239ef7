"""Precision, recall and F1 of the tables in an output folder against anyone's gold."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from congressx.scoring.given import rows_of_gold
from congressx.scoring.gold import GoldArticle
from congressx.scoring.questions import CORE, TABLES, Comparison, comparisons


@dataclass(frozen=True, slots=True)
class Score:
    """Answers counted: right ones, given ones, and those asked for."""

    right: int = 0
    given: int = 0
    asked: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.given + other.given, self.asked + other.asked)

    @property
    def precision(self) -> float | None:
        """Right ones among those given, in percent; None when none was given."""
        return 100 * self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """Right ones among those asked for, in percent; None when none was asked for."""
        return 100 * self.right / self.asked if self.asked else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both, in percent; None when there is nothing to count.

        >>> Score(right=3, given=4, asked=6).f1
        60.0
        """
        both = self.given + self.asked
        return 100 * 2 * self.right / both if both else None


@dataclass(frozen=True, slots=True)
class Slip:
    """One answer that was missed or is wrong."""

    article: str
    question: str
    missed: bool
    answer: Hashable


@dataclass(slots=True)
class Scores:
    """The score of every question, and what went wrong."""

    articles: int = 0
    questions: dict[str, Score] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Gold articles that have no row in the tables; all they ask for was missed."""

    @property
    def core(self) -> dict[str, float | None]:
        """What is quoted most: mean F1 of its questions; None where one of them has nothing to count."""
        return {name: _mean(self.questions[q].f1 for q in questions) for name, questions in CORE.items()}

    @property
    def mean(self) -> float | None:
        """The mean of `core`."""
        return _mean(self.core.values())

    def add(self, article: str, comparison: Comparison) -> None:
        """Counts the answers of one article to one question."""
        score = Score(comparison.right, comparison.given.total(), comparison.asked.total())
        self.questions[comparison.question] = self.questions.get(comparison.question, Score()) + score
        for missed, answers in ((True, comparison.missed), (False, comparison.wrong)):
            self.slips += [Slip(article, comparison.question, missed, answer) for answer in answers]


def score(folder: Path, gold: Sequence[GoldArticle]) -> Scores:
    """Scores the tables in `folder` on the articles that have gold.

    Raises `OutputError` when the folder has no tables, `InputError` when several articles have the name of one gold article.
    """
    rows, missing = rows_of_gold(folder, gold, TABLES)
    scores = Scores(articles=len(gold), missing=missing, questions=dict.fromkeys(_all_questions(), Score()))
    for article in gold:
        for comparison in comparisons(rows.get(article.name, {}), _as_tables(article)):
            scores.add(article.name, comparison)
    return scores


def _all_questions() -> list[str]:
    beside = ["kpi: mood", "kpi: change", "kpi: comparator", "kpi: indicator"]
    named = [comparison.question for comparison in comparisons({}, {})]
    return sorted([*named, *beside])


def _as_tables(article: GoldArticle) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The gold records under the columns of the tables."""
    terms = [{"start_year": t.get("start"), "end_year": t.get("end"), **t} for t in article.records.get("terms", ())]
    return {**article.records, "terms": terms}


def _mean(values: Iterable[float | None]) -> float | None:
    known = list(values)
    numbers = [value for value in known if value is not None]
    return sum(numbers) / len(numbers) if known and len(numbers) == len(known) else None
