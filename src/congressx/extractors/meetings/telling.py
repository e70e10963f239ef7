"""What a sentence tells of a meeting it names: that it is held, is to come, is the scene, or is only talked about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from congressx.extractors.meetings.naming import Head, MeetingName
from congressx.patterns import Pattern
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.letters import LETTER
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.spelling import phrase


@dataclass(frozen=True, slots=True)
class Telling:
    """How a sentence speaks of one meeting."""

    held: bool
    """A verb says that it takes place: `tổ chức Đại hội`, `Hội nghị diễn ra`, `Đại hội bầu …`."""
    scene: bool
    """Something happens at it: `tại hội nghị`, `chủ trì kỳ họp`."""
    past: bool
    """The verb says that it has been held: `đã diễn ra`."""
    planned: bool
    at_work: bool
    """The verb tells what is done at it: `buổi chiều đại hội sẽ tiến hành bầu cử`."""
    cancelled: bool
    talked_about: bool
    """Somebody speaks of it: `ông Lê An cho biết đại hội …`."""
    recalled: bool
    """The sentence looks back, or tells a life: `Trước đó, …`, `Năm 2015, ông được bầu …`."""


# --- verbs before and behind the name ---------------------------------------------------------------------------------

_ADVERBS = (
    r"(?:(?:đã|vừa|sẽ|sắp|đang|cũng|được|dự kiến|tiếp tục|long trọng|trọng thể|trang trọng|chính thức|bắt đầu|còn|cùng"
    r"|mới|tiến hành|nhóm"
    r"|vinh dự|được (?:[^,;.]{3,60}? )?(?:lựa )?chọn(?: làm)?(?: (?:đơn vị|chi bộ|đảng bộ|nơi))?(?: làm)?(?: điểm)?(?: để)?"
    r"|tưng bừng|phối hợp|phối hợp(?: với| cùng)? [^,;]{3,80}?),? )"
)
_HOLDING = (
    rf"{_ADVERBS}*(?:tổ chức|khai mạc|bế mạc|tiến hành|mở|đăng cai|họp|triệu tập|bước vào|hoàn thành|kết thúc|làm)"
)
HOLDING_BEFORE = Pattern(
    phrase(
        rf"(?:(?<!\w)(?P<verb>{_HOLDING})|(?<=\w)(?P<verb>tổ chức))"
        r"(?: xong| thành công| trọng thể| chương trình| khai mạc| phiên| đêm| ngày| thêm(?: một)?)? $"
    )
)
"""The holding verb right before a name; whoever holds the meeting stands before it, maybe with the blank lost."""
HAVING_BEFORE = Pattern(
    phrase(
        r"(?<!\w)(?P<verb>(?:đã|vừa|sẽ|tiếp tục) (?:có|tham gia|chủ trì)"
        r"|(?<=[\w)] )(?<!(?:không|chưa|từng|nếu|khi|phải|cần|để|nên|đó|lại|đều|còn|mà|nào|rằng|ra|chỉ|ít|hiếm|thường|mới|là) )có)"
        r"(?: một)? $"
    )
)
"""`Tổ đại biểu HĐND tỉnh (đã) có buổi tiếp xúc …`, `Huyện ủy Kim Sơn vừa có hội nghị …`."""
_HAD = frozenset({Head.TALK, Head.SESSION, Head.PART, Head.CONFERENCE})
_ASIDE = r"^[\s\")]*(?:\([^)]{0,60}\)\s*)?(?:,?\s*(?:với )?chủ đề:? \"[^\"]{3,160}\")?,?\s*"
"""What may stand between a name and its verb: `(kỳ họp bất thường)`, `với chủ đề "Tuổi trẻ Hà Phong"`."""
_HELD_BEHIND = Pattern(
    phrase(
        rf"{_ASIDE}(?P<verb>{_ADVERBS}*(?:khai mạc|bế mạc|diễn ra|tổ chức|kết thúc|thành công|hoàn thành|tiến hành"
        rf"|khép lại"
        r"|bước vào|họp|làm việc|kéo dài|mở màn|khởi đầu"
        r"|(?:mở|bắt đầu)(?= (?:(?:vào|từ|trong|lúc|tại) )?(?:hôm|ngày|sáng|chiều|tối|\d|hai|ba)(?!\w))))(?!\w)"
    )
)
_ACTS_BEHIND = Pattern(
    phrase(
        rf"{_ASIDE}(?P<verb>(?:đã|cũng|vừa|tiếp tục|sẽ)?\s*(?:bầu(?! cử)|ra mắt|hiệp thương|kiện toàn|thông qua|quyết định|nhất trí|đồng ý"
        rf"|biểu quyết|công bố"
        r"|bỏ phiếu|nghe|thảo luận|miễn nhiệm|không thông qua|bác|xem xét|đề ra|đánh giá|lấy ý kiến|lấy phiếu"
        r"|thống nhất|chấp thuận|tán thành|phê chuẩn"
        r"|tổng kết|làm công tác|tập trung|bàn))(?!\w)"
    )
)
_TAKES_PLACE = Pattern(
    phrase(
        r"(?<!\w)(?P<verb>(?:đã |sẽ )?(?:diễn ra|khai mạc|bế mạc)) $"
        r"|^(?P<verb>khai mạc)(?: vào)? (?:(?:sáng|chiều|tối) nay|hôm nay)[^,;.]{0,12}, $"
    )
)
"""`Chiều 5/6 khai mạc Hội nghị …`, `Khai mạc sáng nay (5/6), Hội nghị … sẽ bàn …`."""
_HELD_BY = Pattern(
    phrase(
        r"^[^;.]{0,60}?(?<!\w)do [^;]{3,120}?(?P<verb>tổ chức|chủ trì)"
        r"|^[\s\")]*,?(?P<verb> (?:(?:đã|vừa|sẽ|mới|cũng) )?được [^,;.]{5,90} (?:tổ chức|tiến hành|khai mạc))(?!\w)"
    )
)
"""`… do Quận ủy Hà Phong tổ chức`, `… vừa được Quận ủy Hà Phong tiến hành`."""
_SCENE_BEFORE = Pattern(
    phrase(
        r"(?:^|[\s,(])(?<!không )(?<!không tham )(?:tại|ở|trong|dự|tham dự|chủ trì|chủ tọa|điều hành|điều khiển|mở đầu"
        r"|khai mạc|bế mạc|kết thúc|tham gia"
        r"|phát biểu(?: (?:khai mạc|bế mạc|kết luận|tổng kết|chỉ đạo|trước|với))?|kết luận|(?:về )?kết quả|về nội dung"
        r"|(?:vào )?(?:cuối|đầu|sau) phiên (?:khai mạc|bế mạc)|lễ (?:khai mạc|bế mạc)|diễn văn (?:khai mạc|bế mạc)"
        r"|bên lề|trong khuôn khổ|tiếp tục|(?:tiếp tục|theo|trong) chương trình(?: làm việc)?(?: của)?)"
        r"(?: tại)?(?: (?:ngày|phiên|buổi) làm việc(?: (?:thứ )?[\w ]{1,8}?)?(?: của)?| phiên họp| sự kiện)? \"?$"
    )
)

# --- the sentence around ----------------------------------------------------------------------------------------------

_PAST = Pattern(phrase(r"(?<!\w)(?:đã|vừa)(?!\w)"))
_ACCORDING_TO = Pattern(phrase(r"^theo [^,;]* $"))
"""`Theo báo cáo tại phiên họp trước, …`: a source, no scene."""
_TO_COME = Pattern(phrase(r"(?<!\w)(?:sẽ|dự kiến|chuẩn bị|sắp|triệu tập)(?!\w)"))
_ENDING = Pattern(phrase(r"(?:bế mạc|kết thúc|khép lại)$"))
"""`Ngày mai, kỳ họp thứ 16 sẽ bế mạc`: what is to end is being held."""
_TO_COME_LATER = Pattern(
    phrase(
        rf"{_ASIDE}(?:diễn ra|(?:được )?tổ chức|kéo dài|khai mạc(?: vào)? (?=ngày|(?:(?:đầu|giữa|cuối) )?tháng|\d))"
        r"[^.;]{0,60} sẽ (?!tiếp tục)"
        rf"|{_ASIDE}(?:(?! (?:về|việc|rằng|những|các) )[^,.;]){{0,60}} sẽ (?:được )?(?:tiến hành|tổ chức|diễn ra|khai mạc)(?!\w)"
    )
)
"""`Kỳ họp … diễn ra từ ngày 3 đến 5/7 sẽ …`, `cuộc họp bầu bí thư mới sẽ được tiến hành`.

