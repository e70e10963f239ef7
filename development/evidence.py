"""Counts on annotated articles what speaks for and against a number being a figure, and writes `evidence.tsv` from it.

Every number of their sentences is a case, right where the gold has its figure; logistic regression weighs what is seen of it
(`marks`). Cases that a reader could not decide may stand in the gold file as `undecided`, with the keys of `kpis`: they are
left out.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congressx.corpus import read_article
from congressx.document import SectionKind, Sentence, read_document
from congressx.extractors.kpis.evidence import ENOUGH, LEAST, START, marks
from congressx.extractors.kpis.figure import Sight
from congressx.extractors.kpis.figures import figured
from congressx.vietnamese.spelling import fold

FILE = Path(__file__).parent.parent / "src" / "congressx" / "extractors" / "kpis" / "evidence.tsv"
COLUMNS = "# place\tword\ttenths of log-odds\tnumbers\tfigures"
RAREST = 12
"""What is seen of fewer numbers weighs nothing."""
LIGHTEST = 1
"""Tenths; what weighs less is left out."""
PULL = {"sentence": 40.0, "start": 0.0}
PULL_ELSEWHERE = 7.0
"""How strongly weights are pulled to nothing: a word far from the number must earn its weight."""
PASSES = 25
FOLDS = 6
_FIGURE = ("value", "value_high", "total", "unit")

Mark = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A number of an annotated article."""

    article: str
    marks: frozenset[Mark]
    named: bool
    """Whether a reader makes a figure of it."""
    right: bool


def main() -> int:
    """Exit status 0 when the file is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="folders of <article>.txt and <article>.json")
    parser.add_argument("--crosswise", action="store_true", help="only say how the weights do on articles left out")
    arguments = parser.parse_args()
    files = [file for folder in arguments.gold for file in sorted(folder.glob("*.json"))]
    cases = [case for file in files for case in _cases(file)]
    if arguments.crosswise:
        _tell(_crosswise(cases))
        return 0
    weights = _weights(cases)
    seen = Counter(mark for case in cases for mark in case.marks)
    right = Counter(mark for case in cases if case.right for mark in case.marks)
    rows = sorted(
        f"{place}\t{word}\t{tenths}\t{seen[place, word]}\t{right[place, word]}"
        for (place, word), tenths in weights.items()
    )
    origin = f"# Origin: `make evidence` on {len(cases)} numbers of {len(files)} annotated articles"
    FILE.write_text("\n".join([origin, COLUMNS, *rows]) + "\n", encoding="utf-8")
    print(f"{FILE}: {len(rows)} lines")
    _tell([(case, _weight(case, weights)) for case in cases])
    return 0


# --- cases --------------------------------------------------------------------------------------------------------------


def _cases(file: Path) -> Iterator[Case]:
    content = json.loads(file.read_text(encoding="utf-8"))
    document = read_document(read_article(str(file.with_suffix(".txt"))))
    numbers = [
        (sentence, sight, named)
        for sentence in document.sentences
        if sentence.section is not SectionKind.TITLE
        for sight, named in figured(sentence.folded)
    ]
    right = _found(numbers, content["kpis"])
    undecided = _found(numbers, content.get("undecided", []))
    for at, (_, sight, named) in enumerate(numbers):
        if at not in undecided:
            yield Case(file.stem, marks(sight) | {START}, named, at in right)


def _found(numbers: Sequence[tuple[Sentence, Sight, bool]], records: Sequence[Mapping[str, Any]]) -> set[int]:
    """Which numbers the records are of: with their figure, within their quote where one is there."""
    found: set[int] = set()
    for record in records:
        figure, quote = tuple(record.get(key) for key in _FIGURE), _squeezed(record.get("quote") or "")
        alike = [at for at, (_, sight, _) in enumerate(numbers) if at not in found and _figure(sight) == figure]
        quoted = [at for at in alike if _stands_in(quote, numbers[at][0].folded, numbers[at][1])]
        found.update((quoted or alike)[:1])
    return found


def _figure(sight: Sight) -> tuple[object, ...]:
    quantity = sight.quantity
    return (quantity.value, quantity.value_high, quantity.total, quantity.unit.value)


def _stands_in(quote: str, folded: str, sight: Sight) -> bool:
    start = _squeezed(folded).find(quote)
    at = len(_squeezed(folded[: sight.quantity.number.start]))
    return start >= 0 and start <= at + 1 <= start + len(quote)


def _squeezed(text: str) -> str:
    return " ".join(fold(text).split())


# --- weights ------------------------------------------------------------------------------------------------------------


def _weights(cases: Sequence[Case]) -> dict[Mark, int]:
    """Tenths of log-odds by mark: logistic regression, one mark after the other."""
    holding: dict[Mark, list[int]] = defaultdict(list)
    for at, case in enumerate(cases):
        for mark in case.marks:
            holding[mark].append(at)
    common = sorted((mark for mark, at in holding.items() if len(at) >= RAREST), key=lambda mark: (mark != START, mark))
    odds, weights = [0.0] * len(cases), dict.fromkeys(common, 0.0)
    for _ in range(PASSES):
        for mark in common:
            step = _step(cases, holding[mark], odds, weights[mark], PULL.get(mark[0], PULL_ELSEWHERE))
            weights[mark] += step
            for at in holding[mark]:
                odds[at] += step
    tenths = {mark: round(10 * value) for mark, value in weights.items()}
    return {mark: value for mark, value in tenths.items() if abs(value) >= LIGHTEST}


def _step(cases: Sequence[Case], holding: Sequence[int], odds: Sequence[float], weight: float, pull: float) -> float:
    """Newton's step for one weight."""
    slope, bend = -pull * weight, pull + 1e-6
    for at in holding:
        share = 1 / (1 + math.exp(-odds[at]))
        slope += cases[at].right - share
        bend += share * (1 - share)
    return slope / bend


def _weight(case: Case, weights: Mapping[Mark, int]) -> int:
    return sum(weights.get(mark, 0) for mark in case.marks)


def _crosswise(cases: Sequence[Case]) -> list[tuple[Case, int]]:
    """Every case with the weight that the articles of the other folds give it."""
    articles = sorted({case.article for case in cases})
    random.Random(3).shuffle(articles)
    fold_of = {article: at % FOLDS for at, article in enumerate(articles)}
    weighed: list[tuple[Case, int]] = []
    for number in range(FOLDS):
        weights = _weights([case for case in cases if fold_of[case.article] != number])
        weighed += [(case, _weight(case, weights)) for case in cases if fold_of[case.article] == number]
    return weighed


def _tell(weighed: Sequence[tuple[Case, int]]) -> None:
    right = sum(case.right for case, _ in weighed)
    for what, given in (
        ("readers alone", [case for case, _ in weighed if case.named]),
        ("with evidence", [case for case, weight in weighed if weight > (LEAST if case.named else ENOUGH)]),
    ):
        hits = sum(case.right for case in given)
        print(
            f"{what}: precision {hits / max(1, len(given)):.3f}, recall {hits / max(1, right):.3f} of {right} figures"
        )


if __name__ == "__main__":
    sys.exit(main())
