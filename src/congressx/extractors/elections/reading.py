"""Reads one sentence: which offices and bodies it says were filled, by whom, with how many seats and votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, pairwise

from congressx.extractors.elections.ballots import (
    LOST,
    goes_on_in_rank,
    members_by_vote,
    others_in_row,
    persons_by_rank,
    persons_by_vote,
)
from congressx.extractors.elections.boards import opens_board, read_board
from congressx.extractors.elections.chosen_of import find_chosen_of
from congressx.extractors.elections.dashes import RESULT
from congressx.extractors.elections.delegations import find_delegations
from congressx.extractors.elections.deputies import find_deputies
from congressx.extractors.elections.events import CHIEFS, COMMITTEES, OFFICES, Event
from congressx.extractors.elections.members import name_members
from congressx.extractors.elections.newcomers import find_newcomers
from congressx.extractors.elections.passing import is_told_in_passing
from congressx.extractors.elections.pieces import Kind, Piece, in_bracket, read_pieces
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.votes import Votes, find_votes
from congressx.extractors.elections.walk import walk
from congressx.patterns import Cues, Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.organisations import read_organisation
from congressx.vietnamese.spelling import phrase

_CUES = Cues(entries("cues.txt", __package__))
_SIZE = Pattern(
    phrase(
        r"\d (?:thành viên|ủy viên)(?!\p{L})"
        r"|(?<!\p{L})(?:ubkt|ủy ban kiểm tra|btv|ban thường vụ|bch|ban chấp hành|chi ủy(?=\s*:))(?!\p{L})[^.;:]{0,40}:?"
        r" \d+ (?:đồng chí|đ/c|người|chị|anh|vị)(?!\p{L})"
    )
)
"""`Ban Kiểm tra khóa V có 5 thành viên`, `UBKT có 5 đồng chí`: a size without a verb."""
_OFFICE_IS = Pattern(
    phrase(
        r"(?<!\p{L})(?:bí thư|phó|chủ tịch|chủ nhiệm|trưởng ban|trưởng đoàn)(?!\p{L})[^.;:]{0,60} (?:là|thuộc về|về tay|do)(?!\p{L})"
        r"|(?<!\p{L})tân (?:phó )?(?:bí thư|chủ tịch|chủ nhiệm)(?!\p{L})"
    )
)
"""`Chủ nhiệm Ủy ban Kiểm tra là ông A`, `ông A, tân Chủ nhiệm`: an office without a verb."""


@lru_cache(maxsize=32)
def read_events(cased: str, folded: str) -> tuple[Event, ...]:
    """The events of one sentence, in text order; kept for the finders that follow one another on a sentence.

    >>> line = "Đại hội bầu Ban Chấp hành gồm 7 đồng chí; ông Lê Văn An được bầu làm Bí thư Huyện ủy với 7/7 phiếu"
    >>> for event in read_events(line, line.lower()):
    ...     print(event.act, event.body, event.seats, [p.span.of(line) for p in event.persons], bool(event.votes))
    elected executive_committee 7 [] False
    elected secretary None ['Lê Văn An'] True
    """
    cued = _CUES.stand_in(folded) or _SIZE.search(folded) or _OFFICE_IS.search(folded)
    if not cued and opens_board(folded) is None and not goes_on_in_rank(folded):
        return ()
    pieces = list(_told_pieces(read_pieces(cased, folded), folded))
    delegations = [
        Event(found.act, found.body, None, found.focus, found.span, seats=found.seats)
        for found in find_delegations(folded)
    ]
    events = _told_by_verbs(pieces, delegations, folded)
    if not events and not delegations:
        events = list(read_board(pieces, folded)) or list(members_by_vote(cased, folded))
    name_members(events, pieces, folded)
    _share_organisation(events, cased, folded)
    events = _without_joining(events)
    events += find_newcomers(pieces, events, folded)
    events += others_in_row(events, pieces, folded)
    events = events or list(persons_by_rank(cased, folded))
    events = events or list(persons_by_vote(cased, folded))
    _elected_in_a_result(events, folded)
    events = [event for event in events if not is_told_in_passing(event, events, folded)]
    events = list(_parted_by_term(events, folded))
    _attach_votes(events, folded)
    _elected_by_ballot(events, folded)
    _attach_candidates(events, folded)
    if not events:
        _attach_ballot(delegations, folded)
    told = [*events, *delegations]
    told += [event for event in _deputies(folded) if not any(event.span.overlaps(other.focus) for other in told)]
    return tuple(sorted(told, key=lambda event: event.focus))


def _told_by_verbs(pieces: list[Piece], delegations: Sequence[Event], folded: str) -> list[Event]:
    """What a verb or link fills, apart from the delegations; so many out of so many among it."""
    events = [
        event
        for event in walk(pieces, folded)
        if event.says_something and not any(event.focus.overlaps(other.span) for other in delegations)
    ]
    return events + [event for event in find_chosen_of(pieces, folded) if not _is_told(event, events)]


def _is_told(event: Event, events: Sequence[Event]) -> bool:
    return any(other.body is event.body and other.seats == event.seats for other in events)


_SERVED = Pattern(phrase(r"\s*\((?:tái cử|tái đắc cử|tái bầu|bầu lại|tái nhiệm)\s*(?=[),;])"))


def _elected_in_a_result(events: Sequence[Event], folded: str) -> None:
    """`Kết quả: Bí thư: ông A; Phó Bí thư: bà B`: two offices named so were filled, though no verb says it."""
    officers = [event for event in events if event.body in OFFICES and event.persons]
    if RESULT.match(folded) and len(officers) > 1 and all(event.act is None for event in events):
        for event in events:
            event.act = Act.ELECTED


def _parted_by_term(events: list[Event], folded: str) -> Iterator[Event]:
    """`hai Phó Bí thư là ông A (tái cử, 38/39 phiếu) và bà B`: he was re-elected, she was elected."""
    for event in events:
        again = [person for person in event.persons if _SERVED.match(folded, person.span.stop)]
        if not again or event.body not in OFFICES or event.act not in (None, Act.ELECTED):
            yield event
        elif len(again) == len(event.persons):
            yield replace(event, act=Act.RE_ELECTED)
        else:
            others = [person for person in event.persons if person not in again]
            yield replace(event, act=Act.RE_ELECTED, persons=again, seats=None)
            yield replace(event, persons=others, seats=None, focus=others[0].span)


def _deputies(folded: str) -> Iterator[Event]:
    for found in find_deputies(folded):
        yield Event(Act.ELECTED, Body.OTHER, None, found.span, found.span, seats=found.seats)


def _told_pieces(pieces: Sequence[Piece], folded: str) -> Iterator[Piece]:
    """The pieces outside brackets, and the names in brackets that say who a number of persons are.

    `Ba ủy viên (Bí thư A, Chủ tịch B và ông C) tái cử`
    """
    inside = [piece for piece in pieces if in_bracket(folded, piece.span)]
    names = [piece for piece in inside if piece.kind is Kind.NAME]
    counts = {
        piece.number
        for piece in pieces
        if piece.kind is Kind.COUNT and names and piece.span.stop <= names[0].span.start
    }
    titles = _titles_of_members(pieces, inside, folded)
    listed = len(names) > 1 and len(names) in counts and ")" not in folded[names[0].span.start : names[-1].span.start]
    for piece in pieces:
        alone = piece.kind is Kind.COUNT and piece.voice and _is_alone(folded, piece.span)
        if piece not in inside or alone or piece in titles or (listed and piece.kind is Kind.NAME):
            yield piece


def _titles_of_members(pieces: Sequence[Piece], inside: Sequence[Piece], folded: str) -> list[Piece]:
    """`bầu chi ủy gồm: ông A (Bí thư), bà B (Phó Bí thư), ông C (chi ủy viên)`: what each member of a committee became."""
    titles = [
        title
        for name, title in pairwise(pieces)
        if title in inside
        and name.kind is Kind.NAME
        and title.kind is Kind.OFFICE
        and title.org is None
        and _is_alone(folded, title.span)
        and folded[name.span.stop : title.span.start].strip() == "("
    ]
    bodies = [piece for piece in pieces if piece.kind is Kind.BODY and piece.body in COMMITTEES and not piece.voice]
    listed = len(titles) > 1 and bool(bodies) and bodies[-1].span.stop <= titles[0].span.start
    return titles if listed and any(title.body in CHIEFS for title in titles) else []


def _is_alone(folded: str, span: Span) -> bool:
    """`Ủy ban Kiểm tra (5 người): ông A, …`: nothing but the number in the bracket."""
    return folded[: span.start].rstrip().endswith("(") and folded[span.stop :].lstrip().startswith(")")


def _without_joining(events: list[Event]) -> list[Event]:
    """`thôi tham gia Ban Thường vụ, thôi giữ chức Bí thư`: the office is what was lost."""
    offices = [event for event in events if event.persons and not event.joins]
    return [
        event for event in events if not (_only_joins(event) and any(_is_beside(event, other) for other in offices))
    ]


def _only_joins(event: Event) -> bool:
    """`ông A thôi tham gia Ban Thường vụ`, not `27 đồng chí thôi tham gia Ban Chấp hành`."""
    return event.joins and event.seats is None


def _is_beside(joined: Event, office: Event) -> bool:
    """Whether an office came, or went, with the seat in a committee; a seat taken anew may come with an office lost."""
    if joined.act is not Act.DISMISSED:
        return True
    return office.act is Act.DISMISSED


# ---------------------------------------------------------------- organisation

_CONGRESS = Pattern(phrase(r"(?<!\p{L})(?:đại hội|hội nghị)(?: đại biểu| toàn thể)* "))
_COMMITTEE = Pattern(phrase(r"(?<!\p{L})(?:ban chấp hành|bch) "))


def _share_organisation(events: list[Event], cased: str, folded: str) -> None:
    """A committee without its own organisation is that of the one named before it, or of the congress or committee that elects it."""
    labelled = _labelled_organisation(cased, folded)
    org: Span | None = labelled
    for event in events:
        if labelled is not None and event.org is None and event.body in OFFICES:
            event.org = labelled
        if event.org is not None:
            org = event.org
        elif event.body in COMMITTEES:
            event.org = org or _elector(event.body, cased, folded, event.focus.start)


_LINE_BEGINS = Pattern(phrase(r"[\W\d]*(?=(?:chi bộ|đảng bộ|chi đoàn|công đoàn|hội)(?!\p{L}))"))
_LABEL_ENDS = Pattern(r"\s*(?:\([^()]*\)\s*)?:")


def _labelled_organisation(cased: str, folded: str) -> Span | None:
    """`- |Chi bộ Kế toán| (đại hội ngày 12/5): Chi ủy 3 đ/c. Bí thư: ông A`: a line for each organisation."""
    begins = _LINE_BEGINS.match(folded)
    found = read_organisation(cased, folded, begins.end()) if begins else None
    if found is None or found.organ or not _LABEL_ENDS.match(folded, found.span.stop):
        return None
    return found.span


def _elector(body: Body, cased: str, folded: str, at: int) -> Span | None:
    """Whose congress, or whose committee, fills the body: `Ban Chấp hành |Đảng bộ xã| bầu Ban Thường vụ`."""
    electors = [_CONGRESS] if body is Body.EXECUTIVE_COMMITTEE else [_CONGRESS, _COMMITTEE]
    for match in chain.from_iterable(elector.finditer(folded, 0, at) for elector in electors):
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


_BY_BALLOT = Pattern(
    phrase(
        r"(?<!\p{L})(?:với (?:đa số|số|tỷ lệ|tỉ lệ)|(?:bằng|qua|nhờ|sau)(?: \p{L}+){0,4}? (?:lá|cuộc bỏ|bỏ|hòm|thùng)) phiếu(?!\p{L})"
    )
)
"""`Với đa số phiếu bầu, ông A đã trở thành …`, `bà B trở thành … bằng lá phiếu của đoàn viên`."""


def _elected_by_ballot(events: list[Event], folded: str) -> None:
    """`Với 40/45 phiếu, bà A trở thành Phó Chủ tịch HĐND`: no verb of election, but a ballot."""
    for event in events:
        if event.act is not None or event.body is None:
            continue
        if not event.persons:
            if _is_on_ballots(event, folded):
                event.act = Act.ELECTED
            continue
        by_votes = event.votes is not None and len(event.persons) == 1
        by_ballot = _is_by_ballot(event, folded) and not LOST.search(folded)
        if by_votes or by_ballot:
            event.act = Act.RE_ELECTED if _HELD_ON.search(folded, *_before_office(event)) else Act.ELECTED


def _is_by_ballot(event: Event, folded: str) -> bool:
    """Whether the clause speaks of a ballot, before those who won or behind what they won."""
    start = max(folded.rfind(mark, 0, event.span.start) for mark in ";.") + 1
    before, behind = folded[start : event.persons[0].span.start], folded[event.span.stop :].replace(";", ".")
    return any(_BY_BALLOT.search(words) for words in (before, behind.partition(".")[0]))


def _is_on_ballots(event: Event, folded: str) -> bool:
    """`Ban Chấp hành gồm 11 người, đạt 100% phiếu bầu`"""
    if event.votes is None or event.seats is None or event.body not in COMMITTEES:
        return False
    return "phiếu" in event.votes.span.of(folded) and not LOST.search(folded)


_HELD_ON = Pattern(phrase(r"(?<!\p{L})tiếp tục(?!\p{L})"))


def _before_office(event: Event) -> tuple[int, int]:
    """The words between who won and what: `bà A |tiếp tục giữ chức| Bí thư`."""
    start = event.persons[-1].span.stop
    return start, max(start, event.focus.start)


def _attach_votes(events: list[Event], folded: str) -> None:
    """Each ballot goes to the event it stands behind, or to the next one when it opens the clause."""
    parted: set[int] = set()
    for votes in find_votes(folded):
        if _IN_TURN.search(folded, 0, votes.span.start):
            continue
        event = _event_of(votes, events, folded)
        if event is None or id(event) in parted or _is_size(votes, event, folded) or _is_the_best(votes, event, folded):
            continue
        if len(event.persons) > 1 and _ANOTHER.match(folded, votes.span.stop):
            continue
        if len(event.persons) > 1 and event.persons[0].span.start < votes.span.start < event.persons[-1].span.start:
            parted.add(id(event))  # `bầu ông A (50/52 phiếu) và ông B (51/52 phiếu) làm …`: to each his own
        elif event.votes is None:
            for each in (event, *_sharing(votes, event, events, folded)):
                each.votes = votes
            event.span = event.span.cover(votes.span)


_EACH = Pattern(phrase(r"[\s,;]*(?:\(?(?:tất cả|cả \p{L}+(?: \p{L}+){0,2})\s*)?(?:đều|cùng)(?!\p{L})[^;.]{0,30}"))
"""`ông A được bầu làm Bí thư, bà B làm Phó Bí thư, |đều| đạt 41/41 phiếu`"""


def _sharing(votes: Votes, event: Event, events: list[Event], folded: str) -> list[Event]:
    """The other events of the sentence that had the same ballot."""
    alone = len(event.persons)
    if event.focus.start > votes.span.start or alone > 1:
        return []
    if not _EACH.fullmatch(folded, event.span.stop, votes.span.start):
        return []
    before = [e for e in events if e is not event and e.votes is None and e.focus.start < event.focus.start]
    return [e for e in before if len(e.persons) == alone]


def _attach_ballot(delegations: Sequence[Event], folded: str) -> None:
    """`Đoàn đại biểu: 6 chính thức, 1 dự khuyết, được 100% đại biểu tán thành`: one ballot for both parts."""
    if not delegations:
        return
    start = delegations[-1].focus.stop
    behind = [
        v for v in find_votes(folded) if v.span.start > start and not _ADOPTED.search(folded, start, v.span.start)
    ]
    for delegation in delegations:
        delegation.votes = behind[0] if len(behind) == 1 else None


_ADOPTED = Pattern(phrase(r"(?<!\p{L})thông qua(?!\p{L})"))
"""`bầu 3 đại biểu dự Đại hội và |thông qua| Nghị quyết với 100% nhất trí`: the ballot of something else"""

_IN_TURN = Pattern(phrase(r"(?<!\p{L})lần lượt(?!\p{L})[^;.]{0,40}$"))
"""`lần lượt đạt 45 và 47 phiếu`: to each his own, and more than one."""


_ANOTHER = Pattern(phrase(r"\s*(?:,|,? và) \d{1,3}(?:[.,]\d{1,3})?(?:\s*%|\s*/\s*\d{1,3} phiếu| phiếu)"))
"""`với 91,5%, 88,2% số phiếu, ông A và ông B …`: a ballot each."""


def _is_size(votes: Votes, event: Event, folded: str) -> bool:
    """`15/17 đồng chí trúng cử`: candidates, no votes."""
    counted = event.seats is not None and votes.votes_for == event.seats
    return counted and votes.percent is None and "phiếu" not in votes.span.of(folded)


_BEST = Pattern(phrase(r"(?<!\p{L})(?:cao|thấp|nhiều|ít) nhất(?!\p{L})"))


def _is_the_best(votes: Votes, event: Event, folded: str) -> bool:
    """`53 đồng chí trúng cử, người có số phiếu cao nhất đạt 99,4%`: not the share of all of them."""
    return event.seats is not None and _BEST.search(folded, event.focus.stop, votes.span.stop) is not None


_OPENS_NEXT = Pattern(phrase(r"\s*(?:(?:tán thành|đồng ý|nhất trí|tín nhiệm)\s+)*(?:bầu\s+)?(?:giữ|làm|vào)(?!\p{L})"))
"""`được bầu vào Ban Chấp hành, sau đó nhận 95% phiếu |tán thành bầu giữ| chức Chủ tịch`: the ballot of what comes next."""


def _event_of(votes: Votes, events: list[Event], folded: str) -> Event | None:
    before = [event for event in events if event.focus.start < votes.span.start]
    if before and not _OPENS_NEXT.match(folded, votes.span.stop):
        gap = folded[before[-1].span.stop : votes.span.start]
        if len(gap) < 90 and (";" not in gap or _EACH.fullmatch(gap)):
            return before[-1]
    after = [event for event in events if event.focus.start >= votes.span.stop]
    if after and ";" not in folded[votes.span.stop : after[0].focus.start]:
        return after[0]
    return None
