"""Counts whose noun alone says too little: what the counted are or do stands behind it, or the noun was said in full before.

`72 dự án có dấu hiệu lãng phí`; `toàn tỉnh có 700 cơ sở nuôi chim yến, riêng thành phố đã có 500 cơ sở`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.deeds import deed_words
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.moves import moved_on
from congressx.extractors.kpis.naming import says_too_little, settled
from congressx.extractors.kpis.nearer_names import nearer_name
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.rate_names import of_extreme
from congressx.extractors.kpis.record import Change
from congressx.extractors.kpis.shared_changes import with_shared_change
from congressx.extractors.kpis.told_elsewhere import (
    ALONE,
    MOST_WORDS,
    counted_before,
    deed_for,
    named_elsewhere,
    of_criterion,
)
from congressx.extractors.kpis.wordlists import is_one_of, words_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Unit

_SHORT = 3
_PARTICLE = Pattern(r"\s(?:đã|đang|chưa|không|được|bị|có)(?: tham gia| tham dự)?$")
_WITH = Pattern(r"(?<!\p{L})với(?: hơn| gần| trên| khoảng)?\s*$")
"""`thành phố với 10 triệu dân không thể …`: the predicate is the city's."""
_SHARE = Pattern(r"\s+(?:chiếm|tương đương|tức)(?!\p{L})")


def fully_named(sight: Sight, figure: Figure) -> Figure:
    """The figure named by more than its bare noun or verb, where the sentence says more."""
    name = nearer_name(sight, figure) or _fuller_name(sight, figure) or _with_topic(sight, figure.indicator)
    return with_shared_change(sight, replace(figure, indicator=name))


def _fuller_name(sight: Sight, figure: Figure) -> Span | None:
    noun = figure.noun
    moved = moved_on(sight, figure) or _moved_first(sight, figure)
    if moved is not None:
        return moved
    if noun is None:
        rate = figure.quantity.unit is not Unit.COUNT
        return _own_name(sight, figure) or named_elsewhere(sight, figure) if rate else None
    counted = _named_before(sight, figure, noun.span)
    if counted is not None:
        return counted
    if figure.indicator != noun.span or noun.kind is NounKind.NEVER or len(noun.span.of(sight.folded).split()) > _SHORT:
        return None
    return (
        _told_of_persons(sight, noun.span)
        or _told_behind(sight, noun.span)
        or _by_deed(sight, noun.span)
        or _told_before(sight, noun.span)
    )


_ABOUT = Pattern(r"\s+(?:về|liên quan|gửi|do(?! (?:chưa|không|vướng|thiếu|bị)(?!\p{L})))(?=\s\p{L})")
_MOST_DESCRIBED = 5
_LONGEST_DESCRIBED = 14


def _with_topic(sight: Sight, name: Span) -> Span:
    """`40 điểm ngập do triều`: what the counted are about tells them from others."""
    if name.start < sight.quantity.number.stop:
        return name
    about = _ABOUT.match(sight.folded, name.stop)
    if about is None or len(name.of(sight.folded).split()) > _MOST_DESCRIBED:
        return name
    topic = indicators.after(sight.folded, about.end() + 1, predicate=False)
    if topic is None or len(sight.folded[name.start : topic.stop].split()) > _LONGEST_DESCRIBED:
        return name
    return Span(name.start, topic.stop)


def _named_before(sight: Sight, figure: Figure, noun: Span) -> Span | None:
    return (
        counted_before(sight, figure, noun)
        or deed_for(sight, figure)
        or of_criterion(sight, figure)
        or _found_to_be(sight, figure, noun)
        or _settled_of_received(sight, figure, noun)
        or _fewer_of(sight, figure, noun)
    )


_FINDS = Pattern(r"(?:.*(?<!\p{L}))?(?:kết luận|phát hiện|xác định|ghi nhận)(?: (?:có|được|thêm))*")


