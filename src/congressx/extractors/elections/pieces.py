"""The pieces an election is told with: acts, links, offices and bodies, counts, names, and the words that part clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

import regex

from congressx.extractors.elections.belonging import (
    board_stop,
    is_of_council,
    is_of_council_board,
    organisation_after,
    organisation_of_office,
    own_organisation,
    term_stop,
)
from congressx.extractors.elections.record import Body
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries, rows
from congressx.vietnamese.honorifics import ADDRESS
from congressx.vietnamese.names import find_names, find_short_names
from congressx.vietnamese.numerals import DIGITS, SPELLED, read_number
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.spelling import phrase


class Kind(StrEnum):
    """What a piece does in the sentence."""

    ACT = "act"
    """`bầu`, `trúng cử`, `bổ nhiệm`, `miễn nhiệm`."""
    LINK = "link"
    """Leads to an office or a body: `giữ chức`, `làm`, `vào`."""
    OFFICE = "office"
    BODY = "body"
    COUNT = "count"
    """`7 đồng chí`."""
    NAME = "name"
    HAS = "has"
    """Leads to a list or a number: `gồm`, `là`, `:`."""
    TO = "to"
    """Leads from an office to its holder: `đối với`, `cho`."""
    PASSIVE = "passive"
    """`được`, `bị`, `nhận`: who stands before it is whom the act befalls."""
    INSTEAD = "instead"
    """`thay`: the next name is of someone else."""
    STOP = "stop"
    """Another verb: who stands before it has no part in what follows."""
    BREAK = "break"
    """`;` or the end of a clause."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece and what it says; spans are offsets in the sentence."""

    kind: Kind
    span: Span
    act: str = ""
    """Of an act: what becomes of the office (`none`: nothing)."""
    voice: str = ""
    """Of an act: self, other or approved; of a name: full or short."""
    body: Body | None = None
    org: Span | None = None
    number: int | None = None
    head: Span | None = None
    """Of an office or body: its head word without organisation and term."""

    def org_in(self, text: str) -> str | None:
        """Its organisation as the text of its sentence writes it, one blank between two words."""
        return " ".join(self.org.of(text).split()) if self.org else None


ASIDE = Pattern(r"\([^()]*\)")
"""What is told in brackets: `ông A (nghỉ hưu), bà B`, `bầu 15 đồng chí (danh sách bầu 18)`."""


def read_pieces(cased: str, folded: str) -> tuple[Piece, ...]:
    """The pieces of one sentence, in order, none inside another.

    >>> line = "Đại hội bầu ông Lê Văn An làm Bí thư Huyện ủy"
    >>> [piece.kind.value for piece in read_pieces(line, line.lower())]
    ['act', 'name', 'link', 'office']
    """
    return _read_pieces(cased, folded)


@lru_cache(maxsize=32)
def _read_pieces(cased: str, folded: str) -> tuple[Piece, ...]:
    names = sorted(_names(cased, folded), key=lambda piece: piece.span)
    found: list[Piece] = []
    at = 0
    for before, name in pairwise([None, *names, None]):
        stop = name.span.start if name else len(folded)
        at = max(at, before.span.stop if before else 0)
        for piece in _between(cased, folded, at, stop):
            found.append(piece)
            at = max(at, piece.span.stop)
        if name and name.span.start >= at:
            found.append(name)
    return tuple(found)


def in_bracket(folded: str, span: Span) -> bool:
    """Whether `span` stands inside a bracket."""
    opening = folded.rfind("(", max(0, span.start - 400), span.start)
    if opening < 0 or ")" in folded[opening : span.start]:
        return False
    return ")" in folded[span.stop - 1 : span.stop + 400]


def _names(cased: str, folded: str) -> Iterator[Piece]:
    full = find_names(cased, folded)
    for name in full:
        yield Piece(Kind.NAME, name.span, voice="full")
    for short in find_short_names(cased, folded):
        if not any(short.span.overlaps(name.span) for name in full):
            yield Piece(Kind.NAME, short.span, voice="short")


