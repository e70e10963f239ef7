"""Numbers in figures, words, Roman figures and ordinals."""

from __future__ import annotations

import random

import pytest
import regex
from num2words import num2words

from congressx.vietnamese.numerals import (
    NUMBER,
    ORDINAL,
    ROMAN,
    SPELLED,
    read_digits,
    read_number,
    read_ordinal,
    read_roman,
    read_spelled,
)
from congressx.vietnamese.spelling import phrase


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("02", 2),
        ("0", 0),
        ("1579", 1579),
        ("1.510", 1510),
        ("25.000", 25000),
        ("832.270.966.973", 832270966973),
        ("1,234,567", 1234567),
        ("1,234.5", 1234.5),
        ("14,3", 14.3),
        ("0,125", 0.125),
        ("0.125", 0.125),
        ("14,0", 14),
        ("3.807,927", 3807.927),
        ("16.043,3", 16043.3),
        ("9.9", 9.9),
        ("26.45", 26.45),
        ("438.30.1", None),
        ("1.23.456", None),
        ("0.123.456", None),
        ("12.34,5", None),
        ("1.2345", None),
        ("1234.567", None),
        ("1,5,7", None),
        ("12.", None),
        ("", None),
        ("ba", None),
    ],
)
def test_figures(token: str, value: float | None) -> None:
    assert read_digits(token) == value


def test_whole_figures_are_ints() -> None:
    assert [type(read_digits(token)) for token in ("02", "1.510", "14,0", "14,3")] == [int, int, int, float]


def _sample() -> list[int]:
    """Every number up to 20,000, and for each length up to twelve figures round, nearly round and random ones."""
    dice = random.Random(12)
    numbers = set(range(20_001)) | {10**12}
    for power in range(4, 13):
        numbers.update(dice.randrange(10 ** (power - 1), 10**power) for _ in range(1500))
        for head in (1, 2, 4, 5, 9, 10, 11, 14, 15, 20, 21, 24, 25, 55, 101, 105, 110, 115, 999):
            for rest in (0, 1, 4, 5, 10, 11, 14, 15, 20, 21, 24, 25, 99, 100, 101, 105, 115, 1000, 1004, 1005, 10**6):
                numbers.add(head * 10**power + rest)
    return sorted(number for number in numbers if number <= 10**12)


def test_spelled_numbers_are_read_back() -> None:
    """num2words spells the sample without a mistake; its odd forms (1021 is `một nghìn lẻ hai mươi mốt`) are read too."""
    spelled = {number: num2words(number, lang="vi") for number in _sample()}
    assert [(number, words) for number, words in spelled.items() if read_spelled(words) != number] == []
    whole = regex.compile(SPELLED)
    assert [(number, words) for number, words in spelled.items() if number and not whole.fullmatch(words)] == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hai mươi lăm", 25),
        ("hai mươi nhăm", 25),
        ("hai mươi mốt", 21),
        ("hai mươi tư", 24),
        ("bẩy", 7),
        ("một trăm linh ba", 103),
        ("một trăm lẻ tư", 104),
        ("mười lăm ngàn", 15000),
        ("ba vạn", 30000),
        ("ba vạn hai nghìn", 32000),
        ("hai nghìn không trăm linh năm", 2005),
        ("hai nghìn không trăm hai mươi", 2020),
        ("một triệu hai trăm nghìn", 1200000),
        ("hai tỉ", 2 * 10**9),
        ("mười nghìn tỷ", 10**13),
        ("một nghìn hai trăm tỷ năm trăm triệu", 1200500000000),
        ("hai trăm rưỡi", 250),
        ("hai triệu rưỡi", 2500000),
        ("một trăm hai", None),  # 102 or 120
        ("một nghìn hai", None),
        ("hai mươi năm", None),  # twenty years
        ("mười năm", None),
        ("hai ba", None),
        ("hai rưỡi", None),
        ("mươi lăm", None),
        ("một mươi", None),
        ("tư", None),
        ("trăm", None),
        ("triệu", None),
        ("hai triệu ba tỷ hai", None),
        ("không trăm", None),
        ("đồng chí", None),
        ("", None),
    ],
)
def test_words(words: str, value: int | None) -> None:
    assert read_spelled(words) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hai năm sau", "hai"),
        ("hai mươi năm sau", "hai mươi"),
        ("hai mươi lăm năm", "hai mươi lăm"),
        ("bầu hai mươi ba đồng chí", "hai mươi ba"),
        ("một nghìn hai trăm đại biểu", "một nghìn hai trăm"),
        ("hai triệu rưỡi lượt", "hai triệu rưỡi"),
        ("ba triệu tập", "ba"),
        ("bao nhiêu", None),
    ],
)
def test_spelled_fragment(text: str, found: str | None) -> None:
    match = regex.search(SPELLED, text)
    assert (None if match is None else match.group()) == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4,5 triệu lượt", [4500000]),
        ("10 ngàn tỷ đồng", [10**13]),
        ("2,9tỉ đồng", [2900000000]),
        ("1,56 triệu", [1560000]),
        ("12 tỷ lệ", [12]),
        ("245 triệu tập", [245]),
        ("3 vạn vật", [3]),
        ("tw4 và covid-19", [19]),
    ],
)
def test_number_fragment(text: str, values: list[float]) -> None:
    assert [read_number(found) for found in regex.findall(NUMBER, text)] == values


@pytest.mark.parametrize(("words", "value"), [("1 tỷ 200 triệu", 1200000000), ("200 nghìn 1 tỷ", None), ("1 2", None)])
def test_amounts_go_downwards(words: str, value: int | None) -> None:
    assert read_number(words) == value


def test_roman_figures() -> None:
    spelled = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XIV", "xix", "XL", "XLIX", "L"]
    assert [read_roman(token) for token in spelled] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 19, 40, 49, 50]
    assert [read_roman(token) for token in ("IIII", "VV", "IL", "LX", "C", "XIVa", "")] == [None] * 7
    assert regex.findall(ROMAN, "khóa xii, vi phạm, i") == ["xii", "vi", "i"]
    assert regex.findall(ROMAN, "việt, xã, liên") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("nhất", 1),
        ("thứ nhì", 2),
        ("thứ tư", 4),
        ("bốn", 4),
        ("thứ chín", 9),
        ("mười", 10),
        ("mười lăm", 15),
        ("mười chín", 19),
        ("hai mươi mốt", 21),
        ("thứ 12", 12),
        ("lần thứ 61", 61),
        ("16", 16),
        ("XIV", 14),
        ("thứ xii", 12),
        ("thứ", None),
        ("thứ trưởng", None),
        ("đầu", None),
    ],
)
def test_ordinals(words: str, value: int | None) -> None:
    assert read_ordinal(words) == value


def test_ordinal_fragment_stands_in_rules() -> None:
    pattern = regex.compile(phrase(rf"lần (?P<n>{ORDINAL})"))
    texts = ["lần thứ mười lăm", "lần\nthứ xii", "lần thứ  12", "lần nhất", "lần thứ hai mươi tư"]
    assert [match["n"] for text in texts if (match := pattern.search(text))] == [
        "thứ mười lăm",
        "thứ xii",
        "thứ  12",
        "nhất",
        "thứ hai mươi tư",
    ]
