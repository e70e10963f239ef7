"""The data dictionary as a page of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import BaseModel

from congressx.dictionary.columns import Column, columns_of, key_of
from congressx.dictionary.vocabulary import Vocabulary, words_of

Examples = Mapping[tuple[str, str], str]
"""An example by (table, column)."""

_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "date": "date",
    "array": "list of texts",
}


def tables_page(records: Mapping[str, type[BaseModel]], shared: type[BaseModel], examples: Examples) -> str:
    """The page of all tables. The columns of `shared`, which every table of facts has, are told once."""
    facts = [table for table, record in records.items() if issubclass(record, shared)]
    common = {column.name for column in columns_of(shared)}
    told: set[Vocabulary] = set()
    parts = [_opening(records, common), _common(shared, facts, examples, told)]
    for table, record in records.items():
        left_out = common if table in facts else set()
        own = [column for column in columns_of(record) if column.name not in left_out]
        parts.append(_table(table, record, own, examples, told, with_common=table in facts))
    return "\n".join(parts)


def _opening(records: Mapping[str, type[BaseModel]], common: Iterable[str]) -> str:
    names = "\n".join(f"| [`{table}`](#{table}) | {_cell(_doc(record))} |" for table, record in records.items())
    return (
        "# Tables\n\n"
        "<!-- Written by `make dictionary` from the record models; change those, not this page. -->\n\n"
        "One Parquet file a table. Every offset counts code points (Unicode characters) of `articles.text` from 0, `start` "
        "included, `stop` not. Dates are ISO; a date of which only a part is known is text: `2018-03`, `--05-28`. Numbers "
        "have their magnitude words multiplied out. Texts are copied from the article with blanks squeezed. An empty field "
        "means: the article does not say it, or says it in a way no rule is sure of.\n\n"
        "The same for programs: `datapackage.json` beside the tables, and `congressx schema TABLE`.\n\n"
        "| table | one row is |\n|---|---|\n" + names + "\n"
    )


def _common(shared: type[BaseModel], facts: list[str], examples: Examples, told: set[Vocabulary]) -> str:
    taken = {
        column.name: next((examples[table, column.name] for table in facts if (table, column.name) in examples), "")
        for column in columns_of(shared)
    }
    lines = [_line(column, taken[column.name]) for column in columns_of(shared)]
    said = ", ".join(f"`{table}`" for table in facts)
    return (
        "## Columns of every table of facts\n\n"
        f"{said} have these columns besides their own. Rows of one article stand together, in the order of the articles.\n\n"
        + _HEAD + "\n".join(lines) + "\n" + _vocabularies(columns_of(shared), told)
    )  # fmt: skip


_HEAD = "| column | type | unit | what it says | example |\n|---|---|---|---|---|\n"


def _table(  # noqa: PLR0913, PLR0917 — one parameter a part of the section
    table: str,
    record: type[BaseModel],
    own: list[Column],
    examples: Examples,
    told: set[Vocabulary],
    with_common: bool,
) -> str:
    key = ", ".join(f"`{name}`" for name in key_of(record))
    keyed = f"Key: {key}." if key else "Key: none; one place may say several things, so only all columns name a row."
    also = " It has the [columns of every table of facts](#columns-of-every-table-of-facts) too." if with_common else ""
    lines = [_line(column, examples.get((table, column.name), "")) for column in own]
    return f"## {table}\n\nOne row: {_doc(record)} {keyed}{also}\n\n{_HEAD}" + "\n".join(lines) + "\n" + _vocabularies(
        own, told
    )  # fmt: skip


def _line(column: Column, example: str) -> str:
    kind = _TYPES[column.kind] + (", may be empty" if column.nullable else "")
    says = column.description
    if column.reference:
        says += f" → `{'.'.join(column.reference)}`"
    if column.vocabulary:
        says += f" Words: [{column.vocabulary.name}](#{column.vocabulary.name.lower()})."
    shown = f"`{_cell(example)}`" if example else ""
    return f"| `{column.name}` | {kind} | {column.unit or ''} | {_cell(says)} | {shown} |"


def _vocabularies(columns: Iterable[Column], told: set[Vocabulary]) -> str:
    parts: list[str] = []
    for column in columns:
        if column.vocabulary is None or column.vocabulary in told:
            continue
        told.add(column.vocabulary)
        lines = [
            f"| `{word.value}` | {_cell(word.meaning)} | {_cell(word.triggers)} |"
            for word in words_of(column.vocabulary)
        ]
        parts.append(
            f"\n### {column.vocabulary.name}\n\n{column.vocabulary.doc}\n\n"
            "| word | meaning | Vietnamese that says so |\n|---|---|---|\n" + "\n".join(lines) + "\n"
        )
    return "".join(parts)


def _doc(thing: type) -> str:
    return " ".join((thing.__doc__ or "").split())


def _cell(words: str) -> str:
    """Words as they can stand in a cell of a Markdown table.

    >>> _cell("a|b\\nc")
    'a\\\\|b c'
    """
    return " ".join(words.split()).replace("|", "\\|")
