"""A sentence with one sign for each person or list of persons, ready for the question who does what.

`Đến dự có A, Bí thư; B, Phó Bí thư` becomes `đến dự có G`. What is said between quotes is covered, so that nobody acts in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from congressx.extractors.officials.asides import ASIDE, may_have_asides, without_asides
from congressx.extractors.officials.holding import Holding
from congressx.extractors.officials.lexicon import any_of, ends_giving
from congressx.extractors.officials.skeleton import TITLE, Skeleton
from congressx.extractors.officials.titles import Title
from congressx.patterns import Pattern
from congressx.vietnamese.names import Honorific

PRONOUN_WORD = Pattern(r"đồng\s*chí|\p{L}+")
GROUP, SPEECH = "\ue003", "\ue004"
ENDS = f"{GROUP}{TITLE}{SPEECH}"
"""What ends the words of one subject, inside a character class."""
NUMBER = rf"(?:(?:{any_of('several')}|{any_of('address')}|\d+|đại biểu|lãnh đạo)\s*)*:?\s*"
COUNT = rf"{NUMBER}$"
"""What may stand between a verb and the names: `gồm |3 đồng chí: |A`."""
_QUOTE = '"'
_BEHIND_A_QUOTE = ",.;:)-!?/"
_GOES_ON = (",", " -")
"""What follows a quote that ends where the sentence begins: `", ông A nói`."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence; places are those of `text`."""

    text: str
    spoken: str
    """`text` with what stands in quotes covered by `SPEECH`, letter by letter, and other words blanked that say nothing of who acts."""
    groups: Mapping[int, Sequence[int]]
    """Indexes of the holders under each `GROUP`."""
    titles: Mapping[int, int]
    """Place in the skeleton of each loose stack under a `TITLE`."""
    pronouns: Mapping[int, Honorific]
    """Where a pronoun is a subject: `Ông`, `Đồng chí`."""
    origins: Sequence[int]
    """For each place of `text` its place in the skeleton."""
    folded: str
    """The sentence itself."""

    def is_new(self, title: Title) -> bool:
        """Whether the title has just been won: `tân Bí thư`."""
        return self.folded[: title.raw.start].endswith("tân ")


