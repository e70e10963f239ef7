"""What a sentence leaves open and a neighbour tells: the body that was filled, or that it was an election at all.

`15 đồng chí trúng cử` after `bầu Ban Chấp hành` names no body; `ông Lê Văn An làm Chủ nhiệm` after `bầu Ủy ban Kiểm tra`
has no verb of election; both count only beside the sentence that has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from congressx.document import Document, SectionKind, Sentence
from congressx.engine import Mention
from congressx.extractors.elections.events import CHIEFS, COMMITTEES, ONE_HOLDER, SEVERAL, SIZED, WORKING, heads_a_board
from congressx.extractors.elections.gaps import as_supplementary, fills_a_gap
from congressx.extractors.elections.moods import is_to_come
from congressx.extractors.elections.pieces import Piece, read_pieces
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.up_for_election import (
    RESULT_FOLLOWS,
    act_of_list,
    planned_sizes,
    put_up_before,
    up_for_election,
)
from congressx.extractors.elections.walk import proposed
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold, phrase

_OFFICES = ONE_HOLDER | SEVERAL
_LONGEST_REST = 40
"""Characters a title may have beside the words that fill an office."""
_NEAR = 2
"""Sentences between who loses an office and who takes it over."""
_FAR = 12
"""Sentences over which an election may be told."""


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
            told = _beside(before, mentions, told, document)
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


_TERM = Pattern(r"khóa|nhiệm kỳ|mới|lần thứ")
_NEW = Pattern(r"ra mắt|khóa mới|nhiệm kỳ mới|trúng cử|đắc cử")
_WORKING = Pattern(
    phrase(
        r"đoàn chủ tịch|chủ tịch đoàn|(?:đoàn|ban) chủ tọa|chủ tọa đoàn"
        r"|(?:đoàn|ban|tổ) thư ký|thư ký đoàn|ban thẩm tra|(?:ban|tổ) kiểm phiếu|ban bầu cử"
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
        beside = any(_elects_working(m, mention) for m in told)
        whole = mention.value["seats"] is not None and len(mention.value["persons"]) >= min(3, mention.value["seats"])
        return mention.having(act=Act.ELECTED) if elected or beside or whole else None
    if mention.value["persons"]:
        sized = mention.value["seats"] is not None and mention.value["body"] in COMMITTEES
        named = _persons_beside(told, mentions, mention, document)
        return named or (_size_beside(told, mention, document) if sized else None)
    return _size_beside(told, mention, document)


def _elects_working(told: Mention, mention: Mention) -> bool:
    """`bầu Đoàn Chủ tịch gồm …; Ban Thẩm tra tư cách đại biểu gồm 3 người`: one verb for all who run the meeting."""
    return told.sentence == mention.sentence and told.value["body"] in WORKING


def _size_beside(told: Sequence[Mention], mention: Mention, document: Document) -> Mention | None:
    """`Ban Chấp hành khóa mới gồm 15 đồng chí`."""
    words = fold(document.quote(mention.span))
    near = any(abs(m.sentence - mention.sentence) <= 2 for m in told)
    new = _NEW.search(document.sentences[mention.sentence].folded) is not None
    if not (told or new) and _is_up_just_before(mention, document):
        return mention.having(act=Act.ELECTED)
    if not (near or _TERM.search(words)) or not (told or new):
        return None
    appointed = bool(told) and all(m.value["act"] is Act.APPOINTED for m in told)
    return mention.having(act=Act.APPOINTED if appointed else Act.ELECTED)


def _is_up_just_before(mention: Mention, document: Document) -> bool:
    """`Trong đó, Ban Chấp hành gồm 21 người` right after `đại hội bầu ra Ban Chấp hành mới`."""
    up = put_up_before(document, mention.sentence, 1)
    slots = [slot for slot in up[1] if slot.body == mention.value["body"]] if up else []
    return up is not None and bool(slots) and not is_to_come(up[0].folded[: slots[0].span.start])


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
    return _in_text(near, told, mention, document, named=named)


_NEW_TERM = Pattern(phrase(r"(?<!\p{L})(?:khóa|nhiệm kỳ) mới(?!\p{L})"))


def _is_new_committee(mention: Mention, document: Document) -> bool:
    """`Ban Thường vụ khóa mới gồm các ông: …`, told before the verb of election."""
    many = mention.value["body"] in COMMITTEES and len(mention.value["persons"]) > 2
    return many and _NEW_TERM.search(document.sentences[mention.sentence].folded) is not None


def _in_text(
    near: Sequence[Mention], told: Sequence[Mention], mention: Mention, document: Document, *, named: bool
) -> Mention | None:
    """With the act of the election told before it, or of the decision announced before it."""
    act_of_heading = act_of_list(document, mention.sentence)
    if act_of_heading is not None:
        return mention.having(act=act_of_heading)
    if not document.sentences[mention.sentence].section.is_prose or _is_of_others(mention, document):
        return None
    if not near and _is_new_committee(mention, document):
        later = [m for m in told if 0 < m.sentence - mention.sentence <= _FAR and m.value["act"] is Act.ELECTED]
        if later:
            return mention.having(act=Act.ELECTED)
    if not near:
        return mention.having(act=Act.APPOINTED) if named and _is_announced(mention, document) else None
    if mention.value["body"] is Body.OTHER and heads_a_board(fold(document.quote(mention.focus))):
        if not any(m.value["body"] is Body.INSPECTION_COMMITTEE for m in near):
            return None
        mention = mention.having(body=Body.INSPECTION_CHAIR)
    act = near[-1].value["act"]
    if act in (Act.ELECTED, Act.RE_ELECTED):
        again = mention.value["body"] not in COMMITTEES and _GOES_ON.search(fold(document.quote(mention.span)))
        act = Act.RE_ELECTED if again else Act.ELECTED
    return mention.having(act=act)


_SITTING = Pattern(phrase(r"(?<!\p{L})đương nhiệm(?!\p{L})"))
_LIST_PROPOSED = Pattern(
    phrase(r"(?<!\p{L})(?:tờ trình|đề nghị|đề xuất)(?!\p{L})[^;]{0,80}?(?<!\p{L})(?:danh sách|nhân sự)(?!\p{L})")
)
_ADOPTED = Pattern(phrase(r"(?<!\p{L})(?:thông qua|tán thành|biểu quyết|nhất trí|kết quả|bỏ phiếu)(?!\p{L})"))
_PUNISHED = Pattern(phrase(r"(?<!\p{L})(?:kỷ luật|khiển trách|cảnh cáo|cách chức)(?: đối)? với $"))


def _is_of_others(mention: Mention, document: Document) -> bool:
    """Whether the holders are those in office (`Chủ tịch đương nhiệm là ông A. 7 Phó Chủ tịch gồm …`), only proposed, or punished."""
    sentence = document.sentences[mention.sentence]
    if _PUNISHED.search(sentence.folded, 0, mention.span.start - sentence.span.start):
        return True
    return any(
        _SITTING.search(above.folded) or (_LIST_PROPOSED.search(above.folded) and not _ADOPTED.search(above.folded))
        for above in document.sentences[max(0, mention.sentence - 1) : mention.sentence]
    )


_GOES_ON = Pattern(phrase(r"(?<!\p{L})tiếp tục (?:làm|giữ|đảm nhiệm|đảm nhận)(?!\p{L})"))
"""`Ông A tiếp tục làm Chủ tịch` beside an election: the office was his before."""


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


_NEWCOMER = Pattern(phrase(r"(?<!\p{L})tân(?!\p{L})"))
"""`Tiểu sử tân Bí thư Lê Văn An`, over an article that tells of no election."""


def _in_title(told: Sequence[Mention], mention: Mention, document: Document) -> Mention | None:
    """`Ông Lê Văn An làm Chủ tịch Hội` says what is new, whether or not the text says it again."""
    title = document.sentences[mention.sentence]
    words = document.quote(mention.span)
    whole = len(title.text.strip()) - len(words) < _LONGEST_REST and not any(sign in title.text for sign in ':"“?')
    told_already = any(set(m.value["persons"]) & set(mention.value["persons"]) for m in told)
    portrait = not told and _NEWCOMER.search(title.folded) is not None
    if not whole or told_already or portrait or mention.value["body"] is None:
        return None
    act = told[0].value["act"] if told else Act.APPOINTED
    if not told and _ELECTION.search(fold(document.text)):
        act = Act.ELECTED
    return mention.having(act=Act.ELECTED if act is Act.RE_ELECTED else act)
