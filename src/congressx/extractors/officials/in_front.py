"""What the words in front of a person say of the person: `Đến dự có |A|`, `với sự chủ trì của |A|`, `Phát biểu khai mạc, |A| nhấn mạnh`."""

from __future__ import annotations

from collections.abc import Iterator

from congressx.extractors.officials.clauses import COUNT, ENDS, GROUP, NUMBER, SPEECH
from congressx.extractors.officials.labels import part_of_label
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.verb_chains import chained_parts, first_verb, opening, opening_verb, own_verb
from congressx.extractors.officials.verbs import part_of, part_of_words
from congressx.extractors.officials.votes import heads_elected, names_winner
from congressx.patterns import Pattern

AND = r"(?<!\p{L})(?:và|cùng)(?!\p{L})"
_OTHERS_ACT = r"(?<!\p{L})(?:đã|sẽ|vừa|đang|nhận)(?!\p{L})"
NOT_DONE = Pattern(rf"{any_of('undone')}|;")
_HEAD = Pattern(
    rf"(?<!\p{{L}})(?:(?:còn|gồm)\s+)?(?:có|gồm|là|như)\s*(?:có\s+)?(?:sự\s+{any_of('presence')}\s+của\s*)?:?\s*{COUNT}"
)
_ITEMS = Pattern(
    rf"(?<!\p{{L}})(?:có|gồm)\s+{NUMBER}[^.:\"{GROUP}{SPEECH}]{{3,160}}(?:[;,]\s*(?:{AND}\s+)?|{AND}\s+)(?:các\s+)?(?:{any_of('address')}\s*:?\s*)?$"
)
"""What a list of guests may begin with: `Tham dự có |48/51 đại biểu; |A`."""
_PRESENCE = Pattern(rf"(?<!\p{{L}})sự\s+(?P<what>{any_of('presence')}[^,;.{ENDS}]{{0,50}}?)\s*của\s*{COUNT}")
_RECEIVED = Pattern(rf"{any_of('receiving')}\s*{COUNT}")
_SIDE = Pattern(
    r"(?:^\W*|[,;.]\s*)(?:(?:về\s+)?phía|(?:trong số\s+(?:các\s+|những\s+)?)?khách mời|tại (?:điểm|đầu) cầu"
    r"|đại diện (?:lãnh đạo|thường trực|ban thường vụ)|cùng đi|đi cùng|tham gia đoàn"
    r"|(?:thành phần|đại biểu)\s+(?:(?:tham\s+)?dự|tham gia|cấp trên|khách mời))(?!\p{L})"
)
_AMONG = Pattern(
    r"(?<!\p{L})(?:(?:tham\s+)?dự|có mặt|tham gia)(?!\p{L})[^;.:]{0,60}?,\s*(?:trong đó|trong số đó)\s*$"
    r"|^\W*cùng\s+(?:với\s+)?(?:toàn thể|đông đảo|các|gần|hơn|\d)[^;.:,]{2,60}?\s(?:(?:tham\s+)?dự|có mặt)(?!\p{L})[^;.:]{0,40}$"
    r"|^\W*(?:cấp trên|lãnh đạo|đại biểu|khách|đại diện|phía)(?!\p{L})[^,;.:]{0,40}?\s"
    r"(?:(?:tham|đến|tới|về|cùng)\s+)?dự(?!\p{L})[^,;.:]{0,40}$"
    r"|(?:trên|ở|ngồi)\s+(?:những\s+)?hàng ghế (?:đầu|danh dự|đại biểu|khách mời)(?:[^;.:]|\.{2,3})*$"
)
"""`150 đại biểu tham dự, trong đó |có A`, `Cùng toàn thể đảng viên dự lễ |có A`, `Trên hàng ghế đầu |là A`."""
_GATHERING = Pattern(
    rf"^\W*{any_of('gathering')}(?:(?!\s(?:có|do|bầu|để|xem|thông|bị|được|sẽ|đã|là|giới thiệu)\s)[^,;.:])*"
    r"(?:\scó\s(?:các|nhiều|đông đảo)\s(?:đại biểu|khách mời)\s*)?$"
)
"""`|Hội nghị| có các đồng chí A, B`, `|Buổi tiếp xúc có nhiều đại biểu| gồm A`."""
ACCORDING = Pattern(
    r"(?:^\W*|[,;.]\s*)(?:(?:cũng|tuy nhiên|trong khi đó|còn|tuy vậy)\s*,?\s*)?theo\s*(?:(?:lời|đại biểu|đb|đbqh|cử tri)\s*)*$"
)
_REPORT_OF = Pattern(
    r"(?:^\W*|[,;.]\s*)(?:cũng\s+)?theo\s+(?:nội dung\s+)?(?:bản\s+)?báo cáo(?:\s+\p{L}+){0,6}?\s+(?:của|do)\s*"
    rf"(?:{any_of('address')}\s*)?$"
)
"""`Theo báo cáo của |A|, năm qua kết nạp 231 đảng viên`."""
_WORDS_OF = Pattern(
    r"^\W*(?P<what>(?:phát biểu\s+)?(?:ý kiến\s+)?(?:phát biểu\s+)?chỉ đạo)(?:\s+(?:đại hội|hội nghị))?\s+của\s*$|"
    r"(?:(?<!\p{L})(?:đó|đây)\s+(?:cũng\s+)?là\s+(?:một trong những\s+)?|(?<!\p{L})(?:bài|lời|phần)\s+)"
    rf"(?:ý kiến\s+|nội dung\s+)?(?P<what>{any_of('quoted')}[^,;.]{{0,40}}?)\s*của\s*$"
    r"|(?<!\p{L})(?P<what>(?:câu hỏi\s+)?chất vấn)\s+của\s*(?:đại biểu\s+|đb\s+)?$"
)
_CALLED = Pattern(rf"(?<=[,:])\s*(?:các\s+)?{any_of('address')}\s*$")
"""`Phát biểu chỉ đạo hội nghị, |đồng chí| Tổng Bí thư A`."""
_ON_BEHALF = Pattern(r"(?:thay mặt|đại diện|thừa ủy quyền)[^,;]{2,160},?\s*$")
_DEEDS = "phát biểu|khai mạc|bế mạc|trình|báo cáo|đọc|trao|tặng|công bố"
_SPEAKING_FOR = Pattern(
    r"(?<=^\W*|[,;.]\s*)(?:thay mặt|đại diện|thừa ủy quyền)[^,;:.]{2,120}?(?<!(?<!\p{L})được)\s"
    rf"(?=(?:{_DEEDS}|chỉ đạo (?:đại hội|hội nghị)|tuyên bố|chúc mừng|cảm ơn)(?!\p{{L}})[^;]{{0,120}},\s*$)"
)
"""`|Thay mặt Ban Thường vụ |phát biểu khai mạc, A`."""
_SPEAKS_WITHOUT_COMMA = Pattern(
    r"^\W*(?:phát biểu(?:\s+(?:ý kiến\s+)?(?:kết luận|khai mạc|bế mạc|chỉ đạo|tổng kết))?|kết luận|khai mạc|bế mạc)"
    r"\s+(?:tại\s+)?(?:buổi\s+|phiên\s+|cuộc\s+)?(?:đại hội|hội nghị|kỳ họp|lễ|làm việc|họp)\s*$"
)
"""`|Phát biểu kết luận hội nghị |đồng chí A đề nghị`: local pages leave out the comma."""
_DEED_FOR = Pattern(rf"^\W*(?:thay mặt|đại diện)[^,;:.]{{2,120}}?\s(?=(?:{_DEEDS})(?!\p{{L}}))")
"""`Người |thay mặt Ban Chấp hành |đọc báo cáo là A`."""
_BY = Pattern(rf"(?<!\p{{L}})(?:được\s+)?(?P<what>chủ trì|chủ tọa|điều hành|dẫn đầu)\s+bởi\s*{COUNT}")
"""`Phiên họp được |điều hành bởi| A`."""
_WITH = Pattern(rf"[^;.:{ENDS}]{{0,60}}?(?<!\p{{L}})(?:cùng với|cùng|với)\s*{COUNT}")
"""`A chủ tọa kỳ họp |cùng| B`, `Cùng dự |với| A có B`."""
_TOGETHER = Pattern(r"\W*(?:cùng|đồng)\s")
_WHO_DOES = Pattern(
    rf"(?:^\W*|[,;.:]\s*)(?:(?:{any_of('several')}|\d+)\s+)?người\s+(?![^,;.:]*{_OTHERS_ACT})(?=[^,;.:]+$)"
)
"""`|Người |trao quyết định là A`."""
TOGETHER_PARTS = frozenset({MeetingPart.CHAIR, MeetingPart.ATTEND})


