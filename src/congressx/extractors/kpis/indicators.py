"""The shortest noun phrase that names what a figure measures: before its verb, or behind the figure."""

from __future__ import annotations

from functools import cache

import regex

from congressx.extractors.kpis.clauses import clause_start, trimmed
from congressx.extractors.kpis.deeds import deed_words
from congressx.extractors.kpis.wordlists import words_of
from congressx.span import Span

_YEAR = r"(?:19|20)\d\d"
_MOST_WORDS = 22
"""A longer phrase names nothing: it is cut."""


# --- the phrase before the figure ---------------------------------------------------------------------------------------


@cache
def _predicate() -> regex.Pattern[str]:
    """A verb, adverb or date at the end of a stretch, read backwards."""
    years = rf"\(?{_YEAR}\s?-\s?{_YEAR}\)?"
    return regex.compile(
        rf"(?r)(?:(?<!\p{{L}})(?:{words_of('predicates.txt')})"
        rf"|(?<!\p{{L}})(?:(?:đến|vào|trong|tới|từ)\s+)?(?:(?:hết|cuối|đầu|giữa)\s+)?năm\s+(?:học\s+)?{_YEAR}(?:\s?-\s?{_YEAR})?"
        rf"|(?<!\p{{L}})(?:(?:trong\s+)?(?:giai\s+đoạn|nhiệm\s+kỳ|\d\s+năm)\s+)?{years}|(?<!\p{{L}})(?:trong\s+)?\d\s+năm(?:\s+qua)?"
        rf"|(?<!\p{{L}})(?:so\s+)?với\s+(?:cùng\s+kỳ|đầu\s+nhiệm\s+kỳ|năm\s+trước|(?:cuối\s+|đầu\s+)?năm\s+{_YEAR})(?:\s+năm\s+\p{{L}}+)?"
        rf"|[\s,:(-]+)"
    )


_VERB = regex.compile(
    r"(?<!\p{L})(?:đạt|chiếm|là|còn|ở\s+mức|tăng|giảm|vượt|bằng|gấp|lên|xuống|ước|dưới|từ|mức|bình\s+quân|thấp\s+hơn|cao\s+hơn"
    r"|thực\s+hiện|hoàn\s+thành|được|góp|không\s+quá|không\s+dưới)(?!\p{L})"
)


def has_verb(stripped: str) -> bool:
    """Whether what was taken off before a figure says that the figure is the subject's."""
    return _VERB.search(stripped) is not None


def subject_end(folded: str, start: int, at: int) -> int:
    """Where the subject of a figure at `at` ends: before the verbs, adverbs and dates that lead to the figure.

    >>> text = "tốc độ đổi mới công nghệ năm 2017 ước đạt "
    >>> text[:subject_end(text, 0, len(text))]
    'tốc độ đổi mới công nghệ'
    """
    stop = at
    while stop > start:
        match = _predicate().match(folded, start, stop)
        if match is None or match.start() == match.end():
            break
        stop = match.start()
    average = _AVERAGE.match(folded, stop, at)
    if average is not None and _AVERAGED.search(folded[start:stop]):
        return average.end()
    return _kept_growth(folded, start, stop, at)


_AVERAGED = regex.compile(r"(?<!\p{L})(?:thu nhập|tiền lương|năng suất|lương thực)$")
_AVERAGE = regex.compile(r"\s+bình quân(?!\s+(?:hàng|hằng|mỗi|một|năm|\d|giai))(?!\p{L})")
"""`thu nhập bình quân` is a measure of its own."""
_GROWTH = regex.compile(r"\s*(?:tăng trưởng|tốc độ tăng(?: trưởng)?|mức tăng(?: trưởng)?)(?!\p{L})")


def _kept_growth(folded: str, start: int, end: int, at: int) -> int:
    """`Tăng trưởng bình quân ước đạt 7,9%`: growth is the subject where nothing else is there to be one."""
    match = _GROWTH.match(folded, _led(folded, start, at), at)
    if match is None or end > match.end() or not has_verb(folded[match.end() : at]):
        return end
    return match.end()


