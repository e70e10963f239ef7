"""Dates in running text: every way the news writes one, what is missing in them left missing.

`find_dates` answers dates only; `scan_dates` also what looks like one and is none (`TRAPS`), so that nobody reads its
figures as counts. A `d/m` without a year is a date only beside a date word (`ngày`, `sáng`, `thứ hai`, `hôm nay`), or
where it can be no ratio (`đến 31/7`, `(25/4)`). Ratios, decimals, ranges and document numbers (`55/58 đảng viên`,
`10-12%`, `42-KH/ĐUK`) are not answered at all. Nothing here knows today's date.

>>> from congressx.vietnamese.spelling import fold
>>> [m.start.iso() for m in find_dates(fold("Sáng 5/6, 12/15 chi bộ họp; ngày 27 tháng 12 năm 2017 tổng kết"))]
['--06-05', '2017-12-27']
>>> [(m.form.value, m.start.iso(), m.end.iso()) for m in find_dates("trong hai ngày 19 và 20/5") if m.end]
[('list', '--05-19', '--05-20')]
"""

from congressx.vietnamese.dates.said import TRAPS, UNSAID, DateForm, DateMention, Deictic, PartialDate, PartOfDay
from congressx.vietnamese.dates.scanning import find_dates, scan_dates

__all__ = [
    "TRAPS",
    "UNSAID",
    "DateForm",
    "DateMention",
    "Deictic",
    "PartOfDay",
    "PartialDate",
    "find_dates",
    "scan_dates",
]
