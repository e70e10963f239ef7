"""Whether a figure is a level or a change, and what a change is measured against."""

from __future__ import annotations

from congressx.extractors.kpis.periods import EARLIER
from congressx.extractors.kpis.record import Base, Change
from congressx.patterns import Pattern
from congressx.vietnamese.quantities import Comparator, Quantity, Unit

_LAST = Pattern(
    r"(?<!\p{L})(?P<verb>gấp|tăng|giảm|nâng\s+thêm|bớt|hạ|sụt|tụt|(?<!thâm\s)hụt|nhích|đi\s+lên|đi\s+xuống|cộng\s+thêm"
    r"|(?<!không\s)(?<!chưa\s)vượt|đạt|bằng|chiếm|lên|xuống|còn|là|từ"
    r"|ở\s+mức|cao\s+hơn|thấp\s+hơn|nhiều\s+hơn|ít\s+hơn|thực\s+hiện|hoàn\s+thành|thành|(?<!(?:tăng|giảm|vượt|hụt|sụt|tụt|hơn)\s)tới|dưới)(?!\p{L})"
)
"""`giảm tới 20%` says how much, `giảm xuống tới 20%` how far."""
_GROWTH = {
    "tăng": Change.UP, "nâng": Change.UP, "nâng thêm": Change.UP, "nhích": Change.UP, "cộng thêm": Change.UP, "đi lên": Change.UP,
    "hơn": Change.UP, "cao hơn": Change.UP, "nhiều hơn": Change.UP,
    "giảm": Change.DOWN, "bớt": Change.DOWN, "hạ": Change.DOWN, "hụt": Change.DOWN, "sụt": Change.DOWN, "tụt": Change.DOWN,
    "đi xuống": Change.DOWN, "thấp hơn": Change.DOWN, "ít hơn": Change.DOWN,
    "vượt": Change.OVER,
}  # fmt: skip
_REACHED = frozenset({"đạt", "bằng", "thực hiện", "hoàn thành"})
_RATE_OF_GROWTH = Pattern(
    r"(?<!\p{L})(?:(?:tốc\s+độ|mức|nhịp\s+độ|tỷ\s+lệ|tỉ\s+lệ|độ)\s+(?:tăng|giảm)(?:\s+trưởng)?"
    r"|(?:chỉ\s+tiêu|phương\s+án|kịch\s+bản|mục\s+tiêu)\s+tăng\s+trưởng)(?!\p{L})"
)
"""Growth as a noun: `tốc độ tăng trưởng đạt 9%` is a level."""
_COMPARED = Pattern(
    r"(?<!\p{L})(?P<verb>tăng|giảm)\s+(?:\p{L}+\s+){0,2}?so\s+với\s+[^,;]{2,50}\s(?:là|khoảng|hơn|gần|\d)"
    r"|(?<!\p{L})(?P<verb>(?:cao|nhiều|thấp|ít)\s+hơn)\s+(?:so\s+với\s+|mức\s+)*(?:bình\s+quân|trung\s+bình|cùng\s+kỳ|nhiệm\s+kỳ"
    r"|(?:cho|được)\s+phép|quy\s+định|kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|nghị\s+quyết|dự\s+toán|đầu\s+(?:nhiệm\s+kỳ|năm)"
    r"|năm\s+(?:trước|ngoái|\d{4})|trước(?:\s+(?:đây|đó|kia))?)(?:\s+[\p{L}\d-]+){0,5}?\s*(?:là|tới|đến)?\s*$"
    r"|(?<!\p{L})(?<!(?:cao|thấp|nhiều|ít|lớn|nhỏ|sớm|còn)\s)(?P<verb>hơn)\s+(?:so\s+với\s+)?(?:cùng\s+kỳ|nhiệm\s+kỳ\s+trước"
    r"|đầu\s+nhiệm\s+kỳ|năm\s+(?:trước|ngoái))\s*(?:là|tới|đến)?\s*$"
    r"|(?<!\p{L})(?P<verb>nâng|tăng|giảm)\s+[^,;\d]{2,60}\s+thêm(?:\s+(?:được|ít\s+nhất|khoảng|hơn|gần|trên))*\s*$"
    r"|(?<!\p{L})(?P<verb>nhích)(?:\s+(?:thêm|lên|nhẹ|được|hơn|khoảng))*\s*$"
)
"""`tăng so với cùng kỳ là 8%`, `cao hơn năm trước gần 4%`."""
_WHOLE = Pattern(
    r"\s*(?:trở lên\s*)?(?:so\s*(?:với\s*)?)?(?:các\s+)?(?:kế hoạch|số (?:dự kiến|phải thu|được giao)|kh(?!\p{L})|dự toán"
    r"|chỉ tiêu|nghị quyết|mục tiêu|bình quân"
    r"|mức (?:bình quân|trung bình)|nq(?!\p{L})|quý (?:trước|\d|[ivx]+(?!\p{L}))|cùng kỳ|cùng kì|ck(?!\p{L})|năm trước|năm ngoái|so với"
    r"|(?:cả\s+)?năm\s+\d{4}|đầu nhiệm kỳ)"
)
"""What a share behind `đạt`, `bằng` is of: `đạt 98% kế hoạch`."""
_OUT_OF_ALL = Pattern(r"\s*so với (?:tổng|gdp|grdp|toàn|cả nước)(?!\p{L})")
"""`đầu tư đạt 33% so với tổng sản phẩm`: a share of something else."""
_THAN_PLANNED = Pattern(r"\s*(?:so với\s+)?(?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu|nghị quyết)(?!\p{L})")
"""`cao hơn 6,3 điểm phần trăm so với kế hoạch`."""
_OF_PLAN = Pattern(r"\s*(?:của |trong )?(?:(?:tổng )?(?:số )?vốn (?:theo )?)?(?:kế hoạch|kh|dự toán)(?!\p{L})")
_EQUALS = Pattern(r"(?<!\p{L})(?:tức|tương đương|tương ứng|chiếm)\s*(?:với\s+)?(?:gần|hơn|khoảng)?\s*$|[(=]\s*$")
_OF_AIM = Pattern(
    r"\s*(?:của )?(?:so (?:với )?)?(?:kế hoạch|kh|dự toán|(?:chỉ tiêu|mục tiêu|nghị quyết|nq)(?=\s*(?:[,;.)]|$|\d|pháp lệnh"
    r"|nghị quyết|cả năm|năm"
    r"|tỉnh|huyện|giao|được giao|đề ra|đặt ra|kế hoạch|đại hội|nhiệm kỳ)))(?!\p{L})"
)
"""`kết nạp 137 đảng viên, chiếm 72% chỉ tiêu cả năm`, `(105% NQ)`; `90% chỉ tiêu đạt` counts targets."""
_MOVED_BY = Pattern(r"(?<!\p{L})(?P<verb>lên|xuống)\s*$")
_LEADING = Pattern(
    r"(?:\s|,|và|đã|sẽ|phấn đấu|cũng|ước|tiếp tục|kéo|(?:hằng|hàng|mỗi) năm|(?:đến )?năm \d{4}|bình quân"
    r"|(?:toàn )?(?:tỉnh|huyện|quận|xã|phường|thị trấn|thị xã|thành phố))*(?P<verb>tăng|giảm|hạ(?= (?:tỷ|tỉ) lệ))(?!\p{L})"
)
_GOES_TO = Pattern(r"[^,;.\d]{0,40}(?:(?:19|20)\d\d[^,;.\d]{0,20})?(?<!\p{L})(?<!trở )(?:lên|xuống|còn)(?!\p{L})")
"""`giảm tỷ lệ hộ nghèo từ 5,2% xuống còn 4%`: what it was is a level, as what it will be."""
_SAVED = Pattern(
    r"(?<!\p{L})(?:tiết kiệm|cắt giảm|cắt bớt|cắt|tinh giản)(?:\s+(?:thêm|được|ít nhất|tối thiểu|trên|khoảng))*\s*$"
)
"""`tiết kiệm 10% chi thường xuyên`: so much less is spent."""
_PLAN_PASSED = Pattern(
    r"(?<!\p{L})(?:vượt|(?<!(?:thấp|kém|ít)\s)(?:cao\s+)?hơn)(?:\s+mức)?(?:\s+so\s+với)?\s+(?:kế hoạch|chỉ tiêu|dự toán"
    r"|mục tiêu|nghị quyết)"
    r"(?:\s+(?!gấp(?!\p{L}))\p{L}+){0,4}\s*$"
)


