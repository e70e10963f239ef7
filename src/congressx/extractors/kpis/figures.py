"""Every figure of a sentence that may measure something, with its indicator; what needs other sentences is in `link.py`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congressx.extractors.kpis.compared_with import with_base
from congressx.extractors.kpis.counts import read_count
from congressx.extractors.kpis.deeds import Deed
from congressx.extractors.kpis.discipline import read_penalty
from congressx.extractors.kpis.done import with_members
from congressx.extractors.kpis.elided import find_elided
from congressx.extractors.kpis.evidence import ENOUGH, LEAST, weight
from congressx.extractors.kpis.figure import DOUBTED, Figure, Shape, Sight
from congressx.extractors.kpis.fractions import find_fractions, read_fraction, read_time
from congressx.extractors.kpis.fuller_names import fully_named
from congressx.extractors.kpis.labelled import read_labelled
from congressx.extractors.kpis.likely import read_likely
from congressx.extractors.kpis.measuring import is_size_of_work
from congressx.extractors.kpis.moves import read_breakdown, read_moved_number, read_moving_number, with_shared_nouns
from congressx.extractors.kpis.naming import pointing_back
from congressx.extractors.kpis.nouns import NounKind, noun_at
from congressx.extractors.kpis.numbered import read_numbered, read_share, read_year_by_year
from congressx.extractors.kpis.parts import read_admitted, read_by_another_year, read_to_be_gained
from congressx.extractors.kpis.planned import read_aimed, read_planned
from congressx.extractors.kpis.polling import read_polling
from congressx.extractors.kpis.rates import read_rate
from congressx.extractors.kpis.ratings import (
    is_rated,
    read_rated_alone,
    read_rated_label,
    read_rating_listed,
    read_rating_share,
)
from congressx.extractors.kpis.restated import apart_from, find_restated
from congressx.extractors.kpis.shares import find_shares
from congressx.extractors.kpis.states import read_work_of_bodies
from congressx.patterns import Pattern
from congressx.vietnamese.quantities import Quantity, Unit


def read_figures(folded: str) -> tuple[Figure, ...]:
    """The figures of a sentence in folded spelling, in text order.

    >>> from congressx.vietnamese.spelling import fold
    >>> text = fold("Thu ngân sách đạt 120 tỷ đồng, tăng 8% so với cùng kỳ; hỗ trợ 35 hộ nghèo xây nhà")
    >>> [(f.quantity.value, f.shape.value, f.indicator.of(text)) for f in read_figures(text)]
    [(120000000000, 'money', 'thu ngân sách'), (8, 'change', 'thu ngân sách'), (35, 'counted_deed', 'hộ nghèo xây nhà')]
    """
    standing: list[Figure] = []
    for sight, figure in _walk(folded):
        if figure is not None and figure.shape is not Shape.TOLD and _stands(sight, figure, standing):
            standing.append(figure)
    return tuple(with_base(folded, with_members(folded, figure)) for figure in with_shared_nouns(standing))


def _stands(sight: Sight, figure: Figure, standing: Sequence[Figure]) -> bool:
    """Whether enough speaks for a figure; what a list or a name joins to one that stands, stands with it."""
    least = LEAST if standing else _least_alone(sight, figure)
    if figure.shape not in DOUBTED or sight.quantity.unit is Unit.DURATION or weight(sight) > least:
        return True
    if _is_labelled(sight, figure) or is_rated(sight, figure) or _stands_by_noun(sight, figure):
        return True
    if figure.shape is Shape.MEASURE and (_is_made(sight, sight.deed) or is_size_of_work(sight)):
        return True
    if figure.shape is Shape.DEED and figure.deed is not None:
        return _is_deed_anyway(sight, figure, figure.deed)
    return _stands_by_prior(sight, figure, standing)


def _stands_by_prior(sight: Sight, figure: Figure, standing: Sequence[Figure]) -> bool:
    """Whether it goes on from a figure that stands, or is the plan of an admission."""
    prior = sight.prior
    if prior is not None and prior.shape is Shape.TOLD and _is_planned_admission(sight, figure, prior):
        return True
    if prior is None or not standing or standing[-1] is not prior:
        return False
    return figure.shape is Shape.LISTED or figure.indicator == prior.indicator


def _is_planned_admission(sight: Sight, figure: Figure, prior: Figure) -> bool:
    """`kết nạp 14 đ/c (nghị quyết đề ra 10 đ/c)`: those admitted are a membership, the plan is a figure."""
    return figure.indicator == prior.indicator and read_planned(sight) is not None


_FEW = 5
_LEAST_OF_FEW = -6
"""So few may be an anecdote's, unless an organisation made them: `doanh nghiệp biếu cán bộ 2 căn nhà`."""


def _least_alone(sight: Sight, figure: Figure) -> int:
    """The weight above which a figure stands by the words around it, where no other does in its sentence."""
    value = sight.quantity.value
    if figure.shape not in (Shape.DEED, Shape.STOCK) or sight.quantity.unit is not Unit.COUNT or value >= _FEW:
        return LEAST
    return LEAST if _is_made(sight, sight.deed) or value != int(value) else _LEAST_OF_FEW


