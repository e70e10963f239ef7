"""Which rows of an article are right: each row is held against the article's gold records, each of which signs one row.

A row is right when everything a reader would quote from it agrees: the figure with its indicator, mood and change; the title with
its body; the person with all that was done at the meeting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import regex

from congressx.vietnamese.spelling import fold

Row = Mapping[str, Any]

ENOUGH = 0.5
"""Least token F1 of two indicators that name the same thing (`tốc độ tăng trưởng` and `tăng trưởng kinh tế`)."""

_QUOTES = regex.compile("[\"']")
_PUNCTUATION = regex.compile(r"\s*([-,.;:()/&])\s*")


def judge(table: str, rows: Sequence[Row], gold: Sequence[Row]) -> list[bool]:
    """Whether each row of one article's table is right, in the order of the rows.

    >>> gold = [{"start": 2015, "end": 2020, "label": "XII"}]
    >>> judge("terms", [{"start_year": 2015, "end_year": 2020}, {"label": "XII"}, {"label": "XI"}], gold)
    [True, False, False]
    """
    agrees = _AGREEMENTS.get(table, _all_agree)
    left = list(gold)
    verdicts = []
    for row in rows:
        match = next((record for record in left if agrees(row, record)), None)
        verdicts.append(match is not None)
        if match is not None:
            left.remove(match)
    return verdicts


def _same(*fields: str) -> Callable[[Row, Row], bool]:
    def agrees(row: Row, gold: Row) -> bool:
        return all(_plain(row.get(field)) == _plain(gold.get(field)) for field in fields)

    return agrees


def _all_agree(row: Row, gold: Row) -> bool:
    """For a table that says nothing of its own: whatever the gold record names."""
    return _same(*gold)(row, gold)


def _plain(value: Any) -> Any:
    """A value as it is compared: numbers are numbers, texts in one spelling, lists without order."""
    if value is None:
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return value if isinstance(value, bool) else frozenset(_plain(item) for item in value)
    return spelling(value) if isinstance(value, str) else round(float(value), 4)


def spelling(text: str) -> str:
    """One spelling of a text: case, tone placement, dashes, quotes and blanks around punctuation do not matter."""
    return " ".join(_PUNCTUATION.sub(r"\1", _QUOTES.sub("", fold(text))).split())


def _meetings_agree(row: Row, gold: Row) -> bool:
    fields = ("role", "type", "stated")
    return _same(*fields, *(("starts_on", "ordinal", "status") if gold.get("role") == "main" else ()))(row, gold)


def _terms_agree(row: Row, gold: Row) -> bool:
    years = (row.get("start_year"), row.get("end_year")) == (gold.get("start"), gold.get("end"))
    return years and (row.get("label") is None or _plain(row["label"]) == _plain(gold.get("label")))


def _kpis_agree(row: Row, gold: Row) -> bool:
    figure = _same("value", "value_high", "total", "unit", "mood")(row, gold)
    change = (row.get("change") or "level") == (gold.get("change") or "level")
    return figure and change and overlap(row.get("indicator") or "", gold.get("indicator") or "") >= ENOUGH


def overlap(one: str, other: str) -> float:
    """Token F1 of two phrases."""
    x, y = Counter(spelling(one).split()), Counter(spelling(other).split())
    return 2 * (x & y).total() / (x.total() + y.total()) if x and y else 0.0


def _citations_agree(row: Row, gold: Row) -> bool:
    if row.get("key") or gold.get("key"):
        return _key(row) == _key(gold)
    return _same("kind", "form", "number", "label")(row, gold)


def _key(row: Row) -> str:
    return regex.sub(r"[\s.-]", "", spelling(row.get("key") or ""))


def _elections_agree(row: Row, gold: Row) -> bool:
    """The row may name fewer persons than the gold record, never another one."""
    persons = frozenset(map(spelling, row.get("persons") or ()))
    known = frozenset(map(spelling, gold.get("persons") or ()))
    fields = ("seats", "votes_for", "votes_total", "percent")
    stated = all(row.get(f) is None or _plain(row[f]) == _plain(gold.get(f)) for f in fields)
    return _same("body")(row, gold) and persons <= known and stated


_AGREEMENTS: dict[str, Callable[[Row, Row], bool]] = {
    "meetings": _meetings_agree,
    "attendance": _same("present", "summoned", "percent", "group", "represents"),
    "officials": _same("name", "roles"),
    "titles": _same("name", "office", "org"),
    "terms": _terms_agree,
    "kpis": _kpis_agree,
    "citations": _citations_agree,
    "elections": _elections_agree,
    "memberships": _same("measure", "value"),
    "awards": _same("class", "years", "collectives", "individuals", "total"),
}
