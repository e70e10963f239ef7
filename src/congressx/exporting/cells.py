"""What a spreadsheet makes of a cell: the first characters that start a formula, and values that cells cannot hold."""

from __future__ import annotations

import datetime as dt
import json
import math
from typing import Any

_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
"""Excel, LibreOffice and Google Sheets may run text that starts with one of these."""


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text, or would after an apostrophe of ours was taken away.

    >>> [starts_formula(text) for text in ("=1+1", "- ông Nam", "12 - 3", "'=A1", "'nhân dân'")]
    [True, True, False, True, False]
    """
    return text.lstrip("'")[:1] in _STARTS


def guarded(text: str) -> str:
    """The text as a cell of a CSV file: an apostrophe before what would be run. `unguarded` takes just that one away.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("Nghị quyết")
    ("'=1+1", "''=1+1", 'Nghị quyết')
    """
    return f"'{text}" if starts_formula(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell that `guarded` made.

    >>> [unguarded(guarded(text)) for text in ("=1+1", "'=1+1", "'nhân dân'")]
    ['=1+1', "'=1+1", "'nhân dân'"]
    """
    return cell[1:] if cell.startswith("'") and starts_formula(cell) else cell


def as_text(value: Any) -> str:
    """A value in a text file: lists and objects as JSON, truth as `true` and `false`, nothing as nothing.

    >>> as_text(["Lê Thị Hoa"]), as_text(True), as_text(dt.date(2020, 3, 12)), as_text(None), as_text(-1.5)
    ('["Lê Thị Hoa"]', 'true', '2020-03-12', '', '-1.5')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def as_json(value: Any) -> Any:
    """A value that JSON has no type for; for `json.dumps(default=…)`."""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)


def _number(value: float) -> str:
    """Shortest digits that read back as the same number; whole ones without `.0`, as people write them."""
    if not math.isfinite(value):
        return {math.inf: "INF", -math.inf: "-INF"}.get(value, "NaN")
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