_LISTED = Pattern(
    r"\s*(?:-\s*)?(?:[,;&]|(?:[,;]\s*)?(?<!\p{L})(?:và|cùng với|cùng)(?!\p{L}))\s*(?:(?:và|cùng)\s+)?"
    rf"(?:(?:{any_of('several')}|\d{{1,2}})\s+)?"
)
_AND = Pattern(r"(?<!\p{L})(?:và|cùng)(?!\p{L})|[&;]")
_LIST_OF = Pattern(rf"{any_of('list of')}\s*$")
_FOR = Pattern(r"(?<!\p{L})(?:đối với|cho)\s*$")
_JOINT = Pattern(r"(?:[,;&]|(?<!\p{L})(?:và|cùng))\s*(?:các\s+)?$")
_HEAD_OF_LIST = Pattern(
    rf"(?:{any_of('list head')}|(?<!\p{{L}})sự \p{{L}}+ \p{{L}}+ của)\s*:?\s*(?:các\s+)?$"
    rf"|{any_of('several')}\s*(?:(?:đại biểu|đb|đbqh|cử tri|{any_of('address')})\s*(?:[,/]\s*)?)*:?\s*$|{TITLE}\s*:\s*$"
    r"|\d\s+(?:người|đồng chí|ủy viên|thành viên|vị|nhân sự)[^,;:.]{0,20}:\s*$|(?<!\p{L})gồm\s+(?:có\s+)?\d+\s*$"
)
_TOGETHER = Pattern(r"\s*,?\s*(?:cùng\s+|đồng\s+)?chủ (?:trì|tọa)(?!\p{L})")
_BEGINS = Pattern(r"(?:^\W*|;\s*|(?<!\p{L})các vị\s*)$")
"""`; |chị A, anh B| được bầu làm Phó Chủ tịch`: the two that open a clause."""
_OBJECTS = Pattern(rf"{any_of('gives')}\s+(?:(?:thêm|bổ sung)\s+)?(?:{any_of('address')}\s*)?$")
"""`bầu |ông A (Giám đốc Sở Y tế), bà B| giữ chức Phó Chủ tịch`."""
_GETS = Pattern(
    r"\s*,?\s*(?:(?:được|đã|tiếp tục)\s+)*(?:bầu|tín nhiệm|giữ chức|làm|trúng cử|tái cử|đắc cử|tái đắc cử)(?!\p{L})"
)
_ALSO_GETS = Pattern(r"\s*,?\s*cũng\s+(?:đã\s+)?(?:được|bị)(?!\p{L})")
"""`miễn nhiệm Chủ tịch đối với A; B |cũng được| cho thôi làm ủy viên`."""
_RELATED = Pattern(rf"{any_of('related')}(?:\s+riêng)?(?:\s+của)?(?:\s+(?:cố|nguyên|các))*\s*$")
_PRONOUN = Pattern(rf"(?<!\p{{L}})(?P<word>đồng chí|ông|bà|anh|chị|cô|thầy)\s+(?!{any_of('no pronoun')})(?=\p{{Ll}})")
_GLUED = Pattern(
    r"(?<=[\p{Ll}\d)]) (?=(?:Phát biểu (?:tại|chỉ đạo|khai mạc|bế mạc|kết luận|trước|với)|Kết luận (?:tại|hội nghị|buổi)"
    r"|(?:Khai|Bế) mạc (?:hội nghị|đại hội|kỳ họp))(?!\p{L})[^.:;]{0,60},)"
    r"|(?<=\p{Ll}) (?=(?:Theo (?!dõi)|(?:Trả lời|Trao đổi|Báo cáo với|Tại (?:hội nghị|buổi|kỳ họp|phiên|cuộc|đại hội)) )\p{L})"
    r"|(?<=\p{Lu}\p{L}+|[IVX\d]) (?=(?:Ông|Bà)(?: \p{Lu}\p{L}*){1,4} (?:cũng |đã )?(?:cho|nói|khẳng định|nhấn mạnh)\s)"
)
_ANNOUNCED = Pattern(
    rf"(?<={GROUP})\s*,?\s*(?:dự kiến\s+)?(?:cũng\s+)?sẽ(?![^,;.]{{0,40}}\s(?:tới|sau|tiếp theo)(?:\s*[,;.]|$))"
    r"(?=\s+(?:trực tiếp\s+|cùng\s+)?(?:(?:có\s+)?(?:bài\s+)?phát biểu"
    r"|khai mạc|bế mạc|(?:đồng\s+)?chủ (?:trì|tọa)|(?:(?:đến|tới|về)\s+)?(?:tham\s+)?dự(?!\p{L})"
    r"|(?:đọc|trình bày) (?:báo cáo|diễn văn|tờ trình)|tuyên bố (?:khai|bế) mạc))"
)
"""`A |sẽ| phát biểu bế mạc`: a part of the article's meeting all the same."""
_NEW = Pattern(rf"(?<=(?<!\p{{L}})của )tân (?={GROUP})")
"""`dưới sự chủ trì của |tân| Bí thư A`."""
_BODIES = Pattern(rf"(?<!\p{{L}})thay mặt[^;:.{GROUP}{TITLE}{SPEECH}]{{2,200}}[^\s,](?=\s*{GROUP})")
_OPENS_CLAUSE = Pattern(rf"(?r)(?:^|[,.;:{SPEECH}\"-]|{any_of('clause opener')}|(?<!\p{{L}}|bộ\s)chính(?!\p{{L}}))\W*")
_GOES = Pattern(
    r"(?:(?:tiếp tục|sẽ)\s+)?(?:về|sang|xuống|lên|ra|vào|đến|tới|làm|giữ|là|tham gia|đảm nhiệm|đảm nhận|kiêm)(?!\p{L})"
)
"""`Đại hội bầu ông |làm| Chủ tịch`, `Tỉnh ủy điều bà |về| huyện`; not `những điều thầy trình bày`."""
_ANOTHER_DAY = Pattern(r"\W*(?:(?:sau|trước|tiếp)\s+đó(?!\p{L})|(?:vào\s+)?ngày\s+\d{1,2}[/-]\d{1,2}[/-]\d{4})")
"""`|Ngày 9/9/2016|, hội nghị bầu anh làm Bí thư`: a career is told."""
_KINDS: Mapping[str, Honorific] = {
    "đồng chí": "comrade",
    "ông": "mr",
    "anh": "mr",
    "thầy": "mr",
    "bà": "ms",
    "chị": "ms",
    "cô": "ms",
}


