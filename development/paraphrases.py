"""Tells articles in other words that change no fact, and lists the rows that change all the same.

Of two readings of the same facts one is wrong, so a row that changes shows a brittle rule; corpora without gold will do. Persons
get names of `other_names.tsv`, days others of the same shape, words those of `paraphrases.tsv`; pages get a dateline, a by-line,
a title in capitals.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import regex

from congressx.corpus import Article, find_sources, read_articles
from congressx.document import read_document
from congressx.engine import FactRecord
from congressx.errors import InputError
from congressx.extractors import all_extractors
from congressx.pipeline import read_facts
from congressx.vietnamese.gazetteers import rows as gazetteer
from congressx.vietnamese.spelling import fold

SYNONYMS = Path(__file__).with_suffix(".tsv")
NAMES = Path(__file__).with_name("other_names.tsv")
DAYS = frozenset({"stated", "starts_on", "ends_on", "date", "as_of"})
DATELINE = "(SBN) - "
BYLINE = "Bài, ảnh: Thu Hà"

Words = Callable[[str], str]
Facts = list[tuple[str, FactRecord]]


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """One way to tell an article otherwise."""

    family: str
    text: Words
    words: Words
    """What it makes of the strings of a row."""
    spared: frozenset[str] = frozenset()
    """Fields that it changes."""


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is in one of two readings only."""

    family: str
    table: str
    gone: bool
    fields: Mapping[str, Any]
    source: str
    sentence: str

    def __str__(self) -> str:
        said = " ".join(f"{name}={value}" for name, value in self.fields.items() if value not in (None, ()))
        return f"{'-' if self.gone else '+'} {Path(self.source).name}: {said} | {' '.join(self.sentence.split())[:240]}"


def paraphrases(article: Article, facts: Facts, chance: random.Random) -> Iterator[Paraphrase]:
    """All ways to tell it otherwise, also those that find nothing to change."""
    persons = _renamed([str(record.model_dump()["name"]) for table, record in facts if table == "officials"], chance)
    yield Paraphrase("persons", persons, persons)
    yield Paraphrase("days", _other_day, _other_day, DAYS)
    for family, words in _synonyms().items():
        yield Paraphrase(family, words, words)
    head, break_, body = article.text.partition("\n")
    yield Paraphrase("dateline", lambda _: head + break_ + regex.sub(r"\A\s*", rf"\g<0>{DATELINE}", body), str)
    yield Paraphrase("by-line", lambda text: f"{text.rstrip()}\n\n{BYLINE}", str)
    yield Paraphrase("title in capitals", lambda _: head.upper() + break_ + body, str)


def _renamed(persons: Sequence[str], chance: random.Random) -> Words:
    """Other persons: whole names, and given names alone behind an honorific."""
    names_of = _other_names()
    others: dict[str, str] = {}
    for name in persons:
        syllables = name.split()
        if 2 <= len(syllables) <= 4 and name not in others:
            middle = [s if s in ("Văn", "Thị") else chance.choice(names_of["middle"]) for s in syllables[1:-1]]
            others[name] = " ".join([chance.choice(names_of["surname"]), *middle, chance.choice(names_of["given"])])
    given = {name.split()[-1]: other.split()[-1] for name, other in others.items()}
    whole = _replacing(others, regex.V0)
    alone = regex.compile(
        r"(?i:(?<!\p{L})(?:ông|bà|anh|chị|đồng chí|đ/c)\s+)\K\L<given>(?!\s+\p{Lu})(?!\p{L})", given=list(given)
    )
    return lambda text: alone.sub(lambda name: given[name.group()], whole(text))


