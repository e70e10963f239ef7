"""From a page to its article; a page of links, and one without an article, are refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import regex

from congressx.corpus.article import Article
from congressx.corpus.encodings import decode
from congressx.corpus.limits import Reading, over_limit, require_short
from congressx.errors import InputError

if TYPE_CHECKING:
    from congressx.corpus.html.body import Body

_EMBEDDED = regex.compile(rb"(?<=[\"'(=])data:[\w/+.;=-]{0,80},[^\"'()<>\s]{200,}")
"""Pictures saved inside the page."""
_MOST_BYTES_A_CHARACTER = 6
"""Portals have ten bytes of markup for a character of the article, but no article has a million characters."""


def read_html(content: bytes, name: str, reading: Reading) -> Article:
    """The article of a page. Its text begins with the title, then the page's own publish line, then a paragraph a line."""
    try:
        from congressx.corpus.html import body, facts, tree, witness
    except ImportError as error:
        message = f"{name}: reading HTML needs an extra; install it with pip install 'congressx[html]'"
        raise InputError(message, reason="extra") from error
    content = _EMBEDDED.sub(b"", content)
    if len(content) > _MOST_BYTES_A_CHARACTER * reading.max_characters:
        raise over_limit(name, f"the page has {len(content)} bytes", reading.max_characters, "max_characters")
    decoded = decode(content, name)
    page = tree.parse(decoded.text, name, reading)
    said = facts.read_facts(page, decoded.text)
    tree.strip(page)
    found = body.find_body(page, said.titles, said.parts)
    found.title = found.title or said.headline  # a page whose title is a picture, or stands in no element of its own
    lines = witness.agreed(page, found)
    _require_article(found, lines, name)
    text = require_short(name, "\n".join(lines), reading)
    return Article(
        source=name,
        text=text,
        title=found.title,
        published=said.published,
        author=said.author,
        site=said.site,
        url=said.url,
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
    )


_LEAST_LETTERS = 100


def _require_article(found: Body, lines: Sequence[str], name: str) -> None:
    if found.is_list:
        message = f"{name}: a page of links to articles, none itself; save the articles and take this page out"
        raise InputError(message, reason="list_page")
    prose = lines[1:] if found.title else lines
    if sum(map(str.isalpha, "".join(prose))) < _LEAST_LETTERS:
        message = f"{name}: no article in the page; save it again when it has loaded, or take it out"
        raise InputError(message, reason="no_article")
