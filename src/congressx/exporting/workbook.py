"""An Excel workbook: a sheet a table, typed columns, and no cell that is run as a formula."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex
from pydantic import BaseModel

from congressx.dictionary import Column, columns_of
from congressx.exporting.cells import starts_formula
from congressx.exporting.opening import PublishedTables, Row

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

AUTHOR = "congressx"
ROWS = 1_048_576
"""Rows of a sheet, the header included."""
CHARACTERS = 32_767
"""What a cell holds, in UTF-16 code units."""
_CUT = " […]"
_FIRST_DAY = dt.date(1900, 3, 1)
"""Days before it are other days in Excel, whose February 1900 has 29."""
_DIGITS = 999_999_999_999_999
"""The largest whole number of which Excel keeps every digit."""

_ILLEGAL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters no XML file may hold."""
_ESCAPE = regex.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""In a workbook `_x0041_` is an A; written like this it stays what it is."""

_WIDTHS = {"integer": 10, "number": 14, "boolean": 10, "date": 12, "array": 30, "string": 22}
_WIDE = {"quote": 60, "sentence": 60, "text": 60, "detail": 60, "title": 40, "name": 30, "raw": 40, "indicator": 36}
_WRAPPED = frozenset({"quote", "sentence", "detail"})


def write_workbook(tables: PublishedTables, path: Path) -> tuple[str, ...]:
    """Writes all tables, and a last sheet `about` that says what the sheets are and what cells could not hold."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    notes: list[str] = []
    for table, record in tables.records.items():
        notes += _Sheets(book, table, record).write(tables)
    _write_about(book, tables, notes)
    book.properties.creator = AUTHOR
    book.properties.lastModifiedBy = AUTHOR
    book.save(path)
    return tuple(notes)


def is_own_workbook(path: Path) -> bool:
    """Whether a workbook is as we wrote it: whoever saves it writes another name there."""
    from openpyxl import load_workbook

    try:
        with path.open("rb") as file:  # by name it wants to see a suffix
            properties = load_workbook(file, read_only=True).properties
    except Exception:  # whatever it is, we did not write it
        return False
    return (properties.creator, properties.lastModifiedBy) == (AUTHOR, AUTHOR)


class _Sheets:
    """The sheets of one table: a second begins where the first is full."""

    def __init__(self, book: Workbook, table: str, record: type[BaseModel]) -> None:
        self._book = book
        self._table = table
        self._columns = columns_of(record)
        self._told: Counter[str] = Counter()
        self._count = 0
        self._pens: list[_Pen] = []

    def write(self, tables: PublishedTables) -> list[str]:
        """Writes the rows and answers what cells could not hold, in sentences."""
        sheet, free = self._begin(tables.count(self._table))
        for row in tables.rows(self._table):
            if not free:
                sheet, free = self._begin(tables.count(self._table))
            sheet.append(list(self._cells(row)))
            free -= 1
        if self._count > 1:
            self._told[f"are on {self._count} sheets, for a sheet has {ROWS:,} rows"] += tables.count(self._table)
        return [f"{self._table}: {count} {what}" for what, count in self._told.items()]

    def _begin(self, rows: int) -> tuple[WriteOnlyWorksheet, int]:
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        here = min(rows - self._count * (ROWS - 1), ROWS - 1)
        self._count += 1
        number = f" ({self._count})" if self._count > 1 else ""
        sheet = self._book.create_sheet(f"{self._table[:24]}{number}")
        sheet.freeze_panes = "A2"
        for place, column in enumerate(self._columns, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = _WIDE.get(column.name, _WIDTHS[column.kind])
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._columns))}{here + 1}"
        header = [_text(sheet, column.name) for column in self._columns]
        for cell in header:
            cell.font = Font(bold=True)
        sheet.append(header)
        self._pens = [_Pen(sheet, column) for column in self._columns]
        return sheet, ROWS - 1

    def _cells(self, row: Row) -> Iterator[WriteOnlyCell | None]:
        for column, pen in zip(self._columns, self._pens, strict=True):
            value = row[column.name]
            if value is None:
                yield None
            elif (kind := _kind(value)) is not None:
                yield pen.filled(pen.value, value, kind)
            else:
                text = self._held("; ".join(value) if isinstance(value, list) else str(value))
                yield pen.filled(pen.guarded if starts_formula(text) else pen.text, _escaped(text), "s")

    def _held(self, text: str) -> str:
        """The text without what a cell cannot hold; what was left out is counted."""
        clean = _ILLEGAL.sub("", text)
        if clean != text:
            self._told["cells had control characters, which a workbook cannot hold; they were left out"] += 1
        short = _shortened(clean)
        if short != clean:
            self._told[f"texts were longer than the {CHARACTERS:,} characters of a cell; they end with{_CUT}"] += 1
        return short


class _Pen:
    """The cells of a column, which are written at once and filled anew for every row: styles are slow to make."""

    def __init__(self, sheet: WriteOnlyWorksheet, column: Column) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment

        self.value, self.text, self.guarded = (WriteOnlyCell(sheet) for _ in range(3))
        if column.kind == "date":
            self.value.number_format = "yyyy-mm-dd"
        if column.name in _WRAPPED:
            for cell in (self.text, self.guarded):
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        self.guarded.quotePrefix = True  # text also after somebody edits it

    @staticmethod
    def filled(cell: WriteOnlyCell, value: Any, kind: str) -> WriteOnlyCell:
        """The cell with a value of a given type; the setter of the library would guess one."""
        cell._value, cell.data_type = value, kind
        return cell


def _kind(value: Any) -> str | None:
    """The type of a cell that holds the value exactly, None where only text does."""
    if isinstance(value, bool):
        return "b"
    if isinstance(value, int):
        return "n" if abs(value) <= _DIGITS else None
    if isinstance(value, float):
        return "n" if math.isfinite(value) else None
    return "d" if isinstance(value, dt.date) and value >= _FIRST_DAY else None


def _text(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    """A cell of ours that is text."""
    from openpyxl.cell import WriteOnlyCell

    return _Pen.filled(WriteOnlyCell(sheet), _escaped(text), "s")


def _escaped(text: str) -> str:
    return _ESCAPE.sub("_x005F_", text)


def _shortened(text: str) -> str:
    """The text, cut where a cell is full.

    >>> len(_shortened("a" * 40_000)), _shortened("đ" * 3)
    (32767, 'đđđ')
    """
    units = text.encode("utf-16-le")
    if len(units) <= 2 * CHARACTERS:
        return text
    return units[: 2 * (CHARACTERS - len(_CUT))].decode("utf-16-le", errors="ignore") + _CUT


def _write_about(book: Workbook, tables: PublishedTables, notes: list[str]) -> None:
    sheet = book.create_sheet("about")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["C"].width = 20, 100
    sheet.append([_text(sheet, "sheet"), _text(sheet, "rows"), _text(sheet, "one row is")])
    for table, record in tables.records.items():
        said = " ".join((record.__doc__ or "").split())
        sheet.append([_text(sheet, table), tables.count(table), _text(sheet, said)])
    for note in notes:
        sheet.append([_text(sheet, "note"), None, _text(sheet, note)])
