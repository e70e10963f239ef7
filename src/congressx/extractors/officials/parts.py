"""What each person of a sentence does at the meeting.

The verb stands behind the persons (`A và B chủ trì hội nghị`), in front of them (`Đến dự có A và B`, `với sự chủ trì
của A`), or opens the sentence (`Phát biểu khai mạc, A nhấn mạnh …`). Only the first verb counts and those joined to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import regex

from congressx.extractors.officials.careers import is_past_career
from congressx.extractors.officials.clauses import COUNT, ENDS, GROUP, NUMBER, PRONOUN_WORD, SPEECH, Clause, is_aside
from congressx.extractors.officials.in_front import (
    ACCORDING,
    AND,
    NOT_DONE,
    TOGETHER_PARTS,
    parts_in_front,
    parts_of_who,
)
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.papers import is_author, part_of_paper
from congressx.extractors.officials.punished import Punished
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.relieved import is_relieved
from congressx.extractors.officials.skeleton import TITLE
from congressx.extractors.officials.verb_chains import SPEECHES, chained_parts, first_verb, joined_verb, own_verb
from congressx.extractors.officials.verbs import part_of, verb_source
from congressx.extractors.officials.votes import Votes, has_votes
from congressx.patterns import Pattern


@cache
def _with_others() -> Pattern:
    """`A; B|; đại diện các ban, ngành cùng đông đảo cán bộ đã dự|`: a list of guests goes on without names up to the verb."""
    others = (
        r"(?:đại diện|lãnh đạo|đông đảo|nhiều|các|một số|toàn thể|hơn|gần|cán bộ|nguyên lãnh đạo|\d[\d.]*)(?!\p{L})"
    )
    came = r"(?:(?:đã|cùng|cũng)\s+)*(?:(?:đến|tới|về)\s+)?(?=(?:tham\s+)?dự|có mặt|tham gia)"
    return Pattern(
        rf"\s*(?:[;,]\s*(?:cùng với\s+|cùng\s+|và\s+)?|(?:cùng với|cùng|và)\s+)(?:các\s+)?{others}"
        rf"(?:[^.:\"{GROUP}{SPEECH}]|\.(?=[\p{{L}}\d])){{0,240}}?\s{came}{verb_source()}"
    )


_TOWARD = Pattern(rf"{any_of('toward')}\s*(?:các\s+|hai\s+)?$")
_AND_HOLDERS = Pattern(
    rf"\s*,?\s*(?:và|cùng với|cùng)\s+(?:các|một số|hơn|gần|\d[\d/.]*)(?!\p{{L}})[^,;.:{ENDS}]{{0,40}}"
)
"""`A |và các đồng chí |Phó Bí thư chủ trì`, `A |cùng 260 đại biểu là |Bí thư các chi bộ dự`: nobody who is named."""
_IN_PASSING = Pattern(r"(?<!\p{L})(?:của|với|thay mặt|cho)\s*$")
_CITED = Pattern(
    r"(?<!\p{L})(?:nhắc (?:lại|đến|tới)|dẫn(?: lại)?|trích(?: dẫn)?|(?:làm|thực hiện) (?:theo|đúng)|thực hiện)(?!\p{L})"
    r"[^,;.:]{0,60}?(?<!\p{L})(?:mà|lời|những gì|điều)\s*$"
)
"""`Ông A nhắc lại yêu cầu mà |Thủ tướng B| nêu ra`: B said so elsewhere."""
_ASKED = Pattern(r"(?<!\p{L})(?:đề nghị|kiến nghị|đề xuất|yêu cầu|mong|mong muốn),?\s*(?:các\s+)?$")
"""`ông Vinh đề nghị |A chỉ đạo các bộ|`: nothing that A did; who is asked to report does so."""
_CHOSEN = Pattern(rf"(?:{any_of('gives')}|{any_of('takes')})\s*(?:các\s+)?(?:{any_of('address')}\s*)?$")
"""`Hội nghị bầu bổ sung |A| vào Ban Chấp hành, đồng thời trao Huy hiệu`: the conference does."""
_GREETS = Pattern(r"[\s,]*(?:(?:đã|cùng|đến)\s+)*chúc mừng\s*(?:các\s+|tân\s+)?")
"""`A |chúc mừng| tân Bí thư B`: shakes hands, says nothing that is told."""
_BESIDE_THEM = Pattern(rf"\s*,?\s*(?:còn\s+)?(?:có|là)\s*{COUNT}")
_STILL_LIST = Pattern(
    rf"\s*[,;][^.:\"{GROUP}{SPEECH}]*(?:[,;]|{AND}|{TITLE}\s*:)\s*(?:các\s+)?$|\s*(?:{AND}|cùng với)\s+{NUMBER}$"
    rf"|\s+\p{{L}}[^,;.:\"{ENDS}]{{0,30}};\s*(?:các\s+)?$"
)
_HEADED = Pattern(r"\s*(?:(?:khác|còn lại)\s*)?:\s*(?:các\s+)?")
"""`dự có các Ủy viên Bộ Chính trị|: |A; B`."""
_NO_LIST = Pattern(r"(?<!\p{L})(?:đối với|họp|xem xét|đã|sẽ)(?!\p{L})")
_DIRECT_SPEECH = Pattern(rf"\s*:\s*[{SPEECH}']")
_HEADLINE_SPEECH = Pattern(r"\s*:\s*\S")
_BRACKETS = Pattern(r"\([^()]*\)")
_ANOTHER_SUBJECT = Pattern(r"\s*,\s*(?:lãnh đạo|vị|nhiều|một số|các)\s")
"""`Về việc bầu |Chủ tịch|, lãnh đạo Ban Pháp chế cho hay`: not the chairperson says so."""
_TOPIC = Pattern(r"(?:^\W*|;\s*)(?:riêng|còn)\s+(?:với|đối với|trường hợp(?:\s+của)?)?\s*$")
"""`|Riêng |ông A, Ủy ban Kiểm tra đề nghị kỷ luật`."""
_WHO = Pattern(rf"\s*,\s*người\s(?P<deed>[^,;.:{ENDS}]{{3,90}})(?=,)")
"""`ông A|, người được giao phụ trách Huyện ủy|, chủ trì`: what the person does stands behind it."""
_IS_WHO = Pattern(r"\s*,?\s*(?:cũng\s+|chính\s+)*là\s+người(?:\s+(?:đầu tiên|trực tiếp|đã|tiếp theo))*(?=\s)")
"""`A| là người| đọc báo cáo`."""
_OPENS_LIST = Pattern(r"(?<!\p{L})(?:gồm|gồm có|gồm các|có các)\s*:?\s*(?:các\s+)?$")
_OF_CLAUSE = Pattern(rf"(?:^|[,;.:])\W*$|{any_of('gathering')}.*(?<!\p{{L}})do\s*$")
"""`Hội nghị |do| A điều hành`, `|;| B điều hành`: not `đường dây do A điều hành`."""
_SHARED = frozenset(
    {MeetingPart.CHAIR, MeetingPart.ATTEND, MeetingPart.ATTEND_DIRECT, MeetingPart.PRESENTER, MeetingPart.SPEECH}
)
"""What two may do together at the start of a sentence: `A, B chủ trì hội nghị`; who opens or reports, does so alone."""
_LONGEST_GAP = 90
"""Characters between a person and the verb that says what the person does."""

Parts = Mapping[int, tuple[MeetingPart, ...]]


def find_parts(clause: Clause, *, headline: bool = False) -> Parts:
    """What each subject does; keys are places of groups, loose titles and pronouns in the clause text.

    In a line of somebody's career nobody is elected: `Tháng 5/2016, ông Lúa trúng cử đại biểu HĐND huyện`.
    """
    found = _Scene(clause, headline).read()
    if not is_past_career(clause.text):
        return found
    return {place: tuple(part for part in parts if part is not MeetingPart.ELECTED) for place, parts in found.items()}


class _Scene:
    """One sentence being read, subject by subject."""

    def __init__(self, clause: Clause, headline: bool) -> None:
        self.text = clause.spoken
        self.headline = headline
        places = sorted([*clause.groups, *clause.titles, *clause.pronouns])
        self.subjects = [place for place in places if self.text[place] != SPEECH and not is_aside(self.text, place)]
        self.pronouns = clause.pronouns
        self.titles = clause.titles
        self.punished = Punished()
        self.votes = Votes()

    def read(self) -> Parts:
        found: dict[int, tuple[MeetingPart, ...]] = {}
        start = 0
        carried: tuple[MeetingPart, ...] = ()
        for index, place in enumerate(self.subjects):
            before = self.text[start:place]
            in_front = tuple(parts_in_front(before, 1 if start else 0))
            if not in_front and carried and (_goes_on(before) or self._is_beside(index, before, carried)):
                in_front = carried
            if not in_front and index and _HEADED.fullmatch(self.text, self.subjects[index - 1] + 1, place):
                in_front = found.get(self.subjects[index - 1], ()) if self.subjects[index - 1] in self.titles else ()
            if place not in self.titles:
                carried, start = in_front, self._stop(place)
            if parts := tuple(dict.fromkeys((*in_front, *self._behind(index, before)))):
                found[place] = parts
                self._share(index, before, found)
        return found

    def _is_beside(self, index: int, before: str, carried: tuple[MeetingPart, ...]) -> bool:
        """Whether only a comma parts the person from the one before, and nothing is told of the person alone."""
        if MeetingPart.ELECTED in carried and has_votes(before):
            return True
        if before.strip() != "," or self.subjects[index] in self.titles or not set(carried) <= TOGETHER_PARTS:
            return False
        return first_verb(self.text[self._stop(self.subjects[index]) : self._next(index)]) is None

    def _share(self, index: int, before: str, found: dict[int, tuple[MeetingPart, ...]]) -> None:
        """Gives what a person does to those in front who begin the list: `|A|, |B|, C chủ trì hội nghị`, `Đoàn gồm |A|, |B|, C dự`."""
        shared = tuple(part for part in found[self.subjects[index]] if part in _SHARED)
        if not shared or self.subjects[index] in self.titles or before.strip() != ",":
            return
        first = index
        while first and self._is_next(first) and self.subjects[first - 1] not in found:
            first -= 1
        opens = self.text[: self.subjects[first]]
        if first == index or (opens.strip() and not _OPENS_LIST.search(opens)):
            return
        if len(self.subjects[first : index + 1]) > 2 or not opens.strip():
            found.update((place, shared) for place in self.subjects[first:index])

    def _is_next(self, index: int) -> bool:
        """Whether only a comma parts two persons."""
        before, place = self.subjects[index - 1], self.subjects[index]
        return before not in self.titles and self.text[self._stop(before) : place].strip() == ","

    def _stop(self, place: int) -> int:
        word = PRONOUN_WORD.match(self.text, place) if place in self.pronouns else None
        return word.end() if word else place + 1

    def _next(self, index: int) -> int:
        """Where the next subject stands; whoever is only named in passing is none: `A, thừa ủy quyền của |Thủ tướng|, trình bày`."""
        for place in self.subjects[index + 1 :]:
            if place not in self.titles or not self._is_beside_the_point(index, place):
                return place
        return len(self.text)

    def _is_beside_the_point(self, index: int, title: int) -> bool:
        """Whether a title names nobody who acts alone."""
        stop = self._stop(self.subjects[index])
        return (
            _IN_PASSING.search(self.text, 0, title) is not None
            or _AND_HOLDERS.fullmatch(self.text, stop, title) is not None
        )

    def _behind(self, index: int, before: str) -> Iterator[MeetingPart]:
        """Of the words up to the next subject."""
        stop = self._next(index)
        behind = _BRACKETS.sub("", self.text[self._stop(self.subjects[index]) : stop])
        if "người" in behind and (who := _WHO.match(behind)):
            behind = behind[who.end() :]
            yield from (part for part in parts_of_who(who["deed"]) if part is not MeetingPart.SPEECH)
        title = self.subjects[index] in self.titles
        if (
            ACCORDING.search(before)
            or _CITED.search(before)
            or (title and _ANOTHER_SUBJECT.match(behind))
            or (behind.startswith(",") and _TOPIC.search(before))
            or is_author(before, behind)
        ):
            return
        if self.punished.has_item(before, title=title) or (not title and is_relieved(before, behind)):
            yield MeetingPart.REMOVED
        elif part := self._told_by_no_verb(before, behind, stop):
            yield part
        elif not _TOWARD.search(before):
            yield from _of_own_verb(before, behind)

    def _told_by_no_verb(self, before: str, behind: str, stop: int) -> MeetingPart | None:
        """Of quotes, greetings, votes, papers and punishments."""
        if _DIRECT_SPEECH.match(behind) or (self.headline and _HEADLINE_SPEECH.match(behind)):
            return MeetingPart.SPEECH
        if self._greets(behind, stop):
            return MeetingPart.ATTEND
        if self.votes.has_won(behind):
            return MeetingPart.ELECTED
        if paper := part_of_paper(before, behind):
            return paper
        return MeetingPart.REMOVED if self.punished.has(before, behind, _speaks) else None

    def _greets(self, behind: str, stop: int) -> bool:
        greets = "chúc mừng" in behind and stop < len(self.text) and _GREETS.fullmatch(behind)
        return bool(greets) and not joined_verb().match(self.text, stop + 1)


def _of_own_verb(before: str, behind: str) -> Iterator[MeetingPart]:
    """Of the first verb behind a person, and those joined to it."""
    if (others := _with_others().match(behind)) and part_of(others) is MeetingPart.ATTEND:
        yield MeetingPart.ATTEND
        return
    who = _IS_WHO.match(behind) if "là" in behind else None
    behind = behind[who.end() :] if who else behind
    verb = first_verb(behind, _LONGEST_GAP + 40)
    if verb is None or verb.start() > _LONGEST_GAP or _runs_a_business(before, verb):
        return
    if NOT_DONE.search(behind[: verb.start()]):
        return
    asked, chosen = _ASKED.search(before) is not None, _CHOSEN.search(before) is not None
    for part in chained_parts(behind, verb):
        if who and part in (*SPEECHES, MeetingPart.ATTEND):  # là người đề nghị, là người chứng kiến
            return
        if not (asked and part is not MeetingPart.REPORT) and not (chosen and part is MeetingPart.PRESENTER):
            yield part


def _goes_on(between: str) -> bool:
    """Whether the list of guests goes on between two persons: `A, Bí thư Tỉnh ủy; lãnh đạo các sở và B`."""
    if between.strip() in ("", ":") or _BESIDE_THEM.fullmatch(between):
        return True  # nguyên Tổng Bí thư |: |A, B; cùng dự với A |có |B
    between = _WHO.sub("", between)
    return bool(_STILL_LIST.fullmatch(between)) and not (first_verb(between) or _NO_LIST.search(between))


def _runs_a_business(before: str, verb: regex.Match[str]) -> bool:
    """Whether `điều hành` closes the clause and no meeting is what somebody runs."""
    closes = verb["verb"].startswith("điều") and not verb.string[verb.end() :].strip(" .")
    return closes and not _OF_CLAUSE.search(before)


def _speaks(behind: str) -> bool:
    """Whether the person is who speaks of it: `Về việc cách chức ông A, |Trưởng ban B| cho biết …`."""
    verb = own_verb().match(behind)
    return verb is not None and part_of(verb) in SPEECHES
