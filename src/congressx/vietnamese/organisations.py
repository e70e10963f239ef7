"""Organisation phrases: where one ends, what kind it is, and which body stands in it once its organs are taken off.

A phrase is a head word (`Sở`, `Đảng ủy`, `Hội Luật gia`) and what belongs to its name: fields
(`Khoa học và Công nghệ`), the organisation above it (`Ban Tuyên giáo Đảng ủy …`), levels and places
(`tỉnh Bình Dương`). It ends before a person, a verb, a term.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.names import name_spans
from congressx.vietnamese.organisation_heads import head_words
from congressx.vietnamese.organisation_phrases import Phrase, read_phrase


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation phrase."""

    span: Span
    head: Span
    """Its head word, e.g. `Sở` or `Ban Tuyên giáo`."""
    kind: str
    """party, state, mass, company, school, army or other: the class of the head."""
    organ: bool
    """Whether the head is an organ inside a body (Ban Thường vụ, Văn phòng, phòng …)."""


def read_organisation(cased: str, folded: str, start: int) -> Organisation | None:
    """The longest organisation phrase that begins at `start`; None when no head word stands there.

    >>> from congressx.vietnamese.spelling import fold
    >>> line = "Ban Tuyên giáo Đảng ủy Khối các cơ quan tỉnh tổ chức"
    >>> read_organisation(line, fold(line), 0).span.of(line)
    'Ban Tuyên giáo Đảng ủy Khối các cơ quan tỉnh'
    """
    phrase = read_phrase(cased, folded, start)
    return None if phrase is None else _organisation(phrase)


def body_of(cased: str, folded: str, span: Span) -> Span | None:
    """The body in the organisation phrase `span`: its organs are taken off; None when nothing is left.

    >>> from congressx.vietnamese.spelling import fold
    >>> line = "Văn phòng Thành ủy"
    >>> body_of(line, fold(line), Span(0, len(line))).of(line)
    'Thành ủy'
    >>> body_of("Đảng đoàn", "đảng đoàn", Span(0, 9)) is None
    True
    """
    phrase = read_phrase(cased, folded, span.start)
    while phrase is not None and _is_organ(folded, phrase):
        if (district := _district(folded, phrase, span)) is not None:
            return district
        phrase = phrase.inner
    if phrase is None or phrase.start >= span.stop:
        return None
    return Span(phrase.start, max(phrase.head_stop, min(phrase.stop, span.stop)))


@lru_cache(maxsize=512)
def find_organisations(cased: str, folded: str) -> tuple[Organisation, ...]:
    """Every organisation phrase of one line, in text order, none inside another.

    >>> from congressx.vietnamese.spelling import fold
    >>> line = "Sở Y tế và Hội Nông dân tỉnh phối hợp tổ chức hội nghị"
    >>> [found.span.of(line) for found in find_organisations(line, fold(line))]
    ['Sở Y tế', 'Hội Nông dân tỉnh']
    """
    found: list[Organisation] = []
    names = name_spans(cased, folded)
    at = 0
    while match := head_words().search(folded, at):
        start = match.start()
        at = names.get(start, match.end())
        phrase = None if start in names else read_phrase(cased, folded, start)
        if phrase is None:
            continue
        if phrase.inner is not None and _belongs_to_office(folded, start):
            phrase = phrase.inner
        if _stands_out(cased, folded, phrase):
            found.append(_organisation(phrase))
        at = phrase.stop
    return tuple(found)


def _district(folded: str, phrase: Phrase, span: Span) -> Span | None:
    """The place that an organ belongs to, where only the place says it: `Phòng Nội vụ |huyện Phú Bình|`."""
    start = phrase.district
    if start is None or phrase.inner is not None:
        return None
    return Span(start, min(phrase.stop, span.stop)) if start < span.stop else None


_SOMETIMES_ORGANS = frozenset({"thanh tra", "ban dân tộc"})


def _is_organ(folded: str, phrase: Phrase) -> bool:
    """Whether it is an organ inside another body: `Văn phòng Thành ủy`, `Thanh tra Sở Y tế`, not `Thanh tra tỉnh`."""
    inside = phrase.inner is not None and folded[phrase.start : phrase.head_stop] in _SOMETIMES_ORGANS
    return phrase.head.organ or inside


def _organisation(phrase: Phrase) -> Organisation:
    span, head = Span(phrase.start, phrase.stop), Span(phrase.start, phrase.head_stop)
    named = phrase.inner.head if phrase.inner and phrase.head.tail == "nested" else phrase.head
    return Organisation(span, head, named.kind, phrase.head.organ)


def _belongs_to_office(folded: str, start: int) -> bool:
    """Whether `Thường trực` goes on with an office: `Phó Bí thư Thường trực Tỉnh ủy`."""
    return folded.startswith("thường trực", start) and bool(_OFFICE_BEFORE.match(folded, max(0, start - 8), start))


_OFFICE_BEFORE = Pattern(r"(?r)(?<!\p{L})(?:thư|tịch|đốc|trưởng|nhiệm|viên) ")
_DOCUMENT_BEFORE = Pattern(r"(?r)[\p{Lu}\d] ?[-/] ?")
"""`42/QĐ-UBND`: the issuer of a document number."""
_PROPER_BEFORE = Pattern(r"(?r)(?:\p{Lu}[\p{L}\p{M}]*|ông|bà|anh|chị|cô|thầy|chí) ")
"""`ông Khoa`, `vịnh Xuân Đài`: the head word is a name here."""


def _stands_out(cased: str, folded: str, phrase: Phrase) -> bool:
    """Whether the phrase is a name and no common noun: capitalised, or with capitals behind a small head."""
    start, bare = phrase.start, phrase.stop == phrase.head_stop
    if _DOCUMENT_BEFORE.match(cased, max(0, start - 8), start) or (bare and phrase.head.kind == "school"):
        return False
    if not cased[start].isupper():
        return any(letter.isupper() for letter in cased[phrase.head_stop : phrase.stop])
    if not bare or " " in folded[start : phrase.head_stop] or cased[start : phrase.stop].isupper():
        return True
    return not _opens_sentence(cased, start) and not _PROPER_BEFORE.match(cased, max(0, start - 14), start)


def _opens_sentence(cased: str, at: int) -> bool:
    before = cased[:at].rstrip()
    return not before or before[-1] in '.!?:;"-'
