"""Rows that are no facts: the articles themselves, their sections, and what was not recorded."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

from congressx.document import SectionKind


class ArticleRecord(BaseModel):
    """One article; every offset of every other table counts code points of its `text`."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"key": ["article_id"]})

    article_id: str = Field(description="16 hex digits of the SHA-256 of the file's text.")
    source: str = Field(description="The file, as it was named, and `#` with the row in a data set.")
    title: str = Field(description="The page's title; no text when the page has none.")
    published: dt.date | None = Field(description="Date of the page's own publish line; empty when there is none.")
    byline: str | None = Field(description="The page's own credit, as written; empty when there is none.")
    author: str | None = Field(
        description="Author, where the file has a field for it; what the page prints is `byline`."
    )
    site: str | None = Field(description="Name of the site, where the page says it.")
    url: str | None = Field(description="Address of the page, where the file says it.")
    encoding: str | None = Field(description="How the file's bytes were read as text, e.g. `utf-8`, `tcvn3`.")
    encoding_confidence: float | None = Field(
        ge=0,
        le=1,
        json_schema_extra={"unit": "share, 0 to 1"},
        description="How sure the encoding is: 1 when the file cannot be read in another way.",
    )
    text: str = Field(description="The settled text: NFC, plain blanks and line ends, no HTML entities.")


class SectionRecord(BaseModel):
    """A stretch of a page of one kind."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"key": ["article_id", "start"]})

    article_id: str = Field(description="Article.", json_schema_extra={"reference": "articles.article_id"})
    kind: SectionKind = Field(description="What the stretch is; facts are read from title, lead, body and caption.")
    start: int = Field(
        ge=0, description="First code point in `articles.text`.", json_schema_extra={"unit": "code points"}
    )
    stop: int = Field(
        ge=0, description="Code point after the last in `articles.text`.", json_schema_extra={"unit": "code points"}
    )


class RejectionRecord(BaseModel):
    """A file that could not be read, or a reading that was not recorded."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str = Field(description="The file, as it was named, and `#` with the row in a data set.")
    article_id: str | None = Field(
        description="Article; empty when the file gave none. A twin names the article that it repeats."
    )
    kind: str = Field(description="`article` for a file, otherwise the table the fact would have gone to.")
    rule: str | None = Field(description="Rule that matched.")
    start: int | None = Field(
        description="First code point of the quote in `articles.text`.", json_schema_extra={"unit": "code points"}
    )
    stop: int | None = Field(
        description="Code point after the quote's last.", json_schema_extra={"unit": "code points"}
    )
    quote: str | None = Field(description="The words that were matched, literally.")
    reason: str = Field(
        description="One word for counting: `two_readings`, `invalid`, `twin`, `empty`, `encoding`, `language` …"
    )
    detail: str = Field(description="What was wrong, for a person.")
