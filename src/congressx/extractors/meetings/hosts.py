"""Who holds a meeting, as written with the holding verb."""

from __future__ import annotations

from congressx.document import Document, Sentence
from congressx.extractors.meetings.naming import Head, MeetingName
from congressx.extractors.meetings.telling import HAVING_BEFORE, HOLDING_BEFORE, saying
from congressx.extractors.meetings.timing import event_dates
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.letters import UPPER
from congressx.vietnamese.names import name_spans
from congressx.vietnamese.organisations import read_organisation
from congressx.vietnamese.spelling import cased, fold, phrase

_MEETS_THE_PRESS = Pattern(phrase(r"họp báo(?!\w)"))
_TAKES_PLACE = Pattern(phrase(r"(?<!\w)(?:đã |vừa |sẽ )?(?:diễn ra|tiếp tục) $"))
_BY = Pattern(phrase(r"(?<!\w)(?:do|được|mà) "))
_HOLDS_BEHIND = Pattern(
    phrase(
        r",? (?:(?:đã|vừa|sẽ|đồng|phối hợp|cùng|long trọng|trọng thể|trang trọng|đứng ra|chính thức)(?: với nhau)? )*"
        r"(?:tổ chức|chủ trì|mở|tiến hành|triệu tập|đăng cai)(?!\w)"
    )
)
_BY_REACH, _LONGEST_HOLDER = 260, 100
"""Code points: behind a name within which `do … tổ chức` begins; of a holder's name."""
_OTHERS_DEED = Pattern(rf";|(?<![Tt][Pp])\.(?!\d)|,\s+(?:[{UPPER}]|(?:ông|bà|đồng chí|các|nhiều|một)\s)")
"""What ends the words on a meeting: behind a comma somebody else does something."""
_HOLDS_IN_TITLE = Pattern(
    phrase(r"\s*(?:đã |vừa |long trọng |sẽ )?(?:tổ chức|tổng kết|sơ kết|khai mạc|họp|tiến hành đại hội|đại hội)(?!\w)")
)
_PLACE_BEFORE = Pattern(phrase(r"(?<!\w)(?:tại|ở) [^,]*$"))
"""An organisation in the middle of a place: `tại Hội trường Bệnh viện tỉnh, Sở Y tế tổ chức`."""
_REACH = 150
"""Code points before the verb within which its holder begins."""


def host_of(name: MeetingName, sentence: Sentence) -> str | None:
    """The organisation before the holding verb (`… đã tổ chức Đại hội`) or behind it (`do … tổ chức`)."""
    reach = max(0, name.span.start - _REACH)
    holding = next(
        (
            f
            for p in (HOLDING_BEFORE, HAVING_BEFORE, _TAKES_PLACE)
            if (f := p.search(sentence.folded, reach, name.span.start))
        ),
        None,
    )
    if holding is not None:
        return holder_before(sentence, holding.start())
    if sentence.cased[name.span.start].islower() and (
        name.head is Head.CONGRESS or _MEETS_THE_PRESS.match(sentence.folded, name.span.start)
    ):
        return holder_before(sentence, name.span.start)  # `Chi bộ … đại hội nhiệm kỳ 2020-2025`
    return _holder_behind(name, sentence)


def _holder_behind(name: MeetingName, sentence: Sentence) -> str | None:
    """`… do Quận ủy Hà Phong tổ chức`, `… vừa được Huyện ủy Kim Sơn tiến hành`, `… mà Đảng ủy Sở Y tế mở`."""
    folded = sentence.folded
    for by in _BY.finditer(folded, name.span.stop, name.span.stop + _BY_REACH):
        if _OTHERS_DEED.search(sentence.cased, name.span.stop, by.start()):
            return None
        organisation = read_organisation(sentence.cased, folded, by.end())
        if organisation is None:
            continue
        for verb in _HOLDS_BEHIND.finditer(folded, organisation.head.stop, by.end() + _LONGEST_HOLDER):
            host = holder_at(sentence, Span(by.end(), verb.start()))
            if host is not None:
                return host
    return None


def holder_before(sentence: Sentence, stop: int) -> str | None:
    """The holder whose words end where a verb begins, or where an aside on who leads it does."""
    led = _LED.search(sentence.folded, 0, stop)
    stop = stop if led is None else led.start()
    stop = _before_its_day(sentence.folded, _trimmed(sentence.folded, stop))
    said = _SAID_ITSELF.search(sentence.folded, 0, stop)
    stop = stop if said is None else said.start()
    inside = 0
    for start in range(max(0, stop - _REACH), stop):
        if start and (start < inside or sentence.folded[start - 1] not in ' ,"(:'):
            continue
        if start and _is_no_start(sentence, start):
            inside = max(inside, _stop_of_other(sentence, start))
            continue
        host = holder_at(sentence, Span(start, stop))
        if host is not None:
            return host
    return None