# ---------------------------------------------------------------- offices and bodies


@cache
def _offices() -> dict[str, Body | None]:
    return {head: None if body == "-" else Body(body) for head, body in rows("offices.tsv", __package__)}


@cache
def _bodies() -> dict[str, tuple[Body | None, bool]]:
    """Body word → what an election to it fills, and whether only its members are elected (`ủy viên UBND`)."""
    return {
        head: (None if body == "-" else Body(body), use == "member")
        for head, body, use in rows("bodies.tsv", __package__)
    }


_ELECTORS = ("", "ban chấp hành ", "bch ", "chi bộ ", "hội nghị ", "tập thể ", "đại hội ")


@cache
def _acts() -> dict[str, tuple[str, str]]:
    """Verb → what becomes of the office, and who it is said of; `*` in a verb is each of those who elect, or nothing."""
    return {
        verb.replace("* ", by): (act, voice)
        for verb, act, voice in rows("acts.tsv", __package__)
        for by in (_ELECTORS if "*" in verb else ("",))
    }


_WORD = r"(?<![\p{L}\p{M}\d])"
_END = r"(?![\p{L}\p{M}])"
POST = "chức vụ|chức danh|chức|cương vị|vị trí"
"""Pattern source of the words that say that an office is meant: `giữ chức vụ Bí thư`."""
_LINK = (
    rf"(?:(?:nắm )?giữ|đảm nhiệm|đảm nhận|đảm trách|nhận)(?: lại)?(?: các)?(?: (?:{POST}|nhiệm vụ|trọng trách|vai trò|quyền))?"
    rf"|làm(?: quyền)?|vào(?: các)?(?: (?:{POST}|ghế))?|trở thành|tham gia|nhận chức|phụ trách"
    r"|(?:ngồi|lên)(?: vào)? ghế|(?:về|trở)(?: lại)?(?: giữ)? chức(?: vụ| danh)?|kiêm(?: nhiệm| giữ)(?: chức vụ| chức danh| chức)"
)
_HAS = r"(?:bao )?gồm(?: có)?|với số lượng(?: là)?|trong đó(?: có)?|sau đây|như sau|là|như|có|với"
_TO = rf"đối với|cho|dành cho|thuộc về|về tay|của(?= (?:các )?(?:{ADDRESS}) )"
_GIVEN = rf"được (?:giao|trao|phân công|giao phó|giao lại|trao lại) cho(?= (?:các )?(?:{ADDRESS}) )"
_PASSIVE = r"(?:được trao|được nhận|nhận)(?: các)? quyết định|được|bị"
_INSTEAD = r"thay(?: thế| cho)?(?! mặt| đổi| vì| nhau)(?: cho)?|kế nhiệm|người tiền nhiệm|theo lời|cùng với"
KIN = "con trai|con gái|em trai|em gái|anh trai|chị gái|cháu|vợ|chồng|con rể|phu nhân|bố|mẹ|cha"
"""Pattern source of words for relatives: `con trai ông An`."""
BECAME = Pattern(r"\s*[-:(]\s*")
"""Between a name and the office taken: `ông A| - |Bí thư`, `ông A| (|Bí thư)`."""


_ELECTED_OF = phrase(
    r"(?:đồng chí|đ/c|ủy viên|người|vị|nhân sự) (?:(?:đã|được|đều) )*(?:trúng cử|đắc cử)(?!\p{L})(?![^.;]{0,40}(?:lần đầu|tái cử))"
    r"|(?<=(?<!\p{L})(?:bầu|bầu được|bầu đủ) \d{1,3}/\d{1,3}\s*)(?:đồng chí|đ/c|người|vị|ủy viên)"
    r" vào (?:ban|bch|btv|cấp ủy|chi ủy)(?!\p{L})"
)
"""`15/17 đồng chí trúng cử`, `bầu 15/16 đồng chí vào Ban Chấp hành`: so many of the candidates."""


