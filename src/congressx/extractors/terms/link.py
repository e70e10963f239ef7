"""One record a term: years once, their label with them, labels without years once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from congressx.engine import LinkContext, Mention
from congressx.vietnamese.terms import label_number

_Years = tuple[int, int]


def link(context: LinkContext) -> Iterator[Mention]:
    """Terms in text order. Years keep the label that stood beside them first; `khóa XII` and `khóa 12` are one."""
    by_years: dict[_Years, Mention] = {}
    by_label: dict[int, list[Mention]] = {}
    for mention in context.mentions:
        years, label = _years(mention), mention.value["label"]
        known = by_years.get(years) if years else None
        unlabelled = known is not None and known.value["label"] is None
        if years is None:
            by_label.setdefault(label_number(label), []).append(mention)
        elif known is None or (unlabelled and label is not None):
            by_years[years] = mention
    with_years = {label_number(m.value["label"]) for m in by_years.values() if m.value["label"] is not None}
    alone = [_written_most(mentions) for number, mentions in by_label.items() if number not in with_years]
    yield from sorted((*by_years.values(), *alone), key=lambda mention: mention.focus)


def _written_most(mentions: Sequence[Mention]) -> Mention:
    """The first mention in the form that stands most often: `khóa 8`, `khóa VIII`, `khóa VIII`."""
    forms = Counter(mention.value["label"] for mention in mentions)
    return max(mentions, key=lambda mention: forms[mention.value["label"]])


def _years(mention: Mention) -> _Years | None:
    start, end = mention.value["start_year"], mention.value["end_year"]
    return None if start is None else (start, end)
