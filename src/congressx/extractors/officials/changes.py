"""Titles that the sentence gives or takes: won, received, proposed, lost, and what the predecessor held.

`A được bầu làm Bí thư Huyện ủy`, `phân công ông A giữ chức Bí thư`, `bầu bổ sung Phó Chủ tịch là bà B`, `miễn nhiệm chức danh Phó Chủ tịch
đối với ông C`, `A làm Bí thư thay ông D`. What stands in somebody's career history gives no title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import regex

from congressx.extractors.officials.clauses import GROUP, Clause, is_aside
from congressx.extractors.officials.holders import Holding, is_history
from congressx.extractors.officials.skeleton import TITLE
from congressx.extractors.officials.titles import Title, TitleStatus
from congressx.vietnamese.gazetteers import rows

_SIGNS = f"{GROUP}{TITLE}"


@dataclass(frozen=True, slots=True)
class Change:
    """Titles that become, or cease to be, somebody's."""

    holders: tuple[int, ...]
    """Indexes of the persons in the sentence's `Holding`."""
    pronoun: int | None
    """Place of the pronoun in the clause text, where one stands for the person."""
    titles: tuple[Title, ...]
    status: TitleStatus
    removed: bool = False


def find_changes(clause: Clause, holding: Holding) -> tuple[Change, ...]:
    """What the sentence gives and takes."""
    return tuple(_Reader(clause, holding).read())


def is_proposal(text: str) -> bool:
    """Whether somebody is only proposed: `được giới thiệu bổ sung`."""
    return _has("proposes", text)


def is_election(text: str) -> bool:
    """Whether somebody is elected or appointed: `được bầu`."""
    return _ELECTING.search(text) is not None


# ---------------------------------------------------------------- words


@cache
def _source(kind: str) -> str:
    """Pattern source of the words of a kind of `change_words.tsv`."""
    words = sorted((word for word, its in rows("change_words.tsv", __package__) if its == kind), key=len, reverse=True)
    return rf"(?<!\p{{L}})(?:{'|'.join(words)})(?!\p{{L}})(?!\s+cử(?!\p{{L}}))"


@cache
def _pattern(kind: str) -> regex.Pattern[str]:
    return regex.compile(_source(kind))


def _has(kind: str, text: str) -> bool:
    return _pattern(kind).search(text) is not None


@cache
def _leading() -> regex.Pattern[str]:
    """What stands directly before a title that is given or taken."""
    return regex.compile(rf"{_source('leads')}\s*:?\s*(?:\d+\s+|các\s+|hai\s+|tân\s+|thêm\s+)?$")


@cache
def _giving() -> regex.Pattern[str]:
    """The verb of which a title is the object: `bổ nhiệm |Giám đốc| cho A`."""
    return regex.compile(rf"(?:{_source('takes')}|{_source('loses')}|{_source('gives')}|{_source('proposes')})[^{_SIGNS},;]{{0,50}}$")


@cache
def _instead() -> regex.Pattern[str]:
    return regex.compile(rf"{_source('instead')}[^{_SIGNS},;]{{0,25}}$")


@cache
def _when() -> regex.Pattern[str]:
    return regex.compile(rf"{_source('when')}\s*(?:mà\s+)?$")


