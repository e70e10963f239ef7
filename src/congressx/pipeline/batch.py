"""The unit of work: a batch of articles becomes the rows of every table. The same in this process, in another and on another machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

import pyarrow as pa

from congressx.corpus import Article
from congressx.errors import InputError
from congressx.patterns import KEPT
from congressx.pipeline.facts import chosen_extractors, table_records
from congressx.pipeline.faults import fault_in
from congressx.pipeline.rows import extract_batch
from congressx.review import Stored
from congressx.tables import arrow_schema, as_arrow

Batch = Mapping[str, pa.Table]
_BY_THE_CLOCK = frozenset({"overrun"})
"""Reasons of rejected readings that another run may not give."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a batch: the rows by table, and the articles that gave none, by source."""

    tables: Batch
    problems: Mapping[str, InputError]
    begun: int
    """How many of the articles were read: fewer than all when the run was asked to stop."""
    packed: bytes | None = None
    """The tables as they are kept, where somebody packed them already."""
    kept: bool = False
    """Whether they are kept already."""


class BatchReader:
    """Reads batches into the fact tables named in `only`, or into all of them; raises `CongressxError` for an unknown table.

    `decisions` that people made are replayed on the rows of their articles.
    """

    def __init__(self, only: Sequence[str] = (), decisions: Stored | None = None) -> None:
        self._decisions = decisions
        self._extractors = chosen_extractors(only)
        self._records = table_records(only)

    def read(self, articles: Sequence[Article], stop: Callable[[], bool] = lambda: False) -> Done:
        """The rows of the articles in their order; `stop` is asked before each."""
        begun: list[Article] = []
        tables, problems = self._extract(_noted(takewhile(lambda _: not stop(), articles), begun))
        KEPT.keep()
        return Done(tables, problems, len(begun))

    def _extract(self, articles: Iterator[Article]) -> tuple[Batch, dict[str, InputError]]:
        done: list[Article] = []
        rows, problems = extract_batch(_noted(articles, done), self._extractors, self._decisions)
        try:
            return {table: as_arrow(rows[table], record) for table, record in self._records.items()}, dict(problems)
        except Exception as fault:  # a value no column can hold, in one of them
            if len(done) == 1:
                return self._nothing(), {done[0].source: fault_in(done[0].source, fault)}
        return self._extract_singly(done)

    def _extract_singly(self, articles: Sequence[Article]) -> tuple[Batch, dict[str, InputError]]:
        singly = [self._extract(iter([article])) for article in articles]
        problems = {source: error for _, found in singly for source, error in found.items()}
        return {table: pa.concat_tables([tables[table] for tables, _ in singly]) for table in self._records}, problems

    def _nothing(self) -> Batch:
        return {table: arrow_schema(record).empty_table() for table, record in self._records.items()}


def settled(keys: Mapping[str, str], tables: Batch) -> dict[str, str]:
    """Of articles and their keys those whose rows another run would give, too: not those that ended by the clock."""
    rejections = tables["rejections"]
    late = {
        article_id
        for article_id, reason in zip(
            rejections["article_id"].to_pylist(), rejections["reason"].to_pylist(), strict=True
        )
        if reason in _BY_THE_CLOCK
    }
    return {article_id: key for article_id, key in keys.items() if article_id not in late}


def _noted(articles: Iterator[Article], done: list[Article]) -> Iterator[Article]:
    for article in articles:
        done.append(article)
        yield article
