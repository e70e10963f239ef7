"""Scores the tables of a gold folder and fails when a figure is under the floor kept in `floors.json`.

Floors are F1 in percent, a margin under what was reached: a rule that is right about the language may cost an article that an
older rule fitted by luck. They only ever rise: `--raise` writes those that are higher than before and never a lower one.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

from congressx.pipeline import extract_to

FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 1e-9
MARGIN = 2.0


def main() -> int:
    """Exit status 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of <article>.txt and <article>.json")
    parser.add_argument("--scorer", type=Path, required=True, help="the scoring script")
    parser.add_argument("--raise", dest="raising", action="store_true", help="raise the floors to what was reached")
    arguments = parser.parse_args()
    reached = score(arguments.gold, arguments.scorer)
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    missed = {name: floor for name, floor in floors.items() if reached.get(name, 0.0) < floor - TOLERANCE}
    for name, value in sorted(reached.items()):
        print(f"{name:36}{value:7.1f}   floor {floors.get(name, 0.0):5.1f}{'   MISSED' if name in missed else ''}")
    if missed:
        print(f"{len(missed)} figures under their floor: look with score.py --errors, mend the rules; floors only rise")
        return 1
    if arguments.raising:
        reachable = {name: math.floor((value - MARGIN) * 10) / 10 for name, value in reached.items()}
        raised = {name: max(floors.get(name, 0.0), value) for name, value in reachable.items()}
        FLOORS.write_text(json.dumps(dict(sorted(raised.items())), indent=1) + "\n", encoding="utf-8")
    return 0


def score(gold: Path, scorer: Path) -> dict[str, float]:
    """F1 of every question, the five core figures and their mean, in percent."""
    with tempfile.TemporaryDirectory() as folder:
        out, report = Path(folder, "out"), Path(folder, "report.json")
        extract_to([gold], out)
        command = [sys.executable, str(scorer), str(out), str(gold), "--json", str(report)]
        run = subprocess.run(command, check=True, capture_output=True, text=True)
        print(run.stdout)
        figures = json.loads(report.read_text(encoding="utf-8"))
    reached = {name: row["f1"] for name, row in figures["questions"].items() if not math.isnan(row["f1"])}
    core = figures["core"]
    return (
        reached | {f"core: {name}": value for name, value in core.items()} | {"mission": sum(core.values()) / len(core)}
    )


if __name__ == "__main__":
    sys.exit(main())