def _is_labelled(sight: Sight, figure: Figure) -> bool:
    """`dư nợ ủy thác: 45 tỷ đồng`."""
    return sight.label is not None and figure.indicator.start >= sight.label


_IN_HONOUR = Pattern(r"[^,;.]{0,30}(?<!\p{L})chào mừng(?!\p{L})")
"""`khánh thành 9 công trình chào mừng đại hội`: the congress is no reason against."""


def _is_deed_anyway(sight: Sight, figure: Figure, deed: Deed) -> bool:
    """Work that was done, members to be admitted, and places that there are no more: `xóa 5 bản chưa có chi bộ`."""
    if deed.naming == "work" or _MEMBERS.match(sight.folded, sight.quantity.span.stop) is not None:
        return True
    if deed.direct and _UNITS_CHANGE & deed.kinds and _PARTY_UNITS.match(sight.folded, sight.quantity.span.stop):
        return True
    if deed.direct and "make" in deed.kinds and _IN_HONOUR.match(sight.folded, figure.stop):
        return True
    return "cut" in deed.kinds and figure.noun is not None and figure.noun.kind is NounKind.PLACE


_STANDING = frozenset({"cử tri", "chỉ tiêu"})


def _stands_by_noun(sight: Sight, figure: Figure) -> bool:
    """Counts of a state that are figures beside ballots too: `98.000 cử tri đi bỏ phiếu`, `3 chỉ tiêu chưa đạt`.

    So do units founded and bodies told of by their work: `2 đảng bộ bộ phận ra đời`, `3 quận chưa thu phí`.
    """
    if figure.shape is not Shape.STATE or figure.noun is None:
        return False
    founded = _FOUNDED.match(sight.folded, sight.quantity.span.stop) is not None
    stands = founded or figure.noun.span.of(sight.folded) in _STANDING
    return stands or read_work_of_bodies(sight, figure.noun) is not None


_MADE = frozenset({"make", "grow"})
_SPOKEN_OF = Pattern(r"(?<!\p{L})việc\s+$")


def _is_made(sight: Sight, deed: Deed | None) -> bool:
    """`cứng hóa 8,5 km kênh mương`; `việc trồng 300 ha xoan không hiệu quả` is spoken of."""
    if deed is None or not deed.direct or not _MADE & deed.kinds:
        return False
    return _SPOKEN_OF.search(sight.folded, 0, deed.span.start) is None


_UNITS_CHANGE = frozenset({"make", "handle"})
_UNITS = r"\s+(?:chi bộ|đảng bộ|chi đoàn|chi hội|tổ chức đảng|công đoàn cơ sở)(?!\p{L})"
_PARTY_UNITS = Pattern(_UNITS)
_WITH_CELL = (
    r"\s+(?:thôn|bản|ấp|làng|khu phố|tổ dân phố|trường|doanh nghiệp|trạm y tế)(?: đã| nay)? có (?:chi bộ|tổ chức đảng)"
)
_FOUNDED = Pattern(
    rf"{_WITH_CELL}(?!\p{{L}})|{_UNITS}(?: \p{{L}}+){{0,4}}? (?:ra đời|được (?:thành lập|lập|lập mới))(?!\p{{L}})"
)
"""`lập thêm 2 đảng bộ bộ phận`: units founded are figures, however few."""
_MEMBERS = Pattern(r"\s+(?:đảng viên|đoàn viên|hội viên|quần chúng)(?!\p{L})")
"""`phấn đấu phát triển 25 đảng viên`: rarely a figure, but always where it is an aim."""


def figured(folded: str) -> Iterator[tuple[Sight, bool]]:
    """Every number of a sentence that may measure something, and whether a reader makes a figure of it."""
    for sight, figure in _walk(folded):
        yield sight, figure is not None and figure.shape not in (Shape.TOLD, Shape.LIKELY)


def _walk(folded: str) -> Iterator[tuple[Sight, Figure | None]]:
    """Every number with the figure that it may be; those that are none after all still name what follows them."""
    figures: list[Figure] = []
    refused: Quantity | None = None
    floor = 0
    for quantity in _quantities(folded):
        if _is_per_one(folded, quantity) or _is_some(folded, quantity) or _is_their_whole(folded, quantity, figures):
            continue
        noun = noun_at(folded, quantity.span.stop) if quantity.unit is Unit.COUNT else None
        sight = Sight(folded, quantity, noun, tuple(figures), floor)
        figure = _read(sight)
        if (figure is None or figure.shape is Shape.TOLD) and weight(sight) > ENOUGH:
            figure = read_likely(sight) or figure
        if figure is not None and refused is not None and _points_to(sight, refused):
            figure = None
        refused = quantity if figure is None else None
        if figure is not None:
            figure = fully_named(sight, figure)
            figures.append(figure)
        if figure is not None or noun is not None or quantity.unit not in (Unit.COUNT, Unit.DURATION):
            floor = _floor_behind(sight)
        yield sight, figure


