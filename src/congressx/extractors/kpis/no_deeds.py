"""Counts that tell of no deed: said before, asked about, what might be, the size of a class, honours, what one person did for himself."""

from __future__ import annotations

from congressx.extractors.kpis.figure import Sight
from congressx.extractors.kpis.measuring import ONE_PERSON, OWN_AFFAIRS, is_of_one_case
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.patterns import Pattern

_MEMBERS = Pattern(r"\s+(?:với|có|gồm)\s+(?:hơn\s+|gần\s+|trên\s+)?[\d.]+\s+(?:đảng viên|hội viên|đoàn viên)")
_SAID_BEFORE = Pattern(r"(?:\s+\p{L}+){0,4}?\s+(?:nêu trên|nói trên|kể trên|vừa nêu|trên đây)(?!\p{L})")
_BLAMED = Pattern(
    r"(?<!\p{L})(?:thiếu trách nhiệm|vi phạm|sai phạm|khuyết điểm|buông lỏng)(?!\p{L})[^;.]{0,40}?\strong (?:việc|quá trình|công tác)"
    r"(?: \p{L}+){0,5} $"
)
"""`bị khiển trách vì thiếu trách nhiệm trong việc cấp 23 giấy phép`."""
_NUMBERED = Pattern(r"\s+(?:(?:mang|có|đánh) )?số \d")
"""`sáu quận mang số 1, 3, 5`."""
_FULLY = Pattern(r"(?<!\p{L})đủ (?:cả )?$")
_DOSE = Pattern(r"(?:liều|mũi)(?!\p{L})")
"""`tiêm đủ 2 liều vắc-xin cho 91.200 người`: how much each was given."""
_DIVIDED = Pattern(r"(?<!\p{L})chia(?: \p{L}+){0,3}? (?:thành|làm|ra)\s*$")
"""`đại hội chia làm 6 tổ thảo luận`."""
_MIGHT = Pattern(r"(?<!\p{L})(?:có thể|hãy|thử|giả sử|chẳng hạn|ví dụ)\s+(?:\p{L}+\s+){0,3}$")
_ASKS = Pattern(
    r"(?<!\p{L})(?:yêu cầu|đề nghị|cần|phải|sẽ|để)\s+(?:\p{L}+\s+){0,4}?làm rõ(?!\p{L})|(?<!\p{L})(?:tái )?chất vấn(?!\p{L})"
    r"|(?<!\p{L})(?:tại sao|vì sao)(?!\p{L})"
)
"""What a councillor asks about is no result: `yêu cầu làm rõ việc quản lý 40 biệt thự`."""
_REPRESENTED = Pattern(
    r"(?<!\p{L})(?:(?:đại diện|thay mặt)(?: cho| của)?|(?:đồng lòng|đồng thuận|đoàn kết|tin tưởng|gắn bó|niềm tin) của)"
    r"\s*(?:hơn |gần |trên |khoảng )?$"
)
"""`đại diện 2.000 doanh nghiệp`, `sự đồng lòng của gần 1.000 người lao động`: those spoken for are no achievement."""
_BOUGHT = Pattern(rf"{ONE_PERSON}(?:{OWN_AFFAIRS}|nhận|tặng)(?!\p{{L}})")


_PRAISES = Pattern(
    r"(?<!\p{L})(?:biểu dương|khen thưởng|tuyên dương|tôn vinh|khen ngợi)(?:,? khen thưởng)?(?: cho)?\s*(?:hơn |gần |trên )?$"
)
_THE_PRAISED = Pattern(
    r"(?:đảng viên|đồng chí|cá nhân|tập thể|chi bộ|đảng bộ|đơn vị|cán bộ|đoàn viên|hội viên)(?: \p{L}+){0,3}? "
    r"(?:hoàn thành|đạt|có thành tích|tiêu biểu|xuất sắc)(?!\p{L})"
)
"""Those commended are another kind's: `biểu dương 22 đảng viên hoàn thành xuất sắc nhiệm vụ`."""
_GIVES = Pattern(
    r"(?<!\p{L})(?:trao tặng|trao|tặng|biểu dương|tuyên dương|tôn vinh|khen thưởng|khen)(?: cho| thưởng)?\s*(?:hơn |gần |trên )?$"
)
_OCCASION = Pattern(
    r"(?<!\p{L})(?:(?:nhân )?dịp này|(?:tại|trong|ngay tại) (?:đại hội|hội nghị|buổi lễ|lễ|chương trình|kỳ họp|buổi (?:làm việc|gặp mặt))"
    r"|^(?:đại hội|hội nghị|ban tổ chức|đoàn công tác))(?!\p{L})[^;]{0,60}$"
)
"""What is handed out on the spot: `dịp này, quận biểu dương 20 gương điển hình`, `đại hội tặng 15 sổ tiết kiệm`."""
_THE_GOOD = Pattern(r"(?:tấm )?(?:gương|điển hình)(?!\p{L})")
_OF_MOVEMENT = 1_000
"""So many examples are those of a movement, not of one occasion."""
_HONOURED = r"được (?:\p{L}+ ){0,2}?(?:khen thưởng|khen|biểu dương|tuyên dương|tôn vinh|vinh danh)(?!\p{L})"
_PRAISED = Pattern(rf"[^;.]{{0,60}}(?<!\p{{L}}){_HONOURED}")


