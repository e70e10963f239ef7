"""The border: mentions become records here, or rejections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from congressx.document import Document
from congressx.engine import FactRecord, Mention, Rejection
from congressx.records.confidence import confidence_of


def validate(
    document: Document, mentions: Iterable[Mention], records: Mapping[str, type[FactRecord]]
) -> tuple[list[tuple[str, FactRecord]], list[Rejection]]:
    """(table, record) of every mention that is a valid row of its table, and a rejection of every other."""
    valid: list[tuple[str, FactRecord]] = []
    rejected: list[Rejection] = []
    for mention in mentions:
        try:
            valid.append((mention.kind, _record(document, mention, records[mention.kind])))
        except ValidationError as error:
            rejected.append(Rejection(mention.kind, mention.rule, mention.span, "invalid", _in_words(error)))
    return valid, rejected


def meeting_id(document: Document, start: int) -> str:
    """Identifier of the meeting whose name begins at `start`."""
    return f"{document.article_id}/{start}"


def _record(document: Document, mention: Mention, record: type[FactRecord]) -> FactRecord:
    sentence = document.sentences[mention.sentence]
    return record(
        article_id=document.article_id,
        meeting_id=None if mention.meeting is None else meeting_id(document, mention.meeting),
        start=mention.span.start,
        stop=mention.span.stop,
        quote=document.quote(mention.span),
        sentence=sentence.text,
        section=sentence.section,
        rule=mention.rule,
        confidence=confidence_of(mention.kind, mention.rule),
        **mention.value,
    )


def _in_words(error: ValidationError) -> str:
    return "; ".join(f"{'.'.join(map(str, e['loc'])) or 'row'}: {e['msg']}" for e in error.errors())