HELD_AT = Pattern(r"(?<!\p{L})ở\s+mức\s+(?P<bound>thấp|cao)\s+hơn\s*$")
"""`giữ thất nghiệp ở mức thấp hơn 4,5%`: below that, not so much lower."""
PASSED_MARK = Pattern(
    r"(?<!\p{L})(?:lần\s+đầu(?:\s+tiên)?(?:\s+(?:trong|sau)\s+\d+\s+năm)?(?:,?\s+(?:đã|chính\s+thức|đạt\s+và))*\s+vượt(?:\s+qua)?"
    r"|vượt(?:\s+qua)?\s+(?:mốc|ngưỡng|con\s+số))\s*$"
)
"""`lần đầu vượt 20 triệu tấn`, `vượt mốc 500 tỷ đồng`: more than that, not so much more."""


def change_of(quantity: Quantity, subject: str, verbs: str, right: str) -> Change:
    """The kind of a rate from its clause: `subject` and `verbs` stand before it, `right` behind.

    >>> from congressx.vietnamese.quantities import find_quantities
    >>> share, = find_quantities("đạt 98%")
    >>> [change_of(share, "thu ngân sách", v, r).value for v, r in [(" đạt ", " kế hoạch"), (" tăng ", ""), (" tăng lên ", "")]]
    ['of', 'up', 'level']
    """
    left = subject + verbs
    compared = _COMPARED.search(left)
    if _PLAN_PASSED.search(left):
        return Change.OVER
    if compared is not None:
        return _GROWTH[" ".join(compared["verb"].split())]
    return _signed(quantity, left, verbs) or _told_by_verb(quantity, left, verbs, right)