def parts_of_head(text: str) -> tuple[MeetingPart, ...]:
    """What the persons of the list below do: `Tham dự đại hội có:`, `Đại hội bầu Đoàn Chủ tịch gồm các đồng chí:`."""
    if (label := part_of_label(text)) is MeetingPart.CHAIR:
        return (label,)
    head = _HEAD.search(text)
    return tuple(dict.fromkeys(_of_head(text[: head.start()], 0))) if head else ()


def parts_in_front(before: str, start: int) -> Iterator[MeetingPart]:
    """Of the words between the last subject and this one; at `start` 0 the sentence begins."""
    if presence := _PRESENCE.search(before) or _BY.search(before):
        yield _of_presence(presence["what"])
    elif ("cùng" in before or "với" in before) and (together := _together(before, start)):
        yield together
    elif _RECEIVED.search(before):
        yield MeetingPart.ATTEND
    elif "báo cáo" in before and _REPORT_OF.search(before):
        yield MeetingPart.REPORT
    elif according := ACCORDING.search(before):
        verb = opening().match(before, start) if start == 0 else None
        yield from chained_parts(before[: according.start()], verb) if verb else (MeetingPart.SPEECH,)
    elif names_winner(before):
        yield MeetingPart.ELECTED
    elif label := part_of_label(before):
        yield label
    elif words := _WORDS_OF.search(before):
        yield part_of_words(words["what"])
    elif head := _HEAD.search(before):
        if not start and "là" not in head.group() and _GATHERING.match(before[: head.start()]):
            yield MeetingPart.ATTEND
            return
        yield from _of_head(before[: head.start()], start)
    elif (items := _ITEMS.search(before)) and not first_verb(items.group()):
        yield from _of_head(before[: items.start()], start)
    else:
        yield from _of_opening(before, start)


