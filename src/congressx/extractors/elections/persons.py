"""Full names of those an election names by given name only: `ông Vinh` is the one person of that name in the article."""

from __future__ import annotations

from functools import lru_cache

from congressx.document import Document
from congressx.engine import Mention
from congressx.vietnamese.names import find_names
from congressx.vietnamese.spelling import fold


def persons_of(mention: Mention) -> frozenset[str]:
    """Folded names of those an election names."""
    return frozenset(map(fold, mention.value["persons"]))


def full_name(name: str, document: Document) -> str | None:
    """The longest name in the article that ends in `name`; None when several persons have such a name."""
    candidates: dict[str, str] = {}
    for sentence in document.sentences:
        if name in sentence.text.replace("\n", " "):
            for found in _names(sentence.cased, sentence.folded, sentence.text):
                if _ends_in(found, name):
                    candidates.setdefault(fold(found), found)
    longest = [
        n
        for key, n in candidates.items()
        if not any(_ends_in(other, n) and fold(other) != key for other in candidates.values())
    ]
    return longest[0] if len(longest) == 1 else None


@lru_cache(maxsize=64)
def _names(cased: str, folded: str, text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.span.of(text).split()) for name in find_names(cased, folded))


def _ends_in(whole: str, end: str) -> bool:
    a, b = fold(whole).split(), fold(end).split()
    return len(a) >= len(b) and a[-len(b) :] == b
