"""Ratings of one named organisation: `được xếp loại hoàn thành tốt nhiệm vụ`, `Năm 2017: Trong sạch vững mạnh`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congressx.document import Document, Sentence
from congressx.engine import Draft
from congressx.extractors.awards.drafting import quote_of
from congressx.extractors.awards.givers import authority_at
from congressx.extractors.awards.occasions import BOUNDARY, not_given
from congressx.extractors.awards.parties import words
from congressx.extractors.awards.receivers import is_many, is_small, receiver_before
from congressx.extractors.awards.record import AwardClass
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.organisations import find_organisations
from congressx.vietnamese.spelling import phrase

_GRADE = (
    r"(?:hoàn thành (?:xuất sắc|suất sắc|tốt)(?: chức trách,?| các| chức năng,?)* nhiệm vụ|hoàn thành nhiệm vụ"
    r"|trong sạch,?\s*(?:và )?vững mạnh(?: tiêu biểu| xuất sắc| toàn diện)?|vững mạnh (?:xuất sắc|toàn diện"
    r"|tiêu biểu)|(?<=công đoàn )vững mạnh|htxsnv|htttnv|tsvm"
    r"|(?<=(?:xếp loại|phân loại)(?: công đoàn| hội| đoàn)? )(?:xuất sắc|vững mạnh|tốt)(?! nhiệm vụ))"
)
_KINDS = (
    r"(?:[\s,\"']*(?:là|đạt|danh hiệu|loại|chất lượng|mức|tổ chức cơ sở đảng|tổ chức đảng|tccsđ|đảng bộ|chi bộ|đơn vị"
    r"|tập thể|công đoàn|công đoàn cơ sở|hội|cơ sở))*[\s\"']*"
)
_IN_A_ROW = r"(?:\d{1,2}|(?<!\p{L})(?:hai|ba|bốn|năm|nhiều)) năm (?:liền|liên tục|liên tiếp)"
_JUDGING = (
    r"(?:(?<=tự )(?:(?:đánh giá|xếp loại|phân loại|chấm điểm|chấm|xếp|nhận)(?:,| và)? ?)+(?:ở(?= mức))?"
    r"|đánh giá|xếp loại)"
)
"""`Đảng bộ xã tự đánh giá, xếp loại …`, `tự nhận mức …`"""
_JUDGED = Pattern(
    phrase(
        rf"(?<!\p{{L}})(?:(?P<passive>được)(?P<giver>[^;.,:]{{0,80}}?) ?(?:(?:đánh giá|xếp loại|công nhận|phân loại|xếp(?! loại| hạng)"
        rf"|bình xét|xếp hạng|tặng|và)[\s,]*)+"
        rf"|{_IN_A_ROW}\s*(?:\([^()]{{1,40}}\)\s*)?(?:đều )?(?=(?:là (?:chi bộ|đảng bộ|tổ chức cơ sở đảng) )?{_GRADE})"
        rf"|đạt(?: danh hiệu| tiêu chuẩn| loại| mức)*|{_JUDGING}){_KINDS}(?P<grade>{_GRADE})(?!\p{{L}})"
        r"(?! được giao| chính trị| của (?:mình|đơn vị)| trở lên)"
    )
)
_OF_YEAR = Pattern(
    phrase(
        rf"(?:^|[;:,.(-])\s*(?P<year>năm (?:19|20)\d\d)\s*(?:[:,-]|là|đạt|xếp loại)(?: loại| đạt"
        rf"| là)?[\s\"']*(?P<grade>{_GRADE})(?!\p{{L}})"
    )
)
_HEADING = Pattern(phrase(r"(?:đánh giá|xếp loại|phân loại)(?: chất lượng)?(?: đối với| của)?\s+"))
_IS = Pattern(phrase(rf"[^;]{{0,60}}?(?: là|\s*:)[\s\"']*(?:tổ chức cơ sở đảng |đảng bộ |chi bộ )?(?P<grade>{_GRADE})"))


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating; offsets in the sentence."""

    focus: Span
    """Its grade, or its year where the grade stands once for several."""
    span: Span
    target: Span | None
    """The organisation, if the sentence names it."""
    giver: Span | None = None


def find_ratings(sentence: Sentence) -> Iterator[Rating]:
    """Ratings of one organisation each; numbers and shares of units with a rating are figures, aims are none."""
    taken: list[Span] = []
    judged = list(_judged(sentence))
    for rating in (
        *_headed(sentence),
        *_opened(sentence),
        *_of_years(sentence),
        *_apart(sentence),
        *_in_a_row(sentence),
        *judged,
        *_going_on(sentence, judged),
    ):
        if not any(rating.focus.overlaps(other) for other in taken):
            taken.append(rating.focus)
            yield rating


