"""KPI figures: what an organisation or a territory reached, expects or aims at.

`Tỷ lệ hộ dùng nước sạch đạt 93,4%, tăng 2,1% so với năm trước` gives two records with one indicator, a level and a change;
`phấn đấu xây dựng 15 nhà văn hóa` an aim, `hoàn thành 14/15 chỉ tiêu` a figure with its total. `trúng cử với 98% số phiếu`,
`Ban Chấp hành gồm 15 đồng chí`, `180 đại biểu`, `5 nhiệm vụ trọng tâm` give none.

`rules` holds one finder a shape; `figures` reads a sentence: `rates` (what may be one, `measuring` says), `counts` with `crowds` for
large ones, `stocks` for what there is, `moves` for those that moved and `discipline` for penalties. `subjects` cuts the name before a
figure, `indicators` the one behind it; `moods` and `periods` look at openers above, `standing` says what is no figure after all.
"""

from congressx.engine import Extractor
from congressx.extractors.kpis.link import NEEDS, link
from congressx.extractors.kpis.record import KpiRecord
from congressx.extractors.kpis.rules import RULES

EXTRACTOR = Extractor(
    "kpis",
    RULES,
    {"kpis": KpiRecord},
    link,
    NEEDS,
    lookalike=r"\d[\d.,]*(?: ?%|(?: \p{L}+){2})",
)
