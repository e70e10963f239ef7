"""KPI figures: what an organisation or a territory reached, expects or aims at.

`Tỷ lệ hộ dùng nước sạch đạt 93,4%, tăng 2,1% so với năm trước` gives two records with one indicator, a level and a change;
`phấn đấu xây dựng 15 nhà văn hóa` an aim, `hoàn thành 14/15 chỉ tiêu` a figure with its total. `trúng cử với 98% số phiếu`,
`Ban Chấp hành gồm 15 đồng chí`, `180 đại biểu`, `5 nhiệm vụ trọng tâm` give none.

`rules` holds one finder a shape; `figures` reads a sentence: `rates` (what may be one, `measuring` says, what names
it, `rate_names` and `earlier_names`), with `brief_rates` for those told in few words, `counts` of a noun and
`numbered` ones, with `count_changes` for those that became more or fewer, `done` for what was done, `states` for what
they reached, `listed` for several under one verb, `crowds` for large ones, `stocks` and `wholes` for what there is,
`parts` for counts that go on, `moves` for figures that moved, `planned` for aims in brackets, `fractions` for `1/3`
and lengths of time, `elided` for `từ 5,5 lên 8,4 triệu đồng`, `ratings` for `12 đảng viên hoàn thành tốt nhiệm vụ`,
`discipline` for penalties, `polling` for `240 tổ bầu cử`, `labelled` for `Khách hàng mới: 2.318`; `no_deeds` says
which counts tell of none.
`evidence` weighs every number by the words around it: it stops a reader's figure in doubt (`mỗi người được giao 2 lô
đất`) and lets `likely` name one that no reader knows. `restated` and `shares` read numbers that others leave alone
(`trên 3 trăm hộ`, `61,3/64,2 tỷ đồng`). `subjects` cuts the name before a figure, `naming` says whether it names a
measure, `indicators` cuts the one behind it, `fuller_names`, `nearer_names` and `told_elsewhere` find one that says
more, `shared_changes` gives `giảm 12 trưởng phòng; 40 phó phòng` one verb. `cues` are the words that say whether a
figure is a result, an estimate or an aim, `moods` weighs those of its sentence, `moods_above` what `openers`
and `announced` aims around it leave to it; `periods`, `carried_periods`, `reported_periods` and `present` say when it
is of and when the article speaks; `compared_with` finds what a change is measured against apart from it; `standing`
says what is no figure after all, `once` keeps one mention of a fact told twice.
"""

from congressx.engine import Extractor, off_subject
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
    sets_aside=off_subject,
)
