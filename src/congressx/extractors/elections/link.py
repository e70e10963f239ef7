"""One record a body and act: mentions of the same election are put together over the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import regex

from congressx.document import Document, SectionKind, Sentence
from congressx.engine import LinkContext, Mention, Rejection
from congressx.extractors.elections.persons import full_name
from congressx.extractors.elections.pieces import Kind, read_pieces
from congressx.extractors.elections.reading import SIZED, heads_a_board, votes_alone
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.rosters import find_rosters
from congressx.vietnamese.spelling import fold

_RANK = {SectionKind.BODY: 0, SectionKind.LEAD: 1, SectionKind.TITLE: 2, SectionKind.CAPTION: 3}
_ONE_HOLDER = frozenset(
    (Body.SECRETARY, Body.CHAIRPERSON, Body.INSPECTION_CHAIR, Body.STANDING_DEPUTY_SECRETARY, Body.COUNCIL_OFFICE, Body.OTHER)
)
_OFFICES = frozenset((*_ONE_HOLDER, Body.DEPUTY_SECRETARY, Body.VICE_CHAIRPERSON))
_SPECIFIC = frozenset((Act.RE_ELECTED, Act.SUPPLEMENTARY, Act.CONSULTED))


def link(context: LinkContext) -> Iterator[Mention | Rejection]:
    """Elections, each once, with what neighbouring sentences add."""
    document = context.document
    mentions = [_with_full_names(mention, document) for mention in context.mentions]
    mentions = [mention for mention in mentions if _says_something(mention)]
    mentions = list(_settled(mentions, document))
    if any(mention.value["act"] is not Act.DISMISSED for mention in mentions):
        mentions += find_rosters(document)
    records: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (_rank(m, document), m.focus)):
        _put(mention, records, document)
    records.sort(key=lambda m: m.focus)
    yield from _with_later_votes(records, document)


def _rank(mention: Mention, document: Document) -> int:
    rank = _RANK[document.sentences[mention.sentence].section]
    return rank if mention.value["act"] is not None else rank + 10


def _says_something(mention: Mention) -> bool:
    return bool(mention.value["persons"]) or mention.value["seats"] is not None or mention.value["votes_for"] is not None


def _with_full_names(mention: Mention, document: Document) -> Mention:
    persons = []
    for name in mention.value["persons"]:
        full = full_name(name, document) if len(name.split()) < 3 else name
        if full is None and len(name.split()) > 1:
            full = name
        if full is not None:
            persons.append(full)
    return mention.having(persons=tuple(dict.fromkeys(persons)))


# ---------------------------------------------------------------- what a sentence leaves open


def _settled(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """Mentions whose body or act a neighbour tells; those nobody tells are left out."""
    before: list[Mention] = []
    for mention in mentions:
        settled: Mention | None = mention
        if mention.value["body"] is None:
            settled = _named_by(before, mention)
        elif mention.value["act"] is None:
            settled = _beside(mentions, mention, document)
        if settled is not None:
            before.append(settled)
            yield settled


def _named_by(before: Sequence[Mention], mention: Mention) -> Mention | None:
    """`151 đồng chí trúng cử` after `bầu Ban Chấp hành`."""
    near = [m for m in before if 0 <= mention.sentence - m.sentence <= 12 and m.value["act"] is not Act.DISMISSED]
    seats = mention.value["seats"]
    own = [m for m in before if set(m.value["persons"]) & set(mention.value["persons"]) and m.value["act"] is not Act.DISMISSED]
    if own:
        return mention.having(body=own[-1].value["body"], org=own[-1].value["org"])
    if seats is not None:
        near = [m for m in near if m.value["seats"] is not None or m.value["body"] in SIZED]
    same = [m for m in near if seats is not None and m.value["seats"] == seats]
    chosen = (same or [m for m in near if m.value["seats"] is not None] or near)[-1:]
    if not chosen or (seats is not None and not same and mention.sentence - chosen[0].sentence > 3):
        return None
    return mention.having(body=chosen[0].value["body"], org=chosen[0].value["org"])


_TERM = regex.compile(r"kho[áa]|khóa|nhiệm kỳ|mới|lần thứ")
_TELLERS = regex.compile(r"bầu\s+(?:ra\s+)?ban\s+kiểm\s+phiếu")
_NEW = regex.compile(r"ra mắt|khóa mới|nhiệm kỳ mới|trúng cử|đắc cử")


def _beside(mentions: Sequence[Mention], mention: Mention, document: Document) -> Mention | None:
    """What has no verb of its own takes the act of the election told just before it."""
    sentence = document.sentences[mention.sentence]
    strong = [m for m in mentions if m.value["act"] is not None and m.value["act"] is not Act.DISMISSED and m is not mention]
    known = [m for m in strong if m.value["body"] == mention.value["body"] and set(mention.value["persons"]) & set(m.value["persons"])]
    if known:
        roster = mention.value["body"] in _OFFICES and len(mention.value["persons"]) > 1
        return None if roster else mention.having(act=known[0].value["act"])  # all who hold the office, old and new
    if mention.value["seats"] is not None and not mention.value["persons"]:
        if fold(document.quote(mention.focus)).startswith("ban kiểm phiếu") and not _TELLERS.search(fold(document.text)):
            return None
        named = _TERM.search(document.quote(mention.span).lower()) or any(abs(m.sentence - mention.sentence) <= 2 for m in strong)
        if named and (strong or _NEW.search(sentence.folded)):
            act = Act.APPOINTED if all(m.value["act"] is Act.APPOINTED for m in strong) and strong else Act.ELECTED
            return mention.having(act=act)
        return None
    reach = 12 if len(mention.value["persons"]) > 2 else 2
    near = [m for m in strong if 0 <= mention.sentence - m.sentence <= reach and m.focus.start < mention.focus.start]
    if not near or sentence.section not in (SectionKind.BODY, SectionKind.LEAD):
        return None
    if mention.value["body"] is Body.OTHER and heads_a_board(fold(document.quote(mention.focus))):
        if not any(m.value["body"] is Body.INSPECTION_COMMITTEE for m in near):
            return None
        mention = mention.having(body=Body.INSPECTION_CHAIR)
    act = near[-1].value["act"]
    return mention.having(act=Act.ELECTED if act is Act.RE_ELECTED else act)


# ---------------------------------------------------------------- putting together


def _put(mention: Mention, records: list[Mention], document: Document) -> None:
    for place, record in enumerate(records):
        if _same(record, mention):
            records[place] = _merged(record, mention)
            return
    if _contradicts(mention, records, document):
        return
    records.append(mention)


def _same(record: Mention, mention: Mention) -> bool:
    old, new = record.value, mention.value
    if old["body"] != new["body"] or (old["act"] is Act.DISMISSED) != (new["act"] is Act.DISMISSED):
        return False
    if mention.rule == "elections.unnamed" and new["persons"] and old["seats"] is not None and old["body"] is Body.OTHER:
        return _orgs_agree(old["org"], new["org"])
    if new["persons"] and old["persons"]:
        shared = set(map(fold, new["persons"])) & set(map(fold, old["persons"]))
        if shared or old["body"] in _ONE_HOLDER:
            return bool(shared)
        return _acts_agree(old["act"], new["act"]) and _orgs_agree(old["org"], new["org"])
    if new["seats"] is not None and old["seats"] is not None and new["seats"] != old["seats"]:
        return bool(new["persons"]) and new["seats"] < old["seats"] and _orgs_agree(old["org"], new["org"])
    if new["seats"] is not None and old["seats"] is not None:
        return True
    if old["body"] in _ONE_HOLDER:
        return False
    return _acts_agree(old["act"], new["act"]) and _orgs_agree(old["org"], new["org"])


def _acts_agree(old: Act | None, new: Act | None) -> bool:
    return old == new


def _orgs_agree(old: str | None, new: str | None) -> bool:
    if old is None or new is None:
        return True
    a, b = fold(old), fold(new)
    return a in b or b in a


def _merged(record: Mention, mention: Mention) -> Mention:
    old, new = record.value, mention.value
    persons = list(old["persons"])
    seen = {fold(name) for name in persons}
    persons += [name for name in new["persons"] if fold(name) not in seen]
    changes: dict[str, Any] = {"persons": tuple(persons)}
    for field in ("org", "seats", "candidates"):
        if old[field] is None:
            changes[field] = new[field]
    own = len(old["persons"]) == 1 or len(new["persons"]) == 1
    if own and (len(persons) > 1 or (old["seats"] or new["seats"] or 1) > 1):
        changes |= dict.fromkeys(("votes_for", "votes_total", "percent"))  # each of them had votes of his own
    elif old["votes_for"] is None and old["percent"] is None:
        changes |= {field: new[field] for field in ("votes_for", "votes_total", "percent")}
    if old["act"] is Act.ELECTED and new["act"] in _SPECIFIC:
        changes["act"] = new["act"]
    return record.having(**changes)


def _contradicts(mention: Mention, records: Iterable[Mention], document: Document) -> bool:
    """Whether a title or caption gives another number than the text."""
    if _rank(mention, document) < 2 or mention.value["persons"]:
        return False
    return any(r.value["body"] == mention.value["body"] and r.value["seats"] is not None for r in records)


# ---------------------------------------------------------------- votes told in a sentence of their own


def _with_later_votes(records: Sequence[Mention], document: Document) -> Iterator[Mention]:
    for record in records:
        if record.value["votes_for"] is not None or record.value["percent"] is not None or record.value["act"] in (Act.APPOINTED, Act.DISMISSED):
            yield record
            continue
        votes = _later_votes(record, records, document)
        yield record.having(**votes) if votes else record


def _later_votes(record: Mention, records: Sequence[Mention], document: Document) -> dict[str, Any] | None:
    """`Ông An đạt 51 phiếu, tỷ lệ 94,4%` after the sentence in which An was elected."""
    if len(record.value["persons"]) != 1:
        return None
    given = record.value["persons"][0].split()[-1]
    for sentence in document.sentences[record.sentence + 1 : record.sentence + 4]:
        if any(r.sentence == sentence.index for r in records):
            return None
        if "phiếu" in sentence.folded and _is_about(sentence, given):
            for votes in votes_alone(sentence.folded):
                return {"votes_for": votes.votes_for, "votes_total": votes.votes_total, "percent": votes.percent}
    return None


def _is_about(sentence: Sentence, given: str) -> bool:
    names = [p.span.of(sentence.text).split()[-1] for p in read_pieces(sentence.cased, sentence.folded) if p.kind is Kind.NAME]
    return set(names) == {given}


__all__ = ["link", "replace"]
