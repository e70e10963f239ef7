"""What figures around a slash are: attendance, votes, a date, a document, a rate … `15/16` means nothing by itself.

One decision table (`_TABLE`), read from top to bottom, over the words on both sides; what it does not know is `unknown`.

>>> from congressx.vietnamese.spelling import fold
>>> text = fold("Có 36/40 đảng viên dự đại hội, đạt 15/16 chỉ tiêu, bầu với 35/36 phiếu; công suất 65 tấn/mẻ")
>>> [classify_slash(text, match).value for match in SLASH.finditer(text)]
['attendance', 'achieved', 'votes', 'rate']
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.dates import scan_dates
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.numerals import DIGITS, Number, read_digits
from congressx.vietnamese.phrases import Phrases


class SlashKind(StrEnum):
    """What a slash token is; the first seven are so many of so many."""

    ATTENDANCE = "attendance"  # sự có mặt của 47/51 đảng viên
    ACHIEVED = "achieved"  # 15/16 chỉ tiêu
    UNITS = "units"  # 37/52 tổ chức cơ sở đảng
    VOTES = "votes"  # 32/32 phiếu
    PERSONS = "persons"  # 21/28 người giữ chức vụ
    TURNOUT = "turnout"  # 61.204/61.310 cử tri
    STUDY = "study"  # 12.480/12.900 đảng viên tham gia học tập
    SCHOOLING = "schooling"  # trình độ văn hóa 10/10
    DATE = "date"  # ngày 28/5
    DOCUMENT = "document"  # 35/NQ-CP
    RATE = "rate"  # 65 tấn/mẻ
    YEAR = "year"  # năm học 2019/2020
    FRACTION = "fraction"  # 2/3 số đại biểu
    IDIOM = "idiom"  # 24/7
    UNKNOWN = "unknown"

    @property
    def is_share(self) -> bool:
        """Whether the figures are so many of so many."""
        return self in _SHARES


_SHARES = frozenset(list(SlashKind)[:7])

SLASH = Pattern(
    rf"(?P<value>{DIGITS})(?P<unit>\s?%|(?:\s\p{{L}}+\d?){{0,3}}?)\s?/\s?(?:(?P<total>\d+(?:[.,]\d+)*)|(?P<word>\p{{L}}[\p{{L}}\d]*))"
)
"""A number, at most three words of a unit, a slash, and a number or a word."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A slash token with what stands around it."""

    figures: str
    value: Number | None
    total: Number | None
    word: str | None
    unit: str
    """The words before the slash."""
    dated: bool
    broken: bool
    """Whether a stray figure stands beside it: `số phiếu 8 6/8 6`."""
    before: str
    """The sentence before it, as far as the last `.` or `;`."""
    after: str
    """The clause after it."""
    behind: str
    """What stands right behind it."""
    noun: str | None
    """Kind of the noun after it, from `slash_nouns.tsv`."""

    @property
    def within(self) -> bool:
        """Whether it can be so many of so many whole things."""
        value, total = self.value, self.total
        return isinstance(value, int) and isinstance(total, int) and value <= total and total > 0


def classify_slash(folded: str, match: regex.Match[str]) -> SlashKind:
    """What the slash token `match`, a match of `SLASH` in `folded`, is.

    >>> texts = ["sáng 28/5", "số 35/nq-cp", "học hết lớp 12/12", "không đủ 2/3 số đại biểu", "trực 24/7", "tỷ số 3/9"]
    >>> [classify_slash(text, match).value for text in texts for match in SLASH.finditer(text)]
    ['date', 'document', 'schooling', 'fraction', 'idiom', 'unknown']
    """
    span = Span(*match.span())
    return classify_share(folded, match, dated=any(mention.span.overlaps(span) for mention in scan_dates(folded)))


def classify_share(folded: str, match: regex.Match[str], *, dated: bool) -> SlashKind:
    """As `classify_slash` for a caller that knows the dates of the text: whether one overlaps the match."""
    groups = match.groupdict()
    value, total = groups["value"], groups.get("total")
    after = _OPENING.match(folded, match.end())
    begin = match.end() if after is None else after.end()
    token = _Token(
        figures=f"{value}/{total}",
        value=read_digits(value),
        total=None if total is None else read_digits(total),
        word=groups.get("word"),
        unit=(groups.get("unit") or "").strip(),
        dated=dated,
        broken=_STRAY.search(folded[max(0, match.start() - 3) : match.start()]) is not None
        or _STRAY_AFTER.match(folded, match.end()) is not None,
        before=_SENTENCE_MARK.split(folded[max(0, match.start() - 60) : match.start()])[-1],
        after=_CLAUSE_MARK.split(folded[begin : begin + 80])[0],
        behind=folded[match.end() : match.end() + 80],
        noun=_noun(folded, begin),
    )
    return next((kind for kind, holds in _TABLE if holds(token)), SlashKind.UNKNOWN)


