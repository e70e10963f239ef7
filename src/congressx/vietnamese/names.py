"""Names of persons in one line of news: who is named, by which honorific, with which ranks.

A name is a run of capitalised syllables that begins with a surname, or that an honorific, a rank or a title introduces. What is
named after a person (streets, schools, `Đoàn TNCS Hồ Chí Minh`) is no person, and a name ends before the next title or place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import Literal

import regex

from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.places import place_stop
from congressx.vietnamese.spelling import fold

Honorific = Literal["comrade", "mr", "ms"]


@dataclass(frozen=True, slots=True)
class Name:
    """One full name. `ranks` stand between the honorific and the name, or before both, in text order."""

    span: Span
    honorific: Honorific | None
    honorific_span: Span | None
    ranks: tuple[Span, ...]
    surname_known: bool


@dataclass(frozen=True, slots=True)
class ShortName:
    """A later mention by honorific and given name: `ông Vinh`."""

    span: Span
    honorific: Honorific
    honorific_span: Span


class _State(StrEnum):
    NAME = "name"
    OPEN = "open"
    """Looks like a name, but only a neighbour in a list can say so."""
    THING = "thing"
    """A street, a school, a prize with the name of a person."""
    PLACE = "place"
    """A place named after a place word: `xã Lương Hòa`."""


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands directly before a name."""

    start: int
    honorific: Honorific | None = None
    honorific_span: Span | None = None
    ranks: tuple[Span, ...] = ()
    cue: bool = False


