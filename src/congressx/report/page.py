"""The page: one file with all its data, style and scripts, that loads nothing and runs nothing but its own script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup
from pydantic import BaseModel

from congressx import __version__
from congressx.engine import FactRecord
from congressx.report.chunks import ARTICLES, chunks, in_script, index, packed
from congressx.report.content import Content, Row
from congressx.report.forms import form_of
from congressx.report.overview import overview
from congressx.report.words import interface, labels

SCRIPTS = (
    "elements.js", "words.js", "data.js", "decisions.js", "charts.js", "lists.js",
    "overview.js", "articles.js", "marks.js", "form.js", "article.js", "tables.js", "deciding.js", "app.js",
)  # fmt: skip
"""In this order they are one script."""
ORDER = (
    "meetings", "attendance", "officials", "titles", "elections", "kpis", "memberships", "awards", "terms", "citations",
)  # fmt: skip
"""Tables in the order in which a person would ask for them; others follow by name."""


@dataclass(frozen=True, slots=True)
class Packed:
    """All of a page that does not depend on who looks at it."""

    meta: Mapping[str, Any]
    articles: frozenset[str]
    letters: Mapping[str, str]
    """Packed data by the id of its script element."""


def pack(content: Content, records: Mapping[str, type[BaseModel]]) -> Packed:
    """The rows, packed for the page."""
    forms = {table: form_of(records[table]) for table in _in_order(content)}
    meta = {
        "id": content.report_id,
        "version": __version__,
        "written": content.written.strftime("%Y-%m-%dT%H:%M:%SZ") if content.written else None,
        "articles": len(content.articles),
        "chunk": ARTICLES,
        "kinds": [{"table": table, "about": _about(records[table]), "fields": form} for table, form in forms.items()],
    }
    letters = {"index": packed(index(content, list(forms))), "overview": packed(overview(content))}
    letters |= {f"articles-{number}": packed(chunk) for number, chunk in enumerate(chunks(content, forms))}
    return Packed(meta, frozenset(article["article_id"] for article in content.articles), letters)


def render_page(
    data: Packed, decisions: Iterable[Row] = (), *, language: str | None = None, served: bool = False
) -> str:
    """The page as HTML, with the `decisions` that are stored about its rows.

    `language` is that of the interface until somebody switches; None means that of the browser. A `served` page hands its decisions
    to the server it came from, see `congressx.report.serving`.
    """
    meta = {
        **data.meta,
        "language": language,
        "served": served,
        "interface": interface(),
        "labels": labels(),
        "decisions": [decision for decision in decisions if decision.get("article_id") in data.articles],
    }
    style, script = _style(), _script()
    page: str = _template().render(
        policy=_policy(style, script, served),
        language=language or "en",
        style=Markup(style),
        script=Markup(script),
        meta=Markup(in_script(meta)),
        packed=data.letters,
    )
    return page


def _in_order(content: Content) -> list[str]:
    known = [table for table in ORDER if table in content.facts]
    return known + sorted(set(content.facts) - set(known))


def _about(record: type[BaseModel]) -> str:
    told = record.__doc__ or ""
    return "" if told == FactRecord.__doc__ else " ".join(told.replace("`", "").split())


def _policy(style: str, script: str, served: bool) -> str:
    """What the browser lets the page do: run this one script, show this one style, and talk to nobody but its server."""
    server = "'self'" if served else "'none'"
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; connect-src {server}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")


@cache
def _style() -> str:
    return _part("style.css")


@cache
def _script() -> str:
    return '(() => {\n"use strict";\n' + "\n".join(map(_part, SCRIPTS)) + "\n})();\n"


def _part(name: str) -> str:
    return files("congressx.report").joinpath("page", name).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _template() -> Template:
    loader = PackageLoader("congressx.report", "page")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return environment.get_template("template.html.j2")
