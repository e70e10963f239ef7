"""When an office was held, as far as the words beside it say: `từ năm 2008 đến 2012 làm |Bí thư|`, `làm |Giám đốc| từ năm 2015`."""

from __future__ import annotations

from congressx.extractors.officials.clauses import GROUP
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.skeleton import TITLE
from congressx.patterns import Pattern

_SIGNS = f"{GROUP}{TITLE}"
_FOR_YEARS = Pattern(rf"(?:{any_of('several')}|\d)\s+năm\s+(?:liền\s+)?(?:giữ|làm|đảm|là|ở)(?!\p{{L}})")
"""`bà có ba năm giữ ghế |Phó Chủ tịch| và 7 năm làm |Trưởng ban|`."""
_BETWEEN = Pattern(
    r"(?<!\p{L})từ\s+(?:(?:đầu|giữa|cuối)\s+)?(?:(?:năm|tháng)\s+)?[\d/.]*(?:19|20)\d\d\s*(?:-|đến|tới)\s*"
    r"(?:(?:đầu|giữa|cuối)\s+)?(?:(?:năm|tháng)\s+)?[\d/.]*(?:19|20)\d\d(?!\d)[^,;]{0,40}$"
)
"""`từ năm 2008 đến 2012 làm |Bí thư Huyện đoàn|`."""
_THEN = Pattern(r"(?<!trong\s)(?<!\p{L})(?:(?:khi|lúc|hồi|thời điểm)\s+(?:đó|ấy)|bấy giờ)(?!\p{L})")
"""`ông A, |khi đó| làm |Trưởng phòng|, đã ký`."""
_OR_NOT = Pattern(r"[^,.;]{0,20}\s(?:hay|có)\s(?:không|chưa)")
_IN_THE_PAST = Pattern(
    r"(?![^,.;]{0,20}\skể từ\s)"
    rf"(?:[^,.;{_SIGNS}]{{0,30}}?\s*(?:từ|vào|hồi)?|[^,.;]{{0,40}}?\s(?:vào|hồi))"
    r"\s*(?:ngày|tháng|năm)\s*[\d/.-]*(?:19|20)\d\d"
)
"""`được bổ nhiệm làm |Giám đốc| vào tháng 7/2015`; `… kể từ ngày 1/7/2015` is when a decision takes effect."""
_SINCE = Pattern(
    rf"[^,.;{_SIGNS}]{{0,20}}?\s(?<!kể )từ\s+(?:đầu\s+|cuối\s+)?(?:ngày|tháng|năm)?\s*[\d/.-]*(?:19|20)\d\d(?!\d)"
    r"(?!\s*(?:-|(?:cho\s+)?(?:đến|tới)\s+(?!nay)))"
)
"""`làm |Giám đốc| từ năm 2015 (đến nay)`: what somebody is since then is held now."""
_UNTIL = Pattern(
    r"\s*(?:cho\s+)?(?:đến|tới)\s+(?:cuối\s+|đầu\s+|hết\s+)?(?:(?:ngày|tháng|năm)\s+)?[\d/.-]*(?:19|20)\d\d(?!\d)"
)
"""`làm |Giám đốc| cho đến năm 2011`: a line of a career."""
_YEARS_BEFORE = Pattern(
    rf"[^,.;{_SIGNS}]{{0,20}}?\s(?:\d{{1,2}}|{any_of('several')})\s+(?:năm|tháng)\s+trước khi(?!\p{{L}})"
)
"""`giữ chức |Giám đốc| 4 năm trước khi được bầu`."""


def is_of_another_time(before: str) -> bool:
    """Whether the words in front of an office say that it is of the past: `hai năm giữ chức`, `khi đó làm`, `từ năm 2008 đến 2012 làm`.

    >>> is_of_another_time("từ năm 2008-2012 làm "), is_of_another_time("từ nay làm ")
    (True, False)
    """
    return any(words.search(before) for words in (_FOR_YEARS, _THEN, _BETWEEN))


def is_held_since(text: str, stop: int) -> bool:
    """Whether the words behind an office, which ends at `stop`, say since when it is held: `làm |Giám đốc| từ năm 2015`."""
    return _SINCE.match(text, stop) is not None


def is_dated(text: str, stop: int) -> bool:
    """Whether the words behind say that the office was held up to a day, or received on one long ago; or ask whether it is."""
    if any(words.match(text, stop) for words in (_UNTIL, _YEARS_BEFORE, _OR_NOT)):
        return True
    return _IN_THE_PAST.match(text, stop) is not None and not is_held_since(text, stop)
