"""The columns of a table, read off its record model."""

from __future__ import annotations

import datetime as dt
import types
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from congressx.dictionary.vocabulary import Vocabulary

_TYPES: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", dt.date: "date"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column; types are those of Frictionless Table Schema."""

    name: str
    kind: str
    """`string`, `integer`, `number`, `boolean`, `date`, or `array` (of texts)."""
    nullable: bool
    description: str
    vocabulary: Vocabulary | None = None
    """If it is closed; of a list that of its items."""
    unit: str | None = None
    reference: tuple[str, str] | None = None
    """(table, column) whose values these are."""
    limits: tuple[tuple[str, float], ...] = ()
    """`minimum`, `maximum` and `minLength`, as far as there are any."""

    @property
    def values(self) -> tuple[str, ...]:
        """The words of the closed vocabulary, if it has one."""
        return self.vocabulary.values if self.vocabulary else ()


@cache
def columns_of(record: type[BaseModel]) -> tuple[Column, ...]:
    """The columns of a record model, in their order. Raises TypeError for a field that no column can hold."""
    return tuple(_column(field.alias or name, field, record) for name, field in record.model_fields.items())


def key_of(record: type[BaseModel]) -> tuple[str, ...]:
    """The columns that name a row; empty where only all of them together do."""
    return tuple(_extra(record.model_config.get("json_schema_extra")).get("key", ()))


def _column(name: str, field: FieldInfo, record: type[BaseModel]) -> Column:
    inner, nullable = _without_none(field.annotation)
    listed = get_origin(inner) is tuple
    item = get_args(inner)[0] if listed else inner
    extra = _extra(field.json_schema_extra)
    table, _, column = extra.get("reference", "").partition(".")
    return Column(
        name, "array" if listed else _type(item), nullable, field.description or "",
        vocabulary=_vocabulary(name, item, record), unit=extra.get("unit"),
        reference=(table, column) if column else None, limits=_limits(field),
    )  # fmt: skip


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [part for part in get_args(annotation) if part is not type(None)]
        return inner[0], len(inner) < len(get_args(annotation))
    return annotation, False


def _type(annotation: Any) -> str:
    if get_origin(annotation) is Literal or _is_enum(annotation):
        return "string"
    if annotation in _TYPES:
        return _TYPES[annotation]
    raise TypeError(f"no column type for {annotation}")


def _vocabulary(name: str, annotation: Any, record: type[BaseModel]) -> Vocabulary | None:
    if get_origin(annotation) is Literal:
        return Vocabulary(name.capitalize(), tuple(map(str, get_args(annotation))), _folder(record))
    if _is_enum(annotation):
        values = tuple(word.value for word in annotation)
        return Vocabulary(
            annotation.__name__, values, _folder(annotation), " ".join((annotation.__doc__ or "").split())
        )
    return None


def _folder(defined: type) -> str:
    return defined.__module__.rpartition(".")[0]


def _is_enum(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, StrEnum)


def _limits(field: FieldInfo) -> tuple[tuple[str, float], ...]:
    found = []
    for constraint in field.metadata:
        for ours, theirs in (("minimum", "ge"), ("maximum", "le"), ("minLength", "min_length")):
            if (limit := getattr(constraint, theirs, None)) is not None:
                found.append((ours, limit))
    return tuple(found)


def _extra(given: Any) -> dict[str, Any]:
    return given if isinstance(given, dict) else {}
