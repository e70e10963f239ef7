"""What is asked of the tables of an article, question by question: the answers given are held against those of its gold.

An answer is right when it is among those asked for, each as often as it stands there. Texts are compared in one spelling, numbers to
four decimals. What each question asks is in docs/how-to/measure-accuracy.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import regex

from congressx.scoring.judging import overlap, spelling

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]
Answers = Sequence[Hashable]

SAME_HOST = 0.6
"""Least token F1 of two hosts that are one: gold may have the longer name."""
SAME_INDICATOR = 0.5

TABLES = (
    "meetings", "attendance", "officials", "titles", "terms", "kpis", "citations", "elections", "memberships", "awards",
)  # fmt: skip
CORE: Mapping[str, Sequence[str]] = {
    "meeting date": ("meeting: stated", "meeting: starts_on"),
    "attendance": ("attendance",),
    "officials and titles": ("official: name", "official: office + organisation"),
    "term periods": ("term: years",),
    "KPI figures": ("kpi: figure, rate", "kpi: whole record"),
}
"""What is quoted most, and the questions whose mean F1 stands for it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answers of one article to one question."""

    question: str
    given: Counter[Hashable]
    asked: Counter[Hashable]

    @property
    def right(self) -> int:
        """Answers that were asked for."""
        return (self.given & self.asked).total()

    @property
    def missed(self) -> list[Hashable]:
        """Answers that were asked for and not given."""
        return list((self.asked - self.given).elements())

    @property
    def wrong(self) -> list[Hashable]:
        """Answers that were given and not asked for."""
        return list((self.given - self.asked).elements())


def comparisons(given: Tables, gold: Tables) -> Iterator[Comparison]:
    """The answers of one article to every question; both sides are rows by table, with the tables' own column names."""
    for question, answers in _QUESTIONS.items():
        yield _compared(question, answers(given), answers(gold))
    yield _hosts(given, gold)
    yield from _figures_in_pairs(given.get("kpis", ()), gold.get("kpis", ()))


def _compared(question: str, given: Answers, asked: Answers) -> Comparison:
    return Comparison(question, Counter(given), Counter(asked))


# ---------------------------------------------------------------- one side at a time


def _main(tables: Tables) -> list[Row]:
    return [row for row in tables.get("meetings", ()) if row.get("role") == "main"][:1]


def _of_main(field: str) -> Callable[[Tables], Answers]:
    return lambda tables: [_date(row[field]) for row in _main(tables) if row.get(field) is not None]


def _date(value: Any) -> Any:
    return value.isoformat()[:10] if hasattr(value, "isoformat") else value


def _columns(table: str, *fields: str) -> Callable[[Tables], Answers]:
    return lambda tables: [tuple(_number(row.get(field)) for field in fields) for row in tables.get(table, ())]


def _number(value: Any) -> Any:
    """Numbers to four decimals; anything else as it is."""
    return round(float(value), 4) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _once(answers: Iterable[Hashable]) -> Answers:
    return list(dict.fromkeys(answers))


def _represented(tables: Tables) -> Answers:
    return [row["represents"] for row in tables.get("attendance", ()) if row.get("represents")]


def _names(tables: Tables) -> Answers:
    return [spelling(row["name"]) for row in tables.get("officials", ())]


def _offices(tables: Tables) -> Answers:
    return _once((spelling(row["name"]), row.get("office")) for row in tables.get("titles", ()))


def _titles(tables: Tables) -> Answers:
    return _once(
        (spelling(row["name"]), row.get("office"), spelling(row.get("org") or "")) for row in tables.get("titles", ())
    )


def _roles(tables: Tables) -> Answers:
    return _once(
        (spelling(row["name"]), role) for row in tables.get("officials", ()) for role in row.get("roles") or ()
    )


def _years(tables: Tables) -> Answers:
    terms = ((row.get("start_year"), row.get("end_year")) for row in tables.get("terms", ()))
    return _once(years for years in terms if all(years))


def _labels(tables: Tables) -> Answers:
    return _once(spelling(row["label"]) for row in tables.get("terms", ()) if row.get("label"))


_MEASURED_BY_RATE = frozenset({"percent", "per_mille", "vnd", "usd", "times", "ratio"})


def _figures(rates: bool) -> Callable[[Tables], Answers]:
    return lambda tables: [_figure(row) for row in tables.get("kpis", ()) if _is_rate(row) is rates]


