"""Lists what looks like a kind and was not taken, grouped by cause, and what was taken at the edge of a rule.

Where to look next when a kind is to be mended: the largest groups first. Corpora without gold will do.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from congressx.corpus import Article, find_sources, read_articles
from congressx.document import Document, Sentence, read_document
from congressx.engine import Extractor, FactRecord, Rejection
from congressx.errors import InputError
from congressx.extractors import all_extractors
from congressx.pipeline import read_facts
from congressx.span import Span

EDGE = 0.9
"""Rows of rules below this confidence are shown first."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words of a sentence, to be read by eye."""

    source: str
    sentence: str
    words: Span

    def __str__(self) -> str:
        before, words, after = (
            self.sentence[: self.words.start],
            self.words.of(self.sentence),
            self.sentence[self.words.stop :],
        )
        around = f"{before[-90:]}[[{words}]]{after[:90]}"
        return f"{Path(self.source).name}: {' '.join(around.split())}"


class Miner:
    """Reads articles and keeps what it saw, by cause and by rule."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor
        self.untaken: defaultdict[str, list[Sighting]] = defaultdict(list)
        self.taken: defaultdict[tuple[float, str], list[Sighting]] = defaultdict(list)
        self.articles = 0

    def read(self, article: Article) -> None:
        """Everything in the article that looks like the kind, and every row of it."""
        try:
            document = read_document(article)
        except InputError:
            return  # not an article of ours: `congressx extract` says why
        self.articles += 1
        records, rejections = read_facts(document, all_extractors())
        self._note_taken(document, records)
        self._note_untaken(document, records, rejections)

    def _note_taken(self, document: Document, records: Sequence[tuple[str, FactRecord]]) -> None:
        for table, record in self._own(records):
            sentence = document.sentence_at(record.start)
            if sentence is None:
                continue
            words = Span(record.start - sentence.span.start, min(record.stop, sentence.span.stop) - sentence.span.start)
            confidence = 0.0 if record.confidence is None else record.confidence
            self.taken[confidence, f"{table}: {record.rule}"].append(Sighting(document.source, sentence.text, words))

    def _note_untaken(
        self, document: Document, records: Sequence[tuple[str, FactRecord]], rejections: Sequence[Rejection]
    ) -> None:
        own = [_span(record) for _, record in self._own(records)]
        for sentence in document.sentences:
            for match in self._extractor.loose.finditer(sentence.folded):
                words = Span(*match.span())
                there = sentence.here(words)
                if not any(span.overlaps(there) for span in own):
                    cause = _refusal(there, records, rejections) or _surroundings(sentence, words)
                    self.untaken[cause].append(Sighting(document.source, sentence.text, words))

    def _own(self, records: Sequence[tuple[str, FactRecord]]) -> list[tuple[str, FactRecord]]:
        return [(table, record) for table, record in records if table in self._extractor.records]


def _span(record: FactRecord) -> Span:
    return Span(record.start, record.stop)


def _refusal(there: Span, records: Sequence[tuple[str, FactRecord]], rejections: Sequence[Rejection]) -> str | None:
    """The rule that refused the words, or the table that took them."""
    for rejection in rejections:
        if rejection.span.overlaps(there):
            return f"refused by {rejection.rule}: {rejection.reason}"
    return next((f"in the quote of {table}" for table, record in records if _span(record).overlaps(there)), None)


def _surroundings(sentence: Sentence, words: Span) -> str:
    """The word before and the words themselves, figures as `#`."""
    before = sentence.folded[: words.start].split()[-1:] or ["^"]
    return f"{before[0]} … {regex.sub(r'[0-9][0-9.,]*', '#', ' '.join(words.of(sentence.folded).split()))}"


def report(miner: Miner, groups: int, examples: int, chance: random.Random) -> None:
    """Prints the causes, the largest first, and the rules, the least trusted first."""
    sizes = Counter({cause: len(seen) for cause, seen in miner.untaken.items()})
    print(f"{miner.articles} articles; not taken: {sizes.total()} in {len(sizes)} groups")
    for cause, size in sizes.most_common(groups):
        _print_group(f"{size:6}  {cause}", miner.untaken[cause], examples, chance)
    print(f"\ntaken: {sum(map(len, miner.taken.values()))}; rules below {EDGE} first")
    for (confidence, rule), seen in sorted(miner.taken.items()):
        _print_group(f"{len(seen):6}  {rule} ({confidence:.3f})", seen, examples * (1 + (confidence < EDGE)), chance)


def _print_group(head: str, seen: Sequence[Sighting], examples: int, chance: random.Random) -> None:
    print(head)
    for sighting in chance.sample(seen, min(examples, len(seen))):
        print(f"          {sighting}")


def main() -> int:
    """Exit status 2 when there is no such kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", help="a folder of src/congressx/extractors")
    parser.add_argument("corpus", nargs="+", help="files, folders or datasets of articles")
    parser.add_argument("--groups", type=int, default=40, help="how many causes to show (%(default)s)")
    parser.add_argument("--examples", type=int, default=4, help="how many of each (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="which ones (%(default)s)")
    arguments = parser.parse_args()
    extractor = next((e for e in all_extractors() if e.kind == arguments.kind), None)
    if extractor is None:
        print(
            f"{arguments.kind}: no such kind; known are {', '.join(e.kind for e in all_extractors())}", file=sys.stderr
        )
        return 2
    miner = Miner(extractor)
    for source in find_sources(arguments.corpus).sources:
        for article in read_articles(source):
            if isinstance(article, Article):
                miner.read(article)
    report(miner, arguments.groups, arguments.examples, random.Random(arguments.seed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
