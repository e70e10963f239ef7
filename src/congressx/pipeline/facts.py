"""Which kinds run, which tables they fill, and what they read in one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import BaseModel

from congressx.document import Document
from congressx.engine import Extractor, FactRecord, Rejection, in_order, run
from congressx.engine.bounds import ARTICLE_LIMIT, bounded
from congressx.errors import CongressxError
from congressx.extractors import all_extractors
from congressx.linking import MEETINGS, attach_meetings
from congressx.records import ArticleRecord, RejectionRecord, SectionRecord, validate


def chosen_extractors(only: Iterable[str] = ()) -> tuple[Extractor, ...]:
    """All extractors, or those that fill the tables named in `only` with those they need, in running order.

    Raises `CongressxError` when a table is not known.
    """
    everything = {extractor.kind: extractor for extractor in all_extractors()}
    by_table = {table: extractor for extractor in everything.values() for table in extractor.records}
    wanted = list(only)
    if unknown := sorted(set(wanted) - set(by_table)):
        raise CongressxError(f"--only {','.join(unknown)}: no such table; known are {', '.join(sorted(by_table))}")
    if not wanted:
        return tuple(everything.values())
    kinds: set[str] = set()
    waiting = [MEETINGS, *(by_table[table].kind for table in wanted)]
    while waiting:
        kind = waiting.pop()
        kinds.add(kind)
        waiting += [need for need in everything[kind].needs if need not in kinds]
    return in_order(everything[kind] for kind in sorted(kinds))


def fact_records(extractors: Iterable[Extractor]) -> dict[str, type[FactRecord]]:
    """The record model of every fact table the extractors fill."""
    return {table: record for extractor in extractors for table, record in extractor.records.items()}


def table_records(only: Iterable[str] = ()) -> dict[str, type[BaseModel]]:
    """The record model of every table of a run: the articles, the facts (those in `only`, or all), the rejections."""
    facts = fact_records(all_extractors())
    chosen = sorted(only) or sorted(facts)
    return {
        "articles": ArticleRecord,
        "sections": SectionRecord,
        **{table: facts[table] for table in chosen},
        "rejections": RejectionRecord,
    }


def read_facts(
    document: Document, extractors: Sequence[Extractor]
) -> tuple[list[tuple[str, FactRecord]], list[Rejection]]:
    """(table, record) of every fact of a document, linked to its meeting, and what was matched but not recorded."""
    result = run(document, extractors)
    with bounded(ARTICLE_LIMIT):
        valid, invalid = validate(document, attach_meetings(document, result.mentions), fact_records(extractors))
    return valid, result.rejections + invalid
