"""The gate before patterns: one scan of a sentence says which of them cannot match in it.

Patterns announce themselves here. Before a document is read, the literals they require are put into two Aho-Corasick automata,
one for the spaced spelling of sentences and one for the solid one. A scan gives a number with a bit for every clause of which
no literal was found; a pattern that needs one of them is not tried. A text that was not scanned, and is no piece of the
sentence asked for last, is not judged.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from threading import Lock
from typing import Protocol

from ahocorasick_rs import AhoCorasick

from congressx.patterns.requirements import SpelledClause
from congressx.patterns.spellings import WORD_LETTERS, is_alien, solid, spaced_folded

SWITCH = "CONGRESSX_GATE"
"""Environment variable; with `off` every pattern is tried on every text: the same rows, slower."""

_LETTERS = frozenset(WORD_LETTERS)


class Guarded(Protocol):
    """What the gate may spare: a pattern or a set of cues."""

    def is_read(self) -> bool:
        """Whether it takes no time to say what it requires."""

    def required(self) -> Iterable[SpelledClause]:
        """Clauses that hold wherever it matches."""

    def guard(self, needs: int) -> None:
        """From now on it need not be tried where a bit of `needs` is missing."""


class _Automaton:
    """Literals of one spelling and the clauses each of them fulfils."""

    def __init__(self) -> None:
        self._clauses: dict[str, int] = {}
        self._masks: list[int] = []
        self._built: AhoCorasick | None = None

    def add(self, literal: str, clause: int) -> None:
        self._clauses[literal] = self._clauses.get(literal, 0) | clause

    def build(self) -> None:
        self._masks = list(self._clauses.values())
        self._built = AhoCorasick(list(self._clauses)) if self._clauses else None

    def scan(self, text: str) -> int:
        """The clauses that hold, as bits."""
        held = 0
        if self._built is not None:
            masks = self._masks
            for literal in {match[0] for match in self._built.find_matches_as_indexes(text, overlapping=True)}:
                held |= masks[literal]
        return held


class Gate:
    """Which clauses hold in which text.

    What it says of a text is true of the text whoever asks, so threads may share it; a new document only forgets.
    """

    def __init__(self, patience: int = 0) -> None:
        """`patience`: documents that go by before it reads patterns, which takes as long as it spares in some fifteen of them."""
        self.closed = os.environ.get(SWITCH) != "off"
        self.announced: list[Guarded] = []
        self._waiting: list[Guarded] = []
        self._patience, self._pause = patience, 1
        self._bits: dict[SpelledClause, int] = {}
        self._spaced, self._solid = _Automaton(), _Automaton()
        self._missing: dict[str, int] = {}
        self._last = ""
        self._one_at_a_time = Lock()

    def announce(self, guarded: Guarded) -> None:
        """Takes note of a pattern; its literals are looked for from one of the next documents on."""
        self.announced.append(guarded)
        self._waiting.append(guarded)

    def open_document(self, texts: Iterable[tuple[str, str]]) -> None:
        """Scans the sentences of a document: each in small letters and with its capitals, of equal length."""
        with self._one_at_a_time:
            self._last, self._missing = "", self._scanned(texts) if self.closed else {}

    def _scanned(self, texts: Iterable[tuple[str, str]]) -> dict[str, int]:
        self._learn()
        if not self._bits:
            return {}
        found: dict[str, int] = {}
        everything = (1 << len(self._bits)) - 1
        for folded, cased in texts:
            if is_alien(cased):
                continue
            spelling = spaced_folded(folded)
            held = self._spaced.scan(spelling) | self._solid.scan(solid(spelling))
            found[folded] = found[cased] = everything & ~held
        return found

    def missing(self, text: str, start: int | None = None, stop: int | None = None) -> int:
        """Bits of the clauses that do not hold in `text`, a sentence or a piece of the one asked for last; 0 if not known."""
        missing = self._missing.get(text)
        if missing is not None:
            self._last = text
        elif self._last:
            missing = self._missing_in_piece(text)
        if not missing or (start is None and stop is None) or _is_whole_words(text, start, stop):
            return missing or 0
        return 0

    def _missing_in_piece(self, piece: str) -> int:
        last = self._last
        at = last.find(piece)
        if at < 0 or not _is_whole_words(last, at, at + len(piece)):
            return 0
        return self._missing.get(last, 0)

    def _learn(self) -> None:
        """Reads what new patterns require.

        Later ones come a few at a time, and each time both automata are built anew: twice as many documents go by before the next look.
        """
        self._patience -= 1
        if not self._waiting:
            return
        if self._patience > 0 and (self._bits or not all(guarded.is_read() for guarded in self._waiting)):
            return
        self._patience = self._pause = 2 * self._pause
        news, self._waiting = self._waiting, []
        for guarded in news:
            needs = 0
            for clause in guarded.required():
                needs |= self._bit(clause)
            guarded.guard(needs)
        self._spaced.build()
        self._solid.build()

    def _bit(self, clause: SpelledClause) -> int:
        if clause not in self._bits:
            bit = self._bits[clause] = 1 << len(self._bits)
            for text, is_solid in clause:
                (self._solid if is_solid else self._spaced).add(text, bit)
        return self._bits[clause]


def _is_whole_words(text: str, start: int | None, stop: int | None) -> bool:
    """Whether a stretch begins and ends where no two letters stand side by side, so that its edges are edges of words."""
    for edge in (start, stop):
        if edge is not None and 0 < edge < len(text) and text[edge - 1] in _LETTERS and text[edge] in _LETTERS:
            return False
    return True


GATE = Gate(patience=8)
