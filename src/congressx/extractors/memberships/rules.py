"""Sizes and movements of membership, by the words on both sides of a counted noun."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from congressx.document import Document, Sentence
from congressx.engine import Draft, Finder
from congressx.extractors.memberships.aims import is_aim
from congressx.extractors.memberships.counts import Count, Counted, find_counts
from congressx.extractors.memberships.owners import as_of, owner_of
from congressx.extractors.memberships.record import Measure
from congressx.span import Span
from congressx.vietnamese.numerals import DIGITS, read_digits
from congressx.vietnamese.quantities import Comparator
from congressx.vietnamese.spelling import fold, phrase

_QUOTE = 120
_UNITS_OF_MEMBERS = "memberships.units_of_members"


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with what it measures and the rule that says so."""

    rule: str
    measure: Measure
    count: Count


@dataclass(frozen=True, slots=True)
class _Place:
    """A count among the others of its sentence."""

    count: Count
    read: tuple[Figure, ...]
    """What was read to its left."""
    behind: Count | None
    """The next count to its right."""

    def before(self, pattern: regex.Pattern[str], reach: int = 160) -> bool:
        return pattern.search(self.count.before[-reach:]) is not None

    def after(self, pattern: regex.Pattern[str]) -> bool:
        return pattern.match(self.count.after) is not None


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(phrase(pattern))


# --- movements ----------------------------------------------------------------------------------------------------------

_ADMITTING = _compiled(
    r"(?<!\p{L})(?:kết nạp|phát triển)(?: (?:mới|thêm|được|đảng|cho|vào đảng|đảng viên mới|đảng viên|đoàn viên"
    r"|hội viên|đã|tổng số|là|trên|có)){0,4}\s*:?\s*\s*$"
)
_DEVELOPING = _compiled(r"phát triển(?: \p{L}+){0,3}\s*:?\s*\s*$")
_ADMITTED = _compiled(r"^(?: mới| ưu tú)?(?: (?:đã|vừa|vinh dự|cũng|mới))*(?: được)? kết nạp(?! lại)")
_NOT_YET = _compiled(r"(?:xem xét|đề nghị|chuẩn bị|giới thiệu|bồi dưỡng|điều kiện|tạo nguồn|lễ|lớp)[^,;.]{0,40}$")
_PART_OF = _compiled(r"\([^)]*$")
_A_YEAR = _compiled(r"^\s*(?:/\s*(?:năm|nhiệm k)|mỗi năm|một năm)")


def _admitted(place: _Place) -> Measure | None:
    """`kết nạp được 33 đảng viên` · `phát triển mới 384 hội viên` · `5 đoàn viên được kết nạp vào Đảng`"""
    count = place.count
    if count.counted.is_unit or place.after(_A_YEAR):
        return None
    if place.before(_ADMITTING):
        joined = count.counted is Counted.PERSON and place.before(_DEVELOPING)
        unready = _NOT_YET.search(_ADMITTING.sub("", count.before[-160:]))
        return None if joined or unready else Measure.ADMITTED
    if place.after(_ADMITTED) and not place.before(_PART_OF):
        return Measure.ADMITTED
    return None


_ARRIVING = _compiled(
    r"(?:tiếp nhận|chuyển (?:sinh hoạt |sinh hoạt đảng |công tác )?(?:đến|về|vào))\s*(?:là|:|có|thêm|được)?\s*$"
)
_LEAVING = _compiled(
    r"chuyển (?:sinh hoạt |sinh hoạt đảng |công tác )?(?:đi|ra)(?: nơi khác| khỏi đảng bộ)?\s*(?:là|:|có)?\s*$"
)
_RETIRING = _compiled(r"nghỉ (?:hưu|chế độ|theo chế độ)\s*(?:là|:|có)?\s*$")
_MOVING = _compiled(r"chuyển sinh hoạt(?: đảng)?(?: chính thức| tạm thời)?(?: cho)?\s*$")
_CAME = _compiled(r"^\s*(?:mới )?chuyển (?:sinh hoạt |sinh hoạt đảng |công tác )?(?:đến|về|vào)(?!\p{L})")
_LEFT = _compiled(r"^\s*(?:chuyển (?:sinh hoạt |sinh hoạt đảng |công tác )?(?:đi|ra)(?!\p{L}))")
_RETIRED = _compiled(r"^\s*(?:được )?nghỉ (?:hưu|theo chế độ)")
_FLOWS = (
    (Measure.TRANSFERRED_IN, None, _CAME),
    (Measure.TRANSFERRED_OUT, None, _LEFT),
    (Measure.RETIRED, None, _RETIRED),
    (Measure.TRANSFERRED_IN, _ARRIVING, None),
    (Measure.TRANSFERRED_OUT, _LEAVING, None),
    (Measure.RETIRED, _RETIRING, None),
    (Measure.OTHER, _MOVING, None),
)


