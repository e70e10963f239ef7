"""Offices: the closed list, and the words that begin a title of each (`offices.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from congressx.patterns import Cues
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.letters import LETTER


class Office(StrEnum):
    """What a title makes of its holder."""

    GENERAL_SECRETARY = "general_secretary"
    POLITBURO_MEMBER = "politburo_member"
    SECRETARIAT_MEMBER = "secretariat_member"
    CENTRAL_COMMITTEE_MEMBER = "central_committee_member"
    CENTRAL_COMMITTEE_ALTERNATE = "central_committee_alternate"
    SECRETARY = "secretary"
    STANDING_DEPUTY_SECRETARY = "standing_deputy_secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    STANDING_COMMITTEE_MEMBER = "standing_committee_member"
    COMMITTEE_MEMBER = "committee_member"
    INSPECTION_CHAIR = "inspection_chair"
    INSPECTION_DEPUTY = "inspection_deputy"
    BOARD_HEAD = "board_head"
    BOARD_DEPUTY_HEAD = "board_deputy_head"
    PRESIDENT = "president"
    VICE_PRESIDENT = "vice_president"
    PRIME_MINISTER = "prime_minister"
    DEPUTY_PRIME_MINISTER = "deputy_prime_minister"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    CHAIRPERSON = "chairperson"
    STANDING_VICE_CHAIRPERSON = "standing_vice_chairperson"
    VICE_CHAIRPERSON = "vice_chairperson"
    DIRECTOR = "director"
    DEPUTY_DIRECTOR = "deputy_director"
    CHIEF_OF_OFFICE = "chief_of_office"
    DEPUTY_CHIEF_OF_OFFICE = "deputy_chief_of_office"
    DIVISION_HEAD = "division_head"
    DEPUTY_DIVISION_HEAD = "deputy_division_head"
    PRINCIPAL = "principal"
    VICE_PRINCIPAL = "vice_principal"
    GENERAL_DIRECTOR = "general_director"
    DEPUTY_GENERAL_DIRECTOR = "deputy_general_director"
    COMMANDER = "commander"
    POLITICAL_COMMISSAR = "political_commissar"
    DELEGATION_HEAD = "delegation_head"
    DEPUTY = "deputy"
    """Member of the National Assembly or of a council (đại biểu)."""
    OTHER = "other"


class TitleStatus(StrEnum):
    """Whether the title is held. The words of a title say the first three; the sentence around it says the others."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    ELECTED = "elected"
    NOMINEE = "nominee"


PARTY_OFFICES = frozenset(
    {
        Office.SECRETARY,
        Office.STANDING_DEPUTY_SECRETARY,
        Office.DEPUTY_SECRETARY,
        Office.STANDING_COMMITTEE_MEMBER,
        Office.COMMITTEE_MEMBER,
        Office.INSPECTION_CHAIR,
        Office.INSPECTION_DEPUTY,
    }
)
"""Offices that never take their body from a state office beside them: `Phó Bí thư, Chủ tịch UBND tỉnh`."""


OFFICES_OF_PLACES = frozenset(
    {
        Office.SECRETARY,
        Office.STANDING_DEPUTY_SECRETARY,
        Office.DEPUTY_SECRETARY,
        Office.CHAIRPERSON,
        Office.STANDING_VICE_CHAIRPERSON,
        Office.VICE_CHAIRPERSON,
    }
)
OFFICES_OF_ONE = frozenset({Office.GENERAL_SECRETARY, Office.PRESIDENT, Office.PRIME_MINISTER})
"""Offices of the country that a single person holds."""
SEATS = frozenset(
    {
        Office.POLITBURO_MEMBER,
        Office.SECRETARIAT_MEMBER,
        Office.CENTRAL_COMMITTEE_MEMBER,
        Office.CENTRAL_COMMITTEE_ALTERNATE,
        Office.STANDING_COMMITTEE_MEMBER,
        Office.COMMITTEE_MEMBER,
        Office.DEPUTY,
    }
)
"""Offices by which nobody is meant alone: `Ủy viên Bộ Chính trị, Thường trực Ban Bí thư kết luận`."""
OFFICES_OF_FIRMS = frozenset(
    {
        Office.CHAIRPERSON,
        Office.VICE_CHAIRPERSON,
        Office.DIRECTOR,
        Office.DEPUTY_DIRECTOR,
        Office.GENERAL_DIRECTOR,
        Office.DEPUTY_GENERAL_DIRECTOR,
    }
)


