"""A run: from what the user names to published tables, doing no more than what differs from the last run."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from congressx.corpus import Reading, find_sources
from congressx.errors import InputError
from congressx.output import UNFINISHED, Manifest, Staging, cannot_write, forget_unfinished, held
from congressx.pipeline.arrivals import Arrival, Arrivals, Examiner, batches
from congressx.pipeline.fingerprint import rules_hash
from congressx.pipeline.hands import Hands, OwnHands, hands_for
from congressx.pipeline.orders import Orders
from congressx.pipeline.summary import StaleError, StoppedError, Summary
from congressx.pipeline.unchanged import is_current, told
from congressx.review import Stored
from congressx.storage import is_address, is_shared, join

if TYPE_CHECKING:
    from pydantic import BaseModel

    from congressx.pipeline.assembling import Assembler, Begun, Store
    from congressx.pipeline.staged import StagedRun
    from congressx.tables import KeptBatches
    from congressx.tables.loading import Tables

log = logging.getLogger(__name__)

BATCH = 64
"""Articles a batch: the unit of work from reading to writing, and a row group in every table."""

Names = Iterable[str | os.PathLike[str]]
Records = Mapping[str, "type[BaseModel]"]


def extract_to(  # noqa: PLR0913 — one keyword for each thing a user may say of a run
    names: Names,
    out: str | os.PathLike[str],
    *,
    only: Sequence[str] = (),
    limit: int | None = None,
    reading: Reading | None = None,
    force: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
    stop: Callable[[], bool] = lambda: False,
    jobs: int = 1,
    cluster: str | None = None,
) -> Summary:
    """Reads every article below `names` and publishes the tables in the folder `out`.

    What did not change since the last run is not read again, unless `force`; when nothing changed, nothing is written.
    `progress` is told (articles done, articles in all) at the start and after each batch; `stop` is asked before each article.
    With `jobs` above 1, that many processes read; with `cluster`, the address of a Dask scheduler, its workers do. The tables are the
    same to the byte. Names and `out` may be addresses such as `s3://bucket/articles`.
    Raises `OutputError` when `out` cannot be written or another run holds it, `CongressxError` for an unknown table, and
    `StoppedError` after `stop`; the tables then are as they were. What is wrong with single files is in the summary and in
    `rejections`.
    """
    orders = Orders(tuple(only), limit, reading or Reading(), progress, stop, jobs, cluster)
    if only and not (is_address(os.fspath(out)) or Path(out).exists()):
        from congressx.pipeline.facts import chosen_extractors

        chosen_extractors(only)  # a table that is not known leaves no folder behind
    with _folder_for(os.fspath(out)) as folder, held(folder):
        try:
            return _Run(names, folder, orders, force, os.fspath(out)).done()
        except OSError as error:
            log.debug("%s: where it could not be written", folder, exc_info=True)
            raise cannot_write(folder, error) from error


@contextmanager
def _folder_for(out: str) -> Iterator[Path]:
    """The output folder, or the one that stands for it when it is at an address."""
    if not is_address(out):
        yield Path(out)
        return
    from congressx.output.remote import standing_for

    with standing_for(out) as folder:
        yield folder


def extract(names: Names | str | os.PathLike[str], *, only: Sequence[str] = ()) -> Tables:
    """The tables of every article below `names`, in memory; see `congressx.extract`."""
    import pyarrow as pa

    from congressx.pipeline.assembling import Assembler
    from congressx.pipeline.facts import chosen_extractors, table_records
    from congressx.tables.loading import Tables

    chosen_extractors(only)
    records = table_records(only)
    assembler = Assembler(records, OwnHands(only))
    finding = find_sources([names] if isinstance(names, str | os.PathLike) else names)
    made = [assembler.tables([Arrival(source, problem=error) for source, error in finding.problems])]
    arrivals = Arrivals(finding.sources, Examiner({}), Orders())
    made += [assembler.tables(batch) for batch in batches(arrivals, BATCH)]
    return Tables.of_arrow({table: pa.concat_tables([tables[table] for tables in made]) for table in records}, records)


class _Run:
    """One run into a folder that is held."""

    def __init__(self, names: Names, folder: Path, orders: Orders, force: bool, out: str) -> None:
        self._folder = folder
        self._out = out
        self._orders = replace(orders, decisions=Stored.read(folder))
        self._force = force
        self._rules = rules_hash()
        self._finding = find_sources(names)

    def done(self) -> Summary:
        """Does it, and answers what it did."""
        old = None if self._force else self._last_run()
        examiner = Examiner(old.inputs if old else {}, self._orders.decisions)
        current = old is not None and is_current(old, self._finding, examiner, self._orders, self._folder)
        if old is not None and current and old.package_stands(self._folder):
            forget_unfinished(self._folder)  # a run that was killed when it had published did not come to it
            return self._nothing_done(old)
        try:
            return self._publish(old, examiner)
        except StaleError:
            log.warning("%s: the tables do not fit their manifest; everything is read again", self._folder)
            return self._publish(None, Examiner({}, self._orders.decisions))

    def _last_run(self) -> Manifest | None:
        """The manifest of the last run, if its rows are those that this run would write."""
        old = Manifest.read(self._folder)
        if old is None:
            return None
        if (old.rules, old.settings) != (self._rules, self._orders.settings):
            log.info("%s: made by other rules or with other settings; everything is read again", self._folder)
            return None
        return old if old.tables_stand(self._folder) else None

    def _nothing_done(self, old: Manifest) -> Summary:
        summary = Summary(rejected=old.rejected, left_aside=self._finding.left_aside, problems=self._finding.problems)
        for name, table in old.tables.items():
            summary.rows[name] = table.rows
        for entry in old.inputs.values():
            for item in entry.items:
                if item.reason is not None:
                    summary.problems.append((entry.source_of(item), InputError(item.message or "", reason=item.reason)))
        summary.taken_over = summary.rows["articles"]
        summary.decided_elsewhere = self._orders.decisions.without(_known_articles(old))
        return summary

    def _publish(self, old: Manifest | None, examiner: Examiner) -> Summary:
        from congressx.pipeline.facts import chosen_extractors, table_records
        from congressx.pipeline.staged import StagedRun
        from congressx.tables import KeptBatches

        chosen_extractors(self._orders.only)  # a table that is not known is told before anything is written
        records = table_records(self._orders.only)
        kept = KeptBatches(self._folder, records, self._made_by())
        if self._force:
            kept.discard()
        with Staging(self._folder) as staging:
            staged = StagedRun(staging.path, records, (self._rules, self._orders.settings), old, told(self._finding))
            staged.same = staged.same and old is not None and old.package_stands(self._folder)
            staged.summary.decided_elsewhere = self._orders.decisions.without(())
            self._stage(staged, records, kept, old, examiner)
            if not staged.same:
                staging.publish(self._gone(old, records))
                log.info("%s: published %d tables of %d articles", self._folder, len(records), staged.articles)
        kept.discard()
        staged.summary.published = not staged.same
        staged.summary.left_aside = self._finding.left_aside
        return staged.summary

    def _stage(
        self, staged: StagedRun, records: Records, kept: KeptBatches, old: Manifest | None, examiner: Examiner
    ) -> None:
        from congressx.pipeline.assembling import Assembler
        from congressx.tables import PublishedRows

        parts = join(self._out, UNFINISHED) if is_shared(self._out) else None
        orders, known = replace(self._orders, parts=parts, made_by=self._made_by()), _known_articles(old)
        hands = hands_for(orders)
        arrivals = Arrivals(self._finding.sources, examiner, orders, known, hands)
        try:
            with ExitStack() as opened:
                opened.enter_context(hands)
                stores: list[Store] = [kept]
                if old is not None:
                    stores.append(opened.enter_context(PublishedRows(self._folder, records, known)))
                opened.enter_context(staged)
                assembler = Assembler(records, hands, stores=stores, kept=kept)
                self._fill(staged, arrivals, assembler, hands)
        except StoppedError as error:
            raise self._stopped(staged, arrivals) from error
        staged.summary.extracted, staged.summary.taken_over = assembler.extracted, assembler.taken_over

    def _fill(self, staged: StagedRun, arrivals: Arrivals, assembler: Assembler, hands: Hands) -> None:
        named = [Arrival(source, problem=error) for source, error in self._finding.problems]
        staged.append(named, assembler.tables(named))
        self._orders.progress(0, arrivals.expected)
        waiting: deque[Begun] = deque()

        def finish() -> None:
            begun = waiting.popleft()
            staged.append(begun.batch, assembler.finish(begun))
            staged.close_inputs(arrivals.finished(begun.batch))
            self._orders.progress(staged.articles, arrivals.expected)

        try:
            for batch in batches(arrivals, BATCH):
                waiting.append(assembler.begin(batch))
                while len(waiting) > hands.batches_ahead:
                    finish()
            while waiting:
                finish()
        except StoppedError:
            while waiting and not waiting[0].cancel():  # begun already: what is read is kept
                finish()
            raise
        staged.close_inputs(arrivals.finished())

    def _stopped(self, staged: StagedRun, arrivals: Arrivals) -> StoppedError:
        return StoppedError(
            f"{self._out}: stopped after {staged.articles} of {arrivals.expected} articles; the tables are as they were "
            "before the run; what was read is kept, so run the same command again to go on from here"
        )

    def _made_by(self) -> str:
        return hashlib.sha256(json.dumps([self._rules, self._orders.settings]).encode()).hexdigest()

    def _gone(self, old: Manifest | None, records: Records) -> list[str]:
        """Table files of earlier runs that this one does not write."""
        from congressx.pipeline.facts import table_records

        tables = {*table_records(), *(old.tables if old else ())} - set(records)
        return [f"{table}.parquet" for table in sorted(tables)]


def _known_articles(old: Manifest | None) -> dict[str, str]:
    """The articles that have rows in the tables and their keys, in the order of the rows."""
    return {
        item.article_id: item.key
        for entry in (old.inputs.values() if old else ())
        for item in entry.items
        if item.reason is None and not item.again and item.article_id and item.key
    }
