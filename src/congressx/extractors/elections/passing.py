"""What is said of a person in passing: an office taken or lost before what the article reports."""

from __future__ import annotations

from collections.abc import Sequence

from congressx.extractors.elections.events import COMMITTEES, Event
from congressx.extractors.elections.record import Act, Body
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase


def is_told_in_passing(event: Event, events: Sequence[Event], folded: str) -> bool:
    """Whether an event of a sentence is no news but says who somebody is, or how he was punished."""
    if event.act is Act.DISMISSED and event.body in _LARGER and _CASTS_OUT.search(folded, 0, event.focus.start):
        return not any(other.act is Act.DISMISSED and other.body not in COMMITTEES for other in events)
    return _is_lately(event, folded) or _is_of_politburo(event)


_LARGER = COMMITTEES - {Body.CELL_COMMITTEE}
_CASTS_OUT = Pattern(phrase(r"(?<!\p{L})cách chức[^,;.]{0,24}$"))
"""`cách chức Ủy viên Ban Thường vụ đối với ông A`: a punishment, and no office became free."""

_LATELY = Pattern(phrase(r"(?<!\p{L})(?:vừa|mới|vừa mới) (?:lần lượt )?(?:được|nhận|chuyển)(?!\p{L})[^,;]{0,80}$"))
_DATED = Pattern(
    phrase(
        r"(?:, (?:nhiệm kỳ|khóa)(?!\p{L}))?[^,;.]{0,90}?(?<!\p{L})(?:ngày|hôm|hồi)(?: cuối| đầu| giữa)?(?: tháng)? \d"
    )
)


def _is_lately(event: Event, folded: str) -> bool:
    """`ông A - vừa được phân công làm Phó Trưởng ban hôm 18/3`: who he is, not what the article reports."""
    lately = _LATELY.search(folded, 0, event.focus.start)
    return lately is not None and _DATED.match(folded, event.focus.stop) is not None


def _is_of_politburo(event: Event) -> bool:
    """`ông A được bầu vào Bộ Chính trị`: it is elected as a whole; of one member alone it is told as a part of his life."""
    return event.act is Act.ELECTED and event.head == "bộ chính trị" and len(event.persons) == 1 and event.seats is None
