"""What a row says of its own, apart from where it stands: the half of a row's identity that is content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from congressx.document import SectionKind
from congressx.engine import FactRecord

EVERY_ROW = frozenset(FactRecord.model_fields)
"""Fields that every fact has; they say where it stands, not what it says."""

Content = Mapping[str, Any]


def content_of(record: FactRecord) -> dict[str, Any]:
    """A row's own fields in JSON's types, by column name."""
    found = record.model_dump(mode="json", by_alias=True)
    return {name: value for name, value in found.items() if name not in EVERY_ROW}


def same_content(one: Content, other: Content) -> bool:
    """Whether two rows say the same, in the fields that both know: a table may get or lose a column between two versions.

    >>> same_content({"value": 14, "unit": "percent"}, {"value": 14.0, "unit": "percent", "total": None})
    True
    """
    return all(_plain(one[name]) == _plain(other[name]) for name in one.keys() & other.keys())


def digest(content: Content) -> str:
    """Short digest of what a row says; absent and empty fields do not count."""
    told = {name: plain for name, value in content.items() if (plain := _plain(value)) not in (None, [])}
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:8]


def without_every_row(record: type[FactRecord], content: Content) -> FactRecord:
    """A row that says `content` and stands nowhere, to see whether there can be one. Raises `ValidationError`."""
    return record.model_validate(
        {
            **content, "article_id": "-", "meeting_id": None, "start": 0, "stop": 1, "quote": "-", "sentence": "-",
            "section": SectionKind.BODY, "rule": "-", "confidence": None,
        }
    )  # fmt: skip


def saying(row: FactRecord, content: Content) -> FactRecord:
    """The row with what it says changed, where it stands kept. Raises `ValidationError` when that is no valid row."""
    every = {name: getattr(row, name) for name in EVERY_ROW}
    known = {field.alias or name for name, field in type(row).model_fields.items()}
    own = {name: value for name, value in {**content_of(row), **content}.items() if name in known}
    return type(row).model_validate({**every, **own})


def _plain(value: Any) -> Any:
    """A value as JSON compares it: 14.0 is 14, while True is not 1."""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