@cache
def _other_names() -> Mapping[str, Sequence[str]]:
    """Names by their place in the name of a person."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for place, name in _table(NAMES):
        names[place].append(name)
    names["surname"] = [surname for surname, weight, *_ in gazetteer("surnames.tsv") if weight == "common"]
    return names


_DAY = regex.compile(r"(?<![\d/.-])(\d{1,2})(?=\s?[/.-]\s?\d{1,2}(?![\d%,])|\s+tháng\s+\d)")


def _other_day(text: str) -> str:
    """Another day of the same month with as many figures."""

    def other(match: regex.Match[str]) -> str:
        day = int(match.group())
        if not 1 <= day <= 28:
            return match.group()
        return str(day % 9 + 1) if len(match.group()) == 1 else str(10 + (day + 8) % 18)

    return _DAY.sub(other, text)


@cache
def _synonyms() -> dict[str, Words]:
    """A family of `paraphrases.tsv` a function."""
    pairs: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for family, words, other in _table(SYNONYMS):
        pairs[family][words] = other
    return {family: _replacing(words, regex.IGNORECASE) for family, words in pairs.items()}


def _table(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as file:
        yield from csv.reader((line for line in file if not line.startswith("#")), delimiter="\t")


def _replacing(others: Mapping[str, str], flags: int) -> Words:
    """A function that puts other words for whole ones, with a capital where they had one."""
    if not others:
        return str
    longest_first = sorted(others, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(regex.escape, words.split())) for words in longest_first)
    pattern = regex.compile(rf"(?<![\p{{L}}\d/-])(?:{either})(?![\p{{L}}/-])", flags)
    known = {words.casefold(): other for words, other in others.items()}

    def replaced(match: regex.Match[str]) -> str:
        other = known[" ".join(match.group().split()).casefold()]
        return other[0].upper() + other[1:] if match.group()[0].isupper() else other

    return lambda text: pattern.sub(replaced, text)


def changes(article: Article, chance: random.Random) -> Iterator[tuple[str, Counter[str], list[Change]]]:
    """Each family that finds something to change, the rows it should leave alone by table, and those it does not."""
    article = replace(article, text=unicodedata.normalize("NFC", article.text))
    facts = _read(article)
    for paraphrase in paraphrases(article, facts, chance):
        text = paraphrase.text(article.text)
        if text == article.text:
            continue
        before = _keyed(facts, paraphrase.words, paraphrase.spared)
        after = _keyed(_read(Article(source=article.source, text=text)), str, paraphrase.spared)
        found = [*_missing_in(after, before, paraphrase.family, article.source, gone=True)]
        found += _missing_in(before, after, paraphrase.family, article.source, gone=False)
        yield paraphrase.family, Counter(table for table, _ in facts), found


_Keyed = dict[tuple[str, tuple[tuple[str, Any], ...]], list[FactRecord]]


def _read(article: Article) -> Facts:
    try:
        return read_facts(read_document(article), all_extractors())[0]
    except InputError:
        return []  # not an article of ours: `congressx extract` says why


def _keyed(facts: Facts, words: Words, spared: frozenset[str]) -> _Keyed:
    """Rows by what they say, where they say it left out."""
    keyed: _Keyed = defaultdict(list)
    for table, record in facts:
        own = record.model_dump(exclude={*FactRecord.model_fields, *spared})
        keyed[table, tuple((name, _plain(value, words)) for name, value in own.items())].append(record)
    return keyed


def _plain(value: Any, words: Words) -> Any:
    if isinstance(value, list | tuple):
        return tuple(_plain(one, words) for one in value)
    if isinstance(value, str) and not isinstance(value, Enum):
        return " ".join(fold(words(value)).split())
    return value


def _missing_in(other: _Keyed, keyed: _Keyed, family: str, source: str, *, gone: bool) -> Iterator[Change]:
    for (table, fields), records in keyed.items():
        for record in records[len(other.get((table, fields), ())) :]:
            yield Change(family, table, gone, dict(fields), source, record.sentence)


def report(rows: Mapping[tuple[str, str], int], found: Sequence[Change], table: str | None, examples: int) -> None:
    """Prints how many rows of each table a family changes, and rows of `table` that did."""
    sums = Counter((change.family, change.table, change.gone) for change in found)
    for family in dict.fromkeys(family for family, _ in rows):
        told = (
            f"{name} {sums[family, name, True]}/{sums[family, name, False]} of {count}"
            for (of, name), count in rows.items()
            if of == family and (sums[family, name, True] or sums[family, name, False])
        )
        print(f"{family:18} {'  '.join(told) or 'no row changes'}")
        own = [change for change in found if change.family == family and change.table == table]
        for change in own[:examples]:
            print(f"    {change}")


def main() -> int:
    """Reads, rewrites, reads again and reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="+", help="files, folders or datasets of articles")
    parser.add_argument("--table", help="whose changed rows are shown: gone (-) and new (+)")
    parser.add_argument("--examples", type=int, default=20, help="how many of each family (%(default)s)")
    parser.add_argument("--articles", type=int, default=200, help="how many articles are told otherwise (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="which ones (%(default)s)")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    articles = [a for s in find_sources(arguments.corpus).sources for a in read_articles(s) if isinstance(a, Article)]
    rows: Counter[tuple[str, str]] = Counter()
    found: list[Change] = []
    for article in chance.sample(articles, min(arguments.articles, len(articles))):
        for family, tables, changed in changes(article, chance):
            rows.update({(family, table): count for table, count in tables.items()})
            found += changed
    report(rows, found, arguments.table, arguments.examples)
    return 0


if __name__ == "__main__":
    sys.exit(main())
