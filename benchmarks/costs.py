"""What 10^6 and 10^8 articles take, computed from `benchmarks/RESULTS.md`, written into `docs/scale.md` between two marks.

`python benchmarks/costs.py --price 0.05 --kilobytes 8`: prices and sizes are assumptions, so they are options.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

HERE = Path(__file__).parent
BEGIN, END = "<!-- costs: begin, written by benchmarks/costs.py -->", "<!-- costs: end -->"


def figure(results: str, pattern: str) -> float:
    """A figure of the results; SystemExit when it is not there."""
    found = re.search(pattern, results)
    if found is None:
        raise SystemExit("benchmarks/RESULTS.md lacks what the costs are computed from; run make bench")
    return float(found[1])


def duration(hours: float) -> str:
    """Hours as a person says them."""
    if hours < 1:
        return f"{hours * 60:.0f} min"
    return f"{hours:.1f} h" if hours < 48 else f"{hours / 24:.1f} days"


def table(results: str, options: argparse.Namespace) -> str:
    """The table and what it assumes."""
    rate = figure(results, r"\| ours \| ([\d.]+) \|")
    gain = figure(results, r"two jobs are … times as fast as one \| ([\d.]+) \|")
    share = min(1.0, gain / 2)
    measured = ", ".join(re.findall(r"`python [^`]*`|\bload [\d.]+", results)[:2])
    lines = [
        f"From `benchmarks/RESULTS.md` ({measured}): {rate:.3f} processor seconds a megabyte of text; two processes are {gain:.2f} "
        f"times as fast as one, so each core is taken to do {share:.0%} of what it does alone. "
        f"Assumed: {options.kilobytes:g} KB an article, "
        f"{options.price:g} USD a core and hour, and that readers and the writing process keep up (see below).", "",
        "| articles | text | cores | time | core hours | USD |", "|---|---|---|---|---|---|",
    ]  # fmt: skip
    for articles, cores in ((10**6, 8), (10**6, 64), (10**8, 64), (10**8, 1024)):
        megabytes = articles * options.kilobytes / 1000
        hours = megabytes * rate / 3600 / share
        lines.append(
            f"| {articles:,} | {megabytes / 1000:,.0f} GB | {cores} | {duration(hours / cores)} | {hours:,.0f} "
            f"| {hours * options.price:,.2f} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--price", type=float, default=0.05, help="USD a core and hour")
    parser.add_argument("--kilobytes", type=float, default=8.0, help="UTF-8 of an article")
    parser.add_argument("--results", type=Path, default=HERE / "RESULTS.md")
    options = parser.parse_args()
    page = HERE.parent / "docs" / "scale.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    computed = table(options.results.read_text(encoding="utf-8"), options)
    page.write_text(f"{before}{BEGIN}\n\n{computed}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
