"""Articles out of a grammar of invented phrases, for hypothesis: `grammar.tsv` says what they are made of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex
from hypothesis import strategies as st

_SYMBOL = regex.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Page:
    """A page as its author wrote it: no blank is doubled, no line is wrapped."""

    title: str
    publish: str | None
    paragraphs: tuple[str, ...]
    between: str = "\n\n"

    @property
    def blocks(self) -> list[str]:
        """Title, publish line and paragraphs, each one line."""
        return [self.title, *([self.publish] if self.publish else []), *self.paragraphs]

    @property
    def text(self) -> str:
        """All of it."""
        return self.between.join(self.blocks) + "\n"


@cache
def productions() -> dict[str, tuple[str, ...]]:
    """The productions of every symbol."""
    found = defaultdict(list)
    for line in Path(__file__).with_name("grammar.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            symbol, _, production = line.partition("\t")
            found[symbol].append(production)
    return {symbol: tuple(several) for symbol, several in found.items()}


@st.composite
def phrases(draw: st.DrawFn, symbol: str) -> str:
    """What a symbol becomes."""
    pieces = _SYMBOL.split(draw(st.sampled_from(productions()[symbol])))
    return "".join(draw(phrases(piece)) if n % 2 else piece for n, piece in enumerate(pieces))


def joined(symbol: str, least: int, most: int, *, glue: str = " ") -> st.SearchStrategy[str]:
    """Several phrases in a row."""
    return st.lists(phrases(symbol), min_size=least, max_size=most).map(glue.join)


@st.composite
def pages(draw: st.DrawFn, *, between: tuple[str, ...] = ("\n\n", "\n")) -> Page:
    """A page that a newsroom might have written."""
    body = draw(st.lists(joined("sentence", 1, 4), min_size=2, max_size=4))
    if draw(st.booleans()):
        body.insert(draw(st.integers(1, len(body))), draw(phrases("caption")))
    if draw(st.booleans()):
        body.append(draw(phrases("credit")))
    return Page(
        draw(phrases("title")),
        draw(st.none() | phrases("publish")),
        (draw(phrases("lead")), *body),
        draw(st.sampled_from(between)),
    )


@st.composite
def noisy_texts(draw: st.DrawFn) -> str:
    """What no newsroom wrote: phrases of every kind in any order, cut and glued, with odd characters between."""
    symbols = st.sampled_from(sorted(productions()))
    odd = phrases("noise") | st.text(max_size=8) | st.text("0123456789/-.,% \n", max_size=12)
    pieces = draw(st.lists(symbols.flatmap(phrases) | phrases("sentence") | odd, min_size=3, max_size=25))
    glues = draw(st.lists(st.sampled_from([" ", "", "\n", "\n\n", ". ", ", ", "; "]), min_size=25, max_size=25))
    text = "".join(piece + glue for piece, glue in zip(pieces, glues, strict=False))
    start, stop = draw(st.integers(0, 20)), draw(st.integers(0, 20))
    return text[start : len(text) - stop]


def wrapped(text: str, width: int) -> str:
    """Every line broken at blanks so that none is longer than `width`, if its words allow."""
    return "\n".join(_wrapped_line(line, width) for line in text.split("\n"))


def _wrapped_line(line: str, width: int) -> str:
    lines: list[str] = []
    for word in line.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)
