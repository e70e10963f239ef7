"""Reads one organisation phrase from its head word, item by item, to where its name ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.letters import bare
from congressx.vietnamese.name_places import place_of_committee
from congressx.vietnamese.name_runs import begins_title, is_surname
from congressx.vietnamese.names import name_spans
from congressx.vietnamese.organisation_heads import Head, find_head, head_called, head_phrases
from congressx.vietnamese.organisation_tails import Tail, begins_clause, clause_words, name_words, tail_stop
from congressx.vietnamese.phrases import Phrases, alternation
from congressx.vietnamese.places import place_stop
from congressx.vietnamese.spelling import fold
from congressx.vietnamese.syllables import is_syllable


@dataclass(frozen=True, slots=True)
class Phrase:
    """One organisation phrase."""

    start: int
    head_stop: int
    head: Head
    stop: int
    inner: Phrase | None = None
    """The organisation that is named in it after its own name: `Đảng ủy …` in `Ban Tuyên giáo Đảng ủy …`."""
    district: int | None = None
    """Where the level with a name begins that ends it: `huyện Kỳ Sơn` in `Phòng Nội vụ huyện Kỳ Sơn`."""


# ---------------------------------------------------------------- gazetteers


@cache
def _fields() -> Phrases:
    return Phrases(entries("ministries.txt"), before_notes=True)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(word for word, kind in rows("organisation_words.tsv") if kind == "noun")


@cache
def _levels() -> dict[str, int]:
    return {word: int(level) for word, level in rows("place_words.tsv")}


# ---------------------------------------------------------------- patterns

_BLANK = Pattern(r" {1,2}")
_TOKEN = Pattern(r"[\p{L}\p{M}\d']+")
_LETTERS = Pattern(r"[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+|' \p{Lu}[\p{L}\p{M}]+)?")
_SMALL_TOKEN = Pattern(r" (\p{Ll}[\p{L}\p{M}]*)")
_LEVEL = Pattern(rf"(?P<level>{alternation(word for word, _ in rows('place_words.tsv'))})(?![\p{{L}}\p{{M}}\d])\.?")
_LETTER_LEVEL = Pattern(r"(?P<level>[QHPX])\.(?= ?(?:\d|\p{Lu}\p{Ll}))")
"""`Q. 12`, `H.Nghĩa Hành`."""
_TELLING = Pattern(
    r"(?<!(?i:an toàn|an ninh|bảo mật|quản lý|xử lý|khai thác|hệ thống|dữ liệu|(?<!và )công nghệ|mạng|và) )thông tin"
    r"(?:\s*(?:[:,\"(]|- |$)| (?!và )(?=\p{Ll})(?P<next>))"
)
"""`Giám đốc Sở Y tế |thông tin|: …`: in small letters behind a name it is what somebody does."""
_LETTER_LEVELS = {"Q": 2, "H": 2, "P": 1, "X": 1}
_BIG_CITY = Pattern(r"(?:hcm|hồ chí minh|hà nội|hải phòng|đà nẵng|cần thơ)$")
_PROVINCE = 4
_DISTRICT = 2
_CAPITAL_AFTER = Pattern(r" {1,2}\p{Lu}")
_SIDE = Pattern(r" (?:Đông|Tây|Nam|Bắc|Trung|Thượng|Hạ)(?! {1,2}\p{Lu}|[\p{L}\p{M}])")
"""`phường An Phú |Đông|`: a commune beside the place it is named after."""
_PART_OF_COMMUNE = Pattern(r" \d{1,2}(?=\s*(?:[,;.:()-]\s|[.)]?$)|\s(?:đã|vừa|bị|được|cho|là|và)(?!\p{L}))")
"""`phường Mỹ Đình |1|`: communes that were parted."""
_LISTED_PLACE = Pattern(r"\s*(?:,|và|-)\s*\p{Lu}")
_NO_FIGURE = r"(?!\d|[/%-]|[.,]\d)"
_NUMBER = Pattern(rf"\d{{1,2}}{_NO_FIGURE}|[IVX]{{1,5}}(?![\p{{L}}\d])")
_NUMBER_WORD = Pattern(rf"số \d{{1,3}}{_NO_FIGURE}")
_LAST_NUMBER = Pattern(r"\d{1,2}(?=\s*(?:[,;:()-]\s|[.)]?\s*$)|\s(?:đã|vừa|bị|được|cho|là|và|phát biểu|sẽ)(?!\p{L}))")
"""`Công ty Điện lực |3|`: the last of several of that name."""
_CENTRE = Pattern(r"(?:trung ương|t\.ư|t\.w|tw)(?![\p{L}\p{M}\d])")
_OWN_NUMBER = Pattern(
    rf"(?:số )?(?:\d{{1,4}}[A-ZĐ]?(?!\p{{L}}){_NO_FIGURE}|[IVX]{{1,5}}(?![\p{{L}}\d]))"
    r"|[A-Z]\d{0,2}(?![\p{L}\d.]| (?:học|dược)(?!\p{L}))"
)
"""Not: `Bệnh viện |Y| học cổ truyền`."""
_ABBREVIATION = Pattern(r"(?=[\p{Lu}\d]*\p{Lu})[\p{Lu}\d]{2,}(?:(?: ?& ?|-|\.)\p{Lu}[\p{Lu}\d]*)*(?![\p{L}\p{M}])")
_DEGREE = Pattern(r"(?:PGS|GS|TSKH|TS|ThS|THS|BS|NSND|NSƯT)(?!\p{L})")
_BRACKET = Pattern(r" ?\((?P<letters>\p{Lu}[\p{Lu}\d&.,\- ]{0,14})\)")
_LEGAL_FORM = Pattern(r"(?: ?- ?| (?=TNHH))(?:CTCP|JSC|TKV|(?i:vinacomin)|TNHH(?: MTV| (?i:một thành viên))?)(?!\p{L})")
_BRANCH = Pattern(r" (?:- )?chi nhánh ")
_JOINT = Pattern(r" (?P<sign>và|&) | ?(?P<sign>-) ?")
_COMMA = Pattern(r" ?, ")
_OF = Pattern(r" của (?=(?:quốc hội|chính phủ|đảng)(?!\p{L}))")
_ABOUT = Pattern(r" về (?:công tác )?")

_NUMBERED = frozenset(entries("numbered_heads.txt"))
"""Heads whose own name is often a number: `vụ 4`, `Chi bộ III`."""
_AUTHORITIES = frozenset(("ủy ban", "hội đồng", "hội đồng dân tộc", "ban", "viện", "ban chỉ đạo", "bcđ"))
"""Heads that say of what or about what they are: `Ủy ban Pháp luật của Quốc hội`."""
_LOCAL_COMMITTEES = {
    "huyện ủy": 2, "thị ủy": 2, "quận ủy": 2, "thành ủy": 3, "tỉnh ủy": 4, "huyện đoàn": 2, "thị đoàn": 2, "quận đoàn": 2, "thành đoàn": 3,
    "tỉnh đoàn": 4,
}  # fmt: skip
"""Committees that a place stands behind without its level, which is theirs."""
_ELECTION = ("hội đồng bầu cử", "ủy ban bầu cử", "ub bầu cử")
_ELECTED = Pattern(
    r" (?:(?:đại biểu )?quốc hội|đbqh)(?: khóa [ivx\d]+)?(?:,? và |, )(?:đại biểu )?(?:hđnd|hội đồng nhân dân)"
    r"(?: các cấp)?(?![\p{L}\d])"
)
"""What an election council elects: `Ủy ban bầu cử |đại biểu Quốc hội và HĐND các cấp| tỉnh`."""
_TASK_HEADS = frozenset(entries("task_heads.txt"))
_TASKS = ("quản lý", "quản lý dự án", "qlda", "phát triển")
"""Ends of heads that an object follows: `Ban quản lý chợ Hòa Khánh`."""
_FREELY_NAMED = ("company", "school", "other")
_PROPER_NAMED = frozenset(("báo", "tạp chí", "nxb", "nhà xuất bản"))
_SCHOOL_LEVELS = frozenset(("th", "thcs", "thpt", "tiểu học", "trung học cơ sở", "trung học phổ thông", "mầm non"))
_OF_ANY = frozenset(("cơ quan", "cơ quan thường trực"))
"""Bodies in their own right that any other may have: `Cơ quan Văn phòng Huyện ủy`."""
_DIVISIONS = frozenset(("phòng", "ban", "vụ", "tổ"))
_CAPITAL_STOPS = frozenset(entries("clause_openers.txt"))
"""Capitalised words that begin another part of the clause."""
_PLACE_WORD = Pattern(r"Đồng \p{Lu}(?!hí(?!\p{L}))")
"""`xã Đồng Tâm`, other than `Đồng chí` and `Đồng Chí`."""
_LAST_OF_PLACE = Pattern(r"(?:Anh|Nguyên|Đồng)(?! {1,2}\p{Lu}|[\p{L}\p{M}])")
"""`xã Yên Nguyên`: these begin no honorific or title here."""
_PARENTS = {
    "cục": ("bộ",),
    "tổng cục": ("bộ",),
    "viện": ("bộ",),
    "vụ": ("bộ", "ban", "ủy ban kiểm tra", "văn phòng", "tổng cục"),
}
"""What a department names after a comma as its own: `cục An ninh nội bộ, bộ Công an`."""


# ---------------------------------------------------------------- the head


@lru_cache(maxsize=512)
def read_phrase(cased: str, folded: str, start: int) -> Phrase | None:
    """The longest organisation phrase that begins at `start`."""
    stop = find_head(cased, folded, start)
    if stop is None:
        return None
    head = head_called(folded[start:stop])
    if head.tail == "none":
        return Phrase(start, stop, head, stop)
    return _Reader(cased, folded, start, stop, head).read()


def _plain(text: str) -> str:
    """The gazetteer's spacing around dashes and commas."""
    if "-" not in text and "," not in text:
        return text
    plain: str = regex.sub(r" ?, ?", ", ", regex.sub(r" ?- ?", " - ", text))
    return plain


