"""Which titles belong to which person of a sentence.

A title stands behind its holder (`Trần Văn Lúa, Bí thư Huyện ủy`, `… - Bí thư`, `… (Bí thư)`, `… hiện là Bí thư`), directly in front of
the name (`Bí thư Huyện ủy Trần Văn Lúa`), or in front of a list that shares it (`các Phó Chủ tịch UBND tỉnh A, B và C`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from congressx.extractors.officials.another_office import is_given_before, is_who_speaks, opens_with_another
from congressx.extractors.officials.asides import without_asides
from congressx.extractors.officials.careers import is_past_career
from congressx.extractors.officials.counted_titles import COUNTED, PLURAL, end_of_list, find_counted, may_be_shared
from congressx.extractors.officials.holding import Holder, Holding
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.offices import Office, TitleStatus
from congressx.extractors.officials.skeleton import NAME, SHORT, TITLE, Skeleton
from congressx.extractors.officials.titles import Title, TitleStack
from congressx.patterns import Pattern
from congressx.vietnamese.names import Name

_SIGNS = f"{NAME}{SHORT}{TITLE}"
_NO_MARK = f"[^,;(){_SIGNS}]"
_NOW = r"(?:lúc này|hiện nay|hiện tại|hiện đang|hiện|nay|đang)\s+"
_HOLDS = r"(?:giữ\s+|làm\s+)?(?:(?:chức vụ|chức danh|chức|cương vị)\s+)?"
_BESIDE = Pattern(
    rf"\s*(?:[,(:-]\s*)?(?:(?:hai|ba|bốn|năm)\s+(?=tân\s))?(?:(?:tân|đương kim)\s+)?"
    rf"|\s*\([^(){_SIGNS}]{{0,60}}[,;]\s*"
    r"|\s+(?:hiện|đang|hiện đang)\s+là\s*,\s*"
    rf"|\s*[,(-]\s*(?:{_NOW}|(?:nguyên|vốn|cùng|đều|cũng)\s+)là\s+"
    rf"|\s*[,(-]\s*(?:người\s+)?(?:đồng thời\s+(?:(?:{_NOW})?là\s+|{_HOLDS})|(?:đồng thời\s+|hiện\s+)?kiêm\s+(?:nhiệm\s+|{_HOLDS})?)"
    rf"|\s*\)?\s*[,(-]?\s*{_NOW}(?:đã\s+)?(?:là|giữ|kiêm|kiêm nhiệm|đảm nhiệm|đảm nhận|làm)\s+(?:(?:chức vụ|chức danh|chức|cương vị)\s+)?"
)
_ACTING = Pattern(rf"\s*[,-]\s*(?:đồng chủ tọa|chủ tọa|chủ trì|thành viên đoàn|người chủ trì){_NO_MARK}{{0,40}}[,-]\s*")
_IS = Pattern(
    r"\s+(?:(?:cũng|cùng|đều|còn|đang|nguyên|vốn|tiếp tục|vẫn|đồng thời)\s+)?là\s+(?:(?:tân|đương kim)\s+)?"
    r"|\s+kiêm\s+(?:nhiệm\s+)?"
)
_WAS = Pattern(r"(?<!\p{L})nguyên\s+là\s*$")
_BEFORE_NAME = Pattern(rf"\.?\s*(?:(?:phụ trách [^,;{_SIGNS}]{{2,40}}|đương nhiệm|mới|cũ)\s+)?")
_BEFORE_NAME_WEAK = Pattern(r"\s*(?:(?:đương nhiệm|khác)\s*)?[,-]\s*(?:(?:đại biểu|đb)\s+)?")
_DELEGATE = Pattern(r"(?<!\p{L})(?:đại biểu|đb)\s+$")
_OPENING = Pattern(r"(?:^|[;:(]|(?<!\p{L})(?:có|gồm|theo|đón|mời))\s*(?:các\s+)?$")
_BY_WHOM = Pattern(r"(?<!\p{L})(?:được|do|bởi)\s+$")
"""`điều này được |Trưởng ban Pháp chế|, ông Lúa nêu ra`: who does it."""
_OPENS_CLAUSE = Pattern(
    r"(?:^|[,;:.]|^\W*(?:cũng\s+)?(?:tại|trong|trước|sau)\s[^,;:.]{3,60},)\s*"
    r"(?:trong khi đó|trong đó|ngoài ra|bên cạnh đó|tuy nhiên|riêng|còn"
    r"|cũng theo|cùng ngày|mới đây|trước đó|sau đó|đặc biệt|tương tự|nhất là)?\s*,?\s*(?:(?:các|một)\s+)?$"
)
_ANOTHER = Pattern(rf"[{SHORT}{NAME}]\s+(?:và|cùng|cùng với)\s+$")
"""`đối với ông A và |Phó Trưởng ban|, ông B`."""
_IN_THE_POST = Pattern(
    r"(?:^|[.;:,])\s*(?:trên|với|ở)\s+(?:cương vị|vai trò|tư cách|vị trí|trọng trách|trách nhiệm)\s+(?:là\s+|của\s+)?(?:một\s+)?$"
    r"|(?:^\W*|[.;]\s*)(?:(?:cũng|đang|hiện|hiện đang|vừa|vốn|đồng thời)\s+)?là\s+$"
)
"""`Trên cương vị |Bí thư Chi bộ|, đồng chí A luôn hoàn thành nhiệm vụ`, `Là |Bí thư Chi bộ|, đồng chí A lo trước`."""
_IS_WHO = Pattern(r"(?:^|[,;.:])\W*người\s[^,;.:]{3,90}\slà\s+$")
"""`Người trao quyết định cho ông A là |Trưởng ban Tổ chức|, ông B`."""
_DASH = Pattern(r"\s*-\s*")
_LABELLED = Pattern(r"\s*:")
_LABEL = Pattern(rf"\s*:\s*(?:{any_of('address')}\s*)?")
_LABEL_OF_PERSON = Pattern(rf"\s*:\s*(?:các\s+)?(?:{any_of('address')}\s*:?\s*)?[{NAME}{SHORT}]")
_AND = Pattern(r"\s*(?:,\s*)?(?:và|cùng|&)\s+")
_COMMA = Pattern(r"\s*,\s*")
_OBJECT = Pattern(rf"\s(?:đối với|với)\s+(?:{any_of('address')}\s*)?$")
_BOTH = Pattern(r"(?<!\p{L})(?:cùng|đều|hai|ba|bốn|năm)\s")
_END_OF_ITEM = Pattern(r"\s*(?:[;.]|$)")
_TWO = Pattern(r"(?<!\p{L})và(?!\p{L})|;")
_CLOSING = Pattern(rf"[^(){_SIGNS}]{{0,80}}\)")
_BEFORE_THAT = Pattern(r"^\W*(?:trước|sau)\s+(?:khi|đó)(?!\p{L})")


def _former(title: Title) -> Title:
    return replace(title, status=TitleStatus.FORMER) if title.status is TitleStatus.CURRENT else title


def find_holders(skeleton: Skeleton) -> Holding:
    """The persons of a sentence with their titles, in text order."""
    reader = _Reader(skeleton)
    reader.join()
    reader.share()
    holders = tuple(reader.holder(place) for place in reader.persons)
    return Holding(holders, reader.loose, tuple(find_counted(reader.text, reader.loose, holders)))


@dataclass(slots=True)
class _Beside:
    """Titles found beside one person while the sentence is being read."""

    titles: list[Title] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """Of their stacks in the skeleton."""


class _Reader:
    """Joins titles and persons of one skeleton."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        self.text = skeleton.text
        self.places = sorted(skeleton.signs)
        self.persons = [place for place in self.places if self.text[place] != TITLE]
        self.beside = {place: _Beside() for place in self.persons}
        self.loose: dict[int, tuple[Title, ...]] = {}
        self.history = is_past_career(self.text) or _BEFORE_THAT.match(self.text) is not None

    def stack(self, place: int) -> tuple[Title, ...]:
        what = self.skeleton.signs[place].what
        return what.titles if isinstance(what, TitleStack) else ()

    def holder(self, place: int) -> Holder:
        beside = self.beside[place]
        start = min([place, *beside.places])
        stop = max([place, *beside.places]) + 1
        if stop > place + 1 and "(" in self.text[place:stop]:
            closing = _CLOSING.match(self.text, stop)
            stop = closing.end() if closing else stop
        titles = sorted(beside.titles, key=lambda title: title.raw)
        return Holder(place, start, stop, tuple(titles))

    # ------------------------------------------------ one stack

    def join(self) -> None:
        """Each stack to the person before or behind it."""
        for index, place in enumerate(self.places):
            if self.text[place] == TITLE:
                self._join(index, place, self.stack(place))

    def _join(self, index: int, place: int, titles: tuple[Title, ...]) -> None:
        if self._is_of_next_object(index):
            self.loose[place] = titles
            return
        left, right = self._sides(index, titles)
        if left is not None and right is None and self._is_label(index, left):
            self.loose[place] = titles
            return
        if left is None and right is None and (chairing := self._chairing(index)) is not None:
            self.beside[chairing].titles += titles
            return
        if left is not None and right is None and self._has_semicolon(titles) and self._is_of_next(index):
            cut = self._cut(titles)
            self._give(left, titles[:cut], place)
            self.loose[place] = titles[cut:]
        elif left is not None and right is not None:
            cut = 0 if self._opens_each(left, place, titles) else self._cut(titles)
            self._give(left, titles[:cut], place)
            self._give(right, titles[cut:], place)
        elif left is not None:
            self._give(left, titles, place)
        elif right is not None and len(titles) > 1 and opens_with_another(self.text, place):
            self.loose[place] = titles[:1]
            self.beside[right].titles += titles[1:]
        elif right is not None and len(titles) > 1 and is_given_before(self.text, place, self.persons):
            self.loose[place] = titles[:-1]
            self.beside[right].titles += titles[-1:]
        elif right is not None:
            self._give(right, titles, place)
        else:
            self.loose[place] = titles

    def _is_of_next_object(self, index: int) -> bool:
        """`miễn nhiệm Chủ tịch UBND đối với ông A, |Chủ tịch HĐND| đối với ông B`: the title is B's."""
        before, after = self.places[index - 1 : index], self.places[index + 1 : index + 2]
        if not before or not after or TITLE in (self.text[before[0]], self.text[after[0]]):
            return False
        object_before = _OBJECT.search(self.text, 0, before[0])
        object_after = object_before and _OBJECT.fullmatch(self.text, self.places[index] + 1, after[0])
        return bool(object_after)

    def _sides(self, index: int, titles: Sequence[Title]) -> tuple[int | None, int | None]:
        """The person in front of a stack and the person behind it, where it belongs to them."""
        left, right = self._left(index), self._right(index)
        if left is None:
            return None, self._weak(index) if right is None else right
        if right is None:
            behind_mark = self._person_after(index, _BEFORE_NAME_WEAK)
            if self._has_semicolon(titles):
                return left, behind_mark
            if self.text[left] == SHORT and behind_mark is not None:  # theo ông Lúa, Chủ tịch huyện, bà Gạo …
                return None, behind_mark
        return left, right

    def _give(self, person: int, titles: Sequence[Title], place: int) -> None:
        if titles:
            if place > person and _WAS.search(self.text, person, place):  # ông A, nguyên là Bí thư Huyện ủy
                titles = [_former(title) for title in titles]
            self.beside[person].titles += titles
            self.beside[person].places.append(place)

    def _left(self, index: int) -> int | None:
        """The person in front of the stack whose titles it goes on with."""
        if index == 0:
            return None
        place, before = self.places[index], self.places[index - 1]
        person = before
        if self.text[before] == TITLE:  # Lúa, Bí thư Huyện ủy (từ năm 2019), Chủ tịch HĐND huyện
            person = next((p for p in reversed(self.persons) if p < before and before in self.beside[p].places), -1)
        if person < 0:
            return None
        glue = without_asides(self.text[before + 1 : place])
        if self.text.startswith(" là ", before + 1) and _IS_WHO.search(self.text, 0, place):
            return None
        if is_who_speaks(self.text, person, self.places[index], self.stack(self.places[index])):
            return None  # không chỉ với ông A, |Tổng Bí thư| đề nghị mỗi người …
        if self.text[person] == SHORT and self.text[:person].endswith("của ") and _COMMA.fullmatch(glue):
            return None  # trước đề nghị của ông Lúa, |Giám đốc Sở Y tế| cho biết
        return person if _BESIDE.fullmatch(glue) or (not self.history and _IS.fullmatch(glue)) else None

    def _chairing(self, index: int) -> int | None:
        """Whose title stands behind what the person does here: `ông A, chủ tọa kỳ họp, |Chủ tịch HĐND tỉnh| cho rằng`."""
        if not index or self.text[before := self.places[index - 1]] == TITLE:
            return None
        return before if _ACTING.fullmatch(without_asides(self.text[before + 1 : self.places[index]])) else None

    def _right(self, index: int) -> int | None:
        """The person whose name follows the stack directly."""
        return self._person_after(index, _BEFORE_NAME)

    def _weak(self, index: int) -> int | None:
        """The person after a mark, where the stack opens a clause: `; Phó Chủ tịch Hội, Bùi Thị Lan;`."""
        before = self.text[: self.places[index]]
        if _OPENING.search(before):
            return self._person_after(index, _BEFORE_NAME_WEAK)
        if any(words.search(before) for words in (_OPENS_CLAUSE, _IN_THE_POST, _BY_WHOM, _ANOTHER, _IS_WHO)):
            person = self._person_after(index, _BEFORE_NAME_WEAK)  # Trong khi đó Giám đốc Sở Y tế, ông Lúa cho biết
            if person is not None and (self._is_introduced(person) or self._is_delegate(person)):
                return person
        return self._person_after(index, _DASH)

    def _person_after(self, index: int, glue: Pattern) -> int | None:
        if index + 1 == len(self.places):
            return None
        place, after = self.places[index], self.places[index + 1]
        if self._opens_sentence(place, after):
            return None
        joined = self.text[after] != TITLE and glue.fullmatch(without_asides(self.text[place + 1 : after]))
        return after if joined else None

    def _opens_sentence(self, place: int, after: int) -> bool:
        """Whether a sentence begins with the person, which nothing, or the stop of `TP.`, parts from before: `làm Giám đốc |Ông A| nói`."""
        start = self.skeleton.signs[after].span.start
        glue = self.text[place + 1 : after]
        return not glue.strip(" .") and self.skeleton.cased.startswith(("Ông ", "Bà "), start)

    def _cut(self, titles: Sequence[Title]) -> int:
        """How many titles of a stack between two names belong to the first."""
        for index in range(len(titles) - 1, 0, -1):
            joint = self.skeleton.folded[titles[index - 1].raw.stop : titles[index].raw.start]
            if _TWO.search(joint):
                return index
        return len(titles) - 1

    def _opens_each(self, left: int, place: int, titles: Sequence[Title]) -> bool:
        """Whether each name of the list has its titles in front: `Thủ tướng A, |Tổng Bí thư, Chủ tịch nước| B`."""
        before = self.beside[left].places
        if not before or max(before) > left or not _COMMA.fullmatch(self.text, left + 1, place):
            return False
        return not any(
            _TWO.search(self.skeleton.folded[one.raw.stop : other.raw.start]) for one, other in pairwise(titles)
        )

    def _counts(self, index: int) -> bool:
        """Whether the stack says what the next person is: `…; Phó ban |là ông A`."""
        return index + 1 < len(self.places) and bool(
            COUNTED.fullmatch(self.text, self.places[index] + 1, self.places[index + 1])
        )

    def _is_of_next(self, index: int) -> bool:
        """Whether the end of the stack is a label: `bà A, Chánh Thanh tra; |Phó Bí thư|: ông B`, be B's name known or not."""
        return _LABELLED.match(self.text, self.places[index] + 1) is not None or self._counts(index)

    def _is_label(self, index: int, left: int) -> bool:
        """Whether another office with its holder follows one told in the same way: `Bí thư: A (15/15), |Phó Bí thư|: B`."""
        if self._heads_list(index, left):
            return True
        labels = [place for place in self.beside[left].places if place < left]
        labels += [place for place in self.loose if place < left]
        labelled = labels and _LABEL.fullmatch(self.text, max(labels) + 1, left)
        return bool(labelled) and _LABEL_OF_PERSON.match(self.text, self.places[index] + 1) is not None

    def _heads_list(self, index: int, left: int) -> bool:
        """Whether a former office heads its own names, after one who has his in front: `Chủ tịch A, |nguyên Chủ tịch|: B, C`."""
        former = all(title.status is TitleStatus.FORMER for title in self.stack(self.places[index]))
        in_front = any(place < left for place in self.beside[left].places)
        return former and in_front and _LABEL_OF_PERSON.match(self.text, self.places[index] + 1) is not None

    def _has_semicolon(self, titles: Sequence[Title]) -> bool:
        return ";" in self.skeleton.folded[titles[0].raw.start : titles[-1].raw.stop]

    # ------------------------------------------------ lists

    def share(self) -> None:
        """Titles of one name in a list that hold for others: `hai Bí thư A và B`, `các đồng chí A, B, Phó Bí thư`."""
        for place in self.persons:
            self._share_deputy(place)
        for run in self._runs():
            first, last = run[0], run[-1]
            before = [place for place in self.beside[first].places if place < first]
            behind = [place for place in self.beside[last].places if place > last]
            if before and (sharing := self._sharing(before[-1], run)):
                self._copy(first, sharing, before)
            elif behind and not before and self._shares_backward(run):
                self._copy(last, run[:-1], behind)

    def _share_deputy(self, first: int) -> None:
        """`các đại biểu Quốc hội A, Bí thư Tỉnh ủy và B`: both are deputies, whatever else each is."""
        before = [place for place in self.beside[first].places if place < first]
        titles = self.stack(before[-1]) if before else ()
        if len(titles) != 1 or titles[0].office is not Office.DEPUTY or not PLURAL.search(self.text, 0, before[-1]):
            return
        holders = [self.holder(place) for place in self.persons if place >= first]
        for following in holders[1 : end_of_list(self.text, holders, 0)]:
            if titles[0] not in self.beside[following.place].titles:
                self.beside[following.place].titles += titles

    def _runs(self) -> Iterator[list[int]]:
        """Two and more names that only marks and `và` part."""
        run: list[int] = []
        for place in self.persons:
            if run:
                before = run[-1]
                glue = without_asides(self.text[before + 1 : place])
                if TITLE in glue or not (_COMMA.fullmatch(glue) or _AND.fullmatch(glue)):
                    if len(run) > 1:
                        yield run
                    run = []
            run.append(place)
        if len(run) > 1:
            yield run

    def _sharing(self, stack: int, run: Sequence[int]) -> Sequence[int]:
        """Who else has the titles in front of the first: `các Phó Chủ tịch A, |B| và ông C, Giám đốc Sở Y tế`."""
        plural = PLURAL.search(self.text, 0, stack) is not None
        if any(self.beside[place].titles for place in run[1:]):
            own = (i for i, place in enumerate(run) if i and (self.beside[place].titles or self._is_introduced(place)))
            return run[1 : next(own)] if plural else ()
        if any(self._is_introduced(place) for place in run[1:]):
            return run[1:] if plural else ()
        closed = _AND.fullmatch(without_asides(self.text[run[-2] + 1 : run[-1]])) is not None
        return run[1:] if closed or plural else ()

    def _shares_backward(self, run: Sequence[int]) -> bool:
        if "(" in self.text[run[0] : run[-1]]:  # A (chuyển công tác) và B - nguyên Giám đốc Sở Y tế
            return False
        if PLURAL.search(self.text, 0, run[0]) is not None and not any(map(self._is_introduced, run[1:])):
            return True
        stack = max(self.beside[run[-1]].places)
        return _BOTH.search(self.text, run[-1], stack) is not None or self._is_one_item(run, stack)

    def _is_one_item(self, run: Sequence[int], stack: int) -> bool:
        """Whether two make one item of a list of persons: `A - Chủ tịch; |B và C - Phó Chủ tịch|.`"""
        shared = all(may_be_shared([title]) for title in self.stack(stack))
        opens = self.text[: run[0]].rstrip().endswith(";")
        return opens and shared and _END_OF_ITEM.match(self.text, stack + 1) is not None

    def _is_introduced(self, place: int) -> bool:
        """Whether the person has an honorific or a rank of its own."""
        sign = self.skeleton.signs[place]
        return not isinstance(sign.what, Name) or sign.span.start < sign.what.span.start

    def _is_delegate(self, place: int) -> bool:
        return _DELEGATE.search(self.text, max(0, place - 12), place) is not None

    def _copy(self, source: int, targets: Sequence[int], places: Sequence[int]) -> None:
        """Gives the titles of `source` that stand at `places` to the targets too."""
        shared = [t for place in places for t in self.stack(place) if t in self.beside[source].titles]
        for target in targets:
            self.beside[target].titles += shared
