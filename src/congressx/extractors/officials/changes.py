"""Titles that the sentence gives or takes: won, received, proposed, lost, and what the predecessor held.

`A được bầu làm Bí thư Huyện ủy`, `phân công ông A giữ chức Bí thư`, `bầu bổ sung Phó Chủ tịch là bà B`, `miễn nhiệm chức danh Phó Chủ tịch
đối với ông C`, `A làm Bí thư thay ông D`. What stands in somebody's career history gives no title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from congressx.extractors.officials.clauses import GROUP, Clause
from congressx.extractors.officials.holders import Holding, is_history
from congressx.extractors.officials.skeleton import TITLE
from congressx.extractors.officials.titles import Title, TitleStatus

_LETTER = r"[\p{L}\p{M}]"
_SIGNS = f"{GROUP}{TITLE}"


@dataclass(frozen=True, slots=True)
class Change:
    """Titles that become, or cease to be, somebody's."""

    holders: tuple[int, ...]
    """Indexes of the persons in the sentence's `Holding`."""
    pronoun: int | None
    """Place of the pronoun in the clause text, where one stands for the person."""
    titles: tuple[Title, ...]
    status: TitleStatus
    removed: bool = False


def _words(*words: str) -> str:
    return rf"(?<!{_LETTER})(?:{'|'.join(words)})(?!{_LETTER})"


_LOSE_WORDS = _words(
    "thôi", "miễn nhiệm", "bãi nhiệm", "cách chức", "cách hết", "từ chức", "từ nhiệm", "rời", "không còn", "đình chỉ", "giáng chức", "xóa tư cách", "cho thôi", "xin thôi", "rời khỏi",
)  # fmt: skip
_PROPOSE_WORDS = _words("giới thiệu", "đề cử", "ứng cử", "tiến cử", "dự kiến", "đề xuất", "quy hoạch", "để bầu", "để quốc hội bầu", "để hđnd bầu", "sẽ bầu", "sẽ được", "trình", "ứng viên")  # fmt: skip
_WIN_WORDS = _words(
    "bầu", "tái cử", "tái đắc cử", "đắc cử", "trúng cử", "phân công", "điều động", "luân chuyển", "chỉ định", "bổ nhiệm", "bổ nhiệm lại", "chuẩn y", "công nhận", "phê chuẩn",
    "cử", "hiệp thương cử", "giao", "nhậm chức", "nhận chức", "nhận nhiệm vụ", "nhận quyết định", "trở thành", "giữ chức", "giữ chức vụ", "giữ cương vị", "giữ chức danh", "giữ nhiệm vụ",
    "đảm nhiệm", "đảm nhận", "đảm trách", "làm", "suy tôn", "đề bạt", "tuyên thệ", "về làm", "thăng", "bổ sung", "kiện toàn", "tín nhiệm",
)  # fmt: skip
_NOW = regex.compile(_words("hiện", "đang", "hiện nay", "hiện tại", "còn là", "kiêm nhiệm"))
_PAST_WORDS = _words(
    "từng", "khi còn", "lúc còn", "khi đang", "trong thời gian", "thời gian", "thời còn", "trải qua", "kinh qua", "trước khi", "trước đây", "nguyên là", "lần lượt", "lúc đang", "sau khi",
    "khi làm", "khi giữ", "ở cương vị", "nhiệm kỳ trước", "dưới thời",
)  # fmt: skip
_NOT = regex.compile(_words("không", "chưa", "không được", "trượt"))
_LOSE, _PROPOSE = regex.compile(_LOSE_WORDS), regex.compile(_PROPOSE_WORDS)
_WIN, _PAST = regex.compile(_WIN_WORDS), regex.compile(_PAST_WORDS)
_GIVES = regex.compile(
    rf"(?:{_words('giữ', 'làm', 'chức', 'chức vụ', 'chức danh', 'chức vị', 'vào', 'là', 'cương vị', 'vị trí', 'trở thành', 'nhiệm vụ', 'cử', 'bầu', 'nhận', 'đảm nhiệm', 'đảm nhận', 'đảm trách', 'thôi', 'cách chức', 'miễn nhiệm', 'bổ nhiệm', 'chỉ định', 'trọng trách', 'tân', 'các chức vụ', 'các chức danh', 'kiêm', 'bổ sung', 'lại', 'vai trò', 'nguyên', 'chức trách', 'bãi nhiệm', 'từ nhiệm', 'từ chức', 'thay')})\s*:?\s*(?:\d+\s+|các\s+|hai\s+|tân\s+)?$"
)
_TO = regex.compile(
    rf"[^{_SIGNS};]{{0,60}}?{_words('đối với', 'cho', 'với', 'của')}\s*(?:(?:các|hai|vị|ông|đồng chí)\s*)*:?\s*(?={GROUP})"
)
_GIVING = regex.compile(
    rf"(?:{_LOSE_WORDS}|{_words('bầu', 'bầu bổ sung', 'bổ nhiệm', 'bổ nhiệm lại', 'chỉ định', 'phê chuẩn', 'bổ sung', 'giới thiệu', 'công nhận', 'chuẩn y')})[^{_SIGNS},;]{{0,50}}$"
)
_AND = regex.compile(r"\s*(?:[,;]|(?:[,;]\s*)?(?:và|kiêm|rồi|đồng thời(?: là)?))\s*(?:tân\s+|các\s+)?")
_INSTEAD = regex.compile(
    rf"{_words('thay', 'thay thế', 'thay cho', 'thay vị trí', 'thế chỗ', 'kế nhiệm')}[^{_SIGNS},;]{{0,25}}$"
)
_BODY = regex.compile(
    rf"(?<!{_LETTER})(?P<body>ban thường vụ|btv|ban chấp hành|bch|ban bí thư|bộ chính trị|ủy ban kiểm tra)(?!{_LETTER})"
)
_DONE_BY_OTHERS = regex.compile(rf"(?<!{_LETTER})do\s*$")

