"""Reads one sentence: which offices and bodies it says were filled, by whom, with how many seats and votes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from congressx.extractors.elections.boards import opens_board, read_board
from congressx.extractors.elections.delegations import find_delegations
from congressx.extractors.elections.events import COMMITTEES, Event, heads_council_board
from congressx.extractors.elections.pieces import Kind, Piece, read_pieces
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.votes import Votes, find_votes
from congressx.extractors.elections.walk import walk
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.organisations import read_organisation
from congressx.vietnamese.spelling import phrase


@lru_cache(maxsize=32)
def read_events(cased: str, folded: str) -> tuple[Event, ...]:
    """The events of one sentence, in text order; kept for the finders that follow one another on a sentence.

    >>> line = "Đại hội bầu Ban Chấp hành gồm 7 đồng chí; ông Lê Văn An được bầu làm Bí thư Huyện ủy với 7/7 phiếu"
    >>> for event in read_events(line, line.lower()):
    ...     print(event.act, event.body, event.seats, [p.span.of(line) for p in event.persons], bool(event.votes))
    elected executive_committee 7 [] False
    elected secretary None ['Lê Văn An'] True
    """
    if not any(cue in folded for cue in entries("cues.txt", __package__)) and opens_board(folded) is None:
        return ()
    pieces = [piece for piece in read_pieces(cased, folded) if not _in_bracket(folded, piece.span)]
    delegations = [
        Event(Act.ELECTED, found.body, None, found.focus, found.span, seats=found.seats)
        for found in find_delegations(folded)
    ]
    events = [
        event
        for event in walk(pieces, folded)
        if event.says_something and not any(event.focus.overlaps(other.span) for other in delegations)
    ]
    if not events and not delegations:
        events = list(read_board(pieces, folded)) or list(_members_by_vote(cased, folded))
    _share_organisation(events, cased, folded)
    events = _without_joining(events, folded) or list(_persons_by_vote(cased, folded))
    _attach_votes(events, folded)
    _attach_candidates(events, folded)
    return tuple(sorted([*events, *delegations], key=lambda event: event.focus))


def _in_bracket(folded: str, span: Span) -> bool:
    opening = folded.rfind("(", max(0, span.start - 200), span.start)
    if opening < 0 or ")" in folded[opening : span.start]:
        return False
    return ")" in folded[span.stop - 1 : span.stop + 200]


_LEAVES = Pattern(phrase(r"thôi (?:tham gia|giữ)"))


def _without_joining(events: list[Event], folded: str) -> list[Event]:
    """`chỉ định tham gia Ban Thường vụ, giữ chức Bí thư`: the office is what was filled."""
    if _LEAVES.search(folded) or any(event.persons and not event.joins for event in events):
        return [event for event in events if not event.joins]
    return events


# ---------------------------------------------------------------- told by votes alone

_BALLOT = Pattern(phrase(r"(?:số|tỷ lệ|tỉ lệ) phiếu|phiếu bầu|sự tín nhiệm của cử tri"))
_LOST = Pattern(phrase(r"(?<!\p{L})(?:không|chưa|rút|trượt|thấp nhất)(?!\p{L})"))
_GETS = Pattern(phrase(r"(?<!\p{L})(?:đạt|có|được|với)(?!\p{L})"))

_ROW = Pattern(
    phrase(r"\s*[,(:-]?\s*(?:đạt |được |với |là )?(?P<percent>\d{1,3}(?:[.,]\d{1,3})?)\s*%\)?\s*(?=$|[;,.]|và)")
)
"""`ông A đạt 68,1% số phiếu; bà B 66,8%`: the first says what the shares are of."""
_HALF = 50.0
"""Whoever has less has lost."""


def _persons_by_vote(cased: str, folded: str) -> Iterator[Event]:
    """`ông A đạt 76,74% phiếu bầu; ông B đạt 85,02%`: told of those who won, when an election stands just before."""
    if not _BALLOT.search(folded) or _LOST.search(folded):
        return
    names = [p for p in read_pieces(cased, folded) if p.kind is Kind.NAME and not _in_bracket(folded, p.span)]
    told: list[Piece] = []
    for votes in find_votes(folded):
        before = [p for p in names if p.span.stop <= votes.span.start]
        name = before[-1] if before else None
        board = Body.COUNCIL_OFFICE if name and heads_council_board(folded[: name.span.start]) else None
        if name and (board or _GETS.search(folded, name.span.stop, votes.span.start + 5)):
            told.append(name)
            yield Event(
                Act.ELECTED, board, None, name.span, name.span.cover(votes.span), [name], votes=votes if board else None
            )
    for name in names:
        share = _ROW.match(folded, name.span.stop)
        in_row = told and name not in told and name.span.start > told[0].span.stop
        if share and in_row and float(share["percent"].replace(",", ".")) > _HALF:
            yield Event(Act.ELECTED, None, None, name.span, name.span.cover(Span(*share.span())), [name])


def _members_by_vote(cased: str, folded: str) -> Iterator[Event]:
    """`9 đồng chí trong Ban Chấp hành và 3 đồng chí trong Ban Kiểm tra đều đạt số phiếu 100%`."""
    votes = find_votes(folded)
    if len(votes) != 1 or votes[0].percent is None:
        return
    for count, body in pairwise(read_pieces(cased, folded)):
        if count.kind is not Kind.COUNT or not count.voice or body.kind is not Kind.BODY:
            continue
        between = folded[count.span.stop : body.span.start].strip()
        if between == "trong" and body.span.stop <= votes[0].span.start:
            span = count.span.cover(body.span)
            yield Event(Act.ELECTED, body.body, body.org, span, span, seats=count.number, votes=votes[0])


# ---------------------------------------------------------------- organisation

_CONGRESS = Pattern(phrase(r"(?<!\p{L})(?:đại hội|hội nghị)(?: đại biểu| toàn thể)* "))


def _share_organisation(events: list[Event], cased: str, folded: str) -> None:
    """A committee without its own organisation is that of the one named before it, or of the congress that elects it."""
    org: Span | None = None
    for event in events:
        if event.org is not None:
            org = event.org
        elif event.body in COMMITTEES:
            event.org = org or _congress_organisation(cased, folded, event.focus.start)


def _congress_organisation(cased: str, folded: str, at: int) -> Span | None:
    for match in _CONGRESS.finditer(folded, 0, at):
        found = read_organisation(cased, folded, match.end())
        if found is not None and not found.organ and found.span.stop <= at:
            return found.span
    return None


# ---------------------------------------------------------------- votes and candidates

_CANDIDATES = Pattern(
    phrase(
        r"(?:từ|trong)(?: (?:tổng số|danh sách|số|danh sách bầu|danh sách gồm|danh sách đề cử|danh sách bầu cử))* (?P<n>\d{1,4}) "
        r"(?:người|đồng chí|ứng viên|ứng cử viên|đại biểu|nhân sự|đ/c|vị)"
    )
)


def _attach_candidates(events: list[Event], folded: str) -> None:
    for match in _CANDIDATES.finditer(folded):
        sized = [event for event in events if event.seats is not None and event.seats < int(match["n"])]
        if len(sized) == 1 and sized[0].candidates is None:
            sized[0].candidates = int(match["n"])


def _attach_votes(events: list[Event], folded: str) -> None:
    """Each ballot goes to the event it stands behind, or to the next one when it opens the clause."""
    parted: set[int] = set()
    for votes in find_votes(folded):
        event = _event_of(votes, events, folded)
        if event is None or id(event) in parted:
            continue
        if len(event.persons) > 1 and event.persons[0].span.start < votes.span.start < event.persons[-1].span.start:
            parted.add(id(event))  # `bầu ông A (50/52 phiếu) và ông B (51/52 phiếu) làm …`: to each his own
        elif event.votes is None:
            event.votes = votes
            event.span = event.span.cover(votes.span)


def _event_of(votes: Votes, events: list[Event], folded: str) -> Event | None:
    before = [event for event in events if event.focus.start < votes.span.start]
    if before:
        gap = folded[before[-1].span.stop : votes.span.start]
        if len(gap) < 90 and ";" not in gap:
            return before[-1]
    after = [event for event in events if event.focus.start >= votes.span.stop]
    if after and ";" not in folded[votes.span.stop : after[0].focus.start]:
        return after[0]
    return None
