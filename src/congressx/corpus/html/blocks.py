"""The lines of a page in their order, each with how much of it is links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from congressx.corpus.html.tree import Element

_INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd",
        "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "o:p", "st1:place",
    )
)  # fmt: skip
_BLANKS = regex.compile(r"\s+")
_YEAR_BEFORE_CLOCK = regex.compile(r"(?<=\d/\d{4}|\d-\d{4})(?=\d{1,2}:\d\d)")
"""Two elements side by side that only the style sheet keeps apart."""
_SENTENCE_END = (".", "!", "?", ":", ";", "…", "”", '"', ")")
_LONGEST_CELL = 300


@dataclass(slots=True)
class Block:
    """A line of the page, owned by the innermost element that makes lines."""

    text: str
    owner: Element
    link_letters: int
    letters: int

    @property
    def plain_letters(self) -> int:
        """Letters that are no link."""
        return self.letters - self.link_letters

    @property
    def is_link(self) -> bool:
        """Whether it is a link and nothing else."""
        return self.link_letters >= 0.8 * self.letters and self.link_letters > 0

    @property
    def is_prose(self) -> bool:
        """Whether it is long enough for a sentence and not made of links."""
        return self.plain_letters >= 60 and self.link_letters < 0.3 * self.letters


def letters_of(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


def blocks_of(root: Element) -> list[Block]:
    """The lines below an element, in their order."""
    return list(_Walk(root).blocks())


class _Walk:
    """One pass over the tree, without recursion: pages may be nested deeply."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._words: list[str] = []
        self._links: list[str] = []
        self._in_link = 0
        self._closed = False
        """Whether an element has just ended, with nothing behind it."""
        self._apart = False
        """Whether the next text begins an element right behind another."""
        self._broken_line: Block | None = None

    def blocks(self) -> Iterator[Block]:
        """The lines."""
        stack: list[tuple[Element, Element, bool]] = [(self._root, self._root, True)]
        while stack:
            element, owner, opening = stack.pop()
            if not isinstance(element.tag, str):
                self._add(element.tail if not opening else None)
                continue
            if opening:
                yield from self._open(element, owner, stack)
            else:
                yield from self._close(element, owner)
        yield from self._end_of_line(self._root)
        yield from self._rest()

    def _open(self, element: Element, owner: Element, stack: list[tuple[Element, Element, bool]]) -> Iterator[Block]:
        inline = element.tag in _INLINE
        self._apart = self._closed and inline
        stack.append((element, owner, False))
        if element.tag == "br":
            yield from self._end_of_line(owner, broken=True)
            return
        if not inline:
            yield from self._end_of_line(owner)
            yield from self._rest()
        if element.tag == "table" and is_data_table(element):
            yield from _rows(element)
            return
        self._in_link += element.tag == "a" and element.get("href") is not None
        self._add(element.text)
        inside = owner if inline else element
        stack.extend((child, inside, True) for child in reversed(element))

    def _close(self, element: Element, owner: Element) -> Iterator[Block]:
        self._in_link -= element.tag == "a" and element.get("href") is not None
        if element.tag not in _INLINE and element.tag != "br":
            yield from self._end_of_line(element)
            yield from self._rest()
        self._closed = True
        if element is not self._root:
            self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            before = self._words[-1][-1] if self._words else ""
            if self._apart and text[0].isupper() and (before.islower() or before.isdigit()):
                self._words.append(" ")  # two fields that only the style sheet keeps apart
            self._closed = self._apart = False
            self._words.append(text)
            if self._in_link:
                self._links.append(text)

    def _end_of_line(self, owner: Element, broken: bool = False) -> Iterator[Block]:
        """Ends the line; one ended by `<br>` waits for the next, which may be the rest of its sentence."""
        text = tidy("".join(self._words))
        block = Block(text, owner, letters_of("".join(self._links)), letters_of(text))
        self._words.clear()
        self._links.clear()
        before, self._broken_line = self._broken_line, None
        if not text:
            if before is not None:
                yield before
            return
        if before is not None and text[0].islower() and not before.text.endswith(_SENTENCE_END):
            block = Block(
                f"{before.text} {text}", owner, before.link_letters + block.link_letters, before.letters + block.letters
            )
        elif before is not None:
            yield before
        if broken:
            self._broken_line = block
        else:
            yield block

    def _rest(self) -> Iterator[Block]:
        if self._broken_line is not None:
            yield self._broken_line
            self._broken_line = None


def tidy(text: str) -> str:
    """A line without line ends, and with the blank that only the page's style shows."""
    return _YEAR_BEFORE_CLOCK.sub(" ", _BLANKS.sub(" ", text).strip())


def text_of(element: Element) -> str:
    """All text of an element on one line."""
    return tidy("".join(element.itertext()))


def is_data_table(table: Element) -> bool:
    """Whether a table holds rows of short cells, rather than the layout of the page.

    Its rows are read as lines, `Thu ngân sách | tỷ đồng | 1.250`: figures keep their indicator beside them.
    """
    if (
        next(table.iter("table"), table) is not table
        or table.find(".//table") is not None
        or table.find(".//img") is not None
    ):
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    wide = sum(len(row) > 1 and sum(bool(text_of(cell)) for cell in row) > 1 for row in rows)
    return wide > 1 and all(len(text_of(cell)) <= _LONGEST_CELL for row in rows for cell in row)


def _rows(table: Element) -> Iterator[Block]:
    for row in table.iter("tr", "caption"):
        cells = [row] if row.tag == "caption" else [cell for cell in row if cell.tag in ("td", "th")]
        text = " | ".join(filter(None, map(text_of, cells)))
        if text:
            links = sum(letters_of(text_of(link)) for link in row.iter("a") if link.get("href") is not None)
            yield Block(text, row, links, letters_of(text))
