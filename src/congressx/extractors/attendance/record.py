"""The row of an attendance."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from congressx.engine import FactRecord
from congressx.vietnamese.quantities import Comparator


class AttendeeGroup(StrEnum):
    """Who attended."""

    PARTY_MEMBER = "party_member"
    DELEGATE = "delegate"
    OFFICIAL_DELEGATE = "official_delegate"
    GUEST = "guest"
    COUNCILLOR = "councillor"
    COMMITTEE_MEMBER = "committee_member"
    UNION_MEMBER = "union_member"
    YOUTH_MEMBER = "youth_member"
    ASSOCIATION_MEMBER = "association_member"
    STAFF = "staff"
    PARTICIPANT = "participant"


class AttendanceStatus(StrEnum):
    """Whether they came."""

    ACTUAL = "actual"
    CONVENED = "convened"
    PLANNED = "planned"


class AttendanceRecord(FactRecord):
    """How many of a group came, were summoned, or are represented."""

    present: int | None = Field(None, ge=0, description="How many came.", json_schema_extra={"unit": "persons"})
    comparator: Comparator = Field(Comparator.EQ, description="How the words bound `present`, or the number there is.")
    summoned: int | None = Field(
        None,
        ge=0,
        description="How many were summoned or were to come: M of `N/M`.",
        json_schema_extra={"unit": "persons"},
    )
    percent: float | None = Field(
        None,
        ge=0,
        le=100,
        description="Share that came, only if stated; `toàn thể` is 100.",
        json_schema_extra={"unit": "per cent"},
    )
    absent: int | None = Field(
        None, ge=0, description="How many were absent, only if stated.", json_schema_extra={"unit": "persons"}
    )
    represents: int | None = Field(
        None,
        ge=0,
        description="How many members the delegates represent: `đại diện cho …`.",
        json_schema_extra={"unit": "persons"},
    )
    group: AttendeeGroup = Field(description="Who they are.")
    status: AttendanceStatus = Field(
        AttendanceStatus.ACTUAL, description="Whether they came, were convened or are expected."
    )

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.present is not None and self.summoned is not None and self.present > self.summoned:
            raise ValueError(f"{self.present} present of {self.summoned} summoned")
        if (self.present, self.summoned, self.percent, self.absent, self.represents) == (None,) * 5:
            raise ValueError("an attendance needs a number")
        return self
