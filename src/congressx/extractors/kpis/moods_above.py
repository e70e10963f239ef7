"""What the sentences around leave to the figures of a sentence: openers, headings, and decisions told before it."""

from __future__ import annotations

from functools import cache

from congressx.document import Document, SectionKind
from congressx.extractors.kpis.announced import pointed_back_to, told_on
from congressx.extractors.kpis.cues import cues_in
from congressx.extractors.kpis.decided import ADOPTED, FELL_SHORT
from congressx.extractors.kpis.moods import SAME_PERIOD
from congressx.extractors.kpis.openers import HEAD, ITEM, TIME_TO_COME, opened_by
from congressx.extractors.kpis.present import Now
from congressx.extractors.kpis.record import Mood
from congressx.patterns import Pattern

_SOON = Pattern(
    TIME_TO_COME + r"|để thực hiện (?:thắng lợi )?(?:mục tiêu|nhiệm vụ)"
    r"|(?:^|[,:.]\s)\W*(?:trong )?(?:6|sáu) tháng cuối năm(?!\p{L})"
    r"|(?:^|[,:]\s)\W*theo (?:đề án|tờ trình|phương án|quy hoạch|kế hoạch|lộ trình)(?!\p{L})"
)
"""Openers of one sentence only."""
_SOON_HEAD = Pattern(
    r"\W*(?:trong |vào |bước vào |bước sang |về |với |cho |ở )*(?:(?:những |\d+ |năm |sáu |ba |hai )?(?:thời gian|năm|nhiệm kỳ|khóa"
    r"|giai đoạn|tháng|quý|chặng đường)"
    r" (?:tới|sắp tới|tiếp theo|kế tiếp|mới|còn lại|trước mắt|phía trước)(?: đây)?|(?:6|sáu) tháng cuối năm)(?: \d{4})?[,:]"
)
"""`Trong 5 năm tới, …`: also for the rest of its paragraph."""
_LISTS = Pattern(
    r"(?:chỉ tiêu|mục tiêu|phương hướng|tiêu chí phấn đấu)(?!\p{L})"
    rf"(?:(?!(?<!\p{{L}})đã(?!\p{{L}})|{FELL_SHORT})[^.;]){{0,120}}:(?!\d)"
)
_HEADING = Pattern(
    r"\W*(?:[ivx\d]{1,4}[.)/]\s*)?(?:(?:các|những|một số) )?(?:mục tiêu|chỉ tiêu|phương hướng|định hướng|nhiệm vụ|kế hoạch"
    r"|hướng (?:tới|đến)|phấn đấu"
    r"|(?:6|sáu) tháng (?:cuối năm|còn lại)|(?:\d+ )?(?:nhiệm kỳ|năm|giai đoạn|thời gian) (?:tới|mới))(?!\p{L})"
    r"(?:(?!(?<!\p{L})(?:đạt|vượt|đã|thực hiện|hoàn thành|kết quả|qua)(?!\p{L}))[^.;:]){0,70}:?\s*$"
)
"""A line of its own over a list: `Mục tiêu nhiệm kỳ 2020 - 2025`, `Hướng tới năm 2030:`."""

_ASKS = Pattern(
    r"(?<!\p{L})(?:yêu cầu|đề nghị|chỉ đạo|giao|phát động|kêu gọi|đăng ký|cam kết|quyết tâm|phấn đấu|nhiệm vụ"
    r"|giải pháp|thời gian tới)(?!\p{L})(?:[^.;:\d]|\d{1,4}(?!\s?%)){0,120}:\s*$"
)
"""`Đảng ủy yêu cầu trong quý III:` over a list of its own lines."""
_REPORTS = Pattern(r"(?<!\p{L})(?:đạt|đã|kết quả|qua|thực hiện được|hoàn thành|biểu dương)(?!\p{L})")


def _heads_list(folded: str) -> bool:
    """Whether the lines below a sentence list aims."""
    asks = _ASKS.search(folded) is not None and _REPORTS.search(folded) is None
    return asks or _HEADING.match(folded) is not None


_GOES_ON = Pattern(
    r"\W*(?:theo đó|trong đó|cụ thể|trong số (?:đó|này)|ví dụ|chẳng hạn|bao gồm|đó là|khi đó|lúc đó"
    r"|(?:như vậy,? |số [\p{L}, ]{2,30} )?sau (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất))(?!\p{L})"
)
"""Sentences that tell more of what was adopted or aimed at in the one before."""


@cache
def _adopts() -> Pattern:
    return Pattern(ADOPTED)


