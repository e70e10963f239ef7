"""Words that name what the persons behind them are at a meeting: `Đoàn Chủ tịch gồm |A, B|`, `Thành phần dự hội nghị: |A|`."""

from __future__ import annotations

from congressx.extractors.officials.clauses import COUNT, ENDS, NUMBER
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.record import MeetingPart
from congressx.patterns import Pattern

_PRESIDIUM = Pattern(
    r"(?:^\W*|[,;:.]\s*|^\W*(?:tham gia|thành phần)\s+|(?<!\p{L})(?:là|bầu|bầu ra|cử|cử ra|thông qua|mời|(?:điều hành|chủ trì) của)\s+)"
    r"(?:danh sách\s+)?(?:đoàn (?:chủ tịch|chủ tọa)|(?:chủ tịch|chủ tọa) đoàn)"
    r"\s*(?:điều hành\s+|của\s+)?(?:(?:đại hội|hội nghị|kỳ họp)\s*)?(?:lần này\s+|hôm nay\s+|lần thứ \w+\s+)?"
    rf"(?:(?:gồm|có|là)\s*{NUMBER}(?:(?:người|thầy|cô|thành viên)\s*)*,?\s*(?:trong đó\s+)?){{0,3}}:?\s*(?:do\s+{NUMBER})?$"
)
"""`Đoàn Chủ tịch gồm 5 đồng chí: |A, B, C`: they conduct the congress."""
_SITTING = r"(?:kỳ họp|phiên họp|phiên|hội nghị|đại hội|buổi họp)"
_IN_THE_CHAIR = Pattern(
    rf"(?:^\W*|[,;.]\s*)chủ tọa(?:\s+{_SITTING})?\s*[-:]\s*{COUNT}"
    rf"|(?:^\W*|[,;.]\s*)(?:người (?:chủ trì|chủ tọa|điều hành)(?:\s+{_SITTING})?"
    rf"|(?:ngồi\s+)?(?:ở\s+)?ghế chủ tọa)\s+(?:có|là|gồm)\s*{COUNT}"
)
"""`Chủ tọa kỳ họp - |Chủ tịch HĐND tỉnh A| - ngắt lời`, `Người chủ trì hội nghị là |A|`."""
_GUESTS = Pattern(
    r"(?:^\W*|[.;]\s*)(?:(?:về\s+)?(?:thành phần|đại biểu|khách mời)\s+(?:cấp trên\s+|khách mời\s+)?"
    r"(?:(?:(?:về|đến|tới)\s+)?(?:tham\s+)?dự|tham gia)(?!\p{L})[^:;.]{0,80}:"
    rf"|(?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường|thị trấn|trung ương)\s[^,;.:{ENDS}]{{2,50}}\scó\s+"
    rf"(?:các|(?:các\s+)?(?:đồng chí|đ/c)\s*:))\s*{COUNT}"
)
"""`Thành phần dự hội nghị: |A|`, `Huyện Sông Lam có các đồng chí: |A, B|` in a list of guests."""
_LECTURERS = Pattern(
    rf"(?:^\W*|[,;.:]\s*)(?:các\s+)?báo cáo viên\s+(?:(?:của|tại|trong)\s+)?(?:{any_of('gathering')}\s+)?(?:học tập\s+)?"
    rf"(?:(?:gồm|có|là)\s*{NUMBER}|:\s*{NUMBER})$"
)
_IN_TURN = Pattern(
    r"(?:^\W*|[,;:]\s*)(?:ảnh\s*:\s*)?(?:theo thứ tự\s+)?(?:tính\s+)?từ\s+(?:trái|phải)\s*(?:qua|sang)?"
    r"[^:;.]{0,20}[:,]\s*$"
)
"""`Từ trái qua: |A, B` under a picture."""


def part_of_label(before: str) -> MeetingPart | None:
    """Of words that name what the persons behind them are there."""
    if ("đoàn" in before and _PRESIDIUM.search(before)) or (
        ("chủ t" in before or "người điều" in before) and _IN_THE_CHAIR.search(before)
    ):
        return MeetingPart.CHAIR
    if "báo cáo viên" in before and _LECTURERS.search(before):
        return MeetingPart.REPORT
    if "từ " in before and _IN_TURN.search(before):
        return MeetingPart.ATTEND
    if before.rstrip().endswith((":", "các", "chí", "đ/c")) and _GUESTS.search(before):
        return MeetingPart.ATTEND
    return None
