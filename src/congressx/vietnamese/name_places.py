"""Places and things in runs of capitals: `xã |Lương Hòa|`, `đường |Lê Lợi|`, `Huyện ủy |Trà Linh|`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.honorifics import Lead
from congressx.vietnamese.name_runs import MIDDLE, WORD, Run, runs
from congressx.vietnamese.name_titles import is_titled
from congressx.vietnamese.phrases import backward_alternation
from congressx.vietnamese.places import place_stop
from congressx.vietnamese.syllables import is_syllable


@cache
def _not_things() -> frozenset[str]:
    return frozenset(entries("not_things.txt"))


_THINGS = rf"số \d+[a-z]?|{backward_alternation(entries('named_things.txt'))}"
_THING_BEFORE = Pattern(rf"(?r)(?:(?<![\p{{L}}\p{{M}}])(?P<before>[\p{{L}}\p{{M}}]+) )?(?<!\p{{L}})(?:{_THINGS})\s+\"?")
_NUMBERED_BODY = Pattern(
    r"(?r)(?<!\p{L})(?:hiệu trưởng|hiệu phó|giám đốc|bí thư|chủ tịch|trưởng)\s+(?:trường|trung tâm|chi bộ|đội|tổ|trạm|công ty)"
    r"(?:\s+(?!(?:ở|tại|nhà|đường)\s)\p{L}+){0,7}\s+số \d+[a-z]?\s+"
)
"""`Hiệu trưởng Trường Tiểu học số 1 |Trần Thị Lúa|`: no address."""
_PLACE_WORDS = backward_alternation([*(word for word, _ in rows("place_words.tsv")), "khu vực", "vùng", "đảo", "bang"])
_PLACE_BEFORE = Pattern(rf"(?r)(?<!\p{{L}})(?<!(?<!\p{{L}})(?:nông|hợp tác|xuất|cơ|văn|nhật) )(?:{_PLACE_WORDS})\.?\s+")
"""Not: `Phát triển |nông thôn| Kiều Xuân Lúa`."""
_BIG_PLACES = ("tỉnh", "thành phố", "tp", "thủ đô")
_TOWNS = ("thị xã", "tx", "quận", "huyện")
"""Levels whose places are nearly all listed: what follows a title of theirs is rather a person."""
_COMMITTEE_BEFORE = Pattern(r"(?r)(?<!\p{L})(?:tỉnh|thành|huyện|thị|quận)\s+(?:ủy|đoàn|hội)\s+")
_WITH_HOLDER = Pattern(
    r"(?:(?<!\p{L})(?i:đồng chí|đ/c|ông|bà|anh|chị)\s+|^\W*|[;:•]\s*|\d[.)]\s*)"
    rf"(?:{WORD} ){{1,4}}{WORD}\s*[,(-]\s*(?P<titles>[^.;:()]{{0,90}})$"
)
"""`ông Trần Văn Lúa, Bí thư |Huyện ủy| Trà Linh`: the committee's title has a holder in front of it."""
_WINS_TITLE = Pattern(
    r"(?<!\p{L})(?:(?:giữ|nhận)(?:\s+(?:chức\s+(?:vụ|danh)|chức|cương\s+vị))?|chức\s+danh|làm|(?:tái\s+đắc|tái|đắc|trúng)\s+cử)"
    r"\s+(?:quyền\s+)?(?:phó\s+)?bí\s+thư\s+(?:thường\s+trực\s+)?$"
)
"""`được bầu |giữ chức Bí thư| Huyện ủy Trà Linh`: whoever holds it stands in front."""
_OF_TERM = Pattern(r"\s*,?\s*\(?(?:nhiệm kỳ|nhiệm kì|khóa)\s+(?:\d|[ivx]+(?!\p{L})|mới)")
"""`Bí thư Huyện ủy Trà Linh |khóa X|`: no person has a term."""
_LONGEST_PLACE = 3
"""Words of a place that stands in one run of capitals."""


def names_thing(folded: str, start: int) -> bool:
    """Whether a street, a school, a prize is named after the person at `start`: `đường Lê Lợi`."""
    thing = _THING_BEFORE.match(folded, max(0, start - 40), start)
    if thing is None or _NUMBERED_BODY.match(folded, max(0, start - 100), start):
        return False
    words = thing.group().split()
    return thing.group("before") is None or f"{words[0]} {words[1]}" not in _not_things()


