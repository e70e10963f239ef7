"""Whose an office is, where the one filled just before says it: `bầu ông A làm Chủ tịch Hội Nhà báo. Hai Phó Chủ tịch là …`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from congressx.document import Document
from congressx.engine import Mention
from congressx.extractors.elections.belonging import is_of_council
from congressx.extractors.elections.record import Act, Body
from congressx.vietnamese.spelling import fold

_CHIEFS_OF = {
    Body.STANDING_DEPUTY_SECRETARY: (Body.SECRETARY,),
    Body.DEPUTY_SECRETARY: (Body.SECRETARY, Body.STANDING_DEPUTY_SECRETARY),
    Body.VICE_CHAIRPERSON: (Body.CHAIRPERSON,),
    Body.INSPECTION_CHAIR: (Body.INSPECTION_COMMITTEE,),
}
"""Beside whom an office is named without its body."""
_DEPUTY_OF_INSPECTION = "phó chủ nhiệm"
_NEAR = 1
"""Sentences between an office and the one that says whose both are."""
_FAR = 12
"""Sentences over which a council elects its boards."""


def with_shared_bodies(mentions: Iterable[Mention], document: Document) -> Iterator[Mention]:
    """The mentions, those of an office without a body with that of the office it goes with."""
    before: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: m.focus):
        told = mention
        if mention.value["org"] is None and mention.rule != "elections.unnamed":
            told = mention.having(org=_of_chief(mention, before, document) or _of_council(mention, before))
        before.append(told)
        yield told


def _of_chief(mention: Mention, before: Sequence[Mention], document: Document) -> str | None:
    chiefs: tuple[Body, ...] = _CHIEFS_OF.get(mention.value["body"], ())
    if mention.value["body"] is Body.OTHER and fold(document.quote(mention.focus)).startswith(_DEPUTY_OF_INSPECTION):
        chiefs = (Body.INSPECTION_CHAIR,)
    lost = mention.value["act"] is Act.DISMISSED
    near = [
        m.value["org"]
        for m in before
        if m.value["body"] in chiefs
        and (m.value["act"] is Act.DISMISSED) is lost
        and mention.sentence - m.sentence <= _NEAR
    ]
    return near[-1] if near and len(set(near)) == 1 else None


def _of_council(mention: Mention, before: Sequence[Mention]) -> str | None:
    """`Ban Pháp chế: Trưởng ban Lê Văn An` after `bầu bà B làm Chủ tịch |HĐND huyện|`: the one council told of."""
    if mention.value["body"] is not Body.COUNCIL_OFFICE:
        return None
    near = [m.value["org"] for m in before if m.value["org"] and mention.sentence - m.sentence <= _FAR]
    councils = [org for org in near if is_of_council(fold(org))]
    whole = max(councils, key=len, default=None)
    return whole if whole and all(fold(org) in fold(whole) for org in councils) else None