def _flow(place: _Place) -> Measure | None:
    """`chuyển đến: 06 đảng viên` · `2 đảng viên nghỉ hưu`; `chuyển sinh hoạt 61 hội viên` does not say where to"""
    if place.count.counted not in (Counted.MEMBER, Counted.ASSOCIATION_MEMBER):
        return None
    for measure, before, after in _FLOWS:
        if (before is not None and place.before(before)) or (after is not None and place.after(after)):
            return measure
    return None


_PENALTY = r"(?:khiển trách|cảnh cáo|cách chức|khai trừ)"
_DISCIPLINING = _compiled(
    r"(?:(?<!khiếu nại )(?<!giải quyết )(?<!tra việc )(?<!việc )(?:thi hành |xử lý )?kỷ luật"
    rf"(?: đảng)?(?: bằng)?(?: các)?(?: hình thức[^,;.]{{0,40}})?(?: {_PENALTY})?|{_PENALTY})(?: đối)?(?: với)?"
    r"(?: (?:\p{L}+ ){0,2}[\d.]+ tổ chức(?: cơ sở)? đảng(?: \([^)]*\))?(?: và|,)?(?: đối)?(?: với)?)?\s*$"
)
_DISCIPLINED = _compiled(
    rf"^(?: (?:ở|của|tại|trong|thuộc)(?: \p{{L}}+){{1,5}}?)?(?: vi phạm)?(?: đã)? bị (?:(?:thi hành |xử lý )?kỷ luật"
    rf"|{_PENALTY})"
)
_IN_PERIOD = _compiled(
    r"trong (?:\d+ )?(?:năm|nhiệm|tháng|quý|giai)|(?<!\()nhiệm k[ỳì]|năm \d{4}|(?:\d+|sáu|chín|ba) tháng|năm qua"
    r"|từ (?:đầu )?năm|từ đầu|các cấp"
    r"|toàn đảng|kết nạp"
)
_PERIOD_ABOVE = _compiled(
    r"từ (?:đầu )?năm|trong năm|(?:\d+|sáu|chín) tháng đầu năm|nhiệm k[ỳì] qua|(?:^|trong )năm \d{4},|các cấp"
    r"|kết nạp (?:được )?\d"
)
_A_CASE = _compiled(
    r"(?:(?:quyết định|yêu cầu|đề nghị)[^;:]{0,140}|(?:(?<!p )(?<!nhiệm )vụ|liên quan)[^;]{0,60}"
    r"|phải (?:thi hành |xử lý )?kỷ luật(?:(?!kỷ luật)[^;]){0,60})$"
)
_OF_A_CASE = _compiled(r"^[^;:]{0,60}(?:liên quan|vụ việc|vì có con|trong vụ)")
_AMONG = _compiled(r"trong đó(?: có)?(?: hơn| gần| trên)?\s*$")


def _disciplined(place: _Place) -> Measure | None:
    """`thi hành kỷ luật 3 tổ chức đảng và 891 đảng viên` in a report; a single case is no figure of the organisation"""
    count = place.count
    if place.before(_A_CASE) or place.after(_OF_A_CASE):
        return None
    told = any(figure.measure is Measure.DISCIPLINED and ";" not in _between(figure, count) for figure in place.read)
    if place.after(_DISCIPLINED) and not (told and count.counted is Counted.MEMBER and place.before(_AMONG)):
        return (
            Measure.DISCIPLINED
            if count.counted is Counted.MEMBER or (told and count.counted is Counted.PERSON)
            else None
        )
    active = count.counted is Counted.MEMBER and not told and place.before(_DISCIPLINING)
    return Measure.DISCIPLINED if active else None


