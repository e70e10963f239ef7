"""What a list is headed with: `Tham dự đại hội có:`, `Năm đồng chí được giới thiệu bầu thành ủy viên gồm:`, `Danh sách Ban Thường vụ`."""

from __future__ import annotations

from dataclasses import dataclass

from congressx.document import Sentence
from congressx.extractors.officials.bodies import find_committee
from congressx.extractors.officials.clauses import Clause
from congressx.extractors.officials.in_front import parts_of_head
from congressx.extractors.officials.offices import TitleStatus
from congressx.extractors.officials.outcomes import is_election, is_proposal
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.titles import Title
from congressx.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Head:
    """What the persons below have in common."""

    titles: tuple[Title, ...]
    status: TitleStatus
    parts: tuple[MeetingPart, ...]


_TO_THE_COLON = Pattern(r"[^\ue000-\ue004.;]{0,60}:\s*$")
_BOARDS = Pattern(
    r"(?<!\p{L})(?<!(?:sẽ|chưa)\s(?:\p{L}{1,6}\s)?)bầu(?! cử)(?!\p{L})[^.;:]{1,80}(?<!\p{L})(?:các|\d) ban(?!\p{L})"
)
"""`Các đại biểu cũng bầu nhân sự cho |các ban|`, with a sentence for each board below."""
_OF_A_BOARD = Pattern(r"\W*(?:ban [^:.]{2,60}:\s*)?(?:trưởng|phó|phó trưởng) ban(?!\p{L})")
_LIST = Pattern(r"\W*(?:kết quả bầu\s+)?danh sách(?!\p{L})")


def may_head(clause: Clause) -> bool:
    """Whether the sentence looks like the head of a list."""
    return not clause.groups and (clause.text.rstrip().endswith(":") or _LIST.match(clause.text) is not None)


def heads_boards(sentence: Sentence) -> bool:
    """Whether the sentence tells that the heads of a council's boards were elected, who are named below."""
    return _BOARDS.search(sentence.folded) is not None


def is_of_a_board(sentence: Sentence) -> bool:
    """Whether the sentence begins with the head of a board: `Ban Pháp chế: Trưởng ban A`, `Phó ban B và C`."""
    return _OF_A_BOARD.match(sentence.folded) is not None


def read_head(sentence: Sentence, clause: Clause, loose: dict[int, tuple[Title, ...]]) -> Head | None:
    """The head that a sentence with a colon at its end, or a heading `Danh sách …`, is; None for any other."""
    if not may_head(clause):
        return None
    heading = _LIST.match(clause.text) is not None
    places = [place for place in clause.titles if _TO_THE_COLON.match(clause.text, place + 1)]
    titles = loose[clause.titles[places[-1]]] if places else ()
    if not titles and (seat := find_committee(sentence, heading=heading)):
        return Head((seat,), TitleStatus.ELECTED, (MeetingPart.ELECTED,))
    status = _status(clause.text)
    elected = (MeetingPart.ELECTED,) if titles and status is TitleStatus.ELECTED else ()
    return Head(titles, status, (*parts_of_head(clause.spoken), *elected))


def _status(text: str) -> TitleStatus:
    if is_proposal(text):
        return TitleStatus.NOMINEE
    return TitleStatus.ELECTED if is_election(text) else TitleStatus.CURRENT
