"""How rows stand in the page: an index of all articles, and chunks of articles that are unpacked when somebody looks at them."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from congressx.report.content import Content, Row

ARTICLES = 40
"""Articles of one chunk: some 100 kB packed, a few milliseconds to unpack."""


def packed(value: Any) -> str:
    """JSON, gzip, base64: letters only, so nothing in it can be read as markup; the same bytes for the same value."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain).encode("utf-8")
    return base64.b64encode(gzip.compress(plain, mtime=0)).decode("ascii")


def in_script(value: Any) -> str:
    """JSON that may stand inside a script element: no `<`, no `&`, no line separators.

    >>> in_script({"title": "</script><script>"})
    '{"title":"\\\\u003c/script\\\\u003e\\\\u003cscript\\\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def index(content: Content, tables: Sequence[str]) -> dict[str, list[Any]]:
    """What lists, searches and filters need, a list a property, in the order of the articles."""
    entries = [_entry(content, article, tables) for article in content.articles]
    return {name: [entry[name] for entry in entries] for name in (entries[0] if entries else ())}


def chunks(content: Content, forms: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[list[dict[str, Any]]]:
    """The articles with all their rows, `ARTICLES` at a time; rows are lists in the order that `_row` gives."""
    for start in range(0, len(content.articles), ARTICLES):
        part = content.articles[start : start + ARTICLES]
        yield [_article(content, article, forms) for article in part]


def _entry(content: Content, article: Row, tables: Sequence[str]) -> dict[str, Any]:
    of = {table: content.facts[table].get(article["article_id"], ()) for table in tables}
    rows = [row for table in tables for row in of[table]]
    confidences = [row["confidence"] for row in rows if row["confidence"] is not None]
    main = next((row for row in of.get("meetings", ()) if row["role"] == "main"), {})
    return {
        "id": article["article_id"],
        "title": article["title"],
        "source": article["source"],
        "site": article["site"],
        "published": article["published"],
        "date": main.get("starts_on"),
        "meeting": main.get("name"),
        "counts": [len(of[table]) for table in tables],
        "lowest": min(confidences, default=None),
        "offices": sorted({row["office"] for row in of.get("titles", ())}),
        "names": [row["name"] for row in of.get("officials", ())],
        "rejected": len(content.rejections.get(article["article_id"], ())),
        "reviewed": sum(row.get("reviewed") is not None for row in rows),
    }


def _article(content: Content, article: Row, forms: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Any]:
    article_id = article["article_id"]
    sentences: dict[str, int] = {}
    rows = [
        _row(number, row, form, sentences)
        for number, (table, form) in enumerate(forms.items())
        for row in content.facts[table].get(article_id, ())
    ]
    rejected = content.rejections.get(article_id, ())
    return {
        "text": article["text"],
        "facts": {name: article[name] for name in ("byline", "author", "url", "encoding", "encoding_confidence")},
        "sections": [[row["kind"], row["start"], row["stop"]] for row in content.sections.get(article_id, ())],
        "rows": rows,
        "sentences": list(sentences),
        "rejected": [[row[name] for name in ("kind", "rule", "start", "stop", "reason", "detail")] for row in rejected],
    }


def _row(number: int, row: Row, form: Sequence[Mapping[str, Any]], sentences: dict[str, int]) -> list[Any]:
    """Number of the table, span, sentence, section, rule, confidence, meeting, reviewed, then its own fields."""
    return [
        number,
        row["start"],
        row["stop"],
        sentences.setdefault(row["sentence"], len(sentences)),
        row["section"],
        row["rule"],
        row["confidence"],
        row["meeting_id"],
        row.get("reviewed"),
        *(row.get(field["name"]) for field in form),
    ]


def _plain(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