def _signed(quantity: Quantity, left: str, verbs: str) -> Change | None:
    """`(+7,8% so với năm 2014)`, `xuống 0,9 điểm phần trăm`."""
    if quantity.unit is Unit.PERCENT and left.rstrip().endswith("+"):
        return Change.UP
    moved = _MOVED_BY.search(verbs)
    if moved is None or "điểm" not in (quantity.unit_text or ""):
        return None
    return Change.UP if moved["verb"] == "lên" else Change.DOWN


def _told_by_verb(quantity: Quantity, left: str, verbs: str, right: str) -> Change:
    found = [" ".join(match["verb"].split()) for match in _LAST.finditer(verbs)]
    last = found[-1] if found else ""
    if "gấp" in found or quantity.unit is Unit.TIMES:
        return Change.TIMES if "gấp" in found else _GROWTH.get(last, Change.TIMES)
    if last in _GROWTH and not _RATE_OF_GROWTH.search(left[-60:]):
        if HELD_AT.search(left) is not None:
            return Change.LEVEL
        if last == "vượt" and PASSED_MARK.search(left) is not None:
            return Change.LEVEL
        return Change.OVER if last == "cao hơn" and _THAN_PLANNED.match(right) else _GROWTH[last]
    if quantity.unit is Unit.PERCENT and (
        _is_of_whole(quantity, last, right, exceeds=_MAY_EXCEED.search(left) is not None)
        or (last in ("", "chiếm") and _EQUALS.search(left) is not None and _OF_AIM.match(right) is not None)
    ):
        return Change.OF
    return _leading(quantity, left, last, right) or _saved(quantity, left)


def _leading(quantity: Quantity, left: str, last: str, right: str) -> Change | None:
    if last == "từ" and _GOES_TO.match(right):
        return Change.LEVEL
    leading = _LEADING.match(left)
    if leading is None or last not in ("", "từ"):
        return None
    to = leading["verb"] == "hạ" and quantity.comparator is Comparator.LT  # hạ tỷ lệ thất nghiệp dưới 5%
    return None if to else _GROWTH[leading["verb"]]


_IN_YEAR = Pattern(r"\s*(?:cả\s+)?năm\s+\d{4}")


_MAY_EXCEED = Pattern(r"(?<!\p{L})(?:công\s+suất|tỷ\s+lệ\s+lấp\s+đầy|tỉ\s+lệ\s+lấp\s+đầy|hệ\s+số)(?!\p{L})")
"""`công suất giường bệnh đạt 103%`: more than all of them, and no plan's."""


def _is_of_whole(share: Quantity, verb: str, right: str, *, exceeds: bool) -> bool:
    """`đạt 98% kế hoạch`, `bằng 85% năm 2015`; `đạt 8,5% năm 2015` says when; `đạt 85% dự toán tỉnh giao, 82% dự toán huyện giao`."""
    if not verb:
        return _OF_PLAN.match(right) is not None
    if _OUT_OF_ALL.match(right):
        return share.value > 100
    of_whole = _WHOLE.match(right) is not None and (verb == "bằng" or _IN_YEAR.match(right) is None)
    return verb in _REACHED and (of_whole or (share.value > 100 and not exceeds))


def _saved(quantity: Quantity, left: str) -> Change:
    return Change.DOWN if quantity.unit is Unit.PERCENT and _SAVED.search(left) is not None else Change.LEVEL