_SHARES_OUT = _compiled(r"\s*(?:\(|[,:]?\s*(?:trong đó|gồm)(?: có)?\s*:?)\s*(?P<list>[^;()]*?)(?:[;)]|$)")
_SHARE = _compiled(
    rf"(?<!\p{{L}}){_PENALTY}(?: đảng)?\s*:?\s*(?P<number>{DIGITS})(?= (?:đảng viên|người|đồng chí)|\s*(?:[,.);]|$"
    rf"|và(?!\p{{L}})))"
)


def _penalties(count: Count, folded: str) -> Iterator[Count]:
    """`(khai trừ 3, cách chức 1, cảnh cáo 12, khiển trách 31)` behind the members disciplined"""
    shares = _SHARES_OUT.match(folded, count.noun.stop)
    if shares is None:
        return
    for share in _SHARE.finditer(folded, *shares.span("list")):
        value, span = read_digits(share["number"]), Span(*share.span("number"))
        if isinstance(value, int):
            yield Count(span, span, Counted.PERSON, value, Comparator.EQ, folded[: span.start], folded[span.stop :])


def _between(left: Figure, right: Count) -> str:
    return right.before[left.count.noun.stop :]


# --- sizes --------------------------------------------------------------------------------------------------------------

_SUM = _compiled(
    r"(?<!trong |trên |cho |triệu tập )(?:tổng số(?P<whose> (?:đảng viên|hội viên|đoàn viên))?(?P<between>[^;:]{0,90}?)"
    r"(?: (?:là|lên|lên đến|lên tới|hiện có|đạt))?"
    r"|(?<!\p{L})số(?: lượng)?(?P<whose> (?:đảng viên|hội viên|đoàn viên))(?P<between>[^;:]{0,60}?) (?:là|lên|lên đến"
    r"|lên tới))"
    r"\s*:?\s*$"
)
_OTHER_SUM = _compiled(
    r"kết nạp|xếp loại|kỷ luật|tham gia|tham dự|dự đại hội|hoàn thành|vi phạm|dân tộc|được|học tập|đại biểu|\d"
    r"|(?<!\p{L})(?:nữ|trẻ|dưới|trên|mới|vắng|(?<!hiện )có|đạt|dự bị|tăng|giảm|chuyển|nghỉ|miễn)(?!\p{L})"
)
_WHOSE = {"đảng viên": Measure.TOTAL, "hội viên": Measure.ASSOCIATION_MEMBERS, "đoàn viên": Measure.ASSOCIATION_MEMBERS}
_MEASURES = {
    Counted.MEMBER: Measure.TOTAL,
    Counted.ASSOCIATION_MEMBER: Measure.ASSOCIATION_MEMBERS,
    Counted.CELL: Measure.CELLS,
    Counted.PARTY_UNIT: Measure.PARTY_UNITS,
    Counted.ASSOCIATION_UNIT: Measure.OTHER,
}
_ATTENDING = (
    r"(?:(?<!\p{L})dự(?! kiến| thảo| án| bị| toán| báo| nguồn| phòng)(?!\p{L})|triệu tập|có mặt|tham gia|đại diện"
    r"|thay mặt|quy tụ|chứng kiến)"
)
_ATTENDED = _compiled(_ATTENDING)
_ENDS = _compiled(
    r"^\s*(?:$|[,.;:()/\"-]|(?:đang |hiện )?(?:sinh hoạt|công tác)(?!\p{L})|(?:ở|tại|thuộc|của|với|và|trực thuộc|gồm"
    r"|bao gồm|trong toàn|trên địa bàn)(?!\p{L}))"
)
"""What follows a size; a predicate there (`hoàn thành nhiệm vụ`, `được tặng`) makes another figure of it."""


_ACTIVE = _compiled(r"^ (?:đang |hiện )?hoạt động (?:ở|tại|trong|trên) ")


def _ends(place: _Place) -> bool:
    clause = regex.split(r"[,;.:(]", place.count.after)[0]
    ended = place.after(_ENDS) or (place.count.counted.is_unit and place.after(_ACTIVE))
    return ended and not _ATTENDED.search(clause)


