"""What a sentence leaves open and a neighbour tells: the body that was filled, or that it was an election at all.

`15 đồng chí trúng cử` after `bầu Ban Chấp hành` names no body; `ông Lê Văn An làm Chủ nhiệm` after `bầu Ủy ban Kiểm tra`
has no verb of election; both count only beside the sentence that has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from congressx.document import Document, SectionKind
from congressx.engine import Mention
from congressx.extractors.elections.events import ONE_HOLDER, SIZED, heads_a_board
from congressx.extractors.elections.pieces import read_pieces
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.walk import proposed
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold, phrase

_OFFICES = ONE_HOLDER | {Body.DEPUTY_SECRETARY, Body.VICE_CHAIRPERSON}
_LONGEST_REST = 40
"""Characters a title may have beside the words that fill an office."""
_FAR = 12
"""Sentences over which an election may be told."""


def settled(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """Mentions whose body or act a neighbour tells; those nobody tells are left out."""
    before: list[Mention] = []
    for mention in mentions:
        told: Mention | None = mention
        if mention.value["body"] is None:
            told = _as_proposed(mention, document) or _named_by(before, mention)
            if told is not None and _ELSEWHERE.match(document.sentences[mention.sentence].folded):
                told = told.having(org=None)
        if told is not None and told.value["act"] is None:
            told = _beside(before, mentions, told, document)
        if told is not None:
            before.append(told)
            yield told


_ELSEWHERE = Pattern(
    phrase(r"\W*(?:tại|ở|còn tại|còn ở) [^,;]{2,40},[^;]*(?:cương vị|chức vụ|chức danh|vị trí|trọng trách) này")
)
"""`Tại Gia Lai, ông A đảm nhiệm cương vị này`: the same office of another body."""


_PROPOSAL = Pattern(phrase(r"(?<!\p{L})(?:giới thiệu|đề cử)(?!\p{L})"))
_RESULT_FOLLOWS = 4
"""Sentences between a proposal and its result."""


def _as_proposed(mention: Mention, document: Document) -> Mention | None:
    """`Bà Bình trúng cử` after `bà Trần Thị Bình được giới thiệu để bầu làm Chủ tịch`."""
    start = max(0, mention.sentence - _RESULT_FOLLOWS)
    for sentence in reversed(document.sentences[start : mention.sentence]):
        if len(mention.value["persons"]) != 1 or not _PROPOSAL.search(sentence.folded):
            continue
        found = proposed(list(read_pieces(sentence.cased, sentence.folded)), sentence.folded)
        if found is None or len(found[1]) != 1:
            continue
        slot, (person,) = found
        name, told = fold(mention.value["persons"][0]), fold(person.span.of(sentence.text))
        if told == name or f" {told}".endswith(f" {name}") or f" {name}".endswith(f" {told}"):
            org = " ".join(slot.org.of(sentence.text).split()) if slot.org else None
            return mention.having(body=slot.body, org=org)
    return None


def _named_by(before: Sequence[Mention], mention: Mention) -> Mention | None:
    """`25 đồng chí trúng cử` after `bầu Ban Chấp hành`."""
    seats, persons = mention.value["seats"], set(mention.value["persons"])
    known = [m for m in before if m.value["act"] is not Act.DISMISSED]
    near = [m for m in known if mention.sentence - m.sentence <= _FAR]
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
    return mention.having(body=chosen[0].value["body"], org=chosen[0].value["org"])


_TERM = Pattern(r"khóa|nhiệm kỳ|mới|lần thứ")
_NEW = Pattern(r"ra mắt|khóa mới|nhiệm kỳ mới|trúng cử|đắc cử")
_WORKING = Pattern(
    phrase(
        r"đoàn chủ tịch|chủ tịch đoàn|(?:đoàn|ban|tổ) thư ký|thư ký đoàn|ban thẩm tra|(?:ban|tổ) kiểm phiếu|ban bầu cử"
    )
)
"""Bodies of the meeting itself: told of only after they were elected, and often a sentence later."""

_OF_A_TERM = Pattern(phrase(r"(?<!\p{L})(?:khóa|nhiệm kỳ)(?!\p{L})"))
"""`Ban Thư ký Hội khóa V` is no body of the meeting."""


def _beside(
    before: Sequence[Mention], mentions: Sequence[Mention], mention: Mention, document: Document
) -> Mention | None:
    """What has no verb of its own takes the act of the election told beside it."""
    later = [m for m in mentions if not before or m.focus.start > before[-1].focus.start]
    told = [m for m in (*before, *later) if m.value["act"] not in (None, Act.DISMISSED)]
    words = fold(document.quote(mention.span))
    working = _WORKING.match(words)
    if working is not None and not _OF_A_TERM.search(words):
        several = rf"(?:(?:{_WORKING.pattern})[\s,]*(?:và\s+)?)*"
        elected = regex.search(rf"(?<!\p{{L}})bầu\s+(?:ra\s+)?{several}{working.group()}", fold(document.text))
        whole = mention.value["seats"] is not None and len(mention.value["persons"]) >= min(3, mention.value["seats"])
        return mention.having(act=Act.ELECTED) if elected or whole else None
    if mention.value["persons"]:
        return _persons_beside(told, mentions, mention, document)
    return _size_beside(told, mention, document)


def _size_beside(told: Sequence[Mention], mention: Mention, document: Document) -> Mention | None:
    """`Ban Chấp hành khóa mới gồm 15 đồng chí`."""
    words = fold(document.quote(mention.span))
    near = any(abs(m.sentence - mention.sentence) <= 2 for m in told)
    new = _NEW.search(document.sentences[mention.sentence].folded) is not None
    if not (near or _TERM.search(words)) or not (told or new):
        return None
    appointed = bool(told) and all(m.value["act"] is Act.APPOINTED for m in told)
    return mention.having(act=Act.APPOINTED if appointed else Act.ELECTED)


def _persons_beside(
    told: Sequence[Mention], mentions: Sequence[Mention], mention: Mention, document: Document
) -> Mention | None:
    """`Ông An làm Chủ nhiệm` after `bầu Ủy ban Kiểm tra gồm 5 đồng chí`."""
    body, persons = mention.value["body"], set(mention.value["persons"])
    known = [m for m in told if m.value["body"] == body and persons & set(m.value["persons"])]
    if known:
        everyone = body in _OFFICES and len(persons) > 1  # all who hold the office, old and new
        return None if everyone else mention.having(act=known[0].value["act"])
    deputies = body is Body.COUNCIL_OFFICE and fold(document.quote(mention.focus)) in _DEPUTIES
    if deputies and not _follows_a_board(mentions, mention):
        return None
    words = fold(document.sentences[mention.sentence].text)
    named = all(len(name.split()) > 2 and fold(name) in words for name in persons) and not _LIFE.search(words)
    reach = _FAR if len(persons) > 2 or body is Body.COUNCIL_OFFICE or named else 2
    near = [m for m in told if 0 <= mention.sentence - m.sentence <= reach and m.focus.start < mention.focus.start]
    if document.sentences[mention.sentence].section is SectionKind.TITLE:
        return _in_title(told, mention, document)
    return _in_text(near, mention, document, named=named)


def _in_text(near: Sequence[Mention], mention: Mention, document: Document, *, named: bool) -> Mention | None:
    """With the act of the election told before it, or of the decision announced before it."""
    if document.sentences[mention.sentence].section not in (SectionKind.BODY, SectionKind.LEAD):
        return None
    if not near:
        return mention.having(act=Act.APPOINTED) if named and _is_announced(mention, document) else None
    if mention.value["body"] is Body.OTHER and heads_a_board(fold(document.quote(mention.focus))):
        if not any(m.value["body"] is Body.INSPECTION_COMMITTEE for m in near):
            return None
        mention = mention.having(body=Body.INSPECTION_CHAIR)
    act = near[-1].value["act"]
    return mention.having(act=Act.ELECTED if act is Act.RE_ELECTED else act)


_ANNOUNCED = Pattern(
    phrase(
        r"(?<!\p{L})(?:công bố|trao|ban hành|ký|nhận|đọc|theo)(?!\p{L})[^;]{0,70}?(?<!\p{L})(?:quyết định|nghị quyết)(?!\p{L})[^;]{0,120}?"
        r"(?<!\p{L})(?:chỉ định|bổ nhiệm|phân công|điều động|luân chuyển|nhân sự|công tác cán bộ|phê chuẩn|chuẩn y)(?!\p{L})"
    )
)
"""`Hội nghị công bố các quyết định chỉ định Chủ tịch UBND`: what stands behind it in plain words is what was decided."""


def _is_announced(mention: Mention, document: Document) -> bool:
    start = max(0, mention.sentence - _FAR)
    return any(_ANNOUNCED.search(s.folded) for s in document.sentences[start : mention.sentence + 1])


_DEPUTIES = ("phó ban", "phó trưởng ban")


def _follows_a_board(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Whether the head of a council's board was named just before: `Phó ban Lê Văn An và Trần Thị Bình`."""
    boards = [m for m in mentions if m.value["body"] is Body.COUNCIL_OFFICE and m.focus.start < mention.focus.start]
    return any(mention.sentence - m.sentence <= 1 for m in boards)


