"""Counts of a noun that measure something: `xây dựng 15 nhà văn hóa`, `12 xã đạt chuẩn`."""

from __future__ import annotations

from dataclasses import replace

from congressx.extractors.kpis.changes import count_change
from congressx.extractors.kpis.count_changes import is_of_prior, read_change, read_idle_change
from congressx.extractors.kpis.crowds import read_crowd
from congressx.extractors.kpis.done import read_done, read_worked_at
from congressx.extractors.kpis.figure import EXCLUDED, Figure, Shape, Sight, plain_figure
from congressx.extractors.kpis.fuller_names import with_passive
from congressx.extractors.kpis.listed import (
    read_belonging,
    read_dealt_with,
    read_listed,
    read_made,
    read_repeated,
    read_tightly_listed,
)
from congressx.extractors.kpis.measuring import TURNOUT
from congressx.extractors.kpis.moves import read_moved
from congressx.extractors.kpis.nearer_names import event_drawing
from congressx.extractors.kpis.no_deeds import is_no_deed
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.numbered import out_of_total
from congressx.extractors.kpis.outside import reasons_within
from congressx.extractors.kpis.parts import read_going_on
from congressx.extractors.kpis.ratings import read_rated
from congressx.extractors.kpis.record import Change
from congressx.extractors.kpis.states import PLACED, read_met, read_stated, read_stated_first, read_work_of_bodies
from congressx.extractors.kpis.stocks import MANY, TOO_BROAD, read_part, read_stock, read_told
from congressx.extractors.kpis.wholes import read_befallen, read_whole
from congressx.extractors.kpis.wordlists import stands
from congressx.patterns import Pattern


def read_count(sight: Sight, noun: Noun) -> Figure | None:
    """The figure of a count, by what was done with what is counted, by its state, by a list, by a stock."""
    if noun.span.of(sight.folded) == "cử tri":
        return _turnout(sight, noun)
    if is_no_deed(sight, noun):
        return None
    if _is_excluded(sight, noun):
        return read_work_of_bodies(sight, noun)
    noun = _in_full(sight, noun)
    change = count_change(sight.folded, sight.start, sight.at)
    if change is not Change.LEVEL and (noun.kind is not NounKind.NEVER or is_of_prior(sight, noun)):
        return read_change(sight, noun, change)
    rated = read_rated(sight, noun)
    if rated is not None or noun.kind is not NounKind.NEVER:
        return rated or _read_level(sight, noun) or read_work_of_bodies(sight, noun)
    return _read_idle(sight, noun, change)


def _read_idle(sight: Sight, noun: Noun, change: Change) -> Figure | None:
    """A noun that is no achievement by itself."""
    changed = None if change is Change.LEVEL else read_idle_change(sight, noun, change)
    figure = (
        changed
        or read_worked_at(sight, noun)
        or read_belonging(sight, noun)
        or read_dealt_with(sight, noun)
        or read_crowd(sight, noun)
    )
    return figure or _admitted(sight, noun)


def _read_level(sight: Sight, noun: Noun) -> Figure | None:
    going_on = read_going_on(sight, noun)
    figure = going_on if going_on is not None or noun.kind is NounKind.POST else _read_plain(sight, noun)
    if figure is None:
        return None
    return out_of_total(sight, _out_of_those(sight, noun, with_passive(sight, noun, figure)))


def _in_full(sight: Sight, noun: Noun) -> Noun:
    """`có 56 điểm ngập, đã xử lý 23 điểm`: a word that counts nothing alone, short for the noun before."""
    prior = sight.counted
    if noun.kind is not NounKind.NEVER or prior is None or prior.noun is None or prior.noun.kind is NounKind.NEVER:
        return noun
    short = prior.noun.span.of(sight.folded).startswith(f"{noun.span.of(sight.folded)} ")
    return Noun(noun.span, prior.noun.kind, bare=True) if short else noun


_OUT_OF_THOSE = Pattern(
    r"(?<!\p{L})trong (?:tổng (?:số )?|số )?(?P<total>\d+) (?P<noun>chỉ tiêu|tiêu chí|mục tiêu|nhiệm vụ)(?!\p{L})"
    r"(?:[^;:\d]|\d{4})*?(?:(?<!\p{L})(?:có|đạt|hoàn thành|thực hiện(?: đạt)?)(?: và vượt)?|,)\s*$"
)


