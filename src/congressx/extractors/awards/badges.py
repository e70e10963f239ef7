"""Party badges: `trao Huy hiệu 30 năm tuổi Đảng cho 03 đảng viên`, lists of classes, members before or behind their class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from congressx.document import Document, Sentence
from congressx.engine import Draft
from congressx.extractors.awards.drafting import TO, numbers_of, quote_of
from congressx.extractors.awards.givings import PASSIVE, compiled, subject_of
from congressx.extractors.awards.occasions import BOUNDARY, at_meeting, not_given
from congressx.extractors.awards.parties import words
from congressx.extractors.awards.receivers import (
    full_name,
    is_general,
    persons_after,
    persons_before,
    receiver_after,
    receiver_before,
)
from congressx.extractors.awards.recipients import Recipients, find_recipients
from congressx.extractors.awards.record import AwardClass
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase

_CLASS = r"(?:[2-9]0|[3-9]5|100)"
_LABELLED = Pattern(
    phrase(
        rf"huy hiệu(?: đảng)?(?: cao quý)?(?: loại)?\s*(?P<years>{_CLASS}(?:\s*(?:,|và|-|;"
        rf"|năm,?)\s*{_CLASS}(?! năm(?: tuổi đảng)?\s*:))*)(?: năm(?! qua)(?: tuổi đảng| tuổi ðảng)?| tuổi đảng)"
    )
)
_MORE = Pattern(
    phrase(
        rf"(?:huy hiệu(?: đảng)? |loại )?(?<![\d.,/])(?<!\d -|\d-|\d - |đến )"
        rf"(?P<years>{_CLASS}(?:\s*(?:,|và)\s*{_CLASS})*) năm(?: tuổi đảng)?"
        r"(?=\s*(?:[:,;.()-]|$|(?:cho|tặng|là|có|và|với|gồm)(?!\p{L}))|(?<=tuổi đảng)\s+\d"
        r"|\s+\d{1,3}\s*(?:đồng chí|đảng viên|đ/c|cụ)(?!\p{L}))"
    )
)
_LISTING = Pattern(
    phrase(
        r"huy hiệu(?: đảng)?(?: các loại)?(?!\p{L})[^;.]{0,80}?(?:;\s*)?(?:(?<!\p{L})(?:gồm|trong đó|có(?= \d))(?!\p{L})|:"
        rf"|\((?=(?:(?:gồm|trong đó)(?: có)?:? )?(?:\d+ (?:đồng chí|đảng viên|đ/c) )?{_CLASS} năm))"
    )
)
"""`29 đảng viên được tặng Huy hiệu, gồm: 3 đảng viên 60 năm tuổi Đảng; 2 đảng viên 55 năm`"""
_DIVIDED = Pattern(
    phrase(
        rf"\W*(?:trong đó|cụ thể|gồm)(?!\p{{L}})(?: có| là)?\s*[,:]?\s*(?:\d+ (?:đồng chí|đảng viên) )?(?={_CLASS} năm)"
    )
)
"""`… nhận Huy hiệu 60, 55 và 50 năm tuổi Đảng. Trong đó, 60 năm tuổi Đảng có 1 đồng chí, 55 năm 2 đồng chí`"""
_BEHIND = Pattern(
    phrase(
        r"(?: tuổi đảng)?\s*(?:(?:[:(-]|(?:đã |cũng )?được (?:trao tặng|trao|tặng|gắn) cho"
        r"|cho|tặng(?: cho)?|là|có|với|gồm|đến|tới|đối với)(?!\p{L})[^;]{0,70}?)?"
    )
)
_BADGES = Pattern(r"(?<![\d.,/])(?P<number>\d{1,4})\s+$")
_FROM = Pattern(
    phrase(
        r"(?: \p{L}+){0,5}\s*|(?: vinh dự| đã| cũng)* được [^;:.,\d]{2,80} (?:trao tặng|truy tặng|trao|tặng|gắn)\s*(?:huy hiệu đảng\s*)?"
    )
)


@dataclass(frozen=True, slots=True)
class Badge:
    """One class of badge with those who receive it; offsets in the sentence."""

    years: int | None
    """None where one number stands for several classes."""
    label: Span
    recipients: Recipients | None

    @property
    def numbers(self) -> Span:
        """The class and the number of members."""
        return self.label if self.recipients is None else self.label.cover(self.recipients.numbers)

    @property
    def span(self) -> Span:
        """The words that say both."""
        return self.label if self.recipients is None else self.label.cover(self.recipients.span)


def find_badges(folded: str, *, divided: bool = False) -> Iterator[Badge]:
    """Every class of badge of a sentence; with `divided` also of one that divides those of the sentence above.

    >>> found = find_badges("tặng huy hiệu 70 năm tuổi đảng cho 01 đảng viên; 55 năm: 12 đảng viên")
    >>> [(badge.years, badge.recipients.individuals) for badge in found]
    [(70, 1), (55, 12)]
    """
    labels = _labels(folded, divided=divided)
    counted = [each for each in find_recipients(folded) if each.individuals is not None and each.collectives is None]
    used: set[Span] = set()
    for place, label in enumerate(labels):
        left = labels[place - 1].end() if place else 0
        right = labels[place + 1].start() if place + 1 < len(labels) else len(folded)
        recipients = _behind(folded, label, right, counted) or _ahead(folded, label, left, counted)
        if recipients is not None and recipients.numbers in used:
            recipients = None
        if recipients is not None:
            used.add(recipients.numbers)
        years = regex.findall(r"\d+", label["years"])
        yield Badge(int(years[0]) if len(years) == 1 else None, Span(label.start("years"), label.end()), recipients)


def _labels(folded: str, *, divided: bool) -> list[regex.Match[str]]:
    first = _LABELLED.search(folded)
    listing = _LISTING.search(folded)
    if listing is not None and (first is None or listing.end() < first.start()):
        first = _next(folded, listing.end())
    if first is None and divided and (opening := _DIVIDED.match(folded)) is not None:
        first = _next(folded, opening.end())
    if first is None:
        return []
    found = [first]
    while (more := _next(folded, found[-1].end())) is not None:
        found.append(more)
    return found


def _next(folded: str, start: int) -> regex.Match[str] | None:
    candidates = [match for pattern in (_LABELLED, _MORE) if (match := pattern.search(folded, start)) is not None]
    return min(candidates, key=lambda match: match.start("years"), default=None)


_NUMBER_BEHIND = Pattern(phrase(r"(?: tuổi đảng)?\s*:\s*(?P<number>\d{1,4})(?=\s*(?:[,;.)]|$|và(?!\p{L})))"))
"""`65 năm: 4, 60 năm: 10`"""


_RECEIVE = Pattern(phrase(r"(?: khác)?(?: (?:cũng|vinh dự))? (?:đón nhận|nhận|được (?:trao tặng|trao|tặng|nhận)) "))
"""`…, 3 đồng chí khác nhận |Huy hiệu 30 năm`: they belong to the class that follows"""


def _behind(folded: str, label: regex.Match[str], right: int, counted: list[Recipients]) -> Recipients | None:
    if number := _NUMBER_BEHIND.match(folded, label.end(), right):
        span = Span(*number.span("number"))
        return Recipients(span, span, individuals=int(number["number"]))
    for each in counted:
        if label.end() <= each.span.start < right:
            is_next = _RECEIVE.fullmatch(folded, each.span.stop, right)
            return each if not is_next and _BEHIND.fullmatch(folded, label.end(), each.span.start) else None
    return None


def _ahead(folded: str, label: regex.Match[str], left: int, counted: list[Recipients]) -> Recipients | None:
    if number := _BADGES.search(folded, left, label.start()):  # 3 Huy hiệu 55 năm
        span = Span(*number.span("number"))
        return Recipients(span, span, individuals=int(number["number"]))
    near = [each for each in counted if left <= each.span.start and each.span.stop <= label.start()]
    return near[-1] if near and _FROM.fullmatch(folded, near[-1].span.stop, label.start()) else None


# --- who gives and receives them ---------------------------------------------------------------------------------------

_GIVEN = compiled(r"(?<!\p{L})(?:trao|tặng|nhận|gắn(?= huy hiệu))(?!\p{L})")
_GIVEN_ABOVE = compiled(r"(?<!\p{L})(?:trao|tặng|nhận)(?!\p{L})[^;.]{0,60}huy hiệu")
_REACH = 3
"""How many sentences above the giving of badges is looked for, lines of their list aside."""
_LONGEST = 15
"""Lines of a list of badges; there are not many more classes."""


def badges(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """`trao Huy hiệu 70 năm tuổi Đảng cho 01 đảng viên; 55 năm: 12 đảng viên`"""
    given_above = _given_above(sentence, document)
    found = list(find_badges(sentence.folded, divided=given_above))
    if not found or not_given(sentence.folded[: found[0].label.start]):
        return
    if _GIVEN.search(sentence.folded) is None and not given_above:
        return
    giver, begin = _badge_giver(sentence, found[0].label.start)
    for place, badge in enumerate(found):
        until = found[place + 1].label.start if place + 1 < len(found) else len(sentence.folded)
        receiver = None if badge.recipients else _badge_receiver(sentence, badge.label, until)
        persons = 0 if badge.recipients or receiver else _badge_persons(sentence, badge.label, until)
        value = {
            "class": AwardClass.PARTY_BADGE,
            "years": badge.years,
            **numbers_of(badge.recipients),
            **({"individuals": persons} if persons else {}),
            "giver": words(sentence, giver),
            "target": full_name(document, sentence, receiver),
            "at_meeting": at_meeting(document, sentence, badge.label.start),
        }
        span = badge.span if receiver is None else badge.span.cover(receiver)
        yield Draft(value, badge.numbers, quote_of(span, begin if not place else span.start))


def _given_above(sentence: Sentence, document: Document) -> bool:
    """`637 đảng viên được tặng Huy hiệu Đảng. Nhiều nhất là Huy hiệu 40 năm tuổi Đảng với 163 đồng chí`"""
    others = 0
    for above in reversed(document.sentences[max(0, sentence.index - _LONGEST) : sentence.index]):
        if _GIVEN_ABOVE.search(above.folded):
            return True
        if _LABELLED.search(above.folded) is None:
            others += 1
        if others == _REACH:
            return False
    return False


def _badge_giver(sentence: Sentence, label: int) -> tuple[Span | None, int]:
    verb = regex.search(r"(?<!\p{L})(?:truy\s+tặng|trao\s+tặng|trao|tặng|nhận|gắn)(?=[^;]*$)", sentence.folded[:label])
    if verb is None:
        return None, label
    passive = PASSIVE.search(sentence.folded, 0, verb.start())
    if passive is not None or verb.group() == "nhận":
        return None, label
    return subject_of(sentence, 0, verb.start()), verb.start()


def _badge_receiver(sentence: Sentence, label: Span, until: int) -> Span | None:
    to = TO.search(sentence.folded, label.stop, until)
    if to is not None:
        return None if is_general(sentence, to.end()) else receiver_after(sentence, to.end(), until)
    taken = _TAKEN.search(sentence.folded, 0, label.start)
    if taken is None:
        return None
    left = max((m.end() for m in BOUNDARY.finditer(sentence.folded, 0, taken.start())), default=0)
    return receiver_before(sentence, left, taken.start())


def _badge_persons(sentence: Sentence, label: Span, until: int) -> int:
    """How many members are named that receive the badge, where several are."""
    to = TO.search(sentence.folded, label.stop, until)
    if to is not None:
        return persons_after(sentence, to.end(), until)
    taken = _TAKEN.search(sentence.folded, 0, label.start)
    return 0 if taken is None else persons_before(sentence, 0, taken.start())


_TAKEN = compiled(
    r"(?:(?:vinh dự )?được (?:trao tặng|tặng|trao|nhận)|đón nhận|nhận)"
    r"(?: (?:huân chương|bằng khen|giấy khen|cờ)[^;:.\d]{0,60}?(?: và|,))? huy hiệu\s*(?:đảng)?\s*$"
)
