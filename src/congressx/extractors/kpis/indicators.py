"""The shortest noun phrase that names what a figure measures: before its verb, behind the figure, or its deed."""

from __future__ import annotations

from functools import cache

import regex

from congressx.extractors.kpis.clauses import clause_start, trimmed
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries

_PACKAGE = "congressx.extractors.kpis"
_YEAR = r"(?:19|20)\d\d"
MOST_WORDS = 22
"""A longer phrase names nothing: the clause was not understood."""


def words_of(name: str) -> str:
    """The entries of a gazetteer of this kind as one alternation, longest first."""
    return "|".join(
        regex.escape(word).replace(r"\ ", r"\s+") for word in sorted(entries(name, _PACKAGE), key=lambda w: (-len(w), w))
    )


# --- the phrase before the figure ---------------------------------------------------------------------------------------


@cache
def _predicate() -> regex.Pattern[str]:
    """A verb, adverb or date at the end of a stretch, read backwards."""
    return regex.compile(
        rf"(?r)(?:(?<!\p{{L}})(?P<words>{words_of('predicates.txt')})"
        rf"|(?<!\p{{L}})(?:(?:đến|vào|trong|tới|từ)\s+)?(?:(?:hết|cuối|đầu|giữa)\s+)?năm\s+(?:học\s+)?{_YEAR}(?:\s?-\s?{_YEAR})?"
        rf"|(?<!\p{{L}})(?:giai\s+đoạn|nhiệm\s+kỳ)\s+\(?{_YEAR}\s?-\s?{_YEAR}\)?"
        rf"|(?<!\p{{L}})(?:so\s+)?với\s+(?:cùng\s+kỳ|đầu\s+nhiệm\s+kỳ|năm\s+trước|(?:cuối\s+|đầu\s+)?năm\s+{_YEAR})(?:\s+năm\s+\p{{L}}+)?"
        rf"|[\s,:(-]+)"
    )


_VERB = regex.compile(
    r"(?<!\p{L})(?:đạt|chiếm|là|còn|ở\s+mức|tăng|giảm|vượt|bằng|gấp|lên|xuống|ước|được|dưới|trên|từ|mức|bình\s+quân|tỷ\s+lệ|tỉ\s+lệ|thấp\s+hơn|cao\s+hơn|thực\s+hiện|hoàn\s+thành|có)(?!\p{L})"
)


def stripped_end(folded: str, start: int, stop: int) -> int:
    """Where the subject ends when verbs, adverbs and dates before the figure are taken off.

    >>> text = "tốc độ đổi mới công nghệ năm 2017 ước đạt "
    >>> text[:stripped_end(text, 0, len(text))]
    'tốc độ đổi mới công nghệ'
    """
    while stop > start:
        match = _predicate().match(folded, start, stop)
        if match is None or match.start() == match.end():
            break
        stop = match.start()
    return stop


@cache
def _lead() -> regex.Pattern[str]:
    """Adverbs, dates and speech verbs at the beginning of a clause that name nothing."""
    return regex.compile(
        rf"(?:\s|[-+*•·\"'(,]|(?:(?:{words_of('clause_leads.txt')})(?!\p{{L}}))"
        rf"|(?:(?:đến|vào|trong|tới|từ|tính\s+đến|riêng|của|trước)\s+)*(?:(?:hết|cuối|đầu|giữa|ngày|tháng|quý)\s+)*"
        rf"(?:năm|tháng|quý|ngày)\s+(?:học\s+)?[\d/.-]+(?:\s?-\s?\d+)?(?:\s+đến\s+nay)?"
        rf"|(?:trong\s+)?(?:\d+|một|hai|ba|năm|sáu|chín)\s+(?:tháng(?:\s+đầu\s+năm|\s+cuối\s+năm|\s+qua)?|năm(?:\s+qua|\s+tới|\s+liền)?)(?:\s+{_YEAR})?"
        rf"|(?:trong\s+)?(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ)(?:\s+\p{{L}}{{1,4}})?\s+\(?{_YEAR}\s?-\s?{_YEAR}\)?)"
    )


@cache
def _said() -> regex.Pattern[str]:
    return regex.compile(r"(?<!\p{L})(?:cho biết|cho thấy|cho rằng|cho hay|khẳng định|nêu rõ|thông tin|nhấn mạnh|nhận định|dự báo|đánh giá|rằng)(?!\p{L})")


@cache
def _heads() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{words_of('indicator_heads.txt')})(?!\p{{L}})")


_HAVING = regex.compile(r"(?<!\p{L})(?:có|với|đưa|nâng|thì)\s+(?!thể|được|lại|trách|mặt)(?=\p{L})")


def before(folded: str, start: int, stop: int) -> Span | None:
    """The noun phrase between `start` and `stop` without what leads to it, or None when nothing is left.

    >>> text = " theo ông, huyện có diện tích tự nhiên"
    >>> before(text, 10, len(text)).of(text)
    'diện tích tự nhiên'
    """
    for said in _said().finditer(folded, start, stop):
        start = said.end()
    start = _led(folded, start, stop)
    head = _heads().search(folded, start, stop)
    if head is not None:
        start = head.start() if _may_start_there(folded, start, head) else start
    else:
        for having in _HAVING.finditer(folded, start, stop):
            start = having.end()
    span = trimmed(folded, Span(start, stop))
    return span if span.stop - span.start > 1 else None


