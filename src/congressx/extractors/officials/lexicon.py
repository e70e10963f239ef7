"""Small words of one use each (`words.tsv`), as pieces of patterns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.office_changes import GIVING, Act, Voice, words_of
from congressx.vietnamese.phrases import alternation

_USES_OF_CHANGES: Mapping[str, tuple[frozenset[Act], Voice]] = {
    "gives": (GIVING, "other"),
    "takes": (frozenset({Act.DISMISSED}), "other"),
    "wins": (GIVING, "self"),
    "loses": (frozenset({Act.DISMISSED}), "self"),
}


@cache
def words(use: str) -> frozenset[str]:
    """The words of a use.

    >>> "miễn nhiệm" in words("takes")
    True
    """
    found = frozenset(word for word, its in rows("words.tsv", __package__) if its == use) | _changes(use)
    if not found:
        raise KeyError(use)
    return found


def _changes(use: str) -> frozenset[str]:
    """The words by which an office changes hands that every kind knows; one syllable alone says too little."""
    acts, voice = _USES_OF_CHANGES.get(use, (frozenset(), "other"))
    return frozenset(word for word in words_of(*acts, voice=voice) if " " in word)


_NO_CHANGE = (
    r"(?!bầu\s+cử(?!\p{L}))(?!(?<=bầu\s)cử(?!\p{L}))(?!(?<=(?:lần|cuộc|đợt|kỳ)\s)bầu)"
    r"(?!(?<=(?:xét|về|với|có)\stư\s)cách)(?!cử\s+tri(?!\p{L}))"
)
"""Words that change no office: `bầu cử` is the election, `xem xét tư |cách|` takes nothing, `|cử| tri` are given none."""


@cache
def any_of(use: str) -> str:
    """Pattern source for one whole word of a use.

    >>> bool(Pattern(any_of("takes")).search("được miễn nhiệm")), bool(Pattern(any_of("gives")).search("cuộc bầu cử"))
    (True, False)
    """
    return rf"(?<!\p{{L}}){_NO_CHANGE}(?:{alternation(words(use))})(?!\p{{L}})"


@cache
def _pattern(use: str) -> Pattern:
    return Pattern(any_of(use))


def has(use: str, text: str) -> bool:
    """Whether a word of a use stands in the text."""
    return _pattern(use).search(text) is not None


IN_PLACE_OF = rf"{any_of('instead')}\s+(?:(?:cho|vị trí|vị trí của|của|chức vụ của)\s+)*"
"""Pattern source of what stands before a predecessor: `|thay vị trí của| ông A`."""
GIVEN_TO = rf"(?:{any_of('gives')}|(?<!\p{{L}})điều)\s+"
"""Pattern source of what stands before whoever is given an office; only there is `điều` a move: `|điều| ông A về huyện làm Bí thư`."""
NOT_YET = r"(?<!\p{L})chưa(?!\p{L})(?:(?!(?:nên|và|đã)(?!\p{L}))[^,;.]){0,60}$"
"""Pattern source of what stands before a change that nobody made yet: `|chưa trình việc| miễn nhiệm`."""
_GIVEN_TO = Pattern(rf"{GIVEN_TO}$")


def ends_giving(text: str, stop: int | None = None) -> bool:
    """Whether the text up to `stop` ends with the words before whoever is given an office.

    >>> ends_giving("đại hội bầu "), ends_giving("tỉnh ủy điều "), ends_giving("đại hội bầu xong ")
    (True, True, False)
    """
    return _GIVEN_TO.search(text, 0, len(text) if stop is None else stop) is not None