_PASSIVE = regex.compile(r"(?<!\p{L})(?:được|bị)(?!\p{L})")
_ELECTING = regex.compile(
    r"(?<!\p{L})(?:bầu(?! cử)|tái cử|tái đắc cử|đắc cử|trúng cử|chỉ định|bổ nhiệm|phê chuẩn|bổ sung|chuẩn y)(?!\p{L})"
)
_NO = regex.compile(r"(?<!\p{L})(?:không(?! còn)|chưa|trượt)(?!\p{L})")
_TO = regex.compile(
    rf"[^{_SIGNS};]{{0,60}}?(?<!\p{{L}})(?:đối với|cho|với|của)(?!\p{{L}})\s*(?:(?:các|hai|vị|ông|đồng chí)\s*)*:?\s*(?={GROUP})"
)
_AND = regex.compile(r"\s*(?:[,;]|(?:[,;]\s*)?(?:và|kiêm|rồi|đồng thời(?: là)?))\s*(?:tân\s+|các\s+)?")
_BY_THEMSELVES = regex.compile(r"(?<!\p{L})(?:được|vừa|đã|bị|nghỉ|người|sau khi)(?!\p{L})")
_ACCORDING = regex.compile(r"(?<!\p{L})theo\s*$")
_THROUGH = regex.compile(r"(?<!\p{L})do\s*$")
_STAYS = regex.compile(r"\s*(?:đều\s+|cũng\s+|đã\s+)*(?:tái cử|tái đắc cử|đắc cử|trúng cử|được bầu)")
_IS = regex.compile(r"(?<!\p{L})là\s*$")
_EARLIER = regex.compile(r"(?<!\p{L})trước đó(?!\p{L})")
_OR_NOT = regex.compile(r"[^,.;]{0,20}\s(?:hay|có)\s(?:không|chưa)")
_SINCE = regex.compile(r"[^,.;]{0,30}?\s*(?:từ|vào|hồi|kể từ)?\s*(?:ngày|tháng|năm)\s*[\d/.-]*(?:19|20)\d\d")
_LONGEST_REACH = 200
"""Characters from a person to the title given to the person."""


