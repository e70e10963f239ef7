"""What holds for the records of any article, however it is spelt and laid out."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.articles import Page, joined, noisy_texts, pages, phrases, wrapped
from tests.fuzz.reading import Facts, facts, read

anything = settings(settings.get_profile("fuzz"))

_NEW_TONES = regex.compile(r"(?i)(?:[óòỏõọ][ae]|(?<!q)[úùủũụ]y)(?!\p{L})")


def old_tones(text: str) -> str:
    """`Hòa` as `Hoà`: the tone on the second letter."""

    def moved(match: regex.Match[str]) -> str:
        bare, tone = tuple(unicodedata.normalize("NFD", match[0][0]))
        return bare + unicodedata.normalize("NFC", match[0][1] + tone)

    return _NEW_TONES.sub(moved, text)


def same(found: Facts, expected: Facts) -> bool:
    """Whether both are equal, with a message that names the first row that is not."""
    lost = [row for row in expected if row not in found]
    new = [row for row in found if row not in expected]
    assert not lost, f"lost {lost[0]}; instead {new[:1]}"
    assert not new, f"new {new[0]}"
    return found == expected


def assert_sound(text: str) -> None:
    """Offsets hold, and a second reading says the same."""
    answer = read(text)
    if answer is None:
        return
    document, records = answer
    for _, record in records:
        assert document.text[record.start : record.stop] == record.quote
        assert record.quote in record.sentence
        assert record.sentence in document.text
    places = [section.span for section in document.sections]
    assert all(before.stop <= after.start for before, after in pairwise(places))
    assert read(text) == answer


@anything
@given(noisy_texts())
def test_any_text_is_read(text: str) -> None:
    assert_sound(text)


@anything
@given(pages())
def test_any_page_is_read(page: Page) -> None:
    assert_sound(page.text)


@anything
@given(pages())
def test_composed_and_decomposed(page: Page) -> None:
    expected = facts(unicodedata.normalize("NFC", page.text))
    assert same(facts(unicodedata.normalize("NFD", page.text)), expected)


@anything
@given(pages())
def test_tone_placement(page: Page) -> None:
    new, old = old_tones(page.text).translate({}), page.text
    assert same(facts(new, folded=True), facts(old, folded=True))


@anything
@given(pages(), st.sampled_from(["\u00a0", "\t", "  ", " \u00a0 "]), st.integers(1, 4))
def test_blanks(page: Page, blank: str, every: int) -> None:
    words = page.text.split(" ")
    odd = "".join(word + (blank if n % every == 0 else " ") for n, word in enumerate(words))
    assert same(facts(odd, placed=False), facts(page.text, placed=False))


@anything
@given(pages())
def test_line_ends(page: Page) -> None:
    expected = facts(page.text, placed=False)
    assert same(facts(page.text.replace("\n", "\r\n"), placed=False), expected)
    assert same(facts(page.text.replace("\n", " \r\n "), placed=False), expected)


@anything
@given(pages(between=("\n\n",)).filter(lambda page: len(page.text) > 400), st.integers(32, 44))
def test_wrapped_lines(page: Page, width: int) -> None:
    assert same(facts(wrapped(page.text, width), placed=False), facts(page.text, placed=False))


@anything
@given(pages(), phrases("heading"), joined("link", 5, 5, glue="\n"))
def test_related_links_say_nothing(page: Page, heading: str, links: str) -> None:
    assert same(facts(f"{page.text}\n{heading}\n{links}\n"), facts(page.text))


@anything
@given(pages(), joined("menu", 1, 5, glue="\n"))
def test_a_menu_says_nothing(page: Page, menu: str) -> None:
    assert same(facts(f"{menu}\n\n{page.text}", placed=False), facts(page.text, placed=False))


@pytest.mark.parametrize(
    "sentence",
    [
        "Có 12 chi, đảng bộ xã được khen.",  # half a noun: `chi, đảng bộ` is one entry, `chi` none
        "Dự Đại hội có 55 cán bộ , công chức.",
        "Dự Đại hội có 55 đoàn viên,thanh niên.",
    ],
)
def test_blanks_around_commas(sentence: str) -> None:
    assert_sound(f"Đại hội Đảng bộ huyện\n\n{sentence}\n")
