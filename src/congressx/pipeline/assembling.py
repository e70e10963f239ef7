"""From a batch of arrivals to the batch of every table: rows taken over where there are any, read where there are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pyarrow as pa
from pydantic import BaseModel

from congressx.corpus.names import printable
from congressx.pipeline.arrivals import Arrival
from congressx.pipeline.batch import Batch, Done, settled
from congressx.pipeline.hands import Hands, Pending
from congressx.pipeline.rows import file_rejection
from congressx.pipeline.summary import StaleError, StoppedError
from congressx.tables import ArticleRows, arrow_schema, as_arrow, pack, rows_by_article

if TYPE_CHECKING:
    from congressx.tables import KeptBatches


class Store(Protocol):
    """Where rows of articles may be had that were read before."""

    def rows(self, article_id: str, key: str) -> ArticleRows | None:
        """The rows of an article made from what `key` is the digest of."""


@dataclass(slots=True)
class Begun:
    """A batch on its way: what was taken over, and what somebody reads."""

    batch: Sequence[Arrival]
    rows: dict[str, ArticleRows]
    fresh: Sequence[Arrival]
    pending: Pending | None

    def cancel(self) -> bool:
        """Takes it back; False when it is being read already."""
        return self.pending is not None and self.pending.cancel()


class Assembler:
    """Makes the tables of batches, which `hands` read; `kept` also keeps what was read, for a run that is stopped."""

    def __init__(
        self,
        records: Mapping[str, type[BaseModel]],
        hands: Hands,
        *,
        stores: Sequence[Store] = (),
        kept: KeptBatches | None = None,
    ) -> None:
        self._records = records
        self._hands = hands
        self._stores = stores
        self._kept = kept
        self.extracted = 0
        self.taken_over = 0

    def tables(self, batch: Sequence[Arrival]) -> Batch:
        """The rows of a batch by table, in the order of the arrivals; arrivals that failed are told so."""
        return self.finish(self.begin(batch))

    def begin(self, batch: Sequence[Arrival]) -> Begun:
        """Takes over what rows there are and gives the rest to be read."""
        rows: dict[str, ArticleRows] = {}
        fresh = []
        for arrival in batch:
            if arrival.problem is None and arrival.article_id is not None:
                found = self._taken_over(arrival.article_id, arrival.key or "")
                if found is None:
                    fresh.append(arrival)
                else:
                    rows[arrival.article_id] = found
        articles = [arrival.article for arrival in fresh if arrival.article is not None]
        if len(articles) < len(fresh):
            raise StaleError
        pending = self._hands.extract(articles, [arrival.key or "" for arrival in fresh]) if articles else None
        return Begun(batch, rows, fresh, pending)

    def finish(self, begun: Begun) -> Batch:
        """The rows of the batch, when they are read."""
        if begun.pending is not None:
            begun.rows |= self._read(begun.fresh, begun.pending.result())
        return {table: self._table(table, begun.batch, begun.rows) for table in self._records}

    def _taken_over(self, article_id: str, key: str) -> ArticleRows | None:
        for store in self._stores:
            if (found := store.rows(article_id, key)) is not None:
                self.taken_over += 1
                return found
        return None

    def _read(self, fresh: Sequence[Arrival], done: Done) -> Mapping[str, ArticleRows]:
        self.extracted += done.begun
        read = fresh[: done.begun]
        for arrival in read:
            arrival.article = None  # its text is in a table now
            if arrival.source in done.problems:
                arrival.fail(done.problems[arrival.source])
        keys = {a.article_id: a.key for a in read if a.problem is None and a.article_id and a.key}
        to_keep = settled(keys, done.tables)
        for arrival in read:
            arrival.again = arrival.again or (arrival.problem is None and arrival.article_id not in to_keep)
        if self._kept is not None and to_keep and not done.kept:
            self._kept.keep(to_keep, done.packed or pack(done.tables))
        if len(read) < len(fresh):
            raise StoppedError
        return rows_by_article(done.tables)

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


def _named(piece: pa.Table, source: str) -> pa.Table:
    """The rows under the name their file has now."""
    place = piece.schema.get_field_index("source")
    if place < 0 or piece["source"][0].as_py() == source:
        return piece
    names = pa.array([source] * piece.num_rows, piece.schema.field(place).type)
    return piece.set_column(place, piece.schema.field(place), names)
