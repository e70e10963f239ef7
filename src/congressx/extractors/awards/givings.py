"""How an award is given: the verb, who is its subject, and who received it before the verb."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from congressx.document import Sentence
from congressx.extractors.awards.givers import authority_at, authority_before
from congressx.extractors.awards.occasions import BOUNDARY, not_given
from congressx.extractors.awards.receivers import persons_before, receiver_before
from congressx.extractors.awards.recipients import Recipients, find_recipients
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase


def compiled(pattern: str) -> Pattern:
    """A pattern in which a blank stands for what pages put between words."""
    return Pattern(phrase(pattern))


_GAP = (
    r"(?P<gap>(?:[\s,:\"]*(?:\d[\d.]*|một|thêm|các|những|nhiều|như|gồm|lần lượt|cao quý"
    r"|hoa|lẵng hoa|quà|bức trướng|bức|tấm|tiền thưởng|phần thưởng|phần thưởng cao quý"
    r"|danh hiệu|quyết định|và|thưởng|kèm theo"
    r"|huy hiệu đảng|huân chương(?: \p{L}+){0,4}|bằng khen|giấy khen))*)[\s,:\"]*"
)
GIVING = compiled(
    r"(?<!\p{L})(?P<verb>gắn(?= huy hiệu)|ghi nhận bằng|trao tặng|truy tặng|phong tặng|tặng thưởng|trao thưởng|trao|tặng"
    r"|đón nhận|nhận|đón(?! tiếp)|phong"
    r"|(?<!giải |phần |tiền |khen )thưởng|công nhận)" + _GAP + "$"
)
PRAISING = r"(?:biểu dương|tuyên dương|khen thưởng|tôn vinh|vinh danh)"
PASSIVE = compiled(
    rf"(?<!\p{{L}})được(?P<giver>(?:(?!được)[^;:]){{0,90}}?)(?:[\s,]*(?:{PRAISING}|và|xét|quyết định|vinh dự))*\s*$"
)
_RECEIVING = frozenset({"nhận", "đón nhận", "đón"})
_CEREMONY = compiled(r"(?:lễ|buổi lễ) (?:công bố[^;.]{0,30})?$")


@dataclass(frozen=True, slots=True)
class Giving:
    """How an award is given: the verb and what is known of both sides; offsets in the sentence."""

    start: int
    passive: bool
    giver: Span | None
    counted: Recipients | None
    """Recipients before the verb."""
    receiver: Span | None
    """The one recipient before the verb."""
    persons: int = 0
    """How many recipients are named before the verb, where they are several."""
    ceremony: bool = False
    """Whether the words only name the ceremony."""


def giving_of(sentence: Sentence, left: int, award: int) -> Giving | None:
    """The giving whose object begins at `award`, read no further left than `left`."""
    folded = sentence.folded
    left = max((m.end() for m in BOUNDARY.finditer(folded, left, award) if folded[m.start()] != ":"), default=left)
    verb = GIVING.search(folded, left, award)
    if verb is None or not_given(folded[:award]):
        return None
    if verb["verb"] in _RECEIVING:
        begin = verb.start()
        if (was := regex.search(r"(?<!\p{L})được\s*$", folded, pos=left, endpos=begin)) is not None:
            begin = was.start()
        return received(sentence, left, begin, None)
    passive = PASSIVE.search(folded, left, verb.start())
    if passive is not None:
        return received(sentence, left, passive.start(), passive_giver(sentence, passive))
    ceremony = _CEREMONY.search(folded, left, verb.start()) is not None
    return Giving(verb.start(), False, subject_of(sentence, left, verb.start()), None, None, ceremony=ceremony)


_OF_AN_AUTHORITY = compiled(r"[^;:.\d]{0,60} của (?:(?!là )[^;:.\d]){3,80}(?= (?:trao tặng|tặng|trao)(?: cho)? \p{L})")
_WAS_GIVEN = compiled(
    r"(?: (?:(?!chưa|không|sẽ|là )[^;:.,\d]){0,60}?)?(?: trị giá [\d.,]+ (?:triệu )?đồng)?"
    r" (?:(?:đã|cũng|vinh dự|trang trọng) ){0,2}được (?:(?P<by>(?!trao|tặng|phong)[^;:\d]{2,110}?) )?"
    r"(?:trao tặng|phong tặng|trao|tặng)(?: cho| đến| tới| tận tay){0,2} (?=[\p{L}\d])"
)
"""`Giấy khen của Đảng ủy đã được trao cho 7 chi bộ`, `Bằng khen được Phó Chủ tịch UBND tỉnh trao tới các điển hình`"""
_OPENS_CLAUSE = compiled(r"\W*(?:[^;:]{3,80}?, )?(?:sau khi )?(?:và|đồng thời|cùng)?\s*(?:\d+ )?(?:các )?")


def giving_behind(sentence: Sentence, left: int, prize: Span) -> Giving | None:
    """`…; Bằng khen của Bộ trưởng tặng Chi bộ Khoa Điện`, `Giấy khen được trao cho 7 chi bộ`: the verb behind what is given"""
    folded = sentence.folded
    clause = max((m.end() for m in BOUNDARY.finditer(folded, left, prize.start)), default=left)
    if not _OPENS_CLAUSE.fullmatch(folded, clause, prize.start):
        return None
    given = _WAS_GIVEN.match(folded, prize.stop)
    if given is None and not _OF_AN_AUTHORITY.match(folded, prize.stop):
        return None
    by = authority_at(sentence, given.start("by")) if given and given["by"] else None
    giver = by if by is not None and given is not None and by.stop == given.end("by") else None
    return Giving(prize.start, False, giver, None, None)


def received(sentence: Sentence, left: int, begin: int, giver: Span | None) -> Giving:
    """The giving to those named or counted before the passive that begins at `begin`."""
    clause = max((m.end() for m in BOUNDARY.finditer(sentence.folded, left, begin)), default=left)
    counted = [
        each for each in find_recipients(sentence.folded) if clause <= each.span.start and each.span.stop <= begin
    ]
    start = counted[-1].span.start if counted else begin
    if counted:
        return Giving(min(start, begin), True, giver, counted[-1], None)
    persons = persons_before(sentence, 0, begin)
    receiver = None if persons else receiver_before(sentence, clause, begin)
    return Giving(begin, True, giver, None, receiver, persons)


_HAS = compiled(r"(?<!\p{L})có(?: \d+)? $")
_FOR_COUNTED = compiled(r" (?:(?:dành )?cho|gửi(?: tới| đến)?|tặng(?: cho)?|dành tặng) (?:\d|(?:các )?tập thể)")


def given_by_having(sentence: Sentence, left: int, prize: Span) -> Giving | None:
    """`Đảng ủy Sở cũng có Giấy khen dành cho 21 đảng viên`: who has it for others gives it."""
    has = _HAS.search(sentence.folded, left, prize.start)
    if has is None or not _FOR_COUNTED.match(sentence.folded, prize.stop) or not_given(sentence.folded[: has.start()]):
        return None
    giver = authority_before(sentence, left, has.start())
    return None if giver is None else Giving(has.start(), False, giver, None, None)


_DECISION = compiled(r"quyết định của (?=[^;]{3,80} và\s*$)")


def subject_of(sentence: Sentence, left: int, verb: int) -> Span | None:
    """Who gives: the subject of the verb, or of the verb before it where a clause begins with its verb."""
    folded = sentence.folded
    decision = _DECISION.search(folded, left, verb)
    if decision is not None:  # công bố quyết định của Đảng ủy Khối và trao …
        return authority_at(sentence, decision.end())
    giver = authority_before(sentence, left, verb)
    bare = _BARE.search(folded, 0, verb)
    if giver is not None or bare is None:
        return giver
    earlier = [match.start() for match in VERB.finditer(folded, 0, bare.start())]
    return authority_before(sentence, 0, earlier[0]) if earlier else None


_BARE = compiled(r"(?:[;,]|(?<!\p{L})và)\s*(?:đồng thời|đã|cũng)?\s*$")
VERB = compiled(r"(?<!\p{L})(?<!được )(?:trao tặng|truy tặng|trao|tặng|khen thưởng|gắn(?= huy hiệu))(?!\p{L})")


def passive_giver(sentence: Sentence, passive: regex.Match[str]) -> Span | None:
    """Who stands between `được` and the verb: `được Bộ Y tế tặng`."""
    said = passive["giver"] or ""
    return authority_at(sentence, passive.start("giver") + len(said) - len(said.lstrip())) if said.strip() else None
