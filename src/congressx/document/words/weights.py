"""The segmentation model's weights as tables that numpy can look up: one token, two neighbours, three neighbours.

Every weight is the difference of the two labels, *inside a word* minus *begins a word*: with two labels only differences count.
A template such as `T[-1,0].lower` looks at tokens around the one it speaks for; a row holds the weights of all templates of its
width, one column for each place where the group can start.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from congressx.document.words.crfsuite import CrfModel, UnknownModelError
from congressx.document.words.groups import GroupTable, Weights, group_table

BEGINS, INSIDE = "B-W", "I-W"
BOS, EOS = "BOS", "EOS"
UNSEEN = 0
"""Id of a string that no template speaks of."""

SINGLES = ("T[-2]", "T[-1]", "T[0]", "T[1]", "T[2]")
PAIRS = ("T[-2,-1]", "T[-1,0]", "T[0,1]", "T[1,2]")
TRIPLES = ("T[-2,0]", "T[-1,1]", "T[0,2]")
GROUPS = (SINGLES, PAIRS, TRIPLES)
FIRST_START = -2
"""Where the first column's group starts, counted from the token it speaks for."""
OWN = 2
"""The column of the group that starts at the token itself."""

KNOWN_TEMPLATES = frozenset(
    [*SINGLES, *(f"{t}.lower" for t in SINGLES), *(f"{t}.isdigit" for t in SINGLES[1:4])]
    + [f"{t}.{asked}" for t in SINGLES for asked in ("istitle", "is_in_dict")]
    + [*PAIRS, *(f"{t}.lower" for t in PAIRS), *(f"{t}.is_in_dict" for t in PAIRS), "T[0,1].istitle"]
    + [*TRIPLES, *(f"{t}.is_in_dict" for t in TRIPLES), "T[0,2].istitle"]
)
"""The templates of the model known here: one that asks for more or for less is left to underthesea itself."""

FLAGS = ("isdigit", "istitle", "is_in_dict")
"""What is asked of a single token; bit k of a token's flags is the answer to `FLAGS[k]`."""


@dataclass(frozen=True, slots=True)
class SingleWeights:
    """Weights of single tokens, a column for each of `SINGLES`.

    `spelled[id]` and `lowered[id]` have shape (strings, 5), `flags[bits]` (8, 5); `start` and `end`, of shape (5,), are those
    of the places outside a sentence.
    """

    spelled: Weights
    lowered: Weights
    flags: Weights
    start: Weights
    end: Weights


@dataclass(frozen=True, slots=True)
class GroupWeights:
    """All that is known of groups of one width (2 or 3 tokens), a column for each start."""

    lowered: GroupTable
    """By the ids of the tokens in lower case. Rows 2n and 2n + 1: the weights of group n where some token has a capital, and
    where none has (the weights of its spelling are in it then). Standing in the dictionary or not is counted."""
    capitals: GroupTable
    """By the ids of the tokens as spelled, groups with a capital only: the weights of the spelling."""
    always: Weights
    """Of any group inside a sentence that does not stand in the dictionary."""
    titled: tuple[float, float]
    """Of the group that starts at the token itself: not all of it titled, all of it titled."""
    at_start: Weights
    """Of groups that begin before the sentence, instead of all the rest."""
    at_end: Weights
    """Of groups that begin in the sentence and end after it, instead of all the rest."""


@dataclass(frozen=True, slots=True)
class SegmentationWeights:
    """The model, ready to be looked up. `ids` are those of all strings the templates speak of, `dictionary` its words."""

    ids: Mapping[str, int]
    dictionary: Collection[str]
    singles: SingleWeights
    pairs: GroupWeights
    triples: GroupWeights
    transition: Weights

    @property
    def base(self) -> int:
        """What group keys are counted in: one more than the greatest id."""
        return len(self.ids) + 1


def weights_of(model: CrfModel, templates: Iterable[str], dictionary: Collection[str]) -> SegmentationWeights:
    """Tables of a model; `UnknownModelError` when its labels or templates are not those known here."""
    if strange := sorted(set(templates) ^ KNOWN_TEMPLATES):
        raise UnknownModelError(f"feature templates that are not those known: {', '.join(strange)}")
    if model.labels != (BEGINS, INSIDE):
        raise UnknownModelError(f"labels that are not known: {', '.join(model.labels)}")
    differences = (model.state[:, 1] - model.state[:, 0]).tolist()
    sorting = _Sorting(dict(zip(model.attributes, differences, strict=True)))
    sorting.sort(dictionary)
    pairs, triples = sorting.groups(2), sorting.groups(3)
    return SegmentationWeights(sorting.ids, dictionary, sorting.singles(), pairs, triples, model.transition)


Key = tuple[int, ...]
Rows = dict[Key, list[float]]