def _is_handed_out(sight: Sight) -> bool:
    given = _GIVES.search(sight.left(30))
    if given is None:
        return False
    return _OCCASION.search(sight.folded, 0, max(0, sight.at - 30) + given.start()) is not None


_PERSONS_PRAISED = Pattern(rf"(?:\s(?!(?:để|mà|và|cho|của)(?!\p{{L}}))\p{{L}}+){{0,8}}?\s+{_HONOURED}")
_MERE_MEMBERS = frozenset({"đảng viên", "đoàn viên", "hội viên", "đồng chí", "người"})


def _are_persons_praised(sight: Sight, noun: Noun) -> bool:
    """`600 đảng viên được tuyên dương`, `60 nông dân được đại hội vinh danh`: honours, no achievement."""
    if noun.kind is not NounKind.PEOPLE or sight.quantity.value >= _OF_MOVEMENT:
        return False
    if _PRAISES.search(sight.left(30)) and noun.span.of(sight.folded) in _MERE_MEMBERS:
        return True
    return _PERSONS_PRAISED.match(sight.folded, noun.span.stop) is not None


def _is_praised(sight: Sight, noun: Noun) -> bool:
    folded = sight.folded
    if _are_persons_praised(sight, noun):
        return True
    if _PRAISES.search(sight.left(30)) and _THE_PRAISED.match(folded, noun.span.start):
        return True
    good = sight.quantity.value < _OF_MOVEMENT and _THE_GOOD.match(folded, noun.span.start) is not None
    return good and _PRAISED.match(folded, noun.span.stop) is not None


_POPULATION = Pattern(r"dân(?!\s+(?:nhập cư|nghèo|thiếu|chưa|được|bị|không|có|sử dụng|di cư|hài lòng)(?!\p{L}))")
_OF_POPULATION = Pattern(r"(?<!\p{L})(?:(?:dân số|số dân)(?!\p{L})|(?:là|với) $)")
"""`dân số 10 triệu`, and a number that something is said to be: `đông nhất là 61.000 dân`, `đứng thứ hai với 420.000 dân`."""


def _is_population(sight: Sight, noun: Noun) -> bool:
    """`thành phố có 10 triệu dân`: how large a place is, in passing; `dân số 10 triệu người` reports it."""
    if sight.deed is not None or noun.span.of(sight.folded) != "dân":
        return False
    named = _OF_POPULATION.search(sight.folded, sight.start, sight.at) is not None
    return not named and _POPULATION.match(sight.folded, noun.span.start) is not None


_THERE_ARE = Pattern(r"(?<!\p{L})(?:còn|có)\s*$")
_COMPLAIN = Pattern(r"(?: (?!(?:được|đã|bị|chưa|không)(?!\p{L}))\p{L}+){0,3}? (?:khiếu nại|khiếu kiện)(?!\p{L})")


def _complain(sight: Sight, noun: Noun) -> bool:
    """`vẫn còn hơn 80 hộ dân khiếu nại`: what they think of a project is no figure of it; those received or answered are one."""
    if noun.kind is not NounKind.PEOPLE or noun.span.of(sight.folded).startswith("lượt"):
        return False
    if _THERE_ARE.search(sight.left(12)) is None:
        return False
    return _COMPLAIN.match(sight.folded, noun.span.stop) is not None


_BEFORE = (_MIGHT, _ASKS, _DIVIDED)
_BEHIND = (_MEMBERS, _NUMBERED, _SAID_BEFORE)


def is_no_deed(sight: Sight, noun: Noun) -> bool:
    """Whether a count tells of none; an organisation's size (`70 chi bộ với 4.300 đảng viên`) is one of them."""
    folded = sight.folded
    if any(words.search(folded, sight.start, sight.at) for words in _BEFORE) or _BOUGHT.match(
        folded, sight.start, sight.at
    ):
        return True
    if any(words.match(folded, noun.span.stop) for words in _BEHIND):
        return True
    if _BLAMED.search(folded, 0, sight.quantity.number.start) or _REPRESENTED.search(sight.left(32)):
        return True
    if _is_population(sight, noun) or _complain(sight, noun) or is_of_one_case(sight):
        return True
    is_dose = _FULLY.search(sight.left(8)) is not None and _DOSE.match(folded, noun.span.start) is not None
    return is_dose or _bounds_class(sight, noun) or _is_handed_out(sight) or _is_praised(sight, noun)


_CLASS = Pattern(
    r"(?<!\p{L})(?:doanh nghiệp|đơn vị|cơ sở|cơ quan|công ty|nơi|hợp tác xã|chi bộ|hộ)(?: \p{L}+){0,4} (?:có|sử dụng)"
    r" (?:từ|ít nhất|tối thiểu|trên|hơn) $"
)
_AND_MORE = Pattern(r"(?:\s\p{L}+){0,2}\s+(?:trở lên|thì|đều phải|phải)(?!\p{L})")


def _bounds_class(sight: Sight, noun: Noun) -> bool:
    """`100% doanh nghiệp có từ 20 lao động trở lên`: how large those are that are spoken of."""
    at = sight.quantity.number.start
    return _CLASS.search(sight.folded, 0, at) is not None and _AND_MORE.match(sight.folded, noun.span.stop) is not None
