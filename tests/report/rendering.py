"""A report of a folder, as the commands make it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from congressx.pipeline import table_records
from congressx.report import pack, read_content, render_page, stored_decisions


def rendered(folder: Path, decisions: Sequence[dict[str, Any]] | None = None, **how: Any) -> str:
    records = table_records()
    stored = stored_decisions(folder) if decisions is None else decisions
    return render_page(pack(read_content(folder, records), records), stored, **how)