def _sum(place: _Place) -> Measure | None:
    """`tổng số đảng viên … là 35 đồng chí` · `nâng tổng số hội viên lên 788 người`"""
    count = place.count
    found = _SUM.search(count.before[-200:])
    if found is None or count.counted.is_unit or not _ends(place):
        return None
    if _OTHER_SUM.search(regex.sub(r"\d{4}", "", found["between"])) or _ATTENDED.search(count.before[-60:]):
        return None
    if found["whose"] is not None:
        return _WHOSE[" ".join(found["whose"].split())]
    return None if found["between"].strip() else _MEASURES.get(count.counted)


_BODY = (
    r"(?<!\p{L})(?<!đại hội |hội nghị |chấp hành |bch |thường vụ |btv |kiểm tra |văn phòng |cán sự )(?:đảng bộ|chi bộ"
    r"|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|toàn đảng|công đoàn|cđ|liên đoàn lao động|lđlđ"
    r"|đoàn thanh niên|(?:huyện|tỉnh|thành|xã|quận)\s*đoàn|(?<!hiệp |xã |quốc |cơ )hội(?! nghị| đồng| thảo| trường)"
    r"|chi hội|toàn (?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|ngành|khối))"
)
_HAVING = _compiled(
    rf"{_BODY}(?P<between>[^;:]{{0,110}}?),?(?: (?:hiện nay|hiện tại|hiện|đến nay|nay|đã|đang|mới))*"
    r" (?:có|gồm|gồm có|bao gồm|quản lý|có tổng số|gồm tổng số)\s*$"
)
_NOT_HAVING = _compiled(
    rf"{_ATTENDING}|đại hội|hội nghị|trao|tặng|bầu|diễn ra|trong đó|kiểm tra|kỷ luật|đại biểu|phấn đấu|kết luận"
    rf"|phát hiện|thành lập (?:mới|thêm|được)|lớp"
)
_LISTED = _compiled(r"^[^;.\d]{0,60}(?:,|và|với|sinh hoạt (?:ở|tại|trong)|ở|tại|thuộc|tổng số|trong)(?: tổng số)?\s*$")
_DIVIDED = _compiled(r"(?:gồm|trong đó)(?!\p{L})")
_INSERTED = _compiled(r"\s*\([^)]*\)|\s*,?\s*(?:gồm|bao gồm|trong đó) [^;]*?(?=,?\s*với(?!\p{L}))")
_MERGING = _compiled(r"trên cơ sở (?:sáp nhập|hợp nhất|nâng cấp|hợp thành)(?: từ)?\s*$")
_WITH_MEMBERS = _compiled(
    r"^[^;.,\d]{0,40} với(?: tổng số)?\s*(?:\p{L}+ ){0,2}\d[\d.,]* (?:đảng viên|hội viên|đoàn viên)"
)
_OF = _compiled(r"(?<!\p{L})(?:của|gồm)\s*$")
_AND_MEMBERS = _compiled(r"^[^;.,\d]{0,30} và (?:\p{L}+ ){0,2}\d[\d.,]*(?: triệu| nghìn)? (?:hội viên|đoàn viên)")
_FOUNDED_WITH = _compiled(
    rf"{_BODY}[^;]{{0,100}}(?<!\p{{L}})thành lập(?:[^;]{{0,100}},| ngày [^,;.\s]+)?\s*với(?: tổng số)?\s*$"
)
_LIVING = _compiled(r"^\s*(?:đang |hiện )?sinh hoạt (?:ở|tại|trong) ")
_OPENING_WITH = _compiled(r"(?:^|[;:-])\s*với(?: tổng số)?\s*$")
_THEN_BODY = _compiled(rf"^\s*,\s*(?:toàn )?{_BODY}")
_TO = _compiled(r"(?<!\p{L})(?:cho|của|đối với|cùng|đến)\s*$")
_AT_FIRST = _compiled(r"(?<!\p{L})từ\s*$")
_FIRST = _compiled(r"^\s*(?:khi|lúc|ngày|buổi|ban) (?:mới |được )?(?:thành lập|đầu)")


def _size(place: _Place) -> Measure | None:
    """`Đảng bộ … hiện có 46 đảng viên, sinh hoạt ở 4 chi bộ` · `70 cơ sở đảng với 4.300 đảng viên`"""
    count = place.count
    measure = _MEASURES.get(count.counted)
    if measure is None:
        return None
    if not count.counted.is_unit and place.before(_AT_FIRST) and place.after(_FIRST):
        return measure
    if not _ends(place) or _is_division(place):
        return None
    return measure if _has(place) or _goes_on(place) or _founded(place) else None


