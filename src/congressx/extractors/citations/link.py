"""One record a document: the fullest form of what is cited several times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from congressx.engine import LinkContext, Mention
from congressx.vietnamese.spelling import fold


def link(context: LinkContext) -> Iterator[Mention]:
    """Mentions in text order, each document once; a bare number is the numbered document of that kind, if there is one."""
    seen: dict[tuple[object, ...], Mention] = {}
    numbered = {(m.value["kind"], _digits(m)) for m in context.mentions if m.value["form"] == "numbered"}
    for mention in context.mentions:
        if mention.value["form"] == "bare" and (mention.value["kind"], _digits(mention)) in numbered:
            continue
        identity = _identity(mention, context)
        first = seen.get(identity)
        if first is None:
            seen[identity] = mention
        elif first.value.get("date") is None and mention.value.get("date") is not None:
            seen[identity] = first.having(date=mention.value["date"])
    yield from _without_unnamed_congress(_without_unlabelled_plenum(list(seen.values())), context)


def _without_unlabelled_plenum(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """`Nghị quyết Trung ương 4` is that of the khóa named elsewhere in the article, if one is."""
    labelled = {(m.value["kind"], _digits(m)) for m in mentions if m.value["form"] == "plenum" and m.value["label"]}
    for mention in mentions:
        value = mention.value
        if value["form"] != "plenum" or value["label"] or (value["kind"], _digits(mention)) not in labelled:
            yield mention


def _digits(mention: Mention) -> str:
    return str(mention.value["number"]).lstrip("0")


def _identity(mention: Mention, context: LinkContext) -> tuple[object, ...]:
    form = mention.value["form"]
    if form == "numbered":
        return (form, fold(str(mention.value["key"])))
    if form == "congress":
        return (form, _congress_name(mention, context))
    return (form, mention.value["kind"], _digits(mention), mention.value.get("label"))


def _congress_name(mention: Mention, context: LinkContext) -> str:
    name = fold(context.document.quote(mention.span))
    return regex.sub(r"^nghị quyết|^nq|\bcủa\b|\bđại hội\b|\bđại biểu\b|\s+|[-,]|nhiệm kỳ.*$", "", name)


def _without_unnamed_congress(mentions: Iterable[Mention], context: LinkContext) -> Iterator[Mention]:
    """`Nghị quyết Đại hội` alone is the congress resolution named elsewhere in the article, if one is."""
    mentions = list(mentions)
    named = any(m.value["form"] == "congress" and _congress_name(m, context) for m in mentions)
    for mention in mentions:
        if not (named and mention.value["form"] == "congress" and not _congress_name(mention, context)):
            yield mention
