"""The body that a title names: behind its head, in its words, or by its field.

`Giám đốc |Sở Y tế|`, `|Tỉnh ủy| viên`, `Bộ trưởng |Công an|`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from congressx.extractors.officials import lexicon
from congressx.extractors.officials.offices import END, OFFICES_OF_FIRMS, OFFICES_OF_PLACES, Head, Office, head_pattern
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.letters import LETTER, UPPER
from congressx.vietnamese.names import is_syllable
from congressx.vietnamese.organisations import Organisation, body_of, read_organisation
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.places import place_stop


@dataclass(frozen=True, slots=True)
class Phrase:
    """An organisation phrase of a title and the body in it."""

    span: Span
    body: Span | None
    kind: str
    """Kind of the body; of the organ where there is no body."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in its two spellings, and the names of persons in it."""

    cased: str
    folded: str
    names: Sequence[Span]

    def limit(self, at: int) -> int:
        """Where the next name begins; no title runs into a name."""
        return min((name.start for name in self.names if name.start >= at), default=len(self.folded))

    def named(self, span: Span) -> bool:
        """Whether the words are part of a name."""
        return any(name.overlaps(span) for name in self.names)


_FIELDS_IN_FULL = frozenset({"cục", "tổng cục", "chi cục", "viện"})
"""Where the field names the body well enough: `Viện trưởng Vật lý`, `Cục trưởng Đường thủy`, `Chi cục trưởng Kiểm lâm tỉnh Sông Lam`."""
_NAMELESS = frozenset({"ủy ban", "ub", "hội đồng", "ban", "đoàn kiểm tra", "đoàn công tác", "đoàn thanh tra"})
"""Alone they point back to a body named earlier."""
_OF = Pattern(r"\s*(?:\s(?:của|thuộc)\s+|\s-\s|\s)\s*")
_PARENT = Pattern(r"\s*(?:,\s+|\s-\s|\s(?:của|thuộc)\s)\s*")
_AND_COMMITTEE = Pattern(r"(?<=(?:ban chấp hành|bch))\s+và\s+(?=(?:ban thường vụ|btv)(?!\p{L}))")
"""`Ủy viên Ban Chấp hành |và Ban Thường vụ Tỉnh ủy|`."""
_BRACKET = Pattern(r"\s*\((?:thuộc\s+)?(?P<inside>[^()]{3,80})\)")
_IN_BRACKET = Pattern(r"(?:,\s+(?P<piece>[^,;.()]{3,60})){1,3}(?=\))")
_KINDS_BELOW = frozenset({"state", "school", "army", "company", "other"})
_KINDS_ABOVE = frozenset({"state", "school", "army", "company"})
CLOSING = Pattern(r"\s*(?:[,;:.)(-]|$)")
_CLOSED = Pattern(
    rf"{CLOSING.pattern}|\s+(?:giữ|làm|(?:được|vừa|thôi)\s+(?:bầu|bổ nhiệm|điều động|phân công|giới thiệu|giữ)){END}"
)
"""`A, Trưởng phòng Kế hoạch, Sở Y tế |giữ chức| …`"""
_BLANKS = Pattern(r"\s*")
_OF_PROVINCE = Pattern(r"(?:\s+khóa (?:[ivxl]+|\d+))?(?:\s+(?:của|đơn vị))?\s+")
_TERRITORY_WORD = Pattern(
    rf"(?:tp\.(?=[{LETTER}])|(?:tỉnh|thành phố|tp\.?|thủ đô|huyện đảo|huyện|quận|q\.|thị xã|thị trấn|phường|xã(?!\s+hội)|đặc khu){END})"
)
_TERRITORY_NAME = Pattern(rf"\s*(?:\d+{END}|[{UPPER}][{LETTER}]*(?:[ -][{UPPER}][{LETTER}]*){{0,2}})")
_ONE_TITLE = Pattern(r"\s*[,(-]\s*[^,;.()]{2,30}")
_COMMA = Pattern(r"\s*,\s+")
_BRAND = Pattern(rf"[{UPPER}][{LETTER}]+{END}")
_CAPITAL = Pattern(rf" [{UPPER}]")
_LAST_BRACKET = Pattern(r"\s*\([^()]*\)$")
VILLAGES = lexicon.words("village")
_VILLAGE = Pattern(
    rf"(?i:{alternation(VILLAGES)}) (?:(?:số )?\d+[A-Za-z]?|[{UPPER}][{LETTER}]*(?:[ -](?:[{UPPER}][{LETTER}]*|\d+)){{0,3}}){END}"
)
_CODED_UNIT = Pattern(rf"[{UPPER}][{LETTER}]+(?: [{LETTER}]+)?,? [A-ZĐ]{{1,2}}-?\d{{1,4}}[A-Z]?{END}")
"""`Kho K702`, `Xưởng X48`."""
_ACRONYM = Pattern(rf"(?!VN{END})[{UPPER}][{UPPER}\d&-]+{END}")


