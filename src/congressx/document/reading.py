"""The station itself: from an article to a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from congressx.corpus import Article
from congressx.document.document import Document, Section, SectionKind, Sentence
from congressx.document.sections import lay_out
from congressx.document.sentences import split_sentences
from congressx.document.wrapping import unwrapped
from congressx.errors import InputError
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.letters import LOWER
from congressx.vietnamese.spelling import cased, settle, small

_ELSEWHERE_TOO = frozenset("abcdefghijklmnopqrstuvwxyzàáâãèéêìíòóôõùúýđ")
_OWN_LETTERS = "".join(sorted(frozenset(LOWER) - _ELSEWHERE_TOO))
_ONLY_VIETNAMESE = re.compile(f"[{_OWN_LETTERS}{_OWN_LETTERS.upper()}]")
"""Letters no other common language has: `ă ơ ư` and those with a hook, a dot below or two marks."""
_LETTERS = Pattern(r"\p{L}+")
_LEAST_LETTERS = 20
_LEAST_SHARE = 0.04
"""Vietnamese prose has 12-18 % of such letters; French, Chinese in pinyin and unmarked Vietnamese stay under 1 %."""


def read_document(article: Article) -> Document:
    """The document of an article; `InputError` when it is not Vietnamese."""
    text = unwrapped(settle(article.text))
    _require_vietnamese(text, article.source)
    layout = lay_out(text)
    return Document(
        article_id=article.article_id,
        source=article.source,
        text=text,
        title=layout.title or _one_line(article.title or ""),
        published=layout.published or article.published,  # what the page shows goes before what its fields say
        sections=layout.sections,
        sentences=tuple(_sentences(text, layout.sections)),
    )


def _one_line(title: str) -> str:
    return " ".join(settle(title).split())


def body_document(text: str, *, title: str = "") -> Document:
    """A document whose every line is body, for gold cases and for trying a rule on a sentence."""
    text = settle(text)
    spans, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Section(SectionKind.BODY, Span(place, place + len(line))))
        place += len(line) + 1
    article = Article(source="", text=text)
    return Document(article.article_id, "", text, _one_line(title), None, tuple(spans), tuple(_sentences(text, spans)))


def _sentences(text: str, sections: Iterable[Section]) -> Iterator[Sentence]:
    cased_text = cased(text.replace("\n", " "))
    folded_text = small(cased_text)
    index = 0
    for paragraph, section in enumerate(sections):
        if not section.kind.carries_facts:
            continue
        for local in split_sentences(section.span.of(text)):
            span = local.shifted(section.span.start)
            spellings = span.of(text), span.of(cased_text), span.of(folded_text)
            yield Sentence(index, span, section.kind, paragraph, *spellings)
            index += 1


def _require_vietnamese(text: str, source: str) -> None:
    vietnamese = len(_ONLY_VIETNAMESE.findall(text))
    if vietnamese >= _LEAST_LETTERS and vietnamese >= _LEAST_SHARE * len(text):
        return  # counting the other letters could not change it
    letters = sum(map(len, _LETTERS.findall(text)))
    if letters < _LEAST_LETTERS or vietnamese < _LEAST_SHARE * letters:
        raise InputError(
            f"{source}: the text is not Vietnamese with its diacritics; take the file out of the folder",
            reason="language",
        )
