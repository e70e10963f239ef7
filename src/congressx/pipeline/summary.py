"""What a run did, and how it may end early."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from congressx.errors import CongressxError, InputError
from congressx.review.stored import UNFULFILLED


@dataclass(slots=True)
class Summary:
    """What a run did, for the table at its end."""

    rows: Counter[str] = field(default_factory=Counter)
    rejected: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Rejected readings, by (kind, reason)."""
    problems: list[tuple[str, InputError]] = field(default_factory=list)
    """Sources that gave no article, and why."""
    left_aside: Counter[str] = field(default_factory=Counter)
    """Files in the folders whose suffix is no article format, by suffix."""
    extracted: int = 0
    """Articles read in this run."""
    taken_over: int = 0
    """Articles whose rows are those of the last run, or of a run that was stopped."""
    decided_elsewhere: dict[str, int] = field(default_factory=dict)
    """Decisions about articles that are not in this run: how many for each `article_id`."""
    published: bool = False
    """Whether the tables were written: False when they would be the same."""

    @property
    def unfulfilled(self) -> int:
        """Decisions about articles of this run that could not be replayed; `rejections` says which and why."""
        return sum(count for (_, reason), count in self.rejected.items() if reason in UNFULFILLED)

    @property
    def lost(self) -> bool:
        """Whether some input is in no table; a twin's words are in those of its first copy."""
        return any(error.reason != "twin" for _, error in self.problems)


class StoppedError(CongressxError):
    """The run was asked to stop: no tables were published, finished articles are kept for the next run."""


class StaleError(Exception):
    """Rows that the manifest promises are not in the tables."""
