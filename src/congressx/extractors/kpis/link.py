"""What a figure takes from elsewhere: mood and period from openers above, its right to stand from the article and other kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from congressx.document import Sentence
from congressx.engine import LinkContext, Mention, Rejection
from congressx.extractors.kpis.brief_rates import VERB_ALONE
from congressx.extractors.kpis.carried_periods import carried
from congressx.extractors.kpis.measuring import PERCENT
from congressx.extractors.kpis.moods import mood_of
from congressx.extractors.kpis.moods_above import moods_opened
from congressx.extractors.kpis.naming import pointing_back
from congressx.extractors.kpis.once import once
from congressx.extractors.kpis.periods import period_of, year_in_view, year_near
from congressx.extractors.kpis.planned import PLANS
from congressx.extractors.kpis.present import Now, now_of
from congressx.extractors.kpis.record import Change, Mood
from congressx.extractors.kpis.reported_periods import is_of_today, period_reported
from congressx.extractors.kpis.standing import Taken, objection
from congressx.patterns import Pattern
from congressx.vietnamese.quantities import Comparator, Unit
from congressx.vietnamese.spelling import fold

_COUNTED = ("attendance", "awards", "elections", "memberships")
"""Kinds whose numbers are no KPI figures."""
NEEDS = (*_COUNTED, "meetings", "terms")
_FIGURES_TOO = frozenset({"rating", "other"})
"""Awards whose numbers are figures too: members with a rating, examples praised."""


def link(context: LinkContext) -> Iterable[Mention | Rejection]:
    """One mention a fact, with its mood and its period; rejections of what measures nothing after all."""
    taken = _taken(context)
    standing: list[Mention] = []
    now = now_of(context.document)
    for mention in _placed(context, now):
        if isinstance(mention, Rejection):
            yield mention
            continue
        reason = objection(context.document, mention, taken, standing)
        if reason is None:
            standing.append(mention)
        else:
            yield Rejection(mention.kind, mention.rule, mention.span, "measures_nothing", reason)
    reported = period_reported(context.neighbours["meetings"], context.neighbours["terms"])
    for mention in once(context.document, list(carried(context.document, standing, now))):
        result = mention.value["mood"] is Mood.RESULT and mention.value["period"] is None
        of_today = reported and result and is_of_today(context.document, mention)
        yield mention.having(period=reported) if result and not of_today else mention


def _taken(context: LinkContext) -> Taken:
    others = [mention for kind in _COUNTED for mention in context.neighbours.get(kind, ())]
    numbers = [mention.focus for mention in others if mention.value.get("class") not in _FIGURES_TOO]
    present = [mention.focus for mention in context.neighbours.get("attendance", ())]
    return Taken(tuple(numbers), tuple(present))


_BOUNDS = frozenset({Comparator.GE, Comparator.LE})
"""`tối thiểu 90% chi bộ`, `không quá 2%`: bounds are laid down where nothing says that they were kept."""
_FROM = Pattern(r"(?<!\p{L})từ\s*(?:hơn|gần|trên|khoảng|mức)?\s*$")
_UP_TO = Pattern(
    r"\s*(?:%|đồng|triệu đồng|tỷ đồng|usd)?[^,;.]{0,24}?(?:\([^()]*\)\s*)?(?<!\p{L})(?<!trở )(?:lên|xuống|còn)(?!\p{L})"
)
"""`nâng từ 22% lên 40%`: the first figure is what was, even where an aim is spoken of."""


_NO_FEWER = Pattern(r"(?<!\p{L})không dưới\s+\d[\d.]*(?!\s?%|[\d.,])")


def _stresses(folded: str, mention: Mention) -> bool:
    """`sở trả lời không dưới 500 đơn thư`: how many there were, where shares would be bounded."""
    return mention.value["unit"] not in PERCENT and _NO_FEWER.search(folded) is not None


def _placed(context: LinkContext, now: Now) -> Iterator[Mention | Rejection]:
    """Every mention with its mood and period."""
    document = context.document
    year = year_in_view(document, now)
    opened = moods_opened(document, now) if context.mentions else ()
    before: Mention | None = None
    told: list[str] = []
    for mention in _named(context.mentions):
        if isinstance(mention, Rejection):
            yield mention
            continue
        sentence = document.sentences[mention.sentence]
        focus = mention.focus.shifted(-sentence.span.start)
        if before is None or before.sentence != mention.sentence:
            told = []
        told.append(fold(mention.value["indicator"]))
        if before is not None and _grows_with(sentence, before, mention):
            mood = Mood.TARGET
        elif _FROM.search(sentence.folded[: focus.start]) and _UP_TO.match(sentence.folded, focus.stop):
            mood = Mood.RESULT
        else:
            mood = mood_of(sentence, focus, told, _mood_left(sentence, mention, opened[mention.sentence]), now)
        period = period_of(sentence.folded, focus, now, mood, year_near(document, mention.sentence, year))
        before = mention.having(mood=mood, period=period)
        yield before


def _mood_left(sentence: Sentence, mention: Mention, opened: Mood) -> Mood:
    """The mood that sentences above leave to a figure; none of results is left to a bound."""
    bound = mention.value["comparator"] in _BOUNDS and not _stresses(sentence.folded, mention)
    return Mood.TARGET if bound and opened is Mood.RESULT else opened


_BY_WHICH = Pattern(
    r"(?: \p{L}+){0,3}?(?:,| \()\s*(?:tăng|giảm|bằng|cao hơn|thấp hơn|gấp)(?: thêm| khoảng| gần| hơn| trên)*\s*"
)


def _grows_with(sentence: Sentence, planned: Mention, change: Mention) -> bool:
    """`dự toán thu năm 2030 là 450 tỷ đồng, tăng 6% so với năm 2029`: how an aim lies to what was before is aimed at too."""
    if planned.sentence != change.sentence or planned.value["mood"] is not Mood.TARGET:
        return False
    if planned.value["change"] is not Change.LEVEL or change.value["change"] is Change.LEVEL:
        return False
    if change.value["base"] in PLANS or planned.value["indicator"] != change.value["indicator"]:
        return False
    start = sentence.span.start
    return _BY_WHICH.fullmatch(sentence.folded, planned.focus.stop - start, change.focus.start - start) is not None


_REACH = 2
"""So many sentences back may stand what `con số này` points to."""


_VERB_ALONE = Pattern(VERB_ALONE)
"""`năm 2020 ước đạt 7.500 USD`: what is told of, the sentence before says."""


def _named(mentions: Iterable[Mention]) -> Iterator[Mention | Rejection]:
    """Mentions in text order; `năm 2016 con số này là 5.400 USD` is named by what the figure before it of the same unit measures."""
    before: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: mention.focus):
        name = fold(mention.value["indicator"])
        points = pointing_back(name, 0, len(name)) is not None
        counted = _counted_again(mention, before)
        if counted is not None:
            before.append(mention.having(indicator=counted.value["indicator"]))
        elif points or _VERB_ALONE.fullmatch(name) is not None:
            told = [other for other in before if _may_be_meant(mention, other)]
            if not told and (points or not any(other.sentence == mention.sentence for other in before)):
                yield Rejection(
                    mention.kind, mention.rule, mention.span, "measures_nothing", "points to no figure before it"
                )
                continue
            before.append(mention.having(indicator=told[-1].value["indicator"]) if told else mention)
        else:
            before.append(mention)
        yield before[-1]


_NUMBER_AGAIN = Pattern(r"(?:tổng )?số (?P<noun>(?:lượt )?người|lượt|cuộc|vụ(?: việc)?|buổi|đợt|ca)")


def _counted_again(mention: Mention, before: Sequence[Mention]) -> Mention | None:
    """`tư vấn pháp luật cho 1.344 lượt người; số lượt người tăng 3 lần`: what the number that moved is of."""
    match = _NUMBER_AGAIN.fullmatch(fold(mention.value["indicator"]))
    if match is None or mention.value["change"] is Change.LEVEL or mention.value["unit"] is Unit.COUNT:
        return None
    near = [other for other in before if mention.sentence - other.sentence <= _REACH]
    return next((other for other in reversed(near) if _counts(other, match["noun"])), None)


def _counts(mention: Mention, noun: str) -> bool:
    if mention.value["unit"] is not Unit.COUNT or mention.value["change"] is not Change.LEVEL:
        return False
    words = f" {fold(mention.value['unit_text'] or '')} "
    return f" {noun} " in words


def _may_be_meant(mention: Mention, other: Mention) -> bool:
    if mention.sentence - other.sentence > _REACH:
        return False
    unit, change = mention.value["unit"], mention.value["change"]
    same_unit = other.value["unit"] is unit
    if other.value["change"] is not Change.LEVEL:
        return bool(same_unit and other.value["change"] is change)
    return bool(same_unit or (change is not Change.LEVEL and unit is Unit.PERCENT))
