"""What a rule answers, and what becomes of its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from congressx.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule's answer: the fields it read, where the value itself stands and which words to quote.

    Spans are offsets in the sentence. `focus` keeps two rules of a kind from reading the same words twice;
    both default to the whole match.
    """

    value: Mapping[str, Any]
    focus: Span | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A rule's answer when it matched but two readings remain: nothing is recorded, the reason goes to `rejections`."""

    reason: str
    focus: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact read from a document, not yet validated; spans are offsets in `Document.text`."""

    kind: str
    """Name of the table the fact goes to."""
    rule: str
    span: Span
    """The words to quote."""
    focus: Span
    """The words that hold the value."""
    sentence: int
    """Index in `Document.sentences`."""
    value: Mapping[str, Any] = field(hash=False)
    meeting: int | None = None
    """Offset where the meeting's own name begins, once linked."""

    def having(self, **changes: Any) -> Mention:
        """The same mention with fields of its value changed.

        >>> Mention("terms", "terms.years", Span(0, 1), Span(0, 1), 0, {"start": 2015}).having(label="XII").value
        {'start': 2015, 'label': 'XII'}
        """
        return replace(self, value={**self.value, **changes})


@dataclass(frozen=True, slots=True)
class Rejection:
    """What was matched and not recorded; `reason` is one word for counting, `detail` says it to a person."""

    kind: str
    rule: str
    span: Span
    reason: str
    detail: str
