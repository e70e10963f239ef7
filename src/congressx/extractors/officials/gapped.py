"""Winners whose verb is left out: `A tái cử Chủ tịch, |B Phó Chủ tịch|, |C Ủy viên|`; and rosters: `Bí thư: |A|; Phó Bí thư: |B|`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from congressx.extractors.officials.change import Change
from congressx.extractors.officials.clauses import Clause
from congressx.extractors.officials.holding import Holder, Holding
from congressx.extractors.officials.offices import TitleStatus
from congressx.extractors.officials.skeleton import TITLE, Skeleton
from congressx.patterns import Pattern

_BESIDE_NAME = Pattern(rf"\s+(?:làm\s+)?{TITLE}")
"""No comma: the office is what the verb before gives."""
_NEXT = Pattern(r"\s*(?:[,;]|[,;]?\s*(?<!\p{L})(?:và|còn)(?!\p{L}))\s*")
_LABEL = Pattern(rf"{TITLE}\s*:\s*$")


def gapped_winners(skeleton: Skeleton, clause: Clause, holding: Holding, changes: Sequence[Change]) -> frozenset[int]:
    """Indexes of those to whom the verb of the one before gives the office that stands directly behind the name."""
    won = {index for change in changes if change.status is TitleStatus.ELECTED for index in change.holders}
    return frozenset(_followers(skeleton, clause, holding, won)) if won else frozenset()


def _followers(skeleton: Skeleton, clause: Clause, holding: Holding, won: set[int]) -> Iterator[int]:
    goes_on, end = False, 0
    for place in sorted([*clause.groups, *clause.titles]):
        if place in clause.groups:
            indexes = clause.groups[place]
            joined = goes_on and _NEXT.fullmatch(clause.text, end, place) is not None
            gapped = list(takewhile(lambda index: _is_gapped(skeleton, holding.holders[index]), indexes))
            if joined and gapped:
                yield from gapped
            else:
                goes_on = set(indexes) <= won
        end = place + 1


def _is_gapped(skeleton: Skeleton, holder: Holder) -> bool:
    return bool(holder.titles) and _BESIDE_NAME.match(skeleton.text, holder.place + 1) is not None


def is_labelled(skeleton: Skeleton, holder: Holder) -> bool:
    """Whether the office heads the name with a colon, as rosters have it."""
    return _LABEL.search(skeleton.text, 0, holder.place) is not None
