"""Words by which an office changes hands (`office_changes.tsv`): given, confirmed, lost, or only proposed.

`is_before_the_news` tells sentences that report such a change of an earlier time.

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

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.spelling import phrase

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


_BEFORE_THAT = r"\W*trước đó(?!\p{L})"
_OPENS = Pattern(phrase(_BEFORE_THAT))
_SAME_DAY = Pattern(
    phrase(
        r"(?<!\p{L})(?:cùng (?:ngày|buổi)|(?:sáng|trưa|chiều|tối|hôm) nay"
        r"|(?:kỳ họp|đại hội|hội nghị|phiên họp) này)(?!\p{L})"
    )
)
_SAME_MEETING = Pattern(
    phrase(
        rf"{_BEFORE_THAT}[\s,]*(?:[^,]{{1,30}},\s*)?(?:(?:các )?đại biểu|đại hội|kỳ họp|hội nghị|hđnd|hội đồng nhân dân|quốc hội)"
        r"(?: hđnd| hội đồng)?(?: \p{L}+){0,2}? (?:đã|cũng|nhất trí|thống nhất|bầu|tiến hành)(?!\p{L})"
    )
)
"""`Trước đó, đại hội đã bầu …`: the meeting the article reports; `tại Đại hội Đảng bộ tỉnh An Hòa` may be any other."""


def is_before_the_news(folded: str) -> bool:
    """Whether a folded sentence tells which offices changed hands before what an article reports.

    >>> is_before_the_news("trước đó, ban bí thư đã điều động ông lê văn an làm thứ trưởng")
    True
    >>> is_before_the_news("trước đó, kỳ họp đã bầu ông lê văn an làm chủ tịch hđnd tỉnh")
    False
    """
    opens = _OPENS.match(folded) is not None
    return opens and not (_SAME_DAY.search(folded) or _SAME_MEETING.match(folded))
