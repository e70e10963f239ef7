"""Titles that the sentence gives or takes: won, received, proposed, lost, and what the predecessor held.

`A được bầu làm Bí thư Huyện ủy`, `phân công ông A giữ chức Bí thư`, `bầu bổ sung Phó Chủ tịch là bà B`, `miễn nhiệm chức danh Phó Chủ tịch
đối với ông C`, `A làm Bí thư thay ông D`. What stands in somebody's career history gives no title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from congressx.extractors.officials.careers import is_past_career, is_up_to_now
from congressx.extractors.officials.change import Change
from congressx.extractors.officials.clauses import GROUP, Clause, is_aside
from congressx.extractors.officials.holders import Holding
from congressx.extractors.officials.lexicon import any_of, has
from congressx.extractors.officials.offices import STANDING, Office, TitleStatus
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.replacements import (
    find_predecessors,
    find_successors,
    follows_instead,
    is_predecessor,
    names_successor,
)
from congressx.extractors.officials.skeleton import TITLE
from congressx.extractors.officials.times_of_offices import is_dated, is_held_since, is_of_another_time
from congressx.extractors.officials.titles import Title
from congressx.extractors.officials.verbs import verbs
from congressx.patterns import Pattern
from congressx.vietnamese.phrases import alternation

_SIGNS = f"{GROUP}{TITLE}"


def find_changes(clause: Clause, holding: Holding) -> tuple[Change, ...]:
    """What the sentence gives and takes."""
    return tuple(_Reader(clause, holding).read())


def is_proposal(text: str) -> bool:
    """Whether somebody is only proposed: `được giới thiệu bổ sung`."""
    return has("proposes", text)


def is_election(text: str) -> bool:
    """Whether somebody is elected or appointed: `được bầu`."""
    return _ELECTING.search(text) is not None


# ---------------------------------------------------------------- words


@cache
def _saying() -> Pattern:
    """Verbs after which a clause speaks of others."""
    spoken = (verb for verb, part in verbs().items() if part is MeetingPart.SPEECH)
    decides = (
        r"(?!(?<=nhất trí)\s+(?:bầu|cử|phân công|chỉ định|bổ nhiệm|hiệp thương))"
        r"(?!(?<=giao nhiệm vụ)\s+(?:làm|giữ|đảm nhiệm|đảm nhận))"
    )
    return Pattern(rf"(?<!\p{{L}})(?:{alternation(spoken)}|ký)(?!\p{{L}}){decides}")


_LEADING = Pattern(
    rf"{any_of('leads')}\s*:?\s*(?:(?:\d+|các|hai|tân|thêm)\s+)?$"
    rf"|(?<!\p{{L}})tham gia(?:\s+{any_of('committee')}(?: \p{{L}}+){{0,4}}?(?:,|,?\s+và))+\s+$"
)
"""What stands directly before a title that is given or taken."""
_GIVING = Pattern(
    rf"(?:{any_of('takes')}|{any_of('loses')}|{any_of('gives')}|{any_of('proposes')})[^{_SIGNS},;]{{0,50}}$"
)
"""The verb of which a title is the object: `bổ nhiệm |Giám đốc| cho A`."""
_HOLDING = Pattern(r"\s*,\s*(?:đang\s+)?(?:giữ|đảm nhiệm|đảm nhận)\s+(?:chức vụ|chức danh|chức|cương vị)\s*")
_PREDICATE = Pattern(r"\s*,?\s*(?:có|đạt|được\s+\d|cho biết|cho rằng|cho hay|nói|đã)(?!\p{L})")
_WHEN = Pattern(rf"{any_of('when')}\s*(?:mà\s+)?$")
_ELECTING = Pattern(any_of("electing"))
_PASSIVE = Pattern(r"(?<!\p{L})(?:được|bị)(?!\p{L})")
_NO = Pattern(r"(?<!\p{L})(?:không(?! còn)|chưa|trượt)(?!\p{L})")
_TO = Pattern(
    rf"[^{_SIGNS};]{{0,60}}?(?<!\p{{L}})(?<!thay\s)(?<!thay thế\s)(?:đối với|cho|với|của)(?!\p{{L}})\s*"
    rf"(?:(?:{any_of('several')}|{any_of('address')})\s*(?:[,/]\s*|và\s+)?)*:?\s*(?={GROUP})"
)
_OPENS = Pattern(
    rf"\W*(?:(?:ngay|vừa|trong|nói về [^{_SIGNS},;]{{0,20}})\s+)?(?:(?:phát biểu|(?:sau|trước)\s+khi)\s+[^{_SIGNS},;]{{0,60}}?)*"
    rf"(?:được\s+[^{_SIGNS},;]{{0,40}}?{any_of('gives')}|{any_of('wins')}|{any_of('loses')})"
)
_WAS = Pattern(
    r"\s*(?:đang\s+)?(?:là|(?:giữ|đảm nhiệm|đảm nhận)(?:\s+(?:chức vụ|chức danh|chức|cương vị|vị trí))?(?:\s+là)?)\s*"
)
_COMMA = Pattern(r"\s*,\s*(?:tân\s+)?")
_OF_MANY = frozenset({Office.COMMITTEE_MEMBER, Office.STANDING_COMMITTEE_MEMBER, Office.DEPUTY})
_NEXT_OF_LIST = Pattern(rf"\s*\(?[^();.]{{0,140}}\)\s*(?:[,;]|(?:[,;]\s*)?và(?!\p{{L}}))\s*(?:{any_of('address')}\s*)?")
_FOR = Pattern(rf"\s*(?:được\s+)?(?:dành|thuộc|trao|giao)\s*(?:cho|về)?\s*(?:{any_of('address')}\s*)?(?={GROUP})")
_BY = Pattern(rf"[^{_SIGNS},;.]{{0,12}}?\s*do\s+(?:{any_of('address')}\s*)?(?={GROUP})")
_IN_CHARGE = Pattern(
    r"\s*,?\s*(?:(?:tiếp tục|đang|sẽ)\s+)?(?:đảm nhiệm|đảm nhận|nắm giữ|đảm đương|kiêm nhiệm)(?!\p{L})"
)
_INSTEAD_THERE = Pattern(rf"\s*,?\s*(?:tiếp tục\s+)?(?:đảm nhiệm|đảm nhận|nắm giữ|đảm đương)\s+{any_of('instead')}")
_AND = Pattern(r"\s*(?:[,;]|(?:[,;]\s*)?(?:và|kiêm|rồi|đồng thời(?: là)?))\s*(?:tân\s+|các\s+)?")
_ACCORDING = Pattern(r"(?<!\p{L})theo\s*$")
_THROUGH = Pattern(r"(?<!\p{L})do\s*$")
_STAYS = Pattern(r"\s*(?:đều\s+|cũng\s+|đã\s+)*(?:tái cử|tái đắc cử|đắc cử|trúng cử|được bầu)")
_FROM = Pattern(
    r"\s+(?:được\s+)?(?:(?:luân chuyển|điều động|điều chuyển|chuyển|thăng tiến)\s+)?từ\s+(?:(?:chức|chức vụ|vị trí|cương vị)\s+)?"
)
"""`A được chuyển |từ Chủ tịch UBND| sang làm Bí thư`."""
_HANDS_OVER = Pattern(r"(?<!(?:được|bị)[^,;]{0,60})(?<!\p{L})(?:trao|công bố)\s+(?:các\s+)?quyết định(?!\p{L})")
"""`A đã trao quyết định phân công cán bộ giữ chức |Bí thư|`: the office is not A's."""
_ALREADY = Pattern(
    r"(?<!\p{L})(?:vừa|đã|mới)\s+(?:được|có)(?!\p{L})|^\s*được\s+(?:điều động|luân chuyển|thuyên chuyển)"
)
"""`thay ông B |vừa được| phân công làm |Bí thư|`: B's new office is no outcome of the meeting."""
_BORN = Pattern(
    rf"\s*(?:\([^()]*\))?(?:\s*,?\s*(?:sinh\s+(?:ngày|năm|tháng)|tại|quê)[^;{_SIGNS}]{{1,90}})?,\s*(?:hiện\s+)?là\s*"
)
"""`A sinh năm 1971, quê …, là |Ủy viên|`: a life begins with the office held now."""
_IS = Pattern(r"(?<!\p{L})là\s*$")
_EARLIER = Pattern(r"(?<!\p{L})trước đó(?!\p{L})")
_MOVED_ON = Pattern(
    rf"\W*(?:sau đó|tiếp đó|rồi)\s*,?\s*(?:{any_of('address')}\s*)?{GROUP}?\s*(?:tiếp tục\s+)?được\s+"
    r"[^,;.]{0,20}?(?:điều động|luân chuyển|thuyên chuyển|điều chuyển|chuyển công tác|chuyển về)(?!\p{L})"
)
"""`Sau đó ông được điều động, bổ nhiệm làm |Giám đốc|`: a career goes on."""
_NEW_TERM = Pattern(r"(?<!\p{L})(?:khóa mới|nhiệm kỳ mới|mới)\s+(?:được bầu\s+)?(?:là|gồm|:)\s")
_TO_COME = Pattern(r"(?<!\p{L})(?:sẽ|dự kiến)(?!\p{L})[^;.]{0,70}$")
"""`kỳ họp |sẽ| miễn nhiệm chức danh |Chủ tịch| đối với A`: A holds it to that day."""
_NEXT_OBJECT = Pattern(rf"^[^.{_SIGNS}]{{0,60}}?[;,]\s*(?:và\s+)?(?:(?:chức danh|chức vụ|chức)\s+)?$")
_UNNAMED = Pattern(
    rf"(?<!\p{{L}})(?:giới thiệu|bầu|cử|bổ nhiệm|phân công|chỉ định|đề cử)\s+(?:thêm\s+|bổ sung\s+)?"
    rf"(?:\d+|một|{any_of('several')})\s+(?:nhân sự|đồng chí|cán bộ|người|vị|ứng viên)(?!\p{{L}})"
)
"""`bầu A vào Ủy ban Kiểm tra và |giới thiệu một nhân sự| để bầu làm |Phó Chủ tịch|`: the office is not A's."""
_LAST_ACT = Pattern(r"(?:,|(?<!\p{L})(?:và|để|rồi))\s+(?=(?:được|chuyển|nhận|giữ)(?!\p{L}))")
_LONGEST_REACH = 200
"""Characters from a person to the title given to the person."""