def _headed(sentence: Sentence) -> Iterator[Rating]:
    """`Kết quả xếp loại Chi bộ … là “Tổ chức cơ sở đảng trong sạch, vững mạnh”`"""
    for start, target in _headings(sentence):
        told = _IS.match(sentence.folded, target.stop)
        if told is not None:
            yield Rating(Span(*told.span("grade")), Span(start, told.end()), target)


def _opened(sentence: Sentence) -> Iterator[Rating]:
    """`Về xếp loại, Chi bộ hoàn thành tốt nhiệm vụ`"""
    opened = _OPENED.match(sentence.folded)
    if opened is None or is_many(sentence, opened.end()):
        return
    named = _organisation_at(sentence, opened.end())
    small = _SMALL_NEXT.match(sentence.folded, opened.end())
    target = Span(*small.span()) if named is None and small is not None else named
    if target is not None:
        yield from _rated_next(sentence, target, _GRADE_NEXT)


_OPENED = Pattern(
    phrase(
        r"\W*(?:về |kết quả )?(?:đánh giá,? )?(?:đánh giá|xếp loại|phân loại)(?: \p{L}+){0,5}?(?: năm (?:19|20)\d\d)?\s*[,:]\s*"
    )
)
_SMALL_NEXT = Pattern(phrase(r"(?:chi bộ|đảng bộ|công đoàn)(?!\p{L})"))


def _headings(sentence: Sentence) -> Iterator[tuple[int, Span]]:
    organisations = {o.span.start: o.span for o in find_organisations(sentence.cased, sentence.folded)}
    for heading in _HEADING.finditer(sentence.folded):
        small = _OF_THE_HOST.match(sentence.folded, heading.end())
        if heading.end() in organisations:
            yield heading.start(), organisations[heading.end()]
        elif small is not None:
            yield heading.start(), Span(*small.span("org"))


_OF_THE_HOST = Pattern(
    phrase(
        r"(?P<org>chi bộ|đảng bộ|công đoàn)(?= (?:năm (?:19|20)\d\d|nhiệm kỳ[^:;,]{0,16})\s*(?::|là)"
        rf"|\s*:[\s\"']*{_GRADE}[\"']*\s*(?:[.;]|$))"
    )
)
"""`Xếp loại chi bộ năm 2019: …`, `Xếp loại chi bộ: Hoàn thành tốt nhiệm vụ.`"""


def _of_years(sentence: Sentence) -> Iterator[Rating]:
    headings = list(_headings(sentence))
    for told in _OF_YEAR.finditer(sentence.folded):
        owner = [target for _, target in headings if target.stop <= told.start("year")]
        yield Rating(
            Span(*told.span("grade")), Span(told.start("year"), told.end("grade")), owner[-1] if owner else None
        )


_APART = Pattern(phrase(r"(?<!\p{L})riêng\s+"))
_A_GRADE = Pattern(phrase(_GRADE))


def _apart(sentence: Sentence) -> Iterator[Rating]:
    """`100% chi bộ hoàn thành tốt nhiệm vụ, riêng Chi bộ Cơ quan hoàn thành xuất sắc`"""
    for apart in _APART.finditer(sentence.folded):
        target = _organisation_at(sentence, apart.end())
        if target is not None and _A_GRADE.search(sentence.folded, 0, apart.start()):
            yield from _rated_next(sentence, target, _SHORT_NEXT)


def _in_a_row(sentence: Sentence) -> Iterator[Rating]:
    """`02 năm liên tục (2019, 2020) Chi bộ Văn phòng HTXSNV`"""
    if _ROW.search(sentence.folded) is None:
        return
    for organisation in find_organisations(sentence.cased, sentence.folded):
        target = organisation.span
        short = _GRADE_WITHIN.search(sentence.folded, target.start, target.stop)
        if short is not None:
            target = Span(target.start, short.start())
        if _ROW_FIRST.search(sentence.folded[: target.start]):
            yield from _rated_next(sentence, target, _GRADE_NEXT)


_ROW_FIRST = Pattern(phrase(rf"(?:^|[;.])[\W_]*{_IN_A_ROW}\s*(?:\([^()]{{1,40}}\)\s*)?,?\s*$"))
_GRADE_WITHIN = Pattern(r"\s+(?:htxsnv|htttnv|tsvm)$")
"""Capitals that look like the end of a name."""
_ROW = Pattern(phrase(_IN_A_ROW))


