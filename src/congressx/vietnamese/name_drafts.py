"""Possible names in one line, each judged by itself: capitals, cut where a name may begin and must end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.honorifics import HONORIFIC, Lead, leading_stop, read_lead
from congressx.vietnamese.phrases import alternation, backward_alternation
from congressx.vietnamese.places import place_stop
from congressx.vietnamese.spelling import fold
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


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring capitalised words."""

    cased: str
    folded: str
    tokens: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    """The tokens, folded."""
    shouted: bool
    """Whether every letter is a capital."""

    def surname(self, index: int) -> str | None:
        """The class of the surname at `index`."""
        word = self.words[index]
        cut = word.find("'") + 1  # `H'Yim`, `K'Nhiễu`: the surname is written together with the name
        return _surnames().get(word[:cut] if cut else word)

    def start(self, index: int) -> int:
        """Where word `index` begins in the line."""
        return self.tokens[index][0]

    def stop(self, index: int) -> int:
        """Where word `index` ends in the line."""
        return self.tokens[index][1]

    def index(self, start: int) -> int:
        """Of the word that begins at `start` in the line."""
        return next(i for i, token in enumerate(self.tokens) if token[0] == start)

    def is_capitals(self, index: int) -> bool:
        """Whether the word is more than one letter and all capitals."""
        start, stop = self.tokens[index]
        return stop - start > 1 and self.cased[start:stop].isupper()

    def __len__(self) -> int:
        return len(self.tokens)


@cache
def _surnames() -> dict[str, str]:
    return {fold(name): kind for name, kind in rows("surnames.tsv")}


@cache
def _stops() -> frozenset[str]:
    return frozenset(entries("name_stops.txt"))


@cache
def _sentence_openers() -> frozenset[str]:
    return frozenset(entries("sentence_openers.txt"))


@cache
def _never_names() -> frozenset[str]:
    return frozenset(entries("never_names.txt")) | _sentence_openers()


@cache
def _not_names() -> frozenset[str]:
    return frozenset(entries("not_names.txt"))


@cache
def _not_things() -> frozenset[str]:
    return frozenset(entries("not_things.txt"))


@cache
def _title_words() -> set[str]:
    offices = {word for office in entries("office_words.txt") for word in office.split()}
    return offices.union(entries("title_words.txt"))


