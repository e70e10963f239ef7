"""How documents are cited: by number and suffix, by plenum, by congress, or by a bare number."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from congressx.engine import Answer, Draft, Reading, Rule
from congressx.span import Span
from congressx.vietnamese.dates import find_dates
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.letters import LETTER
from congressx.vietnamese.numerals import ORDINAL, read_ordinal
from congressx.vietnamese.phrases import alternation


@cache
def kinds() -> dict[str, str]:
    """Folded word for a document → kind."""
    return {row[0]: row[1] for row in rows("document_kinds.tsv", __package__)}


@cache
def suffix_kinds() -> dict[str, str]:
    """Folded abbreviation in a document number → kind."""
    return {row[0]: row[1] for row in rows("document_suffixes.tsv", __package__)}


def _alternatives(words: set[str]) -> str:
    return alternation(words).replace(r"\s+", r"\s*")  # pages write `Nghịquyết`


_KIND = _alternatives(set(kinds()))
_PART = r"[A-ZĐƯ][A-ZĐƯ0-9]*[a-zđ]{0,2}\d*"
"""One part of a suffix, as in `CT-TTg`, `NQ/TƯ`, `2014/QH13`."""
_SEPARATOR = r"\s?[-/]\s?"
_SUFFIX = rf"(?:\d{{4}}{_SEPARATOR})?{_PART}(?:{_SEPARATOR}{_PART}){{0,3}}"
_BEFORE = rf"(?<![{LETTER}\d/.,-])"
_ROMAN = r"[ivxl]+"
_LABELS = rf"(?:,|\()?\s*\(?\s*(?:của )?khóa (?P<labels>(?:{_ROMAN}|\d{{1,2}})(?:\s*(?:,|và|khóa)\s*(?:khóa )?(?:{_ROMAN}|\d{{1,2}})\b)*)\b"

_STRONG = _alternatives({"nghị quyết", "chỉ thị", "nghị định", "thông tư", "quy định", "nq"})
_WEAK = _alternatives(
    {"kết luận", "kế hoạch", "chương trình", "chương trình phối hợp", "chương trình hành động", "đề án", "hướng dẫn"}
    | {"thông báo", "thông báo kết luận", "công văn", "quyết định", "thông tri", "tờ trình"}
)
_CUES = ("-", "/")
_AUTHORITY = (
    r"(?:năm \d{4} )?của (?:bộ|ban|thủ|chính|trung|tw|quốc|ubnd|hđnd|ủy|hội đồng|tỉnh|thành|huyện|quận|đảng|thường|tổng|mặt|liên"
    r"|thanh tra)"
)
_FREE = (
    r"(?=\s*(?:$|[,.;:)\"]|(?:của|về|ngày|năm \d{4}|khóa|và|là|trong|đã|vẫn|đến|trên|ở|bằng|thời gian|cho thấy|do|tại|để|ra đời"
    r"|đi vào|được|với|theo|có hiệu lực|quy định)\b|\(|-\s*khóa))"
)


def _numbered(reading: Reading) -> Draft | None:
    key = regex.sub(r"\s", "", reading.span("key").of(reading.sentence.cased))
    key = regex.sub(r"^(\d+[a-z]?)(?=[A-ZĐ])", r"\1-", key)  # `19 KL / TW`
    number = reading.words("number")
    kind = _kind_of(reading, key)
    if kind is None:
        return None
    value = {"kind": kind, "key": key, "form": "numbered", "number": number, "date": _date_of(reading)}
    return Draft(value, reading.span("key"), reading.span())


def _kind_of(reading: Reading, key: str) -> str | None:
    if "kind" in reading.match.re.groupindex:
        return kinds()[_folded_kind(reading)]
    parts = regex.split(r"[-/]", key.lower())
    return next((suffix_kinds()[part] for part in parts if part in suffix_kinds()), None)


def _folded_kind(reading: Reading) -> str:
    glued = regex.sub(r"\s", "", reading.folded("kind"))
    return next(word for word in kinds() if word.replace(" ", "") == glued)


def _bare(reading: Reading) -> Draft:
    value = {"kind": kinds()[_folded_kind(reading)], "key": None, "form": "bare", "number": reading.words("number")}
    return Draft({**value, "date": _date_of(reading)}, reading.span("number"), reading.span())


def _date_of(reading: Reading) -> str | None:
    """The date right behind the citation, or at the head of a sentence whose verb issues the document."""
    folded = reading.sentence.folded
    stop = reading.span().stop
    for date in find_dates(folded):
        between = folded[stop : date.span.start] if date.span.start >= stop else None
        if between is not None and regex.fullmatch(r"\s*[,(]?\s*(?:ban hành |ký )?(?:ngày |tháng |vào )?", between):
            return date.start.iso()
        before = folded[date.span.stop : reading.span().start] if date.span.stop <= reading.span().start else None
        if (
            before is not None
            and date.span.start <= 6
            and regex.fullmatch(r"[^,;]{0,3},[^,;]{2,60} (?:có|ban hành|ra|ký) ", before)
        ):
            return date.start.iso()
    return None


def _plenum(reading: Reading) -> Iterator[Answer]:
    """One document a number and label: `Trung ương 4 khóa XI, XII` are two."""
    numbers = [n for n in regex.split(r"\s*(?:,|và)\s*", reading.folded("numbers")) if n]
    labels = _labels(reading) or [None]
    for number in numbers:
        value = read_ordinal(number)
        if value is None:
            continue
        for label in labels:
            fields = {
                "kind": kinds()[_folded_kind(reading)],
                "key": None,
                "form": "plenum",
                "number": str(value),
                "label": label,
            }
            yield Draft(fields, reading.span("numbers"), reading.span())


def _labels(reading: Reading) -> list[str | None]:
    if not reading.has("labels"):
        return []
    words = regex.findall(r"[^\W\d]+|\d+", reading.span("labels").of(reading.sentence.cased))
    return [word.upper() for word in words if regex.fullmatch(rf"{_ROMAN}|\d{{1,2}}", word.lower())]


def _congress(reading: Reading) -> Draft:
    return Draft(
        {"kind": "resolution", "key": None, "form": "congress", "number": None}, reading.span("kind"), _named(reading)
    )


def _named(reading: Reading) -> Span:
    """The citation with the name of its congress: up to the next clause, at most 120 characters."""
    rest = reading.sentence.folded[reading.span().stop :]
    end = regex.search(r"[,;.:()\"]|\b(?:đã|và|là|đề ra|về|được|để|vào|trong|với|nhằm|gắn|tại|cho)\b", rest)
    stop = reading.span().stop + (end.start() if end else len(rest))
    quote = Span(reading.span().start, min(stop, reading.span().start + 120))
    return Span(quote.start, quote.start + len(quote.of(reading.sentence.text).rstrip()))


_NO_NOUN = (
    r"(?=\s*(?:$|[,.;:)\"(]|(?:của|về|ngày|năm \d{4}|và|để|đối với|vì|cho phép|nhưng|không đúng|nêu|chỉ ra|công bố)\b))"
)
"""What stands behind the number of a document and never behind a count: `quyết định 7 nội dung`."""

RULES = (
    # Nghị quyết số 03-NQ/TU · Chỉ thị 05 - CT / TW · Nghị định số 24/2014/NĐ-CP · Kết luận số 19 KL/TW
    Rule(
        "citations.numbered",
        rf"(?i:{_BEFORE}(?P<kind>{_KIND})\s*(?:số\s*:?\s*)?)"
        rf"(?P<key>(?P<number>\d{{1,5}}[a-z]?)(?:{_SEPARATOR}|\s)(?P<suffix>{_SUFFIX}))(?![{LETTER}\d])",
        _numbered,
        _CUES,
        cased=True,
    ),
    # các quy định số 97, 98-QĐ/TW · theo 35/NQ-CP: no word for the document, its suffix tells
    Rule(
        "citations.suffix",
        rf"{_BEFORE}(?P<key>(?P<number>\d{{1,5}}[a-z]?){_SEPARATOR}(?P<suffix>(?:\d{{4}}{_SEPARATOR})?"
        rf"(?:CT|NQ|NĐ|QĐ|QĐNS|KL|TB|HD|KH|CV|TT|ĐA|CTr){_SEPARATOR}{_PART}(?:{_SEPARATOR}{_PART})?))(?![{LETTER}\d])",
        _numbered,
        _CUES,
        cased=True,
    ),
    # Nghị quyết Trung ương 4, khóa XII · Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng (khóa XI, XII)
    Rule(
        "citations.plenum",
        r"\b(?P<kind>nghị quyết|nq|kết luận|quy định) (?:của )?(?:hội nghị )?(?:trung ương|tw|t\.ư|tư)\s*(?:lần thứ |lần )?"
        rf"(?P<numbers>(?:\d{{1,2}}|{ORDINAL})(?:\s*(?:,|và)\s*\d{{1,2}}\b(?!\s*[-/]))*)(?:\s*\(lần \w+\))?"
        rf"(?: (?:bch|ban chấp hành) trung ương(?: đảng)?)?(?:{_LABELS})?",
        _plenum,
        ("nghị quyết", "nq", "kết luận", "quy định"),
    ),
    Rule(
        "citations.plenum_in_words",
        rf"\b(?P<kind>nghị quyết|nq|kết luận) (?:của )?hội nghị (?:lần thứ |lần )(?P<numbers>\d{{1,2}}|{ORDINAL}),?"
        rf" (?:bch|ban chấp hành) (?:trung ương|tw|t\.ư)(?: đảng)?(?:{_LABELS})?",
        _plenum,
        ("hội nghị",),
    ),
    # Nghị quyết Đại hội Đảng bộ tỉnh lần thứ X · nghị quyết đại hội VIII Công đoàn
    Rule(
        "citations.congress",
        r"\b(?P<kind>nghị quyết|nq)(?: của)? (?:đại hội|đh)\b",
        _congress,
        ("nghị quyết", "nq"),
    ),
    # Nghị định 145/2013 · Thông tư số 12/2020: the year stands for the suffix
    Rule(
        "citations.year",
        rf"\b(?P<kind>{_STRONG}|{_WEAK})\s*(?:số\s*)?(?P<key>(?P<number>\d{{1,4}})\s?/\s?(?:19|20)\d\d)(?![\d/-])",
        _numbered,
        ("/",),
    ),
    # Nghị quyết 28 của Bộ Chính trị · chỉ thị số 05
    Rule(
        "citations.bare",
        rf"\b(?P<kind>{_STRONG})\s*(?:số\s*)?(?P<number>\d{{1,4}}[a-z]?)(?![\d/,.%-]*\d){_FREE}",
        _bare,
    ),
    # kết luận số 21 · hướng dẫn 36 của Trung ương · Đề án 922; without `số` some are verbs too: `quyết định 7 nội dung`
    Rule(
        "citations.bare_in_context",
        rf"\b(?P<kind>{_WEAK})\s*(?:số\s*(?P<number>\d{{1,4}}[a-z]?)(?![\d/,.%-]*\d){_FREE}"
        rf"|(?P<number>\d{{1,4}}[a-z]?)(?= {_AUTHORITY}))"
        rf"|\b(?P<kind>đề án|chương trình) (?P<number>\d{{2,4}})(?![\d/,.%-]*\d){_FREE}"
        rf"|\b(?P<kind>quyết định|kết luận|thông báo|kế hoạch) (?P<number>(?!(?:19|20)\d\d\b)\d{{2,4}})"
        rf"(?![\d/,.%-]*\d){_NO_NOUN}",
        _bare,
    ),
)
