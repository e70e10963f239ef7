"""Arrays that grow."""

from __future__ import annotations

from typing import Generic, TypeVar, cast

import numpy as np
import numpy.typing as npt

Number = TypeVar("Number", bound=np.generic)


class GrowingArray(Generic[Number]):
    """Rows added many at a time and read as one array, without copying what was there at each reading."""

    def __init__(self, kind: type[Number], width: int = 0) -> None:
        self._stored = np.zeros((1024, width) if width else 1024, dtype=kind)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def add(self, rows: npt.ArrayLike) -> None:
        """More rows."""
        fresh = np.asarray(rows, dtype=self._stored.dtype)
        size = self._size + len(fresh)
        if size > len(self._stored):
            grown = np.zeros((max(size, 2 * len(self._stored)), *self._stored.shape[1:]), dtype=self._stored.dtype)
            grown[: self._size] = self.rows
            self._stored = grown
        self._stored[self._size : size] = fresh
        self._size = size

    @property
    def rows(self) -> npt.NDArray[Number]:
        """All rows; valid until some are added."""
        return cast("npt.NDArray[Number]", self._stored[: self._size])