_ELECTING = regex.compile(
    _words("bầu", "tái cử", "tái đắc cử", "đắc cử", "trúng cử", "chỉ định", "bổ nhiệm", "phê chuẩn", "bổ sung", "cử", "chuẩn y", "được")
)
_STAYS = regex.compile(r"\s*(?:đều\s+|cũng\s+|đã\s+)*(?:tái cử|tái đắc cử|đắc cử|trúng cử|được bầu)")
_IS = regex.compile(r"(?<!\p{L})là\s*$")
_BY_THEMSELVES = regex.compile(_words("được", "vừa", "đã", "bị", "nghỉ", "người", "sau khi"))


def is_proposal(text: str) -> bool:
    """Whether somebody is only proposed: `được giới thiệu bổ sung`."""
    return _PROPOSE.search(text) is not None


def is_election(text: str) -> bool:
    """Whether somebody is elected or appointed: `được bầu`."""
    return _ELECTING.search(text) is not None


def find_changes(clause: Clause, holding: Holding) -> tuple[Change, ...]:
    """What the sentence gives and takes."""
    return tuple(_Reader(clause, holding).read())


class _Reader:
    """Reads the loose titles of one clause text, left to right."""

    def __init__(self, clause: Clause, holding: Holding) -> None:
        self.clause = clause
        self.text = clause.text
        self.holding = holding
        self.signs = sorted([*clause.groups, *clause.titles, *clause.pronouns])
        self.history = is_history(self.text)
        self.given: dict[int, Change] = {}
        """By the place of the title."""

    def read(self) -> Iterator[Change]:
        counted = {c.place: c.holders for c in self.holding.counted}
        for place, origin in self.clause.titles.items():
            titles = self.holding.loose[origin]
            if origin in counted:
                change = self._counted(place, titles, counted[origin])
            else:
                change = self._to_the_right(place, titles) or self._to_the_left(place, titles)
            if change is not None:
                self.given[place] = change
        yield from self.given.values()
        yield from self._predecessors()

    # ------------------------------------------------ places

    def _sign_before(self, place: int) -> int | None:
        return max((sign for sign in self.signs if sign < place), default=None)

    def _text_before(self, place: int) -> str:
        """From the sign before up to `place`."""
        sign = self._sign_before(place)
        return self.text[0 if sign is None else sign + 1 : place]

    def _subject_before(self, place: int) -> int | None:
        return max((s for s in self.signs if s < place and s not in self.clause.titles), default=None)

    def _holders(self, place: int) -> tuple[int, ...]:
        return tuple(self.clause.groups.get(place, ()))

    # ------------------------------------------------ who gets the title

    def _counted(self, place: int, titles: tuple[Title, ...], holders: tuple[int, ...]) -> Change:
        """`bầu 4 |Phó Bí thư| gồm A, B`, `6 |Phó Chủ tịch| là A, B`, `ba |Bí thư| là A, B tái đắc cử`."""
        group = next(p for p, indexes in self.clause.groups.items() if holders[0] in indexes)
        following = min((s for s in self.signs if s > group), default=len(self.text))
        around = f"{self._text_before(place)} {self.text[place:group]}"
        status = TitleStatus.CURRENT
        if _PROPOSE.search(around):
            status = TitleStatus.NOMINEE
        elif _ELECTING.search(around) or _STAYS.match(self.text, group + 1, following):
            status = TitleStatus.ELECTED
        return Change(holders, None, titles, status)

    def _to_the_right(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`miễn nhiệm chức danh |Phó Chủ tịch| đối với A`, `trao quyết định bổ nhiệm |Giám đốc| cho A`."""
        target = _TO.match(self.text, place + 1)
        giving = _GIVING.search(self._text_before(place)) if target else None
        if target is None or giving is None or self.history:
            return None
        lost = _LOSE.search(giving.group()) is not None
        status = TitleStatus.FORMER if lost else TitleStatus.ELECTED
        if not lost and _PROPOSE.search(giving.group()):
            status = TitleStatus.NOMINEE
        return Change(self._holders(target.end()), None, titles, status, removed=lost)

    def _to_the_left(self, place: int, titles: tuple[Title, ...]) -> Change | None:
        """`A được bầu làm |Bí thư|`, `phân công A giữ chức |Bí thư|`, `A thôi giữ chức |Bí thư|`."""
        local = self._text_before(place)
        before = self._sign_before(place)
        if before in self.given and _AND.fullmatch(local):
            return replace(self.given[before], titles=titles)
        if self.history or not _GIVES.search(local) or _NOT.search(local) or _PAST.search(local):
            return None
        subject = self._subject_before(place)
        if subject is not None and self._is_predecessor(subject, place):
            subject = self._subject_before(subject)
        if subject is None:
            return None
        return self._with_status(subject, local, titles)

    def _with_status(self, subject: int, local: str, titles: tuple[Title, ...]) -> Change | None:
        holders, pronoun = self._holders(subject), subject if subject in self.clause.pronouns else None
        in_front = self._text_before(subject)
        if _LOSE.search(local):
            return Change(holders, pronoun, titles, TitleStatus.FORMER, removed=True)
        if _PROPOSE.search(local) or _PROPOSE.search(in_front):
            return Change(holders, pronoun, titles, TitleStatus.NOMINEE)
        if _NOW.search(local) or (_DONE_BY_OTHERS.search(in_front) and not _ELECTING.search(local)):
            return Change(holders, pronoun, titles, TitleStatus.CURRENT)
        if _WIN.search(local):
            return Change(holders, pronoun, titles, TitleStatus.ELECTED)
        is_one = pronoun is not None and _IS.search(local)
        return Change(holders, pronoun, titles, TitleStatus.CURRENT) if is_one else None

    # ------------------------------------------------ predecessors

    def _is_predecessor(self, subject: int, title: int) -> bool:
        """`A thay ông B làm |Bí thư|`: the title is A's."""
        if not _INSTEAD.search(self._text_before(subject)):
            return False
        return _BY_THEMSELVES.search(self.text[subject + 1 : title]) is None

    def _predecessors(self) -> Iterator[Change]:
        won = {p: c for p, c in self.given.items() if c.status in (TitleStatus.ELECTED, TitleStatus.NOMINEE)}
        for place in self.clause.groups:
            if not won or not _INSTEAD.search(self._text_before(place)):
                continue
            source = max((p for p in won if p < place), default=min(won))
            if won[source].holders != self._holders(place):
                yield Change(self._holders(place), None, won[source].titles, TitleStatus.FORMER)
