"""Measures congressx against what one would use otherwise, and writes what it found to `benchmarks/RESULTS.md`.

`python benchmarks/run.py CORPUS…` takes JSONL files (packed or not, `text` in every line) or folders of texts; without any, text is made
up. Subjects run one after the other, each in a process of its own on one core, in several rounds; a round takes other articles than the
one before. `--quick` is for looking whether it works.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from subjects import generated

HERE = Path(__file__).parent
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True)
class Entry:
    """One line of the comparison; a share of the text a round is enough for what is slow."""

    name: str
    subject: str
    share: float
    environment: dict[str, str] = field(default_factory=dict)


ENTRIES = (
    Entry("ours", "ours", 1.0),
    Entry("ours without gate", "ours", 0.2, {"CONGRESSX_GATE": "off"}),
    Entry("straightforward pipeline", "straightforward", 0.03),
    Entry("word_tokenize alone", "word_tokenize", 0.1),
    Entry("our words alone", "words", 0.5),
    Entry("underthesea ner", "ner", 0.03),
    Entry("dateparser search_dates", "search_dates", 0.01),
    Entry("floor: read, NFC, split, look up", "floor", 1.0),
)
GROWTH = (1, 2, 5, 10, 20)


def corpus_texts(names: Iterable[str]) -> Iterator[str]:
    """The texts of the corpus in its order."""
    for name in map(Path, names):
        if name.is_dir():
            yield from (path.read_text(encoding="utf-8") for path in sorted(name.rglob("*.txt")))
            continue
        with gzip.open(name, "rt", encoding="utf-8") if name.suffix == ".gz" else name.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def at_least(texts: list[str], megabytes: float) -> Iterator[str]:
    """Texts up to a size; when there are not enough they come again, each with a line that makes it another article."""
    size, turn = 0, 0
    while True:
        for text in texts:
            if size >= megabytes * 1e6:
                return
            size += len(text.encode())
            yield f"{text}\n\nBản in lại, đợt {turn}." if turn else text
        turn += 1


def write(texts: Iterable[str], path: Path) -> float:
    """Writes JSONL and says how many megabytes of text it holds."""
    size = 0
    with path.open("w", encoding="utf-8") as file:
        for text in texts:
            file.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")
            size += len(text.encode())
    return size / 1e6


def measured(subject: str, path: Path, environment: dict[str, str] | None = None) -> dict[str, Any]:
    """What a subject took, in a process of its own on one core."""
    command = [sys.executable, str(HERE / "subjects.py"), subject, str(path)]
    core = {min(os.sched_getaffinity(0))} if hasattr(os, "sched_setaffinity") else None
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | ONE_CORE | (environment or {}),
        preexec_fn=(lambda: os.sched_setaffinity(0, core)) if core else None,
    )  # fmt: skip
    if run.returncode:
        raise SystemExit(f"{subject}: {run.stderr}")
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return found


class Bench:
    """All measurements of one run."""

    def __init__(self, texts: list[str], options: argparse.Namespace, home: Path) -> None:
        self._texts = texts
        self._options = options
        self._home = home
        self.rates: dict[str, list[float]] = defaultdict(list)
        self.loads: dict[str, list[float]] = defaultdict(list)
        self.peaks: dict[str, float] = defaultdict(float)

    def compare(self) -> None:
        """The rounds, interleaved."""
        texts = list(at_least(self._texts, self._options.megabytes))
        for turn in range(self._options.rounds):
            for entry in ENTRIES:
                step = max(1, round(1 / entry.share))
                path = self._home / "slice.jsonl"
                size = write(texts[turn % step :: step], path)
                found = measured(entry.subject, path, entry.environment)
                self.rates[entry.name].append(found["seconds"] / size)
                self.loads[entry.name].append(found["load"])
                self.peaks[entry.name] = max(self.peaks[entry.name], found["peak"])
                print(
                    f"round {turn + 1}: {entry.name}: {found['seconds'] / size:.3f} s/MB of {size:.2f} MB",
                    file=sys.stderr,
                )

    def stations(self) -> dict[str, float]:
        """Time by station, seconds a megabyte."""
        path = self._home / "stations.jsonl"
        size = write(at_least(self._texts, self._options.megabytes), path)
        found = {name: seconds / size for name, seconds in measured("stations", path)["stations"].items()}
        found["the rest"] = 2 * found["all"] - sum(found.values())
        return found

    def growth(self) -> list[tuple[float, float, float]]:
        """(MB, µs a KB, peak MB) for growing inputs."""
        rows = []
        for megabytes in self._options.growth:
            path = self._home / "growing.jsonl"
            size = write(at_least(self._texts, megabytes), path)
            found = measured("ours", path)
            rows.append((size, found["seconds"] / size * 1000, found["peak"]))
            print(f"growth: {rows[-1]}", file=sys.stderr)
        return rows

    def start(self) -> float:
        """Seconds from the command to the tables of one article; the median of five."""
        article = self._home / "one.txt"
        article.write_text(min(self._texts, key=lambda text: abs(len(text) - 4000)), encoding="utf-8")
        return statistics.median(self._command(article, "--jobs", "1") for _ in range(5))

    def jobs(self) -> tuple[float, float, float]:
        """(MB, seconds with one process, seconds with two); medians of interleaved runs."""
        path = self._home / "jobs.jsonl"
        size = write(at_least(self._texts, self._options.jobs_megabytes), path)
        times: dict[str, list[float]] = {"1": [], "2": []}
        for _ in range(self._options.jobs_rounds):
            for jobs, taken in times.items():
                taken.append(self._command(path, "--jobs", jobs))
                print(f"--jobs {jobs}: {taken[-1]:.1f} s", file=sys.stderr)
        return size, statistics.median(times["1"]), statistics.median(times["2"])

    def _command(self, source: Path, *options: str) -> float:
        with tempfile.TemporaryDirectory(dir=self._home) as out:
            command = [sys.executable, "-m", "congressx", "extract", str(source), "--out", out, *options]
            as_installed = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(self._home / "compiled")}
            begun = time.monotonic()
            run = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | as_installed)
            if run.returncode not in {0, 1}:  # 1: some articles of the corpus are not for us
                raise SystemExit(f"{' '.join(command)}: {run.stderr}")
            return time.monotonic() - begun


def machine() -> str:
    """What it was measured on."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else model
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{model}, {usable} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} at the end"


