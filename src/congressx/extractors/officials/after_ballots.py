"""Those whom a list names behind a ballot or beside a winner: `Đại hội bầu 4 phó bí thư. … 4 phó bí thư gồm A, B`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from congressx.document import Document
from congressx.engine import Mention
from congressx.extractors.officials.gathering import Said
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.offices import Office, TitleStatus
from congressx.extractors.officials.readings import COUNTED, HeldTitle, as_won
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.same_titles import is_same_body
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold

_SENTENCES_BACK = 3
_VOTE = Pattern(r"(?<!(?:sẽ|để|việc)\s)(?<!\p{L})bầu(?!\s+cử)(?!\p{L})(?P<offices>[^.;]*)")
_NO_RESULT = Pattern(
    r"(?<!\p{L})(?:hiện|hiện nay|hiện tại|đang|sẽ|đương nhiệm|cũ|trước|không|chưa|vắng|thiếu)(?!\p{L})"
)
_PUT_FORWARD = Pattern(any_of("puts forward"))
"""`ba ủy viên (A, B và C) được đại hội |đề cử|`: nobody of them has won."""
_END_OF_CLAUSE = Pattern(rf";|\.(?!\S)|,(?=\s+\p{{Ll}})(?!\s+{any_of('address')})")
"""The comma of a list of persons ends no clause: `hai ủy viên là ông A|,| bà B được đề cử`."""


def after_ballot(said: Said, won: Sequence[HeldTitle], document: Document) -> Said:
    """`Đại hội đã bầu Bí thư và 4 phó bí thư. … 4 phó bí thư gồm A, B`: they were elected."""
    reading = said.reading
    if not any(
        title.rule == COUNTED and (_was_voted(title, document) or _goes_with_chief(title, won, document))
        for title in reading.titles
    ):
        return said
    titles = tuple(as_won(title) if title.rule == COUNTED else title for title in reading.titles)
    parts = tuple(dict.fromkeys((*reading.parts, MeetingPart.ELECTED)))
    return replace(said, reading=replace(reading, titles=titles, parts=parts))


_WON_BY = frozenset({"elected", "re_elected", "consulted"})


def with_rosters(said: Sequence[Said], elections: Iterable[Mention]) -> list[Said]:
    """`Bí thư: A; Phó Bí thư: B`: where elections say that one of a roster was elected, all were."""
    won = (election.value["persons"] for election in elections if election.value["act"] in _WON_BY)
    names = {fold(name) for persons in won for name in persons}
    rosters = {one.sentence for one in said if one.reading.labelled and fold(one.reading.name) in names}
    return [_of_winner(one) if one.reading.labelled and one.sentence in rosters else one for one in said]


def _of_winner(said: Said) -> Said:
    """With the office in front of the name as one that was won."""
    reading = said.reading
    titles = tuple(
        as_won(title) if title.status is TitleStatus.CURRENT and title.span.start < reading.span.start else title
        for title in reading.titles
    )
    return replace(said, reading=replace(reading, titles=titles, parts=(*reading.parts, MeetingPart.ELECTED)))


def _was_voted(title: HeldTitle, document: Document) -> bool:
    """Whether the sentences just before tell that the office was voted on."""
    own = document.sentences[title.sentence].folded
    if _NO_RESULT.search(own, 0, title.span.start) or _is_put_forward(title, document):
        return False
    office = fold(title.raw.removesuffix(title.org or "")).strip()
    near = document.sentences[max(0, title.sentence - _SENTENCES_BACK) : title.sentence]
    votes = (vote for s in near if s.section.is_prose and "bầu" in s.folded for vote in _VOTE.finditer(s.folded))
    return any(_names_office(vote["offices"], office) for vote in votes)


def _is_put_forward(title: HeldTitle, document: Document) -> bool:
    """Whether the clause of the title says so, not another: `… đều trúng cử, từ danh sách |ứng cử| gồm 5 người`."""
    sentence = document.sentences[title.sentence]
    ends = [end.start() for end in _END_OF_CLAUSE.finditer(sentence.cased)]
    start = max((end for end in ends if end < title.span.start), default=0)
    stop = min((end for end in ends if end >= title.span.stop), default=len(sentence.folded))
    return _PUT_FORWARD.search(sentence.folded, start, stop) is not None


_CHIEFS = {Office.VICE_CHAIRPERSON: Office.CHAIRPERSON, Office.DEPUTY_SECRETARY: Office.SECRETARY}


def _goes_with_chief(title: HeldTitle, won: Sequence[HeldTitle], document: Document) -> bool:
    """`HĐND bầu A làm Chủ tịch. Hai Phó Chủ tịch là B và C`: whoever is named beside the chief just elected was elected too."""
    chief = _CHIEFS.get(title.office)
    around = document.sentences[title.sentence].folded[: title.span.stop + 20]
    if chief is None or _NO_RESULT.search(around):
        return False
    return any(
        other.office is chief and title.sentence - other.sentence in (0, 1) and is_same_body(other.org, title.org)
        for other in won
    )


def _names_office(text: str, office: str) -> bool:
    """Whether the office stands in the text, and not only that of the deputy."""
    return f" {office}" in text.replace(f"phó {office}", "")
