"""One record an award: captions and titles repeat the body, awards without numbers repeat those with them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from congressx.document import Document, SectionKind
from congressx.engine import LinkContext, Mention
from congressx.extractors.awards.record import AwardClass
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold

_NUMBERS = ("collectives", "individuals", "total")
_BARE_WORDS = 3
"""`bằng khen`, `kỷ niệm chương`: a word for an award without a name of its own."""
_OFTEN = Pattern(r"(?<!\p{L})(?:nhiều năm|h[ằà]ng năm|luôn|các năm|năm nào)(?!\p{L})")


def link(context: LinkContext) -> Iterator[Mention]:
    """Awards in text order, each once."""
    document = context.document
    kept: list[Mention] = []
    ranked = sorted(context.mentions, key=lambda m: (_weight(m), document.sentences[m.sentence].section.rank, m.focus))
    owned = list(_owned(list(_with_praise(ranked, document))))
    for mention in owned:
        if not any(_repeats(mention, other, document) for other in kept):
            kept.append(mention)
    beside = _by_paragraph(owned, document)
    wholes = {m for m in kept if _is_sum(m, kept) or _is_sum(m, beside[_paragraph(m, document)])}
    yield from sorted((m for m in kept if m not in wholes), key=lambda mention: mention.focus)


def _by_paragraph(mentions: list[Mention], document: Document) -> dict[int, list[Mention]]:
    together: dict[int, list[Mention]] = {}
    for mention in mentions:
        together.setdefault(_paragraph(mention, document), []).append(mention)
    return together


def _paragraph(mention: Mention, document: Document) -> int:
    return document.sentences[mention.sentence].paragraph


def _with_praise(mentions: list[Mention], document: Document) -> Iterator[Mention]:
    """`bằng khen được trao cho các điển hình; tổng cộng 133 tập thể, cá nhân được khen`: one award; a headline that repeats it is none."""
    praises = [m for m in mentions if m.rule == "awards.praise" and m.value.get("target") is None]
    merged: dict[Mention, Mention] = {}
    for praise in praises:
        prizes = [m for m in mentions if m.rule == "awards.prize" and m.sentence == praise.sentence]
        if len(prizes) == 1 and prizes[0].focus.start < praise.focus.start and _is_open(prizes[0]):
            merged[prizes[0]] = praise
    for mention in mentions:
        if mention in merged:
            counts = {name: merged[mention].value.get(name) for name in _NUMBERS}
            yield mention.having(**counts)
        elif mention not in merged.values() and not (mention in praises and _is_headline(mention, mentions, document)):
            yield mention


def _is_open(prize: Mention) -> bool:
    return _counts(prize) == (None, None, None) and prize.value.get("target") is None


def _is_headline(praise: Mention, mentions: list[Mention], document: Document) -> bool:
    """`khen 35 đảng viên` over an article in which 10 chi bộ and 35 đảng viên receive a certificate, or the sum of them all."""
    if document.sentences[praise.sentence].section is not SectionKind.TITLE:
        return False
    body = [count for m in mentions if m.sentence != praise.sentence for count in _counts(m) if isinstance(count, int)]
    return {count for count in _counts(praise) if count is not None} <= {*body, sum(body)}


def _is_sum(mention: Mention, others: list[Mention]) -> bool:
    """Whether badges without their years are those of the others told class by class, of its sentence or all."""
    value = mention.value
    told = value.get("individuals") or value.get("total")
    if value["class"] is not AwardClass.PARTY_BADGE or value.get("years") is not None or not told:
        return False
    parts = [o for o in others if o.value["class"] is AwardClass.PARTY_BADGE and o.value.get("years") is not None]
    here = [part for part in parts if part.sentence == mention.sentence]
    return told in (_members(here), _members(parts))


def _members(badges: list[Mention]) -> int:
    """How many received them; of a badge with a name one."""
    return sum(badge.value.get("individuals") or (badge.value.get("target") is not None) for badge in badges)


def _weight(mention: Mention) -> int:
    """Awards with numbers first, then those with a recipient, then the rest."""
    if _counts(mention) != (None, None, None):
        return 0
    return 1 if mention.value.get("target") else 2


def _counts(mention: Mention) -> tuple[object, ...]:
    return tuple(mention.value.get(name) for name in _NUMBERS)


def _owned(mentions: list[Mention]) -> Iterator[Mention]:
    """Ratings by year take the organisation of the rating before them; without one they are nobody's."""
    ratings = sorted((m for m in mentions if m.value["class"] is AwardClass.RATING), key=lambda m: m.focus)
    owner: dict[Mention, str | None] = {}
    last: Mention | None = None
    for rating in ratings:
        near = last is not None and rating.sentence - last.sentence <= 1
        owner[rating] = rating.value["target"] or (owner[last] if near and last is not None else None)
        last = rating
    for mention in mentions:
        if mention.value["class"] is not AwardClass.RATING:
            yield mention
        elif owner[mention] is not None:
            yield mention.having(target=owner[mention])


def _repeats(mention: Mention, other: Mention, document: Document) -> bool:
    a, b = mention.value, other.value
    if a["class"] is not b["class"]:
        return False
    if a["class"] is AwardClass.RATING:
        return _same_rating(mention, other, document)
    if _counts(mention) != (None, None, None):
        return _counts(mention) == _counts(other) and a.get("years") == b.get("years")
    if a.get("years") is not None:
        alone = a.get("target") is None or bool(b.get("individuals")) or _alike(a.get("target"), b.get("target"))
        return a["years"] == b.get("years") and alone
    if a.get("target") is not None:
        return _alike(a["target"], b.get("target")) and _counts(other) == _counts(mention)
    givers = a.get("giver"), b.get("giver")
    return (None in givers or _alike(*givers)) and _is_same_award(mention, other, document)


def _is_same_award(mention: Mention, other: Mention, document: Document) -> bool:
    """Whether the words of an award, `Huân chương Độc lập`, stand in the other's sentence too."""
    if mention.value["class"] is AwardClass.PARTY_BADGE:
        return True
    name, there = fold(document.quote(mention.focus)), fold(document.sentences[other.sentence].text)
    bare = fold(document.quote(other.focus))
    near = name.startswith(bare) and abs(mention.sentence - other.sentence) <= 1
    return near or name in there or len(name.split()) <= _BARE_WORDS


def _alike(one: object, two: object) -> bool:
    """Whether one is the other or a shorter form of it: `Đảng bộ Sở` and `Đảng bộ Sở Y tế`."""
    a, b = _folded(one), _folded(two)
    return bool(a and b) and (a.startswith(b) or b.startswith(a))


def _same_rating(mention: Mention, other: Mention, document: Document) -> bool:
    if not _alike(mention.value["target"], other.value["target"]):
        return False
    here, there = (fold(document.sentences[m.sentence].text) for m in (mention, other))
    if _OFTEN.search(here) or _OFTEN.search(there):
        return True
    grades = {fold(document.quote(m.focus)) for m in (mention, other)}
    years = [regex.findall(r"(?:19|20)\d\d", document.quote(m.span)) for m in (mention, other)]
    return len(grades) == 1 and (years[0] == years[1] or not years[0] or not years[1])


def _folded(words: object) -> str:
    return fold(str(words or ""))
