"""Offices in front of a name that are somebody else's: `Thừa ủy quyền của |Chủ tịch UBND tỉnh|, Giám đốc Sở Y tế A trình bày`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congressx.extractors.officials.offices import OFFICES_OF_ONE
from congressx.extractors.officials.titles import Title
from congressx.patterns import Pattern

_FOR_ANOTHER = Pattern(
    r"(?:^\W*|[,;.]\s*)(?:thừa|theo|được|được sự)\s+ủy quyền(?:\s+của)?\s+$|(?:^\W*|[,;.]\s*)thay mặt\s+$"
    r"|(?:^\W*|[;.]\s*)(?:phát biểu\s+)?(?:(?:sau|trước|ngay|trong)\s+)?khi\s+(?:trao|công bố)\s+quyết định[^,;.]{0,40}\scho\s+tân\s+$"
)
"""`Thừa ủy quyền của |Chủ tịch UBND tỉnh|, Giám đốc Sở Y tế A trình bày`: the first office is another's."""
_GETS = Pattern(r"(?<!\p{L})(?:làm|giữ chức(?: vụ| danh)?|trở thành|nhận chức)\s+$")
_SPOKEN_OF = Pattern(r"(?:^|[,;:.])[^,;:.]*[\p{L}] (?:với|của|về|cho|như|đối với)\s+$")
_GOES_ON = Pattern(
    r"\s+(?:đề nghị|yêu cầu|cho rằng|nói|nhấn mạnh|khẳng định|cho biết|cho hay|đánh giá|lưu ý|mong|chúc|chỉ rõ|nêu|đã|cũng"
    r"|hoan nghênh|ghi nhận|bày tỏ|cam kết|chia sẻ|trình bày|thông tin|cảm ơn)(?!\p{L})"
)


def opens_with_another(text: str, place: int) -> bool:
    """Whether the first title of the stack at `place` is of whom somebody speaks for."""
    return _FOR_ANOTHER.search(text, 0, place) is not None


def is_given_before(text: str, place: int, persons: Iterable[int]) -> bool:
    """Whether somebody named before gets what the stack begins with: `A được điều động |làm Bí thư Tỉnh ủy|, Phó Bí thư B thay`."""
    verb = _GETS.search(text, 0, place)
    return verb is not None and any(person < verb.start() for person in persons)


def is_who_speaks(text: str, person: int, place: int, titles: Sequence[Title]) -> bool:
    """Whether the office is another's, who goes on: the name before it is only spoken of."""
    if len(titles) != 1 or titles[0].office not in OFFICES_OF_ONE or text[person + 1 : place].strip() != ",":
        return False
    spoken_of = _SPOKEN_OF.search(text[:person])
    return spoken_of is not None and _GOES_ON.match(text, place + 1) is not None
