"""What the model knows of a token alone, read once a different token."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import regex

from congressx.document.words.groups import Ids, Weights
from congressx.document.words.growing import GrowingArray
from congressx.document.words.weights import SINGLES, UNSEEN, SegmentationWeights
from congressx.vietnamese.letters import LETTER

START, END = 0, 1
"""Numbers of the two places outside a sentence."""

PLAIN = rf"!-~‘’“”…–{LETTER}"
"""Characters, for a class of a pattern, that underthesea's normalising leaves alone and of which its featurizer says what Python says."""

_PLAIN_TOKEN = regex.compile(rf"(?![+-]?[0-9]{{9}}|[+-][0-9])[{PLAIN}]+")
"""The featurizer asks whether a token is a machine's integer, so long and signed numbers are left to it."""

Answers = tuple[str, int]
"""A token in lower case and its flags, a bit for each of `FLAGS`."""

Ask = Callable[[str], Answers]
"""Answers of underthesea's own featurizer about a token."""


@dataclass(frozen=True, slots=True)
class TokenColumns:
    """By token: `singles[n][t]` its weights in column n of `SINGLES`; `lowered[t]`, `spelled[t]` its ids; `plain[t]`, `titled[t]`.

    A token is plain when its lower case is itself, and titled when the featurizer calls it so.
    """

    singles: Weights
    lowered: Ids
    spelled: Ids
    plain: npt.NDArray[np.bool_]
    titled: npt.NDArray[np.bool_]


class Tokens:
    """Every token seen, by number."""

    def __init__(self, weights: SegmentationWeights, ask: Ask) -> None:
        self._weights, self._ask = weights, ask
        self._numbers: dict[str, int] = {}
        self._fresh: list[tuple[int, int, int]] = []
        self._count = 2
        self._singles = GrowingArray(np.float64, len(SINGLES))
        self._ids = GrowingArray(np.int64, 2)
        self._flags = GrowingArray(np.uint8, 2)
        self._singles.add([weights.singles.start, weights.singles.end])
        self._ids.add([[UNSEEN, UNSEEN]] * 2)
        self._flags.add([[0, 0]] * 2)

    def number(self, token: str) -> int:
        """The number of a token, learned when it is new."""
        number = self._numbers.get(token)
        if number is None:
            number = self._numbers[token] = self._count
            self._count += 1
            self._fresh.append(self._learned(token))
        return number

    def columns(self) -> TokenColumns:
        """All that is known, valid until something is learned."""
        if self._fresh:
            spelled, lowered, bits = np.array(self._fresh, dtype=np.int64).T
            table = self._weights.singles
            self._singles.add(table.spelled[spelled] + table.lowered[lowered] + table.flags[bits & 7])
            self._ids.add(np.stack([lowered, spelled], axis=1))
            self._flags.add(np.stack([bits >> 3, bits >> 1 & 1], axis=1))
            self._fresh = []
        lowered, spelled = (np.ascontiguousarray(self._ids.rows[:, n]) for n in (0, 1))
        plain, titled = (self._flags.rows[:, n].astype(np.bool_) for n in (0, 1))
        return TokenColumns(np.ascontiguousarray(self._singles.rows.T), lowered, spelled, plain, titled)

    def _learned(self, token: str) -> tuple[int, int, int]:
        lowered, flags = self.answers(token)
        get = self._weights.ids.get
        return get(token, UNSEEN), get(lowered, UNSEEN), flags | (lowered == token) << 3

    def answers(self, token: str) -> Answers:
        """What the featurizer says of a token, without asking it where the characters are plain.

        It calls a token titled whose first character has no other upper case: `Đại`, `12A`, `.`, but not `x12`.
        """
        if not _PLAIN_TOKEN.fullmatch(token):
            return self._ask(token)
        lowered, first = token.lower(), token[0]
        is_digit = token.isdecimal()
        return lowered, is_digit | (first == first.upper()) << 1 | (lowered in self._weights.dictionary) << 2
