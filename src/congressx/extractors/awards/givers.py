"""Who gives an award: the body before the verb, behind `của`, or in whose name it is done."""

from __future__ import annotations

from congressx.document import Sentence
from congressx.extractors.awards.parties import ADVERBS, OTHER_DEED, adjacent, persons
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.organisations import find_organisations, read_organisation
from congressx.vietnamese.spelling import phrase

_HIGHEST = (
    r"chủ tịch nước|thủ tướng chính phủ|thủ tướng|chính phủ|nhà nước|đảng và nhà nước|đảng, nhà nước|quốc hội"
    r"|trung ương đảng"
)
OFFICE = r"(?:chủ tịch|bộ trưởng|tổng giám đốc|giám đốc|tổng thư ký|bí thư thứ nhất|hiệu trưởng|tư lệnh)"
_CENTRAL = Pattern(phrase(r"(?:ủy ban|ban) t\.ư "))
"""`Ủy ban T.Ư MTTQ Việt Nam`: the abbreviation between a head and the rest of its name."""
_AUTHORITY = Pattern(phrase(rf"(?<!\p{{L}})(?:{_HIGHEST})(?!\p{{L}})"))
_OFFICE_BEFORE = Pattern(phrase(rf"(?<!\p{{L}})(?<!phó ){OFFICE} $"))
_OFFICE_HERE = Pattern(phrase(rf"{OFFICE} "))
_PRESENTER = Pattern(
    phrase(
        r"(?<!\p{L})(?:lãnh đạo|đại diện|thay mặt|bí thư|phó bí thư|thường trực|phó chủ tịch|phó giám đốc|phó \p{L}+"
        r"|ủy viên|trưởng \p{L}+|đồng chí|đ/c"
        r"|ông|bà|hội nghị|đại hội|kỳ họp|tại|thuộc|cho|theo|với|về) (?:\p{L}+ )?$"
    )
)
"""Before an organisation that is not the giver itself: a person of it hands the award out, or it is only named."""
_OF_A_PERSON = Pattern(phrase(r"\s*[,-]\s*\p{L}[^;:.]*"))
"""`ông Lò Văn Phấn |- Ủy viên Bộ Chính trị, |Thường trực Ban Bí thư trao`: the body belongs to the person's title."""
_IN_THE_NAME_OF = Pattern(phrase(r"(?<!\p{L})thay mặt (?:cho )?(?:lãnh đạo )?"))
_AND_ANOTHER = Pattern(phrase(r"\s*(?:\([^()]*\)\s*)?và "))


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
    if (highest := _highest_before(sentence.folded, start, stop)) is not None:
        return None if hands_over and sentence.folded.startswith("thủ tướng", highest.start) else highest
    organisation = adjacent(sentence, start, stop)
    return None if organisation is None else _own(sentence, start, organisation.span, hands_over=hands_over)


def _own(sentence: Sentence, start: int, span: Span, *, hands_over: bool) -> Span | None:
    """The giver that the organisation at `span` is, office or second body included; None where a person of it hands over."""
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
        if giver is not None and giver.stop <= stop and not OTHER_DEED.search(sentence.folded, giver.stop, stop):
            return giver
    return None


def _is_of_a_person(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether the words before `stop` are the title of a person named in front of them."""
    return any(
        _OF_A_PERSON.fullmatch(sentence.folded, name.stop, stop)
        and not OTHER_DEED.search(sentence.folded, name.stop, stop)
        for name in persons(sentence, start, stop)
    )


def _with_another(sentence: Sentence, start: int, span: Span) -> Span | None:
    """`Cục Văn hóa cơ sở và UBND tỉnh tặng`: both, as written; None where the other is only represented or named."""
    for other in find_organisations(sentence.cased, sentence.folded):
        if start <= other.span.start and _AND_ANOTHER.fullmatch(sentence.folded, other.span.stop, span.start):
            lead = sentence.folded[max(0, other.span.start - 40) : other.span.start]
            return None if _PRESENTER.search(lead) else other.span.cover(span)
    return span


def _highest_before(folded: str, start: int, stop: int) -> Span | None:
    """The Party, the State or one of their heads right before `stop`, adverbs aside."""
    named = (Span(*match.span()) for match in _AUTHORITY.finditer(folded, start, stop))
    return next((span for span in named if ADVERBS.fullmatch(folded, span.stop, stop)), None)