@dataclass(slots=True)
class _Sorting:
    """The attributes of the model, being sorted into tables: `spelled[w]` and `lowered[w]` hold rows of groups of w tokens."""

    weights: Mapping[str, float]
    ids: dict[str, int] = field(default_factory=dict)
    spelled: tuple[Rows, ...] = field(default_factory=lambda: ({}, {}, {}, {}))
    lowered: tuple[Rows, ...] = field(default_factory=lambda: ({}, {}, {}, {}))

    def sort(self, dictionary: Iterable[str]) -> None:
        """Puts every attribute, and every word of the dictionary of two or three tokens, into its row."""
        columns = {template: (len(group), n) for group in GROUPS for n, template in enumerate(group)}
        widths = {len(group): width for width, group in enumerate(GROUPS, 1)}
        for attribute, weight in self.weights.items():
            name, _, value = attribute.partition("=")
            template, _, asked = name.partition(".")
            if template not in columns:
                raise UnknownModelError(f"attribute of no known template: {attribute}")
            size, column = columns[template]
            width = widths[size]
            if asked in ("", "lower") and (width == 1 or value not in (BOS, EOS)):
                rows = self.lowered if asked else self.spelled
                rows[width].setdefault(self._key(value, width), [0.0] * size)[column] += weight
        for width in (2, 3):
            stands = [self._asked(t, "is_in_dict", "True") for t in GROUPS[width - 1]]
            gained = [yes - no for yes, no in zip(stands, self._not_in_dictionary(width), strict=True)]
            for word in dictionary:
                if word.count(" ") == width - 1:
                    key = self._key(word, width)
                    row = self.lowered[width].setdefault(key, [0.0] * len(gained))
                    self.lowered[width][key] = [a + b for a, b in zip(row, gained, strict=True)]
        # a triple is looked for only where its first two tokens are a known pair
        for key in (*self.lowered[3], *self.spelled[3]):
            self.lowered[2].setdefault(key[:2], [0.0] * len(PAIRS))

    def singles(self) -> SingleWeights:
        """The tables of single tokens."""
        spelled, lowered = (np.zeros((len(self.ids) + 1, len(SINGLES))) for _ in range(2))
        for table, rows in ((spelled, self.spelled[1]), (lowered, self.lowered[1])):
            for (number,), row in rows.items():
                table[number] = row
        flags = [[sum(self._flag(t, k, bits) for k in range(len(FLAGS))) for t in SINGLES] for bits in range(8)]
        return SingleWeights(spelled, lowered, np.array(flags), self._outside(1, BOS), self._outside(1, EOS))

    def groups(self, width: int) -> GroupWeights:
        """The tables of groups of `width` tokens."""
        names = list(self.ids)
        small = {number for number, name in enumerate(names, 1) if name == name.lower()}
        nothing = [0.0] * len(GROUPS[width - 1])
        spelled, lowered = self.spelled[width], self.lowered[width]
        rows: dict[int, list[float]] = {}
        together = [key for key in spelled if small.issuperset(key)]
        for key in dict.fromkeys([*lowered, *together]):
            low, plain = lowered.get(key, nothing), spelled.get(key, nothing)
            rows[self._number(key)] = [*low, *(a + b for a, b in zip(low, plain, strict=True))]
        table = group_table(rows, 2 * len(nothing))
        own = GROUPS[width - 1][OWN]
        return GroupWeights(
            GroupTable(table.slots, 2 * table.numbers, table.rows.reshape(-1, len(nothing))),
            group_table({self._number(k): row for k, row in spelled.items() if not small.issuperset(k)}, len(nothing)),
            np.array(self._not_in_dictionary(width)),
            (self._asked(own, "istitle", "False"), self._asked(own, "istitle", "True")),
            self._outside(width, BOS),
            self._outside(width, EOS),
        )

    def _key(self, value: str, width: int) -> Key:
        parts = value.split(" ")
        if len(parts) != width:
            raise UnknownModelError(f"{value!r} is no group of {width} tokens")
        return tuple(self.ids.setdefault(part, len(self.ids) + 1) for part in parts)

    def _number(self, key: Key) -> int:
        number = 0
        for part in key:
            number = number * (len(self.ids) + 1) + part
        return number

    def _asked(self, template: str, asked: str, answer: str) -> float:
        return self.weights.get(f"{template}.{asked}={answer}", 0.0)

    def _flag(self, template: str, flag: int, bits: int) -> float:
        return self._asked(template, FLAGS[flag], "True" if bits >> flag & 1 else "False")

    def _not_in_dictionary(self, width: int) -> list[float]:
        return [self._asked(template, "is_in_dict", "False") for template in GROUPS[width - 1]]

    def _outside(self, width: int, word: str) -> Weights:
        endings = ("", ".lower", *(f".{flag}" for flag in FLAGS))
        return np.array([sum(self.weights.get(f"{t}{end}={word}", 0.0) for end in endings) for t in GROUPS[width - 1]])
