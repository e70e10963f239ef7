"""What each person of a sentence does at the meeting.

The verb stands behind the persons (`A và B chủ trì hội nghị`), in front of them (`Đến dự có A và B`, `với sự chủ trì của A`), or opens
the sentence (`Phát biểu khai mạc, A nhấn mạnh …`). Only the first verb counts and those joined to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import regex

from congressx.extractors.officials.clauses import GROUP, SPEECH, Clause
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.skeleton import TITLE
from congressx.vietnamese.gazetteers import rows

_LETTER = r"[\p{L}\p{M}]"
_NO_ATTENDING = r"(?!\s+(?:thảo|án|kiến|báo|toán|phòng|khuyết|bị|định|luật|tính|trù|đoán|thi|giờ|kiện))"
_NO_SPEECH = {
    "nói": r"(?!\s+(?:chung|riêng|trên|đùa))",
    "nêu": r"(?!\s+(?:trên|tên|cao|gương))",
    "trao": r"(?!\s+đổi)",
    "muốn": r"",
    "báo cáo": r"(?!\s+(?:viên|tài chính|của))",
    "chúc": r"(?!\s+tết)",
    "dự": _NO_ATTENDING,
}


@cache
def _verbs() -> Mapping[str, MeetingPart]:
    return {verb: MeetingPart(part) for verb, part in rows("meeting_verbs.tsv", __package__)}


@cache
def _verb() -> str:
    """Pattern source of every verb, longest first."""
    sources = []
    for verb in sorted(_verbs(), key=len, reverse=True):
        guard = next((g for word, g in _NO_SPEECH.items() if verb == word or verb.endswith(f" {word}")), "")
        sources.append(regex.escape(verb, special_only=True).replace(" ", r"\s+") + guard)
    return rf"(?<!{_LETTER})(?P<verb>{'|'.join(sources)})(?!{_LETTER})"
