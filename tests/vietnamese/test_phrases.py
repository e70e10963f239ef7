"""Gazetteer phrases in other spacing are found and known by their entry."""

from __future__ import annotations

import pytest

from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.organisations import find_organisations
from congressx.vietnamese.phrases import Phrases
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
