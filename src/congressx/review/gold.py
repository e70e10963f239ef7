"""Reviewed articles as gold: `<article>.txt` with `<article>.json` beside it, as the annotation guideline writes them.

An article is complete when every one of its rows was decided about: what was not rejected is then all that its gold says.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import regex

from congressx.errors import OutputError
from congressx.output import Manifest, cannot_write, place_of
from congressx.review.content import EVERY_ROW
from congressx.review.stored import REVIEWED, Stored

LONGEST_QUOTE = 120
"""What the guideline allows."""

Row = Mapping[str, Any]


@dataclass(slots=True)
class Exported:
    """What became gold, and what did not."""

    complete: list[str] = field(default_factory=list)
    """Articles all of whose rows were decided about, by the name of their gold."""
    partial: list[str] = field(default_factory=list)
    """Articles with some rows that nobody decided about; written only when asked for."""
    records: int = 0
    edited: list[Path] = field(default_factory=list)
    """Gold that somebody changed by hand since it was exported, or that is none of ours: left as it is."""
    titles_left_out: int = 0
    """Reviewed titles in partly reviewed articles whose official was not reviewed."""
    not_replayed: int = 0
    """Articles with decisions that the tables do not know yet."""


def export_gold(
    folder: Path, to: Path, tables: Sequence[str], *, partial: bool = False, force: bool = False
) -> Exported:
    """Writes the reviewed articles of an output folder into the folder `to`; `tables` are all fact tables.

    Gold that was changed by hand since is left alone unless `force`. Raises `OutputError` when tables are missing or `to` cannot be
    written.
    """
    found = _Reviewed(folder, tables)
    done = Exported(not_replayed=_not_replayed(folder))
    try:
        for article in found.articles():
            rows = found.rows(article["article_id"])
            name = found.names[article["article_id"]]
            is_complete = all(row["reviewed"] for of_table in rows.values() for row in of_table)
            (done.complete if is_complete else done.partial).append(name)
            if is_complete or partial:
                kept = {t: [row for row in of if row["reviewed"]] for t, of in rows.items()}
                done.titles_left_out += _lone_titles(kept)
                _write(to, _gold(name, article, kept, is_complete), article["text"], done, force=force)
    except OSError as error:
        raise cannot_write(to, error) from error
    return done


class _Reviewed:
    """The articles somebody decided about, and their rows."""

    def __init__(self, folder: Path, tables: Sequence[str]) -> None:
        self._folder = folder
        self._tables = tables
        if missing := [table for table in ("articles", *tables) if not self._path(table).exists()]:
            raise OutputError(
                f"{folder}: no table {missing[0]} here; run `congressx extract … --out {folder}` without --only first"
            )
        self._ids = self._decided_about()
        self._rows = {t: _by_article(self._read(t, None, self._ids)) for t in tables} if self._ids else {}
        self.names = self._named()

    def articles(self) -> Iterable[Row]:
        columns = ["article_id", "title", "published", "text"]
        return self._read("articles", columns, self._ids).to_pylist() if self._ids else ()

    def rows(self, article_id: str) -> dict[str, list[Row]]:
        return {table: rows.get(article_id, []) for table, rows in self._rows.items()}

    def _path(self, table: str) -> Path:
        return place_of(self._folder, f"{table}.parquet")

    def _read(self, table: str, columns: list[str] | None, ids: list[str] | None = None) -> pa.Table:
        filters = None if ids is None else [("article_id", "in", ids)]
        try:
            return pq.read_table(self._path(table), columns=columns, filters=filters)
        except (OSError, pa.ArrowException) as error:
            raise OutputError(
                f"{self._path(table)}: cannot be read ({error}); run `congressx extract --force` again"
            ) from error

    def _decided_about(self) -> list[str]:
        ids: set[str] = set()
        for table in self._tables:
            rows = self._read(table, ["article_id", "reviewed"]).to_pylist()
            ids.update(row["article_id"] for row in rows if row["reviewed"])
        gone = self._read("rejections", ["article_id", "reason"]).to_pylist()
        ids.update(row["article_id"] for row in gone if row["reason"] == REVIEWED)
        return sorted(ids)

    def _named(self) -> dict[str, str]:
        """The name of an article's file where no other article has it, otherwise the article's identifier."""
        sources = self._read("articles", ["article_id", "source"]).to_pylist()
        stems = {row["article_id"]: Path(row["source"]).stem for row in sources}
        often = Counter(stems.values())
        return {
            article_id: stem if often[stem] == 1 and regex.fullmatch(r"[\w][\w .,()-]*", stem) else article_id
            for article_id, stem in stems.items()
        }


def _by_article(table: pa.Table) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in table.to_pylist():
        found[row["article_id"]].append(row)
    return dict(found)


def _not_replayed(folder: Path) -> int:
    decisions, manifest = Stored.read(folder), Manifest.read(folder)
    items = (item for entry in (manifest.inputs.values() if manifest else ()) for item in entry.items)
    return sum(item.reason is None and not decisions.are_in(item.article_id, item.key) for item in items)


# ---------------------------------------------------------------- the guideline's form


def _gold(name: str, article: Row, rows: Mapping[str, Sequence[Row]], is_complete: bool) -> dict[str, Any]:
    records: dict[str, Any] = {
        table: [_record(table, row) for row in of] for table, of in rows.items() if table != "titles"
    }
    for official, row in zip(records.get("officials", ()), rows.get("officials", ()), strict=True):
        titles = [title for title in rows.get("titles", ()) if title["name"] == row["name"]]
        official["titles"] = [_fields(title, but=("name",)) for title in titles]
        official["roles"] = list(row["roles"])
    head = {"article": name, "title": article["title"], "published": _plain(article["published"])}
    return head | records | {"review": {"state": "complete" if is_complete else "partial", "digest": _digest(records)}}


def _record(table: str, row: Row) -> dict[str, Any]:
    fields = _fields(row)
    if table == "meetings" and "term_start" in fields:
        fields["term"] = [fields.pop("term_start"), fields.pop("term_end")]
    if table == "terms":
        fields = {{"start_year": "start", "end_year": "end"}.get(name, name): value for name, value in fields.items()}
    return fields | {"quote": short_quote(row["quote"], row)}


def _fields(row: Row, but: Sequence[str] = ()) -> dict[str, Any]:
    own = ((name, _plain(value)) for name, value in row.items() if name not in EVERY_ROW and name not in but)
    return {name: value for name, value in own if value not in (None, [])}


def _plain(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _lone_titles(rows: Mapping[str, Sequence[Row]]) -> int:
    names = {row["name"] for row in rows.get("officials", ())}
    return sum(title["name"] not in names for title in rows.get("titles", ()))


def short_quote(quote: str, row: Row) -> str:
    """One line of at most 120 characters of the quote, with as much of what the row says as can be.

    >>> short_quote("Năm qua\\nthu 5 tỷ đồng", {"unit_text": "đồng"})
    'thu 5 tỷ đồng'
    """
    said = [value for name, value in row.items() if name not in EVERY_ROW and isinstance(value, str)]
    line = max(quote.split("\n"), key=lambda piece: _weight(piece, said))
    if len(line) <= LONGEST_QUOTE:
        return line.strip()
    starts = [0, *(match.end() for match in regex.finditer(r"\s+", line))]
    return max((_cut(line[start:]) for start in starts), key=lambda piece: _weight(piece, said))


def _cut(line: str) -> str:
    """The words from the start that are no longer than a quote may be."""
    if len(line) <= LONGEST_QUOTE:
        return line.strip()
    words = line[: LONGEST_QUOTE + 1].rsplit(None, 1)[0]
    return words[:LONGEST_QUOTE].strip()


def _weight(piece: str, said: Sequence[str]) -> tuple[int, int]:
    return sum(value in piece for value in said), len(regex.findall(r"\d+", piece))


# ---------------------------------------------------------------- files


def _write(to: Path, gold: Mapping[str, Any], text: str, done: Exported, *, force: bool) -> None:
    path = to / f"{gold['article']}.json"
    if not force and not _may_write(path, text):
        done.edited.append(path)
        return
    to.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".txt").write_text(text, encoding="utf-8", newline="\n")
    path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    done.records += sum(len(rows) for rows in gold.values() if isinstance(rows, list))


def _may_write(path: Path, text: str) -> bool:
    """Whether nothing stands there, or only what was exported and not changed since. An article itself is never replaced."""
    if path.exists():
        return _is_as_exported(path)
    article = path.with_suffix(".txt")
    return not article.exists() or article.read_bytes() == text.encode()


def _is_as_exported(path: Path) -> bool:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        records = {name: rows for name, rows in gold.items() if isinstance(rows, list)}
        return bool(gold["review"]["digest"] == _digest(records))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _digest(records: Mapping[str, Any]) -> str:
    told = json.dumps(records, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
