"""Lists of members under a heading: `DANH SÁCH BAN THƯỜNG VỤ HUYỆN ỦY KHÓA X`, then one line a member or an office.

`1. Lê Văn An - Bí thư`, `Đồng chí Lê Văn An - Bí thư` and `- Bí thư: đồng chí Lê Văn An` are such lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from congressx.document import Document, Sentence
from congressx.engine import Mention
from congressx.extractors.elections.events import CHIEFS, OFFICES, WORKING
from congressx.extractors.elections.glued_rosters import find_glued
from congressx.extractors.elections.moods import is_planned
from congressx.extractors.elections.pieces import Kind, Piece, read_pieces
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.up_for_election import item_start, named_before, up_for_election
from congressx.extractors.elections.votes import find_votes
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import fold, phrase

RULE = "elections.roster"
_HEADING = Pattern(
    phrase(
        r"danh sách|(?:như sau|sau đây|có tên sau|gồm(?: có)?(?: các)?(?: đồng chí| ông, bà| ông| vị)?)\s*:?\s*$|:\s*$"
    )
)
_NO_HEADING = Pattern(
    phrase(
        r"ứng cử|đề cử|giới thiệu|dự kiến|(?<!kết quả )bầu cử|tham dự|(?:đến|về|khách) dự|dự (?:đại hội|hội nghị) có"
    )
)
_RESULT = Pattern(
    phrase(r"(?<!\p{L})(?:trúng cử|đắc cử|kết quả (?:bầu|kiểm phiếu)|bầu(?: ra)?(?: các)? chức danh)(?!\p{L})")
)
"""A heading that names no body: one sentence before it says what was up for election."""
_PERSON = Pattern(phrase(r"\s*(?:(?:tân|đồng chí|đ/c|ông|bà|anh|chị)(?!\p{L})\.?\s*)+"))
_BEFORE_NAME = 20
"""Characters of honorific before the name of an item."""
_LONGEST_LINE = 160
_BETWEEN = Pattern(
    phrase(r"[\s:,.()-]*(?:(?:là|giữ chức vụ|giữ chức|làm|các|đồng chí|đ/c|ông|bà|anh|chị|và)(?!\p{L})[\s:,.-]*)*")
)
"""What may stand between a name and the office won."""
_TAKES = Pattern(phrase(r"(?<!\p{L})(?:làm|giữ chức|giữ nhiệm vụ|đảm nhiệm|tiếp tục|được)(?!\p{L})"))
_LINE_GOES_ON = Pattern(r"\s*(?:$|[-:,(])")
_ELSEWHERE = Pattern(
    phrase(r"(?:ubnd|hđnd|ủy ban|hội đồng|sở|công ty|tổng công ty|tập đoàn|ngân hàng|trường|bệnh viện)(?!\p{L})")
)
"""Whose officers are never those of a committee just elected."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: who, and the office said with the name."""

    line: Sentence
    names: tuple[Piece, ...]
    offices: tuple[Piece, ...]
    office_first: bool

    @property
    def persons(self) -> tuple[str, ...]:
        """Their names as written."""
        return tuple(" ".join(name.span.of(self.line.text).split()) for name in self.names)


def find_rosters(document: Document, *, told: bool) -> Iterator[Mention]:
    """Members and officers of every list of an elected body; where no election is told, of those that head a term."""
    for sentence in document.sentences:
        if len(sentence.text) > 240 or not _is_heading(sentence.folded) or _NO_HEADING.search(sentence.folded):
            continue
        if not told and not _OF_A_TERM.search(sentence.folded) and not _elects(sentence):
            continue
        bodies = _bodies(read_pieces(sentence.cased, sentence.folded))
        results = _RESULT.search(sentence.folded) is not None
        if not (bodies or results):
            continue
        items = list(_items(document, sentence))
        if len(items) < 2:
            continue
        if len(bodies) > 1:
            yield from _officers(None, items)  # `bầu Ban Thư ký 7 người, Ban Kiểm tra 3 người:`, then who heads them
            continue
        found = (sentence, bodies[0]) if bodies else named_before(document, sentence.index)
        if found is not None and not any(item.office_first for item in items):
            yield _members(sentence, *found, items)
        if found is None or found[1].body not in WORKING:  # members of a presidium keep the offices they hold
            yield from _officers(found, items)


def _elects(heading: Sentence) -> bool:
    """`Đại hội bầu Ban chi ủy gồm có:`, with no other word of an election in the article."""
    slots = up_for_election(heading)
    return len(slots) == 1 and not is_planned(heading.folded[: slots[0].span.start])


