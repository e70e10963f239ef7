"""Names of meetings in a sentence: where they begin, where they end, and what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

import regex

from congressx.extractors.meetings.citing import is_any, is_cited, is_nobodys
from congressx.extractors.meetings.kinds import further_types, type_of
from congressx.extractors.meetings.record import MeetingType
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.letters import LETTER, UPPER
from congressx.vietnamese.numerals import ORDINAL, read_ordinal
from congressx.vietnamese.phrases import Phrases, alternation
from congressx.vietnamese.spelling import phrase


class Head(StrEnum):
    """What the first words of a name make of it; the longer ones stand before those they begin with."""

    PART = "part"  # phiên trù bị, phiên họp thứ nhất
    CONGRESS = "congress"  # đại hội
    CONFERENCE = "conference"  # hội nghị
    SESSION = "session"  # kỳ họp, phiên họp
    CEREMONY = "ceremony"  # lễ trao tặng
    TALK = "talk"  # buổi làm việc, hội thảo


@dataclass(frozen=True, slots=True)
class MeetingName:
    """One name of a meeting; offsets in the sentence."""

    span: Span
    head: Head
    type: MeetingType
    also: tuple[MeetingType, ...]
    ordinal: int | None
    term: tuple[int, int] | None
    cited: bool
    """Whether the words around it only cite it: `nghị quyết đại hội`, `chuẩn bị đại hội`, `kỳ họp trước`."""
    in_part: bool
    """Whether it only says of which meeting a part is: `phiên bế mạc kỳ họp thứ 14`."""

    @property
    def bare(self) -> bool:
        """Whether nothing but the head word is said: `đại hội`, `buổi làm việc`."""
        return self.ordinal is None and self.term is None and self.type is MeetingType.OTHER and len(self.span) <= 16


# --- where a name begins ----------------------------------------------------------------------------------------------


@cache
def _heads() -> Pattern:
    words: dict[str, list[str]] = {head: [] for head in Head}
    for word, head in rows("meeting_heads.tsv", __package__):
        words[head].append(word)
    branches = {head: alternation(words[head]).replace(r"\s+", r"\s*") for head in Head}  # pages write `Đạihội`
    branches[Head.CONGRESS] += f"|{_ABBREVIATED}"
    branches[Head.TALK] += r'|chương\s+trình(?= ")'
    named = "|".join(f"(?P<{head}>{branch})" for head, branch in branches.items())
    return Pattern(rf"(?<![{LETTER}])(?:{named})(?![{LETTER}])")


_ABBREVIATED = phrase(r"đhđb|đh(?= (?:đại biểu|đảng|đoàn|chi bộ|công đoàn|lần thứ)|\s*đb)")


def _head(match: regex.Match[str]) -> Head:
    return Head(match.lastgroup or "")


_IN_BRACKET = Pattern(r"\(\s*$")
"""`kỳ họp bất thường (kỳ họp thứ 12)`: a name said in two ways."""
_NO_MEETING = Pattern(
    phrase(
        r"(?<=(?:trung tâm|cung|phòng|nhà) )hội nghị"
        r"|đại hội (?:đồng|thể dục|thể thao|cổ đông)|hội nghị (?:truyền hình$|hiệp thương [.])|họp báo (?:điện|chí)"
        r"|hội thảo luận"  # `Quốc hội thảo luận`
    )
)


def find_meeting_names(folded: str, cased: str) -> Iterator[MeetingName]:
    """Every meeting named in a sentence, in text order, none inside another except the meeting whose part is named.

    >>> text = "phiên bế mạc Kỳ họp thứ 14 HĐND tỉnh"
    >>> [(name.head.value, name.span.of(text), name.ordinal) for name in find_meeting_names(text.lower(), text)]
    [('part', 'phiên bế mạc Kỳ họp thứ 14 HĐND tỉnh', None), ('session', 'Kỳ họp thứ 14 HĐND tỉnh', 14)]
    """
    stop = part_stop = 0
    for match in _heads().finditer(folded):
        if match.start() < stop or _NO_MEETING.match(folded, match.start()):
            continue
        head = _head(match)
        end = _end_of_name(folded, cased, match)
        inner = _heads().search(folded, match.end(), end)
        if inner is not None and _is_part(folded, head, match, inner):
            head, end = Head.PART, _end_of_name(folded, cased, inner)
        if is_nobodys(folded, Span(match.start(), end)):
            continue
        again = inner is not None and _IN_BRACKET.search(folded, match.end(), inner.start()) is not None
        own = Span(match.start(), end if inner is None or again else inner.start())
        span = Span(match.start(), end)
        name = _meeting_name(folded, head, span, own, in_part=match.start() < part_stop)
        stop = end
        if not (name.bare and is_any(folded, span)):
            yield replace(name, cited=is_cited(folded, cased, span))
        if inner is not None and head is Head.PART:
            stop, part_stop = match.end(), end


def _is_part(folded: str, head: Head, match: regex.Match[str], inner: regex.Match[str]) -> bool:
    """`phiên họp thứ 3 Đại hội …`, `buổi thảo luận tổ của kỳ họp thứ 9`, where `phiên họp thứ 3 của Ban Chỉ đạo` is none."""
    if head is Head.PART or _head(inner) not in (Head.CONGRESS, Head.SESSION):
        return head is Head.PART
    if folded.startswith("phiên", match.start()):
        return True
    return head is Head.TALK and _OF_A_WHOLE.fullmatch(folded, match.end(), inner.start()) is not None


_OF_A_WHOLE = Pattern(
    phrase(
        r"(?: (?:tổ|nhóm|đoàn|tại hội trường|hội trường|toàn thể|khai mạc|bế mạc|cuối|cuối cùng|đầu tiên|thứ \w+))*"
        r"(?: của| tại| trong)? "
    )
)


def read_name(folded: str, cased: str, verb: Span, head: Head, adverbs: int) -> MeetingName:
    """The meeting that a verb tells without a head word (`họp`, `tiếp xúc cử tri`); its `adverbs` cite nothing (`đã đến`)."""
    end = _first_end(folded, cased, verb.stop, head)
    other = _heads().search(folded, verb.stop, end)
    if other is not None and _head(other) is not Head.PART:
        end = _trimmed(folded, verb.stop, other.start())
    span = Span(verb.start, end)
    name = _meeting_name(folded, head, span, span, in_part=False)
    return replace(name, cited=is_cited(folded, cased, Span(adverbs, span.stop)))


def _meeting_name(folded: str, head: Head, span: Span, own: Span, *, in_part: bool) -> MeetingName:
    name = span.of(folded)
    kind = type_of(name, head)
    return MeetingName(
        span=span,
        head=head,
        type=kind,
        also=further_types(name, kind),
        ordinal=_ordinal(own.of(folded), head),
        term=_term(own.of(folded), head),
        in_part=in_part,
        cited=False,
    )


# --- where a name ends ------------------------------------------------------------------------------------------------


@cache
def _ends() -> Pattern:
    plain = [word for word, when in rows("name_ends.tsv", __package__) if when == "plain"]
    always = [word for word, when in rows("name_ends.tsv", __package__) if when == "always"]
    return Pattern(
        rf"(?<![{LETTER}\d])(?!(?<=(?:kỳ|phiên)\s)họp|(?<=địa\s)bàn|(?<=(?:tờ|chương|lộ|quy|công|họp\sgiải)\s)trình"
        r"|(?<=công\stác\s)chuẩn\sbị|(?<=(?:thích\sứng|ứng\sphó|đối|gắn|hợp\stác)\s)với)"
        rf"(?:(?P<always>{alternation(always)})|(?P<plain>{alternation(plain)}))(?![{LETTER}\d])"
        r"|(?P<mark>[;:!?…\n]|,|(?<=\s)-\s|\.(?=\s|$)|\((?=\s?(?:tổng số|chiếm|đạt|vắng)\s)"
        r"|(?<=\s)từ(?=\s\d{1,2}\s?(?:đến|tới|-)\s?\d{1,2}[/.-]\d))"
    )


@cache
def _inside() -> Phrases:
    return Phrases(entries("inside_names.txt", __package__))


_NUMBERED = r"(?:(?:thứ|lần|họp|kỳ) (?:\w+|\d+)|\))"
"""`kỳ họp thứ 5, HĐND tỉnh`; behind the name of a council, or a mere `tại kỳ họp`, a council is who acts."""
_PAIRS = "|".join(
    f"(?<={left}, ){right}" for left, right in (pair.split(", ") for pair in entries("comma_pairs.txt", __package__))
)
_GOES_ON = Pattern(
    phrase(
        r", (?:nhiệm\s*kỳ|khóa|lần thứ|quốc hội|bch|ban chấp hành|công chức|viên chức|người lao động|học tập"
        rf"|(?<={_NUMBERED}, )(?:hđnd|hội đồng nhân dân)|(?<=(?:ủy|hđnd), )(?:hđnd|ubnd)|{_PAIRS}"
        r"|(?:và )?(?:triển khai|phương hướng|nhiệm vụ|sơ kết|tổng kết|quán triệt|biểu dương|tuyên dương|giải pháp"
        r"|huân chương|(?<=\d{4}, )của (?:đảng bộ|chi bộ|hội|đoàn|công đoàn|ban chấp hành|ủy ban)"
        r"|bằng khen|huy hiệu|cờ|kỷ niệm chương|đạo đức|phong cách|nông dân|nông thôn|công bố))"
    )
)
"""Parts of a name behind a comma."""
_AWARDS = Pattern(phrase(r", (?:và )?(?:trao|tặng|đón nhận|tuyên dương|tôn vinh|khai mạc|phát động|ra mắt)(?!\w)"))
"""`lễ tổng kết, trao giải thưởng … lần thứ 18`."""
_HELD_BY = Pattern(phrase(r"được [^,;.]{3,80} (?:tổ chức|chủ trì)(?!\w)"))
"""`Lễ công bố quyết định … được Tỉnh ủy tổ chức`."""
_PURPOSE = Pattern(
    phrase(r"tổng kết|sơ kết|công bố|học tập|quán triệt|triển khai|trao|tặng|biểu dương|gặp mặt|tiếp xúc")
)
"""A name that says what the meeting is for has verbs of its own."""
_DATED_BRACKET = Pattern(
    r"\(\s*(?:từ\s|ngày|sáng|chiều|tối|diễn|(?:được\s+)?tổ\s+chức|(?:sẽ\s+)?khai\s+mạc|bế\s+mạc|\d+\s*[-/])"
)
_PLACE_DASH = Pattern(r"-\s+(?:vũng tàu|huế|thái bình dương|phi|âu|mỹ)(?!\w)")
_COMPOUND = Pattern(
    r"(?<=\p{Ll}\s)(?<!(?:bộ|ban|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s)"
    rf"-\s(?!(?:Ảnh|Ông|Bà|Đồng|Báo|Theo|Tin|Nguồn|Video|TTX)(?!\w))[{UPPER}]\p{{Ll}}"
)
"""`tổng kết Văn hóa - Nghệ thuật`, `doanh nghiệp Việt - Lào`: words that a dash joins; behind a number or a bracket it parts."""
_FIRST_WORD = 2
"""Blanks around the first word behind a head: of a mere `cuộc họp Mỹ - Triều` nobody says more."""
_WITH_THEM = Pattern(
    phrase(r"với (?:(?:các|đại diện|tập thể|\d+) )*(?:lãnh đạo|doanh nghiệp|dn|địa phương|tỉnh|bộ trưởng)(?!\w)")
)
"""`hội nghị trực tuyến với lãnh đạo các huyện`: those who take part."""
_HELD_THEN = Pattern(phrase(r"(?<!công tác )(?:được )?tổ chức (?:tại|vào|ngày|sáng|chiều|tối|trưa|hôm)(?!\w)"))
_DOTTED = Pattern(r"(?:tp|tx|tt|t\.ư|p|q|ts|ths|gs)$")
_LONGEST = 240


def _end_of_name(folded: str, cased: str, head: regex.Match[str]) -> int:
    at = head.end()
    if _head(head) is Head.PART and (numbered := _PART_NUMBER.match(folded, at)):
        at = numbered.end()
    elif _head(head) in _FOR_SOMETHING and _AS_OBJECT.search(folded, 0, head.start()):
        purpose = _OWN_PURPOSE.match(folded, at)
        at = at if purpose is None else purpose.end()
    return _first_end(folded, cased, at, _head(head))


_NEAR, _ONE_LETTER = 12, 2
"""Code points before the place from which the end of a name is looked for; behind it, up to the first letter of a word."""
_PART_NUMBER = Pattern(rf"(?:\s+thứ)?\s+(?:{ORDINAL}|\d+|[ivx]+)(?![\p{{L}}\d])")
_FOR_SOMETHING = (Head.CONFERENCE, Head.TALK)
_OWN_PURPOSE = Pattern(phrase(r" (?:bàn|giới thiệu|lấy ý kiến|góp ý|thảo luận)(?= \w)"))
_AS_OBJECT = Pattern(
    phrase(r"(?<!\w)(?:tổ chức|mở|tiến hành|chủ trì|dự|tham dự|tại|triệu tập)(?: (?:một|các|những))? $")
)
"""`tổ chức hội nghị giới thiệu …`: what is held or attended does nothing itself, so the verb tells what it is for."""


def _first_end(folded: str, cased: str, at: int, head: Head) -> int:
    kept = at
    for match in _ends().finditer(folded, at, min(len(folded), at + _LONGEST)):
        if match.start() < kept or _is_quoted(folded, at, match.start()):
            continue
        if (inside := _inside().longest(folded, match.start())) is not None:
            kept = inside
        elif _in_bracket(folded, at, match.start()):
            if (dated := _DATED_BRACKET.search(folded, at, match.end() + 6)) is not None:
                return _trimmed(folded, at, dated.start())
        elif not _stays_inside(folded, cased, at, match, head):
            return _trimmed(folded, at, match.start())
    return _trimmed(folded, at, min(len(folded), at + _LONGEST))


def _stays_inside(folded: str, cased: str, at: int, match: regex.Match[str], head: Head) -> bool:
    """Whether what could end a name goes on with it."""
    if match["mark"] is None:
        return _word_stays_inside(folded, at, match, head)
    if match.group() == ",":
        awards = head is Head.CEREMONY and _AWARDS.match(folded, match.start()) is not None
        return awards or _GOES_ON.match(folded, match.start()) is not None
    if match.group() == ".":
        return _DOTTED.search(folded, 0, match.start()) is not None
    if _PLACE_DASH.match(folded, match.start()):
        return True
    if _COMPOUND.match(cased, match.start()):
        return folded.count(" ", at, match.start()) > _FIRST_WORD
    following = cased[match.end() : match.end() + 4]
    return match.group().startswith("-") and (
        following[:1].islower() or following[:1].isdigit() or following in ("HĐND", "Hội")
    )


def _word_stays_inside(folded: str, at: int, match: regex.Match[str], head: Head) -> bool:
    """Whether a word does: who is met (`buổi làm việc với …`), or a verb where the name says what the meeting is for."""
    if match.group() == "với" and (head is Head.TALK or _WITH_THEM.match(folded, match.start())):
        return head is not Head.CONGRESS
    if match["plain"] is None or head in (Head.CONGRESS, Head.SESSION):
        return False
    if _HELD_BY.match(folded, match.start()) or _HELD_THEN.match(folded, match.start()):
        return False
    near = max(0, at - _NEAR)
    return bool(_PURPOSE.search(folded, near, match.end()) or _OWN_PURPOSE.search(folded, near, at + _ONE_LETTER))


def _is_quoted(folded: str, start: int, at: int) -> bool:
    return folded.count('"', start, at) % 2 == 1 and '"' in folded[at:]


def _in_bracket(folded: str, start: int, at: int) -> bool:
    return folded.count("(", start, at) > folded.count(")", start, at) and ")" in folded[at:]


_LOOSE_END = Pattern(
    r"(?r)(?:[\s'(.,-]+|\"|\s(?:và|các|những|của|về|này|cuộc|mới|theo|nói trên|cho|là|được"
    r"|về (?:việc|vấn đề|công tác|nội dung)|đối với|(?<!\s(?:kỳ|phiên|cuộc|buổi|phòng|hội)\s)họp))",
    regex.IGNORECASE,
)
"""`hội nghị lần thứ tư |về việc|`, `Đại hội … lần thứ VI |họp|`; `kỳ họp` is a noun."""


def _trimmed(folded: str, least: int, stop: int) -> int:
    """`stop` without the blanks, signs and small words before it; a quotation keeps its closing mark."""
    while (loose := _LOOSE_END.match(folded, least, stop)) is not None:
        if loose.group() == '"' and folded.count('"', least, stop) % 2 == 0:
            break
        stop = loose.start()
    return stop


# --- what a name says -------------------------------------------------------------------------------------------------

_FIGURE = r"(?:[ivxl]+|\d{1,3})(?![\p{L}\d%]|[/.,-]\d)"
_ORDINAL = {
    Head.CONGRESS: rf"(?:lần(?: thứ)?|đại hội(?: đảng| đoàn)?) (?P<ordinal>{_FIGURE}(?! (?:ngày|năm|đại|tỉnh))"
    rf"|{ORDINAL})",
    Head.CONFERENCE: rf"(?:lần(?: thứ)?|(?:trung ương|tw|t\.?ư)(?: lần thứ| thứ)?"
    rf"|^hội nghị(?= \d+ (?:ban chấp hành|bch))) (?P<ordinal>{_FIGURE}|{ORDINAL})",
    Head.SESSION: rf"(?:(?:kỳ|phiên) họp(?: lần)?(?: thứ)?|lần(?: thứ)?|(?<!điều |khoản )thứ|họp (?:kỳ"
    rf"|phiên)(?: thứ)?) (?P<ordinal>{_FIGURE}|{ORDINAL})",
    Head.PART: rf"(?:phiên(?: họp)?(?: lần)?(?: thứ)?) (?P<ordinal>{_FIGURE}|{ORDINAL})",
    Head.TALK: rf"(?:lần thứ|họp (?:kỳ|phiên)(?: thứ)?) (?P<ordinal>{_FIGURE}|{ORDINAL})",
    Head.CEREMONY: rf"lần thứ (?P<ordinal>{_FIGURE}|{ORDINAL})",
}
_ORDINALS = {head: Pattern(phrase(pattern)) for head, pattern in _ORDINAL.items()}
_OTHER_THING = Pattern(
    phrase(r"(?:nghị quyết|chỉ thị|kết luận|quyết định|cách mạng|giới thiệu|lấy ý kiến|góp ý|bàn (?:về|việc)).*")
)
"""What has an ordinal of its own, and what a meeting is for, which may have one."""
TERM = r"nhiệm\s*kỳ[\s:(]*(?P<start>\d{4})\s*-\s*(?P<end>\d{4})"
_TERM = Pattern(phrase(TERM))
_LONGEST_TERM = 7
_OF_THOSE_CHOSEN = Pattern(
    phrase(
        r"(?<!\w)(?:bầu|ứng cử|trúng cử|phê chuẩn|quy hoạch|chức danh|chức vụ|(?<!đoàn )chủ tịch|(?<!ban )bí thư"
        r"|nhân sự)(?!\w)"
    )
)
"""`họp báo công bố kết quả bầu cử đại biểu HĐND tỉnh nhiệm kỳ 2016-2021`: their term, and none of the meeting."""
_HAVE_TERMS = (Head.CONGRESS, Head.SESSION)
_FIRST = Pattern(phrase(r"(?:(?:kỳ|phiên) họp|phiên) đầu tiên(?! (?:của|trong) (?:năm|ngày))"))
"""The first of a new council or committee."""


def _ordinal(name: str, head: Head) -> int | None:
    if _FIRST.match(name):
        return 1
    found = _ORDINALS[head].search(_OTHER_THING.sub("", name))
    return read_ordinal(found["ordinal"]) if found else None


def _term(name: str, head: Head) -> tuple[int, int] | None:
    found = _TERM.search(name)
    if found is None or (head not in _HAVE_TERMS and _OF_THOSE_CHOSEN.search(name, 0, found.start())):
        return None
    return years_of_term(found)


def years_of_term(found: regex.Match[str]) -> tuple[int, int] | None:
    """The years of what `TERM` matched; None where no term is so long."""
    years = int(found["start"]), int(found["end"])
    return years if 0 < years[1] - years[0] <= _LONGEST_TERM else None