def _is_division(place: _Place) -> bool:
    """Whether units counted to the left are divided here: `64 tổ chức cơ sở đảng, gồm 21 đảng bộ, 43 chi bộ cơ sở`."""
    sums = [figure for figure in place.read if figure.measure is Measure.PARTY_UNITS]
    return place.count.counted.is_unit and any(_DIVIDED.search(_between(figure, place.count)) for figure in sums)


def _has(place: _Place) -> bool:
    clause = regex.split(";", place.count.before)[-1]
    found = _HAVING.search(clause[-200:])
    return found is not None and not _NOT_HAVING.search(found["between"]) and not _ATTENDED.search(clause)


def _goes_on(place: _Place) -> bool:
    """Whether it stands in a list with a size to its left: `gồm 4 đảng bộ bộ phận, 17 chi bộ với 389 đảng viên`."""
    left = next((figure for figure in reversed(place.read) if figure.rule in _SIZES), None)
    if left is None:
        return False
    between = _between(left, place.count)
    return _LISTED.match(_INSERTED.sub("", between)) is not None


def _founded(place: _Place) -> bool:
    count = place.count
    if count.counted is Counted.ASSOCIATION_UNIT and place.before(_OF) and place.after(_AND_MEMBERS):
        return True
    if count.counted.is_unit:
        attended = _ATTENDED.search(count.before[-60:]) is not None
        return place.before(_MERGING) or (place.after(_WITH_MEMBERS) and not attended and not place.before(_TAKEN))
    if place.before(_OPENING_WITH) and place.after(_THEN_BODY):
        return True
    alive = place.after(_LIVING) and not _ATTENDED.search(count.before) and not place.before(_TO)
    return alive or place.before(_FOUNDED_WITH, 240)


_TAKEN = _compiled(
    r"(?:thành lập|tiếp nhận|giải thể|kiểm tra|giám sát|kỷ luật|khen thưởng|biểu dương|tặng|trao|cho|đối với"
    r"|đến từ)(?: \p{L}+){0,2}\s*$"
)


_OF_MEMBERS = _compiled(
    r"(?:đảng viên|hội viên|đoàn viên)(?: (?!chính thức|dự bị)\p{L}+){0,2}?(?: (?:sinh hoạt|đang|hiện)){0,2} (?:thuộc"
    r"|của|ở|tại|đến từ|trong|trực thuộc)\s*(?:các|toàn bộ|tất cả)?\s*$"
)


def _unit_of_members(place: _Place) -> Measure | None:
    """`dự có 182 đảng viên thuộc 19 chi bộ`: who came is attendance, where they belong is the host's"""
    if not place.count.counted.is_unit or not place.before(_OF_MEMBERS) or not _ends(place):
        return None
    return _MEASURES[place.count.counted]


_SIZES = frozenset({"memberships.sum", "memberships.size"})


_SPLIT = {Counted.OFFICIAL: Measure.OFFICIAL, Counted.PROBATIONARY: Measure.PROBATIONARY}


def _split(place: _Place) -> Measure | None:
    """`có 34 đảng viên, gồm 31 đảng viên chính thức và 3 đảng viên dự bị`"""
    measure = _SPLIT.get(place.count.counted)
    if measure is None or not _ends(place):
        return None
    divided = any(figure.measure in (Measure.TOTAL, *_SPLIT.values()) for figure in place.read)
    return measure if divided or _has(place) else None


# --- the scan -----------------------------------------------------------------------------------------------------------

_TABLE: tuple[tuple[str, Callable[[_Place], Measure | None]], ...] = (
    ("memberships.admitted", _admitted),
    ("memberships.flow", _flow),
    ("memberships.disciplined", _disciplined),
    ("memberships.sum", _sum),
    ("memberships.split", _split),
    ("memberships.size", _size),
    (_UNITS_OF_MEMBERS, _unit_of_members),
)


