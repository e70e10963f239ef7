"""What is known of the strings a pattern may match, and how that adds up in alternatives, sequences and repetitions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from congressx.patterns.spellings import EDGE, GAP, WORD_LETTERS, is_alien

Clause = frozenset[str]
"""Literals, as the pattern spells them with `GAP` and `EDGE` in them, of which one must stand in the text."""
_MOST_PRODUCTS = 48


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a piece: all strings it may match (`exact`), and clauses that hold wherever it matches.

    A piece that is `apart` matches no letter, and at least one sign.
    """

    exact: Clause | None = None
    clauses: tuple[Clause, ...] = ()
    apart: bool = False


ANYTHING = Known()
NO_LETTERS = Known(apart=True)
NOTHING = Known(exact=frozenset({""}))
AT_EDGE = Known(exact=frozenset({EDGE}))
BLANK = Known(exact=frozenset({" "}))
FIGURE = Known(exact=frozenset({"0"}))


def literal(sign: str) -> Known:
    """What is known of one sign that stands for itself."""
    if sign.isspace():
        return BLANK
    if sign in (GAP, EDGE) or is_alien(sign):
        return ANYTHING
    return FIGURE if sign.isdecimal() else Known(exact=frozenset({sign}))


def clauses_of(known: Known) -> tuple[Clause, ...]:
    """The clauses that hold wherever the piece matches, its own strings among them."""
    clause = _shortest(known.exact or ())
    return (clause, *known.clauses) if clause else known.clauses


def _shortest(strings: Iterable[str]) -> Clause:
    """The strings without those that contain another; empty when one says nothing."""
    kept: list[str] = []
    for string in sorted(set(strings), key=lambda s: (len(s), s)):
        bare = string.strip(" " + EDGE + GAP)
        if not bare or (bare.isalpha() and len(string) == 1):
            return frozenset()
        if len(kept) > _MOST_PRODUCTS or not any(short in string for short in kept):
            kept.append(string)
    return frozenset(kept)


def _weight(clause: Clause) -> float:
    """How often a clause holds, roughly: the smaller, the better it sorts out."""
    return sum(_share(literal) for literal in clause)


@cache
def _common_words() -> frozenset[str]:
    """Syllables of every other sentence."""
    lines = files(__package__).joinpath("common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _share(literal: str) -> float:
    words = literal.replace(EDGE, " ").replace(GAP, " ").split()
    whole = literal.startswith((EDGE, " ")) and literal.endswith((EDGE, " "))
    share = 1.0
    for word in words:
        if not any(c.isalpha() for c in word):
            share *= 0.5
        elif word in _common_words():
            share *= 0.3
        else:
            share *= 0.05 if len(word) > 3 or whole else 0.15 if len(word) > 2 else 0.5
    return share


def either(branches: Sequence[Known]) -> Known:
    """One of several pieces: `a|b`."""
    if len(branches) == 1:
        return branches[0]
    if all(branch.exact is not None for branch in branches):
        return Known(exact=frozenset(string for branch in branches for string in branch.exact or ()))
    if all(_is_apart(branch) for branch in branches):
        return NO_LETTERS
    chosen: list[Clause] = []
    for branch in branches:
        clauses = clauses_of(branch)
        if not clauses:
            return ANYTHING
        chosen.append(min(clauses, key=_weight))
    clause = _shortest(literal for each in chosen for literal in each)
    return Known(clauses=(clause,) if clause else ())


def _is_apart(known: Known) -> bool:
    if known.exact is None:
        return known.apart
    return all(
        string and not any(sign in WORD_LETTERS or sign in GAP + EDGE for sign in string) for string in known.exact
    )


def sequence(parts: Sequence[Known]) -> Known:
    """Pieces one behind the other."""
    clauses: list[Clause] = []
    running: Clause = frozenset({""})
    whole = True
    for part in parts:
        clauses += part.clauses
        if part.exact is None:
            edge = EDGE if part.apart else ""
            clauses += clauses_of(Known(exact=frozenset(string + edge for string in running)))
            running, whole = frozenset({edge}), False
        elif len(running) == 1 or len(part.exact) == 1 or len(running) * len(part.exact) <= _MOST_PRODUCTS:
            running = frozenset(a + b for a in running for b in part.exact)
        else:
            clauses += clauses_of(Known(exact=running))
            running, whole = part.exact, False
    if whole:
        return Known(exact=running, clauses=tuple(clauses))
    return Known(clauses=(*clauses, *clauses_of(Known(exact=running))))


def repeated(part: Known, least: int, most: int | None) -> Sequence[Known]:
    """The pieces of a sequence that stand for a piece said several times."""
    if most == least == 1 or (least and part in (BLANK, FIGURE)):
        return (part,)
    if part.exact is not None and all(string in ("", GAP, EDGE) for string in part.exact):
        return (part,) if least else (NOTHING,)
    if least == 0:
        return (_optional(part, most),)
    if most != least and _is_apart(part):
        return (NO_LETTERS,)
    return (part,) * min(least, 3) + ((ANYTHING,) if most != least or least > 3 else ())


def _optional(part: Known, most: int | None) -> Known:
    if part == BLANK:
        return Known(exact=frozenset({GAP}))
    if most == 1 and part.exact is not None and len(part.exact) < _MOST_PRODUCTS:
        return Known(exact=part.exact | {""})
    return ANYTHING
