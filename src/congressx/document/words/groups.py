"""A table of weights by groups of neighbouring tokens, looked up with numpy for many groups at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]
Weights = npt.NDArray[np.float64]

_EMPTY = -1
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""Odd and near 2^64 / golden ratio: the upper bits of the product are spread evenly."""
_SLOTS_A_KEY = 4


@dataclass(frozen=True, slots=True)
class GroupTable:
    """An open hash: `slots[s]` is a key or -1, `numbers[s]` its row in `rows`, of shape (keys, columns).

    The key of tokens with the ids a, b is a * base + b, of three (a * base + b) * base + c.
    """

    slots: Ids
    numbers: Ids
    rows: Weights

    def find(self, keys: Ids) -> tuple[Ids, Ids]:
        """Places in `keys` of those that are known, and the numbers of their rows."""
        last = len(self.slots) - 1
        at = (keys.view(np.uint64) * _SPREAD >> np.uint64(64 - last.bit_length())).view(np.int64)
        found = self.slots[at]
        other = np.flatnonzero((found != keys) & (found != _EMPTY))
        while len(other):
            at[other] = (at[other] + 1) & last
            found[other] = here = self.slots[at[other]]
            other = other[(here != keys[other]) & (here != _EMPTY)]
        known = np.flatnonzero(found == keys)
        return known, self.numbers[at[known]]


def group_table(rows: Mapping[int, list[float]], columns: int) -> GroupTable:
    """The table of `rows` by key."""
    size = 1 << (_SLOTS_A_KEY * len(rows) + 1).bit_length()
    slots, numbers = np.full(size, _EMPTY, dtype=np.int64), np.zeros(size, dtype=np.int64)
    keys = np.fromiter(rows, np.int64, len(rows))
    at = (keys.view(np.uint64) * _SPREAD >> np.uint64(64 - (size - 1).bit_length())).view(np.int64)
    waiting = np.arange(len(keys))
    while len(waiting):
        # of those that want the same free slot the last one written has it; the others go on to the next
        free = waiting[slots[at[waiting]] == _EMPTY]
        slots[at[free]], numbers[at[free]] = keys[free], free
        waiting = waiting[slots[at[waiting]] != keys[waiting]]
        at[waiting] = (at[waiting] + 1) & (size - 1)
    return GroupTable(slots, numbers, np.array(list(rows.values()), dtype=np.float64).reshape(len(rows), columns))
