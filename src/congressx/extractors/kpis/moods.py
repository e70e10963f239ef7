"""Result, estimate or target, as the words of a figure's own sentence say: the nearest cue, or what stands right beside it.

Words of the figure's own sentence are stronger than an opener above: `Phấn đấu …` in a report of results, `đã đạt …` among aims.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from congressx.document import Sentence
from congressx.extractors.kpis.clauses import clause_start, clause_stop, segment_start
from congressx.extractors.kpis.cues import Cue, cues_in
from congressx.extractors.kpis.decided import ONCE_BUILT
from congressx.extractors.kpis.present import Now
from congressx.extractors.kpis.record import Mood
from congressx.patterns import Pattern
from congressx.span import Span

_PLANNED = Pattern(
    r"(?r)(?:kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|mục\s+tiêu|nghị\s+quyết|nhiệm\s+vụ\s+(?:thu|chi))(?:\s+(?!đạt|là\s+đã)[\p{L}\d.]+){0,12}"
    r"\s*(?:\((?:hơn\s+|gần\s+|trên\s+|từ\s+)*|là\s+|:\s*|(?<=được\s+giao\s*)(?:đến|tới|ở\s+mức)\s+)"
    r"|(?<!\p{L})(?:đặt\s+ra|đề\s+ra)\s+là\s+(?:(?:từ|ít\s+nhất|tối\s+thiểu|hơn|trên)\s+)*"
    r"|\d\s*(?:lần|%)\s+(?:chỉ\s+tiêu|mục\s+tiêu|kế\s+hoạch)\s+(?:là\s+)?"
)
"""`(kế hoạch 10%)`, `chỉ tiêu đề ra là 15%`, `dự toán chi từ nguồn dự phòng là 120 tỷ đồng`: what was planned.