def _led(folded: str, start: int, stop: int) -> int:
    while (match := _lead().match(folded, start, stop)) is not None and match.end() > start:
        start = match.end()
    return start


def _may_start_there(folded: str, start: int, head: regex.Match[str]) -> bool:
    """`giá trị sản xuất tăng`: what stands before a head noun is no part of the phrase, unless it is a head's own word."""
    return regex.search(r"(?:của|về|trong|cho|và|với)\s*$", folded[start : head.start()]) is None


# --- the phrase behind the figure ---------------------------------------------------------------------------------------

_STOP = regex.compile(
    r"[;:()\"…?!]|\.(?=\s|$)|\.\.\.|\s-\s"
    r"|(?<!\p{L})(?:về|theo|để|nhằm|sẽ|đã|đang|nên|mà|nhưng|khi|nếu|do|bởi|vì|qua|với|từ|so với|trong đó|gồm|bao gồm|như|góp phần|cùng với|kể từ|tương ứng|tương đương|trên tổng số|trên địa bàn"
    r"|trên toàn|vào (?:năm|cuối|đầu|ngày|tháng|thị)|trong (?:năm|nhiệm|tổng|cả|toàn|giai|tỉnh|huyện|thời|thành|khu|\d)|của (?:tỉnh|huyện|thành phố|tp|địa phương|xã|quận|đơn vị|cả nước|toàn)|tại (?:các|thành|tỉnh|huyện|quận|xã|tp))(?!\p{L})"
)
_COMMA = regex.compile(r",(?!\d)")
_VERBAL = regex.compile(
    r"(?<!\p{L})(?:được|đạt|tham gia|đăng ký|không còn|có|là|tăng|giảm|chiếm|bị|còn|cho|đến từ|trị giá|thu hút|ra đời|hoạt động|hoàn thành|thoát|vi phạm|tham dự|dự)(?!\p{L})"
)
_CONNECTIVE = regex.compile(
    r"\s*(?:\d|(?:trong|đạt|tăng|giảm|vượt|bằng|chiếm|góp|nâng|đưa|có|là|với|và|đảm|bảo|từ|so|tương|ước|phấn|không|qua|nhất|đặc|đồng|kết|theo|tạo|giúp|khắc|thực|tổ chức|hỗ|trợ|xây dựng|gồm|cũng|còn|đã|sẽ|được|do|vì|nhưng|song|trên|tập|thu|giải)(?!\p{L}))"
)
_PAIRS = regex.compile(r"(?:trong sạch|ổn định|hoàn thành tốt|no ấm|hạnh phúc|xanh|ấm no),\s*(?:vững mạnh|xuất sắc|phát triển|bình đẳng|tiến bộ|sạch|tự do)")


def after(folded: str, start: int, *, predicate: bool, most: int = MOST_WORDS) -> Span | None:
    """The noun phrase that begins at `start`; with `predicate` its verb and object belong to it.

    >>> text = "100% cán bộ, công chức hoàn thành tốt nhiệm vụ, trong đó 10% xuất sắc"
    >>> after(text, 4, predicate=True).of(text)
    'cán bộ, công chức hoàn thành tốt nhiệm vụ'
    >>> text = "12 quy trình sản xuất được ứng dụng"
    >>> after(text, 2, predicate=False).of(text)
    'quy trình sản xuất'
    """
    stop = _first(_STOP, folded, start)
    stop = min(stop, _list_end(folded, start, stop))
    number = regex.compile(r"(?:\s(?:và|cho|với|là|của|,))?\s\d").search(folded, start, stop)
    if number is not None and number.start() > start + 3 and not regex.match(r"\s\d+\s+(?:năm|tháng|trở lên|tốt)", folded[number.start() :]):
        stop = number.start()
    if not predicate:
        verb = _VERBAL.search(folded, start + 1, stop)
        stop = stop if verb is None else verb.start()
    words = list(regex.finditer(r"\S+", folded[start:stop]))
    if len(words) > most:
        stop = start + words[most - 1].end()
    span = trimmed(folded, Span(start, stop))
    span = _without_tail(folded, span)
    return span if span.stop - span.start > 1 else None


_TAIL = regex.compile(r"\s+(?:và|các|cho|của|tại|ở|được|trên|trong|là|có|cùng|ra|vào|bình quân)$")


def _without_tail(folded: str, span: Span) -> Span:
    while (match := _TAIL.search(span.of(folded))) is not None:
        span = Span(span.start, span.start + match.start())
    return span


def _first(pattern: regex.Pattern[str], folded: str, start: int) -> int:
    match = pattern.search(folded, start)
    return len(folded) if match is None else match.start()


def _list_end(folded: str, start: int, stop: int) -> int:
    """The comma that ends the phrase: one that coordinates short nouns at its beginning (`cán bộ, công chức …`) does not."""
    begin = start
    for comma in _COMMA.finditer(folded, start, stop):
        chunk = folded[begin : comma.start()]
        pair = _PAIRS.search(folded, begin, min(stop, comma.end() + 16))
        if pair is not None and pair.start() < comma.start() < pair.end():
            continue
        if len(chunk.split()) > 4 or _CONNECTIVE.match(folded, comma.end()) or _VERBAL.search(chunk):
            return comma.start()
        begin = comma.end()
    return stop