class _Reader:
    """Reads the loose titles of one clause text, left to right."""

    def __init__(self, clause: Clause, holding: Holding) -> None:
        self.clause = clause
        self.text = clause.text
        self.holding = holding
        self.signs = sorted([*clause.groups, *clause.titles, *clause.pronouns])
        self.history = is_past_career(self.text) or _MOVED_ON.match(self.text) is not None
        self.given: dict[int, Change] = {}
        """By the place of the title."""
        self.held_until_then: int | None = None
        """Whose new office the sentence opens with: `Trước khi nhận chức Giám đốc, |A| là …`."""

    def read(self) -> Iterator[Change]:
        counted = {c.place: c.holders for c in self.holding.counted}
        for place, origin in self.clause.titles.items():
            titles = self.holding.loose[origin]
            if origin in counted:
                change: Change | None = self._counted(place, titles, counted[origin])
            else:
                change = self._to_the_right(place, titles) or self._to_the_left(place, titles)
            if change is not None and change.removed and _TO_COME.search(self._text_before(place)):
                change = replace(change, status=TitleStatus.CURRENT, removed=False)
            if change is not None:
                self.given[place] = change
        for change in map(_without_candidacies, self.given.values()):
            yield from map(self._without_special, self._respectively(change))
        if not self.history:
            yield from find_successors(self.clause, self.holding, self.given)
        yield from find_predecessors(self.clause, self.holding, self.given, self._text_before)
        for title in self.holding.counted:
            if title.place not in self.clause.titles.values():
                yield Change(title.holders, None, title.titles, TitleStatus.CURRENT)

    def _respectively(self, change: Change) -> Iterator[Change]:
        """`A và B được bầu giữ chức |Chủ tịch tỉnh và Chủ tịch HĐND|`: each one office; no list of two offices has two holders."""
        titles, holders = change.titles, change.holders
        named = all(title.org for title in titles) or has("respectively", self.text)
        if len(holders) < 2 or len(titles) != len(holders) or not named:
            yield change
            return
        for holder, title in zip(holders, titles, strict=True):
            yield replace(change, holders=(holder,), titles=(title,))

    def _without_special(self, change: Change) -> Change:
        """`6 Phó Chủ tịch gồm A (Phó Chủ tịch thường trực), B`: A holds the special office only."""
        if change.status is not TitleStatus.CURRENT or len(change.holders) < 2:
            return change
        special = {STANDING.get(title.office) for title in change.titles}
        plain = [i for i in change.holders if not special & {t.office for t in self.holding.holders[i].titles}]
        return replace(change, holders=tuple(plain))

    # ------------------------------------------------ places

    def _sign_before(self, place: int) -> int | None:
        return max((sign for sign in self.signs if sign < place), default=None)

    def _text_before(self, place: int) -> str:
        """From the sign before up to `place`."""
        sign = self._sign_before(place)
        return self.text[0 if sign is None else sign + 1 : place]

    def _subject_before(self, place: int) -> int | None:
        bracket = self.text.rfind("(", 0, place)
        inside = bracket > self.text.rfind(")", 0, place)  # 6 ủy viên gồm A, B (|ông B| mới được bổ nhiệm |Bí thư|)
        persons = [s for s in self.signs if s < place and s not in self.clause.titles]
        subjects = [s for s in persons if inside and s > bracket]
        subjects = subjects or [s for s in persons if not is_aside(self.text, s)]
        return max(subjects, default=None)

    def _holders(self, place: int) -> tuple[int, ...]:
        return tuple(self.clause.groups.get(place, ()))

    # ------------------------------------------------ who gets the title

    def _counted(self, place: int, titles: tuple[Title, ...], holders: tuple[int, ...]) -> Change:
        """`bầu 4 |Phó Bí thư| gồm A, B`, `6 |Phó Chủ tịch| là A, B`, `ba |Bí thư| là A, B tái đắc cử`."""
        group = next(p for p, indexes in self.clause.groups.items() if holders[0] in indexes)
        following = min((s for s in self.signs if s > group), default=len(self.text))
        around = f"{self._text_before(place)} {self.text[place:group]}"
        in_brackets = "(" in self.text[place:group]  # 3 Phó Chủ tịch mới được bầu năm ngoái (ông A, B): what they are
        elected = (
            (is_election(self.text[:group]) or names_successor(self.text[: group + 1]))
            and not (has("now", around) or _NO.search(around))
            and not in_brackets
        )
        status = TitleStatus.CURRENT
        if has("proposes", around):
            status = TitleStatus.NOMINEE
        elif self._is_new(place, titles, group) or elected or _STAYS.match(self.text, group + 1, following):
            status = TitleStatus.ELECTED
        return Change(holders, None, titles, status, counted=True)

    def _is_new(self, place: int, titles: tuple[Title, ...], group: int) -> bool:
        """`Tân |Bí thư| là A`, `|Bí thư| khóa mới là A`."""
        return self.clause.is_new(titles[0]) or _NEW_TERM.search(self.text, place, group) is not None

    def _to_the_right(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`miễn nhiệm chức danh |Phó Chủ tịch| đối với A`, `trao quyết định bổ nhiệm |Giám đốc| cho A`."""
        if office := self._handed(place, titles) or self._opening(place, titles):
            return office
        target = _TO.match(self.text, place + 1)
        if target and (others := self._like_the_one_before(place)):
            return replace(others, holders=self._holders(target.end()), titles=titles)
        giving = _GIVING.search(self._text_before(place)) if target else None
        if target is None or giving is None or self.history:
            return None
        lost = has("takes", giving.group()) or has("loses", giving.group())
        status = TitleStatus.FORMER if lost else TitleStatus.ELECTED
        if not lost and has("proposes", giving.group()):
            status = TitleStatus.NOMINEE
        holders = self._all_of_list(target.end()) if titles[0].office in _OF_MANY else self._holders(target.end())
        return Change(holders, None, titles, status, removed=lost)

    def _all_of_list(self, first: int) -> tuple[int, ...]:
        """Those whom brackets part: `miễn nhiệm |Ủy viên UBND| đối với A (nguyên Giám đốc Sở …), B (…)`."""
        holders = list(self._holders(first))
        last = first
        for place in sorted(place for place in self.clause.groups if place > first and not is_aside(self.text, place)):
            if not _NEXT_OF_LIST.fullmatch(self.text, last + 1, place):
                break
            holders += self._holders(place)
            last = place
        return tuple(holders)

    def _like_the_one_before(self, place: int) -> Change | None:
        """`miễn nhiệm Chủ tịch UBND đối với A nghỉ hưu; |Chủ tịch HĐND| đối với B`: the same is done to both."""
        person = self._sign_before(place)
        if person is None or person not in self.clause.groups or not _NEXT_OBJECT.search(self.text[person + 1 : place]):
            return None
        title = self._sign_before(person)
        change = None if title is None else self.given.get(title)
        if change is None or title is None or change.holders != self._holders(person):
            return None
        target = _TO.match(self.text, title + 1)
        return change if target and target.end() == person else None

    def _handed(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`chức danh |Chánh văn phòng| dành cho A`, `|Trưởng ban| do A đảm nhiệm`."""
        if won := _FOR.match(self.text, place + 1):
            return Change(self._holders(won.end()), None, titles, TitleStatus.ELECTED)
        by = _BY.match(self.text, place + 1)
        if by and _IN_CHARGE.match(self.text, by.end() + 1):
            lost = has("takes", self._text_before(place))
            status = TitleStatus.FORMER if lost else TitleStatus.CURRENT
            if not lost and _INSTEAD_THERE.match(self.text, by.end() + 1):
                status = TitleStatus.ELECTED
            return Change(self._holders(by.end()), None, titles, status, removed=lost)
        return None

    def _opening(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`Sau khi được bầu làm |Bí thư|, A nói`, `Trước khi nhận chức |Giám đốc|, A là …`."""
        local = self.text[:place]
        comma = _COMMA.match(self.text, place + 1)
        if not (comma and comma.end() in self.clause.groups and _OPENS.match(local) and _LEADING.search(local)):
            return None
        if self._sign_before(place) is not None or _NO.search(local):
            return None
        lost = has("takes", local) or has("loses", local)
        status = TitleStatus.FORMER if lost else TitleStatus.NOMINEE if has("proposes", local) else TitleStatus.ELECTED
        if " khi " in local and status is TitleStatus.ELECTED:  # that it was won, another sentence tells
            status = TitleStatus.CURRENT
        if "trước khi" in local:
            self.held_until_then = comma.end()
        return Change(self._holders(comma.end()), None, titles, status, removed=lost)

    def _to_the_left(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`A được bầu làm |Bí thư|`, `phân công A giữ chức |Bí thư|`, `A thôi giữ chức |Bí thư|`."""
        local = self._text_before(place)
        before = self._sign_before(place)
        if before is not None and (held := self._held_before(before, place, local)):
            return Change(self._holders(before), None, titles, held)
        if before in self.given and _AND.fullmatch(local):
            return replace(self.given[before], titles=titles)
        if self.history or not _LEADING.search(local) or _NO.search(local) or self._is_past(place, local):
            return None
        subject = self._subject_before(place)
        if subject is not None and is_predecessor(self._text_before(subject), self.text[subject + 1 : place]):
            subject = self._subject_before(subject)
        if subject is None or _ACCORDING.search(self._text_before(subject)) or not self._reaches(subject, place):
            return None
        status = self._status(subject, place)
        if status is None:
            return None
        if status is TitleStatus.ELECTED and is_held_since(self.text, place + 1):
            status = TitleStatus.CURRENT
        pronoun = subject if subject in self.clause.pronouns else None
        removed = status is TitleStatus.FORMER
        return Change(self._holders(subject), pronoun, titles, status, removed=removed)

    def _held_before(self, before: int, place: int, local: str) -> TitleStatus | None:
        """What somebody is or was, who stands directly before: `Trước khi nhận chức Giám đốc, A là |…|`, `A từ |Phó Giám đốc| lên làm`."""
        if self._is_of_the_one_before(before, place, local):
            return TitleStatus.CURRENT
        moves = before in self.clause.groups and _FROM.fullmatch(local) is not None
        return TitleStatus.FORMER if moves and not (self.history or has("past", self.text[:place])) else None

    def _is_of_the_one_before(self, before: int, place: int, local: str) -> bool:
        """`Trước khi nhận chức Giám đốc, |A| là …`, `B làm Bí thư thay |A| giữ chức …`: no news, but what A is."""
        if before == self.held_until_then and _WAS.fullmatch(local):
            return True
        if before not in self.clause.groups or not (
            _LEADING.search(local) and is_predecessor(self._text_before(before), local)
        ):
            return False
        successor = self._subject_before(before)
        return successor is not None and any(successor < other < before for other in self.given)

    def _is_told_past(self, place: int) -> bool:
        """Whether the clause up to the title says that it tells of another time: `dưới thời ông A`, `từng`."""
        clause = self.text[self.text.rfind(";", 0, place) + 1 : place]
        before = self._sign_before(place)
        in_turn = "lần lượt " if before is not None and len(self._holders(before)) > 1 else "lần lượt được"
        return has("past", clause.replace(in_turn, in_turn.removeprefix("lần lượt ")))

    def _is_past(self, place: int, local: str) -> bool:
        """Whether the title stands in a career: `ông A từng là |Giám đốc|`, `sau khi lần lượt giữ chức …, ông làm |Giám đốc|`."""
        if has("after", local) or self._is_told_past(place) or is_of_another_time(local):
            return True
        return is_dated(self.text, place + 1)

    def _reaches(self, subject: int, place: int) -> bool:
        """Whether what is said of the subject goes on up to the title: `A cho biết sẽ bầu |Bí thư|` speaks of others."""
        between = self.clause.spoken[subject + 1 : place]
        if _UNNAMED.search(between):
            return False
        return len(between) <= _LONGEST_REACH and not (_saying().search(between) or _HANDS_OVER.search(between))

    def _status(self, subject: int, place: int) -> TitleStatus | None:
        """What the words between a person and a title, and those in front of the person, make of the title."""
        local, in_front = _last_act(self._text_before(place)), self._text_before(subject)[-100:]
        suffers = _PASSIVE.search(local) is not None
        is_object = any(has(use, in_front) for use in ("gives", "takes", "proposes"))
        if _WHEN.search(in_front) and not suffers:
            return None
        if has("runs", local):  # also |rút khỏi danh sách ứng cử đại biểu|
            return TitleStatus.NOMINEE
        if has("loses", local) or (has("takes", local) and (suffers or is_object)):
            return TitleStatus.FORMER
        if has("proposes", in_front) or (has("proposes", local) and (suffers or is_object)):
            return TitleStatus.NOMINEE
        if self._holds_it(subject, place) or self._has_left(in_front, local):
            return TitleStatus.CURRENT
        return _won(local, in_front, suffers=suffers, is_object=is_object)

    def _has_left(self, in_front: str, local: str) -> bool:
        """`thay ông B vừa được phân công làm |Bí thư|`, `người tiền nhiệm là ông B được điều động làm |Bí thư|`."""
        return follows_instead(in_front) and ("tiền nhiệm" in in_front or _ALREADY.search(local) is not None)

    def _holds_it(self, subject: int, place: int) -> bool:
        """`A hiện giữ chức |Bí thư|`, `do A làm |Trưởng ban|`, `anh còn là |Bí thư|`."""
        local, in_front = self._text_before(place), self._text_before(subject)
        if _BORN.fullmatch(self.text[subject + 1 : place]) or self._is_apposition(subject, place):
            return True
        if (
            is_up_to_now(self.text)
            or has("now", local)
            or has("now", in_front[-20:])
            or _EARLIER.search(self.text[subject:place])
        ):
            return True
        if _THROUGH.search(in_front) and not is_election(local):
            return True
        return subject in self.clause.pronouns and _IS.search(local) is not None

    def _is_apposition(self, subject: int, place: int) -> bool:
        """`ông A, giữ chức |Chủ tịch HĐND| có số phiếu cao nhất`: what A holds."""
        return bool(_HOLDING.fullmatch(self.text, subject + 1, place) and _PREDICATE.match(self.text, place + 1))


def _without_candidacies(change: Change) -> Change:
    """A seat that somebody only runs for is no title: `A ứng cử |đại biểu Quốc hội|`."""
    if change.status is not TitleStatus.NOMINEE:
        return change
    return replace(change, titles=tuple(title for title in change.titles if title.office is not Office.DEPUTY))


def _last_act(local: str) -> str:
    """What is said of the title itself: ` thôi tham gia Ban Thường vụ và |được phân công giữ chức|`.

    >>> _last_act(" thôi tham gia ban thường vụ và được phân công giữ chức ")
    'được phân công giữ chức '
    """
    acts = list(_LAST_ACT.finditer(local))
    return local[acts[-1].end() :] if acts and has("loses", local[: acts[-1].start()]) else local


def _won(local: str, in_front: str, *, suffers: bool, is_object: bool) -> TitleStatus | None:
    """`A trúng cử |Bí thư|`, `A được bầu làm |Bí thư|`, `bầu A làm |Bí thư|`, `miễn nhiệm A chức vụ |Giám đốc|`."""
    if has("wins", local) or (has("gives", local) and (suffers or is_object)):
        return TitleStatus.ELECTED
    if is_object and not has("gives", local):
        return TitleStatus.FORMER if has("takes", in_front) else TitleStatus.ELECTED
    return None
