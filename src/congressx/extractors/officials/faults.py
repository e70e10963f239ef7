"""Appointments told as a fault: `vi phạm trong việc bổ nhiệm con trai làm |Trưởng phòng|`, `bổ nhiệm làm |Phó phòng| sai quy định`.

They were made long before the article, which tells who answers for them.
"""

from __future__ import annotations

from congressx.extractors.officials.clauses import ENDS, GROUP
from congressx.extractors.officials.lexicon import any_of
from congressx.patterns import Pattern

_APPOINTING = r"(?:bổ nhiệm|điều động|đề bạt|phê chuẩn|chuẩn y|luân chuyển)"
_BEFORE = Pattern(
    r"(?<!\p{L})(?:vi phạm|sai phạm|khuyết điểm|thiếu sót|vụ lợi|chịu trách nhiệm)(?!\p{L})[^;.:]{0,60}?(?<!\p{L})việc\s+"
    rf"(?:(?!(?:ủy|hđnd|ban|hội)(?!\p{{L}}))\p{{L}}+,?\s+){{0,10}}?{_APPOINTING}(?!\p{{L}})"
    rf"|(?<!\p{{L}})dẫn đến\s+(?:việc\s+)?{_APPOINTING}(?!\p{{L}})"
    rf"|(?<!\p{{L}}){_APPOINTING}\s+(?:lại\s+)?(?:sai|trái)(?!\p{{L}})"
)
_BEHIND = Pattern(
    rf"(?:[^,;.{ENDS}]{{0,40}}\s(?:đối với|cho|với)\s*(?:{any_of('address')}\s*)?{GROUP})?"
    rf"(?:(?!(?<!\p{{L}})(?:do|vì|thay|sau|nhưng)(?!\p{{L}}))[^;.{ENDS}]){{0,80}}?"
    r"(?<!\p{L})(?:sai|trái|(?:không|chưa)\s+(?:đúng|đảm bảo|đủ|đáp ứng|thực hiện đầy đủ)|(?:là|đã)\s+vi phạm)\s+"
    r"(?:với\s+|các\s+|về\s+)*(?:quy định|quy trình|nguyên tắc|tiêu chuẩn|điều kiện|tiêu chí|thẩm quyền)(?!\p{L})"
)


def is_fault(text: str, place: int) -> bool:
    """Whether the clause tells as a fault that the office at `place` was given.

    >>> is_fault("vi phạm trong việc bổ nhiệm con trai làm ", 41), is_fault("bổ nhiệm ông lúa làm ", 21)
    (True, False)
    """
    start = max(text.rfind(mark, 0, place) for mark in ";.") + 1
    return _BEFORE.search(text, start, place) is not None or _BEHIND.match(text, place + 1) is not None