def _trimmed(folded: str, stop: int) -> int:
    return len(folded[:stop].rstrip(" ,"))


_SAID_ITSELF = Pattern(phrase(r" (?:cho biết|cho hay|thông báo|thông tin)(?: rằng)?$"))
"""`Ủy ban Kiểm tra Tỉnh ủy cho biết vừa tổ chức …`."""
_ON = Pattern(phrase(r"(?<=[\p{L}\d)]) (?:(?:vào|trong) )?$"))


def _before_its_day(folded: str, stop: int) -> int:
    """`Thành ủy Hà Phong ngày 20/8 tổ chức …`: the day may stand between the holder and the verb."""
    day = next((date for date in event_dates(folded) if date.span.stop == stop), None)
    joint = None if day is None else _ON.search(folded, 0, day.span.start)
    return stop if joint is None else joint.start()


def _stop_of_other(sentence: Sentence, start: int) -> int:
    """Where an organisation ends that is an owner or the body of an office: in `của Đảng ủy Sở, Chi bộ …`, `Sở` holds nothing."""
    if _OF_SOMEBODY.search(sentence.folded, 0, start) is None:
        return 0
    organisation = read_organisation(sentence.cased, sentence.folded, start)
    return 0 if organisation is None else organisation.span.stop


_OF_SOMEBODY = Pattern(phrase(r"(?<!\w)(?:của|chủ tịch|bí thư|giám đốc|trưởng|thư ký|chủ nhiệm) $"))
_LED = Pattern(phrase(r"(?<=\w)\)?,? do [^;.]{8,200}? (?:làm|là) trưởng đoàn,? $"))
"""`Đoàn kiểm tra của Bộ Chính trị do ông … làm Trưởng đoàn đã làm việc`."""


def _is_no_start(sentence: Sentence, start: int) -> bool:
    """Whether a holder at `start` is the end of another name, a place, an owner, or the body of an office."""
    near = max(0, start - _NEAR)
    return bool(
        _INSIDE_NAME.search(sentence.cased, near, start)
        or _NO_HOLDER_BEFORE.search(sentence.folded, near, start)
        or _PLACE_BEFORE.search(sentence.folded, near, start)
    )


_NEAR = 300
"""Code points before it in which they look."""


_INSIDE_NAME = Pattern(rf"(?<![.!?:;,\"(-] |^)(?<!\p{{L}})[{UPPER}][\p{{L}}.]* $")
"""`Ủy ban MTTQ`, `TP Hải Phòng`: a capitalised word right before, unless it opens the clause (`Sáng …`)."""
_NO_HOLDER_BEFORE = Pattern(
    phrase(
        r"(?<!\w)(?:tại|ở|của|thuộc|cho|với|trước|theo|trong|từ|qua|về|đến|dẫn đầu|chủ tịch|bí thư|giám đốc|(?<!\d )ủy viên|trưởng"
        r"|thủ tướng|thư ký"
        r"|chủ nhiệm|tổng|phó|chi|đảng|thay mặt|nhân danh|đại biểu|đại hội|hội nghị|nghị quyết|văn kiện|đại diện|lãnh đạo|cán bộ"
        r"|cổng thông tin(?: điện tử)?|website|trình|thường vụ|chấp hành|bch"
        r"|bí thư thường trực|(?:của|theo|cho|với|trước|từ|về) (?:btv|(?:ban )?thường trực)) $"
    )
)
"""Before a place, an owner, a source or the body of an office, and inside a name: no holder; `52 ủy viên Ban Chấp hành` meet."""


def holder_at(sentence: Sentence, span: Span) -> str | None:
    """The words of `span`, if they are one holder, or several side by side."""
    belongs = _BELONGS_TO.search(sentence.folded, span.start, span.stop)
    if belongs is not None and _one_holder(sentence, Span(belongs.end(), span.stop)) == span.stop:
        span = Span(span.start, belongs.start())
    stop = _one_holder(sentence, span)
    while stop is not None and stop < span.stop:
        joint = _JOINT.match(sentence.folded, stop, span.stop)
        stop = None if joint is None else _one_holder(sentence, Span(joint.end(), span.stop))
    return None if stop is None else _words(sentence, Span(span.start, stop))


def _words(sentence: Sentence, span: Span) -> str | None:
    words = " ".join(span.of(sentence.text).split())
    for aside in (_TERM_OF_HOLDER, _TOLD_OF_HOLDER):
        found = aside.search(fold(words))
        words = words if found is None else words[: found.start()]
    return None if _NOBODY.fullmatch(fold(words)) else words


