"""The whole way, from files to tables. Only this module knows all stations."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

from congressx.corpus import Article, find_sources, read_article
from congressx.document import Document, read_document
from congressx.engine import Extractor, FactRecord, Rejection, in_order, run
from congressx.errors import CongressxError, InputError
from congressx.extractors import all_extractors
from congressx.linking import MEETINGS, attach_meetings
from congressx.records import ArticleRecord, RejectionRecord, SectionRecord, validate
from congressx.tables import Tables, TableWriters

log = logging.getLogger(__name__)

BATCH = 64
"""Articles a batch: the unit of work from reading to writing."""

Rows = dict[str, list[BaseModel]]


@dataclass(slots=True)
class Summary:
    """What a run did, for the table at its end."""

    rows: Counter[str] = field(default_factory=Counter)
    rejected: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Rejected readings, by (kind, reason)."""
    problems: list[tuple[str, InputError]] = field(default_factory=list)
    """Sources that gave no article, and why."""
    left_aside: Counter[str] = field(default_factory=Counter)
    """Files in the folders whose suffix is no article format, by suffix."""

    @property
    def lost(self) -> bool:
        """Whether some input is in no table; a twin's words are in those of its first copy."""
        return any(error.reason != "twin" for _, error in self.problems)


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
    valid, invalid = validate(document, attach_meetings(document, result.mentions), fact_records(extractors))
    return valid, result.rejections + invalid


def extract_batch(
    articles: Sequence[Article], extractors: Sequence[Extractor]
) -> tuple[Rows, list[tuple[str, InputError]]]:
    """The rows of a batch of articles by table, in the order of the articles, and the articles that are not for us."""
    records = fact_records(extractors)
    rows: Rows = {table: [] for table in ("articles", "sections", *records, "rejections")}
    problems: list[tuple[str, InputError]] = []
    for article in articles:
        try:
            document, valid, rejections = _read_article_facts(article, extractors)
        except InputError as error:
            problems.append((article.source, error))
            rows["rejections"].append(_file_rejection(article.source, article.article_id, error))
            continue
        rows["articles"].append(_article_row(document))
        rows["sections"] += _section_rows(document)
        for table, record in valid:
            rows[table].append(record)
        rows["rejections"] += [_rejection_row(document, r) for r in rejections]
    return rows, problems


def _read_article_facts(
    article: Article, extractors: Sequence[Extractor]
) -> tuple[Document, list[tuple[str, FactRecord]], list[Rejection]]:
    """What one article says. A fault of ours costs that article, is named and logged, and the run goes on."""
    try:
        document = read_document(article)
        return document, *read_facts(document, extractors)
    except InputError:
        raise
    except Exception as fault:
        log.exception("%s: fault while reading", article.source)
        message = (
            f"{article.source}: not read because of a fault in congressx ({fault!r}); please report it with the file"
        )
        raise InputError(message, reason="fault") from fault


def extract_to(
    names: Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    only: Sequence[str] = (),
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Summary:
    """Reads every article below `names` and publishes the tables in the folder `out`.

    `progress` is told (articles done, articles in all) at the start and after each batch. Raises `OutputError` when `out`
    cannot be written and `CongressxError` for an unknown table; what is wrong with single files is in the summary and in
    `rejections`.
    """
    extractors = chosen_extractors(only)
    summary = Summary()
    with TableWriters(Path(out), table_records(only), supersedes=table_records()) as writers:
        for rows in _batches_of_rows(names, extractors, limit, summary, progress):
            for table in writers.tables:
                writers.append(table, rows[table])
                summary.rows[table] += len(rows[table])
    return summary


def extract(names: Iterable[str | os.PathLike[str]] | str | os.PathLike[str], *, only: Sequence[str] = ()) -> Tables:
    """The tables of every article below `names`, in memory; see `congressx.extract`."""
    extractors = chosen_extractors(only)
    records = table_records(only)
    collected: Rows = {table: [] for table in records}
    names = [names] if isinstance(names, str | os.PathLike) else names
    for rows in _batches_of_rows(names, extractors, None, Summary(), lambda done, total: None):
        for table in records:
            collected[table] += rows[table]
    return Tables.of_rows(collected, records)


def _batches_of_rows(
    names: Iterable[str | os.PathLike[str]],
    extractors: Sequence[Extractor],
    limit: int | None,
    summary: Summary,
    progress: Callable[[int, int], None],
) -> Iterator[Rows]:
    finding = find_sources(names)
    summary.left_aside = finding.left_aside
    summary.problems += finding.problems
    sources = finding.sources[:limit]
    progress(0, len(sources))
    yield _rows_of_problems(finding.problems, extractors)
    first_source: dict[str, str] = {}
    for start in range(0, len(sources), BATCH):
        batch = sources[start : start + BATCH]
        articles, unread = _read(batch, first_source)
        rows, foreign = extract_batch(articles, extractors)
        summary.problems += unread + foreign
        rows["rejections"][:0] = _rows_of_problems(unread, extractors)["rejections"]
        for row in rows["rejections"]:
            if isinstance(row, RejectionRecord) and row.kind != "article":
                summary.rejected[row.kind, row.reason] += 1
        yield rows
        progress(min(start + BATCH, len(sources)), len(sources))


def _read(sources: Iterable[str], first_source: dict[str, str]) -> tuple[list[Article], list[tuple[str, InputError]]]:
    articles, problems = [], []
    for source in sources:
        try:
            article = read_article(source)
            twin = first_source.setdefault(article.article_id, source)
            if twin != source:
                raise InputError(f"{source}: same content as {twin}, which was taken; nothing to do", reason="twin")
            articles.append(article)
        except InputError as error:
            problems.append((source, error))
    return articles, problems


def _rows_of_problems(problems: Iterable[tuple[str, InputError]], extractors: Sequence[Extractor]) -> Rows:
    rows: Rows = {table: [] for table in ("articles", "sections", *fact_records(extractors), "rejections")}
    rows["rejections"] = [_file_rejection(source, None, error) for source, error in problems]
    return rows


def _file_rejection(source: str, article_id: str | None, error: InputError) -> RejectionRecord:
    return RejectionRecord(
        source=source, article_id=article_id, kind="article", rule=None, start=None, stop=None, quote=None,
        reason=error.reason, detail=str(error),
    )  # fmt: skip


def _rejection_row(document: Document, rejection: Rejection) -> RejectionRecord:
    return RejectionRecord(
        source=document.source,
        article_id=document.article_id,
        kind=rejection.kind,
        rule=rejection.rule,
        start=rejection.span.start,
        stop=rejection.span.stop,
        quote=document.quote(rejection.span),
        reason=rejection.reason,
        detail=rejection.detail,
    )


def _article_row(document: Document) -> ArticleRecord:
    return ArticleRecord(
        article_id=document.article_id,
        source=document.source,
        title=document.title,
        published=document.published,
        byline=document.byline,
        text=document.text,
    )


def _section_rows(document: Document) -> list[SectionRecord]:
    return [
        SectionRecord(
            article_id=document.article_id, kind=section.kind, start=section.span.start, stop=section.span.stop
        )
        for section in document.sections
    ]