# ---------------------------------------------------------------- what follows


class _Reader:
    """Reads what follows a head. `last` is the kind of item read last: head, word, place, number."""

    __slots__ = (
        "act",
        "cased",
        "district",
        "folded",
        "head",
        "head_stop",
        "inner",
        "last",
        "level",
        "names",
        "own",
        "proper",
        "start",
        "stop",
    )

    def __init__(self, cased: str, folded: str, start: int, head_stop: int, head: Head) -> None:
        self.cased, self.folded = cased, folded
        self.start, self.head_stop, self.head = start, head_stop, head
        self.own = folded[start:head_stop]
        self.stop = head_stop
        self.inner: Phrase | None = None
        self.last = "head"
        self.act = head.tail == "field" and self.own.endswith(_TASKS)
        self.level = -1
        self.district: int | None = None
        self.proper = False
        """Whether a word was read that only capitals say is one: `Công ty |An Lạc|`."""
        self.names = name_spans(cased, folded)

    def read(self) -> Phrase:
        while self.inner is None and self._step():
            pass
        return Phrase(self.start, self.head_stop, self.head, self.stop, self.inner, self.district)

    def _step(self) -> bool:
        """Takes one more item; False when the phrase has ended."""
        if self._bracket() or self._elected() or (self._is_firm() and (self._legal_form() or self._branch())):
            return True
        blank = _BLANK.match(self.folded, self.stop)
        return (blank is not None and self._item(blank.end())) or self._joined()

    def _item(self, at: int) -> bool:
        if at in self.names or at >= len(self.folded):
            return False
        if self.head.tail == "nested":
            return self._nested(at)
        if self.head.tail == "place":
            return self._place(at) or (self.last == "head" and self.head.kind == "mass" and self._nested(at))
        known = self._number(at) or self._field(at) or self._nested(at) or self._place(at) or self._word(at)
        return known or self._small_words(at)

    def _take(self, stop: int, what: str) -> bool:
        self.stop, self.last = stop, what
        return True

    # ------------------------------------------------ numbers and abbreviations

    def _bracket(self) -> bool:
        """The abbreviation of what was just read: `Sở Khoa học và Công nghệ (KH&CN)`."""
        match = _BRACKET.match(self.cased, self.stop)
        if match is None or (self.last == "place" and self.head.kind != "mass"):
            return False
        letters = [sign for sign in bare(fold(match.group("letters"))) if sign.isalpha()]  # ủy ban is shortened to UB
        initials = iter([bare(word.group()[0]) for word in _TOKEN.finditer(self.folded, self.start, self.stop)])
        return len(letters) >= 2 and all(letter in initials for letter in letters) and self._take(match.end(), "word")

    def _elected(self) -> bool:
        elected = _ELECTED.match(self.folded, self.stop) if self.own in _ELECTION else None
        return elected is not None and self._take(elected.end(), "word")

    def _is_firm(self) -> bool:
        return self.head.kind == "company" or self.own.startswith("ngân hàng")

    def _legal_form(self) -> bool:
        """`Tổng công ty Khí Việt Nam |- CTCP|`, `Công ty Than Hà Lầm |- TKV|`."""
        form = _LEGAL_FORM.match(self.cased, self.stop)
        return form is not None and self._take(form.end(), "word")

    def _branch(self) -> bool:
        """`Ngân hàng Nhà nước |chi nhánh tỉnh Hòa Bình|`, `Agribank |Chi nhánh Sông Lam|`."""
        branch = _BRANCH.match(self.folded, self.stop)
        if branch is None or branch.end() in self.names:
            return False
        self.last = "word"
        return self._place(branch.end()) or self._capital(branch.end())

    def _number(self, at: int) -> bool:
        """`Quân khu 7`, `Chi bộ III`, `vụ 1A`, `Trường THPT Lương Hòa số 1`, `Công ty Điện lực 3`."""
        own = self.last == "head" and self.own in _NUMBERED
        match = _OWN_NUMBER.match(self.cased, at) if own else _NUMBER_WORD.match(self.folded, at)
        if match is None and self.last == "word" and self.head.kind in _FREELY_NAMED:
            match = _LAST_NUMBER.match(self.folded, at)
        return match is not None and self._take(match.end(), "number")

    # ------------------------------------------------ the organisation above

    def _nested(self, at: int) -> bool:
        """The organisation above: `Ban Tuyên giáo Đảng ủy …`, `Đảng ủy Sở …`."""
        inner = read_phrase(self.cased, self.folded, at) if self._may_nest(at) else None
        if inner is None:
            return False
        self.inner = inner
        return self._take(inner.stop, "nested")

    def _may_nest(self, at: int) -> bool:
        stop = find_head(self.cased, self.folded, at)
        if stop is None:
            return False
        text, head = self.folded[at:stop], head_called(self.folded[at:stop])
        if self.head.tail == "nested":
            return head.kind == "mass"
        if (self.last == "place" and not self.head.organ) or (text == "thanh tra" and self.own in _DIVISIONS):
            return False
        if not self.cased[at].isupper() and " " not in text and self.last != "head":
            return False
        of_any = self.head.kind == "party" or self.head.organ or self.own in _OF_ANY
        return of_any or not (head.organ or head.kind == "party")

    # ------------------------------------------------ places

    def _place(self, at: int) -> bool:
        """A level with or without its name, or a known place."""
        known = place_stop(self.cased, self.folded, at)  # Buôn Ma Thuột
        level = _LEVEL.match(self.folded, at)
        if known is not None and level is not None and level.end() < known:  # TP Hải Dương
            self.district = at
        if known is not None or level is None:
            return self._letter_level(at) or self._bare_place(at)
        rank = _levels()[level.group("level")]
        name = self._place_name(level.end())
        side = _SIDE.match(self.cased, name) if name is not None and rank < _DISTRICT else None
        name = side.end() if side is not None else name
        if name is not None and rank < _DISTRICT and (part := _PART_OF_COMMUNE.match(self.folded, name)):
            name = part.end()
        if self.last == "place" and (rank <= self.level or (name is None and self.level >= 0)):
            return False
        self.district = at if name else self.district
        self.level = _PROVINCE if name and _BIG_CITY.search(self.folded, level.start(), name) else rank
        return self._take(name or level.end("level"), "place")

    def _letter_level(self, at: int) -> bool:
        """`UBND Q. 12`, `Công an H.Nghĩa Hành`."""
        level = _LETTER_LEVEL.match(self.cased, at)
        if level is None or self.last == "place":
            return False
        start = level.end() + self.cased.startswith(" ", level.end())
        name = None if start in self.names else self._place_name(start) or self._unknown_place(start)
        self.level = _LETTER_LEVELS[level.group("level")]
        self.district = at if name else self.district
        return name is not None and self._take(name, "place")

    def _bare_place(self, at: int) -> bool:
        """A known place, `Trung ương` of an association, or one of two words that a committee has its name from."""
        known = place_stop(self.cased, self.folded, at)
        if self.last == "head" and not _BIG_CITY.search(self.folded, at, known):
            self.level = _LOCAL_COMMITTEES.get(self.own, self.level)
        if known is not None:
            return self._take(known, "place")
        if self.last != "head":
            return False
        centre = _CENTRE.match(self.folded, at) if self.head.kind == "mass" and self.head.tail == "place" else None
        if centre is not None:
            return self._take(centre.end(), "place")
        named = self._own_place(at) if self.own in _LOCAL_COMMITTEES else None
        return named is not None and self._take(named, "place")

    def _own_place(self, at: int) -> int | None:
        """The place we do not know that a committee is named after: `Huyện ủy |Krông Ana|`, no person."""
        if (known := place_of_committee(self.cased, self.folded, at)) is not None:
            return known
        first = _TOKEN.match(self.cased, at)
        if first is None or is_surname(first.group()):
            return None
        stop = self._unknown_place(at)
        foreign = not is_syllable(self.folded[at : first.end()])
        return stop if stop is not None and (stop > first.end() or (foreign and len(first.group()) > 4)) else None

    def _place_name(self, at: int) -> int | None:
        """Where the name after a level ends: `tỉnh Bình Dương`, `Quận 3`, `xã Tân Hòa`."""
        dotted = self.folded[at - 1] == "."  # `TP. Các đồng chí`: the dot may end the sentence
        while self.folded[at : at + 1] == " ":
            at += 1
        if at in self.names:
            return None
        known = place_stop(self.cased, self.folded, at)
        if known is not None:
            return known
        number = _NUMBER.match(self.cased, at)
        if number is not None:
            stop: int = number.end()
            return stop
        return None if dotted else self._unknown_place(at)

    def _unknown_place(self, at: int) -> int | None:
        """Up to three capitalised words."""
        stop: int | None = None
        for _ in range(3):
            word = _LETTERS.match(self.cased, at)
            if (
                word is None
                or at in self.names
                or not (self._goes_on(word.group(), at) or (stop is not None and _LAST_OF_PLACE.match(self.cased, at)))
            ):
                break
            if (len(word.group()) > 1 and word.group().isupper()) or (stop and self._begins_person(word.group(), at)):
                break
            stop = word.end()
            blank = _BLANK.match(self.cased, word.end())
            if blank is None:
                break
            at = blank.end()
        return stop

    def _begins_person(self, word: str, at: int) -> bool:
        """Whether a surname and another capital stand here: `Huyện ủy Krông Ana |Y Thuân|`."""
        return is_surname(word) and _CAPITAL_AFTER.match(self.cased, at + len(word)) is not None

    def _goes_on(self, word: str, at: int) -> bool:
        """Whether the word at `at` is capitalised and begins no title, honorific or other part of the clause."""
        stops = self.folded[at : at + len(word)] in _CAPITAL_STOPS and _PLACE_WORD.match(self.cased, at) is None
        if not word[0].isupper() or stops:
            return False
        return not begins_title(self.cased, self.folded, at)

    def _higher_place(self, at: int) -> bool:
        """`quận Tân Bình - TPHCM`, `xã Tân Hòa, huyện Phú Bình`."""
        level = _LEVEL.match(self.folded, at)
        if level is None:
            known = place_stop(self.cased, self.folded, at) if 0 <= self.level < 3 else None
            return known is not None and self._take(known, "place")
        rank, name = _levels()[level.group("level")], self._place_name(level.end())
        if not 0 <= self.level < rank or name is None:
            return False
        self.level = rank
        return self._take(name, "place")

    def _district(self, at: int) -> bool:
        """The known place a commune lies in, when no list goes on: `UBND xã Tân Hòa, Phú Bình`."""
        known = place_stop(self.cased, self.folded, at)
        listed = known is not None and _LISTED_PLACE.match(self.cased, known)
        return known is not None and not listed and self._take(known, "place")

    # ------------------------------------------------ words of the name

    def _field(self, at: int) -> bool:
        """A field of several parts: `Văn hóa, Thể thao và Du lịch`."""
        stop = _fields().longest(self.folded, at)
        if stop is None or (self.last == "place" and not self.cased[at].isupper()):
            return False
        others = (find_head(self.cased, self.folded, at), name_words().longest(self.folded, at))
        if (others[0] or 0) >= stop or (others[1] or 0) > stop:
            return False
        return self._take(stop, "word")

    def _word(self, at: int) -> bool:
        """A word of the gazetteer, an abbreviation, or a capitalised word we do not know."""
        if self.last == "place":
            return False
        stop = name_words().longest(self.folded, at)
        if self._is_telling(at):
            return False
        if stop is not None and self._may_take(at, stop):
            self.act = not self.proper and _plain(self.folded[at:stop]) not in _nouns()
            return self._take(stop, "word")
        letters = _ABBREVIATION.match(self.cased, at)
        if letters is not None and not _DEGREE.match(self.cased, at):
            return self._take(letters.end(), "word")
        return self._capital(at)

    def _is_telling(self, at: int) -> bool:
        """Whether somebody tells something here: `Giám đốc Sở Y tế |thông tin|`, no `Trung tâm |thông tin|`."""
        telling = None if self.last == "head" else _TELLING.match(self.cased, at)
        if telling is None or telling.start("next") < 0:
            return telling is not None
        following = telling.end()
        return name_words().longest(self.folded, following) is None and not _LEVEL.match(self.folded, following)

    def _may_take(self, at: int, stop: int) -> bool:
        """Capitals and nouns go on with a name; a small verb (`kiểm tra`) only where names are rows of small words."""
        if self.cased[at].isupper():
            return True
        if begins_clause(self.folded, at, stop):
            return False
        if _plain(self.folded[at:stop]) in _nouns():
            return True
        if self.own.startswith(("ban quản lý", "ban qlda", "bqlda")) or self.own == "phòng":
            return True
        if self.head.kind in ("other", "company", "school") and " " in self.own and not self.proper:
            return True
        return self.last == "word" and self._leads_to_place(stop)

    def _leads_to_place(self, at: int) -> bool:
        """Whether only words of names stand between `at` and a place: `Hội Chăm sóc sức khỏe … Việt Nam`."""
        if self.head.kind != "mass":
            return False
        while blank := _BLANK.match(self.folded, at):
            if place_stop(self.cased, self.folded, blank.end()) is not None:
                return True
            word = name_words().longest(self.folded, blank.end())
            if word is None:
                break
            at = word
        return False

    def _capital(self, at: int) -> bool:
        word = _TOKEN.match(self.cased, at)
        if word is None or not (
            self._goes_on(word.group(), at) or (self.proper and _LAST_OF_PLACE.match(self.cased, at))
        ):
            return False
        stop = word.end()
        small = _SMALL_TOKEN.match(self.cased, stop) if self._has_words_of_two_syllables() else None
        if small is not None and not _LEVEL.match(self.folded, small.start(1)):
            known = name_words().longest(self.folded, small.start(1))
            if known is None and small.group(1) not in clause_words():
                stop = small.end()
        self.proper = True
        return self._take(stop, "word")

    def _has_words_of_two_syllables(self) -> bool:
        """Whether capitals in such a name begin words (`Cục Thú y`) and no proper names (`Chi bộ Sao Mai`)."""
        return self.head.kind not in ("party", "company", "school") and self.own not in _PROPER_NAMED

    def _small_words(self, at: int) -> bool:
        """Small words we do not know, where the name is a task: `Trung tâm chống ngập`, `Ban quản lý chợ`."""
        if self.last not in ("head", "word") or self.head.kind in ("party", "army"):
            return False
        if self.proper and self._is_act(at):  # Công ty Sao Mai đầu tư …
            return False
        object_of_act = self.act and self.head.kind != "mass"
        bare = self.last == "head" and self.own in _TASK_HEADS
        if not (object_of_act or bare or (self.last == "word" and self.head.kind in _FREELY_NAMED)):
            return False
        tail = Tail(
            may_close=object_of_act or (bare and self.head.kind != "mass"),
            before_capital=object_of_act or self.head.kind in _FREELY_NAMED,
            fewest=1 if object_of_act or self.own == "ban chỉ đạo" else 2,
            begins_head=self._begins_organisation,
        )
        stop = tail_stop(self.cased, self.folded, at, self.names, tail)
        self.act = False
        return stop is not None and self._take(stop, "word")

    def _is_act(self, at: int) -> bool:
        stop = name_words().longest(self.folded, at)
        return stop is not None and _plain(self.folded[at:stop]) not in _nouns()

    def _begins_organisation(self, at: int) -> bool:
        return self.cased[at].isupper() and find_head(self.cased, self.folded, at) is not None

    # ------------------------------------------------ joints

    def _joined(self) -> bool:
        """What `và`, a dash, a comma, `của` or `về` adds to the name."""
        joint = _JOINT.match(self.folded, self.stop)
        if joint is not None:
            return joint.end() not in self.names and self._after_joint(joint.group("sign"), joint.end())
        comma = _COMMA.match(self.folded, self.stop)
        if comma is not None:
            return self._after_comma(comma.end())
        if self.own not in _AUTHORITIES:
            return False
        of, about = _OF.match(self.folded, self.stop), _ABOUT.match(self.folded, self.stop)
        stop = head_phrases().longest(self.folded, of.end()) if of else None
        stop = self._about(about.end()) if about else stop
        return stop is not None and self._take(stop, "word" if about else "place")

    def _about(self, at: int) -> int | None:
        """What a steering board is about: `về |phòng, chống tham nhũng|`, `về |PCTN|`."""
        letters = _ABBREVIATION.match(self.cased, at)
        return letters.end() if letters else _fields().longest(self.folded, at)

    def _after_joint(self, sign: str, at: int) -> bool:
        if sign == "-" and self._friend(at):
            return True
        if sign == "-" and self.last == "place":
            return self._higher_place(at)
        head_stop = find_head(self.cased, self.folded, at)
        if head_stop is not None:
            return self._after_joint_head(sign, at, head_stop)
        if self.head.tail != "field" or self.last != "word" or self._is_telling(at):
            return False
        stop = _fields().longest(self.folded, at) or name_words().longest(self.folded, at)
        if stop is None or self.folded[at:stop] == "trung ương" or self._opens_other(at):
            return False
        one_word_before = self.stop - self.head_stop <= 14  # `Sở Kế hoạch - đầu tư`
        return (sign != "-" or self.cased[at].isupper() or one_word_before) and self._take(stop, "word")

    def _after_joint_head(self, sign: str, at: int, stop: int) -> bool:
        """Another head: the second level of a school, `Trường Tiểu học và |THCS| Hòa Bình`, or the body of an organ."""
        if self.last == "head" and self.head.kind == "school" and self.folded[at:stop] in _SCHOOL_LEVELS:
            return self._take(stop, "word")
        return sign == "-" and self.head.organ and not head_called(self.folded[at:stop]).organ and self._nested(at)

    def _friend(self, at: int) -> bool:
        """The other country of an association of friends: `Hội hữu nghị Việt Nam - |Cuba|`."""
        of_friends = self.folded.startswith("hội hữu nghị", self.start)
        known = place_stop(self.cased, self.folded, at) if of_friends else None
        return known is not None and self._take(known, "place")

    def _opens_other(self, at: int) -> bool:
        word = _TOKEN.match(self.folded, at)
        return word is not None and word.group() in _CAPITAL_STOPS and begins_title(self.cased, self.folded, at)

    def _after_comma(self, at: int) -> bool:
        if self.last == "place":
            if _LEVEL.match(self.folded, at) is None:
                return 0 <= self.level < _DISTRICT and self._district(at)
            return self._higher_place(at)
        parents = _PARENTS.get(self.own, ())
        inner = read_phrase(self.cased, self.folded, at) if parents else None
        if inner is None:
            return False
        text = self.folded[at : inner.stop]
        if " " not in text or not any(text.startswith(f"{parent} ") for parent in parents):
            return False
        self.inner = inner if self.head.organ else None
        return self._take(inner.stop, "place")