_BELONGS_TO = Pattern(phrase(r",? (?:trực )?thuộc "))
"""`Chi bộ Trường THCS An Phú trực thuộc Đảng bộ xã tổ chức`: the unit holds it."""
_JOINT = Pattern(phrase(r",? (?:và|cùng|phối hợp với|phối hợp cùng|cùng với) |, |(?<!\)) - "))
"""Not the dash behind an agency in brackets: `Ảnh: Chi bộ An Phú bỏ phiếu (TTX) - Huyện ủy Hà Phong tổ chức …`."""
_NOBODY = Pattern(
    phrase(
        r"(?:các )?(?:chi bộ|đảng bộ|tỉnh|thành phố|huyện|đơn vị|tổ chức|trung ương|công ty|nhà trường|trường|ban|phòng|sở|tổ|đoàn"
        r"|hội|bộ|cục|vụ|viện)"
    )
)
"""Words that name no one holder."""
_TERM_OF_HOLDER = Pattern(r",?\s*\(?nhiệm\s+kỳ.*$")
_TOLD_OF_HOLDER = Pattern(
    phrase(r" \((?:(?:được|vừa|mới) )*(?:thành lập|hình thành|sáp nhập|hợp nhất|nhập)(?!\w)[^()]*\)$")
)
"""`HĐND phường An Phú (thành lập trên cơ sở nhập 3 phường)`"""


def _one_holder(sentence: Sentence, span: Span) -> int | None:
    """Where the holder that begins a span ends: an organisation and what may follow its name."""
    if (of_a_body := _OF_A_BODY.match(sentence.folded, span.start, span.stop)) is not None:
        return _one_holder(sentence, Span(of_a_body.end(), span.stop))
    head = _DELEGATES.match(sentence.folded, span.start, span.stop)
    organisation = None if head else read_organisation(sentence.cased, sentence.folded, span.start)
    stop = head.end() if head else None if organisation is None else organisation.span.stop
    if stop is None or (organisation is not None and organisation.head.stop > span.stop):
        return None
    if _BOARD.fullmatch(sentence.folded, span.start, span.stop) or _SECOND_PART.fullmatch(
        sentence.cased, min(stop, span.stop), span.stop
    ):
        return span.stop
    if organisation is not None and (together := _TOGETHER.search(sentence.folded, organisation.head.stop, stop)):
        stop = together.start()
    stop = min(stop, span.stop)  # `… Hòa Giang tổ chức`: the verb may read as part of a name
    if head is None and _REST_OF_UNIT.fullmatch(sentence.cased, span.start, span.stop):
        return span.stop
    tail = _TAIL.match(sentence.cased, stop, _next_holder(sentence, Span(stop, span.stop)))
    if tail is not None and any(stop <= name < tail.end() for name in name_spans(sentence.cased, sentence.folded)):
        return None  # `Tổng Thư ký Quốc hội Lê Văn An chủ trì`
    return stop if tail is None else tail.end()


_TOGETHER = Pattern(phrase(r" (?:phối hợp|cùng với)(?!\w)"))
"""`Ban Giám đốc phối hợp với Công đoàn tổ chức`: no part of the name."""
_WORD = rf"(?:[{UPPER}][\p{{L}}.&'-]*|\d+)"
_LIES_IN = rf"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|[Tt][Pp]\.?)(?: {_WORD})+"
_REST_OF_UNIT = Pattern(
    phrase(
        rf"(?:[Cc]hi bộ|[Cc]hi đoàn|[Cc]hi hội|Đảng bộ|Tổ công đoàn|Công đoàn) (?:(?:(?:[Tt]ổ|[Kk]hu) dân (?:phố|cư)|[Tt]hôn|[Ấấ]p|[Bb]ản"
        r"|[Xx]óm|[Kk]hóm|[Kk]hu(?: phố)?|[Tt]iểu khu|[Tt]ổ)(?: số)? \d+"
        rf"|(?:[{UPPER}][\p{{L}}]*|thôn|ấp|bản|buôn|làng|khu phố|tổ dân phố|khối)"
        r"(?: (?!(?:đã|vừa|sẽ|và|với|cùng|của|tại|vào|do|để|về|cho|ngày|sáng|chiều|tối|được|là|có|không)(?!\w))\p{L}+){1,10}"
        r"(?: số)?(?: \d+)?)"
        rf"(?: \({_LIES_IN}\)|(?:,? {_LIES_IN})*)"
    )
)
"""`Chi bộ Khoa Hồi sức tích cực`, `Chi bộ Tổ dân phố số 5`: units are named by what they do or by number;
where they lie may follow: `Chi bộ Ấp 3, xã An Phú`."""


