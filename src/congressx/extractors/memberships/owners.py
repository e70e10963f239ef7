"""Whose members they are and of which day the count is: the organisation and the date that stand before a number."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from congressx.document import Sentence
from congressx.extractors.memberships.counts import Counted, find_counts
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.dates import TRAPS, DateForm, find_dates
from congressx.vietnamese.organisations import body_of, find_organisations
from congressx.vietnamese.spelling import phrase

_KINDS = {
    Counted.MEMBER: frozenset({"party"}),
    Counted.NEW_MEMBER: frozenset({"party"}),
    Counted.CADRE: frozenset({"party"}),
    Counted.OFFICIAL: frozenset({"party"}),
    Counted.PROBATIONARY: frozenset({"party"}),
    Counted.CELL: frozenset({"party"}),
    Counted.PARTY_UNIT: frozenset({"party"}),
    Counted.ASSOCIATION_MEMBER: frozenset({"mass"}),
    Counted.ASSOCIATION_UNIT: frozenset({"mass"}),
    Counted.PERSON: frozenset({"party", "mass"}),
    Counted.CANDIDATE: frozenset({"party"}),
}
_NOT_SUBJECT = Pattern(
    phrase(
        r"(?:(?<!\p{L})(?:theo|do|được|bởi|trực thuộc|thuộc|tại|ở|cho|về|với|vào|cùng|đồng chí|đ/c|bí thư|phó bí thư"
        r"|ủy viên|thường trực|chủ tịch"
        r"|chủ nhiệm|trưởng ban|phó ban|văn phòng|đại hội|nghị quyết|hội nghị|điều lệ|giới thiệu|đề nghị|yêu cầu"
        r"|kiến nghị|nâng cấp|sáp nhập|hợp nhất|đại biểu|lãnh đạo|hội viên|đoàn viên|đảng viên)|[-/\d])\s*$"
    )
)
"""Before an organisation that is named for something else than as the owner of the figure."""
_NO_OWNER = Pattern(
    phrase(
        r"(?:bộ chính trị|ban bí thư|trung ương|bch trung ương|ban chấp hành trung ương|cấp ủy)(?!\p{L})(?! hội| đoàn)"
    )
)
"""Central bodies order and found; committees at all levels are nobody."""
_SMALL = Pattern(
    phrase(
        r"(?<!\p{L})(?P<org>chi bộ(?: (?:\d{1,2}|[ivx]{1,4}))?|đảng bộ|công đoàn|hội|chi hội|chi đoàn)(?= (?:đã "
        r"|hiện |nay |cũng |vừa ){0,2}(?:kết nạp|phát triển|có|tiếp nhận)(?!\p{L}))"
    )
)
"""`chi bộ kết nạp được …`: an organisation without a capital, right before its verb."""
_AS_OF = Pattern(
    phrase(
        r"(?<!\p{L})(?:tính )?đến(?: hết| cuối| ngày| thời điểm| đầu| tháng| năm| cuối tháng| hết tháng"
        r"| hết ngày){0,3}\s*$"
    )
)
_SINCE = Pattern(r"(?<!\p{L})từ\s*$")
_OF_YEAR = Pattern(phrase(r"tổng số[^;]{0,120}?(?P<date>năm \d{4}) (?:là|có)(?!\p{L})"))


def owner_of(sentence: Sentence, before: int, counted: Counted) -> Span | None:
    """The nearest organisation before offset `before` of the sentence that may own such a figure."""
    named = list(owners(sentence, before, counted))
    found = named[-1] if named else None
    if found is not None:  # Hội Sinh viên thành phố … phong trào Hội
        found = next(
            (full for full in named if full.of(sentence.folded).startswith(f"{found.of(sentence.folded)} ")), found
        )
    for match in _SMALL.finditer(sentence.folded, 0, before):
        if found is None or match.start("org") > found.stop:
            found = Span(*match.span("org"))
    return found


def owners(sentence: Sentence, before: int, counted: Counted) -> Iterator[Span]:
    """The organisations before offset `before` that may own such a figure, in text order."""
    for organisation in find_organisations(sentence.cased, sentence.folded):
        span = organisation.span
        if span.start >= before:
            return
        lead = sentence.folded[max(0, span.start - 24) : span.start]
        if (
            organisation.kind not in _KINDS[counted]
            or _NO_OWNER.match(sentence.folded, span.start)
            or _NOT_SUBJECT.search(lead)
        ):
            continue
        if not any(count.noun.overlaps(span) for count in find_counts(sentence.folded)):  # có 36 Đảng bộ, chi bộ cơ sở
            body = _body(sentence, span, organisation.organ)
            if body is not None and not _NO_OWNER.match(sentence.folded, body.start):
                yield body


def _body(sentence: Sentence, span: Span, organ: bool) -> Span | None:
    return body_of(sentence.cased, sentence.folded, span) if organ else span


def owns(counted: Counted, kind: str) -> bool:
    """Whether organisations of `kind` have such members or units."""
    return kind in _KINDS[counted]


def as_of(sentence: Sentence, number: Span, *, disciplined: bool) -> str | None:
    """The day of the count: `tính đến ngày 31/12/2018` before or behind it, `tổng số … năm 2010 là`; of the disciplined their year."""
    folded = sentence.folded
    for date in find_dates(folded, years=True):
        if date.form in TRAPS or date.end is not None:
            continue
        figure = regex.search(r"\d", folded[date.span.start : date.span.stop])
        head = date.span.start + (figure.start() if figure else 0)
        told = _AS_OF.search(folded[max(0, head - 40) : head])
        if told and (date.span.stop <= number.start or "tính" in told.group()):
            return date.start.iso()
    if disciplined:
        dates = [d for d in find_dates(folded, years=True) if d.span.stop <= number.start and d.form is DateForm.YEAR]
        years = [d for d in dates if not _SINCE.search(folded[max(0, d.span.start - 8) : d.span.start])]
        return years[-1].start.iso() if years else None
    whole = _OF_YEAR.search(folded, 0, number.start)
    return None if whole is None else whole["date"][-4:]
