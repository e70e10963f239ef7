"""What every row of a fact says besides its own fields."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from congressx.document import SectionKind


class FactRecord(BaseModel):
    """A fact and the words it stands on: `articles.text[start:stop] == quote`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    article_id: str = Field(description="Article the fact was read from: `articles.article_id`.")
    meeting_id: str | None = Field(
        description="Meeting the fact belongs to: `meetings.meeting_id`; empty when unknown."
    )
    start: int = Field(ge=0, description="First code point of the quote in `articles.text`.")
    stop: int = Field(ge=0, description="Code point after the quote's last in `articles.text`.")
    quote: str = Field(min_length=1, description="The words the fact was read from, literally.")
    sentence: str = Field(description="The whole sentence around the quote, literally.")
    section: SectionKind = Field(description="Where on the page: `caption` means no other place says it.")
    rule: str = Field(description="Name of the rule that read it.")
    confidence: float | None = Field(
        ge=0,
        le=1,
        description="Share of right rows among those the rule gave on annotated articles, pulled towards its table's share "
        "where it gave few; empty where the table was never annotated.",
    )
