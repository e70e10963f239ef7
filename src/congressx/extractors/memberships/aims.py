"""Whether a figure is an aim rather than a size: said by words before it, by its term, or by an opener sentences above."""

from __future__ import annotations

from congressx.document import Document, Sentence
from congressx.patterns import Pattern
from congressx.vietnamese.places import AFTER_CAN
from congressx.vietnamese.spelling import fold, phrase

_YEAR = r"(?:19|20)\d\d"
_TERM = rf"nhiệm kỳ\s*\(?(?P<first>{_YEAR})\s*-\s*{_YEAR}"
_OPENING_TERM = rf"(?:^|[.;:]\s*|(?:trong|bước vào|sang|cho) ){_TERM}"
"""`Nhiệm kỳ 2020-2025, Đảng bộ …` tells when; `đại biểu HĐND nhiệm kỳ 2021-2026` and `Đại hội nhiệm kỳ 2020-2025` are names."""
_GOAL = rf"(?<!\p{{L}})đến (?:hết |cuối )?năm (?P<goal>{_YEAR})"
"""`Đến năm 2026, thu hút thêm 150 hội viên`, told by the congress of 2021"""
_MET = r"(?: (?!phấn đấu|đến )\p{L}+){0,4} (?:đạt|vượt|hoàn thành|về đích)"
"""Behind aims of which is told that they were reached or missed: `huyện có 17 chỉ tiêu đạt và vượt`."""
_AIM = (
    rf"(?:mục tiêu|chỉ tiêu|kế hoạch|nhiệm vụ)[^,;.:]{{0,40}}? (?:đề ra|đặt ra)|(?:mục tiêu|chỉ tiêu)(?!{_MET})|đề ra|đặt ra"
    r"|phấn đấu"
    r"|phương hướng|nhiệm vụ trọng tâm|nhiệm kỳ (?:tới|mới|đến(?! nay))|(?:năm|thời gian) tới(?! nay)|sắp tới|tháng cuối năm"
    r"|quyết nghị|(?:biểu quyết|thống nhất|quyết định)[^.;:]{0,40} chủ trương(?=\s*:)"
)
_LOCAL_AIM = rf"giao(?= kết nạp| phát triển)|quyết tâm|hướng tới|muốn|sẽ|dự kiến|đăng ký|cần(?! (?:{AFTER_CAN}))"
"""Said of the figures of their own sentence only."""
_RESULT = (
    r"đã|kết quả(?=\s*[,:]| là| thực hiện| kết nạp| có)|nhiệm kỳ (?:qua|vừa qua|trước)|(?:năm|tháng|thời gian) qua|vừa qua"
    r"|(?<!thực |biểu |phát |thể |xuất )hiện|đến nay|từ đầu|qua đó|báo cáo|đạt được|phát biểu|nhân dịp|dịp này"
    rf"|tổng kết|sơ kết|chỉ tiêu(?={_MET})"
)
_WEAK_RESULT = r"trong (?:nhiệm kỳ|(?:\d{1,2} )?(?:năm|tháng)(?! (?:tới|tiếp))|quý)|(?:kết nạp|phát triển) được"
"""Said of what was reached, unless an aim was named before: `phấn đấu trong nhiệm kỳ kết nạp 20 đảng viên`."""
_CUE = Pattern(
    phrase(
        rf"{_OPENING_TERM}|{_GOAL}|(?<!\p{{L}})(?:(?P<aim>{_AIM})|(?P<local>{_LOCAL_AIM})|(?P<result>{_RESULT})"
        rf"|(?P<weak>{_WEAK_RESULT}))(?!\p{{L}})"
    )
)
_REACHED = Pattern(
    phrase(
        r"(?:(?:đạt|vượt|hoàn thành|thực hiện|so với|theo|bằng|của)(?: (?!ra|đề)\p{L}+| \d+){0,3}"
        r"|\d\s*%(?: \p{L}+){0,2}|\d/\d+)\s*$"
    )
)
"""Before `chỉ tiêu`, `mục tiêu`: a result measured against them."""
_TO_BE_DISCUSSED = ("phương hướng", "tháng cuối năm")
_ON_THE_AGENDA = Pattern(phrase(r"(?:tổng kết|sơ kết|kiểm điểm|đánh giá)[^.:]{0,120}$"))
"""Before them: `hội nghị tổng kết năm 2019; bàn phương hướng, nhiệm vụ năm 2020` sets no aims yet."""
_HELD_AGAINST_PLAN = Pattern(
    phrase(
        r"(?<!\p{L})(?:đạt|bằng|vượt)(?: (?:hơn|gần|trên))? \d[\d.,]*\s*%?(?: \p{L}+){0,4}"
        r" (?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|kh)(?!\p{L})"
        r"|\(\s*(?:kế hoạch|chỉ tiêu|kh|nghị quyết|mục tiêu)(?!\p{L})[^()\d]{0,30}\d"
    )
)
"""`kết nạp 74 đảng viên, đạt 53% chỉ tiêu`, `(kế hoạch cả năm 150)`: a result, unless its own words make an aim of it"""
_A_YEAR = Pattern(
    phrase(r"(?<!\p{L})(?:(?:mỗi|h[ằà]ng|từng) năm[^;]*|(?<![^,;:.(] )(?<!\p{L})một năm(?! qua| trước| nay)[^;:]*)$")
)
_OPENING = Pattern(phrase(rf"đại hội[^.;]{{0,160}}?{_TERM}"))
_REVIEW = Pattern(phrase(r"nghị quyết đại hội|sơ kết|tổng kết|giữa nhiệm kỳ"))
_ASIDE = Pattern(r"\([^()]*\)")
"""`kết nạp 162 đảng viên (chỉ tiêu 150), nâng tổng số lên …`: what was aimed at, said aside."""
_REACH = 15
"""How many sentences above an opener is looked for."""
_SAID_BEHIND = Pattern(
    phrase(
        r"[^;.]{0,120}?[\s,-]*(?:(?:đó|đây) )?là (?:những |các |một trong những |một số )?"
        rf"(?:(?:mục tiêu|chỉ tiêu|nhiệm vụ)(?!{_MET})|(?:điều|việc|đích)(?: \p{{L}}+){{0,4}} (?:muốn|mong|phấn đấu|hướng tới|quyết tâm))"
    )
)
"""`Kết nạp 10 đảng viên là mục tiêu của năm 2020`"""