def _is_rate(row: Row) -> bool:
    return row.get("unit") in _MEASURED_BY_RATE or row.get("total") is not None


def _figure(row: Row) -> tuple[Hashable, ...]:
    return (*(_number(row.get(field)) for field in ("value", "value_high", "total")), row.get("unit"))


def _documents(tables: Tables) -> Answers:
    return _once(_document(row) for row in tables.get("citations", ()))


def _document(row: Row) -> Hashable:
    if row.get("key"):
        return (regex.sub(r"[\s.-]", "", spelling(row["key"])),)
    return (row.get("kind"), row.get("form"), spelling(row.get("number") or ""), spelling(row.get("label") or ""))


def _elected(tables: Tables) -> Answers:
    return _once(fact for row in tables.get("elections", ()) for fact in _election_facts(row))


def _election_facts(row: Row) -> Iterator[Hashable]:
    body = row.get("body")
    if row.get("seats") is not None:
        yield body, "seats", row["seats"]
    for person in row.get("persons") or ():
        yield body, "person", spelling(person)
    votes = tuple(_number(row.get(field)) for field in ("votes_for", "votes_total", "percent"))
    if any(vote is not None for vote in votes):
        yield body, "votes", *votes


_QUESTIONS: Mapping[str, Callable[[Tables], Answers]] = {
    "meeting: found": lambda tables: ["main"] * len(_main(tables)),
    **{
        f"meeting: {field}": _of_main(field)
        for field in ("type", "stated", "starts_on", "ends_on", "ordinal", "part_of_day", "status")
    },
    "attendance": _columns("attendance", "present", "summoned", "percent"),
    "attendance: represents": _represented,
    "attendance: group": _columns("attendance", "present", "summoned", "group"),
    "official: name": _names,
    "official: office": _offices,
    "official: office + organisation": _titles,
    "official: role": _roles,
    "term: years": _years,
    "term: label": _labels,
    "kpi: figure, rate": _figures(rates=True),
    "kpi: figure, count": _figures(rates=False),
    "citation": _documents,
    "election: fact": _elected,
    "membership": _columns("memberships", "measure", "value"),
    "award": _columns("awards", "class", "years", "collectives", "individuals", "total"),
}

# ---------------------------------------------------------------- both sides together


def _hosts(given: Tables, gold: Tables) -> Comparison:
    """A given host that shares most of its words with the right one is the right one."""
    ours, right = ([spelling(row["host"]) for row in _main(tables) if row.get("host")] for tables in (given, gold))
    if ours and right and overlap(ours[0], right[0]) >= SAME_HOST:
        ours = right
    return _compared("meeting: host", ours, right)


def _figures_in_pairs(given: Sequence[Row], gold: Sequence[Row]) -> Iterator[Comparison]:
    """Figures of equal value, unit and total are paired, those first whose indicators share most words; each pair answers for the
    fields beside the figure. `kpi: whole record` asks for all of it, of every gold figure.
    """
    left = list(given)
    whole_given: list[Hashable] = []
    for place, asked in enumerate(gold):
        row = _partner(asked, left)
        if row is None:
            continue
        left.remove(row)
        named = overlap(row.get("indicator") or "", asked["indicator"]) >= SAME_INDICATOR
        fields = [_field(row, asked, field, default) for field, default in _BESIDE_THE_FIGURE.items()]
        indicator = asked["indicator"] if named else row.get("indicator")
        yield from fields
        yield _compared("kpi: indicator", [spelling(indicator or "")], [spelling(asked["indicator"])])
        as_asked = named and all(field.right for field in fields if field.question != "kpi: comparator")
        whole_given.append((place, _figure(asked)) if as_asked else (place, "something else is wrong", _figure(row)))
    whole_given += [("not asked for", number, _figure(row)) for number, row in enumerate(left)]
    yield _compared("kpi: whole record", whole_given, [(place, _figure(row)) for place, row in enumerate(gold)])


_BESIDE_THE_FIGURE = {"mood": None, "change": "level", "comparator": "eq"}
"""With what an absent field means."""


def _partner(asked: Row, left: Sequence[Row]) -> Row | None:
    same = [row for row in left if _figure(row) == _figure(asked)]
    return max(same, key=lambda row: overlap(row.get("indicator") or "", asked["indicator"]), default=None)


def _field(row: Row, asked: Row, field: str, default: str | None) -> Comparison:
    return _compared(f"kpi: {field}", [row.get(field) or default], [asked.get(field) or default])