Not: `thông qua nghị quyết |về| ngày hội sẽ được tổ chức`, where the words of the purpose speak of something else.
"""
_EXPECTED_BEFORE = Pattern(
    phrase(r"(?:^|[,;:.] )(?:theo )?dự kiến,? $|(?:^(?:theo )?|, theo )dự kiến,? [^,;:.]{1,60},? $")
)
"""`Dự kiến, Đại hội … diễn ra từ ngày 5 đến 7/8`, `Dự kiến cuối tháng 8 UBND tỉnh tổ chức hội nghị …`."""
_ON_A_DAY = r"(?:vào |trong )?(?:(?:đầu |giữa |cuối )?tháng|ngày|sáng|chiều|tối)(?! nay)(?!\w)[^.,;:\"]{1,25}?"
_TO_COME_BEHIND = Pattern(
    phrase(
        rf"{_ASIDE}(?:{_ON_A_DAY},? )?(?:dự kiến )?sẽ (?!tiếp tục)"
        rf"|[^.,;:\"]{{0,60}}(?:, {_ON_A_DAY})?, (?:(?:các )?đại biểu|quốc hội|hđnd|hội đồng|ubnd|ủy ban|ub|ban|bch"
        r"|trung ương|(?:thành|tỉnh) ủy|thường (?:trực|vụ)|thành phố|tỉnh)(?!\w)(?:(?! đã )[^.,;:\"]){0,40} sẽ "
    )
)
"""`Trong kỳ họp HĐND huyện vào ngày 9/12, sẽ bầu …`, `Tại kỳ họp thứ 21 vào ngày mai, HĐND thành phố sẽ bầu …`."""
_TAKES_PLACE_VERB = Pattern(
    phrase(r"(?:tổ chức|khai mạc|bế mạc|diễn ra|họp|kết thúc|mở|triệu tập|kéo dài|được tiến hành)$")
)
_WILL_BE_SCENE = Pattern(
    phrase(
        r"(?<!\w)sẽ (?:[^,;.]{3,60} (?:tại|trong|ở)"
        r"|(?:[^,;.]{1,40} )?(?:tham dự|dự|tham gia|chủ trì|chủ tọa|điều khiển|điều hành)) $"
    )
)
"""`Đề án sẽ được thảo luận tại Hội nghị …`, `gần 500 đại biểu sẽ tham dự hội nghị …`, `sẽ điều hành phiên họp`."""
_CALLED_OFF = Pattern(phrase(r"(?<!\w)(?:hoãn|hủy|lùi|tạm dừng)(?!\w)(?! [^,;]* (?:tại|trong|ở) $)[^,;]*$"))
"""Not: `lùi việc thông qua |tại| phiên họp chiều 5/6`."""
_NEW_DAY = Pattern(
    phrase(r"(?<!\w)(?:dự kiến|(?:sang|đến|tới|vào) (?:ngày )?\d|sẽ (?:được )?(?:tổ chức|họp|diễn ra|khai mạc))")
)
"""A meeting put off to another day is still to come: `hoãn kỳ họp, dự kiến tổ chức vào ngày 17/12`."""
_RECALLING = Pattern(
    phrase(
        r"^[\"(]?\s?(?:trước đó|trước đây|năm (?:19|20)\d\d|(?:từ |đến |giữa |cuối |đầu )?(?:tháng|năm) \d|hồi (?!\d)|cách đây"
        r"|theo lịch sử|từng"
        r"|(?:ông|bà)(?: \w+){1,4} (?:sinh|từng|là con)|sinh (?:năm|ngày))|sinh (?:ngày|năm|trưởng)|quê quán|quê ở"
        r"|từng (?:là|giữ|kinh qua)"
        r"|trình độ (?:học vấn|chuyên môn)|kết nạp vào đảng"
    )
)
_OF_A_MONTH = Pattern(phrase(r"[^.;,]* ?\((?:hồi |cuối |đầu |giữa )?tháng \d{1,2}\s?[-/]\s?(?:19|20)\d\d\)"))
"""`tại Hội nghị Tỉnh ủy lần thứ 8 (tháng 7/2018)`: whoever reports a meeting names its day."""


@cache
def saying() -> Pattern:
    """Verbs of saying: what stands behind them is told by somebody."""
    words = alternation(entries("saying_words.txt", __package__))
    return Pattern(rf"(?<![{LETTER}])(?<!tiếng\s){_SAYS_NOTHING}(?:{words})(?![{LETTER}])")


_SAYS_NOTHING = phrase(r"(?!(?:nói (?:chung|riêng|trên)|kể (?:từ|cả|trên))(?!\w))")
"""`tiếng nói của hơn 1.600 đảng viên`, `kể từ đầu nhiệm kỳ`."""


OWN_WORDS = Pattern(
    phrase(
        r"(?<!\w)(?:cho biết|cho hay|thông báo|thông tin)(?: rằng)?,? "
        r"(?:đã|vừa|mới|sẽ)(?: mới)? (?:tổ chức|tiến hành|khai mạc|mở|có|họp)(?: xong)? $"
    )
)
"""`Ủy ban Kiểm tra Tỉnh ủy cho biết vừa tổ chức kỳ họp thứ 27`: the holder says it itself."""
_SUBJECT = Pattern(phrase(r"\w+ .*(?<!\w)(?:kỳ họp|đại hội|hội nghị)(?!\w)"))


def _is_about_another(name: MeetingName, folded: str) -> bool:
    """`cuộc họp báo về kỳ họp thứ 4 dự kiến diễn ra tuần sau`: it is the talk's subject that is to come."""
    return name.head is Head.TALK and _SUBJECT.match(folded, name.span.start, name.span.stop) is not None


