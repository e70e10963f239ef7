"""From rows or from the output folder to typed pandas frames."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import BaseModel

from congressx.errors import OutputError
from congressx.tables.schema import arrow_schema, vocabularies

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
    def of_rows(cls, rows: Mapping[str, Sequence[BaseModel]], records: Mapping[str, type[BaseModel]]) -> Tables:
        """Frames of rows in memory."""
        return cls({table: _frame(as_arrow(rows[table], record), record) for table, record in records.items()})

    @classmethod
    def of_folder(cls, folder: str | os.PathLike[str], records: Mapping[str, type[BaseModel]]) -> Tables:
        """Frames of the tables in an output folder; tables that a run with `--only` left out are absent.

        Raises `OutputError` when the folder holds no tables.
        """
        paths = {table: Path(folder) / f"{table}.parquet" for table in records}
        if not paths["articles"].exists():
            raise OutputError(f"{folder}: no tables here; run `congressx extract … --out {folder}` first")
        return cls({t: _frame(pq.read_table(paths[t]), record) for t, record in records.items() if paths[t].exists()})

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


def as_arrow(rows: Sequence[BaseModel], record: type[BaseModel]) -> pa.Table:
    """Rows of one table as Arrow, in the record's schema."""
    return pa.Table.from_pylist([row.model_dump(by_alias=True) for row in rows], schema=arrow_schema(record))


def _frame(table: pa.Table, record: type[BaseModel]) -> pd.DataFrame:
    frame: pd.DataFrame = table.to_pandas(types_mapper=_DTYPES.get, date_as_object=False)
    for column, words in vocabularies(record).items():
        frame[column] = frame[column].astype(pd.CategoricalDtype(list(words)))
    return frame
