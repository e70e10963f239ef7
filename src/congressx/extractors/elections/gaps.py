"""Offices that were free: `bầu bổ sung Phó Chủ tịch UBND huyện. Kết quả, ông A trúng cử Phó Chủ tịch`, where the result does not say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congressx.document import Document, Sentence
from congressx.engine import Mention
from congressx.extractors.elections.belonging import orgs_agree
from congressx.extractors.elections.events import OFFICES
from congressx.extractors.elections.pieces import Piece
from congressx.extractors.elections.record import Act
from congressx.extractors.elections.up_for_election import up_for_election
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

_TO_FILL_A_GAP = Pattern(
    phrase(
        r"(?<!\p{L})(?:bầu (?:cử )?(?:bổ sung|thêm)|kiện toàn)(?: các)?(?: chức danh| chức vụ| chức)?\s*(?:(?:\d+|một|hai|ba) )?$"
    )
)
"""`bỏ phiếu |bầu bổ sung| Đảng ủy viên`"""
_BACK = 3
"""Sentences from the result back to what was free."""


def fills_a_gap(sentence: Sentence, slot: Piece) -> bool:
    """Whether the words before what is up for election say that it is free."""
    return _TO_FILL_A_GAP.search(sentence.folded, 0, slot.span.start) is not None


def with_gaps(mentions: Iterable[Mention], document: Document) -> Iterator[Mention]:
    """The mentions, those elected to an office just said to be free as elected to it alone."""
    for mention in mentions:
        won = mention.value["body"] in OFFICES and mention.value["persons"]
        yield as_supplementary(mention) if won and _was_free(mention, document) else mention


def as_supplementary(mention: Mention) -> Mention:
    """The mention of an election as one to what was free; any other act stays."""
    return mention.having(act=Act.SUPPLEMENTARY) if mention.value["act"] is Act.ELECTED else mention


def _was_free(mention: Mention, document: Document) -> bool:
    for sentence in document.sentences[max(0, mention.sentence - _BACK) : mention.sentence + 1]:
        if "bổ sung" not in sentence.folded and "bầu thêm" not in sentence.folded:
            continue  # `kiện toàn` alone may be of offices that were held until then
        slots = [slot for slot in up_for_election(sentence) if sentence.here(slot.span).stop <= mention.focus.start]
        if slots and fills_a_gap(sentence, slots[0]) and any(_is_of(slot, mention, sentence) for slot in slots):
            return True
    return False


def _is_of(slot: Piece, mention: Mention, sentence: Sentence) -> bool:
    """Whether it is the same office of the same body, as far as both say."""
    return slot.body is mention.value["body"] and orgs_agree(slot.org_in(sentence.text), mention.value["org"])