_APPROVES = Pattern(
    r"(?<!\p{L})(?:thông qua|quyết nghị|biểu quyết)(?:\s+\p{L}+){0,6}?\s+(?:chủ trương đầu tư"
    r"|(?:(?:các|\d+) )?(?:dự án|công trình)|danh mục)(?!\p{L})"
    r"|(?<!\p{L})(?:dự án|công trình)(?!\p{L})[^.;:]{0,140}?(?<!\p{L})được (?:\p{L}+ ){0,2}(?:thông qua|quyết nghị)(?!\p{L})"
)
_PROJECT = Pattern(r"(?<!\p{L})tổng (?:mức|vốn) đầu tư(?! được)(?!\p{L})")
_BUILT = Pattern(r"(?<!\p{L})(?:đã|đang|khánh thành|hoàn thành|(?<!thực )hiện|cũ)(?!\p{L})")
"""`… biểu quyết thông qua 5 dự án. Cầu … dài 254 m, tổng mức đầu tư 185 tỷ đồng`: projects approved are described one by one."""


_LAYS_DOWN = Pattern(
    r"(?<!\p{L})(?:thông qua|quyết nghị|ban hành)(?!\p{L})[^.;:]{0,60}(?<!\p{L})(?:quy định|cơ chế|chính sách|mức)(?!\p{L})"
    r"[^.;:]{0,40}(?<!\p{L})(?:hỗ trợ|học phí|phí|lệ phí|phụ cấp|trợ cấp|mức (?:thu|chi))(?!\p{L})"
)
_LAID_DOWN = Pattern(
    r"(?<!\p{L})(?:được (?:hỗ trợ|hưởng|trợ cấp)|mức (?:hỗ trợ|thu|chi|phí|học phí|trợ cấp)|học phí|lệ phí)(?!\p{L})"
)
"""`… thông qua nghị quyết quy định mức hỗ trợ …. Hộ nghèo được hỗ trợ 50 triệu đồng`: what will be paid by it."""


def _is_planned(folded: str, *, approved: bool, laid_down: bool) -> bool:
    """Whether a sentence tells of a project or a payment that was adopted before."""
    told = (approved and _PROJECT.search(folded)) or (laid_down and _LAID_DOWN.search(folded))
    return bool(told) and _BUILT.search(folded) is None


def _ends_aiming(folded: str, now: Now) -> bool:
    """`… từ nay đến năm 2021 đều tăng. Ví dụ, …`: whether the last words of a sentence that set a mood speak of what is to come."""
    cues = [cue for cue in cues_in(folded, now) if not (cue.near or cue.weak)]
    return bool(cues) and cues[-1].mood is Mood.TARGET


def moods_opened(document: Document, now: Now) -> tuple[Mood, ...]:
    """For each sentence the mood that the words above it, or the sentence behind, leave to its figures."""
    moods = _moods_from_above(document, now)
    for n in (*told_on(document.sentences, now), *pointed_back_to(document.sentences)):
        moods[n] = Mood.TARGET
    return tuple(moods)


def _moods_from_above(document: Document, now: Now) -> list[Mood]:
    moods: list[Mood] = []
    mood, adopted, previous = Mood.RESULT, False, ""
    listed = False
    aiming = -1  # the paragraph that began with a time to come
    approved = laid_down = False
    for sentence in document.sentences:
        before = mood if sentence.section is SectionKind.BODY else Mood.RESULT
        mood = opened_by(sentence, before, now)
        goes_on = _GOES_ON.match(sentence.folded) is not None and SAME_PERIOD.search(sentence.folded) is None
        aimed = goes_on and (adopted or moods[-1:] == [Mood.TARGET] or _ends_aiming(previous, now))
        adopted, previous = aimed or _adopts().search(sentence.folded) is not None, sentence.folded
        approved = approved or _APPROVES.search(sentence.folded) is not None
        laid_down = laid_down or _LAYS_DOWN.search(sentence.folded) is not None
        planned = _is_planned(sentence.folded, approved=approved, laid_down=laid_down)
        is_item = ITEM.match(sentence.folded) is not None
        soon = _SOON.search(sentence.folded[:HEAD]) is not None
        if soon and _SOON_HEAD.match(sentence.folded):
            aiming = sentence.paragraph
        elif aiming == sentence.paragraph and opened_by(sentence, Mood.ESTIMATE, now) is not Mood.ESTIMATE:
            aiming = -1
        moods.append(
            Mood.TARGET if aimed or planned or soon or aiming == sentence.paragraph or (listed and is_item) else mood
        )
        listed = _heads_list(sentence.folded) or (listed and is_item)
        if _LISTS.search(sentence.folded):  # … đề ra một số chỉ tiêu như: …
            mood = Mood.TARGET
    return moods
