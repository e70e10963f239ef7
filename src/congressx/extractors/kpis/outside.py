"""What a figure is when it measures no achievement: votes, attendance, a committee's make-up, capital, crime, prices, biography."""

from __future__ import annotations

from functools import cache

from congressx.extractors.kpis.clauses import clause_start, clause_stop
from congressx.extractors.kpis.wordlists import PACKAGE
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.phrases import alternation

_NOT_ATTENDED = r"(?!(?<=\sdự)\s(?:án|thảo|toán|kiến|báo|phòng|luật|trữ)(?!\p{L}))"
"""`nói về dự thảo`, `đến dự án` tell of no guests."""


@cache
def _words(reach: str) -> Pattern:
    by_reason: dict[str, list[str]] = {}
    for words, reason, far in rows("outside.tsv", PACKAGE):
        if far == reach:
            by_reason.setdefault(reason, []).append(words)
    branches = "|".join(f"(?P<{reason}>{alternation(words)})" for reason, words in by_reason.items())
    return Pattern(rf"(?<!\p{{L}})(?:{branches})(?!\p{{L}}){_NOT_ATTENDED}")


_IF = Pattern(r"(?<!\p{L})nếu(?!\s+(?:như\s+)?(?:tính|so|kể|trước|năm|nhìn|không))(?!\p{L})")
"""What a condition leads to has not happened: `nếu đề án được duyệt, sẽ có thêm 12.000 người hưởng lợi`."""
_DEFINES = Pattern(r"(?<!\p{L})tức(?: là)? (?:những|các) (?:hộ|người|đơn vị|dự án|trường hợp)(?!\p{L})")
"""`hộ cận nghèo, tức những hộ có thu nhập trên 21 triệu đồng`."""
_AIMED = Pattern(r"(?<!\p{L})(?:phấn đấu|(?:chỉ tiêu|mục tiêu)(?! (?:thi|tuyển)))(?!\p{L})")
_AVERAGED = Pattern(r"(?<!\p{L})bình quân (?:trên )?mỗi (?:người|hộ)(?!\p{L})")
"""`grdp bình quân mỗi người dân là 9.800 usd`: no price."""
_AIMS_ADOPTED = Pattern(
    r"(?<!\p{L})(?:chỉ tiêu|mục tiêu)(?: (?!với|đạt)\p{L}+){0,4} biểu quyết(?: thông qua)?(?=,|\s+(?:là|gồm)(?!\p{L}))"
)
"""`theo các chỉ tiêu được đại hội biểu quyết, tỷ lệ …`: what was voted on, not how."""
_LIMITED = Pattern(r"(?<!\p{L})không vượt quá(?: mức)? [\d.,]+")
"""`phấn đấu nợ xấu không vượt quá 2%`: a limit that is aimed at."""
_BY_RULE = Pattern(r"(?<!\p{L})(?:theo quy định|quy định (?:\p{L}+ )?(?:rõ|rằng|nói|ghi|nêu))(?!\p{L})")
"""What a rule says before the figure is no achievement (`quy định cũng nêu mức phạt tăng đến 2 lần`);
`4.200 hộ ký cam kết theo quy định` is one."""
_ABROAD = Pattern(
    r"(?<!\p{L})(?:ở|tại|của|dân số|như|phụ nữ|người)\s+(?:(?:các )?(?:nước|quốc gia)\s+)?(?:mỹ|nhật bản"
    r"|hàn quốc|trung quốc|singapore|thái lan|đức|pháp"
    r"|triều tiên|ấn độ|asean|châu âu|châu phi|thế giới|liên xô)(?!\p{L})"
)
"""Other countries' figures are nobody's here: `như ở Mỹ, để tăng trưởng 2%`."""
_OPENS_ABROAD = Pattern(rf"\W*(?:như\s+)?{_ABROAD.pattern}\s*,")
_LONG_AGO = Pattern(
    r"(?<!\p{L})(?:(?:năm|từ|đến|đầu năm|cuối năm) )?(?:19[0-6]\d|197[0-5])(?!\d)"
    r"|(?<!(?:tháng|quý|ngày) )(?<![\d/.-])\d{2,} năm trước(?!\p{L})"
    r"|thế kỷ (?:trước|xx|19)(?!\p{L})"
)
"""Nor is history a report."""
_SURPLUS = Pattern(
    r"(?<!\p{L})số dư(?! luận| tạm ứng| nợ| vốn| quỹ| tiền| tiết kiệm| tài khoản)(?!\p{L})"
    r"(?!\s+(?:hơn |gần |trên |là |khoảng )?[\d.,]+\s+(?:t[ỷỉ]|triệu|nghìn|đồng)(?!\p{L}))"
)
"""More candidates than seats; a fund's balance is money: `quỹ có số dư 3 tỷ đồng`."""
_COUNTED = Pattern(
    r"\d\s+(?:(?:thạc sĩ|tiến sĩ|cử nhân|kỹ sư)(?:,| và)\s+|(?:người|cán bộ|giáo viên|giảng viên|đảng viên|đồng chí) có (?:trình độ )?)?$"
)
"""Degrees that are counted are nobody's: `ngành có 45 tiến sĩ`, `đào tạo 20 thạc sĩ và tiến sĩ`."""
_OPENS_LIST = Pattern(r"(?r)(?<!như|gồm|là):\s")
"""Where a list of another matter begins: pages glue captions to sentences."""
_OPENS_AIM = Pattern(r"(?r)(?<!\p{L})phấn đấu(?!\p{L})")


def reasons_around(folded: str, span: Span) -> frozenset[str]:
    """What the words of the figure's clause and of the whole sentence make of it.

    >>> sorted(reasons_around("ông được bầu với 98% số phiếu", Span(17, 20)))
    ['votes']
    """
    start, stop = clause_start(folded, span.start), clause_stop(folded, span.stop)
    opened = max(_opened(_OPENS_LIST, ":", folded, span.start + 1), _opened(_OPENS_AIM, "phấn đấu", folded, span.stop))
    near = {
        match.lastgroup
        for match in _words("clause").finditer(folded, start, stop)
        if match.lastgroup != "biography" or not _COUNTED.search(folded[: match.start()])
    }
    if _AIMED.search(folded, 0, span.stop) and _LIMITED.search(folded, start, span.stop):
        near.discard("hypothesis")
    far = {match.lastgroup for match in _words("sentence").finditer(folded, opened)}
    if _AVERAGED.search(folded, start, stop):
        near.discard("price")
    if _AIMS_ADOPTED.search(folded, 0, span.start):
        far.discard("votes")
    if _SURPLUS.search(folded):
        near.add("votes")
    if _DEFINES.search(folded, start, span.stop):
        near.add("definition")
    if _IF.search(folded, 0, span.start) or _IF.search(folded, start, stop):
        near.add("hypothesis")
    if _BY_RULE.search(folded, start, span.stop):
        near.add("hypothesis")
    if _ABROAD.search(folded, start, stop) or _OPENS_ABROAD.match(folded) or _LONG_AGO.search(folded, 0, stop):
        near.add("elsewhere")
    return frozenset(reason for reason in near | far if reason is not None)


def _opened(opening: Pattern, sign: str, folded: str, stop: int) -> int:
    """Where the last opening before `stop` ends, which no text without its sign holds."""
    match = opening.search(folded, 0, stop) if sign in folded else None
    return 0 if match is None else match.end()


def reasons_within(folded: str, start: int, stop: int) -> frozenset[str]:
    """What the words of a clause make of it between two places."""
    return frozenset(match.lastgroup for match in _words("clause").finditer(folded, start, stop) if match.lastgroup)
