"""Whether an award was handed out at the meeting or belongs to history, and what is no award yet."""

from __future__ import annotations

from congressx.document import Document, SectionKind, Sentence
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import phrase

STOP = r"(?<!(?<!\p{L})\p{L}{1,3})\.(?!\d)"
"""A full stop between sentences that a page glued together; behind at most three letters it is an abbreviation: `T.Ư`, `TP. HCM`."""
BOUNDARY = Pattern(rf"[;:]|{STOP}")
"""Between clauses."""
_NOW = Pattern(
    phrase(
        r"(?<!\p{L})(?:tại (?:đại hội|hội nghị|buổi|lễ|kỳ họp|phiên|cuộc)|(?:nhân )?(?:dịp|đợt) này|cũng (?:tại|trong"
        r"|nhân)|tiếp đó|ngay sau|sau khi|sau phần"
        r"|thừa ủy quyền|trong khuôn khổ|sáng nay|chiều nay|cuối (?:đại hội|hội nghị)|kết thúc (?:đại hội|hội nghị)"
        r"|theo đó)"
    )
)
_PAST = Pattern(
    phrase(
        r"(?<!\p{L})(?:từng|năm (?:19|20)\d\d(?! cho)|qua \d+ năm|(?:(?:\d+|\p{L}+) )?năm (?:vừa )?qua|nhiều năm|\d+ năm liền"
        r"|trong nhiệm kỳ|nhiệm kỳ (?:qua|\(?\d|[ivx]+(?!\p{L}))|(?:cả )?nhiệm kỳ vừa (?:qua|rồi)"
        r"|giai đoạn|những năm|trước đó|trong (?:\d+ )?năm|hằng năm|hàng năm|liên tục|các cấp|đến nay|thời gian qua)"
    )
)
_NOT_GIVEN = Pattern(
    phrase(
        r"(?<!\p{L})(?:đề nghị|đề xuất|kiến nghị|xét tặng"
        r"|trình(?= (?:chủ tịch|thủ tướng|chính phủ|ubnd|ủy ban|ban|hội đồng|quốc hội|cấp|bộ|các|xem|xét|đề|khen))"
        r"|hồ sơ|(?<!đạt |đủ )tiêu chuẩn|điều kiện|thu hồi|tước"
        r"|phấn đấu|đăng ký|sẽ|chỉ tiêu|mục tiêu|giữ vững"
        r"|xứng đáng|bình chọn|quyết tâm|dự kiến|không được|chưa được|(?<!(?<!\p{L})năm (?:19|20)\d\d [^;:,]{0,60})tiếp tục"
        r"|xây dựng|tổ chức bình xét|hướng tới"
        r"|nếu|quy định)(?!\p{L})"
    )
)


_HELD_AGAINST_AIMS = Pattern(
    phrase(
        r"\([^()]*\)|(?<!\p{L})(?:đạt|vượt|bằng|so với)(?: (?:hơn|gần|trên))?"
        r"(?: [\d.,]+\s*%?)?(?: \p{L}+){0,3} (?:chỉ tiêu|mục tiêu)(?!\p{L})"
    )
)
"""`kết nạp 9 đảng viên (chỉ tiêu 8), vượt chỉ tiêu, trao Huy hiệu …`: what was reached is no aim"""
_REASON = Pattern(
    phrase(r"(?:với|vì|ghi nhận|do)(?: những| nhiều| các)? (?:thành tích|đóng góp|kết quả|công lao)[^,;.]*,")
)
"""`Với nhiều thành tích trong nhiệm kỳ 2010-2015, …`: a time of deeds, not of the award."""


def not_given(before: str) -> bool:
    """Whether the clause `before` an award, folded, says that it is asked for, planned, aimed at or taken away."""
    clause = BOUNDARY.split(_HELD_AGAINST_AIMS.sub(" ", before))[-1]
    return _NOT_GIVEN.search(clause) is not None


def is_now(before: str) -> bool:
    """Whether the folded words say that something is done at the meeting."""
    return _NOW.search(before) is not None


def is_past(before: str) -> bool:
    """Whether the folded words tell of a time before the meeting."""
    return _PAST.search(before) is not None


def at_meeting(document: Document, sentence: Sentence, start: int, *, history: bool = False) -> bool:
    """Whether the award at `start` was handed out there: words of its sentence, else of the sentence above.

    `history` is the answer's other side when no word tells: titles of honour that somebody has.
    """
    before = _REASON.sub(" ", sentence.folded[:start])
    if _NOW.search(before):
        return True
    if is_past(before):
        return False
    if sentence.section is SectionKind.CAPTION:
        return True
    for above in reversed(document.sentences[max(0, sentence.index - 1) : sentence.index]):
        if above.section is not sentence.section:
            break
        if _NOW.search(above.folded):
            return True
        if is_past(above.folded):
            return False
    return not history
