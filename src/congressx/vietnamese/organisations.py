"""Organisation phrases: where one ends, what kind it is, and which body stands in it once its organs are taken off.

A phrase is a head word (`Sở`, `Đảng ủy`, `Hội Luật gia`) and what belongs to its name: fields (`Khoa học và Công nghệ`), the
organisation above it (`Ban Tuyên giáo Đảng ủy …`), levels and places (`tỉnh Bình Dương`). It ends before a person, a verb, a term.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.name_drafts import begins_title
from congressx.vietnamese.names import name_spans
from congressx.vietnamese.syllables import is_syllable
from congressx.vietnamese.phrases import Phrases
from congressx.vietnamese.places import place_stop
from congressx.vietnamese.spelling import fold


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation phrase."""

    span: Span
    head: Span
    """Its head word, e.g. `Sở` or `Ban Tuyên giáo`."""
    kind: str
    """party, state, mass, company, school, army or other: the class of the head."""
    organ: bool
    """Whether the head is an organ inside a body (guideline, clarification 1)."""


@dataclass(frozen=True, slots=True)
class _Head:
    kind: str
    organ: bool
    tail: str
    """What may follow: field, place, nested, none."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An organisation while it is being read; `inner` is the organisation named in it after its own name."""

    start: int
    head_stop: int
    head: _Head
    stop: int
    inner: _Phrase | None = None


def read_organisation(cased: str, folded: str, start: int) -> Organisation | None:
    """The longest organisation phrase that begins at `start`; None when no head word stands there.

    >>> line = "Ban Tuyên giáo Đảng ủy Khối các cơ quan tỉnh tổ chức"
    >>> read_organisation(line, fold(line), 0).span.of(line)
    'Ban Tuyên giáo Đảng ủy Khối các cơ quan tỉnh'
    """
    phrase = _read(cased, folded, start)
    return None if phrase is None else _organisation(phrase)


def find_organisations(cased: str, folded: str) -> tuple[Organisation, ...]:
    """Every organisation phrase of one line, in text order, none inside another.

    >>> line = "Sở Y tế và Hội Nông dân tỉnh phối hợp tổ chức hội nghị"
    >>> [found.span.of(line) for found in find_organisations(line, fold(line))]
    ['Sở Y tế', 'Hội Nông dân tỉnh']
    """
    found: list[Organisation] = []
    names = name_spans(cased, folded)
    at = 0
    while match := _head_words().search(folded, at):
        at = match.end()
        if match.start() in names:
            at = names[match.start()]
            continue
        phrase = _read(cased, folded, match.start())
        if phrase is None:
            continue
        if _DEPUTY_BEFORE.match(folded, max(0, match.start() - 8), match.start()) and phrase.inner is not None:
            phrase = phrase.inner
        if _stands_out(cased, folded, phrase):
            found.append(_organisation(phrase))
        at = phrase.stop
    return tuple(found)


_DEPUTY_BEFORE = regex.compile(r"(?r)(?<!\p{L})(?:thư|tịch|đốc|trưởng|nhiệm|viên) (?=thường trực)")
"""`Phó Bí thư Thường trực Tỉnh ủy`: the standing deputy, not the standing body."""


def body_of(cased: str, folded: str, span: Span) -> Span | None:
    """The body in the organisation phrase `span`: its organs are taken off; None when nothing is left.

    >>> line = "Văn phòng Thành ủy"
    >>> body_of(line, fold(line), Span(0, len(line))).of(line)
    'Thành ủy'
    >>> body_of("Đảng đoàn", "đảng đoàn", Span(0, 9)) is None
    True
    """
    phrase = _read(cased, folded, span.start)
    while phrase is not None and phrase.head.organ:
        phrase = phrase.inner
    if phrase is None or phrase.start >= span.stop:
        return None
    return Span(phrase.start, max(phrase.head_stop, min(phrase.stop, span.stop)))


def _organisation(phrase: _Phrase) -> Organisation:
    span, head = Span(phrase.start, phrase.stop), Span(phrase.start, phrase.head_stop)
    named = phrase.inner.head if phrase.head.tail == "nested" and phrase.inner else phrase.head
    return Organisation(span, head, named.kind, phrase.head.organ)


# ---------------------------------------------------------------- gazetteers


