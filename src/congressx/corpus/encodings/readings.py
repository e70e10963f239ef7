"""The readings of one text, and which of them is Vietnamese."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from congressx.corpus.encodings.charsets import WINDOWS_1252, WINDOWS_1258, charsets, fits, latin_view
from congressx.corpus.encodings.measure import Measure, measure
from congressx.vietnamese.letters import LETTER

SURE = 0.8
"""The confidence below which a reading is refused."""
LEAST_DENSITY = 0.15
"""Vietnamese prose has 0.6 and more; a page full of names and figures has less."""
LEAST_WRONG = 4
"""So many wrong words in a part make it worth a look."""
_SAMPLE = 200_000
_WINDOW = 10_000
_PART = 400


BEYOND_LATIN = regex.compile(f"[{''.join(sorted(letter for letter in LETTER if ord(letter) > 0xFF))}]")
"""Letters that no wrong table can have made: what has them was in order."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a text may have come to be what it is: read by `table` (none for bytes) when it was in the encoding that `read` reads."""

    name: str
    read: Callable[[str], str | None]
    table: Mapping[int, str] | None = None

    def before(self, text: str) -> str:
        """The bytes that somebody read by `table`, as Latin-1 text, with the letters that it cannot have made."""
        return text if self.table is None else latin_view(text, self.table)


@dataclass(frozen=True, slots=True)
class Reading:
    """A sample of a text, read in one way; `way` is None for the text as it is."""

    way: Way | None
    text: str
    measure: Measure


@cache
def ways_of_bytes() -> tuple[Way, ...]:
    """Every legacy encoding."""
    return tuple(Way(charset.name, charset.read) for charset in charsets())


@cache
def ways_of_text() -> tuple[Way, ...]:
    """Every encoding that a text may have been in when it was taken for windows-1252 or windows-1258 and saved."""
    ways: list[Way] = []
    for table in (WINDOWS_1252, WINDOWS_1258):
        ways.extend((Way("utf-8 twice", from_utf_8, table), Way("utf-8 three times", _from_utf_8_twice, table)))
        ways.extend(Way(f"{charset.name} read as latin", charset.read, table) for charset in charsets())
    return tuple(ways)


def from_utf_8(latin: str) -> str | None:
    """The text whose UTF-8 bytes are given as Latin-1 text; None when they are none."""
    try:
        return None if latin.isascii() else latin.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None


def _from_utf_8_twice(latin: str) -> str | None:
    once = from_utf_8(latin)
    return None if once is None else from_utf_8(latin_view(once))


def as_it_is(text: str) -> Reading:
    """The reading that changes nothing."""
    return Reading(None, text, measure(prose(text)))


def readings(text: str, ways: Iterable[Way]) -> Iterator[Reading]:
    """What a text is in each of the ways that can have led to it."""
    for way in ways:
        before = way.before(text)
        if fits(way.name, before) and not BEYOND_LATIN.search(before):
            read = way.read(before)
            if read is not None and (way.table is None or read != text):
                yield Reading(way, read, measure(prose(read)))


def choose(candidates: Iterable[Reading]) -> tuple[Reading, float]:
    """The most Vietnamese reading, and how sure: how good it is itself, and how far ahead of the next that differs."""
    best, *others = sorted(candidates, key=lambda reading: -reading.measure.score)
    letters = best.text.lower()
    rival = max((other.measure.score for other in others if other.text.lower() != letters), default=0)
    lead = best.measure.score - max(rival, 0)
    sure = best.measure.quality**2 * (1 - 2 ** (-max(lead, 0) / 2))
    return best, round(min(sure, 0.999), 3)


def sample(text: str) -> str:
    """The text itself, or whole words from all over it when it is long."""
    if len(text) <= _SAMPLE:
        return text
    step = len(text) // (_SAMPLE // _WINDOW)
    return "\n".join(_whole_words(text, start) for start in range(0, len(text), step))


def _whole_words(text: str, start: int) -> str:
    window = text[start : start + _WINDOW]
    first, last = window.find(" "), window.rfind(" ")
    return window[first + 1 : last] if 0 <= first < last else window


def parts(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces of whole lines, or of whole words where a line is long, with their places."""
    place = 0
    while place < len(text):
        stop = min(place + _PART, len(text))
        if stop < len(text):
            cut = text.rfind("\n", place + 1, stop)
            cut = cut if cut > place else text.rfind(" ", place + 1, stop)
            stop = cut if cut > place else stop
        yield place, text[place:stop]
        place = stop


_TAG = regex.compile(r"<[A-Za-z!/?][^<>]*>")


def prose(text: str) -> str:
    """What is written in a page: tags and scripts are ASCII and no witness, entities are letters."""
    if "<" in text:
        for opening, closing in (("<script", "</script"), ("<style", "</style"), ("<!--", "-->")):
            text = " ".join(_outside(text, opening, closing))
        text = _TAG.sub(" ", text)
    return html.unescape(text) if "&" in text else text


def _outside(text: str, opening: str, closing: str) -> Iterator[str]:
    place = 0
    while (start := text.find(opening, place)) >= 0 and (stop := text.find(closing, start)) >= 0:
        yield text[place:start]
        place = stop
    yield text[place:]
