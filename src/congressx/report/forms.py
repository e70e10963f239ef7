"""From a record model to the form in which a person corrects its row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from congressx.engine import FactRecord

_TYPES = {"string": "text", "integer": "integer", "number": "number", "boolean": "boolean"}
_BOUNDS = {"minimum": "min", "maximum": "max", "minLength": "min_length"}


def form_of(record: type[BaseModel]) -> list[dict[str, Any]]:
    """The record's own fields, in order: name, type, whether it may be empty or is a list, vocabulary, bounds, description.

    >>> from congressx.extractors.terms.record import TermRecord
    >>> {name: value for name, value in form_of(TermRecord)[0].items() if name != "about"}
    {'name': 'start_year', 'type': 'integer', 'nullable': True, 'many': False, 'max': 2100, 'min': 1930}
    """
    schema = record.model_json_schema()
    definitions = schema.get("$defs", {})
    every_row = FactRecord.model_json_schema()["properties"]
    return [
        _field(name, described, definitions)
        for name, described in schema["properties"].items()
        if name not in every_row
    ]


def _field(name: str, described: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    variants = [_resolved(variant, definitions) for variant in described.get("anyOf", [described])]
    inner = next(variant for variant in variants if variant.get("type") != "null")
    many = inner.get("type") == "array"
    item = _resolved(inner["items"], definitions) if many else inner
    field: dict[str, Any] = {
        "name": name,
        "type": _type(item),
        "nullable": len(variants) > 1,
        "many": many,
        "about": described.get("description", ""),
    }
    if words := _words(item):
        field["words"] = words
    return field | {short: item[bound] for bound, short in sorted(_BOUNDS.items()) if bound in item}


def _resolved(variant: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = variant.get("$ref")
    return definitions[reference.rsplit("/", 1)[-1]] if reference else variant


def _type(item: Mapping[str, Any]) -> str:
    if _words(item):
        return "word"
    if item.get("format") == "date":
        return "date"
    return _TYPES[item["type"]]


def _words(item: Mapping[str, Any]) -> list[str]:
    return list(item.get("enum", [item["const"]] if "const" in item else []))
