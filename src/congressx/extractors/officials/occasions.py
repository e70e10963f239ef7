"""Parts that no verb of the person tells: words that others hear, papers that somebody reads out, persons shown under a picture.

`Sau phát biểu khai mạc của ông A, …`, `Báo cáo của bà B cho thấy …`, `Ông C tại hội nghị - Ảnh: …`, `nhận hoa từ bà D`.
"""

from __future__ import annotations

from collections.abc import Iterator

from congressx.extractors.officials.clauses import ENDS, GROUP, SPEECH, Clause, is_aside
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.parts import Parts
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.verbs import part_of_words
from congressx.patterns import Pattern

_HEARD = Pattern(
    r"(?<!\p{L})(?:sau|trong|nghe|tiếp thu|đặc biệt là|nhất là"
    r"|(?:với|bằng)(?=[^,;.]{5,30}\s(?:khai|bế) mạc))\s+(?:các\s+)?(?:(?:bài|lời|phần|ý kiến)\s+)?"
    r"(?P<what>(?:diễn văn|phát biểu|tham luận)(?:\s+(?:chào mừng|khai mạc|bế mạc|kết luận|chỉ đạo|đề dẫn))?"
    r"|(?<=(?:lời|phần|ý kiến)\s+)(?:khai mạc|bế mạc|kết luận)|(?<=nghe\s+(?:các\s+)?ý kiến\s+)chỉ đạo)"
    r"\s*(?:hội nghị|đại hội|kỳ họp|buổi lễ)?\s*của\s*(?:các\s+)?(?:đồng chí\s+)?$"
)
"""`Sau phát biểu khai mạc của |A|`, `nghe phát biểu chỉ đạo của |A|`."""
_PAPER = Pattern(
    rf"(?:^|[.;{SPEECH}])\W*(?:tại (?:đại hội|hội nghị|kỳ họp),?\s+)?(?:(?:nội dung|bản|phần)\s+)?"
    rf"(?P<what>lời(?=\s+(?:khai|bế)\s+mạc)|báo cáo|tờ trình|chuyên đề|đề án|diễn văn|tham luận|(?:bài\s+)?phát biểu(?=\s+(?:khai|bế) mạc))"
    rf"(?!\s+viên)(?P<kind>\s+(?:khai|bế)\s+mạc)?[^,;.:{ENDS}]{{0,90}}[^,;.:{ENDS}]*\s(?:của|do)\s*(?:báo cáo viên\s*)?$"
)
_READ_OUT = Pattern(
    r"\s*,?\s*(?:(?:đã|tại [^,;.]{3,30})\s+)?"
    r"(?:trình bày|đọc|cho thấy|nêu|nêu rõ|nhấn mạnh|khẳng định|chỉ rõ|chỉ ra|đánh giá|cho biết|nói|đề nghị)(?!\p{L})"
)
"""`Báo cáo của |A| cho thấy`, `báo cáo chính trị do |A| trình bày`."""
_HANDED = Pattern(
    r"(?<!\p{L})(?:đón\s+)?nhận\s+(?:[^,;.]{0,40}\s)?"
    r"(?:(?:hoa|lẵng hoa|bằng khen|giấy khen|huy hiệu|kỷ niệm chương|cờ|quà)"
    r"(?:\s+(?:chúc mừng|lưu niệm|tặng|thưởng))*\s+(?:từ|của)|quyết định(?:\s+(?:bổ nhiệm|điều động))?\s+từ|[^,;.]{2,60}\stừ(?=\s+tay))"
    rf"\s*(?:tay\s*)?(?:{any_of('address')}\s*)?$"
)
"""`Ông A nhận hoa chúc mừng của |B|`."""
_LED = Pattern(
    rf"(?<!\p{{L}})đoàn\s[^,;.:{ENDS}]{{0,70}}?(?<!\p{{L}})do\s*$|(?<!\p{{L}})dẫn đầu đoàn\s[^,;.:{ENDS}]{{0,40}}?(?<!\p{{L}})là\s*$"
)
_LEADS = Pattern(r"\s*,?\s*(?:dẫn đầu|làm trưởng đoàn)(?!\p{L})")
"""`Đoàn Quốc hội do |A| dẫn đầu`, `Dẫn đầu đoàn là |B|`: they come to the ceremony or the place."""
_SHOWN = Pattern(rf"\s*(?:tại|trong)\s+{any_of('gathering')}[^,;.:{ENDS}]{{0,60}}?\W*(?:ảnh\s*:[^.;{ENDS}]*)?\.?\s*")
_IN_FRONT = ("của", "các", "đồng chí", "do", "viên", "từ", "tay", "là", "ông", "bà")
"""What may stand before whoever does something that no verb tells."""


def with_occasions(clause: Clause, found: Parts) -> Parts:
    """The parts found, with those of this module."""
    told = {place: tuple(_told(clause, place)) for place in clause.groups if clause.spoken[place] == GROUP}
    more = {place: parts for place, parts in told.items() if parts}
    return {**found, **{place: tuple(dict.fromkeys((*found.get(place, ()), *more[place]))) for place in more}}


def _told(clause: Clause, place: int) -> Iterator[MeetingPart]:
    text = clause.spoken
    if place == 0:
        if _SHOWN.fullmatch(text, 1):
            yield MeetingPart.ATTEND
        return
    before = text[:place].rstrip()
    if not before.endswith(_IN_FRONT) or is_aside(text, place):
        return
    if (" hoa" in before or "nhận" in before) and _HANDED.search(before):
        yield MeetingPart.PRESENTER
    elif "đoàn" in before and _LED.search(before) and (before.endswith("là") or _LEADS.match(text, place + 1)):
        yield MeetingPart.ATTEND
    elif heard := _HEARD.search(text, 0, place):
        yield MeetingPart.OPENING if "đề dẫn" in heard["what"] else part_of_words(heard["what"])
    elif (paper := _PAPER.search(text, 0, place)) and _READ_OUT.match(text, place + 1):
        otherwise = MeetingPart.SPEECH if paper["what"] in ("diễn văn", "tham luận") else MeetingPart.REPORT
        yield part_of_words(paper["kind"] or "", otherwise)
