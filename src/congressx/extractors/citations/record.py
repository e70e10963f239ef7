"""The row of a cited document."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from congressx.engine import FactRecord


class DocumentKind(StrEnum):
    """What kind of document."""

    RESOLUTION = "resolution"
    DIRECTIVE = "directive"
    CONCLUSION = "conclusion"
    REGULATION = "regulation"
    DECISION = "decision"
    PLAN = "plan"
    GUIDANCE = "guidance"
    NOTICE = "notice"
    OFFICIAL_LETTER = "official_letter"
    PROGRAM = "program"
    DECREE = "decree"
    CIRCULAR = "circular"
    LAW = "law"
    PROJECT = "project"
    OTHER = "other"


class CitationForm(StrEnum):
    """How it is cited."""

    NUMBERED = "numbered"
    PLENUM = "plenum"
    CONGRESS = "congress"
    BARE = "bare"


class CitationRecord(FactRecord):
    """A document of Party or State, once an article."""

    kind: DocumentKind = Field(description="What kind of document.")
    key: str | None = Field(None, description="Number and suffix without blanks: what a numbered document is known by.")
    form: CitationForm = Field(description="How it is cited.")
    number: str | None = Field(None, description="Its number; of a plenum form the plenum's.")
    label: str | None = Field(None, description="Khóa of a plenum form, as written.")
    date: str | None = Field(None, description="Its date if given; ISO text, possibly partial.")

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.key is not None) != (self.form is CitationForm.NUMBERED):
            raise ValueError("exactly the numbered form has a key")
        return self
