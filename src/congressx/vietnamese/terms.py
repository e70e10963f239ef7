"""Terms of office: `nhiệm kỳ 2020 - 2025`, `khóa XII`, `lần thứ X, nhiệm kỳ 2015-2020`.

A term has years, a label, or both: the label is the khóa, or the ordinal of the congress, that stands right beside the
years. `giai đoạn 2016-2020`, `kế hoạch 5 năm`, `năm học 2018-2019` are periods, not terms; nor is `khóa 5` of a school.

>>> from congressx.vietnamese.spelling import cased, fold
>>> text = "Đại hội lần thứ XI, nhiệm kỳ 2020 – 2025, bầu BCH khoá XI; Nghị quyết Trung ương 4 khóa XI, XII"
>>> [(term.start, term.end, term.label) for term in find_terms(fold(text), cased(text))]
[(2020, 2025, 'XI'), (None, None, 'XI'), (None, None, 'XI'), (None, None, 'XII')]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import regex

from congressx.patterns import Pattern
from congressx.span import Span


class Doubt(StrEnum):
    """Why years that stand beside `nhiệm kỳ` are not taken."""

    DIGITS = "digits"  # 20115-2020, 2016 - 202
    SHORT = "short"  # 2015-20
    ORDER = "order"  # 2025-2020
    LENGTH = "length"  # 2005-2020


@dataclass(frozen=True, slots=True)
class TermMention:
    """A term where it is said; one with a `reason` is doubtful: without years and label, it only asks to be seen."""

    span: Span
    start: int | None
    end: int | None
    label: str | None
    label_span: Span | None
    reason: Doubt | None = None


@dataclass(frozen=True, slots=True)
class _Label:
    span: Span
    """From its word (`khóa`) to the label itself."""
    label_span: Span
    listed: bool
    """Whether it stands in a list: `khóa XI, XII`, whose years nobody can share out."""


@dataclass(frozen=True, slots=True)
class _Years:
    span: Span
    start: int
    end: int
    reason: Doubt | None


@lru_cache(maxsize=512)  # several kinds ask for the same sentences
def find_terms(folded: str, cased: str) -> tuple[TermMention, ...]:
    """Every term of the text in text order; `cased` is the same text with its capitals, from which labels are copied.

    >>> term, = find_terms("nhiệm kỳ 20115-2020", "Nhiệm kỳ 20115-2020")
    >>> term.start, term.reason
    (None, <Doubt.DIGITS: 'digits'>)
    """
    labels = list(_labels(folded, cased))
    taken: set[Span] = set()
    found: list[TermMention] = []
    for years in {years.span.stop: years for years in _all_years(folded, labels)}.values():
        label = _label_of(folded, cased, years, labels)
        if years.reason is not None:
            found.append(TermMention(years.span, None, None, None, None, years.reason))
        elif label is None:
            found.append(TermMention(_closed(cased, years.span), years.start, years.end, None, None))
        else:
            taken.add(label.label_span)
            found.append(_mention(cased, label, years))
    found += [_mention(cased, label, None) for label in labels if label.label_span not in taken]
    return tuple(sorted(found, key=lambda term: term.span))


def label_number(label: str) -> int:
    """The number a label stands for, so that `XII` and `12` can be told to be one.

    >>> label_number("XIV"), label_number("14")
    (14, 14)
    """
    if label.isdigit():
        return int(label)
    values = [_ROMAN[letter] for letter in label.upper()]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def _mention(cased: str, label: _Label, years: _Years | None) -> TermMention:
    said = label.label_span.of(cased)
    if years is None:
        return TermMention(label.span, None, None, said, label.label_span)
    span = label.span.cover(years.span)
    return TermMention(_closed(cased, span), years.start, years.end, said, label.label_span)


def _closed(text: str, span: Span) -> Span:
    """`span` with the bracket that closes one it opens."""
    words = span.of(text)
    opened = words.count("(") > words.count(")") and text.startswith(")", span.stop)
    return Span(span.start, span.stop + opened)


# --- labels -----------------------------------------------------------------------------------------------------------

_B = r"[ ]{0,2}"
_NUMERAL = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})(?!\p{L})"  # I … XXXIX
_FIGURE = r"(?:0?[1-9]|[12]\d|3\d)(?!\d)"
_COURSE = Pattern(
    rf"(?<!\p{{L}})(?<!tài\s)khóa\s+(?:thứ\s+)?(?P<label>{_NUMERAL}|{_FIGURE})"
    rf"(?P<more>(?:{_B}(?:,|;|và|&){_B}(?:khóa\s+)?(?:{_NUMERAL}|{_FIGURE}))*)"
)
_MORE = Pattern(rf"(?P<label>{_NUMERAL}|{_FIGURE})")
_TERM_LABEL = Pattern(
    rf"nhiệm\s*k[ỳìýyi]\s+(?:(?:của\s+)?(?:đại\s+hội|đh)\s+(?:(?:đại\s+biểu\s+)?(?:toàn\s+quốc\s+)?(?:lần\s+thứ\s+|(?:của\s+)?đảng\s+(?:lần\s+thứ\s+)?))?)?"
    rf"(?P<label>{_NUMERAL})(?!\s*/)"
    rf"|(?:đầu|cuối|trong|của)\s+nhiệm\s*k[ỳìýyi]\s+(?P<label>{_FIGURE})(?=\s+(?:đến|này|của|đã|và)|\s*[.,;)])"
)

_BODY = (
    r"ban\s+chấp\s+hành|\bbch|\bbtv|ban\s+bí\s+thư|bí\s+thư|bộ\s+chính\s+trị|trung\s+ương|\bt\.?[ưw]\b|ủy\b|thường\s+vụ|hđnd"
    r"|hội\s+đồng|quốc\s+hội|\bqh\b|đại\s+biểu|đbqh|đảng|đoàn|\bhội\b|đại\s+hội|nhiệm\s+kỳ|kỳ\s+họp|công\s+đoàn|mặt\s+trận|mttq"
    r"|chi\s+bộ|nghị\s+quyết|chính\s+phủ|nhân\s+sự|bầu\s+cử|chủ\s+tịch"
)
_SCHOOL = (
    r"(?<!hội\s)sinh\s+viên|(?<!hội\s)học\s+viên|học\s+sinh|\blớp|(?<!và\s)đào\s+tạo|bồi\s+dưỡng|tập\s+huấn|cử\s+nhân|kỹ\s+sư"
    r"|cao\s+cấp\s+(?:lý\s+luận|llct)|trung\s+cấp|cao\s+đẳng|thạc\s+s|tiến\s+s[ĩỹ]|tốt\s+nghiệp|chuyên\s+ngành|tuyển\s+sinh"
    r"|khai\s+giảng|bế\s+giảng|nhập\s+học|giảng\s+viên|hệ\s+chính\s+quy|phi\s+công|tân\s+binh|võ\s+sinh"
)
_WHOSE = Pattern(rf"(?P<school>{_SCHOOL})|(?P<body>{_BODY})")
_CLAUSE = Pattern(r"[,;:.()\n]")
_SCHOOL_AFTER = Pattern(
    r"[ ]*(?:lớp|học|buổi|tuần|tập\s+huấn|bồi\s+dưỡng|đào\s+tạo|tiết|cửa|vòng|số|chữ)(?!\p{L})"
    r"|[ ]*(?:ngày|tháng|năm)(?!\p{L}|\s+\d)|[ ]*/[ ]*\d|-\d|[.,]\d"
)


def _labels(folded: str, cased: str) -> Iterator[_Label]:
    for match in _COURSE.finditer(folded):
        spans = list(_listed(folded, cased, match))
        for place, span in enumerate(spans):
            start = match.start() if place == 0 else span.start
            yield _Label(Span(start, span.stop), span, len(spans) > 1)
    for match in _TERM_LABEL.finditer(folded):
        if _capital(cased, *match.span("label")):
            yield _Label(Span(*match.span()), Span(*match.span("label")), False)


def _listed(folded: str, cased: str, match: regex.Match[str]) -> Iterator[Span]:
    """The labels after one `khóa`: `khóa XI, XII và XIII`; none of them when the first is of a school or no label."""
    start, stop = match.span("label")
    followed = match.end("more") > stop
    if not _capital(cased, start, stop) or not _of_a_body(folded, match.start(), start, stop, followed=followed):
        return
    yield Span(start, stop)
    figures = folded[start].isdigit()
    number = label_number(folded[start:stop])
    for more in _MORE.finditer(folded, stop, match.end("more")):
        span, following = Span(*more.span("label")), label_number(more["label"])
        if more["label"].isdigit() != figures or not number < following <= number + 3:
            return
        if not _capital(cased, *more.span("label")) or (figures and not _LIST_END.match(folded, span.stop)):
            return
        yield span
        number = following


_LIST_END = Pattern(r"\s*(?:$|[,.;:)\n\"]|và\s+(?:\d|khóa)|(?:nhiệm|của|tỉnh|thành|huyện)(?!\p{L}))(?!\d)")
"""What follows a figure that goes on with a list of labels; `khóa 13, 15 đại biểu` is none."""


def _capital(cased: str, start: int, stop: int) -> bool:
    """Roman numerals are labels in capitals only: `khóa vi sai` is a lock."""
    return cased[start:stop].isdigit() or cased[start:stop].isupper()


def _of_a_body(folded: str, word: int, start: int, stop: int, *, followed: bool) -> bool:
    """Whether a khóa is that of a committee, council or congress, not of a school.

    Roman numerals are, unless a school is named in the same clause; figures only where a body is the last thing named.
    """
    if not followed and _SCHOOL_AFTER.match(folded, stop):
        return False
    said = list(_WHOSE.finditer(folded, max(0, word - 90), word))
    same_clause = [match for match in said if not _CLAUSE.search(folded, match.end(), word)]
    if any(match["school"] is not None for match in same_clause):
        return False
    return not folded[start].isdigit() or (bool(said) and said[-1]["school"] is None)


# --- years ------------------------------------------------------------------------------------------------------------

_WORD = r"(?:nhiệm\s*k[ỳìýyi]|(?<!\p{L})nk(?!\p{L}))"
_BETWEEN = (
    r"(?:\s*(?:mới|tới|này|qua|trước|sau|đầu|đầu\s+tiên|vừa\s+qua|tiếp\s+theo|hiện\s+tại|hiện\s+nay|5\s+năm|năm\s+năm|năm|từ(?:\s+năm)?"
    r"|quốc\s+hội|hđnd|chính\s+phủ|đại\s+hội|nhiệm\s*kỳ)){0,3}"
)
_OPEN = r"\s*,?\s*[:(\"]{0,2}\s*"
_TO = rf"{_B}(?:-|/|đến|tới){_B}(?:năm )?"
_GOOD = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_TERM = Pattern(
    rf"{_WORD}{_BETWEEN}(?:\s+(?:thứ\s+)?(?P<label>{_NUMERAL}|{_FIGURE}))?{_OPEN}"
    rf"(?P<first>(?<!\d)\d{{3,6}}){_TO}(?P<second>\d{{1,6}})(?![\d%])(?!\.\d)"
    rf"(?P<more>(?:\)?{_B}(?:,|;|và|&){_B}\(?{_GOOD}{_B}-{_B}{_GOOD})*)"
)
_PAIR = Pattern(rf"(?P<first>{_GOOD}){_B}-{_B}(?P<second>{_GOOD})")
_AFTER_LABEL = Pattern(rf"\s*(?:\(|,\s*){_B}(?P<first>{_GOOD}){_B}-{_B}(?P<second>{_GOOD})")
_NO_NAME = (
    r"(?!(?:đã|sẽ|được|bầu|vừa|khai|bế|diễn|thông|quyết|hướng|nghị|đại|khóa|lần|thứ|trong|từ|trước|sau|cho|về|vào|tại|là|do|nhiệm)(?!\p{L})"
    r"|và\s+(?:đảng|chi\s+bộ|công\s+đoàn|hội|đoàn|nghị|đại|kế|chương|nhiệm|triển)(?!\p{L}))"
)
_WHOSE_CONGRESS = (
    r"\s+(?:của\s+)?(?:đảng\s+bộ|đảng\s+ủy|chi\s+bộ|công\s+đoàn|hội|đoàn|mặt\s+trận|mttq|liên\s+đoàn|liên\s+hiệp"
    r"|tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn)(?!\p{L})"
    rf"(?:[\s.]+{_NO_NAME}\p{{L}}[\p{{L}}&]*){{0,12}}"
)
"""`lần thứ IV |Hội Luật gia tỉnh Hà Phong| (2018 - 2023)`: the organisation between an ordinal and its years"""
_CONGRESS_YEARS = Pattern(
    rf"(?:đại\s+hội|\bđh)(?:\s+(?!nghị\s|hội\s+nghị)\p{{L}}+){{0,12}}\s+(?:lần(?:\s+thứ)?|thứ)\s+(?:{_NUMERAL}|{_FIGURE})"
    rf"(?:{_WHOSE_CONGRESS})?\s*(?P<years>\({_B}(?P<first>{_GOOD}){_B}-{_B}(?P<second>{_GOOD}){_B}\))"
)
"""`Đại hội … lần thứ VIII (2018 - 2023)`"""
_OF_A_CONGRESS = frozenset({2, 3, 5})
"""Years from a congress to the next; `lần thứ IX (2001-2005)` is a plan of five years."""
_BARE_COURSE = Pattern(rf"(?<!\p{{L}})khóa{_OPEN}(?P<first>{_GOOD}){_B}-{_B}(?P<second>{_GOOD})")


def _all_years(folded: str, labels: list[_Label]) -> Iterator[_Years]:
    """The years of every term; those that two patterns find end at one place, and the last of them counts."""
    for match in _BARE_COURSE.finditer(folded):
        if _of_a_body(folded, match.start(), match.start("first"), match.end("second"), followed=True):
            yield _judged(match.start(), match)
    for label in labels:
        beside = _AFTER_LABEL.match(folded, label.label_span.stop)
        if beside is not None and not label.listed:
            yield _judged(beside.start(), beside)
    for match in _CONGRESS_YEARS.finditer(folded):
        if int(match["second"]) - int(match["first"]) in _OF_A_CONGRESS:
            yield _judged(match.start("years"), match)
    for match in _TERM.finditer(folded):
        if not any(regex.match(r"(?:19|20)\d\d", figures) for figures in match.group("first", "second")):
            continue  # nhiệm kỳ 150 - 200 người
        yield _judged(match.start(), match)
        for more in _PAIR.finditer(folded, match.start("more"), match.end("more")):
            yield _judged(more.start(), more)


def _judged(begin: int, match: regex.Match[str]) -> _Years:
    first, second = match["first"], match["second"]
    start, end = int(first), int(second)
    whole = regex.fullmatch(_GOOD, first) is not None
    reason = None
    if whole and len(second) == 2:
        reason = Doubt.SHORT
    elif not whole or regex.fullmatch(_GOOD, second) is None:
        reason = Doubt.DIGITS
    elif start >= end:
        reason = Doubt.ORDER
    elif end - start > _LONGEST:
        reason = Doubt.LENGTH
    return _Years(Span(begin, match.end("second")), start, end, reason)


_LONGEST = 7
"""Years of the longest term seen (councils 2004-2011)."""


# --- what ties a label to years ---------------------------------------------------------------------------------------

_INSIDE = Pattern(rf"{_WORD}{_BETWEEN}\s+(?:thứ\s+(?!\d))?(?P<label>{_NUMERAL}|{_FIGURE}){_OPEN}(?=\d{{4}})")
_NEAR = 8
_BLANK = r"[ ]*\n?[ ]*"  # titles break their lines anywhere, but a paragraph ends what belongs together
_BESIDE = Pattern(rf"[ ]*[)\"]?[ ]*[,;(-]?{_BLANK}[(\"]?[ ]*|{_WHOSE_CONGRESS}[ ]*[,(]?[ ]*")
_AFTER_YEARS = Pattern(r"[ ]*\)?[ ]+|[ ]*\(")
_OWN_YEARS = Pattern(rf"{_BLANK}[,(-]?{_BLANK}\(?(?:{_WORD}|{_GOOD})")
_ORDINAL = Pattern(
    rf"(?:(?P<nth>lần(?:\s+thứ)?|thứ)|(?P<congress>đại\s+hội|\bđh))\s+(?P<label>{_NUMERAL}|{_FIGURE})"
    rf"(?:\s*[)\"]?\s*[,;(-]?\s*[(\"]?\s*|{_WHOSE_CONGRESS}\s*[,(]?\s*)$"
)
_KIND_BEFORE = 150
"""Characters in which the sort of meeting stands that an ordinal numbers."""
_KIND = Pattern(
    r"(?P<congress>đại\s+hội|\bđh(?:đb)?\b)|hội\s+nghị|kỳ\s+họp|phiên\s+họp|phiên|cuộc\s+họp|hội\s+thảo|cách\s+mạng|ban\s+chấp\s+hành"
)


_BEHIND = Pattern(rf"[ ]*\)?[ ]*[,(]?[ ]*lần(?:\s+thứ)?\s+(?P<label>{_NUMERAL}|{_FIGURE})(?=\s*(?:$|[,.;)\n]))")


def _label_of(folded: str, cased: str, years: _Years, labels: list[_Label]) -> _Label | None:
    inside = _INSIDE.match(folded, years.span.start, years.span.stop)
    if inside is not None and _capital(cased, *inside.span("label")):
        return _Label(Span(years.span.start, inside.end("label")), Span(*inside.span("label")), False)
    for label in labels:
        if not label.listed and _tied(folded, label, years):
            return label
    return _congress_ordinal(folded, cased, years) or _ordinal_behind(folded, cased, years)


def _tied(folded: str, label: _Label, years: _Years) -> bool:
    """`khóa X, nhiệm kỳ 2015-2020` · `nhiệm kỳ 2015-2020 (khóa X)`, unless that khóa has years of its own."""
    if label.span.stop <= years.span.start:
        return _BESIDE.fullmatch(folded, label.span.stop, years.span.start) is not None
    if not 0 <= label.span.start - years.span.stop <= _NEAR:
        return False
    after = _AFTER_YEARS.fullmatch(folded, years.span.stop, label.span.start)
    return after is not None and _OWN_YEARS.match(folded, label.span.stop) is None


def _congress_ordinal(folded: str, cased: str, years: _Years) -> _Label | None:
    """`đại hội … lần thứ X, nhiệm kỳ`: of a congress, where a plenum's or a session's ordinal is no label."""
    begin = max(0, years.span.start - 90)
    match = _ORDINAL.search(folded, begin, years.span.start)
    if match is None or not _capital(cased, *match.span("label")):
        return None
    if match["nth"] is not None:
        kind = _kind_before(folded, match.start())
        if kind is not None and kind["congress"] is None:
            return None
        if kind is None and (match["nth"] == "thứ" or match["label"].isdigit()):
            return None
    return _Label(Span(match.start(), match.end("label")), Span(*match.span("label")), False)


def _kind_before(folded: str, stop: int) -> regex.Match[str] | None:
    """What sort of meeting or body was named last before `stop`."""
    return next(reversed(list(_KIND.finditer(folded, max(0, stop - _KIND_BEFORE), stop))), None)


def _ordinal_behind(folded: str, cased: str, years: _Years) -> _Label | None:
    """`Đại hội … nhiệm kỳ 2020-2025, lần thứ XXII`."""
    match = _BEHIND.match(folded, years.span.stop)
    if match is None or not _capital(cased, *match.span("label")):
        return None
    kind = _kind_before(folded, years.span.start)
    if kind is None or kind["congress"] is None:
        return None
    return _Label(Span(years.span.stop, match.end("label")), Span(*match.span("label")), False)
