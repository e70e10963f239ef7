"""Aims that another sentence announces, begins or sums up: `Chỉ tiêu của nhiệm kỳ được nêu rõ.`, `Đó là mục tiêu của 5 năm tới.`"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from congressx.document import SectionKind, Sentence
from congressx.extractors.kpis.cues import cues_in
from congressx.extractors.kpis.openers import HEAD, TIME_TO_COME, opened_by
from congressx.extractors.kpis.present import Now
from congressx.extractors.kpis.record import Mood
from congressx.patterns import Pattern


def told_on(sentences: Sequence[Sentence], now: Now) -> Iterator[int]:
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


_POINTS_BACK = Pattern(
    r"\W*(?:đó|đây|tất cả|những con số (?:này|đó|ấy|trên)|các con số (?:này|đó|ấy|trên))(?: cũng| chính| đều)* (?:là|được)"
    r" (?:(?:những|các|một trong những|hai|ba|bốn|\d+) )?[^.;]{0,60}?(?<!\p{L})"
    r"(?:mục tiêu|chỉ tiêu|đích|đề ra|đặt ra|hướng tới|hướng đến|nhắm tới|phấn đấu|cam kết"
    r"|(?:nhiệm kỳ|năm|thời gian|chặng đường) (?:tới|mới))(?!\p{L})"
)
"""`Đó là những con số đại hội đặt ra cho nhiệm kỳ mới`: the sentence before told aims."""


def pointed_back_to(sentences: Sequence[Sentence]) -> Iterator[int]:
    """Sentences that the one behind calls aims."""
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
_TO_COME = Pattern(TIME_TO_COME)
_ANNOUNCED = 160


def _announces(folded: str) -> bool:
    """`Chỉ tiêu của nhiệm kỳ được nêu rõ.`, `Kế tiếp là việc của 5 năm tới.`: it has no figure, the sentences below tell them."""
    if len(folded) > _ANNOUNCED or _PAST.search(folded) or _FIGURE.search(folded):
        return False
    named = _AIMS_NAMED.search(folded) is not None and _SET.search(folded) is not None
    return named or (len(folded) <= HEAD and _TO_COME.search(folded) is not None)


_AIMING = Pattern(
    r"(?:hướng (?:tới|đến)|nhắm (?:tới|đến)|phấn đấu|quyết tâm|(?:đề ra |đặt (?:ra )?|xác định |với |nâng )?(?:các )?(?:mục tiêu|chỉ tiêu)"
    r"|cam kết|theo dự thảo nghị quyết|đích)(?!\p{L})"
)


def _only_aims(folded: str, now: Now) -> bool:
    """`Hướng tới năm 2030, huyện xây 4 khu công nghiệp.`: whether a sentence with figures speaks of aims from its head on."""
    cues = [cue for cue in cues_in(folded, now) if not cue.soft]
    if not cues or _FIGURE.search(folded) is None or any(cue.mood is not Mood.TARGET for cue in cues):
        return False
    return any(cue.span.start < HEAD and _AIMING.match(folded, cue.span.start) for cue in cues)


def _is_told_on(sentence: Sentence, now: Now) -> bool:
    """Whether a sentence below an announcement may tell of what was announced: it has a figure and nothing of the past."""
    if _FIGURE.search(sentence.folded) is None or opened_by(sentence, Mood.ESTIMATE, now) is Mood.RESULT:
        return False
    return all(cue.mood is not Mood.RESULT or cue.soft for cue in cues_in(sentence.folded, now))
