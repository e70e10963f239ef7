"""The row of an election, an appointment or a dismissal."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from congressx.engine import FactRecord


class Body(StrEnum):
    """The body or the office that is filled."""

    EXECUTIVE_COMMITTEE = "executive_committee"
    CELL_COMMITTEE = "cell_committee"
    STANDING_COMMITTEE = "standing_committee"
    INSPECTION_COMMITTEE = "inspection_committee"
    SECRETARY = "secretary"
    STANDING_DEPUTY_SECRETARY = "standing_deputy_secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    INSPECTION_CHAIR = "inspection_chair"
    CHAIRPERSON = "chairperson"
    VICE_CHAIRPERSON = "vice_chairperson"
    DELEGATION_OFFICIAL = "delegation_official"
    DELEGATION_ALTERNATE = "delegation_alternate"
    DELEGATION = "delegation"
    PRESIDIUM = "presidium"
    SECRETARIAT = "secretariat"
    CREDENTIALS_BOARD = "credentials_board"
    COUNCIL_OFFICE = "council_office"
    OTHER = "other"


class Act(StrEnum):
    """How it was filled or became free."""

    ELECTED = "elected"
    RE_ELECTED = "re_elected"
    APPOINTED = "appointed"
    CONSULTED = "consulted"
    SUPPLEMENTARY = "supplementary"
    DISMISSED = "dismissed"


class ElectionRecord(FactRecord):
    """A body or an office filled."""

    body: Body = Field(description="What was filled.")
    org: str | None = Field(None, description="Organisation it belongs to, as written.")
    act: Act = Field(description="How it was filled.")
    seats: int | None = Field(
        None,
        ge=1,
        description="How many were elected, never how many were to be.",
        json_schema_extra={"unit": "persons"},
    )
    candidates: int | None = Field(
        None, ge=1, description="How many stood for it.", json_schema_extra={"unit": "persons"}
    )
    persons: tuple[str, ...] = Field((), description="Who was elected, appointed or dismissed: full names as written.")
    votes_for: int | None = Field(None, ge=0, description="Votes in favour.", json_schema_extra={"unit": "votes"})
    votes_total: int | None = Field(
        None, ge=1, description="Votes cast or persons entitled, as stated.", json_schema_extra={"unit": "votes"}
    )
    percent: float | None = Field(
        None, ge=0, le=100, description="Share of votes, only if printed.", json_schema_extra={"unit": "per cent"}
    )

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.votes_for is not None and self.votes_total is not None and self.votes_for > self.votes_total:
            raise ValueError(f"{self.votes_for} votes of {self.votes_total}")
        if self.seats is not None and self.candidates is not None and self.seats > self.candidates:
            raise ValueError(f"{self.seats} elected of {self.candidates} candidates")
        return self