def telling_of(name: MeetingName, folded: str) -> Telling:
    """How the folded sentence speaks of `name`."""
    before = folded[max(0, name.span.start - 130) : name.span.start]
    behind = "" if _is_about_another(name, folded) else folded[name.span.stop : name.span.stop + 260]
    verb = _verb(name, before, behind)
    said = saying().search(before)
    called_off = _CALLED_OFF.search(before[-25:]) is not None
    put_off = called_off and _NEW_DAY.search(behind) is not None
    scene = _SCENE_BEFORE.search(before) is not None and not _ACCORDING_TO.search(folded, 0, name.span.start)
    return Telling(
        held=verb is not None,
        scene=scene,
        past=verb is not None and _PAST.search(verb) is not None and "triệu tập" not in verb,
        planned=put_off
        or _EXPECTED_BEFORE.search(before) is not None
        or _is_to_come(verb, scene, behind)
        or (scene and _WILL_BE_SCENE.search(before) is not None),
        at_work=verb is not None and _TAKES_PLACE_VERB.search(verb) is None,
        cancelled=called_off and not put_off,
        talked_about=said is not None and not scene and not OWN_WORDS.search(before),
        recalled=_RECALLING.search(folded) is not None or _OF_A_MONTH.match(folded, name.span.start) is not None,
    )


def _verb(name: MeetingName, before: str, behind: str) -> str | None:
    """The words that say that the meeting takes place; of two verbs the one before the name."""
    found = (
        HOLDING_BEFORE.search(before)
        or _TAKES_PLACE.search(before)
        or _having(name, before)
        or _HELD_BEHIND.match(behind)
        or _HELD_BY.match(behind)
        or _ACTS_BEHIND.match(behind)
    )
    return None if found is None else found["verb"]


def _having(name: MeetingName, before: str) -> regex.Match[str] | None:
    """Who `có buổi tiếp xúc` holds it; of a conference who `vừa có` it, but who `sẽ chủ trì` it is an official."""
    having = HAVING_BEFORE.search(before) if name.head in _HAD else None
    if having is None or name.head is not Head.CONFERENCE:
        return having
    return having if having["verb"].endswith(" có") else None


def _is_to_come(verb: str | None, scene: bool, behind: str) -> bool:
    if verb is not None:
        ahead = _TO_COME.search(verb) is not None and _ENDING.search(verb) is None
        return ahead or _TO_COME_LATER.match(behind) is not None
    return scene and _TO_COME_BEHIND.match(behind) is not None
