"""What one sentence says of one person; `link` makes one official of all that an article says of a person."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from congressx.document import SectionKind, Sentence
from congressx.extractors.officials.bodies import find_seats
from congressx.extractors.officials.careers import is_long_ago
from congressx.extractors.officials.change import Change
from congressx.extractors.officials.changes import find_changes
from congressx.extractors.officials.clauses import PRONOUN_WORD, SPEECH, Clause, read_clause, unglued
from congressx.extractors.officials.gapped import gapped_winners, is_labelled
from congressx.extractors.officials.heads import heads_boards, is_of_a_board, may_head, read_head
from congressx.extractors.officials.holders import find_holders
from congressx.extractors.officials.holding import Holder, Holding
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.occasions import with_occasions
from congressx.extractors.officials.offices import STANDING, Office, TitleStatus
from congressx.extractors.officials.parts import Parts, find_parts
from congressx.extractors.officials.press import is_at_a_meeting, is_statement, is_to_the_press
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.skeleton import Given, Sign, Skeleton, read_skeleton
from congressx.extractors.officials.titles import Title
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.names import Honorific, Name


class Naming(StrEnum):
    """How a sentence names the person."""

    FULL = "full"
    GIVEN = "given"
    PRONOUN = "pronoun"
    TITLE = "title"
    """Only by office: `Bộ trưởng cũng nhấn mạnh …`."""
    HEAD = "head"
    """Nobody yet: what a list in the sentences below is headed with."""
    ITEM = "item"
    """Nobody whom we know: an item of a numbered list, which goes on below."""
    BOARDS = "boards"
    """Nobody yet: the sentences below tell who heads the boards that were elected."""


@dataclass(frozen=True, slots=True)
class HeldTitle:
    """A title as a sentence gives it to a person; strings are copied from the text."""

    office: Office
    org: str | None
    raw: str
    status: TitleStatus
    rule: str
    span: Span
    """Its words in the sentence."""
    sentence: int
    again: bool = False
    """Won by whoever held it: `A tái cử |Bí thư|`."""

    implied: bool = False
    """Another's words say it: `A làm Bí thư thay |ông B|`."""

    @property
    def is_won(self) -> bool:
        """Whether the sentence tells that it was won."""
        return self.status is TitleStatus.ELECTED


@dataclass(frozen=True, slots=True)
class PersonReading:
    """One person in one sentence."""

    naming: Naming
    name: str
    span: Span
    """The name, pronoun or title in the sentence."""
    whole: Span
    """With honorific, ranks and the titles beside it."""
    honorific: Honorific | None = None
    ranks: tuple[str, ...] = ()
    titles: tuple[HeldTitle, ...] = ()
    parts: tuple[MeetingPart, ...] = ()
    opens: bool = False
    """The sentence begins with the person, as an item of a list does."""
    called: Span | None = None
    """`đại biểu` or `cử tri` in front of the name."""
    delegate: bool = False
    """It is `đại biểu`."""
    of_board: bool = False
    """The sentence begins with the head of a board."""
    closes_quote: bool = False
    """What stands in front is quoted: `"…", |ông| nói`."""
    to_press: bool = False
    """The sentence has it said to journalists."""
    states: bool = False
    """The sentence has a time and what an official tells, and no meeting: `Sáng 5/6, ông Lúa cho biết`."""
    at_meeting: bool = False
    """The sentence itself tells of a meeting."""
    labelled: bool = False
    """An office with a colon heads the name: `Bí thư: |Trần Văn Lúa|`."""
    gapped: bool = False
    """The verb of the one before gives the office, too: `A làm Chủ tịch, |B| Phó Chủ tịch`."""
    next_word: str = ""
    """The small word behind the name, folded: the last part of it may have lost its capital."""


