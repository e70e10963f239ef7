"""How documents are cited: by number and suffix, by plenum, by congress, or by a bare number."""

from __future__ import annotations

from congressx.engine import Rule
from congressx.extractors.citations.readings import (
    CENTRE,
    ROMAN,
    read_bare,
    read_congress,
    read_listed,
    read_listed_with_suffix,
    read_numbered,
    read_plenum,
    read_with_year,
)
from congressx.extractors.citations.words import kinds, words_cited
from congressx.vietnamese.letters import LETTER
from congressx.vietnamese.numerals import ORDINAL
from congressx.vietnamese.phrases import alternation


def _alternatives(words: set[str]) -> str:
    """Any of the words; pages write `Nghịquyết`. The gate looks for `nq` only as it is said to end there."""
    short = {word for word in words if len(word) == len("nq")}
    ended = rf"|(?:{alternation(short)})(?!\p{{L}})" if short else ""
    return alternation(words - short).replace(r"\s+", r"\s*") + ended


_KIND = rf"{_alternatives(set(kinds()) - words_cited('with_so'))}|(?:{_alternatives(words_cited('with_so'))})(?=\s+số)"
_PART = r"(?:T\.[ƯW]|[A-ZĐƯ][A-ZĐƯ0-9]*[a-zđ]{0,2}\d*)"
"""One part of a suffix, as in `CT-TTg`, `NQ/TƯ`, `2014/QH13`."""
_SEPARATOR = r"\s?[-/]\s?"
_SUFFIX = rf"(?:\d{{4}}{_SEPARATOR})?{_PART}(?:{_SEPARATOR}{_PART}){{0,3}}"
_BEFORE = rf"(?<![{LETTER}\d/.,-])"
_LABELS = rf"(?:,|\()?\s*\(?\s*(?:của )?khóa (?P<labels>(?:{ROMAN}|\d{{1,2}})(?:\s*(?:,|và|khóa)\s*(?:khóa )?(?:{ROMAN}|\d{{1,2}})\b)*)\b"