@lru_cache(maxsize=64)
def read_figures(folded: str) -> tuple[Figure, ...]:
    """Every count of the sentence that tells a size or a movement, in text order."""
    counts = find_counts(folded)
    read: list[Figure] = []
    for place, count in enumerate(counts):
        behind = counts[place + 1] if place + 1 < len(counts) else None
        here = _Place(count, tuple(read), behind)
        for rule, means in _TABLE:
            measure = means(here)
            if measure is not None:
                read.append(Figure(rule, measure, count))
                shares = _penalties(count, folded) if measure is Measure.DISCIPLINED else ()
                read += [Figure(rule, measure, share) for share in shares]
                break
    return tuple(read)


def _finder(rule: str, cues: tuple[str, ...]) -> Finder:
    def scan(sentence: Sentence, document: Document) -> Iterator[Draft]:
        for figure in read_figures(sentence.folded):
            if figure.rule != rule or _is_aim(figure, sentence, document):
                continue
            if figure.measure is not Measure.DISCIPLINED or _is_report(sentence, document):
                yield _draft(figure, sentence)

    return Finder(rule, scan, cues)


def _is_aim(figure: Figure, sentence: Sentence, document: Document) -> bool:
    """Whether it is something to be reached; where members who came belong is never an aim."""
    count = figure.count
    if figure.rule == _UNITS_OF_MEMBERS:
        return False
    moves = figure.rule not in ("memberships.size", "memberships.split")
    return count.comparator is Comparator.GE or is_aim(document, sentence, count.before, openers=moves)


def _is_report(sentence: Sentence, document: Document) -> bool:
    """Whether the sentence, the title or the sentences right above say over which period things are counted."""
    above = document.sentences[max(0, sentence.index - 3) : sentence.index]
    here = _IN_PERIOD.search(sentence.folded) or _IN_PERIOD.search(fold(document.title))
    return here is not None or any(_PERIOD_ABOVE.search(s.folded) for s in above)


def _draft(figure: Figure, sentence: Sentence) -> Draft:
    count = figure.count
    owner = None if figure.rule == _UNITS_OF_MEMBERS else owner_of(sentence, count.number.start, count.counted)
    value = {
        "measure": figure.measure,
        "value": count.value,
        "comparator": count.comparator,
        "as_of": as_of(sentence, count.number, disciplined=figure.measure is Measure.DISCIPLINED),
        "org": None if owner is None else _squeezed(owner.of(sentence.text)),
    }
    return Draft(value, count.number, _quote(sentence, count))


def _squeezed(words: str) -> str:
    return " ".join(words.split())


def _quote(sentence: Sentence, count: Count) -> Span:
    """The clause up to the noun, at most as long as a quote may be."""
    earliest = max(0, count.noun.stop - _QUOTE)
    start = max(
        (match.end() for match in _BOUNDARY.finditer(sentence.folded, 0, max(0, count.number.start - 24))), default=0
    )
    if start < earliest:
        start = sentence.folded.find(" ", earliest) + 1
    return Span(min(start, count.number.start), count.noun.stop)


_BOUNDARY = regex.compile(r"[,;:(]\s+")

RULES = (
    # đã kết nạp được 33 đảng viên · phát triển mới 384 hội viên · 5 đoàn viên ưu tú được kết nạp vào Đảng
    _finder("memberships.admitted", ("kết nạp", "phát triển")),
    # tiếp nhận 3 đảng viên chuyển đến, 2 đảng viên nghỉ hưu · chuyển đi: 10 đảng viên
    _finder("memberships.flow", ("chuyển", "nghỉ", "tiếp nhận")),
    # thi hành kỷ luật 19 đảng viên
    _finder("memberships.disciplined", ("kỷ luật", "khai trừ")),
    # tổng số đảng viên là 35 đồng chí · nâng tổng số hội viên lên 788 người
    _finder("memberships.sum", ("tổng số",)),
    # gồm 31 đảng viên chính thức và 3 đảng viên dự bị
    _finder("memberships.split", ("chính thức", "dự bị")),
    # Đảng bộ hiện có 46 đảng viên, sinh hoạt ở 4 chi bộ · 70 cơ sở đảng với 4.300 đảng viên
    _finder("memberships.size", ("có", "gồm", "với", "quản lý", "sáp nhập", "hợp nhất", "từ")),
    # cùng 186 đảng viên thuộc 14 chi bộ trực thuộc
    _finder(_UNITS_OF_MEMBERS, ("viên",)),
)