@cache
def _piece() -> Pattern:
    stops = alternation(entries("other_verbs.txt", __package__))
    return Pattern(
        rf"(?P<given>{_WORD}{phrase(_GIVEN)}{_END})"
        rf"|(?P<act>{_WORD}(?<!(?:số|tỷ lệ|tỉ lệ|%|lá|\d)\s*phiếu\s)(?:{alternation(_acts())}){_END})"
        rf"|(?P<same>{_WORD}(?<=(?:chức|vụ|danh|vị|vị trí|vai trò|nhiệm)\s)này(?=\s+(?:trong|của|khóa|nhiệm)|\s*[,.;]|\s*$))"
        rf"|(?P<head>{_WORD}(?!(?<=(?:chức|nhiệm) )vụ)(?:{alternation([*_offices(), *_bodies()])}){_END})"
        rf"|(?P<part>(?<![\d/,.-])\d{{1,3}}/\d{{1,3}}(?=\s*(?:{_ELECTED_OF})))"
        rf"|(?P<count>(?<![/-])(?:{DIGITS}(?![\d/%]|[.,-]\d|\s*[/%-]\s*\d|\s*%)|{SPELLED}))"
        rf"|(?P<stop>{_WORD}(?<!ban\s)(?!thuộc\s+về|theo\s+đó)(?:{stops}){_END})"
        rf"|(?P<passive>{_WORD}(?:{phrase(_PASSIVE)}){_END})"
        rf"|(?P<link>{_WORD}(?:{phrase(_LINK)}){_END})"
        rf"|(?P<instead>{_WORD}(?:{phrase(_INSTEAD)}|{phrase(KIN)}){_END})"
        rf"|(?P<to>{_WORD}(?:{phrase(_TO)}){_END})"
        rf"|(?P<has>{_WORD}(?:{phrase(_HAS)}){_END}|:)"
        r"|(?P<break>;)"
    )


_TOKEN = Pattern(r"[\p{L}\p{M}]+|\d+|[;:]")


@cache
def _first_words() -> frozenset[str]:
    """The words a piece may begin with: a look at them spares most places the pattern."""
    phrases = (*_acts(), *_offices(), *_bodies(), *entries("other_verbs.txt", __package__))
    return frozenset((":", ";", *entries("openers.txt", __package__), *(words.split()[0] for words in phrases)))


_NOUN = Pattern(
    phrase(
        r"\s*(?:đồng chí|đ/c|ủy viên|thành viên|người|vị|đại biểu|nhân sự|luật gia|nhà báo|hội viên|đảng viên|đoàn viên"
        r"|anh\s*(?:,|và)?\s*chị|cán bộ|ông\s*(?:,|và)?\s*bà|ông|bà|anh|chị|gương mặt|nhà văn|bác sĩ|doanh nhân"
        r"|cựu chiến binh|thầy\s*(?:,|và)?\s*cô(?: giáo)?|bạn|luật sư|trường hợp|cựu sĩ quan|nhà giáo|tổ chức|cá nhân)"
        r"(?: là)?(?: ủy viên| thành viên)?"
    )
    + _END
)
_OFFICE_TAIL = Pattern(
    phrase(r"\s*(?:không )?(?:thường trực|phụ trách|chuyên trách|kiêm nhiệm|danh dự|lâm thời)(?!\p{L})")
)


def _between(cased: str, folded: str, start: int, stop: int) -> Iterator[Piece]:
    at = start
    for word in _TOKEN.finditer(folded, start, stop):
        if word.start() < at or not (word.group() in _first_words() or word.group()[0].isdigit()):
            continue
        match = _piece().match(folded, word.start(), stop)
        if match is None:
            continue
        piece = _piece_of(match, cased, folded)
        if piece is not None:
            yield piece
        at = max(match.end(), piece.span.stop if piece else 0)


