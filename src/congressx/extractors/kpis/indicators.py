"""The shortest noun phrase behind a figure that names what it measures, and what a sum is for."""

from __future__ import annotations

from functools import cache

import regex

from congressx.extractors.kpis.clauses import joins_pair, trimmed
from congressx.extractors.kpis.deeds import deed_words
from congressx.extractors.kpis.subjects import begins_with_head, without_place
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.numerals import SPELLED

_MOST_WORDS = 24
"""A longer phrase names nothing: it is cut."""

_END = r"[;:()\"…?!]|(?<!\btp)\.(?=\s|$)|\.\.\."
_STOP = Pattern(
    rf"{_END}|/\s?(?:năm|tháng|người|ngày|km2|ha|m2)|\s-\s(?:cái|đây|nhiều|một|ông|bà|là|cao|thấp)(?!\p{{L}})"
    r"|\s(?:năm|tháng|quý) \d|\svà (?:phấn đấu|quyết tâm|nỗ lực|dự kiến|tiếp tục|sẽ|đã|đang|phải|cần|không|chưa|được|bị|có"
    r"|đạt|là|cũng|chỉ|mới chỉ"
    r"|số|tổng|tỷ lệ|tỉ lệ|mức|tốc độ|đổi tên|dôi dư|hàng (?:chục|trăm|nghìn|ngàn))(?!\p{L})|\scũng (?:không|khó)(?!\p{L})"
    r"|\schiếm (?=(?:\p{L}+ ){0,3}\d|đa số|phần lớn)|\sbằng (?=(?:(?:hơn|gần|trên|khoảng) )?\d[\d.,]*\s?%)|\schào mừng(?!\p{L})"
    r"|\s(?:là (?:quá|rất|khá|còn|chưa|do|nhờ)|và (?:hơn |gần |trên |khoảng )?\d[\d.,]*\s?%)"
    r"|(?<!\p{L})(?:thì|về(?! đích)|(?<!làm )theo(?! dõi| hướng| mô)|để|nhằm|nên|mà|nhưng|khi|nếu"
    r"|(?<!tự )do(?! \p{L}+ hướng| (?:\p{L}+ ){1,3}làm chủ(?! đầu tư))|bởi"
    r"|(?:đối|gắn|cùng) với|chứ không|mặc dù|dù|khiến|làm (?=\d)|cũng như|là con số"
    r"|vì|(?<!(?:thông|vượt|trải|hải) )qua|với|so với|trong đó"
    r"|gồm|bao gồm|như|góp phần|cùng với|kể từ|tương ứng|tương đương|trên tổng số|trên địa bàn|trên toàn"
    r"|(?<=mới )sau \d+ năm|tức(?= (?:là|mỗi|bình quân))|vào (?:năm|cuối|đầu|ngày|tháng|thị)|trong (?:năm|nhiệm|tổng|cả"
    r"|toàn|giai|tỉnh|huyện|thời|thành|khu vực|(?:hai|ba|sáu|chín) (?:tháng|năm|quý)|\d)"
    r"|của (?:tỉnh|huyện|thành phố|tp|địa phương|xã|quận|đơn vị|cả nước|toàn)|tại (?:các|tất cả|thành|tỉnh|huyện|quận|xã|tp))(?!\p{L})"
)
_TIME_STOP = Pattern(r"(?<!\p{L})(?:sẽ|đã|đang|cũng|vẫn)(?!\p{L})")
_WHERE_STOP = Pattern(
    r"(?<=\p{L} \p{L}+ )(?:(?<!(?:nhà|đất|chỗ|tích) )ở|tại|trên)\s(?=\p{L})"
    r"|(?<!\p{L})bằng (?=(?:các )?(?:nguồn|tiền|vốn|kinh phí|ngân sách)(?!\p{L}))"
)
"""`2 hầm chui trên đường vành đai`, `6 phòng học bằng nguồn xã hội hóa`: where, and out of what, is no part of a name."""
_COMMA = Pattern(r",(?!\d)")
_VERBAL = Pattern(
    r"(?<!\p{L})(?:được|đạt|tham gia|đăng ký|không còn|có|là|tăng|giảm|chiếm|bị|còn|cho|đến từ|trị giá|thu hút|ra đời"
    r"|(?<!(?:đi vào|ngừng|dừng) )hoạt động"
    r"|hoàn thành|thoát|vi phạm|tham dự|dự(?! (?:án|toán|thảo|phòng|trữ|báo|luật)(?!\p{L}))|trở lên)(?!\p{L})"
)
_CONNECTIVE = Pattern(
    r"\s*(?:\d|(?:trong|đạt|tăng|giảm|vượt|bằng|chiếm|góp|nâng|đưa|có|là|với|và|đảm|bảo|từ|so|tương|ước|phấn|không|qua|nhất|đặc"
    r"|đồng|kết|theo|tạo|giúp|khắc|thực|tổ chức(?! (?:kinh tế|tín dụng|đảng|hội))|hỗ|trợ|gồm|cũng"
    r"|còn|đã|sẽ|được|do|vì|nhưng|song|trên|tập (?:trung|hợp|huấn)|thu|giải|phần|hơn|gần"
    r"|riêng|nay|tiếp|thi hành|bình quân|trung bình|lũy kế|luỹ kế|tổng(?! (?:công ty|hội|cục|đội))|kích hoạt"
    r"|dự kiến|chủ yếu|nhiều|chưa|cần|nên|sau|khi|để|nhằm|tuy|mỗi|hằng|hàng|cả|chỉ|cấp \p{L}+ tổ|phát hiện|thì|năm|tháng|quý"
    r"|tiết kiệm|chuẩn bị|chú trọng|đẩy mạnh|tăng cường|phát huy|duy trì|giữ vững|củng cố|ưu tiên|ngăn chặn|hạn chế|rà soát|kịp thời"
    r"|gây|đến|(?:đông|cao|thấp|lớn) nhất|sớm|nỗ lực|tích cực|chủ động|quyết tâm|bám sát|nhất là|trước hết|hướng tới|chấm dứt|chấn chỉnh"
    r"|nghiêm túc|chăm lo|góp phần|tránh|đặc biệt|bên cạnh|ngoài ra|đồng thời)(?!\p{L}))"
)
_JOIN = r"(?:\s(?:và|cho|với|là|của|hơn|gần|trên))*\s"
_NOT_NUMBERED = (
    r"(?<!(?:loại|cấp|mức|độ|hạng|bậc|lớp|khối|số|vòng|mũi|đợt|nhóm|tuyến|cụm|học kỳ|giai đoạn|thế hệ|quốc lộ|tỉnh lộ|quận|phường|thứ"
    r"|khu|khu phố|tổ dân phố|thôn|ấp|xóm|đội))"
)
"""Words whose number is a name: `đảng viên loại 1`, `dịch vụ công trực tuyến mức độ 3`."""
_NUMBER = Pattern(
    rf"{_NOT_NUMBERED}{_JOIN}\d(?!\d*\s*(?:(?:\p{{L}}+\s){{0,3}}trở lên|năm|tháng|tốt|không|sao|tuổi|%)|\d*/\d+ (?:tiêu chí|chỉ tiêu))"
)