def _out_of_those(sight: Sight, noun: Noun, figure: Figure) -> Figure:
    """`trong 21 chỉ tiêu chủ yếu, huyện có 17 chỉ tiêu đạt`: the first count of them has their number as its total."""
    if noun.kind is not NounKind.ITEM:
        return figure
    match = _OUT_OF_THOSE.search(sight.folded, sight.segment, sight.at)
    if match is None or match["noun"] != noun.span.of(sight.folded) or not figure.quantity.value <= int(match["total"]):
        return figure
    return replace(figure, quantity=replace(figure.quantity, total=int(match["total"])))


_OUT_OF = Pattern(r"(?<!\p{L})trong (?:tổng )?số\s*(?:hơn|gần|trên|khoảng)?\s*$")


def _drawn(sight: Sight, noun: Noun) -> Figure | None:
    """`5 cuộc tọa đàm đã được mở, quy tụ 240 lượt người`."""
    event = event_drawing(sight, noun)
    return None if event is None else Figure(sight.quantity, Shape.LISTED, event, noun=noun)


def _turnout(sight: Sight, noun: Noun) -> Figure | None:
    if TURNOUT.match(sight.folded, noun.span.start) is None or _OUT_OF.search(sight.left(24)):
        return None
    return plain_figure(sight, noun, Shape.STATE)


def _read_plain(sight: Sight, noun: Noun) -> Figure | None:
    """What the first reader that knows the count makes of it."""
    return next((figure for read in _READERS if (figure := read(sight, noun)) is not None), None)


def _is_excluded(sight: Sight, noun: Noun) -> bool:
    deed = sight.deed or (sight.prior.deed if sight.prior is not None else None)
    acts = deed is not None and "committee" not in reasons_within(sight.folded, deed.span.start, sight.stop)
    # ban thường vụ đã giám sát 40 đảng viên: a committee that acts is not counted
    reasons = sight.reasons - {"committee"} if acts or noun.kind is not NounKind.PEOPLE else sight.reasons
    return bool(reasons & EXCLUDED)


def _admitted(sight: Sight, noun: Noun) -> Figure | None:
    """`kết nạp 7 đồng chí (vượt 40% kế hoạch)`: no figure, but it names what follows."""
    deed = sight.deed
    if deed is None or not deed.direct or not deed.span.of(sight.folded).startswith("kết nạp"):
        return None
    return Figure(sight.quantity, Shape.TOLD, deed.span, noun=noun, deed=deed)


_ACTED = Pattern(r"(?<!\p{L})(?:đã|được)(?:\s+\p{L}+){1,5}?\s*(?:hơn|gần|trên|khoảng)?\s*$")
_BY_ONE = Pattern(r"\W*(?:ông|bà|anh|chị|đồng chí|tôi|chúng tôi)(?!\p{L})")
_REPORTED = frozenset({NounKind.THING, NounKind.CASE, NounKind.UNIT, NounKind.PEOPLE, NounKind.EVENT})
_OUTSIDE_REPORTS = frozenset({"crime", "price", "definition"})
_IN_TIME = Pattern(r"(?<!\p{L})(?:năm \d{4}|\d+ (?:năm|tháng)|\d{4}\s?-\s?\d{4})(?!\d)")


def _reported(sight: Sight, noun: Noun) -> Figure | None:
    """`từ đầu năm, quận đã rào chắn 35 công trình`: whatever the verb, what a report of a time counts."""
    if noun.kind not in _REPORTED or sight.quantity.value < MANY or noun.span.of(sight.folded) in TOO_BROAD:
        return None
    if _ACTED.search(sight.folded, sight.start, sight.at) is None:
        return None
    if _BY_ONE.match(sight.folded, sight.start, sight.at) or PLACED.search(sight.left(12)):
        return None
    if not (stands("report_words.txt", sight.folded) or _IN_TIME.search(sight.folded)):
        return None
    if stands("crowd_stops.txt", sight.folded, sight.segment, sight.stop) or sight.reasons & _OUTSIDE_REPORTS:
        return None
    return plain_figure(sight, noun, Shape.DEED)


_READERS = (
    _drawn, read_made, read_tightly_listed, read_repeated, read_moved, read_met, read_stated_first, read_worked_at, read_done,
    read_stated, read_listed, read_stock, read_part, read_crowd, _reported, read_whole, read_befallen, read_told,
)  # fmt: skip
"""In the order in which they are asked."""
