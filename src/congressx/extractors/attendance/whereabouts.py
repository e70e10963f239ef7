"""A number of attendees in its sentence, and the words that more than one reading of it looks for."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from congressx.extractors.attendance.attendees import Attendees
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A number of attendees in its folded sentence."""

    folded: str
    number: Span
    who: Attendees

    @property
    def shared(self) -> bool:
        """Whether it is so many of so many, or all of them."""
        return self.all_of_them or "/" in self.number.of(self.folded)

    @property
    def all_of_them(self) -> bool:
        """Whether it is `toàn thể` or a share, `100%`."""
        number = self.number.of(self.folded)
        return number.startswith("toàn") or "%" in number

    @property
    def least(self) -> int:
        """How many there are at least."""
        digits = _DIGITS.search(self.number.of(self.folded))
        return 0 if digits is None else int(digits.group().replace(".", ""))

    @property
    def noun(self) -> str:
        """The noun for those who are counted."""
        return self.who.span.of(self.folded)

    @property
    def before(self) -> str:
        """The sentence before the number."""
        return self.folded[max(0, self.number.start - 420) : self.number.start]

    @property
    def clause(self) -> str:
        """The words right before the number, as far as the last comma or semicolon."""
        return regex.split(r"[,;:](?!\d)", self.before)[-1][-110:]

    @property
    def behind(self) -> str:
        """The sentence behind the noun."""
        return self.folded[self.who.span.stop :]


_DIGITS = Pattern(r"\d+(?:\.\d{3})*")
PRESENCE = (
    r"(?<!\w)(?<!không )(?:có mặt|tham dự|tham gia(?! (?:ban|khảo sát|cấp ủy|bch|ứng cử|công tác|lực lượng|bảo hiểm"
    r"|học|phong trào|hiến|ý kiến|góp"
    r"|đóng|giao thông|thị trường|sản xuất|mô hình))|về dự|đến dự|tới dự|cùng dự|dự(?! kiến| thảo| án| toán| báo| bị"
    r"| nguồn| khuyết)"
    r"|(?:về|đến|tới) họp|chứng kiến|quy tụ|hiện diện|góp mặt|tề tựu|thu hút|đông đủ)(?!\w)"
)
MEETING = (
    r"(?:đại hội|hội nghị|kỳ họp|phiên|buổi(?! (?:ban )?đầu)|hội thảo|cuộc họp|tọa đàm|diễn đàn|lễ (?:trao|kết nạp|kỷ niệm|công bố"
    r"|mít tinh|khai giảng|bế giảng|khai mạc|bế mạc|ra mắt)"
    r"|lớp (?:bồi dưỡng|tập huấn|học)"
    r"|điểm cầu"
    r"|tiếp xúc|họp)"
)
MEETS = Pattern(phrase(MEETING))
_PRESENT_FIRST = Pattern(phrase(rf"^{PRESENCE}"))
RIGHT_BEFORE = Pattern(
    phrase(
        rf"(?:sự (?:tham dự|tham gia|có mặt|hiện diện|góp mặt)(?: đầy đủ| đông đủ)? của"
        rf"|(?:{PRESENCE}(?: họp)?|(?<!\w)có mặt (?:tại )?(?:đại hội|hội nghị|kỳ họp|buổi lễ))(?: còn)?(?: có| là| gồm"
        rf"| lên tới| lên đến|\s*:)?) $"
    )
)
"""`với sự tham dự của 244 đại biểu`, `Tham dự có 182 đảng viên`."""

BREAKDOWN = Pattern(
    phrase(r"(?:trong đó|trong số này|bao gồm|(?<!\w)(?<!đại hội )(?<!hội nghị )(?<!kỳ họp )gồm)[^.;]{0,130}$")
)


def names_a_meeting(where: Whereabouts) -> bool:
    """Whether the sentence says that there is a meeting, or begins with who attends."""
    return MEETS.search(where.folded) is not None or _PRESENT_FIRST.search(where.folded) is not None