_AND_ONE = Pattern(rf"\s(?:và|cùng)\s+{SPELLED}\s+\p{{L}}")
"""Another count, spelled out: `15 đảng viên và một chi bộ`."""


def after(folded: str, start: int, *, predicate: bool) -> Span | None:
    """The noun phrase that begins at `start`; with `predicate` its verb and object belong to it.

    >>> text = "100% cán bộ, công chức hoàn thành tốt nhiệm vụ, trong đó 10% xuất sắc"
    >>> after(text, 4, predicate=True).of(text)
    'cán bộ, công chức hoàn thành tốt nhiệm vụ'
    >>> text = "12 quy trình sản xuất được ứng dụng"
    >>> after(text, 2, predicate=False).of(text)
    'quy trình sản xuất'
    """
    stop = _first_stop(folded, start, predicate=predicate)
    if not predicate:
        stop = min(stop, _first(_TIME_STOP, folded, start), _first(_WHERE_STOP, folded, start))
    stop = _list_end(folded, start, stop)
    stop = _first(_NUMBER, folded, start + 3, stop)
    stop = _first(_AND_ONE, folded, start + 3, stop)
    stop = _next_deed(folded, start + 3, stop)
    if not predicate:
        stop = _first(_VERBAL, folded, start + 1, stop)
    words = list(regex.finditer(r"\S+", folded[start:stop]))
    if len(words) > _MOST_WORDS:
        stop = start + words[_MOST_WORDS - 1].end()
    span = _with_title(folded, _without_tail(folded, trimmed(folded, Span(start, stop))))
    return span if span.stop - span.start > 1 else None


