"""One record a document: the fullest form of what is cited several times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from congressx.engine import LinkContext, Mention
from congressx.extractors.citations.readings import ROMAN
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold


def link(context: LinkContext) -> Iterator[Mention]:
    """Mentions in text order, each document once; a bare number is the numbered document of that kind, if there is one."""
    seen: dict[tuple[object, ...], Mention] = {}
    numbered = {(m.value["kind"], _digits(m)) for m in context.mentions if m.value["form"] == "numbered"}
    for mention in _labelled_together(context):
        if mention.value["form"] == "bare" and (mention.value["kind"], _digits(mention)) in numbered:
            continue
        identity = _identity(mention, context)
        first = seen.get(identity)
        if first is None:
            seen[identity] = mention
        elif first.value.get("date") is None and mention.value.get("date") is not None:
            seen[identity] = first.having(date=mention.value["date"])
    yield from _without_shorter_congress(_without_unlabelled_plenum(list(seen.values())), context)


_AND = Pattern(r"\s*(?:,|và|,\s*và)\s*(?:các\s+)?")


def _labelled_together(context: LinkContext) -> list[Mention]:
    """`Nghị quyết Trung ương 5 và Nghị quyết Trung ương 6 khóa X`: the khóa behind the last is that of both."""
    mentions = list(context.mentions)
    for place in range(len(mentions) - 2, -1, -1):
        here, behind = mentions[place], mentions[place + 1]
        if here.value["form"] != "plenum" or here.value["label"] or behind.value["form"] != "plenum":
            continue
        between = fold(context.document.text[here.span.stop : behind.span.start])
        if behind.value["label"] and _AND.fullmatch(between):
            mentions[place] = here.having(label=behind.value["label"])
    return mentions


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
        return (form, _same_key(str(mention.value["key"])))
    if form == "congress":
        return (form, _congress_name(mention, context))
    return (form, mention.value["kind"], _digits(mention), mention.value.get("label"))


_CENTRE = Pattern(r"t\.?ư$")
_SEPARATORS = Pattern(r"[-/]")


def _same_key(key: str) -> str:
    """`05-CT/TƯ` and `5/CT-TW` are one document.

    >>> _same_key("05-CT/TƯ") == _same_key("5/CT-TW")
    True
    """
    return _SEPARATORS.sub("-", _CENTRE.sub("tw", fold(key))).lstrip("0")


_UNTOLD = frozenset({"nghị", "quyết", "nq", "của", "đại", "hội", "đh", "biểu", "lần", "thứ", "khóa"})
_ORDINAL = Pattern(rf"{ROMAN}|\d+")
_PARTY = Pattern(r"(?<!\p{L})(?:đảng\s+bộ|đảng\s+ủy)(?!\p{L})")
_TERM = Pattern(r"\(?\s*nhiệm kỳ.*$")


def _congress_name(mention: Mention, context: LinkContext) -> frozenset[str]:
    """The words that tell one congress from another: its organisation and its number."""
    words = _TERM.sub(" ", fold(context.document.quote(mention.span)))
    told = regex.findall(r"[\p{L}\d]+", _PARTY.sub(lambda found: "".join(found.group().split()), words))
    return frozenset(word for word in told if word not in _UNTOLD)


def _without_shorter_congress(mentions: Iterable[Mention], context: LinkContext) -> Iterator[Mention]:
    """`Nghị quyết Đại hội` alone, and `nghị quyết Đại hội Đảng bộ lần VIII`, are the one that the article names more fully."""
    mentions = list(mentions)
    names = [_congress_name(m, context) if m.value["form"] == "congress" else None for m in mentions]
    for mention, name in zip(mentions, names, strict=True):
        if name is None or not any(other is not None and _is_shorter(name, other) for other in names):
            yield mention


def _is_shorter(name: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words of a name are among another's, with the same number; `Đảng bộ` without one may be a second."""
    return name < other and (not name or any(_ORDINAL.fullmatch(word) for word in name))
