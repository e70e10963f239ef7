"""One article as its file gives it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """`text` is the decoded content, untouched; `source` names the file it came from, as the user wrote it."""

    source: str
    text: str

    @property
    def article_id(self) -> str:
        """16 hex digits of the SHA-256 of the text: it survives a move, a copy and another byte-order mark."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]