_SENTENCE_MARK = Pattern(r"[.;](?!\d)")
_CLAUSE_MARK = Pattern(r"[.,;:(\"](?!\d)")
_STRAY = Pattern(r"\d\s+$")
_STRAY_AFTER = Pattern(r"\s+\d(?!\d{2})")
_OPENING = Pattern(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:(?:trong\s+)?(?:tổng\s+)?số\s+(?!phiếu)|đồng\s+chí\s+(?=\p{L}+\s+viên))?"
)
"""What may stand between the figures and their noun: `23/24 tổng số đảng viên`, `44/48 (91,7%) đại biểu`."""


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("slash_nouns.tsv")}


@cache
def _nouns() -> Phrases:
    return Phrases(_kinds())


def _noun(folded: str, start: int) -> str | None:
    stop = _nouns().longest(folded, start)
    return None if stop is None else _kinds().get(folded[start:stop], "units")


# --- the words of the table -------------------------------------------------------------------------------------------

_PRESENCE = Pattern(
    r"\b(?:có mặt|(?:tham\s+)?dự(?!\s*(?:án|kiến|thảo|bị|toán|báo|luật|phòng|nguồn|khuyết|đoán|trữ))|triệu tập"
    r"|tham gia\s+(?:đại hội|hội nghị|kỳ họp|phiên|cuộc họp|sinh hoạt))\b"
)
_VOTE = Pattern(
    r"\b(?:phiếu|tán thành|đồng ý|biểu quyết|nhất trí|tín nhiệm|ủng hộ|bầu(?!\s*cử)|thông qua|hợp lệ"
    r"|bãi nhiệm|miễn nhiệm)\b"
)
_STUDY = Pattern(r"\b(?:học tập|quán triệt|nghiên cứu|học nghị quyết|tập huấn|bồi dưỡng)\b")
_DATE_WORD = Pattern(
    r"\b(?:ngày|hôm|mùng|mồng|sáng|chiều|tối|trưa|đêm|tháng|quý|đợt|lễ|dịp|hội trường|nhân|đường|chợ|(?<!đến )nay|qua)\s*\(?\s*$"
)
_SCHOOL = Pattern(r"\b(?:văn hóa|trình độ|học vấn|lớp|hệ|phổ thông)\s*:?\s*(?:lớp\s*)?$")
_RANK = Pattern(r"\b(?:xếp|hạng|thứ|vị trí|đứng|tỷ lệ|tỉ lệ|bản đồ|tỷ số|tỉ số|điểm|số)\s*:?\s*$")
_PAPER = Pattern(
    r"\b(?:số|nghị quyết|nghị định|thông tư|chỉ thị|kết luận|quy định|quyết định|kế hoạch|luật|công văn|thông báo"
    r"|hướng dẫn|chương trình|đề án|pháp lệnh)\s*(?:số)?\s*:?\s*$"
)
_SUFFIX = Pattern(r"(?!km|kw|kg|mw|ml|cm|mm|m\d?$|h$|t[rh]?$)[bcdđghklmnpqrstvxz]{1,6}(?:tw|tư|cp|tu|hu|hđ|bn)?\d*")
"""The beginning of a document's suffix: no vowel in it, and no unit."""
_REACHED = Pattern(
    r"\b(?:đạt|đạt và vượt|vượt|hoàn thành|thực hiện(?:\s+được)?|giải quyết(?:\s+được)?|(?<!bầu\s)(?<!nhận\s)(?<!có\s)(?<=\p{L}\s)được)\s+$"
)
_BALLOTS = Pattern(r"\b(?:phiếu|tán thành|thống nhất|đồng ý|nhất trí)(?:\s+\p{L}+){0,4}\s*:?\s*$")
_FRACTIONS = frozenset({"2/3", "3/4"} | {f"1/{n}" for n in range(2, 11)})


def _is_document(token: _Token) -> bool:
    if token.unit:  # 65 tấn/mẻ, but 298 kh/twđtn
        return _SUFFIX.fullmatch(token.unit) is not None
    if token.word is not None:  # 35/nq-cp
        return _PAPER.search(token.before) is not None or _SUFFIX.fullmatch(token.word) is not None
    return (
        token.total is not None and _is_year(token.total) and _PAPER.search(token.before) is not None
    )  # nghị quyết 54/2017