_OF_A_TERM = Pattern(phrase(r"danh sách[^.;:]{0,120}(?:khóa|nhiệm k[ỳì]|được bầu)(?!\p{L})"))
"""Heads a list that tells who was elected, though no verb does."""
_TITLE = Pattern(
    phrase(
        r"\W*(?:ban chấp hành|bch|ban thường vụ|btv|ủy ban kiểm tra|ubkt|chi ủy|ban chi ủy)(?: (?!đã|họp|gồm|ra mắt)\p{L}+){0,8}"
        r" (?:khóa (?:\d+|[ivxl]+|mới)|nhiệm k[ỳì] \d{4}\s*-\s*\d{4})(?:\s*,?\s*\(?nhiệm k[ỳì] \d{4}\s*-\s*\d{4}\)?)?\W*"
    )
)
"""`BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN KHÓA XXII`, a line of its own"""


def _is_heading(folded: str) -> bool:
    return _HEADING.search(folded) is not None or _TITLE.fullmatch(folded) is not None


def _bodies(pieces: Sequence[Piece]) -> list[Piece]:
    """The bodies a heading speaks of, not the one that elects: `Ban Chấp hành bầu Ban Thường vụ gồm`."""
    acts = [p.span.start for p in pieces if p.kind is Kind.ACT and p.voice != "self"]
    return [p for p in pieces if p.kind is Kind.BODY and not p.voice and p.span.start > max(acts, default=-1)]


def find_glued_rosters(document: Document, *, told: bool) -> Iterator[Mention]:
    """Members of lists whose lines ran together."""
    for glued in find_glued(document):
        named_in, named = glued.named
        if not told and not _OF_A_TERM.search(named_in.folded):
            continue
        yield _mention(glued.heading, glued.words, glued.body, named.org_in(named_in.text), glued.names)
        for officer in glued.officers:
            at = next(s for s in document.sentences if s.span.start <= officer.span.start < s.span.stop)
            stop = min(officer.span.stop, at.span.stop)
            span = Span(officer.span.start - at.span.start, stop - at.span.start)
            yield _mention(at, span, officer.body, None, (officer.name,))


def _items(document: Document, heading: Sentence) -> Iterator[Item]:
    """The lines behind a heading, as long as each is one of the list."""
    opens = heading.folded.rstrip().endswith((":", "gồm", "sau", "đây"))
    following = document.sentences[heading.index + 1 :]
    if following and _ASIDE.fullmatch(following[0].folded):
        following = following[1:]
    for sentence in following:
        mark = item_start(document, sentence)
        item = _item(sentence, mark, marked=not opens) if mark is not None or _opens_line(document, sentence) else None
        if item is None:
            return
        yield item


def _opens_line(document: Document, sentence: Sentence) -> bool:
    return document.text[: sentence.span.start].rstrip(" ").endswith("\n")


def _item(sentence: Sentence, mark: int | None, *, marked: bool) -> Item | None:
    if mark is None and len(sentence.text) > _LONGEST_LINE:
        return None
    pieces = read_pieces(sentence.cased, sentence.folded)
    name = next((p for p in pieces if p.kind is Kind.NAME and p.voice == "full"), None)
    if name is None:
        return None
    start, first = mark or 0, pieces[0]
    if mark is None and marked and not _has_office_behind(sentence, name, pieces):
        return None
    if first.kind is Kind.OFFICE and first.span.start - start < 3 and first.body is not None:
        return _office_first(sentence, pieces)
    after = [p for p in pieces if p.span.start >= name.span.stop]
    if after and after[0].span.of(sentence.folded) == ":":
        after = after[1:]
    offices = tuple(takewhile(lambda p: p.kind is Kind.OFFICE, after))
    is_item = _names_a_member(sentence.folded, Span(start, name.span.start), name, after, marked=mark is not None)
    return Item(sentence, (name,), offices, office_first=False) if is_item else None


_ASIDE = Pattern(r"\s*\([^()]*\)\W*")
"""`(Được bầu tại Đại hội ngày 20/8/2020)`, between a heading and its list"""
_HELD = Pattern(phrase(r"\s*[-,:]\s*"))


