"""The row of a term."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from congressx.engine import FactRecord


class TermRecord(FactRecord):
    """A term of office: its years, its label, or both."""

    start_year: int | None = Field(None, ge=1930, le=2100, description="First year: 2015 of `nhiệm kỳ 2015-2020`.")
    end_year: int | None = Field(None, ge=1930, le=2100, description="Last year: 2020 of `nhiệm kỳ 2015-2020`.")
    label: str | None = Field(None, min_length=1, description="Khóa or ordinal tied to it, as written: `XII`, `11`.")

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.start_year is None) != (self.end_year is None):
            raise ValueError("a term has a start and an end")
        if self.start_year is not None and self.end_year is not None and not 0 < self.end_year - self.start_year <= 7:
            raise ValueError(f"no term runs from {self.start_year} to {self.end_year}")
        if self.start_year is None and self.label is None:
            raise ValueError("a term needs years or a label")
        return self
