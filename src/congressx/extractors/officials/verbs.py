"""What a person does at a meeting, as verbs say it: `meeting_verbs.tsv`, longest first."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import regex

from congressx.extractors.officials.lexicon import words
from congressx.extractors.officials.record import MeetingPart
from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.letters import LETTER
from congressx.vietnamese.phrases import alternation

_LETTER = r"[\p{L}\p{M}]"
_NO_DAY = r"(?!\s+(?:vào\s+)?(?:ngày|sáng|chiều|tối|hôm|lúc)(?!\p{L}))"
"""`tại kỳ họp thứ 6 |khai mạc| ngày 5/6`: the session does."""
_DIRECTLY = r"^[\s,-]*(?:(?:(?:ngày|sáng|chiều|tối|hôm)\s+)+[\d/.-]+,?\s+)?(?:(?:đã|cũng|trực tiếp|tiếp tục|lần lượt|thay nhau)\s+)*"
"""`ông A |quán triệt nghị quyết|` at a study conference; further on it is not: `ông A nhờ việc |triển khai nghị quyết|`."""
_DIRECTING = rf"(?<={_DIRECTLY}chỉ\s+đạo\s+\p{{L}}+\s+\p{{L}}+)(?=\s*(?:$|[.;]|và(?!\p{{L}})))"
"""`ông A |chỉ đạo đại hội|.`: not `chỉ đạo đại hội các cấp`, and no speech as `|Chỉ đạo hội nghị|, ông A nêu` is."""
_A_GATHERING = r"(?=\s*(?:$|[,.;]|và(?!\p{L})|(?:các đại biểu (?:dự\s+)?)?(?:đại hội|hội nghị|kỳ họp|buổi lễ|lễ|ngày hội)(?!\p{L})))"
_BEHIND_SUBJECT = r"(?<=^\s[\s,-]*(?:(?:đã|cũng|trực tiếp)\s+)*mở\s+đầu\s+\p{L}+\s+\p{L}+)"
"""`ông A |mở đầu đại hội| bằng`: not `|Mở đầu đại hội|, ông A nói`."""
_AT_THE_HEAD = (
    r"(?=\s*,?\s*(?:đã\s+)?(?:(?:đến|tới|về|vào)\s+)?(?:dự|tham dự|viếng|lễ viếng|kính viếng|chúc mừng|dâng hương|thắp hương"
    r"|(?:dành (?:một )?phút )?mặc niệm|chia buồn)(?!\p{L}))"
)
"""`đoàn do ông A |dẫn đầu| đã đến dự`: not `ông A dẫn đầu đoàn đi kiểm tra`."""
_GUARDS = {
    "dẫn đầu": _AT_THE_HEAD,
    "làm trưởng đoàn": _AT_THE_HEAD,
    "tiếp thu": rf"(?<={_DIRECTLY}tiếp\s+thu)(?!\s*,?\s+(?:được|chỉnh sửa|học hỏi|những tiến bộ))",
    "viết": r"(?!\s+(?:đơn|thư|tâm thư|bài|sách|báo|tên|lên|vào|tay))",
    "phát biểu": r"(?<!(?:nhiều|những|các)\s+phát biểu)",
    "thông tin": r"(?<!(?<!\p{L})(?:cục|vụ|sở|bộ|ban|phòng|ngành|đài|cổng|luật|nghệ|thống|nguồn|tâm|toàn"
    r"|các|những|nhiều|mọi|bác|và)\s+thông tin)"
    r"(?!\s+(?:cơ sở|đối ngoại|và truyền thông|truyền thông|báo chí|đại chúng|này|trên|sai|cá nhân|liên lạc)(?!\p{L}))",
    "nói": r"(?!\s+(?:chung|riêng|trên|đùa))",
    "dứt khoát": r"(?=\s*(?:$|[,.:]))",
    "được mời dự": r"(?![^.;]{0,20}\svắng)",
    "đến chúc mừng": _A_GATHERING,
    "tới chúc mừng": _A_GATHERING,
    "về chúc mừng": _A_GATHERING,
    "mở đầu hội nghị": _BEHIND_SUBJECT,
    "mở đầu đại hội": _BEHIND_SUBJECT,
    "mở đầu kỳ họp": _BEHIND_SUBJECT,
    "mở đầu phiên họp": _BEHIND_SUBJECT,
    "góp mặt": r"(?=\s*(?:$|[,.;:]|(?:còn\s+)?(?:có|là|gồm)(?!\p{L})"
    r"|(?:tại|ở)\s+(?:đây|đại hội|hội nghị|kỳ họp|buổi|lễ|phiên|diễn đàn|sự kiện)(?!\p{L})))",
    "nhắc": r"(?<!(?:được|bị|hay|thường|từng|nhiều lần)\s+nhắc)(?!\s+(?:lại|nhở)(?!\p{L}))",
    "nêu": r"(?!\s+(?:trên|tên|cao|gương))",
    "trao": r"(?!\s+đổi)",
    "báo cáo": r"(?<!(?<!\p{L})(?:hoàn chỉnh|hoàn thiện|chỉnh sửa|bổ sung|góp ý|xây dựng|chuẩn bị|dự thảo|theo)\s+báo\s+cáo)"
    r"(?<!(?:rằng|biết|hay|nói|khẳng định)\s*,?\s+báo\s+cáo)(?!\s+(?:viên|tài chính|gửi|sự việc|vụ việc|lên)(?!\p{L}))",
    "điều hành": r"(?:(?=\s*(?:đại hội|hội nghị|kỳ họp|phiên|buổi|cuộc họp|cuộc làm|phần|thảo luận|nội dung|chương trình|lễ"
    r"|(?:các|cả|\d+|hai|ba)\s+(?:\p{L}+\s+)?(?:phiên|buổi|kỳ họp|cuộc họp|phần)))"
    rf"|(?<={_DIRECTLY}điều\s+hành)(?=\s*(?:$|[.;:])))",
    "chỉ đạo hội nghị": _DIRECTING,
    "chỉ đạo đại hội": _DIRECTING,
    "khai mạc": rf"(?<!(?<!\p{{L}})(?:buổi|phiên|lễ|ngày|giờ|sau|trước)\s+khai\s+mạc){_NO_DAY}",
    "bế mạc": rf"(?<!(?<!\p{{L}})(?:buổi|phiên|lễ|ngày|giờ|sau|trước)\s+bế\s+mạc){_NO_DAY}",
    "đắc cử": r"(?<!(?<!\p{L})có\s+đắc cử)(?![^,.;]{0,60}(?:hay không|hay chưa))",
    "trúng cử": r"(?<!(?<!\p{L})có\s+trúng cử)(?![^,.;]{0,60}(?:hay không|hay chưa))",
    "tiếp xúc với": r"(?=[^,.;]{0,30}cử tri)",
    "kết luận": r"(?=\s*(?:$|[^\w\s]|cuối|hội nghị|hội thảo|buổi|cuộc|phiên|kỳ họp|đại hội|tại"
    r"|phần|chỉ đạo|nội dung|chương trình|thảo luận|chất vấn"
    r"|như sau|lại|rằng|và|vấn đề|sẽ|một số|cần))",
    "chủ trì": r"(?!\s*,?\s+(?:xem xét|quyết định|xây dựng|soạn thảo|phối hợp|thẩm định|nghiên cứu|thực hiện"
    r"|biên soạn|triển khai|giải quyết|việc|dự án"
    r"|đề tài|đề án|lập|tham mưu|tổ chức thực hiện)(?!\p{L}))",
    "chủ tọa": r"(?<!(?:thay mặt|đại diện)\s+chủ\s+tọa)",
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

_NO_NOUN = rf"(?!(?<!quyết định|thông báo (?:ý kiến|chủ trương|kết luận))\s+của(?!{_LETTER}))"
"""`báo cáo của Sở Y tế`, `phát biểu của ông Lúa`: what somebody gave, and nothing that is done here."""
_TAKES_OBJECT = frozenset({"công", "đọc", "tiếp", "trao"})
"""Words that make what follows an object, whose owner may be named: `đọc tờ trình của UBND huyện`."""
_HANDING = frozenset({"trao", "công", "tặng"})
_AT_A_CEREMONY = r"(?<!\p{L})(?:lễ|buổi|hội nghị|thời điểm|cuộc)\s+"
"""`ông A tại lễ |trao quyết định|`: who was there, and not who handed it over."""
_OBJECT = "…"
_SPEECH = "phát biểu"
_SUBMITS = Pattern(r"trình (?!bày)")
"""`ông A |trình dự thảo| nghị quyết`: at once, as what is taught; not `ông A giao Sở Y tế trình dự thảo`."""
_OF_OFFICES = Pattern(
    r"[^.;:]{0,100}?(?<!\p{L})(?:chỉ định|phê chuẩn|chuẩn y|bổ nhiệm|điều động|miễn nhiệm|phân công)(?!\p{L})"
)
"""`công bố nghị quyết |của Thường trực HĐND chỉ định| bà B`: that is a decision handed over."""
_SAID = Pattern(r"\s*(?:$|[,.:]|(?:rằng|với|thêm)(?!\p{L}))")
"""`ông A |trình bày, …|`: says, and gives no report."""


@cache
def verbs() -> Mapping[str, MeetingPart]:
    """Each verb and the part it is."""
    return {
        verb: MeetingPart(part) for row, part in rows("meeting_verbs.tsv", __package__) for verb in _spelled_out(row)
    }


@cache
def _teaching() -> frozenset[str]:
    return frozenset(
        verb for row, _ in rows("meeting_verbs.tsv", __package__) if _OBJECT in row for verb in _spelled_out(row)
    )


def _spelled_out(row: str) -> Iterable[str]:
    """`quán triệt nghị quyết` and the others of `quán triệt …`; `có bài phát biểu khai mạc` beside `phát biểu khai mạc`."""
    if _OBJECT in row:
        return (row.replace(_OBJECT, taught) for taught in sorted(words("taught")))
    kind = row.removeprefix(_SPEECH)
    if kind == row or "," in kind:
        return (row,)
    return (row, f"có {row}", f"có bài {row}", f"có bài {_SPEECH} quan trọng{kind}")


@cache
def verb_source() -> str:
    """Pattern source of every verb, longest first, as the group `verb`."""
    initials = "".join(sorted({verb[0] for verb in verbs()}))
    tree = _tree({tuple(verb.split()): _guard(verb) for verb in verbs()})
    return rf"(?<!{_LETTER})(?=[{initials}])(?P<verb>{tree})(?!{_LETTER})"


@cache
def _plain() -> re.Pattern[str]:
    """Of the words of all verbs alone, whatever stands around them: `re` finds them several times as fast as `regex`."""
    return re.compile(rf"(?<![{LETTER}])(?:{alternation(verbs())})")


def may_begin(text: str, start: int = 0, stop: int = sys.maxsize) -> int | None:
    """The first place where the words of a verb stand; no verb begins in front of it.

    >>> may_begin("các đồng chí dự hội nghị"), may_begin("các đồng chí")
    (13, None)
    """
    words = _plain().search(text, start, stop)
    return words.start() if words else None


def _tree(guards: Mapping[tuple[str, ...], str]) -> str:
    """Pattern source of phrases, each with its guard behind it; a word that several begin with is written once: quick to fail."""
    branches: dict[str, dict[tuple[str, ...], str]] = {}
    for (first, *rest), guard in guards.items():
        branches.setdefault(first, {})[tuple(rest)] = guard
    by_letter: dict[str, list[str]] = {}
    for word in sorted(branches, key=len, reverse=True):
        tails = branches[word]
        ends = [tails.pop(())] if () in tails else []
        goes_on = [rf"\s+{_tree(tails)}"] if tails else []
        by_letter.setdefault(word[0], []).append(f"{word[1:]}{_either([*goes_on, *ends])}")
    return _either([letter + _either(rest) for letter, rest in by_letter.items()])


def _either(sources: Sequence[str]) -> str:
    return sources[0] if len(sources) == 1 else f"(?:{'|'.join(sources)})"


def _guard(verb: str) -> str:
    first, *rest = verb.split()
    noun = "" if rest and first in _TAKES_OBJECT else _NO_NOUN
    spaced = verb.replace(" ", r"\s+")
    if verb in _teaching() or _SUBMITS.match(verb):
        noun = rf"(?<={_DIRECTLY}{spaced})(?!\s+(?:trên|này|nêu))"
    if first in _HANDING:
        noun += rf"(?<!{_AT_A_CEREMONY}{spaced})"
    attending = _NO_ATTENDING if verb.rsplit(maxsplit=1)[-1] == "dự" else ""
    return noun + attending + _GUARDS.get(verb, "")


def part_of(match: regex.Match[str]) -> MeetingPart:
    """The part of the verb that `verb_source` matched."""
    verb = " ".join(match["verb"].split())
    if verb == "trình bày" and _SAID.match(match.string, match.end()):
        return MeetingPart.SPEECH
    if verb == "công bố nghị quyết" and _OF_OFFICES.match(match.string, match.end()):
        return MeetingPart.PRESENTER
    return verbs()[verb]


def part_of_words(what: str, otherwise: MeetingPart = MeetingPart.SPEECH) -> MeetingPart:
    """The part of what somebody says, as a noun names it: `diễn văn khai mạc`, `phát biểu chỉ đạo`."""
    if "khai mạc" in what:
        return MeetingPart.OPENING
    if "bế mạc" in what or "kết luận" in what:
        return MeetingPart.CLOSING
    return MeetingPart.DIRECTING_SPEECH if "chỉ đạo" in what else otherwise