@cache
def _lead() -> regex.Pattern[str]:
    """Adverbs, dates and speech verbs at the beginning of a clause that name nothing."""
    months = r"(?:\d+|một|hai|ba|năm|sáu|chín)\s+(?:tháng(?:\s+đầu\s+năm|\s+cuối\s+năm|\s+qua)?|năm(?:\s+qua|\s+tới|\s+liền)?)"
    return regex.compile(
        rf"(?:\s|[-+*•·\"'(,]|(?:{words_of('clause_leads.txt')})(?!\p{{L}})"
        rf"|(?:(?:đến|vào|trong|tới|từ|tính\s+đến|riêng|của|trước)\s+)*(?:(?:hết|cuối|đầu|giữa|ngày|tháng|quý)\s+)*"
        rf"(?:năm|tháng|quý|ngày)\s+(?:học\s+)?[\d/.-]+(?:\s?-\s?\d+)?(?:\s+đến\s+nay)?"
        rf"|năm\s+thứ\s+(?:\d+|\p{{L}}+)|(?:trong\s+)?(?:hơn\s+|gần\s+)?{months}(?:\s+{_YEAR})?"
        rf"|(?:trong\s+)?(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ)(?:\s+\p{{L}}{{1,4}})?\s+\(?{_YEAR}\s?-\s?{_YEAR}\)?)"
    )


_SAID = regex.compile(
    r"(?<!\p{L})(?:cho biết|cho thấy|cho rằng|cho hay|khẳng định|nêu rõ|thông tin|nhấn mạnh|nhận định|dự báo|đánh giá|rằng|bởi"
    r"|vì(?! (?:vậy|thế))|phấn đấu|đặt mục tiêu)(?!\p{L})"
)
_HAVING = regex.compile(r"(?<!\p{L})(?:có|với|đưa|nâng|thì)\s+(?!thể|được|lại|trách|mặt)(?=\p{L})")
_OWNER = regex.compile(r"(?<!\p{L})(?:của|về|trong|cho|và|vào|trên)\s*$")
_OWNED = regex.compile(
    r"\s+(?:của (?:thành phố|tỉnh|huyện|quận|xã|địa phương|tp|đơn vị|công ty|ngành|cả nước|toàn tỉnh)(?: này)?|cả năm|năm nay|năm qua"
    r"|trong năm|trong kỳ|(?:trong )?\d+ tháng(?: đầu(?: năm)?)?(?: \d{4})?)$"
)
"""Whose a measure is, and when: no part of its name."""


@cache
def _heads() -> regex.Pattern[str]:
    heads = words_of("indicator_heads.txt")
    return regex.compile(rf"(?<!\p{{L}})(?P<with>(?:với|có|là|nâng|đưa)\s+)?(?P<head>{heads})(?!\p{{L}})")


def begins_with_head(text: str) -> bool:
    """Whether a stretch begins with a noun such as `tỷ lệ`, `giá trị`."""
    match = _heads().match(text)
    return match is not None and match["with"] is None


def before(folded: str, start: int, stop: int) -> Span | None:
    """The noun phrase between `start` and `stop` without what leads to it, or None when nothing is left.

    >>> text = " theo ông, huyện có diện tích tự nhiên"
    >>> before(text, 10, len(text)).of(text)
    'diện tích tự nhiên'
    """
    for said in _SAID.finditer(folded, start, stop):
        start = said.end()
    start = _headed(folded, _led(folded, start, stop), stop)
    span = trimmed(folded, Span(start, stop))
    while (owned := _OWNED.search(span.of(folded))) is not None:
        span = Span(span.start, span.start + owned.start())
    return span if span.stop - span.start > 1 else None


def _led(folded: str, start: int, stop: int) -> int:
    while (match := _lead().match(folded, start, stop)) is not None and match.end() > start:
        start = match.end()
    return start


def _headed(folded: str, start: int, stop: int) -> int:
    """Where the noun that names the measure stands: the first head noun, or one behind a later `với`, `có`."""
    found = _heads().finditer(folded, start, stop)
    heads = [head for head in found if not _OWNER.search(folded, start, head.start("head"))]
    behind_with = [head for head in heads if head["with"] is not None]
    if behind_with:
        return behind_with[-1].start("head")
    if heads:
        return heads[0].start("head")
    for having in _HAVING.finditer(folded, start, stop):
        start = having.end()
    return start


_FIGURE = regex.compile(
    r"(?:\s(?:hơn|gần|trên|khoảng|với))*\s\d[\d.,]*(?=\s?%|\s(?:tỷ|triệu|nghìn|lượt|người|đồng|usd|ha|vụ))"
)


def before_clause(folded: str, floor: int, at: int) -> Span | None:
    """The subject of the clause that ends at `at`, for a figure behind a comma or in brackets."""
    outer = trimmed(folded, Span(floor, at)).stop
    begin = max(clause_start(folded, outer), floor)
    figure = _FIGURE.search(folded, begin, outer)
    if figure is not None and figure.start() > begin + 3:
        outer = figure.start()
    return before(folded, begin, subject_end(folded, begin, outer))


_TOPIC = regex.compile(
    r"\s*[-+*•]?\s*(?:về|đối với)\s+(?:kết quả\s+|công tác\s+|lĩnh vực\s+|chỉ tiêu\s+)?(?P<name>\p{L}[^,;:.\d]{3,60}),\s"
)


