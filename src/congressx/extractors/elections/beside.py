"""What a sentence leaves open and a neighbour tells: the body that was filled, or (`acts_beside`) that it was an election at all.

`15 đồng chí trúng cử` after `bầu Ban Chấp hành` names no body; `ông Lê Văn An làm Chủ nhiệm` after `bầu Ủy ban Kiểm tra`
has no verb of election; both count only beside the sentence that has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congressx.document import Document, Sentence
from congressx.engine import Mention
from congressx.extractors.elections.acts_beside import FAR, with_act_beside
from congressx.extractors.elections.events import CHIEFS, COMMITTEES, SIZED
from congressx.extractors.elections.gaps import as_supplementary, fills_a_gap
from congressx.extractors.elections.pieces import Piece, read_pieces
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.up_for_election import (
    RESULT_FOLLOWS,
    planned_sizes,
    put_up_before,
    up_for_election,
)
from congressx.extractors.elections.walk import proposed
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold, phrase

_NEAR = 2
"""Sentences between who loses an office and who takes it over."""


def settled(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """Mentions whose body or act a neighbour tells; those nobody tells are left out."""
    before: list[Mention] = []
    for mention in mentions:
        told: Mention | None = mention
        if mention.value["body"] is None:
            told = _with_body(before, mention, document)
            if told is not None and _ELSEWHERE.match(document.sentences[mention.sentence].folded):
                told = told.having(org=None)
        if told is not None and before and fold(document.quote(told.focus)).endswith("cấp phó"):
            told = told.having(body=_DEPUTY_OF.get(before[-1].value["body"], told.value["body"]))
        if told is not None and told.value["act"] is None:
            told = with_act_beside(before, mentions, told, document)
        if told is not None:
            before.append(told)
            yield told


def _with_body(before: Sequence[Mention], mention: Mention, document: Document) -> Mention | None:
    """The mention with the body that a neighbour names; what tells most surely comes first."""
    if "thay" in fold(document.quote(mention.focus)):
        return _instead(before, mention)
    return (
        _as_proposed(mention, document)
        or _named_by_verb(mention, document, 0)
        or _planned_before(mention, document)
        or _office_put_up(before, mention, document)
        or _named_by(before, mention)
        or _named_by_verb(mention, document, RESULT_FOLLOWS)
        or _of_a_council(mention, document)
    )


_NEAR_PLAN = 2
"""Sentences between the number of members that were due and the number of those who won."""
_PLAN = Pattern(
    phrase(r"(?<!\p{L})(?:đề án|dự kiến|phương án|số lượng|danh sách|cơ cấu|biểu quyết|thống nhất|tờ trình)(?!\p{L})")
)


def _planned_before(mention: Mention, document: Document) -> Mention | None:
    """`Kết quả, 29 người trúng cử` after `theo đề án, Ban Chấp hành có 31 ủy viên`: the one committee of which so many were due."""
    seats = mention.value["seats"]
    if seats is None or mention.value["act"] is not Act.ELECTED:
        return None
    for index in range(mention.sentence, max(-1, mention.sentence - _NEAR_PLAN - 1), -1):
        sentence = document.sentences[index]
        stop = mention.focus.start - sentence.span.start
        sizes = [(body, size) for body, size in planned_sizes(sentence) if body.span.stop <= stop]
        if sizes:
            fits = len(sizes) == 1 and seats <= sizes[0][1] and _PLAN.search(sentence.folded, 0, sizes[0][0].span.stop)
            return _having(mention, sizes[0][0], sentence) if fits else None
    return None


_DEPUTY_OF = {
    Body.CHAIRPERSON: Body.VICE_CHAIRPERSON,
    Body.SECRETARY: Body.DEPUTY_SECRETARY,
    Body.COUNCIL_OFFICE: Body.COUNCIL_OFFICE,
}
"""`Ba cấp phó là …` behind the head they serve."""
_ELSEWHERE = Pattern(
    phrase(r"\W*(?:tại|ở|còn tại|còn ở) [^,;]{2,40},[^;]*(?:cương vị|chức vụ|chức danh|vị trí|trọng trách) này")
)
"""`Tại Gia Lai, ông A đảm nhiệm cương vị này`: the same office of another body."""


_PROPOSAL = Pattern(phrase(r"(?<!\p{L})(?:giới thiệu|đề cử)(?!\p{L})"))


def _instead(before: Sequence[Mention], mention: Mention) -> Mention | None:
    """`bầu bà B thay thế` after `miễn nhiệm ông A, Chủ tịch UBND`: the one office that somebody just lost."""
    lost = [m for m in before if m.value["act"] is Act.DISMISSED and mention.sentence - m.sentence <= _NEAR]
    last = [m for m in lost if m.sentence == lost[-1].sentence]
    if len({m.value["body"] for m in last}) != 1 or last[-1].value["body"] in COMMITTEES:
        return None
    return mention.having(body=last[-1].value["body"], org=last[-1].value["org"])


def _as_proposed(mention: Mention, document: Document) -> Mention | None:
    """`Bà Bình trúng cử` after `bà Trần Thị Bình được giới thiệu để bầu làm Chủ tịch`."""
    start = max(0, mention.sentence - RESULT_FOLLOWS)
    for sentence in reversed(document.sentences[start : mention.sentence]):
        if len(mention.value["persons"]) != 1 or not _PROPOSAL.search(sentence.folded):
            continue
        found = proposed(list(read_pieces(sentence.cased, sentence.folded)), sentence.folded)
        if found is None or len(found[1]) != 1:
            continue
        slot, (person,) = found
        name, told = fold(mention.value["persons"][0]), fold(person.span.of(sentence.text))
        if told == name or f" {told}".endswith(f" {name}") or f" {name}".endswith(f" {told}"):
            return _having(mention, slot, sentence)
    return None


def _named_by(before: Sequence[Mention], mention: Mention) -> Mention | None:
    """`25 đồng chí trúng cử` after `bầu Ban Chấp hành`."""
    seats, persons = mention.value["seats"], set(mention.value["persons"])
    known = [m for m in before if m.value["act"] is not Act.DISMISSED]
    near = [m for m in known if mention.sentence - m.sentence <= FAR]
    if seats is not None:
        near = [m for m in near if m.value["seats"] is not None or m.value["body"] in SIZED]
    same_persons = [m for m in known if persons & set(m.value["persons"])]
    same_seats = [m for m in near if seats is not None and m.value["seats"] == seats]
    sized = [m for m in near if m.value["seats"] is not None]
    chosen = (same_persons or same_seats or sized or near)[-1:]
    if not chosen:
        return None
    if seats is not None and not same_seats and mention.sentence - chosen[0].sentence > 3:
        return None
    told = mention.having(body=chosen[0].value["body"], org=chosen[0].value["org"])
    gap = chosen[0].value["act"] is Act.SUPPLEMENTARY and not chosen[0].value["persons"]
    return as_supplementary(told) if gap else told


def _named_by_verb(mention: Mention, document: Document, reach: int) -> Mention | None:
    """`15 đồng chí trúng cử` after `tiến hành bầu Ban Chấp hành`, which tells of no result itself."""
    if mention.value["act"] is Act.RE_ELECTED and mention.value["seats"] is not None:
        return None  # so many of the members, not the size of the body
    for index in range(mention.sentence, max(-1, mention.sentence - reach - 1), -1):
        sentence = document.sentences[index]
        stop = mention.focus.start - sentence.span.start
        slots = [slot for slot in up_for_election(sentence) if slot.span.stop <= stop]
        if slots:
            fits = slots[0].body in SIZED or (mention.value["seats"] is None and len(mention.value["persons"]) == 1)
            if len(slots) > 1 or not fits:
                return None
            told = _having(mention, slots[0], sentence)
            return as_supplementary(told) if fills_a_gap(sentence, slots[0]) else told
    return None


def _having(mention: Mention, slot: Piece, sentence: Sentence) -> Mention:
    """The mention with the body or office that another sentence names."""
    return mention.having(body=slot.body, org=slot.org_in(sentence.text))


def _office_put_up(before: Sequence[Mention], mention: Mention, document: Document) -> Mention | None:
    """`Ông An trúng cử với 103 phiếu` after `bầu 13 đồng chí vào Ban Chấp hành, sau đó bầu Bí thư`: one wins an office."""
    persons = set(mention.value["persons"])
    if mention.value["seats"] is not None or len(persons) != 1:
        return None
    if any(persons & set(m.value["persons"]) for m in before):
        return None  # `ông An cũng trúng cử` tells more of what he was said to have won
    found = put_up_before(document, mention.sentence)
    if found is None:
        return None
    sentence, slots = found
    offices = [slot for slot in slots if slot.body in CHIEFS]
    filled = {m.value["body"] for m in before}
    if len(offices) != 1 or offices[0] is not slots[-1] or offices[0].body in filled:
        return None
    return _having(mention, offices[0], sentence)


_POLLS = Pattern(
    phrase(r"(?<!\p{L})(?:ứng cử viên|ứng cử|đi bầu|bầu cử) ?[^.;]{0,60}?(?<!\p{L})(?:đại biểu|hđnd|quốc hội)(?!\p{L})")
)
_COUNCIL = Pattern(phrase(r"(?<!\p{L})(?:hđnd|hội đồng nhân dân|đại biểu quốc hội)(?!\p{L})"))


def _of_a_council(mention: Mention, document: Document) -> Mention | None:
    """`Trong 35 người ứng cử, 21 người trúng cử` in a report of an election of the people."""
    if mention.value["seats"] is None or mention.value["act"] is not Act.ELECTED:
        return None
    near = document.sentences[max(0, mention.sentence - RESULT_FOLLOWS) : mention.sentence + 1]
    polled = any(_POLLS.search(s.folded) for s in near) or (
        any("cử tri" in s.folded for s in near) and _COUNCIL.search(fold(document.text))
    )
    return mention.having(body=Body.OTHER) if polled else None
