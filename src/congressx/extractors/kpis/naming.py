"""Whether the phrase before a figure names a measure: who acts does not, nor does an adjective or a word that points back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from congressx.extractors.kpis import subjects
from congressx.extractors.kpis.clauses import trimmed
from congressx.extractors.kpis.deeds import deed_words
from congressx.extractors.kpis.wordlists import words_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.places import places


@cache
def _agent() -> Pattern:
    return Pattern(rf"(?:(?:các|những|một|nhiều|riêng|toàn)\s+)?(?:{words_of('agents.txt')})(?!\p{{L}})")


_TERRITORY = Pattern(
    r"(?:(?:toàn|cả|các|riêng|những)\s+)?(?:tỉnh|huyện|quận|thành phố|tp\.?|thị xã|xã|phường|thủ đô|địa phương"
    r"|đơn vị|cả nước|ngành|nước ta)"
    r"(?:\s+(?:này|ta|đó))?(?!\p{L})\s*"
)


@cache
def _act() -> Pattern:
    """A verb of sums or deeds, with the particles that say whether it was done."""
    leads = r"(?:đã|sẽ|đang|phải|cần|cũng|chỉ|mới|còn|dự kiến|được|ra quyết định|góp phần|đề nghị|tiếp tục|từng|vừa)"
    return Pattern(
        rf"(?<!\p{{L}})(?P<lead>(?:{leads}\s+)*)(?P<verb>{deed_words()}|{words_of('sum_verbs.txt')})(?!\p{{L}})"
    )


def settled(folded: str, name: Span) -> Span | None:
    """The part of a phrase before a figure that names a measure, or None.

    >>> text = "sở tài chính đã kiến nghị thu hồi"
    >>> settled(text, Span(0, len(text))).of(text)
    'kiến nghị thu hồi'
    >>> text = "giám đốc học viện cán bộ"
    >>> settled(text, Span(0, len(text))) is None
    True
    """
    then = _THEN.search(folded, name.start, name.stop)
    if then is not None and _acting(folded, Span(then.end(), name.stop)) is not None:
        name = trimmed(folded, Span(name.start, then.start()))  # tăng trưởng từng nơi thì thành phố đạt 8%
    phrase = name.of(folded)
    if phrase[0].isdigit() or is_no_name(phrase) or subjects.says_what_is(phrase):
        return None
    needing = _NEEDING.match(folded, name.start, name.stop)
    if needing is not None and not subjects.begins_with_head(phrase):
        return Span(needing.end(), name.stop)
    acting = _acting(folded, name)
    if acting is None:
        return name
    return _act_of(folded, Span(acting, name.stop))


_THEN = Pattern(r"\s+thì\s+")
_NEEDING = Pattern(
    r"(?:(?:toàn|cả) )?(?:tỉnh|huyện|quận|thành phố|tp\.?|thị xã|xã|phường|địa phương|đơn vị|nhà trường|công ty)"
    r"(?: (?!cần|dự|bố|huy)\p{L}+){0,3}? (?:(?:sẽ|đã|đang|còn|vẫn|phải) )*(?:dự kiến|cần|bố trí|huy động)\s+(?=(?:nguồn|tổng|số)(?!\p{L}))"
)
"""`huyện cần nguồn vốn 45 tỷ đồng`: who needs it is no measure."""


@cache
def _no_name() -> Pattern:
    return Pattern(rf"(?:{words_of('no_names.txt')})(?: hơn| nhất| nữa)?")


def is_no_name(phrase: str) -> bool:
    """`8% là hợp lý`: what is said of a figure does not name it."""
    return _no_name().fullmatch(phrase) is not None


def says_too_little(phrase: str) -> bool:
    """`tổng số tiền`, `tốc độ`: of what, another clause says."""
    return _bare_head().fullmatch(phrase) is not None


@cache
def _bare_head() -> Pattern:
    return Pattern(rf"(?:{words_of('bare_heads.txt')})")


def _acting(folded: str, name: Span) -> int | None:
    """Where the body, person or place ends that the phrase begins with; None where it begins with none."""
    if subjects.begins_with_head(name.of(folded)):
        return None
    agent = _agent().match(folded, name.start, name.stop)
    if agent is not None:
        return agent.end()
    territory = _TERRITORY.match(folded, name.start, name.stop)
    at = name.start if territory is None else territory.end()
    place = places().longest(folded, at)
    if place is not None and place <= name.stop:
        return place
    if territory is None:
        return None
    bare = trimmed(folded, Span(territory.start(), territory.end())).stop >= name.stop
    act = _act().match(folded, at, name.stop)
    return at if bare or (act is not None and act["lead"]) else None


def _act_of(folded: str, rest: Span) -> Span | None:
    """What the one who acts did: `… đã thu hồi`, else the last verb, which no name of a body hides."""
    acts = list(_act().finditer(folded, rest.start, rest.stop))
    led = [act for act in acts if act["lead"]]
    found = led[0] if led else _first_joined(folded, acts) if acts else None
    return None if found is None else trimmed(folded, Span(found.start("verb"), rest.stop))


def _first_joined(folded: str, acts: Sequence[regex.Match[str]]) -> regex.Match[str]:
    """The last act, or the first of those joined to it: `thu hồi và xử lý khác`."""
    found = acts[-1]
    for act in reversed(acts[:-1]):
        if folded[act.end() : found.start()].strip() not in ("và", ","):
            break
        found = act
    return found


_POINTS_BACK = Pattern(
    r"(?<!\p{L})(?:tỷ lệ|tỉ lệ|tỷ trọng|con số|mức|chỉ số|chỉ tiêu|mục tiêu)\s+(?:này|đó|ấy)(?!\p{L})"
)


def pointing_back(folded: str, start: int, stop: int) -> Span | None:
    """`năm 2016 con số này là`: words that stand for a name said before.

    >>> text = "đến nay tỷ lệ này"
    >>> pointing_back(text, 0, len(text)).of(text)
    'tỷ lệ này'
    """
    match = _POINTS_BACK.search(folded, start, stop)
    return None if match is None else Span(*match.span())