def without_committee(line: Line, phrase: Phrase) -> Phrase:
    """Whose organ a committee or a council is: `Chủ nhiệm Ủy ban Kinh tế của |Quốc hội|`, `Chủ tịch Hội đồng |trường|`."""
    committee = _ORGAN_OF.fullmatch(phrase.body.of(line.folded)) if phrase.body else None
    if not (committee and phrase.body):
        return phrase
    start = phrase.body.start + committee.start("whole")
    return replace(phrase, body=Span(start, phrase.body.stop))


_ORGAN_OF = Pattern(
    r"(?:ủy ban (?!thường vụ).+|hội đồng dân tộc.*) (?P<whole>quốc hội)|hội đồng (?:trường )?(?P<whole>trường(?: .+)?)"
)


def phrase_of_title(line: Line, head_words: Span, stop: int, limit: int, head: Head) -> Phrase | None:
    """The organisation phrase of a title: of who sent the delegation, else behind the head, from its words, or inside it."""
    sender = _sender(line, head_words.start, limit) if head.office is Office.DELEGATION_HEAD else None
    return sender or _phrase_of_head(line, head_words, stop, limit, head)


def _phrase_of_head(line: Line, head_words: Span, stop: int, limit: int, head: Head) -> Phrase | None:
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
        return behind if further else Phrase(own, own, _kind_at(line, own.start))
    if behind and stop > head_words.stop:  # Phó Trưởng ban Thường trực Ban Tổ chức
        return behind
    from_head = phrase_at(line, words.start(), limit)
    if from_head:
        from_head = _delegation(line, from_head, limit) or from_head
    if from_head and from_head.span.stop > head_words.stop:
        return _with_parent(line, from_head, limit)
    return behind or from_head or (_village_at(line, words.start(), limit) if head.body in VILLAGES else None)


_ERRAND = Pattern(
    r"(?:phó\s+)?trưởng\s+đoàn\s+(?:kiểm tra|giám sát|thanh tra|khảo sát|đàm phán|công tác)(?:\s+(?:số\s+)?\d+)?\s+của\s+"
)
_CENTRE = Pattern(rf"(?:bộ chính trị|ban bí thư){END}")


def _sender(line: Line, at: int, limit: int) -> Phrase | None:
    """The body that sent a delegation on its errand: `Trưởng đoàn kiểm tra số 12 của |Tỉnh ủy|`, `Trưởng đoàn đàm phán của |Samiri|`."""
    errand = _ERRAND.match(line.folded, at, limit)
    if errand is None:
        return None
    if centre := _CENTRE.match(line.folded, errand.end(), limit):
        return Phrase(Span(at, centre.end()), Span(*centre.span()), "party")
    sender = phrase_at(line, errand.end(), limit)
    if sender is None or sender.span.stop > limit:
        return None
    return Phrase(Span(at, sender.span.stop), sender.body or sender.span, sender.kind)


def _delegation(line: Line, phrase: Phrase, limit: int) -> Phrase | None:
    """The delegation to the National Assembly with its province: `Trưởng |đoàn ĐBQH khóa XIV của TP HCM|`."""
    if not phrase.span.of(line.folded).endswith(("đại biểu quốc hội", "đbqh")):
        return None
    of = _OF_PROVINCE.match(line.folded, phrase.span.stop, limit)
    if of is None:
        return None
    cased, folded = line.cased[:limit], line.folded[:limit]
    place = _territory_at(cased, folded, of.end())
    if place is None and (stop := place_stop(cased, folded, of.end())):
        place = Span(of.end(), stop)
    whole = phrase.span.cover(place) if place else None
    return Phrase(whole, whole, "state") if whole else None


@cache
def _spelled(words: str) -> Pattern:
    return Pattern(r"\s*".join(map(regex.escape, words.split())))


def named_field(line: Line, stop: int, limit: int, head: Head) -> Phrase | None:
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
    if not (first.isupper() or (others and is_syllable(first.lower()))):  # not: Bộ trưởng Hải, Bộ trưởng Smith
        return None
    own = Span(organisation.span.stop - len(field.lstrip()), organisation.span.stop)
    if word in _FIELDS_IN_FULL:
        return Phrase(own, own, "other")
    if not organisation.organ:
        return Phrase(own, None, organisation.kind)
    above = body_of(cased, folded, organisation.span)  # Vụ trưởng Pháp chế, |Bộ Y tế|
    return _with_parent(line, Phrase(own, above, _kind_at(line, above.start) if above else organisation.kind), limit)


