"""Movements of membership: admissions, transfers, retirements, discipline."""

from __future__ import annotations

from collections.abc import Iterator

from congressx.document import Document, Sentence
from congressx.extractors.memberships.counts import Count, Counted
from congressx.extractors.memberships.figures import Place, between, compiled
from congressx.extractors.memberships.record import Measure
from congressx.span import Span
from congressx.vietnamese.numerals import DIGITS, read_digits
from congressx.vietnamese.quantities import Comparator
from congressx.vietnamese.spelling import fold

_ADMITTING = compiled(
    r"(?<!\p{L})(?:kết nạp|phát triển)(?: (?:mới|thêm|được|đảng|cho|vào đảng|đảng viên mới|đảng viên|đoàn viên"
    r"|hội viên|đã|tổng số|là|trên|có)){0,4}\s*:?\s*$"
)
_ADMITTED_ARE = compiled(
    r"số(?: lượng)? (?:đảng viên|hội viên|đoàn viên)(?: mới)?(?: được)? kết nạp[^;:,]{0,50} (?:là|đạt)\s*$"
)
_DEVELOPING = compiled(r"phát triển(?: \p{L}+){0,3}\s*:?\s*$")
_ADMITTED = compiled(r"^(?: mới| ưu tú)?(?: (?:đã|vừa|vinh dự|cũng|mới))*(?: được)? kết nạp(?! lại)")
_NOT_YET = compiled(r"(?:xem xét|đề nghị|chuẩn bị|giới thiệu|bồi dưỡng|điều kiện|tạo nguồn|lớp)[^,;.]{0,40}$")
_PART_OF = compiled(r"\([^)]*$")
_A_YEAR = compiled(r"^\s*(?:/\s*(?:năm|nhiệm k)|mỗi năm|một năm)")


def admitted(place: Place) -> Measure | None:
    """`kết nạp được 24 đảng viên` · `phát triển mới 212 hội viên` · `5 đoàn viên được kết nạp vào Đảng`"""
    count = place.count
    if count.counted.is_unit or place.after(_A_YEAR):
        return None
    if place.before(_ADMITTING):
        joined = count.counted is Counted.PERSON and place.before(_DEVELOPING)
        unready = _NOT_YET.search(_ADMITTING.sub("", count.before[-160:]))
        return None if joined or unready else Measure.ADMITTED
    if place.before(_ADMITTED_ARE):
        return Measure.ADMITTED
    if place.after(_ADMITTED) and not place.before(_PART_OF):
        return Measure.ADMITTED
    return None


_ARRIVING = compiled(
    r"(?:tiếp nhận|chuyển (?:sinh hoạt |sinh hoạt đảng |công tác )?(?:đến|về|vào))\s*(?:là|:|có|thêm|được)?\s*$"
)
_LEAVING = compiled(
    r"chuyển (?:sinh hoạt |sinh hoạt đảng |công tác )?(?:đi|ra)(?: nơi khác| khỏi đảng bộ)?\s*(?:là|:|có)?\s*$"
)
_RETIRING = compiled(r"nghỉ (?:hưu|chế độ|theo chế độ)\s*(?:là|:|có)?\s*$")
_MOVING = compiled(r"chuyển sinh hoạt(?: đảng)?(?: chính thức| tạm thời)?(?: cho)?\s*$")
_CAME = compiled(r"^\s*(?:mới )?chuyển (?:sinh hoạt |sinh hoạt đảng |công tác )?(?:đến|về|vào)(?!\p{L})")
_LEFT = compiled(r"^\s*(?:chuyển (?:sinh hoạt |sinh hoạt đảng |công tác )?(?:đi|ra)(?!\p{L}))")
_RETIRED = compiled(r"^\s*(?:được )?nghỉ (?:hưu|theo chế độ)")
_FLOWS = (
    (Measure.TRANSFERRED_IN, None, _CAME),
    (Measure.TRANSFERRED_OUT, None, _LEFT),
    (Measure.RETIRED, None, _RETIRED),
    (Measure.TRANSFERRED_IN, _ARRIVING, None),
    (Measure.TRANSFERRED_OUT, _LEAVING, None),
    (Measure.RETIRED, _RETIRING, None),
    (Measure.OTHER, _MOVING, None),
)


def flow(place: Place) -> Measure | None:
    """`chuyển đến: 05 đảng viên` · `2 đảng viên nghỉ hưu`; `chuyển sinh hoạt 28 hội viên` does not say where to"""
    if place.count.counted not in (Counted.MEMBER, Counted.ASSOCIATION_MEMBER):
        return None
    for measure, before, after in _FLOWS:
        if (before is not None and place.before(before)) or (after is not None and place.after(after)):
            return measure
    return None


