"""One decision about one row, as the report page writes it and the output folder keeps it (docs/how-to/keep-decisions.md)."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue, ValidationError, model_validator

from congressx.engine import FactRecord
from congressx.errors import InputError
from congressx.review.content import EVERY_ROW, without_every_row
from congressx.review.stored import FORMAT, VERSION, entries_of


class Verdict(StrEnum):
    """What was decided; `withdraw` takes an earlier decision back and is never stored."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


class Evidence(BaseModel):
    """The words a row stood on when it was decided about; `start` and `stop` count code points of `articles.text` of then."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    quote: str = Field(min_length=1)
    sentence: str
    start: int = Field(ge=0)
    stop: int = Field(ge=0)


class Seen(BaseModel):
    """What stood around the row in the tables when its decision was stored; written by `store`, not by the page."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str | None = None
    """The rule that had read it."""
    occurrence: int | None = Field(None, ge=1)
    """How many-th such words in such a sentence of the article they were."""
    alone: bool = False
    """No other row of the table said the same of the article."""
    beside: tuple[str, ...] = ()
    """Digests of the other rows of the table that stood on some of the same words."""


class Decision(BaseModel):
    """A verdict about the row `row` of `table`, which was read from the words of `evidence`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: Verdict
    table: str = Field(min_length=1)
    article_id: str = Field(min_length=1)
    row: dict[str, JsonValue]
    evidence: Evidence
    correction: dict[str, JsonValue] | None = None
    note: str = ""
    decided_at: AwareDatetime
    seen: Seen | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.verdict is Verdict.CORRECT) != bool(self.correction):
            raise ValueError('a "correct" says in "correction" what changes, and nothing else does')
        if common := sorted({*self.row, *(self.correction or ())} & EVERY_ROW):
            raise ValueError(f"only the row's own fields can be decided about, not {', '.join(common)}")
        return self

    @property
    def wanted(self) -> dict[str, JsonValue]:
        """The row's own fields as they are to be."""
        return {**self.row, **(self.correction or {})}

    def as_json(self) -> dict[str, Any]:
        """For the file; times in UTC to the second."""
        at = self.decided_at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        content = self.model_dump(mode="json", exclude_none=True) | {"correction": self.correction, "decided_at": at}
        return content | {"row": dict(sorted(self.row.items()))}


def read_decisions(path: Path, records: Mapping[str, type[FactRecord]] | None = None) -> list[Decision]:
    """The decisions in a file; see `parse_decisions`. Raises `InputError` also when the file cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror}); name the file downloaded from the report page",
            reason="unreadable",
        ) from error
    return parse_decisions(content, str(path), records)


def parse_decisions(content: bytes, name: str, records: Mapping[str, type[FactRecord]] | None = None) -> list[Decision]:
    """The decisions in `content`, which messages call `name`.

    With `records`, the record model of every fact table, they also are held against their table: it is known, has these fields,
    and the corrected row would be a valid one. Raises `InputError` that names the entry.
    """
    decisions = []
    for number, entry in enumerate(entries_of(content, name), 1):
        try:
            decision = Decision.model_validate(entry)
        except ValidationError as error:
            raise _wrong(name, number, entry, in_words(error)) from error
        if records is not None and (fault := fault_of(decision, records)):
            raise _wrong(name, number, entry, fault)
        decisions.append(decision)
    return decisions


def fault_of(decision: Decision, records: Mapping[str, type[FactRecord]]) -> str | None:
    """Why no row can become what the decision says; None when one can."""
    record = records.get(decision.table)
    if record is None:
        return f"no such table; known are {', '.join(sorted(records))}"
    known = {field.alias or field_name for field_name, field in record.model_fields.items()} - EVERY_ROW
    if unknown := sorted(set(decision.correction or ()) - known):
        return f"{decision.table} has no field {', '.join(unknown)}; known are {', '.join(sorted(known))}"
    if decision.verdict is not Verdict.CORRECT:
        return None
    try:
        without_every_row(record, decision.wanted)
    except ValidationError as error:
        return f"the corrected row is not valid: {in_words(error)}"
    return None


def file_of(entries: Iterable[Mapping[str, Any]]) -> bytes:
    """A file of decisions, an entry a line: it can be read, compared and kept under version control."""
    lines = ",\n".join("  " + json.dumps(entry, ensure_ascii=False, sort_keys=True) for entry in entries)
    head = f'{{"format": "{FORMAT}", "version": {VERSION},\n "decisions": ['
    return (head + (f"\n{lines}\n" if lines else "") + "]}\n").encode("utf-8", "backslashreplace")


def in_words(error: ValidationError) -> str:
    """What is wrong, field by field."""
    return "; ".join(f"{'.'.join(map(str, e['loc'])) or 'it'}: {e['msg']}" for e in error.errors())


def decide(
    table: str, row: Mapping[str, Any], verdict: str, *, correction: Mapping[str, Any] | None = None, note: str = ""
) -> Decision:
    """A decision made now about a row of a table, as a mapping or as a row of a frame of `congressx.load`.

    Raises `ValueError` when the verdict is none, or a correction has none of the row's own fields.
    """
    cells = {name: _cell(value) for name, value in dict(row).items()}
    return Decision.model_validate(
        {
            "verdict": verdict,
            "table": table,
            "article_id": cells["article_id"],
            "row": {name: value for name, value in cells.items() if name not in EVERY_ROW},
            "evidence": {name: cells[name] for name in Evidence.model_fields},
            "correction": None if correction is None else {name: _cell(value) for name, value in correction.items()},
            "note": note,
            "decided_at": datetime.now(UTC).replace(microsecond=0),
        }
    )


def _cell(value: Any) -> Any:
    """A cell in JSON's types; what pandas has for nothing is nothing."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if hasattr(value, "isoformat"):
        day = value.isoformat()[:10]
        return None if day == "NaT" else day
    if type(value).__name__ == "NAType" or (isinstance(value, float) and math.isnan(value)):
        return None
    return [_cell(item) for item in value] if isinstance(value, list | tuple) else value


def _wrong(name: str, number: int, entry: Mapping[str, Any], what: str) -> InputError:
    of = f"{entry.get('table', 'no table')} of article {entry['article_id']}"
    return InputError(f"{name}: decision {number} ({of}): {what}; mend it or take it out", reason="invalid")
