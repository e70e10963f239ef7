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
from congressx.span import Span


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
    result = Run()
    found: dict[str, list[Mention]] = {}
    for extractor in extractors:
        mentions = sorted(_matches(document, extractor, result.rejections), key=lambda m: (m.focus, m.rule))
        neighbours = {kind: tuple(found[kind]) for kind in extractor.needs}
        linked = _linked(extractor, LinkContext(document, tuple(mentions), neighbours))
        result.rejections += [item for item in linked if isinstance(item, Rejection)]
        mentions = [item for item in linked if isinstance(item, Mention)]
        for table in extractor.records:
            found[table] = [mention for mention in mentions if mention.kind == table]
            result.mentions += found[table]
    return result


def _matches(document: Document, extractor: Extractor, rejections: list[Rejection]) -> list[Mention]:
    """Mentions sentence by sentence; a kind that used up the article's time leaves the rest of it unread, and says so."""
    mentions: list[Mention] = []
    begun = process_time()
    with bounded(LIMIT) as anew:
        for sentence in document.sentences:
            if process_time() - begun > ARTICLE_LIMIT:
                rest, rules = Span(sentence.span.start, len(document.text)), f"{extractor.kind}.rules"
                told = _told(document, rules, ARTICLE_LIMIT)
                rejections.append(Rejection(extractor.kind, rules, rest, "overrun", told))
                break
            anew()
            for rule, answer, whole in _answers_in_time(document, sentence, extractor, rejections):
                focus = sentence.here(answer.focus or whole)
                if isinstance(answer, Doubt):
                    rejections.append(Rejection(extractor.kind, rule, focus, "two_readings", answer.reason))
                else:
                    span = sentence.here(answer.span or whole)
                    mentions.append(Mention(extractor.kind, rule, span, focus, sentence.index, answer.value))
    return mentions


def _answers_in_time(
    document: Document, sentence: Sentence, extractor: Extractor, rejections: list[Rejection]
) -> list[tuple[str, Answer, Span]]:
    """The answers for one sentence; what its rules found before one overran is kept, the overrun is told."""
    answers: list[tuple[str, Answer, Span]] = []
    at_work: list[str] = []
    try:
        for answer in _answers(document, sentence, _noted(extractor.rules, at_work)):
            answers.append(answer)
    except OverrunError:
        rule = at_work[-1]
        rejections.append(Rejection(extractor.kind, rule, sentence.span, "overrun", _told(document, rule)))
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


def _noted(rules: Iterable[Rule | Finder], at_work: list[str]) -> Iterator[Rule | Finder]:
    """The rules, each noted by name before it is handed out."""
    for rule in rules:
        at_work.append(rule.name)
        yield rule


def _answers(
    document: Document, sentence: Sentence, rules: Iterable[Rule | Finder]
) -> Iterator[tuple[str, Answer, Span]]:
    """(rule, answer, whole match) in the rules' order; words that an earlier rule took are not read again.

    Within one rule several answers may stand on the same words: a list of names shares its verb.
    """
    taken: list[Span] = []
    for rule in rules:
        free = [
            (answer, whole)
            for answer, whole in rule.find(sentence, document)
            if not any((answer.focus or whole).overlaps(other) for other in taken)
        ]
        taken += [answer.focus or whole for answer, whole in free]
        for answer, whole in free:
            yield rule.name, answer, whole
