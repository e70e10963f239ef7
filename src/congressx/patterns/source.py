"""Reads the source of a pattern, sign by sign, for what it may match."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from congressx.patterns.known import (
    ANYTHING,
    AT_EDGE,
    BLANK,
    FIGURE,
    NO_LETTERS,
    NOTHING,
    Clause,
    Known,
    clauses_of,
    either,
    literal,
    repeated,
    sequence,
)
from congressx.patterns.spellings import WORD_LETTERS, is_alien

_MOST_ENUMERATED = 24


class NotUnderstoodError(Exception):
    """A construct whose meaning is not known here."""


def read_source(pattern: str, flags: int = 0) -> Known:
    """What is known of a pattern. Raises `NotUnderstoodError`, or `ValueError` for what is no pattern at all."""
    return _Parser(pattern, flags).whole()


class _Parser:
    """Reads a pattern from left to right; every method leaves `at` behind what it read."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.at = pattern, 0
        self.verbose = bool(flags & regex.VERBOSE)
        if flags & (regex.VERSION1 | regex.FULLCASE | regex.LOCALE):
            raise NotUnderstoodError

    def whole(self) -> Known:
        known = self.alternatives()
        if self.at < len(self.pattern):
            raise NotUnderstoodError
        return known

    def alternatives(self) -> Known:
        branches = [self.sequence()]
        while self.ahead("|"):
            branches.append(self.sequence())
        return either(branches)

    def sequence(self) -> Known:
        parts: list[Known] = []
        while self.skip_layout() and self.pattern[self.at] not in "|)":
            item = self.item()
            parts += self.quantified(item)
        return sequence(parts)

    def ahead(self, sign: str) -> bool:
        """Whether `sign` comes next; it is read if so."""
        found = self.pattern.startswith(sign, self.at)
        self.at += len(sign) if found else 0
        return found

    def skip_layout(self) -> bool:
        """Reads the blanks and comments of a verbose pattern; whether anything is left."""
        while self.verbose and self.at < len(self.pattern):
            if self.pattern[self.at].isspace():
                self.at += 1
            elif self.pattern[self.at] == "#":
                end = self.pattern.find("\n", self.at)
                self.at = len(self.pattern) if end < 0 else end + 1
            else:
                break
        return self.at < len(self.pattern)

    def quantified(self, item: Known) -> Sequence[Known]:
        if not self.skip_layout():
            return (item,)
        times = self.times()
        if times is None:
            return (item,)
        if self.at < len(self.pattern) and self.pattern[self.at] in "?+":
            self.at += 1
        if self.at < len(self.pattern) and self.pattern[self.at] in "*+?{":
            raise NotUnderstoodError
        return repeated(item, *times)

    def times(self) -> tuple[int, int | None] | None:
        sign = self.pattern[self.at]
        if sign in "*+?":
            self.at += 1
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
        if sign != "{":
            return None
        found = _TIMES.match(self.pattern, self.at)
        if found is None:
            raise NotUnderstoodError
        self.at = found.end()
        least = int(found["least"] or 0)
        if found["most"] is None:
            return least, least
        return least, int(found["most"]) if found["most"] else None

    def item(self) -> Known:
        if word := _WORD.match(self.pattern, self.at):
            self.at = word.end()
            return ANYTHING if is_alien(word.group()) else Known(exact=frozenset({word.group()}))
        sign = self.pattern[self.at]
        self.at += 1
        if sign == "(":
            return self.group()
        if sign == "[":
            return self.members()
        if sign == "\\":
            return self.escape()
        if sign in "*+?{":
            raise NotUnderstoodError
        return _SIGNS.get(sign) or literal(sign)

    def group(self) -> Known:
        opening = _GROUP.match(self.pattern, self.at)
        if opening is None:
            raise NotUnderstoodError
        self.at, kind = opening.end(), opening["kind"] or ""
        if kind.startswith("?P="):
            return ANYTHING
        if opening["flags"] is not None and _stands_alone(opening["flags"], kind):
            return NOTHING
        begun = self.at
        known = self.alternatives()
        inner = self.pattern[begun : self.at]
        if not self.ahead(")"):
            raise NotUnderstoodError
        if kind in ("?!", "?<!"):
            return AT_EDGE if _denies_letters(inner) else NOTHING
        if kind in ("?=", "?<="):
            return Known(exact=frozenset({""}), clauses=clauses_of(known))
        return known

    def members(self) -> Known:
        """A class in brackets: every string it stands for, if it lists them."""
        found = _CLASS.match(self.pattern, self.at - 1)
        if found is None:
            raise NotUnderstoodError
        self.at = found.end()
        listed = None if found["not"] else _listed(found["members"])
        if listed is not None and len(listed) <= _MOST_ENUMERATED:
            return Known(exact=listed)
        return NO_LETTERS if _has_no_letters(found.group()) else ANYTHING

    def escape(self) -> Known:
        if self.at >= len(self.pattern):
            raise NotUnderstoodError
        sign = self.pattern[self.at]
        self.at += 1
        if sign in _ESCAPES:
            return _ESCAPES[sign]
        if sign in "pP":
            found = _PROPERTY.match(self.pattern, self.at)
            if found is None:
                raise NotUnderstoodError
            self.at = found.end()
            return ANYTHING
        if sign in "xu":
            digits = {"x": 2, "u": 4}[sign]
            self.at += digits
            return literal(chr(int(self.pattern[self.at - digits : self.at], 16)))
        if sign in "123456789":
            if self.pattern[self.at : self.at + 1].isdigit():
                raise NotUnderstoodError
            return ANYTHING
        if sign.isalnum():
            raise NotUnderstoodError
        return literal(sign)


