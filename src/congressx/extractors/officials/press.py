"""Whether something is said at a meeting, to journalists or in writing; and articles on a press conference.

Who is quoted there speaks at the meeting that the article tells of, and to journalists all the same:
`Tại buổi họp báo chiều 5/6 về kỳ họp thứ 9 HĐND tỉnh, ông Lúa cho biết …`; not `Trước đó, tại buổi họp báo, …`, which is another day's.
"""

from __future__ import annotations

from collections.abc import Iterator

from congressx.document import Document
from congressx.extractors.officials.clauses import ENDS, GROUP, SPEECH, Clause
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.skeleton import TITLE
from congressx.patterns import Pattern

_STATEMENT = Pattern(
    rf"\W*(?:[^{ENDS},;:]{{3,60}},\s*)?(?:(?:vào|cuối giờ|cuối|đầu giờ|đầu)\s+)?(?:sáng|trưa|chiều|tối|đêm|ngày|hôm)\s"
    rf"[^{ENDS},;:]{{1,25}},?\s*[{GROUP}{TITLE}]"
    rf"\s*[,-]?\s*(?:đã\s+)?(?:cho biết|cho hay|xác nhận|thông tin)(?!\p{{L}})"
)
_TO_THE_PRESS = Pattern(
    rf"{any_of('telling')}\s+(?:thêm\s+|nhanh\s+|riêng\s+|qua điện thoại\s+)?(?:với|tại|trên|trước)?\s*"
    rf"(?:cuộc |buổi )?(?!báo cáo){any_of('press')}|họp báo"
)
_OUTSIDE = Pattern(
    rf"\W*(?:(?:trước đó|cũng)\s*,?\s*)?(?:(?:ngày|sáng|chiều|tối)\s(?:(?:cùng ngày|nay|qua|hôm qua)|[\d/.-]*),?\s*)?"
    rf"(?:trao đổi\s+|trò chuyện\s+)?(?:"
    rf"như\s+(?:báo\s+)?{any_of('press')}[^,;:{ENDS}]{{0,20}}\s(?:đưa tin|thông tin|phản ánh)(?!\p{{L}})(?=[^{ENDS}]*,)|"
    rf"gặp(?:\s+gỡ|\s+riêng|\s+nhanh)?\s+{any_of('press')}(?=[^{ENDS}]*,)|"
    r"(?:ở\s+)?bên (?:lề|hành lang)(?!\p{L})|(?:trong\s+|vào\s+)?giờ (?:nghỉ\s+)?giải lao(?!\p{L})"
    r"|trong (?:bức\s+|lá\s+)?(?:thư|đơn|bài viết|bài báo|hồi ký)(?!\p{L})"
    rf"(?=[^{ENDS}]*,))"
)
"""`|Bên lề kỳ họp|, ông A cho biết`, `|Trong đơn gửi Huyện ủy|, bà B nêu`: said where no meeting is."""
_AT_A_MEETING = Pattern(
    r"(?<!\p{L})(?:tại|trong|ở|dự|mở đầu|kết thúc|khai mạc|bế mạc|chủ trì)\s+(?:phần\s+\p{L}+\s+(?:của\s+)?)?(?:các\s+)?"
    rf"{any_of('gathering')}(?!\s+(?:họp báo|sống|đời|chiến|cách mạng|đua|bầu cử|vận động|khủng hoảng"
    r"|hành động|mục tiêu|phát triển|công tác|kháng|hội đàm|điện đàm|đàm phán|phỏng vấn|tân|phúc thẩm|sơ thẩm|xử|xét xử|tòa"
    r"|đa phương|(?:\p{L}+\s+){1,2}và\s+(?:khu vực|quốc tế)"
    r"|(?:gặp|tiếp|tiếp xúc)(?:\s+(?:gỡ|mặt|riêng))?\s+(?:với\s+)?(?:các\s+)?"
    rf"(?:{any_of('press')}|chủ tịch|tổng thống|thủ tướng|ngoại trưởng|bộ trưởng)))"
    rf"|{any_of('gathered')}"
)
"""`|tại hội nghị|`; not `trong cuộc |hội đàm|`, `trong buổi |gặp mặt báo chí|`, `ở các diễn đàn |đa phương|`."""
_TOLD_OF = Pattern(rf"{any_of('telling')}(?:\s+thêm)?\s*(?:,|:|rằng|(?<!\p{{L}})là(?!\p{{L}})|[{SPEECH}])")
"""`ông A |cho biết,| trong phiên họp …`: what follows is told, and no frame of the telling."""
_ACCORDING = Pattern(rf"\W*(?:(?:cũng|vẫn|tuy nhiên|còn|trong khi đó)\s*,?\s*)?theo\s+[{GROUP}{TITLE}]\s*,")
"""`Theo ông A|, tại kỳ họp …`."""
_LATELY = Pattern(
    rf"(?<!\p{{L}})(?:tại|trong|ở)\s+{any_of('gathering')}[^,;.:{ENDS}]{{0,60}}\s(?:vừa qua|vừa rồi|gần đây|mới đây|năm ngoái)"
)
"""`tại kỳ họp HĐND thành phố vừa qua`: not the meeting that the article is about."""
_WRITTEN = Pattern(
    rf"\W*(?:tại|trong) (?:bản\s+)?(?:chỉ thị|công văn|công điện|văn bản|thông báo|thông cáo|bản kiểm điểm)(?!\p{{L}})(?=[^{ENDS}]*,)"
)
"""`|Tại chỉ thị số 1|, ông A nhấn mạnh`."""
_IN_A_BOOK = Pattern(r"(?<!\p{L})sổ (?:tang|lưu niệm|lưu bút|vàng)(?!\p{L})")
"""`Viết trong |sổ tang|, ông A bày tỏ`."""

