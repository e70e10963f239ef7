"""Verbs that say what a person does, and the parts of those joined to them: `đến dự |và phát biểu chỉ đạo| hội nghị`.

A verb is the first of some words, stands right behind its subject, or opens a clause; `verbs` holds which there are.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache

import regex

from congressx.extractors.officials.clauses import ENDS
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.verbs import may_begin, part_of, part_of_words, verb_source
from congressx.patterns import Pattern

_OTHERS_DO = r"(?<!\p{L})(?:các|những|mỗi|từng|mọi|cần|phải|nên|sẽ|để|không|chỉ|thì|là)(?!\p{L})"
"""`A đề nghị |các| đại biểu khi phát biểu …`: the others do."""
_ADVERB = r"(?:đã|cũng|tiếp tục|trực tiếp|còn|có|và|sau đó|tiếp đó|rồi)"


@cache
def _verb() -> Pattern:
    return Pattern(verb_source())


def first_verb(text: str, stop: int = sys.maxsize) -> regex.Match[str] | None:
    """The first verb of the text, wherever it stands."""
    at = may_begin(text, 0, stop)
    return None if at is None else _verb().search(text, at, stop)


@cache
def own_verb() -> Pattern:
    """A verb directly behind its subject."""
    return Pattern(rf"\s+(?:{_ADVERB}\s+)*{verb_source()}")


def opening_verb(text: str, start: int) -> regex.Match[str] | None:
    """The first verb from `start` on that opens a clause."""
    return None if may_begin(text, start) is None else opening().search(text, start)


@cache
def opening() -> Pattern:
    """A verb that opens a clause: `Phát biểu khai mạc, A …`, `Sáng 5/6, dự hội nghị có A`."""
    date = r"(?<!\p{L})(?:(?:ngày|sáng|chiều|tối|hôm|nay|nhật)\s+[\d/.-]*|tin)\s*"
    address = r"tại\s+(?:bài\s+|lời\s+)?(?=diễn văn|phát biểu)"  # not: tại khai mạc đại hội
    opener = rf"(?:{any_of('opener')}\s*,?\s+|{address})*"
    return Pattern(rf"(?:\A[^\w{ENDS}]*|[,;:.(]\s*|\)\s*-\s*|{date}){opener}{verb_source()}")


@cache
def joined_verb() -> Pattern:
    """A verb joined to the one before: `dự |và chỉ đạo|`, `nhấn mạnh |khi phát biểu|`."""
    joint = r"(?:,|(?<!\p{L})(?:và|đồng thời))"
    when = rf"(?P<gap>(?:(?!{_OTHERS_DO})[^,;.:{ENDS}]){{0,30}}?)(?<!\p{{L}}|(?:sau|trước|từ|đến|trong|mỗi|ngay)\s+)(?:khi|lúc)"
    joined = rf"(?P<gap>[^;.:{ENDS}]{{0,60}}?){joint}\s*(?:{_ADVERB}\s+)*"
    return Pattern(rf"(?:{joined}|{when}\s+(?:(?:đã|đang|trực tiếp)\s+)*){verb_source()}")


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
SPEECHES = frozenset({MeetingPart.SPEECH, MeetingPart.DIRECTING_SPEECH})


def chained_parts(text: str, verb: regex.Match[str]) -> Iterator[MeetingPart]:
    """The part of a verb and of those joined to it: `đến dự và phát biểu chỉ đạo`."""
    part = part_of(verb)
    if part is MeetingPart.SPEECH and (named := _IN_A_SPEECH.match(text, verb.end()) or _named(text, verb)):
        part = part_of_words(named["what"])
    following = joined_verb().match(text, verb.end())
    if not (following and verb["verb"] == "chúc mừng" and _hands_over(following)):
        yield part
    while following:
        if part in SPEECHES and len(following["gap"]) > 30:
            return
        if not (part is MeetingPart.ATTEND and _congratulates(text, following)):
            part = part_of(following)
            yield part
        following = joined_verb().match(text, following.end())


def _congratulates(text: str, verb: regex.Match[str]) -> bool:
    """Whether the gathering is congratulated, by guests who say nothing that is told: `A, B tới dự, |chúc mừng đại hội|.`"""
    return verb["verb"] == "chúc mừng" and _THE_GATHERING.match(text, verb.end()) is not None


def _named(text: str, verb: regex.Match[str]) -> regex.Match[str] | None:
    """What kind of speech it is: `phát biểu ý kiến |khai mạc| hội nghị`."""
    return _KIND.match(text, verb.end()) if verb["verb"].startswith("phát") else None


def _hands_over(following: regex.Match[str]) -> bool:
    """Whether congratulations go with what is handed over: `chúc mừng |và trao huy hiệu|`."""
    return not following["gap"].strip() and part_of(following) is MeetingPart.PRESENTER
