"""Who gives an award and which one organisation or person receives it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

import regex

from congressx.document import Document, Sentence
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.names import find_names, find_short_names
from congressx.vietnamese.organisations import Organisation, find_organisations, read_organisation
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.spelling import phrase

_HIGHEST = (
    r"chủ tịch nước|thủ tướng chính phủ|thủ tướng|chính phủ|nhà nước|đảng và nhà nước|đảng, nhà nước|quốc hội"
    r"|trung ương đảng"
)
_OFFICE = r"(?:chủ tịch|bộ trưởng|tổng giám đốc|giám đốc|tổng thư ký|bí thư thứ nhất|hiệu trưởng|tư lệnh)"
_CENTRAL = Pattern(phrase(r"(?:ủy ban|ban) t\.ư "))
"""`Ủy ban T.Ư MTTQ Việt Nam`: the abbreviation between a head and the rest of its name."""
_AUTHORITY = Pattern(phrase(rf"(?:{_HIGHEST})(?!\p{{L}})"))
_AUTHORITY_BEFORE = Pattern(phrase(rf"(?<!\p{{L}})(?:{_HIGHEST})$"))
_OFFICE_BEFORE = Pattern(phrase(rf"(?<!\p{{L}})(?<!phó ){_OFFICE} $"))
_OFFICE_HERE = Pattern(phrase(rf"{_OFFICE} "))
_OFFICE_OF = Pattern(phrase(rf"(?<!\p{{L}})(?:{_OFFICE}|bí thư|\p{{L}}+ trưởng) $"))
_PRESENTER = Pattern(
    phrase(
        r"(?<!\p{L})(?:lãnh đạo|đại diện|thay mặt|bí thư|phó bí thư|thường trực|phó chủ tịch|phó giám đốc|phó \p{L}+"
        r"|ủy viên|trưởng \p{L}+|đồng chí|đ/c"
        r"|ông|bà|hội nghị|đại hội|kỳ họp|tại|thuộc|cho|theo|với|về) (?:\p{L}+ )?$"
    )
)
"""Before an organisation that is not the giver itself: a person of it hands the award out, or it is only named."""
_ADVERBS = Pattern(
    phrase(
        r"[\s,]*(?:(?:đã|tự|chỉ|cũng|còn|vừa|lại|luôn|đều|vinh dự|tiếp tục|tổ chức|ra|có|quyết định|công bố"
        r"|công bố quyết định|xét|kịp thời|thừa ủy quyền"
        r"|trang trọng|long trọng|và|là đơn vị|liên tục|nhiều lần|nhiều năm|nhiều năm liền"
        r"|năm thứ \p{L}+ (?:liên tiếp|liên tục|liền)|lần đầu|từng"
        r"|các quyết định|\d+ năm liền|\d+ năm liên tục"
        r"|tuyên dương|biểu dương|khen thưởng|được|qua các năm|chúc mừng|tặng hoa|hằng năm|(?:hai|ba|\d+) lần"
        r"|năm \d{4})[\s,]*)*(?:\([^)]*\))?\s*"
    )
)
_OF_A_PERSON = Pattern(phrase(r"\s*[,-]\s*\p{L}[^;:.]*"))
"""`ông Lò Văn Phấn |- Ủy viên Bộ Chính trị, |Thường trực Ban Bí thư trao`: the body belongs to the person's title."""
_IN_THE_NAME_OF = Pattern(phrase(r"(?<!\p{L})thay mặt (?:cho )?(?:tập thể )?(?:lãnh đạo )?"))
_AND_ANOTHER = Pattern(phrase(r"\s*(?:\([^()]*\)\s*)?và "))
_IN_A_ROW = Pattern(phrase(r"(?P<org>[^,;.:\d]{4,80}?) \d{1,2} năm (?:liền|liên)"))
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


def highest_at(sentence: Sentence, start: int) -> Span | None:
    """The Party, the State or one of their heads whose name begins at `start`: `Thủ tướng Chính phủ`."""
    highest = _AUTHORITY.match(sentence.folded, start)
    if highest is None:
        return None
    longer = read_organisation(sentence.cased, sentence.folded, start)
    return Span(start, max(highest.end(), longer.span.stop if longer else 0))


def authority_at(sentence: Sentence, start: int) -> Span | None:
    """The giver whose name begins at `start`: `Thủ tướng Chính phủ`, `Chủ tịch UBND tỉnh`, `Bộ Y tế`."""
    if (highest := highest_at(sentence, start)) is not None:
        return highest
    office = _OFFICE_HERE.match(sentence.folded, start) or _CENTRAL.match(sentence.folded, start)
    organisation = read_organisation(sentence.cased, sentence.folded, office.end() if office else start)
    return None if organisation is None else Span(start, organisation.span.stop)