_BESIDE_IT = r"(?:bên lề|bên hành lang|giờ (?:nghỉ\s+)?giải lao)(?!\p{L})"
_MANY_OF_THEM = r"(?<!\p{L})(?:nhiều|các|một số)\s"
_TOLD_ASIDE = Pattern(
    rf"{_BESIDE_IT}[^.]{{0,120}}?{_MANY_OF_THEM}[^.,;]{{3,80}}?"
    rf"(?:bày tỏ|cho rằng|chia sẻ|trao đổi|trả lời|nêu|đánh giá|nhận định|đồng tình|ủng hộ|kỳ vọng)"
    rf"|{_MANY_OF_THEM}(?:đại biểu|đbqh|ý kiến|cử tri|chuyên gia)[^.]{{3,120}}?(?:trao đổi|chia sẻ|trả lời|bày tỏ|nói)"
    rf"[^.,;]{{0,60}}?(?:{_BESIDE_IT}|với (?:báo chí|phóng viên|pv)(?!\p{{L}}))"
)
"""`|Bên lề kỳ họp, nhiều đại biểu bày tỏ| đồng tình`, `|nhiều đại biểu chia sẻ bên lề| kỳ họp`."""

_OPENING = 5
"""Sentences of the prose that tell what an article is about."""
_AT_CONFERENCE = Pattern(r"\W*(?:phát biểu\s+)?(?:tại|trong)\s+(?:buổi|cuộc)\s+họp báo(?!\p{L})[^.]{0,200}?,\s")
_CONFERENCE = Pattern(r"(?<!\p{L})(?:họp báo|giao ban báo chí)(?!\p{L})")
_NOT_HERE = Pattern(r"(?<!\p{L})(?:trước đó|sau đó|sẽ|dự kiến|từng|đề nghị|yêu cầu)(?!\p{L})")

_ASKED_ALONE = Pattern(r"(?<!\p{L})(?:phỏng vấn|trước đó|hôm trước|trong một lần|trong lần)(?!\p{L})")
_MANY = Pattern(r"(?<!\p{L})(?:họp báo|báo chí|báo giới|nhà báo|phóng viên|câu hỏi)(?!\p{L})")


def is_statement(clause: Clause) -> bool:
    """Whether an official tells something at a time: `Sáng 5/6, |ông A cho biết| Huyện ủy đã họp`."""
    return _STATEMENT.match(clause.spoken) is not None


def is_to_the_press(clause: Clause) -> bool:
    """Whether what is said is said to journalists or in writing, not at the meeting."""
    text = clause.spoken
    if any(place.match(text) for place in (_OUTSIDE, _WRITTEN)):
        return True
    return any(place.search(text) for place in (_IN_A_BOOK, _TO_THE_PRESS))


def is_at_a_meeting(clause: Clause) -> bool:
    """Whether the sentence itself says that it tells of a meeting: `tại buổi làm việc`, `phát biểu tham luận`.

    A meeting named only in what somebody says is none: `ông A cho biết, trong phiên họp sáng nay, Ban Thường vụ sẽ xem xét`.
    """
    meeting = _AT_A_MEETING.search(clause.spoken)
    if meeting is None or _LATELY.search(clause.spoken):
        return False
    if (according := _ACCORDING.match(clause.spoken)) and according.end() <= meeting.start():
        return False
    return _TOLD_OF.search(clause.spoken, 0, meeting.start()) is None


def is_at_conference(folded: str) -> bool:
    """Whether what a sentence has told to journalists was told to all of them: `trả lời báo chí`, not `trả lời báo Sông Lam`.

    >>> is_at_conference("trả lời câu hỏi của báo giới, ông lúa cho biết"), is_at_conference("trao đổi với vnexpress, ông lúa nói")
    (True, False)
    """
    return _MANY.search(folded) is not None and not _ASKED_ALONE.search(folded)


def is_of_conference(document: Document) -> bool:
    """Whether the opening of the article tells of a press conference that was held."""
    held = ((sentence, _CONFERENCE.search(sentence)) for sentence in _opening(document))
    return any(match is not None and not _NOT_HERE.search(sentence, 0, match.start()) for sentence, match in held)


def tells_of_conference(document: Document) -> bool:
    """Whether somebody is quoted from a press conference, wherever in the article: `Trong cuộc họp báo hôm qua, ông A thông báo`."""
    return any(_AT_CONFERENCE.match(sentence.folded) for sentence in document.prose)


def is_aside_of_meeting(document: Document) -> bool:
    """Whether the opening of the article says that it reports what was told beside a meeting: `Bên lề kỳ họp, nhiều đại biểu bày tỏ`."""
    return any(_TOLD_ASIDE.search(sentence) for sentence in _opening(document))


def _opening(document: Document) -> Iterator[str]:
    return (sentence.folded for sentence in document.prose[:_OPENING])
