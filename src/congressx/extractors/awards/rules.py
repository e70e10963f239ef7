"""Awards by their words (badges, certificates, flags, medals, prizes), praise with numbers, and ratings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from congressx.document import Document, Sentence
from congressx.engine import Draft, Finder
from congressx.extractors.awards.badges import badges
from congressx.extractors.awards.drafting import TO, numbers_of, quote_of
from congressx.extractors.awards.givers import authority_at, highest_at
from congressx.extractors.awards.givings import (
    GIVING,
    VERB,
    Giving,
    compiled,
    given_by_having,
    giving_behind,
    giving_of,
)
from congressx.extractors.awards.occasions import at_meeting
from congressx.extractors.awards.parties import words
from congressx.extractors.awards.praise import one_of_those_praised, praise
from congressx.extractors.awards.prizes import HONOUR, PRIZE_WORDS, Prize, find_prizes, is_contest, is_named
from congressx.extractors.awards.ratings import ratings
from congressx.extractors.awards.receivers import full_name, is_general, named_by_pronoun, persons_after, receiver_after
from congressx.extractors.awards.recipients import Recipients, find_recipients
from congressx.extractors.awards.record import AwardClass
from congressx.patterns import Pattern
from congressx.span import Span

_DESCRIBING = compiled(r"(?:đạt|được|có|mang|đoạt|giành|các)(?: các| nhiều| \d+)? $")
"""`đạt danh hiệu`, `đoạt huy chương`: what recipients have, not what they are given here."""
_OF = compiled(
    r"(?:\s*(?:(?!cho|tặng|của|và|thể hiện|ghi nhận|khẳng định)[\p{L}\d]+|[\"“”'()-]|\"[^\"]{1,80}\"))*?\s+của\s+"
)
_AMONG = compiled(r"trong đó|bao gồm|gồm")
_FEW = Pattern(r"(?:^|\s)(?P<number>\d{1,3}(?:\.\d{3})+|\d+)\s*$")


def _awards(sentence: Sentence, document: Document) -> Iterator[Draft]:
    giving: Giving | None = None
    left = 0
    for prize in find_prizes(sentence.folded):
        own = _giving(sentence, left, prize)
        if own is None and giving is not None and _continues(sentence.folded[left : prize.span.start]):
            own = giving
        if own is None:
            continue
        if not is_named(sentence, prize):
            giving, left = own, prize.span.stop  # `tặng cờ cho 5 xã, Giấy khen cho 27 tập thể`
            continue
        draft, stop = _award(sentence, document, prize, own, first=own is not giving)
        giving, left = own, max(stop, prize.span.stop)
        if draft is not None:
            yield draft


def _giving(sentence: Sentence, left: int, prize: Prize) -> Giving | None:
    """How this award is given, unless the words only say who has it."""
    at = prize.span.start
    if _DESCRIBING.search(sentence.folded, left, at) and not GIVING.search(sentence.folded, left, at):
        return given_by_having(sentence, left, prize.span)
    return giving_of(sentence, left, at) or giving_behind(sentence, left, prize.span)


def _continues(between: str) -> bool:
    """Whether an award follows another in one list: `Cờ thi đua cho 3 tập thể; Bằng khen cho 20 cá nhân`."""
    tail = regex.split(r"[;,]|\bvà\b", between)[-1]
    return regex.fullmatch(r"\s*(?:(?:các|nhiều|những|cùng|kèm|theo|đó|là|bên cạnh)\s+)*\d*\s*", tail) is not None


def _award(
    sentence: Sentence, document: Document, prize: Prize, giving: Giving, *, first: bool
) -> tuple[Draft | None, int]:
    """The award and where the words that belong to it end."""
    folded = sentence.folded
    to, stop = _behind(folded, prize)
    counted = _counted_behind(folded, prize, to, stop) or (giving.counted if first else None)
    receiver, persons = None, 0
    if counted is None:
        of_giving = giving if first or giving.passive else None  # `được tặng Cờ thi đua, Bằng khen`: one receives both
        receiver, persons = _named(sentence, to, stop, of_giving)
    to_nobody = counted is None and receiver is None and not persons
    if giving.ceremony and to_nobody:
        return None, prize.span.stop
    counts, numbers = _counts(folded, prize, counted, persons)
    by_pronoun = to_nobody and giving.passive and to is None
    value: dict[str, Any] = {
        "class": prize.kind,
        **counts,
        "giver": words(sentence, _giver(sentence, prize, to, giving)),
        "target": (
            named_by_pronoun(document, sentence, giving.start)
            if by_pronoun
            else full_name(document, sentence, receiver)
        ),
        "at_meeting": at_meeting(
            document, sentence, prize.span.start, history=giving.passive and prize.kind is AwardClass.OTHER
        ),
    }
    if HONOUR.match(folded, prize.word.start) and not _is_sided(folded, prize, value):
        return None, prize.span.stop
    beside = [receiver] if receiver is not None and (first or to is not None) else []
    parts = [prize.span, numbers, *([counted.span] if counted else []), *beside]
    span = Span(min(part.start for part in parts), max(part.stop for part in parts))
    return Draft(value, numbers, quote_of(span, giving.start)), max(span.stop, prize.span.stop)


def _behind(folded: str, prize: Prize) -> tuple[regex.Match[str] | None, int]:
    """The `cho` behind an award, and where what it says of the receivers ends."""
    among = _AMONG.search(folded, prize.span.stop, prize.stop)
    stop = among.start() if among else prize.stop
    to = TO.search(folded, prize.span.stop, stop)
    is_next = to is not None and not folded[to.end() : stop].strip()  # the verb of the next award
    return None if is_next else to, stop


def _counts(folded: str, prize: Prize, counted: Recipients | None, persons: int) -> tuple[dict[str, Any], Span]:
    """How many received it, and where that is said; else how often it was given: `trao 5 Bằng khen`."""
    counts: dict[str, Any] = dict(numbers_of(counted))
    if counted is not None:
        return counts, counted.numbers
    if persons:
        return {**counts, "individuals": persons}, prize.span
    number = _FEW.search(folded, max(0, prize.span.start - 12), prize.span.start)
    if number is None:
        return counts, prize.span
    return {**counts, "total": int(number["number"].replace(".", ""))}, Span(*number.span("number"))


_STATE_HONOUR = compiled(r"anh hùng|nghệ sĩ|nghệ nhân|nhà giáo|thầy thuốc|chiến sĩ thi đua")


def _is_sided(folded: str, prize: Prize, value: dict[str, Any]) -> bool:
    """Whether a title or prize has a giver or a receiver, or is one of the State's; others are prizes of shows and games."""
    sides = ("target", "collectives", "individuals", "total", *(() if is_contest(folded, prize) else ("giver",)))
    return (
        any(value.get(side) is not None for side in sides)
        or _STATE_HONOUR.search(folded, prize.span.start, prize.span.stop) is not None
    )


