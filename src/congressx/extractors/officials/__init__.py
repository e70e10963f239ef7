"""Persons with an office or an act at the meeting, and their titles.

`Đến dự có đồng chí Trần Văn Lúa, Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Huyện ủy` is one official with two titles,
both of Huyện ủy; `ông Lúa trao giấy khen` further down adds what he does. `Tin: Trần Văn Lúa` is a by-line and none;
so is a name with neither office nor act.
"""

from congressx.engine import Extractor
from congressx.extractors.officials.link import link
from congressx.extractors.officials.record import OfficialRecord, TitleRecord
from congressx.extractors.officials.rules import RULES

EXTRACTOR = Extractor(
    "officials",
    RULES,
    {"officials": OfficialRecord, "titles": TitleRecord},
    link,
    needs=("meetings", "elections"),
    lookalike=r"(?<!\p{L})(?:đồng chí|đ/c|ông|bà|anh|chị|bí thư|chủ tịch|ủy viên|giám đốc|trưởng ban) \p{L}+ \p{L}+",
)