_COUNT_CHANGE = Pattern(
    r"(?<!\p{L})(?<!có )(?P<verb>tăng|giảm|vượt|(?<=[,(]\s)(?:nhiều|ít) hơn)(?:\s+(?:kế hoạch|chỉ tiêu|mục tiêu|thêm|tiếp|được|đi"
    r"|so\s+với\s+[^,;\d]{2,30}(?:\d{4})?(?:\s+là)?))*"
    r"\s*(?:hơn|gần|trên|khoảng)?\s*$"
)


def count_change(folded: str, start: int, at: int) -> Change:
    """Whether a count right behind `tăng`, `giảm`, `vượt` is a change.

    >>> text = "toàn ngành giảm 7 đầu mối"
    >>> count_change(text, 0, text.index("7")).value
    'down'
    """
    match = _COUNT_CHANGE.search(folded[start:at])
    return Change.LEVEL if match is None or PASSED_MARK.search(folded, start, at) else _GROWTH[match["verb"]]


_BASES: tuple[tuple[Base, Pattern], ...] = tuple(
    (base, Pattern(pattern))
    for base, pattern in (
        (Base.SAME_PERIOD, r"cùng\s+k[ỳì]|\bck\b|so\s+với\s+(?:\d{1,2}|ba|sáu|chín)\s+tháng"),
        (Base.TERM_START, r"đầu\s+nhiệm\s+kỳ"),
        (
            Base.PREV_TERM,
            r"(?:so\s+với\s+)?(?:nhiệm\s+kỳ|khóa)\s+(?:trước|[ivx]+\b|\d{4})|so\s+với\s+(?:đại hội|nhiệm\s+kỳ)",
        ),
        (Base.PREV_YEAR, r"(?:so\s+với\s+|bằng\s+)?năm\s+(?:trước|ngoái)"),
        (
            Base.NAMED_YEAR,
            r"(?:so\s+với|bằng|của)\s+(?:(?:cuối|đầu)\s+)?(?:năm\s+)?(?:19|20)\d\d|giai\s+đoạn\s+\d{4}"
            r"|so\s+với\s+(?:(?!cùng|kế|dự|chỉ|mục|nghị|quy|đầu|nhiệm|khóa|trong|tại|ở|đạt)\p{L}+\s+){1,5}(?:19|20)\d\d",
        ),
        (Base.PLAN, r"kế\s+hoạch|\bkh\b|dự\s+toán"),
        (Base.TARGET, r"chỉ\s+tiêu|mục\s+tiêu|nghị\s+quyết|quy\s+hoạch"),
    )
)


_PLANS = frozenset({Base.PLAN, Base.TARGET})
MOVES = frozenset({Change.UP, Change.DOWN})
_THAN = Pattern(r"(?<!\p{L})(?:so\s+với|vượt|hơn)\s+(?:\p{L}+\s+){0,2}$")
"""`tăng 5% |so với| dự toán`."""
_MANY_TIMES = Pattern(r"(?<!\p{L})(?:gấp|bằng|nhiều gấp|cao gấp)(?:\s+(?:hơn|gần|khoảng|trên|\p{L}+))?\s*$")
_THAT_TIME = Pattern(
    r"\s*(?:lần\s+)?(?:so\s+với\s+)?(?:mức\s+)?(?:(?:cuối|đầu)\s+)?(?:năm|thời\s+kỳ|giai\s+đoạn)\s+(?:19|20)\d\d"
)
"""`gấp 1,7 lần năm 2015`."""


def base_of(change: Change, left: str, right: str) -> Base:
    """What the words behind the figure, then those before it, name as the base of a change.

    >>> base_of(Change.UP, "tăng 8", " so với cùng kỳ").value, base_of(Change.OVER, "vượt 5", "").value
    ('same_period', 'unstated')
    """
    if _MANY_TIMES.search(left) and _THAT_TIME.match(right):
        return Base.NAMED_YEAR
    for words in (right, "" if EARLIER.fullmatch(left) else left):
        hits = [
            (match.start(), base)
            for base, pattern in _BASES
            if (match := pattern.search(words)) is not None
            and not (change in MOVES and base in _PLANS and _is_aimed_at(words, match.start(), words is right))
        ]
        if hits:
            return min(hits, key=lambda hit: hit[0])[1]
    return Base.UNSTATED


def _is_aimed_at(words: str, at: int, behind: bool) -> bool:
    """`đặt mục tiêu giảm 5%`: an aim that nothing is compared with; `tăng 5% dự toán`, `tăng 5% so với dự toán` are."""
    return _THAN.search(words, 0, at) is None and not (behind and not words[:at].strip())