_WORD = r"\p{Lu}[\p{L}\p{M}]*(?:'[\p{L}\p{M}]+)?"
_RUN = Pattern(rf"(?<![\p{{L}}\p{{M}}\d])(?P<token>{_WORD})(?: {{1,2}}(?P<token>{_WORD}))+(?![\p{{L}}\d])")
_HIGHLAND_NAME = Pattern(
    r"(?<![\p{L}\p{M}'])(?<!(?<!\p{L})(?!(?:Ông|Bà|Anh|Chị|Cô|Thầy|Chí) )\p{Lu}[\p{L}\p{M}]* )"
    r"[HK]' ?\p{Lu}[\p{L}\p{M}]++(?! {1,2}\p{Lu}|')"
)
_SMALL_WORD = Pattern(r" {1,2}(\p{Ll}[\p{L}\p{M}]*)")
_DAY_AFTER = Pattern(r" {1,2}(?:\d|nay(?!\p{L})|qua(?!\p{L}))")
_PARTS_OF_DAY = frozenset({"ngày", "sáng", "trưa", "chiều", "tối"})
"""`Bí thư Trần Văn Lúa |Chiều nay|`: no mark parts a caption from the next sentence."""
_NO_GIVEN_NAMES = frozenset({"các", "khi", "nhưng", "nhằm", "những", "nếu", "tại", "trong", "trước", "với", "để"})
"""Openers of sentences that nobody is called by, as somebody may be `Được` or `Đến`: they end even a name of two words."""
_RANKS_AS_NAMES = frozenset({"trung tá"})
"""Ranks that are also middle and given name: `Đỗ |Trung Tá|`, behind a common surname at the end of a run."""
_SPEAKS_FOR_STATE = "người phát ngôn"
"""The office of `office_words.txt` that makes nobody from abroad an official: whoever speaks for a foreign state has no part in it."""
_SMALL_WORD_OR_NUMBER = Pattern(r" {1,2}[\p{Ll}\d]")
_PAIR = Pattern(r"([\p{L}\p{M}]+)(?: {1,2}([\p{L}\p{M}]+))?")
_MIDDLE = frozenset({"văn", "thị"})
"""Middle names that nothing but a person has."""

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
    rf"(?:{_WORD} ){{1,4}}{_WORD}\s*[,(-]\s*(?P<titles>[^.;:()]{{0,90}})$"
)
"""`ông Trần Văn Lúa, Bí thư |Huyện ủy| Trà Linh`: the committee's title has a holder in front of it."""
_WINS_TITLE = Pattern(
    r"(?<!\p{L})(?:(?:giữ|nhận)(?:\s+(?:chức\s+(?:vụ|danh)|chức|cương\s+vị))?|chức\s+danh|làm|(?:tái\s+đắc|tái|đắc|trúng)\s+cử)"
    r"\s+(?:quyền\s+)?(?:phó\s+)?bí\s+thư\s+(?:thường\s+trực\s+)?$"
)
"""`được bầu |giữ chức Bí thư| Huyện ủy Trà Linh`: whoever holds it stands in front."""
_OF_TERM = Pattern(r"\s*,?\s*\(?(?:nhiệm kỳ|nhiệm kì|khóa)\s+(?:\d|[ivx]+(?!\p{L})|mới)")
"""`Bí thư Huyện ủy Trà Linh |khóa X|`: no person has a term."""
_LAW_OFFICE = Pattern(r"(?r)(?<!\p{L})(?:văn phòng|công ty|đoàn) luật sư\s+")
_OFFICE = rf"(?<!tăng )(?:{alternation(entries('office_words.txt'))})(?! thành)"
_OFFICES = Pattern(rf"(?<!\p{{L}}){_OFFICE}(?!\p{{L}})")
_HONORIFIC_OF_TITLE = Pattern(
    rf"(?<!\p{{L}})(?<!các |những |\d )(?P<honorific>{HONORIFIC})\s+"
    rf"(?=(?:phó\s+|tổng\s+|nguyên\s+)*{_OFFICE}(?!\p{{L}}))"
)
_OFFICE_AFTER = Pattern(
    r"\s*(?:,\s*(?:\d\d\s+tuổi|(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá))\s*)?"
    r"(?:[,(:-]\s*|là\s+)(?:nguyên\s+|cựu\s+|quyền\s+|tân\s+|hiện\s+là\s+)?"
    rf"(?:(?:phó|tổng)\s|uv|thường vụ (?:tỉnh|thành|huyện|quận|thị|đảng) ủy|(?:tỉnh|thành|huyện|quận|đảng|thị)\s+ủy\s+viên"
    rf"|(?!{_SPEAKS_FOR_STATE}){_OFFICE})"
)
_ACT_AFTER = Pattern(
    r"\s+(?:(?:đã|cũng|được|tiếp tục|vừa)\s+)*(?:phát biểu|cho biết|cho hay|nhấn mạnh|cho rằng|khẳng định|yêu cầu|đề nghị"
    r"|trình bày|chủ trì|trúng cử|tái (?:đắc )?cử|đắc cử|bầu|giữ chức|nói|trao|tặng|thay mặt|ký|làm)(?!\p{L})"
)
_HEAD_OF_CENTRE = Pattern(
    r"(?r)(?<!\p{L})(?:giám đốc|chủ tịch|trưởng|tổng giám đốc|viện trưởng)\s+(?:trung tâm|viện|công ty|hội)\s+"
)
_CHUNK = Pattern(r"(?:[^,;:.!?()\"/-]| ?- ?(?=\p{L}))*$")
_WORDS = Pattern(r"[\p{L}\p{M}\d']+")
_BEFORE_UNION = Pattern(
    r"(?r)(?<!\p{L})(?:trung ương|tw|t\.ư|tư|bí thư|chủ tịch|tỉnh|thành|huyện|quận|xã|thị|bch|chấp hành|cán bộ|trưởng"
    r"|phó|viên)\s+"
)
_LOCAL = Pattern(r"(?r)(?<!\p{L})(?:tỉnh|thành|huyện|quận|thị|xã|quốc hội|đbqh|hđnd)\s+")
_HOSTS_OF_UNIONS = frozenset({"bộ", "khối", "trường", "công", "đại", "học"})
_LIKE_BODIES = (("đoàn", "thanh"), ("đoàn", "công"))
_LONGEST_PLACE = 3
"""Words of a place that stands in one run of capitals."""
_OPENERS = frozenset(entries("name_openers.txt"))
"""Words that are no part of a name and after which one may begin: `Hội Dương Thành Nam`, `Theo Mai Văn Bình`."""


