"""Words by which an office changes hands (`office_changes.tsv`): given, confirmed, lost, or only proposed.

>>> words_of(Act.DISMISSED, voice="self") >= {"thôi giữ", "từ chức", "không còn giữ"}
True
>>> [change.act.value for change in office_changes() if change.words in ("bầu", "giới thiệu", "hiệp thương cử")]
['elected', 'proposed', 'consulted']
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Literal, cast

from congressx.vietnamese.gazetteers import rows

Voice = Literal["self", "other"]
"""Whom an act befalls: the subject of the verb (`ông A trúng cử`), or its object, the subject only behind `được` and `bị`."""


class Act(StrEnum):
    """What becomes of the office."""

    ELECTED = "elected"
    RE_ELECTED = "re_elected"
    APPOINTED = "appointed"
    CONSULTED = "consulted"
    SUPPLEMENTARY = "supplementary"
    DISMISSED = "dismissed"
    PROPOSED = "proposed"
    """Somebody is to get or to lose it; nothing has changed yet."""


GIVING = frozenset({Act.ELECTED, Act.RE_ELECTED, Act.APPOINTED, Act.CONSULTED, Act.SUPPLEMENTARY})
"""Acts after which somebody holds the office."""


@dataclass(frozen=True, slots=True)
class OfficeChange:
    """One entry; `words` are in folded spelling, one blank between two."""

    words: str
    act: Act
    voice: Voice


@cache
def office_changes() -> tuple[OfficeChange, ...]:
    """Every entry, sorted by its words."""
    return tuple(OfficeChange(words, Act(act), cast(Voice, voice)) for words, act, voice in rows("office_changes.tsv"))


@cache
def words_of(*acts: Act, voice: Voice) -> frozenset[str]:
    """The words of some acts that befall the same person."""
    return frozenset(change.words for change in office_changes() if change.act in acts and change.voice == voice)
