"""Decisions about an article, replayed on the rows that its rules give now.

A decision finds its row by what the row says and by the words it stands on. An accepted or corrected row that the rules no longer give
is restored; it holds until somebody decides otherwise. A decision whose words are gone changes nothing and is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from congressx.corpus.names import printable
from congressx.document import Document, SectionKind
from congressx.engine import FactRecord
from congressx.engine.record import Reviewed
from congressx.records import RejectionRecord
from congressx.records.confidence import confidence_of
from congressx.records.validation import meeting_id
from congressx.review.content import Content, content_of, digest, same_content, saying
from congressx.review.decisions import Decision, Verdict, fault_of, in_words
from congressx.review.places import place_of_words
from congressx.review.relations import MEETINGS, OFFICIALS, TITLES, former_names, settle_meetings, settle_persons
from congressx.review.rows import Row
from congressx.review.stored import INVALID, REVIEWED, STALE
from congressx.span import Span

Facts = Sequence[tuple[str, FactRecord]]


@dataclass(slots=True)
class Replayed:
    """The facts of an article as people decided about them, and what became of the rest."""

    facts: Facts
    rejections: list[RejectionRecord] = field(default_factory=list)


def replay(
    document: Document, facts: Facts, entries: Iterable[Mapping[str, Any]], records: Mapping[str, type[FactRecord]]
) -> Replayed:
    """The facts after every decision in `entries` that is about one of the tables of `records`."""
    return _Replay(document, facts, records).done(entries)


@dataclass(slots=True)
class _Task:
    """A decision, where its words stand, and the row it was found to be about."""

    decision: Decision
    place: Span
    row: Row | None = None
    doubles: list[Row] = field(default_factory=list)
    """Rows that say the same from the same words: nobody can mean one of them only."""
    already: bool = False
    """The rules read by now what the correction says."""


class _Replay:
    def __init__(self, document: Document, facts: Facts, records: Mapping[str, type[FactRecord]]) -> None:
        self._document = document
        self._records = records
        self._rows = [Row(table, record) for table, record in facts]
        self._told: list[RejectionRecord] = []

    def done(self, entries: Iterable[Mapping[str, Any]]) -> Replayed:
        tasks = [task for entry in entries if (task := self._task(entry)) is not None]
        self._match(tasks)
        renamed = former_names(task.decision for task in tasks)
        self._match(tasks, renamed)
        for task in tasks:
            self._apply(task)
        for row in settle_persons(self._rows, renamed):
            reason = INVALID if row.decided else REVIEWED
            self._tell(
                row.table, row, reason, "no official of this name stands in the article: rejected, or no longer read"
            )
        settle_meetings(self._document, self._rows)
        return Replayed([(row.table, row.record) for row in self._rows if row.stands], self._told)

    def _task(self, entry: Mapping[str, Any]) -> _Task | None:
        try:
            decision = Decision.model_validate(entry)
        except ValidationError as error:
            told = f"a decision in decisions.json is not valid ({in_words(error)}); mend it there or take it out"
            self._tell(str(entry.get("table")), None, INVALID, told)
            return None
        if decision.table not in self._records or decision.verdict is Verdict.WITHDRAW:
            return None  # a run with --only leaves the table out
        if fault := fault_of(decision, self._records):
            self._tell_unfulfilled(decision, INVALID, f"{fault}; decide again in the report page")
            return None
        occurrence = decision.seen.occurrence if decision.seen else None
        place = place_of_words(self._document.text, decision.evidence, occurrence)
        if place is None:
            told = "the words it was made about are not in the article; decide again in the report page, or withdraw it"
            self._tell_unfulfilled(decision, STALE, told)
            return None
        return _Task(decision, place)

    # ------------------------------------------------------------ which row a decision is about

    def _match(self, tasks: Sequence[_Task], renamed: Mapping[str, Sequence[str]] | None = None) -> None:
        """The best first, for all decisions: a row on the very words, then one on some of them; then what was corrected long since."""
        for says in (_decided, _corrected):
            for near in (_at, _over):
                for task in tasks:
                    if task.row is None and (content := says(task.decision)) is not None:
                        task.row = self._row(task, [content, *_named(task.decision, content, renamed)], near)
                        task.already = task.row is not None and says is _corrected
                        self._claim(task)

    def _claim(self, task: _Task) -> None:
        """Nobody else decides about the row that was found, nor about its doubles."""
        if task.row is None:
            return
        task.row.decided = True
        same = (row for row in self._rows if row.table == task.row.table and row.span == task.row.span)
        task.doubles = [row for row in same if not row.decided and same_content(row.content, task.row.content)]
        for row in task.doubles:
            row.decided = True

    def _row(self, task: _Task, contents: Sequence[Content], near: Callable[[Span, Span], bool]) -> Row | None:
        free = (row for row in self._rows if row.table == task.decision.table and not row.decided)
        here = (row for row in free if near(row.span, task.place))
        return next((row for row in here if any(same_content(content, row.content) for content in contents)), None)

    # ------------------------------------------------------------ what a decision does

    def _apply(self, task: _Task) -> None:
        verdict = task.decision.verdict
        if task.row is None:
            if verdict is not Verdict.REJECT:
                self._restore(task)
            return
        for row in (task.row, *task.doubles):
            if verdict is Verdict.REJECT:
                row.stands, row.rejected = False, True
                self._tell_rejected(row, _noted("rejected", task.decision))
            elif verdict is Verdict.CORRECT and not task.already:
                self._correct(task, row)
            else:
                row.mark(Reviewed.ACCEPTED)

    def _correct(self, task: _Task, row: Row) -> None:
        try:
            corrected = saying(row.record, task.decision.correction or {})
        except ValidationError as error:
            told = f"the corrected row is not valid: {in_words(error)}; decide again in the report page"
            self._tell_unfulfilled(task.decision, INVALID, told)
            return
        twin = self._row(task, [content_of(corrected)], _over)
        if twin is not None:
            self._set_aside(twin, "says the same as a row beside it that was corrected")
        row.record = corrected
        row.mark(Reviewed.CORRECTED)

    def _restore(self, task: _Task) -> None:
        """The row as it was decided on, though the rules do not give it; what they give in its stead goes."""
        decision = task.decision
        corrected = decision.verdict is Verdict.CORRECT
        try:
            record = self._record(decision, task.place)
        except ValidationError as error:
            told = f"the row would not be valid: {in_words(error)}; decide again in the report page"
            self._tell_unfulfilled(decision, INVALID, told)
            return
        restored = Row(decision.table, record, decided=True, restored=True)
        for row in self._rows:
            if row.table == decision.table and not row.decided and _is_in_stead(row, restored, task):
                self._set_aside(row, "stands in the stead of a row that was accepted or corrected")
        restored.mark(Reviewed.CORRECTED if corrected else Reviewed.ACCEPTED)
        self._rows.insert(self._position(restored), restored)

    def _record(self, decision: Decision, place: Span) -> FactRecord:
        record = self._records[decision.table]
        known = {field.alias or name for name, field in record.model_fields.items()}
        rule = (decision.seen and decision.seen.rule) or f"{decision.table}.reviewed"
        sentence, section = self._around(decision, place)
        return record.model_validate(
            {
                **{name: value for name, value in decision.wanted.items() if name in known},
                "article_id": self._document.article_id,
                "meeting_id": self._meeting_id(decision, place),
                "start": place.start,
                "stop": place.stop,
                "quote": self._document.quote(place),
                "sentence": sentence,
                "section": section,
                "rule": rule,
                "confidence": confidence_of(decision.table, rule),
            }
        )

    def _meeting_id(self, decision: Decision, place: Span) -> str | None:
        """A meeting's own, from where its name stands in the words; that of another fact is found when all rows are settled."""
        if decision.table != MEETINGS:
            return None
        name = str(decision.row.get("name") or "")
        return meeting_id(self._document, place.start + max(0, self._document.quote(place).find(name)))

    def _around(self, decision: Decision, place: Span) -> tuple[str, SectionKind]:
        sentence = self._document.sentence_at(place.start)
        if sentence is not None and sentence.span.contains(place):
            return sentence.text, sentence.section
        sections = (s.kind for s in self._document.sections if s.span.start <= place.start < s.span.stop)
        return decision.evidence.sentence, next(sections, SectionKind.BODY)

    def _position(self, restored: Row) -> int:
        """After the last row of its table that stands before it, so that a table's rows keep the order of their words."""
        same = [n for n, row in enumerate(self._rows) if row.table == restored.table]
        before = [n for n in same if self._rows[n].span <= restored.span]
        if before:
            return before[-1] + 1
        return same[0] if same else len(self._rows)

    # ------------------------------------------------------------ what is told

    def _set_aside(self, row: Row, why: str) -> None:
        row.stands = False
        self._tell_rejected(row, why)

    def _tell_rejected(self, row: Row, why: str) -> None:
        self._tell(row.table, row, REVIEWED, why)

    def _tell_unfulfilled(self, decision: Decision, reason: str, why: str) -> None:
        detail = f"{_noted(decision.verdict, decision)} of “{decision.evidence.quote}”: {why}"
        self._tell(decision.table, None, reason, detail)

    def _tell(self, table: str, row: Row | None, reason: str, detail: str) -> None:
        stood = {name: getattr(row.record, name) for name in ("rule", "start", "stop", "quote")} if row else {}
        blank = {"rule": None, "start": None, "stop": None, "quote": None}
        source, article_id = printable(self._document.source), self._document.article_id
        told = {"source": source, "article_id": article_id, "kind": table, "reason": reason, "detail": detail}
        self._told.append(RejectionRecord.model_validate({**blank, **stood, **told}))


