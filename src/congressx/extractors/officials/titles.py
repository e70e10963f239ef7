"""Stacks of titles: which office each one names, of which body, and whether it is still held.

>>> from congressx.vietnamese.spelling import cased, fold
>>> text = "nguyên Ủy viên Ban Thường vụ Tỉnh ủy khóa X, Phó Bí thư, Chủ tịch HĐND tỉnh"
>>> [stack] = find_title_stacks(cased(text), fold(text))
>>> for title in stack.titles:
...     print(title.office, "|", title.org and title.org.of(text), "|", title.raw.of(text), "|", title.status)
standing_committee_member | Tỉnh ủy | nguyên Ủy viên Ban Thường vụ Tỉnh ủy | former
deputy_secretary | None | Phó Bí thư | current
chairperson | HĐND tỉnh | Chủ tịch HĐND tỉnh | current
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.letters import LETTER, UPPER
from congressx.vietnamese.names import is_syllable
from congressx.vietnamese.organisations import body_of, read_organisation
from congressx.vietnamese.places import place_stop


class Office(StrEnum):
    """What a title makes of its holder."""

    GENERAL_SECRETARY = "general_secretary"
    POLITBURO_MEMBER = "politburo_member"
    SECRETARIAT_MEMBER = "secretariat_member"
    CENTRAL_COMMITTEE_MEMBER = "central_committee_member"
    CENTRAL_COMMITTEE_ALTERNATE = "central_committee_alternate"
    SECRETARY = "secretary"
    STANDING_DEPUTY_SECRETARY = "standing_deputy_secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    STANDING_COMMITTEE_MEMBER = "standing_committee_member"
    COMMITTEE_MEMBER = "committee_member"
    INSPECTION_CHAIR = "inspection_chair"
    INSPECTION_DEPUTY = "inspection_deputy"
    BOARD_HEAD = "board_head"
    BOARD_DEPUTY_HEAD = "board_deputy_head"
    PRESIDENT = "president"
    VICE_PRESIDENT = "vice_president"
    PRIME_MINISTER = "prime_minister"
    DEPUTY_PRIME_MINISTER = "deputy_prime_minister"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    CHAIRPERSON = "chairperson"
    STANDING_VICE_CHAIRPERSON = "standing_vice_chairperson"
    VICE_CHAIRPERSON = "vice_chairperson"
    DIRECTOR = "director"
    DEPUTY_DIRECTOR = "deputy_director"
    CHIEF_OF_OFFICE = "chief_of_office"
    DEPUTY_CHIEF_OF_OFFICE = "deputy_chief_of_office"
    DIVISION_HEAD = "division_head"
    DEPUTY_DIVISION_HEAD = "deputy_division_head"
    PRINCIPAL = "principal"
    VICE_PRINCIPAL = "vice_principal"
    GENERAL_DIRECTOR = "general_director"
    DEPUTY_GENERAL_DIRECTOR = "deputy_general_director"
    COMMANDER = "commander"
    POLITICAL_COMMISSAR = "political_commissar"
    DELEGATION_HEAD = "delegation_head"
    DEPUTY = "deputy"
    """Member of the National Assembly or of a council (đại biểu)."""
    OTHER = "other"


class TitleStatus(StrEnum):
    """Whether the title is held. The words of a title say the first three; the sentence around it says the others."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    ELECTED = "elected"
    NOMINEE = "nominee"


PARTY_OFFICES = frozenset(
    {
        Office.SECRETARY,
        Office.STANDING_DEPUTY_SECRETARY,
        Office.DEPUTY_SECRETARY,
        Office.STANDING_COMMITTEE_MEMBER,
        Office.COMMITTEE_MEMBER,
        Office.INSPECTION_CHAIR,
        Office.INSPECTION_DEPUTY,
    }
)
"""Offices that never take their body from a state office beside them: `Phó Bí thư, Chủ tịch UBND tỉnh`."""


_OFFICES_OF_PLACES = frozenset(
    {
        Office.SECRETARY,
        Office.STANDING_DEPUTY_SECRETARY,
        Office.DEPUTY_SECRETARY,
        Office.CHAIRPERSON,
        Office.STANDING_VICE_CHAIRPERSON,
        Office.VICE_CHAIRPERSON,
    }
)
_OFFICES_OF_FIRMS = frozenset(
    {
        Office.CHAIRPERSON,
        Office.VICE_CHAIRPERSON,
        Office.DIRECTOR,
        Office.DEPUTY_DIRECTOR,
        Office.GENERAL_DIRECTOR,
        Office.DEPUTY_GENERAL_DIRECTOR,
    }
)


