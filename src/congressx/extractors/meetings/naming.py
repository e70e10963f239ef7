"""Names of meetings in a sentence: where they begin, where they end, what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from congressx.extractors.meetings.record import MeetingType
from congressx.span import Span
from congressx.vietnamese.letters import LETTER
from congressx.vietnamese.numerals import ORDINAL, read_ordinal
from congressx.vietnamese.spelling import phrase

_HEADS = {
    "congress": r"đại hội|đh(?= (?:đại biểu|đảng|đoàn|chi bộ|công đoàn)| ?đb)|đhđb",
    "conference": r"hội nghị",
    "session": r"kỳ họp|kì họp|phiên họp(?= (?:\w+ ){0,4}(?:ủy ban thường vụ|ubtvqh|chính phủ|thường kỳ|ban chỉ đạo))",
    "part": r"phiên (?:khai mạc|bế mạc|trù bị|trọng thể|chính thức|chất vấn|thảo luận|làm việc|họp|thứ)",
    "ceremony": r"lễ (?:trao|kết nạp|công bố|ra mắt|kỷ niệm|đón nhận|tuyên dương|phát động|ký kết|mít tinh|tuyên thệ|nhậm chức)|buổi lễ|mít tinh",
    "talk": r"(?:buổi|cuộc) (?:làm việc|tiếp xúc|gặp mặt|gặp gỡ|đối thoại|họp báo|họp|tọa đàm|giao lưu)|hội thảo|tọa đàm|họp báo|diễn đàn|chương trình(?= \")",
}
_HEAD = regex.compile(
    rf"(?<![{LETTER}])(?:"
    + "|".join(f"(?P<{kind}>{phrase(words)})" for kind, words in _HEADS.items())
    + rf")(?![{LETTER}])"
)
_NO_MEETING = regex.compile(phrase(r"đại hội (?:đồng|thể dục|thể thao)|hội nghị truyền hình\b"))
_CITED_BEFORE = regex.compile(
    phrase(
        r"(?:nghị quyết|nq|văn kiện|kết luận|tinh thần|chào mừng|chuẩn bị(?: (?:cho|tốt|tổ chức|nhân sự|văn kiện))*|tiến tới|hướng tới|trước|sau|"
        r"phục vụ|trình|tổ chức thành công|thành công của|kết quả|báo cáo chính trị(?: trình)?|chủ đề|mục tiêu|chỉ tiêu|nhiệm kỳ|dấu ấn|"
        r"trung tâm|nhà khách|nghị quyết của|từ|kể từ|đến|hậu|tại (?:các )?kỳ|trong (?:các )?kỳ|qua (?:các )?kỳ|lập thành tích chào mừng"
        r"|dự thảo|toàn văn|diễn văn|nhân dịp|theo quy định của|khẩu hiệu)(?: của)?(?: (?:các|những|một))?\s+$"
    )
)
_STOP = regex.compile(
    phrase(
        r"(?<!\w)(?:đã|sẽ|đang|vừa|được|diễn ra|khai mạc|bế mạc|tiến hành|chính thức|thành công|bầu|thông qua|quyết định|nhất trí|đồng ý|dự kiến|tổ chức|"
        r"vào|tại|ở|do|nhằm|để|với|cho biết|nêu|nhấn mạnh|khẳng định|đánh giá|xác định|đề ra|tập trung|là|có|cũng|còn|nghe|thảo luận|bắt đầu|kết thúc|"
        r"bước|cùng|trong khi|chiều|sáng|tối|ngày|hôm|phát biểu|ông|bà|đồng chí|đ/c|các đồng chí|đại biểu (?:đã|cũng)|theo đó|thì|mà|từ ngày|khi|nếu|sau khi|trước khi|"
        r"ra mắt|trao|biểu quyết|công bố|lấy ý kiến|bỏ phiếu|gồm|trong|cần|phải|và (?:được|đã|sẽ)|hoàn thành|long trọng|trọng thể|bác|xem xét|giới thiệu|tặng|dành|quán triệt,? triển khai khi)(?!\w)"
    )
    + r"|[;:!?…]|(?<!\d)\s-\s|,"
)
_KEEPS_COMMA = regex.compile(
    phrase(
        r",\s*(?:nhiệm\s*k[ỳì]|khóa|hđnd|quốc hội|lần thứ|ubnd|bch|ban chấp hành|(?:và )?(?:triển khai|phương hướng|sơ kết|tổng kết|quán triệt|biểu dương|tuyên dương)|học tập|công chức|viên chức|người lao động)"
    )
)
_ORDINAL = regex.compile(
    phrase(rf"(?:lần|kỳ họp|kì họp|phiên họp|phiên|đại hội)\s+(?:thứ )?(?P<ordinal>[ivxl]+\b|\d{{1,3}}\b|{ORDINAL}\b)")
)
_NATIONAL_ORDINAL = regex.compile(
    phrase(r"^đại hội (?:đại biểu )?(?:toàn quốc )?(?:đảng )?(?:lần thứ |lần )?(?P<ordinal>[ivxl]+|\d{1,2})\b")
)
_TERM = regex.compile(phrase(r"nhiệm\s*k[ỳì][\s:(]*(?P<start>\d{4})\s*-\s*(?P<end>\d{4})"))

_TYPES: tuple[tuple[MeetingType, str, str], ...] = (
    # heads of the name (space-separated, * = any) and a pattern on the name; the first that fits decides
    (MeetingType.CELL_CONGRESS, "congress", r"^\w+ \w+ (?:đảng viên )?(?:các )?chi bộ"),
    (
        MeetingType.PARTY_CONGRESS,
        "congress",
        r"^\w+ \w+ (?:đại biểu )?(?:điểm )?(?:lần thứ \w+,? )?(?:của )?đảng (?:bộ|viên|ủy)",
    ),
    (MeetingType.EMULATION_CONGRESS, "congress", r"thi đua"),
    (MeetingType.UNION_CONGRESS, "congress", r"công đoàn|lđlđ|liên đoàn lao động|\bcđ\b|cđcs"),
    (
        MeetingType.YOUTH_CONGRESS,
        "congress",
        r"\bđoàn\b(?! kết| thể| viên công đoàn)|hội sinh viên|hội lhtn|liên hiệp thanh niên|tỉnh đoàn|thành đoàn|đội thiếu niên|cháu ngoan",
    ),
    (MeetingType.FRONT_CONGRESS, "congress", r"mttq|mặt trận tổ quốc"),
    (MeetingType.CELL_CONGRESS, "congress", r"chi bộ"),
    (
        MeetingType.NATIONAL_CONGRESS,
        "congress",
        r"toàn quốc(?! (?:hội|liên|công|lần thứ \w+ (?:của )?(?:hội|liên)))(?!.*\bhội (?!nghị))|của đảng\b|đại hội đảng(?! bộ| viên| ủy)|^đại hội (?:lần thứ |lần )?(?:x[ivx]+|1[0-4])$",
    ),
    (
        MeetingType.ASSOCIATION_CONGRESS,
        "congress",
        r"(?<!đại |\w)hội (?!nghị)|phụ nữ|nông dân|cựu chiến binh|\bccb\b|liên minh|liên hiệp|hiệp hội|chữ thập đỏ|luật gia|nhà báo",
    ),
    (MeetingType.PARTY_CONGRESS, "congress", r"đảng|xứ ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy"),
    (MeetingType.COUNCIL_SESSION, "session", r"hđnd|hội đồng nhân dân"),
    (MeetingType.ASSEMBLY_SESSION, "session", r"quốc hội|ubtvqh"),
    (MeetingType.ASSEMBLY_SESSION, "part", r"ủy ban thường vụ quốc hội|ubtvqh|thường vụ quốc hội"),
    (
        MeetingType.STAFF_CONFERENCE,
        "conference",
        r"cán bộ,? ?(?:công|cc)|công chức,? ?viên chức|người lao động|cb-?ccvc|cbcnv|cnvc",
    ),
    (
        MeetingType.INTERIM_REVIEW,
        "*",
        r"sơ kết (?:(?!\d+ năm|một năm|hai năm).){0,60}(?:(?:\d|sáu|chín|ba) tháng|giữa nhiệm kỳ|nửa nhiệm kỳ|quý|học kỳ)|sơ kết (?:công tác|hoạt động|phong trào|nhiệm vụ)|sơ kết nửa|sơ kết giữa",
    ),
    (
        MeetingType.ANNUAL_REVIEW,
        "*",
        r"tổng kết (?!\d+ năm)(?:(?!thực hiện|\d+ năm).){0,90}\bnăm (?:19|20)\d\d\b(?! ?-)|tổng kết (?:công tác )?cuối năm",
    ),
    (
        MeetingType.THEMATIC_REVIEW,
        "*",
        r"(?:tổng kết|sơ kết)\b.*(?:\b\d+ năm\b|(?:hai|ba|bốn|năm|mười) năm (?:thực hiện|triển khai)|thực hiện|chương trình|đề án|chỉ thị|nghị quyết|phong trào|cuộc vận động|\(\d{4} ?- ?\d{4}\)|mô hình|thí điểm|đợt|chiến dịch|cuộc bầu cử)",
    ),
    (MeetingType.ANNUAL_REVIEW, "*", r"tổng kết"),
    (
        MeetingType.STUDY_CONFERENCE,
        "conference",
        r"học tập|quán triệt|thông báo nhanh|báo cáo viên|phổ biến|nghiên cứu",
    ),
    (
        MeetingType.COMMITTEE_PLENUM,
        "conference",
        r"ban chấp hành|\bbch\b|ban thường vụ|\bbtv\b|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|trung ương|\btw\b|\bt\.ư\b|đảng bộ|lần thứ|cấp ủy",
    ),
    (MeetingType.CEREMONY, "ceremony", r""),
    (MeetingType.OTHER, "*", r""),
)
_REVIEWS = frozenset({MeetingType.INTERIM_REVIEW, MeetingType.ANNUAL_REVIEW, MeetingType.THEMATIC_REVIEW})
_ALSO = (
    (MeetingType.ANNUAL_REVIEW, regex.compile(r"tổng kết (?!\d+ năm)[^,]{0,40}năm (?:19|20)\d\d")),
    (MeetingType.STUDY_CONFERENCE, regex.compile(r"và .{0,20}(?:học tập|quán triệt)")),
)


@dataclass(frozen=True, slots=True)
class MeetingName:
    """One name of a meeting; offsets in the sentence."""

    span: Span
    head: str
    """Kind of its head word, a key of `_HEADS`."""
    type: MeetingType
    also: tuple[MeetingType, ...]
    ordinal: int | None
    term: tuple[int, int] | None
    cited: bool
    """Whether the words before it only cite it: `nghị quyết đại hội`, `chuẩn bị đại hội`."""
    in_part: bool
    """Whether it only says of which meeting a part is: `phiên bế mạc kỳ họp thứ 14`."""

    @property
    def bare(self) -> bool:
        """Whether nothing but the head word is said: `đại hội`, `hội nghị`."""
        return self.ordinal is None and self.term is None and len(self.span) <= 10


def find_meeting_names(folded: str) -> Iterator[MeetingName]:
    """Every meeting named in one folded sentence, in text order, none inside another except the parts of a congress."""
    stop = part_stop = 0
    for match in _HEAD.finditer(folded):
        if match.start() < stop or _NO_MEETING.match(folded, match.start()):
            continue
        head = match.lastgroup or ""
        end = _end_of_name(folded, match)
        inner = _HEAD.search(folded, match.end(), end)
        if inner and head in ("part", "talk", "ceremony") and inner.lastgroup in ("congress", "conference", "session"):
            end = _end_of_name(folded, inner)  # `phiên khai mạc Đại hội đại biểu MTTQ`
        name = folded[match.start() : end]
        yield _meeting_name(folded, head, Span(match.start(), end), name, in_part=match.start() < part_stop)
        stop = end
        if inner and head == "part":
            stop, part_stop = match.end(), end


def _meeting_name(folded: str, head: str, span: Span, name: str, *, in_part: bool) -> MeetingName:
    kind = type_of(name, head)
    also = tuple(extra for extra, pattern in _ALSO if kind in _REVIEWS and extra is not kind and pattern.search(name))
    term = _TERM.search(name)
    years = (int(term["start"]), int(term["end"])) if term else None
    return MeetingName(
        span=span,
        head=head,
        type=kind,
        also=also,
        ordinal=_ordinal(name, kind),
        term=years if years and 0 < years[1] - years[0] <= 7 else None,
        in_part=in_part,
        cited=bool(_CITED_BEFORE.search(folded, max(0, span.start - 40), span.start)),
    )


def _end_of_name(folded: str, head: regex.Match[str]) -> int:
    at = head.end()
    if folded.startswith(("phiên thứ", "phiên họp"), head.start()) and (
        own := regex.compile(phrase(rf"(?: thứ)? (?:thứ )?(?:{ORDINAL}|\d+|[ivx]+)\b")).match(folded, at)
    ):
        at = own.end()
    for match in _STOP.finditer(folded, at):
        if folded.count('"', head.end(), match.start()) % 2:
            continue
        if match.group().strip() == "với" and head.lastgroup == "talk":
            continue  # `buổi làm việc với …`: who is met belongs to the name
        if match.group() == "," and _KEEPS_COMMA.match(folded, match.start()):
            continue
        if folded.count("(", head.end(), match.start()) > folded.count(")", head.end(), match.start()):
            if regex.compile(r"\(\s*(?:ngày|sáng|chiều|tối|diễn ra)").search(folded, head.end(), match.end()):
                return _rtrim(folded, head.end(), folded.rindex("(", 0, match.start()))
            continue
        if match.group().strip() in (
            "và",
            "có",
            "trong",
            "với",
            "được",
            "tổ chức",
            "thành công",
            "cùng",
            "quyết định",
            "công bố",
            "thông qua",
        ) and _inside_review(folded, head.start(), match.start()):
            continue
        return _rtrim(folded, head.end(), match.start())
    return _rtrim(folded, head.end(), len(folded))


_REVIEW_WORDS = regex.compile(r"tổng kết|sơ kết|công bố quyết định|học tập|quán triệt")


def _inside_review(folded: str, start: int, stop: int) -> bool:
    """`hội nghị tổng kết xây dựng tổ chức cơ sở đảng …`: the purpose of a review has verbs of its own."""
    return bool(_REVIEW_WORDS.search(folded, start, stop)) and stop - start < 200


def _rtrim(folded: str, least: int, stop: int) -> int:
    while stop > least and folded[stop - 1] in " \n\"'-(":
        stop -= 1
    return stop


def type_of(name: str, head: str) -> MeetingType:
    """The type a name speaks of; `other` when it says nothing.

    >>> type_of("đại hội đại biểu hội nông dân huyện lần thứ v", "congress").value
    'association_congress'
    >>> type_of("hội nghị tổng kết công tác năm 2019", "conference").value
    'annual_review'
    """
    return next(kind for kind, heads, pattern in _TYPES if heads in (head, "*") and regex.search(pattern, name))


def _ordinal(name: str, kind: MeetingType) -> int | None:
    without_purpose = regex.sub(r"\b(?:nghị quyết|chỉ thị|kết luận|thực hiện)\b.*|cách mạng.*", "", name)
    found = _ORDINAL.search(without_purpose)
    if found is None and kind is MeetingType.NATIONAL_CONGRESS:
        found = _NATIONAL_ORDINAL.search(name)
    return read_ordinal(found["ordinal"]) if found else None
