"""What a citation means: its kind, key, number, label and date."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from congressx.engine import Answer, Draft, Reading
from congressx.extractors.citations.words import kinds, suffix_kinds
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.dates import find_dates
from congressx.vietnamese.numerals import read_ordinal

ROMAN = r"[ivxl]+"
CENTRE = r"(?:trung ương|tw|t\.ư|tư)"
"""The Central Committee, which is what its plenums are called by: `Nghị quyết Trung ương 4`."""


def read_numbered(reading: Reading) -> Draft | None:
    """`Nghị quyết số 03-NQ/TU`: its key is number and suffix."""
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


_NUMBERED_BY_YEAR = frozenset({"decree", "circular", "decision"})
"""Documents of the State whose number holds the year: `Nghị định 61/2018/NĐ-CP`."""


def read_with_year(reading: Reading) -> Draft | None:
    """`Nghị định 61/2018` is a key without its last part; `Chỉ thị 37/2024` is the one of that year."""
    kind = kinds()[_folded_kind(reading)]
    if kind in _NUMBERED_BY_YEAR:
        return read_numbered(reading)
    value = {
        "kind": kind,
        "key": None,
        "form": "bare",
        "number": reading.words("number"),
        "date": reading.words("year"),
    }
    return Draft(value, reading.span("key"), reading.span())


_ONE_NUMBER = Pattern(r"\d{1,4}[a-z]?")


def read_listed_with_suffix(reading: Reading) -> Iterator[Answer]:
    """A suffix behind the last number, `Nghị quyết 18, 19-NQ/TW`, belongs to all."""
    return read_listed(reading, regex.sub(r"\s", "", reading.span("suffix").of(reading.sentence.cased)))


def read_listed(reading: Reading, suffix: str | None = None) -> Iterator[Answer]:
    """`Nghị quyết số 18, 19` are two."""
    kind = kinds()[_folded_kind(reading)]
    numbers = reading.span("numbers")
    for found in _ONE_NUMBER.finditer(reading.sentence.folded, numbers.start, numbers.stop):
        number = found.group()
        value = {"kind": kind, "key": None, "form": "bare", "number": number}
        if suffix is not None:
            value |= {"key": f"{number}{suffix}", "form": "numbered"}
        yield Draft(value, Span(*found.span()), reading.span())


_SEATS_BEFORE = Pattern(
    r"(?:(?:bầu|khuyết|ủy viên|ban chấp hành|bch)[^.;]{0,60}\(|(?:khuyết|thiếu|bầu)(?: \p{L}+)? \d+[^.;]{0,30} so với )$"
)
"""`bầu 39 người vào Ban Chấp hành (khuyết 2 so với đề án 41)`: so many seats were planned."""
_ATTAINED_BEFORE = Pattern(
    r"\d\s*(?:%|(?:đảng viên|đoàn viên|hội viên|hộ|tấn|tạ|ha|km|m2|(?:triệu |tỷ |nghìn )?đồng|tỷ|triệu)(?:/[\p{L}/]+)?)[^.;,()\d]{0,15}\($"
)
"""`kết nạp 12 đảng viên (nghị quyết 10)`: what the resolution asked for."""


def read_bare(reading: Reading) -> Draft | None:
    """`Chỉ thị 05`: a kind and a number; none where the number is what was planned or resolved."""
    before = reading.sentence.folded[: reading.span().start]
    kind = kinds()[_folded_kind(reading)]
    if kind == "project" and _SEATS_BEFORE.search(before):
        return None
    if kind == "resolution" and _ATTAINED_BEFORE.search(before):
        return None
    value = {"kind": kind, "key": None, "form": "bare", "number": reading.words("number")}
    return Draft({**value, "date": _date_of(reading)}, reading.span("number"), reading.span())


_OF_YEAR = Pattern(r"\s+năm\s+(?P<year>(?:19|20)\d\d)(?=\s+của(?!\p{L}))")
_DATED_BEHIND = Pattern(r"\s*[,(]?\s*(?:ban\s+hành\s+|ký\s+)?(?:(?:ngày|tháng|vào)\s+)?")
_ISSUED_BY = Pattern(r"[^,;]{0,3}(?:\s+vừa\s+(?:qua|rồi))?,[^,;]{2,60}\s(?:có|ban\s+hành|ra|ký)\s+")
"""Between the day and the document: `Ngày 14-3|, Thủ tướng Chính phủ ký |Quyết định số 418`."""


def _date_of(reading: Reading) -> str | None:
    """The date right behind the citation, or before the body whose verb issues the document."""
    folded, cited = reading.sentence.folded, reading.span()
    if year := _OF_YEAR.match(folded, cited.stop):
        return year["year"]
    for date in find_dates(folded):
        behind = date.span.start >= cited.stop and _DATED_BEHIND.fullmatch(folded, cited.stop, date.span.start)
        before = date.span.stop <= cited.start and _ISSUED_BY.fullmatch(folded, date.span.stop, cited.start)
        if behind or before:
            return date.start.iso()
    return None


def read_plenum(reading: Reading) -> Iterator[Answer]:
    """One document a number and label: `Trung ương 4 khóa XI, XII` are two."""
    numbers = [n for n in regex.split(rf"\s*(?:,|và)\s*(?:lần thứ\s+|{CENTRE}\s+)?", reading.folded("numbers")) if n]
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
    return [word.upper() for word in words if regex.fullmatch(rf"{ROMAN}|\d{{1,2}}", word.lower())]


_NO_DOCUMENT = Pattern(r"(?<!\p{L})(?:dự\s+thảo|nhiều)(?:\s+các)?\s+$")
"""`thông qua dự thảo Nghị quyết Đại hội`, `trong nhiều Nghị quyết Đại hội`"""


def read_congress(reading: Reading) -> Draft | None:
    """`Nghị quyết Đại hội Đảng bộ tỉnh`: the words of the congress tell it from others."""
    if _NO_DOCUMENT.search(reading.sentence.folded, 0, reading.span().start):
        return None
    named = _named(reading)
    if "các cấp" in " ".join(named.of(reading.sentence.folded).split()):
        return None  # Nghị quyết Đại hội Đảng các cấp: no one document
    return Draft({"kind": "resolution", "key": None, "form": "congress", "number": None}, reading.span("kind"), named)


_NAME_ENDS = Pattern(
    r"[,;.:()\"]|\b(?:đã|và|là|đề ra|về|được|để|vào|trong|với|nhằm|gắn|tại|cho|do|vẫn|còn|cũng|sẽ|có|bằng|theo|từ|khi|mà|nêu"
    r"|xác định|ban hành|năm|đi|thực sự|tạo|góp phần|ngay|lần này)\b"
)


def _named(reading: Reading) -> Span:
    """The citation with the name of its congress: up to the next clause, at most 120 characters."""
    rest = reading.sentence.folded[reading.span().stop :]
    end = _NAME_ENDS.search(rest)
    stop = reading.span().stop + (end.start() if end else len(rest))
    quote = Span(reading.span().start, min(stop, reading.span().start + 120))
    return Span(quote.start, quote.start + len(quote.of(reading.sentence.text).rstrip()))