def _phrase_behind(line: Line, stop: int, limit: int, head: Head) -> Phrase | None:
    if committee := _AND_COMMITTEE.match(line.folded, stop, limit):
        return phrase_at(line, committee.end(), limit)
    of = _OF.match(line.folded, stop, limit)
    if not of:
        return _above(line, stop, limit) if head.office is Office.OTHER and head.body == "org" else None
    phrase = phrase_at(line, of.end(), limit)
    if phrase:
        return _with_parent(line, phrase, limit)
    if head.office in OFFICES_OF_PLACES and (place := _place_at(line, of.end(), limit)):
        return place
    return _brand_at(line, of.end(), limit) if head.office in OFFICES_OF_FIRMS else None


def _above(line: Line, stop: int, limit: int) -> Phrase | None:
    """The body that only a comma parts from the title of one of its people: `Kế toán trưởng, Trung tâm Y tế huyện`."""
    comma = _COMMA.match(line.folded, stop, limit)
    if comma is None or not _behind_a_name(line, stop) or head_pattern().match(line.folded, comma.end()):
        return None
    phrase = phrase_at(line, comma.end(), limit)
    if phrase is None or phrase.kind == "territory":
        return None
    closed = limit - phrase.span.stop <= 1 or CLOSING.match(line.folded, phrase.span.stop)
    return phrase if closed else None


def phrase_at(line: Line, at: int, limit: int) -> Phrase | None:
    """The organisation, territory or bare abbreviation that begins at `at`."""
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
        elif body is None and (firm := _firm_at_end(cased, organisation)):
            body = firm  # HĐQT |Vinasong|
        return Phrase(organisation.span, body, _kind_at(line, body.start) if body else organisation.kind)
    territory = _territory_at(cased, folded, at)
    if territory:
        return Phrase(territory, territory, "territory")
    if unit := _CODED_UNIT.match(cased, at, limit):
        return Phrase(Span(*unit.span()), Span(*unit.span()), "army")
    if acronym := _ACRONYM.match(cased, at):
        span = Span(at, _stop_of_place(cased, folded, acronym.end()))
        return Phrase(span, span, "other")
    return None


_LEVEL_AT_END = Pattern(r"(?<=(?:phòng|ban)\s[^,;]{3,40}\s)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|tp)$")


_FIRM_AT_END = Pattern(
    rf"(?i:(?:hđqt|hđtv|hội đồng (?:quản trị|thành viên)))\s+(?P<firm>[{UPPER}][{LETTER}\d&.-]*(?:\s[{UPPER}][{LETTER}\d&.-]*){{0,2}})$"
)
_LAST_WORD = Pattern(
    rf"(?<!(?<![{LETTER}])và)(?<=[{LETTER}]{{2,}})\s(?:của\s)?(?P<firm>(?!(?:PCCC|CNTT|QLHC|TCCB){END})[{UPPER}]{{3,}}|[A-Z][a-z]{{3,}})$"
)
_A_FIELD = 4
"""Letters at least between the head of an organ and the letters of its body: `Phòng |Kế hoạch| VFC`, but `Phòng CNTT`."""


def _firm_at_end(cased: str, organisation: Organisation) -> Span | None:
    """The firm or union whose letters or brand end the phrase of its organ: `Phòng Kế hoạch - Đầu tư |Samiri|`, `Ban Trọng tài |VFC|`."""
    start, stop = organisation.span.start, organisation.span.stop
    if firm := _FIRM_AT_END.search(cased, start, stop):
        return Span(*firm.span("firm"))
    last = _LAST_WORD.search(cased, organisation.head.stop, stop)
    if last is None or last.start("firm") - organisation.head.stop <= _A_FIELD:
        return None
    brand = last["firm"]
    return Span(*last.span("firm")) if brand.isupper() or not is_syllable(brand.lower()) else None


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


def _place_at(line: Line, at: int, limit: int) -> Phrase | None:
    """The place that stands for its committee or its council: `Bí thư Bình Dương`."""
    stop = place_stop(line.cased[:limit], line.folded[:limit], at)
    return Phrase(Span(at, stop), Span(at, stop), "territory") if stop else None


