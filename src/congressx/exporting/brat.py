"""brat: a text and an annotation file an article, in its standoff format; offsets count code points, as ours do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from congressx.dictionary import Column, columns_of
from congressx.engine import FactRecord
from congressx.exporting.cells import as_json
from congressx.exporting.opening import PublishedTables, Row

CONFIG = "annotation.conf"
_OF_EVERY_FACT = frozenset(column.name for column in columns_of(FactRecord))


def write_brat(tables: PublishedTables, folder: Path) -> tuple[str, ...]:
    """Writes `<article_id>.txt` and `.ann` of every article, and the set-up of the collection.

    A row is a text-bound annotation whose type is its table; fields with a closed vocabulary are attributes, and the whole row
    is the JSON of its note.
    """
    facts = {table: columns_of(r) for table, r in tables.records.items() if issubclass(r, FactRecord)}
    for article, rows in tables.by_article(list(facts)):
        name, text = article["article_id"], article["text"]
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
        lines = _annotations(text, {table: (facts[table], found) for table, found in rows.items()})
        (folder / f"{name}.ann").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    (folder / CONFIG).write_text(_config(facts), encoding="utf-8")
    return ()


def _annotations(text: str, rows: dict[str, tuple[tuple[Column, ...], list[Row]]]) -> Iterator[str]:
    marks, attributes = count(1), count(1)
    for table, (columns, found) in rows.items():
        for row in found:
            mark = next(marks)
            pieces = list(_pieces(text, row["start"], row["stop"]))
            places = ";".join(f"{start} {stop}" for start, stop in pieces)
            yield f"T{mark}\t{table} {places}\t" + " ".join(text[start:stop] for start, stop in pieces)
            for column in columns:
                if _is_attribute(column) and row[column.name] is not None:
                    yield f"A{next(attributes)}\t{table}_{column.name} T{mark} {_word(row[column.name])}"
            yield f"#{mark}\tAnnotatorNotes T{mark}\t" + json.dumps(row, ensure_ascii=False, default=as_json)


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches of a span between line ends, which no annotation may hold.

    >>> list(_pieces("Đại hội\\nChi bộ", 4, 11))
    [(4, 7), (8, 11)]
    """
    for line in text[start:stop].split("\n"):
        if line:
            yield start, start + len(line)
        start += len(line) + 1


def _is_attribute(column: Column) -> bool:
    if column.name in _OF_EVERY_FACT:
        return False
    return column.kind == "boolean" or (column.kind == "string" and bool(column.values))


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _config(facts: dict[str, tuple[Column, ...]]) -> str:
    attributes = [
        f"{table}_{column.name}\tArg:{table}, Value:" + "|".join(column.values or ("true", "false"))
        for table, columns in facts.items()
        for column in columns
        if _is_attribute(column)
    ]
    parts = {"entities": list(facts), "relations": [], "events": [], "attributes": attributes}
    overlap = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    parts["relations"] = [overlap]
    return "\n".join(f"[{part}]\n" + "".join(f"{line}\n" for line in lines) for part, lines in parts.items())