def _piece_of(match: regex.Match[str], cased: str, folded: str) -> Piece | None:
    kind = match.lastgroup
    span = Span(*match.span())
    if kind == "act":
        act, voice = _acts()[" ".join(match.group().split())]
        return Piece(Kind.ACT, span, act=act, voice=voice)
    if kind == "head":
        return _filled(span, cased, folded)
    if kind == "same":
        return Piece(Kind.OFFICE, span, voice="same")
    if kind == "given":
        return Piece(Kind.TO, span, voice="given")
    if kind in ("count", "part"):
        return _count(match, folded)
    return Piece(Kind(str(kind)), span)


def _count(match: regex.Match[str], folded: str) -> Piece | None:
    number = read_number(match.group().partition("/")[0])
    if not isinstance(number, int) or number < 1:
        return None
    noun = _NOUN.match(folded, match.end())
    return Piece(
        Kind.COUNT,
        Span(match.start(), noun.end() if noun else match.end()),
        number=number,
        voice=noun.group().strip() if noun else "",
    )


_WRITERS = ("thư ký", "tổ thư ký")
_COUNTED = Pattern(
    phrase(
        r"[\s:]*(?:(?:gồm|có|gồm có|là) )?(?:0?[1-9]|hai|ba)(?= (?:đồng chí|đ/c|người|vị|thành viên|anh|chị)(?!\p{L}))"
    )
)
"""`bầu Đoàn Chủ tịch 03 người, Thư ký 02 người`: those who write for the congress, no other secretary"""


_MADE = Pattern(
    phrase(
        r"(?<![\p{L}\d])(?:0?[1-9]|một|hai|ba) (?:đồng chí|đ/c|người|vị|đảng viên|anh|chị)(?: được cử)? (?:làm|là)\s*$"
        r"|(?<![\p{L}\d/])(?:0?[1-9]|một|hai|ba)\s*$"
    )
)
_WRITER_ENDS = Pattern(
    phrase(r"\s*(?:$|[.,;:)]|(?:là|gồm)(?!\p{L})|(?:và|của|cho|tại|ghi)(?: biên bản| đại hội| hội nghị)(?!\p{L}))")
)


def _is_made_writer(folded: str, head: Span) -> bool:
    """`cử 02 đồng chí vào Đoàn Chủ tịch và 01 đồng chí làm |thư ký|`, `và 01 |thư ký| là bà B`"""
    before = _MADE.search(folded, 0, head.start)
    return before is not None and _WRITER_ENDS.match(folded, head.stop) is not None


def _filled(head: Span, cased: str, folded: str) -> Piece | None:
    """The office or body at `head`, with its organisation and term."""
    word = " ".join(head.of(folded).split())
    if word in _WRITERS and not (_COUNTED.match(folded, head.stop) or _is_made_writer(folded, head)):
        return None
    if word in _bodies():
        body, member = _bodies()[word]
        if body is None:
            return None
        org, stop = own_organisation(head, cased, folded)
        if body is Body.EXECUTIVE_COMMITTEE and org and regex.match(r"chi\s*bộ", org.of(folded)):
            body = Body.CELL_COMMITTEE
        return Piece(
            Kind.BODY,
            Span(head.start, term_stop(folded, stop)),
            body=body,
            org=org,
            head=head,
            voice="member" if member else "",
        )
    office = _offices()[word]
    if office is None:
        return None
    body = office
    tail = _OFFICE_TAIL.match(folded, head.stop)
    org, stop = (
        organisation_of_office(head, cased, folded) if tail is None else organisation_after(tail.end(), cased, folded)
    )
    if word.endswith("ban") or word.startswith(("trưởng ban", "phó trưởng ban")):
        stop = max(stop, board_stop(folded, head.stop))
        body = Body.COUNCIL_OFFICE if is_of_council_board(folded[head.stop : stop]) else body
    elif word.endswith("chánh văn phòng") and is_of_council(folded[head.stop : stop]):
        body = Body.COUNCIL_OFFICE
    return Piece(Kind.OFFICE, Span(head.start, term_stop(folded, stop)), body=body, org=org, head=head)