_NOUN = _alternatives(words_cited("noun"))
_STRONG = _alternatives(words_cited("noun", "strong"))
_WEAK = _alternatives(words_cited("weak"))
_ANY_STRONG = rf"(?=(?:{_STRONG})\s*(?:số|\d))"
_ANY_WEAK = rf"(?=(?:{_WEAK})\s*(?:số|\d))"
"""Cheap to try before the branches of a pattern, and what the gate asks for."""
_CUES = ("-", "/")
_IN_LIST = r"(?!(?:19|20)\d\d(?!\d))\d{1,4}"
_NUMBERS = rf"(?P<numbers>(?!\d{{1,3}},\d(?!\d)){_IN_LIST}(?:\s*(?:,|và)\s*(?:số )?{_IN_LIST})+)"
_NO_YEAR = r"(?!(?:19|20)\d\d\b)"
_NO_MORE = r"(?![\d/,.%-]*\d)"
_NUMBER = rf"(?P<number>\d{{1,5}}[a-z]?){_NO_MORE}"
_AUTHORITY = (
    r"(?:năm \d{4} )?của (?:bộ|ban|thủ|chính|trung|tw|quốc|ubnd|hđnd|ủy|hội đồng|tỉnh|thành|huyện|quận|đảng|thường|tổng|mặt|liên"
    r"|thanh tra|văn phòng|sở|cục|chủ tịch|công an|tòa|viện)"
)
_FREE = (
    r"(?=\s*(?:$|[,.;:)\"]|(?:của|về|ngày|năm \d{4}|khóa|và|là|trong|đã|vẫn|đến|trên|ở|bằng|thời gian|cho thấy|do|tại|để|ra đời"
    r"|đi vào|được|với|theo|có hiệu lực|quy định|giai đoạn)\b|\(|-\s*khóa))"
)
"""What stands behind the number of a document rather than behind one that is counted or an amount."""
_NO_COUNT = (
    r"(?! (?:năm(?! \d{4})|tháng|ngày(?! \d)|quý|nhiệm kỳ|giờ|lần|nội dung|vấn đề|chỉ tiêu|mục tiêu|nhiệm vụ|đề án|dự án|điều|điểm"
    r"|mục|trang|người|đồng chí|chức danh|chương trình|tỷ|triệu|đơn vị|tổ chức|xã|phường|huyện|tỉnh|tuổi|bước|tiêu chí|tiêu chuẩn"
    r"|hành vi|trường hợp|cán bộ)(?!\p{L}))"
)
"""Nothing behind the number is counted: `thông qua nghị quyết 12 nội dung`."""
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
        read_numbered,
        _CUES,
        cased=True,
    ),
    # Nghị quyết 18, 19-NQ/TW · các quy định số 97, 98-QĐ/TW
    Rule(
        "citations.listed_with_suffix",
        rf"(?i:\b(?P<kind>{_STRONG}|{_WEAK})\s*(?:số\s*)?){_NUMBERS}"
        rf"(?P<suffix>{_SEPARATOR}{_SUFFIX})(?![{LETTER}\d])",
        read_listed_with_suffix,
        _CUES,
        cased=True,
    ),
    # theo 35/NQ-CP: no word for the document, its suffix tells
    Rule(
        "citations.suffix",
        rf"{_BEFORE}(?P<key>(?P<number>\d{{1,5}}[a-z]?){_SEPARATOR}(?P<suffix>(?:\d{{4}}{_SEPARATOR})?"
        rf"(?:CT|NQ|NĐ|QĐ|QĐNS|KL|TB|HD|KH|CV|TT|ĐA|CTr){_SEPARATOR}{_PART}(?:{_SEPARATOR}{_PART})?))(?![{LETTER}\d])",
        read_numbered,
        _CUES,
        cased=True,
    ),
    # Nghị quyết Trung ương 4, khóa XII · Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng (khóa XI, XII)
    Rule(
        "citations.plenum",
        r"(?:\b(?P<kind>nghị quyết|nq(?!\p{L})|kết luận|quy định)\s*(?:của )?(?:các )?(?:hội nghị )?(?:(?:bch|ban chấp hành) )?"
        rf"{CENTRE}|\b(?P<kind>nq)tw)(?: đảng)?\s*(?:lần thứ |lần )?"
        rf"(?P<numbers>(?:\d{{1,2}}|{ORDINAL})(?:\s*(?:,|và)\s*(?:{CENTRE} )?\d{{1,2}}\b(?!\s*[-/]))*)(?:\s*\(lần \w+\))?"
        rf"(?: (?:bch|ban chấp hành) trung ương(?: đảng)?)?(?:{_LABELS})?",
        read_plenum,
        ("nghị quyết", "nq", "kết luận", "quy định"),
    ),
    Rule(
        "citations.plenum_in_words",
        r"\b(?P<kind>nghị quyết|nq|kết luận) (?:của )?(?:các )?(?:(?:hội nghị )?(?:lần thứ |lần )"
        rf"(?P<numbers>(?:\d{{1,2}}|{ORDINAL})(?:\s*(?:,|và)\s*lần thứ (?:\d{{1,2}}|{ORDINAL}))*)"
        rf"|hội nghị (?P<numbers>\d{{1,2}}|{ROMAN})|(?P<numbers>{ROMAN}))(?:\s*\(lần \w+\))?,?"
        rf" (?:của )?(?:(?:bch|ban chấp hành)\s*)?{CENTRE}(?!\p{{L}})(?: đảng)?(?:{_LABELS})?",
        read_plenum,
        ("nghị quyết", "nq", "kết luận"),
    ),
    # Nghị quyết Hội nghị lần thứ tư (khóa XII): the Centre's, which has no more than so many
    Rule(
        "citations.plenum_by_course",
        rf"\b(?P<kind>nghị quyết|nq|kết luận) (?:của )?hội nghị (?:lần thứ |lần )(?P<numbers>\d{{1,2}}|{ORDINAL}),?"
        r"\s*\(?khóa (?P<labels>v?i{1,3}|iv|v|ix|x[iv]{0,3})\b\)?(?=\s*(?:$|[,.;)]|(?:của (?:đảng|trung ương)|về|và|là)(?!\p{L})))",
        read_plenum,
        ("nghị quyết", "nq", "kết luận"),
    ),
    # Nghị quyết Đại hội Đảng bộ tỉnh lần thứ X · nghị quyết đại hội VIII Công đoàn
    Rule(
        "citations.congress",
        r"\b(?P<kind>nghị quyết|nq)(?: của)? (?:đại hội|đh)\b",
        read_congress,
        ("nghị quyết", "nq"),
    ),
    # Nghị định 145/2013 · Thông tư số 12/2020: the year stands for the suffix · Chỉ thị 37/2024: the year tells of when it is
    Rule(
        "citations.year",
        rf"\b(?P<kind>{_STRONG}|{_WEAK})\s*(?:số\s*)?(?P<key>(?P<number>\d{{1,4}})\s?/\s?(?P<year>(?:19|20)\d\d))(?![\d/-])",
        read_with_year,
        ("/",),
    ),
    # Nghị quyết số 18, 19 của Trung ương · Quy định 101, 55 và 08 · Quyết định 217, 218 của Bộ Chính trị
    Rule(
        "citations.listed",
        rf"\b(?:(?:(?P<kind>{_STRONG})\s*(?:số\s*)?|(?P<kind>{_WEAK})\s*số\s*){_NUMBERS}{_NO_MORE}{_FREE}"
        rf"|(?P<kind>{_WEAK})\s*{_NUMBERS}(?= {_AUTHORITY}))",
        read_listed,
    ),
    # Nghị quyết 28 của Bộ Chính trị · chỉ thị số 05 · nghị quyết 54 thực sự đi vào cuộc sống
    Rule(
        "citations.bare",
        rf"\b{_ANY_STRONG}(?:(?P<kind>{_STRONG})\s*(?:số\s*)?{_NUMBER}{_FREE}"
        rf"|(?P<kind>{_NOUN})\s*(?:số\s*(?P<number>\d{{1,4}}[a-z]?)|(?P<number>\d{{2,4}}[a-z]?))"
        rf"{_NO_MORE}(?!\s*[%-]){_NO_COUNT})",
        read_bare,
    ),
    # kết luận số 21 · hướng dẫn 36 của Trung ương · Đề án 922; without `số` some are verbs too: `quyết định 7 nội dung`
    Rule(
        "citations.bare_in_context",
        rf"\b{_ANY_WEAK}(?:(?P<kind>{_WEAK})\s*(?:số\s*{_NUMBER}(?!\s*[%-]){_NO_COUNT}|(?P<number>\d{{1,4}}[a-z]?)(?= {_AUTHORITY}))"
        rf"|(?P<kind>đề án|chương trình) (?P<number>{_NO_YEAR}\d{{2,4}}){_NO_MORE}{_FREE}"
        rf"|(?P<kind>quyết định|kết luận|thông báo|kế hoạch|hướng dẫn) (?P<number>{_NO_YEAR}\d{{2,4}})"
        rf"{_NO_MORE}(?!,\s*\d+ (?!của|và)\p{{L}}){_NO_NOUN})",
        read_bare,
    ),
    # quyết định thu hồi đất số 2846 ngày 3/4/2001: its subject stands before its number
    Rule(
        "citations.bare_behind_subject",
        rf"\b(?P<kind>quyết định|nghị quyết|kế hoạch|thông báo|công văn)(?: (?!số )\p{{L}}+){{1,5}} số {_NUMBER}(?= (?:ký )?ngày \d)",
        read_bare,
        (" số ",),
    ),
    # một năm thực hiện quy định 2468 diễn ra: carried out, it is a document and no verb
    Rule(
        "citations.bare_carried_out",
        r"(?<=\b(?:thực hiện|triển khai|quán triệt|vi phạm) )(?P<kind>quyết định|quy định|kết luận|hướng dẫn)"
        rf" (?P<number>{_NO_YEAR}\d{{2,4}}){_NO_MORE}(?!\s*[%-]){_NO_COUNT}",
        read_bare,
        ("thực hiện", "triển khai", "quán triệt", "vi phạm"),
    ),
)
