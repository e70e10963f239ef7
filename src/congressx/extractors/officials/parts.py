"""What each person of a sentence does at the meeting.

The verb stands behind the persons (`A và B chủ trì hội nghị`), in front of them (`Đến dự có A và B`, `với sự chủ trì của A`), or opens
the sentence (`Phát biểu khai mạc, A nhấn mạnh …`). Only the first verb counts and those joined to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import regex

from congressx.extractors.officials.clauses import GROUP, SPEECH, Clause, is_aside
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.skeleton import TITLE
from congressx.extractors.officials.verbs import part_of, verb_source

_LETTER = r"[\p{L}\p{M}]"


@cache
def _first_verb() -> regex.Pattern[str]:
    return regex.compile(verb_source())


@cache
def _opening_verb() -> regex.Pattern[str]:
    """A verb that opens a clause: `Phát biểu khai mạc, A …`, `Sáng 5/6, dự hội nghị có A`."""
    return regex.compile(
        rf"(?:\A\W*|[,;:.(]\s*|\)\s*-\s*|(?<!{_LETTER})(?:(?:ngày|sáng|chiều|tối|hôm|nay|nhật)\s+[\d/.-]*|tin)\s*)"
        rf"(?:(?:cũng|còn|tiếp tục|trước đó|sau đó|tiếp đó|ngay sau đó|trong|khi|trong phần|qua|cùng|bài|lời|dự kiến)\s*,?\s+)*{verb_source()}"
    )


@cache
def _joined_verb() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?P<gap>[^;.:{_ENDS}]{{0,60}}?)(?:,|(?<!{_LETTER})(?:và|đồng thời))\s*(?:{_ADVERB}\s+)*{verb_source()}"
    )


_ENDS = f"{GROUP}{TITLE}{SPEECH}"
_ADVERB = r"(?:đã|cũng|tiếp tục|trực tiếp|còn|có|và)"
_NOT_DONE = regex.compile(
    rf"(?<!{_LETTER})(?:được|bị|không|chưa|sẽ|từng|để|nếu|là|nhằm|rằng|gửi|xin (?:thôi|từ|rút|nghỉ)|nghe|vắng|định|dự kiến|đề nghị|mời)(?!{_LETTER})|;"
)
_MAY_NOT_DO = regex.compile(
    rf"(?<!{_LETTER})(?:của|cho|với|thay|đối với|về|bởi|chúc mừng|gặp|thăm|kỷ luật|mời)\s*(?:các\s+|hai\s+)?$"
)
_HEAD = regex.compile(
    rf"(?<!{_LETTER})(?:còn\s+|gồm\s+)?(?:có|gồm|là|như)\s*(?:có\s+)?(?:sự\s+(?:tham dự|tham gia|có mặt|hiện diện)\s+của\s*)?"
    rf":?\s*(?:(?:các|hai|ba|bốn|\d+|vị|đồng chí|đại biểu|lãnh đạo)\s*)*:?\s*$"
)
_ITEMS = regex.compile(
    rf"(?<!{_LETTER})(?:có|gồm)\s+[^.:\"{GROUP}{SPEECH}]{{3,160}}(?:[;,]\s*(?:(?:và|cùng)\s+)?|(?<!{_LETTER})(?:và|cùng)\s+)$"
)
"""What a list of guests may begin with: `Tham dự có |48/51 đại biểu; |A`."""
_PRESENCE = regex.compile(
    rf"(?<!{_LETTER})sự\s+(?P<what>(?:đến dự|tham dự|tham gia|có mặt|chứng kiến|hiện diện|góp mặt|dự|chủ trì|đồng chủ trì|chủ tọa|điều hành)[^,;.{_ENDS}]{{0,50}}?)\s*của\s*(?:(?:các|hai|ba|\d+|vị|đồng chí)\s*)*:?\s*$"
)
_RECEIVED = regex.compile(
    rf"(?<!{_LETTER})(?:đón|đón tiếp|chào đón|chào mừng|tiếp đón)\s*(?:(?:các|hai|vị|đồng chí)\s*)*:?\s*$"
)
_SIDE = regex.compile(rf"(?:^\W*|[,;.]\s*)(?:(?:về\s+)?phía|khách mời|tại (?:điểm|đầu) cầu)(?!{_LETTER})")
_ACCORDING = regex.compile(
    r"(?:^\W*|[,;.]\s*)(?:(?:cũng|tuy nhiên|trong khi đó|còn|tuy vậy)\s*,?\s*)?theo\s*(?:lời\s*)?$"
)
_WORDS_OF = regex.compile(
    r"(?:(?:đó|đây)\s+(?:cũng\s+)?là\s+(?:một trong những\s+)?|(?:bài|lời|phần)\s+)(?:ý kiến\s+|nội dung\s+)?(?P<what>(?:phát biểu|chỉ đạo|khẳng định|nhận định|yêu cầu|ý kiến|nhấn mạnh|chia sẻ|lưu ý|đề nghị)[^,;.]{0,40}?)\s*của\s*$"
)
_ON_BEHALF = regex.compile(r"(?:thay mặt|đại diện|thừa ủy quyền)[^,;]{2,160},?\s*$")
_STILL_LIST = regex.compile(
    rf"\s*[,;][^.:\"{GROUP}{SPEECH}]*(?:[,;]|(?<!{_LETTER})(?:và|cùng)(?!{_LETTER})|{TITLE}\s*:)\s*(?:các\s+)?$"
)
_DIRECT_SPEECH = regex.compile(rf"\s*:\s*[{SPEECH}']")
_HEADLINE_SPEECH = regex.compile(r"\s*:\s*\S")
_TO_THE_PRESS = regex.compile(
    r"(?:trao đổi|nói|chia sẻ|trả lời|thông tin|cho biết|phát biểu|trò chuyện)\s+(?:thêm\s+)?(?:với|tại|trên|trước)?\s*(?:cuộc |buổi )?(?:phỏng vấn|báo chí|họp báo|báo(?! cáo)|phóng viên|pv|truyền thông|tuổi trẻ|thanh niên|vnexpress|vietnamnet|zing|dân trí|người lao động|nhà báo|chúng tôi|ttxvn)|họp báo"
)
_ELECTED = regex.compile(rf"(?<!(?:không|chưa|sẽ)\s)(?<!{_LETTER})(?:trúng cử|đắc cử|tái cử)(?!{_LETTER})[^;{_ENDS}]{{0,120}}$")
_AT_A_MEETING = regex.compile(
    r"(?<!\p{L})(?:tại|trong|ở|dự|mở đầu|kết thúc|khai mạc|bế mạc|chủ trì)\s+(?:(?:phần|phiên)\s+\p{L}+\s+(?:của\s+)?)?(?:các\s+)?(?:đại hội|hội nghị|buổi(?! họp báo)|cuộc(?! họp báo| sống| đời| chiến| cách mạng| đua)|kỳ họp|phiên|lễ|chương trình|tọa đàm|hội thảo|diễn đàn)"
    r"|(?<!\p{L})(?:tham luận|chất vấn|tiếp xúc cử tri|phát biểu)(?!\p{L})"
)
_BRACKETS = regex.compile(r"\([^()]*\)")
_PUNISHING = "(?:kỷ luật|khai trừ|cảnh cáo|khiển trách|cách chức|miễn nhiệm|bãi nhiệm|đình chỉ)"
_PUNISHED_BEHIND = regex.compile(rf"[\s,-]*(?:(?:đã|cũng|đều|vừa|chính thức)\s+)*bị\s+(?:(?![^,;.]*(?:đề nghị|xem xét))[^,;.{_ENDS}]{{0,40}}\s)?{_PUNISHING}(?!{_LETTER})")
_PUNISHED_BEFORE = regex.compile(
    rf"(?<!{_LETTER})(?<!(?:đề nghị|xem xét|yêu cầu|xem xét,)\s)(?:thi hành\s+)?(?<!(?:đề nghị|xem xét|yêu cầu|xem xét,)\s(?:thi hành\s)?){_PUNISHING}(?!{_LETTER})[^;.{_ENDS}]{{0,90}}?(?:đối với|với|gồm|là)?\s*(?:(?:các|hai|ba)\s+)?:?\s*$"
)
_SPEECHES = frozenset({MeetingPart.SPEECH, MeetingPart.DIRECTING_SPEECH})

Parts = Mapping[int, tuple[MeetingPart, ...]]


def find_parts(clause: Clause, *, headline: bool = False) -> Parts:
    """What each subject does; keys are places of groups, loose titles and pronouns in the clause text."""
    return _Scene(clause, headline).read()


def is_to_the_press(clause: Clause) -> bool:
    """Whether what is said is said to journalists, not at the meeting."""
    return _TO_THE_PRESS.search(clause.spoken) is not None


def is_at_a_meeting(clause: Clause) -> bool:
    """Whether the sentence itself says that it tells of a meeting: `tại buổi làm việc`, `phát biểu tham luận`."""
    return _AT_A_MEETING.search(clause.spoken) is not None


def parts_of_head(text: str) -> tuple[MeetingPart, ...]:
    """What the persons of the list below do: `Tham dự đại hội có:`."""
    head = _HEAD.search(text)
    return tuple(dict.fromkeys(_of_head(text[: head.start()], first=True))) if head else ()


class _Scene:
    """One sentence being read, subject by subject."""

    def __init__(self, clause: Clause, headline: bool) -> None:
        self.text = clause.spoken
        self.headline = headline
        places = sorted([*clause.groups, *clause.titles, *clause.pronouns])
        self.subjects = [place for place in places if self.text[place] != SPEECH and not is_aside(self.text, place)]
        self.pronouns = clause.pronouns
        self.titles = clause.titles
        self.to_press = _TO_THE_PRESS.search(self.text) is not None

    def read(self) -> Parts:
        found: dict[int, tuple[MeetingPart, ...]] = {}
        start = 0
        carried: tuple[MeetingPart, ...] = ()
        for index, place in enumerate(self.subjects):
            stop = self._stop(place)
            after = self.subjects[index + 1] if index + 1 < len(self.subjects) else len(self.text)
            before, behind = self.text[start:place], self.text[stop:after]
            in_front = tuple(self._in_front(before, first=start == 0))
            if not in_front and carried and _STILL_LIST.fullmatch(before) and not _first_verb().search(before):
                in_front = carried
            if place not in self.titles:
                carried = in_front
                start = stop
            parts = list(in_front)
            if not _ACCORDING.search(before):
                parts += self._behind(before, _BRACKETS.sub("", behind))
            if self.to_press:
                parts = [part for part in parts if part not in _SPEECHES]
            if parts:
                found[place] = tuple(dict.fromkeys(parts))
        return found

    def _stop(self, place: int) -> int:
        if place not in self.pronouns:
            return place + 1
        word = regex.compile(r"đồng chí|\p{L}+").match(self.text, place)
        return word.end() if word else place + 1

    # ------------------------------------------------ verbs in front

    def _in_front(self, before: str, *, first: bool) -> Iterator[MeetingPart]:
        if presence := _PRESENCE.search(before):
            yield _of_presence(presence["what"])
        elif _RECEIVED.search(before):
            yield MeetingPart.ATTEND
        elif _ACCORDING.search(before):
            yield MeetingPart.SPEECH
        elif words := _WORDS_OF.search(before):
            yield from _of_words(words["what"])
        elif head := _HEAD.search(before):
            yield from _of_head(before[: head.start()], first=first)
        elif (items := _ITEMS.search(before)) and not _first_verb().search(items.group()):
            yield from _of_head(before[: items.start()], first=first)
        else:
            yield from _of_opening(before, first=first)

    # ------------------------------------------------ verbs behind

    def _behind(self, before: str, behind: str) -> Iterator[MeetingPart]:
        if _DIRECT_SPEECH.match(behind) or (self.headline and _HEADLINE_SPEECH.match(behind)):
            yield MeetingPart.SPEECH
            return
        if _PUNISHED_BEHIND.match(behind) or _PUNISHED_BEFORE.search(before):
            yield MeetingPart.REMOVED
            return
        if _MAY_NOT_DO.search(before):
            return
        verb = _first_verb().search(behind)
        if verb is None or verb.start() > 90 or _NOT_DONE.search(behind[: verb.start()]):
            return
        yield from _chain(behind, verb)


def _chain(text: str, verb: regex.Match[str]) -> Iterator[MeetingPart]:
    """The part of a verb and of those joined to it: `đến dự và phát biểu chỉ đạo`."""
    part = part_of(verb)
    yield part
    at = verb.end()
    while following := _joined_verb().match(text, at):
        if part in _SPEECHES and len(following["gap"]) > 30:
            return
        part = part_of(following)
        yield part
        at = following.end()


def _part(verb: regex.Match[str]) -> MeetingPart:
    return _verbs()[" ".join(verb["verb"].split())]


def _of_presence(what: str) -> MeetingPart:
    if regex.search(r"chủ trì|chủ tọa|điều hành", what):
        return MeetingPart.CHAIR
    return MeetingPart.ATTEND_DIRECT if "chỉ đạo" in what else MeetingPart.ATTEND


def _of_words(what: str) -> Iterable[MeetingPart]:
    if "khai mạc" in what:
        return (MeetingPart.OPENING,)
    if regex.search(r"bế mạc|kết luận", what):
        return (MeetingPart.CLOSING,)
    return (MeetingPart.DIRECTING_SPEECH if "chỉ đạo" in what else MeetingPart.SPEECH,)


def _of_head(head: str, *, first: bool) -> Iterator[MeetingPart]:
    """Of `Đến dự và phát biểu chỉ đạo hội nghị |có A`."""
    if _ELECTED.search(head):
        yield MeetingPart.ELECTED
        return
    verb = _opening_verb().search(head, 0 if first else 1)
    if verb is not None:
        yield from _chain(head, verb)
    elif _SIDE.search(head):
        yield MeetingPart.ATTEND


def _of_opening(before: str, *, first: bool) -> Iterator[MeetingPart]:
    """Of `Phát biểu khai mạc hội nghị, |A`, `Thay mặt Ban Thường vụ phát biểu, |A`."""
    bare = _ON_BEHALF.sub("", before)
    if not bare.rstrip().endswith((",", ":")) and bare == before:
        return
    verb = _opening_verb().search(bare, 0 if first else 1)
    if verb is not None and not _NOT_DONE.search(verb.group()):
        yield from _chain(bare, verb)