@cache
def _heads() -> dict[str, _Head]:
    return {head: _Head(kind, place == "organ", tail) for head, kind, place, tail in rows("organisation_heads.txt")}


@cache
def _head_phrases() -> Phrases:
    return Phrases(_heads())


@cache
def _not_heads() -> Phrases:
    return Phrases(entries("not_heads.txt"))


@cache
def _fields() -> Phrases:
    return Phrases(entries("ministries.txt"))


@cache
def _words() -> dict[str, str]:
    return {word: kind for word, kind in rows("organisation_words.tsv")}


@cache
def _word_phrases() -> Phrases:
    return Phrases(_words())


@cache
def _head_words() -> regex.Pattern[str]:
    words = "|".join(sorted(_head_phrases().first_words, key=len, reverse=True))
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}\d])(?:{words})(?![\p{{L}}\p{{M}}\d])")


@cache
def _abbreviations() -> frozenset[str]:
    """Heads that are letters, not words: `UBND`, `TƯ`; in small letters they are something else."""
    return frozenset(head for head in _heads() if " " not in head and not is_syllable(head)) | {"tư", "ub", "tt"}


# ---------------------------------------------------------------- patterns

_BLANK = regex.compile(r" {1,2}")
_LEVELS = {"thôn": 0, "ấp": 0, "bản": 0, "khu phố": 0, "xã": 1, "phường": 1, "thị trấn": 1, "huyện": 2, "huyện đảo": 2, "quận": 2, "thị xã": 2, "tx": 2,
           "thành phố": 3, "tp": 3, "tỉnh": 4, "thủ đô": 4, "đặc khu": 1}  # fmt: skip
_LEVEL = regex.compile(
    r"(?P<level>thị xã|thị trấn|thành phố|khu phố|thủ đô|đặc khu|tỉnh|huyện đảo|huyện|quận|phường|xã|thôn|ấp|bản|tp|tx)(?![\p{L}\p{M}\d])\.?"
)
_WORD_BEFORE = regex.compile(r"(?r)(?<![\p{L}\p{M}])([\p{L}\p{M}]+) ")
_BIG_CITY = regex.compile(r"(?:hcm|hồ chí minh|hà nội|hải phòng|đà nẵng|cần thơ)$")
_NUMBER = regex.compile(r"\d{1,2}(?!\d|[/%-]|[.,]\d)|[IVX]{1,5}(?![\p{L}\d])")
_ORDER = regex.compile(
    r"(?:số )?(?:\d{1,4}[A-ZĐ]?(?![\p{L}\d]|[/%]|[.,]\d)|[IVX]{1,5}(?![\p{L}\d]))|[A-Z]\d{0,2}(?![\p{L}\d.])"
)
_NUMBERED = frozenset(
    (
        "vụ",
        "phòng",
        "chi bộ",
        "đảng bộ",
        "quân khu",
        "tổ",
        "khoa",
        "khu",
        "vùng",
        "sư đoàn",
        "lữ đoàn",
        "trung đoàn",
        "tiểu đoàn",
        "quân đoàn",
        "binh đoàn",
    )
    + ("hải đoàn", "chi nhánh", "trạm", "cục", "xí nghiệp", "công ty", "tổng công ty", "bệnh viện", "trường")
)
"""Heads whose own name is often a number: `vụ 4`, `Chi bộ III`."""
_NUMBER_WORD = regex.compile(r"số \d{1,3}(?!\d|[/%]|[.,]\d)")
_TOKEN = regex.compile(r"[\p{L}\p{M}\d']+")
_ABBREVIATION = regex.compile(r"(?=[\p{Lu}\d]*\p{Lu})[\p{Lu}\d]{2,}(?:(?: ?& ?|-|\.)\p{Lu}+)*(?![\p{L}\p{M}])")
_DEGREE = regex.compile(r"(?:PGS|GS|TSKH|TS|ThS|THS|BS|NSND|NSƯT)(?!\p{L})")
_BRACKET = regex.compile(r" ?\((?P<letters>[\p{Lu}][\p{Lu}\d&.,\- ]{0,14})\)")
_JOINT = regex.compile(r" (?P<sign>và|&) | ?(?P<sign>-) ?")
_COMMA = regex.compile(r" ?, ")
_OF = regex.compile(r" của (?=(?:quốc hội|chính phủ|đảng)(?!\p{L}))")
_ABOUT = regex.compile(r" về (?:công tác )?")
_AUTHORITIES = frozenset(("ủy ban", "hội đồng", "ban", "viện", "ban chỉ đạo", "bcđ"))
_SMALL_STOPS = frozenset(
    "đã đang sẽ vừa mới cũng được bị do tại ở trong ngoài trên dưới với cùng cho của về từ đến tới khi vì là có và hoặc hay nhưng mà thì nên để bằng theo như sau trước "
    "khóa nhiệm lần kỳ năm ngày tháng sáng chiều tối này đó kia ấy đây tổ tiến phát trao tặng nhấn yêu đề giao chủ tham dự họp bầu báo trình đọc thông làm ra gửi nhận ký ban chúc "
    "nói chỉ chia khẳng đánh ghi biểu mong không chưa đều còn rất luôn phải cần thường hiện xin đưa kêu mời giữ nêu cảm bày phối triển thực hoàn đạt gồm chưa lại một hai ba bốn nhiều các những "
    "bí phó trưởng giám đặt hỏi viết đăng đòi xem dành xác tuyên thống hỗ tạm cách quyết mở góp đóng lấy tăng giảm gây sử áp dẫn bắt xử truy nghiêm kỷ điều ủy đồng ông bà anh chị nguyên quyền kiêm gặp thăm khai bế kết tổng nhằm qua vào lên xuống sang nơi đối đại đoàn nhất cả".split()
)
"""Small words that never go on a name that a capital began."""
_CAPITAL_STOPS = frozenset(
    "khóa nhiệm lần ông bà anh chị đồng ngày sáng chiều tối năm theo tại trong từ với sau trước đến tới dự phó trưởng nguyên quyền gs ts pgs ô".split()
)
_PARENTS = {
    "cục": ("bộ",),
    "vụ": ("bộ", "ban", "ủy ban kiểm tra", "văn phòng", "tổng cục"),
    "viện": ("bộ",),
    "tổng cục": ("bộ",),
}
"""What a department names after a comma as its own: `cục An ninh nội bộ, bộ Công an`."""


