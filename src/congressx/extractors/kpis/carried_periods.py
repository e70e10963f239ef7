"""The time that a sentence leaves to the figures of those below it that tell none themselves.

What carries: the one time a sentence tells. Over what: over a sentence that goes on with it (`Theo đó, …`, `Trong đó, …`), over the
rest of the paragraph where figures stand behind it (of the page, where each sentence is a paragraph), over the lines below a
heading. What ends it: another time or a word for one (`đến nay`, `tháng 6`), another speaker, a figure of another mood.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from congressx.document import Document, Sentence
from congressx.engine import Mention
from congressx.extractors.kpis.clauses import clause_stop
from congressx.extractors.kpis.periods import NUMBER, Told, times_told, year_in_view, year_near
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
_AIMS = Pattern(
    r"(?<!\p{L})(?:kế hoạch|nghị quyết|mục tiêu|phấn đấu|chỉ tiêu|sẽ|dự toán|đề án|nhiệm vụ|phương hướng)(?!\p{L})"
)
_UNDER_WAY = Pattern(r"(?<!\p{L})đang(?!\p{L})")
"""`Công an đang đấu tranh với 12 băng nhóm`: of the day of the article."""
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class View:
    """A time told, whether aims are told of it, and the paragraph that tells it."""

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
    return _speaks_of_time(sentence.folded[:stop])


def _speaks_of_time(folded: str) -> bool:
    return _OTHER_TIME.search(_without_comparisons(folded)) is not None


def _without_comparisons(folded: str) -> str:
    return _BESIDE_TIME.sub(lambda match: " " * len(match[0]), folded)


def _views(document: Document, figures: Mapping[int, Sequence[Mention]], year: int | None) -> Sequence[View | None]:
    """For each sentence the time that those above leave to it."""
    lines = _is_in_lines(document)
    views: list[View | None] = []
    above = _Above()
    for sentence in document.sentences:
        if not sentence.section.is_prose:
            views.append(None)
            above = _Above()
            continue
        if not lines:
            above.turn_to(sentence.paragraph)
        views.append(above.left_to(sentence))
        own = figures.get(sentence.index, ())
        near = year_near(document, sentence.index, year)
        times = times_told(sentence.folded, near)
        told = _told(sentence, times, own, near)
        begins = told is not None and _begins_report(sentence, times, own)
        above.read(sentence, told, begins=begins)
    return views


@dataclass(slots=True)
class _Above:
    """The times that the sentences read so far leave to the next."""

    last: View | None = None
    """Told in the sentence before."""
    held: View | None = None
    """Told for the paragraph."""
    headed: View | None = None
    """Told by a heading."""

    def turn_to(self, paragraph: int) -> None:
        """What is told for a paragraph ends with it."""
        if self.held is not None and self.held.paragraph != paragraph:
            self.held = None

    def left_to(self, sentence: Sentence) -> View | None:
        """The time that the sentence is of where it tells none."""
        if self.last is not None and _GOES_ON.match(sentence.folded):
            return self.last
        return None if _UNDER_WAY.search(sentence.folded) else self.held or self.headed

    def read(self, sentence: Sentence, told: View | None, *, begins: bool) -> None:
        """Takes up the time `told` by the sentence, with which a report `begins`, and ends what it ends."""
        other = _speaks_of_time(sentence.folded)
        speaks = _SPEAKS.search(sentence.folded) is not None
        as_headed = told is not None and self.headed is not None and told.period == self.headed.period
        if _is_heading(sentence):
            self.headed = told
        elif speaks or (other and not as_headed):
            self.headed = None
        if told is not None:
            self.last = told
        elif other or not _GOES_ON.match(sentence.folded):
            self.last = None
        if begins:
            self.held = told
        elif other or speaks:
            self.held = None


_FEW_LINES = 8
_MOSTLY = 0.8


def _is_in_lines(document: Document) -> bool:
    """Whether every sentence stands on a line of its own, so that no paragraph ends with it."""
    prose = [sentence.paragraph for sentence in document.sentences if sentence.section.is_prose]
    return len(prose) >= _FEW_LINES and len(set(prose)) >= _MOSTLY * len(prose)


def _told(sentence: Sentence, times: Sequence[Told], figures: Sequence[Mention], year: int | None) -> View | None:
    """The one time that a sentence tells."""
    periods = {period for period, _ in times}
    if len(periods) != 1:
        return None
    [period] = periods
    if not set(_YEAR.findall(_without_comparisons(sentence.folded))) <= {*_YEAR.findall(period), str(year)}:
        return None  # also a date or a year that says something else
    aims = {mention.value["mood"] is Mood.TARGET for mention in figures if mention.value["period"] == period}
    if len(aims) > 1:
        return None
    return View(period, aims.pop() if aims else _AIMS.search(sentence.folded) is not None, sentence.paragraph)


def _begins_report(sentence: Sentence, times: Sequence[Told], figures: Sequence[Mention]) -> bool:
    """Whether figures stand behind the time: `Năm 2021, thu ngân sách đạt …`, and go on in the paragraph."""
    period, start = times[0]
    own = any(mention.value["period"] == period for mention in figures)
    return own and NUMBER.search(sentence.folded, 0, start) is None


def _is_heading(sentence: Sentence) -> bool:
    """`Kết quả sản xuất năm 2021:`"""
    return (
        len(sentence.text) <= _LONGEST_HEADING
        and sentence.text.endswith(":")
        and NUMBER.search(sentence.folded) is None
    )
