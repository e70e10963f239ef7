"""Bodies by the short name that the article gives them in a bracket: `Tổng công ty Mía đường Sông Lam (Lamico)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congressx.document import Document
from congressx.extractors.officials.readings import HeldTitle


def in_full(titles: Sequence[HeldTitle], document: Document) -> list[HeldTitle]:
    """The titles of one person, a body called by its short name as the title of the same office names it in full."""
    return [replace(title, org=_full_name(title, titles, document) or title.org) for title in titles]


def _full_name(title: HeldTitle, titles: Sequence[HeldTitle], document: Document) -> str | None:
    if title.org is None or " " in title.org:
        return None
    names = {o.org for o in titles if o.office is title.office and o.org and f"{o.org} ({title.org})" in document.text}
    return names.pop() if len(names) == 1 else None
