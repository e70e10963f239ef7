"""From markup to a tree that can be walked, without what is never seen."""

from __future__ import annotations

from html import unescape
from typing import Any

import regex
from lxml import etree
from lxml import html as lxml_html

from congressx.corpus.limits import Reading, over_limit
from congressx.errors import InputError

_DECLARATION = regex.compile(r"\A\s*<\?xml[^>]*\?>")
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\p{Cs}]")
_REFERENCE = regex.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,8})|(?P<decimal>\d{1,9}));?")
_PARSER_DEPTH = 2000
_OF_SITE = "data-of-site"
_UNSEEN = (
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "video", "audio", "map", "select",
    "input", "button", "textarea", "datalist", "dialog", "head", "nav", "menu",
)  # fmt: skip
_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
Element = Any
"""An element of lxml, whose types are not known to the checker."""


def parse(text: str, name: str, reading: Reading) -> Element:
    """The root of a page; `InputError` when its elements are nested deeper than the limit."""
    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(_plain(text), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        message = f"{name}: no page can be read from the markup ({error}); save the page again"
        raise InputError(message, reason="no_article") from error
    too_deep = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    if too_deep or depth(root) > reading.max_nesting:
        raise over_limit(name, "elements are nested too deeply", min(reading.max_nesting, _PARSER_DEPTH), "max_nesting")
    return root


def _plain(markup: str) -> str:
    """The markup without what a tree cannot hold: control characters, as they are and as references.

    >>> _plain("2015&#150;2020&#1;")
    '2015–2020'
    """
    return _REFERENCE.sub(_referred, _CONTROL.sub("", _DECLARATION.sub("", markup)))


def _referred(match: regex.Match[str]) -> str:
    number = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
    if number in (9, 10, 13) or 32 <= number < 127 or 160 <= number < 0xD800 or 0xE000 <= number < 0xFFFE:
        return match[0]
    if number > 0xFFFF:
        return match[0] if number <= 0x10FFFF else ""
    plain = unescape(match[0])  # &#150; is a dash of windows-1252
    return "" if _CONTROL.search(plain) or plain in ("\ufffd", match[0]) else plain


def depth(root: Element) -> int:
    """How deep elements are nested."""
    deepest = here = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        here += 1 if event == "start" else -1
        deepest = max(deepest, here)
    return deepest


def strip(root: Element) -> None:
    """Takes out what is not shown, and the forms around whole pages, but not what is in them."""
    for element in root.iter("nav", "menu"):
        mark_as_site(element.getparent())
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    etree.strip_tags(root, "form", "fieldset", "font", "wbr")
    for element in list(root.iter(etree.Element)):
        style = (element.get("style") or "").lower()
        hidden = element.get("hidden") is not None or (style and _HIDDEN.search(style))
        if hidden and element.getparent() is not None and element.tag != "body":
            drop(element)


def mark_as_site(element: Element) -> None:
    """Notes that an element holds parts of the site, and not of the article alone."""
    element.set(_OF_SITE, "")


def is_of_site(element: Element) -> bool:
    """Whether it was noted."""
    return element.get(_OF_SITE) is not None


def drop(element: Element) -> None:
    """Takes an element out, and leaves the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
