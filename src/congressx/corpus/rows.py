"""From a row of a data set, as a mapping of columns to values, to its article."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from congressx.corpus.article import Article
from congressx.corpus.columns import Columns, columns_of, read_date
from congressx.corpus.encodings import decode
from congressx.corpus.limits import Reading, require_short
from congressx.corpus.opening import cannot_read
from congressx.errors import InputError

log = logging.getLogger(__name__)

_LOOK_AHEAD = 100
"""Rows in which the columns are looked for: in JSONL every row may have others."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, counted from 1, with its values or what is wrong with it."""

    number: int
    values: Mapping[str, object]
    problem: InputError | None = None


def row_name(name: str, number: int) -> str:
    """`file#row`, as in `articles.source`."""
    return f"{name}#{number}"


def bad_row(name: str, number: int, what: str, reason: str = "row") -> Row:
    """A row that cannot be read; the rows after it can."""
    return Row(number, {}, InputError(f"{row_name(name, number)}: {what}", reason=reason))


def read_rows(rows: Iterator[Row], name: str, reading: Reading) -> Iterator[Article | InputError]:
    """The article of each row; columns that nobody named are found in the first rows."""
    rows = _to_the_end(rows, name)
    first = list(islice(rows, _LOOK_AHEAD))
    there = dict.fromkeys(column for row in first for column in row.values)
    if not there:
        yield from (row.problem for row in first if row.problem)
        if not first:
            yield InputError(f"{name}: a data set without rows; delete it or save it again", reason="empty")
        return
    columns = columns_of(there, reading, name)
    for row in chain(first, rows):
        try:
            yield row.problem or _article(row, columns, name, reading)
        except InputError as error:
            yield error


def _to_the_end(rows: Iterator[Row], name: str) -> Iterator[Row]:
    """The rows, and as the last of them what ended the reading too early."""
    try:
        yield from rows
    except InputError as error:
        yield Row(0, {}, error)
    except OSError as error:
        yield Row(0, {}, cannot_read(name, error))


def _article(row: Row, columns: Columns, name: str, reading: Reading) -> Article:
    here = row_name(name, row.number)
    value = row.values.get(columns.text)
    if not isinstance(value, str) or not value.strip():
        there = "is empty" if not value else f"holds no text but {type(value).__name__}"
        message = f"{here}: the column {columns.text!r} {there}; fill it or take the row out"
        raise InputError(message, reason="row" if value and not isinstance(value, str) else "empty")
    decoded = decode(_bytes(value, here), here)
    text = require_short(here, decoded.text, reading)
    title = _text(row, columns.title, here)
    return Article(
        source=here,
        text=_headed(text, title),
        title=title,
        published=_date(row, columns.date, here),
        author=_text(row, columns.author, here),
        site=_text(row, columns.site, here),
        url=_text(row, columns.url, here),
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
        identifier=_text(row, columns.identifier, here),
    )


def _bytes(value: str, here: str) -> bytes:
    """The bytes of a cell: those of a file that is no UTF-8 come as they are, a letter a byte (see `Legacy`)."""
    if isinstance(value, Legacy):
        return value.encode("latin-1")
    try:
        return value.encode()
    except UnicodeEncodeError as error:
        message = f"{here}: half a character at {error.start}; save the row as UTF-8"
        raise InputError(message, reason="encoding") from error


class Legacy(str):
    """Text of a file that is no UTF-8, a character a byte: its encoding is told from each cell."""

    __slots__ = ()


def _headed(text: str, title: str | None) -> str:
    """The text under its title, unless it begins with it."""
    if not title or " ".join(text[: 2 * len(title) + 20].split()).startswith(" ".join(title.split())):
        return text
    return f"{' '.join(title.split())}\n{text}"


def _text(row: Row, column: str | None, here: str) -> str | None:
    value = None if column is None else row.values.get(column)
    if isinstance(value, bool | float | int):
        return str(value)
    if not isinstance(value, str) or not value.strip():
        return None
    if value.isascii():
        return value.strip()
    return decode(_bytes(value, here), here).text.strip()


def _date(row: Row, column: str | None, here: str) -> dt.date | None:
    value = None if column is None else row.values.get(column)
    found = read_date(value)
    if found is None and value not in (None, ""):
        log.warning("%s: no date can be read from %r in the column %r", here, str(value)[:40], column)
    return found
