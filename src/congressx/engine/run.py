"""The one loop that runs extractors over a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from time import process_time

from congressx.document import Document, Sentence
from congressx.engine.bounds import ARTICLE_LIMIT, LIMIT, OverrunError, bounded
from congressx.engine.extractor import Extractor, LinkContext
from congressx.engine.mention import Doubt, Mention, Rejection
from congressx.engine.rule import Answer, Finder, Rule
from congressx.patterns import GATE
from congressx.span import Span

_SLACK = 0.02
"""The timer is set anew when this share of it may be gone: setting it for every sentence costs as much as a rule."""


@dataclass(slots=True)
class Run:
    """What the extractors read in one document."""

    mentions: list[Mention] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)


def in_order(extractors: Iterable[Extractor]) -> tuple[Extractor, ...]:
    """Extractors with those that others need first; ties by name.

    Raises ValueError when two need each other or a needed kind is not there.
    """
    by_kind = {extractor.kind: extractor for extractor in sorted(extractors, key=lambda e: e.kind)}
    for extractor in by_kind.values():
        if missing := set(extractor.needs) - set(by_kind):
            raise ValueError(f"{extractor.kind} needs {', '.join(sorted(missing))}, which is not among the extractors")
    try:
        order = list(TopologicalSorter({kind: e.needs for kind, e in by_kind.items()}).static_order())
    except CycleError as error:
        raise ValueError(f"extractors need one another in a circle: {' → '.join(error.args[1])}") from error
    return tuple(by_kind[kind] for kind in order)


def run(document: Document, extractors: Sequence[Extractor]) -> Run:
    """Mentions and rejections of all `extractors` (already `in_order`), mentions of a kind in text order."""
    GATE.open_document((sentence.folded, sentence.cased) for sentence in document.sentences)
    result = Run()
    found: dict[str, list[Mention]] = {}
    for extractor in extractors:
        neighbours = {kind: tuple(found[kind]) for kind in extractor.needs}
        reason = _set_aside(extractor, LinkContext(document, (), neighbours))
        if reason:
            result.rejections += _first_lookalike(document, extractor, reason)
            found |= {table: [] for table in extractor.records}
            continue
        mentions = sorted(_matches(document, extractor, result.rejections), key=lambda m: (m.focus, m.rule))
        linked = _linked(extractor, LinkContext(document, tuple(mentions), neighbours))
        result.rejections += [item for item in linked if isinstance(item, Rejection)]
        mentions = [item for item in linked if isinstance(item, Mention)]
        for table in extractor.records:
            found[table] = [mention for mention in mentions if mention.kind == table]
            result.mentions += found[table]
    return result


def _set_aside(extractor: Extractor, context: LinkContext) -> str | None:
    """Why the kind is not read in the document; a look that takes too long sets nothing aside: the rules will say where."""
    if extractor.sets_aside is None:
        return None
    try:
        with bounded(LIMIT):
            return extractor.sets_aside(context)
    except OverrunError:
        return None


def _first_lookalike(document: Document, extractor: Extractor, reason: str) -> Iterator[Rejection]:
    """Why a kind reads nothing in a document, where something in it looks like the kind."""
    for sentence in document.sentences:
        match = extractor.loose.search(sentence.folded)
        if match is not None:
            span = sentence.here(Span(*match.span()))
            yield Rejection(extractor.kind, f"{extractor.kind}.rules", span, "other_subject", reason)
            return


def _matches(document: Document, extractor: Extractor, rejections: list[Rejection]) -> list[Mention]:
    """Mentions sentence by sentence; a kind that used up the article's time leaves the rest of it unread, and says so."""
    mentions: list[Mention] = []
    begun = armed = process_time()
    needed = [(rule, rule.needs) for rule in extractor.rules]
    with bounded(LIMIT) as anew:
        for sentence in document.sentences:
            missing = GATE.missing(sentence.folded)
            rules = [rule for rule, needs in needed if not needs & missing]
            if not rules:
                continue
            now = process_time()
            if now - begun > ARTICLE_LIMIT:
                rest, name = Span(sentence.span.start, len(document.text)), f"{extractor.kind}.rules"
                told = _told(document, name, ARTICLE_LIMIT)
                rejections.append(Rejection(extractor.kind, name, rest, "overrun", told))
                break
            if now - armed > LIMIT * _SLACK:
                anew()
                armed = now
            for rule, answer, whole in _answers_in_time(document, sentence, extractor.kind, rules, rejections):
                focus = sentence.here(answer.focus or whole)
                if isinstance(answer, Doubt):
                    rejections.append(Rejection(extractor.kind, rule, focus, "two_readings", answer.reason))
                else:
                    span = sentence.here(answer.span or whole)
                    mentions.append(Mention(extractor.kind, rule, span, focus, sentence.index, answer.value))
    return mentions


def _answers_in_time(
    document: Document, sentence: Sentence, kind: str, rules: Sequence[Rule | Finder], rejections: list[Rejection]
) -> list[tuple[str, Answer, Span]]:
    """(rule, answer, whole match) in the rules' order; words that an earlier rule took are not read again.

    Within one rule several answers may stand on the same words: a list of names shares its verb. What the rules found before
    one overran is kept, the overrun is told.
    """
    answers: list[tuple[str, Answer, Span]] = []
    taken: list[Span] = []
    name = rules[0].name
    try:
        for rule in rules:
            name = rule.name
            free = [
                (name, answer, whole)
                for answer, whole in rule.find(sentence, document)
                if not any((answer.focus or whole).overlaps(other) for other in taken)
            ]
            if free:
                taken += [answer.focus or whole for _, answer, whole in free]
                answers += free
    except OverrunError:
        rejections.append(Rejection(kind, name, sentence.span, "overrun", _told(document, name)))
    return answers


def _linked(extractor: Extractor, context: LinkContext) -> Sequence[Mention | Rejection]:
    """What the kind makes of its mentions; they stay as they are when it has no link."""
    if extractor.link is None:
        return context.mentions
    try:
        with bounded(LIMIT):
            return list(extractor.link(context))
    except OverrunError:
        document, link = context.document, f"{extractor.kind}.link"
        return [Rejection(extractor.kind, link, Span(0, len(document.text)), "overrun", _told(document, link))]


def _told(document: Document, rule: str, limit: float = LIMIT) -> str:
    return f"{document.source}: {rule} took more than {limit:g} s; please report it with the file"
