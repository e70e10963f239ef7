"""Facts ↔ meetings.

A fact belongs to the one meeting its sentence names, otherwise to the article's main meeting. It belongs to none where several
meetings stand in its sentence, where another meeting was told of earlier in its paragraph, and where the article has no main one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from congressx.document import Document
from congressx.engine import Mention

MEETINGS = "meetings"


def attach_meetings(document: Document, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of one document, in the same order, each with the meeting it belongs to."""
    mentions = list(mentions)
    meetings = [m for m in mentions if m.kind == MEETINGS]
    main = next((m for m in meetings if m.value["role"] == "main"), None)
    by_paragraph: defaultdict[int, list[Mention]] = defaultdict(list)
    for meeting in meetings:
        by_paragraph[_paragraph(document, meeting)].append(meeting)
    return [_attached(mention, by_paragraph[_paragraph(document, mention)], main) for mention in mentions]


def _paragraph(document: Document, mention: Mention) -> int:
    return document.sentences[mention.sentence].paragraph


def _attached(mention: Mention, near: Sequence[Mention], main: Mention | None) -> Mention:
    if mention.kind == MEETINGS:
        return replace(mention, meeting=mention.focus.start)
    here = [meeting for meeting in near if meeting.sentence == mention.sentence]
    told_before = any(m.sentence < mention.sentence and m.value["role"] == "other" for m in near)
    if len(here) > 1 or (not here and told_before):
        return mention
    meeting = here[0] if here else main
    return mention if meeting is None else replace(mention, meeting=meeting.focus.start)
