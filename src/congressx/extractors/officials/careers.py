"""Sentences that tell a line of somebody's career, not the news: `Từ năm 2007 …`, `Bảy tháng sau, ông …`."""

from __future__ import annotations

from congressx.patterns import Pattern
from congressx.vietnamese.honorifics import ADDRESS

_HISTORY = Pattern(
    r"^\W*(?:(?:từ|trước|sau|đến|cuối|đầu|giữa|vào)\s+)*(?:(?:năm|tháng|cuối năm|đầu năm|giai đoạn)\s*\d|\d{4})"
)
_THIS_YEAR = Pattern(r"^\W*(?:kể\s+)?từ\s+(?:(?:đầu|giữa|cuối)\s+)?tháng\s+\d{1,2}(?:\s+(?:năm nay|này))?\s*,")
"""`|Từ đầu tháng 7,| ông A được điều sang làm Giám đốc`: a month without its year is news."""
_SUBJECT = rf"(?:{ADDRESS}|[\ue001\ue003])"
_LATER = Pattern(
    r"^\W*(?:(?:(?:chỉ|khoảng|hơn|gần|chưa đầy)\s+)*(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})\s+(?:năm|tháng)\s+sau"
    r"(?!\s+(?:khi|đó|ngày))|(?:vào\s+)?(?:đầu|giữa|cuối)\s+năm\s+(?:sau|đó|ấy)"
    rf"|(?:sau|tiếp)\s+đó\s*,?\s*{_SUBJECT}\s+(?:về|làm|giữ|lên|chuyển|trở thành|tiếp tục)"
    rf"|sau\s+đó\s+(?:(?:chỉ|khoảng|hơn|gần)\s+)*\d{{1,2}}\s+(?:năm|tháng)\s*,"
    rf"|sau\s+(?:(?:khoảng|hơn|gần)\s+)*\d{{1,2}}\s+năm\s+(?:công tác|làm việc|học tập|gắn bó|giảng dạy)"
    rf"|trước\s+(?:đó|đây)\s*,\s*{_SUBJECT}(?:\s+\p{{L}}+)?\s+(?:là|làm|giữ chức|giữ chức vụ)"
    rf"|tại\s+đây\s*,?\s*{_SUBJECT}\s+(?:làm|giữ))(?!\p{{L}})"
)
"""`|Bảy tháng sau|, ông được phân công làm Bí thư`, `|Sau đó, ông về| làm Giám đốc`: a career goes on."""
_OPENING_WORDS = 40
_UP_TO_NOW = Pattern(r"\W*(?:kể từ|từ|bắt đầu từ)\s[^,;.]{4,40}(?:đến|tới)\s+nay\s*,")
"""`Từ năm 2019 đến nay, ông A là |Bí thư|`: what is held now."""


def is_history(text: str) -> bool:
    """Whether a sentence opens as a line of somebody's career: `Từ năm 2007 …`, `Tháng 7/2013, …`.

    >>> is_history("tháng 7/2013, ông là giám đốc"), is_history("sáng 7/3/2013, ông là chủ tọa")
    (True, False)
    """
    return _HISTORY.match(text) is not None and _THIS_YEAR.match(text) is None


def is_up_to_now(text: str) -> bool:
    """Whether a sentence opens with a time that lasts: `Từ năm 2019 đến nay, …`."""
    return _UP_TO_NOW.match(text) is not None


def is_past_career(text: str) -> bool:
    """Whether a sentence opens as a line of a career that does not last: `Từ năm 2019 đến nay, ông là Bí thư` does.

    >>> is_past_career("tháng 5/2016, ông trúng cử"), is_past_career("từ năm 2019 đến nay, ông làm bí thư")
    (True, False)
    """
    if is_history(text):
        return not is_up_to_now(text)
    return (
        any(word in text[:_OPENING_WORDS] for word in ("sau", " đó", " đây", " ấy")) and _LATER.match(text) is not None
    )


_LONG_AGO = Pattern(r"^\W*(?:(?:vào|từ|đầu|giữa|cuối)\s+)*(?:ngày|tháng|năm)\s[^,;:]{0,20}(?<!\d)19[0-8]\d(?!\d)")


def is_long_ago(text: str) -> bool:
    """Whether a sentence opens with a day before the years these articles tell of.

    >>> is_long_ago("tháng 11/1977, tổng bí thư a"), is_long_ago("tháng 11/1997, bí thư a")
    (True, False)
    """
    return "19" in text[:_OPENING_WORDS] and _LONG_AGO.match(text) is not None


def not_now(*words: str) -> str:
    """Pattern source of what tells that a change is of another time, and of the `words` that say so for one reader.

    >>> bool(Pattern(not_now()).search("năm 2010, bà gạo thay ông lúa")), bool(Pattern(not_now()).search("sáng nay"))
    (True, False)
    """
    told = "|".join(("sẽ", "dự kiến", "từng", "trước đó", "khi đó", "lúc đó", "tiền nhiệm", *words))
    return rf"(?<!\p{{L}})(?:{told})(?!\p{{L}})|(?:tháng|năm|ngày)\s*[\d/.-]*(?:19|20)\d\d(?!\s*-)"
