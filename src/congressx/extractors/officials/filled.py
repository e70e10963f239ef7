"""Titles that the elections of an article give: whoever fills an office or a seat holds it, wherever the words for it stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from congressx.document import Document, Sentence
from congressx.engine import Mention
from congressx.extractors.officials.bodies import committees_of
from congressx.extractors.officials.offices import Office, TitleStatus
from congressx.extractors.officials.readings import COUNTED, HeldTitle, as_won, held_seat
from congressx.extractors.officials.same_titles import is_same, merged
from congressx.extractors.officials.titles import Title, find_title_stacks
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold

_OFFICES: Mapping[str, frozenset[Office]] = {
    "executive_committee": frozenset({Office.COMMITTEE_MEMBER, Office.CENTRAL_COMMITTEE_MEMBER}),
    "cell_committee": frozenset({Office.COMMITTEE_MEMBER}),
    "standing_committee": frozenset({Office.STANDING_COMMITTEE_MEMBER}),
    "secretary": frozenset({Office.SECRETARY, Office.GENERAL_SECRETARY}),
    "standing_deputy_secretary": frozenset({Office.STANDING_DEPUTY_SECRETARY}),
    "deputy_secretary": frozenset({Office.DEPUTY_SECRETARY}),
    "inspection_chair": frozenset({Office.INSPECTION_CHAIR}),
    "chairperson": frozenset({Office.CHAIRPERSON, Office.PRESIDENT}),
    "vice_chairperson": frozenset({Office.VICE_CHAIRPERSON, Office.STANDING_VICE_CHAIRPERSON, Office.VICE_PRESIDENT}),
}
"""What the body of an election makes of the persons it names."""
_SEATS = _OFFICES["executive_committee"] | _OFFICES["standing_committee"]
_BACK = 2
"""Sentences from those elected back to the words for what they were elected to."""
_COMMITTEE_SEAT = Pattern(r"chấp hành|bch|thường vụ|btv|(?:tỉnh|thành|huyện|thị|quận|đảng|chi) ủy viên")
"""Of `20 ủy viên khối Quân đội` nobody says which committee they sit on."""
_NOT_WON = frozenset({TitleStatus.FORMER, TitleStatus.NOMINEE})


def filled(elections: Iterable[Mention], document: Document) -> Mapping[str, Sequence[HeldTitle]]:
    """The titles of those elected or appointed, by folded name."""
    titles: defaultdict[str, list[HeldTitle]] = defaultdict(list)
    for election in elections:
        offices, act = _OFFICES.get(election.value["body"]), election.value["act"]
        if offices is None or act == "dismissed" or (offices <= _SEATS and act == "appointed"):
            continue
        if (title := _words_for(election, offices, document)) is not None:
            if title.office is Office.STANDING_VICE_CHAIRPERSON and len(election.value["persons"]) > 1:
                continue  # one of them is: each is told by his own words
            for name in election.value["persons"]:
                titles[fold(name)].append(title)
    return titles


def with_filled(titles: Iterable[HeldTitle], given: Sequence[HeldTitle], prose: Container[int]) -> list[HeldTitle]:
    """The titles that the person's own words say, and those `given` by elections that they do not.

    What a list is headed with, elections say is won: `Ba |Phó Bí thư| còn lại là A, B, C`. Of a seat and an office that one
    sentence gives, the office is the title: `chỉ định tham gia Ban Chấp hành, giữ chức Bí thư`. Who wins an office and is called by
    it elsewhere has one: `ra mắt Ban Chấp hành gồm |Chủ tịch| A`, `tặng hoa |Chủ tịch Hội Luật gia| A`.
    """
    titles = [
        as_won(title) if title.rule == COUNTED and any(is_same(title, other) for other in given) else title
        for title in titles
    ]
    won = [title for title in titles if title.status in (TitleStatus.ELECTED, TitleStatus.ACTING)]
    offices = {title.office for title in won}
    told = {title.sentence for title in won}
    for title in given:
        if title.office in offices or (title.office in _SEATS and title.sentence in told):
            continue
        held = next((other for other in titles if _is_held(other, title)), None)
        if held is None:
            titles.append(title)
        else:
            at = titles.index(held)
            titles[at : at + 1] = merged([held, title], prose)
    return titles


def _is_held(title: HeldTitle, won: HeldTitle) -> bool:
    """Whether a title is the office won, said elsewhere: none of `4 |Phó Chủ tịch| gồm A (Phó Chủ tịch HĐND tỉnh), B`."""
    apart = won.org is not None or title.sentence != won.sentence
    return title.status is TitleStatus.CURRENT and apart and is_same(title, won)


def _words_for(election: Mention, offices: frozenset[Office], document: Document) -> HeldTitle | None:
    """The words for the office nearest to the election's own, in its sentence; those for a new seat may stand shortly before."""
    back = _BACK if offices <= _SEATS and election.value["act"] != "re_elected" else 0
    for index in range(election.sentence, max(-1, election.sentence - back - 1), -1):
        sentence = document.sentences[index]
        fitting = [title for title in _titles_in(sentence) if title.office in offices and title.status not in _NOT_WON]
        if fitting:
            there = election.focus.start - sentence.span.start
            return as_won(held_seat(sentence, min(fitting, key=lambda title: abs(title.raw.start - there))))
    return None


def _titles_in(sentence: Sentence) -> Iterator[Title]:
    for stack in find_title_stacks(sentence.cased, sentence.folded):
        for title in stack.titles:
            if title.office not in _SEATS or _COMMITTEE_SEAT.search(title.raw.of(sentence.folded)):
                yield title
    yield from committees_of(sentence)
