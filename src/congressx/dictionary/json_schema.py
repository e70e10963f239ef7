"""JSON Schema of rows, as they stand in JSON Lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(records: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    """The schema of a row of the one table named, or of an object that holds the rows of several tables by name."""
    if len(records) == 1:
        [record] = records.values()
        return {"$schema": DIALECT, **record.model_json_schema(mode="serialization")}
    pairs = [(record, "serialization") for record in records.values()]
    references, definitions = models_json_schema(pairs)  # type: ignore[arg-type]
    tables = {
        table: {"type": "array", "items": references[record, "serialization"]} for table, record in records.items()
    }
    return {"$schema": DIALECT, "type": "object", "properties": tables, "$defs": definitions["$defs"]}
