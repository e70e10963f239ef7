"""From a batch of arrivals to the batch of every table: rows taken over where there are any, read where there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Protocol

import pyarrow as pa
from pydantic import BaseModel

from congressx.corpus import Article
from congressx.corpus.names import printable
from congressx.engine import Extractor
from congressx.errors import InputError
from congressx.pipeline.arrivals import Arrival
from congressx.pipeline.faults import fault_in
from congressx.pipeline.rows import extract_batch, file_rejection
from congressx.pipeline.summary import StaleError, StoppedError
from congressx.tables import ArticleRows, arrow_schema, as_arrow, rows_by_article

if TYPE_CHECKING:
    from congressx.tables import KeptBatches

Batch = Mapping[str, pa.Table]
_BY_THE_CLOCK = frozenset({"overrun"})
"""Reasons of rejected readings that another run may not give."""


class Store(Protocol):
    """Where rows of articles may be had that were read before."""

    def rows(self, article_id: str, key: str) -> ArticleRows | None:
        """The rows of an article made from what `key` is the digest of."""


class Assembler:
    """Makes the tables of batches; `kept` also keeps what was read, for a run that is stopped."""

    def __init__(
        self,
        records: Mapping[str, type[BaseModel]],
        extractors: Sequence[Extractor],
        *,
        stores: Sequence[Store] = (),
        kept: KeptBatches | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> None:
        self._records = records
        self._extractors = extractors
        self._stores = stores
        self._kept = kept
        self._stop = stop
        self.extracted = 0
        self.taken_over = 0

    def tables(self, batch: Sequence[Arrival]) -> Batch:
        """The rows of a batch by table, in the order of the arrivals; arrivals that failed are told so."""
        rows: dict[str, ArticleRows] = {}
        fresh = []
        for arrival in batch:
            if arrival.problem is None and arrival.article_id is not None:
                found = self._taken_over(arrival.article_id, arrival.key or "")
                if found is None:
                    fresh.append(arrival)
                else:
                    rows[arrival.article_id] = found
        rows |= self._read(fresh)
        return {table: self._table(table, batch, rows) for table in self._records}

    def _taken_over(self, article_id: str, key: str) -> ArticleRows | None:
        for store in self._stores:
            if (found := store.rows(article_id, key)) is not None:
                self.taken_over += 1
                return found
        return None

    def _read(self, fresh: Sequence[Arrival]) -> Mapping[str, ArticleRows]:
        if not fresh:
            return {}
        articles = [arrival.article for arrival in fresh if arrival.article is not None]
        if len(articles) < len(fresh):
            raise StaleError
        begun: list[Article] = []
        tables, problems = self._extract(_noted(takewhile(lambda _: not self._stop(), articles), begun))
        self.extracted += len(begun)
        rows = rows_by_article(tables)
        for arrival in fresh[: len(begun)]:
            if arrival.source in problems:
                arrival.fail(problems[arrival.source])
            else:
                arrival.again = _by_the_clock(rows.get(arrival.article_id or "", {}))
        self._keep(fresh[: len(begun)], tables)
        if len(begun) < len(fresh):
            raise StoppedError
        return rows

    def _keep(self, read: Sequence[Arrival], tables: Batch) -> None:
        settled = {a.article_id: a.key for a in read if a.problem is None and not a.again and a.article_id and a.key}
        if self._kept is not None and settled:
            self._kept.keep(settled, tables)

    def _extract(self, articles: Iterator[Article]) -> tuple[Batch, dict[str, InputError]]:
        done: list[Article] = []
        rows, problems = extract_batch(_noted(articles, done), self._extractors)
        try:
            return {table: as_arrow(rows[table], record) for table, record in self._records.items()}, dict(problems)
        except Exception as fault:  # a value no column can hold, in one of them
            if len(done) == 1:
                told = fault_in(done[0].source, fault)
                return {table: arrow_schema(r).empty_table() for table, r in self._records.items()}, {
                    done[0].source: told
                }
        return self._extract_singly(done)

    def _extract_singly(self, articles: Sequence[Article]) -> tuple[Batch, dict[str, InputError]]:
        singly = [self._extract(iter([article])) for article in articles]
        problems = {source: error for _, found in singly for source, error in found.items()}
        return {table: pa.concat_tables([tables[table] for tables, _ in singly]) for table in self._records}, problems

    def _table(self, table: str, batch: Sequence[Arrival], rows: Mapping[str, ArticleRows]) -> pa.Table:
        pieces = [piece for arrival in batch if (piece := self._piece(table, arrival, rows)) is not None]
        return pa.concat_tables(pieces) if pieces else arrow_schema(self._records[table]).empty_table()

    def _piece(self, table: str, arrival: Arrival, rows: Mapping[str, ArticleRows]) -> pa.Table | None:
        if arrival.problem is not None:
            if table != "rejections":
                return None
            row = file_rejection(arrival.source, arrival.article_id, arrival.problem)
            return as_arrow([row], self._records[table])
        piece = rows[arrival.article_id or ""].get(table)
        return None if piece is None else _named(piece, printable(arrival.source))


def _noted(articles: Iterator[Article], done: list[Article]) -> Iterator[Article]:
    for article in articles:
        done.append(article)
        yield article


def _named(piece: pa.Table, source: str) -> pa.Table:
    """The rows under the name their file has now."""
    place = piece.schema.get_field_index("source")
    if place < 0 or piece["source"][0].as_py() == source:
        return piece
    names = pa.array([source] * piece.num_rows, piece.schema.field(place).type)
    return piece.set_column(place, piece.schema.field(place), names)


def _by_the_clock(rows: ArticleRows) -> bool:
    rejections = rows.get("rejections")
    return rejections is not None and not _BY_THE_CLOCK.isdisjoint(rejections["reason"].to_pylist())