# ---------------------------------------------------------------- one phrase


@lru_cache(maxsize=512)
def _read(cased: str, folded: str, start: int) -> _Phrase | None:
    head_stop = _head_at(cased, folded, start)
    if head_stop is None:
        return None
    head = _heads()[_key(folded[start:head_stop])]
    if head.tail == "none":
        return _Phrase(start, head_stop, head, head_stop)
    return _Tail(cased, folded, start, head_stop, head).read()


@cache
def _spelled_heads() -> dict[str, str]:
    return {_key(head): head for head in _heads()}


def _key(text: str) -> str:
    """One spelling of the signs in a head."""
    return regex.sub(r" ?- ?", " - ", regex.sub(r" ?, ?", ", ", text)) if "-" in text or "," in text else text


def _head_at(cased: str, folded: str, start: int) -> int | None:
    stop = _head_phrases().longest(folded, start)
    if stop is None or (start and (folded[start - 1].isalnum())):
        return None
    text = folded[start:stop]
    if _key(text) not in _heads():
        return None
    if text in _abbreviations() and not cased[start:stop].isupper():
        return None
    blocked = _not_heads().longest(folded, start)
    if blocked is not None and blocked > stop:
        return None
    return None if _ends_other_word(folded, start, stop) else stop


@cache
def _other_words() -> frozenset[str]:
    return frozenset(entries("not_heads.txt"))


def _ends_other_word(folded: str, start: int, stop: int) -> bool:
    """Whether the head is the end of another word: `trụ sở`, `Đại hội`."""
    before = _WORD_BEFORE.match(folded, max(0, start - 14), start)
    if before is None:
        return False
    first = _TOKEN.match(folded, start, stop)
    return first is not None and f"{before.group(1)} {first.group()}" in _other_words()