def drafts(cased: str, folded: str) -> list[Draft]:
    """Every possible name of a line, in text order."""
    found = [draft for run in _runs(cased, folded) for draft in _run_drafts(run)]
    if "'" in cased:
        found = sorted([*found, *_highland_names(cased, folded)], key=lambda draft: draft.span)
    return found


def _highland_names(cased: str, folded: str) -> Iterator[Draft]:
    """Full names of one word: `ông K'Brem`."""
    for match in _HIGHLAND_NAME.finditer(cased):
        lead = read_lead(folded, match.start())
        if lead.cue or _is_titled(cased, folded, match.start()):
            yield Draft(Span(*match.span()), lead, State.NAME, "highland")


def is_surname(word: str) -> bool:
    """Whether a word may begin the name of a person."""
    cut = word.find("'") + 1
    return fold(word[:cut] if cut else word) in _surnames()


def begins_title(cased: str, folded: str, start: int) -> bool:
    """Whether a title, an organisation or a clause begins at `start`: nothing that a name could go on with.

    >>> begins_title("Bí thư Tỉnh ủy", "bí thư tỉnh ủy", 0)
    True
    """
    pair = _PAIR.match(folded, start)
    return pair is not None and (pair.group(1) in _stops() or f"{pair.group(1)} {pair.group(2)}" in _stops())


def follows_stop(cased: str, folded: str, word: Span) -> bool:
    """Whether a capitalised word and the small word after it begin something else: `Trần Văn Nam Chủ tịch`."""
    small = _SMALL_WORD.match(cased, word.stop)
    return small is not None and f"{word.of(folded)} {folded[small.start(1) : small.end(1)]}" in _stops()


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


# ---------------------------------------------------------------- runs


def _runs(cased: str, folded: str) -> Iterator[_Run]:
    for match in _RUN.finditer(cased):
        tokens = tuple(match.spans("token"))
        words = tuple(folded[start:stop] for start, stop in tokens)
        shouted = match.group().isupper() and len(match.group()) > 2 * len(tokens)
        yield _Run(cased, folded, tokens, words, shouted)


def _run_drafts(run: _Run) -> Iterator[Draft]:
    """Possible names of one run, left to right."""
    first = index = _after_lead_words(run)
    if index >= len(run) - 1 or not (_has_surname(run) or read_lead(run.folded, run.start(index)).cue):
        return
    may_begin, after_place_word, found = True, False, False
    while index < len(run) - 1:
        lead = read_lead(run.folded, run.start(index)) if index == first or run.surname(index) else None
        if lead and _follows_place(run, index):  # huyện Đông |Anh| Trần Văn Nam
            lead = Lead(run.start(index))
        count = _place_count(run, index)
        if index > first and _is_honorific(run, index):  # … tỉnh Yên Bái |Ông| Đỗ Văn Lúa
            index, may_begin = index + 1, True
        elif count and _is_place(run, index, count, lead):
            index, may_begin = index + count, True
        elif not (lead and lead.cue) and (place := _place_of_committee(run, index)):
            index, may_begin = index + place, True
        elif index == first and not (lead and lead.cue) and _is_unknown_place(run, index):
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


def _is_honorific(run: _Run, index: int) -> bool:
    """Whether the word opens the next sentence, which no mark parts from the one before."""
    return run.words[index] in ("ông", "bà") and index + 3 < len(run) and run.surname(index + 1) == "common"


def _has_surname(run: _Run) -> bool:
    return any(run.surname(index) for index in range(len(run)))


def _after_lead_words(run: _Run) -> int:
    """Index of the first word after capitalised honorifics and ranks: `Ông Trần …`, `Đồng Chí Trần …`, `TS Trần …`."""
    stop = leading_stop(run.folded, run.start(0), run.start(-1))
    if stop is None or _place_count(run, 0):
        return 0
    return next((i for i in range(len(run)) if run.start(i) >= stop), 0)


