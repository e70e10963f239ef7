"""Whether what a sentence tells without a verb of its own was an election: `Ông An làm Chủ nhiệm` beside `bầu Ủy ban Kiểm tra`."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congressx.document import Document, SectionKind
from congressx.engine import Mention
from congressx.extractors.elections.events import COMMITTEES, ONE_HOLDER, SEVERAL, WORKING, heads_a_board
from congressx.extractors.elections.moods import is_to_come
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.up_for_election import act_of_list, put_up_before
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold, phrase

FAR = 12
"""Sentences over which an election may be told."""
_OFFICES = ONE_HOLDER | SEVERAL
_LONGEST_REST = 40
"""Characters a title may have beside the words that fill an office."""
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


def with_act_beside(
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
    reach = FAR if len(persons) > 2 or body is Body.COUNCIL_OFFICE or named else 2
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
        later = [m for m in told if 0 < m.sentence - mention.sentence <= FAR and m.value["act"] is Act.ELECTED]
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


_INCUMBENT = Pattern(phrase(r"(?<!\p{L})đương nhiệm(?!\p{L})"))


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
        _INCUMBENT.search(above.folded) or (_LIST_PROPOSED.search(above.folded) and not _ADOPTED.search(above.folded))
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
    start = max(0, mention.sentence - FAR)
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