STANDING = {
    Office.DEPUTY_SECRETARY: Office.STANDING_DEPUTY_SECRETARY,
    Office.VICE_CHAIRPERSON: Office.STANDING_VICE_CHAIRPERSON,
}
"""The one of several deputies who stands in for the head."""


@dataclass(frozen=True, slots=True)
class Head:
    """A row of `offices.tsv`; no office for what only looks like one (`giám đốc thẩm`)."""

    office: Office | None
    body: str
    """`none`: the office says it. `central`: likewise, unless Đoàn or Hội follows. `org`: stands behind the head.
    `+bộ`: likewise, or only the field does (`Bộ trưởng Quốc phòng`), which is read as if `bộ` stood before it.
    Otherwise words of the head that begin the organisation (`Trưởng |ban Tuyên giáo`) or are it (`|Tỉnh ủy| viên`).
    """

    @property
    def silent(self) -> bool:
        """Whether the office says of which body it is."""
        return self.body in ("none", "central")

    @property
    def implied(self) -> str:
        """The word to think in front of a field that stands in place of a body; empty when there is none."""
        word = self.body.removeprefix("+")
        return word if word in _WORDS_OF_FIELDS else ""


TITLE_CUES = Cues((
    "trưởng", "phó", "chủ t", "chủt", "chủ n", "chủn", "bí th", "bíth", "giám đ", "giámđ", "ủy v", "ủyv", "chánh",
    "thường trực b", "tư lệnh", "chính ủy", "chính trị v", "thủ t", "đại b", "đạib", "đbqh", "thư ký", "biên tập",
    "phát ngôn", "quản đốc", "thủ q", "thành viên h", "thành viên c", "thành viên u",
    "thành viên ủ", "kiểm soát v", "thống đ", "đại sứ", "lãnh sự", "tổng t", "kiểm toán", "phụ trách",
    "thẩm phán", "bt c", "bt đ", "bt h", "bt t", "bt q", "btđu", "btcb", "uv", "ct", "cn ub", "cnub", "pcn", "gđ", "pbt", "vp",
))  # fmt: skip
"""One of these stands in every head; looking for them first makes the rest of the news cheap."""

END = rf"(?![{LETTER}\d])"
_OF_A_UNION = (
    r"(?!\s*(?:(?:ban chấp hành|ủy ban)\s+)?(?:trung ương|t\.?ư|tw)?\s*"
    r"(?:hội|đoàn|mttq|mặt trận|ubmttq|liên|hlh|lhpn|công đoàn)\b)"
)
_WORDS_OF_FIELDS = frozenset({"bộ", "vụ", "cục", "chi cục", "tổng cục", "viện"})


@cache
def heads() -> dict[str, Head]:
    """Rows of `offices.tsv` by their phrase without blanks."""
    return {
        phrase.replace(" ", ""): Head(None if office == "-" else Office(office), body)
        for phrase, office, body in rows("offices.tsv", __package__)
    }


@cache
def head_pattern() -> re.Pattern[str]:
    """Of three hundred phrases in a tree, which `re` walks six times as fast as `regex`."""
    phrases = []
    for phrase, _, body in rows("offices.tsv", __package__):
        words = [regex.escape(word) for word in phrase.split()]
        phrases.append((*words[:-1], words[-1] + _OF_A_UNION) if body == "central" else tuple(words))
    initials = "".join(sorted({phrase[0][0] for phrase in phrases}))
    return re.compile(rf"\b(?=[{initials}]){_tree(phrases)}{END}")


def names_office(folded: str) -> bool:
    """Whether words that begin a title stand in the folded words.

    >>> names_office("ông vinh, trưởng phòng tư pháp"), names_office("tăng trưởng kinh tế")
    (True, False)
    """
    return TITLE_CUES.stand_in(folded) and head_pattern().search(folded) is not None


def _tree(phrases: Iterable[Sequence[str]]) -> str:
    """Pattern source of all phrases, longest first, each word written once a branch: quick to fail."""
    branches: dict[str, list[Sequence[str]]] = {}
    for first, *rest in phrases:
        branches.setdefault(first, []).append(rest)
    sources = []
    for word in sorted(branches, key=lambda word: ("(?!" in word, -len(word))):
        tails = [rest for rest in branches[word] if rest]
        optional = "?" if len(tails) < len(branches[word]) else ""
        sources.append(word + (rf"(?:\s*{_tree(tails)}){optional}" if tails else ""))
    return f"(?:{'|'.join(sources)})"
