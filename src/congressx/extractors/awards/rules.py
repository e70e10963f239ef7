"""Awards by their words (badges, certificates, flags, medals, prizes), praise with numbers, and ratings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from congressx.document import Document, Sentence
from congressx.engine import Draft, Finder
from congressx.extractors.awards.badges import find_badges
from congressx.extractors.awards.givings import (
    GIVING,
    PASSIVE,
    PRAISING,
    VERB,
    Giving,
    compiled,
    giving_of,
    passive_giver,
    received,
    subject_of,
)
from congressx.extractors.awards.occasions import BOUNDARY, at_meeting, not_given
from congressx.extractors.awards.parties import (
    authority_at,
    authority_before,
    full_name,
    receiver_after,
    receiver_before,
    words,
)
from congressx.extractors.awards.prizes import HONOUR, Prize, find_prizes, is_named, prize_word
from congressx.extractors.awards.ratings import find_ratings
from congressx.extractors.awards.recipients import Recipients, find_recipients
from congressx.extractors.awards.record import AwardClass
from congressx.patterns import Pattern
from congressx.span import Span

_QUOTE = 120
_DESCRIBING = compiled(r"(?:đạt|được|có|mang|đoạt|giành|các)(?: các| nhiều| \d+)? $")
"""`đạt danh hiệu`, `đoạt huy chương`: what recipients have, not what they are given here."""


_OF = compiled(r"(?:\s*(?:(?!cho|tặng|của|và)[\p{L}\d]+|[\"“”'()-]|\"[^\"]{1,80}\"))*?\s+của\s+")
_TO = compiled(r"(?<!\p{L})(?:cho|tặng(?: cho)?|tới|đến)\s+(?!chúc|hoa|quà|lẵng)")
_GENERAL = compiled(
    r"(?:các|những|nhiều|một số|tập thể|cá nhân|đại diện|toàn thể|hội viên|đảng viên)(?!\p{L})(?! (?:hội|chi|đảng"
    r"|công|sở|ban|ubnd|phòng|khoa|trường))"
)
_AMONG = compiled(r"trong đó|bao gồm|gồm")
_FEW = Pattern(r"(?:^|\s)(?P<number>\d+)\s*$")


def _awards(sentence: Sentence, document: Document) -> Iterator[Draft]:
    giving: Giving | None = None
    left = 0
    for prize in find_prizes(sentence.folded):
        own = None
        if not _DESCRIBING.search(sentence.folded, left, prize.span.start) or GIVING.search(
            sentence.folded, left, prize.span.start
        ):
            own = giving_of(sentence, left, prize.span.start)
        if own is None and giving is not None and _continues(sentence.folded[left : prize.span.start]):
            own = giving
        if own is None or not is_named(sentence, prize):
            continue
        draft, stop = _award(sentence, document, prize, own, first=own is not giving)
        giving, left = own, max(stop, prize.span.stop)
        if draft is not None:
            yield draft


def _continues(between: str) -> bool:
    """Whether an award follows another in one list: `Cờ thi đua cho 3 tập thể; Bằng khen cho 20 cá nhân`."""
    tail = regex.split(r"[;,]|\bvà\b", between)[-1]
    return regex.fullmatch(r"\s*(?:các\s+)?\d*\s*", tail) is not None


def _award(
    sentence: Sentence, document: Document, prize: Prize, giving: Giving, *, first: bool
) -> tuple[Draft | None, int]:
    """The award and where the words that belong to it end."""
    folded = sentence.folded
    among = _AMONG.search(folded, prize.span.stop, prize.stop)
    stop = among.start() if among else prize.stop
    to = _TO.search(folded, prize.span.stop, stop)
    if to is not None and not folded[to.end() : stop].strip():
        to = None  # the verb of the next award
    counted = _counted_behind(folded, prize, to, stop)
    if counted is None and first:
        counted = giving.counted
    number = _FEW.search(folded, max(0, prize.span.start - 8), prize.span.start)
    receiver = None
    if counted is None and (number is None or giving.receiver is None):
        receiver = _receiver(sentence, to, stop, giving if first else None)
    if giving.ceremony and counted is None and receiver is None:
        return None, prize.span.stop
    value: dict[str, Any] = {"class": prize.kind, **_numbers(counted)}
    numbers = counted.numbers if counted else prize.span
    unsaid = counted is None and receiver is None
    if unsaid and number is not None and not (giving.passive and _is_of_person(sentence, giving)):
        value["total"], numbers = int(number["number"]), Span(*number.span("number"))
    value["giver"] = words(sentence, _giver(sentence, prize, to, giving))
    value["target"] = full_name(document, sentence, receiver)
    value["at_meeting"] = at_meeting(
        document, sentence, prize.span.start, history=giving.passive and prize.kind is AwardClass.OTHER
    )
    if HONOUR.match(folded, prize.word.start) and not _is_sided(folded, prize, value):
        return None, prize.span.stop
    parts = [prize.span, numbers, *([counted.span] if counted else []), *([receiver] if receiver else [])]
    span = Span(min(part.start for part in parts), max(part.stop for part in parts))
    return Draft(value, numbers, _quote(sentence, span, giving.start)), max(span.stop, prize.span.stop)


_STATE_HONOUR = compiled(r"anh hùng|nghệ sĩ|nghệ nhân|nhà giáo|thầy thuốc|chiến sĩ thi đua")


def _is_sided(folded: str, prize: Prize, value: dict[str, Any]) -> bool:
    """Whether a title or prize has a giver or a receiver, or is one of the State's; others are prizes of shows and games."""
    sided = any(value.get(side) is not None for side in ("giver", "target", "collectives", "individuals", "total"))
    return sided or _STATE_HONOUR.search(folded, prize.span.start, prize.span.stop) is not None


