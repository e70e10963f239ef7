"""Which literals any match of a pattern must contain, read from the pattern's own source.

The answer is a list of clauses: of the literals of every clause at least one stands in whatever the pattern matches (or right
beside it, for look-arounds). What is not understood asks for nothing, so a requirement may be too weak and never too strong.
The way of working is that of RE2's prefilters: short exact sets of strings are multiplied along a sequence, and become a
clause where that ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from congressx.patterns.spellings import EDGE, GAP, WORD_LETTERS, is_alien, spelled

Clause = frozenset[str]
"""Literals, as the pattern spells them with `GAP` and `EDGE` in them, of which one must stand in the text."""
SpelledClause = frozenset[tuple[str, bool]]
"""The same as the spelled text has them: in the spaced one, or (True) in the solid one."""

_EVERYWHERE = frozenset(("", ",", "."))
_MOST_PRODUCTS = 48
_MOST_ENUMERATED = 24
_COMMON_WORDS = frozenset(
    [
        "ban",
        "bộ",
        "chính",
        "chức",
        "cho",
        "các",
        "có",
        "công",
        "cũng",
        "cán",
        "của",
        "dân",
        "hành",
        "hội",
        "khi",
        "không",
        "là",
        "lần",
        "ngày",
        "nhiều",
        "như",
        "nhân",
        "những",
        "này",
        "năm",
        "ra",
        "sẽ",
        "theo",
        "thành",
        "thứ",
        "trên",
        "trong",
        "tại",
        "tỉnh",
        "tổ",
        "từ",
        "và",
        "việc",
        "vào",
        "về",
        "với",
        "ở",
        "đã",
        "đó",
        "được",
        "đại",
        "đảng",
        "để",
        "đến",
        "đồng",
        "ủy",
    ]
)
"""Syllables of every other sentence."""


class NotUnderstoodError(Exception):
    """A construct whose meaning is not known here."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a piece: all strings it may match (`exact`), and clauses that hold wherever it matches.

    A piece that is `apart` matches no letter, and at least one sign.
    """

    exact: Clause | None = None
    clauses: tuple[Clause, ...] = ()
    apart: bool = False


_ANYTHING = _Known()
_NO_LETTERS = _Known(apart=True)
_NOTHING = _Known(exact=frozenset({""}))
_AT_EDGE = _Known(exact=frozenset({EDGE}))
_BLANK = _Known(exact=frozenset({" "}))
_FIGURE = _Known(exact=frozenset({"0"}))


def requirements(pattern: str, flags: int = 0) -> tuple[Clause, ...]:
    """The clauses of a pattern; none when it may match a text that has no certain literal, or is not understood.

    >>> requirements(r"(?:đồng|đ)\\s+chí")  == (frozenset({"đồng chí", "đ chí"}),)
    True
    >>> requirements(r"\\d+ (?:người|phiếu).*thông qua|nghị quyết"), requirements(r"\\w+")  # doctest: +ELLIPSIS
    ((frozenset({...}),), ())
    """
    try:
        known = _Parser(pattern, flags).whole()
    except (NotUnderstoodError, ValueError):
        return ()
    return tuple(dict.fromkeys(_clauses(known)))


def spelled_clauses(clauses: Iterable[Clause]) -> tuple[SpelledClause, ...]:
    """The clauses by which the gate can spare something: nearly every sentence fulfils the others.

    >>> spelled_clauses([frozenset({f"hội{GAP}nghị"}), frozenset({"a", "chi bộ"})])
    (frozenset({('hộinghị', True)}),)
    """
    known = (frozenset(map(spelled, clause)) for clause in clauses)
    return tuple(dict.fromkeys(clause for clause in known if not any(_says_little(text) for text, _ in clause)))


def _says_little(literal: str) -> bool:
    """Whether nearly every sentence has it: one letter in a word, a comma."""
    bare = literal.strip()
    return bare in _EVERYWHERE or (len(bare) <= 2 and bare.isalpha() and literal != f" {bare} ")


def cues_clause(words: Iterable[str]) -> tuple[Clause, ...]:
    """The clause that one of the words stands in a text; none when a word says nothing.

    >>> cues_clause(["hội", "đại hội"]), cues_clause([])
    ((frozenset({'hội'}),), ())
    """
    known = [_plain(word) for word in words]
    return _clauses(_either(known)) if known else ()


def _plain(word: str) -> _Known:
    return _sequence([_literal(sign) for sign in word])


def _clauses(known: _Known) -> tuple[Clause, ...]:
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


def _share(literal: str) -> float:
    words = literal.replace(EDGE, " ").replace(GAP, " ").split()
    whole = literal.startswith((EDGE, " ")) and literal.endswith((EDGE, " "))
    share = 1.0
    for word in words:
        if not any(c.isalpha() for c in word):
            share *= 0.5
        elif word in _COMMON_WORDS:
            share *= 0.3
        else:
            share *= 0.05 if len(word) > 3 or whole else 0.15 if len(word) > 2 else 0.5
    return share


def _either(branches: Sequence[_Known]) -> _Known:
    if len(branches) == 1:
        return branches[0]
    if all(branch.exact is not None for branch in branches):
        return _Known(exact=frozenset(string for branch in branches for string in branch.exact or ()))
    if all(_is_apart(branch) for branch in branches):
        return _NO_LETTERS
    chosen: list[Clause] = []
    for branch in branches:
        clauses = _clauses(branch)
        if not clauses:
            return _ANYTHING
        chosen.append(min(clauses, key=_weight))
    clause = _shortest(literal for each in chosen for literal in each)
    return _Known(clauses=(clause,) if clause else ())


def _is_apart(known: _Known) -> bool:
    if known.exact is None:
        return known.apart
    return all(
        string and not any(sign in WORD_LETTERS or sign in GAP + EDGE for sign in string) for string in known.exact
    )


def _sequence(parts: Sequence[_Known]) -> _Known:
    clauses: list[Clause] = []
    running: Clause = frozenset({""})
    whole = True
    for part in parts:
        clauses += part.clauses
        if part.exact is None:
            edge = EDGE if part.apart else ""
            clauses += _clauses(_Known(exact=frozenset(string + edge for string in running)))
            running, whole = frozenset({edge}), False
        elif len(running) == 1 or len(part.exact) == 1 or len(running) * len(part.exact) <= _MOST_PRODUCTS:
            running = frozenset(a + b for a in running for b in part.exact)
        else:
            clauses += _clauses(_Known(exact=running))
            running, whole = part.exact, False
    if whole:
        return _Known(exact=running, clauses=tuple(clauses))
    return _Known(clauses=(*clauses, *_clauses(_Known(exact=running))))


def _repeated(part: _Known, least: int, most: int | None) -> Sequence[_Known]:
    """The pieces of a sequence that stand for a piece said several times."""
    if most == least == 1 or (least and part in (_BLANK, _FIGURE)):
        return (part,)
    if part.exact is not None and all(string in ("", GAP, EDGE) for string in part.exact):
        return (part,) if least else (_NOTHING,)
    if least == 0:
        return (_optional(part, most),)
    if most != least and _is_apart(part):
        return (_NO_LETTERS,)
    return (part,) * min(least, 3) + ((_ANYTHING,) if most != least or least > 3 else ())


def _optional(part: _Known, most: int | None) -> _Known:
    if part == _BLANK:
        return _Known(exact=frozenset({GAP}))
    if most == 1 and part.exact is not None and len(part.exact) < _MOST_PRODUCTS:
        return _Known(exact=part.exact | {""})
    return _ANYTHING


class _Parser:
    """Reads a pattern from left to right; every method leaves `at` behind what it read."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.at = pattern, 0
        self.verbose = bool(flags & regex.VERBOSE)
        if flags & (regex.VERSION1 | regex.FULLCASE | regex.LOCALE):
            raise NotUnderstoodError

    def whole(self) -> _Known:
        known = self.alternatives()
        if self.at < len(self.pattern):
            raise NotUnderstoodError
        return known

    def alternatives(self) -> _Known:
        branches = [self.sequence()]
        while self.ahead("|"):
            branches.append(self.sequence())
        return _either(branches)

    def sequence(self) -> _Known:
        parts: list[_Known] = []
        while self.skip_layout() and self.pattern[self.at] not in "|)":
            item = self.item()
            parts += self.quantified(item)
        return _sequence(parts)

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

    def quantified(self, item: _Known) -> Sequence[_Known]:
        if not self.skip_layout():
            return (item,)
        times = self.times()
        if times is None:
            return (item,)
        if self.at < len(self.pattern) and self.pattern[self.at] in "?+":
            self.at += 1
        if self.at < len(self.pattern) and self.pattern[self.at] in "*+?{":
            raise NotUnderstoodError
        return _repeated(item, *times)

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

    def item(self) -> _Known:
        if word := _WORD.match(self.pattern, self.at):
            self.at = word.end()
            return _ANYTHING if is_alien(word.group()) else _Known(exact=frozenset({word.group()}))
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
        return _SIGNS.get(sign) or _literal(sign)

    def group(self) -> _Known:
        opening = _GROUP.match(self.pattern, self.at)
        if opening is None:
            raise NotUnderstoodError
        self.at, kind = opening.end(), opening["kind"] or ""
        if kind.startswith("?P="):
            return _ANYTHING
        if opening["flags"] is not None and _stands_alone(opening["flags"], kind):
            return _NOTHING
        begun = self.at
        known = self.alternatives()
        inner = self.pattern[begun : self.at]
        if not self.ahead(")"):
            raise NotUnderstoodError
        if kind in ("?!", "?<!"):
            return _AT_EDGE if _denies_letters(inner) else _NOTHING
        if kind in ("?=", "?<="):
            return _Known(exact=frozenset({""}), clauses=_clauses(known))
        return known

    def members(self) -> _Known:
        """A class in brackets: every string it stands for, if it lists them."""
        found = _CLASS.match(self.pattern, self.at - 1)
        if found is None:
            raise NotUnderstoodError
        self.at = found.end()
        listed = None if found["not"] else _listed(found["members"])
        if listed is not None and len(listed) <= _MOST_ENUMERATED:
            return _Known(exact=listed)
        return _NO_LETTERS if _has_no_letters(found.group()) else _ANYTHING

    def escape(self) -> _Known:
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
            return _ANYTHING
        if sign in "xu":
            digits = {"x": 2, "u": 4}[sign]
            self.at += digits
            return _literal(chr(int(self.pattern[self.at - digits : self.at], 16)))
        if sign in "123456789":
            if self.pattern[self.at : self.at + 1].isdigit():
                raise NotUnderstoodError
            return _ANYTHING
        if sign.isalnum():
            raise NotUnderstoodError
        return _literal(sign)


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


def _literal(sign: str) -> _Known:
    if sign.isspace():
        return _BLANK
    if sign in (GAP, EDGE) or is_alien(sign):
        return _ANYTHING
    return _FIGURE if sign.isdecimal() else _Known(exact=frozenset({sign}))


_SIGNS = {"^": _AT_EDGE, "$": _AT_EDGE, ".": _ANYTHING}
_ESCAPES = {
    "d": _FIGURE,
    "s": _BLANK,
    **dict.fromkeys("wSDX", _ANYTHING),
    "W": _NO_LETTERS,
    **dict.fromkeys("ntrfv", _BLANK),
    **dict.fromkeys("bAZ", _AT_EDGE),
    "B": _NOTHING,
    "K": _NOTHING,
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
            literal = _literal(sign).exact
            if literal is None:
                return None
            found |= literal
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
