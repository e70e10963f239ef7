"""Party badges: `trao Huy hiệu 30 năm tuổi Đảng cho 03 đảng viên`, lists of classes, members before or behind their class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from congressx.extractors.awards.recipients import Recipients, find_recipients
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase

_CLASS = r"(?:[2-9]0|[3-9]5|100)"
_LABELLED = Pattern(
    phrase(
        rf"huy hiệu(?: đảng)?(?: cao quý)?(?: loại)?\s*(?P<years>{_CLASS}(?:\s*(?:,|và|-|;"
        rf"|năm,?)\s*{_CLASS})*) năm(?! qua)(?: tuổi đảng| tuổi ðảng)?"
    )
)
_MORE = Pattern(
    phrase(
        rf"(?:huy hiệu(?: đảng)? |loại )?(?<![\d.,/])(?P<years>{_CLASS}(?:\s*(?:,|và)\s*{_CLASS})*) năm(?: tuổi đảng)?"
        r"(?=\s*(?:[:,;.)-]|$|cho(?!\p{L})|tặng(?!\p{L})|là(?!\p{L})|có(?!\p{L})|và(?!\p{L})))"
    )
)
_TO = Pattern(phrase(r"(?: tuổi đảng)?\s*(?:[:(-]|cho|tặng(?: cho)?|là|có|đến|tới)(?!\p{L})[^;]{0,70}?"))
_BADGES = Pattern(r"(?<![\d.,/])(?P<number>\d{1,4})\s+$")
_FROM = Pattern(phrase(r"(?: \p{L}+){0,5}\s*"))


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


def find_badges(folded: str) -> Iterator[Badge]:
    """Every class of badge of a sentence.

    >>> found = find_badges("tặng huy hiệu 70 năm tuổi đảng cho 01 đảng viên; 55 năm: 12 đảng viên")
    >>> [(badge.years, badge.recipients.individuals) for badge in found]
    [(70, 1), (55, 12)]
    """
    labels = _labels(folded)
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


def _labels(folded: str) -> list[regex.Match[str]]:
    first = _LABELLED.search(folded)
    if first is None:
        return []
    found = [first]
    while (more := _next(folded, found[-1].end())) is not None:
        found.append(more)
    return found


def _next(folded: str, start: int) -> regex.Match[str] | None:
    candidates = [match for pattern in (_LABELLED, _MORE) if (match := pattern.search(folded, start)) is not None]
    return min(candidates, key=lambda match: match.start("years"), default=None)


def _behind(folded: str, label: regex.Match[str], right: int, counted: list[Recipients]) -> Recipients | None:
    for each in counted:
        if label.end() <= each.span.start < right:
            return each if _TO.fullmatch(folded, label.end(), each.span.start) else None
    return None


def _ahead(folded: str, label: regex.Match[str], left: int, counted: list[Recipients]) -> Recipients | None:
    if number := _BADGES.search(folded, left, label.start()):  # 3 Huy hiệu 55 năm
        span = Span(*number.span("number"))
        return Recipients(span, span, individuals=int(number["number"]))
    near = [each for each in counted if left <= each.span.start and each.span.stop <= label.start()]
    return near[-1] if near and _FROM.fullmatch(folded, near[-1].span.stop, label.start()) else None