def _counted_behind(folded: str, prize: Prize, to: regex.Match[str] | None, stop: int) -> Recipients | None:
    """`tặng Giấy khen cho 4 chi bộ`, `tặng Giấy khen 4 chi bộ`"""
    begin, between = (prize.span.stop, _BESIDE_ONE) if to is None else (to.end(), _NEAR)
    for each in find_recipients(folded):
        if begin <= each.span.start and each.span.stop <= stop:
            return each if between.fullmatch(folded, begin, each.span.start) else None
    return None


_BESIDE_ONE = compiled(
    r"\s*(?:(?:tập thể )?(?:chi bộ|đảng bộ|công đoàn|chi đoàn|chi hội|phòng|khoa|trường) [^;.,:\d]{1,50}(?:,| và)\s*)?"
)
"""`tặng Giấy khen Chi bộ Khoa Cơ khí và 2 đảng viên`"""
_NEAR = compiled(r"(?:[^;.,:]{0,60}?[\s,(])?(?:hơn |gần |trên |khoảng )?")


def _named(
    sentence: Sentence, to: regex.Match[str] | None, stop: int, giving: Giving | None
) -> tuple[Span | None, int]:
    """The one that received it, else how many persons are named: `cho các đồng chí A, B và C` · `Ông A và bà B được tặng`."""
    if to is None:
        receiver, persons = (None, 0) if giving is None else (giving.receiver, giving.persons)
        return receiver, persons if receiver is None else 0
    until = _named_until(sentence.folded, stop)
    receiver = None if is_general(sentence, to.end()) else receiver_after(sentence, to.end(), until)
    return receiver, persons_after(sentence, to.end(), until) if receiver is None else 0


def _named_until(folded: str, stop: int) -> int:
    """How far a list of named receivers may go: over `;`, up to the next giving."""
    giving = VERB.search(folded, stop)
    return stop if giving is not None or not folded.startswith(";", stop) else len(folded)


_GIVEN_BY_STATE = (AwardClass.MERIT_CERTIFICATE, AwardClass.EMULATION_FLAG)
"""Awards that may be named after who gives them, with no `của`: `Bằng khen Thủ tướng Chính phủ`."""


def _giver(sentence: Sentence, prize: Prize, to: regex.Match[str] | None, giving: Giving) -> Span | None:
    """`Cờ thi đua của Hội …` before who gave it by the verb."""
    of = _OF.match(sentence.folded, prize.span.stop, to.start() if to else prize.stop)
    named = None if of is None else authority_at(sentence, of.end())
    if of is None and prize.kind in _GIVEN_BY_STATE and sentence.folded.startswith(" ", prize.span.stop):
        named = highest_at(sentence, prize.span.stop + 1)
    return named or giving.giver


RULES = (
    # trao Huy hiệu 30 năm tuổi Đảng cho 03 đảng viên; 55 năm: 12 đảng viên
    Finder("awards.party_badge", badges, ("huy hiệu", "tuổi đảng")),
    # tặng Giấy khen cho 3 chi bộ và 11 đảng viên · 03 điều dưỡng được Bộ Y tế tặng Bằng khen
    Finder("awards.prize", _awards, PRIZE_WORDS),
    # được xếp loại hoàn thành tốt nhiệm vụ · Năm 2017: Trong sạch vững mạnh
    Finder("awards.rating", ratings, ("nhiệm vụ", "vững mạnh", "htxsnv", "htttnv", "tsvm", "xếp loại", "phân loại")),
    # 17 đảng viên được biểu dương · khen thưởng 2 chi bộ và 8 đảng viên tiêu biểu
    Finder("awards.praise", praise, ("dương", "khen", "vinh", "thưởng", "chiến sĩ thi đua")),
    # Công ty … là một trong các đơn vị được khen thưởng
    Finder("awards.one_of", one_of_those_praised, ("một trong",)),
)
