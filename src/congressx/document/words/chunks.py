"""Tokens of a whitespace chunk, read once a different chunk.

The tokenizer's patterns never cross a blank and look at most at what follows the chunk, so a chunk followed by a blank always falls
into the same tokens. The end of a sentence is another matter: `G.` is one token before a blank and two at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import regex

from congressx.document.words.groups import Ids
from congressx.document.words.growing import GrowingArray
from congressx.document.words.tokens import END, START, Tokens
from congressx.vietnamese.letters import LETTER

Tokenize = Callable[[str], list[tuple[str, int, int]]]
"""Tokens of a text with the offsets where they start and stop."""

_MARKS = r",;!?)”’\"'…%"
_CORE = rf"(?!Th.[Ss])[{LETTER}]++|[0-9]++(?:[.,][0-9]++)?+|[0-9]{{1,2}}(?:/[0-9]{{1,2}}/[0-9]++|[/-][0-9]{{1,4}})"
_STOPS = rf"(?<=[0-9]|[{LETTER}]{{4}})(?<![A-ZĐ])\.++"
_SIMPLE = regex.compile(
    rf"([A-ZĐ]++\.)|([(“‘\"']?)({_CORE})(?:(:)|([{_MARKS}]|{_STOPS})(?:([{_MARKS}:])|(?<!\.)(\.))?)?"
)
"""Chunks in which no other pattern of the tokenizer can match: a run of letters or a number, a mark before it, two after it.

`Th.S` with its open dot takes `Thes`; `Tp.`, `ThS.` are abbreviations, so a full stop is left to long words with a small last letter;
`:)`, `http:` and several stops are left to the tokenizer. Capitals with a full stop (`UBND.`) are one token before a blank.
"""

_OPEN_END = regex.compile(r"(?:[A-ZĐÐ\u212a]\.|D)\Z")
"""Chunks that can fall into other tokens at the end of a text (`UBND.`, `:D`); eth and the Kelvin sign are read as Đ and K."""

_AT_END = "\n"
"""Marks such a chunk at the end of its sentence; no chunk holds a line end."""

BOUNDARY = 0
"""Number of the chunk between two sentences."""
BOUNDARY_TOKENS = (END, END, START, START)


@dataclass(frozen=True, slots=True)
class ChunkColumns:
    """By chunk: its `length` in characters, and `first` and `count` of its tokens in `tokens`, `starts`, `stops` (offsets in it)."""

    length: Ids
    first: Ids
    count: Ids
    tokens: Ids
    starts: Ids
    stops: Ids


class Chunks(dict[str, int]):
    """Number of every chunk seen; one that is asked for first is learned."""

    def __init__(self, tokens: Tokens, tokenize: Tokenize) -> None:
        super().__init__()
        self._token, self._tokenize = tokens.number, tokenize
        self._by_chunk = GrowingArray(np.int64, 3)
        self._by_token = GrowingArray(np.int64, 3)
        self._fresh_chunks = [(0, 0, len(BOUNDARY_TOKENS))]
        self._fresh_tokens = [(token, 0, 0) for token in BOUNDARY_TOKENS]
        self._known, self._tokens_known = 1, len(BOUNDARY_TOKENS)

    def numbers(self, sentences: Sequence[str]) -> tuple[Ids, Ids]:
        """Numbers of the chunks of all sentences, with a `BOUNDARY` before and after each; and how many each has."""
        parted = [sentence.split() for sentence in sentences]
        for sentence, parts in zip(sentences, parted, strict=True):
            # `$` of the tokenizer's patterns stands before a line end, too
            if parts and _OPEN_END.search(parts[-1]) and sentence.removesuffix("\n").endswith(parts[-1]):
                parts[-1] += _AT_END
        counts = np.fromiter(map(len, parted), np.int64, len(parted))
        found = np.full(int(counts.sum()) + len(parted) + 1, BOUNDARY, dtype=np.int64)
        inner = np.ones(len(found), dtype=np.bool_)
        inner[np.cumsum(counts + 1)] = inner[0] = False
        flat = chain.from_iterable(parted)
        found[inner] = np.fromiter(map(self.__getitem__, flat), np.int64, int(counts.sum()))
        return found, counts

    def columns(self) -> ChunkColumns:
        """All that is known, valid until something is learned."""
        if self._fresh_chunks:
            self._by_chunk.add(self._fresh_chunks)
            self._by_token.add(self._fresh_tokens)
            self._fresh_chunks, self._fresh_tokens = [], []
        return ChunkColumns(*self._by_chunk.rows.T, *self._by_token.rows.T)

    def __missing__(self, key: str) -> int:
        at_end = key.endswith(_AT_END)
        chunk = key.removesuffix(_AT_END)
        found = self._tokenize(chunk) if at_end else simple_tokens(chunk) or self._tokenize(f"{chunk} ")
        number = self[key] = self._known
        token = self._token
        self._fresh_tokens.extend([(token(spelled), start, stop) for spelled, start, stop in found])
        self._fresh_chunks.append((len(chunk), self._tokens_known, len(found)))
        self._known += 1
        self._tokens_known += len(found)
        return number


def simple_tokens(chunk: str) -> list[tuple[str, int, int]]:
    """Tokens of a chunk of the simplest kind that a blank follows; none where the tokenizer has to be asked.

    >>> simple_tokens("(Sơn")
    [('(', 0, 1), ('Sơn', 1, 4)]
    >>> simple_tokens("NĐ-CP")
    []
    """
    match = _SIMPLE.fullmatch(chunk)
    if match is None:
        return []
    return [(chunk[start:stop], start, stop) for start, stop in match.regs[1:] if start < stop]
