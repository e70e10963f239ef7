"""One article as its file gives it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """`text` is the decoded content, untouched; `source` names the file, and in a data set `#` and the row, from 1.

    The text of a page or of a row with a title begins with that title. The rest is what the file says about the article in
    fields of its own; what its text says stays in the text.
    """

    source: str
    text: str
    title: str | None = None
    published: dt.date | None = None
    author: str | None = None
    site: str | None = None
    url: str | None = None
    encoding: str | None = None
    encoding_confidence: float | None = None
    identifier: str | None = None
    """The row's own name in a data set."""

    @property
    def article_id(self) -> str:
        """16 hex digits of the SHA-256 of the text: it survives a move, a copy and another byte-order mark."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]