_LIFE = Pattern(
    phrase(
        r"(?<!\p{L})(?:sau đó|tiếp đó|thời kỳ|thời gian|giai đoạn|từ khi|rồi|từ năm|lên làm|khi|khuyết điểm|vi phạm"
        r"|đã giữ|đã làm|đã đảm nhiệm|đã từng)(?!\p{L})"
    )
)
"""What tells of years in an office, not of the day it was filled."""
_ELECTION = Pattern(r"(?<!\p{L})bầu(?!\p{L})|đại\s+hội")


def _in_title(told: Sequence[Mention], mention: Mention, document: Document) -> Mention | None:
    """`Ông Lê Văn An làm Chủ tịch Hội` says what is new, whether or not the text says it again."""
    title = document.sentences[mention.sentence]
    words = document.quote(mention.span)
    whole = len(title.text.strip()) - len(words) < _LONGEST_REST and not any(sign in title.text for sign in ':"“?')
    told_already = any(set(m.value["persons"]) & set(mention.value["persons"]) for m in told)
    if not whole or told_already or mention.value["body"] is None:
        return None
    act = told[0].value["act"] if told else Act.APPOINTED
    if not told and _ELECTION.search(fold(document.text)):
        act = Act.ELECTED
    return mention.having(act=Act.ELECTED if act is Act.RE_ELECTED else act)
