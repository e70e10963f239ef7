"""How many votes: `78/79 phiếu, đạt 92,86%`, `51 phiếu tán thành`, `100% số phiếu`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.numerals import read_digits
from congressx.vietnamese.spelling import phrase


@dataclass(frozen=True, slots=True)
class Votes:
    """What one phrase says of a ballot."""

    span: Span
    votes_for: int | None = None
    votes_total: int | None = None
    percent: float | None = None


_N = r"(?<![\p{L}\d.,/])\d{1,3}(?:\.\d{3})*(?![\d%]|[.,]\d)"
_TOTAL = r"(?P<total>\d{1,4})(?!\d|[.,]\d|%)"
_PERCENT = r"(?P<percent>\d{1,3}(?:[.,]\d{1,3})?)\s*%"
_ROUGHLY = r"(?:(?:hơn|trên|gần|khoảng|xấp xỉ) )?"
"""`92/97 phiếu (hơn 94%)`: the count beside it is exact, the share is kept as printed."""
_VOTERS = r"(?:số |tổng số )?(?:phiếu|lá phiếu|đại biểu|đồng chí|ủy viên|ý kiến|đb)"
_HOW = (
    r"(?:\s*(?:tán thành|tín nhiệm|đồng ý|thuận|bầu|hợp lệ|ủng hộ|có mặt|tuyệt đối|thống nhất|tham gia|dự họp|tham dự"
    r"|biểu quyết|bỏ phiếu|cao kỷ lục|kỷ lục))*"
)
_AGREE = r"(?:tán thành|tín nhiệm|đồng ý|nhất trí|thống nhất|ủng hộ|đồng thuận)"
_AGREE_BEHIND = rf"(?: có mặt)?(?: đã| cùng)? {_AGREE}{_HOW}"
_SHARE = (
    r"(?:\s*[,(;]?\s*(?:=|tức(?: là)?|tương đương|tương ứng|chiếm|đạt|bằng|với)?\s*(?:tỷ lệ|tỉ lệ)?\s*(?:phiếu )?"
    rf"(?:là |đạt |tán thành |tín nhiệm )*{_ROUGHLY}{_PERCENT})?"
)

_PATTERNS = tuple(
    Pattern(phrase(pattern))
    for pattern in (
        # với số phiếu tuyệt đối (64/64) · tỷ lệ 100% phiếu đồng ý (38/38) · phiếu bầu đạt 100% (56/56)
        rf"(?:(?:số phiếu|phiếu|tỷ lệ|tỉ lệ){_HOW}(?: là| đạt)?(?: {_ROUGHLY}{_PERCENT})?|{_PERCENT})(?: phiếu)?{_HOW}"
        rf"\s*\(\s*(?P<for>{_N})\s*/\s*{_TOTAL}(?: {_VOTERS}{_HOW})?\s*\)",
        # số phiếu tuyệt đối 48/48 (đạt tỷ lệ 100%)
        rf"(?:số phiếu(?: bầu)?{_HOW}(?: là| đạt|:)? |phiếu{_HOW} )(?P<for>{_N})\s*/\s*{_TOTAL}(?: {_VOTERS}{_HOW})?{_SHARE}",
        # số phiếu đồng ý là 45 trên tổng số 47
        rf"số phiếu(?: bầu)?{_HOW}(?: là| đạt|:)? (?P<for>{_N}) (?:trên|trong)(?: tổng)?(?: số)? {_TOTAL}(?: {_VOTERS})?{_SHARE}",
        # 41/45 (tỷ lệ 91,1%) đại biểu HĐND tỉnh đã bầu · 40/45 đại biểu (88,9%)
        rf"(?P<for>{_N})\s*/\s*{_TOTAL}\s*\((?:chiếm |đạt |bằng )?(?:tỷ lệ |tỉ lệ )?(?:là )?{_ROUGHLY}{_PERCENT}\) {_VOTERS}{_HOW}",
        # 78/79 phiếu tín nhiệm, đạt 92,86% · 92/97 đại biểu có mặt (hơn 94%)
        rf"(?P<for>{_N})\s*/\s*{_TOTAL} {_VOTERS}{_HOW}{_SHARE}",
        # 51 phiếu trên tổng số 54 · 26 phiếu thuận trong tổng số 44 phiếu, đạt 59%
        rf"(?P<for>{_N}) (?:số )?phiếu{_HOW}\s*(?:trên|trong|/)(?: tổng)?(?: số)?\s*{_TOTAL}(?: {_VOTERS})?{_HOW}{_SHARE}",
        # 45 đại biểu đồng ý trên tổng số 47 đại biểu có mặt · 48 trong tổng số 50 đại biểu tán thành
        rf"(?P<for>{_N}) (?:đại biểu|đb|ủy viên) {_AGREE}{_HOW} (?:trên|trong)(?: tổng)?(?: số)? {_TOTAL}(?: {_VOTERS})?{_HOW}{_SHARE}",
        rf"(?P<for>{_N}) (?:trên|trong)(?: tổng)? số {_TOTAL} (?:đại biểu|đb|ủy viên|phiếu)"
        rf"(?: có mặt| tham dự| dự họp)?{_AGREE_BEHIND}{_SHARE}",
        # nhận 23 trong 25 phiếu
        rf"(?P<for>{_N}) (?:trên|trong)(?: tổng)?(?: số)? {_TOTAL} (?:lá )?phiếu{_HOW}{_SHARE}",
        # trong tổng số 58 đại biểu, có 57 đại biểu bỏ phiếu đồng ý
        rf"(?:trong|trên) tổng số {_TOTAL} (?:đại biểu|đb|ủy viên)[^;:.\d]{{0,40}}?,? có (?P<for>{_N}) (?:đại biểu|đb|ủy viên|phiếu)"
        rf"(?: bỏ phiếu| biểu quyết)?{_AGREE_BEHIND}{_SHARE}",
        # số phiếu tán thành là 51, đạt tỉ lệ 94,4% · đạt số phiếu 51, tỉ lệ 94,4%
        rf"số phiếu(?: bầu)?{_HOW}(?: là| đạt)? (?P<for>{_N})(?! (?:trên|trong)){_SHARE}",
        # 51 phiếu tán thành, đạt 94,4%
        rf"(?P<for>{_N}) (?:số )?(?:lá )?phiếu{_HOW}{_SHARE}",
        # với tỷ lệ 97,91% · với tỷ lệ phiếu đạt gần 98,9% · với tỷ lệ phiếu rất cao (trên 90%)
        rf"(?:với |đạt |bằng )(?:số phiếu |kết quả )?(?:tỷ lệ|tỉ lệ)(?: số)?(?: bỏ phiếu| phiếu)?{_HOW}(?: bầu)?"
        rf"(?:(?: là| đạt)? |(?: rất| khá)?(?: cao)? \(){_ROUGHLY}{_PERCENT}",
        # có tỷ lệ phiếu bầu cao thứ hai, 77,74%
        rf"(?:tỷ lệ|tỉ lệ) (?:số )?phiếu(?: bầu)?{_HOW}(?: cao nhất| cao thứ \p{{L}}+)?(?: là| đạt|,)? {_PERCENT}",
        # bầu ông A làm Bí thư (đạt 93,3%)
        rf"\((?:đạt|với)(?: tỷ lệ| tỉ lệ)? {_PERCENT}(?: (?:số )?phiếu(?: bầu)?)?\)",
        # (đạt 50/52)
        rf"\(đạt (?P<for>{_N})\s*/\s*{_TOTAL}(?=\s*[),])",
        # ông Lê Văn An (43/44); more than twelve: no date
        rf"(?<=[\p{{L}}\d])(?<!đồng chí|đ/c|người|ủy viên|đại biểu|thành viên)\s*\((?P<for>{_N})\s*/\s*(?P<total>1[3-9]|[2-9]\d|\d{{3}})\)",
        # số phiếu bầu cao nhất với 88,5%
        rf"số phiếu{_HOW}(?: cao nhất| cao| tập trung)?(?: là| đạt| chiếm| với| lên tới| lên đến)* {_PERCENT}",
        # 100% số phiếu · 100% phiếu bầu
        rf"{_PERCENT} (?:trên )?(?:tổng )?(?:số )?(?:phiếu|lá phiếu)",
        # với sự nhất trí của 100% đại biểu có mặt
        rf"{_AGREE}(?: cao| tuyệt đối)? (?:của|từ) {_PERCENT} (?:tổng )?(?:số )?(?:đại biểu|đb|ủy viên|thành viên)",
        # được 100% đại biểu có mặt tán thành · 100% đại biểu tham dự Đại hội đã thống nhất bầu
        rf"{_PERCENT} (?:số )?(?:đại biểu|đb|ủy viên|thành viên|đồng chí)(?: (?:hđnd|quốc hội|tp|thành phố|tỉnh|huyện)[^,;:.%()]{{0,30}}?)?"
        r"(?: có mặt| tham dự| dự họp| dự| về dự| tham gia)?(?: tại)?(?: đại hội| hội nghị| kỳ họp)?(?: đã| đều| cũng)?"
        r"(?= ?(?:tán thành|đồng ý|bỏ phiếu|nhất trí|thống nhất|thông qua|biểu quyết|bầu|tín nhiệm bầu|giơ tay|ủng hộ|$|[,.;(]))",
        # tán thành 100% · 100% đồng ý · biểu quyết đồng thuận tuyệt đối 100%
        rf"(?:tán thành|nhất trí|đồng ý|thống nhất|đồng thuận|biểu quyết tuyệt đối)(?: cao| tuyệt đối)? {_PERCENT}"
        rf"|{_PERCENT} (?:tán thành|nhất trí|đồng ý)",
    )
)
_BROKEN = Pattern(r"(?<![\d.,/]\s?)(\d{1,3}) (\d{1,2})/(\d{1,2}) (\d{1,3})(?![\d%/]|[.,]\d)")
"""`5 4/5 4` for `54/54`: fractions broken apart on the way to the page."""
_BETWEEN = Pattern(phrase(r"[\s,(]*(?:(?:tức|tương đương|đại biểu|với|đạt|tỷ lệ|tỉ lệ)[\s,(]*)*"))
"""What may stand between the two halves of one ballot: `100% đại biểu (71/71 phiếu)`."""
_ABOUT = Pattern(phrase(r"(?<!\p{L})(?:trên|hơn|gần|khoảng|xấp xỉ|dưới|quá)\s*$"))
_HALF = 50
_CONFIDENCE = Pattern(phrase(r"tín nhiệm cao|tín nhiệm thấp|lấy phiếu|bỏ phiếu tín nhiệm"))


def find_votes(folded: str) -> tuple[Votes, ...]:
    """Every ballot result in folded text, in text order, none inside another; confidence votes are none.

    >>> [(v.votes_for, v.votes_total, v.percent) for v in find_votes("với 78/79 phiếu tín nhiệm, đạt 92,86%")]
    [(78, 79, 92.86)]
    >>> [(v.votes_for, v.votes_total, v.percent) for v in find_votes("với số phiếu tán thành là 51, đạt tỉ lệ 94,4%")]
    [(51, None, 94.4)]
    >>> [(v.votes_for, v.votes_total, v.percent) for v in find_votes("được 100% đại biểu (5 4/5 4 phiếu) tán thành")]
    [(54, 54, 100.0)]
    >>> find_votes("có 10 phiếu tín nhiệm thấp"), find_votes("khi đạt trên 50% số phiếu")
    ((), ())
    """
    if not any(sign in folded for sign in ("phiếu", "%", "/", "tổng số")) or _CONFIDENCE.search(folded):
        return ()
    broken = [Span(*match.span()) for match in _BROKEN.finditer(folded)]
    folded = _BROKEN.sub(_mended, folded)
    found: list[Votes] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            votes = _votes(match, broken)
            if votes is not None and not any(votes.span.overlaps(other.span) for other in found):
                found.append(votes)
    return tuple(_whole_ballots(sorted(found, key=lambda votes: votes.span), folded))


def _mended(match: regex.Match[str]) -> str:
    """The fraction in one piece, padded to equal length; what cannot be one stays."""
    votes_for, total = match[1] + match[2], match[3] + match[4]
    fits = len(votes_for) == len(total) and int(votes_for) <= int(total)
    return f" {votes_for}/{total} " if fits else match[0]


def _whole_ballots(found: Sequence[Votes], folded: str) -> Iterator[Votes]:
    """A share and a count that stand side by side are one ballot."""
    last: Votes | None = None
    for votes in found:
        if last is not None and _BETWEEN.fullmatch(folded, last.span.stop, votes.span.start):
            whole = _together(last, votes)
            if whole is not None:
                last = whole
                continue
        if last is not None:
            yield last
        last = votes
    if last is not None:
        yield last


def _together(left: Votes, right: Votes) -> Votes | None:
    share, count = (left, right) if left.votes_for is None else (right, left)
    if share.votes_for is not None or count.votes_for is None or count.percent is not None:
        return None
    return Votes(left.span.cover(right.span), count.votes_for, count.votes_total, share.percent)


def _votes(match: regex.Match[str], broken: Sequence[Span]) -> Votes | None:
    groups = match.groupdict()
    votes_for, total = _whole(groups.get("for")), _whole(groups.get("total"))
    percent = read_digits(groups["percent"]) if groups.get("percent") else None
    if votes_for is not None and total is not None and votes_for > total:
        return None
    if percent is not None and percent > 100:
        return None
    if percent is not None and total is None and _ABOUT.search(match.string, 0, match.start("percent")):
        asked = percent == _HALF or "phiếu" not in match.group()
        percent = None if asked else percent  # `khi đạt trên 50% số phiếu`: what is asked, not what was got
    if votes_for is None and percent is None:
        return None
    span = Span(*match.span())
    for fraction in broken:
        span = span.cover(fraction) if span.overlaps(fraction) else span
    return Votes(span, votes_for, total, None if percent is None else float(percent))


def _whole(words: str | None) -> int | None:
    number = read_digits(words) if words else None
    return number if isinstance(number, int) else None