def is_aim(document: Document, sentence: Sentence, before: str, after: str, *, openers: bool) -> bool:
    """Whether the figure between `before` and `after`, the folded words of its sentence, is an aim or a yearly rate.

    The nearest word that says so decides; with `openers` also one of the sentences above.
    """
    if _A_YEAR.search(_ASIDE.sub(" ", before)) or _SAID_BEHIND.match(after):
        return True
    opening = _opening_year(document)
    said = _last_cue(before, opening, here=True)
    if said is None and _HELD_AGAINST_PLAN.search(sentence.folded):
        return False
    above = sentence.index - 1
    while openers and said is None and above >= 0 and sentence.index - above <= _REACH:
        said = _last_cue(document.sentences[above].folded, opening, here=False)
        above -= 1
    return bool(said)


def _last_cue(folded: str, opening: int | None, *, here: bool) -> bool | None:
    """True for an aim, False for a result, None when no word tells."""
    said = None
    folded = _ASIDE.sub(" ", folded)
    for cue in _CUE.finditer(folded):
        if cue["first"] is not None:
            said = said if opening is None else int(cue["first"]) >= opening
        elif cue["goal"] is not None:
            said = True if opening is not None and int(cue["goal"]) > opening else said
        elif cue["result"] is not None or (cue["weak"] is not None and said is None):
            said = False
        elif cue["local"] is not None:
            said = here or said
        elif cue["aim"] is not None and not _measured_against(folded, cue.start()):
            said = True
    return said


def _measured_against(folded: str, at: int) -> bool:
    """Whether the aim at `at` is one that something was measured against, or a point of the agenda."""
    agenda = folded.startswith(_TO_BE_DISCUSSED, at) and _ON_THE_AGENDA.search(folded, 0, at) is not None
    return agenda or _REACHED.search(folded[max(0, at - 30) : at]) is not None


def _opening_year(document: Document) -> int | None:
    """First year of the term that the congress of the article opens."""
    for text in (fold(document.title), *(sentence.folded for sentence in document.sentences[:6])):
        found = _OPENING.search(text)
        if found is not None and not _REVIEW.search(text, max(0, found.start() - 24), found.end()):
            return int(found["first"])
    return None
