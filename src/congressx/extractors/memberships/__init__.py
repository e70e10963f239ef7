"""How large an organisation is and how its membership moves.

`Đảng bộ hiện có 52 đảng viên, sinh hoạt ở 5 chi bộ`, `kết nạp được 12 đảng viên`, `công nhận chính thức 9 đảng viên`,
`xóa tên 2 đảng viên`, `thi hành kỷ luật 3 đảng viên`; of those disciplined the parts by penalty are no figures of their own.

`180 đại biểu đại diện cho 3.900 đảng viên` is attendance, `phấn đấu kết nạp 40 đảng viên` an aim, `35 đảng viên hoàn thành tốt
nhiệm vụ`, `thành lập 3 chi bộ` and a union's `5 đoàn viên được kết nạp Đảng` are achievements: none is read here.
"""

from congressx.engine import Extractor, off_subject
from congressx.extractors.memberships.link import link
from congressx.extractors.memberships.record import MembershipRecord
from congressx.extractors.memberships.rules import RULES

EXTRACTOR = Extractor(
    "memberships",
    RULES,
    {"memberships": MembershipRecord},
    link,
    needs=("attendance", "meetings"),
    lookalike=r"\d[\d.]* (?:đảng viên|hội viên|đoàn viên|chi bộ|đảng bộ|tổ chức cơ sở)|kết nạp",
    sets_aside=off_subject,
)
