"""From a batch of articles to the rows of every table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import BaseModel

from congressx.corpus import Article
from congressx.corpus.names import printable
from congressx.document import Document, read_document
from congressx.engine import Extractor, FactRecord, Rejection
from congressx.engine.bounds import ARTICLE_LIMIT, OverrunError, bounded
from congressx.errors import InputError
from congressx.pipeline.facts import fact_records, read_facts
from congressx.pipeline.faults import fault_in
from congressx.records import ArticleRecord, RejectionRecord, SectionRecord
from congressx.review import Replayed, Stored, replay

Rows = dict[str, list[BaseModel]]


def extract_batch(
    articles: Iterable[Article], extractors: Sequence[Extractor], decisions: Stored | None = None
) -> tuple[Rows, list[tuple[str, InputError]]]:
    """The rows of a batch of articles by table, in the order of the articles, and the articles that are not for us.

    `decisions` that people made about these articles are replayed on their rows.
    """
    rows: Rows = {table: [] for table in ("articles", "sections", *fact_records(extractors), "rejections")}
    problems: list[tuple[str, InputError]] = []
    for article in articles:
        try:
            document, valid, rejections = _read_article_facts(article, extractors)
            reviewed = _reviewed(document, valid, decisions, extractors)
        except InputError as error:
            problems.append((article.source, error))
            continue
        rows["articles"].append(_article_row(article, document))
        rows["sections"] += _section_rows(document)
        for table, record in reviewed.facts:
            rows[table].append(record)
        rows["rejections"] += [*(_rejection_row(document, r) for r in rejections), *reviewed.rejections]
    return rows, problems


def _reviewed(
    document: Document,
    valid: Sequence[tuple[str, FactRecord]],
    decisions: Stored | None,
    extractors: Sequence[Extractor],
) -> Replayed:
    """The facts as people decided about them; a fault of ours costs the article, as one of a rule does."""
    entries = decisions.of(document.article_id) if decisions is not None else ()
    if not entries:
        return Replayed(valid)
    try:
        return replay(document, valid, entries, fact_records(extractors))
    except InputError:
        raise
    except Exception as fault:
        raise fault_in(document.source, fault) from fault


def _read_article_facts(
    article: Article, extractors: Sequence[Extractor]
) -> tuple[Document, list[tuple[str, FactRecord]], list[Rejection]]:
    """What one article says. A fault of ours costs that article, is named and logged, and the run goes on."""
    try:
        with bounded(ARTICLE_LIMIT):
            document = read_document(article)
        return document, *read_facts(document, extractors)
    except InputError:
        raise
    except OverrunError:
        told = f"{article.source}: took more than {ARTICLE_LIMIT:g} s; please report it with the file, and split it meanwhile"
        raise InputError(told, reason="overrun") from None
    except Exception as fault:
        raise fault_in(article.source, fault) from fault


def file_rejection(source: str, article_id: str | None, error: InputError) -> RejectionRecord:
    """The row of an input that gave no article."""
    return RejectionRecord(
        source=printable(source), article_id=article_id, kind="article", rule=None, start=None, stop=None, quote=None,
        reason=error.reason, detail=printable(str(error)),
    )  # fmt: skip


def _rejection_row(document: Document, rejection: Rejection) -> RejectionRecord:
    return RejectionRecord(
        source=printable(document.source),
        article_id=document.article_id,
        kind=rejection.kind,
        rule=rejection.rule,
        start=rejection.span.start,
        stop=rejection.span.stop,
        quote=document.quote(rejection.span),
        reason=rejection.reason,
        detail=rejection.detail,
    )


def _article_row(article: Article, document: Document) -> ArticleRecord:
    return ArticleRecord(
        article_id=document.article_id,
        source=printable(document.source),
        title=document.title,
        published=document.published,
        byline=document.byline,
        author=article.author,
        site=article.site,
        url=article.url,
        encoding=article.encoding,
        encoding_confidence=article.encoding_confidence,
        text=document.text,
    )


def _section_rows(document: Document) -> list[SectionRecord]:
    return [
        SectionRecord(
            article_id=document.article_id, kind=section.kind, start=section.span.start, stop=section.span.stop
        )
        for section in document.sections
    ]