def _is_date(token: _Token) -> bool:
    month = isinstance(token.value, int) and token.value <= 12 and token.total is not None and _is_year(token.total)
    return token.dated or month or (_may_be_day(token) and _DATE_WORD.search(token.before) is not None)


_MONTHLY = Pattern(r"\b(?:tháng|quý)\s*$")


def _may_be_day(token: _Token) -> bool:
    """Whether the figures are those of a day or a month: `đến nay 22/80 xã` are none, `tháng 4/17` are."""
    total = token.total
    return total is None or total <= 12 or _is_year(total) or _MONTHLY.search(token.before) is not None


def _is_year(number: Number) -> bool:
    return isinstance(number, int) and 1900 <= number <= 2100


def _is_vote(token: _Token) -> bool:
    if not token.within:
        return False
    counted = _BALLOTS.search(token.before) is not None
    if token.noun == "attendee":
        return counted or _VOTE.search(token.after) is not None
    return token.noun == "votes" or (token.noun is None and counted)


def _is_attendance(token: _Token) -> bool:
    said = _PRESENCE.search(token.after) or _PRESENCE.search(token.before)
    return token.within and token.noun == "attendee" and said is not None


def _is_study(token: _Token) -> bool:
    studied = _STUDY.search(token.after) or _STUDY.search(token.before)
    return token.within and token.noun == "attendee" and studied is not None


_AIMS = Pattern(r"\s*(?:chỉ tiêu|tiêu chí|mục tiêu|nhiệm vụ)\b")
_UNITS_REACHING = Pattern(
    r"\s*(?:xã|thôn|ấp|bản|làng|khu phố|khu dân cư|huyện|chi bộ|đảng bộ|trường)\b[^,.;]{0,40}"
    r"\b(?:đạt|hoàn thành|được công nhận|về đích|trong sạch)\b"
)
_ROUGHLY = Pattern(r"\b(?:hơn|trên|gần|khoảng|ít nhất|quá|đủ|tối thiểu|chiếm|bằng|tới|giảm|tăng)\s+$")


def _is_fraction(token: _Token) -> bool:
    """`đủ 2/3 số đại biểu`; `xây dựng Đảng 2/3 chỉ tiêu`, `3/4 trường đạt chuẩn` are two of three, three of four."""
    if token.figures not in _FRACTIONS:
        return False
    counted = _AIMS.match(token.behind) or _UNITS_REACHING.match(token.behind)
    return counted is None or _ROUGHLY.search(token.before) is not None


def _one_of(noun: str) -> Callable[[_Token], bool]:
    return lambda token: token.within and token.noun == noun


_TABLE: tuple[tuple[SlashKind, Callable[[_Token], bool]], ...] = (
    (SlashKind.UNKNOWN, lambda token: token.broken),
    (SlashKind.DOCUMENT, _is_document),
    (SlashKind.RATE, lambda token: token.word is not None),
    (
        SlashKind.YEAR,
        lambda token: all(number is not None and _is_year(number) for number in (token.value, token.total)),
    ),
    (SlashKind.SCHOOLING, lambda token: token.total in {10, 12} and _SCHOOL.search(token.before) is not None),
    (SlashKind.DATE, _is_date),
    (SlashKind.IDIOM, lambda token: token.noun is None and token.figures in {"24/7", "24/24", "50/50", "365/365"}),
    (
        SlashKind.UNKNOWN,
        lambda token: _RANK.search(token.before) is not None and token.noun != "votes",
    ),  # xếp 12/63 tỉnh
    (SlashKind.FRACTION, _is_fraction),
    (SlashKind.VOTES, _is_vote),
    (SlashKind.TURNOUT, _one_of("turnout")),
    (SlashKind.ACHIEVED, _one_of("achieved")),
    (SlashKind.STUDY, _is_study),
    (SlashKind.ATTENDANCE, _is_attendance),
    (SlashKind.PERSONS, _one_of("attendee")),
    (SlashKind.UNITS, _one_of("units")),
    # chỉ tiêu năm trước đạt 14/15: its noun stands further left
    (
        SlashKind.ACHIEVED,
        lambda token: token.within and token.noun is None and _REACHED.search(token.before) is not None,
    ),
)
"""Kind and what makes a token one; the first that holds wins."""
