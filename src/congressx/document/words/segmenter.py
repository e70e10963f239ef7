"""underthesea's word segmentation, evaluated for many sentences at once from the tables of its own model.

A token's score is a sum of table rows for itself, its pairs and its triples, because no template looks further than two tokens
away. The sums are looked up with numpy for a batch, and the best labels found for all its sentences side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import regex

from congressx.document.words.chunks import BOUNDARY_TOKENS, Chunks, Tokenize
from congressx.document.words.groups import Ids, Weights
from congressx.document.words.tokens import Ask, TokenColumns, Tokens
from congressx.document.words.viterbi import best_labels
from congressx.document.words.weights import FIRST_START, OWN, GroupWeights, SegmentationWeights

_CHUNK = regex.compile(r"[^\s\x1c-\x1f]+")
_MARGIN = len(BOUNDARY_TOKENS) // 2

MOST_CHUNKS = 500_000
"""Chunks remembered at most; then everything is forgotten and learned again."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The words of a batch of sentences, one after the other: word `w` is `offsets[w]`, (start, stop) in its sentence.

    `counts[s]` is the number of words of sentence `s`, `closest[s]` by how much its best reading wins at its closest choice.
    """

    offsets: Ids
    counts: Ids
    closest: Weights


class Segmenter:
    """The evaluator with what it has learned; not for use by two threads at once."""

    def __init__(self, weights: SegmentationWeights, tokenize: Tokenize, ask: Ask, *, most: int = MOST_CHUNKS) -> None:
        self._weights, self._tokenize, self._ask, self._most = weights, tokenize, ask, most
        self.forget()

    def forget(self) -> None:
        """Empties what was learned of chunks and tokens."""
        self._tokens = Tokens(self._weights, self._ask)
        self._chunks = Chunks(self._tokens, self._tokenize)

    def segment(self, sentences: Sequence[str]) -> Batch:
        """Words of the sentences."""
        if len(self._chunks) > self._most:
            self.forget()
        chunks, chunk_counts = self._chunks.numbers(sentences)
        columns = self._chunks.columns()
        sizes = columns.count[chunks]
        before = _before(sizes)
        pool = np.repeat(columns.first[chunks] - before, sizes)
        pool += np.arange(len(pool))
        boundaries = before[np.cumsum(np.append(0, chunk_counts + 1))]
        first, stop = boundaries[:-1] + len(BOUNDARY_TOKENS), boundaries[1:]
        scores = token_scores(self._weights, self._tokens.columns(), columns.tokens[pool], first, stop)
        inside, closest = best_labels(scores, first, stop - first, self._weights.transition)
        moved = np.repeat(_chunk_starts(sentences, columns.length[chunks], chunk_counts), sizes)
        begins = ~inside
        begins[(boundaries[:, None] + np.arange(len(BOUNDARY_TOKENS))).ravel()] = False
        begins[first[stop > first]] = True
        starts = np.flatnonzero(begins)
        ends = np.append(starts, len(pool))[1:] - 1
        word_counts = np.diff(np.searchsorted(starts, boundaries))
        # the last word of a sentence ends before the boundary that follows
        lasts = np.cumsum(word_counts)[word_counts > 0] - 1
        ends[lasts] = stop[word_counts > 0] - 1
        offsets = np.stack(
            [(columns.starts[pool[starts]] + moved[starts]), (columns.stops[pool[ends]] + moved[ends])], 1
        )
        return Batch(offsets, word_counts, closest)


def token_scores(weights: SegmentationWeights, columns: TokenColumns, laid: Ids, first: Ids, stop: Ids) -> Weights:
    """*Inside* minus *begins* for every token of `laid`, where sentence `s` is `laid[first[s]:stop[s]]` between boundaries."""
    scores = np.zeros(len(laid))
    if len(laid) <= len(BOUNDARY_TOKENS):
        return scores
    inner = scores[_MARGIN:-_MARGIN]
    for n, single in enumerate(columns.singles):
        inner += single[laid[n : n + len(inner)]]
    lowered, spelled, plain = columns.lowered[laid], columns.spelled[laid], columns.plain[laid]
    titled = columns.titled[laid]
    pairs, base = lowered[:-1] * weights.base + lowered[1:], weights.base
    plain_pairs, titled_pairs = plain[:-1] & plain[1:], titled[:-1] & titled[1:]
    found = _add_lowered(scores, weights.pairs, np.arange(len(pairs)), pairs, plain_pairs)
    _add_common(scores, weights.pairs, titled_pairs, first, stop)
    # no triple is known whose first two tokens are not: `weights` holds a row for them
    plain_triples, titled_triples = plain_pairs[:-1] & plain[2:], titled_pairs[:-1] & titled[2:]
    found = found[found < len(laid) - 2]
    _add_lowered(scores, weights.triples, found, pairs[found] * base + lowered[found + 2], plain_triples)
    _add_common(scores, weights.triples, titled_triples, first, stop)
    at = np.flatnonzero(~plain_pairs)
    _add_rows(scores, weights.pairs, at, spelled[at] * base + spelled[at + 1])
    at = np.flatnonzero(~plain_triples)
    _add_rows(scores, weights.triples, at, (spelled[at] * base + spelled[at + 1]) * base + spelled[at + 2])
    return scores


def _add_lowered(scores: Weights, weights: GroupWeights, at: Ids, keys: Ids, plain: npt.NDArray[np.bool_]) -> Ids:
    """Adds the weights of groups that start at `at`, by their lower-case `keys`; answers the places of those found."""
    known, numbers = weights.lowered.find(keys)
    places = at[known]
    _scatter(scores, places, weights.lowered.rows[numbers + plain[places]])
    return places


def _add_rows(scores: Weights, weights: GroupWeights, at: Ids, keys: Ids) -> None:
    known, numbers = weights.capitals.find(keys)
    _scatter(scores, at[known], weights.capitals.rows[numbers])


def _scatter(scores: Weights, places: Ids, rows: Weights) -> None:
    """Adds to each token that a group at `places` speaks of; what falls on boundaries is never read."""
    for n, column in enumerate(rows.T):
        scores[places - FIRST_START - n] += column


def _add_common(scores: Weights, weights: GroupWeights, titled: npt.NDArray[np.bool_], first: Ids, stop: Ids) -> None:
    """Adds what holds for every group, and for groups that reach out of their sentence what they have instead."""
    width = len(scores) - len(titled) + 1
    plain, all_titled = weights.titled
    scores += weights.always.sum() + plain
    scores[: len(titled)] += titled * (all_titled - plain)
    usual = weights.always.copy()
    usual[OWN] += plain
    for n in range(len(usual)):
        reach = FIRST_START + n
        for token in range(-reach):
            at = first + token
            scores[at[at < stop]] += weights.at_start[n] - usual[n]
        for token in range(reach + width - 1):
            at = stop - 1 - token
            scores[at[at + reach >= first]] += weights.at_end[n] - usual[n]


def _before(counts: Ids) -> Ids:
    """How many stand before each."""
    return np.cumsum(counts) - counts


def _chunk_starts(sentences: Sequence[str], lengths: Ids, counts: Ids) -> Ids:
    """Where each chunk starts in its sentence: counted where single blanks part them, looked up where not.

    `lengths` are those of all chunks, with a boundary of length 0 before and after each sentence.
    """
    starts = _before(lengths + 1)
    boundaries = np.cumsum(np.append(0, counts + 1))
    first = boundaries[:-1] + 1
    starts -= np.repeat(starts[first - 1] + 1, np.append(counts[:-1] + 1, counts[-1:] + 2)) if len(counts) else 0
    last = boundaries[1:] - 1
    sizes = np.where(counts > 0, starts[last] + lengths[last], 0)
    odd = np.fromiter(map(len, sentences), np.int64, len(sentences)) != sizes
    for number in np.flatnonzero(odd & (counts > 0)).tolist():
        found = [match.start() for match in _CHUNK.finditer(sentences[number])]
        starts[first[number] : first[number] + counts[number]] = found
    return starts
