"""How a run is to be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from congressx.corpus import Reading


@dataclass(frozen=True, slots=True)
class Orders:
    """What the user asked for, besides the names of the sources and of the output folder."""

    only: tuple[str, ...] = ()
    limit: int | None = None
    reading: Reading = field(default_factory=Reading)
    progress: Callable[[int, int], None] = lambda done, total: None
    stop: Callable[[], bool] = lambda: False

    @property
    def settings(self) -> dict[str, Any]:
        """Those that decide what the rows of an article are."""
        return {"only": sorted(self.only), "reading": asdict(self.reading)}
