"""What a person does at a meeting, as verbs say it: `meeting_verbs.tsv`, longest first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from congressx.extractors.officials.record import MeetingPart
from congressx.vietnamese.gazetteers import rows

_LETTER = r"[\p{L}\p{M}]"
_GUARDS = {
    "nói": r"(?!\s+(?:chung|riêng|trên|đùa))",
    "nêu": r"(?!\s+(?:trên|tên|cao|gương))",
    "trao": r"(?!\s+đổi)",
    "báo cáo": r"(?!\s+(?:viên|tài chính))",
    "điều hành": r"(?=\s*(?:đại hội|hội nghị|kỳ họp|phiên|buổi|cuộc họp|cuộc làm|phần|thảo luận|nội dung|chương trình|lễ))",
    "chúc": r"(?!\s+tết)",
    "chỉ đạo": r"(?=[^.;]{0,80}?(?:cần|phải|:|tập trung|đẩy mạnh|$))",
}
"""What must not, or must, follow a verb for it to be one here."""
_NO_ATTENDING = r"(?!\s+(?:triển lãm|thảo|án|kiến|báo|toán|phòng|khuyết|bị|định|luật|tính|trù|đoán|thi|giờ|kiện))"


@cache
def verbs() -> Mapping[str, MeetingPart]:
    """Each verb and the part it is."""
    return {verb: MeetingPart(part) for verb, part in rows("meeting_verbs.tsv", __package__)}


@cache
def verb_source() -> str:
    """Pattern source of every verb, longest first, as the group `verb`."""
    sources = [_source(verb) for verb in sorted(verbs(), key=len, reverse=True)]
    return rf"(?<!{_LETTER})(?P<verb>{'|'.join(sources)})(?!{_LETTER})(?!\s+của(?!{_LETTER}))"


def _source(verb: str) -> str:
    guard = _NO_ATTENDING if verb.split()[-1] == "dự" else _GUARDS.get(verb, "")
    return r"\s+".join(map(regex.escape, verb.split())) + guard


def part_of(match: regex.Match[str]) -> MeetingPart:
    """The part of the verb that `verb_source` matched."""
    return verbs()[" ".join(match["verb"].split())]