_IN_TERRITORY = Pattern(
    r"(?:(?:trên địa bàn|trong|của|thuộc|ở|tại|trên toàn)(?: toàn)? (?:tỉnh|huyện|quận|thành phố|thị xã|tp|xã|phường)(?: này)?"
    r"|trên địa bàn)"
    r" (?=(?:đã|đều|chưa|đạt|được|bị|hoàn thành|không|đảm bảo|bảo đảm|vi phạm|là (?:chưa|không)"
    r"|có(?! (?:số|tổng|tỷ|diện)(?!\p{L})))(?!\p{L}))"
)
"""`xã trên địa bàn huyện đạt chuẩn`: where they are does not end what is told of them."""


def _first_stop(folded: str, start: int, *, predicate: bool) -> int:
    stop = _first(_STOP, folded, start)
    while predicate and (placed := _IN_TERRITORY.match(folded, stop)) is not None:
        stop = _first(_STOP, folded, placed.end())
    return stop


_TITLE = Pattern(r"\s*\"\p{L}[^\"]{2,60}\"")
_MOST_TITLED = 3


def _with_title(folded: str, span: Span) -> Span:
    """`12 mô hình "Ánh sáng an ninh"`: what a few words are called belongs to them."""
    title = _TITLE.match(folded, span.stop) if 0 < len(span.of(folded).split()) <= _MOST_TITLED else None
    return span if title is None else Span(span.start, title.end())


_TAIL = Pattern(
    r"\s+(?:và|đã|đang|sẽ|các|cho|của|tại|(?<!nhà )ở|được|trên|trong|là|(?:hiện )?có|cùng|(?<!đề )(?<!đặt )ra|vào|bình quân|hơn|gần|từ|đến"
    r"|(?<!(?:trực|phụ) )thuộc"
    r"|hiện nay|hiện tại|mỗi năm|hằng năm|hàng năm|trở lên|thứ|trước|để|thì|mà|với|trong thời gian|xuống|lên|nữa|giúp)$"
)
_KEPT_TAIL = Pattern(r"(?:(?:nhiệm vụ|đại học|chuẩn|khá|tốt|đương)|\d(?: \p{L}+){1,3}) trở lên$")


def _without_tail(folded: str, span: Span) -> Span:
    """The phrase without particles that lead to what was cut off."""
    while (match := _TAIL.search(span.of(folded))) is not None and not _KEPT_TAIL.search(span.of(folded)):
        span = trimmed(folded, Span(span.start, span.start + match.start()))
    return without_place(folded, span)


def _first(pattern: Pattern, folded: str, start: int, stop: int | None = None) -> int:
    """Where `pattern` first stands between `start` and `stop`, else `stop`."""
    stop = len(folded) if stop is None else stop
    match = pattern.search(folded, start, stop)
    return stop if match is None else match.start()


_ANOTHER = Pattern(
    r"(?:(?!\s(?:và|cùng)(?!\p{L}))[^,;:.()\d\"])*(?<!\p{L})(?:"
    r"(?<!(?:năm|tháng|ngày|quý|kỳ|khóa|thứ|số|lớp|mức|độ|cấp|loại|hạng|điều|khu|quận|phường|thuộc|của|tại|ở|trong|trên|từ|đến|cho|với|về"
    r"|vào|hơn|gần|khoảng) )\d[\d.,]*(?!\d*\s*(?:năm|tháng|ngày|lần|giờ|sao|tuổi)(?!\p{L}))"
    r"|(?:cho (?:biết|rằng|hay)|nói|khẳng định|nhấn mạnh|đề nghị|yêu cầu)(?!\p{L}))"
)
"""Another figure or another speaker behind a comma begins a clause of its own: `59% cơ cấu kinh tế, khu vực nhà nước chiếm 20%`."""
_PAIRED = Pattern(
    r"(?:các )?(?:chi|quận|huyện|xã|phường|sở|ban|bộ|ngành|phòng|tỉnh|thôn|bản|làng|ấp|tổ|đơn|đảng bộ|cấp ủy)"
)
"""Units told in pairs: `12/20 quận, huyện có 3 nhà văn hóa`."""