def topic(folded: str, segment: int, at: int) -> Span | None:
    """`Về thi hành án dân sự, toàn ngành đã thu 300 tỷ đồng`: what the stretch at `segment` is said to speak of.

    >>> text = "về thu thuế nội địa, toàn huyện đạt 300 tỷ đồng"
    >>> topic(text, 0, text.index("300")).of(text)
    'thu thuế nội địa'
    """
    match = _TOPIC.match(folded, segment, at)
    return None if match is None else Span(*match.span("name"))


# --- the phrase behind the figure ---------------------------------------------------------------------------------------

_END = r"[;:()\"…?!]|(?<!\btp)\.(?=\s|$)|\.\.\."
_STOP = regex.compile(
    rf"{_END}|/\s?(?:năm|tháng|người|ngày)|\s-\s(?:cái|đây|nhiều|một|ông|bà|là|cao|thấp)(?!\p{{L}})"
    r"|\s(?:là (?:quá|rất|khá|còn|chưa|do|nhờ)|và (?:hơn |gần |trên |khoảng )?\d[\d.,]*\s?%)"
    r"|(?<!\p{L})(?:thì|về(?! đích)|theo(?! dõi| hướng| mô)|để|nhằm|nên|mà|nhưng|khi|nếu|(?<!tự )do(?! \p{L}+ hướng)|bởi"
    r"|vì|(?<!(?:thông|vượt|trải|hải) )qua|với|so với|trong đó"
    r"|gồm|bao gồm|như|góp phần|cùng với|kể từ|tương ứng|tương đương|trên tổng số|trên địa bàn|trên toàn"
    r"|vào (?:năm|cuối|đầu|ngày|tháng|thị)|trong (?:năm|nhiệm|tổng|cả|toàn|giai|tỉnh|huyện|thời|thành|khu vực|\d)"
    r"|của (?:tỉnh|huyện|thành phố|tp|địa phương|xã|quận|đơn vị|cả nước|toàn)|tại (?:các|thành|tỉnh|huyện|quận|xã|tp))(?!\p{L})"
)
_TIME_STOP = regex.compile(r"(?<!\p{L})(?:sẽ|đã|đang)(?!\p{L})")
_COMMA = regex.compile(r",(?!\d)")
_VERBAL = regex.compile(
    r"(?<!\p{L})(?:được|đạt|tham gia|đăng ký|không còn|có|là|tăng|giảm|chiếm|bị|còn|cho|đến từ|trị giá|thu hút|ra đời|hoạt động"
    r"|hoàn thành|thoát|vi phạm|tham dự|dự|trở lên)(?!\p{L})"
)
_CONNECTIVE = regex.compile(
    r"\s*(?:\d|(?:trong|đạt|tăng|giảm|vượt|bằng|chiếm|góp|nâng|đưa|có|là|với|và|đảm|bảo|từ|so|tương|ước|phấn|không|qua|nhất|đặc"
    r"|đồng|kết|theo|tạo|giúp|khắc|thực|tổ chức|hỗ|trợ|gồm|cũng|còn|đã|sẽ|được|do|vì|nhưng|song|trên|tập|thu|giải|phần|hơn|gần"
    r"|riêng|nay|tiếp|thi hành|mỗi|hằng|hàng|cả|chỉ|cấp \p{L}+ tổ|phát hiện|thì|năm|tháng|quý)(?!\p{L}))"
)
_PAIRS = regex.compile(
    r"(?:trong sạch|ổn định|hoàn thành tốt|no ấm|hạnh phúc|xanh|ấm no|khá),\s*"
    r"(?:vững mạnh|xuất sắc|phát triển|bình đẳng|tiến bộ|sạch|tự do|tốt|giỏi)"
)
_JOIN = r"(?:\s(?:và|cho|với|là|của|hơn|gần|trên))*\s"
_NUMBER = regex.compile(rf"{_JOIN}\d(?!\d*\s*(?:năm|tháng|trở lên|tốt|không|sao|tuổi|%))")


