"""Result, estimate or target: said by words before the figure, by its year, or by an opener paragraphs above.

`Các chỉ tiêu chủ yếu đến năm 2025:` makes aims of a whole list, until `Phát biểu tại hội nghị, …` or another opener ends it. Words of
the figure's own sentence are stronger than the opener: `Phấn đấu …` in a report of results, `đã đạt …` among aims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from congressx.document import Document, SectionKind, Sentence
from congressx.extractors.kpis.clauses import clause_start, clause_stop, segment_start
from congressx.extractors.kpis.record import Mood
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.spelling import fold, phrase

_PACKAGE = "congressx.extractors.kpis"
_YEAR = r"(?:19|20)\d\d"
_TERM = rf"(?P<first>{_YEAR})\s?-\s?(?P<last>{_YEAR})"


# --- when the article speaks --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Now:
    """The year an article speaks from and the term that its congress opens."""

    year: int | None
    opening: tuple[int, int] | None
    early: bool = False
    """Whether the page is of the year's first weeks, when reviews of the year before appear."""


_DATED = regex.compile(rf"\d\s?[/.-]\s?(?P<year>{_YEAR})(?!\d)(?!\s?-\s?\d{{4}})")
_IN_YEAR = regex.compile(rf"\bnăm\s+(?P<year>{_YEAR})(?!\s?-\s?\d)")
_OPENING = regex.compile(phrase(rf"(?<!nghị quyết )(?<!nghị )(?:đại hội|đh)[^.;]{{0,160}}?nhiệm k[ìỳ]\s*\(?{_TERM}"))
_REVIEW = regex.compile(phrase(r"sơ kết|giữa nhiệm kỳ|tổng kết năm|\d năm thực hiện"))


def now_of(document: Document) -> Now:
    """From the publish line, the latest full date at the head, the opening term, the first year of the title or the head."""
    title = fold(document.title)
    head = " ".join(sentence.folded for sentence in document.sentences[:8])
    opening = _opening_term(title, head)
    if document.published is not None:
        return Now(document.published.year, opening, document.published.month <= 2)
    dated = [int(match["year"]) for match in _DATED.finditer(head)]
    if dated:
        return Now(max(dated), opening)
    if opening is not None:
        return Now(opening[0], opening)
    years = [int(match["year"]) for match in _IN_YEAR.finditer(title)]
    return Now(min(years, default=None), None)


def _opening_term(title: str, head: str) -> tuple[int, int] | None:
    """The term of a congress that the article reports; none where it reviews the resolution of one."""
    if _REVIEW.search(title):
        return None
    found = [match for text in (title, head) for match in _OPENING.finditer(text)]
    return max(((int(match["first"]), int(match["last"])) for match in found), default=None)


# --- words of the sentence ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cue:
    span: Span
    mood: Mood
    dated: bool = False
    """Whether only a year or a term says it: any word of the same stretch is stronger."""


@cache
def _cues() -> regex.Pattern[str]:
    by_mood: dict[str, list[str]] = {}
    for words, mood in rows("mood_words.tsv", _PACKAGE):
        by_mood.setdefault(mood, []).append(words.replace(" ", r"\s+"))
    groups = "|".join(f"(?P<{mood}>{'|'.join(sorted(words, key=len, reverse=True))})" for mood, words in by_mood.items())
    return regex.compile(
        rf"(?<!\p{{L}})(?<!thực\s)(?:{groups})(?!\p{{L}}|\s+(?:thơ|giờ|đước|giuộc|nguyện|mơ|vọng|muốn|được\s+giao)\b)"
        rf"|(?:nhiệm\s+k[ìỳ]|giai\s+đoạn|thời\s+kỳ|(?:5|năm)\s+năm)[^.,;\d]{{0,12}}\(?{_TERM}"
        rf"|\bnăm\s+(?P<year>{_YEAR})(?!\s?[-/]\s?\d)"
        rf"|(?:^|[.,;:]\s)\s*(?P<result>hiện)(?=\s+(?!thực|đại|hữu|hành|tượng))"
    )


def _cues_in(folded: str, now: Now) -> Iterator[_Cue]:
    for match in _cues().finditer(folded):
        mood = _mood_of_cue(match, now)
        if mood is not None and not _compares(folded, match):
            yield _Cue(Span(*match.span()), mood, match.lastgroup in _DATES)


_DATES = frozenset({"year", "first", "last"})
_COMPARES = regex.compile(r"(?r)(?:so\s+(?:với|sánh)|vượt|hoàn\s+thành|bằng|nghị\s+quyết\s+đại\s+hội)\s+(?:\p{L}+\s+){0,4}")


