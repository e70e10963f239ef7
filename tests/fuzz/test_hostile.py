"""Text made to make patterns run for ever: a kind's own words in any order, without an end."""

from __future__ import annotations

import json
import random
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest
import regex

from congressx.document import body_document
from congressx.engine import Extractor, run
from congressx.extractors import all_extractors

SIZE = 100_000
"""Characters of a text."""
NUMBERS = (
    "15/16",
    "55/58 đảng viên",
    "12",
    "2020 - 2025",
    "12/6",
    "ngày 12/6/2020",
    "96,9%",
    "lần thứ XII",
    ",",
    ";",
    ":",
    "và",
    "(",
)
_MARKS = regex.compile(r"\[\[|\]\]|[.!?…]")
KINDS = {extractor.kind: extractor for extractor in all_extractors()}


def vocabulary(kind: str) -> list[str]:
    """Entries of the kind's gazetteers, its gold sentences without their ends, words of its patterns, and figures."""
    folder = files("congressx.extractors").joinpath(kind)
    found = [word for file in folder.iterdir() for word in _words_of(file)]
    patterns = " ".join(getattr(rule, "pattern", "") for rule in KINDS[kind].rules)
    return sorted({*found, *regex.findall(r"\p{L}{2,}", patterns), *NUMBERS})


def _words_of(file: Traversable) -> list[str]:
    if file.name.endswith(".jsonl"):
        texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [_MARKS.sub(" ", text) for text in texts]
    if file.name.endswith((".txt", ".tsv")):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        return [word for line in lines for word in line.split("\t") if word]
    return []


def endless(words: list[str], seed: int) -> str:
    """Words at random and some of them many times, as one sentence."""
    chance, pieces, length = random.Random(seed), [], 0
    while length < SIZE:
        word = chance.choice(words)
        times = chance.choice((1, 1, 1, 1, 2, 5, 40))
        pieces += [word] * times
        length += times * (len(word) + 1)
    return " ".join(pieces)[:SIZE]


def told(text: str, kind: str) -> list[str]:
    """Overruns of the kind's rules and link, which sees no neighbours, over a text."""
    neighbours = [Extractor(name, (), KINDS[name].records) for name in KINDS[kind].needs]
    result = run(body_document(text), [*neighbours, KINDS[kind]])
    return [rejection.detail for rejection in result.rejections if rejection.reason == "overrun"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_own_words_without_an_end(kind: str) -> None:
    assert told(endless(vocabulary(kind), seed=1), kind) == []


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("unbroken", ["đồngchí", "1", "1.", "1/", "Lê", "đạt 5%,", "(", "“", "Đại hội lần thứ "])
def test_one_piece_over_and_over(kind: str, unbroken: str) -> None:
    assert told((unbroken * SIZE)[: SIZE // 20], kind) == []