BESIDE = "officials.title"
COUNTED = "officials.title_counted"
"""The rule of titles that say what the persons of a list are."""
_BULLET = Pattern(r"\W*(?:\d{1,2}\s?[.)/-]\s*)?(?:\p{Lu}{0,3}\s*)?$")
_MINISTER_OF = Pattern(r"(?i:(?<!\p{L})(?:bộ|thứ) trưởng) (?P<field>\p{Lu}.+)$")
_TERM_INSIDE = Pattern(r"(?i: khóa| khoá) (?:[IVXL]+|\d+)(?= )")
"""`Đoàn ĐBQH| khóa XIV| tỉnh Sông Lam`."""
_PREFIX = Pattern(r"(?<!\p{L})(?:tân|cố)\s+$")
_PREFIXES = {"tân": TitleStatus.ELECTED, "cố": TitleStatus.FORMER}
_REMEMBERED = Pattern(r"(?<!\p{L})ngày\s+(?:sinh|mất)\s+(?:của\s+)?(?:(?:đồng chí|cố|nguyên)\s+)*$")
"""`dâng hương nhân |ngày mất cố| Bí thư Tỉnh ủy A`: of history."""
_CHANGES = frozenset({MeetingPart.ELECTED, MeetingPart.REMOVED})
_GIVES_PAPERS = Pattern(r"\s*(?:(?:đã|cũng|quyết định)\s+)*tặng\s+(?:\d+\s+)?(?:bằng khen|giấy khen|cờ)(?!\p{L})")
"""`Chủ tịch UBND tỉnh |tặng Bằng khen| cho 31 tập thể`: by decision, whoever hands it over."""
_PUNISHED = Pattern(r"\s*\([^()]{0,40}(?<!đã )(?:bị|chịu) (?:kỷ luật|cảnh cáo|cách chức|khai trừ)")
_DISMISSED = Pattern(rf"(?<!\p{{L}})(?:miễn nhiệm|bãi nhiệm|cách chức|miễn chức vụ)\s+(?:{any_of('address')}\s*)?$")
"""Of what is done to a person only that which takes an office: `cảnh cáo ông A` leaves it."""
_CLOSES_QUOTE = Pattern(rf"{SPEECH}[\s,-]*$")
_STANDING = Pattern(r"\s*\(thường trực\)")
"""`các Phó Bí thư: A |(Thường trực)|, B`."""
_SMALL_WORD = Pattern(r" {1,2}(?P<word>\p{Ll}[\p{L}\p{M}]*)")
_AGAIN = Pattern(r"(?<!\p{L})(?:tái cử|tái đắc cử|(?:tiếp tục|bầu lại)(?!\p{L})[^,;.]*)\s+(?:\p{L}+\s+){0,4}$")
_REACH = 70
"""Code points before an office within which such a verb gives it."""
_CALLED = Pattern(r"(?:^|\P{L})(?<!(?:công tác|tư cách|thẩm tra) )(?P<word>đại biểu|đb|cử tri)\s+$")


def rule_of_change(status: TitleStatus) -> str:
    """The rule of a title that words give or take.

    >>> rule_of_change(TitleStatus.ELECTED)
    'officials.title_elected'
    """
    return f"officials.title_{status.value}"


def as_won(title: HeldTitle) -> HeldTitle:
    """The title as one that is won now."""
    return replace(title, status=TitleStatus.ELECTED, rule=rule_of_change(TitleStatus.ELECTED))


def as_held(title: HeldTitle) -> HeldTitle:
    """The title as one that is held, or held for the time being: `quyền Chủ tịch UBND`."""
    status = TitleStatus.ACTING if title.raw.lower().startswith("quyền ") else TitleStatus.CURRENT
    return replace(title, status=status, rule=BESIDE)


def held_seat(sentence: Sentence, seat: Title) -> HeldTitle:
    """A seat in a committee as the heading of a list gives it."""
    raw = " ".join(seat.raw.of(sentence.text).split())
    org = " ".join(seat.org.of(sentence.text).split()) if seat.org else None
    return HeldTitle(seat.office, org, raw, seat.status, rule_of_change(seat.status), seat.raw, sentence.index)


def read_persons(sentence: Sentence, items: Container[int] = ()) -> Iterator[PersonReading]:
    """Every person of one sentence, in text order; items of a list begin at the places `items`, too."""
    if sentence.text.lstrip().startswith(">>"):  # headlines of other articles
        return
    if heads_boards(sentence):
        whole = Span(0, len(sentence.text))
        yield PersonReading(Naming.BOARDS, "", whole, whole)
    skeleton = read_skeleton(sentence.cased, unglued(sentence.cased, sentence.folded))
    if skeleton is None or is_long_ago(skeleton.text):
        return
    holding = find_holders(skeleton)
    clause = read_clause(skeleton, holding)
    if not (clause.groups or clause.titles or clause.pronouns or may_head(clause)):
        return
    yield from _Teller(sentence, skeleton, holding, clause, items).tell()