class _Tail:
    """Reads what follows a head, item by item."""

    __slots__ = ("cased", "folded", "head", "head_stop", "inner", "last", "level", "starts", "start", "stop")

    def __init__(self, cased: str, folded: str, start: int, head_stop: int, head: _Head) -> None:
        self.cased, self.folded = cased, folded
        self.start, self.head_stop, self.head = start, head_stop, head
        self.stop = head_stop
        self.inner: _Phrase | None = None
        self.last = "head"
        """What was read last: head, word, place, number."""
        self.level = -1
        """The level of the last place: a commune lies in a district, not the other way round."""
        self.starts = name_spans(cased, folded)

    def read(self) -> _Phrase:
        while self.inner is None and self._step():
            pass
        return _Phrase(self.start, self.head_stop, self.head, self.stop, self.inner)

    def _step(self) -> bool:
        """Takes one more item; False when the phrase has ended."""
        if self._bracket():
            return True
        blank = _BLANK.match(self.folded, self.stop)
        if blank is not None and self._item(blank.end()):
            return True
        return self._joined()

    def _item(self, at: int) -> bool:
        if at in self.starts or at >= len(self.folded):
            return False
        tail = self.head.tail
        if tail == "nested":
            return self._nested(at)
        if tail == "place":
            return self._place(at)
        return self._number(at) or self._field(at) or self._nested(at) or self._place(at) or self._word(at)

    def _take(self, stop: int, what: str) -> bool:
        self.stop, self.last = stop, what
        return True

    # ------------------------------------------------ items

    def _bracket(self) -> bool:
        """The abbreviation of what was just read: `Sở Khoa học và Công nghệ (KH&CN)`."""
        match = _BRACKET.match(self.cased, self.stop)
        if match is None or self.last == "place":
            return False
        letters = [letter for letter in fold(match.group("letters")) if letter.isalpha()]
        initials = iter(word.group()[0] for word in _TOKEN.finditer(self.folded, self.start, self.stop))
        if len(letters) < 2 or not all(letter in initials for letter in letters):
            return False
        return self._take(match.end(), "word")

    def _number(self, at: int) -> bool:
        """`Quân khu 7`, `Chi bộ III`, `vụ 1A`, `Trường THPT Lương Hòa số 1`."""
        if self.last == "head" and self.folded[self.start : self.head_stop] in _NUMBERED:
            match = _ORDER.match(self.cased, at)
        else:
            match = _NUMBER_WORD.match(self.folded, at)
        return match is not None and self._take(match.end(), "number")

    def _field(self, at: int) -> bool:
        if self.last == "place" and not self.cased[at].isupper():
            return False
        stop = _fields().longest(self.folded, at)
        nested = _head_at(self.cased, self.folded, at)
        if stop is None or (nested is not None and nested >= stop):
            return False
        word = _word_phrases().longest(self.folded, at)
        return (word is None or word <= stop) and self._take(stop, "word")

    def _nested(self, at: int) -> bool:
        """The organisation above: `Ban Tuyên giáo Đảng ủy …`, `Đảng ủy Sở …`."""
        if not self._may_nest(at):
            return False
        inner = _read(self.cased, self.folded, at)
        if inner is None:
            return False
        self.inner = inner
        return self._take(inner.stop, "nested")

    def _may_nest(self, at: int) -> bool:
        stop = _head_at(self.cased, self.folded, at)
        if stop is None:
            return False
        head = _heads()[_key(self.folded[at:stop])]
        if self.head.tail == "nested":
            return head.kind == "mass"
        if self.last == "place" and not self.head.organ:
            return False
        if self.folded[at:stop] == "thanh tra" and self.folded[self.start : self.head_stop] in (
            "phòng",
            "ban",
            "vụ",
            "tổ",
        ):
            return False
        if not self.cased[at].isupper() and " " not in self.folded[at:stop] and self.last != "head":
            return False
        if self.head.kind == "party" or self.head.organ:
            return True
        return not head.organ and head.kind != "party"

    def _place(self, at: int) -> bool:
        """A level with or without its name, or a known place."""
        level = _LEVEL.match(self.folded, at)
        if level is None:
            stop = place_stop(self.cased, self.folded, at)
            return stop is not None and self._take(stop, "place")
        rank = _LEVELS[level.group("level")]
        if self.last == "place" and rank <= self.level:
            return False
        name = self._place_name(level.end())
        if name is None and self.last == "place" and self.level >= 0:
            return False
        self.level = 4 if name and _BIG_CITY.search(self.folded, level.start(), name) else rank
        return self._take(name or level.end("level"), "place")

    def _place_name(self, at: int) -> int | None:
        dotted = self.folded[at - 1] == "."
        while self.folded[at : at + 1] == " ":
            at += 1
        if at in self.starts:
            return None
        known = place_stop(self.cased, self.folded, at)
        if known is not None:
            return known
        number = _NUMBER.match(self.cased, at)
        if number is not None:
            return number.end()
        return None if dotted else self._unknown_place(at)

    def _unknown_place(self, at: int) -> int | None:
        """Up to three capitalised words."""
        stop = None
        for _ in range(3):
            word = _TOKEN.match(self.cased, at)
            if word is None or not word.group()[0].isupper() or at in self.starts or self._opens_other(word):
                break
            if len(word.group()) > 1 and word.group().isupper():
                break
            stop = word.end()
            blank = _BLANK.match(self.cased, stop)
            if blank is None:
                break
            at = blank.end()
        return stop

    def _opens_other(self, word: regex.Match[str]) -> bool:
        """Whether a title, an honorific or another clause begins with this word."""
        at = word.start()
        return self.folded[at : word.end()] in _CAPITAL_STOPS or begins_title(self.cased, self.folded, at)

    def _word(self, at: int) -> bool:
        """A word of the gazetteer, an abbreviation, or a capitalised word we do not know."""
        stop = _word_phrases().longest(self.folded, at)
        if stop is not None and self._allows(at, stop):
            return self._take(stop, "word")
        if self.last == "place":
            return False
        letters = _ABBREVIATION.match(self.cased, at)
        if letters is not None and not _DEGREE.match(self.cased, at):
            return self._take(letters.end(), "word")
        return self._capital(at)

    def _allows(self, at: int, stop: int) -> bool:
        capital = self.cased[at].isupper()
        if self.last == "place":
            return False
        if capital or _words()[_plain(self.folded[at:stop])] == "noun":
            return True
        return self._lists_acts() or (self.last == "word" and self._leads_to_place(stop))

    def _leads_to_place(self, at: int) -> bool:
        """Whether nothing but words of names stands between `at` and a place: `Hội Giáo dục chăm sóc sức khỏe Việt Nam`."""
        if self.head.kind != "mass":
            return False
        while blank := _BLANK.match(self.folded, at):
            if place_stop(self.cased, self.folded, blank.end()) is not None:
                return True
            word = _word_phrases().longest(self.folded, blank.end())
            if word is None:
                break
            at = word
        return False

    def _opens_office(self, at: int) -> bool:
        word = _TOKEN.match(self.cased, at)
        return word is not None and self.folded[at : word.end()] in _CAPITAL_STOPS

    def _lists_acts(self) -> bool:
        """Whether the name of such an organisation is a row of small words: `Ban quản lý dự án đầu tư xây dựng`."""
        own = self.folded[self.start : self.head_stop]
        return (
            own.startswith("ban quản lý")
            or own == "phòng"
            or (self.head.kind in ("other", "company", "school") and " " in own)
        )

    def _capital(self, at: int) -> bool:
        word = _TOKEN.match(self.cased, at)
        if word is None or not word.group()[0].isupper() or self._opens_other(word):
            return False
        stop = word.end()
        small = regex.compile(r" (\p{Ll}[\p{L}\p{M}]*)").match(self.cased, stop)
        if self._takes_small_words() and small and not _LEVEL.match(self.folded, small.start(1)):
            known = _word_phrases().longest(self.folded, small.start(1))
            if known is None and small.group(1) not in _SMALL_STOPS:
                stop = small.end()
        return self._take(stop, "word")

    def _takes_small_words(self) -> bool:
        """Whether capitals in such a name begin words of two syllables (`Cục Thú y`), not proper names."""
        own = self.folded[self.start : self.head_stop]
        return self.head.kind not in ("party", "company", "school") and own not in (
            "báo",
            "tạp chí",
            "nxb",
            "nhà xuất bản",
        )

    # ------------------------------------------------ joints

    def _joined(self) -> bool:
        """What `và`, a dash or a comma adds to the name."""
        joint = _JOINT.match(self.folded, self.stop)
        if joint is not None:
            return self._after_joint(joint.group("sign"), joint.end())
        comma = _COMMA.match(self.folded, self.stop)
        if comma is not None:
            return self._after_comma(comma.end())
        of = _OF.match(self.folded, self.stop)
        if self.folded[self.start : self.head_stop] not in _AUTHORITIES:
            return False
        if of is not None:
            stop = _head_phrases().longest(self.folded, of.end())
            return stop is not None and self._take(stop, "place")
        about = _ABOUT.match(self.folded, self.stop)
        stop = _fields().longest(self.folded, about.end()) if about else None
        return stop is not None and self._take(stop, "word")

    def _after_joint(self, sign: str, at: int) -> bool:
        if at in self.starts:
            return False
        if sign == "-":
            if self.last == "place":
                return self._higher_place(at)
            if self.head.organ and self._nested_body(at):
                return True
        if self.head.tail != "field" or self.last != "word" or _head_at(self.cased, self.folded, at) is not None:
            return False
        stop = _fields().longest(self.folded, at) or _word_phrases().longest(self.folded, at)
        if (
            stop is None
            or self.folded[at:stop] == "trung ương"
            or (begins_title(self.cased, self.folded, at) and self._opens_office(at))
        ):
            return False
        if sign == "-" and not (self.cased[at].isupper() or self._lower_style()):
            return False
        return self._take(stop, "word")

    def _lower_style(self) -> bool:
        """`Sở Kế hoạch - đầu tư`: one word stands before the dash."""
        return self.stop - self.head_stop <= 14

    def _nested_body(self, at: int) -> bool:
        stop = _head_at(self.cased, self.folded, at)
        return stop is not None and not _heads()[_key(self.folded[at:stop])].organ and self._nested(at)

    def _higher_place(self, at: int) -> bool:
        """`quận Tân Bình - TPHCM`, `xã Tân Hòa, huyện Phú Bình`."""
        level = _LEVEL.match(self.folded, at)
        if level is None:
            stop = place_stop(self.cased, self.folded, at) if 0 <= self.level < 3 else None
            return stop is not None and self._take(stop, "place")
        rank = _LEVELS[level.group("level")]
        name = self._place_name(level.end())
        if not (0 <= self.level < rank) or name is None:
            return False
        self.level = rank
        return self._take(name, "place")

    def _after_comma(self, at: int) -> bool:
        if self.last == "place":
            return _LEVEL.match(self.folded, at) is not None and self._higher_place(at)
        own = self.folded[self.start : self.head_stop]
        inner = _read(self.cased, self.folded, at)
        if inner is None or not any(
            f"{self.folded[at : inner.stop]} ".startswith(f"{parent} ") for parent in _PARENTS.get(own, ())
        ):
            return False
        if " " not in self.folded[at : inner.stop]:
            return False
        if self.head.organ:
            self.inner = inner
        return self._take(inner.stop, "nested" if self.head.organ else "place")