def _has_office_behind(sentence: Sentence, name: Piece, pieces: Sequence[Piece]) -> bool:
    """`Lê Văn An - Bí thư Huyện ủy`: a line of a list, though no mark says so."""
    after = [p for p in pieces if p.span.start >= name.span.stop]
    held = bool(after) and after[0].kind in (Kind.OFFICE, Kind.BODY)
    return held and _HELD.match(sentence.folded, name.span.stop) is not None


def _names_a_member(folded: str, before: Span, name: Piece, after: Sequence[Piece], *, marked: bool) -> bool:
    """Whether a line begins with a name and goes on with no sentence: `Đồng chí Lê Văn An phát biểu …` does."""
    plain = not any(p.kind in (Kind.ACT, Kind.STOP, Kind.LINK) for p in after)
    if len(before) > _BEFORE_NAME or (not plain and _TAKES.search(folded)):
        return False  # `- Ông Lê Văn An, Bí thư Đảng ủy làm Chủ tịch HĐND` is a sentence, too
    if marked:
        return True
    titled = not before or _PERSON.fullmatch(folded, before.start, before.stop) is not None
    return titled and plain and _LINE_GOES_ON.match(folded, name.span.stop) is not None


def _office_first(sentence: Sentence, pieces: Sequence[Piece]) -> Item | None:
    """`- Phó Bí thư: đồng chí Lê Văn An, đồng chí Trần Thị Bình`."""
    office, names, stop = pieces[0], [], pieces[0].span.stop
    if sentence.folded[stop : stop + 3].lstrip()[:1] not in (":", "-"):
        return None
    for piece in pieces[1:]:
        if piece.kind is Kind.HAS and piece.span.of(sentence.folded) == ":":
            continue
        if piece.kind is not Kind.NAME or not _BETWEEN.fullmatch(sentence.folded, stop, piece.span.start):
            break
        names.append(piece)
        stop = piece.span.stop
    return Item(sentence, tuple(names), (office,), office_first=True) if names else None


def _members(heading: Sentence, at: Sentence, body: Piece, items: Sequence[Item]) -> Mention:
    names = tuple(name for item in items for name in item.persons)
    span = body.span if at is heading else Span(0, len(heading.text.rstrip()))
    return _mention(heading, span, body.body, body.org_in(at.text), names)


def _officers(found: tuple[Sentence, Piece] | None, items: Sequence[Item]) -> Iterator[Mention]:
    filled: set[Body] = set()
    org = found[1].org_in(found[0].text) if found else None
    for item in items:
        won = [o for o in item.offices if o.body in OFFICES and _agrees(o.org_in(item.line.text), org)]
        for office in won:
            if office.body is None or office.body in filled:
                continue
            if office.body in CHIEFS:
                filled.add(office.body)
            span = item.names[0].span.cover(item.names[-1].span).cover(office.span)
            told = _mention(item.line, span, office.body, office.org_in(item.line.text), item.persons)
            yield told.having(**_ballot(item)) if len(item.names) == 1 and office is won[0] else told


def _ballot(item: Item) -> dict[str, int | float | None]:
    """`1. Lê Văn An - Bí thư (41/41 phiếu)`: the one ballot of the line."""
    votes = find_votes(item.line.folded)
    one = votes[0] if len(votes) == 1 else None
    return {field: getattr(one, field) for field in ("votes_for", "votes_total", "percent")} if one else {}


def _agrees(office: str | None, body: str | None) -> bool:
    """Whether the officer is one of the body itself: `Đảng ủy Khối` in `Đảng ủy Khối Doanh nghiệp tỉnh`."""
    if office is None or body is None:
        return office is None or _ELSEWHERE.match(fold(office)) is None
    return _as_organisation(body).startswith(_as_organisation(office))


_COMMITTEE_OF = Pattern(r"(?<!\p{L})(tỉnh|thành|huyện|thị|quận)\s+ủy(?!\p{L})")


def _as_organisation(words: str) -> str:
    """`Đảng ủy xã` and `Đảng bộ xã`, `Huyện ủy` and `Đảng bộ huyện` are the same organisation here."""
    return _COMMITTEE_OF.sub(r"đảng bộ \1", fold(words)).replace("đảng ủy", "đảng bộ")


def _mention(sentence: Sentence, span: Span, body: Body | None, org: str | None, persons: tuple[str, ...]) -> Mention:
    value = {
        "body": body, "org": org, "act": Act.ELECTED, "seats": None, "candidates": None, "persons": persons,
        "votes_for": None, "votes_total": None, "percent": None,
    }  # fmt: skip
    whole = sentence.here(span)
    return Mention("elections", RULE, whole, whole, sentence.index, value)
