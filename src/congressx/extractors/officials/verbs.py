"""What a person does at a meeting, as verbs say it: `meeting_verbs.tsv`, longest first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from congressx.extractors.officials.record import MeetingPart
from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import rows

_LETTER = r"[\p{L}\p{M}]"
_GUARDS = {
    "nói": r"(?!\s+(?:chung|riêng|trên|đùa))",
    "nêu": r"(?!\s+(?:trên|tên|cao|gương))",
    "trao": r"(?!\s+đổi)",
    "báo cáo": r"(?<!(?:rằng|biết|hay|nói|khẳng định)\s*,?\s+báo\s+cáo)(?!\s+(?:viên|tài chính))",
    "điều hành": r"(?=\s*(?:đại hội|hội nghị|kỳ họp|phiên|buổi|cuộc họp|cuộc làm|phần|thảo luận|nội dung|chương trình|lễ))",
    "khai mạc": r"(?<!(?<!\p{L})(?:buổi|phiên|lễ|ngày|giờ|sau|trước)\s+khai\s+mạc)",
    "bế mạc": r"(?<!(?<!\p{L})(?:buổi|phiên|lễ|ngày|giờ|sau|trước)\s+bế\s+mạc)",
    "trúng cử": r"(?![^,.;]{0,60}(?:hay không|hay chưa))",
    "tiếp xúc với": r"(?=[^,.;]{0,30}cử tri)",
    "kết luận": r"(?=\s*(?:$|[^\w\s]|cuối|hội nghị|hội thảo|buổi|cuộc|phiên|kỳ họp|đại hội|tại"
    r"|phần|chỉ đạo|nội dung|chương trình|thảo luận|chất vấn"
    r"|như sau|lại|rằng|và|vấn đề|sẽ|một số|cần))",
    "chủ trì": r"(?!\s*,?\s+(?:xem xét|quyết định|xây dựng|soạn thảo|phối hợp|thẩm định|nghiên cứu|thực hiện"
    r"|biên soạn|triển khai|giải quyết|việc|dự án"
    r"|đề tài|đề án|lập|tham mưu|tổ chức thực hiện)(?!\p{L}))",
    "chúc": r"(?!\s+(?:tết|mừng))",
    "chúc mừng": r"(?<!nhận\s+(?:những\s+)?(?:lời|hoa|lẵng\s+hoa)\s+chúc\s+mừng)",
    "hỏi": r"(?<!thăm\s+hỏi)",
    "tặng quà": r"(?<!(?<!\p{L})thăm(?!\p{L})[^.;]{0,30}tặng\s+quà)",
    "tặng": r"(?<!(?:(?<!\p{L})thăm(?!\p{L})[^.;]{0,30}|biếu\s*,?\s*)tặng)",
    "chỉ đạo": r"(?<!(?<!\p{L})(?:lãnh đạo|quan tâm|điều hành|công tác|sự|giao)(?:\s[^.;,]{1,15})?(?:\s*,|\s+và)?\s+chỉ\s+đạo)"
    r"(?=[^.;]{0,80}?(?:cần|phải|:|tập trung|đẩy mạnh|$))",
}
"""What must not, or must, follow a verb for it to be one here."""
_NO_ATTENDING = r"(?!\s+(?:triển lãm|thảo|án|kiến|báo|toán|phòng|khuyết|bị|định|luật|tính|trù|đoán|thi|giờ|kiện))"

_NO_NOUN = rf"(?!(?<!quyết định)\s+của(?!{_LETTER}))"
"""`báo cáo của Sở Y tế`, `phát biểu của ông Lúa`: what somebody gave, and nothing that is done here."""
_TAKES_OBJECT = frozenset({"đọc", "trao"})
"""Words that make what follows an object, whose owner may be named: `đọc tờ trình của UBND huyện`."""
_HANDING = frozenset({"trao", "công", "tặng"})
_AT_A_CEREMONY = r"(?<!\p{L})(?:lễ|buổi|hội nghị|thời điểm|cuộc)\s+"
"""`ông A tại lễ |trao quyết định|`: who was there, and not who handed it over."""
_SAID = Pattern(r"\s*(?:$|[,.:]|(?:rằng|với|thêm)(?!\p{L}))")
"""`ông A |trình bày, …|`: says, and gives no report."""


@cache
def verbs() -> Mapping[str, MeetingPart]:
    """Each verb and the part it is."""
    return {verb: MeetingPart(part) for verb, part in rows("meeting_verbs.tsv", __package__)}


@cache
def verb_source() -> str:
    """Pattern source of every verb, longest first, as the group `verb`; verbs of one first word stand together: quick to fail."""
    tails: dict[str, list[str]] = {}
    for verb in sorted(verbs(), key=len, reverse=True):
        first, *rest = verb.split()
        tails.setdefault(first, []).append("".join(rf"\s+{word}" for word in rest) + _guard(verb))
    branches = "|".join(rf"{first}(?:{'|'.join(rest)})" for first, rest in tails.items())
    initials = "".join(sorted({first[0] for first in tails}))
    return rf"(?<!{_LETTER})(?=[{initials}])(?P<verb>{branches})(?!{_LETTER})"


def _guard(verb: str) -> str:
    first, *rest = verb.split()
    noun = "" if rest and first in _TAKES_OBJECT else _NO_NOUN
    if first in _HANDING:
        words = verb.replace(" ", r"\s+")
        noun += rf"(?<!{_AT_A_CEREMONY}{words})"
    return noun + (_NO_ATTENDING if verb.rsplit(maxsplit=1)[-1] == "dự" else _GUARDS.get(verb, ""))


def part_of(match: regex.Match[str]) -> MeetingPart:
    """The part of the verb that `verb_source` matched."""
    verb = " ".join(match["verb"].split())
    if verb == "trình bày" and _SAID.match(match.string, match.end()):
        return MeetingPart.SPEECH
    return verbs()[verb]
