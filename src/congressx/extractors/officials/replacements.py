"""Who comes for whom in a sentence: `Thay A là |B|`, `bầu B làm Bí thư thay |A|`, `A - tân Bí thư thay thế |B|`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from congressx.extractors.officials.careers import not_now
from congressx.extractors.officials.change import Change
from congressx.extractors.officials.clauses import GROUP, Clause
from congressx.extractors.officials.holding import Holding
from congressx.extractors.officials.lexicon import IN_PLACE_OF, any_of, has
from congressx.extractors.officials.offices import TitleStatus
from congressx.extractors.officials.signs import holders_at, text_before
from congressx.extractors.officials.skeleton import TITLE
from congressx.patterns import Pattern

_SIGNS = f"{GROUP}{TITLE}"
_INSTEAD = Pattern(rf"{any_of('instead')}[^{_SIGNS},;]{{0,25}}$")
_REPLACES = Pattern(
    r"\s*,?\s*(?:sẽ\s+|được\s+[^,;.]{2,40}\s)?(?:kế nhiệm|thay thế|thay cho|thay)\s+(?:cho\s+)?(?:nguyên\s+)?"
)
_TO_BE_FILLED = Pattern(
    rf"(?:{any_of('gives')}|{any_of('wins')}|(?<!\p{{L}})(?:vị trí|chức danh|chức vụ|tân|chức))[^{_SIGNS},;]{{0,12}}$"
)
_BY_THEMSELVES = Pattern(r"(?<!\p{L})(?:được|vừa|đã|bị|nghỉ|người|sau khi|chuyển|sang)(?!\p{L})")
_SUCCESSOR = Pattern(
    rf"(?:^|[,;.:]|(?<!\p{{L}})và)\W*(?:(?:được biết|trong khi đó|theo đó|còn|và)\s*,?\s*)?"
    rf"(?:(?:cán bộ|nhân sự|người)\s+(?:(?:vừa|mới|sẽ)\s+)?(?:được\s+[^;{GROUP}]{{3,90}}?\s)?)?"
    rf"{IN_PLACE_OF}(?:các\s+)?(?:{any_of('address')}\s*)?{GROUP}"
    rf"[^;:{GROUP}]{{0,70}}?\s(?:(?:sẽ|chính|hiện)\s+)?là\s+(?:{any_of('address')}\s*)?{GROUP}$"
)
"""`Thay A |là B|`, `Người kế nhiệm A ở cương vị |Bí thư| |là B|`."""
_CHOSEN = Pattern(
    rf"(?<!\p{{L}})(?:bầu|bầu bổ sung|cử|chỉ định|bổ nhiệm|phân công|điều động)\s+(?:{any_of('address')}\s*)?$"
)
_AS_SUCCESSOR = Pattern(r"\s*(?:làm người\s+)?(?:thay thế|kế nhiệm|thay)\s*(?:$|[,.;(])")
"""`bầu |B| thay thế`: the office was named before."""
_TAKES_OVER = Pattern(
    rf"[\s,-]*(?:(?:được|đã|vừa)\s+(?:[^,;.{_SIGNS}]{{0,40}}\s)??)?(?:(?:đến|về|lên|sang)\s+)?"
    rf"(?:nhận (?:nhiệm vụ|chức vụ|chức|công tác|bàn giao)|bầu|lên|chỉ định|bổ nhiệm|điều động|phân công)\s+"
    rf"(?:vào vị trí này\s+|chức vụ này\s+|vị trí này\s+)?{IN_PLACE_OF}(?:{any_of('address')}\s*)?"
)
"""`B |được bầu thay| A`, `B |về nhận nhiệm vụ thay| A`."""
_NOT_NOW = Pattern(not_now("đề nghị", "đề xuất", "giới thiệu"))


def follows_instead(in_front: str) -> bool:
    """Whether the person behind these words is who was replaced: `|thay ông| B`."""
    return _INSTEAD.search(in_front) is not None


def names_successor(text: str) -> bool:
    """Whether the text ends with whoever comes: `Thay A là |B|`."""
    return _SUCCESSOR.search(text) is not None


def is_predecessor(in_front: str, behind: str) -> bool:
    """Whether the title behind a person is not that person's: `A |thay ông| B |làm| Bí thư`."""
    return follows_instead(in_front) and _BY_THEMSELVES.search(behind) is None


def find_successors(clause: Clause, holding: Holding, given: Mapping[int, Change]) -> Iterator[Change]:
    """`Thay A là |B|`, `người được điều động làm |Bí thư| thay A là |B|`, `|B| về nhận nhiệm vụ thay A`."""
    if not has("instead", clause.text) or _NOT_NOW.search(clause.text):
        return
    for place in clause.groups:
        if _CHOSEN.search(clause.text, 0, place) and _AS_SUCCESSOR.match(clause.text, place + 1):
            yield Change(holders_at(clause, place), None, (), TitleStatus.ELECTED)
    for before, place in pairwise(sorted(clause.groups)):
        if found := _SUCCESSOR.search(clause.text[: place + 1]):
            between = (p for p in clause.titles if found.start() < p < place and p not in given)
            titles = next((holding.loose[clause.titles[p]] for p in between), ())
            told = any(holders_at(clause, place) == change.holders for change in given.values())
            if not told:
                yield Change(holders_at(clause, place), None, titles, TitleStatus.ELECTED)
        elif _TAKES_OVER.fullmatch(clause.text, before + 1, place):
            yield Change(holders_at(clause, before), None, (), TitleStatus.ELECTED)


def find_predecessors(clause: Clause, holding: Holding, given: Mapping[int, Change]) -> Iterator[Change]:
    """`bầu A làm |Bí thư| thay B`: what B held."""
    won = {p: c for p, c in given.items() if c.status in (TitleStatus.ELECTED, TitleStatus.NOMINEE)}
    for place in clause.groups:
        if not won or not follows_instead(text_before(clause, place)):
            continue
        source = max((p for p in won if p < place), default=min(won))
        if won[source].holders != holders_at(clause, place):
            yield Change(holders_at(clause, place), None, won[source].titles, TitleStatus.FORMER)
    yield from _predecessors_of_new(clause, holding)
    yield from _predecessors_of_nobody(clause, holding, given)


def _predecessors_of_new(clause: Clause, holding: Holding) -> Iterator[Change]:
    """`A - tân |Bí thư| thay thế B`."""
    places = sorted(clause.groups)
    for before, place in pairwise(places):
        indexes = clause.groups[before]
        if len(indexes) != 1 or not _REPLACES.fullmatch(clause.text, before + 1, place):
            continue
        holder = holding.holders[indexes[0]]
        new = tuple(title for title in holder.titles if clause.is_new(title))
        if new:
            yield Change(holders_at(clause, place), None, new, TitleStatus.FORMER)


def _predecessors_of_nobody(clause: Clause, holding: Holding, given: Mapping[int, Change]) -> Iterator[Change]:
    """`bầu |Chủ tịch UBND| thay B`: who comes is not named here."""
    for place, origin in clause.titles.items():
        after = None if place in given else _REPLACES.match(clause.text, place + 1)
        if after and after.end() in clause.groups and _TO_BE_FILLED.search(text_before(clause, place)):
            yield Change(holders_at(clause, after.end()), None, holding.loose[origin], TitleStatus.FORMER)
