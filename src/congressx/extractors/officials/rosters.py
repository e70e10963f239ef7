"""Numbered lists of members: which sentences are items of one, and what heads it where the words above do not.

`… Trần Văn Lúa. Ban Bí thư (8 người):1. Lê Thị Gạo`, `II- ỦY VIÊN DỰ KHUYẾT` over the second half of a list.
"""

from __future__ import annotations

from congressx.document import Document, Sentence
from congressx.extractors.officials.bodies import find_committee
from congressx.extractors.officials.glued_numbers import numbers_in
from congressx.extractors.officials.offices import Office, TitleStatus
from congressx.extractors.officials.readings import HeldTitle, Naming, PersonReading, held_seat, rule_of_change
from congressx.extractors.officials.record import MeetingPart
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import fold

_ITEM = Pattern(r"\W*\d{1,3}\s?[.)/-]\s*\p{Lu}")
_FULL_MEMBERS = Pattern(r"[ivx]+\s?[.)-]\s*(?:ủy viên|đại biểu) chính thức\W*(?:\(?\d+ (?:người|đồng chí)\)?)?\W*")
"""Between `DANH SÁCH BAN CHẤP HÀNH` and the members."""
_ALTERNATES = Pattern(r"[\divx\W]*(?P<title>ủy viên dự khuyết)\W*(?:\(?\d+ (?:người|đồng chí)\)?)?\W*")


def head_in_line(sentence: Sentence, document: Document) -> PersonReading | None:
    """What a list is headed with that begins in the middle of a line: `… Trần Văn Lúa. Ban Bí thư (8 người):1. Lê Thị Gạo`."""
    for number in numbers_in(sentence, document):
        if number.of(sentence.text) == "1" and sentence.text[: number.start].strip():
            seat = find_committee(sentence, heading=True, stop=number.start)
            titles = (held_seat(sentence, seat),) if seat else ()
            parts = (MeetingPart.ELECTED,) if seat else ()
            return PersonReading(Naming.HEAD, "", number, number, titles=titles, parts=parts)
    return None


def is_item(sentence: Sentence, document: Document) -> bool:
    """Whether the sentence is an item of a numbered list, or heads its first part."""
    if _ITEM.match(sentence.text) or _FULL_MEMBERS.fullmatch(sentence.folded):
        return True
    return bool(numbers_in(sentence, document))


def head_of_alternates(sentence: Sentence, document: Document) -> PersonReading | None:
    """What a list under `II- ỦY VIÊN DỰ KHUYẾT` is headed with; a sentence above tells how many alternates were elected."""
    if not _ITEM.match(sentence.text) or not sentence.paragraph:
        return None
    heading = fold(document.quote(document.sections[sentence.paragraph - 1].span))
    if len(heading) > 60 or not _ALTERNATES.fullmatch(heading):
        return None
    for above in reversed(document.sentences[: sentence.index]):
        if (at := above.folded.find("ủy viên dự khuyết")) >= 0:
            span = Span(at, at + len("ủy viên dự khuyết"))
            title = HeldTitle(
                Office.CENTRAL_COMMITTEE_ALTERNATE, None, span.of(above.text), TitleStatus.ELECTED,
                rule_of_change(TitleStatus.ELECTED), span, above.index,
            )  # fmt: skip
            whole = Span(0, len(sentence.text))
            return PersonReading(Naming.HEAD, "", whole, whole, titles=(title,), parts=(MeetingPart.ELECTED,))
    return None
