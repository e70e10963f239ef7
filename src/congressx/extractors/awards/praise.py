"""Praise with numbers and no word for an award: `17 đảng viên được biểu dương`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from congressx.document import Document, Sentence
from congressx.engine import Draft
from congressx.extractors.awards.drafting import numbers_of, quote_of
from congressx.extractors.awards.givers import authority_at, authority_before
from congressx.extractors.awards.givings import PASSIVE, PRAISING, Giving, compiled, passive_giver, received
from congressx.extractors.awards.occasions import at_meeting, is_now, is_past, not_given
from congressx.extractors.awards.parties import words
from congressx.extractors.awards.prizes import names_prize
from congressx.extractors.awards.receivers import full_name, receiver_before
from congressx.extractors.awards.recipients import Recipients, find_recipients
from congressx.extractors.awards.record import AwardClass
from congressx.span import Span

_PRAISE = compiled(
    rf"(?<!\p{{L}})(?<!thi đua,? |thi đua - |công tác |ban )(?:{PRAISING}|(?<!giấy |bằng |thư |lời )khen|trao thưởng"
    r"|tặng thưởng(?= (?:cho )?\d)|(?<!khen |trao |tặng |tiền |phần |giải )thưởng(?= \d)"
    rf"|công nhận(?= \d+ chiến sĩ thi đua))(?!\p{{L}})(?! chung)"
)
_NUMBER_IS = compiled(r"(?: (?!cho)[\p{L}\d]+){0,6} (?:là|có|gồm)(?: tới| đến| hơn| gần)? ")
"""`Số đảng viên được khen thưởng |trong nhiệm kỳ là| 41 người`"""
_PRAISED = compiled(
    r"\s*:?\s*(?: của (?P<giver>[^;,.:\d]{3,60}?)(?= cho | đối với ))?\s*(?:cho|đối với|tới)?(?: \p{L}+){0,2}\s*"
)


def praise(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`17 đảng viên được biểu dương` · `khen thưởng 2 chi bộ và 8 đảng viên tiêu biểu`"""
    folded = sentence.folded
    counted = find_recipients(folded)
    if not counted:
        return
    for verb in _PRAISE.finditer(folded):
        if not_given(folded[: verb.start()]) or names_prize(folded, verb.end(), verb.end() + _AWARD_BEHIND):
            continue
        found = _whom(sentence, counted, verb)
        if found is not None:
            yield _praised(sentence, document, *found, verb)


_AWARD_BEHIND = 40
"""Code points behind the verb within which a word for an award makes it another rule's."""


def _whom(
    sentence: Sentence, counted: Sequence[Recipients], verb: regex.Match[str]
) -> tuple[Recipients, Giving] | None:
    """Those praised: before a passive, behind `Số đảng viên được khen thưởng là`, or right behind the verb."""
    folded, before = sentence.folded, sentence.folded[: verb.start()]
    at_once = (is_now(before) or _BY_THE_MEETING.search(before) is not None) and not is_past(before)
    behind = next((each for each in counted if each.span.start >= verb.end()), None)
    if behind is not None and _is_movement(folded, behind) and not at_once:
        behind = None
    passive = PASSIVE.search(before)
    if passive is None:
        told = None if behind is None else _PRAISED.fullmatch(folded, verb.end(), behind.span.start)
        if behind is None or told is None:
            return None
        of = None if told["giver"] is None else authority_at(sentence, told.start("giver"))
        giver = of or authority_before(sentence, 0, verb.start())
        return behind, Giving(verb.start(), False, giver, behind, None)
    given = received(sentence, 0, passive.start(), passive_giver(sentence, passive))
    if given.counted is None:
        if behind is None or not _NUMBER_IS.fullmatch(folded, verb.end(), behind.span.start):
            return None
        return behind, given
    near = _SAME_CLAUSE.fullmatch(folded, given.counted.span.stop, passive.start())
    reached = _is_movement(folded, given.counted) and not at_once
    return (given.counted, given) if near and not reached else None


_BY_THE_MEETING = compiled(r"(?<!\p{L})(?:đại hội|hội nghị|buổi lễ|kỳ họp)(?: (?:đã|cũng|còn|tiến hành))*\s*$")
_MOVEMENT = compiled(r"gương(?! mặt)|gia đình|hộ(?!\p{L})")
_GOOD_DEEDS = compiled(r" (?:người tốt|việc tốt)")


def _is_movement(folded: str, counted: Recipients) -> bool:
    """`biểu dương 8.249 gương người tốt`, what a movement reached, is a KPI; `23 gương điển hình` were praised one by one."""
    found = _MOVEMENT.search(folded, counted.span.start, counted.span.stop)
    return found is not None and (found.group() != "gương" or _GOOD_DEEDS.match(folded, found.end()) is not None)


_ONE_OF = compiled(
    r"(?:(?:vinh dự |cũng |đã )*là một trong (?:những|các|số|\d+) (?:tập thể|đơn vị|cá nhân|tổ chức|đảng bộ|chi bộ)"
    rf"(?: (?!được)\p{{L}}+){{0,8}} được (?P<giver>[^;.,]{{0,90}}?)(?:biểu dương và |tuyên dương và )?{PRAISING}"
    rf"|(?:đã |từng )?được {PRAISING} là một trong (?:những|các|\d+) (?:\p{{L}}+ ){{0,4}}\p{{L}}+)(?!\p{{L}})"
)


def one_of_those_praised(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`Công ty … là một trong các đơn vị được khen thưởng`"""
    for said in _ONE_OF.finditer(sentence.folded):
        receiver = receiver_before(sentence, 0, said.start())
        if receiver is None or not_given(sentence.folded[: said.start()]):
            continue
        giver = authority_at(sentence, said.start("giver")) if said["giver"] else None
        value = {
            "class": AwardClass.OTHER,
            "giver": words(sentence, giver),
            "target": full_name(document, sentence, receiver),
            "at_meeting": at_meeting(document, sentence, said.start()),
        }
        span = Span(*said.span())
        yield Draft(value, span, quote_of(receiver.cover(span), receiver.start))


_SAME_CLAUSE = compiled(r"[^;:]{0,160}")


def _praised(
    sentence: Sentence, document: Document, counted: Recipients, giving: Giving, verb: regex.Match[str]
) -> Draft:
    value = {
        "class": AwardClass.OTHER,
        **numbers_of(counted),
        "giver": words(sentence, giving.giver),
        "at_meeting": at_meeting(document, sentence, verb.start()),
    }
    return Draft(value, counted.numbers, quote_of(counted.span.cover(Span(*verb.span())), giving.start))
