"""Names of counts that stand nearer, or say more, than the verb or the bare noun that a reader took.

`xảy ra 32 vụ, chết 9 người`; `số đơn phải giải quyết là 25 trường hợp`; `thu hút đầu tư nước ngoài được 17 dự án`.
"""

from __future__ import annotations

from congressx.extractors.kpis import indicators
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.patterns import Pattern
from congressx.span import Span


def nearer_name(sight: Sight, figure: Figure) -> Span | None:
    """What names a count better than its deed or its bare noun does."""
    noun = figure.noun
    if noun is None:
        return None
    if figure.indicator.stop <= sight.at:
        return _of_item(sight, figure, noun) or _number_of(sight, figure) or _described_noun(sight, figure, noun)
    if figure.indicator.start != noun.span.start:
        return None
    return _invested(sight, noun) or _of_work(sight, figure, noun)


_ITEM = Pattern(
    r"(?:[,;]\s*|(?<!\p{L})và\s+)(?:(?:đã|làm|khiến|cùng) )*"
    r"(?P<name>(?![^,;\d]*(?<!\p{L})(?:hơn|so|kỳ)(?!\p{L}))(?!trong|hơn|gần|trên|với|gồm|còn|có|riêng|cho|của|ở|tại|là|từ|nay|đến|cả"
    r"|chiếm|đạt|đối|tới|thuộc|tương|khoảng|cùng|nhất|đặc|và)\p{L}+(?: \p{L}+){0,5}?)"
    r"(?: (?:cho|được|đối với|với|là|hơn|gần|trên|khoảng|tới|ít nhất))*\s*"
)


def _of_item(sight: Sight, figure: Figure, noun: Noun) -> Span | None:
    """`xảy ra 32 vụ, chết 9 người`: an item with a verb of its own is not named by the first one's."""
    prior = sight.prior
    if figure.shape is not Shape.LISTED or not noun.bare or prior is None or prior.noun is None:
        return None
    if figure.indicator.start >= prior.quantity.span.start:
        return None
    begin = max(sight.folded.rfind(mark, prior.stop, sight.at) for mark in (",", ";", " và "))
    item = None if begin < 0 else _ITEM.fullmatch(sight.folded, begin + (sight.folded[begin] == " "), sight.at)
    return None if item is None else Span(*item.span("name"))


_REACHES = Pattern(r"\s+(?:(?:hiện|đã|nay|chỉ) )*(?:là|lên đến|lên tới|đạt|có|còn)(?: (?:hơn|gần|trên|khoảng))*\s*")
_NUMBER = Pattern(r"(?:tổng )?số (?!lượt)(?=\p{L})")


def _number_of(sight: Sight, figure: Figure) -> Span | None:
    """`số đảng viên bị tố cáo cần xem xét là 31 trường hợp`: a number of them is said, no deed."""
    subject = sight.subject
    if subject is None or not subject.start <= figure.indicator.start < subject.stop:
        return None
    if _NUMBER.match(sight.folded, subject.start, subject.stop) is None:
        return None
    return subject if _REACHES.fullmatch(sight.folded, subject.stop, sight.at) else None


_NOUN_BEHIND = Pattern(r"\s+(?:về(?! (?:làm|nhận|giữ|quê|đích)(?!\p{L}))|trung ương|liên quan|thuộc diện)(?=\s\p{L})")


def _described_noun(sight: Sight, figure: Figure, noun: Noun) -> Span | None:
    """`thụ lý 60 vụ án về tham nhũng`: a noun that is described names more than the verb."""
    if figure.shape not in (Shape.DEED, Shape.LISTED) or noun.kind not in (NounKind.CASE, NounKind.PEOPLE):
        return None
    behind = _NOUN_BEHIND.match(sight.folded, noun.span.stop)
    if behind is None:
        return None
    rest = indicators.after(sight.folded, behind.end() + 1, predicate=False)
    return Span(noun.span.start, behind.end() if rest is None else rest.stop)


_INVESTED = Pattern(
    r"(?<!\p{L})(?P<name>(?:(?:thu hút|kêu gọi|mời gọi|xúc tiến) )?(?:vốn )?đầu tư(?: trực tiếp)?(?: (?:nước ngoài|trong nước))?)"
    r"(?: \([^()]*\))?(?: (?:đã|thu hút|được|vào|cho|với|đạt|có|mới|thêm|hơn|gần|trên|khoảng))*\s*$"
)
_BARE_PROJECTS = frozenset({"dự án", "dự án mới"})


def _invested(sight: Sight, noun: Noun) -> Span | None:
    """`thu hút đầu tư nước ngoài được 17 dự án mới`: projects count what was invested."""
    if not noun.span.of(sight.folded).startswith("dự án"):
        return None
    phrase = indicators.after(sight.folded, noun.span.start, predicate=False)
    if phrase is None or phrase.of(sight.folded) not in _BARE_PROJECTS:
        return None
    match = _INVESTED.search(sight.folded, sight.start, sight.at)
    return None if match is None or match["name"] == "đầu tư" else Span(*match.span("name"))


_WORKED = Pattern(r"(?<!\p{L})(?P<name>tiết kiệm|tinh giản)(?: (?:được|hơn|gần|trên|khoảng|ít nhất|tối thiểu))*\s*$")
_OF_WORK = frozenset({"biên chế", "ngày công", "giờ công"})


def _of_work(sight: Sight, figure: Figure, noun: Noun) -> Span | None:
    """`tinh giản 145 biên chế, tiết kiệm 7.000 ngày công`: what was saved is a unit, no measure."""
    if noun.span.of(sight.folded) not in _OF_WORK or figure.indicator != noun.span:
        return None
    match = _WORKED.search(sight.folded, sight.floor, sight.at)
    return None if match is None else Span(*match.span("name"))