@dataclass(frozen=True, slots=True)
class Title:
    """One title; spans are offsets in the text it was read from."""

    office: Office
    org: Span | None
    """The body, in the title itself or in the next title to its right."""
    raw: Span
    status: TitleStatus


@dataclass(frozen=True, slots=True)
class TitleStack:
    """Titles of one holder, joined by `,` `-` `;` `kiêm` `và`; the span takes in a `khóa …` behind the last."""

    span: Span
    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """A row of `offices.tsv`; no office for what only looks like one (`giám đốc thẩm`)."""

    office: Office | None
    body: str
    """`none`: the office says it. `central`: likewise, unless Đoàn or Hội follows. `org`: stands behind the head.
    `+bộ`: likewise, or only the field does (`Bộ trưởng Quốc phòng`), which is read as if `bộ` stood before it.
    Otherwise words of the head that begin the organisation (`Trưởng |ban Tuyên giáo`) or are it (`|Tỉnh ủy| viên`).
    """

    @property
    def silent(self) -> bool:
        return self.body in ("none", "central")

    @property
    def implied(self) -> str:
        """The word to think in front of a field that stands in place of a body; empty when there is none."""
        word = self.body.removeprefix("+")
        return word if word in _WORDS_OF_FIELDS else ""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An organisation phrase of a title and the body in it."""

    span: Span
    body: Span | None
    kind: str
    """Kind of the body; of the organ where there is no body."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A title before it takes anything from its neighbours."""

    office: Office
    silent: bool
    """The office says its body, or has none."""
    phrase: _Phrase | None
    raw: Span
    stop: int
    """Where it ends with a `khóa …` behind it."""
    status: TitleStatus

    @property
    def of_party(self) -> bool:
        in_party_organ = self.phrase is not None and self.phrase.body is None and self.phrase.kind == "party"
        return self.office in PARTY_OFFICES or in_party_organ


@dataclass(frozen=True, slots=True)
class _Line:
    cased: str
    folded: str
    names: Sequence[Span]

    def limit(self, at: int) -> int:
        """Where the next name begins; no title runs into a name."""
        return min((name.start for name in self.names if name.start >= at), default=len(self.folded))

    def named(self, span: Span) -> bool:
        return any(name.overlaps(span) for name in self.names)


_CUES = (
    "trưởng", "phó", "chủ t", "chủt", "chủ n", "chủn", "bí th", "bíth", "giám đ", "giámđ", "ủy v", "ủyv", "chánh",
    "thường trực b", "tư lệnh", "chính ủy", "chính trị v", "thủ t", "đại b", "đạib", "đbqh", "thư ký", "biên tập",
    "thủ q", "thành viên h", "thành viên c", "kiểm soát v", "thống đ", "đại sứ", "lãnh sự", "tổng t", "kiểm toán", "phụ trách",
    "uv", "ct", "gđ", "pbt", "vp",
)  # fmt: skip
"""One of these stands in every head; looking for them first makes the rest of the news cheap."""

_END = rf"(?![{LETTER}\d])"
_BEGIN = rf"(?<![{LETTER}\d])"
_OF_A_UNION = (
    r"(?!\s*(?:(?:ban chấp hành|ủy ban)\s+)?(?:trung ương|t\.?ư|tw)?\s*"
    r"(?:hội|đoàn|mttq|mặt trận|ubmttq|liên|hlh|lhpn|công đoàn)\b)"
)
_WORDS_OF_FIELDS = frozenset({"bộ", "vụ", "cục", "chi cục", "tổng cục", "viện"})
_FIELDS_IN_FULL = frozenset({"cục", "tổng cục", "chi cục", "viện"})
"""Where the field names the body well enough: `Viện trưởng Vật lý`, `Cục trưởng Đường thủy`, `Chi cục trưởng Kiểm lâm tỉnh Sông Lam`."""
_NAMELESS = frozenset({"ủy ban", "ub", "hội đồng", "ban", "ban chỉ đạo", "bcđ"})
"""Alone they point back to a body named earlier."""
_STATE_KINDS = frozenset({"state", "army", "territory"})

