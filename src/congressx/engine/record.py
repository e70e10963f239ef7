"""What every row of a fact says besides its own fields."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from congressx.document import SectionKind


class Reviewed(StrEnum):
    """What a person made of a row. A row that was rejected is in `rejections`."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"


class FactRecord(BaseModel):
    """A fact and the words it stands on: `articles.text[start:stop] == quote`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    article_id: str = Field(
        description="Article the fact was read from.", json_schema_extra={"reference": "articles.article_id"}
    )
    meeting_id: str | None = Field(
        description="Meeting the fact belongs to; empty when the article does not make clear which.",
        json_schema_extra={"reference": "meetings.meeting_id"},
    )
    start: int = Field(
        ge=0, description="First code point of the quote in `articles.text`.", json_schema_extra={"unit": "code points"}
    )
    stop: int = Field(
        ge=0,
        description="Code point after the quote's last in `articles.text`.",
        json_schema_extra={"unit": "code points"},
    )
    quote: str = Field(min_length=1, description="The words the fact was read from, literally.")
    sentence: str = Field(description="The whole sentence around the quote, literally.")
    section: SectionKind = Field(description="Where on the page: `caption` means no other place says it.")
    rule: str = Field(description="Name of the rule that read it: its table and what it reads.")
    confidence: float | None = Field(
        ge=0,
        le=1,
        json_schema_extra={"unit": "share, 0 to 1"},
        description="Share of right rows among those the rule gave on annotated articles, pulled towards its table's share "
        "where it gave few; empty where the table was never annotated.",
    )
    reviewed: Reviewed | None = Field(
        None,
        description="`accepted`: a person found the row right; `corrected`: it says what a person made of it, not what the rule "
        "read; empty: nobody looked.",
    )
