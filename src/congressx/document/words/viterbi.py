"""The best labels of many sentences at once, for a model of two labels: a step a token, all sentences side by side."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from congressx.document.words.groups import Ids, Weights

Flags = npt.NDArray[np.bool_]


def best_labels(scores: Weights, first: Ids, counts: Ids, transition: Weights) -> tuple[Flags, Weights]:
    """Whether each token is inside a word, and by how much each sentence's best path wins at its closest choice.

    `scores` are *inside* minus *begins* for every token; sentence `s` has `counts[s]` tokens from `first[s]` on;
    `transition[x, y]` is the weight of label `y` after label `x` (0 begins, 1 inside).
    """
    longest_first = np.argsort(-counts, kind="stable")
    first, lengths = first[longest_first], counts[longest_first]
    steps = int(lengths[0]) if len(lengths) else 0
    alive = np.searchsorted(-lengths, -np.arange(steps + 1), side="left")
    lead = scores[first[: alive[0]]] if steps else scores[:0]
    """How far *inside* is ahead of *begins* at the last token read."""
    from_begin, from_inside = np.zeros(len(scores), dtype=np.bool_), np.zeros(len(scores), dtype=np.bool_)
    """Whether the token before is inside where the token begins a word, and where it is inside one."""
    closest, final = np.full(len(lengths), np.inf), np.zeros(len(lengths))
    (stay, enter), (leave, go_on) = transition.tolist()
    for step in range(1, steps):
        count = alive[step]
        final[count : len(lead)] = lead[count:]
        lead = lead[:count]
        at = first[:count] + step
        to_begin, to_inside = lead + (leave - stay), lead + (go_on - enter)
        from_begin[at], from_inside[at] = to_begin > 0, to_inside > 0
        here = closest[:count]
        np.minimum(here, np.abs(to_begin), out=here)
        np.minimum(here, np.abs(to_inside), out=here)
        lead = np.maximum(to_inside, 0) - np.maximum(to_begin, 0) + scores[at] + (enter - stay)
    final[: len(lead)] = lead
    np.minimum(closest, np.abs(final), out=closest)
    in_order = np.empty_like(closest)
    in_order[longest_first] = closest
    return _read_back(from_begin, from_inside, first, alive, final > 0), in_order


def _read_back(from_begin: Flags, from_inside: Flags, first: Ids, alive: Ids, inside: Flags) -> Flags:
    """Labels from the last token of each sentence back to its first; `alive[k]` sentences have more than `k` tokens."""
    labels = np.zeros(len(from_begin), dtype=np.bool_)
    for step in range(len(alive) - 2, -1, -1):
        at = first[: alive[step]] + step
        here = inside[: alive[step]]
        labels[at] = here
        inside[: alive[step]] = np.where(here, from_inside[at], from_begin[at])
    return labels