_OUT_OF = Pattern(r"(?<!\p{L})(?:trong|trên) (?:tổng )?(?:số|chỉ tiêu)(?: là)?\s*(?:hơn |gần |khoảng )?$")


def _is_their_whole(folded: str, quantity: Quantity, figures: Sequence[Figure]) -> bool:
    """`bãi bỏ 130 thủ tục trong tổng số 410 thủ tục`: the whole stands in the figure before."""
    if not figures or figures[-1].quantity.total != quantity.value:
        return False
    return _OUT_OF.search(folded, 0, quantity.span.start) is not None


def _points_to(sight: Sight, refused: Quantity) -> bool:
    """`theo luật, tỉnh được vay 60% số thu, còn nghị định đưa tỷ lệ này lên 70%`: what is pointed to is no figure."""
    if sight.quantity.unit is not refused.unit:
        return False
    return pointing_back(sight.folded, max(sight.start, refused.span.stop), sight.at) is not None


def _quantities(folded: str) -> list[Quantity]:
    found = find_restated(folded)
    shares = list(find_shares(folded, found))
    found = shares + apart_from(shares, found)
    elided = list(find_elided(folded, found))
    found = elided + apart_from(elided, found)
    found += apart_from(found, find_fractions(folded))
    return sorted(found, key=lambda quantity: quantity.span.start)


def _read(sight: Sight) -> Figure | None:
    unit = sight.quantity.unit
    planned = read_planned(sight) or read_aimed(sight)
    if planned is not None:
        return planned
    if unit is Unit.COUNT:
        return _read_counted(sight)
    if unit is Unit.DURATION:
        return read_time(sight)
    fraction = unit is Unit.RATIO and "/" in sight.quantity.number.of(sight.folded)
    if fraction:
        return read_fraction(sight)
    return read_rate(sight) or read_rating_share(sight)


def _read_counted(sight: Sight) -> Figure | None:
    if sight.quantity.total is not None:
        return read_share(sight)
    apart = read_penalty(sight) or read_admitted(sight) or read_to_be_gained(sight) or read_polling(sight)
    if apart is not None:
        return apart
    if sight.noun is not None:
        named = read_by_another_year(sight) or read_labelled(sight) or read_numbered(sight) or read_rated_alone(sight)
        return named or read_count(sight, sight.noun)
    return next((figure for read in _WITHOUT_NOUN if (figure := read(sight)) is not None), None)


_WITHOUT_NOUN = (
    read_rated_label, read_rating_listed, read_labelled,
    read_numbered, read_year_by_year, read_moved_number, read_moving_number, read_breakdown, read_rated_alone,
)  # fmt: skip
"""In the order in which they are asked."""


_INSPECTS = Pattern(r"(?:kiểm tra|giám sát|thanh tra)$")
"""Nouns whose verb governs the next count: `lập 9 đoàn kiểm tra 27 tổ chức đảng`."""


def _floor_behind(sight: Sight) -> int:
    if sight.noun is None or _INSPECTS.search(sight.noun.span.of(sight.folded)):
        return sight.quantity.span.stop
    return sight.noun.span.stop


_SOME = Pattern(r"\s+số\s+\p{L}")


def _is_some(folded: str, quantity: Quantity) -> bool:
    """`xây dựng 1 số bãi đỗ xe`: in figures, and no number either."""
    return quantity.value == 1 and quantity.unit is Unit.COUNT and _SOME.match(folded, quantity.span.stop) is not None


_EACH = Pattern(r"(?r)(?<!\p{L})(?:trên|mỗi|cho|một|cứ|bình quân|trung bình)\s+")
_PER_SO_MANY = Pattern(r"(?<!\p{L})(?:số|tỷ lệ|tỉ lệ|tỷ suất|tỉ suất)\s[^,;.\d]{2,50}\s(?:tính\s+)?trên\s+$")
_OF_PEOPLE = Pattern(
    r"\s+(?:dân|người dân|trẻ|phụ nữ|bà mẹ|ca)(?!\p{L})(?:\s\p{L}+){0,3}?\s+(?:là|đạt|còn|ở mức|ước|tăng|giảm|từ)(?!\p{L})"
)
"""`số giường bệnh trên 10.000 dân là 22 giường`."""


def _is_per_one(folded: str, quantity: Quantity) -> bool:
    """`giá trị sản xuất trên 1 ha`: a unit of reference, no figure."""
    if quantity.unit is Unit.COUNT and _PER_SO_MANY.search(folded, 0, quantity.number.start):
        return _OF_PEOPLE.match(folded, quantity.span.stop) is not None
    if quantity.value != 1 or quantity.unit not in (Unit.MEASURE, Unit.COUNT, Unit.DURATION):
        return False
    return _EACH.match(folded, 0, quantity.number.start) is not None