@cache
def _plain(text: str) -> str:
    """The gazetteer's spelling of a phrase found in text."""
    return _key(text)


def _stands_out(cased: str, folded: str, phrase: _Phrase) -> bool:
    """Whether the phrase is a name and no common noun: capitalised, or with something after a small head."""
    if _DOCUMENT_BEFORE.match(cased, max(0, phrase.start - 8), phrase.start):
        return False
    if phrase.stop == phrase.head_stop and phrase.head.kind == "school":
        return False
    if cased[phrase.start].isupper():
        alone = phrase.stop == phrase.head_stop and " " not in folded[phrase.start : phrase.head_stop]
        if not alone or cased[phrase.start : phrase.stop].isupper():
            return True
        return not _opens_sentence(cased, phrase.start) and not _PROPER_BEFORE.match(
            cased, max(0, phrase.start - 14), phrase.start
        )
    if phrase.stop == phrase.head_stop:
        return False
    return any(letter.isupper() for letter in cased[phrase.head_stop : phrase.stop])


_DOCUMENT_BEFORE = regex.compile(r"(?r)[\p{Lu}\d] ?[-/] ?")
"""`42/QĐ-UBND`: the issuer of a document number."""
_PROPER_BEFORE = regex.compile(r"(?r)(?:\p{Lu}[\p{L}\p{M}]*|ông|bà|anh|chị|cô|thầy|chí) ")
"""`ông Khoa`, `vịnh Xuân Đài`: the head word is a name here."""


def _opens_sentence(cased: str, at: int) -> bool:
    before = cased[:at].rstrip()
    return not before or before[-1] in '.!?:;"-'
