"""Gazetteer phrases in other spacing are found and known by their entry."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.organisations import find_organisations
from congressx.vietnamese.phrases import Phrases, alternation, backward_alternation
from congressx.vietnamese.spelling import cased, fold


@pytest.mark.parametrize("name", ["organisation_heads.txt", "ministries.txt", "countable_nouns.txt", "not_heads.txt"])
def test_every_spelling_that_is_found_is_known(name: str) -> None:
    entry = [line.split("\t")[0] for line in entries(name)]
    phrases = Phrases(entry)
    for phrase in entry:
        assert phrases.plain(phrase) == phrase
        for spelling in {phrase, phrase.replace(" - ", "-"), phrase.replace(", ", " , "), phrase.replace(" & ", "&")}:
            stop = phrases.longest(spelling, 0)
            assert stop is not None
            assert phrases.plain(spelling[:stop]) in entry


@pytest.mark.parametrize(
    "text", ["Ban KT-NS HĐND tỉnh", "Ban VH-XH", "HĐND-UBND huyện Kim Sơn", "Đài PT-TH tỉnh", "Ban KT - NS"]
)
def test_heads_with_a_dash(text: str) -> None:
    assert find_organisations(cased(text), fold(text))


@given(
    some=st.lists(st.text("abc ", min_size=1, max_size=6), min_size=1, max_size=12), text=st.text("abc ", max_size=60)
)
@pytest.mark.parametrize("end", ["", r"(?!\p{L})"])
def test_letters_written_once_read_as_phrases_written_out(end: str, some: list[str], text: str) -> None:
    phrases = {" ".join(phrase.split()) for phrase in some} - {""}
    once, out = (regex.compile(f"(?:{write(phrases)}){end}") for write in (alternation, backward_alternation))
    assert [match.span() for match in once.finditer(text)] == [match.span() for match in out.finditer(text)]