So is `gấp 10 lần chỉ tiêu 3:2`, and `số hội viên mới đặt ra là 200 người`.
"""
_BUDGETED = Pattern(
    r"(?r)(?:dự\s+toán\s+(?:thu|chi)(?:\s+(?!đạt|bằng|đã|vượt|được)\p{L}+){1,8}"
    r"|kế\s+hoạch\s+vốn(?:\s+(?!đạt|bằng|đã|vượt)\p{L}+){0,4})\s+(?:(?:hơn|gần|trên|khoảng)\s+)?"
)
"""`tổng dự toán chi ngân sách địa phương 15.000 tỷ đồng`, `giải ngân 58% kế hoạch vốn 4.500 tỷ đồng`."""
_COST = Pattern(r"(?:tổng )?(?:mức đầu tư|vốn(?: đầu tư)?|kinh phí)(?!\p{L})")
_TO_BE_BUILT = Pattern(
    r"[^;.]{0,60}(?<!\p{L})(?:dự kiến|sẽ)(?: được)? (?:khởi công|hoàn thành|triển khai|xây dựng|thực hiện)(?!\p{L})"
)
"""`dự án có tổng vốn đầu tư 1.200 tỷ đồng, dự kiến khởi công cuối năm`."""
_PLAN_ASIDE = Pattern(
    r"(?r)\(\s*(?:kế hoạch|kh|chỉ tiêu|mục tiêu|nghị quyết|nq|dự toán|kịch bản|yêu cầu|quy định|cần(?= \d)"
    r"|(?:\p{L}+ ){1,3}giao)(?!\p{L})(?:(?!đạt|vượt|bằng|hoàn thành)[^()]){0,40}"
)
"""`đạt 9,2% (mục tiêu 8,5%)`, `tăng 4,2% (kế hoạch tăng 3,5%)`."""
_ASIDE = Pattern(
    r"(?r)\(\s*(?:trước(?: đây| đó)?(?=\s+(?:là|chỉ|đạt|còn|\d))|hiện(?: nay| tại| mới| chỉ)?|đến nay|cùng kỳ"
    r"|năm (?:trước|ngoái)|thực tế|đang|đã|mới)(?!\p{L})(?:(?!(?<!\p{L})(?:cần|phải|kế hoạch|mục tiêu|chỉ tiêu|phấn đấu)(?!\p{L}))[^()])*"
)
"""`giảm còn 18% (trước là 23%)`: what was or is, beside an aim."""
_ESTIMATED_ASIDE = Pattern(r"[^;,.()\d]{0,40}\(\s*ước(?: tính| đạt| thực hiện)?(?: cả năm)?\s*\)")
"""`nộp ngân sách 26,7 tỷ đồng (ước)`."""
_AIM_BEHIND = Pattern(
    r"(?:(?!(?<!\p{L})(?:đã|đạt được|vượt|hoàn thành|so với|theo)(?!\p{L}))(?:[^.;:\"]|:(?= (?:đó|đây|ấy) là ))){0,240}?"
    r"(?<!\p{L})là (?:những |các |một trong (?:những|các) |\d+ )?(?:mục tiêu|chỉ tiêu|nhiệm vụ|điều|con số|kế hoạch|đích|vạch đích|mốc"
    r"|việc|phần việc|cam kết|lời hứa|gì)(?: (?!đã|được)\p{L}+){0,6}?"
    r" (?:đặt ra|đề ra|hướng tới|hướng đến|nhắm tới|nhắm đến|phấn đấu|muốn|mong|quyết (?:làm|tâm)|cam kết|phải (?:đạt|làm)|cần (?:đạt|làm)"
    r"|(?:năm|nhiệm kỳ|thời gian) (?:tới|mới))(?!\p{L})"
)
"""`tăng trưởng 8%, kết nạp 300 đảng viên là những mục tiêu huyện đặt ra`."""
_PLAN_REACH = 90
_BRACKETED = Pattern(r"\([^()]*\)")
_MODAL = Pattern(r"(?<!\p{L})(?:(?<!chuyên )cần|dự kiến|nhu cầu|mời gọi|kêu gọi)(?!\p{L})(?:\s\p{L}+){0,8}$")
"""Also inside the name: `vốn đầu tư dự kiến là 70 tỷ đồng`."""


def mood_of(sentence: Sentence, focus: Span, names: Sequence[str], opened: Mood, now: Now) -> Mood:
    """Mood of the figure at `focus` (offsets in the sentence) where the words above left `opened`.

    `names` are those of the sentence's figures, its own last. Words inside the name of the measure say nothing of it
    (`tỷ lệ lao động đã qua đào tạo`), nor do those inside the others: `mục tiêu 100% báo cáo thống kê đúng hạn, 95% …`.
    """
    folded, indicator = sentence.folded, names[-1]
    beside = _mood_beside(folded, focus, indicator)
    if beside is not None:
        return beside
    deaf = [Span(*match.span()) for match in _BRACKETED.finditer(folded, 0, focus.start)]
    named = folded.rfind(indicator, 0, focus.start)
    if named >= 0 and _MODAL.search(indicator) is None:
        deaf.append(Span(named, named + len(indicator)))
    deaf += _places_of(names[:-1], folded, focus.start)
    cues = [cue for cue in cues_in(folded, now) if not any(span.start <= cue.span.start < span.stop for span in deaf)]
    floor = _stretch(folded, focus.start)
    cues = [cue for cue in cues if not (cue.near and cue.span.start < floor)]
    if _aimed_behind(folded, cues, focus):
        return Mood.TARGET
    told = max((match.end() for match in _TOLD.finditer(folded, 0, focus.start)), default=0)
    ahead = [cue for cue in cues if cue.span.start < focus.start and (cue.dated or cue.span.start >= told)]
    if SAME_PERIOD.search(folded, focus.stop, clause_stop(folded, clause_stop(folded, focus.stop) + 1)):
        ahead = [cue for cue in ahead if not (cue.dated and cue.mood is Mood.TARGET)]
    if ahead and ahead[-1].weak and _STATE.search(indicator):
        return Mood.RESULT
    return _mood_of_words(folded, ahead, focus) or opened


def _places_of(names: Iterable[str], folded: str, stop: int) -> Iterator[Span]:
    for name in names:
        start = folded.rfind(name, 0, stop)
        if start >= 0 and _MODAL.search(name) is None and _SAYS_WHEN.search(name) is None:
            yield Span(start, start + len(name))


_SAYS_WHEN = Pattern(r"(?<!\p{L})(?:đã|đang|sẽ|chưa|ước|phấn đấu|đạt|dự kiến)(?!\p{L})|\d")
"""A name that tells what was done tells it of what follows too: `18 xã đã về đích, 92% hộ dùng nước sạch`."""


def _mood_beside(folded: str, focus: Span, indicator: str) -> Mood | None:
    """What the words right before or behind the figure say, whatever else the sentence tells."""
    reach = max(0, focus.start - _PLAN_REACH)
    if any(plan.match(folded, reach, focus.start) for plan in (_PLANNED, _BUDGETED, _PLAN_ASIDE)):
        return Mood.TARGET
    if _COST.match(indicator) and _TO_BE_BUILT.match(folded, focus.stop):
        return Mood.TARGET
    if _ASIDE.match(folded, 0, focus.start):
        return Mood.RESULT
    if _ESTIMATED_ASIDE.match(folded, focus.stop):
        return Mood.ESTIMATE
    return Mood.TARGET if _AIM_BEHIND.match(folded, focus.stop) else None


_STATE = Pattern(r"^(?:\p{L}+,? ){1,5}?(?:chưa|còn chậm|chậm|đang|còn nợ|nợ)(?!\p{L})")
"""`đề nghị tỉnh đôn đốc 11 xã chưa hoàn thành hồ sơ`: how the counted are, whatever is asked for."""


def _stretch(folded: str, at: int) -> int:
    """Where the stretch around `at` begins; one in brackets goes on from what they stand behind."""
    opened = folded.rfind("(", 0, at)
    return segment_start(folded, opened if opened > folded.rfind(")", 0, at) else at)


_TOLD = Pattern(
    r"(?<!\p{L})(?:cho (?:biết|thấy|hay)(?!\s*,)|(?<!thay )(?<!quỹ )(?<!\")(?:vì|bởi)(?! (?:vậy|thế|lẽ|người nghèo)))(?!\p{L})"
)
"""A statement or a reason begins: words before it say nothing of what follows: `đề nghị chú trọng việc này vì có 16% số hộ …`."""


def _mood_of_words(folded: str, ahead: list[Cue], focus: Span) -> Mood | None:
    """What the words before the figure say: the nearest wins, but an estimate holds until another subject reaches something."""
    floor = _stretch(folded, focus.start)
    since = _goes_on_from(folded, floor)
    estimated = [cue for cue in ahead if cue.mood is Mood.ESTIMATE and cue.span.start >= since]
    apart = estimated and _REACHED_APART.search(folded, estimated[-1].span.stop, focus.start)
    if estimated and not apart and (ahead[-1].mood is not Mood.RESULT or ahead[-1].soft):
        return Mood.ESTIMATE
    said = [cue for cue in ahead if cue.mood is not Mood.ESTIMATE]
    if not said:
        return None
    said = [cue for cue in said if not (cue.soft and _is_aimed_at(said, cue, floor))] or said
    worded = [cue for cue in said if not cue.dated and cue.span.start >= floor]
    nearest = worded[-1] if worded and worded[-1].mood is Mood.TARGET else said[-1]
    if not nearest.weak:
        return nearest.mood
    clause = min(clause_start(folded, focus.start), clause_start(folded, nearest.span.start))
    sure = [cue for cue in said if not cue.weak and not cue.dated and cue.span.start >= clause]
    return sure[-1].mood if sure else Mood.TARGET


_VERBLESS = Pattern(
    r"\s*(?:và |còn |riêng )?(?:(?!(?:đã|đạt|là|có|còn|được|bằng|chiếm|tăng|giảm|vượt|thực hiện|hoàn thành|giải ngân|thu|chi|cấp|tạo|hỗ trợ"
    r"|xây dựng|xử lý|kết nạp|trồng)(?!\p{L}))\p{L}+ ){1,7}(?:vào )?(?:khoảng|gần|hơn|trên|xấp xỉ) \d"
)
"""`xuất khẩu ước đạt 130 tỷ USD; nhập siêu khoảng 0,5 tỷ USD`: the verb is said once."""


def _goes_on_from(folded: str, floor: int) -> int:
    """Where the stretch begins from which one without a verb goes on."""
    if floor < 2 or folded[floor - 1] != ";" or _VERBLESS.match(folded, floor) is None:
        return floor
    return _stretch(folded, floor - 1)


_REACHED_APART = Pattern(
    r"\d[^;:]{0,120}?,\s+(?!(?:trong đó|trong khi|riêng|bình quân|còn|và|tăng|giảm|bằng|vượt|gấp|chiếm|cao|thấp|con số)(?!\p{L}))"
    r"(?:(?!(?:ước|dự kiến|sẽ|tiếp tục|đạt)(?!\p{L}))\p{L}+\s+){2,12}đạt(?!\p{L})"
)
"""`thu ngân sách ước tăng 8%, xuất khẩu hàng hóa đạt 7 tỷ USD`: what is reached by a subject of its own is no estimate."""


def _is_aimed_at(said: list[Cue], soft: Cue, floor: int) -> bool:
    return any(cue.mood is Mood.TARGET and not cue.dated and floor <= cue.span.start < soft.span.start for cue in said)


SAME_PERIOD = Pattern(r"so với cùng k[ỳì]")
"""What is compared with the same months of the year before has been reached, whatever the year."""
_BY = Pattern(r"(?r)(?:đến|vào|trong|cuối|hết|trước|tới)\s+")


_IN_FUTURE = Pattern(
    r"(?<!\p{L})(?:trong|vào|cho) (?:tương lai|(?:những |các |\d+ )?(?:năm|thời gian|nhiệm kỳ|giai đoạn|quý|tháng) (?:tới"
    r"|tiếp theo|sắp tới))(?!\p{L})"
    rf"|{ONCE_BUILT}"
)


_WILL = Pattern(
    r"%?(?: (?!(?:mà|nên|thì|nhưng|để|khi|nếu|vì|do|là|rằng|cho|những|các|đã|đang|chưa|không|chứ|có|được|bị)(?!\p{L}))\p{L}+){1,7}?"
    r" (?:sẽ(?! không)|phải(?= (?:đạt|được|có|ra đời|trong sạch|hoàn thành|xong|kết nạp|xóa|biết)(?!\p{L})))(?!\p{L})"
)
"""`3 trung tâm tư vấn sẽ ra đời`, `90% chi bộ phải trong sạch`: what becomes of the counted is to come."""
_WHOEVER = Pattern(
    r"(?<!\p{L})(?:ai|(?:người|đơn vị|hộ|cơ quan|học sinh) nào|nếu|khi|trường hợp|những (?:ai|người))(?!\p{L})"
)
"""`đơn vị nào giải ngân dưới 60% vốn sẽ bị phê bình`: a rule for whom it meets."""


def _aimed_behind(folded: str, cues: list[Cue], focus: Span) -> bool:
    """`nước sạch cho 100% hộ dân vào cuối năm 2030`: a year to come behind the figure, with nothing before it in the clause."""
    start, stop = clause_start(folded, focus.start), clause_stop(folded, focus.stop)
    if any(start <= cue.span.start < focus.start for cue in cues):
        return False
    if _IN_FUTURE.search(folded, focus.stop, stop):
        return True
    if _WILL.match(folded, focus.stop, stop) and not _WHOEVER.search(folded, start, focus.start):
        return True
    return any(
        cue.dated and cue.mood is Mood.TARGET and _BY.match(folded, 0, cue.span.start) is not None
        for cue in cues
        if focus.stop <= cue.span.start < stop
    )
