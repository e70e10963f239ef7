"""What rows of an article are to one another, put right after decisions: titles to their official, facts to their meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from congressx.document import Document
from congressx.engine import FactRecord, Mention
from congressx.linking import MEETINGS, attach_meetings
from congressx.records.validation import meeting_id
from congressx.review.content import content_of
from congressx.review.decisions import Decision
from congressx.review.rows import Row
from congressx.span import Span

OFFICIALS, TITLES = "officials", "titles"

__all__ = ["MEETINGS", "OFFICIALS", "TITLES", "former_names", "settle_meetings", "settle_persons"]


def former_names(decisions: Iterable[Decision]) -> dict[str, list[str]]:
    """By corrected name of an official, the names the rules read: a title of the person was shown under the corrected one."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for decision in decisions:
        if decision.table == OFFICIALS and decision.correction and "name" in decision.correction:
            found[str(decision.correction["name"])].append(str(decision.row.get("name")))
    return dict(found)


def settle_persons(rows: Sequence[Row], renamed: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    """Titles follow the corrected name of their official; one whose official is gone goes too and is handed out to be told."""
    standing = {_name(row.record) for row in rows if row.table == OFFICIALS and row.stands}
    now = {old: new for new, olds in renamed.items() if new in standing for old in olds if old not in standing}
    for row in rows:
        if row.table != TITLES or not row.stands:
            continue
        row.record = row.record.model_copy(update={"name": now.get(_name(row.record), _name(row.record))})
        if _name(row.record) not in standing:
            row.stands = False
            yield row


def settle_meetings(document: Document, rows: Sequence[Row]) -> None:
    """Facts of a rejected meeting have none; one that was restored, or got another role, takes the facts that are its own."""
    if not document.sentences or not any(row.decided for row in rows):
        return
    everything = any(_is_changed(row) for row in rows if row.table == MEETINGS)
    rejected = [row for row in rows if row.table == MEETINGS and row.rejected]
    standing = [row for row in rows if row.stands]
    linked = attach_meetings(document, [_mention(document, row) for row in (*standing, *rejected)])
    ids = {row.record.meeting_id for row in standing if row.table == MEETINGS}
    for row, mention in zip(standing, linked, strict=False):
        if row.table != MEETINGS and (everything or row.restored):
            found = None if mention.meeting is None else meeting_id(document, mention.meeting)
            row.record = row.record.model_copy(update={"meeting_id": found if found in ids else None})


def _is_changed(row: Row) -> bool:
    role = content_of(row.record).get("role")
    return not row.stands or row.restored or role != row.content.get("role")


def _mention(document: Document, row: Row) -> Mention:
    sentence = document.sentence_at(row.span.start)
    value: dict[str, object] = {"role": content_of(row.record).get("role")}
    focus = row.span
    if row.table == MEETINGS and row.record.meeting_id is not None:
        focus = Span(int(row.record.meeting_id.rpartition("/")[2]), row.span.stop)
    return Mention(row.table, row.record.rule, row.span, focus, sentence.index if sentence else 0, value)


def _name(record: FactRecord) -> str:
    return str(content_of(record)["name"])
