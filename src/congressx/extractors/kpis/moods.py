"""Result, estimate or target: said by words before the figure, by its year, or by an opener paragraphs above.

`Các chỉ tiêu chủ yếu đến năm 2025:` makes aims of a whole list, until `Phát biểu tại hội nghị, …` or another opener ends it. Words of
the figure's own sentence are stronger than the opener: `Phấn đấu …` in a report of results, `đã đạt …` among aims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from congressx.document import Document, Sentence
from congressx.extractors.kpis.record import Mood
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.spelling import phrase

_PACKAGE = "congressx.extractors.kpis"
_YEAR = r"(?:19|20)\d\d"
_TERM = rf"(?P<first>{_YEAR})\s?-\s?(?P<last>{_YEAR})"


@dataclass(frozen=True, slots=True)
class Now:
    """The year an article speaks from and the term that its congress opens."""

    year: int | None
    opening: tuple[int, int] | None


def now_of(document: Document) -> Now:
    """From the publish line, the latest full date or month at the article's head, the opening term, the year of the title."""
    title = document.title or (document.sentences[0].text if document.sentences else "")
    head = " ".join(sentence.folded for sentence in document.sentences[:8])
    opening = _opening_term(f"{_folded(title)} {head}")
    if document.published is not None:
        return Now(document.published.year, opening)
    dated = [int(year) for year in _DATED.findall(head)]
    if dated:
        return Now(max(dated), opening)
    if opening is not None:
        return Now(opening[0], opening)
    years = [int(year) for year in _IN_YEAR.findall(_folded(title) or head)]
    return Now(min(years, default=None), opening)


def _folded(text: str) -> str:
    from congressx.vietnamese.spelling import fold

    return fold(text)


_DATED = regex.compile(rf"\d\s?[/.-]\s?({_YEAR})(?!\d)(?!\s?-\s?\d{{4}})")
_IN_YEAR = regex.compile(rf"\bnăm\s+({_YEAR})")
_OPENING = regex.compile(phrase(rf"đại hội[^.;]{{0,160}}?nhiệm k[ìỳ]\s*\(?{_TERM}"))
_REVIEW = regex.compile(phrase(r"nghị quyết đại hội|sơ kết|giữa nhiệm kỳ|nghị đại hội"))


def _opening_term(head: str) -> tuple[int, int] | None:
    """The term of a congress that the head of the article reports; none for a review of a resolution."""
    found = _OPENING.search(head)
    if found is None or _REVIEW.search(head, max(0, found.start() - 20), found.end()):
        return None
    return int(found["first"]), int(found["last"])


# --- words of the sentence ----------------------------------------------------------------------------------------------


@cache
def _cues() -> regex.Pattern[str]:
    by_mood: dict[str, list[str]] = {"estimate": [], "target": [], "result": []}
    for words, mood in rows("mood_words.tsv", _PACKAGE):
        by_mood[mood].append(words)
    words_of = {
        mood: "|".join(sorted((word.replace(" ", r"\s+") for word in words), key=len, reverse=True))
        for mood, words in by_mood.items()
    }
    groups = "|".join(f"(?P<{mood}>{words})" for mood, words in words_of.items())
    return regex.compile(
        rf"(?<!\p{{L}})(?:{groups})(?!\p{{L}}|\s+(?:thơ|giờ|đước|giuộc|nguyện|mơ|vọng|muốn)\b)"
        rf"|(?:nhiệm\s+k[ìỳ]|giai\s+đoạn|thời\s+kỳ|năm\s+năm|5\s+năm)[^.,;]{{0,12}}?\s*\(?{_TERM}"
        rf"|(?P<reach>đến|tới|vào|trước|cuối|hết)?\s*(?:cuối\s+|đầu\s+|hết\s+)?\bnăm\s+(?P<year>{_YEAR})(?!\s?[-/]\s?\d)",
        regex.BESTMATCH if False else 0,
    )


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    stop: int
    mood: Mood


def _cues_of(folded: str, now: Now) -> Iterator[_Cue]:
    for match in _cues().finditer(folded):
        mood = _mood_of_cue(folded, match, now)
        if mood is not None:
            yield _Cue(match.start(), match.end(), mood)


_ACHIEVED = regex.compile(r"(?r)(?:so\s+(?:với|sánh)|vượt|đạt|hoàn\s+thành|bằng|theo|của|từ)\s+(?:\p{L}+\s+){0,3}")


def _mood_of_cue(folded: str, match: regex.Match[str], now: Now) -> Mood | None:
    for mood in Mood:
        if match.groupdict().get(mood.value) is not None:
            return mood
    if match["first"] is not None:
        return _mood_of_term(int(match["first"]), int(match["last"]), now)
    year = int(match["year"])
    if now.year is None or year == now.year:
        return None
    if year < now.year:
        return Mood.RESULT
    return Mood.TARGET


def _mood_of_term(first: int, last: int, now: Now) -> Mood | None:
    if now.opening is not None:
        return Mood.TARGET if first >= now.opening[0] else Mood.RESULT
    if now.year is None:
        return None
    return Mood.TARGET if first > now.year else Mood.RESULT if last <= now.year else None
