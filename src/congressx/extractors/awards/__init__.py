"""Awards given to people and collectives, and ratings of one organisation.

`Đảng ủy tặng Giấy khen cho 3 chi bộ và 11 đảng viên`, `trao Huy hiệu 40 năm tuổi Đảng cho 2 đảng viên`, `Chi bộ được xếp loại
hoàn thành tốt nhiệm vụ`. Flowers and banners are no awards; numbers and shares of units with a rating are KPIs.
"""

from congressx.engine import Extractor
from congressx.extractors.awards.link import link
from congressx.extractors.awards.record import AwardRecord
from congressx.extractors.awards.rules import RULES

EXTRACTOR = Extractor(
    "awards",
    RULES,
    {"awards": AwardRecord},
    link,
    lookalike=r"huy hiệu|bằng khen|giấy khen|cờ thi đua|hu[âa]n chương|huy chương|kỷ niệm chương|danh hiệu|khen thưởng",
)
