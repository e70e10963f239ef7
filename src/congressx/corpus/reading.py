"""From a source to its articles: one of a text, a page, a PDF or a Word file, one a row of a data set."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO

import regex

from congressx.corpus.article import Article
from congressx.corpus.csv_rows import read_csv
from congressx.corpus.docx import read_docx
from congressx.corpus.formats import Format
from congressx.corpus.html import read_html
from congressx.corpus.jsonl import read_jsonl
from congressx.corpus.limits import Reading
from congressx.corpus.names import printable
from congressx.corpus.opening import STANDARD_INPUT, Opened, opened, state_of
from congressx.corpus.parquet import read_parquet
from congressx.corpus.pdf import read_pdf
from congressx.corpus.rows import Row, read_rows
from congressx.corpus.text import read_text
from congressx.errors import InputError
from congressx.storage import is_address

_DEFAULTS = Reading()
_OF_ARTICLES: dict[Format, Callable[[bytes, str, Reading], Article]] = {
    Format.TEXT: read_text,
    Format.HTML: read_html,
    Format.PDF: read_pdf,
    Format.DOCX: read_docx,
}
_OF_DATASETS: dict[Format, Callable[[BinaryIO, str, Reading], Iterator[Row]]] = {
    Format.JSONL: read_jsonl,
    Format.CSV: read_csv,
    Format.PARQUET: read_parquet,
}
"""A new format is a new file in this folder and a line here."""
_ROW = regex.compile(r"(?s)(?P<file>.+)#(?P<row>\d{1,15})")


def read_articles(source: str, reading: Reading = _DEFAULTS) -> Iterator[Article | InputError]:
    """The articles of a source in their order; an `InputError` in the place of one that cannot be read.

    Data sets are read as the articles are asked for, and are never held whole.
    """
    try:
        before = state_of(source)
        with opened(source, reading) as file:
            if file.format.is_dataset:
                yield from _rows(file)
                if state_of(source) != before:
                    yield _changed(source)
                return
            content = file.content()
        yield _one(file, content if state_of(source) == before else _again(source, reading))
    except InputError as error:
        yield error


def read_article(source: str, reading: Reading = _DEFAULTS) -> Article:
    """The one article of a file, or of a row of a data set named `file#row`; `InputError` says what is wrong."""
    row = None if os.path.lexists(source) else _ROW.fullmatch(source)
    articles = read_articles(row["file"] if row else source, reading)
    if row:
        return _row_of(articles, row["file"], int(row["row"]))
    found = next(articles)
    if isinstance(found, InputError):
        raise found
    if found.source.endswith("#1") and next(articles, None) is not None:
        name = printable(source)
        raise InputError(f"{name}: a data set of several articles; name one of its rows, {name}#1", reason="several")
    return found


def _row_of(articles: Iterator[Article | InputError], file: str, row: int) -> Article:
    name = f"{printable(file)}#{row}"
    for n, found in enumerate(articles, 1):
        if isinstance(found, InputError) and (n == row or not str(found).startswith(f"{printable(file)}#")):
            raise found
        if n == row and isinstance(found, Article):
            return found
    raise InputError(f"{name}: the data set has no such row; rows are counted from 1", reason="missing")


def _rows(file: Opened) -> Iterator[Article | InputError]:
    for found in read_rows(_OF_DATASETS[file.format](file.stream, file.name, file.reading), file.name, file.reading):
        yield _as_posix(found) if isinstance(found, Article) else found


def _one(file: Opened, content: bytes) -> Article:
    return _as_posix(_OF_ARTICLES[file.format](content, file.name, file.reading))


def _again(source: str, reading: Reading) -> bytes:
    """The bytes of a file that somebody wrote to while it was read, when it has come to rest."""
    before = state_of(source)
    with opened(source, reading) as file:
        content = file.content()
    if state_of(source) != before:
        raise _changed(source)
    return content


def _changed(source: str) -> InputError:
    message = f"{printable(source)}: the file changed while it was read; run again when nobody writes to it"
    return InputError(message, reason="changed")


def _as_posix(article: Article) -> Article:
    """The article under its source's name with plain slashes, as tables have it."""
    if article.source.startswith(STANDARD_INPUT) or is_address(article.source):
        return article
    return replace(article, source=PurePath(article.source).as_posix())
