"""The same rows with the gate and without it, and no pattern spared that would have matched."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from congressx.corpus import read_article
from congressx.document import Document, Sentence, read_document
from congressx.document.reading import body_document
from congressx.extractors import all_extractors
from congressx.patterns import Cues, Pattern
from congressx.patterns.gate import GATE, Gate, Guarded
from congressx.patterns.requirements import SpelledClause
from congressx.pipeline import read_facts

RAW = Path(__file__).parent.parent.parent / "data" / "raw"
_WORDS = (  # noqa: SIM905
    "Sáng 28/5 Đảng bộ Sở Y tế tổ chức Đại hội lần thứ XII nhiệm kỳ 2020 - 2025 đồngchí Trần Văn Lúa , Bí thư Huyện ủy ; "
    "bầu 15 đồng chí vào Ban Chấp hành ( 100% phiếu ) Đ/c Lê An được bầu giữ chức Chủ tịch UBND xã kết nạp 24 đảng viên "
    "mới đạt 98,5 % kế hoạch thu nhập bình quân 45 triệu đồng/người/năm : Nghị quyết số 05-NQ/TW Huân chương \" ſ K İ . "
    "55/58 đại biểu dự hội nghị tổng kết năm ông Nam cho biết Hội Nông dân có 3 chi bộ trực thuộc tặng Bằng khen"
).split(" ")  # fmt: skip


def _generated(count: int) -> str:
    chance = random.Random(7)
    joints = (" ", " ", " ", " ", " ", ", ", "", " - ", "; ")
    lines = []
    for _ in range(count):
        words = (chance.choice(_WORDS) for _ in range(chance.randint(4, 40)))
        line = "".join(word + chance.choice(joints) for word in words)
        lines.append(line.upper() if chance.random() < 0.1 else line)
    return "\n".join(lines)


def _documents() -> Iterator[Document]:
    for path in sorted(RAW.glob("*.txt"))[::3]:
        yield read_document(read_article(str(path)))
    yield body_document(_generated(25))


@pytest.fixture(scope="module")
def documents() -> Sequence[Document]:
    return tuple(_documents())


def test_rows_are_the_same_without_the_gate(documents: Sequence[Document], monkeypatch: pytest.MonkeyPatch) -> None:
    extractors = all_extractors()
    guarded = [read_facts(document, extractors) for document in documents]
    monkeypatch.setattr(GATE, "closed", False)
    assert [read_facts(document, extractors) for document in documents] == guarded


def test_no_pattern_is_spared_where_it_matches(documents: Sequence[Document]) -> None:
    gate = Gate()
    known = [_Watched(pattern) for pattern in GATE.announced if isinstance(pattern, Pattern)]
    assert len(known) > 500
    for watched in known:
        gate.announce(watched)
    sentences = _some_sentences(documents)
    gate.open_document((sentence.folded, sentence.cased) for sentence in sentences)
    for sentence in sentences:
        missing = gate.missing(sentence.folded)
        for watched in known:
            if watched.needs & missing:
                compiled = watched.pattern.compiled
                assert compiled.search(sentence.folded) is None, (watched.pattern.pattern, sentence.folded)
                assert compiled.search(sentence.cased) is None, (watched.pattern.pattern, sentence.cased)


def _some_sentences(documents: Sequence[Document]) -> list[Sentence]:
    sentences = [sentence for document in documents for sentence in document.sentences]
    return random.Random(3).sample(sentences, min(len(sentences), 60))


class _Watched:
    def __init__(self, pattern: Pattern) -> None:
        self.pattern, self.needs = pattern, 0

    def required(self) -> Iterable[SpelledClause]:
        return self.pattern.required()

    def guard(self, needs: int) -> None:
        self.needs = needs


def _gate(*guarded: Guarded, sentence: str) -> Gate:
    gate = Gate()
    gate.closed = True
    for each in guarded:
        gate.announce(each)
    gate.open_document([(sentence.lower(), sentence)])
    return gate


def test_a_piece_of_the_sentence_is_judged_by_the_sentence() -> None:
    cue = Cues(["nghị quyết"])
    sentence = "Đại hội bầu ban chấp hành"
    gate = _gate(cue, sentence=sentence)
    assert gate.missing(sentence.lower()) & cue.needs
    assert gate.missing("bầu ban") & cue.needs


@pytest.mark.parametrize("piece", ["ầu ban", "bầu b", "một câu khác"])
def test_pieces_of_words_and_other_texts_are_not_judged(piece: str) -> None:
    cue = Cues(["nghị quyết"])
    sentence = "Đại hội bầu ban chấp hành"
    gate = _gate(cue, sentence=sentence)
    gate.missing(sentence.lower())
    assert not gate.missing(piece)


def test_a_search_that_ends_inside_a_word_is_not_judged() -> None:
    cue = Cues(["nghị quyết"])
    sentence = "Đại hội bầu ban"
    gate = _gate(cue, sentence=sentence)
    assert gate.missing(sentence.lower(), 0, 7) & cue.needs
    assert not gate.missing(sentence.lower(), 0, 6)


def test_texts_with_odd_letters_are_not_judged() -> None:
    cue = Cues(["nghị quyết"])
    assert not _gate(cue, sentence="đại hội ſ").missing("đại hội ſ")


def test_with_the_gate_off_nothing_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONGRESSX_GATE", "off")
    gate = Gate()
    cue = Cues(["nghị quyết"])
    gate.announce(cue)
    gate.open_document([("đại hội", "Đại hội")])
    assert not gate.missing("đại hội")


def test_every_pattern_compiles() -> None:
    all_extractors()
    for pattern in GATE.announced:
        if isinstance(pattern, Pattern):
            assert pattern.compiled.pattern == pattern.pattern


class _Literal:
    def __init__(self, literal: str) -> None:
        self.literal, self.needs = literal, 0

    def is_read(self) -> bool:
        return True

    def required(self) -> Iterable[SpelledClause]:
        return (frozenset({(self.literal, False)}),)

    def guard(self, needs: int) -> None:
        self.needs = needs


def test_patterns_met_later_are_read_ever_more_seldom() -> None:
    gate = Gate()
    gate.closed = True
    looks = set()
    met = [_Literal(f"chi bộ {'x' * number}") for number in range(100)]
    for literal in met:
        gate.announce(literal)
        gate.open_document([("đảng bộ xã", "Đảng bộ xã")])
        looks.add(sum(bool(known.needs) for known in met))
    assert len(looks) <= 8
    assert met[0].needs & gate.missing("đảng bộ xã")
    assert max(looks) >= 50