def _judged(sentence: Sentence) -> Iterator[Rating]:
    for told in _JUDGED.finditer(sentence.folded):
        clause = max((m.end() for m in BOUNDARY.finditer(sentence.folded, 0, told.start())), default=0)
        target = receiver_before(sentence, clause, told.start()) or _opening(sentence, clause, told.start())
        if target is None or is_many(sentence, target.start) or not_given(sentence.folded[: told.start()]):
            continue
        if not _is_organisation(sentence, target) or _FOR.search(sentence.folded, 0, target.start):
            continue
        giver = authority_at(sentence, told.start("giver") + 1) if told["giver"] and told["giver"].strip() else None
        yield Rating(Span(*told.span("grade")), Span(target.start, told.end("grade")), target, giver)


_FOR = Pattern(phrase(r"(?<!\p{L})(?:cho|tặng)(?: tập thể)? $"))
"""`tặng Bằng khen cho Đảng bộ đạt …`: what the award is for"""
_YEARS_IN_A_ROW = Pattern(
    phrase(r"\s*(?:và )?(?:(?:trong )?(?:\d{1,2}|\p{L}+) năm (?:liền|liên tục|liên tiếp)\s*,?\s*)?(?:đều |được )?")
)


def _opening(sentence: Sentence, clause: int, stop: int) -> Span | None:
    """The organisation that opens the sentence, of a clause without subject: `…; 3 năm liền đạt danh hiệu …`."""
    if not clause or not _YEARS_IN_A_ROW.fullmatch(sentence.folded, clause, stop):
        return None
    first = next(iter(find_organisations(sentence.cased, sentence.folded)), None)
    return first.span if first is not None and _OPENS.fullmatch(sentence.folded, 0, first.span.start) else None


_OPENS = Pattern(phrase(r"(?:(?:trong )?(?:năm \d{4}|nhiệm kỳ [^,;.]{0,30}|những năm qua|năm qua)\s*,\s*)?(?:toàn )?"))


def _rated_next(sentence: Sentence, target: Span, grade: Pattern) -> Iterator[Rating]:
    """The rating right behind the organisation."""
    told = grade.match(sentence.folded, target.stop)
    if told is not None:
        yield Rating(Span(*told.span("grade")), Span(target.start, told.end("grade")), target)


_SHORT = r"hoàn thành (?:xuất sắc|tốt)(?= (?:trong |vào )?năm (?:19|20)\d\d|\s*[,;.]|\s*$)"
"""Behind a rating in full: `…, hoàn thành tốt trong năm 2020`"""
_IS_RATED = r"(?:(?:đều|được|đạt|xếp loại|xếp|đánh giá|là|thì|ở mức|mức) )*"
_GRADE_NEXT = Pattern(phrase(rf"\s*{_IS_RATED}(?P<grade>{_GRADE})(?!\p{{L}})"))
_SHORT_NEXT = Pattern(phrase(rf"\s+{_IS_RATED}(?P<grade>{_GRADE}|{_SHORT})(?!\p{{L}})"))
_ANOTHER_YEAR = Pattern(
    phrase(
        rf"(?:[,;]|và|riêng)\s*(?:riêng |trong đó |có |tiếp tục |đến |sang )*"
        rf"(?:(?:năm )?(?P<year>(?:19|20)\d\d)(?:(?:,| và)(?: năm)? (?P<year>(?:19|20)\d\d))*,? {_IS_RATED}(?P<grade>{_GRADE}|{_SHORT})"
        rf"|{_IS_RATED}(?P<grade>{_GRADE}|{_SHORT}) (?:trong |vào )?năm (?:19|20)\d\d)(?!\p{{L}})"
    )
)


def _going_on(sentence: Sentence, judged: Sequence[Rating]) -> Iterator[Rating]:
    """Ratings of other years behind the first: `…; năm 2017 và năm 2018 đều hoàn thành xuất sắc nhiệm vụ`"""
    for first in judged[:1]:
        for told in _ANOTHER_YEAR.finditer(sentence.folded, first.focus.stop):
            for year in told.spans("year")[:-1]:
                yield Rating(Span(*year), Span(*told.span()), first.target, first.giver)
            yield Rating(Span(*told.span("grade")), Span(*told.span()), first.target, first.giver)


def _is_organisation(sentence: Sentence, span: Span) -> bool:
    return is_small(sentence, span) or _organisation_at(sentence, span.start) is not None


def _organisation_at(sentence: Sentence, start: int) -> Span | None:
    organisations = find_organisations(sentence.cased, sentence.folded)
    return next((found.span for found in organisations if found.span.start == start), None)


def ratings(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """One row a rating."""
    for rating in find_ratings(sentence):
        value = {
            "class": AwardClass.RATING,
            "giver": words(sentence, rating.giver),
            "target": words(sentence, rating.target),
            "at_meeting": False,
        }
        yield Draft(value, rating.focus, quote_of(rating.span, rating.span.start))