def after(folded: str, start: int, *, predicate: bool) -> Span | None:
    """The noun phrase that begins at `start`; with `predicate` its verb and object belong to it.

    >>> text = "100% cán bộ, công chức hoàn thành tốt nhiệm vụ, trong đó 10% xuất sắc"
    >>> after(text, 4, predicate=True).of(text)
    'cán bộ, công chức hoàn thành tốt nhiệm vụ'
    >>> text = "12 quy trình sản xuất được ứng dụng"
    >>> after(text, 2, predicate=False).of(text)
    'quy trình sản xuất'
    """
    stop = _first(_STOP, folded, start)
    if not predicate:
        stop = min(stop, _first(_TIME_STOP, folded, start))
    stop = _list_end(folded, start, stop)
    stop = _first(_NUMBER, folded, start + 3, stop)
    stop = _first(_and_deed(), folded, start + 3, stop)
    if not predicate:
        stop = _first(_VERBAL, folded, start + 1, stop)
    words = list(regex.finditer(r"\S+", folded[start:stop]))
    if len(words) > _MOST_WORDS:
        stop = start + words[_MOST_WORDS - 1].end()
    span = without_tail(folded, trimmed(folded, Span(start, stop)))
    return span if span.stop - span.start > 1 else None


_TAIL = regex.compile(
    r"\s+(?:và|các|cho|của|tại|(?<!nhà )ở|được|trên|trong|là|có|cùng|(?<!đề )(?<!đặt )ra|vào|bình quân|hơn|gần|từ|đến"
    r"|(?<!(?:trực|phụ) )thuộc"
    r"|mỗi năm|hằng năm|hàng năm|trở lên)$"
)
_KEPT_TAIL = regex.compile(r"(?:nhiệm vụ|đại học|chuẩn|khá|tốt|đương) trở lên$")


def without_tail(folded: str, span: Span) -> Span:
    """The phrase without particles that lead to what was cut off."""
    while (match := _TAIL.search(span.of(folded))) is not None and not _KEPT_TAIL.search(span.of(folded)):
        span = Span(span.start, span.start + match.start())
    return span


def _first(pattern: regex.Pattern[str], folded: str, start: int, stop: int | None = None) -> int:
    """Where `pattern` first stands between `start` and `stop`, else `stop`."""
    stop = len(folded) if stop is None else stop
    match = pattern.search(folded, start, stop)
    return stop if match is None else match.start()


def _list_end(folded: str, start: int, stop: int) -> int:
    """The comma that ends the phrase: one that coordinates short nouns at its beginning (`cán bộ, công chức …`) does not."""
    begin = start
    for comma in _COMMA.finditer(folded, start, stop):
        pair = _PAIRS.search(folded, begin, min(stop, comma.end() + 16))
        if pair is not None and pair.start() < comma.start() < pair.end():
            continue
        if not _coordinates(folded, folded[begin : comma.start()], comma.end()):
            return comma.start()
        begin = comma.end()
    return stop


def _coordinates(folded: str, chunk: str, behind: int) -> bool:
    """Whether a comma between `chunk` and what stands `behind` only lists nouns."""
    if len(chunk.split()) > 4 or _CONNECTIVE.match(folded, behind) or _VERBAL.search(chunk):
        return False
    if begins_with_head(folded[behind:].lstrip()):
        return False
    return begins_with_deed(folded, behind) is False or (
        begins_with_deed(chunk, 0) and _deed_end().search(chunk) is not None
    )


@cache
def _deed_start() -> regex.Pattern[str]:
    return regex.compile(rf"\s*(?:{deed_words()})(?!\p{{L}})")


@cache
def _deed_end() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{deed_words()})$")


@cache
def _and_deed() -> regex.Pattern[str]:
    return regex.compile(rf"\s+và\s+(?:kết thúc\s+)?(?:{deed_words()})(?!\p{{L}})")


def begins_with_deed(folded: str, at: int) -> bool:
    """Whether a verb of the gazetteer stands at `at`."""
    return _deed_start().match(folded, at) is not None


# --- purposes -----------------------------------------------------------------------------------------------------------

_PURPOSE = regex.compile(r"\s*(?:của\s+[\p{L}\s]{2,24}?\s+)?cho\s+")
_PURPOSE_STOP = regex.compile(rf"{_END}|(?<!\p{{L}})(?:nhằm|theo|góp phần|trong đó|và \p{{L}}+ \d|năm \d)(?!\p{{L}})")
_LONGEST_PURPOSE = 70


def purpose(folded: str, at: int) -> Span | None:
    """What a sum is for: `vận động 80 tỷ đồng cho quỹ vì người nghèo`, `chi 2 tỷ đồng chăm lo Tết`."""
    match = _PURPOSE.match(folded, at)
    if match is None and not begins_with_deed(folded, at):
        return None
    start = at if match is None else match.end()
    stop, longer = _first(_COMMA, folded, start), _first(_PURPOSE_STOP, folded, start)
    if stop > longer or (longer - start < _LONGEST_PURPOSE and not _CONNECTIVE.match(folded, stop + 1)):
        stop = longer
    span = without_tail(folded, trimmed(folded, Span(start, stop)))
    return span if span.stop > span.start else None
