"""Terms where a sentence says them; the grammar is `vietnamese/terms.py`."""

from __future__ import annotations

from collections.abc import Iterator

from congressx.document import Document, Sentence
from congressx.engine import Answer, Doubt, Draft, Finder
from congressx.vietnamese.terms import find_terms


def _terms(sentence: Sentence, document: Document) -> Iterator[Answer]:
    for term in find_terms(sentence.folded, sentence.cased):
        if term.reason is not None:
            yield Doubt(f"no term of office has these years ({term.reason})", term.span)
        else:
            yield Draft({"start_year": term.start, "end_year": term.end, "label": term.label}, term.span, term.span)


def _with_years(sentence: Sentence, document: Document) -> Iterator[Answer]:
    return (answer for answer in _terms(sentence, document) if not _is_label_only(answer))


def _label_only(sentence: Sentence, document: Document) -> Iterator[Answer]:
    return (answer for answer in _terms(sentence, document) if _is_label_only(answer))


def _is_label_only(answer: Answer) -> bool:
    return isinstance(answer, Draft) and answer.value["start_year"] is None


RULES = (
    # nhiệm kỳ 2020 – 2025 · khóa XII, nhiệm kỳ 2016-2021 · lần thứ X (nhiệm kỳ 2015-2020)
    Finder("terms.years", _with_years, cues=("nhiệm k", "nk", "khóa", "lần")),
    # Trung ương 4 khóa XII · HĐND tỉnh khóa 9 · trong nhiệm kỳ IX
    Finder("terms.label", _label_only, cues=("khóa", "nhiệm k")),
)