class _Reader:
    """Reads the loose titles of one clause text, left to right."""

    def __init__(self, clause: Clause, holding: Holding) -> None:
        self.clause = clause
        self.text = clause.text
        self.holding = holding
        self.signs = sorted([*clause.groups, *clause.titles, *clause.pronouns])
        self.history = is_history(self.text)
        self.given: dict[int, Change] = {}
        """By the place of the title."""

    def read(self) -> Iterator[Change]:
        counted = {c.place: c.holders for c in self.holding.counted}
        for place, origin in self.clause.titles.items():
            titles = self.holding.loose[origin]
            if origin in counted:
                change: Change | None = self._counted(place, titles, counted[origin])
            else:
                change = self._to_the_right(place, titles) or self._to_the_left(place, titles)
            if change is not None:
                self.given[place] = change
        yield from self.given.values()
        yield from self._predecessors()
        for title in self.holding.counted:
            if title.place not in self.clause.titles.values():
                yield Change(title.holders, None, title.titles, TitleStatus.CURRENT)

    # ------------------------------------------------ places

    def _sign_before(self, place: int) -> int | None:
        return max((sign for sign in self.signs if sign < place), default=None)

    def _text_before(self, place: int) -> str:
        """From the sign before up to `place`."""
        sign = self._sign_before(place)
        return self.text[0 if sign is None else sign + 1 : place]

    def _subject_before(self, place: int) -> int | None:
        subjects = (s for s in self.signs if s < place and s not in self.clause.titles and not is_aside(self.text, s))
        return max(subjects, default=None)

    def _holders(self, place: int) -> tuple[int, ...]:
        return tuple(self.clause.groups.get(place, ()))

    # ------------------------------------------------ who gets the title

    def _counted(self, place: int, titles: tuple[Title, ...], holders: tuple[int, ...]) -> Change:
        """`bầu 4 |Phó Bí thư| gồm A, B`, `6 |Phó Chủ tịch| là A, B`, `ba |Bí thư| là A, B tái đắc cử`."""
        group = next(p for p, indexes in self.clause.groups.items() if holders[0] in indexes)
        following = min((s for s in self.signs if s > group), default=len(self.text))
        around = f"{self._text_before(place)} {self.text[place:group]}"
        elected = is_election(self.text[:group]) and not _has("now", around) and not _NO.search(around)
        status = TitleStatus.CURRENT
        if _has("proposes", around):
            status = TitleStatus.NOMINEE
        elif elected or _STAYS.match(self.text, group + 1, following):
            status = TitleStatus.ELECTED
        return Change(holders, None, titles, status)

    def _to_the_right(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`miễn nhiệm chức danh |Phó Chủ tịch| đối với A`, `trao quyết định bổ nhiệm |Giám đốc| cho A`."""
        target = _TO.match(self.text, place + 1)
        giving = _giving().search(self._text_before(place)) if target else None
        if target is None or giving is None or self.history:
            return None
        lost = _has("takes", giving.group()) or _has("loses", giving.group())
        status = TitleStatus.FORMER if lost else TitleStatus.ELECTED
        if not lost and _has("proposes", giving.group()):
            status = TitleStatus.NOMINEE
        return Change(self._holders(target.end()), None, titles, status, removed=lost)

    def _to_the_left(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`A được bầu làm |Bí thư|`, `phân công A giữ chức |Bí thư|`, `A thôi giữ chức |Bí thư|`."""
        local = self._text_before(place)
        before = self._sign_before(place)
        if before in self.given and _AND.fullmatch(local):
            return replace(self.given[before], titles=titles)
        if self.history or not _leading().search(local) or _NO.search(local) or self._is_past(place, local):
            return None
        if _SINCE.match(self.text, place + 1) or _OR_NOT.match(self.text, place + 1):
            return None
        subject = self._subject_before(place)
        if subject is not None and self._is_predecessor(subject, place):
            subject = self._subject_before(subject)
        if subject is None or _ACCORDING.search(self._text_before(subject)) or not self._reaches(subject, place):
            return None
        status = self._status(subject, place)
        if status is None:
            return None
        pronoun = subject if subject in self.clause.pronouns else None
        removed = status is TitleStatus.FORMER
        return Change(self._holders(subject), pronoun, titles, status, removed=removed)

    def _is_past(self, place: int, local: str) -> bool:
        """Whether the title stands in a career: `ông A từng là |Giám đốc|`, `sau khi lần lượt giữ chức …, ông làm |Giám đốc|`."""
        clause = self.text[self.text.rfind(";", 0, place) + 1 : place]
        return _has("after", local) or _has("past", clause)

    def _reaches(self, subject: int, place: int) -> bool:
        """Whether what is said of the subject goes on up to the title: `A cho biết sẽ bầu |Bí thư|` speaks of others."""
        between = self.clause.spoken[subject + 1 : place]
        return len(between) <= _LONGEST_REACH and not _has("says", between)

    def _status(self, subject: int, place: int) -> TitleStatus | None:
        """What the words between a person and a title, and those in front of the person, make of the title."""
        local, in_front = self._text_before(place), self._text_before(subject)[-100:]
        suffers = _PASSIVE.search(local) is not None
        is_object = _has("gives", in_front) or _has("takes", in_front) or _has("proposes", in_front)
        if _when().search(in_front) and not suffers:
            return None
        if _has("loses", local) or (_has("takes", local) and (suffers or is_object)):
            return TitleStatus.FORMER
        if _has("runs", local) or (_has("proposes", local) and (suffers or is_object)) or _has("proposes", in_front):
            return TitleStatus.NOMINEE
        if self._holds_it(subject, place):
            return TitleStatus.CURRENT
        if _has("wins", local) or (_has("gives", local) and (suffers or is_object)):
            return TitleStatus.ELECTED
        if is_object and not _has("gives", local):  # miễn nhiệm ông A chức vụ |Giám đốc|
            return TitleStatus.FORMER if _has("takes", in_front) else TitleStatus.ELECTED
        return None

    def _holds_it(self, subject: int, place: int) -> bool:
        """`A hiện giữ chức |Bí thư|`, `do A làm |Trưởng ban|`, `anh còn là |Bí thư|`."""
        local, in_front = self._text_before(place), self._text_before(subject)
        if _has("now", local) or _has("now", in_front[-20:]) or _EARLIER.search(self.text[subject:place]):
            return True
        if _THROUGH.search(in_front) and not is_election(local):
            return True
        return subject in self.clause.pronouns and _IS.search(local) is not None

    # ------------------------------------------------ predecessors

    def _is_predecessor(self, subject: int, title: int) -> bool:
        """`A thay ông B làm |Bí thư|`: the title is A's."""
        if not _instead().search(self._text_before(subject)):
            return False
        return _BY_THEMSELVES.search(self.text[subject + 1 : title]) is None

    def _predecessors(self) -> Iterator[Change]:
        won = {p: c for p, c in self.given.items() if c.status in (TitleStatus.ELECTED, TitleStatus.NOMINEE)}
        for place in self.clause.groups:
            if not won or not _instead().search(self._text_before(place)):
                continue
            source = max((p for p in won if p < place), default=min(won))
            if won[source].holders != self._holders(place):
                yield Change(self._holders(place), None, won[source].titles, TitleStatus.FORMER)