def _is_of_person(sentence: Sentence, giving: Giving) -> bool:
    """`ông từng được tặng 13 bằng khen`: the number counts awards of one person."""
    return regex.search(r"(?<!\p{L})từng(?!\p{L})", sentence.folded[: giving.start + 40]) is not None


def _counted_behind(folded: str, prize: Prize, to: regex.Match[str] | None, stop: int) -> Recipients | None:
    if to is None:
        return None
    for each in find_recipients(folded):
        if to.end() <= each.span.start and each.span.stop <= stop:
            return each if _NEAR.fullmatch(folded, to.end(), each.span.start) else None
    return None


_NEAR = compiled(r"(?:[^;.,:]{0,60}?[\s,(])?(?:hơn |gần |trên |khoảng )?")


def _receiver(sentence: Sentence, to: regex.Match[str] | None, stop: int, giving: Giving | None) -> Span | None:
    if to is None:
        return None if giving is None else giving.receiver
    if _GENERAL.match(sentence.folded, to.end()):
        return None
    return receiver_after(sentence, to.end(), _named_until(sentence.folded, stop))


def _named_until(folded: str, stop: int) -> int:
    """How far a list of named receivers may go: over `;`, up to the next giving."""
    giving = VERB.search(folded, stop)
    return stop if giving is not None or not folded.startswith(";", stop) else len(folded)


def _numbers(counted: Recipients | None) -> dict[str, int | None]:
    if counted is None:
        return {"collectives": None, "individuals": None, "total": None}
    return {"collectives": counted.collectives, "individuals": counted.individuals, "total": counted.total}


def _giver(sentence: Sentence, prize: Prize, to: regex.Match[str] | None, giving: Giving) -> Span | None:
    """`Cờ thi đua của Hội …` before who gave it by the verb."""
    of = _OF.match(sentence.folded, prize.span.stop, to.start() if to else prize.stop)
    named = None if of is None else authority_at(sentence, of.end())
    return named or giving.giver


def _quote(sentence: Sentence, span: Span, begin: int) -> Span:
    """The words from the verb on, at most as many characters as a quote may have."""
    start = min(begin, span.start)
    if span.stop - start > _QUOTE:
        start = span.start
    return Span(start, min(span.stop, start + _QUOTE)) if span.stop - start > _QUOTE else Span(start, span.stop)


# --- badges ---------------------------------------------------------------------------------------------------------------

_GIVEN = compiled(r"(?<!\p{L})(?:trao|tặng|nhận)(?!\p{L})")