def _together(before: str, start: int) -> MeetingPart | None:
    """Of what somebody does with others: `A chủ tọa kỳ họp cùng |B|`, `Đồng chủ trì với |A| có B`."""
    verb = own_verb().match(before) if start else opening_verb(before, 0)
    if verb is None or not (start or _TOGETHER.match(before)) or not _WITH.fullmatch(before, verb.end()):
        return None
    part = part_of(verb)
    return part if part in TOGETHER_PARTS and first_verb(before[verb.end() :]) is None else None


def _of_presence(what: str) -> MeetingPart:
    if any(word in what for word in ("chủ trì", "chủ tọa", "điều hành")):
        return MeetingPart.CHAIR
    return MeetingPart.ATTEND_DIRECT if "chỉ đạo" in what else MeetingPart.ATTEND


def _of_head(head: str, start: int) -> Iterator[MeetingPart]:
    """Of `Đến dự và phát biểu chỉ đạo hội nghị |có A`."""
    start = 0 if head.startswith((",", ";")) else start  # A; |đồng chủ trì có B
    last = head.rfind(";", start)
    if heads_elected(head):
        yield MeetingPart.ELECTED
    elif who := _WHO_DOES.search(head):
        yield from parts_of_who(head[who.end() :])
    elif verb := (last > start and opening_verb(head, last)) or opening_verb(head, start):
        yield from chained_parts(head, verb)
    elif _SIDE.search(head) or _AMONG.search(head):
        yield MeetingPart.ATTEND


def parts_of_who(deed: str) -> Iterator[MeetingPart]:
    """Of `Người |trao quyết định |là A`; those who came are more than one."""
    deed = _DEED_FOR.sub("", deed)
    verb = opening_verb(deed, 0)
    if verb is not None:
        yield from (part for part in chained_parts(deed, verb) if part is not MeetingPart.ATTEND)


def _of_opening(before: str, start: int) -> Iterator[MeetingPart]:
    """Of `Phát biểu khai mạc hội nghị, |A`, `Phát biểu tại đây, thay mặt Ban Thường vụ, |A`."""
    called = _CALLED.sub("", before)
    if called.rstrip().endswith(",") and (who := _WHO_DOES.search(called.rstrip(" ,"))):  # |Người đọc báo cáo, chị |A
        yield from parts_of_who(called[who.end() :])
        return
    bare = _ON_BEHALF.sub("", _SPEAKING_FOR.sub("", called))
    if not start and _SPEAKS_WITHOUT_COMMA.match(before):
        bare = f"{before.rstrip()},"
    if not bare.rstrip().endswith((",", ":")) and bare == before:
        return
    if start and bare.rstrip().endswith(":") and not bare.lstrip().startswith(";"):
        return  # A đọc tờ trình, nêu rõ lý do: |B |được điều động
    verb = opening_verb(bare, 0 if bare.startswith(";") else start)
    if verb is not None and not NOT_DONE.search(verb.group().lstrip(" ;")):
        yield from chained_parts(bare, verb)
