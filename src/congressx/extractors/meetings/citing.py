"""Names of meetings that are no meetings here, and words around a name that only cite it."""

from __future__ import annotations

from functools import cache

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.letters import LETTER, UPPER
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.spelling import phrase

# --- no meeting of the article ----------------------------------------------------------------------------------------

_FOREIGN = Pattern(
    phrase(
        r"trung quốc|đảng cộng sản (?:trung|cuba|liên xô|pháp|nhật)|nhân dân cách mạng lào|đại hội đồng|lhq"
        r"|liên h(?:ợp|iệp) quốc"
    )
)
_GENERIC = Pattern(
    phrase(
        r"(?:đại hội|đh|hội nghị)(?: \w+){0,4}? (?:(?:các|mọi|từng) cấp|cấp (?:cơ sở|trên|huyện|xã|tỉnh)|của \d+)(?!\w)"
    )
)
_HOLDERS = r"(?:chi bộ|đảng bộ|tổ chức|chi hội|cơ sở|đơn vị|công đoàn|xã|huyện|tỉnh)"
_COUNTED_HOLDERS = Pattern(
    phrase(
        rf"(?<![\d/.-])(?<!(?:ngày|sáng|chiều|tối|hôm) )(?:\d+/\d{{1,3}} {_HOLDERS}[^;.()]{{0,90}}"
        rf"|\d{{1,3}}(?:\.\d{{3}})? {_HOLDERS}[^,;.()]{{0,40}}|các {_HOLDERS}[^,;.()]{{0,60}} lần lượt (?:đã )?)"
        r"(?:tổ chức|hoàn thành|tiến hành)(?: xong| thành công)? $"
    )
)
"""`186/214 chi bộ hoàn thành đại hội`, `các chi bộ lần lượt tiến hành đại hội` are many meetings."""
_AIM = Pattern(phrase(r"(?:mà|do|nhiệm vụ|mục tiêu|chỉ tiêu|chủ trương|phương hướng) $"))
_SET_OUT = Pattern(phrase(r" (?:đã )?(?:đề ra|đặt ra|xác định|giao|quyết nghị)(?!\w)"))
"""`12 nhóm giải pháp mà Đại hội XIII đề ra`: words before and behind a meeting that only set something."""


def is_nobodys(folded: str, span: Span) -> bool:
    """Whether a name is that of no meeting here: a foreign one, those of all levels, one that only set an aim."""
    return bool(
        _FOREIGN.search(folded, span.start, span.stop)
        or _GENERIC.match(folded, span.start, span.stop)
        or _COUNTED_HOLDERS.search(folded, max(0, span.start - 130), span.start)
        or (_AIM.search(folded, max(0, span.start - 12), span.start) and _SET_OUT.match(folded, span.stop))
    )


# --- only cited -------------------------------------------------------------------------------------------------------


@cache
def _citing() -> Pattern:
    words = alternation(entries("citing_words.txt", __package__))
    return Pattern(
        rf"(?<![{LETTER}\d])(?<!{_SPEECH}|tiếp tục (?=chương trình)|chương (?=trình)|(?:đã|vừa) (?=tổ chức)"
        rf"|(?:thứ|đợt) (?=hai|ba)|(?:tổ chức|tiến hành|hoàn thành) (?=thành công))(?:{words})"
        r"(?:\s+(?:của|các|những|một|cuộc|tại|cho))*\s+$"
    )


