"""Decisions on their way into the output folder: a later one about the same row takes the place of an earlier."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import JsonValue, ValidationError

from congressx.errors import InputError, OutputError
from congressx.output import cannot_write, held
from congressx.review.content import EVERY_ROW, Content, digest, same_content
from congressx.review.decisions import Decision, Seen, Verdict, file_of, in_words
from congressx.review.places import occurrence_of
from congressx.review.stored import DECISIONS, Stored
from congressx.span import Span

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(slots=True)
class Stocktaking:
    """What storing did."""

    new: int = 0
    replaced: int = 0
    withdrawn: int = 0
    as_they_were: int = 0
    """Stored before, word for word, or taken back though never stored."""
    older: int = 0
    """Decided before what is stored about the same row, so left out."""
    kept: int = 0
    """Decisions in the folder now."""
    articles: set[str] = field(default_factory=set)
    """Whose decisions changed."""
    unknown_articles: set[str] = field(default_factory=set)
    """Decided about, but not in the tables of the folder."""


def store(folder: str | os.PathLike[str], decisions: Iterable[Decision]) -> Stocktaking:
    """Merges decisions into `<folder>/decisions.json`, which is replaced whole or not at all.

    Raises `OutputError` when the folder has no tables, cannot be written or is held by another run, `InputError` when the file that
    is there is broken.
    """
    folder = Path(folder)
    if not (folder / "articles.parquet").exists() and not (folder / ".publishing").exists():
        raise OutputError(f"{folder}: no tables here; name the folder that `congressx extract` wrote with --out")
    with held(folder):
        path = folder / DECISIONS
        stock = _Stock(_stored_decisions(folder))
        incoming = sorted(decisions, key=lambda decision: decision.decided_at)
        tables = _Tables(folder, incoming)
        for decision in incoming:
            stock.take(tables.with_seen(decision))
        stock.done.unknown_articles = {d.article_id for d in incoming if d.article_id not in tables.texts}
        if stock.done.articles:
            try:
                _write(path, stock.content())
            except OSError as error:
                raise cannot_write(folder, error) from error
        return stock.done


def _stored_decisions(folder: Path) -> list[Decision]:
    found = []
    stored = Stored.read(folder)
    for number, entry in enumerate(stored, 1):
        try:
            found.append(Decision.model_validate(entry))
        except ValidationError as error:
            raise InputError(
                f"{stored.path}: the decision no. {number} by article ({entry['article_id']}) is not valid: {in_words(error)}; "
                "mend it or take it out",
                reason="invalid",
            ) from error
    return found


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.part")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


_Words = tuple[str, str, str, str]


class _Stock:
    """The stored decisions by the words they are about."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._by_words: defaultdict[_Words, list[Decision]] = defaultdict(list)
        for decision in decisions:
            self._by_words[_words(decision)].append(decision)
        self.done = Stocktaking(kept=sum(map(len, self._by_words.values())))

    def take(self, decision: Decision) -> None:
        """Takes in one decision, which may replace or take back another."""
        about = self._by_words[_words(decision)]
        earlier = next((other for other in about if _same_row(other, decision)), None)
        if earlier is None:
            if decision.verdict is Verdict.WITHDRAW:
                self.done.as_they_were += 1
                return
            about.append(decision)
            self.done.new += 1
            self.done.kept += 1
        elif not self._replace(about, earlier, _about_the_first_row(decision, earlier)):
            return
        self.done.articles.add(decision.article_id)

    def _replace(self, about: list[Decision], earlier: Decision, decision: Decision | None) -> bool:
        if decision is None or _is_the_same(earlier, decision):
            self.done.as_they_were += 1
            return False
        if decision.decided_at < earlier.decided_at:
            self.done.older += 1
            return False
        about.remove(earlier)
        if decision.verdict is Verdict.WITHDRAW:
            self.done.withdrawn += 1
            self.done.kept -= 1
        else:
            about.append(decision)
            self.done.replaced += 1
        return True

    def content(self) -> bytes:
        """The file: by article, table and place, so that the same decisions are the same bytes whatever the order they came in."""
        every = [decision for about in self._by_words.values() for decision in about]
        return file_of(decision.as_json() for decision in sorted(every, key=_order))


def _words(decision: Decision) -> _Words:
    return decision.article_id, decision.table, decision.evidence.quote, decision.evidence.sentence


def _order(decision: Decision) -> tuple[Any, ...]:
    evidence = decision.evidence
    return (
        decision.article_id, decision.table, evidence.start, evidence.stop, digest(decision.row), evidence.sentence, evidence.quote,
        decision.decided_at,
    )  # fmt: skip


