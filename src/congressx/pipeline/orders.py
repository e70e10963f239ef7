"""How a run is to be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from congressx.corpus import Reading
from congressx.review import Stored


@dataclass(frozen=True, slots=True)
class Orders:
    """What the user asked for, besides the names of the sources and of the output folder."""

    only: tuple[str, ...] = ()
    limit: int | None = None
    reading: Reading = field(default_factory=Reading)
    progress: Callable[[int, int], None] = lambda done, total: None
    stop: Callable[[], bool] = lambda: False
    jobs: int = 1
    cluster: str | None = None
    """The address of a Dask scheduler."""
    parts: str | None = None
    """The address of kept batches, where workers write them."""
    made_by: str = ""
    """What kept batches are marked with."""
    decisions: Stored = field(default_factory=Stored)
    """What people decided about rows: replayed by whoever reads a batch; part of the key of each article."""

    @property
    def settings(self) -> dict[str, Any]:
        """Those that decide what the rows of an article are."""
        return {"only": sorted(self.only), "reading": asdict(self.reading)}
