"""congressx reads Vietnamese news about Party congresses, conferences and year-end reviews into tables.

import congressx

tables = congressx.extract("data/raw")      # a folder, a file, a list of them
tables = congressx.load("data/out")         # what `congressx extract` wrote
tables.kpis[["indicator", "value", "unit", "quote"]]
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from congressx.errors import CongressxError, InputError, OutputError
from congressx.span import Span

if TYPE_CHECKING:
    from congressx.tables.loading import Tables

__all__ = ["CongressxError", "InputError", "OutputError", "Span", "extract", "load"]
__version__ = "0.1.0"

logging.getLogger(__name__).addHandler(logging.NullHandler())  # whoever wants the log sets up logging


def extract(paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str], *, only: Sequence[str] = ()) -> Tables:
    """The tables of every article below `paths` (folders, files, glob patterns), in memory; nothing is written.

    `only` names the fact tables wanted (`["kpis", "terms"]`); empty means all. Files that could not be read are rows of
    `rejections`. Raises `CongressxError` for an unknown table.

    >>> tables = extract("data/raw/*.txt", only=["terms"])
    >>> list(tables)
    ['articles', 'sections', 'terms', 'rejections']
    """
    from congressx.pipeline import extract as extract_tables

    return extract_tables(paths, only=only)


def load(folder: str | os.PathLike[str]) -> Tables:
    """The tables that `congressx extract --out folder` wrote, as typed pandas frames.

    Closed vocabularies are categoricals, dates are datetime64, integers are nullable. Raises `OutputError` when there are none.
    """
    from congressx.pipeline import table_records
    from congressx.tables.loading import Tables

    return Tables.of_folder(folder, table_records())
