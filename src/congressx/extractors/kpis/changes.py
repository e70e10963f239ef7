"""Whether a figure is a level or a change, and what a change is measured against."""

from __future__ import annotations

import regex

from congressx.extractors.kpis.record import Base, Change
from congressx.vietnamese.quantities import Quantity, Unit

_LAST = regex.compile(
    r"(?<!\p{L})(?P<verb>gấp|tăng|giảm|vượt|đạt|bằng|chiếm|lên|xuống|còn|là|từ|ở\s+mức|cao\s+hơn|thấp\s+hơn|nhiều\s+hơn|thực\s+hiện|hoàn\s+thành|thành|tới|dưới)(?!\p{L})"
)
_GROWTH = {"tăng": Change.UP, "cao hơn": Change.UP, "nhiều hơn": Change.UP, "giảm": Change.DOWN, "thấp hơn": Change.DOWN, "vượt": Change.OVER}
_REACHED = frozenset({"đạt", "bằng", "thực hiện", "hoàn thành"})
_NOUN_GROWTH = regex.compile(r"(?<!\p{L})(?:tốc\s+độ|mức|nhịp\s+độ|tỷ\s+lệ|tỉ\s+lệ|chỉ\s+tiêu|độ)\s+(?:tăng|giảm)(?:\s+trưởng)?(?!\p{L})")
_COMPARED = regex.compile(r"(?<!\p{L})(?P<verb>tăng|giảm)\s+(?:\p{L}+\s+){0,2}?so\s+với\s+[^,;]{2,50}\s(?:là|khoảng|hơn|gần|\d)")
_WHOLE = regex.compile(
    r"\s*(?:trở lên\s*)?(?:so\s*(?:với\s*)?)?(?:các\s+)?(?:kế hoạch|kh\b|dự toán|chỉ tiêu|nghị quyết|mục tiêu|bình quân|mức (?:bình quân|trung bình)|cùng kỳ|cùng kì|năm trước|năm ngoái|so với|(?:cả\s+)?năm\s+\d{4}|đầu nhiệm kỳ)"
)
_LEADING = regex.compile(r"(?:\s|,|và|đã|sẽ|phấn đấu|cũng|ước|tiếp tục|kéo)*(?P<verb>tăng|giảm)(?!\p{L})")
_PLAN_PASSED = regex.compile(r"(?<!\p{L})vượt(?:\s+mức)?(?:\s+so\s+với)?\s+(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết)(?:\s+\p{L}+){0,4}\s*$")


def change_of(quantity: Quantity, subject: str, verbs: str, right: str) -> Change:
    """The kind of a rate from its clause: `subject` and `verbs` stand before it, `right` behind."""
    left = subject + verbs
    if _PLAN_PASSED.search(left):
        return Change.OVER
    compared = _COMPARED.search(left)
    if compared is not None:
        return Change.UP if compared["verb"] == "tăng" else Change.DOWN
    found = [match["verb"] for match in _LAST.finditer(verbs)]
    last = " ".join(found[-1].split()) if found else None
    if "gấp" in found:
        return Change.TIMES
    if quantity.unit is Unit.TIMES:
        return _GROWTH.get(last or "", Change.TIMES)
    if _NOUN_GROWTH.search(left) and (last not in _GROWTH or _NOUN_GROWTH.search(left[-60:])):
        return Change.OF if last in _REACHED and _WHOLE.match(right) else Change.LEVEL
    if last in _GROWTH:
        return _GROWTH[last]
    if quantity.unit is Unit.PERCENT and last in _REACHED and (_WHOLE.match(right) or quantity.value > 100):
        return Change.OF
    leading = _LEADING.match(left)
    if leading is not None and last in (None, "từ"):
        return Change.UP if leading["verb"] == "tăng" else Change.DOWN
    return Change.LEVEL


_BASES: tuple[tuple[Base, regex.Pattern[str]], ...] = tuple(
    (base, regex.compile(pattern))
    for base, pattern in (
        (Base.SAME_PERIOD, r"cùng\s+k[ỳì]"),
        (Base.TERM_START, r"(?:so\s+với|từ)\s+đầu\s+nhiệm\s+kỳ|đầu\s+nhiệm\s+kỳ"),
        (Base.PREV_TERM, r"(?:so\s+với\s+)?(?:nhiệm\s+kỳ|khóa)\s+(?:trước|[ivx]+\b|\d{4})|so\s+với\s+(?:đại hội|nhiệm\s+kỳ)"),
        (Base.PREV_YEAR, r"(?:so\s+với\s+|bằng\s+)?năm\s+(?:trước|ngoái)|so\s+với\s+năm\s+(?:trước|ngoái)"),
        (Base.NAMED_YEAR, r"(?:so\s+với|bằng|của)\s+(?:(?:cuối|đầu)\s+)?(?:năm\s+)?(?:19|20)\d\d|giai\s+đoạn\s+\d{4}"),
        (Base.PLAN, r"kế\s+hoạch|\bkh\b|dự\s+toán"),
        (Base.TARGET, r"chỉ\s+tiêu|mục\s+tiêu|nghị\s+quyết|quy\s+hoạch"),
    )
)


def base_of(left: str, right: str) -> Base:
    """What the words behind the figure, then those before it, name as the base of a change."""
    for words in (right, left):
        hits = [(match.start(), base) for base, pattern in _BASES if (match := pattern.search(words)) is not None]
        if hits:
            return min(hits, key=lambda hit: hit[0])[1]
    return Base.UNSTATED


_COUNT_CHANGE = regex.compile(
    r"(?<!\p{L})(?<!có )(?P<verb>tăng|giảm|vượt)(?:\s+(?:thêm|được|đi|so\s+với\s+[^,;\d]{2,30}(?:\d{4})?(?:\s+là)?))*\s*(?:hơn|gần|trên|khoảng)?\s*$"
)


def count_change(folded: str, start: int, at: int) -> Change:
    """Whether a count right behind `tăng`, `giảm`, `vượt` is a change.

    >>> text = "toàn ngành giảm 7 đầu mối"
    >>> count_change(text, 0, text.index("7")).value
    'down'
    """
    match = _COUNT_CHANGE.search(folded[start:at])
    return Change.LEVEL if match is None else _GROWTH[match["verb"]]