_SPEECH = phrase(r"phát biểu ")
"""`phát biểu kết luận hội nghị` is said at it; `trong ngày làm việc thứ ba của Đại hội` counts days, not congresses."""
_CITED_BEHIND = Pattern(
    phrase(
        r"^ (?:vừa qua|vừa rồi|trước(?: đó| đây)?(?! (?:kỳ|phiên|khi|thềm|đại hội|hội nghị|ngày|và|các"
        r"|\d))|lần trước|gần đây|tiếp theo|tới(?: đây)?|sắp tới|sắp đến|kế tiếp|đó"
        r"|ấy|nào|các cấp)(?!\w)"
    )
)
_DELEGATION = Pattern(
    phrase(
        r"(?:bầu|đoàn đại biểu|được cử|trúng cử|phiếu)(?!.*(?:tại|khai mạc|(?<!\w)khi(?!\w))).*(?:đi |về |tham )?dự $"
    )
)
_NO_EVENT = Pattern(
    phrase(
        r"(?<!\w)(?:trước khi|việc|công tác|chuẩn bị|kế hoạch|để|nhằm|chỉ đạo|hướng dẫn|tập trung|về|cho phép"
        r"|thời gian|thời điểm"
        r"|tiến độ|điều kiện|quy trình|(?<!(?:[/.-]\d{1,4}|nay),? )khi"
        r"|phải|cần|nên|sớm|chưa|(?:chưa|không|có) thể|muốn|xin|góp phần|phấn đấu|quyết tâm"
        r"|bảo đảm|đảm bảo|phục vụ)"
        r" (?:tổ chức|tiến hành|triển khai|mở|khai mạc|diễn ra)(?: tốt| thành công)? $"
    )
)
"""`trước khi tiến hành đại hội`, `công tác tổ chức đại hội`: an intention, no event; `ngày 22/5, khi tổ chức hội nghị …` is one."""
_OVER = Pattern(phrase(r"sau khi (?:kết thúc|bế mạc|tham dự|dự) $"))
"""`Sau khi kết thúc phiên họp tổ, tại cuộc họp riêng …`: the other meeting is told."""
_INTENDED = Pattern(
    phrase(
        r"(?<!\w)(?:để|(?:sẽ|để) trình|đề nghị) (?:quốc hội|hđnd|trung ương)(?!\w)[^,;.]{0,90} (?:ngay )?(?:tại|trong|vào) $"
    )
)
"""`giới thiệu ông … để Quốc hội bầu giữ chức vụ … tại kỳ họp thứ 6`: what shall be done at another meeting."""
_ABOUT_IT = Pattern(
    phrase(
        r"(?:họp báo|giao ban|tiếp xúc|gặp gỡ|đối thoại|thông báo nhanh)[^.;]{0,120} (?:về|kết quả|giới thiệu|nội dung"
        r"|dự kiến chương trình|báo cáo)(?: của)? $"
    )
)
"""`họp báo giới thiệu về kỳ họp thứ 4`, `tiếp xúc cử tri …, báo cáo kết quả kỳ họp thứ 3`: what another meeting is about."""


_IN_A_NAME = Pattern(rf"[{UPPER}]\p{{L}}*\s+[{UPPER}]$")
"""`Bí thư Lê Thiện Nhân tại hội nghị`: the last word of somebody's name cites nothing."""
_BEFORE = ((_NO_EVENT, 45), (_OVER, 25), (_INTENDED, 130), (_ABOUT_IT, 170), (_DELEGATION, 120))
"""What cites from before a name, and within how many code points it begins."""
_REACH = 45
"""Code points before a name within which a citing word stands."""


_ANY = Pattern(phrase(r"(?<!(?:có|là|tổ chức) )một (?:hội nghị|đại hội|kỳ họp)"))


def is_any(folded: str, span: Span) -> bool:
    """`tại một hội nghị diễn ra ngày 28-2`: any meeting, not the one that is told."""
    return _ANY.fullmatch(folded, max(0, span.start - 4), span.stop) is not None


def is_cited(folded: str, cased: str, span: Span) -> bool:
    """Whether the words around a name only cite it: `nghị quyết đại hội`, `chuẩn bị đại hội`, `kỳ họp trước`."""
    start = span.start
    if any(pattern.search(folded, max(0, start - reach), start) for pattern, reach in _BEFORE):
        return True
    if _CITED_BEHIND.match(folded[span.stop : span.stop + 16]):
        return True
    citing = _citing().search(folded, max(0, start - _REACH), start)
    return citing is not None and not _IN_A_NAME.search(cased, 0, citing.start() + 1)
