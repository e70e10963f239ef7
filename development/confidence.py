"""Counts how many rows each rule gives on annotated articles and how many are right, and writes `confidences.tsv` from it.

Articles the rules were not written with are named apart (`--unseen`): on them rules do worse, and the figure is for new articles.
`unseen.tsv` keeps what the rules of their day gave on articles that were opened later (`--before-opening`): those counts are
added, or they would be lost with the opening.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from congressx.extractors import all_extractors
from congressx.pipeline import extract_to, fact_records
from congressx.records.confidence import WHOLE_TABLE
from congressx.scoring import Counts, GoldArticle, Tally, confidence, given_rows, read_gold, tally

FILE = Path(__file__).parent.parent / "src" / "congressx" / "records" / "confidences.tsv"
COLUMNS = "# table\trule\tgiven\tright\tunseen given\tunseen right\tconfidence"
EARLIER = Path(__file__).parent / "unseen.tsv"
EARLIER_COLUMNS = "# table\trule\tgiven\tright"

Tallies = Mapping[tuple[str, str], Tally]


def main() -> int:
    """Exit status 0 when the file is written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "gold", nargs="*", type=Path, help="folders of <article>.txt and <article>.json; if none, counts stay"
    )
    parser.add_argument("--unseen", nargs="*", type=Path, default=[], help="such folders that no rule was written with")
    parser.add_argument("--out", type=Path, default=FILE, help="file to write")
    parser.add_argument(
        "--tables", nargs="*", help="with --before-opening: tables that are annotated; all, if not given"
    )
    parser.add_argument("--before-opening", action="store_true", help=f"count the articles into {EARLIER.name} instead")
    arguments = parser.parse_args()
    if arguments.before_opening and not arguments.gold:
        parser.error("--before-opening counts the articles of gold folders: name some")
    gold, unseen = read_gold(arguments.gold), read_gold(arguments.unseen)
    if arguments.before_opening:
        _keep(_tallies(gold), len(gold), arguments.tables)
        return 0
    first, seen = (_origin(len(gold), len(unseen)), _tallies(gold)) if gold else _seen_before()
    lines = [first, COLUMNS, *_lines(seen, _tallies(unseen), _earlier())]
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{arguments.out}: {len(lines) - 2} lines")
    return 0


def _origin(gold: int, unseen: int) -> str:
    counted = f"{gold} annotated articles and {unseen} that no rule was written with"
    return f"# Origin: `make confidence` on {counted}, and on those of {EARLIER.name} before they were opened"


def _seen_before() -> tuple[str, Tallies]:
    """The first line of `confidences.tsv`, and what it holds of articles that rules were written with."""
    first, _, *lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return first, {(row[0], row[1]): Tally(int(row[2]), int(row[3])) for row in rows if row[1] != WHOLE_TABLE}


def _earlier() -> Tallies:
    """What is in `unseen.tsv`."""
    rows = [line.split("\t") for line in EARLIER.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {(table, rule): Tally(int(given), int(right)) for table, rule, given, right in rows}


def _keep(tallies: Tallies, articles: int, tables: list[str] | None) -> None:
    """Adds counts to `unseen.tsv`, and a line that says of how many articles, which tables of them, and when."""
    of = f" ({', '.join(tables)})" if tables else ""
    tallies = {(table, rule): entry for (table, rule), entry in tallies.items() if not tables or table in tables}
    origins = [line for line in EARLIER.read_text(encoding="utf-8").splitlines() if line.startswith("# Origin")]
    whole = _added(_earlier(), tallies)
    lines = [f"{table}\t{rule}\t{entry.given}\t{entry.right}" for (table, rule), entry in sorted(whole.items())]
    origins.append(f"# Origin: {articles} articles{of}, {date.today()}")
    EARLIER.write_text("\n".join([*origins, EARLIER_COLUMNS, *lines]) + "\n", encoding="utf-8")
    print(f"{EARLIER}: {len(lines)} lines")


def _added(some: Tallies, others: Tallies) -> Tallies:
    return {key: _sum(tallies[key] for tallies in (some, others) if key in tallies) for key in {**some, **others}}


def _tallies(gold: list[GoldArticle]) -> Tallies:
    if not gold:
        return {}
    with tempfile.TemporaryDirectory() as out:
        extract_to([article.text for article in gold], out)
        return tally(given_rows(Path(out), fact_records(all_extractors())), gold)


def _lines(seen: Tallies, unseen: Tallies, earlier: Tallies) -> Iterator[str]:
    """A line a rule, and before them one for the whole table: it speaks for rules that gave nothing on these articles."""
    nothing = Tally()
    today = {**seen, **unseen}
    unseen = _added(unseen, earlier)
    for table in sorted({table for table, _ in today}):
        rules = sorted({rule for of, rule in today if of == table})
        counts = {rule: Counts(seen.get((table, rule), nothing), unseen.get((table, rule), nothing)) for rule in rules}
        whole = Counts(*(_sum(tally for (of, _), tally in some.items() if of == table) for some in (seen, unseen)))
        for rule, count in {WHOLE_TABLE: whole, **counts}.items():
            numbers = (count.seen.given, count.seen.right, count.unseen.given, count.unseen.right)
            yield "\t".join([table, rule, *map(str, numbers), f"{confidence(count, whole):.3f}"])


def _sum(tallies: Iterable[Tally]) -> Tally:
    entries = list(tallies)
    return Tally(sum(entry.given for entry in entries), sum(entry.right for entry in entries))


if __name__ == "__main__":
    sys.exit(main())
