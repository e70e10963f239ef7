"""Counts how many rows each rule gives on annotated articles and how many are right, and writes `confidences.tsv` from it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from congressx.extractors import all_extractors
from congressx.pipeline import extract_to, fact_records
from congressx.records.confidence import WHOLE_TABLE
from congressx.scoring import Tally, read_gold, rows_by_article, tally

FILE = Path(__file__).parent.parent / "src" / "congressx" / "records" / "confidences.tsv"


def main() -> int:
    """Exit status 0 when the file is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="folders of <article>.txt and <article>.json")
    parser.add_argument("--out", type=Path, default=FILE, help="file to write")
    arguments = parser.parse_args()
    gold = read_gold(arguments.gold)
    with tempfile.TemporaryDirectory() as out:
        extract_to([article.text for article in gold], out)
        tallies = tally(rows_by_article(Path(out), fact_records(all_extractors())), gold)
    given = sum(entry.given for entry in tallies.values())
    origin = f"# Origin: `make confidence` on {len(gold)} annotated articles, {given} rows."
    lines = [origin, "# table\trule\tgiven\tright\tconfidence", *_lines(tallies)]
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{arguments.out}: {len(tallies)} rules on {len(gold)} articles, {given} rows")
    return 0


def _lines(tallies: Mapping[tuple[str, str], Tally]) -> Iterator[str]:
    """A line a rule, and before them one for the whole table: it speaks for rules that gave nothing on these articles."""
    for table in sorted({table for table, _ in tallies}):
        rules = {rule: entry for (of, rule), entry in tallies.items() if of == table}
        whole = Tally(sum(t.given for t in rules.values()), sum(t.right for t in rules.values()))
        for rule, entry in [(WHOLE_TABLE, whole), *sorted(rules.items())]:
            yield f"{table}\t{rule}\t{entry.given}\t{entry.right}\t{entry.pulled_towards(whole):.3f}"


if __name__ == "__main__":
    sys.exit(main())
