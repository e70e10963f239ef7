"""KPI figures: what an organisation or a territory reached, expects or aims at.

`Tỷ lệ hộ dùng nước sạch đạt 93,4%, tăng 2,1% so với năm trước` gives two records with one indicator, a level and a change;
`phấn đấu xây dựng 15 nhà văn hóa` an aim, `hoàn thành 14/15 chỉ tiêu` a figure with its total. `trúng cử với 98% số phiếu`,
`Ban Chấp hành gồm 15 đồng chí`, `180 đại biểu`, `5 nhiệm vụ trọng tâm` give none.

`rules` holds one finder a shape; `figures` reads a sentence: `rates` (what may be one, `measuring` says), `counts` of
a noun and `numbered` ones, with `crowds` for large ones, `stocks` and `wholes` for what there is, `parts` for counts
that go on, `moves` for those that moved, `fractions` for `1/3` and lengths of time, `elided` for `từ 5,5 lên 8,4
triệu đồng`, `ratings` for `12 đảng viên hoàn thành tốt nhiệm vụ`, `discipline` for penalties, `labelled` for `Khách
hàng mới: 2.318`; `no_deeds` says which counts tell of none. `evidence` weighs every number by the words around it: it
stops a reader's figure in doubt (`mỗi người được giao 2 lô đất`) and lets `likely` name one that no reader knows.
`restated` and `shares` read numbers that others leave alone (`trên 3 trăm hộ`, `61,3/64,2 tỷ đồng`). `subjects` cuts
the name before a figure, `naming` says whether it names a measure, `indicators` cuts the one behind it; `moods` and
`periods` look at openers above and at when the article speaks (`present`); `standing` says what is no figure after
all.
"""

from congressx.engine import Extractor
from congressx.extractors.kpis.link import NEEDS, link, other_subject
from congressx.extractors.kpis.record import KpiRecord
from congressx.extractors.kpis.rules import RULES

EXTRACTOR = Extractor(
    "kpis",
    RULES,
    {"kpis": KpiRecord},
    link,
    NEEDS,
    lookalike=r"\d[\d.,]*(?: ?%|(?: \p{L}+){2})",
    sets_aside=other_subject,
)
