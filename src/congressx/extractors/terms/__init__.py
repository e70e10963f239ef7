"""Terms of office: `nhiệm kỳ 2020 – 2025`, `khóa XII`, `lần thứ X, nhiệm kỳ 2015-2020`.

`giai đoạn 2016-2020`, `kế hoạch 5 năm` and `năm học 2018-2019` are none; years no term can have go to `rejections`.
"""

from congressx.engine import Extractor
from congressx.extractors.terms.link import link
from congressx.extractors.terms.record import TermRecord
from congressx.extractors.terms.rules import RULES

EXTRACTOR = Extractor(
    "terms",
    RULES,
    {"terms": TermRecord},
    link,
    lookalike=r"(?:nhiệm kỳ|khóa) \S+|(?:19|20)\d\d ?- ?(?:19|20)\d\d",
)
