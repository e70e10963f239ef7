"""One record a body and act: mentions of the same election are put together over the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import regex

from congressx.document import Document, SectionKind, Sentence
from congressx.engine import LinkContext, Mention
from congressx.extractors.elections.events import SIZED, heads_a_board
from congressx.extractors.elections.persons import full_name
from congressx.extractors.elections.pieces import Kind, read_pieces
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.rosters import find_rosters
from congressx.extractors.elections.votes import find_votes
from congressx.vietnamese.spelling import fold

_RANK = {SectionKind.BODY: 0, SectionKind.LEAD: 1, SectionKind.TITLE: 2, SectionKind.CAPTION: 3}
_UNSAID = 10
"""Rank of what no verb says: after everything else."""
_ONE_HOLDER = frozenset(
    (
        Body.SECRETARY, Body.CHAIRPERSON, Body.INSPECTION_CHAIR, Body.STANDING_DEPUTY_SECRETARY, Body.COUNCIL_OFFICE,
        Body.OTHER,
    )
)  # fmt: skip
_OFFICES = _ONE_HOLDER | {Body.DEPUTY_SECRETARY, Body.VICE_CHAIRPERSON}
_SPECIFIC = frozenset((Act.RE_ELECTED, Act.SUPPLEMENTARY, Act.CONSULTED))
_VOTES = ("votes_for", "votes_total", "percent")
_FAR = 12
"""Sentences over which an election may be told."""


def link(context: LinkContext) -> Iterator[Mention]:
    """Elections, each once, with what neighbouring sentences add."""
    document = context.document
    named = [_with_full_names(mention, document) for mention in context.mentions]
    mentions = list(_settled([mention for mention in named if _says_something(mention)], document))
    if any(mention.value["act"] is not Act.DISMISSED for mention in mentions):
        mentions += find_rosters(document)
    records: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (_rank(m, document), m.focus)):
        _put(mention, records, document)
    records.sort(key=lambda m: m.focus)
    yield from _with_later_votes(records, document)


def _rank(mention: Mention, document: Document) -> int:
    rank = _RANK[document.sentences[mention.sentence].section]
    return rank + _UNSAID if mention.rule == "elections.beside" else rank


def _says_something(mention: Mention) -> bool:
    value = mention.value
    return bool(value["persons"]) or value["seats"] is not None or value["votes_for"] is not None


def _with_full_names(mention: Mention, document: Document) -> Mention:
    """Given names become the full names the article has; those it has not, or twice, are left out."""
    persons = []
    for name in mention.value["persons"]:
        syllables = len(name.split())
        full = full_name(name, document) if syllables < 3 else name
        if full is not None or syllables > 1:
            persons.append(full or name)
    return mention.having(persons=tuple(dict.fromkeys(persons)))


# ---------------------------------------------------------------- what a sentence leaves open


def _settled(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """Mentions whose body or act a neighbour tells; those nobody tells are left out."""
    before: list[Mention] = []
    for mention in mentions:
        settled: Mention | None = mention
        if mention.value["body"] is None:
            settled = _named_by(before, mention)
        if settled is not None and settled.value["act"] is None:
            settled = _beside(mentions, settled, document)
        if settled is not None:
            before.append(settled)
            yield settled


def _named_by(before: Sequence[Mention], mention: Mention) -> Mention | None:
    """`25 đồng chí trúng cử` after `bầu Ban Chấp hành`."""
    seats, persons = mention.value["seats"], set(mention.value["persons"])
    known = [m for m in before if m.value["act"] is not Act.DISMISSED]
    near = [m for m in known if mention.sentence - m.sentence <= _FAR]
    if seats is not None:
        near = [m for m in near if m.value["seats"] is not None or m.value["body"] in SIZED]
    same_persons = [m for m in known if persons & set(m.value["persons"])]
    same_seats = [m for m in near if seats is not None and m.value["seats"] == seats]
    sized = [m for m in near if m.value["seats"] is not None]
    chosen = (same_persons or same_seats or sized or near)[-1:]
    if not chosen:
        return None
    if seats is not None and not same_seats and mention.sentence - chosen[0].sentence > 3:
        return None
    return mention.having(body=chosen[0].value["body"], org=chosen[0].value["org"])


_TERM = regex.compile(r"khóa|nhiệm kỳ|mới|lần thứ")
_NEW = regex.compile(r"ra mắt|khóa mới|nhiệm kỳ mới|trúng cử|đắc cử")
_TELLERS = regex.compile(r"bầu\s+(?:ra\s+)?ban\s+kiểm\s+phiếu")


def _beside(mentions: Sequence[Mention], mention: Mention, document: Document) -> Mention | None:
    """What has no verb of its own takes the act of the election told beside it."""
    told = [m for m in mentions if m.value["act"] not in (None, Act.DISMISSED)]
    if mention.value["persons"]:
        return _persons_beside(told, mention, document)
    return _size_beside(told, mention, document)


def _size_beside(told: Sequence[Mention], mention: Mention, document: Document) -> Mention | None:
    """`Ban Chấp hành khóa mới gồm 15 đồng chí`."""
    words = fold(document.quote(mention.span))
    if words.startswith("ban kiểm phiếu") and not _TELLERS.search(fold(document.text)):
        return None
    near = any(abs(m.sentence - mention.sentence) <= 2 for m in told)
    new = _NEW.search(document.sentences[mention.sentence].folded) is not None
    if not (near or _TERM.search(words)) or not (told or new):
        return None
    appointed = bool(told) and all(m.value["act"] is Act.APPOINTED for m in told)
    return mention.having(act=Act.APPOINTED if appointed else Act.ELECTED)


def _persons_beside(told: Sequence[Mention], mention: Mention, document: Document) -> Mention | None:
    """`Ông An làm Chủ nhiệm` after `bầu Ủy ban Kiểm tra gồm 5 đồng chí`."""
    body, persons = mention.value["body"], set(mention.value["persons"])
    known = [m for m in told if m.value["body"] == body and persons & set(m.value["persons"])]
    if known:
        everyone = body in _OFFICES and len(persons) > 1  # all who hold the office, old and new
        return None if everyone else mention.having(act=known[0].value["act"])
    reach = _FAR if len(persons) > 2 or body is Body.COUNCIL_OFFICE else 2
    near = [m for m in told if 0 <= mention.sentence - m.sentence <= reach and m.focus.start < mention.focus.start]
    if not near or document.sentences[mention.sentence].section not in (SectionKind.BODY, SectionKind.LEAD):
        return None
    if body is Body.OTHER and heads_a_board(fold(document.quote(mention.focus))):
        if not any(m.value["body"] is Body.INSPECTION_COMMITTEE for m in near):
            return None
        mention = mention.having(body=Body.INSPECTION_CHAIR)
    act = near[-1].value["act"]
    return mention.having(act=Act.ELECTED if act is Act.RE_ELECTED else act)


# ---------------------------------------------------------------- putting together


def _put(mention: Mention, records: list[Mention], document: Document) -> None:
    for place, record in enumerate(records):
        if _is_same(record, mention):
            records[place] = _merged(record, mention)
            return
    if not _contradicts(mention, records, document):
        records.append(mention)


def _is_same(record: Mention, mention: Mention) -> bool:
    """Whether two mentions are of the same election."""
    old, new = record.value, mention.value
    if old["body"] != new["body"] or (old["act"] is Act.DISMISSED) != (new["act"] is Act.DISMISSED):
        return False
    agree = old["act"] == new["act"] and _orgs_agree(old["org"], new["org"])
    if (
        old["body"] is Body.OTHER
        and old["seats"] is not None
        and mention.rule == "elections.unnamed"
        and new["persons"]
    ):
        return _orgs_agree(old["org"], new["org"])
    if old["persons"] and new["persons"]:
        shared = bool(set(map(fold, new["persons"])) & set(map(fold, old["persons"])))
        return shared or (agree and old["body"] not in _ONE_HOLDER)
    if old["seats"] is not None and new["seats"] is not None:
        part = bool(new["persons"]) and new["seats"] < old["seats"] and _orgs_agree(old["org"], new["org"])
        return part or old["seats"] == new["seats"]
    return agree and old["body"] not in _ONE_HOLDER


def _orgs_agree(old: str | None, new: str | None) -> bool:
    return old is None or new is None or fold(old) in fold(new) or fold(new) in fold(old)


def _merged(record: Mention, mention: Mention) -> Mention:
    old, new = record.value, mention.value
    seen = {fold(name) for name in old["persons"]}
    persons = (*old["persons"], *(name for name in new["persons"] if fold(name) not in seen))
    changes: dict[str, Any] = {"persons": persons}
    changes |= {field: new[field] for field in ("org", "seats", "candidates") if old[field] is None}
    own = len(old["persons"]) == 1 or len(new["persons"]) == 1
    if own and (len(persons) > 1 or (old["seats"] or new["seats"] or 1) > 1):
        changes |= dict.fromkeys(_VOTES)  # each of several had votes of his own
    elif not _has_votes(record):
        changes |= {field: new[field] for field in _VOTES}
    if old["act"] is Act.ELECTED and new["act"] in _SPECIFIC:
        changes["act"] = new["act"]
    return record.having(**changes)


def _has_votes(record: Mention) -> bool:
    return record.value["votes_for"] is not None or record.value["percent"] is not None


def _contradicts(mention: Mention, records: Iterable[Mention], document: Document) -> bool:
    """Whether a title, a caption or a sentence without a verb gives another number than the text."""
    if _rank(mention, document) < _RANK[SectionKind.TITLE] or mention.value["persons"]:
        return False
    return any(r.value["body"] == mention.value["body"] and r.value["seats"] is not None for r in records)


# ---------------------------------------------------------------- votes told in a sentence of their own


def _with_later_votes(records: Sequence[Mention], document: Document) -> Iterator[Mention]:
    for record in records:
        chosen = record.value["act"] not in (Act.APPOINTED, Act.DISMISSED) and len(record.value["persons"]) == 1
        votes = _later_votes(record, records, document) if chosen and not _has_votes(record) else None
        yield record.having(**votes) if votes else record


def _later_votes(record: Mention, records: Sequence[Mention], document: Document) -> dict[str, Any] | None:
    """`Ông An đạt 51 phiếu, tỷ lệ 94,4%` after the sentence in which An was elected."""
    given = record.value["persons"][0].split()[-1]
    told = {other.sentence for other in records}
    for sentence in document.sentences[record.sentence + 1 : record.sentence + 4]:
        if sentence.index in told:
            return None
        votes = find_votes(sentence.folded) if "phiếu" in sentence.folded else ()
        if votes and _is_about(sentence, given):
            return {field: getattr(votes[0], field) for field in _VOTES}
    return None


def _is_about(sentence: Sentence, given: str) -> bool:
    """Whether nobody but the one of that given name is named."""
    pieces = read_pieces(sentence.cased, sentence.folded)
    return {p.span.of(sentence.text).split()[-1] for p in pieces if p.kind is Kind.NAME} == {given}
