"""Lists of members under a heading: `DANH SÁCH BAN THƯỜNG VỤ HUYỆN ỦY KHÓA X`, then one numbered line a member."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congressx.document import Document, Sentence
from congressx.engine import Mention
from congressx.extractors.elections.glued_rosters import find_glued
from congressx.extractors.elections.pieces import Kind, Piece, read_pieces
from congressx.extractors.elections.record import Act, Body
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import fold, phrase

RULE = "elections.roster"
_HEADING = Pattern(phrase(r"danh sách|(?:như sau|sau đây|gồm các (?:đồng chí|ông, bà|ông|vị))\s*:?\s*$|:\s*$"))
_NO_HEADING = Pattern(phrase(r"ứng cử|đề cử|giới thiệu|dự kiến|bầu cử|tham dự|đến dự"))
_ITEM = Pattern(r"\s*(?:\d{1,2}\s*[.)/-]|[-+*•])\s*")
_ONE_HOLDER = (Body.SECRETARY, Body.STANDING_DEPUTY_SECRETARY, Body.INSPECTION_CHAIR, Body.CHAIRPERSON)
_OFFICES = (*_ONE_HOLDER, Body.DEPUTY_SECRETARY, Body.VICE_CHAIRPERSON)


def find_rosters(document: Document) -> Iterator[Mention]:
    """Members and officers of every list of an elected body."""
    for sentence in document.sentences:
        if len(sentence.text) > 240 or not _HEADING.search(sentence.folded) or _NO_HEADING.search(sentence.folded):
            continue
        bodies = [p for p in read_pieces(sentence.cased, sentence.folded) if p.kind is Kind.BODY and not p.voice]
        items = list(_items(document, sentence.index + 1)) if len(bodies) == 1 else []
        if len(items) > 1:
            yield _members(sentence, bodies[0], items)
            yield from _officers(sentence, bodies[0], items)


def find_glued_rosters(document: Document) -> Iterator[Mention]:
    """Members of lists whose lines ran together."""
    for heading, body, names in find_glued(document):
        yield _mention(heading, body.span, body.body, _org(heading, body), names)


def _items(document: Document, start: int) -> Iterator[tuple[Sentence, Piece, Sequence[Piece]]]:
    """Lines that begin with a number or dash and a name."""
    for sentence in document.sentences[start:]:
        item = _ITEM.match(sentence.folded)
        pieces = read_pieces(sentence.cased, sentence.folded) if item else ()
        names = [p for p in pieces if p.kind is Kind.NAME and p.voice == "full"]
        if not item or not names or names[0].span.start - item.end() > 20:
            return
        yield sentence, names[0], [p for p in pieces if p.span.start >= names[0].span.stop]


def _members(heading: Sentence, body: Piece, items: Sequence[tuple[Sentence, Piece, Sequence[Piece]]]) -> Mention:
    names = tuple(" ".join(name.span.of(line.text).split()) for line, name, _ in items)
    return _mention(heading, body.span, body.body, _org(heading, body), names)


def _officers(
    heading: Sentence, body: Piece, items: Sequence[tuple[Sentence, Piece, Sequence[Piece]]]
) -> Iterator[Mention]:
    filled: set[Body] = set()
    for line, name, after in items:
        office = after[0] if after and after[0].kind is Kind.OFFICE else None
        if office is None or office.body is None or office.body not in _OFFICES or office.body in filled:
            continue
        if not _agrees(_org(line, office), _org(heading, body)):
            continue
        if office.body in _ONE_HOLDER:
            filled.add(office.body)
        person = (" ".join(name.span.of(line.text).split()),)
        yield _mention(line, name.span.cover(office.span), office.body, _org(line, office), person)


def _org(sentence: Sentence, piece: Piece) -> str | None:
    return " ".join(piece.org.of(sentence.text).split()) if piece.org else None


def _agrees(office: str | None, body: str | None) -> bool:
    """Whether the officer is one of the body itself: `Đảng ủy Khối` in `Đảng ủy Khối Doanh nghiệp tỉnh`."""
    return office is None or body is None or fold(body).startswith(fold(office))


def _mention(sentence: Sentence, span: Span, body: Body | None, org: str | None, persons: tuple[str, ...]) -> Mention:
    value = {
        "body": body, "org": org, "act": Act.ELECTED, "seats": None, "candidates": None, "persons": persons,
        "votes_for": None, "votes_total": None, "percent": None,
    }  # fmt: skip
    whole = sentence.here(span)
    return Mention("elections", RULE, whole, whole, sentence.index, value)
