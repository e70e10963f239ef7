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
    value: float = Field(ge=0, description="How many.", json_schema_extra={"unit": "see `measure`"})
    comparator: Comparator = Field(Comparator.EQ, description="How the words bound the number.")
    as_of: str | None = Field(None, description="Day of the count; ISO text, possibly partial.")
    org: str | None = Field(None, description="The organisation whose members or units they are, as written.")