def _found_to_be(sight: Sight, figure: Figure, noun: Span) -> Span | None:
    """`kết luận 12 tổ chức đảng và 40 đảng viên có vi phạm`: what they were found to be names both."""
    if figure.indicator.start >= noun.start or _FINDS.fullmatch(figure.indicator.of(sight.folded)) is None:
        return None
    too = _too().match(sight.folded, noun.stop)
    if too is not None:
        return indicators.after(sight.folded, too.start("told"), predicate=True)
    return _told_behind(sight, noun)


_CASES_SHORT = frozenset({"đơn", "đơn thư", "vụ", "vụ việc", "kiến nghị", "hồ sơ", "trường hợp"})
_RECEIVES = Pattern(r"(?<!\p{L})(?:tiếp nhận|nhận|thụ lý)(?: (?:được|mới|thêm|tổng cộng|hơn|gần|trên))*\s*$")


def _settled_of_received(sight: Sight, figure: Figure, noun: Span) -> Span | None:
    """`tiếp nhận 12 đơn thư, giải quyết xong 10 đơn`: those received are named, what became of them tells the others apart."""
    deed, received, word = sight.deed, sight.counted, noun.of(sight.folded)
    if deed is None or not deed.direct or "handle" not in deed.kinds or word not in _CASES_SHORT:
        return None
    if received is None or received.noun is None or {received.change, figure.change} != {Change.LEVEL}:
        return None
    since = received.quantity.span.start
    if since < sight.segment or _RECEIVES.search(sight.folded, 0, since) is None:
        return None
    again = f"{received.noun.span.of(sight.folded)} ".startswith(f"{word} ")
    return deed.span if again and ALONE.match(sight.folded, noun.stop) else None


_THEN_MOVED = Pattern(r"\s*[,(;]\s*(?:(?:đã|cũng)\s+)?(?:tăng|giảm)(?:\s+(?:thêm|được|hơn|gần|trên|khoảng))*\s*")


def _fewer_of(sight: Sight, figure: Figure, noun: Span) -> Span | None:
    """`giảm 69 biên chế; đến cuối năm giảm 41 người`: people who are fewer are those named before."""
    prior = sight.prior
    if figure.change is Change.LEVEL or noun.of(sight.folded) != "người" or prior is None:
        return None
    if prior.noun is not None and _THEN_MOVED.fullmatch(sight.folded, prior.noun.span.stop, sight.at):
        return prior.indicator if prior.noun.kind is NounKind.PEOPLE else None  # 46 đảng viên, tăng 19 người
    if prior.change is not figure.change or prior.quantity.unit is not Unit.COUNT:
        return None
    of_staff = (
        prior.noun is None or prior.noun.kind is NounKind.PEOPLE or prior.noun.span.of(sight.folded) == "biên chế"
    )
    return prior.indicator if of_staff else None


@cache
def _predicate() -> Pattern:
    return Pattern(
        rf"\s+(?:{words_of('telling_words.txt')}|có(?!\s+(?:vốn|tổng|diện tích|số|giá|khoảng|thể)))"
        r"(?=\s+\p{L}|\s*[,;.)]|\s*$)"
    )


def _told_behind(sight: Sight, noun: Span) -> Span | None:
    """`35 đơn vị chưa nộp báo cáo`: the predicate tells those counted from others."""
    if _predicate().match(sight.folded, noun.stop) is None or _WITH.search(sight.left(16)):
        return None
    name = indicators.after(sight.folded, noun.start, predicate=True)
    if name is None or name.stop <= noun.stop or len(name.of(sight.folded).split()) > MOST_WORDS:
        return None
    if _PARTICLE.search(name.of(sight.folded)):
        return None
    share = _SHARE.search(sight.folded, noun.stop, name.stop)
    return name if share is None else Span(name.start, share.start())


_CASES = frozenset({"cuộc", "vụ", "vụ việc", "cuộc vụ", "vụ, việc", "lượt", "ca", "trường hợp"})
_WITH_PERSONS = Pattern(
    r"\s*(?:,|với|cho|và|,\s*với)\s*(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?\d[\d.]*\s+(?:lượt\s+)?(?:người(?: dân)?|hộ"
    r"|công dân|đối tượng)\s+(?:đã\s+)?được\s+(?=\p{L})"
)