def _place_count(run: _Run, index: int) -> int:
    """How many words of the run the place at `index` takes."""
    stop = place_stop(run.cased, run.folded, run.start(index))
    if stop is None:
        return 0
    return next((i + 1 - index for i in range(index, len(run)) if run.stop(i) == stop), 0)


def _is_place(run: _Run, index: int, count: int, lead: Lead | None) -> bool:
    """Whether the words that make a place are one here: `Thái Bình Trần Văn Nam`, not `Vũ Quang Minh`."""
    surname = run.surname(index)
    if lead is not None and lead.honorific is not None and surname is not None:
        return False
    rest = len(run) - index - count
    if rest == 0 or surname is None:
        return True
    if rest >= 2:
        after = run.surname(index + count)
        if after in ("common", "highland") or run.words[index + count + 1] in _MIDDLE or (after and rest >= 3):
            return True
    return len(run) - index > 4 or (rest == 1 and len(run.words[index + count]) == 1)


def _follows_place(run: _Run, index: int) -> bool:
    """Whether the words right before make a place: `quận Ba |Đình| Trần Văn Nam`, named after no temple."""
    return any(_place_count(run, i) == index - i for i in range(max(0, index - _LONGEST_PLACE), index - 1))


def _is_unknown_place(run: _Run, index: int) -> bool:
    """Whether a place word stands before and a place we do not know begins here: `xã Tân Hòa Trần Văn Nam`."""
    start = run.start(index)
    before = _PLACE_BEFORE.match(run.folded, max(0, start - 14), start)
    if before is None:
        return False
    if run.surname(index) and len(run) - index >= 3:
        level = before.group().rstrip(" .")
        if level in _BIG_PLACES or (level in _TOWNS and _is_titled(run.cased, run.folded, start)):
            return False
        if run.surname(index) == "common":
            return not _is_titled(run.cased, run.folded, start)
    return not (run.surname(index) and run.words[index + 1] in _MIDDLE)


def place_of_committee(cased: str, folded: str, start: int) -> int | None:
    """Where the two words at `start` end that name the committee in front: a place we do not know, which looks like a person.

    >>> line = "ông Trần Văn Lúa, Bí thư Huyện ủy Trà Linh"
    >>> place_of_committee(line, line.lower(), 34) == len(line), place_of_committee(line[18:], line[18:].lower(), 16)
    (True, None)
    """
    committee = _COMMITTEE_BEFORE.match(folded, max(0, start - 12), start)
    run = next((run for run in _runs(cased[start:], folded[start:]) if run.start(0) == 0), None) if committee else None
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


def _has_holder_in_front(cased: str, committee: int, run: _Run) -> bool:
    """Whether the committee's title stands behind its holder: `ông Trần Văn Lúa, Bí thư |Huyện ủy| Trà Linh`."""
    holder = _WITH_HOLDER.search(cased, 0, committee)
    return holder is not None and ("," not in holder["titles"] or run.surname(0) != "common")


def _has_holder_behind(run: _Run) -> bool:
    """Whether the name of a person begins with the third word: `Huyện ủy Trà Linh |Trần Văn Lúa|`."""
    surname = run.surname(2)
    if {*run.words[1:3]} & _MIDDLE:
        return False
    if len(run) == 5:
        return surname == "common" or (surname == "ordinary" and run.surname(0) != "common")
    return len(run) == 4 and surname == "common" and run.surname(0) != "common" and run.surname(1) is None


