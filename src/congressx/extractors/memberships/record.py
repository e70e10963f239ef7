"""The row of a membership figure."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from congressx.engine import FactRecord
from congressx.vietnamese.quantities import Comparator


class Measure(StrEnum):
    """What is counted."""

    TOTAL = "total"
    OFFICIAL = "official"
    PROBATIONARY = "probationary"
    ADMITTED = "admitted"
    TRANSFERRED_IN = "transferred_in"
    TRANSFERRED_OUT = "transferred_out"
    RETIRED = "retired"
    DISCIPLINED = "disciplined"
    CELLS = "cells"
    PARTY_UNITS = "party_units"
    ASSOCIATION_MEMBERS = "association_members"
    OTHER = "other"


class MembershipRecord(FactRecord):
    """How large an organisation is, or how its membership moved."""

    measure: Measure = Field(description="What is counted.")
    value: float = Field(ge=0, description="How many.")
    comparator: Comparator = Field(Comparator.EQ, description="How the words bound the number.")
    as_of: str | None = Field(None, description="Date of the count, ISO, possibly partial.")
    org: str | None = Field(None, description="Organisation, as written.")
