"""Counts for the first page of a report, made once so that nothing has to be unpacked to see them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import regex

from congressx.report.content import Content, Row
from congressx.vietnamese.spelling import fold

INDICATORS = 300
"""So many indicators can be picked; the others are in the table of figures."""
PERSONS = 40
_YEARS = regex.compile(r"(?P<first>\d{4})(?:-(?P<last>\d{4})|[HQ]\d)?")


def overview(content: Content) -> dict[str, Any]:
    """Everything the first page shows; places of articles are their indices in the report."""
    places = {str(article["article_id"]): place for place, article in enumerate(content.articles)}
    readings = [row for rows in content.rejections.values() for row in rows]
    return {
        "rows": {table: sum(map(len, rows.values())) for table, rows in content.facts.items()},
        "covered": {table: len(rows) for table, rows in content.facts.items()},
        "meetings": _meetings(content),
        "rejected": _counted((row["kind"], row["reason"]) for row in readings),
        "unread": _counted((row["reason"],) for row in content.unread),
        "unread_files": [[row["source"], row["reason"], row["detail"]] for row in content.unread[:1000]],
        "indicators": _indicators(content, places),
        "persons": _persons(content, places),
    }


def _counted(keys: Any) -> list[list[Any]]:
    """[*key, count], most frequent first."""
    return [[*key, count] for key, count in sorted(Counter(keys).items(), key=lambda item: (-item[1], item[0]))]


def _meetings(content: Content) -> dict[str, Any]:
    """Meetings by month of their first day, and by kind; a session is a part of another meeting and is not counted."""
    rows = [row for of in content.facts.get("meetings", {}).values() for row in of if row["role"] != "session"]
    months = Counter(row["starts_on"].strftime("%Y-%m") for row in rows if row["starts_on"])
    return {
        "months": sorted(months.items()),
        "undated": len(rows) - months.total(),
        "types": _counted((row["type"],) for row in rows),
    }


def _indicators(content: Content, places: Mapping[str, int]) -> list[dict[str, Any]]:
    """Levels by indicator and unit: the figures whose words name a year or years; of the others only their number."""
    groups: dict[tuple[str, str], list[tuple[str, int, Row]]] = defaultdict(list)
    for article_id, rows in content.facts.get("kpis", {}).items():
        for place, row in enumerate(rows):
            if row["change"] == "level":
                groups[fold(row["indicator"]), row["unit"]].append((article_id, place, row))
    drawn = [_indicator(unit, figures, places) for (_, unit), figures in sorted(groups.items())]
    best = sorted(drawn, key=lambda group: (-_years(group), -len(group["points"]), group["name"], group["unit"]))
    return [group for group in best[:INDICATORS] if group["points"]]


def _indicator(unit: str, figures: Sequence[tuple[str, int, Row]], places: Mapping[str, int]) -> dict[str, Any]:
    names = Counter(row["indicator"] for _, _, row in figures)
    texts = Counter(row["unit_text"] for _, _, row in figures if row["unit_text"])
    points = []
    for article_id, place, row in figures:
        if years := _YEARS.fullmatch(row["period"] or ""):
            first = int(years["first"])
            last = int(years["last"] or first)
            points.append([first, last, row["value"], row["value_high"], row["mood"], places[article_id], place])
    return {
        "name": min(names, key=lambda name: (-names[name], name)),
        "unit": unit,
        "unit_text": min(texts, key=lambda text: (-texts[text], text), default=None),
        "points": sorted(points, key=lambda point: (point[:3], point[5:])),
        "undated": len(figures) - len(points),
    }


def _years(group: Mapping[str, Any]) -> int:
    return len({tuple(point[:2]) for point in group["points"]})


def _persons(content: Content, places: Mapping[str, int]) -> list[list[Any]]:
    """[name, number of articles, most frequent title] of those named in most articles."""
    articles: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, Counter[str]] = defaultdict(Counter)
    for article_id, rows in content.facts.get("officials", {}).items():
        for row in rows:
            articles[row["name"]].add(article_id)
    for rows in content.facts.get("titles", {}).values():
        for row in rows:
            titles[row["name"]][row["raw"]] += 1
    most = sorted(articles, key=lambda name: (-len(articles[name]), name))[:PERSONS]
    return [[name, len(articles[name]), _most(titles[name])] for name in most]


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda word: (-counts[word], word), default=None)
