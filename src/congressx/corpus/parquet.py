"""Parquet, read batch by batch and only the columns that are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from congressx.corpus.columns import Columns, columns_of
from congressx.corpus.limits import Reading, over_limit
from congressx.corpus.rows import Legacy, Row, row_name
from congressx.errors import InputError

_BATCH = 64


def read_parquet(stream: BinaryIO, name: str, reading: Reading) -> Iterator[Row]:
    """The rows of a file, counted from 1."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(stream)
        wanted = _wanted(columns_of(file.schema_arrow.names, reading, name))
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=wanted, use_threads=False):
            for values in _values(batch):
                number += 1
                yield _row(values, name, number, reading.max_row_bytes)
    except (pa.ArrowException, OSError, ValueError) as error:
        message = f"{name}: the Parquet file is damaged ({' '.join(str(error).split())[:200]}); download it again"
        raise InputError(message, reason="damaged") from error


def _wanted(columns: Columns) -> list[str]:
    names = (columns.text, columns.title, columns.date, columns.identifier, columns.author, columns.site, columns.url)
    return list(dict.fromkeys(name for name in names if name is not None))


def _values(batch: Any) -> Iterator[dict[str, object]]:
    for row in range(batch.num_rows):
        yield {column: _plain(batch.column(column)[row]) for column in batch.schema.names}


def _plain(scalar: Any) -> object:
    try:
        value: object = scalar.as_py()
    except UnicodeDecodeError:
        return Legacy(scalar.as_buffer().to_pybytes().decode("latin-1"))
    except ValueError:  # nanoseconds do not fit into a datetime
        return str(scalar)
    return value


def _row(values: dict[str, object], name: str, number: int, limit: int) -> Row:
    size = sum(len(value) for value in values.values() if isinstance(value, str | bytes))
    if size > limit:
        return Row(number, {}, over_limit(row_name(name, number), "the row has too many bytes", limit, "max_row_bytes"))
    return Row(number, values)