def _list_end(folded: str, start: int, stop: int) -> int:
    """The comma that ends the phrase: one that coordinates short nouns at its beginning (`cán bộ, công chức …`) does not."""
    begin = start
    for comma in _COMMA.finditer(folded, start, stop):
        if joins_pair(folded, comma.start()):
            begin = comma.end()
            continue
        if not _coordinates(folded, folded[begin : comma.start()], comma.end()):
            return comma.start()
        begin = comma.end()
    return stop


_BODY = Pattern(
    r"\s*tổ chức (?:đảng|cơ sở|chính trị|kinh tế|tín dụng|xã hội|hội|đoàn|công đoàn|phi chính phủ)(?!\p{L})"
)
"""`15 cấp ủy, tổ chức đảng trực thuộc`: a body, no deed."""


def _coordinates(folded: str, chunk: str, behind: int) -> bool:
    """Whether a comma between `chunk` and what stands `behind` only lists nouns."""
    if len(chunk.split()) > 4 or _CONNECTIVE.match(folded, behind) or _VERBAL.search(chunk):
        return False
    if begins_with_head(folded[behind:].lstrip()):
        return False
    if _PAIRED.fullmatch(chunk.strip()) is None and _ANOTHER.match(folded, behind):
        return False
    return (
        begins_with_deed(folded, behind) is False
        or _BODY.match(folded, behind) is not None
        or (begins_with_deed(chunk, 0) and _deed_end().search(chunk) is not None)
    )


@cache
def _deed_start() -> Pattern:
    return Pattern(rf"\s*(?:{deed_words()})(?!\p{{L}})")


@cache
def _deed_end() -> Pattern:
    return Pattern(rf"(?<!\p{{L}})(?:{deed_words()})$")


def _next_deed(folded: str, start: int, stop: int) -> int:
    """Where another deed begins behind `và`; verbs of one object do not end the phrase: `đã lập và phê duyệt quy hoạch`."""
    for match in _and_deed().finditer(folded, start, stop):
        if _deed_end().search(folded[start : match.start()]) is None:
            return match.start()
    return stop


@cache
def _and_deed() -> Pattern:
    return Pattern(rf"\s+và\s+(?!làm việc|học tập|sinh sống)(?:kết thúc\s+)?(?:{deed_words()})(?!\p{{L}})")


def begins_with_deed(folded: str, at: int) -> bool:
    """Whether a verb of the gazetteer stands at `at`."""
    return _deed_start().match(folded, at) is not None


# --- purposes -----------------------------------------------------------------------------------------------------------

_PURPOSE = Pattern(r"\s*(?:của\s+[\p{L}\s]{2,24}?\s+)?cho\s+")
_PURPOSE_STOP = Pattern(rf"{_END}|(?<!\p{{L}})(?:nhằm|theo|góp phần|trong đó|và \p{{L}}+ \d|năm \d)(?!\p{{L}})")
_POINTS_BACK = Pattern(
    r"(?:việc|nội dung|lĩnh vực|dự án|chương trình|công tác|mục) (?:này|đó|trên)"
    r"|(?:ngân sách )?nhà nước|ngân sách(?: (?:tỉnh|huyện|thành phố))?"
)
"""Purposes that tell nothing of what a sum measures."""
_COUNTED = Pattern(r"(?:hơn |gần |trên |khoảng )?\d")
"""Whom a sum went to, with a number of their own: `dư nợ 24 tỷ đồng cho 803 hộ vay`."""
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
    span = _without_tail(folded, trimmed(folded, Span(start, stop)))
    if _COUNTED.match(folded, span.start):
        return None
    return span if span.stop > span.start and not _POINTS_BACK.fullmatch(span.of(folded)) else None
