"""Label Studio: a task an article, its facts as predictions, a control for every field.

Offsets of its text regions count code points, as ours do, and `end` is behind the last.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from congressx.dictionary import Column, columns_of
from congressx.engine import FactRecord
from congressx.exporting.cells import as_json
from congressx.exporting.opening import PublishedTables, Row

TASKS = "tasks.json"
CONFIG = "labeling.xml"
_LABELS = "table"
_OF_EVERY_FACT = frozenset(column.name for column in columns_of(FactRecord))
_SPAN = frozenset({"start", "stop", "quote", "article_id"})

_COLOURS = (
    "#d62728", "#1f77b4", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#e377c2", "#bcbd22", "#7f7f7f",
)  # fmt: skip


def write_label_studio(tables: PublishedTables, folder: Path) -> tuple[str, ...]:
    """Writes `tasks.json`, to import, and `labeling.xml`, the labelling set-up of the project."""
    facts = {table: columns_of(r) for table, r in tables.records.items() if issubclass(r, FactRecord)}
    with (folder / TASKS).open("w", encoding="utf-8", newline="\n") as file:
        separator = "[\n"
        for article, rows in tables.by_article(list(facts)):
            task = _task(article, {table: (facts[table], found) for table, found in rows.items()})
            file.write(separator + json.dumps(task, ensure_ascii=False, default=as_json))
            separator = ",\n"
        file.write("\n]\n" if separator != "[\n" else "[]\n")
    (folder / CONFIG).write_text(_config(facts), encoding="utf-8")
    return ()


def _task(article: Row, rows: dict[str, tuple[tuple[Column, ...], list[Row]]]) -> dict[str, Any]:
    result = [
        part
        for table, (columns, found) in rows.items()
        for place, row in enumerate(found)
        for part in _region(article, table, place, columns, row)
    ]
    return {"data": article, "predictions": [{"model_version": "congressx", "result": result}]}


def _region(article: Row, table: str, place: int, columns: tuple[Column, ...], row: Row) -> Iterator[dict[str, Any]]:
    """The region of a row and the values of its own fields; what else the row says is in `meta`."""
    name = f"{table}-{place}"
    span = {"start": row["start"], "end": row["stop"], "text": article["text"][row["start"] : row["stop"]]}
    kept = {column: row[column] for column in sorted(_OF_EVERY_FACT - _SPAN) if column in row}
    yield {
        "id": name, "from_name": _LABELS, "to_name": "text", "type": "labels",
        "value": {**span, "labels": [table]}, "score": row["confidence"], "meta": kept,
    }  # fmt: skip
    for column in columns:
        if column.name in _OF_EVERY_FACT or row[column.name] is None or row[column.name] == []:
            continue
        control, value = _answer(column, row[column.name])
        yield {
            "id": name, "from_name": f"{table}_{column.name}", "to_name": "text", "type": control,
            "value": {**span, control: value},
        }  # fmt: skip


def _answer(column: Column, value: Any) -> tuple[str, Any]:
    control = _control(column)
    if control == "number":
        return control, value
    given = value if isinstance(value, list) else [value]
    return control, [str(item).lower() if isinstance(item, bool) else as_json(item) for item in given]


def _control(column: Column) -> str:
    if column.values or column.kind == "boolean":
        return "choices"
    return "number" if column.kind in {"integer", "number"} else "textarea"


def _config(facts: dict[str, tuple[Column, ...]]) -> str:
    labels = "\n".join(
        f"    <Label value={quoteattr(table)} background={quoteattr(_COLOURS[place % len(_COLOURS)])}/>"
        for place, table in enumerate(facts)
    )
    controls = "\n".join(
        _control_tag(table, column)
        for table, columns in facts.items()
        for column in columns
        if column.name not in _OF_EVERY_FACT
    )
    return (
        '<View>\n  <Style>.htx-text { white-space: pre-wrap; }</Style>\n  <Header value="$title"/>\n'
        f'  <Labels name="{_LABELS}" toName="text">\n{labels}\n  </Labels>\n'
        f'  <Text name="text" value="$text" granularity="symbol"/>\n{controls}\n</View>\n'
    )


def _control_tag(table: str, column: Column) -> str:
    control = _control(column)
    common = (
        f'name="{table}_{column.name}" toName="text" perRegion="true" whenTagName="{_LABELS}" whenLabelValue="{table}"'
    )
    shown = f'visibleWhen="region-selected" whenTagName="{_LABELS}" whenLabelValue="{table}"'
    head = f'  <View {shown}><Header value="{column.name}" size="5"/>'
    if control == "choices":
        several = ' choice="multiple"' if column.kind == "array" else ' choice="single-radio"'
        words = column.values or ("true", "false")
        choices = "".join(f"<Choice value={quoteattr(word)}/>" for word in words)
        return f"{head}<Choices {common}{several}>{choices}</Choices></View>"
    if control == "number":
        return f"{head}<Number {common}/></View>"
    several = "" if column.kind == "array" else ' maxSubmissions="1"'
    return f'{head}<TextArea {common} editable="true"{several}/></View>'