_PREFIX = Pattern(
    rf"""{_BEGIN}(?:
      (?P<former>(?:nguyên|cựu)\s+)
    | (?P<acting>(?<!(?:thẩm|chính|ủy|phân|lạm|đặc|nhân|dân|bản|có|tiếm)\s)(?:tạm\s+)?(?:quyền\s+|q\.\s*))
    )+$""",
    regex.VERBOSE,
)
_QUALIFIER = Pattern(rf"(?:\s+(?:thường trực|chuyên trách|danh dự|kiêm nhiệm|tt|(?P<acting>lâm thời)){_END})+")
_IN_CHARGE = Pattern(rf"\s+phụ trách{_END}")
_AREA = Pattern(r"\s+(?:mảng|lĩnh vực|khối|về|công tác)\b")
_OPENING = Pattern(r"(?:^|[;,:(])\s*$")
_ACTING_BEHIND = Pattern(rf"\s+lâm thời{_END}")
_OF = Pattern(r"\s*(?:\s(?:của|thuộc)\s+|\s-\s|\s)\s*")
_TERM = Pattern(
    rf"""(?:\s*,?\s*\(?(?:(?:các\s+)?khóa|nhiệm\s+kỳ|nhiệm\s+kì|nk)\s*:?\s*
    (?:\(?(?:[ivxl]+|\d+){_END}(?:\s*(?:,|và|-)\s*(?:[ivxl]+|\d+){_END})*|mới|này|qua|tới|trước){_END}\)?)+""",
    regex.VERBOSE,
)
_JOIN = Pattern(
    r"""\s*(?: [,;-]\s*(?:(?:kiêm|và|đồng\ thời(?:\s+là)?|hiện(?:\s+là)?|nay\s+là)\s+)?
            | \s(?:kiêm(?:\s+nhiệm)?|và|đồng\ thời(?:\s+là)?)\s+ )
    (?:chức\s+vụ\s+|chức\s+|tân\s+)?""",
    regex.VERBOSE,
)
_PARENT = Pattern(r"\s*(?:,\s+|\s-\s|\s(?:của|thuộc)\s)\s*")
_BRACKET = Pattern(r"\s*\((?:thuộc\s+)?(?P<inside>[^()]{3,80})\)")
_KINDS_BELOW = frozenset({"state", "school", "army", "company", "other"})
_KINDS_ABOVE = frozenset({"state", "school", "army", "company"})
_CLOSING = Pattern(r"\s*(?:[,;:.)(-]|$)")
_BLANKS = Pattern(r"\s*")
_TERRITORY_WORD = Pattern(
    rf"(?:tp\.(?=[{LETTER}])|(?:tỉnh|thành phố|tp\.?|thủ đô|huyện đảo|huyện|quận|q\.|thị xã|thị trấn|phường|xã(?!\s+hội)|đặc khu){_END})"
)
_TERRITORY_NAME = Pattern(rf"\s*(?:\d+{_END}|[{UPPER}][{LETTER}]*(?:[ -][{UPPER}][{LETTER}]*){{0,2}})")
_ONE_TITLE = Pattern(r"\s*[,(-]\s*[^,;.()]{2,30}")
_COMMA = Pattern(r"\s*,\s+")
_BRAND = Pattern(rf"[{UPPER}][{LETTER}]+{_END}")
_CAPITAL = Pattern(rf" [{UPPER}]")
_SHORTENED = Pattern(
    r"\s*\((?:UVBCT|UVTWĐ|UVTƯĐ|UVBTV|UVTV|UVTU|UVTW|UVBCH|TUV|HUV|QUV|TVTU|ĐUV|BTV|BCH|PBT|ĐBQH|PCT|CT|GĐ|PGĐ)\)(?=\s*[,;-])"
)
"""The letters that a title is shortened to further down."""
_LAST_BRACKET = Pattern(r"\s*\([^()]*\)$")
_ACRONYM = Pattern(rf"[{UPPER}][{UPPER}\d&-]+{_END}")


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    lines = files("congressx.extractors.officials").joinpath("offices.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((phrase, office, body) for phrase, office, body in rows)


@cache
def _heads() -> dict[str, _Head]:
    """Rows of `offices.tsv` by their phrase without blanks."""
    return {
        phrase.replace(" ", ""): _Head(None if office == "-" else Office(office), body)
        for phrase, office, body in _rows()
    }


@cache
def _head_pattern() -> re.Pattern[str]:
    """Of three hundred phrases in a tree, which `re` walks six times as fast as `regex`."""
    phrases = []
    for phrase, _, body in _rows():
        words = [regex.escape(word) for word in phrase.split()]
        phrases.append((*words[:-1], words[-1] + _OF_A_UNION) if body == "central" else tuple(words))
    initials = "".join(sorted({phrase[0][0] for phrase in phrases}))
    return re.compile(rf"\b(?=[{initials}]){_tree(phrases)}{_END}")


def _tree(phrases: Iterable[Sequence[str]]) -> str:
    """Pattern source of all phrases, longest first, each word written once a branch: quick to fail."""
    branches: dict[str, list[Sequence[str]]] = {}
    for first, *rest in phrases:
        branches.setdefault(first, []).append(rest)
    sources = []
    for word in sorted(branches, key=lambda word: ("(?!" in word, -len(word))):
        tails = [rest for rest in branches[word] if rest]
        optional = "?" if len(tails) < len(branches[word]) else ""
        sources.append(word + (rf"(?:\s*{_tree(tails)}){optional}" if tails else ""))
    return f"(?:{'|'.join(sources)})"


def find_title_stacks(cased: str, folded: str, names: Sequence[Span] = ()) -> tuple[TitleStack, ...]:
    """Every stack of titles of one sentence, in text order. No title runs into one of the `names` of persons in it.

    `cased` and `folded` are the two spellings of the same sentence, see `congressx.vietnamese.spelling`.
    """
    if not any(cue in folded for cue in _CUES):
        return ()
    line = _Line(cased, folded, names)
    stacks: list[list[_Part]] = []
    for part in _parts(line):
        if stacks and _JOIN.fullmatch(folded, stacks[-1][-1].stop, part.raw.start):
            stacks[-1].append(part)
        else:
            stacks.append([part])
    return tuple(TitleStack(Span(parts[0].raw.start, parts[-1].stop), _titles(parts)) for parts in stacks)


def _parts(line: _Line) -> Iterator[_Part]:
    at = 0
    for match in _head_pattern().finditer(line.folded):
        head = _heads()["".join(match.group().split())]
        if head.office is None or match.start() < at or line.named(Span(*match.span())):
            continue
        part = _read_part(line, Span(*match.span()), head, head.office)
        if bracket := _SHORTENED.match(line.cased, part.stop):  # Ủy viên Thường vụ |(UVTV)|, Phó Bí thư
            part = replace(part, stop=bracket.end())
        if match.group().startswith("phụ trách") and not _stands_alone(line, part):
            continue
        at = part.stop
        yield part


def _stands_alone(line: _Line, part: _Part) -> bool:
    """Whether `phụ trách Thành ủy` is the title in front of a name, and not what somebody is charged with."""
    opens = _OPENING.search(line.folded[: part.raw.start])
    return opens is not None and line.limit(part.stop) - part.stop <= 1


def _read_part(line: _Line, words: Span, head: _Head, office: Office) -> _Part:
    start, status = _status_before(line, words.start)
    limit = line.limit(words.stop)
    stop = words.stop
    if qualifier := _QUALIFIER.match(line.folded, stop, limit):
        stop = qualifier.end()
        status = TitleStatus.ACTING if qualifier["acting"] else status
    if charged := _charged_stop(line, stop, limit):
        stop, status = charged, TitleStatus.ACTING
    silent = head.silent
    phrase = None if silent else _phrase_of_title(line, words, stop, limit, head)
    if phrase and office is Office.COMMITTEE_MEMBER:
        phrase = _of_assembly(line, phrase)
    if phrase and phrase.span.stop > words.stop:
        stop = max(stop, phrase.span.stop)
    elif field := _field(line, stop, limit, head):  # Bộ trưởng |Công an| names no body in full
        stop, silent = field.span.stop, field.body is None
        phrase = None if silent else field
    if line.folded.startswith("phụ trách", words.start):
        status = TitleStatus.ACTING
    if behind := _ACTING_BEHIND.match(line.folded, stop, limit):
        stop, status = behind.end(), TitleStatus.ACTING
    term = _TERM.match(line.folded, stop, limit)
    return _Part(office, silent, phrase, Span(start, stop), term.end() if term else stop, status)


def _of_assembly(line: _Line, phrase: _Phrase) -> _Phrase:
    """A member of a committee of the National Assembly is one of its organs: `Ủy viên Ủy ban Kinh tế của |Quốc hội|`."""
    committee = _OF_ASSEMBLY.fullmatch(phrase.body.of(line.folded)) if phrase.body else None
    if not (committee and phrase.body):
        return phrase
    start = phrase.body.start + committee.start("assembly")
    return replace(phrase, body=Span(start, phrase.body.stop))


_OF_ASSEMBLY = Pattern(r"ủy ban (?!thường vụ).+ (?P<assembly>quốc hội)")


def _charged_stop(line: _Line, stop: int, limit: int) -> int | None:
    """Where `phụ trách` ends when it means the whole body: `Phó Giám đốc phụ trách Sở`, not `… phụ trách kỹ thuật`."""
    charge = _IN_CHARGE.match(line.folded, stop, limit)
    if not charge or _AREA.match(line.folded, charge.end()):
        return None
    at = charge.end()
    whole = limit - at <= 1 or _CLOSING.match(line.folded, at) or _phrase_at(line, at + 1, limit)
    return at if whole else None


def _status_before(line: _Line, start: int) -> tuple[int, TitleStatus]:
    """Where a title whose head begins at `start` begins with its `nguyên` or `quyền`, and what that says."""
    first = max(0, start - 24)
    before = line.folded[first:start]
    prefix = _PREFIX.search(before)
    if not prefix:
        return start, TitleStatus.CURRENT
    return first + prefix.start(), TitleStatus.FORMER if prefix["former"] else TitleStatus.ACTING


def _phrase_of_title(line: _Line, head_words: Span, stop: int, limit: int, head: _Head) -> _Phrase | None:
    """The organisation phrase behind the head, from the words of the head that begin one, or inside the head."""
    behind = _phrase_behind(line, stop, limit, head)
    if head.body.startswith("+"):  # Bộ trưởng Công an names a field, Bộ trưởng Bộ Công an a body
        return behind if behind and line.folded.startswith(head.implied, behind.span.start) else None
    words = _spelled(head.body).search(line.folded, head_words.start, head_words.stop)
    if words is None:
        return behind
    sits_in_it = head.body == "quốc hội" and head.office is Office.DEPUTY  # đại biểu |Quốc hội| TP HCM
    if words.end() < head_words.stop or sits_in_it:  # |Tỉnh ủy| viên, |Cục| trưởng
        own = Span(*words.span())
        further = behind is not None and behind.kind != "territory" and not sits_in_it
        return behind if further else _Phrase(own, own, _kind_at(line, own.start))
    if behind and stop > head_words.stop:  # Phó Trưởng ban Thường trực Ban Tổ chức
        return behind
    from_head = _phrase_at(line, words.start(), limit)
    if from_head and from_head.span.stop > head_words.stop:
        return _with_parent(line, from_head, limit)
    return behind or from_head


@cache
def _spelled(words: str) -> Pattern:
    return Pattern(r"\s*".join(map(regex.escape, words.split())))


def _field(line: _Line, stop: int, limit: int, head: _Head) -> _Phrase | None:
    """The field named in place of a body: `Bộ trưởng |Quốc phòng|`, `Cục trưởng |Quản lý thị trường|`, `Vụ trưởng |Pháp chế (Bộ Y tế)|`."""
    if not (word := head.implied):
        return None
    at = stop - len(word)
    cased, folded = (f"{text[: at - 1]} {word}{text[stop:limit].rstrip()}" for text in (line.cased, line.folded))
    organisation = read_organisation(cased, folded, at)
    if organisation is None:
        return None
    field = cased[stop : organisation.span.stop]
    first, *others = field.split() or [""]
    if not (first.isupper() or (others and is_syllable(first.lower()))):  # not: Bộ trưởng Hải, Bộ trưởng Rubio
        return None
    own = Span(organisation.span.stop - len(field.lstrip()), organisation.span.stop)
    if word in _FIELDS_IN_FULL:
        return _Phrase(own, own, "other")
    if not organisation.organ:
        return _Phrase(own, None, organisation.kind)
    above = body_of(cased, folded, organisation.span)  # Vụ trưởng Pháp chế, |Bộ Y tế|
    return _with_parent(line, _Phrase(own, above, _kind_at(line, above.start) if above else organisation.kind), limit)


def _phrase_behind(line: _Line, stop: int, limit: int, head: _Head) -> _Phrase | None:
    of = _OF.match(line.folded, stop, limit)
    if not of:
        return None
    phrase = _phrase_at(line, of.end(), limit)
    if phrase:
        return _with_parent(line, phrase, limit)
    if head.office is Office.OTHER and head.body == "org" and (above := _above(line, stop, limit)):
        return above
    if head.office in _OFFICES_OF_PLACES and (place := _place_at(line, of.end(), limit)):
        return place
    return _brand_at(line, of.end(), limit) if head.office in _OFFICES_OF_FIRMS else None


def _above(line: _Line, stop: int, limit: int) -> _Phrase | None:
    """The body that only a comma parts from the title of one of its people: `Kế toán trưởng, Trung tâm Y tế huyện`."""
    comma = _COMMA.match(line.folded, stop, limit)
    if comma is None or not _behind_a_name(line, stop) or _head_pattern().match(line.folded, comma.end()):
        return None
    phrase = _phrase_at(line, comma.end(), limit)
    if phrase is None or phrase.kind == "territory":
        return None
    closed = limit - phrase.span.stop <= 1 or _CLOSING.match(line.folded, phrase.span.stop)
    return phrase if closed else None


def _phrase_at(line: _Line, at: int, limit: int) -> _Phrase | None:
    cased, folded = line.cased, line.folded
    organisation = read_organisation(cased, folded, at)
    if organisation is None or organisation.span.stop > limit:
        cased, folded = cased[:limit].rstrip(), folded[:limit].rstrip()
        organisation = read_organisation(cased, folded, at) if organisation else None
    if organisation:
        bare = folded[organisation.span.start : organisation.span.stop] in _NAMELESS
        body = None if bare else _without_bracket(cased, body_of(cased, folded, organisation.span))
        if body is None and (level := _LEVEL_AT_END.search(folded, at, organisation.span.stop)):
            body = Span(*level.span())  # phòng Nội vụ |huyện|
        elif body is None and (firm := _FIRM_AT_END.search(cased, at, organisation.span.stop)):
            body = Span(*firm.span("firm"))  # HĐQT |Vinasong|
        return _Phrase(organisation.span, body, _kind_at(line, body.start) if body else organisation.kind)
    territory = _territory_at(cased, folded, at)
    if territory:
        return _Phrase(territory, territory, "territory")
    if acronym := _ACRONYM.match(cased, at):
        span = Span(at, _stop_of_place(cased, folded, acronym.end()))
        return _Phrase(span, span, "other")
    return None


_LEVEL_AT_END = Pattern(r"(?<=(?:phòng|ban)\s[^,;]{3,40}\s)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|tp)$")


_FIRM_AT_END = Pattern(
    rf"(?i:(?:hđqt|hđtv|hội đồng (?:quản trị|thành viên)))\s+(?P<firm>[{UPPER}][{LETTER}\d&.-]*(?:\s[{UPPER}][{LETTER}\d&.-]*){{0,2}})$"
)


def _without_bracket(cased: str, body: Span | None) -> Span | None:
    """`Sở Khoa học và Công nghệ (KH&CN)` without the letters it is shortened to."""
    bracket = _LAST_BRACKET.search(body.of(cased)) if body else None
    return Span(body.start, body.start + bracket.start()) if body and bracket else body


def _stop_of_place(cased: str, folded: str, stop: int) -> int:
    """Where the place behind `stop` ends, if one stands there: `LĐBĐ |Cà Mau`."""
    at = stop + 1
    territory = _territory_at(cased, folded, at)
    return territory.stop if territory else place_stop(cased, folded, at) or stop


def _territory_at(cased: str, folded: str, at: int) -> Span | None:
    """`tỉnh Bình Dương`, `quận 3`, `xã Yên Sơn`, or the bare word."""
    word = _TERRITORY_WORD.match(folded, at)
    if not word:
        return None
    blank = _BLANKS.match(folded, word.end())
    place = place_stop(cased, folded, blank.end()) if blank else None
    if place is not None:
        return Span(at, place)
    named = _TERRITORY_NAME.match(cased, word.end())
    return Span(at, named.end() if named else word.end())


def _place_at(line: _Line, at: int, limit: int) -> _Phrase | None:
    """The place that stands for its committee or its council: `Bí thư Bình Dương`."""
    stop = place_stop(line.cased[:limit], line.folded[:limit], at)
    return _Phrase(Span(at, stop), Span(at, stop), "territory") if stop else None


def _brand_at(line: _Line, at: int, limit: int) -> _Phrase | None:
    """The one foreign word that names a firm: `Tổng Giám đốc Vinatex`; two of them may be a foreign person."""
    word = _BRAND.match(line.cased, at, limit)
    if not word or is_syllable(word.group().lower()):
        return None
    followed = _CAPITAL.match(line.cased, word.end()) and limit - word.end() > 1
    return None if followed else _Phrase(Span(*word.span()), Span(*word.span()), "company")


def _kind_at(line: _Line, at: int) -> str:
    organisation = read_organisation(line.cased, line.folded, at)
    return organisation.kind if organisation else "other"


def _with_parent(line: _Line, phrase: _Phrase, limit: int) -> _Phrase:
    """`phrase` with what it lies in: `Vụ Pháp chế, Bộ Y tế`, `Văn phòng - Cục Thuế`, `Cục Việc làm - Bộ Nội vụ`."""
    if phrase.body is None and (around := _in_brackets(line, phrase, limit)):
        return around
    joint = _PARENT.match(line.folded, phrase.span.stop, limit)
    if not joint or _head_pattern().match(line.folded, joint.end()):
        return phrase
    sign = joint.group().strip()
    if phrase.body and (sign != "-" or phrase.kind not in _KINDS_BELOW):
        return phrase
    parent = _phrase_at(line, joint.end(), limit)
    if not parent or (phrase.body and parent.kind not in _KINDS_ABOVE):
        return phrase
    closed = limit - parent.span.stop <= 1 or _CLOSING.match(line.folded, parent.span.stop)
    if phrase.body is None and parent.body and sign == "," and _behind_a_name(line, phrase.span.start):
        closed = True  # ông Lúa, Trưởng ban Pháp chế, |HĐND tỉnh| là người …
    if not closed and (sign == "," or phrase.body):  # Vụ Pháp chế, Bộ Y tế đã …
        return phrase
    body = phrase.body.cover(parent.span) if phrase.body else parent.body
    return _Phrase(phrase.span.cover(parent.span), body, parent.kind)


def _in_brackets(line: _Line, phrase: _Phrase, limit: int) -> _Phrase | None:
    """The body that only brackets name: `Trưởng ban Pháp chế (|HĐND tỉnh|)`, `Vụ trưởng Vụ 3 (|Bộ Y tế|)`."""
    bracket = _BRACKET.match(line.folded, phrase.span.stop, limit)
    if bracket is None or _head_pattern().match(line.folded, bracket.start("inside")):
        return None
    inside = Span(*bracket.span("inside"))
    body = _phrase_at(line, inside.start, inside.stop)
    if body is None or body.body is None or body.span.stop != inside.stop:
        return None
    return _Phrase(phrase.span.cover(Span(*bracket.span())), body.body, body.kind)


def _behind_a_name(line: _Line, at: int) -> bool:
    """Whether nothing but the words of one title stand between a name and `at`."""
    return any(name.stop <= at and _ONE_TITLE.fullmatch(line.folded, name.stop, at) for name in line.names)


def _titles(parts: Sequence[_Part]) -> tuple[Title, ...]:
    """The titles of a stack, from right to left: one with no body takes that of the next to its right."""
    titles: list[Title] = []
    org: Span | None = None
    kind = ""
    for part in reversed(_with_shared_past(parts)):
        if part.silent:  # also Bộ trưởng Công an: which body that is, it does not say in full
            org, kind = None, ""
        elif part.phrase and part.phrase.body:
            org, kind = part.phrase.body, part.phrase.kind
        elif part.of_party and kind in _STATE_KINDS:
            org, kind = None, ""
        titles.append(Title(part.office, org, part.raw, part.status))
    return tuple(reversed(titles))


def _with_shared_past(parts: Sequence[_Part]) -> Sequence[_Part]:
    """`nguyên` before a bare office holds for the next title too: `nguyên Phó Bí thư, Chủ tịch UBND tỉnh`."""
    shared = list(parts[:1])
    for part in parts[1:]:
        before = shared[-1]
        bare = before.phrase is None and not before.silent and before.status is TitleStatus.FORMER
        hangs_on = bare and part.status is TitleStatus.CURRENT and part.office is not before.office
        shared.append(replace(part, status=TitleStatus.FORMER) if hangs_on else part)
    return shared