def _told_of_persons(sight: Sight, noun: Span) -> Span | None:
    """`1.200 vụ với 1.300 lượt người được tư vấn pháp luật`: what was done for the persons names the cases too."""
    match = _WITH_PERSONS.match(sight.folded, noun.stop) if noun.of(sight.folded) in _CASES else None
    return None if match is None else indicators.after(sight.folded, match.end(), predicate=True)


@cache
def _too() -> Pattern:
    return Pattern(
        rf"\s*(?:và|,)\s*(?:hơn\s+|gần\s+)?\d[\d.]*\s+(?:{words_of('vague_nouns.txt')})"
        r"(?=\s+(?P<told>(?:có|bị|chưa|không|đủ|vi phạm|sai phạm)(?!\p{L})))"
    )


_TIGHT = Pattern(r"\s*(?:,|và|/)\s*(?:hơn\s+|gần\s+|trên\s+)?")


@cache
def _done() -> Pattern:
    return Pattern(rf"(?<!\p{{L}})(?:(?:đã|đang|phải|tiến hành|thực hiện|việc)\s+)+(?P<verb>{deed_words()})(?!\p{{L}})")


def _by_deed(sight: Sight, noun: Span) -> Span | None:
    """`đã kiểm tra khi có dấu hiệu vi phạm với 30 tổ chức đảng và 45 đảng viên`: both are named by what was done."""
    folded = sight.folded
    if not is_one_of("vague_nouns.txt", noun.of(folded)) or ALONE.match(folded, noun.stop) is None:
        return None
    too = _too().match(folded, noun.stop)
    if too is not None:  # 120 đảng viên và 34 tổ chức đảng có dấu hiệu vi phạm
        return indicators.after(folded, too.start("told"), predicate=True)
    prior = sight.prior
    if prior is not None and prior.noun is not None and _TIGHT.fullmatch(folded, prior.noun.span.stop, sight.at):
        return prior.indicator if prior.indicator.stop <= prior.quantity.span.start else None
    deeds = [Span(*match.span("verb")) for match in _done().finditer(folded, sight.start, sight.at)]
    if sight.deed is not None:
        deeds.append(sight.deed.span)
    return next((verb for verb in reversed(deeds) if not is_one_of("silent_deeds.txt", verb.of(folded))), None)


_OPENS_NOUN = r"(?:^|[,;:(\"]|(?<!\p{L})(?:các|những|số|số lượng|nhiều|mỗi|lượng|đàn)|\d)\s*"
_LONGEST_NAME = 7


def _told_before(sight: Sight, noun: Span) -> Span | None:
    """`các phòng thuộc huyện giảm từ 104 phòng xuống 88 phòng`: the noun stood there with what describes it."""
    word = noun.of(sight.folded)
    if ALONE.match(sight.folded, noun.stop) is None or len(word.split()) > 2:
        return None
    since = 0 if sight.prior is None else sight.prior.stop
    return _written_before(sight, word, since) or _counted_before(sight, word) or _written_before(sight, word, 0)


def _counted_before(sight: Sight, word: str) -> Span | None:
    for figure in reversed(sight.figures):
        if figure.quantity.span.start < sight.segment:
            break
        told = figure.indicator.of(sight.folded)
        if told.startswith(word + " ") and " và " not in told:
            return figure.indicator
    return None


def _written_before(sight: Sight, word: str, since: int) -> Span | None:
    """The noun with what describes it, the last time it stands between `since` and the count."""
    earlier = list(
        regex.finditer(rf"{_OPENS_NOUN}(?P<noun>{regex.escape(word)})(?=\s\p{{L}})", sight.folded[: sight.at])
    )
    for match in reversed(earlier):
        if match.start("noun") < since:
            break
        name = indicators.after(sight.folded, match.start("noun"), predicate=False)
        if name is not None and name.stop <= sight.at and _says_more(name.of(sight.folded), word):
            return name
    return None