class _Teller:
    """Puts together what the steps found about each person of one sentence."""

    def __init__(
        self, sentence: Sentence, skeleton: Skeleton, holding: Holding, clause: Clause, items: Container[int]
    ) -> None:
        self.sentence = sentence
        self.items = items
        self.skeleton = skeleton
        self.holding = holding
        self.clause = clause
        headline = sentence.section is SectionKind.TITLE
        self.parts: Parts = with_occasions(clause, find_parts(clause, headline=headline))
        self.changes = find_changes(clause, holding)
        self.gapped = gapped_winners(skeleton, clause, holding, self.changes)
        self.seats = find_seats(sentence, skeleton, clause)
        self.to_press = is_to_the_press(clause)
        self.at_meeting = is_at_a_meeting(clause)
        self.states = is_statement(clause) and not self.at_meeting

    def tell(self) -> Iterator[PersonReading]:
        yield from self._head()
        for place in sorted([*self.clause.groups, *self.clause.titles, *self.clause.pronouns]):
            if place in self.clause.groups:
                for index in self.clause.groups[place]:
                    if not self._is_remembered(index):
                        yield self._person(index, self.parts.get(place, ()))
            elif place in self.clause.titles:
                yield from self._by_title(place)
            else:
                yield self._pronoun(place)

    def _head(self) -> Iterator[PersonReading]:
        head = read_head(self.sentence, self.clause, self.holding.loose)
        if head is None or not (head.titles or head.parts):
            return
        whole = Span(0, len(self.sentence.text))
        titles = tuple(self._held(title, head.status, rule_of_change(head.status)) for title in head.titles)
        yield PersonReading(Naming.HEAD, "", whole, whole, titles=titles, parts=head.parts)

    # ------------------------------------------------ one person

    def _person(self, index: int, parts: tuple[MeetingPart, ...]) -> PersonReading:
        holder = self.holding.holders[index]
        sign = self.skeleton.signs[holder.place]
        changes = [change for change in self.changes if index in change.holders]
        titles = self._titles(index, changes, removed=MeetingPart.REMOVED in parts)
        parts = (*parts, *_parts_of(changes))
        if any(title.is_won for title in titles):
            parts = (*parts, MeetingPart.ELECTED)
        if _PUNISHED.match(self.sentence.folded, sign.span.stop):
            parts = (*parts, MeetingPart.REMOVED)
        what = sign.what
        assert isinstance(what, Name | Given)
        full = isinstance(what, Name)
        called = self._called(sign.span.start)
        following = _SMALL_WORD.match(self.sentence.cased, what.span.stop)
        return PersonReading(
            Naming.FULL if full else Naming.GIVEN,
            self._words(what.span),
            what.span,
            self._whole(holder, sign),
            what.honorific,
            tuple(self._words(rank) for rank in what.ranks) if isinstance(what, Name) else (),
            tuple(titles),
            tuple(dict.fromkeys(parts)),
            opens=sign.span.start in self.items or _BULLET.match(self.sentence.text, 0, sign.span.start) is not None,
            called=called,
            delegate=called is not None and not called.of(self.sentence.folded).startswith("cử"),
            of_board=is_of_a_board(self.sentence),
            to_press=self.to_press,
            states=self.states,
            at_meeting=self.at_meeting,
            labelled=is_labelled(self.skeleton, holder),
            gapped=index in self.gapped,
            next_word=following["word"] if following else "",
        )

    def _titles(self, index: int, changes: Sequence[Change], *, removed: bool) -> list[HeldTitle]:
        """What stands beside the name, what changes give or take, and the seats of a list."""
        holder = self.holding.holders[index]
        beside = list(self._beside(holder))
        if index in self.gapped:
            beside = [as_won(title) for title in beside]
        elif removed and not any(change.removed for change in changes):
            beside = self._lost_beside(holder, beside)
        titles = [*beside, *(held for change in changes for held in self._changed(change))]
        titles += [self._held(seat, seat.status, "officials.seat") for seat in self.seats.get(index, ())]
        if _STANDING.match(self.sentence.folded, self.skeleton.signs[holder.place].span.stop):
            titles = [replace(title, office=STANDING.get(title.office, title.office)) for title in titles]
        return titles

    def _is_remembered(self, index: int) -> bool:
        holder = self.holding.holders[index]
        return _REMEMBERED.search(self.skeleton.text, 0, holder.start) is not None

    def _beside(self, holder: Holder) -> Iterator[HeldTitle]:
        for title in holder.titles:
            prefix = _PREFIX.search(self.sentence.folded, max(0, title.raw.start - 6), title.raw.start)
            status = title.status if prefix is None else _PREFIXES[prefix.group().strip()]
            yield self._held(title, status, BESIDE)

    def _lost_beside(self, holder: Holder, titles: list[HeldTitle]) -> list[HeldTitle]:
        """`miễn nhiệm ông A, |Phó Trưởng ban|`: the one office named with whoever is dismissed is the one that is lost."""
        alone = len(titles) == 1 and titles[0].status is TitleStatus.CURRENT
        if not alone or not _DISMISSED.search(self.skeleton.text, 0, holder.start):
            return titles
        return [replace(titles[0], status=TitleStatus.FORMER, rule=rule_of_change(TitleStatus.FORMER))]

    def _changed(self, change: Change) -> Iterator[HeldTitle]:
        for title in change.titles:
            keeps = title.status is TitleStatus.FORMER or (
                title.status is TitleStatus.ACTING and change.status is TitleStatus.CURRENT
            )
            status = title.status if keeps else change.status
            counted = change.counted and status is TitleStatus.CURRENT
            held = self._held(title, status, COUNTED if counted else rule_of_change(change.status))
            implied = change.status is TitleStatus.FORMER and not change.removed
            yield replace(held, implied=implied, again=self._is_again(change, title))

    def _is_again(self, change: Change, title: Title) -> bool:
        if change.status is not TitleStatus.ELECTED:
            return False
        return _AGAIN.search(self.sentence.folded, max(0, title.raw.start - _REACH), title.raw.start) is not None

    def _held(self, title: Title, status: TitleStatus, rule: str) -> HeldTitle:
        raw = self._words(title.raw)
        org = _field(raw) if title.org is None else _TERM_INSIDE.sub("", self._words(title.org))
        return HeldTitle(title.office, org, raw, status, rule, title.raw, self.sentence.index)

    def _words(self, span: Span) -> str:
        return " ".join(span.of(self.sentence.text).split())

    def _whole(self, holder: Holder, sign: Sign) -> Span:
        whole = sign.span
        for title in holder.titles:
            whole = whole.cover(title.raw)
        return whole

    def _called(self, start: int) -> Span | None:
        match = _CALLED.search(self.sentence.folded, max(0, start - 18), start)
        return Span(*match.span("word")) if match else None

    # ------------------------------------------------ persons without a name

    def _by_title(self, place: int) -> Iterator[PersonReading]:
        origin = self.clause.titles[place]
        sign = self.skeleton.signs[origin]
        titles = tuple(self._held(title, title.status, BESIDE) for title in self.holding.loose[origin])
        gone = _CHANGES | ({MeetingPart.PRESENTER} if _GIVES_PAPERS.match(self.clause.text, place + 1) else set())
        parts = tuple(part for part in self.parts.get(place, ()) if part not in gone)
        if parts:
            yield PersonReading(
                Naming.TITLE, "", sign.span, sign.span, titles=titles, parts=parts, to_press=self.to_press
            )

    def _pronoun(self, place: int) -> PersonReading:
        start = self.skeleton.origins[self.clause.origins[place]]
        word = PRONOUN_WORD.match(self.sentence.folded, start)
        span = Span(start, word.end() if word else start + 1)
        changes = [change for change in self.changes if change.pronoun == place]
        titles = tuple(held for change in changes for held in self._changed(change))
        parts = (*self.parts.get(place, ()), *_parts_of(changes))
        return PersonReading(
            Naming.PRONOUN,
            "",
            span,
            span,
            self.clause.pronouns[place],
            titles=titles,
            parts=tuple(dict.fromkeys(parts)),
            closes_quote=_CLOSES_QUOTE.search(self.clause.spoken, 0, place) is not None,
            to_press=self.to_press,
        )


def _field(raw: str) -> str | None:
    """The field that stands for a ministry: `Bộ trưởng |Quốc phòng|`."""
    match = _MINISTER_OF.search(raw)
    return match["field"] if match else None


def _parts_of(changes: Sequence[Change]) -> tuple[MeetingPart, ...]:
    parts = []
    if any(change.removed for change in changes):
        parts.append(MeetingPart.REMOVED)
    if any(change.status is TitleStatus.ELECTED for change in changes):
        parts.append(MeetingPart.ELECTED)
    return tuple(parts)