def authority_before(sentence: Sentence, start: int, stop: int) -> Span | None:
    """The giver that is the subject of the verb at `stop`: only adverbs stand between.

    Whoever holds an office and hands over (`Giám đốc Sở trao …`) only presents.
    """
    if (represented := _represented(sentence, start, stop)) is not None:
        return represented
    hands_over = sentence.folded.startswith("trao", stop)
    if (highest := _last(_AUTHORITY_BEFORE, sentence.folded, start, stop)) is not None:
        return None if hands_over and sentence.folded.startswith("thủ tướng", highest.start) else highest
    organisation = _adjacent(sentence, start, stop)
    if organisation is None:
        return None
    span = organisation.span
    lead = sentence.folded[max(0, span.start - 40) : span.start]
    if office := _OFFICE_BEFORE.search(lead):
        if hands_over or _is_of_a_person(sentence, start, span.start):
            return None  # anh Lê Văn An, Bí thư thứ nhất Trung ương Đoàn trao …
        return Span(span.start - len(lead) + office.start(), span.stop)
    if _PRESENTER.search(lead) or _is_of_a_person(sentence, start, span.start):
        return None
    return _with_another(sentence, start, span)


def _represented(sentence: Sentence, start: int, stop: int) -> Span | None:
    """In whose name somebody gives: `|Chính phủ|` in `thay mặt Chính phủ, Phó Thủ tướng … đã trao`."""
    for name in reversed(list(_IN_THE_NAME_OF.finditer(sentence.folded, start, stop))):
        giver = authority_at(sentence, name.end())
        if giver is not None and giver.stop <= stop and not _OTHER_DEED.search(sentence.folded, giver.stop, stop):
            return giver
    return None


