"""Walks the pieces of a sentence from left to right and puts the events together.

Each sort of piece has its module: `winners` reads who, `verbs` the act, `sizes` how many, `filling` what, `holders` the
lists; they share a `Telling`, which remembers what the sentence has told so far. Here clauses end.
"""

from __future__ import annotations

from congressx.extractors.elections.events import Event
from congressx.extractors.elections.filling import name_secretariat, part_offices, read_slot
from congressx.extractors.elections.holders import read_list, read_taking
from congressx.extractors.elections.moods import signs
from congressx.extractors.elections.pieces import Kind, Piece
from congressx.extractors.elections.sizes import read_count
from congressx.extractors.elections.telling import Telling
from congressx.extractors.elections.unfilled import end_act
from congressx.extractors.elections.verbs import read_verb
from congressx.extractors.elections.winners import read_instead, read_name, read_passive
from congressx.patterns import Pattern
from congressx.vietnamese.honorifics import ADDRESS
from congressx.vietnamese.spelling import phrase

_ASIDE = Pattern(signs("aside"))
"""Words that interrupt a clause without ending it: `ông A, quê tỉnh X, được bầu`."""
_SPEECH = ("phát biểu", "trả lời", "trao đổi", "chia sẻ", "cảm ơn", "tuyên thệ")
"""Who speaks may be who won: `ông A phát biểu sau khi được bầu`."""
_DECIDED = ("trao quyết định", "quyết định", "công bố quyết định", "trao nghị quyết")
"""Behind `ông A được` these only bring the verb that counts: `ông A được trao quyết định bổ nhiệm`."""
_SOURCE = Pattern(phrase(rf"\s+(?:lời |thông tin từ |nguồn tin của )?(?:{ADDRESS}) "))
"""`Theo ông A, có 60 đại biểu trúng cử`: he only says so."""
_DISCIPLINE = ("kỷ luật", "thi hành kỷ luật", "bị kỷ luật", "cảnh cáo", "khiển trách")
"""Behind these an act befalls whom the sentence has named: `kỷ luật ông A bằng hình thức cách chức`."""


def walk(pieces: list[Piece], folded: str) -> list[Event]:
    """The events the pieces tell, in text order."""
    told = _told(pieces, folded)
    part_offices(told.chains)
    name_secretariat(told)
    return told.events


def proposed(pieces: list[Piece], folded: str) -> tuple[Piece, list[Piece]] | None:
    """The office the pieces propose somebody for, and whom: `ông A được giới thiệu để bầu làm Chủ tịch`."""
    return _told(pieces, folded).proposed


def _told(pieces: list[Piece], folded: str) -> Telling:
    told = Telling(pieces, folded)
    for at, piece in enumerate(pieces):
        _read(told, piece, at)
    end_act(told)
    return told


def _read(told: Telling, piece: Piece, at: int) -> None:
    before = told.pieces[at - 1] if at else None
    match piece.kind:
        case Kind.NAME:
            read_name(told, piece, at)
        case Kind.ACT:
            read_verb(told, piece, before)
        case Kind.PASSIVE:
            read_passive(told, piece)
        case Kind.COUNT:
            read_count(told, piece, before)
        case Kind.OFFICE | Kind.BODY:
            read_slot(told, piece, at)
        case Kind.HAS | Kind.TO:
            read_list(told, piece, at)
        case Kind.STOP:
            _stop(told, piece)
        case Kind.INSTEAD:
            read_instead(told, piece)
        case Kind.BREAK:
            _break(told, piece)
        case Kind.LINK:
            read_taking(told, piece, at)  # others are read together with the office they lead to


_TOLD_OF = Pattern(phrase(r" (?:tiếp tục|đứng đầu|nghỉ|chuyển|vẫn|phụ trách|xin|bị)(?!\p{L})"))
"""Behind a name: `bà A tiếp tục đứng đầu …; ông B làm Phó Chủ tịch`"""
_NEXT_LET = Pattern(phrase(rf"\s*(?:và |đồng thời )?cho (?:{ADDRESS})(?!\p{{L}})"))
"""`khai trừ ông A; |cho ông B| thôi tham gia …`: another of whom something else is decided"""


def _break(told: Telling, piece: Piece) -> None:
    """A `;` ends the act, but a list that has begun goes on behind it: `gồm: ông A; bà B`."""
    end_act(told)
    told.muted, told.skip = False, None
    told.count = told.subject_count = told.bare = None
    if told.group and (
        _TOLD_OF.match(told.folded, told.group[-1].span.stop) or _NEXT_LET.match(told.folded, piece.span.stop)
    ):
        told.group = []
    if not any(event.persons for event in told.collecting):
        told.collecting = []


def _stop(told: Telling, stop: Piece) -> None:
    """Another verb takes the names before it: `ông A chủ trì, đại hội bầu …` does not elect him."""
    words = stop.span.of(told.folded)
    if _ASIDE.fullmatch(words) or (told.passive and words in _DECIDED):
        return  # `ông A, quê tỉnh X, được …`, `ông A được Tỉnh ủy trao quyết định …`
    end_act(told)
    told.speaker = told.group if words in _SPEECH else []
    if words in _DISCIPLINE:
        told.disciplined, told.last, told.used = True, [], True
        return
    told.group, told.passive, told.collecting, told.last, told.bare = [], None, [], [], None
    told.count, told.buffer = None, []
    told.skip = stop if words == "theo" and _SOURCE.match(told.folded, stop.span.stop) else None
    if told.used:
        told.act, told.done = None, False
