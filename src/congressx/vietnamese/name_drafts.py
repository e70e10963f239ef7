"""Possible names in one line, each judged by itself: capitals, cut where a name may begin and must end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.honorifics import Lead, leading_stop, read_lead
from congressx.vietnamese.name_places import (
    follows_place,
    is_place,
    is_unknown_place,
    names_thing,
    place_count,
    words_of_committee_place,
)
from congressx.vietnamese.name_runs import MIDDLE, Run, follows_stop, runs, stops, surnames
from congressx.vietnamese.name_titles import OFFICE, SPEAKS_FOR_STATE, is_titled
from congressx.vietnamese.syllables import is_syllable


class State(StrEnum):
    """What a draft is held for."""

    NAME = "name"
    OPEN = "open"
    """Looks like a name, but only a neighbour in a list can say so: `Lê Sơn`."""
    THING = "thing"
    """A street, a school, a prize with the name of a person."""
    PLACE = "place"
    """A place named after a place word: `xã Lương Hòa`."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A possible name while its line is being read."""

    span: Span
    lead: Lead
    state: State
    surname: str | None
    """How far the surname alone speaks for a person: common, ordinary, rare, highland; None when it is none."""


@cache
def _sentence_openers() -> frozenset[str]:
    return frozenset(entries("sentence_openers.txt"))


@cache
def _never_names() -> frozenset[str]:
    return frozenset(entries("never_names.txt")) | _sentence_openers()


@cache
def _not_names() -> frozenset[str]:
    return frozenset(entries("not_names.txt"))


_HIGHLAND_NAME = Pattern(
    r"(?<![\p{L}\p{M}'])(?<!(?<!\p{L})(?!(?:Ông|Bà|Anh|Chị|Cô|Thầy|Chí) )\p{Lu}[\p{L}\p{M}]* )"
    r"[HK]' ?\p{Lu}[\p{L}\p{M}]++(?! {1,2}\p{Lu}|')"
)
_DAY_AFTER = Pattern(r" {1,2}(?:\d|nay(?!\p{L})|qua(?!\p{L}))")
_PARTS_OF_DAY = frozenset({"ngày", "sáng", "trưa", "chiều", "tối"})
"""`Bí thư Trần Văn Lúa |Chiều nay|`: no mark parts a caption from the next sentence."""
_NO_GIVEN_NAMES = frozenset({"các", "khi", "nhưng", "nhằm", "những", "nếu", "tại", "trong", "trước", "với", "để"})
"""Openers of sentences that nobody is called by, as somebody may be `Được` or `Đến`: they end even a name of two words."""
_RANKS_AS_NAMES = frozenset({"trung tá"})
"""Ranks that are also middle and given name: `Đỗ |Trung Tá|`, behind a common surname at the end of a run."""
_SMALL_WORD_OR_NUMBER = Pattern(r" {1,2}[\p{Ll}\d]")
_LAW_OFFICE = Pattern(r"(?r)(?<!\p{L})(?:văn phòng|công ty|đoàn) luật sư\s+")
_OFFICE_AFTER = Pattern(
    r"\s*(?:,\s*(?:\d\d\s+tuổi|(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá))\s*)?"
    r"(?:[,(:-]\s*|là\s+)(?:nguyên\s+|cựu\s+|quyền\s+|tân\s+|hiện\s+là\s+)?"
    rf"(?:(?:phó|tổng)\s|uv|thường vụ (?:tỉnh|thành|huyện|quận|thị|đảng) ủy|(?:tỉnh|thành|huyện|quận|đảng|thị)\s+ủy\s+viên"
    rf"|(?!{SPEAKS_FOR_STATE}){OFFICE})"
)
_ACT_AFTER = Pattern(
    r"\s+(?:(?:đã|cũng|được|tiếp tục|vừa)\s+)*(?:phát biểu|cho biết|cho hay|nhấn mạnh|cho rằng|khẳng định|yêu cầu|đề nghị"
    r"|trình bày|chủ trì|trúng cử|tái (?:đắc )?cử|đắc cử|bầu|giữ chức|nói|trao|tặng|thay mặt|ký|làm)(?!\p{L})"
)
_HEAD_OF_CENTRE = Pattern(
    r"(?r)(?<!\p{L})(?:giám đốc|chủ tịch|trưởng|tổng giám đốc|viện trưởng)\s+(?:trung tâm|viện|công ty|hội)\s+"
)
_BEFORE_UNION = Pattern(
    r"(?r)(?<!\p{L})(?:trung ương|tw|t\.ư|tư|bí thư|chủ tịch|tỉnh|thành|huyện|quận|xã|thị|bch|chấp hành|cán bộ|trưởng"
    r"|phó|viên)\s+"
)
_LOCAL = Pattern(r"(?r)(?<!\p{L})(?:tỉnh|thành|huyện|quận|thị|xã|quốc hội|đbqh|hđnd)\s+")
_HOSTS_OF_UNIONS = frozenset({"bộ", "khối", "trường", "công", "đại", "học"})
_LIKE_BODIES = (("đoàn", "thanh"), ("đoàn", "công"))
_OPENERS = frozenset(entries("name_openers.txt"))
"""Words that are no part of a name and after which one may begin: `Hội Dương Thành Nam`, `Theo Mai Văn Bình`."""