def _is_of_a_person(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether the words before `stop` are the title of a person named in front of them."""
    return any(
        _OF_A_PERSON.fullmatch(sentence.folded, name.stop, stop)
        and not _OTHER_DEED.search(sentence.folded, name.stop, stop)
        for name in _persons(sentence, start, stop)
    )


def _with_another(sentence: Sentence, start: int, span: Span) -> Span | None:
    """`Cục Văn hóa cơ sở và UBND tỉnh tặng`: both, as written; None where the other is only represented or named."""
    for other in find_organisations(sentence.cased, sentence.folded):
        if start <= other.span.start and _AND_ANOTHER.fullmatch(sentence.folded, other.span.stop, span.start):
            lead = sentence.folded[max(0, other.span.start - 40) : other.span.start]
            return None if _PRESENTER.search(lead) else other.span.cover(span)
    return span


def _last(pattern: Pattern, folded: str, start: int, stop: int) -> Span | None:
    """Where the pattern ends right before `stop`, adverbs aside."""
    for match in regex.finditer(rf"{pattern.pattern.removesuffix('$')}(?!\p{{L}})", folded, pos=start, endpos=stop):
        if _ADVERBS.fullmatch(folded, match.end(), stop):
            return Span(*match.span())
    return None


def _adjacent(sentence: Sentence, start: int, stop: int) -> Organisation | None:
    near = [
        o for o in find_organisations(sentence.cased, sentence.folded) if start <= o.span.start and o.head.stop <= stop
    ]
    if not near:
        return None
    last = near[-1]
    if last.span.stop > stop:  # Đảng ủy Công ty khen thưởng …
        last = replace(
            last, span=Span(last.span.start, last.span.start + len(sentence.text[last.span.start : stop].rstrip()))
        )
    elif (year := _IN_A_ROW.match(sentence.folded, last.span.start)) and year.end(
        "org"
    ) < last.span.stop < year.end():  # Chi bộ 3 năm liền
        last = replace(last, span=Span(last.span.start, year.end("org")))
    return last if _ADVERBS.fullmatch(sentence.folded, last.span.stop, stop) else None


def receiver_before(sentence: Sentence, start: int, stop: int) -> Span | None:
    """The one organisation or person that is said to receive at `stop`: `Đảng bộ quận vinh dự được …`."""
    names = _persons(sentence, start, stop)
    organisation = _adjacent(sentence, start, stop)
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
    return found if found is not None and _ADVERBS.fullmatch(sentence.folded, found.stop, stop) else None


_SHARE = Pattern(phrase(r"(?<!\p{L})(?:tỷ lệ|tỉ lệ|có|để|khi|nếu) $"))
_PART = Pattern(phrase(r"(?<!\p{L})(?:của|thuộc|trực thuộc) (?:\p{L}+ )?$"))
"""`tập thể và cá nhân của Hội …`: not the organisation itself."""
_TURNED = Pattern(
    phrase(
        r"(?<!\p{L})(?:tới|đến|cho|gửi|các đồng chí|những|thay mặt|đại diện|phát biểu|trao|tặng|cùng|và|với)(?!\p{L})"
    )
)
"""Between a person and a verb: somebody else receives."""


def _persons(sentence: Sentence, start: int, stop: int) -> list[Span]:
    """Persons named in full, else by honorific and given name: `ông Chung`."""
    full = [
        name.span
        for name in find_names(sentence.cased, sentence.folded)
        if start <= name.span.start and name.span.stop <= stop
    ]
    short = [
        name.span
        for name in find_short_names(sentence.cased, sentence.folded)
        if start <= name.span.start and name.span.stop <= stop
    ]
    return full or short


_AND = Pattern(phrase(r"[,;]|(?<!\p{L})(?:và|cùng|với)(?!\p{L})"))
_OTHER_DEED = Pattern(
    phrase(
        r"(?<!\p{L})(?:tới|đến|cho|gửi|thay mặt|đại diện|phát biểu|trao|tặng|được|nhận|dự|chủ trì|cho biết|do|theo|thay|là)(?!\p{L})"
    )
)


def persons_before(sentence: Sentence, start: int, stop: int) -> int:
    """How many persons are named before the verb at `stop`, where several are and nothing else is told of them; else 0."""
    names = _persons(sentence, start, stop)
    if not names or _OTHER_DEED.search(sentence.folded, names[-1].stop, stop):
        return 0
    beside = takewhile(lambda two: _are_joined(sentence, *two), reversed(list(pairwise(names))))
    several = 1 + sum(1 for _ in beside)
    return several if several > 1 else 0


def persons_after(sentence: Sentence, start: int, stop: int) -> int:
    """How many persons are named behind `cho`, where several are: `cho các đồng chí A, B và C`; else 0."""
    if read_organisation(sentence.cased, sentence.folded, start) is not None:
        return 0
    names = _persons(sentence, start, stop)
    joined = all(_are_joined(sentence, one, two) for one, two in pairwise(names))
    return len(names) if len(names) > 1 and joined else 0


def _are_joined(sentence: Sentence, one: Span, two: Span) -> bool:
    between = sentence.folded[one.stop : two.start]
    return _AND.search(between) is not None and _OTHER_DEED.search(between) is None


def full_name(document: Document, sentence: Sentence, span: Span | None) -> str | None:
    """The words of a receiver; for a given name the one full name of the article that ends in it."""
    said = words(sentence, span)
    if (
        said is None
        or span is None
        or span not in [name.span for name in find_short_names(sentence.cased, sentence.folded)]
    ):
        return said
    above = document.sentences[: sentence.index]
    names = {name.span.of(s.text) for s in above if said in s.text for name in find_names(s.cased, s.folded)}
    fitting = {name for name in names if name.split()[-1] == said.split()[-1]}
    return fitting.pop() if len(fitting) == 1 else None


_PRONOUN = Pattern(phrase(r"(?:^|(?<=[,;:.] ))(?:ông|bà|anh|chị|cô)(?: này| ấy)? "))
_ABOVE = 2
"""How many sentences above a pronoun its name is looked for."""


def named_by_pronoun(document: Document, sentence: Sentence, start: int, stop: int) -> str | None:
    """Whom `ông` before the verb at `stop` means: the one person named in this sentence or, if none is, right above."""
    said = next((m for m in _PRONOUN.finditer(sentence.folded, start, stop)), None)
    if said is None or not _ADVERBS.fullmatch(sentence.folded, said.end(), stop):
        return None
    names = _names_in(sentence.cased[: said.start()], sentence.folded[: said.start()])
    for above in reversed(document.sentences[max(0, sentence.index - _ABOVE) : sentence.index]):
        names = names or _names_in(above.cased, above.folded)
    return names.pop() if len(names) == 1 else None


def _names_in(cased: str, folded: str) -> set[str]:
    return {name.span.of(cased) for name in find_names(cased, folded)}


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


def words(sentence: Sentence, span: Span | None) -> str | None:
    """The words of a span, blanks squeezed."""
    return None if span is None else " ".join(span.of(sentence.text).split())
