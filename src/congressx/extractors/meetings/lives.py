"""Meetings that are steps of somebody's life: `Ông Lê An 49 tuổi, quê ở … Ngày 9/5/2014, tại kỳ họp thứ 8, ông được bầu …`."""

from __future__ import annotations

from collections.abc import Sequence

from congressx.document import Document
from congressx.engine import Mention
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateMention
from congressx.vietnamese.honorifics import ADDRESS
from congressx.vietnamese.spelling import phrase

_LIFE = Pattern(
    phrase(r"(?<!\w)(?:sinh (?:ngày|năm)|quê (?!hương)\w+|\d\d tuổi|trình độ (?:học vấn|chuyên môn))(?!\w)")
)
"""Where somebody comes from, how old he is, what he studied."""
_PERSON = rf"(?:{ADDRESS})"
_CHOSEN = r"(?:hiệp thương cử|bầu(?! cử)|phê chuẩn)"
_OFFICE_WON = Pattern(
    phrase(
        rf"(?<!\w){_PERSON} (?:[^,;.]{{0,60}} )?(?:được [^,;.]{{0,40}}?{_CHOSEN}|tái (?:đắc )?cử|đắc cử|trúng cử)(?!\w)"
        rf"|(?<!\w)được {_CHOSEN} (?:bổ sung )?(?:giữ|làm|vào)(?!\w)"
        rf"|(?<!\w)bầu (?:bổ sung )?{_PERSON} (?:[^,;.]{{0,40}} )?(?:giữ|làm|vào)(?!\w)"
    )
)
_OPENING = 4
"""Sentences in which an article may still tell whose election it reports."""


def is_step_of_life(mentions: Sequence[Mention], document: Document) -> bool:
    """Whether at a meeting, wherever it is dated, an office was won in some year or month, and the article tells a life.

    What an article reports of these weeks has a day and no year: `Trước đó, ngày 17/7, tại kỳ họp, ông đã được bầu …`.
    """
    dated = [mention for mention in mentions if mention.value["date"] is not None]
    won = bool(dated) and all(_is_step(mention, document) for mention in dated)
    return won and any(_LIFE.search(sentence.folded) for sentence in document.sentences)


def _is_step(mention: Mention, document: Document) -> bool:
    date: DateMention = mention.value["date"]
    old = date.start.year is not None or (date.start.day is None and date.start.month is not None)
    won = _OFFICE_WON.search(document.sentences[mention.sentence].folded) is not None
    return old and won and mention.sentence >= _OPENING