def drafts(cased: str, folded: str) -> list[Draft]:
    """Every possible name of a line, in text order."""
    found = [draft for run in runs(cased, folded) for draft in _run_drafts(run)]
    if "'" in cased:
        found = sorted([*found, *_highland_names(cased, folded)], key=lambda draft: draft.span)
    return found


def _highland_names(cased: str, folded: str) -> Iterator[Draft]:
    """Full names of one word: `ông K'Brem`."""
    for match in _HIGHLAND_NAME.finditer(cased):
        lead = read_lead(folded, match.start())
        if lead.cue or is_titled(cased, folded, match.start()):
            yield Draft(Span(*match.span()), lead, State.NAME, "highland")


def _run_drafts(run: Run) -> Iterator[Draft]:
    """Possible names of one run, left to right."""
    first = index = _after_lead_words(run)
    if index >= len(run) - 1 or not (_has_surname(run) or read_lead(run.folded, run.start(index)).cue):
        return
    may_begin, after_place_word, found = True, False, False
    while index < len(run) - 1:
        lead = read_lead(run.folded, run.start(index)) if index == first or run.surname(index) else None
        if lead and follows_place(run, index):  # huyện Đông |Anh| Trần Văn Nam
            lead = Lead(run.start(index))
        count = place_count(run, index)
        if index > first and _is_honorific(run, index):  # … tỉnh Yên Bái |Ông| Đỗ Văn Lúa
            index, may_begin = index + 1, True
        elif count and is_place(run, index, count, lead):
            index, may_begin = index + count, True
        elif not (lead and lead.cue) and (place := words_of_committee_place(run, index)):
            index, may_begin = index + place, True
        elif index == first and not (lead and lead.cue) and is_unknown_place(run, index):
            index, may_begin, after_place_word = index + 1, False, True
        elif (draft := _draft(run, index, lead, may_begin) if lead else None) is not None:
            yield draft
            found, may_begin = True, False
            index = next(i for i in range(index, len(run)) if run.stop(i) >= draft.span.stop) + 1
        else:
            index, may_begin = index + 1, _may_begin_after(run, index)
    if after_place_word and not found:
        start = run.start(first)
        yield Draft(Span(start, run.stop(-1)), Lead(start), State.PLACE, None)


def _is_honorific(run: Run, index: int) -> bool:
    """Whether the word opens the next sentence, which no mark parts from the one before."""
    return run.words[index] in ("ông", "bà") and index + 3 < len(run) and run.surname(index + 1) == "common"


def _has_surname(run: Run) -> bool:
    return any(run.surname(index) for index in range(len(run)))


def _after_lead_words(run: Run) -> int:
    """Index of the first word after capitalised honorifics and ranks: `Ông Trần …`, `Đồng Chí Trần …`, `TS Trần …`."""
    stop = leading_stop(run.folded, run.start(0), run.start(-1))
    if stop is None or place_count(run, 0):
        return 0
    return next((i for i in range(len(run)) if run.start(i) >= stop), 0)


def _may_begin_after(run: Run, index: int) -> bool:
    """Whether a name may begin after word `index`: `UBND`, `Hội`, a word at the head of a sentence."""
    return run.words[index] in _OPENERS or (run.is_capitals(index) and not run.shouted)


