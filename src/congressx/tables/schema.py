"""Arrow schemas of the tables, from the record models and never from the rows."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import pyarrow as pa
from pydantic import BaseModel

_PLAIN: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    dt.date: pa.date32(),
}


@cache
def arrow_schema(record: type[BaseModel]) -> pa.Schema:
    """One column a field, in the fields' order; a closed vocabulary is text, a tuple of texts a list."""
    columns = []
    for name, field in record.model_fields.items():
        inner, nullable = _without_none(field.annotation)
        columns.append(pa.field(field.alias or name, _arrow_type(inner), nullable=nullable))
    return pa.schema(columns)


def as_arrow(rows: Sequence[BaseModel], record: type[BaseModel]) -> pa.Table:
    """Rows of one table as Arrow, in the record's schema."""
    return pa.Table.from_pylist([row.model_dump(by_alias=True) for row in rows], schema=arrow_schema(record))


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [part for part in get_args(annotation) if part is not type(None)]
        if len(inner) != 1:
            raise TypeError(f"a column has one type, not {annotation}")
        return inner[0], True
    return annotation, False


def _arrow_type(annotation: Any) -> pa.DataType:
    if get_origin(annotation) is tuple:
        return pa.list_(_arrow_type(get_args(annotation)[0]))
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if _words(annotation):
        return pa.string()
    raise TypeError(f"no column type for {annotation}")


def vocabularies(record: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    """The closed vocabulary of every column that has one, by column name."""
    found = {}
    for name, field in record.model_fields.items():
        if words := _words(_without_none(field.annotation)[0]):
            found[field.alias or name] = words
    return found


def _words(annotation: Any) -> tuple[str, ...]:
    """The words of a closed vocabulary, given as an enum or as a literal; none for anything else."""
    if get_origin(annotation) is Literal:
        return tuple(map(str, get_args(annotation)))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return tuple(annotation)
    return ()
