"""How many out of how many: `chọn 15 trong số 17 đồng chí được giới thiệu vào Ban Chấp hành`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from congressx.extractors.elections.events import SIZED, Event
from congressx.extractors.elections.moods import is_done
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.extractors.elections.record import Act
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_OUT_OF = Pattern(phrase(r"\s*(?:trong|trên)(?: tổng)? số\s*"))
_CHOOSES = Pattern(phrase(r"(?<!\p{L})(?:bầu|chọn|lựa chọn)(?: ra| được| lấy| chọn)?(?: được)?\s*$"))
_INTO = Pattern(phrase(r"[^;:.]{0,90}(?<!\p{L})vào (?:các )?"))
_AGAIN = Pattern(phrase(r"(?<!\p{L})tái(?!\p{L})"))


def find_chosen_of(pieces: Sequence[Piece], folded: str) -> Iterator[Event]:
    """The bodies that so many out of a larger number were elected to."""
    for at, (count, total) in enumerate(pairwise(pieces)):
        if count.kind is not Kind.COUNT or total.kind is not Kind.COUNT or not total.voice:
            continue
        between = folded[count.span.stop : total.span.start]
        verb = _CHOOSES.search(folded, 0, count.span.start)
        if verb is None or not _OUT_OF.fullmatch(between) or (count.number or 0) >= (total.number or 0):
            continue
        body = next((p for p in pieces[at + 2 :] if p.kind is Kind.BODY), None)
        if body is None or body.voice or body.body not in SIZED:
            continue
        words = folded[total.span.stop : body.span.start]
        if not _INTO.fullmatch(words) or _AGAIN.search(words):
            continue
        if is_done(folded[: verb.start()], folded[body.span.stop :], aimed=False):
            span = count.span.cover(body.span)
            yield Event(
                Act.ELECTED, body.body, body.org, span, span, seats=count.number, candidates=total.number,
                head=(body.head or body.span).of(folded),
            )  # fmt: skip
