"""Documents of Party and State that an article cites.

`Chỉ thị số 05-CT/TW ngày 15/5/2016` is numbered, `Nghị quyết Trung ương 4, khóa XII` a plenum's, `Nghị quyết Đại hội Đảng bộ
huyện lần thứ X` a congress's, `Chỉ thị 05` bare. Laws, plans and programmes without a number are none.
"""

from congressx.engine import Extractor
from congressx.extractors.citations.link import link
from congressx.extractors.citations.record import CitationRecord
from congressx.extractors.citations.rules import RULES

EXTRACTOR = Extractor(
    "citations",
    RULES,
    {"citations": CitationRecord},
    link,
    lookalike=r"(?:nghị quyết|chỉ thị|kết luận|quy định|quyết định|kế hoạch|hướng dẫn|thông báo|công văn|nghị định|thông tư)"
    r"(?: số)? \S*\d\S*",
)
