"""What each person of a sentence does at the meeting.

The verb stands behind the persons (`A và B chủ trì hội nghị`), in front of them (`Đến dự có A và B`, `với sự chủ trì
của A`), or opens the sentence (`Phát biểu khai mạc, A nhấn mạnh …`). Only the first verb counts and those joined to it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache

import regex

from congressx.extractors.officials.careers import is_past_career
from congressx.extractors.officials.clauses import COUNT, ENDS, GROUP, NUMBER, PRONOUN_WORD, SPEECH, Clause, is_aside
from congressx.extractors.officials.labels import part_of_label
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.papers import is_author, part_of_paper
from congressx.extractors.officials.punished import Punished
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.relieved import is_relieved
from congressx.extractors.officials.skeleton import TITLE
from congressx.extractors.officials.verbs import may_begin, part_of, part_of_words, verb_source
from congressx.extractors.officials.votes import Votes, has_votes, heads_elected, names_winner
from congressx.patterns import Pattern

_AND = r"(?<!\p{L})(?:và|cùng)(?!\p{L})"
_OTHERS_ACT = r"(?<!\p{L})(?:đã|sẽ|vừa|đang|nhận)(?!\p{L})"
_OTHERS_DO = r"(?<!\p{L})(?:các|những|mỗi|từng|mọi|cần|phải|nên|sẽ|để|không|chỉ|thì|là)(?!\p{L})"
"""`A đề nghị |các| đại biểu khi phát biểu …`: the others do."""
_ADVERB = r"(?:đã|cũng|tiếp tục|trực tiếp|còn|có|và|sau đó|tiếp đó|rồi)"


@cache
def _verb() -> Pattern:
    return Pattern(verb_source())


def _first_verb(text: str, stop: int = sys.maxsize) -> regex.Match[str] | None:
    at = may_begin(text, 0, stop)
    return None if at is None else _verb().search(text, at, stop)


@cache
def _own_verb() -> Pattern:
    """A verb directly behind its subject."""
    return Pattern(rf"\s+(?:{_ADVERB}\s+)*{verb_source()}")


def _opening_verb(text: str, start: int) -> regex.Match[str] | None:
    return None if may_begin(text, start) is None else _opening().search(text, start)


@cache
def _opening() -> Pattern:
    """A verb that opens a clause: `Phát biểu khai mạc, A …`, `Sáng 5/6, dự hội nghị có A`."""
    date = r"(?<!\p{L})(?:(?:ngày|sáng|chiều|tối|hôm|nay|nhật)\s+[\d/.-]*|tin)\s*"
    address = r"tại\s+(?:bài\s+|lời\s+)?(?=diễn văn|phát biểu)"  # not: tại khai mạc đại hội
    opener = rf"(?:{any_of('opener')}\s*,?\s+|{address})*"
    return Pattern(rf"(?:\A[^\w{ENDS}]*|[,;:.(]\s*|\)\s*-\s*|{date}){opener}{verb_source()}")


@cache
def _joined_verb() -> Pattern:
    joint = r"(?:,|(?<!\p{L})(?:và|đồng thời))"
    when = rf"(?P<gap>(?:(?!{_OTHERS_DO})[^,;.:{ENDS}]){{0,30}}?)(?<!\p{{L}}|(?:sau|trước|từ|đến|trong|mỗi|ngay)\s+)(?:khi|lúc)"
    joined = rf"(?P<gap>[^;.:{ENDS}]{{0,60}}?){joint}\s*(?:{_ADVERB}\s+)*"
    return Pattern(rf"(?:{joined}|{when}\s+(?:(?:đã|đang|trực tiếp)\s+)*){verb_source()}")


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


_NOT_DONE = Pattern(rf"{any_of('undone')}|;")
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
_HEAD = Pattern(
    rf"(?<!\p{{L}})(?:(?:còn|gồm)\s+)?(?:có|gồm|là|như)\s*(?:có\s+)?(?:sự\s+{any_of('presence')}\s+của\s*)?:?\s*{COUNT}"
)
_ITEMS = Pattern(
    rf"(?<!\p{{L}})(?:có|gồm)\s+{NUMBER}[^.:\"{GROUP}{SPEECH}]{{3,160}}(?:[;,]\s*(?:{_AND}\s+)?|{_AND}\s+)(?:các\s+)?(?:{any_of('address')}\s*:?\s*)?$"
)
"""What a list of guests may begin with: `Tham dự có |48/51 đại biểu; |A`."""
_PRESENCE = Pattern(rf"(?<!\p{{L}})sự\s+(?P<what>{any_of('presence')}[^,;.{ENDS}]{{0,50}}?)\s*của\s*{COUNT}")
_RECEIVED = Pattern(rf"{any_of('receiving')}\s*{COUNT}")
_SIDE = Pattern(
    r"(?:^\W*|[,;.]\s*)(?:(?:về\s+)?phía|(?:trong số\s+(?:các\s+|những\s+)?)?khách mời|tại (?:điểm|đầu) cầu"
    r"|đại diện (?:lãnh đạo|thường trực|ban thường vụ)|cùng đi|đi cùng|tham gia đoàn"
    r"|(?:thành phần|đại biểu)\s+(?:(?:tham\s+)?dự|tham gia|cấp trên|khách mời))(?!\p{L})"
)
_AMONG = Pattern(
    r"(?<!\p{L})(?:(?:tham\s+)?dự|có mặt|tham gia)(?!\p{L})[^;.:]{0,60}?,\s*(?:trong đó|trong số đó)\s*$"
    r"|^\W*cùng\s+(?:với\s+)?(?:toàn thể|đông đảo|các|gần|hơn|\d)[^;.:,]{2,60}?\s(?:(?:tham\s+)?dự|có mặt)(?!\p{L})[^;.:]{0,40}$"
    r"|^\W*(?:cấp trên|lãnh đạo|đại biểu|khách|đại diện|phía)(?!\p{L})[^,;.:]{0,40}?\s"
    r"(?:(?:tham|đến|tới|về|cùng)\s+)?dự(?!\p{L})[^,;.:]{0,40}$"
    r"|(?:trên|ở|ngồi)\s+(?:những\s+)?hàng ghế (?:đầu|danh dự|đại biểu|khách mời)(?:[^;.:]|\.{2,3})*$"
)
"""`150 đại biểu tham dự, trong đó |có A`, `Cùng toàn thể đảng viên dự lễ |có A`, `Trên hàng ghế đầu |là A`."""
_GATHERING = Pattern(
    rf"^\W*{any_of('gathering')}(?:(?!\s(?:có|do|bầu|để|xem|thông|bị|được|sẽ|đã|là|giới thiệu)\s)[^,;.:])*"
    r"(?:\scó\s(?:các|nhiều|đông đảo)\s(?:đại biểu|khách mời)\s*)?$"
)
"""`|Hội nghị| có các đồng chí A, B`, `|Buổi tiếp xúc có nhiều đại biểu| gồm A`."""
_ACCORDING = Pattern(
    r"(?:^\W*|[,;.]\s*)(?:(?:cũng|tuy nhiên|trong khi đó|còn|tuy vậy)\s*,?\s*)?theo\s*(?:(?:lời|đại biểu|đb|đbqh|cử tri)\s*)*$"
)
_REPORT_OF = Pattern(
    r"(?:^\W*|[,;.]\s*)(?:cũng\s+)?theo\s+(?:nội dung\s+)?(?:bản\s+)?báo cáo(?:\s+\p{L}+){0,6}?\s+(?:của|do)\s*"
    rf"(?:{any_of('address')}\s*)?$"
)
"""`Theo báo cáo của |A|, năm qua kết nạp 231 đảng viên`."""
_WORDS_OF = Pattern(
    r"^\W*(?P<what>(?:phát biểu\s+)?(?:ý kiến\s+)?(?:phát biểu\s+)?chỉ đạo)(?:\s+(?:đại hội|hội nghị))?\s+của\s*$|"
    r"(?:(?<!\p{L})(?:đó|đây)\s+(?:cũng\s+)?là\s+(?:một trong những\s+)?|(?<!\p{L})(?:bài|lời|phần)\s+)"
    rf"(?:ý kiến\s+|nội dung\s+)?(?P<what>{any_of('quoted')}[^,;.]{{0,40}}?)\s*của\s*$"
    r"|(?<!\p{L})(?P<what>(?:câu hỏi\s+)?chất vấn)\s+của\s*(?:đại biểu\s+|đb\s+)?$"
)
_CALLED = Pattern(rf"(?<=[,:])\s*(?:các\s+)?{any_of('address')}\s*$")
"""`Phát biểu chỉ đạo hội nghị, |đồng chí| Tổng Bí thư A`."""
_ON_BEHALF = Pattern(r"(?:thay mặt|đại diện|thừa ủy quyền)[^,;]{2,160},?\s*$")
_SPEAKING_FOR = Pattern(
    r"(?<=^\W*|[,;.]\s*)(?:thay mặt|đại diện|thừa ủy quyền)[^,;:.]{2,120}?(?<!(?<!\p{L})được)\s"
    r"(?=(?:phát biểu|chỉ đạo (?:đại hội|hội nghị)|khai mạc|bế mạc|tuyên bố|trình|báo cáo|đọc|trao|tặng|công bố"
    r"|chúc mừng|cảm ơn)(?!\p{L})[^;]{0,120},\s*$)"
)
"""`|Thay mặt Ban Thường vụ |phát biểu khai mạc, A`."""
_SPEAKS_WITHOUT_COMMA = Pattern(
    r"^\W*(?:phát biểu(?:\s+(?:ý kiến\s+)?(?:kết luận|khai mạc|bế mạc|chỉ đạo|tổng kết))?|kết luận|khai mạc|bế mạc)"
    r"\s+(?:tại\s+)?(?:buổi\s+|phiên\s+|cuộc\s+)?(?:đại hội|hội nghị|kỳ họp|lễ|làm việc|họp)\s*$"
)
"""`|Phát biểu kết luận hội nghị |đồng chí A đề nghị`: local pages leave out the comma."""
_DEED_FOR = Pattern(
    r"^\W*(?:thay mặt|đại diện)[^,;:.]{2,120}?\s(?=(?:phát biểu|khai mạc|bế mạc|trình|báo cáo|đọc|trao|tặng|công bố)(?!\p{L}))"
)
"""`Người |thay mặt Ban Chấp hành |đọc báo cáo là A`."""
_BY = Pattern(rf"(?<!\p{{L}})(?:được\s+)?(?P<what>chủ trì|chủ tọa|điều hành|dẫn đầu)\s+bởi\s*{COUNT}")
"""`Phiên họp được |điều hành bởi| A`."""
_WITH = Pattern(rf"[^;.:{ENDS}]{{0,60}}?(?<!\p{{L}})(?:cùng với|cùng|với)\s*{COUNT}")
"""`A chủ tọa kỳ họp |cùng| B`, `Cùng dự |với| A có B`."""
_TOGETHER = Pattern(r"\W*(?:cùng|đồng)\s")
_BESIDE_THEM = Pattern(rf"\s*,?\s*(?:còn\s+)?(?:có|là)\s*{COUNT}")
_STILL_LIST = Pattern(
    rf"\s*[,;][^.:\"{GROUP}{SPEECH}]*(?:[,;]|{_AND}|{TITLE}\s*:)\s*(?:các\s+)?$|\s*(?:{_AND}|cùng với)\s+{NUMBER}$"
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
_TOPIC = Pattern(r"(?:^\W*|;\s*)(?:riêng|còn)\s+(?:với|đối với|trường hợp(?:\s+của)?)?\s*$|(?:^\W*|;\s*)riêng\s*$")
"""`|Riêng |ông A, Ủy ban Kiểm tra đề nghị kỷ luật`."""
_WHO = Pattern(rf"\s*,\s*người\s(?P<deed>[^,;.:{ENDS}]{{3,90}})(?=,)")
"""`ông A|, người được giao phụ trách Huyện ủy|, chủ trì`: what the person does stands behind it."""
_IS_WHO = Pattern(r"\s*,?\s*(?:cũng\s+|chính\s+)*là\s+người(?:\s+(?:đầu tiên|trực tiếp|đã|tiếp theo))*(?=\s)")
"""`A| là người| đọc báo cáo`."""
_WHO_DOES = Pattern(
    rf"(?:^\W*|[,;.:]\s*)(?:(?:{any_of('several')}|\d+)\s+)?người\s+(?![^,;.:]*{_OTHERS_ACT})(?=[^,;.:]+$)"
)
"""`|Người |trao quyết định là A`."""
_OPENS_LIST = Pattern(r"(?<!\p{L})(?:gồm|gồm có|gồm các|có các)\s*:?\s*(?:các\s+)?$")
_OF_CLAUSE = Pattern(rf"(?:^|[,;.:])\W*$|{any_of('gathering')}.*(?<!\p{{L}})do\s*$")
"""`Hội nghị |do| A điều hành`, `|;| B điều hành`: not `đường dây do A điều hành`."""
_IN_A_SPEECH = Pattern(
    rf"[^;.{ENDS}]{{0,40}}?(?<!\p{{L}})(?:trong\s+(?:bài\s+|lời\s+|phần\s+)?(?:diễn văn|phát biểu)"
    r"|(?:khi|lúc)\s+(?:đọc diễn văn|phát biểu))\s+"
    r"(?:ý kiến\s+)?(?P<what>khai mạc|bế mạc|kết luận|chỉ đạo)(?!\p{L})"
)
"""`khẳng định như vậy trong diễn văn |bế mạc|`, `nhấn mạnh khi phát biểu |khai mạc|`."""
_KIND = Pattern(
    r"\s*,?\s+(?:(?:ý kiến|quan trọng|chào mừng|ngắn gọn|trực tiếp|và)\s*,?\s+){0,3}(?P<what>khai mạc|bế mạc|kết luận|chỉ đạo)(?!\p{L})"
)
"""`phát biểu ý kiến |khai mạc|`."""
_THE_GATHERING = Pattern(r"\s+(?:đại hội|hội nghị|kỳ họp|buổi lễ|lễ|ngày hội)\s*(?:$|[.;])")
"""`A, B tới dự, chúc mừng |đại hội|.`: guests, who say nothing that is told."""
_SHARED = frozenset(
    {MeetingPart.CHAIR, MeetingPart.ATTEND, MeetingPart.ATTEND_DIRECT, MeetingPart.PRESENTER, MeetingPart.SPEECH}
)
"""What two may do together at the start of a sentence: `A, B chủ trì hội nghị`; who opens or reports, does so alone."""
_TOGETHER_PARTS = frozenset({MeetingPart.CHAIR, MeetingPart.ATTEND})
_LONGEST_GAP = 90
"""Characters between a person and the verb that says what the person does."""
_SPEECHES = frozenset({MeetingPart.SPEECH, MeetingPart.DIRECTING_SPEECH})

Parts = Mapping[int, tuple[MeetingPart, ...]]


def find_parts(clause: Clause, *, headline: bool = False) -> Parts:
    """What each subject does; keys are places of groups, loose titles and pronouns in the clause text.

    In a line of somebody's career nobody is elected: `Tháng 5/2016, ông Lúa trúng cử đại biểu HĐND huyện`.
    """
    found = _Scene(clause, headline).read()
    if not is_past_career(clause.text):
        return found
    return {place: tuple(part for part in parts if part is not MeetingPart.ELECTED) for place, parts in found.items()}


def parts_of_head(text: str) -> tuple[MeetingPart, ...]:
    """What the persons of the list below do: `Tham dự đại hội có:`, `Đại hội bầu Đoàn Chủ tịch gồm các đồng chí:`."""
    if (label := part_of_label(text)) is MeetingPart.CHAIR:
        return (label,)
    head = _HEAD.search(text)
    return tuple(dict.fromkeys(_of_head(text[: head.start()], 0))) if head else ()


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
            in_front = tuple(_in_front(before, 1 if start else 0))
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
        if before.strip() != "," or self.subjects[index] in self.titles or not set(carried) <= _TOGETHER_PARTS:
            return False
        return _first_verb(self.text[self._stop(self.subjects[index]) : self._next(index)]) is None

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
            yield from (part for part in _of_who(who["deed"]) if part is not MeetingPart.SPEECH)
        title = self.subjects[index] in self.titles
        if (
            _ACCORDING.search(before)
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
        return bool(greets) and not _joined_verb().match(self.text, stop + 1)


def _of_own_verb(before: str, behind: str) -> Iterator[MeetingPart]:
    """Of the first verb behind a person, and those joined to it."""
    if (others := _with_others().match(behind)) and part_of(others) is MeetingPart.ATTEND:
        yield MeetingPart.ATTEND
        return
    who = _IS_WHO.match(behind) if "là" in behind else None
    behind = behind[who.end() :] if who else behind
    verb = _first_verb(behind, _LONGEST_GAP + 40)
    if verb is None or verb.start() > _LONGEST_GAP or _runs_a_business(before, verb):
        return
    if _NOT_DONE.search(behind[: verb.start()]):
        return
    asked, chosen = _ASKED.search(before) is not None, _CHOSEN.search(before) is not None
    for part in _chain(behind, verb):
        if who and part in (*_SPEECHES, MeetingPart.ATTEND):  # là người đề nghị, là người chứng kiến
            return
        if not (asked and part is not MeetingPart.REPORT) and not (chosen and part is MeetingPart.PRESENTER):
            yield part


def _goes_on(between: str) -> bool:
    """Whether the list of guests goes on between two persons: `A, Bí thư Tỉnh ủy; lãnh đạo các sở và B`."""
    if between.strip() in ("", ":") or _BESIDE_THEM.fullmatch(between):
        return True  # nguyên Tổng Bí thư |: |A, B; cùng dự với A |có |B
    between = _WHO.sub("", between)
    return bool(_STILL_LIST.fullmatch(between)) and not (_first_verb(between) or _NO_LIST.search(between))


def _runs_a_business(before: str, verb: regex.Match[str]) -> bool:
    """Whether `điều hành` closes the clause and no meeting is what somebody runs."""
    closes = verb["verb"].startswith("điều") and not verb.string[verb.end() :].strip(" .")
    return closes and not _OF_CLAUSE.search(before)


def _speaks(behind: str) -> bool:
    """Whether the person is who speaks of it: `Về việc cách chức ông A, |Trưởng ban B| cho biết …`."""
    verb = _own_verb().match(behind)
    return verb is not None and part_of(verb) in _SPEECHES


# ---------------------------------------------------------------- verbs in front


def _in_front(before: str, start: int) -> Iterator[MeetingPart]:
    """Of the words between the last subject and this one; at `start` 0 the sentence begins."""
    if presence := _PRESENCE.search(before) or _BY.search(before):
        yield _of_presence(presence["what"])
    elif ("cùng" in before or "với" in before) and (together := _together(before, start)):
        yield together
    elif _RECEIVED.search(before):
        yield MeetingPart.ATTEND
    elif "báo cáo" in before and _REPORT_OF.search(before):
        yield MeetingPart.REPORT
    elif according := _ACCORDING.search(before):
        verb = _opening().match(before, start) if start == 0 else None
        yield from _chain(before[: according.start()], verb) if verb else (MeetingPart.SPEECH,)
    elif names_winner(before):
        yield MeetingPart.ELECTED
    elif label := part_of_label(before):
        yield label
    elif words := _WORDS_OF.search(before):
        yield part_of_words(words["what"])
    elif head := _HEAD.search(before):
        if not start and "là" not in head.group() and _GATHERING.match(before[: head.start()]):
            yield MeetingPart.ATTEND
            return
        yield from _of_head(before[: head.start()], start)
    elif (items := _ITEMS.search(before)) and not _first_verb(items.group()):
        yield from _of_head(before[: items.start()], start)
    else:
        yield from _of_opening(before, start)


def _together(before: str, start: int) -> MeetingPart | None:
    """Of what somebody does with others: `A chủ tọa kỳ họp cùng |B|`, `Đồng chủ trì với |A| có B`."""
    verb = _own_verb().match(before) if start else _opening_verb(before, 0)
    if verb is None or not (start or _TOGETHER.match(before)) or not _WITH.fullmatch(before, verb.end()):
        return None
    part = part_of(verb)
    return part if part in _TOGETHER_PARTS and _first_verb(before[verb.end() :]) is None else None


def _of_presence(what: str) -> MeetingPart:
    if any(word in what for word in ("chủ trì", "chủ tọa", "điều hành")):
        return MeetingPart.CHAIR
    return MeetingPart.ATTEND_DIRECT if "chỉ đạo" in what else MeetingPart.ATTEND


def _of_head(head: str, start: int) -> Iterator[MeetingPart]:
    """Of `Đến dự và phát biểu chỉ đạo hội nghị |có A`."""
    start = 0 if head.startswith((",", ";")) else start  # A; |đồng chủ trì có B
    last = head.rfind(";", start)
    if heads_elected(head):
        yield MeetingPart.ELECTED
    elif who := _WHO_DOES.search(head):
        yield from _of_who(head[who.end() :])
    elif verb := (last > start and _opening_verb(head, last)) or _opening_verb(head, start):
        yield from _chain(head, verb)
    elif _SIDE.search(head) or _AMONG.search(head):
        yield MeetingPart.ATTEND


def _of_who(deed: str) -> Iterator[MeetingPart]:
    """Of `Người |trao quyết định |là A`; those who came are more than one."""
    deed = _DEED_FOR.sub("", deed)
    verb = _opening_verb(deed, 0)
    if verb is not None:
        yield from (part for part in _chain(deed, verb) if part is not MeetingPart.ATTEND)


def _of_opening(before: str, start: int) -> Iterator[MeetingPart]:
    """Of `Phát biểu khai mạc hội nghị, |A`, `Phát biểu tại đây, thay mặt Ban Thường vụ, |A`."""
    called = _CALLED.sub("", before)
    if called.rstrip().endswith(",") and (who := _WHO_DOES.search(called.rstrip(" ,"))):  # |Người đọc báo cáo, chị |A
        yield from _of_who(called[who.end() :])
        return
    bare = _ON_BEHALF.sub("", _SPEAKING_FOR.sub("", called))
    if not start and _SPEAKS_WITHOUT_COMMA.match(before):
        bare = f"{before.rstrip()},"
    if not bare.rstrip().endswith((",", ":")) and bare == before:
        return
    if start and bare.rstrip().endswith(":") and not bare.lstrip().startswith(";"):
        return  # A đọc tờ trình, nêu rõ lý do: |B |được điều động
    verb = _opening_verb(bare, 0 if bare.startswith(";") else start)
    if verb is not None and not _NOT_DONE.search(verb.group().lstrip(" ;")):
        yield from _chain(bare, verb)


def _chain(text: str, verb: regex.Match[str]) -> Iterator[MeetingPart]:
    """The part of a verb and of those joined to it: `đến dự và phát biểu chỉ đạo`."""
    part = part_of(verb)
    if part is MeetingPart.SPEECH and (named := _IN_A_SPEECH.match(text, verb.end()) or _named(text, verb)):
        part = part_of_words(named["what"])
    at = verb.end()
    following = _joined_verb().match(text, at)
    if not (following and verb["verb"] == "chúc mừng" and _hands_over(following)):
        yield part
    while following := _joined_verb().match(text, at):
        if (
            part is MeetingPart.ATTEND
            and following["verb"] == "chúc mừng"
            and _THE_GATHERING.match(text, following.end())
        ):
            at = following.end()
            continue
        if part in _SPEECHES and len(following["gap"]) > 30:
            return
        part = part_of(following)
        yield part
        at = following.end()


def _named(text: str, verb: regex.Match[str]) -> regex.Match[str] | None:
    """What kind of speech it is: `phát biểu ý kiến |khai mạc| hội nghị`."""
    return _KIND.match(text, verb.end()) if verb["verb"].startswith("phát") else None


def _hands_over(following: regex.Match[str]) -> bool:
    """Whether congratulations go with what is handed over: `chúc mừng |và trao huy hiệu|`."""
    return not following["gap"].strip() and part_of(following) is MeetingPart.PRESENTER