def _compares(folded: str, match: regex.Match[str]) -> bool:
    """Whether the words name what a figure is compared with: `so với năm 2010`, `vượt chỉ tiêu đề ra`."""
    said = (match.lastgroup in {"result", "estimate"} and not match.group().startswith(("năm trước", "cùng kỳ"))) or match.group().startswith(("phấn", "quyết", "sẽ", "dự kiến"))
    return not said and _COMPARES.match(folded, max(0, match.start() - 40), match.start()) is not None


def _mood_of_cue(match: regex.Match[str], now: Now) -> Mood | None:
    groups = match.groupdict()
    for mood in Mood:
        if groups.get(mood.value) is not None:
            return mood
    if match["first"] is not None:
        return _mood_of_term(int(match["first"]), int(match["last"]), now)
    year = int(match["year"])
    if now.year is None or year == now.year:
        return None
    return Mood.RESULT if year < now.year else Mood.TARGET


def _mood_of_term(first: int, last: int, now: Now) -> Mood | None:
    if now.opening is not None:
        return Mood.TARGET if first >= now.opening[0] else Mood.RESULT
    if now.year is None:
        return None
    return Mood.TARGET if first > now.year else Mood.RESULT if last <= now.year else None


_PLANNED = regex.compile(r"(?r)(?:kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|mục\s+tiêu|nghị\s+quyết)(?:\s+(?!đạt|là\s+đã)[\p{L}\d]+){0,5}\s*(?:\((?:hơn\s+|gần\s+|trên\s+)*|là\s+|:\s*)")


def mood_of(sentence: Sentence, focus: Span, opened: Mood, now: Now, indicator: str) -> Mood:
    """Mood of the figure at `focus` (offsets in the sentence) where the words above left `opened`.

    Words inside the name of the measure say nothing of it: `tỷ lệ lao động đã qua đào tạo`.
    """
    folded = sentence.folded
    if _PLANNED.match(folded, max(0, focus.start - 60), focus.start):
        return Mood.TARGET
    named = _named(folded, indicator, focus)
    closed = [Span(*match.span()) for match in _BRACKETED.finditer(folded, 0, focus.start)]
    cues = [
        cue for cue in _cues_in(folded, now) if not cue.span.overlaps(named) and not any(cue.span.overlaps(span) for span in closed)
    ]
    if _aimed_behind(folded, cues, focus):
        return Mood.TARGET
    ahead = [cue for cue in cues if cue.span.start < focus.start]
    floor = segment_start(folded, focus.start)
    clause = clause_start(folded, focus.start)
    if any(cue.mood is Mood.ESTIMATE and cue.span.start >= floor for cue in ahead) and ahead[-1].mood is not Mood.RESULT:
        return Mood.ESTIMATE
    said = [cue for cue in ahead if cue.mood is not Mood.ESTIMATE]
    if not said:
        return opened
    worded = [cue for cue in said if not cue.dated and cue.span.start >= floor]
    nearest = worded[-1] if worded and worded[-1].mood is Mood.TARGET else said[-1]
    if nearest.mood is Mood.TARGET and _is_weak(folded, nearest):
        weak_clause = min(clause, clause_start(folded, nearest.span.start))
        done = [cue for cue in said if cue.mood is Mood.RESULT and weak_clause <= cue.span.start]
        return Mood.RESULT if done else Mood.TARGET
    return nearest.mood


_BRACKETED = regex.compile(r"\([^()]*\)")
_WEAK = regex.compile(r"(?:đề xuất|đề nghị|kiến nghị|cần|yêu cầu|mong|mong muốn)")
_BY_YEAR = regex.compile(r"(?r)(?:đến|vào|trong|cuối|hết|trước|tới)\s+")


def _is_weak(folded: str, cue: _Cue) -> bool:
    return _WEAK.fullmatch(cue.span.of(folded)) is not None


def _named(folded: str, indicator: str, focus: Span) -> Span:
    """Where the name of the measure stands, nearest before the figure."""
    at = folded.rfind(indicator, 0, focus.start)
    return Span(at, at + len(indicator)) if at >= 0 else Span(focus.start, focus.start)


def _aimed_behind(folded: str, cues: list[_Cue], focus: Span) -> bool:
    """`nước sạch cho 100% hộ dân vào cuối năm 2030`: a year to come behind the figure, with nothing before it in the clause."""
    start, stop = clause_start(folded, focus.start), clause_stop(folded, focus.stop)
    if any(start <= cue.span.start < focus.start for cue in cues):
        return False
    return any(
        cue.mood is Mood.TARGET and cue.dated and focus.stop <= cue.span.start < stop and _BY_YEAR.match(folded, 0, cue.span.start) is not None
        for cue in cues
    )


