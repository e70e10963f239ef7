"""Titles that the sentence gives or takes: won, received, proposed, lost, and what the predecessor held.

`A được bầu làm Bí thư Huyện ủy`, `phân công ông A giữ chức Bí thư`, `bầu bổ sung Phó Chủ tịch là bà B`, `miễn nhiệm chức danh Phó Chủ tịch
đối với ông C`, `A làm Bí thư thay ông D`. What stands in somebody's career history gives no title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from congressx.extractors.officials.careers import is_past_career
from congressx.extractors.officials.change import Change
from congressx.extractors.officials.clauses import GROUP, Clause, is_aside
from congressx.extractors.officials.faults import is_fault
from congressx.extractors.officials.holding import Holding
from congressx.extractors.officials.lexicon import NOT_YET, any_of, has
from congressx.extractors.officials.offices import SEATS, STANDING, Office, TitleStatus
from congressx.extractors.officials.outcomes import is_election, is_past, reaches, status_of
from congressx.extractors.officials.replacements import (
    find_predecessors,
    find_successors,
    is_predecessor,
    names_successor,
)
from congressx.extractors.officials.signs import holders_at, sign_after, sign_before, subject_before, text_before
from congressx.extractors.officials.skeleton import TITLE
from congressx.extractors.officials.times_of_offices import is_held_since, is_of_another_time
from congressx.extractors.officials.titles import Title
from congressx.patterns import Pattern

_SIGNS = f"{GROUP}{TITLE}"


def find_changes(clause: Clause, holding: Holding) -> tuple[Change, ...]:
    """What the sentence gives and takes."""
    return tuple(_Reader(clause, holding).read())


# ---------------------------------------------------------------- words


_LEADING = Pattern(
    rf"{any_of('leads')}\s*:?\s*(?:(?:\d+|các|hai|tân|thêm)\s+)?$"
    rf"|(?<!\p{{L}})tham gia(?:\s+{any_of('committee')}(?: \p{{L}}+){{0,4}}?(?:,|,?\s+và))+\s+$"
)
"""What stands directly before a title that is given or taken."""
_GIVING = Pattern(
    rf"(?:{any_of('takes')}|{any_of('loses')}|{any_of('gives')}|{any_of('proposes')})[^{_SIGNS},;]{{0,50}}$"
)
"""The verb of which a title is the object: `bổ nhiệm |Giám đốc| cho A`."""
_NO = Pattern(r"(?<!\p{L})(?:không(?! còn)|chưa|trượt|vắng|thiếu)(?!\p{L})")
_TO = Pattern(
    r"(?!\s*,\s*(?:kế tiếp|kế tục|tiếp nối)\s)"  # giao bà Gạo làm Bí thư, kế tục công việc của ông Lúa
    rf"[^{_SIGNS};]{{0,60}}?(?<!\p{{L}})(?<!thay\s)(?<!thay thế\s)(?:đối với|cho|với|của)(?!\p{{L}})\s*"
    rf"(?:(?:{any_of('several')}|{any_of('address')}|\d+(?=\s))\s*(?:[,/]\s*|và\s+)?)*:?\s*(?={GROUP})"
)
_OPENS = Pattern(
    rf"\W*(?:(?:ngay|vừa|trong|nói về [^{_SIGNS},;]{{0,20}})\s+)?(?:(?:phát biểu|(?:sau|trước)\s+khi)\s+[^{_SIGNS},;]{{0,60}}?)*"
    rf"(?:được\s+[^{_SIGNS},;]{{0,40}}?{any_of('gives')}|{any_of('wins')}|{any_of('loses')})"
)
_WAS = Pattern(
    r"\s*(?:đang\s+)?(?:là|(?:giữ|đảm nhiệm|đảm nhận)(?:\s+(?:chức vụ|chức danh|chức|cương vị|vị trí))?(?:\s+là)?)\s*"
)
_COMMA = Pattern(r"\s*,\s*(?:tân\s+)?")
_MANY = Pattern(any_of("several"))
_NEXT_OF_LIST = Pattern(rf"\s*\(?[^();.]{{0,140}}\)\s*(?:[,;]|(?:[,;]\s*)?và(?!\p{{L}}))\s*(?:{any_of('address')}\s*)?")
_FOR = Pattern(
    rf"\s*(?:(?:được\s+)?(?:dành|thuộc|trao|giao)|(?:(?:vẫn|sẽ|đã|tiếp tục)\s+)*được\s+(?:phân công|giao|trao)(?:\s+lại)?(?=\s+cho))"
    rf"\s*(?:cho|về)?\s*(?:{any_of('address')}\s*)?(?={GROUP})"
)
_BY = Pattern(rf"[^{_SIGNS},;.]{{0,12}}?\s*do\s+(?:{any_of('address')}\s*)?(?={GROUP})")
_BY_WHOM = Pattern(r"(?<!\p{L})được\s+$")
_GIVES = Pattern(rf"\s*(?:đã\s+|ký\s+(?:quyết định\s+)?)*{any_of('gives')}")
_IN_CHARGE = Pattern(
    r"\s*,?\s*(?:(?:tiếp tục|đang|sẽ)\s+)?(?:đảm nhiệm|đảm nhận|nắm giữ|đảm đương|kiêm nhiệm)(?!\p{L})"
)
_INSTEAD_THERE = Pattern(rf"\s*,?\s*(?:tiếp tục\s+)?(?:đảm nhiệm|đảm nhận|nắm giữ|đảm đương)\s+{any_of('instead')}")
_AND = Pattern(
    r"\s*(?:[,;]|(?:[,;]\s*)?(?:và|kiêm|rồi|đồng thời)(?:\s+(?:còn\s+|cũng\s+)?là(?!\p{L}))?)\s*(?:tân\s+|các\s+)?"
)
_ACCORDING = Pattern(r"(?<!\p{L})theo\s*$")
_STAYS = Pattern(r"\s*(?:đều\s+|cũng\s+|đã\s+)*(?:tái cử|tái đắc cử|đắc cử|trúng cử|được bầu)")
_FROM = Pattern(
    r"\s+(?:được\s+)?(?:(?:luân chuyển|điều động|điều chuyển|chuyển|thăng tiến)\s+)?từ\s+(?:(?:chức|chức vụ|vị trí|cương vị)\s+)?"
)
"""`A được chuyển |từ Chủ tịch UBND| sang làm Bí thư`."""
_MOVED_ON = Pattern(
    rf"\W*(?:sau đó|tiếp đó|rồi)\s*,?\s*(?:{any_of('address')}\s*)?{GROUP}?\s*(?:tiếp tục\s+)?được\s+"
    r"[^,;.]{0,20}?(?:điều động|luân chuyển|thuyên chuyển|điều chuyển|chuyển công tác|chuyển về)(?!\p{L})"
)
"""`Sau đó ông được điều động, bổ nhiệm làm |Giám đốc|`: a career goes on."""
_NEW_TERM = Pattern(r"(?<!\p{L})(?:khóa mới|nhiệm kỳ mới|mới)\s+(?:được bầu\s+)?(?:là|gồm|:)\s")
_IS_WHOM = Pattern(rf"(?<!\p{{L}})là\s+(?:{any_of('address')}\s*)?$")
_BEFORE_THAT = Pattern(r"\W*trước\s+(?:đó|đây)\s*,\s*(?:[^;.]{0,90},\s*còn\s+)?")
_ENDED = Pattern(r"\s*(?:$|[,.;(])")
"""`Trước đó, Giám đốc Sở là bà A |trình bày|` tells what she did."""
_TO_COME = Pattern(rf"(?<!\p{{L}})(?:sẽ|dự kiến)(?!\p{{L}})[^;.]{{0,70}}$|{NOT_YET}")
"""`kỳ họp |sẽ| miễn nhiệm chức danh |Chủ tịch| đối với A`: A holds it to that day."""
_ASKED_FOR = Pattern(
    r"(?<!\p{L})(?:tờ trình|đề nghị|kiến nghị|đề xuất|(?<!(?:quy|quá|chương|lộ|công)\s)trình)(?!\p{L})"
    r"(?:(?!(?:quyết định|nhất trí|biểu quyết|thông qua|đồng ý|thi hành)(?!\p{L}))[^,;.:]){0,80}?"
    rf"(?:{any_of('takes')}|{any_of('loses')})[^,;.:]{{0,40}}$"
)
"""`HĐND nghe |tờ trình về việc miễn nhiệm chức vụ| Giám đốc đối với A`: A holds it until that is granted."""
_GRANTED = Pattern(rf"{any_of('grants')}|(?<!\p{{L}})(?:cảnh cáo|khiển trách|kỷ luật)(?!\p{{L}})")
"""`|thông qua| tờ trình miễn nhiệm`, `|cảnh cáo| và đề nghị cho thôi`: something was done to A all the same."""
_GIVEN = frozenset({TitleStatus.ELECTED, TitleStatus.NOMINEE})
_NEXT_OBJECT = Pattern(rf"^[^.{_SIGNS}]{{0,60}}?[;,]\s*(?:và\s+)?(?:(?:chức danh|chức vụ|chức)\s+)?$")


class _Reader:
    """Reads the loose titles of one clause text, left to right."""

    def __init__(self, clause: Clause, holding: Holding) -> None:
        self.clause = clause
        self.text = clause.text
        self.holding = holding
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
                change = self._told(place, titles)
            if change is not None:
                self.given[place] = change
        for change in map(_without_candidacies, self.given.values()):
            yield from map(self._without_special, self._respectively(change))
        if not self.history:
            yield from find_successors(self.clause, self.holding, self.given)
        yield from find_predecessors(self.clause, self.holding, self.given)
        for title in self.holding.counted:
            if title.place not in self.clause.titles.values():
                yield Change(title.holders, None, title.titles, TitleStatus.CURRENT)

    def _told(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """What the words around the title at `place` tell of it: nothing as a fault, no loss that is still to come."""
        change = self._to_the_right(place, titles) or self._to_the_left(place, titles)
        if change is None or (change.status in _GIVEN and is_fault(self.text, place)):
            return None
        if change.removed and _is_to_come(text_before(self.clause, place)):
            return replace(change, status=TitleStatus.CURRENT, removed=False)
        return change

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

    # ------------------------------------------------ who gets the title

    def _counted(self, place: int, titles: tuple[Title, ...], holders: tuple[int, ...]) -> Change:
        """`bầu 4 |Phó Bí thư| gồm A, B`, `6 |Phó Chủ tịch| là A, B`, `ba |Bí thư| là A, B tái đắc cử`."""
        group = next(p for p, indexes in self.clause.groups.items() if holders[0] in indexes)
        following = sign_after(self.clause, group)
        around = f"{text_before(self.clause, place)} {self.text[place:group]}"
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
        elif len(holders) == 1 and self._was_held(place, group):
            status = TitleStatus.FORMER
        return Change(holders, None, titles, status, counted=True)

    def _was_held(self, place: int, group: int) -> bool:
        """`Trước đó, |Chủ tịch HĐND| là ông A.`, `|Chủ tịch UBND| khi đó là bà B đã ký`: what somebody else holds now."""
        if not _IS_WHOM.search(self.text, place, group):
            return False
        if is_of_another_time(self.text[place + 1 : group]):
            return True
        return (
            _BEFORE_THAT.fullmatch(self.text, 0, place) is not None and _ENDED.match(self.text, group + 1) is not None
        )

    def _is_new(self, place: int, titles: tuple[Title, ...], group: int) -> bool:
        """`Tân |Bí thư| là A`, `|Bí thư| khóa mới là A`."""
        return self.clause.is_new(titles[0]) or _NEW_TERM.search(self.text, place, group) is not None

    def _to_the_right(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`miễn nhiệm chức danh |Phó Chủ tịch| đối với A`, `trao quyết định bổ nhiệm |Giám đốc| cho A`."""
        if office := self._handed(place, titles) or self._opening(place, titles):
            return office
        target = _TO.match(self.text, place + 1)
        if target and (others := self._like_the_one_before(place)):
            return replace(others, holders=holders_at(self.clause, target.end()), titles=titles)
        giving = _GIVING.search(text_before(self.clause, place)) if target else None
        if target is None or giving is None or self.history:
            return None
        lost = has("takes", giving.group()) or has("loses", giving.group())
        status = TitleStatus.FORMER if lost else TitleStatus.ELECTED
        if not lost and has("proposes", giving.group()):
            status = TitleStatus.NOMINEE
        many = titles[0].office in SEATS or _MANY.search(target.group()) is not None
        holders = self._all_of_list(target.end()) if many else holders_at(self.clause, target.end())
        return Change(holders, None, titles, status, removed=lost)

    def _all_of_list(self, first: int) -> tuple[int, ...]:
        """Those whom brackets part: `miễn nhiệm |Ủy viên UBND| đối với A (nguyên Giám đốc Sở …), B (…)`."""
        holders = list(holders_at(self.clause, first))
        last = first
        for place in sorted(place for place in self.clause.groups if place > first and not is_aside(self.text, place)):
            if not _NEXT_OF_LIST.fullmatch(self.text, last + 1, place):
                break
            holders += holders_at(self.clause, place)
            last = place
        return tuple(holders)

    def _like_the_one_before(self, place: int) -> Change | None:
        """`miễn nhiệm Chủ tịch UBND đối với A nghỉ hưu; |Chủ tịch HĐND| đối với B`: the same is done to both."""
        person = sign_before(self.clause, place)
        if person is None or person not in self.clause.groups or not _NEXT_OBJECT.search(self.text[person + 1 : place]):
            return None
        title = sign_before(self.clause, person)
        change = None if title is None else self.given.get(title)
        if change is None or title is None or change.holders != holders_at(self.clause, person):
            return None
        target = _TO.match(self.text, title + 1)
        return change if target and target.end() == person else None

    def _handed(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`chức danh |Chánh văn phòng| dành cho A`, `|Trưởng ban| do A đảm nhiệm`."""
        if won := _FOR.match(self.text, place + 1):
            return Change(holders_at(self.clause, won.end()), None, titles, TitleStatus.ELECTED)
        by = _BY.match(self.text, place + 1)
        if by and _IN_CHARGE.match(self.text, by.end() + 1):
            lost = has("takes", text_before(self.clause, place))
            status = TitleStatus.FORMER if lost else TitleStatus.CURRENT
            if not lost and _INSTEAD_THERE.match(self.text, by.end() + 1):
                status = TitleStatus.ELECTED
            return Change(holders_at(self.clause, by.end()), None, titles, status, removed=lost)
        return None

    def _opening(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`Sau khi được bầu làm |Bí thư|, A nói`, `Trước khi nhận chức |Giám đốc|, A là …`."""
        local = self.text[:place]
        comma = _COMMA.match(self.text, place + 1)
        if not (comma and comma.end() in self.clause.groups and _OPENS.match(local) and _LEADING.search(local)):
            return None
        if sign_before(self.clause, place) is not None or _NO.search(local):
            return None
        lost = has("takes", local) or has("loses", local)
        status = TitleStatus.FORMER if lost else TitleStatus.NOMINEE if has("proposes", local) else TitleStatus.ELECTED
        if " khi " in local and status is TitleStatus.ELECTED:  # that it was won, another sentence tells
            status = TitleStatus.CURRENT
        if "trước khi" in local:
            self.held_until_then = comma.end()
        return Change(holders_at(self.clause, comma.end()), None, titles, status, removed=lost)

    def _to_the_left(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`A được bầu làm |Bí thư|`, `phân công A giữ chức |Bí thư|`, `A thôi giữ chức |Bí thư|`."""
        local = text_before(self.clause, place)
        before = sign_before(self.clause, place)
        if before is not None and (held := self._held_before(before, place, local)):
            return Change(holders_at(self.clause, before), None, titles, held)
        if before in self.given and _AND.fullmatch(local):
            return replace(self.given[before], titles=titles)
        if self.history or not _LEADING.search(local) or _NO.search(local) or is_past(self.clause, place):
            return None
        subject = subject_before(self.clause, place)
        if subject is not None and (
            is_predecessor(text_before(self.clause, subject), self.text[subject + 1 : place]) or self._is_giver(subject)
        ):
            subject = subject_before(self.clause, subject)
        if (
            subject is None
            or _ACCORDING.search(text_before(self.clause, subject))
            or not reaches(self.clause, subject, place)
        ):
            return None
        status = status_of(self.clause, subject, place)
        if status is None:
            return None
        if status is TitleStatus.ELECTED and is_held_since(self.text, place + 1):
            status = TitleStatus.CURRENT
        pronoun = subject if subject in self.clause.pronouns else None
        removed = status is TitleStatus.FORMER
        return Change(holders_at(self.clause, subject), pronoun, titles, status, removed=removed)

    def _is_giver(self, person: int) -> bool:
        """Whether somebody gives the office, and does not get it: `A được |Chủ tịch UBND B| bổ nhiệm làm Giám đốc`."""
        return (
            _BY_WHOM.search(text_before(self.clause, person)) is not None
            and _GIVES.match(self.text, person + 1) is not None
        )

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
            _LEADING.search(local) and is_predecessor(text_before(self.clause, before), local)
        ):
            return False
        successor = subject_before(self.clause, before)
        return successor is not None and any(successor < other < before for other in self.given)


def _is_to_come(text: str) -> bool:
    """Whether an office behind the text is one that is still to be taken from somebody, or that others only propose to take."""
    if _TO_COME.search(text):
        return True
    asked = _ASKED_FOR.search(text)
    return asked is not None and not _GRANTED.search(text, 0, asked.start())


def _without_candidacies(change: Change) -> Change:
    """A seat that somebody only runs for is no title: `A ứng cử |đại biểu Quốc hội|`."""
    if change.status is not TitleStatus.NOMINEE:
        return change
    return replace(change, titles=tuple(title for title in change.titles if title.office is not Office.DEPUTY))