def _brand_at(line: Line, at: int, limit: int) -> Phrase | None:
    """The one foreign word that names a firm: `Tổng Giám đốc Vinatex`; two of them may be a foreign person."""
    word = _BRAND.match(line.cased, at, limit)
    if not word or is_syllable(word.group().lower()):
        return None
    followed = _CAPITAL.match(line.cased, word.end()) and limit - word.end() > 1
    return None if followed else Phrase(Span(*word.span()), Span(*word.span()), "company")


def _village_at(line: Line, at: int, limit: int) -> Phrase | None:
    """`Trưởng |thôn Yên Hòa|`; a village without a name is no body."""
    village = _VILLAGE.match(line.cased[:limit].rstrip(), at)
    return Phrase(Span(*village.span()), Span(*village.span()), "territory") if village else None


def _kind_at(line: Line, at: int) -> str:
    organisation = read_organisation(line.cased, line.folded, at)
    return organisation.kind if organisation else "other"


def _with_parent(line: Line, phrase: Phrase, limit: int) -> Phrase:
    """`phrase` with what it lies in: `Vụ Pháp chế, Bộ Y tế`, `Văn phòng - Cục Thuế`, `Cục Việc làm - Bộ Nội vụ`."""
    bracketed = None if phrase.body else _in_brackets(line, phrase, limit)
    if around := bracketed or _up_to_bracket(line, phrase, limit):
        return around
    joint = _PARENT.match(line.folded, phrase.span.stop, limit)
    if not joint or head_pattern().match(line.folded, joint.end()):
        return phrase
    sign = joint.group().strip()
    if phrase.body and (sign != "-" or phrase.kind not in _KINDS_BELOW):
        return phrase
    parent = phrase_at(line, joint.end(), limit)
    if not parent or (phrase.body and parent.kind not in _KINDS_ABOVE):
        return phrase
    closed = limit - parent.span.stop <= 1 or _CLOSED.match(line.folded, parent.span.stop)
    if phrase.body is None and parent.body and sign == "," and _behind_a_name(line, phrase.span.start):
        closed = True  # ông Lúa, Trưởng ban Pháp chế, |HĐND tỉnh| là người …
    if not closed and (sign == "," or phrase.body):  # Vụ Pháp chế, Bộ Y tế đã …
        return phrase
    body = phrase.body.cover(parent.span) if phrase.body else parent.body
    return Phrase(phrase.span.cover(parent.span), body, parent.kind)


def _up_to_bracket(line: Line, phrase: Phrase, limit: int) -> Phrase | None:
    """`(Trưởng phòng Đất đai, nước và khoáng sản, |Sở Tài nguyên|)`, `(Giám đốc |Trung tâm Công nghệ, Sở Y tế|)`."""
    rest = _IN_BRACKET.match(line.folded, phrase.span.stop, limit)
    opened = "(" in line.folded[max(0, phrase.span.start - 40) : phrase.span.start]
    if rest is None or phrase.kind == "party" or not opened:
        return None
    if any(head_pattern().match(line.folded, start) for start in rest.starts("piece")):
        return None
    last = Span(*rest.spans("piece")[-1])
    parent = phrase_at(line, last.start, last.stop)
    if parent is None or parent.body is None or parent.span.stop != last.stop or parent.kind not in _KINDS_ABOVE:
        return None
    body = parent.body
    for start, stop in reversed(rest.spans("piece")[:-1]):
        inner = phrase_at(line, start, stop)
        if inner is None or inner.body is None or inner.span.stop != stop or inner.kind not in _KINDS_BELOW:
            break
        body = inner.body.cover(body)
    if phrase.body and body.start == rest.starts("piece")[0]:
        body = phrase.body.cover(body)
    elif phrase.body:
        return None
    return Phrase(phrase.span.cover(parent.span), body, parent.kind)


def _in_brackets(line: Line, phrase: Phrase, limit: int) -> Phrase | None:
    """The body that only brackets name: `Trưởng ban Pháp chế (|HĐND tỉnh|)`, `Vụ trưởng Vụ 3 (|Bộ Y tế|)`."""
    bracket = _BRACKET.match(line.folded, phrase.span.stop, limit)
    if bracket is None or head_pattern().match(line.folded, bracket.start("inside")):
        return None
    inside = Span(*bracket.span("inside"))
    body = phrase_at(line, inside.start, inside.stop)
    if body is None or body.body is None or body.span.stop != inside.stop:
        return None
    return Phrase(phrase.span.cover(Span(*bracket.span())), body.body, body.kind)


def _behind_a_name(line: Line, at: int) -> bool:
    """Whether nothing but the words of one title stand between a name and `at`."""
    return any(name.stop <= at and _ONE_TITLE.fullmatch(line.folded, name.stop, at) for name in line.names)
