"""Who was elected, as votes and lists of winners tell: `A đạt 88% số phiếu bầu`, `B là một trong những người tái cử`."""

from __future__ import annotations

from congressx.extractors.officials.clauses import ENDS
from congressx.extractors.officials.lexicon import any_of
from congressx.patterns import Pattern

_ELECTED = Pattern(
    r"(?<!(?:không|chưa|sẽ)\s)(?<!\p{L})(?:trúng|đắc|tái) cử(?!\p{L})"
    rf"(?![^;]*\s(?:không|chưa|rút|trượt|rớt)(?!\p{{L}}))[^;{ENDS}]{{0,120}}$"
)
_MOST_VOTES = Pattern(r"(?<!\p{L})(?:số|tỷ lệ)\s+phiếu\s+bầu\s+(?:cao|thấp)\s+nhất\s+(?:là|thuộc về)\s*$")
_VOTES = Pattern(
    r"\s*[(:-]?\s*(?:(?:đạt|với|được|có|(?:trúng|đắc) cử với)\s+)?\d[\d/.,]*\s*(?:phiếu|%)(?:\s+(?:thuận|bầu|tín nhiệm))?"
    r"(?:\s*[,(]?\s*\d[\d.,]*\s*%)?\s*\)?\s*[,;]\s*(?:và\s+)?"
)
"""`Trúng cử: A |45 phiếu,| B |41 phiếu,| C`."""
_OUTPOLLED = Pattern(
    rf"[\s-]+(?:đạt|có|giành|giành được|được)\s(?:[^,;.{ENDS}]|[,.](?=\d)){{0,40}}phiếu bầu(?!\p{{L}})"
)
"""`A |đạt số phiếu bầu| cao nhất với 88%`: among the results of an election."""
_WON_WITH = Pattern(
    rf"[\s-]+(?:đã\s+)?(?:trúng|đắc|tái đắc|tái) cử\s+(?:[^,;.{ENDS}]|[,.](?=\d)){{0,40}}?\d[\d.,]*\s*%"
)
"""`A |trúng cử với 91,3%| số phiếu, B 100%`."""
_NEW_BODY = (
    r"(?<!(?:không|chưa)\s+)(?<!\p{L})(?:có tên|góp mặt|có mặt|nằm)\s+trong\s+"
    rf"(?:(?:danh sách|số)\s+(?:(?:các|những)\s+)?(?:người\s+|ủy viên\s+)?(?:trúng|đắc) cử(?!\p{{L}})"
    rf"|{any_of('committee')}[^,;.:{ENDS}]{{0,40}}?\s(?:khóa mới|nhiệm kỳ mới|mới)(?!\p{{L}}))"
)
"""`Cũng |góp mặt trong Ban Chấp hành mới|, A`."""
_IN_NEW_BODY = Pattern(
    rf"(?:^|[,;.])\W*(?:cũng\s+)?{_NEW_BODY}(?:[^,;.:{ENDS}]{{0,40}},|\s+(?:còn\s+)?(?:có|là|gồm):?)\s*$"
)
_IS_ELECTED = Pattern(
    rf"[\s,-]*(?:(?:cũng|tiếp tục|đều|đã)\s+)*(?:{_NEW_BODY}"
    r"|(?:là\s+(?:một\s+(?:trong\s+(?:số\s+)?)?)?|trong\s+số\s+)(?:(?:các|những|\d+)\s+)?"
    rf"(?:người|gương mặt|ủy viên|cán bộ|đại biểu)\s[^,;.:{ENDS}]{{0,30}}?(?:trúng|đắc|tái|tái đắc)\s+cử(?!\p{{L}})"
    r"|được\s+(?:tín nhiệm\s+)?(?:bầu(?:\s+lại)?|tái bổ nhiệm|bổ nhiệm lại)"
    r"(?=\s*(?:$|[.;,]|với\s|từ\s+(?:ngày\s+)?\d{1,2}[/-]\d{1,2}(?![/\d-]))))"
)
"""`A |là một trong những người khóa trước tái cử|`, `A |được bầu |với 98% phiếu`: whatever the seat is."""
_SHARE = Pattern(r"[\s-]+(?:với\s+)?\d[\d.,]*\s*%")


class Votes:
    """Who won among the persons of a sentence, asked in text order."""

    def __init__(self) -> None:
        self.polled = False
        """Whether somebody before was among the results of a ballot; the next ones in the list have a bare number."""

    def has_won(self, behind: str) -> bool:
        """Whether the words behind a person tell that the person won."""
        return _IS_ELECTED.match(behind) is not None or self._is_outpolled(behind)

    def _is_outpolled(self, behind: str) -> bool:
        if "tín nhiệm" in behind or ("%" not in behind and "phiếu bầu" not in behind):
            return False
        if _OUTPOLLED.match(behind) or _WON_WITH.match(behind):
            self.polled = True
            return True
        return self.polled and _SHARE.match(behind) is not None


def has_votes(between: str) -> bool:
    """Whether only the votes of the one before stand between two who were elected."""
    return _VOTES.fullmatch(between) is not None


def heads_elected(head: str) -> bool:
    """Whether a list of those who were elected follows: `Trúng cử với số phiếu cao |có A|`."""
    return _ELECTED.search(head) is not None


def names_winner(before: str) -> bool:
    """`Số phiếu bầu cao nhất thuộc về |A|`, `Góp mặt trong Ban Chấp hành mới có |A|`."""
    if "phiếu bầu" in before and _MOST_VOTES.search(before):
        return True
    return "trong" in before and _IN_NEW_BODY.search(before) is not None
