"""Who won, told by votes alone: `ông A đạt 76,74% phiếu bầu`, `Người đạt số phiếu cao nhất là bà B`.

What is told so names no body; it counts only where an election stands near.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from congressx.extractors.elections.events import Event, heads_council_board
from congressx.extractors.elections.newcomers import NEW_BEFORE
from congressx.extractors.elections.pieces import Kind, Piece, in_bracket, read_pieces
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.votes import Votes, find_votes
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.honorifics import ADDRESS
from congressx.vietnamese.spelling import phrase

_BALLOT = Pattern(phrase(r"(?:số|tỷ lệ|tỉ lệ|kiểm) phiếu|phiếu bầu|tỷ lệ trúng cử|sự tín nhiệm của cử tri"))
LOST = Pattern(phrase(r"(?<!\p{L})(?:không|chưa|rút|trượt|tín nhiệm (?:cao|thấp))(?!\p{L})"))
_GETS = Pattern(phrase(r"(?<!\p{L})(?:đạt|có|được|với|nhận|giành)(?!\p{L})"))

_ROW = Pattern(
    phrase(
        r"(?:\s*[,(-][^;:%]{0,80}?)??\s*[,(:-]?\s*(?:(?:đạt|được|với|là|có|chiếm|nhận|giành) |tỷ lệ |tỉ lệ )*"
        r"(?P<percent>\d{1,3}(?:[.,]\d{1,3})?)\s*%\)?\s*(?=$|[;,.)…]|và)"
    )
)
"""`ông A đạt 68,1% số phiếu; bà B 66,8%`: the first says what the shares are of."""
_HALF = 50.0
"""Whoever has less has lost."""


def persons_by_vote(cased: str, folded: str) -> Iterator[Event]:
    """`ông A đạt 76,74% phiếu bầu; ông B đạt 85,02%`: told of those who won, when an election stands just before."""
    if not _BALLOT.search(folded) or LOST.search(folded):
        return
    names = [p for p in read_pieces(cased, folded) if p.kind is Kind.NAME and not in_bracket(folded, p.span)]
    told: list[Piece] = []
    for votes in find_votes(folded):
        favoured = _favoured(votes, names, folded)
        if favoured is not None:
            yield Event(
                Act.ELECTED, None, None, favoured.span, votes.span.cover(favoured.span), [favoured], votes=votes
            )
            continue
        before = [p for p in names if p.span.stop <= votes.span.start]
        name = before[-1] if before else None
        board = _new_office(name, cased, folded) if name else None
        if name and (board or _GETS.search(folded, name.span.stop, votes.span.start + 5)):
            told.append(name)
            yield Event(
                Act.ELECTED, board, None, name.span, name.span.cover(votes.span), [name], votes=votes if board else None
            )
    for name in names:
        share = _ROW.match(folded, name.span.stop)
        in_row = (
            told
            and name not in told
            and (name.span.start > told[0].span.stop or _shares_lead_up(name, told[0], folded))
        )
        if share and in_row:
            yield from _won_by_share(name, share)


def _won_by_share(name: Piece, share: regex.Match[str]) -> Iterator[Event]:
    """`ông B 98%`: elected, if by more than half."""
    if float(share["percent"].replace(",", ".")) > _HALF:
        yield Event(Act.ELECTED, None, None, name.span, name.span.cover(Span(*share.span())), [name])


_LEADS_UP = Pattern(phrase(r"[^;:.]*"))


def _shares_lead_up(name: Piece, last: Piece, folded: str) -> bool:
    """`ông A đạt 100%, bà B đạt 95%, ông C đạt 90% số phiếu`: the last share says what all are of."""
    return _LEADS_UP.fullmatch(folded, name.span.stop, last.span.start) is not None


_NEXT_IN_ROW = Pattern(phrase(rf"[\s,;]*(?:(?:và|còn) )?(?:{ADDRESS})\s+"))


def others_in_row(events: Sequence[Event], pieces: Sequence[Piece], folded: str) -> Iterator[Event]:
    """`bà A trúng cử với 91,3% số phiếu, |ông B 98%|`: the verb is said of the first only."""
    first = events[0] if len(events) == 1 else None
    if first is None or first.body is not None or first.act is not Act.ELECTED or len(first.persons) != 1:
        return
    votes = [v for v in find_votes(folded) if v.span.start >= first.span.stop and v.percent is not None]
    stop = votes[0].span.stop if votes else len(folded)
    for name in pieces:
        if name.kind is not Kind.NAME or name.span.start < stop:
            continue
        share = _ROW.match(folded, name.span.stop)
        if share is None or not _NEXT_IN_ROW.fullmatch(folded, stop, name.span.start):
            return
        yield from _won_by_share(name, share)
        stop = share.end("percent") + 1


_FOR = Pattern(
    phrase(rf"\s*(?:(?:đều|đã|cùng) )*(?:tán thành|đồng ý|nhất trí|bầu cho|ủng hộ)? ?(?:bầu )?(?:{ADDRESS}) ")
)


def _favoured(votes: Votes, names: list[Piece], folded: str) -> Piece | None:
    """`cả 45/45 phiếu đều tán thành đồng chí A`: who stands behind the votes."""
    after = next((name for name in names if name.span.start >= votes.span.stop), None)
    return after if after and _FOR.fullmatch(folded, votes.span.stop, after.span.start) else None


def _new_office(name: Piece, cased: str, folded: str) -> Body | None:
    """`Ban Pháp chế: Trưởng ban A đạt 95%`, `Tân Bộ trưởng A nhận được 86%`: the office just won is said with the name."""
    if heads_council_board(folded[: name.span.start]):
        return Body.COUNCIL_OFFICE
    offices = [p for p in read_pieces(cased, folded) if p.kind is Kind.OFFICE and p.span.stop <= name.span.start]
    if not offices or folded[offices[-1].span.stop : name.span.start].strip():
        return None
    return offices[-1].body if NEW_BEFORE.search(folded[: offices[-1].span.start]) else None


_MOST = Pattern(
    phrase(
        r"(?:người|ứng cử viên|ứng viên|đại biểu|nhân sự)[^;:.]{0,40}?(?<!\p{L})(?:số phiếu|tỷ lệ|tỉ lệ|phiếu bầu)[^;:.]{0,30}?"
        rf" (?:cao|thấp|nhiều|ít) (?:nhất|thứ \p{{L}}+)[^;:.%]{{0,60}}?(?<!\p{{L}})là (?:các )?(?:{ADDRESS})? ?"
    )
)
"""`Ứng viên có tỷ lệ phiếu cao nhất là bà A`: of those who won, also the last of them."""
_HAS_MOST = Pattern(
    phrase(
        r"(?:\s*\([^()]*\)|\s*[,-][^;:.%]{0,80}[,-])?\s*(?:đã )?(?:đạt|được|có|giành) (?:số|tỷ lệ|tỉ lệ) phiếu(?: bầu)? cao nhất(?!\p{L})"
    )
)
"""Behind a name: `bà A (Giám đốc Sở Y tế) đạt số phiếu cao nhất`."""


def persons_by_rank(cased: str, folded: str) -> Iterator[Event]:
    """`Người đạt số phiếu cao nhất là ông A`: told of those who won, when an election stands just before."""
    if LOST.search(folded):
        return
    yield from _next_in_rank(cased, folded)
    if "phiếu" not in folded:
        return
    most = _MOST.search(folded)
    if most is None:
        yield from _persons_with_most(cased, folded)
        return
    after = [p for p in read_pieces(cased, folded) if p.kind is Kind.NAME and p.span.start >= most.start()]
    if after and not regex.search(r"[;:.%]", folded[most.start() : after[0].span.start]):
        span = Span(most.start(), after[0].span.stop)
        yield Event(Act.ELECTED, None, None, after[0].span, span, [after[0]])


_NEXT = Pattern(
    phrase(
        r"\W*(?:(?:(?:ngay|xếp|bám) )?(?:sát sau|sau đó|theo sau|kế đến|tiếp đến|tiếp theo|kế tiếp)|xếp sau)(?: là| có)?(?: các)?(?!\p{L})"
        r"|[^;:.%]{0,160}(?<!\p{L})lần lượt (?:là|có|được|đạt|nhận|giành)(?!\p{L})"
        r"|\W*(?:tỷ lệ|tỉ lệ) (?:phiếu )?(?:bầu )?(?:của|dành cho)(?!\p{L})"
    )
)
"""Opens a row that goes on from who won with the most votes: `Sát sau là anh A (97,8%), anh B (96,3%)`."""
_SHARE = Pattern(r"(?<![\d.,])(?P<percent>\d{2,3}(?:[.,]\d{1,3})?)\s*%")


def goes_on_in_rank(folded: str) -> bool:
    """Whether a sentence may go on with the shares of those who won.

    >>> goes_on_in_rank("sát sau là anh a (97,8%)"), goes_on_in_rank("sau đó, đại hội bầu đoàn chủ tịch")
    (True, False)
    """
    return "%" in folded and _NEXT.match(folded) is not None


def _next_in_rank(cased: str, folded: str) -> Iterator[Event]:
    """As many shares as names, or a share in brackets right behind each: `A và B lần lượt được 97,8% và 96,3%`."""
    if not goes_on_in_rank(folded):
        return
    names = [p for p in read_pieces(cased, folded) if p.kind is Kind.NAME and not in_bracket(folded, p.span)]
    shares = [match for match in _SHARE.finditer(folded) if float(match["percent"].replace(",", ".")) > _HALF]
    if len(shares) != len(names) or len(shares) != folded.count("%"):
        return
    for name, share in zip(names, shares, strict=True):
        yield Event(Act.ELECTED, None, None, name.span, name.span.cover(Span(*share.span())), [name])


def _persons_with_most(cased: str, folded: str) -> Iterator[Event]:
    """`ông A đạt số phiếu cao nhất`."""
    for name in read_pieces(cased, folded) if "cao nhất" in folded else ():
        most = _HAS_MOST.match(folded, name.span.stop) if name.kind is Kind.NAME else None
        if most is not None:
            yield Event(Act.ELECTED, None, None, name.span, name.span.cover(Span(*most.span())), [name])


def members_by_vote(cased: str, folded: str) -> Iterator[Event]:
    """`9 đồng chí trong Ban Chấp hành và 3 đồng chí trong Ban Kiểm tra đều đạt số phiếu 100%`."""
    votes = find_votes(folded)
    if len(votes) != 1 or votes[0].percent is None:
        return
    for count, body in pairwise(read_pieces(cased, folded)):
        if count.kind is not Kind.COUNT or not count.voice or body.kind is not Kind.BODY:
            continue
        between = folded[count.span.stop : body.span.start].strip()
        members = not between and count.voice.endswith(("ủy viên", "thành viên"))
        if (between == "trong" or members) and body.span.stop <= votes[0].span.start:
            span = count.span.cover(body.span)
            yield Event(Act.ELECTED, body.body, body.org, span, span, seats=count.number, votes=votes[0])
