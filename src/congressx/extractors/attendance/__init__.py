"""How many came to a meeting: `với sự có mặt của 55/58 đảng viên`, `244 đại biểu đại diện cho 5.365 đảng viên`, `cùng toàn thể đảng viên`.

`15/16 chỉ tiêu`, `32/32 phiếu`, `bầu 14 đại biểu đi dự đại hội cấp trên` are none; `đại diện cho 5.365 đảng viên` is whom the
delegates represent. Breakdowns by sex, age and the like are skipped. `absences` reads who stayed away where nobody counts
who came.
"""

from congressx.engine import Extractor, LinkContext, off_subject
from congressx.extractors.attendance.link import link
from congressx.extractors.attendance.record import AttendanceRecord
from congressx.extractors.attendance.rules import RULES


def _reports_no_meeting(context: LinkContext) -> str | None:
    """Why there is nothing that anybody came to, or None."""
    return None if context.neighbours["meetings"] else off_subject(context, ", and reports no meeting")


EXTRACTOR = Extractor(
    "attendance",
    RULES,
    {"attendance": AttendanceRecord},
    link,
    needs=("meetings",),
    lookalike=r"\d[\d.]* (?:đại biểu|đảng viên|đồng chí|đ/c|đoàn viên|hội viên|cán bộ|khách)|(?:toàn thể|đông đủ) (?:đảng viên|đại biểu)",
    sets_aside=_reports_no_meeting,
)
