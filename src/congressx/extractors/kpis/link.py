"""What a figure takes from elsewhere: mood and period from openers above, its right to stand from the article and other kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

from congressx.document import Document, SectionKind
from congressx.engine import LinkContext, Mention, Rejection
from congressx.extractors.kpis.figures import Shape
from congressx.extractors.kpis.moods import mood_of, moods_opened, now_of
from congressx.extractors.kpis.periods import period_of
from congressx.extractors.kpis.record import Mood
from congressx.span import Span
from congressx.vietnamese.quantities import Unit
from congressx.vietnamese.spelling import fold

NEEDS = ("attendance", "awards", "elections", "memberships")
"""Kinds whose numbers are no KPI figures."""


def link(context: LinkContext) -> Iterable[Mention | Rejection]:
    """One mention a fact, with its mood and its period."""
    placed = list(_placed(context))
    standing: list[Mention] = []
    taken = [mention.focus for kind in NEEDS for mention in context.neighbours.get(kind, ())]
    for mention in placed:
        reason = _objection(context.document, mention, taken, standing)
        if reason is None:
            standing.append(mention)
        else:
            yield Rejection(mention.kind, mention.rule, mention.span, "measures_nothing", reason)
    yield from _once(context.document, standing)


def _placed(context: LinkContext) -> Iterator[Mention]:
    """Every mention with its mood and period."""
    document = context.document
    now = now_of(document)
    opened = moods_opened(document, now)
    for mention in context.mentions:
        sentence = document.sentences[mention.sentence]
        focus = Span(mention.focus.start - sentence.span.start, mention.focus.stop - sentence.span.start)
        mood = mood_of(sentence, focus, opened[mention.sentence], now, fold(mention.value["indicator"]))
        if _FROM.search(sentence.folded, 0, focus.start) and _UP_TO.match(sentence.folded, focus.stop):
            mood = Mood.RESULT
        period = period_of(sentence.folded, focus, now, mood, mention.value["change"])
        yield mention.having(mood=mood, period=period)


_FROM = regex.compile(r"(?<!\p{L})từ\s*(?:hơn|gần|trên|khoảng|mức)?\s*$")
_UP_TO = regex.compile(r"\s*(?:%|đồng|triệu đồng|tỷ đồng|usd)?[^,;.]{0,24}?(?:\([^()]*\)\s*)?(?<!\p{L})(?<!trở )(?:lên|xuống|còn)(?!\p{L})")
"""`nâng từ 22% lên 40%`: the first figure is what was, even where an aim is spoken of."""


# --- what is no figure after all ----------------------------------------------------------------------------------------

_MEMBERS = regex.compile(r"(?:đảng viên|hội viên|đoàn viên|quần chúng|luật gia)(?: mới| ưu tú| công đoàn)?")
_ADMITTED = regex.compile(r"(?<!\p{L})(?:kết nạp|phát triển|kỷ luật|kỉ luật|khai trừ|khiển trách|cảnh cáo|chuyển)(?!\p{L})[^.;]{0,60}$")
_SIZE = regex.compile(r"(?<!\p{L})số (?:đảng viên|hội viên|đoàn viên)[^.;,]{0,40}$")
_COUNTED = frozenset({f"kpis.{shape.value}" for shape in (Shape.DEED, Shape.STATE, Shape.LISTED, Shape.STOCK, Shape.PART, Shape.AIM)})


def _objection(document: Document, mention: Mention, taken: Sequence[Span], before: Sequence[Mention]) -> str | None:
    """Why a figure does not stand, or None."""
    if any(mention.focus.overlaps(focus) for focus in taken):
        return "the number of another kind of fact"
    if mention.rule == f"kpis.{Shape.AIM.value}" and mention.value["mood"] is not Mood.TARGET:
        return "a count that is no aim"
    if mention.rule == f"kpis.{Shape.PART.value}" and not any(_is_near(mention, other) for other in before):
        return "a part of nothing that is counted"
    if _is_affair(document) and not _REPORT.search(document.sentences[mention.sentence].folded):
        return "an article about the case of one person"
    if _is_single_case(document, mention):
        return "a case outside a report"
    if _is_membership(document, mention):
        return "members admitted or disciplined"
    return None


def _is_near(mention: Mention, other: Mention) -> bool:
    return other.rule in _COUNTED and mention.sentence - other.sentence in (0, 1)


_PERSONAL = regex.compile(r"(?<!\p{L})(?:kỷ luật|kỉ luật|bổ nhiệm|điều động|luân chuyển|khởi tố|truy tố|bắt|chết|bị thương|làm chết|xảy ra|khiển trách|cảnh cáo|xét xử|phát hiện)(?!\p{L})")
_REPORT = regex.compile(
    r"(?<!\p{L})(?:trong (?:năm|nhiệm kỳ|kỳ|\d+ (?:năm|tháng)|tháng|quý|thời gian)|từ (?:năm|đầu|tháng|khi)|\d+ tháng(?: đầu)? năm|nhiệm kỳ (?:qua|này|vừa)|năm \d{4}|đến nay|so với|theo (?:báo cáo|thống kê)"
    r"|cả năm|năm qua|năm nay|năm (?:vừa|ngoái)|hằng năm|hàng năm|tổng số|các cấp|toàn (?:tỉnh|thành|huyện|ngành|đảng|quốc|quận)|tăng|giảm|\d{4}\s?-\s?\d{4})(?!\p{L})"
)


_AFFAIR = regex.compile(
    r"(?<!\p{L})(?:kỷ luật|khai trừ|cách chức|cảnh cáo|khiển trách|khởi tố|bắt|vi phạm|sai phạm|vụ|truy tố|xét xử|tham ô|chiếm đoạt|tố cáo|bãi nhiệm|đình chỉ|thua lỗ|gian lận|đánh bạc|lừa đảo|bị điều tra)(?!\p{L})"
)
_ONE_PERSON = regex.compile(r"(?<!\p{L})(?:ông|bà|nguyên|cựu|bí thư|phó bí thư|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|trưởng|hiệu trưởng|cán bộ|lãnh đạo|công ty|đại biểu|thứ trưởng|bộ trưởng)(?!\p{L})")


def _is_affair(document: Document) -> bool:
    """Whether the title is of the case of a person or a firm: `Khai trừ nguyên giám đốc …`."""
    title = fold(document.title)
    return _AFFAIR.search(title) is not None and _ONE_PERSON.search(title) is not None


def _is_single_case(document: Document, mention: Mention) -> bool:
    """Crimes, accidents, discipline and appointments measure something only where a time is reported on."""
    if mention.rule not in _COUNTED:
        return False
    sentence = document.sentences[mention.sentence]
    left = sentence.folded[: mention.focus.start - sentence.span.start]
    if _PERSONAL.search(left[-60:]) is None:
        return False
    near = document.sentences[max(0, mention.sentence - 1) : mention.sentence + 1]
    return not any(_REPORT.search(one.folded) for one in near)


def _is_membership(document: Document, mention: Mention) -> bool:
    if mention.value["mood"] is Mood.TARGET or mention.rule not in _COUNTED:
        return False
    noun = fold(mention.value["unit_text"] or "")
    sentence = document.sentences[mention.sentence]
    left = sentence.folded[: mention.focus.start - sentence.span.start]
    if _MEMBERS.fullmatch(noun) is None and not (noun == "người" and _SIZE.search(left)):
        return False
    return _SIZE.search(left) is not None or _ADMITTED.search(left) is not None and "giới thiệu" not in left[-40:]


# --- one fact, one mention ----------------------------------------------------------------------------------------------

_PREFERENCE = {SectionKind.BODY: 0, SectionKind.LEAD: 1, SectionKind.TITLE: 2, SectionKind.CAPTION: 3}
_FIGURE = ("value", "value_high", "unit", "total", "change")


def _once(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions without those that repeat a fact; the body's words are kept before the title's and a caption's."""
    order = sorted(mentions, key=lambda m: (_PREFERENCE[document.sentences[m.sentence].section], m.focus))
    kept: list[Mention] = []
    for mention in order:
        if not any(_same(document, mention, other) for other in kept):
            kept.append(mention)
    yield from sorted(kept, key=lambda m: m.focus)


def _same(document: Document, one: Mention, other: Mention) -> bool:
    if any(one.value[key] != other.value[key] for key in _FIGURE) or one.sentence == other.sentence:
        return False
    first, second = document.sentences[one.sentence], document.sentences[other.sentence]
    if one.value["period"] != other.value["period"] and (first.paragraph == second.paragraph or None not in (one.value["period"], other.value["period"])):
        return False
    if SectionKind.BODY not in (first.section, second.section) or first.section is not second.section:
        return _shared(one, other) > 0 or one.value["unit"] is not Unit.COUNT
    return _shared(one, other) >= 0.5


def _shared(one: Mention, other: Mention) -> float:
    """How far the names of two figures share their words, of the shorter name."""
    first, second = _words(one.value["indicator"]), _words(other.value["indicator"])
    return len(first & second) / max(1, min(len(first), len(second)))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name).split())
