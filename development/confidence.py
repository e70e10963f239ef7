"""Counts how many rows each rule gives on annotated articles and how many are right, and writes `confidences.tsv` from it.

Articles the rules were not written with are named apart (`--unseen`): on them rules do worse, and the figure is for new articles.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from congressx.extractors import all_extractors
from congressx.pipeline import extract_to, fact_records
from congressx.records.confidence import WHOLE_TABLE
from congressx.scoring import Counts, GoldArticle, Tally, confidence, given_rows, read_gold, tally

FILE = Path(__file__).parent.parent / "src" / "congressx" / "records" / "confidences.tsv"
COLUMNS = "# table\trule\tgiven\tright\tunseen given\tunseen right\tconfidence"

Tallies = Mapping[tuple[str, str], Tally]


def main() -> int:
    """Exit status 0 when the file is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="folders of <article>.txt and <article>.json")
    parser.add_argument("--unseen", nargs="*", type=Path, default=[], help="such folders that no rule was written with")
    parser.add_argument("--out", type=Path, default=FILE, help="file to write")
    arguments = parser.parse_args()
    gold, unseen = read_gold(arguments.gold), read_gold(arguments.unseen)
    counted = f"{len(gold)} annotated articles and {len(unseen)} that no rule was written with"
    lines = [f"# Origin: `make confidence` on {counted}", COLUMNS, *_lines(_tallies(gold), _tallies(unseen))]
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{arguments.out}: {len(lines) - 2} lines from {counted}")
    return 0


def _tallies(gold: list[GoldArticle]) -> Tallies:
    if not gold:
        return {}
    with tempfile.TemporaryDirectory() as out:
        extract_to([article.text for article in gold], out)
        return tally(given_rows(Path(out), fact_records(all_extractors())), gold)


def _lines(seen: Tallies, unseen: Tallies) -> Iterator[str]:
    """A line a rule, and before them one for the whole table: it speaks for rules that gave nothing on these articles."""
    nothing = Tally()
    for table in sorted({table for table, _ in {**seen, **unseen}}):
        rules = sorted({rule for of, rule in {**seen, **unseen} if of == table})
        counts = {rule: Counts(seen.get((table, rule), nothing), unseen.get((table, rule), nothing)) for rule in rules}
        whole = Counts(_sum(c.seen for c in counts.values()), _sum(c.unseen for c in counts.values()))
        for rule, count in {WHOLE_TABLE: whole, **counts}.items():
            numbers = (count.seen.given, count.seen.right, count.unseen.given, count.unseen.right)
            yield "\t".join([table, rule, *map(str, numbers), f"{confidence(count, whole):.3f}"])


def _sum(tallies: Iterator[Tally]) -> Tally:
    entries = list(tallies)
    return Tally(sum(entry.given for entry in entries), sum(entry.right for entry in entries))


if __name__ == "__main__":
    sys.exit(main())
