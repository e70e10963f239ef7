"""What a page says about itself, as trafilatura reads it: titles, publish date, author, site, address."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import htmldate
import regex
import trafilatura
from lxml import html as lxml_html

from congressx.corpus.html.blocks import tidy
from congressx.corpus.html.tree import Element

_SAVED_FROM = regex.compile(r"<!--\s*saved from url=\(\d+\)(\S{8,500})\s*-->")
_TITLE_CUT = regex.compile(r"\s+[-–|»:]\s+|\s*\|\s*")
_AUTHOR_WORD = regex.compile(r"(?i)\A(?:tác giả(?: bài viết)?|người viết|bài|tin)\s*:?\s+")
_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Facts:
    """Fields of a page; `titles` are all it gives as its title, surest first, and `headline` one that names the article."""

    titles: tuple[str, ...]
    parts: tuple[str, ...]
    """What stands between dashes in `<title>`: one is the title, another the site."""
    headline: str | None
    published: dt.date | None
    author: str | None
    site: str | None
    url: str | None


def read_facts(root: Element, markup: str) -> Facts:
    """The facts of a page whose head is still there."""
    found = trafilatura.extract_metadata(
        copy.deepcopy(root), date_config={"extensive_search": False, "max_date": _LATEST, "min_date": _EARLIEST}
    )
    saved = _SAVED_FROM.search(markup[:4096])
    return Facts(
        titles=tuple(dict.fromkeys(filter(None, map(tidy, _titles(root))))),
        parts=tuple(part for title in _page_titles(root) for part in _TITLE_CUT.split(title) if len(part) >= 15),
        headline=next(filter(None, map(tidy, _headlines(root))), None),
        published=_published(root),
        author=_author(found.author, found.sitename),
        site=_name(found.sitename),
        url=_address(found.url) or _address(saved[1] if saved else None),
    )


def _headlines(root: Element) -> Iterator[str]:
    """The fields that name the article and not the site."""
    for name in ("og:title", "twitter:title"):
        yield from _meta(root, name)
    for told in _linked_data(root):
        if isinstance(told.get("headline"), str):
            yield told["headline"]


def _titles(root: Element) -> Iterator[str]:
    yield from _headlines(root)
    for name in ("dc.title", "title"):
        yield from _meta(root, name)
    yield from _page_titles(root)


def _page_titles(root: Element) -> Iterator[str]:
    yield from (tidy("".join(element.itertext())) for element in root.iter("title"))


def _meta(root: Element, name: str) -> Iterator[str]:
    for element in root.iter("meta"):
        given = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if given.lower() == name and element.get("content"):
            yield element.get("content")


def _linked_data(root: Element) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        graph = told.get("@graph", [told]) if isinstance(told, dict) else told
        yield from (entry for entry in graph if isinstance(entry, dict))


def _published(root: Element) -> dt.date | None:
    """The date of the page's own fields; a general search would take the clock of the site or the date of a neighbour."""
    page = lxml_html.document_fromstring("<html><head></head><body></body></html>")
    for element in root.iter("meta", "script"):
        if element.tag == "meta" or "ld+json" in (element.get("type") or ""):
            page.head.append(copy.deepcopy(element))
            page.head[-1].tail = None
    for element in root.iter("time", "abbr", "span"):
        if element.get("pubdate") is not None or "datePublished" in (element.get("itemprop") or ""):
            page.body.append(copy.deepcopy(element))
            page.body[-1].tail = None
    found = htmldate.find_date(
        page, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST, url=None
    )
    return dt.date.fromisoformat(found) if found else None


def _author(found: str | None, site: str | None) -> str | None:
    """The persons named as authors; portals put themselves there, too."""
    parts = [_AUTHOR_WORD.sub("", tidy(part)) for part in (found or "").split(";")]
    names = [name for part in parts if (name := _name(part)) and name != site]
    names = [name for name in names if not regex.search(r"\d|[<>@]|(?i:\badmin|quản trị|biên tập viên)", name)]
    return ", ".join(names) or None


def _name(found: str | None) -> str | None:
    name = tidy(found or "")
    return name if 1 < len(name) <= _LONGEST_NAME else None


def _address(found: str | None) -> str | None:
    return found if found and found.startswith(("http://", "https://")) else None