def _badges(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`trao Huy hiệu 70 năm tuổi Đảng cho 01 đảng viên; 55 năm: 12 đảng viên`"""
    badges = list(find_badges(sentence.folded))
    if not badges or _GIVEN.search(sentence.folded) is None or not_given(sentence.folded[: badges[0].label.start]):
        return
    giver, begin = _badge_giver(sentence, badges[0].label.start)
    for place, badge in enumerate(badges):
        until = badges[place + 1].label.start if place + 1 < len(badges) else len(sentence.folded)
        receiver = None if badge.recipients else _badge_receiver(sentence, badge.label, until)
        value = {
            "class": AwardClass.PARTY_BADGE,
            "years": badge.years,
            **_numbers(badge.recipients),
            "giver": words(sentence, giver),
            "target": full_name(document, sentence, receiver),
            "at_meeting": at_meeting(document, sentence, badge.label.start),
        }
        span = badge.span if receiver is None else badge.span.cover(receiver)
        yield Draft(value, badge.numbers, _quote(sentence, span, begin if not place else span.start))


def _badge_giver(sentence: Sentence, label: int) -> tuple[Span | None, int]:
    verb = regex.search(r"(?<!\p{L})(?:truy\s+tặng|trao\s+tặng|trao|tặng|nhận)(?=[^;]*$)", sentence.folded[:label])
    if verb is None:
        return None, label
    passive = PASSIVE.search(sentence.folded, 0, verb.start())
    if passive is not None or verb.group() == "nhận":
        return None, label
    return subject_of(sentence, 0, verb.start()), verb.start()


def _badge_receiver(sentence: Sentence, label: Span, until: int) -> Span | None:
    to = _TO.search(sentence.folded, label.stop, until)
    if to is not None:
        return None if _GENERAL.match(sentence.folded, to.end()) else receiver_after(sentence, to.end(), until)
    taken = _TAKEN.search(sentence.folded, 0, label.start)
    if taken is None:
        return None
    left = max((m.end() for m in BOUNDARY.finditer(sentence.folded, 0, taken.start())), default=0)
    return receiver_before(sentence, left, taken.start())


_TAKEN = compiled(r"(?:(?:vinh dự )?được (?:trao tặng|tặng|trao|nhận)|đón nhận|nhận) huy hiệu\s*(?:đảng)?\s*$")


# --- praise and ratings ---------------------------------------------------------------------------------------------------

_PRAISE = compiled(rf"(?<!\p{{L}})(?<!thi đua,? |thi đua - |công tác |ban )(?:{PRAISING}|khen)(?!\p{{L}})(?! chung)")
_MOVEMENT = compiled(r"gương|gia đình|hộ(?!\p{L})")
"""`biểu dương 8.249 gương người tốt, việc tốt`: what a movement reached, a KPI."""
_PRAISED = compiled(r"(?:cho|đối với|tới)?(?: \p{L}+){0,2}\s*")


def _praise(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`17 đảng viên được biểu dương` · `khen thưởng 2 chi bộ và 8 đảng viên tiêu biểu`"""
    folded = sentence.folded
    counted = find_recipients(folded)
    if not counted:
        return
    for verb in _PRAISE.finditer(folded):
        if not_given(folded[: verb.start()]) or prize_word().search(
            folded, verb.end(), min(len(folded), verb.end() + 40)
        ):
            continue
        behind = next((each for each in counted if each.span.start >= verb.end()), None)
        if behind is not None and _MOVEMENT.search(folded, behind.span.start, behind.span.stop):
            behind = None
        passive = PASSIVE.search(folded, 0, verb.start())
        if passive is not None:
            given = received(sentence, 0, passive.start(), passive_giver(sentence, passive))
            if given.counted is not None and _SAME_CLAUSE.fullmatch(folded, given.counted.span.stop, passive.start()):
                yield _praised(sentence, document, given.counted, given, verb)
        elif behind is not None and _PRAISED.fullmatch(folded, verb.end(), behind.span.start):
            giver = authority_before(sentence, 0, verb.start())
            yield _praised(sentence, document, behind, Giving(verb.start(), False, giver, behind, None), verb)


_SAME_CLAUSE = compiled(r"[^;:]{0,160}")


def _praised(
    sentence: Sentence, document: Document, counted: Recipients, giving: Giving, verb: regex.Match[str]
) -> Draft:
    value = {
        "class": AwardClass.OTHER,
        **_numbers(counted),
        "giver": words(sentence, giving.giver),
        "at_meeting": at_meeting(document, sentence, verb.start()),
    }
    return Draft(value, counted.numbers, _quote(sentence, counted.span.cover(Span(*verb.span())), giving.start))


def _ratings(sentence: Sentence, document: Document) -> Iterator[Draft]:
    for rating in find_ratings(sentence):
        value = {
            "class": AwardClass.RATING,
            "giver": words(sentence, rating.giver),
            "target": words(sentence, rating.target),
            "at_meeting": False,
        }
        yield Draft(value, rating.grade, _quote(sentence, rating.span, rating.span.start))


RULES = (
    # trao Huy hiệu 30 năm tuổi Đảng cho 03 đảng viên; 55 năm: 12 đảng viên
    Finder("awards.party_badge", _badges, ("huy hiệu",)),
    # tặng Giấy khen cho 3 chi bộ và 11 đảng viên · 03 điều dưỡng được Bộ Y tế tặng Bằng khen
    Finder("awards.prize", _awards, ("khen", "cờ", "chương", "danh hiệu", "giải thưởng", "huy hiệu", "bằng")),
    # được xếp loại hoàn thành tốt nhiệm vụ · Năm 2017: Trong sạch vững mạnh
    Finder("awards.rating", _ratings, ("nhiệm vụ", "vững mạnh", "htxsnv", "htttnv", "tsvm")),
    # 17 đảng viên được biểu dương · khen thưởng 2 chi bộ và 8 đảng viên tiêu biểu
    Finder("awards.praise", _praise, ("dương", "khen", "vinh")),
)
