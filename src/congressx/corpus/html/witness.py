"""The second witness: where trafilatura finds another body than `body` does, the one with more prose is taken."""

from __future__ import annotations

import copy
import logging
from collections.abc import Iterator, Sequence

import regex
import trafilatura

from congressx.corpus.html.blocks import is_data_table, tidy
from congressx.corpus.html.body import Body, is_list_heading
from congressx.corpus.html.tree import Element
from congressx.vietnamese.spelling import fold

log = logging.getLogger(__name__)

_LONG = 60
_AGREED = 0.7
_MUCH_MORE = 1.3
_WORD = regex.compile(r"\w+")


def agreed(root: Element, found: Body) -> list[str]:
    """The lines of the article, title and publish line first."""
    head = [line for line in (found.title, found.publish_line) if line]
    other = [] if found.is_list else _other_lines(root, found)
    mine, theirs = (list(_shingles(lines)) for lines in (found.lines, other))
    known = set(mine)
    shared = sum(shingle in known for shingle in theirs)
    if len(theirs) <= _MUCH_MORE * len(mine) or shared >= _AGREED * len(theirs):
        return head + found.lines
    log.info("%s: the body is taken as trafilatura finds it", found.title)
    return head + other


def _shingles(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Each four words that follow one another, wherever lines and cells end."""
    words = _WORD.findall(" ".join(lines))
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _other_lines(root: Element, found: Body) -> list[str]:
    """Long lines of trafilatura's body: all that can be compared, and no furniture."""
    page = copy.deepcopy(root)
    for table in [table for table in page.iter("table") if not is_data_table(table)]:
        for part in table.iter("table", "thead", "tbody", "tfoot", "tr", "td", "th"):
            part.tag = "div"  # a layout, whose cells are no cells
    body = trafilatura.extract(
        page, include_comments=False, include_tables=True, favor_precision=True, output_format="txt"
    )
    known = {fold(line) for line in (found.title, found.publish_line) if line}
    return [line for line in _until_a_list(body or "") if len(line) >= _LONG and fold(line) not in known]


def _until_a_list(body: str) -> Iterator[str]:
    for line in map(tidy, body.split("\n")):
        if is_list_heading(line):
            return
        yield line
