"""From rows or from the output folder to typed pandas frames."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import BaseModel

from congressx.errors import OutputError
from congressx.output import held, is_gone, place_of, publishing_state
from congressx.tables.schema import arrow_schema, vocabularies

_TRIES = 100

_DTYPES: dict[pa.DataType, object] = {
    pa.int64(): pd.Int64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
    pa.float64(): pd.Float64Dtype(),
    pa.string(): pd.StringDtype(),
}


class Tables(Mapping[str, pd.DataFrame]):
    """A frame for every table, by name or as an attribute: `tables["kpis"]`, `tables.kpis`.

    Closed vocabularies are categoricals, dates are datetime64, integers and booleans are nullable, lists stay lists.
    """

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self._frames = dict(frames)

    @classmethod
    def of_arrow(cls, tables: Mapping[str, pa.Table], records: Mapping[str, type[BaseModel]]) -> Tables:
        """Frames of tables in memory."""
        return cls({name: _frame(tables[name], record) for name, record in records.items()})

    @classmethod
    def of_folder(cls, folder: str | os.PathLike[str], records: Mapping[str, type[BaseModel]]) -> Tables:
        """Frames of the tables in an output folder; tables that a run with `--only` left out are absent.

        A run that was killed while it published is finished first, and a run that publishes meanwhile makes the reading
        begin again: the frames are always those of one run. Raises `OutputError` when the folder holds no tables.
        """
        folder = Path(folder)
        for _ in range(_TRIES):
            _finish(folder)
            before = publishing_state(folder)
            try:
                frames = _frames(folder, records)
            except FileNotFoundError:
                continue  # moved between looking and reading
            if publishing_state(folder) == before:
                return cls(frames)
        raise OutputError(f"{folder}: another run keeps publishing here; load again when it is done")

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self._frames[table]

    def __getattr__(self, table: str) -> pd.DataFrame:
        try:
            return self._frames[table]
        except KeyError:
            raise AttributeError(f"no table {table!r}; there are {', '.join(self._frames)}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._frames]

    def __repr__(self) -> str:
        return f"Tables({', '.join(f'{table}: {len(frame)} rows' for table, frame in self._frames.items())})"


def _finish(folder: Path) -> None:
    """Finishes the moves of a killed run; left to the run that holds the folder, or undone where nothing may be written."""
    if not publishing_state(folder)[0]:
        return
    with suppress(OutputError), held(folder):
        pass


def _frames(folder: Path, records: Mapping[str, type[BaseModel]]) -> dict[str, pd.DataFrame]:
    paths = {table: place_of(folder, f"{table}.parquet") for table in records}
    there = {t: path for t, path in paths.items() if path.exists() and not is_gone(folder, path.name)}
    if "articles" not in there:
        raise OutputError(f"{folder}: no tables here; run `congressx extract … --out {folder}` first")
    return {
        table: _frame(_of_this_version(pq.read_table(path), records[table], path), records[table])
        for table, path in there.items()
    }


def _of_this_version(table: pa.Table, record: type[BaseModel], path: Path) -> pa.Table:
    """The table, if its columns are those of its record."""
    if missing := set(arrow_schema(record).names) - set(table.column_names):
        told = f"{path}: written by another version of congressx ({', '.join(sorted(missing))} missing)"
        raise OutputError(f"{told}; run `congressx extract … --out {path.parent}` again")
    return table


def _frame(table: pa.Table, record: type[BaseModel]) -> pd.DataFrame:
    frame: pd.DataFrame = table.to_pandas(types_mapper=_DTYPES.get, date_as_object=False)
    for column, words in vocabularies(record).items():
        frame[column] = frame[column].astype(pd.CategoricalDtype(list(words)))
    return frame
