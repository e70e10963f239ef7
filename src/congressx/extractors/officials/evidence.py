"""What an official was told by: the rule name of the row, so that rows of unequal certainty can be told apart.

Who chairs or opens is told by words that only a meeting has; who only says something, or only has a title, may belong to another day.
"""

from __future__ import annotations

from collections.abc import Sequence

from congressx.extractors.officials.gathering import Person
from congressx.extractors.officials.record import MeetingPart

_CONDUCTING = frozenset(
    {
        MeetingPart.CHAIR,
        MeetingPart.ATTEND_DIRECT,
        MeetingPart.DIRECTING_SPEECH,
        MeetingPart.OPENING,
        MeetingPart.CLOSING,
        MeetingPart.REPORT,
    }
)
_CHANGED = frozenset({MeetingPart.ELECTED, MeetingPart.REMOVED})


def rule_of(person: Person, parts: Sequence[MeetingPart], *, titled: bool) -> str:
    """The rule name of a person with these parts."""
    return f"officials.person_{_evidence(person, frozenset(parts), titled=titled)}"


def _evidence(person: Person, parts: frozenset[MeetingPart], *, titled: bool) -> str:
    if not titled:  # Mở đầu, ông Trần Văn Lúa đọc báo cáo
        return "untitled"
    if parts & _CONDUCTING:  # Bí thư Huyện ủy Trần Văn Lúa khai mạc đại hội
        return "conducting"
    if parts & _CHANGED:  # Ông Trần Văn Lúa được bầu làm Bí thư Huyện ủy
        return "changed"
    if MeetingPart.SPEECH in parts:
        at_meeting = any(s.reading.at_meeting and MeetingPart.SPEECH in s.reading.parts for s in person.said)
        return "speaking_there" if at_meeting else "speaking"  # Phát biểu tại hội nghị, …; Ông … cho biết
    if MeetingPart.MENTIONED not in parts:  # Đến dự có …; … trao giấy khen
        return "present"
    return "acting_elsewhere" if person.parts else "mentioned"  # … trả lời báo chí; nhà của …