_PENALTY = r"(?:khiển trách|cảnh cáo|cách chức|khai trừ)"
_DISCIPLINING = compiled(
    r"(?:(?<!khiếu nại )(?<!giải quyết )(?<!tra việc )(?<!việc )(?:thi hành |xử lý )?kỷ luật"
    rf"(?: đảng)?(?: bằng)?(?: các)?(?: hình thức[^,;.]{{0,40}})?(?: {_PENALTY})?|{_PENALTY})(?: đối)?(?: với)?"
    r"(?: (?:\p{L}+ ){0,2}[\d.]+ tổ chức(?: cơ sở)? đảng(?: \([^)]*\))?(?: và|,)?(?: đối)?(?: với)?)?\s*$"
)
_DISCIPLINED = compiled(
    rf"^(?: (?:ở|của|tại|trong|thuộc)(?: \p{{L}}+){{1,5}}?)?(?: vi phạm)?(?: đã)? bị (?:(?:thi hành |xử lý )?kỷ luật"
    rf"|{_PENALTY})"
)
_IN_PERIOD = compiled(
    r"trong (?:\d+ )?(?:năm|nhiệm|tháng|quý|giai)|(?<!\()nhiệm k[ỳì]|năm \d{4}|(?:\d+|sáu|chín|ba) tháng|năm (?:vừa )?qua"
    r"|từ (?:đầu )?năm|từ đầu|các cấp"
    r"|toàn đảng|kết nạp"
)
_PERIOD_ABOVE = compiled(
    r"từ (?:đầu )?năm|trong năm|(?:\d+|sáu|chín) tháng đầu năm|nhiệm k[ỳì] qua|(?:^|trong )năm \d{4},|các cấp"
    r"|kết nạp (?:được )?\d"
)
_A_CASE = compiled(
    r"(?:(?:quyết định|yêu cầu|đề nghị)[^;:]{0,140}|(?:trong vụ|vụ (?:việc|án|gian|chiếm)|liên quan)[^;]{0,60}"
    r"|phải (?:thi hành |xử lý )?kỷ luật(?:(?!kỷ luật)[^;]){0,60})$"
)
_OF_A_CASE = compiled(r"^[^;:]{0,60}(?:liên quan|vụ việc|vì có con|trong vụ)")
_AMONG = compiled(r"trong đó(?: có)?(?: hơn| gần| trên)?\s*$")
_AT_FAULT = compiled(r"^ vi phạm")
"""`thi hành kỷ luật 58 đảng viên, trong đó có 7 đảng viên vi phạm về quản lý đất đai`"""


def disciplined(place: Place) -> Measure | None:
    """`thi hành kỷ luật 3 tổ chức đảng và 126 đảng viên` in a report; a single case is no figure of the organisation"""
    count = place.count
    if place.before(_A_CASE) or place.after(_OF_A_CASE):
        return None
    told = any(figure.measure is Measure.DISCIPLINED and ";" not in between(figure, count) for figure in place.read)
    if told and count.counted is Counted.MEMBER and place.before(_AMONG) and place.after(_AT_FAULT):
        return Measure.DISCIPLINED
    if place.after(_DISCIPLINED):
        of_members = count.counted is Counted.MEMBER or (told and count.counted is Counted.PERSON)
        return Measure.DISCIPLINED if of_members else None
    active = count.counted is Counted.MEMBER and not told and place.before(_DISCIPLINING)
    return Measure.DISCIPLINED if active else None


_SHARES_OUT = compiled(
    r"[^,;:()\d]{0,60}?\s*(?:\(|[,:]?\s*(?:trong đó|gồm)(?: có)?\s*:?)\s*(?P<list>[^;()]*?)(?:[;)]|$)"
)
_SHARE = compiled(
    rf"(?<!\p{{L}}){_PENALTY}(?: đảng)?\s*:?\s*(?P<number>{DIGITS})(?= (?:đảng viên|người|đồng chí)|\s*(?:[,.);]|$"
    rf"|và(?!\p{{L}})))"
)


def penalties(count: Count, folded: str) -> Iterator[Count]:
    """`(khai trừ 3, cách chức 1, cảnh cáo 12, khiển trách 31)` behind the members disciplined"""
    shares = _SHARES_OUT.match(folded, count.noun.stop)
    if shares is None:
        return
    for share in _SHARE.finditer(folded, *shares.span("list")):
        value, span = read_digits(share["number"]), Span(*share.span("number"))
        if isinstance(value, int):
            yield Count(span, span, Counted.PERSON, value, Comparator.EQ, folded[: span.start], folded[span.stop :])


def is_report(sentence: Sentence, document: Document) -> bool:
    """Whether the sentence, the title or the sentences right above say over which period things are counted."""
    above = document.sentences[max(0, sentence.index - 3) : sentence.index]
    here = _IN_PERIOD.search(sentence.folded) or _IN_PERIOD.search(fold(document.title))
    return here is not None or any(_PERIOD_ABOVE.search(s.folded) for s in above)