def read_clause(skeleton: Skeleton, holding: Holding) -> Clause:
    """The clause text of one sentence."""
    builder = _Builder(skeleton, holding)
    builder.build()
    text = "".join(builder.parts)
    spoken = _as_plain(cover_speech(text))
    pronouns = {place: kind for place, kind in _pronouns(spoken) if not _is_capital(skeleton, builder.origins, place)}
    return Clause(text, spoken, builder.groups, builder.titles, pronouns, builder.origins, skeleton.folded)


def unglued(cased: str, folded: str) -> str:
    """The folded sentence with a full stop where a heading runs into it.

    >>> unglued("Thu hút đầu tư Phát biểu bế mạc, ông A nói", "thu hút đầu tư phát biểu bế mạc, ông a nói")
    'thu hút đầu tư.phát biểu bế mạc, ông a nói'
    >>> unglued("kỳ họp khóa XIII Ông Thụ cũng cho biết", "kỳ họp khóa xiii ông thụ cũng cho biết")
    'kỳ họp khóa xiii.ông thụ cũng cho biết'
    """
    glued = _GLUED.search(cased)
    return f"{folded[: glued.start()]}.{folded[glued.end() :]}" if glued else folded


def _as_plain(text: str) -> str:
    """The text, of equal length, as if what is announced were done, without `tân` and the commas between the bodies somebody speaks for."""
    if " sẽ " in text:
        text = _ANNOUNCED.sub(_blank, text)
    if "của tân " in text:
        text = _NEW.sub(_blank, text)
    if "thay mặt" in text:
        text = _BODIES.sub(lambda bodies: bodies.group().replace(",", " "), text)
    return text


def _blank(match: regex.Match[str]) -> str:
    return " " * len(match.group())


def _pronouns(text: str) -> Iterator[tuple[int, Honorific]]:
    """Where `ông`, `bà`, `đồng chí` open a clause or are given an office, and what follows is no name."""
    of_that_day = _ANOTHER_DAY.match(text) is None
    for match in _PRONOUN.finditer(text):
        given = of_that_day and _GOES.match(text, match.end()) and ends_giving(text, match.start())
        if given or _OPENS_CLAUSE.match(text, 0, match.start()):
            yield match.start(), _KINDS[match["word"]]


def _is_capital(skeleton: Skeleton, origins: Sequence[int], place: int) -> bool:
    """Whether the word behind the pronoun is a capital: `đồng chí K'Brít`."""
    word = PRONOUN_WORD.match(skeleton.folded, skeleton.origins[origins[place]])
    return word is not None and skeleton.cased[word.end() :].lstrip()[:1].isupper()


def cover_speech(text: str) -> str:
    """The text with what stands between quotes covered; a quote may begin before the sentence or end behind it.

    >>> cover_speech('nêu "ba việc", ông nói').replace(SPEECH, "_")
    'nêu _________, ông nói'
    >>> cover_speech('làm cho tốt… ", ông nói').replace(SPEECH, "_")
    '______________, ông nói'
    >>> cover_speech('", ông nói.').replace(SPEECH, "_")
    '_, ông nói.'
    """
    if _QUOTE not in text:
        return text
    places = [place for place, letter in enumerate(text) if letter == _QUOTE]
    if len(places) % 2:
        places = [0, *places] if _closes(text, places[0]) else [*places, len(text) - 1]
    covered = list(text)
    for start, stop in zip(places[::2], places[1::2], strict=True):
        covered[start : stop + 1] = SPEECH * (stop + 1 - start)
    return "".join(covered)


def _closes(text: str, place: int) -> bool:
    """Whether the quote there ends what began in an earlier sentence: a mark or nothing follows, or it leans on the word before."""
    before, behind = text[:place], text[place + 1 :]
    if not before.strip():
        return behind.startswith(_GOES_ON)
    if before.rstrip().endswith(":"):
        return False
    if not behind.strip() or behind.lstrip()[0] in _BEHIND_A_QUOTE:
        return True
    return not before[-1].isspace() and not behind[:1].isalnum()


def is_aside(text: str, place: int) -> bool:
    """Whether somebody is named only to say who another is: `ông A (con trai ông B) trúng cử`, `ông A, con trai cố Bí thư B`."""
    before = text[:place]
    in_brackets = GROUP in before and before.count("(") > before.count(")")
    return in_brackets or _RELATED.search(before) is not None


