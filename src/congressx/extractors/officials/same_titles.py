"""When two titles of one person are one: the same office of the same body, the body said more or less fully."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from functools import lru_cache

from congressx.extractors.officials.lexicon import words
from congressx.extractors.officials.offices import STANDING, Office, TitleStatus
from congressx.extractors.officials.readings import BESIDE, HeldTitle
from congressx.patterns import Pattern
from congressx.vietnamese.letters import bare
from congressx.vietnamese.organisations import read_organisation
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.places import place_stop
from congressx.vietnamese.spelling import fold

_SPELLINGS = tuple(
    (Pattern(pattern), plain)
    for pattern, plain in (
        (r"\btp\b\.?|\btp\.", "thành phố "),
        (r"\btphcm\b", "thành phố hồ chí minh"),
        (r"\bhcm\b", "hồ chí minh"),
        (r"\bt\.ư\b|\btw\b|\btư\b", "trung ương"),
        (r"\bubnd\b", "ủy ban nhân dân"),
        (r"\bhđnd\b", "hội đồng nhân dân"),
        (r"\bmttq\b", "mặt trận tổ quốc"),
        (r"\bubmttq\b", "ủy ban mặt trận tổ quốc"),
        (r"\bđbqh\b", "đại biểu quốc hội"),
        (r"\bqh\b", "quốc hội"),
        (r"\blđlđ\b", "liên đoàn lao động"),
        (r"\blđbđ\b", "liên đoàn bóng đá"),
        (r"\bvff\b", "liên đoàn bóng đá việt nam"),
        (r"\bvn\b", "việt nam"),
        (r"\bđoàn tncs hồ chí minh\b|\bđoàn thanh niên cộng sản hồ chí minh\b", "đoàn"),
    )
)
_SHORT = Pattern(r"(?=[\p{Lu}\d&]*\p{Lu}[\p{Lu}\d&]*\p{Lu})[\p{Lu}\d&]+(?![\p{L}\p{M}])")
"""`GTVT`, `TT&TT`: letters that stand for words."""
_FEWEST_LETTERS = 4
_JOINTS = frozenset({"và", "các", "&"})
_WORD = Pattern(r"[\p{L}\p{M}\d&]+")
_LEVELS = frozenset({"tỉnh", "huyện", "quận", "xã", "phường"})
_LEVEL = Pattern(rf"(?<!\p{{L}})(?<!thị )(?:{alternation(_LEVELS)})(?!\p{{L}})")
_LEVEL_WORDS = _LEVELS | {"thành", "thị"}
_TWO_LEVELS = frozenset({("thành", "phố"), ("thị", "xã"), ("thị", "trấn")})
_PLACE_HEADS = Pattern(r"(?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn)(?!\s+(?:ủy|đoàn|hội))(?!\p{L})")
_PARTY_GROUP = Pattern(r"ban cán sự|đảng đoàn")
_FORMER = Pattern(r"^(?:nguyên|cựu|quyền|tân)\s+")
_OF_PLACES = frozenset({"party", "state"})
_ON_COMMITTEES = (Office.COMMITTEE_MEMBER, Office.CENTRAL_COMMITTEE_MEMBER)
_RANK = (TitleStatus.FORMER, TitleStatus.ELECTED, TitleStatus.NOMINEE, TitleStatus.ACTING, TitleStatus.CURRENT)
"""Of two readings of one title the first of these is true: what is said only once is news."""


def merged(titles: Iterable[HeldTitle], prose: Container[int]) -> list[HeldTitle]:
    """The titles of one person, in order, each once, with the fullest body named in the sentences of `prose`, else anywhere."""
    said = list(titles)
    kept: list[HeldTitle] = []
    left: set[int] = set()  # places of titles held only until one like them was won
    for title in said:
        until_now = any(_is_won_beside(title, other) for other in said)
        same = [i for i, o in enumerate(kept) if is_same(o, title) and not _is_won_again(o, title, prose)]
        if until_now:
            same = [place for place in same if not kept[place].is_won]
        else:
            same = [place for place in same if place not in left] or ([] if title.is_won else same)
        if same:
            kept[same[0]] = _better(kept[same[0]], title, prose)
        else:
            kept.append(title)
        if until_now:
            left.add(same[0] if same else len(kept) - 1)
    return [title for title in kept if not any(_is_short_for(title, other) for other in kept)]


def _is_won_again(held: HeldTitle, won: HeldTitle, prose: Container[int]) -> bool:
    """Whether somebody told before to hold an office wins it anew: two titles, one of each term."""
    before = held.sentence in prose and held.sentence < won.sentence
    return won.again and held.status is TitleStatus.CURRENT and before


_UNTIL_NOW = frozenset({TitleStatus.CURRENT, TitleStatus.ACTING, TitleStatus.FORMER})


def _is_won_beside(held: HeldTitle, won: HeldTitle) -> bool:
    """Whether a sentence tells first what somebody holds, then the like that is won: `ông A, |Bí thư|, giữ chức |Bí thư Tỉnh ủy|`."""
    told = held.sentence == won.sentence and held.span.stop <= won.span.start and won.rule != BESIDE  # |tân| Bí thư A
    return told and held.status in _UNTIL_NOW and not held.implied and won.is_won and is_same(held, won)


def _is_short_for(title: HeldTitle, other: HeldTitle) -> bool:
    """Whether the title is the other said shortly elsewhere: `Phó Bí thư Tỉnh ủy` of the `Phó Bí thư Thường trực Tỉnh ủy`.

    One may be elected deputy first and standing deputy then; only without a body is the deputy the same.
    """
    if _is_cut_short(title, other):
        return True
    if title.status is TitleStatus.ELECTED and title.org is not None:
        return False
    on_committees = (title.office, other.office) == _ON_COMMITTEES
    if on_committees and title.org is None and not _group(title):  # trúng vào |Ban Chấp hành| khóa X
        return title.status is other.status
    return (
        STANDING.get(title.office) is other.office
        and title.status is other.status
        and title.sentence != other.sentence
        and is_same_body(title.org, other.org)
    )


def _is_cut_short(title: HeldTitle, other: HeldTitle) -> bool:
    """`Chủ nhiệm A` for the `Chủ nhiệm Ủy ban Pháp luật`: the first words of the same title, in another sentence."""
    apart = title.sentence != other.sentence and title.status is other.status
    return apart and fold(other.raw).startswith(f"{fold(title.raw)} ")


def is_same(one: HeldTitle, other: HeldTitle) -> bool:
    """Whether both readings name one title."""
    if one.office is not other.office:
        return False
    if one.office is Office.OTHER and _head(one.raw) != _head(other.raw):
        return False
    if (one.org is None) is not (other.org is None) and _group(one) != _group(other):
        return False
    if one.office in _OF_ORGANS and _are_of_two_organs(one, other):
        return False
    return is_same_body(one.org, other.org)


_OF_ORGANS = frozenset({Office.BOARD_HEAD, Office.BOARD_DEPUTY_HEAD, Office.DIVISION_HEAD, Office.DEPUTY_DIVISION_HEAD})
"""Offices whose organ only the words of the title say, not its body."""


def _are_of_two_organs(one: HeldTitle, other: HeldTitle) -> bool:
    """`Trưởng phòng Nội vụ huyện`, `Trưởng phòng Tư pháp huyện`; letters may be the words of the other."""
    first, second = (title.raw.removesuffix(title.org or "") for title in (one, other))
    if _SHORT.search(first) or _SHORT.search(second):
        return False
    a, b = set(_words(first)), set(_words(second))
    return min(len(a - b), len(b - a)) > 1  # `Trưởng tiểu ban` names no organ


def _group(title: HeldTitle) -> str | None:
    """The Party group that the title is a seat in, which is never one in the committee: `Tỉnh ủy viên, Ủy viên |Ban cán sự đảng|`."""
    group = _PARTY_GROUP.search(fold(title.raw))
    return group.group() if group else None


def is_same_body(one: str | None, other: str | None) -> bool:
    """Whether two bodies can be one, the one named more fully.

    >>> is_same_body("Thành ủy", "Thành uỷ TP. HCM"), is_same_body("tỉnh Sông Lam", "UBND tỉnh"), is_same_body("Sở Y tế", "Sở Nội vụ")
    (True, True, False)
    >>> is_same_body("Sở TN&MT", "Sở Tài nguyên và Môi trường"), is_same_body("GTVT", "Bộ Giao thông Vận tải")
    (True, True)
    """
    if one is None or other is None or _is_shortened(one, other):
        return True
    a, b = sorted((_words(one), _words(other)), key=len)
    if _goes_through(a, b) or _is_of_its_place(one, other) or _is_of_its_place(other, one):
        return True
    own_a, own_b = set(a) - words("generic"), set(b) - words("generic")
    clash = bool(own_a - own_b) and bool(own_b - own_a)
    if is_place(one) or is_place(other):
        levels = {words[0] for words in (a, b) if words[0] in _LEVEL_WORDS}
        alike = len(levels) < 2 if is_place(one) and is_place(other) else all(map(_may_be_of_a_place, (one, other)))
        return alike and not clash
    return _kind(a) == _kind(b) and not clash


_AT_LEVEL = Pattern(r"(?P<body>.{4,})\s(?:tỉnh|thành phố|tp\.?)")


def _is_of_its_place(one: str, other: str) -> bool:
    """Whether a level stands for the place that the other names: `Sở Y tế |thành phố|`, `Sở Y tế |Đà Nẵng|`."""
    body = _AT_LEVEL.fullmatch(fold(one))
    if body is None:
        return False
    parts = other.split()
    for at in range(1, len(parts)):
        name = " ".join(parts[at:])
        if place_stop(name, fold(name), 0) == len(name):
            return is_same_body(one[: body.end("body")], " ".join(parts[:at]))
    return False


def are_of_other_levels(one: str | None, other: str | None) -> bool:
    """Whether two bodies are of different levels: `UBND tỉnh`, `UBND huyện`.

    >>> are_of_other_levels("UBND tỉnh", "UBND huyện Sông Lam"), are_of_other_levels("UBND tỉnh", "UBND")
    (True, False)
    """
    first, second = ({match.group() for match in _LEVEL.finditer(fold(org or ""))} for org in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def _goes_through(words: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether the words stand in the longer name in their order: no `Quốc hội` in `Hội đồng bầu cử quốc gia`."""
    rest = iter(longer)
    return all(word in rest for word in words)


