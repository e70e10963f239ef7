"""The time that a sentence leaves to the figures of those below it that tell none themselves.

What carries: the one time a sentence tells. Over what: over a sentence that goes on with it (`Theo đó, …`, `Trong đó, …`), over the
rest of the paragraph where figures stand behind it (of the page, where each sentence is a paragraph), over the lines below a
heading. What ends it: another time or a word for one (`đến nay`, `tháng 6`), another speaker, a figure of another mood.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from congressx.document import Document, Sentence
from congressx.engine import Mention
from congressx.extractors.kpis.clauses import clause_stop
from congressx.extractors.kpis.periods import times_told, year_in_view, year_near
from congressx.extractors.kpis.present import YEAR, Now
from congressx.extractors.kpis.record import Mood
from congressx.patterns import Pattern

_GOES_ON = Pattern(
    r"\W*(?:theo đó|trong đó|cụ thể|qua đó|từ đó|nhờ đó|trong khi đó"
    r"|(?:trong|trên) (?:tổng )?số (?:đó|này|trên|[\p{L}\d. ]{1,30} (?:đó|này|trên)))(?!\p{L})"
)
"""`Theo đó, …`: tells more of what the sentence before told."""
_BESIDE_TIME = Pattern(
    r"(?:so với|(?:cao|thấp|nhiều|ít|lớn) hơn|gấp|bằng|như|vượt)(?!\p{L})[^,;.()]*|cùng kỳ(?: năm (?:trước|ngoái|\d{4}))?"
    r"|(?:dự toán|kế hoạch|chỉ tiêu)(?: [^,;.()\d]{1,20})? năm(?! \d)|ngày càng|\([^()]*\)"
)
"""What is compared with is no time of the figure."""
_OTHER_TIME = Pattern(
    rf"(?<!\d){YEAR}(?!\d)"
    r"|(?<!\p{L})(?:(?<!(?:thực|phát|thể|biểu|xuất|tái) )hiện(?! (?:đại|vật|thực|hữu|tượng|hành)(?!\p{L}))|nay"
    r"|trước (?:đây|đó|kia)|thời gian|giai đoạn|nhiệm kỳ|thời kỳ|thời điểm|khóa [ivx]+|vừa qua|tới đây|sắp tới|tương lai"
    r"|(?:những|các|nhiều|mấy|vài|\d+|hai|ba|bốn|sáu|mười) năm|năm (?:nay|ngoái|trước|qua|tới|sau|vừa|đầu|cuối|tiếp)"
    r"|(?:đầu|cuối|giữa) năm|(?:hằng|hàng|mỗi|một|bình quân) (?:\p{L}+ )?(?:năm|tháng|ngày|tuần)|tháng"
    r"|quý (?:\d|[ivx]+|này|trước|sau)|ngày|tuần(?! tra)|hôm|(?:sáng|chiều|tối|trưa) (?:nay|\d|ngày)"
    r"|từng|kể từ|từ khi)(?!\p{L})"
)
_YEAR = Pattern(rf"(?<!\d){YEAR}(?!\d)")
_SPEAKS = Pattern(
    r"(?<!\p{L})(?:phát biểu|cho biết|cho hay|cho rằng|nói|đề nghị|yêu cầu|đề xuất|nhấn mạnh|kiến nghị|đặt câu hỏi|nhận định)(?!\p{L})"
)
_NUMBER = Pattern(rf"(?<![\d.,/-])(?<!(?:thứ|số)\s)(?!{YEAR}(?!\d)|\d{{1,2}} (?:năm|tháng)(?!\p{{L}}))\d")
_AIMS = Pattern(
    r"(?<!\p{L})(?:kế hoạch|nghị quyết|mục tiêu|phấn đấu|chỉ tiêu|sẽ|dự toán|đề án|nhiệm vụ|phương hướng)(?!\p{L})"
)
_UNDER_WAY = Pattern(r"(?<!\p{L})đang(?!\p{L})")
"""`Công an đang đấu tranh với 12 băng nhóm`: of the day of the article."""
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class View:
    """A time told, whether aims are told of it, and where: in the paragraph of that index."""

    period: str
    aims: bool
    paragraph: int

    def is_of(self, mention: Mention, now: Now) -> bool:
        """Whether a figure may be of it: no aim is of a time of results, no result of a time to come."""
        aimed = mention.value["mood"] is Mood.TARGET
        return aimed is self.aims and (aimed or now.year is None or int(self.period[:4]) <= now.year)


def carried(document: Document, mentions: Sequence[Mention], now: Now) -> Iterator[Mention]:
    """The mentions, those without a time with the one that sentences above leave to them."""
    by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    views = _views(document, by_sentence, year_in_view(document, now)) if mentions else ()
    for mention in mentions:
        view = None if mention.value["period"] is not None else views[mention.sentence]
        if view is None or not view.is_of(mention, now) or _tells_time(document, mention):
            yield mention
        else:
            yield mention.having(period=view.period)


def _tells_time(document: Document, mention: Mention) -> bool:
    """Whether the sentence speaks of another time before the clause of the figure ends."""
    sentence = document.sentences[mention.sentence]
    focus = mention.focus.shifted(-sentence.span.start)
    stop = clause_stop(sentence.folded, focus.stop)
    return _OTHER_TIME.search(_without_comparisons(sentence.folded[:stop])) is not None


def _without_comparisons(folded: str) -> str:
    return _BESIDE_TIME.sub(lambda match: " " * len(match[0]), folded)


def _views(document: Document, figures: Mapping[int, Sequence[Mention]], year: int | None) -> Sequence[View | None]:
    """For each sentence the time that those above leave to it."""
    lines = _is_in_lines(document)
    views: list[View | None] = []
    last: View | None = None  # told in the sentence before
    held: View | None = None  # told for the paragraph
    headed: View | None = None  # told by a heading
    for sentence in document.sentences:
        if not sentence.section.is_prose:
            views.append(None)
            last = held = headed = None
            continue
        goes_on = _GOES_ON.match(sentence.folded) is not None
        if held is not None and held.paragraph != sentence.paragraph:
            held = replace(held, paragraph=sentence.paragraph) if lines else None
        under_way = _UNDER_WAY.search(sentence.folded) is not None
        views.append(last if goes_on and last is not None else None if under_way else held or headed)
        told = _told(sentence, figures.get(sentence.index, ()), year_near(document, sentence.index, year))
        other = _OTHER_TIME.search(_without_comparisons(sentence.folded)) is not None
        if _is_heading(sentence):
            headed = told
        elif headed is not None and (
            _SPEAKS.search(sentence.folded) or (other and (told is None or told.period != headed.period))
        ):
            headed = None
        if told is not None:
            last = told
        elif other or not goes_on:
            last = None
        if told is not None and _begins_report(sentence, told, figures.get(sentence.index, ()), year):
            held = told
        elif other or _SPEAKS.search(sentence.folded):
            held = None
    return views


_FEW_LINES = 8
_MOSTLY = 0.8


def _is_in_lines(document: Document) -> bool:
    """Whether every sentence stands on a line of its own, so that no paragraph ends with it."""
    prose = [sentence.paragraph for sentence in document.sentences if sentence.section.is_prose]
    return len(prose) >= _FEW_LINES and len(set(prose)) >= _MOSTLY * len(prose)


def _told(sentence: Sentence, figures: Sequence[Mention], year: int | None) -> View | None:
    """The one time that a sentence tells."""
    times = times_told(sentence.folded, year)
    if len({period for period, _ in times}) != 1:
        return None
    period = times[0][0]
    if not set(_YEAR.findall(_without_comparisons(sentence.folded))) <= set(_YEAR.findall(period)) | {str(year)}:
        return None  # also a date or a year that says something else
    of_it = [mention for mention in figures if mention.value["period"] == period]
    aims = (
        {mention.value["mood"] is Mood.TARGET for mention in of_it}
        if of_it
        else {_AIMS.search(sentence.folded) is not None}
    )
    return View(period, aims.pop(), sentence.paragraph) if len(aims) == 1 else None


def _begins_report(sentence: Sentence, told: View, figures: Sequence[Mention], year: int | None) -> bool:
    """Whether figures stand behind the time: `Năm 2021, thu ngân sách đạt …`, and go on in the paragraph."""
    if not any(mention.value["period"] == told.period for mention in figures):
        return False
    _, start = times_told(sentence.folded, year)[0]
    return _NUMBER.search(sentence.folded, 0, start) is None


def _is_heading(sentence: Sentence) -> bool:
    """`Kết quả sản xuất năm 2021:`"""
    return (
        len(sentence.text) <= _LONGEST_HEADING
        and sentence.text.endswith(":")
        and _NUMBER.search(sentence.folded) is None
    )
