"""One record a body and act: mentions of the same election are put together over the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from congressx.document import Document, SectionKind, Sentence
from congressx.engine import LinkContext, Mention
from congressx.extractors.elections.belonging import is_mere_level, orgs_agree
from congressx.extractors.elections.beside import settled
from congressx.extractors.elections.events import COMMITTEES, ONE_HOLDER, SEVERAL
from congressx.extractors.elections.gaps import with_gaps
from congressx.extractors.elections.leading_up import without_what_led_up
from congressx.extractors.elections.naming import with_names_behind
from congressx.extractors.elections.persons import full_name, persons_of
from congressx.extractors.elections.pieces import Kind, read_pieces
from congressx.extractors.elections.record import Act, Body
from congressx.extractors.elections.rosters import find_glued_rosters, find_rosters
from congressx.extractors.elections.sharing import with_shared_bodies
from congressx.extractors.elections.votes import find_votes
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold, phrase

_RANK = {SectionKind.BODY: 0, SectionKind.LEAD: 1, SectionKind.TITLE: 2, SectionKind.CAPTION: 3}
_UNSAID = 10
"""Rank of what no verb says: after everything else."""
_CHOSEN = Pattern(phrase(r"(?<!\p{L})(?:trúng cử|đắc cử|kết quả (?:bầu|kiểm phiếu)|đã bầu|bầu ra)(?!\p{L})"))
_SPECIFIC = frozenset((Act.RE_ELECTED, Act.SUPPLEMENTARY, Act.CONSULTED))
_VOTES = ("votes_for", "votes_total", "percent")
_OFF = 3
"""Percent by which a share may differ from its count: of those present, of all."""


def link(context: LinkContext) -> Iterator[Mention]:
    """Elections, each once, with what neighbouring sentences add."""
    document = context.document
    named = [_of_a_cell(_with_full_names(mention, document), document) for mention in context.mentions]
    spoken = [m for m in named if _says_something(m) and not _is_preview(m, document)]
    filled = with_gaps(with_names_behind(settled(spoken, document), document), document)
    told_of = list(with_shared_bodies(filled, document))
    mentions = list(without_what_led_up(told_of, document))
    elected = any(mention.value["act"] is not Act.DISMISSED for mention in mentions)
    folded = fold(document.text)
    told = elected or _CHOSEN.search(folded) is not None
    if told or "danh sách" in folded or "bầu" in folded:
        mentions += find_rosters(document, told=told)
        mentions += find_glued_rosters(document, told=told)
    records: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (_rank(m, document), m.focus)):
        _put(mention, records, document)
    records = [r for r in records if not _is_the_one_named(r, records)]
    records.sort(key=lambda m: m.focus)
    if len(records) == 1 and _is_aside(records[0], document):
        return
    for record in _with_later_votes(records, document):
        yield _of_a_board(record, document)


def _is_the_one_named(record: Mention, records: Iterable[Mention]) -> bool:
    """`bầu bổ sung một Phó Chủ tịch`, where another sentence tells who became one."""
    if record.value["seats"] != 1 or record.value["persons"] or record.value["body"] in COMMITTEES:
        return False
    body, lost = record.value["body"], Act.DISMISSED
    return any(r.value["body"] == body and r.value["act"] is not lost and r.value["persons"] for r in records)


def _rank(mention: Mention, document: Document) -> int:
    rank = _RANK[document.sentences[mention.sentence].section]
    return rank + _UNSAID if mention.rule == "elections.beside" else rank


def _says_something(mention: Mention) -> bool:
    value = mention.value
    return bool(value["persons"]) or value["seats"] is not None or value["votes_for"] is not None


_TO_COME = Pattern(phrase(r"(?<!\p{L})(?:sẽ|dự kiến)(?: \p{L}+){0,4} bầu(?!\p{L})"))


def _is_preview(mention: Mention, document: Document) -> bool:
    """`Hội đồng họp bầu bổ sung 2 Phó Chủ tịch` over an article that says `các đại biểu sẽ bầu`."""
    title = document.sentences[mention.sentence].section is SectionKind.TITLE
    return title and not mention.value["persons"] and _TO_COME.search(fold(document.text)) is not None


_OPENING = 600
"""Characters that tell what an article reports."""
_HAPPENS = Pattern(
    phrase(
        r"(?<!\p{L})(?:trao|công bố|biểu quyết|thống nhất|tại (?:đại hội|hội nghị|kỳ họp|buổi lễ|lễ)|dịp này|cùng ngày|sáng nay"
        r"|chiều nay)(?!\p{L})"
    )
)
_FILLS = Pattern(
    phrase(
        r"(?<!\p{L})(?:bổ nhiệm|chỉ định|điều động|luân chuyển|phân công|phê chuẩn|(?:giữ|nhận|nhậm) chức|(?<!thôi )làm|mới)(?!\p{L})"
    )
)


def _is_aside(only: Mention, document: Document) -> bool:
    """The one appointment of an article on something else: far down, not handed over there, of nobody its title names."""
    if only.value["act"] is not Act.APPOINTED or only.focus.start < _OPENING or not only.value["persons"]:
        return False
    title = fold(document.title)
    named = any(fold(name.split()[-1]) in title.split() for name in only.value["persons"])
    return not (named or _FILLS.search(title) or _HAPPENS.search(document.sentences[only.sentence].folded))


_BUREAU = Pattern(phrase(r"văn phòng|cấp phó"))


def _of_a_board(record: Mention, document: Document) -> Mention:
    """`Trưởng Ban Pháp chế HĐND`: of a council's officers only those of its bureau have a name among the bodies.

    Until here they share one, for a list of them is read as one and apart from other offices.
    """
    if record.value["body"] is not Body.COUNCIL_OFFICE or _BUREAU.search(fold(document.quote(record.focus))):
        return record
    return record.having(body=Body.OTHER)


_CELL = Pattern(r"(?<!\p{L})chi\s+bộ(?!\p{L})")


def _of_a_cell(mention: Mention, document: Document) -> Mention:
    """`cấp ủy` in an article whose title speaks of a cell, and of no larger body."""
    if mention.value["body"] is not Body.EXECUTIVE_COMMITTEE or "cấp ủy" not in fold(document.quote(mention.focus)):
        return mention
    titles = " ".join(s.folded for s in document.sentences if s.section is SectionKind.TITLE)
    cell = _CELL.search(titles) is not None and "đảng bộ" not in titles
    return mention.having(body=Body.CELL_COMMITTEE) if cell else mention


def _with_full_names(mention: Mention, document: Document) -> Mention:
    """Given names become the full names the article has; those it has not, or twice, are left out."""
    persons = []
    for name in mention.value["persons"]:
        syllables = len(name.split())
        full = full_name(name, document) if syllables < 3 else name
        if full is not None or syllables > 1:
            persons.append(full or name)
    return mention.having(persons=tuple(dict.fromkeys(persons)))


# ---------------------------------------------------------------- putting together


def _put(mention: Mention, records: list[Mention], document: Document) -> None:
    if _counts_those_named(mention, records):
        return
    same = [place for place, record in enumerate(records) if _is_same(record, mention)]
    if same:
        place = next((place for place in same if _tells_more_of(records[place], mention)), same[0])
        records[place] = _merged(records[place], mention)
    elif not _contradicts(mention, records, document) and not _is_said_closer(mention, records):
        records.append(mention)


def _tells_more_of(record: Mention, mention: Mention) -> bool:
    """`ông A` named again is of the record that has him, not of the first that could have him."""
    return record.value["act"] == mention.value["act"] and bool(persons_of(record) & persons_of(mention))


def _counts_those_named(mention: Mention, records: Iterable[Mention]) -> bool:
    """`bầu hai Phó Chủ tịch` over a text that tells of each with his own ballot."""
    value = mention.value
    if value["persons"] or value["body"] not in SEVERAL or value["act"] is Act.DISMISSED:
        return False
    named = [r.value for r in records if r.value["body"] == value["body"] and r.value["act"] is not Act.DISMISSED]
    apart = len(named) > 1 and all(len(r["persons"]) == 1 for r in named)
    return apart and value["seats"] == len({r["persons"] for r in named})


def _is_same(record: Mention, mention: Mention) -> bool:
    """Whether two mentions are of the same election."""
    old, new = record.value, mention.value
    if old["body"] != new["body"] or (old["act"] is Act.DISMISSED) != (new["act"] is Act.DISMISSED):
        return False
    agree = (old["act"] == new["act"] or _names_added(old, new)) and orgs_agree(old["org"], new["org"])
    if (
        old["body"] is Body.OTHER
        and old["seats"] is not None
        and mention.rule == "elections.unnamed"
        and new["persons"]
    ):
        return orgs_agree(old["org"], new["org"])
    if old["persons"] and new["persons"]:
        shared = bool(persons_of(record) & persons_of(mention))
        if shared and old["body"] is Body.OTHER and _are_two_ballots(old, new):
            return False  # `trúng cử đại biểu Quốc hội với 91% phiếu`, `trúng cử đại biểu HĐND tỉnh với 93% phiếu`
        return shared or (agree and old["body"] not in ONE_HOLDER)
    if old["seats"] is not None and new["seats"] is not None:
        part = bool(new["persons"]) and new["seats"] < old["seats"] and orgs_agree(old["org"], new["org"])
        return part or old["seats"] == new["seats"]
    return agree and old["body"] not in ONE_HOLDER


def _names_added(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """`bầu bổ sung 3 Phó Chủ tịch`, elsewhere as many persons `được bầu làm Phó Chủ tịch`."""
    added = old["act"] is Act.SUPPLEMENTARY and new["act"] is Act.ELECTED and not old["persons"]
    return added and old["seats"] == len(new["persons"])


def _merged(record: Mention, mention: Mention) -> Mention:
    old, new = record.value, mention.value
    seen = {fold(name) for name in old["persons"]}
    persons = (*old["persons"], *(name for name in new["persons"] if fold(name) not in seen))
    changes: dict[str, Any] = {"persons": persons}
    changes |= {field: new[field] for field in ("org", "seats", "candidates") if old[field] is None}
    if old["org"] is not None and is_mere_level(fold(old["org"])):
        changes["org"] = new["org"] or old["org"]  # `Chủ tịch tỉnh`, elsewhere `Chủ tịch UBND tỉnh Bình Khê`
    own = len(old["persons"]) == 1 or len(new["persons"]) == 1
    if own and (len(persons) > 1 or (old["seats"] or new["seats"] or 1) > 1):
        changes |= dict.fromkeys(_VOTES)  # each of several had votes of his own
    else:
        changes |= _ballot(old, new)
    if old["act"] is Act.ELECTED and new["act"] in _SPECIFIC:
        changes["act"] = new["act"]
    return record.having(**changes)


def _ballot(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """One ballot out of what two sentences say: `với 54/54 phiếu` and `đạt 100%`; where they disagree the first holds."""
    if all(old[field] is None for field in _VOTES):
        return {field: new[field] for field in _VOTES}
    if _is_rounded(old["percent"], new["percent"]):
        return {field: old[field] if new[field] is None else new[field] for field in _VOTES}
    both = {field: new[field] if old[field] is None else old[field] for field in _VOTES}
    votes_for, total, percent = (both[field] for field in _VOTES)
    halves = (old["percent"] is None) != (new["percent"] is None) and (old["votes_for"] is None) != (
        new["votes_for"] is None
    )
    agree = halves and total is not None and abs(100 * votes_for / total - percent) < _OFF
    return both if agree else {field: old[field] for field in _VOTES}


def _is_rounded(share: float | None, exact: float | None) -> bool:
    """`trên 96% số phiếu` in the lead, `96,6%` further down: the exact one holds."""
    return share is not None and exact is not None and share != exact and share in (int(exact), round(exact))


def _are_two_ballots(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    left, right = old["percent"], new["percent"]
    differ = left is not None and right is not None and left != right
    return differ and not _is_rounded(left, right) and not _is_rounded(right, left)


def _is_said_closer(mention: Mention, records: Iterable[Mention]) -> bool:
    """`Phó Bí thư` of one who is told to be `Phó Bí thư Thường trực`."""
    if mention.value["body"] is not Body.DEPUTY_SECRETARY:
        return False
    persons, lost = set(mention.value["persons"]), mention.value["act"] is Act.DISMISSED
    standing = [
        r
        for r in records
        if r.value["body"] is Body.STANDING_DEPUTY_SECRETARY and (r.value["act"] is Act.DISMISSED) is lost
    ]
    return bool(persons) and any(persons <= set(r.value["persons"]) for r in standing)


def _contradicts(mention: Mention, records: Iterable[Mention], document: Document) -> bool:
    """Whether a title, a caption or a sentence without a verb gives another number than the text."""
    if _rank(mention, document) < _RANK[SectionKind.TITLE] or mention.value["persons"]:
        return False
    if mention.value["body"] is Body.OTHER and _rank(mention, document) == _UNSAID:
        return False  # `Hội đồng quản trị gồm 5 thành viên; Ban Kiểm soát gồm 3 thành viên`
    sized = [r for r in records if r.value["body"] == mention.value["body"] and r.value["seats"] is not None]
    return any(not _are_of_them(r, mention) for r in sized)


def _are_of_them(record: Mention, mention: Mention) -> bool:
    """`Ban Chấp hành gồm 27 người, trong đó 9 người tái cử`: a part of the members, not another size."""
    fewer = record.value["seats"] < (mention.value["seats"] or 0)
    return fewer and record.value["act"] is Act.RE_ELECTED and record.sentence == mention.sentence


# ---------------------------------------------------------------- votes told in a sentence of their own


def _with_later_votes(records: Sequence[Mention], document: Document) -> Iterator[Mention]:
    for record in records:
        alone = len(record.value["persons"]) == 1 and record.value["seats"] in (None, 1)
        open_to_votes = alone and record.value["act"] is not Act.APPOINTED and record.value["percent"] is None
        votes = _later_votes(record, records, document) if open_to_votes else None
        yield record.having(**_ballot(record.value, votes)) if votes else record


_RIGHT_BEHIND, _BEHIND = 1, 3
"""Sentences within which votes are told of one dismissed, and of one elected."""


def _later_votes(record: Mention, records: Sequence[Mention], document: Document) -> dict[str, Any] | None:
    """`Ông An đạt 51 phiếu, tỷ lệ 94,4%` after the sentence in which An was elected."""
    given = record.value["persons"][0].split()[-1]
    told = {other.sentence for other in records}
    reach = _RIGHT_BEHIND if record.value["act"] is Act.DISMISSED else _BEHIND
    for sentence in document.sentences[record.sentence + 1 :][:reach]:
        if sentence.index in told:
            return None
        votes = find_votes(sentence.folded) if "phiếu" in sentence.folded or "%" in sentence.folded else ()
        if votes and (_is_about(sentence, given) or _is_count(sentence, record, records)):
            return {field: getattr(votes[0], field) for field in _VOTES}
    return None


_COUNTED = Pattern(phrase(r"\W*(?:kết quả|qua kiểm phiếu|sau khi kiểm phiếu|kiểm phiếu|theo đó|có) ?"))


def _is_count(sentence: Sentence, record: Mention, records: Sequence[Mention]) -> bool:
    """`Kết quả kiểm phiếu, có 50/52 đại biểu đồng ý`, right behind the one election it can be of."""
    alone = sum(other.sentence == record.sentence for other in records) == 1
    if not alone or sentence.index != record.sentence + 1 or not _COUNTED.match(sentence.folded):
        return False
    return not any(p.kind in (Kind.NAME, Kind.OFFICE, Kind.BODY) for p in read_pieces(sentence.cased, sentence.folded))


def _is_about(sentence: Sentence, given: str) -> bool:
    """Whether nobody but the one of that given name is named."""
    pieces = read_pieces(sentence.cased, sentence.folded)
    return {p.span.of(sentence.text).split()[-1] for p in pieces if p.kind is Kind.NAME} == {given}