def _is_shortened(one: str, other: str) -> bool:
    """Whether one says in letters what the other says in words, as far as it goes: `Sở GTVT`, `Sở Giao thông Vận tải TP HCM`."""
    if not (_SHORT.search(one) or _SHORT.search(other)):
        return False
    letters = sorted((_letters(one), _letters(other)), key=len)
    return len(letters[0]) >= _FEWEST_LETTERS and letters[1].startswith(letters[0])


@lru_cache(maxsize=1024)
def _letters(org: str) -> str:
    """What a body is shortened to; a ministry is often named without its word: `gtvt` of `Bộ Giao thông Vận tải`."""
    parts = []
    for word in _WORD.findall(org.removeprefix("Bộ ").removeprefix("bộ ")):
        plain = _plain_letters(word)
        parts.append(plain if _SHORT.fullmatch(word) else plain[:1])
    return "".join(parts).replace("tw", "tu")


def _plain_letters(word: str) -> str:
    """Small letters without their marks; a joint has none.

    >>> _plain_letters("TT&TT"), _plain_letters("Ủy"), _plain_letters("và")
    ('tttt', 'uy', '')
    """
    folded = fold(word)
    return "" if folded in _JOINTS else bare(folded).replace("đ", "d")


def _kind(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words before the first level of a place: `ủy ban nhân dân` of `UBND tỉnh Sông Lam`."""
    stop = next((i for i, word in enumerate(parts) if i and (word in _LEVELS or parts[i : i + 2] in _TWO_LEVELS)), None)
    return tuple(word for word in parts if word in words("generic")) if stop is None else parts[:stop]


def _better(one: HeldTitle, other: HeldTitle, prose: Container[int]) -> HeldTitle:
    own = other if one.implied else one
    if one.implied is not other.implied and not (own.org and is_place(own.org)):
        fuller = own  # thay |ông A|; nguyên Bí thư A: the title's own words come first
    else:
        fuller = other if _fullness(other, prose) > _fullness(one, prose) else one
    status = min(one.status, other.status, key=_RANK.index)
    news = one if one.status is status else other
    return replace(fuller, status=status, rule=news.rule)


def _fullness(title: HeldTitle, prose: Container[int]) -> tuple[int, bool, int, bool, bool]:
    """How well a title names its body; in the article itself before a headline or a caption, which say it more fully than need be."""
    org = title.org
    if org is None:
        return (0, False, 0, False, False)
    return (
        1 if is_place(org) else 2,
        title.sentence in prose and not _is_bare(org),
        len(_words(org)),
        not org.isupper(),
        org in title.raw,
    )


@lru_cache(maxsize=1024)
def _is_bare(org: str) -> bool:
    """Whether only a name would say which body it is; `Thành ủy`, `Thành đoàn` say it in their town.

    >>> _is_bare("Hội"), _is_bare("Sở Y tế"), _is_bare("Thành đoàn")
    (True, False, False)
    """
    organisation = read_organisation(org, fold(org), 0)
    of_place = _words(org)[0] in _LEVELS or fold(org).startswith("thành ")
    return (
        organisation is not None
        and not of_place
        and len(organisation.head) == len(org)
        and organisation.kind not in _OF_PLACES
    )


@lru_cache(maxsize=1024)
def _words(org: str) -> tuple[str, ...]:
    text = fold(org)
    for pattern, plain in _SPELLINGS:
        text = pattern.sub(plain, text)
    return tuple(_WORD.findall(text))


def _may_be_of_a_place(org: str) -> bool:
    """Whether the bare place may stand for it: for a committee or a council, not for an association."""
    organisation = read_organisation(org, fold(org), 0)
    return organisation is None or organisation.kind in _OF_PLACES


def is_place(org: str) -> bool:
    """`tỉnh Bình Dương`, `Bình Dương`: the place stands for its committee or council."""
    return _PLACE_HEADS.match(" ".join(_words(org))) is not None or place_stop(org, fold(org), 0) == len(org)


def _head(raw: str) -> str:
    return " ".join(_FORMER.sub("", fold(raw)).split()[:2])
