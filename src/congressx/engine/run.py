"""The one loop that runs extractors over a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from congressx.document import Document, Sentence
from congressx.engine.extractor import Extractor, LinkContext
from congressx.engine.mention import Doubt, Mention, Rejection
from congressx.engine.rule import Finder, Rule
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
        if extractor.link is not None:
            neighbours = {kind: tuple(found[kind]) for kind in extractor.needs}
            linked = list(extractor.link(LinkContext(document, tuple(mentions), neighbours)))
            result.rejections += [item for item in linked if isinstance(item, Rejection)]
            mentions = [item for item in linked if isinstance(item, Mention)]
        for table in extractor.records:
            found[table] = [mention for mention in mentions if mention.kind == table]
            result.mentions += found[table]
    return result


def _matches(document: Document, extractor: Extractor, rejections: list[Rejection]) -> Iterator[Mention]:
    for sentence in document.sentences:
        taken: list[Span] = []
        for rule in extractor.rules:
            yield from _matches_of_rule(document, sentence, extractor.kind, rule, taken, rejections)


def _matches_of_rule(
    document: Document,
    sentence: Sentence,
    kind: str,
    rule: Rule | Finder,
    taken: list[Span],
    rejections: list[Rejection],
) -> Iterator[Mention]:
    earlier = tuple(taken)  # within one match a rule may answer several facts about the same words
    for answer, whole in rule.find(sentence, document):
        focus = answer.focus or whole
        if any(focus.overlaps(other) for other in earlier):
            continue
        taken.append(focus)
        if isinstance(answer, Doubt):
            rejections.append(Rejection(kind, rule.name, sentence.here(focus), "two_readings", answer.reason))
        else:
            span = sentence.here(answer.span or whole)
            yield Mention(kind, rule.name, span, sentence.here(focus), sentence.index, answer.value)
