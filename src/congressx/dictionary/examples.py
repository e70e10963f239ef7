"""An example of every column, from rows that were extracted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

LONGEST = 60
"""Characters of an example."""


def examples_of(tables: Mapping[str, Iterable[Mapping[str, Any]]]) -> dict[tuple[str, str], str]:
    """An example by (table, column): from the fullest row of a table, and from other rows what that one leaves empty.

    >>> examples_of({"kpis": [{"value": 14.0, "total": None}, {"value": 15.0, "total": 16.0}, {"value": 7.0, "period": "2017"}]})
    {('kpis', 'value'): '15', ('kpis', 'total'): '16', ('kpis', 'period'): '2017'}
    """
    found: dict[tuple[str, str], str] = {}
    for table, given in tables.items():
        rows = sorted(given, key=_filled, reverse=True)  # stable: the first of the fullest
        for row in rows:
            for column, value in row.items():
                if value not in (None, "", []):
                    found.setdefault((table, column), _shown(value))
    return found


def _filled(row: Mapping[str, Any]) -> int:
    return sum(value not in (None, "", []) for value in row.values())


def _shown(value: Any) -> str:
    if isinstance(value, bool | list):
        text = json.dumps(value, ensure_ascii=False)
    elif isinstance(value, float) and value.is_integer():
        text = str(int(value))
    else:
        text = " ".join(str(value).replace("`", "'").split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