class _Builder:
    """Writes the clause text: glue between persons goes in without asides, list glue not at all."""

    def __init__(self, skeleton: Skeleton, holding: Holding) -> None:
        self.skeleton = skeleton.text
        self.folded = skeleton.folded
        self.holding = holding
        self.loose = sorted(holding.loose)
        self.has_asides = may_have_asides(skeleton.text)
        self.parts: list[str] = []
        self.origins: list[int] = []
        self.groups: dict[int, list[int]] = {}
        self.titles: dict[int, int] = {}

    def build(self) -> None:
        at = 0
        for index, holder in enumerate(self.holding.holders):
            start = max(at, holder.start)
            if self._goes_on(index, self.skeleton[at:start]):
                next(reversed(self.groups.values())).append(index)
            else:
                self._write(at, start)
                self._group(index, holder.place)
            at = max(at, holder.stop)
        self._write(at, len(self.skeleton))

    def _goes_on(self, index: int, glue: str) -> bool:
        """Whether the person goes on with the list before."""
        if index == 0 or TITLE in glue:
            return False
        bare = without_asides(glue) if glue else self._cut(index)
        if ";" in bare and self._acts_alone(index):
            return False
        return _LISTED.fullmatch(bare) is not None and (_AND.search(bare) is not None or self._comma_list(index))

    def _acts_alone(self, index: int) -> bool:
        """Whether a list of bare names has ended before somebody who is told an office: `gồm A, B, C; |đồng chí D| giữ chức Bí thư`."""
        group, holders = next(reversed(self.groups.values())), self.holding.holders
        if _FOR.search("".join(self.parts)[:-1]) and _ALSO_GETS.match(self.skeleton, holders[index].stop):
            return True
        if len(group) < 2 or not _GETS.match(self.skeleton, holders[index].stop):
            return False
        return ";" not in self.skeleton[holders[group[0]].stop : holders[group[-1]].start]

    def _cut(self, index: int) -> str:
        """What stands between the titles of two persons in one stack: `A - Bí thư |và| Chủ tịch B`."""
        left, right = self.holding.holders[index - 1].titles, self.holding.holders[index].titles
        if not (left and right):
            return ""
        joint = _JOINT.search(self.folded, left[-1].raw.stop, right[0].raw.start)
        return joint.group() if joint else ""

    def _comma_list(self, index: int) -> bool:
        """Whether a comma joins two of a list here, and does not part a clause: `theo ông A, ông B sẽ …`."""
        before = "".join(self.parts)[:-1]
        holders = self.holding.holders
        if self._is_closed(index):
            return False
        if len(next(reversed(self.groups.values()))) > 1 or _HEAD_OF_LIST.search(before):
            return True
        if (_BEGINS.search(before) or _OBJECTS.search(before)) and self._gets(index):
            return True
        if before.endswith("do ") and _TOGETHER.match(self.skeleton, holders[index].stop):
            return True
        if index + 1 == len(holders) or (_LIST_OF.search(before) and not _FOR.search(before)):
            return False
        stop = holders[index].stop
        return _LISTED.fullmatch(without_asides(self.skeleton[stop : max(stop, holders[index + 1].start)])) is not None

    def _gets(self, index: int) -> bool:
        """Whether the person gets something; votes may stand between: `B |(24/26 phiếu) trúng cử|`."""
        stop = self.holding.holders[index].stop
        aside = ASIDE.match(self.skeleton, stop) if self.has_asides else None
        return _GETS.match(self.skeleton, aside.end() if aside else stop) is not None

    def _is_closed(self, index: int) -> bool:
        """Whether `và` has closed the list before a name with its own words in front: `sau lời của A và B, Bí thư |C| đọc báo cáo`."""
        group, holders = next(reversed(self.groups.values())), self.holding.holders
        if len(group) != 2 or holders[index].start == holders[index].place:
            return False
        last = self.skeleton[holders[index - 2].stop : holders[index - 1].start]
        return _AND.search(last) is not None and ";" not in last

    def _write(self, start: int, stop: int) -> None:
        """The skeleton from `start` to `stop` without asides."""
        asides = ASIDE.finditer(self.skeleton, start, stop) if self.has_asides else ()
        for aside in [*asides, None]:
            end = aside.start() if aside else stop
            for place in self.loose:
                if start <= place < end:
                    self.titles[len(self.origins) + place - start] = place
            self.parts.append(self.skeleton[start:end])
            self.origins += range(start, end)
            start = aside.end() if aside else stop

    def _group(self, index: int, place: int) -> None:
        self.groups[len(self.origins)] = [index]
        self.parts.append(GROUP)
        self.origins.append(place)
