"""Who leaves an office that the words name elsewhere, or not at all.

`cho thôi giữ chức danh này đối với ông A`, `ông A rời vị trí này`, `thông qua đơn xin từ nhiệm của A`.
"""

from __future__ import annotations

from congressx.extractors.officials.clauses import COUNT, ENDS
from congressx.extractors.officials.lexicon import any_of
from congressx.patterns import Pattern

_POST = r"(?:chức (?:vụ|danh)|cương vị|vị trí|nhiệm vụ|trọng trách|ghế)"
_LONG_AGO = r"[^,;.]{0,30}?(?<!\p{L})(?:từ|vào|hồi|năm|tháng)\s[^,;.]{0,20}(?:19|20)\d\d"
_LEAVES = Pattern(
    r"[\s,-]*(?:(?:đã|vừa|cũng|chính thức|được|bị|cho)\s+)*(?:thôi|rời|rời khỏi|rút khỏi|không còn|bị miễn nhiệm)\s+"
    rf"(?:(?:giữ|đảm nhiệm|đảm đương)\s+)?(?:các\s+)?{_POST}\s+(?:này|đó|nói trên|trên)(?!\p{{L}})(?!{_LONG_AGO})"
    r"|[\s,-]*(?:(?:đã|vừa|cũng)\s+)*được\s+miễn nhiệm\s+(?:để|do|vì|theo)(?!\p{L})"
)
"""`ông A |thôi giữ chức vụ này|`."""
_LET_GO = Pattern(
    rf"(?<!\p{{L}})(?:cho thôi|thôi giữ|miễn nhiệm)\s+[^;.{ENDS}]{{0,90}}?(?<!\p{{L}})(?:đối với|với)\s*{COUNT}"
)
"""`|cho thôi giữ chức danh này đối với| A`."""
_ON_THE_AGENDA = Pattern(
    r"(?<!\p{L})(?:sẽ|dự kiến|đề nghị|đề xuất|kiến nghị|xem xét|tờ trình|cho ý kiến|trình|thảo luận|không|chưa)(?!\p{L})[^;.]{0,70}$"
    r"|(?<!(?:nhất trí|thông qua|quyết định|đồng ý|biểu quyết|nghị quyết|tán thành)[^;.]{0,30}\s)về(?:\s+việc)?\s*$"
)
"""`nghe báo cáo |về việc| cho thôi`: nobody has left yet."""
_WISH = r"(?:đơn|nguyện vọng)\s+(?:xin\s+|được\s+)*(?:từ chức|từ nhiệm|thôi|rút|nghỉ)(?!\p{L})"
_GRANTED = Pattern(
    rf"(?<!\p{{L}})(?:chấp thuận|chấp nhận|đồng ý(?:\s+với)?|nhất trí(?:\s+với)?|thông qua|phê chuẩn)\s+(?:[^,;.{ENDS}]{{0,30}}\s)?"
    rf"{_WISH}[^,;.{ENDS}]{{0,60}}?\scủa\s*{COUNT}"
)
"""`hội nghị |thông qua đơn xin từ nhiệm của| A`."""
_WISH_OF = Pattern(rf"(?<!\p{{L}}){_WISH}[^,;.{ENDS}]{{0,60}}?\scủa\s*{COUNT}")
_IS_GRANTED = Pattern(rf"\s*,?\s*(?:đã\s+|cũng\s+)*được\s+[^,;.{ENDS}]{{0,60}}?{any_of('grants')}")
"""`đơn từ chức của A |đã được hội nghị chấp thuận|`."""
_ASKED = Pattern(
    r"(?<!\p{L})(?:đơn|ý định|nguyện vọng)\s(?:[^,;.]{0,60}?\s)??xin\s+(?:được\s+)?(?:thôi|từ chức|từ nhiệm|nghỉ)(?!\p{L})"
    r"|(?<!\p{L})gửi đơn[^;.]{0,80}?\sxin\s+(?:thôi|từ chức|từ nhiệm|nghỉ)(?!\p{L})"
)
_AGREED = Pattern(rf"(?<!chưa có\s){any_of('grants')}|(?<!\p{{L}})(?:miễn nhiệm|cho thôi|cho nghỉ)(?!\p{{L}})")
_LEAVING_CUES = ("thôi", "rời", "rút khỏi", "không còn", "miễn nhiệm")
_CUES = (*_LEAVING_CUES, "đơn ", "nguyện vọng")


def is_relieved(before: str, behind: str) -> bool:
    """Whether the person between the two leaves an office.

    >>> is_relieved("hđnd tỉnh cho thôi làm nhiệm vụ đại biểu đối với ", " do chuyển công tác")
    True
    >>> is_relieved("hđnd tỉnh nghe báo cáo về việc cho thôi làm nhiệm vụ đại biểu đối với ", "")
    False
    """
    if any(cue in behind for cue in _LEAVING_CUES) and _LEAVES.match(behind):
        return True
    if not any(cue in before for cue in _CUES):
        return False
    for words in (_LET_GO, _GRANTED):
        if found := words.search(before):
            return _ON_THE_AGENDA.search(before, 0, found.start()) is None
    return bool(_WISH_OF.search(before) and _IS_GRANTED.match(behind))


def only_asks(folded: str) -> bool:
    """Whether the sentence tells that somebody asks to leave an office, and not that it was granted.

    >>> only_asks("ông lúa có đơn xin thôi giữ chức"), only_asks("hđnd chấp nhận đơn xin thôi giữ chức của ông lúa")
    (True, False)
    """
    return "xin " in folded and _ASKED.search(folded) is not None and not _AGREED.search(folded)
