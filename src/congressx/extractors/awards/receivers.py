"""Which one organisation or person receives an award, and how many persons are named that do."""

from __future__ import annotations

from itertools import pairwise, takewhile

from congressx.document import Document, Sentence
from congressx.extractors.awards.givers import OFFICE
from congressx.extractors.awards.parties import ADVERBS, OTHER_DEED, adjacent, persons, words
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.names import find_names, find_short_names
from congressx.vietnamese.organisations import read_organisation
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.spelling import phrase

_OFFICE_OF = Pattern(phrase(rf"(?<!\p{{L}})(?:{OFFICE}|bí thư|\p{{L}}+ trưởng) $"))
_COLLECTIVE = Pattern(phrase(r"(?:(?:tập thể|đơn vị|cán bộ và nhân dân|đại diện lãnh đạo|đại diện) )?"))
_GENERAL = Pattern(
    phrase(
        r"(?:các|những|nhiều|một số|tập thể|cá nhân|đại diện|toàn thể|hội viên|đảng viên)(?!\p{L})(?! (?:hội|chi|đảng"
        r"|công|sở|ban|ubnd|phòng|khoa|trường))"
    )
)
"""Behind `cho` those who are no one organisation or person."""
_MEMBER = Pattern(phrase(r"(?:đảng viên|hội viên) "))


def is_general(sentence: Sentence, start: int) -> bool:
    """Whether those at `start` are no one organisation or person; `đảng viên Lò Văn Phấn` is one."""
    member = _MEMBER.match(sentence.folded, start)
    if member is not None and any(
        name.span.start == member.end() for name in find_names(sentence.cased, sentence.folded)
    ):
        return False
    return _GENERAL.match(sentence.folded, start) is not None


def receiver_before(sentence: Sentence, start: int, stop: int) -> Span | None:
    """The one organisation or person that is said to receive at `stop`: `Đảng bộ quận vinh dự được …`."""
    names = persons(sentence, start, stop)
    organisation = adjacent(sentence, start, stop)
    if organisation is None and not names:
        return _small(sentence, start, stop)
    if organisation is not None and not any(name.stop <= organisation.span.start for name in names):
        lead = sentence.folded[max(0, organisation.span.start - 30) : organisation.span.start]
        return None if any(of.search(lead) for of in (_MANY, _PART, _OFFICE_OF)) else organisation.span
    if len(names) != 1 or _TURNED.search(sentence.folded, names[0].stop, stop):
        return None
    return names[0]


SMALL = frozenset({"chi bộ", "đảng bộ", "công đoàn", "nhà trường", "đoàn trường", "đơn vị", "công ty"})
"""Organisations without a capital, right before their verb: `bốn năm liền chi bộ được …`."""
_BY_NUMBER = r"(?:chi bộ|chi hội)(?: (?:thôn|xóm|ấp|bản|khu phố|khu|tổ dân phố|số))? \d{1,2}(?![\d.,/%]*\d|\s*%| năm)"
"""`chi bộ xóm 8`"""
_SMALL = Pattern(phrase(rf"(?<!\p{{L}})(?:{_BY_NUMBER}|{alternation(SMALL)})(?!\p{{L}})"))


def is_small(sentence: Sentence, span: Span) -> bool:
    """Whether it is an organisation without a capital: `đảng bộ`, `chi bộ xóm 8`."""
    return _SMALL.fullmatch(sentence.folded, span.start, span.stop) is not None


def _small(sentence: Sentence, start: int, stop: int) -> Span | None:
    found = None
    for match in _SMALL.finditer(sentence.folded, start, stop):
        lead = sentence.folded[max(0, match.start() - 30) : match.start()]
        found = None if _MANY.search(lead) or _PART.search(lead) or _SHARE.search(lead) else Span(*match.span())
    return found if found is not None and ADVERBS.fullmatch(sentence.folded, found.stop, stop) else None


_SHARE = Pattern(phrase(r"(?<!\p{L})(?:tỷ lệ|tỉ lệ|có|để|khi|nếu) $"))
_PART = Pattern(phrase(r"(?<!\p{L})(?:của|thuộc|trực thuộc) (?:\p{L}+ )?$"))
"""`tập thể và cá nhân của Hội …`: not the organisation itself."""
_TURNED = Pattern(
    phrase(
        r"(?<!\p{L})(?:tới|đến|cho|gửi|các đồng chí|những|thay mặt|đại diện|phát biểu|trao|tặng|cùng|và|với)(?!\p{L})"
    )
)
"""Between a person and a verb: somebody else receives."""
_AND = Pattern(phrase(r"[,;]|(?<!\p{L})(?:và|cùng|với)(?!\p{L})"))


