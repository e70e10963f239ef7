"""The row of a meeting."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Self

from pydantic import ConfigDict, Field, model_validator

from congressx.engine import FactRecord
from congressx.vietnamese.dates import PartOfDay


class MeetingRole(StrEnum):
    """What a meeting is to the article."""

    MAIN = "main"
    SESSION = "session"
    OTHER = "other"


class MeetingType(StrEnum):
    """Kind of meeting."""

    PARTY_CONGRESS = "party_congress"
    CELL_CONGRESS = "cell_congress"
    NATIONAL_CONGRESS = "national_congress"
    COMMITTEE_PLENUM = "committee_plenum"
    ANNUAL_REVIEW = "annual_review"
    INTERIM_REVIEW = "interim_review"
    THEMATIC_REVIEW = "thematic_review"
    STUDY_CONFERENCE = "study_conference"
    STAFF_CONFERENCE = "staff_conference"
    UNION_CONGRESS = "union_congress"
    YOUTH_CONGRESS = "youth_congress"
    FRONT_CONGRESS = "front_congress"
    ASSOCIATION_CONGRESS = "association_congress"
    EMULATION_CONGRESS = "emulation_congress"
    COUNCIL_SESSION = "council_session"
    ASSEMBLY_SESSION = "assembly_session"
    CEREMONY = "ceremony"
    OTHER = "other"


class YearBasis(StrEnum):
    """Where the year of the days comes from."""

    STATED = "stated"
    PUBLISHED = "published"
    TITLE = "title"
    OTHER_DATE = "other_date"
    TERM_START = "term_start"


class MeetingStatus(StrEnum):
    """Whether a meeting took place."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class MeetingRecord(FactRecord):
    """A meeting that was held, is planned or was cancelled."""

    model_config = ConfigDict(json_schema_extra={"key": ["meeting_id"]})

    role: MeetingRole = Field(
        description="`main`: what the article reports; `session`: a part of it; `other`: another one."
    )
    type: MeetingType = Field(description="Kind of meeting.")
    also: tuple[MeetingType, ...] = Field((), description="Further kinds named in the title of the same meeting.")
    name: str | None = Field(None, description="Fullest form of the name, as written, without date.")
    ordinal: int | None = Field(
        None, ge=1, description="Which in its row, from the meeting's own name: `lần thứ II` → 2."
    )
    stated: str | None = Field(
        None,
        description="The day as the words give it, of its closing where no other is told; ISO text, possibly partial, "
        "`--05-28` without year. The day of one sitting is that of the `session`.",
    )
    starts_on: dt.date | None = Field(
        None,
        description="First day; empty when the year is neither stated nor inferred, or only the last day is told.",
    )
    ends_on: dt.date | None = Field(None, description="Last day, only if stated.")
    year_basis: YearBasis | None = Field(None, description="Where the year of `starts_on` and `ends_on` comes from.")
    part_of_day: PartOfDay | None = Field(
        None, description="Part of the day; empty where only the hours of its closing or of one sitting are told."
    )
    place: str | None = Field(None, description="Venue or locality, as written after `tại`.")
    host: str | None = Field(None, description="Organisation that holds it, as written with the holding verb.")
    term_start: int | None = Field(None, ge=1930, le=2100, description="First year of the term it opens or belongs to.")
    term_end: int | None = Field(None, ge=1930, le=2100, description="Last year of that term.")
    status: MeetingStatus = Field(description="Whether it was held.")

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.starts_on is None and self.ends_on is None) != (self.year_basis is None):
            raise ValueError("a day and the basis of its year go together")
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValueError("a meeting cannot end before it starts")
        if (self.term_start is None) != (self.term_end is None):
            raise ValueError("a term has a start and an end")
        if self.term_start is not None and self.term_end is not None and self.term_end <= self.term_start:
            raise ValueError("a term ends after it starts")
        return self
