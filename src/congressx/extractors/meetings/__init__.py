"""Meetings that were held, are planned or were cancelled: congresses, conferences, sessions, ceremonies.

`Sáng 12/6, Đảng bộ Sở Y tế tỉnh tổ chức Đại hội lần thứ III` is the main meeting; `phiên trù bị chiều 11/6` a session of it;
`nghị quyết Đại hội tỉnh` only cites one and is none. `hosts` reads who is said to hold one, `actors` who sits at it.
"""

from congressx.engine import Extractor
from congressx.extractors.meetings.link import link
from congressx.extractors.meetings.record import MeetingRecord
from congressx.extractors.meetings.rules import RULES

EXTRACTOR = Extractor(
    "meetings",
    RULES,
    {"meetings": MeetingRecord},
    link,
    needs=("terms",),
    lookalike=r"đại hội|hội nghị|(?:kỳ|phiên) họp|lễ (?:trao|kết nạp|công bố|ra mắt|kỷ niệm|khai mạc|bế mạc)",
)