def names_place(folded: str, start: int) -> bool:
    """Whether a place word stands in front: `xã |Bà Điểm|`."""
    return _PLACE_BEFORE.match(folded, max(0, start - 14), start) is not None


def place_count(run: Run, index: int) -> int:
    """How many words of the run the place at `index` takes."""
    stop = place_stop(run.cased, run.folded, run.start(index))
    if stop is None:
        return 0
    return next((i + 1 - index for i in range(index, len(run)) if run.stop(i) == stop), 0)


def is_place(run: Run, index: int, count: int, lead: Lead | None) -> bool:
    """Whether the words that make a place are one here: `Thái Bình Trần Văn Nam`, not `Vũ Quang Minh`."""
    surname = run.surname(index)
    if lead is not None and lead.honorific is not None and surname is not None:
        return False
    rest = len(run) - index - count
    if rest == 0 or surname is None:
        return True
    if rest >= 2:
        after = run.surname(index + count)
        if after in ("common", "highland") or run.words[index + count + 1] in MIDDLE or (after and rest >= 3):
            return True
    return len(run) - index > 4 or (rest == 1 and len(run.words[index + count]) == 1)


def follows_place(run: Run, index: int) -> bool:
    """Whether the words right before make a place: `quận Ba |Đình| Trần Văn Nam`, named after no temple."""
    return any(place_count(run, i) == index - i for i in range(max(0, index - _LONGEST_PLACE), index - 1))


def is_unknown_place(run: Run, index: int) -> bool:
    """Whether a place word stands before and a place we do not know begins here: `xã Tân Hòa Trần Văn Nam`."""
    start = run.start(index)
    before = _PLACE_BEFORE.match(run.folded, max(0, start - 14), start)
    if before is None:
        return False
    if run.surname(index) and len(run) - index >= 3:
        level = before.group().rstrip(" .")
        if level in _BIG_PLACES or (level in _TOWNS and is_titled(run.cased, run.folded, start)):
            return False
        if run.surname(index) == "common":
            return not is_titled(run.cased, run.folded, start)
    return not (run.surname(index) and run.words[index + 1] in MIDDLE)


def place_of_committee(cased: str, folded: str, start: int) -> int | None:
    """Where the two words at `start` end that name the committee in front: a place we do not know, which looks like a person.

    >>> line = "ông Trần Văn Lúa, Bí thư Huyện ủy Trà Linh"
    >>> place_of_committee(line, line.lower(), 34) == len(line), place_of_committee(line[18:], line[18:].lower(), 16)
    (True, None)
    """
    committee = _COMMITTEE_BEFORE.match(folded, max(0, start - 12), start)
    run = next((run for run in runs(cased[start:], folded[start:]) if run.start(0) == 0), None) if committee else None
    if committee is None or run is None or not all(map(is_syllable, run.words[:2])):
        return None
    stop = start + run.stop(1)
    if cased.startswith("'", stop):  # Đăk G' Long
        return None
    if len(run) > 2:
        return stop if _has_holder_behind(run) else None
    place = folded[start:stop]
    named = any(names_place(folded, at) for at in _places_of(folded, place) if at != start)
    told = named or _WINS_TITLE.search(folded, 0, committee.start()) is not None
    told = told or (run.surname(0) != "common" and _OF_TERM.match(folded, stop) is not None)
    return stop if told or _has_holder_in_front(cased, committee.start(), run) else None


def _has_holder_in_front(cased: str, committee: int, run: Run) -> bool:
    """Whether the committee's title stands behind its holder: `ông Trần Văn Lúa, Bí thư |Huyện ủy| Trà Linh`."""
    holder = _WITH_HOLDER.search(cased, 0, committee)
    return holder is not None and ("," not in holder["titles"] or run.surname(0) != "common")


def _has_holder_behind(run: Run) -> bool:
    """Whether the name of a person begins with the third word: `Huyện ủy Trà Linh |Trần Văn Lúa|`."""
    surname = run.surname(2)
    if {*run.words[1:3]} & MIDDLE:
        return False
    if len(run) == 5:
        return surname == "common" or (surname == "ordinary" and run.surname(0) != "common")
    return len(run) == 4 and surname == "common" and run.surname(0) != "common" and run.surname(1) is None


def _places_of(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def words_of_committee_place(run: Run, index: int) -> int:
    """How many words of the run such a place takes."""
    return 2 if place_of_committee(run.cased, run.folded, run.start(index)) else 0
