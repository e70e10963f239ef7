"""What a verb of election leads to, whether or not its sentence tells the result: `tiến hành bầu Ban Chấp hành`.

The result follows: `Kết quả, 15 đồng chí trúng cử`, or a list of lines behind a colon.
"""

from __future__ import annotations

from itertools import pairwise

from congressx.document import Document, Sentence
from congressx.extractors.elections.events import COMMITTEES, WORKING
from congressx.extractors.elections.moods import is_done
from congressx.extractors.elections.pieces import Kind, Piece, read_pieces
from congressx.extractors.elections.record import Act
from congressx.extractors.elections.telling import is_filler
from congressx.patterns import Pattern
from congressx.vietnamese.numerals import DIGITS, SPELLED
from congressx.vietnamese.spelling import phrase

RESULT_FOLLOWS = 4
"""Sentences between what was up for election and its result."""
_CHOOSES = (Act.ELECTED, Act.RE_ELECTED, Act.SUPPLEMENTARY, Act.CONSULTED)
_AND = Pattern(phrase(r"\s*(?:,|và|, và|cùng)\s*(?:(?:các|chức danh|chức vụ|chức)\s*)*"))
_ITEM = Pattern(r"\s*(?:\d{1,2}\s*[.)/-]|[-+*•◦·»>✅✔🔹▪➢]+)\s*")
_NUMBER = Pattern(phrase(rf"(?<!\p{{L}})(?:{DIGITS}|{SPELLED})(?: đồng chí| người)?(?!\p{{L}})"))
_LONGEST_LIST = 20


def up_for_election(sentence: Sentence) -> list[Piece]:
    """The bodies and offices that a verb of election leads to, and those joined to them."""
    if not any(verb in sentence.folded for verb in ("bầu", "chọn", "hiệp thương")):
        return []
    slots: list[Piece] = []
    pieces = [p for p in read_pieces(sentence.cased, sentence.folded) if p.kind is not Kind.COUNT]
    for before, slot in pairwise(pieces):
        if slot.kind not in (Kind.OFFICE, Kind.BODY) or slot.body is None:
            continue
        gap = _NUMBER.sub("", sentence.folded[before.span.stop : slot.span.start])
        chosen = before.kind is Kind.ACT and before.act in _CHOOSES and is_filler(gap)
        joined = bool(slots) and before is slots[-1] and _AND.fullmatch(gap) is not None
        if chosen or joined:
            slots.append(slot)
    return _of_the_organisation(slots, sentence.folded)


_TALLY = ("ban kiểm phiếu", "tổ kiểm phiếu", "ban bầu cử")


def _of_the_organisation(slots: list[Piece], folded: str) -> list[Piece]:
    """Without those who run the meeting beside others, and each committee once: `kiện toàn cấp ủy, bầu Đảng ủy viên`."""
    lasting = [s for s in slots if s.body not in WORKING and (s.head or s.span).of(folded) not in _TALLY]
    kept: list[Piece] = []
    for slot in lasting or slots:
        if not any(slot.body in COMMITTEES and slot.body is other.body for other in kept):
            kept.append(slot)
    return kept


_DUE = Pattern(phrase(r"[\s:(]*(?:(?:khóa|nhiệm kỳ) (?:mới|tới)\s*)?(?:(?:dự kiến|số lượng|gồm|gồm có|có|là|với)\s*)*"))


def planned_sizes(sentence: Sentence) -> list[tuple[Piece, int]]:
    """The committees a sentence gives a number of members right behind: `Ban Chấp hành khóa mới dự kiến có 15 đồng chí`."""
    pieces = [p for p in read_pieces(sentence.cased, sentence.folded) if p.kind is not Kind.HAS]
    return [
        (body, count.number)
        for body, count in pairwise(pieces)
        if body.kind is Kind.BODY
        and body.body in COMMITTEES
        and not body.voice
        and count.kind is Kind.COUNT
        and count.voice
        and count.number
        and _DUE.fullmatch(sentence.folded, body.span.stop, count.span.start)
    ]


def put_up_before(document: Document, index: int, reach: int = RESULT_FOLLOWS) -> tuple[Sentence, list[Piece]] | None:
    """The last sentence shortly before `index` that puts anything up for election, and what it puts up."""
    for sentence in reversed(document.sentences[max(0, index - reach) : index]):
        slots = up_for_election(sentence)
        if slots:
            return sentence, slots
    return None


def named_before(document: Document, index: int) -> tuple[Sentence, Piece] | None:
    """The one body or office that a sentence shortly before `index` puts up for election."""
    found = put_up_before(document, index)
    return (found[0], found[1][0]) if found and len(found[1]) == 1 else None


def act_of_list(document: Document, index: int) -> Act | None:
    """The act of the heading whose list holds the line `index`: `kỳ họp bầu:`, then one line a person."""
    if item_start(document, document.sentences[index]) is None:
        return None
    for sentence in reversed(document.sentences[max(0, index - _LONGEST_LIST) : index]):
        if sentence.folded.rstrip().endswith(":"):
            return _act_done(sentence)
        if item_start(document, sentence) is None:
            return None
    return None


def item_start(document: Document, sentence: Sentence) -> int | None:
    """Where in the sentence the words of a list item begin, behind `1.` or `-`; None for a line without such a mark.

    The mark stands in the sentence, or before it when the layout has taken it off.
    """
    mark = _ITEM.match(sentence.folded)
    if mark is not None:
        return mark.end()
    before = document.text[document.text.rfind("\n", 0, sentence.span.start) + 1 : sentence.span.start]
    return 0 if _ITEM.fullmatch(before) else None


def _act_done(sentence: Sentence) -> Act | None:
    """The last act of the sentence, when it tells of something done."""
    acts = [p for p in read_pieces(sentence.cased, sentence.folded) if p.kind is Kind.ACT]
    if not acts or acts[-1].act in ("none", Act.DISMISSED):
        return None
    before, after = sentence.folded[: acts[-1].span.start], sentence.folded[acts[-1].span.stop :]
    return Act(acts[-1].act) if is_done(before, after, aimed=acts[-1].act == Act.APPOINTED) else None
