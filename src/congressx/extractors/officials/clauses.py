"""A sentence with one sign for each person or list of persons, ready for the question who does what.

`Đến dự có A, Bí thư; B, Phó Bí thư` becomes `đến dự có G`. What is said between quotes is covered, so that nobody acts in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from congressx.extractors.officials.holders import Holder, Holding, without_asides
from congressx.extractors.officials.skeleton import TITLE, Skeleton
from congressx.vietnamese.names import Honorific

GROUP, SPEECH = "\ue003", "\ue004"
_QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence; places are those of `text`."""

    text: str
    spoken: str
    """`text` with what stands in quotes covered by `SPEECH`, letter by letter."""
    groups: Mapping[int, Sequence[int]]
    """Indexes of the holders under each `GROUP`."""
    titles: Mapping[int, int]
    """Place in the skeleton of each loose stack under a `TITLE`."""
    pronouns: Mapping[int, Honorific]
    """Where a pronoun is a subject: `Ông`, `Đồng chí`."""


_LISTED = regex.compile(r"\s*(?:[,;&]|(?:[,;]\s*)?(?<!\p{L})(?:và|cùng với|cùng)(?!\p{L}))\s*(?:(?:và|cùng)\s+)?(?:các\s+|hai\s+)?")
_AND = regex.compile(r"(?<!\p{L})(?:và|cùng)(?!\p{L})|&|;")
_OF = regex.compile(r"(?<!\p{L})(?:với|của|cho|thay|theo|về|đối với|sau|do|được|trước|gặp|chúc mừng|bởi)\s*$")
_HEAD_OF_LIST = regex.compile(r"(?<!\p{L})(?:có|gồm|là|sự \p{L}+ \p{L}+ của|đón|như)\s*:?\s*(?:các\s+)?$")
_PRONOUN = regex.compile(
    r"(?:^|(?<=[,.;:–-])\s*|(?<=[\ue004\"])\s*[-,]?\s*|(?<=(?<!\p{L})(?:và|theo|rằng|nên|mà|khi|này|đó|nay|qua|hội))\s)(?:\W*)"
    r"(?P<word>đồng chí|ông|bà|anh|chị|cô|thầy)(?=\s+(?!em|chị|con|cha|mẹ|bà|hùng|tài|ngoại|nội|trai|gái|ấy|lão|chủ|già|hai|ba)\p{Ll})"
)
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
    spoken = cover_speech(text)
    pronouns = {match.start("word"): _KINDS[match["word"]] for match in _PRONOUN.finditer(spoken)}
    return Clause(text, spoken, builder.groups, builder.titles, pronouns)


def cover_speech(text: str) -> str:
    """The text with what stands between quotes covered; a quote may begin before the sentence or end behind it.

    >>> cover_speech('nêu "ba việc", ông nói').replace(SPEECH, "_")
    'nêu _________, ông nói'
    >>> cover_speech('làm cho tốt", ông nói').replace(SPEECH, "_")
    '____________, ông nói'
    """
    places = [match.start() for match in regex.finditer(_QUOTE, text)]
    if not places:
        return text
    if len(places) % 2:
        opens = text[places[0] + 1 : places[0] + 2].strip() and not text[: places[0]].rstrip()[-1:].isalnum()
        places = [*places, len(text) - 1] if opens or regex.search(r"[:,]\s*$", text[: places[0]]) else [0, *places]
    covered = list(text)
    for start, stop in zip(places[::2], places[1::2], strict=True):
        covered[start : stop + 1] = SPEECH * (stop + 1 - start)
    return "".join(covered)


class _Builder:
    """Writes the clause text: glue between persons goes in without asides, list glue not at all."""

    def __init__(self, skeleton: Skeleton, holding: Holding) -> None:
        self.skeleton = skeleton
        self.holding = holding
        self.parts: list[str] = []
        self.length = 0
        self.groups: dict[int, list[int]] = {}
        self.titles: dict[int, int] = {}
        self.commas = False
        """Whether the open list has only commas so far."""

    def build(self) -> None:
        at = 0
        holders = self.holding.holders
        for index, holder in enumerate(holders):
            glue = self.skeleton.text[at : max(at, holder.start)]
            if self._goes_on(index, glue):
                next(reversed(self.groups.values())).append(index)
            else:
                self._write(glue, at)
                self.groups[self.length] = [index]
                self._add(GROUP)
            at = max(at, holder.stop)
        self._write(self.skeleton.text[at:], at)

    def _goes_on(self, index: int, glue: str) -> bool:
        """Whether the person goes on with the list before."""
        if index == 0 or TITLE in glue:
            return False
        bare = without_asides(glue)
        return _LISTED.fullmatch(bare) is not None and (_AND.search(bare) is not None or self._comma_list(index))

    def _comma_list(self, index: int) -> bool:
        """Whether a comma joins two of a list here, and does not part a clause: `theo ông A, ông B sẽ …`."""
        before = "".join(self.parts)[:-1] if self.parts and self.parts[-1] == GROUP else "".join(self.parts)
        if len(next(reversed(self.groups.values()))) > 1 or _HEAD_OF_LIST.search(before):
            return True
        if _OF.search(before):
            return False
        holders = self.holding.holders
        if index + 1 == len(holders):
            return False
        following = without_asides(self.skeleton.text[holders[index].stop : max(holders[index].stop, holders[index + 1].start)])
        return _LISTED.fullmatch(following) is not None

    def _write(self, glue: str, at: int) -> None:
        loose = [place for place in self.holding.loose if at <= place < at + len(glue)]
        for place in sorted(loose):
            self._add(without_asides(glue[: place - at]))
            self.titles[self.length] = place
            self._add(TITLE)
            glue, at = glue[place + 1 - at :], place + 1
        self._add(without_asides(glue))

    def _add(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)


def holders_of(holding: Holding, indexes: Sequence[int]) -> list[Holder]:
    """The holders under one `GROUP`."""
    return [holding.holders[index] for index in indexes]
