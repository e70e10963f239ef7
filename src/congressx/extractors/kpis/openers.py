"""Openers: words paragraphs above that make aims or results of all figures below them.

`Các chỉ tiêu chủ yếu đến năm 2025:` makes aims of a whole list, until `Phát biểu tại hội nghị, …` or another opener ends it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from congressx.document import Document, SectionKind, Sentence
from congressx.extractors.kpis.cues import OUT_OF_AIMS, cues_in
from congressx.extractors.kpis.decided import ADOPTED
from congressx.extractors.kpis.moods import SAME_PERIOD
from congressx.extractors.kpis.present import (
    TERM,
    YEAR,
    Now,
    mood_of_term,
    mood_of_year,
)
from congressx.extractors.kpis.record import Mood
from congressx.extractors.kpis.wordlists import one_of
from congressx.patterns import Pattern

_DEFINES = Pattern(
    r"(?:đề ra|xác định|đặt ra|thống nhất|đưa ra)(?:\s+(?:\p{L}+|\d{1,2})){1,3}\s+(?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp"
    r"|phương hướng)(?!\p{L})"
)
_TIME_TO_COME = (
    r"(?:thời gian|giai đoạn|chặng đường|nhiệm kỳ|khóa|(?<!(?:\d|năm) )năm)"
    r"\s+(?:tới|mới|tiếp theo|sắp tới|kế tiếp|trước mắt|phía trước)(?!\p{L})"
    r"|(?:\d|ba|bốn|năm|mười)\s+năm\s+(?:sắp\s+)?tới"
)
_SOON = Pattern(
    _TIME_TO_COME + r"|để thực hiện (?:thắng lợi )?(?:mục tiêu|nhiệm vụ)"
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
_SAYS = Pattern(
    r"^\s*(?:kết quả|qua đó|nhờ đó)(?!\p{L})|(?:ông|bà) [^,.]{2,60}(?:cho biết|cho hay|nói|cho rằng|đánh giá|nhận định)"
)
_ATTAINED = Pattern(
    r"(?:\s+(?!(?:đến|là|phấn đấu|cần|phải|sẽ|như|sau|gồm)(?!\p{L}))[\p{L}-]+){0,8}?\s+"
    r"(?:đều|(?:đã )?(?:đạt|vượt|hoàn thành)|được thực hiện)(?!\p{L})"
)
"""`hầu hết các chỉ tiêu đều vượt kế hoạch`: aims that were reached open no list of aims."""
_DISCUSSES = Pattern(r"(?<!\p{L})(?:bàn|bàn về|thảo luận|thảo luận về|cho ý kiến về|góp ý)\s+(?:các\s+|những\s+)?$")
"""`hội nghị bàn phương hướng …`: what is talked over lists no aims."""
_SINCE = Pattern(
    r"(?:^|[,:;.\"]\s)\W*(?:từ|kể từ) (?:năm|tháng|đầu|khi)(?!\p{L})[^,;.]{0,30} đến nay,?[^;.:]{0,60}(?<!\p{L})đã(?!\p{L})"
)
"""`…, từ năm 2014 đến nay, các cấp ủy đã …`: a report begins, however far into its sentence."""
_ITEM = Pattern(r"\s*(?:[-+*•·]|\d{1,2}[.)]|[a-đ]\))\s*\S")
_LISTS = Pattern(r"(?:chỉ tiêu|mục tiêu|phương hướng|tiêu chí phấn đấu)(?!\p{L})[^.;]{0,120}:(?!\d)")
_TERM_HEAD = Pattern(rf"(?:nhiệm\s+k[ìỳ]|giai\s+đoạn)[^.,;\d]{{0,12}}\(?{TERM}")
_YEAR_HEAD = Pattern(
    rf"\s*(?:trong\s+|(?:bước\s+)?(?:vào|sang)\s+|đến\s+(?:hết\s+|cuối\s+)?)?(?:năm\s+|(?<=sang\s+))(?P<year>{YEAR})\s*,"
)
_HEADING = Pattern(
    r"\W*(?:[ivx\d]{1,4}[.)/]\s*)?(?:(?:các|những|một số) )?(?:mục tiêu|chỉ tiêu|phương hướng|định hướng|nhiệm vụ|kế hoạch"
    r"|hướng (?:tới|đến)|phấn đấu"
    r"|(?:6|sáu) tháng (?:cuối năm|còn lại)|(?:\d+ )?(?:nhiệm kỳ|năm|giai đoạn|thời gian) (?:tới|mới))(?!\p{L})"
    r"(?:(?!(?<!\p{L})(?:đạt|vượt|đã|thực hiện|hoàn thành|kết quả|qua)(?!\p{L}))[^.;:]){0,70}:?\s*$"
)
"""A line of its own over a list: `Mục tiêu nhiệm kỳ 2020 - 2025`, `Hướng tới năm 2030:`."""
_HEAD, _TERM_REACH = 90, 25


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


_POINTS_BACK = Pattern(
    r"\W*(?:đó|đây|tất cả|những con số (?:này|đó|ấy|trên)|các con số (?:này|đó|ấy|trên))(?: cũng| chính| đều)* (?:là|được)"
    r" (?:(?:những|các|một trong những|hai|ba|bốn|\d+) )?[^.;]{0,60}?(?<!\p{L})"
    r"(?:mục tiêu|chỉ tiêu|đích|đề ra|đặt ra|hướng tới|hướng đến|nhắm tới|phấn đấu|cam kết"
    r"|(?:nhiệm kỳ|năm|thời gian|chặng đường) (?:tới|mới))(?!\p{L})"
)
"""`Đó là những con số đại hội đặt ra cho nhiệm kỳ mới`: the sentence before told aims."""


def moods_opened(document: Document, now: Now) -> tuple[Mood, ...]:
    """For each sentence the mood that the words above it, or the sentence behind, leave to its figures."""
    moods = _moods_from_above(document, now)
    for n in (
        *_told_on(document.sentences, now),
        *_pointed_back_to(document.sentences),
    ):
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
        mood = _opened_by(sentence, before, now)
        goes_on = _GOES_ON.match(sentence.folded) is not None
        told_ahead = adopted or moods[-1:] == [Mood.TARGET] or _ends_aiming(previous, now)
        aimed = goes_on and SAME_PERIOD.search(sentence.folded) is None and told_ahead
        adopted, previous = (
            aimed or _adopts().search(sentence.folded) is not None,
            sentence.folded,
        )
        approved = approved or _APPROVES.search(sentence.folded) is not None
        laid_down = laid_down or _LAYS_DOWN.search(sentence.folded) is not None
        planned = _is_planned(sentence.folded, approved=approved, laid_down=laid_down)
        is_item = _ITEM.match(sentence.folded) is not None
        soon = _SOON.search(sentence.folded[:_HEAD]) is not None
        if soon and _SOON_HEAD.match(sentence.folded):
            aiming = sentence.paragraph
        elif aiming == sentence.paragraph and _opened_by(sentence, Mood.ESTIMATE, now) is not Mood.ESTIMATE:
            aiming = -1
        moods.append(
            Mood.TARGET if aimed or planned or soon or aiming == sentence.paragraph or (listed and is_item) else mood
        )
        listed = _HEADING.match(sentence.folded) is not None or (listed and is_item)
        if _LISTS.search(sentence.folded):  # … đề ra một số chỉ tiêu như: …
            mood = Mood.TARGET
    return moods


def _told_on(sentences: Sequence[Sentence], now: Now) -> Iterator[int]:
    """Sentences that go on with aims: those below an announcement, and those behind an aim in its paragraph."""
    announced, aiming = False, -1
    for n, sentence in enumerate(sentences):
        goes_on = (announced or aiming == sentence.paragraph) and _is_told_on(sentence, now)
        if goes_on:
            yield n
        announces = sentence.section is SectionKind.BODY and _announces(sentence.folded)
        announced = announces or (announced and goes_on)
        goes_on = goes_on and aiming == sentence.paragraph
        aiming = sentence.paragraph if goes_on or _only_aims(sentence.folded, now) else -1


def _pointed_back_to(sentences: Sequence[Sentence]) -> Iterator[int]:
    for n, (sentence, behind) in enumerate(pairwise(sentences)):
        if sentence.paragraph == behind.paragraph and _POINTS_BACK.match(behind.folded):
            yield n


_AIMS_NAMED = Pattern(
    r"(?<!\p{L})(?:chỉ tiêu|mục tiêu|vạch đích|đích(?! (?:danh|thực|thân|thị)(?!\p{L}))|con số|mốc|cam kết|lời hứa)(?!\p{L})"
)
_SET = Pattern(
    r"(?<!\p{L})(?:nêu rõ|xác định|đặt ra|đề ra|vạch ra|chốt|như sau|thông qua|thống nhất|hướng tới|hướng đến"
    r"|nhắm tới|nhắm đến|phải|(?:bàn|gồm|chọn) (?:\p{L}+ )?(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|nhiều))(?!\p{L})"
)
_PAST = Pattern(
    r"(?<!\p{L})(?:đạt|vượt|hoàn thành|thực hiện|kết quả|qua|đánh giá|kiểm điểm|hiện|về đích|so với|tổng kết|sơ kết|cho thấy|thảo luận"
    r"|góp ý|chưa|không|còn"
    r"|đã(?! (?:thông qua|đề ra|đặt ra|xác định|thống nhất|chốt|vạch ra)(?!\p{L})))(?!\p{L})"
)
_FIGURE = Pattern(r"\d(?! ?(?:nhóm )?(?:chỉ tiêu|mục tiêu|con số|cam kết|đích|mốc|năm)(?!\p{L}))[\d.,]*(?= ?%| \p{L})")
_AHEAD = Pattern(_TIME_TO_COME)
_ANNOUNCED = 160


def _announces(folded: str) -> bool:
    """`Chỉ tiêu của nhiệm kỳ được nêu rõ.`, `Kế tiếp là việc của 5 năm tới.`: it has no figure, the sentences below tell them."""
    if len(folded) > _ANNOUNCED or _PAST.search(folded) or _FIGURE.search(folded):
        return False
    named = _AIMS_NAMED.search(folded) is not None and _SET.search(folded) is not None
    return named or (len(folded) <= _HEAD and _AHEAD.search(folded) is not None)


_AIMING = Pattern(
    r"(?:hướng (?:tới|đến)|nhắm (?:tới|đến)|phấn đấu|quyết tâm|(?:đề ra |đặt (?:ra )?|xác định |với |nâng )?(?:các )?(?:mục tiêu|chỉ tiêu)"
    r"|cam kết|theo dự thảo nghị quyết|đích)(?!\p{L})"
)


def _only_aims(folded: str, now: Now) -> bool:
    """`Hướng tới năm 2030, huyện xây 4 khu công nghiệp.`: whether a sentence with figures speaks of aims from its head on."""
    cues = [cue for cue in cues_in(folded, now) if not cue.soft]
    if not cues or _FIGURE.search(folded) is None or any(cue.mood is not Mood.TARGET for cue in cues):
        return False
    return any(cue.span.start < _HEAD and _AIMING.match(folded, cue.span.start) for cue in cues)


def _is_told_on(sentence: Sentence, now: Now) -> bool:
    """Whether a sentence below an announcement may tell of what was announced: it has a figure and nothing of the past."""
    if _FIGURE.search(sentence.folded) is None or _opened_by(sentence, Mood.ESTIMATE, now) is Mood.RESULT:
        return False
    return all(cue.mood is not Mood.RESULT or cue.soft for cue in cues_in(sentence.folded, now))


def _opened_by(sentence: Sentence, mood: Mood, now: Now) -> Mood:
    """The mood that the first words of a sentence open for it and for what follows; the last of them wins."""
    folded = sentence.folded
    if _ITEM.match(folded):
        return mood
    head = folded[:_HEAD]
    found = [
        (
            match.start(),
            Mood.RESULT if _ATTAINED.match(folded, match.end()) else Mood.TARGET,
        )
        for words in (one_of("aim_openers.txt"), _DEFINES)
        for match in words.finditer(head)
        if not (_DISCUSSES.search(head, 0, match.start()) or OUT_OF_AIMS.search(head, 0, match.start()))
    ]
    found += [
        (match.start(), Mood.RESULT) for words in (one_of("done_openers.txt"), _SAYS) for match in words.finditer(head)
    ]
    found += _dated_openers(folded, now)
    found += [(match.start(), Mood.RESULT) for match in _SINCE.finditer(folded)]
    return max(found, key=lambda hit: hit[0])[1] if found else mood


def _dated_openers(folded: str, now: Now) -> Iterator[tuple[int, Mood]]:
    """`Nhiệm kỳ 2020-2025, …`, `Năm 2022, …`."""
    term = _TERM_HEAD.search(folded)
    if term is not None and term.start() < _TERM_REACH:
        mood = mood_of_term(int(term["first"]), int(term["last"]), now)
        if mood is not None:
            yield term.start(), mood
    year = _YEAR_HEAD.match(folded)
    if year is not None and now.year is not None:
        mood = Mood.TARGET if now.early and int(year["year"]) == now.year else mood_of_year(int(year["year"]), now)
        if mood is not None:
            yield year.start(), mood
