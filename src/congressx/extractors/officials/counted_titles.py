"""Titles that several share, and the lists of those who do: `bầu 4 Phó Bí thư gồm A, B`, `nguyên Tổng Bí thư: A, B`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from congressx.extractors.officials.asides import without_asides
from congressx.extractors.officials.holding import CountedTitle, Holder
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.offices import SEATS, Office, TitleStatus
from congressx.extractors.officials.skeleton import NAME, SHORT, TITLE
from congressx.extractors.officials.titles import Title
from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.numerals import read_spelled
from congressx.vietnamese.phrases import alternation

_NO_STOP = f'[^,;:"{NAME}{SHORT}{TITLE}]'
COUNTED = Pattern(
    rf"(?:{_NO_STOP}{{0,30}}(?<!\p{{L}})(?:là|gồm có|bao gồm)\s*:?|{_NO_STOP}{{0,110}}(?<!\p{{L}})gồm\s*:?|\s*:"
    rf"|(?:\s+mới)?\s*,\s*(?:gồm có|bao gồm|gồm|đó là)\s*:?|(?P<such>{_NO_STOP}{{0,30}}(?<!\p{{L}})như\s*:?"
    rf"|{_NO_STOP}{{0,40}}[,;]\s*(?:trong đó có|trong đó gồm|(?:một\s+)?trong số (?:này|đó|họ) (?:có|là))\s*:?)"
    rf"|{_NO_STOP}{{0,60}}\s(?:là|có)\s+(?:\d+|{any_of('several')})\s+(?:người|vị|đồng chí),\s*(?:gồm có|bao gồm|gồm|là|đó là)\s*:?)\s*"
    rf"(?:(?:{any_of('several')}|\d+)\s+)?(?:{any_of('address')}\s*(?:,|và|/)?\s*)*:?\s*"
)
"""`4 |Phó Bí thư| |gồm các đồng chí| A, B`, `8 |phó chủ tịch|, |trong đó có ông| A`; `such` are some of them."""
_NAMES = rf"(?:(?:các|{any_of('address')})\s*:?\s*)*"
_COUNTED_IN_BRACKETS = Pattern(rf"{_NO_STOP}{{0,60}}\((?:gồm\s+)?{_NAMES}")
"""`3 |Phó Chủ tịch| mới được bầu bổ sung (ông |A – nguyên Giám đốc Sở; B; C|)`."""
_BEHIND_A_COLON = Pattern(rf"{_NO_STOP}{{1,60}}(?<!\svào)\s*:\s*{_NAMES}")
"""`ba |Bí thư| của khóa trước: |A, B, C|`, `các |Phó Bí thư| vừa đắc cử: |A, B|`; of two offices not counted nobody says whose is which."""
_LISTED = Pattern(
    rf"\s*(?:[,;]|(?:[,;]\s*)?(?<!\p{{L}})(?:và|cùng|&)(?!\p{{L}}))\s*(?:các\s+)?(?:(?:{alternation(entries('person_nouns.txt'))})\s+)?"
)
PLURAL = Pattern(
    rf"(?P<count>{any_of('several')}|(?<!\p{{L}})\d{{1,2}})\s+(?:{any_of('address')}\s+)?"
    r"(?:(?:người|nhân sự|cán bộ|gương mặt)\s+)?(?:(?:đang|hiện|cùng|đều|hiện đang)\s+)?(?:(?:là|làm|giữ|giữ chức|đảm nhiệm)\s+)?$"
)
"""`|hai| Phó Chủ tịch`, `|các| Phó Bí thư`, `|ba người đang làm| Bí thư`."""
_SOME = Pattern(r"(?<!\p{L})(?:một số|nhiều|mấy|vài)\s+(?:(?:đồng chí|cán bộ|ông|vị)\s+)*$")
_NEXT_CLAUSE = Pattern(r";\s*(?:và\s+|còn\s+)?$")
_SHARED_OFFICES = SEATS | {
    Office.DEPUTY_SECRETARY,
    Office.VICE_CHAIRPERSON,
    Office.DEPUTY_PRIME_MINISTER,
    Office.DEPUTY_MINISTER,
    Office.DEPUTY_DIRECTOR,
    Office.DEPUTY_GENERAL_DIRECTOR,
}
"""Offices that several persons hold at a time."""


def may_be_shared(titles: Sequence[Title]) -> bool:
    """Whether several persons can have the first title: several held in turn what is `former`."""
    return titles[0].office in _SHARED_OFFICES or titles[0].status is TitleStatus.FORMER


def find_counted(
    text: str, loose: Mapping[int, tuple[Title, ...]], holders: Sequence[Holder]
) -> Iterator[CountedTitle]:
    """Loose stacks with the list of persons they count."""
    for place, titles in loose.items():
        index = next((i for i, holder in enumerate(holders) if holder.start > place), None)
        if index is None:
            continue
        plural = PLURAL.search(text, 0, place)
        counted = COUNTED.fullmatch(text, place + 1, holders[index].start)
        if counted and counted["such"]:
            counted = counted if plural or _SOME.search(text, 0, place) else None
        wanted = (read_spelled(plural["count"]) or _digits(plural["count"])) if plural else 0
        named: tuple[Pattern, ...] = (_COUNTED_IN_BRACKETS,) if plural else ()
        if wanted or (plural and len(titles) == 1):
            named = (_COUNTED_IN_BRACKETS, _BEHIND_A_COLON)
        if not counted and not any(words.fullmatch(text, place + 1, holders[index].start) for words in named):
            continue
        many = plural or (counted and counted["such"]) or may_be_shared(titles)
        stop = end_of_list(text, holders, index) if many else index + 1
        if wanted:
            stop = _end_of_clauses(text, holders, index, stop, wanted)
        yield CountedTitle(place, titles, tuple(range(index, stop)))


def _end_of_clauses(text: str, holders: Sequence[Holder], index: int, stop: int, wanted: int) -> int:
    """As many as were counted, each with what is said of it: `hai Phó Chủ tịch là A được 50 phiếu …; ông B được 53 phiếu`."""
    end = stop
    while end < len(holders) and end - index < wanted:
        glue = text[holders[end - 1].stop : holders[end].start]
        if TITLE in glue or not _NEXT_CLAUSE.search(glue) or holders[end].titles:
            return stop
        end += 1
    return end if end - index == wanted else stop


def end_of_list(text: str, holders: Sequence[Holder], index: int) -> int:
    """Index behind the last of those who are listed from `index` on."""
    stop = index + 1
    signs = ""
    while stop < len(holders):
        if holders[stop].start < holders[stop - 1].stop:  # A, |Chủ tịch UBND; Trưởng ban| B
            stop += 1
            signs += ";"
            continue
        glue = without_asides(text[holders[stop - 1].stop : holders[stop].start])
        if not _LISTED.fullmatch(glue) or (
            ";" in glue and signs and set(signs) == {","} and holders[stop].start < holders[stop].place
        ):
            break
        signs += glue.strip()[:1]
        stop += 1
    return stop


def _digits(count: str) -> int:
    return int(count) if count.isdigit() else 0
