"""What reading a source gives: articles with their names and keys, or what is wrong with them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

import regex

from congressx.corpus import Article, Reading, read_articles
from congressx.corpus.names import printable
from congressx.errors import InputError
from congressx.pipeline.faults import fault_in


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An article that another machine holds: the `place`th of the `held` ones."""

    source: str
    held: Any
    place: int


@dataclass(frozen=True, slots=True)
class Found:
    """One article of a source, or what is wrong with it."""

    source: str
    article: Article | Elsewhere | None = None
    article_id: str | None = None
    key: str | None = None
    """Digest of all that the article's rows are made from, besides its name."""
    problem: InputError | None = None


def found_in(source: str, reading: Reading) -> Iterator[Found]:
    """What is in a source, in its order. A fault of ours costs that source, is named and logged."""
    try:
        for found in read_articles(source, reading):
            yield _of_error(found, source) if isinstance(found, InputError) else _of_article(found)
    except InputError as error:
        yield _of_error(error, source)
    except Exception as fault:
        yield _of_error(fault_in(source, fault), source)


def _of_article(article: Article) -> Found:
    try:
        return Found(article.source, article, article.article_id, _key(article))
    except ValueError as fault:  # half a character, which no file can hold
        return _of_error(fault_in(article.source, fault), article.source)


def _of_error(error: InputError, source: str) -> Found:
    """Under the name the message begins with when it is a row of the source, otherwise that of the source."""
    row = regex.match(regex.escape(printable(source)) + r"#\d+(?=:)", str(error))
    return Found(row[0] if row else source, problem=error)


def _key(article: Article) -> str:
    parts = [repr(getattr(article, part.name)) for part in fields(article) if part.name != "source"]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]
