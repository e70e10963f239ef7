"""The rows of officials and of their titles."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field

from congressx.engine import FactRecord
from congressx.extractors.officials.offices import Office, TitleStatus
from congressx.vietnamese.names import Honorific


class MeetingPart(StrEnum):
    """What a person does at the meeting."""

    CHAIR = "chair"
    ATTEND_DIRECT = "attend_direct"
    DIRECTING_SPEECH = "directing_speech"
    ATTEND = "attend"
    OPENING = "opening"
    CLOSING = "closing"
    REPORT = "report"
    SPEECH = "speech"
    PRESENTER = "presenter"
    ELECTED = "elected"
    REMOVED = "removed"
    MENTIONED = "mentioned"


class OfficialRecord(FactRecord):
    """A person with an office or an act at the meeting, once an article."""

    model_config = ConfigDict(json_schema_extra={"key": ["article_id", "name"]})

    name: str = Field(min_length=3, description="Full name as first written, without honorific, degree or rank.")
    honorific: Honorific | None = Field(None, description="How the article addresses the person.")
    ranks: tuple[str, ...] = Field((), description="Degrees and ranks, as written.")
    roles: tuple[MeetingPart, ...] = Field((), description="What the person does at the meeting.")


class TitleRecord(FactRecord):
    """A title of a person."""

    name: str = Field(
        min_length=3,
        description="The person: a name among the officials of the same article.",
        json_schema_extra={"reference": "officials.name"},
    )
    office: Office = Field(description="The office the title names.")
    org: str | None = Field(
        None, description="Body inside the title, as written, or the one to its right in the same stack."
    )
    raw: str = Field(min_length=2, description="The whole title, as written.")
    status: TitleStatus = Field(description="Whether the person holds, held, wins or is proposed for it.")
