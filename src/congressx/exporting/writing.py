"""One export: from an output folder to a file or a folder in another format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from congressx.engine import FactRecord
from congressx.errors import CongressxError
from congressx.exporting.brat import write_brat
from congressx.exporting.database import is_own_database, write_database
from congressx.exporting.label_studio import write_label_studio
from congressx.exporting.opening import PublishedTables
from congressx.exporting.placing import Exported, file_at, folder_at
from congressx.exporting.text_files import write_csv, write_json_lines
from congressx.exporting.workbook import is_own_workbook, write_workbook


@dataclass(frozen=True, slots=True)
class _Format:
    write: Callable[[PublishedTables, Path], tuple[str, ...]]
    """Writes to a file, or into an empty folder, and answers what the format could not hold."""
    suffix: str
    is_ours: Callable[[Path], bool] | None = None
    """Of a format that is one file: whether a file is as we wrote it."""
    annotations: bool = False
    """Whether it is a format of texts with facts in them: articles are always part of it."""


_FORMATS = {
    "xlsx": _Format(write_workbook, ".xlsx", is_own_workbook),
    "csv": _Format(write_csv, "-csv"),
    "jsonl": _Format(write_json_lines, "-jsonl"),
    "sqlite": _Format(write_database, ".sqlite", is_own_database),
    "label-studio": _Format(write_label_studio, "-label-studio", annotations=True),
    "brat": _Format(write_brat, "-brat", annotations=True),
}
FORMATS = tuple(_FORMATS)


def default_target(folder: Path, form: str) -> Path:
    """Where an export goes that was not told: beside the output folder, `data/out.xlsx` or `data/out-csv`.

    >>> default_target(Path("data/out"), "xlsx").as_posix(), default_target(Path("data/out"), "brat").as_posix()
    ('data/out.xlsx', 'data/out-brat')
    """
    folder = folder if folder.name else folder.absolute()
    return folder.with_name(folder.name + _FORMATS[form].suffix)


def export(  # noqa: PLR0913 — one keyword for each thing a user may say of an export
    folder: Path,
    form: str,
    records: Mapping[str, type[BaseModel]],
    *,
    target: Path | None = None,
    only: Sequence[str] = (),
    force: bool = False,
) -> Exported:
    """Writes the tables of `folder`, or those named in `only`, in one of `FORMATS`; nothing is left behind by an export that fails.

    Raises `CongressxError` for a format or table that is not known, `OutputError` when there are no tables, when something stands at the
    target that is not as congressx wrote it (unless `force`), and when it cannot be written.
    """
    if form not in _FORMATS:
        raise CongressxError(f"--to {form}: no such format; known are {', '.join(FORMATS)}")
    chosen = _FORMATS[form]
    target = target or default_target(folder, form)
    wanted = ["articles", *only] if only and chosen.annotations and "articles" not in only else list(only)
    with PublishedTables(folder, records, wanted) as tables:
        place = (
            file_at(target, chosen.is_ours, force) if chosen.is_ours else folder_at(target, f"congressx {form}", force)
        )
        with place as path:
            notes = chosen.write(tables, path)
        written = [
            t
            for t, r in tables.records.items()
            if not chosen.annotations or t == "articles" or issubclass(r, FactRecord)
        ]
        return Exported(target, {table: tables.count(table) for table in written}, notes)