# --- openers ------------------------------------------------------------------------------------------------------------

_AIMS = regex.compile(
    phrase(
        r"phương hướng|(?:một số|các|những) (?:chỉ tiêu|mục tiêu)|mục tiêu (?:chung|cụ thể|tổng quát|phấn đấu)|chỉ tiêu (?:chủ yếu|phấn đấu|cụ thể|cơ bản)|tiêu chí phấn đấu"
        r"|(?:đề ra|xác định|đặt ra|thống nhất|đưa ra)(?: \p{L}+){0,3} (?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp|phương hướng)"
        r"|bước (?:vào|sang) (?:nhiệm kỳ|năm)|(?:trong )?nhiệm kỳ (?:tới|mới|tiếp theo)"
    )
)
_SOON = regex.compile(phrase(r"(?:trong )?(?:thời gian|giai đoạn|năm) (?:tới|mới|tiếp theo)|\d năm tới|để thực hiện (?:thắng lợi )?(?:mục tiêu|nhiệm vụ)"))
"""Openers of one sentence only."""
_DONE = regex.compile(
    phrase(
        r"(?:nhiệm kỳ|thời gian|năm|tháng) (?:vừa )?qua|theo báo cáo|báo cáo(?: chính trị| tổng kết| kiểm điểm| tại| của| tình hình| kết quả)|^\s*(?:kết quả|qua đó|nhờ đó)|đánh giá|phát biểu|trước đó"
        r"|tháng đầu năm|những kết quả|đã đạt được|thống kê|tính đến|đến nay|(?:đại hội|hội nghị)(?: \p{L}+){0,2} (?:đã )?(?:bầu|tiến hành bầu|biểu quyết)|dịp này|cũng tại|(?:ông|bà) [^,.]{2,60}(?:cho biết|cho hay|nói|cho rằng|đánh giá|nhận định)|cho biết|cho hay|tại (?:đại hội|hội nghị|buổi)|nhân dịp|chúc mừng|sau đó"
    )
)
_ITEM = regex.compile(r"\s*(?:[-+*•·–]|\d{1,2}[.)]|[a-đ]\))\s*\S")


def moods_opened(document: Document, now: Now) -> tuple[Mood, ...]:
    """For each sentence the mood that openers above leave to its figures."""
    moods: list[Mood] = []
    mood = Mood.RESULT
    for sentence in document.sentences:
        if sentence.section is not SectionKind.BODY:
            mood = Mood.RESULT
        mood = _opened_by(sentence, mood, now)
        moods.append(Mood.TARGET if _SOON.search(sentence.folded[:_HEAD]) else mood)
        mood = _left_by(sentence, mood)
    return tuple(moods)


_HEAD = 90


def _opened_by(sentence: Sentence, mood: Mood, now: Now) -> Mood:
    """The mood that the first words of a sentence open for it and for what follows."""
    folded = sentence.folded
    if _ITEM.match(folded):
        return mood
    head = folded[:_HEAD]
    found = [(match.start(), Mood.TARGET) for match in _AIMS.finditer(head)]
    found += [(match.start(), Mood.RESULT) for match in _DONE.finditer(head)]
    for match in regex.finditer(rf"(?:nhiệm\s+k[ìỳ]|giai\s+đoạn)[^.,;\d]{{0,12}}\(?{_TERM}", folded[:60]):
        said = _mood_of_term(int(match["first"]), int(match["last"]), now)
        if said is not None and match.start() < 25:
            found.append((match.start(), said))
    for match in regex.finditer(rf"^\s*(?:trong\s+|bước\s+(?:vào|sang)\s+|đến\s+(?:hết\s+|cuối\s+)?)?năm\s+(?P<year>{_YEAR})\s*,", folded):
        year = int(match["year"])
        if now.year is not None and (year != now.year or now.early):
            found.append((match.start(), Mood.TARGET if year >= now.year else Mood.RESULT))
    return max(found, key=lambda hit: hit[0])[1] if found else mood


_LISTS = regex.compile(phrase(r"(?:chỉ tiêu|mục tiêu|phương hướng|tiêu chí phấn đấu)[^.;]{0,120}(?:như|sau|gồm|là)?\s*:"))


def _left_by(sentence: Sentence, mood: Mood) -> Mood:
    """The mood that a sentence leaves to the next one: `… đề ra một số chỉ tiêu như: …` opens a list far from its beginning."""
    if _LISTS.search(sentence.folded):
        return Mood.TARGET
    return mood