def _draft(run: Run, index: int, lead: Lead, may_begin: bool) -> Draft | None:
    """The name that begins at word `index`, or None when none can."""
    surname = run.surname(index)
    if not _may_start(run, index, lead, may_begin):
        return None
    stop = _stop(run, index, surname)
    words = run.words[index:stop]
    # `GIÁM ĐỐC SỞ |NÔNG NGHIỆP|`, `TỔNG THƯ KÝ |LÝ GIẢI|`: in capitals two words are no name
    fewest = 3 if run.shouted and lead.honorific is None else 2
    if stop - index < fewest:
        return None
    span = Span(run.start(index), run.stop(stop - 1))
    if not (_is_sane(words, surname) or _is_foreigner(run, span, lead)):
        return None
    return Draft(span, lead, _state(run, span, words, surname, lead), surname)


def _may_start(run: Run, index: int, lead: Lead, may_begin: bool) -> bool:
    surname, following = run.surname(index), run.words[index + 1]
    if (_stops_at(run, index) and not _is_called_so(run, index, lead)) or _is_local_union(run, index):
        return False
    if surname is None:
        return (lead.honorific is not None or bool(lead.ranks)) and run.words[index] not in _OPENERS
    if lead.cue or surname == "common" or following in MIDDLE:
        return True
    if surnames().get(following) == "common" and len(run) - index >= 4:
        # `Trung ương Đoàn Lê Quốc Minh`, `Từ Nguyễn Văn An`: the next word is the surname
        return may_begin and surname != "rare" and not _is_union(run, index)
    return may_begin


def _is_called_so(run: Run, index: int, lead: Lead) -> bool:
    """Whether surname and middle name only look like a body: `ông |Đoàn Thanh| Bình`, not `đồng chí Đoàn Thanh Niên`."""
    words = run.words[index : index + 3]
    return (
        lead.honorific is not None and words[:2] in _LIKE_BODIES and len(words) == 3 and words[2] not in ("niên", "tác")
    )


def _is_union(run: Run, index: int) -> bool:
    """Whether the word is `Đoàn`, the Youth Union, after a title."""
    start = run.start(index)
    return run.words[index] == "đoàn" and bool(_BEFORE_UNION.match(run.folded, max(0, start - 14), start))


def _is_local_union(run: Run, index: int) -> bool:
    """Whether a province's or a town's Youth Union is named, or its deputies: `Tỉnh |Đoàn| Quảng Trị`, `ĐBQH |Đoàn| Bình Thuận`."""
    if run.words[index] != "đoàn" or run.words[index + 1] in MIDDLE:
        return False
    if run.words[index + 1] in _HOSTS_OF_UNIONS:
        return _is_union(run, index)
    start = run.start(index)
    return bool(_LOCAL.match(run.folded, max(0, start - 10), start)) and place_count(run, index + 1) > 0


def _stops_at(run: Run, index: int) -> bool:
    """Whether a title, an organisation or a clause begins at word `index`."""
    word = run.words[index]
    if index == len(run) - 2 and index and run.surname(index - 1) == "common":
        named = word in MIDDLE or f"{word} {run.words[index + 1]}" in _RANKS_AS_NAMES
        if named:  # Ngô |Văn Hóa|, Đỗ |Trung Tá|
            return False
    if word in stops():
        return True
    if index + 1 < len(run):
        return f"{word} {run.words[index + 1]}" in stops()
    return follows_stop(run.cased, run.folded, Span(*run.tokens[index]))


def _stop(run: Run, index: int, surname: str | None) -> int:
    """Index after the last word of the name that begins at `index`; `index` itself when the run is too long for one."""
    stop = index + 1
    while stop < len(run) and not _ends_before(run, index, stop) and not _is_honorific(run, stop):
        stop += 1
    if stop - index >= 4 and (end := _end_of_thing(run, index, stop)):
        return end
    longest = 6 if surname == "highland" else 5
    if stop - index <= longest:
        return stop
    second = next((i for i in range(index + 2, stop - 1) if run.surname(i) == "common"), index)
    return second if second - index <= longest else index


def _end_of_thing(run: Run, index: int, stop: int) -> int | None:
    """Index of the holder's surname behind a school named after a person: `Hiệu trưởng Trường THPT Nguyễn Trãi |Lê Thị Gạo|`."""
    ends = (
        i
        for i in range(index + 2, stop - 1)
        if run.surname(i) == "common" and (run.words[i + 1] in MIDDLE or (i > index + 2 and stop - i == 3))
    )
    end = next(ends, None)
    return end if end and names_thing(run.folded, run.start(index)) else None


