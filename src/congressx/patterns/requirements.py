"""Which literals any match of a pattern must contain, read from the pattern's own source.

The answer is a list of clauses: of the literals of every clause at least one stands in whatever the pattern matches (or right
beside it, for look-arounds). What is not understood asks for nothing, so a requirement may be too weak and never too strong.
The way of working is that of RE2's prefilters: short exact sets of strings are multiplied along a sequence, and become a
clause where that ends.
"""

from __future__ import annotations

from collections.abc import Iterable

from congressx.patterns.known import Clause, clauses_of, either, literal, sequence
from congressx.patterns.source import NotUnderstoodError, read_source
from congressx.patterns.spellings import spelled

SpelledClause = frozenset[tuple[str, bool]]
"""A clause as the spelled text has its literals: in the spaced one, or (True) in the solid one."""
_EVERYWHERE = frozenset(("", ",", "."))


def requirements(pattern: str, flags: int = 0) -> tuple[Clause, ...]:
    """The clauses of a pattern; none when it may match a text that has no certain literal, or is not understood.

    >>> requirements(r"(?:đồng|đ)\\s+chí")  == (frozenset({"đồng chí", "đ chí"}),)
    True
    >>> requirements(r"\\d+ (?:người|phiếu).*thông qua|nghị quyết"), requirements(r"\\w+")  # doctest: +ELLIPSIS
    ((frozenset({...}),), ())
    """
    try:
        known = read_source(pattern, flags)
    except (NotUnderstoodError, ValueError):
        return ()
    return tuple(dict.fromkeys(clauses_of(known)))


def spelled_clauses(clauses: Iterable[Clause]) -> tuple[SpelledClause, ...]:
    """The clauses by which the gate can spare something: nearly every sentence fulfils the others.

    >>> from congressx.patterns.spellings import GAP
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
    known = [sequence([literal(sign) for sign in word]) for word in words]
    return clauses_of(either(known)) if known else ()