def _next_holder(sentence: Sentence, rest: Span) -> int:
    """Where `và Ban Dân vận Tỉnh ủy` begins: what may follow a name goes no further than to the next body."""
    joints = _JOINT.finditer(sentence.folded, rest.start, rest.stop)
    bodies = (m.start() for m in joints if read_organisation(sentence.cased, sentence.folded, m.end()) is not None)
    return next(bodies, rest.stop)


_DELEGATES = Pattern(
    phrase(
        r"(?:các )?(?:tổ|đoàn) (?:đại biểu|đbqh|đb)(?: (?:quốc hội|hđnd|qh))?(?: số \d+)?"
        r"(?: (?:của |thuộc )?đoàn (?:đại biểu quốc hội|đbqh))?(?= )"
        r"|chính quyền(?= (?:tỉnh|thành phố|tp|quận|huyện|thị xã|xã|phường)(?!\w))"
    )
)
"""`tổ đại biểu Quốc hội`: holders that are no organisations elsewhere."""
_OF_A_BODY = Pattern(phrase(r"(?:đoàn (?:công tác|kiểm tra|giám sát|khảo sát)(?: số)?(?: \d+)?(?: của)?|thường vụ) "))
"""`Đoàn công tác của Bộ Chính trị`, `Thường vụ Huyện ủy`: a delegation or a board, and the body whose it is."""
_BESIDE = Pattern(phrase(r"(?<!\w)và (?:các )?$"))
"""`Tổng Bí thư … và đoàn đại biểu Quốc hội … tiếp xúc cử tri`: it comes with somebody."""


def delegation_before(sentence: Sentence, stop: int) -> str | None:
    """The delegation whose members meet voters: `tổ đại biểu Quốc hội thành phố gồm … tiếp xúc cử tri`."""
    found = _DELEGATES.search(sentence.folded, 0, stop)
    if found is None or any(p.search(sentence.folded, 0, found.start()) for p in (_NO_HOLDER_BEFORE, _BESIDE)):
        return None
    end = _one_holder(sentence, Span(found.start(), stop))
    return None if end is None else " ".join(sentence.text[found.start() : end].split())


_LEVEL = r"(?:tỉnh|huyện|thành phố|quận|xã|phường|thị xã|thị trấn|khối|cơ quan|trực thuộc|tp\.?)"
_TAIL = Pattern(
    phrase(
        r"(?: nước Cộng hòa xã hội chủ nghĩa Việt Nam"
        rf"| \([^)]{{1,60}}\)|,?\s+khóa\s+(?:[IVXL]+|\d+)|,?\s*\(?nhiệm kỳ [\d\s-]+\)?| (?:{_LEVEL} )?{_WORD}"
        rf"|-{_WORD}|, {_LIES_IN}"
        rf"| (?:và|của|-) (?:{_LEVEL} )?{_WORD}| {_LEVEL}$)+"
    )
)
"""What may stand between the name of an organisation as read and the verb: brackets, labels, terms, places."""
_SECOND_PART = Pattern(rf" [-–] [{UPPER}]\p{{L}}*(?: (?!đã |vừa |sẽ )\p{{Ll}}+){{1,3}}?(?: {_LIES_IN})?")
"""`Chi bộ Văn phòng - Kế hoạch`, `Chi bộ Trạm Y tế - Dân số xã An Phú`."""
_BOARD = Pattern(
    phrase(
        r"ban chỉ đạo (?:(?!(?:đã|vừa|sẽ|tại|vào|ngày|sáng|chiều|tối|do|ông|bà|đồng chí|họp|tổ chức|tiến hành|ban hành|làm việc"
        r"|kiểm tra|về|phải|cần|nên|không|chưa|được)(?!\w))[^\s,;:.()\"]+\s?){2,18}"
    )
)
"""`Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh`: it is named after what it leads, up to its verb."""


def host_in_title(document: Document) -> str | None:
    """`Hội Luật gia Việt Nam tổng kết công tác năm 2018`: the organisation a title begins with, before a holding verb."""
    text, folded = cased(document.title), fold(document.title)
    organisation = read_organisation(text, folded, 0)
    if organisation is None:
        return None
    tail = _TAIL.match(text, organisation.span.stop)
    stop = organisation.span.stop if tail is None else tail.end()
    if _HOLDS_IN_TITLE.match(folded, stop) is None or saying().search(folded, 0, stop):
        return None
    words = " ".join(document.title[:stop].split())
    return None if _NOBODY.fullmatch(fold(words)) else words