def _places_of(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _place_of_committee(run: _Run, index: int) -> int:
    """How many words of the run such a place takes."""
    return 2 if place_of_committee(run.cased, run.folded, run.start(index)) else 0


def _may_begin_after(run: _Run, index: int) -> bool:
    """Whether a name may begin after word `index`: `UBND`, `Hội`, a word at the head of a sentence."""
    return run.words[index] in _OPENERS or (run.is_capitals(index) and not run.shouted)


# ---------------------------------------------------------------- one name


def _draft(run: _Run, index: int, lead: Lead, may_begin: bool) -> Draft | None:
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


def _may_start(run: _Run, index: int, lead: Lead, may_begin: bool) -> bool:
    surname, following = run.surname(index), run.words[index + 1]
    if (_stops_at(run, index) and not _is_called_so(run, index, lead)) or _is_local_union(run, index):
        return False
    if surname is None:
        return (lead.honorific is not None or bool(lead.ranks)) and run.words[index] not in _OPENERS
    if lead.cue or surname == "common" or following in _MIDDLE:
        return True
    if _surnames().get(following) == "common" and len(run) - index >= 4:
        # `Trung ương Đoàn Lê Quốc Minh`, `Từ Nguyễn Văn An`: the next word is the surname
        return may_begin and surname != "rare" and not _is_union(run, index)
    return may_begin


def _is_called_so(run: _Run, index: int, lead: Lead) -> bool:
    """Whether surname and middle name only look like a body: `ông |Đoàn Thanh| Bình`, not `đồng chí Đoàn Thanh Niên`."""
    words = run.words[index : index + 3]
    return (
        lead.honorific is not None and words[:2] in _LIKE_BODIES and len(words) == 3 and words[2] not in ("niên", "tác")
    )


def _is_union(run: _Run, index: int) -> bool:
    """Whether the word is `Đoàn`, the Youth Union, after a title."""
    start = run.start(index)
    return run.words[index] == "đoàn" and bool(_BEFORE_UNION.match(run.folded, max(0, start - 14), start))


def _is_local_union(run: _Run, index: int) -> bool:
    """Whether a province's or a town's Youth Union is named, or its deputies: `Tỉnh |Đoàn| Quảng Trị`, `ĐBQH |Đoàn| Bình Thuận`."""
    if run.words[index] != "đoàn" or run.words[index + 1] in _MIDDLE:
        return False
    if run.words[index + 1] in _HOSTS_OF_UNIONS:
        return _is_union(run, index)
    start = run.start(index)
    return bool(_LOCAL.match(run.folded, max(0, start - 10), start)) and _place_count(run, index + 1) > 0


def _stops_at(run: _Run, index: int) -> bool:
    """Whether a title, an organisation or a clause begins at word `index`."""
    word = run.words[index]
    if index == len(run) - 2 and index and run.surname(index - 1) == "common":
        named = word in _MIDDLE or f"{word} {run.words[index + 1]}" in _RANKS_AS_NAMES
        if named:  # Ngô |Văn Hóa|, Đỗ |Trung Tá|
            return False
    if word in _stops():
        return True
    if index + 1 < len(run):
        return f"{word} {run.words[index + 1]}" in _stops()
    return follows_stop(run.cased, run.folded, Span(*run.tokens[index]))


def _stop(run: _Run, index: int, surname: str | None) -> int:
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


def _end_of_thing(run: _Run, index: int, stop: int) -> int | None:
    """Index of the holder's surname behind a school named after a person: `Hiệu trưởng Trường THPT Nguyễn Trãi |Lê Thị Gạo|`."""
    ends = (
        i
        for i in range(index + 2, stop - 1)
        if run.surname(i) == "common" and (run.words[i + 1] in _MIDDLE or (i > index + 2 and stop - i == 3))
    )
    end = next(ends, None)
    return end if end and names_thing(run.folded, run.start(index)) else None


def _ends_before(run: _Run, index: int, stop: int) -> bool:
    if _stops_at(run, stop) or (run.shouted and stop - index >= 2 and run.words[stop] in _never_names()):
        return True
    start, end = run.tokens[stop]
    if stop == len(run) - 1 and run.words[stop] in _sentence_openers():
        ended = stop - index >= 3 or (stop - index == 2 and _is_no_given_name(run, index, stop))
        return ended and _SMALL_WORD_OR_NUMBER.match(run.cased, end) is not None
    if stop == len(run) - 1 and run.words[stop] in _PARTS_OF_DAY and run.words[stop - 1] not in _MIDDLE:
        return _DAY_AFTER.match(run.cased, end) is not None
    if not run.shouted and end - start > 1 and run.is_capitals(stop) != run.is_capitals(index):
        return True
    return stop - index >= 3 and _place_count(run, stop) >= 2 and run.surname(stop) != "common"


def _is_no_given_name(run: _Run, index: int, stop: int) -> bool:
    """Whether the words in front of an opener are a titled person's whole name: `Bí thư Hà Lúa |Với| trí tuệ`, not `Hà Văn |Trước|`."""
    opens = run.words[stop] in _NO_GIVEN_NAMES and run.words[stop - 1] not in _MIDDLE
    if _ACT_AFTER.match(run.folded, run.stop(stop)):  # `Nguyễn Phú |Trong| cho hay`: a tone is missing
        return False
    return opens and _is_titled(run.cased, run.folded, run.start(index))


def _is_sane(words: Sequence[str], surname: str | None) -> bool:
    """Whether the syllables are Vietnamese, as far as the surname asks for it: not `Kim Jong Un`."""
    if surname == "highland":
        return True
    if len(words) >= 4 and words[1] in _MIDDLE and surname is not None:  # `Thạch Thị Sa Rươl`
        return is_syllable(words[0])
    foreign = sum(not is_syllable(word) and _surnames().get(word) != "highland" for word in words)
    return not foreign or (surname == "common" and foreign < len(words) - 1)


def _is_foreigner(run: _Run, span: Span, lead: Lead) -> bool:
    """Whether a name from abroad belongs to somebody who has an office or speaks here: `ông |Marco Rossi| (chủ tịch Hội) nói`."""
    if lead.honorific not in ("mr", "ms"):
        return False
    return any(words.match(run.folded, span.stop) for words in (_OFFICE_AFTER, _ACT_AFTER))


def _state(run: _Run, span: Span, words: Sequence[str], surname: str | None, lead: Lead) -> State:
    text = " ".join(words)
    if text == "hồ chí minh":
        return State.THING
    if lead.cue:
        return State.THING if _LAW_OFFICE.match(run.folded, max(0, span.start - 24), span.start) else State.NAME
    if names_thing(run.folded, span.start) and not _follows_place(run, run.index(span.start)):
        return State.NAME if _heads_a_centre(run, span, words, surname) else State.THING
    if text in _not_names():
        return State.NAME if _is_titled(run.cased, run.folded, span.start) else State.THING
    if _speaks_for_itself(run, span, words, surname):
        return State.NAME
    titled = (surname != "rare" or len(words) >= 3) and _is_titled(run.cased, run.folded, span.start)
    return State.NAME if titled else State.OPEN


def _heads_a_centre(run: _Run, span: Span, words: Sequence[str], surname: str | None) -> bool:
    """Whether `Giám đốc Trung tâm` leads up to a name that goes on to say something: the centre has no name of its own."""
    before = _HEAD_OF_CENTRE.match(run.folded, max(0, span.start - 30), span.start)
    acts = surname == "common" and len(words) >= 3 and _ACT_AFTER.match(run.folded, span.stop)
    return before is not None and bool(acts)


def _speaks_for_itself(run: _Run, span: Span, words: Sequence[str], surname: str | None) -> bool:
    """Whether length and surname, or what follows, are enough without an honorific or a title."""
    if run.shouted and not (span.start == run.start(0) and span.stop == run.stop(-1)):
        return False
    if len(words) >= 3 and (surname in ("common", "ordinary") or words[1] in _MIDDLE):
        return True
    if _OFFICE_AFTER.match(run.folded, span.stop):
        return True
    return surname == "common" and _ACT_AFTER.match(run.folded, span.stop) is not None


def honorific_before_title(cased: str, folded: str, start: int) -> Span | None:
    """The honorific in front of a title that leads up to the name at `start`: `đồng chí Bí thư Trần Văn Nam`."""
    chunk = _CHUNK.search(folded, max(0, start - 90), start)
    if chunk is None or not any(
        word in chunk.group() for word in ("chí", "ông", "bà", "anh ", "chị", "c ", "cô", "thầy")
    ):
        return None
    found = list(_HONORIFIC_OF_TITLE.finditer(folded, chunk.start(), start))
    if not found or not _leads_up(cased, folded, found[-1].end(), start):
        return None
    return Span(*found[-1].span("honorific"))


def _is_titled(cased: str, folded: str, start: int) -> bool:
    """Whether the words before are a title that leads up to the name: `Chủ tịch UBND tỉnh Hà Ban`."""
    chunk = _CHUNK.search(folded, max(0, start - 90), start)
    offices = list(_OFFICES.finditer(folded, chunk.start(), start)) if chunk else []
    return bool(offices) and _leads_up(cased, folded, offices[-1].end(), start)


def _leads_up(cased: str, folded: str, start: int, stop: int) -> bool:
    """Whether every word of the stretch may stand in a title."""
    words = _WORDS.finditer(cased, start, stop)
    return all(
        word.group()[0].isupper() or word.group().isdigit() or folded[word.start() : word.end()] in _title_words()
        for word in words
    )