def _decided(decision: Decision) -> Content | None:
    return decision.row


def _corrected(decision: Decision) -> Content | None:
    return decision.wanted if decision.verdict is Verdict.CORRECT else None


def _at(row: Span, place: Span) -> bool:
    return row == place


def _over(row: Span, place: Span) -> bool:
    return row.overlaps(place)


def _named(decision: Decision, content: Content, renamed: Mapping[str, Sequence[str]] | None) -> list[Content]:
    """The same title under the names that rules read for a person whose name was corrected since."""
    if decision.table != TITLES or not renamed:
        return []
    return [{**content, "name": name} for name in renamed.get(str(content.get("name")), ())]


def _is_in_stead(row: Row, restored: Row, task: _Task) -> bool:
    """Whether a row that nobody decided about is what the rules make of the restored row by now: it says the same from other words,
    or something new from the same words, or it is the same person, or the article's main meeting.
    """
    seen = task.decision.seen
    says_it = same_content(task.decision.row, row.content) or same_content(restored.content, row.content)
    if seen is not None and seen.alone and says_it:
        return True
    if row.span.overlaps(task.place) and (
        same_content(restored.content, row.content) or (seen is not None and digest(row.content) not in seen.beside)
    ):
        return True
    if row.table == OFFICIALS:
        return bool(row.content.get("name") == restored.content.get("name"))
    both_main = row.content.get("role") == "main" == restored.content.get("role")
    return row.table == MEETINGS and (both_main or row.span.start == restored.span.start)


def _noted(what: str, decision: Decision) -> str:
    note = f": {' '.join(decision.note.split())}" if decision.note.strip() else ""
    return f"{what} in review on {decision.decided_at.date().isoformat()}{note}"
