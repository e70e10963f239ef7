"""What each person of a sentence does at the meeting.

The verb stands behind the persons (`A và B chủ trì hội nghị`), in front of them (`Đến dự có A và B`, `với sự chủ trì của A`), or opens
the sentence (`Phát biểu khai mạc, A nhấn mạnh …`). Only the first verb counts and those joined to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import regex

from congressx.extractors.officials.clauses import GROUP, SPEECH, Clause
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.skeleton import TITLE
from congressx.vietnamese.gazetteers import rows

_LETTER = r"[\p{L}\p{M}]"
_NO_ATTENDING = r"(?!\s+(?:thảo|án|kiến|báo|toán|phòng|khuyết|bị|định|luật|tính|trù|đoán|thi|giờ|kiện))"
_NO_SPEECH = {
    "nói": r"(?!\s+(?:chung|riêng|trên|đùa))",
    "nêu": r"(?!\s+(?:trên|tên|cao|gương))",
    "trao": r"(?!\s+đổi)",
    "muốn": r"",
    "báo cáo": r"(?!\s+(?:viên|tài chính|của))",
    "chúc": r"(?!\s+tết)",
    "dự": _NO_ATTENDING,
}


@cache
def _verbs() -> Mapping[str, MeetingPart]:
    return {verb: MeetingPart(part) for verb, part in rows("meeting_verbs.tsv", __package__)}


@cache
def _verb() -> str:
    """Pattern source of every verb, longest first."""
    sources = []
    for verb in sorted(_verbs(), key=len, reverse=True):
        guard = next((g for word, g in _NO_SPEECH.items() if verb == word or verb.endswith(f" {word}")), "")
        sources.append(r"\s+".join(map(regex.escape, verb.split())) + guard)
    return rf"(?<!{_LETTER})(?P<verb>{'|'.join(sources)})(?!{_LETTER})"


@cache
def _first_verb() -> regex.Pattern[str]:
    return regex.compile(_verb())


@cache
def _opening_verb() -> regex.Pattern[str]:
    """A verb that opens a clause: `Phát biểu khai mạc, A …`, `Sáng 5/6, dự hội nghị có A`."""
    return regex.compile(
        rf"(?:^\W*|[,;:.(]\s*|\)\s*-\s*|(?<!{_LETTER})(?:(?:ngày|sáng|chiều|tối|hôm|nay|nhật)\s+[\d/.-]*|tin)\s*)"
        rf"(?:(?:cũng|còn|tiếp tục|trước đó|sau đó|tiếp đó|ngay sau đó|trong|khi|trong phần|qua|cùng|bài|lời)\s*,?\s+)*{_verb()}"
    )


@cache
def _joined_verb() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?P<gap>[^;.:{_ENDS}]{{0,60}}?)(?:,|(?<!{_LETTER})(?:và|đồng thời))\s*(?:{_ADVERB}\s+)*{_verb()}"
    )


_ENDS = f"{GROUP}{TITLE}{SPEECH}"
_ADVERB = r"(?:đã|cũng|tiếp tục|trực tiếp|còn|có|và)"
_NOT_DONE = regex.compile(
    rf"(?<!{_LETTER})(?:được|bị|không|chưa|sẽ|từng|để|nếu|là|nhằm|rằng|gửi|xin|nghe|vắng|định|dự kiến|đề nghị|mời)(?!{_LETTER})|;"
)
_MAY_NOT_DO = regex.compile(
    rf"(?<!{_LETTER})(?:của|cho|với|thay|đối với|về|bởi|chúc mừng|gặp|thăm|kỷ luật|mời)\s*(?:các\s+|hai\s+)?$"
)
_HEAD = regex.compile(
    rf"(?<!{_LETTER})(?:còn\s+|gồm\s+)?(?:có|gồm|là)\s*(?:có\s+)?(?:sự\s+(?:tham dự|tham gia|có mặt|hiện diện)\s+của\s*)?"
    rf":?\s*(?:(?:các|hai|ba|bốn|\d+|vị|đồng chí|đại biểu|lãnh đạo)\s*)*:?\s*$"
)
_PRESENCE = regex.compile(
    rf"(?<!{_LETTER})sự\s+(?P<what>(?:đến dự|tham dự|tham gia|có mặt|chứng kiến|hiện diện|góp mặt|dự|chủ trì|đồng chủ trì|chủ tọa|điều hành)[^,;.{_ENDS}]{{0,50}}?)\s*của\s*(?:(?:các|hai|ba|\d+|vị|đồng chí)\s*)*:?\s*$"
)
_RECEIVED = regex.compile(
    rf"(?<!{_LETTER})(?:đón|đón tiếp|chào đón|chào mừng|tiếp đón)\s*(?:(?:các|hai|vị|đồng chí)\s*)*:?\s*$"
)
_SIDE = regex.compile(rf"(?:^\W*|[,;.]\s*)(?:về\s+)?phía(?!{_LETTER})")
_ACCORDING = regex.compile(
    r"(?:^\W*|[,;.]\s*)(?:(?:cũng|tuy nhiên|trong khi đó|còn|tuy vậy)\s*,?\s*)?theo\s*(?:lời\s*)?$"
)
_WORDS_OF = regex.compile(
    r"(?:(?:đó|đây)\s+(?:cũng\s+)?là\s+(?:một trong những\s+)?|(?:bài|lời|phần)\s+)(?:ý kiến\s+|nội dung\s+)?(?P<what>(?:phát biểu|chỉ đạo|khẳng định|nhận định|yêu cầu|ý kiến|nhấn mạnh|chia sẻ|lưu ý|đề nghị)[^,;.]{0,40}?)\s*của\s*$"
)
_ON_BEHALF = regex.compile(r"(?:thay mặt|đại diện|thừa ủy quyền)[^,;]{2,160},?\s*$")
_STILL_LIST = regex.compile(
    rf"\s*[,;][^.:\"{GROUP}{SPEECH}]*(?:[,;]|(?<!{_LETTER})(?:và|cùng)(?!{_LETTER}))\s*(?:các\s+)?$"
)
_DIRECT_SPEECH = regex.compile(rf"\s*:\s*[{SPEECH}']")
_HEADLINE_SPEECH = regex.compile(r"\s*:\s*\S")
_TO_THE_PRESS = regex.compile(
    r"(?:trao đổi|nói|chia sẻ|trả lời|thông tin|cho biết|phát biểu|trò chuyện)\s+(?:thêm\s+)?(?:với|tại|trên|trước)?\s*(?:cuộc |buổi )?(?:phỏng vấn|báo chí|họp báo|báo(?! cáo)|phóng viên|pv|truyền thông|tuổi trẻ|thanh niên|vnexpress|vietnamnet|zing|dân trí|người lao động|nhà báo|chúng tôi|ttxvn)|họp báo"
)
_SPEECHES = frozenset({MeetingPart.SPEECH, MeetingPart.DIRECTING_SPEECH})

Parts = Mapping[int, tuple[MeetingPart, ...]]


def find_parts(clause: Clause, *, headline: bool = False) -> Parts:
    """What each subject does; keys are places of groups, loose titles and pronouns in the clause text."""
    return _Scene(clause, headline).read()


def parts_of_head(text: str) -> tuple[MeetingPart, ...]:
    """What the persons of the list below do: `Tham dự đại hội có:`."""
    head = _HEAD.search(text)
    return tuple(dict.fromkeys(_of_head(text[: head.start()]))) if head else ()


class _Scene:
    """One sentence being read, subject by subject."""

    def __init__(self, clause: Clause, headline: bool) -> None:
        self.text = clause.spoken
        self.headline = headline
        places = sorted([*clause.groups, *clause.titles, *clause.pronouns])
        self.subjects = [place for place in places if self.text[place] != SPEECH]
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
            in_front = tuple(self._in_front(before))
            if not in_front and carried and _STILL_LIST.fullmatch(before) and not _first_verb().search(before):
                in_front = carried
            if place not in self.titles:
                carried = in_front
                start = stop
            parts = [*in_front, *self._behind(before, behind)]
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

    def _in_front(self, before: str) -> Iterator[MeetingPart]:
        if presence := _PRESENCE.search(before):
            yield _of_presence(presence["what"])
        elif _RECEIVED.search(before):
            yield MeetingPart.ATTEND
        elif _ACCORDING.search(before):
            yield MeetingPart.SPEECH
        elif words := _WORDS_OF.search(before):
            yield from _of_words(words["what"])
        elif head := _HEAD.search(before):
            yield from _of_head(before[: head.start()])
        else:
            yield from _of_opening(before)

    # ------------------------------------------------ verbs behind

    def _behind(self, before: str, behind: str) -> Iterator[MeetingPart]:
        if _DIRECT_SPEECH.match(behind) or (self.headline and _HEADLINE_SPEECH.match(behind)):
            yield MeetingPart.SPEECH
            return
        if _MAY_NOT_DO.search(before):
            return
        verb = _first_verb().search(behind)
        if verb is None or verb.start() > 90 or _NOT_DONE.search(behind[: verb.start()]):
            return
        yield from _chain(behind, verb)


def _chain(text: str, verb: regex.Match[str]) -> Iterator[MeetingPart]:
    """The part of a verb and of those joined to it: `đến dự và phát biểu chỉ đạo`."""
    part = _part(verb)
    yield part
    at = verb.end()
    while following := _joined_verb().match(text, at):
        if part in _SPEECHES and len(following["gap"]) > 30:
            return
        part = _part(following)
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


def _of_head(head: str) -> Iterator[MeetingPart]:
    """Of `Đến dự và phát biểu chỉ đạo hội nghị |có A`."""
    verb = _opening_verb().search(head)
    if verb is not None:
        yield from _chain(head, verb)
    elif _SIDE.search(head):
        yield MeetingPart.ATTEND


def _of_opening(before: str) -> Iterator[MeetingPart]:
    """Of `Phát biểu khai mạc hội nghị, |A`, `Thay mặt Ban Thường vụ phát biểu, |A`."""
    bare = _ON_BEHALF.sub("", before)
    if not bare.rstrip().endswith((",", ":")) and bare == before:
        return
    verb = _opening_verb().search(bare)
    if verb is not None and not _NOT_DONE.search(verb.group()):
        yield from _chain(bare, verb)