@dataclass(frozen=True, slots=True)
class _Draft:
    """A possible name while its line is being read."""

    span: Span
    lead: _Lead
    state: _State
    surname: str | None


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring capitalised words."""

    cased: str
    folded: str
    tokens: tuple[tuple[int, int], ...]
    shouted: bool
    words: tuple[str, ...] = field(default=())

    def surname(self, index: int) -> str | None:
        """The class of the surname at `index`."""
        return _surnames().get(self.words[index])

    def until(self, index: int) -> int:
        """Where token `index` ends in the line."""
        return self.tokens[index][1]


# ---------------------------------------------------------------- gazetteers


@cache
def _surnames() -> dict[str, str]:
    return {fold(name): kind for name, kind in rows("surnames.tsv")}


@cache
def _stops() -> frozenset[str]:
    return frozenset(entries("name_stops.txt"))


@cache
def _not_names() -> frozenset[str]:
    return frozenset(entries("not_names.txt"))


# ---------------------------------------------------------------- patterns

_WORD = r"\p{Lu}[\p{L}\p{M}]*(?:'[\p{L}\p{M}]+)?"
_RUN = regex.compile(rf"(?<![\p{{L}}\p{{M}}\d])(?P<token>{_WORD})(?: {{1,2}}(?P<token>{_WORD}))+(?![\p{{L}}\d])")
_NEXT_WORD = regex.compile(r" {1,2}(\p{Ll}[\p{L}\p{M}]*)")
_SYLLABLE = regex.compile(
    r"(?:ng?h?|g[hi]|[kp]h|qu|t[hr]|ch|nh|[bcdđghklmnprstvx])?"
    r"(?:[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3})(?:ch|n[gh]|[cmnpt])?"
)
_MIDDLE = frozenset({"văn", "thị"})
"""Middle names that nothing but a person has."""

_HONORIFICS: tuple[tuple[str, Honorific], ...] = (
    (r"đồng\s*chí|đ\s?/\s?c\.?|đ\.\s?c\.?|đc\.?", "comrade"),
    (r"ông|ô\.?|anh|thầy(?:\s+giáo)?", "mr"),
    (r"bà|chị|cô(?:\s+giáo)?", "ms"),
)
_ANY_HONORIFIC = "|".join(words for words, _ in _HONORIFICS)
_DEGREE = r"(?:pgs|gs|tskh|ts|th\.?s|ck(?:i{1,2}|[12])|bs(?:ck(?:i{1,2}|[12]))?|ks|kts|cn(?=\.)|ds|ls|nsnd|nsưt|ngnd|ngưt|nnnd|nnưt|ttnd|ttưt)"
_WORD_RANK = (
    r"(?:thiếu|trung|thượng|đại)\s+(?:tướng|tá|úy)|chuẩn\s+(?:tướng|đô\s+đốc)|(?:phó\s+)?đô\s+đốc"
    r"|(?:phó\s+)?giáo\s+sư|tiến\s+s[ĩỹ](?:\s+khoa\s+học)?|thạc\s+s[ĩỹ]|(?:bác|dược|y)\s+s[ĩỹ](?:\s+(?:ưu\s+tú|chuyên\s+khoa\s+(?:cấp\s+)?(?:i{1,2}|[12])))?"
    r"|kỹ\s+sư|cử\s+nhân|luật\s+sư|kiến\s+trúc\s+sư|viện\s+s[ĩỹ]|nhà\s+(?:thơ|văn|giáo(?:\s+(?:nhân\s+dân|ưu\s+tú))?|báo)"
    r"|(?:nhạc|nghệ|họa|ca)\s+s[ĩỹ](?:\s+(?:nhân\s+dân|ưu\s+tú))?"
)
_RANK = rf"(?:{_DEGREE}(?:\s?[.\-,]{{1,2}}\s?{_DEGREE})*|{_WORD_RANK})"
_RANKED = regex.compile(rf"(?<![\p{{L}}])(?P<rank>{_RANK})(?=[\s.,:\-]|$)")
_RANK_BEFORE = regex.compile(rf"(?r)(?<![\p{{L}}\p{{M}}/])(?P<rank>{_RANK})\s*[.,:\-]?\s*")
_HONORIFIC_BEFORE = regex.compile(rf"(?r)(?<![\p{{L}}\p{{M}}\d/])(?P<honorific>{_ANY_HONORIFIC})\s*(?::\s*)?")
_CUE_BEFORE = regex.compile(
    r"(?r)(?<!\p{L})(?:luật gia|cụ|bác|chú|vị|nhà nghiên cứu|anh hùng(?: lao động| llvtnd)?|chiến sĩ|liệt sĩ|cựu chiến binh|hòa thượng|thượng tọa|đại đức|linh mục|doanh nhân|nghệ nhân)\s*"
)
_LEAD_WORDS = frozenset(
    "chí c đc ông ô anh thầy bà chị cô giáo tướng tá úy đốc sư sĩ sỹ học tú i ii 1 2 nhân thơ văn báo dân gia cụ bác chú vị cứu động llvtnd binh "
    "thượng tọa đức mục pgs gs tskh ts ths s cki ckii ck1 ck2 bs bscki bsckii ks kts cn ds ls nsnd nsưt ngnd ngưt nnnd nnưt ttnd ttưt hùng".split()
)
_LAST_WORD = regex.compile(r"(?r)(?P<word>[\p{L}\p{M}\d]+)[\s.,:\-]*")
_LEADING = regex.compile(rf"(?:(?:{_ANY_HONORIFIC}|{_RANK})(?![\p{{L}}\p{{M}}])\s*[.,:]?\s*)+")
_LEADING_FIRST = frozenset("đồng đ đc ông ô anh thầy bà chị cô thiếu trung thượng đại chuẩn giáo phó tiến thạc bác dược kỹ cử luật kiến viện nhà nhạc nghệ họa ca "
                           "pgs gs tskh ts ths th bs ks kts cn ds ls nsnd nsưt ngnd ngưt cki ckii".split())  # fmt: skip

_THING_BEFORE = regex.compile(
    r"(?r)(?<!\p{L})(?<!(?:thành|yêu|nhu|toàn|hoàn|gia|hâm|thông|cảnh|dự|trình|môi|thị|hội|lập|hiện|hòa|lý|nghị|công|trung|bọn|tư|nhật) )(?:đường|phố|đại lộ|ngõ|hẻm|cầu|hầm|chợ|công viên|quảng trường|tượng đài|khu tưởng niệm|khu di tích|nhà tưởng niệm|lăng|đền|đình|chùa|mộ"
    r"|trường|thpt|thcs|th|ptth|ptdtnt|tiểu học|mầm non|mẫu giáo|trung học(?: cơ sở| phổ thông)?|đại học|đh|cao đẳng|học viện|trung tâm|bệnh viện|bv|nhà hát|rạp|sân vận động|svđ|sân|nhà thi đấu"
    r"|giải|giải thưởng|cúp|quỹ|học bổng|huân chương|huy hiệu|danh hiệu|tư tưởng|đạo đức|phong cách|tấm gương|chủ nghĩa|thời đại|di chúc"
    r"|tncs|thanh niên cộng sản|tntp|thiếu niên tiền phong|đội tntp|bảo tàng|khách sạn|nhà hàng|siêu thị|khu công nghiệp|kcn|cụm công nghiệp|khu đô thị|kđt|chung cư"
    r"|lớp|dòng họ|họ|tàu|chiến dịch|núi|sông|đèo|hang|bến|ga|nút giao|ngã tư|ngã ba|bùng binh|vòng xoay|khu phố|số \d+[a-z]?|vạn)\s+\"?"
)
_PLACE_BEFORE = regex.compile(
    r"(?r)(?<!\p{L})(?:tỉnh|thành phố|tp|huyện|quận|thị xã|tx|xã|phường|thị trấn|tt|thôn|ấp|bản|buôn|làng|bang|khóm|khu vực|vùng|đảo)\.?\s+"
)
_OFFICE = (
    r"(?:bí thư|chủ tịch|chủ nhiệm|giám đốc|tổng cục trưởng|(?<!hội |thị |môi |tăng |trung |chủ )trưởng(?! thành)|thủ tướng|ủy viên|tổng biên tập|biên tập|chánh|thư ký|hiệu trưởng|hiệu phó"
    r"|chỉ huy|tư lệnh|chính ủy|tham mưu|đại sứ|đại biểu|đbqh|tổng thanh tra|viện trưởng|kiểm toán|thống đốc|phó ban|phó đoàn|phó phòng|pct|ct|pbt|tuv|uvbtv|uvtw|gđ|pgđ|ủy ban|đội trưởng|quyền)"
)
_OFFICES = regex.compile(rf"(?<!\p{{L}}){_OFFICE}(?!\p{{L}})")
_OFFICE_AFTER = regex.compile(
    rf"\s*(?:[,(:-]\s*|là\s+)(?:nguyên\s+|cựu\s+|quyền\s+|tân\s+|hiện\s+là\s+)?(?:phó\s+|tổng\s+|ủy\s+viên|uv\w*|(?:tỉnh|thành|huyện|quận|đảng|thị)\s+ủy\s+viên|{_OFFICE})"
)
_ACT_AFTER = regex.compile(
    r"\s+(?:đã\s+|cũng\s+|được\s+|tiếp tục\s+|vừa\s+)*(?:phát biểu|cho biết|nhấn mạnh|cho rằng|khẳng định|yêu cầu|đề nghị|trình bày|chủ trì|trúng cử|tái (?:đắc )?cử|đắc cử|bầu|giữ chức|nói|trao|tặng|thay mặt|ký|làm)(?!\p{L})"
)
_TITLE_WORDS = frozenset(
    "ủy tỉnh thành phố huyện quận xã phường thị trấn trung ương thường trực thứ nhất nhân dân hội đồng đoàn các cơ quan và khối đảng quốc gia việt nam nước nhà "
    "tướng trưởng phó ban tổ chức tuyên giáo dân vận nội chính kiểm tra chấp hành vụ bộ sở cục phòng khoa học công nghệ kế hoạch đầu tư tài nguyên môi trường "
    "văn hóa thể thao du lịch giáo dục đào tạo y tế lao động thương binh xã hội nông nghiệp phát triển thôn giao thông vận tải xây dựng tư pháp an luật sinh viên phụ nữ liên hiệp "
    "cựu chiến binh thanh niên cộng sản mặt trận tổ quốc doanh nghiệp tối cao trường tập tổng ty viện tòa án sát kiêm đại biểu chính phủ biên".split()
)
_CHUNK = regex.compile(r"[^,;:.!?()\"\-/]*$")
_LISTED = regex.compile(r"\s*(?:,|;|và|cùng|&)\s*(?:(?:và|cùng)\s+)?")
_JOINED = regex.compile(r"\s*(?:,|và|cùng|&)\s*(?:(?:và|cùng)\s+)?")
_STREETS = regex.compile(r"\s*(?:[,;/-]|và)\s*")
_PLURAL = regex.compile(
    rf"(?<!\p{{L}})(?:(?:các|những|cùng các|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|0?[2-9]|[1-9]\d)\s+(?:vị\s+)?)(?P<honorific>{_ANY_HONORIFIC})(?!\p{{L}})"
)
_MIXED = regex.compile(r"\s*(?:[,/(-]|và)\s*(?:các\s+)?(?:ông|bà|anh|chị|thầy|cô)(?!\p{L})")
_HEADED_LIST = regex.compile(rf"(?<!\p{{L}})(?P<honorific>đồng\s*chí)\s*:")
_SINGULAR = regex.compile(rf"(?<![\p{{L}}/])(?:{_ANY_HONORIFIC})(?!\p{{L}})\s*:?\s*(?=\S)")
_SENTENCE_END = regex.compile(r"(?<![\p{Lu}\d]|\b(?:tp|ts|gs|ths|pgs|t))[.!?](?=\s|$)|[.!?](?=\s*\n)")
_AFTER_SEPARATOR = regex.compile(r"(?r)(?:[;,:+•*-]|(?<!\p{L})(?:và|cùng|gồm|là))\s*(?:\d{1,2}\s?[.)/-]\s*)?")


# ---------------------------------------------------------------- the two questions


def find_names(cased: str, folded: str) -> tuple[Name, ...]:
    """Every full name of one line, in text order.

    >>> line = "Bí thư Tỉnh ủy Bình Dương Trần Văn Nam và bà H'Yim Niê dự lễ tại đường Lê Lợi"
    >>> [name.span.of(line) for name in find_names(line, fold(line))]
    ['Trần Văn Nam', "H'Yim Niê"]
    """
    drafts = [draft for run in _runs(cased, folded) for draft in _drafts(run)]
    if not drafts:
        return ()
    drafts = _settled(drafts, folded)
    names = [
        Name(draft.span, draft.lead.honorific, draft.lead.honorific_span, draft.lead.ranks, draft.surname is not None)
        for draft in drafts
        if draft.state is _State.NAME
    ]
    return tuple(_shared(names, folded))


@lru_cache(maxsize=256)
def name_spans(cased: str, folded: str) -> dict[int, int]:
    """Start and stop of the full names of one line; asked again and again while the organisations of that line are read."""
    return {name.span.start: name.span.stop for name in find_names(cased, folded)}


def begins_title(cased: str, folded: str, start: int) -> bool:
    """Whether a title, an organisation or a clause of the gazetteer begins at `start`, whatever its case.

    >>> begins_title("Bí thư Tỉnh ủy", "bí thư tỉnh ủy", 0)
    True
    """
    pair = _PAIR.match(folded, start)
    return pair is not None and (pair.group(1) in _stops() or f"{pair.group(1)} {pair.group(2)}" in _stops())


def is_syllable(word: str) -> bool:
    """Whether a folded word has the shape of a Vietnamese syllable.

    >>> [is_syllable(word) for word in ("nguyễn", "trump", "ubnd")]
    [True, False, False]
    """
    return _SYLLABLE.fullmatch(word) is not None


_PAIR = regex.compile(r"([\p{L}\p{M}]+)(?: {1,2}([\p{L}\p{M}]+))?")

_SHORT = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}/])(?P<honorific>(?i:{_ANY_HONORIFIC}))\s+(?P<given>\p{{Lu}}\p{{Ll}}*)(?![\p{{L}}\p{{M}}'])(?!\s{{1,2}}\p{{Lu}})"
)


def find_short_names(cased: str, folded: str) -> tuple[ShortName, ...]:
    """Later mentions by honorific and given name alone.

    >>> line = "Ông Vinh cho biết, bà Rịa và cô Tô Thị Lan thì không."
    >>> [name.span.of(line) for name in find_short_names(line, fold(line))]
    ['Vinh']
    """
    found: list[ShortName] = []
    for match in _SHORT.finditer(cased):
        given = Span(*match.span("given"))
        honorific = Span(*match.span("honorific"))
        word = given.of(folded)
        if not _SYLLABLE.fullmatch(word) or f"{honorific.of(folded)} {word}" in _NO_SHORT_NAMES:
            continue
        if _follows_stop(cased, folded, given) or _THING_BEFORE.match(
            folded, max(0, honorific.start - 40), honorific.start
        ):
            continue
        found.append(ShortName(given, _kind(honorific.of(folded)), honorific))
    return tuple(found)


_NO_SHORT_NAMES = frozenset(
    {"bà rịa", "cô tô", "bà nà", "bà trưng", "bà triệu", "ông trời", "bà đen", "ông đốc", "anh quốc", "bà tĩnh"}
)

_BYLINE_HEAD = regex.compile(
    r"(?i)^\(?(?:tin|bài|ảnh|nguồn|theo|tác giả|thực hiện|clip|video|đồ họa|bttt|pv|ctv)\b[^.!?]{0,60}$"
)
_BYLINE_NAME = regex.compile(
    r"^\(?(?:[\p{Lu}][\p{L}\p{M}']*\.?)(?:[ .]{1,2}[\p{Lu}][\p{L}\p{M}']*\.?){0,3}(?:\s*[-,&/(]\s*(?:[\p{Lu}][\p{L}\p{M}.']*)(?:\s[\p{Lu}][\p{L}\p{M}.']*){0,3}\)?){0,2}\.?\)?$"
)


def looks_like_byline(line: str) -> bool:
    """Whether a whole line is nothing but who wrote, took or sent something.

    >>> [looks_like_byline(line) for line in ("Thu Lan", "Tin, ảnh: LINH CHI", "X.H", "PV", "Nguyễn Hiền/VOV", "Theo Báo Sao Mai")]
    [True, True, True, True, True, True]
    >>> looks_like_byline("Đại hội thành công tốt đẹp.")
    False
    """
    line = line.strip()
    if not line or len(line) > 70:
        return False
    return bool(_BYLINE_HEAD.match(line) or _BYLINE_NAME.match(line))


# ---------------------------------------------------------------- runs of capitals


def _runs(cased: str, folded: str) -> Iterator[_Run]:
    for match in _RUN.finditer(cased):
        tokens = tuple(match.spans("token"))
        words = tuple(folded[start:stop] for start, stop in tokens)
        shouted = match.group().isupper() and len(match.group()) > 2 * len(tokens)
        yield _Run(cased, folded, tokens, shouted, words)


def _drafts(run: _Run) -> Iterator[_Draft]:
    """Possible names of one run, left to right."""
    index, size = 0, len(run.tokens)
    index = _after_lead_words(run)
    if index >= size - 1:
        return
    if not any(map(_surnames().get, run.words)) and not _led(run, index):
        return
    first, boundary, place, found = index, True, False, False
    while index < size - 1:
        lead = _lead(run.folded, run.tokens[index][0]) if index == first or run.surname(index) else None
        count = _place_count(run, index)
        honoured = lead is not None and lead.honorific is not None and run.surname(index) is not None
        if count and not honoured and _is_place(run, index, count):
            index, boundary = index + count, True
            continue
        if index == first and not (lead and lead.cue) and _names_a_place(run, index):
            index, boundary, place = index + 1, False, True
            continue
        draft = _draft(run, index, lead, boundary) if lead else None
        if draft is None:
            boundary = _is_boundary(run, index)
            index += 1
            continue
        yield draft
        found = True
        index = next(i for i in range(index, size) if run.until(i) >= draft.span.stop) + 1
        boundary = False
    if place and not found:
        yield _Draft(Span(run.tokens[first][0], run.until(-1)), _Lead(run.tokens[first][0]), _State.PLACE, None)


def _after_lead_words(run: _Run) -> int:
    """Index of the first word after capitalised honorifics and ranks: `Ông Trần …`, `Đồng Chí Trần …`, `TS Trần …`."""
    if run.words[0] not in _LEADING_FIRST:
        return 0
    if _place_count(run, 0):
        return 0
    leading = _LEADING.match(run.folded, run.tokens[0][0], run.tokens[-1][0])
    if leading is None:
        return 0
    return next((i for i, (start, _) in enumerate(run.tokens) if start >= leading.end()), 0)


def _led(run: _Run, index: int) -> bool:
    return _lead(run.folded, run.tokens[index][0]).cue


def _place_count(run: _Run, index: int) -> int:
    """How many words of the run the place at `index` takes."""
    stop = place_stop(run.cased, run.folded, run.tokens[index][0])
    if stop is None:
        return 0
    return next((i + 1 - index for i in range(index, len(run.tokens)) if run.until(i) == stop), 0)


def _is_place(run: _Run, index: int, count: int) -> bool:
    """Whether the words that make a place are one here: `Thái Bình Trần Văn Nam`, not `Vũ Quang Minh`."""
    rest = len(run.tokens) - index - count
    if rest == 0 or run.surname(index) is None:
        return True
    if rest >= 2:
        after = run.surname(index + count)
        if after in ("common", "highland") or run.words[index + count + 1] in _MIDDLE or (after and rest >= 3):
            return True
    return len(run.tokens) - index > 4 or (rest == 1 and len(run.words[index + count]) == 1)


def _names_a_place(run: _Run, index: int) -> bool:
    """Whether a place word stands before and the run begins with the name of a place we do not know: `xã Tân Hòa Trần Văn Nam`."""
    start = run.tokens[index][0]
    before = _PLACE_BEFORE.match(run.folded, max(0, start - 14), start)
    if before is None:
        return False
    big = before.group().split()[0].rstrip(".") in ("tỉnh", "thành", "tp")
    if (
        run.surname(index) == "common"
        and len(run.tokens) - index >= 3
        and (big or _titled(run.cased, run.folded, start))
    ):
        return False
    return not (run.surname(index) and run.words[index + 1] in _MIDDLE)


_BOUNDARY_WORDS = frozenset(
    "hội bộ sở đoàn đảng ban báo đài viện trường tỉnh huyện quận xã phường cục vụ khối theo tại từ do với và của trong sau khi nếu còn cùng có là mời vì gồm như cả nhờ để đến được".split()
)


def _is_boundary(run: _Run, index: int) -> bool:
    """Whether a name may begin after this word that is no part of one: `Hội`, `UBND`, a word at the head of a sentence."""
    start, stop = run.tokens[index]
    return run.words[index] in _BOUNDARY_WORDS or (
        stop - start > 1 and run.cased[start:stop].isupper() and not run.shouted
    )


# ---------------------------------------------------------------- one name


def _draft(run: _Run, index: int, lead: _Lead, boundary: bool) -> _Draft | None:
    """The name that begins at word `index`, or None when none can."""
    surname = run.surname(index)
    if not _may_start(run, index, surname, lead, boundary):
        return None
    last = _last_word(run, index, surname)
    if last is None:
        return None
    span = Span(run.tokens[index][0], run.until(last))
    words = run.words[index : last + 1]
    if not _sane(words, surname):
        return None
    return _Draft(span, lead, _state(run, span, words, surname, lead), surname)


def _may_start(run: _Run, index: int, surname: str | None, lead: _Lead, boundary: bool) -> bool:
    if _stops_at(run, index):
        return False
    if lead.cue:
        return True
    if surname is None:
        return False
    following = run.words[index + 1]
    if following in _MIDDLE:
        return True
    if surname == "common":
        return True
    after = _surnames().get(following)
    if after == "common" and len(run.tokens) - index >= 4 and (surname == "rare" or _is_office_word(run, index)):
        return False  # `Trung ương Đoàn Lê Quốc Minh`, `Từ Nguyễn Văn An`
    return boundary


_BEFORE_DOAN = regex.compile(
    r"(?r)(?<!\p{L})(?:trung ương|tw|t\.ư|tư|bí thư|chủ tịch|tỉnh|thành|huyện|quận|xã|thị|bch|chấp hành|cán bộ|trưởng|phó|viên)\s+"
)


def _is_office_word(run: _Run, index: int) -> bool:
    """Whether the word is `Đoàn`, the Youth Union, after a title."""
    start = run.tokens[index][0]
    return run.words[index] == "đoàn" and bool(_BEFORE_DOAN.match(run.folded, max(0, start - 14), start))


def _stops_at(run: _Run, index: int) -> bool:
    """Whether a title, an organisation or a clause begins at word `index`."""
    word = run.words[index]
    if word in _stops():
        return True
    if index + 1 < len(run.tokens):
        return f"{word} {run.words[index + 1]}" in _stops()
    return _follows_stop(run.cased, run.folded, Span(*run.tokens[index]))


def _follows_stop(cased: str, folded: str, word: Span) -> bool:
    """Whether the word and the small word after it begin something else: `Trần Văn Nam Chủ tịch`."""
    following = _NEXT_WORD.match(cased, word.stop)
    return following is not None and f"{word.of(folded)} {folded[following.start(1) : following.end(1)]}" in _stops()


def _last_word(run: _Run, index: int, surname: str | None) -> int | None:
    """Index of the last word of the name that begins at `index`; None when it would be too short or too long."""
    stop = index + 1
    while stop < len(run.tokens) and not _ends_before(run, index, stop):
        stop += 1
    longest = 6 if surname == "highland" else 5
    if stop - index > longest:
        second = next((i for i in range(index + 2, stop - 1) if run.surname(i) == "common"), None)
        if second is None or second - index > longest:
            return None
        stop = second
    return stop - 1 if stop - index >= 2 else None


def _ends_before(run: _Run, index: int, stop: int) -> bool:
    if _stops_at(run, stop):
        return True
    start, end = run.tokens[stop]
    if not run.shouted and end - start > 1 and run.cased[start:end].isupper() != _is_shouted(run, index):
        return True
    return stop - index >= 3 and _place_count(run, stop) >= 2 and run.surname(stop) != "common"


def _is_shouted(run: _Run, index: int) -> bool:
    """Whether the word is all capitals: `UBND TP LÊ VĂN NAM` in a line that is not."""
    start, end = run.tokens[index]
    return end - start > 1 and run.cased[start:end].isupper()


def _sane(words: Sequence[str], surname: str | None) -> bool:
    if surname == "highland":
        return True
    foreign = [word for word in words if not _SYLLABLE.fullmatch(word) and _surnames().get(word) != "highland"]
    return not foreign or (surname == "common" and len(foreign) < len(words) - 1)


def _state(run: _Run, span: Span, words: Sequence[str], surname: str | None, lead: _Lead) -> _State:
    text = " ".join(words)
    if text == "hồ chí minh":
        return _State.THING
    if lead.cue:
        return _State.NAME
    if _THING_BEFORE.match(run.folded, max(0, span.start - 40), span.start):
        return _State.THING
    titled = _titled(run.cased, run.folded, span.start)
    if text in _not_names():
        return _State.NAME if titled else _State.THING
    if titled and (surname != "rare" or len(words) >= 3):
        return _State.NAME
    if run.shouted and not _shouted_alone(run, span):
        return _State.OPEN
    if len(words) >= 3 and (surname in ("common", "ordinary") or words[1] in _MIDDLE):
        return _State.NAME
    if _OFFICE_AFTER.match(run.folded, span.stop) or (surname == "common" and _ACT_AFTER.match(run.folded, span.stop)):
        return _State.NAME
    return _State.OPEN


def _shouted_alone(run: _Run, span: Span) -> bool:
    """Whether a name in capitals fills its run, or ends at a title."""
    return span.start == run.tokens[0][0] and span.stop == run.tokens[-1][1]


# ---------------------------------------------------------------- what stands before


def _kind(honorific: str) -> Honorific:
    return next(kind for words, kind in _HONORIFICS if regex.fullmatch(words, honorific))


def _lead(folded: str, start: int) -> _Lead:
    """Ranks and honorific that stand directly before `start`."""
    last = _LAST_WORD.match(folded, max(0, start - 16), start)
    if last is None or last.group("word") not in _LEAD_WORDS:
        return _Lead(start)
    ranks: list[Span] = []
    at = start
    while rank := _RANK_BEFORE.match(folded, max(0, at - 60), at):
        ranks.insert(0, Span(*rank.span("rank")))
        at = rank.start()
    honorific = _HONORIFIC_BEFORE.match(folded, max(0, at - 14), at)
    if honorific is not None:
        span = Span(*honorific.span("honorific"))
        kind = _kind(span.of(folded))
        at = honorific.start()
        while rank := _RANK_BEFORE.match(folded, max(0, at - 60), at):
            ranks.insert(0, Span(*rank.span("rank")))
            at = rank.start()
        return _Lead(at, kind, span, tuple(ranks), True)
    if ranks:
        return _Lead(at, ranks=tuple(ranks), cue=True)
    cue = _CUE_BEFORE.match(folded, max(0, start - 30), start)
    return _Lead(cue.start() if cue else start, cue=cue is not None)


def _titled(cased: str, folded: str, start: int) -> bool:
    """Whether the words before are a title that leads up to the name: `Chủ tịch UBND tỉnh Hà Ban`."""
    chunk = _CHUNK.search(folded, max(0, start - 90), start)
    if chunk is None:
        return False
    offices = list(_OFFICES.finditer(folded, chunk.start(), start))
    if not offices:
        return False
    between = _BETWEEN.finditer(cased, offices[-1].end(), start)
    return all(word.group()[0].isupper() or folded[word.start() : word.end()] in _TITLE_WORDS for word in between)


_BETWEEN = regex.compile(r"[\p{L}\p{M}\d']+")


# ---------------------------------------------------------------- what neighbours say


def _settled(drafts: list[_Draft], folded: str) -> list[_Draft]:
    """Open drafts decided by their neighbours in a list, forward and then backward."""
    for order in (1, -1):
        drafts = drafts[::order]
        for i in range(1, len(drafts)):
            before, draft = drafts[i - 1], drafts[i]
            left, right = (before, draft) if order == 1 else (draft, before)
            if order == 1 and _is_another_thing(before, draft, folded):
                drafts[i] = replace(draft, state=before.state)
            elif before.state is _State.NAME and draft.state is _State.OPEN:
                if _LISTED.fullmatch(folded, left.span.stop, right.lead.start):
                    drafts[i] = replace(draft, state=_State.NAME)
        drafts = drafts[::order]
    return drafts


def _is_another_thing(before: _Draft, draft: _Draft, folded: str) -> bool:
    """Whether a list of streets or places goes on: `đường Lê Lợi, Trần Phú`, `thôn Lương Xá Bắc, Lương Xá Nam`."""
    if draft.lead.cue or before.state not in (_State.THING, _State.PLACE):
        return False
    if before.state is _State.PLACE and draft.surname == "common":
        return False
    return _STREETS.fullmatch(folded, before.span.stop, draft.span.start) is not None


def _shared(names: list[Name], folded: str) -> Iterator[Name]:
    """Names with the honorific of the list they stand in."""
    scopes = list(_scopes(folded)) if len(names) > 1 or "các" in folded else []
    before: Name | None = None
    for name in names:
        if name.honorific_span is None or any(scope[1] == name.honorific_span for scope in scopes):
            name = _given(name, before, scopes, folded)
        yield name
        before = name


def _given(name: Name, before: Name | None, scopes: list[tuple[Span, Span, Honorific | None]], folded: str) -> Name:
    start = name.ranks[0].start if name.ranks else name.span.start
    for scope, words, kind in scopes:
        if scope.start <= start < scope.stop:
            direct = not folded[scope.start : start].strip()
            if direct or _AFTER_SEPARATOR.match(folded, max(0, start - 12), start):
                return replace(name, honorific=kind, honorific_span=words if kind else None)
    if before is not None and before.honorific is not None and name.honorific is None:
        if _JOINED.fullmatch(folded, before.span.stop, start):
            return replace(name, honorific=before.honorific, honorific_span=before.honorific_span)
    return name


def _scopes(folded: str) -> Iterator[tuple[Span, Span, Honorific | None]]:
    """Where a plural honorific reigns: up to the end of the sentence or the next honorific."""
    for match in _PLURAL.finditer(folded):
        words = Span(*match.span("honorific"))
        kind: Honorific | None = _kind(words.of(folded))
        start = match.end()
        if mixed := _MIXED.match(folded, start):
            kind, start = None, mixed.end()
        yield Span(start, _scope_stop(folded, start)), words, kind
    for match in _HEADED_LIST.finditer(folded):
        yield Span(match.end(), _scope_stop(folded, match.end())), Span(*match.span("honorific")), "comrade"


def _scope_stop(folded: str, start: int) -> int:
    end = _SENTENCE_END.search(folded, start)
    honorific = _SINGULAR.search(folded, start)
    return min([len(folded), *(match.start() for match in (end, honorific) if match)])
