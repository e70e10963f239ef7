"""The row of an award or a rating."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from congressx.engine import FactRecord


class AwardClass(StrEnum):
    """What was given."""

    PARTY_BADGE = "party_badge"
    MERIT_CERTIFICATE = "merit_certificate"
    COMMENDATION = "commendation"
    EMULATION_FLAG = "emulation_flag"
    ORDER_OR_MEDAL = "order_or_medal"
    RATING = "rating"
    OTHER = "other"


class AwardRecord(FactRecord):
    """An award given to people or collectives."""

    award_class: AwardClass = Field(alias="class", description="What was given.")
    years: int | None = Field(None, ge=5, le=100, description="Years of a party badge.")
    giver: str | None = Field(None, description="Who gives it, as written.")
    collectives: int | None = Field(None, ge=1, description="How many collectives received it.")
    individuals: int | None = Field(None, ge=1, description="How many persons received it.")
    total: int | None = Field(None, ge=1, description="How many received it, where the words do not say who.")
    target: str | None = Field(None, description="The one organisation or person that received it, as written.")
    at_meeting: bool = Field(description="Whether it was handed out at the meeting.")
