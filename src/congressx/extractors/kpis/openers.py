"""Openers: words at the head of a sentence that make aims or results of its figures and of those below them.

`Các chỉ tiêu chủ yếu đến năm 2025:` makes aims of a whole list, until `Phát biểu tại hội nghị, …` or another opener ends it.
"""

from __future__ import annotations

from collections.abc import Iterator

from congressx.document import Sentence
from congressx.extractors.kpis.cues import OUT_OF_AIMS
from congressx.extractors.kpis.present import TERM, YEAR, Now, mood_of_term, mood_of_year
from congressx.extractors.kpis.record import Mood
from congressx.extractors.kpis.wordlists import one_of
from congressx.patterns import Pattern

TIME_TO_COME = (
    r"(?:thời gian|giai đoạn|chặng đường|nhiệm kỳ|khóa|(?<!(?:\d|năm) )năm)"
    r"\s+(?:tới|mới|tiếp theo|sắp tới|kế tiếp|trước mắt|phía trước)(?!\p{L})"
    r"|(?:\d|ba|bốn|năm|mười)\s+năm\s+(?:sắp\s+)?tới"
)
_DEFINES = Pattern(
    r"(?:đề ra|xác định|đặt ra|thống nhất|đưa ra)(?:\s+(?:\p{L}+|\d{1,2})){1,3}\s+(?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp"
    r"|phương hướng)(?!\p{L})"
)
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
ITEM = Pattern(r"\s*(?:[-+*•·]|\d{1,2}[.)]|[a-đ]\))\s*\S")
_TERM_HEAD = Pattern(rf"(?:nhiệm\s+k[ìỳ]|giai\s+đoạn)[^.,;\d]{{0,12}}\(?{TERM}")
_YEAR_HEAD = Pattern(
    rf"\s*(?:trong\s+|(?:bước\s+)?(?:vào|sang)\s+|đến\s+(?:hết\s+|cuối\s+)?)?(?:năm\s+|(?<=sang\s+))(?P<year>{YEAR})\s*,"
)
HEAD, _TERM_REACH = 90, 25
"""How far into a sentence words may open it."""


def opened_by(sentence: Sentence, mood: Mood, now: Now) -> Mood:
    """The mood that the first words of a sentence open for it and for what follows; the last of them wins."""
    folded = sentence.folded
    if ITEM.match(folded):
        return mood
    head = folded[:HEAD]
    found = [
        (match.start(), Mood.RESULT if _ATTAINED.match(folded, match.end()) else Mood.TARGET)
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