_WORD = regex.compile(r"(?:[^\W\d_](?![*+?{]))+")
_TIMES = regex.compile(r"\{(?:(?<least>\d+)(?:,(?<most>\d*))?|,(?<most>\d+))\}")
_GROUP = regex.compile(
    r"(?<kind>\?:|\?>|\?=|\?!|\?<=|\?<!|\?P?<[A-Za-z_]\w*>|\?P=\w+\)|\?(?<flags>[a-zA-Z]*(?:-[a-zA-Z]+)?)[:)])|(?!\?|\*)"
)
_CLASS = regex.compile(r"\[(?<not>\^?)(?<members>\]?(?:[^\]\\\[]|\\.)*)\]", regex.DOTALL)
_PROPERTY = regex.compile(r"\{\^?\w+(?:=\w+)?\}|[A-Z]")


def _stands_alone(flags: str, kind: str) -> bool:
    """`(?i)`, not `(?i:…)`; flags that change what signs mean are not understood."""
    if set(flags) - set("-imrsu"):
        raise NotUnderstoodError
    return kind.endswith(")")


_SIGNS = {"^": AT_EDGE, "$": AT_EDGE, ".": ANYTHING}
_ESCAPES = {
    "d": FIGURE,
    "s": BLANK,
    **dict.fromkeys("wSDX", ANYTHING),
    "W": NO_LETTERS,
    **dict.fromkeys("ntrfv", BLANK),
    **dict.fromkeys("bAZ", AT_EDGE),
    "B": NOTHING,
    "K": NOTHING,
}


def _listed(members: str) -> Clause | None:
    """The strings of a class that only lists signs, `\\d` and `\\s`."""
    found: set[str] = set()
    at = 0
    while at < len(members):
        sign = members[at]
        at += 1
        if sign == "\\":
            escaped = members[at]
            at += 1
            if escaped == "d":
                found.add("0")
            elif escaped in "sntr":
                found.add(" ")
            elif escaped.isalnum() or is_alien(escaped):
                return None
            else:
                found.add(escaped)
        elif sign == "-" and 1 < at < len(members):
            return None if members[at - 2 : at + 1] != "0-9" else _listed(members[: at - 2] + "0" + members[at + 1 :])
        elif sign in "&|~" and members[at : at + 1] == sign:
            return None
        else:
            strings = literal(sign).exact
            if strings is None:
                return None
            found |= strings
    return frozenset(found)


_ONE_SIGN = regex.compile(r"\\[wWsSdD]|\\p\{\w+\}|\[(?:[^\]\\\[]|\\.)+\]")


def _denies_letters(inner: str) -> bool:
    """Whether `(?!inner)` says that no letter stands there: `\\p{L}`, `\\w`, a class with all letters, or one of several."""
    pieces = inner.split("|") if "(" not in inner and "[" not in inner else [inner]
    return any(_ONE_SIGN.fullmatch(piece) is not None and _takes_letters(piece) for piece in pieces)


@lru_cache(maxsize=1024)
def _takes_letters(sign: str) -> bool:
    return len(regex.findall(sign, WORD_LETTERS)) == len(WORD_LETTERS)


@lru_cache(maxsize=1024)
def _has_no_letters(sign: str) -> bool:
    return not regex.search(sign, WORD_LETTERS)