def _ends_before(run: Run, index: int, stop: int) -> bool:
    if _stops_at(run, stop) or (run.shouted and stop - index >= 2 and run.words[stop] in _never_names()):
        return True
    start, end = run.tokens[stop]
    if stop == len(run) - 1 and run.words[stop] in _sentence_openers():
        ended = stop - index >= 3 or (stop - index == 2 and _is_no_given_name(run, index, stop))
        return ended and _SMALL_WORD_OR_NUMBER.match(run.cased, end) is not None
    if stop == len(run) - 1 and run.words[stop] in _PARTS_OF_DAY and run.words[stop - 1] not in MIDDLE:
        return _DAY_AFTER.match(run.cased, end) is not None
    if not run.shouted and end - start > 1 and run.is_capitals(stop) != run.is_capitals(index):
        return True
    return stop - index >= 3 and place_count(run, stop) >= 2 and run.surname(stop) != "common"


def _is_no_given_name(run: Run, index: int, stop: int) -> bool:
    """Whether the words in front of an opener are a titled person's whole name: `Bí thư Hà Lúa |Với| trí tuệ`, not `Hà Văn |Trước|`."""
    opens = run.words[stop] in _NO_GIVEN_NAMES and run.words[stop - 1] not in MIDDLE
    if _ACT_AFTER.match(run.folded, run.stop(stop)):  # `Nguyễn Phú |Trong| cho hay`: a tone is missing
        return False
    return opens and is_titled(run.cased, run.folded, run.start(index))


def _is_sane(words: Sequence[str], surname: str | None) -> bool:
    """Whether the syllables are Vietnamese, as far as the surname asks for it: not `Kim Jong Un`."""
    if surname == "highland":
        return True
    if len(words) >= 4 and words[1] in MIDDLE and surname is not None:  # `Thạch Thị Sa Rươl`
        return is_syllable(words[0])
    foreign = sum(not is_syllable(word) and surnames().get(word) != "highland" for word in words)
    return not foreign or (surname == "common" and foreign < len(words) - 1)


def _is_foreigner(run: Run, span: Span, lead: Lead) -> bool:
    """Whether a name from abroad belongs to somebody who has an office or speaks here: `ông |Marco Rossi| (chủ tịch Hội) nói`."""
    if lead.honorific not in ("mr", "ms"):
        return False
    return any(words.match(run.folded, span.stop) for words in (_OFFICE_AFTER, _ACT_AFTER))


def _state(run: Run, span: Span, words: Sequence[str], surname: str | None, lead: Lead) -> State:
    text = " ".join(words)
    if text == "hồ chí minh":
        return State.THING
    if lead.cue:
        return State.THING if _LAW_OFFICE.match(run.folded, max(0, span.start - 24), span.start) else State.NAME
    if names_thing(run.folded, span.start) and not follows_place(run, run.index(span.start)):
        return State.NAME if _heads_a_centre(run, span, words, surname) else State.THING
    if text in _not_names():
        return State.NAME if is_titled(run.cased, run.folded, span.start) else State.THING
    if _speaks_for_itself(run, span, words, surname):
        return State.NAME
    titled = (surname != "rare" or len(words) >= 3) and is_titled(run.cased, run.folded, span.start)
    return State.NAME if titled else State.OPEN


def _heads_a_centre(run: Run, span: Span, words: Sequence[str], surname: str | None) -> bool:
    """Whether `Giám đốc Trung tâm` leads up to a name that goes on to say something: the centre has no name of its own."""
    before = _HEAD_OF_CENTRE.match(run.folded, max(0, span.start - 30), span.start)
    acts = surname == "common" and len(words) >= 3 and _ACT_AFTER.match(run.folded, span.stop)
    return before is not None and bool(acts)


def _speaks_for_itself(run: Run, span: Span, words: Sequence[str], surname: str | None) -> bool:
    """Whether length and surname, or what follows, are enough without an honorific or a title."""
    if run.shouted and not (span.start == run.start(0) and span.stop == run.stop(-1)):
        return False
    if len(words) >= 3 and (surname in ("common", "ordinary") or words[1] in MIDDLE):
        return True
    if _OFFICE_AFTER.match(run.folded, span.stop):
        return True
    return surname == "common" and _ACT_AFTER.match(run.folded, span.stop) is not None
