"""The records of a text, and what of them two spellings of one text have in common."""

from __future__ import annotations

from typing import Any

from congressx.corpus import Article
from congressx.document import Document, read_document
from congressx.engine import FactRecord
from congressx.errors import InputError
from congressx.pipeline.facts import chosen_extractors, read_facts
from congressx.vietnamese.spelling import fold

Facts = list[tuple[str, dict[str, Any]]]


def read(text: str) -> tuple[Document, list[tuple[str, FactRecord]]] | None:
    """The document and its records; None when the text is not for us."""
    try:
        document = read_document(Article("fuzz.txt", text))
    except InputError:
        return None
    return document, read_facts(document, chosen_extractors())[0]


def facts(text: str, *, folded: bool = False, placed: bool = True) -> Facts:
    """The records without what names the article: in folded spelling if asked, and without offsets unless `placed`."""
    answer = read(text)
    assert answer is not None, "a page of the grammar is Vietnamese"
    _, records = answer
    meetings = [record.meeting_id for table, record in records if table == "meetings"]
    found = []
    for table, record in records:
        row = {name: _plain(value, folded) for name, value in record if name != "article_id"}
        row["meeting_id"] = None if record.meeting_id is None else meetings.index(record.meeting_id)
        if not placed:
            del row["start"], row["stop"]
        found.append((table, row))
    return found


def _plain(value: Any, folded: bool) -> Any:
    if isinstance(value, str):
        squeezed = " ".join(value.split())
        return fold(squeezed) if folded else squeezed
    if isinstance(value, tuple | list):
        return [_plain(item, folded) for item in value]
    return value