def persons_before(sentence: Sentence, start: int, stop: int) -> int:
    """How many persons are named before the verb at `stop`, where several are and nothing else is told of them; else 0."""
    names = persons(sentence, start, stop)
    if not names or OTHER_DEED.search(sentence.folded, names[-1].stop, stop):
        return 0
    beside = takewhile(lambda two: _are_joined(sentence, *two), reversed(list(pairwise(names))))
    several = 1 + sum(1 for _ in beside)
    return several if several > 1 else 0


def persons_after(sentence: Sentence, start: int, stop: int) -> int:
    """How many persons are named behind `cho`, where several are: `cho các đồng chí A, B và C`; else 0."""
    if read_organisation(sentence.cased, sentence.folded, start) is not None:
        return 0
    names = persons(sentence, start, stop)
    joined = all(_are_joined(sentence, one, two) for one, two in pairwise(names))
    return len(names) if len(names) > 1 and joined else 0


def _are_joined(sentence: Sentence, one: Span, two: Span) -> bool:
    between = sentence.folded[one.stop : two.start]
    return _AND.search(between) is not None and OTHER_DEED.search(between) is None


def full_name(document: Document, sentence: Sentence, span: Span | None) -> str | None:
    """The words of a receiver; for a given name the one full name of the article that ends in it."""
    said = words(sentence, span)
    if said is None or span not in [name.span for name in find_short_names(sentence.cased, sentence.folded)]:
        return said
    above = document.sentences[: sentence.index]
    names = {name.span.of(s.text) for s in above if said in s.text for name in find_names(s.cased, s.folded)}
    fitting = {name for name in names if name.split()[-1] == said.split()[-1]}
    return fitting.pop() if len(fitting) == 1 else None


_PRONOUN = Pattern(phrase(r"(?:^|(?<=[,;:.] ))(?:ông|bà|anh|chị|cô)(?: này| ấy)? "))
_ABOVE = 2
"""How many sentences above a pronoun its name is looked for."""


def named_by_pronoun(document: Document, sentence: Sentence, stop: int) -> str | None:
    """Whom `ông` before the verb at `stop` means: the one person named in this sentence or, if none is, right above."""
    said = _PRONOUN.search(sentence.folded, 0, stop)
    if said is None or not ADVERBS.fullmatch(sentence.folded, said.end(), stop):
        return None
    names = _names_in(sentence, said.start())
    for above in reversed(document.sentences[max(0, sentence.index - _ABOVE) : sentence.index]):
        names = names or _names_in(above, len(above.folded))
    return names.pop() if len(names) == 1 else None


def _names_in(sentence: Sentence, stop: int) -> set[str]:
    return {name.span.of(sentence.text) for name in find_names(sentence.cased[:stop], sentence.folded[:stop])}


_MANY = Pattern(
    phrase(
        r"(?<!\p{L})(?:các|những|nhiều|mỗi|từng|một số|hầu hết|số|tất cả|trên|(?!(?:19"
        r"|20)\d\d(?!\d))(?<![\d.,/])\d[\d.,/]*(?<![.,/])\s*%?(?: số)?) (?:chi, |\p{L}+ )?$"
    )
)


def is_many(sentence: Sentence, start: int) -> bool:
    """Whether the organisation at `start` stands for several: `các chi bộ`, `90% chi bộ`."""
    return _MANY.search(sentence.folded[max(0, start - 30) : start]) is not None


def receiver_after(sentence: Sentence, start: int, stop: int) -> Span | None:
    """The one organisation or person named behind `cho`."""
    begin = _COLLECTIVE.match(sentence.folded, start)
    organisation = read_organisation(sentence.cased, sentence.folded, begin.end() if begin else start)
    if organisation is not None and organisation.span.stop <= stop:
        held = find_names(sentence.cased[:stop], sentence.folded[:stop])
        return None if any(name.span.start >= organisation.span.stop for name in held) else organisation.span
    names = [name.span for name in find_names(sentence.cased, sentence.folded) if start <= name.span.start < stop]
    return names[0] if len(names) == 1 else None