def _same_row(one: Decision, other: Decision) -> bool:
    """Whether two decisions about the same words mean the same row; the later may have been made about the corrected one."""
    if one.seen and other.seen and one.seen.occurrence and other.seen.occurrence:
        if one.seen.occurrence != other.seen.occurrence:
            return False
    elif one.evidence.start != other.evidence.start:
        return False
    return same_content(one.row, other.row) or (one.correction is not None and same_content(one.wanted, other.row))


def _about_the_first_row(decision: Decision, earlier: Decision) -> Decision | None:
    """A decision about a row that an earlier one corrected, as one about the row that the rules gave.

    None when it finds the corrected row right: that is what the earlier decision says.
    """
    if same_content(decision.row, earlier.row) or decision.verdict is Verdict.WITHDRAW:
        return decision
    if decision.verdict is Verdict.ACCEPT:
        return None
    correction: dict[str, JsonValue] | None = None
    if decision.verdict is Verdict.CORRECT:
        changed = {**(earlier.correction or {}), **(decision.correction or {})}
        correction = {
            name: value
            for name, value in changed.items()
            if not same_content({name: value}, {name: earlier.row.get(name)})
        }
    verdict = decision.verdict if correction or decision.verdict is Verdict.REJECT else Verdict.ACCEPT
    changes = {"row": earlier.row, "correction": correction or None, "verdict": verdict, "seen": earlier.seen}
    return decision.model_copy(update=changes)


def _is_the_same(one: Decision, other: Decision) -> bool:
    """Whether two decisions about the same row say the same, whenever they were made."""

    def told(decision: Decision) -> tuple[Any, ...]:
        return (
            decision.verdict,
            digest(decision.correction or {}),
            set(decision.correction or ()),
            decision.note.strip(),
        )

    return told(one) == told(other)


class _Tables:
    """What the published tables say of the articles that decisions are about."""

    def __init__(self, folder: Path, decisions: Sequence[Decision]) -> None:
        self._folder = folder
        self._articles = sorted({decision.article_id for decision in decisions})
        rows = self._read("articles", ["article_id", "text"])
        self.texts = {row["article_id"]: row["text"] for row in rows.to_pylist()} if rows is not None else {}
        self._rows: dict[str, dict[str, list[dict[str, Any]]]] = {}

    def with_seen(self, decision: Decision) -> Decision:
        """The decision with what stands around its row in the tables, unless it says so itself."""
        text = self.texts.get(decision.article_id)
        if text is None or decision.seen is not None:
            return decision
        occurrence = occurrence_of(text, decision.evidence)
        rows = self._of(decision.table, decision.article_id)
        own = next((row for row in rows if _is_row_of(decision, row)), None)
        others = [row for row in rows if row is not own]
        place = Span(decision.evidence.start, max(decision.evidence.start, decision.evidence.stop))
        beside = {digest(_own(row)) for row in others if Span(row["start"], row["stop"]).overlaps(place)}
        alone = own is not None and not any(same_content(decision.row, _own(row)) for row in others)
        seen = Seen(rule=own["rule"] if own else None, occurrence=occurrence, alone=alone, beside=tuple(sorted(beside)))
        return decision.model_copy(update={"seen": seen})

    def _of(self, table: str, article_id: str) -> list[dict[str, Any]]:
        if table not in self._rows:
            rows = self._read(table, None)
            by_article: dict[str, list[dict[str, Any]]] = {}
            for row in rows.to_pylist() if rows is not None else ():
                by_article.setdefault(row["article_id"], []).append(row)
            self._rows[table] = by_article
        return self._rows[table].get(article_id, [])

    def _read(self, table: str, columns: list[str] | None) -> pa.Table | None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        path = self._folder / f"{table}.parquet"
        if Path(table).name != table or not path.exists():
            return None
        try:
            return pq.read_table(path, columns=columns, filters=[("article_id", "in", self._articles)])
        except (OSError, pa.ArrowException) as error:
            raise OutputError(f"{path}: cannot be read ({error}); run `congressx extract --force` again") from error


def _is_row_of(decision: Decision, row: Mapping[str, Any]) -> bool:
    at = (row["start"], row["stop"]) == (decision.evidence.start, decision.evidence.stop)
    return at and row["quote"] == decision.evidence.quote and same_content(decision.row, _own(row))


def _own(row: Mapping[str, Any]) -> Content:
    """A row's own fields as JSON has them."""
    return {n: v.isoformat() if hasattr(v, "isoformat") else v for n, v in row.items() if n not in EVERY_ROW}
