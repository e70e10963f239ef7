"""A row of an article while decisions are replayed on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from congressx.engine import FactRecord
from congressx.engine.record import Reviewed
from congressx.review.content import content_of
from congressx.span import Span


@dataclass
class Row:
    """`content` is what the rules said, whatever is made of `record` later."""

    table: str
    record: FactRecord
    decided: bool = False
    """A decision is about it."""
    stands: bool = True
    rejected: bool = False
    """It does not stand because a person rejected it."""
    restored: bool = False
    """The rules do not give it; a decision does."""

    def __post_init__(self) -> None:
        self.span = Span(self.record.start, self.record.stop)
        self._first = self.record

    @cached_property
    def content(self) -> dict[str, Any]:
        """The row's own fields as they were before anything was corrected, in JSON's types."""
        return content_of(self._first)

    def mark(self, reviewed: Reviewed) -> None:
        """Says in the row what a person made of it."""
        self.record = self.record.model_copy(update={"reviewed": reviewed})
