"""How many times faster our words are than `word_tokenize`: medians of interleaved runs on a corpus, from empty caches.

`python development/words_benchmark.py corpus.jsonl.gz --megabytes 5 --runs 5`. Every run takes the whole text with ours and a slice of
it with underthesea (`--slice`, each run another, all of it with `--slice 1`); both are counted in processor seconds a megabyte. Loading
the models is counted apart.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from parity import sentences_of


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def megabytes(sentences: list[str]) -> float:
    """Size in UTF-8."""
    return sum(len(sentence.encode()) for sentence in sentences) / 1e6


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--megabytes", type=float, default=5.5, help="of each corpus at most")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--slice", type=float, default=0.1, help="part of the text that underthesea reads a run")
    options = parser.parse_args()

    from underthesea import word_tokenize

    from congressx.document.words import door, words

    sentences = list(sentences_of(options.corpus, options.megabytes))
    print(f"{len(sentences):,} sentences, {(size := megabytes(sentences)):.2f} MB")
    print(f"load: underthesea {seconds(lambda: word_tokenize('Đại hội')):.2f} s, ours {seconds(door.load):.2f} s")
    ours, warm, theirs = [], [], []
    step = max(1, round(1 / options.slice))
    for run in range(options.runs):
        door.forget()
        ours.append(seconds(lambda: words(sentences)) / size)
        warm.append(seconds(lambda: words(sentences)) / size)
        some = sentences[run % step :: step]
        theirs.append(seconds(lambda: [word_tokenize(s, use_token_normalize=False) for s in some]) / megabytes(some))  # noqa: B023
    for name, times in (("ours, empty caches", ours), ("ours, warm", warm), ("word_tokenize", theirs)):
        middle = statistics.median(times)
        spread = f"{min(times):.3f} to {max(times):.3f}"
        print(f"{name:20}{middle:8.3f} s/MB ({spread}){statistics.median(theirs) / middle:8.1f} times word_tokenize")


if __name__ == "__main__":
    main()
