"""Facts ↔ meetings.

A fact belongs to the one meeting its sentence names, otherwise to the article's main meeting; with several meetings in the
sentence, or none in the article, it belongs to none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from congressx.engine import Mention

MEETINGS = "meetings"


def attach_meetings(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of one document, in the same order, each with the meeting it belongs to."""
    mentions = list(mentions)
    meetings = [m for m in mentions if m.kind == MEETINGS]
    by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
    for meeting in meetings:
        by_sentence[meeting.sentence].append(meeting)
    main = next((m for m in meetings if m.value.get("role") == "main"), None)
    return [_attached(mention, by_sentence[mention.sentence], main) for mention in mentions]


def _attached(mention: Mention, near: list[Mention], main: Mention | None) -> Mention:
    if mention.kind == MEETINGS:
        return replace(mention, meeting=mention.span.start)
    if len(near) > 1:
        return mention
    meeting = near[0] if near else main
    return mention if meeting is None else replace(mention, meeting=meeting.span.start)
