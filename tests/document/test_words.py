"""Our words are underthesea's, to the boundary; where they are reckoned in another way, that way is held against the original."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import joblib
import pytest
import underthesea.pipeline.word_tokenize as package
from underthesea.pipeline.word_tokenize.regex_tokenize import patterns

from congressx.document.document import read_words
from congressx.document.reading import body_document
from congressx.document.words import door, words
from congressx.document.words.chunks import simple_tokens
from congressx.document.words.crfsuite import UnknownModelError, read_model
from congressx.document.words.segmenter import Segmenter
from congressx.document.words.stock import MODEL, segmenter, stock_words
from congressx.document.words.weights import KNOWN_TEMPLATES, weights_of

MODEL_FOLDER = Path(package.__file__).parent / "models" / MODEL


@pytest.fixture(scope="module")
def parity() -> ModuleType:
    sys.path.insert(0, str(Path(__file__).parents[2] / "development"))
    import parity

    sys.path.pop(0)
    return parity


@pytest.fixture
def other_evaluator(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    door._evaluator.cache_clear()
    yield monkeypatch
    door._evaluator.cache_clear()


def spelled(text: str) -> list[str]:
    return [text[start:stop] for start, stop in words([text])[0]]


def listed(sentences: list[str]) -> list[list[list[int]]]:
    return [found.tolist() for found in words(sentences)]


def test_words_of_the_projects_articles_are_underthesea_s(parity: ModuleType, raw: Path) -> None:
    lines = [line for file in sorted(raw.glob("*.txt")) for line in file.read_text(encoding="utf-8").split("\n")]
    assert list(parity.differences(lines)) == []


def test_words_of_odd_sentences_are_underthesea_s(parity: ModuleType) -> None:
    assert list(parity.differences(list(parity.odd_sentences(500, seed=7)))) == []


@pytest.mark.parametrize("end", ["", " ", "\n", "\n\n", " \n", "\u00a0"])
@pytest.mark.parametrize("start", ["", " ", "Đảng bộ xã Tân Hòa ", "Trụ sở UBND. "])
@pytest.mark.parametrize("last", ["G.", "UBND.", "TP.", ":D", "v.v.", "nhiệm kỳ.", "ĐẢNG", ""])
def test_the_end_of_a_sentence_is_read_as_underthesea_reads_it(
    parity: ModuleType, start: str, last: str, end: str
) -> None:
    assert list(parity.differences([start + last + end])) == []


@pytest.mark.parametrize("blank", ["\x1c", "\x1f", "\x85", "\u00a0", "\u2002", "\u2028", "\u3000", "\t", "\n", "  "])
def test_offsets_hold_whatever_blank_parts_the_words(blank: str) -> None:
    assert spelled(f"{blank}hội nghị{blank}bế mạc{blank}") == ["hội nghị", "bế mạc"]


def test_offsets_count_in_the_text_as_written_when_letters_are_decomposed() -> None:
    assert spelled("đa\u0323i ho\u0302\u0323i, ho\u0302\u0323i nghi\u0323") == [
        "đa\u0323i ho\u0302\u0323i",
        ",",
        "ho\u0302\u0323i nghi\u0323",
    ]
    text = "ðảng bô\u0323, (đa\u0323i hội)"
    assert stock_words(text).tolist() == words([text])[0].tolist()


@pytest.mark.parametrize("sentences", [[], [""], ["", " "], ["", "Khai mạc", "", "Bế mạc", ""]])
def test_sentences_may_be_empty(sentences: list[str]) -> None:
    assert listed(sentences) == [stock_words(sentence).tolist() if sentence else [] for sentence in sentences]


def test_simple_chunks_fall_into_the_tokenizers_own_tokens(parity: ModuleType) -> None:
    chunks = {chunk for sentence in parity.odd_sentences(3000, seed=3) for chunk in sentence.split()}
    for chunk in sorted(chunks):
        if found := simple_tokens(chunk):
            assert found == [(m.group(), m.start(), m.end()) for m in patterns.finditer(f"{chunk} ")], chunk


def test_plain_tokens_are_answered_as_the_featurizer_answers(parity: ModuleType) -> None:
    tokens = (evaluator := segmenter())._tokens
    texts = {token for sentence in parity.odd_sentences(2000, seed=5) for token, _, _ in evaluator._tokenize(sentence)}
    texts.update(map(chr, range(33, 127)))
    for token in sorted({*texts, *(text.upper() for text in texts), *(text.title() for text in texts)}):
        assert tokens.answers(token) == tokens._ask(token), token


def test_forgetting_changes_nothing(parity: ModuleType) -> None:
    sentences = list(parity.odd_sentences(300, seed=9))
    remembering = segmenter()
    forgetting = Segmenter(remembering._weights, remembering._tokenize, remembering._ask, most=20)
    whole = remembering.segment(sentences)
    parts = [forgetting.segment(sentences[start : start + 10]) for start in range(0, 300, 10)]
    assert whole.offsets.tolist() == [offset for part in parts for offset in part.offsets.tolist()]
    assert len(forgetting._chunks) < 200


def test_a_tie_is_left_to_underthesea(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(door, "TIE", float("inf"))
    monkeypatch.setattr(door, "stock_words", lambda sentence: asked.append(sentence) or stock_words(sentence))
    assert spelled("Đại hội bế mạc") == ["Đại hội", "bế mạc"]
    assert asked == ["Đại hội bế mạc"]


@pytest.mark.parametrize("templates", [KNOWN_TEMPLATES | {"T[0].is_name"}, KNOWN_TEMPLATES - {"T[0]"}])
def test_other_templates_are_not_evaluated(templates: frozenset[str]) -> None:
    with pytest.raises(UnknownModelError, match=r"T\[0\]"):
        weights_of(read_model(MODEL_FOLDER / "models.bin"), templates, frozenset())


def test_a_file_of_another_format_is_not_evaluated(tmp_path: Path) -> None:
    (tmp_path / "models.bin").write_bytes(b"lCRF" + bytes(100))
    for file in (tmp_path / "models.bin", tmp_path / "none.bin"):
        with pytest.raises(UnknownModelError, match=r"(models|none)\.bin"):
            read_model(file)


def test_underthesea_itself_segments_where_the_model_is_not_known(other_evaluator: pytest.MonkeyPatch) -> None:
    load = joblib.load
    other_evaluator.setattr(
        joblib, "load", lambda file: [*load(file), "T[3]"] if file.name == "features.bin" else load(file)
    )
    assert door._evaluator() is None
    assert spelled("Đại hội bầu Ban Chấp hành") == ["Đại hội", "bầu", "Ban Chấp hành"]


def test_words_of_many_sentences_are_those_of_each() -> None:
    text = "Đại hội bầu Ban Chấp hành khóa mới. Hội nghị bế mạc chiều cùng ngày."
    at_once, alone = (body_document(text).sentences for _ in range(2))
    read_words(at_once)
    assert [sentence.words for sentence in at_once] == [sentence.words for sentence in alone]
    assert [span.of(at_once[1].text) for span in at_once[1].words][:2] == ["Hội nghị", "bế mạc"]


def test_no_model_is_loaded_before_words_are_asked_for() -> None:
    code = "import congressx.document, sys; print([m for m in ('underthesea', 'joblib', 'numpy') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
