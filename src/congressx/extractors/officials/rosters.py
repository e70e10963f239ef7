"""Lists of members whose lines ran together: `1. Lê Thị Gạo, Bí thư2. Trần Văn Lúa, Chủ tịch3. …`.

The number of the next member stands directly behind what is said of the one before: `Quân khu 718.` is `Quân khu 7` and 18.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from congressx.document import Document, Sentence
from congressx.extractors.officials.bodies import find_committee
from congressx.extractors.officials.offices import Office, TitleStatus
from congressx.extractors.officials.readings import HeldTitle, Naming, PersonReading, held_seat
from congressx.extractors.officials.record import MeetingPart
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import fold

_GLUED = Pattern(r"[\p{L}\d]2\. ?\p{Lu}")
_NUMBER = Pattern(r"(?P<digits>\d{1,4})(?P<mark>\s?[.)-])?\s{0,2}(?=\p{Lu})")
_FEWEST = 3
_ITEM = Pattern(r"\W*\d{1,3}\s?[.)/-]\s*\p{Lu}")
_FULL_MEMBERS = Pattern(r"[ivx]+\s?[.)-]\s*(?:ủy viên|đại biểu) chính thức\W*(?:\(?\d+ (?:người|đồng chí)\)?)?\W*")
"""Between `DANH SÁCH BAN CHẤP HÀNH` and the members."""
_ALTERNATES = Pattern(r"[\divx\W]*(?P<title>ủy viên dự khuyết)\W*(?:\(?\d+ (?:người|đồng chí)\)?)?\W*")


@lru_cache(maxsize=4)
def glued_numbers(text: str) -> tuple[Span, ...]:
    """Where the numbers of such lists stand, without the mark behind them.

    >>> text = "1. Lê Thị Gạo, Chính ủy Quân khu 72. Trần Văn Lúa, Bí thư3. Bùi Thị Lan"
    >>> [text[number.start - 3 : number.stop] for number in glued_numbers(text)[1:]]
    ['u 72', 'thư3']
    """
    if not _GLUED.search(text):
        return ()
    return tuple(
        number for line in _lines(text) if _GLUED.search(text, line.start, line.stop) for number in _run(text, line)
    )


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)


def _run(text: str, line: Span) -> list[Span]:
    """The numbers of one line that count up from 1, once more for each list in it."""
    found: list[Span] = []
    run: list[Span] = []
    for match in _NUMBER.finditer(text, line.start, line.stop):
        stop, wanted = match.end("digits"), str(len(run) + 1)
        glued = match.start() > line.start and text[match.start() - 1].isalpha()
        if match["digits"] == wanted and (match["mark"] or glued):
            run.append(Span(match.start(), stop))
        elif match["digits"].endswith(wanted) and match["mark"] and run:
            run.append(Span(stop - len(wanted), stop))
        elif match["digits"] == "1" and match["mark"]:
            found += run if len(run) >= _FEWEST else []
            run = [Span(match.start(), stop)]
    return found + run if len(run) >= _FEWEST else found


def _numbers_in(sentence: Sentence, document: Document) -> list[Span]:
    """Those glued amid a sentence, as spans in it."""
    return [
        number.shifted(-sentence.span.start)
        for number in glued_numbers(document.text)
        if sentence.span.start < number.start < sentence.span.stop
    ]


def parted(sentence: Sentence, document: Document) -> Sentence:
    """The sentence with a semicolon in place of each number that is glued to what stands before."""
    cased, folded = sentence.cased, sentence.folded
    for number in _numbers_in(sentence, document):
        mark = ";".ljust(len(number))
        cased, folded = (text[: number.start] + mark + text[number.stop :] for text in (cased, folded))
    return sentence if cased is sentence.cased else replace(sentence, cased=cased, folded=folded)


def item_starts(sentence: Sentence, document: Document) -> frozenset[int]:
    """Where the words of an item begin in the sentence, next to those of its own beginning."""
    text = sentence.text
    stops = (number.stop for number in _numbers_in(sentence, document))
    return frozenset(len(text) - len(text[stop:].lstrip(" .)-")) for stop in stops)


def head_in_line(sentence: Sentence, document: Document) -> PersonReading | None:
    """What a list is headed with that begins in the middle of a line: `… Trần Văn Lúa. Ban Bí thư (8 người):1. Lê Thị Gạo`."""
    for number in _numbers_in(sentence, document):
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
    return bool(_numbers_in(sentence, document))


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
                "officials.title_elected", span, above.index,
            )  # fmt: skip
            whole = Span(0, len(sentence.text))
            return PersonReading(Naming.HEAD, "", whole, whole, titles=(title,), parts=(MeetingPart.ELECTED,))
    return None
