"""A meeting of an article: the mentions that speak of it, and what they say together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from congressx.engine import Mention
from congressx.extractors.meetings.naming import Head
from congressx.extractors.meetings.record import MeetingType
from congressx.vietnamese.dates import DateMention, Deictic, PartialDate
from congressx.vietnamese.spelling import fold

OPENING = 5
"""Index of the last sentence in which an article introduces its meeting."""


@dataclass(slots=True)
class Meeting:
    """Mentions of one meeting, in the order in which they are believed: body, title, captions."""

    mentions: list[Mention]
    sitting: DateMention | None = None
    """The day of the sitting that the article reports, where it opens with no day of the session itself."""
    begins: bool = True
    """Whether that sitting is the first; the day of a debate or of the closing is not the one on which the session began."""
    sitting_held: bool = False
    """Whether that sitting is told as held."""
    announced: bool = False
    """Whether its day lies behind that of the meeting which the article reports."""

    def first(self, field: str) -> Any:
        """The first value said."""
        return next(self._said(field), None)

    def _said(self, field: str) -> Iterator[Any]:
        return (m.value[field] for m in self.mentions if m.value[field] not in (None, (), False))

    @property
    def head(self) -> Head:
        """Kind of head its first mention has."""
        return Head(self.mentions[0].value["head"])

    @property
    def is_sitting(self) -> bool:
        """Whether it is one `phiên họp`, not the days of a `kỳ họp`."""
        return says_sitting(self.mentions[0])

    @property
    def type(self) -> MeetingType:
        """The first type said that says something."""
        return next((t for t in self._said("type") if t is not MeetingType.OTHER), MeetingType.OTHER)

    @property
    def number(self) -> int | None:
        """The first ordinal said; far below a mere `đại hội`, or in a look back, it is that of another one."""
        for place, mention in enumerate(self.mentions):
            if mention.value["ordinal"] is None or (place > 0 and mention.value["recalled"]):
                continue
            far = mention.sentence > OPENING and not mention.value["held"]
            mere = place > 0 and all(m.value["bare"] for m in self.mentions[:place])
            return None if far and mere else int(mention.value["ordinal"])
        return None

    @property
    def date(self) -> DateMention | None:
        """That of the first sitting, else the first date said; an interval that begins with it says more (`trong hai ngày 6 và 7/7`)."""
        if self.sitting is not None:
            return self.sitting if self.begins else None
        dates = list(self._own_dates())
        first = next((date for date in dates if date.start.day is not None), dates[0] if dates else None)
        if first is not None and first.start.year is None:
            whole_year = next((d for d in dates if d.start.year and is_one_day(d.start, first.start)), first)
            first = replace(whole_year, part_of_day=whole_year.part_of_day or first.part_of_day)
        if first is None or first.end is not None:
            return first
        whole = next((date for date in dates if date.end is not None and is_one_day(date.start, first.start)), None)
        if whole is not None:
            return replace(whole, part_of_day=first.part_of_day)
        return next((date for date in dates if date.end is not None and falls_into(first.start, date)), first)

    def _own_dates(self) -> Iterator[DateMention]:
        """The dates said of it; none of what is still to come after `chiều nay`, or of a mere `hội nghị` far below."""
        today = False
        for mention in self.mentions:
            value, told = mention.value, takes_place(mention)
            far = value["bare"] and mention.sentence > OPENING
            if value["date"] is None or (not told and far) or (value["planned"] and today):
                continue
            today = today or (told and value["date"].deictic is Deictic.TODAY)
            yield value["date"]

    @property
    def host(self) -> str | None:
        """The first holder said; of a mere `hội nghị` far below nobody knows which one it is."""
        near = (m for m in self.mentions if not m.value["bare"] or m.sentence <= OPENING)
        return next((m.value["host"] for m in near if m.value["host"]), None)


def folded_name(mention: Mention) -> str:
    """The name that a mention gives its meeting, to be matched."""
    return fold(str(mention.value["name"]))


def takes_place(mention: Mention) -> bool:
    """Whether it says that the meeting is being held, or was."""
    return bool(mention.value["held"] or mention.value["scene"]) and not mention.value["planned"]


def says_sitting(mention: Mention) -> bool:
    """Whether it calls the meeting a `phiên`."""
    return folded_name(mention).startswith("phiên")


def is_preparatory(part: Mention) -> bool:
    """Whether it is the `phiên trù bị` of a congress."""
    return "trù bị" in folded_name(part)


def is_one_day(one: PartialDate, other: PartialDate) -> bool:
    """Whether two days are one; the year may be said of only one of them."""
    same_year = None in (one.year, other.year) or one.year == other.year
    return same_year and (one.month, one.day) == (other.month, other.day)


def falls_into(day: PartialDate, dates: DateMention) -> bool:
    """Whether a day is that of `dates`, or one of the days they span."""
    first, last, asked = ((d.month or 0, d.day or 0) for d in (dates.start, dates.end or dates.start, day))
    return first <= asked <= last