def _says_more(name: str, word: str) -> bool:
    return " và " not in name and len(word.split()) < len(name.split()) <= _LONGEST_NAME


def _moved_first(sight: Sight, figure: Figure) -> Span | None:
    """`các đơn vị sự nghiệp trực thuộc sở giảm từ 401 xuống còn 208 đơn vị`: the noun behind the second stands in full before."""
    if figure.shape is not Shape.MOVED or figure.noun is not None or figure.indicator.start < sight.at:
        return None
    return _written_before(sight, figure.indicator.of(sight.folded), 0)


_GIVEN_TO = Pattern(
    r"(?:, \p{L}+ \p{L}+)?(?:\s+trên địa bàn(?: (?:tỉnh|huyện|quận|thành phố|thị xã|tp|xã|phường))?)?"
    r"\s+được\s+(?:công nhận|trao|cấp|xét|phê duyệt|vay|hưởng|đào tạo|tặng|giao|chọn|lựa chọn|tư vấn|bồi dưỡng|khám"
    r"|tập huấn|tuyên truyền)(?!\p{L})"
)


def with_passive(sight: Sight, noun: Noun, figure: Figure) -> Figure:
    """`15 xã được công nhận đạt chuẩn`: what the counted were given belongs to the name."""
    if figure.indicator != noun.span or _GIVEN_TO.match(sight.folded, noun.span.stop) is None:
        return figure
    phrase = indicators.after(sight.folded, noun.span.start, predicate=True)
    return figure if phrase is None else replace(figure, indicator=phrase)


# --- items of a list ----------------------------------------------------------------------------------------------------

_IN_BRACKET = Pattern(
    r".*(?:^|[,;)]|(?<!\p{L})(?:của|trong khi đó|còn)(?!\p{L}))(?P<name>[^,;:()\d]{4,70})\(\s*[\p{L}\s]{0,20}"
)
_SAID_OF = Pattern(
    r"\s+(?:(?:lại|cũng|còn|vẫn|khá|rất|quá|tương đối|đang) )*(?:cao|thấp|lớn|nhỏ|nhiều|ít|tăng|giảm)(?: \p{L}+)?$"
)
"""`dự toán chi lại rất cao (gần 12.000 tỷ đồng)`: what is said of the measure before the bracket."""
_OF_PLAN = Pattern(
    r"(?<!\p{L})(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|dự toán)(?: \p{L}+){0,3} (?:đề ra|đặt ra|giao)$|^chưa(?!\p{L})"
)
_SHORTEST_NAME = 4
_ITEM = Pattern(r"\s*(?:%\s*)?[;,]\s*(?:và\s+|còn\s+|riêng\s+)?(?P<name>\p{L}+(?:\s\p{L}+){1,5}?)\s+")


def _own_name(sight: Sight, figure: Figure) -> Span | None:
    """`chi phí lãi (tăng 6%), chi phí hoạt động (tăng 18%)`; `ngành dịch vụ 40%, ngành công nghiệp 41%`: each item names its figure."""
    prior = sight.prior
    if prior is None or figure.indicator != prior.indicator or of_extreme(sight) is not None:
        return None
    start = prior.indicator.stop if prior.quantity.span.start <= prior.indicator.start < sight.at else prior.stop
    match = _IN_BRACKET.fullmatch(sight.folded, start, sight.at)
    if match is None and prior.quantity.unit is figure.quantity.unit:
        match = _ITEM.fullmatch(sight.folded, start, sight.at)
    if match is None:
        return None
    begin, end = match.span("name")
    said = _SAID_OF.search(sight.folded[begin:end].rstrip())
    end = end if said is None else begin + said.start()
    name = subjects.before(sight.folded, begin, end)
    name = None if name is None else settled(sight.folded, name)
    if name is None or name.stop - name.start < _SHORTEST_NAME or _OF_PLAN.search(name.of(sight.folded)):
        return None
    verbless = subjects.subject_end(sight.folded, name.start, name.stop) == name.stop
    return name if verbless and not says_too_little(name.of(sight.folded)) else None
