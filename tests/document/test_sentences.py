"""Sentences without an end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from congressx.document.sentences import split_sentences


@pytest.mark.parametrize(
    "text", ["Lê Văn An, Bí thư Đảng ủy; " * 900, "đại hội " * 4000, "đ" * 20000, "a. " * 9000, "; " * 9000]
)
def test_an_endless_sentence_is_cut_into_pieces(text: str) -> None:
    spans = list(split_sentences(text))
    assert max(map(len, spans)) <= 1500
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")
    assert all(before.stop <= after.start for before, after in pairwise(spans))


def test_it_is_cut_after_a_semicolon() -> None:
    text = "Lê Văn An, Bí thư Đảng ủy; " * 900
    assert all(span.of(text).startswith("Lê") and span.of(text).endswith("ủy;") for span in split_sentences(text))


def test_comrades_that_are_counted_end_a_sentence() -> None:
    text = "Từ trần 31 đ/c. Năm 2010 đ/c. Lê Văn An nghỉ hưu."
    assert [span.of(text) for span in split_sentences(text)] == ["Từ trần 31 đ/c.", "Năm 2010 đ/c. Lê Văn An nghỉ hưu."]


def test_a_label_goes_on_behind_comrades_that_are_counted() -> None:
    text = "Chi ủy 03 đ/c. Bí thư: Lê Văn An."
    assert [span.of(text) for span in split_sentences(text)] == [text]