def report(bench: Bench, options: argparse.Namespace, size: float, taken: dict[str, Any]) -> str:
    """The results as Markdown."""
    medians = {name: statistics.median(rates) for name, rates in bench.rates.items()}
    mine, words = medians["ours"], medians["word_tokenize alone"]
    lines = [
        "# Results", "", f"Written by `{taken['command']}` on {dt.date.today():%Y-%m-%d}; not to be edited.", "",
        f"Machine: {machine()}. Text: {taken['what']}, {size:.1f} MB in UTF-8; {options.rounds} interleaved rounds.", "",
        "Seconds are processor seconds a megabyte of text, medians; loading of code and models is counted apart. The extraction asks for "
        "no words today, so it needs no evaluator of words; `our words alone` is what it would cost.", "",
        "| subject | s/MB | from … to | KB/s | times as fast as word_tokenize | ours is … times as fast | load, s | peak, MB |",
        "|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for name, rate in medians.items():
        spread = f"{min(bench.rates[name]):.3f} … {max(bench.rates[name]):.3f}"
        lines.append(
            f"| {name} | {rate:.3f} | {spread} | {1000 / rate:,.0f} | {words / rate:.2f} | {rate / mine:.2f} "
            f"| {statistics.median(bench.loads[name]):.1f} | {bench.peaks[name]:.0f} |"
        )
    lines += ["", "## Time by station", "", "| station | s/MB | share |", "|---|---|---|"]
    whole = taken["stations"]["all"]
    for name, rate in sorted(taken["stations"].items(), key=lambda item: -item[1]):
        lines.append(f"| {name} | {rate:.3f} | {rate / whole:.0%} |")
    lines += ["", "## Growth", "", "| MB | µs/KB | peak, MB |", "|---|---|---|"]
    lines += [f"| {megabytes:.1f} | {rate:.0f} | {peak:.0f} |" for megabytes, rate, peak in taken["growth"]]
    many, one, two = taken["jobs"]
    lines += [
        "", "## Start and jobs", "", "| measured | |", "|---|---|",
        f"| one article, from the command to its tables, wall clock | {taken['start']:.2f} s |",
        f"| {many:.1f} MB, `--jobs 1`, wall clock | {one:.1f} s |", f"| {many:.1f} MB, `--jobs 2`, wall clock | {two:.1f} s |",
        f"| two jobs are … times as fast as one | {one / two:.2f} |", "",
    ]  # fmt: skip
    return "\n".join(lines)


def main() -> None:
    """Measures and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="*")
    parser.add_argument("--megabytes", type=float, default=4.0)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--growth", type=float, nargs="*", default=GROWTH)
    parser.add_argument("--jobs-megabytes", type=float, default=40.0)
    parser.add_argument("--jobs-rounds", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="a small text, one round")
    parser.add_argument("--results", type=Path, default=HERE / "RESULTS.md")
    options = parser.parse_args()
    if options.quick:
        options.megabytes, options.rounds, options.growth, options.jobs_megabytes = 0.5, 1, (0.2, 0.5), 2.0
    texts = list(dict.fromkeys(corpus_texts(options.corpus) if options.corpus else generated(20)))
    random.Random(1).shuffle(texts)  # every size has the same mixture
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        bench = Bench(texts, options, Path(home))
        bench.compare()
        taken: dict[str, Any] = {
            "stations": bench.stations(), "growth": bench.growth(), "start": bench.start(), "jobs": bench.jobs(),
            "what": ", ".join(Path(name).name for name in options.corpus) or "made up",
            "command": " ".join(["python benchmarks/run.py", *(Path(a).name if "/" in a else a for a in sys.argv[1:])]),
        }  # fmt: skip
        size = sum(len(text.encode()) for text in at_least(texts, options.megabytes)) / 1e6
        options.results.write_text(report(bench, options, size, taken), encoding="utf-8")
    print(f"{options.results}: written after {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
