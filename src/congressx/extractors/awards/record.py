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
    years: int | None = Field(
        None,
        ge=5,
        le=100,
        description="Years of membership a party badge stands for.",
        json_schema_extra={"unit": "years"},
    )
    giver: str | None = Field(None, description="Who gives it, as written.")
    collectives: int | None = Field(
        None,
        ge=1,
        description="How many collectives (`tập thể`) received it.",
        json_schema_extra={"unit": "collectives"},
    )
    individuals: int | None = Field(
        None, ge=1, description="How many persons (`cá nhân`) received it.", json_schema_extra={"unit": "persons"}
    )
    total: int | None = Field(
        None,
        ge=1,
        description="How many received it, where the words do not say who.",
        json_schema_extra={"unit": "recipients"},
    )
    target: str | None = Field(None, description="The one organisation or person that received it, as written.")
    at_meeting: bool = Field(description="Whether it was handed out at the meeting.")
