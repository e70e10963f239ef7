"""The row of a KPI figure."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from congressx.engine import FactRecord
from congressx.vietnamese.quantities import Comparator, Unit


class Change(StrEnum):
    """Whether a figure is a level or how far something moved."""

    LEVEL = "level"
    UP = "up"
    DOWN = "down"
    OF = "of"
    OVER = "over"
    TIMES = "times"


class Base(StrEnum):
    """What a change is measured against."""

    PREV_YEAR = "prev_year"
    SAME_PERIOD = "same_period"
    PLAN = "plan"
    TARGET = "target"
    TERM_START = "term_start"
    PREV_TERM = "prev_term"
    NAMED_YEAR = "named_year"
    UNSTATED = "unstated"


class Mood(StrEnum):
    """Whether a figure was reached, is expected for the period that ends, or is aimed at."""

    RESULT = "result"
    ESTIMATE = "estimate"
    TARGET = "target"


class KpiRecord(FactRecord):
    """One figure that measures an achievement, a condition or an aim. `đạt 14,3%, tăng 3,57%` are two records."""

    indicator: str = Field(min_length=2, description="Shortest noun phrase that names what is measured, as written.")
    value: float = Field(
        description="The figure, magnitude words multiplied out; low end of a range; N of `N/M`.",
        json_schema_extra={"unit": "see `unit`, `unit_text`"},
    )
    value_high: float | None = Field(None, description="High end of a range.", json_schema_extra={"unit": "as `value`"})
    comparator: Comparator = Field(Comparator.EQ, description="How the words bound the figure.")
    unit: Unit = Field(description="Kind of unit of the figure.")
    unit_text: str | None = Field(None, description="Noun or measure as written, without magnitude word.")
    total: float | None = Field(
        None,
        description="M of `N/M`, of a ratio `N:M` and of `N trong tổng số M`.",
        json_schema_extra={"unit": "as `value`"},
    )
    change: Change = Field(Change.LEVEL, description="Whether the figure is a level or a change.")
    base: Base | None = Field(None, description="What a change is measured against; empty for a level.")
    mood: Mood = Field(description="Whether it was reached, is estimated or is aimed at.")
    period: str | None = Field(
        None,
        description="What time the figure is of: a year, `2017H1` a half, `2017Q3` a quarter, `2015-2020` a span of years, "
        "`per_year` every year.",
    )

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.value_high is not None and self.value_high < self.value:
            raise ValueError(f"a range runs upwards, not from {self.value} to {self.value_high}")
        if (self.value_high is not None) != (self.comparator is Comparator.RANGE):
            raise ValueError("a range has two ends")
        if self.total is not None and self.unit is Unit.COUNT and self.value > self.total:
            raise ValueError(f"{self.value} of {self.total}")
        if self.change is Change.LEVEL and self.base is not None:
            raise ValueError("a level has no base")
        return self
