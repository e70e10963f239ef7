"""What a list is headed with: `Tham dự đại hội có:`, `Năm đồng chí được giới thiệu bầu thành ủy viên gồm:`."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from congressx.extractors.officials.changes import is_election, is_proposal
from congressx.extractors.officials.clauses import Clause
from congressx.extractors.officials.parts import parts_of_head
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.titles import TitleStatus


@dataclass(frozen=True, slots=True)
class Head:
    """What the persons below have in common."""

    title: int | None
    """Place of the stack in the clause text."""
    status: TitleStatus
    parts: tuple[MeetingPart, ...]


_TO_THE_COLON = regex.compile(r"[^\ue000-\ue004.;]{0,60}:\s*$")


def read_head(clause: Clause) -> Head:
    """The head that a sentence with a colon at its end is."""
    places = [place for place in clause.titles if _TO_THE_COLON.match(clause.text, place + 1)]
    status = TitleStatus.CURRENT
    if is_proposal(clause.text):
        status = TitleStatus.NOMINEE
    elif is_election(clause.text):
        status = TitleStatus.ELECTED
    return Head(places[-1] if places else None, status, parts_of_head(clause.spoken))
